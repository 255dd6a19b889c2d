"""What the shots of a plan sound like: only what their own words plainly name."""

import pytest

from tests.planning.films import film_of


def sounds(text, language="en"):
    return [shot.sound for shot in film_of(text, language).shots]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Rain fell on the roof, and the fire burned low. Mara closed her book.", "rain, fire"),
        ("The storm came at midnight, with thunder and rain over the old town.", "storm"),
        ("The crowd waited before the church, and the bells began to ring.", "crowd, bells"),
        ("There was no wind that day, and nobody heard the sea from the hill.", ""),
        ("She waves to her brother, fires the cook and streams a film in her room.", ""),
        ("The accountant opened the ledger and added up the numbers of the year.", ""),
    ],
)
def test_a_shot_sounds_of_what_its_words_plainly_name(text, said):
    assert sounds(text)[0] == said


def test_hindi_words_are_known_too():
    assert sounds("बारिश पूरी रात छत पर गिरती रही और नदी का पानी बढ़ता गया।", "hi")[0].startswith("बारिश")

"""Pictures and looks that a model proposes: kept only where the text bears them out."""

from engine.artifacts import BibleEntry
from engine.planning.picture_words import Passage, describe_characters, picture_fault, with_looks, write_pictures
from tests.fakes.openai_server import say

MARTA = BibleEntry(kind="character", name="Marta", look="an old keeper in a yellow coat")
PASSAGES = (
    Passage("Marta climbs ninety-one steps and trims the lamp.", ("Marta",), "lighthouse"),
    Passage("A boat made of newspaper comes closer over the black water."),
)
CLIMB = "Marta climbs a winding stair inside the lighthouse with a small lamp in her hand."
BOAT = "A small boat of folded newspaper floats on black water under the moon."


def pictures(*seen):
    return {"pictures": [{"who": "", "where": "", "thing": "", "seen": text} for text in seen]}


def test_pictures_come_with_the_looks_of_the_bible_put_in_by_rule(server, writer):
    server.queue(say(pictures(CLIMB, BOAT)))
    found = write_pictures(PASSAGES, (MARTA,), writer)
    assert found == (CLIMB.replace("Marta", "Marta (an old keeper in a yellow coat)"), BOAT) and len(server.asked) == 1


def test_only_the_pictures_that_failed_are_asked_for_again_and_then_left_to_the_rules(server, writer):
    server.queue(
        say(pictures(CLIMB, 'A sign says "no newspaper boats" on the water.')),
        say(pictures("Somebody tells a story about the water.")),
    )
    found = write_pictures(PASSAGES, (MARTA,), writer)
    assert found[0].startswith("Marta (") and found[1] == "" and len(server.asked) == 2
    assert "newspaper" in server.asked[1].words("user") and "ninety-one" not in server.asked[1].words("user")


def test_a_picture_has_to_show_its_passage_and_nothing_that_is_said():
    assert picture_fault(CLIMB, PASSAGES[0]) == ""
    for text in (
        "A young girl climbs a winding stair inside the lighthouse.",
        "Marta tells the lamp that there is no room on the stair.",
        "Marta stands under a sign with the steps painted on it.",
        "Marta waits.",
        "Marta 灯塔 climbs the winding stair inside the tower.",
        "Marta sits in a sunny kitchen and peels some potatoes.",
    ):
        assert picture_fault(text, PASSAGES[0]), text


def test_nobody_is_seen_who_is_not_in_the_passage():
    assert "Marta is not" in picture_fault(
        "Marta watches a boat of folded newspaper on black water.", PASSAGES[1], cast=("Marta",)
    )
    assert picture_fault(CLIMB, PASSAGES[0], cast=("Marta",)) == ""


def test_the_example_of_the_prompt_does_not_come_back():
    example = "A heap of dry tea leaves on a wooden table beside an empty white cup."
    passage = Passage("Tea leaves are dry.")
    assert "example" in picture_fault("A heap of dry tea leaves on a wooden table.", passage, example)


def test_a_look_is_put_in_once_and_not_twice():
    assert with_looks("Marta sees Marta.", (MARTA,)) == "Marta (an old keeper in a yellow coat) sees Marta."
    told = "Marta, an old keeper in a yellow coat, sees it."
    assert with_looks(told, (MARTA,)) == told


def test_characters_look_only_as_the_text_says(server, writer):
    text = "Old Jonas wore a red scarf. Mia had a dog. Behind them stood the miller."
    server.queue(
        say(
            {
                "characters": [
                    {"name": "Jonas", "look": "an old man with a red scarf", "quote": "Old Jonas wore a red scarf"},
                    {"name": "Mia", "look": "a girl with long hair", "quote": "Mia had a dog"},
                    {"name": "The miller", "look": "white with flour", "quote": "the miller, white with flour"},
                ]
            }
        )
    )
    assert describe_characters(text, ["Jonas", "Mia"], writer) == {}
    server.queue(
        say({"characters": [{"name": "Jonas", "look": "old, with a red scarf", "quote": "Old Jonas wore a red scarf"}]})
    )
    server.answer(server.asked[0])
    assert describe_characters(text, ["Jonas", "Mia"], writer) == {"Jonas": "old, with a red scarf"}

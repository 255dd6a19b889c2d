"""Words heard and shown against the script: missing, repeated and misplaced sentences, small mishearings forgiven."""

import random

import pytest

from engine.film import Rules, Word
from engine.film.checks.script import plain_words, script_flaws

TALE = (
    "The old lamp is lit again.",
    "Who goes there?",
    "Three small boats come home across the bay.",
    "Nobody on the shore says a word.",
    "Who goes there?",
    "Only the wind answers the keeper.",
    "Yes.",
)


def words(*sentences):
    said = " ".join(sentences).split()
    return [Word(word, n * 0.5, n * 0.5 + 0.4) for n, word in enumerate(said)]


def flaws(heard, tale=TALE, how="spoken"):
    return [(flaw.rule, flaw.says.split("“")[1][:12]) for flaw in script_flaws(tale, heard, how, Rules())]


def test_a_script_spoken_as_written_has_no_flaw_even_with_words_misheard():
    assert flaws(words(*TALE)) == []
    misheard = [
        Word(w.text.replace("boats", "votes").replace("keeper", "keepers"), w.start, w.end) for w in words(*TALE)
    ]
    assert flaws(misheard) == []


@pytest.mark.parametrize("lost", [0, 2, 3, 5])
def test_a_sentence_that_is_not_spoken_is_named(lost):
    heard = words(*(s for n, s in enumerate(TALE) if n != lost))
    assert flaws(heard) == [("not_spoken", TALE[lost][:12])]


def test_a_refrain_that_is_said_once_too_few_is_named():
    assert flaws(words(*TALE[:4], *TALE[5:])) == [("not_spoken", "Who goes the")]


def test_a_sentence_that_is_spoken_twice_is_named_at_its_second_place():
    heard = words(*TALE[:3], TALE[2], *TALE[3:])
    found = list(script_flaws(TALE, heard, "spoken", Rules()))
    assert [flaw.rule for flaw in found] == ["spoken_twice"]
    assert found[0].start == pytest.approx((5 + 3 + 8 + 1 - 1) * 0.5, abs=0.6)


def test_sentences_that_change_places_are_named():
    heard = words(TALE[0], TALE[1], TALE[3], TALE[2], *TALE[4:])
    assert [rule for rule, _ in flaws(heard)] == ["spoken_out_of_order"]


def test_scripts_of_other_languages_are_matched_by_their_words():
    tale = ("दीपक फिर से जल उठा।", "तीन नावें खाड़ी पार कर घर आईं।")
    assert plain_words(tale[0]) == ["दीपक", "फिर", "से", "जल", "उठा"]
    assert flaws(words(*tale), tale) == []
    assert [rule for rule, _ in flaws(words(tale[1]), tale)] == ["not_spoken"]
    chinese = ("灯又亮了起来。", "三只小船回家了。")
    assert flaws([Word(c, n * 0.2, n * 0.2 + 0.2) for n, c in enumerate("灯又亮了起来三只小船回家了")], chinese) == []


def test_nothing_heard_and_nothing_written_end_well():
    assert {rule for rule, _ in flaws([])} == {"not_spoken"}
    assert flaws(words("and", "so", "on"), ("", "…")) == []


def test_a_long_script_is_compared_in_full():
    chance = random.Random(3)
    book = ["".join(chance.choices("aeioubdfgklmnrst", k=6)) for _ in range(300)] + ["the"] * 40
    tale = tuple(" ".join(chance.sample(book, 9)) + "." for _ in range(200))
    assert flaws(words(*tale), tale) == []
    assert flaws(words(*tale[:120], *tale[121:]), tale) == [("not_spoken", tale[120][:12])]

"""Captions: where lines break, how long they stay, and the promises that hold for any words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import UserError
from engine.language.cues import Limits, cues, ends_sentence, length, limits_for
from engine.types import Word


def _spoken(text: str, rate: float = 15.0) -> list[Word]:
    """Words as a voice of `rate` characters a second says them, with rests after punctuation."""
    words, at = [], 0.1
    for shown in text.split():
        end = at + length(shown) / rate
        words.append(Word(w=shown, start=round(at, 3), end=round(end, 3)))
        at = end + (0.35 if shown[-1] in '.?!।"' else 0.2 if shown[-1] in ",;:" else 0.01)
    return words


def _rows(text: str, language: str = "en", limits: Limits | None = None) -> list[str]:
    return [" / ".join(cue.rows) for cue in cues(_spoken(text), language, limits)]


WIDE = [
    ("Marta keeps the lighthouse on Gull Rock.", ["Marta keeps the lighthouse on Gull Rock."]),
    (
        "A candle stands in the middle of it, and beside the candle lies a note.",
        ["A candle stands in the middle of it, / and beside the candle lies a note."],
    ),
    (
        "At four in the morning a red trawler comes round the point with a broken mast.",
        ["At four in the morning a red trawler / comes round the point with a broken mast."],
    ),
    (
        "Every evening she climbs ninety-one steps, trims the lamp, and writes one line in the log: all quiet.",
        [
            "Every evening she climbs ninety-one steps,",
            "trims the lamp, / and writes one line in the log: all quiet.",
        ],
    ),
    ("You again. Same seat?", ["You again. Same seat?"]),
    (
        "It does not need to see the rocks. It can see everything.",
        ["It does not need to see the rocks.", "It can see everything."],
    ),
    (
        "The driver looks at the road for a long time, and then he takes the river road instead.",
        ["The driver looks / at the road for a long time,", "and then he takes the river road instead."],
    ),
]


@pytest.mark.parametrize(("text", "expected"), WIDE)
def test_english_breaks_at_sentences_and_clauses(text: str, expected: list[str]) -> None:
    assert _rows(text) == expected


def test_hindi_breaks_after_the_danda_and_counts_no_combining_marks() -> None:
    text = "डाकिया नदी के उस पार खड़ा था, और उसके थैले में पूरे गाँव की चिट्ठियाँ थीं। उस शाम हर घर में चिट्ठी पढ़ी गई।"
    assert _rows(text, "hi") == [
        "डाकिया नदी के उस पार खड़ा था, / और उसके थैले में पूरे गाँव की चिट्ठियाँ थीं।",
        "उस शाम हर घर में चिट्ठी पढ़ी गई।",
    ]
    assert length("चिट्ठी") < len("चिट्ठी")


@pytest.mark.parametrize(
    ("word", "after", "expected"),
    [
        ("rock.", "Every", True),
        ('home."', "Marta", True),
        ("Dr.", "Smith", False),
        ("p.m.", "in", False),
        ("J.", "Rowling", False),
        ("थी।", "उसके", True),
        ("and", "then", False),
        ("No.", "", True),
        ("What?!", "Then", True),
    ],
)
def test_a_sentence_ends_where_a_reader_says_so(word: str, after: str, expected: bool) -> None:
    assert ends_sentence(word, after) is expected


def test_no_row_ends_with_an_article_or_a_preposition_where_another_break_fits() -> None:
    text = "The keeper of the light on the rock walked down to the edge of the sea with a lamp in her hand."
    for limits in (limits_for("en", 1280, 720), limits_for("en", 720, 1280)):
        rows = [row for cue in cues(_spoken(text), "en", limits) for row in cue.rows]
        assert not {row.split()[-1] for row in rows} & {"the", "a", "of", "on", "to", "with", "in", "her"}


def test_a_row_breaks_before_a_conjunction_and_the_lower_row_is_the_longer() -> None:
    (cue,) = cues(_spoken("Then she leans over the rail and sees a light on the water"), "en")
    assert cue.rows == ("Then she leans over the rail", "and sees a light on the water")


def test_a_number_stays_with_its_unit_and_a_first_name_with_its_last() -> None:
    (cue,) = cues(_spoken("On that day in the end the old Marta Hansen ran 42 km along the shore"), "en")
    text = " / ".join(cue.rows)
    assert "Marta Hansen" in text
    assert "42 km" in text


LIMITS = [
    ("en", 1280, 720, 42, 20),
    ("en", 1920, 1080, 42, 20),
    ("en", 1080, 1920, 24, 20),
    ("en-GB", 1080, 1080, 32, 20),
    ("hi", 1280, 720, 42, 22),
    ("hi", 720, 1280, 24, 22),
    ("de", 1280, 720, 42, 17),
    ("ja", 1280, 720, 13, 4),
    ("en", 2560, 1080, 42, 20),
]


@pytest.mark.parametrize(("language", "width", "height", "row_length", "speed"), LIMITS)
def test_limits_follow_language_and_shape(
    language: str, width: int, height: int, row_length: int, speed: float
) -> None:
    limits = limits_for(language, width, height)
    assert (limits.row_length, limits.speed, limits.rows) == (row_length, speed, 2)
    assert (round(limits.shortest, 2), limits.longest) == (0.83, 7.0)


def test_limits_of_a_picture_without_size_say_what_to_do() -> None:
    with pytest.raises(UserError, match="width and a height"):
        limits_for("en", 0, 720)


def test_a_short_word_stays_long_enough_to_be_read_but_not_into_the_next_line() -> None:
    (cue,) = cues([Word(w="Yes.", start=0.1, end=0.4)], "en")
    assert (cue.start, cue.end) == (0.1, 0.9)
    (soon,) = cues([Word(w="Yes.", start=0.1, end=0.7)], "en")
    assert soon.end == pytest.approx(0.1 + 5 / 6, abs=0.001)


def test_a_small_silence_is_closed_and_a_long_one_is_left() -> None:
    first = [Word(w="It", start=0.0, end=0.5), Word(w="rained.", start=0.5, end=1.5)]
    near = cues(
        [*first, Word(w="Everyone", start=1.8, end=2.4), Word(w="stayed in their own small room.", start=2.4, end=4.5)],
        "en",
    )
    far = cues([*first, Word(w="Then", start=9.0, end=9.5), Word(w="sun.", start=9.5, end=10.5)], "en")
    assert near[0].end == pytest.approx(1.8 - 2 / 24, abs=0.002)
    assert far[0].end == pytest.approx(1.5)


def test_a_word_longer_than_a_row_stays_whole() -> None:
    long = "Donaudampfschifffahrtsgesellschaftskapitänsmütze"
    rows = [row for cue in cues(_spoken(f"Die {long} ist weg."), "de") for row in cue.rows]
    assert long in rows


def test_no_words_make_no_captions() -> None:
    assert cues([], "en") == ()


WORDS = st.lists(
    st.tuples(
        st.text(st.characters(codec="utf-8", exclude_categories=["Z", "C"]), min_size=1, max_size=14),
        st.floats(0, 1.2),
        st.floats(0, 1.5).map(lambda rest: max(0.0, rest - 0.9)),
    ),
    max_size=40,
)


@settings(max_examples=150, deadline=None)
@given(parts=WORDS, language=st.sampled_from(["en", "hi", "de", "ja", "xx"]), portrait=st.booleans())
def test_every_word_is_in_one_cue_in_order_and_cues_never_overlap(
    parts: list[tuple[str, float, float]], language: str, portrait: bool
) -> None:
    words, at = [], 0.0
    for shown, seconds, rest in parts:
        words.append(Word(w=shown, start=round(at, 3), end=round(at + seconds, 3)))
        at += seconds + rest
    limits = limits_for(language, *((720, 1280) if portrait else (1280, 720)))
    found = cues(words, language, limits)
    assert [word for cue in found for word in cue.words] == words
    for cue in found:
        assert " ".join(cue.rows) == " ".join(word.w for word in cue.words)
        assert 1 <= len(cue.rows) <= limits.rows
        assert all(length(row, language) <= limits.row_length or row in [word.w for word in words] for row in cue.rows)
        assert cue.start == cue.words[0].start
        assert cue.end >= cue.words[-1].end - 0.001
        assert cue.end - cue.start <= max(limits.longest, cue.words[-1].end - cue.start) + 0.1
    for one, two in pairwise(found):
        assert one.end <= two.start + 0.001

"""Caption limits: what goes beyond them is found, one press mends it, and nothing that is spoken changes."""

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from engine.errors import UserError
from engine.film import Cue, Word, caption_findings, fixed, limits
from engine.language.cues import limits_for
from tests.film.conftest import cue

LONG = "every evening she climbed the hundred steps of the old tower, and lit the great lamp for the boats"


def rules(cues, cuts=(), language="en", **how):
    return [finding.rule for finding in caption_findings(cues, cuts, language, **how)]


def mend(cues, rule, cuts=(), language="en"):
    """The cues after one press on the first finding of a rule."""
    finding = next(each for each in caption_findings(cues, cuts, language) if each.rule == rule)
    return fixed(cues, finding, cuts, language)


def spoken(cues):
    return " ".join(" ".join(each.rows) for each in cues).split()


@pytest.mark.parametrize("language", ["en", "hi", "ar", "th", "ja", "ko", "zh", "de", "pt-BR"])
@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1000, 1000), (1080, 1350)])
def test_captions_are_checked_by_the_limits_that_they_are_cut_by(language, size):
    checked, cut = limits(language, shape=size[0] / size[1]), limits_for(language, *size)
    assert (checked.row_length, checked.rows, checked.speed) == (cut.row_length, cut.rows, cut.speed)
    assert checked.shortest == pytest.approx(cut.shortest) and checked.longest == cut.longest
    assert checked.gap == pytest.approx(cut.gap, abs=0.001)


def test_children_read_more_slowly_and_phones_hold_shorter_rows():
    assert (limits("en").speed, limits("en", audience="children").speed) == (20, 17)
    assert (limits("en").row_length, limits("en", shape=9 / 16).row_length) == (42, 24)
    assert limits("hi", fps=30).gap == pytest.approx(2 / 30)


def test_good_captions_have_nothing_to_mend():
    cues = [cue(0.5, 2.5, "The boats came home"), cue(2.584, 4.5, "before the morning")]
    assert caption_findings(cues, [5.5], "en") == []
    assert caption_findings([cue(0, 2.5, "चिट्ठियाँ स्त्री ने लिखीं")], [], "hi") == []


def test_each_finding_tells_its_time_its_words_and_a_fix():
    (found,) = caption_findings([cue(3.0, 3.5, "Boats")], [], "en")
    assert (found.at, found.cue, found.rule, found.fix) == (3.0, 0, "too_short", "extend")
    assert found.words == "It stays for 0.50 seconds; 0.83 is the least."


def test_a_caption_that_is_read_too_fast_stays_longer_where_there_is_room():
    fast = [cue(0, 1.2, "The boats came home before the sun"), cue(3.0, 4.0, "Then it rained")]
    assert rules(fast) == ["too_fast"]
    assert rules(mend(fast, "too_fast")) == []
    crowded = [fast[0], cue(1.284, 2.5, "Then it rained")]
    (finding,) = caption_findings(crowded, [], "en")
    assert finding.fix == ""
    with pytest.raises(UserError, match="No one press mends this"):
        fixed(crowded, finding, [], "en")


def test_long_rows_are_set_anew_and_too_long_texts_are_split_where_a_clause_ends():
    rows = [Cue(0, 4, ("The boats came home before the morning light,", "all"), ())]
    made = mend(rows, "row_length")
    assert rules(made) == [] and spoken(made) == spoken(rows)
    long = [cue(0, 6, LONG)]
    first, second = mend(long, "row_length")
    assert first.rows[-1].endswith("tower,") and spoken([first, second]) == LONG.split()
    assert second.start == pytest.approx(second.words[0].start, abs=0.001) and first.end <= second.start
    assert first.words + second.words == long[0].words or first.words[-1].end <= long[0].words[-1].end
    assert max(len(row) for each in (first, second) for row in each.rows) <= 42


def test_too_many_rows_become_two():
    cues = [Cue(0, 3, ("The boats", "came home", "early"))]
    assert rules(cues) == ["rows"]
    assert mend(cues, "rows")[0].rows == ("The boats came home early",)


def test_a_caption_that_stands_too_long_is_shortened_or_split_when_it_is_spoken_so_long():
    still = [Cue(0, 9, ("The boats came home",), (Word("The", 0, 1), Word("boats", 1, 2)))]
    assert mend(still, "too_long")[0].end == 7.0
    assert [each.rows for each in mend([cue(0, 9, "The boats came home")], "too_long")] == [
        ("The boats",),
        ("came home",),
    ]


def test_captions_keep_two_frames_apart_and_short_pauses_are_closed():
    near = [cue(0, 2, "The boats"), cue(2.03, 4, "came home")]
    assert rules(near) == ["gap"] and mend(near, "gap")[0].end == pytest.approx(2.03 - 2 / 24, abs=0.001)
    pause = [cue(0, 2, "The boats"), cue(2.3, 4, "came home")]
    assert rules(pause) == ["flicker"] and rules(mend(pause, "flicker")) == []
    over = [cue(0, 2.5, "The boats"), cue(2.0, 4, "came home")]
    assert rules(over) == ["overlap"] and rules(mend(over, "overlap")) == []


def test_a_caption_that_hangs_over_a_cut_ends_on_it_unless_its_words_go_on():
    silent = Cue(0, 2.2, ("The boats",), (Word("The", 0, 0.5), Word("boats", 0.5, 1.5)))
    assert rules([silent], [2.0]) == ["near_cut"]
    assert mend([silent], "near_cut", [2.0])[0].end == 2.0
    heard = [cue(0, 2.2, "The boats came")]
    assert mend(heard, "near_cut", [2.0])[0].end == 2.5


def test_an_empty_caption_is_removed():
    assert mend([Cue(0, 2, (" ",)), cue(3, 5, "The boats came home")], "empty") == (cue(3, 5, "The boats came home"),)


def test_japanese_is_split_and_wrapped_without_spaces():
    words = tuple(Word(w, n, n + 1.0) for n, w in enumerate(["毎晩彼女は", "古い塔の", "百段の階段を", "のぼった。"]))
    cues = [Cue(0, 6, ("毎晩彼女は古い塔の百段の階段をのぼった。",), words)]
    made = mend(cues, "row_length", language="ja")
    assert "".join("".join(each.rows) for each in made) == cues[0].rows[0]
    assert all(len(row) <= 13 for each in made for row in each.rows)


def test_a_fix_for_captions_that_have_changed_is_refused():
    cues = [cue(3.0, 3.5, "Boats")]
    (found,) = caption_findings(cues, [], "en")
    with pytest.raises(UserError, match="check them again"):
        fixed([replace(cues[0], start=1.0)], found, [], "en")


texts = some.lists(some.sampled_from(["a", "boat,", "came", "lighthouse", "evening.", "home"]), min_size=1, max_size=24)


CROWDED = ["a"] * 3 + [
    "boat,",
    "lighthouse",
    "lighthouse",
    "lighthouse",
    "a",
    "boat,",
    "lighthouse",
    "boat,",
    "evening.",
]


@example([([*CROWDED, *["a"] * 9, "lighthouse", "lighthouse"], 0.5, 0.0)])
@example([([*CROWDED, *["a"] * 9, "lighthouse", "lighthouse"], 0.25, 0.0)])
@example([(["a"] * 5 + ["boat,"] * 4 + ["lighthouse"] * 3 + ["boat,"] * 2, 1.0, -0.375), (["a"], 1.0, 0.0)])
@given(some.lists(some.tuples(texts, some.floats(0.2, 9), some.floats(-0.4, 2)), min_size=1, max_size=5))
@settings(max_examples=60, deadline=None)
def test_pressing_every_fix_ends_and_loses_no_word(shapes):
    cues, at = [], 0.5
    for words, length, pause in shapes:
        cues.append(cue(round(at, 3), round(at + length, 3), " ".join(words)))
        at = max(at + 0.3, at + length + pause)
    cuts = [at / 2]
    before, made = spoken(cues), tuple(cues)
    for _ in range(60):
        finding = next((each for each in caption_findings(made, cuts, "en") if each.fix), None)
        if finding is None:
            break
        made = fixed(made, finding, cuts, "en")
    else:
        raise AssertionError(f"fixes go round in circles: {caption_findings(made, cuts, 'en')}")
    assert spoken(made) == before
    assert all(each.end > each.start for each in made)

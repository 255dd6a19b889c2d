"""Shots and words: whatever happens to the lines, every word is covered once and in the order in which it is said."""

from hypothesis import given, settings
from hypothesis import strategies as some

from engine.artifacts import Shot, Span
from engine.stages.covering import fitted, parted, united, without

LINES = ("l01", "l02", "l03", "l04", "l05")


def shot(*spans):
    return Shot(spans=tuple(spans), picture="a lamp")


def span(line, first=0, last=None):
    return Span(line=line, first=first, last=last)


def fit(shots, lines):
    return fitted(shots, lines, lambda unit: f"{unit}x")


def spans(found):
    return {unit: shot.spans for unit, shot in found.shots.items()}


def test_shots_that_fit_stay_as_they_are():
    shots = {"s01": shot(span("l01"), span("l02", 0, 3)), "s02": shot(span("l02", 3), span("l03"))}
    found = fit(shots, LINES[:3])
    assert (found.shots, found.gaps) == (shots, ())


def test_a_lone_new_line_inside_a_shot_joins_it_and_others_wait_for_a_shot():
    shots = {"s01": shot(span("l01"), span("l03")), "s02": shot(span("l05"))}
    found = fit(shots, LINES)
    assert spans(found)["s01"] == (span("l01"), span("l02"), span("l03"))
    assert found.gaps == (("s01", ("l04",)),)


def test_two_new_lines_inside_a_shot_part_it():
    found = fit({"s01": shot(span("l01"), span("l04"))}, LINES[:4])
    assert spans(found) == {"s01": (span("l01"),), "s01x": (span("l04"),)}
    assert found.gaps == (("s01", ("l02", "l03")),)
    assert found.shots["s01x"].transition == "cut"


def test_a_shot_whose_lines_are_gone_is_left_out():
    assert spans(fit({"s01": shot(span("l01")), "s02": shot(span("l02"))}, ("l02",))) == {"s02": (span("l02"),)}


def test_words_that_two_shots_cover_stay_with_the_first():
    found = fit({"s01": shot(span("l01")), "s02": shot(span("l01", 2), span("l02"))}, LINES[:2])
    assert spans(found) == {"s01": (span("l01"),), "s02": (span("l02"),)}


def test_words_can_be_taken_out_of_the_middle_of_a_span():
    assert without([span("l01")], [span("l01", 2, 4)]) == (span("l01", 0, 2), span("l01", 4))
    assert without([span("l01", 1, 5)], [span("l01", 0, 2)]) == (span("l01", 2, 5),)
    assert without([span("l01", 1, 5)], [span("l01")]) == ()
    assert without([span("l01")], [span("l02")]) == (span("l01"),)


def test_a_split_and_a_merge_of_a_line_undo_each_other():
    before = (span("l01", 0, 3), span("l01", 3, 7), span("l01", 7))
    split = parted(before, "l01", 5, "l01a")
    assert split == (span("l01", 0, 3), span("l01", 3), span("l01a", 0, 2), span("l01a", 2))
    assert united(split, "l01", 5, "l01a") == (span("l01"),), "words that follow each other are one span again"
    assert parted((span("l01", 0, 5), span("l01", 5)), "l01", 5, "l01a") == (span("l01"), span("l01a"))


@settings(max_examples=60, deadline=None)
@given(
    some.lists(some.sampled_from(["s01", "s02", "s03", ""]), min_size=5, max_size=5),
    some.permutations(LINES),
    some.integers(1, 5),
)
def test_whatever_happens_to_the_lines_each_is_covered_once_in_order_or_waits(owners, lines, kept):
    own = {unit: [span(line) for line, owner in zip(LINES, owners, strict=True) if owner == unit] for unit in owners}
    taken = []

    def name(unit):
        taken.append(f"{unit}x{len(taken)}")
        return taken[-1]

    found = fitted({unit: shot(*mine) for unit, mine in own.items() if unit}, lines[:kept], name)
    waiting = [line for _, gap in found.gaps for line in gap]
    covered = [part.line for each in found.shots.values() for part in each.spans]
    assert covered == [line for line in lines[:kept] if line not in waiting]
    assert not set(waiting) & set(covered)

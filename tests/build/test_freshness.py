"""What an edit makes stale, what a run then makes, and what undo brings back: the table of tests/build/edits.py, row by row."""

import pytest

from tests.build.edits import CASES
from tests.build.films import Moment, play

pytestmark = pytest.mark.models

_played = {}


@pytest.fixture(params=CASES, ids=lambda case: case.name)
def case(request):
    return request.param


@pytest.fixture
def played(case, finished, tmp_path):
    """The case as it went; it is played once for all tests of this file."""
    if case.name not in _played:
        _played[case.name] = play(case, finished(case.film), tmp_path / "film")
    return _played[case.name]


def test_what_is_no_longer_fresh_is_exactly_what_depends_on_the_change(case, played):
    after = played.after
    assert {s: after.having(s) for s in ("stale", "unsettled", "missing")} == {
        "stale": after.named(case.stale),
        "unsettled": after.named(case.unsettled),
        "missing": after.named(case.missing),
    }
    assert all(after.causes[key] for key in after.not_fresh), "each says why"
    assert case.cause[1] in after.causes.get(case.cause[0], "")
    assert set(after.advice) == after.named(case.advice)


def test_the_plan_names_all_that_a_run_may_make(case, played):
    after = played.after
    wanted = set(after.not_fresh) if case.plan is None else after.named(case.plan)
    assert set(after.plan) == wanted
    assert len(set(after.plan)) == len(after.plan)


def test_a_run_makes_only_what_changed_and_ends_with_a_fresh_film(case, played):
    done, end = played.outcome, played.finished
    assert {name: set(done[name]) for name in ("made", "cached", "same")} == {
        "made": end.named(case.made),
        "cached": end.named(case.cached),
        "same": end.named(case.same),
    }
    assert (done["failed"], done["blocked"], set(end.not_fresh), end.plan) == ({}, {}, end.named(case.left), ())
    assert end.open == ()


def test_undo_brings_the_film_back_and_redo_the_change(case, played):
    assert played.undone == played.before
    assert played.redone == played.after


def test_what_is_kept_between_two_looks_is_what_a_first_look_finds(case, played):
    moments = {name: found for name, found in vars(played).items() if isinstance(found, Moment)}
    assert len(moments) >= 5 and [name for name, found in moments.items() if not found.as_read_anew] == []


def test_undo_after_a_run_makes_nothing_anew(case, played):
    assert played.back["made"] == []
    assert (played.back["failed"], played.back["blocked"], played.returned.not_fresh) == ({}, {}, {})
    assert played.returned.cut == played.before.cut

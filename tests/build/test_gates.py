"""Gates: nothing is made of what a person has not approved; an approval belongs to a take; a run says what it waits for."""

import pytest

from engine.errors import NotApproved, UserError
from engine.project import create_project, open_project
from tests.build.films import BRIEFS, SETTINGS, drain, edit, own_picture, run

pytestmark = pytest.mark.models


@pytest.fixture
def new(tmp_path):
    """A film of which nothing is made yet."""
    with create_project(tmp_path / "new", BRIEFS["lamp"], SETTINGS["lamp"]) as film:
        yield film


def test_without_approval_a_run_stops_after_the_bible_and_names_what_to_approve(new):
    outcome = run(new, "none")
    assert {key.split(":")[0] for key in outcome["made"]} == {"bible"}
    assert set(outcome["blocked"]["script:order"]) == {"approve bible:narrator", "approve bible:style"}
    assert all(reasons for reasons in outcome["blocked"].values())


def test_approving_stage_by_stage_leads_to_the_film(new):
    done = []
    for stage in ("bible", "script", "voice", "subtitles", "shotlist", "keyframe", "clip"):
        done += run(new, "none")["made"]
        assert all(key.startswith(f"{stage}:") for key in new.approve(stage))
    done += run(new, "none")["made"]
    assert done[-1] == "cut:320x180"
    assert len(set(done)) == len(done)
    assert {status.approval for status in new.board().values() if status.stage in ("voice", "clip")} == {"approved"}
    assert new.status("cut:320x180").approval == "none", "the film itself is for the person to judge"


def test_one_approved_line_is_spoken_while_the_others_wait(new):
    run(new, "none")
    new.approve("bible")
    run(new, "none")
    assert new.approve("script:l02") == ["script:l02"]
    outcome = run(new, "none")
    assert outcome["made"] == ["voice:l02"]
    assert outcome["blocked"]["voice:l01"] == ["approve script:l01"]


def test_an_approval_belongs_to_a_take(lamp):
    with open_project(lamp) as film:
        film.approve("keyframe:s01")
        film.edit("shotlist:s01", field="picture", value="A boat in a storm")
        film.approve("shotlist:s01")
        assert run(film, "none")["made"] == ["keyframe:s01"]
        assert film.status("keyframe:s01").approval == "none"
        assert run(film, "none")["blocked"]["clip:s01"] == ["approve keyframe:s01"]
        film.select("keyframe:s01", 1)
        assert film.status("keyframe:s01").approval == "approved"


def test_autopilot_leaves_a_mark_of_its_own_and_a_person_may_turn_it_into_theirs(lamp):
    with open_project(lamp) as film:
        board = film.board().values()
        assert {s.approval for s in board if film.view().stages[s.stage].gate and s.stage != "cut"} == {"auto"}
        assert film.approve("voice:l01") == ["voice:l01"]
        assert film.status("voice:l01").approval == "approved"
        run(film)
        assert film.status("voice:l01").approval == "approved"


def test_a_piece_that_was_sent_back_is_made_anew_with_another_seed_and_holds_up_what_needs_it(lamp):
    with open_project(lamp) as film:
        film.send_back("keyframe:s01", "the boat is missing")
        assert [step.key for step in film.plan() if step.why == "sent back"] == ["keyframe:s01"]
        assert run(film, "none")["made"] == ["keyframe:s01"]
        first, second = film.takes("keyframe:s01")
        assert (first.recipe.seed, second.recipe.seed) == (0, 1)
        assert film.status("keyframe:s01").take == 2
        assert run(film)["made"] == ["clip:s01", "cut:320x180"]


def test_autopilot_does_not_approve_what_a_person_sent_back(lamp):
    with open_project(lamp) as film:
        own_picture("keyframe:s01")(film)
        film.send_back("keyframe:s01")
        outcome = run(film)
        assert film.status("keyframe:s01").approval == "sent_back"
        assert "keyframe:s01 was sent back" in outcome["blocked"]["clip:s01"]


def test_a_piece_cannot_be_regenerated_before_what_it_needs_is_approved(lamp):
    with open_project(lamp) as film:
        edit("shotlist:s01", "picture", "A boat in a storm")(film)
        with pytest.raises(NotApproved, match="approve shotlist:s01"):
            drain(film.regenerate("keyframe:s01"))


def test_what_is_not_made_cannot_be_approved_or_sent_back(new):
    with pytest.raises(UserError, match="not made yet"):
        new.approve("bible:style")
    with pytest.raises(UserError, match="not made yet"):
        new.send_back("bible:style")


def test_a_stale_piece_is_passed_over_when_a_stage_is_approved_and_kept_when_it_is_named(lamp):
    with open_project(lamp) as film:
        edit("shotlist:s01", "picture", "A boat in a storm")(film)
        assert "keyframe:s01" not in film.approve("keyframe")
        film.approve("keyframe:s01")
        assert film.status("keyframe:s01").freshness == "fresh"
        film.approve("shotlist")
        assert run(film, "none")["made"] == []

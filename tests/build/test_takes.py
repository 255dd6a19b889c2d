"""Takes: seeds, makers, hand-made ones upstream and downstream, pieces that come out the same, pieces that fail."""

import pytest

from engine.errors import MissingDependency, ProviderError, UserError
from engine.project import open_project
from engine.types import Key
from tests.build.films import FILM, drain, edit, moment, own_picture, run, settings
from tests.build.makers import Signs

pytestmark = pytest.mark.models


@pytest.fixture
def film(lamp):
    with open_project(lamp) as film:
        yield film


# ---------------------------------------------------------------- seeds and makers


def test_a_new_seed_makes_a_new_take_beside_the_old_which_is_chosen_but_not_approved(film):
    assert drain(film.regenerate("keyframe:s01"))["made"] == ["keyframe:s01"]
    status = film.status("keyframe:s01")
    assert (status.take, status.freshness, status.approval) == (2, "fresh", "none")
    assert run(film)["made"] == ["clip:s01", FILM]


def test_the_same_seed_again_returns_the_stored_take_at_once(film):
    drain(film.regenerate("keyframe:s01", seed=7))
    drain(film.regenerate("keyframe:s01", seed=8))
    outcome = drain(film.regenerate("keyframe:s01", seed=7))
    assert (outcome["made"], outcome["cached"]) == ([], ["keyframe:s01"])
    assert film.status("keyframe:s01").take == 2
    assert drain(film.regenerate("keyframe:s01", seed=0))["cached"] == ["keyframe:s01"]
    assert moment(film).not_fresh == {}, "the film is the one that it was"


def test_choosing_an_earlier_take_keeps_its_seed_and_makes_only_what_follows(film):
    drain(film.regenerate("keyframe:s01"))
    run(film)
    film.select("keyframe:s01", 1)
    assert film.status("keyframe:s01").freshness == "fresh"
    assert run(film)["cached"] == ["clip:s01", FILM]


def test_one_piece_may_have_a_maker_of_its_own(film):
    drain(film.regenerate("keyframe:s01", provider="typographic"))
    assert [film.status(f"keyframe:{shot}").maker for shot in ("s01", "s02")] == ["typographic", "signs"]
    assert film.status("keyframe:s01").freshness == "fresh"
    settings(image="broken")(film)
    assert film.status("keyframe:s01").freshness == "fresh", "its own choice is before the film's"
    assert film.status("keyframe:s02").causes == ("the maker changed: signs -> broken",)


def test_a_maker_that_works_otherwise_makes_its_own_takes_stale_and_no_others(film, monkeypatch):
    drain(film.regenerate("keyframe:s01", provider="typographic"))
    run(film)
    assert film.takes("keyframe:s02")[-1].recipe.params == {}
    monkeypatch.setattr(Signs, "version", 3, raising=False)
    assert film.status("keyframe:s01").freshness == "fresh"
    assert film.status("keyframe:s02").causes == ("signs makes it otherwise now (version 1 -> 3)",)
    settings(image="broken")(film)
    assert film.status("keyframe:s02").causes == ("the maker changed: signs -> broken",)
    settings(image="signs")(film)
    run(film)
    assert film.status("keyframe:s02").freshness == "fresh", (
        "the same picture came of it: the take stays and is settled"
    )
    drain(film.regenerate("keyframe:s02"))
    assert film.takes("keyframe:s02")[-1].recipe.params == {"maker_version": 3}


def test_who_made_a_take_is_written_on_it(film):
    makers = {status.stage: status.maker for status in film.board().values()}
    assert makers == {
        "brief": "person", "bible": "rules", "script": "rules", "voice": "hum", "subtitles": "rules", "shotlist": "rules",
        "keyframe": "signs", "clip": "camera", "music": "none", "cut": "film",
    }  # fmt: skip


def test_a_maker_that_is_not_known_is_refused_with_those_there_are(film):
    with pytest.raises(UserError, match=r"There are: .*signs"):
        drain(film.regenerate("keyframe:s01", provider="sings"))
    with pytest.raises(UserError, match=r"There are: camera, .*reel"):
        drain(film.regenerate("clip:s01", provider="signs"))
    with pytest.raises(UserError, match="one maker"):
        drain(film.regenerate("subtitles:l01", provider="signs"))


# ---------------------------------------------------------------- the same result


def test_a_re_made_piece_with_the_same_result_keeps_its_take_and_its_approval_and_nothing_follows(film):
    film.approve("keyframe:s01")
    cut = film.status(FILM).take
    edit("shotlist:s01", "mood", "tense")(film)
    assert run(film)["same"] == ["keyframe:s01"]
    status = film.status("keyframe:s01")
    assert (status.take, status.approval, status.freshness) == (1, "approved", "fresh")
    assert film.status(FILM).take == cut
    film.undo()
    assert moment(film).not_fresh == {}, "it is good for both"


# ---------------------------------------------------------------- hand-made takes


def test_a_hand_made_take_stays_when_what_it_was_made_from_changes_and_a_new_one_is_made_on_demand(film):
    own_picture("keyframe:s01")(film)
    film.approve("keyframe:s01")
    run(film)
    edit("shotlist:s01", "picture", "A boat in a storm")(film)
    film.approve("shotlist:s01")
    outcome = run(film, "none")
    assert outcome["made"] == []
    assert "yours" in outcome["blocked"]["clip:s01"][0]
    assert "approve it to keep it, or regenerate it" in outcome["blocked"]["clip:s01"][0]
    drain(film.regenerate("keyframe:s01"))
    assert [take.origin for take in film.takes("keyframe:s01")] == ["made", "imported", "made"]
    assert film.status("keyframe:s01").take == 3


def test_approving_a_stale_hand_made_take_keeps_it(film):
    own_picture("keyframe:s01")(film)
    run(film)
    edit("shotlist:s01", "picture", "A boat in a storm")(film)
    film.approve("shotlist:s01")
    film.approve("keyframe:s01")
    assert film.status("keyframe:s01").freshness == "fresh"
    assert run(film, "none")["made"] == []
    film.undo()
    assert film.status("keyframe:s01").freshness == "stale"


def test_autopilot_keeps_a_stale_hand_made_take_and_marks_it_as_its_own_doing(film):
    own_picture("keyframe:s01")(film)
    run(film)
    edit("shotlist:s01", "picture", "A boat in a storm")(film)
    assert run(film)["made"] == []
    status = film.status("keyframe:s01")
    assert (status.take, status.approval, status.freshness) == (2, "auto", "fresh")


def test_what_follows_a_hand_made_take_is_made_from_it(film):
    own_picture("keyframe:s01")(film)
    assert run(film)["made"] == ["clip:s01", FILM]
    view = film.view()
    pictures = view.content(Key("keyframe", "s01")).pictures
    assert view.content(Key("clip", "s01")).keyframe.pictures == pictures


def test_a_corrected_line_is_kept_when_the_story_changes_and_the_new_wording_lies_beside_it(film):
    edit("script:l02", "text", "Mara climbed and climbed.")(film)
    run(film)
    story = "The lamp was dark for nine years. Mara climbed up the stairs.\n\nShe lit the wick. A small boat turned for home."
    edit("brief", "text", story)(film)
    outcome = run(film)
    assert film.view().content(Key("script", "l02")).text == "Mara climbed and climbed."
    assert film.takes("script:l02")[-1].content["text"] == "Mara climbed up the stairs."
    assert "voice:l02" not in outcome["made"]
    assert moment(film).not_fresh == {}


def test_a_shot_of_the_persons_own_stays_theirs_when_its_lines_change(film):
    edit("shotlist:s02", "picture", "A boat in a storm")(film)
    film.approve("shotlist:s02")
    film.remove("script:l04")
    run(film)
    take = film.takes("shotlist:s02")[-1]
    assert (take.origin, take.maker, take.content["picture"]) == ("edited", "person", "A boat in a storm")
    assert [span["line"] for span in take.content["spans"]] == ["l03"]
    assert film.status("shotlist:s02").take == take.number


def test_a_shot_of_the_persons_own_survives_a_sentence_taken_out_of_the_story(film):
    edit("shotlist:s02", "picture", "A boat in a storm")(film)
    run(film)
    edit("brief", "text", "The lamp was dark for nine years. Mara climbed the stairs.\n\nShe lit the wick.")(film)
    outcome = run(film)
    assert (outcome["failed"], outcome["blocked"]) == ({}, {})
    shot = film.view().content(Key("shotlist", "s02"))
    assert (shot.picture, [span.line for span in shot.spans]) == ("A boat in a storm", ["l03"])


# ---------------------------------------------------------------- failures


def test_a_failed_piece_says_why_and_the_rest_is_made_and_a_later_run_makes_only_it(film, tmp_path, monkeypatch):
    fault = tmp_path / "fault"
    fault.touch()
    monkeypatch.setenv("REELWRIGHT_TEST_FAULT", str(fault))
    settings(image="flaky")(film)
    edit("shotlist:s01", "picture", "rain on the sea")(film)
    edit("shotlist:s02", "picture", "sun on the sea")(film)
    outcome = run(film)
    assert outcome["failed"] == {"keyframe:s01": "The painter does not answer; try again later."}
    assert outcome["made"] == ["keyframe:s02", "clip:s02"]
    status = film.status("keyframe:s01")
    assert (status.work, status.take) == ("failed", 1)
    assert status.error == film.explain("keyframe:s01")["error"] == "The painter does not answer; try again later."
    fault.unlink()
    assert run(film)["made"] == ["keyframe:s01", "clip:s01", FILM]
    assert film.status("keyframe:s01").work == "idle"


def test_a_maker_that_declines_is_never_replaced_by_another(film):
    settings(image="broken")(film)
    outcome = run(film)
    assert set(outcome["failed"]) == {"keyframe:s01", "keyframe:s02"}
    assert all(isinstance(error, ProviderError) for error in outcome["errors"])
    assert {take.maker for take in film.takes("keyframe:s01")} == {"signs"}


def test_a_maker_that_lacks_something_says_how_to_get_it(film):
    settings(image="unready")(film)
    outcome = run(film)
    assert outcome["failed"]["keyframe:s01"] == "The brushes are not here; get them with: buy brushes"
    assert isinstance(outcome["errors"][0], MissingDependency)


def test_a_failed_regenerate_leaves_everything_as_it_was(film):
    before = moment(film)
    with pytest.raises(ProviderError, match="declined"):
        drain(film.regenerate("keyframe:s01", provider="broken"))
    assert moment(film) == before
    assert run(film)["made"] == []

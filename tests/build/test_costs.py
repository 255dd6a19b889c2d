"""What a run would cost, what a film has cost, and the cap that is never passed: with painters who have a price."""

from __future__ import annotations

import contextlib

import pytest

from engine import asks, cli_show, proposals, spending
from engine.artifacts import Brief
from engine.errors import UserError
from engine.project import create_project, open_project
from engine.providers import prices
from engine.providers.registry import PROVIDERS
from engine.settings import checked
from tests.build.films import SIZE, drain, run
from tests.build.paid_makers import PAID, PRICE
from tests.fakes.openai_server import OpenAIServer, data, say
from tests.providers.contract.rows_here import recording


@pytest.fixture(autouse=True)
def _painters(monkeypatch):
    for name, place in PAID.items():
        monkeypatch.setitem(PROVIDERS["image"], name, place)


@pytest.fixture
def film(lamp):
    with open_project(lamp) as film:
        yield film


def plan(film, target="cut"):
    return {step.key: step.cost for step in film.plan(target)}


def shots(film):
    return len(film.view().units("keyframe"))


# ---- before a run


def test_a_plan_says_what_each_picture_takes_and_that_the_rest_is_free(film):
    assert plan(film) == {}
    film.set("image", "dear")
    found = plan(film)
    assert {cost for key, cost in found.items() if key.startswith("keyframe:")} == {PRICE}
    assert {cost for key, cost in found.items() if not key.startswith("keyframe:")} == {0.0}


def test_a_picture_is_paid_for_once_for_each_size(film):
    film.set("image", "dear")
    film.edit("brief", field="sizes", value=f"{SIZE}, 180x320")
    assert plan(film, "keyframe")["keyframe:s01"] == 2 * PRICE


def test_an_unknown_price_is_said_and_is_not_nothing(film, capsys):
    film.set("image", "mystery")
    assert plan(film)["keyframe:s01"] is None
    cli_show.plan_table(film.plan(), json=False)
    told = capsys.readouterr().out
    assert "unknown" in told and told.splitlines()[-1].endswith("cost unknown.")
    cli_show.plan_table(film.plan(), json=True)
    assert f'"unknown": {shots(film)}' in capsys.readouterr().out


@pytest.mark.parametrize(("image", "ending"), [("signs", "free."), ("dear", "cost 0.50 USD.")])
def test_the_sum_of_a_plan_is_told(film, capsys, image, ending):
    film.set("image", image)
    film.edit("brief", field="look", value="ink")
    cli_show.plan_table(film.plan(), json=False)
    assert capsys.readouterr().out.splitlines()[-1].endswith(ending)


def test_filming_is_paid_by_the_second(film):
    film.set("video", "reel")
    seconds = {key: cost * 100 for key, cost in plan(film).items() if key.startswith("clip:")}
    assert seconds and all(each >= 0.5 and each * 2 == pytest.approx(round(each * 2)) for each in seconds.values())


def test_a_film_that_is_not_begun_is_estimated_from_its_text(tmp_path):
    brief = Brief(text="word " * 140, mode="story", title="Words", sizes=(SIZE,))
    with create_project(tmp_path / "film", brief, {"image": "dear", "music": "none"}) as film:
        assert plan(film)["keyframe:*"] == 10 * PRICE


@pytest.fixture
def writer(monkeypatch, tmp_path):
    """A writer at OpenAI's prices."""
    lines = [{"speaker": "narrator", "text": text, "emotion": "plain", "pause": "normal"} for text in (
        "For nine years the old lamp in the tower stayed dark, and no boat dared to come home at night.",
        "Then Mara climbed the stairs with a match, lit the wick, and saw a small sail turn.",
    )]  # fmt: skip
    with OpenAIServer(
        say({"title": "The Lamp", "scenes": [{"title": "The tower", "lines": lines}]}, tokens=(1000, 500))
    ) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        monkeypatch.setattr(prices, "home", lambda: tmp_path)
        (tmp_path / "prices.yaml").write_text("hosts: {127.0.0.1: api.openai.com}")
        yield server


@pytest.fixture
def idea(writer, tmp_path):
    brief = Brief(text="A keeper lights a lamp again.", mode="idea", sizes=(SIZE,), target_seconds=15)
    with create_project(
        tmp_path / "film", brief, {"music": "none", "text": "openai:gpt-4.1-mini", "speech": "hum"}
    ) as film:
        yield film


def test_a_script_is_paid_by_its_tokens_and_once_for_all_its_lines(idea):
    assert 0.0005 < plan(idea, "script")["script:order"] < 0.02
    run(idea, target="script")
    assert idea.store.spent() == pytest.approx(0.0012)
    script = next(each for each in spending.by_stage(idea.store) if each.stage == "script")
    assert (script.dollars, script.tokens_in, script.tokens_out) == (pytest.approx(0.0012), 1000, 500)
    idea.edit("brief", field="text", value="A keeper lights a lamp again, at night.")
    assert len([cost for key, cost in plan(idea, "script").items() if key.startswith("script:") and cost]) == 1


def test_a_proposal_is_paid_for_though_nothing_is_taken(idea, writer):
    run(idea, target="script")
    before = idea.store.spent()
    writer.queue(say({"text": "For nine years the lamp was dark."}, tokens=(100, 10)))
    list(proposals.by_writer(idea, asks.add(idea.store, "rewrite", "script:l01", {"how": "shorter"})))
    assert idea.store.spent() > before


# ---- after it


def test_what_was_spent_is_told_by_stage(film, capsys):
    film.set("image", "dear")
    run(film)
    pictures = shots(film)
    assert film.store.spent() == pytest.approx(pictures * PRICE)
    assert {take.cost for take in film.takes("keyframe:s01")} == {0.0, PRICE}
    cli_show.status_table(film, json=False)
    assert (
        capsys.readouterr().out.splitlines()[-1]
        == f"Spent so far {pictures * PRICE:.2f} USD: keyframe {pictures * PRICE:.2f} USD."
    )


def test_a_call_that_failed_after_it_was_paid_counts(film):
    film.set("image", "spoils")
    outcome = run(film, target="keyframe")
    assert len(outcome["failed"]) == shots(film) and film.store.spent() == pytest.approx(shots(film) * PRICE)


def test_what_comes_out_as_it_was_is_no_take_but_was_paid(film):
    film.set("image", "dear")
    run(film, target="keyframe")
    before = film.store.spent()
    film.edit("shotlist:s01", field="mood", value="calm")  # the painter does not see it, and paints the same
    assert drain(film.make("keyframe", "all"))["same"] == ["keyframe:s01"]
    assert film.store.spent() == pytest.approx(before + PRICE)


@pytest.fixture
def ear(monkeypatch, tmp_path):
    """An ear at OpenAI's prices that hears two words."""
    words = [{"word": word, "start": at, "end": at + 0.3} for word, at in (("the", 0.1), ("lamp", 0.5))]
    heard = {"task": "transcribe", "language": "english", "duration": 2.0, "text": "the lamp", "words": words}
    with OpenAIServer(data(heard)) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        monkeypatch.setattr(prices, "home", lambda: tmp_path)
        (tmp_path / "prices.yaml").write_text("hosts: {127.0.0.1: api.openai.com}")
        yield server


@pytest.mark.models
@pytest.mark.parametrize(("cap", "paid"), [(1, True), (0.00001, False)])
def test_an_ear_that_is_paid_finds_the_words_of_a_recording_within_the_cap(film, ear, tmp_path, cap, paid):
    film.set_many({"transcript": "openai:whisper-1", "spend_cap": cap})
    said = recording(tmp_path).audio
    with contextlib.nullcontext() if paid else pytest.raises(UserError, match="recording for voice:l01"):
        film.edit("voice:l01", file=said)
    assert len(ear.asked) == paid and (film.store.spent() > 0) == paid


# ---- the cap


def capped(film, cap, image="dear"):
    film.set_many({"image": image, "spend_cap": cap})
    return run(film)


@pytest.mark.parametrize(("cap", "pictures"), [(0.10, 0), (0.25, 1), (0.49, 1), (0.50, 2), (0, 2)])
def test_a_run_stops_before_the_cap_is_passed(film, cap, pictures):
    outcome = capped(film, cap)
    assert len([key for key in outcome["made"] if key.startswith("keyframe:")]) == pictures
    assert film.store.spent() == pytest.approx(pictures * PRICE) and (not cap or film.store.spent() <= cap)
    failed = list(outcome["failed"].values())
    assert all("spend_cap" in told and "0.25 USD" in told for told in failed) and bool(failed) == (
        pictures < shots(film)
    )


def test_the_cap_holds_for_one_piece_too_and_nothing_is_started(film):
    capped(film, 0.5)
    jobs = len(list(film.store.rows("SELECT id FROM jobs")))
    with pytest.raises(UserError, match="spending cap"):
        drain(film.regenerate("keyframe:s01"))
    assert len(list(film.store.rows("SELECT id FROM jobs"))) == jobs and film.store.spent() == 0.5


def test_what_is_free_goes_on_under_a_cap(film):
    capped(film, 0.5)
    film.edit("script:l01", field="text", value="The lamp was dark for ten years.")
    outcome = run(film)
    assert not outcome["failed"] and any(key.startswith("voice:") for key in outcome["made"])


def test_what_was_made_before_is_taken_again_under_any_cap(film):
    film.set("image", "dear")
    run(film)
    film.set_many({"image": "signs", "spend_cap": 0.01})
    run(film)
    film.set("image", "dear")
    outcome = run(film)
    assert not outcome["failed"] and film.store.spent() == pytest.approx(shots(film) * PRICE)


def test_an_unknown_price_is_not_bought_under_a_cap(film):
    outcome = capped(film, 100, "mystery")
    assert not [key for key in outcome["made"] if key.startswith("keyframe:")] and film.store.spent() == 0
    assert all("prices.yaml" in told for told in outcome["failed"].values())


@pytest.mark.parametrize("value", [-1, "lots", 1e9])
def test_a_cap_is_a_sum_of_money(value):
    with pytest.raises(UserError, match="spend_cap"):
        checked(value, "spend_cap")

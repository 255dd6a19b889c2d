"""Pictures that a maker works on side by side: asked for in one call, kept as takes of their own, the same as one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest

from engine.artifacts import Brief
from engine.errors import Unavailable
from engine.project import create_project
from engine.providers.contract import ImageRequest, ImageResult, Progress, silent
from engine.providers.registry import PROVIDERS
from engine.types import Key
from tests.build.films import SIZE, run
from tests.build.makers import Signs


class Pairs(Signs):
    """Paints as Signs do with the next seed, two at a time; tells how many it was asked for in each call."""

    name = "pairs"
    together = 2
    asked: ClassVar[list[int]] = []
    fails = False

    def draw(self, request: ImageRequest, scratch: Path, progress: Progress = silent) -> ImageResult:
        return self.draw_many((request,), scratch, progress)[0]

    def draw_many(
        self, requests: Sequence[ImageRequest], scratch: Path, progress: Progress = silent
    ) -> tuple[ImageResult, ...]:
        self.asked.append(len(requests))
        if self.fails:
            raise Unavailable("The painter's table is broken; try again later.", provider=self.name)
        made = []
        for number, request in enumerate(requests):
            own = scratch / f"{number:03d}"
            own.mkdir(parents=True)
            made.append(Signs().draw(replace(request, seed=request.seed + 1), own))
        return tuple(made)


TALE = """The lamp was dark for nine years. Mara climbed the stairs of the tower.

She lit the wick with a match. A small boat turned for home.

In the morning the sea was calm. The sailors thanked Mara at the door."""
SETTINGS = {"music": "none", "speech": "hum", "image": "pairs"}


@pytest.fixture(autouse=True)
def _painter(monkeypatch):
    monkeypatch.setitem(PROVIDERS["image"], "pairs", f"{__name__}:Pairs")
    Pairs.asked.clear()


def begun(folder):
    """A film of three shots or more, up to what its pictures need."""
    film = create_project(folder, Brief(text=TALE, mode="story", title="The Lamp", sizes=(SIZE,)), SETTINGS)
    run(film, target="shotlist")
    assert len(film.view().units("keyframe")) >= 3
    return film


@pytest.fixture
def film(tmp_path):
    with begun(tmp_path / "film") as film:
        yield film


def pictures(film):
    return [
        film.view().content(key).pictures[0].image
        for key in film.view().pieces()
        if key.stage == "keyframe" and film.view().take(key)
    ]


def alone(folder, monkeypatch, seed=None):
    """The same film's pictures as they come when each is asked for by itself."""
    monkeypatch.setattr(Pairs, "together", 1)
    with begun(folder) as film:
        if seed is not None:
            film.store.change("seed", "keyframe:s02", {"setting/seed@keyframe:s02": seed})
        run(film, target="keyframe")
        return pictures(film)


def test_shots_are_asked_for_two_at_a_time_and_come_out_as_one_by_one(film, monkeypatch, tmp_path):
    shots = len(film.view().units("keyframe"))
    outcome = run(film, target="keyframe")
    assert len(outcome["made"]) == shots and not outcome["failed"]
    assert Pairs.asked == [2] * (shots // 2) + [1] * (shots % 2)
    together, takes = pictures(film), [film.takes(key)[-1] for key in outcome["made"]]
    assert len({str(each) for each in together}) == shots and {take.maker for take in takes} == {"pairs"}
    assert all(film.status(key).freshness == "fresh" for key in outcome["made"])
    assert alone(tmp_path / "alone", monkeypatch) == together


def test_what_was_made_before_is_not_asked_for_again_and_a_note_goes_with_its_own_picture(film):
    run(film, target="keyframe")
    words = {name: film.view().content(Key.parse(name)).picture for name in ("shotlist:s01", "shotlist:s03")}
    film.send_back("keyframe:s02", "warmer")
    for name in words:
        film.edit(name, field="picture", value=f"A tree by a well at {name[-3:]}.")
    Pairs.asked.clear()
    run(film, target="keyframe")
    assert sorted(Pairs.asked) == [1, 2]
    for name, old in words.items():
        film.edit(name, field="picture", value=old)
    Pairs.asked.clear()
    outcome = run(film, target="keyframe")
    assert Pairs.asked == [] and set(outcome["cached"]) == {"keyframe:s01", "keyframe:s03"}


def test_a_seed_of_its_own_holds_when_pictures_are_made_together(film, monkeypatch, tmp_path):
    film.store.change("seed", "keyframe:s02", {"setting/seed@keyframe:s02": 7})
    run(film, target="keyframe")
    assert film.takes("keyframe:s02")[-1].recipe.seed == 7
    together = pictures(film)
    assert alone(tmp_path / "alone", monkeypatch, 7) == together


def test_when_a_call_fails_each_of_its_pictures_says_so_and_nothing_is_lost(film, monkeypatch):
    monkeypatch.setattr(Pairs, "fails", True)
    before = pictures(film)
    outcome = run(film, target="keyframe")
    assert set(outcome["failed"]) >= {"keyframe:s01", "keyframe:s02"}
    assert all("table is broken" in reason for reason in outcome["failed"].values())
    assert pictures(film) == before

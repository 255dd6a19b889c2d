"""A drawn scene's clip, frame by frame: sheets move apart with depth, what moves moves gently, and what is still is equal."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine import film
from engine.film.camera import Camera
from engine.film.painter import empty_planes
from engine.film.view import Span, View
from engine.illustrate import Relation, Scene, Thing
from engine.illustrate.compose import compose
from engine.illustrate.moving import Sheet, moving
from tests.illustrate.clips import shown
from tests.illustrate.scenes import LIGHTHOUSE, VILLAGE

SIZE, RATE, SECONDS = (320, 180), 24, 2.0
FRAMES = int(RATE * SECONDS)
HOLD = film.Move(film.Window(0.04, 0.04, 0.92, 0.92), film.Window(0.04, 0.04, 0.92, 0.92))
PUSH = film.move("push", SIZE, SIZE, film.Window(0.4, 0.4, 0.2, 0.3), seed=3, seconds=SECONDS)


class Clip:
    """Frames of a scene's clip, as planes of light."""

    def __init__(self, scene: Scene, folder: Path, move: film.Move = HOLD) -> None:
        self.made = moving(scene, *SIZE, SECONDS)
        self._view = View(film.Shot("a", shown(self.made, folder), move, FRAMES), SIZE, RATE, Span(FRAMES))

    def luma(self, number: int) -> np.ndarray:
        planes, spare = empty_planes(SIZE), empty_planes(SIZE)
        self._view.draw(number, planes, spare)
        return planes[0].astype(int)

    def sheet(self, name: str) -> Sheet:
        return next(sheet for sheet in self.made.sheets if sheet.name == name)


def difference(one: np.ndarray, other: np.ndarray) -> float:
    return float(np.abs(one - other).mean())


@pytest.fixture(scope="module")
def lighthouse(tmp_path_factory) -> Clip:
    return Clip(LIGHTHOUSE, tmp_path_factory.mktemp("lighthouse"))


def test_the_first_frame_is_the_keyframe(tmp_path):
    still = LIGHTHOUSE.model_copy(update={"look": "paper"})
    whole = film.Move(film.Window(), film.Window())
    clip = Clip(still, tmp_path, whole)
    picture = compose(still, "paper", *SIZE).picture()
    luma = cv2.cvtColor(picture, cv2.COLOR_RGB2YUV)[..., 0].astype(float) * 219 / 255 + 16
    assert difference(clip.luma(0), luma) < 4


def test_near_sheets_go_further_than_far_ones_when_the_camera_trucks(tmp_path):
    truck = film.Move(film.Window(0.0, 0.05, 0.9, 0.9), film.Window(0.1, 0.05, 0.9, 0.9), "linear")
    clip = Clip(LIGHTHOUSE.model_copy(update={"things": LIGHTHOUSE.things[1:]}), tmp_path, truck)
    first, last = clip.luma(0), clip.luma(FRAMES - 1)
    shifts = [across(first[rows], last[rows]) for rows in (slice(10, 60), slice(112, 150))]
    assert abs(shifts[1]) > 1.5 * abs(shifts[0]) and shifts[0] * shifts[1] >= 0


def across(one: np.ndarray, other: np.ndarray) -> float:
    """How far a band has gone sideways, in pixels."""
    (x, _y), _ = cv2.phaseCorrelate(one.astype(np.float64), other.astype(np.float64))
    return x


def test_a_boat_bobs_and_its_candle_flickers_while_the_sky_stands_still(lighthouse):
    frames = [lighthouse.luma(n) for n in range(0, FRAMES, 6)]
    assert all(difference(a[100:160, 60:140], b[100:160, 60:140]) > 0.2 for a, b in pairwise(frames))
    assert lighthouse.sheet("sky").motion == {}


def test_a_still_scene_has_equal_frames(tmp_path):
    made = moving(LIGHTHOUSE, *SIZE, SECONDS)
    still = replace(made, sheets=tuple(replace(sheet, motion={}, others=()) for sheet in made.sheets))
    view = View(film.Shot("a", shown(still, tmp_path), HOLD, FRAMES), SIZE, RATE, Span(FRAMES))
    frames = []
    for number in (0, FRAMES // 2, FRAMES - 1):
        planes, spare = empty_planes(SIZE), empty_planes(SIZE)
        view.draw(number, planes, spare)
        frames.append(planes)
    assert all((a == b).all() for other in frames[1:] for a, b in zip(frames[0], other, strict=True))


def test_a_still_sheet_keeps_its_texture_while_the_camera_holds(lighthouse):
    assert (lighthouse.luma(3)[2:14, 2:60] == lighthouse.luma(30)[2:14, 2:60]).mean() > 0.9


@pytest.mark.parametrize("camera", ["push", "pull", "pan_left", "truck_right", "arc", "breathe", "handheld", "hold"])
def test_the_cameras_way_has_no_jolt(camera):
    move = film.move(camera, (1536, 864), (1280, 720), film.Window(0.4, 0.3, 0.2, 0.4), seed=5, seconds=5.0)
    path = [Camera(move, (), (1536, 864), (1280, 720)).window(n / 149, n / 30) for n in range(150)]
    second = np.abs(np.diff(np.array(path), n=2, axis=0)) * 1280 / 1536
    assert second.max() < (0.25 if camera == "handheld" else 0.05)


def test_who_walks_goes_on_in_steps(tmp_path):
    nora = VILLAGE.things[0].model_copy(update={"does": "walk"})
    clip = Clip(VILLAGE.model_copy(update={"things": (nora,)}), tmp_path)
    sheet = clip.sheet("nora")
    assert len(sheet.others) == 3 and sheet.motion["sprites"]["turns"][-1][1] == 3
    start, end = (pose[1][0] for pose in sheet.motion["poses"])
    assert end > start, "she faces right and goes right"
    assert all(other.shape == sheet.pixels.shape for other in sheet.others)


def test_who_stands_breathes_and_blinks(tmp_path):
    nora = VILLAGE.things[0].model_copy(update={"pose": "stand", "feeling": "", "height": 0.8})
    sheet = Clip(VILLAGE.model_copy(update={"things": (nora,)}), tmp_path).sheet("nora")
    assert len(sheet.others) == 1 and sheet.motion["sprites"]["period"] > 2 and "swell" in sheet.motion
    changed = (sheet.others[0] != sheet.pixels).any(axis=2)
    rows, columns = np.flatnonzero(changed.any(axis=1)), np.flatnonzero(changed.any(axis=0))
    assert rows[-1] < 0.4 * sheet.pixels.shape[0], "only about the eyes"
    assert columns[-1] - columns[0] < 0.6 * sheet.pixels.shape[1]


@pytest.mark.parametrize(
    ("verb", "check"),
    [
        ("come", lambda poses: poses[0][2][0] < poses[1][2][0] == 1.0),
        ("leave", lambda poses: poses[0][2][0] == 1.0 > poses[1][2][0]),
        ("fly", lambda poses: poses[0][1][0] < 0 < poses[1][1][0]),
        ("rise", lambda poses: poses[0][1][1] > poses[1][1][1]),
        ("fall", lambda poses: poses[0][1][1] < poses[1][1][1]),
        ("grow", lambda poses: poses[0][2][0] < poses[1][2][0]),
    ],
)
def test_a_verb_is_a_way(verb, check):
    boat = Thing(id="b", kind="boat", x=0.4, depth=0.7, height=0.2, y=0.75, does=verb, role="hero")
    sheets = moving(Scene(setting="sea", things=(boat,)), *SIZE, SECONDS).sheets
    assert check(next(sheet for sheet in sheets if sheet.name == "b").motion["poses"])


def test_a_rider_and_what_is_ridden_go_the_same_way():
    things = (
        Thing(id="bike", kind="bicycle", x=0.4, y=0.8, height=0.2, depth=0.7),
        Thing(id="ana", kind="girl", x=0.4, y=0.8, height=0.3, depth=0.71, pose="ride", does="ride"),
    )
    ride = (Relation(subject="ana", kind="on", object="bike"),)
    sheets = moving(Scene(setting="village", things=things, relations=ride), *SIZE, SECONDS).sheets
    one, other = (next(s for s in sheets if s.name == name).motion for name in ("bike", "ana"))
    assert one["poses"] == other["poses"] and one["anchor"] == other["anchor"]


@pytest.mark.parametrize("weather", ["rain", "snow"])
def test_rain_and_snow_fall_and_come_round_again(weather, tmp_path):
    clip = Clip(Scene(setting="village", weather=weather), tmp_path)
    falling = [sheet for sheet in clip.made.sheets if sheet.motion.get("wrap")]
    assert falling and all(sheet.motion["drift"][1] > 0 for sheet in falling)
    assert difference(clip.luma(0), clip.luma(3)) > 0.05


def test_the_same_scene_makes_the_same_sheets():
    one, other = (moving(VILLAGE, *SIZE, SECONDS) for _ in range(2))
    assert [s.pixels.tobytes() for s in one.sheets] == [s.pixels.tobytes() for s in other.sheets]
    assert [s.motion for s in one.sheets] == [s.motion for s in other.sheets]


def test_few_sheets_are_kept():
    assert len(moving(LIGHTHOUSE, *SIZE, SECONDS).sheets) <= 24

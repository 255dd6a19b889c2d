"""All that the kit declares can be drawn, inside its own box, in colours of the palette; nobody lacks a face."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest

from engine import looks
from engine.illustrate import FigureSpec, kit
from engine.illustrate.contact import plain_stage
from engine.illustrate.kit.figures import archetypes, figure
from engine.illustrate.kit.figures.body import POSES, joints, proportions
from engine.illustrate.kit.figures.face import FACES
from engine.illustrate.kit.registry import Ask
from engine.illustrate.palette import Scheme, lab
from engine.illustrate.scene import Thing

kit.load()
THINGS = kit.registry.things()
DRAWINGS = [(name, pose) for name, info in sorted(THINGS.items()) for pose in info.poses or ("",)]


def drawn(
    name: str, pose: str, box: tuple[float, float, float, float]
) -> tuple[np.ndarray, tuple[float, float, float, float]]:
    """The opacity of a thing drawn alone, and where its box lies in pixels."""
    stage = plain_stage("paper", pixels=256)
    scale = 460 / max(box[2] - box[0], box[3] - box[1])
    pen = replace(stage.sheet(name, 0.7, haze=0, lift=0), wobble=0.5)
    x, y = 480 - scale * (box[0] + box[2]) / 2, 480 - scale * (box[1] + box[3]) / 2
    THINGS[name].draw(pen.at(x, y, scale), Ask(pose=pose))
    u, margin = stage.frame.pixels, stage.frame.margin
    left, top, right, foot = (
        (x + scale * box[0]) * u + margin, (y + scale * box[1]) * u + margin,
        (x + scale * box[2]) * u + margin, (y + scale * box[3]) * u + margin,
    )  # fmt: skip
    return stage.cuts[-1].sheet.pixels[..., 3], (left, top, right, foot)


@pytest.mark.parametrize(("name", "pose"), DRAWINGS, ids=[f"{n}-{p}" if p else n for n, p in DRAWINGS])
def test_a_thing_fills_its_box_and_stays_inside_it(name, pose):
    alpha, (left, top, right, foot) = drawn(name, pose, THINGS[name].box)
    solid = alpha > 160
    rows, columns = np.flatnonzero(solid.any(axis=1)), np.flatnonzero(solid.any(axis=0))
    assert len(rows), "nothing was drawn"
    slack = 7
    assert columns[0] >= left - slack
    assert columns[-1] <= right + slack
    assert rows[0] >= top - slack
    assert rows[-1] <= foot + slack
    share = solid.sum() / ((right - left) * (foot - top))
    assert share > 0.03, "hardly anything was drawn"


@pytest.mark.parametrize("name", sorted(THINGS))
def test_a_thing_declares_what_others_need_to_place_it(name):
    info = THINGS[name]
    assert 0.01 <= info.metres <= 60
    assert info.box[1] == -100
    assert -2 <= info.box[3] <= 8
    assert info.category != "animal" or len(info.poses) >= 3
    assert info.kinds, "a stand-in needs to know what it is a kind of"


def test_no_word_means_two_things():
    words = [word for info in THINGS.values() for word in info.words]
    assert sorted(word for word in set(words) if words.count(word) > 1) == []


@pytest.mark.parametrize("name", sorted(kit.registry.settings()))
def test_a_setting_has_a_ground_and_places_that_grow_toward_us(name):
    info = kit.registry.settings()[name]
    assert info.places
    for place in info.places:
        assert place.far <= place.near
        assert place.person_far <= place.person_near
        assert -0.1 <= place.y_far <= 1.3
        assert -0.1 <= place.y_near <= 1.3


@pytest.mark.parametrize("look", looks.names())
@pytest.mark.parametrize("time", ["day", "dawn", "dusk", "night"])
def test_a_ramp_grows_lighter_from_one_end_to_the_other(look, time):
    for weather in ("clear", "rain", "snow", "fog"):
        scheme = Scheme.plan(looks.look(look), time, weather)
        row = [lab(scheme.r(t / 20))[0] for t in range(21)]
        assert all(a < b + 1e-4 for a, b in itertools.pairwise(row)), (look, time, weather)
        assert lab(scheme.tone(0.0))[0] > lab(scheme.tone(1.0))[0] + 0.1


# ---------------------------------------------------------------- people


def face_colours(spec: FigureSpec, ask: Ask) -> tuple[np.ndarray, figure.Dress]:
    """The pixels of a person, and their colours."""
    stage = plain_stage("paper", pixels=200)
    pen = replace(stage.sheet("person", 0.7, haze=0, lift=0), wobble=0.5)
    own = pen.at(480, 860, 6.0)
    figure.draw(own, spec, ask, (), THINGS)
    return stage.cuts[-1].sheet.pixels, figure.colours(pen, spec)


@pytest.mark.parametrize("kind", sorted(archetypes.ARCHETYPES))
@pytest.mark.parametrize("front", [False, True], ids=["side", "front"])
def test_nobody_is_without_a_face(kind, front):
    spec = archetypes.filled(archetypes.spec_of(Thing(id="x", kind=kind)), kind)
    pixels, dress = face_colours(spec, Ask(pose="stand", front=front))
    wanted = np.array(dress.skin) * 255
    near = np.abs(pixels[..., :3].astype(float) - wanted).max(axis=2) < 34
    upper = near[: int(pixels.shape[0] * 0.45)] & (pixels[: int(pixels.shape[0] * 0.45), :, 3] > 250)
    assert upper.sum() > 60, "no skin above the shoulders"
    rows, columns = np.flatnonzero(upper.any(axis=1)), np.flatnonzero(upper.any(axis=0))
    head = pixels[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    assert (head[..., :3].max(axis=2) < 90).sum() >= 4, "no eyes"


@pytest.mark.parametrize("pose", sorted(POSES))
@pytest.mark.parametrize("age", ["child", "young", "adult", "old"])
def test_every_pose_stands_on_the_ground_and_keeps_limbs_their_length(pose, age):
    build = proportions(FigureSpec(age=age))
    at = joints(build, POSES[pose])
    lowest = max(point[1] for leg in (at.near_leg, at.far_leg) for point in leg)
    assert -POSES[pose].lift - 3 <= lowest <= 0.1
    for row, lengths in (
        (at.near_arm, (build.upper, build.fore)), (at.far_arm, (build.upper, build.fore)),
        (at.near_leg, (build.thigh, build.shin)), (at.far_leg, (build.thigh, build.shin)),
    ):  # fmt: skip
        for (a, b), length in zip(itertools.pairwise(row), lengths, strict=True):
            assert np.hypot(a[0] - b[0], a[1] - b[1]) == pytest.approx(length, abs=1e-6)


def test_feelings_look_different():
    spec = archetypes.filled(FigureSpec(hair="short"), "same")
    seen = {name: face_colours(spec, Ask(feeling=name))[0].tobytes() for name in FACES}
    assert len(set(seen.values())) == len(FACES)


def test_a_person_of_the_same_name_is_the_same_and_a_crowd_is_mixed():
    open_spec = archetypes.spec_of(Thing(id="x", kind="person"))
    assert archetypes.filled(open_spec, "nora") == archetypes.filled(open_spec, "nora")
    crowd = {archetypes.varied(open_spec, seed).model_dump_json() for seed in range(12)}
    assert len(crowd) > 8

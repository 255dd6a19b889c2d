"""The kit's things: there are many, each draws in its box with a sensible cover, the same every time, in every look."""

from __future__ import annotations

import zlib
from dataclasses import replace

import numpy as np
import pytest

from engine import looks
from engine.illustrate import kit
from engine.illustrate.contact import plain_stage
from engine.illustrate.kit.registry import Ask
from engine.illustrate.kit.stuff import worn_light
from engine.illustrate.kit.things import contents

kit.load()
EVERY = kit.registry.things()
THINGS = {name: info for name, info in EVERY.items() if info.category not in ("animal", "diagram")}
LOOKS = looks.names()
SIDE = 96


def drawn(name: str, pose: str = "", look: str = "paper", time: str = "day") -> tuple[np.ndarray, float]:
    """The pixels of a thing alone on a small sheet, and the share of its box that it covers."""
    info = THINGS[name]
    left, top, right, foot = info.box
    stage = plain_stage(look, time, pixels=SIDE)
    scale = 420 / max(right - left, foot - top)
    pen = replace(stage.sheet(name, 0.7, haze=0, lift=0), wobble=0.5)
    x, y = 480 - scale * (left + right) / 2, 480 - scale * (top + foot) / 2
    info.draw(pen.at(x, y, scale), Ask(pose=pose, lit=time == "night"))
    pixels = stage.cuts[-1].sheet.pixels if stage.cuts[-1].sheet.dirty else stage.cuts[-2].sheet.pixels
    u = stage.frame.pixels
    return pixels, (pixels[..., 3] > 150).sum() / ((right - left) * (foot - top) * (scale * u) ** 2)


def test_there_are_at_least_160_things_besides_animals_and_figures_of_diagrams():
    assert len(THINGS) >= 160


@pytest.mark.parametrize("name", sorted(THINGS))
def test_a_thing_covers_a_sensible_share_of_its_box_in_each_pose(name):
    for pose in THINGS[name].poses or ("",):
        _, share = drawn(name, pose)
        assert 0.06 <= share <= 1.15, (pose, share)


@pytest.mark.parametrize("name", sorted(THINGS)[::9])
def test_a_thing_is_the_same_every_time(name):
    assert drawn(name)[0].tobytes() == drawn(name)[0].tobytes()


def test_no_two_things_look_the_same():
    seen = {zlib.crc32(drawn(name)[0].tobytes()) for name in sorted(THINGS)[::4]}
    assert len(seen) == len(sorted(THINGS)[::4])


@pytest.mark.parametrize("look", LOOKS)
def test_things_can_be_drawn_in_every_look_by_night(look):
    for name in sorted(THINGS)[LOOKS.index(look) :: 7 * len(LOOKS)]:
        assert drawn(name, look=look, time="night")[1] > 0.05, name


def test_every_word_finds_one_thing():
    for name, info in THINGS.items():
        assert info.words[0] == name
        for word in info.words:
            assert kit.registry.found_thing(word).name == name, word
            assert word == word.lower().strip()


def test_a_thing_is_of_a_kind_and_never_only_of_itself():
    for name, info in THINGS.items():
        assert info.kinds
        assert name not in info.kinds


def test_what_is_held_has_a_grip_and_points_lie_in_the_box():
    for name, info in THINGS.items():
        left, top, right, foot = info.box
        assert info.contact != "held" or info.grip is not None, name
        for point in (info.grip, info.seat, *info.tops):
            assert point is None or (left <= point[0] <= right and top - 2 <= point[1] <= foot), name


def test_slots_recolour_a_thing():
    for name, slot in (("car", "body"), ("bus", "body"), ("book", "cover"), ("umbrella", "cloth"), ("apple", "skin")):
        assert slot in THINGS[name].slots
        stage = plain_stage("paper", pixels=SIDE)
        pen = replace(stage.sheet(name, 0.7, haze=0, lift=0), slots={slot: "purple"})
        THINGS[name].draw(pen.at(480, 700, 3), Ask())
        plain, changed = drawn(name)[0], stage.cuts[-1].sheet.pixels
        assert changed[..., 2].astype(int).sum() != plain[..., 2].astype(int).sum()


def coloured(name: str, **options: str) -> np.ndarray:
    """The mean colour of a thing alone, with these options."""
    stage = plain_stage("paper", pixels=SIDE)
    pen = replace(stage.sheet(name, 0.7, haze=0, lift=0), wobble=0.5).at(480, 700, 3)
    EVERY[name].draw(worn_light(pen, EVERY[name].box, options), Ask(options=options))
    pixels = stage.cuts[-1].sheet.pixels.astype(float)
    return pixels[pixels[..., 3] > 250][:, :3].mean(axis=0)


@pytest.mark.parametrize(
    "name", ["cup", "glass", "jug", "bowl", "pot", "bucket", "frying pan", "spoon", "plate", "bottle"]
)
def test_a_vessel_shows_what_it_holds(name):
    looks_ = [coloured(name, holds=word).round(2).tolist() for word in ("milk", "coffee", "egg")]
    assert looks_[0] != looks_[1] != looks_[2]
    assert sum(looks_[0]) > sum(looks_[1])


def test_every_kind_of_contents_can_be_drawn():
    for word in contents.FORM_OF:
        assert coloured("bowl", holds=word).size == 3, word


def test_contents_that_nothing_is_known_of_leave_a_vessel_empty():
    assert coloured("bowl", holds="thought").tolist() == coloured("bowl").tolist()


@pytest.mark.parametrize("name", ["sword", "horse", "key", "gift"])
def test_a_stuff_colours_all_of_a_thing(name):
    gold, silver = coloured(name, material="gold"), coloured(name, material="silver")
    assert gold[0] - gold[2] > 30 + (silver[0] - silver[2])


def test_what_glows_gives_light_of_its_colour():
    stage = plain_stage("paper", "night", pixels=SIDE)
    pen = stage.sheet("tube", 0.7, haze=0, lift=0).at(480, 700, 3)
    worn_light(pen, EVERY["test tube"].box, {"glow": "blue"})
    light = stage.cuts[-1].lights.pixels.astype(int).sum(axis=(0, 1))
    assert light[2] > light[0] > 0

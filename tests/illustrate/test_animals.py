"""Animals: there are enough of them, in poses that differ, with eyes, in a person's colours, and in every look."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.illustrate import kit
from engine.illustrate.contact import plain_stage
from engine.illustrate.kit.animals.beasts import Build, bones
from engine.illustrate.kit.registry import Ask

kit.load()
ANIMALS = {name: info for name, info in sorted(kit.registry.things().items()) if info.category == "animal"}
WANTED = [
    "dog",
    "cat",
    "horse",
    "cow",
    "goat",
    "sheep",
    "pig",
    "donkey",
    "elephant",
    "lion",
    "tiger",
    "bear",
    "wolf",
    "fox",
    "rabbit",
    "hare",
    "deer",
    "monkey",
    "mouse",
    "squirrel",
    "camel",
    "bird",
    "crow",
    "owl",
    "duck",
    "hen",
    "rooster",
    "eagle",
    "parrot",
    "peacock",
    "fish",
    "whale",
    "dolphin",
    "turtle",
    "tortoise",
    "frog",
    "snake",
    "crocodile",
    "butterfly",
    "bee",
    "ant",
    "spider",
    "snail",
    "crab",
]
SLEEPERS = sorted(name for name, info in ANIMALS.items() if "sleep" in info.poses and "stand" in info.poses)


def drawn(name: str, pose: str, look: str = "paper", slots: dict[str, str] | None = None) -> np.ndarray:
    """The sheet (premultiplied RGBA) of one animal alone."""
    info = ANIMALS[name]
    stage = plain_stage(look, pixels=150)
    x0, _, x1, _ = info.box
    scale = 640 / max(x1 - x0, 108)
    pen = replace(stage.sheet(name, 0.7, haze=0, lift=0), wobble=0.5, slots=slots or {})
    info.draw(pen.at(480 - scale * (x0 + x1) / 2, 800, scale), Ask(pose=pose))
    return stage.cuts[-1].sheet.pixels.copy()


@pytest.mark.parametrize("word", WANTED)
def test_an_animal_of_stories_can_be_drawn(word):
    assert kit.registry.found_thing(word).category == "animal"


def test_every_animal_has_poses_that_look_different():
    same = []
    for name, info in ANIMALS.items():
        seen = {drawn(name, pose).tobytes() for pose in info.poses[:4]}
        if len(seen) < min(3, len(info.poses)):
            same.append(name)
    assert same == []


@pytest.mark.parametrize("name", SLEEPERS)
def test_who_sleeps_lies_lower_than_who_stands(name):
    heights = [np.flatnonzero((drawn(name, pose)[..., 3] > 160).any(axis=1))[0] for pose in ("stand", "sleep")]
    assert heights[1] >= heights[0] - 2


@pytest.mark.parametrize("name", ["horse", "fox", "bird", "fish", "owl", "snake"])
def test_a_coat_takes_the_colour_that_a_person_chose(name):
    red, blue = (drawn(name, "", slots={"coat": colour}).astype(float) for colour in ("red", "blue"))
    solid = (red[..., 3] > 250) & (blue[..., 3] > 250)
    assert (red[solid][:, 0] - blue[solid][:, 0]).mean() > 20


@pytest.mark.parametrize("look", ["paint", "ink", "night", "chalk"])
@pytest.mark.parametrize("name", ["elephant", "peacock", "spider", "turtle"])
def test_an_animal_is_drawn_in_every_look(name, look):
    pixels = drawn(name, "", look)
    solid = pixels[..., 3] > 250
    assert solid.sum() > 300
    assert pixels[solid][:, :3].std() > 8


@pytest.mark.parametrize("pose", ["stand", "walk", "run", "sit", "lie", "sleep", "eat", "look up"])
def test_a_beast_has_its_feet_on_the_ground_and_its_trunk_above(pose):
    frame = bones(Build(), pose)
    assert max(leg[2][1] for leg in frame.legs) <= 0.5
    assert frame.body.bounds[3] <= 4
    assert frame.neck[1][0] > frame.hip[0]


def test_drawing_an_animal_twice_gives_the_same_bytes():
    for name in ("sheep", "hedgehog", "peacock"):
        assert drawn(name, "").tobytes() == drawn(name, "").tobytes()

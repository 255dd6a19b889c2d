"""Scenes become the same pictures everywhere, in every look and shape."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from engine import looks
from engine.errors import UserError
from engine.illustrate import Scene, Thing, compose
from tests.illustrate.scenes import EVERY, LIGHTHOUSE, VILLAGE

ROOT = Path(__file__).parents[2]
HASHING = (
    "import hashlib, sys; from engine.illustrate import Scene, compose;"
    "print(hashlib.sha256(compose(Scene.model_validate_json(sys.stdin.read()), 'paper', 480, 270).picture()).hexdigest())"
)


def test_another_process_draws_the_same_bytes():
    here = hashlib.sha256(compose(VILLAGE, "paper", 480, 270).picture()).hexdigest()
    there = subprocess.run(
        [sys.executable, "-c", HASHING], input=VILLAGE.model_dump_json(), capture_output=True, text=True, check=True,
        cwd=ROOT, env={"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "7", "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    assert there.stdout.strip() == here


@pytest.mark.parametrize("name", looks.names())
def test_every_look_draws_every_setting_with_contrast_and_no_empty_place(name):
    for scene in EVERY:
        picture = compose(scene, name, 384, 216).picture()
        assert picture.shape == (216, 384, 3)
        assert picture.std() > 14, (scene.setting, name)


def test_looks_differ_from_each_other():
    pictures = [compose(LIGHTHOUSE, name, 384, 216).picture().astype(int) for name in looks.names()]
    for i, one in enumerate(pictures):
        for other in pictures[i + 1 :]:
            assert np.abs(one - other).mean() > 4


@pytest.mark.parametrize("size", [(480, 270), (270, 480), (360, 360), (320, 400)])
def test_a_picture_has_the_size_that_was_asked_for_and_its_layers_reach_its_margin(size):
    drawn = compose(VILLAGE, "paper", *size)
    assert drawn.picture().shape == (size[1], size[0], 3)
    sky = drawn.layers[0]
    assert (sky.x, sky.y) == (-drawn.margin, -drawn.margin)
    assert sky.pixels.shape[:2] == (size[1] + 2 * drawn.margin, size[0] + 2 * drawn.margin)


def test_layers_are_premultiplied_go_from_far_to_near_and_name_their_things():
    drawn = compose(LIGHTHOUSE, "paper", 384, 216)
    assert [layer.depth for layer in drawn.layers] == sorted(layer.depth for layer in drawn.layers)
    assert {layer.thing for layer in drawn.layers} >= {"tower", "boat"}
    boat = next(layer for layer in drawn.layers if layer.name == "boat")
    assert boat.motion.kind == "bob"
    light = next(layer for layer in drawn.layers if layer.name == "tower light")
    assert light.blend == "screen"
    assert not light.pixels[..., 3].any()
    solid = boat.pixels.astype(int)
    assert (solid[..., :3].max(axis=2) <= solid[..., 3] + 24).all()


def test_a_thing_is_drawn_where_the_scene_puts_it():
    for x in (0.25, 0.75):
        scene = Scene(setting="sea", options={"rock": "no"}, things=(Thing(id="b", kind="boat", x=x, depth=0.6),))
        layer = next(each for each in compose(scene, "paper", 640, 360).layers if each.name == "b")
        alpha = layer.pixels[..., 3] > 200
        centre = layer.x + np.flatnonzero(alpha.any(axis=0)).mean()
        assert abs(centre - 640 * x) < 16


def test_what_the_kit_does_not_have_is_said_in_one_sentence():
    with pytest.raises(UserError, match="There is no setting 'moonbase'"):
        compose(Scene(setting="moonbase"), "paper", 320, 180)
    with pytest.raises(UserError, match="cannot draw 'quark'"):
        compose(Scene(setting="sea", things=(Thing(id="q", kind="quark"),)), "paper", 320, 180)
    with pytest.raises(UserError, match="cannot be drawn"):
        compose(Scene(setting="sea"), "paper", 20, 20)


@pytest.mark.parametrize("weather", ["clear", "cloud", "rain", "storm", "snow", "fog", "wind"])
def test_every_weather_changes_the_village(weather):
    plain = compose(Scene(setting="village"), "paper", 320, 180).picture().astype(int)
    other = compose(Scene(setting="village", weather=weather), "paper", 320, 180).picture().astype(int)
    assert weather == "clear" or np.abs(plain - other).mean() > 0.4


@pytest.mark.parametrize("kind", ["boat", "sailing ship"])
@pytest.mark.parametrize("look", ["paint", "paper"])
def test_sails_stand_off_a_grey_sky(kind, look):
    ship = Thing(id="b", kind=kind, x=0.4, y=0.7, height=0.5, depth=0.6, role="hero")
    scene = Scene(setting="sea", weather="rain", things=(ship,))
    drawn = compose(scene, look, 640, 360)
    empty = compose(scene.model_copy(update={"things": ()}), look, 640, 360)
    layer = next(each for each in drawn.layers if each.name == "b")
    covered = layer.pixels[: 200 - layer.y, :, 3] > 230  # what is above the hull
    there = np.s_[layer.y : 200, layer.x : layer.x + layer.pixels.shape[1]]
    lightness = [each.flat()[there].mean(axis=2)[covered] for each in (drawn, empty)]
    assert np.median(np.abs(lightness[0] - lightness[1])) > 32

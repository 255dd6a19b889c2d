"""A scene is data that a person can save, edit and load."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from engine.illustrate import FigureSpec, Scene, Thing
from tests.illustrate.scenes import EVERY


@pytest.mark.parametrize("scene", EVERY, ids=[scene.setting for scene in EVERY])
def test_a_scene_comes_back_from_its_text_as_it_was(scene):
    assert Scene.model_validate_json(scene.model_dump_json()) == scene


def test_two_things_may_not_share_an_id():
    with pytest.raises(ValidationError, match="two things of the scene have the id 'a'"):
        Scene(setting="sea", things=(Thing(id="a", kind="boat"), Thing(id="a", kind="candle")))


def test_a_scene_says_which_field_it_does_not_know():
    with pytest.raises(ValidationError, match="wether"):
        Scene.model_validate({"setting": "sea", "wether": "rain"})


def test_a_scene_cannot_be_changed_but_copied():
    scene = Scene(setting="sea")
    with pytest.raises(ValidationError):
        scene.time = "night"
    assert scene.model_copy(update={"time": "night"}).time == "night"


def test_a_figure_keeps_what_was_said_about_it():
    spec = FigureSpec(age="old", extras=("scarf",), colours={"top": "red"})
    assert FigureSpec.model_validate_json(spec.model_dump_json()) == spec

"""A film's course of hour and weather is laid over its shots once: a changed picture changes no other, what is planned later follows it."""

import pytest

from engine.artifacts import Brief
from engine.errors import BadEdit
from engine.project import create_project
from engine.types import Key
from tests.build.films import run

TEXT = (
    "The harbour sleeps at night. A boat waits by the wall. A girl comes down the steps. She unties the rope and waits."
)


@pytest.fixture
def film(tmp_path):
    with create_project(tmp_path / "film", Brief(text=TEXT, sizes=("320x180",)), {"music": "none"}) as found:
        run(found, target="keyframe")
        yield found


def hours(film):
    view = film.view()
    return [view.content(Key("shotlist", unit)).hour for unit in view.content(Key("shotlist", "order")).shots]


def test_a_changed_picture_changes_no_other_even_where_it_tells_another_hour(film):
    assert len(hours(film)) >= 2 and set(hours(film)) == {"night"}
    film.edit("shotlist:s01", field="picture", value="The harbour in a storm at dawn")
    again = {step.key for step in film.plan("keyframe")}
    assert {str(key) for key in again} == {"keyframe:s01"} and set(hours(film)) == {"night"}


def test_the_hour_of_a_shot_is_a_persons_to_change(film):
    film.edit("shotlist:s02", field="hour", value="day")
    assert {str(step.key) for step in film.plan("keyframe")} == {"keyframe:s02"}
    with pytest.raises(BadEdit, match="no setting that can be drawn; choose one of: abstract"):
        film.edit("shotlist:s02", field="setting", value="the moon's far side")
    with pytest.raises(BadEdit, match="no land that can be drawn; choose one of: africa"):
        film.edit("shotlist:s02", field="land", value="the moon")
    film.edit("shotlist:s02", field="land", value="japan")


def test_a_new_shot_takes_the_course_of_the_one_before(film):
    unit = film.insert("shotlist", "s01", {"spans": [{"line": "l02", "first": 0, "last": 2}], "picture": "A wall"})
    assert film.view().content(Key.parse(unit)).hour == "night"

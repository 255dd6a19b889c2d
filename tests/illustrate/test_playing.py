"""What the words tell of a part, an hour or a hand is seen on the thing or person that has it, and nowhere else."""

from __future__ import annotations

import numpy as np
import pytest

from engine.illustrate import Scene, compose
from engine.illustrate.kit import registry
from engine.illustrate.scene import Thing
from engine.illustrate.words import Told, tell
from engine.illustrate.words.playing import hour_told
from tests.illustrate.requests import MARTA, TOM, request


def told(text: str, **more) -> Told:
    return tell(request(text, **more))


def kinds(made: Told) -> list[str]:
    return [actor.kind for actor in made.actors]


@pytest.mark.parametrize(
    ("words", "hour"),
    [
        ("the clock strikes twelve", 12),
        ("at midnight the clock rings", 12),
        ("the clock shows half past three", 3.5),
        ("the clock shows quarter to six", 5.75),
        ("at 4 he looks at the clock", 4),
        ("twelve clocks hang there", None),
        ("a clock on the wall", None),
    ],
)
def test_the_hour_of_a_clock_is_what_the_words_tell(words, hour):
    assert hour_told(words) == hour


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "kind", "option", "value"),
    [
        ("In the hall a clock strikes twelve", "clock", "hour", "12"),
        ("An old house stands on a hill; one window is lit", "house", "windows", "one"),
        ("At night the door opens by itself, on the hill", "house", "door", "open"),
        ("Turn the pancake when bubbles appear", "frying pan", "holds", "pancake"),
        ("The robot’s left wheel is broken", "robot", "wheel", "broken"),
        ("The monkey dances in the robot’s light in the jungle", "robot", "glow", "yes"),
    ],
)
def test_a_part_is_on_the_thing_that_has_it(text, kind, option, value):
    made = told(text)
    assert next(actor for actor in made.actors if actor.kind == kind).options[option] == value
    assert not {"lamp", "door", "window"} & set(kinds(made))


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "pose"), [("The whale’s heart is big", "heart"), ("The whale’s tongue is big", "tongue")]
)
def test_what_is_inside_a_whale_is_shown_by_its_open_body(text, pose):
    made = told(text)
    assert next(actor for actor in made.actors if actor.kind == "whale").pose == pose
    assert pose in made.shows
    assert pose not in made.missing


@pytest.mark.models
def test_a_heart_that_is_not_there_opens_no_whale():
    assert next(actor for actor in told("A whale swims in the sea").actors if actor.kind == "whale").pose != "heart"


@pytest.mark.models
def test_who_is_on_the_moon_wears_a_suit_and_who_flies_in_space_floats():
    made = told("Tom stands in space", entries={"tom": TOM})
    assert made.actors[0].figure is not None
    assert made.actors[0].figure.hat == "space"
    assert told("Three astronauts fly through space").actors[0].pose == "fly"


@pytest.mark.models
def test_who_climbs_a_ladder_is_on_its_rungs():
    made = told("Tom climbs up a ladder in the garden", entries={"tom": TOM})
    assert any(one == "tom" and how == "on" for one, how, _ in made.relations)
    assert next(actor for actor in made.actors if actor.id == "tom").pose == "climb"


@pytest.mark.models
def test_what_is_put_on_the_floor_stands_on_no_table():
    made = told("Marta puts the lantern on the floor in the hall", entries={"marta": MARTA})
    assert "table" not in kinds(made)


@pytest.mark.models
def test_paper_that_somebody_writes_on_is_in_the_hands():
    made = told("Tom writes on paper in the room", entries={"tom": TOM})
    assert next(actor for actor in made.actors if actor.id == "tom").holding


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "kind", "option", "value", "gone"),
    [
        ("A woman puts a photo of grandfather on the table", "photograph", "holds", "grandfather", "grandfather"),
        ("A portrait of a queen hangs in the hall", "photograph", "holds", "queen", "queen"),
        ("A girl rings the bell of her bicycle", "bicycle", "bell", "rings", "bell"),
        ("A woman stirs black ore in the shed", "cauldron", "holds", "ore", "stone"),
    ],
)
def test_two_nouns_that_are_one_thing_are_drawn_as_one(text, kind, option, value, gone):
    made = told(text)
    assert next(actor for actor in made.actors if actor.kind == kind).options[option] == value
    assert gone not in kinds(made)


@pytest.mark.models
def test_a_bell_that_has_a_tower_is_no_bicycles():
    made = told("A boy rings the bell of the church beside his bicycle")
    assert any("bell" in kind for kind in kinds(made))


@pytest.mark.models
def test_a_caravan_of_camels_is_one_row_of_them():
    made = told("A caravan of camels crosses the desert")
    assert [(actor.kind, actor.count) for actor in made.actors] == [("camel", 4)]
    assert "camels" in made.shows


@pytest.mark.models
def test_a_carriage_of_clouds_has_them_at_its_foot():
    made = told("A carriage of clouds comes down in the garden")
    cart, cloud = (next(a.id for a in made.actors if each in a.kind) for each in ("coach", "cloud"))
    assert (cloud, "under", cart) in made.relations


@pytest.mark.models
def test_an_animal_on_anothers_head_is_there():
    made = told("A parrot sits on the robot’s head in the jungle")
    assert any(how == "on" and other.startswith("robot") for _, how, other in made.relations)


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("clock", {"hour": "6"}),
        ("robot", {"wheel": "broken"}),
        ("house", {"windows": "one"}),
        ("house", {"door": "open"}),
        ("alarm clock", {"hour": "12"}),
        ("photograph", {"holds": "old man"}),
        ("bicycle", {"bell": "rings"}),
        ("cauldron", {"holds": "ore"}),
    ],
)
def test_an_option_of_a_thing_changes_its_drawing(kind, options):
    assert kind in registry.things()
    plain, other = (
        compose(Scene(setting="abstract", things=(Thing(id="it", kind=kind, height=0.6, options=each),)), "paper", 240, 136).picture()
        for each in ({}, options)
    )  # fmt: skip
    assert np.abs(plain.astype(int) - other.astype(int)).max() > 60


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "kind", "colours", "shown"),
    [
        ("A boat with a white sail comes into the harbour", "boat", {"sail": "white"}, "white sail"),
        ("A house with a red roof and a blue door", "house", {"roof": "red", "door": "blue"}, "red roof"),
        ("A cat sits under a tree with yellow leaves", "tree", {"leaves": "yellow"}, "yellow leaves"),
        ("A dog with black fur runs", "dog", {"coat": "black"}, "black fur"),
        ("The wind fills the sail of the boat", "boat", {}, "sail"),
    ],
)
def test_a_part_is_on_its_thing_in_its_colour(text, kind, colours, shown):
    made = told(text)
    owner = next(actor for actor in made.actors if actor.kind == kind)
    assert owner.colours == colours and shown in made.shows and shown not in made.missing
    assert len(made.actors) == 1 + (kind == "tree")


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "seen", "unseen"),
    [
        ("Clara finds a photograph of a girl in a white dress", "photograph", "dress"),
        ("In the hive the queen lays eggs", "bee", "queen"),
        ("The app on the phone tells the time", "phone", "telephone"),
        ("A girl falls asleep on the sofa", "girl", "falling"),
        ("A candle floats down the long hall", "candle", "bed"),
    ],
)
def test_what_belongs_to_another_thing_is_no_thing_of_its_own(text, seen, unseen):
    made = told(text)
    there = [*kinds(made), *(thing for actor in made.actors for thing in actor.holding)]
    assert sum(kind.startswith(seen) for kind in there) == 1 and unseen not in there
    assert not any("fall" in actor.pose for actor in made.actors)


@pytest.mark.models
def test_stairs_are_one():
    assert [a.count for a in told("A girl tiptoes down the stairs").actors if a.kind == "stairs"] == [1]


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("A flock of birds flies south", "bird", 12),
        ("A herd of cows stands on the hill", "cow", 12),
        ("A family of mice lives in the wall", "mouse", 5),
        ("A group of children plays", "child", 3),
    ],
)
def test_a_herd_is_its_animals(text, kind, count):
    made = told(text)
    assert [(a.kind, a.count) for a in made.actors if a.kind != "wall"] == [(kind, count)]
    assert not made.missing


@pytest.mark.models
@pytest.mark.parametrize("thing", ["vacuum cleaner", "pram"])
def test_a_thing_without_art_is_said_to_be_missing_and_is_nobody(thing):
    made = told(f"A woman pushes a {thing} in the room")
    assert [actor.kind for actor in made.actors] == ["woman"] and thing in made.missing and thing not in made.shows

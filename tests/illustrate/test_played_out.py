"""What rescuers, cooks, beasts and pourers do is seen where it happens, and things look alike in all shots of a film."""

from __future__ import annotations

import numpy as np
import pytest

from engine.illustrate import Scene, compose
from engine.illustrate.compose import staged
from engine.illustrate.kit.figures import archetypes
from engine.illustrate.layout import Layout, laid_out
from engine.illustrate.scene import Thing
from engine.illustrate.words import Told, tell
from engine.illustrate.words.record import Actor
from tests.illustrate.requests import request

pytestmark = pytest.mark.models
SIZES = ["640x360", "360x640", "480x480"]


def told(text: str, **more) -> Told:
    return tell(request(text, **more))


def layout(text: str, size: str = "640x360", **more) -> Layout:
    width, height = (int(side) for side in size.split("x"))
    return laid_out(told(text, size=size, **more), width, height)


def of_kind(found: Told, kind: str) -> Actor:
    return next(actor for actor in found.actors if actor.kind == kind)


def box(found: Layout, kind: str) -> tuple[float, float, float, float]:
    return found.boxes[next(thing.id for thing in found.scene.things if thing.kind == kind)]


@pytest.mark.parametrize("size", SIZES)
def test_who_is_rescued_from_a_roof_in_a_flood_is_on_it_and_hides_no_rescuer(size):
    text = "In the flooded village firefighters rescue a family from a roof with a boat"
    roof, family, boat = (box(layout(text, size), kind) for kind in ("roof in the flood", "family", "rowing boat"))
    assert roof[0] < (family[0] + family[2]) / 2 < roof[2]
    assert family[3] < (roof[1] + roof[3]) / 2
    assert family[2] < boat[0] or boat[2] < family[0]
    assert "roof" in told(text).shows


def test_a_roof_where_no_flood_is_stands_in_no_water():
    assert not [actor for actor in told("A man looks at a roof in the village").actors if "roof" in actor.kind]


def test_many_cooks_stand_beside_their_pot_and_one_has_a_spoon():
    found = told("In the classroom three women cook soup")
    pot = of_kind(found, "pot")
    assert pot.options["holds"] == "soup"
    cooks = next(actor for actor in found.actors if actor.family == "person")
    assert cooks.holding == ("spoon",)
    assert any(one == cooks.id and how == "beside" for one, how, _ in found.relations)


def test_what_is_cooked_out_of_doors_hangs_over_its_fire():
    assert of_kind(told("In the forest a woman cooks soup"), "cauldron")


def test_what_stands_alone_on_a_table_stands_in_its_middle():
    found = layout("A photo stands on the table in the room")
    table, photo = box(found, "table"), box(found, "photograph")
    assert (photo[0] + photo[2]) / 2 == pytest.approx((table[0] + table[2]) / 2, abs=0.02)


@pytest.mark.parametrize("size", SIZES)
def test_a_spoon_is_poured_over_its_pan_with_what_it_holds(size):
    text = "Melt the butter in a hot pan; pour a spoon of batter into the pan"
    assert of_kind(told(text), "pouring spoon").options["holds"] == "batter"
    found = layout(text, size, framing="detail")
    spooned, pan = box(found, "pouring spoon"), box(found, "frying pan")
    assert pan[0] < (spooned[0] + spooned[2]) / 2 < pan[2]
    assert spooned[3] < pan[3]


@pytest.mark.parametrize(
    ("text", "kind", "pose"),
    [
        ("In the swamp a crocodile claps", "crocodile", "swim snap"),
        ("A crocodile swims in the river", "crocodile", "swim"),
        ("A duck in the pond", "duck", "swim"),
        ("A crocodile sleeps on the river bank", "crocodile", "lie"),
        ("A crocodile bites", "crocodile", "snap"),
    ],
)
def test_a_beast_in_the_water_swims_and_opens_its_jaws_where_that_is_told(text, kind, pose):
    assert of_kind(told(text), kind).pose == pose


def test_a_crocodile_in_its_swamp_hides_nobody_on_the_bank():
    found = layout("At night a monkey and a robot stand by the river; in the swamp a crocodile claps")
    depth = {thing.kind: thing.depth for thing in found.scene.things}
    assert depth["robot"] > depth["crocodile"]


def test_a_snake_tied_to_a_pole_is_drawn_along_it():
    found = told("A girl tied the python to a bamboo pole on the savanna")
    assert of_kind(found, "snake").pose == "tied"
    assert not [actor for actor in found.actors if actor.kind == "bamboo"]
    assert "bamboo pole" in found.shows


def test_what_a_whale_eats_is_before_its_mouth():
    found = layout("The whale eats tiny shrimps in the sea")
    whale, shrimps = box(found, "whale"), box(found, "shrimp")
    facing = next(thing.facing for thing in found.scene.things if thing.kind == "whale")
    assert (shrimps[0] > whale[0] + 0.8 * (whale[2] - whale[0])) == (facing == "right")
    assert shrimps[1] > whale[1]


def test_a_beast_that_drops_stones_into_a_jug_is_at_it():
    found = told("The crow drops the stones into the jug in the desert")
    crow, jug = of_kind(found, "crow"), of_kind(found, "jug")
    assert (crow.id, "at", jug.id) in found.relations


@pytest.mark.parametrize(
    ("text", "level"), [("The water in the clay jug is low", "low"), ("A full jug of milk", "high")]
)
def test_a_vessel_is_filled_as_high_as_is_told(text, level):
    assert of_kind(told(text), "jug").options["level"] == level


def test_a_clay_jug_shows_the_water_in_it():
    pictures = [
        compose(
            Scene(setting="abstract", things=(Thing(id="j", kind="jug", y=0.9, height=0.6, options=options),)),
            "paper", 200, 112,
        ).picture().astype(int)
        for options in ({"material": "clay"}, {"material": "clay", "holds": "water"},
                        {"material": "clay", "holds": "water", "level": "low"})
    ]  # fmt: skip
    assert np.abs(pictures[0] - pictures[1]).max() > 60
    assert np.abs(pictures[1] - pictures[2]).max() > 60


@pytest.mark.parametrize(
    ("text", "material"), [("The crow looks at the jug", "clay"), ("The crow looks at the glass jug", "glass")]
)
def test_a_thing_looks_as_the_films_other_shots_tell_it(text, material):
    made = of_kind(told(text, things={"clay jug": "a tall clay jug"}), "jug")
    assert made.options["material"] == material


def test_a_photo_shows_whom_it_is_of_or_the_one_is_missing():
    made = told("A photo of grandfather stands on the table")
    assert of_kind(made, "photograph").options["holds"] == "grandfather"
    assert not made.missing
    assert [said for said in told("A photo of Zorblax stands on the table").missing if said.lower() == "zorblax"]
    scenes = [
        Scene(setting="abstract", things=(Thing(id="p", kind="photograph", y=0.9, height=0.6, options=options),))
        for options in ({}, {"holds": "grandfather"}, {"holds": "grandmother"}, {"holds": "dog"})
    ]
    drawn = [compose(scene, "paper", 160, 90).picture().astype(int) for scene in scenes]
    assert all(np.abs(one - other).max() > 40 for i, one in enumerate(drawn) for other in drawn[:i])


@pytest.mark.parametrize(("kind", "age"), [("grandmother", "old"), ("girl", "child")])
def test_several_grandmothers_are_old_women_and_girls_are_girls(kind, age):
    base = archetypes.spec_of(Thing(id="one", kind=kind))
    assert {(each.age, each.woman) for each in (archetypes.varied(base, seed) for seed in range(9))} == {(age, True)}


def test_words_that_only_list_things_are_at_the_place_named_first():
    place = {"place-school": {"kind": "place", "name": "school", "look": ""}}
    made = told("The mayor, the bridge, the school", entries=place, place="place-school", framing="close")
    assert made.setting == "bridge"
    assert "school" in made.missing
    found = laid_out(made, 640, 360)
    assert found.scene.camera.framing == "full"  # nobody wades before it


def test_a_place_that_ends_the_words_is_drawn_where_it_is_a_thing():
    place = {"place-well": {"kind": "place", "name": "well", "look": ""}}
    text = "One by one the crow drops the stones into the jug, the well, noon"
    assert of_kind(told(text, entries=place, place="place-well", course={"setting": "desert"}), "well")


def test_what_gathers_in_a_cloud_over_hills_that_are_named_is_over_these():
    text = "The drops gather in a cloud, the hills"
    assert told(text, course={"setting": "hill"}).setting == "hill"
    assert told("A bird flies in a cloud", course={"setting": "hill"}).setting == "sky"


@pytest.mark.parametrize("size", SIZES)
def test_all_of_an_erupting_volcanos_ash_is_in_the_picture(size):
    width, height = (int(side) // 2 for side in size.split("x"))
    scene = Scene(setting="volcano", options={"erupting": "yes"})
    stage = staged(scene, "paper", width, height)
    canopy = next(cut for cut in stage.cuts if cut.name == "ash canopy")
    rows, columns = np.nonzero(canopy.sheet.pixels[..., 3] > 0.2)
    assert rows.min() >= stage.frame.margin
    assert columns.max() <= stage.frame.margin + width

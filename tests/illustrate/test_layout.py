"""Layouts for any shape: faces free, subjects whole, captions clear, and four candidates that are four compositions."""

from __future__ import annotations

import numpy as np
import pytest

from engine.illustrate import compose
from engine.illustrate.layout import laid_out, overlap
from engine.illustrate.words import tell
from tests.illustrate.requests import FOX, MARTA, TOM, request

pytestmark = pytest.mark.models

SIZES = ["640x360", "360x640", "480x480", "480x600"]
SHOTS = [
    ("Marta walks along the road with a dog", "wide"),
    ("Marta sits on a chair and reads a letter", "medium"),
    ("Three girls and a boy stand by the house", "medium"),
    ("A candle and a letter lie on the table", "detail"),
    ("A cat sleeps under the table beside a lamp", "wide"),
    ("Two men look at the boat on the river", "wide"),
    ("Marta with Tom, night", "close"),
    ("A lighthouse stands behind the old woman", "wide"),
    ("A dog, a cat, a boy, a girl, a tree, a house and a bicycle", "wide"),
]


def layout(text: str, framing: str, size: str = "640x360", seed: int = 0, **more):
    entries = {"marta": MARTA} if "Marta" in text else {}
    entries |= {"tom": TOM} if "Tom" in text else {}
    asked = request(text, framing=framing, size=size, entries=entries or None, **more)
    return laid_out(tell(asked), asked.width, asked.height, seed)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("text", "framing"), SHOTS)
def test_no_face_is_hidden_or_cut(text, framing, size):
    for seed in range(4):
        found = layout(text, framing, size, seed)
        depth = {thing.id: thing.depth for thing in found.scene.things}
        for who, face in found.faces.items():
            assert face[1] >= -0.02 and face[3] <= 0.86, (who, seed, face)
            assert face[0] >= -0.05 and face[2] <= 1.05, (who, seed, face)
            hiding = [other for other, box in found.boxes.items() if other != who and depth[other] > depth[who] + 0.01
                      and overlap(face, box) > 0.3]  # fmt: skip
            assert hiding == [], (who, seed)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("text", "framing"), SHOTS)
def test_heroes_are_whole_at_the_sides_and_above_the_captions(text, framing, size):
    found = layout(text, framing, size)
    hero = next(thing for thing in found.scene.things if thing.role == "hero")
    left, top, right, foot = found.boxes[hero.id]
    assert left >= -0.06 and right <= 1.06 and top >= -0.02
    if found.scene.camera.framing in ("wide", "full", "insert"):
        assert foot <= 0.9
    assert found.focus is not None
    assert found.focus[1] + found.focus[3] <= 0.861


def test_four_candidates_are_four_compositions():
    scenes = [layout("Marta walks along the road with a dog", "wide", seed=seed).scene for seed in range(4)]
    placed = {tuple((thing.id, thing.x, thing.height) for thing in scene.things) for scene in scenes}
    assert len(placed) == 4
    assert abs(scenes[0].thing("marta").x - scenes[1].thing("marta").x) > 0.15
    assert scenes[2].thing("marta").height > scenes[0].thing("marta").height > scenes[3].thing("marta").height


def test_a_sitting_person_has_something_to_sit_on():
    found = layout("Marta sits in the room", "wide")
    assert any(thing.id == "marta-seat" for thing in found.scene.things)


def test_a_rider_sits_on_the_saddle_with_feet_above_the_ground():
    found = layout("A girl rides a bicycle along the road", "wide")
    girl, bicycle = (next(t for t in found.scene.things if t.kind == kind) for kind in ("girl", "bicycle"))
    assert girl.y < bicycle.y + 0.3 * girl.height
    assert abs(girl.x - bicycle.x) < 0.1
    assert not any(thing.kind in ("bench", "chair") for thing in found.scene.things)


def test_what_stands_on_a_table_stands_on_its_top():
    found = layout("A lamp stands on the table", "wide")
    lamp, table = (next(t for t in found.scene.things if t.kind == kind) for kind in ("lamp", "table"))
    assert found.boxes[lamp.id][3] == pytest.approx(found.boxes[table.id][1], abs=0.08)
    assert lamp.depth > table.depth


def test_people_look_at_each_other():
    found = layout("Marta with Tom, night", "close")
    one, other = found.scene.thing("marta"), found.scene.thing("tom")
    left, right = (one, other) if one.x < other.x else (other, one)
    assert (left.facing, right.facing) == ("right", "left")


def test_a_close_view_is_nearer_than_a_wide_one():
    sizes = [layout("Marta smiles", framing).scene.thing("marta").height for framing in ("wide", "medium", "close")]
    assert sizes == sorted(sizes) and sizes[0] * 2 < sizes[2]


def test_a_place_is_the_same_through_the_film():
    place = {"kind": "place", "name": "village", "look": ""}
    scenes = [laid_out(tell(request(text, place="v", entries={"v": place, "fox": FOX})), 640, 360, seed).scene
              for seed, text in enumerate(("The fox runs in the village", "The fox sleeps", "The fox and a tree"))]  # fmt: skip
    assert len({(scene.setting, scene.seed, tuple(scene.options.items())) for scene in scenes}) == 1


@pytest.mark.parametrize(
    "text", ["Three girls stand by the road", "A man, a woman and a boy talk in the kitchen", "Marta with Tom"]
)
def test_people_of_a_tall_near_view_stand_on_their_ground_or_leave_the_picture_below(text):
    found = layout(text, "medium", "360x640")
    feet = [found.boxes[thing.id][3] for thing in found.scene.things if thing.id in found.faces]
    assert feet and min(feet) >= 0.84


@pytest.mark.parametrize("size", ["640x360", "360x640"])
@pytest.mark.parametrize("where", ["in the field", "in the village", "on the river bank", "in the desert"])
def test_the_foot_of_a_mountain_is_hidden_by_the_land_before_it(where, size):
    found = layout(f"A woman walks {where}, a mountain behind her", "wide", size)
    mountain = next(thing for thing in found.scene.things if thing.kind == "mountain")
    left, _, right, foot = found.boxes[mountain.id]
    assert left >= -0.2 and right <= 1.2  # it may run out of the picture, its peak may not
    width, height = (int(side) for side in size.split("x"))
    drawn = compose(found.scene, "paper", width, height)
    nearer = np.zeros((height, width), np.uint8)
    for layer in drawn.layers:
        if layer.depth > mountain.depth and layer.blend == "over" and layer.thing == "":
            x, y = max(layer.x, 0), max(layer.y, 0)
            part = layer.pixels[y - layer.y : height - layer.y, x - layer.x : width - layer.x, 3]
            here = nearer[y : y + part.shape[0], x : x + part.shape[1]]
            np.maximum(here, part, out=here)
    line = nearer[round(foot * height) - 2, max(round(left * width) + 2, 0) : round(right * width) - 2]
    assert (line > 200).mean() > 0.95


def test_an_island_and_a_volcano_over_roofs_are_not_hidden_by_sea_or_houses():
    for text, kind in (
        ("A man in the city street, a volcano erupts", "volcano"),
        ("A woman on the shore, an island", "island"),
    ):
        found = layout(text, "wide")
        assert next(thing for thing in found.scene.things if thing.kind == kind).depth >= 0.3


def test_a_boat_behind_people_lies_in_the_water_and_not_on_the_far_shore():
    found = layout("Two men look at the boat on the river", "wide", "360x640")
    boat = next(thing for thing in found.scene.things if thing.kind == "boat")
    assert found.boxes[boat.id][3] > 0.6
    assert boat.depth > 0.5


CROWDED = "A girl stands beside a bicycle, a bag, a chair, a turtle and a table in the village"


def test_a_crowded_tall_picture_has_two_rows_the_low_before_the_tall():
    found = layout(CROWDED, "wide", "360x640")
    girl = next(thing for thing in found.scene.things if thing.role == "hero")
    turtle = next(thing for thing in found.scene.things if thing.kind == "turtle")
    assert turtle.depth > girl.depth and found.boxes[turtle.id][3] > found.boxes[girl.id][3] + 0.05
    assert girl.height is not None and girl.height > 0.16


def test_a_crowded_wide_picture_keeps_one_row_where_all_have_room():
    found = layout("A girl stands beside a bag and a chair in the village", "wide")
    feet = [found.boxes[thing.id][3] for thing in found.scene.things]
    assert max(feet) - min(feet) < 0.05


@pytest.mark.parametrize("text", ["A girl sleeps in the bedroom", "A bear sleeps in the bed of the bedroom"])
@pytest.mark.parametrize("size", ["640x360", "360x640"])
def test_who_sleeps_lies_between_the_bed_and_its_quilt(text, size):
    (sleeper,) = layout(text, "medium", size).scene.things
    assert 0.535 < sleeper.depth < 0.57 and sleeper.x < 0.45


def test_who_sits_in_a_row_is_behind_the_seats_before_it_and_who_stands_on_the_boards_is_not():
    scene = layout("Marta sees her father in the third row of the theatre; the audience claps", "wide").scene
    depths = {thing.id.split("-")[0]: thing.depth for thing in scene.things}
    assert depths["father"] < 0.395 < 0.62 < depths["marta"]


def test_drawn_numbers_are_read_from_left_to_right():
    for seed in range(4):
        found = layout("Save 10 euros every month, and after one year have 120 euros in the bank", "wide", seed=seed)
        numbers = [thing for thing in found.scene.things if thing.kind == "drawn number"]
        told = sorted(numbers, key=lambda thing: thing.id)
        assert len(numbers) == 2 and [each.x for each in told] == sorted(each.x for each in told)

"""Who and what stands where beside each other: true sizes, tops of tables, houses behind people, deeds between two."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from engine.illustrate import compose, kit
from engine.illustrate.layout import Layout, laid_out, overlap
from engine.illustrate.words import tell
from tests.illustrate.requests import request

pytestmark = pytest.mark.models

WIDE = ["640x360", "360x640"]


def layout(text: str, framing: str = "wide", size: str = "640x360", seed: int = 0) -> Layout:
    asked = request(text, framing=framing, size=size)
    return laid_out(tell(asked), asked.width, asked.height, seed)


def one(found: Layout, kind: str):
    return next(thing for thing in found.scene.things if thing.kind == kind)


def box(found: Layout, kind: str) -> tuple[float, float, float, float]:
    return found.boxes[one(found, kind).id]


@pytest.mark.parametrize("size", WIDE)
@pytest.mark.parametrize("text", ["A cup and a spoon in the kitchen", "An egg, a bowl, flour and a jug in the kitchen"])
def test_small_things_of_a_near_view_stand_on_the_top_of_a_table_and_not_before_its_edge(text, size):
    found = layout(text, "detail", size)
    left, back, right, foot = box(found, "table top")
    front = foot - 0.44 * (foot - back)
    assert left < 0 and right > 1
    for thing in found.scene.things:
        if thing.kind != "table top":
            assert back < found.boxes[thing.id][3] < front, thing.kind


@pytest.mark.parametrize(
    ("text", "less", "more", "most"),
    [
        ("An egg and a bowl in the kitchen", "egg", "bowl", 0.5),
        ("A strawberry and a jar in the kitchen", "strawberry", "jar", 0.5),
        ("A spoon and a cup in the kitchen", "spoon", "cup", 1.6),
        ("A bee and a pumpkin in the kitchen", "bee", "pumpkin", 0.7),
    ],
)
def test_things_seen_near_by_are_as_large_beside_each_other_as_they_are(text, less, more, most):
    found = layout(text, "detail")
    assert 0.1 < one(found, less).height / one(found, more).height < most


@pytest.mark.parametrize("size", WIDE)
@pytest.mark.parametrize("framing", ["wide", "medium"])
@pytest.mark.parametrize(
    ("text", "large", "person"),
    [
        ("A woman looks at a windmill in the field", "windmill", "woman"),
        ("A man works beside the barn on the field", "barn", "man"),
        ("A girl waits before the church in the town", "church", "girl"),
        ("A man waits beside the bus on the road", "bus", "man"),
    ],
)
def test_houses_and_buses_tower_over_people_and_stand_behind_them(text, large, person, framing, size):
    found = layout(text, framing, size)
    assert one(found, large).height > 1.15 * one(found, person).height
    assert one(found, large).depth < one(found, person).depth
    assert box(found, large)[3] < box(found, person)[3]


def test_a_table_reaches_to_the_hips_of_grown_people_and_a_candle_is_small_on_it():
    found = layout("A woman and a candle on the table in the room")
    table, woman, candle = (one(found, kind) for kind in ("table", "woman", "candle"))
    assert 0.4 < table.height / woman.height <= 0.52
    assert candle.height < 0.6 * table.height


@pytest.mark.parametrize("size", WIDE)
def test_one_sheep_is_over_the_fence_the_others_before_and_after(size):
    found = layout("Three sheep jump over a fence", "medium", size)
    sheep = sorted((found.boxes[t.id] for t in found.scene.things if t.kind == "sheep"), key=lambda each: each[0])
    fence = box(found, "fence")
    assert len(sheep) == 3
    assert sheep[1][3] == pytest.approx(fence[1], abs=0.06)
    assert sheep[0][3] == pytest.approx(fence[3], abs=0.05) and sheep[2][3] == pytest.approx(fence[3], abs=0.05)
    assert all(left >= -0.05 and right <= 1.05 for left, _, right, _ in sheep)


@pytest.mark.parametrize("size", WIDE)
def test_what_falls_from_an_aeroplane_is_in_the_air_under_it(size):
    found = layout("A robot falls from an airplane into the jungle", size=size)
    plane, robot = box(found, "plane"), box(found, "robot")
    assert plane[3] < robot[3] < 0.75
    assert overlap(plane, robot) < 0.35


def test_a_spider_that_climbs_its_thread_hangs_from_the_top_of_the_picture():
    found = layout("A spider climbs a thread into the sky", "medium")
    spider = one(found, "spider")
    assert spider.pose == "hang" and box(found, "spider")[3] < 0.6
    assert [thing.kind for thing in found.scene.things] == ["spider"]
    drawn = compose(found.scene, "paper", 320, 180)
    layer = next(each for each in drawn.layers if each.thing == spider.id and each.blend == "over")
    assert layer.y <= 0


@pytest.mark.parametrize("size", WIDE)
@pytest.mark.parametrize("text", ["A man stands on the river bank", "Three dogs and a lamp at the river bank, night"])
def test_nobody_stands_on_the_water_of_a_bank(text, size):
    found = layout(text, "detail", size)
    for thing in found.scene.things:
        left, _, right, _ = found.boxes[thing.id]
        assert (left + right) / 2 < 0.6, thing.kind


def test_what_hangs_has_a_wall_or_stands():
    outdoors = layout("A woman brings a robe to the village, and two women bring robes")
    assert all(found[3] > 0.6 for found in outdoors.boxes.values())
    room = layout("A bell in the room")
    assert any(thing.options.get("thread") for thing in room.scene.things)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(
    "text", ["A man and a woman stand in the field", "A bus on the road", "A tall tree in the meadow"]
)
def test_nobody_stands_before_the_sun(text, seed):
    found = layout(text, "medium", seed=seed)
    light = found.scene.light
    info = kit.registry.settings()[found.scene.setting]
    x, y = (light.x, light.y) if light else info.light
    disc = (x - 0.03, y - 0.05, x + 0.03, y + 0.05)
    assert max((overlap(disc, each) for each in found.boxes.values()), default=0) < 0.2


def test_a_letter_in_a_boat_is_seen_before_its_sail():
    found = layout("A letter lies in the paper boat", "detail")
    assert one(found, "letter").depth > one(found, "paper boat").depth


# ---------------------------------------------------------------- deeds


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("A girl rides a bicycle in the park", ("girl-0", "on", "bicycle-1")),
        ("A king rides a horse", ("king-0", "on", "horse-1")),
        ("Three children in a taxi", ("child-0", "in", "taxi-1")),
        ("A boy pushes a cart", ("boy-0", "at", "cart-1")),
        ("A man hugs a dog", ("man-0", "at", "dog-1")),
        ("A man ties a goat to a tree", ("man-0", "at", "goat-1")),
        ("The bus has a driver", ("driver-1", "in", "bus-0")),
    ],
)
def test_a_deed_joins_who_does_it_to_what_it_is_done_to(text, relation):
    assert relation in tell(request(text)).relations


@pytest.mark.parametrize("size", WIDE)
def test_who_pushes_or_hugs_touches_it_and_faces_it(size):
    for text, who, other in (("A boy pushes a cart", "boy", "cart"), ("A man hugs a dog", "man", "dog")):
        found = layout(text, size=size)
        person, thing = box(found, who), box(found, other)
        assert overlap(person, thing) > 0
        toward = "right" if person[0] + person[2] < thing[0] + thing[2] else "left"
        assert one(found, who).facing == toward
    assert one(found, "man").pose == "kneel"


@pytest.mark.parametrize("size", WIDE)
@pytest.mark.parametrize("seed", range(2))
def test_a_driver_and_passengers_look_out_of_different_windows(size, seed):
    found = layout("The bus with a driver and two passengers leaves", "medium", size, seed)
    bus = box(found, "bus")
    heads = [found.boxes[t.id] for t in found.scene.things if t.options.get("window")]
    assert len(heads) == 3
    for i, head in enumerate(heads):
        assert bus[0] < head[0] and head[2] < bus[2] and bus[1] < head[1] and head[3] < (bus[1] + bus[3]) / 2 + 0.02
        assert all(overlap(head, other) < 0.05 for other in heads[i + 1 :])
    driver = one(found, "driver")
    ahead = max if one(found, "bus").facing == "right" else min
    assert found.boxes[driver.id][0] == ahead(head[0] for head in heads)


@pytest.mark.parametrize("look", ["paper", "ink"])
def test_of_who_sits_behind_a_window_nothing_is_drawn_outside_it(look):
    found = layout("A child in a taxi")
    man = one(found, "child")
    left, top, right, foot = found.boxes[man.id]
    layer = next(each for each in compose(found.scene, look, 640, 360).layers if each.thing == man.id)
    ys, xs = np.nonzero(layer.pixels[..., 3])
    slack = 6
    assert len(ys) > 100
    assert left * 640 - slack <= xs.min() + layer.x and xs.max() + layer.x <= right * 640 + slack
    assert top * 360 - slack <= ys.min() + layer.y and ys.max() + layer.y <= foot * 360 + slack


def test_three_people_carry_one_thing_each():
    found = tell(request("Three girls carry a lantern, a book and a basket"))
    (girls,) = (actor for actor in found.actors if actor.kind == "girl")
    assert sorted(girls.holding) == ["basket", "book", "lantern"]


def test_a_number_is_a_small_card_beside_a_house():
    found = layout("The bank pays 120 euros in the city street")
    assert one(found, "drawn number").height < 0.4 * one(found, "bank building").height
    assert box(found, "drawn number")[3] > box(found, "bank building")[3]


@pytest.mark.parametrize("size", WIDE)
@pytest.mark.parametrize(
    "text",
    [
        "Traders with carpets, spices and a glass in the desert",
        "A monkey, a turtle, a rope and a parrot in the jungle",
        "A girl with a bicycle, a bag and a basket in the village",
    ],
)
def test_nothing_asked_for_is_more_than_half_hidden(text, size):
    found = layout(text, "medium", size)
    things = [thing for thing in found.scene.things if thing.role != "background"]
    for far in things:
        nearer = [near for near in things if near.depth > far.depth]
        hidden = max((overlap(found.boxes[far.id], found.boxes[near.id]) for near in nearer), default=0)
        assert hidden < 0.5, far.kind


def test_a_rail_is_low_enough_to_lean_on():
    found = layout("A woman leans over the rail on the shore", "medium")
    assert one(found, "railing").height < 0.6 * one(found, "woman").height


@pytest.mark.parametrize(
    ("text", "down"),
    [("A ghost sits at the piano in the hall", True), ("A woman sits down beside a ghost in the hall", True),
     ("A ghost flies through the hall", False)],
)  # fmt: skip
def test_a_ghost_that_sits_is_down_among_the_others(text, down):
    assert (box(layout(text, "medium"), "ghost")[3] > 0.7) == down


@pytest.mark.parametrize("size", WIDE)
@pytest.mark.parametrize(
    ("text", "framing", "kind", "vessel"),
    [
        ("A crow drops three stones into the jug, the desert", "medium", "stone", "jug"),
        ("A spoon in a pan in the kitchen", "detail", "spoon", "frying pan"),
    ],
)
def test_what_goes_into_a_vessel_is_seen_beside_its_foot_or_over_its_rim(text, framing, kind, vessel, size):
    found = layout(text, framing, size)
    inner, outer = one(found, kind), one(found, vessel)
    before = inner.depth > outer.depth
    assert before or overlap(found.boxes[inner.id], found.boxes[outer.id]) < 0.34


@pytest.mark.parametrize("size", WIDE)
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(
    ("text", "framing"),
    [("A girl pushes a boy, the stage", "medium"), ("A man hugs a woman in the village", "close"),
     ("Twelve drops and a cloud and three hills", "detail"), ("A boy pulls a cart and a dog in the field", "wide")],
)  # fmt: skip
def test_who_belong_together_are_in_the_picture_whichever_way_they_look(text, framing, seed, size):
    found = layout(text, framing, size, seed)
    for thing in found.scene.things:
        left, _, right, _ = found.boxes[thing.id]
        assert left >= -0.07 and right <= 1.07, (thing.kind, left, right)


@pytest.mark.parametrize("seed", range(4))
def test_nobody_of_a_wide_near_view_is_cut_at_the_ankles(seed):
    found = layout("A woman in the street", "medium", seed=seed)
    woman = one(found, "woman")
    assert woman.y < 0.9 or (woman.y - 1.0) * 720 / (woman.height * 720) > 0.2


@pytest.mark.parametrize("seed", range(4))
def test_all_faces_of_three_and_of_her_whom_they_meet_are_free(seed):
    found = layout("Three princes bring a robe to a woman, the forest", "medium", seed=seed)
    princes, woman = one(found, "prince"), found.faces[one(found, "woman").id]
    apart = 0.29 * princes.height * 720 / 1280
    left, top, right, foot = found.faces[princes.id]
    for step in (-apart, 0.0, apart):
        assert overlap((left + step, top, right + step, foot), woman) < 0.1


@pytest.mark.parametrize("size", [*WIDE, "480x480"])
@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A man and a woman put a photo on the table", ("photograph",)),
        ("A woman bakes bread, croissants and apple cake in the bakery", ("bread", "croissant", "pie")),
    ],
)
def test_what_lies_on_a_table_lies_side_by_side_out_of_the_hands_reach(text, kinds, size):
    found = layout(text, "full", size)
    boxes = sorted(box(found, kind) for kind in kinds)
    assert all(left[2] <= right[0] + 0.005 for left, right in pairwise(boxes))
    for person in (thing for thing in found.scene.things if thing.figure):
        left, _, right, _ = found.boxes[person.id]
        assert boxes[0][0] > left + 0.6 * (right - left) or boxes[-1][2] < left + 0.4 * (right - left)


@pytest.mark.parametrize("size", ["480x480", "360x640"])
def test_sums_hang_over_a_bank_that_two_rows_would_hide(size):
    text = "Save ten euros every month; after one year you have 120 euros; the bank pays interest"
    found = layout(text, size=size)
    cards = [thing for thing in found.scene.things if "number" in thing.kind]
    assert cards and all(thing.options.get("thread") == "yes" for thing in cards)
    assert max(found.boxes[thing.id][3] for thing in cards) < box(found, "bank building")[1] + 0.05


def test_those_who_carry_something_stand_one_behind_the_other_with_room_for_it():
    three = layout("Three princes carry a branch, a jewel and a lamp in the field", "full")
    idle = layout("Three princes stand in the field", "full")
    per_height = [
        (each.boxes[one(each, "prince").id][2] - each.boxes[one(each, "prince").id][0]) / one(each, "prince").height
        for each in (three, idle)
    ]
    assert per_height[0] > 0.9 * per_height[1]
    assert len(one(three, "prince").holding) == 3

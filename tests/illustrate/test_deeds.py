"""Deeds that are played: busy hands at a table, books in the hands of who studies, nets over who is caught, riders."""

from __future__ import annotations

import pytest

from engine.illustrate.layout import Layout, laid_out
from engine.illustrate.scene import Thing
from engine.illustrate.words import Told, tell
from engine.illustrate.words.record import Actor
from tests.illustrate.requests import request

pytestmark = pytest.mark.models


def told(text: str, framing: str = "medium") -> Told:
    return tell(request(text, framing=framing))


def layout(text: str) -> Layout:
    return laid_out(told(text), 640, 360)


def one(found: Layout, kind: str) -> Thing:
    return next(thing for thing in found.scene.things if thing.kind == kind)


def box(found: Layout, kind: str) -> tuple[float, float, float, float]:
    return found.boxes[one(found, kind).id]


def of_kind(found: Told, kind: str) -> Actor:
    return next(actor for actor in found.actors if actor.kind == kind)


@pytest.mark.parametrize(
    ("text", "who", "pose", "base"),
    [
        ("A woman puts a photo on the table in the room", "woman", "work", "table"),
        ("A girl lights the candles in the room", "girl", "work", "table"),
        ("A baker bakes bread in the kitchen", "baker", "work", "table"),
        ("An old woman stirs the soup in the kitchen", "old woman", "stir", "table"),
        ("A man works by candlelight in the attic", "man", "work", "table"),
        ("A woman cuts the bread on the table", "woman", "work", "table"),
        ("A boy repairs the bicycle in the street", "boy", "work", "bicycle"),
        ("The girl opens the chest in the attic", "girl", "work", "treasure chest"),
    ],
)
def test_who_works_at_something_is_at_it_with_busy_hands(text, who, pose, base):
    found = told(text)
    worker = next(actor for actor in found.actors if actor.family == "person")
    assert worker.pose == pose
    goal = next(other for actor, how, other in found.relations if actor == worker.id and how == "at")
    assert next(actor for actor in found.actors if actor.id == goal).kind == base


@pytest.mark.parametrize("text", ["A woman works", "A man bakes in the field", "A girl does not light the candle"])
def test_hands_that_have_nothing_to_work_at_hang(text):
    assert all(actor.pose in ("", "stand") for actor in told(text).actors if actor.family == "person")


def test_who_works_at_a_table_stands_at_it_and_touches_it():
    found = layout("A woman puts a photo on the table in the room")
    assert one(found, "woman").pose == "work"
    woman, table = box(found, "woman"), box(found, "table")
    assert min(woman[2], table[2]) > max(woman[0], table[0])
    assert abs(woman[3] - table[3]) < 0.05


@pytest.mark.parametrize(
    ("text", "pose", "holding"),
    [
        ("A woman sits and reads the newspaper in the park", "sit_read", ("newspaper",)),
        ("A man sits on a bench and reads a book", "sit_read", ("book",)),
        ("A girl studies in the library", "read", ()),
        ("A boy wins the trophy", "lift", ("trophy",)),
        ("A girl lifts a lantern", "lift", ("lantern",)),
        ("A woman looks at the moon", "look_up", ()),
        ("A man digs in the garden", "dig", ()),
        ("A man stands in the garden", "stand", ()),
        ("A man does not dig in the garden", "", ()),
    ],
)
def test_a_deed_has_its_own_pose(text, pose, holding):
    (person,) = [actor for actor in told(text).actors if actor.family == "person"]
    assert (person.pose, person.holding) == (pose, holding)


def test_two_who_buy_things_have_each_their_own():
    found = told("The grandmother and the girl buy marigolds, apples and candles, the market")
    held = [name for actor in found.actors for name in actor.holding]
    assert sorted(held) == ["apple", "candle", "marigold"]


def test_some_of_a_crowd_carry_what_it_has_with_it():
    found = told("The whole village walks to the hill with guitars and flowers")
    crowd = next(actor for actor in found.actors if actor.count > 5)
    assert {"guitar", "flower", ""} == set(crowd.holding)
    assert {"guitar", "flower"}.isdisjoint(actor.kind for actor in found.actors)


@pytest.mark.parametrize(
    "text", ["Our bicycle takes you to the office in twelve minutes", "Ride through the park, over the bridge"]
)
def test_what_carries_us_has_somebody_on_it(text):
    found = told(text)
    rider = next(actor for actor in found.actors if actor.family == "person")
    assert rider.pose == "ride"
    assert (rider.id, "on", of_kind(found, "bicycle").id) in found.relations


def test_a_bicycle_that_nobody_rides_stands_alone():
    assert [actor.kind for actor in told("Our bicycle stands in the park").actors] == ["bicycle"]


def test_who_is_caught_in_a_net_is_under_it_and_seen():
    found = layout("The lion is caught in a net on the savanna")
    lion, net = box(found, "lion"), box(found, "trap net")
    assert net[0] <= lion[0] and lion[2] <= net[2] and net[1] <= lion[1]
    assert one(found, "trap net").depth > one(found, "lion").depth
    assert of_kind(told("A girl with a net in the meadow"), "net")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A man dug a pit for the leopard", "pit"),
        ("A fox digs a hole in the ground", "pit"),
        ("The tongue feels dry", "mouth"),
        ("Caffeine is a molecule", "molecule"),
        ("Water rises into the air as vapour above the sea", "vapour"),
    ],
)
def test_what_explanations_and_fables_name_is_drawn(text, kind):
    found = told(text)
    assert kind in [actor.kind for actor in found.actors]
    assert not found.missing


def test_money_is_told_by_cards_and_one_bag_with_the_years_that_it_takes():
    found = told("Save ten euros every month, and after one year have 120 euros; the bank pays", framing="wide")
    assert [actor.count for actor in found.actors if actor.kind == "money bag"] == [1]
    assert [actor.kind for actor in found.actors if actor.kind.startswith("drawn")] == [
        "drawn number", "drawn arrow", "drawn number",
    ]  # fmt: skip
    years = told("With five percent a year the money doubles in fourteen years, the bank")
    assert [actor.options["text"] for actor in years.actors if actor.kind == "drawn number"] == [
        "5% / year", "14 years",
    ]  # fmt: skip


def test_what_is_tied_to_a_pole_is_at_the_pole():
    found = told("A man ties the goat to a pole in the village")
    assert [how for one_, how, other in found.relations if one_.startswith("goat")] == ["before"]


def test_who_runs_across_a_paw_is_right_before_the_beast():
    found = told("A mouse runs across the lion's paw and wakes him, the savanna")
    mouse, lion = of_kind(found, "mouse"), of_kind(found, "lion")
    assert (mouse.id, "before", lion.id) in found.relations


def test_of_stones_that_are_dropped_into_a_jug_one_is_in_its_mouth():
    found = layout("The crow drops the stones into the jug in the desert")
    stones = [found.boxes[thing.id] for thing in found.scene.things if thing.kind == "stone"]
    jug = box(found, "jug")
    assert any(jug[0] < (each[0] + each[2]) / 2 < jug[2] and each[1] < jug[1] for each in stones)


@pytest.mark.parametrize(
    ("text", "pose"),
    [
        ("The cloud is heavy, and rain falls on the hills", "rain"),
        ("The drops gather in a cloud", "raindrop"),
        ("A cloud over the hills", ""),
    ],
)
def test_a_cloud_rains_where_the_words_have_rain(text, pose):
    assert of_kind(told(text), "cloud").pose == pose

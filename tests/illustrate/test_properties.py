"""What words say of a thing beside its name is on the thing: contents, stuff, light, pose, closed eyes, who is carried."""

from __future__ import annotations

import json

import pytest

from engine.illustrate.kit import registry
from engine.illustrate.words import Told, tell
from engine.illustrate.words.drawable import find
from tests.illustrate.requests import MARTA, TOM, request

pytestmark = pytest.mark.models


def told(text: str, **more) -> Told:
    return tell(request(text, **more))


def kinds(made: Told) -> list[str]:
    held = [registry.held_thing(each)[0] for actor in made.actors for each in actor.holding]
    return [*(actor.kind for actor in made.actors), *held]


def options_of(made: Told, kind: str) -> dict[str, str]:
    held = [registry.held_thing(each) for actor in made.actors for each in actor.holding]
    there = [(actor.kind, actor.options) for actor in made.actors]
    return next(options for name, options in (*there, *((name, each) for name, each, _ in held)) if name == kind)


@pytest.mark.parametrize(
    ("text", "kind", "option", "value"),
    [
        ("A glass of cold milk stands on the table", "glass", "holds", "milk"),
        ("A bowl of soup stands on the table", "bowl", "holds", "soup"),
        ("Porridge is on the table", "bowl", "holds", "porridge"),
        ("Melt the butter in a hot pan", "frying pan", "holds", "butter"),
        ("A woman drinks a cup of coffee", "cup", "holds", "coffee"),
        ("A golden key lies on the table", "key", "material", "gold"),
        ("A boy holds a wooden sword", "sword", "material", "wood"),
        ("A shining sword lies on the stone", "sword", "glow", "yes"),
        ("The man sees a bamboo stem that shines", "bamboo", "glow", "yes"),
        ("The tubes glow blue in the laboratory", "test tube", "glow", "blue"),
        ("The girl lights the lamp", "lamp", "lit", "yes"),
    ],
)
def test_a_thing_has_what_the_words_say_of_it(text, kind, option, value):
    assert options_of(told(text), kind)[option] == value


@pytest.mark.parametrize(
    ("text", "kind", "option"),
    [
        ("A bowl stands on the table", "bowl", "holds"),
        ("A glass stands on the table", "glass", "holds"),
        ("A key lies on the table", "key", "material"),
        ("A lamp stands on the table", "lamp", "glow"),
    ],
)
def test_what_is_not_told_is_not_there(text, kind, option):
    assert option not in options_of(told(text), kind)


def test_contents_are_in_their_vessel_and_nowhere_else():
    assert kinds(told("A cup of milk and an apple on the table")).count("jug") == 0
    made = told("Break the eggs into a bowl")
    assert kinds(made) == ["bowl"]
    assert "bowl of eggs" in made.shows


def test_a_stuff_before_a_thing_is_no_thing_of_its_own():
    assert "glass" not in kinds(told("Anna saw the glass tubes glow blue"))
    assert "stone" in kinds(told("A crow sees small stones beside the well"))


@pytest.mark.parametrize(
    ("text", "kind", "pose"),
    [
        ("An open treasure chest stands in the cave", "treasure chest", "open"),
    ],
)
def test_a_thing_is_seen_as_its_words_and_deeds_say(text, kind, pose):
    made = [actor for actor in told(text).actors if actor.kind == kind]
    assert [actor.pose for actor in made] == [pose]


def test_closed_eyes_are_closed_and_no_things():
    made = told("The girl closes her eyes")
    assert [actor.options.get("eyes") for actor in made.actors] == ["closed"]


def test_an_animal_that_is_asleep_sleeps():
    assert told("The bear is asleep in the forest").actors[0].pose == "sleep"


def test_a_butterfly_on_a_hand_is_on_that_hand():
    made = told("A butterfly sits on Tom's hand", entries={"tom": TOM})
    assert [actor.kind for actor in made.actors] == ["person"]
    assert made.actors[0].holding == ("butterfly",)


def test_what_is_worn_is_on_the_body_and_not_in_the_hand():
    (woman,) = told("A woman wears a golden crown").actors
    assert woman.figure.hat == "crown"
    assert not woman.holding


def test_a_carried_child_is_in_the_arms_with_its_own_look():
    made = told("Marta carries the boy", entries={"marta": MARTA, "tom": TOM})
    (one,) = made.actors
    assert one.unit == "marta"
    assert '"age":"child"' in one.options["in_arms"]


@pytest.mark.parametrize(
    ("text", "people"),
    [("Two fishermen row a small boat over the lake", 2), ("The old man rows his boat over the lake", 1)],
)
def test_who_rows_a_boat_sits_in_it(text, people):
    (boat,) = told(text).actors
    assert boat.kind == "rowing boat"
    assert len(json.loads(boat.options["crew"])) == people


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("hornet", "hornet"),
        ("krill", "shrimp"),
        ("carriage", "royal coach"),
        ("kimono", "robe"),
        ("branch", "branch"),
        ("box", "box"),
        ("croissant", "croissant"),
        ("sleigh", "sledge"),
        ("jacket", "coat"),
        ("family", "family"),
        ("marigold", "marigold"),
    ],
)
def test_common_words_have_their_own_drawing(word, kind):
    match = find(word)
    assert match is not None
    assert (match.kind, match.stand_in) == (kind, False)


@pytest.mark.parametrize("word", ["carpenter", "knight", "scientist", "tailor", "photographer", "god", "mayor"])
def test_who_works_with_a_tool_is_a_person(word):
    match = find(word)
    assert match is not None
    assert match.family == "person"


def test_a_held_thing_keeps_what_is_told_of_it():
    name = registry.held_name("glass", {"holds": "milk", "stand_in": "yes"}, {"drink": "white"})
    assert registry.held_thing(name) == ("glass", {"holds": "milk"}, {"drink": "white"})
    assert registry.held_name("lamp", {}, {}) == "lamp"

"""Deeds are seen with what they are done with: in the hands, underfoot, on a string, or where somebody stands at it."""

from __future__ import annotations

import pytest

from engine.illustrate import kit
from engine.illustrate.kit import registry
from engine.illustrate.kit.figures.body import POSES
from engine.illustrate.layout import laid_out
from engine.illustrate.words import tell
from engine.illustrate.words.record import Actor, Told
from engine.illustrate.words.tables import rows_of
from tests.illustrate.requests import request


def told(text: str) -> Told:
    return tell(request(text))


def somebody(made: Told) -> Actor:
    return next(actor for actor in made.actors if actor.family == "person")


@pytest.mark.parametrize(
    ("text", "pose", "held"),
    [
        ("A boy brushes his teeth", "groom", "toothbrush"),
        ("A man shaves", "groom", "razor"),
        ("A woman combs her hair", "comb", "comb"),
        ("A photographer takes a picture of a bird", "aim", "camera"),
        ("A woman talks on the phone", "phone", "phone"),
        ("A carpenter saws a plank", "saw", "saw"),
        ("A girl plays the violin", "play", "violin"),
        ("A drummer beats the drum", "play", "drum"),
        ("A cleaner mops the floor", "sweep", "mop"),
        ("A grandmother knits a scarf", "sit_hold", "knitting"),
        ("A weightlifter lifts a barbell", "press", "barbell"),
        ("A wizard waves his wand", "brandish", "magic wand"),
        ("The team wins the match", "lift", "trophy"),
    ],
)
def test_what_a_deed_is_done_with_is_in_the_hands(text, pose, held):
    made = somebody(told(text))
    assert made.pose == pose
    assert registry.held_thing(made.holding[0])[0] == held


@pytest.mark.parametrize(
    ("text", "pose", "kind"),
    [
        ("A painter paints a portrait", "work", "easel"),
        ("A programmer types on a laptop", "sit_work", "desk"),
        ("A woman hangs clothes on a line", "reach", "clothes line"),
        ("A weaver weaves a carpet", "work", "loom"),
        ("A potter makes a vase", "sit_work", "potter's wheel"),
        ("A man irons a shirt", "work", "ironing board"),
        ("A woman cuts a cake", "work", "table"),
        ("A gardener waters the roses", "pour", "rose"),
        ("A boy kicks a ball", "kick", "ball"),
        ("An astronomer looks through a telescope", "look_in", "telescope"),
    ],
)
def test_who_works_at_something_is_there(text, pose, kind):
    made = told(text)
    who, there = somebody(made), next(actor for actor in made.actors if actor.kind == kind)
    assert who.pose == pose
    assert (who.id, "at", there.id) in made.relations


@pytest.mark.parametrize(
    ("text", "pose", "option", "kind"),
    [
        ("A surfer rides a wave", "surf", "underfoot", "surfboard"),
        ("A boy rides a skateboard", "surf", "underfoot", "skateboard"),
        ("A skier races down the slope", "ski", "underfoot", "skis"),
        ("An acrobat walks on a tightrope", "surf", "underfoot", "tightrope"),
        ("A girl flies a kite", "string", "kite", "kite"),
        ("A pianist plays the piano", "sit_work", "seat", "chair"),
    ],
)
def test_what_carries_somebody_is_drawn_with_the_body(text, pose, option, kind):
    made = somebody(told(text))
    assert made.pose == pose
    assert made.options[option].startswith(kind)


def test_a_kite_keeps_its_colour_and_its_room_above_the_head():
    made = told("A girl flies a red kite")
    assert "red" in somebody(made).options["kite"]
    _, top, _, foot = next(iter(laid_out(made, 640, 360).boxes.values()))
    assert 0 <= top < foot - 0.5


@pytest.mark.parametrize(
    ("text", "least"),
    [("The team wins the match", 4), ("The crew hoists the sail", 4), ("A choir sings in the church", 4),
     ("A band plays on the stage", 4), ("The orchestra plays a symphony", 4)],
)  # fmt: skip
def test_a_word_for_several_people_shows_several(text, least):
    assert somebody(told(text)).count >= least


@pytest.mark.parametrize(
    "text", ["Two boys wrestle", "Two friends shake hands", "Two men play chess", "A couple dances"]
)
def test_two_who_do_something_to_each_other_are_turned_to_each_other(text):
    made = told(text)
    people = [actor for actor in made.actors if actor.family == "person"]
    assert [actor.count for actor in people] == [1, 1]
    facing = {thing.facing for thing in laid_out(made, 640, 360).scene.things if thing.id in {a.id for a in people}}
    assert facing == {"left", "right"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A clown juggles balls", "clown"),
        ("A mermaid sits on a rock", "mermaid"),
        ("A thief steals a necklace", "thief"),
        ("A giant chases a boy", "giant"),
    ],
)
def test_people_of_tales_and_trades_look_like_themselves(text, kind):
    assert somebody(told(text)).kind == kind


@pytest.mark.parametrize(
    "text", ["A surfer walks on the beach", "The blacksmith walks home", "A cyclist eats an apple"]
)
def test_who_is_known_by_a_deed_does_what_the_words_say(text):
    made = told(text)
    assert somebody(made).pose in ("walk", "eat")
    assert not {"bicycle", "anvil"} & {actor.kind for actor in made.actors}


def test_nets_of_fishermen_are_fishing_nets():
    assert any(actor.kind == "fishing net" for actor in told("The fishermen mend their nets on the quay").actors)


def test_every_row_of_the_table_names_poses_and_things_of_the_kit():
    kit.load()
    for left, _ in rows_of("deeds"):
        poses, tools, around, _ = (part.strip() for part in left.split("|"))
        named = [each.split("=")[0].rsplit(" ", 1)[0].strip() for each in around.split("=")[1:-1]] if around else []
        last = around.rsplit("=", 1)[-1].strip() if around else ""
        kinds = [each for each in (tools, *named, last) if each and each != "object"]
        assert poses.split(" ")[0] in {name.split("_")[0] for name in POSES}, left
        assert all(kind in registry.things() for kind in kinds), left

"""Of many, each is to be seen: heads over heads, those who fly beside each other; small things leave a place's middle free,
cards a tree's stem."""

import itertools

import pytest

from engine.illustrate import kit
from engine.illustrate.compose import staged
from engine.illustrate.kit import registry
from engine.illustrate.kit.figures import archetypes
from engine.illustrate.layout import laid_out
from engine.illustrate.placing import copies, standing
from engine.illustrate.scene import FigureSpec, Scene, Thing
from engine.illustrate.words import tell
from tests.illustrate.requests import request

SIZE = (640, 360)
BOX = (-16.0, -104.0, 16.0, 0.0)


def spots(count, seed, **how):
    """Where the copies of a person stand, the farther ones first: (x, y, scale)."""
    kit.load()
    thing = Thing(id=f"many-{seed}", kind="person", count=count, x=0.5, y=0.8, height=0.5, **how)
    scene = Scene(setting="field", things=(thing,))
    stage = staged(scene, "paper", *SIZE)
    at = standing(stage, registry.found_setting("field"), thing)
    return [spot[:3] for spot in copies(stage, BOX, thing, at)]


def covered(back, front):
    """The share of the face behind that the head before it covers; heads are ovals of 20 by 24 units at their height."""
    (x0, y0, s0), (x1, y1, s1) = back, front
    wide = min(x0 + 8 * s0, x1 + 10 * s1) - max(x0 - 8 * s0, x1 - 10 * s1)
    tall = min(y0 - 78 * s0, y1 - 76 * s1) - max(y0 - 96 * s0, y1 - 102 * s1)
    return max(wide, 0) * max(tall, 0) / (16 * 18 * s0 * s0)


@pytest.mark.parametrize("count", [8, 9, 12])
@pytest.mark.parametrize("seed", range(6))
def test_no_face_of_many_is_behind_another(count, seed):
    found = spots(count, seed)
    assert max(covered(back, front) for back, front in itertools.combinations(found, 2)) < 0.34


@pytest.mark.parametrize("facing", ["left", "right"])
def test_those_who_fly_are_beside_each_other(facing):
    found = spots(3, 1, pose="fly", facing=facing)
    across = [abs(a[0] - b[0]) for a, b in itertools.combinations(found, 2)]
    down = [abs(a[1] - b[1]) for a, b in itertools.combinations(found, 2)]
    assert min(down) > 1.2 * min(across) and min(down) > 12 * found[0][2]


@pytest.mark.parametrize("seed", range(40))
def test_others_of_an_old_land_wear_no_modern_caps(seed):
    merchant = FigureSpec(culture="persian", hat="turban", top="robe")
    other = archetypes.varied(merchant, seed)
    assert other.hat in ("", "turban") and not {"bag", "glasses"} & set(other.extras)


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("The electric bicycle takes you to the office in twelve minutes", "city street"),
        ("A man drives his old car", "road"),
    ],
)
def test_the_way_to_an_office_is_through_the_town(text, setting):
    assert tell(request(text)).setting == setting


@pytest.mark.models
def test_what_falls_out_of_the_air_leans():
    told = tell(request("A small robot falls from an airplane into the jungle"))
    scene = laid_out(told, *SIZE, 4).scene
    robot = next(thing for thing in scene.things if thing.kind == "robot")
    plane = next(thing for thing in scene.things if thing.kind == "plane")
    assert abs(robot.turn) > 10 and robot.y > plane.y and plane.turn == 0


@pytest.mark.models
@pytest.mark.parametrize("size", [(640, 360), (360, 360)])
@pytest.mark.parametrize("seed", range(0, 32, 4))
def test_small_things_leave_the_lamp_of_a_lighthouse_free(size, seed):
    told = tell(request("An open book lies in the lantern room of the lighthouse, the lamp burned high"))
    assert registry.found_setting(told.setting).centre
    laid = laid_out(told, *size, seed)
    left, _, right, _ = next(box for name, box in laid.boxes.items() if "book" in name)
    assert right < 0.62 or left > 0.38


@pytest.mark.models
@pytest.mark.parametrize("size", [(640, 360), (480, 480), (360, 640)])
def test_cards_leave_the_stem_of_a_tree_free(size):
    told = tell(request("The bank and the tree, With five percent a year your money doubles in fourteen years"))
    laid = laid_out(told, *size, 0)
    tree = laid.scene.thing("tree-1")
    cards = [laid.boxes[thing.id] for thing in laid.scene.things if thing.kind == "drawn number"]
    assert cards and not any(left + 0.01 < tree.x < right - 0.01 for left, _, right, _ in cards)

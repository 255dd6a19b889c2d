"""People: many kinds, cultures and times; faces to us; hands that hold; crowds of different people."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.illustrate import FigureSpec, kit
from engine.illustrate.contact import plain_stage
from engine.illustrate.kit.figures import archetypes, figure, hands
from engine.illustrate.kit.figures.body import FRONTAL, POSES, front_joints, joints, proportions
from engine.illustrate.kit.figures.cloth import Cloth
from engine.illustrate.kit.figures.clothes import bodice
from engine.illustrate.kit.figures.garments import GARMENTS
from engine.illustrate.kit.figures.hair import HATS, STYLES
from engine.illustrate.kit.figures.sewn import DETAILS
from engine.illustrate.kit.registry import Ask
from engine.illustrate.scene import Thing

kit.load()
THINGS = kit.registry.things()
PLAIN = archetypes.filled(FigureSpec(woman=True, skin="light", top="coat"), "plain")
KINDS = [
    "doctor",
    "cook",
    "farmer",
    "fisher",
    "keeper",
    "teacher",
    "scientist",
    "astronaut",
    "king",
    "queen",
    "soldier",
    "sailor",
    "pupil",
    "monk",
    "merchant",
    "knight",
    "grandmother",
    "grandfather",
    "mother",
    "father",
    "boy",
    "girl",
    "nurse",
    "wizard",
    "pirate",
    "postman",
]


def drawn(spec: FigureSpec, ask: Ask, holding: tuple[str, ...] = (), scale: float = 6.0) -> np.ndarray:
    """The sheet (premultiplied RGBA) of one person alone."""
    stage = plain_stage("paper", pixels=180)
    pen = replace(stage.sheet("person", 0.7, haze=0, lift=0), wobble=0.5)
    figure.draw(pen.at(480, 860, scale), spec, ask, holding, THINGS)
    return stage.cuts[-1].sheet.pixels.copy()


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_person_of_stories_is_known(kind):
    assert archetypes.is_person(kind)


def test_every_word_for_people_leads_to_a_kind_that_is_drawn():
    assert [name for name in archetypes.names() if archetypes.spec_of(Thing(id="x", kind=name)) is None] == []


def test_every_kind_of_person_wears_what_the_kit_has():
    for kind, spec in archetypes.ARCHETYPES.items():
        assert not spec.top or spec.top in GARMENTS, kind
        assert not spec.hat or spec.hat in HATS, kind
        assert not spec.hair or spec.hair in STYLES, kind


def test_all_that_is_sewn_on_a_garment_can_be_drawn_from_each_side():
    stage = plain_stage("paper", pixels=120)
    pen = stage.sheet("cloth", 0.7, lift=0).at(480, 480, 8)
    build = proportions(FigureSpec())
    for name, cut in GARMENTS.items():
        assert set(cut.details) <= set(DETAILS), name
    for view in ("side", "front", "back"):
        for detail in DETAILS.values():
            cut = GARMENTS["dress"]
            detail(pen, Cloth(build, cut, pen.A, pen.B, bodice(build, cut), view))


@pytest.mark.parametrize("hat", HATS)
def test_a_hat_changes_the_head_and_leaves_the_face(hat):
    bare, covered = (drawn(PLAIN.model_copy(update={"hat": name}), Ask(front=True)) for name in ("", hat))
    assert (bare != covered).any(axis=2).sum() > 40
    skin = np.array(figure.colours(plain_stage("paper").sheet("x", 0.7), PLAIN).skin) * 255
    upper = covered[: covered.shape[0] // 2]
    assert (np.abs(upper[..., :3].astype(float) - skin).max(axis=2) < 40).sum() > 40


@pytest.mark.parametrize("style", STYLES)
def test_hair_is_different_from_each_side(style):
    spec = PLAIN.model_copy(update={"hair": style})
    seen = {drawn(spec, Ask(front=front, back=back)).tobytes() for front, back in ((0, 0), (1, 0), (0, 1))}
    assert len(seen) == 3


@pytest.mark.parametrize("pose", sorted(FRONTAL))
def test_who_faces_us_stands_on_the_ground(pose):
    at = front_joints(proportions(FigureSpec()), POSES[pose], pose)
    lowest = max(point[1] for leg in (at.near_leg, at.far_leg) for point in leg)
    assert -POSES[pose].lift - 3 <= lowest <= 0.1
    assert at.near_arm[0][0] < 0 < at.far_arm[0][0]


@pytest.mark.parametrize("thing", ["lantern", "umbrella", "apple", "letter", "basket"])
def test_what_is_held_is_seen_and_its_grip_is_in_the_hand(thing):
    empty, full = drawn(PLAIN, Ask(pose="stand")), drawn(PLAIN, Ask(pose="stand"), (thing,))
    assert (empty != full).any(axis=2).sum() > 60
    info = THINGS[thing]
    pose = hands.holding_pose("stand", POSES["stand"], [info])
    at = joints(proportions(PLAIN), pose).hand
    assert abs(at[0]) < 30
    assert -90 < at[1] < -25


@pytest.mark.parametrize("page", ["scroll", "book", "newspaper", "letter"])
@pytest.mark.parametrize("age", ["child", "adult", "old"])
@pytest.mark.parametrize("front", [False, True])
def test_what_is_written_on_leaves_the_face_free(page, age, front):
    spec, ask = PLAIN.model_copy(update={"age": age}), Ask(pose="write", front=front)
    build, frame = proportions(spec), plain_stage("paper", pixels=180).frame
    bones = front_joints(build, POSES["write"], "write") if front else joints(build, POSES["write"])
    chin = (860 + 6.0 * (bones.head[1] - 2)) * frame.pixels + frame.margin
    other = (drawn(spec, ask, (page,)) != drawn(spec, ask, ("pencil",))).any(axis=2)
    assert other.sum() > 60
    assert np.flatnonzero(other.any(axis=1)).min() > chin


def test_a_thing_in_a_hand_is_wider_than_the_hand_and_small_ones_look_out_of_it():
    for name in ("gem", "glass", "coin", "cup"):
        info = THINGS[name]
        assert hands.held_scale(info, child=False) * (info.box[2] - info.box[0]) >= 11
    assert hands.held_scale(THINGS["branch"], child=False) > hands.held_scale(THINGS["apple"], child=False)


def test_a_crowd_fills_its_place_with_different_people():
    def crowd(people: str, seed: int) -> np.ndarray:
        stage = plain_stage("paper", pixels=200)
        pen = stage.sheet("crowd", 0.7, lift=0)
        THINGS["crowd"].draw(pen.at(480, 800, 3.2), Ask(seed=seed, options={"people": people}))
        return stage.cuts[-1].sheet.pixels.copy()

    five, twenty = crowd("5", 1), crowd("20", 1)
    assert (twenty[..., 3] > 200).sum() > 1.5 * (five[..., 3] > 200).sum()
    assert (crowd("5", 2) != five).any()
    assert (crowd("5", 1) == five).all()


def test_a_child_has_a_larger_head_for_its_size_and_the_old_are_grey():
    child, grown = (proportions(FigureSpec(age=age)) for age in ("child", "adult"))
    assert child.head / (child.torso + child.thigh + child.shin) > 1.3 * grown.head / (
        grown.torso + grown.thigh + grown.shin
    )
    greys = {archetypes.filled(FigureSpec(age="old"), str(i)).hair_colour for i in range(6)}
    assert greys <= {"grey", "white"}


@pytest.mark.parametrize("culture", ["india", "africa", "japan", "korea", "arab", "andes", "medieval", "victorian"])
def test_a_culture_chooses_its_clothes(culture):
    tops = {archetypes.filled(FigureSpec(culture=culture), str(i)).top for i in range(8)}
    assert tops <= set(GARMENTS)
    plain = {archetypes.filled(FigureSpec(), str(i)).top for i in range(30)}
    assert tops - plain


def test_a_near_head_shows_more_than_a_far_one():
    near = drawn(PLAIN, Ask(front=True), scale=24.0)
    far = drawn(PLAIN, Ask(front=True), scale=3.0)
    assert (near[..., 3] > 200).sum() > 8 * (far[..., 3] > 200).sum()


def test_a_child_in_arms_and_a_chain_of_office_are_drawn():
    child = archetypes.filled(FigureSpec(age="child"), "child").model_dump_json()
    plain = drawn(PLAIN, Ask(pose="carry"))
    with_child = drawn(PLAIN, Ask(pose="carry", options={"in_arms": child}))
    chained = drawn(PLAIN.model_copy(update={"extras": ("chain",)}), Ask(pose="carry"))
    assert (with_child != plain).any(axis=2).sum() > 3 * (chained != plain).any(axis=2).sum() > 0


def test_a_bird_stands_on_the_hand_that_holds_it():
    empty, held = drawn(PLAIN, Ask(pose="hold")), drawn(PLAIN, Ask(pose="hold"), ("bird",))
    rows = np.flatnonzero((empty[..., 3] != held[..., 3]).any(axis=1))
    assert rows.size
    assert rows.mean() < np.flatnonzero(empty[..., 3].any(axis=1)).mean()

"""Parts of a layout and their boxes: how far an actor reaches around its base, in its pose, with all its copies.

Example: `Part(actor, 0.0, 0.0, 1.0).bounds`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.illustrate.kit import registry
from engine.illustrate.kit.figures.body import ON_SEATS, POSES, joints, proportions
from engine.illustrate.layout_sizes import info_of, spec_of
from engine.illustrate.placing import CARRIERS
from engine.illustrate.words.record import Actor

Box = tuple[float, float, float, float]
LYING = frozenset({"lie", "sleep"})
SITTING = ON_SEATS | {"ride", "drive"}
_PERSON_WIDE = 0.21
_POSED: dict[tuple[str, str], Box] = {("snake", "tied"): (-30, -100, 42, 4)}
"""Boxes of beasts that are drawn far narrower in one pose than in the others."""
_AROUND = {
    "kite": (-0.24, -2.06, 0.86),
    "fish": (-0.25, -1.6, 1.4),
    "skip": (-0.5, -1.24, 0.5),
    "juggle": (-0.26, -1.24, 0.34),
    "press": (-0.5, -1.36, 0.62),
}
"""How far a kite on its string, a skipped rope and balls in the air reach around who has them: left, top, right."""
_LONG = 2.2
"""Times its height: of a longer beast (a crocodile, a whale) only the front half is its head."""


@dataclass(frozen=True)
class Part:
    """One actor of a cluster: where its base is from the anchor's, how tall it is, how much nearer it is drawn."""

    actor: Actor
    x: float
    y: float
    height: float
    nearer: float = 0.0
    flip: bool = False

    @property
    def bounds(self) -> Box:
        """Its box (left, top, right, foot) from the anchor."""
        left, top, right, foot = box_of(self.actor, self.height)
        if self.flip:
            left, right = -right, -left
        return self.x + left, self.y + top, self.x + right, self.y + foot

    @property
    def face(self) -> Box | None:
        """The box of a person's or animal's head."""
        return face_of(self.actor, self.x, self.y, self.height, self.flip)


@dataclass(frozen=True)
class Cluster:
    """Actors that belong together; the first is the anchor."""

    parts: tuple[Part, ...] = field(default=())

    @property
    def bounds(self) -> Box:
        """The box around all parts."""
        boxes = [part.bounds for part in self.parts]
        return (
            min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
        )  # fmt: skip

    @property
    def weight(self) -> float:
        """How much the shot is about it."""
        return max(part.actor.weight for part in self.parts)

    @property
    def hero(self) -> Part:
        """Its weightiest part."""
        return max(self.parts, key=lambda part: part.actor.weight)

    @property
    def tallest(self) -> float:
        """The height of the tallest part."""
        return max(part.height for part in self.parts)


def _around(actor: Actor) -> tuple[float, float, float] | None:
    """Left, top and right of who has something about the body, in heights."""
    under = registry.things().get(registry.held_thing(actor.options.get("underfoot", ""))[0])
    if under is not None:
        size = under.metres / 170
        top = under.tops[0][1] if under.tops else under.box[1]
        return min(under.box[0] * size, -0.45), -1.06 + top * size, max(under.box[2] * size, 0.45)
    return _AROUND.get("kite" if "kite" in actor.options else actor.pose)


def box_of(actor: Actor, height: float) -> Box:
    """The box of an actor around its base, copies included."""
    if window := actor.options.get("window"):
        left, top, right, foot = (float(side) * height / 100 for side in window.split())
        return left, top, right, foot
    info = info_of(actor)
    if info is None:
        wide = _PERSON_WIDE * height
        if actor.pose in LYING:
            return -0.55 * height, -0.26 * height, 0.55 * height, 0.02 * height
        if actor.pose in SITTING:
            return -0.16 * height, -0.78 * height, 0.34 * height, 0.02 * height
        left, top, right, foot = -wide, -1.02 * height, wide, 0.0
        if around := _around(actor):
            left, top, right = (
                min(left, around[0] * height),
                min(top, around[1] * height),
                max(right, around[2] * height),
            )
        if actor.holding and actor.pose == "lift":
            top -= 0.3 * height
        if actor.holding and actor.count > 1:  # they stand in file, each with room for what is in the hands
            file = (min(actor.count, 6) - 1) * CARRIERS / 2
            return -(file + 0.2) * height, top - 0.1 * height, (file + 0.4) * height, foot
        if actor.holding:
            right += 0.12 * height
    else:
        scale = height / 100
        left, top, right, foot = (side * scale for side in _POSED.get((info.name, actor.pose), info.box))
    if actor.count > 1:
        more = (min(actor.count, 6) - 1) * 0.45 * (right - left)
        left, right, top = left - more, right + more, top - 0.1 * height
    return left, top, right, foot


def face_of(actor: Actor, x: float, y: float, height: float, flip: bool = False) -> Box | None:
    """The box of a head, for people and animals."""
    if actor.family == "thing":
        return None
    if actor.family == "animal":
        left, top, right, foot = box_of(actor, height)
        info = info_of(actor)
        if info and info.faces == "right" and actor.count == 1 and right - left > _LONG * (foot - top):
            left, right = (-right, -0.1 * right) if flip else (0.1 * right, right)
        return x + left, y + top, x + right, y + top + 0.5 * (foot - top)
    build = proportions(spec_of(actor))
    at = joints(build, POSES.get(actor.pose, POSES["stand"]))
    share = height / 100
    hx, hy = at.head
    if actor.pose in LYING:
        return x - 0.6 * height, y - 0.28 * height, x + 0.6 * height, y
    half = build.head * 0.55
    return x + (hx - half) * share, y + (hy - build.head * 1.08) * share, x + (hx + half) * share, y + (hy + 2) * share


def hip_height(actor: Actor) -> float:
    """How high the hip of a person in its pose is, as a share of the height."""
    if actor.family != "person":
        return 0.0
    at = joints(proportions(spec_of(actor)), POSES.get(actor.pose, POSES["stand"]))
    return -at.hip[1] / 100

"""Hands and what they hold: mittens from afar, thumb and fingers near; a thing hangs where its grip is.

Example: `hand(pen, skin, 1.0, at=(12, -50), toward=(4, -58), large=True, opened=False)`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

from engine.illustrate.kit.figures.body import Point, Pose
from engine.illustrate.kit.registry import Ask, ThingInfo, held_thing
from engine.illustrate.kit.stuff import worn_light
from engine.illustrate.paint.forms import tube
from engine.illustrate.paint.path import oval, smooth
from engine.illustrate.paint.pen import Pen
from engine.looks import Colour

_IDLE = frozenset({"", "stand", "walk", "look_up", "look_down", "wave", "point"})
_SLIGHT = 17.0
"""Units: what is no taller is held below its middle, or the hand would hide it."""
_WIDE = 14.0
"""Units: what is held is at least so wide that it shows beside the hand."""
_LOW_GRIP = -20.0
_TURNED = {("stir", "spoon"): 160.0, ("groom", ""): -80.0, ("comb", ""): 26.0, ("hammer", ""): -24.0, ("saw", ""): 16.0,
           ("brandish", ""): 34.0, ("pour", "watering can"): 14.0}  # fmt: skip
"""Degrees that a tool is turned in a pose, all tools or that one: a spoon that stirs points down, a brush to the mouth."""
_AT_EAR = 0.1
_READ = 44.0
"""Units: how wide what is read is at most, which would hide the face."""
_ELBOW_ROOM = 28.0
"""Units: how far what one of several holds may reach, or it would be before the next one's face."""


def hand(pen: Pen, skin: Colour, girth: float, at: Point, toward: Point, large: bool, opened: bool) -> None:
    """A hand at the end of an arm that comes from `toward`."""
    dx, dy = at[0] - toward[0], at[1] - toward[1]
    far = max(math.hypot(dx, dy), 1e-6)
    x, y = at[0] + dx / far * 1.5, at[1] + dy / far * 1.5
    own = pen.at(x, y, girth, math.degrees(math.atan2(dy, dx)))
    if not large:
        palm = oval(0.2, 0, 3.0, 2.4) | tube([(-0.4, -1.2), (1.0, -2.8)], [1.1, 0.9])
        own.shape(palm, skin, form=0.25, form_width=1, edge=0.3, wobble=0.2)
        return
    if opened:
        for i, turn in enumerate((-26, -9, 8, 25)):
            finger = tube([(0, 0), (4.3 - abs(i - 1.5) * 0.5, 0)], [0.85, 0.7])
            own.at(1.0, (i - 1.5) * 1.0, 1.0, turn).shape(finger, skin, edge=0.3, shadow=0.4, wobble=0.1)
        own.at(-0.6, -1.8, 1.0, -62).shape(tube([(0, 0), (3, 0)], [0.9, 0.75]), skin, edge=0.3, shadow=0.4, wobble=0.1)
        own.shape(oval(0, 0, 2.7, 2.4), skin, edge=0.3, shadow=0.4, wobble=0.1, line=0.6)
        return
    fist = smooth([(-2.4, -2.1), (1.2, -2.6), (3.8, -1.4), (4.1, 0.6), (2.6, 2.2), (-2.2, 2.1)])
    own.shape(fist, skin, form=0.3, form_width=1.2, edge=0.4, wobble=0.15)
    for i in range(3):
        v = -1.1 + i * 1.05
        own.line([(1.7, v), (3.8 - abs(i - 1) * 0.3, v + 0.1)], pen.shaded(skin, 0.42), 0.32, ink=0.5, wobble=0)
    own.shape(smooth([(-1.2, -1.9), (1.0, -3.1), (2.4, -2.6), (0.6, -1.2)]), skin, edge=0.3, shadow=0.4, wobble=0.1)


def holding_pose(name: str, pose: Pose, things: list[ThingInfo]) -> Pose:
    """The pose with its near arm so that it can hold: low for what hangs from its handle, high for what is carried
    aloft, before the body for the rest."""
    lifted = bool(things) and _floats(things[0]) and name in ("hold", "carry")
    if not things or (name not in _IDLE and not lifted):
        return pose
    near = _arm_for(things[0])
    if len(things) > 1:
        far = _arm_for(things[1])
        return replace(pose, near_arm=near, far_arm=(far[0] + 8, far[1] + 6))
    return replace(pose, near_arm=near)


def _floats(info: ThingInfo) -> bool:
    """Whether a thing in the hand is in the air over it: a balloon on its string."""
    return info.contact == "air" and info.category == "thing"


def _arm_for(info: ThingInfo) -> tuple[float, float]:
    y = (info.grip or (0.0, -50.0))[1]
    if _floats(info):  # what floats over the hand is beside the face
        return 94.0, 102.0
    if y <= -85:
        return (8.0, 24.0) if info.metres > 0.3 else (14.0, 70.0)
    if y >= -40 and info.metres >= 0.45:
        return 8.0, 132.0
    return 14.0, 88.0


def held_scale(info: ThingInfo, child: bool) -> float:
    """How large a held thing is beside the body: small things larger than in life, so that they read."""
    tall = 100 * float((info.metres / 1.7) ** 0.86) * (1.12 if child else 1.0)
    return max(min(max(tall, 8.0), 130.0) / 100.0, min(_WIDE / _width(info), _SLIGHT / 100.0))


def _width(info: ThingInfo) -> float:
    return max(info.box[2] - info.box[0], 1.0)


def _grip(info: ThingInfo, scale: float) -> Point:
    """Where a thing is held: at its own grip, small things low, so that they look out of the hand."""
    if info.category == "animal":
        return info.grip or (0.0, 4.0)
    x, y = info.grip or (0.0, -50.0)
    middle = -70.0 < y < _LOW_GRIP and abs(x) < 0.25 * _width(info)
    return (x, _LOW_GRIP) if middle and 100 * scale <= _SLIGHT else (x, y)


@dataclass(frozen=True)
class Held:
    """A thing in a hand with what is told of it."""

    info: ThingInfo
    options: dict[str, str]
    slots: dict[str, str]


def of_kit(text: str, kit: Mapping[str, ThingInfo]) -> Held | None:
    """The held thing of a name of `registry.held_name`, or None where the kit lacks it."""
    name, options, slots = held_thing(text)
    return Held(kit[name], options, slots) if name in kit else None


def held(pen: Pen, thing: Held, at: Point, ask: Ask, child: bool) -> None:
    """A thing in the hand: its grip lies where the hand is."""
    info = thing.info
    scale = held_scale(info, child)
    scale = max(scale, 0.17) if info.category == "animal" else scale
    scale = min(scale, _AT_EAR) if ask.pose == "phone" else scale
    scale = min(scale, _READ / _width(info)) if ask.pose in ("read", "sit_read") else scale
    if "elbows" in ask.options:
        scale = min(scale, max(_ELBOW_ROOM / _width(info), 0.08))
    gx, gy = _grip(info, scale)
    turn = _TURNED.get((ask.pose, info.name), _TURNED.get((ask.pose, ""), 0.0))
    own = pen.at(at[0] + 1.2, at[1], scale, turn).at(-gx, -gy)
    own = worn_light(replace(own, slots=thing.slots), info.box, thing.options)
    ask = replace(ask, lit=thing.options.get("lit", "yes" if ask.lit else "") == "yes")
    lamp = "lit" if ask.lit else ""
    told = thing.options.get("pose", lamp)
    pose = told if told in info.poses else info.poses[0] if info.poses else ""
    info.draw(own, replace(ask, pose=pose, options=thing.options))

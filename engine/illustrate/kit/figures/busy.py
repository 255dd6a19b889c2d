"""What a busy body has about it beside what is in the hands: what it stands on, the seat at its work, a kite on its string,
balls in the air, an instrument where it is played.

Units are the figure's. Example: `stood(pen, ask, kit)` draws a skateboard and gives the pen of who stands on it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from engine.illustrate.kit.figures import writing
from engine.illustrate.kit.figures.body import Joints, Pose
from engine.illustrate.kit.figures.hands import Held, held_scale, of_kit
from engine.illustrate.kit.registry import Ask, ThingInfo
from engine.illustrate.paint.path import oval, smooth
from engine.illustrate.paint.pen import Pen

KITE = (58.0, -150.0)
"""Where a kite's foot is from who holds its string: as far out and up as the layout keeps free."""
_KITE_SIZE = 0.46
_PLAYED = {"guitar": "play_strings", "sitar": "play_strings", "violin": "play_bow", "flute": "play_pipe",
           "trumpet": "play_pipe", "drum": "play_drum", "tabla": "play_drum"}  # fmt: skip
_AT = {"play_strings": (12.0, 25.0, 58.0), "play_bow": (5.0, 4.0, 66.0), "play_pipe": (13.0, -8.0, 0.0),
       "play_drum": (15.0, 40.0, 0.0), "flute": (14.0, 2.0, 14.0)}  # fmt: skip
"""Where the foot of an instrument is from the chest, and how it is turned."""
_SIZE = {"guitar": 0.62, "sitar": 0.7, "violin": 0.4, "flute": 0.24, "trumpet": 0.2, "drum": 0.26, "tabla": 0.2}
FREE = writing.WRITES | {"juggle"}
"""Poses in which the hands do not hold what they are busy with."""
_BALLS = 4
_JUGGLED = 0.11


def played(name: str, things: tuple[Held, ...]) -> str:
    """The pose for an instrument in the hands: 'play_bow' for a violin that is played."""
    return _PLAYED.get(things[0].info.name, "hold") if name == "play" and things else name


def stood(pen: Pen, ask: Ask, kit: Mapping[str, ThingInfo]) -> Pen:
    """Draw what somebody stands on; the pen of who stands there."""
    under = of_kit(ask.options.get("underfoot", ""), kit)
    if under is None:
        return pen
    size = under.info.metres / 1.7
    under.info.draw(replace(pen.at(0, 0, size), slots=under.slots), replace(ask, pose=""))
    top = under.info.tops[0][1] if under.info.tops else under.info.box[1]
    return pen.at(0, top * size)


def seat(pen: Pen, at: Joints, ask: Ask, pose: Pose, kit: Mapping[str, ThingInfo]) -> None:
    """The chair of who sits at a work, as high as the hip."""
    chair = kit.get(ask.options.get("seat", ""))
    if chair is None or not pose.seated:
        return
    sx, sy = chair.seat or (0.0, chair.box[1])
    size = -at.hip[1] / max(-sy, 1.0)
    chair.draw(pen.at(at.hip[0] - sx * size, 0.0, size), replace(ask, pose=""))


def kite(pen: Pen, at: Joints, ask: Ask, kit: Mapping[str, ThingInfo]) -> None:
    """A kite high before somebody, and its string down to the hand."""
    flown = of_kit(ask.options.get("kite", ""), kit)
    if flown is None:
        return
    (x, y), (hx, hy) = KITE, at.hand
    row = [(hx, hy), ((hx + x) / 2 + 8, (hy + y) / 2 + 14), (x + 2, y - 36 * _KITE_SIZE)]
    pen.line(_curve(row), pen.mix(pen.r(0.96), pen.L, 0.2), 0.8, ink=0.5, wobble=0)
    own = replace(pen.at(x, y, _KITE_SIZE, 8.0), slots=flown.slots)
    flown.info.draw(own, replace(ask, pose="", options=flown.options))


def _curve(row: list[tuple[float, float]]) -> list[tuple[float, float]]:
    (ax, ay), (bx, by), (cx, cy) = row
    steps = [i / 12 for i in range(13)]
    return [((1 - t) ** 2 * ax + 2 * t * (1 - t) * bx + t * t * cx, (1 - t) ** 2 * ay + 2 * t * (1 - t) * by + t * t * cy)
            for t in steps]  # fmt: skip


def juggled(pen: Pen, at: Joints, things: tuple[Held, ...], ask: Ask) -> None:
    """Balls on their way from hand to hand, in an arch that leaves the face free."""
    if ask.pose != "juggle" or not things:
        return
    (ax, ay), (bx, by) = at.near_arm[2], at.far_arm[2]
    middle, wide = (ax + bx) / 2 + 9.0, 12.0  # before the face, not over it
    foot, high = min(ay, by) - 7.0, 104.0 + min(ay, by) + 16.0
    for i in range(_BALLS):
        turn = math.pi * (i + 0.5) / _BALLS
        one = things[i % len(things)]
        size = min(max(held_scale(one.info, False), _JUGGLED), 0.16)
        x, y = middle + wide * 1.35 * math.cos(turn), foot - high * math.sin(turn)
        own = replace(pen.at(x, y + 50 * size, size, 40.0 * i), slots=one.slots)
        one.info.draw(own, replace(ask, pose="", options=one.options, seed=ask.seed + i))


def instrument(pen: Pen, at: Joints, name: str, thing: Held | None, ask: Ask) -> bool:
    """An instrument where it is played; False where it is none, and is only held."""
    if thing is None or name not in _AT:
        return False
    dx, dy, turn = _AT.get(thing.info.name, _AT[name])
    x, y = at.chest
    size = _SIZE.get(thing.info.name, 0.4)
    own = replace(pen.at(x + dx, y + dy, size, turn), slots=thing.slots)
    thing.info.draw(own, replace(ask, pose=thing.info.poses[0] if thing.info.poses else "", options=thing.options))
    if name == "play_drum":
        _sticks(pen, at)
    return True


def _sticks(pen: Pen, at: Joints) -> None:
    for x, y in (at.near_arm[2], at.far_arm[2]):
        pen.line([(x - 2, y - 4), (x + 7, y + 8)], pen.natural("pale wood"), 1.4, ink=0.6, wobble=0)


def nose(pen: Pen, view: str) -> None:
    """A clown's red nose and white mouth."""
    x, side = (46.0, 33.0) if view == "side" else (0.0, 0.0)
    white, red = pen.r(0.97), pen.scheme.named("red", pen.A)
    pen.shape(oval(side, -18, 12, 7.5), white, shadow=0.2, edge=0, line=0.5, wobble=0.2)
    pen.line([(side - 7, -20), (side, -15.5), (side + 7, -20)], red, 2.6, curve=0.8, ink=0.4, wobble=0)
    pen.shape(oval(x, -37, 10, 9.5), red, form=0.3, form_width=3, edge=0.4, wobble=0.2)


def eye_mask(pen: Pen, view: str) -> None:
    """A thief's mask round the eyes."""
    dark, (left, right) = pen.natural("rubber"), ((-36.0, 42.0) if view == "side" else (-38.0, 38.0))
    strip = smooth([(left, -54), (0, -58), (right, -55), (right, -40), (14, -35), (0, -40), (left, -42)], curve=0.4)
    eyes = (
        oval(28.5, -46, 8, 6) | oval(1.5, -46, 8, 6) if view == "side" else oval(17, -46, 8, 6) | oval(-17, -46, 8, 6)
    )
    pen.shape(strip - eyes, dark, shadow=0.3, edge=0, line=0.5, wobble=0.2)


def skipped(pen: Pen, at: Joints, ask: Ask) -> None:
    """A rope that swings round over the head and under the feet of who skips."""
    if ask.pose != "skip":
        return
    (hx, hy), (x, _) = at.hand, at.hip
    around = [
        (hx, hy),
        (x + 44, -74),
        (x + 22, -120),
        (x - 26, -118),
        (x - 46, -60),
        (x - 28, 0),
        (x + 12, 8),
        (x + 42, -16),
        (hx, hy),
    ]
    pen.line(around, pen.mix(pen.A, pen.natural("straw"), 0.3), 2.0, curve=0.9, ink=0.6, wobble=0)


def astride(pen: Pen, ask: Ask, kit: Mapping[str, ThingInfo]) -> None:
    """A broom that somebody rides through the air, along the body, its twigs behind."""
    ridden = kit.get(ask.options.get("astride", ""))
    if ridden is not None:
        ridden.draw(pen.at(9.0, 2.0, 1.12), replace(ask, pose=""))

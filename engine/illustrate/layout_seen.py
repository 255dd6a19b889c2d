"""Nothing asked for is hidden: what covers too much of something smaller goes aside, or behind it.

Works on placed parts; knows boxes only. Example: `seen(placed, frame)` are the same parts, moved where they must be.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from engine.illustrate.frame import Frame
from engine.illustrate.layout_boxes import Box
from engine.illustrate.layout_placed import Placed, overlap

MOST_HIDDEN = 0.34
"""The share of its box that may be behind nearer things."""
_STEPS = (0.04, -0.04, 0.08, -0.08, 0.12, -0.12, 0.16, -0.16, 0.2, -0.2)


def seen(placed: Sequence[Placed], frame: Frame) -> list[Placed]:
    """The parts with each that was more than a third hidden in sight."""
    found = list(placed)
    for i, one in enumerate(found):
        if not _asked(one):
            continue
        for k, other in enumerate(found):
            if k == i or other.depth < one.depth or not _asked(other) or _together(one, other):
                continue
            if _hidden(one, other) > MOST_HIDDEN:
                found[i], found[k] = _apart(one, other, found, frame)
                one = found[i]
    return found


def _asked(each: Placed) -> bool:
    """Whether a part is something that the words told, and no scenery."""
    return each.part.actor.weight > 0.1 and each.main


def _together(one: Placed, other: Placed) -> bool:
    return bool(one.group) and one.group == other.group


def _core(box: Box) -> Box:
    """The middle of a box, where most of a drawing is."""
    wide, tall = box[2] - box[0], box[3] - box[1]
    dx, dy = 0.12 * min(wide, tall), 0.08 * tall
    return box[0] + dx, box[1] + dy, box[2] - dx, box[3] - dy


def _hidden(one: Placed, other: Placed) -> float:
    """The share of the farther one that the nearer one covers."""
    far, near = (one, other) if one.depth <= other.depth else (other, one)
    return overlap(_core(far.bounds), _core(near.bounds))


def _apart(one: Placed, other: Placed, placed: Sequence[Placed], frame: Frame) -> tuple[Placed, Placed]:
    """The nearer one aside where there is room; else the smaller one in front."""
    rest = [each for each in placed if each is not one and each is not other and _asked(each)]
    if all(each.group != other.group for each in rest) or not other.group:
        for step in _STEPS:
            moved = replace(other, x=other.x + step * frame.width)
            if _fits(moved, one, rest, frame):
                return one, moved
    if _area(one.bounds) <= _area(other.bounds):
        return replace(one, depth=min(other.depth + 0.004, 0.985)), other
    return one, other


def _fits(moved: Placed, one: Placed, rest: Sequence[Placed], frame: Frame) -> bool:
    inside = moved.bounds[0] >= 0.01 * frame.width and moved.bounds[2] <= 0.99 * frame.width
    return inside and all(_hidden(moved, each) <= MOST_HIDDEN for each in (one, *rest))


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])

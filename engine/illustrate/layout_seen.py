"""Nothing asked for is hidden: what covers too much of something smaller goes aside, or behind it.

Works on placed parts; knows boxes only. Example: `seen(placed, frame)` are the same parts, moved where they must be.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from engine.illustrate.frame import Frame
from engine.illustrate.layout_boxes import Box
from engine.illustrate.layout_placed import Placed, overlap
from engine.illustrate.layout_sizes import is_mark
from engine.illustrate.layout_views import View

MOST_HIDDEN = 0.3
"""The share of its box that may be behind nearer things."""
_LEVEL = 0.01
_NUMBER_HIDDEN = 0.05
_STEPS = (0.04, -0.04, 0.08, -0.08, 0.12, -0.12, 0.16, -0.16, 0.2, -0.2)
_FAR_STEPS = (0.3, -0.3, 0.4, -0.4, 0.5, -0.5)
_CORNER, _LOW, _SMALL = 0.11, 0.6, 0.27
"""Shares of the picture: how far from its sides low and small things keep, from where on they stand low, and how tall
they are at most."""


def seen(placed: Sequence[Placed], frame: Frame, ground: tuple[float, float] | None = None) -> list[Placed]:
    """The parts with each that was more than a third hidden in sight, a drawn number whole. `ground`: from where to
    where it reaches at a shore, which nobody leaves."""
    found = list(placed)
    for i, one in enumerate(found):
        if not asked(one):
            continue
        for k, other in enumerate(found):
            if k == i or other.depth < one.depth or other.part.actor.weight <= 0.1 or _together(one, other):
                continue
            if hides(one, other) > (_NUMBER_HIDDEN if is_mark(one.part.actor) else MOST_HIDDEN):
                found[i], found[k] = _apart(one, other, found, ground or (0.01 * frame.width, 0.99 * frame.width))
                _with_group(found, i, found[i].depth - one.depth)
                one = found[i]
    return _small_before(found)


def _small_before(placed: Sequence[Placed]) -> list[Placed]:
    """Of two that stand side by side and touch, the much smaller one is nearer."""
    found = list(placed)
    for i, one in enumerate(found):
        for other in found:
            touch = asked(one) and asked(other) and not _together(one, other) and _hidden_at_all(one, other)
            if touch and abs(one.depth - other.depth) < _LEVEL and _area(one.bounds) < 0.6 * _area(other.bounds):
                step = max(min(other.depth + 0.002, 0.985) - one.depth, 0.0)
                found[i] = one = replace(one, depth=one.depth + step)
                _with_group(found, i, step)
    return found


def _with_group(found: list[Placed], i: int, step: float) -> None:
    """Those who belong to one that came nearer come nearer with it."""
    for k, each in enumerate(found):
        if step and k != i and _together(each, found[i]):
            found[k] = replace(each, depth=min(each.depth + step, 0.985))


def between(back: Sequence[Placed], front: Sequence[Placed], frame: Frame) -> list[Placed]:
    """The second row moved as a whole to where the first hides least of it."""
    rows = ([replace(each, x=each.x + step * frame.width) for each in back] for step in (0.0, *_STEPS))
    whole = [row for row in rows if row == list(back) or _in_picture(row, frame)]
    return min(whole, key=lambda row: _most_hidden(row, front))


def _most_hidden(row: Sequence[Placed], front: Sequence[Placed]) -> float:
    """The most that is hidden of one of a row, in coarse steps: no row moves for little."""
    most = max((overlap(one.bounds, other.bounds) * _carriers(one) for one in row for other in front), default=0.0)
    return round(max(most, 0.3), 1)


def _carriers(one: Placed) -> int:
    """How many carry something: a third of three of them is one of them, with what is in the hands."""
    return one.part.actor.count if one.part.actor.holding else 1


def _in_picture(row: Sequence[Placed], frame: Frame) -> bool:
    return all(each.bounds[0] >= 0.04 * frame.width and each.bounds[2] <= 0.96 * frame.width for each in row)


def _hidden_at_all(one: Placed, other: Placed) -> bool:
    return overlap(one.bounds, other.bounds) > 0.08


def framed(placed: Sequence[Placed], frame: Frame, view: View) -> list[Placed]:
    """Each group that would leave the picture at a side moved into it, smaller where it is wider than the picture;
    the small away from the corners, where a setting's leaves and posts stand."""
    found = []
    for each in placed:
        group = [other for other in placed if other.group and other.group == each.group] or [each]
        wanted = any(other.part.actor.weight > 0.1 and other.main for other in group)
        whole = _around(group)
        corner = _cornered(whole, [each for each in placed if each not in group and asked(each)], frame, view)
        found.append(_moved_in(each, whole, corner * frame.width, frame, view) if wanted else each)
    return found


def _cornered(whole: Box, rest: Sequence[Placed], frame: Frame, view: View) -> float:
    """The share of the picture that a group keeps from its sides: more where it is low, and free to move."""
    low = whole[3] > _LOW * frame.height and whole[3] - whole[1] < _SMALL * frame.height
    step = max(_CORNER * frame.width - whole[0], 0.0) or min((1 - _CORNER) * frame.width - whole[2], 0.0)
    there = whole[0] + step, whole[1], whole[2] + step, whole[3]
    free = all(overlap(there, each.bounds) < 0.1 or _area(each.bounds) > 2 * _area(whole) for each in rest)
    return _CORNER if low and free and not view.insert else 0.01


def _around(group: Sequence[Placed]) -> Box:
    boxes = [each.bounds for each in group]
    return (min(box[0] for box in boxes), min(box[1] for box in boxes),
            max(box[2] for box in boxes), max(box[3] for box in boxes))  # fmt: skip


def _moved_in(each: Placed, whole: Box, edge: float, frame: Frame, view: View) -> Placed:
    """One part of a group that has this box, moved as the group must be."""
    wide = whole[2] - whole[0]
    if wide > 0.98 * frame.width and not view.cut:
        share = 0.98 * frame.width / wide
        middle, foot = (whole[0] + whole[2]) / 2, whole[3]
        return replace(each, x=frame.width / 2 + (each.x - middle) * share, y=foot + (each.y - foot) * share,
                       height=each.height * share)  # fmt: skip
    edge = min(edge, max((frame.width - wide) / 2, 0.0))
    step = max(edge - whole[0], 0.0) or min(frame.width - edge - whole[2], 0.0)
    return replace(each, x=each.x + step)


def asked(each: Placed) -> bool:
    """Whether a part is something that the words told, and no scenery."""
    return each.part.actor.weight > 0.1 and each.main


def _together(one: Placed, other: Placed) -> bool:
    return bool(one.group) and one.group == other.group


def core(box: Box) -> Box:
    """The middle of a box, where most of a drawing is."""
    wide, tall = box[2] - box[0], box[3] - box[1]
    dx, dy = 0.12 * min(wide, tall), 0.08 * tall
    return box[0] + dx, box[1] + dy, box[2] - dx, box[3] - dy


def hides(one: Placed, other: Placed) -> float:
    """The share of the farther one's middle that the nearer one covers, whichever of the two that is."""
    far, near = (one, other) if one.depth <= other.depth else (other, one)
    return overlap(core(far.bounds), core(near.bounds))


def _apart(one: Placed, other: Placed, placed: Sequence[Placed], span: tuple[float, float]) -> tuple[Placed, Placed]:
    """The nearer one aside where there is room; else the smaller one in front, or the farther one aside."""
    rest = [each for each in placed if each is not one and each is not other and asked(each)]
    wide = span[1] - span[0]
    if not other.main:  # scenery stays; what flies or floats in the air goes aside, or before it
        spots = (replace(one, x=one.x + step * wide, height=one.height * share)
                 for share in (1.0, 0.75, 0.55) for step in (*_STEPS, *_FAR_STEPS))  # fmt: skip
        free = next((moved for moved in spots if _fits(moved, other, rest, span)), None)
        return free or replace(one, depth=min(other.depth + 0.004, 0.985)), other
    if all(each.group != other.group for each in rest) or not other.group:
        for step in _STEPS:
            moved = replace(other, x=other.x + step * wide)
            if _fits(moved, one, rest, span):
                return one, moved
    if _area(one.bounds) <= _area(other.bounds):
        return replace(one, depth=min(other.depth + 0.004, 0.985)), other
    if not one.group or all(each.group != one.group for each in rest):
        spots = (replace(one, x=one.x + step * wide) for step in _STEPS)
        return next((moved for moved in spots if _fits(moved, other, rest, span)), one), other
    return one, other


def _fits(moved: Placed, one: Placed, rest: Sequence[Placed], span: tuple[float, float]) -> bool:
    inside = moved.bounds[0] >= span[0] and moved.bounds[2] <= span[1]
    return inside and all(hides(moved, each) <= MOST_HIDDEN for each in (one, *rest))


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])

"""What lies on a table: side by side on its top, clear of the hands of those who stand at it, as large as there is room.

Units are those of a cluster. Example: `laid(parts, on={"photo-1": "table-0"}, at={"mira": "table-0"})`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from engine.illustrate.kit.figures.body import POSES, joints, proportions
from engine.illustrate.layout_boxes import SITTING, Part
from engine.illustrate.layout_sizes import info_of, small, spec_of

_BREADTH = 0.03
"""Of a person's height: how far a hand reaches beyond its wrist, and how far a thing stays away from it."""
_RIM = 0.06
"""Of the table's width at each end that stays free."""
_GAP = 0.02
_MOST, _LEAST = 1.5, 0.62
"""Times its usual size: the most and the least that something on a table may be."""
_ROOM = 0.5
"""Of the free top: so much of it things may grow to."""
_LARGE = 0.34
"""Of the tallest person there: what is larger does not grow."""


def laid(group: Sequence[Part], on: Mapping[str, str], at: Mapping[str, str]) -> list[Part]:
    """The parts of a cluster with the things on each table laid out anew. `on`, `at`: what is on a thing or who is at
    it, each with that thing's id."""
    found = list(group)
    for base in group:
        kind = info_of(base.actor)
        if kind is None or kind.category != "furniture" or not kind.tops or kind.metres < 0.6:
            continue
        things = [part for part in found if on.get(part.actor.id) == base.actor.id and small(part.actor)]
        people = [part for part in found if at.get(part.actor.id) == base.actor.id and part.actor.family == "person"]
        if things and people:
            moved = {part.actor.id: part for part in _row(things, *_free(base, people), _tallest(people))}
            found = [moved.get(part.actor.id, part) for part in found]
    return found


def _tallest(people: Sequence[Part]) -> float:
    return max(part.height for part in people)


def _free(base: Part, people: Sequence[Part]) -> tuple[float, float]:
    """From where to where a table's top is out of everybody's reach."""
    left, _, right, _ = base.bounds
    rim = _RIM * (right - left)
    low, high = left + rim, right - rim
    for who in people:
        hands = _hands(who)
        if who.x < base.x:
            low = max(low, max(hands) + _BREADTH * who.height)
        else:
            high = min(high, min(hands) - _BREADTH * who.height)
    third = (right - left) / 3
    return (low, high) if high - low > third else (base.x - third / 2, base.x + third / 2)


def _hands(who: Part) -> list[float]:
    """Where the hands of one at a table are, across; beside what they hold."""
    pose = who.actor.pose if who.actor.pose in POSES else "stand"
    bones = joints(proportions(spec_of(who.actor)), POSES[pose])
    ends = [bones.near_arm[2][0] + 3.0, bones.far_arm[2][0] + 3.0]
    reach = [end * who.height / 100 for end in ends] if who.actor.pose not in SITTING else [0.2 * who.height]
    return [who.x + (-end if who.flip else end) for end in reach]


def _row(things: Sequence[Part], low: float, high: float, person: float) -> list[Part]:
    """The things from left to right, evenly, as they were told."""
    widths = [part.bounds[2] - part.bounds[0] for part in things]
    room = (high - low) * (1 - _GAP * (len(things) - 1))
    size = _size(sum(widths) / room, max(part.height for part in things), person)
    step = (high - low - size * sum(widths)) / (len(things) + 1)
    x, found = low + step, []
    for part, wide in zip(things, widths, strict=True):
        own = replace(part, height=part.height * size)
        found.append(replace(own, x=own.x + x - own.bounds[0]))
        x += wide * size + step
    return found


def _size(taken: float, tallest: float, person: float) -> float:
    """Times their own size: less where things take more than the room, more where they take little of it."""
    if taken > 1:
        return max(1 / taken, _LEAST)
    return max(min(_ROOM / taken, _MOST, _LARGE * person / tallest), 1.0)

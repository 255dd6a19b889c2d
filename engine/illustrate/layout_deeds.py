"""Who does something to somebody is close by: drivers and passengers look out of the windows, who pushes, pulls or
strokes touches what it is done to.

Units are those of a cluster: the anchor at (0, 0), a person's height 1. Example: `riders(actor, base, group)`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from engine.illustrate.kit.figures import archetypes
from engine.illustrate.layout_boxes import Box, Part, box_of
from engine.illustrate.layout_sizes import info_of, spec_of
from engine.illustrate.words.record import Actor

WINDOWS: dict[str, tuple[Box, ...]] = {
    "bus": ((104, -83, 121, -52), *((-118 + 31 * i, -84, -91 + 31 * i, -51) for i in (4, 3, 5, 2, 1, 0))),
    "car": ((-3, -91, 34, -61), (-52, -89, -13, -61)),
    "taxi": ((-3, -82, 31, -55), (-47, -80, -12, -55)),
    "truck": ((57, -73, 79, -50),),
    "ambulance": ((39, -82, 66, -54),),
    "carriage": tuple((-90 + 31 * i, -76, -65 + 31 * i, -45) for i in (3, 2, 4, 1)),
    "tram": tuple((-80 + 27 * i, -70, -58 + 27 * i, -42) for i in (4, 3, 2, 1, 0)),
}
"""The windows of vehicles in their own units, the driver's first."""
DRIVING = frozenset({"drive", "steer", "pilot"})
_SEEN = 0.44
"""Of a person's height: what a window shows, from the top of the head down."""
_BITE = 0.26
_DRIVERS = frozenset({"driver", "chauffeur", "conductor", "pilot"})
_UPRIGHT = frozenset(
    {"stir", "dig", "sweep", "kick", "pour", "saw", "hammer", "sit_work", "look_in", "aim", "fight", "blow"}
)
"""Poses with a long tool, which reaches down, and of those who stand or sit at their work."""
_FROM_BEHIND = frozenset({"telescope"})
"""Things that one stands behind: their small end is on the left."""
_PUSHING = frozenset({"push", "shove", "press", "roll"})
_PULLING = frozenset({"pull", "drag", "tug", "tow", "heave", "lead", "haul"})


def rides_inside(actor: Actor, kind: str) -> bool:
    """Whether somebody in a vehicle of that kind is seen through its windows."""
    return actor.family == "person" and kind in WINDOWS


def drives(actor: Actor) -> bool:
    """Whether somebody sits at the wheel."""
    return actor.does in DRIVING or not _DRIVERS.isdisjoint(actor.said.lower().split())


def riders(actor: Actor, base: Part, group: Sequence[Part]) -> list[Part]:
    """Head and shoulders behind the panes: who drives in front, the others one by one; as many as there are panes."""
    taken = {part.actor.options.get("pane") for part in group}
    free = [(f"{i}", pane) for i, pane in enumerate(WINDOWS[base.actor.kind]) if f"{i}" not in taken]
    if not drives(actor) and len(free) > 1:
        free = [*free[1:], free[0]] if free[0][0] == "0" else free
    if actor.count > len(free):  # two heads in a wide pane
        free = [each for name, pane in free for each in _halves(name, pane)]
    found = []
    for n, (name, pane) in enumerate(free[: actor.count]):
        one = actor if n == 0 else replace(actor, id=f"{actor.id}-{n + 1}", figure=archetypes.varied(spec_of(actor), n))
        found.append(_behind(replace(one, count=1), name, pane, base))
    return found


def _halves(name: str, pane: Box) -> list[tuple[str, Box]]:
    left, top, right, foot = pane
    if right - left < 1.05 * (foot - top):
        return [(name, pane)]
    middle = (left + right) / 2
    return [(name, (left, top, middle, foot)), (f"{name}b", (middle, top, right, foot))]


def _behind(actor: Actor, name: str, pane: Box, base: Part) -> Part:
    scale = base.height / 100
    left, top, right, foot = (side * scale for side in pane)
    height = (foot - top) / _SEEN
    x, y = (left + right) / 2, top + 1.03 * height
    own = ((left - x), (top - y), (right - x), (foot - y))
    window = " ".join(f"{side / height * 100:.1f}" for side in own)
    options = {**actor.options, "window": window, "pane": name}
    seated = replace(actor, pose="hold" if drives(actor) else "stand", options=options, holding=())
    return Part(seated, base.x + x, base.y + y, height, 0.004)


def _waist_high(base: Part) -> bool:
    """Whether one stands at it: a table, a desk."""
    info = info_of(base.actor)
    return info is not None and info.category == "furniture" and bool(info.tops) and info.metres >= 0.6


def at_side(actor: Actor, height: float, base: Part, group: Sequence[Part]) -> Part:
    """Right beside what it is done to: who pushes behind it, who pulls before it, everybody else facing it."""
    low = height > 1.5 * base.height and actor.pose not in _UPRIGHT
    if low and actor.family == "person" and not _waist_high(base):  # down to a dog or a child
        actor = replace(actor, pose="kneel")
    if base.actor.family == "animal" and actor.family != "person" and base.actor.weight > actor.weight:
        height = max(height, _BITE * base.height)  # before a whale's mouth its shrimps can be made out
    own, whole = box_of(replace(actor, count=1), height), base.bounds
    near = 0.2 * min(own[2] - own[0], whole[2] - whole[0])
    pushes = actor.does in _PUSHING
    right = base.actor.kind not in _FROM_BEHIND and pushes == bool(
        sum(1 for part in group if part.actor.id != base.actor.id) % 2
    )
    x = whole[2] - own[0] - near if right else whole[0] - own[2] + near
    return Part(actor, x, base.y + 0.01, height, 0.006, flip=right and actor.does not in _PULLING)

"""Who lies in the bed of a bedroom or sits in a row of seats: what is nearer in the setting hides the rest of the body.

Example: `at_place(groups, info, frame)` are the placed parts of those who lie or sit there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from engine.illustrate.frame import Frame
from engine.illustrate.kit.registry import Place, SettingInfo
from engine.illustrate.layout_boxes import Cluster
from engine.illustrate.layout_placed import Placed, put

_LONG = 0.8
"""The most that a sleeper takes of the bed's length."""
_LAP = 0.74
"""How far the feet of who sits in a row would be below the line of heads, in heights of a person."""


def place_of(group: Cluster) -> str:
    """The place of the setting in which the words put somebody: 'bed', 'row' or ''."""
    return next((found for part in group.parts if (found := part.actor.options.get("place", ""))), "")


def placed_by_words(each: Placed) -> bool:
    """Whether a part lies or sits where the words put it, behind a quilt or other seats."""
    return bool(each.part.actor.options.get("place", ""))


def at_place(groups: Sequence[Cluster], info: SettingInfo, frame: Frame) -> list[Placed]:
    """All who are in bed or in a row."""
    places = {place.name: place for place in info.places}
    return [each for group in groups if (place := places.get(place_of(group))) for each in _at(group, place, frame)]


def _at(group: Cluster, place: Place, frame: Frame) -> list[Placed]:
    left, right = (share * frame.width for share in place.x)
    low, top, high, _ = group.bounds
    wide, depth = max(high - low, 1e-6), (place.far + place.near) / 2
    if place.name == "row":
        fit = min(1.0, 0.55 + 0.35 * frame.width / 1000)  # as the heads around are smaller in a tall picture
        scale = place.person_near * fit / max(group.tallest, 1e-6)
        at = (left + 0.3 * (right - left), place.y_near * frame.height + _LAP * scale * group.tallest)
    else:
        beast = group.hero.actor.family == "animal"
        scale = min(place.person_near / max(group.tallest, 1e-6), _LONG * (right - left) / wide)
        scale = 0.64 * (right - left) / wide if beast else scale
        at = (left + wide * scale * (0.5 if beast else 0.46), place.y_near * frame.height + (0.22 if beast else 0.26) * -top * scale)  # fmt: skip
    flip = place.name == "bed" and group.hero.actor.family == "animal"
    return [replace(put(part, *at, scale, depth, flip), group=group.parts[0].actor.id) for part in group.parts]

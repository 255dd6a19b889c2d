"""Where sun and moon stand: at the setting's own place, or aside where something would hide them.

Example: `free_light(placed, info, frame, 0.7, 0.2)` is the share of the width that is free.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from engine.illustrate.frame import Frame
from engine.illustrate.kit.registry import SettingInfo
from engine.illustrate.layout_boxes import Box
from engine.illustrate.layout_placed import Placed, overlap

_DISC = 62.0
"""Units: a little more than the radius of sun and moon."""
_ASIDE = (0.0, -0.12, 0.12, -0.22, 0.22, -0.34, 0.34, -0.46, 0.46, -0.58, 0.58)


def free_light(placed: Sequence[Placed], info: SettingInfo, frame: Frame, x: float, y: float) -> float:
    """The place nearest to x where sun or moon is not hidden by who or what stands or flies there; x where there is
    none, or the setting has no sky."""
    if info.inside or not any(place.kind == "sky" for place in info.places):
        return x
    boxes = [each.bounds for each in placed]
    found = [x + step for step in _ASIDE if 0.08 <= x + step <= 0.92]
    return min(found, key=lambda at: (_hidden(frame.x(at), frame.y(y), boxes) > 0.12, abs(at - x)))


def _hidden(x: float, y: float, boxes: Iterable[Box]) -> float:
    """The largest share of the disc's box that one thing covers."""
    disc = (x - _DISC, y - _DISC, x + _DISC, y + _DISC)
    return max((overlap(disc, box) for box in boxes), default=0.0)

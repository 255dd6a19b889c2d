"""Where sun and moon stand: at the setting's own place, or aside where something would hide them.

Example: `free_light(placed, info, frame, 0.7, 0.2)` is where it is free, in shares of the picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from engine.illustrate.frame import Frame
from engine.illustrate.kit.registry import SettingInfo
from engine.illustrate.layout_boxes import Box
from engine.illustrate.layout_cover import Cover
from engine.illustrate.layout_placed import Placed, overlap

_DISC = 62.0
"""Units: a little more than the radius of sun and moon."""
_NEAR, _LEAVES = 0.45, 0.3
"""The depth from where on leaves and posts of the setting are, and the share of the disc that they may hide where it
goes aside."""
_ASIDE = (0.0, -0.12, 0.12, -0.22, 0.22, -0.34, 0.34, -0.46, 0.46, -0.58, 0.58)


def free_light(placed: Sequence[Placed], info: SettingInfo, frame: Frame, x: float, y: float) -> tuple[float, float]:
    """The place nearest to (x, y) where sun or moon is not hidden by who or what stands or flies there; (x, y) where
    there is none, or the setting has no sky."""
    if info.inside or not any(place.kind == "sky" for place in info.places):
        return x, y
    boxes = [each.bounds for each in placed]
    spots = [(x + step, high) for high in (y, max(0.55 * y, 0.1)) for step in _ASIDE if 0.08 <= x + step <= 0.92]
    cover = Cover.of(info.name, frame, 1.0, 0.5)
    open_ = [at for at in spots if at == (x, y) or cover.hidden(_disc(frame, at), _NEAR) <= _LEAVES]
    free = [at for at in spots if _hidden(_disc(frame, at), boxes) <= 0.12]
    free = [at for at in free if at in open_] or free
    return min(free, key=lambda at: (at[1] != y, abs(at[0] - x)), default=(x, y))


def _disc(frame: Frame, at: tuple[float, float]) -> Box:
    x, y = frame.x(at[0]), frame.y(at[1])
    return x - _DISC, y - _DISC, x + _DISC, y + _DISC


def _hidden(disc: Box, boxes: Iterable[Box]) -> float:
    """The largest share of the disc's box that one thing covers."""
    return max((overlap(disc, box) for box in boxes), default=0.0)

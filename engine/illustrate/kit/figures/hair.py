"""Hair, in the units of a head (100 high, facing right). Each style has a part behind the head and one on it.

Example: `behind(pen, "braid", colour, "side", 0.2)`, the head, then `before(pen, "braid", colour, "side", "")`. A hat hides the crown.
"""
# outlines are rows of points, tables rows of words: they read best as written
# fmt: off

from __future__ import annotations

import math
from functools import lru_cache

from engine.illustrate.kit.figures.hats import COVERS, HATS, hat
from engine.illustrate.paint.forms import blob, tube
from engine.illustrate.paint.path import Path, oval, smooth
from engine.illustrate.paint.pen import Pen
from engine.looks import Colour

__all__ = ["COVERS", "HATS", "STYLES", "before", "behind", "hat"]

STYLES = (
    "short", "bob", "long", "bun", "braid", "ponytail", "curly", "bald", "grey_wisps", "topknot", "wavy", "afro",
        "pigtails", "side_part", "fringe", "braids", "spiky", "updo",
)
_SHOWS_EARS = frozenset({"short", "bald", "bun", "grey_wisps", "ponytail", "topknot", "side_part", "spiky", "updo",
    "braid", "pigtails"})

_CAP_SIDE = smooth(
    [(31, -78), (24, -97), (-2, -112), (-30, -104), (-46, -76), (-43, -44), (-33, -20), (-22, -26), (-20, -48), (-12,
        -64),
     (6, -82)], curve=0.9,
)
_PART_SIDE = smooth(
    [(35, -70), (33, -92), (14, -112), (-16, -112), (-42, -92), (-47, -60), (-42, -34), (-33, -20), (-24, -28), (-21,
        -50), (-8, -70), (14, -76), (26, -86)],
    curve=0.9,
)
_FRINGE_SIDE = smooth(
    [(36, -62), (33, -92), (12, -112), (-18, -112), (-44, -90), (-48, -56), (-44, -20), (-28, -8), (-18, -30), (-14,
        -58), (0, -66), (12, -61), (24, -66)], curve=0.8,
)
_CAP_FRONT = smooth(
    [(41, -40), (46, -72), (30, -104), (0, -113), (-30, -104), (-46, -72), (-41, -40), (-36, -62), (-22, -80), (4, -86),
     (26, -76), (36, -60)], curve=0.9,
)
_PART_FRONT = smooth(
    [(42, -36), (47, -70), (32, -104), (0, -114), (-32, -104), (-47, -70), (-42, -36), (-36, -58), (-26, -74), (-14,
        -88), (4, -82), (24, -72), (35, -58)], curve=0.9,
)
_FRINGE_FRONT = smooth(
    [(42, -30), (47, -70), (32, -104), (0, -114), (-32, -104), (-47, -70), (-42, -30), (-36, -52), (-28, -63), (-12,
        -66), (0, -62), (12, -66), (28, -63), (36, -52)], curve=0.9,
)
_MIDDLE_FRONT = smooth(
    [(43, -20), (48, -64), (34, -104), (0, -114), (-34, -104), (-48, -64), (-43, -20), (-37, -44), (-33, -66), (-18,
        -82), (0, -94), (18, -82), (33, -66), (37, -44)], curve=0.9,
)
_BACK = smooth([(40, -20), (46, -66), (28, -104), (0, -112), (-28, -104), (-46, -66), (-40, -20), (-20, -4), (20, -4)])


def shows_ear(style: str) -> bool:
    """Whether the ear is seen with this hair."""
    return style in _SHOWS_EARS


@lru_cache(maxsize=16)
def _puff(cx: float, cy: float, rx: float, ry: float, bumps: int, start: float, end: float) -> Path:
    """A rounded mass with a scalloped edge, all in one piece."""
    row = []
    for i in range(bumps * 2 + 1):
        a = math.radians(start + (end - start) * i / (bumps * 2))
        r = 1.06 if i % 2 else 0.94
        row.append((cx + rx * r * math.cos(a), cy - ry * r * math.sin(a)))
    return smooth(row, curve=1.2)


def behind(pen: Pen, style: str, colour: Colour, view: str, wind: float) -> None:
    """What hangs behind head and shoulders."""
    blow = wind * 30
    dark = pen.shaded(colour, 0.25)
    if style == "braid" and view != "front":
        _plait(pen, colour, -34, blow)
    if style in ("long", "bob", "wavy", "fringe"):
        foot = {"long": 52, "wavy": 40, "fringe": 16}.get(style, -4)
        pen.shape(_fall(foot, blow, view), dark, form=0.35, form_width=10, rim=True, rim_width=3,
            wobble=1.2 if style == "wavy" else 0.5)
    if style == "ponytail" and view != "front":
        row = [(-36, -88), (-62, -84), (-74 - blow, -52), (-66 - blow * 1.6, -8)]
        pen.shape(tube(row, [12, 15, 14, 4]), dark, form=0.3, rim=True, rim_width=3, wobble=0.4)
    if style in ("bun", "updo") and view != "back":
        x, y = (-40.0, -96.0) if view == "side" else (0.0, -120.0)
        r = 23.0 if style == "bun" else 28.0
        pen.shape(blob(x, y, r, r * 0.9, seed=4, jitter=0.05), dark, form=0.35, rim=True, rim_width=3, wobble=0.3)
        pen.line([(x - r * 0.5, y), (x, y - r * 0.4), (x + r * 0.5, y)], pen.shaded(colour, 0.5), 2, ink=0.5)
    if style in ("curly", "afro"):
        middle, wide = (-8.0 if view == "side" else 0.0), 50.0 if style == "curly" else 64.0
        pen.shape(_puff(middle, -62, wide, wide * 0.98, 11, -50, 230), dark, form=0.3, form_width=9, rim=True,
            rim_width=3.5, wobble=0.5)
    if style == "pigtails":
        for x in (-46, 46) if view != "side" else (-40,):
            side = -1 if x < 0 else 1
            row = [(x * 0.8, -66), (x + side * 14, -52), (x + side * 18 - blow * 0.4, -22), (x + side * 8 - blow * 0.6,
                4)]
            pen.shape(tube(row, [9, 13, 12, 3]), dark, form=0.3, rim=True, rim_width=3, wobble=0.5)
            pen.shape(oval(x * 0.94, -66, 8, 8), pen.A, line=0.7, shadow=0.5, wobble=0.2)
    if style == "braids":
        for x in (-40, 40) if view != "side" else (-30,):
            pen.shape(tube([(x, -50), (x * 1.08, -8), (x * 1.0 - blow * 0.3, 44)], [11, 10, 5]), dark, form=0.3,
                wobble=0.5)
            pen.shape(oval(x - blow * 0.3, 46, 7, 6), pen.A, line=0.7, wobble=0.2)


def _plait(pen: Pen, colour: Colour, x0: float, blow: float) -> None:
    row = [(x0, -52), (x0 - 16, -14), (x0 - 18 - blow * 0.3, 34), (x0 - 12 - blow, 84)]
    pen.shape(tube(row, [15, 14, 12, 6]), pen.shaded(colour, 0.25), form=0.3, wobble=0.4)
    for i in range(4):
        t = i / 4
        x, y = -44 - 9 * math.sin(t * 3) - blow * t * t, -24 + 92 * t
        pen.line([(x - 10, y - 5), (x, y + 4), (x + 10, y - 5)], pen.shaded(colour, 0.55), 2.2, ink=0.6)
    pen.shape(oval(x0 - 12 - blow, 80, 9, 7), pen.A, wobble=0.2)


def _fall(foot: float, blow: float, view: str) -> Path:
    if view == "side":
        return smooth(
            [(8, -104), (-30, -104), (-50, -70), (-52, -20), (-50 - blow, foot - 10), (-30 - blow, foot), (-8,
                foot - 6),
             (-4, -40), (20, -80)], curve=0.9,
        )
    return smooth(
        [(0, -112), (36, -98), (52, -60), (52, -10), (44, foot), (0, foot - 8), (-44 - blow * 0.5, foot), (-52, -10),
         (-52, -60), (-36, -98)], curve=0.9,
    )


def before(pen: Pen, style: str, colour: Colour, view: str, hat: str) -> None:
    """What lies on the head: the crown, the fringe, the side."""
    if style == "bald":
        return
    if view == "back":
        shape = _puff(0, -62, 56, 56, 11, -70, 250) if style in ("curly", "afro") and not hat else _BACK
        pen.shape(shape, colour, form=0.3, rim=True, rim_width=4, wobble=0.4)
        if style in ("bun", "updo"):
            pen.shape(blob(0, -78, 22, 20, seed=4, jitter=0.05), pen.lighter(colour, 0.02), form=0.35)
        return
    if style in ("curly", "afro") and not hat:
        _curls(pen, style, colour, view)
        return
    if style == "grey_wisps":
        for flip in (1,) if view == "side" else (1, -1):
            row = [(-20, -62), (-40, -74), (-45, -50), (-36, -26), (-24, -28), (-18, -46)]
            if view != "side":
                row = [(-33, -66), (-42, -78), (-50, -54), (-46, -30), (-38, -26), (-35, -46)]
            side = smooth(row).scaled(flip, 1)
            pen.shape(side, colour, form=0.25, rim=True, rim_width=2.5, wobble=0.6)
        return
    pen.shape(_crown_of(style, view), colour, form=0.28, form_width=8, rim=True, rim_width=3.5,
        wobble=0.9 if style == "wavy" else 0.4)
    _strands(pen, style, colour, view)
    if style == "topknot":
        pen.shape(oval(-8 if view == "side" else 0, -117, 12, 10), colour, form=0.3)
    if style == "spiky" and not hat:
        for i in range(6):
            x = -34 + i * 12
            root = -92 + (x + 4) ** 2 / 60  # within the round of the hair
            pen.shape(smooth([(x - 9, root), (x + 5, -126 + abs(i - 3) * 3), (x + 9, root)], curve=0.4), colour,
                form=0.2, line=0.7, shadow=0.15)


def _crown_of(style: str, view: str) -> Path:
    if view == "side":
        if style in ("side_part", "short", "spiky"):
            return _PART_SIDE if style == "side_part" else _CAP_SIDE
        return _FRINGE_SIDE if style in ("fringe", "bob") else _PART_SIDE if style in ("wavy", "updo") else _CAP_SIDE
    if style in ("fringe", "bob"):
        return _FRINGE_FRONT
    if style in ("long", "braid", "braids", "bun", "pigtails"):
        return _MIDDLE_FRONT
    return _PART_FRONT if style in ("side_part", "wavy", "updo", "ponytail", "short") else _CAP_FRONT


def _strands(pen: Pen, style: str, colour: Colour, view: str) -> None:
    """A few lines along which the hair lies."""
    dark = pen.shaded(colour, 0.42)
    if view == "side":
        for row in ([(22, -94), (-6, -98), (-30, -78)], [(12, -84), (-14, -80), (-32, -56)]):
            pen.line(row, dark, 1.8, alpha=0.6, ink=0.4, wobble=0.3)
    elif style in ("long", "braid", "braids", "bun", "pigtails"):
        pen.line([(0, -112), (0, -96)], dark, 2.0, alpha=0.7, ink=0.5, wobble=0.2)
        for s in (-1, 1):
            pen.line([(s * 6, -104), (s * 26, -88), (s * 38, -62)], dark, 1.8, alpha=0.6, ink=0.4, wobble=0.3)
    else:
        pen.line([(-12, -104), (8, -94), (30, -78)], dark, 1.8, alpha=0.6, ink=0.4, wobble=0.3)


def _curls(pen: Pen, style: str, colour: Colour, view: str) -> None:
    r = 1.0 if style == "curly" else 1.2
    top = _puff(-6 if view == "side" else 0, -84, 44 * r, 30 * r, 8, -12 if view == "front" else 8,
        192 if view == "front" else 205)
    pen.shape(top, colour, form=0.28, form_width=7, rim=True, rim_width=3, wobble=0.4)
    if view == "side":
        pen.shape(_puff(-34, -52, 17, 26, 6, 0, 360), colour, form=0.2, form_width=4, rim=True, rim_width=2.5,
            wobble=0.4)
    for x, y in ((-22, -92), (0, -100), (18, -92), (-8, -84)):
        pen.line([(x - 7, y + 2), (x, y - 5), (x + 7, y + 2), (x + 3, y + 7)], pen.shaded(colour, 0.4), 2.0, alpha=0.6,
            ink=0.4)

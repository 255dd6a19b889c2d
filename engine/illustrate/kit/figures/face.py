"""A head and what it says: shape, eyes, brows, mouth, cheeks, for eight feelings, small and large.

Units: the head is 100 high, its chin about (20, 0), its crown at y = -100, facing right. Example: `draw(pen, FACES["sad"],
skin, "side", large=True)`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from engine.illustrate.paint.path import oval, smooth
from engine.illustrate.paint.pen import Pen, across
from engine.looks import Colour


@dataclass(frozen=True)
class Face:
    """`eyes`: open, wide, closed (lids down) or happy (lids up); `brow`: how much higher their inner (+) or outer (-)
    ends are; `raised`: how far the brows are lifted; `smile`: -1 to 1; `gape`: how far the mouth is open."""

    eyes: str = "open"
    brow: float = 0.0
    raised: float = 0.0
    smile: float = 0.35
    gape: float = 0.0
    blush: float = 0.5
    tear: bool = False


FACES: dict[str, Face] = {
    "": Face(),
    "calm": Face(eyes="closed", smile=0.45, raised=1),
    "happy": Face(eyes="happy", raised=3, smile=1.0, gape=0.35, blush=0.75),
    "sad": Face(brow=5, smile=-0.75, blush=0.35, tear=True),
    "afraid": Face(eyes="wide", brow=6, raised=5, smile=-0.5, gape=0.5, blush=0.15),
    "angry": Face(brow=-7, raised=-4, smile=-0.7, blush=0.75),
    "surprised": Face(eyes="wide", raised=8, smile=0.0, gape=0.9, blush=0.5),
    "tired": Face(eyes="closed", brow=2, smile=-0.15, blush=0.25),
    "loving": Face(eyes="closed", raised=2, smile=0.8, blush=1.0),
    "thoughtful": Face(brow=1, raised=3, smile=-0.05),
    "proud": Face(eyes="closed", raised=5, smile=0.7),
}

SIDE = smooth(
    [(26, -89), (37, -67), (40.5, -52), (50, -38.5), (44, -33), (41.5, -24), (36.5, -9), (21, 0), (-2, -5.5), (-26,
        -22),
     (-37, -52), (-33, -83), (-6, -100)]
)  # fmt: skip
FRONT = smooth(
    [(0, -100), (26, -94), (38, -72), (39, -48), (33, -20), (15, -2), (0, 1), (-15, -2), (-33, -20), (-39, -48),
     (-38, -72), (-26, -94)]
)  # fmt: skip


def draw(pen: Pen, face: Face, skin: Colour, view: str, large: bool, lashes: bool = False, old: bool = False) -> None:
    """The head with its face; `view` is side, front or back. `large` adds what a near look shows; `lashes` and the lines
    of the `old` are drawn where they can be seen."""
    shape = SIDE if view == "side" else FRONT
    warm = pen.mix(pen.lighter(skin, 0.015), pen.L, 0.14)
    fill = across(pen.mix(skin, pen.A, 0.05), warm, -38, 42)
    pen.shape(shape, fill, form=0.26, form_width=9, edge=0.5, wobble=0.25, line=0.9)
    if view == "back":
        return
    if view == "front":
        for x in (-40, 40):
            pen.shape(oval(x, -44, 5, 8.5), pen.mix(skin, pen.A, 0.1), form=0.25, shadow=0.4, wobble=0.2, line=0.7)
        pen.shape(shape & oval(0, -45, 39, 40), fill, shadow=0, edge=0, line=0, wobble=0.25)
    if old and large:
        _wrinkles(pen, skin, view)
    if lashes and large and face.eyes in ("open", "wide"):
        _lashes(pen, view)
    if view == "side":
        _features(pen, face, skin, large, ((28.5, 0.86), (1.5, 1.0)), 17, 31, large)
    else:
        _features(pen, face, skin, large, ((17, 1.0), (-17, 1.0)), 24, 0, large)
        _nose_front(pen, skin, large)


def _wrinkles(pen: Pen, skin: Colour, view: str) -> None:
    colour = pen.shaded(skin, 0.3)
    x = 15.0 if view == "side" else 0.0
    for y in (-80.0, -75.0):
        pen.line([(x - 15, y), (x, y - 1.6), (x + 14, y)], colour, 1.2, alpha=0.7, ink=0.4, wobble=0.1)
    for cx, s in ((42.0, 1), (-14.0, -1)) if view == "side" else ((31.0, 1), (-31.0, -1)):
        if view == "front" or s < 0:
            for dy in (-2.5, 2.0):
                pen.line([(cx, -45 + dy), (cx + s * 5, -46 + dy * 2.2)], colour, 1.2, alpha=0.7, ink=0.4, wobble=0.1)


def _lashes(pen: Pen, view: str) -> None:
    dark = pen.r(0.0)
    for x, s in ((28.5, 1), (1.5, -1)) if view == "side" else ((17.0, 1), (-17.0, -1)):
        for dx, dy in ((6.0, -51.5), (7.6, -48.5)):
            pen.line([(x + s * dx, dy), (x + s * (dx + 4), dy - 3)], dark, 1.7, ink=0.6, wobble=0.05)


def ear(pen: Pen, skin: Colour) -> None:
    """The near ear of a head seen from the side."""
    pen.shape(oval(-16, -44, 6.5, 9), pen.mix(skin, pen.A, 0.12), form=0.25, shadow=0.5, wobble=0.2, line=0.7)
    pen.line([(-18, -49), (-13, -46), (-15, -40)], pen.shaded(skin, 0.4), 1.6, ink=0, wobble=0.1)


def _features(
    pen: Pen, face: Face, skin: Colour, large: bool, eyes: tuple[tuple[float, float], tuple[float, float]],
    cheek: float, mouth: float, detailed: bool,
) -> None:  # fmt: skip
    dark = pen.mix(pen.mix(pen.natural("rubber"), pen.r(0.0), 0.5), pen.A, 0.05)
    cheeks = (cheek,) if mouth else (cheek, -cheek)
    for x in cheeks:
        blush = pen.mix(skin, pen.A, 0.5)
        pen.shape(oval(x, -24.5, 11.5, 7.5), blush, alpha=face.blush * 0.62, soft=3.0, line=0, wobble=0.2)
    for x, size in eyes:
        _eye(pen, face, x, -46.0, size, dark, detailed)
        _brow(pen, face, x, -61.0, size, pen.mix(dark, skin, 0.2), inner=1 if x < mouth or x < 0 else -1)
    _mouth(pen, face, mouth, -14.0, pen.mix(pen.A, pen.r(0.0), 0.55), detailed)
    if mouth and detailed:
        pen.line([(44, -33), (39.5, -30.8), (35.5, -33)], pen.shaded(skin, 0.5), 2.0, ink=0.6, wobble=0.1)
    if face.tear:
        drop = smooth([(cheek, -38), (cheek + 3.6, -29), (cheek, -25), (cheek - 3.6, -29)])
        pen.shape(drop, pen.mix(pen.G, pen.r(1.0), 0.62), shadow=0, edge=0, line=0.5, wobble=0.1)


def _eye(pen: Pen, face: Face, x: float, y: float, size: float, dark: Colour, large: bool) -> None:
    if face.eyes in ("closed", "happy"):
        bend = 4.6 if face.eyes == "closed" else -5.6
        width = 8.6 * size
        pen.line([(x - width, y - 1), (x, y + bend - 1), (x + width, y - 1)], dark, 3.4 if large else 4.4, wobble=0.1)
        return
    tall = 7.4 if face.eyes == "wide" else 6.0
    across_ = (4.2 if large else 4.8) * size
    if face.eyes == "wide":
        pen.shape(oval(x, y, across_ + 4, tall + 3.4), pen.r(0.98), shadow=0, edge=0, line=0.6, wobble=0.1)
    pen.shape(oval(x, y, across_, tall), dark, shadow=0, edge=0, line=0, wobble=0.1)
    if large:
        pen.shape(oval(x + 1.3, y - 2.4, 1.5, 1.9), pen.r(1.0), shadow=0, edge=0, line=0, wobble=0.0)
        lid = [(x - 7.4 * size, y - 4), (x - 1, y - tall - 2.2), (x + 7 * size, y - 5)]
        pen.line(lid, dark, 2.6, ink=0.9, wobble=0.1)


def _brow(pen: Pen, face: Face, x: float, y: float, size: float, colour: Colour, inner: int) -> None:
    up = y - face.raised
    left, right = (face.brow, -face.brow) if inner < 0 else (-face.brow, face.brow)
    row = [(x - 10 * size, up - left), (x, up - 3.6), (x + 10 * size, up - right)]
    pen.line(row, colour, 3.6, ink=0.7, wobble=0.1)


def _mouth(pen: Pen, face: Face, x: float, y: float, colour: Colour, large: bool) -> None:
    width = 8.6 if x else 11.0
    if face.gape > 0.2:
        tall = 3.4 + 7.5 * face.gape
        curve = face.smile * 2.5
        shape = smooth(
            [(x - width * 0.8, y - curve), (x, y - 1.2 - max(0.0, -face.smile) * 2), (x + width * 0.8, y - curve),
             (x + width * 0.4, y + tall * 0.7), (x, y + tall), (x - width * 0.4, y + tall * 0.7)]
        )  # fmt: skip
        pen.shape(shape, pen.mix(colour, pen.r(0.0), 0.35), shadow=0, edge=0, line=0.6, wobble=0.1)
        if large:
            tongue = shape & oval(x, y + tall * 1.05, width * 0.6, tall * 0.55)
            pen.shape(tongue, pen.mix(pen.A, pen.r(1.0), 0.25), shadow=0, edge=0, line=0, wobble=0.0)
        return
    bend = face.smile * 4.2
    row = [(x - width, y - bend * 0.6), (x, y + bend * 0.6), (x + width, y - bend * 0.8)]
    pen.line(row, colour, 3.0, ink=0.8, wobble=0.1)


def _nose_front(pen: Pen, skin: Colour, large: bool) -> None:
    pen.line([(2, -40), (5.5, -31), (-1, -29.5)], pen.shaded(skin, 0.38), 2.4 if large else 3, ink=0.6, wobble=0.1)


def turned_up(face: Face) -> Face:
    """The same face with its eyes open, for poses that look at something."""
    return replace(face, eyes="open") if face.eyes == "closed" else face

"""What is sewn on clothes: buttons, collars, lapels, belts, aprons, pockets, badges. All is cut by the garment's outline.

Units of the torso: hip at (0, 0), shoulders at (0, -torso). Example: `DETAILS["belt"](pen, cloth)`; what is draped comes from
`sewn_far`.
"""
# outlines are rows of points, tables rows of words: they read best as written
# fmt: off

from __future__ import annotations

from collections.abc import Callable

from engine.illustrate.kit.figures.cloth import Cloth, mark, piece
from engine.illustrate.kit.figures.sewn_far import DRAPED
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen


def _buttons(pen: Pen, c: Cloth) -> None:
    if c.back:
        return
    x = c.x
    top = -c.t + (13 if "lapels" in c.cut.details else 4)
    pen.line([(x + 0.2, top), (x + 0.8, c.hem)], pen.shaded(c.colour, 0.45), 0.7, ink=0.5, wobble=0.3)
    count = 2 if "lapels" in c.cut.details else 5 if c.hem > 14 else 4
    for i in range(count):
        y = top + 2 + i * min((c.hem - top - 4) / count, 7.2)
        mark(pen, oval(x - 1.4, y, 0.95), c.detail)


def _collar(pen: Pen, c: Cloth) -> None:
    t, x = c.t, c.x * 0.3
    row = [(-5.4, -t + 0.2), (0, -t - 2.8), (5.6, -t + 0.2), (3.6 + x, -t + 3.6), (0.2 + x, -t + 1.2), (-3.8 + x,
        -t + 3.4)]
    piece(pen, smooth(row, curve=0.5), pen.shaded(c.colour, 0.22))


def _points(pen: Pen, c: Cloth) -> None:
    """The two points of a shirt's collar."""
    if c.back:
        return
    t, x, white = c.t, c.x, pen.mix(pen.natural("feather"), c.colour, 0.2)
    for s in (-1, 1):
        piece(pen, polygon([(x * 0.6, -t + 0.6), (x * 0.6 + s * 4.6, -t - 1.6), (x * 0.6 + s * 3.4, -t + 3.4)]), white)


def _lapels(pen: Pen, c: Cloth) -> None:
    if c.back:
        return
    t, x = c.t, c.x
    mark(pen, polygon([(x - 3.6, -t - 1), (x + 3.6, -t - 1), (x + 0.4, -t * 0.5)]), pen.mix(pen.natural("feather"),
        c.colour, 0.1))
    for s in (-1, 1):
        row = [(x + s * 3.0, -t - 1.6), (x + s * 6.4, -t + 2), (x + s * 4.0, -t * 0.66), (x + 0.4, -t * 0.46),
            (x + s * 1.2, -t * 0.7)]
        piece(pen, polygon(row), pen.shaded(c.colour, 0.16))


def _tie(pen: Pen, c: Cloth) -> None:
    if not c.back:
        t, x = c.t, c.x
        mark(pen, polygon([(x - 1.2, -t + 1), (x + 1.2, -t + 1), (x + 1.6, -t * 0.56), (x + 0.1, -t * 0.5), (x - 1.4,
            -t * 0.56)]), pen.mix(pen.A, pen.r(0.1), 0.15))


def _knit(pen: Pen, c: Cloth) -> None:
    mark(pen, c.shape & box(-40, c.hem - 2.4, 80, 5), pen.shaded(c.colour, 0.18))
    for i in range(7):
        x = -7.5 + i * 2.5
        mark(pen, c.shape & polygon([(x, -c.t * 0.62), (x + 1.25, -c.t * 0.7), (x + 2.5, -c.t * 0.62), (x + 1.25,
            -c.t * 0.56)]), pen.mix(c.colour, c.detail, 0.55), 0)


def _waistcoat(pen: Pen, c: Cloth) -> None:
    front = c.shape - box(-40, c.hem - 1, 80, 20)
    if not c.back:
        front = front - polygon([(c.x - 3, -c.t - 4), (c.x + 3, -c.t - 4), (c.x, -c.t * 0.55)])
    piece(pen, front, pen.shaded(c.detail, 0.35))
    _buttons(pen, c)


def _belt(pen: Pen, c: Cloth) -> None:
    band = c.shape & box(-40, -c.t * 0.34, 80, 2.6)
    piece(pen, band, pen.shaded(c.detail, 0.15))
    if not c.back:
        mark(pen, box(c.x - 1.5, -c.t * 0.34 - 0.2, 3, 3, 0.4), pen.mix(pen.L, pen.B, 0.5))


def _placket(pen: Pen, c: Cloth) -> None:
    if not c.back:
        x, dark = c.x * 0.9, pen.shaded(c.colour, 0.4)
        pen.line([(x, -c.t + 1), (x + 0.4, -c.t * 0.46)], dark, 0.8, ink=0.6, wobble=0.2)
        for i in range(3):
            mark(pen, oval(x - 0.9, -c.t * (0.86 - 0.14 * i), 0.6), c.detail, 0.3)


def _neckline(pen: Pen, c: Cloth) -> None:
    if not c.back:
        pen.line([(c.x - 4.4, -c.t - 0.6), (c.x, -c.t + 2.6), (c.x + 4.0, -c.t - 0.6)], pen.mix(c.detail, c.colour,
            0.2), 1.2, ink=0.6, wobble=0.2)


def _vneck(pen: Pen, c: Cloth) -> None:
    if not c.back:
        mark(pen, polygon([(c.x - 3, -c.t - 2), (c.x + 3, -c.t - 2), (c.x, -c.t + 5)]), pen.natural("feather"))


def _apron(pen: Pen, c: Cloth) -> None:
    if c.back:
        pen.line([(-6, -c.t * 0.34), (0, -c.t * 0.3), (6, -c.t * 0.34)], pen.natural("feather"), 1.6, ink=0.6)
        return
    x = c.x
    front = smooth([(x - 5, -c.t * 0.74), (x + 5, -c.t * 0.74), (x + 5.4, -c.t * 0.36), (x + 9, c.hem - 3), (x - 9,
        c.hem - 2), (x - 5.4, -c.t * 0.36)], curve=0.3)
    piece(pen, front & c.shape, pen.natural("feather"))
    for s in (-1, 1):
        pen.line([(x + s * 4.6, -c.t * 0.74), (x * 0.4 + s * 4.4, -c.t)], pen.natural("feather"), 1.2, ink=0.5)
    pen.line([(x - 4, -c.t * 0.1), (x, -c.t * 0.04), (x + 4, -c.t * 0.1)], pen.r(0.7), 0.6, ink=0.5)


def _stripes(pen: Pen, c: Cloth) -> None:
    for i in range(6):
        y = -c.t + 3 + i * c.t * 0.18
        mark(pen, c.shape & box(-40, y, 80, 2.0), pen.mix(c.colour, pen.natural("feather"), 0.75), 0)


def _double(pen: Pen, c: Cloth) -> None:
    if not c.back:
        for s in (-2.6, 2.6):
            for i in range(4):
                mark(pen, oval(c.x + s, -c.t + 5 + i * 5.6, 0.9), pen.r(0.25))


def _stethoscope(pen: Pen, c: Cloth) -> None:
    if not c.back:
        x, dark = c.x, pen.natural("rubber")
        pen.line([(x - 4, -c.t - 1.5), (x - 3.4, -c.t * 0.72), (x + 0.6, -c.t * 0.56), (x + 3.6, -c.t * 0.72), (x + 4,
            -c.t - 1.5)], dark, 1.1, ink=0.6, wobble=0.2)
        pen.line([(x + 0.6, -c.t * 0.56), (x + 1.4, -c.t * 0.44)], dark, 1.1, ink=0.6)
        mark(pen, oval(x + 1.5, -c.t * 0.4, 1.7), pen.natural("steel"))


def _pocket(pen: Pen, c: Cloth) -> None:
    if not c.back:
        mark(pen, box(c.x - 7.4, -c.t * 0.66, 4.4, 4.6, 0.6), pen.shaded(c.colour, 0.12), 0.5)
        pen.line([(c.x - 6, -c.t * 0.72), (c.x - 6, -c.t * 0.6)], pen.A, 0.8, ink=0.4)


def _pockets(pen: Pen, c: Cloth) -> None:
    if not c.back:
        for s in (-1, 1):
            for y in (-c.t * 0.74, -c.t * 0.14):
                piece(pen, box(c.x * 0.4 + s * 4.6 - 2.4, y, 4.8, 4.6, 0.6) & c.shape, pen.shaded(c.colour, 0.14))


def _badge(pen: Pen, c: Cloth) -> None:
    if not c.back:
        mark(pen, oval(c.x - 5, -c.t * 0.72, 1.6, 1.8), pen.mix(pen.B, pen.L, 0.4))


def _sailor(pen: Pen, c: Cloth) -> None:
    t, x, navy = c.t, c.x, pen.scheme.named("navy", pen.G)
    shape = polygon([(-8, -t), (0, -t - 3), (8, -t), (8, -t * 0.62), (-8,
        -t * 0.62)]) if c.back else polygon([(x - 6.6, -t + 0.4), (x, -t - 3), (x + 6, -t + 0.4), (x + 0.4, -t * 0.52)])
    piece(pen, shape, navy)
    if not c.back:
        mark(pen, polygon([(x - 2.4, -t - 1), (x + 2.4, -t - 1), (x + 0.2, -t * 0.7)]), pen.natural("feather"))
        piece(pen, polygon([(x - 2, -t * 0.5), (x + 2.4, -t * 0.5), (x + 0.2, -t * 0.3)]), pen.A)


def _bib(pen: Pen, c: Cloth) -> None:
    cloth = pen.shaded(c.detail, 0.2)
    lower = c.shape & (box(-40, -c.t * 0.36, 80, 60) | box(c.x - 5, -c.t * 0.72, 10, 30))
    piece(pen, lower, cloth)
    for s in (-1, 1):
        pen.line([(c.x + s * 4, -c.t * 0.7), (s * 5, -c.t - 0.4)], cloth, 1.8, ink=0.6)
        mark(pen, oval(c.x + s * 3.8, -c.t * 0.67, 0.9), pen.mix(pen.B, pen.L, 0.4))


def _hivis(pen: Pen, c: Cloth) -> None:
    for y in (-c.t * 0.62, -c.t * 0.26):
        mark(pen, c.shape & box(-40, y, 80, 2.2), pen.natural("steel"), 0.3)


def _clasp(pen: Pen, c: Cloth) -> None:
    if not c.back:
        pen.line([(c.x, -c.t + 2), (c.x - 2.5, -c.t * 0.3), (c.x - 1, c.hem)], pen.shaded(c.colour, 0.5), 1.0, ink=0.6)
        mark(pen, oval(c.x, -c.t + 1.4, 1.8), pen.mix(pen.B, pen.L, 0.4))


DETAILS: dict[str, Callable[[Pen, Cloth], None]] = {
    **DRAPED,
    "buttons": _buttons,
    "collar": _collar,
    "points": _points,
    "lapels": _lapels,
    "tie": _tie,
    "knit": _knit,
    "waistcoat": _waistcoat,
    "belt": _belt,
    "placket": _placket,
    "neckline": _neckline,
    "vneck": _vneck,
    "apron": _apron,
    "stripes": _stripes,
    "double": _double,
    "stethoscope": _stethoscope,
    "pocket": _pocket,
    "pockets": _pockets,
    "badge": _badge,
    "sailor": _sailor,
    "bib": _bib,
    "hivis": _hivis,
    "clasp": _clasp,
}

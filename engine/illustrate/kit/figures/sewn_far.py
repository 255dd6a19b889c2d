"""What is sewn, tied and draped on clothes of many lands and times: obi, sari's end, toga, ribbons, embroidery, armour.

Units of the torso: hip at (0, 0), shoulders at (0, -torso). Example: `DRAPED["obi"](pen, cloth)`.
"""
# outlines are rows of points, tables rows of words: they read best as written
# fmt: off

from __future__ import annotations

from collections.abc import Callable

from engine.illustrate.kit.figures.cloth import Cloth, mark, piece
from engine.illustrate.paint.forms import tube
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen


def _hem(pen: Pen, c: Cloth) -> None:
    mark(pen, c.shape & box(-60, c.hem - 4.2, 120, 2.2), c.detail, 0.3)
    mark(pen, c.shape & box(-60, c.hem - 1.2, 120, 3.0), pen.mix(c.detail, c.colour, 0.4), 0.3)


def _sash(pen: Pen, c: Cloth) -> None:
    y = -c.t * 0.42
    piece(pen, c.shape & box(-40, y, 80, 5.5), c.detail)
    if not c.back:
        piece(pen, polygon([(c.x, y + 5), (c.x + 3, y + 5), (c.x + 4.4, y + 17), (c.x + 1.2, y + 17)]), c.detail)


def _obi(pen: Pen, c: Cloth) -> None:
    y = -c.t * 0.56
    piece(pen, c.shape & box(-40, y, 80, 9), c.detail)
    mark(pen, c.shape & box(-40, y + 3.8, 80, 1.5), pen.A, 0.3)
    if c.back or c.view == "side":
        piece(pen, box(-10 if c.view == "side" else -5, y - 2, 9, 12, 2), pen.shaded(c.detail, 0.12))


def _cord(pen: Pen, c: Cloth) -> None:
    white = pen.natural("bone")
    mark(pen, c.shape & box(-40, -c.t * 0.36, 80, 1.8), white)
    pen.line([(c.x, -c.t * 0.34), (c.x + 1, 0), (c.x + 0.4, 12)], white, 1.2, ink=0.6)


def _monk(pen: Pen, c: Cloth) -> None:
    """A cloth over one shoulder, the other bare."""
    t = c.t
    row = [(-7, -t - 1), (-2, -t - 3), (5, -t * 0.6), (9, -t * 0.2), (10, 4), (4, 3), (-3, -t * 0.3), (-9, -t * 0.7)]
    piece(pen, smooth(row, curve=0.8), pen.shaded(c.colour, 0.18))
    pen.line([(-4, -t), (2, -t * 0.5), (7, 0)], pen.shaded(c.colour, 0.42), 0.8, ink=0.5)


def _zigzag(pen: Pen, c: Cloth) -> None:
    for y, colour in ((-c.t * 0.62, c.detail), (-c.t * 0.34, pen.mix(pen.G, pen.r(0.9), 0.2)), (-c.t * 0.08, c.detail)):
        row = [(-26 + i * 3.25, y + (1.8 if i % 2 else -1.8)) for i in range(17)]
        mark(pen, c.shape & polygon([*row, *[(x, v + 2.8) for x, v in reversed(row)]]), colour, 0.3)
    for i in range(9):
        x = -16 + i * 4
        pen.line([(x, c.hem - 0.5), (x, c.hem + 2.4)], c.detail, 0.8, ink=0.4)


def _drape(pen: Pen, c: Cloth) -> None:
    """A sari's end, over the far shoulder."""
    t, cloth = c.t, pen.mix(c.colour, c.detail, 0.28)
    side = smooth([(-7, -t + 1), (-3, -t - 2.4), (4, -t * 0.6), (9, -t * 0.1), (9, 10), (3, 8), (-3, -t * 0.5)],
        curve=0.8)
    front = smooth([(4, -t - 2), (8, -t + 1), (4, -t * 0.5), (-6, 1), (-10, 12), (-11, 1), (-8, -t * 0.2), (-2,
        -t * 0.6)], curve=0.8)
    shape = front if c.view == "front" else front.scaled(-1, 1) if c.back else side
    pen.shape(shape, cloth, form=0.3, form_width=2, rim=True, rim_width=1, shadow=0.6, wobble=0.4)
    edge = [(-4, -t), (2, -t * 0.55), (6.5, -t * 0.1), (6, 8)] if c.view == "side" else [(6.6, -t + 1), (3, -t * 0.5),
        (-6.6, 2), (-9.6, 10)]
    pen.line([(-x, y) for x, y in edge] if c.back else edge, c.detail, 1.0, ink=0.5)
    if c.back:
        pen.shape(smooth([(-8, -t), (-2, -t), (-3, 8), (-10, 9)], curve=0.5), cloth, form=0.3, shadow=0.5)


def _blouse(pen: Pen, c: Cloth) -> None:
    mark(pen, c.shape & box(-40, -c.t - 8, 80, c.t * 0.56), pen.shaded(c.detail, 0.25), 0.4)


def _dupatta(pen: Pen, c: Cloth) -> None:
    t = c.t
    for s in (-1, 1):
        row = [(s * 4, -t - 2), (s * 7.4, -t + 1), (s * 7.2, -t * 0.4), (s * 8, 8), (s * 4.6, 8), (s * 4, -t * 0.4)]
        if not c.back:
            piece(pen, smooth(row, curve=0.6), c.detail)
    pen.shape(tube([(-6.6, -t - 0.5), (c.x * 0.4, -t + 2.6), (6.4, -t - 0.5)], [1.6, 2.2, 1.6]), c.detail, form=0.2,
        line=0.6, shadow=0.4)


def _shawl(pen: Pen, c: Cloth) -> None:
    t, white = c.t, pen.mix(pen.natural("feather"), c.colour, 0.15)
    piece(pen, smooth([(-9, -t + 2), (-5, -t - 2.6), (-2, -t + 2), (-3, -t * 0.2), (-8.6, -t * 0.16)], curve=0.7),
        white)
    pen.line([(-8.4, -t * 0.22), (-3, -t * 0.25)], c.detail, 1.2, ink=0.5)


def _wrap(pen: Pen, c: Cloth) -> None:
    if not c.back:
        t, x = c.t, c.x
        pen.line([(x - 5.6, -t - 1), (x - 1, -t * 0.76), (x + 3.2, -t * 0.5)], pen.natural("feather"), 1.7, ink=0.5,
            wobble=0.3)
        pen.line([(x + 3.8, -t - 1), (x + 0.6, -t * 0.82)], pen.natural("feather"), 1.7, ink=0.5, wobble=0.3)
        if c.hem > 10:
            pen.line([(x + 2.4, 0), (x + 4, c.hem)], pen.shaded(c.colour, 0.35), 0.7, ink=0.5)


def _motif(pen: Pen, c: Cloth) -> None:
    """Flowers, or round marks, printed on the cloth."""
    spots = [(-5, -c.t * 0.8), (5, -c.t * 0.24), (-6, c.hem * 0.25), (5, c.hem * 0.45), (-3, c.hem * 0.62), (-8,
        c.hem * 0.84), (7, c.hem * 0.8)]
    for i, (x, y) in enumerate(spots):
        for dx, dy in ((0, -1.1), (1.05, 0.4), (-1.05, 0.4)):
            mark(pen, c.shape & oval(x + dx, y + dy, 1.15), c.detail if i % 2 else pen.mix(pen.natural("feather"),
                c.colour, 0.15), 0)


def _jeogori(pen: Pen, c: Cloth) -> None:
    """A hanbok's short jacket, lighter than the skirt."""
    jacket = c.shape & box(-40, -c.t - 8, 80, c.t * 0.62 + 4)
    piece(pen, jacket, pen.mix(c.detail, pen.natural("feather"), 0.5))
    if not c.back:
        pen.line([(c.x - 4, -c.t - 1), (c.x, -c.t * 0.74), (c.x + 4, -c.t - 1)], pen.natural("feather"), 1.4, ink=0.5)


def _ribbon(pen: Pen, c: Cloth) -> None:
    if not c.back:
        x, y = c.x, -c.t * 0.62
        for dx, long in ((-1.6, 22), (1.8, 17)):
            piece(pen, polygon([(x - 0.8, y), (x + 1, y), (x + dx + 1.2, y + long), (x + dx - 1.2, y + long)]), pen.A)
        piece(pen, oval(x - 2, y, 2.4, 1.5) | oval(x + 2, y, 2.4, 1.5), pen.A)


def _embroidery(pen: Pen, c: Cloth) -> None:
    if c.back:
        return
    x, t = c.x, c.t
    mark(pen, c.shape & polygon([(x - 4, -t - 2), (x + 4, -t - 2), (x + 3, -t * 0.4), (x, -t * 0.3), (x - 3,
        -t * 0.4)]), pen.mix(c.detail, c.colour, 0.15), 0.4)
    for i in range(4):
        mark(pen, polygon([(x, -t + 2 + i * 5), (x + 1.7, -t + 4 + i * 5), (x, -t + 6 + i * 5), (x - 1.7,
            -t + 4 + i * 5)]), c.colour, 0.3)


def _toga(pen: Pen, c: Cloth) -> None:
    t = c.t
    row = [(-8, -t - 0.5), (-3, -t - 2.6), (6, -t * 0.4), (11, 0), (10, c.hem * 0.5), (2, c.hem * 0.3), (-6, -t * 0.4)]
    shape = smooth(row, curve=0.8)
    piece(pen, shape.scaled(-1, 1) if c.back else shape, pen.shaded(c.colour, 0.1))
    for d in (0.0, 3.0):
        pen.line([(-4 + d, -t), (3 + d, -t * 0.4), (7 + d * 0.5, c.hem * 0.3)],
            c.detail if d == 0 else pen.shaded(c.colour, 0.35), 1.1, ink=0.5)


def _plates(pen: Pen, c: Cloth) -> None:
    for i in range(3):
        pen.line([(-10, -c.t * (0.62 - i * 0.16)), (c.x, -c.t * (0.58 - i * 0.16)), (10, -c.t * (0.62 - i * 0.16))],
            pen.shaded(c.colour, 0.4), 0.9, ink=0.6)
    for s in (-1, 1):
        piece(pen, oval(s * 8.4, -c.t + 3, 4.4, 3.8), pen.lighter(c.colour, 0.04))


def _panel(pen: Pen, c: Cloth) -> None:
    if c.back:
        piece(pen, box(-7.6, -c.t - 1, 15.2, c.t * 0.72, 2), pen.shaded(c.colour, 0.14))
        return
    piece(pen, box(c.x - 4.6, -c.t * 0.76, 9.2, 7.4, 1.2), pen.natural("steel"))
    for i, colour in enumerate((pen.A, pen.B, pen.G)):
        mark(pen, oval(c.x - 2.6 + i * 2.6, -c.t * 0.62, 0.9), colour)


def _ruff(pen: Pen, c: Cloth) -> None:
    pen.shape(tube([(-5.6, -c.t - 0.6), (c.x * 0.4, -c.t + 1.4), (5.6, -c.t - 0.6)], [1.6, 2.2, 1.6]),
        pen.natural("feather"), form=0.2, line=0.6, shadow=0.4, wobble=1.0)


def _bodice(pen: Pen, c: Cloth) -> None:
    if not c.back:
        piece(pen, c.shape & smooth([(c.x - 5.4, -c.t - 2), (c.x + 5.4, -c.t - 2), (c.x + 3.4, -c.t * 0.4), (c.x,
            -c.t * 0.2), (c.x - 3.4, -c.t * 0.4)], curve=0.4), pen.mix(c.detail, c.colour, 0.3))


DRAPED: dict[str, Callable[[Pen, Cloth], None]] = {
    "hem": _hem,
    "sash": _sash,
    "obi": _obi,
    "cord": _cord,
    "monk": _monk,
    "zigzag": _zigzag,
    "drape": _drape,
    "blouse": _blouse,
    "dupatta": _dupatta,
    "shawl": _shawl,
    "wrap": _wrap,
    "motif": _motif,
    "jeogori": _jeogori,
    "ribbon": _ribbon,
    "embroidery": _embroidery,
    "toga": _toga,
    "plates": _plates,
    "panel": _panel,
    "ruff": _ruff,
    "bodice": _bodice,
}

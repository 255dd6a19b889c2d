"""Cloth over a body: the outline of a top, sleeves over arms, trousers over legs, shoes. What is sewn on is in `sewn`.

The torso's units: hip at (0, 0), shoulders at (0, -torso), upright. Example: `top(pen, build, garment("coat"), colour, trim, "side")`.
"""

from __future__ import annotations

from engine.illustrate.kit.figures.body import Proportions
from engine.illustrate.kit.figures.cloth import Cloth
from engine.illustrate.kit.figures.garments import GARMENTS, Garment, garment
from engine.illustrate.kit.figures.sewn import DETAILS
from engine.illustrate.paint.forms import tube
from engine.illustrate.paint.path import Path, box, smooth
from engine.illustrate.paint.pen import Fill, Pen, down
from engine.looks import Colour

__all__ = ["GARMENTS", "Garment", "bodice", "garment", "leg", "shoe", "sleeve", "top"]


def bodice(build: Proportions, cut: Garment) -> Path:
    """The outline of a top on an upright torso."""
    g, t = build.girth, build.torso
    leg = build.thigh + build.shin
    s, h = build.shoulder * g, build.hip * g
    hem = cut.drop * leg
    wide = max(s * cut.flare, h * 1.12)
    waist = max(s * cut.waist, h * 0.8)
    return smooth(
        [(-3.0, -t - 2.2), (-s * 0.92, -t + 2.0), (-s * 1.04, -t * 0.62), (-waist, -t * 0.32), (-wide, hem), (0,
            hem + 1.6),
         (wide, hem), (waist * 0.98, -t * 0.32), (s * 0.98, -t * 0.62), (s * 0.86, -t + 2.0), (3.0, -t - 2.2)],
        curve=0.62,
    )  # fmt: skip


def top(pen: Pen, build: Proportions, cut: Garment, colour: Colour, detail: Colour, view: str) -> None:
    """A top with its details; the pen stands at the hip, turned with the torso."""
    hem = cut.drop * (build.thigh + build.shin)
    fill: Fill = down(pen.lighter(colour, 0.015), pen.shaded(colour, 0.28), -build.torso, hem)
    shape = bodice(build, cut)
    pen.shape(shape, fill, form=0.42, form_width=4.2, rim=True, rim_width=1.4, edge=0.4, wobble=0.5)
    cloth = Cloth(build, cut, colour, detail, shape, view)
    _folds(pen, cloth, hem)
    for name in cut.details:
        DETAILS[name](pen, cloth)


def _folds(pen: Pen, cloth: Cloth, hem: float) -> None:
    """Long skirts fall in folds."""
    if cloth.cut.drop < 0.5 or cloth.cut.flare < 1.25:
        return
    wide = cloth.build.shoulder * cloth.build.girth * cloth.cut.flare
    for x in (-0.5, 0.05, 0.55):
        pen.line(
            [(x * wide * 0.5, hem * 0.25), (x * wide * 0.86, hem * 0.92)],
            pen.shaded(cloth.colour, 0.34),
            0.6,
            alpha=0.8,
            ink=0.5,
            wobble=0.4,
        )


def sleeve(
    pen: Pen, row: tuple[tuple[float, float], ...], build: Proportions, cut: Garment, colour: Colour, skin: Colour
) -> None:
    """An arm in its sleeve, from shoulder to wrist."""
    g = build.girth
    widths = [3.9 * g, 3.3 * g, 2.5 * g]
    points = _bent(row)
    if cut.sleeve < 0.9:
        pen.shape(
            tube(points, [w * 0.78 for w in _spread(widths)]), skin, form=0.25, form_width=1.6, edge=0.3, wobble=0.4
        )
        middle = row[1]
        end = (row[0][0] + (middle[0] - row[0][0]) * 0.85, row[0][1] + (middle[1] - row[0][1]) * 0.85)
        pen.shape(tube([row[0], end], [4.0 * g, 3.9 * g], flat_end=True), colour, form=0.3, form_width=1.8, edge=0.3)
        return
    path = tube(
        points, _spread([widths[0], widths[1] * (1 + 0.2 * (cut.wide - 1)), widths[2] * (1 + 0.5 * (cut.wide - 1))])
    )
    if cut.wide > 1.1:
        path = path | _hanging(row, widths[1], cut.wide)
    pen.shape(path, colour, form=0.3, form_width=2.0, rim=True, rim_width=1.0, edge=0.3, wobble=0.5)


def _hanging(row: tuple[tuple[float, float], ...], half: float, wide: float) -> Path:
    """The cloth of a wide sleeve, which hangs down from the forearm."""
    (bx, by), (cx, cy) = row[1], row[2]
    fall = half * (wide - 0.8) * 2.4
    mx, my = (bx + cx) / 2, (by + cy) / 2
    return smooth([(bx, by - half * 0.6), (mx, my - half * 0.9), (cx, cy - half * 0.8), (cx + 0.6, cy + fall * 0.5),
        (cx - 0.5, cy + fall),
                   (mx, my + fall * 0.7), (bx, by + half * 0.9)], curve=0.6)  # fmt: skip


def _bent(row: tuple[tuple[float, float], ...]) -> list[tuple[float, float]]:
    """Shoulder, elbow, wrist with points between, so that the bend is round but stays a bend."""
    a, b, c = row
    return [
        a,
        ((a[0] + b[0] * 2) / 3, (a[1] + b[1] * 2) / 3),
        _soft(a, b, c),
        ((c[0] + b[0] * 2) / 3, (c[1] + b[1] * 2) / 3),
        c,
    ]


def _soft(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> tuple[float, float]:
    return b[0] * 0.9 + (a[0] + c[0]) * 0.05, b[1] * 0.9 + (a[1] + c[1]) * 0.05


def _spread(widths: list[float]) -> list[float]:
    a, b, c = widths
    return [a, b * 1.04, b, b * 0.96, c]


def leg(
    pen: Pen, row: tuple[tuple[float, float], ...], build: Proportions, colour: Colour, bare: Colour | None
) -> None:
    """A leg in its trousers, or bare below the knee."""
    g = build.girth
    widths = _spread([4.1 * g, 3.3 * g, 2.5 * g])
    pen.shape(tube(_bent(row), widths), colour, form=0.25, form_width=1.8, edge=0.3, wobble=0.5)
    if bare is not None:
        pen.shape(tube([row[1], row[2]], [2.7 * g, 2.0 * g]), bare, form=0.25, form_width=1.5, edge=0.3, wobble=0.4)


def shoe(pen: Pen, at: tuple[float, float], turn: float, colour: Colour, boot: bool, front: bool) -> None:
    """A shoe at an ankle, turned with the shin."""
    own = pen.at(at[0], at[1], 1.0, turn)
    if boot:
        own.shape(box(-2.9, -7, 5.8, 8.5, 1.6), colour, form=0.3, edge=0.3, wobble=0.3)
    length = 3.4 if front else 6.4
    own.shape(
        smooth([(-3.1, 2.4), (-2.9, -1.6), (1.6, -1.6), (length, 0.6), (length, 2.4)], curve=0.8),
        colour,
        edge=0.3,
        wobble=0.3,
    )

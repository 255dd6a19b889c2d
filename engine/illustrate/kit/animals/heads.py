"""Heads of hoofed animals and the elephant: an outline that joins the body, and what is on it: eyes, ears, horns, mouths.

Units: the neck's end at (0, 0), the nose to the right, about 40 long. Example: `HORSE.over(pen, coat)`.
"""
# outlines are rows of points, tables rows of words: they read best as written
# fmt: off

from __future__ import annotations

from collections.abc import Callable

from engine.illustrate.kit.animals.beasts import Coat, Head, black, eye, flat, shade
from engine.illustrate.paint.forms import tube
from engine.illustrate.paint.path import Path, Point, oval, smooth
from engine.illustrate.paint.pen import Pen
from engine.looks import Colour

Draw = Callable[[Pen, Coat], None]


def ear(x: float, y: float, long: float, wide: float, turn: float) -> Path:
    """A pointed ear standing on (x, y), leaning back by `turn` degrees."""
    shape = smooth([(-wide, 2), (-wide * 0.9, -long * 0.5), (0, -long), (wide * 0.9, -long * 0.5), (wide, 2)],
        curve=0.8)
    return shape.turned(-turn).moved(x, y)


def near_ear(
    pen: Pen, coat: Coat, x: float, y: float, long: float, wide: float, turn: float, inner: float = 0.6
) -> None:
    """The ear on our side, warm inside."""
    pen.shape(ear(x, y, long, wide, turn), coat.coat, form=0.25, form_width=2, line=0.8, shadow=0.6, wobble=0.3)
    if inner:
        warm = pen.mix(coat.pale, pen.A, 0.25)
        flat(pen, ear(x, y, long * 0.72, wide * inner, turn), warm)


def far_ear(x: float, y: float, long: float, wide: float, turn: float) -> Draw:
    """What draws the ear on the other side."""

    def draw(pen: Pen, coat: Coat) -> None:
        pen.shape(ear(x, y, long, wide, turn), coat.far, line=0.8, wobble=0.3)

    return draw


def mouth(pen: Pen, coat: Coat, row: list[Point], width: float = 1.0) -> None:
    """The line of a mouth."""
    pen.line(row, shade(pen, coat.coat, 0.62), width, ink=0.6, wobble=0.15)


def nostril(pen: Pen, coat: Coat, x: float, y: float, size: float = 1.3) -> None:
    """A nostril."""
    flat(pen, oval(x, y, size, size * 0.75), shade(pen, coat.coat, 0.72))


def horn(pen: Pen, row: list[Point], halves: list[float], colour: Colour | None = None) -> None:
    """A horn or a tusk."""
    pen.shape(tube(row, halves), colour or pen.natural("bone"), form=0.35, form_width=1.4, line=0.8, shadow=0.6,
        wobble=0.2)


# ---------------------------------------------------------------- hoofed


def _horse(pen: Pen, coat: Coat) -> None:
    muzzle = smooth([(25, -4), (36, 1), (39, 8), (34, 13), (24, 11), (22, 3)]) & HORSE.outline
    flat(pen, muzzle, pen.mix(coat.coat, coat.dark, 0.45))
    nostril(pen, coat, 35, 5, 1.5)
    mouth(pen, coat, [(37, 10), (31, 10.5), (27, 9)])
    eye(pen, 11, -6, 2.8, coat.closed)
    near_ear(pen, coat, -2, -12, 13, 4, 8)


HORSE = Head(
    smooth([(-9, -2), (-4, -13), (6, -15), (16, -10), (28, -3), (38, 2), (40, 8), (35, 13.5), (25, 11), (12, 12), (0,
        12), (-8, 8)]),
    _horse, far_ear(4, -13, 13, 4, -4), 40,
)


def _donkey(pen: Pen, coat: Coat) -> None:
    flat(pen, smooth([(22, -4), (34, -1), (38, 7), (33, 13), (22, 11)]) & DONKEY.outline, coat.pale)
    flat(pen, oval(12, -6, 6, 5), coat.pale)
    nostril(pen, coat, 34, 4, 1.4)
    mouth(pen, coat, [(36, 9), (30, 10), (26, 8)])
    eye(pen, 12, -6, 2.8, coat.closed)
    near_ear(pen, coat, -3, -12, 28, 5, 14)


DONKEY = Head(
    smooth([(-9, -2), (-4, -13), (6, -15), (18, -10), (28, -5), (37, 0), (39, 7), (34, 13.5), (24, 11.5), (12, 13), (0,
        12), (-8, 8)]),
    _donkey, far_ear(4, -13, 27, 5, -8), 39,
)


def _cow(pen: Pen, coat: Coat) -> None:
    pink = pen.mix(coat.pale, pen.scheme.named("pink", pen.A), 0.6)
    pen.shape(smooth([(22, -6), (33, -3), (36, 6), (31, 13), (20, 12), (18, 2)]), pink, shadow=0.3, edge=0.3, line=0.7,
        wobble=0.3)
    nostril(pen, coat, 31, 1, 1.6)
    mouth(pen, coat, [(34, 8), (28, 9), (22, 7)])
    eye(pen, 11, -5, 3.0, coat.closed)
    pen.shape(smooth([(-4, -6), (-14, -12), (-24, -8), (-19, 0), (-8, 0)]), coat.dark, form=0.2, line=0.8, shadow=0.6,
        wobble=0.3)
    horn(pen, [(1, -13), (-1, -22), (6, -28)], [3.2, 2.4, 0.7])


def _cow_far(pen: Pen, coat: Coat) -> None:
    horn(pen, [(8, -13), (12, -21), (20, -25)], [3.0, 2.2, 0.7], pen.shaded(pen.natural("bone"), 0.2))


COW = Head(
    smooth([(-10, -2), (-6, -13), (6, -17), (16, -12), (26, -6), (34, -1), (35, 8), (30, 13.5), (18, 13), (4, 13), (-7,
        9)]), _cow, _cow_far, 36
)


def _goat(pen: Pen, coat: Coat) -> None:
    beard = smooth([(18, 9), (26, 9), (24, 18), (20, 25), (16, 17)])
    pen.shape(beard, coat.pale, form=0.25, line=0.7, wobble=0.5)
    nostril(pen, coat, 30, 1, 1.2)
    mouth(pen, coat, [(32, 6), (26, 7), (22, 5)])
    eye(pen, 10, -5, 2.6, coat.closed)
    pen.shape(smooth([(-3, -8), (-12, -8), (-21, -1), (-14, 2), (-5, -1)]), coat.coat, form=0.3, line=0.8, shadow=0.6,
        wobble=0.3)
    dark_horn = pen.natural("dark wood")
    horn(pen, [(2, -12), (-3, -25), (-14, -32), (-24, -30)], [3.6, 3.0, 2.2, 0.8], dark_horn)


def _goat_far(pen: Pen, coat: Coat) -> None:
    horn(pen, [(8, -12), (5, -25), (-4, -34), (-14, -34)], [3.2, 2.6, 2.0, 0.8], pen.shaded(pen.natural("dark wood"),
        0.35))


GOAT = Head(smooth([(-8, -2), (-4, -12), (5, -15), (14, -11), (26, -5), (33, -1), (33, 6), (27, 10), (14, 11), (2, 12),
    (-7, 8)]), _goat, _goat_far, 34)


def _sheep(pen: Pen, coat: Coat) -> None:
    face = smooth([(-2, -10), (8, -14), (18, -9), (27, -2), (28, 6), (21, 11), (8, 11), (-2, 7)])
    pen.shape(face, coat.dark, form=0.3, form_width=3, line=0.9, wobble=0.3)
    light = pen.mix(coat.dark, coat.pale, 0.55)
    flat(pen, oval(24, 1.5, 1.1, 1.0), pen.r(0.0))
    pen.line([(27, 6), (22, 7.5), (18, 6)], light, 0.9, ink=0.5, wobble=0.1)
    eye(pen, 11, -4, 2.7, coat.closed, 0.28)
    pen.shape(smooth([(0, -7), (-9, -11), (-17, -5), (-9, 0), (-1, -2)]), coat.dark, form=0.2, line=0.8, shadow=0.6,
        wobble=0.3)
    for x, y, r in ((-6, -13, 7), (3, -17, 7.5), (11, -14, 5.5)):
        pen.shape(oval(x, y, r, r * 0.86), coat.coat, form=0.2, form_width=2, line=0.8, shadow=0.4, wobble=0.6)


SHEEP = Head(smooth([(-9, -2), (-4, -12), (6, -13), (10, 0), (4, 10), (-7, 8)]), _sheep, None, 28)


def _pig(pen: Pen, coat: Coat) -> None:
    pen.shape(smooth([(25, -7), (33, -8), (35, 4), (32, 9), (25, 8)], curve=0.8), shade(pen, coat.coat, 0.14),
        form=0.25, line=0.8, shadow=0.4, wobble=0.2)
    for y in (-2.5, 3.5):
        flat(pen, oval(31.5, y, 1.2, 1.9), shade(pen, coat.coat, 0.6))
    mouth(pen, coat, [(27, 10), (21, 11), (17, 8)])
    eye(pen, 13, -7, 2.5, coat.closed)
    flat(pen, oval(13, 4, 4.5, 3), pen.mix(coat.coat, pen.A, 0.35))
    pen.shape(smooth([(-2, -15), (7, -19), (14, -14), (10, -4), (3, -8)], curve=0.7), shade(pen, coat.coat, 0.12),
        form=0.25, line=0.8, shadow=0.7, wobble=0.3)


PIG = Head(smooth([(-10, -4), (-6, -15), (6, -18), (17, -13), (26, -8), (33, -6), (33, 7), (25, 11), (10, 15), (-4,
    13)]), _pig, far_ear(13, -13, 9, 5, -20), 35)


def _deer(pen: Pen, coat: Coat) -> None:
    flat(pen, smooth([(18, 2), (30, 3), (27, 9), (14, 9)]) & DEER.outline, coat.pale)
    flat(pen, oval(30.5, 1, 2.6, 2.2), black(pen), 0.4)
    mouth(pen, coat, [(30, 5.5), (25, 7), (21, 6)], 0.9)
    eye(pen, 11, -5, 2.9, coat.closed)
    near_ear(pen, coat, -4, -9, 16, 4.4, 58)
    _antlers(pen, 0, pen.natural("pale wood"))


def _antlers(pen: Pen, dx: float, colour: Colour) -> None:
    stem = tube([(1 + dx, -12), (-7 + dx, -26), (-5 + dx, -40), (4 + dx, -50)], [1.9, 1.8, 1.6, 0.7])
    for a, b, c in (((-4, -20), (4, -26), (8, -33)), ((-7, -28), (-15, -34), (-17, -42)), ((-5, -39), (-11, -46),
        (-11, -53))):
        stem = stem | tube([(a[0] + dx, a[1]), (b[0] + dx, b[1]), (c[0] + dx, c[1])], [1.5, 1.3, 0.6])
    pen.shape(stem, colour, form=0.25, form_width=1, line=0.7, shadow=0.5, wobble=0.2)


def _deer_far(pen: Pen, coat: Coat) -> None:
    _antlers(pen.at(4, -12, 0.96, 16).at(0, 12), 4, pen.shaded(pen.natural("pale wood"), 0.3))


DEER = Head(smooth([(-7, -2), (-3, -11), (6, -13), (14, -9), (25, -3), (32, 0), (32, 5), (26, 9), (12, 10), (2, 10),
    (-6, 7)]), _deer, _deer_far, 33)


def _doe(pen: Pen, coat: Coat) -> None:
    flat(pen, smooth([(18, 2), (30, 3), (27, 9), (14, 9)]) & DEER.outline, coat.pale)
    flat(pen, oval(30.5, 1, 2.6, 2.2), black(pen), 0.4)
    mouth(pen, coat, [(30, 5.5), (25, 7), (21, 6)], 0.9)
    eye(pen, 11, -5, 3.3, coat.closed)
    near_ear(pen, coat, -3, -10, 18, 5, 34)


DOE = Head(DEER.outline, _doe, far_ear(4, -11, 17, 4.6, -16), 33)


def _camel(pen: Pen, coat: Coat) -> None:
    flat(pen, smooth([(22, -3), (33, -3), (36, 6), (30, 11), (21, 9)]) & CAMEL.outline, coat.pale)
    nostril(pen, coat, 32, -1, 1.4)
    mouth(pen, coat, [(35, 5), (29, 8), (22, 6)])
    eye(pen, 10, -6, 2.6, coat.closed)
    if not coat.closed:
        pen.line([(6, -8), (10, -10), (14, -7)], coat.dark, 1.5, ink=0.6, wobble=0.1)
    near_ear(pen, coat, -3, -11, 8, 3.4, 20)
    pen.shape(smooth([(-6, -10), (2, -18), (7, -13), (1, -8)]), coat.dark, line=0.6, shadow=0.4, wobble=0.6)


CAMEL = Head(smooth([(-8, -2), (-4, -12), (6, -14), (15, -10), (25, -6), (35, -3), (37, 5), (31, 11), (18, 10), (4,
    10), (-6, 7)]), _camel, far_ear(5, -12, 8, 3.2, -6), 37)


def _giraffe(pen: Pen, coat: Coat) -> None:
    flat(pen, smooth([(20, -3), (33, -1), (35, 6), (28, 10), (20, 8)]) & CAMEL.outline, coat.pale)
    nostril(pen, coat, 32, 1, 1.3)
    mouth(pen, coat, [(34, 6), (28, 8), (22, 6)])
    eye(pen, 10, -6, 3.0, coat.closed)
    for x, up in ((-1, 0), (5, -1)):
        pen.shape(tube([(x, -11), (x - 1, -22 + up)], [1.6, 1.4]) | oval(x - 1, -23 + up, 2.8, 2.6), coat.dark,
            line=0.7, shadow=0.5, wobble=0.2)
    near_ear(pen, coat, -5, -8, 13, 3.6, 66)


GIRAFFE = Head(CAMEL.outline, _giraffe, None, 37)

_TRUNK: dict[str, list[Point]] = {
    "": [(26, 2), (34, 16), (35, 34), (31, 50), (37, 58)],
    "look up": [(26, 0), (40, 4), (49, -8), (47, -24), (55, -30)],
    "eat": [(26, 2), (35, 12), (36, 26), (28, 34), (20, 30)],
    "lie": [(24, 4), (32, 14), (38, 22), (48, 25), (54, 22)],
}


def elephant(pose: str) -> Head:
    """An elephant's head with its trunk as the pose asks."""
    row = _TRUNK.get("lie" if pose in ("lie", "sleep") else pose, _TRUNK[""])
    skull = smooth([(-16, -4), (-12, -24), (4, -31), (20, -26), (29, -10), (31, 4), (22, 16), (6, 20), (-10, 14)])
    trunk = tube(row, [9.5, 7.4, 6.0, 4.6, 3.4])

    def over(pen: Pen, coat: Coat) -> None:
        for i in range(1, 4):
            x, y = row[i]
            pen.line([(x - 4, y - 1), (x, y + 0.6), (x + 4, y - 1)], shade(pen, coat.coat, 0.3), 0.9, ink=0.5)
        horn(pen, [(17, 10), (28, 17), (40, 14)], [3.4, 2.8, 0.8])
        eye(pen, 16, -8, 2.6, coat.closed)
        flap = smooth([(2, -24), (-16, -32), (-34, -22), (-37, 0), (-26, 20), (-13, 25), (-4, 10), (2, -6)])
        pen.shape(flap, shade(pen, coat.coat, 0.1), form=0.3, form_width=5, rim=True, rim_width=1.4, wobble=0.5)
        inner = smooth([(-6, -18), (-20, -22), (-29, -10), (-26, 8), (-16, 16), (-8, 2)])
        flat(pen, inner, pen.mix(shade(pen, coat.coat, 0.1), pen.scheme.named("pink", pen.A), 0.32))

    return Head(skull | trunk, over, None, 40)

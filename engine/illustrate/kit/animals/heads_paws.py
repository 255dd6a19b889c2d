"""Heads of animals with paws, and of hippopotamus and rhinoceros: outline, ears, eyes, snout, mane, stripes.

Units as in `heads`: the neck's end at (0, 0), the nose to the right. Example: `FOX.over(pen, coat)`.
"""
# outlines are rows of points, tables rows of words: they read best as written
# fmt: off

from __future__ import annotations

import math

from engine.illustrate.kit.animals.beasts import Coat, Head, black, eye, flat, shade
from engine.illustrate.kit.animals.heads import ear, far_ear, horn, mouth, near_ear, nostril
from engine.illustrate.paint.forms import tube
from engine.illustrate.paint.path import Path, Point, oval, smooth
from engine.illustrate.paint.pen import Pen
from engine.looks import Colour


def _snout(pen: Pen, coat: Coat, nose: Point, size: float, row: list[Point]) -> None:
    flat(pen, oval(nose[0], nose[1], size, size * 0.82), black(pen), 0.5)
    mouth(pen, coat, row, 1.1)


def _mane(pen: Pen, colour: Colour) -> None:
    row = []
    for i in range(26):
        a, r = math.tau * i / 26, 30.0 if i % 2 else 25.5
        row.append((-1 + r * 0.98 * math.cos(a), -3 + r * 1.06 * math.sin(a)))
    pen.shape(smooth(row), colour, form=0.34, form_width=6, rim=True, rim_width=1.6, wobble=0.6)


def _lion(pen: Pen, coat: Coat) -> None:
    _mane(pen, coat.dark)
    for x in (-9, 12):
        pen.shape(oval(x, -20, 5.5, 5.5), coat.coat, form=0.25, line=0.8, shadow=0.5, wobble=0.2)
        flat(pen, oval(x, -19.5, 3, 3.2), pen.mix(coat.pale, pen.A, 0.25))
    _cat_face(pen, coat, smooth([(-13, -10), (-8, -19), (4, -21), (16, -17), (21, -6), (20, 6), (11, 13), (0, 13),
        (-10, 5)]))


def _cat_face(pen: Pen, coat: Coat, face: Path) -> None:
    pen.shape(face, coat.coat, form=0.26, form_width=4, line=0.9, shadow=0.7, wobble=0.3)
    flat(pen, smooth([(-2, 3), (8, -4), (19, 2), (18, 8), (10, 13), (1, 11)]) & face, coat.pale)
    pen.shape(smooth([(5, -2.5), (14, -2.5), (11, 2.5), (8, 2.5)], curve=0.6), pen.mix(pen.A, black(pen), 0.45),
        shadow=0, edge=0, line=0.5, wobble=0.1)
    mouth(pen, coat, [(2, 5.5), (6, 7.5), (9.4, 3.5)], 1.1)
    mouth(pen, coat, [(9.4, 3.5), (13, 7.5), (17, 5.5)], 1.1)
    for x in (-0.5, 15.5):
        eye(pen, x, -7, 2.7, coat.closed)


LION = Head(oval(0, -4, 14, 13), _lion, None, 22)


def _tiger(pen: Pen, coat: Coat) -> None:
    for x in (-9, 14):
        pen.shape(oval(x, -20, 6, 6), coat.coat, form=0.25, line=0.8, shadow=0.5, wobble=0.2)
        flat(pen, oval(x, -19.5, 3.2, 3.4), coat.pale)
    face = smooth([(-17, -6), (-11, -18), (3, -23), (18, -19), (24, -6), (22, 6), (12, 14), (0, 14), (-13, 7)])
    _cat_face(pen, coat, face)
    stripe = black(pen)
    for row, w in (([(3, -22), (3.5, -15)], 1.5), ([(-3, -21), (-1, -15)], 1.2), ([(9, -21), (8, -15)], 1.2),
                   ([(-16, -4), (-9, -3)], 1.4), ([(-14, 4), (-8, 2)], 1.4), ([(23, -3), (20, -2)], 1.2),
                       ([(21, 5), (19, 3)], 1.1)):
        flat(pen, tube([row[0], ((row[0][0] + row[1][0]) / 2, (row[0][1] + row[1][1]) / 2), row[1]], [w, w * 0.9,
            0.3]) & face, stripe)


TIGER = Head(oval(0, -4, 15, 13), _tiger, None, 24)


def _spotted(pen: Pen, coat: Coat) -> None:
    for x in (-9, 14):
        pen.shape(oval(x, -20, 5.4, 5.4), coat.coat, form=0.25, line=0.8, shadow=0.5, wobble=0.2)
        flat(pen, oval(x, -19.5, 2.8, 3), black(pen))
    face = smooth([(-15, -6), (-10, -18), (3, -22), (17, -18), (22, -6), (20, 6), (12, 13), (0, 13), (-11, 6)])
    _cat_face(pen, coat, face)
    for x, y in ((3, -18), (-4, -17), (10, -17), (-11, -8), (-10, 0), (0, -14), (7, -14)):
        flat(pen, oval(x, y, 1.1, 1.1), black(pen))


LEOPARD = Head(oval(0, -4, 14, 13), _spotted, None, 22)


def _bear(pen: Pen, coat: Coat) -> None:
    snout = smooth([(13, -5), (23, -6), (31, -2), (31, 5), (24, 10), (14, 9)])
    pen.shape(snout, coat.pale, form=0.25, form_width=2.5, line=0.8, shadow=0.4, wobble=0.3)
    _snout(pen, coat, (30, -2), 3.6, [(29, 3), (25, 6.5), (19, 5)])
    eye(pen, 13, -9, 2.5, coat.closed)
    pen.shape(oval(-5, -20, 6.5, 6.5), coat.coat, form=0.25, line=0.8, shadow=0.5, wobble=0.3)
    flat(pen, oval(-4.6, -19.6, 3.4, 3.6), coat.dark)


def _bear_far(pen: Pen, coat: Coat) -> None:
    pen.shape(oval(11, -20, 5.6, 5.8), coat.far, line=0.8, wobble=0.3)


BEAR = Head(smooth([(-14, -4), (-9, -18), (4, -23), (15, -17), (22, -8), (30, -3), (29, 6), (20, 12), (4, 16), (-10,
    11)]), _bear, _bear_far, 32)


def _panda(pen: Pen, coat: Coat) -> None:
    white = pen.natural("feather")
    pen.shape(BEAR.outline, white, form=0.24, form_width=4, line=0.9, shadow=0.6, wobble=0.4)
    flat(pen, oval(13, -7.5, 5, 6.4).turned(8), black(pen))
    flat(pen, oval(29, -2, 3.4, 2.9), black(pen), 0.5)
    pen.line([(28, 3), (24, 6.5), (18, 5)], pen.r(0.2), 1.1, ink=0.6, wobble=0.1)
    if coat.closed:
        pen.line([(10, -7), (14, -5), (17, -7.5)], white, 1.2, wobble=0.1)
    else:
        flat(pen, oval(14.5, -8.4, 2.2, 2.6), white)
        flat(pen, oval(15, -8.2, 1.5, 1.9), pen.r(0.0))
    pen.shape(oval(-5, -20, 7, 7), black(pen), form=0.25, line=0.8, shadow=0.5, wobble=0.3)


PANDA = Head(BEAR.outline, _panda, lambda pen, coat: pen.shape(oval(12, -21, 6, 6), black(pen), line=0.8), 32)


def _wolf(pen: Pen, coat: Coat) -> None:
    cheek = smooth([(-8, 2), (10, -1), (24, -1), (36, 3), (33, 8), (20, 10), (4, 14), (-2, 10)]) & WOLF.outline
    flat(pen, cheek, coat.pale)
    _snout(pen, coat, (36, -1), 3.0, [(35, 5), (28, 6.5), (21, 5)])
    eye(pen, 13, -7, 2.5, coat.closed)
    if not coat.closed:
        pen.line([(8, -11), (13, -11), (17, -8.6)], coat.dark, 1.5, ink=0.6, wobble=0.1)
    near_ear(pen, coat, -3, -15, 15, 5.4, 8)


WOLF = Head(
    smooth([(-14, 2), (-9, -12), (2, -18), (12, -14), (22, -7), (35, -4), (38, 1), (33, 7), (20, 10), (8, 15), (-2,
        13), (-12, 12)], curve=0.95),
    _wolf, far_ear(7, -16, 14, 5, -4), 38,
)


def _fox(pen: Pen, coat: Coat) -> None:
    cheek = smooth([(-13, 8), (-2, 0), (12, 0), (26, -1), (39, 2), (33, 7), (20, 9), (6, 15), (-6, 14)],
        curve=0.9) & FOX.outline
    flat(pen, cheek, coat.pale)
    _snout(pen, coat, (38, 0.5), 2.7, [(36, 4), (29, 5.5), (23, 4)])
    eye(pen, 13, -6, 2.5, coat.closed)
    near_ear(pen, coat, -3, -15, 19, 6.4, 8)
    tip = ear(-3, -15, 19, 6.4, 8) & oval(-5, -34, 12, 11)
    flat(pen, tip, black(pen))


FOX = Head(
    smooth([(-17, 10), (-11, -8), (0, -17), (11, -13), (22, -6), (37, -2), (40, 1.5), (34, 6), (20, 9), (6, 16), (-6,
        15), (-18, 13)], curve=0.85),
    _fox, far_ear(8, -15, 18, 6, -6), 40,
)


def _mouse(pen: Pen, coat: Coat) -> None:
    flat(pen, oval(27, 1.5, 2.8, 2.5), pen.scheme.named("pink", pen.A), 0.5)
    mouth(pen, coat, [(25, 5), (21, 7), (17, 6)], 1.0)
    for dy in (-1.5, 2.0):
        pen.line([(22, 2 + dy), (34, -1 + dy * 2.6)], shade(pen, coat.coat, 0.5), 0.6, ink=0.3, wobble=0.1)
    eye(pen, 13, -5, 3.0, coat.closed)
    pen.shape(oval(-5, -17, 12, 12.5), coat.coat, form=0.25, line=0.9, shadow=0.6, wobble=0.3)
    flat(pen, oval(-4.4, -16.4, 8, 8.6), pen.mix(coat.pale, pen.scheme.named("pink", pen.A), 0.6))


MOUSE = Head(
    smooth([(-11, 0), (-6, -12), (6, -14), (18, -7), (27, -1), (28, 3), (20, 8), (6, 12), (-8, 10)]), _mouse,
    lambda pen, coat: pen.shape(oval(13, -16, 9, 10), coat.far, line=0.8), 29,
)


def _hippo(pen: Pen, coat: Coat) -> None:
    snout = smooth([(16, -8), (32, -12), (44, -4), (45, 10), (34, 17), (18, 14)])
    pen.shape(snout, shade(pen, coat.coat, 0.06), form=0.25, form_width=3, line=0.8, shadow=0.5, wobble=0.3)
    nostril(pen, coat, 36, -6, 2.2)
    mouth(pen, coat, [(44, 8), (34, 11), (22, 8)], 1.3)
    eye(pen, 10, -14, 2.6, coat.closed)
    near_ear(pen, coat, -4, -18, 8, 4, 14)


HIPPO = Head(smooth([(-14, -4), (-8, -18), (4, -22), (16, -16), (32, -12), (44, -4), (45, 10), (32, 17), (12, 17), (-6,
    14)]), _hippo, far_ear(5, -20, 7, 4, -6), 45)


def _rhino(pen: Pen, coat: Coat) -> None:
    nostril(pen, coat, 36, 4, 1.6)
    mouth(pen, coat, [(38, 11), (31, 11), (26, 9)], 1.2)
    eye(pen, 12, -5, 2.3, coat.closed)
    horn(pen, [(33, -4), (40, -16), (39, -30)], [5.0, 3.4, 0.7])
    horn(pen, [(22, -8), (26, -15), (26, -21)], [3.6, 2.4, 0.6])
    near_ear(pen, coat, -4, -14, 11, 4, 4)


RHINO = Head(smooth([(-14, -2), (-8, -14), (6, -17), (18, -11), (30, -6), (39, -1), (41, 8), (35, 14), (20, 14), (2,
    15), (-10, 12)]), _rhino, far_ear(4, -15, 10, 4, -10), 41)

"""Plants of warm lands that settings are planted with: bamboo, acacia, baobab.

All are drawn in frame units with a pen of the setting. Example: `acacia(pen, 200, stage.y(.6), 180, colour)`.
"""

from __future__ import annotations

import math

from engine.illustrate.paint.forms import blob, leaf, tube
from engine.illustrate.paint.path import Path, oval, polygon, smooth, together
from engine.illustrate.paint.pen import Pen, across
from engine.looks import Colour


def bamboo(pen: Pen, x: float, foot: float, top: float, half: float, colour: Colour, lean: float = 0.0) -> None:
    """A jointed stem from its foot up to `top`, leaning to the right by `lean` of its height."""
    tall = foot - top
    points = [(x + tall * lean * (i / 6) ** 1.6, foot - tall * i / 6) for i in range(7)]
    halves = [half * (1 - 0.3 * i / 6) for i in range(7)]
    fill = across(pen.lighter(colour, 0.04), pen.shaded(colour, 0.28), x - half, x + half + tall * lean)
    pen.shape(tube(points, halves, flat_end=True), fill, form=0.25, form_width=half * 0.6, rim=pen.dark, rim_width=1.5)
    step = max(52.0, half * 8.5)
    joints = [(i * step / tall, foot - i * step) for i in range(1, int(tall / step) + 1)]
    at = [(x + tall * lean * t**1.6, y, half * (1.14 - 0.3 * t)) for t, y in joints]
    if not at:
        return
    rings = (smooth([(a - w, y), (a, y + w * 0.24), (a + w, y)], closed=False) for a, y, w in at)
    pen.line(together(rings), pen.shaded(colour, 0.42), max(1.4, half * 0.22), ink=0.5)
    if half > 7:
        glints = (polygon([(a - w, y - half * 0.3), (a + w, y - half * 0.3)], closed=False) for a, y, w in at)
        pen.line(together(glints), pen.lighter(colour, 0.1), half * 0.2, ink=0.0)


def spray(pen: Pen, x: float, y: float, long: float, colour: Colour, side: int = 1, count: int = 5) -> None:
    """Narrow bamboo leaves that hang in a fan from one joint, to the right or left."""
    for i in range(count):
        turn = -34 + 118 * i / max(count - 1, 1)
        size = long * (1 - 0.1 * abs(i - count / 2))
        shape = leaf(size, size * 0.13).turned(turn if side > 0 else 180 - turn).moved(x, y)
        pen.shape(shape, pen.lighter(colour, 0.03 * (i % 3) - 0.03), form=0.25, shadow=0.7, rim=pen.dark, rim_width=1.2)


def acacia(pen: Pen, x: float, y: float, tall: float, colour: Colour, seed: int = 0) -> None:
    """A thorn tree standing on y: a thin forked trunk under flat shelves of leaves."""
    wood, t, flip = pen.mix(pen.natural("dark wood"), colour, 0.2), tall / 100, (-1) ** seed
    pen.shape(tube([(x, y + 2), (x + 2 * t * flip, y - 26 * t), (x - 3 * t * flip, y - 52 * t)], [3.6 * t, 2.4 * t, 1.9 * t]), wood, form=0.35)  # fmt: skip
    for dx, up in ((-32, 76), (-12, 84), (14, 86), (36, 74)):
        mid = (x + dx * 0.42 * t * flip, y - (up * 0.5 + 28) * t)
        pen.shape(tube([(x, y - 44 * t), mid, (x + dx * t * flip, y - up * t)], [1.9 * t, 1.3 * t, 0.7 * t]), wood)
    for i, (dx, up, wide, high) in enumerate(((-30, 78, 34, 7), (34, 77, 36, 7.5), (0, 90, 46, 9.5))):
        pen.shape(_shelf(x + dx * t * flip, y - up * t, wide * t, high * t, seed * 5 + i), pen.lighter(colour, (-0.04, -0.02, 0.03)[i]), form=0.35, form_width=4 * t, rim=pen.dark, rim_width=1.5)  # fmt: skip


def _shelf(x: float, y: float, wide: float, high: float, seed: int) -> Path:
    """A flat crown: round above, nearly straight below."""
    top = [(math.cos(math.pi * (1 - i / 8)) * wide, -math.sin(math.pi * i / 8) * high * (1.0 + 0.25 * ((i * 7 + seed) % 3 - 1))) for i in range(9)]  # fmt: skip
    under = [
        (wide * 0.6, high * 0.42),
        (wide * 0.2, high * 0.2),
        (-wide * 0.25, high * 0.45),
        (-wide * 0.7, high * 0.25),
    ]
    return smooth([(x + a, y + b) for a, b in (*top, *under)], curve=0.9)


def baobab(pen: Pen, x: float, y: float, tall: float, colour: Colour, wood: Colour) -> None:
    """A bottle tree standing on y: a swollen trunk, stubby boughs like roots in the air, small crowns."""
    t = tall / 100
    trunk = [(-21, 2), (-17, -8), (-16, -30), (-13, -52), (-15, -60), (-8, -62), (0, -57), (8, -62), (15, -60), (13, -50), (16, -28), (17, -8), (22, 2), (9, -1), (0, 3), (-10, -1)]  # fmt: skip
    boughs = ((-10, -54, -24, -68, -42, -76), (-5, -56, -9, -76, -20, -92), (4, -56, 6, -76, 6, -96), (9, -55, 20, -72, 30, -88), (11, -52, 28, -62, 46, -70))  # fmt: skip
    for a, b, c, d, e, f in boughs:
        row = [(x + a * t, y + b * t), (x + c * t, y + d * t), (x + e * t, y + f * t)]
        pen.shape(tube(row, [6 * t, 3.2 * t, 1.2 * t]), pen.shaded(wood, 0.08), form=0.3, rim=pen.dark, rim_width=1.5)
    for i, (dx, up, wide) in enumerate(((-44, 79, 15), (-22, 95, 15), (6, 99, 16), (32, 91, 15), (48, 73, 14))):
        mass = blob(x + dx * t, y - up * t, wide * t, wide * 0.5 * t, seed=i + 3, points=14, jitter=0.12)
        pen.shape(mass, pen.lighter(colour, 0.03 * (i % 2) - 0.02), form=0.3, rim=pen.dark, rim_width=1.5)
    body = smooth([(x + a * t, y + b * t) for a, b in trunk], curve=0.7)
    fill = across(pen.lighter(wood, 0.05), pen.shaded(wood, 0.3), x - 18 * t, x + 18 * t)
    pen.shape(body, fill, form=0.3, form_width=7 * t, rim=pen.dark, rim_width=2)
    rng = pen.rng("bark", x)
    for _ in range(12):
        at, low, long = x + rng.uniform(-12, 12) * t, y - rng.uniform(6, 46) * t, rng.uniform(5, 13) * t
        pen.line(
            [(at, low), (at + rng.uniform(-1, 1) * t, low - long)], pen.shaded(wood, 0.32), 0.8 * t, ink=0.4, alpha=0.8
        )
    pen.shape(oval(x - 5 * t, y - 27 * t, 2.2 * t, 3.6 * t), pen.shaded(wood, 0.45), line=0.6, shadow=0)

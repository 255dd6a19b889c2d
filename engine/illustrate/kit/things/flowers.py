"""Flowers: petals round a heart on a stem."""

from __future__ import annotations

import math

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.greenery import blade, green_of, petal, stem
from engine.illustrate.kit.things.parts import hue, mark, mass, white
from engine.illustrate.paint.path import oval, polygon, smooth
from engine.illustrate.paint.pen import Pen
from engine.looks import Colour

# fmt: off  (outlines are rows of numbers)


def _bloom(
    pen: Pen, x: float, y: float, reach: float, count: int, half: float, colour: Colour, heart: Colour, core: float
) -> None:
    """An open flower: petals round a heart."""
    for i in range(count):
        turn = i * 360 / count + 8
        mass(
            pen,
            petal(reach, half).turned(turn).moved(x, y),
            pen.lighter(colour, 0.03 * math.sin(i * 1.9)),
            0.2,
            0.1,
            rim=1,
            shadow=0.6,
        )
    mass(pen, oval(x, y, core), heart, 0.3, rim=1)


@thing(
    "flower",
    metres=0.4,
    box=(-36, -100, 36, 2),
    words="daisy, blossom, bloom, wildflower, petals",
    kinds="plant, nature",
    category="plant",
    slots="petals, leaves",
    motion="sway",
    grip=(0, -20),
)
def flower(pen: Pen, ask: Ask) -> None:
    """A daisy with two leaves."""
    green = green_of(pen, ask)
    stem(pen, [(0, 0), (-2, -30), (0, -64)], green, 2.6)
    blade(pen, -1, -14, 34, 10, -146, green)
    blade(pen, -1, -24, 34, 10, -34, pen.lighter(green, 0.04))
    _bloom(pen, 0, -68, 30, 11, 7.4, pen.slot("petals", white(pen)), pen.B, 10)


@thing(
    "sunflower",
    metres=1.6,
    box=(-34, -100, 34, 2),
    words="sunflowers",
    kinds="flower, plant",
    category="plant",
    slots="petals, leaves",
    motion="sway",
)
def sunflower(pen: Pen, ask: Ask) -> None:
    """A sunflower with broad leaves."""
    green = green_of(pen, ask)
    stem(pen, [(0, 0), (2, -36), (0, -72)], green, 2.8)
    blade(pen, 1, -20, 32, 12, -152, green)
    blade(pen, 1, -30, 32, 12, -28, pen.lighter(green, 0.04))
    _bloom(pen, 0, -72, 27, 15, 5.4, pen.slot("petals", pen.B), pen.natural("dark wood"), 13)
    for i in range(10):
        turn = i * 2.4
        mark(pen, oval(math.cos(turn) * i, -72 + math.sin(turn) * i, 1), pen.natural("wood"), 0)


@thing(
    "rose",
    metres=0.5,
    box=(-34, -100, 34, 2),
    words="red rose, roses, rosebud",
    kinds="flower, plant",
    category="plant",
    slots="petals, leaves",
    motion="sway",
    grip=(0, -20),
)
def rose(pen: Pen, ask: Ask) -> None:
    """A rose with thorns and leaves."""
    green, red = green_of(pen, ask, 0.3), pen.slot("petals", pen.mix(hue(pen, "crimson", 0.05), pen.A, 0.4))
    stem(pen, [(0, 0), (3, -30), (0, -64)], green, 2.4)
    for x, y, side in ((2, -16, 1), (1, -44, -1)):
        mark(pen, polygon([(x, y - 3), (x + side * 7, y - 4), (x, y + 3)]), green, 0.5)
    blade(pen, 2, -26, 30, 11, -150, green)
    blade(pen, 2, -36, 30, 11, -30, green)
    for turn in (-60, 60):
        mass(pen, petal(16, 4).turned(turn + 180).moved(0, -64), green, rim=0)
    mass(
        pen,
        smooth([(-24, -86), (-20, -68), (0, -60), (20, -68), (24, -86), (12, -98), (-12, -98)], curve=0.9),
        red,
        0.35,
    )
    mass(
        pen,
        smooth([(-24, -88), (-12, -74), (2, -62), (-12, -62), (-23, -72)], curve=0.8),
        pen.lighter(red, 0.05),
        0.2,
        rim=1,
    )
    mass(
        pen,
        smooth([(24, -88), (12, -74), (-2, -62), (12, -62), (23, -72)], curve=0.8),
        pen.lighter(red, 0.03),
        0.2,
        rim=1,
    )
    mass(pen, oval(0, -90, 14, 8.4), pen.lighter(red, 0.06), 0.25, rim=1)
    pen.line([(-9, -90), (-2, -95), (8, -92), (5, -86), (-3, -87), (0, -91)], pen.shaded(red, 0.45), 1.8, ink=0.6)


@thing(
    "tulip",
    metres=0.4,
    box=(-32, -100, 32, 2),
    words="tulips, spring flower",
    kinds="flower, plant",
    category="plant",
    slots="petals, leaves",
    motion="sway",
)
def tulip(pen: Pen, ask: Ask) -> None:
    """A tulip between two long leaves."""
    green, red = green_of(pen, ask), pen.slot("petals", pen.A)
    stem(pen, [(0, 0), (0, -30), (0, -62)], green, 2.6)
    for side in (-1, 1):
        mass(
            pen,
            smooth([(0, 0), (side * 18, -24), (side * 30, -58), (side * 10, -34), (side * 2, -10)], curve=0.7),
            pen.lighter(green, 0.03 * side),
        )
    for x, tone in ((-10, -0.04), (10, -0.02)):
        mass(
            pen,
            smooth([(0, -58), (x * 1.9, -68), (x * 1.8, -98), (x * 0.4, -84)], curve=0.7),
            pen.lighter(red, tone),
            0.25,
        )
    mass(
        pen,
        smooth([(0, -56), (13, -66), (12, -82), (0, -97), (-12, -82), (-13, -66)], curve=0.8),
        pen.lighter(red, 0.04),
        0.25,
    )


@thing(
    "lotus",
    metres=0.3,
    box=(-84, -100, 84, 6),
    words="water lily, lily, waterlily, lily pad",
    kinds="flower, plant",
    category="plant",
    slots="petals",
    contact="float",
    motion="bob",
    faces="none",
)
def lotus(pen: Pen, ask: Ask) -> None:
    """A lotus flower over its leaves, on the water."""
    pink, green = pen.slot("petals", hue(pen, "pink", 0.06)), green_of(pen, ask)
    mass(pen, oval(-44, -4, 38, 9), pen.shaded(green, 0.15), rim=1)
    mass(pen, oval(46, -5, 36, 8), green, rim=1)
    for turn, length, half, tone in (
        (-68, 66, 12, -0.08),
        (68, 66, 12, -0.08),
        (-42, 84, 14, -0.05),
        (42, 84, 14, -0.05),
        (-20, 95, 14, -0.02),
        (20, 95, 14, -0.02),
        (0, 98, 15, 0.0),
        (-32, 66, 13, 0.03),
        (32, 66, 13, 0.03),
        (-11, 62, 13, 0.05),
        (11, 62, 13, 0.06),
    ):
        mass(
            pen,
            petal(length, half, 0.5).turned(turn).moved(0, -2),
            pen.lighter(pink, tone),
            0.2,
            0.1,
            rim=1,
            shadow=0.7,
        )

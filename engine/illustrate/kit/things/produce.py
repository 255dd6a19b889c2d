"""Fruit and vegetables."""

from __future__ import annotations

import math

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.parts import hue, mark, mass, shine, white
from engine.illustrate.paint.forms import blob, leaf
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen
from engine.looks import Colour

# fmt: off  (outlines are rows of numbers)


def _stalk(pen: Pen, x: float, y: float, leafy: bool = True) -> None:
    """A stalk with a leaf on top of a fruit."""
    pen.line([(x, y + 6), (x + 1, y - 2), (x + 5, y - 9)], pen.natural("dark wood"), 3.6, ink=0.6)
    if leafy:
        mass(pen, leaf(28, 8).turned(-22).moved(x + 2, y - 2), pen.V, rim=1)


@thing(
    "apple",
    metres=0.1,
    box=(-50, -100, 50, 2),
    words="red apple, poisoned apple",
    kinds="fruit, food",
    category="food",
    slots="skin",
    grip=(0, -40),
)
def apple(pen: Pen, ask: Ask) -> None:
    """An apple with a leaf."""
    skin = pen.slot("skin", pen.A)
    body = smooth(
        [
            (0, -74),
            (20, -82),
            (42, -72),
            (47, -44),
            (36, -14),
            (16, 0),
            (0, -4),
            (-16, 0),
            (-36, -14),
            (-47, -44),
            (-42, -72),
            (-20, -82),
        ],
        curve=0.9,
    )
    mass(pen, body, skin, 0.35, 0.2, 12)
    mark(pen, oval(0, -74, 13, 4), pen.shaded(skin, 0.4))
    shine(pen, body, -26, -56, 5, 12, 24)
    _stalk(pen, 0, -84)


@thing(
    "mango",
    metres=0.12,
    box=(-54, -100, 60, 2),
    words="mangoes, aam",
    kinds="fruit, food",
    category="food",
    slots="skin",
    grip=(0, -40),
)
def mango(pen: Pen, ask: Ask) -> None:
    """A ripe mango on its stalk."""
    skin = pen.slot("skin", pen.B)
    body = smooth(
        [(-4, -80), (28, -76), (48, -52), (44, -24), (20, -3), (-10, 0), (-36, -12), (-48, -38), (-36, -66)], curve=0.95
    )
    mass(pen, body, skin, 0.3, 0.1, 10)
    mark(pen, body & blob(-34, -66, 34, 26, 3), pen.mix(skin, pen.A, 0.55), 0)
    mark(pen, body & blob(-44, -74, 26, 20, 4), pen.mix(skin, pen.A, 0.9), 0)
    shine(pen, body, 16, -54, 4, 11, 40)
    _stalk(pen, -4, -84)


@thing(
    "banana",
    metres=0.18,
    box=(-66, -100, 66, 2),
    words="bananas, plantain",
    kinds="fruit, food",
    category="food",
    slots="skin",
    grip=(0, -30),
)
def banana(pen: Pen, ask: Ask) -> None:
    """A hand of three bananas."""
    skin, tip = pen.slot("skin", pen.mix(pen.B, pen.L, 0.5)), pen.natural("dark wood")
    for turn, tone in ((22, -0.08), (4, -0.04), (-14, 0.0)):
        own = pen.at(44, -88, 1, turn)
        body = smooth(
            [(-6, 0), (6, 0), (10, 24), (-2, 56), (-36, 80), (-72, 82), (-76, 76), (-48, 64), (-22, 38), (-10, 14)],
            curve=0.8,
        )
        mass(own, body.scaled(0.94), pen.lighter(skin, tone), 0.32)
        mark(own, oval(-70, 74, 4, 4), tip, 0.5)
    mass(pen, box(34, -100, 15, 18, 4), tip, rim=1)


@thing(
    "orange",
    metres=0.09,
    box=(-50, -100, 50, 2),
    words="oranges, tangerine, citrus",
    kinds="fruit, food",
    category="food",
    slots="skin",
    grip=(0, -40),
)
def orange(pen: Pen, ask: Ask) -> None:
    """An orange and a cut half."""
    skin = pen.slot("skin", pen.mix(pen.B, pen.A, 0.35))
    body = oval(-8, -46, 41, 41)
    mass(pen, body, skin, 0.32, 0.15, 10)
    shine(pen, body, -26, -60, 5, 10, 30)
    _stalk(pen, -8, -86)
    mass(pen, oval(24, -26, 26), pen.lighter(skin, -0.02))
    mark(pen, oval(24, -26, 22.6), white(pen))
    for i in range(7):
        a, b = math.radians(i * 51.4 + 4), math.radians(i * 51.4 + 43)
        mark(
            pen,
            smooth(
                [
                    (24, -26),
                    (24 + 20 * math.cos(a), -26 + 20 * math.sin(a)),
                    (24 + 20 * math.cos(b), -26 + 20 * math.sin(b)),
                ],
                curve=0.3,
            ),
            pen.mix(skin, pen.L, 0.25),
            0.4,
        )


@thing(
    "grapes",
    metres=0.18,
    box=(-44, -100, 44, 2),
    words="grape, bunch of grapes, berries, vine, raisins",
    kinds="fruit, food",
    category="food",
    slots="skin",
    grip=(0, -92),
)
def grapes(pen: Pen, ask: Ask) -> None:
    """A bunch of grapes with a leaf."""
    skin = pen.slot("skin", hue(pen, "purple", 0.1))
    pen.line([(0, -72), (2, -88), (10, -99)], pen.natural("dark wood"), 4, ink=0.6)
    mass(
        pen,
        smooth([(-2, -86), (-16, -98), (-34, -92), (-42, -78), (-30, -74), (-24, -64), (-12, -72)], curve=0.6),
        pen.V,
    )
    for row, (y, count) in enumerate(((-66, 4), (-50, 4), (-35, 3), (-22, 2), (-10, 1))):
        for i in range(count):
            x = (i - (count - 1) / 2) * 19 + (row % 2) * 1.5
            mass(pen, oval(x, y, 11), pen.lighter(skin, 0.03 * math.sin(row * 2 + i * 3)), 0.32, rim=1)
            mark(pen, oval(x - 3.4, y - 4, 2, 2.6), pen.r(1.0), 0, 0.5)


@thing(
    "watermelon",
    metres=0.25,
    box=(-80, -100, 80, 2),
    words="melon, slice of watermelon",
    kinds="fruit, food",
    category="food",
    slots="flesh",
)
def watermelon(pen: Pen, ask: Ask) -> None:
    """A slice of watermelon."""
    own = pen.at(0, -96, 1, 0)
    half = oval(0, 0, 78, 94) & box(-100, 0, 200, 120)
    mass(own, half, pen.mix(pen.V, pen.r(0.15), 0.3), 0.3)
    mark(own, oval(0, 0, 70, 85) & box(-100, 0, 200, 120), pen.mix(white(pen), pen.V, 0.25))
    mark(own, oval(0, 0, 64, 78) & box(-100, 0, 200, 120), pen.slot("flesh", pen.A), 0.6)
    for x, y in ((-40, 16), (-14, 12), (14, 14), (40, 16), (-26, 38), (2, 40), (28, 38), (-10, 60), (14, 60)):
        mark(own, oval(x, y, 3, 4.6), pen.r(0.05), 0)


@thing(
    "coconut",
    metres=0.14,
    box=(-56, -100, 56, 2),
    words="coconuts, nariyal",
    kinds="fruit, food",
    category="food",
    slots="shell",
)
def coconut(pen: Pen, ask: Ask) -> None:
    """A coconut and a cracked half with its white flesh."""
    brown = pen.slot("shell", pen.natural("dark wood"))
    mass(pen, blob(-8, -56, 42, 43, 2, 18, 0.03), brown, 0.35, 0.25, 10)
    rng = pen.rng("fibres")
    for _ in range(12):
        x, y = rng.uniform(-36, 16), rng.uniform(-86, -36)
        pen.line([(x, y), (x + 2, y + 8)], pen.natural("wood"), 1.4, ink=0.4)
    mass(pen, smooth([(-30, -40), (54, -40), (46, -12), (14, 0), (-22, -12)], curve=0.8), pen.lighter(brown, 0.03))
    pen.shape(oval(12, -40, 42, 13), white(pen, 0.06), form=0.1, rim=True, rim_width=1.5)
    mark(pen, oval(12, -38, 31, 8), pen.shaded(white(pen), 0.2))


def _root(pen: Pen, turn: float, skin: Colour, x: float) -> None:
    own = pen.at(x, 0, 1, turn)
    for lean in (-24, 0, 24):
        mass(own, leaf(34, 7).turned(-90 + lean).moved(lean * 0.1, -66), pen.V, rim=1)
    body = smooth([(-15, -66), (0, -72), (15, -66), (14, -48), (5, -18), (0, 0), (-5, -18), (-14, -48)], curve=0.7)
    mass(own, body, skin, 0.32)
    for a, y in ((-8, -54), (3, -44), (-5, -34), (2, -24)):
        own.line([(a, y), (a + 8, y + 1)], own.shaded(skin, 0.3), 1.6, ink=0.5)


@thing(
    "carrot",
    metres=0.2,
    box=(-40, -100, 40, 2),
    words="carrots, vegetables",
    kinds="vegetable, food",
    category="food",
    slots="skin",
    grip=(0, -60),
)
def carrot(pen: Pen, ask: Ask) -> None:
    """Two carrots with their leaves."""
    skin = pen.slot("skin", pen.mix(pen.B, pen.A, 0.45))
    _root(pen, 12, pen.lighter(skin, -0.05), 8)
    _root(pen, -9, skin, -10)


@thing(
    "pumpkin",
    metres=0.4,
    box=(-62, -100, 62, 2),
    words="squash, jack-o'-lantern, halloween",
    kinds="vegetable, food",
    category="food",
    slots="skin",
    poses="plain, lantern",
    faces="none",
)
def pumpkin(pen: Pen, ask: Ask) -> None:
    """A ribbed pumpkin; as a lantern it has a face that glows."""
    skin = pen.slot("skin", pen.mix(pen.B, pen.A, 0.4))
    mass(pen, smooth([(-6, -78), (-4, -90), (6, -100), (14, -96), (6, -88), (7, -78)], curve=0.5), pen.V)
    for x, a in ((-36, 25), (36, 25), (-20, 26), (20, 26), (0, 25)):
        mass(pen, oval(x, -41, a, 41 - abs(x) * 0.12), pen.lighter(skin, -0.002 * abs(x)), 0.28, 0.15, 7, rim=1.5)
    if ask.pose == "lantern":
        glow = pen.mix(pen.L, pen.B, 0.2)
        for side in (-1, 1):
            mark(pen, polygon([(side * 10, -48), (side * 32, -48), (side * 20, -64)]), glow, 0.8)
        mark(
            pen,
            smooth([(-36, -34), (-18, -26), (0, -24), (18, -26), (36, -34), (20, -12), (0, -8), (-20, -12)], curve=0.5),
            glow,
            0.8,
        )
        pen.glow(0, -38, 110, pen.B, 0.6)


@thing(
    "chili",
    metres=0.1,
    box=(-42, -100, 46, 2),
    words="chilli, red chili, chili pepper, mirchi, hot pepper",
    kinds="vegetable, food",
    category="food",
    slots="skin",
    grip=(10, -80),
)
def chili(pen: Pen, ask: Ask) -> None:
    """A curved red chili."""
    skin = pen.slot("skin", pen.A)
    body = smooth(
        [(6, -78), (28, -80), (34, -56), (22, -28), (-6, -8), (-40, 0), (-38, -4), (-12, -24), (2, -46), (2, -64)],
        curve=0.8,
    )
    mass(pen, body, skin, 0.35, 0.15, 7)
    shine(pen, body, 16, -54, 3, 13, 14)
    mass(
        pen,
        smooth([(0, -72), (4, -84), (18, -88), (32, -84), (36, -72), (26, -76), (16, -72), (8, -77)], curve=0.6),
        pen.V,
    )
    pen.line([(18, -86), (18, -94), (27, -99)], pen.V, 4.4, ink=0.6)


@thing(
    "tomato",
    metres=0.09,
    box=(-54, -100, 54, 2),
    words="tomatoes",
    kinds="vegetable, food",
    category="food",
    slots="skin",
    grip=(0, -40),
)
def tomato(pen: Pen, ask: Ask) -> None:
    """A tomato with its green star."""
    skin = pen.slot("skin", pen.A)
    body = smooth(
        [(0, -80), (26, -84), (48, -66), (51, -40), (36, -10), (0, 0), (-36, -10), (-51, -40), (-48, -66), (-26, -84)],
        curve=0.95,
    )
    mass(pen, body, skin, 0.32, 0.18, 12)
    shine(pen, body, -30, -50, 5, 11, 24)
    for turn in (-104, -56, 0, 56, 104):
        mass(
            pen,
            smooth([(0, 0), (4.6, -9), (0, -21), (-4.6, -9)], curve=0.6).turned(turn).moved(0, -80).scaled(1, 1),
            pen.V,
            rim=0,
            shadow=0.6,
        )
    pen.line([(0, -80), (2, -90), (8, -97)], pen.V, 4, ink=0.6)


@thing(
    "corn",
    metres=0.25,
    box=(-36, -100, 36, 2),
    words="maize, corncob, cob, popcorn",
    kinds="vegetable, food",
    category="food",
    slots="grain",
    grip=(0, -20),
)
def corn(pen: Pen, ask: Ask) -> None:
    """A cob of maize in its leaves."""
    gold, green = pen.slot("grain", hue(pen, "yellow", 0.04)), pen.mix(pen.V, pen.L, 0.15)
    body = smooth([(0, -100), (13, -84), (18, -50), (13, -14), (-13, -14), (-18, -50), (-13, -84)], curve=0.8)
    mass(pen, body, gold, 0.3)
    for row in range(10):
        for i in range(-2, 3):
            mark(
                pen,
                body & box(i * 7 - 2.9 + (row % 2) * 1.4, -92 + row * 8, 5.8, 6.4, 2.6),
                pen.lighter(gold, 0.05 if (row + i) % 2 else -0.05),
                0.3,
            )
    for side in (-1, 1):
        mass(
            pen,
            smooth(
                [
                    (side * 2, 0),
                    (side * 22, -14),
                    (side * 28, -46),
                    (side * 35, -72),
                    (side * 14, -48),
                    (side * 4, -22),
                ],
                curve=0.8,
            ),
            pen.lighter(green, 0.02 * side),
        )
    mass(pen, smooth([(-8, 0), (-14, -14), (0, -44), (14, -14), (8, 0)], curve=0.7), pen.lighter(green, -0.03))

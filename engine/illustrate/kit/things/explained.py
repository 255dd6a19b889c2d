"""What explanations and fables speak of: a molecule, vapour, a mouth with its tongue, a pit, a net thrown over a beast.

Example: `found_thing("tongue").name` is 'mouth'.
"""

from __future__ import annotations

import math

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.parts import bar, hue, mark, mass, shine, white
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen

# fmt: off  (outlines are rows of numbers)

_ATOMS = (
    (-44, -38, 17, "A"),
    (-14, -62, 21, "G"),
    (22, -44, 19, "A"),
    (50, -70, 15, "B"),
    (-22, -88, 11, "white"),
    (-64, -62, 11, "white"),
    (28, -13, 12, "white"),
    (62, -44, 10, "white"),
)
_BONDS = ((0, 1), (1, 2), (2, 3), (1, 4), (0, 5), (2, 6), (3, 7))


@thing(
    "molecule",
    metres=0.1,
    box=(-78, -100, 78, 2),
    words="molecules, atom, atoms, compound, amino acid, acid, tannin, tannins, caffeine, protein, vitamin, nutrient, "
    "enzyme, oxygen molecule, hormone, particle",
    kinds="sign, thing",
    slots="first, second",
    contact="ground",
    faces="none",
)
def molecule(pen: Pen, ask: Ask) -> None:
    """Balls on sticks, as they stand on a teacher's desk."""
    tones = {
        "A": pen.slot("first", pen.A),
        "G": pen.slot("second", pen.mix(pen.G, pen.r(0.3), 0.15)),
        "B": pen.mix(pen.B, pen.L, 0.3),
        "white": white(pen, 0.04),
    }
    mass(pen, polygon([(-26, 0), (-20, -7), (10, -7), (16, 0)]), pen.natural("dark wood"), 0.25)
    pen.line([(-8, -6), (-12, -50)], pen.natural("steel"), 3, ink=0.5)
    for a, b in _BONDS:
        (x0, y0, *_), (x1, y1, *_) = _ATOMS[a], _ATOMS[b]
        pen.shape(bar((x0, y0), (x1, y1), 3.4), pen.natural("stone"), form=0.3, line=0.6)
    for x, y, r, tone in _ATOMS:
        ball = oval(x, y, r)
        mass(pen, ball, tones[tone], 0.34, 0.16, 0.4 * r)
        shine(pen, ball, x - 0.35 * r, y - 0.4 * r, 0.18 * r, 0.26 * r, 30)


@thing(
    "mouth",
    metres=0.2,
    box=(-82, -100, 82, 2),
    words="tongue, lips, taste, taste bud, taste buds, palate",
    kinds="organ, thing",
    slots="lips, tongue",
    contact="air",
    faces="none",
)
def mouth(pen: Pen, ask: Ask) -> None:
    """An open mouth that puts out its tongue."""
    lips, tongue = (
        pen.slot("lips", pen.mix(pen.A, hue(pen, "crimson"), 0.5)),
        pen.slot("tongue", hue(pen, "pink", 0.05)),
    )
    outer = smooth(
        [
            (-80, -66),
            (-50, -84),
            (-20, -99),
            (0, -91),
            (20, -99),
            (50, -84),
            (80, -66),
            (56, -40),
            (24, -27),
            (-24, -27),
            (-56, -40),
        ],
        curve=0.75,
    )
    mass(pen, outer, lips, 0.28, 0.15, 9)
    gap = smooth([(-66, -66), (-34, -78), (0, -80), (34, -78), (66, -66), (40, -47), (0, -40), (-40, -47)], curve=0.75)
    mark(pen, gap, pen.r(0.04), 0.6)
    teeth = gap & box(-48, -84, 96, 17, 4)
    mark(pen, teeth, white(pen, 0.04), 0.5)
    for x in (-32, -16, 0, 16, 32):
        pen.line([(x, -80), (x, -68)], pen.shaded(white(pen), 0.3), 1.2, ink=0.4)
    body = smooth([(-30, -58), (0, -64), (30, -58), (36, -30), (26, -6), (0, 0), (-26, -6), (-36, -30)], curve=0.85)
    mass(pen, body, tongue, 0.3, 0.15, 8)
    pen.line([(0, -54), (1, -30), (0, -12)], pen.shaded(tongue, 0.32), 2.4, ink=0.5)
    for x, y in ((-18, -40), (-20, -24), (-10, -15), (18, -40), (20, -24), (10, -15), (-11, -48), (11, -48)):
        mark(pen, oval(x, y, 2.2, 1.8), pen.shaded(tongue, 0.2), 0.3)
    shine(pen, outer, -40, -84, 3, 10, 66)


@thing(
    "pit",
    metres=0.55,
    box=(-132, -100, 132, 4),
    words="ditch, trench, pitfall, hole in the ground, burrow, trap hole",
    kinds="nature, thing",
    category="nature",
    slots="earth",
    faces="none",
)
def pit(pen: Pen, ask: Ask) -> None:
    """A hole dug in the ground, with the earth that came out of it."""
    earth = pen.slot("earth", pen.natural("earth"))
    heap = smooth([(30, -52), (58, -84), (86, -98), (112, -82), (130, -44), (84, -36)], curve=0.7)
    mass(pen, heap, pen.lighter(earth, 0.04), 0.32, 0.2, 9)
    rim = smooth([(-130, -34), (-92, -58), (-20, -66), (60, -60), (104, -36), (84, -8), (10, 2), (-80, -4)], curve=0.8)
    mass(pen, rim, earth, 0.2, 0.12, 6)
    hole = smooth(
        [(-108, -34), (-74, -50), (-16, -55), (48, -50), (82, -34), (60, -14), (4, -7), (-70, -12)], curve=0.8
    )
    mark(pen, hole, pen.shaded(earth, 0.86), 0.8)
    wall = smooth(
        [(-108, -34), (-74, -50), (-16, -55), (48, -50), (82, -34), (44, -40), (-16, -43), (-72, -40)], curve=0.7
    )
    mark(pen, hole & wall, pen.shaded(earth, 0.42), 0.4)
    for x, y, r in (
        (-118, -18, 7),
        (-96, -4, 5),
        (94, -20, 6),
        (70, -92, 6),
        (100, -66, 5),
        (40, -2, 5),
        (116, -30, 7),
    ):
        mass(pen, oval(x, y, r, 0.7 * r), pen.shaded(earth, 0.12), 0.3, rim=1)
    for x in (-60, -30, 6, 40):
        pen.line([(x, -48), (x + 3, -41)], pen.shaded(earth, 0.6), 1.6, ink=0.4)


@thing(
    "trap net",
    metres=1.75,
    box=(-104, -100, 104, 4),
    words="hunting net, snare, trapping net, cast net",
    kinds="net, tool",
    category="tool",
    slots="net",
    faces="none",
    contact="ground",
)
def trap_net(pen: Pen, ask: Ask) -> None:
    """A net of rope thrown over what it holds: all meshes, so that who is in it is seen through them."""
    rope = pen.slot("net", pen.natural("straw"))
    edge = [(-102, 0), (-92, -34), (-78, -66), (-48, -90), (-6, -99), (40, -92), (76, -70), (94, -36), (102, 0)]
    whole = smooth([*edge, (0, 3)], curve=0.7)
    for i in range(-6, 7):
        for slope in (-1, 1):
            x = i * 31
            strand = bar((x - slope * 52, 4), (x + slope * 52, -102), 1.2)
            pen.shape(whole & strand, pen.shaded(rope, 0.1 if slope > 0 else 0.22), shadow=0.4, edge=0, line=0.4)
    pen.line([(float(x), float(y)) for x, y in edge], pen.shaded(rope, 0.15), 3.2, ink=0.6)
    pen.line([(-102, 0), (-50, 3), (0, 2), (54, 4), (102, 0)], pen.shaded(rope, 0.3), 3.6, ink=0.6)
    for k in range(7):
        turn = math.pi * (k + 0.5) / 7
        mass(pen, oval(-104 * math.cos(turn), 1, 5, 4), pen.natural("stone"), 0.3, rim=1)


@thing(
    "vapour",
    metres=4,
    box=(-66, -100, 66, 2),
    words="water vapour, rising steam, wisps of steam",
    kinds="weather, sky",
    category="sky",
    contact="air",
    faces="none",
    motion="rise",
)
def vapour(pen: Pen, ask: Ask) -> None:
    """Plumes of mist that widen as they rise, with small drops between: water on its way into the air."""
    pale = pen.r(0.98) if not pen.dark else pen.r(0.7)
    for i, (x, tall) in enumerate(((-38, 76), (34, 82), (-2, 98))):
        for k in range(7):
            t = k / 6
            r = 5 + 13 * t**1.3
            puff = oval(x + 7.0 * math.sin(k * 1.3 + 2 * i) * (0.4 + t), -r - (tall - 2 * r) * t, r * 1.16, r)
            tint = pen.mix(pale, pen.G, 0.22 - 0.16 * t)
            pen.shape(puff, tint, form=0.2, alpha=0.55 + 0.35 * t, shadow=0.35, line=0.5)
    for x, y, r in ((-34, -30, 3.2), (-4, -52, 2.6), (25, -26, 3.4), (48, -60, 2.8), (-36, -80, 2.4), (22, -72, 2.2)):
        drop = smooth([(x, y - 2.2 * r), (x + r, y), (x, y + r), (x - r, y)], curve=0.8)
        mark(pen, drop, pen.mix(pen.G, pen.r(0.9), 0.3), 0.5)

"""What housework and washing are done with: a clothes line, an ironing board, a mop, brushes, knitting, a tray."""

from __future__ import annotations

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.parts import bar, bars, lathe, mark, mass, ring, white
from engine.illustrate.paint.forms import tube
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen
from engine.looks import Colour

# fmt: off  (outlines are rows of numbers)


@thing(
    "clothes line",
    metres=1.95,
    box=(-104, -100, 104, 2),
    words="washing line, laundry line, clothesline, drying rack",
    kinds="thing",
    category="tool",
    slots="shirt, cloth",
    motion="sway",
    faces="none",
)
def clothes_line(pen: Pen, ask: Ask) -> None:
    """Two posts with a line, and a shirt, a towel and trousers pegged to it."""
    for x in (-98, 98):
        mass(pen, bar((x, 0), (x, -98), 2.6), pen.natural("wood"), rim=1)
        mass(pen, bar((x - 9, -92), (x + 9, -92), 2), pen.natural("wood"), rim=0)
    pen.line([(-98, -92), (0, -86), (98, -92)], white(pen), 1.2, curve=0.6, ink=0.5)
    first, second = pen.slot("shirt", pen.A), pen.slot("cloth", pen.B)
    shirt = smooth(
        [
            (-72, -86),
            (-58, -88),
            (-44, -86),
            (-28, -74),
            (-36, -66),
            (-44, -72),
            (-43, -42),
            (-73, -42),
            (-72, -72),
            (-80, -66),
            (-88, -74),
        ],
        curve=0.25,
    )
    mass(pen, shirt, first, 0.25, 0.15, 4)
    pen.line([(-58, -84), (-58, -46)], pen.shaded(first, 0.3), 0.8, ink=0.4)
    towel = smooth([(-18, -87), (16, -87), (17, -40), (-17, -38)], curve=0.15)
    mass(pen, towel, second, 0.25, 0.12, 4)
    for y in (-56, -48):
        mark(pen, towel & box(-22, y, 44, 3), white(pen), 0.3)
    legs = smooth([(36, -88), (68, -89), (71, -36), (57, -35), (53, -66), (49, -35), (34, -36)], curve=0.2)
    mass(pen, legs, pen.mix(pen.G, pen.r(0.2), 0.3), 0.25, 0.15, 4)
    for x in (-70, -46, -15, 13, 39, 65):
        mass(pen, box(x - 1.3, -94, 2.6, 9, 1), pen.natural("pale wood"), rim=0)


@thing(
    "watering can",
    metres=0.4,
    box=(-50, -100, 118, 2),
    words="sprinkler",
    kinds="vessel, tool",
    category="tool",
    slots="body",
    contact="held",
    grip=(-14, -92),
)
def watering_can(pen: Pen, ask: Ask) -> None:
    """A can with a long spout, drops before its rose."""
    body = pen.slot("body", pen.G)
    pen.shape(tube([(20, -26), (48, -50), (68, -78)], [7, 5, 4]), body, form=0.3, line=0.8)
    mass(pen, polygon([(60, -74), (78, -92), (84, -78), (72, -66)]), pen.lighter(body, 0.05), rim=1)
    mass(pen, ring(-14, -66, 34, 6, 32) - box(-60, -58, 92, 40), pen.shaded(body, 0.15), rim=0)
    mass(pen, lathe([(28, -62), (34, -30), (34, 0)], 0.3), body, 0.34, 0.2)
    for x, y in ((90, -66), (98, -52), (104, -34), (88, -44), (112, -16)):
        mark(pen, oval(x, y, 3.0, 5), pen.mix(pen.scheme.named("blue", pen.B), white(pen), 0.4), 0.3)


@thing(
    "mop",
    metres=1.3,
    box=(-22, -100, 22, 2),
    words="floor mop, swab",
    kinds="broom, tool",
    category="tool",
    slots="cloth",
    contact="held",
    grip=(0, -70),
    faces="none",
)
def mop(pen: Pen, ask: Ask) -> None:
    """A mop, its strands on the floor."""
    mass(pen, bar((0, -100), (0, -18), 2.2), pen.natural("wood"), rim=1)
    strands = pen.slot("cloth", white(pen))
    for x in (-16, -9, -3, 4, 10, 16):
        pen.shape(
            tube([(x * 0.35, -22), (x * 0.8, -10), (x * 1.25, -1)], [3.0, 3.4, 2.6]), strands, form=0.25, line=0.6
        )
    mass(pen, box(-9, -27, 18, 8, 2), pen.B, rim=1)


@thing(
    "ironing board",
    metres=0.9,
    box=(-100, -100, 100, 2),
    words="iron, flat iron, ironing",
    kinds="furniture, tool",
    category="furniture",
    slots="cloth",
    faces="none",
    tops=((0, -84),),
)
def ironing_board(pen: Pen, ask: Ask) -> None:
    """A board on crossed legs with a shirt and an iron on it."""
    bars(pen, [((-50, -78), (46, 0)), ((50, -78), (-46, 0))], 2.6, pen.natural("steel"))
    mass(
        pen,
        smooth([(-96, -84), (60, -86), (98, -80), (60, -74), (-96, -74)], curve=0.3),
        pen.mix(white(pen), pen.B, 0.3),
        0.2,
    )
    cloth = smooth(
        [(-80, -84), (-40, -90), (6, -88), (14, -82), (8, -60), (-14, -56), (-60, -58), (-84, -66)], curve=0.4
    )
    mass(pen, cloth, pen.slot("cloth", pen.A), 0.25, 0.15)
    iron = smooth([(24, -84), (66, -84), (62, -91), (40, -94), (26, -92)], curve=0.3)
    mass(pen, iron, pen.natural("steel"), 0.3, rim=1)
    pen.shape(tube([(32, -94), (36, -100), (54, -99), (58, -93)], [2, 2.2, 2.2, 2]), pen.natural("rubber"), line=0.6)


def _handled(pen: Pen, colour: Colour) -> None:
    """The handle of something small that is held upright."""
    mass(pen, lathe([(5, -62), (4, -36), (6, -8), (4, 0)], 0.6), colour, 0.3, rim=1)


@thing(
    "toothbrush",
    metres=0.19,
    box=(-18, -100, 22, 2),
    words="tooth brush",
    kinds="tool, thing",
    category="tool",
    slots="handle",
    contact="held",
    grip=(0, -14),
    faces="none",
)
def toothbrush(pen: Pen, ask: Ask) -> None:
    """A toothbrush with its bristles and a dab of paste."""
    colour = pen.slot("handle", pen.A)
    _handled(pen, colour)
    mass(pen, box(-5, -100, 10, 42, 5), colour, 0.3, rim=1)
    mass(pen, box(-17, -98, 13, 32, 2), white(pen), 0.15, rim=0)
    mark(pen, oval(-15, -82, 6, 13), pen.mix(pen.B, pen.r(0.9), 0.4), 0.4)


@thing(
    "comb",
    metres=0.2,
    box=(-26, -100, 20, 2),
    words="hairbrush, hair brush",
    kinds="tool, thing",
    category="tool",
    slots="handle",
    contact="held",
    grip=(0, -14),
    faces="none",
)
def comb(pen: Pen, ask: Ask) -> None:
    """A hairbrush."""
    colour = pen.slot("handle", pen.natural("wood"))
    _handled(pen, colour)
    mass(pen, oval(-1, -76, 15, 26), colour, 0.3)
    for i in range(6):
        pen.line([(-12, -94 + i * 7), (-26, -96 + i * 7.4)], pen.natural("rubber"), 2.2, ink=0.5, wobble=0)


@thing(
    "razor",
    metres=0.17,
    box=(-34, -100, 22, 2),
    words="shaver, shaving knife",
    kinds="tool, thing",
    category="tool",
    slots="handle",
    contact="held",
    grip=(0, -14),
    faces="none",
)
def razor(pen: Pen, ask: Ask) -> None:
    """A razor with foam at its blade."""
    _handled(pen, pen.slot("handle", pen.B))
    mass(pen, bar((0, -60), (-8, -88), 4), pen.natural("steel"), rim=1)
    mass(pen, box(-24, -100, 30, 13, 3), pen.natural("steel"), rim=1)
    for x, r in ((-22, 8), (-12, 9), (-2, 8)):
        mark(pen, oval(x, -93, r, r * 0.8), white(pen), 0.4)


@thing(
    "knitting",
    metres=0.4,
    box=(-52, -100, 52, 2),
    words="knitting needles, knitwork",
    kinds="tool, thing",
    category="tool",
    slots="wool",
    contact="held",
    grip=(-20, -84),
    faces="none",
)
def knitting(pen: Pen, ask: Ask) -> None:
    """A piece of knitting that hangs from two crossed needles."""
    wool = pen.slot("wool", pen.A)
    piece = smooth([(-30, -80), (30, -80), (32, -30), (28, 0), (-26, 0), (-32, -34)], curve=0.25)
    mass(pen, piece, wool, 0.25, 0.15)
    for i in range(7):
        y = -74 + i * 11
        row = [(-28 + k * 8, y + (3 if k % 2 else 0)) for k in range(8)]
        pen.line([(float(a), float(b)) for a, b in row], pen.shaded(wool, 0.25), 1.6, ink=0.4, wobble=0)
    bars(pen, [((-50, -98), (34, -74)), ((50, -98), (-34, -74))], 2.0, pen.natural("pale wood"))
    for x in (-50, 50):
        mass(pen, oval(x, -97, 4.4), pen.B, rim=0)


@thing(
    "tray",
    metres=0.3,
    box=(-80, -100, 80, 2),
    words="serving tray, platter",
    kinds="tool, kitchenware",
    category="tool",
    slots="metal",
    contact="held",
    grip=(-40, -6),
    faces="none",
)
def tray(pen: Pen, ask: Ask) -> None:
    """A tray with a steaming bowl and a glass."""
    mass(
        pen, smooth([(-80, -14), (80, -14), (68, 0), (-68, 0)], curve=0.3), pen.slot("metal", pen.natural("steel")), 0.3
    )
    mass(pen, lathe([(30, -50), (26, -28), (12, -14)], 0.6).moved(-28, 0), white(pen), 0.3)
    mark(pen, oval(-28, -50, 28, 5), pen.scheme.named("orange", pen.A), 0.5)
    mass(
        pen,
        lathe([(11, -58), (10, -36), (9, -14)], 0.2).moved(34, 0),
        pen.mix(pen.natural("glass"), white(pen), 0.3),
        0.2,
    )
    for x in (-38, -24):
        pen.line([(x, -60), (x + 5, -70), (x - 4, -82), (x + 3, -94)], white(pen), 2.0, curve=0.7, ink=0.2)

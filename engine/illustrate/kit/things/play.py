"""Toys and games."""

from __future__ import annotations

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.parts import bars, hue, lathe, mark, mass, shine, white
from engine.illustrate.paint.forms import tube
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen

# fmt: off  (outlines are rows of numbers)


@thing(
    "ball",
    metres=0.22,
    box=(-50, -100, 50, 2),
    words="beach ball, football, soccer ball, cricket ball, rubber ball",
    kinds="toy, thing",
    slots="first, second",
    motion="roll",
    faces="none",
    grip=(0, -40),
)
def ball(pen: Pen, ask: Ask) -> None:
    """A ball of coloured gores."""
    disc = oval(0, -49, 49)
    mass(pen, disc, pen.slot("first", pen.A), 0.35, 0.15, 12)
    for turn, tone in ((-60, white(pen)), (60, pen.slot("second", pen.G)), (180, pen.B)):
        gore = smooth([(0, 0), (16, -22), (20, -52), (-20, -52), (-16, -22)], curve=0.7).turned(turn).moved(-6, -58)
        mark(pen, disc & gore, tone, 0.7)
    mark(pen, oval(-6, -58, 6), white(pen), 0.6)
    shine(pen, disc, -26, -76, 4, 10, 50)


@thing(
    "balloon",
    metres=1.0,
    box=(-30, -100, 30, 2),
    words="balloons, party balloon, toy balloon, party",
    kinds="toy, thing",
    slots="body",
    contact="air",
    motion="drift",
    grip=(0, -2),
    faces="none",
)
def balloon(pen: Pen, ask: Ask) -> None:
    """A toy balloon on a string."""
    body = pen.slot("body", pen.A)
    pen.line([(0, -36), (4, -24), (-4, -12), (0, 0)], white(pen), 1.4, ink=0.6)
    mass(pen, polygon([(-4.4, -33), (0, -41), (4.4, -33)]), body, rim=0)
    bag = smooth([(0, -100), (20, -94), (29, -74), (20, -52), (0, -38), (-20, -52), (-29, -74), (-20, -94)], curve=0.9)
    mass(pen, bag, body, 0.3, 0.15, 8)
    shine(pen, bag, -14, -80, 3.4, 9, 20)


@thing(
    "kite",
    metres=1.0,
    box=(-40, -100, 44, 2),
    words="paper kite, patang, kites",
    kinds="toy, thing",
    slots="first, second",
    contact="air",
    motion="flutter",
    grip=(2, 0),
)
def kite(pen: Pen, ask: Ask) -> None:
    """A diamond kite with a tail of bows."""
    first, second = pen.slot("first", pen.A), pen.slot("second", pen.B)
    pen.line([(6, -36), (16, -26), (-4, -16), (8, -7), (2, 0)], white(pen), 1.5, ink=0.6)
    for x, y, turn in ((14, -25, 20), (-1, -17, -20), (7, -7, 30)):
        for side in (-1, 1):
            mark(pen, polygon([(0, 0), (side * 8, -4), (side * 8, 4)]).turned(turn).moved(x, y), pen.G, 0.6)
    top, right, foot, left = (-4.0, -100.0), (42.0, -76.0), (6.0, -34.0), (-38.0, -70.0)
    centre = (0.6, -72.0)
    for a, b, tone in ((top, right, first), (right, foot, second), (foot, left, first), (left, top, second)):
        mass(pen, polygon([a, b, centre]), tone if tone == first else pen.lighter(tone, 0.02), 0.12, 0.08, rim=1)
    bars(pen, [(top, foot), (left, right)], 0.9, pen.natural("dark wood"))


@thing(
    "teddy bear",
    metres=0.4,
    box=(-42, -100, 42, 2),
    words="teddy, stuffed bear, soft toy, plush, toy",
    kinds="toy, doll, thing",
    slots="fur, bow",
    faces="none",
    grip=(0, -50),
)
def teddy_bear(pen: Pen, ask: Ask) -> None:
    """A sitting teddy bear."""
    fur, pale = pen.slot("fur", pen.natural("fur")), pen.natural("pale fur")
    for x in (-22, 22):
        mass(pen, oval(x, -90, 10, 10), fur)
        mark(pen, oval(x, -90, 5.4, 5.4), pale)
    mass(pen, oval(0, -30, 27, 28), fur)
    mark(pen, oval(0, -28, 17, 18), pale)
    for side in (-1, 1):
        mass(pen, tube([(side * 20, -48), (side * 33, -38), (side * 36, -27)], [7, 7.4, 7]), fur)
        mass(pen, oval(side * 25, -12, 14.5, 13), fur)
        mark(pen, oval(side * 26, -11, 8.4, 8), pale)
    mass(pen, oval(0, -74, 27, 23), fur)
    mass(pen, oval(0, -66, 12, 9.4), pale, rim=0)
    for x in (-10, 10):
        mark(pen, oval(x, -78, 2.7, 3), pen.r(0.03))
    mark(pen, oval(0, -70, 4, 2.8), pen.r(0.05))
    pen.line([(-5, -62), (0, -60.4), (5, -62)], pen.r(0.1), 1.4)
    for side in (-1, 1):
        mass(pen, smooth([(0, -50), (side * 13, -57), (side * 13, -43)], curve=0.4), pen.slot("bow", pen.A), rim=1)


@thing(
    "doll",
    metres=0.4,
    box=(-36, -100, 36, 2),
    words="rag doll, puppet, marionette, dolls",
    kinds="toy, thing",
    slots="dress, hair",
    faces="none",
    grip=(0, -50),
)
def doll(pen: Pen, ask: Ask) -> None:
    """A rag doll with plaits and a spotted dress."""
    skin, dress, hair = pen.scheme.skin("tan"), pen.slot("dress", pen.A), pen.slot("hair", pen.scheme.hair("brown"))
    for side in (-1, 1):
        mass(pen, tube([(side * 9, -26), (side * 10, -14), (side * 10, -5)], [4.4, 4.4, 4.4]), white(pen), rim=1)
        mass(pen, oval(side * 13, -3.4, 8, 4.4), pen.mix(pen.G, pen.r(0.1), 0.2), rim=1)
        mass(pen, tube([(side * 11, -54), (side * 24, -48), (side * 32, -40)], [5.4, 4.8, 4.4]), dress, rim=1)
        mass(pen, oval(side * 33, -39, 4.6), skin, rim=0)
        mass(pen, tube([(side * 18, -80), (side * 25, -68), (side * 25, -56)], [5, 5, 3]), hair, rim=1)
        mark(pen, box(side * 25 - 4.4, -59, 8.8, 4, 1), pen.B)
    mass(
        pen,
        smooth([(-9, -60), (9, -60), (16, -42), (26, -20), (0, -16), (-26, -20), (-16, -42)], curve=0.5),
        dress,
        0.28,
    )
    for x, y in ((-12.0, -28), (2, -24), (14, -30), (-4, -40), (7, -46), (-6, -52)):
        mark(pen, oval(x, y, 2.3), white(pen), 0.3)
    mass(pen, oval(0, -78, 20, 19), skin, 0.2)
    mass(
        pen,
        smooth([(-21, -78), (-17, -93), (0, -100), (17, -93), (21, -78), (11, -86), (0, -88), (-11, -86)], curve=0.7),
        hair,
        0.25,
        rim=1,
    )
    for x in (-7.4, 7.4):
        mark(pen, oval(x, -77, 2.3, 2.8), pen.r(0.03))
        mark(pen, oval(x * 1.5, -71, 3.2, 2.2), hue(pen, "pink"), 0, 0.8)
    pen.line([(-5, -68), (0, -65.6), (5, -68)], pen.r(0.15), 1.4)


@thing(
    "spinning top",
    metres=0.1,
    box=(-46, -100, 46, 2),
    words="top, lattu, whirligig, toy top",
    kinds="toy, thing",
    slots="first, second",
    faces="none",
    grip=(0, -92),
)
def spinning_top(pen: Pen, ask: Ask) -> None:
    """A striped wooden top."""
    mass(pen, lathe([(3, -100), (4, -72)], 0), pen.natural("wood"), rim=1)
    body = lathe([(6, -76), (26, -70), (44, -54), (40, -38), (14, -14), (3, 0)], 0.7)
    mass(pen, body, pen.slot("first", pen.A), 0.32, 0.15, 9)
    for y, tall, tone in ((-62, 9, pen.B), (-44, 9, pen.slot("second", pen.G)), (-26, 6, pen.B)):
        mark(pen, body & box(-60, y, 120, tall), tone)


@thing(
    "dice",
    metres=0.04,
    box=(-62, -100, 62, 2),
    words="die, game, chance, luck, board game, risk, probability",
    kinds="toy, thing",
    slots="body",
    faces="none",
)
def dice(pen: Pen, ask: Ask) -> None:
    """Two dice."""
    body = pen.slot("body", white(pen))
    for x, y, turn, size, pips in (
        (26, 0, 8, 58, ((0, 0), (-1, -1), (1, 1), (-1, 1), (1, -1))),
        (-26, -2, -12, 68, ((0, 0), (-1, -1), (1, 1))),
    ):
        own = pen.at(x, y - size * 0.62, 1, turn)
        mass(own, box(-size / 2, -size / 2, size, size, 10), body if x < 0 else pen.A, 0.25, 0.12)
        for a, b in pips:
            mark(own, oval(a * size * 0.26, b * size * 0.26, size * 0.085), pen.A if x < 0 else white(pen), 0.5)


@thing(
    "chess piece",
    metres=0.1,
    box=(-36, -100, 36, 2),
    words="chess, chess knight, chess king, pawn, strategy",
    kinds="toy, thing",
    slots="body",
)
def chess_piece(pen: Pen, ask: Ask) -> None:
    """A chess knight."""
    body = pen.slot("body", pen.natural("dark wood"))
    head = smooth(
        [
            (-20, -24),
            (-18, -48),
            (-20, -74),
            (-8, -92),
            (0, -100),
            (6, -90),
            (22, -80),
            (34, -60),
            (32, -52),
            (22, -50),
            (10, -56),
            (4, -54),
            (16, -38),
            (20, -24),
        ],
        curve=0.45,
    )
    mass(pen, head, body, 0.3, 0.2, 8)
    mark(pen, oval(10, -76, 2.6), white(pen))
    pen.line([(-18, -70), (-10, -80), (-2, -92)], pen.lighter(body, 0.16), 2.2, ink=0.5)
    pen.line([(-19, -56), (-11, -64)], pen.lighter(body, 0.16), 2.2, ink=0.5)
    for y, half in ((-26, 24), (-14, 30)):
        mass(pen, box(-half, y, 2 * half, 14, 4), pen.lighter(body, 0.04), 0.28, rim=1.4)


@thing(
    "mask",
    metres=0.3,
    box=(-46, -100, 46, 2),
    words="theatre mask, drama, carnival mask, masquerade, tribal mask, comedy",
    kinds="ornament, thing",
    slots="face",
    contact="wall",
    faces="none",
)
def mask(pen: Pen, ask: Ask) -> None:
    """A smiling theatre mask."""
    face = pen.slot("face", pen.mix(pen.B, white(pen), 0.35))
    body = smooth(
        [(-44, -94), (-20, -90), (0, -94), (20, -90), (44, -94), (45, -54), (30, -18), (0, 0), (-30, -18), (-45, -54)],
        curve=0.6,
    )
    mass(pen, body, face, 0.3, 0.15, 10)
    for side in (-1, 1):
        mark(
            pen,
            smooth([(side * 8, -58), (side * 20, -70), (side * 34, -60), (side * 20, -56)], curve=0.8),
            pen.r(0.04),
            0.8,
        )
        pen.line([(side * 8, -72), (side * 22, -82), (side * 36, -72)], pen.natural("dark wood"), 3.4)
        mark(pen, oval(side * 28, -42, 7, 5), pen.A, 0, 0.7)
    mass(
        pen,
        smooth([(-3, -62), (3, -62), (7, -44), (0, -39), (-7, -44)], curve=0.5),
        pen.lighter(face, 0.03),
        0.2,
        rim=1,
    )
    mark(pen, smooth([(-26, -36), (0, -27), (26, -36), (14, -15), (0, -11), (-14, -15)], curve=0.7), pen.r(0.04), 0.8)

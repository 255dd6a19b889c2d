"""Musical instruments of several lands."""

from __future__ import annotations

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.parts import bar, lathe, mark, mass, ring, white
from engine.illustrate.paint.forms import star
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen
from engine.looks import Colour

# fmt: off  (outlines are rows of numbers)


@thing(
    "drum",
    metres=0.45,
    box=(-58, -100, 58, 2),
    words="drums, snare drum, dhol, drumstick, rhythm, beat, percussion",
    kinds="instrument, thing",
    slots="body",
    category="instrument",
    faces="none",
)
def drum(pen: Pen, ask: Ask) -> None:
    """A laced drum with two sticks."""
    body = pen.slot("body", pen.A)
    for side in (-1, 1):
        mass(pen, bar((side * 6, -72), (side * 50, -96), 2), pen.natural("wood"), rim=1)
        mass(pen, oval(side * 4, -71, 5, 4), pen.natural("pale wood"), rim=0)
    side_ = box(-50, -58, 100, 56, 6) | oval(0, -4, 50, 6)
    mass(pen, side_, body, 0.3, 0.2, 10)
    for i in range(-3, 4):
        pen.line([(i * 15 - 7, -52), (i * 15, -8), (i * 15 + 7, -52)], white(pen), 2, curve=0)
    for y in (-58, -10):
        mass(
            pen,
            smooth([(-52, y), (0, y + 4), (52, y), (52, y + 9), (0, y + 13), (-52, y + 9)], curve=0.6),
            pen.B,
            0.2,
            rim=1,
        )
    pen.shape(oval(0, -60, 52, 9), white(pen, 0.25), form=0.1, rim=True, rim_width=1.5)


@thing(
    "tabla",
    metres=0.35,
    box=(-78, -100, 78, 2),
    words="tablas, indian drums, bongo, mridangam, hand drum",
    kinds="drum, instrument, thing",
    slots="left, right",
    category="instrument",
    faces="none",
)
def tabla(pen: Pen, ask: Ask) -> None:
    """The two drums of India."""
    for x, rows, half, tone in (
        (-34, [(38, -70), (43, -44), (32, -10), (24, -4)], 38, pen.slot("left", pen.natural("copper"))),
        (44, [(25, -88), (32, -30), (28, -4)], 25, pen.slot("right", pen.natural("dark wood"))),
    ):
        form = lathe(rows, 0.7).moved(x, 0)
        top = rows[0][1]
        mass(pen, form, tone, 0.34, 0.2, 9)
        for i in range(-3, 4):
            pen.line([(x + i * half * 0.3, top + 4), (x + i * half * 0.28, -8)], white(pen, 0.3), 1.6, ink=0.4)
        mass(pen, oval(x, -4, half * 0.95, 6), pen.A, 0.2, rim=1)
        pen.shape(oval(x, top, half + 3, half * 0.3), pen.natural("pale wood"), form=0.15, rim=True, rim_width=1.5)
        mark(pen, oval(x, top, half * 0.84, half * 0.22), white(pen))
        mark(pen, oval(x + half * 0.05, top, half * 0.4, half * 0.11), pen.r(0.06))


@thing(
    "flute",
    metres=0.5,
    box=(-74, -100, 74, 2),
    words="bansuri, recorder, pipe, whistle, piccolo, melody",
    kinds="instrument, thing",
    slots="wood",
    category="instrument",
    contact="held",
    grip=(0, -50),
)
def flute(pen: Pen, ask: Ask) -> None:
    """A bamboo flute, with two notes."""
    own = pen.at(0, -42, 1, -30)
    wood = pen.slot("wood", pen.natural("pale wood"))
    mass(own, box(-78, -7, 156, 14, 5), wood, 0.35, 0.1, 4)
    for x in (-54, -30, -16, -2, 12, 26, 40):
        mark(own, oval(x, -1, 3.4, 3), pen.r(0.05), 0.5)
    for x in (-70, 54, 68):
        mark(own, box(x, -7.4, 6, 14.8, 1), pen.A)
    for x, y in ((-36, -66), (-12, -84)):
        mass(pen, oval(x, y, 7, 5.4).scaled(1), pen.r(0.1), rim=0)
        pen.line([(x + 6, y), (x + 6, y - 15), (x + 13, y - 11)], pen.r(0.1), 2.4, curve=0)


def _strings(pen: Pen, xs: tuple[float, ...], top: float, foot: float, spread: float = 1.0) -> None:
    for x in xs:
        pen.line([(x, top), (x * spread, foot)], white(pen), 0.9, ink=0.3)


@thing(
    "guitar",
    metres=1.0,
    box=(-30, -100, 30, 2),
    words="acoustic guitar, ukulele, song, music, band, musician",
    kinds="instrument, thing",
    slots="body",
    category="instrument",
    grip=(0, -60),
    faces="none",
)
def guitar(pen: Pen, ask: Ask) -> None:
    """A guitar."""
    wood = pen.slot("body", pen.mix(pen.natural("bread"), pen.B, 0.25))
    body = smooth(
        [
            (0, -50),
            (14, -52),
            (21, -42),
            (17, -31),
            (22, -22),
            (28, -12),
            (18, -1),
            (0, 0),
            (-18, -1),
            (-28, -12),
            (-22, -22),
            (-17, -31),
            (-21, -42),
            (-14, -52),
        ],
        curve=0.85,
    )
    mass(pen, body, wood, 0.3, 0.2, 6)
    mark(pen, oval(0, -32, 8), pen.r(0.06), 0.8)
    mass(pen, box(-3.4, -86, 6.8, 48), pen.natural("dark wood"), 0.2, rim=1)
    mass(pen, polygon([(-6, -100), (6, -100), (4.4, -85), (-4.4, -85)]), pen.natural("dark wood"), rim=1)
    for y in (-97, -93, -89):
        for side in (-1, 1):
            mark(pen, oval(side * 7.2, y, 2), white(pen), 0.4)
    for y in (-78, -71, -64, -57):
        pen.line([(-3.4, y), (3.4, y)], pen.natural("brass"), 0.9, ink=0.3)
    mass(pen, box(-10, -15, 20, 4, 1), pen.natural("dark wood"), rim=0)
    _strings(pen, (-2, -0.7, 0.7, 2), -94, -14, 1.3)


@thing(
    "violin",
    metres=0.6,
    box=(-26, -100, 40, 2),
    words="fiddle, viola, cello, orchestra, concert, symphony",
    kinds="instrument, thing",
    slots="body",
    category="instrument",
    grip=(0, -70),
)
def violin(pen: Pen, ask: Ask) -> None:
    """A violin with its bow."""
    wood = pen.slot("body", pen.mix(pen.natural("copper"), pen.A, 0.3))
    body = smooth(
        [
            (0, -56),
            (15, -56),
            (19, -46),
            (11, -38),
            (10, -28),
            (20, -22),
            (22, -10),
            (14, -1),
            (0, 0),
            (-14, -1),
            (-22, -10),
            (-20, -22),
            (-10, -28),
            (-11, -38),
            (-19, -46),
            (-15, -56),
        ],
        curve=0.8,
    )
    mass(pen, body, wood, 0.32, 0.2, 6)
    for side in (-1, 1):
        pen.line([(side * 6, -34), (side * 9, -28), (side * 6, -24), (side * 9, -18)], pen.r(0.06), 1.8)
    mass(pen, box(-2.6, -90, 5.2, 58), pen.natural("iron"), rim=1)
    mass(pen, smooth([(-4, -88), (4, -88), (5, -96), (0, -100), (-5, -96)], curve=0.8), wood, rim=1)
    for y in (-92, -88):
        for side in (-1, 1):
            mark(pen, bar((side * 3, y), (side * 8, y), 1.1), pen.natural("iron"), 0.4)
    mass(pen, polygon([(-4, -14), (4, -14), (3, -2), (-3, -2)]), pen.natural("iron"), rim=0)
    mark(pen, box(-7, -24, 14, 3, 1), pen.natural("pale wood"), 0.5)
    _strings(pen, (-1.5, 0, 1.5), -88, -12, 1.2)
    mass(pen, bar((36, -92), (26, -4), 1.5), pen.natural("dark wood"), rim=1)
    pen.line([(38, -88), (31, -8)], white(pen), 1.6)


@thing(
    "sitar",
    metres=1.2,
    box=(-26, -100, 26, 2),
    words="veena, tanpura, lute, oud, sarod, raga, indian music",
    kinds="instrument, guitar, thing",
    slots="body",
    category="instrument",
    grip=(0, -60),
    faces="none",
)
def sitar(pen: Pen, ask: Ask) -> None:
    """A sitar: gourd below, long fretted neck, pegs."""
    wood = pen.slot("body", pen.mix(pen.natural("clay"), pen.B, 0.25))
    for side, y in ((-1, -94.0), (1, -90), (-1, -86), (1, -80), (1, -70), (1, -60)):
        mark(pen, bar((0, y), (side * 12, y), 1.2), pen.natural("dark wood"), 0.5)
        mark(pen, oval(side * 13, y, 2.6, 2.2), white(pen), 0.5)
    mass(pen, oval(-7, -80, 8, 9), pen.shaded(wood, 0.12), rim=1)
    body = smooth(
        [(0, -46), (8, -38), (22, -24), (24, -10), (12, 0), (-12, 0), (-24, -10), (-22, -24), (-8, -38)], curve=0.8
    )
    mass(pen, body, wood, 0.34, 0.18, 7)
    mass(pen, polygon([(-4.6, -99), (4.6, -99), (6, -36), (-6, -36)]), pen.natural("dark wood"), 0.25, rim=1)
    for i in range(9):
        y = -92 + i * 6.4
        pen.line([(-5.4, y), (0, y - 1.4), (5.4, y)], pen.natural("brass"), 1.3, ink=0.4)
    for turn in range(8):
        mark(pen, oval(0, -7, 1.9, 4.6).turned(turn * 45).moved(0, -24), white(pen), 0.4)
    mass(pen, box(-9, -13, 18, 4, 1), white(pen), rim=0)
    _strings(pen, (-2.4, -0.8, 0.8, 2.4), -94, -11, 1.4)


@thing(
    "piano",
    metres=1.3,
    box=(-74, -100, 74, 2),
    words="upright piano, grand piano, keyboard, organ, harmonium",
    kinds="instrument, furniture",
    slots="wood",
    category="instrument",
    faces="none",
    tops=((-30, -98), (30, -98)),
)
def piano(pen: Pen, ask: Ask) -> None:
    """An upright piano."""
    wood = pen.slot("wood", pen.natural("dark wood"))
    mass(pen, box(-68, -94, 136, 94, 2), wood, 0.2, 0.15, 6)
    mass(pen, box(-72, -99, 144, 7, 2), pen.lighter(wood, 0.06), rim=1)
    for x in (-60.0, 4.0):
        mark(pen, box(x, -86, 56, 24, 2), pen.shaded(wood, 0.25), 0.6)
    mass(pen, box(-22, -88, 44, 24, 1), white(pen), 0.1, rim=0)
    for y in (-82, -76, -70):
        pen.line([(-17, y), (17, y)], pen.r(0.2), 1.3, ink=0.4)
    mass(pen, box(-73, -56, 146, 15, 2), pen.lighter(wood, 0.04), rim=1)
    mark(pen, box(-66, -55, 132, 10), white(pen), 0.7)
    for i in range(1, 16):
        x = -66 + i * 8.25
        pen.line([(x, -55), (x, -45)], pen.r(0.3), 0.7, ink=0.3)
        if i % 7 not in (3, 0):
            mark(pen, box(x - 2, -55, 4, 6), pen.r(0.04), 0.3)
    for x in (-66, 56):
        pen.shape(box(x, -42, 10, 42, 2), pen.shaded(wood, 0.15), form=0.3)
    for x in (-8, 4):
        mark(pen, box(x, -6, 6, 4, 1), pen.natural("brass"))


@thing(
    "trumpet",
    metres=0.5,
    box=(-84, -100, 84, 2),
    words="horn, bugle, cornet, brass band, shehnai, fanfare, announcement, megaphone",
    kinds="instrument, thing",
    slots="metal",
    category="instrument",
    contact="held",
    grip=(-10, -50),
)
def trumpet(pen: Pen, ask: Ask) -> None:
    """A trumpet, its bell to the right, sounding."""
    gold: Colour = pen.slot("metal", pen.mix(pen.natural("brass"), pen.B, 0.4))
    for x in (-18, -4, 10):
        mass(pen, box(x - 4, -64, 8, 36, 2), pen.lighter(gold, 0.04), rim=1)
        mass(pen, oval(x, -68, 4.6, 3), white(pen), rim=0)
    pen.line(ring(-4, -40, 34, 0.5, 14), gold, 6, ink=0.6)
    mass(
        pen,
        smooth(
            [
                (-76, -57),
                (20, -58),
                (48, -66),
                (66, -88),
                (72, -88),
                (72, -20),
                (66, -20),
                (48, -42),
                (20, -50),
                (-76, -51),
            ],
            curve=0.5,
        ),
        gold,
        0.32,
        0.15,
        6,
    )
    mass(pen, smooth([(-83, -60), (-74, -57), (-74, -51), (-83, -48)], curve=0.3), pen.natural("steel"), rim=1)
    mass(pen, oval(71, -54, 7, 35), pen.shaded(gold, 0.3), 0.1)
    for y in (-96, -12):
        mark(pen, star(52, y if y < -50 else y + 4, 4, 4, 0.4), pen.A, 0.4)

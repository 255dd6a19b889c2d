"""Prizes, gifts and charms of tales: magic lamp, wand, ghost, wings, gift."""

from __future__ import annotations

import math

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.parts import bar, bars, flame, gold_of, hue, jewel, lathe, mark, mass, ring, white
from engine.illustrate.paint.forms import star, tube
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen

# fmt: off  (outlines are rows of numbers)


@thing(
    "trophy",
    metres=0.4,
    box=(-52, -100, 52, 2),
    words="cup of victory, prize, award, winner, championship, victory, success",
    kinds="ornament, thing",
    slots="metal",
    faces="none",
    grip=(0, -40),
)
def trophy(pen: Pen, ask: Ask) -> None:
    """A golden cup with two handles."""
    gold = gold_of(pen)
    for side in (-1, 1):
        pen.line(
            [(side * 28, -88), (side * 48, -86), (side * 44, -62), (side * 20, -50)],
            pen.shaded(gold, 0.12),
            5.4,
            ink=0.6,
        )
    mass(pen, lathe([(5, -44), (6, -28), (18, -20), (18, -18)], 0.4), gold)
    body = lathe([(34, -98), (32, -76), (22, -54), (6, -42)], 0.7)
    mass(pen, body, gold, 0.34, 0.18, 9)
    mass(pen, box(-36, -100, 72, 6, 3), pen.lighter(gold, 0.06), rim=1)
    mark(pen, star(0, -74, 13), pen.lighter(gold, 0.14), 0.6)
    mass(pen, box(-26, -20, 52, 20, 2), pen.natural("dark wood"))
    mark(pen, box(-14, -15, 28, 9, 1), gold)


@thing(
    "medal",
    metres=0.08,
    box=(-36, -100, 36, 2),
    words="honour, gold medal, olympic medal, badge, hero's medal",
    kinds="ornament, thing",
    slots="ribbon, metal",
    faces="none",
    contact="wall",
    grip=(0, -96),
)
def medal(pen: Pen, ask: Ask) -> None:
    """A medal on a ribbon."""
    ribbon = pen.slot("ribbon", pen.A)
    mass(pen, polygon([(-32, -100), (-12, -100), (14, -54), (-4, -50)]), ribbon, 0.2)
    mass(pen, polygon([(32, -100), (12, -100), (-14, -54), (4, -50)]), pen.lighter(ribbon, -0.05), 0.2)
    for side in (-1, 1):
        mark(pen, polygon([(side * 25, -100), (side * 19, -100), (side * -6, -54), (side * 0, -52)]), white(pen))
    mass(pen, oval(0, -29, 29), gold_of(pen), 0.3)
    pen.line(oval(0, -29, 22.5), pen.shaded(gold_of(pen), 0.3), 1.8, ink=0.5)
    mark(pen, star(0, -28, 15), pen.shaded(gold_of(pen), 0.3), 0.6)


@thing(
    "necklace",
    metres=0.25,
    box=(-48, -100, 48, 2),
    words="beads, pearls, pearl, mala, garland, jewellery, jewelry, amulet, pendant",
    kinds="jewel, thing",
    slots="bead, stone",
    faces="none",
    contact="ground",
)
def necklace(pen: Pen, ask: Ask) -> None:
    """A string of beads with a stone."""
    bead = pen.slot("bead", white(pen, 0.3))
    for i in range(21):
        turn = math.radians(i * 328 / 20 + 106)
        x, y = 42 * math.cos(turn), -58 + 38 * math.sin(turn) * 1.0
        mass(
            pen,
            oval(x, min(y, -22) if abs(x) < 1 else y, 5.6),
            bead if i % 2 else pen.mix(bead, pen.B, 0.5),
            0.35,
            rim=1,
            shadow=0.6,
        )
    mass(pen, smooth([(0, -28), (12, -14), (0, 0), (-12, -14)], curve=0.6), gold_of(pen), rim=1)
    jewel(pen, 0, -14, 6.4, pen.slot("stone", pen.A))


@thing(
    "magic lamp",
    metres=0.2,
    box=(-76, -100, 74, 2),
    words="genie lamp, aladdin's lamp, genie, oil pot",
    kinds="lamp, vessel",
    slots="metal",
    category="vessel",
    grip=(-40, -40),
    light_motion="glint",
)
def magic_lamp(pen: Pen, ask: Ask) -> None:
    """A brass lamp with a long spout and a curl of smoke."""
    gold = gold_of(pen)
    pen.line([(66, -62), (58, -78), (70, -88), (54, -98)], pen.mix(pen.G, pen.r(0.9), 0.4), 5, alpha=0.7, ink=0.3)
    pen.shape(ring(-50, -36, 22, 6.5, 18), pen.shaded(gold, 0.12), form=0.3, rim=True, rim_width=1.5)
    mass(pen, lathe([(9, -18), (10, -10), (28, -5), (30, 0)], 0.5), gold)
    mass(
        pen,
        smooth(
            [
                (-42, -50),
                (-10, -60),
                (24, -54),
                (48, -56),
                (70, -66),
                (73, -58),
                (58, -42),
                (34, -24),
                (6, -12),
                (-24, -16),
                (-44, -34),
            ],
            curve=0.8,
        ),
        gold,
        0.34,
        0.18,
        9,
    )
    mass(
        pen,
        smooth([(-26, -55), (-12, -68), (0, -72), (12, -68), (24, -54), (0, -52)], curve=0.7),
        pen.lighter(gold, 0.05),
    )
    mass(pen, oval(0, -77, 5.4), pen.A, rim=1)
    for i in range(-2, 3):
        jewel(pen, i * 15, -34 + i * i * -1.2, 3.4, pen.A if i % 2 == 0 else pen.G)
    pen.glow(64, -70, 60, pen.L, 0.4)


@thing(
    "magic wand",
    metres=0.35,
    box=(-50, -100, 50, 2),
    words="wand, magic, spell, fairy wand, magician",
    kinds="tool, thing",
    slots="wand, star",
    contact="held",
    grip=(-36, -10),
    light_motion="twinkle",
)
def magic_wand(pen: Pen, ask: Ask) -> None:
    """A wand with a star and sparks."""
    mass(pen, bar((-42, -3), (20, -62), 3.4, 2.6), pen.slot("wand", pen.mix(pen.r(0.15), pen.G, 0.2)), rim=1.4)
    mark(pen, bar((-42, -3), (-34, -11), 3.6), white(pen))
    pen.glow(24, -68, 90, pen.L, 0.6)
    mass(pen, star(24, -67, 25).turned(0), pen.slot("star", pen.mix(pen.L, pen.B, 0.4)), 0.2)
    for x, y, r in ((-16, -82, 7), (-6, -58, 4), (42, -28, 6), (6, -94, 5), (44, -92, 4), (24, -24, 4)):
        mark(pen, star(x, y, r, 4, 0.35), pen.mix(pen.L, pen.B, 0.2), 0.4)


@thing(
    "ghost",
    metres=1.6,
    box=(-44, -100, 44, 2),
    words="spirit, phantom, spectre, spook, bhoot",
    kinds="monster, thing",
    slots="cloth",
    contact="air",
    motion="drift",
    faces="none",
)
def ghost(pen: Pen, ask: Ask) -> None:
    """A friendly ghost, pale and a little lit."""
    pale = pen.slot("cloth", pen.mix(pen.r(1.0), pen.G, 0.1))
    pen.glow(0, -52, 90, pen.mix(pen.G, pen.r(1.0), 0.5), 0.35)
    body = smooth(
        [
            (0, -99),
            (22, -92),
            (33, -66),
            (42, -48),
            (36, -42),
            (32, -26),
            (40, -4),
            (26, -10),
            (14, 0),
            (2, -9),
            (-10, 1),
            (-20, -8),
            (-34, 0),
            (-30, -26),
            (-36, -42),
            (-42, -50),
            (-33, -66),
            (-22, -92),
        ],
        curve=0.75,
    )
    pen.shape(body, pale, form=0.22, form_width=8, rim=True, rim_width=2)
    for x in (-10, 11):
        mark(pen, oval(x, -71, 4.8, 6.6), pen.r(0.05))
        mark(pen, oval(x + 1.4, -73.5, 1.4), pen.r(1.0), 0)
    mark(pen, oval(1, -53, 4.6, 6), pen.r(0.12))
    for x in (-20, 21):
        mark(pen, oval(x, -60, 4.6, 2.8), hue(pen, "pink"), 0, 0.7)


@thing(
    "angel wings",
    metres=1.0,
    box=(-84, -100, 84, 2),
    words="wings, feather wings, freedom",
    kinds="ornament, thing",
    slots="feather",
    contact="air",
    motion="flutter",
    faces="none",
)
def wings(pen: Pen, ask: Ask) -> None:
    """A pair of white wings."""
    pale = pen.slot("feather", white(pen, 0.05))
    for side in (-1, 1):
        own = pen.at(side * 3, 0, 1, 0, side < 0)
        for i, (turn, size) in enumerate(((30, 46), (46, 60), (60, 74), (73, 86), (86, 90))):
            tip = (6 + size * math.sin(math.radians(turn)) * 0.88, -62 + size * math.cos(math.radians(turn)) * 0.95)
            mass(
                own,
                tube([(6, -66), ((6 + tip[0]) / 2 + 2, (-68 + tip[1]) / 2 - 6), tip], [6, 9, 4]),
                pen.lighter(pale, -0.05 + 0.01 * i),
                0.25,
                0.1,
                rim=1,
                shadow=0.7,
            )
        mass(
            own,
            smooth([(2, -56), (8, -80), (34, -96), (66, -98), (82, -88), (56, -82), (36, -70), (20, -56)], curve=0.8),
            pale,
            0.25,
            0.1,
        )


@thing(
    "gift",
    metres=0.35,
    box=(-48, -100, 48, 2),
    words="present, parcel, gift box, birthday present, surprise",
    kinds="box, container, thing",
    slots="paper, ribbon",
    faces="none",
    grip=(0, -60),
    tops=((-28, -62), (28, -62)),
)
def gift(pen: Pen, ask: Ask) -> None:
    """A wrapped box with a bow."""
    paper, ribbon = pen.slot("paper", pen.mix(pen.G, pen.r(0.5), 0.1)), pen.slot("ribbon", pen.A)
    mass(pen, box(-43, -58, 86, 58, 2), paper, 0.25, 0.15, 8)
    mark(pen, box(-8, -58, 16, 58), ribbon)
    mass(pen, box(-48, -70, 96, 17, 2), pen.lighter(paper, 0.05), 0.2)
    mark(pen, box(-8, -70, 16, 17), pen.lighter(ribbon, 0.03))
    for side in (-1, 1):
        mass(
            pen,
            smooth([(0, -72), (side * 14, -96), (side * 36, -98), (side * 38, -80), (side * 16, -70)], curve=0.9),
            ribbon,
            0.3,
        )
        mark(
            pen,
            smooth(
                [(side * 6, -75), (side * 16, -90), (side * 28, -90), (side * 28, -80), (side * 14, -75)], curve=0.9
            ),
            pen.shaded(ribbon, 0.35),
            0.5,
        )
    mass(pen, oval(0, -74, 8, 7), ribbon, rim=1)


@thing(
    "dream catcher",
    metres=0.5,
    box=(-36, -100, 36, 2),
    words="dreamcatcher, charm, talisman",
    kinds="ornament, thing",
    slots="hoop",
    contact="hang",
    motion="sway",
    faces="none",
)
def dream_catcher(pen: Pen, ask: Ask) -> None:
    """A hoop with a web and hanging feathers."""
    hoop = pen.slot("hoop", pen.natural("wood"))
    for i in range(6):
        a, b = math.radians(i * 60), math.radians(i * 60 + 120)
        pen.line(
            [(30 * math.cos(a), -66 + 30 * math.sin(a)), (30 * math.cos(b), -66 + 30 * math.sin(b))],
            white(pen),
            1.3,
            ink=0.5,
        )
    mass(pen, ring(0, -66, 34, 5), hoop, 0.35)
    mass(pen, oval(0, -66, 4), pen.A, rim=1)
    for x, y, tone in ((-22, -40, pen.A), (0, -32, white(pen)), (22, -40, pen.G)):
        pen.line([(x, y), (x, y + 12)], hoop, 1.2)
        mass(pen, smooth([(x, y + 9), (x + 6, y + 18), (x, y + 32), (x - 6, y + 18)], curve=0.8), tone, 0.25, rim=1)


@thing(
    "incense",
    metres=0.2,
    box=(-44, -100, 44, 2),
    words="incense stick, agarbatti, prayer, puja, offering, aroma",
    kinds="candle, light",
    category="light",
    slots="bowl",
    faces="none",
    motion="rise",
)
def incense(pen: Pen, ask: Ask) -> None:
    """A smoking stick and a small flame on a brass tray."""
    gold = gold_of(pen, "bowl")
    pen.line([(-10, -12), (-20, -60)], pen.natural("dark wood"), 2.4)
    mark(pen, oval(-20, -61, 2.4), pen.A, 0.4)
    pen.line([(-20, -64), (-12, -76), (-26, -86), (-16, -99)], pen.r(1.0), 3.4, alpha=0.5, ink=0)
    flame(pen, 18, -20, 30, 2.4)
    mass(pen, lathe([(13, -22), (10, -12), (5, -10)], 0.6).moved(18, 0), pen.natural("clay"))
    bars(pen, [((-8, -8), (-8, -2)), ((8, -8), (8, -2))], 2, gold)
    mass(pen, smooth([(-43, -14), (43, -14), (32, -3), (0, 0), (-32, -3)], curve=0.6), gold, 0.32)
    for x in (-30, -22, 34):
        mass(pen, oval(x, -16, 5), pen.B, rim=1)

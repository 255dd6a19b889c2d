"""Temples, palaces and monuments of several faiths and lands."""

from __future__ import annotations

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.parts import arched, mark, mass, ring, white
from engine.illustrate.kit.things.walls import doorway, pennant, plaster, roof_colour
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen
from engine.looks import Colour

# fmt: off  (outlines are rows of numbers)


@thing(
    "palace",
    metres=22,
    box=(-104, -100, 104, 2),
    words="royal palace, mahal, taj mahal, mausoleum",
    kinds="castle, building",
    category="building",
    slots="wall, dome",
    faces="none",
)
def palace(pen: Pen, ask: Ask) -> None:
    """A white palace with a great dome, two small ones and slim towers."""
    wall, gold = pen.slot("wall", white(pen, 0.25)), pen.natural("brass")
    dome = pen.slot("dome", pen.mix(wall, pen.G, 0.12))
    for x in (-92, 92):
        mass(pen, box(x - 4.5, -66, 9, 66), wall, 0.35)
        _dome(pen, x, -65, 7, 13, dome, gold)
        mass(pen, box(x - 7, -50, 14, 4, 1), wall, rim=0)
    _dome(pen, 0, -58, 25, 36, dome, gold)
    for x in (-38, 38):
        _dome(pen, x, -52, 11, 17, dome, gold)
    mass(pen, box(-64, -54, 128, 54, 1), wall, 0.22, 0.14, 10)
    mass(pen, box(-20, -62, 40, 62, 1), pen.lighter(wall, 0.02), 0.2)
    hollow = pen.mix(pen.lit, pen.B, 0.4) if ask.lit else pen.mix(pen.G, pen.r(0.2), 0.4)
    mark(pen, arched(0, 0, 26, 48, 0.5), pen.shaded(wall, 0.25), 0.7)
    mark(pen, arched(0, 0, 15, 30, 0.5), hollow, 0.7)
    for x in (-52, -34, 34, 52):
        for y, tall in ((0, 21), (-27, 19)):
            mark(pen, arched(x, y - 2, 12, tall, 0.5), hollow, 0.6)
    mass(pen, box(-104, -4, 208, 6, 1), pen.shaded(wall, 0.12), rim=0)


def _dome(pen: Pen, x: float, y: float, half: float, tall: float, colour: Colour, gold: Colour) -> None:
    """An onion dome on y with a golden tip."""
    pen.line([(x, y - tall), (x, y - tall * 1.17)], gold, max(half * 0.09, 0.9), ink=0.6)
    mark(pen, oval(x, y - tall * 1.08, half * 0.09 + 0.5), gold, 0.4)
    mass(
        pen,
        smooth(
            [
                (x - half * 0.8, y),
                (x - half, y - tall * 0.34),
                (x - half * 0.62, y - tall * 0.7),
                (x, y - tall),
                (x + half * 0.62, y - tall * 0.7),
                (x + half, y - tall * 0.34),
                (x + half * 0.8, y),
            ],
            curve=0.8,
        ),
        colour,
        0.32,
        0.2,
    )


@thing(
    "mosque",
    metres=18,
    box=(-74, -100, 74, 2),
    words="masjid, minaret, dome",
    kinds="temple, building",
    category="building",
    slots="wall, dome",
    faces="none",
)
def mosque(pen: Pen, ask: Ask) -> None:
    """A domed mosque between two minarets."""
    wall, gold = plaster(pen), pen.natural("brass")
    dome = pen.slot("dome", pen.mix(pen.G, pen.r(0.5), 0.15))
    for x in (-62, 62):
        mass(pen, box(x - 6, -78, 12, 78), wall, 0.35)
        mass(pen, box(x - 9, -62, 18, 5, 1), pen.shaded(wall, 0.12))
        mass(pen, polygon([(x - 8, -78), (x, -96), (x + 8, -78)]), dome, 0.35)
        pen.line([(x, -95), (x, -100)], gold, 1.4)
    _dome(pen, 0, -46, 32, 42, dome, gold)
    mark(pen, (oval(0, -94, 4.4) - oval(2.2, -95, 3.8)), gold, 0.4)
    mass(pen, box(-50, -48, 100, 48, 1), wall, 0.2, 0.15, 8)
    mark(pen, box(-50, -44, 100, 4), dome)
    hollow = pen.mix(pen.lit, pen.B, 0.4) if ask.lit else pen.mix(pen.G, pen.r(0.1), 0.6)
    for x, wide, tall in ((0, 22, 36), (-32, 14, 26), (32, 14, 26)):
        mark(pen, arched(x, 0, wide + 5, tall + 4, 0.5), pen.lighter(wall, 0.05), 0.6)
        mark(pen, arched(x, 0, wide, tall, 0.5), hollow, 0.7)


@thing(
    "temple",
    metres=16,
    box=(-66, -100, 66, 2),
    words="hindu temple, mandir, shrine, shikhara, sanctuary",
    kinds="building",
    category="building",
    slots="wall, flag",
)
def temple(pen: Pen, ask: Ask) -> None:
    """An Indian temple: a curved stepped tower, a porch with pillars, a flag."""
    wall = pen.slot("wall", pen.mix(pen.natural("sand"), pen.natural("clay"), 0.4))
    pennant(pen, -16, -90, 10, pen.slot("flag", pen.A))
    mass(pen, oval(-16, -86, 7, 4.5), pen.natural("brass"))
    spire = smooth(
        [(-42, -30), (-40, -52), (-32, -72), (-22, -84), (-10, -84), (0, -72), (8, -52), (10, -30)], curve=0.7
    )
    mass(pen, spire, wall, 0.35, 0.2, 10)
    for i, y in enumerate((-40.0, -51, -61, -70, -78)):
        mark(pen, spire & box(-60, y, 80, 2.8), pen.shaded(wall, 0.32))
        mark(pen, spire & arched(-16, y, 8 - i, 7), pen.shaded(wall, 0.45), 0.4)
    mass(pen, box(-46, -34, 60, 30), wall, 0.25)
    doorway(pen, arched(-16, -3, 17, 25, 0.5), pen.mix(pen.lit, pen.B, 0.5) if ask.lit else pen.r(0.1))
    mass(pen, smooth([(10, -36), (22, -48), (36, -53), (50, -48), (62, -36)], curve=0.6), pen.lighter(wall, 0.03))
    mark(pen, box(16, -34, 40, 30), pen.mix(wall, pen.r(0.05), 0.7))
    for x in (14, 34, 54):
        mass(pen, box(x - 3, -34, 6, 31), pen.lighter(wall, 0.05), rim=0)
    mass(pen, box(6, -38, 58, 6, 1), pen.A, rim=0)
    for y, half in ((-6, 58), (-2.5, 65)):
        mass(pen, box(-half, y, 2 * half, 4.5, 1), pen.shaded(wall, 0.12), rim=0)


@thing(
    "pagoda",
    metres=18,
    box=(-56, -100, 56, 2),
    words="chinese temple, japanese temple, buddhist temple",
    kinds="temple, tower, building",
    category="building",
    slots="roof, wall",
    faces="none",
)
def pagoda(pen: Pen, ask: Ask) -> None:
    """A tower of three curved roofs."""
    roof, wall = pen.slot("roof", pen.mix(pen.G, pen.r(0.15), 0.3)), pen.slot("wall", pen.A)
    pen.line([(0, -86), (0, -100)], pen.natural("brass"), 2.2, ink=0.6)
    for y, half, tall in ((0, 34, 24), (-32, 26, 20), (-60, 19, 17)):
        mass(pen, box(-half * 0.74, y - tall, half * 1.48, tall), wall, 0.25)
        glass = pen.mix(pen.lit, pen.B, 0.3) if ask.lit else pen.natural("dark wood")
        for x in (-0.45, 0, 0.45):
            mark(pen, box(x * half - half * 0.13, y - tall * 0.72, half * 0.26, tall * 0.72), glass, 0.6)
    for y, half in ((-22, 54), (-50, 42), (-76, 31)):
        mass(
            pen,
            smooth(
                [
                    (-half, y - 5),
                    (-half * 0.62, y - 3),
                    (-half * 0.3, y - 15),
                    (half * 0.3, y - 15),
                    (half * 0.62, y - 3),
                    (half, y - 5),
                    (half * 0.8, y + 2),
                    (0, y + 3),
                    (-half * 0.8, y + 2),
                ],
                curve=0.6,
            ),
            roof,
            0.35,
        )
    mass(pen, box(-38, -5, 76, 6, 1), pen.natural("stone"), rim=0)


@thing(
    "church",
    metres=15,
    box=(-52, -100, 60, 2),
    words="chapel, cathedral, steeple, belfry",
    kinds="building",
    category="building",
    slots="wall, roof",
)
def church(pen: Pen, ask: Ask) -> None:
    """A village church with a steeple."""
    wall, roof = plaster(pen), roof_colour(pen)
    mass(pen, box(-20, -36, 76, 36), wall, 0.2, width=6)
    mass(pen, polygon([(-22, -35), (-10, -58), (48, -58), (60, -35)]), roof, 0.3, width=6)
    glass = pen.mix(pen.lit, pen.B, 0.3) if ask.lit else pen.mix(pen.G, pen.r(0.25), 0.3)
    for x in (6, 24, 42):
        mark(pen, arched(x, -8, 9, 20, 0.6), glass, 0.7)
    mass(pen, box(-46, -62, 32, 62), pen.lighter(wall, 0.02), 0.28)
    mass(pen, polygon([(-50, -61), (-30, -92), (-10, -61)]), roof, 0.35)
    for a, b in (((-30, -91), (-30, -100)), ((-33, -97), (-27, -97))):
        pen.line([a, b], pen.natural("brass"), 1.6, ink=0.6)
    mark(pen, arched(-30, -42, 12, 15), pen.r(0.15), 0.7)
    mass(pen, smooth([(-34, -45), (-32, -53), (-28, -53), (-26, -45)], curve=0.6), pen.natural("brass"), rim=0)
    doorway(pen, arched(-30, 0, 15, 23, 0.5), pen.natural("dark wood"))
    if ask.lit:
        pen.glow(24, -18, 40, pen.B, 0.35)


@thing(
    "pyramid",
    metres=40,
    box=(-100, -100, 110, 2),
    words="pyramids, egyptian tomb, tomb, pharaoh's tomb",
    kinds="monument, building",
    category="building",
    slots="stone",
)
def pyramid(pen: Pen, ask: Ask) -> None:
    """A pyramid of stone courses, one side in shade."""
    stone = pen.slot("stone", pen.natural("sand"))
    front, side = polygon([(-98, 0), (10, -100), (50, 0)]), polygon([(10, -100), (108, 0), (50, 0)])
    pen.shape(side, pen.shaded(stone, 0.42), form=0.2)
    mass(pen, front, stone, 0.0, 0.1)
    for y in (-16, -32, -48, -64, -80):
        left, right = -98 + 108 * -y / 100, 50 - 40 * -y / 100
        pen.line([(left + 2, y), (right, y)], pen.shaded(stone, 0.22), 1.4, ink=0.5)
    for x, y in ((-60, -8), (-20, -24), (14, -8), (-10, -40), (20, -40), (0, -56), (-36, -24)):
        pen.line([(x, y - 8), (x, y + 7)], pen.shaded(stone, 0.22), 1.3, ink=0.4)
    doorway(pen, arched(-6, 0, 12, 14), pen.r(0.08))


@thing(
    "greek temple",
    metres=14,
    box=(-80, -100, 80, 2),
    words="columns, parthenon, museum, bank, parliament, court, courthouse, library, government, university",
    kinds="temple, building",
    category="building",
    slots="stone",
    faces="none",
)
def greek_temple(pen: Pen, ask: Ask) -> None:
    """Six columns under a pediment."""
    stone = pen.slot("stone", pen.mix(pen.natural("bone"), white(pen), 0.4))
    mark(pen, box(-64, -62, 128, 54), pen.mix(pen.lit, pen.B, 0.4) if ask.lit else pen.shaded(stone, 0.6))
    for i in range(6):
        x = -60 + i * 24
        mass(pen, box(x - 6, -62, 12, 52), stone, 0.4, 0.15)
        mark(pen, box(x - 8, -64, 16, 5, 1), pen.lighter(stone, 0.03), 0.6)
        mark(pen, box(x - 8, -13, 16, 4, 1), pen.lighter(stone, 0.03), 0.6)
        pen.line([(x - 1, -58), (x - 1, -15)], pen.shaded(stone, 0.22), 1.2, ink=0.4)
    mass(pen, box(-74, -72, 148, 9), stone, 0.2)
    mass(pen, polygon([(-79, -71), (0, -100), (79, -71)]), stone, 0.2)
    mark(pen, polygon([(-54, -75), (0, -94), (54, -75)]), pen.shaded(stone, 0.2))
    mark(pen, ring(0, -82, 6, 2), pen.B)
    for y, half in ((-10, 70), (-5.5, 76)):
        mass(pen, box(-half, y, 2 * half, 6), stone, 0.2, rim=0)


@thing(
    "stupa",
    metres=16,
    box=(-64, -100, 64, 2),
    words="buddhist stupa, dagoba, buddhist shrine",
    kinds="temple, building",
    category="building",
    slots="wall",
    faces="none",
)
def stupa(pen: Pen, ask: Ask) -> None:
    """A white dome on a terrace with a golden spire."""
    wall, gold = pen.slot("wall", white(pen, 0.2)), pen.natural("brass")
    mass(pen, polygon([(-11, -66), (0, -100), (11, -66)]), gold, 0.35)
    for y in (-74, -81, -88):
        pen.line([(-9 + (-74 - y) * 0.36, y), (9 - (-74 - y) * 0.36, y)], pen.shaded(gold, 0.4), 1.6, ink=0.4)
    mass(pen, box(-14, -72, 28, 14, 1), gold, 0.3)
    for x in (-6, 6):
        mark(pen, oval(x, -66, 3, 1.8), white(pen), 0.4)
        mark(pen, oval(x, -66, 1.3), pen.r(0.05), 0)
    mass(pen, oval(0, -14, 46, 46) & box(-80, -110, 160, 96), wall, 0.32, 0.16, 12)
    for y, half in ((-18, 52), (-9, 62)):
        mass(pen, box(-half, y, 2 * half, 10, 1), pen.shaded(wall, 0.08), rim=0)
    doorway(pen, arched(0, 0, 14, 18), pen.A)

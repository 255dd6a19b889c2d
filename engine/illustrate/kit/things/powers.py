"""Forces and measures of explanations: a power line, ice that melts, a thermometer, a crack in the ground, a black hole, a ballot
box, waves of sound.

Example: `found_thing("earthquake").name` is 'ground crack'.
"""

from __future__ import annotations

import math

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.parts import bar, bars, hue, mark, mass, ring, shine, white
from engine.illustrate.paint.forms import tube
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen

# fmt: off  (outlines are rows of numbers)


_FLAT = 1.7
"""How much wider than drawn a crack lies, seen from the side."""


@thing(
    "power line",
    metres=9,
    box=(-112, -100, 112, 2),
    category="building",
    kinds="tower, building",
    words="wires, power lines, pylon, pylons, electric wire, power cable, power grid, grid, telegraph line, power pole",
    slots="metal",
    faces="none",
)
def power_line(pen: Pen, ask: Ask) -> None:
    """A pylon with its wires."""
    metal = pen.slot("metal", pen.natural("steel"))
    for x, y in ((-30, -74), (30, -74), (-24, -90), (24, -90)):
        way = 112 if x > 0 else -112
        for end, sag in ((way, 10), (-way, 14)) if abs(x) == 30 else ((way, 7), (-way, 10)):
            pen.line([(x, y + 5), ((x + end) / 2, y + 5 + sag), (end, y + 2)], pen.r(0.16), 1.5, ink=0.6)
    for side in (-1, 1):
        bars(pen, [((side * 20, 1), (side * 7, -62)), ((side * 7, -62), (side * 3, -99))], 2.2, metal)
    rows = ((-20, 0, 15, -22), (-15, -22, 11, -42), (-11, -42, 7, -60))
    for x0, y0, x1, y1 in rows:
        bars(pen, [((x0, y0), (x1, y1)), ((-x0, y0), (-x1, y1)), ((-x1, y1), (x1, y1))], 1.3, pen.shaded(metal, 0.12))
    for y, wide in ((-74, 34), (-90, 27)):
        mass(pen, polygon([(-wide, y), (0, y - 5), (wide, y), (0, y + 2.4)]), metal, 0.3, rim=1)
        for x in (-wide + 4, wide - 4):
            mass(pen, box(x - 1.7, y, 3.4, 6, 1), hue(pen, "teal"), 0.3, rim=0)


@thing(
    "ice block",
    metres=0.3,
    box=(-72, -100, 72, 2),
    words="ice cube, ice cubes, block of ice, melting ice, cube of ice",
    kinds="ice, thing",
    slots="ice",
    faces="none",
    poses="whole, melting",
)
def ice_block(pen: Pen, ask: Ask) -> None:
    """A cube of ice; melting it stands in a puddle and drips."""
    ice = pen.slot("ice", pen.mix(pen.r(0.98), pen.natural("glass"), 0.45))
    water = pen.mix(pen.G, pen.r(0.9), 0.42)
    melts = ask.pose == "melting"
    if melts:
        mass(
            pen,
            smooth([(-70, -7), (-44, -15), (0, -17), (46, -15), (71, -7), (40, 1), (-8, 2), (-48, 0)], curve=0.85),
            water,
            0.2,
        )
    low, curve = (-9.0, 0.3) if melts else (-2.0, 0.1)
    front = smooth([(-48, -79), (20, -74), (20, low), (-46, low - 1)], curve=curve)
    side = smooth([(20, -74), (52, -88), (49, low - 10), (20, low)], curve=curve)
    lid = smooth([(-48, -79), (-12, -99), (52, -88), (20, -74)], curve=curve)
    mass(pen, front, ice, 0.25, 0.12, 8)
    mass(pen, side, pen.mix(ice, hue(pen, "blue"), 0.24), 0.2, 0.1)
    mass(pen, lid, pen.lighter(ice, 0.05), 0.15, 0.05)
    for a, b in (((-36, -56), (-18, -32)), ((-29, -60), (-8, -31)), ((0, -50), (9, -34))):
        mark(pen, bar(a, b, 1.5, 0.6), white(pen), 0, 0.7)
    for x, y, r in ((-50, -36, 4.2), (24, -26, 4.6), (53, -42, 3.8), (-57, -18, 3.2), (-12, -14, 4)) if melts else ():
        mass(pen, smooth([(x, y - 2.3 * r), (x + r, y), (x, y + r), (x - r, y)], curve=0.8), water, 0.3, rim=1)


@thing(
    "thermometer",
    metres=0.3,
    box=(-30, -100, 30, 2),
    words="temperature, fever thermometer, heat wave, degrees celsius, climate, global warming, warming",
    kinds="instrument, tool",
    category="device",
    slots="body",
    faces="none",
    poses="mild, hot, cold",
    grip=(0, -50),
)
def thermometer(pen: Pen, ask: Ask) -> None:
    """A glass with its red column, high where it is hot."""
    red, pale = pen.slot("body", hue(pen, "red") if ask.pose != "cold" else hue(pen, "blue")), white(pen, 0.04)
    level = {"hot": -86.0, "cold": -36.0}.get(ask.pose, -60.0)
    case = box(-11, -100, 22, 84, 11) | oval(0, -15, 17)
    mass(pen, case, pale, 0.3, 0.12, 5)
    mark(pen, box(-4.4, -94, 8.8, 74, 4.4), pen.shaded(pale, 0.12), 0.5)
    mark(pen, box(-4.4, level, 8.8, -18 - level, 4), red, 0.6)
    bulb = oval(0, -15, 12)
    mass(pen, bulb, red, 0.32, 0.15, 5, rim=1)
    shine(pen, bulb, -4, -19, 2, 4, 30)
    for i in range(7):
        y = -88 + i * 9
        mass(pen, box(15, y - 1.4, 13 if i % 2 == 0 else 8, 2.8, 1), pen.r(0.16), rim=0, shadow=0.4)


@thing(
    "ground crack",
    metres=0.45,
    box=(-290, -100, 290, 4),
    words="earthquake, quake, fissure, tremor, crack in the ground, fault line",
    kinds="nature, thing",
    category="nature",
    slots="earth",
    faces="none",
    motion="shake",
)
def ground_crack(pen: Pen, ask: Ask) -> None:
    """The ground breaks open: a wide zigzag with raised edges and splinters."""
    earth = pen.slot("earth", pen.natural("earth"))
    upper = [(-168, -40), (-120, -62), (-84, -54), (-52, -82), (-6, -70), (32, -98), (74, -76), (112, -84), (168, -58)]
    lower = [(168, -50), (118, -44), (84, -24), (40, -40), (4, -12), (-44, -26), (-82, -4), (-122, -26), (-168, -32)]
    edge = polygon([(_FLAT * x, float(y)) for x, y in (*upper, *lower)])
    mass(pen, edge | edge.moved(0, 6), pen.lighter(earth, 0.06), 0.2, 0.1, 5)
    hole = polygon(
        [(_FLAT * x * 0.97, float(y) + 5) for x, y in upper] + [(_FLAT * x * 0.97, float(y) - 4) for x, y in lower]
    )
    mark(pen, hole & edge, pen.shaded(earth, 0.84), 0.9)
    glow = polygon(
        [(_FLAT * x * 0.9, float(y) + 13) for x, y in upper[1:-1]]
        + [(_FLAT * x * 0.9, float(y) - 12) for x, y in lower[1:-1]]
    )
    mark(pen, glow & hole, pen.shaded(earth, 0.62), 0.4)
    for at, y, r in (
        (-98, -78, 8),
        (-20, -92, 9),
        (52, -92, 6),
        (60, -12, 10),
        (-66, 0, 7),
        (134, -34, 8),
        (-140, -14, 6),
    ):
        x = _FLAT * at
        stone = polygon(
            [(x - r, y + 0.4 * r), (x - 0.3 * r, y - 0.8 * r), (x + r, y - 0.2 * r), (x + 0.5 * r, y + 0.6 * r)]
        )
        mass(pen, stone, pen.shaded(earth, 0.14), 0.3, rim=1)


@thing(
    "black hole",
    metres=8,
    box=(-96, -100, 96, 2),
    words="black holes, event horizon, wormhole",
    kinds="star, sky",
    category="sky",
    slots="ring",
    contact="air",
    faces="none",
)
def black_hole(pen: Pen, ask: Ask) -> None:
    """A dark disc in a glowing ring of light that it swallows."""
    warm = pen.slot("ring", pen.mix(pen.A, pen.L, 0.45))
    pen.glow(0, -50, 130, warm, 0.55)
    for i, (wide, tall, tone) in enumerate(((94, 22, 0.0), (80, 16, 0.3), (66, 11, 0.55))):
        own = ring(0, 0, wide, 9, tall).turned(-12).moved(0, -50)
        mass(pen, own, pen.mix(warm, pen.L, tone), 0.2, 0.1, 3, rim=1, shadow=0.5 if i else 1.0)
    mass(pen, oval(0, -50, 49), pen.mix(warm, pen.L, 0.4), 0.2, 0.1, 6)
    mass(pen, oval(0, -50, 41), pen.r(0.0) if pen.dark else pen.shaded(pen.r(0.02), 0.6), 0.1, 0.1, rim=0)
    front = ring(0, 0, 94, 10, 22).turned(-12).moved(0, -50) & polygon([(-100, -42), (100, -66), (100, 0), (-100, 0)])
    mass(pen, front, pen.mix(warm, pen.L, 0.5), 0.2, 0.1, 3, rim=1)


@thing(
    "ballot box",
    metres=0.5,
    box=(-54, -100, 54, 2),
    words="ballot, vote, election, referendum, democracy, polling station, poll",
    kinds="box, thing",
    slots="body",
    faces="none",
)
def ballot_box(pen: Pen, ask: Ask) -> None:
    """A box with a slot, and a paper with a cross that goes in."""
    body = pen.slot("body", pen.mix(pen.G, pen.r(0.5), 0.2))
    paper = box(-21, -99, 42, 48, 2).turned(4)
    mass(pen, paper.moved(-4, 0), white(pen, 0.03), 0.15, 0.06, 3)
    for turn in (45, -45):
        mark(pen, bar((-10, 0), (10, 0), 2.4).turned(turn).moved(2, -81), pen.A, 0.5)
    mass(pen, polygon([(-46, -58), (-34, -68), (34, -68), (46, -58)]), pen.lighter(body, 0.06), 0.2)
    mass(pen, box(-26, -65, 52, 4, 1), pen.r(0.06), rim=0)
    mass(pen, box(-21, -66, 42, 3, 0), white(pen, 0.08), rim=0, shadow=0.2)
    mass(pen, box(-50, -59, 100, 60, 3), body, 0.3, 0.16, 9)
    tick = tube([(-16, -30), (-5, -18), (17, -42)], [3.4, 3.6, 3.2])
    mass(pen, oval(0, -30, 23), white(pen, 0.04), 0.2, rim=1)
    mark(pen, tick, pen.A, 0.6)


@thing(
    "sound wave",
    metres=0.4,
    box=(-90, -100, 90, 2),
    words="sound waves, radio wave, radio waves, wavelength, frequency, ultrasound, echo",
    kinds="sign, thing",
    slots="body",
    contact="air",
    faces="none",
    motion="shake",
)
def sound_wave(pen: Pen, ask: Ask) -> None:
    """A loudspeaker from which rings go out, each fainter than the last."""
    tone = pen.slot("body", pen.A)
    dark = pen.mix(pen.r(0.14), pen.G, 0.25)
    mass(pen, box(-88, -66, 26, 32, 3), dark, 0.3)
    mass(pen, polygon([(-64, -64), (-30, -96), (-30, -4), (-64, -36)]), pen.lighter(dark, 0.08), 0.3)
    for i, radius in enumerate((34.0, 60.0, 86.0, 112.0)):
        half = math.radians(34 if i < 3 else 25)
        row = [
            (-26 + radius * math.cos(half * t), -50 + radius * math.sin(half * t))
            for t in (-1.0, -0.6, -0.2, 0.2, 0.6, 1.0)
        ]
        mass(pen, tube(row, [4.2 - 0.3 * i] * len(row)), pen.mix(tone, pen.r(0.9), 0.16 * i), 0.2, rim=1)

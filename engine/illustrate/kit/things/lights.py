"""Things that give light: lighthouse, lamp, candle, moon, bulb, lantern, torch, fire.

Light is drawn by glows and beams, on when `ask.lit`."""

from __future__ import annotations

import math

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.parts import flame
from engine.illustrate.paint.forms import tube
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen, across


@thing(
    "lighthouse",
    metres=16,
    box=(-30, -100, 30, 0),
    words="beacon, light tower",
    kinds="tower, building",
    category="building",
    slots="stripes, wall, roof",
    light_motion="beam",
    faces="none",
)
def lighthouse(pen: Pen, ask: Ask) -> None:
    """A tapering tower with bands, gallery, lantern and dome; its beams sweep the night."""
    wall, red = pen.slot("wall", pen.r(0.93)), pen.slot("stripes", pen.A)
    dark, top = pen.r(0.12), -66.0
    body = polygon([(-16.4, 0), (-9.2, top), (9.2, top), (16.4, 0)])
    pen.shape(body, across(wall, pen.mix(wall, pen.r(0.25), 0.72), -8, 16), line=1.2, form=0.25, form_width=5)
    for i in (0, 2, 4):
        a, b = top * (i / 5) - 0.6, top * ((i + 1) / 5) + 0.6
        wide = [16.4 - 7.2 * (y / top) for y in (a, b)]
        band = polygon([(-wide[0], a), (-wide[1], b), (wide[1], b), (wide[0], a)])
        pen.shape(band, across(red, pen.mix(red, pen.r(0.05), 0.6), -7, 16), line=0.8, shadow=0.5)
    for y, x in ((-20, -1.8), (-46, 1.8)):
        pen.shape(box(x - 1.7, y - 4.5, 3.4, 6.2, 1.7), pen.mix(pen.r(0.05), pen.L, 0.15), shadow=0, line=0.8)
    pen.shape(box(-3.6, -10, 7.2, 10.4, 3.4), pen.mix(pen.r(0.1), pen.A, 0.2), shadow=0.4, line=0.9)
    pen.shape(polygon([(-14, -68.4), (14, -68.4), (11.2, -63.8), (-11.2, -63.8)]), pen.r(0.22), form=0.5)
    for i in range(-5, 6):
        pen.line([(i * 2.65, -68.4), (i * 2.65, -73.4)], dark, 0.6, ink=0.7)
    pen.line([(-14, -73.4), (14, -73.4)], dark, 0.9)
    pen.shape(box(-6.5, -83.4, 13, 15, 0.8), pen.lit if ask.lit else pen.mix(pen.r(0.6), pen.G, 0.3), shadow=0)
    for x in (-2.5, 2.5):
        pen.line([(x, -83.4), (x, -68.4)], pen.r(0.1), 0.7, ink=0.7)
    pen.line([(-6.5, -76), (6.5, -76)], pen.r(0.1), 0.6, ink=0.7)
    dome = smooth([(-9, -83), (-5.8, -89.6), (0, -93), (5.8, -89.6), (9, -83)], curve=0.8)
    roof = pen.slot("roof", red)
    pen.shape(dome, across(roof, pen.mix(roof, pen.r(0), 0.55), -5, 9), form=0.4)
    pen.shape(oval(0, -94.2, 1.4), pen.r(0.1), shadow=0)
    pen.line([(0, -95), (0, -100)], pen.r(0.1), 0.6)
    if ask.lit:
        _beams(pen)


def _beams(pen: Pen) -> None:
    y = -76.0
    pen.beam(polygon([(0, y - 2.2), (-330, y - 11), (-330, y + 70), (0, y + 2.8)]), 0, y, 312, strength=0.62)
    pen.beam(polygon([(0, y - 2.2), (330, y - 13), (330, y + 17), (0, y + 2.8)]), 0, y, 312, strength=0.62)
    pen.lamp(0, y, 70)


@thing(
    "lamp",
    metres=0.45,
    box=(-30, -100, 30, 0),
    words="light, table lamp, reading lamp, desk lamp",
    kinds="light, tool",
    slots="shade, foot",
    grip=(0.0, -98.0),
)
def lamp(pen: Pen, ask: Ask) -> None:
    """A table lamp with a cloth shade; an oil lantern when held."""
    foot, shade = pen.slot("foot", pen.natural("brass")), pen.slot("shade", pen.mix(pen.L, pen.B, 0.35))
    pen.shape(oval(0, -3, 20, 4.5), foot, form=0.4)
    pen.shape(
        smooth([(-5, -4), (-3, -22), (-8, -36), (-3, -50), (3, -50), (8, -36), (3, -22), (5, -4)], curve=0.8),
        foot,
        form=0.4,
        rim=True,
        rim_width=2,
    )
    hood = polygon([(-15, -98), (15, -98), (29, -50), (-29, -50)])
    colour = pen.mix(shade, pen.lit, 0.6) if ask.lit else shade
    pen.shape(hood, across(colour, pen.mix(colour, pen.A, 0.25), -26, 29), form=0.12 if ask.lit else 0.3)
    pen.line([(-29, -50), (29, -50)], pen.shaded(shade, 0.4), 2.2)
    pen.line([(-15, -98), (15, -98)], pen.shaded(shade, 0.4), 2.2)
    if ask.lit:
        pen.glow(0, -72, 240, pen.B, 0.42)
        pen.lamp(0, -70, 150, 0.7)


@thing(
    "candle",
    metres=0.22,
    box=(-16, -100, 16, 0),
    words="taper, candlelight, flame, candles",
    kinds="light",
    slots="wax",
    grip=(0.0, -12.0),
    tops=((0.0, -100.0),),
)
def candle(pen: Pen, ask: Ask) -> None:
    """A candle on a small plate; it always burns."""
    wax = pen.slot("wax", pen.mix(pen.r(1.0), pen.L, 0.35))
    pen.shape(oval(0, -3, 17, 4.5), pen.natural("brass"), form=0.4)
    pen.shape(box(-8, -62, 16, 59, 3), across(pen.mix(wax, pen.L, 0.2), pen.shaded(wax, 0.35), -8, 9), form=0.25)
    drip = smooth([(-8, -61), (-8, -46), (-5.5, -42), (-3.6, -50), (0, -53), (4, -56), (8, -60), (0, -64)], curve=0.8)
    pen.shape(drip, pen.lighter(wax, 0.02), shadow=0.5)
    flame = smooth([(0, -98), (7.5, -80), (0, -66), (-7.5, -80)])
    pen.shape(flame, pen.mix(pen.L, pen.B, 0.45), shadow=0, line=0.5)
    pen.shape(
        smooth([(0, -88), (4, -77), (0, -68), (-4, -77)]),
        pen.mix(pen.L, (1.0, 1.0, 1.0), 0.75),
        shadow=0,
        edge=0,
        line=0,
    )
    pen.glow(0, -80, 190, pen.B, 0.5)
    pen.glow(0, -80, 58, pen.L, 0.85, 1.6)


@thing(
    "moon",
    metres=9,
    box=(-50, -100, 50, 0),
    words="full moon, half moon, crescent",
    kinds="sky",
    category="sky",
    contact="air",
    faces="none",
    slots="face",
    poses="full, crescent",
)
def moon(pen: Pen, ask: Ask) -> None:
    """The moon, full or a crescent."""
    pale = pen.slot("face", pen.mix(pen.r(1.0), pen.L, 0.3))
    disc = oval(0, -50, 48)
    if ask.pose == "crescent":
        disc = disc - oval(22, -60, 42)
    pen.shape(disc, pale, form=0.12, form_width=8)
    if ask.pose != "crescent":
        for x, y, r in ((-14, -62, 9), (15, -44, 8), (-6, -30, 6), (10, -72, 5)):
            pen.shape(oval(x, y, r), pen.mix(pale, pen.r(0.5), 0.25), shadow=0, edge=0, line=0.5)
    pen.glow(0, -50, 200, pen.mix(pen.L, pen.r(0.95), 0.4), 0.45)


@thing(
    "light bulb",
    metres=0.12,
    box=(-36, -100, 36, 0),
    words="bulb, lightbulb, idea, invention, electric light",
    kinds="lamp, light",
    category="light",
    slots="glass",
    contact="air",
    grip=(0, -6),
    faces="none",
    light_motion="flicker",
)
def light_bulb(pen: Pen, ask: Ask) -> None:
    """A glass bulb with its thread; it glows."""
    warm = pen.slot("glass", pen.mix(pen.L, pen.r(1.0), 0.3))
    pen.glow(0, -66, 130, pen.L, 0.5)
    shape = smooth(
        [
            (0, -99),
            (24, -90),
            (34, -66),
            (26, -46),
            (14, -32),
            (12, -24),
            (-12, -24),
            (-14, -32),
            (-26, -46),
            (-34, -66),
            (-24, -90),
        ],
        curve=0.9,
    )
    pen.shape(shape, warm, form=0.18, form_width=8, rim=True, rim_width=2)
    pen.line(
        [(-7, -26), (-9, -52), (-4, -60), (0, -54), (4, -60), (9, -52), (7, -26)],
        pen.mix(pen.B, pen.A, 0.3),
        2,
        ink=0.6,
    )
    pen.shape(oval(0, 0, 4, 11).turned(22).moved(-18, -76), pen.r(1.0), shadow=0, edge=0, line=0, alpha=0.7)
    for i in range(3):
        pen.shape(box(-12 + i, -25 + i * 7, 24 - 2 * i, 6, 2.5), pen.natural("steel"), form=0.35, line=0.8, shadow=0.5)
    pen.shape(oval(0, -3, 6, 3.4), pen.natural("iron"), line=0.7)


@thing(
    "lantern",
    metres=0.4,
    box=(-30, -100, 30, 0),
    words="oil lantern, storm lantern, hurricane lamp, paper lantern, oil lamp",
    kinds="lamp, light",
    category="light",
    slots="metal",
    grip=(0, -97),
    motion="still",
    faces="none",
)
def lantern(pen: Pen, ask: Ask) -> None:
    """A storm lantern with its flame behind glass."""
    metal = pen.slot("metal", pen.natural("iron"))
    pen.line([(-20, -66), (-17, -90), (0, -98), (17, -90), (20, -66)], metal, 2.6, ink=0.6)
    pen.shape(
        smooth([(-19, -60), (-24, -40), (-16, -18), (16, -18), (24, -40), (19, -60)], curve=0.8),
        pen.mix(pen.lit, pen.natural("glass"), 0.35),
        form=0.15,
        rim=True,
        rim_width=2,
    )
    flame(pen, 0, -20, 30, 3.2)
    for x in (-22, 22):
        pen.line([(x, -64), (x * 1.1, -40), (x * 0.9, -12)], metal, 2.6, ink=0.6)
    pen.shape(
        smooth([(-22, -60), (-10, -76), (10, -76), (22, -60)], curve=0.4), metal, form=0.35, rim=True, rim_width=2
    )
    pen.shape(box(-7, -82, 14, 8, 2), metal, form=0.3)
    pen.shape(smooth([(-20, -19), (20, -19), (27, 0), (-27, 0)], curve=0.25), metal, form=0.35, rim=True, rim_width=2)


@thing(
    "torch",
    metres=0.7,
    box=(-20, -100, 20, 0),
    words="burning torch, flaming torch, olympic torch",
    kinds="light, fire, tool",
    category="light",
    grip=(0, -22),
    contact="held",
    faces="none",
)
def torch(pen: Pen, ask: Ask) -> None:
    """A burning torch of wood and cloth."""
    pen.shape(
        polygon([(-5, -56), (5, -56), (3, 0), (-3, 0)]), pen.natural("dark wood"), form=0.35, rim=True, rim_width=1.5
    )
    flame(pen, 0, -58, 41, 2.6)
    pen.shape(smooth([(-9, -66), (9, -66), (7, -50), (-7, -50)], curve=0.3), pen.natural("fur"), form=0.3)
    for y in (-62, -56):
        pen.line([(-8, y), (8, y - 2)], pen.natural("dark fur"), 1.6, ink=0.5)


@thing(
    "fire",
    metres=0.9,
    box=(-54, -100, 54, 2),
    words="campfire, bonfire, flames, blaze, burning, cooking fire",
    kinds="light",
    category="light",
    slots="",
    faces="none",
    light_motion="flicker",
)
def fire(pen: Pen, ask: Ask) -> None:
    """A fire of crossed logs."""
    flame(pen, -20, -12, 50, 0)
    flame(pen, 21, -12, 56, 0)
    flame(pen, 0, -8, 91, 1.8)
    for a, b in (((-46, -4), (30, -20)), ((46, -4), (-30, -20)), ((-30, -2), (32, -4))):
        pen.shape(
            tube([a, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), b], [6, 6, 5.4]),
            pen.natural("dark wood"),
            form=0.4,
            rim=pen.B,
            rim_width=1.5,
        )
        pen.shape(oval(a[0] - (2 if a[0] < 0 else -2), a[1], 4, 5), pen.natural("pale wood"), shadow=0, line=0.6)


@thing(
    "diya",
    metres=0.06,
    box=(-66, -100, 66, 0),
    words="clay lamp, deepak, diwali lamp, diwali",
    kinds="lamp, candle, light",
    category="light",
    slots="clay",
    grip=(0, -20),
)
def diya(pen: Pen, ask: Ask) -> None:
    """A small clay oil lamp with a flame."""
    clay = pen.slot("clay", pen.natural("clay"))
    flame(pen, 34, -44, 55, 2.2)
    pen.shape(
        smooth([(-62, -46), (-20, -52), (30, -52), (62, -48), (40, -38), (-30, -36)], curve=0.6), pen.shaded(clay, 0.45)
    )
    pen.shape(
        smooth([(-64, -46), (-24, -36), (24, -37), (64, -48), (48, -18), (22, 0), (-22, 0), (-50, -16)], curve=0.6),
        clay,
        form=0.35,
        rim=True,
        rim_width=2,
    )
    for x in (-32, -16, 0, 16, 32):
        pen.shape(oval(x, -22, 4), pen.mix(pen.r(1.0), pen.L, 0.3), shadow=0, edge=0, line=0.5)


@thing(
    "fireworks",
    metres=12,
    box=(-52, -100, 52, 0),
    words="firework, sparkle, celebration, explosion, sparks",
    kinds="light, sky",
    category="sky",
    contact="air",
    faces="none",
    light_motion="twinkle",
)
def fireworks(pen: Pen, ask: Ask) -> None:
    """Two bursts of coloured streaks."""
    for x, y, reach, tone, seed in ((8, -62, 37, pen.A, 0), (-26, -26, 22, pen.B, 9), (32, -16, 15, pen.G, 4)):
        for i in range(14):
            turn = math.radians(i * 360 / 14 + seed)
            near, far = reach * 0.3, reach * (1.0 if i % 2 else 0.76)
            a, b = (
                (x + near * math.cos(turn), y + near * math.sin(turn)),
                (x + far * math.cos(turn), y + far * math.sin(turn)),
            )
            pen.line([a, b], tone, reach * 0.07, ink=0.5)
            pen.shape(oval(b[0], b[1], reach * 0.06), pen.mix(tone, pen.L, 0.6), shadow=0, edge=0, line=0.4)
        pen.glow(x, y, reach * 1.6, tone, 0.4)

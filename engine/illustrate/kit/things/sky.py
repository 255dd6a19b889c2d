"""Sky, weather and landforms as things: sun, star, cloud, planets, mountain, volcano, island, wave, snowman."""

from __future__ import annotations

import math

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things import plants
from engine.illustrate.kit.things.parts import bar, hue, mark, mass, ring, steam, white
from engine.illustrate.paint.forms import blob, cloud, rock, star
from engine.illustrate.paint.path import Path, box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen

# fmt: off


@thing("sun", metres=9, box=(-50, -100, 50, 0), words="sunshine, sunlight, sunrise, sunset, daylight",
       kinds="star, sky", category="sky", contact="air", faces="none", slots="face", light_motion="twinkle")
def sun(pen: Pen, ask: Ask) -> None:
    """The sun with cut rays."""
    gold = pen.slot("face", pen.mix(pen.B, pen.L, 0.3))
    for i in range(12):
        ray = polygon([(-6, -32), (0, -49 if i % 2 else -43), (6, -32)]).turned(i * 30).moved(0, -50)
        mass(pen, ray, pen.mix(pen.B, pen.A, 0.15), 0, rim=0)
    mass(pen, oval(0, -50, 30), gold, 0.2, 0.08, 6)
    mark(pen, oval(0, -50, 20), pen.mix(gold, pen.L, 0.5), 0)
    pen.glow(0, -50, 130, pen.L, 0.4)


@thing("star", metres=4, box=(-50, -100, 50, 0), words="stars, north star, starlight, wish", kinds="sky",
       category="sky", contact="air", faces="none", slots="face", motion="still", light_motion="twinkle")
def star_thing(pen: Pen, ask: Ask) -> None:
    """A folded paper star: each point has a lit and a shaded half."""
    gold = pen.slot("face", pen.mix(pen.L, pen.B, 0.35))
    mass(pen, star(0, -47, 48, 5, 0.46), gold, 0, 0.05)
    for i in range(5):
        a, b = math.radians(i * 72 - 90), math.radians(i * 72 - 54)
        tip, dent = (48 * math.cos(a), -47 + 48 * math.sin(a)), (22 * math.cos(b), -47 + 22 * math.sin(b))
        mark(pen, polygon([(0, -47), tip, dent]), pen.mix(gold, pen.A, 0.28), 0)
    pen.glow(0, -47, 110, pen.L, 0.35)


@thing("shooting star", metres=5, box=(-130, -100, 40, 0), words="comet, meteor, falling star, asteroid",
       kinds="star, sky", category="sky", contact="air", slots="face", motion="drift", light_motion="twinkle")
def shooting_star(pen: Pen, ask: Ask) -> None:
    """A comet with a tail of three strips."""
    gold = pen.slot("face", pen.mix(pen.L, pen.B, 0.3))
    for turn, length, tone in ((-26, 128, pen.B), (-20, 142, pen.mix(pen.L, pen.r(1.0), 0.3)), (-14, 118, pen.A)):
        tail = polygon([(0, -13), (0, 13), (-length, 0)]).turned(-turn * -1.0 + 40).moved(6, -32)
        mark(pen, tail, pen.mix(tone, pen.L, 0.25), 0.6, 0.92)
    mass(pen, star(10, -30, 28, 5, 0.5), gold, 0.15)
    pen.glow(10, -30, 70, pen.L, 0.6)


@thing("cloud", metres=5, box=(-80, -100, 80, 2), words="clouds, rain cloud, storm cloud, raincloud",
       kinds="weather, sky", category="sky", contact="air", motion="drift", slots="cloud", poses="white, rain, storm, raindrop",
       faces="none")
def cloud_thing(pen: Pen, ask: Ask) -> None:
    """A cloud in two sheets; with rain, or with lightning."""
    wet = ask.pose in ("rain", "storm", "raindrop")
    tone = pen.slot(
        "cloud",
        pen.mix(pen.natural("steel" if ask.pose == "rain" else "stone"), pen.natural("iron"), 0.2)
        if wet else pen.r(0.62 if pen.dark else 1.0))
    lift = -34 if wet else 0
    if ask.pose == "rain":
        for i, x in enumerate((-50, -30, -10, 10, 30, 50)):
            drop = smooth([(0, -10), (5, 2), (0, 8), (-5, 2)]).turned(12).moved(x, -20 + (i % 2) * 9)
            mark(pen, drop, pen.mix(pen.G, pen.r(0.9), 0.25), 0.5)
    if ask.pose == "raindrop":  # drops as large as an explanation needs them
        for x, y, k in ((-52, -20, 0.16), (-30, -4, 0.2), (-8, -18, 0.26), (16, -2, 0.3), (42, -16, 0.2), (60, -2, 0.14)):
            own = pen.at(x, y, k)
            raindrop(own, ask)
    if ask.pose == "storm":
        _bolt(pen, 4, -36, 0.42)
    k = 0.66 if wet else 1.0
    back = (oval(26 * 1.0, -52 * k, 34, 34 * k) | oval(-26, -60 * k, 34, 38 * k) | oval(0, -62 * k, 30, 36 * k)).moved(
        0, lift)
    mass(pen, back, pen.lighter(tone, -0.05), 0.15, 0.1)
    mass(pen, (oval(-44, -24 * k, 35, 24 * k) | oval(44, -26 * k, 35, 26 * k) | oval(0, -38 * k, 38, 38 * k)
               | box(-50, -26 * k, 100, 26 * k)).moved(0, lift), tone, 0.18, 0.08, 6)


def _bolt(pen: Pen, x: float, y: float, scale: float) -> None:
    shape = polygon([(8, 0), (-20, 48), (-2, 48), (-14, 88), (24, 34), (6, 34), (26, 0)]).scaled(scale).moved(x, y)
    mass(pen, shape, pen.mix(pen.L, pen.B, 0.4), 0.15, rim=0)
    pen.glow(x, y + 40 * scale, 110 * scale, pen.L, 0.5)


@thing("lightning", metres=9, box=(-30, -100, 34, 0),
       words="thunder, lightning bolt, thunderbolt, electricity, flash, voltage", kinds="weather, sky", category="sky",
       contact="air", faces="none", light_motion="flicker")
def lightning(pen: Pen, ask: Ask) -> None:
    """A bolt."""
    _bolt(pen, -2, -99, 1.1)


@thing("rainbow", metres=12, box=(-100, -100, 100, 2), words="rainbows, arc", kinds="weather, sky", category="sky",
       contact="ground", faces="none")
def rainbow(pen: Pen, ask: Ask) -> None:
    """Nested paper arcs that rise from two clouds."""
    half = box(-120, -120, 240, 112)
    for i, tone in enumerate((hue(pen, "red", 0.06), pen.B, hue(pen, "yellow",
                                                                0.04), pen.V, pen.G, hue(pen, "purple", 0.06))):
        outer = 92 - i * 9
        mass(pen, (oval(0, -8, outer, outer) - oval(0, -8, outer - 9.4, outer - 9.4)) & half, tone, 0, 0.06, rim=0,
             shadow=0.7)
    for x in (-66, 66):
        mass(pen, cloud(x, 0, 66, 30, seed=4 if x < 0 else 7), pen.r(1.0), 0.15, 0.08)


@thing("raindrop", metres=0.1, box=(-34, -100, 34, 0), words="drop, water drop, droplet, tear, tears, water, dew, rain",
       kinds="water, nature", category="sky", contact="air", faces="none", slots="water")
def raindrop(pen: Pen, ask: Ask) -> None:
    """A drop of water."""
    blue = pen.slot("water", pen.mix(pen.G, pen.natural("glass"), 0.4))
    body = smooth([(0, -99), (15, -66), (32, -36), (26, -10), (0, 0), (-26, -10), (-32, -36), (-15, -66)], curve=0.85)
    mass(pen, body, blue, 0.3, 0.15, 9)
    mark(pen, oval(0, 0, 5, 14).turned(20).moved(-14, -32), pen.r(1.0), 0, 0.65)


@thing("snowflake", metres=0.1, box=(-50, -100, 50, 0),
       words="snow, snowflakes, frost, ice crystal, ice, crystal of snow", kinds="weather, sky", category="sky",
       contact="air", faces="none", slots="ice", motion="drift")
def snowflake(pen: Pen, ask: Ask) -> None:
    """A six-armed flake of paper."""
    ice = pen.slot("ice", pen.mix(pen.r(1.0), pen.natural("glass"), 0.2))
    arm: Path = box(-3.2, -49, 6.4, 49, 3)
    for y, size in ((-26, 14), (-36, 12)):
        for side in (-1, 1):
            arm = arm | bar((0, y), (side * size * 0.8, y - size * 0.8), 2.6)
    made: Path = oval(0, 0, 9)
    for i in range(6):
        made = made | arm.turned(i * 60)
    mass(pen, made.moved(0, -50), ice, 0.2, 0.15, 2)
    mark(pen, oval(0, -50, 4), pen.G)


@thing("planet", metres=8, box=(-92, -100, 92, 0), words="saturn, ringed planet, jupiter, mars, space",
       kinds="sky", category="sky", contact="air", slots="face, ring", faces="none")
def planet(pen: Pen, ask: Ask) -> None:
    """A banded planet with a ring."""
    face, band = pen.slot("face", pen.mix(pen.B, pen.A, 0.25)), pen.slot("ring", pen.mix(pen.L, pen.r(0.8), 0.4))
    loop = ring(0, 0, 90, 16, 26).turned(-14).moved(0, -50)
    pen.shape(loop, pen.shaded(band, 0.15), form=0.15)
    disc = oval(0, -50, 47)
    mass(pen, disc, face, 0.35, 0.2, 14)
    for y, tall, tone in ((-86, 9, 0.06), (-66, 7, -0.06), (-34, 10, 0.05), (-16, 6, -0.07)):
        mark(pen, disc & box(-60, y, 120, tall).turned(-4), pen.lighter(face, tone), 0)
    front = loop & polygon([(-100, -36), (100, -72), (110, 20), (-110, 20)])
    pen.shape(front, band, form=0.2, rim=True, rim_width=1.5)


@thing("earth", metres=8, box=(-50, -100, 50, 0), words="globe, planet earth, the world, world, blue planet",
       kinds="planet, sky", category="sky", contact="air", slots="sea, land", faces="none")
def earth(pen: Pen, ask: Ask) -> None:
    """The earth from space."""
    disc = oval(0, -50, 48)
    mass(pen, disc, pen.slot("sea", pen.mix(pen.G, pen.natural("glass"), 0.15)), 0.35, 0.2, 13)
    land = pen.slot("land", pen.V)
    for row in ([(-40, -78), (-18, -92), (2, -88), (-4, -74),
                 (-14, -66), (-12, -56), (-26, -58), (-36, -66)], [(-16, -52), (0, -46), (4, -34), (-6, -20), (-12, -8),
                                                                   (-16, -28)], [(14, -84), (34, -86), (50, -66),
                                                                                 (40, -58), (30, -64),
                                                                                 (20, -70)], [(18, -60), (34, -56),
                                                                                              (38, -40), (28, -22),
                                                                                              (22, -36), (12, -46)]):
        mark(pen, disc & smooth([(float(x), float(y)) for x, y in row]), land, 0.7)
    for x, y, a in ((-24, -36, 15), (20, -74, 13), (30, -14, 12)):
        mark(pen, disc & (oval(x, y, a, 3.4) | oval(x + 6, y - 3, a * 0.6, 3.6)), pen.r(1.0), 0, 0.92)


@thing("mountain", metres=50, box=(-110, -100, 110, 2), words="mountains, peak, summit, hill, himalaya, everest",
       kinds="land, nature", category="nature", slots="rock", faces="right")
def mountain(pen: Pen, ask: Ask) -> None:
    """A snowy peak with a lower one beside it."""
    stone = pen.slot("rock", pen.mix(pen.natural("stone"), pen.G, 0.35))
    side = polygon([(8, 0), (62, -66), (70, -58), (108, 0)])
    mass(pen, side, pen.lighter(stone, 0.05), 0.2)
    pen.shape(polygon([(62, -66), (70, -58), (79, -44), (68, -48), (60, -42), (46, -46)]), pen.r(1.0), shadow=0.4)
    mass(pen, polygon([(-108, 0), (-46, -58), (-34, -62), (-10, -99), (0, -94), (30, -52), (38, -48), (80, 0)]), stone,
         0, 0.12)
    mark(pen, polygon([(-10, -99), (0, -94), (30, -52), (38, -48), (80, 0), (4, 0), (-8, -34), (6, -58)]),
         pen.shaded(stone, 0.34), 0)
    cap = polygon([(-10, -99), (0, -94), (22, -64), (8, -68), (2, -56), (-8, -68), (-18, -58), (-28, -70)])
    pen.shape(cap, pen.r(1.0), form=0.2, form_width=9, shadow=0.6)


@thing("stone", metres=0.5, box=(-66, -100, 66, 4), words="rock, boulder, pebble, stones, rocks, pebbles",
       kinds="nature", category="nature", slots="stone", faces="none", seat=(0, -92))
def stone_thing(pen: Pen, ask: Ask) -> None:
    """A boulder with moss and a small stone."""
    grey = pen.slot("stone", pen.natural("stone"))
    body = smooth([(-60, -2), (-58, -40), (-40, -74), (-6, -96), (22, -90), (46, -58), (54, -22), (50, 0), (0, 2)],
                  curve=0.5)
    mass(pen, body, grey, 0.35, 0.2, 16)
    mark(pen, body & blob(-26, -84, 28, 18, 2), pen.natural("moss"), 0.6)
    pen.line([(2, -60), (10, -44), (6, -30), (16, -16)], pen.shaded(grey, 0.4), 2.4, ink=0.6)
    mass(pen, rock(46, 1, 36, 26, 3), pen.lighter(grey, 0.04))


@thing("island", metres=9, box=(-110, -100, 110, 5), words="desert island, isle, islet, tropical island",
       kinds="land, nature", category="nature", contact="float", slots="sand")
def island(pen: Pen, ask: Ask) -> None:
    """A small sandy island with a palm and a bush."""
    sand = pen.slot("sand", pen.natural("sand"))
    mass(pen, smooth([(-108, 3), (-70, -14), (-20, -26), (30, -24), (76, -12), (108, 3), (0, 6)], curve=0.8), sand,
         0.25, 0.15, 6)
    plants.palm(pen.at(-4, -22, 0.77), ask)
    plants.bush(pen.at(46, -16, 0.24), ask)
    mass(pen, rock(-56, -12, 26, 16, 4), pen.natural("stone"))
    for x, wide in ((-66, 40), (52, 46)):
        pen.line([(x - wide / 2, 2), (x, 0), (x + wide / 2, 2)], pen.r(1.0), 1.8, alpha=0.8, ink=0.4)


@thing("wave", metres=2.4, box=(-110, -100, 110, 4), words="big wave, tsunami, surf, ocean wave, tide, flood",
       kinds="water, nature", category="nature", contact="float", slots="water", motion="wave")
def wave_thing(pen: Pen, ask: Ask) -> None:
    """A curling wave with foam."""
    blue = pen.slot("water", pen.mix(pen.G, pen.r(0.3), 0.15))
    body = smooth([(-108, 2), (-76, -16), (-48, -52), (-10, -88), (34, -99), (70, -84), (84, -58), (76, -40), (66, -56),
                   (46, -68), (24, -58), (14, -32), (26, -10), (60, -2), (108, 2)], curve=0.8)
    mass(pen, body, blue, 0.3, 0.15, 9)
    for k, tone in ((0.0, 0.09), (14.0, 0.16)):
        pen.line([(-70 + k, -8), (-34 + k, -42 + k * 0.6), (0 + k * 0.6, -72 + k * 0.8), (30, -84 + k * 0.7),
                  (50, -80 + k * 0.5)], pen.lighter(blue, tone), 4, ink=0.5)
    foam = pen.r(1.0)
    for x, y, r in ((10, -94, 8), (28, -97, 8), (46, -94, 9), (62, -86, 9), (74, -74, 9), (81, -60, 9), (79, -45, 8),
                    (68, -50, 6)):
        mass(pen, oval(x, min(y, -90 + r) if y < -90 else y, r), foam, 0.15, 0.06, rim=0, shadow=0.5)
    for x, r in ((44, 8), (58, 10), (74, 10), (90, 8), (30, 7)):
        mass(pen, oval(x, -4, r, r * 0.8), foam, 0.15, 0.06, rim=0, shadow=0.4)


@thing("snowman", metres=1.5, box=(-46, -100, 46, 2), words="snow man, frosty", kinds="doll, thing", slots="scarf, hat",
       category="thing", faces="right")
def snowman(pen: Pen, ask: Ask) -> None:
    """A snowman with hat, scarf and stick arms."""
    snow = pen.mix(pen.r(1.0), pen.G, 0.05)
    for side in (-1, 1):
        pen.line([(side * 16, -50), (side * 34, -58), (side * 44, -70)], pen.natural("dark wood"), 2.4, ink=0.6)
        pen.line([(side * 34, -58), (side * 44, -56)], pen.natural("dark wood"), 1.8, ink=0.6)
    mass(pen, oval(0, -22, 27, 23), snow, 0.28, 0.12, 8)
    mass(pen, oval(0, -52, 20, 18), snow, 0.28, 0.12, 7)
    mass(pen, oval(0, -76, 14.5, 14), snow, 0.28, 0.12, 6)
    scarf = pen.slot("scarf", pen.A)
    mass(pen, smooth([(-15, -68), (0, -63), (15, -68), (15, -61), (0, -56), (-15, -61)], curve=0.8), scarf, 0.2, rim=1)
    mass(pen, polygon([(6, -60), (15, -62), (18, -38), (9, -37)]), scarf, 0.2, rim=1)
    for y in (-48, -38):
        mark(pen, oval(-2, y, 2.2), pen.r(0.05))
    mark(pen, oval(-2, -79, 1.9), pen.r(0.04))
    mark(pen, oval(8, -79, 1.9), pen.r(0.04))
    mass(pen, polygon([(3, -77), (19, -73), (3, -72)]), pen.mix(pen.B, pen.A, 0.4), rim=0)
    hat = pen.slot("hat", pen.r(0.12))
    mass(pen, box(-11, -99, 22, 14, 1), hat, 0.3)
    mark(pen, box(-11, -89, 22, 4), pen.A)
    mass(pen, box(-17, -87, 34, 4, 2), hat, rim=1)


@thing("geyser", metres=5, box=(-50, -100, 50, 2), words="hot spring, steam, smoke",
       kinds="water, nature", category="nature", faces="none", motion="rise")
def geyser(pen: Pen, ask: Ask) -> None:
    """Wisps of steam over a ring of stones."""
    steam(pen, 0, -14, 84, 3, 24)
    mark(pen, oval(0, -10, 34, 7), pen.mix(pen.G, white(pen), 0.4))
    for i, x in enumerate((-40, -24, -8, 10, 26, 40)):
        mass(pen, rock(x, 0 - (abs(x) > 30) * 4, 20, 12, i), pen.natural("stone"), rim=1)

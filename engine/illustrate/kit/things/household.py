"""Common things of house and play: a box, clothes to wear, kitchen things, a sledge, a slide, a fireplace.

Example: `found_thing("box").kinds` has 'container'.
"""

from __future__ import annotations

import math

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.parts import bar, flame, hue, lathe, mark, mass, ring, white
from engine.illustrate.paint.forms import rock, tube
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen

# fmt: off


@thing("box", metres=0.5, box=(-66, -100, 66, 2), words="crate, wooden box, cardboard box, package, delivery, container",
       kinds="container, thing", category="thing", slots="wood", poses="closed, open", faces="none", grip=(0, -40))
def box_thing(pen: Pen, ask: Ask) -> None:
    """A plain box of boards with a lid; open, the lid leans behind."""
    wood = pen.slot("wood", pen.natural("pale wood"))
    if ask.pose == "open":
        mass(pen, polygon([(-56, -70), (56, -70), (62, -100), (-50, -100)]), pen.shaded(wood, 0.12), 0.2)
        mark(pen, polygon([(-58, -70), (58, -70), (50, -82), (-50, -82)]), pen.shaded(wood, 0.6))
    else:
        mass(pen, polygon([(-62, -74), (62, -74), (50, -92), (-50, -92)]), pen.lighter(wood, 0.05), 0.15)
        pen.line([(-56, -83), (56, -83)], pen.shaded(wood, 0.35), 1.4, ink=0.4)
    front = box(-60, -74, 120, 74, 2)
    mass(pen, front, wood, 0.28, 0.15, 8)
    for y in (-50, -25):
        pen.line([(-59, y), (59, y)], pen.shaded(wood, 0.42), 1.8, ink=0.5)
    for x in (-60, 48):
        mass(pen, box(x, -74, 12, 74, 1), pen.lighter(wood, 0.03), 0.2, rim=1)
        for y in (-62, -37, -12):
            mark(pen, oval(x + 6, y, 1.8), pen.natural("iron"), 0.3)
    mark(pen, box(-13, -44, 26, 9, 4), pen.shaded(wood, 0.6))


@thing("dress", metres=1.1, box=(-46, -100, 46, 2), words="frock, skirt, ball gown, wedding dress, costume", kinds="clothing, garment",
       category="thing", slots="cloth, belt", faces="none", grip=(0, -96))
def dress(pen: Pen, ask: Ask) -> None:
    """A dress with short sleeves and a wide skirt."""
    cloth, belt = pen.slot("cloth", pen.A), pen.slot("belt", pen.mix(pen.L, pen.B, 0.3))
    for side in (-1, 1):
        mass(pen, smooth([(side * 12, -98), (side * 30, -88), (side * 33, -72), (side * 18, -74)], curve=0.5), pen.shaded(cloth, 0.08))
    skirt = smooth([(-14, -58), (14, -58), (30, -30), (44, -4), (22, 0), (0, -3), (-22, 0), (-44, -4), (-30, -30)], curve=0.45)
    mass(pen, skirt, cloth, 0.34, 0.18, 9)
    for x in (-16, 0, 16):
        pen.line([(x * 0.4, -54), (x, -26), (x * 1.5, -4)], pen.shaded(cloth, 0.3), 1.6, ink=0.5)
    mass(pen, smooth([(-20, -96), (-8, -92), (0, -88), (8, -92), (20, -96), (17, -74), (14, -56), (-14, -56), (-17, -74)], curve=0.4),
         cloth, 0.28)
    mass(pen, box(-15, -61, 30, 7, 2), belt, 0.2, rim=1)
    mark(pen, smooth([(-9, -94), (0, -87), (9, -94), (0, -91)], curve=0.6), white(pen))


@thing("coat", metres=1.1, box=(-48, -100, 48, 2), words="jacket, overcoat, raincoat, winter coat, sweater, jumper, cardigan, uniform",
       kinds="clothing, garment", category="thing", slots="cloth, buttons", faces="none", grip=(0, -96))
def coat(pen: Pen, ask: Ask) -> None:
    """A coat with a collar, two pockets and buttons."""
    cloth = pen.slot("cloth", pen.mix(pen.B, pen.r(0.3), 0.1))
    for side in (-1, 1):
        mass(pen, smooth([(side * 18, -94), (side * 34, -82), (side * 46, -34), (side * 32, -30), (side * 22, -62)], curve=0.35),
             pen.shaded(cloth, 0.1))
        mark(pen, polygon([(side * 47, -38), (side * 45, -31), (side * 32, -29), (side * 31, -36)]), pen.shaded(cloth, 0.35))
    mass(pen, smooth([(-20, -96), (0, -90), (20, -96), (27, -60), (32, -2), (0, 0), (-32, -2), (-27, -60)], curve=0.25), cloth, 0.32, 0.18, 9)
    pen.line([(2, -86), (3, -2)], pen.shaded(cloth, 0.45), 2, ink=0.6)
    for y in (-70, -52, -34):
        mark(pen, oval(-4, y, 2.8), pen.slot("buttons", pen.natural("dark wood")))
    for x in (-24, 10):
        mark(pen, box(x, -30, 14, 4, 1.5), pen.shaded(cloth, 0.35))
    for side in (-1, 1):
        mass(pen, polygon([(0, -84), (side * 17, -98), (side * 22, -84), (side * 8, -72)]), pen.lighter(cloth, 0.05), 0.2, rim=1)


@thing("trousers", metres=0.9, box=(-34, -100, 34, 2), words="pants, jeans, shorts, leggings", kinds="clothing, garment",
       category="thing", slots="cloth", faces="none", grip=(0, -96))
def trousers(pen: Pen, ask: Ask) -> None:
    """A pair of trousers."""
    cloth = pen.slot("cloth", pen.scheme.named("navy", pen.G))
    mass(pen, polygon([(-26, -98), (26, -98), (32, 0), (8, 0), (0, -58), (-8, 0), (-32, 0)]), cloth, 0.32, 0.16, 7)
    mark(pen, box(-26, -98, 52, 8), pen.shaded(cloth, 0.25))
    pen.line([(0, -90), (0, -60)], pen.shaded(cloth, 0.4), 1.6, ink=0.5)
    for side in (-1, 1):
        pen.line([(side * 25, -86), (side * 15, -80), (side * 13, -88)], pen.lighter(cloth, 0.2), 1.4, ink=0.4)
        pen.line([(side * 17, -62), (side * 20, -4)], pen.shaded(cloth, 0.25), 1.4, ink=0.4)


@thing("gloves", metres=0.25, box=(-62, -100, 62, 2), words="glove, mitten, mittens", kinds="clothing", category="thing", slots="wool",
       faces="none", grip=(0, -20))
def gloves(pen: Pen, ask: Ask) -> None:
    """A pair of knitted mittens."""
    wool = pen.slot("wool", pen.A)
    for side in (-1, 1):
        own = pen.at(side * 31, 0, 1.0, 0, side > 0)
        mass(own, tube([(10, -34), (24, -50), (26, -64)], [9, 9, 7]), pen.shaded(wool, 0.1))
        mass(own, smooth([(-20, -28), (-24, -62), (-18, -90), (0, -99), (16, -88), (17, -60), (16, -28)], curve=0.7), wool, 0.32)
        mass(own, box(-23, -32, 44, 32, 5), pen.lighter(wool, 0.12), 0.25)
        for x in (-14, -5, 4, 13):
            own.line([(x, -29), (x, -4)], pen.shaded(wool, 0.15), 1.6, ink=0.4)
        for x, y in ((-4, -66), (-12, -56), (4, -56), (-4, -46)):
            mark(own, polygon([(x, y - 5), (x + 5, y), (x, y + 5), (x - 5, y)]), white(pen), 0.4)


@thing("sledge", metres=0.6, box=(-104, -100, 108, 2), words="sled, sleigh, toboggan, bobsleigh", kinds="vehicle", category="vehicle",
       slots="wood", motion="roll")
def sledge(pen: Pen, ask: Ask) -> None:
    """A wooden sledge on curved runners, with its cord."""
    wood, iron = pen.slot("wood", pen.natural("wood")), pen.natural("iron")
    pen.line([(86, -62), (104, -78), (98, -94), (80, -98)], pen.natural("straw"), 3, ink=0.5)
    for dy, dark in ((-10, 0.35), (0, 0.0)):
        runner = tube([(-100, -6 + dy), (-40, -4 + dy), (50, -4 + dy), (84, -18 + dy), (94, -46 + dy), (82, -62 + dy)], [4.4] * 6)
        mass(pen, runner, pen.shaded(wood, 0.15 + dark), 0.25)
        for x in (-66, 0, 50):
            mass(pen, bar((x, -6 + dy), (x, -46 + dy), 4), pen.shaded(wood, 0.1 + dark), 0.2, rim=1)
        pen.line([(-100, -2 + dy), (50, 0 + dy), (84, -14 + dy)], iron, 2, ink=0.5)
    for i, y in enumerate((-62, -55, -48)):
        mass(pen, polygon([(-92 + i * 3, y), (70 + i * 3, y), (74 + i * 3, y + 6), (-88 + i * 3, y + 6)]), pen.lighter(wood, 0.05), 0.2, rim=1)


@thing("fireplace", metres=1.5, box=(-74, -100, 74, 2), words="hearth, chimney piece, open fire, mantelpiece", kinds="furniture",
       category="furniture", slots="stone", light_motion="flicker", faces="none", tops=((-40, -96), (40, -96)))
def fireplace(pen: Pen, ask: Ask) -> None:
    """A stone fireplace with a burning log and a mantel."""
    stone = pen.slot("stone", pen.natural("stone"))
    mass(pen, box(-64, -88, 128, 88, 2), stone, 0.28, 0.18, 8)
    for i in range(7):
        y = -84 + i * 12.4
        for k in range(4):
            x = -62 + k * 33 + (12 if i % 2 else 0)
            if x + 28 < 64:
                mark(pen, box(x, y, 28, 10, 3), pen.mix(stone, pen.r(0.8 if (i + k) % 3 else 0.2), 0.14), 0.4)
    hollow = box(-38, -58, 76, 58) | oval(0, -58, 38, 18)
    mark(pen, hollow, pen.r(0.03), 0.8)
    for a, b in (((-26, -5), (20, -9)), ((-16, -12), (28, -4))):
        mass(pen, bar(a, b, 4.6), pen.natural("dark wood"), 0.2, rim=1)
    for x, tall in ((-13, 26), (12, 30), (0, 42)):
        flame(pen, x, -9, tall, 1.6)
    pen.glow(0, -30, 110, pen.natural("fire"), 0.4)
    mass(pen, box(-74, -97, 148, 11, 2), pen.natural("dark wood"), 0.25)
    mass(pen, box(-70, -4, 140, 5, 1), pen.shaded(stone, 0.25), 0.2, rim=1)


@thing("fridge", metres=1.7, box=(-32, -100, 32, 2), words="refrigerator, freezer, icebox", kinds="furniture, device", category="furniture",
       slots="body", faces="none")
def fridge(pen: Pen, ask: Ask) -> None:
    """A round-shouldered fridge with two doors."""
    body = pen.slot("body", pen.mix(pen.G, white(pen), 0.45))
    for x in (-24, 18):
        mass(pen, box(x, -4, 6, 5), pen.natural("iron"), rim=0)
    mass(pen, box(-30, -100, 60, 97, 8), body, 0.3, 0.16, 7)
    pen.line([(-30, -68), (30, -68)], pen.shaded(body, 0.45), 2, ink=0.6)
    for y, tall in ((-84, 12), (-60, 20)):
        mass(pen, box(-24, y, 3.6, tall, 1.6), pen.natural("steel"), 0.2, rim=1)
    mark(pen, box(4, -54, 14, 12, 1), white(pen), 0.5)
    mark(pen, oval(11, -54, 1.8), pen.A, 0.3)


@thing("sandwich", metres=0.1, box=(-92, -100, 92, 2), words="burger, hamburger, sandwiches", kinds="food", category="food",
       faces="none", grip=(0, -30))
def sandwich(pen: Pen, ask: Ask) -> None:
    """Two slices with lettuce, cheese and tomato between."""
    crust, crumb = pen.mix(pen.natural("pale wood"), pen.natural("copper"), 0.3), pen.mix(white(pen), pen.natural("sand"), 0.3)
    mass(pen, box(-84, -24, 168, 24, 8), crust, 0.3)
    mark(pen, box(-80, -28, 160, 9, 4), crumb)
    wave = [(-90 + 15 * i, -30 + (7 if i % 2 else -4)) for i in range(13)]
    mass(pen, smooth([*wave, (90, -44), (-90, -44)], curve=0.8), pen.V, 0.2)
    mass(pen, polygon([(-82, -44), (82, -44), (60, -34), (20, -40), (-16, -28), (-52, -40)]), hue(pen, "yellow"), 0.15)
    for x in (-48, 2, 50):
        mass(pen, box(x - 25, -54, 50, 10, 4), hue(pen, "red"), 0.2, rim=1)
    mass(pen, smooth([(-86, -54), (-84, -82), (-60, -97), (60, -97), (84, -82), (86, -54)], curve=0.4), crust, 0.32, 0.15, 9)
    mark(pen, box(-82, -60, 164, 7, 3), crumb)


@thing("knife", metres=0.25, box=(-12, -100, 12, 2), words="knives, kitchen knife, penknife", kinds="tool, kitchenware", category="tool",
       slots="handle", contact="held", grip=(0, -18), faces="none")
def knife(pen: Pen, ask: Ask) -> None:
    """A kitchen knife, its point up."""
    mass(pen, smooth([(-6, -38), (-7, -70), (2, -100), (8, -72), (8, -38)], curve=0.35), pen.natural("steel"), 0.3)
    mass(pen, box(-7, -40, 14, 40, 5), pen.slot("handle", pen.natural("dark wood")), 0.3)
    for y in (-30, -14):
        mark(pen, oval(0, y, 1.7), pen.natural("brass"), 0.3)


@thing("fork", metres=0.2, box=(-14, -100, 14, 2), words="forks", kinds="kitchenware, tool", category="tool", contact="held",
       grip=(0, -18), faces="none")
def fork(pen: Pen, ask: Ask) -> None:
    """A table fork, its prongs up."""
    metal = pen.natural("steel")
    mass(pen, tube([(0, 0), (0, -30), (0, -58)], [4.6, 3, 3]), metal, 0.3)
    mass(pen, smooth([(-12, -98), (-12, -70), (-4, -56), (4, -56), (12, -70), (12, -98)], curve=0.4) - box(-8.6, -101, 4.6, 29, 2)
         - box(-2.3, -101, 4.6, 29, 2) - box(4, -101, 4.6, 29, 2), metal, 0.3)


@thing("feather", metres=0.3, box=(-24, -100, 30, 2), words="feathers, plume of a bird", kinds="thing", category="thing",
       slots="vane", contact="held", grip=(-14, -8), faces="none", motion="sway")
def feather(pen: Pen, ask: Ask) -> None:
    """One long feather."""
    vane = pen.slot("vane", pen.mix(pen.natural("feather"), pen.G, 0.25))
    mass(pen, smooth([(-10, -24), (-20, -52), (-10, -84), (20, -100), (26, -72), (16, -44), (2, -24)], curve=0.8), vane, 0.3)
    for t in (0.2, 0.4, 0.6, 0.8):
        x, y = -8 + 26 * t, -26 - 66 * t
        pen.line([(x, y), (x - 12 + 4 * t, y - 7)], pen.shaded(vane, 0.3), 1.3, ink=0.4)
        pen.line([(x, y), (x + 10 - 3 * t, y - 5)], pen.shaded(vane, 0.3), 1.3, ink=0.4)
    pen.line([(-16, 0), (-9, -24), (4, -60), (19, -96)], pen.lighter(vane, 0.12), 2.4, ink=0.6)


@thing("seashell", metres=0.12, box=(-60, -100, 60, 2), words="shell, shells, scallop, clam, mussel, oyster, conch", kinds="thing",
       category="nature", slots="shell", faces="none", grip=(0, -20))
def seashell(pen: Pen, ask: Ask) -> None:
    """A scallop with its ribs."""
    pink = pen.slot("shell", pen.mix(hue(pen, "pink"), pen.natural("sand"), 0.4))
    mass(pen, polygon([(-22, -14), (22, -14), (14, 0), (-14, 0)]), pen.shaded(pink, 0.2), 0.25)
    rim = [(math.sin(math.radians(a)) * 58, -26 - math.cos(math.radians(a)) * (70 + (3 if k % 2 else -3)))
           for k, a in enumerate(range(-84, 85, 12))]
    fan = smooth([(-10, -8), *rim, (10, -8)], curve=0.5)
    mass(pen, fan, pink, 0.32, 0.14, 8)
    for a in range(-60, 61, 20):
        tip = (math.sin(math.radians(a)) * 54, -26 - math.cos(math.radians(a)) * 66)
        pen.line([(0, -9), (tip[0] * 0.55, tip[1] * 0.55 - 6), tip], pen.shaded(pink, 0.3), 2, ink=0.5)


@thing("iceberg", metres=14, box=(-84, -100, 84, 6), words="ice floe, icicle, glacier ice, floe, polar ice, sea ice, ice cap, ice sheet, ice shelf", kinds="ice, nature",
       category="nature", contact="float", slots="ice", motion="bob", faces="none", poses="whole, melting")
def iceberg(pen: Pen, ask: Ask) -> None:
    """A pale iceberg with blue shaded faces."""
    ice = pen.slot("ice", pen.mix(pen.r(1.0), pen.natural("glass"), 0.3))
    blue = pen.mix(ice, pen.scheme.named("blue", pen.G), 0.3)
    mass(pen, polygon([(-82, 4), (-66, -34), (-44, -46), (-24, -96), (2, -74), (22, -82), (46, -40), (70, -30), (82, 4)]), ice, 0.2, 0.1, 10)
    mark(pen, polygon([(-24, -96), (2, -74), (22, -82), (10, -40), (26, 4), (-10, 4), (-18, -44)]), pen.lighter(ice, 0.02), 0.5)
    mark(pen, polygon([(22, -82), (46, -40), (70, -30), (82, 4), (26, 4), (10, -40)]), blue, 0.6)
    mark(pen, polygon([(-66, -34), (-44, -46), (-18, -44), (-40, -16), (-60, 4), (-82, 4)]), pen.mix(ice, blue, 0.5), 0.5)
    pen.line([(-18, -44), (-24, -70), (-24, -94)], pen.mix(blue, ice, 0.3), 1.8, ink=0.4)
    if ask.pose == "melting":
        water = pen.mix(pen.G, pen.r(0.9), 0.3)
        for x, y, r in ((-52, -30, 5), (-30, -16, 6), (-4, -30, 5), (16, -50, 5), (38, -24, 6), (60, -18, 5)):
            pen.line([(x, y - 18), (x + 1, y - 8), (x, y)], pen.mix(water, ice, 0.35), 2.6, ink=0.4)
            mass(pen, smooth([(x, y - 2.2 * r), (x + r, y), (x, y + r), (x - r, y)], curve=0.8), water, 0.3, rim=1)


@thing("sandcastle", metres=0.5, box=(-70, -100, 70, 2), words="sand castle", kinds="toy, thing", category="thing", faces="none")
def sandcastle(pen: Pen, ask: Ask) -> None:
    """Towers of sand with a flag and a gate."""
    sand = pen.natural("sand")
    mass(pen, smooth([(-70, 1), (-56, -16), (0, -20), (56, -16), (70, 1)], curve=0.6), pen.shaded(sand, 0.12), 0.25)
    for x, half, top in ((-38, 17, -62), (38, 17, -58), (0, 22, -80)):
        mass(pen, lathe([(half, top), (half + 4, -8)], 0).moved(x, 0), sand, 0.3)
        for k in (-1, 0, 1):
            mass(pen, box(x + k * half * 0.78 - 4, top - 8, 8, 10), pen.lighter(sand, 0.03), 0.2, rim=1)
    mark(pen, box(-9, -26, 18, 22) | oval(0, -26, 9), pen.shaded(sand, 0.6))
    for x, y in ((-38, -44), (38, -42), (0, -56)):
        mark(pen, box(x - 2.4, y, 4.8, 9, 2), pen.shaded(sand, 0.55))
    pen.line([(0, -86), (0, -100)], pen.natural("wood"), 2, ink=0.5)
    mass(pen, polygon([(0, -100), (20, -95), (0, -90)]), pen.A, 0.2, rim=1)
    mass(pen, rock(-54, 1, 12, 8, 2), pen.lighter(sand, 0.05), 0.2)


@thing("slide", metres=2.4, box=(-84, -100, 104, 2), words="playground slide, water slide", kinds="toy", category="thing",
       slots="chute", seat=(26.0, -46.0))
def slide(pen: Pen, ask: Ask) -> None:
    """A playground slide with its ladder."""
    chute, metal = pen.slot("chute", pen.A), pen.natural("steel")
    for dx in (0, 14):
        pen.line([(-80 + dx, 0), (-56 + dx, -74)], pen.shaded(metal, 0.2 if dx else 0), 5, ink=0.6)
    for t in (0.15, 0.35, 0.55, 0.75, 0.95):
        pen.line([(-80 + 24 * t, -74 * t), (-66 + 24 * t, -74 * t)], metal, 3.4, ink=0.5)
    pen.line([(-34, -72), (-34, 0)], pen.shaded(metal, 0.25), 4.6, ink=0.6)
    pen.line([(-58, -74), (-50, -99), (-32, -99), (-26, -72)], metal, 4, ink=0.6)
    mass(pen, tube([(-60, -74), (-30, -74), (10, -50), (58, -18), (80, -10), (102, -9)], [5.4] * 6), chute, 0.3)
    pen.line([(-28, -84), (12, -60), (60, -28), (82, -19), (100, -18)], pen.lighter(chute, 0.08), 4, ink=0.6)


@thing("traffic light", metres=2.8, box=(-18, -100, 18, 2), words="traffic lights, stoplight, signal light", kinds="sign", category="building",
       faces="none")
def traffic_light(pen: Pen, ask: Ask) -> None:
    """A traffic light on its post, red over amber over green."""
    mass(pen, box(-2.6, -58, 5.2, 58), pen.natural("iron"))
    mass(pen, box(-9, -4, 18, 4, 1), pen.natural("iron"), rim=0)
    mass(pen, box(-14, -100, 28, 46, 5), pen.r(0.12), 0.25)
    for y, name in ((-91, "red"), (-77, "orange"), (-63, "green")):
        mark(pen, oval(0, y, 5.6), hue(pen, name, 0.04), 0.6)
        mark(pen, oval(-1.8, y - 2, 1.6, 1.2), pen.r(1.0), 0, 0.7)
    pen.glow(0, -91, 18, hue(pen, "red"), 0.4)


@thing("can", metres=0.13, box=(-30, -100, 30, 2), words="tin can, tin, soup can, oil can", kinds="vessel", category="vessel",
       slots="label", faces="none", grip=(0, -50))
def can(pen: Pen, ask: Ask) -> None:
    """A tin with a paper label, its lid bent open."""
    metal = pen.natural("steel")
    mass(pen, smooth([(-8, -94), (6, -100), (26, -99), (28, -93), (10, -90)], curve=0.7), pen.lighter(metal, 0.06), 0.2, rim=1)
    mass(pen, lathe([(28, -88), (28, -3), (26, 0)], 0.1), metal, 0.34, 0.2)
    mark(pen, oval(0, -88, 28, 5), pen.shaded(metal, 0.5))
    mass(pen, box(-28, -74, 56, 60), pen.slot("label", pen.A), 0.34, 0.2, rim=0)
    mark(pen, box(-28, -52, 56, 16), white(pen))
    mark(pen, oval(0, -44, 5), pen.G, 0.4)
    for y in (-80, -8):
        pen.line([(-28, y), (28, y)], pen.shaded(metal, 0.3), 1.6, ink=0.4)


@thing("helmet", metres=0.3, box=(-56, -100, 56, 2), words="hard hat, bicycle helmet, knight's helmet", kinds="hat, clothing",
       category="thing", slots="shell", faces="none", grip=(0, -20))
def helmet(pen: Pen, ask: Ask) -> None:
    """A round helmet with a strap."""
    shell = pen.slot("shell", pen.A)
    pen.line([(-36, -26), (-18, -2), (12, -2), (34, -26)], pen.natural("dark wood"), 4, ink=0.6)
    mass(pen, smooth([(-54, -26), (-50, -68), (-24, -96), (14, -99), (44, -78), (54, -42), (56, -26), (0, -20)], curve=0.7), shell, 0.34)
    for x in (-22, 0, 22):
        mark(pen, oval(0, 0, 4.4, 13).turned(x * 0.5).moved(x, -66), pen.shaded(shell, 0.5))
    mass(pen, tube([(-55, -27), (0, -20), (56, -27)], [4, 4.4, 4]), pen.lighter(shell, 0.1), 0.2, rim=1)


@thing("starfish", metres=0.15, box=(-56, -100, 56, 2), words="sea star", kinds="animal", category="nature", slots="coat", faces="none")
def starfish(pen: Pen, ask: Ask) -> None:
    """An orange starfish with dots."""
    coat_ = pen.slot("coat", hue(pen, "orange"))
    points = []
    for k in range(10):
        a, r = math.tau * k / 10 - math.pi / 2, 52 if k % 2 == 0 else 22
        points.append((math.cos(a) * r, -48 + math.sin(a) * r))
    mass(pen, smooth(points, curve=0.55), coat_, 0.32, 0.12, 7)
    for k in range(5):
        a = math.tau * k / 5 - math.pi / 2
        for r in (14, 25, 36):
            mark(pen, oval(math.cos(a) * r, -48 + math.sin(a) * r, 3.2 - r * 0.04), pen.lighter(coat_, 0.14), 0.4)
    mark(pen, ring(0, -48, 6, 2), pen.lighter(coat_, 0.14), 0.3)

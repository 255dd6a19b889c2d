"""Small creatures: butterfly, bee, ant, spider, snail, ladybird, caterpillar, dragonfly, firefly."""
# outlines are rows of points, tables rows of words: they read best as written
# fmt: off

from __future__ import annotations

import math

from engine.illustrate.kit.animals.beasts import black, eye, flat, shade
from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.paint.forms import tube
from engine.illustrate.paint.path import oval, polygon, smooth
from engine.illustrate.paint.pen import Pen
from engine.looks import Colour


def _feelers(pen: Pen, x: float, y: float, long: float, colour: Colour) -> None:
    for dx, dy in ((0.7, -0.8), (1.0, -0.35)):
        tip = (x + long * dx, y + long * dy)
        pen.line([(x, y), (x + long * dx * 0.4, y + long * dy * 0.75), tip], colour, 1.4, ink=0.5, wobble=0.3)
        flat(pen, oval(tip[0], tip[1], 1.8, 1.8), colour)


def _smile(pen: Pen, x: float, y: float, wide: float, colour: Colour) -> None:
    pen.line([(x - wide, y - wide * 0.4), (x, y + wide * 0.3), (x + wide, y - wide * 0.5)], colour, 1.2, ink=0.6,
        wobble=0.1)


@thing("butterfly", metres=0.12, box=(-56, -100, 56, 2), words="moth, butterflies", kinds="insect, animal",
    category="animal", contact="air", slots="wings",
       poses="fly, rest, open", motion="flutter")
def butterfly(pen: Pen, ask: Ask) -> None:
    """A butterfly with spotted wings."""
    coat, dark = pen.slot("wings", pen.scheme.named("orange", pen.B)), black(pen)
    pale = pen.natural("feather")
    own = pen.at(0, 0, 1.0, 0 if ask.pose == "open" else 10)
    lift = -6 if ask.pose == "rest" else 0
    upper = smooth([(-2, -46), (-14, -78 + lift), (-40, -94), (-54, -84), (-52, -58), (-26, -42)])
    lower = smooth([(-3, -42), (-28, -42), (-44, -28), (-38, -8), (-20, -6), (-6, -26)])
    narrow = {"open": 1.0, "rest": 0.34}.get(ask.pose, 0.62)
    for wide in (-narrow, 1.0):
        base = coat if wide > 0 or narrow == 1.0 else shade(pen, coat, 0.22)
        for wing in (lower.scaled(wide, 1), upper.scaled(wide, 1)):
            own.shape(wing, base, form=0.3, form_width=6, rim=True, rim_width=1.8, wobble=0.4)
            inner = wing.moved(22 * wide, 46).scaled(0.78).moved(-20 * wide, -44)
            flat(own, wing - inner.moved(2 * wide, -2), pen.mix(dark, coat, 0.12))
        for x, y, r in ((-46, -82, 3), (-49, -70, 2.6), (-39, -25, 2.8), (-33, -13, 2.4)):
            flat(own, oval(x * wide, y, r * abs(wide), r), pale)
        flat(own, oval(-30 * wide, -68, 7 * abs(wide), 9), pen.mix(base, pen.L, 0.6))
    own.shape(tube([(0, -58), (1, -40), (-2, -12)], [4.4, 4.2, 2]), dark, form=0.2, wobble=0.3)
    own.shape(oval(1, -62, 6.4, 6), dark, wobble=0.2)
    eye(own, 3.4, -63, 2.0, False, 0.5)
    for x in (3, -3) if ask.pose == "open" else (7, 3):
        own.line([(x * 0.4, -67), (x * 1.4, -78), (x * 3, -84)], dark, 1.3, ink=0.5)


@thing("bee", metres=0.1, box=(-54, -100, 58, 2), words="bumblebee, honeybee, fly, mosquito",
    kinds="insect, animal", category="animal", contact="air", slots="coat",
       poses="fly, rest, sleep", motion="drift")
def bee(pen: Pen, ask: Ask) -> None:
    """A round bee with stripes."""
    pen = pen.at(0, 0, 0.96)
    coat, dark = pen.slot("coat", pen.scheme.named("yellow", pen.B)), black(pen)
    wing = pen.mix(pen.natural("glass"), pen.natural("feather"), 0.6)
    lift = 18 if ask.pose != "fly" else 0
    for x, y, turn, shaded_ in ((2, -62, 26, 0.2), (-8, -60, -8, 0.0)):
        shape = smooth([(0, 0), (-14, -20), (-10, -38), (6, -40), (12, -22)])
        pen.at(x, y, 1.0, turn - lift * 1.6).shape(shape, shade(pen, wing, shaded_), form=0.2, wobble=0.3)
    for x in (-14, 0, 14):
        pen.line([(x, -22), (x + 3, -10), (x, -2 if ask.pose != "fly" else -6)], dark, 2.6, ink=0.6)
    body = smooth([(36, -44), (28, -62), (0, -70), (-30, -60), (-48, -42), (-56, -38), (-46, -32), (-28, -22), (4,
        -16), (30, -26)])
    pen.shape(body, coat, form=0.32, form_width=7, rim=True, rim_width=2, wobble=0.4)
    for x in (8, -14, -34):
        flat(pen, smooth([(x, -80), (x + 10, -80), (x + 5, -44), (x + 8, -10), (x - 2, -10), (x - 5, -44)]) & body,
            dark)
    head = oval(40, -46, 19, 18)
    pen.shape(head, pen.mix(coat, pen.natural("fur"), 0.25), form=0.28, form_width=4, rim=True, rim_width=1.6,
        wobble=0.3)
    eye(pen, 46, -50, 4.0, ask.pose == "sleep", 0.3)
    flat(pen, oval(40, -40, 4, 2.8), pen.mix(coat, pen.A, 0.5))
    _smile(pen, 50, -38, 4, dark)
    _feelers(pen, 42, -62, 16, dark)


@thing("hornet", metres=0.1, box=(-74, -100, 62, 2), words="wasp, yellow jacket, hornets", kinds="insect, animal",
    category="animal", slots="coat", poses="fly, rest, sleep", motion="drift", contact="air")
def hornet(pen: Pen, ask: Ask) -> None:
    """A long hornet with a thin waist, a brown chest, a sting and a stern look."""
    pen = pen.at(0, 0, 0.86)
    coat, dark = pen.slot("coat", pen.mix(pen.scheme.named("yellow", pen.B), pen.scheme.named("orange", pen.B), 0.45)), black(pen)
    brown = pen.mix(pen.natural("dark fur"), pen.scheme.named("crimson", pen.A), 0.35)
    wing = pen.mix(pen.natural("glass"), pen.natural("feather"), 0.5)
    for turn, tone in ((34, 0.2), (4, 0.0)) if ask.pose not in ("rest", "sleep") else ((-52, 0.2), (-66, 0.0)):
        shape = smooth([(0, 0), (-18, -22), (-22, -48), (-8, -52), (6, -26)])
        pen.at(4, -58, 1.0, turn).shape(shape, shade(pen, wing, tone), form=0.2, wobble=0.3)
    for x, dx in ((-2, -8), (10, 0), (20, 10)):
        pen.line([(x, -40), (x + dx, -22), (x + dx - 3, -8)], dark, 2.2, ink=0.6)
    pen.shape(polygon([(-66, -17), (-74, -8), (-60, -22)]), dark, line=0.6, shadow=0.5)
    body = smooth([(-6, -48), (-24, -58), (-46, -46), (-64, -24), (-67, -16), (-56, -18), (-34, -28), (-14, -38)])
    pen.shape(body, coat, form=0.32, form_width=6, rim=True, rim_width=1.8, wobble=0.4)
    for x, y in ((-22, -46), (-36, -38), (-49, -28)):
        band = smooth([(x - 6, y - 20), (x + 1, y - 20), (x - 1, y), (x + 4, y + 18), (x - 4, y + 18), (x - 6, y)])
        flat(pen, band & body, brown)
    pen.shape(oval(10, -50, 19, 15), brown, form=0.32, form_width=5, rim=True, rim_width=1.6, wobble=0.3)
    pen.shape(oval(39, -50, 16, 15), coat, form=0.28, form_width=4, rim=True, rim_width=1.6, wobble=0.3)
    eye(pen, 43, -53, 4.2, ask.pose == "sleep", 0.3)
    pen.line([(35, -61), (42, -60), (49, -56)], dark, 2.2, ink=0.6)
    pen.line([(46, -41), (50, -42), (53, -40)], dark, 1.8, ink=0.6)
    _feelers(pen, 43, -63, 16, dark)


@thing("ant", metres=0.06, box=(-71, -100, 63, 2), words="termite, beetle, cricket, grasshopper, bug",
    kinds="insect, animal", category="animal", slots="coat", poses="walk, stand, look up", motion="walk")
def ant(pen: Pen, ask: Ask) -> None:
    """An ant on six legs."""
    coat = pen.slot("coat", pen.mix(pen.natural("dark fur"), pen.A, 0.35))
    step = 7 if ask.pose == "walk" else 0
    for x, dx in ((-10, -22), (2, 0), (12, 18)):
        pen.line([(x, -34), (x + dx * 0.8 + 5, -46), (x + dx * 1.5 + 8 - step, -1)], shade(pen, coat, 0.4), 3.0,
            ink=0.6)
    pen.shape(smooth([(-14, -42), (-34, -60), (-62, -54), (-70, -36), (-54, -22), (-28, -26)]), coat, form=0.34,
        form_width=6, rim=True, rim_width=1.8, wobble=0.4)
    pen.shape(oval(2, -40, 17, 12), coat, form=0.3, form_width=4, wobble=0.4)
    own = pen.at(34, -56, 1.0, -22 if ask.pose == "look up" else 0)
    own.shape(smooth([(-16, 4), (-10, -16), (8, -20), (24, -8), (24, 8), (8, 16), (-8, 14)]), coat, form=0.3,
        form_width=4, rim=True, rim_width=1.6, wobble=0.3)
    eye(own, 9, -4, 4.2, False, 0.4)
    _smile(own, 16, 8, 3.6, black(pen))
    _feelers(own, 6, -18, 22, shade(pen, coat, 0.3))
    for x, dx in ((-10, -24), (2, -4), (12, 16)):
        pen.line([(x, -34), (x + dx * 0.8 - 2, -44), (x + dx * 1.5 + step, 0)], coat, 3.4, ink=0.6)


@thing("spider", metres=0.08, box=(-73, -100, 73, 2), words="tarantula, scorpion, spiders", kinds="insect, animal",
    category="animal", slots="coat", poses="stand, hang, walk", faces="none", motion="sway")
def spider(pen: Pen, ask: Ask) -> None:
    """A spider, on its legs or on its thread."""
    coat = pen.slot("coat", pen.mix(pen.natural("iron"), pen.scheme.named("purple", pen.G), 0.3))
    hanging = ask.pose == "hang"
    y = -46.0
    if hanging:
        pen.line([(0, -100), (0, -60)], pen.r(0.9), 1.0, ink=0.5, wobble=0.2)
    for side in (-1, 1):
        for i in range(4):
            shift = 5 if ask.pose == "walk" and (i + (side > 0)) % 2 else 0
            knee = (side * (30 + 7 * i), y - 34 + i * 13)
            foot = (side * (26 + 15 * i), 0 - shift) if not hanging else (side * (20 + 8 * i), -8 + i * 2)
            pen.line([(side * 10, y + 2), knee, foot], shade(pen, coat, 0.1 * i), 3.0, ink=0.7, curve=0.5)
    pen.shape(oval(0, y - 4, 27, 25), coat, form=0.34, form_width=7, rim=True, rim_width=2, wobble=0.5)
    pen.shape(oval(0, y + 16, 18, 15), shade(pen, coat, 0.1), form=0.3, form_width=4, rim=True, rim_width=1.6,
        wobble=0.4)
    for x in (-7, 7):
        eye(pen, x, y + 13, 4.6, False, 0.5)
    for x in (-3, 3):
        eye(pen, x, y + 3, 1.8, False, 0.5)
    _smile(pen, 0, y + 25, 4, pen.r(0.95))


@thing("snail", metres=0.1, box=(-64, -100, 74, 3), words="slug, whelk, snails", kinds="animal", category="animal",
    slots="shell", poses="crawl, hide, look up", motion="still")
def snail(pen: Pen, ask: Ask) -> None:
    """A snail with its house."""
    shell, skin = pen.slot("shell", pen.natural("clay")), pen.natural("pale fur")
    if ask.pose != "hide":
        rise = -12 if ask.pose == "look up" else 0
        body = smooth([(-64, 0), (-40, -10), (10, -14), (34, -20), (44, -46 + rise), (58, -54 + rise), (70,
            -44 + rise), (66, -26), (56, -4), (48, 2), (-40, 2)])
        for x, dx in ((50, -2), (60, 8)):
            pen.line([(x, -48 + rise), (x + dx, -72 + rise)], skin, 3.6, ink=0.6)
            eye(pen, x + dx, -75 + rise, 4.0, False, 0.5)
        pen.shape(body, skin, form=0.3, form_width=5, rim=True, rim_width=1.6, wobble=0.4)
        _smile(pen, 62, -36 + rise, 4, shade(pen, skin, 0.7))
        flat(pen, oval(56, -40 + rise, 3.6, 2.6), pen.mix(skin, pen.A, 0.4))
    else:
        pen.shape(smooth([(-40, 0), (-20, -10), (24, -10), (42, 0), (20, 2)]), skin, form=0.3)
        eye(pen, 34, -5, 2.4, False)
    pen.shape(oval(-6, -46, 40, 39), shell, form=0.34, form_width=9, rim=True, rim_width=2.2, wobble=0.5)
    row = [(-6 + (34 - 2.2 * i) * math.cos(i * 0.62 + 0.9),
        -46 + (33 - 2.2 * i) * math.sin(i * 0.62 + 0.9)) for i in range(15)]
    pen.line(row, shade(pen, shell, 0.4), 3.2, ink=0.7)


@thing("ladybird", metres=0.06, box=(-66, -100, 69, 2), words="ladybug, ladybirds, scarab",
    kinds="insect, ant, animal", category="animal", slots="coat", poses="stand, walk, fly", motion="still")
def ladybird(pen: Pen, ask: Ask) -> None:
    """A ladybird, its wings open when it flies."""
    coat, dark = pen.slot("coat", pen.scheme.named("red", pen.A)), black(pen)
    for x in (-26, 0, 24):
        pen.line([(x, -14), (x + 6, -6), (x + (10 if ask.pose == "walk" else 4), 0)], dark, 4, ink=0.6)
    pen.shape(smooth([(30, -8), (34, -38), (52, -44), (62, -28), (58, -10)]), dark, form=0.2)
    _feelers(pen, 54, -42, 14, dark)
    eye(pen, 54, -27, 4.2, False, 0.5)
    dome = smooth([(-58, -8), (-50, -44), (-18, -66), (18, -60), (40, -34), (40, -8)])
    if ask.pose == "fly":
        pen.at(14, -42, 1.0, 30).shape(smooth([(0, 0), (-30, -30), (-66, -30), (-70, -8), (-30, 6)]),
            pen.mix(pen.natural("glass"), pen.natural("feather"), 0.5), form=0.2)
        pen.at(24, -40, 0.92, 32).shape(dome.moved(-20, 36), coat, form=0.32, rim=True)
        pen.shape(smooth([(-44, -8), (-30, -30), (20, -34), (34, -8)]), dark)
        return
    pen.shape(dome, coat, form=0.34, form_width=9, rim=True, rim_width=2.2, wobble=0.4)
    pen.line([(-54, -18), (-8, -24), (40, -18)], dark, 2.0, ink=0.6)
    for x, y, r in ((-34, -36, 7), (-8, -48, 7.5), (16, -36, 6), (-20, -18, 5), (8, -16, 5)):
        flat(pen, oval(x, y, r, r * 0.9) & dome, dark)


@thing("caterpillar", metres=0.08, box=(-90, -100, 85, 2), words="worm, silkworm, earthworm, larva, grub, centipede",
    kinds="insect, snail, animal", category="animal", slots="coat",
       poses="crawl, arch, look up", motion="still")
def caterpillar(pen: Pen, ask: Ask) -> None:
    """A caterpillar of round pieces."""
    pen = pen.at(0, 0, 1.13)
    coat = pen.slot("coat", pen.scheme.named("green", pen.V))
    arch = {"arch": 34.0, "look up": 6.0}.get(ask.pose, 12.0)
    rear = 14 if ask.pose == "look up" else 0
    for i in range(6):
        x = -62 + i * 20
        y = -20 - arch * math.sin(i / 5 * math.pi) - (rear * (i - 3) if i > 3 else 0)
        for dx in (-5, 5):
            pen.line([(x + dx, y + 14), (x + dx, min(y + 22, 0))], shade(pen, coat, 0.4), 3.4, ink=0.5)
        pen.shape(oval(x, y, 17, 18), coat if i % 2 else pen.mix(coat, pen.L, 0.3), form=0.32, form_width=5, rim=True,
            rim_width=1.6, wobble=0.4)
    own = pen.at(56, -24 - arch * 0.5 - rear * 2 + (14 if ask.pose == "arch" else 0), 1.0)
    own.shape(oval(0, 0, 19, 19), pen.mix(coat, pen.scheme.named("red", pen.A), 0.75), form=0.3, form_width=5,
        rim=True, rim_width=1.6, wobble=0.3)
    for x in (1, 11):
        eye(own, x, -4, 3.6, False, 0.4)
    _smile(own, 6, 8, 4, black(pen))
    _feelers(own, -2, -16, 18, black(pen))


@thing("dragonfly", metres=0.12, box=(-81, -100, 47, 2), words="firefly, damselfly, glow worm",
    kinds="bee, insect, animal", category="animal", contact="air", slots="coat", poses="fly, rest, glow",
        motion="drift")
def dragonfly(pen: Pen, ask: Ask) -> None:
    """A dragonfly; it may glow."""
    coat = pen.slot("coat", pen.scheme.named("turquoise", pen.G))
    wing = pen.mix(pen.natural("glass"), pen.natural("feather"), 0.55)
    swept = 22 if ask.pose == "rest" else 0
    for x, turn, size, dark in ((6, 18, 0.9, 0.25), (-6, -6, 0.9, 0.25), (14, 6, 1.0, 0.0), (2, -26, 1.0, 0.0)):
        shape = smooth([(0, 2), (-9, -24), (-6, -54), (4, -56), (9, -30)])
        pen.at(x, -40, size, turn - swept).shape(shape, shade(pen, wing, dark), form=0.2, form_width=3, wobble=0.3)
    pen.shape(tube([(18, -38), (-20, -30), (-52, -24), (-76, -22)], [9, 5, 4, 3.4]), coat, form=0.3, form_width=3,
        rim=True, rim_width=1.4, wobble=0.3)
    for x in (-26, -40, -54):
        pen.line([(x, -34), (x + 1, -22)], shade(pen, coat, 0.5), 1.4, ink=0.5)
    pen.shape(oval(32, -40, 15, 14), coat, form=0.28, rim=True, rim_width=1.4, wobble=0.3)
    eye(pen, 38, -43, 5.0, False, 0.3)
    _smile(pen, 40, -32, 3.6, black(pen))
    if ask.pose == "glow" or ask.lit:
        pen.shape(oval(-68, -22, 9, 5), pen.lit, shadow=0, edge=0, line=0.5, wobble=0.2)
        pen.lamp(-66, -22, 60, 0.8)

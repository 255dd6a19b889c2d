"""Trees, bushes, grasses and other plants of garden, field, desert and water."""

from __future__ import annotations

import math

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.greenery import blade, green_of, petal, stem
from engine.illustrate.kit.things.parts import bar, fan, lathe, mark, mass, vessel, white
from engine.illustrate.paint.forms import blob, tube
from engine.illustrate.paint.path import oval, polygon, smooth
from engine.illustrate.paint.pen import Pen

# fmt: off


@thing("palm", metres=9, box=(-58, -100, 58, 2), words="palm tree, coconut tree, coconut palm, date palm",
       kinds="tree, plant", category="plant", slots="leaves, trunk", motion="sway")
def palm(pen: Pen, ask: Ask) -> None:
    """A leaning palm with coconuts."""
    green, wood = green_of(pen, ask, 0.25), pen.slot("trunk", pen.natural("wood"))
    trunk = tube([(-10, 2), (-8, -28), (-1, -54), (8, -76)], [6, 4.2, 3.4, 2.8])
    mass(pen, trunk, wood, 0.35)
    for x, y in ((-10, -12), (-9, -24), (-6.4, -36), (-3, -48), (1.4, -60)):
        pen.line([(x - 5, y - 1), (x, y + 1.4), (x + 5, y - 1)], pen.shaded(wood, 0.4), 1.4, ink=0.5)
    crown = ((-44, -66, -24, -94), (54, -62, 38, -92), (-30, -48, -22, -78), (46, -46, 38, -76), (-22, -92, -8, -98),
             (34, -96, 24, -97), (14, -46, 20, -72))
    for i, (x, y, mx, my) in enumerate(crown):
        tone = pen.lighter(green, -0.03 + 0.025 * (i % 3))
        back = smooth([(8, -78), (mx, my), (x, y), (mx * 0.75 + 2, my + 11), ((mx + x) / 2.2 + 1, my + 14)], curve=0.7)
        mass(pen, back, tone, 0.3, 0.15, rim=1, shadow=0.8)
    for x, y in ((4, -72), (12, -72), (8, -69)):
        mass(pen, oval(x, y, 4.4), pen.natural("dark wood"), rim=0)


@thing("pine", metres=10, box=(-40, -100, 40, 2),
       words="pine tree, fir, fir tree, conifer, evergreen, christmas tree, spruce", kinds="tree, plant",
       category="plant", slots="leaves", poses="plain, decorated", motion="sway", faces="none")
def pine(pen: Pen, ask: Ask) -> None:
    """A fir of three tiers; decorated, it wears balls and a star."""
    green = pen.slot("leaves", pen.mix(pen.V, pen.mix(pen.G, pen.r(0.1), 0.3), 0.45))
    mass(pen, polygon([(-5, -16), (5, -16), (6, 1), (-6, 1)]), pen.natural("dark wood"))
    for y, half, tall in ((-12, 38, 40), (-38, 30, 36), (-62, 22, 36)):
        edge = [(half * (1 - 2 * i / 6), y + (3 if i % 2 else -1)) for i in range(7)]
        mass(pen,
             smooth([(0, y - tall), (half * 0.5, y - tall * 0.42), *edge, (-half * 0.5, y - tall * 0.42)], curve=0.35),
             green, 0.35, 0.2, 7)
        if ask.snow:
            pen.shape(
                smooth([(0, y - tall), (half * 0.5, y - tall * 0.4), (half * 0.2, y - tall * 0.5),
                        (-half * 0.1, y - tall * 0.3), (-half * 0.5, y - tall * 0.4)]), pen.r(1.0), shadow=0.4)
    if ask.pose == "decorated":
        for i, (x, y) in enumerate(((-20, -20), (4, -26), (22, -18), (-10, -46), (12, -50), (-4, -70), (6, -80))):
            mass(pen, oval(x, y, 4), (pen.A, pen.B, white(pen))[i % 3], rim=1)
        pen.lamp(0, -97, 20, 0.6)
        mark(pen, oval(0, -96, 4), pen.L, 0.6)


@thing("cactus", metres=2.5, box=(-40, -100, 40, 2), words="saguaro, desert plant, thorn, prickly pear",
       kinds="plant, nature", category="plant", slots="leaves")
def cactus(pen: Pen, ask: Ask) -> None:
    """A tall cactus with two arms and a flower."""
    green = pen.slot("leaves", pen.mix(pen.V, pen.G, 0.35))
    mass(pen, tube([(-10, -36), (-28, -40), (-31, -54), (-31, -66)], [7, 7.4, 7.4, 7]), green, 0.35)
    mass(pen, tube([(10, -26), (27, -30), (31, -46), (31, -56)], [7, 7, 7, 6.4]), pen.shaded(green, 0.08), 0.35)
    mass(pen, tube([(0, -10), (0, -34), (0, -64), (0, -86)], [11, 13, 12.6, 11]), green, 0.35, 0.2, 8)
    for x in (-5.0, 0.0, 5.0):
        pen.line([(x, -90), (x * 1.2, -50), (x, -4)], pen.shaded(green, 0.3), 1.2, ink=0.4)
    rng = pen.rng("spines")
    for _ in range(14):
        x, y = rng.uniform(-9, 9), rng.uniform(-84, -8)
        pen.line([(x - 2, y - 2), (x + 2, y + 2)], white(pen), 0.9, ink=0.3)
    for turn in (-40, 0, 40):
        mass(pen, petal(9, 3.4).turned(turn).moved(-31, -70), pen.A, rim=0)


@thing("bush", metres=1.3, box=(-70, -100, 70, 3), words="shrub, berry bush, thicket, bramble", kinds="plant, nature",
       category="plant", slots="leaves, berries", motion="flutter", faces="none")
def bush(pen: Pen, ask: Ask) -> None:
    """A round bush with berries."""
    green, berry = green_of(pen, ask), pen.slot("berries", pen.A)
    for i, (x, y, a, b) in enumerate(
        ((-38, -34, 30, 32), (38, -36, 30, 34), (0, -60, 40, 38), (-16, -26, 32, 26), (22, -24, 32, 25))):
        mass(pen, blob(x, y, a, b, seed=i + 3, points=15, jitter=0.07),
             pen.lighter(green, (-0.05, -0.03, 0.02, 0.03, 0.0)[i]), 0.3, 0.12, 6)
    rng = pen.rng("berries", ask.seed)
    for _ in range(11):
        mass(pen, oval(rng.uniform(-42, 42), rng.uniform(-78, -12), 3.4), berry, rim=0, shadow=0.5)


@thing("grass", metres=0.3, box=(-50, -100, 50, 2), words="tuft, lawn, tall grass, weeds", kinds="plant, nature",
       category="plant", slots="leaves", motion="sway", faces="none")
def grass(pen: Pen, ask: Ask) -> None:
    """A tuft of grass."""
    green = green_of(pen, ask)
    fan(pen, 0, 0, 92, 7, pen.shaded(green, 0.15), 5, 44, 0.06)
    fan(pen, -4, 1, 97, 5, green, 5.5, 22, 0.0)


@thing("reeds", metres=1.8, box=(-46, -100, 46, 2), words="reed, cattail, bulrush, rushes, sedge", kinds="grass, plant",
       category="plant", slots="leaves", motion="sway", faces="none")
def reeds(pen: Pen, ask: Ask) -> None:
    """Reeds with brown heads."""
    green = green_of(pen, ask)
    fan(pen, 0, 0, 76, 6, pen.shaded(green, 0.1), 3.4, 38, 0.08)
    for x, tip, y in ((-6, -20, -82), (2, 4, -96), (8, 26, -76)):
        pen.line([(x, 0), ((x + tip) / 2 - 1, y * 0.5), (tip, y)], pen.shaded(green, 0.2), 2.2, ink=0.6)
        mass(pen,
             oval(0, 0, 4.2, 12).turned((tip - x) * 0.3).moved(tip - (tip - x) * 0.06, y + 14),
             pen.natural("dark wood"), 0.4)
    fan(pen, 2, 1, 54, 4, pen.lighter(green, 0.03), 3.6, 30, 0.04)


@thing("mushroom", metres=0.16, box=(-52, -100, 52, 2), words="toadstool, fungus, fungi", kinds="plant, nature",
       category="plant", slots="cap", faces="none")
def mushroom(pen: Pen, ask: Ask) -> None:
    """A spotted mushroom with a small one beside it."""
    cap, pale = pen.slot("cap", pen.A), white(pen, 0.3)
    mass(pen, lathe([(10, -58), (9, -30), (15, -6), (12, 0)], 0.8), pale, 0.35)
    mark(pen, oval(0, -53, 30, 7), pen.shaded(pale, 0.3))
    dome = smooth([(-50, -50), (-44, -74), (-24, -94), (0, -100), (24, -94), (44, -74), (50, -50), (28, -46), (0, -54),
                   (-28, -46)], curve=0.8)
    mass(pen, dome, cap, 0.35, 0.18, 10)
    for x, y, a, b in ((-20, -78, 9, 7), (6, -88, 8, 5.4), (26, -70, 8, 8), (-36, -60, 6, 6), (2, -66, 8, 7), (40, -56,
                                                                                                               4, 5)):
        mark(pen, oval(x, y, a, b) & dome, pale, 0.5)
    own = pen.at(32, 0, 0.36)
    mass(own, lathe([(10, -58), (9, -30), (14, 0)], 0.8), pale, 0.35)
    mass(own, smooth([(-46, -50), (-30, -88), (0, -98), (30, -88), (46, -50), (0, -56)], curve=0.8), cap, 0.35)


@thing("seed", metres=0.06, box=(-76, -100, 76, 2), words="seeds, grain, bean, kernel, acorn, nut, pip",
       kinds="plant, food", category="plant", slots="seed", faces="none")
def seed(pen: Pen, ask: Ask) -> None:
    """An acorn and two striped seeds."""
    brown, wood = pen.slot("seed", pen.natural("wood")), pen.natural("dark wood")
    for x, turn in ((-50, -28), (52, 24)):
        own = pen.at(x, 0, 1, turn)
        drop = smooth([(0, -66), (12, -40), (17, -18), (0, -3), (-17, -18), (-12, -40)], curve=0.8)
        mass(own, drop, pen.r(0.14), 0.2)
        for k in (-8, 0, 8):
            mark(own, drop & bar((k * 0.2, -62), (k, -6), 1.4), white(pen), 0)
    mass(pen, smooth([(-26, -62), (26, -62), (26, -34), (8, -6), (0, 0), (-8, -6), (-26, -34)], curve=0.7),
         pen.lighter(brown, 0.04), 0.35)
    cap = smooth([(-33, -60), (-30, -76), (-14, -88), (14, -88), (30, -76), (33, -60), (0, -54)], curve=0.7)
    mass(pen, cap, wood, 0.3)
    pen.line([(0, -88), (4, -99)], wood, 5, ink=0.6)
    for x, y in ((-20, -66), (-6, -64), (10, -65), (22, -66), (-12, -76), (2, -76), (14, -76)):
        mark(pen, oval(x, y, 3.4, 2.4), pen.natural("wood"), 0.3)


@thing("sprout", metres=0.14, box=(-52, -100, 52, 2), words="seedling, shoot, sapling, growth, soil, young plant",
       kinds="plant, nature", category="plant", slots="leaves", motion="sway")
def sprout(pen: Pen, ask: Ask) -> None:
    """Two young leaves out of a heap of earth."""
    green = green_of(pen, ask, 0.0)
    stem(pen, [(0, -10), (-3, -36), (2, -62)], green, 3.4)
    blade(pen, 1, -58, 46, 17, -140, green)
    blade(pen, 2, -58, 50, 18, -42, pen.lighter(green, 0.05))
    earth = pen.natural("earth")
    mass(pen, smooth([(-50, 0), (-36, -12), (-12, -22), (10, -21), (36, -11), (50, 0)], curve=0.8), earth, 0.3)
    for x, y in ((-24, -8), (4, -13), (22, -6), (-6, -5)):
        mark(pen, oval(x, y, 3, 2), pen.shaded(earth, 0.35), 0.4)


@thing("leaf", metres=0.1, box=(-86, -100, 86, 2), words="leaves, fallen leaf, autumn leaf, foliage",
       kinds="plant, nature", category="plant", slots="leaf", motion="flutter", contact="air", grip=(0, -4))
def leaf_thing(pen: Pen, ask: Ask) -> None:
    """One leaf with its veins, as it lies or falls: aslant."""
    green = pen.slot("leaf", green_of(pen, ask))
    own = pen.at(-78, -18, 1.62, 68)
    own.line([(0, -1), (2, -14), (0, -26)], pen.shaded(green, 0.25), 3.4, ink=0.6)
    shape = smooth([(0, -20), (24, -34), (30, -56), (18, -80), (0, -99), (-18, -80), (-30, -56), (-24, -34)], curve=0.9)
    mass(own, shape, green, 0.3, 0.15, 9)
    own.line([(0, -22), (1, -58), (0, -92)], pen.shaded(green, 0.32), 2, ink=0.5)
    for y in (-38, -54, -70):
        for side in (-1, 1):
            own.line([(0, y), (side * 10, y - 9), (side * 18, y - 13)], pen.shaded(green, 0.32), 1.4, ink=0.4)


@thing("tea bush", metres=1.0, box=(-62, -100, 62, 3), words="tea plant, tea garden, green tea",
       kinds="bush, plant", category="plant", slots="leaves", motion="sway", faces="none")
def tea_bush(pen: Pen, ask: Ask) -> None:
    """A clipped tea bush with young tips."""
    green = green_of(pen, ask, 0.3)
    for x in (-16, 0, 14):
        pen.line([(x * 0.4, 0), (x, -20)], pen.natural("dark wood"), 4, ink=0.6)
    for i, (x, y, a, b) in enumerate(((-34, -36, 26, 24), (34, -36, 26, 24), (0, -44, 40, 32))):
        mass(pen, blob(x, y, a, b, seed=i + 1, points=16, jitter=0.06), pen.lighter(green, (-0.04, -0.05, 0)[i]), 0.3,
             0.12, 6)
    for i, (x, y) in enumerate(((-44, -52), (-26, -66), (-8, -72), (12, -72), (30, -64), (46, -50))):
        for turn in (-125, -90, -55):
            blade(pen, x, y, 22 if turn == -90 else 19, 5, turn + (i - 2.5) * 6,
                  pen.lighter(pen.mix(pen.V, pen.L, 0.22), 0.02 * (turn == -90)))
    for x, y, turn in ((-22, -32, -150), (-4, -44, -30), (16, -34, -140), (6, -22, -20), (30, -40, -40), (-38, -34,
                                                                                                          -60)):
        blade(pen, x, y, 17, 5, turn, pen.lighter(green, 0.07))


@thing("potted plant", metres=0.5, box=(-50, -100, 50, 2), words="houseplant, pot plant, fern, plant",
       kinds="plant, vessel", category="plant", slots="pot, leaves", motion="sway", faces="none")
def potted_plant(pen: Pen, ask: Ask) -> None:
    """A leafy plant in a clay pot."""
    green = green_of(pen, ask)
    for turn, size in ((-166, 44), (-14, 44), (-145, 52), (-35, 52), (-120, 60), (-60, 60), (-90, 64)):
        blade(pen, 0, -35, size, 11, turn, pen.lighter(green, 0.03 * math.sin(turn)))
    pot = pen.slot("pot", pen.natural("clay"))
    vessel(pen, [(24, -34), (18, 0)], pot, 0)
    mass(pen, lathe([(28, -38), (27, -27)], 0.1), pen.lighter(pot, 0.04))


@thing("wheat", metres=1.0, box=(-54, -100, 54, 2), words="corn field, barley, crop, harvest, sheaf, rice plant, paddy",
       kinds="plant, food", category="plant", slots="grain", motion="sway", faces="none", grip=(0, -34))
def wheat(pen: Pen, ask: Ask) -> None:
    """A sheaf of wheat tied with a band."""
    gold = pen.slot("grain", pen.mix(pen.natural("straw"), pen.B, 0.35))
    stalks = ((-38, -74), (-24, -86), (-8, -92), (9, -92), (25, -85), (39, -73), (0, -82))
    for tip, y in stalks:
        pen.line([(-tip * 0.75, 0), (0, -34), (tip * 0.6, y * 0.75), (tip, y + 8)], pen.shaded(gold, 0.2), 2.6, ink=0.6)
    for tip, y in stalks:
        own = pen.at(tip * 0.95, y + 17, 1, tip * 0.8)
        for k in range(4):
            for side in (-1, 1):
                mass(own,
                     petal(10, 3.6).turned(side * 26).moved(side * 1.6, 6 - k * 6.4), pen.lighter(gold, 0.02 * k), 0.25,
                     0.1, rim=0.8, shadow=0.5)
    mass(pen, lathe([(9, -39), (8, -34), (9, -29)], 0.4), pen.A, rim=1)


@thing("bamboo", metres=7, box=(-36, -100, 36, 2), words="bamboo grove, cane, sugarcane", kinds="plant, tree",
       category="plant", slots="leaves", motion="sway", faces="none")
def bamboo(pen: Pen, ask: Ask) -> None:
    """Three jointed stems with slim leaves."""
    green = pen.slot("leaves", pen.mix(pen.V, pen.L, 0.2))
    for x, top, half, tone in ((-16, -84, 3.4, -0.06), (16, -90, 3.4, -0.04), (0, -99, 4.4, 0.02)):
        stem = pen.lighter(green, tone)
        mass(pen, bar((x, 0), (x * 1.1, top), half, half * 0.8), stem, 0.35, rim=1)
        for k in range(1, 6):
            mark(
                pen,
                bar((x * (1 + k * 0.016) - half * 1.1, top * k / 6), (x * (1 + k * 0.016) + half * 1.1, top * k / 6),
                    1), pen.shaded(stem, 0.35), 0.4)
    for x, y, turn in ((-17, -66, -150), (-17, -66, -190), (-17, -44, -205), (17, -74, -30), (17, -74, 14),
                       (17, -52, 20), (0, -84, -40), (0, -84, -140), (0, -60, 24), (0, -34, 156)):
        blade(pen, x, y, 22, 4, turn, pen.mix(pen.V, pen.r(0.25), 0.15))


@thing("tree stump", metres=0.6, box=(-54, -100, 54, 2), words="stump, firewood, wood, timber, felled tree",
       kinds="tree, plant", category="plant", slots="wood", faces="none", seat=(0, -80), tops=((0, -84), ))
def tree_stump(pen: Pen, ask: Ask) -> None:
    """A stump with rings and a young shoot."""
    wood, pale = pen.slot("wood", pen.natural("dark wood")), pen.natural("pale wood")
    mass(
        pen,
        smooth([(-38, -76), (-38, -30), (-52, 0), (-20, -6), (0, 1), (22, -6), (52, 0), (38, -30), (38, -76)],
               curve=0.45), wood, 0.32)
    for x in (-24, -8, 12, 26):
        pen.line([(x, -60), (x * 1.1, -34), (x * 1.2, -10)], pen.shaded(wood, 0.4), 1.8, ink=0.5)
    pen.shape(oval(0, -77, 39, 14), pale, form=0.12, rim=True, rim_width=2)
    for k in (0.72, 0.44, 0.18):
        pen.line(oval(1, -77, 39 * k, 14 * k), pen.shaded(pale, 0.3), 1.3, ink=0.4)
    blade(pen, 32, -72, 20, 7, -120, pen.V)
    blade(pen, 32, -72, 22, 7, -50, pen.lighter(pen.V, 0.05))


@thing("banyan", metres=12, box=(-84, -100, 84, 2),
       words="banyan tree, peepal, fig tree, bodhi tree, ancient tree, jungle tree", kinds="tree, plant",
       category="plant", slots="leaves, trunk", motion="flutter")
def banyan(pen: Pen, ask: Ask) -> None:
    """A wide old tree with hanging roots."""
    green, wood = green_of(pen, ask, 0.25), pen.slot("trunk", pen.natural("fur"))
    for x in (-58, -46, -30, 34, 48, 60):
        pen.line([(x, -60), (x * 0.98, -30), (x, 0)], pen.shaded(wood, 0.15), 2.4, ink=0.6)
    trunk = smooth([(-30, 2), (-16, -14), (-14, -38), (-34, -60), (34, -60), (15, -38), (17, -14), (32, 2), (12, -4),
                    (0, 2), (-12, -4)], curve=0.6)
    mass(pen, trunk, wood, 0.35, 0.25, 9)
    for x in (-6, 2, 8):
        pen.line([(x * 0.8, -6), (x * 0.6, -28), (x * 1.6, -52)], pen.shaded(wood, 0.4), 1.4, ink=0.5)
    for i, (x, y, a, b) in enumerate(
        ((-54, -60, 28, 17), (54, -60, 28, 17), (-24, -80, 34, 19), (26, -80, 34, 19), (0, -64, 34, 15))):
        mass(pen, blob(x, y, a, b, seed=i + 5, points=18, jitter=0.06),
             pen.lighter(green, (-0.05, -0.04, 0.03, 0.02, -0.01)[i]), 0.3, 0.12, 6)

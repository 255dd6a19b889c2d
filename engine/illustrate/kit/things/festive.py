"""Things of feasts and of tales: a coach, a robe on its stand, a bough, marigolds in a pot, a sugar skull.

Example: `found_thing("robe").words` has 'kimono'.
"""

from __future__ import annotations

import math

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.greenery import petal
from engine.illustrate.kit.things.parts import bar, gold_of, hue, jewel, lathe, mark, mass, ring, vessel, wheel, white
from engine.illustrate.paint.forms import leaf, tube
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen

# fmt: off


@thing("royal coach", metres=2.6, box=(-104, -100, 104, 2),
       words="carriage, coach and horses, royal carriage, golden carriage, horse-drawn carriage, stagecoach, chariot, buggy",
       kinds="cart, vehicle", category="vehicle", slots="body, metal", motion="roll", faces="none")
def royal_coach(pen: Pen, ask: Ask) -> None:
    """A round coach on four great wheels, with lanterns and a crown on its roof."""
    body, gold = pen.slot("body", pen.mix(pen.A, pen.r(0.2), 0.1)), gold_of(pen)
    pen.line([(-92, -34), (-70, -22), (0, -18), (70, -22), (92, -36)], gold, 4, ink=0.6)
    for x, r in ((-66, 23), (66, 19)):
        wheel(pen, x + 8, -r - 3, r, pen.shaded(gold, 0.4), 6)
    mass(pen, polygon([(66, -58), (94, -62), (98, -44), (70, -40)]), pen.shaded(body, 0.25), 0.25)
    mass(pen, box(66, -66, 30, 7, 3), gold, 0.2, rim=1)
    shell = smooth([(-58, -74), (-44, -88), (0, -92), (44, -88), (58, -74), (58, -48), (38, -26), (0, -20), (-38, -26), (-58, -48)],
                   curve=0.8)
    mass(pen, shell, body, 0.32, 0.2, 9)
    mass(pen, smooth([(-62, -73), (-46, -89), (0, -94), (46, -89), (62, -73), (44, -79), (0, -82), (-44, -79)], curve=0.7), gold, 0.25)
    glass = pen.mix(pen.lit, pen.B, 0.25) if ask.lit else pen.mix(pen.natural("glass"), pen.r(0.85), 0.35)
    for x, wide in ((-48, 22), (26, 22)):
        mark(pen, box(x - 1.6, -72.6, wide + 3.2, 24, 9), gold)
        mark(pen, box(x, -71, wide, 21, 8), glass)
    mass(pen, smooth([(-16, -76), (0, -80), (16, -76), (15, -28), (0, -24), (-15, -28)], curve=0.35), pen.lighter(body, 0.05), 0.2)
    mark(pen, box(-10.6, -72, 21, 22, 9), gold)
    mark(pen, box(-9, -70.4, 18, 19, 8), glass)
    mark(pen, oval(11, -42, 1.8), gold)
    pen.line([(-54, -46), (-30, -41), (0, -39), (30, -41), (54, -46)], gold, 2.4, ink=0.5)
    for x, r in ((-58, 26), (58, 21)):
        wheel(pen, x, -r, r, gold, 7)
    for x in (-61, 61):
        mass(pen, box(x - 4, -66, 8, 13, 2), pen.lit if ask.lit else gold, 0.2, rim=1)
        if ask.lit:
            pen.glow(x, -60, 34, pen.L, 0.5)
    mass(pen, polygon([(-10, -92), (-12, -100), (-5, -96), (0, -101), (5, -96), (12, -100), (10, -92)]), gold, 0.2, rim=1)
    jewel(pen, 0, -95, 2.2, hue(pen, "crimson"))


@thing("robe", metres=1.3, box=(-62, -100, 62, 2), words="kimono, royal robe, silk robe, cloak, mantle, gown, dressing gown",
       kinds="clothing, garment", category="thing", slots="cloth, trim", faces="none")
def robe(pen: Pen, ask: Ask) -> None:
    """A long robe with wide sleeves, spread on a wooden stand."""
    cloth, trim = pen.slot("cloth", pen.mix(pen.A, pen.r(0.2), 0.08)), pen.slot("trim", pen.mix(pen.B, pen.L, 0.3))
    wood = pen.natural("dark wood")
    mass(pen, box(-2.4, -98, 4.8, 98, 1), wood)
    mass(pen, box(-26, -5, 52, 5, 2), wood)
    for side in (-1, 1):
        mass(pen, polygon([(side * 16, -88), (side * 58, -84), (side * 58, -38), (side * 40, -36), (side * 24, -56)]), cloth, 0.3)
        mark(pen, polygon([(side * 54, -84), (side * 58, -84), (side * 58, -38), (side * 53, -37.6)]), trim)
    body = smooth([(-16, -91), (0, -87), (16, -91), (24, -60), (25, -30), (32, -4), (0, -2), (-32, -4), (-25, -30), (-24, -60)],
                  curve=0.35)
    mass(pen, body, pen.lighter(cloth, 0.02), 0.32, 0.18, 8)
    mark(pen, box(-40, -12, 80, 5) & body, trim)
    mark(pen, tube([(-9, -90), (0, -66), (11, -40), (15, -5)], [2.6, 3, 3, 3]) & body, trim)
    mark(pen, tube([(9, -90), (1, -68)], [2.6, 3]) & body, pen.shaded(trim, 0.12))
    mass(pen, box(-25, -59, 50, 11, 2) & body, pen.mix(pen.G, pen.r(0.2), 0.2), 0.2, rim=1)
    for x, y in ((-16, -36), (-20, -20), (8, -76), (21, -28), (-46, -64), (46, -58), (-48, -48), (47, -74)):
        for k in range(5):
            turn = math.tau * k / 5
            mark(pen, oval(x + math.cos(turn) * 2.6, y + math.sin(turn) * 2.6, 1.7), pen.lighter(trim, 0.06), 0.3)
        mark(pen, oval(x, y, 1.3), pen.A, 0)
    mass(pen, bar((-60, -90), (60, -90), 2.2), wood, rim=1)


@thing("branch", metres=0.7, box=(-88, -100, 92, 2), words="bough, twig, olive branch, blossoming branch, golden bough",
       kinds="plant, nature", category="plant", slots="leaves, wood", faces="right", grip=(-64, -18), motion="sway")
def branch(pen: Pen, ask: Ask) -> None:
    """A cut bough with leaves and a few berries."""
    pen = pen.at(0, 0, 0.93)
    wood, green = pen.slot("wood", pen.natural("wood")), pen.slot("leaves", pen.V)
    mass(pen, tube([(-86, -3), (-48, -22), (0, -42), (46, -66), (84, -92)], [4.4, 3.8, 3.2, 2.2, 1.0]), wood, 0.3)
    for a, b in (((-30, -30), (-26, -64)), ((12, -48), (44, -38)), ((24, -55), (26, -88))):
        mass(pen, tube([a, ((a[0] + b[0]) / 2 + 3, (a[1] + b[1]) / 2), b], [2.2, 1.6, 0.8]), wood, 0.2)
    spots = ((-58, -19, -112), (-46, -24, 18), (-28, -44, -160), (-26, -62, -90), (-8, -40, 48), (4, -44, -120), (26, -40, 30),
             (44, -38, 8), (24, -70, -150), (26, -86, -84), (44, -65, 10), (56, -73, -118), (70, -82, 16), (84, -92, -40), (28, -44, -40))
    for i, (x, y, turn) in enumerate(spots):
        pen.at(x, y, 1.0, turn).shape(leaf(25, 7.5), pen.lighter(green, 0.05 * math.sin(i * 2.1)), form=0.3, shadow=0.5)
    for x, y in ((-36, -34), (0, -36), (36, -56), (62, -70)):
        jewel(pen, x, y, 4.2, pen.A)


@thing("marigold", metres=0.5, box=(-50, -100, 50, 2),
       words="marigolds, pot of flowers, flower pot, flowerpot, potted flowers, geranium, chrysanthemum, carnation",
       kinds="flower, plant", category="plant", slots="petals, pot", motion="sway", grip=(0, -14), faces="none")
def marigold(pen: Pen, ask: Ask) -> None:
    """A clay pot full of round orange flowers."""
    petals, clay = pen.slot("petals", hue(pen, "orange", 0.04)), pen.slot("pot", pen.natural("clay"))
    for i in range(9):
        turn = -90 + (i - 4) * 24
        pen.at((i - 4) * 3.0, -36, 1.0, turn).shape(leaf(44, 9), pen.lighter(pen.V, 0.04 * math.sin(i * 2.0)), form=0.3, shadow=0.5)
    for x, y, r in ((-26, -66, 14), (26, -68, 14), (0, -82, 17), (-40, -50, 10), (40, -50, 10), (-10, -56, 13), (15, -54, 12)):
        for k, share in enumerate((1.0, 0.7, 0.4)):
            tone = pen.mix(petals, hue(pen, "yellow", 0.05), 0.22 * k)
            count = 13 - 3 * k
            for j in range(count):
                shape = petal(r * share, r * 0.2).turned(j * 360 / count + 14 * k).moved(x, y)
                mark(pen, shape, pen.lighter(tone, 0.025 * math.sin(j * 2.4)), 0.5)
        mark(pen, oval(x, y, r * 0.16), pen.shaded(petals, 0.2), 0.3)
    body = vessel(pen, [(26, -36), (24, -26), (17, -2), (15, 0)], clay, 0.1)
    mass(pen, box(-29, -40, 58, 11, 2), pen.lighter(clay, 0.04), 0.2)
    mark(pen, body & box(-40, -18, 80, 3.4), pen.mix(white(pen), clay, 0.3), 0.3)


@thing("sugar skull", metres=0.22, box=(-46, -100, 46, 2), words="candy skull, calavera, painted skull",
       kinds="sweets, skull", category="food", slots="body, paint", faces="none", grip=(0, -10))
def sugar_skull(pen: Pen, ask: Ask) -> None:
    """A white sugar skull with painted flowers and dots."""
    tone, paint = pen.slot("body", white(pen, 0.04)), pen.slot("paint", hue(pen, "pink"))
    mass(pen, box(-25, -34, 50, 33, 9), pen.shaded(tone, 0.06), 0.25)
    body = smooth([(-43, -60), (-36, -88), (0, -100), (36, -88), (43, -60), (34, -34), (20, -25), (-20, -25), (-34, -34)], curve=0.85)
    mass(pen, body, tone, 0.26, 0.1, 9)
    blue, gold = pen.scheme.named("turquoise", pen.G), hue(pen, "orange")
    for x, ring_tone in ((-18, paint), (18, paint)):
        for k in range(9):
            turn = math.tau * k / 9
            mark(pen, oval(x + math.cos(turn) * 12, -55 + math.sin(turn) * 12.6, 4.8), ring_tone, 0.5)
        mark(pen, oval(x, -55, 10, 10.6), pen.r(0.05), 0.6)
        mark(pen, oval(x - 3, -58, 2.6), pen.mix(blue, pen.r(1.0), 0.4), 0)
    mark(pen, smooth([(0, -40), (-6, -33), (-3, -29), (0, -32), (3, -29), (6, -33)], curve=0.4), pen.r(0.08), 0.6)
    for k in range(6):
        turn = math.tau * k / 6
        mark(pen, petal(8, 3.2).turned(math.degrees(turn)).moved(0, -82), gold, 0.5)
    mark(pen, oval(0, -82, 3), pen.A, 0.4)
    for x, y, r, tone_ in ((-15, -87, 2.4, blue), (15, -87, 2.4, blue), (-23, -79, 2, gold), (23, -79, 2, gold), (-34, -66, 1.8, blue),
                           (34, -66, 1.8, blue), (-31, -40, 2.4, gold), (31, -40, 2.4, gold), (0, -14, 0, gold)):
        if r:
            mark(pen, oval(x, y, r), tone_, 0.3)
    pen.line([(-20, -16), (-8, -13), (8, -13), (20, -16)], pen.shaded(tone, 0.6), 1.8, ink=0.6)
    for x in (-14, -7, 0, 7, 14):
        pen.line([(x, -19), (x, -9)], pen.shaded(tone, 0.55), 1.5, ink=0.5)
    for side in (-1, 1):
        mark(pen, ring(side * 29, -24, 4, 1.6), blue, 0.3)


@thing("coffee beans", metres=0.14, box=(-84, -100, 84, 2), words="coffee bean, roasted beans, cocoa beans, roasted coffee",
       kinds="food", category="food", faces="none")
def coffee_beans(pen: Pen, ask: Ask) -> None:
    """A heap of roasted beans before a small sack."""
    brown, sack = pen.mix(pen.natural("dark wood"), pen.natural("copper"), 0.25), pen.natural("straw")
    mass(pen, smooth([(-30, -92), (-44, -60), (-48, -20), (-40, 0), (44, 0), (52, -22), (46, -62), (32, -92)], curve=0.6), sack, 0.32)
    mark(pen, oval(1, -90, 32, 8), pen.shaded(brown, 0.35))
    mass(pen, ring(1, -91, 36, 6, 10), pen.lighter(sack, 0.05), 0.2, rim=1)
    spots = [(-70 + 17.5 * i, -7, 17 * i) for i in range(9)] + [(-52 + 17.5 * i, -19, 40 + 31 * i) for i in range(7)]
    spots += [(-34 + 17.5 * i, -31, 20 * i) for i in range(5)] + [(-14 + 17.5 * i, -42, 44 * i) for i in range(3)]
    spots += [(-16, -92, 20), (2, -94, 70), (18, -91, 130)]
    for i, (x, y, turn) in enumerate(spots):
        own = pen.at(x, y, 1.0, turn)
        mass(own, oval(0, 0, 10.4, 7), pen.lighter(brown, 0.04 * math.sin(i * 1.7)), 0.3, rim=1, shadow=0.6)
        own.line([(-8, 0.8), (-2, -1), (3, 1), (8.4, -0.6)], pen.shaded(brown, 0.6), 1.5, ink=0.5)


@thing("tea leaves", metres=0.1, box=(-90, -100, 90, 2), words="dry tea leaves, tea leaf, loose tea, dried leaves, herbs, dried herbs",
       kinds="food", category="food", slots="leaves", faces="none")
def tea_leaves(pen: Pen, ask: Ask) -> None:
    """A heap of small dark rolled leaves on a white dish."""
    dark = pen.slot("leaves", pen.mix(pen.natural("dark wood"), pen.V, 0.22))
    mass(pen, lathe([(88, -20), (72, -6), (44, 0)], 0.4), white(pen), 0.25)
    mark(pen, oval(0, -20, 82, 9), pen.shaded(white(pen), 0.08))
    heap = smooth([(-70, -19), (-42, -56), (-4, -82), (34, -62), (70, -19), (0, -13)], curve=0.7)
    mass(pen, heap, pen.shaded(dark, 0.25), 0.3)
    rng = pen.rng("leaves")
    for i in range(84):
        t, up = rng.uniform(-1, 1), rng.random()
        x, y = t * 66 * (1 - up * 0.82), -18 - up * 60 + rng.uniform(-3, 3)
        tone = pen.mix(dark, pen.V if i % 5 == 0 else pen.natural("copper"), 0.3 * rng.random())
        pen.at(x, y, 1.0, rng.uniform(-70, 70)).shape(tube([(-8, 0), (0, rng.uniform(-3, 3)), (8, 0)], [0.8, 2.4, 0.7]), tone,
                                                      form=0.2, shadow=0.5, line=0.5)


@thing("croissant", metres=0.12, box=(-80, -100, 80, 2), words="croissants, pastry, pastries, crescent roll, brioche",
       kinds="bread, food", category="food", faces="none", grip=(0, -20))
def croissant(pen: Pen, ask: Ask) -> None:
    """A golden croissant with its rolled folds."""
    gold = pen.mix(pen.natural("pale wood"), hue(pen, "orange"), 0.3)
    segments = (
        [(-78, -4), (-74, -28), (-54, -46), (-44, -26), (-62, -8)], [(78, -4), (74, -28), (54, -46), (44, -26), (62, -8)],
        [(-60, -38), (-44, -72), (-24, -84), (-18, -44), (-44, -24)], [(60, -38), (44, -72), (24, -84), (18, -44), (44, -24)],
        [(-30, -48), (-26, -86), (0, -98), (26, -86), (30, -48), (0, -40)],
    )
    for i, rows in enumerate(segments):
        path = smooth(list(rows), curve=0.8)
        mass(pen, path, pen.lighter(gold, 0.02 * i - 0.03), 0.36, 0.2, 8)
        x0, y0, x1, y1 = path.bounds
        for k in (0.35, 0.6):
            x = x0 + (x1 - x0) * k
            pen.line([(x, y0 + (y1 - y0) * 0.28), (x + 2, y0 + (y1 - y0) * 0.55)], pen.shaded(gold, 0.3), 1.6, ink=0.4)


@thing("pie", metres=0.16, box=(-96, -100, 96, 2), words="apple cake, apple pie, tart, fruit cake, cherry pie, quiche, flan",
       kinds="cake, food", category="food", faces="none", slots="fruit", grip=(0, -20))
def pie(pen: Pen, ask: Ask) -> None:
    """A round pie in its dish, with a lattice over the fruit."""
    gold, fruit = pen.mix(pen.natural("pale wood"), hue(pen, "orange"), 0.22), pen.slot("fruit", pen.mix(pen.B, hue(pen, "red"), 0.25))
    mass(pen, lathe([(84, -48), (70, -6), (64, 0)], 0.15), pen.mix(pen.G, white(pen), 0.3), 0.3)
    top = oval(0, -56, 84, 34)
    mass(pen, oval(0, -54, 94, 40), pen.shaded(gold, 0.1), 0.3)
    mark(pen, top, fruit, 0.7)
    for i in range(-3, 4):
        x = i * 25
        mass(pen, bar((x - 34, -96), (x + 34, -18), 4.6) & top, gold, 0.2, rim=1, shadow=0.6)
    for i in range(-3, 4):
        x = i * 25
        mass(pen, bar((x + 34, -96), (x - 34, -18), 4.6) & top, pen.lighter(gold, 0.03), 0.2, rim=1, shadow=0.6)
    for i in range(24):
        turn = math.tau * i / 24
        mass(pen, oval(math.cos(turn) * 88, -55 + math.sin(turn) * 36.6, 11, 6.6), pen.lighter(gold, 0.03 * (i % 2)), 0.25, rim=1, shadow=0.4)

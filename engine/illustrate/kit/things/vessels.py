"""Vessels of kitchen and yard: cups, pots, bottles, baskets. Most are turned from a profile."""

from __future__ import annotations

from dataclasses import replace

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.contents import LUMPS, fill, holds, hot, shells, tone
from engine.illustrate.kit.things.parts import bar, flame, hue, lathe, mark, mass, ring, shine, steam, vessel, white
from engine.illustrate.paint.path import Path, box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen
from engine.looks import Colour

# fmt: off


def _ear(pen: Pen, x: float, y: float, wide: float, tall: float, colour: Colour, thick: float = 5.0) -> None:
    """A round handle at the side of a vessel."""
    pen.shape(ring(x, y, wide, thick, tall), pen.shaded(colour, 0.12), form=0.3, rim=True, rim_width=1.5)


def _hoop(pen: Pen, half: float, y: float, rise: float, colour: Colour, width: float = 2.4) -> None:
    """A bail over the mouth of a vessel."""
    pen.line([(-half, y), (-half * 0.72, y - rise * 0.72), (0, y - rise), (half * 0.72, y - rise * 0.72), (half, y)],
             colour, width, ink=0.6)


@thing("cup", metres=0.13, box=(-66, -100, 84, 3), words="teacup, mug, cup of tea, coffee cup, tea, coffee, chai",
       kinds="vessel, crockery, kitchenware", category="vessel", slots="body", grip=(58, -34), motion="still")
def cup(pen: Pen, ask: Ask) -> None:
    """A patterned cup on its saucer, of tea if nothing else is told."""
    inside = holds(ask, "tea")
    body = pen.slot("body", pen.mix(pen.G, pen.r(0.7), 0.25))
    pen.shape(oval(0, -5, 64, 8), white(pen), form=0.2, rim=True, rim_width=2)
    mark(pen, oval(2, -6, 36, 4), pen.shaded(white(pen), 0.12))
    _ear(pen, 54, -38, 24, 19, body, 8)
    rows = [(52, -62), (49, -42), (40, -22), (26, -8), (24, -6)]
    form = vessel(pen, rows, body, 0.6, tone(pen, inside) if inside else pen.shaded(body, 0.4), 0.2, gleam=False)
    if inside:
        fill(pen, inside, (0, -61.5), 45.5, 7.6)
    mark(pen, form & box(-70, -44, 140, 13), white(pen))
    for i in range(-4, 5):
        mark(pen, form & polygon([(i * 11 - 4.5, -32), (i * 11, -42), (i * 11 + 4.5, -32)]), pen.A, line=0.4)


@thing("glass", metres=0.13, box=(-34, -100, 34, 2), words="glass of water, tumbler, drink, juice, water glass",
       kinds="vessel, crockery, kitchenware", category="vessel", slots="drink", grip=(0, -46))
def glass(pen: Pen, ask: Ask) -> None:
    """A tall glass, two thirds full of what is told, or empty."""
    inside = holds(ask)
    pale = pen.mix(pen.natural("glass"), pen.r(1.0), 0.45)
    mass(pen, lathe([(32, -98), (24, 0)], 0), pale, 0.18, 0.08)
    if inside or "drink" in pen.slots:
        drink = pen.slot("drink", tone(pen, inside))
        mark(pen, lathe([(27, -70), (21, -5)], 0), drink)
        mark(pen, oval(0, -70, 27, 5), pen.lighter(drink, 0.05))
    else:
        mark(pen, lathe([(28.5, -92), (21.5, -6)], 0), pen.mix(pale, pen.natural("glass"), 0.35))
        mark(pen, oval(0, -6, 21, 4), pen.lighter(pale, 0.06))
    pen.line(oval(0, -97, 31, 3.4), pen.r(1.0), 1.6, ink=0.5)
    mark(pen, bar((-19, -88), (-14, -16), 2.4, 1.6), pen.r(1.0), 0, 0.6)


@thing("pot", metres=0.3, box=(-72, -100, 72, 2), words="cooking pot, saucepan, stew pot, casserole, soup pot",
       kinds="vessel, kitchenware", category="vessel", slots="body", poses="lid, steaming", grip=(0, -70))
def pot(pen: Pen, ask: Ask) -> None:
    """A broad pot with two ears; steaming, its lid is off."""
    body = pen.slot("body", pen.A)
    for x in (-54, 54):
        _ear(pen, x, -44, 16, 9, pen.natural("iron"), 5)
    inside = holds(ask, "soup" if ask.pose == "steaming" else "")
    if inside:
        vessel(pen, [(52, -62), (52, -20), (46, -3), (40, 0)], body, 0.3, tone(pen, inside), 0.17)
        fill(pen, inside, (0, -61.5), 45.5, 7)
        if not hot(inside):
            steam(pen, 0, -66, 30, 3, 22)
        return
    vessel(pen, [(52, -60), (52, -20), (46, -3), (40, 0)], body, 0.3)
    mass(pen, smooth([(-54, -60), (-40, -76), (0, -84), (40, -76), (54, -60), (0, -57)], curve=0.8),
         pen.lighter(body, 0.03))
    mass(pen, oval(0, -91, 9, 7), pen.natural("iron"))
    pen.line([(-53, -52), (53, -52)], pen.shaded(body, 0.35), 1.8, ink=0.4)


@thing("kettle", metres=0.3, box=(-64, -100, 72, 2), words="tea kettle, water kettle, boiling water",
       kinds="vessel, kitchenware", category="vessel", slots="body", poses="plain, steaming", grip=(0, -97))
def kettle(pen: Pen, ask: Ask) -> None:
    """A metal kettle with a bail and a straight spout."""
    body = pen.slot("body", pen.natural("copper"))
    mass(pen, polygon([(30, -30), (64, -62), (70, -58), (40, -12)]), pen.shaded(body, 0.15))
    vessel(pen, [(26, -60), (44, -44), (52, -20), (48, -3), (42, 0)], body, 0.8)
    mass(pen, smooth([(-28, -58), (-16, -67), (0, -70), (16, -67), (28, -58), (0, -55)]), pen.lighter(body, 0.05))
    mass(pen, oval(0, -73, 5, 4.5), pen.natural("iron"))
    _hoop(pen, 40, -48, 50, pen.natural("iron"), 5.5)
    if ask.pose == "steaming":
        steam(pen, 64, -66, 30, 2, 8)


@thing("teapot", metres=0.2, box=(-76, -100, 80, 2), words="tea pot, pot of tea", kinds="vessel, crockery, kitchenware",
       category="vessel", slots="body", grip=(-66, -46))
def teapot(pen: Pen, ask: Ask) -> None:
    """A round glazed teapot."""
    body = pen.slot("body", pen.A)
    _ear(pen, -54, -46, 22, 26, body, 8)
    spout = smooth([(36, -52), (52, -56), (60, -78), (68, -88), (78, -84), (72, -66), (60, -38), (36, -18)], curve=0.8)
    mass(pen, spout, pen.shaded(body, 0.08))
    vessel(pen, [(22, -78), (44, -66), (56, -42), (46, -12), (28, -2), (26, 0)], body, 0.9)
    mass(pen, smooth([(-26, -76), (-14, -86), (0, -89), (14, -86), (26, -76), (0, -71)]), pen.lighter(body, 0.05))
    mass(pen, oval(0, -94, 7, 6), pen.mix(body, pen.B, 0.4))
    for i in range(-2, 3):
        mark(pen, oval(i * 18, -26 - 3 * (i * i - 4) * -0.6, 4), pen.mix(white(pen), pen.B, 0.2), 0.4)


@thing("jug", metres=0.25, box=(-44, -100, 58, 2), words="pitcher, ewer, milk jug, milk",
       kinds="vessel, crockery, kitchenware", category="vessel", slots="body", grip=(46, -50))
def jug(pen: Pen, ask: Ask) -> None:
    """A jug with a lip and a long handle; of glass when it shows what it holds, of clay or metal cut open for that."""
    inside = holds(ask)
    if inside and pen.stain is None:
        _glass_jug(pen, tone(pen, inside))
        return
    body = pen.slot("body", pen.mix(white(pen), pen.G, 0.2))
    pen.line([(28, -84), (52, -80), (54, -52), (34, -32)], pen.shaded(body, 0.2), 7, ink=0.6)
    outline = smooth([(-40, -99), (-22, -92), (28, -94), (26, -78), (38, -46), (34, -10), (24, 0), (-26, 0), (-36, -12),
                      (-38, -46), (-26, -76)], curve=0.7)
    mass(pen, outline, body, 0.34)
    mark(pen, outline & box(-60, -52, 120, 7), pen.mix(pen.G, pen.r(0.2), 0.2))
    mark(pen, outline & box(-60, -41, 120, 3), pen.A)
    if inside:
        _opened(replace(pen, stain=None), tone(pen, inside), body, ask.options.get("level", ""))
        return
    shine(pen, outline, -23, -28, 2.6, 9)


def _opened(pen: Pen, drink: Colour, body: Colour, level: str) -> None:
    """The jug's side cut open: how high it is filled."""
    hole = smooth([(-24, -70), (20, -70), (28, -46), (26, -14), (18, -6), (-20, -6), (-27, -14), (-28, -46)], curve=0.5)
    mark(pen, hole, pen.mix(body, pen.r(0.1), 0.72), 0.6)
    top = {"low": -22.0, "high": -64.0}.get(level, -44.0)
    mark(pen, hole & box(-60, top, 120, 80), drink, 0.4)
    pen.line([(-25, top), (0, top + 1), (25, top)], pen.lighter(drink, 0.14), 2.4, ink=0.4)


def _glass_jug(pen: Pen, drink: Colour) -> None:
    pale = pen.mix(pen.natural("glass"), pen.r(1.0), 0.45)
    pen.line([(28, -84), (52, -80), (54, -52), (34, -32)], pen.shaded(pale, 0.16), 6, ink=0.6)
    outline = smooth([(-40, -99), (-22, -92), (28, -94), (26, -78), (38, -46), (34, -10), (24, 0), (-26, 0), (-36, -12),
                      (-38, -46), (-26, -76)], curve=0.7)
    mass(pen, outline, pale, 0.2, 0.08)
    inner = smooth([(-30, -66), (30, -66), (34, -46), (30, -12), (22, -4), (-23, -4), (-32, -14), (-34, -46)], curve=0.5)
    mass(pen, inner, drink, 0.16, 0.08, rim=0, shadow=0)
    mark(pen, oval(0, -66, 30, 5.4), pen.lighter(drink, 0.04), 0.6)
    mark(pen, bar((-27, -58), (-27, -18), 2.2, 2.8), pen.r(1.0), 0, 0.6)


@thing("bottle", metres=0.3, box=(-20, -100, 20, 2), words="wine bottle, flask, message in a bottle, glass bottle",
       kinds="vessel", category="vessel", slots="body", poses="plain, message", grip=(0, -72))
def bottle(pen: Pen, ask: Ask) -> None:
    """A corked bottle; with the pose 'message' a rolled paper is in it."""
    body = pen.slot("body", pen.mix(pen.V, pen.r(0.25), 0.25))
    inside = holds(ask)
    if inside:
        body = tone(pen, inside)
    if ask.pose == "message":
        body = pen.mix(pen.natural("glass"), pen.r(0.9), 0.3)
    mass(pen, lathe([(5, -100), (5.5, -90)], 0), pen.natural("pale wood"))
    form = vessel(pen, [(7, -93), (7, -72), (10, -64), (18, -54), (19, -44), (19, -4), (17, 0)], body, 0.35)
    mark(pen, lathe([(8, -93), (8, -88)], 0.2), pen.lighter(body, 0.08))
    if ask.pose == "message":
        mass(pen, box(-8, -46, 16, 38, 3).turned(5), white(pen, 0.3), rim=0)
        mark(pen, box(-9, -30, 18, 4).turned(5), pen.A)
        return
    mark(pen, form & box(-30, -42, 60, 24), white(pen, 0.25))
    mark(pen, oval(0, -30, 6), pen.B)


@thing("bowl", metres=0.18, box=(-64, -100, 64, 2), words="soup bowl, bowl of soup, soup, porridge, stew, dal",
       kinds="vessel, crockery, kitchenware", category="vessel", slots="body, filling", grip=(0, -20))
def bowl(pen: Pen, ask: Ask) -> None:
    """A bowl with a foot ring, empty or full of what is told."""
    body = pen.slot("body", pen.mix(pen.G, pen.r(0.25), 0.15))
    inside = holds(ask)
    filling = pen.slot("filling", tone(pen, inside)) if inside else pen.shaded(body, 0.4)
    form = vessel(pen, [(60, -62), (54, -36), (36, -12), (24, -6), (25, 0)], body, 0.7, filling, 0.24)
    pen.line(form & box(-80, -42, 160, 3), pen.mix(pen.L, pen.r(1.0), 0.5), 0.6, ink=0.2)
    mark(pen, form & box(-80, -41, 160, 5), pen.mix(pen.B, pen.r(1.0), 0.3))
    if inside:
        fill(pen, inside, (0, -61.5), 52.8, 10.4)
    if inside.startswith("egg"):
        shells(pen, 36, 1, 12)


@thing("plate", metres=0.25, box=(-92, -100, 92, 2), words="dish, dinner plate, dinner, meal, fork and knife",
       kinds="crockery, kitchenware", category="vessel", slots="body", faces="none", contact="ground")
def plate(pen: Pen, ask: Ask) -> None:
    """A plate seen from above, with fork and knife; from the side with what lies on it."""
    inside = holds(ask)
    if inside:
        mass(pen, lathe([(88, -14), (66, -3), (40, 0)], 0.4), pen.slot("body", white(pen)), 0.25)
        mark(pen, oval(0, -14, 84, 8), pen.lighter(white(pen), -0.05))
        fill(pen, inside, (0, -15), 62, 6)
        return
    body, metal = pen.slot("body", white(pen)), pen.natural("steel")
    pen.shape(oval(0, -50, 50), body, form=0.18, form_width=5, rim=True, rim_width=2)
    pen.shape(ring(0, -50, 44, 3.4), pen.G, shadow=0, edge=0, line=0.5)
    pen.shape(oval(0, -50, 32), pen.shaded(body, 0.06), form=0.12, form_width=4, shadow=0.4)
    mass(pen, bar((-74, -66), (-74, -6), 2.6, 4), metal, rim=1)
    mass(pen, smooth([(-84, -96), (-84, -72), (-74, -62), (-64, -72), (-64, -96)], curve=0.5), metal, rim=1)
    for x in (-80, -75.5, -71):
        mark(pen, box(x, -97, 2.2, 20, 1), pen.r(0.3), 0.3)
    mass(pen, bar((74, -48), (74, -6), 3, 4), metal, rim=1)
    mass(pen, smooth([(70, -97), (80, -86), (81, -60), (78, -46), (70, -46)], curve=0.5), metal, rim=1)


@thing("bucket", metres=0.35, box=(-46, -100, 46, 2), words="pail", kinds="vessel, tool",
       category="vessel", slots="body", grip=(0, -97))
def bucket(pen: Pen, ask: Ask) -> None:
    """A wooden bucket with hoops and a bail, full of what is told."""
    inside = holds(ask)
    body = pen.slot("body", pen.natural("wood"))
    _hoop(pen, 41, -62, 37, pen.natural("iron"), 3.4)
    filling = tone(pen, inside) if inside else pen.shaded(body, 0.55)
    form = vessel(pen, [(43, -62), (33, 0)], body, 0.1, filling, 0.22, gleam=False)
    if inside:
        fill(pen, inside, (0, -61.5), 37.5, 7)
    for x in (-24, -8, 8, 24):
        pen.line([(x, -55), (x * 0.78, -1)], pen.shaded(body, 0.4), 1.2, ink=0.4)
    for y in (-46, -14):
        mark(pen, form & box(-60, y, 120, 7), pen.natural("iron"))


@thing("basket", metres=0.4, box=(-58, -100, 58, 2), words="wicker basket, hamper, picnic basket, fruit basket",
       kinds="vessel, bag", category="vessel", slots="body", poses="empty, fruit", grip=(0, -97))
def basket(pen: Pen, ask: Ask) -> None:
    """A woven basket with a high handle; with the pose 'fruit' it is full."""
    body = pen.slot("body", pen.natural("straw"))
    pen.shape(ring(0, -50, 50, 6.5, 49) & box(-60, -110, 120, 62), pen.shaded(body, 0.25), form=0.3)
    if ask.pose == "fruit":
        for x, y, r, colour in ((-28, -54, 16, pen.A), (26, -54, 16, pen.B), (-2, -62, 17, hue(pen, "red")),
                                (10, -50, 14, pen.V)):
            mass(pen, oval(x, y, r), colour)
    if inside := holds(ask):
        fill(pen, inside, (0, -48), 50, 8)
    form = lathe([(56, -50), (50, -22), (42, 0)], 0.4)
    mass(pen, form, body, 0.3)
    for row in range(4):
        for i in range(-5, 6):
            x = i * 10 + (5 if row % 2 else 0)
            mark(pen, form & box(x - 4, -40 + row * 10, 8, 4, 2), pen.shaded(body, 0.3 if i % 2 else 0.2), 0.4)
    mass(pen, box(-58, -54, 116, 10, 5), pen.lighter(body, -0.03))


@thing("jar", metres=0.18, box=(-36, -100, 36, 2), words="jam jar, glass jar, jam, honey, honey jar, pickle",
       kinds="vessel, food", category="vessel", slots="filling, lid", grip=(0, -50))
def jar(pen: Pen, ask: Ask) -> None:
    """A glass jar of preserve with a cloth lid."""
    filling = pen.slot("filling", tone(pen, holds(ask, "honey")))
    pale = pen.mix(pen.natural("glass"), pen.r(1.0), 0.5)
    mass(pen, lathe([(28, -78), (34, -66), (34, -6), (29, 0)], 0.4), pale, 0.2)
    mark(pen, lathe([(30, -62), (30, -6), (27, -3)], 0.3), filling)
    mark(pen, box(-22, -46, 44, 26, 3), white(pen, 0.2))
    mark(pen, smooth([(0, -26), (-8, -35), (-4, -41), (0, -37), (4, -41), (8, -35)]), pen.A)
    lid = smooth([(-30, -84), (-22, -98), (0, -100), (22, -98), (30, -84), (35, -71), (22, -75), (10, -70), (0, -75),
                  (-12, -70), (-23, -75), (-35, -71)], curve=0.6)
    mass(pen, lid, pen.slot("lid", pen.A))
    pen.line([(-29, -82), (0, -79), (29, -82)], white(pen), 2.4, ink=0.4)


@thing("vase", metres=0.35, box=(-38, -100, 38, 2), words="urn, flower vase, amphora", kinds="vessel, ornament",
       category="vessel", slots="body", poses="flowers, empty")
def vase(pen: Pen, ask: Ask) -> None:
    """A glazed vase with three flowers, or a tall empty urn."""
    body = pen.slot("body", pen.mix(pen.G, pen.r(0.25), 0.1))
    own = pen
    if ask.pose != "empty":
        own = pen.at(0, 0, 0.62)
        for x, y, colour in ((-20, -76, pen.A), (20, -78, pen.B), (0, -90, hue(pen, "pink"))):
            pen.line([(0, -54), (x * 0.5, -66), (x, y)], pen.V, 2.2, ink=0.5)
            pen.shape(smooth([(x, y + 14), (x + (9 if x >= 0 else -9), y + 10), (x, y + 22)]), pen.V, shadow=0.5)
            for dx, dy in ((-6, 0), (6, 0), (0, -6), (0, 6)):
                pen.shape(oval(x + dx, y + dy, 5.4), colour, form=0.2, shadow=0.5, line=0.7)
            mark(pen, oval(x, y, 4), pen.L)
    form = vessel(own, [(20, -100), (15, -88), (20, -74), (38, -50), (32, -20), (19, -4), (22, 0)], body, 0.8)
    mark(own, form & box(-60, -60, 120, 5), pen.B)
    for i in range(-3, 4):
        mark(own, form & polygon([(i * 13 - 6, -36), (i * 13, -50), (i * 13 + 6, -36)]), white(pen), 0.4)


@thing("barrel", metres=1.0, box=(-42, -100, 42, 2), words="cask, keg, tub", kinds="vessel, container",
       category="vessel", slots="wood", tops=((0, -97), ))
def barrel(pen: Pen, ask: Ask) -> None:
    """A wooden barrel with iron hoops."""
    wood = pen.slot("wood", pen.natural("wood"))
    form = lathe([(33, -97), (40, -72), (42, -50), (40, -26), (33, 0)], 0.9)
    mass(pen, form, wood, 0.35)
    for x in (-0.6, -0.2, 0.2, 0.6):
        pen.line([(x * 33, -94), (x * 43, -50), (x * 33, -1)], pen.shaded(wood, 0.4), 1.2, ink=0.4)
    for y in (-86, -68, -34, -15):
        mark(pen, form & box(-60, y, 120, 6), pen.natural("iron"))
    pen.shape(oval(0, -96, 33, 4), pen.lighter(wood, 0.06), line=0.8, shadow=0.4)


@thing("water pot", metres=0.45, box=(-48, -100, 48, 2),
       words="matka, clay pot, earthen pot, pitcher of clay, ghara, lota, pottery", kinds="vessel, pot",
       category="vessel", slots="body", grip=(0, -94))
def water_pot(pen: Pen, ask: Ask) -> None:
    """A round clay pot with painted bands."""
    body = pen.slot("body", pen.natural("clay"))
    form = vessel(pen, [(28, -95), (20, -84), (26, -76), (45, -56), (47, -36), (36, -8), (20, 0)], body, 0.85,
                  pen.shaded(body, 0.6), 0.18)
    pale = white(pen, 0.2)
    mark(pen, form & box(-60, -60, 120, 3), pale)
    mark(pen, form & box(-60, -40, 120, 3), pale)
    for i in range(-4, 5):
        mark(pen, form & oval(i * 10.5, -48.5, 3, 3.4), pale, 0.4)


@thing("cauldron", metres=0.6, box=(-52, -100, 52, 2), words="witch's pot, brew, kadhai", kinds="pot, vessel",
       category="vessel", slots="brew", light_motion="flicker")
def cauldron(pen: Pen, ask: Ask) -> None:
    """A black pot that bubbles over a small fire."""
    iron, brew = pen.natural("iron"), pen.slot("brew", tone(pen, holds(ask, "potion") or "potion"))
    for x in (-24, 0, 24):
        flame(pen, x, -1, 18, 1.6)
    bars_ = [((-30, -14), (-38, 0)), ((30, -14), (38, 0))]
    for a, b in bars_:
        pen.shape(bar(a, b, 3.4, 2.4), iron, form=0.2)
    vessel(pen, [(40, -72), (36, -64), (48, -46), (44, -22), (26, -10), (12, -9)], iron, 0.85, brew, 0.2)
    if holds(ask) in LUMPS:
        _lumps(pen, brew)
        return
    for x, y, r in ((-14, -77, 7), (8, -79, 9), (22, -74, 5), (2, -93, 5), (-10, -89, 3.4)):
        pen.shape(oval(x, y, r), pen.lighter(brew, 0.05), form=0.25, shadow=0.5)


def _lumps(pen: Pen, tone: Colour) -> None:
    """Broken stone, heaped above the rim."""
    rows = ((-26, -74, 9), (26, -74, 9), (-10, -76, 11), (12, -75, 11), (-17, -86, 9), (17, -86, 9), (0, -87, 10), (-2, -97, 7))
    for i, (x, y, r) in enumerate(rows):
        own = pen.at(x, y, 1.0, 37.0 * i)
        edges = polygon([(-r, -0.3 * r), (-0.3 * r, -0.9 * r), (0.7 * r, -0.8 * r), (r, 0.2 * r), (0.3 * r, 0.9 * r), (-0.7 * r, 0.7 * r)])
        own.shape(edges, pen.lighter(tone, 0.03 * (i % 3)), form=0.4, form_width=3, rim=True, rim_width=1.2)
        own.line([(-0.3 * r, -0.9 * r), (0.1 * r, 0), (r, 0.2 * r)], pen.lighter(tone, 0.2), 1.0, ink=0.5)


@thing("frying pan", metres=0.1, box=(-134, -100, 276, 2), words="pan, skillet, tawa, frying",
       kinds="kitchenware, tool", category="vessel", grip=(236, -66))
def frying_pan(pen: Pen, ask: Ask) -> None:
    """A pan that lies flat, seen a little from above; in it what is told."""
    iron, inside = pen.natural("iron"), holds(ask)
    pen = pen.at(0, 0, 2.12)
    mass(pen, polygon([(50, -31), (124, -38), (128, -35), (127, -30), (52, -22)]), pen.natural("dark wood"), rim=1.5)
    mass(pen, lathe([(60, -28), (54, -8), (46, 0)], 0.35), iron, 0.3, 0.2)
    pen.shape(oval(0, -28, 60, 15), pen.lighter(iron, 0.1), form=0.2, rim=True, rim_width=2)
    mark(pen, oval(0, -27, 54, 12), pen.mix(iron, pen.r(0.5), 0.2))
    if inside.startswith("egg"):
        egg = smooth([(-34, -27), (-18, -35), (8, -36), (32, -30), (26, -21), (2, -18), (-24, -20)])
        pen.shape(egg, white(pen, 0.05), form=0.12, rim=True, rim_width=1.5)
        mass(pen, oval(0, -29, 12, 6), hue(pen, "yellow", 0.04))
        mark(pen, oval(-4, -31, 3, 1.4), pen.r(1.0), 0, 0.8)
    elif inside.startswith("pancake"):
        _pancake(pen)
    elif inside:
        fill(pen, inside, (0, -27), 46, 9.5)


def _pancake(pen: Pen) -> None:
    """A pancake that bakes, with its bubbles."""
    gold = pen.mix(pen.natural("pale wood"), hue(pen, "gold"), 0.4)
    mass(pen, oval(0, -28.5, 45, 10), pen.shaded(gold, 0.25), 0.2, rim=0)
    mark(pen, oval(0, -29.5, 42, 8.6), gold)
    for x, y, r in ((-22, -31, 3.4), (-6, -27, 4), (12, -32, 3), (24, -28, 3.6), (4, -34, 2.4), (-14, -26, 2.4)):
        mark(pen, oval(x, y, r, r * 0.5), pen.shaded(gold, 0.3), 0.4)
        mark(pen, oval(x - 0.6, y - 0.5, r * 0.5, r * 0.24), pen.lighter(gold, 0.1), 0)


@thing("medicine bottle", metres=0.14, box=(-34, -100, 34, 2), words="medicine, pills, syrup, tablets, potion, remedy",
       kinds="vessel, medicine", category="vessel", slots="body, cross", grip=(0, -60))
def medicine_bottle(pen: Pen, ask: Ask) -> None:
    """A brown bottle with a cross on its label."""
    body = pen.slot("body", pen.mix(pen.natural("copper"), pen.natural("dark wood"), 0.35))
    mass(pen, box(-16, -100, 32, 19, 2), white(pen))
    for i in range(-2, 3):
        pen.line([(i * 6, -98), (i * 6, -83)], pen.shaded(white(pen), 0.3), 1.2, ink=0.4)
    form = vessel(pen, [(13, -82), (14, -74), (32, -66), (33, -54), (33, -4), (29, 0)], body, 0.35)
    mark(pen, form & box(-40, -54, 80, 42), white(pen))
    red = pen.slot("cross", pen.A)
    cross: Path = box(-4.5, -48, 9, 30) | box(-15, -37.5, 30, 9)
    mark(pen, cross, red)

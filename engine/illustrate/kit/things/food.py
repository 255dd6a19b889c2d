"""Dishes and foods of several kitchens: bread, rice, fish, cake, sweets, spices."""

from __future__ import annotations

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.parts import arched, bar, flame, hue, lathe, mark, mass, ring, shine, steam, white
from engine.illustrate.paint.forms import blob, leaf, tube
from engine.illustrate.paint.path import Path, box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen

# fmt: off  (outlines are rows of numbers)


def _plate(pen: Pen, half: float) -> None:
    """A shallow dish under food."""
    pen.shape(oval(0, -7, half, 9), white(pen), form=0.2, form_width=4, rim=True, rim_width=2)
    mark(pen, oval(0, -9, half * 0.72, 5), pen.shaded(white(pen), 0.12))


@thing(
    "bread",
    metres=0.16,
    box=(-84, -100, 84, 2),
    words="loaf, loaf of bread, baguette, toast, bun, bakery bread",
    kinds="food",
    category="food",
    slots="crust",
    grip=(0, -40),
)
def bread(pen: Pen, ask: Ask) -> None:
    """A loaf with a cut slice before it."""
    crust = pen.slot("crust", pen.natural("bread"))
    loaf = smooth(
        [(-70, -6), (-80, -44), (-66, -84), (-28, -97), (30, -97), (68, -84), (80, -44), (72, -6), (40, 0), (-40, 0)],
        curve=0.6,
    )
    mass(pen, loaf, crust, 0.35, 0.25, 12)
    for x in (-40, -8, 24):
        mark(
            pen,
            smooth([(x - 12, -90), (x + 4, -80), (x + 14, -56), (x + 4, -60), (x - 8, -76)], curve=0.7),
            pen.mix(crust, white(pen), 0.55),
        )
    own = pen.at(44, 1, 0.62)
    shape = smooth(
        [(-44, -2), (-46, -50), (-58, -70), (-40, -96), (0, -102), (40, -96), (58, -70), (46, -50), (44, -2)], curve=0.5
    )
    mass(own, shape, pen.shaded(crust, 0.1))
    mark(own, shape.moved(0, 50).scaled(0.86).moved(0, -50), pen.mix(white(pen), pen.natural("straw"), 0.35))


@thing(
    "rice",
    metres=0.16,
    box=(-64, -100, 64, 2),
    words="bowl of rice, boiled rice, biryani, pulao, lentils, rice bowl",
    kinds="food",
    category="food",
    slots="bowl, food",
    faces="none",
)
def rice(pen: Pen, ask: Ask) -> None:
    """A bowl heaped with rice, a leaf on top, chopsticks beside."""
    grain, bowl = pen.slot("food", white(pen, 0.06)), pen.slot("bowl", pen.mix(pen.G, pen.r(0.2), 0.1))
    heap = smooth([(-52, -50), (-42, -72), (-20, -88), (0, -92), (20, -88), (42, -72), (52, -50)], curve=0.8)
    mass(pen, heap, grain, 0.22, 0.1)
    rng = pen.rng("grains")
    for _ in range(26):
        x, y = rng.uniform(-40, 40), rng.uniform(-84, -54)
        mark(pen, oval(0, 0, 3.4, 1.5).turned(rng.uniform(0, 180)).moved(x, y) & heap, pen.shaded(grain, 0.16), 0.3)
    mass(pen, leaf(24, 7).turned(-60).moved(-4, -84), pen.V, rim=1)
    form = lathe([(60, -54), (54, -30), (34, -10), (24, -6), (26, 0)], 0.7)
    mass(pen, form, bowl, 0.34)
    mark(pen, form & box(-80, -44, 160, 5), white(pen))
    shine(pen, form, -38, -32, 3, 8, -20)
    mass(pen, box(-62, -57, 124, 6, 3), pen.lighter(bowl, 0.05), rim=1)


@thing(
    "cooked fish",
    metres=0.14,
    box=(-84, -100, 84, 2),
    words="fish dish, grilled fish, fried fish, seafood, roast",
    kinds="food",
    category="food",
    slots="fish",
)
def cooked_fish(pen: Pen, ask: Ask) -> None:
    """A whole grilled fish on a plate with lemon."""
    _plate(pen, 82)
    skin = pen.slot("fish", pen.mix(pen.natural("bread"), pen.B, 0.25))
    mass(pen, polygon([(44, -34), (80, -62), (72, -32), (78, -6), (44, -26)]), pen.shaded(skin, 0.15))
    body = smooth(
        [(-70, -28), (-48, -54), (-8, -62), (30, -50), (54, -30), (30, -14), (-8, -8), (-48, -12)], curve=0.85
    )
    mass(pen, polygon([(-20, -56), (2, -78), (22, -54)]), pen.shaded(skin, 0.15))
    mass(pen, body, skin, 0.3)
    for x in (-20, 0, 20):
        mark(pen, bar((x - 4, -48), (x + 6, -20), 1.8), pen.shaded(skin, 0.5), 0.3)
    pen.line([(-42, -50), (-36, -32), (-42, -14)], pen.shaded(skin, 0.4), 2, ink=0.5)
    mark(pen, oval(-56, -36, 4), white(pen))
    mark(pen, oval(-56, -36, 1.8), pen.r(0.03), 0)
    mass(pen, oval(30, -8, 12, 9), hue(pen, "yellow"), rim=1)
    steam(pen, -4, -72, 28, 2, 24)


@thing(
    "cake",
    metres=0.25,
    box=(-62, -100, 62, 2),
    words="birthday cake, birthday, dessert, pudding, wedding cake",
    kinds="food",
    category="food",
    slots="icing, cake",
    faces="none",
    light_motion="flicker",
)
def cake(pen: Pen, ask: Ask) -> None:
    """A birthday cake of two tiers with candles."""
    icing, dough = pen.slot("icing", white(pen, 0.1)), pen.slot("cake", hue(pen, "pink", 0.08))
    _plate(pen, 61)
    for y, half, tall in ((-8, 52, 36), (-42, 34, 26)):
        mass(pen, box(-half, y - tall, 2 * half, tall, 4), dough, 0.28, 0.15, 9)
        drops = [(half + 1 - k * half / 4, y - tall + (14 if k % 2 else 7)) for k in range(9)]
        mass(
            pen,
            smooth(
                [
                    (-half - 1, y - tall - 1),
                    (-half * 0.5, y - tall - 4),
                    (half * 0.5, y - tall - 4),
                    (half + 1, y - tall - 1),
                    *drops,
                ],
                curve=0.8,
            ),
            icing,
            0.15,
        )
    for i in range(-2, 3):
        mass(pen, oval(i * 21, -13, 5), pen.A, rim=1)
    for i, x in enumerate((-18, 0, 18)):
        mass(pen, box(x - 2.4, -88, 4.8, 18, 1), (pen.A, pen.G, pen.B)[i], rim=0)
        flame(pen, x, -87, 13, 2.2)


@thing(
    "egg",
    metres=0.06,
    box=(-44, -100, 44, 2),
    words="eggs, golden egg, easter egg, boiled egg",
    kinds="food",
    category="food",
    slots="shell",
    poses="plain, golden, cracked",
    grip=(0, -40),
    faces="none",
)
def egg(pen: Pen, ask: Ask) -> None:
    """An egg: plain, golden, or cracked open."""
    shell = pen.slot(
        "shell", pen.mix(pen.B, pen.L, 0.2) if ask.pose == "golden" else pen.mix(white(pen), pen.natural("bread"), 0.22)
    )
    body = smooth([(0, -99), (24, -84), (41, -46), (34, -14), (0, 0), (-34, -14), (-41, -46), (-24, -84)], curve=0.95)
    mass(pen, body, shell, 0.3, 0.18, 14)
    shine(pen, body, -18, -64, 4.4, 13, 18)
    if ask.pose == "cracked":
        row = [(-46, -54), (-28, -62), (-16, -48), (-2, -62), (12, -48), (26, -62), (46, -52)]
        pen.line(row, pen.r(0.08), 3, curve=0, ink=0.8)
        pen.line([(12, -48), (8, -36), (14, -28)], pen.r(0.08), 2, curve=0, ink=0.6)
    if ask.pose == "golden":
        pen.glow(0, -50, 80, pen.L, 0.4)
        shine(pen, body, 16, -34, 3, 6, 18)


@thing(
    "cheese",
    metres=0.12,
    box=(-76, -100, 76, 2),
    words="cheese wedge, paneer",
    kinds="food",
    category="food",
    slots="cheese",
)
def cheese(pen: Pen, ask: Ask) -> None:
    """A wedge of cheese with holes."""
    gold = pen.slot("cheese", pen.mix(hue(pen, "yellow", 0.05), pen.B, 0.25))
    pen.shape(
        smooth([(-74, -50), (-20, -92), (38, -98), (72, -60), (20, -56)], curve=0.15),
        pen.lighter(gold, 0.08),
        form=0.1,
        rim=True,
        rim_width=2,
    )
    face = smooth([(-74, -50), (72, -60), (72, 0), (-74, 0)], curve=0.06)
    mass(pen, face, gold, 0.2, 0.15, 8)
    for x, y, a, b in ((-46, -24, 12, 11), (-10, -38, 9, 8), (18, -16, 13, 11), (50, -40, 10, 9), (-22, -8, 6, 5)):
        mark(pen, oval(x, y, a, b), pen.shaded(gold, 0.3), 0.7)
        mark(pen, oval(x + 2, y + 2, a * 0.72, b * 0.7), pen.shaded(gold, 0.2), 0)
    mark(pen, oval(14, -78, 10, 5), pen.shaded(gold, 0.2), 0.6)


@thing(
    "spices",
    metres=0.16,
    box=(-84, -100, 84, 2),
    words="spice, turmeric, masala, pepper, salt, powder, saffron, cardamom",
    kinds="food",
    category="food",
    slots="",
    faces="none",
)
def spices(pen: Pen, ask: Ask) -> None:
    """Three bowls heaped with coloured powder and a wooden scoop."""
    brass = pen.natural("brass")
    for x, y, tone in ((0, -38, pen.mix(pen.V, pen.r(0.2), 0.2)), (-46, 0, pen.B), (46, 0, pen.A)):
        mass(pen, smooth([(x - 30, y - 28), (x - 8, y - 56), (x + 4, y - 58), (x + 30, y - 28)], curve=0.6), tone, 0.3)
        mass(pen, lathe([(36, y - 32), (32, y - 16), (20, y - 2), (16, y)], 0.7).moved(x, 0), brass, 0.32)
        mass(pen, box(x - 38, y - 34, 76, 5, 2.5), pen.lighter(brass, 0.06), rim=0)
    pen.shape(tube([(54, -48), (66, -72), (78, -96)], [2.2, 2.2, 3]), pen.natural("wood"), form=0.3)
    mark(pen, star_anise(-6, -6), pen.natural("dark wood"), 0.6)


def star_anise(x: float, y: float) -> Path:
    """A small star of pods."""
    made = oval(x, y, 2.5, 2)
    for i in range(6):
        made = made | oval(0, -5, 2.2, 5).turned(i * 60).moved(x, y)
    return made


@thing(
    "ice cream",
    metres=0.2,
    box=(-34, -100, 34, 2),
    words="ice-cream, gelato, kulfi, cone, sundae",
    kinds="food",
    category="food",
    slots="scoop, second",
    grip=(0, -16),
    faces="none",
)
def ice_cream(pen: Pen, ask: Ask) -> None:
    """Two scoops in a cone with a cherry."""
    cone = lathe([(23, -46), (2, 0)], 0.0)
    mass(pen, cone, pen.natural("bread"), 0.3)
    for k in (-24, -8, 8, 24):
        mark(pen, cone & bar((k, -48), (k * -0.2 + 14, 0), 0.9), pen.shaded(pen.natural("bread"), 0.35), 0.3)
        mark(pen, cone & bar((k, -48), (k * -0.2 - 14, 0), 0.9), pen.shaded(pen.natural("bread"), 0.35), 0.3)
    mass(pen, oval(0, -74, 22, 18), pen.slot("second", white(pen)), 0.25)
    mass(
        pen,
        smooth(
            [(-30, -46), (-26, -62), (0, -70), (26, -62), (30, -46), (18, -41), (8, -46), (-4, -39), (-16, -45)],
            curve=0.8,
        ),
        pen.slot("scoop", hue(pen, "pink", 0.06)),
        0.28,
    )
    mass(pen, oval(0, -93, 6), pen.A, rim=1)


@thing(
    "pizza",
    metres=0.3,
    box=(-58, -100, 58, 2),
    words="pizza slice, snack, fast food",
    kinds="food",
    category="food",
    slots="",
    faces="none",
)
def pizza(pen: Pen, ask: Ask) -> None:
    """A slice of pizza."""
    cheese_ = pen.mix(hue(pen, "yellow"), pen.B, 0.3)
    body = polygon([(-50, -82), (50, -82), (0, 0)])
    mass(pen, body, cheese_, 0.2, 0.12)
    for x, y, r in ((-18, -62, 11), (18, -58, 11), (0, -32, 9)):
        mass(pen, oval(x, y, r), pen.A, rim=1, shadow=0.6)
    for x, y, turn in ((-2, -70, 10), (6, -46, -60), (-12, -42, 50), (30, -72, 30)):
        mark(pen, leaf(10, 3).turned(turn).moved(x, y), pen.V)
    mass(
        pen,
        smooth([(-58, -84), (-50, -96), (0, -100), (50, -96), (58, -84), (48, -76), (0, -79), (-48, -76)], curve=0.7),
        pen.natural("bread"),
        0.3,
    )


@thing(
    "roti",
    metres=0.12,
    box=(-76, -100, 76, 2),
    words="chapati, flatbread, naan, tortilla, pancake, pancakes, dosa",
    kinds="bread, food",
    category="food",
    slots="bread",
    faces="none",
)
def roti(pen: Pen, ask: Ask) -> None:
    """A stack of flat breads, steaming."""
    _plate(pen, 75)
    base = pen.slot("bread", pen.mix(pen.natural("bread"), white(pen), 0.3))
    for i in range(4):
        mass(
            pen, blob(2 * (i % 2) - 1, -18 - i * 9, 58, 15, i + 2, 16, 0.03), pen.lighter(base, -0.04 + 0.02 * i), 0.28
        )
    for x, y in ((-24, -46), (6, -50), (28, -44), (-4, -40), (-38, -43)):
        mark(pen, oval(x, y, 6, 2.4), pen.natural("fur"), 0.3)
    steam(pen, 0, -58, 40, 3, 22)


@thing(
    "sweets",
    metres=0.12,
    box=(-66, -100, 66, 2),
    words="candy, sweet, laddu, ladoo, lollipop, chocolate, cookie, sugar",
    kinds="food",
    category="food",
    slots="",
    faces="none",
)
def sweets(pen: Pen, ask: Ask) -> None:
    """A heap of round sweets on a dish."""
    _plate(pen, 65)
    gold = pen.mix(pen.B, pen.A, 0.15)
    for x, y in ((-34, -24), (0, -22), (34, -24), (-17, -50), (17, -50), (0, -78)):
        ball = oval(x, y, 18.5, 18)
        mass(pen, ball, gold, 0.32)
        for dx, dy in ((-6, -5), (5, -7), (2, 4), (-7, 6), (9, 3)):
            mark(pen, oval(x + dx, y + dy, 1.8), pen.shaded(gold, 0.3), 0)
        mark(pen, leaf(9, 3).turned(-30).moved(x - 3, y - 12), pen.V, 0.4)


@thing(
    "milk carton",
    metres=0.22,
    box=(-30, -100, 34, 2),
    words="carton, cardboard carton, yogurt, glass of milk, bottle of milk",
    kinds="vessel, food",
    category="food",
    slots="box, band",
)
def milk_carton(pen: Pen, ask: Ask) -> None:
    """A gable-topped carton."""
    card, band = pen.slot("box", white(pen, 0.08)), pen.slot("band", pen.G)
    pen.shape(polygon([(14, -66), (32, -70), (32, -6), (14, 0)]), pen.shaded(card, 0.3), form=0.15)
    pen.shape(polygon([(14, -66), (32, -70), (22, -90), (10, -88)]), pen.shaded(card, 0.35), form=0.1)
    mass(pen, box(-30, -66, 44, 66), card, 0.15)
    mass(pen, polygon([(-30, -66), (14, -66), (10, -88), (-24, -88)]), pen.lighter(band, 0.04), 0.15)
    mass(pen, box(-26, -100, 44, 13, 1), band, 0.15)
    mark(pen, box(-30, -22, 44, 12), band)
    pen.shape(arched(-8, -28, 22, 30), pen.lighter(band, 0.2), shadow=0, line=0.6)
    mark(pen, ring(-8, -44, 6, 2.4), white(pen), 0.3)

"""What a larder and a bed have, and what grows or nests: butter, flour, whisk, strawberry, gourd, milk, pillow, nest.

Declares things; see the package's README for units. Example: `found_thing("butter").metres` is 0.1.
"""

from __future__ import annotations

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.parts import bar, hue, lathe, mark, mass, shine, vessel, white
from engine.illustrate.paint.forms import leaf
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen

# fmt: off  (outlines are rows of numbers)


@thing(
    "butter",
    metres=0.1,
    box=(-96, -100, 96, 2),
    words="margarine, pat of butter, stick of butter",
    kinds="food",
    category="food",
    faces="none",
    grip=(0, -30),
)
def butter(pen: Pen, ask: Ask) -> None:
    """A block of butter on a dish, a slice cut off it."""
    gold, dish = hue(pen, "yellow", 0.2), pen.mix(pen.G, white(pen), 0.35)
    mass(pen, lathe([(94, -16), (84, -4), (52, 0)]), dish, 0.3)
    mark(pen, oval(0, -16, 86, 7), white(pen))
    mass(pen, polygon([(-66, -18), (-66, -74), (34, -74), (34, -18)]), gold, 0.2, 0.12)
    mass(pen, polygon([(-66, -74), (-46, -94), (54, -94), (34, -74)]), pen.lighter(gold, 0.07), 0.1, rim=0)
    mass(pen, polygon([(34, -74), (54, -94), (54, -36), (34, -18)]), pen.shaded(gold, 0.22), 0.1, rim=0)
    mass(pen, polygon([(52, -18), (66, -66), (80, -64), (70, -18)]), pen.lighter(gold, 0.03), 0.2)


@thing(
    "flour",
    metres=0.3,
    box=(-44, -100, 44, 2),
    words="cornmeal, bag of flour, sack of flour",
    kinds="food",
    category="food",
    faces="none",
    grip=(0, -60),
)
def flour(pen: Pen, ask: Ask) -> None:
    """A paper bag with a rolled top and an ear of wheat on it."""
    paper = pen.mix(white(pen), pen.natural("sand"), 0.35)
    mass(
        pen,
        smooth([(-36, -78), (-42, -40), (-40, -2), (0, 1), (40, -2), (42, -40), (36, -78)], curve=0.35),
        paper,
        0.34,
    )
    mass(pen, box(-38, -98, 76, 22, 5), pen.lighter(paper, 0.04), 0.2)
    mark(pen, box(-38, -84, 76, 3), pen.shaded(paper, 0.25), 0.3)
    mark(pen, oval(0, -40, 25, 26), pen.mix(pen.A, white(pen), 0.1))
    pen.line([(0, -20), (0, -58)], white(pen), 2.2, ink=0.4)
    for i in range(4):
        for side in (-1, 1):
            mark(pen, leaf(12, 4).turned(side * 52 - 90).moved(side * 2, -30 - 8 * i), white(pen), 0.3)


@thing(
    "whisk",
    metres=0.32,
    box=(-22, -100, 22, 2),
    words="egg beater, eggbeater, beater, egg whisk",
    kinds="kitchenware, tool",
    category="tool",
    contact="held",
    faces="none",
    grip=(0, -84),
)
def whisk(pen: Pen, ask: Ask) -> None:
    """A balloon whisk, its wires below."""
    steel = pen.natural("steel")
    for half in (19, 12, 4):
        row = [(-2, -56), (-half, -28), (-half * 0.7, -6), (0, -1), (half * 0.7, -6), (half, -28), (2, -56)]
        pen.line(row, steel, 2.2, ink=0.6)
    mass(pen, lathe([(3, -60), (5, -56), (4, -50)]), steel, 0.3)
    mass(pen, lathe([(3, -100), (6, -92), (5, -70), (3.4, -58)]), pen.natural("wood"), 0.34)


@thing(
    "strawberry",
    metres=0.05,
    box=(-42, -100, 42, 2),
    words="berry, raspberry, cherry, blueberry, blackberry",
    kinds="fruit, food",
    category="food",
    slots="fruit",
    faces="none",
    grip=(0, -50),
)
def strawberry(pen: Pen, ask: Ask) -> None:
    """A strawberry with its leaves."""
    red = pen.slot("fruit", hue(pen, "red", 0.06))
    body = smooth([(0, -2), (-26, -26), (-40, -58), (-26, -78), (0, -74), (26, -78), (40, -58), (26, -26)], curve=0.7)
    mass(pen, body, red, 0.34, 0.2)
    for i, y in enumerate((-62, -48, -34, -20)):
        for x in range(-2, 3):
            mark(pen, oval(x * 13 + (6 if i % 2 else 0), y, 2, 3.2) & body, pen.mix(pen.L, pen.B, 0.3), 0.3)
    for turn in (-62, -30, 0, 30, 62):
        mass(pen, leaf(30, 9).turned(turn + 90).moved(0, -80), pen.V, 0.2, rim=1)
    pen.line([(0, -78), (4, -98)], pen.shaded(pen.V, 0.2), 3.4, ink=0.5)
    shine(pen, body, -18, -58, 4, 10)


@thing(
    "gourd",
    metres=0.35,
    box=(-48, -100, 48, 2),
    words="calabash, pumpkin bowl, water gourd, zucchini",
    kinds="vessel",
    category="vessel",
    slots="body",
    faces="none",
    grip=(0, -90),
)
def gourd(pen: Pen, ask: Ask) -> None:
    """A dried gourd with a carved band and a stopper."""
    body = pen.slot("body", pen.mix(pen.natural("clay"), pen.B, 0.25))
    rows = [(8, -88), (14, -76), (17, -66), (24, -54), (46, -28), (40, -6), (18, 0)]
    form = vessel(pen, rows, body, 0.7)
    mass(pen, box(-6, -100, 12, 14, 3), pen.natural("wood"), 0.3)
    for y in (-36, -18):
        mark(pen, form & box(-60, y, 120, 3), pen.shaded(body, 0.4), 0.3)
    for i in range(7):
        x = -42 + 14 * i
        mark(pen, polygon([(x - 6, -21), (x, -33), (x + 6, -21)]) & form, pen.shaded(body, 0.4), 0.3)


@thing(
    "pillow",
    metres=0.35,
    box=(-92, -100, 92, 2),
    words="cushion, pillows",
    kinds="furniture, cloth",
    category="thing",
    slots="cloth",
    faces="none",
    tops=((0, -70),),
    grip=(0, -50),
)
def pillow(pen: Pen, ask: Ask) -> None:
    """A plump pillow with a dented middle."""
    cloth = pen.slot("cloth", white(pen, 0.1))
    shape = smooth(
        [
            (-88, -10),
            (-78, -52),
            (-88, -92),
            (-40, -84),
            (0, -78),
            (40, -84),
            (88, -92),
            (78, -50),
            (88, -8),
            (40, -2),
            (0, 0),
            (-40, -2),
        ],
        curve=0.6,
    )
    mass(pen, shape, cloth, 0.32, 0.14, 14)
    for x, lean in ((-66, 12), (66, -12)):
        pen.line([(x, -80), (x + lean, -62), (x + lean * 0.5, -46)], pen.shaded(cloth, 0.3), 2, ink=0.5)
    pen.line([(-24, -60), (0, -54), (26, -60)], pen.shaded(cloth, 0.25), 2, ink=0.5)


@thing(
    "nest",
    metres=0.3,
    box=(-74, -100, 74, 2),
    words="bird nest, birds nest, bird's nest, eyrie",
    kinds="plant, nature",
    category="nature",
    faces="none",
    tops=((0, -40),),
    grip=(0, -20),
)
def nest(pen: Pen, ask: Ask) -> None:
    """A nest of twigs with three eggs."""
    straw = pen.natural("straw")
    for x in (-24, 4, 30):
        mass(pen, smooth([(x, -92), (x + 15, -72), (x + 12, -48), (x - 12, -48), (x - 15, -72)]), white(pen, 0.1), 0.3)
    bowl = smooth([(-70, -56), (-58, -22), (-30, -2), (30, -2), (58, -22), (70, -56), (0, -42)], curve=0.7)
    mass(pen, bowl, pen.shaded(straw, 0.2), 0.34, 0.25)
    rng = pen.rng("twigs")
    for _ in range(26):
        left, top = rng.uniform(-60, 46), rng.uniform(-54, -8)
        row = [(left, top), (left + 16, top - 3 + rng.uniform(-5, 5)), (left + 32, top + rng.uniform(-7, 7))]
        pen.line(row, pen.shaded(straw, rng.uniform(0, 0.5)), 2.4, ink=0.4)


@thing(
    "x-ray machine",
    metres=1.9,
    box=(-54, -100, 60, 2),
    words="x-ray, ray machine, scanner, medical machine, x-ray apparatus",
    kinds="device",
    category="device",
    faces="right",
)
def x_ray_machine(pen: Pen, ask: Ask) -> None:
    """A tube head on a stand beside a plate that shows a hand's bones."""
    steel, case = pen.natural("steel"), pen.mix(pen.G, pen.r(0.25), 0.25)
    mass(pen, box(-50, -8, 60, 8, 2), case)
    mass(pen, bar((-20, -6), (-20, -96), 3.4), steel)
    mass(pen, bar((-20, -74), (14, -74), 3), steel)
    mass(pen, box(-36, -44, 30, 34, 3), case)
    mark(pen, oval(-21, -32, 6), pen.mix(pen.L, pen.B, 0.3))
    mass(pen, lathe([(9, -88), (13, -78), (9, -64), (5, -58)]).moved(16, 0), case, 0.34)
    mass(pen, box(34, -76, 24, 70, 2), pen.natural("iron"))
    mark(pen, box(37, -72, 18, 34, 1), pen.mix(pen.r(0.2), pen.G, 0.4))
    for i in range(4):
        pen.line([(42 + 3 * i, -50), (41 + 4 * i, -66 + 2 * abs(i - 1))], white(pen), 1.4, ink=0.3)
    mark(pen, oval(46, -45, 5, 5), white(pen), 0.3)

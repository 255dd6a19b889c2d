"""Tools of hand, field, kitchen and sea, and bags."""

from __future__ import annotations

import math

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.contents import holds, tone
from engine.illustrate.kit.things.parts import bar, bars, lathe, mark, mass, ring, shine, vessel, wheel, white
from engine.illustrate.paint.forms import star, tube
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen
from engine.looks import Colour

# fmt: off


def _haft(pen: Pen, top: float, half: float = 3.4, foot: float = 0.0) -> None:
    """A wooden handle from the ground to `top`."""
    mass(pen, lathe([(half * 0.8, top), (half * 0.85, (top + foot) / 2), (half * 1.2, foot - 4), (half, foot)], 0.5),
         pen.slot("haft", pen.natural("wood")), 0.35, rim=1.2)


@thing("hammer", metres=0.35, box=(-34, -100, 34, 2), words="mallet, gavel, carpenter, repair, building work", kinds="tool",
       category="tool", slots="haft", contact="held", grip=(0, -14))
def hammer(pen: Pen, ask: Ask) -> None:
    """A claw hammer."""
    _haft(pen, -84, 4.4)
    steel = pen.natural("iron")
    mass(
        pen,
        smooth([(-33, -94), (-14, -96), (0, -98), (12, -98), (22, -96), (34, -84), (22, -87), (12, -80), (-14, -80),
                (-33, -82)], curve=0.35), steel, 0.3)
    mass(pen, box(-34, -97, 10, 18, 2), pen.natural("steel"), rim=1)


@thing("axe", metres=0.7, box=(-16, -100, 40, 2), words="hatchet, woodcutter, lumberjack, chop", kinds="tool, weapon",
       category="tool", slots="haft", contact="held", grip=(0, -18))
def axe(pen: Pen, ask: Ask) -> None:
    """A woodcutter's axe."""
    _haft(pen, -98, 4)
    steel = pen.natural("steel")
    mass(
        pen,
        smooth([(-10, -92), (6, -92), (24, -97), (38, -99), (40, -80), (36, -60), (24, -68), (6, -76), (-10, -76)],
               curve=0.4), steel, 0.2)
    mark(pen, smooth([(32, -98), (38, -99), (40, -80), (36, -60), (31, -64), (34, -80)], curve=0.5), pen.r(0.95), 0.5)
    mark(pen, box(-10, -92, 18, 16, 2), pen.A, 0.7)


@thing("spade", metres=1.0, box=(-22, -100, 22, 2), words="shovel, garden spade, dig, gardening", kinds="tool",
       category="tool", slots="haft", contact="held", grip=(0, -90))
def spade(pen: Pen, ask: Ask) -> None:
    """A garden spade, its blade down."""
    mass(pen, bar((0, -88), (0, -30), 2.8), pen.slot("haft", pen.natural("wood")), rim=1)
    pen.shape((box(-12, -100, 24, 18, 8) - box(-7, -95, 14, 9, 4)), pen.natural("dark wood"), form=0.3)
    mass(pen, smooth([(-18, -40), (-6, -42), (0, -48), (6, -42), (18, -40), (17, -14), (0, 0), (-17, -14)], curve=0.4),
         pen.natural("steel"), 0.3)
    pen.line([(0, -42), (0, -14)], pen.shaded(pen.natural("steel"), 0.35), 1.8, ink=0.5)


@thing("pitchfork", metres=1.3, box=(-26, -100, 26, 2), words="hay fork, garden fork", kinds="tool", category="tool",
       slots="haft", contact="held", grip=(0, -60))
def pitchfork(pen: Pen, ask: Ask) -> None:
    """A hay fork."""
    mass(pen, bar((0, -36), (0, -100), 2.4), pen.slot("haft", pen.natural("wood")), rim=1)
    iron = pen.natural("iron")
    pen.line([(-20, -4), (-20, -28), (-10, -37), (10, -37), (20, -28), (20, -4)], iron, 3.4, curve=0.6)
    pen.line([(0, -2), (0, -38)], iron, 3.4)
    for x in (-20, 0, 20):
        mark(pen, polygon([(x - 2, -6), (x + 2, -6), (x, 2)]), iron, 0.4)


@thing("saw", metres=0.5, box=(-74, -100, 74, 2), words="handsaw, carpenter's saw", kinds="tool", category="tool",
       slots="handle", grip=(-52, -40))
def saw(pen: Pen, ask: Ask) -> None:
    """A hand saw."""
    own = pen.at(0, -18, 1, -32)
    teeth = [(70 - i * 5.6, 12 + (5 if i % 2 else 0) - 0.06 * i * 5.6) for i in range(20)]
    mass(own, polygon([(-40, -22), (72, -6), *teeth, (-40, 12)]).moved(4, -32), pen.natural("steel"), 0.12, rim=1)
    handle = smooth([(-36, -56), (-30, -30), (-36, -16), (-62, -12), (-72, -28), (-66, -50),
                     (-52, -60)], curve=0.7) - oval(-53, -34, 8, 11)
    mass(own, handle, pen.slot("handle", pen.natural("wood")), 0.3)


@thing("scissors", metres=0.18, box=(-40, -100, 40, 2), words="shears, tailor's scissors", kinds="tool",
       category="tool", slots="handle", grip=(0, -20), faces="none")
def scissors(pen: Pen, ask: Ask) -> None:
    """Open scissors."""
    for side in (-1, 1):
        mass(
            pen,
            smooth([(side * -12, -34), (side * -7, -38), (side * 22, -98), (side * 10, -84), (side * -8, -48)],
                   curve=0.3), pen.natural("steel"), 0.2, rim=1)
        pen.line([(side * -9, -40), (side * -16, -28)], pen.slot("handle", pen.A), 6, ink=0.6)
    for x in (-23, 23):
        mass(pen, ring(x, -17, 17, 6.4), pen.slot("handle", pen.A), 0.3)
    mark(pen, oval(0, -50, 3.4), pen.natural("iron"), 0.7)


@thing("needle and thread", metres=0.08, box=(-50, -100, 56, 2),
       words="needle, thread, sewing, spool, stitch, tailor, yarn, cotton reel", kinds="tool", category="tool",
       slots="thread")
def needle_and_thread(pen: Pen, ask: Ask) -> None:
    """A spool of thread and a needle."""
    thread, wood = pen.slot("thread", pen.A), pen.natural("pale wood")
    mass(pen, lathe([(24, -58), (20, -50), (20, -14), (24, -6)], 0.5).moved(-20, 0), thread, 0.35)
    for y in (-48, -40, -32, -24, -16):
        pen.line([(-39, y), (-1, y - 4)], pen.shaded(thread, 0.3), 1.5, ink=0.5)
    for y in (-66, -8):
        mass(pen, box(-48, y, 56, 9, 3), wood, 0.25)
    pen.line([(0, -40), (24, -18), (44, -44), (30, -78), (46, -90)], thread, 2.2, ink=0.6)
    mass(pen, smooth([(52, -99), (48, -98), (22, -6), (23, -3), (25, -5), (55, -95)], curve=0.3), pen.natural("steel"),
         rim=0)
    mark(pen, bar((50, -94), (48, -87), 0.9), pen.r(0.1), 0)


@thing("rope", metres=0.3, box=(-64, -100, 64, 2), words="string, cord, knot, twine, coil of rope, cable", kinds="tool",
       category="tool", slots="rope", faces="none", grip=(0, -60))
def rope(pen: Pen, ask: Ask) -> None:
    """A coil of rope with its end."""
    tan = pen.slot("rope", pen.natural("straw"))
    pen.line([(20, -30), (52, -26), (60, -8), (40, -4)], tan, 8, ink=0.5)
    for i, (y, half) in enumerate(((-14, 50), (-28, 48), (-42, 50), (-56, 46), (-70, 48))):
        mass(pen, ring(0, y, half, 13, 14), pen.lighter(tan, 0.02 * (i % 2)), 0.3, rim=1)
        for k in range(-5, 6):
            x = k * half / 6
            low = y + 10.5 * math.sqrt(1 - (x / half)**2)
            pen.line([(x - 3, low - 3), (x + 3, low + 3)], pen.shaded(tan, 0.35), 1.3, ink=0.4)
    pen.line([(-20, -82), (-34, -96), (-48, -88), (-44, -70)], tan, 7, ink=0.5)


@thing("wheel", metres=0.8, box=(-50, -100, 50, 2), words="cartwheel, wagon wheel, tyre, tire, wooden wheel",
       kinds="tool, thing", category="tool", slots="wood", motion="roll", faces="none")
def wheel_thing(pen: Pen, ask: Ask) -> None:
    """A wooden cartwheel."""
    wheel(pen, 0, -49, 49, pen.slot("wood", pen.natural("wood")), 5)


@thing("spinning wheel", metres=1.1, box=(-74, -100, 66, 2), words="charkha, spindle, spinning", kinds="tool, device",
       category="tool", slots="wood, thread")
def spinning_wheel(pen: Pen, ask: Ask) -> None:
    """A spinning wheel on its bench."""
    wood = pen.slot("wood", pen.natural("wood"))
    bars(pen, [((-58, -26), (-66, 0)), ((40, -20), (48, 0)), ((10, -58), (0, -22)), ((10, -58), (34, -20))], 3,
         pen.shaded(wood, 0.2))
    wheel(pen, 12, -58, 41, wood, 5)
    mass(pen, polygon([(-72, -32), (60, -24), (60, -17), (-72, -24)]), wood, 0.25)
    bars(pen, [((-56, -30), (-56, -62))], 3, wood)
    mass(pen, lathe([(3, -76), (9, -66), (9, -58), (3, -50)], 0.7).moved(-56, 0), pen.slot("thread", white(pen)))
    pen.line([(-56, -74), (-20, -88), (6, -98)], white(pen), 1.1, ink=0.5)
    pen.line([(-56, -52), (-30, -36), (0, -19)], white(pen), 1.1, ink=0.5)


@thing("plough", metres=1.0, box=(-78, -100, 84, 2), words="plow, farming tool, ploughing", kinds="tool",
       category="tool", slots="wood", grip=(-66, -90))
def plough(pen: Pen, ask: Ask) -> None:
    """A wooden plough with an iron share."""
    wood = pen.slot("wood", pen.natural("wood"))
    mass(pen, tube([(-64, -96), (-50, -70), (-26, -34), (-4, -14)], [3.4, 4, 5, 6]), wood)
    pen.shape(bar((-74, -92), (-54, -99), 3), wood, form=0.3)
    mass(pen, tube([(-30, -42), (10, -46), (48, -42), (80, -34)], [5, 4.4, 4, 3.4]), wood)
    pen.shape(bar((20, -46), (6, -12), 3), pen.shaded(wood, 0.25), form=0.3)
    mass(pen, smooth([(-34, -18), (0, -22), (46, -2), (4, 0), (-28, -4)], curve=0.4), pen.natural("iron"), 0.3)


@thing("fishing rod", metres=2.2, box=(-60, -100, 84, 2), words="fishing pole, fishing, angling, hook, bait",
       kinds="tool", category="tool", slots="rod, float", contact="held", grip=(-44, -14))
def fishing_rod(pen: Pen, ask: Ask) -> None:
    """A rod with its line, a float and a hook."""
    mass(pen, tube([(-58, -2), (-16, -40), (22, -74), (52, -98)], [3.4, 2.6, 1.9, 1.2]),
         pen.slot("rod", pen.natural("wood")), rim=1)
    mass(pen, tube([(-57, -3), (-50, -9), (-42, -16)], [4, 4, 3.8]), pen.natural("dark wood"))
    mass(pen, oval(-34, -16, 6.5), pen.natural("steel"))
    pen.line([(52, -98), (72, -80), (76, -40), (76, -26)], white(pen), 1.3, ink=0.6)
    mass(pen, oval(76, -34, 6, 8), pen.slot("float", pen.A), rim=1)
    mark(pen, oval(76, -34, 6, 8) & box(60, -34, 30, 12), white(pen))
    pen.line([(76, -26), (76, -12), (72, -4), (66, -10)], pen.natural("iron"), 2)


@thing("anchor", metres=1.4, box=(-46, -100, 46, 2), words="ship's anchor, harbour, harbor, port", kinds="tool, thing",
       category="tool", slots="metal", faces="none", grip=(0, -92))
def anchor(pen: Pen, ask: Ask) -> None:
    """An iron anchor."""
    iron = pen.slot("metal", pen.natural("iron"))
    crown = smooth([(-46, -34), (-34, -14), (-14, -2), (0, 1), (14, -2), (34, -14), (46, -34), (28, -26), (14, -16),
                    (0, -13), (-14, -16), (-28, -26)], curve=0.7)
    whole = ring(0, -89, 11, 5) | box(-5, -82, 10, 76, 2) | box(-26, -72, 52, 8, 4) | crown
    mass(pen, whole | polygon([(-46, -42), (-30, -26), (-44, -18)]) | polygon([(46, -42), (30, -26), (44, -18)]), iron,
         0.35, 0.15, 4)


@thing("net", metres=1.2, box=(-44, -100, 60, 2), words="butterfly net, hand net, mesh", kinds="tool",
       category="tool", slots="net", contact="held", grip=(-36, -10))
def net(pen: Pen, ask: Ask) -> None:
    """A hand net with a bag of mesh."""
    mass(pen, bar((-42, -2), (0, -62), 2.8), pen.natural("wood"), rim=1)
    bag = smooth([(-4, -70), (52, -84), (58, -56), (48, -26), (34, -20), (12, -40)], curve=0.7)
    pen.shape(bag, pen.mix(pen.slot("net", white(pen)), pen.G, 0.2), alpha=0.5, shadow=0, line=0.7)
    for i in range(-4, 9):
        for slope in (-1, 1):
            x = i * 11
            mark(pen, bag & bar((x - 30, -62 - slope * 44), (x + 30, -62 + slope * 44), 0.8), white(pen), 0.2)
    mass(pen, ring(0, 0, 32, 4, 13).turned(-14).moved(24, -80), pen.natural("dark wood"))


@thing("compass", metres=0.1, box=(-50, -100, 50, 2), words="direction, navigation, north, bearing, exploration",
       kinds="tool, device", category="tool", slots="case", faces="none", grip=(0, -90))
def compass(pen: Pen, ask: Ask) -> None:
    """A compass with its needle."""
    mass(pen, oval(0, -48, 48), pen.slot("case", pen.natural("brass")), 0.3)
    mark(pen, ring(0, -94, 6, 2.6), pen.natural("brass"), 0.7)
    pen.shape(oval(0, -48, 39), white(pen), form=0.14, form_width=6, line=0.8)
    mark(pen, star(0, -48, 32, 4, 0.26), pen.shaded(white(pen), 0.2))
    own = pen.at(0, -48, 1, 28)
    mass(own, polygon([(-6.5, 0), (0, -34), (6.5, 0)]), pen.A, 0, rim=0)
    mass(own, polygon([(-6.5, 0), (0, 34), (6.5, 0)]), pen.mix(pen.r(0.15), pen.G, 0.3), 0, rim=0)
    mark(pen, oval(0, -48, 4), pen.natural("brass"))


@thing("scale", metres=0.6, box=(-66, -100, 66, 2), words="scales, balance, justice, weight, fairness, comparison",
       kinds="tool, device", category="tool", slots="metal", faces="none", poses="level, left, right",
       tops=((-48, -38), (48, -38)))
def scale(pen: Pen, ask: Ask) -> None:
    """A pair of scales; level or down on one side."""
    gold = pen.slot("metal", pen.natural("brass"))
    tilt = {"left": -12.0, "right": 12.0}.get(ask.pose, 0.0)
    mass(pen, lathe([(2.4, -90), (3.4, -40), (5, -12), (26, -6), (28, 0)], 0.35), gold, 0.35)
    dx, dy = 48 * math.cos(math.radians(tilt)), 48 * math.sin(math.radians(tilt))
    for side in (-1, 1):
        x, y = side * dx, -86 + side * dy
        for lean in (-15, 15):
            pen.line([(x, y), (x + lean, y + 46)], pen.natural("iron"), 1.2, ink=0.6)
        mass(pen, smooth([(x - 18, y + 45), (x + 18, y + 45), (x + 11, y + 55), (x - 11, y + 55)], curve=0.5), gold,
             0.3)
    mass(pen, bar((-dx, -86 - dy), (dx, -86 + dy), 2.8), gold, rim=1)
    mass(pen, oval(0, -90, 7), pen.A)
    pen.line([(0, -96), (0, -100)], gold, 3)


@thing("broom", metres=1.3, box=(-22, -100, 22, 2), words="besom, broomstick, jhadu, sweep, cleaning", kinds="tool",
       category="tool", slots="straw", contact="held", grip=(0, -70), faces="none")
def broom(pen: Pen, ask: Ask) -> None:
    """A besom."""
    mass(pen, bar((0, -100), (0, -34), 2.2), pen.natural("wood"), rim=1)
    straw = pen.slot("straw", pen.natural("straw"))
    mass(
        pen,
        smooth([(-5, -42), (5, -42), (14, -24), (21, -1), (10, 1), (0, -1), (-10, 1), (-21, -1), (-14, -24)],
               curve=0.5), straw, 0.3)
    for x in (-12, -5, 2, 9, 15):
        pen.line([(x * 0.4, -34), (x, -3)], pen.shaded(straw, 0.35), 1.3, ink=0.4)
    mass(pen, box(-6.5, -41, 13, 6, 2), pen.A, rim=0)


@thing("spoon", metres=0.18, box=(-18, -100, 18, 2), words="wooden spoon, teaspoon, ladle, tablespoon",
       kinds="tool, kitchenware", category="tool", slots="wood", contact="held", grip=(0, -20), faces="none")
def spoon(pen: Pen, ask: Ask) -> None:
    """A wooden spoon, with something in it when that is told."""
    inside, wood = holds(ask), pen.slot("wood", pen.natural("wood"))
    mass(
        pen,
        smooth([(0, -100), (15, -90), (17, -74), (9, -60), (3.4, -52), (3.4, -30), (4.6, -3), (0, 0), (-4.6, -3),
                (-3.4, -30), (-3.4, -52), (-9, -60), (-17, -74), (-15, -90)], curve=0.6), wood, 0.32)
    mark(pen, oval(0, -79, 10.4, 14), tone(pen, inside) if inside else pen.shaded(wood, 0.28), 0.6)


@thing("pouring spoon", metres=0.18, box=(-24, -100, 80, 3), words="tilted spoon", kinds="spoon, tool, kitchenware",
       category="tool", slots="wood", contact="held", grip=(70, -90), faces="none")  # fmt: skip
def pouring_spoon(pen: Pen, ask: Ask) -> None:
    """A slanting spoon from which what it holds runs down to the base."""
    inside = holds(ask)
    if inside:
        run = tube([(-4, -32), (-6, -16), (-4, -2)], [5, 3.4, 4.4]) | oval(-4, 0, 15, 3)
        mass(pen, run, tone(pen, inside), 0.15)
    spoon(pen.at(72, -92, 1.0, -128), ask)


@thing("magnifying glass", metres=0.25, box=(-46, -100, 52, 2),
       words="magnifier, loupe, search, clue, detective, research, discovery, evidence", kinds="tool, device",
       category="tool", slots="frame", contact="held", grip=(40, -10))
def magnifying_glass(pen: Pen, ask: Ask) -> None:
    """A magnifying glass."""
    mass(pen, bar((20, -34), (28, -26), 4), pen.natural("steel"), rim=0)
    mass(pen, tube([(27, -27), (38, -16), (47, -7)], [5.4, 6.4, 6]), pen.natural("dark wood"))
    lens = oval(-8, -62, 32)
    pen.shape(lens, pen.mix(pen.natural("glass"), pen.r(1.0), 0.5), alpha=0.6, shadow=0, line=0.5)
    mark(pen, oval(0, 0, 5, 14).turned(30).moved(-22, -74), pen.r(1.0), 0, 0.8)
    mass(pen, ring(-8, -62, 38, 7), pen.slot("frame", pen.natural("brass")), 0.3)


@thing("bag", metres=0.45, box=(-52, -100, 52, 2),
       words="satchel, mailbag, handbag, schoolbag, postbag, postman's bag, shoulder bag", kinds="container, thing",
       slots="cloth", contact="held", grip=(0, -97))
def bag(pen: Pen, ask: Ask) -> None:
    """A leather satchel with a flap and two buckles."""
    hide: Colour = pen.slot("cloth", pen.natural("fur"))
    pen.line([(-40, -58), (-28, -90), (0, -98), (28, -90), (40, -58)], pen.shaded(hide, 0.25), 5, ink=0.6)
    mass(pen, smooth([(-48, -64), (48, -64), (52, -4), (44, 0), (-44, 0), (-52, -4)], curve=0.25),
         pen.shaded(hide, 0.12), 0.3, 0.18, 8)
    mass(pen, smooth([(-50, -68), (50, -68), (50, -34), (30, -26), (-30, -26), (-50, -34)], curve=0.3), hide, 0.22)
    for x in (-26, 26):
        mass(pen, box(x - 5, -46, 10, 32, 2), pen.shaded(hide, 0.3), rim=0)
        mass(pen, box(x - 7, -27, 14, 9, 2), pen.natural("brass"), rim=1)


@thing("backpack", metres=0.5, box=(-40, -100, 40, 2), words="rucksack, knapsack, hiking bag, school backpack, kit",
       kinds="bag, container, thing", slots="cloth, trim", contact="ground", grip=(0, -96), faces="none")
def backpack(pen: Pen, ask: Ask) -> None:
    """A rucksack with a pocket and a bed roll."""
    cloth, trim = pen.slot("cloth", pen.mix(pen.G, pen.r(0.4), 0.1)), pen.slot("trim", pen.natural("fur"))
    pen.line([(-9, -84), (-8, -97), (8, -97), (9, -84)], trim, 4, curve=0.5)
    mass(
        pen,
        smooth([(-30, -2), (-36, -40), (-30, -72), (-16, -88), (16, -88), (30, -72), (36, -40), (30, -2), (0, 0)],
               curve=0.5), cloth, 0.3, 0.18, 9)
    mass(pen, smooth([(-32, -64), (-18, -90), (18, -90), (32, -64), (0, -54)], curve=0.5), pen.lighter(cloth, 0.05),
         0.2)
    mass(pen, box(-24, -40, 48, 32, 6), pen.lighter(cloth, 0.03), 0.22)
    for x in (-14, 14):
        mass(pen, box(x - 3, -64, 6, 30, 1), trim, rim=0)
        mark(pen, box(x - 4.6, -44, 9.2, 7, 1), pen.natural("brass"))
    mass(pen, box(-39, -12, 78, 13, 6), pen.A, 0.3)


@thing("suitcase", metres=0.5, box=(-60, -100, 60, 2),
       words="luggage, travel case, briefcase, baggage, travel, holiday", kinds="bag, container, thing", slots="case",
       contact="ground", grip=(0, -97), faces="none", tops=((0, -82), ))
def suitcase(pen: Pen, ask: Ask) -> None:
    """An old suitcase with straps and stickers."""
    case = pen.slot("case", pen.natural("clay"))
    pen.line([(-16, -82), (-14, -97), (14, -97), (16, -82)], pen.natural("dark wood"), 5, curve=0.4)
    body = box(-58, -82, 116, 82, 7)
    mass(pen, body, case, 0.28, 0.18, 8)
    for x in (-38, 26):
        mark(pen, body & box(x, -90, 12, 90), pen.shaded(case, 0.4))
        mass(pen, box(x - 2, -62, 16, 10, 2), pen.natural("brass"), rim=1)
    mass(pen, oval(2, -42, 14), pen.mix(pen.G, pen.r(0.8), 0.2), rim=0)
    mark(pen, star(2, -41, 8), white(pen), 0.4)
    mark(pen, box(-14, -22, 26, 12, 1).turned(-6), pen.B, 0.6)
    for x in (-54, 44):
        for y in (-80, -12):
            mark(pen, box(x, y, 10, 10, 4), pen.shaded(case, 0.35))
    shine(pen, body, -50, -46, 1.6, 14, 0)


@thing("mortar", metres=0.2, box=(-46, -100, 52, 2), words="mortar and pestle, pestle, grinding stone",
       kinds="vessel, tool, kitchenware", category="vessel", slots="stone", grip=(30, -90))
def mortar(pen: Pen, ask: Ask) -> None:
    """A stone mortar with its pestle."""
    stone = pen.slot("stone", pen.natural("stone"))
    pen.shape(tube([(4, -44), (26, -72), (42, -93)], [4, 5, 7]), pen.natural("pale wood"), form=0.35, rim=True,
              rim_width=2)
    vessel(pen, [(44, -56), (40, -36), (27, -16), (24, -10), (34, 0)], stone, 0.5, pen.shaded(stone, 0.5), 0.18)
    for x, y in ((-10, -57), (2, -60), (12, -56)):
        mark(pen, oval(x, y, 4, 2), pen.V, 0.4)

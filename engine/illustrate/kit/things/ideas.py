"""Parts of the body and creatures of tales: heart, brain, bone, eye, dragon, monster."""

from __future__ import annotations

import math

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.parts import bar, hue, mark, mass, shine, white
from engine.illustrate.paint.forms import tube
from engine.illustrate.paint.path import Path, box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen

# fmt: off


@thing("heart", metres=0.3, box=(-54, -100, 54, 2), words="love, hearts, valentine, affection, kindness, health",
       kinds="sign, thing", slots="body", contact="air", faces="none", poses="whole, broken, pumping")
def heart(pen: Pen, ask: Ask) -> None:
    """A paper heart, whole or broken; one that pumps has its vessels."""
    if ask.pose == "pumping":
        _pump(pen.at(0, -1, 0.94))
        return
    red = pen.slot("body", pen.A)
    shape = smooth([(0, -80), (12, -94), (30, -99), (48, -88), (52, -66), (40, -40), (18, -16), (0, -1), (-18, -16),
                    (-40, -40), (-52, -66), (-48, -88), (-30, -99), (-12, -94)], curve=0.9)
    mass(pen, shape, red, 0.28, 0.15, 10)
    shine(pen, shape, -32, -78, 4, 11, 40)
    if ask.pose == "broken":
        mark(
            pen, shape & polygon([(-3, -100), (3, -100), (-9, -66), (8, -48), (-6, -28), (2, -8), (-2, -8), (-13, -28),
                                  (0, -48), (-17, -66)]), pen.r(0.1), 0.8)


def _pump(pen: Pen) -> None:
    """The organ: two chambers, the great vessels above, blue blood in and red blood out."""
    red, blue = pen.slot("body", pen.mix(pen.A, hue(pen, "crimson"), 0.5)), pen.mix(hue(pen, "blue"), pen.r(0.5), 0.15)
    mass(pen, tube([(-24, -60), (-27, -80), (-25, -99)], [8, 8, 8]), blue, 0.3)
    mass(pen, tube([(6, -62), (2, -84), (16, -94), (36, -88), (42, -76)], [9, 9, 9, 8, 7]), pen.lighter(red, 0.05), 0.3)
    mass(pen, tube([(-6, -60), (8, -74), (30, -72), (44, -64)], [7, 7, 6, 5.4]), blue, 0.3)
    body = smooth([(-42, -50), (-30, -66), (-6, -70), (20, -68), (40, -58), (46, -40), (36, -18), (10, -1), (-10, -6),
                   (-32, -26)], curve=0.85)
    mass(pen, body, red, 0.3, 0.16, 10)
    mark(pen, body & smooth([(-46, -54), (-24, -66), (-8, -62), (-10, -40), (-2, -14), (-20, -12), (-40, -30)], curve=0.8),
         pen.mix(red, blue, 0.4), 0.5)
    for row in (((4, -66), (6, -44), (16, -22)), ((6, -46), (22, -40), (32, -30)), ((8, -36), (-4, -24), (0, -12))):
        pen.line([(float(x), float(y)) for x, y in row], pen.shaded(red, 0.36), 2.6, ink=0.6)
    for x, y, turn, tone in ((-25, -92, 90, white(pen)), (40, -80, 70, white(pen))):
        mark(pen, polygon([(-5, -4), (5, 0), (-5, 4)]).turned(turn).moved(x, y), tone, 0.4)
    shine(pen, body, 28, -54, 2.6, 8, -40)


@thing("brain", metres=0.2, box=(-56, -100, 56, 2),
       words="mind, thought, intelligence, nerve, neuron, psychology, thinking", kinds="organ, thing", slots="body")
def brain(pen: Pen, ask: Ask) -> None:
    """A brain from the side."""
    pink = pen.slot("body", hue(pen, "pink", 0.06))
    mass(pen, smooth([(10, -34), (26, -30), (24, -10), (30, 0), (16, 1), (8, -14)], curve=0.6), pen.shaded(pink, 0.18))
    mass(pen, smooth([(14, -38), (42, -42), (48, -28), (36, -16), (18, -20)], curve=0.8), pen.shaded(pink, 0.12))
    body = smooth([(-54, -54), (-48, -78), (-28, -94), (0, -99), (30, -94), (50, -76), (54, -54), (40, -38), (10, -34),
                   (-10, -26), (-28, -32), (-46, -38)], curve=0.8)
    mass(pen, body, pink, 0.28, 0.14, 9)
    dim = pen.shaded(pink, 0.4)
    for row in (
        [(-44, -52), (-32, -60), (-22, -50), (-8, -56)],
        [(-36, -78), (-24, -70), (-14, -78), (-6, -70), (-12, -62)],
        [(-6, -96), (0, -84), (12, -88), (14, -74), (4, -68)],
        [(26, -92), (24, -78), (36, -72), (30, -60)],
        [(46, -64), (38, -54), (24, -58), (14, -50), (2, -52)],
        [(-24, -38), (-12, -42), (-2, -38), (12, -42)],
    ):
        pen.line([(float(x), float(y)) for x, y in row], dim, 2.6, ink=0.6)


@thing("bone", metres=0.3, box=(-72, -100, 72, 2), words="bones, skeleton, fossil, dinosaur bone", kinds="organ, thing",
       slots="body", faces="none", grip=(0, -50))
def bone(pen: Pen, ask: Ask) -> None:
    """A bone."""
    own = pen.at(0, -50, 1, -30)
    made: Path = bar((-54, 0), (54, 0), 9)
    for side in (-1, 1):
        made = made | oval(side * 58, -11, 14) | oval(side * 58, 11, 14)
    mass(own, made, pen.slot("body", pen.natural("bone")), 0.3, 0.15, 6)


@thing("skull", metres=0.22, box=(-44, -100, 44, 2), words="skull and bones, danger, poison, pirate skull, deadly",
       kinds="organ, sign, thing", slots="body", faces="none")
def skull(pen: Pen, ask: Ask) -> None:
    """A skull."""
    tone = pen.slot("body", pen.natural("bone"))
    mass(pen, box(-24, -34, 48, 33, 7), pen.shaded(tone, 0.08), 0.25)
    body = smooth([(-42, -62), (-34, -88), (0, -100), (34, -88), (42, -62), (34, -34), (20, -26), (-20, -26),
                   (-34, -34)], curve=0.85)
    mass(pen, body, tone, 0.3, 0.15, 9)
    for side in (-1, 1):
        mark(pen, oval(side * 17, -56, 11.5, 12.5), pen.r(0.05), 0.8)
    mark(pen, polygon([(0, -46), (6, -33), (-6, -33)]), pen.r(0.05), 0.6)
    for x in (-12, 0, 12):
        pen.line([(x, -24), (x, -4)], pen.shaded(tone, 0.5), 2, ink=0.5)


@thing("tooth", metres=0.1, box=(-42, -100, 42, 2), words="teeth, dentist, dental, toothache", kinds="organ, thing",
       slots="body", faces="none")
def tooth(pen: Pen, ask: Ask) -> None:
    """A tooth with two roots."""
    shape = smooth([(0, -92), (20, -100), (40, -86), (40, -58), (30, -34), (24, -4), (14, -2), (8, -30), (0, -40),
                    (-8, -30), (-14, -2), (-24, -4), (-30, -34), (-40, -58), (-40, -86), (-20, -100)], curve=0.8)
    mass(pen, shape, pen.slot("body", white(pen, 0.05)), 0.25, 0.12, 8)
    shine(pen, shape, -24, -72, 3.4, 12, 10)


@thing("eye", metres=0.15, box=(-80, -100, 80, 2), words="eyes, sight, vision, watching, look, observation",
       kinds="organ, sign, thing", slots="iris", contact="air", faces="none")
def eye(pen: Pen, ask: Ask) -> None:
    """An open eye with lashes."""
    for x, tip in ((-52, -66), (-28, -36), (0, 0), (28, 36), (52, 66)):
        pen.shape(bar((x, -70 + abs(x) * 0.32), (tip, -98 + abs(x) * 0.42), 2.6, 1.2), pen.r(0.1), line=0.6, shadow=0.5)
    shape = smooth([(-79, -42), (-40, -72), (0, -80), (40, -72), (79, -42), (40, -12), (0, -4), (-40, -12)], curve=0.7)
    mass(pen, shape, white(pen, 0.05), 0.2, 0.1, 6)
    mark(pen, shape & oval(0, -44, 33), pen.slot("iris", pen.G), 0.8)
    mark(pen, oval(0, -44, 16), pen.r(0.03))
    mark(pen, oval(-8, -54, 6), pen.r(1.0), 0)


@thing("virus", metres=0.2, box=(-60, -100, 60, 2), words="germ, germs, microbe, infection, disease",
       kinds="sign, thing", slots="body", contact="air", faces="none", motion="drift")
def virus(pen: Pen, ask: Ask) -> None:
    """A round germ with knobs."""
    tone = pen.slot("body", pen.V)
    for i in range(12):
        turn = math.radians(i * 30)
        x, y = math.cos(turn), math.sin(turn)
        pen.shape(bar((x * 30, -50 + y * 30), (x * 43, -50 + y * 43), 2.4), pen.shaded(tone, 0.15), line=0.6)
        mass(pen, oval(x * 43.5, -50 + y * 43.5, 5), pen.A, rim=1)
    mass(pen, oval(0, -50, 33), tone, 0.32, 0.15, 8)
    for x, y, r in ((-12, -62, 7), (12, -52, 8), (-8, -38, 6), (14, -72, 4)):
        mark(pen, oval(x, y, r), pen.shaded(tone, 0.3), 0.5)


@thing("dna", metres=0.3, box=(-26, -100, 26, 2), words="gene, genes, double helix, heredity, genetics, helix, biology",
       kinds="sign, thing", slots="first, second", contact="air", faces="none")
def dna(pen: Pen, ask: Ask) -> None:
    """A double helix."""
    first, second = pen.slot("first", pen.A), pen.slot("second", pen.G)
    ys = [-98 + i * 4.9 for i in range(21)]
    wave = [20 * math.sin((y + 98) / 98 * math.tau * 1.25) for y in ys]
    for y, x in zip(ys[1::2], wave[1::2], strict=True):
        if abs(x) > 5:
            pen.line([(-x, y), (x, y)], pen.mix(pen.B, white(pen), 0.3), 3, ink=0.5)
    for sign, tone in ((-1, second), (1, first)):
        mass(pen, tube([(sign * x, y) for x, y in zip(wave, ys, strict=True)], [4.0] * len(ys)), tone, 0.25, 0.1, rim=1)


@thing("dragon", metres=5, box=(-92, -100, 92, 2), words="serpent dragon, wyvern, fire-breathing dragon, wyrm",
       kinds="monster, creature, thing", slots="body, belly, wing", light_motion="flicker")
def dragon(pen: Pen, ask: Ask) -> None:
    """A seated dragon with a wing, a curled tail and a small flame."""
    body, belly, wing = (pen.slot("body", pen.mix(pen.V, pen.G,
                                                  0.25)), pen.slot("belly", pen.mix(pen.B, white(pen),
                                                                                    0.3)), pen.slot("wing", pen.A))
    mass(pen, tube([(-20, -14), (-52, -6), (-78, -14), (-84, -32), (-74, -44)], [12, 8, 6, 4.4, 2]), body)
    mass(pen, polygon([(-84, -44), (-70, -58), (-64, -42)]), wing, rim=1)
    mass(
        pen,
        smooth([(-14, -50), (-30, -84), (-64, -98), (-56, -80), (-72, -74), (-56, -64), (-64, -52), (-40, -50),
                (-34, -38)], curve=0.35), wing, 0.28)
    pen.line([(-16, -50), (-38, -72), (-60, -95)], pen.shaded(wing, 0.35), 2, ink=0.5)
    pen.line([(-18, -48), (-42, -60), (-68, -74)], pen.shaded(wing, 0.35), 2, ink=0.5)
    trunk = smooth([(-34, -2), (-38, -26), (-22, -50), (-4, -62), (8, -84), (28, -80), (24, -58), (20, -34), (24, -8),
                    (14, 0)], curve=0.8)
    mass(pen, trunk, body, 0.3, 0.18, 9)
    mark(pen, trunk & smooth([(30, -82), (18, -76), (12, -54), (2, -34), (4, -4), (30, -2)], curve=0.7), belly)
    for x, y in ((-24, -52), (-10, -63), (-1, -76), (5, -90)):
        mass(pen, polygon([(x - 6, y + 4), (x - 6, y - 9), (x + 5, y - 3)]), wing, rim=0)
    mass(pen, smooth([(0, -78), (6, -96), (26, -99), (46, -88), (56, -80), (54, -70), (36, -68), (14, -66)], curve=0.7),
         body, 0.28)
    mass(pen, polygon([(10, -95), (2, -100), (16, -99)]), belly, rim=0)
    mark(pen, oval(26, -87, 4.4, 4.8), white(pen), 0.6)
    mark(pen, oval(27.4, -86.6, 2, 2.6), pen.r(0.03), 0)
    mark(pen, oval(50, -81, 1.6, 1.2), pen.r(0.05), 0)
    pen.line([(34, -73), (44, -74), (54, -73)], pen.shaded(body, 0.5), 1.6)
    _breath(pen)
    for x in (-24, 12):
        mass(pen, smooth([(x - 8, -26), (x + 8, -28), (x + 13, -8), (x + 20, 0), (x - 8, 0)], curve=0.6),
             pen.lighter(body, 0.03), 0.28, rim=1.4)


def _breath(pen: Pen) -> None:
    for k, tone in ((1.0, pen.natural("fire")), (0.6, pen.L)):
        mark(
            pen,
            smooth([(58, -76), (58 + 18 * k, -84), (58 + 33 * k, -79), (58 + 26 * k, -74), (58 + 32 * k, -66),
                    (58 + 14 * k, -69)], curve=0.8), tone, 0.5)
    pen.glow(74, -76, 40, pen.B, 0.6)


@thing("monster", metres=1.8, box=(-50, -100, 50, 2),
       words="beast, ogre, troll, goblin, giant, demon, rakshasa, creature", kinds="creature, thing", slots="fur, horn",
       faces="none")
def monster(pen: Pen, ask: Ask) -> None:
    """A round furry monster, more funny than fierce."""
    fur = pen.slot("fur", hue(pen, "purple", 0.14))
    for side in (-1, 1):
        mass(
            pen,
            smooth([(side * 16, -84), (side * 26, -99), (side * 40, -98), (side * 34, -90), (side * 28, -78)],
                   curve=0.7), pen.slot("horn", pen.natural("bone")), rim=1)
        mass(pen, tube([(side * 32, -50), (side * 44, -36), (side * 42, -20)], [7, 7, 6]), pen.shaded(fur, 0.1))
        mass(pen, smooth([(side * 6, -10), (side * 26, -12), (side * 32, 0), (side * 4, 0)], curve=0.6),
             pen.shaded(fur, 0.15))
    row = []
    for i in range(36):
        turn, out = i * math.tau / 36, 1.0 if i % 2 else 0.93
        row.append((38 * out * math.cos(turn), -50 + 43 * out * math.sin(turn)))
    mass(pen, smooth(row, curve=0.5), fur, 0.28, 0.15, 10)
    for x in (-14, 14):
        mark(pen, oval(x, -64, 11, 12), white(pen), 0.7)
        mark(pen, oval(x + 2, -63, 4.6, 5.4), pen.r(0.03), 0)
    mouth = smooth([(-26, -42), (0, -36), (26, -42), (18, -20), (0, -15), (-18, -20)], curve=0.7)
    mark(pen, mouth, pen.r(0.05), 0.8)
    for x in (-16, -5, 6, 17):
        mark(pen, mouth & polygon([(x - 5, -42), (x + 5, -42), (x, -29)]), white(pen), 0.4)

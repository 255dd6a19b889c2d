"""Furniture: bed, sofa, shelves, wardrobe, cradle, rug, mirror, desk, throne, blackboard, stove."""

from __future__ import annotations

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.parts import bar, bars, flame, mark, mass, shine, white
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen

# fmt: off


@thing("bed", metres=1.1, box=(-110, -100, 110, 2), words="bedstead, bunk, cot, bedtime, mattress, sleep",
       kinds="furniture", category="furniture", slots="wood, blanket, pillow", seat=(0, -50))
def bed(pen: Pen, ask: Ask) -> None:
    """A wooden bed with a pillow and a patched blanket, head at the left."""
    wood, blanket = pen.slot("wood", pen.natural("wood")), pen.slot("blanket", pen.mix(pen.G, pen.r(0.5), 0.1))
    for x in (-104, 92):
        pen.shape(box(x, -30, 12, 30, 2), pen.shaded(wood, 0.25), form=0.3)
    mass(pen, smooth([(-109, -8), (-109, -84), (-102, -100), (-92, -84), (-92, -8)], curve=0.4), wood, 0.3)
    mass(pen, box(-94, -32, 196, 16, 2), wood, 0.25)
    mass(pen, box(-92, -50, 190, 20, 6), white(pen), 0.2)
    mass(pen, smooth([(-90, -52), (-86, -72), (-52, -76), (-44, -64), (-48, -50)], curve=0.8),
         pen.slot("pillow", white(pen)), 0.25)
    cover = smooth([(-46, -56), (-36, -68), (30, -66), (98, -58), (100, -24), (60, -20), (20, -24), (-20, -20),
                    (-46, -24)], curve=0.5)
    mass(pen, cover, blanket, 0.25, 0.15, 7)
    for i, (x, y) in enumerate(
        ((-28, -56), (0, -44), (26, -58), (54, -44), (78, -54), (-24, -36), (28, -34), (80, -34))):
        mark(pen, cover & box(x - 8, y - 7, 16, 14, 1).moved(0, 0), (pen.A, pen.B, white(pen))[i % 3], 0.5)
    mark(pen,
         smooth([(-46, -56), (-36, -68), (-24, -68), (-32, -54), (-34, -24), (-46, -24)], curve=0.4) & cover,
         white(pen))
    mass(pen, box(96, -62, 13, 56, 3), wood, 0.3)


@thing("sofa", metres=0.9, box=(-110, -100, 110, 2), words="couch, settee, armchair, divan, living room",
       kinds="chair, furniture", category="furniture", slots="cloth, cushion", seat=(0, -50), faces="none")
def sofa(pen: Pen, ask: Ask) -> None:
    """A sofa with two cushions."""
    cloth = pen.slot("cloth", pen.mix(pen.G, pen.r(0.4), 0.1))
    bars(pen, [((-88, -12), (-92, 0)), ((88, -12), (92, 0))], 4, pen.natural("dark wood"))
    mass(pen, smooth([(-92, -20), (-94, -84), (-80, -99), (0, -96), (80, -99), (94, -84), (92, -20)], curve=0.5), cloth,
         0.22, 0.15, 7)
    pen.line([(0, -94), (0, -50)], pen.shaded(cloth, 0.3), 1.8, ink=0.5)
    for x in (-84, 2):
        mass(pen, box(x, -54, 82, 24, 8), pen.lighter(cloth, 0.04), 0.22)
    mass(pen, box(-92, -34, 184, 22, 4), pen.shaded(cloth, 0.1), 0.2)
    for x in (-108, 80):
        mass(pen, box(x, -64, 28, 54, 12), pen.lighter(cloth, 0.02), 0.28)
    mass(pen, smooth([(-74, -84), (-44, -80), (-40, -50), (-70, -48)], curve=0.4), pen.slot("cushion", pen.A), 0.25)
    mass(pen, smooth([(44, -80), (74, -84), (70, -48), (40, -50)], curve=0.4), pen.B, 0.25)


@thing("bookshelf", metres=2.0, box=(-46, -100, 46, 2),
       words="bookcase, shelf, shelves, library shelf, archive, cupboard", kinds="furniture", category="furniture",
       slots="wood", faces="none")
def bookshelf(pen: Pen, ask: Ask) -> None:
    """Shelves full of books, a pot and a globe."""
    wood = pen.slot("wood", pen.natural("wood"))
    mass(pen, box(-46, -100, 92, 98, 2), wood, 0.2, 0.15, 5)
    rng = pen.rng("books", 4)
    tones = (pen.A, pen.G, pen.B, pen.mix(pen.V, pen.r(0.2), 0.2), pen.mix(pen.A, pen.r(0.1), 0.5), white(pen, 0.3))
    for row in range(4):
        y = -76 + row * 23.6
        mark(pen, box(-40, y - 18, 80, 18), pen.shaded(wood, 0.55), 0.6)
        x = -38.0
        while x < 33:
            wide, tall = rng.uniform(4.5, 7.5), rng.uniform(11.5, 16)
            if x + wide < 39 and not (row == 1 and x > 10):
                pen.shape(box(x, y - tall, wide, tall, 0.6), tones[rng.randrange(6)], form=0.2, shadow=0.3, line=0.6)
            x += wide + 0.8
    mass(pen, oval(24, -62, 8), pen.mix(pen.G, pen.r(0.6), 0.2))
    mass(pen, polygon([(19, -52.4), (29, -52.4), (26, -56), (22, -56)]), pen.natural("brass"), rim=0)
    for x in (-42, 34):
        mark(pen, box(x, -3, 8, 4), pen.shaded(wood, 0.3))


@thing("wardrobe", metres=2.0, box=(-40, -100, 40, 2), words="closet, cabinet, armoire, dresser, chest of drawers",
       kinds="furniture", category="furniture", slots="wood", faces="none")
def wardrobe(pen: Pen, ask: Ask) -> None:
    """A painted wardrobe with two doors."""
    wood = pen.slot("wood", pen.mix(pen.G, pen.r(0.6), 0.25))
    bars(pen, [((-30, -6), (-32, 0)), ((30, -6), (32, 0))], 4, pen.natural("dark wood"))
    mass(pen, smooth([(-39, -90), (-20, -95), (0, -100), (20, -95), (39, -90), (39, -86), (-39, -86)], curve=0.4),
         pen.shaded(wood, 0.12))
    mass(pen, box(-36, -88, 72, 84, 2), wood, 0.22, 0.15, 6)
    for x in (-32, 2):
        mass(pen, box(x, -83, 30, 54, 2), pen.lighter(wood, 0.04), 0.15, rim=1)
        mark(pen, smooth([(x + 15, -74), (x + 24, -56), (x + 15, -38), (x + 6, -56)], curve=0.6),
             pen.mix(wood, white(pen), 0.5), 0.5)
    for x in (-5, 5):
        mass(pen, oval(x, -56, 2.4), pen.natural("brass"), rim=0)
    mass(pen, box(-32, -25, 64, 16, 2), pen.lighter(wood, 0.04), 0.15, rim=1)
    mass(pen, oval(0, -17, 2.6), pen.natural("brass"), rim=0)


@thing("cradle", metres=0.8, box=(-70, -100, 70, 2), words="crib, baby's bed, jhula", kinds="bed, furniture",
       category="furniture", slots="wood, blanket", motion="sway")
def cradle(pen: Pen, ask: Ask) -> None:
    """A rocking cradle with a hood."""
    wood = pen.slot("wood", pen.natural("wood"))
    for x in (-40, 40):
        pen.shape(bar((x, -30), (x * 1.1, -6), 4), pen.shaded(wood, 0.2), form=0.3)
    mass(pen, smooth([(-66, -12), (-40, -3), (0, 1), (40, -3), (66, -12), (62, -4), (0, 1.9), (-62, -4)], curve=0.8),
         wood, rim=1)
    mass(pen, smooth([(-62, -60), (-66, -88), (-50, -99), (-22, -94), (-12, -62)], curve=0.7), pen.lighter(wood, 0.03),
         0.3)
    mass(pen, smooth([(-30, -58), (-20, -72), (30, -70), (60, -60)], curve=0.7),
         pen.slot("blanket", pen.mix(pen.B, white(pen), 0.45)), 0.2)
    mass(pen, smooth([(-66, -62), (66, -66), (54, -24), (-54, -24)], curve=0.2), wood, 0.28, 0.18, 8)
    mark(pen, smooth([(0, -34), (-12, -46), (-6, -53), (0, -48), (6, -53), (12, -46)], curve=0.9), pen.A, 0.6)


@thing("rug", metres=0.3, box=(-150, -100, 150, 2), words="carpet, mat, flying carpet, magic carpet, prayer mat",
       kinds="cloth, furniture", category="furniture", slots="cloth, border", faces="none", motion="wave",
       seat=(0, -60))
def rug(pen: Pen, ask: Ask) -> None:
    """A woven carpet that waves a little, as if it would fly."""
    cloth, border = pen.slot("cloth", pen.A), pen.slot("border", pen.B)
    outer = smooth([(-98, -88), (-30, -76), (40, -92), (116, -80), (142, -22), (70, -36), (-10, -12), (-142, -22)],
                   curve=0.5)
    for i in range(7):
        t = i / 6
        pen.line([(-98 - 44 * t, -88 + 66 * t), (-108 - 44 * t, -86 + 68 * t)], border, 2.4)
        pen.line([(116 + 26 * t, -80 + 58 * t), (125 + 26 * t, -78 + 60 * t)], border, 2.4)
    mass(pen, outer, border, 0.2, 0.15, 6)
    mark(pen, outer.moved(0, 50).scaled(0.87, 0.78).moved(0, -50.5), cloth, 0.6)
    mark(pen, outer.moved(0, 50).scaled(0.72, 0.56).moved(0, -50.5), pen.mix(pen.G, pen.r(0.15), 0.2), 0.6)
    for x, y in ((-60, -50), (0, -50), (60, -54)):
        mark(pen, polygon([(x - 22, y), (x, y - 13), (x + 22, y), (x, y + 13)]), border, 0.5)
        mark(pen, oval(x, y, 7, 4.4), cloth, 0.4)


@thing("mirror", metres=1.2, box=(-36, -100, 36, 2), words="looking glass, magic mirror, hand mirror, reflection",
       kinds="furniture, ornament", category="furniture", slots="frame", contact="wall", faces="none")
def mirror(pen: Pen, ask: Ask) -> None:
    """An oval mirror in a golden frame."""
    gold = pen.slot("frame", pen.mix(pen.natural("brass"), pen.B, 0.3))
    mass(pen, smooth([(-12, -92), (0, -100), (12, -92), (0, -86)], curve=0.9), gold)
    mass(pen, oval(0, -48, 36, 48), gold, 0.3)
    glass = oval(0, -48, 28, 39)
    mark(pen, glass, pen.mix(pen.natural("glass"), pen.r(0.95), 0.4), 0.8)
    mark(pen, glass & polygon([(-40, -20), (10, -100), (22, -100), (-28, -10)]), pen.r(1.0), 0, 0.6)
    mark(pen, glass & polygon([(-10, 0), (38, -78), (44, -70), (4, 0)]), pen.r(1.0), 0, 0.4)
    for x, y in ((-33, -48), (33, -48), (0, -3.6)):
        mass(pen, oval(x, y, 4), pen.lighter(gold, 0.08), rim=0)


@thing("desk", metres=0.8, box=(-100, -100, 100, 2), words="writing desk, school desk, office desk, office, workbench",
       kinds="table, furniture", category="furniture", slots="wood", tops=((-50, -96), (40, -96)), faces="none")
def desk(pen: Pen, ask: Ask) -> None:
    """A writing desk with drawers."""
    wood = pen.slot("wood", pen.natural("wood"))
    pen.shape(bar((-86, -84), (-84, 0), 5, 4), pen.shaded(wood, 0.25), form=0.3)
    mark(pen, box(-80, -84, 90, 10), pen.shaded(wood, 0.4))
    mass(pen, box(8, -86, 84, 84, 2), pen.shaded(wood, 0.1), 0.22, 0.15, 6)
    for y in (-78, -52, -26):
        mass(pen, box(15, y, 70, 21, 2), pen.lighter(wood, 0.03), 0.18, rim=1)
        mass(pen, box(42, y + 8, 16, 5, 2), pen.natural("brass"), rim=0)
    mass(pen, polygon([(-92, -100), (92, -100), (100, -88), (-100, -88)]), pen.lighter(wood, 0.06), 0.1)
    mass(pen, box(-100, -89, 200, 7, 2), wood, 0.2, rim=0)


@thing("blackboard", metres=1.6, box=(-80, -100, 80, 2),
       words="chalkboard, whiteboard, lesson, class, school board, teaching, formula", kinds="sign, furniture",
       category="furniture", slots="frame", faces="none")
def blackboard(pen: Pen, ask: Ask) -> None:
    """A board on legs with a sum and a drawing in chalk."""
    wood, chalk = pen.slot("frame", pen.natural("pale wood")), pen.r(1.0)
    bars(pen, [((-58, -20), (-70, 0)), ((58, -20), (70, 0))], 3.4, wood)
    mass(pen, box(-80, -100, 160, 84, 3), wood, 0.2)
    mark(pen, box(-73, -93, 146, 70), pen.mix(pen.G, pen.r(0.04), 0.7), 0.7)
    for row in ([(-60, -78), (-52, -82), (-52, -62)], [(-38, -72), (-24, -72)], [(-31, -79), (-31, -65)], [(-14, -80),
                                                                                                           (-4, -82),
                                                                                                           (-2, -74),
                                                                                                           (-14, -62),
                                                                                                           (0, -62)]):
        pen.line([(float(x), float(y)) for x, y in row], chalk, 2.6, curve=0.5, ink=0.5)
    pen.line([(-60, -46), (-30, -48), (0, -45)], chalk, 2, ink=0.4)
    pen.line([(-60, -36), (-36, -35), (-16, -37)], chalk, 2, ink=0.4)
    pen.line(oval(42, -58, 20), chalk, 2.4, ink=0.5)
    pen.line([(42, -58), (42, -78)], chalk, 2.2)
    pen.line([(42, -58), (58, -47)], chalk, 2.2)
    mass(pen, box(-50, -23, 100, 6, 1), wood, rim=0)
    mark(pen, box(-20, -26, 12, 3.4, 1.6), chalk)


@thing("stove", metres=0.95, box=(-46, -100, 46, 2),
       words="oven, cooker, chulha, heater, kitchen range, baking", kinds="furniture, kitchenware",
       category="furniture", slots="body", faces="none", tops=((0, -70), ))
def stove(pen: Pen, ask: Ask) -> None:
    """An iron stove with a fire behind its door."""
    iron = pen.slot("body", pen.natural("iron"))
    mass(pen, box(16, -100, 14, 32), pen.lighter(iron, 0.04), 0.35)
    for x in (-36, 26):
        pen.shape(polygon([(x, -10), (x + 10, -10), (x + 7, 0), (x + 3, 0)]), iron, form=0.3)
    mass(pen, box(-42, -66, 84, 58, 4), iron, 0.25)
    mass(pen, box(-46, -72, 92, 9, 3), pen.lighter(iron, 0.06), rim=1)
    mass(pen, smooth([(-26, -16), (-26, -40), (-16, -54), (16, -54), (26, -40), (26, -16)], curve=0.5),
         pen.lighter(iron, 0.08), 0.2)
    mark(pen, smooth([(-20, -20), (-20, -40), (-12, -48), (12, -48), (20, -40), (20, -20)], curve=0.5),
         pen.mix(pen.natural("fire"), pen.r(0.05), 0.4), 0.7)
    for x, tall in ((-9, 18), (9, 17), (0, 25)):
        flame(pen, x, -21, tall, 1.6 if x == 0 else 0)
    for x in (-10, 0, 10):
        pen.line([(x, -48), (x, -20)], iron, 1.8, ink=0.5)


@thing("throne", metres=1.9, box=(-40, -100, 40, 2), words="royal chair, royal seat, king's chair",
       kinds="chair, furniture", category="furniture", slots="wood, cloth", seat=(0, -42), faces="none")
def throne(pen: Pen, ask: Ask) -> None:
    """A golden throne with a red back."""
    gold, cloth = pen.slot("wood", pen.mix(pen.natural("brass"), pen.B, 0.3)), pen.slot("cloth", pen.A)
    mass(pen, smooth([(-28, -30), (-30, -84), (-16, -90), (0, -99), (16, -90), (30, -84), (28, -30)], curve=0.4), gold,
         0.25)
    mass(pen, smooth([(-21, -40), (-22, -78), (0, -88), (22, -78), (21, -40)], curve=0.4), cloth, 0.25)
    for x in (-12, 0, 12):
        for y in (-72, -58):
            mark(pen, oval(x, y - (x == 0) * 4, 1.8), gold, 0.4)
    for x in (-29, 29):
        mass(pen, oval(x, -86, 5), pen.G, rim=1)
    mass(pen, box(-27, -48, 54, 14, 5), pen.lighter(cloth, 0.03), 0.25)
    for x in (-39, 27):
        mass(pen, box(x, -58, 12, 56, 3), gold, 0.3)
        mass(pen, box(x - 1, -62, 14, 9, 4), pen.lighter(gold, 0.05), rim=1)
    mass(pen, box(-28, -34, 56, 24, 1), gold, 0.2)
    mass(pen, box(-40, -6, 80, 7, 1), pen.natural("stone"), rim=0)


@thing("bathtub", metres=0.7, box=(-94, -100, 94, 2), words="bath, tub of water, bubble bath, shower, soap, washing",
       kinds="furniture, vessel", category="furniture", slots="body", seat=(0, -40))
def bathtub(pen: Pen, ask: Ask) -> None:
    """A bath on feet, full of foam."""
    body = pen.slot("body", white(pen, 0.06))
    for x in (-54, 44):
        pen.shape(smooth([(x, -16), (x + 14, -16), (x + 10, 0), (x - 2, 0)], curve=0.5), pen.natural("brass"), form=0.3)
    pen.line([(74, -60), (76, -90), (62, -94), (58, -82)], pen.natural("steel"), 5, ink=0.6)
    for i, (x, y, r) in enumerate(((-60, -66, 13), (-40, -74, 16), (-16, -72, 15), (6, -68, 13), (26, -66, 11),
                                   (-30, -84, 11), (-52, -84, 6), (40, -92, 6))):
        mass(pen, oval(x, y, r), pen.mix(pen.r(1.0), pen.natural("glass"), 0.15 + 0.1 * (i % 2)), 0.2, 0.08, rim=1)
    tub = smooth([(-90, -62), (90, -62), (82, -30), (56, -11), (-56, -11), (-82, -30)], curve=0.5)
    mass(pen, tub, body, 0.28, 0.12, 10)
    mass(pen, box(-94, -67, 188, 10, 5), pen.lighter(body, 0.02), 0.2)
    shine(pen, tub, -62, -40, 3, 8, -24)

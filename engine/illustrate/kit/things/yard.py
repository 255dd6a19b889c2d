"""What stands about houses: well, fence, gate, wall, stairs, door, window, signs, graves, benches, fountains."""

from __future__ import annotations

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.parts import (
    arched,
    bar,
    bars,
    hue,
    lathe,
    mark,
    mass,
    pane,
    ring,
    rows_of,
    vessel,
    white,
)
from engine.illustrate.paint.forms import blob, tube
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen

# fmt: off


@thing("well", metres=2.6, box=(-52, -100, 52, 2), words="water well, wishing well, draw-well",
       kinds="fountain, building", category="building", slots="stone, roof", faces="none")
def well(pen: Pen, ask: Ask) -> None:
    """A round stone well with a roof, a windlass and a bucket."""
    stone, wood = pen.slot("stone", pen.natural("stone")), pen.natural("wood")
    mark(pen, oval(0, -40, 40, 8), pen.r(0.04))
    for x in (-34, 34):
        pen.shape(bar((x, -78), (x, -30), 3.4), wood, form=0.3)
    pen.shape(bar((-38, -62), (42, -62), 2.4), pen.natural("dark wood"), form=0.3)
    pen.line([(0, -62), (0, -46)], pen.natural("straw"), 1.8)
    mass(pen, lathe([(9, -52), (7, -36)], 0), pen.natural("wood"))
    drum = lathe([(42, -38), (38, 0)], 0) - oval(0, -40, 40, 7.4)
    mass(pen, drum, stone, 0.35, 0.25, 12)
    rows_of(pen, drum & box(-34, -30, 68, 28), stone, 18, 6)
    mass(pen, polygon([(-50, -70), (-30, -98), (30, -98), (50, -70)]),
         pen.slot("roof", pen.mix(pen.A, pen.r(0.1), 0.15)), 0.3, width=6)
    for y, half in ((-89, 34), (-80, 41)):
        pen.line([(-half, y), (half, y)], pen.shaded(pen.A, 0.35), 1.3, ink=0.4)


@thing("fence", metres=1.1, box=(-120, -100, 120, 2), words="wooden fence, picket fence", kinds="wall",
       category="building", slots="wood", faces="none")
def fence(pen: Pen, ask: Ask) -> None:
    """A picket fence."""
    wood = pen.slot("wood", white(pen, 0.2))
    for y in (-72, -30):
        mass(pen, box(-118, y, 236, 9, 1), pen.shaded(wood, 0.14), rim=0)
    for i in range(8):
        x = -110 + i * 31.4
        top = -97 + 4 * (i % 3 == 1)
        mass(pen, polygon([(x - 8, 0), (x - 8, top + 10), (x, top), (x + 8, top + 10), (x + 8, 0)]), wood, 0.3)


@thing("gate", metres=2.2, box=(-70, -100, 70, 2), words="iron gate, garden gate, entrance", kinds="door, fence",
       category="building", slots="stone, metal", faces="none", poses="closed, open")
def gate(pen: Pen, ask: Ask) -> None:
    """An iron gate between two stone posts."""
    stone, iron = pen.slot("stone", pen.natural("stone")), pen.slot("metal", pen.natural("iron"))
    for side in (-1, 1):
        leaf = pen.at(side * 46, 0, 1, 0, side < 0)
        squeeze = 0.36 if ask.pose == "open" else 1.0
        for i in range(6):
            x = -44 * squeeze * (i + 0.4) / 5.6
            tall = 72 + (10 * i / 5)
            leaf.line([(x, -3), (x, -tall)], iron, 2.6, ink=0.6)
            mark(leaf, polygon([(x - 2.6, -tall), (x, -tall - 7), (x + 2.6, -tall)]), iron, 0.4)
        leaf.line([(0, -62), (-44 * squeeze, -74)], iron, 3, ink=0.6)
        leaf.line([(0, -16), (-44 * squeeze, -16)], iron, 3, ink=0.6)
    for x in (-57, 57):
        mass(pen, box(x - 11, -84, 22, 84), stone, 0.35, 0.2)
        rows_of(pen, box(x - 10, -80, 20, 78), stone, 7, 7)
        mass(pen, box(x - 13, -88, 26, 6, 1), pen.lighter(stone, 0.05), rim=0)
        mass(pen, oval(x, -93.5, 7, 6.5), pen.lighter(stone, 0.04))


@thing("wall", metres=2.0, box=(-120, -100, 120, 2), words="brick wall, stone wall, garden wall, barrier",
       kinds="building", category="building", slots="stone", faces="none", tops=((0, -100), ))
def wall(pen: Pen, ask: Ask) -> None:
    """A brick wall with a coping."""
    brick = pen.slot("stone", pen.natural("brick"))
    body = box(-116, -90, 232, 90)
    mass(pen, body, brick, 0.2, 0.15, 6)
    rng = pen.rng("wall", ask.seed)
    for row in range(6):
        for i in range(9):
            x = -130 + i * 29 + (14 if row % 2 else 0)
            tone = pen.lighter(brick, rng.uniform(-0.05, 0.06))
            mark(pen, body & box(x, -87 + row * 14.6, 26, 11.6, 1.5), tone, 0.5)
    mass(pen, box(-120, -100, 240, 13, 2), pen.natural("stone"), 0.25)


@thing("stairs", metres=2.4, box=(-74, -100, 74, 2), words="staircase, steps, stairway, stair", kinds="building",
       category="building", slots="stone")
def stairs(pen: Pen, ask: Ask) -> None:
    """A flight of steps that climbs to the right, with a rail."""
    stone, wood = pen.slot("stone", pen.natural("stone")), pen.natural("dark wood")
    for i in range(6):
        x, y = -70 + i * 24, -(i + 1) * 11
        mass(pen, box(x, y, 140 - i * 24, 11.6), pen.lighter(stone, -0.06 + i * 0.012), 0.15)
        mass(pen, box(x - 2, y, 142 - i * 24, 3.6, 1), pen.lighter(stone, 0.07), 0, rim=0)
    for i in range(6):
        x, y = -58 + i * 24, -(i + 1) * 11
        pen.shape(bar((x, y), (x, y - 28), 1.6), wood, line=0.7, shadow=0.6)
    pen.shape(bar((-64, -36), (70, -98), 2.6), wood, form=0.3)


@thing("door", metres=2.1, box=(-32, -100, 32, 2), words="front door, doorway, wooden door, knock",
       kinds="gate, building", category="building", slots="door, frame", poses="closed, open")
def door(pen: Pen, ask: Ask) -> None:
    """A panelled door in its frame; open, light or darkness shows behind it."""
    frame, leaf = pen.slot("frame", white(pen, 0.25)), pen.slot("door", pen.mix(pen.G, pen.r(0.15), 0.2))
    mass(pen, box(-32, -100, 64, 100, 2), frame, 0.2)
    if ask.pose == "open":
        mark(pen, box(-25, -93, 50, 93), pen.mix(pen.lit, pen.B, 0.35) if ask.lit else pen.r(0.06), 0.8)
        if ask.lit:
            pen.glow(0, -50, 100, pen.B, 0.4)
        pen.shape(polygon([(-25, -93), (-4, -88), (-4, 2), (-25, 0)]), leaf, form=0.3)
        mark(pen, oval(-8, -44, 1.8), pen.natural("brass"))
        return
    pen.shape(box(-25, -93, 50, 93), leaf, form=0.2, form_width=4)
    for x in (-19, 3):
        for y, tall in ((-86, 36), (-42, 34)):
            pen.shape(box(x, y, 16, tall, 1), pen.shaded(leaf, 0.16), form=0.25, form_width=3, shadow=0.3, line=0.7)
    mass(pen, oval(19.5, -46, 3.4), pen.natural("brass"), rim=1)


@thing("window", metres=1.3, box=(-52, -100, 52, 4), words="casement, windowpane, window sill, shutters",
       kinds="building", category="building", contact="wall", slots="frame, shutter", faces="none",
       light_motion="flicker")
def window(pen: Pen, ask: Ask) -> None:
    """A window with shutters and a box of flowers."""
    shutter = pen.slot("shutter", pen.mix(pen.G, pen.r(0.3), 0.15))
    pane(pen, -26, -95, 52, 76, ask.lit, pen.slot("frame", white(pen)))
    for x in (-51, 31):
        mass(pen, box(x, -99, 20, 84, 1), shutter, 0.2)
        for i in range(7):
            pen.line([(x + 3, -92 + i * 11.4), (x + 17, -92 + i * 11.4)], pen.shaded(shutter, 0.35), 2, ink=0.4)
    rng = pen.rng("flowers")
    for i in range(7):
        x = -27 + i * 9
        pen.shape(blob(x, -21, 6, 6, i, 9), pen.V, form=0.2, shadow=0.5)
        mass(pen, oval(x + rng.uniform(-2, 2), -26 + rng.uniform(-3, 3), 4), (pen.A, pen.B, white(pen))[i % 3], rim=0,
             shadow=0.5)
    mass(pen, polygon([(-36, -18), (36, -18), (31, 2), (-31, 2)]), pen.natural("clay"), 0.3)


@thing("street lamp", metres=4, box=(-18, -100, 18, 2), words="lamppost, lamp post, streetlight, street light",
       kinds="lamp, light", category="light", slots="metal", faces="none")
def street_lamp(pen: Pen, ask: Ask) -> None:
    """An iron lamppost with a glass lantern."""
    iron = pen.slot("metal", pen.mix(pen.natural("iron"), pen.G, 0.25))
    mass(pen, lathe([(2, -78), (2.2, -30), (3.4, -22), (3.6, -8), (8, -4), (9, 0)], 0.3), iron, 0.35)
    pen.line([(-8, -70), (8, -70)], iron, 1.8, ink=0.6)
    mass(pen, lathe([(9, -92), (5.4, -76)], 0), pen.lit if ask.lit else pen.mix(pen.natural("glass"), pen.r(0.9), 0.4),
         0.15)
    pen.line([(0, -92), (0, -76)], iron, 1, ink=0.5)
    mass(pen, lathe([(1, -100), (2.4, -97), (11, -91)], 0.3), iron, 0.3, rim=1)
    mass(pen, box(-6, -78, 12, 3, 1), iron, rim=0)
    if ask.lit:
        pen.lamp(0, -84, 90)


@thing("bench", metres=0.9, box=(-88, -100, 88, 2), words="park bench, garden seat, wooden bench",
       kinds="chair, furniture", category="furniture", slots="wood", seat=(0, -46), faces="none",
       tops=((-50, -46), (50, -46)))
def bench(pen: Pen, ask: Ask) -> None:
    """A park bench with iron ends."""
    wood, iron = pen.slot("wood", pen.natural("wood")), pen.natural("iron")
    for y in (-98, -82, -66):
        mass(pen, box(-86, y, 172, 11, 2), wood, 0.25)
    for x in (-70, 62):
        pen.shape(box(x, -100, 8, 62, 2), iron, form=0.2)
    for y, k in ((-50, 0), (-42, 2)):
        mass(pen, box(-88 + k, y, 176 - 2 * k, 8, 2), pen.lighter(wood, 0.04), 0.25)
    for x in (-74, 62):
        pen.shape(smooth([(x, -38), (x + 12, -38), (x + 9, -18), (x + 14, 0), (x - 2, 0), (x + 3, -18)], curve=0.5),
                  iron, form=0.3)


@thing("fountain", metres=2.6, box=(-66, -100, 66, 2), words="water fountain, spring, splash", kinds="well, building",
       category="building", slots="stone", faces="none")
def fountain(pen: Pen, ask: Ask) -> None:
    """A stone fountain of two basins with falling water."""
    stone, water = (pen.slot("stone", pen.mix(pen.natural("stone"), white(pen),
                                              0.35)), pen.mix(pen.natural("glass"), pen.r(1.0), 0.35))
    mass(pen, lathe([(6, -60), (5, -40), (9, -22)], 0.4), stone)
    for side in (-1, 1):
        pen.line([(0, -74), (side * 8, -98), (side * 22, -84), (side * 26, -62)], water, 3.4, ink=0.4)
        pen.line([(side * 30, -56), (side * 38, -50), (side * 41, -24)], water, 4, ink=0.4)
        pen.line([(side * 24, -54), (side * 28, -44), (side * 29, -22)], water, 3, ink=0.4)
    pen.line([(0, -62), (0, -99)], water, 3.4, ink=0.4)
    vessel(pen, [(34, -62), (28, -52), (8, -46)], stone, 0.6, water, 0.16, gleam=False)
    vessel(pen, [(62, -26), (60, -14), (52, -4), (54, 0)], stone, 0.4, pen.mix(water, pen.G, 0.35), 0.13, gleam=False)
    for x, y in ((-28, -26), (30, -25), (4, -22)):
        pen.line(oval(x, y, 9, 2), pen.r(1.0), 1.1, ink=0.3)


@thing("sign", metres=1.9, box=(-52, -100, 52, 2), words="notice, notice board, wooden sign, board, placard",
       kinds="board, thing", slots="wood", faces="none")
def sign(pen: Pen, ask: Ask) -> None:
    """A board on a post with some lines of writing."""
    wood = pen.slot("wood", pen.natural("pale wood"))
    pen.shape(bar((0, -60), (0, 0), 5, 6), pen.natural("wood"), form=0.35)
    mass(pen,
         smooth([(-50, -98), (0, -100), (50, -97), (51, -66), (48, -40), (0, -38), (-50, -41), (-49, -70)], curve=0.2),
         wood, 0.25, width=5)
    for y, a, b in ((-84, -34, 34), (-70, -36, 26), (-56, -30, 32)):
        pen.line([(a, y), (a + 20, y - 2), (b - 16, y + 1.4), (b, y)], pen.natural("dark wood"), 4, ink=0.6)
    for x in (-43, 43):
        mark(pen, oval(x, -91, 2), pen.natural("iron"))


@thing("signpost", metres=2.6, box=(-52, -100, 52, 2), words="crossroads, direction sign, guidepost, fingerpost",
       kinds="sign, thing", slots="wood", faces="none")
def signpost(pen: Pen, ask: Ask) -> None:
    """A post with three arms that point different ways."""
    wood = pen.slot("wood", pen.natural("pale wood"))
    pen.shape(bar((0, -98), (0, 0), 4, 5), pen.natural("wood"), form=0.35)
    for side, y, size, tone in ((1, -90, 48, pen.A), (-1, -70, 46, wood), (1, -50, 38, pen.mix(pen.G, pen.r(0.6),
                                                                                               0.2))):
        own = pen.at(0, y, 1, -3 * side, side < 0)
        mass(own, polygon([(-12, -8), (size - 10, -8), (size, 0), (size - 10, 8), (-12, 8)]), tone, 0.25)
        own.line([(-4, 0), (8, -1.4), (size - 16, 0.6)],
                 white(pen) if tone != wood else pen.natural("dark wood"), 3, ink=0.5)


@thing("gravestone", metres=1.0, box=(-48, -100, 48, 2),
       words="grave, tombstone, headstone, cemetery, graveyard, death", kinds="stone, monument", slots="stone",
       faces="none")
def gravestone(pen: Pen, ask: Ask) -> None:
    """A leaning headstone with grass and a flower."""
    stone = pen.slot("stone", pen.natural("stone"))
    own = pen.at(0, 0, 0.97, -3)
    mass(own, arched(0, -4, 66, 97), stone, 0.3, 0.22, 9)
    own.line(arched(0, -12, 50, 80), pen.shaded(stone, 0.3), 1.6, ink=0.5)
    for y, a in ((-62, 15), (-50, 18), (-38, 11)):
        own.line([(-a, y), (a, y)], pen.shaded(stone, 0.5), 3, ink=0.6)
    mark(own, bar((0, -84), (0, -70), 1.6) | bar((-5, -79), (5, -79), 1.6), pen.shaded(stone, 0.5))
    for x in (-40, -30, -22, 24, 32, 41):
        pen.shape(smooth([(x - 4, 0), (x + (x % 5) - 2, -15 - (x % 7)), (x + 4, 0)], curve=0.4), pen.V, form=0.2,
                  shadow=0.5)
    pen.line([(14, 0), (17, -20)], pen.V, 2)
    mass(pen, oval(17, -23, 6), pen.A, rim=0)


@thing("statue", metres=3.2, box=(-30, -100, 30, 2), words="monument, sculpture, memorial, bust",
       kinds="monument, ornament", slots="stone", faces="right")
def statue(pen: Pen, ask: Ask) -> None:
    """A robed figure of stone on a pedestal."""
    stone = pen.slot("stone", pen.mix(pen.natural("stone"), white(pen), 0.25))
    mass(pen, tube([(-7, -74), (-16, -66), (-11, -56)], [3.4, 3, 2.4]), pen.shaded(stone, 0.2))
    mass(pen,
         smooth([(-8, -80), (8, -80), (11, -66), (10, -48), (15, -34), (-14, -34), (-9, -52), (-11, -68)], curve=0.5),
         stone, 0.35)
    pen.line([(-4, -70), (3, -52), (2, -36)], pen.shaded(stone, 0.35), 1.4, ink=0.5)
    pen.line([(4, -74), (8, -54), (9, -36)], pen.shaded(stone, 0.35), 1.4, ink=0.5)
    mass(pen, tube([(6, -76), (16, -82), (22, -94)], [3.6, 3, 2.2]), stone, 0.3)
    mass(pen, oval(0, -90, 7, 8.6), stone, 0.35)
    mark(pen, smooth([(-7.6, -90), (-6, -99), (3, -100), (7, -93), (0, -95), (-4, -90)]), pen.shaded(stone, 0.25))
    mass(pen, box(-20, -35, 40, 6, 1), pen.lighter(stone, 0.03), rim=0)
    mass(pen, box(-17, -30, 34, 26), stone, 0.3)
    mark(pen, box(-10, -22, 20, 11, 1), pen.natural("brass"))
    mass(pen, box(-23, -6, 46, 7, 1), stone, rim=0)


@thing("mailbox", metres=1.3, box=(-34, -100, 40, 2), words="letter box, postbox, post box, post office",
       kinds="container, box", slots="box")
def mailbox(pen: Pen, ask: Ask) -> None:
    """A round-topped letter box on a post, its flag up."""
    body = pen.slot("box", pen.A)
    pen.shape(bar((2, -50), (2, 0), 5), pen.natural("wood"), form=0.35)
    pen.shape(bar((30, -60), (30, -98), 1.6), pen.natural("iron"), line=0.6)
    mark(pen, box(30, -99, 10, 9, 1), pen.B, 0.8)
    mass(pen,
         box(-30, -66, 68, 20) | oval(-10, -66, 20, 20) | oval(18, -66, 20, 20) | box(-10, -86, 28, 24),
         pen.shaded(body, 0.15), 0.3)
    mass(pen, arched(-12, -46, 40, 42), body, 0.15)
    mark(pen, box(-26, -68, 28, 4, 2), pen.r(0.05))
    mark(pen, box(-23, -60, 22, 9), white(pen))


@thing("scarecrow", metres=1.9, box=(-54, -100, 54, 2), words="straw man, bird scarer", kinds="doll, thing",
       slots="shirt, hat", motion="sway", faces="none")
def scarecrow(pen: Pen, ask: Ask) -> None:
    """A straw figure on a cross of wood."""
    straw, shirt, wood = (pen.natural("straw"), pen.slot("shirt", pen.mix(pen.G, pen.r(0.4),
                                                                          0.1)), pen.natural("dark wood"))
    bars(pen, [((0, -80), (0, 0)), ((-46, -66), (46, -66))], 2.6, wood)
    for x in (-48, 48):
        for dy in (-5, 0, 5):
            pen.line([(x * 0.86, -66), (x * 1.1, -66 + dy * 1.5)], straw, 2, ink=0.5)
    mass(
        pen,
        polygon([(-42, -73), (-12, -78), (12, -78), (42, -73), (42, -58), (16, -56), (19, -26), (-19, -26), (-16, -56),
                 (-42, -58)]), shirt, 0.28)
    for x in (-13, -5, 4, 12):
        pen.line([(x, -27), (x * 1.2, -16)], straw, 2.4, ink=0.5)
    mark(pen, box(-10, -46, 10, 11).turned(-6), pen.A, 0.8)
    mass(pen, oval(0, -84, 11, 10.5), pen.mix(straw, white(pen), 0.35))
    for x in (-4, 4):
        mark(pen, oval(x, -85, 1.6), pen.r(0.03))
    pen.line([(-4, -79), (0, -77.6), (4, -79)], pen.r(0.05), 1.2)
    mass(pen, smooth([(-20, -88), (-9, -91), (-7, -99), (7, -100), (9, -91), (20, -88), (0, -86)], curve=0.5),
         pen.slot("hat", straw))
    pen.line([(-9, -91.4), (9, -91.4)], pen.A, 2.4, ink=0.4)


@thing("haystack", metres=2.2, box=(-66, -100, 66, 2), words="hay, straw, haycock, bale", kinds="plant, thing",
       slots="straw", faces="none")
def haystack(pen: Pen, ask: Ask) -> None:
    """A rounded stack of hay with a fork in it."""
    straw = pen.slot("straw", pen.natural("straw"))
    pen.shape(bar((24, -60), (46, -98), 1.8), pen.natural("dark wood"), form=0.3)
    body = smooth([(-62, 0), (-58, -34), (-40, -70), (-10, -90), (6, -90), (34, -72), (54, -36), (62, 0)], curve=0.8)
    mass(pen, body, straw, 0.32, 0.2, 14)
    rng = pen.rng("hay", ask.seed)
    for _ in range(30):
        x, y = rng.uniform(-46, 46), rng.uniform(-76, -4)
        tone = pen.shaded(straw, 0.3) if rng.random() < 0.6 else pen.lighter(straw, 0.08)
        mark(pen, body & bar((x, y), (x + rng.uniform(-7, 7), y - 9), 0.8), tone, 0.3)


@thing("swing", metres=3, box=(-62, -100, 62, 2), words="playground, swing set", kinds="toy, furniture",
       slots="frame, seat", motion="sway", faces="none", seat=(0, -22))
def swing(pen: Pen, ask: Ask) -> None:
    """A swing hung from a frame of poles."""
    frame = pen.slot("frame", pen.mix(pen.G, pen.r(0.3), 0.1))
    bars(pen, [((-44, -94), (-60, 0)), ((-44, -94), (-30, 0)), ((44, -94), (60, 0)), ((44, -94), (30, 0))], 2.8, frame)
    mass(pen, box(-50, -99, 100, 7, 3), frame)
    for x in (-14, 14):
        pen.line([(x, -94), (x, -22)], pen.natural("straw"), 1.8, ink=0.6)
    mass(pen, box(-20, -24, 40, 6, 2), pen.slot("seat", pen.A))


@thing("ladder", metres=3.2, box=(-26, -100, 26, 2), words="rungs, climb", kinds="tool", category="tool", slots="wood",
       grip=(0, -50), tops=((0, -26),), faces="none")
def ladder(pen: Pen, ask: Ask) -> None:
    """A wooden ladder."""
    wood = pen.slot("wood", pen.natural("wood"))
    for i in range(7):
        y = -10 - i * 13.4
        half = 20 - i * 0.7
        pen.shape(box(-half, y - 2.4, half * 2, 4.8, 1), pen.lighter(wood, 0.04), form=0.3)
    for side in (-1, 1):
        mass(pen, bar((side * 22, 0), (side * 16, -100), 3.4), wood)


@thing("birdhouse", metres=0.4, box=(-34, -100, 34, 2), words="bird box, nesting box, birdcage, cage, bird house",
       kinds="house, box", slots="wall, roof", contact="hang", faces="none", motion="sway")
def birdhouse(pen: Pen, ask: Ask) -> None:
    """A little house for birds, hung from a cord."""
    wall = pen.slot("wall", pen.natural("pale wood"))
    pen.line(ring(0, -95, 5, 1.4), pen.natural("iron"), 1, ink=0.4)
    mass(pen, polygon([(-22, -4), (-22, -60), (0, -82), (22, -60), (22, -4)]), wall, 0.25)
    mass(pen, polygon([(-34, -52), (0, -92), (34, -52), (28, -47), (0, -80), (-28, -47)]), pen.slot("roof", pen.A),
         0.25)
    mark(pen, oval(0, -44, 9), pen.r(0.05), 0.8)
    mass(pen, bar((0, -24), (0, -20), 5), pen.natural("dark wood"), rim=0)
    mass(pen, box(-26, -7, 52, 7, 1), pen.shaded(wall, 0.15), rim=0)
    mark(pen, oval(0, -25, 2.6), hue(pen, "brown"))

"""Buildings of several lands: castle, tower, hut, school, shop, factory, windmill, tent and the like."""

from __future__ import annotations

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.parts import arched, bar, mark, mass, pane, rows_of, white
from engine.illustrate.kit.things.walls import battlement, doorway, gable, pennant, plaster, roof_colour
from engine.illustrate.paint.forms import cloud
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen

# fmt: off


@thing("castle", metres=22, box=(-82, -100, 82, 2), words="fortress, fort, citadel, stronghold, kingdom",
       kinds="palace, building", category="building", slots="wall, roof, flag")
def castle(pen: Pen, ask: Ask) -> None:
    """A keep between two round towers with pointed roofs, a gate and flags."""
    wall, roof = pen.slot("wall", pen.mix(pen.natural("stone"), pen.natural("bone"), 0.45)), roof_colour(pen)
    flag = pen.slot("flag", pen.B)
    keep = box(-26, -66, 52, 66) | battlement(-29, -64, 58, 12, 5)
    mass(pen, keep, pen.lighter(wall, -0.03), 0.25)
    for x in (-13, 13):
        doorway(pen, arched(x, -44, 7, 14), pen.lit if ask.lit else pen.r(0.15))
    curtain = box(-52, -38, 104, 38) | battlement(-54, -36, 108, 9, 9)
    mass(pen, curtain, wall, 0.25, width=6)
    rows_of(pen, curtain & box(-40, -32, 80, 30), wall, 12)
    for x in (-60, 60):
        mass(pen, box(x - 17, -62, 34, 62) | box(x - 20, -66, 40, 9, 1), pen.lighter(wall, 0.03), 0.35, width=9)
        rows_of(pen, box(x - 14, -54, 26, 48), wall, 6)
        mass(pen, polygon([(x - 22, -65), (x, -89), (x + 22, -65)]), roof, 0.35)
        pennant(pen, x, -88, 12, flag)
        doorway(pen, arched(x, -38, 6, 13), pen.lit if ask.lit else pen.r(0.15))
    pennant(pen, 0, -75, 25, flag)
    doorway(pen, arched(0, 0, 27, 31), pen.shaded(wall, 0.5))
    doorway(pen, arched(0, 0, 20, 26), pen.natural("dark wood"))
    for x in (-5, 0, 5):
        pen.line([(x, -24), (x, 0)], pen.r(0.08), 1, ink=0.4)


@thing("tower", metres=20, box=(-34, -100, 34, 2), words="watchtower, turret, keep, rapunzel's tower",
       kinds="castle, building", category="building", slots="wall, roof")
def tower(pen: Pen, ask: Ask) -> None:
    """A round stone tower with a pointed roof and one window."""
    wall, roof = pen.slot("wall", pen.natural("stone")), roof_colour(pen)
    shaft = polygon([(-18, -58), (18, -58), (22, 0), (-22, 0)])
    mass(pen, shaft, wall, 0.35, 0.25, 10)
    rows_of(pen, polygon([(-14, -54), (14, -54), (17, -4), (-17, -4)]), wall, 16)
    mass(pen, box(-25, -66, 50, 10, 2), pen.lighter(wall, 0.04))
    mass(pen, polygon([(-30, -65), (0, -96), (30, -65)]), roof, 0.4)
    pen.line([(0, -95), (0, -100)], pen.r(0.1), 1.2)
    doorway(pen, arched(0, -36, 11, 17), pen.shaded(wall, 0.5))
    doorway(pen, arched(0, -37, 7.5, 14), pen.lit if ask.lit else pen.r(0.12))
    if ask.lit:
        pen.glow(0, -43, 30, pen.B, 0.5)
    doorway(pen, arched(0, 0, 14, 20), pen.natural("dark wood"))


@thing("hut", metres=4, box=(-72, -100, 72, 2), words="thatched hut, mud hut, shack, village hut, straw house",
       kinds="house, building", category="building", slots="wall, roof")
def hut(pen: Pen, ask: Ask) -> None:
    """A round mud hut under a deep thatch."""
    wall, straw = pen.slot("wall", pen.natural("clay")), pen.slot("roof", pen.natural("straw"))
    body = polygon([(-46, -50), (46, -50), (50, 0), (-50, 0)])
    mass(pen, body, wall, 0.28, 0.2, 10)
    mark(pen, body & box(-60, -9, 120, 9), pen.mix(wall, white(pen), 0.55))
    for i in range(-3, 4):
        mark(pen, body & polygon([(i * 15 - 5, -1), (i * 15, -8), (i * 15 + 5, -1)]), pen.A, 0.3)
    doorway(pen, arched(-4, 0, 22, 36), pen.r(0.1) if not ask.lit else pen.mix(pen.lit, pen.B, 0.4))
    pane(pen, 22, -34, 12, 12, ask.lit)
    thatch = smooth([(-70, -44), (-44, -70), (-10, -97), (0, -100), (10, -97), (44, -70), (70, -44), (56, -39),
                     (40, -43), (24, -38), (6, -42), (-12, -38), (-30, -43), (-50, -39)], curve=0.6)
    mass(pen, thatch, straw, 0.3, 0.2, 9)
    for x0, y0, x1, y1 in ((-2, -92, -12, -48), (-8, -88, -42, -50), (4, -90, 18, -46), (9, -86, 44, -52), (-22, -76,
                                                                                                            -26, -56)):
        pen.line([(x0, y0), (x1, y1)], pen.shaded(straw, 0.4), 1.3, ink=0.4)
    pen.line([(-14, -92), (0, -88), (14, -92)], pen.natural("dark wood"), 2.4, ink=0.5)


@thing("school", metres=8, box=(-96, -100, 96, 2), words="schoolhouse, college, academy", kinds="house, building",
       category="building", slots="wall, roof", faces="none")
def school(pen: Pen, ask: Ask) -> None:
    """A long school with a clock gable, a bell and a flag."""
    wall, roof = pen.slot("wall", pen.natural("brick")), pen.slot("roof", pen.mix(pen.G, pen.r(0.15), 0.35))
    mass(pen, box(-88, -44, 176, 44), wall, 0.2, width=6)
    mass(pen, polygon([(-95, -43), (-80, -62), (80, -62), (95, -43)]), roof, 0.3, width=5)
    for x in (-78, -52, 38, 64):
        pane(pen, x, -36, 15, 20, ask.lit)
    mass(pen, box(-26, -64, 52, 64), pen.lighter(wall, 0.03), 0.22)
    gable(pen, 0, -62, 26, 24, roof, 5)
    pen.shape(oval(0, -58, 9), white(pen), form=0.15, line=0.8)
    pen.line([(0, -58), (0, -64)], pen.r(0.1), 1.3)
    pen.line([(0, -58), (4, -56)], pen.r(0.1), 1.3)
    doorway(pen, arched(0, 0, 20, 32), pen.slot("door", pen.B))
    pen.line([(0, -32), (0, 0)], pen.r(0.15), 1)
    pennant(pen, 0, -84, 16, pen.A)
    mass(pen, box(-32, -4, 64, 5, 1), pen.natural("stone"), rim=0)


@thing("shop", metres=4.5, box=(-66, -100, 66, 2), words="store, bakery, cafe, grocery, boutique, restaurant, tea shop",
       kinds="house, building", category="building", slots="wall, awning, sign", faces="none")
def shop(pen: Pen, ask: Ask) -> None:
    """A shop front with a striped awning, a window of goods and a sign."""
    wall, cloth = pen.slot("wall", pen.mix(pen.G, pen.r(0.4), 0.25)), pen.slot("awning", pen.A)
    mass(pen, box(-60, -96, 120, 96, 1), wall, 0.2, width=6)
    mass(pen, box(-65, -100, 130, 8, 1), pen.shaded(wall, 0.3), rim=0)
    mass(pen, box(-48, -90, 96, 17, 2), pen.slot("sign", white(pen, 0.3)), rim=0)
    for x, wide in ((-36, 16), (-16, 9), (-3, 20), (21, 12)):
        mark(pen, box(x, -84, wide, 5, 2), pen.mix(pen.A, pen.r(0.05), 0.5), 0.3)
    pane(pen, -52, -46, 60, 34, ask.lit, bars_=False)
    for x, y, r, tone in ((-42, -12, 6, pen.B), (-28, -12, 8, pen.A), (-12, -12, 6, pen.V), (-2, -12, 5, pen.B)):
        mark(pen, box(x - r, y - 1.6 * r, 2 * r, 1.6 * r, r * 0.6), tone, 0.5)
    doorway(pen, box(20, -50, 28, 50, 1), pen.natural("dark wood"))
    pane(pen, 25, -45, 18, 24, ask.lit, bars_=False, lamp=False)
    mark(pen, oval(24, -15, 1.6), pen.natural("brass"))
    for i in range(9):
        x = -63 + i * 14
        tone = cloth if i % 2 == 0 else white(pen)
        mass(pen, smooth([(x + 1.4, -70), (x + 12.6, -70), (x + 14, -52), (x + 7, -47), (x, -52)], curve=0.4), tone,
             0.2, rim=0)


@thing("market stall", metres=2.6, box=(-66, -100, 66, 2), words="stall, bazaar, fruit stand, booth, kiosk, vendor",
       kinds="shop, building", category="building", slots="awning", faces="none", tops=((0, -42), ))
def market_stall(pen: Pen, ask: Ask) -> None:
    """A wooden stall with a striped roof and heaps of fruit."""
    wood, cloth = pen.natural("wood"), pen.slot("awning", pen.mix(pen.G, pen.r(0.4), 0.1))
    for x in (-54, 54):
        pen.shape(bar((x, -80), (x, 0), 3), wood, form=0.3)
    heaps = ((-38, pen.A), (-13, pen.B), (13, pen.V), (38, pen.mix(pen.A, pen.B, 0.55)))
    for x, tone in heaps:
        for dx, dy in ((-7, -46), (7, -46), (0, -54)):
            mass(pen, oval(x + dx, dy, 6.6), tone, rim=1)
    mass(pen, box(-60, -42, 120, 40, 1), pen.lighter(wood, 0.03), 0.25, width=6)
    for x in (-30, 0, 30):
        pen.line([(x, -41), (x, -3)], pen.shaded(wood, 0.4), 1.4, ink=0.5)
    mass(pen, box(-63, -45, 126, 6, 1), pen.lighter(wood, 0.08), rim=0)
    for i in range(8):
        a, b = -44 + i * 11, -64 + i * 16
        tone = cloth if i % 2 == 0 else white(pen)
        mass(pen, smooth([(a, -98), (a + 11, -98), (b + 16, -74), (b + 8, -69), (b, -74)], curve=0.25), tone, 0.2,
             rim=0)


@thing("factory", metres=18, box=(-82, -100, 82, 2),
       words="mill, plant works, power station, industry, chimney, smokestack", kinds="building", category="building",
       slots="wall", poses="smoking, still")
def factory(pen: Pen, ask: Ask) -> None:
    """A brick factory with saw-tooth roofs and two smoking chimneys."""
    wall = pen.slot("wall", pen.natural("brick"))
    if ask.pose != "still":
        for x, y, wide in ((-40, -84, 34), (-12, -90, 30)):
            pen.shape(cloud(x + 14, y, wide, 16, seed=int(wide)), pen.mix(pen.r(0.75), pen.G, 0.1), form=0.15, line=0.7)
    for x, top in ((-54, -84), (-30, -76)):
        mass(pen, polygon([(x - 5, top), (x + 5, top), (x + 8, -20), (x - 8, -20)]), pen.shaded(wall, 0.15), 0.35)
        mark(pen, box(x - 6, top + 4, 12, 5), white(pen))
    mass(
        pen,
        polygon([(-76, 0), (-76, -38), (-14, -38), (-14, -58), (18, -40), (18, -58), (50, -40), (50, -58), (80, -40),
                 (80, 0)]), wall, 0.22, width=6)
    for x in (-12, 20, 52):
        mark(pen, polygon([(x, -55), (x + 24, -41), (x, -41)]), pen.lit if ask.lit else pen.mix(pen.G, pen.r(0.2), 0.3),
             0.6)
    for x in (-68, -44, 4, 30, 56):
        pane(pen, x, -30, 15, 14, ask.lit, lamp=False)
    doorway(pen, box(-22, -28, 18, 28, 1), pen.mix(pen.G, pen.r(0.1), 0.3))
    rows_of(pen, box(-74, -12, 150, 10), wall, 12)


@thing("windmill", metres=14, box=(-58, -100, 58, 2), words="flour mill, grinding mill", kinds="tower, building",
       category="building", slots="wall, cap, sails")
def windmill(pen: Pen, ask: Ask) -> None:
    """A tapering mill with four lattice sails."""
    wall, wood = plaster(pen), pen.natural("dark wood")
    mass(pen, polygon([(-14, -54), (14, -54), (25, 0), (-25, 0)]), wall, 0.35, 0.22, 9)
    mass(pen, smooth([(-18, -52), (-13, -66), (0, -71), (13, -66), (18, -52)], curve=0.7),
         pen.slot("cap", pen.mix(pen.A, pen.r(0.1), 0.2)))
    doorway(pen, arched(0, 0, 14, 22), wood)
    pane(pen, -4.5, -40, 9, 10, ask.lit)
    cloth = pen.slot("sails", white(pen, 0.3))
    hub = pen.at(0, -56)
    for turn in (22, 112, 202, 292):
        sail = hub.at(0, 0, 1, turn)
        sail.shape(box(2, -46, 12, 36), cloth, alpha=0.95, form=0.15, line=0.7, shadow=0.6)
        for y in (-40, -31, -22):
            sail.line([(2, y), (14, y)], wood, 1, ink=0.5)
        sail.shape(bar((0, 0), (0, -47), 1.8, 1.2), wood, line=0.7, shadow=0.5)
    mass(hub, oval(0, 0, 5), wood)


@thing("barn", metres=8, box=(-66, -100, 66, 2), words="farm, farmhouse, stable, shed, granary",
       kinds="house, building", category="building", slots="wall, roof", faces="none")
def barn(pen: Pen, ask: Ask) -> None:
    """A red barn with a broken roof line and crossed doors."""
    wall, trim = pen.slot("wall", pen.mix(pen.A, pen.natural("brick"), 0.4)), white(pen)
    body = polygon([(-56, 0), (-56, -52), (-38, -82), (0, -97), (38, -82), (56, -52), (56, 0)])
    mass(pen, body, wall, 0.22, 0.2, 8)
    for x in (-42.0, -28, 28, 42):
        pen.line([(x, -50), (x, 0)], pen.shaded(wall, 0.3), 1.1, ink=0.4)
    roof = pen.slot("roof", pen.mix(pen.natural("iron"), pen.r(0.4), 0.3))
    outer = polygon([(-64, -48), (-44, -86), (0, -100), (44, -86), (64, -48), (56, -46), (38, -79), (0, -92),
                     (-38, -79), (-56, -46)])
    mass(pen, outer, roof, 0.25)
    pane(pen, -9, -76, 18, 16, ask.lit)
    mass(pen, box(-24, -46, 48, 46), trim, rim=0)
    for x in (-21, 1.5):
        pen.shape(box(x, -43, 19.5, 43), pen.shaded(wall, 0.25), shadow=0, line=0.6)
        pen.line([(x, -43), (x + 19.5, 0)], trim, 2.6, ink=0.5)
        pen.line([(x + 19.5, -43), (x, 0)], trim, 2.6, ink=0.5)


@thing("hospital", metres=14, box=(-76, -100, 76, 2), words="clinic, emergency room", kinds="building",
       category="building", slots="wall, cross", faces="none")
def hospital(pen: Pen, ask: Ask) -> None:
    """A white hospital with a red cross."""
    wall, trim = pen.slot("wall", white(pen, 0.2)), pen.mix(pen.G, pen.r(0.45), 0.15)
    for x in (-72, 28):
        mass(pen, box(x, -62, 44, 62), pen.shaded(wall, 0.06), 0.18)
        mass(pen, box(x - 2, -66, 48, 6, 1), trim, rim=0)
        for i in range(4):
            pane(pen, x + 6 + (i % 2) * 19, -54 + (i // 2) * 24, 13, 15, ask.lit, trim, lamp=False)
    mass(pen, box(-30, -96, 60, 96), wall, 0.18, width=5)
    mass(pen, box(-33, -100, 66, 7, 1), trim, rim=0)
    mark(pen, box(-7, -88, 14, 38) | box(-19, -76, 38, 14), pen.slot("cross", pen.A), 0.8)
    mass(pen, box(-24, -38, 48, 6, 1), trim, rim=0)
    doorway(pen, box(-16, -31, 32, 31), pen.lit if ask.lit else pen.mix(pen.r(0.5), pen.G, 0.4))
    pen.line([(0, -31), (0, 0)], pen.r(0.2), 1.4)


@thing("skyscraper", metres=60, box=(-30, -100, 30, 2),
       words="office building, high-rise, tower block, apartment building, flats, office tower",
       kinds="tower, building", category="building", slots="wall", faces="none")
def skyscraper(pen: Pen, ask: Ask) -> None:
    """A tall building of many windows, stepped at the top."""
    wall = pen.slot("wall", pen.mix(pen.G, pen.r(0.3), 0.4))
    pen.line([(0, -90), (0, -100)], pen.r(0.1), 1.2)
    mass(pen, box(-9, -92, 18, 14), wall, 0.25)
    mass(pen, box(-18, -82, 36, 20), wall, 0.25)
    mass(pen, box(-27, -68, 54, 68), wall, 0.22, 0.2, 6)
    rng = pen.rng("windows", ask.seed)
    for row in range(9):
        for i in range(5):
            if row == 8 and i == 2:
                continue
            on = ask.lit and rng.random() < 0.6
            glass = pen.mix(pen.lit, pen.B, 0.3) if on else pen.mix(pen.r(0.75), pen.G, 0.25)
            mark(pen, box(-22 + i * 9.4, -64 + row * 7, 6.2, 4.4), glass, 0.3)
    for row in range(2):
        for i in range(3):
            mark(pen, box(-13 + i * 9.4, -78 + row * 6.4, 6.2, 4), pen.mix(pen.r(0.75), pen.G, 0.25), 0.3)
    doorway(pen, box(-5, -8, 10, 8), pen.lit if ask.lit else pen.r(0.15))


@thing("tent", metres=2.4, box=(-76, -100, 76, 2), words="camp, canvas tent, nomad's tent, yurt",
       kinds="hut, shelter, building", category="building", slots="cloth", faces="none")
def tent(pen: Pen, ask: Ask) -> None:
    """A ridge tent, its flaps turned back."""
    cloth = pen.slot("cloth", pen.mix(pen.B, pen.natural("straw"), 0.3))
    for x in (-1, 1):
        pen.line([(x * 4, -92), (x * -5, -100)], pen.natural("dark wood"), 2.6, ink=0.6)
        pen.line([(x * 30, -52), (x * 75, -1)], pen.natural("dark wood"), 1.4, ink=0.6)
    mass(pen, polygon([(0, -95), (64, 0), (-64, 0)]), cloth, 0.3, 0.25, 12)
    inside = pen.mix(pen.lit, pen.B, 0.4) if ask.lit else pen.mix(cloth, pen.r(0.03), 0.75)
    mark(pen, polygon([(0, -78), (26, 0), (-26, 0)]), inside, 0.8)
    for x in (-1, 1):
        mass(pen, smooth([(x * 1, -80), (x * 22, -42), (x * 42, 0), (x * 24, 0), (x * 22, -26)], curve=0.5),
             pen.lighter(cloth, 0.05), rim=0)
    if ask.lit:
        pen.lamp(0, -26, 70, 0.7)


@thing("igloo", metres=2.4, box=(-84, -100, 84, 2), words="snow house, ice house", kinds="hut, building",
       category="building", slots="snow")
def igloo(pen: Pen, ask: Ask) -> None:
    """A dome of snow blocks with a tunnel."""
    snow = pen.slot("snow", pen.mix(pen.r(1.0), pen.G, 0.08))
    dome = oval(-8, 0, 74, 98) & box(-100, -110, 200, 110)
    mass(pen, dome, snow, 0.3, 0.14, 14)
    blue = pen.mix(snow, pen.G, 0.35)
    for k in (0.26, 0.5, 0.74):
        half = 74 * (1 - k * k)**0.5
        pen.line([(-8 - half, -98 * k), (-8, -98 * k - 5), (-8 + half, -98 * k)], blue, 1.8, ink=0.4)
    for x, a, b in ((-52, -2, -27), (-20, -4, -30), (-36, -30, -54), (0, -32, -56), (-20, -58, -79), (14, -57, -76)):
        pen.line([(x, a), (x + 2, b)], blue, 1.8, ink=0.4)
    mass(pen, oval(42, 0, 40, 50) & box(-100, -110, 200, 110), pen.lighter(snow, 0.01), 0.25)
    mark(pen,
         oval(44, 0, 24, 33) & box(-100, -110, 200, 110),
         pen.mix(pen.lit, pen.B, 0.4) if ask.lit else pen.mix(pen.G, pen.r(0.05), 0.6))

"""What flies: plane, helicopter, balloon, rocket, flying saucer."""

from __future__ import annotations

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.parts import bar, bars, flame, glazing, lathe, mark, mass, ring, white
from engine.illustrate.paint.forms import star
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen

# fmt: off  (outlines are rows of numbers)


@thing(
    "plane",
    metres=7,
    box=(-128, -100, 128, 6),
    words="airplane, aeroplane, aircraft, jet, airliner, flight",
    kinds="vehicle",
    category="vehicle",
    slots="body, trim",
    contact="air",
    motion="drift",
)
def plane(pen: Pen, ask: Ask) -> None:
    """A jet airliner from the side."""
    body, trim = pen.slot("body", white(pen, 0.08)), pen.slot("trim", pen.A)
    mass(pen, polygon([(-10, -46), (-44, -80), (-28, -80), (34, -46)]), pen.shaded(body, 0.25))
    mass(pen, polygon([(-122, -98), (-100, -98), (-66, -52), (-112, -50)]), trim, 0.25)
    hull = smooth(
        [
            (-126, -56),
            (-100, -62),
            (-40, -64),
            (60, -64),
            (98, -60),
            (122, -46),
            (126, -38),
            (112, -30),
            (60, -26),
            (-50, -27),
            (-104, -42),
        ],
        curve=0.6,
    )
    mass(pen, hull, body, 0.3, 0.1, 8, fall=True)
    mark(pen, hull & box(-130, -40, 260, 6), trim)
    for i in range(9):
        mark(pen, box(-66 + i * 16, -54, 8, 8, 3), pen.lit if ask.lit else pen.mix(pen.G, pen.r(0.2), 0.3), 0.5)
    mark(pen, smooth([(96, -58), (112, -52), (118, -46), (98, -47)], curve=0.4), pen.mix(pen.G, pen.r(0.1), 0.4), 0.6)
    mass(pen, box(-6, -26, 38, 14, 7), pen.shaded(body, 0.15))
    mass(pen, polygon([(40, -38), (4, -38), (-58, 4), (-40, 4)]), body, 0.25, 0.18)
    mass(pen, polygon([(-92, -50), (-70, -50), (-104, -30), (-118, -30)]), body, 0.2, 0.18)


@thing(
    "helicopter",
    metres=3.5,
    box=(-104, -100, 84, 2),
    words="chopper, rescue helicopter",
    kinds="plane, vehicle",
    category="vehicle",
    slots="body",
    contact="air",
    motion="drift",
)
def helicopter(pen: Pen, ask: Ask) -> None:
    """A rescue helicopter."""
    body = pen.slot("body", pen.A)
    pen.shape(bar((8, -90), (8, -72), 3), pen.natural("iron"), line=0.7)
    mass(pen, smooth([(-72, -95), (8, -97), (84, -95), (84, -91), (8, -90), (-72, -91)], curve=0.3), pen.r(0.2), rim=0)
    mass(
        pen,
        smooth([(-102, -64), (-94, -80), (-86, -64), (-22, -56), (-16, -36), (-96, -56)], curve=0.3),
        pen.shaded(body, 0.12),
    )
    pen.shape(ring(-94, -64, 10, 2.4), pen.r(0.2), shadow=0.4, line=0.6)
    mass(
        pen,
        smooth([(-30, -44), (-16, -72), (20, -74), (54, -66), (76, -44), (66, -26), (30, -20), (-14, -22)], curve=0.8),
        body,
        0.3,
    )
    glazing(pen, smooth([(26, -66), (50, -60), (68, -42), (34, -40), (24, -42)], curve=0.5), ask.lit)
    glazing(pen, box(-8, -62, 24, 20, 4), ask.lit)
    mark(pen, polygon([(-26, -34), (72, -34), (70, -30), (-22, -30)]), white(pen))
    bars(pen, [((-4, -22), (-10, -4)), ((38, -20), (44, -4))], 2, pen.natural("iron"))
    pen.line([(-30, -3), (56, -3), (68, -9)], pen.natural("iron"), 4, ink=0.6, curve=0.3)


@thing(
    "hot air balloon",
    metres=16,
    box=(-40, -100, 40, 2),
    words="hot-air balloon, airship, gas balloon, ballooning",
    kinds="balloon, vehicle",
    category="vehicle",
    slots="cloth, stripe",
    contact="air",
    motion="drift",
    faces="none",
)
def hot_air_balloon(pen: Pen, ask: Ask) -> None:
    """A striped balloon with its basket."""
    cloth, stripe = pen.slot("cloth", pen.A), pen.slot("stripe", white(pen, 0.2))
    for x in (-6, -2, 2, 6):
        pen.line([(x * 1.5, -28), (x, -12)], pen.natural("dark wood"), 0.8, ink=0.5)
    bag = smooth(
        [(0, -100), (26, -92), (39, -66), (28, -42), (10, -26), (-10, -26), (-28, -42), (-39, -66), (-26, -92)],
        curve=0.95,
    )
    mass(pen, bag, cloth, 0.32, 0.18, 9)
    for side in (-1, 1):
        gore = smooth(
            [
                (0, -100),
                (side * 14, -86),
                (side * 19, -66),
                (side * 13, -42),
                (side * 5, -26),
                (side * 2, -26),
                (side * 7, -66),
            ],
            curve=0.7,
        )
        mark(pen, bag & gore, stripe)
        mark(
            pen,
            bag
            & smooth(
                [
                    (side * 22, -94),
                    (side * 32, -84),
                    (side * 46, -66),
                    (side * 31, -40),
                    (side * 12, -26),
                    (side * 30, -62),
                ],
                curve=0.6,
            ),
            pen.B,
        )
    mark(pen, box(-10, -29, 20, 4, 1), pen.shaded(cloth, 0.35))
    if ask.lit:
        flame(pen, 0, -18, 9, 3)
    mass(pen, lathe([(8.5, -14), (7, 0)], 0.2), pen.natural("straw"), 0.35)
    mark(pen, box(-9, -15, 18, 3, 1), pen.natural("dark wood"))


@thing(
    "rocket",
    metres=18,
    box=(-36, -100, 36, 4),
    words="spaceship, space rocket, spacecraft, space shuttle, missile, launch",
    kinds="plane, vehicle",
    category="vehicle",
    slots="body, trim",
    contact="air",
    motion="rise",
    poses="flying, standing",
    faces="none",
)
def rocket(pen: Pen, ask: Ask) -> None:
    """A finned rocket; flying, a flame drives it."""
    body, trim = pen.slot("body", white(pen, 0.1)), pen.slot("trim", pen.A)
    flying = ask.pose != "standing"
    own = pen.at(0, -19 if flying else 0, 0.81 if flying else 1)
    if flying:
        flame(pen.at(0, -22, 1, 180), 0, 0, 24, 1.6)
    for side in (-1, 1):
        mass(own, smooth([(side * 16, -44), (side * 32, -22), (side * 35, 0), (side * 16, -10)], curve=0.5), trim, 0.3)
    mass(own, box(-9, -10, 18, 9, 2), own.natural("iron"))
    hull = smooth(
        [(0, -100), (13, -80), (20, -52), (17, -20), (13, -6), (-13, -6), (-17, -20), (-20, -52), (-13, -80)], curve=0.7
    )
    mass(own, hull, body, 0.36, 0.15, 8)
    mark(own, hull & box(-40, -110, 80, 34), trim)
    mark(own, hull & box(-40, -20, 80, 5), trim)
    mass(own, oval(0, -56, 10), own.natural("steel"), rim=0)
    mark(own, oval(0, -56, 7), pen.lit if ask.lit else pen.mix(pen.G, pen.r(0.3), 0.3), 0.7)
    mark(own, oval(-2.4, -58.4, 2, 1.6), pen.r(1.0), 0, 0.8)
    mass(own, bar((0, -30), (0, -4), 3.6, 2.4), trim, 0.3)


@thing(
    "flying saucer",
    metres=4,
    box=(-84, -100, 84, 2),
    words="ufo, alien ship, alien",
    kinds="rocket, vehicle",
    category="vehicle",
    slots="body",
    contact="air",
    motion="drift",
    faces="none",
)
def flying_saucer(pen: Pen, ask: Ask) -> None:
    """A saucer with a glass dome and lamps, its beam below."""
    body = pen.slot("body", pen.natural("steel"))
    pen.beam(polygon([(-20, -40), (20, -40), (46, 2), (-46, 2)]), 0, -40, 60, pen.L, 0.7)
    mass(pen, oval(0, -70, 34, 30), pen.mix(pen.natural("glass"), pen.V, 0.2), 0.2)
    mass(pen, oval(0, -78, 9, 11), pen.mix(pen.V, pen.L, 0.3), rim=0)
    for x in (-3.6, 3.6):
        mark(pen, oval(x, -80, 2, 3), pen.r(0.03))
    mass(pen, oval(0, -50, 80, 20), body, 0.35, 0.2, 8)
    mass(pen, oval(0, -58, 42, 9), pen.lighter(body, 0.05), rim=0)
    for i in range(-3, 4):
        mark(pen, oval(i * 20, -46 + abs(i) * -1.6, 4.6), pen.lit if i % 2 else pen.A)
    mark(pen, star(0, -36, 4, 4, 0.4), pen.L, 0)

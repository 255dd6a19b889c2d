"""Ships and craft of sea and river. They float: y = 0 is the water line."""

from __future__ import annotations

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.parts import bar, bars, lathe, mark, mass, ring, sailcloth, white
from engine.illustrate.paint.forms import cloud
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen
from engine.looks import Colour

# fmt: off  (outlines are rows of numbers)


def _ports(pen: Pen, xs: tuple[float, ...], y: float, r: float, lit: bool) -> None:
    for x in xs:
        mark(pen, oval(x, y, r * 1.35), pen.natural("brass"), 0.4)
        mark(pen, oval(x, y, r), pen.lit if lit else pen.mix(pen.G, pen.r(0.15), 0.4), 0.4)


@thing(
    "ship",
    metres=24,
    box=(-120, -100, 120, 4),
    words="steamship, ocean liner, steamer, ferry, cruise ship, cargo ship, vessel at sea",
    kinds="boat, vehicle",
    category="vehicle",
    contact="float",
    slots="hull, funnel",
    motion="bob",
)
def ship(pen: Pen, ask: Ask) -> None:
    """A steamship with two funnels."""
    hull, funnel = pen.slot("hull", pen.mix(pen.G, pen.r(0.05), 0.5)), pen.slot("funnel", pen.A)
    pen.shape(cloud(-36, -84, 56, 15, seed=2), pen.mix(pen.r(0.9), pen.G, 0.1), form=0.15, line=0.6)
    bars(pen, [((78, -88), (78, -36)), ((-92, -76), (-92, -36))], 1.3, pen.natural("dark wood"))
    for x in (-22, 18):
        mass(pen, polygon([(x - 9, -58), (x - 12, -86), (x + 6, -86), (x + 9, -58)]), funnel, 0.35)
        mark(pen, polygon([(x - 11.6, -82), (x - 12, -87), (x + 6, -87), (x + 6.6, -82)]), pen.r(0.08))
    mass(pen, box(-60, -62, 116, 16, 2), white(pen), 0.2)
    mass(pen, box(-76, -48, 148, 16, 2), white(pen), 0.2)
    for y, xs in ((-57, range(-50, 50, 14)), (-43, range(-66, 66, 13))):
        for x in xs:
            mark(pen, box(x, y, 7, 6, 1), pen.lit if ask.lit else pen.mix(pen.G, pen.r(0.3), 0.3), 0.4)
    side = smooth([(-112, -34), (-40, -32), (60, -33), (119, -44), (98, -2), (90, 3), (-94, 3), (-106, -10)], curve=0.3)
    mass(pen, side, hull, 0.28, 0.2, 7)
    mark(pen, side & box(-130, -7, 260, 12), pen.A)
    mark(pen, side & polygon([(-120, -33), (120, -37), (120, -33), (-120, -29)]), white(pen))
    _ports(pen, (-84, -62, -40, -18, 4, 26, 48, 70), -19, 3, ask.lit)


@thing(
    "sailing ship",
    metres=22,
    box=(-96, -100, 104, 4),
    words="galleon, pirate ship, caravel, tall ship, schooner, viking ship, fleet, voyage",
    kinds="ship, boat, vehicle",
    category="vehicle",
    contact="float",
    slots="hull, sail, flag",
    motion="bob",
)
def sailing_ship(pen: Pen, ask: Ask) -> None:
    """A three-masted ship under full sail."""
    hull, cloth = pen.slot("hull", pen.natural("wood")), pen.slot("sail", sailcloth(pen))
    wood = pen.natural("dark wood")
    bars(
        pen,
        [((-48, -84), (-48, -26)), ((0, -97), (0, -26)), ((44, -86), (44, -26)), ((74, -30), (102, -46))],
        1.7,
        wood,
    )
    for x, rows in (
        (-48, ((-80, 14, 22), (-56, 19, 24))),
        (0, ((-93, 16, 24), (-66, 23, 34))),
        (44, ((-82, 14, 22), (-57, 18, 25))),
    ):
        for y, half, tall in rows:
            sail = smooth(
                [
                    (x - half, y),
                    (x + half, y),
                    (x + half + 8, y + tall * 0.55),
                    (x + half + 1, y + tall),
                    (x, y + tall - 4),
                    (x - half + 1, y + tall),
                    (x - half + 7, y + tall * 0.5),
                ],
                curve=0.6,
            )
            mass(pen, sail, cloth, 0.25, 0.16, 5)
    mass(pen, polygon([(60, -70), (96, -44), (58, -36)]), cloth, 0.2)
    mark(pen, polygon([(0, -100), (-18, -96), (0, -92)]), pen.slot("flag", pen.A), 0.7)
    side = smooth(
        [(-94, -48), (-72, -42), (-58, -30), (40, -28), (66, -34), (82, -38), (68, -8), (54, 3), (-64, 3), (-84, -12)],
        curve=0.3,
    )
    mass(pen, side, hull, 0.3, 0.22, 8)
    for y in (-21, -12):
        mark(pen, side & box(-120, y, 240, 2.2), pen.shaded(hull, 0.4), 0.4)
    mark(pen, side & polygon([(-100, -44), (-60, -34), (-60, -27), (-100, -36)]), pen.B)
    for x in (-56, -36, -16, 4, 24, 44):
        mark(pen, box(x, -19, 6, 5, 1), pen.lit if ask.lit else pen.r(0.05), 0.4)


@thing(
    "trawler",
    metres=9,
    box=(-88, -100, 92, 4),
    words="fishing trawler, fishing vessel, tugboat, tug, lifeboat, red trawler",
    kinds="ship, boat, vehicle",
    category="vehicle",
    contact="float",
    slots="hull",
    motion="bob",
    poses="whole, broken mast",
)
def trawler(pen: Pen, ask: Ask) -> None:
    """A fishing boat with a cabin and a mast, whole or broken."""
    hull, wood = pen.slot("hull", pen.A), pen.natural("dark wood")
    if ask.pose == "broken mast":
        bars(pen, [((-34, -66), (-34, -30)), ((-34, -64), (-72, -44))], 2.4, wood)
    else:
        bars(pen, [((-34, -98), (-34, -30)), ((-34, -62), (-74, -84))], 2.2, wood)
        pen.line([(-34, -96), (-82, -38)], pen.r(0.15), 1.1)
        pen.line([(-34, -96), (26, -70)], pen.r(0.15), 1.1)
        mark(pen, polygon([(-34, -98), (-16, -94), (-34, -90)]), pen.B, 0.7)
    mass(pen, box(4, -70, 40, 40, 2), white(pen), 0.22)
    mass(pen, box(0, -76, 49, 8, 2), pen.mix(pen.G, pen.r(0.2), 0.2), rim=1)
    for x in (10, 27):
        mark(pen, box(x, -63, 12, 14, 2), pen.lit if ask.lit else pen.mix(pen.G, pen.r(0.2), 0.3), 0.7)
    if ask.lit:
        pen.lamp(26, -56, 60, 0.7)
    side = smooth([(-84, -38), (-60, -30), (40, -32), (90, -50), (74, -10), (60, 3), (-68, 3), (-80, -10)], curve=0.35)
    mass(pen, side, hull, 0.32, 0.2, 9)
    mark(
        pen,
        side
        & smooth(
            [(-90, -36), (-60, -28), (40, -30), (94, -48), (94, -41), (40, -23), (-60, -21), (-90, -28)], curve=0.6
        ),
        white(pen),
    )
    for x in (-46, -14, 18):
        mass(pen, ring(x, -14, 7, 3), pen.r(0.1), rim=0)


@thing(
    "canoe",
    metres=0.9,
    box=(-130, -100, 130, 4),
    words="kayak, dugout, paddle, shikara",
    kinds="boat, vehicle",
    category="vehicle",
    contact="float",
    slots="hull",
    motion="bob",
    seat=(0, -22),
)
def canoe(pen: Pen, ask: Ask) -> None:
    """A canoe with its paddle."""
    hull: Colour = pen.slot("hull", pen.natural("wood"))
    mark(pen, smooth([(-112, -40), (0, -32), (112, -40), (0, -22)], curve=0.6), pen.shaded(hull, 0.6), 0.8)
    mass(pen, bar((-10, -2), (42, -96), 2.6), pen.natural("pale wood"), rim=1)
    mass(
        pen, smooth([(42, -99), (51, -96), (48, -80), (36, -72), (32, -78)], curve=0.6), pen.natural("pale wood"), rim=1
    )
    side = smooth(
        [
            (-129, -58),
            (-112, -42),
            (-60, -30),
            (0, -27),
            (60, -30),
            (112, -42),
            (129, -58),
            (118, -20),
            (92, 1),
            (40, 4),
            (-40, 4),
            (-92, 1),
            (-118, -20),
        ],
        curve=0.6,
    )
    mass(pen, side, hull, 0.32, 0.2, 9)
    mark(
        pen,
        side
        & smooth(
            [
                (-130, -30),
                (-60, -18),
                (0, -15),
                (60, -18),
                (130, -30),
                (130, -22),
                (60, -10),
                (0, -7),
                (-60, -10),
                (-130, -22),
            ],
            curve=0.6,
        ),
        pen.A,
    )


@thing(
    "submarine",
    metres=7,
    box=(-106, -100, 100, 4),
    words="u-boat, diving boat, periscope",
    kinds="ship, vehicle",
    category="vehicle",
    contact="float",
    slots="hull",
    motion="bob",
)
def submarine(pen: Pen, ask: Ask) -> None:
    """A round submarine with a periscope."""
    hull = pen.slot("hull", pen.B)
    pen.line([(8, -70), (8, -97), (26, -97)], pen.shaded(hull, 0.3), 5, curve=0.3)
    mass(pen, smooth([(-22, -58), (-18, -78), (26, -78), (32, -58)], curve=0.3), pen.shaded(hull, 0.1), 0.3)
    mass(pen, polygon([(-74, -30), (-104, -56), (-98, -30), (-104, -4)]), pen.A, 0.3)
    body = smooth([(-92, -30), (-60, -56), (0, -62), (60, -56), (96, -30), (60, -2), (0, 4), (-60, -2)], curve=0.85)
    mass(pen, body, hull, 0.32, 0.18, 12)
    mark(pen, body & box(-110, -12, 220, 6), pen.A)
    for x in (-42, 0, 42):
        mass(pen, oval(x, -34, 13), pen.shaded(hull, 0.35), rim=0)
        mark(pen, oval(x, -34, 9), pen.lit if ask.lit else pen.mix(pen.natural("glass"), pen.G, 0.3), 0.7)
        mark(pen, oval(x - 3, -37.5, 2.4, 2), pen.r(1.0), 0, 0.8)


@thing(
    "raft",
    metres=2.6,
    box=(-84, -100, 84, 4),
    words="wooden raft, log raft, castaway, driftwood",
    kinds="boat, vehicle",
    category="vehicle",
    contact="float",
    slots="wood, sail",
    motion="bob",
    seat=(30, -14),
)
def raft(pen: Pen, ask: Ask) -> None:
    """A raft of logs with a patched sail."""
    wood, cloth = pen.slot("wood", pen.natural("wood")), pen.slot("sail", sailcloth(pen))
    mass(pen, bar((-6, -10), (-6, -99), 2.6), pen.natural("dark wood"), rim=1)
    mass(
        pen,
        smooth([(-40, -90), (34, -92), (48, -60), (38, -26), (-36, -30), (-28, -60)], curve=0.4),
        cloth,
        0.25,
        0.15,
        8,
    )
    mark(pen, box(8, -56, 18, 16).turned(4), pen.A, 0.7)
    for y, half in ((-14, 76), (-6, 80), (1, 78)):
        mass(pen, box(-half, y - 4, 2 * half, 9, 4.5), pen.lighter(wood, 0.02 * (y < -10)), 0.35, rim=1.4)
    for x in (-52, 50):
        for k in (-4, 4):
            pen.line([(x + k, -17), (x + k, 4)], pen.natural("straw"), 2.6, ink=0.5)


@thing(
    "buoy",
    metres=2.4,
    box=(-42, -100, 42, 4),
    words="lifebuoy, lifebelt, sea mark, float, warning bell",
    kinds="sign, thing",
    contact="float",
    slots="body",
    motion="bob",
    light_motion="twinkle",
    faces="none",
)
def buoy(pen: Pen, ask: Ask) -> None:
    """A striped buoy with a lamp."""
    body = pen.slot("body", pen.A)
    bars(pen, [((-10, -40), (-5, -80)), ((10, -40), (5, -80)), ((-8, -56), (8, -56))], 1.8, pen.natural("iron"))
    mass(pen, box(-7, -94, 14, 15, 4), pen.lit if ask.lit else pen.mix(pen.L, pen.r(1.0), 0.3), 0.15)
    mass(pen, box(-9, -98, 18, 5, 2), pen.natural("iron"), rim=0)
    if ask.lit:
        pen.lamp(0, -86, 60)
    cone = lathe([(13, -42), (32, -10)], 0.1)
    mass(pen, cone, white(pen), 0.3)
    mark(pen, cone & box(-50, -31, 100, 11), body)
    mass(pen, smooth([(-41, -10), (41, -10), (34, 3), (-34, 3)], curve=0.4), body, 0.3)

"""What explanations of living things speak of: a cell, a bacterium, lungs, a muscle, blood, coral, a spider's web.

Example: `found_thing("cobweb").name` is 'spider web'.
"""

from __future__ import annotations

import math

from engine.illustrate.kit.registry import Ask, found_thing, thing
from engine.illustrate.kit.things.parts import bar, hue, mark, mass, shine, white
from engine.illustrate.paint.forms import blob, tube
from engine.illustrate.paint.path import oval, smooth
from engine.illustrate.paint.pen import Pen

# fmt: off  (outlines are rows of numbers)


@thing(
    "cell",
    metres=0.2,
    box=(-78, -100, 78, 2),
    words="cells, body cell, plant cell, stem cell, nucleus, embryo",
    kinds="sign, thing",
    slots="body, core",
    contact="air",
    faces="none",
    poses="whole, dividing",
    motion="drift",
)
def cell(pen: Pen, ask: Ask) -> None:
    """A round cell with its nucleus, or one that becomes two."""
    tone = pen.slot("body", pen.mix(pen.G, pen.r(0.9), 0.45))
    core = pen.slot("core", pen.A)
    if ask.pose == "dividing":
        body = smooth(
            [
                (-76, -50),
                (-66, -82),
                (-38, -97),
                (-12, -84),
                (0, -72),
                (12, -84),
                (38, -97),
                (66, -82),
                (76, -50),
                (66, -18),
                (38, -3),
                (12, -16),
                (0, -28),
                (-12, -16),
                (-38, -3),
                (-66, -18),
            ],
            curve=0.85,
        )
        centres: tuple[float, ...] = (-40.0, 40.0)
    else:
        body = blob(0, -49, 56, 48, seed=5, points=16, jitter=0.03)
        centres = (0.0,)
    mass(pen, body, tone, 0.28, 0.14, 9)
    mark(pen, body - body.scaled(0.9).moved(0, -5), pen.shaded(tone, 0.25), 0.4, 0.7)
    size = 17.0 if len(centres) == 1 else 14.0
    for x in centres:
        nucleus = oval(x, -50, size)
        mass(pen, nucleus, core, 0.3, 0.15, 5)
        mark(pen, oval(x + 4, -54, size * 0.36), pen.shaded(core, 0.35), 0.5)
        for i, (turn, away) in enumerate(((20, 1.9), (110, 1.75), (165, 2.0), (230, 1.8), (310, 1.85))):
            dx, dy = math.cos(math.radians(turn)) * away * size, math.sin(math.radians(turn)) * away * size * 0.85
            mass(
                pen,
                oval(0, 0, size * 0.3, size * 0.17).turned(40 * i).moved(x + dx, -50 + dy),
                pen.mix(pen.B, core, 0.15 * i),
                rim=1,
            )
    shine(pen, body, body.bounds[0] + 22, -72, 3.4, 10, 38)


@thing(
    "bacterium",
    metres=0.2,
    box=(-92, -100, 92, 2),
    words="bacteria, microbes, bacillus, yeast",
    kinds="microbe, thing",
    slots="body",
    contact="air",
    faces="none",
    motion="drift",
)
def bacterium(pen: Pen, ask: Ask) -> None:
    """Three rods with their threads."""
    tone = pen.slot("body", pen.mix(pen.G, pen.L, 0.25))
    for x, y, turn, size, part in ((-36, -68, -24, 0.9, 0.0), (42, -62, 18, 1.0, 0.35), (-6, -24, 6, 1.05, 0.15)):
        own = pen.at(x, y, size, turn)
        colour = pen.mix(tone, pen.B, part)
        for k in (-1, 0, 1):
            own.line(
                [(-34, 3.0 * k), (-42, 6.0 * k - 3), (-49, 4.0 * k + 4), (-55, 7.0 * k)],
                pen.shaded(colour, 0.3),
                2,
                ink=0.5,
            )
        body = smooth([(-38, 0), (-30, -15), (0, -18), (30, -15), (40, 0), (30, 15), (0, 18), (-30, 15)], curve=0.8)
        mass(own, body, colour, 0.3, 0.16, 6)
        for dx, dy, r in ((-20, 2, 4), (-4, -5, 5), (12, 5, 4), (25, -3, 3)):
            mark(own, oval(dx, dy, r), pen.shaded(colour, 0.3), 0.4)
        shine(own, body, -14, -10, 2.2, 9, 82)


@thing(
    "lungs",
    metres=0.3,
    box=(-62, -100, 62, 2),
    words="lung, breathing, windpipe, respiration",
    kinds="organ, thing",
    slots="body",
    contact="air",
    faces="none",
)
def lungs(pen: Pen, ask: Ask) -> None:
    """Two lungs under the windpipe, with its branches."""
    pink = pen.slot("body", hue(pen, "pink", 0.04))
    pale = pen.mix(white(pen), pink, 0.25)
    mass(pen, tube([(0, -99), (0, -84), (0, -70)], [7, 7, 7]), pale, 0.3)
    for y in (-94, -87, -80, -73):
        pen.line([(-6, y), (6, y)], pen.shaded(pale, 0.25), 1.6, ink=0.4)
    for side in (-1, 1):
        lobe = smooth(
            [
                (side * 12, -76),
                (side * 26, -86),
                (side * 44, -68),
                (side * 56, -38),
                (side * 60, -8),
                (side * 42, -1),
                (side * 22, -12),
                (side * 12, -26),
                (side * 10, -52),
            ],
            curve=0.8,
        )
        mass(pen, lobe, pen.shaded(pink, 0.05 if side > 0 else 0.0), 0.3, 0.18, 9)
        twig = pen.shaded(pink, 0.42)
        for row in (
            ((4, -72), (16, -60), (28, -44), (34, -26)),
            ((20, -55), (34, -56), (42, -50)),
            ((28, -44), (44, -34), (50, -22)),
            ((27, -40), (24, -28), (28, -16)),
        ):
            pen.line([(side * float(x), float(y)) for x, y in row], twig, 2.8, ink=0.5)
    mass(pen, tube([(-16, -60), (0, -74), (16, -60)], [4, 6, 4]), pale, 0.25)


@thing(
    "muscle",
    metres=0.3,
    box=(-98, -100, 78, 2),
    words="muscles, biceps, strong arm, strength",
    kinds="organ, sign, thing",
    slots="body",
    faces="none",
)
def muscle(pen: Pen, ask: Ask) -> None:
    """An arm that is bent to show its muscle."""
    skin = pen.slot("body", pen.mix(hue(pen, "orange", 0.05), pen.r(0.8), 0.42))
    upper = tube([(-74, -22), (-30, -24), (12, -23), (58, -16)], [22, 20, 18, 15]) | oval(-8, -38, 32, 20)
    fore = tube([(60, -15), (48, -44), (26, -70)], [15, 15, 10])
    mass(pen, upper | fore, skin, 0.3, 0.16, 9)
    fist = smooth([(0, -76), (-6, -88), (4, -98), (20, -99), (34, -92), (36, -78), (28, -68), (10, -66)], curve=0.8)
    mass(pen, fist, pen.lighter(skin, 0.02), 0.3, 0.14, 6)
    dim = pen.shaded(skin, 0.34)
    rows = (
        ((-38, -44), (-20, -52), (6, -52), (22, -42)),
        ((36, -20), (50, -26), (52, -38)),
        ((2, -84), (12, -80), (22, -81)),
        ((4, -92), (12, -89)),
        ((14, -97), (20, -92)),
        ((22, -72), (30, -76), (33, -84)),
    )
    for row in rows:
        pen.line([(float(x), float(y)) for x, y in row], dim, 2.2, ink=0.5)


@thing(
    "blood drop",
    metres=0.1,
    box=(-48, -100, 48, 2),
    words="blood, drop of blood, blood cell, blood cells, blood donation",
    kinds="organ, thing",
    slots="blood",
    contact="air",
    faces="none",
)
def blood_drop(pen: Pen, ask: Ask) -> None:
    """A red drop with three red cells."""
    red = pen.slot("blood", hue(pen, "crimson"))
    body = smooth([(0, -99), (20, -68), (44, -36), (38, -10), (0, 0), (-38, -10), (-44, -36), (-20, -68)], curve=0.85)
    mass(pen, body, red, 0.3, 0.15, 9)
    for x, y, r, turn in ((-15, -30, 12, 20), (15, -40, 11, -25), (9, -17, 10, 10)):
        disc = oval(0, 0, r, r * 0.72).turned(turn).moved(x, y)
        mass(pen, disc, pen.lighter(red, 0.1), 0.25, rim=1.2)
        mark(pen, oval(0, 0, r * 0.5, r * 0.3).turned(turn).moved(x, y), pen.shaded(red, 0.05), 0.4)
    shine(pen, body, -17, -60, 3, 11, 26)


@thing(
    "coral",
    metres=0.7,
    box=(-82, -100, 96, 2),
    words="corals, coral branch, sea fan, anemone, sponge",
    kinds="animal, nature",
    category="nature",
    slots="first, second",
    faces="none",
)
def coral(pen: Pen, ask: Ask) -> None:
    """A branching coral between a fan and round ones."""
    red = pen.slot("first", hue(pen, "red"))
    second = pen.slot("second", pen.mix(hue(pen, "pink"), pen.L, 0.1))
    fan = pen.mix(pen.V, second, 0.3)
    for i in range(9):
        turn = math.radians(-160 + i * 13)
        pen.shape(
            tube(
                [
                    (38, 0),
                    (38 + 34 * math.cos(turn), 34 * math.sin(turn)),
                    (38 + 62 * math.cos(turn + 0.5), 66 * math.sin(turn + 0.5)),
                ],
                [4, 3.4, 3.8],
            ),
            pen.shaded(fan, 0.04 * (i % 3)),
            form=0.3,
            line=0.7,
            rim=True,
            rim_width=1.2,
        )
    for row, wide in (
        (((-22, 0), (-22, -34), (-30, -66), (-26, -95)), 7),
        (((-22, -26), (-46, -44), (-54, -72)), 5.4),
        (((-24, -46), (-4, -62), (2, -86)), 5.2),
        (((-40, -40), (-66, -48), (-74, -62)), 4.6),
        (((-28, -66), (-44, -80), (-46, -92)), 4.4),
        (((-8, -58), (16, -66)), 4),
    ):
        mass(
            pen,
            tube([(float(x), float(y)) for x, y in row], [wide, *[wide * 0.86] * (len(row) - 1)]),
            red,
            0.3,
            0.15,
            rim=1.4,
        )
    for x, y, r in ((-58, -9, 16), (58, -8, 20), (20, -8, 15), (-4, -5, 11)):
        ball = oval(x, y, r, r * 0.85) - oval(x, 26, 60, 24)
        mass(pen, ball, pen.mix(second, pen.L, 0.012 * r), 0.3, 0.16, rim=1.4)
        for k in range(5):
            mark(
                pen,
                oval(x + 0.55 * r * math.cos(k * 1.26), y - 3 + 0.4 * r * math.sin(k * 1.26), r * 0.12) & ball,
                pen.shaded(second, 0.3),
                0.3,
            )


@thing(
    "spider web",
    metres=0.9,
    box=(-70, -100, 70, 2),
    words="web, cobweb, spider's web, spiderweb, cobwebs",
    kinds="net, thing",
    slots="thread",
    faces="none",
    poses="empty, spider",
    motion="sway",
)
def spider_web(pen: Pen, ask: Ask) -> None:
    """A web between two twigs, with its spider where one is told of."""
    twig, silk = pen.natural("dark wood"), pen.slot("thread", pen.r(0.98) if not pen.dark else pen.r(0.85))
    mass(pen, tube([(-58, 1), (-62, -40), (-56, -72), (-64, -98)], [4, 3.6, 3, 2.2]), twig, 0.3)
    mass(pen, tube([(60, 1), (64, -34), (58, -70), (66, -98)], [4.2, 3.8, 3, 2]), twig, 0.3)
    mass(pen, tube([(-66, -90), (-20, -97), (24, -94), (67, -90)], [2.4, 2.2, 2, 2.2]), twig, 0.3)
    centre, ends = (
        (2.0, -48.0),
        [
            (-60, -52),
            (-59, -80),
            (-30, -94),
            (4, -94),
            (36, -92),
            (60, -72),
            (62, -44),
            (61, -16),
            (26, -4),
            (-8, -2),
            (-40, -8),
            (-59, -22),
        ],
    )
    for x, y in ends:
        pen.shape(bar(centre, (float(x), float(y)), 0.8), silk, line=0.5, shadow=0.6)
    for share in (0.18, 0.34, 0.5, 0.66, 0.82):
        row = [(centre[0] + (x - centre[0]) * share, centre[1] + (y - centre[1]) * share) for x, y in ends]
        for a, b in zip(row, [*row[1:], row[0]], strict=True):
            sag = (
                (a[0] + b[0]) / 2 + (centre[0] - (a[0] + b[0]) / 2) * 0.12,
                (a[1] + b[1]) / 2 + (centre[1] - (a[1] + b[1]) / 2) * 0.12,
            )
            pen.line([a, sag, b], silk, 1.3, ink=0.6)
    if ask.pose == "spider":
        found_thing("spider").draw(pen.at(4, -30, 0.36), Ask(pose="stand", seed=ask.seed))

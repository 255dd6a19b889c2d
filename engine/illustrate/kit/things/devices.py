"""Machines of home and office: phone, computer, camera, radio, television, robot, typewriter."""

from __future__ import annotations

import math

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.parts import bar, bars, lathe, mark, mass, white
from engine.illustrate.paint.forms import tube
from engine.illustrate.paint.path import Path, box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen
from engine.looks import Colour

# fmt: off  (outlines are rows of numbers)


def _screen(pen: Pen, path: Path, lit: bool) -> None:
    """A screen with a little landscape on it."""
    x0, y0, x1, y1 = path.bounds
    wide, tall = x1 - x0, y1 - y0
    mark(pen, path, pen.mix(pen.G, pen.r(0.85), 0.55))
    mark(
        pen,
        path
        & smooth(
            [
                (x0 - 2, y1 + 2),
                (x0 - 2, y0 + tall * 0.7),
                (x0 + wide * 0.35, y0 + tall * 0.5),
                (x1 + 2, y0 + tall * 0.8),
                (x1 + 2, y1 + 2),
            ]
        ),
        pen.V,
        0.5,
    )
    mark(pen, oval(x0 + wide * 0.7, y0 + tall * 0.3, min(wide, tall) * 0.12), pen.mix(pen.B, pen.L, 0.4), 0.4)
    if lit:
        pen.glow((x0 + x1) / 2, (y0 + y1) / 2, max(wide, tall) * 0.9, pen.mix(pen.G, pen.L, 0.5), 0.45)


@thing(
    "phone",
    metres=0.15,
    box=(-27, -100, 27, 2),
    words="smartphone, mobile, cell phone, mobile phone, screen, text message, app",
    kinds="device, tool",
    category="device",
    slots="body",
    grip=(0, -20),
    faces="none",
)
def phone(pen: Pen, ask: Ask) -> None:
    """A smartphone with two messages on it."""
    mass(pen, box(-27, -100, 54, 100, 8), pen.slot("body", pen.r(0.1)), 0.25)
    mark(pen, box(-23, -93, 46, 84, 4), pen.mix(pen.r(0.95), pen.G, 0.12))
    for x, y, wide, tone in ((-18, -84, 30, pen.G), (-8, -64, 26, pen.B), (-18, -44, 24, pen.G)):
        mass(pen, box(x, y, wide, 14, 5), tone, 0.1, rim=0)
        pen.line([(x + 5, y + 7), (x + wide - 6, y + 7)], white(pen), 2.2, ink=0.4)
    mark(pen, oval(0, -16, 4), pen.r(0.5))
    if ask.lit:
        pen.glow(0, -50, 80, pen.mix(pen.G, pen.L, 0.6), 0.5)


@thing(
    "telephone",
    metres=0.22,
    box=(-66, -100, 66, 2),
    words="old telephone, landline, rotary phone, phone call, receiver",
    kinds="phone, device, tool",
    category="device",
    slots="body",
)
def telephone(pen: Pen, ask: Ask) -> None:
    """A telephone with a dial and a receiver on its hook."""
    body = pen.slot("body", pen.A)
    mass(
        pen,
        smooth([(-28, -68), (28, -68), (40, -40), (58, -6), (54, 0), (-54, 0), (-58, -6), (-40, -40)], curve=0.45),
        body,
        0.3,
        0.18,
        10,
    )
    for x in (-20, 20):
        mass(pen, box(x - 5, -80, 10, 14, 2), pen.shaded(body, 0.2), rim=0)
    mass(
        pen,
        smooth(
            [
                (-64, -78),
                (-58, -94),
                (-34, -99),
                (34, -99),
                (58, -94),
                (64, -78),
                (52, -66),
                (38, -70),
                (34, -82),
                (-34, -82),
                (-38, -70),
                (-52, -66),
            ],
            curve=0.6,
        ),
        pen.lighter(body, 0.02),
        0.32,
    )
    pen.shape(oval(0, -34, 25), white(pen), form=0.15, line=0.8)
    for i in range(10):
        turn = math.radians(i * 30 - 30)
        mark(pen, oval(17.5 * math.cos(turn), -34 - 17.5 * math.sin(turn), 3.6), pen.r(0.15))
    mark(pen, oval(0, -34, 9), pen.mix(body, pen.B, 0.3))


@thing(
    "computer",
    metres=0.6,
    box=(-62, -100, 62, 2),
    words="desktop, monitor, personal computer, internet, website, software, email",
    kinds="device, furniture",
    category="device",
    slots="body",
    faces="none",
)
def computer(pen: Pen, ask: Ask) -> None:
    """A screen on a foot with a keyboard."""
    body = pen.slot("body", white(pen, 0.1))
    mass(pen, lathe([(8, -36), (9, -24), (26, -18), (26, -14)], 0.3), pen.shaded(body, 0.15))
    mass(pen, box(-58, -100, 116, 68, 5), body, 0.2, 0.12, 5)
    _screen(pen, box(-51, -94, 102, 52, 2), ask.lit)
    mass(pen, polygon([(-48, -12), (48, -12), (58, 0), (-58, 0)]), pen.shaded(body, 0.06), rim=1)
    for row in range(2):
        for i in range(9):
            mark(pen, box(-44 + i * 9.8 + row * -2, -10 + row * 4.6, 7.4, 3, 1), pen.r(0.3), 0.3)


@thing(
    "laptop",
    metres=0.26,
    box=(-80, -100, 80, 2),
    words="notebook computer, portable computer, code, online",
    kinds="computer, device",
    category="device",
    slots="body",
    faces="none",
)
def laptop(pen: Pen, ask: Ask) -> None:
    """An open laptop."""
    body = pen.slot("body", pen.natural("steel"))
    mass(pen, box(-60, -100, 120, 84, 5), body, 0.2, 0.12, 5)
    _screen(pen, box(-53, -93, 106, 68, 2), ask.lit)
    mass(
        pen,
        smooth([(-62, -17), (62, -17), (80, -3), (76, 0), (-76, 0), (-80, -3)], curve=0.2),
        pen.lighter(body, 0.05),
        0.2,
    )
    mark(pen, polygon([(-52, -14), (52, -14), (58, -8), (-58, -8)]), pen.r(0.25))
    mark(pen, box(-16, -6, 32, 3.4, 1), pen.shaded(body, 0.3))


@thing(
    "camera",
    metres=0.14,
    box=(-66, -100, 66, 2),
    words="photo camera, film camera, photographer, photography, video camera",
    kinds="device, tool",
    category="device",
    slots="body",
    grip=(46, -30),
)
def camera(pen: Pen, ask: Ask) -> None:
    """A camera with a big lens and a flash."""
    body = pen.slot("body", pen.mix(pen.natural("fur"), pen.A, 0.2))
    mass(pen, polygon([(-22, -80), (-14, -99), (18, -99), (26, -80)]), pen.natural("steel"), 0.25)
    mark(pen, box(-8, -95, 20, 10, 1), pen.lit, 0.6)
    mass(pen, box(-56, -88, 18, 10, 2), pen.natural("iron"), rim=0)
    mass(pen, box(-64, -80, 128, 80, 8), pen.natural("steel"), 0.2, 0.12, 6)
    mass(pen, box(-64, -62, 128, 44, 1), body, 0.2, rim=0)
    for r, tone in (
        (33, pen.natural("iron")),
        (25, pen.r(0.2)),
        (18, pen.mix(pen.G, pen.r(0.1), 0.35)),
        (9, pen.r(0.03)),
    ):
        mass(pen, oval(0, -41, r), tone, 0.2, rim=1 if r > 20 else 0)
    mark(pen, oval(-8, -49, 4, 3), pen.r(1.0), 0, 0.8)
    mark(pen, oval(50, -70, 4), pen.A)


@thing(
    "radio",
    metres=0.25,
    box=(-72, -100, 72, 2),
    words="wireless, radio set, transistor, music player, loudspeaker, speaker, broadcast",
    kinds="device, furniture",
    category="device",
    slots="body",
    faces="none",
    grip=(0, -84),
)
def radio(pen: Pen, ask: Ask) -> None:
    """An old radio with a grille, a dial and an aerial."""
    body = pen.slot("body", pen.natural("wood"))
    pen.shape(bar((46, -76), (66, -99), 1.4), pen.natural("steel"), line=0.6)
    pen.line([(-38, -78), (-34, -92), (26, -92), (30, -78)], pen.natural("iron"), 4, ink=0.6, curve=0.4)
    mass(pen, box(-70, -78, 140, 76, 10), body, 0.25, 0.18, 8)
    mark(pen, oval(-30, -42, 28), pen.mix(white(pen, 0.3), pen.natural("straw"), 0.4), 0.8)
    for i in range(-3, 4):
        half = 26 * math.sqrt(max(0.0, 1 - (i * 7 / 28) ** 2))
        pen.line([(-30 - half, -42 + i * 7), (-30 + half, -42 + i * 7)], pen.natural("dark wood"), 2, ink=0.4)
    mark(pen, box(10, -68, 50, 22, 3), pen.lit if ask.lit else pen.mix(pen.L, white(pen), 0.5), 0.7)
    for x in (18, 26, 34, 42, 50):
        pen.line([(x, -64), (x, -56)], pen.r(0.2), 1.4, ink=0.4)
    pen.line([(38, -67), (38, -48)], pen.A, 1.8)
    for x in (22, 48):
        mass(pen, oval(x, -24, 10), pen.natural("brass"))
        mark(pen, bar((x, -24), (x + 4, -31), 1.2), pen.r(0.1))
    for x in (-54, 54):
        mass(pen, box(x - 6, -3, 12, 4, 1), pen.natural("iron"), rim=0)


@thing(
    "television",
    metres=0.7,
    box=(-64, -100, 64, 2),
    words="tv, tv set, telly, old television",
    kinds="device, furniture",
    category="device",
    slots="body",
    faces="none",
)
def television(pen: Pen, ask: Ask) -> None:
    """An old television with an aerial."""
    body = pen.slot("body", pen.natural("wood"))
    bars(pen, [((0, -78), (-24, -99)), ((0, -78), (26, -99))], 1.3, pen.natural("steel"))
    bars(pen, [((-40, -14), (-50, 0)), ((40, -14), (50, 0))], 3, pen.natural("dark wood"))
    mass(pen, oval(0, -79, 10, 5), pen.natural("iron"), rim=0)
    mass(pen, box(-62, -78, 124, 68, 8), body, 0.25, 0.15, 7)
    mass(pen, box(-55, -71, 84, 54, 12), pen.r(0.15), rim=0)
    _screen(pen, box(-51, -67, 76, 46, 10), ask.lit)
    for y in (-60, -42):
        mass(pen, oval(45, y, 8), pen.natural("brass"), rim=1)
        pen.line([(45, y), (45, y - 6)], pen.r(0.1), 1.6)
    for y in (-29, -24, -19):
        pen.line([(37, y), (53, y)], pen.shaded(body, 0.5), 1.8, ink=0.4)


@thing(
    "robot",
    metres=1.3,
    box=(-44, -100, 44, 2),
    words="android, artificial intelligence, automaton, bot",
    kinds="toy, device",
    category="device",
    slots="body",
    faces="none",
)
def robot(pen: Pen, ask: Ask) -> None:
    """A friendly tin robot."""
    body, iron = pen.slot("body", pen.mix(pen.G, pen.natural("steel"), 0.5)), pen.natural("iron")
    pen.line([(0, -88), (0, -96)], iron, 2)
    mass(pen, oval(0, -97, 3.2), pen.A, rim=0)
    for side in (-1, 1):
        mass(pen, tube([(side * 22, -52), (side * 36, -44), (side * 38, -28)], [4, 4, 4]), iron)
        mass(pen, oval(side * 38, -24, 5.6), body)
        mass(pen, box(side * 13 - 3, -20, 6, 14, 1), iron)
        _roller(pen, side * 13.0, ask.options.get("wheel") == "broken" and side > 0)
    mass(pen, box(-24, -58, 48, 42, 5), body, 0.28)
    mass(pen, box(-14, -50, 28, 18, 2), white(pen), rim=0)
    for x, tone in ((-8, pen.A), (0, pen.B), (8, pen.V)):
        mark(pen, oval(x, -44, 3), tone)
    pen.line([(-10, -36), (-4, -39), (2, -35), (10, -38)], pen.r(0.1), 1.4)
    mass(pen, box(-6, -63, 12, 7), iron, rim=0)
    mass(pen, box(-20, -89, 40, 27, 6), body, 0.28)
    for x in (-9, 9):
        mark(pen, oval(x, -77, 6), pen.lit, 0.7)
        mark(pen, oval(x + 1, -77, 2.4), pen.r(0.03), 0)
    pen.line([(-8, -67), (0, -65), (8, -67)], pen.r(0.08), 1.8)


def _roller(pen: Pen, x: float, broken: bool) -> None:
    """A wheel of the robot; a broken one has lost a piece of its rim, which lies beside."""
    rubber, steel = pen.natural("rubber"), pen.natural("steel")
    tyre, gap = oval(x, -8.5, 9.5), polygon([(x + 1, -8), (x + 5, -22), (x + 16, -16), (x + 14, -2)])
    mass(pen, tyre - gap if broken else tyre, rubber, 0.3)
    mark(pen, oval(x, -8.5, 5.6) - gap if broken else oval(x, -8.5, 5.6), steel, 0.5)
    for turn in (0, 60, 120):
        a, b = 5 * math.cos(math.radians(turn)), 5 * math.sin(math.radians(turn))
        pen.line([(x - a, -8.5 - b), (x, -8.5) if broken else (x + a, -8.5 + b)], pen.natural("iron"), 1.1, ink=0.4)
    if broken:
        mass(pen, polygon([(x + 13, -1), (x + 17, -8), (x + 23, -7), (x + 25, 0)]), rubber, 0.3)
        pen.line([(x - 4, -14), (x - 1, -9), (x - 6, -6), (x - 3, -1)], pen.r(0.95), 1.2, ink=0.5)


@thing(
    "typewriter",
    metres=0.3,
    box=(-66, -100, 66, 2),
    words="typing machine, typist, old typewriter, script",
    kinds="device, tool",
    category="device",
    slots="body",
    faces="none",
)
def typewriter(pen: Pen, ask: Ask) -> None:
    """A typewriter with a sheet in it."""
    body: Colour = pen.slot("body", pen.mix(pen.G, pen.r(0.2), 0.2))
    mass(pen, box(-32, -99, 64, 50, 1), white(pen), 0.1, 0.06)
    for y in (-90, -82, -74):
        pen.line([(-24, y), (22 - (y == -74) * 20, y)], pen.r(0.2), 1.8, ink=0.5)
    mass(pen, box(-62, -66, 124, 12, 6), pen.natural("iron"))
    mass(
        pen,
        smooth([(-44, -58), (44, -58), (52, -34), (64, -6), (60, 0), (-60, 0), (-64, -6), (-52, -34)], curve=0.25),
        body,
        0.28,
        0.15,
        8,
    )
    mark(pen, smooth([(-26, -54), (26, -54), (20, -42), (-20, -42)], curve=0.5), pen.r(0.06))
    for row in range(3):
        for i in range(8):
            mark(pen, oval(-40 - row * 2 + i * (11.4 + row * 0.6), -32 + row * 10, 3.8, 3), white(pen), 0.6)

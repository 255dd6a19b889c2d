"""What tells the time: clocks, watch, timer, hourglass, sundial."""

from __future__ import annotations

import math
import re

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.parts import bar, bars, ink_of, lathe, mark, mass, ring, shine, white
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen
from engine.looks import Colour

# fmt: off  (outlines are rows of numbers)


def _dial(
    pen: Pen, x: float, y: float, r: float, hour: float, minute: float, ticks: int = 12, face: Colour | None = None
) -> None:
    """A clock's face; hands are given in degrees from the top."""
    calm = pen.calm(0.4)
    calm.shape(oval(x, y, r), face or white(pen), form=0.14, form_width=r * 0.14, line=0.8, shadow=0.6)
    for i in range(ticks):
        turn = math.radians(i * 360 / ticks)
        a, b = r * (0.74 if i % 3 == 0 else 0.82), r * 0.92
        calm.line(
            [(x + a * math.sin(turn), y - a * math.cos(turn)), (x + b * math.sin(turn), y - b * math.cos(turn))],
            ink_of(pen),
            max(r * 0.05, 0.8),
            ink=0.5,
        )
    for turn, size, width in ((hour, 0.48, 0.09), (minute, 0.7, 0.06)):
        to = (x + r * size * math.sin(math.radians(turn)), y - r * size * math.cos(math.radians(turn)))
        calm.line([(x, y), to], pen.r(0.06), max(r * width, 1.0), ink=0.6)
    mark(calm, oval(x, y, r * 0.08), pen.A)


def _hands(ask: Ask, hour: float, minute: float) -> tuple[float, float]:
    """The angles of both hands for the hour that is told, or the usual ones."""
    told = ask.options.get("hour", "")
    if not re.fullmatch(r"\d+(\.\d+)?", told):
        return hour, minute
    return float(told) % 12 * 30, float(told) % 1 * 360


@thing(
    "clock",
    metres=0.35,
    box=(-50, -100, 50, 2),
    words="wall clock, time, o'clock, midnight, hour, hours, minutes, minute",
    kinds="tool, thing",
    slots="rim",
    contact="wall",
    faces="none",
    motion="still",
)
def clock(pen: Pen, ask: Ask) -> None:
    """A round wall clock."""
    mass(pen, oval(0, -50, 49), pen.slot("rim", pen.mix(pen.G, pen.r(0.15), 0.1)), 0.3)
    _dial(pen, 0, -50, 41, *_hands(ask, 305, 60))


@thing(
    "alarm clock",
    metres=0.16,
    box=(-48, -100, 48, 2),
    words="bedside clock, wake up, ringing clock, morning alarm, alarm",
    kinds="clock, tool, thing",
    slots="body",
    faces="none",
)
def alarm_clock(pen: Pen, ask: Ask) -> None:
    """An alarm clock with two bells."""
    body, brass = pen.slot("body", pen.A), pen.natural("brass")
    bars(pen, [((-24, -14), (-34, 0)), ((24, -14), (34, 0))], 3.6, pen.natural("iron"))
    for side in (-1, 1):
        mass(pen, (oval(0, 0, 19) & box(-20, -20, 40, 20)).turned(side * 36).moved(side * 25, -78), brass, 0.3)
    pen.line([(-9, -92), (-9, -99), (9, -99), (9, -92)], pen.natural("iron"), 3, ink=0.6, curve=0.4)
    pen.shape(bar((0, -82), (0, -93), 2.4), pen.natural("iron"), line=0.7)
    mass(pen, oval(0, -46, 43), body, 0.3)
    _dial(pen, 0, -46, 34, *_hands(ask, 210, 0))


@thing(
    "timer",
    metres=0.1,
    box=(-50, -100, 50, 2),
    words="kitchen timer, stopwatch, countdown, egg timer, two and a half minutes",
    kinds="clock, tool, thing",
    slots="body",
    faces="none",
    grip=(0, -20),
)
def timer(pen: Pen, ask: Ask) -> None:
    """A kitchen timer with a turning knob."""
    body = pen.slot("body", pen.mix(pen.G, pen.r(0.75), 0.3))
    shape = smooth([(-46, -2), (-48, -40), (-40, -78), (0, -94), (40, -78), (48, -40), (46, -2)], curve=0.6)
    mass(pen, shape, body, 0.28, 0.15, 8)
    shine(pen, shape, -38, -24, 3, 10, 20)
    pen.shape(oval(0, -48, 34), white(pen), form=0.15, form_width=5, line=0.8)
    for i in range(12):
        turn = math.radians(i * 30)
        pen.line(
            [(26 * math.sin(turn), -48 - 26 * math.cos(turn)), (31 * math.sin(turn), -48 - 31 * math.cos(turn))],
            ink_of(pen),
            2,
            ink=0.5,
        )
    wedge = [
        (0.0, -48.0),
        *((24 * math.sin(math.radians(a)), -48 - 24 * math.cos(math.radians(a))) for a in range(0, 76, 15)),
    ]
    mark(pen, polygon(wedge), pen.A)
    mass(pen, box(-6, -70, 12, 44, 6).moved(0, 48).turned(75).moved(0, -48), pen.shaded(white(pen), 0.12), 0.3)
    mark(pen, polygon([(-6, -100), (6, -100), (0, -84)]), pen.A, 0.7)


@thing(
    "watch",
    metres=0.08,
    box=(-32, -100, 32, 2),
    words="pocket watch, wristwatch, gold watch",
    kinds="clock, thing",
    slots="case",
    contact="held",
    faces="none",
    grip=(0, -94),
)
def watch(pen: Pen, ask: Ask) -> None:
    """A pocket watch on its chain."""
    gold = pen.slot("case", pen.natural("brass"))
    for i, x in enumerate((-6, 3, -3, 4)):
        pen.line(oval(x, -82 - i * 4.6, 3.4, 2.6), gold, 1.5, ink=0.6)
    pen.line(ring(0, -70, 7, 0.5), gold, 2.6, ink=0.6)
    mass(pen, box(-4.5, -68, 9, 9, 2), gold, rim=0)
    mass(pen, oval(0, -31, 31), gold, 0.32)
    _dial(pen, 0, -31, 25, 300, 60)


@thing(
    "grandfather clock",
    metres=2.1,
    box=(-27, -100, 27, 2),
    words="tall clock, standing clock, pendulum, pendulum clock",
    kinds="clock, furniture, thing",
    category="furniture",
    slots="wood",
    faces="none",
)
def grandfather_clock(pen: Pen, ask: Ask) -> None:
    """A tall clock with its pendulum."""
    wood, brass = pen.slot("wood", pen.natural("dark wood")), pen.natural("brass")
    mass(
        pen,
        smooth([(-25, -88), (-20, -95), (-7, -97), (0, -100), (7, -97), (20, -95), (25, -88)], curve=0.5),
        wood,
        0.25,
    )
    mass(pen, box(-22, -90, 44, 34, 1), wood, 0.25)
    mass(pen, box(-17, -58, 34, 42), wood, 0.25)
    mark(pen, box(-11, -54, 22, 34, 1), pen.shaded(wood, 0.55), 0.6)
    pen.line([(0, -54), (2, -32)], brass, 1.6, ink=0.5)
    mass(pen, oval(2, -30, 6), brass, rim=1)
    mass(pen, box(-24, -18, 48, 18, 1), wood, 0.25)
    mass(pen, box(-26, -20, 52, 4, 1), pen.lighter(wood, 0.06), rim=0)
    mark(pen, box(-17, -13, 34, 9, 1), pen.shaded(wood, 0.25), 0.6)
    _dial(pen, 0, -74, 14, 335, 350)


@thing(
    "hourglass",
    metres=0.3,
    box=(-34, -100, 34, 2),
    words="sandglass, sand timer, sand clock, waiting, patience",
    kinds="timer, clock, thing",
    slots="sand, wood",
    faces="none",
    grip=(0, -50),
)
def hourglass(pen: Pen, ask: Ask) -> None:
    """A sandglass, half run out."""
    wood, sand = pen.slot("wood", pen.natural("wood")), pen.slot("sand", pen.B)
    glass = smooth(
        [
            (-24, -91),
            (24, -91),
            (23, -74),
            (4, -52),
            (4, -48),
            (23, -26),
            (24, -9),
            (-24, -9),
            (-23, -26),
            (-4, -48),
            (-4, -52),
            (-23, -74),
        ],
        curve=0.5,
    )
    mass(pen, glass, pen.mix(pen.natural("glass"), pen.r(1.0), 0.5), 0.15, 0.05)
    mark(
        pen,
        glass & smooth([(-19, -72), (0, -66), (19, -72), (3.4, -53), (2, -48), (-2, -48), (-3.4, -53)], curve=0.3),
        sand,
    )
    mark(pen, box(-1, -50, 2, 36), sand, 0)
    mark(pen, glass & smooth([(-26, -8), (-20, -20), (0, -34), (20, -20), (26, -8)], curve=0.7), sand)
    shine(pen, glass, -15, -80, 2, 7, 6)
    for x in (-28, 28):
        mass(pen, lathe([(2.4, -92), (3.6, -50), (2.4, -8)], 0.8).moved(x, 0), wood, 0.35, rim=1)
    for y in (-100, -9):
        mass(pen, box(-34, y, 68, 10, 3), wood, 0.25)


@thing(
    "sundial",
    metres=1.0,
    box=(-56, -100, 56, 2),
    words="sun dial, shadow clock, ancient clock",
    kinds="clock, monument",
    slots="stone",
    faces="none",
)
def sundial(pen: Pen, ask: Ask) -> None:
    """A sundial on a pillar."""
    stone = pen.slot("stone", pen.natural("stone"))
    mass(pen, lathe([(26, -56), (15, -48), (13, -16), (24, -7), (28, 0)], 0.4), stone, 0.35)
    mass(pen, oval(0, -58, 54, 17), pen.shaded(stone, 0.2), 0.2)
    pen.shape(oval(0, -62, 54, 17), pen.lighter(stone, 0.08), form=0.1, rim=True, rim_width=1.5)
    for i in range(12):
        turn = math.radians(i * 30)
        pen.line(
            [(42 * math.sin(turn), -62 - 12.6 * math.cos(turn)), (49 * math.sin(turn), -62 - 15 * math.cos(turn))],
            pen.shaded(stone, 0.6),
            2.2,
            ink=0.5,
        )
    mark(pen, polygon([(0, -60), (34, -55), (34, -58)]), pen.shaded(stone, 0.6), 0)
    mass(pen, polygon([(-30, -62), (2, -99), (6, -61)]), pen.natural("brass"), 0.3)

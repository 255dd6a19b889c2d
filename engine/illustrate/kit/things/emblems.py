"""Paper forms for ideas: arrow, charts, marks, bubbles, wheel."""

from __future__ import annotations

import math

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.parts import bar, mark, mass, ring, white
from engine.illustrate.paint.forms import tube
from engine.illustrate.paint.path import Path, box, oval, polygon
from engine.illustrate.paint.pen import Pen

# fmt: off  (outlines are rows of numbers)


@thing(
    "arrow",
    metres=0.5,
    box=(-80, -100, 80, 2),
    words="pointer, direction arrow, forward, cause, effect, progress, gravity",
    kinds="sign, thing",
    slots="body",
    contact="air",
    poses="right, up, down",
)
def arrow(pen: Pen, ask: Ask) -> None:
    """A thick paper arrow."""
    turn = {"up": -90.0, "down": 90.0}.get(ask.pose, 0.0)
    size = 0.62 if turn else 1.0
    shape = (
        polygon([(-78, -19), (16, -19), (16, -49), (78, 0), (16, 49), (16, 19), (-78, 19)])
        .scaled(size)
        .turned(turn)
        .moved(0, -50)
    )
    mass(pen, shape, pen.slot("body", pen.A), 0.2, 0.12, 6)


@thing(
    "growth chart",
    metres=0.8,
    box=(-66, -100, 72, 2),
    words="statistics, data, increase, percent, economy, result, results",
    kinds="sign, thing",
    slots="first, second, third",
    faces="right",
    poses="rising, falling",
)
def growth_chart(pen: Pen, ask: Ask) -> None:
    """Four paper bars and an arrow over them."""
    heights = (26, 42, 60, 80)
    tones = (
        pen.slot("first", pen.G),
        pen.slot("second", pen.B),
        pen.slot("third", pen.A),
        pen.mix(pen.A, pen.r(0.1), 0.2),
    )
    falling = ask.pose == "falling"
    for i, (tall, tone) in enumerate(zip(reversed(heights) if falling else heights, tones, strict=True)):
        mass(pen, box(-58 + i * 30, -tall - 3, 23, tall, 1), tone, 0.2, 0.12, 4)
    mass(pen, box(-66, -4, 132, 5, 1), pen.r(0.2), rim=0)
    row = [(-52, -99), (-14, -80), (20, -66), (56, -44)] if falling else [(-52, -46), (-14, -64), (20, -80), (52, -95)]
    pen.line([(float(x), float(y)) for x, y in row], pen.r(0.15), 3.4, ink=0.6)
    x, y = row[-1]
    mark(
        pen,
        polygon([(-10, -8), (8, 0), (-10, 8)]).turned(32 if falling else -26).moved(x + 6, y + (4 if falling else 0)),
        pen.r(0.15),
        0.6,
    )


@thing(
    "pie chart",
    metres=0.6,
    box=(-52, -100, 56, 2),
    words="share, proportion, percentage, fraction, half, quarter, slice of the whole",
    kinds="growth chart, sign, thing",
    slots="first, second, third",
    contact="air",
    faces="none",
)
def pie_chart(pen: Pen, ask: Ask) -> None:
    """A disc in three parts, one drawn out."""
    for a, b, tone, out in (
        (-90, 30, pen.slot("first", pen.A), 6),
        (30, 190, pen.slot("second", pen.G), 0),
        (190, 270, pen.slot("third", pen.B), 0),
    ):
        middle = math.radians((a + b) / 2)
        arc = [
            (47 * math.cos(math.radians(a + (b - a) * i / 16)), 47 * math.sin(math.radians(a + (b - a) * i / 16)))
            for i in range(17)
        ]
        mass(
            pen, polygon([(0, 0), *arc]).moved(out * math.cos(middle), -49 + out * math.sin(middle)), tone, 0.2, 0.12, 5
        )


@thing(
    "question mark",
    metres=0.5,
    box=(-34, -100, 34, 2),
    words="question, why, doubt, mystery, unknown, puzzle, riddle, curiosity",
    kinds="sign, thing",
    slots="body",
    contact="air",
    faces="none",
)
def question_mark(pen: Pen, ask: Ask) -> None:
    """A cut-out question mark."""
    red = pen.slot("body", pen.A)
    shape = tube(
        [(-24, -72), (-18, -86), (0, -91), (18, -84), (22, -68), (12, -54), (1, -44), (0, -30)],
        [9, 9, 9, 9, 9, 9, 9, 8.4],
    )
    mass(pen, shape, red, 0.22, 0.12, 5)
    mass(pen, oval(0, -10, 10), red, 0.22, 0.12)


@thing(
    "check mark",
    metres=0.4,
    box=(-58, -100, 58, 2),
    words="tick, correct, yes, done, solution, answer, true",
    kinds="sign, thing",
    slots="body",
    contact="air",
    poses="yes, no",
    faces="none",
)
def check_mark(pen: Pen, ask: Ask) -> None:
    """A tick, or a cross for no."""
    if ask.pose == "no":
        cross = (bar((-40, 0), (40, 0), 12) | bar((0, -40), (0, 40), 12)).scaled(1.2).turned(45).moved(0, -50)
        mass(pen, cross, pen.slot("body", pen.A), 0.22, 0.12, 6)
        return
    mass(
        pen,
        polygon([(-56, -42), (-40, -58), (-17, -34), (40, -98), (57, -82), (-17, -3)]),
        pen.slot("body", pen.V),
        0.22,
        0.12,
        6,
    )


@thing(
    "speech bubble",
    metres=0.6,
    box=(-72, -100, 72, 2),
    words="speech, conversation, dialogue, talk, quote, thought bubble, words, language",
    kinds="sign, thing",
    slots="body",
    contact="air",
    poses="speech, thought",
    faces="right",
)
def speech_bubble(pen: Pen, ask: Ask) -> None:
    """A bubble for words, or for a thought."""
    tone = pen.slot("body", white(pen, 0.05))
    if ask.pose == "thought":
        made: Path = oval(0, -62, 54, 30)
        for x, y, r in (
            (-44, -70, 24),
            (-22, -80, 20),
            (14, -80, 20),
            (42, -70, 24),
            (-34, -50, 22),
            (34, -50, 22),
            (0, -48, 24),
        ):
            made = made | oval(x, y, r, r * 0.95)
        mass(pen, made, tone, 0.15, 0.08, 5)
        mass(pen, oval(-34, -16, 9, 7), tone, 0.15, rim=1)
        mass(pen, oval(-46, -4, 5, 4), tone, 0.15, rim=1)
    else:
        mass(pen, box(-70, -99, 140, 76, 26) | polygon([(-44, -34), (-52, 0), (-10, -28)]), tone, 0.15, 0.08, 6)
    for x in (-26, 0, 26):
        mark(pen, oval(x, -61, 7), pen.G, 0.5)


@thing(
    "cross",
    metres=0.5,
    box=(-34, -100, 34, 2),
    words="crucifix, holy cross, christian, faith, religion",
    kinds="sign, monument, thing",
    slots="body",
    faces="none",
)
def cross(pen: Pen, ask: Ask) -> None:
    """A wooden cross."""
    mass(pen, box(-8, -100, 16, 100, 2) | box(-34, -76, 68, 16, 2), pen.slot("body", pen.natural("wood")), 0.3, 0.18, 4)


@thing(
    "dharma wheel",
    metres=0.5,
    box=(-50, -100, 50, 2),
    words="dharma, ashoka chakra, chakra, hinduism, buddhism, meditation, karma",
    kinds="sign, ornament, thing",
    slots="body",
    contact="air",
    faces="none",
)
def dharma_wheel(pen: Pen, ask: Ask) -> None:
    """A wheel with eight spokes."""
    gold = pen.slot("body", pen.mix(pen.natural("brass"), pen.B, 0.4))
    made: Path = ring(0, -50, 43, 8) | ring(0, -50, 14, 6)
    for i in range(4):
        turn = math.radians(i * 45)
        x, y = math.cos(turn), math.sin(turn)
        made = (
            made
            | bar((x * 12, -50 + y * 12), (x * 40, -50 + y * 40), 2.6)
            | bar((-x * 12, -50 - y * 12), (-x * 40, -50 - y * 40), 2.6)
        )
    for i in range(8):
        turn = math.radians(i * 45)
        made = made | oval(44 * math.cos(turn), -50 + 44 * math.sin(turn), 5)
    mass(pen, made, gold, 0.3, 0.15, 4)
    mark(pen, oval(0, -50, 5), pen.A)

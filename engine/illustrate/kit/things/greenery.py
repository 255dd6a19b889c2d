"""What plants share: the green of the season, petals, leaves, stems. Declares nothing."""

from __future__ import annotations

import math

from engine.illustrate.kit.registry import Ask
from engine.illustrate.kit.things.parts import mass
from engine.illustrate.paint.forms import leaf, tube
from engine.illustrate.paint.path import Path, smooth
from engine.illustrate.paint.pen import Pen
from engine.looks import Colour

# fmt: off  (outlines are rows of numbers)


def green_of(pen: Pen, ask: Ask, darker: float = 0.12) -> Colour:
    """The leaf green of this season, or the slot's colour; `darker` draws it to the ramp."""
    base = pen.mix(pen.V, pen.r(0.25), darker)
    return pen.slot("leaves", pen.mix(base, pen.B, 0.55) if ask.season == "autumn" else base)


def petal(length: float, half: float, tip: float = 0.75) -> Path:
    """A petal that points up from the origin, broadest at `tip` of its length."""
    return smooth([(0, 0), (half, -length * tip), (0, -length), (-half, -length * tip)], curve=0.95)


def stem(pen: Pen, row: list[tuple[float, float]], colour: Colour, half: float = 2.0) -> None:
    """A tapering stem along points."""
    pen.shape(
        tube(row, [half * (1 - 0.35 * i / (len(row) - 1)) for i in range(len(row))]), colour, form=0.3, shadow=0.6
    )


def blade(pen: Pen, x: float, y: float, length: float, width: float, turn: float, colour: Colour) -> None:
    """A leaf with its vein, from (x, y); turn -90 points up."""
    mass(pen, leaf(length, width).turned(turn).moved(x, y), colour, 0.3, 0.12, rim=1, shadow=0.7)
    dx, dy = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    tip = (x + dx * length * 0.85, y + dy * length * 0.85)
    pen.line(
        [(x + dx * length * 0.08, y + dy * length * 0.08), tip],
        pen.shaded(colour, 0.3),
        max(length * 0.022, 0.6),
        ink=0.4,
    )

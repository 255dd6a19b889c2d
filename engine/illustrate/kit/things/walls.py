"""What buildings share: colours of plaster and roofs, gables, doors, pennants, battlements. Declares nothing."""

from __future__ import annotations

from engine.illustrate.kit.things.parts import mass
from engine.illustrate.paint.path import Path, box, polygon
from engine.illustrate.paint.pen import Pen
from engine.looks import Colour

# fmt: off  (outlines are rows of numbers)


def plaster(pen: Pen) -> Colour:
    """The plaster of walls, or the slot's colour."""
    return pen.slot("wall", pen.mix(pen.natural("bone"), pen.B, 0.16))


def roof_colour(pen: Pen, name: str = "roof") -> Colour:
    """The colour of roofs, darker at night."""
    return pen.slot(name, pen.mix(pen.A, pen.r(0.1), 0.15 if not pen.dark else 0.4))


def gable(pen: Pen, x: float, y: float, half: float, tall: float, colour: Colour, eave: float = 6) -> None:
    """A triangle of roof over a wall of that half width, its eaves at y."""
    mass(pen, polygon([(x - half - eave, y), (x, y - tall), (x + half + eave, y)]), colour, 0.3, 0.15)


def doorway(pen: Pen, path: Path, colour: Colour) -> None:
    """A door or opening in a wall."""
    pen.shape(path, colour, form=0.3, line=0.8, shadow=0.5)


def pennant(pen: Pen, x: float, y: float, tall: float, colour: Colour) -> None:
    """A little flag on a staff that ends at y - tall."""
    pen.line([(x, y), (x, y - tall)], pen.natural("dark wood"), 1.2, ink=0.6)
    flag = polygon([(x, y - tall), (x + tall * 0.9, y - tall * 0.8), (x, y - tall * 0.5)])
    pen.shape(flag, colour, shadow=0.4, line=0.7)


def battlement(x: float, y: float, wide: float, tall: float, teeth: int) -> Path:
    """A wall top with teeth, its lower edge at y."""
    made, step = box(x, y - tall * 0.5, wide, tall * 0.5), wide / (teeth * 2 - 1)
    for i in range(teeth):
        made = made | box(x + i * 2 * step, y - tall, step, tall * 0.6)
    return made

"""What one sits on aboard: a bus seat, a train bench, and the driver's seat with wheel and dashboard.

Declares things; their seats are as high as a sitting person's hip. Example: `found_thing("bus seat").seat`.
"""

from __future__ import annotations

import math

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.parts import bar, bars, mark, mass, ring
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen
from engine.looks import Colour

# fmt: off  (outlines are rows of numbers)


def _padded(pen: Pen, cloth: Colour, metal: Colour) -> None:
    """A seat seen from the side, looking right: foot, padded back, cushion."""
    mass(pen, box(-12, -31, 24, 31), pen.mix(metal, pen.r(0.2), 0.4), rim=0)
    mass(pen, box(-26, -5, 50, 6, 2), metal, rim=0)
    mass(pen, smooth([(-27, -30), (-39, -90), (-33, -100), (-21, -96), (-11, -32)], curve=0.5), cloth, 0.35)
    mass(
        pen, smooth([(-28, -37), (28, -40), (36, -34), (30, -25), (-26, -24)], curve=0.5), pen.lighter(cloth, 0.02), 0.3
    )


@thing(
    "bus seat",
    metres=1.1,
    box=(-46, -100, 38, 2),
    words="bus bench, passenger seat, tram seat, coach seat",
    kinds="chair, furniture",
    category="furniture",
    slots="cloth",
    seat=(0, -35),
)
def bus_seat(pen: Pen, ask: Ask) -> None:
    """A padded bus seat with a handle on its back."""
    cloth = pen.slot("cloth", pen.mix(pen.G, pen.r(0.35), 0.1))
    pen.line([(-37, -80), (-45, -93), (-35, -98)], pen.mix(pen.B, pen.natural("brass"), 0.3), 4, ink=0.5)
    _padded(pen, cloth, pen.natural("iron"))
    mark(
        pen, smooth([(-33, -78), (-36, -90), (-24, -92), (-20, -80)], curve=0.4), pen.mix(cloth, pen.r(0.9), 0.25), 0.4
    )


@thing(
    "train seat",
    metres=1.1,
    box=(-44, -100, 38, 2),
    words="train bench, compartment seat, railway seat",
    kinds="chair, furniture",
    category="furniture",
    slots="cloth",
    seat=(0, -35),
)
def train_seat(pen: Pen, ask: Ask) -> None:
    """An upholstered bench with a wooden side and an arm rest."""
    cloth, wood = pen.slot("cloth", pen.mix(pen.V, pen.r(0.2), 0.25)), pen.natural("dark wood")
    _padded(pen, cloth, wood)
    for i in range(3):
        mark(pen, oval(-31 + 4 * i, -84 + 17 * i, 2), pen.shaded(cloth, 0.35), 0.4)
    mass(pen, bar((-22, -54), (16, -53), 3.4), wood)
    mass(pen, bar((14, -53), (16, -36), 2.6), wood)


@thing(
    "driver's seat",
    metres=1.25,
    box=(-44, -100, 83, 2),
    words="driving seat, cab seat, driver seat, steering wheel",
    kinds="chair, furniture, wheel",
    category="furniture",
    slots="cloth, board",
    seat=(-8, -33),
)
def drivers_seat(pen: Pen, ask: Ask) -> None:
    """A driver's seat before a dashboard with its dials, the steering wheel and a lever."""
    cloth, board = (
        pen.slot("cloth", pen.mix(pen.A, pen.r(0.2), 0.35)),
        pen.slot("board", pen.mix(pen.G, pen.r(0.16), 0.4)),
    )
    _padded(pen.at(-6, 0, 0.94), cloth, pen.natural("iron"))
    bars(pen, [((74, -54), (68, -98))], 2.4, pen.natural("iron"))
    mass(pen, smooth([(41, 0), (45, -38), (39, -54), (48, -62), (78, -58), (81, 0)], curve=0.35), board, 0.3)
    for x in (51, 61, 71):
        mark(pen, oval(x, -49, 4), pen.lit if ask.lit else pen.r(0.95), 0.6)
        turn = math.radians(-120 + x * 2)
        pen.line([(x, -49), (x + 3 * math.cos(turn), -49 + 3 * math.sin(turn))], pen.r(0.1), 1, ink=0.4)
    mass(pen, bar((48, -28), (31, -51), 2.4), pen.natural("iron"))
    mass(pen, ring(0, 0, 6, 3.2, 18).turned(-24).moved(27, -54), pen.r(0.1), 0.2)
    mass(pen, bar((30, 0), (37, -20), 1.8), pen.natural("steel"))
    mass(pen, oval(38, -22, 3.6), pen.r(0.12))
    mark(pen, polygon([(43, -8), (80, -8), (80, -3), (42, -3)]), pen.shaded(board, 0.4), 0.4)
    if ask.lit:
        pen.glow(61, -52, 40, pen.B, 0.4)

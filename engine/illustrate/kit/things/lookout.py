"""What stands on heights and quays: an iron railing, the lamp room of a lighthouse, a bell on its post, a launch tower.

Declares things; see the package's README for units. Example: `found_thing("lighthouse lamp").metres` is 3.2.
"""

from __future__ import annotations

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.parts import bar, bars, mark, mass, white
from engine.illustrate.kit.things.sacred import greek_temple as draw_columns
from engine.illustrate.kit.things.treasure import bell as draw_bell
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen

# fmt: off  (outlines are rows of numbers)


@thing(
    "railing",
    metres=1.0,
    box=(-200, -100, 200, 2),
    words="iron railing, guard rail, ship's rail, balcony, parapet, balustrade",
    kinds="wall",
    category="building",
    slots="metal",
    faces="none",
)
def railing(pen: Pen, ask: Ask) -> None:
    """An iron railing with a broad hand rail and thin bars."""
    iron = pen.slot("metal", pen.mix(pen.natural("iron"), pen.r(0.12), 0.4))
    calm = pen.calm(0.4)
    for i in range(20):
        x = -191 + i * 20.1
        calm.line([(x, -92), (x, -2)], iron, 3.2, curve=0, ink=0.5)
    mass(calm, box(-200, -54, 400, 5, 1), iron, 0.2, rim=1)
    mass(calm, box(-200, -8, 400, 8, 1), pen.shaded(iron, 0.1), 0.2, rim=0)
    for i in range(4):
        mass(calm, box(-200 + i * 130.6, -98, 8, 98, 1), pen.lighter(iron, 0.02), 0.3, rim=1)
    mass(calm, box(-200, -100, 400, 10, 4), pen.lighter(iron, 0.04), 0.24, rim=2)


@thing(
    "lighthouse lamp",
    metres=3.2,
    box=(-50, -100, 50, 2),
    words="lamp room, lantern room, signal lamp, big light, great light, harbour light",
    kinds="light, building",
    category="building",
    slots="roof",
    faces="none",
    light_motion="flicker",
    poses="burning, out",
)
def lighthouse_lamp(pen: Pen, ask: Ask) -> None:
    """The glass room on top of a lighthouse, its great lamp burning."""
    iron, roof = pen.natural("iron"), pen.slot("roof", pen.A)
    burns = ask.pose != "out"
    calm = pen.calm(0.5)
    mass(calm, smooth([(-44, -76), (-20, -94), (0, -99), (20, -94), (44, -76)], curve=0.4), roof, 0.34)
    mass(calm, oval(0, -98, 3.6, 4), iron)
    glass = pen.mix(pen.lit, pen.L, 0.4) if burns else pen.mix(pen.r(0.4), pen.G, 0.4)
    mass(calm, box(-38, -76, 76, 58, 1), glass, 0.1, 0.06, rim=0)
    if burns:
        mark(calm, oval(0, -46, 17, 21), pen.mix(pen.L, white(pen), 0.5), 0)
        mark(calm, oval(0, -46, 9, 13), white(pen, 0.05), 0)
    bars(calm, [((x, -76), (x, -18)) for x in (-37, -13, 13, 37)], 1.7, iron)
    bars(calm, [((-38, y), (38, y)) for y in (-57, -37)], 1.3, iron)
    mass(calm, box(-46, -20, 92, 5, 1), iron, rim=1)
    mass(calm, box(-36, -15, 72, 15, 1), pen.mix(white(pen), roof, 0.12), 0.34)
    mass(calm, box(-42, -80, 84, 6, 2), pen.shaded(roof, 0.25), rim=1)
    if burns:
        pen.glow(0, -46, 150, pen.B, 0.5)
        pen.glow(0, -46, 60, pen.L, 0.7, 1.4)


@thing(
    "bell post",
    metres=2.4,
    box=(-42, -100, 42, 2),
    words="fog bell, quay bell, signal bell",
    kinds="bell, instrument",
    category="thing",
    slots="wood",
    faces="none",
)
def bell_post(pen: Pen, ask: Ask) -> None:
    """A bell hanging in a wooden frame."""
    wood = pen.slot("wood", pen.natural("dark wood"))
    for x in (-30, 30):
        mass(pen, bar((x, 0), (x * 0.9, -88), 4.2), wood)
        mass(pen, bar((x * 1.3, 0), (x * 0.95, -30), 3), pen.shaded(wood, 0.15))
    draw_bell(pen.at(0, -38, 0.46), ask)
    mass(pen, box(-36, -92, 72, 8, 2), pen.lighter(wood, 0.03))
    mass(pen, polygon([(-42, -90), (0, -101), (42, -90)]), pen.mix(pen.A, wood, 0.4), 0.3)


@thing(
    "launch tower",
    metres=14,
    box=(-46, -100, 40, 2),
    words="launch pad, launchpad, gantry, oil rig, derrick, crane tower",
    kinds="tower, building",
    category="building",
    faces="right",
)
def launch_tower(pen: Pen, ask: Ask) -> None:
    """An iron tower of cross bars with arms, on a broad foot."""
    iron = pen.mix(pen.A, pen.natural("iron"), 0.35)
    mass(pen, box(-46, -7, 86, 7, 1), pen.natural("stone"))
    for x in (-24, 2):
        mass(pen, bar((x, -6), (x, -98), 1.8), iron, rim=1)
    steps = [-6 - 13 * i for i in range(8)]
    bars(pen, [((-24, y), (2, y)) for y in steps], 1.1, iron)
    bars(pen, [((-24, y), (2, y - 13)) for y in steps[:-1]], 0.8, pen.shaded(iron, 0.2))
    for y in (-84, -56, -30):
        mass(pen, bar((2, y), (22, y), 1.6), iron, rim=1)


@thing(
    "bank building",
    metres=9,
    box=(-80, -100, 80, 2),
    words="savings bank, stock exchange, treasury, ministry",
    kinds="building",
    category="building",
    faces="none",
)
def bank_building(pen: Pen, ask: Ask) -> None:
    """A house of money: columns, a gable, a coin over the door."""
    draw_columns(pen, ask)
    mass(pen, oval(0, -82, 7), pen.mix(pen.B, pen.natural("brass"), 0.5))
    mark(pen, oval(0, -82, 4.4), pen.shaded(pen.natural("brass"), 0.25))

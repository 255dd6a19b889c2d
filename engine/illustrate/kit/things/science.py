"""Instruments and machines of science and power."""

from __future__ import annotations

import math

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.parts import bar, bars, mark, mass, pane, shine, white
from engine.illustrate.paint.forms import star
from engine.illustrate.paint.path import Path, box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen

# fmt: off  (outlines are rows of numbers)


def _gear(x: float, y: float, r: float, teeth: int) -> Path:
    row = []
    for i in range(teeth * 4):
        turn, out = i * math.tau / (teeth * 4), (i % 4) in (1, 2)
        size = r if out else r * 0.8
        row.append((x + math.cos(turn) * size, y + math.sin(turn) * size))
    return polygon(row) - oval(x, y, r * 0.3)


@thing(
    "battery",
    metres=0.06,
    box=(-30, -100, 30, 2),
    words="batteries, power cell, charge, energy",
    kinds="device, tool",
    category="device",
    slots="body",
    faces="none",
    grip=(0, -50),
    poses="full, charging, empty",
)
def battery(pen: Pen, ask: Ask) -> None:
    """A battery with plus, minus and a bolt; charging or empty one sees how full it is."""
    mass(pen, box(-10, -100, 20, 12, 2), pen.natural("steel"))
    cell = box(-30, -90, 60, 90, 6)
    mass(pen, cell, pen.slot("body", pen.r(0.12)), 0.35, 0.15, 11)
    mark(pen, cell & box(-40, -90, 80, 30), pen.natural("copper"))
    mark(pen, box(-2.4, -84, 4.8, 18) | box(-9, -77.4, 18, 4.8), white(pen))
    if ask.pose in ("charging", "empty"):
        _levels(pen, ask.pose)
    if ask.pose != "empty":
        mark(pen, polygon([(6, -54), (-14, -30), (-2, -30), (-8, -12), (14, -37), (2, -37)]), pen.L, 0.7)
    shine(pen, cell, -22, -40, 2, 20, 0)


def _levels(pen: Pen, pose: str) -> None:
    """What is in a battery: three green bars, or one red one of four."""
    empty = pose == "empty"
    for i in range(4):
        full = i == 0 if empty else i < 3
        tone = pen.scheme.named("red" if empty else "green", pen.A) if full else pen.r(0.22)
        mark(pen, box(-24, -15 - i * 13.5, 48, 10.5, 2), tone, 0.5)


@thing(
    "solar panel",
    metres=1.8,
    box=(-76, -100, 76, 2),
    words="solar panels, solar power, photovoltaic, solar energy, renewable energy",
    kinds="device, tool",
    category="device",
    slots="panel",
)
def solar_panel(pen: Pen, ask: Ask) -> None:
    """A tilted solar panel on its stand."""
    bars(pen, [((0, -40), (0, 0)), ((-22, -20), (0, -4)), ((-20, -1), (20, -1))], 2.8, pen.natural("steel"))
    blue = pen.slot("panel", pen.mix(pen.G, pen.scheme.named("navy", pen.G), 0.6))
    a, b, c, d = (-44.0, -98.0), (74.0, -86.0), (48.0, -22.0), (-74.0, -34.0)
    mass(pen, polygon([a, b, c, d]), pen.natural("steel"), 0.15)

    def at(u: float, v: float) -> tuple[float, float]:
        top, low = (
            (a[0] + (b[0] - a[0]) * u, a[1] + (b[1] - a[1]) * u),
            (d[0] + (c[0] - d[0]) * u, d[1] + (c[1] - d[1]) * u),
        )
        return top[0] + (low[0] - top[0]) * v, top[1] + (low[1] - top[1]) * v

    for i in range(4):
        for k in range(3):
            u0, u1, v0, v1 = 0.03 + i * 0.24, 0.03 + i * 0.24 + 0.22, 0.05 + k * 0.31, 0.05 + k * 0.31 + 0.28
            mark(
                pen,
                polygon([at(u0, v0), at(u1, v0), at(u1, v1), at(u0, v1)]),
                pen.lighter(blue, 0.04 * ((i + k) % 2)),
                0.5,
            )
    mark(pen, polygon([at(0.2, 0.03), at(0.34, 0.03), at(0.16, 0.97), at(0.02, 0.97)]), pen.r(1.0), 0, 0.22)


@thing(
    "wind turbine",
    metres=40,
    box=(-46, -100, 46, 2),
    words="wind turbines, wind power, wind farm, wind energy",
    kinds="windmill, tower, device",
    category="building",
    slots="body",
    faces="none",
)
def wind_turbine(pen: Pen, ask: Ask) -> None:
    """A white turbine with three blades."""
    pale = pen.slot("body", white(pen, 0.06))
    mass(pen, bar((0, 0), (0, -60), 3.8, 2), pale, 0.35)
    for turn in (18, 138, 258):
        blade = (
            smooth([(-1.4, 0), (-3.4, -10), (-1, -44), (1, -43), (3, -10), (1.4, 0)], curve=0.5)
            .turned(turn)
            .moved(0, -58)
        )
        mass(pen, blade, pale, 0.25, 0.15, rim=1)
    mass(pen, oval(0, -58, 4.4), pen.shaded(pale, 0.15), rim=1)
    for x in (-12, 10):
        mass(pen, oval(x, -1, 10, 4) & box(-40, -10, 80, 10), pen.V, rim=0)


@thing(
    "microscope",
    metres=0.4,
    box=(-44, -100, 46, 2),
    words="laboratory microscope, laboratory, scientist",
    kinds="device, tool",
    category="device",
    slots="body",
)
def microscope(pen: Pen, ask: Ask) -> None:
    """A microscope."""
    body, steel = pen.slot("body", pen.mix(pen.G, pen.r(0.15), 0.2)), pen.natural("steel")
    arm = smooth(
        [(8, -84), (30, -72), (40, -48), (34, -20), (16, -8), (10, -14), (24, -28), (27, -48), (20, -62), (2, -72)],
        curve=0.8,
    )
    mass(pen, smooth([(-38, 0), (-36, -8), (-8, -14), (34, -14), (44, -6), (42, 0)], curve=0.4), body, 0.3)
    mass(pen, arm, body, 0.3)
    mass(pen, box(-40, -32, 56, 6, 2), pen.natural("iron"), rim=1)
    mark(pen, box(-30, -35, 26, 3), pen.mix(pen.natural("glass"), pen.r(1.0), 0.4), 0.6)
    own = pen.at(-6, -58, 1, 18)
    mass(own, box(-6, 8, 12, 14, 2), steel)
    mass(own, box(-10, -22, 20, 32, 3), body, 0.3)
    mass(own, box(-7, -36, 14, 16, 2), steel)
    mass(own, box(-9, -42, 18, 8, 2), pen.natural("iron"), rim=1)
    mass(pen, oval(34, -40, 7), pen.natural("brass"))


@thing(
    "telescope",
    metres=1.5,
    box=(-70, -100, 66, 2),
    words="spyglass, astronomer, observatory, astronomy",
    kinds="device, tool",
    category="device",
    slots="tube",
    grip=(-20, -50),
)
def telescope(pen: Pen, ask: Ask) -> None:
    """A brass telescope on three legs, pointing up to the right."""
    wood, tube_ = pen.natural("wood"), pen.slot("tube", pen.natural("brass"))
    bars(pen, [((-2, -52), (0, 0)), ((-4, -52), (-40, 0)), ((2, -52), (38, 0))], 2.6, wood)
    own = pen.at(-2, -58, 1, -28)
    mass(own, box(-70, -6, 36, 12, 2), pen.shaded(tube_, 0.15))
    mass(own, box(-40, -9, 46, 18, 2), tube_)
    mass(own, box(0, -13, 60, 26, 2), pen.mix(pen.A, pen.r(0.15), 0.25), 0.3)
    for x, half in ((-40, 10), (0, 14), (52, 16)):
        mass(own, box(x, -half, 8, 2 * half, 2), tube_, rim=1)
    mark(own, oval(61, 0, 3, 14), pen.mix(pen.natural("glass"), pen.r(1.0), 0.3), 0.7)
    mass(pen, oval(-2, -54, 6), pen.natural("iron"))


@thing(
    "magnet",
    metres=0.12,
    box=(-46, -100, 46, 2),
    words="horseshoe magnet, magnetism, magnetic, attraction",
    kinds="tool, device",
    category="device",
    slots="body",
    faces="none",
    grip=(0, -90),
)
def magnet(pen: Pen, ask: Ask) -> None:
    """A horseshoe magnet with its pull."""
    body = pen.slot("body", pen.A)
    shape = (oval(0, -56, 44) | box(-44, -56, 88, 46)) - (oval(0, -56, 19) | box(-19, -56, 38, 60))
    mass(pen, shape, body, 0.32, 0.18, 9)
    for x in (-44, 19):
        mass(pen, box(x, -28, 25, 20), pen.natural("steel"), rim=1)
    for x, lean in ((-32, -1), (32, 1), (-10, 0), (10, 0)):
        pen.line([(x + lean * 4, -4), (x + lean * 6, 0)], pen.B, 3, ink=0.6)


@thing(
    "gears",
    metres=0.4,
    box=(-70, -100, 70, 4),
    words="gear, cog, cogwheel, cogs, machine, machinery, mechanism, engine, clockwork",
    kinds="device, tool",
    category="device",
    slots="first, second",
    faces="none",
    contact="ground",
)
def gears(pen: Pen, ask: Ask) -> None:
    """Three gears that mesh."""
    mass(pen, _gear(-30, -62, 38, 10), pen.slot("first", pen.natural("brass")), 0.28, 0.2, 6)
    mass(pen, _gear(32, -40, 32, 9).moved(0, 0), pen.slot("second", pen.natural("steel")), 0.28, 0.2, 6)
    mass(pen, _gear(-14, -13, 17, 8), pen.A, 0.28, 0.2, 4)
    for x, y, r in ((-30, -62, 22), (32, -40, 18)):
        pen.line(oval(x, y, r), pen.shaded(pen.natural("iron"), 0.1), 1.6, ink=0.5, alpha=0.6)


@thing(
    "test tube",
    metres=0.18,
    box=(-50, -100, 50, 2),
    words="beaker, chemistry, chemical, experiment, laboratory flask, science, vial",
    kinds="vessel, device",
    category="device",
    slots="liquid, second",
    grip=(0, -80),
    faces="none",
)
def test_tube(pen: Pen, ask: Ask) -> None:
    """A flask and a tube with coloured liquids and bubbles."""
    glass = pen.mix(pen.natural("glass"), pen.r(1.0), 0.55)
    tube_ = smooth([(26, -92), (46, -92), (46, -16), (42, -5), (36, -2), (30, -5), (26, -16)], curve=0.35)
    mass(pen, tube_, glass, 0.15, 0.06)
    mark(pen, tube_ & box(20, -52, 40, 60), pen.slot("second", pen.B))
    mass(pen, box(22, -97, 28, 7, 3), pen.lighter(glass, 0.04), rim=0)
    flask = smooth(
        [(-22, -92), (-2, -92), (-2, -60), (20, -14), (18, -2), (8, 0), (-32, 0), (-42, -2), (-44, -14), (-22, -60)],
        curve=0.3,
    )
    mass(pen, flask, glass, 0.15, 0.06)
    liquid = pen.slot("liquid", pen.V)
    mark(pen, flask & box(-60, -36, 100, 40), liquid)
    mark(pen, oval(-12, -36, 21.5, 3.4), pen.lighter(liquid, 0.1))
    mass(pen, box(-27, -100, 30, 9, 3), pen.lighter(glass, 0.04), rim=0)
    for x, y, r in (
        (-20, -18, 4),
        (-6, -24, 3),
        (4, -12, 3),
        (-12, -48, 3),
        (-8, -60, 2.4),
        (36, -28, 3),
        (37, -42, 2),
    ):
        mark(pen, oval(x, y, r), pen.r(1.0), 0.4, 0.75)
    shine(pen, flask, -32, -20, 2, 9, 22)


@thing(
    "syringe",
    metres=0.14,
    box=(-50, -100, 50, 2),
    words="vaccine, vaccination, injection, needle for injection, jab",
    kinds="medicine, tool",
    category="device",
    slots="liquid",
    contact="held",
    grip=(20, -70),
)
def syringe(pen: Pen, ask: Ask) -> None:
    """A syringe, its needle low at the left."""
    own = pen.at(-46, -2, 1.1, 45)
    steel, glass = pen.natural("steel"), pen.mix(pen.natural("glass"), pen.r(1.0), 0.55)
    own.line([(0, 0), (0, -30)], steel, 1.8, ink=0.7)
    mass(own, box(-4, -36, 8, 9, 1), pen.slot("liquid", pen.A), rim=0)
    mass(own, box(-10, -88, 20, 54, 3), glass, 0.15, 0.06)
    mark(own, box(-8, -66, 16, 30, 2), pen.slot("liquid", pen.A))
    for y in (-44, -52, -60, -68, -76):
        own.line([(2, y), (9, y)], pen.r(0.15), 1.2, ink=0.4)
    mass(own, box(-3, -108, 6, 42), pen.shaded(white(pen), 0.15), rim=0)
    mass(own, box(-15, -91, 30, 5, 2), white(pen), rim=0)
    mass(own, box(-11, -114, 22, 6, 2), white(pen), rim=0)


@thing(
    "satellite",
    metres=3,
    box=(-84, -100, 84, 2),
    words="space satellite, space station, space probe, orbit, signal, gps",
    kinds="rocket, device",
    category="device",
    slots="body, panel",
    contact="air",
    motion="drift",
)
def satellite(pen: Pen, ask: Ask) -> None:
    """A satellite with two wings of panels and a dish."""
    blue = pen.slot("panel", pen.mix(pen.G, pen.scheme.named("navy", pen.G), 0.5))
    own = pen.at(0, -50, 0.98, -18)
    mass(own, bar((-84, 0), (84, 0), 2), pen.natural("steel"), rim=0)
    for side in (-1, 1):
        mass(own, box(side * 54 - 30, -18, 60, 36, 1), blue, 0.2)
        for x in (-15, 0, 15):
            own.line([(side * 54 + x, -17), (side * 54 + x, 17)], pen.natural("steel"), 1.4, ink=0.4)
        own.line([(side * 54 - 30, 0), (side * 54 + 30, 0)], pen.natural("steel"), 1.4, ink=0.4)
    mass(own, box(-18, -24, 36, 50, 3), pen.slot("body", pen.natural("brass")), 0.3)
    own.line([(0, -24), (0, -36)], pen.natural("steel"), 2.4)
    mass(own, smooth([(-20, -48), (0, -42), (20, -48), (12, -34), (-12, -34)], curve=0.6), white(pen), 0.25)
    own.line([(-8, 26), (-14, 40)], pen.natural("steel"), 2)
    mark(own, star(8, 4, 6, 4, 0.4), pen.A)
    pane(own, -12, -16, 24, 12, ask.lit, pen.natural("steel"), bars_=False, lamp=False)

"""Plain rooms of wood: an attic under the roof, a workshop."""

from __future__ import annotations

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.kit.settings import inside, rooms
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen, across, down
from engine.illustrate.palette import mix
from engine.illustrate.stage import Stage
from engine.looks import Colour


@setting(
    "attic",
    words="loft, garret, under the roof, attic room, top room, mansard, box room",
    kinds="room, inside, home",
    inside=True,
    horizon=0.7,
    light=(0.5, 0.3),
    options="trunk (yes, no)",
    places=(
        Place("floor", "ground", 0.52, 0.84, 0.77, 0.89, 270, 370, (0.26, 0.76)),
        Place("trunk lid", "shelf", 0.5, 0.51, 0.655, 0.66, 270, 272, (0.2, 0.27)),
        Place("gable", "wall", 0.3, 0.34, 0.3, 0.36, 250, 260, (0.36, 0.64)),
    ),
)
def attic(stage: Stage) -> None:
    """A gable wall with a small window, boards of the roof that slope in from both sides, beams, trunk, boxes, a lamp."""
    frame, k, s = stage.frame, backdrop.fit(stage), stage.scheme
    inside.wall(stage, inside.paint(stage, mix(s.natural("bone"), s.B, 0.3), 0.3), "plain", skirting=False)
    wide = min(190.0, frame.width * 0.24)
    opening = inside.window(stage, frame.x(0.5), stage.y(0.2), wide, stage.y(0.27), False, False)
    inside.floor(stage, "planks", inside.piece(stage, s.natural("wood"), 0.1))
    for side in (0, 1):
        _slope(stage, side)
    _beams(stage, k)
    rooms.daylight(stage, opening)
    _stores(stage, k)
    if stage.option("trunk", "yes") == "yes":
        _trunk(stage, frame.x(0.235), stage.y(0.775), k)
    lamp = stage.sheet("bulb", 0.56, lift=6, haze=0)
    x, y = frame.x(0.64), stage.y(0.3)
    lamp.line([(x, stage.y(0.1)), (x, y)], lamp.natural("iron"), 3, ink=0.6)
    lamp.shape(oval(x, y + 10, 9 * k, 12 * k), lamp.lit if stage.night else lamp.r(0.9), form=0.2)
    if stage.night:
        lamp.glow(x, y + 10, 520 * k, lamp.B, 0.6)
        lamp.lamp(x, y + 10, 110 * k, 0.7)
    _dark_beam(stage, k)


def _slope(stage: Stage, side: int) -> None:
    """The underside of the roof on one side: boards, and rafters over them."""
    pen, frame = stage.sheet(f"slope{side}", 0.44 + 0.01 * side, lift=14, haze=0, wobble=0.6), stage.frame
    wood = inside.piece(stage, pen.natural("dark wood"), 0.02 + 0.08 * side)

    def at(x: float, y: float) -> tuple[float, float]:
        return (frame.x(x) if side == 0 else frame.x(1 - x)), stage.y(y)

    row = [at(-0.1, -0.12), at(0.5, -0.12), at(0.5, 0.02), at(0.2, 0.72), at(0.2, 0.775), at(-0.1, 0.93)]
    pen.shape(polygon(row), across(pen.lighter(wood, 0.04), pen.shaded(wood, 0.22), at(-0.1, 0)[0], at(0.5, 0)[0]), form=0.12)  # fmt: skip
    for i in range(1, 7):
        t = i / 7
        pen.line([at(0.5 - 0.6 * t, 0.02 - 0.14 * t), at(0.2 - 0.3 * t, 0.74 + 0.14 * t)], pen.shaded(wood, 0.3), 2, ink=0.4, alpha=0.7)  # fmt: skip
    for low, high, thick in ((0.225, 0.5, 26), (0.06, 0.36, 34), (-0.08, 0.24, 40)):
        k = backdrop.fit(stage)
        a, b = at(low, 0.735 + (0.225 - low) * 0.6), at(high, -0.1)
        way = thick * k * (1 if side == 0 else -1)
        beam = polygon([a, (a[0] - way, a[1]), (b[0] - way, b[1]), b])
        pen.shape(beam, pen.lighter(wood, 0.06), form=0.35, form_width=7, rim=pen.dark, rim_width=2)


def _beams(stage: Stage, k: float) -> None:
    """The tie beam across, with a post."""
    pen, frame = stage.sheet("tie beam", 0.47, lift=12, haze=0, wobble=0.6), stage.frame
    wood = inside.piece(stage, pen.natural("wood"), 0.12)
    y = stage.y(0.115)
    pen.shape(box(frame.x(0.2), y, frame.width * 0.6, 30 * k, 3), down(pen.lighter(wood, 0.04), pen.shaded(wood, 0.2), y, y + 30), form=0.3, rim=pen.dark)  # fmt: skip
    for x in (0.36, 0.64):
        a = frame.x(x)
        brace = polygon([(a - 9, y + 26), (a + 9, y + 26), (frame.x(0.5) + (a - frame.x(0.5)) * 0.5 + 9, frame.top), (frame.x(0.5) + (a - frame.x(0.5)) * 0.5 - 9, frame.top)])  # fmt: skip
        pen.shape(brace, pen.shaded(wood, 0.12), form=0.3)


def _stores(stage: Stage, k: float) -> None:
    """Boxes, rolled carpet, a covered picture at the right."""
    pen, frame, s = stage.sheet("stores", 0.5, lift=10, haze=0, wobble=0.7), stage.frame, stage.scheme
    card = inside.piece(stage, mix(s.natural("pale wood"), s.natural("fur"), 0.3))
    foot = stage.y(0.775)
    for x, up, wide, tall in ((0.76, 0, 118, 84), (0.845, 0, 130, 108), (0.765, 84, 90, 62), (0.38, 0, 60, 44)):
        a = frame.x(x)
        pen.shape(box(a - wide * k / 2, foot - (tall + up) * k, wide * k, tall * k, 2), across(pen.lighter(card, 0.03), pen.shaded(card, 0.2), a - wide / 2, a + wide / 2), form=0.25)  # fmt: skip
        pen.shape(box(a - 8 * k, foot - (tall + up) * k, 16 * k, tall * k), pen.lighter(card, 0.05), shadow=0, line=0.4, edge=0)  # fmt: skip
        pen.line([(a - wide * k / 2, foot - (tall * 0.74 + up) * k), (a + wide * k / 2, foot - (tall * 0.74 + up) * k)], pen.shaded(card, 0.25), 2, ink=0.4)  # fmt: skip
    roll = inside.piece(stage, mix(s.A, s.r(0.5), 0.3))
    for i, x in enumerate((0.685, 0.705)):
        a = frame.x(x)
        pen.shape(polygon([(a - 11 * k, foot), (a + 11 * k, foot), (a + (31 + 14 * i) * k, foot - 190 * k), (a + (9 + 14 * i) * k, foot - 190 * k)]), pen.mix(roll, s.G, 0.5 * i), form=0.35)  # fmt: skip
    inside.books(pen, frame.x(0.3), frame.x(0.345), foot, 46 * k, 4)


def _trunk(stage: Stage, x: float, y: float, k: float) -> None:
    pen, own_k = stage.sheet("trunk", 0.505, lift=10, haze=0, wobble=0.6), k * 1.15
    own, wood, brass = pen.at(x, y, own_k), inside.piece(stage, pen.natural("dark wood")), pen.natural("brass")
    own.contact(0, 0, 90, 0.5)
    own.shape(box(-84, -66, 168, 68, 3), across(own.lighter(wood, 0.05), own.shaded(wood, 0.2), -84, 84), form=0.25)
    lid = smooth([(-88, -64), (-86, -90), (-60, -100), (60, -100), (86, -90), (88, -64)], curve=0.4)
    own.shape(lid, own.lighter(wood, 0.05), form=0.25, rim=pen.dark)
    for dx in (-56, 48):
        own.shape(box(dx, -100, 10, 102), own.shaded(brass, 0.15), form=0.3, line=0.6, shadow=0.4)
    own.shape(box(-11, -74, 22, 26, 3), brass, form=0.3, line=0.7)


def _dark_beam(stage: Stage, k: float) -> None:
    """A dark beam and a ladder's head close to us."""
    pen, frame = stage.sheet("front beam", 0.95, lift=16, haze=0, wobble=0.6), stage.frame
    dark = pen.r(0.03) if stage.scheme.dark else mix(pen.r(0.06), pen.natural("dark wood"), 0.4)
    rim = pen.mix(dark, pen.r(0.9), 0.3)
    post = box(frame.left, frame.top, frame.x(0.035) - frame.left, frame.foot - frame.top)
    pen.shape(post, dark, form=0.3, rim=rim, rim_width=3)
    for dx in (0.0, 84 * k):
        pen.shape(
            box(frame.x(0.9) + dx, frame.height - 120 * k, 17 * k, 260, 5), dark, form=0.3, rim=rim, rim_width=2.5
        )
    for dy in (86, 36):
        pen.shape(box(frame.x(0.9) - 4, frame.height - dy * k, 108 * k, 15 * k, 4), pen.lighter(dark, 0.015), form=0.3, rim=rim, rim_width=2)  # fmt: skip


@setting(
    "workshop",
    words="smithy, forge, barn inside, tinker's shop, carpenter's shop, workbench",
    kinds="shop, room, inside",
    inside=True,
    horizon=0.7,
    light=(0.6, 0.26),
    options="bench (yes, no), lamp (yes, no)",
    places=(
        Place("floor", "ground", 0.54, 0.86, 0.78, 0.89, 290, 390, (0.16, 0.84)),
        Place("bench", "table", 0.5, 0.52, 0.575, 0.58, 280, 284, (0.08, 0.4)),
        Place("wall", "wall", 0.3, 0.34, 0.24, 0.3, 260, 270, (0.66, 0.9)),
    ),
)
def workshop(stage: Stage) -> None:
    """Board walls with light in the cracks, tools on their nails, a window, a bench with a vice, sacks, a hanging lamp."""
    frame, k, s = stage.frame, backdrop.fit(stage), stage.scheme
    wood = inside.piece(stage, mix(s.natural("wood"), s.natural("grey fur"), 0.25), 0.06)
    wall = inside.wall(
        stage, mix(wood, s.r(0.16), 0.45) if s.dark else mix(wood, s.r(0.85), 0.16), "plain", skirting=False
    )
    _boards(stage, wall, wood)
    wide = min(250.0, frame.width * 0.28)
    opening = inside.window(stage, frame.x(0.56), stage.y(0.16), wide, stage.y(0.27), False, False)
    _roof_beams(stage, k)
    _tools(stage, k)
    earth = inside.piece(stage, mix(s.natural("earth"), s.natural("sand"), 0.3), 0.05)
    inside.floor(stage, "plain", earth)
    straw = stage.sheet("straw", 0.43, lift=2, haze=0)
    rng = straw.rng("straw")
    for _ in range(46):
        x, t = frame.x(rng.random()), rng.random()
        a, y = rng.uniform(-16, 16), stage.y(0.73 + 0.22 * t)
        straw.line([(x, y), (x + 16 + 14 * t, y + a * 0.4)], inside.piece(stage, straw.natural("straw")), 2 + t, ink=0.3, alpha=0.8)  # fmt: skip
    rooms.daylight(stage, opening)
    if stage.option("bench", "yes") == "yes":
        _bench(stage, k)
    _sacks(stage, k)
    if stage.option("lamp", "yes") == "yes":
        inside.pendant(stage, frame.x(0.42), stage.y(0.13), 60 * k, inside.piece(stage, s.natural("iron")), 0.55)
    inside.chair_back(stage, 0.95, 150, "front stool")


def _boards(stage: Stage, pen: Pen, wood: Colour) -> None:
    frame, y = stage.frame, stage.y(stage.horizon)
    rng, x = pen.rng("boards"), frame.left
    while x < frame.right:
        pen.line([(x, frame.top), (x, y)], pen.shaded(wood, 0.4), 2.6, ink=0.5, alpha=0.8)
        if rng.random() < 0.3:
            a = rng.uniform(0.1, 0.6) * y
            pen.shape(oval(x + 20, a, 5, 8), pen.shaded(wood, 0.24), shadow=0, edge=0, line=0.3)
        x += rng.uniform(46, 66)


def _roof_beams(stage: Stage, k: float) -> None:
    pen, frame = stage.sheet("beams", 0.36, lift=11, haze=0, wobble=0.6), stage.frame
    wood = inside.piece(stage, pen.natural("dark wood"))
    pen.shape(box(frame.left, stage.y(0.05), frame.right - frame.left, 34 * k), wood, form=0.3, rim=pen.dark)
    for x in (0.3, 0.78):
        a = frame.x(x)
        pen.shape(box(a - 15 * k, frame.top, 30 * k, stage.y(0.71) - frame.top), pen.lighter(wood, 0.02), form=0.3, rim=pen.dark)  # fmt: skip
        for side in (-1, 1):
            brace = polygon([(a, stage.y(0.22)), (a, stage.y(0.17)), (a + side * 92 * k, stage.y(0.085)), (a + side * 112 * k, stage.y(0.095))])  # fmt: skip
            pen.shape(brace, wood, form=0.3)


def _tools(stage: Stage, k: float) -> None:
    """Saw, hammer, tongs and rope on nails."""
    pen, s = stage.sheet("tools", 0.34, lift=8, haze=0, wobble=0.6), stage.scheme
    steel, haft = inside.piece(stage, s.natural("steel"), 0.06), inside.piece(stage, s.natural("wood"))
    rail = stage.y(0.24)
    own = pen.at(stage.frame.x(0.06), rail, k)
    own.shape(box(-20, -6, 290, 10, 2), inside.piece(stage, s.natural("dark wood")), form=0.3)
    own.shape(polygon([(0, 0), (12, 0), (30, 108), (2, 108)]), steel, form=0.2)
    own.shape(smooth([(0, 2), (-6, -22), (10, -30), (24, -18), (16, 2)], curve=0.6), haft, form=0.3)
    own.shape(box(68, 0, 10, 96, 3), haft, form=0.3)
    own.shape(box(50, -6, 46, 20, 4), steel, form=0.35)
    for side in (-1, 1):
        own.line(smooth([(128, 0), (128 + side * 13, 30), (128 - side * 3, 58), (128 + side * 9, 104)], closed=False), steel, 6)  # fmt: skip
    ring = oval(190, 48, 32, 46) - oval(190, 48, 20, 34)
    own.shape(ring, inside.piece(stage, s.natural("straw"), 0.1), form=0.3)
    own.shape(box(232, 0, 9, 112, 3), haft, form=0.3)
    own.shape(polygon([(220, 100), (253, 100), (250, 134), (236, 144), (223, 134)]), steel, form=0.3)


def _bench(stage: Stage, k: float) -> None:
    pen, frame = stage.sheet("bench", 0.49, lift=11, haze=0, wobble=0.6), stage.frame
    wood = inside.piece(stage, pen.natural("wood"))
    x0, x1, top, foot = frame.left, frame.x(0.42), stage.y(0.58), stage.y(0.77)
    for x in (frame.x(0.04), frame.x(0.36)):
        pen.shape(box(x, top, 26 * k, foot - top), pen.shaded(wood, 0.25), form=0.3)
    pen.shape(box(x0, top + (foot - top) * 0.6, x1 - x0 - 30, 14), pen.shaded(wood, 0.3), form=0.3)
    inside.jars(pen, frame.x(0.08), frame.x(0.3), top + (foot - top) * 0.6, 52 * k, 2)
    pen.shape(box(x0, top - 4, x1 - x0, 26 * k, 3), down(pen.lighter(wood, 0.05), pen.shaded(wood, 0.15), top, top + 26), form=0.25, rim=pen.dark)  # fmt: skip
    own, iron = pen.at(frame.x(0.385), top - 4, k), inside.piece(stage, pen.natural("iron"))
    own.shape(box(-22, -18, 44, 18, 2), iron, form=0.3)
    own.shape(box(-26, -40, 18, 24, 3), own.lighter(iron, 0.04), form=0.3)
    own.shape(box(4, -40, 18, 24, 3), own.lighter(iron, 0.04), form=0.3)
    own.line([(22, -26), (44, -26)], iron, 6)


def _sacks(stage: Stage, k: float) -> None:
    """Sacks, a barrel and planks at the right."""
    pen, frame, s = stage.sheet("sacks", 0.52, lift=10, haze=0, wobble=0.7), stage.frame, stage.scheme
    foot, wood = stage.y(0.775), inside.piece(stage, s.natural("pale wood"), 0.06)
    for i, dx in enumerate((0, 26, 48)):
        a = frame.x(0.93) + dx * k
        pen.shape(polygon([(a, foot), (a + 20 * k, foot), (a + (44 - 10 * i) * k, stage.y(0.24 + 0.05 * i)), (a + (26 - 10 * i) * k, stage.y(0.24 + 0.05 * i))]), pen.shaded(wood, 0.08 * i), form=0.3)  # fmt: skip
    own, barrel = pen.at(frame.x(0.86), foot, k), inside.piece(stage, s.natural("dark wood"))
    own.contact(0, 0, 60, 0.45)
    own.shape(smooth([(-40, 0), (-52, -52), (-42, -108), (42, -108), (52, -52), (40, 0)], curve=0.6), across(own.lighter(barrel, 0.06), own.shaded(barrel, 0.2), -50, 50), form=0.25, rim=pen.dark)  # fmt: skip
    for dy, half in ((-20, 47), (-86, 46)):
        own.shape(box(-half, dy - 5, 2 * half, 10, 2), own.natural("iron"), form=0.3, line=0.6)
    cloth = inside.piece(stage, mix(s.natural("sand"), s.natural("fur"), 0.35))
    for x, size in ((0.765, 1.0), (0.715, 0.8)):
        sack = pen.at(frame.x(x), foot + 6, k * size)
        sack.shape(smooth([(-48, 0), (-54, -40), (-34, -84), (-12, -96), (14, -96), (36, -82), (54, -38), (46, 0)], curve=0.7), cloth, form=0.32, form_width=14)  # fmt: skip
        sack.shape(smooth([(-16, -92), (-26, -116), (0, -110), (26, -118), (16, -92)], curve=0.6), sack.lighter(cloth, 0.03), form=0.3)  # fmt: skip
        sack.line([(-16, -94), (16, -94)], sack.shaded(cloth, 0.45), 5, ink=0.5)

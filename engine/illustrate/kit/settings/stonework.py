"""Old stone in the open: bridge, ruins."""

from __future__ import annotations

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.kit.settings import growth, masonry, terrain
from engine.illustrate.paint.forms import blob, leaf
from engine.illustrate.paint.path import Path, box, oval, polygon
from engine.illustrate.paint.pen import Pen, across, down
from engine.illustrate.palette import mix
from engine.illustrate.stage import Stage
from engine.looks import Colour

_SKY = Place("sky", "sky", 0.08, 0.3, 0.12, 0.28, 70, 100)


def _stone(stage: Stage, depth: float, warm: float = 0.14) -> Colour:
    s = stage.scheme
    base = mix(s.natural("stone"), s.A, warm)
    return mix(base, s.tone(depth), 0.25 if not s.dark else 0.45)


@setting(
    "bridge",
    words="stone bridge, footbridge, old bridge, viaduct, crossing, on the bridge, across the river, parapet",
    kinds="river bank, water, outdoors, road",
    horizon=0.4,
    light=(0.66, 0.18),
    options="town (yes, no), broken (no, yes)",
    places=(
        Place("bridge", "ground", 0.56, 0.64, 0.585, 0.6, 150, 165, (0.06, 0.94)),
        Place("water", "water", 0.3, 0.7, 0.52, 0.8, 60, 170, (0.06, 0.94)),
        Place("sky", "sky", 0.08, 0.3, 0.1, 0.24, 60, 90),
    ),
)
def bridge(stage: Stage) -> None:
    """A far town by the river, an arched bridge across the whole picture with its wall, water below, leaves."""
    low, frame, k = stage.y(stage.horizon), stage.frame, backdrop.fit(stage)
    backdrop.sky(stage, low, clouds=2)
    backdrop.hills(stage, low - 14, 44, count=2)
    if stage.option("town", "yes") == "yes":
        pen = stage.sheet("far town", 0.27, lift=7, wobble=0.6)
        rng = pen.rng("town")
        for i in range(6):
            x = frame.x(0.02 + 0.052 * i) + rng.uniform(-8, 8)
            wall = pen.mix((pen.B, pen.r(0.9), pen.A, pen.G)[i % 4], stage.scheme.tone(0.3), 0.45)
            masonry.front(pen, x, low + 16, 58 * k, rng.uniform(40, 84) * k, wall, pen.mix(pen.natural("brick"), stage.scheme.tone(0.3), 0.3),
                          rise=30 * k, columns=2, rows=2, lit=0.5 if stage.night else 0, seed=i, frames=False)  # fmt: skip
    bank = backdrop.ground(stage, "far bank", 0.3, low + 14, 6, backdrop.turf(stage, 0.3, 0.5), lift=6)
    growth.far_trees(bank, frame.x(0.36), frame.x(0.54), low + 16, 60 * k, backdrop.foliage(stage, 0.2), 3)
    growth.far_trees(bank, frame.x(0.8), frame.right, low + 18, 90 * k, backdrop.foliage(stage, 0.25), 4)
    backdrop.water(stage, low + 26, stage.y(0.72), 4, (0.34, 0.5), swell=4, name="river", shares=(0.1, 0.7))
    pen = stage.sheet("far glints", 0.51, haze=0, light_motion="glint")
    backdrop.glints(pen, stage.light[0], low + 30, stage.y(0.72), 60, 60)
    _span(stage, k)
    backdrop.water(stage, stage.y(0.8), stage.y(0.9), 3, (0.68, 0.8), swell=6, name="near water", shares=(0.72, 1.0))
    stage.mirror(0.69, stage.y(0.8), 0.4, 0.1, 12)
    growth.corner_leaves(stage, "right", "leaves right", 1.0, 0.3)
    growth.corner_leaves(stage, "left", "leaves left", 0.8, 0.3)
    backdrop.weather(stage)


def _span(stage: Stage, k: float) -> None:
    """The bridge: back wall, deck, arches, front wall with lamps."""
    frame, y = stage.frame, stage.y(0.6)
    stone, snow = _stone(stage, 0.5), backdrop.snowy(stage)
    wide, left = frame.right - frame.left, frame.left
    breach = _breach(stage) if stage.option("broken", "no") == "yes" else Path(())
    back = stage.sheet("back wall", 0.53, lift=8, wobble=0.7)
    back.shape(box(left, y - 44 * k, wide, 60) - breach, back.shaded(stone, 0.16), form=0.2)
    back.shape(box(left, y - 52 * k, wide, 12, 3) - breach, back.lighter(stone, 0.02), form=0.3)
    pen = stage.sheet("bridge", 0.55, lift=13, wobble=0.7)
    body = box(left, y - 22, wide, stage.y(0.86) - y + 22)
    foot, rise = stage.y(0.87), stage.y(0.87) - y - 34
    count = max(3, round(frame.width / 380))
    gap = frame.width / count
    for i in range(count + 1):
        body = body - masonry.arch(gap * i, foot + 4, gap * 0.74, min(rise, gap * 1.15))
    body = body - breach
    pen.shape(
        body, down(pen.lighter(stone, 0.02), pen.shaded(stone, 0.3), y, foot), form=0.3, form_width=14, rim=pen.dark
    )
    path = backdrop.earth(stage, pen.mix(pen.natural("sand"), stone, 0.45), 0.3)
    pen.shape(
        box(left, y - 26, wide, 32) - breach,
        down(pen.lighter(path, 0.03), pen.shaded(path, 0.1), y - 26, y + 6),
        shadow=0.4,
    )
    rng = pen.rng("blocks")
    for _ in range(26):
        x, b = rng.uniform(0, frame.width), rng.uniform(y + 34, foot - 40)
        block = box(x, b, rng.uniform(30, 56), 15, 3) & body
        if block.contours:
            pen.shape(block, pen.lighter(stone, rng.choice((-0.05, 0.045))), shadow=0, line=0.5, alpha=0.9)
    front = stage.sheet("front wall", 0.66, lift=9, wobble=0.7)
    front.shape(box(left, y + 2, wide, 26, 2) - breach, front.lighter(stone, 0.02), form=0.3, form_width=7)
    top = front.r(0.78 if front.dark else 0.98) if snow else front.lighter(stone, 0.06)
    front.shape(box(left, y - 4, wide, 11, 3) - breach, top, form=0.3)
    lamps = stage.sheet("bridge lamps", 0.54, lift=7, wobble=0.6)
    for i in range(count):
        if breach.contours and 0.3 < (i + 0.5) / count < 0.7:
            continue
        masonry.street_lamp(lamps, gap * (i + 0.5), y - 44 * k, 150 * k, lamps.natural("iron"), stage.night)
    if breach.contours:
        _rubble(stage, k, stone)


def _breach(stage: Stage) -> Path:
    """Where the middle of the bridge has fallen: a gap with steps of broken stone at its sides."""
    frame, top, foot = stage.frame, stage.y(0.4), stage.y(0.95)
    half, deep = max(0.13 * frame.width, 130.0), (foot - top) / 9
    rows = [(-1.0, 0.0), (-1.12, 1.0), (-0.86, 1.9), (-0.98, 3.0), (-0.7, 3.7), (-0.82, 5.0), (-0.62, 9.0)]
    left = [(frame.x(0.5) + a * half, top + b * deep * 0.9) for a, b in rows]
    right = [(frame.x(0.5) - a * half * (0.92 + 0.14 * (i % 2)), top + b * deep) for i, (a, b) in enumerate(rows)]
    return polygon([*left, *reversed(right)])


def _rubble(stage: Stage, k: float, stone: Colour) -> None:
    """What has fallen lies in the river below the gap."""
    pen, frame = stage.sheet("rubble", 0.67, lift=9, wobble=0.7), stage.frame
    rng = pen.rng("rubble")
    for i in range(15):
        x = frame.x(0.5) + rng.uniform(-1.15, 1.15) * max(0.12 * frame.width, 120.0)
        y, wide = stage.y(0.81) - rng.uniform(0, 42) * k, rng.uniform(34, 66) * k
        own = pen.at(x, y, 1.0, rng.uniform(-32, 32))
        own.shape(
            box(-wide / 2, -wide * 0.32, wide, wide * 0.5, 3),
            pen.lighter(stone, 0.04 * (i % 3) - 0.04),
            form=0.3,
            rim=pen.dark,
        )


@setting(
    "ruins",
    words="ruin, ruined castle, ancient ruins, old temple, broken walls, abandoned city, remains, greek temple, acropolis, castle ruin",
    kinds="outdoors, history, building",
    horizon=0.54,
    light=(0.62, 0.2),
    options="columns (yes, no)",
    places=(
        Place("court", "ground", 0.54, 0.88, 0.685, 0.86, 140, 250, (0.2, 0.84)),
        Place("fallen stone", "shelf", 0.66, 0.68, 0.7, 0.705, 180, 184, (0.06, 0.17)),
        _SKY,
    ),
)
def ruins(stage: Stage) -> None:
    """Hills with cypresses, a broken wall with arches, columns whole and fallen, paving with grass, ivy."""
    low, frame, k = stage.y(stage.horizon), stage.frame, backdrop.fit(stage) * (0.5 + 0.5 * backdrop.high(stage))
    backdrop.sky(stage, low, clouds=2)
    backdrop.hills(stage, low - 20, 50, count=2)
    green = backdrop.ground(stage, "green", 0.28, low + 10, 9, backdrop.turf(stage, 0.3, 0.45), lift=7)
    for i, x in enumerate((0.1, 0.15, 0.5, 0.56, 0.61)):
        tall = (120 + 30 * (i % 3)) * k
        shape = leaf(tall, tall * 0.13).turned(-90).moved(frame.x(x), low + 22)
        green.shape(shape, backdrop.foliage(stage, 0.3), form=0.3)
    _broken_wall(stage, low, k)
    stone = _stone(stage, 0.4, 0.08)
    if stage.option("columns", "yes") == "yes":
        for i, (x, y, tall, half, depth, broken) in enumerate(((0.86, 0.69, 330, 28, 0.5, False), (0.97, 0.71, 350, 31, 0.52, False), (0.12, 0.69, 190, 27, 0.5, True), (0.7, 0.665, 120, 22, 0.46, True))):  # fmt: skip
            pen = stage.sheet(f"column{i}", depth, lift=11, wobble=0.8)
            pen.contact(frame.x(x), stage.y(y), half * 2 * k, 0.5)
            masonry.column(pen, frame.x(x), stage.y(y), tall * k, half * k, pen.lighter(stone, 0.04), broken)
        beam = stage.sheet("beam", 0.53, lift=11, wobble=0.8)
        b = stage.y(0.69) - 352 * k
        row = [(0.82, -36), (0.83, -44), (1.1, -46), (1.1, 8), (0.815, 6), (0.808, -12)]
        beam.shape(
            polygon([(frame.x(a), b + c * k) for a, c in row]), beam.lighter(stone, 0.03), form=0.35, rim=beam.dark
        )
    backdrop.ground(stage, "court", 0.44, stage.y(0.635), 6, backdrop.turf(stage, 0.42, 0.45))
    floor = terrain.way(stage, "paving", 0.45, backdrop.earth(stage, mix(stone, stage.scheme.natural("sand"), 0.4), 0.4), ((0.645, 0.3, 0.62), (0.72, 0.26, 0.68), (0.86, 0.2, 0.8), (1.12, 0.1, 0.98)))  # fmt: skip
    _slabs(stage, floor, stone)
    _fallen(stage, k, stone)
    growth.front_grass(stage, 0.3, 0.78, 92)
    backdrop.weather(stage)


def _slabs(stage: Stage, pen: Pen, stone: Colour) -> None:
    for i, y in enumerate((0.675, 0.715, 0.77, 0.84, 0.93)):
        t = (y - 0.645) / 0.3
        pen.line(
            [(stage.x(0.29 - 0.14 * t), stage.y(y)), (stage.x(0.63 + 0.24 * t), stage.y(y))],
            pen.shaded(stone, 0.3),
            1.6 + i * 0.5,
            ink=0.5,
            alpha=0.7,
        )
    for a, b in ((0.38, 0.28), (0.46, 0.48), (0.54, 0.7)):
        pen.line(
            [(stage.x(a), stage.y(0.648)), (stage.x(b), stage.y(1.05))], pen.shaded(stone, 0.3), 2, ink=0.5, alpha=0.6
        )


def _broken_wall(stage: Stage, low: float, k: float) -> None:
    frame = stage.frame
    pen = stage.sheet("broken wall", 0.36, lift=11, wobble=0.8)
    stone, y = _stone(stage, 0.36, 0.12), low + 56
    row = [(0.16, 0), (0.16, -150), (0.19, -172), (0.215, -150), (0.25, -196), (0.3, -214), (0.36, -206), (0.41, -224), (0.46, -206), (0.47, -160), (0.5, -140), (0.51, -96),
           (0.55, -84), (0.57, -40), (0.62, -34), (0.64, 0)]  # fmt: skip
    body = polygon([(frame.x(a), y + b * k) for a, b in row])
    for x, wide, tall in ((0.25, 62, 112), (0.36, 82, 148), (0.47, 56, 84)):
        body = body - masonry.arch(frame.x(x), y + 4, wide * k, tall * k)
    pen.shape(
        body,
        across(pen.lighter(stone, 0.03), pen.shaded(stone, 0.2), frame.x(0.16), frame.x(0.64)),
        form=0.3,
        form_width=10,
        rim=pen.dark,
    )
    rng = pen.rng("blocks")
    for _ in range(30):
        block = (
            box(frame.x(rng.uniform(0.16, 0.6)), y - rng.uniform(10, 210) * k, rng.uniform(24, 44) * k, 13 * k, 2)
            & body
        )
        if block.contours:
            pen.shape(block, pen.lighter(stone, rng.choice((-0.045, 0.04))), shadow=0, line=0.5, alpha=0.9)
    ivy = backdrop.foliage(stage, 0.5)
    for x, top, long in ((0.3, -214, 90), (0.415, -222, 130), (0.18, -168, 100)):
        for i in range(9):
            a, b = frame.x(x) + rng.uniform(-26, 26) * k * (1 - i / 11), y + (top + long * i / 8) * k
            pen.shape(blob(a, b, 15 * k, 12 * k, seed=i + 2, points=8, jitter=0.2), pen.lighter(ivy, rng.uniform(-0.03, 0.04)), form=0.25, shadow=0.7)  # fmt: skip


def _fallen(stage: Stage, k: float, stone: Colour) -> None:
    pen = stage.sheet("fallen", 0.65, lift=10, wobble=0.8)
    x, y = stage.x(0.1), stage.y(0.755)
    pen.contact(x, y, 110 * k, 0.5)
    pen.shape(polygon([(x - 110 * k, y - 40 * k), (x + 96 * k, y - 50 * k), (x + 100 * k, y + 4), (x - 106 * k, y + 8)]), down(pen.lighter(stone, 0.06), pen.shaded(stone, 0.25), y - 50 * k, y), form=0.3)  # fmt: skip
    for dy in (-30, -18, -6):
        pen.line(
            [(x - 106 * k, y + dy * k), (x + 92 * k, y + (dy - 8) * k)], pen.shaded(stone, 0.3), 2, ink=0.4, alpha=0.7
        )
    pen.shape(oval(x + 98 * k, y - 23 * k, 13 * k, 27 * k), pen.lighter(stone, 0.02), form=0.3)
    for a, b, size in ((0.9, 0.775, 44), (0.95, 0.8, 60)):
        pen.contact(stage.x(a), stage.y(b), size * k, 0.5)
        pen.shape(
            box(stage.x(a) - size * k / 2, stage.y(b) - size * 0.7 * k, size * k, size * 0.72 * k, 4),
            pen.lighter(stone, 0.02),
            form=0.35,
            rim=pen.dark,
        )

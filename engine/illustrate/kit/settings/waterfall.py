"""A waterfall: rock walls with green tops, the fall in sheets, mist over a pool, ferns and trees about it."""

from __future__ import annotations

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.kit.settings import growth
from engine.illustrate.paint.forms import blob, cloud, rock
from engine.illustrate.paint.path import oval, polygon, smooth
from engine.illustrate.paint.pen import across, down
from engine.illustrate.palette import mix
from engine.illustrate.stage import Stage
from engine.looks import Colour


@setting(
    "waterfall",
    words="cascade, cataract, falls, foot of the waterfall, plunge pool, behind the waterfall, water falls",
    kinds="river, water, nature, outdoors",
    horizon=0.6,
    light=(0.2, 0.16),
    options="ferns (yes, no)",
    places=(
        Place("bank", "ground", 0.58, 0.88, 0.74, 0.88, 130, 250, (0.08, 0.86)),
        Place("pool", "water", 0.46, 0.55, 0.66, 0.71, 80, 120, (0.3, 0.78)),
        Place("sky", "sky", 0.08, 0.2, 0.1, 0.2, 60, 90, (0.05, 0.4)),
    ),
)
def waterfall(stage: Stage) -> None:
    """Far woods, two walls of rock, white water between them, mist, a pool with stones, our bank with ferns."""
    low, frame, k, tall = stage.y(stage.horizon), stage.frame, backdrop.fit(stage), backdrop.high(stage)
    backdrop.sky(stage, low, clouds=1)
    backdrop.hills(stage, low - 120 * tall, 40, count=2)
    far = stage.sheet("far woods", 0.2, lift=8)
    growth.far_trees(far, frame.left, frame.right, stage.y(0.34), 110 * k * tall, backdrop.foliage(stage, 0.25), 3)
    _back_wall(stage, tall)
    _fall(stage)
    for side in (0, 1):
        _wall(stage, side, k, tall)
    _pool(stage, k)
    _bank(stage, k)
    growth.corner_leaves(stage, "right", "leaves right", 0.95, 0.45)
    growth.corner_leaves(stage, "left", "leaves left", 1.1, 0.45)
    backdrop.weather(stage)


def _stone(stage: Stage, t: float) -> Colour:
    s = stage.scheme
    grey = mix(s.natural("stone"), mix(s.natural("iron"), s.G, 0.2), 0.24 + 0.3 * t)
    return mix(grey, s.tone(0.4 + 0.3 * t), 0.35 if s.dark else 0.12)


def _back_wall(stage: Stage, tall: float) -> None:
    pen, frame = stage.sheet("back wall", 0.26, lift=10), stage.frame
    colour, top = _stone(stage, 0.0), stage.y(0.3)
    row = [(frame.left, top - 10), (frame.x(0.2), top - 22), (frame.x(0.36), top + 4), (frame.x(0.64), top + 2), (frame.x(0.82), top - 26), (frame.right, top - 8), (frame.right, stage.y(0.7)), (frame.left, stage.y(0.7))]  # fmt: skip
    pen.shape(polygon(row), down(pen.lighter(colour, 0.04), pen.shaded(colour, 0.2), top, stage.y(0.66)), form=0.15)
    rng = pen.rng("cracks")
    for _ in range(16):
        x, y = frame.x(rng.uniform(0.2, 0.8)), rng.uniform(top + 30, stage.y(0.6))
        pen.line([(x, y), (x + rng.uniform(-10, 10), y + 30 * tall), (x + rng.uniform(-6, 6), y + 62 * tall)], pen.shaded(colour, 0.25), 2.2, ink=0.5, alpha=0.8)  # fmt: skip
    growth.far_trees(pen, frame.x(0.1), frame.x(0.42), top + 4, 40, backdrop.foliage(stage, 0.4), 5)
    growth.far_trees(pen, frame.x(0.63), frame.x(0.92), top + 2, 44, backdrop.foliage(stage, 0.4), 6)


def _fall(stage: Stage) -> None:
    """The water: a broad sheet, paler strands in it, foam and mist at the foot."""
    pen, frame, s = stage.sheet("fall", 0.3, lift=7, haze=0.3, motion="sway"), stage.frame, stage.scheme
    white: Colour = mix(s.r(0.66), s.L, 0.1) if s.dark else (0.95, 0.98, 0.99)
    blue = mix(mix(backdrop.water_colours(stage)[0], (0.55, 0.80, 0.86), 0.0 if s.dark else 0.6), white, 0.2)
    x, top, foot = frame.x(0.51), stage.y(0.3), stage.y(0.665)
    wide = min(frame.width * 0.105, 140)
    body = smooth([(x - wide * 0.8, top), (x + wide * 0.84, top - 2), (x + wide, top + 36), (x + wide * 1.12, foot), (x - wide * 1.16, foot), (x - wide, top + 40)], curve=0.35)  # fmt: skip
    pen.shape(
        body, across(pen.lighter(blue, 0.02), pen.shaded(blue, 0.12), x - wide, x + wide), form=0.14, form_width=14
    )
    rng = pen.rng("strands")
    for i in range(9):
        a = x + wide * (-0.84 + 0.21 * i)
        y0, y1, half = top + rng.uniform(2, 60), foot - rng.uniform(0, 90), rng.uniform(4, 11)
        strand = smooth([(a, y0), (a + half, y0 + 30), (a + half * 0.8 + (a - x) * 0.1, y1), (a - half * 0.8 + (a - x) * 0.1, y1), (a - half, y0 + 30)], curve=0.4)  # fmt: skip
        pen.shape(strand, white, shadow=0.15, edge=0, line=0.5, alpha=0.85)
    mist = stage.sheet("spray", 0.47, lift=5, motion="drift")
    for dx, wide_, y in ((-0.6, 220, 12), (0.5, 240, 16), (0.0, 260, 2)):
        mist.shape(cloud(x + dx * wide, foot + y, wide_, 62, seed=int(wide_)), white, form=0.14, alpha=0.92)


def _wall(stage: Stage, side: int, k: float, tall: float) -> None:
    """A near wall of rock in ledges with a green top and a tree on it."""
    pen, frame = stage.sheet(f"wall{side}", 0.38 + 0.02 * side, lift=13), stage.frame
    colour = _stone(stage, 0.6)

    def at(x: float, y: float) -> tuple[float, float]:
        return (frame.x(x) if side == 0 else frame.x(1.02 - x)), stage.y(y)

    row = [(-0.1, 0.2), (0.12, 0.21), (0.21, 0.24), (0.235, 0.33), (0.29, 0.36), (0.3, 0.46), (0.36, 0.49), (0.375, 0.6), (0.41, 0.69), (-0.1, 0.76)]  # fmt: skip
    pen.shape(polygon([at(a, b) for a, b in row]), down(pen.lighter(colour, 0.05), pen.shaded(colour, 0.24), stage.y(0.2), stage.y(0.72)), form=0.3, form_width=24, rim=pen.dark, rim_width=2)  # fmt: skip
    rng = pen.rng("cracks")
    for _ in range(10):
        a, b = rng.uniform(0.0, 0.26), rng.uniform(0.36, 0.62)
        crack = [at(a, b), at(a + rng.uniform(-0.01, 0.01), b + 0.04), at(a + rng.uniform(-0.02, 0.02), b + 0.09)]
        pen.line(crack, pen.shaded(colour, 0.28), 2.6, ink=0.5, alpha=0.8)
    green = backdrop.foliage(stage, 0.5)
    for a, b, w in (
        (0.0, 0.2, 90),
        (0.09, 0.205, 78),
        (0.17, 0.225, 62),
        (0.27, 0.355, 40),
        (0.335, 0.485, 34),
        (0.385, 0.62, 28),
    ):
        growth.bush(pen, *at(a, b + 0.012), w * k * 1.3, pen.lighter(green, 0.02 * (w % 3)), w)
    if side == 0:
        growth.tree(pen, *at(0.07, 0.2), 170 * k * tall, backdrop.foliage(stage, 0.45), 1, backdrop.snowy(stage))
    else:
        growth.tree(pen, *at(0.1, 0.2), 150 * k * tall, backdrop.foliage(stage, 0.45), 2, backdrop.snowy(stage))


def _pool(stage: Stage, k: float) -> None:
    backdrop.water(stage, stage.y(0.655), stage.y(0.74), 3, (0.44, 0.54), swell=4, name="pool", shares=(0.1, 0.7))
    pen = stage.sheet("pool stones", 0.5, lift=8)
    for x, y, wide in ((0.34, 0.69, 90), (0.42, 0.715, 60), (0.66, 0.69, 84), (0.6, 0.725, 54), (0.75, 0.72, 110)):
        pen.shape(rock(stage.x(x), stage.y(y), wide * k, wide * 0.42 * k, seed=wide), _stone(stage, 0.8), form=0.4, rim=pen.dark)  # fmt: skip
    rings = stage.sheet("rings", 0.55, haze=0, light_motion="glint")
    backdrop.glints(rings, stage.x(0.51), stage.y(0.68), stage.y(0.75), 34, 130, strength=0.6)


def _bank(stage: Stage, k: float) -> None:
    turf = backdrop.turf(stage, 0.56, 0.55)
    pen = backdrop.ground(stage, "bank", 0.57, stage.y(0.755), 9, turf, slope=-10, lift=12, fade=0.1)
    for x, y, wide in ((0.14, 0.775, 120), (0.9, 0.77, 140), (0.07, 0.8, 80)):
        pen.shape(rock(stage.x(x), stage.y(y), wide * k, wide * 0.45 * k, seed=wide), _stone(stage, 0.8), form=0.4)
        pen.shape(blob(stage.x(x), stage.y(y) - wide * 0.38 * k, wide * 0.3 * k, wide * 0.07 * k, seed=wide), pen.mix(turf, pen.natural("moss"), 0.6), shadow=0.2)  # fmt: skip
    backdrop.grass(
        pen, stage.frame.left, stage.frame.right, stage.y(0.765), 20 * k, backdrop.foliage(stage, 0.6), 46, 0.1
    )
    if stage.option("ferns", "yes") == "yes":
        side = stage.sheet("ferns", 0.72, lift=11, motion="sway")
        for x, y, size in ((0.08, 0.88, 130), (0.93, 0.86, 140)):
            growth.fern(side, stage.x(x), stage.y(y), size * k, backdrop.foliage(stage, 0.62), (-165, -135, -105, -75, -45, -15))  # fmt: skip
            side.shape(oval(stage.x(x), stage.y(y), 20 * k, 7 * k), backdrop.foliage(stage, 0.7), line=0.5)

"""Open country: field, farm, hill, road."""

from __future__ import annotations

import math

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.kit.settings import growth, masonry, terrain
from engine.illustrate.paint.forms import grounded
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen, across, down
from engine.illustrate.palette import mix
from engine.illustrate.stage import Stage
from engine.looks import Colour

_SKY = Place("sky", "sky", 0.08, 0.3, 0.12, 0.3, 70, 100)


@setting(
    "field",
    words="fields, meadow, cornfield, wheat field, grassland, prairie, pasture, plain, farmland, rice field, paddy, steppe",
    kinds="nature, outdoors, farm",
    horizon=0.5,
    light=(0.66, 0.2),
    options="crop (wheat, grass, rows), tree (yes, no)",
    places=(Place("field edge", "ground", 0.55, 0.88, 0.69, 0.86, 140, 250, (0.1, 0.9)), _SKY),
)
def field(stage: Stage) -> None:
    """Hills patched with fields, bands of ripe corn, a lone tree, a grassy edge, ears of corn close to us."""
    low, frame, k = stage.y(stage.horizon), stage.frame, backdrop.fit(stage)
    backdrop.sky(stage, low, clouds=3)
    backdrop.hills(stage, low - 16, 44, count=2)
    crop = stage.option("crop", "wheat")
    gold = stage.scheme.natural("straw") if crop == "wheat" else stage.scheme.V
    bands = ((0.26, 0.5, gold, 6), (0.32, 0.525, stage.scheme.V, 9), (0.4, 0.555, gold, 8), (0.46, 0.6, gold, 7))
    for i, (depth, y, colour, rise) in enumerate(bands):
        tone = backdrop.earth(stage, stage.scheme.tone(depth), depth)
        pen = backdrop.ground(
            stage, f"band{i}", depth, stage.y(y), rise, tone if backdrop.snowy(stage) else _blend(stage, tone, colour),
            slope=(-14, 18, -10, 8)[i], lift=7,
        )  # fmt: skip
        _ears(stage, pen, stage.y(y + 0.004), 14 + 15 * i, crop, i)
        if i == 1:
            growth.far_trees(pen, frame.left, frame.x(0.24), stage.y(y) + 8, 60 * k, backdrop.foliage(stage, 0.25), 5)
            growth.far_trees(pen, frame.x(0.8), frame.right, stage.y(y) + 14, 74 * k, backdrop.foliage(stage, 0.3), 6)
    if stage.option("tree", "yes") == "yes":
        tree = stage.sheet("lone tree", 0.44, lift=9, motion="flutter")
        growth.tree(tree, frame.x(0.2), stage.y(0.6), 270 * k * backdrop.high(stage), backdrop.foliage(stage, 0.4), 2, backdrop.snowy(stage))  # fmt: skip
    edge = backdrop.ground(stage, "field edge", 0.52, stage.y(0.665), 8, backdrop.turf(stage, 0.5, 0.55), slope=-6)
    backdrop.grass(
        edge, frame.left, frame.right, stage.y(0.675), 28, backdrop.foliage(stage, 0.55), 60, 0.2 * stage.wind
    )
    earth = backdrop.earth(stage, edge.natural("earth"), 0.6)
    terrain.way(stage, "track", 0.53, edge.lighter(earth, 0.05), ((0.68, 0.68, 0.73), (0.75, 0.56, 0.68), (0.87, 0.28, 0.52), (1.12, -0.1, 0.4)))  # fmt: skip
    front = growth.front_grass(stage, 0.24, 0.74, 96)
    if crop == "wheat":
        _near_ears(stage, front, k)
    backdrop.weather(stage)


def _blend(stage: Stage, tone: Colour, colour: Colour) -> Colour:
    return mix(tone, colour, 0.76 if not stage.scheme.dark else 0.3)


def _ears(stage: Stage, pen: Pen, y: float, tall: float, crop: str, seed: int) -> None:
    """The uneven upper edge of a field and the furrows in it."""
    frame, rng = stage.frame, pen.rng("ears", seed)
    gold = _blend(stage, stage.scheme.tone(0.3), stage.scheme.natural("straw") if crop == "wheat" else stage.scheme.V)
    colour = pen.lighter(backdrop.earth(stage, gold, 0.4), 0.03)
    for i in range(round((frame.right - frame.left) / 13)):
        x = frame.left + i * 13 + rng.uniform(-4, 4)
        pen.line([(x, y + tall), (x + 2 * math.sin(i), y + rng.uniform(-3, 3) + tall * 0.3)], colour, 2 + tall * 0.04, ink=0.3, alpha=0.8)  # fmt: skip


def _near_ears(stage: Stage, pen: Pen, k: float) -> None:
    dark = backdrop.near_dark(stage, 0.2)
    gold = pen.mix(pen.natural("straw"), dark, 0.55 if not pen.dark else 0.8)
    for i in range(7):
        x = stage.x(0.8 + 0.034 * i + 0.008 * math.sin(i * 3.3))
        tall = (84 + 20 * i + 26 * math.sin(i * 2.1)) * k * backdrop.high(stage)
        y, lean = stage.frame.height + 10, 20 + 16 * math.sin(i)
        pen.line([(x, y), (x + lean / 2, y - tall * 0.6), (x + lean, y - tall)], gold, 3, ink=0.6)
        for j in range(6):
            a, b = x + lean, y - tall + j * 9 * k
            for side in (-1, 1):
                pen.shape(
                    oval(a + side * 4.6 * k, b, 3.6 * k, 6.4 * k),
                    pen.lighter(gold, 0.02 * (j % 2)),
                    form=0.25,
                    shadow=0.5,
                    line=0.6,
                )


@setting(
    "farm",
    words="farmyard, barnyard, barn, farmhouse, ranch, stable, homestead, paddock",
    kinds="field, settlement, outdoors",
    horizon=0.5,
    light=(0.44, 0.18),
    options="barn (yes, no), windmill (no, yes)",
    places=(
        Place("yard", "ground", 0.5, 0.88, 0.67, 0.86, 130, 250, (0.16, 0.86)),
        Place("fence", "shelf", 0.46, 0.47, 0.57, 0.575, 110, 112, (0.04, 0.5)),
        _SKY,
    ),
)
def farm(stage: Stage) -> None:
    """Hills with furrows, a red barn with a silo, a fence, hay, the yard, grass before us."""
    low, frame, k = stage.y(stage.horizon), stage.frame, backdrop.fit(stage)
    backdrop.sky(stage, low, clouds=3)
    backdrop.hills(stage, low - 20, 40, count=2)
    crop = backdrop.ground(stage, "crops", 0.27, low + 2, 8, _blend(stage, stage.scheme.tone(0.27), stage.scheme.natural("straw")) if not backdrop.snowy(stage) else backdrop.earth(stage, stage.scheme.V), lift=7)  # fmt: skip
    for i in range(-9, 24):
        a, b = frame.x(0.36 + 0.012 * i), frame.x(0.2 + 0.07 * i)
        crop.line([(a, low + 8), (b, low + 90)], crop.shaded(backdrop.turf(stage, 0.3), 0.12), 2.4, ink=0.3, alpha=0.55)
    growth.far_trees(crop, frame.x(0.3), frame.x(0.56), low + 10, 60 * k, backdrop.foliage(stage, 0.25), 9)
    backdrop.ground(stage, "grass", 0.36, low + 44, 7, backdrop.turf(stage, 0.36, 0.55))
    if stage.option("barn", "yes") == "yes":
        _barn(stage, frame.x(0.78), low + 74, k * (0.7 + 0.3 * backdrop.high(stage)))
    _rail_fence(stage, low + 80, frame.left, frame.x(0.56), k)
    earth = backdrop.earth(stage, crop.lighter(crop.natural("earth"), 0.10), 0.4)
    backdrop.ground(stage, "yard", 0.48, stage.y(0.64), 6, crop.mix(earth, backdrop.turf(stage, 0.4), 0.3))
    terrain.way(
        stage, "drive", 0.49, earth, ((0.645, 0.66, 0.76), (0.7, 0.58, 0.74), (0.82, 0.34, 0.7), (1.12, 0.04, 0.74))
    )
    _hay(stage, k)
    masonry.wall_in_front(stage, "left", 0.22, 2)
    growth.front_grass(stage, 0.02, 0.74, 84)
    backdrop.weather(stage)


def _barn(stage: Stage, x: float, y: float, k: float) -> None:
    pen = stage.sheet("barn", 0.42, lift=11, wobble=0.6)
    own, red = pen.at(x, y, k), pen.mix(pen.A, pen.natural("brick"), 0.4)
    red = pen.mix(red, pen.r(0.2), 0.45) if pen.dark else red
    roof, white = (
        pen.mix(pen.natural("dark wood"), pen.r(0.3), 0.3),
        pen.r(0.6) if pen.dark else pen.mix(pen.r(0.97), pen.L, 0.2),
    )
    grey = pen.mix(pen.natural("steel"), stage.scheme.tone(0.4), 0.35)
    own.contact(0, 0, 170, 0.4)
    own.shape(box(112, -250, 66, 254), across(pen.lighter(grey, 0.05), pen.shaded(grey, 0.25), 112, 178), form=0.25)
    own.shape(smooth([(108, -248), (120, -280), (145, -292), (170, -280), (182, -248)], curve=0.8), pen.shaded(grey, 0.15), form=0.25)  # fmt: skip
    own.shape(box(-150, -120, 60, 124), across(red, pen.shaded(red, 0.2), -150, -90), form=0.2)
    own.shape(polygon([(-164, -114), (-80, -146), (-80, -114)]), roof, form=0.25)
    gambrel = [(-100, 4), (-100, -128), (-78, -180), (0, -222), (78, -180), (100, -128), (100, 4)]
    own.shape(
        polygon(gambrel), across(pen.lighter(red, 0.02), pen.shaded(red, 0.2), -100, 100), form=0.2, form_width=10
    )
    for dx in range(-84, 100, 21):
        own.line([(dx, -120), (dx, -2)], pen.shaded(red, 0.25), 1.6, ink=0.3, alpha=0.7)
    top = [
        (-114, -122),
        (-88, -184),
        (0, -234),
        (88, -184),
        (114, -122),
        (100, -118),
        (78, -176),
        (0, -218),
        (-78, -176),
        (-100, -118),
    ]
    own.shape(polygon(top), roof, form=0.2, rim=pen.dark, rim_width=2)
    if backdrop.snowy(stage):
        own.shape(
            polygon([(-90, -186), (0, -238), (90, -186), (70, -186), (0, -222), (-70, -186)]),
            pen.r(0.8 if pen.dark else 0.98),
        )
    own.shape(box(-42, -92, 84, 96), white, line=0.9)
    own.shape(box(-36, -86, 72, 90), pen.shaded(red, 0.16), shadow=0, line=0.7)
    for a, b in (((-36, -86), (36, 4)), ((36, -86), (-36, 4))):
        own.line([a, b], white, 5, ink=0.6)
    own.shape(oval(0, -154, 17), white)
    own.shape(oval(0, -154, 12), pen.mix(pen.lit, pen.B, 0.3) if stage.night else pen.r(0.3), shadow=0)
    if stage.night:
        own.glow(0, -154, 60, pen.B, 0.5)


def _rail_fence(stage: Stage, y: float, x0: float, x1: float, k: float) -> None:
    pen = stage.sheet("rail fence", 0.46, lift=7, wobble=0.7)
    wood = pen.mix(pen.natural("pale wood"), stage.scheme.tone(0.45), 0.3)
    for dy in (-50, -28):
        pen.shape(
            polygon([(x0, y + dy * k), (x1, y + (dy + 3) * k), (x1, y + (dy + 12) * k), (x0, y + (dy + 9) * k)]),
            wood,
            form=0.3,
        )
    x = x0 + 20
    while x < x1:
        pen.shape(
            box(x, y - 64 * k, 12 * k, 70 * k, 3), pen.lighter(wood, -0.02), form=0.3, rim=pen.dark, rim_width=1.5
        )
        x += 84 * k


def _hay(stage: Stage, k: float) -> None:
    pen = stage.sheet("hay", 0.54, lift=9)
    straw = pen.natural("straw")
    for x, y, size in ((0.1, 0.7, 62), (0.2, 0.715, 50)):
        a, b, r = stage.x(x), stage.y(y), size * k
        pen.contact(a, b, r, 0.5)
        pen.shape(oval(a, b - r * 0.9, r, r * 0.95), straw, form=0.3, rim=pen.dark, rim_width=2)
        for j in (0.75, 0.5, 0.26):
            pen.line(oval(a - 2, b - r * 0.9, r * j, r * 0.95 * j), pen.shaded(straw, 0.32), 2, ink=0.5, alpha=0.8)


@setting(
    "hill",
    words="hilltop, hills, knoll, green hill, on top of the hill, slope, hillside, moor, heath, highlands, cliff",
    kinds="nature, outdoors, field",
    horizon=0.6,
    light=(0.3, 0.22),
    options="tree (yes, no), path (yes, no)",
    places=(
        Place("hilltop", "ground", 0.5, 0.6, 0.545, 0.62, 120, 160, (0.5, 0.78)),
        Place("foot", "ground", 0.7, 0.9, 0.76, 0.88, 190, 270, (0.06, 0.7)),
        Place("sky", "sky", 0.08, 0.3, 0.12, 0.36, 70, 110),
    ),
)
def hill(stage: Stage) -> None:
    """Far ridges, one great round hill with a lone tree and a winding path, a darker slope before us."""
    low, frame, k = stage.y(stage.horizon), stage.frame, backdrop.fit(stage)
    tall = backdrop.high(stage)
    backdrop.sky(stage, low, clouds=3)
    backdrop.hills(stage, low - 30, 50, count=2)
    backdrop.ground(stage, "valley", 0.34, low + 6, 14, backdrop.turf(stage, 0.34, 0.5), slope=12)
    pen = stage.sheet("great hill", 0.46, lift=12)
    colour = backdrop.turf(stage, 0.4, 0.62)
    row = [(frame.left, stage.y(0.72)), (frame.x(0.16), stage.y(0.69)), (frame.x(0.36), stage.y(0.61)), (frame.x(0.54), stage.y(0.545)), (frame.x(0.7), stage.y(0.535)),
           (frame.x(0.86), stage.y(0.57)), (frame.right, stage.y(0.63))]  # fmt: skip
    pen.shape(grounded(row, frame.foot), down(pen.lighter(colour, 0.05), pen.shaded(colour, 0.22), stage.y(0.53), frame.height), rim=pen.dark, rim_width=2.5)  # fmt: skip
    rng = pen.rng("tufts")
    for _ in range(46):
        x, t = rng.uniform(0.04, 1.0), rng.random()
        y = stage.y(0.66 + 0.2 * t)
        pen.line([(stage.x(x) - 7, y), (stage.x(x), y - 5), (stage.x(x) + 7, y)], pen.lighter(colour, 0.06 if not backdrop.snowy(stage) else -0.07), 2, ink=0.4, alpha=0.8)  # fmt: skip
    if stage.option("path", "yes") == "yes":
        sand = backdrop.earth(stage, stage.scheme.natural("sand"), 0.5)
        rows = ((0.538, 0.625, 0.632), (0.58, 0.57, 0.585), (0.63, 0.59, 0.62), (0.69, 0.46, 0.515), (0.77, 0.44, 0.55), (0.88, 0.2, 0.42), (1.1, 0.0, 0.34))  # fmt: skip
        terrain.way(stage, "path", 0.47, sand, rows)
    if stage.option("tree", "yes") == "yes":
        tree = stage.sheet("lone tree", 0.48, lift=11, motion="flutter")
        tree.contact(frame.x(0.78), stage.y(0.555), 60, 0.4)
        growth.tree(
            tree, frame.x(0.78), stage.y(0.56), 300 * k * tall, backdrop.foliage(stage, 0.45), 4, backdrop.snowy(stage)
        )
    near = stage.sheet("near slope", 0.66, lift=12)
    shade = backdrop.turf(stage, 0.62, 0.5)
    row = [(frame.left, stage.y(0.76)), (frame.x(0.2), stage.y(0.775)), (frame.x(0.45), stage.y(0.84)), (frame.x(0.7), stage.y(0.9)), (frame.right, stage.y(0.96))]  # fmt: skip
    near.shape(
        grounded(row, frame.foot), down(near.lighter(shade, 0.02), near.shaded(shade, 0.2), stage.y(0.76), frame.height)
    )
    backdrop.grass(
        near, frame.left, frame.x(0.4), stage.y(0.79), 30, backdrop.foliage(stage, 0.7), 24, 0.3 * stage.wind
    )
    growth.front_grass(stage, 0.2, 0.7, 96)
    backdrop.weather(stage)


@setting(
    "road",
    words="country road, highway, winding road, path, track, way, trail, journey, crossroads, on the road, pilgrimage",
    kinds="outdoors, country",
    horizon=0.5,
    light=(0.36, 0.2),
    options="surface (earth, asphalt), poles (yes, no), milestone (yes, no)",
    places=(
        Place("road", "ground", 0.48, 0.88, 0.655, 0.86, 110, 250, (0.3, 0.8)),
        Place("verge", "ground", 0.5, 0.8, 0.66, 0.8, 120, 220, (0.03, 0.26)),
        _SKY,
    ),
)
def road(stage: Stage) -> None:
    """A road that winds from far hills down to us, trees and poles beside it, a signpost, dark verges."""
    low, frame, k = stage.y(stage.horizon), stage.frame, backdrop.fit(stage)
    backdrop.sky(stage, low, clouds=3)
    terrain.peaks(stage, "peaks", 0.11, low - 10, 130 * backdrop.high(stage), seed=5, white=False)
    backdrop.hills(stage, low - 10, 40, count=2)
    hard = stage.option("surface", "earth") == "asphalt"
    base = (
        stage.scheme.natural("sand")
        if not hard
        else _blend(stage, stage.scheme.natural("iron"), stage.scheme.natural("stone"))
    )
    base = backdrop.earth(stage, base, 0.5)
    backdrop.ground(stage, "plain", 0.34, low + 14, 7, backdrop.turf(stage, 0.3, 0.5), lift=7)
    terrain.way(stage, "far road", 0.345, base, ((0.524, 0.612, 0.622), (0.545, 0.56, 0.58), (0.565, 0.58, 0.615), (0.61, 0.7, 0.78), (0.7, 0.6, 0.74)))  # fmt: skip
    far = stage.sheet("far trees", 0.36, lift=7)
    growth.far_trees(far, frame.left, frame.x(0.38), low + 44, 70 * k, backdrop.foliage(stage, 0.25), 1)
    growth.far_trees(far, frame.x(0.86), frame.right, low + 46, 92 * k, backdrop.foliage(stage, 0.3), 2)
    pen = backdrop.ground(stage, "rise", 0.42, stage.y(0.6), 9, backdrop.turf(stage, 0.42, 0.55), slope=-10)
    backdrop.grass(pen, frame.left, frame.right, stage.y(0.62), 22, backdrop.foliage(stage, 0.5), 40, 0.2)
    terrain.way(stage, "road", 0.44, base, ((0.598, 0.545, 0.585), (0.66, 0.47, 0.555), (0.76, 0.4, 0.6), (0.88, 0.32, 0.78), (1.12, 0.18, 1.16)))  # fmt: skip
    if hard:
        _stripes(stage)
    if stage.option("poles", "yes") == "yes":
        _poles(stage, k)
    if stage.option("milestone", "yes") == "yes":
        _waymark(stage, frame.x(0.22), stage.y(0.76), k)
    bushes = stage.sheet("bushes", 0.72, lift=11)
    growth.bush(bushes, frame.x(0.04), stage.y(0.82), 220 * k, backdrop.foliage(stage, 0.65), 3)
    growth.bush(bushes, frame.x(0.99), stage.y(0.76), 200 * k, backdrop.foliage(stage, 0.6), 8)
    growth.front_grass(stage, 0.24, 0.84, 88)
    backdrop.weather(stage)


def _waymark(stage: Stage, x: float, y: float, k: float) -> None:
    """A wooden signpost with two arms, which tells a road from every other ground."""
    pen = stage.sheet("milestone", 0.6, lift=9, wobble=0.7)
    wood = pen.mix(pen.natural("wood"), pen.natural("pale wood"), 0.4)
    pen.contact(x, y, 22 * k, 0.5)
    pen.shape(box(x - 6 * k, y - 152 * k, 12 * k, 152 * k, 3), pen.shaded(wood, 0.2), form=0.35, rim=pen.dark)
    for rise, side in ((136, 1), (100, -1)):
        row = [(-14, -13), (64, -13), (82, 0), (64, 13), (-14, 13)]
        arm = polygon([(x + side * a * k, y - rise * k + b * k) for a, b in row])
        pen.shape(arm, pen.lighter(wood, 0.03), form=0.25, rim=pen.dark, rim_width=2)
        for dx in (-2, 44):
            pen.shape(oval(x + side * dx * k, y - rise * k, 2.4 * k), pen.shaded(wood, 0.4), shadow=0, line=0.4)


def _stripes(stage: Stage) -> None:
    pen = stage.sheet("stripes", 0.445, lift=0)
    for y, x, tall, half in (
        (0.64, 0.522, 0.02, 3),
        (0.69, 0.508, 0.035, 5),
        (0.76, 0.502, 0.05, 8),
        (0.86, 0.54, 0.08, 13),
    ):
        a, b = (stage.x(x), stage.y(y)), (stage.x(x + (0.012 if y > 0.75 else -0.006)), stage.y(y + tall))
        pen.shape(polygon([(a[0] - half * 0.7, a[1]), (a[0] + half * 0.7, a[1]), (b[0] + half, b[1]), (b[0] - half, b[1])]), pen.r(0.92), shadow=0, line=0.5)  # fmt: skip


def _poles(stage: Stage, k: float) -> None:
    """Telegraph poles that come nearer, their wires hanging between."""
    rows = ((0.49, 0.6, 96, 0.425), (0.36, 0.65, 190, 0.46), (0.1, 0.74, 360, 0.56))
    tops: list[tuple[float, float]] = []
    for i, (x, y, tall, depth) in enumerate(rows):
        pen = stage.sheet(f"pole{i}", depth, lift=7, wobble=0.6)
        a, b, high = stage.x(x), stage.y(y), tall * k * backdrop.high(stage)
        wood = pen.mix(pen.natural("dark wood"), stage.scheme.tone(depth), 0.35)
        pen.shape(box(a - high * 0.012, b - high, high * 0.024, high), wood, form=0.3, rim=pen.dark, rim_width=1.5)
        pen.shape(box(a - high * 0.1, b - high * 0.93, high * 0.2, high * 0.022), wood, form=0.3)
        if tops:
            for side in (-0.09, 0.09):
                c, d = (a + side * high, b - high * 0.93), (tops[-1][0], tops[-1][1])
                pen.line(
                    [c, ((c[0] + d[0]) / 2, (c[1] + d[1]) / 2 + high * 0.1), d],
                    pen.mix(wood, pen.r(0.1), 0.4),
                    1.5,
                    ink=0.5,
                )
        tops.append((a, b - high * 0.93))

"""A volcano: from outside, with smoke, eruption or lava; and cut open, with its chamber of magma and its vent."""

from __future__ import annotations

import math

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.kit.settings import growth
from engine.illustrate.paint.forms import blob, ridge, rock, tube
from engine.illustrate.paint.path import Path, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen, across, around, down
from engine.illustrate.palette import mix
from engine.illustrate.stage import Stage
from engine.looks import Colour

_SKY = Place("sky", "sky", 0.08, 0.12, 0.12, 0.28, 60, 90)


def _fire(pen: Pen) -> Colour:
    return pen.mix(pen.natural("fire"), (1.0, 0.5, 0.1), 0.55)


def _cone(x: float, low: float, wide: float, high: float, mouth: float = 0.13) -> Path:
    """A mountain with concave flanks and a notched mouth."""
    left = [(-1.0, 0.0), (-0.72, -0.17), (-0.5, -0.36), (-0.32, -0.6), (-0.2, -0.83), (-mouth, -1.0)]
    rim = [(-mouth * 0.4, -0.955), (mouth * 0.2, -0.97), (mouth * 0.6, -0.95)]
    right = [(mouth, -0.985), (0.21, -0.8), (0.34, -0.57), (0.52, -0.34), (0.74, -0.15), (1.0, 0.0)]
    row = [(-1.0, 0.25), *left, *rim, *right, (1.0, 0.25)]
    return smooth([(x + a * wide, low + b * high) for a, b in row], curve=0.45)


@setting(
    "volcano",
    words="crater, volcanic mountain, volcanic island, volcanic eruption, lava field, smoking mountain, foot of the volcano",
    kinds="mountain, nature, outdoors",
    horizon=0.58,
    light=(0.2, 0.18),
    options="erupting (no, yes), lava (no, yes), smoke (yes, no), rock (no, yes)",
    places=(
        Place("land", "ground", 0.56, 0.9, 0.735, 0.87, 120, 250, (0.08, 0.9)),
        Place("lake", "water", 0.51, 0.53, 0.69, 0.7, 70, 80, (0.06, 0.26)),
        Place("sky", "sky", 0.08, 0.12, 0.12, 0.26, 60, 90, (0.04, 0.34)),
    ),
)
def volcano(stage: Stage) -> None:
    """A broad dark cone over low hills and woods; its smoke or its column of ash; lava down to the foot; black rocks."""
    low, frame, k = stage.y(stage.horizon), stage.frame, backdrop.fit(stage)
    tall, erupts = backdrop.high(stage), stage.option("erupting", "no") == "yes"
    backdrop.sky(stage, low, clouds=0 if erupts else 2)
    backdrop.hills(stage, low - 10, 30, count=1)
    x, wide, high = frame.x(0.58), min(frame.width * 0.46, 560), (176 if erupts else 290) * tall
    if erupts:  # a lower cone: its ash rises high above it, and all of it is in the picture
        _column(stage, x, low - high * 0.97, k * tall)
    elif stage.option("smoke", "yes") == "yes":
        _smoke(stage, x, low - high * 0.97, k)
    _mountain(stage, x, low + 8, wide, high)
    if erupts:
        _fountain(stage, x, low - high * 0.95, k)
    if erupts or stage.option("lava", "no") == "yes":
        _lava(stage, x, low + 8, wide, high)
    flows = erupts or stage.option("lava", "no") == "yes"
    for i, (depth, y, rise, size) in enumerate(
        ((0.28, 0.585, 12.0, 44.0), (0.38, 0.625, 16, 66), (0.48, 0.67, 14, 92))
    ):
        turf = backdrop.turf(stage, depth, 0.42)
        slope = (20.0, -26.0, 16.0)[i]
        pen = backdrop.ground(stage, f"slope{i}", depth, stage.y(y), rise, turf, slope=slope, lift=9)
        rng, colour = pen.rng("woods"), pen.mix(backdrop.foliage(stage, 0.2 + depth), stage.scheme.tone(depth), 0.3)
        for j in range(round(frame.width / (30 + 22 * i))):
            at = frame.left + j * (34 + 24 * i) + rng.uniform(-12, 12)
            if rng.random() < 0.25 or (i == 2 and 0.28 < at / frame.width < 0.74) or (flows and abs(at - x) < 150 * k):
                continue
            middle = (at - frame.width / 2) / (frame.width / 2)
            growth.conifer(pen, at, stage.y(y) + slope * middle + rise * 0.8, size * k * rng.uniform(0.6, 1.1), colour, backdrop.snowy(stage), 4)  # fmt: skip
    if flows:
        _tongue(stage, x)
    _lake(stage)
    _black_land(stage, k, flows)
    backdrop.rocks_in_front(stage)
    backdrop.weather(stage)


def _mountain(stage: Stage, x: float, low: float, wide: float, high: float) -> None:
    pen, s = stage.sheet("cone", 0.2, lift=13, haze=0.45), stage.scheme
    umber: Colour = (0.40, 0.31, 0.30)
    stone = mix(s.tone(0.34), umber, 0.3 if s.dark else 0.86)
    cone = _cone(x, low, wide, high)
    pen.shape(cone, down(pen.shaded(stone, 0.1), pen.lighter(stone, 0.05), low - high, low), form=0.3, form_width=wide * 0.16)  # fmt: skip
    for i, (a, b, c) in enumerate(((-0.1, -0.3, -0.52), (-0.04, -0.1, -0.2), (0.06, 0.14, 0.3), (0.1, 0.34, 0.62))):
        gully = [(x + a * wide, low - high * 0.9), (x + b * wide, low - high * 0.5), (x + c * wide, low - high * 0.12)]
        pen.shape(tube(gully, [3, 9 + 2 * i, 2]) & cone, pen.shaded(stone, 0.2), shadow=0.2, edge=0, line=0.5)
    if backdrop.snowy(stage):
        teeth = [(-0.4, -1.2), (0.4, -1.2), (0.3, -0.62), (0.18, -0.72), (0.06, -0.58), (-0.08, -0.72), (-0.2, -0.6), (-0.32, -0.66)]  # fmt: skip
        pen.shape(cone & polygon([(x + a * wide, low + b * high) for a, b in teeth]), s.r(0.72 if s.dark else 1.0), form=0.15, shadow=0.5)  # fmt: skip


def _ash(stage: Stage, t: float) -> Colour:
    s = stage.scheme
    grey: Colour = (0.40, 0.37, 0.39)
    ash = mix(mix(s.natural("iron"), grey, 0.55), s.natural("stone"), 0.6 * t)
    return mix(ash, s.r(0.2), 0.4) if s.dark else ash


def _smoke(stage: Stage, x: float, y: float, k: float) -> None:
    """A few soft puffs that the wind takes."""
    pen = stage.sheet("smoke", 0.16, lift=8, motion="drift")
    for i in range(5):
        r = (22 + 15 * i) * k
        pen.shape(blob(x + (i * i * 9 + 4 * i) * k, y + 8 - i * 34 * k, r * 1.25, r * 0.8, seed=i + 2, points=14, jitter=0.07), pen.mix(_ash(stage, 0.8), pen.r(0.9 if not pen.dark else 0.4), 0.4 + 0.06 * i), form=0.25, alpha=0.96)  # fmt: skip


def _column(stage: Stage, x: float, y: float, k: float) -> None:
    """A column of ash that spreads into a canopy high above, whole in the picture."""
    pen = stage.sheet("ash canopy", 0.14, lift=11, motion="drift")
    wide = min(k, (stage.frame.width - x - 12) / 400)
    high = min(k, (y - 40) / 230)
    top = 24 + 68 * high
    for i, (dx, dy, r) in enumerate(((-246, 14, 92), (-130, 4, 116), (16, -2, 132), (160, 6, 116), (280, 16, 90), (-48, 46, 104), (90, 48, 96))):  # fmt: skip
        shape = blob(x + dx * wide, top + dy * high, r * 1.2 * wide, r * 0.5 * high, seed=i + 4, points=16, jitter=0.08)  # fmt: skip
        pen.shape(shape, pen.lighter(_ash(stage, 0.35), 0.03 * (i % 3)), form=0.32, form_width=22)
    stem = stage.sheet("ash column", 0.17, lift=12)
    for i in range(9):
        t = i / 8
        half = (88 - 44 * t + 12 * math.sin(i * 2.2)) * wide
        at = (x + math.sin(i * 1.7) * 22 * wide * (1 - t), top + 44 * high + (y - top - 64 * high) * t)
        shade = stem.mix(_ash(stage, 0.4 * (1 - t)), _fire(stem), 0.36 * max(0.0, t - 0.55) / 0.45)
        stem.shape(blob(*at, half, half * 0.7, seed=i + 11, points=15, jitter=0.09), shade, form=0.34, form_width=16)
    stem.glow(x, y - 20, 240 * k, _fire(stem), 0.5)


def _fountain(stage: Stage, x: float, y: float, k: float) -> None:
    """Fire that leaps from the mouth, with stones."""
    pen = stage.sheet("fountain", 0.21, lift=8)
    hot = _fire(pen)
    for turn, long, half in ((-26, 104, 13), (-11, 142, 16), (8, 128, 16), (24, 96, 12)):
        a = math.radians(turn - 90)
        tip = (x + math.cos(a) * long * k, y + math.sin(a) * long * k)
        pen.shape(tube([(x, y + 20), ((x + tip[0]) / 2, (y + tip[1]) / 2), tip], [half * k, half * 0.8 * k, 2]), pen.lighter(hot, 0.03 * (turn > 0)), form=0.15)  # fmt: skip
    rng, stone = pen.rng("stones"), pen.natural("iron")
    for _ in range(16):
        a, far = math.radians(rng.uniform(-160, -20)), rng.uniform(90, 210) * k
        pen.shape(oval(x + math.cos(a) * far, y + math.sin(a) * far, rng.uniform(3, 7) * k), rng.choice((hot, stone)), form=0.3)  # fmt: skip
    pen.glow(x, y - 30, 260 * k, hot, 0.55)
    pen.lamp(x, y, 90 * k, 0.7)


def _lava(stage: Stage, x: float, low: float, wide: float, high: float) -> None:
    """Streams from the mouth down to the foot, one inside the other: red, orange, yellow."""
    pen = stage.sheet("lava", 0.215, lift=5)
    hot = _fire(pen)
    ways = (((0.0, -0.99), (-0.05, -0.74), (-0.02, -0.46), (-0.12, -0.2), (-0.08, 0.1)), ((0.06, -0.97), (0.13, -0.72), (0.24, -0.44), (0.36, -0.2)), ((-0.07, -0.97), (-0.19, -0.7), (-0.28, -0.5)))  # fmt: skip
    for i, (tint, share) in enumerate(((pen.mix(hot, pen.A, 0.5), 1.0), (hot, 0.66), (pen.mix(hot, pen.L, 0.6), 0.28))):
        mouth = oval(x, low - high * 0.975, wide * 0.12 * (0.7 + 0.3 * share), 9 * share + 3)
        for j, way in enumerate(ways):
            row = [(x + a * wide, low + b * high) for a, b in way]
            halves = [(17, 20, 24, 30, 44)[n] * (1.0, 0.72, 0.6)[j] * share for n in range(len(row))]
            halves[-1] *= 1.0 if j == 0 else 0.4
            mouth = mouth | tube(row, halves)
        pen.shape(mouth, tint, form=0.12, shadow=0.6 if i == 0 else 0.1, line=0.6)
    pen.glow(x, low - high, 190, hot, 0.5)
    pen.glow(x - 0.08 * wide, low - high * 0.2, 150, hot, 0.35)


def _tongue(stage: Stage, x: float) -> None:
    """The stream where it crosses the land at the foot."""
    rows = (
        (0.575, -0.056, -0.012),
        (0.61, -0.07, 0.0),
        (0.65, -0.12, -0.02),
        (0.69, -0.2, -0.04),
        (0.735, -0.31, -0.06),
    )
    pen = stage.sheet("tongue", 0.5, lift=5)
    share, hot = x / stage.frame.width, _fire(pen)
    for tint, narrow in ((pen.mix(hot, pen.A, 0.5), 0.0), (hot, 0.16), (pen.mix(hot, pen.L, 0.5), 0.34)):
        left = [(stage.x(share + a + (b - a) * narrow), stage.y(y)) for y, a, b in rows]
        right = [(stage.x(share + b - (b - a) * narrow), stage.y(y)) for y, a, b in reversed(rows)]
        pen.shape(smooth([*left, *right], curve=0.75), tint, form=0.1, shadow=0.3, line=0.5)
    pen.glow(stage.x(share - 0.1), stage.y(0.66), 170, hot, 0.3)


def _lake(stage: Stage) -> None:
    """A lake at the left, before the woods."""
    pen = stage.sheet("lake", 0.505, lift=4, haze=0.4, motion="sway")
    far, near = backdrop.water_colours(stage)
    x, y, wide = stage.x(0.13), stage.y(0.695), stage.frame.width * 0.2
    pen.shape(oval(x, y, wide, 24 * backdrop.high(stage)), across(far, pen.mix(far, near, 0.6), x - wide, x + wide), form=0.12)  # fmt: skip
    light = stage.sheet("lake light", 0.508, haze=0, light_motion="glint")
    backdrop.glints(light, x + wide * 0.3, y - 14, y + 12, 16, 60)


def _black_land(stage: Stage, k: float, flows: bool) -> None:
    """The dark ground on which we stand, of old lava."""
    iron, bare = stage.scheme.natural("iron"), stage.option("rock", "no") == "yes"
    stone = backdrop.earth(stage, mix(iron, stage.scheme.natural("earth"), 0.55), 0.3)
    black: Colour = (0.17, 0.155, 0.165)
    stone = mix(iron, black, 0.86) if bare else stone
    pen = backdrop.ground(stage, "old lava", 0.54, stage.y(0.715), 9, stone, slope=12, lift=12, fade=0.08)
    rng = pen.rng("lumps")
    for i in range(12):
        x, t = rng.random(), rng.random()
        if 0.2 < x < 0.8 and t > 0.4:
            continue
        size = (24 + 54 * t) * k
        pen.shape(rock(stage.x(x), stage.y(0.74 + 0.14 * t), size * 1.8, size * 0.6, seed=i), pen.lighter(stone, 0.04), form=0.4, rim=pen.dark)  # fmt: skip
    if bare:
        _crust(stage, pen, k, stone, flows)
    if flows:
        pen.glow(stage.x(0.4), stage.y(0.72), 220, _fire(pen), 0.25)


def _crust(stage: Stage, pen: Pen, k: float, stone: Colour, flows: bool) -> None:
    """Lava that has turned into rock: flat black lobes one over the other, with cracks, which glow while lava flows."""
    crack = _fire(pen) if flows else pen.shaded(stone, 0.5)
    for i, (x, y, wide) in enumerate(((0.3, 0.725, 190), (0.52, 0.735, 230), (0.76, 0.73, 180), (0.4, 0.775, 300), (0.66, 0.785, 290), (0.16, 0.79, 230), (0.9, 0.79, 230), (0.5, 0.845, 380))):  # fmt: skip
        a, b, half = stage.x(x), stage.y(y), wide * k * 0.5
        lobe = blob(a, b, half, half * 0.2, seed=i + 31, points=15, jitter=0.06)
        pen.shape(lobe, down(pen.lighter(stone, 0.09), pen.shaded(stone, 0.2), b - half * 0.2, b + half * 0.2), form=0.3, rim=pen.lighter(stone, 0.16))  # fmt: skip
        for side in (-0.62, 0.1) if i % 2 else (-0.3,):
            steps = ((0.0, 0.02), (0.14, -0.03), (0.26, 0.05), (0.42, 0.0), (0.55, 0.06))
            pen.line([(a + (side + dx) * half, b + dy * half) for dx, dy in steps], crack, 1.8 * k, ink=0.3)


@setting(
    "inside a volcano",
    words="magma chamber, under the volcano, inside the volcano, cut through a volcano, volcano cross section, under the mountain",
    kinds="volcano, mountain, nature",
    horizon=0.48,
    light=(0.18, 0.14),
    options="erupting (no, yes), bubbles (no, yes)",
    places=(
        Place("land", "ground", 0.5, 0.52, 0.49, 0.495, 40, 44, (0.04, 0.22)),
        Place("depths", "sky", 0.6, 0.7, 0.66, 0.76, 90, 130, (0.2, 0.8)),
        _SKY,
    ),
)
def inside_a_volcano(stage: Stage) -> None:
    """The earth cut open: layers of rock, a chamber of glowing magma, its vent up through the cone, smoke above."""
    low, frame, k = stage.y(stage.horizon), stage.frame, backdrop.fit(stage)
    tall, erupts = backdrop.high(stage), stage.option("erupting", "no") == "yes"
    backdrop.sky(stage, low, clouds=2)
    backdrop.hills(stage, low - 6, 30, count=2)
    x, wide, high = frame.x(0.5), min(frame.width * 0.36, 470), 230 * tall
    if erupts:
        _column(stage, x, low - high, k * 0.8)
    else:
        _smoke(stage, x, low - high, k)
    turf = backdrop.ground(stage, "far land", 0.34, low - 4, 5, backdrop.turf(stage, 0.3, 0.45), lift=6)
    for at, size in ((0.06, 70), (0.12, 92), (0.86, 96), (0.92, 66), (0.97, 84)):
        growth.conifer(turf, frame.x(at), low + 6, size * k, backdrop.foliage(stage, 0.4), backdrop.snowy(stage), 4)
    _cut_cone(stage, x, low, wide, high)
    _layers(stage, low)
    _chamber(stage, x, low, high, wide)
    if stage.option("bubbles", "no") == "yes":
        _bubbles(stage, x, low, high)
    _frame_of_rock(stage)
    backdrop.weather(stage)


def _strata(stage: Stage, i: int) -> Colour:
    s = stage.scheme
    tone = (s.natural("clay"), s.natural("earth"), mix(s.natural("stone"), s.natural("clay"), 0.4), s.natural("earth"), mix(s.natural("iron"), s.natural("clay"), 0.4))[i % 5]  # fmt: skip
    return mix(tone, s.r(0.12), (0.4 if s.dark else 0.06) + 0.05 * i)


def _cut_cone(stage: Stage, x: float, low: float, wide: float, high: float) -> None:
    """The cone's cut face: shells of old lava and ash, one inside the other."""
    pen = stage.sheet("cut cone", 0.42, lift=12)
    for i, share in enumerate((1.0, 0.8, 0.62, 0.44)):
        shape = _cone(x, low + 10, wide * share, high * (1.0 if i == 0 else 0.985), 0.13 / share * 0.9)
        tone = pen.mix(_strata(stage, i), pen.natural("sand"), 0.3 if i % 2 else 0.08)
        pen.shape(shape, across(pen.lighter(tone, 0.03), pen.shaded(tone, 0.16), x - wide, x + wide), form=0.16, form_width=8)  # fmt: skip


def _layers(stage: Stage, low: float) -> None:
    """The ground cut open from the grass down."""
    frame = stage.frame
    grass = stage.sheet("turf edge", 0.44, lift=9)
    grass.shape(ridge(frame.left, frame.right, low + 4, 4, frame.foot, seed=5), backdrop.turf(stage, 0.5, 0.6))
    for i, y in enumerate((0.505, 0.57, 0.645, 0.73, 0.83)):
        pen = stage.sheet(f"layer{i}", 0.46 + 0.02 * i, lift=9)
        tone = _strata(stage, i)
        shape = ridge(
            frame.left, frame.right, stage.y(y), 7 if i else 2.5, frame.foot, seed=stage.seed("layer", i) % 91
        )
        pen.shape(shape, down(pen.lighter(tone, 0.03), pen.shaded(tone, 0.12), stage.y(y), stage.y(y + 0.2)), form=0.12)
        rng = pen.rng("pebbles")
        for _ in range(16 if i < 4 else 0):
            a, b = frame.x(rng.random()), stage.y(y + rng.uniform(0.02, 0.055))
            pen.shape(blob(a, b, rng.uniform(5, 15), rng.uniform(3, 7), seed=int(a) % 77), pen.lighter(tone, rng.choice((-0.05, 0.05))), shadow=0.3, line=0.4)  # fmt: skip


def _chamber(stage: Stage, x: float, low: float, high: float, wide: float) -> None:
    """The glowing chamber and its vent up to the mouth."""
    pen = stage.sheet("chamber", 0.58, lift=6)
    hot, y = _fire(pen), stage.y(0.735)
    across_, deep = min(stage.frame.width * 0.25, 330), stage.frame.height * 0.105
    rim = pen.mix(pen.natural("iron"), pen.A, 0.35)
    for i, (tint, grow) in enumerate(((rim, 1.0), (pen.mix(hot, pen.A, 0.45), 0.9), (hot, 0.74), (pen.mix(hot, pen.L, 0.5), 0.46))):  # fmt: skip
        pool = blob(x, y, across_ * grow, deep * grow, seed=7, points=15, jitter=0.07)
        half = 30 * grow**1.5
        top = low - high * (1.0 if i < 3 else 0.6)
        vent = tube([(x, y), (x - 12, y - (y - low) * 0.6), (x + 8, low - high * 0.3), (x, top)], [half * 1.9, half * 1.1, half * 0.8, half * 0.8], flat_end=True)  # fmt: skip
        side = tube([(x - 6, low + 30), (x + wide * 0.2, low - high * 0.12), (x + wide * 0.42, low - high * 0.34)], [half * 0.6, half * 0.4, half * 0.3])  # fmt: skip
        body = pool | vent | side
        fill = around(pen.lighter(tint, 0.03), tint, x, y, across_) if i else tint
        pen.shape(body, fill, form=0.14 if i == 0 else 0.0, shadow=0.5 if i == 0 else 0.1, line=0.7)
    pen.glow(x, y, across_ * 1.3, hot, 0.4)
    pen.glow(x, low - high, 130, hot, 0.6)
    pen.lamp(x, y, across_ * 0.5, 0.5)


def _bubbles(stage: Stage, x: float, low: float, high: float) -> None:
    """Bubbles of gas that rise from the chamber through the vent."""
    pen = stage.sheet("gas", 0.62, lift=3, haze=0, motion="rise")
    rng, foot = pen.rng("gas"), stage.y(0.77)
    pale = pen.mix(pen.L, pen.r(1.0), 0.5)
    for i in range(26):
        t = i / 25
        y = foot - t * (foot - low + high * 0.8)
        spread = 190 * max(0.0, 1 - t / 0.26) + 11
        a, r = x + rng.uniform(-1, 1) * spread, rng.uniform(6, 13) * (0.8 + 0.4 * (t < 0.3))
        pen.shape(oval(a, y, r), pale, alpha=0.75, line=0.8, shadow=0.3)
        pen.shape(oval(a - r * 0.3, y - r * 0.3, r * 0.3), pen.r(1.0), line=0, shadow=0, edge=0)


def _frame_of_rock(stage: Stage) -> None:
    """Dark rock in the lower corners."""
    pen, frame, k = stage.sheet("deep rock", 0.95, lift=15, haze=0), stage.frame, backdrop.fit(stage)
    dark = mix(stage.scheme.r(0.05), stage.scheme.natural("iron"), 0.1 if stage.scheme.dark else 0.5)
    for x, wide, tall in ((-0.03, 400, 150), (0.13, 210, 74), (1.03, 380, 130), (0.88, 180, 60)):
        pen.shape(rock(frame.x(x), frame.height + 24, wide * k, tall * k, seed=wide), dark, form=0.4, rim=pen.mix(dark, pen.r(0.8), 0.3), rim_width=3)  # fmt: skip

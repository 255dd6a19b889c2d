"""A graveyard: stones and crosses in rows about a path, an iron fence with its gate, yews, a chapel."""

from __future__ import annotations

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.kit.settings import growth, terrain
from engine.illustrate.paint.forms import blob, tube
from engine.illustrate.paint.path import Path, box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen, across
from engine.illustrate.palette import mix
from engine.illustrate.stage import Stage


@setting(
    "graveyard",
    words="cemetery, churchyard, burial ground, graves, tombs, at the grave, gravestones, tombstones",
    kinds="garden, outdoors, settlement",
    horizon=0.55,
    light=(0.68, 0.2),
    options="chapel (yes, no), candles (no, yes)",
    places=(
        Place("path", "ground", 0.5, 0.88, 0.67, 0.87, 115, 250, (0.26, 0.76)),
        Place("sky", "sky", 0.08, 0.3, 0.12, 0.28, 70, 100, (0.3, 0.9)),
    ),
)
def graveyard(stage: Stage) -> None:
    """Hills, a chapel, an iron fence, dark yews, rows of stones and crosses, a path, a great stone close to us."""
    low, frame, k = stage.y(stage.horizon), stage.frame, backdrop.fit(stage)
    backdrop.sky(stage, low, clouds=2)
    backdrop.hills(stage, low - 10, 34, count=2)
    far = stage.sheet("far trees", 0.26, lift=8)
    growth.far_trees(far, frame.left, frame.right, low + 16, 62 * k, backdrop.foliage(stage, 0.25), 6)
    if stage.option("chapel", "yes") == "yes":
        _chapel(stage, frame.x(0.27), low + 28, k * backdrop.high(stage))
    backdrop.ground(stage, "lawn far", 0.34, low + 18, 6, backdrop.turf(stage, 0.36, 0.5), lift=7)
    _fence(stage, low + 34, k)
    yew = stage.sheet("yews", 0.4, lift=10)
    for x, tall in ((0.09, 240), (0.92, 270), (0.62, 150)):
        _yew(yew, stage, frame.x(x), low + 48, tall * k * backdrop.high(stage))
    backdrop.ground(stage, "lawn", 0.42, low + 46, 6, backdrop.turf(stage, 0.46, 0.5), fade=0.08)
    sand = backdrop.earth(stage, mix(stage.scheme.natural("stone"), stage.scheme.natural("sand"), 0.6), 0.4)
    rows = ((0.615, 0.49, 0.52), (0.67, 0.455, 0.535), (0.75, 0.41, 0.57), (0.86, 0.35, 0.64), (1.12, 0.24, 0.8))
    terrain.way(stage, "path", 0.43, sand, rows)
    spots = ((0.45, 0.635, 46, ((0.16, 0), (0.23, 1), (0.31, 2), (0.39, 0), (0.58, 1), (0.66, 0), (0.74, 3), (0.83, 2))),
             (0.5, 0.685, 68, ((0.06, 1), (0.17, 3), (0.29, 0), (0.69, 2), (0.8, 0), (0.91, 1))),
             (0.6, 0.755, 100, ((0.02, 2), (0.16, 0), (0.83, 1), (0.97, 3))))  # fmt: skip
    for i, (depth, y, tall, row) in enumerate(spots):
        pen = stage.sheet(f"stones{i}", depth, lift=9)
        for n, (x, kind) in enumerate(row):
            at, foot = stage.x(x), stage.y(y) + 5 * (n % 2)
            _stone(pen, at, foot, tall * k * (0.85 + 0.1 * (n % 3)), kind, n, backdrop.snowy(stage))
            if stage.option("candles", "no") == "yes":
                _candles(pen, stage, at, foot + 4, tall * k)
    _front(stage, k)
    backdrop.weather(stage)


def _chapel(stage: Stage, x: float, y: float, k: float) -> None:
    pen = stage.sheet("chapel", 0.3, lift=9, wobble=0.6)
    own = pen.at(x, y, k)
    wall, roof = own.mix(own.natural("bone"), own.natural("stone"), 0.4), own.mix(own.natural("iron"), own.A, 0.18)
    own.shape(box(-10, -58, 92, 60), wall, form=0.2)
    own.shape(polygon([(-16, -56), (4, -92), (74, -92), (90, -56)]), roof, form=0.25)
    own.shape(box(-44, -104, 40, 106), own.lighter(wall, 0.02), form=0.3)
    own.shape(polygon([(-50, -102), (-24, -168), (2, -102)]), roof, form=0.3)
    own.line([(-24, -186), (-24, -166)], own.natural("iron"), 3)
    own.line([(-31, -179), (-17, -179)], own.natural("iron"), 3)
    glass = own.lit if stage.night else own.shaded(wall, 0.5)
    for dx in (12, 36, 60):
        own.shape(box(dx - 5, -44, 10, 28, 5), glass, shadow=0.2, line=0.6)
    own.shape(box(-31, -84, 14, 22, 7), own.shaded(wall, 0.5), shadow=0.2, line=0.6)
    own.shape(box(-32, -30, 16, 32, 8), own.natural("dark wood"), shadow=0.3, line=0.6)


def _fence(stage: Stage, y: float, k: float) -> None:
    """Iron pales with points, and an open gate between two stone posts where the path begins."""
    pen, frame = stage.sheet("iron fence", 0.38, lift=6, wobble=0.5), stage.frame
    iron = pen.mix(pen.natural("iron"), stage.scheme.tone(0.3), 0.25)
    middle, step = frame.x(0.505), 13 * k
    for rail in (-14, -44):
        pen.line([(frame.left, y + rail * k), (frame.right, y + rail * k)], iron, 3 * k)
    x = frame.left
    while x < frame.right:
        if abs(x - middle) > 34 * k:
            pen.line([(x, y + 4), (x, y - 54 * k)], iron, 2.6 * k, ink=0.5)
            pen.shape(polygon([(x - 3.6 * k, y - 53 * k), (x, y - 64 * k), (x + 3.6 * k, y - 53 * k)]), iron, line=0.4)
        x += step
    stone = pen.mix(pen.natural("stone"), stage.scheme.tone(0.3), 0.2)
    for side in (-1, 1):
        a = middle + side * 42 * k
        pen.shape(box(a - 10 * k, y - 78 * k, 20 * k, 84 * k), stone, form=0.3)
        pen.shape(box(a - 13 * k, y - 84 * k, 26 * k, 9 * k, 2), pen.lighter(stone, 0.04), form=0.3)
        pen.shape(oval(a, y - 91 * k, 9 * k), stone, form=0.35)


def _yew(pen: Pen, stage: Stage, x: float, y: float, tall: float) -> None:
    """A dark tree like a flame."""
    green = pen.mix(backdrop.foliage(stage, 0.62), pen.r(0.1), 0.5)
    pen.shape(box(x - tall * 0.03, y - tall * 0.12, tall * 0.06, tall * 0.13), pen.natural("dark wood"), form=0.3)
    for i, (dx, up, w, h) in enumerate(((-0.07, 0.34, 0.13, 0.28), (0.08, 0.36, 0.13, 0.3), (0.0, 0.55, 0.145, 0.46))):
        mass = blob(x + dx * tall, y - up * tall, w * tall, h * tall, seed=i + 5, points=16, jitter=0.06)
        pen.shape(mass, pen.lighter(green, 0.02 * i - 0.02), form=0.3, rim=pen.dark, rim_width=1.5)


def _stone(pen: Pen, x: float, y: float, tall: float, kind: int, seed: int, snow: bool) -> None:
    """A gravestone standing on y: round, square, a cross, or a leaning slab."""
    t, lean = tall / 100, (0, 0, 0, 6)[kind] * (-1) ** seed
    stone = pen.mix(pen.natural("stone"), pen.natural("moss"), 0.08 + 0.1 * (seed % 3))
    own = pen.at(x, y, t, turn=lean)
    own.contact(0, 2, 42, 0.45)
    shape: Path
    if kind == 2:
        shape = box(-10, -100, 20, 102, 2) | box(-34, -78, 68, 19, 2)
        own.shape(box(-24, -12, 48, 14, 2), own.shaded(stone, 0.1), form=0.3)
    elif kind == 1:
        shape = polygon([(-31, 2), (-31, -78), (-24, -86), (0, -96), (24, -86), (31, -78), (31, 2)])
    else:
        shape = box(-32, -62, 64, 64) | oval(0, -62, 32, 30)
    own.shape(shape, across(own.lighter(stone, 0.04), own.shaded(stone, 0.24), -34, 34), form=0.3, form_width=8, rim=pen.dark, rim_width=2)  # fmt: skip
    if kind != 2:
        for dy, half in ((-60, 16), (-48, 20), (-36, 14)):
            own.line([(-half, dy), (half, dy)], own.shaded(stone, 0.3), 3, ink=0.4, alpha=0.8)
    if snow:
        cap = [(-30, -82), (0, -100), (30, -82), (20, -84), (0, -90), (-20, -82)]
        own.shape(smooth(cap), own.r(0.8 if pen.dark else 1.0), shadow=0.3)
    green = own.mix(own.V, own.r(0.2), 0.3)
    for dx in (-30, -16, 18, 32):
        own.shape(polygon([(dx - 5, 4), (dx - 2, -13), (dx + 1, -2), (dx + 5, -15), (dx + 6, 4)]), green, shadow=0.3, line=0.5)  # fmt: skip


def _candles(pen: Pen, stage: Stage, x: float, y: float, tall: float) -> None:
    """Lights and orange flowers at the foot of a grave."""
    t = tall / 100
    for i, dx in enumerate((-38, -14, 16, 40)):
        if i % 2:
            pen.shape(blob(x + dx * t, y - 7 * t, 14 * t, 10 * t, seed=i, points=11, jitter=0.16), pen.mix(pen.natural("fire"), pen.B, 0.4), form=0.25)  # fmt: skip
            continue
        pen.shape(box(x + (dx - 4) * t, y - 22 * t, 8 * t, 24 * t, 1), pen.r(0.95 if not pen.dark else 0.6), form=0.3)
        pen.shape(oval(x + dx * t, y - 28 * t, 3.4 * t, 6 * t), pen.lit, shadow=0, line=0.4)
        pen.glow(x + dx * t, y - 28 * t, 52 * t, pen.B, 0.7)


def _front(stage: Stage, k: float) -> None:
    """A great dark stone and a bare bough close to us."""
    pen, frame = stage.sheet("front stone", 0.95, lift=15, haze=0), stage.frame
    dark = mix(stage.scheme.r(0.05), stage.scheme.natural("stone"), 0.06 if stage.scheme.dark else 0.3)
    rim = pen.mix(dark, pen.r(0.8), 0.3)
    h, x = frame.height, frame.x(0.045)
    stone = box(x - 74 * k, h - 104 * k, 148 * k, 240) | oval(x, h - 104 * k, 74 * k, 60 * k)
    pen.shape(stone, dark, form=0.35, rim=rim, rim_width=3)
    bough = stage.sheet("front bough", 0.93, lift=13, haze=0, motion="sway")
    points = [(frame.right + 20, stage.y(0.1)), (frame.x(0.9), stage.y(0.13)), (frame.x(0.8), stage.y(0.08))]
    bough.shape(tube(points, [13 * k, 8 * k, 2]), dark, form=0.3)
    for a, b, c, d in ((0.93, 0.12, 0.88, 0.22), (0.88, 0.125, 0.84, 0.2), (0.86, 0.115, 0.83, 0.04)):
        bough.shape(tube([(frame.x(a), stage.y(b)), (frame.x(c), stage.y(d))], [5 * k, 1.2]), dark)
    growth.front_grass(stage, 0.24, 0.8, 62)

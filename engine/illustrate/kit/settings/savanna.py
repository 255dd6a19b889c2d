"""African land: savanna, and a village of round thatched houses."""

from __future__ import annotations

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.kit.settings.warm_growth import acacia, baobab
from engine.illustrate.paint.forms import blob, rock
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen, across
from engine.illustrate.palette import mix
from engine.illustrate.stage import Stage
from engine.looks import Colour

_SKY = Place("sky", "sky", 0.08, 0.3, 0.12, 0.3, 70, 100)


def dry(stage: Stage, depth: float) -> Colour:
    """Dry grass at a depth, pale gold where it is far."""
    s = stage.scheme
    gold = mix(s.natural("straw"), mix(s.natural("fur"), s.V, 0.35), 0.06 + 0.4 * depth)
    return backdrop.earth(stage, mix(gold, s.tone(depth), 0.22) if s.dark else gold, depth)


@setting(
    "savanna",
    words="savannah, african plain, acacia plain, bushland, african savanna, serengeti, veld, bush country",
    kinds="field, nature, outdoors",
    horizon=0.57,
    light=(0.56, 0.24),
    options="huts (no, yes), hills (yes, no)",
    places=(
        Place("grass", "ground", 0.5, 0.88, 0.68, 0.87, 110, 250, (0.12, 0.86)),
        Place("branch", "shelf", 0.49, 0.5, 0.33, 0.335, 110, 112, (0.76, 0.86)),
        _SKY,
    ),
)
def savanna(stage: Stage) -> None:
    """Blue hills, a row of thorn trees, dry grass in bands, an acacia, a great baobab, dark tufts before us."""
    low, frame, k = stage.y(stage.horizon), stage.frame, backdrop.fit(stage) * (0.6 + 0.4 * backdrop.high(stage))
    backdrop.sky(stage, low, clouds=2)
    if stage.option("hills", "yes") == "yes":
        _far_hills(stage, low)
    pen = backdrop.ground(stage, "far plain", 0.26, low - 6, 4, dry(stage, 0.2), lift=6)
    rng, x = pen.rng("acacias"), frame.left
    while x < frame.right:
        acacia(pen, x, low + 6, rng.uniform(34, 64) * k, backdrop.foliage(stage, 0.3), int(x) % 7)
        x += rng.uniform(60, 150)
    for i, (depth, y, rise) in enumerate(((0.34, 0.6, 6.0), (0.4, 0.635, 8), (0.46, 0.665, 7))):
        band = backdrop.ground(stage, f"plain{i}", depth, stage.y(y), rise, dry(stage, 0.26 + depth * 0.6), slope=(8, -12, 6)[i], lift=8)  # fmt: skip
        blades = band.lighter(dry(stage, 0.3 + depth * 0.6), 0.02 - 0.05 * i)
        backdrop.grass(band, frame.left, frame.right, stage.y(y) + 6, 16 + 7 * i, blades, 70, 0.15 + 0.3 * stage.wind)
        if i == 0:
            acacia(band, frame.x(0.33), stage.y(y) + 4, 130 * k, backdrop.foliage(stage, 0.4), 1)
        if i == 1 and stage.option("huts", "no") == "yes":
            for x, size in ((0.12, 104), (0.2, 84), (0.45, 74)):
                hut(band, stage, frame.x(x), stage.y(y) + 14, size * k)
    tree = stage.sheet("baobab", 0.48, lift=12)
    wood = mix(tree.natural("fur"), tree.natural("stone"), 0.35)
    tree.contact(frame.x(0.83), stage.y(0.69), 90 * k, 0.45)
    baobab(tree, frame.x(0.83), stage.y(0.69), 360 * k, backdrop.foliage(stage, 0.45), wood)
    near = backdrop.ground(stage, "near plain", 0.52, stage.y(0.7), 7, dry(stage, 0.55), slope=-8, lift=9, fade=0.1)
    rng = near.rng("tufts")
    for _ in range(9):
        x, t = rng.random(), rng.random()
        y = stage.y(0.73 + 0.2 * t)
        near.shape(blob(frame.x(x), y, 16 + 20 * t, 4 + 4 * t, seed=int(x * 90)), near.shaded(dry(stage, 0.55), 0.14), shadow=0.3, line=0.4)  # fmt: skip
    blades = near.shaded(dry(stage, 0.55), 0.16)
    backdrop.grass(near, frame.left, frame.x(0.3), stage.y(0.735), 34 * k, blades, 26, 0.2 + 0.3 * stage.wind)
    backdrop.grass(near, frame.x(0.7), frame.right, stage.y(0.75), 38 * k, blades, 26, 0.2 + 0.3 * stage.wind)
    near.shape(rock(frame.x(0.2), stage.y(0.715), 80 * k, 32 * k, seed=4), near.natural("stone"), form=0.4)
    _front(stage, k)
    backdrop.weather(stage)


def _far_hills(stage: Stage, low: float) -> None:
    """A flat-topped mountain and long hills."""
    pen, s = stage.sheet("far mountain", 0.12, lift=9), stage.scheme
    x, w, h = stage.x(0.2), stage.frame.width * 0.3, 118 * backdrop.high(stage)
    tone = mix(s.tone(0.16), mix(s.A, s.G, 0.5), 0.18 if not s.dark else 0.06)
    row = [(-1.0, 0.15), (-0.62, -0.3), (-0.4, -0.86), (-0.18, -1.0), (0.22, -0.96), (0.4, -0.82), (0.66, -0.34), (1.1, 0.15)]  # fmt: skip
    pen.shape(smooth([(x + a * w, low + b * h) for a, b in row], curve=0.4), tone, form=0.22, form_width=22)
    backdrop.hills(stage, low - 12, 26, count=2)


def _front(stage: Stage, k: float) -> None:
    """Dark tufts of tall grass in both lower corners."""
    pen, frame = stage.sheet("front tufts", 0.96, lift=15, haze=0, motion="sway"), stage.frame
    dark = mix(stage.scheme.r(0.06), stage.scheme.natural("fur"), 0.1 if stage.scheme.dark else 0.55)
    for x0, x1, tall in ((-0.06, 0.1, 190), (0.1, 0.24, 96), (0.9, 1.06, 170), (0.78, 0.9, 84)):
        backdrop.grass(pen, frame.x(x0), frame.x(x1), frame.height + 26, tall * k, dark, 20, 0.2 + 0.3 * stage.wind)
    for x in (0.0, 1.0):
        pen.shape(oval(frame.x(x), frame.height + 40, 230 * k, 62 * k), dark, form=0.2)


def hut(pen: Pen, stage: Stage, x: float, y: float, tall: float, painted: bool = False) -> None:
    """A round house standing on y: a mud wall, a cone of thatch in rows, a dark door."""
    t, s = tall / 100, stage.scheme
    mud = pen.mix(pen.natural("clay"), pen.natural("sand"), 0.35)
    pen.contact(x, y, 50 * t, 0.45)
    wall = smooth([(x - 42 * t, y - 52 * t), (x + 42 * t, y - 52 * t), (x + 44 * t, y - 3 * t), (x + 22 * t, y + 3 * t), (x - 22 * t, y + 3 * t), (x - 44 * t, y - 3 * t)], curve=0.3)  # fmt: skip
    pen.shape(wall, across(pen.lighter(mud, 0.04), pen.shaded(mud, 0.3), x - 42 * t, x + 42 * t), form=0.2, form_width=8 * t)  # fmt: skip
    if painted:
        white, dark = pen.mix(pen.r(0.95 if not pen.dark else 0.45), mud, 0.15), pen.shaded(mud, 0.4)
        for i in range(-4, 5):
            a = x + i * 10.4 * t
            pen.shape(polygon([(a - 5 * t, y - 30 * t), (a, y - 38 * t), (a + 5 * t, y - 30 * t)]) & wall, white if i % 2 else pen.mix(pen.A, mud, 0.3), shadow=0.2, line=0.4)  # fmt: skip
        for dy in (-28, -40):
            pen.line([(x - 43 * t, y + dy * t), (x + 43 * t, y + dy * t)], dark, 1.4 * t, ink=0.4)
    door = box(x - 11 * t, y - 40 * t, 22 * t, 42 * t, 10 * t)
    pen.shape(door, pen.mix(pen.lit, pen.B, 0.3) if stage.night else pen.shaded(pen.natural("dark wood"), 0.45), shadow=0.3, line=0.8)  # fmt: skip
    if stage.night:
        pen.glow(x, y - 20 * t, 60 * t, pen.B, 0.5)
    straw = pen.mix(pen.natural("straw"), pen.natural("fur"), 0.3)
    straw = pen.r(0.8 if s.dark else 0.98) if backdrop.snowy(stage) else straw
    for i in range(3):
        top, foot, half = (-62 - 13 * i) * t, (-38 - 18 * i) * t, (60 - 17 * i) * t
        hem = [(half * (1 - j / 4), foot + (3 if j % 2 else -1) * t) for j in range(9)]
        row = [(0.0, -100 * t), (half * 0.5, top), *hem, (-half * 0.5, top)]
        pen.shape(polygon([(x + a, y + b) for a, b in row]), pen.lighter(straw, 0.03 * i - 0.04), form=0.26, form_width=8 * t, rim=pen.dark, rim_width=2)  # fmt: skip
    rng = pen.rng("thatch", x)
    for _ in range(16):
        share, side = rng.random(), rng.uniform(-1, 1)
        a, b = x + side * (12 + 44 * share) * t, y - (88 - 46 * share) * t
        pen.line([(a, b), (a + side * 5 * t, b + 8 * t)], pen.shaded(straw, 0.25), 1.0 * t, ink=0.4, alpha=0.8)
    pen.shape(oval(x, y - 100 * t, 3.4 * t, 4.4 * t), pen.shaded(straw, 0.25), form=0.3)


@setting(
    "african village",
    words="round huts, thatched village, kraal, village of huts, african house, mud huts, thatched huts",
    kinds="village, settlement, outdoors",
    horizon=0.56,
    light=(0.6, 0.22),
    options="tree (yes, no), pots (yes, no)",
    places=(
        Place("square", "ground", 0.48, 0.88, 0.665, 0.87, 110, 250, (0.2, 0.82)),
        Place("wall", "wall", 0.55, 0.56, 0.6, 0.62, 130, 140, (0.02, 0.14)),
        _SKY,
    ),
)
def african_village(stage: Stage) -> None:
    """Hills and thorn trees, round thatched houses about a square of red earth, a baobab, clay pots, a stick fence."""
    low, frame, k = stage.y(stage.horizon), stage.frame, backdrop.fit(stage) * (0.7 + 0.3 * backdrop.high(stage))
    backdrop.sky(stage, low, clouds=2)
    backdrop.hills(stage, low - 10, 38, count=2)
    far = backdrop.ground(stage, "far plain", 0.28, low + 2, 5, dry(stage, 0.25), lift=6)
    for x, size, seed in ((0.04, 92, 1), (0.3, 64, 2), (0.47, 76, 3), (0.7, 88, 4), (0.93, 70, 5)):
        acacia(far, frame.x(x), low + 10, size * k, backdrop.foliage(stage, 0.35), seed)
    earth = backdrop.earth(stage, mix(stage.scheme.natural("clay"), stage.scheme.natural("sand"), 0.45), 0.35)
    backdrop.ground(stage, "square far", 0.34, stage.y(0.605), 5, mix(earth, dry(stage, 0.3), 0.5), lift=7)
    if stage.option("tree", "yes") == "yes":
        tree = stage.sheet("baobab", 0.38, lift=10)
        baobab(tree, frame.x(0.52), stage.y(0.645), 250 * k, backdrop.foliage(stage, 0.4), mix(tree.natural("fur"), tree.natural("stone"), 0.35))  # fmt: skip
    ground = backdrop.ground(stage, "square", 0.4, stage.y(0.635), 5, earth, lift=8, fade=0.1)
    rng = ground.rng("pebbles")
    for _ in range(46):
        t = rng.random()
        ground.shape(oval(frame.x(rng.random()), stage.y(0.67 + 0.28 * t), 3 + 9 * t, 1.4 + 2.6 * t), ground.shaded(earth, rng.uniform(0.06, 0.2)), shadow=0.3, line=0.3)  # fmt: skip
    for i, (x, depth, y, size) in enumerate(((0.34, 0.42, 0.655, 124), (0.71, 0.43, 0.66, 136), (0.19, 0.47, 0.685, 190), (0.87, 0.48, 0.69, 206), (-0.01, 0.54, 0.735, 290), (1.05, 0.56, 0.745, 300))):  # fmt: skip
        pen = stage.sheet(f"hut{i}", depth, lift=10, haze=0.7)
        hut(pen, stage, frame.x(x), stage.y(y), size * k, i % 2 == 0 or i == 5)
    if stage.option("pots", "yes") == "yes":
        _pots(stage, k)
    _fence(stage, k)
    backdrop.weather(stage)


def _pots(stage: Stage, k: float) -> None:
    pen = stage.sheet("pots", 0.66, lift=9)
    clay = pen.natural("clay")
    for i, (x, y, size) in enumerate(((0.86, 0.77, 34), (0.91, 0.785, 44), (0.835, 0.785, 24))):
        a, b, r = stage.x(x), stage.y(y), size * k
        pen.contact(a, b, r, 0.45)
        tone = pen.lighter(clay, 0.03 * i - 0.05)
        pen.shape(smooth([(a - r * 0.5, b), (a - r, b - r * 0.8), (a - r * 0.45, b - r * 1.6), (a + r * 0.45, b - r * 1.6), (a + r, b - r * 0.8), (a + r * 0.5, b)], curve=0.8), across(pen.lighter(tone, 0.03), pen.shaded(tone, 0.3), a - r, a + r), form=0.3, rim=pen.dark)  # fmt: skip
        pen.shape(oval(a, b - r * 1.64, r * 0.56, r * 0.16), pen.shaded(tone, 0.4), line=0.7)
        pen.line([(a - r * 0.86, b - r * 1.02), (a, b - r * 0.9), (a + r * 0.86, b - r * 1.02)], pen.mix(tone, pen.r(0.95), 0.5), 2.4, ink=0.3)  # fmt: skip


def _fence(stage: Stage, k: float) -> None:
    """A fence of sticks, dark, in both lower corners."""
    pen, frame = stage.sheet("stick fence", 0.95, lift=15, haze=0), stage.frame
    dark = mix(stage.scheme.r(0.05), stage.scheme.natural("dark wood"), 0.12 if stage.scheme.dark else 0.6)
    rng = pen.rng("sticks")
    for x0, x1, tall in ((-0.06, 0.2, 118), (0.84, 1.06, 100)):
        x, end = frame.x(x0), frame.x(x1)
        while x < end:
            high = tall * k * rng.uniform(0.75, 1.1) * (1.0 if (x < frame.x(0.1) or x > frame.x(0.92)) else 0.75)
            pen.shape(polygon([(x, frame.foot), (x + rng.uniform(-3, 3), frame.height - high), (x + 9 * k, frame.height - high + 6), (x + 11 * k, frame.foot)]), pen.lighter(dark, rng.uniform(-0.02, 0.03)), form=0.3, rim=pen.mix(dark, pen.r(0.8), 0.3), rim_width=1.5)  # fmt: skip
            x += rng.uniform(13, 22) * k
        pen.line([(frame.x(x0), frame.height - tall * 0.42 * k), (end, frame.height - tall * 0.36 * k)], pen.lighter(dark, 0.05), 6 * k)  # fmt: skip

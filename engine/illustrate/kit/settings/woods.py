"""Among plants: forest, jungle, garden, park."""

from __future__ import annotations

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.kit.settings import growth, masonry, terrain
from engine.illustrate.paint.forms import blob, grounded, ridge, tube
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import across
from engine.illustrate.palette import mix
from engine.illustrate.stage import Motion, Stage

_SKY = Place("sky", "sky", 0.08, 0.3, 0.12, 0.28, 70, 100)


@setting(
    "forest",
    words="woods, wood, woodland, deep forest, pine forest, among trees, grove, thicket, forest path",
    kinds="nature, outdoors",
    horizon=0.56,
    light=(0.6, 0.2),
    options="path (yes, no), trees (firs, broad)",
    places=(
        Place("clearing", "ground", 0.5, 0.88, 0.66, 0.86, 130, 250, (0.22, 0.82)),
        Place("branch", "shelf", 0.7, 0.74, 0.335, 0.34, 190, 200, (0.08, 0.24)),
        _SKY,
    ),
)
def forest(stage: Stage) -> None:
    """Light through rows of firs and trunks, a path into the clearing, great trunks at the sides, ferns."""
    low, frame, k = stage.y(stage.horizon), stage.frame, backdrop.fit(stage)
    backdrop.sky(stage, low, clouds=0, disc=True)
    snow = backdrop.snowy(stage)
    for i, (depth, tall, gap) in enumerate(((0.12, 0.34, 0.05), (0.2, 0.46, 0.07), (0.3, 0.56, 0.1))):
        pen = stage.sheet(f"rows{i}", depth, lift=9)
        rng, x = pen.rng("firs"), frame.left
        while x < frame.right:
            away = min(abs(x - stage.light[0] + 20) / frame.width, 0.45)
            size = frame.height * tall * rng.uniform(0.75, 1.1) * (0.45 + 1.15 * away)
            colour = pen.mix(backdrop.foliage(stage, 0.1 + 0.9 * depth), stage.scheme.tone(depth), 0.4)
            growth.conifer(pen, x, low + 14 + 14 * i, size, colour, snow, 5)
            x += frame.width * gap * rng.uniform(0.7, 1.3)
        turf = backdrop.turf(stage, depth + 0.1, 0.45)
        pen.shape(ridge(frame.left, frame.right, low + 6 + 14 * i, 6, frame.foot, seed=i + 3), turf)
    _rays(stage, low)
    floor = backdrop.ground(stage, "forest floor", 0.42, low + 52, 9, backdrop.turf(stage, 0.46, 0.45))
    backdrop.grass(floor, frame.left, frame.right, low + 58, 20, backdrop.foliage(stage, 0.7), 30, 0.1)
    if stage.option("path", "yes") == "yes":
        earth = backdrop.earth(stage, stage.scheme.natural("earth"), 0.6)
        rows = ((0.625, 0.55, 0.572), (0.68, 0.515, 0.575), (0.74, 0.42, 0.58), (0.84, 0.3, 0.62), (1.12, 0.18, 0.9))
        terrain.way(stage, "path", 0.44, earth, rows)
    for i, (x, depth, half, y) in enumerate(((0.14, 0.55, 26, 0.7), (0.82, 0.58, 30, 0.72), (0.95, 0.66, 46, 0.8), (0.03, 0.72, 58, 0.84))):  # fmt: skip
        _trunk(stage, i, x, depth, half * k, y)
    _canopy(stage)
    front = stage.sheet("ferns", 0.95, lift=15, haze=0, motion="sway")
    dark = backdrop.near_dark(stage)
    growth.fern(front, frame.x(0.06), frame.height + 30, 190 * k, dark, (-150, -115, -80, -50, -25))
    growth.fern(front, frame.x(0.95), frame.height + 34, 160 * k, dark, (-155, -125, -95, -60))
    growth.front_grass(stage, 0.2, 0.84, 60)
    backdrop.weather(stage)


def _rays(stage: Stage, low: float) -> None:
    """Shafts of light between the trunks."""
    if stage.scene.weather in ("rain", "storm", "fog", "snow", "cloud"):
        return
    pen = stage.sheet("rays", 0.43, haze=0, light_motion="still")
    x, y = stage.light
    strength = 0.12 if stage.scheme.dark else 0.22
    colour = pen.mix(pen.L, pen.r(0.8), 0.5) if stage.scheme.dark else pen.L
    for a, b in ((-0.34, -0.22), (-0.14, -0.07), (0.02, 0.12)):
        foot = low + 190
        row = [(x - 8, y), (x + 8, y), (x + b * stage.frame.width, foot), (x + a * stage.frame.width, foot)]
        pen.shine(polygon(row), colour, strength, soft=8)


def _trunk(stage: Stage, i: int, x: float, depth: float, half: float, foot: float) -> None:
    pen = stage.sheet(f"trunk{i}", depth, lift=12)
    at, y = stage.x(x), stage.y(foot)
    bark = pen.mix(pen.natural("dark wood"), stage.scheme.tone(depth), 0.35)
    top = stage.frame.top
    row = [(at - half * 2.0, y + 8), (at - half * 1.1, y - 40), (at - half * 0.9, y * 0.5), (at - half * 0.8, top), (at + half * 0.7, top),
           (at + half * 0.8, y * 0.5), (at + half * 1.05, y - 46), (at + half * 2.1, y + 10), (at + half * 0.7, y - 4), (at, y + 12), (at - half * 0.9, y - 2)]  # fmt: skip
    pen.contact(at, y, half * 2, 0.5)
    pen.shape(smooth(row, curve=0.5), across(pen.lighter(bark, 0.03), pen.shaded(bark, 0.35), at - half, at + half), form=0.3, form_width=half * 0.5, rim=pen.dark, rim_width=2)  # fmt: skip
    rng = pen.rng("bark")
    for _ in range(9):
        a, b, long = at + rng.uniform(-0.6, 0.6) * half, rng.uniform(20, y - 60), rng.uniform(24, 70)
        pen.line([(a, b), (a + rng.uniform(-4, 4), b + long / 2), (a, b + long)], pen.shaded(bark, 0.35), 2.2, ink=0.5, alpha=0.8)  # fmt: skip
    if i in (1, 3):
        side, b = (-1 if x > 0.5 else 1), stage.y(0.36 if i == 3 else 0.3)
        limb = tube([(at, b + 30), (at + side * half * 2.4, b), (at + side * half * 5, b - 26)], [half * 0.4, half * 0.28, half * 0.1])  # fmt: skip
        pen.shape(limb, bark, form=0.3)
        for dx, dy, size in ((4.2, -40, 1.5), (5.4, -30, 1.2), (3.2, -22, 1.1)):
            mass = blob(at + side * half * dx, b + dy, half * size, half * size * 0.66, seed=int(dx * 10), jitter=0.1)
            pen.shape(mass, pen.lighter(backdrop.foliage(stage, depth), 0.02), form=0.3)


def _canopy(stage: Stage) -> None:
    """Dark boughs that hang in from above."""
    pen = stage.sheet("canopy", 0.78, lift=13, motion=Motion("sway", anchor=(stage.frame.width / 2, 0)))
    colour, frame = backdrop.foliage(stage, 0.85), stage.frame
    colour = pen.r(0.8 if pen.dark else 0.97) if backdrop.snowy(stage) else colour
    rng = pen.rng("canopy")
    for i in range(11):
        x = frame.left + (frame.right - frame.left) * i / 10
        reach = 40 + 150 * abs(i / 10 - 0.55) * backdrop.high(stage)
        pen.shape(blob(x, frame.top + 44, frame.width * 0.075, reach + rng.uniform(0, 26), seed=i + 5, jitter=0.1), pen.lighter(colour, rng.uniform(-0.03, 0.03)), form=0.3)  # fmt: skip


@setting(
    "jungle",
    words="rainforest, rain forest, tropical forest, tropics, mangrove, undergrowth, tropical jungle",
    kinds="forest, nature, outdoors",
    horizon=0.56,
    light=(0.46, 0.18),
    options="stream (yes, no)",
    places=(
        Place("clearing", "ground", 0.5, 0.88, 0.66, 0.86, 130, 250, (0.3, 0.94)),
        Place("branch", "shelf", 0.62, 0.66, 0.3, 0.305, 170, 180, (0.7, 0.9)),
        _SKY,
    ),
)
def jungle(stage: Stage) -> None:
    """Palms in mist, broad trees with lianas, a stream through ferns, huge leaves around us."""
    low, frame, k = stage.y(stage.horizon), stage.frame, backdrop.fit(stage)
    backdrop.sky(stage, low, clouds=0)
    for i, (depth, tall) in enumerate(((0.12, 210), (0.22, 280), (0.34, 330))):
        pen = stage.sheet(f"palms{i}", depth, lift=9)
        rng, x = pen.rng("palms"), frame.left + 20 * i
        colour = pen.mix(backdrop.foliage(stage, 0.15 + depth), pen.G, 0.22)
        while x < frame.right:
            size = (
                tall
                * backdrop.high(stage)
                * rng.uniform(0.75, 1.15)
                * (0.62 + 0.9 * min(abs(x / frame.width - 0.46), 0.42))
            )
            growth.palm(
                pen, x, low + 20 + 18 * i, size, pen.lighter(colour, rng.uniform(-0.02, 0.02)), rng.uniform(-0.2, 0.2)
            )
            x += (86 + 34 * i) * rng.uniform(0.8, 1.5)
        thick = low - (86 - 42 * i) * backdrop.high(stage)
        pen.shape(ridge(frame.left, frame.right, thick, 22, frame.foot, seed=i + 8, step=26), backdrop.foliage(stage, depth + 0.08))  # fmt: skip
    backdrop.ground(stage, "jungle floor", 0.44, low + 52, 9, backdrop.turf(stage, 0.52, 0.5))
    if stage.option("stream", "yes") == "yes":
        far, near = backdrop.water_colours(stage)
        rows = (
            (0.628, 0.44, 0.465),
            (0.66, 0.38, 0.44),
            (0.7, 0.27, 0.38),
            (0.76, 0.1, 0.27),
            (0.84, -0.14, 0.13),
            (0.92, -0.4, -0.1),
        )
        terrain.way(stage, "stream", 0.45, mix(far, near, 0.5), rows)
        light = stage.sheet("stream light", 0.46, haze=0, light_motion="glint")
        backdrop.glints(light, frame.x(0.22), stage.y(0.69), stage.y(0.78), 30, 56)
    for i, (x, depth, half, foot) in enumerate(((0.84, 0.6, 36, 0.74), (0.06, 0.68, 48, 0.8))):
        _trunk(stage, i * 2, x, depth, half * k, foot)
    _lianas(stage, k)
    side = stage.sheet("ferns", 0.7, lift=11, motion="sway")
    for x, y, size in ((0.14, 0.86, 150), (0.9, 0.84, 160)):
        growth.fern(
            side, frame.x(x), stage.y(y), size * k, backdrop.foliage(stage, 0.62), (-165, -135, -105, -75, -45, -15)
        )
    growth.corner_leaves(stage, "right", "leaves right", 1.15, 0.45)
    growth.corner_leaves(stage, "left", "leaves left", 1.3, 0.45)
    backdrop.weather(stage)


def _lianas(stage: Stage, k: float) -> None:
    pen = stage.sheet("lianas", 0.72, lift=9, motion=Motion("sway", anchor=(stage.frame.width / 2, 0)))
    frame, colour = stage.frame, backdrop.foliage(stage, 0.7)
    rng = pen.rng("lianas")
    for a, b, sag in ((0.05, 0.3, 0.26), (0.6, 0.86, 0.2), (0.78, 1.02, 0.34)):
        points = [
            (frame.x(a + (b - a) * t / 8), frame.top + 40 + stage.y(sag) * 4 * (t / 8) * (1 - t / 8)) for t in range(9)
        ]
        pen.shape(tube(points, [4.5] * 9), colour, form=0.3)
        for x, y in points[1:8]:
            turn = rng.uniform(60, 120)
            pen.shape(smooth([(0, 0), (16, -9), (34, 0), (16, 9)]).turned(turn).moved(x, y), pen.lighter(colour, 0.05), form=0.25)  # fmt: skip
    for i in range(9):
        x = frame.left + (frame.right - frame.left) * i / 8
        for j in range(3):
            long = (70 + 190 * min(abs(i / 8 - 0.46), 0.4)) * backdrop.high(stage)
            shape = smooth([(0, 0), (long * 0.3, -20 * k), (long, 0), (long * 0.3, 20 * k)]).turned(60 + 30 * j + rng.uniform(-8, 8))  # fmt: skip
            pen.shape(shape.moved(x, frame.top + 30), pen.lighter(colour, rng.uniform(-0.05, 0.02)), form=0.3)


@setting(
    "garden",
    words="flower garden, back garden, backyard, yard, flower bed, vegetable garden, orchard, greenery, at the gate",
    kinds="nature, outdoors, home",
    horizon=0.5,
    light=(0.68, 0.18),
    options="house (yes, no), fence (yes, no)",
    places=(
        Place("lawn", "ground", 0.5, 0.88, 0.66, 0.86, 130, 250, (0.2, 0.8)),
        Place("fence", "shelf", 0.39, 0.41, 0.53, 0.535, 100, 104, (0.05, 0.95)),
        _SKY,
    ),
)
def garden(stage: Stage) -> None:
    """Hedges and trees, a white fence, flower beds, a lawn with a path, flowers close to us."""
    low, frame, k = stage.y(stage.horizon), stage.frame, backdrop.fit(stage)
    backdrop.sky(stage, low, clouds=2)
    backdrop.hills(stage, low - 20, 34, count=2)
    far = stage.sheet("far trees", 0.28, lift=8)
    growth.far_trees(far, frame.left, frame.right, low + 20, 120 * k, backdrop.foliage(stage, 0.2), 4)
    hedge = backdrop.ground(stage, "hedge", 0.34, low + 2, 7, backdrop.foliage(stage, 0.4), lift=8)
    rng = hedge.rng("hedge")
    for _ in range(40):
        x, y = rng.uniform(frame.left, frame.right), low + rng.uniform(8, 40)
        hedge.line([(x - 6, y), (x, y - 4), (x + 6, y)], backdrop.foliage(stage, 0.3, 0.06), 2, ink=0.5, alpha=0.8)
    if stage.option("fence", "yes") == "yes":
        _fence(stage, low + 40, k)
    backdrop.ground(stage, "lawn", 0.42, low + 52, 7, backdrop.turf(stage, 0.4, 0.6))
    sand = backdrop.earth(stage, stage.scheme.natural("sand"), 0.5)
    terrain.way(stage, "path", 0.43, sand, ((0.57, 0.51, 0.535), (0.66, 0.475, 0.54), (0.75, 0.47, 0.62), (0.86, 0.36, 0.64), (1.12, 0.2, 0.72)))  # fmt: skip
    _bed(stage, 0, 0.02, 0.4, 0.66, 0.52, 46 * k)
    _bed(stage, 1, 0.66, 1.02, 0.665, 0.53, 50 * k)
    tree = stage.sheet("tree", 0.56, lift=11, motion="flutter")
    tree.contact(frame.x(0.9), stage.y(0.7), 60, 0.4)
    growth.tree(tree, frame.x(0.9), stage.y(0.7), 380 * k, backdrop.foliage(stage, 0.45), 2, backdrop.snowy(stage))
    if not backdrop.snowy(stage):
        for i in range(9):
            x, y = frame.x(0.9) + (-70 + 34 * (i % 5)) * k, stage.y(0.7) - (190 + 52 * (i % 3)) * k
            tree.shape(oval(x, y, 8 * k), tree.mix(tree.A, stage.scheme.tone(0.5), 0.15), form=0.3, line=0.8)
    _front_flowers(stage, k)
    backdrop.weather(stage)


def _fence(stage: Stage, y: float, k: float) -> None:
    pen = stage.sheet("fence", 0.4, lift=7, wobble=0.6)
    white = pen.r(0.55) if pen.dark else pen.mix(pen.r(0.97), pen.L, 0.15)
    frame = stage.frame
    for dy in (-44, -20):
        pen.shape(box(frame.left, y + dy * k, frame.right - frame.left, 8 * k), pen.shaded(white, 0.12), form=0.25)
    x = frame.left
    while x < frame.right:
        if not 0.49 < x / frame.width < 0.555:
            slat = polygon([(x, y + 16), (x, y - 54 * k), (x + 9 * k, y - 66 * k), (x + 18 * k, y - 54 * k), (x + 18 * k, y + 16)])  # fmt: skip
            pen.shape(slat, white, form=0.18, line=0.8)
        x += 31 * k


def _bed(stage: Stage, i: int, x0: float, x1: float, y: float, depth: float, tall: float) -> None:
    """A flower bed: earth, leaves, rows of flowers."""
    pen = stage.sheet(f"bed{i}", depth, lift=7, motion="sway")
    a, b, at = stage.x(x0), stage.x(x1), stage.y(y)
    earth = backdrop.earth(stage, pen.natural("earth"), 0.5)
    pen.shape(oval((a + b) / 2, at, (b - a) / 2, 20), pen.shaded(earth, 0.2), form=0.2)
    rng, stem = pen.rng("bed"), backdrop.foliage(stage, 0.5)
    count = max(5, round((b - a) / 26))
    for row in range(2):
        for j in range(count):
            x = a + (b - a) * (0.08 + 0.84 * (j + 0.5 * row) / count)
            colour = pen.mix((pen.A, pen.B, pen.mix(pen.A, pen.r(1.0), 0.5), pen.r(0.97))[(j + row + i) % 4], stage.scheme.tone(0.5), 0.15 if not pen.dark else 0.4)  # fmt: skip
            growth.flower(pen, x, at - 6 + 12 * row, tall * rng.uniform(0.7, 1.1), colour, stem)


def _front_flowers(stage: Stage, k: float) -> None:
    growth.front_grass(stage, 0.26, 0.78, 84)
    pen = stage.sheet("front flowers", 0.97, lift=13, haze=0, motion="sway")
    dark, h = backdrop.near_dark(stage), stage.frame.height
    size = k * backdrop.high(stage)
    for i, (x, tall) in enumerate(((0.03, 170), (0.085, 128), (0.14, 92), (0.955, 150), (0.9, 104))):
        colour = pen.mix((pen.A, pen.B, pen.mix(pen.A, pen.r(1.0), 0.4))[i % 3], dark, 0.35 if not pen.dark else 0.72)
        growth.flower(pen, stage.x(x), h - 8, tall * size, colour, pen.lighter(dark, 0.03))


@setting(
    "park",
    words="city park, public garden, playground, promenade, avenue of trees, on the bench, picnic place",
    kinds="garden, nature, outdoors, town",
    horizon=0.5,
    light=(0.34, 0.18),
    options="bench (yes, no), pond (yes, no)",
    places=(
        Place("lawn", "ground", 0.5, 0.88, 0.665, 0.86, 130, 250, (0.24, 0.84)),
        Place("pond", "water", 0.43, 0.45, 0.63, 0.64, 90, 96, (0.6, 0.8)),
        _SKY,
    ),
)
def park(stage: Stage) -> None:
    """Roofs behind trees, an avenue, a pond, a winding path, a bench, a dark bough above."""
    low, frame, k = stage.y(stage.horizon), stage.frame, backdrop.fit(stage)
    backdrop.sky(stage, low, clouds=3)
    masonry.town(
        stage, "roofs", 0.16, low + 10, 150 * k, 100 * k, lit=0.3 if stage.night else 0, kinds=("gable", "flat")
    )
    snow = backdrop.snowy(stage)
    for i, (depth, tall, y) in enumerate(((0.26, 130, 16), (0.36, 190, 30))):
        pen = stage.sheet(f"avenue{i}", depth, lift=8)
        rng = pen.rng("avenue")
        for j in range(9):
            x = frame.width * (j + 0.4 * i) / 8
            if i and 0.35 < x / frame.width < 0.68:
                continue
            growth.tree(pen, x, low + y, tall * k * rng.uniform(0.85, 1.15), backdrop.foliage(stage, depth), j, snow)
        pen.shape(
            ridge(frame.left, frame.right, low + y - 6, 5, frame.foot, seed=i + 2), backdrop.turf(stage, depth, 0.5)
        )
    if stage.option("pond", "yes") == "yes":
        pond = stage.sheet("pond", 0.42, lift=3)
        far, near = backdrop.water_colours(stage)
        pond.shape(
            oval(frame.x(0.72), stage.y(0.625), frame.width * 0.17, 30),
            pond.mix(far, near, 0.4),
            form=0.25,
            form_width=6,
        )
        light = stage.sheet("pond light", 0.425, haze=0, light_motion="glint")
        backdrop.glints(light, frame.x(0.72), stage.y(0.6), stage.y(0.645), 16, 70)
    sand = backdrop.earth(stage, stage.scheme.natural("sand"), 0.5)
    terrain.way(stage, "path", 0.46, sand, ((0.545, 0.5, 0.515), (0.63, 0.43, 0.475), (0.72, 0.42, 0.56), (0.83, 0.48, 0.76), (1.12, 0.5, 1.1)))  # fmt: skip
    if stage.option("bench", "yes") == "yes":
        _bench(stage, frame.x(0.2), stage.y(0.72), k)
    bough = stage.sheet("near tree", 0.8, lift=13, motion="sway")
    row = [(frame.right, frame.top), (frame.x(0.7), frame.top), (frame.x(0.76), stage.y(0.03)), (frame.x(0.84), stage.y(0.09)), (frame.right, stage.y(0.17))]  # fmt: skip
    bough.shape(smooth(row, curve=0.7), backdrop.foliage(stage, 0.9), form=0.3)
    for i in range(8):
        at = (frame.x(0.66 + 0.05 * i), stage.y(0.02 + 0.02 * i))
        bough.shape(
            blob(*at, 58 * k, 36 * k, seed=i, jitter=0.12), backdrop.foliage(stage, 0.85, 0.02 * (i % 2)), form=0.3
        )
    growth.front_grass(stage, 0.3, 0.82, 80)
    backdrop.weather(stage)


def _bench(stage: Stage, x: float, y: float, k: float) -> None:
    pen = stage.sheet("bench", 0.58, lift=8, wobble=0.6)
    own, wood, iron = pen.at(x, y, 1.05 * k), pen.natural("wood"), pen.natural("iron")
    own.contact(0, 0, 96, 0.5)
    for dx in (-78, 78):
        own.shape(grounded([(dx - 6, -88), (dx + 6, -88)], 2, 0), iron, form=0.3)
        own.shape(box(dx - 14, -46, 28, 6, 2), iron, form=0.3)
    for dy in (-86, -70, -42):
        own.shape(box(-98, dy, 196, 12, 3), wood, form=0.35, form_width=4)

"""Where land meets water: shore, harbour, river bank, lake."""

from __future__ import annotations

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.kit.settings import growth, masonry, terrain
from engine.illustrate.paint.forms import grounded, ridge, rock, tube
from engine.illustrate.paint.path import Path, box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen, down
from engine.illustrate.stage import Motion, Stage

_SKY = Place("sky", "sky", 0.1, 0.4, 0.14, 0.32, 70, 100)


@setting(
    "shore",
    words="beach, seaside, coast, seashore, strand, sandy beach, on the sand, by the sea",
    kinds="sea, water, outdoors",
    horizon=0.46,
    light=(0.7, 0.2),
    options="palms (yes, no), headland (yes, no)",
    places=(
        Place("sand", "ground", 0.56, 0.9, 0.66, 0.86, 130, 260, (0.06, 0.94)),
        Place("water", "water", 0.3, 0.5, 0.5, 0.575, 46, 84),
        _SKY,
    ),
)
def shore(stage: Stage) -> None:
    """Sky, headland, rows of waves, foam, wet and dry sand, a palm, dark dune grass."""
    low, frame, k = stage.y(stage.horizon), stage.frame, backdrop.fit(stage)
    backdrop.sky(stage, low)
    if stage.option("headland", "yes") == "yes":
        _headland(stage, low)
    backdrop.water(stage, low, stage.y(0.565), 5, (0.3, 0.5), swell=5, name="waves", shares=(0.0, 0.66))
    glints = stage.sheet("glints", 0.505, haze=0, light_motion="glint")
    backdrop.glints(glints, stage.light[0], low + 8, stage.y(0.58), 40, 64)
    sand = backdrop.earth(stage, stage.scheme.natural("sand"), 0.5)
    foam = stage.sheet("foam", 0.52, lift=6, motion="sway")
    foam.shape(_slope(stage, 0.575, 0.615, 1), foam.r(0.75 if stage.scheme.dark else 1.0), line=0.8)
    wet = stage.sheet("wet sand", 0.53, lift=3)
    wet.shape(_slope(stage, 0.59, 0.632, 1), wet.mix(wet.shaded(sand, 0.22), stage.scheme.G, 0.12))
    pen = stage.sheet("sand", 0.55, lift=9)
    pen.shape(_slope(stage, 0.625, 0.668, 4), down(pen.lighter(sand, 0.02), pen.shaded(sand, 0.14), stage.y(0.64), frame.height))  # fmt: skip
    rng = pen.rng("ripples")
    for _ in range(26):
        t = rng.random()
        x, y, long = rng.uniform(0, frame.width), stage.y(0.69 + 0.27 * t), 20 + 60 * t
        pen.line(
            [(x, y), (x + long / 2, y - 3), (x + long, y)], pen.shaded(sand, 0.22), 1.2 + 1.6 * t, ink=0.4, alpha=0.7
        )
    dune = stage.sheet("dune", 0.7, lift=11)
    shade = dune.shaded(sand, 0.2)
    row = [(frame.left, stage.y(0.7)), (frame.x(0.12), stage.y(0.71)), (frame.x(0.24), stage.y(0.77)), (frame.x(0.4), stage.y(0.86)), (frame.x(0.55), stage.y(0.97)), (frame.x(0.6), frame.foot)]  # fmt: skip
    dune.shape(grounded(row, frame.foot), down(shade, dune.shaded(sand, 0.34), stage.y(0.7), frame.height))
    if stage.option("palms", "yes") == "yes":
        tree = stage.sheet("palm", 0.69, lift=10, motion=Motion("flutter", anchor=(frame.x(0.08), stage.y(0.72))))
        growth.palm(tree, frame.x(0.07), stage.y(0.74), 390 * k, backdrop.foliage(stage, 0.5), 0.22)
        growth.palm(tree, frame.x(0.02), stage.y(0.76), 290 * k, backdrop.foliage(stage, 0.7), 0.06)
    growth.front_grass(stage, 0.24, 0.8, 92)
    backdrop.weather(stage)


def _slope(stage: Stage, left: float, right: float, seed: int) -> Path:
    frame = stage.frame
    middle = (stage.y(left) + stage.y(right)) / 2
    return ridge(frame.left, frame.right, middle, 7, frame.foot, seed=seed, slope=stage.y(left) - middle)


def _headland(stage: Stage, low: float) -> None:
    """A far cape on the left that runs down into the sea."""
    frame = stage.frame
    for i, (reach, high, depth) in enumerate(((0.52, 62, 0.16), (0.32, 96, 0.26))):
        pen = stage.sheet(f"cape{i}", depth, lift=8)
        row = [(frame.left, low - high), (frame.x(reach * 0.3), low - high * 1.05), (frame.x(reach * 0.6), low - high * 0.62),
               (frame.x(reach * 0.85), low - high * 0.3), (frame.x(reach), low + 10), (frame.x(reach) + 40, low + 20)]  # fmt: skip
        pen.shape(grounded(row, low + 40), pen.mix(stage.scheme.tone(depth), pen.V, 0.4), form=0.15, form_width=14)


@setting(
    "harbour",
    words="harbor, port, docks, quay, marina, pier, wharf, fishing village, seaport",
    kinds="sea, town, water, outdoors",
    horizon=0.5,
    light=(0.3, 0.2),
    options="boats (yes, no)",
    places=(
        Place("quay", "ground", 0.74, 0.92, 0.755, 0.88, 200, 290, (0.06, 0.94)),
        Place("water", "water", 0.42, 0.66, 0.56, 0.68, 70, 130),
        Place("far quay", "ground", 0.33, 0.34, 0.5, 0.505, 54, 56, (0.4, 0.96)),
        Place("sky", "sky", 0.1, 0.3, 0.12, 0.28, 70, 90),
    ),
)
def harbour(stage: Stage) -> None:
    """Sky, hills, a row of painted houses on the far quay, boats on still water, our quay with bollards."""
    low, frame, k = stage.y(stage.horizon), stage.frame, backdrop.fit(stage)
    backdrop.sky(stage, low, clouds=2)
    backdrop.hills(stage, low - 30, 46, count=2)
    _quay_houses(stage, low, k)
    backdrop.water(stage, low + 16, stage.y(0.68), 4, (0.36, 0.68), swell=4, name="basin", shares=(0.15, 0.85))
    stage.mirror(0.365, low + 18, 0.55, 0.12, 10)
    if stage.option("boats", "yes") == "yes":
        for i, (x, y, size, depth) in enumerate(((0.8, 0.585, 0.8, 0.5), (0.17, 0.62, 1.1, 0.58), (0.93, 0.655, 1.3, 0.62))):  # fmt: skip
            _moored(stage, i, frame.x(x), stage.y(y), 120 * size * k, depth)
    pen = stage.sheet("glints", 0.69, haze=0, light_motion="glint")
    backdrop.glints(pen, stage.light[0], low + 24, stage.y(0.7), 46, 54)
    _our_quay(stage, k)
    backdrop.weather(stage)


def _quay_houses(stage: Stage, low: float, k: float) -> None:
    frame = stage.frame
    pen = stage.sheet("quay houses", 0.3, lift=9, wobble=0.6)
    rng, x, i = pen.rng("houses"), frame.x(0.36), 0
    paints = (pen.A, pen.B, pen.mix(pen.r(0.95), pen.L, 0.3), pen.G, pen.mix(pen.A, pen.r(0.9), 0.5))
    while x < frame.right:
        wide, tall = rng.uniform(62, 92) * k, rng.uniform(92, 158) * k
        wall = (
            pen.mix(paints[i % 5], pen.r(0.2), 0.5) if stage.scheme.dark else pen.mix(paints[i % 5], pen.r(0.7), 0.25)
        )
        masonry.front(pen, x + wide / 2, low + 8, wide * 0.98, tall, wall, pen.mix(pen.natural("brick"), pen.r(0.2), 0.35),
                      kind=("gable", "step", "hip")[i % 3], rise=40 * k, columns=2, rows=3, lit=0.5 if stage.night else 0, seed=i, base=0.12)  # fmt: skip
        x, i = x + wide, i + 1
    pier = stage.sheet("far quay", 0.34, lift=7, wobble=0.7)
    stone = pier.mix(pier.natural("stone"), stage.scheme.tone(0.4), 0.45)
    pier.shape(box(frame.x(0.33), low + 4, frame.right - frame.x(0.33), 24), down(pier.lighter(stone, 0.03), pier.shaded(stone, 0.3), low, low + 28))  # fmt: skip


def _moored(stage: Stage, i: int, x: float, y: float, size: float, depth: float) -> None:
    """A fishing boat at rest, its mast bare."""
    pen = stage.sheet(f"moored{i}", depth, lift=7, motion=Motion("bob", anchor=(x, y)), wobble=0.6)
    own = pen.at(x, y, size / 100, flip=i == 1)
    paint = pen.mix((pen.G, pen.A, pen.B)[i], stage.scheme.tone(depth), 0.3)
    own.contact(0, 0, 70, 0.4)
    own.shape(box(-3, -112, 4, 96), pen.natural("dark wood"), line=0.8)
    own.line([(-1, -110), (66, -24)], pen.r(0.25), 1.2, ink=0.5)
    own.line([(-1, -110), (-62, -22)], pen.r(0.25), 1.2, ink=0.5)
    own.shape(box(-40, -46, 30, 28, 3), pen.mix(pen.r(0.95), pen.L, 0.2) if not pen.dark else pen.r(0.45), form=0.3)
    own.shape(box(-34, -41, 10, 10, 1), pen.mix(pen.lit, pen.B, 0.3) if stage.night else pen.r(0.4), line=0.6)
    hull = smooth([(-68, -24), (-58, -4), (-46, 3), (46, 3), (60, -8), (74, -28), (40, -19), (-30, -17)], curve=0.4)
    own.shape(hull, down(paint, pen.shaded(paint, 0.4), -24, 4), form=0.35, form_width=5, rim=True, rim_width=2)
    band = hull & polygon([(-80, -15), (80, -19), (80, -14), (-80, -10)])
    own.shape(band, pen.r(0.9 if not pen.dark else 0.55), shadow=0, line=0.5)
    if stage.night:
        own.glow(-29, -36, 50, pen.B, 0.5)


def _our_quay(stage: Stage, k: float) -> None:
    """The quay on which we stand: a stone edge, planks, bollards with a rope, nets in the corner."""
    frame, y = stage.frame, stage.y(0.72)
    pen = stage.sheet("quay", 0.72, lift=13, wobble=0.7)
    stone = backdrop.earth(stage, pen.mix(pen.natural("stone"), pen.natural("earth"), 0.3), 0.4)
    pen.shape(box(frame.left, y, frame.right - frame.left, frame.foot - y), down(pen.lighter(stone, 0.01), pen.shaded(stone, 0.4), y, frame.height))  # fmt: skip
    masonry.paving(stage, pen, y + 40, frame.height, pen.shaded(stone, 0.12), 6, 8)
    pen.shape(
        box(frame.left, y - 4, frame.right - frame.left, 22, 3), pen.lighter(stone, 0.05), form=0.35, form_width=6
    )
    for i in range(int(frame.width / 120) + 3):
        pen.line([(i * 120 - 50, y - 3), (i * 120 - 50, y + 17)], pen.shaded(stone, 0.4), 2, ink=0.5)
    posts = stage.sheet("bollards", 0.73, lift=9, wobble=0.6)
    iron = posts.natural("iron")
    for x in (0.16, 0.5, 0.84):
        at = frame.x(x)
        posts.contact(at, y + 20, 22, 0.6)
        posts.shape(smooth([(at - 13, y + 22), (at - 10, y - 12), (at - 19, y - 22), (at, y - 30), (at + 19, y - 22), (at + 10, y - 12), (at + 13, y + 22)], curve=0.6), iron, form=0.4, rim=True, rim_width=2)  # fmt: skip
    front = stage.sheet("front crates", 0.96, lift=16, haze=0, wobble=0.7)
    dark = backdrop.near_dark(stage, 0.1)
    for x, top, wide in ((-60, 118, 150), (60, 66, 116)):
        a, b = x * k, frame.height - top * k
        front.shape(box(a, b, wide * k, 260, 3), dark, form=0.4, rim=front.mix(dark, front.r(0.8), 0.4), rim_width=2.5)
        for i in range(1, 4):
            front.line([(a + 4, b + i * 26 * k), (a + wide * k - 4, b + i * 26 * k)], front.mix(dark, front.r(0.7), 0.22), 2.2, ink=0.4)  # fmt: skip
    rope = front.mix(front.natural("straw"), dark, 0.62)
    for i in range(3):
        front.line(oval(frame.width - 70 * k, frame.height - 22 - i * 11, (74 - 9 * i) * k, 17), rope, 9)


@setting(
    "river bank",
    words="river, riverside, stream, brook, creek, by the river, canal, river side, ferry landing, water's edge",
    kinds="water, nature, outdoors",
    horizon=0.42,
    light=(0.64, 0.2),
    options="trees (yes, no)",
    places=(
        Place("bank", "ground", 0.66, 0.88, 0.72, 0.86, 170, 260, (0.04, 0.52)),
        Place("water", "water", 0.49, 0.62, 0.615, 0.68, 88, 130, (0.4, 0.96)),
        Place("far bank", "ground", 0.32, 0.34, 0.465, 0.47, 60, 64, (0.05, 0.95)),
        Place("sky", "sky", 0.1, 0.3, 0.1, 0.26, 70, 100),
    ),
)
def river_bank(stage: Stage) -> None:
    """Sky, hills, the far bank with trees, the wide river, our bank with a willow, reeds in front."""
    low, frame, k = stage.y(stage.horizon), stage.frame, backdrop.fit(stage)
    backdrop.sky(stage, low, clouds=2)
    backdrop.hills(stage, low - 6, 40, count=2)
    far = backdrop.ground(stage, "far bank", 0.3, low + 14, 9, backdrop.turf(stage, 0.3, 0.45), lift=7)
    growth.far_trees(far, frame.left, frame.x(0.4), low + 18, 76 * k, backdrop.foliage(stage, 0.12), 1)
    growth.far_trees(far, frame.x(0.74), frame.right, low + 20, 96 * k, backdrop.foliage(stage, 0.2), 2)
    backdrop.water(stage, stage.y(0.475), stage.y(0.75), 6, (0.36, 0.62), swell=4, name="river", shares=(0.1, 0.95))
    stage.mirror(0.365, stage.y(0.478), 0.5, 0.1, 12)
    _bends(stage)
    pen = stage.sheet("glints", 0.63, haze=0, light_motion="glint")
    backdrop.glints(pen, 0.6 * frame.width, stage.y(0.6), stage.y(0.76), 60, 70)
    for i, (left, top, reach, depth) in enumerate(((0.6, 0.66, 0.5, 0.64), (0.68, 0.74, 0.62, 0.72))):
        bank = stage.sheet(f"bank{i}", depth, lift=12)
        colour = backdrop.turf(stage, depth - 0.06, 0.5)
        row = [(frame.left, stage.y(left)), (frame.x(reach * 0.4), stage.y(left + 0.02)), (frame.x(reach * 0.75), stage.y(top)), (frame.x(reach), stage.y(top + 0.08)),
               (frame.x(reach + 0.1), stage.y(top + 0.2)), (frame.x(reach + 0.14), frame.foot)]  # fmt: skip
        bank.shape(grounded(row, frame.foot), down(bank.lighter(colour, 0.03), bank.shaded(colour, 0.2), stage.y(left), frame.height), form=0.2, form_width=10)  # fmt: skip
        if i == 0 and stage.option("trees", "yes") == "yes":
            growth.tree(
                bank, frame.x(0.1), stage.y(0.64), 330 * k, backdrop.foliage(stage, 0.5), 3, backdrop.snowy(stage)
            )
        backdrop.grass(bank, frame.left, frame.x(reach * 0.7), stage.y(top) + 8, 26, bank.shaded(colour, 0.2), 20, 0.2)
    for x, y, size in ((0.58, 0.69, 60), (0.66, 0.735, 44), (0.8, 0.66, 36)):
        stone = stage.sheet(f"stone{x}", 0.645, lift=6)
        stone.shape(rock(frame.x(x), stage.y(y), size * 1.6 * k, size * 0.6 * k, seed=size), stage.scheme.tone(0.6), form=0.35, rim=True, rim_width=2)  # fmt: skip
    front = stage.sheet("reeds", 0.96, lift=15, haze=0, motion="sway")
    growth.reeds(front, frame.x(0.8), frame.right, frame.height - 6, 210 * k, backdrop.near_dark(stage), 26)
    growth.front_grass(stage, 0.1, 0.72, 70)
    backdrop.weather(stage)


_BENDS = (
    ((-0.1, 0.477), (0.24, 0.48), (0.4, 0.486), (0.47, 0.497), (0.4, 0.515), (0.22, 0.534), (-0.1, 0.545)),
    ((1.1, 0.482), (0.74, 0.49), (0.56, 0.503), (0.5, 0.52), (0.56, 0.544), (0.72, 0.573), (0.9, 0.594), (1.1, 0.604)),
)
"""The tongues of land round which the river comes (shares), the far one first."""


def _bends(stage: Stage) -> None:
    """Meadows that reach into the water from both sides, so that it is a river that winds away and no lake."""
    for i, row in enumerate(_BENDS):
        pen = stage.sheet(f"bend{i}", 0.42 + 0.05 * i, lift=7)
        colour = backdrop.turf(stage, 0.36 + 0.05 * i, 0.5)
        shape = smooth([(stage.frame.x(x), stage.y(y)) for x, y in row], curve=0.8)
        pen.shape(shape, down(pen.lighter(colour, 0.03), pen.shaded(colour, 0.12), stage.y(row[0][1]), stage.y(row[-1][1])),
                  rim=pen.lighter(colour, 0.08), rim_width=2)  # fmt: skip


@setting(
    "lake",
    words="pond, lakeside, mountain lake, jetty, lagoon, tarn, reservoir, boathouse",
    kinds="water, nature, outdoors",
    horizon=0.5,
    light=(0.36, 0.2),
    options="jetty (yes, no)",
    places=(
        Place("jetty", "ground", 0.72, 0.88, 0.71, 0.82, 170, 240, (0.56, 0.84)),
        Place("water", "water", 0.4, 0.7, 0.57, 0.78, 70, 160, (0.04, 0.9)),
        Place("sky", "sky", 0.1, 0.3, 0.1, 0.26, 70, 100),
    ),
)
def lake(stage: Stage) -> None:
    """Sky, peaks, fir woods, a still lake that mirrors all of it, a wooden jetty, dark reeds."""
    low, frame, k = stage.y(stage.horizon), stage.frame, backdrop.fit(stage)
    backdrop.sky(stage, low, clouds=2)
    terrain.peaks(stage, "peaks", 0.14, low, 210 * backdrop.high(stage), seed=3)
    backdrop.hills(stage, low - 10, 34, count=1)
    snow = backdrop.snowy(stage)
    for i, (depth, tall, y) in enumerate(((0.24, 74, 4), (0.32, 104, 14))):
        pen = stage.sheet(f"firs{i}", depth, lift=7)
        rng, x = pen.rng("firs"), frame.left
        while x < frame.right:
            share = abs(x / frame.width - 0.42)
            high = tall * k * rng.uniform(0.65, 1.2) * (0.55 + 1.1 * min(share, 0.5))
            growth.conifer(pen, x, low + y, high, backdrop.foliage(stage, 0.15 + 0.2 * i), snow, 3)
            x += high * rng.uniform(0.36, 0.7)
        pen.shape(box(frame.left, low + y - 3, frame.right - frame.left, 14), backdrop.turf(stage, depth + 0.1, 0.4))
    backdrop.water(stage, low + 20, stage.y(0.78), 5, (0.36, 0.68), swell=2.6, name="lake", shares=(0.0, 0.92))
    stage.mirror(0.37, low + 22, 0.62, 0.1, 9)
    pen = stage.sheet("glints", 0.7, haze=0, light_motion="glint")
    backdrop.glints(pen, stage.light[0], low + 30, stage.y(0.8), 60, 62)
    if stage.option("jetty", "yes") == "yes":
        _jetty(stage)
    front = stage.sheet("reeds", 0.96, lift=15, haze=0, motion="sway")
    growth.reeds(front, frame.left, frame.x(0.18), frame.height - 10, 190 * k, backdrop.near_dark(stage), 24)
    growth.front_grass(stage, 0.26, 0.9, 76)
    backdrop.weather(stage)


def _jetty(stage: Stage) -> None:
    """Planks on posts that reach into the lake from the right foot."""
    frame = stage.frame
    posts = stage.sheet("jetty posts", 0.705, lift=7, wobble=0.7)
    wood = posts.mix(posts.natural("dark wood"), stage.scheme.tone(0.7), 0.3)
    for x, y in ((0.545, 0.69), (0.69, 0.69), (0.53, 0.77), (0.79, 0.77)):
        posts.shape(box(frame.x(x) - 7, stage.y(y) - 34, 14, 100, 4), wood, form=0.35, rim=True, rim_width=2)
    pen = stage.sheet("jetty", 0.71, lift=10, wobble=0.6)
    plank = backdrop.earth(stage, pen.natural("wood"), 0.4)
    edge = [(0.55, 0.69), (0.69, 0.69), (0.98, 1.1), (0.46, 1.1)]
    deck = polygon([(frame.x(a), stage.y(b)) for a, b in edge])
    pen.shape(
        deck,
        down(pen.lighter(plank, 0.02), pen.shaded(plank, 0.34), stage.y(0.69), frame.height),
        form=0.25,
        form_width=8,
    )
    _planks(stage, pen, pen.shaded(plank, 0.42))
    rail = tube([(frame.x(0.548), stage.y(0.69)), (frame.x(0.455), stage.y(1.1))], [3.5, 8])
    pen.shape(rail, pen.shaded(plank, 0.3), form=0.3)


def _planks(stage: Stage, pen: Pen, colour: tuple[float, float, float]) -> None:
    for i in range(1, 11):
        t = (i / 11) ** 1.4
        y = 0.69 + 0.41 * t
        pen.line(
            [(stage.x(0.55 - 0.09 * t), stage.y(y)), (stage.x(0.69 + 0.29 * t), stage.y(y))],
            colour,
            1.4 + 2 * t,
            ink=0.5,
        )

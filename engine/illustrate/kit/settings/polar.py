"""Polar water: the sea with floes and bergs, and the water beneath the ice."""

from __future__ import annotations

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.paint.forms import blob, wave
from engine.illustrate.paint.path import Path, box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen, down
from engine.illustrate.palette import mix
from engine.illustrate.stage import Motion, Stage
from engine.looks import Colour


def _ice(stage: Stage, shade: float = 0.0) -> Colour:
    """Ice in this light: nearly white, its shaded sides blue."""
    s = stage.scheme
    white: Colour = (0.95, 0.975, 1.0)
    blue: Colour = (0.52, 0.72, 0.84)
    if s.dark:
        return mix(mix(s.r(0.72), white, 0.12), s.r(0.34), 0.85 * shade)
    lit = mix(white, mix(s.B, s.L, 0.5), 0.24) if stage.scene.time in ("dusk", "dawn") else white
    return mix(lit, blue, shade)


@setting(
    "polar sea",
    words="antarctic ocean, arctic ocean, southern ocean, ice floes, pack ice, drift ice, icebergs, iceberg, frozen sea",
    kinds="sea, water, winter, outdoors",
    horizon=0.5,
    light=(0.3, 0.2),
    options="bergs (yes, no)",
    places=(
        Place("floe", "ground", 0.64, 0.8, 0.765, 0.85, 130, 220, (0.3, 0.86)),
        Place("water", "water", 0.42, 0.6, 0.6, 0.71, 70, 130),
        Place("sky", "sky", 0.08, 0.3, 0.12, 0.28, 60, 90),
    ),
)
def polar_sea(stage: Stage) -> None:
    """A white coast, bergs behind bergs in still water, floes, a great floe before us, shards of ice in the corners."""
    low, frame, k = stage.y(stage.horizon), stage.frame, backdrop.fit(stage) * (0.6 + 0.4 * backdrop.high(stage))
    backdrop.sky(stage, low, clouds=2)
    coast = backdrop.ground(stage, "ice coast", 0.14, low - 16, 9, _ice(stage, 0.34), lift=7)  # fmt: skip
    for x, wide, tall in ((0.1, 260, 60), (0.55, 330, 84), (0.86, 240, 52)):
        row = [(-0.5, 0.1), (-0.3, -0.5), (-0.1, -0.66), (0.04, -1.0), (0.2, -0.62), (0.34, -0.42), (0.5, 0.1)]
        shape = polygon([(frame.x(x) + a * wide * k, low - 16 + b * tall * k) for a, b in row])
        coast.shape(shape, _ice(stage, 0.2), form=0.28, form_width=24)
    _cold_water(stage, low)
    if stage.option("bergs", "yes") == "yes":
        for i, (x, y, wide, tall, depth) in enumerate(((0.82, 0.545, 300, 170, 0.33), (0.16, 0.575, 220, 110, 0.38), (0.52, 0.53, 130, 52, 0.3))):  # fmt: skip
            _berg(stage, i, (frame.x(x), stage.y(y)), wide * k, tall * k, depth)
    for i, (x, y, wide) in enumerate(((0.36, 0.6, 120), (0.66, 0.62, 170), (0.06, 0.67, 210), (0.48, 0.665, 150), (0.92, 0.69, 260))):  # fmt: skip
        pen = stage.sheet(f"floe{i}", 0.44 + 0.035 * i, lift=7, motion="bob")
        _floe(pen, stage, frame.x(x), stage.y(y), wide * k, 13 + 3 * i, i)
    light = stage.sheet("glints", 0.6, haze=0, light_motion="glint")
    backdrop.glints(light, stage.light[0], low + 20, stage.y(0.74), 44, 90, strength=0.5)
    _great_floe(stage, k)
    front = stage.sheet("front ice", 0.96, lift=16, haze=0)
    dark = mix(_ice(stage, 0.9), stage.scheme.r(0.12), 0.62)
    for x, wide, tall in ((-0.03, 300, 130), (0.1, 190, 60), (1.02, 280, 112), (0.9, 150, 50)):
        front.shape(_shard(frame.x(x), frame.height + 30, wide * k, tall * k), dark, form=0.35, rim=mix(dark, stage.scheme.r(0.95), 0.4), rim_width=3)  # fmt: skip
    backdrop.weather(stage)


def _cold_water(stage: Stage, low: float) -> None:
    """Strips of clear cold water, deeper toward us."""
    frame = stage.frame
    for i in range(5):
        y, t = low + 36 * i * backdrop.high(stage), i / 4
        pen = stage.sheet(f"cold water{i}", 0.24 + 0.08 * i, lift=5 + 7 * t, haze=0.2, motion="sway")
        colour = _cold(stage, 0.34 + 0.42 * t)
        if stage.scene.time in ("dusk", "dawn") and not stage.scheme.dark:
            colour = pen.mix(colour, pen.mix(pen.B, pen.r(0.8), 0.5), 0.4 - 0.3 * t)
        shape = wave(frame.left, frame.right, y, 5 * t, 80 + 130 * t, frame.foot, seed=stage.seed("cold", i) % 97)
        pen.shape(shape, down(pen.lighter(colour, 0.04), pen.lighter(colour, -0.03), y, y + 110), line=0.8)


def _shard(x: float, y: float, wide: float, tall: float) -> Path:
    row = [(-0.5, 0), (-0.4, -0.5), (-0.16, -0.72), (0.02, -1.0), (0.16, -0.56), (0.4, -0.42), (0.5, 0)]
    return polygon([(x + a * wide, y + b * tall) for a, b in row])


def _berg(stage: Stage, i: int, at: tuple[float, float], wide: float, tall: float, depth: float) -> None:
    """An iceberg on the water line: facets lit and shaded, a paler foot in the water."""
    pen, (x, y) = stage.sheet(f"berg{i}", depth, lift=10), at
    foot = smooth([(x - wide * 0.62, y), (x - wide * 0.4, y + tall * 0.16), (x + wide * 0.1, y + tall * 0.22), (x + wide * 0.56, y + tall * 0.1), (x + wide * 0.64, y)], curve=0.5)  # fmt: skip
    pen.shape(foot, mix(_ice(stage, 0.7), _cold(stage, 0.7), 0.4), shadow=0.2, line=0.5)
    rows = (
        [(-0.6, 0.02), (-0.5, -0.34), (-0.3, -0.52), (-0.16, -0.96), (0.06, -1.0), (0.2, -0.62), (0.36, -0.7), (0.52, -0.3), (0.62, 0.02)],
        [(-0.48, -0.42), (-0.3, -0.52), (-0.5, -0.34), (-0.4, -0.36), (-0.3, -0.52), (-0.4, -0.36)],
    )  # fmt: skip
    body = polygon([(x + a * wide, y + b * tall) for a, b in rows[0]])
    pen.shape(body, down(_ice(stage, 0.04), _ice(stage, 0.3), y - tall, y), form=0.2, form_width=wide * 0.08, rim=pen.dark, rim_width=2)  # fmt: skip
    for j, facet in enumerate(([(0.06, -1.0), (0.2, -0.62), (0.1, -0.26), (0.2, 0.02), (-0.06, 0.02), (-0.1, -0.4)], [(0.36, -0.7), (0.52, -0.3), (0.62, 0.02), (0.34, 0.02), (0.28, -0.36)], [(-0.3, -0.52), (-0.16, -0.96), (-0.24, -0.4), (-0.36, 0.02), (-0.46, 0.02)])):  # fmt: skip
        shape = polygon([(x + a * wide, y + b * tall) for a, b in facet]) & body
        pen.shape(shape, _ice(stage, (0.42, 0.6, 0.26)[j]), shadow=0.2, edge=0.5, line=0.6)
    for dx, long in ((-0.3, 0.34), (0.14, 0.28)):
        pen.line([(x + dx * wide, y + 4), (x + (dx + long) * wide, y + 4)], pen.mix(_ice(stage), pen.L, 0.2), 2.4, ink=0.3, alpha=0.8)  # fmt: skip


def _floe(pen: Pen, stage: Stage, x: float, y: float, wide: float, thick: float, seed: int) -> None:
    """A flat piece of ice with its blue edge."""
    top = blob(x, y, wide, wide * 0.17, seed=seed + 3, points=9, jitter=0.12)
    pen.shape(top.moved(0, thick) | top.moved(0, thick * 0.5) | top, _ice(stage, 0.62), form=0.2)
    pen.shape(top, _ice(stage, 0.05), form=0.1, form_width=5, shadow=0.2)


def _great_floe(stage: Stage, k: float) -> None:
    """The ice on which we stand, with a crack and soft drifts."""
    pen, frame = stage.sheet("great floe", 0.62, lift=12), stage.frame
    edge = [(0.14, 0.87), (0.2, 0.79), (0.31, 0.765), (0.45, 0.745), (0.6, 0.75), (0.74, 0.735), (0.88, 0.755), (0.96, 0.775), (1.12, 0.77)]  # fmt: skip
    row = [(stage.x(a), stage.y(b)) for a, b in edge]
    body = polygon([*row, (frame.right + 40, frame.foot), (stage.x(0.06), frame.foot), (stage.x(0.08), stage.y(0.95))])
    pen.shape(body.moved(-4, 26 * k), _ice(stage, 0.66), form=0.2)
    pen.shape(body, down(_ice(stage, 0.02), _ice(stage, 0.34), stage.y(0.74), frame.height), form=0.1, form_width=10, rim=pen.dark, rim_width=2)  # fmt: skip
    for x, y, wide in ((0.36, 0.83, 130), (0.76, 0.81, 190), (0.58, 0.9, 230)):
        pen.shape(oval(stage.x(x), stage.y(y), wide * k, wide * 0.11 * k), _ice(stage, 0.12), line=0.4, shadow=0.15, edge=0.4)  # fmt: skip
    crack = [(0.88, 0.76), (0.84, 0.785), (0.87, 0.81), (0.82, 0.85)]
    pen.line([(stage.x(a), stage.y(b)) for a, b in crack], _ice(stage, 0.8), 3, curve=0)


@setting(
    "under the ice",
    words="beneath the ice, below the ice, under the ice floes, under pack ice, under the frozen sea",
    kinds="polar sea, underwater, sea, water, nature",
    horizon=0.7,
    light=(0.56, 0.1),
    options="hole (yes, no)",
    places=(
        Place("sea floor", "ground", 0.6, 0.88, 0.8, 0.88, 130, 210, (0.14, 0.86)),
        Place("open water", "sky", 0.4, 0.74, 0.38, 0.56, 110, 210, (0.1, 0.9)),
        Place("water", "water", 0.4, 0.74, 0.46, 0.6, 120, 210, (0.1, 0.9)),
    ),
)
def under_the_ice(stage: Stage) -> None:
    """A ceiling of floes with light between them, white land far above, shafts, deep blue rings, a dim floor, krill."""
    frame, k, tall = stage.frame, backdrop.fit(stage), backdrop.high(stage)
    _deep(stage)
    roof = stage.y(0.17)
    _above_water(stage, roof)
    for i, (depth, lower) in enumerate(((0.2, 0.2), (0.34, 0.23), (0.5, 0.25))):
        _ceiling(stage, i, depth, stage.y(lower), k)
    pen = stage.sheet("ice light", 0.42, haze=0, light_motion="glint")
    x, y = frame.x(0.56), roof
    for a, b in ((-0.42, -0.26), (-0.14, -0.02), (0.1, 0.24)):
        row = [(x - 40 + a * 50, y), (x + 40 + a * 50, y), (x + b * frame.width, stage.y(0.8)), (x + a * frame.width, stage.y(0.8))]  # fmt: skip
        pen.shine(polygon(row), pen.mix(pen.L, pen.r(1.0), 0.5), 0.1 if stage.scheme.dark else 0.17, soft=10)
    for i, (depth, low) in enumerate(((0.3, 0.8), (0.56, 0.83), (0.72, 0.88))):
        backdrop.ground(stage, f"deep floor{i}", depth, stage.y(low), 18 * tall, _cold(stage, 0.8 + 0.1 * i), slope=(30, -34, 24)[i], lift=10)  # fmt: skip
    _drift(stage)
    front = stage.sheet("front ice", 0.95, lift=16, haze=0, motion=Motion("sway", 0.3, anchor=(frame.width / 2, 0)))
    dark = mix(_ice(stage, 0.8), stage.scheme.r(0.14), 0.5)
    for x, wide, long in ((0.0, 420, 210), (0.16, 260, 120), (0.93, 380, 190), (1.04, 240, 250)):
        row = [(-0.5, 0), (-0.34, 0.5), (-0.1, 0.62), (0.04, 1.0), (0.2, 0.54), (0.42, 0.4), (0.5, 0)]
        shape = polygon([(frame.x(x) + a * wide * k, frame.top + b * (long + 64) * tall) for a, b in row])
        front.shape(shape, dark, form=0.3, rim=mix(dark, stage.scheme.r(0.95), 0.35), rim_width=3)


def _cold(stage: Stage, t: float) -> Colour:
    """Cold water from the light under the ice (0) to the deep (1)."""
    s = stage.scheme
    if s.dark:
        return mix(s.r(0.5), s.r(0.05), t)
    pale: Colour = (0.72, 0.89, 0.93)
    deep: Colour = (0.05, 0.25, 0.40)
    return mix(pale, mix(deep, s.G, 0.14), t)


def _deep(stage: Stage) -> None:
    frame = stage.frame
    pen = stage.sheet("water", 0.0, lift=0, haze=0, wobble=0.3)
    area = box(frame.left, frame.top, frame.right - frame.left, frame.foot - frame.top)
    pen.shape(area, down(_cold(stage, 0.5), _cold(stage, 0.86), frame.top, frame.foot), line=0, shadow=0, edge=0)
    x, y = frame.x(0.56), stage.y(0.17)
    for i, (radius, t) in enumerate(((760, 0.5), (560, 0.4), (390, 0.28), (230, 0.16))):
        ring = stage.sheet(f"ring{i}", 0.01 + 0.01 * i, lift=9, haze=0, motion="sway")
        shape = blob(
            x, y, radius, radius * 0.74 * (0.7 + 0.3 * backdrop.high(stage)), seed=i + 4, points=18, jitter=0.05
        )
        ring.shape(shape, _cold(stage, t), line=0, shadow=0)


def _above_water(stage: Stage, roof: float) -> None:
    """What is seen over the ice: sky and white hills, cut off by the water's surface."""
    frame = stage.frame
    top, bright = backdrop.sky_colours(stage.sheet("tone", 0.0), stage)
    stage.cuts.pop()
    pen = stage.sheet("air", 0.1, lift=4, haze=0)
    height = roof - 24
    pen.shape(box(frame.left, frame.top, frame.right - frame.left, height - frame.top), mix(top, bright, 0.45), line=0, shadow=0)  # fmt: skip
    for x, wide, tall in ((0.2, 460, 64), (0.5, 380, 40), (0.76, 500, 76)):
        row = [(-0.5, 0), (-0.24, -0.6), (-0.04, -1.0), (0.1, -0.66), (0.3, -0.5), (0.5, 0)]
        hill = polygon([(frame.x(x) + a * wide, height - 10 + b * tall) for a, b in row])
        pen.shape(hill, _ice(stage, 0.22), form=0.25, form_width=18)


def _ceiling(stage: Stage, i: int, depth: float, low: float, k: float) -> None:
    """A row of floes seen from below: white tops, blue bellies that reach down unevenly, gaps between them."""
    pen, frame = stage.sheet(f"ceiling{i}", depth, lift=12, motion=Motion("bob", 0.4)), stage.frame
    rng, x = pen.rng("floes", i), frame.left - 60
    gap = frame.x(0.56)
    while x < frame.right:
        wide = rng.uniform(230, 400) * k
        if stage.option("hole", "yes") == "yes" and x < gap + 60 * k and x + wide > gap - 60 * k and i > 0:
            x += 60 * k
            if x < gap - 130 * k:
                continue
        top, belly = low - (74 - 10 * i), low + rng.uniform(-8, 22)
        row = [(x, top + 8), (x + wide * 0.06, top), (x + wide * 0.94, top - 3), (x + wide, top + 8), (x + wide * 0.93, belly - 26), (x + wide * 0.7, belly), (x + wide * 0.46, belly - 16), (x + wide * 0.22, belly + 4), (x + wide * 0.05, belly - 24)]  # fmt: skip
        body = smooth(row, curve=0.35)
        shade = 0.2 + 0.16 * i
        pen.shape(body, down(_ice(stage, shade), mix(_ice(stage, 0.8), _cold(stage, 0.4), 0.35), top, belly + 10), form=0.2, form_width=12, rim=pen.dark)  # fmt: skip
        pen.shape(body & box(x - 9, top - 9, wide + 18, 22), _ice(stage, 0.02), shadow=0, edge=0, line=0.4)
        x += wide + rng.uniform(8, 40) * k


def _drift(stage: Stage) -> None:
    """Small bright specks that drift in the water."""
    pen = stage.sheet("specks", 0.7, lift=2, haze=0, motion="rise")
    rng, frame = pen.rng("specks"), stage.frame
    for _ in range(34):
        x, y, r = frame.x(rng.random()), stage.y(rng.uniform(0.34, 0.8)), rng.uniform(1.6, 4.4)
        pen.shape(oval(x, y, r), pen.mix(_cold(stage, 0.1), pen.r(1.0), 0.5), alpha=0.6, line=0.4, shadow=0, edge=0)

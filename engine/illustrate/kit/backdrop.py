"""What many settings share: sky with rings, sun or moon, stars, clouds; hills; water; weather before everything.

All of it follows the stage's hour, weather and palette. Example: `sky(stage, low=stage.y(.6)); water(stage, ...)`.
"""

from __future__ import annotations

import math

from engine.illustrate.paint.forms import blob, cloud, ridge, star, wave
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen, around, down
from engine.illustrate.palette import adjust, mix
from engine.illustrate.stage import Stage
from engine.looks import Colour


def fit(stage: Stage) -> float:
    """How large props are drawn: 1 in a wide picture, .9 in a square, .8 in a tall one."""
    return min(1.0, 0.55 + 0.35 * stage.frame.width / 1000)


def high(stage: Stage) -> float:
    """How much more height there is than in a wide picture: 1 wide, 1.15 square, 1.33 tall."""
    return math.sqrt(stage.frame.height / 720)


def snowy(stage: Stage) -> bool:
    """Whether snow lies."""
    return stage.scene.weather == "snow" or stage.scene.season == "winter"


def earth(stage: Stage, colour: Colour, depth: float = 0.5) -> Colour:
    """Ground of this colour in this light, or the snow that lies on it."""
    if snowy(stage):
        return stage.scheme.r((0.66 if stage.scheme.dark else 0.98) - 0.12 * depth)
    return mix(colour, stage.scheme.r(0.13), 0.22 + 0.3 * depth) if stage.scheme.dark else colour


def turf(stage: Stage, depth: float, lush: float = 0.55) -> Colour:
    """Grass at a depth: pale far away, deep close to us; white under snow."""
    if snowy(stage):
        return earth(stage, stage.scheme.V, depth)
    return mix(stage.scheme.tone(depth), stage.scheme.V, lush)


def foliage(stage: Stage, depth: float, up: float = 0.0) -> Colour:
    """Leaves at a depth in this season, lighter by `up`."""
    s = stage.scheme
    leaves = mix(s.V, s.B, 0.35) if stage.scene.season == "autumn" else s.V
    return adjust(mix(s.tone(0.25 + 0.6 * depth), leaves, 0.62 - 0.2 * depth), up)


def near_dark(stage: Stage, leafy: float = 0.4) -> Colour:
    """The dark of a shape that frames the picture."""
    s = stage.scheme
    return mix(s.r(0.03), s.V, 0.06) if s.dark else mix(s.r(0.08), s.V, leafy)


def sky_colours(pen: Pen, stage: Stage) -> tuple[Colour, Colour]:
    """The sky far from the light and near it."""
    s, time, grey = stage.scheme, stage.scene.time, stage.scene.weather in ("rain", "storm", "fog", "snow", "cloud")
    if time == "night" or (s.dark and time != "dusk"):
        return s.r(0.11), s.r(0.46)
    if time == "dusk":
        warm = pen.mix(s.B, s.A, 0.30)
        if s.dark:
            return pen.mix(s.r(0.24), s.A, 0.08), pen.mix(s.r(0.6), warm, 0.55)
        return pen.mix(warm, s.r(0.68), 0.42), pen.mix(s.r(1.0), s.L, 0.6)
    if time == "dawn":
        return pen.mix(s.r(0.74), s.A, 0.16), pen.mix(s.r(1.0), s.L, 0.5)
    clear: Colour = (0.45, 0.70, 0.80)
    blue = pen.mix(s.r(0.72), s.G, 0.25) if grey else pen.mix(pen.mix(s.r(0.8), clear, 0.72), s.G, 0.10)
    return blue, pen.mix(s.r(1.0), s.L, 0.2 if grey else 0.4)


def sky(stage: Stage, low: float, stars: int = 110, clouds: int = 3, disc: bool = True) -> None:
    """All that is above the horizon at height `low` (units)."""
    frame, (lx, ly) = stage.frame, stage.light
    pen = stage.sheet("sky", 0.0, lift=0, haze=0, wobble=0.3)
    top, bright = sky_colours(pen, stage)
    area = box(frame.left, frame.top, frame.right - frame.left, frame.foot - frame.top)
    plain = down(top, pen.mix(top, bright, 0.75), frame.top, low)
    pen.shape(area, plain, line=0, shadow=0, edge=0)
    if stage.style.rings:
        _rings(stage, top, bright, lx, min(ly, low * 0.8))
    else:
        pen.shape(area, around(pen.mix(bright, pen.L, 0.15), top, lx, ly, 620), alpha=0.7, line=0, shadow=0, edge=0)
    clear = stage.scene.weather in ("clear", "wind")
    if (
        stage.scheme.dark
        and stage.scene.time in ("night",)
        and stage.scene.weather not in ("rain", "storm", "fog", "snow")
    ):
        _stars(stage, stars, low)
    if disc and stage.scene.weather not in ("rain", "storm", "fog", "snow"):
        _disc(stage, lx, ly)
    if clouds:
        _clouds(stage, clouds + (0 if clear else 2), low, top, bright)


def _rings(stage: Stage, top: Colour, bright: Colour, x: float, y: float) -> None:
    """Nested uneven sheets around the light, each one lighter: the sky of cut paper."""
    veiled = stage.scene.weather in ("rain", "storm")  # the brightest ring would be taken for a sun
    shares = (0.1, 0.18, 0.24, 0.3) if veiled else (0.18, 0.4, 0.64, 0.9)
    for i, (radius, share) in enumerate(zip((700, 520, 370, 240), shares, strict=True)):
        pen = stage.sheet(f"ring{i}", 0.005 + 0.01 * i, lift=9, haze=0)
        colour = pen.mix(top, bright, share)
        pen.shape(
            blob(x, y, radius, radius * 0.82, seed=stage.seed("ring", i) % 99, points=18, jitter=0.035),
            colour,
            line=0,
            shadow=0,
        )


def _stars(stage: Stage, count: int, low: float) -> None:
    pen = stage.sheet("stars", 0.045, haze=0, light_motion="twinkle")
    rng = pen.rng("stars")
    lx, ly = stage.light
    for _ in range(count):
        x, y = rng.uniform(stage.frame.left, stage.frame.right), low * 0.86 * rng.random() ** 1.25 - 20
        size = rng.choice((1.0, 1.0, 1.0, 1.6, 1.6, 2.6))
        if math.hypot(x - lx, y - ly) < 70:
            continue
        colour = pen.mix(pen.r(1.0), pen.L, 0.3)
        if stage.style.crisp_light or stage.style.chalk:
            pen.shine(star(x, y, size * 2.2), colour, 0.95)
        else:
            pen.shine(oval(x, y, size * 0.85), colour, min(1.0, 0.45 + size * 0.22))
            if size > 2:
                pen.glow(x, y, 14, pen.L, 0.4)


def _disc(stage: Stage, x: float, y: float) -> None:
    """The sun, or the moon with its dark side."""
    pen = stage.sheet("disc", 0.06, haze=0, lift=7, wobble=0.4, texture=0.4)
    if stage.scheme.dark and stage.scene.time != "dusk":
        if stage.scene.light is not None and stage.scene.light.kind not in ("moon", "sky"):
            return
        pale = pen.mix(pen.r(1.0), pen.L, 0.28)
        pen.shape(oval(x, y, 44), pale, line=0.8)
        for dx, dy, r in ((-12, -10, 9), (14, 6, 7), (-4, 18, 5)):
            pen.shape(oval(x + dx, y + dy, r), pen.mix(pale, pen.r(0.5), 0.22), line=0, shadow=0, edge=0)
        pen.glow(x, y, 240, pen.mix(pen.L, pen.r(0.9), 0.5), 0.42)
        return
    pen.shape(oval(x, y, 50), pen.mix(pen.L, (1.0, 0.995, 0.955), 0.7), line=0.7)
    pen.glow(x, y, 380, pen.L, 0.28)
    pen.glow(x, y, 105, pen.mix(pen.L, (1.0, 1.0, 1.0), 0.4), 0.5, 1.6)


def _clouds(stage: Stage, count: int, low: float, top: Colour, bright: Colour) -> None:
    pen = stage.sheet("clouds", 0.08, lift=8, haze=0.4, motion="drift")
    rng = pen.rng("clouds")
    grey = stage.scene.weather in ("rain", "storm", "snow", "cloud")
    for i in range(count):
        x = stage.frame.width * ((i + 0.5) / count + rng.uniform(-0.1, 0.1))
        x += (-1 if x < stage.light[0] else 1) * max(0.0, 330 - abs(x - stage.light[0])) if i % 3 else 0.0
        y = low * rng.uniform(0.16, 0.46) if i % 3 else low * rng.uniform(0.62, 0.8)
        wide = rng.uniform(260, 440)
        base = pen.mix(top, bright, 0.42 + 0.2 * rng.random())
        if not stage.scheme.dark and stage.scene.time == "day":
            base = pen.mix(base, pen.r(1.0), 0.7)
        base = pen.mix(base, pen.r(0.3), 0.3) if grey else pen.lighter(base, 0.02)
        if stage.scene.time == "dusk" and not stage.scheme.dark:
            base = pen.mix(pen.mix(pen.B, pen.A, 0.45), pen.r(0.8), 0.6)
        pen.shape(cloud(x, y, wide, wide * rng.uniform(0.19, 0.25), seed=stage.seed("cloud", i) % 97), base, form=0.22)


def hills(stage: Stage, low: float, rise: float = 26, count: int = 2, green: bool = True) -> None:
    """Rows of distant hills standing on the height `low`."""
    for i in range(count):
        depth = 0.13 + 0.1 * i
        pen = stage.sheet(f"hills{i}", depth, lift=8)
        colour = stage.scheme.tone(depth)
        if green and not stage.scheme.dark:
            colour = pen.mix(colour, pen.V if i else pen.G, 0.35)
        frame = stage.frame
        shape = ridge(
            frame.left, frame.right, low - rise * (0.9 - 0.55 * i), rise * (1.1 - 0.3 * i), frame.foot,
            seed=stage.seed("hill", i) % 991, slope=(14, -20)[i % 2],
        )  # fmt: skip
        pen.shape(shape, colour)


def water_colours(stage: Stage) -> tuple[Colour, Colour]:
    """Water far away and close."""
    pen = stage.sheet("water tone", 0.0)
    stage.cuts.pop()
    s = stage.scheme
    if s.dark:
        return s.r(0.35), s.r(0.06)
    if stage.scene.time == "dusk":
        return pen.mix(s.r(0.66), s.B, 0.10), pen.mix(s.r(0.2), s.G, 0.6)
    return pen.mix(s.r(0.74), s.G, 0.5), pen.mix(s.r(0.26), s.G, 0.72)


def water(
    stage: Stage, y0: float, y1: float, count: int, depths: tuple[float, float], swell: float = 4.0, name: str = "water",
    shares: tuple[float, float] = (0.0, 1.0),
) -> None:  # fmt: skip
    """Strips of water from height y0 to y1, each a sheet; `shares` says which part of far-to-near colours they take."""
    far, near = water_colours(stage)
    frame = stage.frame
    for i in range(count):
        t = i / max(count - 1, 1)
        y = y0 + (y1 - y0) * t**1.35
        depth = depths[0] + (depths[1] - depths[0]) * t
        pen = stage.sheet(f"{name}{i}", depth, lift=5 + 8 * t, haze=0.25, motion="sway")
        colour = pen.mix(far, near, shares[0] + (shares[1] - shares[0]) * t)
        length = 70 + 150 * t
        shape = wave(
            frame.left,
            frame.right,
            y,
            swell * (0.5 + 1.6 * t) if i else 0.0,
            length,
            frame.foot,
            seed=stage.seed(name, i) % 997,
        )
        fill = down(pen.lighter(colour, 0.045), pen.lighter(colour, -0.03), y, y + 90 + 60 * t)
        pen.shape(shape, fill, line=0.8)


def glints(
    pen: Pen,
    x: float,
    y0: float,
    y1: float,
    count: int,
    spread: float,
    colour: Colour | None = None,
    strength: float = 0.72,
) -> None:
    """Light broken on water under the point x, from y0 down to y1, wider and fainter toward us."""
    rng = pen.rng("glints", x, y0)
    for _ in range(count):
        t = rng.random() ** 0.9
        wide = (8 + spread * 0.9 * t) * rng.uniform(0.4, 1.2)
        at = x + rng.gauss(0, spread * (0.14 + 0.5 * t))
        pen.shine(oval(at, y0 + t * (y1 - y0), wide / 2, 1.3 + 2.0 * t), colour or pen.L, strength * (1 - 0.55 * t))


def ground(
    stage: Stage,
    name: str,
    depth: float,
    y: float,
    rise: float,
    colour: Colour,
    seed: int = 0,
    slope: float = 0.0,
    lift: float | None = None,
    fade: float = 0.05,
) -> Pen:
    """A strip of land whose upper edge is about y; gives its pen for what grows there."""
    pen = stage.sheet(name, depth, lift=lift)
    frame = stage.frame
    shape = ridge(frame.left, frame.right, y, rise, frame.foot, seed=stage.seed(name, seed) % 983, step=48, slope=slope)
    pen.shape(shape, down(pen.lighter(colour, 0.02), pen.lighter(colour, -fade), y, y + 200))
    return pen


def weather(stage: Stage) -> None:
    """Rain, snow or fog between us and everything; call it last."""
    kind = stage.scene.weather
    if kind in ("rain", "storm"):
        _rain(stage, 1.5 if kind == "storm" else 1.0)
    elif kind == "snow":
        _snow(stage)
    elif kind == "fog":
        _fog(stage)


def _rain(stage: Stage, much: float) -> None:
    """Slanting streaks, far and fine to near and bold, bright on the dim air; and splashes at our feet."""
    frame = stage.frame
    for depth, count, long, width, strength in ((0.7, 260, 30, 1.3, 0.4), (0.86, 220, 46, 2.0, 0.5), (0.99, 90, 84, 3.0, 0.42)):  # fmt: skip
        pen = stage.sheet(f"rain{depth}", depth, haze=0, light_motion="rain")
        rng = pen.rng("rain")
        for _ in range(round(count * much)):
            x, y = rng.uniform(frame.left, frame.right), rng.uniform(frame.top, frame.foot)
            slant = long * (0.14 + 0.3 * stage.wind)
            pen.ray((x, y), (x - slant, y + long), width, pen.r(0.95), strength * rng.uniform(0.5, 1))
    _splashes(stage, round(46 * much))


def _splashes(stage: Stage, count: int) -> None:
    """Where drops strike: small crowns with a flat ring, larger towards us."""
    frame = stage.frame
    pen = stage.sheet("splashes", 0.8, haze=0, light_motion="glint")
    rng = pen.rng("splashes")
    for _ in range(count):
        t = rng.random()
        x, y, r = rng.uniform(frame.left, frame.right), stage.y(0.72 + 0.26 * t), 4 + 8 * t
        pen.shine(oval(x, y, r * 1.7, r * 0.5) - oval(x, y, r * 1.2, r * 0.3), pen.r(0.95), 0.5)
        for lean in (-0.8, 0.1, 0.9):
            pen.ray((x + lean * r * 0.5, y - 1), (x + lean * r * 1.2, y - r * 1.3), 1.4, pen.r(0.95), 0.5)


def _snow(stage: Stage) -> None:
    frame = stage.frame
    for depth, count, size in ((0.5, 150, 1.8), (0.85, 80, 3.2), (0.98, 24, 5.5)):
        pen = stage.sheet(f"snow{depth}", depth, haze=0, lift=2, motion="snow", texture=0, zoomed=False)
        rng = pen.rng("snow")
        for _ in range(count):
            x, y = rng.uniform(frame.left, frame.right), rng.uniform(frame.top, frame.foot)
            r = size * rng.uniform(0.7, 1.3)
            pen.shape(
                oval(x, y, r, r * 0.92), pen.r(1.0), line=0, shadow=0, edge=0, wobble=0, alpha=0.95 if size > 2 else 0.8
            )


def _fog(stage: Stage) -> None:
    frame = stage.frame
    for depth, y, strength in ((0.34, 0.5, 0.5), (0.62, 0.64, 0.45), (0.9, 0.82, 0.3)):
        pen = stage.sheet(f"fog{depth}", depth, haze=0, lift=0, motion="drift", texture=0.3)
        row = box(frame.left, frame.y(y) - 60, frame.right - frame.left, 130, 60)
        pen.shape(row, stage.scheme.haze, alpha=strength, soft=30, line=0, shadow=0, edge=0)


def rocks_in_front(stage: Stage, name: str = "front rocks") -> None:
    """Dark rocks in the lower corners that frame the picture."""
    pen = stage.sheet(name, 0.97, lift=16, haze=0)
    w, h = stage.frame.width, stage.frame.height
    rim = pen.mix(pen.r(0.16 if stage.scheme.dark else 0.4), pen.L, 0.1)
    left = [
        (-90, h - 84),
        (-20, h - 114),
        (50, h - 104),
        (110, h - 68),
        (190, h - 52),
        (250, h - 20),
        (260, h + 80),
        (-90, h + 80),
    ]
    right = [
        (w - 180, h - 30),
        (w - 120, h - 60),
        (w - 50, h - 80),
        (w + 20, h - 110),
        (w + 100, h - 100),
        (w + 100, h + 80),
        (w - 200, h + 80),
    ]
    for row in (left, right):
        top = min(y for _, y in row)
        colour = pen.r(0.025 if stage.scheme.dark else 0.09)
        pen.shape(
            smooth(row, curve=0.7),
            down(pen.lighter(colour, 0.03), colour, top, h),
            form=0.5,
            form_width=26,
            rim=rim,
            rim_width=3,
        )


def grass(pen: Pen, x0: float, x1: float, y: float, tall: float, colour: Colour, count: int, lean: float = 0.2) -> None:
    """Blades of grass along a line, as thin leaves."""
    rng = pen.rng("grass", x0, y)
    for _ in range(count):
        x, high = rng.uniform(x0, x1), tall * rng.uniform(0.5, 1.1)
        tip = x + high * (lean + rng.uniform(-0.35, 0.35))
        blade = polygon(
            [
                (x - 2.4, y + 3),
                ((x + tip) / 2 - 1.6, y - high * 0.55),
                (tip, y - high),
                ((x + tip) / 2 + 1.8, y - high * 0.5),
                (x + 2.6, y + 3),
            ]
        )
        pen.shape(blade, pen.lighter(colour, rng.uniform(-0.03, 0.05)), shadow=0.4, line=0.6, edge=0.6)

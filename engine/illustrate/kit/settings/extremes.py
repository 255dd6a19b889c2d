"""Places of few things: desert, snow, sky, space."""

from __future__ import annotations

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.kit.settings import growth, terrain
from engine.illustrate.paint.forms import blob, cloud, grounded, rock, star
from engine.illustrate.paint.path import Path, box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen, across, down
from engine.illustrate.palette import mix
from engine.illustrate.stage import Motion, Stage
from engine.looks import Colour

_SKY = Place("sky", "sky", 0.08, 0.3, 0.12, 0.3, 70, 100)


def _dune(stage: Stage, name: str, depth: float, row: tuple[tuple[float, float], ...], colour: Colour) -> Pen:
    """A dune as shares, its lee side in shade."""
    pen = stage.sheet(name, depth, lift=11)
    points = [(stage.x(a), stage.y(b)) for a, b in row]
    points[0], points[-1] = (stage.frame.left, points[0][1]), (stage.frame.right, points[-1][1])
    top = min(y for _, y in points)
    fill = down(pen.lighter(colour, 0.04), pen.shaded(colour, 0.2), top, top + 260)
    pen.shape(grounded(points, stage.frame.foot), fill, rim=pen.dark, rim_width=2.5)
    return pen


@setting(
    "desert",
    words="sahara, dunes, sand dunes, wasteland, badlands, canyon, dry land, oasis, caravan route, outback, mesa",
    kinds="nature, outdoors",
    horizon=0.54,
    light=(0.6, 0.2),
    options="plants (cactus, palms, none), mesa (yes, no)",
    places=(Place("sand", "ground", 0.5, 0.9, 0.67, 0.87, 120, 260, (0.12, 0.88)), _SKY),
)
def desert(stage: Stage) -> None:
    """A hot sky, table mountains, dunes behind dunes with shaded lee sides, cactus or palms, dark rocks."""
    frame, k = stage.frame, backdrop.fit(stage) * backdrop.high(stage)
    low = stage.y(stage.horizon)
    backdrop.sky(stage, low, clouds=1)
    sand = backdrop.earth(stage, stage.scheme.natural("sand"), 0.4)
    red = mix(stage.scheme.natural("clay"), stage.scheme.A, 0.2)
    if stage.option("mesa", "yes") == "yes":
        _mesas(stage, low, k, backdrop.earth(stage, red, 0.3) if stage.scheme.dark else red)
    warm = mix(sand, stage.scheme.natural("clay"), 0.24) if not backdrop.snowy(stage) else sand
    _dune(stage, "dune far", 0.28, ((0, 0.55), (0.2, 0.52), (0.42, 0.555), (0.66, 0.525), (0.85, 0.545), (1, 0.53)), mix(warm, stage.scheme.tone(0.2), 0.25))  # fmt: skip
    pen = _dune(
        stage,
        "dune middle",
        0.36,
        ((0, 0.57), (0.16, 0.585), (0.4, 0.555), (0.54, 0.58), (0.78, 0.6), (1, 0.565)),
        warm,
    )
    _lee(stage, pen, ((0.4, 0.557), (0.47, 0.6), (0.4, 0.66), (0.62, 0.66), (0.78, 0.602), (0.54, 0.582)), warm)
    _plants(stage, k)
    pen = _dune(
        stage,
        "dune near",
        0.46,
        ((0, 0.6), (0.22, 0.605), (0.46, 0.665), (0.7, 0.66), (0.86, 0.62), (1, 0.61)),
        mix(warm, sand, 0.6),
    )
    _lee(stage, pen, ((0, 0.602), (0.22, 0.607), (0.3, 0.66), (0.22, 0.74), (-0.06, 0.82), (-0.1, 0.7)), warm)
    rng = pen.rng("ripples")
    for _ in range(30):
        t = rng.random()
        x, y, long = frame.x(rng.uniform(0.3, 1.0)), stage.y(0.7 + 0.26 * t), 30 + 70 * t
        pen.line([(x, y), (x + long * 0.3, y - 3), (x + long * 0.7, y + 2), (x + long, y - 1)], pen.shaded(sand, 0.2), 1.4 + 1.6 * t, ink=0.4, alpha=0.7)  # fmt: skip
    _dune(
        stage,
        "dune front",
        0.74,
        ((0, 0.84), (0.18, 0.85), (0.42, 0.91), (0.66, 0.975), (0.8, 1.0), (1, 1.02)),
        pen.shaded(warm, 0.16),
    )
    backdrop.rocks_in_front(stage)
    backdrop.weather(stage)


def _lee(stage: Stage, pen: Pen, row: tuple[tuple[float, float], ...], colour: Colour) -> None:
    """The side of a dune that the light does not reach."""
    shape = smooth([(stage.x(a), stage.y(b)) for a, b in row], curve=0.55)
    pen.shape(shape, pen.shaded(colour, 0.24), shadow=0, edge=0.5, line=0.6)


def _mesas(stage: Stage, low: float, k: float, colour: Colour) -> None:
    for i, (x, wide, tall, depth) in enumerate(((0.16, 250, 120, 0.16), (0.9, 330, 160, 0.2), (0.36, 110, 92, 0.14))):
        pen = stage.sheet(f"mesa{i}", depth, lift=8)
        tone = pen.mix(colour, stage.scheme.tone(depth), 0.3)
        a, w, h = stage.x(x), wide * k / 2, tall * k
        row = [(-1.25, 0.1), (-0.95, -0.34), (-0.8, -0.42), (-0.74, -0.94), (-0.3, -1.0), (0.2, -0.96), (0.66, -1.0), (0.74, -0.44), (0.98, -0.3), (1.3, 0.1)]  # fmt: skip
        shape = smooth([(a + b * w, low + c * h + 10) for b, c in row], curve=0.3)
        pen.shape(
            shape, across(pen.lighter(tone, 0.03), pen.shaded(tone, 0.22), a - w, a + w), form=0.25, form_width=14
        )
        for c in (-0.8, -0.62):
            band = shape & box(a - 2 * w, low + c * h, 4 * w, h * 0.08)
            pen.shape(band, pen.shaded(tone, 0.16), shadow=0, edge=0, line=0)


def _plants(stage: Stage, k: float) -> None:
    kind = stage.option("plants", "cactus")
    pen = stage.sheet("desert plants", 0.42, lift=9)
    if kind == "palms":
        for x, tall, lean in ((0.16, 190, -0.1), (0.2, 240, 0.14), (0.25, 160, 0.2)):
            growth.palm(pen, stage.x(x), stage.y(0.63), tall * k, backdrop.foliage(stage, 0.4), lean)
    elif kind == "cactus":
        for x, y, tall in ((0.2, 0.63, 190), (0.9, 0.64, 130)):
            _cactus(pen, stage.x(x), stage.y(y), tall * k, backdrop.foliage(stage, 0.45))


def _cactus(pen: Pen, x: float, y: float, tall: float, colour: Colour) -> None:
    w = tall * 0.095
    body = box(x - w, y - tall, 2 * w, tall + 6, w)
    for side, up, rise in ((-1, 0.34, 0.36), (1, 0.46, 0.32)):
        a = x + side * tall * 0.27
        arm = box(min(x, a) - w * 0.7, y - tall * up - w * 0.7, abs(a - x) + w * 1.4, w * 1.4, w * 0.7)
        body = body | arm | box(a - w * 0.7, y - tall * (up + rise), w * 1.4, tall * rise + w * 0.7, w * 0.7)
    pen.shape(body, across(pen.lighter(colour, 0.03), pen.shaded(colour, 0.3), x - w * 2, x + w * 2), form=0.3, form_width=w * 0.5, rim=pen.dark, rim_width=2)  # fmt: skip
    for dx in (-0.4, 0.4):
        pen.line([(x + dx * w, y - tall * 0.93), (x + dx * w, y - 6)], pen.shaded(colour, 0.3), 1.8, ink=0.4, alpha=0.8)


@setting(
    "snow",
    words="snowfield, winter landscape, snowy hills, arctic, antarctica, north pole, ice, tundra, frozen land, glacier, ski slope",
    kinds="nature, outdoors, winter",
    horizon=0.52,
    light=(0.3, 0.2),
    options="hut (yes, no), pond (yes, no)",
    places=(Place("snow", "ground", 0.5, 0.88, 0.675, 0.86, 130, 250, (0.1, 0.8)), _SKY),
)
def snow(stage: Stage) -> None:
    """White peaks, fir woods under snow, soft drifts, a hut with a lit window, a frozen pond, dark firs."""
    frame, k, low = stage.frame, backdrop.fit(stage), stage.y(stage.horizon)
    s = stage.scheme
    backdrop.sky(stage, low, clouds=2)
    terrain.peaks(
        stage, "peaks", 0.12, low, 190 * backdrop.high(stage), seed=8, tint=None if s.dark else (0.66, 0.75, 0.84)
    )
    cool = mix(s.r(0.98), (0.90, 0.95, 1.0), 0.82)
    for i, (depth, y, slope, size) in enumerate(((0.24, 0.51, 20, 60), (0.32, 0.545, -34, 96), (0.42, 0.6, 26, 0))):
        t = depth + 0.1
        colour = (
            mix(s.r(0.66 - 0.3 * t), cool, 0.1)
            if s.dark
            else mix(mix((0.70, 0.79, 0.88), cool, 0.6), cool, depth * 1.8)
        )
        pen = backdrop.ground(stage, f"drift{i}", depth, stage.y(y), 13, colour, slope=slope, lift=10, fade=0.09)
        rng, x = pen.rng("firs"), frame.left
        while size and x < frame.right:
            middle = (x - frame.width / 2) / (frame.width / 2)
            if abs(middle) > 0.3 or rng.random() < 0.25:
                growth.conifer(pen, x, stage.y(y) + slope * middle + 12, size * k * rng.uniform(0.7, 1.4), backdrop.foliage(stage, 0.3 + 0.4 * i), True, 4)  # fmt: skip
            x += size * k * rng.uniform(0.5, 1.0)
    if stage.option("hut", "yes") == "yes":
        _hut(stage, frame.x(0.76), stage.y(0.635), k * backdrop.high(stage))
    near = mix(s.r(0.5), cool, 0.16) if s.dark else cool
    pen = backdrop.ground(stage, "near drift", 0.48, stage.y(0.645), 10, near, slope=-12, lift=12, fade=0.1)
    if stage.option("pond", "yes") == "yes":
        ice = pen.mix(near, s.G if not s.dark else s.r(0.3), 0.3)
        pen.shape(
            oval(frame.x(0.36), stage.y(0.73), frame.width * 0.2, 26 * backdrop.high(stage)),
            ice,
            form=0.2,
            form_width=6,
        )
        for dx, long in ((-0.1, 90), (0.02, 130), (0.1, 60)):
            x = frame.x(0.36 + dx)
            pen.line(
                [(x, stage.y(0.728) + dx * 60), (x + long, stage.y(0.722) + dx * 60)],
                pen.lighter(ice, 0.1),
                2.4,
                ink=0.4,
            )
    _dune(stage, "front drift", 0.74, ((0, 0.9), (0.2, 0.915), (0.5, 0.95), (0.7, 0.92), (0.86, 0.86), (1, 0.84)), pen.shaded(near, 0.1))  # fmt: skip
    dark = stage.sheet("front firs", 0.96, lift=16, haze=0, motion="sway")
    for x, tall in ((-0.005, 330), (0.075, 210), (0.99, 250)):
        growth.conifer(
            dark,
            frame.x(x),
            frame.height + 60,
            tall * k * backdrop.high(stage),
            backdrop.near_dark(stage, 0.3),
            True,
            4,
        )
    backdrop.weather(stage)


def _hut(stage: Stage, x: float, y: float, k: float) -> None:
    pen = stage.sheet("hut", 0.46, lift=10, wobble=0.6)
    own, wood = pen.at(x, y, k), pen.natural("dark wood")
    own.shape(box(34, -150, 20, 44), pen.natural("stone"), form=0.3)
    own.shape(box(31, -158, 26, 12, 4), pen.r(0.8 if pen.dark else 1.0), form=0.1)
    own.shape(box(-66, -74, 132, 80), across(wood, pen.shaded(wood, 0.3), -66, 66), form=0.2)
    for dy in (-58, -40, -22):
        own.line([(-64, dy), (64, dy)], pen.shaded(wood, 0.4), 1.8, ink=0.4)
    own.shape(polygon([(-66, -72), (0, -140), (66, -72)]), pen.shaded(wood, 0.12), form=0.2)
    roof = smooth(
        [(-90, -66), (-74, -96), (0, -166), (74, -96), (90, -66), (78, -62), (0, -136), (-78, -62)], curve=0.35
    )
    own.shape(roof, pen.r(0.82 if pen.dark else 1.0), form=0.16, form_width=8)
    own.shape(box(14, -50, 30, 56, 2), pen.mix(pen.A, pen.r(0.2), 0.3), form=0.3)
    warm = pen.mix(pen.lit, pen.B, 0.35)
    own.shape(box(-44, -56, 36, 32, 2), pen.shaded(wood, 0.3))
    own.shape(
        box(-40, -52, 28, 24, 1),
        warm if stage.night or stage.scene.weather == "snow" else pen.mix(warm, pen.r(0.6), 0.5),
        shadow=0,
        line=0.6,
    )
    own.line([(-26, -52), (-26, -28)], pen.shaded(wood, 0.3), 2.4)
    if stage.night or stage.scene.weather == "snow":
        own.glow(-26, -40, 76, pen.B, 0.55)


@setting(
    "sky",
    words="in the sky, clouds, above the clouds, flying, air, heaven, high above, aerial view, flight",
    kinds="outdoors, abstract",
    horizon=0.8,
    light=(0.68, 0.24),
    options="land (yes, no)",
    places=(
        Place("sky", "sky", 0.4, 0.74, 0.36, 0.52, 110, 220, (0.08, 0.9)),
        Place("cloud", "ground", 0.5, 0.56, 0.62, 0.66, 130, 170, (0.06, 0.4)),
    ),
)
def sky_setting(stage: Stage) -> None:
    """Rings of light, rows of clouds at many heights, small land far below, dark cloud at our feet."""
    frame, k = stage.frame, backdrop.fit(stage)
    backdrop.sky(stage, stage.y(0.7), clouds=0)
    if stage.option("land", "yes") == "yes":
        for i, (depth, y) in enumerate(((0.1, 0.79), (0.16, 0.83))):
            land = backdrop.ground(stage, f"land{i}", depth, stage.y(y), 10, backdrop.turf(stage, depth, 0.4), lift=6)
            growth.far_trees(land, frame.left, frame.right, stage.y(y) + 4, 15, backdrop.foliage(stage, depth), i)
    top, bright = backdrop.sky_colours(stage.sheet("tone", 0.0), stage)
    stage.cuts.pop()
    rows = (
        (0.2, ((0.1, 0.17, 300), (0.56, 0.1, 240), (0.95, 0.4, 330)), 0.55),
        (0.32, ((0.3, 0.34, 360), (0.84, 0.2, 300)), 0.66),
        (0.44, ((-0.02, 0.52, 420), (0.72, 0.6, 380)), 0.78),
        (0.54, ((0.2, 0.69, 560), (0.98, 0.74, 460)), 0.9),
        (0.66, ((0.6, 0.83, 640), (0.05, 0.87, 520), (1.05, 0.9, 420)), 0.72),
    )
    for i, (depth, clouds, share) in enumerate(rows):
        pen = stage.sheet(f"clouds{i}", depth, lift=9 + 10 * depth, haze=0.4, motion=Motion("drift", 0.4 + depth))
        for j, (x, y, wide) in enumerate(clouds):
            colour = _cloud_colour(stage, top, bright, share)
            shape = cloud(frame.x(x), stage.y(y), wide * k, wide * 0.24 * k * (0.8 + 0.2 * backdrop.high(stage)), seed=i * 7 + j + 3)  # fmt: skip
            pen.shape(shape, colour, form=0.24, form_width=14, rim=pen.dark, rim_width=2.5)
    front = stage.sheet("front clouds", 0.95, lift=16, haze=0, motion=Motion("drift", 1.6))
    dark = mix(stage.scheme.r(0.05 if stage.scheme.dark else 0.3), top, 0.25 if stage.scheme.dark else 0.4)
    for x, y, wide, seed in ((0.02, 1.03, 620, 4), (0.98, 1.08, 520, 9)):
        front.shape(cloud(frame.x(x), stage.y(y), wide * k, 150 * backdrop.high(stage), seed=seed), dark, form=0.2, rim=front.mix(dark, front.r(0.9), 0.4), rim_width=2.5)  # fmt: skip
    backdrop.weather(stage)


def _cloud_colour(stage: Stage, top: Colour, bright: Colour, share: float) -> Colour:
    s = stage.scheme
    if s.dark:
        return mix(mix(top, bright, share), s.r(0.62), 0.2 + 0.25 * share)
    if stage.scene.time == "dusk":
        return mix(mix(s.B, s.A, 0.5 - 0.4 * share), s.r(0.95), 0.4 + 0.3 * share)
    grey = stage.scene.weather in ("rain", "storm", "snow", "cloud")
    white = mix(mix(top, bright, 0.5), s.r(1.0), share)
    return mix(white, s.r(0.35), 0.3) if grey else white


@setting(
    "space",
    words="outer space, universe, cosmos, planet, moon surface, galaxy, stars, mars, orbit, solar system, moonscape",
    kinds="sky, night, abstract",
    horizon=0.66,
    light=(0.24, 0.22),
    options="ground (moon, none), planet (yes, no)",
    places=(
        Place("moon ground", "ground", 0.6, 0.9, 0.735, 0.87, 160, 260, (0.12, 0.9)),
        Place("sky", "sky", 0.2, 0.56, 0.28, 0.46, 90, 180, (0.08, 0.6)),
    ),
)
def space(stage: Stage) -> None:
    """Dark rings of the deep, stars, a banded planet with a ring, small moons, a cratered ground."""
    frame, k = stage.frame, backdrop.fit(stage) * (0.6 + 0.4 * backdrop.high(stage))
    _deep(stage)
    if stage.option("planet", "yes") == "yes":
        _planet(stage, frame.x(0.74), stage.y(0.3), 120 * k)
    _small_moons(stage, k)
    if stage.option("ground", "moon") == "moon":
        _moon_ground(stage, k)
    backdrop.weather(stage)


def _night(stage: Stage, share: float) -> Colour:
    """The dark of space in this palette, whatever the hour."""
    s = stage.scheme
    deep = mix(s.r(0.0), (0.06, 0.06, 0.17), 0.7)
    return mix(deep, mix(s.r(0.42), (0.25, 0.24, 0.5), 0.55), share)


def _deep(stage: Stage) -> None:
    frame, (lx, ly) = stage.frame, stage.light
    pen = stage.sheet("deep", 0.0, lift=0, haze=0, wobble=0.3)
    area = box(frame.left, frame.top, frame.right - frame.left, frame.foot - frame.top)
    pen.shape(area, down(_night(stage, 0.12), _night(stage, 0.34), frame.top, frame.foot), line=0, shadow=0, edge=0)
    for i, (radius, share) in enumerate(((760, 0.24), (560, 0.38), (400, 0.54), (250, 0.74))):
        ring = stage.sheet(f"ring{i}", 0.006 + 0.01 * i, lift=9, haze=0)
        shape = blob(lx, ly, radius, radius * 0.74, seed=stage.seed("ring", i) % 99, points=18, jitter=0.05)
        ring.shape(shape, _night(stage, share), line=0, shadow=0)
    pen = stage.sheet("stars", 0.05, haze=0, light_motion="twinkle")
    rng = pen.rng("stars")
    for _ in range(190):
        x, y, size = rng.uniform(frame.left, frame.right), rng.uniform(frame.top, stage.y(0.72)), rng.choice((1.0, 1.2, 1.6, 2.0, 3.4))  # fmt: skip
        pen.shine(star(x, y, size * 1.9), pen.mix(pen.L, (1.0, 1.0, 1.0), 0.6), 0.9)
    pen = stage.sheet("sun", 0.06, haze=0, lift=7, texture=0.4)
    pen.shape(oval(lx, ly, 40), pen.mix(pen.L, (1.0, 0.99, 0.94), 0.6), line=0.7)
    pen.glow(lx, ly, 300, pen.L, 0.45)
    pen.glow(lx, ly, 90, pen.mix(pen.L, (1.0, 1.0, 1.0), 0.4), 0.6, 1.6)


def _planet(stage: Stage, x: float, y: float, r: float) -> None:
    pen = stage.sheet("planet", 0.14, lift=14, haze=0, wobble=0.4)
    ring = oval(x, y, r * 1.95, r * 0.5).moved(-x, -y).turned(-16).moved(x, y) - oval(x, y, r * 1.4, r * 0.3).moved(-x, -y).turned(-16).moved(x, y)  # fmt: skip
    gold = pen.mix(pen.B, pen.r(0.9), 0.35)
    pen.shape(ring, gold, form=0.2)
    globe, base = oval(x, y, r), pen.mix(pen.A, pen.B, 0.35)
    pen.shape(globe, base, form=0.5, form_width=r * 0.4)
    for dy, tall, colour in ((-0.62, 0.2, gold), (-0.2, 0.16, pen.mix(pen.A, pen.r(0.9), 0.5)), (0.16, 0.26, gold), (0.62, 0.14, pen.mix(pen.A, pen.r(0.2), 0.3))):  # fmt: skip
        band = globe & oval(x, y + dy * r, r * 1.3, r * tall * 0.6)
        pen.shape(band, colour, shadow=0.3, line=0.5)
    shade: Path = globe - oval(x - r * 0.42, y - r * 0.3, r * 1.12)
    pen.shape(shade, _night(stage, 0.2), alpha=0.55, shadow=0, line=0, edge=0)
    lower = ring & box(x - 3 * r, y + r * 0.02, 6 * r, r * 2)
    pen.shape(
        lower - polygon([(x + r, y - r), (x + 3 * r, y - r), (x + 3 * r, y + r * 0.1), (x + r, y + r * 0.1)]),
        gold,
        form=0.2,
    )


def _small_moons(stage: Stage, k: float) -> None:
    for i, (x, y, r, depth) in enumerate(((0.5, 0.16, 22, 0.1), (0.93, 0.52, 34, 0.2), (0.06, 0.56, 26, 0.16))):
        pen = stage.sheet(f"moon{i}", depth, lift=9, haze=0, wobble=0.5)
        colour = pen.mix((pen.G, pen.r(0.85), pen.B)[i], _night(stage, 0.5), 0.3)
        a, b = stage.x(x), stage.y(y)
        pen.shape(oval(a, b, r * k), colour, form=0.45, form_width=r * 0.5)
        for dx, dy, size in ((-0.3, -0.2, 0.2), (0.3, 0.1, 0.15), (-0.1, 0.4, 0.12)):
            pen.shape(
                oval(a + dx * r * k, b + dy * r * k, size * r * k), pen.shaded(colour, 0.25), shadow=0, edge=0, line=0.5
            )


def _moon_ground(stage: Stage, k: float) -> None:
    frame = stage.frame
    grey = mix(stage.scheme.natural("stone"), (0.62, 0.62, 0.72), 0.6)
    for i, (depth, y, rise) in enumerate(((0.3, 0.655, 26), (0.44, 0.685, 16), (0.56, 0.72, 8))):
        colour = mix(_night(stage, 0.55), grey, 0.22 + 0.4 * depth + 0.12 * i)
        pen = backdrop.ground(stage, f"moon ground{i}", depth, stage.y(y), rise * backdrop.high(stage), colour, slope=(18, -26, 6)[i], lift=11, fade=0.12)  # fmt: skip
        for x, t, size in (
            (0.12, 0.1, 0.5),
            (0.34, 0.5, 0.9),
            (0.52, 0.05, 0.6),
            (0.7, 0.75, 1.2),
            (0.86, 0.2, 0.7),
            (0.2, 0.9, 0.8),
        ):
            a, r = stage.x((x + 0.17 * i) % 1.0), (10 + 9 * i + 26 * size * (i == 2)) * k
            b = stage.y(y + 0.04 + (0.02 if i < 2 else 0.16) * t)
            pen.shape(oval(a, b, r * 1.5, r * 0.42), pen.lighter(colour, 0.05), line=0.6, shadow=0.4)
            pen.shape(oval(a + 2, b + 2, r * 1.25, r * 0.3), pen.shaded(colour, 0.35), line=0.5, shadow=0, edge=0)
    front = stage.sheet("front rocks", 0.96, lift=16, haze=0)
    dark = _night(stage, 0.08)
    for x, wide, tall in ((-0.01, 300, 130), (0.13, 170, 60), (1.0, 280, 104)):
        front.shape(rock(frame.x(x), frame.height + 20, wide * k, tall * k * backdrop.high(stage), seed=wide), dark, form=0.4, rim=front.mix(dark, front.r(0.9), 0.4), rim_width=3)  # fmt: skip

"""Below the ground and the water: cave, underwater."""

from __future__ import annotations

import math

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.paint.forms import blob, leaf, ridge, rock, tube
from engine.illustrate.paint.path import Path, box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen, around, down
from engine.illustrate.palette import mix
from engine.illustrate.stage import Motion, Stage
from engine.looks import Colour


@setting(
    "cave",
    words="cavern, grotto, mine, tunnel, den, lair, underground, dungeon, burrow, inside the mountain",
    kinds="nature, inside, mountain",
    horizon=0.6,
    light=(0.54, 0.36),
    options="water (yes, no), crystals (yes, no)",
    places=(
        Place("cave floor", "ground", 0.5, 0.88, 0.68, 0.86, 130, 250, (0.18, 0.84)),
        Place("pool", "water", 0.46, 0.5, 0.68, 0.7, 120, 130, (0.56, 0.78)),
        Place("ledge", "shelf", 0.56, 0.6, 0.5, 0.505, 130, 140, (0.08, 0.2)),
    ),
)
def cave(stage: Stage) -> None:
    """Nested arches of rock, each darker, around the far mouth with its sky; stalactites, a pool, crystals."""
    frame, k = stage.frame, backdrop.fit(stage)
    backdrop.sky(stage, stage.y(0.56), stars=40, clouds=0)
    backdrop.hills(stage, stage.y(0.5), 24, count=2)
    for i in range(5):
        _arch(stage, i)
    _floor(stage)
    if stage.option("water", "yes") == "yes":
        _pool(stage)
    if stage.option("crystals", "yes") == "yes":
        _crystals(stage, k)
    _light(stage)
    front = stage.sheet("front rocks", 0.96, lift=16, haze=0)
    dark = front.r(0.02) if stage.scheme.dark else mix(front.r(0.03), front.natural("iron"), 0.5)
    for x, wide, tall in ((-0.02, 360, 190), (0.12, 190, 92), (1.02, 330, 160), (0.88, 150, 62)):
        front.shape(rock(frame.x(x), frame.height + 26, wide * k, tall * k * backdrop.high(stage), seed=wide), dark, form=0.4, rim=front.mix(dark, front.r(0.8), 0.3), rim_width=3)  # fmt: skip
    if stage.scene.weather == "fog":
        backdrop.weather(stage)


def _rock_tone(stage: Stage, t: float) -> Colour:
    """Rock from the lit mouth (0) to the dark around us (1)."""
    s = stage.scheme
    lit = mix(s.natural("stone"), s.r(0.5), 0.4) if s.dark else mix(s.natural("stone"), mix(s.A, s.r(0.7), 0.6), 0.3)
    dark = s.r(0.04) if s.dark else mix(mix(s.r(0.1), s.natural("iron"), 0.55), s.natural("dark wood"), 0.25)
    return mix(lit, dark, 0.12 + 0.88 * t**0.8)


def _arch(stage: Stage, i: int) -> None:
    """One sheet of rock with a hole that is larger the nearer it is."""
    t, frame = i / 4, stage.frame
    pen = stage.sheet(f"rock{i}", 0.2 + 0.08 * i, lift=12 + 2 * i, haze=0.3)
    x, y = frame.x(0.54), stage.y(0.52)
    wide, tall = frame.width * (0.2 + 0.09 * i), frame.height * (0.27 + 0.075 * i)
    hole = blob(x, y, wide, tall, seed=stage.seed("hole", i) % 89, points=15, jitter=0.1)
    hole = hole | box(x - wide * 0.9, y, wide * 1.8, tall * 0.5)
    area = box(frame.left, frame.top, frame.right - frame.left, frame.foot - frame.top)
    colour = _rock_tone(stage, t)
    teeth = _teeth(pen, i, (x, y), wide, tall)
    rim = pen.mix(colour, pen.r(0.9) if not pen.dark else pen.r(0.6), 0.3)
    whole = area - hole
    for tooth in teeth:
        whole = whole | tooth
    pen.shape(whole, around(pen.lighter(colour, 0.03), pen.lighter(colour, -0.04), x, y, wide * 2), form=0.25, form_width=16, rim=rim, rim_width=2.5)  # fmt: skip


def _teeth(pen: Pen, i: int, middle: tuple[float, float], wide: float, tall: float) -> list[Path]:
    """Stalactites along the upper edge of a hole, few and short over its middle."""
    rng, made = pen.rng("teeth", i), []
    for j in range(5 + i):
        share = -0.8 + 1.6 * (j + rng.uniform(0.2, 0.8)) / (5 + i)
        if abs(share) < 0.3 and i != 1:
            continue
        a, y = middle[0] + wide * share, middle[1] - tall * math.sqrt(1 - share * share) * 0.94
        half, long = rng.uniform(5, 11) * (0.7 + 0.22 * i), rng.uniform(22, 62) * (0.6 + 0.26 * i)
        made.append(
            polygon(
                [
                    (a - half * 2.4, y - 70),
                    (a - half * 0.8, y + 8),
                    (a, y + long),
                    (a + half * 0.8, y + 8),
                    (a + half * 2.4, y - 70),
                ]
            )
        )
    return made


def _floor(stage: Stage) -> None:
    frame = stage.frame
    for i, (depth, y, t) in enumerate(((0.34, 0.62, 0.22), (0.46, 0.655, 0.4), (0.62, 0.76, 0.62))):
        colour = _rock_tone(stage, t)
        row = ridge(
            frame.left, frame.right, stage.y(y), 9, frame.foot, seed=stage.seed("floor", i) % 97, slope=(10, -12, 30)[i]
        )
        pen = stage.sheet(f"floor{i}", depth, lift=9, haze=0.3)
        pen.shape(
            row,
            down(pen.lighter(colour, 0.04), pen.lighter(colour, -0.05), stage.y(y), frame.height),
            form=0.15,
            form_width=8,
        )
        rng = pen.rng("stones")
        for _ in range(6):
            size = rng.uniform(14, 34) * (0.6 + 0.4 * i)
            pen.shape(rock(frame.x(rng.random()), stage.y(y + 0.03 + 0.06 * rng.random()), size * 1.7, size * 0.7, seed=int(size)), pen.lighter(colour, 0.02), form=0.4)  # fmt: skip


def _pool(stage: Stage) -> None:
    pen = stage.sheet("pool", 0.48, lift=3, haze=0.3, motion="sway")
    far, near = backdrop.water_colours(stage)
    x, y, w = stage.x(0.66), stage.y(0.69), stage.frame.width * 0.17
    pen.shape(
        oval(x, y, w, 26 * backdrop.high(stage)),
        pen.mix(mix(far, near, 0.55), _rock_tone(stage, 0.6), 0.3),
        form=0.25,
        form_width=6,
    )
    light = stage.sheet("pool light", 0.485, haze=0, light_motion="glint")
    backdrop.glints(light, x - w * 0.2, y - 16, y + 16, 18, 50)


def _crystals(stage: Stage, k: float) -> None:
    pen = stage.sheet("crystals", 0.7, lift=9, haze=0.2)
    for x, y, size in ((0.2, 0.77, 1.0), (0.93, 0.72, 0.8)):
        a, b = stage.x(x), stage.y(y)
        for turn, reach, thick in ((-34, 64, 11), (24, 70, 12), (-8, 104, 15), (48, 44, 9)):
            long, half = reach * size * k, thick * size * k
            colour = pen.mix(pen.mix(pen.G, pen.r(0.85), 0.35), pen.A, 0.15 * (turn > 0))
            shape = polygon([(-half, 6), (-half, -long * 0.72), (0, -long), (half, -long * 0.72), (half, 6)]).turned(
                turn
            )
            pen.shape(shape.moved(a, b), colour, form=0.4, form_width=half * 0.9, rim=True, rim_width=2)
        pen.glow(a, b - 50 * size * k, 130 * size * k, pen.mix(pen.G, pen.L, 0.5), 0.34)


def _light(stage: Stage) -> None:
    """What falls in from the mouth."""
    pen = stage.sheet("shaft", 0.5, haze=0, light_motion="still")
    x, y = stage.x(0.54), stage.y(0.36)
    strength = 0.1 if stage.scheme.dark else 0.2
    for a, b in ((-0.26, -0.12), (-0.04, 0.1)):
        row = [
            (x - 40, y),
            (x + 30, y),
            (x + b * stage.frame.width, stage.y(0.78)),
            (x + a * stage.frame.width, stage.y(0.78)),
        ]
        pen.shine(polygon(row), pen.L, strength, soft=9)


@setting(
    "underwater",
    words="under water, under the sea, ocean floor, seabed, coral reef, deep sea, sea bottom, aquarium",
    kinds="water, sea, nature",
    horizon=0.7,
    light=(0.6, 0.04),
    options="ruin (no, yes)",
    places=(
        Place("sand", "ground", 0.56, 0.88, 0.76, 0.87, 150, 240, (0.14, 0.86)),
        Place("open water", "sky", 0.4, 0.74, 0.34, 0.54, 110, 210, (0.1, 0.9)),
        Place("water", "water", 0.4, 0.74, 0.34, 0.54, 110, 210, (0.1, 0.9)),
    ),
)
def underwater(stage: Stage) -> None:
    """Rings of light from above, shafts, reefs behind reefs, kelp, corals, sand, bubbles, dark rocks with weed."""
    frame, k = stage.frame, backdrop.fit(stage) * (0.5 + 0.5 * backdrop.high(stage))
    _water_rings(stage)
    for i, (depth, y, rise) in enumerate(((0.16, 0.6, 60), (0.28, 0.66, 46), (0.4, 0.71, 26))):
        colour = _sea_tone(stage, 0.32 + 0.9 * depth)
        pen = stage.sheet(f"reef{i}", depth, lift=9, haze=0.3)
        pen.shape(ridge(frame.left, frame.right, stage.y(y), rise * backdrop.high(stage), frame.foot, seed=stage.seed("reef", i) % 89, slope=(40, -50, 30)[i]), down(pen.lighter(colour, 0.04), pen.lighter(colour, -0.03), stage.y(y) - rise, frame.height), form=0.15, form_width=10)  # fmt: skip
        rng = pen.rng("kelp")
        for _ in range(5 - i):
            x = rng.choice((rng.uniform(0, 0.3), rng.uniform(0.7, 1.0)))
            _kelp(
                pen,
                frame.x(x),
                stage.y(y) + 40,
                (210 + 40 * i) * k * rng.uniform(0.7, 1.2),
                pen.lighter(colour, -0.04),
                int(x * 99),
            )
    _shafts(stage)
    sand = backdrop.earth(stage, mix(stage.scheme.natural("sand"), _sea_tone(stage, 0.3), 0.35), 0.3)
    floor = backdrop.ground(stage, "sand", 0.52, stage.y(0.745), 9, sand, slope=-10, lift=11, fade=0.1)
    rng = floor.rng("ripples")
    for _ in range(24):
        t = rng.random()
        x, y, long = frame.x(rng.random()), stage.y(0.78 + 0.18 * t), 30 + 50 * t
        floor.line([(x, y), (x + long * 0.5, y - 4), (x + long, y)], floor.shaded(sand, 0.2), 2, ink=0.4, alpha=0.7)
    _corals(stage, k)
    _bubbles(stage)
    front = stage.sheet("front weed", 0.96, lift=16, haze=0, motion="sway")
    dark = front.r(0.03) if stage.scheme.dark else mix(front.r(0.08), front.G, 0.3)
    for i, (x, tall) in enumerate(((0.0, 360), (0.05, 250), (0.1, 160), (0.97, 300), (0.92, 190))):
        _kelp(front, frame.x(x), frame.height + 30, tall * k, dark, i)
    for x, wide, tall in ((0.02, 300, 110), (0.99, 260, 92)):
        front.shape(rock(frame.x(x), frame.height + 24, wide * k, tall * k, seed=wide), dark, form=0.4, rim=front.mix(dark, front.r(0.8), 0.4), rim_width=3)  # fmt: skip


def _sea_tone(stage: Stage, t: float) -> Colour:
    """Water from the lit surface (0) to the deep (1)."""
    s = stage.scheme
    if s.dark:
        return mix(s.r(0.42), s.r(0.04), t)
    clear: Colour = (0.62, 0.86, 0.86)
    light = mix(mix(s.r(0.95), clear, 0.7), s.L, 0.1)
    if stage.scene.time == "dusk":
        light = mix(light, mix(s.B, s.r(0.9), 0.4), 0.5)
    deep = mix(s.r(0.18), mix(s.G, (0.03, 0.27, 0.38), 0.6), 0.75)
    return mix(light, deep, t)


def _water_rings(stage: Stage) -> None:
    frame, (x, y) = stage.frame, stage.light
    pen = stage.sheet("water", 0.0, lift=0, haze=0, wobble=0.3)
    area = box(frame.left, frame.top, frame.right - frame.left, frame.foot - frame.top)
    pen.shape(
        area, down(_sea_tone(stage, 0.56), _sea_tone(stage, 0.72), frame.top, frame.foot), line=0, shadow=0, edge=0
    )
    for i, (radius, t) in enumerate(((780, 0.46), (580, 0.34), (400, 0.22), (230, 0.08))):
        ring = stage.sheet(f"ring{i}", 0.01 + 0.01 * i, lift=9, haze=0, motion="sway")
        shape = blob(
            x, y - 40, radius, radius * 0.8 * (0.7 + 0.3 * backdrop.high(stage)), seed=i + 4, points=18, jitter=0.05
        )
        ring.shape(shape, _sea_tone(stage, t), line=0, shadow=0)


def _shafts(stage: Stage) -> None:
    pen = stage.sheet("shafts", 0.44, haze=0, light_motion="glint")
    x, y = stage.light
    w = stage.frame.width
    for a, b in ((-0.5, -0.36), (-0.2, -0.1), (0.04, 0.18)):
        row = [
            (x - 60 + a * 60, y - 80),
            (x + 10 + a * 60, y - 80),
            (x + b * w, stage.y(0.76)),
            (x + a * w, stage.y(0.76)),
        ]
        pen.shine(polygon(row), pen.mix(pen.L, pen.r(1.0), 0.3), 0.09 if stage.scheme.dark else 0.17, soft=9)


def _kelp(pen: Pen, x: float, y: float, tall: float, colour: Colour, seed: int) -> None:
    """A long weed with leaves on both sides."""
    points = [(x + tall * 0.07 * math.sin(i * 0.9 + seed), y - tall * i / 8) for i in range(9)]
    pen.shape(tube(points, [max(2.0, tall * 0.018 * (1 - i / 11)) for i in range(9)]), colour, form=0.25)
    for i in range(1, 9):
        size = tall * 0.17 * (1.1 - i / 10)
        for side in (-1, 1):
            shape = leaf(size, size * 0.2).turned(-38 if side > 0 else 180 + 38).moved(*points[i])
            pen.shape(shape, pen.lighter(colour, 0.02 * (i % 2)), form=0.25, shadow=0.6, rim=pen.dark, rim_width=1.5)


def _corals(stage: Stage, k: float) -> None:
    pen = stage.sheet("corals", 0.66, lift=10, motion=Motion("sway", 0.5))
    tint = 0.2 if not stage.scheme.dark else 0.5
    for x, y, size, colour in (
        (0.1, 0.83, 1.2, pen.A),
        (0.86, 0.81, 1.1, pen.B),
        (0.19, 0.85, 0.8, pen.mix(pen.A, pen.r(1.0), 0.45)),
    ):
        tone, a, b = pen.mix(colour, _sea_tone(stage, 0.6), tint), stage.x(x), stage.y(y)
        for turn, long in ((-58, 70), (-26, 104), (4, 122), (34, 96), (62, 66)):
            angle, high = math.radians(turn - 90), long * size * k
            tip = (a + math.cos(angle) * high, b + math.sin(angle) * high)
            middle = ((a * 2 + tip[0]) / 3 + turn * 0.1, (b + tip[1]) / 2)
            pen.shape(tube([(a, b + 4), middle, tip], [10 * size * k, 8 * size * k, 7 * size * k]), pen.lighter(tone, 0.02 * (turn > 0)), form=0.35, rim=pen.dark)  # fmt: skip
            side = (middle[0] + math.cos(angle + 0.9) * high * 0.3, middle[1] + math.sin(angle + 0.9) * high * 0.3)
            pen.shape(tube([middle, side], [7 * size * k, 5.5 * size * k]), tone, form=0.3)
    for x, y, size in ((0.74, 0.83, 30), (0.3, 0.86, 24)):
        shell, a, b = pen.mix(pen.B, pen.r(0.95), 0.5), stage.x(x), stage.y(y)
        pen.shape(
            blob(a, b - size * 0.4, size, size * 0.5, seed=size, points=9),
            pen.mix(shell, _sea_tone(stage, 0.5), tint),
            form=0.35,
        )
    star = pen.mix(pen.A, _sea_tone(stage, 0.4), tint)
    rays = [
        (
            math.cos(i * math.pi / 5 - 1.57) * (26 if i % 2 == 0 else 11) * k,
            math.sin(i * math.pi / 5 - 1.57) * (15 if i % 2 == 0 else 6) * k,
        )
        for i in range(10)
    ]
    pen.shape(smooth([(stage.x(0.62) + a, stage.y(0.83) + b) for a, b in rays], curve=0.5), star, form=0.3)


def _bubbles(stage: Stage) -> None:
    pen = stage.sheet("bubbles", 0.68, lift=3, haze=0, motion="rise")
    rng, white = pen.rng("bubbles"), pen.r(1.0)
    for x in (0.16, 0.56, 0.82):
        for i in range(7):
            a, b = stage.x(x) + rng.uniform(-22, 22), stage.y(0.76 - 0.085 * i)
            r = rng.uniform(3.5, 10)
            pen.shape(oval(a, b, r), pen.mix(_sea_tone(stage, 0.2), white, 0.3), alpha=0.5, line=0.6, shadow=0, edge=0)
            pen.shape(oval(a - r * 0.3, b - r * 0.3, r * 0.28), white, alpha=0.9, line=0, shadow=0, edge=0)

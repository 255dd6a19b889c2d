"""A Japanese village: wooden houses with swept roofs, paper windows and lanterns, a cherry tree, a snowy cone far away.

`house(pen, stage, x, y, k)` is one such house for other settings.
"""

from __future__ import annotations

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.kit.settings import growth, terrain
from engine.illustrate.paint.forms import blob, tube
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen, down
from engine.illustrate.palette import mix
from engine.illustrate.stage import Stage


def house(pen: Pen, stage: Stage, x: float, y: float, k: float, flip: bool = False, storeys: int = 1) -> None:
    """A wooden house standing on y: a porch, sliding paper doors, a swept roof; about 120 units high at k = 1."""
    own = pen.at(x, y, k, flip=flip)
    wood, paper = own.natural("dark wood"), own.mix(own.r(0.97 if not own.dark else 0.5), own.L, 0.2)
    wall = own.mix(own.natural("bone"), own.natural("sand"), 0.35)
    lit = own.mix(own.lit, own.B, 0.25) if stage.night else paper
    own.contact(0, 0, 92, 0.4)
    own.shape(box(-86, -12, 172, 14, 2), own.natural("wood"), form=0.25)
    for dx in (-78, -30, 24, 74):
        own.shape(box(dx - 3, -4, 6, 8), own.shaded(wood, 0.2))
    own.shape(box(-72, -62, 144, 52), wall, form=0.2)
    own.shape(box(-48, -56, 96, 46), lit, shadow=0.4, form=0.08)
    for dx in (-48, -24, 0, 24, 48):
        own.line([(dx, -57), (dx, -10)], wood, 3.4 if dx in (-48, 0, 48) else 1.6)
    for dy in (-45, -34, -23):
        own.line([(-48, dy), (48, dy)], wood, 1.5, ink=0.4)
    for dx in (-70, 70):
        own.shape(box(dx - 4, -64, 8, 60), wood, form=0.3)
    _roof(own, stage, -58, 104, 50)
    if storeys > 1:
        own.shape(box(-44, -132, 88, 34), wall, form=0.2)
        own.shape(box(-30, -127, 60, 24), lit, shadow=0.4)
        for dx in (-30, -10, 10, 30):
            own.line([(dx, -127), (dx, -103)], wood, 2)
        _roof(own, stage, -126, 74, 40)
    red = own.mix(own.A, own.r(0.3), 0.1)
    own.line([(60, -58), (60, -46)], wood, 1.4)
    own.shape(oval(60, -36, 8, 11), own.mix(red, own.lit, 0.5) if stage.night else red, form=0.3, line=0.8)
    if stage.night:
        own.glow(60, -36, 52, own.B, 0.6)
        own.glow(0, -34, 100, own.B, 0.3)


def _roof(pen: Pen, stage: Stage, y: float, half: float, tall: float) -> None:
    """A tiled roof whose eaves sweep up at both ends."""
    slate = pen.mix(pen.natural("iron"), pen.mix(pen.G, pen.r(0.5), 0.4), 0.45)
    snow = backdrop.snowy(stage)
    tile = pen.r(0.8 if pen.dark else 0.98) if snow else slate
    row = [(-half, y - 12), (-half * 0.7, y - tall * 0.34), (-half * 0.5, y - tall), (half * 0.5, y - tall), (half * 0.7, y - tall * 0.34), (half, y - 12), (half * 0.9, y + 3), (0, y + 5), (-half * 0.9, y + 3)]  # fmt: skip
    pen.shape(smooth(row, curve=0.42), down(pen.lighter(tile, 0.05), pen.shaded(tile, 0.22), y - tall, y + 6), form=0.2, rim=pen.dark, rim_width=2)  # fmt: skip
    for i in range(-4, 5):
        pen.line([(i * half * 0.11, y - tall + 4), (i * half * 0.18, y + 1)], pen.shaded(tile, 0.24), 1.8, ink=0.4, alpha=0.8)  # fmt: skip
    pen.shape(box(-half * 0.54, y - tall - 6, half * 1.08, 9, 4), pen.shaded(slate, 0.2), form=0.3)


@setting(
    "japanese village",
    words="japanese house, japanese street, tea house, japanese garden, kyoto street, japanese town",
    kinds="village, settlement, outdoors",
    horizon=0.56,
    light=(0.66, 0.2),
    options="blossom (yes, no)",
    places=(
        Place("lane", "ground", 0.46, 0.88, 0.66, 0.87, 100, 250, (0.22, 0.82)),
        Place("sky", "sky", 0.08, 0.3, 0.12, 0.28, 70, 100, (0.3, 0.9)),
        Place("wall", "wall", 0.55, 0.56, 0.55, 0.57, 110, 120, (0.02, 0.16)),
    ),
)
def japanese_village(stage: Stage) -> None:
    """A white cone behind hills, swept roofs on both sides of a lane of stones, a blossoming tree, a stone lantern."""
    low, frame, k = stage.y(stage.horizon), stage.frame, backdrop.fit(stage)
    backdrop.sky(stage, low, clouds=2)
    _cone(stage, low)
    backdrop.hills(stage, low - 12, 34, count=2)
    far = stage.sheet("far houses", 0.3, lift=7, wobble=0.6)
    growth.far_trees(far, frame.left, frame.right, low + 12, 50, backdrop.foliage(stage, 0.3), 3)
    for i, x in enumerate((0.24, 0.4, 0.62, 0.78)):
        house(far, stage, frame.x(x), low + 26 + 4 * (i % 2), 0.62 * k, i % 2 == 1, 1 + i % 2)
    backdrop.ground(stage, "green", 0.36, low + 22, 7, backdrop.turf(stage, 0.42, 0.5))
    _lane(stage)
    for i, (x, depth, y, size, flip) in enumerate(((0.27, 0.42, 0.645, 1.2, False), (0.82, 0.43, 0.65, 1.3, True), (0.06, 0.52, 0.7, 2.1, False), (0.99, 0.54, 0.72, 2.2, True))):  # fmt: skip
        pen = stage.sheet(f"house{i}", depth, lift=10, wobble=0.6, haze=0.7)
        house(pen, stage, frame.x(x), stage.y(y), size * k, flip, 1 + (i % 3 == 0))
    if stage.option("blossom", "yes") == "yes":
        _cherry(stage, frame.x(0.17), stage.y(0.73), 270 * k * backdrop.high(stage))
    _stone_lantern(stage, frame.x(0.84), stage.y(0.76), 1.1 * k)
    growth.front_grass(stage, 0.2, 0.82, 66)
    backdrop.weather(stage)


def _cone(stage: Stage, low: float) -> None:
    pen, s = stage.sheet("white cone", 0.1, lift=9), stage.scheme
    x, w, h = stage.x(0.44), stage.frame.width * 0.3, 210 * backdrop.high(stage)
    colour = mix(s.tone(0.14), (0.5, 0.58, 0.7), 0.12 if s.dark else 0.45)
    row = [(-1.3, 0.1), (-0.7, -0.34), (-0.3, -0.74), (-0.13, -1.0), (0, -0.97), (0.13, -1.0), (0.3, -0.74), (0.7, -0.34), (1.3, 0.1)]  # fmt: skip
    cone = smooth([(x + a * w, low + b * h) for a, b in row], curve=0.4)
    pen.shape(cone, down(pen.lighter(colour, 0.03), pen.lighter(colour, -0.02), low - h, low), form=0.2, form_width=40)
    teeth = [(-0.5, -1.1), (0.5, -1.1), (0.32, -0.66), (0.2, -0.76), (0.12, -0.6), (0.02, -0.74), (-0.09, -0.58), (-0.2, -0.74), (-0.34, -0.64)]  # fmt: skip
    cap = cone & polygon([(x + a * w, low + b * h) for a, b in teeth])
    pen.shape(cap, s.r(0.72 if s.dark else 1.0), form=0.14, form_width=20, shadow=0.5)


def _lane(stage: Stage) -> None:
    sand = backdrop.earth(stage, stage.scheme.natural("sand"), 0.4)
    rows = ((0.6, 0.5, 0.53), (0.66, 0.42, 0.58), (0.74, 0.32, 0.68), (0.86, 0.18, 0.8), (1.12, -0.1, 1.1))
    pen = terrain.way(stage, "lane", 0.4, sand, rows)
    rng, stone = pen.rng("slabs"), pen.mix(sand, pen.natural("stone"), 0.6)
    for i in range(9):
        t = i / 8
        x, y = stage.x(0.515 + 0.02 * (-1) ** i - 0.03 * t), stage.y(0.63 + 0.29 * t**1.2)
        wide = 16 + 74 * t
        pen.shape(blob(x, y, wide, wide * 0.26, seed=i, points=9, jitter=0.1), pen.lighter(stone, rng.uniform(-0.03, 0.03)), form=0.25, line=0.7)  # fmt: skip


def _cherry(stage: Stage, x: float, y: float, tall: float) -> None:
    pen, t = stage.sheet("cherry", 0.6, lift=12, motion="flutter"), tall / 100
    wood = pen.mix(pen.natural("dark wood"), pen.r(0.1), 0.3)
    pink = pen.mix(stage.scheme.named("pink", pen.A), pen.r(0.98 if not pen.dark else 0.2), 0.2)
    if backdrop.snowy(stage):
        pink = pen.r(0.8 if pen.dark else 0.98)
    pen.contact(x, y, 20 * t, 0.45)
    pen.shape(tube([(x, y + 2), (x + 6 * t, y - 24 * t), (x - 2 * t, y - 54 * t)], [6 * t, 4 * t, 2.6 * t]), wood, form=0.35, rim=pen.dark)  # fmt: skip
    for a, b in ((-34, -72), (30, -78), (42, -56), (-26, -50)):
        pen.shape(tube([(x + 2 * t, y - 38 * t), (x + a * 0.5 * t, y + (b + 8) * t), (x + a * t, y + b * t)], [2.8 * t, 2 * t, 1 * t]), wood)  # fmt: skip
    for i, (a, b, w) in enumerate(
        ((-34, -74, 21), (30, -80, 22), (44, -58, 17), (-2, -88, 24), (-22, -56, 15), (12, -66, 16))
    ):
        mass = blob(x + a * t, y + b * t, w * t, w * 0.72 * t, seed=i + 2, points=18, jitter=0.05)
        pen.shape(mass, pen.lighter(pink, (-0.05, -0.02, -0.03, 0.03, 0.0, 0.04)[i]), form=0.28, rim=pen.dark, rim_width=1.5)  # fmt: skip
    rng = pen.rng("petals")
    for _ in range(26):
        pen.shape(oval(x + rng.uniform(-60, 64) * t, y - rng.uniform(0, 88) * t, 1.5 * t, 1.0 * t), pen.lighter(pink, 0.05), shadow=0.4, line=0.3)  # fmt: skip


def _stone_lantern(stage: Stage, x: float, y: float, k: float) -> None:
    pen = stage.sheet("stone lantern", 0.64, lift=10)
    own, stone = pen.at(x, y, k), pen.natural("stone")
    own.contact(0, 0, 30, 0.5)
    own.shape(box(-24, -12, 48, 14, 3), stone, form=0.35)
    own.shape(polygon([(-9, -10), (9, -10), (7, -62), (-7, -62)]), pen.lighter(stone, 0.02), form=0.35)
    own.shape(box(-20, -72, 40, 12, 3), stone, form=0.3)
    own.shape(box(-14, -100, 28, 29), pen.lighter(stone, 0.03), form=0.3)
    own.shape(box(-7, -95, 14, 19, 3), pen.lit if stage.night else pen.shaded(stone, 0.4), shadow=0.3, line=0.6)
    own.shape(smooth([(-34, -102), (-16, -114), (0, -124), (16, -114), (34, -102), (24, -98), (-24, -98)], curve=0.5), pen.shaded(stone, 0.1), form=0.35)  # fmt: skip
    own.shape(oval(0, -127, 6), stone, form=0.3)
    if stage.night:
        own.glow(0, -86, 90, pen.B, 0.6)

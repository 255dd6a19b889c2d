"""A bamboo grove: stems behind stems, light between them, great ones at the sides."""

from __future__ import annotations

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.kit.settings import eastern, growth, terrain
from engine.illustrate.kit.settings.warm_growth import bamboo, spray
from engine.illustrate.paint.forms import leaf, ridge
from engine.illustrate.paint.path import polygon, together
from engine.illustrate.palette import mix
from engine.illustrate.stage import Motion, Stage
from engine.looks import Colour

_DISC = 62.0
"""Units: no stem stands before sun or moon."""


@setting(
    "bamboo grove",
    words="bamboo forest, bamboo wood, bamboo thicket, bamboo, bamboo stems, among the bamboo",
    kinds="forest, nature, outdoors",
    horizon=0.56,
    light=(0.52, 0.22),
    options="path (yes, no), house (no, yes)",
    places=(
        Place("clearing", "ground", 0.5, 0.88, 0.66, 0.86, 130, 250, (0.24, 0.78)),
        Place("sky", "sky", 0.08, 0.3, 0.12, 0.28, 70, 100, (0.3, 0.72)),
    ),
)
def bamboo_grove(stage: Stage) -> None:
    """Rows of pale stems toward the light, a path between them, great jointed stems at the sides, leaves above us."""
    low, frame, k = stage.y(stage.horizon), stage.frame, backdrop.fit(stage)
    backdrop.sky(stage, low, stars=50, clouds=0)
    for i, (depth, half, gap) in enumerate(((0.12, 5.0, 0.032), (0.2, 7.0, 0.042), (0.3, 9.5, 0.058))):
        _row(stage, i, depth, half * k, gap, low + 12 + 16 * i)
    _shafts(stage, low)
    floor = backdrop.ground(stage, "grove floor", 0.42, low + 52, 8, _green(stage, 0.5, 0.05))
    rng, fallen = floor.rng("fallen"), floor.mix(floor.natural("straw"), _green(stage, 0.5), 0.35)
    for tone in (-0.03, 0.0, 0.04):
        ways = [(frame.x(rng.random()), rng.random(), rng.uniform(-30, 30)) for _ in range(15)]
        shapes = (leaf(12 + 16 * t, 2.4 + 2 * t).turned(a).moved(x, stage.y(0.65 + 0.26 * t)) for x, t, a in ways)
        floor.shape(together(shapes), floor.lighter(fallen, tone), shadow=0.4, line=0.4, each=7)
    if stage.option("path", "yes") == "yes":
        earth = backdrop.earth(stage, mix(stage.scheme.natural("earth"), stage.scheme.natural("sand"), 0.5), 0.5)
        rows = ((0.625, 0.52, 0.54), (0.68, 0.485, 0.54), (0.74, 0.43, 0.545), (0.84, 0.38, 0.6), (1.12, 0.26, 0.78))
        terrain.way(stage, "path", 0.44, earth, rows)
    if stage.option("house", "no") == "yes":
        pen = stage.sheet("house", 0.46, lift=9, wobble=0.6)
        eastern.house(pen, stage, frame.x(0.73), stage.y(0.66), 1.9 * k)
    _middle(stage, k)
    _great(stage, k)
    _above(stage, k)
    growth.front_grass(stage, 0.2, 0.82, 64)
    backdrop.weather(stage)


def _green(stage: Stage, depth: float, up: float = 0.0) -> Colour:
    """The fresh green of bamboo at a depth, pale where it is far."""
    s = stage.scheme
    fresh = mix(mix(s.V, s.natural("grass"), 0.5), s.natural("straw"), 0.16)
    far = mix(mix(s.tone(depth * 0.7), fresh, 0.4 + 0.5 * depth), s.L, 0.14 * (1 - depth) * (not s.dark))
    return mix(far, s.r(0.98 if up > 0 else 0.5), up)


def _row(stage: Stage, i: int, depth: float, half: float, gap: float, foot: float) -> None:
    """One row of stems, thick at the sides and open before the light."""
    pen, frame = stage.sheet(f"stems{i}", depth, lift=9), stage.frame
    rng, x, colour = pen.rng("stems"), frame.left, _green(stage, depth)
    step = max(frame.width, 900) * gap
    while x < frame.right:
        away = abs(x - stage.light[0]) / frame.width
        lone = rng.random() < 0.16 and abs(x - stage.light[0]) > _DISC + 2 * half
        if away > 0.04 + 0.06 * i + _DISC / max(frame.width, 900) * (frame.width < 900) or lone:
            shade = pen.lighter(colour, rng.uniform(-0.03, 0.03))
            bamboo(pen, x, foot + 8, frame.top, half * rng.uniform(0.75, 1.15), shade, rng.uniform(-0.05, 0.05))
            if rng.random() < 0.45:
                y = rng.uniform(0.04, 0.4) * foot
                spray(pen, x, y, 9 * half * rng.uniform(0.7, 1.1), pen.lighter(shade, -0.02), rng.choice((-1, 1)), 3)
        x += step * rng.uniform(0.6, 1.4)
    pen.shape(ridge(frame.left, frame.right, foot - 2, 6, frame.foot, seed=i + 3), _green(stage, depth + 0.12))


def _shafts(stage: Stage, low: float) -> None:
    if stage.scene.weather in ("rain", "storm", "fog", "snow", "cloud"):
        return
    pen = stage.sheet("shafts", 0.41, haze=0, light_motion="still")
    x, y = stage.light
    for a, b in ((-0.3, -0.2), (-0.1, -0.04), (0.06, 0.16)):
        row = [(x - 8, y), (x + 8, y), (x + b * stage.frame.width, low + 180), (x + a * stage.frame.width, low + 180)]
        pen.shine(polygon(row), pen.L, 0.1 if stage.scheme.dark else 0.2, soft=8)


def _middle(stage: Stage, k: float) -> None:
    """Stems on both sides of the clearing, with shoots at their feet."""
    for i, (side, depth) in enumerate(((0.0, 0.54), (1.0, 0.57))):
        pen = stage.sheet(f"middle{i}", depth, lift=11, motion="sway")
        colour = _green(stage, depth)
        for x, y, half in ((0.2, 0.675, 11), (0.155, 0.695, 13), (0.1, 0.7, 12), (0.25, 0.67, 9)):
            a = stage.x(x if side == 0 else 1 - x * 0.9)
            bamboo(
                pen,
                a,
                stage.y(y),
                stage.frame.top,
                half * k,
                pen.lighter(colour, 0.02 * (half % 2)),
                0.02 * (half - 11),
            )
            for share, way in ((0.24, 1), (0.4, -1)):
                spray(pen, a, stage.y(share + x * 0.4), 84 * k, pen.lighter(colour, 0.02), way if side == 0 else -way)
        for x in (0.17, 0.235):
            a, tip = stage.x(x if side == 0 else 1 - x), stage.y(0.7)
            shoot = polygon([(a - 9 * k, tip), (a - 2 * k, tip - 46 * k), (a + 9 * k, tip)])
            pen.shape(shoot, pen.mix(colour, pen.natural("fur"), 0.4), form=0.35)
        x0, x1 = (stage.x(0.08), stage.x(0.27)) if side == 0 else (stage.x(0.75), stage.x(0.93))
        backdrop.grass(pen, x0, x1, stage.y(0.7), 26 * k, backdrop.foliage(stage, 0.6), 24, 0.1)


def _great(stage: Stage, k: float) -> None:
    """Three great stems close to us."""
    colour = _green(stage, 0.78) if stage.scheme.dark else mix(_green(stage, 0.8), stage.scheme.r(0.1), 0.12)
    for i, (x, depth, half, lean) in enumerate(
        ((0.055, 0.72, 27, 0.015), (0.945, 0.7, 24, -0.02), (-0.01, 0.76, 31, 0.03))
    ):
        pen = stage.sheet(f"great{i}", depth, lift=13)
        foot = stage.y(0.83 + 0.04 * i)
        pen.contact(stage.x(x), foot, half * 1.6 * k, 0.5)
        bamboo(pen, stage.x(x), foot, stage.frame.top, half * k, colour, lean)
        tuft = backdrop.foliage(stage, 0.8)
        backdrop.grass(pen, stage.x(x) - 60 * k, stage.x(x) + 60 * k, foot + 6, 40 * k, tuft, 12, 0.1)
        spray(
            pen,
            stage.x(x) + half * k * 0.4,
            stage.y(0.2 + 0.12 * i),
            150 * k,
            pen.lighter(colour, 0.03),
            1 if x < 0.5 else -1,
        )


def _above(stage: Stage, k: float) -> None:
    """Leaves that hang in from above, few before the light."""
    frame = stage.frame
    pen = stage.sheet("leaves above", 0.8, lift=12, motion=Motion("sway", anchor=(frame.width / 2, 0)))
    colour, rng = _green(stage, 0.66), pen.rng("above")
    for i in range(9):
        x = frame.left + (frame.right - frame.left) * i / 8
        long = (70 + 190 * min(abs(x - stage.light[0]) / frame.width, 0.45)) * k * backdrop.high(stage)
        spray(pen, x, frame.top + 34 + rng.uniform(0, 26), long, pen.lighter(colour, rng.uniform(-0.03, 0.03)), 1, 4)
        spray(pen, x, frame.top + 34, long * 0.8, colour, -1, 3)

"""The sea: open water under a wide sky, with a rock on which a lighthouse or a person may stand."""

from __future__ import annotations

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.kit.settings.islet import tower
from engine.illustrate.paint.path import smooth
from engine.illustrate.paint.pen import down
from engine.illustrate.stage import Stage


@setting(
    "sea",
    words="ocean, open sea, at sea, waves, water",
    kinds="water, outdoors",
    horizon=0.62,
    light=(0.727, 0.26),
    options="rock (yes, no), hills (yes, no), lighthouse (no, yes)",
    places=(
        Place("water", "water", 0.3, 0.86, 0.66, 0.86, 44, 170),
        Place("rock", "ground", 0.5, 0.6, 0.615, 0.66, 62, 80, (0.56, 0.92)),
        Place("sky", "sky", 0.1, 0.4, 0.14, 0.34, 60, 90),
    ),
)
def sea(stage: Stage) -> None:
    """Sky, far hills, strips of water, a rock island, near water, dark rocks in the corners."""
    low = stage.y(stage.horizon)
    backdrop.sky(stage, low)
    if stage.option("hills", "yes") == "yes":
        backdrop.hills(stage, low - 8, 22, green=False)
    backdrop.water(stage, low, low + 112, 4, (0.3, 0.52), swell=4, name="far water", shares=(0.0, 0.62))
    if stage.option("rock", "yes") == "yes":
        _rock(stage, low)
        if stage.option("lighthouse", "no") == "yes":
            tower(stage, stage.x(0.727), low + 2, 260 * backdrop.high(stage))
    backdrop.water(stage, low + 86, low + 176, 3, (0.62, 0.72), swell=6, name="near water", shares=(0.64, 1.0))
    _light_on_water(stage, low)
    backdrop.rocks_in_front(stage)
    backdrop.weather(stage)


def _rock(stage: Stage, low: float) -> None:
    """The island on the right, in two sheets so that what stands on it stands between."""
    x = stage.x(0.727)
    pen = stage.sheet("rock", 0.5, lift=12, wobble=0.7)
    rim = pen.mix(pen.r(0.44), pen.L, 0.2) if stage.scheme.dark else pen.mix(pen.r(0.7), pen.L, 0.4)
    mass = stage.scheme.tone(0.72)
    y = low + 2
    parts = [
        (
            [
                (-230, 74),
                (-170, 32),
                (-120, 24),
                (-70, 0),
                (-10, -6),
                (55, -6),
                (100, 16),
                (160, 24),
                (220, 54),
                (260, 84),
                (20, 112),
            ],
            mass,
        ),
    ]
    for row, colour in parts:
        shape = smooth([(x + a, y + b) for a, b in row], curve=0.7)
        pen.shape(
            shape,
            down(colour, pen.lighter(colour, -0.08), y - 6, y + 110),
            form=0.5,
            form_width=20,
            rim=rim,
            rim_width=4,
        )
    front = stage.sheet("rock front", 0.585, lift=8, wobble=0.7)
    dark = stage.scheme.tone(0.85)
    for row in (
        [(-100, 64), (-62, 12), (-25, 20), (10, 6), (70, 28), (110, 62), (130, 96), (-90, 96)],
        [(60, 62), (90, 28), (150, 22), (200, 44), (250, 80), (262, 100), (50, 100)],
    ):
        shape = smooth([(x + a, y + b) for a, b in row], curve=0.7)
        front.shape(
            shape, down(dark, pen.lighter(dark, -0.06), y, y + 100), form=0.5, form_width=20, rim=rim, rim_width=4
        )


def _light_on_water(stage: Stage, low: float) -> None:
    pen = stage.sheet("glints", 0.73, haze=0, light_motion="glint")
    backdrop.glints(pen, stage.light[0] - 14, low + 84, low + 196, 54, 60)
    rng = pen.rng("far glints")
    for _ in range(26):
        t = rng.random()
        x = rng.uniform(stage.frame.left, stage.frame.width * 0.62)
        pen.shine(
            smooth([(x - 8 - 14 * t, low + 8 + t * 74), (x, low + 6.6 + t * 74), (x + 8 + 14 * t, low + 8 + t * 74), (x, low + 9.6 + t * 74)]),
            pen.mix(pen.L, pen.r(0.7), 0.5), 0.3,
        )  # fmt: skip

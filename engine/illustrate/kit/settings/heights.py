"""High country: mountain."""

from __future__ import annotations

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.kit.settings import growth, terrain
from engine.illustrate.paint.forms import blob, cloud, grounded
from engine.illustrate.paint.path import polygon
from engine.illustrate.paint.pen import down
from engine.illustrate.stage import Stage


@setting(
    "mountain",
    words="mountains, peak, summit, alps, mountain top, himalaya, valley, mountain pass, ridge, mountain range",
    kinds="nature, outdoors",
    horizon=0.56,
    light=(0.34, 0.18),
    options="lake (no, yes), white (yes, no)",
    places=(
        Place("ledge", "ground", 0.62, 0.9, 0.73, 0.87, 160, 260, (0.1, 0.86)),
        Place("sky", "sky", 0.08, 0.2, 0.1, 0.26, 60, 90),
    ),
)
def mountain(stage: Stage) -> None:
    """Ranges behind ranges, a great white peak, fir slopes, mist in the valley, our rocky ledge."""
    low, frame, k, tall = stage.y(stage.horizon), stage.frame, backdrop.fit(stage), backdrop.high(stage)
    backdrop.sky(stage, low, clouds=2)
    white = stage.option("white", "yes") == "yes"
    terrain.peaks(stage, "far range", 0.1, low - 10, 230 * tall, seed=2, white=white)
    _great_peak(stage, low, tall, white)
    mist = stage.sheet("mist", 0.22, lift=6, motion="drift")
    pale = mist.mix(stage.scheme.haze, (0.95, 0.97, 1.0) if not mist.dark else mist.r(0.5), 0.55)
    for x, y, wide in ((0.13, -6.0, 0.3), (0.62, 8.0, 0.36)):
        mist.shape(
            cloud(frame.x(x), low + y, frame.width * wide, frame.width * wide * 0.17, seed=int(x * 50)), pale, form=0.12
        )
    for i, (depth, y, rise, size) in enumerate(
        ((0.28, 0.575, 26.0, 70.0), (0.38, 0.625, 30, 104), (0.5, 0.68, 26, 150))
    ):
        slope = (46.0, -60.0, 30.0)[i]
        pen = backdrop.ground(
            stage, f"slope{i}", depth, stage.y(y), rise, backdrop.turf(stage, depth, 0.42), slope=slope, lift=9
        )
        rng, colour = pen.rng("firs"), pen.mix(backdrop.foliage(stage, 0.2 + depth), stage.scheme.tone(depth), 0.3)
        for j in range(round(frame.width / (30 + 24 * i))):
            at = frame.left + j * (34 + 26 * i) + rng.uniform(-12, 12)
            if rng.random() < 0.28 or (i == 2 and 0.3 < at / frame.width < 0.72):
                continue
            middle = (at - frame.width / 2) / (frame.width / 2)
            growth.conifer(pen, at, stage.y(y) + slope * middle + rise * 0.8, size * k * rng.uniform(0.6, 1.1), colour, backdrop.snowy(stage), 4)  # fmt: skip
    _ledge(stage)
    growth.front_grass(stage, 0.22, 0.8, 74)
    backdrop.weather(stage)


def _great_peak(stage: Stage, low: float, tall: float, white: bool) -> None:
    pen = stage.sheet("great peak", 0.17, lift=13)
    x, w, high = stage.x(0.7), stage.frame.width, 330 * tall
    colour = pen.mix(stage.scheme.tone(0.24), (0.56, 0.61, 0.68), 0.12 if pen.dark else 0.66)
    row = [(-0.46, 30), (-0.3, -0.3), (-0.2, -0.42), (-0.1, -0.78), (0.0, -1.0), (0.06, -0.84), (0.13, -0.74), (0.22, -0.44), (0.34, -0.26), (0.5, 30)]  # fmt: skip
    shape = polygon([(x + a * w, low + (b * high if b <= 0 else b)) for a, b in row])
    pen.shape(
        shape, down(pen.lighter(colour, 0.04), pen.lighter(colour, -0.04), low - high, low), form=0.25, form_width=60
    )
    shade = polygon([(x, low - high), (x + 0.06 * w, low - 0.84 * high), (x + 0.13 * w, low - 0.74 * high), (x + 0.22 * w, low - 0.44 * high), (x + 0.34 * w, low - 0.26 * high),
                     (x + 0.5 * w, low + 30), (x + 0.12 * w, low + 30), (x + 0.16 * w, low - 0.3 * high), (x + 0.05 * w, low - 0.5 * high)])  # fmt: skip
    pen.shape(shade, pen.shaded(colour, 0.16), shadow=0.4, line=0.6)
    if white:
        cap = polygon([(x, low - high), (x + 0.06 * w, low - 0.84 * high), (x + 0.13 * w, low - 0.74 * high), (x + 0.165 * w, low - 0.62 * high), (x + 0.11 * w, low - 0.55 * high),
                       (x + 0.08 * w, low - 0.66 * high), (x + 0.03 * w, low - 0.5 * high), (x - 0.01 * w, low - 0.62 * high), (x - 0.07 * w, low - 0.5 * high), (x - 0.08 * w, low - 0.62 * high),
                       (x - 0.14 * w, low - 0.62 * high), (x - 0.1 * w, low - 0.78 * high)])  # fmt: skip
        pen.shape(cap, pen.r(0.74 if pen.dark else 1.0), form=0.2, form_width=26, shadow=0.6)


def _ledge(stage: Stage) -> None:
    """The rock on which we stand."""
    frame = stage.frame
    pen = stage.sheet("ledge", 0.6, lift=13)
    stone = backdrop.earth(stage, pen.mix(pen.natural("stone"), pen.natural("sand"), 0.24), 0.3)
    row = [(frame.left, stage.y(0.69)), (frame.x(0.1), stage.y(0.7)), (frame.x(0.2), stage.y(0.715)), (frame.x(0.5), stage.y(0.72)), (frame.x(0.72), stage.y(0.735)),
           (frame.x(0.86), stage.y(0.78)), (frame.x(0.93), stage.y(0.86)), (frame.right, stage.y(0.93))]  # fmt: skip
    pen.shape(grounded(row, frame.foot, 0.7), down(pen.lighter(stone, 0.04), pen.shaded(stone, 0.3), stage.y(0.7), frame.height), form=0.3, form_width=14, rim=pen.dark, rim_width=2.5)  # fmt: skip
    rng = pen.rng("cracks")
    for _ in range(14):
        x, t = rng.uniform(0, 0.84), rng.random()
        y, long = stage.y(0.77 + 0.2 * t), rng.uniform(30, 90)
        pen.line([(stage.x(x), y), (stage.x(x) + long * 0.5, y + rng.uniform(-4, 8)), (stage.x(x) + long, y + rng.uniform(-2, 6))], pen.shaded(stone, 0.3), 2.2, ink=0.5, alpha=0.8)  # fmt: skip
    for x, y, size in ((0.07, 0.73, 60), (0.15, 0.745, 34)):
        pen.shape(blob(stage.x(x), stage.y(y) - size * 0.3, size, size * 0.55, seed=size, points=9, jitter=0.14), pen.lighter(stone, -0.03), form=0.35, rim=pen.dark)  # fmt: skip

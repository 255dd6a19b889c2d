"""A temple court in India."""

from __future__ import annotations

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.kit.settings import growth, masonry
from engine.illustrate.paint.forms import blob, grounded, leaf, tube
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen, across, down
from engine.illustrate.palette import mix
from engine.illustrate.stage import Stage
from engine.looks import Colour

_SKY = Place("sky", "sky", 0.08, 0.3, 0.12, 0.28, 70, 100)


@setting(
    "temple",
    words="hindu temple, mandir, courtyard, temple courtyard, india, shrine, palace courtyard, haveli, ashram, gopuram, stepwell, rajasthan",
    kinds="outdoors, building, india",
    horizon=0.52,
    light=(0.5, 0.24),
    options="tank (yes, no), flags (yes, no)",
    places=(
        Place("court", "ground", 0.54, 0.88, 0.69, 0.86, 140, 250, (0.16, 0.84)),
        Place("arcade", "ground", 0.4, 0.42, 0.6, 0.605, 96, 98, (0.04, 0.28)),
        Place("tank", "water", 0.5, 0.52, 0.71, 0.715, 120, 124, (0.4, 0.62)),
        _SKY,
    ),
)
def temple(stage: Stage) -> None:
    """Towers in the sun, arcades with pointed arches on both sides, steps, a tank with lotus, marigolds, leaves."""
    low, frame, k = stage.y(stage.horizon), stage.frame, backdrop.fit(stage)
    tall = backdrop.high(stage)
    backdrop.sky(stage, low, clouds=1)
    backdrop.hills(stage, low - 6, 30, count=1)
    far = stage.sheet("far palms", 0.24, lift=7)
    for x, high, lean in ((0.27, 200, 0.1), (0.32, 160, -0.08), (0.71, 210, -0.12), (0.66, 150, 0.1)):
        growth.palm(far, frame.x(x), low + 60, high * k * tall, backdrop.foliage(stage, 0.3), lean)
    stone = mix(stage.scheme.natural("sand"), stage.scheme.A, 0.22 if not stage.scheme.dark else 0.1)
    stone = mix(stone, stage.scheme.r(0.22), 0.35) if stage.scheme.dark else stone
    for i, (x, size, depth) in enumerate(((0.4, 0.62, 0.3), (0.6, 0.62, 0.3), (0.5, 1.0, 0.33))):
        _tower(stage, i, frame.x(x), low + 66, 320 * size * k * tall, depth, mix(stone, stage.scheme.tone(depth), 0.22))
    for side in (0, 1):
        _arcade(stage, side, low, k, mix(stone, stage.scheme.r(0.85), 0.2 if not stage.scheme.dark else 0.0))
    floor = backdrop.earth(stage, mix(stone, stage.scheme.r(0.8), 0.35 if not stage.scheme.dark else 0.0), 0.3)
    court = backdrop.ground(stage, "court", 0.44, stage.y(0.645), 0.5, floor, lift=7, fade=0.12)
    for i, y in enumerate((0.66, 0.69, 0.735, 0.8, 0.89)):
        court.line(
            [(frame.left, stage.y(y)), (frame.right, stage.y(y))],
            court.shaded(floor, 0.2),
            1.4 + 0.5 * i,
            ink=0.4,
            alpha=0.8,
        )
    for i in range(-8, 9):
        court.line(
            [(frame.x(0.5 + 0.06 * i), stage.y(0.645)), (frame.x(0.5 + 0.2 * i), stage.y(1.1))],
            court.shaded(floor, 0.2),
            1.8,
            ink=0.4,
            alpha=0.6,
        )
    if stage.option("tank", "yes") == "yes":
        _tank(stage, k)
    if stage.option("flags", "yes") == "yes":
        garland = stage.sheet("garland", 0.78, lift=9, motion="sway")
        _garlands(stage, garland, k)
    _front_pillar(stage, k)
    growth.corner_leaves(stage, "right", "leaves right", 0.9, 0.35)
    masonry.wet(stage, 0.45, stage.y(0.68))
    backdrop.weather(stage)


def _tower(stage: Stage, i: int, x: float, y: float, tall: float, depth: float, stone: Colour) -> None:
    """A curved spire over a shrine, with a pot and a flag on its top."""
    pen = stage.sheet(f"tower{i}", depth, lift=10, wobble=0.6)
    w = tall * 0.27
    pen.shape(
        box(x - w * 1.3, y - tall * 0.3, w * 2.6, tall * 0.3 + 6),
        across(pen.lighter(stone, 0.02), pen.shaded(stone, 0.2), x - w, x + w),
        form=0.2,
    )
    spire = smooth([(x - w, y - tall * 0.28), (x - w * 0.98, y - tall * 0.5), (x - w * 0.7, y - tall * 0.75), (x - w * 0.24, y - tall * 0.93), (x + w * 0.24, y - tall * 0.93),
                    (x + w * 0.7, y - tall * 0.75), (x + w * 0.98, y - tall * 0.5), (x + w, y - tall * 0.28)], curve=0.8)  # fmt: skip
    pen.shape(
        spire,
        across(pen.lighter(stone, 0.03), pen.shaded(stone, 0.25), x - w, x + w),
        form=0.3,
        form_width=w * 0.3,
        rim=pen.dark,
        rim_width=2,
    )
    for j in range(1, 7):
        at = y - tall * (0.28 + 0.1 * j)
        band = spire & box(x - w * 1.2, at, w * 2.4, tall * 0.018)
        if band.contours:
            pen.shape(band, pen.shaded(stone, 0.22), shadow=0, edge=0, line=0.4)
    pen.shape(spire & box(x - w * 0.2, y - tall, w * 0.4, tall * 0.74), pen.lighter(stone, 0.035), form=0.2, shadow=0.5)
    pen.shape(oval(x, y - tall * 0.94, w * 0.42, tall * 0.028), pen.shaded(stone, 0.1), form=0.3)
    pen.shape(oval(x, y - tall * 0.98, w * 0.17, tall * 0.03), pen.mix(pen.natural("brass"), pen.B, 0.3), form=0.35)
    pen.line([(x, y - tall), (x, y - tall * 1.13)], pen.natural("dark wood"), 3)
    pen.shape(polygon([(x, y - tall * 1.13), (x + w * 0.7, y - tall * 1.09), (x, y - tall * 1.05)]), pen.A, form=0.15)
    pen.shape(box(x - w * 1.42, y - tall * 0.33, w * 2.84, tall * 0.045, 2), pen.lighter(stone, 0.04), form=0.3)
    warm = pen.mix(pen.lit, pen.B, 0.45) if stage.night else pen.shaded(stone, 0.62)
    pen.shape(masonry.arch(x, y + 4, w * 0.86, tall * 0.24, pointed=True), pen.lighter(stone, 0.05))
    pen.shape(masonry.arch(x, y + 4, w * 0.64, tall * 0.2, pointed=True), warm, shadow=0)
    if stage.night:
        pen.glow(x, y - tall * 0.08, w * 1.6, pen.B, 0.5)


def _arcade(stage: Stage, side: int, low: float, k: float, stone: Colour) -> None:
    """A colonnade that comes toward us along one side."""
    frame = stage.frame
    pen = stage.sheet(f"arcade{side}", 0.38 + 0.01 * side, lift=11, wobble=0.6)

    def at(share: float) -> float:
        return frame.x(share if not side else 1 - share)

    high = 230 * k * (0.6 + 0.4 * backdrop.high(stage))
    y0, y1 = stage.y(0.655), stage.y(0.665)
    body = polygon([(at(-0.1), y1 + 10), (at(-0.1), low - high), (at(0.3), low + 66 - high * 0.62), (at(0.3), y0)])
    shade = pen.shaded(stone, 0.3 if side else 0.1)
    hole_colour = pen.mix(pen.lit, pen.B, 0.6) if stage.night else pen.shaded(stone, 0.58)
    pen.shape(body, down(pen.lighter(shade, 0.03), pen.shaded(shade, 0.1), low - high, y0), form=0.15, rim=pen.dark)
    for i, (x, wide, tall) in enumerate(
        ((0.02, 0.075, 0.74), (0.115, 0.065, 0.66), (0.195, 0.054, 0.58), (0.262, 0.044, 0.5))
    ):
        pen.shape(
            masonry.arch(at(x), y0 + 4, frame.width * wide * 1.1, high * tall * 0.92, True),
            pen.lighter(shade, 0.05),
            shadow=0.4,
        )
        pen.shape(masonry.arch(at(x), y0 + 4, frame.width * wide * 0.86, high * tall * 0.8, True), hole_colour if not (stage.night and i % 2) else pen.shaded(shade, 0.5), shadow=0)  # fmt: skip
    top = [
        (at(-0.1), low - high - 16 * k),
        (at(0.312), low + 60 - high * 0.62),
        (at(0.312), low + 74 - high * 0.62),
        (at(-0.1), low - high + 10 * k),
    ]
    pen.shape(polygon(top), pen.lighter(stone, 0.04), form=0.3)
    for i in range(4):
        t = i / 3
        x, y = at(0.02 + 0.24 * t), low - high + (66 + high * 0.38) * (0.3 + 0.6 * t) - 8 - 10 * (1 - t)
        pen.shape(smooth([(x - 19 * k, y), (x - 15 * k, y - 18 * k), (x, y - 30 * k), (x + 15 * k, y - 18 * k), (x + 19 * k, y)]), pen.lighter(stone, 0.02), form=0.35, rim=pen.dark)  # fmt: skip
        pen.shape(oval(x, y - 32 * k, 3.4 * k, 6 * k), pen.natural("brass"), line=0.5)


def _tank(stage: Stage, k: float) -> None:
    """A square pool with lotus in the middle of the court."""
    pen = stage.sheet("tank", 0.49, lift=4, wobble=0.5)
    far, near = backdrop.water_colours(stage)
    rim = [(0.4, 0.682), (0.6, 0.682), (0.66, 0.752), (0.34, 0.752)]
    stone = pen.lighter(pen.mix(pen.natural("sand"), pen.r(0.9 if not pen.dark else 0.3), 0.3), 0.02)
    pen.shape(polygon([(stage.x(a), stage.y(b)) for a, b in rim]), stone, form=0.2)
    pool = [(0.412, 0.69), (0.588, 0.69), (0.635, 0.742), (0.365, 0.742)]
    pen.shape(
        polygon([(stage.x(a), stage.y(b)) for a, b in pool]), pen.mix(far, near, 0.55), form=0.2, form_width=6, shadow=0
    )
    light = stage.sheet("tank light", 0.5, haze=0, light_motion="glint")
    backdrop.glints(light, stage.x(0.5), stage.y(0.692), stage.y(0.738), 16, 70)
    for x, y in ((0.43, 0.725), (0.56, 0.705), (0.52, 0.733)):
        a, b = stage.x(x), stage.y(y)
        pen.shape(oval(a, b, 26 * k, 7 * k), backdrop.foliage(stage, 0.5), form=0.2)
        for turn in (-140, -115, -90, -65, -40):
            pen.shape(
                leaf(20 * k, 5 * k).turned(turn).moved(a, b - 2),
                pen.mix(pen.A, pen.r(1.0), 0.55 if not pen.dark else 0.2),
                line=0.6,
                shadow=0.5,
            )


def _garlands(stage: Stage, pen: Pen, k: float) -> None:
    """Marigold strings that hang across the top."""
    for a, b, sag in ((-0.06, 0.34, 0.11), (0.62, 1.06, 0.12)):
        for i in range(25):
            t = i / 24
            x, y = stage.x(a + (b - a) * t), stage.y(-0.02 + sag * 4 * t * (1 - t) + 0.05 * abs(t - 0.5))
            colour = pen.mix(pen.B if i % 3 else pen.A, stage.scheme.tone(0.6), 0.12 if not pen.dark else 0.4)
            pen.shape(blob(x, y, 12 * k, 11 * k, seed=i, points=9, jitter=0.14), colour, form=0.3, shadow=0.7)


def _front_pillar(stage: Stage, k: float) -> None:
    """A carved pillar close to us on the left, dark."""
    pen = stage.sheet("front pillar", 0.95, lift=17, haze=0, wobble=0.6)
    frame = stage.frame
    dark = (
        pen.r(0.05)
        if stage.scheme.dark
        else mix(mix(pen.r(0.06), pen.natural("dark wood"), 0.5), pen.natural("iron"), 0.3)
    )
    rim = pen.mix(dark, pen.r(0.9), 0.35)
    w = 40 * k
    x = frame.x(0.03)
    pen.shape(
        box(x - w, frame.top, 2 * w, frame.foot - frame.top),
        across(pen.lighter(dark, 0.03), dark, x - w, x + w),
        form=0.3,
        rim=rim,
        rim_width=2.5,
    )
    for share, half, tall in ((0.12, 1.5, 26), (0.16, 1.25, 16), (0.5, 1.22, 20), (0.86, 1.4, 28), (0.92, 1.8, 90)):
        pen.shape(
            box(x - w * half, stage.y(share), 2 * w * half, tall, 5),
            pen.lighter(dark, 0.02),
            form=0.3,
            rim=rim,
            rim_width=2,
        )
    curl = grounded([(x + w, stage.y(0.1)), (x + w * 2.4, stage.y(0.03)), (x + w * 4.2, frame.top)], frame.top, 1.0)
    pen.shape(curl, dark, form=0.2, rim=rim)
    pen.shape(tube([(x, stage.y(0.2)), (x, stage.y(0.46))], [5, 5]), pen.lighter(dark, 0.05), form=0.2)

"""An old city of the silk roads: blue domes and minarets, sandy walls, a market arcade of pointed arches."""

from __future__ import annotations

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.kit.settings import growth, masonry, town
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen, across, down
from engine.illustrate.palette import mix
from engine.illustrate.stage import Stage
from engine.looks import Colour


@setting(
    "domed city",
    words="silk road city, oriental city, city of domes, caravanserai, medina, persian city",
    kinds="old town, town, settlement, outdoors",
    horizon=0.56,
    light=(0.5, 0.2),
    options="palms (yes, no)",
    places=(
        Place("square", "ground", 0.48, 0.88, 0.67, 0.87, 120, 250, (0.2, 0.8)),
        Place("sky", "sky", 0.1, 0.3, 0.08, 0.2, 60, 90, (0.34, 0.66)),
        Place("wall", "wall", 0.55, 0.56, 0.5, 0.54, 150, 160, (0.03, 0.16)),
    ),
)
def domed_city(stage: Stage) -> None:
    """A great dome between two minarets over flat roofs, arcades with awnings on both sides of a paved square."""
    low, frame, k, tall = stage.y(stage.horizon), stage.frame, backdrop.fit(stage), backdrop.high(stage)
    backdrop.sky(stage, low, clouds=1)
    sand = mix(stage.scheme.natural("sand"), stage.scheme.natural("clay"), 0.25)
    _roofs(stage, low, k, sand)
    _mosque(stage, frame.x(0.5), low + 34, 300 * k * tall, sand)
    pave = backdrop.earth(stage, sand, 0.35)
    pen = town.level(stage, "square", 0.3, 0.615, pave, 5)
    masonry.paving(stage, pen, stage.y(0.64), frame.height, pave, 8, 13)
    for i, (x, depth, y, wide, high) in enumerate(
        (
            (0.27, 0.4, 0.645, 300, 150),
            (0.75, 0.41, 0.645, 300, 140),
            (0.06, 0.5, 0.7, 380, 240),
            (0.95, 0.51, 0.705, 380, 226),
        )
    ):
        _arcade(stage, i, frame.x(x), stage.y(y), wide * k, high * k * tall, depth, sand)
    if stage.option("palms", "yes") == "yes":
        for i, x in enumerate((0.345, 0.665)):
            trees = stage.sheet(f"palm{i}", 0.44, lift=8, motion="sway")
            growth.palm(trees, frame.x(x), stage.y(0.665), 190 * k * tall, backdrop.foliage(stage, 0.42), 0.1 - 0.2 * i)
    masonry.wet(stage, 0.57, stage.y(0.7))
    masonry.wall_in_front(stage, "right", 0.16, 2)
    backdrop.weather(stage)


def _walls(stage: Stage, sand: Colour, depth: float, i: int = 0) -> Colour:
    s = stage.scheme
    pale = mix(sand, s.r(0.95), (0.3, 0.12, 0.2, 0.05)[i % 4])
    return mix(pale, s.r(0.2), 0.5) if s.dark else mix(pale, s.tone(depth, 0.3), 0.2)


def _glaze(stage: Stage, depth: float) -> Colour:
    """The blue of the tiles."""
    s = stage.scheme
    blue = mix(s.named("turquoise", s.G), s.named("blue", s.G), 0.3)
    return mix(blue, s.r(0.2), 0.4) if s.dark else mix(blue, s.tone(depth, 0.3), 0.18)


def _roofs(stage: Stage, low: float, k: float, sand: Colour) -> None:
    """Flat roofs and small domes far away."""
    pen, frame = stage.sheet("far roofs", 0.16, lift=7, wobble=0.6), stage.frame
    rng, x = pen.rng("roofs"), frame.left
    n = 0
    while x < frame.right:
        wide, high = rng.uniform(60, 110) * k, rng.uniform(50, 120) * k
        wall = _walls(stage, sand, 0.16, n)
        if n % 3 == 1:
            _dome(pen, x + wide / 2, low + 20 - high, wide * 0.4, _glaze(stage, 0.16))
        pen.shape(box(x, low + 20 - high, wide, high + 20), across(pen.lighter(wall, 0.02), pen.shaded(wall, 0.14), x, x + wide), form=0.12)  # fmt: skip
        for j in range(2):
            lit = stage.night and (n + j) % 2 == 0
            glass = pen.mix(pen.lit, pen.B, 0.3) if lit else pen.shaded(wall, 0.45)
            pen.shape(masonry.arch(x + wide * (0.32 + 0.36 * j), low + 44 - high, 12 * k, 20 * k, True), glass, shadow=0.2, line=0.6)  # fmt: skip
        x, n = x + wide * 0.94, n + 1


def _dome(pen: Pen, x: float, y: float, half: float, colour: Colour) -> None:
    """An onion of glazed tiles with its gilded point, standing on y."""
    row = [(-0.86, 0.02), (-1.0, -0.42), (-0.72, -0.96), (-0.2, -1.34), (0, -1.62), (0.2, -1.34), (0.72, -0.96), (1.0, -0.42), (0.86, 0.02)]  # fmt: skip
    pen.shape(smooth([(x + a * half, y + b * half) for a, b in row], curve=0.8), across(pen.lighter(colour, 0.05), pen.shaded(colour, 0.25), x - half, x + half), form=0.28, rim=pen.dark)  # fmt: skip
    for a in (-0.45, 0.0, 0.45):
        pen.line([(x + a * 1.5 * half, y - 0.06 * half), (x + a * 1.7 * half, y - 0.5 * half), (x + a * half, y - half), (x, y - 1.5 * half)], pen.shaded(colour, 0.22), max(half * 0.03, 0.8), ink=0.4)  # fmt: skip
    pen.shape(box(x - half * 0.92, y - half * 0.06, half * 1.84, half * 0.16), pen.mix(pen.natural("brass"), pen.B, 0.3), form=0.2)  # fmt: skip
    pen.line([(x, y - 1.58 * half), (x, y - 1.95 * half)], pen.natural("brass"), max(half * 0.06, 1.2))
    pen.shape(oval(x, y - 1.74 * half, half * 0.07), pen.natural("brass"), shadow=0.2, line=0.5)


def _mosque(stage: Stage, x: float, y: float, tall: float, sand: Colour) -> None:
    """The great portal under its dome, between two minarets."""
    pen, t = stage.sheet("great dome", 0.22, lift=9, wobble=0.6), tall / 100
    wall, blue = _walls(stage, sand, 0.22), _glaze(stage, 0.22)
    pen.shape(box(x - 22 * t, y - 58 * t, 44 * t, 20 * t), pen.shaded(wall, 0.06), form=0.2)
    _dome(pen, x, y - 56 * t, 22 * t, blue)
    pen.shape(box(x - 40 * t, y - 40 * t, 80 * t, 42 * t), wall, form=0.15)
    pen.shape(box(x - 19 * t, y - 52 * t, 38 * t, 54 * t), pen.lighter(wall, 0.03), form=0.2)
    pen.shape(box(x - 16 * t, y - 49 * t, 32 * t, 3 * t), blue, shadow=0.2, line=0.5)
    pen.shape(masonry.arch(x, y, 26 * t, 44 * t, True), blue, form=0.25, line=0.8)
    pen.shape(masonry.arch(x, y, 14 * t, 28 * t, True), pen.mix(pen.lit, pen.B, 0.3) if stage.night else pen.shaded(wall, 0.6), shadow=0.4)  # fmt: skip
    for side in (-1, 1):
        for dx in (26, 35):
            pen.shape(masonry.arch(x + side * dx * t, y - 6 * t, 6 * t, 22 * t, True), pen.shaded(wall, 0.4), shadow=0.2, line=0.6)  # fmt: skip
        a = x + side * 50 * t
        shaft = polygon([(a - 5 * t, y), (a - 3.4 * t, y - 84 * t), (a + 3.4 * t, y - 84 * t), (a + 5 * t, y)])
        pen.shape(shaft, across(pen.lighter(wall, 0.03), pen.shaded(wall, 0.2), a - 5 * t, a + 5 * t), form=0.25)
        for dy in (26, 50, 72):
            pen.shape(box(a - 5 * t, y - dy * t, 10 * t, 3 * t), blue, shadow=0.2, line=0.4)
        pen.shape(box(a - 7 * t, y - 87 * t, 14 * t, 5 * t, 1), pen.lighter(wall, 0.02), form=0.25)
        _dome(pen, a, y - 87 * t, 4.6 * t, blue)


def _arcade(stage: Stage, i: int, x: float, y: float, wide: float, tall: float, depth: float, sand: Colour) -> None:
    """A row of pointed arches with awnings and wares before them."""
    pen = stage.sheet(f"arcade{i}", depth, lift=10, wobble=0.6, haze=0.6)
    wall, t = _walls(stage, sand, depth, i), wide / 100
    left = x - wide / 2
    pen.contact(x, y, wide * 0.5, 0.4)
    pen.shape(box(left, y - tall, wide, tall), down(pen.lighter(wall, 0.02), pen.shaded(wall, 0.14), y - tall, y), form=0.12)  # fmt: skip
    pen.shape(box(left - 2 * t, y - tall - 4 * t, wide + 4 * t, 7 * t, 1), pen.lighter(wall, 0.04), form=0.2)
    pen.shape(box(left, y - tall + 6 * t, wide, 3 * t), _glaze(stage, depth), shadow=0.1, line=0.4)
    tints = (pen.A, pen.B, pen.G)
    for j in range(3):
        a = left + wide * (j + 0.5) / 3
        dark = pen.mix(pen.lit, pen.B, 0.35) if stage.night and (i + j) % 2 == 0 else pen.shaded(wall, 0.55)
        pen.shape(masonry.arch(a, y, wide * 0.23, tall * 0.62, True), dark, form=0.2, line=0.8)
        tint = pen.mix(tints[(i + j) % 3], pen.r(0.2 if pen.dark else 0.9), 0.4 if pen.dark else 0.15)
        if (i + j) % 2 == 0:
            top = y - tall * 0.5
            pen.shape(polygon([(a - 12 * t, top), (a + 12 * t, top), (a + 15 * t, top + 11 * t), (a - 15 * t, top + 11 * t)]), tint, form=0.2)  # fmt: skip
        for n, dx in enumerate((-6, 1, 7)):
            ware = pen.mix(tints[(i + j + n) % 3], pen.natural("clay"), 0.45)
            pen.shape(oval(a + dx * t, y - 4 * t, 3.6 * t, 4.4 * t), ware, form=0.3, line=0.6)

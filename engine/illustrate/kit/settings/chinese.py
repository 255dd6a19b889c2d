"""An old walled city of China: its gate with a tower of swept roofs, a pagoda, shops with red pillars and lanterns.

`gate(pen, stage, x, y, k)` is the gate for other settings.
"""

from __future__ import annotations

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.kit.settings import growth, masonry, town
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen, across, down
from engine.illustrate.palette import mix
from engine.illustrate.stage import Stage
from engine.looks import Colour

# fmt: off  (outlines are rows of points: they read best as written)


@setting(
    "chinese city",
    words="chinese town, chinese street, forbidden city, chinese temple, pagoda city",
    kinds="old town, town, settlement, outdoors",
    horizon=0.56,
    light=(0.72, 0.19),
    places=(
        Place("street", "ground", 0.48, 0.88, 0.67, 0.87, 120, 250, (0.06, 0.94)),
        Place("sky", "sky", 0.1, 0.3, 0.08, 0.2, 60, 90, (0.3, 0.9)),
        Place("wall", "wall", 0.55, 0.56, 0.5, 0.54, 150, 160, (0.03, 0.16)),
    ),
)
def chinese_city(stage: Stage) -> None:
    """The city's gate at the end of a paved street, a pagoda over the roofs, wooden shops on both sides."""
    low, frame, k, tall = stage.y(stage.horizon), stage.frame, backdrop.fit(stage), backdrop.high(stage)
    backdrop.sky(stage, low, clouds=2)
    backdrop.hills(stage, low - 10, 46, count=2)
    _roofs(stage, low, k)
    pen = stage.sheet("pagoda", 0.2, lift=8, wobble=0.6)
    pagoda(pen, stage, frame.x(0.325), stage.y(0.615), 330 * k * tall**0.7)
    pen = stage.sheet("gate", 0.26, lift=9, wobble=0.6)
    gate(pen, stage, frame.x(0.54), stage.y(0.618), 2.0 * k * tall**0.5)
    pave = backdrop.earth(stage, mix(stage.scheme.natural("stone"), stage.scheme.natural("sand"), 0.45), 0.35)
    ground = town.level(stage, "street", 0.3, 0.615, pave, 5)
    masonry.paving(stage, ground, stage.y(0.64), frame.height, pave, 8, 13)
    for i, (x, depth, y, size) in enumerate(
        ((0.24, 0.4, 0.645, 1.5), (0.78, 0.41, 0.645, 1.5), (0.03, 0.5, 0.7, 2.5), (0.985, 0.51, 0.705, 2.5))
    ):
        pen = stage.sheet(f"shop{i}", depth, lift=10, wobble=0.6, haze=0.6)
        _shop(pen, stage, frame.x(x), stage.y(y), size * k * tall**0.5, i)
    masonry.wet(stage, 0.57, stage.y(0.7))
    growth.corner_leaves(stage, "right", "leaves right", 0.8, 0.3)
    backdrop.weather(stage)


def _tiles(stage: Stage, pen: Pen) -> Colour:
    if backdrop.snowy(stage):
        return pen.r(0.8 if pen.dark else 0.98)
    return pen.mix(pen.natural("iron"), pen.mix(pen.G, pen.r(0.45), 0.4), 0.5)


def _red(pen: Pen) -> Colour:
    red = pen.mix(pen.scheme.named("red", pen.A), pen.natural("dark wood"), 0.28)
    return pen.mix(red, pen.r(0.2), 0.35) if pen.dark else red


def roof(pen: Pen, stage: Stage, y: float, half: float, tall: float) -> None:
    """A tiled roof whose eaves sweep up to points, with its ridge and the beams under it; about x = 0."""
    tile, red = _tiles(stage, pen), _red(pen)
    row = [
        (-half * 1.04, y - tall * 0.34),
        (-half * 0.84, y - tall * 0.24),
        (-half * 0.6, y - tall),
        (half * 0.6, y - tall),
        (half * 0.84, y - tall * 0.24),
        (half * 1.04, y - tall * 0.34),
        (half * 0.9, y + tall * 0.02),
        (half * 0.5, y + tall * 0.1),
        (-half * 0.5, y + tall * 0.1),
        (-half * 0.9, y + tall * 0.02),
    ]
    pen.shape(box(-half * 0.8, y - 2, half * 1.6, tall * 0.24), pen.shaded(red, 0.2), shadow=0.3)
    pen.shape(
        smooth(row, curve=0.3),
        down(pen.lighter(tile, 0.05), pen.shaded(tile, 0.22), y - tall, y + tall * 0.1),
        form=0.2,
        rim=pen.dark,
        rim_width=2,
    )
    for i in range(-6, 7):
        pen.line(
            [(i * half * 0.085, y - tall + 2), (i * half * 0.125, y + tall * 0.05)],
            pen.shaded(tile, 0.26),
            1.4,
            ink=0.4,
            alpha=0.8,
        )
    pen.shape(box(-half * 0.64, y - tall * 1.12, half * 1.28, tall * 0.16, 2), pen.shaded(tile, 0.22), form=0.3)
    for s in (-1, 1):
        pen.shape(
            smooth(
                [
                    (s * half * 0.64, y - tall * 0.98),
                    (s * half * 0.7, y - tall * 1.4),
                    (s * half * 0.56, y - tall * 1.1),
                ],
                curve=0.5,
            ),
            pen.shaded(tile, 0.26),
            shadow=0.3,
        )


def _lantern(pen: Pen, stage: Stage, x: float, y: float, r: float) -> None:
    red = pen.scheme.named("red", pen.A)
    pen.line([(x, y - r * 2.2), (x, y - r)], pen.natural("dark wood"), 1.2)
    pen.shape(oval(x, y, r, r * 1.1), pen.mix(red, pen.lit, 0.45) if stage.night else red, form=0.3, line=0.7)
    for dy in (-1.1, 1.1):
        pen.shape(box(x - r * 0.5, y + dy * r - r * 0.14, r, r * 0.28), pen.natural("brass"), shadow=0.2, line=0.4)
    pen.line([(x, y + r * 1.2), (x, y + r * 2.0)], pen.natural("brass"), 1.4)
    if stage.night:
        pen.glow(x, y, r * 6, pen.B, 0.5)


def gate(pen: Pen, stage: Stage, x: float, y: float, k: float) -> None:
    """The gate of a city wall of grey brick, over it a red tower with two roofs; about 200 high at k = 1, standing on y."""
    own = pen.at(x, y, k)
    s = stage.scheme
    brick = mix(s.natural("stone"), s.natural("clay"), 0.24)
    brick = mix(brick, s.r(0.2), 0.45) if s.dark else mix(brick, s.tone(0.26, 0.3), 0.2)
    red, paper = _red(own), own.mix(own.lit, own.B, 0.25) if stage.night else own.mix(own.r(0.97), own.L, 0.2)
    wide = 0.56 * stage.frame.width / k + 40
    own.shape(box(-wide, -46, 2 * wide, 50), down(own.lighter(brick, 0.02), own.shaded(brick, 0.14), -46, 4), form=0.12)
    for i in range(-int(wide / 15), int(wide / 15) + 1):
        own.shape(box(i * 15 - 4.5, -53, 9, 9), own.lighter(brick, 0.02), form=0.15, line=0.6)
    own.shape(
        polygon([(-74, 4), (-66, -66), (66, -66), (74, 4)]),
        across(own.lighter(brick, 0.05), own.shaded(brick, 0.1), -74, 74),
        form=0.15,
    )
    for row in range(5):
        own.line(
            [(-72 + row, -6 - 13 * row), (72 - row, -6 - 13 * row)], own.shaded(brick, 0.2), 0.9, ink=0.3, alpha=0.6
        )
    own.shape(masonry.arch(0, 4, 42, 52, False), own.shaded(brick, 0.26), form=0.2)
    own.shape(
        masonry.arch(0, 4, 32, 45, False),
        own.mix(own.lit, own.B, 0.3) if stage.night else own.shaded(brick, 0.62),
        shadow=0.4,
    )
    own.shape(box(-58, -98, 116, 33), red, form=0.15)
    for i in range(-2, 3):
        own.shape(box(i * 21 - 7.5, -93, 15, 25), paper, shadow=0.3, line=0.5)
        for dx in (-2.5, 2.5):
            own.line([(i * 21 + dx, -93), (i * 21 + dx, -68)], own.shaded(red, 0.1), 0.9, ink=0.4)
    for i in range(-3, 4):
        own.shape(box(i * 21 - 12.5, -98, 4, 33), own.shaded(red, 0.2), form=0.3, line=0.5)
    roof(own, stage, -98, 86, 26)
    own.shape(box(-40, -142, 80, 22), red, form=0.15)
    for i in range(-1, 2):
        own.shape(box(i * 22 - 8, -138, 16, 17), paper, shadow=0.3, line=0.5)
    roof(own, stage, -140, 66, 30)
    for dx in (-50, 50):
        _lantern(own, stage, dx, -50, 6)


def pagoda(pen: Pen, stage: Stage, x: float, y: float, tall: float) -> None:
    """A tower of five storeys that grow smaller, each under its roof."""
    t = tall / 100
    for i in range(5):
        half, foot = (11.5 - 1.6 * i), 17.0 * i
        own = pen.at(x, y - foot * t, t)
        wall = own.mix(_red(own), own.natural("sand"), 0.45)
        own.shape(
            box(-half, -16, 2 * half, 17), across(own.lighter(wall, 0.04), own.shaded(wall, 0.2), -half, half), form=0.2
        )
        lit = own.mix(own.lit, own.B, 0.3) if stage.night else own.shaded(wall, 0.55)
        own.shape(masonry.arch(0, -3, 4.4, 9, False), lit, shadow=0.2, line=0.5)
        roof(pen.at(x, y - (foot + 13) * t, t * 0.25), stage, 0, (half + 7) * 4, 22)
    own = pen.at(x, y - 86 * t, t)
    own.line([(0, 0), (0, -14)], own.natural("brass"), 1.4)
    for i in range(3):
        own.shape(oval(0, -4 - 3.4 * i, 1.9 - 0.4 * i, 1.1), own.natural("brass"), shadow=0.2, line=0.4)


def _roofs(stage: Stage, low: float, k: float) -> None:
    """Roof behind roof far away."""
    pen, frame = stage.sheet("far roofs", 0.16, lift=7, wobble=0.6), stage.frame
    rng, x, n = pen.rng("roofs"), frame.left, 0
    while x < frame.right + 60:
        half, high = rng.uniform(46, 72) * k, rng.uniform(26, 58) * k
        own = pen.at(x, low + 24, 1.0)
        wall = own.mix(own.natural("bone"), own.mix(_red(own), own.natural("sand"), 0.5), 0.25 + 0.25 * (n % 2))
        own.shape(box(-half * 0.74, -high, half * 1.48, high + 20), wall, form=0.1)
        if stage.night and n % 2:
            own.shape(box(-half * 0.2, -high * 0.7, half * 0.4, high * 0.4), own.mix(own.lit, own.B, 0.3), shadow=0.2)
        roof(own, stage, -high, half, 30 * k)
        x, n = x + half * 1.5, n + 1


def _shop(pen: Pen, stage: Stage, x: float, y: float, k: float, i: int) -> None:
    """A wooden house of two storeys, open below between red pillars, with lanterns and wares; about 150 high at k = 1."""
    own = pen.at(x, y, k)
    wood, red = own.natural("wood"), _red(own)
    wall = own.mix(own.natural("bone"), own.natural("sand"), 0.3 + 0.2 * (i % 2))
    inner = own.mix(own.lit, own.B, 0.35) if stage.night else own.shaded(own.natural("dark wood"), 0.3)
    paper = own.mix(own.lit, own.B, 0.25) if stage.night else own.mix(own.r(0.97), own.L, 0.2)
    own.contact(0, 0, 80, 0.4)
    own.shape(box(-66, -58, 132, 58), inner, form=0.1)
    own.shape(box(-66, -22, 132, 22), own.shaded(wood, 0.15), form=0.2)
    tints = (own.A, own.B, own.G)
    for j in range(6):
        ware = own.mix(tints[(i + j) % 3], own.natural("clay"), 0.35)
        own.shape(
            smooth(
                [
                    (-52 + 21 * j - 6, -22),
                    (-52 + 21 * j - 8, -30),
                    (-52 + 21 * j, -37),
                    (-52 + 21 * j + 8, -30),
                    (-52 + 21 * j + 6, -22),
                ]
            ),
            ware,
            form=0.3,
            line=0.6,
        )
    for dx in (-66, -22, 22, 66):
        own.shape(box(dx - 4, -58, 8, 58), red, form=0.3)
    roof(own, stage, -56, 84, 20)
    own.shape(box(-50, -104, 100, 34), wall, form=0.2)
    for dx in (-33, 0, 33):
        own.shape(box(dx - 12, -98, 24, 24), paper, shadow=0.3, line=0.6)
        for d in (-6, 0, 6):
            own.line([(dx + d, -98), (dx + d, -74)], red, 1.2, ink=0.4)
        own.line([(dx - 12, -86), (dx + 12, -86)], red, 1.2, ink=0.4)
    for dx in (-50, 46):
        own.shape(box(dx, -104, 4, 34), red, form=0.2, line=0.5)
    roof(own, stage, -102, 72, 34)
    for dx in (-44, 44):
        _lantern(own, stage, dx, -42, 6.5)

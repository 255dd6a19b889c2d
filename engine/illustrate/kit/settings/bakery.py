"""A bakery with its cafe: loaves on the shelves, croissants under glass, a wide window to the street.

Example: the setting "bakery"; at night its lamps burn and the street's windows are lit.
"""

from __future__ import annotations

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.kit.settings import inside, masonry
from engine.illustrate.paint.path import Path, box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen, across, down
from engine.illustrate.palette import mix
from engine.illustrate.stage import Stage
from engine.looks import Colour


@setting(
    "bakery",
    words="cafe, coffee shop, coffee house, patisserie, bakehouse, tea room, pastry shop",
    kinds="room, inside, shop",
    inside=True,
    horizon=0.72,
    light=(0.22, 0.28),
    options="board (yes, no)",
    places=(
        Place("floor", "ground", 0.56, 0.86, 0.8, 0.95, 320, 430, (0.06, 0.94)),
        Place("counter", "table", 0.525, 0.54, 0.535, 0.54, 310, 315, (0.6, 0.96)),
        Place("wall", "wall", 0.3, 0.32, 0.26, 0.28, 280, 290, (0.44, 0.54)),
    ),
)
def bakery(stage: Stage) -> None:
    """The street behind a wide window, shelves of bread, a glass counter of pastry, a slate, lamps, flour sacks."""
    k, tall, frame = backdrop.fit(stage), backdrop.high(stage), stage.frame
    _street(stage)
    wall = inside.paint(stage, mix(stage.scheme.B, stage.scheme.natural("bread"), 0.35), 0.5)
    window = (frame.x(0.035), stage.y(0.15), frame.x(0.42) - frame.x(0.035), stage.y(0.56) - stage.y(0.15))
    _wall(stage, wall, window)
    inside.floor(stage, "tiles", inside.piece(stage, stage.scheme.natural("bone"), 0.05),
                 inside.piece(stage, mix(stage.scheme.natural("clay"), stage.scheme.natural("bone"), 0.4), 0.05))  # fmt: skip
    _shelves(stage, k * tall)
    if stage.option("board", "yes") == "yes":
        _slate(stage, frame.x(0.49), stage.y(0.2), k * tall)
    _counter(stage, k * tall)
    for x in (0.3, 0.56, 0.8):
        inside.pendant(stage, frame.x(x), stage.y(0.06), 46 * k, inside.piece(stage, stage.scheme.G), 0.55)
    _front(stage, k)


def _street(stage: Stage) -> None:
    """The houses across the street, its lamp and pavement."""
    low = stage.y(0.44)
    backdrop.sky(stage, low, clouds=1)
    masonry.town(
        stage, "across", 0.12, low + 44, 190 * backdrop.high(stage), 150, lit=0.6 if stage.night else 0.0, seed=9
    )
    base = masonry.city_tone(stage, 0.5)
    backdrop.ground(stage, "pavement", 0.14, low + 44, 3, base, lift=5)
    pen = stage.sheet("street lamp", 0.16, lift=5, wobble=0.5)
    masonry.street_lamp(
        pen, stage.frame.x(0.13), low + 96, 220 * backdrop.high(stage), pen.natural("iron"), stage.night
    )


def _wall(stage: Stage, colour: Colour, window: tuple[float, float, float, float]) -> None:
    """The wall with its wide window: frame, bars, a short curtain on a brass rod, the sill with pots."""
    frame, (x, y, w, h) = stage.frame, window
    pen = stage.sheet("wall", 0.24, lift=10, haze=0, wobble=0.5, texture=0.8)
    foot = stage.y(stage.horizon) + 10
    body: Path = box(frame.left, frame.top, frame.right - frame.left, foot - frame.top) - box(x, y, w, h, 4)
    pen.shape(body, across(pen.lighter(colour, 0.02), pen.shaded(colour, 0.16), frame.left, frame.right), form=0)
    panel = inside.piece(stage, pen.mix(pen.G, pen.r(0.5), 0.2), 0.05)
    pen.shape(box(frame.left, y + h + 30, frame.right - frame.left, foot - y - h - 30), panel, form=0.1)
    for i in range(-1, round(frame.width / 120) + 1):
        pen.shape(
            box(i * 120 + 12, y + h + 50, 96, foot - y - h - 76, 3),
            pen.lighter(panel, 0.02),
            form=0.25,
            line=0.7,
            shadow=0.4,
        )
    wood = inside.piece(stage, pen.natural("dark wood"))
    edge = box(x - 16, y - 16, w + 32, h + 32, 4) - box(x, y, w, h)
    bars = [box(x + w * t - 5, y, 10, h) for t in (0.34, 0.67)]
    for part in (edge, *bars, box(x, y + h * 0.24, w, 8)):
        pen.shape(part, wood, form=0.3, form_width=4)
    pen.shape(box(x - 34, y + h + 10, w + 68, 22, 3), pen.lighter(wood, 0.04), form=0.4)
    cloth = stage.sheet("cafe curtain", 0.26, lift=5, haze=0, motion="flutter")
    white = cloth.r(0.97) if not cloth.dark else cloth.r(0.55)
    for i in range(7):
        a = x + w * i / 7
        hem = smooth(
            [(a, y - 6), (a + w / 7, y - 6), (a + w / 7, y + h * 0.17), (a + w / 14, y + h * 0.21), (a, y + h * 0.17)],
            curve=0.3,
        )
        cloth.shape(hem, cloth.shaded(white, 0.05 * (i % 2)), form=0.15, shadow=0.5)
    for share, size in ((0.1, 1.0), (0.86, 0.8)):
        _pot(pen, x + w * share, y + h + 10, 46 * size)


def _pot(pen: Pen, x: float, y: float, tall: float) -> None:
    for turn in (-46, -18, 12, 40):
        leaf = smooth([(0, 0), (-8, -26), (0, -52), (8, -26)]).turned(turn).moved(x, y - tall * 0.5)
        pen.shape(leaf, pen.lighter(pen.V, 0.02 * (turn % 3)), form=0.3, line=0.7)
    row = [
        (x - tall * 0.36, y - tall * 0.6),
        (x + tall * 0.36, y - tall * 0.6),
        (x + tall * 0.26, y),
        (x - tall * 0.26, y),
    ]
    pen.shape(polygon(row), pen.natural("clay"), form=0.35)


# ---------------------------------------------------------------- bread


def _shelves(stage: Stage, k: float) -> None:
    """Three boards behind the counter, with loaves, long loaves in baskets, buns."""
    frame = stage.frame
    pen = stage.sheet("bread shelves", 0.34, lift=10, haze=0, wobble=0.6)
    x0, x1 = frame.x(0.585), frame.x(0.985)
    back = inside.piece(stage, pen.mix(pen.natural("dark wood"), pen.r(0.12), 0.35))
    top, foot = stage.y(0.12), stage.y(0.56)
    pen.shape(box(x0 - 14, top - 12, x1 - x0 + 28, foot - top + 12, 4), back, form=0.15)
    wood = inside.piece(stage, pen.natural("wood"))
    rng = pen.rng("loaves")
    for row, y in enumerate(top + (foot - top) * t for t in (0.3, 0.62, 0.94)):
        x = x0 + 26
        while x < x1 - 40 * k:
            kind = (row + round(x / 90)) % 3
            wide = (92, 70, 54)[kind] * k * rng.uniform(0.9, 1.1)
            (_long_loaves, _round_loaf, _bun)[kind](
                pen, x + wide / 2, y, wide, inside.piece(stage, pen.natural("bread")), rng.uniform(-0.03, 0.03)
            )
            x += wide + 8 * k
        inside.board(pen, (x0 + x1) / 2, y, x1 - x0 + 16, wood, 11)
    for x in (x0 - 14, x1 + 2):
        pen.shape(box(x, top - 16, 14, foot - top + 16, 2), pen.shaded(wood, 0.1), form=0.3)
    pen.shape(box(x0 - 26, top - 26, x1 - x0 + 52, 18, 3), pen.lighter(wood, 0.03), form=0.35)


def _round_loaf(pen: Pen, x: float, y: float, wide: float, crust: Colour, up: float) -> None:
    tone = pen.lighter(crust, up)
    loaf = smooth([(x - wide / 2, y), (x - wide * 0.48, y - wide * 0.34), (x - wide * 0.2, y - wide * 0.6), (x + wide * 0.2, y - wide * 0.6),
                   (x + wide * 0.48, y - wide * 0.34), (x + wide / 2, y)], curve=0.7)  # fmt: skip
    pen.shape(loaf, down(pen.lighter(tone, 0.03), pen.shaded(tone, 0.25), y - wide * 0.6, y), form=0.3)
    for dx in (-0.2, 0.02, 0.24):
        pen.line(
            [(x + dx * wide - 6, y - wide * 0.5), (x + dx * wide + 5, y - wide * 0.3)],
            pen.mix(tone, pen.r(0.97), 0.6),
            wide * 0.06,
            ink=0.4,
        )


def _long_loaves(pen: Pen, x: float, y: float, wide: float, crust: Colour, up: float) -> None:
    """Long loaves upright in a basket."""
    tone = pen.lighter(crust, up)
    for i, turn in enumerate((-16, -5, 7, 17)):
        loaf = smooth(
            [
                (-wide * 0.09, 0),
                (-wide * 0.1, -wide * 0.8),
                (0, -wide * 0.95),
                (wide * 0.1, -wide * 0.8),
                (wide * 0.09, 0),
            ],
            curve=0.6,
        )
        pen.shape(
            loaf.turned(turn).moved(x + (i - 1.5) * wide * 0.17, y - wide * 0.1),
            pen.lighter(tone, 0.02 * (i % 2)),
            form=0.35,
        )
    straw = pen.mix(pen.natural("straw"), pen.natural("wood"), 0.3 if not pen.dark else 0.6)
    row = [
        (x - wide * 0.48, y - wide * 0.46),
        (x + wide * 0.48, y - wide * 0.46),
        (x + wide * 0.38, y),
        (x - wide * 0.38, y),
    ]
    pen.shape(polygon(row), straw, form=0.3)
    for t in (0.16, 0.31):
        pen.line([(x - wide * 0.43, y - wide * t), (x + wide * 0.43, y - wide * t)], pen.shaded(straw, 0.3), 2, ink=0.4)


def _bun(pen: Pen, x: float, y: float, wide: float, crust: Colour, up: float) -> None:
    tone = pen.mix(pen.lighter(crust, up), pen.B, 0.2)
    for dx, dy in ((-0.27, 0.0), (0.27, 0.0), (0.0, -0.3)):
        pen.shape(oval(x + dx * wide, y - wide * 0.17 + dy * wide, wide * 0.27, wide * 0.19), tone, form=0.3)


def croissant(pen: Pen, x: float, y: float, wide: float, crust: Colour) -> None:
    """A croissant lying on y, its horns down, with its turns."""
    s = wide / 100
    body = smooth([(x - 50 * s, y), (x - 44 * s, y - 24 * s), (x - 20 * s, y - 44 * s), (x + 20 * s, y - 44 * s), (x + 44 * s, y - 24 * s),
                   (x + 50 * s, y), (x + 30 * s, y - 8 * s), (x, y - 13 * s), (x - 30 * s, y - 8 * s)], curve=0.6)  # fmt: skip
    pen.shape(body, down(pen.lighter(crust, 0.04), pen.shaded(crust, 0.25), y - 44 * s, y), form=0.25)
    for dx in (-30, -12, 12, 30):
        pen.line(
            [(x + dx * 0.8 * s, y - 41 * s + abs(dx) * 0.3 * s), (x + dx * 1.1 * s, y - 14 * s)],
            pen.shaded(crust, 0.4),
            3.4 * s,
            ink=0.4,
        )


# ---------------------------------------------------------------- counter


def _counter(stage: Stage, k: float) -> None:
    """The counter with its glass: croissants, tarts and buns in two rows; a till at its end."""
    frame = stage.frame
    pen = stage.sheet("counter", 0.52, lift=12, haze=0.2, wobble=0.5)
    x0, x1, top, foot = frame.x(0.56), frame.right + 40, stage.y(0.54), stage.y(0.79)
    front = inside.piece(stage, pen.mix(pen.A, pen.r(0.4), 0.15), 0.04)
    pen.contact((x0 + x1) / 2, foot, (x1 - x0) / 2 + 20, 0.4)
    pen.shape(box(x0, top, x1 - x0, foot - top, 3), down(front, pen.shaded(front, 0.3), top, foot), form=0.12)
    low = top + (foot - top) * 0.62
    pale = inside.piece(stage, pen.mix(pen.r(0.95), pen.B, 0.25))
    if pen.dark:
        pale = pen.mix(pale, pen.lit, 0.4)
    pen.shape(box(x0 + 20, top + 16, x1 - x0, low - top - 16, 3), pale, form=0.15, shadow=0.4)
    crust = inside.piece(stage, pen.natural("bread"))
    middle = top + 16 + (low - top - 16) * 0.5
    for y, first in ((middle, 0), (low - 3, 1)):
        i, x = first, x0 + 62 * k
        while x < frame.right:
            (croissant if i % 2 == 0 else _tart)(pen, x, y, 56 * k, crust)
            x, i = x + 70 * k, i + (1 if (x // (210 * k)) % 2 else 2)
        pen.shape(box(x0 + 20, y, x1 - x0, 5), pen.natural("brass"), form=0.3, line=0.7)
    for t in (0.14, 0.5, 0.86):
        a = x0 + (frame.right - x0) * t
        gleam = polygon([(a, top + 18), (a + 30 * k, top + 18), (a - 14 * k, low - 4), (a - 44 * k, low - 4)])
        pen.shape(gleam, pen.r(1.0), line=0, shadow=0, edge=0, alpha=0.16)
    slab = inside.piece(stage, pen.natural("wood"))
    pen.shape(box(x0 - 14, top - 10, x1 - x0, 24, 4), pen.lighter(slab, 0.03), form=0.3, form_width=6)
    pen.shape(box(x0, foot - 13, x1 - x0, 16), pen.shaded(front, 0.45), shadow=0.4)
    if stage.night:
        pen.glow((x0 + frame.right) / 2, (top + low) / 2, 300, pen.B, 0.3)
    _till(stage, frame.x(0.945), top - 10, k)


def _tart(pen: Pen, x: float, y: float, wide: float, crust: Colour) -> None:
    """A small fruit tart."""
    row = [
        (x - wide * 0.46, y - wide * 0.2),
        (x + wide * 0.46, y - wide * 0.2),
        (x + wide * 0.34, y),
        (x - wide * 0.34, y),
    ]
    for dx in (-0.26, 0.0, 0.26):
        pen.shape(
            oval(x + dx * wide, y - wide * 0.24, wide * 0.17, wide * 0.13),
            pen.mix(pen.A, pen.r(0.3), 0.15),
            form=0.3,
            line=0.7,
        )
    pen.shape(polygon(row), crust, form=0.3)


def _till(stage: Stage, x: float, y: float, k: float) -> None:
    pen = stage.sheet("till", 0.53, lift=8, haze=0.2, wobble=0.5)
    brass, dark = pen.natural("brass"), inside.piece(stage, pen.natural("dark wood"))
    pen.shape(box(x - 52 * k, y - 22 * k, 104 * k, 22 * k, 3), dark, form=0.3)
    body = smooth(
        [
            (x - 46 * k, y - 22 * k),
            (x - 40 * k, y - 62 * k),
            (x - 20 * k, y - 84 * k),
            (x + 40 * k, y - 84 * k),
            (x + 44 * k, y - 22 * k),
        ],
        curve=0.3,
    )
    pen.shape(body, brass, form=0.35)
    pen.shape(box(x - 18 * k, y - 108 * k, 60 * k, 26 * k, 4), pen.mix(brass, pen.r(0.95), 0.3), form=0.3)
    for i in range(3):
        for j in range(2):
            pen.shape(oval(x - 26 * k + i * 18 * k, y - 44 * k + j * 13 * k, 5 * k), pen.r(0.97), line=0.6, shadow=0.4)


def _slate(stage: Stage, x: float, y: float, k: float) -> None:
    """A slate with the day's list in chalk, and a cup drawn over it."""
    pen = stage.sheet("slate", 0.3, lift=8, haze=0, wobble=0.5)
    wide, tall = min(128 * k, stage.frame.width * 0.115), 190 * k
    pen.shape(box(x - wide / 2, y, wide, tall, 4), inside.piece(stage, pen.natural("wood")), form=0.3)
    pen.shape(box(x - wide / 2 + 8, y + 8, wide - 16, tall - 16, 2), pen.r(0.08), shadow=0.3, line=0.6)
    chalk = pen.r(0.95) if not pen.dark else pen.r(0.7)
    cup = [
        (x - 18 * k, y + 30 * k),
        (x - 15 * k, y + 54 * k),
        (x + 15 * k, y + 54 * k),
        (x + 18 * k, y + 30 * k),
        (x - 18 * k, y + 30 * k),
    ]
    pen.line(cup, chalk, 2.6, curve=0.3, ink=0.4)
    rng = pen.rng("list")
    for i in range(6):
        at = y + (76 + 17 * i) * k
        pen.line(
            [(x - wide * 0.34, at), (x - wide * 0.34 + wide * rng.uniform(0.26, 0.42), at)],
            chalk,
            3,
            ink=0.4,
            alpha=0.85,
        )
        pen.line([(x + wide * 0.22, at), (x + wide * 0.34, at)], chalk, 3, ink=0.4, alpha=0.85)


def _front(stage: Stage, k: float) -> None:
    """Flour sacks and the back of a chair close to us, dark, low in the corners."""
    pen = stage.sheet("front sacks", 0.96, lift=16, haze=0, wobble=0.6)
    h = stage.frame.height
    dark = pen.r(0.05) if pen.dark else pen.mix(pen.r(0.1), pen.natural("dark wood"), 0.5)
    for x, tall, wide in ((-30, 84, 230), (130, 50, 170)):
        sack = smooth([(x * k, h + 40), (x * k, h - tall * 0.6 * k), (x * k + wide * 0.2 * k, h - tall * k), (x * k + wide * 0.5 * k, h - tall * 0.9 * k),
                       (x * k + wide * 0.8 * k, h - tall * k), (x * k + wide * k, h - tall * 0.5 * k), (x * k + wide * k, h + 40)], curve=0.6)  # fmt: skip
        pen.shape(sack, dark, form=0.35, rim=pen.mix(dark, pen.r(0.9), 0.35), rim_width=2.5)
    inside.chair_back(stage, 0.97, 96)

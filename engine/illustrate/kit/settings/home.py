"""Rooms at home: kitchen, bedroom."""

from __future__ import annotations

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.kit.settings import inside, rooms
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import across, down
from engine.illustrate.stage import Stage


@setting(
    "kitchen",
    words="cooking place, kitchenette, pantry, scullery, dining kitchen, stove, hearth kitchen",
    kinds="room, inside, home",
    inside=True,
    horizon=0.72,
    light=(0.24, 0.26),
    options="table (yes, no), window (yes, no)",
    places=(
        Place("floor", "ground", 0.5, 0.74, 0.78, 0.86, 330, 400, (0.08, 0.92)),
        Place("table", "table", 0.82, 0.86, 0.815, 0.83, 420, 430, (0.56, 0.94)),
        Place("counter", "shelf", 0.41, 0.43, 0.545, 0.55, 300, 304, (0.42, 0.6)),
        Place("wall", "wall", 0.3, 0.34, 0.24, 0.28, 280, 290, (0.46, 0.92)),
    ),
)
def kitchen(stage: Stage) -> None:
    """Tiles, a window over the counter, shelves with jars, hanging pans, a stove, checked floor, a table with a cloth."""
    k, frame = backdrop.fit(stage), stage.frame
    pen = stage.scheme
    inside.wall(stage, inside.paint(stage, pen.G, 0.5), "plain")
    _tiles(stage)
    wide = min(330.0, frame.width * 0.34)
    inside.window(
        stage, stage.x(0.24), stage.y(0.1), wide, stage.y(0.34), stage.option("window", "yes") == "yes", False
    )
    _shelves(stage, k)
    inside.floor(stage, "tiles", inside.piece(stage, stage.scheme.natural("bone"), 0.06), inside.piece(stage, stage.scheme.natural("clay"), 0.1))  # fmt: skip
    _counter(stage, k)
    inside.pendant(stage, stage.x(0.46), stage.y(0.12), 62 * k, depth=0.5)
    window = (stage.x(0.24) - wide / 2, stage.y(0.1), wide, stage.y(0.34))
    rooms.daylight(stage, window)
    if stage.option("table", "yes") == "yes":
        cloth = stage.scheme.r(0.95) if not stage.scheme.dark else stage.scheme.r(0.42)
        table = inside.table_in_front(stage, 0.5, 1.12, 0.8, inside.piece(stage, stage.scheme.natural("wood")))
        runner = polygon([(stage.x(0.62), stage.y(0.8)), (stage.x(0.88), stage.y(0.8)), (stage.x(0.9), stage.y(0.87)), (stage.x(0.9), stage.y(0.94)), (stage.x(0.6), stage.y(0.94)), (stage.x(0.6), stage.y(0.87))])  # fmt: skip
        table.shape(runner, cloth, form=0.12, line=0.8)
        for y in (0.905, 0.922):
            table.line(
                [(stage.x(0.6), stage.y(y)), (stage.x(0.9), stage.y(y))],
                table.mix(table.A, table.r(0.3), 0.1 if not table.dark else 0.5),
                4,
                ink=0.4,
            )
    inside.chair_back(stage, 0.06, 170)


def _tiles(stage: Stage) -> None:
    pen = stage.sheet("tiles", 0.02, lift=2, haze=0, wobble=0.5)
    frame, y = stage.frame, stage.y(0.55)
    colour = inside.piece(stage, pen.mix(pen.natural("clay"), pen.r(0.85), 0.4))
    for j in range(3):
        for i in range(int(frame.width / 58) + 4):
            tile = box(frame.left + i * 58, y - 58 * (j + 1) * 0.8, 56, 44, 3)
            pen.shape(
                tile,
                pen.lighter(colour, 0.012 * ((i * 7 + j * 3) % 4) - 0.02),
                form=0.15,
                form_width=3,
                line=0.7,
                shadow=0.5,
            )


def _shelves(stage: Stage, k: float) -> None:
    pen = stage.sheet("shelves", 0.32, lift=9, haze=0.3, wobble=0.5)
    x, wide, wood = stage.x(0.68), min(470.0, stage.frame.width * 0.4), inside.piece(stage, pen.natural("dark wood"))
    for i, y in enumerate((0.18, 0.3)):
        inside.jars(pen, x - wide / 2 + 12, x + wide / 2 - 10, stage.y(y), 64 * k, i * 3)
        inside.board(pen, x, stage.y(y), wide, wood)
    rail = stage.y(0.375)
    pen.line([(x - wide * 0.46, rail), (x + wide * 0.46, rail)], pen.natural("iron"), 4)
    for i in range(5):
        a, copper = x + wide * (-0.36 + 0.18 * i), inside.piece(stage, pen.natural("copper" if i % 2 else "iron"))
        pen.line([(a, rail), (a, rail + 36 * k)], pen.natural("iron"), 3)
        if i % 2:
            pen.shape(oval(a, rail + 56 * k, 25 * k), copper, form=0.4, rim=pen.dark)
            pen.shape(oval(a, rail + 56 * k, 18 * k), pen.shaded(copper, 0.2), form=0.2, shadow=0)
        else:
            pen.shape(smooth([(a - 9 * k, rail + 30 * k), (a + 9 * k, rail + 30 * k), (a + 11 * k, rail + 62 * k), (a, rail + 70 * k), (a - 11 * k, rail + 62 * k)], curve=0.6), inside.piece(stage, pen.natural("wood")), form=0.3)  # fmt: skip


def _counter(stage: Stage, k: float) -> None:
    pen = stage.sheet("counter", 0.45, lift=11, haze=0, wobble=0.6)
    frame, top, foot = stage.frame, stage.y(0.55), stage.y(0.76)
    front = inside.piece(stage, pen.mix(pen.G, pen.r(0.85), 0.35 if not pen.dark else 0.0), 0.06)
    x0, x1 = frame.left, frame.right
    pen.shape(box(x0, top + 8, x1 - x0, foot - top), down(front, pen.shaded(front, 0.25), top, foot), form=0.1)
    wide = 128 * k
    for i in range(-1, int(frame.width / wide) + 1):
        a = i * wide + 6
        if 0.6 < (a + wide / 2) / frame.width < 0.8:
            continue
        pen.shape(box(a, top + 34, wide - 12, 34, 3), pen.lighter(front, 0.02), form=0.25, form_width=4, line=0.8)
        pen.shape(
            box(a, top + 76, wide - 12, foot - top - 96, 3),
            pen.lighter(front, 0.015),
            form=0.25,
            form_width=4,
            line=0.8,
        )
        pen.shape(oval(a + wide / 2 - 6, top + 51, 5), pen.natural("brass"), line=0.6)
        pen.shape(oval(a + wide - 26, top + 96, 5), pen.natural("brass"), line=0.6)
    pen.shape(box(x0, foot - 10, x1 - x0, 16), pen.shaded(front, 0.5), shadow=0.5)
    _stove(stage, k, top, foot)
    slab = inside.piece(stage, pen.natural("pale wood"))
    pen.shape(
        box(x0, top - 8, x1 - x0, 20, 3),
        across(pen.lighter(slab, 0.03), pen.shaded(slab, 0.12), x0, x1),
        form=0.3,
        form_width=5,
        line=0.9,
    )
    pen.line(smooth([(stage.x(0.24), top - 8), (stage.x(0.24), top - 56 * k), (stage.x(0.255), top - 70 * k), (stage.x(0.275), top - 60 * k), (stage.x(0.276), top - 44 * k)], closed=False), pen.natural("steel"), 9)  # fmt: skip


def _stove(stage: Stage, k: float, top: float, foot: float) -> None:
    pen = stage.sheet("stove", 0.46, lift=9, haze=0, wobble=0.6)
    x, half, iron = stage.x(0.7), min(118 * k, stage.frame.width * 0.11), inside.piece(stage, pen.natural("iron"))
    pen.shape(box(x - half, top + 2, 2 * half, foot - top + 2, 4), iron, form=0.25, rim=pen.dark)
    pen.shape(box(x - half * 0.8, top + 48, half * 1.6, (foot - top) * 0.5, 6), pen.lighter(iron, 0.05), form=0.3)
    glow = pen.mix(pen.natural("fire"), pen.A, 0.3)
    pen.shape(
        box(x - half * 0.6, top + 66, half * 1.2, (foot - top) * 0.3, 5),
        glow if stage.night else pen.shaded(iron, 0.4),
        shadow=0.4,
    )
    if stage.night:
        pen.glow(x, top + 90, half * 2, pen.B, 0.4)
    for i in range(4):
        pen.shape(oval(x - half * 0.6 + half * 0.4 * i, top + 26, 8), pen.natural("brass"), form=0.3)
    pen.shape(box(x - half * 1.02, top - 10, half * 2.04, 18, 3), pen.lighter(iron, 0.06), form=0.3)
    red = inside.piece(stage, pen.A)
    a = x + half * 0.42
    pen.shape(smooth([(a - 38 * k, top - 10), (a - 42 * k, top - 40 * k), (a - 22 * k, top - 62 * k), (a + 22 * k, top - 62 * k), (a + 42 * k, top - 40 * k), (a + 38 * k, top - 10)], curve=0.7), red, form=0.4, rim=True)  # fmt: skip
    pen.line(smooth([(a - 30 * k, top - 56 * k), (a, top - 98 * k), (a + 30 * k, top - 56 * k)], closed=False), iron, 6)
    pen.shape(oval(a, top - 64 * k, 8 * k), iron, form=0.3)


@setting(
    "bedroom",
    words="bed, nursery, children's room, bedside, in bed, sleeping room, dormitory, hotel room, bedchamber",
    kinds="room, inside, home",
    inside=True,
    horizon=0.7,
    light=(0.72, 0.28),
    options="rug (yes, no), pictures (yes, no)",
    places=(
        Place("floor", "ground", 0.58, 0.86, 0.8, 0.9, 330, 420, (0.5, 0.94)),
        Place("bed", "table", 0.545, 0.56, 0.615, 0.62, 330, 335, (0.06, 0.44)),
        Place("night table", "shelf", 0.51, 0.53, 0.6, 0.605, 320, 322, (0.49, 0.54)),
        Place("wall", "wall", 0.3, 0.34, 0.2, 0.26, 280, 290, (0.1, 0.44)),
    ),
)
def bedroom(stage: Stage) -> None:
    """Dotted paper, a window with curtains and the moon, a bed with a quilt, a night table with its lamp, a rug."""
    k, frame = backdrop.fit(stage), stage.frame
    s = stage.scheme
    inside.wall(stage, inside.paint(stage, s.G, 0.55), "dots")
    wide = min(320.0, frame.width * 0.34)
    inside.window(stage, stage.x(0.74), stage.y(0.1), wide, stage.y(0.4), True, True)
    if stage.option("pictures", "yes") == "yes":
        pen = stage.sheet("pictures", 0.3, lift=8, wobble=0.5)
        inside.picture(pen, stage.x(0.2), stage.y(0.14), 130 * k, 100 * k, 1)
        inside.picture(pen, stage.x(0.33), stage.y(0.2), 92 * k, 112 * k, 2)
    inside.floor(stage, "boards")
    if stage.option("rug", "yes") == "yes":
        _rug(stage)
    _night_table(stage, k)
    _bed(stage, k)
    rooms.dark_front(stage)


def _rug(stage: Stage) -> None:
    pen = stage.sheet("rug", 0.5, lift=3, haze=0, wobble=0.8)
    x, y = stage.x(0.7), stage.y(0.85)
    rug = inside.piece(stage, pen.mix(pen.A, pen.r(0.5), 0.2))
    wide = min(330.0, stage.frame.width * 0.28)
    for j, colour in (
        (1.0, rug),
        (0.82, pen.mix(rug, pen.L, 0.4)),
        (0.72, pen.shaded(rug, 0.1)),
        (0.36, pen.mix(pen.B, rug, 0.3)),
    ):
        pen.shape(oval(x, y, wide * j, 66 * j * backdrop.high(stage)), colour, line=0.8, shadow=0.5)


def _night_table(stage: Stage, k: float) -> None:
    pen = stage.sheet("night table", 0.5, lift=9, haze=0, wobble=0.6)
    x, top, foot = stage.x(0.515), stage.y(0.605), stage.y(0.765)
    wood, half = inside.piece(stage, pen.natural("wood")), 56 * k
    pen.contact(x, foot, half * 1.2, 0.5)
    for dx in (-0.84, 0.68):
        pen.shape(box(x + dx * half, top, half * 0.16, foot - top), pen.shaded(wood, 0.3), form=0.3)
    pen.shape(box(x - half * 0.9, top + 6, half * 1.8, (foot - top) * 0.44), wood, form=0.25)
    pen.shape(oval(x, top + (foot - top) * 0.24, 5), pen.natural("brass"), line=0.6)
    pen.shape(box(x - half, top - 4, half * 2, 14, 3), pen.lighter(wood, 0.04), form=0.3)
    pen.shape(box(x - 5, top - 62 * k, 10, 58 * k, 3), pen.natural("brass"), form=0.3)
    pen.shape(oval(x, top - 6, 26 * k, 6), pen.natural("brass"), form=0.3)
    shade = pen.mix(pen.lit, pen.B, 0.25) if stage.night else pen.mix(pen.L, pen.B, 0.3)
    hood = polygon(
        [
            (x - 26 * k, top - 116 * k),
            (x + 26 * k, top - 116 * k),
            (x + 46 * k, top - 54 * k),
            (x - 46 * k, top - 54 * k),
        ]
    )
    pen.shape(hood, across(shade, pen.mix(shade, pen.A, 0.25), x - 40, x + 46), form=0.15)
    if stage.night:
        pen.glow(x, top - 84 * k, 330 * k, pen.B, 0.5)
        pen.lamp(x, top - 84 * k, 150 * k, 0.6)


def _bed(stage: Stage, k: float) -> None:
    pen = stage.sheet("bed back", 0.535, lift=11, haze=0, wobble=0.6)
    frame = stage.frame
    x0, x1 = frame.x(0.045), frame.x(0.455)
    wood, white = (
        inside.piece(stage, pen.natural("wood")),
        pen.r(0.97) if not pen.dark else pen.mix(pen.r(0.5), pen.L, 0.1),
    )
    top, foot = stage.y(0.62), stage.y(0.83)
    head = smooth(
        [
            (x0 - 30, foot),
            (x0 - 30, top - 120 * k),
            (x0 + 10, top - 150 * k),
            (x0 + 52 * k, top - 120 * k),
            (x0 + 56 * k, foot),
        ],
        curve=0.5,
    )
    pen.shape(head, wood, form=0.3, rim=pen.dark)
    pillow = smooth(
        [
            (x0 + 34 * k, top + 12),
            (x0 + 40 * k, top - 40 * k),
            (x0 + 110 * k, top - 58 * k),
            (x0 + 172 * k, top - 30 * k),
            (x0 + 176 * k, top + 14),
        ],
        curve=0.8,
    )
    pen.shape(pillow, white, form=0.22, form_width=12, rim=pen.dark)
    pen.shape(box(x0, top, x1 - x0, foot - top - 26), pen.shaded(white, 0.1), form=0.2)
    front = stage.sheet("bed", 0.57, lift=10, haze=0, wobble=0.7)
    quilt = inside.piece(stage, pen.mix(pen.A, pen.r(0.85), 0.15))
    shape = smooth([(x0 + 150 * k, top - 20 * k), (x0 + 0.44 * (x1 - x0), top - 60 * k), (x0 + 0.63 * (x1 - x0), top - 56 * k), (x1 - 0.13 * (x1 - x0), top - 34 * k), (x1 + 6, top + 6), (x1 + 10, foot - 14), (x1 - 120 * k, foot - 4), (x0 + 190 * k, foot - 10), (x0 + 132 * k, foot - 4)], curve=0.5)  # fmt: skip
    front.shape(
        shape,
        down(front.lighter(quilt, 0.03), front.shaded(quilt, 0.28), top, foot),
        form=0.25,
        form_width=14,
        rim=pen.dark,
    )
    wide = (x1 - x0 - 150 * k) / 5
    for i in range(5):
        for j in range(3):
            a, b = x0 + 176 * k + i * wide, top + 12 + j * (foot - top - 34) / 3
            patch = box(a, b, wide * 0.84, (foot - top - 34) / 3 - 7, 4) & shape
            if patch.contours and (i + j) % 2 == 0:
                front.shape(
                    patch,
                    front.mix(
                        (front.B, front.G, front.r(0.9))[(i * 2 + j) % 3], quilt, 0.3 if not front.dark else 0.62
                    ),
                    shadow=0.3,
                    line=0.6,
                )
    fold = smooth(
        [
            (x0 + 140 * k, top - 24 * k),
            (x0 + 196 * k, top - 52 * k),
            (x0 + 206 * k, foot - 12),
            (x0 + 140 * k, foot - 6),
        ],
        curve=0.5,
    )
    front.shape(fold, white, form=0.2, form_width=8)
    for a in (x0 - 24, x1 - 4):
        front.shape(
            box(a, top - 56 * k if a > x0 else top, 24 * k, foot - top + (76 * k if a > x0 else 30), 8),
            wood,
            form=0.35,
            rim=pen.dark,
        )
    front.shape(box(x0, foot - 18, x1 - x0, 22, 4), front.shaded(wood, 0.15), form=0.3)

"""A shop with its counter."""

from __future__ import annotations

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.kit.settings import inside, masonry, rooms
from engine.illustrate.paint.forms import blob
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import across, down
from engine.illustrate.stage import Stage


@setting(
    "shop",
    words="store, grocery, bakery shop, corner shop, counter, pharmacy, restaurant, tavern, inn, boutique, toy shop, bar",
    kinds="room, inside, market",
    inside=True,
    horizon=0.72,
    light=(0.84, 0.26),
    options="goods (jars, books), door (yes, no)",
    places=(
        Place("floor", "ground", 0.56, 0.84, 0.8, 0.88, 320, 390, (0.3, 0.94)),
        Place("counter", "table", 0.525, 0.54, 0.575, 0.58, 310, 315, (0.06, 0.5)),
        Place("behind the counter", "floor", 0.44, 0.46, 0.7, 0.705, 290, 295, (0.1, 0.52)),
        Place("wall", "wall", 0.3, 0.32, 0.26, 0.28, 280, 290, (0.58, 0.68)),
    ),
)
def shop(stage: Stage) -> None:
    """Shelves full of goods, a long counter with scales, lamps, a glass door to the street, baskets before us."""
    k, s, frame = backdrop.fit(stage), stage.scheme, stage.frame
    inside.wall(stage, inside.paint(stage, s.B, 0.5), "stripes")
    _goods(stage, k)
    if stage.option("door", "yes") == "yes":
        _glass_door(stage, k)
    inside.floor(
        stage, "tiles", inside.piece(stage, s.natural("bone"), 0.06), inside.piece(stage, s.natural("stone"), 0.06)
    )
    pen = stage.sheet("counter", 0.52, lift=12, haze=0.2, wobble=0.6)
    top, foot, right = stage.y(0.575), stage.y(0.79), frame.x(0.56)
    front = inside.piece(stage, pen.mix(pen.G, pen.r(0.5), 0.25), 0.04)
    pen.contact(right / 2, foot, right / 2 + 60, 0.4)
    pen.shape(
        box(frame.left, top, right - frame.left, foot - top), down(front, pen.shaded(front, 0.3), top, foot), form=0.15
    )
    wide = 132 * k
    for i in range(-1, int(right / wide)):
        pen.shape(
            box(i * wide + 22, top + 34, wide - 22, foot - top - 66, 4),
            pen.lighter(front, 0.02),
            form=0.3,
            form_width=5,
            line=0.8,
        )
    slab = inside.piece(stage, pen.natural("wood"))
    pen.shape(box(frame.left, top - 8, right - frame.left + 14, 24, 4), pen.lighter(slab, 0.03), form=0.3, form_width=6)
    pen.shape(box(frame.left, foot - 14, right - frame.left - 6, 18), pen.shaded(front, 0.5), shadow=0.4)
    _scales(stage, k, top - 8)
    for x in (0.2, 0.44):
        inside.pendant(stage, frame.x(x), stage.y(0.1), 54 * k, inside.piece(stage, s.A), 0.5)
    _front_sacks(stage, k)


def _goods(stage: Stage, k: float) -> None:
    pen = stage.sheet("goods", 0.34, lift=10, haze=0.3, wobble=0.5)
    x, wide, wood = stage.x(0.29), stage.frame.width * 0.5, inside.piece(stage, pen.natural("dark wood"))
    pen.shape(box(x - wide / 2 - 12, stage.y(0.1), wide + 24, stage.y(0.5)), pen.shaded(wood, 0.42), form=0.15)
    for i, y in enumerate((0.235, 0.365, 0.495)):
        if stage.option("goods", "jars") == "books":
            inside.books(pen, x - wide / 2 + 8, x + wide / 2 - 6, stage.y(y), stage.y(0.1), i, 0.1)
        else:
            inside.jars(
                pen,
                x - wide / 2 + 8,
                x + wide / 2 - 10,
                stage.y(y),
                min(stage.y(0.085), 74 * k * backdrop.high(stage)),
                i * 2,
            )
        pen.shape(box(x - wide / 2 - 8, stage.y(y), wide + 16, 11, 2), wood, form=0.3, rim=pen.dark)
    for a in (x - wide / 2 - 16, x + wide / 2 + 2):
        pen.shape(box(a, stage.y(0.09), 16, stage.y(0.52), 2), wood, form=0.3, rim=pen.dark)
    pen.shape(box(x - wide / 2 - 26, stage.y(0.075), wide + 52, 22, 4), pen.lighter(wood, 0.03), form=0.3)


def _glass_door(stage: Stage, k: float) -> None:
    x, y, wide, tall = stage.x(0.83), stage.y(0.17), min(200 * k, stage.frame.width * 0.2), stage.y(0.34)
    window = (x - wide / 2, y, wide, tall)
    rooms.outside(stage, window)
    pen = stage.sheet("door", 0.36, lift=8, haze=0.2, wobble=0.5)
    paint = inside.piece(stage, pen.mix(pen.A, pen.r(0.3), 0.2))
    foot = stage.y(0.735)
    door = box(x - wide / 2 - 26, y - 26, wide + 52, foot - y + 26, 3) - box(
        x - wide / 2 + 4, y + 4, wide - 8, tall - 8
    )
    pen.shape(
        door,
        across(pen.lighter(paint, 0.02), pen.shaded(paint, 0.2), x - wide / 2, x + wide / 2),
        form=0.3,
        form_width=6,
    )
    pen.shape(
        box(x - wide / 2 + 4, y + tall + 22, wide - 8, foot - y - tall - 46, 3),
        pen.shaded(paint, 0.1),
        form=0.3,
        form_width=5,
        line=0.8,
    )
    pen.line([(x, y), (x, y + tall)], paint, 8, ink=0.6)
    pen.shape(oval(x - wide / 2 - 8, y + tall + 10, 8), pen.natural("brass"), form=0.35)
    pen.shape(box(x - 52 * k, y + 40 * k, 104 * k, 44 * k, 4), pen.r(0.95 if not pen.dark else 0.6), form=0.2)
    for dy in (54, 68):
        pen.line(
            [(x - 36 * k, y + dy * k), (x + (36 if dy == 54 else 20) * k, y + dy * k)],
            pen.mix(pen.A, pen.r(0.3), 0.2),
            4,
            ink=0.5,
        )
    masonry.awning(pen, x, y - 62 * k, wide + 70, 34 * k, paint, 8, 7)


def _scales(stage: Stage, k: float, y: float) -> None:
    pen = stage.sheet("scales", 0.53, lift=7, haze=0, wobble=0.5)
    x, brass = stage.x(0.12), inside.piece(stage, pen.natural("brass"))
    pen.shape(
        polygon([(x - 40 * k, y), (x + 40 * k, y), (x + 22 * k, y - 34 * k), (x - 22 * k, y - 34 * k)]),
        inside.piece(stage, pen.A),
        form=0.35,
    )
    pen.shape(box(x - 5 * k, y - 92 * k, 10 * k, 60 * k, 3), brass, form=0.3)
    pen.line([(x - 66 * k, y - 84 * k), (x, y - 94 * k), (x + 66 * k, y - 84 * k)], brass, 6)
    for dx in (-66, 66):
        pen.line(
            [(x + (dx - 24) * k, y - 46 * k), (x + dx * k, y - 84 * k), (x + (dx + 24) * k, y - 46 * k)],
            brass,
            2,
            curve=0,
        )
        pen.shape(
            smooth(
                [
                    (x + (dx - 30) * k, y - 48 * k),
                    (x + (dx + 30) * k, y - 48 * k),
                    (x + (dx + 16) * k, y - 32 * k),
                    (x + (dx - 16) * k, y - 32 * k),
                ],
                curve=0.5,
            ),
            brass,
            form=0.35,
        )


def _front_sacks(stage: Stage, k: float) -> None:
    """Sacks in the left corner and a plant on the right, dark, close to us."""
    pen, h = stage.sheet("front sacks", 0.95, lift=16, haze=0), stage.frame.height
    dark = pen.mix(pen.natural("dark wood"), pen.r(0.04), 0.5 if not pen.dark else 0.8)
    rim = pen.mix(dark, pen.r(0.9), 0.3)
    for x, size, i in ((0.02, 1.2, 0), (0.13, 0.86, 1)):
        a, w, top = stage.x(x), 92 * size * k, h - 128 * size * k * (0.7 + 0.3 * backdrop.high(stage))
        pen.shape(
            blob(a, top + 8, w * 0.8, 26 * size * k, seed=i, jitter=0.05),
            pen.mix((pen.B, pen.A)[i], dark, 0.5 if not pen.dark else 0.8),
            form=0.3,
        )
        pen.shape(
            smooth(
                [
                    (a - w * 0.86, top),
                    (a - w * 1.1, h - 20),
                    (a - w * 0.9, h + 70),
                    (a + w * 0.9, h + 70),
                    (a + w * 1.1, h - 20),
                    (a + w * 0.86, top),
                ],
                curve=0.6,
            ),
            dark,
            form=0.4,
            rim=rim,
            rim_width=2.5,
        )
        pen.shape(
            smooth(
                [(a - w * 0.95, top - 10), (a + w * 0.95, top - 10), (a + w * 0.9, top + 18), (a - w * 0.9, top + 18)],
                curve=0.4,
            ),
            pen.lighter(dark, 0.03),
            form=0.3,
            rim=rim,
        )

"""Rooms of study and work: classroom, office, library."""

from __future__ import annotations

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.kit.settings import inside, masonry, rooms
from engine.illustrate.paint.forms import blob, tube
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen, across, down
from engine.illustrate.stage import Stage


@setting(
    "classroom",
    words="school, schoolroom, lesson, class, lecture room, blackboard, school class, kindergarten, seminar room",
    kinds="room, inside",
    inside=True,
    horizon=0.66,
    light=(0.86, 0.26),
    options="board (blank, sums, map), desks (yes, no)",
    places=(
        Place("floor", "ground", 0.46, 0.6, 0.73, 0.78, 280, 320, (0.08, 0.92)),
        Place("desk", "table", 0.8, 0.84, 0.835, 0.85, 380, 390, (0.08, 0.44)),
        Place("teacher's desk", "shelf", 0.55, 0.57, 0.62, 0.625, 290, 294, (0.66, 0.8)),
        Place("wall", "wall", 0.3, 0.32, 0.22, 0.24, 260, 270, (0.04, 0.12)),
    ),
)
def classroom(stage: Stage) -> None:
    """A long blackboard, maps and letters, a bright window, the teacher's desk with a globe, desks before us."""
    k, s = backdrop.fit(stage), stage.scheme
    inside.wall(stage, inside.paint(stage, s.B, 0.62), "panel")
    tall = backdrop.high(stage)
    inside.window(stage, stage.x(0.89), stage.y(0.1), min(240.0, stage.frame.width * 0.22), stage.y(0.36), False, True)
    _blackboard(stage, k)
    inside.floor(stage, "planks", inside.piece(stage, s.natural("wood"), 0.04))
    _teacher_desk(stage, k * (0.7 + 0.3 * tall))
    inside.pendant(stage, stage.x(0.76), stage.y(0.09), 58 * k, inside.piece(stage, s.natural("brass")), 0.5)
    if stage.option("desks", "yes") == "yes":
        for i, (x0, x1, y, depth) in enumerate(((-0.12, 0.42, 0.82, 0.78), (0.6, 1.14, 0.84, 0.79))):
            desk = inside.table_in_front(
                stage, x0, x1, y, inside.piece(stage, s.natural("pale wood")), f"desk{i}", depth
            )
            a, b = stage.x(0.06 if i == 0 else 0.92), stage.y(y) + 28
            for j, colour in enumerate((desk.A, desk.G)):
                book = polygon(
                    [
                        (a - 60 * k, b - 11 * j),
                        (a + 44 * k, b - 4 - 11 * j),
                        (a + 44 * k, b + 9 - 11 * j),
                        (a - 60 * k, b + 12 - 11 * j),
                    ]
                )
                desk.shape(book, inside.piece(stage, desk.mix(colour, desk.r(0.3), 0.2)), form=0.25, line=0.8)
            desk.shape(
                blob(a - 6, b - 34 * k, 17 * k, 16 * k, seed=3, jitter=0.05),
                inside.piece(stage, desk.mix(desk.A, desk.V, 0.1 + 0.6 * i)),
                form=0.35,
                rim=desk.dark,
            )
    inside.chair_back(stage, 0.955, 168)


def _blackboard(stage: Stage, k: float) -> None:
    pen = stage.sheet("blackboard", 0.3, lift=10, haze=0.2, wobble=0.5)
    x0, x1, y0, y1 = stage.x(0.15), stage.x(0.7), stage.y(0.14), stage.y(0.45)
    wood = inside.piece(stage, pen.natural("wood"))
    pen.shape(box(x0 - 14, y0 - 14, x1 - x0 + 28, y1 - y0 + 28, 4), wood, form=0.3, form_width=5)
    slate = pen.mix(pen.mix(pen.G, pen.r(0.1), 0.6), pen.natural("iron"), 0.3)
    pen.shape(
        box(x0, y0, x1 - x0, y1 - y0, 2),
        across(pen.lighter(slate, 0.03), pen.lighter(slate, -0.03), x0, x1),
        shadow=0.4,
    )
    pen.shape(box(x0 - 8, y1 + 10, x1 - x0 + 16, 10, 3), pen.lighter(wood, 0.04), form=0.3)
    chalk = pen.mix(pen.r(0.96), slate, 0.18)
    for i, colour in enumerate((chalk, pen.mix(pen.A, chalk, 0.5), chalk)):
        pen.shape(box(x0 + 40 + 34 * i, y1 + 5, 22, 6, 3), colour, line=0.5)
    what = stage.option("board", "sums")
    w, h = x1 - x0, y1 - y0
    if what == "sums":
        for row in range(3):
            y = y0 + h * (0.24 + 0.24 * row)
            pen.line(
                [(x0 + w * 0.07, y), (x0 + w * (0.2 + 0.05 * row), y - 4), (x0 + w * (0.34 - 0.03 * row), y + 2)],
                chalk,
                3.4,
                ink=0.5,
                alpha=0.75,
            )
        cx, cy, r = x0 + w * 0.78, y0 + h * 0.5, min(h * 0.3, w * 0.14)
        pen.line(oval(cx, cy, r), chalk, 3, ink=0.5)
        pen.line([(cx - r, cy), (cx + r, cy)], chalk, 2.4, ink=0.5)
        pen.line(
            polygon([(cx, cy - r), (cx + r * 0.86, cy + r * 0.5), (cx - r * 0.86, cy + r * 0.5)]), chalk, 2.4, ink=0.5
        )
    elif what == "map":
        for i, (a, b, p, q) in enumerate(
            ((0.24, 0.42, 0.13, 0.22), (0.34, 0.66, 0.07, 0.16), (0.62, 0.4, 0.18, 0.24), (0.8, 0.62, 0.08, 0.14))
        ):
            pen.line(blob(x0 + w * a, y0 + h * b, w * p, h * q, seed=i + 3, jitter=0.22), chalk, 2.6, ink=0.5)
    for i, letter in enumerate((pen.A, pen.B, pen.G, pen.mix(pen.A, pen.r(1.0), 0.4), pen.V, pen.B)):
        a = x0 + w * (0.06 + 0.176 * i)
        card = inside.piece(stage, letter)
        pen.shape(box(a - 17 * k, y0 - 62 * k, 34 * k, 38 * k, 3), card, form=0.15, line=0.8)
        pen.shape(oval(a, y0 - 43 * k, 9 * k), pen.mix(pen.r(0.95), card, 0.2), shadow=0, line=0.5)


def _teacher_desk(stage: Stage, k: float) -> None:
    pen = stage.sheet("teacher's desk", 0.54, lift=10, haze=0.2, wobble=0.6)
    own, wood = pen.at(stage.x(0.73), stage.y(0.735), k), inside.piece(stage, pen.natural("dark wood"))
    own.contact(0, 0, 140, 0.5)
    own.shape(box(-126, -72, 252, 74), down(pen.lighter(wood, 0.02), pen.shaded(wood, 0.25), -72, 0), form=0.2)
    for a in (-112, 26):
        own.shape(box(a, -62, 86, 54, 3), pen.lighter(wood, 0.03), form=0.25, line=0.8)
    own.shape(box(-140, -84, 280, 15, 3), pen.lighter(wood, 0.06), form=0.3)
    own.shape(tube([(84, -86), (84, -98)], [14, 6]), pen.natural("brass"))
    own.shape(oval(84, -130, 34), inside.piece(stage, pen.mix(pen.G, pen.r(0.85), 0.25)), form=0.35, rim=pen.dark)
    for a, b, r, q in ((74, -140, 12, 14), (98, -122, 11, 14), (84, -108, 8, 5)):
        own.shape(
            blob(a, b, r, q, seed=int(a), jitter=0.2) & oval(84, -130, 33),
            inside.piece(stage, pen.V),
            shadow=0,
            line=0.5,
        )
    own.line(smooth([(52, -156), (44, -128), (60, -100)], closed=False), pen.natural("brass"), 4)
    for i, colour in enumerate((pen.A, pen.B, pen.G)):
        own.shape(
            box(-112 + 5 * i, -98 - 13 * i, 84 - 9 * i, 13, 2),
            inside.piece(stage, pen.mix(colour, pen.r(0.3), 0.25)),
            form=0.25,
            line=0.8,
        )


@setting(
    "office",
    words="workplace, desk, study desk, workspace, boardroom, meeting room, laboratory, lab, company, at the computer, headquarters",
    kinds="room, inside",
    inside=True,
    horizon=0.7,
    light=(0.3, 0.26),
    options="desk (yes, no), computer (yes, no)",
    places=(
        Place("floor", "ground", 0.46, 0.56, 0.76, 0.8, 310, 340, (0.06, 0.94)),
        Place("desk", "table", 0.76, 0.8, 0.735, 0.75, 340, 350, (0.5, 0.9)),
        Place("wall", "wall", 0.3, 0.34, 0.22, 0.28, 280, 290, (0.62, 0.92)),
    ),
)
def office(stage: Stage) -> None:
    """A wide window over the town, binders on shelves, a plant, a desk with lamp and screen, a dark chair."""
    k, s, tall = backdrop.fit(stage), stage.scheme, backdrop.high(stage)
    inside.wall(stage, inside.paint(stage, s.G, 0.62), "plain")
    wide = min(560.0, stage.frame.width * 0.5)
    window = (stage.x(0.3) - wide / 2, stage.y(0.1), wide, stage.y(0.4))
    rooms.outside(stage, window)
    _town_in_window(stage, window)
    _bars(stage, window)
    pen = stage.sheet("shelves", 0.32, lift=9, haze=0.2, wobble=0.5)
    x, half = stage.x(0.78), min(180.0, stage.frame.width * 0.17)
    wood = inside.piece(stage, pen.natural("wood"))
    for i, y in enumerate((0.22, 0.36)):
        inside.books(pen, x - half + 10, x + half * (0.9 - 0.5 * i), stage.y(y), 76 * k * (0.8 + 0.2 * tall), i, 0.2)
        inside.board(pen, x, stage.y(y), 2 * half, wood)
    _clock(stage, pen, stage.x(0.585), stage.y(0.2), 40 * k)
    inside.floor(stage, "planks", inside.piece(stage, s.natural("wood"), 0.06))
    rooms.daylight(stage, window)
    _floor_plant(stage, k * tall)
    if stage.option("desk", "yes") == "yes":
        _desk(stage, k)
    inside.chair_back(stage, 0.06, 210)


def _town_in_window(stage: Stage, window: tuple[float, float, float, float]) -> None:
    x, y, w, h = window
    pen = stage.sheet("town outside", 0.06, lift=4, haze=0)
    hole, rng = box(x, y, w, h), pen.rng("town")
    for i, (depth, rise) in enumerate(((0.2, 0.5), (0.45, 0.32))):
        at = x - 20.0
        while at < x + w:
            wide, tall = rng.uniform(36, 70), h * rise * rng.uniform(0.6, 1.1)
            tower = box(at, y + h - tall, wide, tall + 4) & hole
            if tower.contours:
                tone = masonry.city_tone(stage, depth)
                pen.shape(tower, tone, form=0.15, line=0.7)
                masonry.windows(
                    pen,
                    max(at, x) + 3,
                    y + h - tall + 6,
                    min(wide, x + w - at) - 6,
                    tall - 8,
                    3,
                    max(2, round(tall / 30)),
                    0.4 if stage.night else 0,
                    i,
                    False,
                )
            at += wide + 3


def _bars(stage: Stage, window: tuple[float, float, float, float]) -> None:
    x, y, w, h = window
    pen = stage.sheet("window", 0.3, lift=8, haze=0, wobble=0.5)
    white = pen.r(0.97) if not stage.scheme.dark else pen.mix(pen.r(0.5), pen.L, 0.12)
    frame = box(x - 16, y - 16, w + 32, h + 32, 3) - box(x + 4, y + 4, w - 8, h - 8)
    for share in (1 / 3, 2 / 3):
        frame = frame | box(x + w * share - 6, y, 12, h)
    pen.shape(frame, across(white, pen.shaded(white, 0.3), x, x + w), form=0.3, form_width=4)
    pen.shape(box(x - 34, y + h + 12, w + 68, 20, 3), pen.mix(white, pen.r(0.5), 0.2), form=0.4, form_width=7)
    blind = inside.piece(stage, pen.mix(pen.B, pen.r(0.9), 0.4))
    for i in range(4):
        pen.shape(box(x - 6, y - 8 + 15 * i, w + 12, 13, 2), pen.lighter(blind, 0.01 * (i % 2)), form=0.25, line=0.7)


def _clock(stage: Stage, pen: Pen, x: float, y: float, r: float) -> None:
    pen.shape(oval(x, y, r), inside.piece(stage, pen.natural("iron")), form=0.3)
    pen.shape(oval(x, y, r * 0.84), pen.r(0.95 if not pen.dark else 0.55), shadow=0.3, line=0.7)
    pen.line([(x, y - r * 0.6), (x, y), (x + r * 0.42, y + r * 0.2)], pen.r(0.1), 3.4, curve=0, ink=0.7)


def _floor_plant(stage: Stage, k: float) -> None:
    pen = stage.sheet("plant", 0.5, lift=10, haze=0.2, motion="sway")
    x, y = stage.x(0.945), stage.y(0.765)
    pen.contact(x, y, 50 * k, 0.5)
    for turn, long in ((-160, 100), (-138, 138), (-116, 162), (-92, 172), (-66, 156), (-44, 130), (-22, 96)):
        shape = (
            smooth([(0, 0), (long * 0.4, -long * 0.14), (long, 0), (long * 0.4, long * 0.14)]).scaled(k).turned(turn)
        )
        pen.shape(shape.moved(x, y - 76 * k), backdrop.foliage(stage, 0.45, 0.015 * (turn % 3)), form=0.3, rim=pen.dark)
    clay = inside.piece(stage, pen.natural("clay"))
    pen.shape(
        polygon([(x - 46 * k, y - 84 * k), (x + 46 * k, y - 84 * k), (x + 34 * k, y), (x - 34 * k, y)]), clay, form=0.35
    )


def _desk(stage: Stage, k: float) -> None:
    desk = inside.table_in_front(
        stage, 0.44, 0.95, 0.725, inside.piece(stage, stage.scheme.natural("pale wood")), "desk", 0.74
    )
    y = stage.y(0.725) + 14
    pen = stage.sheet("desk things", 0.75, lift=8, haze=0, wobble=0.5)
    if stage.option("computer", "yes") == "yes":
        x = stage.x(0.82)
        pen.shape(box(x - 9 * k, y - 34 * k, 18 * k, 34 * k), pen.natural("steel"), form=0.3)
        pen.shape(oval(x, y, 50 * k, 8), pen.natural("steel"), form=0.3)
        pen.shape(
            box(x - 92 * k, y - 150 * k, 184 * k, 120 * k, 7),
            inside.piece(stage, pen.natural("iron")),
            form=0.3,
            rim=pen.dark,
        )
        screen = pen.mix(pen.lit, pen.G, 0.5) if stage.night else pen.mix(pen.r(0.8), pen.G, 0.5)
        pen.shape(
            box(x - 82 * k, y - 140 * k, 164 * k, 98 * k, 3),
            across(pen.lighter(screen, 0.04), screen, x - 80, x + 80),
            shadow=0,
            line=0.7,
        )
        for i in range(4):
            pen.shape(
                box(x - 66 * k, y - (122 - 20 * i) * k, (104 - 22 * (i % 3)) * k, 7 * k, 3),
                pen.mix(screen, pen.r(0.2), 0.35),
                shadow=0,
                edge=0,
                line=0,
            )
        if stage.night:
            pen.glow(x, y - 90 * k, 190 * k, pen.mix(pen.G, pen.L, 0.5), 0.3)
    x = stage.x(0.915)
    pen.shape(tube([(x, y), (x + 4, y - 60 * k), (x - 22 * k, y - 112 * k)], [4, 3, 3]), pen.natural("brass"))
    pen.shape(
        polygon(
            [(x - 34 * k, y - 124 * k), (x - 10 * k, y - 116 * k), (x - 16 * k, y - 78 * k), (x - 66 * k, y - 98 * k)]
        ),
        inside.piece(stage, pen.A),
        form=0.3,
        rim=pen.dark,
    )
    if stage.night:
        pen.glow(x - 40 * k, y - 80 * k, 240 * k, pen.B, 0.5)
        pen.lamp(x - 38 * k, y - 86 * k, 80 * k, 0.7)
    for i in range(3):
        desk.shape(
            polygon(
                [
                    (stage.x(0.52) + 6 * i, y - 8 * i),
                    (stage.x(0.62) + 3 * i, y - 8 * i),
                    (stage.x(0.62) + 5 * i, y + 10 - 8 * i),
                    (stage.x(0.515) + 4 * i, y + 10 - 8 * i),
                ]
            ),
            inside.piece(stage, (desk.r(0.96), desk.mix(desk.A, desk.r(0.3), 0.2), desk.r(0.9))[i]),
            form=0.2,
            line=0.8,
        )


@setting(
    "library",
    words="bookshop, archive, reading room, bookshelves, study room, museum, old library, books everywhere",
    kinds="room, inside",
    inside=True,
    horizon=0.68,
    light=(0.5, 0.24),
    options="table (yes, no), ladder (yes, no)",
    places=(
        Place("floor", "ground", 0.5, 0.7, 0.74, 0.82, 260, 350, (0.22, 0.8)),
        Place("table", "table", 0.82, 0.86, 0.825, 0.84, 400, 410, (0.5, 0.9)),
        Place("wall", "wall", 0.3, 0.32, 0.16, 0.2, 250, 260, (0.42, 0.58)),
    ),
)
def library(stage: Stage) -> None:
    """A tall arched window, shelves full of books that come toward us on both sides, a ladder, lamps, a table."""
    k, s, tall = backdrop.fit(stage), stage.scheme, backdrop.high(stage)
    inside.wall(stage, inside.paint(stage, s.natural("wood"), 0.35), "panel")
    wide = min(230.0, stage.frame.width * 0.24)
    window = (stage.x(0.5) - wide / 2, stage.y(0.08), wide, stage.y(0.44))
    rooms.outside(stage, window)
    rooms.window_frame(stage, window)
    carpet = inside.floor(stage, "planks", inside.piece(stage, s.natural("dark wood"), 0.02))
    rug = inside.piece(stage, carpet.mix(carpet.A, carpet.r(0.3), 0.25))
    for inset, colour in ((0.0, rug), (0.02, carpet.mix(rug, carpet.L, 0.4)), (0.03, carpet.shaded(rug, 0.08))):
        row = [(0.4 + inset, 0.69), (0.6 - inset, 0.69), (0.84 - inset * 3, 1.1), (0.16 + inset * 3, 1.1)]
        carpet.shape(polygon([(stage.x(a), stage.y(b)) for a, b in row]), colour, shadow=0.4, line=0.7)
    rooms.daylight(stage, window)
    for i, (x, half, top, foot, depth) in enumerate(((0.285, 0.085, 0.16, 0.71, 0.44), (0.715, 0.085, 0.16, 0.71, 0.45), (0.1, 0.135, 0.04, 0.78, 0.56), (0.9, 0.135, 0.04, 0.78, 0.57))):  # fmt: skip
        _case(stage, i, stage.x(x), stage.frame.width * half, stage.y(top), stage.y(foot), depth)
    if stage.option("ladder", "yes") == "yes":
        _ladder(stage, k)
    inside.pendant(stage, stage.x(0.5), stage.y(0.1), 62 * k, inside.piece(stage, s.natural("brass")), 0.6)
    if stage.option("table", "yes") == "yes":
        inside.table_in_front(stage, 0.44, 0.98, 0.81, inside.piece(stage, s.natural("wood"), 0.06))
    _pile(stage, k * tall)
    inside.chair_back(stage, 0.94, 180)


def _case(stage: Stage, i: int, x: float, half: float, top: float, foot: float, depth: float) -> None:
    """A bookcase that stands on `foot`."""
    pen = stage.sheet(f"case{i}", depth, lift=12, haze=0.3, wobble=0.5)
    wood = inside.piece(stage, pen.natural("dark wood"), 0.04)
    pen.contact(x, foot, half, 0.5)
    pen.shape(box(x - half, top, 2 * half, foot - top, 3), pen.shaded(wood, 0.5), form=0.2)
    rows = 5
    for j in range(rows):
        y = top + 26 + (foot - top - 44) * (j + 1) / rows
        inside.books(pen, x - half + 14, x + half - 12, y, (foot - top - 44) / rows * 0.84, i * 9 + j, 0.12)
        pen.shape(box(x - half + 6, y, 2 * half - 12, 9), pen.lighter(wood, 0.03), form=0.3)
    for a in (x - half - 4, x + half - 10):
        pen.shape(box(a, top, 14, foot - top, 2), wood, form=0.3, rim=pen.dark)
    pen.shape(box(x - half - 12, top - 12, 2 * half + 24, 26, 4), pen.lighter(wood, 0.03), form=0.3, rim=pen.dark)
    pen.shape(box(x - half - 8, foot - 20, 2 * half + 16, 24, 2), wood, form=0.3)


def _ladder(stage: Stage, k: float) -> None:
    pen = stage.sheet("ladder", 0.6, lift=9, haze=0.2, wobble=0.5)
    x, y, wood = stage.x(0.25), stage.y(0.79), inside.piece(stage, pen.natural("pale wood"))
    a, b = (x - 20 * k, y), (x + 46 * k, stage.y(0.16))
    for j in range(9):
        t = (j + 0.6) / 9.4
        px, py = a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t
        pen.shape(box(px, py, 56 * k, 8, 3), pen.shaded(wood, 0.12), form=0.3)
    for dx in (0.0, 56 * k):
        pen.shape(tube([(a[0] + dx, a[1]), (b[0] + dx, b[1])], [6, 5]), wood, form=0.3, rim=pen.dark)


def _pile(stage: Stage, k: float) -> None:
    """Heaps of books in the left corner, dark, close to us."""
    pen = stage.sheet("front books", 0.95, lift=16, haze=0, wobble=0.6)
    rng, y, i = pen.rng("pile"), stage.frame.height + 30, 0
    while y > stage.frame.height - 150 * k:
        wide, thick = rng.uniform(170, 240) * k, rng.uniform(26, 38) * k
        dark = pen.mix(
            pen.mix((pen.A, pen.G, pen.B)[i % 3], pen.r(0.1), 0.5), pen.r(0.03), 0.5 if not pen.dark else 0.8
        )
        x = -60 + rng.uniform(-14, 20)
        pen.shape(
            box(x, y - thick, wide, thick - 2, 4), dark, form=0.35, rim=pen.mix(dark, pen.r(0.9), 0.35), rim_width=2.5
        )
        pen.shape(box(x + wide - 12, y - thick + 6, 9, thick - 13), pen.mix(pen.r(0.7), dark, 0.55), shadow=0, line=0.5)
        y, i = y - thick, i + 1

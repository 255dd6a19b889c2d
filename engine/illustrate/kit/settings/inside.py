"""What rooms are made of: walls with patterns, floors in perspective, windows, lamps, shelves, furniture in front.

Example: `wall(stage, colour, "stripes"); floor(stage, "boards"); pendant(stage, stage.x(.5), stage.y(.2), 60)`.
"""

from __future__ import annotations

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.settings import rooms
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen, across, around, down
from engine.illustrate.palette import mix
from engine.illustrate.stage import Stage
from engine.looks import Colour

Window = tuple[float, float, float, float]


def paint(stage: Stage, colour: Colour, pale: float = 0.5) -> Colour:
    """A wall or large piece painted in this colour, in the light of the hour."""
    s = stage.scheme
    return mix(s.r(0.24), colour, 0.16) if s.dark else mix(colour, s.r(0.88), pale)


def piece(stage: Stage, colour: Colour, dim: float = 0.0) -> Colour:
    """Furniture of this colour in the light of the hour, darker by `dim`."""
    s = stage.scheme
    return mix(colour, s.shade, (0.36 if s.dark else 0.04) + dim)


def wall(stage: Stage, colour: Colour, pattern: str = "plain", skirting: bool = True) -> Pen:
    """The back wall, lit from the stage's light; pattern: plain, stripes, dots, tiles, panel, brick."""
    pen, frame = stage.sheet("wall", 0.01, lift=0, haze=0, wobble=0.5, texture=0.8), stage.frame
    lx, ly = stage.light
    y, wide = stage.y(stage.horizon), frame.right - frame.left
    bright = pen.mix(colour, pen.L, 0.28 if not pen.dark else 0.15)
    area = box(frame.left, frame.top, wide, frame.foot - frame.top)
    pen.shape(area, around(bright, pen.shaded(colour, 0.24), lx, ly, frame.width * 0.8), line=0, edge=0, shadow=0)
    _pattern(stage, pen, colour, pattern)
    if skirting:
        pen.shape(
            box(frame.left, y - 20, wide, 24),
            pen.mix(colour, pen.r(0.9 if not pen.dark else 0.4), 0.35),
            form=0.3,
            form_width=4,
            line=0.8,
        )
    return pen


def _pattern(stage: Stage, pen: Pen, colour: Colour, pattern: str) -> None:
    frame, y = stage.frame, stage.y(stage.horizon)
    pale = pen.mix(colour, pen.r(0.95 if not pen.dark else 0.6), 0.2)
    if pattern == "stripes":
        for i in range(int(frame.width / 56) + 4):
            pen.shape(
                box(frame.left + i * 56, frame.top, 20, y - frame.top), pale, line=0, shadow=0, edge=0, alpha=0.45
            )
    elif pattern == "dots":
        for i in range(int(frame.width / 70) + 4):
            for j in range(int(y / 62) + 2):
                pen.shape(
                    oval(i * 70 - 70 + (35 if j % 2 else 0), j * 62 - 30, 5), pale, line=0, shadow=0, edge=0, alpha=0.7
                )
    elif pattern in ("tiles", "brick"):
        w, h = (54, 54) if pattern == "tiles" else (86, 34)
        dim = pen.shaded(colour, 0.16)
        for j in range(int(y / h) + 3):
            at = y - j * h
            pen.line([(frame.left, at), (frame.right, at)], dim, 1.8, ink=0.3, alpha=0.6)
            for i in range(int(frame.width / w) + 4):
                a = frame.left + i * w + (w / 2 if pattern == "brick" and j % 2 else 0)
                pen.line([(a, at), (a, at - h)], dim, 1.8, ink=0.3, alpha=0.6)
    elif pattern == "panel":
        wide = frame.width / max(4, round(frame.width / 230))
        for i in range(-1, int(frame.width / wide) + 2):
            panel = box(i * wide + 16, y - 210, wide - 32, 170, 3)
            pen.shape(panel, pen.shaded(colour, 0.1), form=0.2, form_width=5, line=0.7, shadow=0.4)
        pen.shape(box(frame.left, y - 240, frame.right - frame.left, 12), pale, form=0.3, line=0.8)


def floor(stage: Stage, kind: str = "boards", colour: Colour | None = None, second: Colour | None = None) -> Pen:
    """The floor from the horizon down: boards, tiles (two colours in perspective), planks (toward us), plain."""
    pen, frame, y = stage.sheet("floor", 0.42, lift=6, haze=0, wobble=0.6), stage.frame, stage.y(stage.horizon)
    base = colour or (pen.natural("wood") if not pen.dark else pen.mix(pen.natural("dark wood"), pen.r(0.14), 0.35))
    foot = frame.foot
    fill = down(pen.mix(base, pen.r(0.7), 0.12 if not pen.dark else 0.05), pen.shaded(base, 0.4), y, frame.height)
    pen.shape(box(frame.left, y, frame.right - frame.left, foot - y), fill, line=0.8)
    deep = frame.height - y + 60
    rows = [y + deep * (i / 7) ** 1.6 for i in range(8)]
    dim = pen.shaded(base, 0.36)
    if kind == "boards":
        for i, row in enumerate(rows[1:-1]):
            pen.line([(frame.left, row), (frame.right, row)], dim, 1.4 + 0.4 * i, alpha=0.55, ink=0.4)
    if kind in ("planks", "tiles"):
        count = max(8, round(frame.width / 110))
        middle = frame.width / 2
        edges = [
            (middle + (i - count) * frame.width / count * 0.9, middle + (i - count) * frame.width / count * 2.3)
            for i in range(2 * count + 1)
        ]
        if kind == "planks":
            for a, b in edges:
                pen.line([(a, y), (b, y + deep)], dim, 2, alpha=0.55, ink=0.4)
        else:
            _checker(pen, edges, rows, y, deep, second or pen.shaded(base, 0.28))
    return pen


def _checker(
    pen: Pen, edges: list[tuple[float, float]], rows: list[float], y: float, deep: float, colour: Colour
) -> None:
    for j in range(len(rows) - 1):
        t0, t1 = (rows[j] - y) / deep, (rows[j + 1] - y) / deep
        for i in range(j % 2, len(edges) - 1, 2):
            (a0, b0), (a1, b1) = edges[i], edges[i + 1]
            row = [
                (a0 + (b0 - a0) * t0, rows[j]),
                (a1 + (b1 - a1) * t0, rows[j]),
                (a1 + (b1 - a1) * t1, rows[j + 1]),
                (a0 + (b0 - a0) * t1, rows[j + 1]),
            ]
            if max(x for x, _ in row) > -90 and min(x for x, _ in row) < pen.frame.width + 90:
                pen.shape(polygon(row), pen.lighter(colour, -0.012 * j), shadow=0, edge=0, line=0.4, alpha=0.75)


def window(
    stage: Stage, x: float, y: float, wide: float, tall: float, curtained: bool = True, shafts: bool = True
) -> Window:
    """A window about x whose top is at y (units) with the world outside; by day it throws shafts on the floor."""
    made = (x - wide / 2, y, wide, tall)
    rooms.outside(stage, made)
    rooms.window_frame(stage, made)
    if curtained:
        rooms.curtains(stage, made)
    if shafts:
        rooms.daylight(stage, made)
    return made


def pendant(stage: Stage, x: float, y: float, size: float, colour: Colour | None = None, depth: float = 0.4) -> None:
    """A lamp that hangs from the ceiling; it burns by night and in the dusk."""
    pen = stage.sheet(f"pendant{round(x)}", depth, lift=9, haze=0, wobble=0.5)
    shade = colour or pen.mix(pen.A, pen.r(0.3), 0.2)
    pen.line([(x, stage.frame.top), (x, y)], pen.natural("iron"), 3, ink=0.6)
    pen.shape(oval(x, y + size * 0.66, size * 0.2), pen.lit if stage.night else pen.r(0.95), line=0.6)
    hood = smooth([(x - size * 0.12, y), (x + size * 0.12, y), (x + size * 0.3, y + size * 0.2), (x + size * 0.72, y + size * 0.6), (x - size * 0.72, y + size * 0.6), (x - size * 0.3, y + size * 0.2)], curve=0.5)  # fmt: skip
    pen.shape(
        hood,
        across(pen.lighter(shade, 0.03), pen.shaded(shade, 0.3), x - size * 0.7, x + size * 0.7),
        form=0.3,
        rim=pen.dark,
    )
    if stage.night:
        pen.glow(x, y + size * 0.9, size * 5.5, pen.B, 0.42)
        pen.lamp(x, y + size * 0.66, size * 1.5, 0.7)


def books(pen: Pen, x0: float, x1: float, y: float, tall: float, seed: int = 0, dim: float = 0.3) -> None:
    """A row of books that stand on y."""
    rng, x = pen.rng("books", seed, x0), x0
    while x < x1 - 8:
        w, h = rng.uniform(0.16, 0.3) * tall, tall * rng.uniform(0.72, 1.0)
        if rng.random() < 0.08:
            x += w
            continue
        colour = pen.mix(
            rng.choice((pen.A, pen.B, pen.G, pen.r(0.7), pen.natural("fur"))), pen.r(0.22), dim + rng.uniform(0.0, 0.25)
        )
        pen.shape(box(x, y - h, min(w, x1 - x), h, 2), colour, form=0.3, form_width=3, line=0.8, shadow=0.6)
        pen.shape(
            box(x + 2, y - h * 0.84, max(2.0, min(w, x1 - x) - 4), h * 0.07),
            pen.mix(colour, pen.L, 0.4),
            shadow=0,
            edge=0,
            line=0.3,
        )
        x += w + 1


def jars(pen: Pen, x0: float, x1: float, y: float, tall: float, seed: int = 0) -> None:
    """Jars, tins and bottles that stand on y."""
    rng, x, i = pen.rng("jars", seed, x0), x0, seed
    while x < x1 - 14:
        w, h = rng.uniform(0.5, 0.8) * tall, tall * rng.uniform(0.62, 1.0)
        colour = pen.mix(
            (pen.A, pen.mix(pen.r(0.95), pen.L, 0.3), pen.G, pen.B, pen.mix(pen.A, pen.r(1.0), 0.5))[i % 5],
            pen.r(0.25),
            0.18 if not pen.dark else 0.5,
        )
        pen.shape(
            box(x, y - h, w, h, 5),
            across(pen.lighter(colour, 0.03), pen.shaded(colour, 0.25), x, x + w),
            form=0.3,
            line=0.9,
            shadow=0.7,
        )
        pen.shape(
            box(x + w * 0.1, y - h - tall * 0.1, w * 0.8, tall * 0.15, 2),
            pen.shaded(colour, 0.4),
            form=0.3,
            line=0.8,
            shadow=0.5,
        )
        if i % 2:
            pen.shape(
                box(x + w * 0.16, y - h * 0.62, w * 0.68, h * 0.34, 2),
                pen.mix(pen.r(0.95 if not pen.dark else 0.5), pen.L, 0.2),
                shadow=0,
                line=0.5,
            )
        x += w + tall * rng.uniform(0.12, 0.4)
        i += 1


def board(pen: Pen, x: float, y: float, wide: float, colour: Colour, thick: float = 13) -> None:
    """A shelf about x whose upper side is y, on two brackets."""
    for dx in (-0.38, 0.38):
        pen.shape(
            polygon([(x + dx * wide - 4, y), (x + dx * wide + 4, y), (x + dx * wide + 4, y + 34)]),
            pen.shaded(colour, 0.2),
            form=0.2,
        )
    pen.shape(box(x - wide / 2, y, wide, thick, 2), colour, form=0.3, form_width=4, rim=pen.dark, rim_width=2)


def picture(pen: Pen, x: float, y: float, wide: float, tall: float, motif: int = 0) -> None:
    """A framed picture about x whose top is y."""
    pen.shape(box(x - wide / 2, y, wide, tall, 3), pen.natural("wood"), form=0.3, form_width=4)
    inner = box(x - wide / 2 + 8, y + 8, wide - 16, tall - 16)
    pen.shape(inner, pen.mix(pen.r(0.95 if not pen.dark else 0.5), pen.L, 0.2), shadow=0, line=0.6)
    hill = oval(x + wide * 0.1, y + tall, wide * 0.6, tall * 0.4) & inner
    pen.shape(hill, pen.mix((pen.G, pen.V, pen.A)[motif % 3], pen.r(0.4), 0.2), shadow=0, line=0.6)
    pen.shape(oval(x - wide * 0.16, y + tall * 0.36, tall * 0.12), pen.B, shadow=0, line=0.5)


def table_in_front(
    stage: Stage, x0: float, x1: float, y: float, colour: Colour, name: str = "table", depth: float = 0.8
) -> Pen:
    """A table top near us from x0 to x1 (shares), its upper edge at the share y; runs out of the picture below."""
    pen, frame = stage.sheet(name, depth, lift=14, haze=0, wobble=0.6), stage.frame
    a, b, top, front = frame.x(x0), frame.x(x1), stage.y(y), stage.y(y) + 46 * backdrop.high(stage)
    skew = 46
    row = [(a + skew, top), (b - skew, top), (b, front), (a, front)]
    pen.shape(polygon(row), down(pen.lighter(colour, 0.05), colour, top, front), form=0.1)
    pen.shape(box(a, front, b - a, 22, 3), pen.shaded(colour, 0.22), form=0.3)
    for x in (a + 24, b - 52):
        pen.shape(box(x, front + 20, 28, frame.foot), pen.shaded(colour, 0.38), form=0.3)
    return pen


def chair_back(stage: Stage, x: float, tall: float, name: str = "front chair") -> None:
    """The dark back of a chair close to us about the share x."""
    pen, frame = stage.sheet(name, 0.96, lift=16, haze=0, wobble=0.6), stage.frame
    k = backdrop.fit(stage)
    dark = pen.r(0.04) if stage.scheme.dark else mix(pen.r(0.06), pen.natural("dark wood"), 0.4)
    rim = pen.mix(dark, pen.r(0.9), 0.35)
    a, h, top = frame.x(x), frame.height, frame.height - tall * k * backdrop.high(stage)
    for dx in (-78, 62):
        pen.shape(box(a + dx * k, top, 17 * k, h - top + 90, 7), dark, form=0.35, rim=rim, rim_width=2.5)
    for i, y in enumerate((top + 10, top + (h - top) * 0.5)):
        rail = smooth(
            [
                (a - 84 * k, y),
                (a, y - (16 - 8 * i)),
                (a + 84 * k, y),
                (a + 80 * k, y + 34 * k),
                (a, y + 24 * k),
                (a - 80 * k, y + 34 * k),
            ],
            curve=0.6,
        )
        pen.shape(rail, pen.lighter(dark, 0.015), form=0.35, rim=rim, rim_width=2.5)

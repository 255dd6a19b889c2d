"""What towns are built of: fronts with windows that light up, roofs, arches, columns, awnings, lamps, flag lines.

All are drawn in frame units with a pen of the setting. Example: `front(pen, x, y, 120, 200, wall, roof, lit=True)`.
"""

from __future__ import annotations

import math

from engine.illustrate.paint.path import Path, Point, box, oval, polygon, smooth, together
from engine.illustrate.paint.pen import Pen, across, down
from engine.illustrate.palette import adjust
from engine.illustrate.palette import mix as s_mix
from engine.illustrate.stage import Stage
from engine.looks import Colour


def arch(x: float, y: float, wide: float, tall: float, pointed: bool = False) -> Path:
    """An opening with a round (or pointed) head that stands on y; x is its middle."""
    half = wide / 2
    if pointed:
        row = [(-half, 0), (-half, -tall * 0.55), (-half * 0.62, -tall * 0.82), (0, -tall), (half * 0.62, -tall * 0.82), (half, -tall * 0.55), (half, 0)]  # fmt: skip
        return smooth([(x + a, y + b) for a, b in row], curve=0.3)
    return box(x - half, y - tall + half, wide, tall - half) | oval(x, y - tall + half, half)


def windows(
    pen: Pen, x: float, y: float, wide: float, tall: float, columns: int, rows: int, lit: float,
    seed: int = 0, frames: bool = True, head: str = "flat",
) -> None:  # fmt: skip
    """A grid of windows in the box from (x, y) on; the share `lit` of them glows. Windows of one tone are one shape: a
    street has hundreds."""
    rng = pen.rng("panes", seed, x)
    w, h = wide / columns * 0.5, tall / rows * 0.58
    feet = [
        (x + wide * (i + 0.5) / columns, y + tall * (j + 0.5) / rows + h / 2)
        for j in range(rows)
        for i in range(columns)
    ]
    tones: dict[tuple[bool, int], list[Point]] = {}
    for foot in feet:
        burns = rng.random() < lit
        tones.setdefault((burns, rng.randrange(_TONES)), []).append(foot)
    if frames:
        rim = pen.r(0.42) if pen.dark else pen.mix(pen.r(0.95), pen.B, 0.1)
        around = together(_pane(a, b + 2, w + 5, h + 5, head) for a, b in feet)
        pen.shape(around, rim, line=0.7, shadow=0.6, each=min(w, h) + 5)
    for (burns, tone), own in tones.items():
        _panes(pen, own, w, h, head, _glass(pen, burns, tone / (_TONES - 1)), burns)


_TONES = 3


def _glass(pen: Pen, burns: bool, share: float) -> Colour:
    """A window's tone between the darkest and the lightest of its kind."""
    if burns:
        return pen.mix(pen.lit, pen.B, 0.15 + 0.4 * share)
    return pen.lighter(pen.mix(pen.r(0.22 if pen.dark else 0.42), pen.G, 0.3), -0.02 + 0.05 * share)


def _panes(pen: Pen, feet: list[Point], w: float, h: float, head: str, colour: Colour, burns: bool) -> None:
    pen.shape(together(_pane(a, b, w, h, head) for a, b in feet), colour, line=0.6, shadow=0, edge=0, each=min(w, h))
    if w > 11:
        bar = pen.mix(colour, pen.r(0.1 if burns else 0.8), 0.5)
        upright = (polygon([(a, b - h), (a, b)], closed=False) for a, b in feet)
        level = (polygon([(a - w / 2, b - h * 0.52), (a + w / 2, b - h * 0.52)], closed=False) for a, b in feet)
        pen.line(together((*upright, *level)), bar, 1.5, ink=0.4)
    for a, b in feet if burns and w > 6 else ():
        pen.glow(a, b - h / 2, max(w, h) * 1.5, pen.B, 0.3)


def _pane(x: float, y: float, wide: float, tall: float, head: str) -> Path:
    return arch(x, y, wide, tall) if head == "round" and tall > wide else box(x - wide / 2, y - tall, wide, tall, 1)


def roof_path(kind: str, x: float, y: float, wide: float, rise: float) -> Path:
    """A roof over the wall that is `wide` about x and ends at y: gable, step, hip, flat, dome."""
    half = wide / 2
    if kind == "step":
        row = []
        for i in range(4):
            row += [(-half * (1 - i / 4), -rise * (i + 1) / 4.4), (-half * (1 - (i + 1) / 4), -rise * (i + 1) / 4.4)]
        return polygon([(x - half, y), *[(x + a, y + b) for a, b in row], *[(x - a, y + b) for a, b in reversed(row)], (x + half, y)])  # fmt: skip
    if kind == "hip":
        return polygon([(x - half - 7, y + 3), (x - half * 0.6, y - rise), (x + half * 0.6, y - rise), (x + half + 7, y + 3)])  # fmt: skip
    if kind == "dome":
        return smooth([(x - half, y + 2), (x - half * 0.9, y - rise * 0.5), (x, y - rise), (x + half * 0.9, y - rise * 0.5), (x + half, y + 2)], curve=0.8)  # fmt: skip
    if kind == "flat":
        return box(x - half - 5, y - 10, wide + 10, 14, 2)
    return polygon([(x - half - 8, y + 4), (x, y - rise), (x + half + 8, y + 4)])


def front(
    pen: Pen, x: float, y: float, wide: float, tall: float, wall: Colour, roof: Colour, *, kind: str = "gable",
    rise: float = 50, columns: int = 3, rows: int = 3, lit: float = 0.0, seed: int = 0, frames: bool = True,
    base: float = 0.0, head: str = "flat", chimney: bool = True,
) -> None:  # fmt: skip
    """A house front about x that stands on y; `base` keeps the share of the foot free of windows (shop, door)."""
    snow = pen.scheme.weather == "snow"
    if chimney and kind in ("gable", "hip"):
        pen.shape(
            box(x + wide * 0.2, y - tall - rise * 0.95, 16, rise * 0.9), pen.mix(roof, pen.r(0.2), 0.45), form=0.3
        )
    gable = kind in ("gable", "step")
    if kind == "step":
        pen.shape(roof_path(kind, x, y - tall, wide, rise), wall, form=0.15)
    body = box(x - wide / 2, y - tall, wide, tall + 4)
    pen.shape(body, across(pen.lighter(wall, 0.02), pen.shaded(wall, 0.2), x - wide / 2, x + wide / 2), form=0.18, form_width=7)  # fmt: skip
    if kind != "step":
        top = roof_path(kind, x, y - tall, wide, rise)
        pen.shape(top, down(pen.lighter(roof, 0.02), pen.shaded(roof, 0.2), y - tall - rise, y - tall), form=0.28, form_width=6, rim=pen.dark, rim_width=1.5)  # fmt: skip
    if snow and kind != "flat":
        cap = roof_path(kind, x, y - tall - rise * 0.3, wide * (0.66 if gable else 0.86), rise * 0.8)
        pen.shape(cap, pen.r(0.78 if pen.dark else 0.98), form=0.12)
    space = tall * (1 - base) - 14
    if rows and columns:
        windows(
            pen, x - wide / 2 + wide * 0.06, y - tall + 8, wide * 0.88, space, columns, rows, lit, seed, frames, head
        )


def door(pen: Pen, x: float, y: float, wide: float, tall: float, colour: Colour, round_head: bool = False) -> None:
    """A door that stands on y, with a step and a knob."""
    made = arch(x, y, wide, tall) if round_head else box(x - wide / 2, y - tall, wide, tall, 2)
    big = arch(x, y, wide + 10, tall + 6) if round_head else box(x - wide / 2 - 5, y - tall - 5, wide + 10, tall + 5, 2)
    pen.shape(big, pen.mix(pen.natural("stone"), pen.r(0.7), 0.3), form=0.2)
    pen.shape(made, colour, form=0.3, form_width=5, line=0.9)
    pen.line([(x, y - tall * 0.92), (x, y - 3)], pen.shaded(colour, 0.4), 1.6, ink=0.5)
    pen.shape(oval(x + wide * 0.3, y - tall * 0.42, 2.6), pen.natural("brass"), line=0.5)
    pen.shape(box(x - wide * 0.72, y - 5, wide * 1.44, 8, 2), pen.natural("stone"), form=0.3)


def awning(
    pen: Pen, x: float, y: float, wide: float, drop: float, colour: Colour, out: float = 10, folds: int = 7
) -> None:
    """A striped awning whose upper edge is at y, its hem in scallops."""
    white = pen.r(0.62) if pen.dark else pen.mix(pen.r(1.0), pen.L, 0.2)
    for i in range(folds):
        a, b = x - wide / 2 + wide * i / folds, x - wide / 2 + wide * (i + 1) / folds
        low_a, low_b = x + (a - x) * (1 + 2 * out / wide), x + (b - x) * (1 + 2 * out / wide)
        strip = polygon([(a, y), (b, y), (low_b, y + drop), (low_a, y + drop)])
        strip = strip | oval((low_a + low_b) / 2, y + drop, (low_b - low_a) / 2, drop * 0.24)
        tone = colour if i % 2 == 0 else white
        pen.shape(strip, down(pen.lighter(tone, 0.02), pen.shaded(tone, 0.18), y, y + drop), shadow=0.6, line=0.8)


def column(pen: Pen, x: float, y: float, tall: float, half: float, colour: Colour, broken: bool = False) -> None:
    """A fluted column that stands on y; without its head when broken."""
    pen.shape(box(x - half * 1.5, y - half * 0.6, half * 3, half * 0.6, 2), colour, form=0.35)
    if broken:
        top = [(x - half, y - tall * 0.94), (x - half * 0.35, y - tall), (x + half * 0.2, y - tall * 0.9), (x + half, y - tall * 0.97)]  # fmt: skip
    else:
        top = [(x - half * 0.88, y - tall), (x + half * 0.88, y - tall)]
    shaft = polygon([(x - half, y - half * 0.5), *top, (x + half, y - half * 0.5)])
    pen.shape(shaft, across(pen.lighter(colour, 0.04), pen.shaded(colour, 0.3), x - half, x + half), form=0.3, form_width=half * 0.5, rim=pen.dark, rim_width=2)  # fmt: skip
    for dx in (-0.45, 0.0, 0.45):
        pen.line([(x + dx * half, y - tall * 0.86), (x + dx * half, y - half)], pen.shaded(colour, 0.3), 2, ink=0.4, alpha=0.7)  # fmt: skip
    if not broken:
        pen.shape(box(x - half * 1.25, y - tall - half * 0.3, half * 2.5, half * 0.5, 3), colour, form=0.3)
        pen.shape(box(x - half * 1.5, y - tall - half * 0.75, half * 3, half * 0.5, 2), pen.lighter(colour, 0.02), form=0.3)  # fmt: skip


def street_lamp(pen: Pen, x: float, y: float, tall: float, colour: Colour, lit: bool) -> None:
    """An iron lamp that stands on y."""
    t = tall / 100
    pen.shape(box(x - 1.5 * t, y - 84 * t, 3 * t, 84 * t, 1), colour, form=0.3, rim=pen.dark, rim_width=1.5)
    pen.shape(polygon([(x - 4 * t, y + 2), (x - 2.4 * t, y - 12 * t), (x + 2.4 * t, y - 12 * t), (x + 4 * t, y + 2)]), colour, form=0.3)  # fmt: skip
    glass = pen.mix(pen.lit, pen.B, 0.15) if lit else pen.mix(pen.r(0.9), pen.G, 0.2)
    pen.shape(polygon([(x - 3.6 * t, y - 84 * t), (x - 5.4 * t, y - 95 * t), (x + 5.4 * t, y - 95 * t), (x + 3.6 * t, y - 84 * t)]), glass, line=0.9)  # fmt: skip
    pen.shape(polygon([(x - 7 * t, y - 94.5 * t), (x, y - 101 * t), (x + 7 * t, y - 94.5 * t)]), colour, form=0.3)
    if lit:
        pen.lamp(x, y - 89 * t, 52 * t, 0.8)


def flags(pen: Pen, a: tuple[float, float], b: tuple[float, float], sag: float, count: int) -> None:
    """Bunting between two points."""
    points = [(a[0] + (b[0] - a[0]) * t / 12, a[1] + (b[1] - a[1]) * t / 12 + sag * math.sin(t / 12 * math.pi)) for t in range(13)]  # fmt: skip
    pen.line(points, pen.r(0.3), 1.6, ink=0.6)
    for i in range(count):
        t = (i + 0.5) / count
        x, y = a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t + sag * math.sin(t * math.pi)
        colour = (pen.A, pen.B, pen.G, pen.mix(pen.r(1.0), pen.L, 0.3))[i % 4]
        pen.shape(polygon([(x - 8, y), (x + 8, y), (x, y + 19)]), colour, form=0.15, shadow=0.6, line=0.8)


def paving(stage: Stage, pen: Pen, y0: float, y1: float, colour: Colour, rows: int = 7, stones: int = 9) -> None:
    """Marks of cobbles between two heights, larger toward us."""
    rng, width = pen.rng("paving", y0), stage.frame.width
    for row in range(rows):
        t = (row + 0.5) / rows
        y = y0 + (y1 - y0) * t**1.5
        long = 26 + 70 * t
        for _ in range(stones):
            x = rng.uniform(-40, width + 40)
            tone = pen.lighter(colour, rng.choice((-0.06, -0.045, 0.05)))
            pen.shape(box(x, y, long * rng.uniform(0.6, 1.1), 3 + 10 * t, 2 + 4 * t), tone, line=0.4, shadow=0, edge=0.4, alpha=0.85)  # fmt: skip


def wall_in_front(stage: Stage, side: str = "left", share: float = 0.27, rows: int = 3, colour: Colour | None = None) -> Pen:  # fmt: skip
    """A low dark wall of stones close to us in a lower corner; gives the pen of its sheet."""
    pen = stage.sheet("front wall", 0.95, lift=15, haze=0)
    w, h, frame = stage.frame.width, stage.frame.height, stage.frame
    stone = colour or (pen.r(0.045) if stage.scheme.dark else pen.mix(pen.natural("stone"), pen.r(0.05), 0.62))
    rng, rim = pen.rng("wall"), pen.mix(stone, pen.r(0.8), 0.35)
    for row in range(rows):
        reach, at = w * (share - 0.06 * row) + 70, -70 + rng.uniform(-20, 0)
        while at < reach:
            long = rng.uniform(46, 78)
            x = at if side == "left" else w - at - long
            block = box(x, h - 34 - row * 30, long, 29, 9)
            pen.shape(
                block, pen.lighter(stone, rng.uniform(-0.03, 0.03)), form=0.35, form_width=6, rim=rim, rim_width=2
            )
            at += long + 1
    x = frame.left if side == "left" else w * (1 - share) - 70
    pen.shape(box(x, h - 4, w * share + 150, 90), stone, line=0.5)
    return pen


def city_tone(stage: Stage, depth: float) -> Colour:
    """Walls at a depth, cooler and greyer than land so that a green palette keeps its towns."""
    s = stage.scheme
    tone = s.tone(depth, 0.04)
    if s.dark:
        return tone
    grey: Colour = (0.56, 0.60, 0.68) if stage.scene.time != "dusk" else (0.55, 0.47, 0.52)
    return s_mix(tone, adjust(grey, 0.16 - 0.42 * depth), 0.66)


def town(stage: Stage, name: str, depth: float, y: float, tall: float, wide: float, *, lit: float, seed: int = 0, tint: Colour | None = None, kinds: tuple[str, ...] = ("gable", "flat", "hip")) -> Pen:  # fmt: skip
    """A row of fronts along the height y, in the colour of its depth; gives the pen of its sheet."""
    pen = stage.sheet(name, depth, lift=8, wobble=0.6)
    rng, tone = pen.rng("row", seed), city_tone(stage, depth)
    x = stage.frame.left + rng.uniform(-30, 0)
    i = 0
    while x < stage.frame.right:
        w, h = wide * rng.uniform(0.75, 1.25), tall * rng.uniform(0.62, 1.2)
        wall = pen.lighter(pen.mix(tone, tint or (pen.A, pen.B, pen.G, pen.r(0.6))[i % 4], 0.16 if stage.scheme.dark else 0.3), rng.uniform(-0.025, 0.025))  # fmt: skip
        front(
            pen, x + w / 2, y, w * 0.97, h, wall, pen.mix(tone, pen.r(0.1), 0.35), kind=rng.choice(kinds),
            rise=w * rng.uniform(0.28, 0.42), columns=max(2, round(w / 38)), rows=max(2, round(h / 52)),
            lit=lit, seed=i + seed, frames=False,
        )  # fmt: skip
        x += w
        i += 1
    return pen


def wet(stage: Stage, depth: float, y: float) -> None:
    """After rain the ground mirrors what stands behind it."""
    if stage.scene.weather in ("rain", "storm"):
        stage.mirror(depth, y, 0.3, 0.2, 16)

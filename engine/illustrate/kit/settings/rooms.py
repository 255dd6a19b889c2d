"""Rooms: one seen straight on, with a window that shows the hour and the weather, a floor, and some comfort."""

from __future__ import annotations

import math

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.paint.forms import blob, cloud, ridge, star
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen, across, around, down
from engine.illustrate.stage import Stage
from engine.looks import Colour

_PLACES = (
    Place("floor", "ground", 0.52, 0.86, 0.79, 0.97, 330, 430, (0.06, 0.94)),
    Place("wall", "wall", 0.3, 0.4, 0.3, 0.34, 300, 320, (0.5, 0.92)),
    Place("table", "table", 0.7, 0.8, 0.86, 0.88, 420, 440, (0.5, 0.9)),
    Place("sill", "shelf", 0.36, 0.4, 0.575, 0.58, 300, 320, (0.16, 0.4)),
)


@setting(
    "room",
    words="living room, house, home, indoors, inside, parlour, chamber, study",
    kinds="inside, building",
    inside=True,
    horizon=0.74,
    light=(0.26, 0.3),
    options="window (left, right), pictures (yes, no), curtains (yes, no), rug (yes, no), shelf (yes, no)",
    places=_PLACES,
)
def room(stage: Stage) -> None:
    """Wall, window with the world outside, curtains, shelf, picture, floor and rug; shafts or lamplight."""
    wall = _wall(stage)
    x = stage.x(0.26 if stage.option("window", "left") == "left" else 0.74)
    wide = min(370.0, stage.frame.width * 0.4)
    window = (x - wide / 2, stage.y(0.1), wide, stage.y(0.5))
    outside(stage, window)
    window_frame(stage, window)
    if stage.option("curtains", "yes") == "yes":
        curtains(stage, window)
    if stage.option("shelf", "yes") == "yes":
        _shelf(stage, stage.x(0.72 if x < stage.x(0.5) else 0.24), wall)
    _floor(stage)
    daylight(stage, window)
    dark_front(stage)


def wall_colour(stage: Stage, pen: Pen) -> Colour:
    """The wall in this light."""
    if stage.scheme.dark:
        return pen.mix(stage.scheme.r(0.24), pen.A, 0.06)
    return pen.mix(pen.G, pen.r(0.8), 0.5)


def _wall(stage: Stage) -> Colour:
    pen = stage.sheet("wall", 0.01, lift=0, haze=0, wobble=0.5, texture=0.8)
    frame, base = stage.frame, stage.scheme
    colour = wall_colour(stage, pen)
    lx, ly = stage.light
    bright = pen.mix(colour, pen.L, 0.30 if not base.dark else 0.16)
    area = box(frame.left, frame.top, frame.right - frame.left, frame.foot - frame.top)
    pen.shape(area, around(bright, pen.shaded(colour, 0.24), lx, ly, frame.width * 0.8), line=0, edge=0, shadow=0)
    rng = pen.rng("paper")
    for i in range(int(frame.width / 64) + 3):
        for j in range(9):
            x, y = i * 64 - 60 + (32 if j % 2 else 0), j * 62 - 20 + rng.uniform(-3, 3)
            mark = smooth([(x, y - 7), (x + 4, y), (x, y + 7), (x - 4, y)])
            pen.shape(
                mark, pen.mix(colour, pen.r(0.95 if not base.dark else 0.6), 0.2), line=0, shadow=0, edge=0, alpha=0.7
            )
    y = stage.y(stage.horizon)
    pen.shape(box(frame.left, y - 108, frame.right - frame.left, 130), pen.shaded(colour, 0.22), line=0.8, shadow=0.6)
    pen.shape(
        box(frame.left, y - 116, frame.right - frame.left, 10),
        pen.mix(colour, pen.r(0.9), 0.3),
        line=0.8,
        form=0.3,
        form_width=3,
    )
    for i in range(int(frame.width / 78) + 3):
        at = frame.left + 20 + i * 78
        pen.line([(at, y - 104), (at, y - 14)], pen.shaded(colour, 0.38), 2, ink=0.4, alpha=0.6)
    pen.shape(
        box(frame.left, y - 14, frame.right - frame.left, 16),
        pen.mix(colour, pen.r(0.9), 0.25),
        line=0.8,
        form=0.3,
        form_width=4,
    )
    return colour


def outside(stage: Stage, window: tuple[float, float, float, float]) -> None:
    """What is seen through the glass: sky, moon or sun, hills, the weather."""
    x, y, w, h = window
    pen = stage.sheet("outside", 0.05, lift=0, haze=0, light_motion="twinkle")
    hole = box(x, y, w, h)
    top, bright = backdrop.sky_colours(pen, stage)
    pen.shape(box(x - 8, y - 8, w + 16, h + 16), down(top, bright, y, y + h), line=0, edge=0, shadow=0)
    if stage.style.rings:
        for i, (radius, share) in enumerate(((250, 0.3), (175, 0.55), (110, 0.85))):
            ring = blob(x + w * 0.6, y + h * 0.32, radius, radius * 0.85, seed=i + 3, jitter=0.04) & hole
            pen.shape(ring, pen.mix(top, bright, share), line=0)
    if stage.scene.time == "night":
        rng = pen.rng("stars")
        for _ in range(26):
            a, b = x + rng.uniform(8, w - 8), y + h * 0.8 * rng.random()
            pen.shine(star(a, b, rng.choice((1.6, 2.2, 3.6))), pen.mix(pen.r(1), pen.L, 0.3), 0.9)
    if stage.scene.weather not in ("rain", "storm", "snow", "fog"):
        disc = pen.mix(pen.L, (1.0, 0.995, 0.955), 0.6)
        pen.shape(oval(x + w * 0.6, y + h * 0.32, 38), disc, line=0.6)
        pen.glow(x + w * 0.6, y + h * 0.32, 150, pen.L, 0.4)
    far = cloud(x + w * 0.25, y + h * 0.42, w * 0.5, 44, seed=4) & hole
    if far.contours:
        pen.shape(far, pen.mix(top, bright, 0.7), form=0.2)
    for i, (rise, tone) in enumerate(((0.76, 0.2), (0.87, 0.5))):
        hill = ridge(x - 40, x + w + 40, y + h * rise, 16, y + h + 40, seed=3 + i * 6) & hole
        colour = stage.scheme.tone(tone)
        pen.shape(hill, pen.mix(colour, pen.V, 0.3) if not stage.scheme.dark else colour)
    if stage.scene.weather in ("rain", "storm"):
        rng = pen.rng("rain")
        for _ in range(60):
            a, b = x + rng.uniform(4, w - 4), y + rng.uniform(0, h - 24)
            pen.ray((a, b), (a - 5, b + 22), 1.2, pen.r(0.95), 0.3)
    if stage.scene.weather == "snow":
        rng = pen.rng("snow")
        for _ in range(50):
            pen.shape(
                oval(x + rng.uniform(4, w - 4), y + rng.uniform(4, h - 4), rng.uniform(1.6, 3.4)),
                pen.r(1),
                line=0,
                shadow=0,
                edge=0,
            )


def window_frame(stage: Stage, window: tuple[float, float, float, float]) -> None:
    """Bars, frame and sill of a window."""
    x, y, w, h = window
    pen = stage.sheet("window", 0.3, lift=8, haze=0, wobble=0.5)
    white = pen.r(0.97) if not stage.scheme.dark else pen.mix(pen.r(0.5), pen.L, 0.12)
    frame = box(x - 18, y - 18, w + 36, h + 36, 4) - box(x + 6, y + 6, w - 12, h - 12)
    frame = frame | box(x + w / 2 - 7, y, 14, h) | box(x, y + h * 0.45, w, 12)
    pen.shape(frame, across(white, pen.shaded(white, 0.3), x, x + w), form=0.3, form_width=4)
    pen.shape(box(x - 42, y + h + 14, w + 84, 22, 3), pen.mix(white, pen.r(0.5), 0.2), form=0.4, form_width=8)


def curtains(stage: Stage, window: tuple[float, float, float, float]) -> None:
    """Tied curtains on a rod, in the room's warm accent."""
    x, y, w, h = window
    pen = stage.sheet("curtains", 0.42, lift=10, haze=0, motion="flutter")
    cloth = pen.mix(pen.A, pen.r(0.72 if not stage.scheme.dark else 0.3), 0.4)
    pen.shape(box(x - 70, y - 34, w + 140, 9, 4), pen.natural("dark wood"), line=0.8)
    for side in (-1, 1):
        base = x - 6 if side < 0 else x + w + 6

        def at(dx: float, base: float = base, side: int = side) -> float:
            return base - side * dx

        row = [(at(-58), y - 30), (at(82), y - 30), (at(74), y + 60), (at(46), y + h * 0.42), (at(12), y + h * 0.66), (at(4), y + h * 0.86),
               (at(20), y + h + 38), (at(-62), y + h + 44), (at(-66), y + h * 0.6)]  # fmt: skip
        light, dim = pen.mix(cloth, pen.r(1), 0.25), pen.shaded(cloth, 0.3)
        fill = across(light if side < 0 else dim, dim if side < 0 else light, at(-60), at(80))
        pen.shape(smooth(row, curve=0.75), fill, form=0.25, form_width=12)
        for dx in (-30, 0, 30):
            fold = [
                (at(dx), y - 28),
                (at(dx - 4), y + h * 0.3),
                (at(dx - 26), y + h * 0.64),
                (at(dx * 0.6 - 24), y + h + 34),
            ]
            pen.line(fold, pen.shaded(cloth, 0.4), 2.6, alpha=0.7, ink=0.5)
        tie = smooth(
            [(at(-44), y + h * 0.66), (at(14), y + h * 0.63), (at(12), y + h * 0.69), (at(-44), y + h * 0.72)],
            curve=0.5,
        )
        pen.shape(tie, pen.mix(pen.B, pen.r(0.3), 0.2), line=0.7)


def _shelf(stage: Stage, x: float, wall: Colour) -> None:
    pen = stage.sheet("shelf", 0.34, lift=9, haze=0.3, wobble=0.5)
    y, half = stage.y(0.3), min(190.0, stage.frame.width * 0.21)
    rng = pen.rng("books")
    at = x - half + 14
    while at < x + half * 0.42:
        w, h = rng.uniform(14, 26), rng.uniform(52, 78)
        colour = pen.mix(rng.choice((pen.A, pen.B, pen.G, pen.r(0.7))), pen.r(0.3), rng.uniform(0.1, 0.5))
        pen.shape(box(at, y - h, w, h, 2), colour, form=0.3, form_width=4, line=0.8)
        pen.shape(box(at + 2, y - h + 10, w - 4, 5), pen.mix(colour, pen.L, 0.4), shadow=0, edge=0, line=0.4)
        at += w + 2
    pot = pen.natural("clay")
    px = x + half * 0.68
    for turn in (-58, -28, 2, 32, 60):
        leaf = smooth([(0, 0), (-7, -24), (0, -52), (7, -24)]).turned(turn).moved(px, y - 32)
        pen.shape(leaf, pen.lighter(pen.V, 0.02 * (turn % 3)), form=0.3, line=0.7)
    pen.shape(polygon([(px - 22, y - 36), (px + 22, y - 36), (px + 16, y), (px - 16, y)]), pot, form=0.35, line=0.9)
    wood = pen.natural("dark wood")
    pen.shape(box(x - half, y, half * 2, 14, 2), wood, form=0.3, form_width=4, rim=stage.scheme.dark, rim_width=2)
    if stage.option("pictures", "yes") == "yes":
        left, top = x - half * 0.5, y + 56
        pen.shape(box(left, top, 118, 92, 3), pen.natural("wood"), form=0.3, form_width=4)
        pen.shape(box(left + 9, top + 9, 100, 74), pen.mix(pen.r(0.95), pen.L, 0.2), shadow=0, line=0.6)
        pen.shape(
            ridge(left + 9, left + 109, top + 56, 9, top + 83, seed=4, step=20) & box(left + 9, top + 9, 100, 74),
            pen.mix(pen.G, wall, 0.2),
            shadow=0,
        )
        pen.shape(oval(left + 78, top + 32, 10), pen.B, shadow=0, line=0.5)


def _floor(stage: Stage) -> None:
    pen = stage.sheet("floor", 0.5, lift=6, haze=0, wobble=0.6)
    frame, y = stage.frame, stage.y(stage.horizon)
    wood = pen.natural("wood") if not stage.scheme.dark else pen.mix(pen.natural("dark wood"), pen.r(0.14), 0.35)
    fill = down(pen.mix(wood, pen.r(0.7), 0.16), pen.shaded(wood, 0.4), y, frame.height)
    pen.shape(box(frame.left, y, frame.right - frame.left, frame.foot - y), fill, line=0.8)
    for i in range(1, 6):
        row = y + (frame.height - y + 30) * (i / 6) ** 1.5
        pen.line(
            [(frame.left, row), (frame.width / 2, row + 2), (frame.right, row)],
            pen.shaded(wood, 0.42),
            1.4 + i * 0.4,
            alpha=0.55,
            ink=0.4,
        )
    if stage.option("rug", "yes") == "yes":
        cx, cy = stage.x(0.56), y + (frame.height - y) * 0.56
        rug = pen.mix(pen.A, pen.r(0.3), 0.3 if not stage.scheme.dark else 0.5)
        wide = min(430.0, frame.width * 0.42)
        for k, colour in (
            (1.0, rug),
            (0.84, pen.mix(rug, pen.L, 0.45)),
            (0.76, pen.mix(rug, pen.r(0.15), 0.2)),
            (0.4, pen.mix(pen.B, rug, 0.3)),
        ):
            pen.shape(oval(cx, cy, wide * k, 74 * k), colour, line=0.8, shadow=0.6)


def daylight(stage: Stage, window: tuple[float, float, float, float]) -> None:
    """Shafts from the window over the floor; faint and cool by night."""
    x, y, w, _h = window
    floor = stage.y(stage.horizon)
    pen = stage.sheet("shafts", 0.51, haze=0, light_motion="still")
    strength = {"day": 0.34, "dawn": 0.36, "dusk": 0.26, "night": 0.13}[stage.scene.time]
    if stage.scene.weather in ("rain", "storm", "fog", "snow", "cloud"):
        strength *= 0.35
    colour = pen.L if stage.scene.time != "night" else pen.mix(pen.r(0.75), pen.L, 0.25)
    reach = stage.frame.height - floor + 10
    for a, b in ((0.04, 0.46), (0.54, 0.96)):
        row = [
            (x + w * a + 30, floor),
            (x + w * b + 30, floor),
            (x + w * b + 150 + reach, floor + reach),
            (x + w * a + 90 + reach, floor + reach),
        ]
        pen.shine(polygon(row), colour, strength, soft=9)
    rng = pen.rng("dust")
    for _ in range(30 if stage.scene.time in ("day", "dawn") else 0):
        pen.shine(oval(rng.uniform(x, x + w + 260), rng.uniform(y + 60, floor), rng.choice((1, 1.4, 2.0))), pen.L, 0.45)


def dark_front(stage: Stage) -> None:
    """A plant's leaves close to us, dark, in a lower corner."""
    pen = stage.sheet("front plant", 0.96, lift=16, haze=0, motion="sway")
    w, h = stage.frame.width, stage.frame.height
    base = pen.r(0.05) if stage.scheme.dark else pen.mix(pen.r(0.1), pen.V, 0.25)
    for turn, long, wide in ((-150, 210, 30), (-126, 250, 34), (-104, 230, 34), (-82, 170, 28)):
        leaf = smooth(
            [
                (0, 0),
                (long * 0.3, -wide),
                (long * 0.7, -wide * 0.8),
                (long, 0),
                (long * 0.6, wide * 0.5),
                (long * 0.25, wide * 0.55),
            ]
        )
        leaf = leaf.turned(turn).moved(w + 20, h + 40)
        pen.shape(
            leaf, pen.lighter(base, 0.02 * math.sin(turn)), form=0.3, rim=pen.mix(base, pen.r(0.6), 0.4), rim_width=2.5
        )

"""Plants that settings are planted with: trees near and far, palms, bushes, reeds, flowers, leaves close to us.

All are drawn in frame units with a pen of the setting. Example: `conifer(pen, 200, stage.y(.6), 180, colour)`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from engine.illustrate.kit import backdrop
from engine.illustrate.paint.forms import blob, leaf, tube
from engine.illustrate.paint.path import Path, box, oval, smooth
from engine.illustrate.paint.pen import Pen
from engine.illustrate.stage import Stage
from engine.looks import Colour


def conifer(pen: Pen, x: float, y: float, tall: float, colour: Colour, snow: bool = False, tiers: int = 4) -> None:
    """A fir standing on y, its boughs in tiers, white-tipped when snow lies."""
    wood = pen.mix(pen.natural("dark wood"), colour, 0.45)
    pen.shape(box(x - tall * 0.026, y - tall * 0.2, tall * 0.052, tall * 0.2 + 3), wood, form=0.3)
    for i in range(tiers):
        half = tall * 0.25 * (1 - 0.72 * i / tiers)
        low = y - tall * (0.1 + 0.68 * i / tiers)
        top = low - tall * (0.98 / tiers + 0.1)
        shade = pen.lighter(colour, -0.02 + 0.025 * i)
        pen.shape(_bough(x, top, low, half), shade, form=0.28, form_width=half * 0.4, rim=pen.dark, rim_width=1.5)
        if snow:
            cap = _bough(x, top - 1, top + (low - top) * 0.5, half * 0.5)
            pen.shape(cap, pen.r(0.8 if pen.dark else 0.98), form=0.1, shadow=0.4, line=0.6)


def _bough(x: float, top: float, low: float, half: float) -> Path:
    hem = (low - top) * 0.07
    right = [(half * 0.42, top + (low - top) * 0.55), (half, low), (half * 0.6, low - hem), (half * 0.3, low + hem)]
    row = [(0.0, top), *right, (0.0, low - hem * 0.6), *[(-a, b) for a, b in reversed(right)]]
    return smooth([(x + a, b) for a, b in row], curve=0.35)


def tree(pen: Pen, x: float, y: float, tall: float, colour: Colour, seed: int = 0, snow: bool = False) -> None:
    """A broad tree standing on y: trunk, boughs and four masses of leaves."""
    wood = pen.mix(pen.natural("dark wood"), colour, 0.3)
    t = tall / 100
    pen.shape(tube([(x, y + 2), (x - t, y - 22 * t), (x, y - 58 * t)], [5.4 * t, 3.6 * t, 2.4 * t]), wood, form=0.35)
    pen.shape(tube([(x, y - 34 * t), (x + 11 * t, y - 50 * t)], [2.3 * t, 1.2 * t]), wood, form=0.2)
    pen.shape(tube([(x, y - 30 * t), (x - 12 * t, y - 47 * t)], [2.2 * t, 1.1 * t]), wood, form=0.2)
    lean = (-1) ** seed
    for i, (dx, up, wide, high) in enumerate(((-20, 55, 22, 18), (20, 58, 22, 19), (0, 79, 26, 19), (-3, 56, 20, 14))):
        mass = blob(x + dx * lean * t, y - up * t, wide * t, high * t, seed=seed * 7 + i, points=16, jitter=0.08)
        pen.shape(mass, pen.lighter(colour, (-0.05, -0.02, 0.03, 0.045)[i]), form=0.3, form_width=6 * t, rim=pen.dark, rim_width=1.5)  # fmt: skip
    rng = pen.rng("leaves", seed, x)
    for _ in range(10 if tall > 110 else 0):
        a, b = x + rng.uniform(-28, 28) * t, y - rng.uniform(50, 90) * t
        pen.line([(a - 2.8 * t, b), (a, b - 1.7 * t), (a + 2.8 * t, b)], pen.lighter(colour, 0.09), 0.9 * t, ink=0.4, alpha=0.8)  # fmt: skip
    if snow:
        cap = [(-23, 84), (-10, 96), (6, 99), (22, 88), (14, 85), (2, 90), (-10, 85)]
        pen.shape(smooth([(x + a * t, y - b * t) for a, b in cap]), pen.r(0.8 if pen.dark else 0.98), shadow=0.4)


def far_trees(pen: Pen, x0: float, x1: float, y: float, tall: float, colour: Colour, seed: int = 0) -> None:
    """A row of round crowns far away, uneven in height."""
    rng = pen.rng("far trees", seed, x0)
    x = x0
    while x < x1:
        high = tall * rng.uniform(0.6, 1.15)
        shade = pen.lighter(colour, rng.uniform(-0.03, 0.03))
        pen.shape(blob(x, y - high * 0.4, high * 0.46, high * 0.6, seed=int(x) % 89 + 1, jitter=0.09), shade, form=0.25)
        x += high * rng.uniform(0.55, 0.95)


def palm(pen: Pen, x: float, y: float, tall: float, colour: Colour, lean: float = 0.15, leaves: int = 7) -> None:
    """A palm standing on y that leans to the right by `lean` of its height."""
    wood = pen.mix(pen.natural("fur"), colour, 0.25)
    top = (x + tall * lean, y - tall)
    stem = [(x, y + 3), (x + tall * lean * 0.2, y - tall * 0.4), (x + tall * lean * 0.62, y - tall * 0.76), top]
    pen.shape(tube(stem, [tall * 0.042, tall * 0.03, tall * 0.026, tall * 0.02]), wood, form=0.35)
    for i in range(1, 7):
        t = i / 7
        at, half = x + tall * lean * t**1.5, tall * 0.03
        pen.line([(at - half, y - tall * t), (at + half, y - tall * t - 2)], pen.shaded(wood, 0.4), 1.4, ink=0.4, alpha=0.7)  # fmt: skip
    for i in range(leaves):
        turn = -205 + 230 * i / max(leaves - 1, 1)
        frond = _frond(tall * (0.46 if i % 2 else 0.4), turn)
        tone = pen.lighter(colour, 0.04 * math.cos(math.radians(turn + 90)))
        pen.shape(frond.moved(*top), tone, form=0.3, rim=pen.dark, rim_width=1.5)
    for dx in (-0.02, 0.025):
        pen.shape(oval(top[0] + tall * dx, top[1] + tall * 0.03, tall * 0.024), pen.shaded(wood, 0.3), form=0.3)


def _frond(long: float, turn: float) -> Path:
    """A feathered leaf that hangs at its tip."""
    a = math.radians(turn)
    dx, dy = math.cos(a) * long, math.sin(a) * long
    drop = long * 0.5
    top = [(0.0, 0.0), (dx * 0.35, dy * 0.55 - long * 0.06), (dx * 0.75, dy * 0.7), (dx, dy * 0.6 + drop * 0.8)]
    under = [(dx * 0.8, dy * 0.55 + drop * 0.45), (dx * 0.62, dy * 0.52 + drop * 0.38), (dx * 0.36, dy * 0.42 + drop * 0.12)]  # fmt: skip
    return smooth([*top, *under], curve=0.8)


def bush(pen: Pen, x: float, y: float, wide: float, colour: Colour, seed: int = 0) -> None:
    """A low bush of three masses standing on y."""
    for i, (dx, up, k) in enumerate(((-0.3, 0.22, 0.3), (0.3, 0.24, 0.32), (0.0, 0.34, 0.36))):
        mass = blob(x + dx * wide, y - up * wide, wide * k, wide * k * 0.85, seed=seed + i, points=15, jitter=0.09)
        pen.shape(mass, pen.lighter(colour, 0.03 * i - 0.03), form=0.28, rim=pen.dark, rim_width=1.5)


def reeds(pen: Pen, x0: float, x1: float, y: float, tall: float, colour: Colour, count: int) -> None:
    """Reeds and bulrushes along a line."""
    backdrop.grass(pen, x0, x1, y, tall, colour, count, 0.12)
    rng = pen.rng("rushes", x0)
    for _ in range(max(2, count // 4)):
        x, high = rng.uniform(x0, x1), tall * rng.uniform(0.9, 1.2)
        tip = (x + high * rng.uniform(-0.08, 0.14), y - high)
        pen.shape(tube([(x, y), ((x + tip[0]) / 2 - 2, y - high * 0.5), tip], [2.0, 1.7, 1.4]), colour)
        head = tube([(tip[0], tip[1] + high * 0.02), (tip[0] + 1, tip[1] - high * 0.15)], [5.0, 5.0])
        pen.shape(head, pen.mix(pen.natural("fur"), colour, 0.45), form=0.3)


def flower(pen: Pen, x: float, y: float, tall: float, colour: Colour, stem: Colour, petals: int = 6) -> None:
    """A flower on a stalk that stands on y."""
    sway = tall * 0.06 * math.sin(x)
    pen.shape(tube([(x, y), (x + sway, y - tall * 0.5), (x + sway, y - tall)], [2.0, 1.6, 1.4]), stem)
    pen.shape(leaf(tall * 0.3, tall * 0.07).turned(-38).moved(x + sway, y - tall * 0.3), pen.lighter(stem, 0.03))
    size = tall * 0.11
    for i in range(petals):
        turn = i * math.tau / petals
        petal = oval(x + sway + math.cos(turn) * size, y - tall + math.sin(turn) * size, size * 0.72)
        pen.shape(petal, pen.lighter(colour, 0.02 * (i % 2)), form=0.2, shadow=0.5, line=0.7)
    pen.shape(oval(x + sway, y - tall, size * 0.68), pen.mix(pen.L, pen.B, 0.5), form=0.2, line=0.7)


def fern(pen: Pen, x: float, y: float, long: float, colour: Colour, turns: Sequence[float] = (-150, -120, -90, -60, -30)) -> None:  # fmt: skip
    """Fronds that spring from one root and arch over."""
    for i, turn in enumerate(turns):
        a = math.radians(turn)
        dx, dy = math.cos(a) * long, math.sin(a) * long
        spine = [(x, y), (x + dx * 0.5, y + dy * 0.72), (x + dx * 0.9, y + dy * 0.86), (x + dx * 1.1, y + dy * 0.74)]
        pen.shape(tube(spine, [long * 0.02, long * 0.09, long * 0.075, 1.0]), pen.lighter(colour, 0.025 * (i % 3)), form=0.3,
                  rim=pen.dark, rim_width=1.5)  # fmt: skip
        pen.line(spine, pen.shaded(colour, 0.3), 1.6, ink=0.5, alpha=0.8)


def corner_leaves(stage: Stage, side: str = "right", name: str = "front leaves", size: float = 1.0, tint: float = 0.4) -> Pen:  # fmt: skip
    """Large dark leaves close to us in a lower corner; gives the pen of their sheet."""
    pen = stage.sheet(name, 0.96, lift=16, haze=0, motion="sway")
    base, k = backdrop.near_dark(stage, tint), size * backdrop.fit(stage) * backdrop.high(stage)
    x, y, flip = (stage.frame.width + 26, stage.frame.height + 44, 1) if side == "right" else (-26.0, stage.frame.height + 44, -1)  # fmt: skip
    rim = pen.mix(base, pen.r(0.7), 0.35)
    for i, (turn, long, wide) in enumerate(((-157, 230, 30), (-132, 270, 36), (-108, 240, 36), (-84, 180, 30))):
        shape = leaf(long * k, wide * k).turned(turn).moved(0, 0)
        shape = (shape if flip > 0 else shape.scaled(-1, 1)).moved(x, y)
        pen.shape(shape, pen.lighter(base, 0.022 * (i % 3)), form=0.3, rim=rim, rim_width=2.5)
        a = math.radians(turn)
        tip = (x + flip * math.cos(a) * long * k * 0.86, y + math.sin(a) * long * k * 0.86)
        pen.line([(x, y), tip], pen.mix(base, pen.r(0.7), 0.2), 2, ink=0.4, alpha=0.8)
    return pen


def front_grass(stage: Stage, left: float = 0.28, right: float = 0.76, tall: float = 84, name: str = "front grass") -> Pen:  # fmt: skip
    """A dark bank of grass in both lower corners, up to the share `left` and from the share `right` on."""
    pen = stage.sheet(name, 0.96, lift=15, haze=0, motion="sway")
    colour, frame = backdrop.near_dark(stage), stage.frame
    tall *= backdrop.high(stage)
    rim = pen.mix(colour, pen.r(0.7), 0.3)
    for side, x0, x1 in (("left", frame.left, frame.x(left)), ("right", frame.x(right), frame.right)):
        if x1 - x0 < 20:
            continue
        a, b = (tall * 1.05, -20.0) if side == "left" else (-20.0, tall * 1.05)
        top = [(x0, frame.height - a), ((x0 + x1) / 2, frame.height - max(a, b) * 0.6), (x1, frame.height - b)]
        bank = smooth([*top, (x1, frame.foot), (x0, frame.foot)], curve=0.5)
        middle, outer = (x0 + x1) / 2, (x0, (x0 + x1) / 2) if side == "left" else ((x0 + x1) / 2, x1)
        backdrop.grass(
            pen, *outer, frame.height - tall * 0.55, tall * 0.8, colour, round((x1 - x0) / 20), 0.25 * stage.wind
        )
        inner = (middle, x1 - 20) if side == "left" else (x0 + 20, middle)
        backdrop.grass(
            pen, *inner, frame.height - tall * 0.2, tall * 0.6, colour, round((x1 - x0) / 22), 0.25 * stage.wind
        )
        pen.shape(bank, colour, rim=rim, rim_width=2)
    return pen

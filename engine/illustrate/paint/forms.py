"""Outlines that pictures need often: limbs, hills, clouds, rocks, leaves, stars. All chance comes from a seed.

Example: `tube([(0, 0), (4, 20), (2, 40)], [4, 3, 2])` is an arm.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

import numpy as np

from engine.illustrate.paint.path import Path, Point, box, oval, polygon, smooth


def tube(points: Sequence[Point], halves: Sequence[float], flat_end: bool = False) -> Path:
    """A tapered tube along points with a half width at each, its ends round (the far one flat if asked)."""
    row = np.asarray(points, np.float64)
    width = np.asarray(halves, np.float64)[:, None]
    ahead, behind = np.vstack([row[1:], row[-1:]]), np.vstack([row[:1], row[:-1]])
    along = ahead - behind
    along /= np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)[:, None]
    side = np.column_stack([-along[:, 1], along[:, 0]]) * width
    end = [] if flat_end else _cap(row[-1], along[-1], side[-1])
    start = _cap(row[0], -along[0], -side[0])
    outline = [*(row + side), *end, *(row - side)[::-1], *start]
    return smooth([(float(x), float(y)) for x, y in outline])


def _cap(centre: np.ndarray, along: np.ndarray, side: np.ndarray) -> list[np.ndarray]:
    half = float(np.hypot(*side))
    return [centre + side * c + along * half * s for c, s in ((0.7, 0.7), (0.0, 0.98), (-0.7, 0.7))]


def blob(x: float, y: float, across: float, down: float, seed: int = 0, points: int = 14, jitter: float = 0.12) -> Path:
    """An uneven round shape."""
    rng = random.Random(seed)
    row = []
    for i in range(points):
        turn = i / points * math.tau
        row.append(
            (
                x + across * (1 + rng.uniform(-jitter, jitter)) * math.cos(turn),
                y + down * (1 + rng.uniform(-jitter, jitter)) * math.sin(turn),
            )
        )
    return smooth(row, curve=1.15)


def ridge(
    left: float, right: float, y: float, rise: float, foot: float, seed: int = 0, step: float = 40.0, slope: float = 0.0
) -> Path:
    """Hills from left to right about the height y, closed down to `foot`; `slope` lifts the left and lowers the right."""
    rng = random.Random(seed)
    a, b, c = (rng.uniform(0, math.tau) for _ in range(3))
    middle, half = (left + right) / 2, max((right - left) / 2, 1.0)
    row: list[Point] = []
    x = left
    while x <= right + step:
        wave = 0.55 * math.sin(x / 310 + a) + 0.3 * math.sin(x / 127 + b) + 0.15 * math.sin(x / 53 + c)
        row.append((x, y + rise * (wave + rng.uniform(-0.08, 0.08)) + slope * (x - middle) / half))
        x += step
    return grounded(row, foot)


def grounded(row: Sequence[Point], foot: float, curve: float = 1.1) -> Path:
    """The area below a smooth line, down to `foot`."""
    line = smooth(row, closed=False, curve=curve).contours[0]
    under = polygon([row[-1], (row[-1][0], foot), (row[0][0], foot), row[0]], closed=False).contours[0]
    return Path((np.concatenate([line, under]),))


def wave(left: float, right: float, y: float, height: float, length: float, foot: float, seed: int = 0) -> Path:
    """Water with crests a `length` apart, closed down to `foot`."""
    rng = random.Random(seed)
    shift, row = rng.uniform(0, 6), []
    x = left
    while x <= right + 14:
        crest = abs(math.sin((x / length + shift) * math.pi))
        row.append((x, y - height * (1 - crest) ** 1.4 + 2 * math.sin(x / 90 + shift)))
        x += max(9.0, length / 9)
    return grounded(row, foot)


def cloud(x: float, y: float, width: float, height: float, seed: int = 0) -> Path:
    """A flat-footed cloud; x is its middle, y its foot."""
    rng = random.Random(seed)
    made = box(x - width / 2, y - height * 0.22, width, height * 0.22, height * 0.11)
    for i in range(6):
        share = (i + 0.5) / 6
        r = height * (0.28 + 0.34 * math.sin(share * math.pi) * rng.uniform(0.7, 1.1))
        made = made | oval(x - width / 2 + width * share, y - height * 0.12 - r * 0.35, r * 1.35, r)
    return made - box(x - width, y, width * 2, height * 2)


def rock(x: float, y: float, width: float, height: float, seed: int = 0) -> Path:
    """A boulder standing on y."""
    rng = random.Random(seed)
    tops = [(-0.5, 0.02), (-0.42, 0.45), (-0.2, 0.85), (0.08, 1.0), (0.3, 0.72), (0.46, 0.35), (0.5, 0.02)]
    row = [(x + width * (a + rng.uniform(-0.04, 0.04)), y - height * b * rng.uniform(0.88, 1.08)) for a, b in tops]
    return smooth([*row, (x + width * 0.3, y + height * 0.06), (x - width * 0.3, y + height * 0.06)], curve=0.6)


def leaf(length: float, width: float) -> Path:
    """A leaf from the origin to the right."""
    shape = ((0.0, 0.0), (0.25, -1.0), (0.6, -0.9), (1.0, 0.0), (0.6, 0.5), (0.25, 0.6))
    return smooth([(length * a, width * b) for a, b in shape])


def star(x: float, y: float, radius: float, points: int = 5, inner: float = 0.45) -> Path:
    """A star standing on two of its points."""
    row = []
    for i in range(points * 2):
        turn, r = i * math.pi / points - math.pi / 2, radius if i % 2 == 0 else radius * inner
        row.append((x + math.cos(turn) * r, y + math.sin(turn) * r))
    return polygon(row)

"""Tiles of noise, each made once from a fixed seed and kept as signed bytes: wobble of edges, paper, cloud, bristle.

Tiles repeat without a seam. Example: `sample("wobble", points, 34.0)` moves an outline by slow noise.
"""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

SIDE = 512
Points = NDArray[np.float64]
Bytes = NDArray[np.uint8]

# name: (seed, ((feature in pixels across, down), weight) ...)
_KINDS: dict[str, tuple[int, tuple[tuple[float, float, float], ...]]] = {
    "wobble": (21, ((32, 32, 1.0),)),
    "wobble2": (22, ((32, 32, 1.0),)),
    "cloud": (23, ((128, 128, 1.0), (64, 64, 0.5), (32, 32, 0.25))),
    "fibre": (24, ((2, 2, 0.5), (14, 2, 0.4), (3, 9, 0.25))),
    "grain": (25, ((2, 2, 0.6), (4, 4, 0.5))),
    "bristle": (26, ((64, 2, 0.8), (26, 3, 0.5), (64, 64, 0.3))),
    "chalk": (27, ((2, 2, 0.6), (5, 3, 0.6), (16, 16, 0.3))),
    "speck": (28, ((4, 4, 1.0),)),
}


def _octave(rng: np.random.Generator, across: float, down: float) -> NDArray[np.float32]:
    grid = rng.standard_normal((max(2, round(SIDE / down)), max(2, round(SIDE / across)))).astype(np.float32)
    wrapped = np.pad(grid, 2, mode="wrap")
    rows, columns = SIDE * wrapped.shape[0] // grid.shape[0], SIDE * wrapped.shape[1] // grid.shape[1]
    big = cv2.resize(wrapped, (columns, rows), interpolation=cv2.INTER_CUBIC)
    top, left = 2 * SIDE // grid.shape[0], 2 * SIDE // grid.shape[1]
    part = big[top : top + SIDE, left : left + SIDE]
    return np.asarray(part / max(float(part.std()), 1e-6), np.float32)


@lru_cache(maxsize=16)
def tile(kind: str) -> NDArray[np.int8]:
    """A square of noise about 0; 127 is 2.2 standard deviations."""
    seed, octaves = _KINDS[kind]
    rng = np.random.default_rng(seed)
    total = np.zeros((SIDE, SIDE), np.float32)
    for across, down, weight in octaves:
        total += weight * _octave(rng, across, down)
    total /= float(total.std()) * 2.2
    return np.asarray(np.clip(total, -1, 1) * 127, np.int8)


def sample(kind: str, points: Points, feature: float, shift: int = 0) -> NDArray[np.float64]:
    """Noise (-1 to 1) at some points; `feature` is the size of its bumps in the points' unit, for a tile of 32."""
    noise = tile(kind)
    at = points * (32.0 / feature) + shift
    low = np.floor(at)
    part = at - low
    x0, y0 = low[:, 0].astype(np.int64) % SIDE, low[:, 1].astype(np.int64) % SIDE
    x1, y1 = (x0 + 1) % SIDE, (y0 + 1) % SIDE
    top = noise[y0, x0] * (1 - part[:, 0]) + noise[y0, x1] * part[:, 0]
    foot = noise[y1, x0] * (1 - part[:, 0]) + noise[y1, x1] * part[:, 0]
    return np.asarray((top * (1 - part[:, 1]) + foot * part[:, 1]) / 127.0)


@lru_cache(maxsize=48)
def _scaled(kind: str, side: int) -> NDArray[np.int8]:
    noise = tile(kind)
    if side == SIDE:
        return noise
    return np.asarray(cv2.resize(noise.astype(np.float32), (side, side), interpolation=cv2.INTER_LINEAR), np.int8)


def plane(kind: str, width: int, height: int, scale: float, shift: tuple[int, int]) -> NDArray[np.int8]:
    """A part of the endless noise as pixels; `scale` enlarges it, `shift` (pixels) says where it starts."""
    noise = _scaled(kind, max(64, round(SIDE * scale)))
    side = noise.shape[0]
    rows = (np.arange(height) + shift[1]) % side
    columns = (np.arange(width) + shift[0]) % side
    return np.asarray(noise[rows][:, columns])

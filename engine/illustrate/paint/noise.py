"""Tiles of noise, each made once from a fixed seed and kept as signed bytes: wobble of edges, paper, cloud, bristle.

Tiles repeat without a seam. Example: `sample("wobble", points, 34.0)` moves an outline by slow noise.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

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
    return samples(((kind, shift),), points, feature)[0]


def samples(kinds: Sequence[tuple[str, int]], points: Points, feature: float) -> list[NDArray[np.float64]]:
    """Several kinds, each with its shift, at the same points."""
    at = points * (32.0 / feature)
    low = np.floor(at)
    right, down = (at - low).T
    x, y = low.astype(np.int64).T
    left, up = 1 - right, 1 - down
    weights = (up * left, up * right, down * left, down * right)
    found = []
    for kind, shift in kinds:
        noise = tile(kind).reshape(-1)
        x0, x1, y0, y1 = (each % SIDE for each in (x + shift, x + (shift + 1), y + shift, y + (shift + 1)))
        y0, y1 = y0 * SIDE, y1 * SIDE
        corners = (noise[y0 + x0], noise[y0 + x1], noise[y1 + x0], noise[y1 + x1])
        found.append(sum(corner * weight for corner, weight in zip(corners, weights, strict=True)) / 127.0)
    return found


@lru_cache(maxsize=48)
def _scaled(kind: str, side: int) -> NDArray[np.int8]:
    noise = tile(kind)
    if side == SIDE:
        return noise
    return np.asarray(cv2.resize(noise.astype(np.float32), (side, side), interpolation=cv2.INTER_LINEAR), np.int8)


def plane(kind: str, width: int, height: int, scale: float, shift: tuple[int, int]) -> NDArray[np.int8]:
    """A part of the endless noise as pixels; `scale` enlarges it, `shift` (pixels) says where it starts."""
    noise = _scaled(kind, max(64, round(SIDE * scale)))
    return window(noise, shift[1], shift[0], height, width)


def window(tile: NDArray[Any], top: int, left: int, height: int, width: int) -> NDArray[Any]:
    """A part of a square tile that repeats without end, copied block by block."""
    side = tile.shape[0]
    found = np.empty((height, width, *tile.shape[2:]), tile.dtype)
    for y in range(-(top % side), height, side):
        for x in range(-(left % side), width, side):
            y0, x0 = max(y, 0), max(x, 0)
            part = tile[y0 - y : height - y, x0 - x : width - x]
            found[y0 : y0 + part.shape[0], x0 : x0 + part.shape[1]] = part
    return found

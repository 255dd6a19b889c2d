"""Planes of coverage: bands along lines, blurs, soft ovals. Bytes from 0 to 255; lengths are pixels.

Example: `falloff((0, 0, 40, 40), 20, 20, 20, 20, alpha=1.0, power=2.0)` is a round soft light.
"""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.illustrate.paint.sheet import Box

Floats = NDArray[np.float64]
Mask = NDArray[np.uint8]

_BAND = 128
"""Rows at a time: float planes of a whole picture are large. A multiple of the dither's four rows."""


def bands_of(box: Box) -> Iterator[tuple[Box, slice]]:
    """A box in bands of rows: each band's own box, and its rows within the whole."""
    x0, y0, x1, y1 = box
    for top in range(y0, y1, _BAND):
        foot = min(top + _BAND, y1)
        yield (x0, top, x1, foot), slice(top - y0, foot - y0)


def band(row: Floats, half: Floats, closed: bool) -> list[Floats]:
    """Both sides of a row of points as outlines to be filled together."""
    ahead = np.roll(row, -1, axis=0) if closed else np.vstack([row[1:], row[-1:]])
    behind = np.roll(row, 1, axis=0) if closed else np.vstack([row[:1], row[:-1]])
    along = ahead - behind
    along /= np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)[:, None]
    side = np.column_stack([-along[:, 1], along[:, 0]]) * half[:, None]
    if closed:
        outer, inner = row + side, (row - side)[::-1]
        return [outer, inner]
    tip, tail = along[-1:] * half[-1] * 0.8, along[:1] * half[0] * 0.8
    return [np.vstack([row + side, row[-1:] + tip, (row - side)[::-1], row[:1] - tail])]


def faded(cover: Mask, alpha: float) -> Mask:
    """Coverage times a share."""
    return cover if alpha >= 0.999 else np.asarray(cv2.convertScaleAbs(cover, alpha=alpha), np.uint8)


def blurred(cover: Mask, sigma: float) -> Mask:
    """Blurred, made small where the blur is wide."""
    if sigma < 0.4:
        return cover
    step = max(1, int(sigma / 2.0))
    height, width = cover.shape
    if step == 1:
        return np.asarray(cv2.GaussianBlur(cover, (0, 0), sigma), np.uint8)
    size = max(1, width // step), max(1, height // step)
    small = cv2.GaussianBlur(cv2.resize(cover, size, interpolation=cv2.INTER_AREA), (0, 0), sigma / step)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR), np.uint8)


def distance(box: Box, cx: float, cy: float, reach: float) -> NDArray[np.float32]:
    """How far every pixel of a box is from a point, 1 at `reach`."""
    xs = (np.arange(box[0], box[2], dtype=np.float32) + 0.5 - cx) / reach
    ys = (np.arange(box[1], box[3], dtype=np.float32) + 0.5 - cy) / reach
    return np.sqrt(xs[None, :] ** 2 + ys[:, None] ** 2)


def falloff(box: Box, cx: float, cy: float, a: float, b: float, alpha: float, power: float) -> Mask:
    """An oval patch that fades from `alpha` at its middle to nothing at its edge."""
    xs = (np.arange(box[0], box[2], dtype=np.float32) + 0.5 - cx) / max(a, 1e-3)
    ys = (np.arange(box[1], box[3], dtype=np.float32) + 0.5 - cy) / max(b, 1e-3)
    curve = (np.clip(1 - np.arange(256, dtype=np.float32) / 255, 0, 1) ** power * alpha * 255).astype(np.float32)
    steps = (curve + np.float32(0.5)).astype(np.uint8)
    cover = np.empty((len(ys), len(xs)), np.uint8)
    for _, rows in bands_of(box):
        far = np.sqrt(xs[None, :] ** 2 + ys[rows, None] ** 2)
        cover[rows] = steps[np.clip(far * 255, 0, 255).astype(np.uint8)]
    return cover

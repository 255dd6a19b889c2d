"""Masks: shaped words, outlines, rounded boxes and soft shadows as coverage from 0 to 1, at sub-pixel places.

Knows no colours, films or time. Example: `letters_mask(face, [(face.shaped("ab"), 4.5, 40.0)], (200, 60))`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import cv2
import numpy as np
import uharfbuzz as hb
from numpy.typing import NDArray

from engine.film.letters import UNITS, Shaped, Typeface

Mask = NDArray[np.float32]
Set = tuple[Shaped, float, float]
"""A shaped word, and the x and y (downwards) in pixels at which its baseline starts."""
FINE = 2
"""Samples a pixel in each direction under outlines."""


def letters_mask(face: Typeface, words: Iterable[Set], size: tuple[int, int], scale: int = 1) -> Mask:
    """What words cover of an area of `size` (width, height), drawn `scale` times as large."""
    raster = hb.RasterDraw()
    width, height = size[0] * scale, size[1] * scale
    raster.extents = hb.RasterExtents(0, 0, width, height, 0)
    k = scale / UNITS
    for shaped, x, baseline in words:
        for glyph in shaped.glyphs:
            raster.transform = (k, 0, 0, k, (x + glyph.x) * scale, (size[1] - baseline + glyph.y) * scale)
            raster.draw_glyph(face.fonts[glyph.font], glyph.number)
    return _array(raster.render(), 1)[:height, :width, 0].astype(np.float32) / np.float32(255)


def coloured(face: Typeface, words: Iterable[Set], size: tuple[int, int]) -> NDArray[np.float32] | None:
    """Glyphs with colours of their own (emoji of colour fonts) as premultiplied RGB and alpha; None when there are
    none.
    """
    marks = [(g, x, y) for shaped, x, y in words for g in shaped.glyphs if face.coloured[g.font]]
    if not marks:
        return None
    total = np.zeros((size[1], size[0], 4), np.float32)
    for glyph, x, baseline in marks:
        paint = hb.RasterPaint()
        paint.extents = hb.RasterExtents(0, 0, size[0], size[1], 0)
        k = 1 / UNITS
        paint.transform = (k, 0, 0, k, x + glyph.x, size[1] - baseline + glyph.y)
        if paint.paint_glyph_or_fail(face.fonts[glyph.font], glyph.number):
            seen = _array(paint.render(), 4)[: size[1], : size[0]].astype(np.float32) / np.float32(255)
            total = seen + total * (1 - seen[:, :, 3:])
    return total[:, :, [2, 1, 0, 3]]


def _array(image: hb.RasterImage, channels: int) -> NDArray[np.uint8]:
    """HarfBuzz keeps the lowest row first."""
    extents = image.extents
    rows = np.frombuffer(image.buffer, np.uint8).reshape(extents.height, extents.stride)[::-1]
    return rows[:, : extents.width * channels].reshape(extents.height, extents.width, channels)


def shrunk(mask: Mask) -> Mask:
    """A mask drawn FINE times as large, at its size."""
    height, width = mask.shape
    made = cv2.resize(mask, (width // FINE, height // FINE), interpolation=cv2.INTER_AREA)
    return np.asarray(made, dtype=np.float32)


def outlined(fine: Mask, reach: float) -> Mask:
    """A fine mask grown by `reach` pixels with round corners, at its size."""
    if reach <= 0:
        return shrunk(fine)
    distance = cv2.distanceTransform((fine < 0.5).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_5)
    return shrunk(np.clip(FINE * reach + 0.5 - distance, 0, 1))


def softened(mask: Mask, reach: float, fall: float = 0.0) -> Mask:
    """A mask blurred by `reach` pixels (one standard deviation) and let down by `fall`."""
    if fall:
        fallen = cv2.warpAffine(mask, np.array([[1.0, 0, 0], [0, 1.0, fall]]), mask.shape[::-1])
        mask = np.asarray(fallen, dtype=np.float32)
    return np.asarray(cv2.GaussianBlur(mask, (0, 0), max(reach, 0.3)), dtype=np.float32)


def rounded(boxes: Sequence[tuple[float, float, float, float]], radius: float, size: tuple[int, int]) -> Mask:
    """Rectangles (left, top, right, bottom) with round corners, together."""
    down, across = np.mgrid[0 : size[1], 0 : size[0]].astype(np.float32) + np.float32(0.5)
    total = np.zeros((size[1], size[0]), np.float32)
    for left, top, right, bottom in boxes:
        r = min(radius, (right - left) / 2, (bottom - top) / 2)
        x = np.maximum(np.abs(across - (left + right) / 2) - ((right - left) / 2 - r), 0)
        y = np.maximum(np.abs(down - (top + bottom) / 2) - ((bottom - top) / 2 - r), 0)
        total = np.maximum(total, np.clip(r - np.sqrt(x * x + y * y) + 0.5, 0, 1))
    return total

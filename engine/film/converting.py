"""Turns RGBA bytes into planes of Y, U and V in compiled loops, in an eighth of OpenCV's time. Imported by `cutouts` only, since
numba may be missing.

Single precision in a fixed order: every machine gives the same bytes.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import types
from numpy.typing import NDArray

from engine.film.kernel import compiled

Plane = NDArray[np.uint8]
Matrix = NDArray[np.float32]
"""Three rows, for Y, U and V: what each takes of R, G, B and A, and what is added."""

_HALF, _MOST, _NONE = np.float32(0.5), np.float32(255.5), np.float32(0)

_READ = types.Array(types.uint8, 2, "C", readonly=True)
_WRITTEN = types.Array(types.uint8, 2, "C")
_MATRIX = types.Array(types.float32, 2, "C", readonly=True)


@compiled()
def _four(row: Any, red: Any, green: Any, blue: Any, alpha: Any, cover: Any) -> None:
    for x in range(len(red)):
        red[x], green[x] = np.float32(row[4 * x]), np.float32(row[4 * x + 1])
        blue[x], alpha[x] = np.float32(row[4 * x + 2]), np.float32(row[4 * x + 3])
        cover[x] = row[4 * x + 3]


@compiled()
def _summed(red: Any, green: Any, blue: Any, alpha: Any, take: Any, out: Any) -> None:
    a, b, c, d, e = take[0], take[1], take[2], take[3], take[4] + _HALF
    for x in range(len(out)):
        total = red[x] * a + green[x] * b + blue[x] * c + alpha[x] * d + e
        out[x] = np.uint8(np.int32(min(max(total, _NONE), _MOST)))


@compiled()
def _means(upper: Any, lower: Any, out: Any) -> None:
    for x in range(len(out)):
        total = np.uint32(upper[2 * x]) + np.uint32(upper[2 * x + 1])
        out[x] = (total + np.uint32(lower[2 * x]) + np.uint32(lower[2 * x + 1]) + np.uint32(2)) >> np.uint32(2)


@compiled(types.void(_READ, _MATRIX, _WRITTEN, _WRITTEN, _WRITTEN, _WRITTEN, _WRITTEN))
def _halved(rgba: Any, matrix: Any, luma: Any, u: Any, v: Any, alpha: Any, half: Any) -> None:
    width = luma.shape[1]
    parts, tints = np.empty((4, width), np.float32), np.empty((4, width), np.uint8)
    for y in range(luma.shape[0]):
        k = y & 1
        _four(rgba[y], parts[0], parts[1], parts[2], parts[3], alpha[y])
        _summed(parts[0], parts[1], parts[2], parts[3], matrix[0], luma[y])
        _summed(parts[0], parts[1], parts[2], parts[3], matrix[1], tints[k])
        _summed(parts[0], parts[1], parts[2], parts[3], matrix[2], tints[2 + k])
        if k:
            _means(tints[0], tints[1], u[y >> 1])
            _means(tints[2], tints[3], v[y >> 1])
            _means(alpha[y - 1], alpha[y], half[y >> 1])


def halved(rgba: Plane, matrix: Matrix) -> tuple[Plane, Plane, Plane, Plane, Plane]:
    """RGBA (height, width, 4; both even) as Y, U and V, alpha, and alpha at half size; U and V are means of four pixels."""
    height, width = rgba.shape[:2]
    luma, alpha = np.empty((height, width), np.uint8), np.empty((height, width), np.uint8)
    u, v, half = (np.empty((height // 2, width // 2), np.uint8) for _ in range(3))
    _halved(np.ascontiguousarray(rgba).reshape(height, -1), matrix, luma, u, v, alpha, half)
    return luma, u, v, alpha, half

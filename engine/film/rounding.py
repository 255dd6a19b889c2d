"""Turns planes of fractions into bytes: as they are, and halved to where H.264 keeps colour.

Compiled where numba is installed, else by NumPy with the same result. Example: `halved(plane)` of a 60 x 200 plane gives 30 x 100.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Fractions = NDArray[np.float32]
Bytes = NDArray[np.uint8]

_fill: Callable[..., None] | None = None
_fill_half: Callable[..., None] | None = None
with contextlib.suppress(ImportError):  # no numba for this Python or processor
    from numba import types

    from engine.film.kernel import compiled

    _HALF, _TWO, _FOUR, _LEAST, _MOST = (np.float32(n) for n in (0.5, 2, 4, 0, 255))
    _PLANE, _OUT = types.Array(types.float32, 2, "C", readonly=True), types.Array(types.uint8, 2, "C")

    @compiled(types.void(_PLANE, types.float32, _OUT))
    def _fill(plane: Any, scale: Any, out: Any) -> None:
        for y in range(out.shape[0]):
            row, made = plane[y], out[y]
            for x in range(len(made)):
                made[x] = np.uint8(np.int32(min(max(np.rint(row[x] * scale), _LEAST), _MOST)))

    @compiled(types.void(_PLANE, types.float32, _OUT))
    def _fill_half(plane: Any, scale: Any, out: Any) -> None:
        mean = np.empty(plane.shape[1] + 1, np.float32)
        for y in range(out.shape[0]):
            above, below, made = plane[2 * y], plane[2 * y + 1], out[y]
            for x in range(len(above)):
                mean[x + 1] = (above[x] + below[x]) * _HALF
            mean[0] = mean[1]
            for x in range(len(made)):
                sum_ = mean[2 * x] + _TWO * mean[2 * x + 1] + mean[2 * x + 2]
                made[x] = np.uint8(np.int32(min(max(np.rint(sum_ / _FOUR * scale), _LEAST), _MOST)))


def whole(plane: Fractions, scale: float = 1.0) -> Bytes:
    """Each value times `scale`, rounded to 0 to 255."""
    if _fill is None:
        return np.clip(np.rint(plane * np.float32(scale)), 0, 255).astype(np.uint8)
    out = np.empty(plane.shape, np.uint8)
    _fill(np.ascontiguousarray(plane), scale, out)
    return out


def halved(plane: Fractions, scale: float = 1.0) -> Bytes:
    """The same of a plane with even sides at half its size: between two rows, level with the left of two columns."""
    if _fill_half is None:
        rows = (plane[0::2] + plane[1::2]) / 2
        right = rows[:, 1::2]
        left = np.concatenate([rows[:, :1], right[:, :-1]], axis=1)
        return whole(np.asarray((left + 2 * rows[:, ::2] + right) / 4, np.float32), scale)
    out = np.empty((plane.shape[0] // 2, plane.shape[1] // 2), np.uint8)
    _fill_half(np.ascontiguousarray(plane), scale, out)
    return out

"""Outlines to coverage: FreeType's smooth rasteriser fills rows of points exactly, by the non-zero rule.

Points are pixels, y down. Example: `mask([ring], (0, 0, 40, 40))` is a 40x40 plane, 255 inside. Source: FreeType 2,
`FT_Outline_Get_Bitmap`; coordinates are 1/64 pixel.
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import MissingDependency

Points = NDArray[np.float64]
Mask = NDArray[np.uint8]
Box = tuple[int, int, int, int]

_LONG = np.dtype("l")
_MOST_POINTS = 32000
_GREY = 2
_OVERFLOW = 0x62
_own = threading.local()


def _library() -> tuple[Any, Any]:
    """FreeType and a library handle of this thread: handles may not be shared."""
    try:
        import freetype.raw as raw
    except ImportError as error:
        raise MissingDependency(
            "The illustrator needs the package freetype-py; run pip install -r requirements.txt."
        ) from error
    if not hasattr(_own, "handle"):
        handle = raw.FT_Library()
        if raw.FT_Init_FreeType(ctypes.byref(handle)):
            raise RuntimeError("FreeType could not be started; install freetype-py again.")
        _own.handle = handle
    return raw, _own.handle


def _thinned(rings: Sequence[Points]) -> list[Points]:
    total = sum(len(ring) for ring in rings)
    step = -(-total // _MOST_POINTS)
    return [ring[::step] for ring in rings]


def mask(rings: Sequence[Points], box: Box) -> Mask:
    """How much of each pixel of the box (x0, y0, x1, y1) lies inside the rings, 0 to 255."""
    x0, y0, x1, y1 = box
    cover: Mask = np.zeros((y1 - y0, x1 - x0), np.uint8)
    rings = [ring for ring in _thinned(rings) if len(ring) > 2]
    if not rings or not cover.size:
        return cover
    raw, handle = _library()
    points = np.concatenate(rings) - np.array([x0, y0], np.float64)
    fixed = np.rint(np.clip(points, -20000, 20000) * 64).astype(_LONG)
    ends = (np.cumsum([len(ring) for ring in rings]) - 1).astype(np.int16)
    tags = np.ones(len(fixed), np.uint8)
    outline, bitmap = raw.FT_Outline(), raw.FT_Bitmap()
    outline.n_contours, outline.n_points, outline.flags = len(rings), len(fixed), 0
    for name, array in (("points", fixed), ("tags", tags), ("contours", ends)):
        setattr(outline, name, ctypes.cast(array.ctypes.data, type(getattr(outline, name))))
    bitmap.rows, bitmap.width, bitmap.pitch = cover.shape[0], cover.shape[1], -cover.shape[1]
    bitmap.num_grays, bitmap.pixel_mode = 256, _GREY
    bitmap.buffer = ctypes.cast(cover.ctypes.data, type(bitmap.buffer))
    code = raw.FT_Outline_Get_Bitmap(handle, ctypes.byref(outline), ctypes.byref(bitmap))
    if code == _OVERFLOW and max(cover.shape) > 1:
        return _halves(rings, box)
    if code:
        raise RuntimeError("A shape could not be filled; its outline is broken.")
    return cover


def _halves(rings: Sequence[Points], box: Box) -> Mask:
    """A box too busy for FreeType's pool of cells, filled in two parts along its longer side."""
    x0, y0, x1, y1 = box
    if x1 - x0 >= y1 - y0:
        middle = (x0 + x1) // 2
        return np.hstack([mask(rings, (x0, y0, middle, y1)), mask(rings, (middle, y0, x1, y1))])
    middle = (y0 + y1) // 2
    return np.vstack([mask(rings, (x0, y0, x1, middle)), mask(rings, (x0, middle, x1, y1))])

"""One transparent sheet of pixels (premultiplied RGBA bytes) and how coverage is laid on it. Knows no looks.

Boxes are pixels (x0, y0, x1, y1). Example: `sheet.lay(mask, (10, 10, 50, 50), solid((0.8, 0.2, 0.1)))`.
"""

from __future__ import annotations

import math
import mmap
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.looks import Colour

Bytes = NDArray[np.uint8]
Floats = NDArray[np.float32]
Box = tuple[int, int, int, int]

_SMALL = 5000
_BAND = 128
_DITHER = (np.array([[0, 4, 1, 5], [6, 2, 7, 3], [1, 5, 0, 4], [7, 3, 6, 2]], np.float32) + 0.5) / 8 - 0.5


@dataclass(frozen=True)
class Ink:
    """What fills a shape: `first` to `last` from pixel point `a` to `b` (a circle of radius |ab| when `radial`)."""

    first: Colour
    last: Colour | None = None
    a: tuple[float, float] = (0.0, 0.0)
    b: tuple[float, float] = (0.0, 1.0)
    radial: bool = False


def blank(*shape: int) -> Bytes:
    """Empty bytes straight from the system: a part that nothing is drawn on takes no memory, and all of it goes back at once."""
    return np.frombuffer(mmap.mmap(-1, math.prod(shape)), np.uint8).reshape(shape)


def _bytes(colour: Colour) -> list[float]:
    return [min(max(c, 0.0), 1.0) * 255.0 for c in colour]


class Sheet:
    """`pixels` (height, width, 4); `dirty` is the box that holds all that was drawn, None before."""

    def __init__(self, width: int, height: int, lines: bool = False) -> None:
        self.width, self.height = width, height
        self.pixels: Bytes = blank(height, width, 4)
        self.lines: Bytes | None = blank(height, width) if lines else None
        self.dirty: Box | None = None

    def clip(self, x0: float, y0: float, x1: float, y1: float) -> Box | None:
        """The part of a box that is on the sheet, in whole pixels; None when there is none."""
        box = (
            max(int(np.floor(x0)), 0),
            max(int(np.floor(y0)), 0),
            min(int(np.ceil(x1)), self.width),
            min(int(np.ceil(y1)), self.height),
        )
        return box if box[2] > box[0] and box[3] > box[1] else None

    def touch(self, box: Box) -> None:
        """Remember that something was drawn there."""
        d = self.dirty
        self.dirty = box if d is None else (min(d[0], box[0]), min(d[1], box[1]), max(d[2], box[2]), max(d[3], box[3]))

    def lay(self, mask: Bytes, box: Box, ink: Ink) -> None:
        """Lay colour over what is there, as opaque as the mask says."""
        self.touch(box)
        x0, y0, x1, y1 = box
        below = self.pixels[y0:y1, x0:x1]
        if mask.size <= _SMALL:
            paint = _field(ink, box) if ink.last is not None else np.array([*_bytes(ink.first), 255.0], np.float32)
            blended = below + (paint - below) * (mask[..., None] * np.float32(1 / 255))
            below[:] = (blended + 0.5).astype(np.uint8)
            return
        self._lay_large(mask, box, ink)

    def _lay_large(self, mask: Bytes, box: Box, ink: Ink) -> None:
        """A band of rows at a time, whose planes stay in the processor's cache: those of a whole picture are large."""
        x0, y0, x1, y1 = box
        partly = (mask - np.uint8(1)) < 254
        soft = int(np.count_nonzero(partly)) > mask.size // 4
        paint = np.array([*_bytes(ink.first), 255.0], np.float32).round().astype(np.uint8)
        for top in range(y0, y1, _BAND):
            foot = min(top + _BAND, y1)
            rows = slice(top - y0, foot - y0)
            if ink.last is not None:
                paint = np.clip(_field(ink, (x0, top, x1, foot)) + 0.5, 0, 255).astype(np.uint8)
            if soft:
                _lay_soft(self.pixels[top:foot, x0:x1], mask[rows], paint)
            else:
                self._lay_crisp(mask[rows], np.flatnonzero(partly[rows]), (x0, top, x1, foot), paint)

    def _lay_crisp(self, mask: Bytes, edges: NDArray[np.int64], box: Box, paint: Bytes) -> None:
        """A patch that is whole or nothing nearly everywhere; `edges` are the pixels where it is not."""
        x0, y0, x1, y1 = box
        below = self.pixels[y0:y1, x0:x1]
        flat = self.pixels.view(np.uint32).reshape(-1)  # a pixel at a time as one number
        at = edges + edges // (x1 - x0) * (self.width - (x1 - x0)) + (y0 * self.width + x0)
        new = paint.view(np.uint32).reshape(-1)
        mixed = _mixed(flat[at], new if paint.ndim == 1 else new[edges], mask.reshape(-1)[edges])
        if paint.ndim == 1:
            np.copyto(below.view(np.uint32)[..., 0], new[0], where=mask == 255)
        else:
            cv2.copyTo(paint, cv2.threshold(mask, 254, 255, cv2.THRESH_BINARY)[1], below)
        flat[at] = mixed

    def screen(self, light: Floats | Bytes, box: Box, colour: Colour, share: float = 1.0) -> None:
        """Add light (shares, or a mask that `share` makes shares of) of a colour to a sheet of light, a band of rows at a time."""
        self.touch(box)
        x0, y0, x1, y1 = box
        width = x1 - x0
        dither = np.tile(_DITHER, (min(_BAND, y1 - y0) // 4 + 1, width // 4 + 1))[:, :width]
        for top in range(y0, y1, _BAND):
            below = self.pixels[top : min(top + _BAND, y1), x0:x1]
            rows = np.multiply(light[top - y0 : top - y0 + len(below)], np.float32(share), dtype=np.float32)
            planes = [cv2.convertScaleAbs(cv2.scaleAdd(rows, value, dither[: len(below)])) for value in _bytes(colour)]
            add = cv2.merge([*planes, np.zeros_like(planes[0])])
            below[:] = cv2.bitwise_not(cv2.multiply(cv2.bitwise_not(below), cv2.bitwise_not(add), scale=1 / 255))
            below[..., 3] = 0

    def let_go(self) -> None:
        """Give the pixels back once they are elsewhere; what was cut from them before stays."""
        self.pixels, self.lines = blank(1, 1, 4), None

    def dim(self, mask: Bytes, box: Box) -> None:
        """Take away the light that lies under a shape."""
        d = self.dirty
        if d is None or box[0] >= d[2] or box[2] <= d[0] or box[1] >= d[3] or box[3] <= d[1]:
            return
        x0, y0, x1, y1 = box
        below = self.pixels[y0:y1, x0:x1]
        below[:] = cv2.multiply(below, cv2.merge([cv2.bitwise_not(mask)] * 4), scale=1 / 255)


def _mixed(there: NDArray[np.uint32], new: NDArray[np.uint32], cover: Bytes) -> NDArray[np.uint32]:
    """Pixels under others that cover them in part, as numbers of four bytes."""
    low = there.view(np.uint8).astype(np.float32)
    share = np.repeat(cover.astype(np.float32) * np.float32(1 / 255), 4)
    high = new.view(np.uint8).astype(np.float32)
    low += (np.tile(high, len(there)) if len(new) == 1 else high) * share - low * share + np.float32(0.5)
    return low.astype(np.uint8).view(np.uint32)


def _lay_soft(below: Bytes, mask: Bytes, paint: Bytes) -> None:
    """A large soft patch: whole planes at once."""
    four = cv2.merge([mask] * 4)
    keep = cv2.multiply(below, cv2.bitwise_not(four), scale=1 / 255)
    if paint.ndim == 1:
        new = cv2.merge([cv2.convertScaleAbs(mask, alpha=float(v) / 255) for v in paint])
    else:
        new = cv2.multiply(paint, four, scale=1 / 255)
    cv2.add(keep, new, dst=below)


def _field(ink: Ink, box: Box) -> Floats:
    """The gradient over a box as float bytes (height, width, 4), dithered."""
    x0, y0, x1, y1 = box
    width, _height = x1 - x0, y1 - y0
    first, last = np.array(_bytes(ink.first), np.float32), np.array(_bytes(ink.last or ink.first), np.float32)
    (ax, ay), (bx, by) = ink.a, ink.b
    xs, ys = np.arange(x0, x1, dtype=np.float32) + 0.5, np.arange(y0, y1, dtype=np.float32) + 0.5
    reach = max(float(np.hypot(bx - ax, by - ay)), 1e-3)
    if ink.radial:
        share = np.sqrt(((xs - ax) / reach) ** 2 + (((ys - ay) / reach) ** 2)[:, None])
    elif abs(bx - ax) < 1e-3:
        share = np.repeat(((ys - ay) / (by - ay))[:, None], 4, axis=1)
    else:
        share = ((xs[None, :] - ax) * (bx - ax) + (ys[:, None] - ay) * (by - ay)) / reach**2
    share = np.clip(share, 0, 1)
    rows, columns = share.shape
    noise = np.tile(_DITHER, (rows // 4 + 1, columns // 4 + 1))[:rows, :columns]
    field = np.full((rows, columns, 4), 255, np.float32)
    for channel in range(3):  # each by itself: arithmetic on the last axis of three is slow
        field[..., channel] = share * (last - first)[channel] + (noise + first[channel])
    if columns != width:
        field = np.tile(field, (1, width // 4 + 1, 1))[:, :width]
    return np.asarray(field, np.float32)

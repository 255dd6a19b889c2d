"""Lays drawings over frames at pixel speed: each is sampled where it now lies and blended at once.

Works on single planes and knows nothing of scenes. Upright drawings go through compiled loops (numba); turned ones are
first warped upright by OpenCV; where numba is not installed all is done by OpenCV and numpy, at a third of the speed.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from importlib import import_module
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Plane = NDArray[np.uint8]
Box = tuple[int, int, int, int]
Affine = tuple[float, float, float, float, float, float]
"""Where a sample is read: source x = a*x + b*y + c, source y = d*x + e*y + f, of the sample (x, y) that is drawn."""

Gains = NDArray[np.float32]
Rows = tuple[int, int]
ALL: Rows = (0, 1 << 30)


def _loops() -> Any:
    """The compiled loops; None where numba is not installed for this Python or processor."""
    try:
        return import_module("engine.film.laying")
    except ImportError:
        return None


laying = _loops()

_NO_PHASES = np.zeros((1, 1), np.uint8)
_AS_IT_IS = np.ones(1, np.float32)


@dataclass(frozen=True, eq=False)
class Cutout:
    """A drawing at one resolution: what it shows (one plane, or two for light: amount and tint), its cover (None for
    light), `spans` (first, end) of each row where it has anything and where it hides all, and a phase for each spot that
    twinkles.
    """

    paint: tuple[NDArray[np.generic], ...]
    cover: Plane | None
    spans: NDArray[np.int32]
    phases: Plane = field(default_factory=lambda: _NO_PHASES)

    @property
    def size(self) -> tuple[int, int]:
        height, width = self.paint[0].shape
        return width, height


def lay_over(plane: Plane, drawing: Cutout, affine: Affine, gains: Gains = _AS_IT_IS, rows: Rows = ALL) -> None:
    """Lay a premultiplied drawing over the `rows` of a plane. `gains` fades it: one for all, or a table over its phases
    (1 = as it is).
    """
    placed = _upright(drawing, affine, plane, rows)
    if placed is None:
        return
    drawing, affine, box = placed
    assert drawing.cover is not None
    if laying:
        laying.over(plane, *drawing.paint, drawing.cover, drawing.spans, _map(affine), box, drawing.phases, gains)
        return
    (paint, cover), gain, at = _sampled(drawing, affine, box, gains)
    plane[at] = np.minimum(paint * gain + plane[at] * (1 - cover * gain / 255) + 0.5, 255).astype(np.uint8)


def add_light(plane: Plane, drawing: Cutout, affine: Affine, gains: Gains = _AS_IT_IS, rows: Rows = ALL) -> None:
    """Add light (0 to 219) to a plane of Y so that it never goes beyond white: the brighter it was, the less is added."""
    placed = _upright(drawing, affine, plane, rows)
    if placed is None:
        return
    drawing, affine, box = placed
    if laying:
        laying.lighten(plane, drawing.paint[0], drawing.spans, _map(affine), box, drawing.phases, gains)
        return
    (light,), gain, at = _sampled(replace(drawing, paint=drawing.paint[:1]), affine, box, gains)
    was = plane[at].astype(np.float32)
    plane[at] = (was + np.minimum(light * gain / 219, 1) * np.maximum(235 - was, 0) + 0.5).astype(np.uint8)


def tint_light(
    plane: Plane, luma: Plane, drawing: Cutout, affine: Affine, gains: Gains = _AS_IT_IS, rows: Rows = ALL
) -> None:
    """Add a light's colour to a plane of U or V: what was there pales under it, and it pales itself where `luma` (the
    plane of Y, not yet lit) is bright. Its tint (signed bytes) is 0 where the light has no colour.
    """
    placed = _upright(drawing, affine, plane, rows)
    if placed is None:
        return
    drawing, affine, box = placed
    if laying:
        laying.stain(plane, luma, *drawing.paint, drawing.spans, _map(affine), box, drawing.phases, gains)
        return
    (light, tint), gain, at = _sampled(drawing, affine, box, gains)
    left, top, right, bottom = box
    half = cv2.resize(luma, plane.shape[::-1], interpolation=cv2.INTER_AREA)[top:bottom, left:right]
    room, pale = np.clip((235.0 - half) / 219, 0, 1), np.minimum(light * gain / 219, 1)
    was = plane[at].astype(np.float32) - 128
    plane[at] = np.clip(128 + was - was * pale + tint * gain * room + 0.5, 0, 255).astype(np.uint8)


def recolour(planes: list[Plane], changes: NDArray[np.int16], shift: int) -> None:
    """Add to Y, U and V (half size) what a table (3, U >> shift, V >> shift, Y) of changes says, in place."""
    y, u, v = planes
    if laying:
        laying.recolour(y, u, v, changes, shift)
        return
    half = cv2.resize(y, u.shape[::-1], interpolation=cv2.INTER_AREA)
    a, b = u >> shift, v >> shift
    luma = changes[0][a.repeat(2, 0).repeat(2, 1), b.repeat(2, 0).repeat(2, 1), y]
    tints = [changes[n][a, b, half] for n in (1, 2)]
    for plane, change in zip(planes, (luma, *tints), strict=True):
        cv2.add(plane, change, dst=plane, dtype=cv2.CV_8U)


def bounds(affine: Affine, source: tuple[int, int], count: tuple[int, int]) -> Box:
    """The box (left, top, right, bottom) of samples under which a drawing of (width, height) lies; empty where it lies
    elsewhere. `count` is how many samples the plane has across and down.
    """
    a, b, c, d, e, f = affine
    area = a * e - b * d
    corners = [(x - c, y - f) for x in (0, source[0] - 1) for y in (0, source[1] - 1)]
    across = [(e * x - b * y) / area for x, y in corners]
    down = [(a * y - d * x) / area for x, y in corners]
    ends = (math.ceil(min(across)), math.ceil(min(down)), math.floor(max(across)) + 1, math.floor(max(down)) + 1)
    left, top, right, bottom = (min(max(end, 0), count[n % 2]) for n, end in enumerate(ends))
    return left, top, right, bottom


def row_spans(seen: NDArray[np.bool_], cover: Plane | None = None) -> NDArray[np.int32]:
    """Where each row of a mask begins and ends to have anything, and where its longest stretch of full cover does."""
    any_ = seen.any(axis=1)
    first = np.where(any_, seen.argmax(axis=1), 0)
    end = np.where(any_, seen.shape[1] - seen[:, ::-1].argmax(axis=1), 0)
    spans = np.zeros((len(seen), 4), np.int32)
    spans[:, 0], spans[:, 1] = first, end
    if cover is not None and laying:
        laying.whole_stretches(cover, spans[:, 2:])
    return spans


def _upright(drawing: Cutout, affine: Affine, plane: Plane, rows: Rows) -> tuple[Cutout, Affine, Box] | None:
    """The drawing, its map and its box in the plane; one that is turned or mirrored is warped to lie upright first."""
    left, top, right, bottom = bounds(affine, drawing.size, (plane.shape[1], plane.shape[0]))
    top, bottom = max(top, rows[0]), min(bottom, rows[1])
    if left >= right or top >= bottom:
        return None
    a, b, c, d, e, f = affine
    if b == 0.0 and d == 0.0 and a > 0 and e > 0:
        return drawing, affine, (left, top, right, bottom)
    # One sample of room on each side, so that edges which fall between samples keep their share.
    left, top, right, bottom = left - 1, top - 1, right + 1, bottom + 1
    matrix = np.array([[a, b, a * left + b * top + c], [d, e, d * left + e * top + f]])
    size = (right - left, bottom - top)
    paint = tuple(_warped(part, matrix, size, cv2.INTER_LINEAR) for part in drawing.paint)
    cover = None if drawing.cover is None else _warped(drawing.cover, matrix, size, cv2.INTER_LINEAR).astype(np.uint8)
    phases = drawing.phases
    if phases.size > 1:
        phases = _warped(phases, matrix, size, cv2.INTER_NEAREST).astype(np.uint8)
    spans = np.tile(np.array([0, size[0], 0, 0], np.int32), (size[1], 1))
    box = (max(left, 0), max(top + 1, 0), min(right, plane.shape[1]), min(bottom - 1, plane.shape[0]))
    return Cutout(paint, cover, spans, phases), (1.0, 0.0, -float(left), 0.0, 1.0, -float(top)), box


def _warped(part: Any, matrix: NDArray[np.float64], size: tuple[int, int], how: int) -> Any:
    flags = how | cv2.WARP_INVERSE_MAP
    signed = part.dtype == np.int8
    source = part.astype(np.int16) if signed else part
    done = cv2.warpAffine(source, matrix, size, flags=flags, borderMode=cv2.BORDER_CONSTANT)
    return done.astype(np.int8) if signed else done


def _map(affine: Affine) -> tuple[float, float, float, float]:
    return float(affine[0]), float(affine[2]), float(affine[4]), float(affine[5])


def _sampled(
    drawing: Cutout, affine: Affine, box: Box, gains: Gains
) -> tuple[list[NDArray[np.float32]], NDArray[np.float32] | np.float32, tuple[slice, slice]]:
    """Without compiled loops: the drawing's planes under a box as numbers, its gain there, and where that is."""
    left, top, right, bottom = box
    a, _, c, _, e, f = affine
    matrix, size = np.array([[a, 0.0, a * left + c], [0.0, e, e * top + f]]), (right - left, bottom - top)
    parts = [part for part in (*drawing.paint, drawing.cover) if part is not None]
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    done: list[Any] = [
        cv2.warpAffine(np.asarray(part, np.float32), matrix, size, flags=flags, borderMode=cv2.BORDER_REPLICATE)
        for part in parts
    ]
    gain: NDArray[np.float32] | np.float32 = np.float32(gains[0])
    if len(gains) > 1:
        gain = gains[_warped(drawing.phases, matrix, size, cv2.INTER_NEAREST)]
    return done, gain, (slice(top, bottom), slice(left, right))

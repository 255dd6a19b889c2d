"""Enlarges planes with Lanczos' filter in compiled loops, in a quarter of OpenCV's time. Imported by `warp` only, since numba
may be missing.

Rows are made between rows, the plane is turned, and the same is done again: so each loop runs along a row, where the
compiler takes many samples at a time. Single precision in a fixed order: every machine gives the same bytes.
"""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numba import types
from numpy.typing import NDArray

from engine.film.kernel import compiled

Plane = NDArray[np.uint8]

REACH = 4
"""Lanczos' filter reads so many samples on each side."""
STRIP = 256
"""Rows that are turned at a time: what fits the processor's cache."""
_TAPS = 2 * REACH
_FINE = 64
"""Between the two turns each level has so many steps, and values may overshoot by 128 levels on either side."""
_HALF, _MOST, _NONE = np.float32(0.5), np.float32(255), np.float32(0)
_STEPS, _LIFT, _LIFTED = np.float32(_FINE), 128 * _FINE, np.float32(128 * _FINE + 0.5)

_BYTES, _SHORTS = (types.Array(kind, 2, "C") for kind in (types.uint8, types.int16))
_PLACES, _WEIGHTS = types.Array(types.int64, 1, "C"), types.Array(types.float32, 2, "C")


@compiled()
def _taken(row: Any, out: Any) -> None:
    for x in range(out.shape[0]):
        out[x] = np.float32(row[x])


@compiled()
def _summed(a: Any, b: Any, c: Any, d: Any, e: Any, f: Any, g: Any, h: Any, weights: Any, out: Any) -> None:
    p, q, r, s = weights[0], weights[1], weights[2], weights[3]
    t, u, v, w = weights[4], weights[5], weights[6], weights[7]
    for x in range(out.shape[0]):
        out[x] = a[x] * p + b[x] * q + c[x] * r + d[x] * s + e[x] * t + f[x] * u + g[x] * v + h[x] * w


@compiled()
def _finely(sums: Any, out: Any) -> None:
    for x in range(out.shape[0]):
        out[x] = np.int16(np.int32(sums[x] * _STEPS + _LIFTED) - _LIFT)


@compiled()
def _plainly(sums: Any, out: Any) -> None:
    for x in range(out.shape[0]):
        out[x] = np.uint8(np.int32(min(max(sums[x] + _HALF, _NONE), _MOST)))


@compiled()
def _between(source: Any, place: Any, taken: Any, ring: Any, weights: Any, sums: Any) -> Any:
    """One row from the eight around its place; how many rows were `taken` into the `ring` by now."""
    first, last = place - REACH + 1, source.shape[0] - 1
    while taken <= min(last, first + _TAPS - 1):
        _taken(source[taken], ring[taken & 7])
        taken += 1
    a, b, c, d = first, first + 1, first + 2, first + 3
    e, f, g, h = first + 4, first + 5, first + 6, first + 7
    _summed(
        ring[min(max(a, 0), last) & 7],
        ring[min(max(b, 0), last) & 7],
        ring[min(max(c, 0), last) & 7],
        ring[min(max(d, 0), last) & 7],
        ring[min(max(e, 0), last) & 7],
        ring[min(max(f, 0), last) & 7],
        ring[min(max(g, 0), last) & 7],
        ring[min(max(h, 0), last) & 7],
        weights,
        sums,
    )
    return taken


@compiled(types.void(_BYTES, _PLACES, _WEIGHTS, _SHORTS))
def _first_turn(source: Any, places: Any, weights: Any, out: Any) -> None:
    ring, sums = np.empty((_TAPS, source.shape[1]), np.float32), np.empty(source.shape[1], np.float32)
    taken = 0
    for y in range(out.shape[0]):
        taken = _between(source, places[y], taken, ring, weights[y], sums)
        _finely(sums, out[y])


@compiled(types.void(_SHORTS, _PLACES, _WEIGHTS, _BYTES))
def _second_turn(source: Any, places: Any, weights: Any, out: Any) -> None:
    ring, sums = np.empty((_TAPS, source.shape[1]), np.float32), np.empty(source.shape[1], np.float32)
    taken = 0
    for y in range(out.shape[0]):
        taken = _between(source, places[y], taken, ring, weights[y], sums)
        _plainly(sums, out[y])


def enlarged(plane: Plane, size: tuple[int, int]) -> Plane:
    """The plane at a larger size (width, height), by Lanczos' filter of four lobes; its edges go on beyond them."""
    width, height = size
    tall = np.empty((height, plane.shape[1]), np.int16)
    _first_turn(np.array(plane, np.uint8, order="C", copy=None), *_plan(plane.shape[0], height), tall)
    out = np.empty((height, width), np.uint8)
    places, weights = _plan(plane.shape[1], width)
    weights /= _STEPS
    for y in range(0, height, STRIP):
        strip = np.ascontiguousarray(cv2.transpose(tall[y : y + STRIP]))
        turned = np.empty((width, strip.shape[1]), np.uint8)
        _second_turn(strip, places, weights, turned)
        cv2.transpose(turned, dst=out[y : y + STRIP])
    return out


def _plan(given: int, wanted: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """For each sample of a longer row: the sample left of it, and what it takes of the eight around it."""
    place = (np.arange(wanted) + 0.5) * given / wanted - 0.5
    left = np.floor(place).astype(np.int64)
    away = place[:, None] - (left[:, None] + np.arange(1 - REACH, REACH + 1))
    weights = np.sinc(away) * np.sinc(away / REACH)
    return left, (weights / weights.sum(axis=1, keepdims=True)).astype(np.float32)

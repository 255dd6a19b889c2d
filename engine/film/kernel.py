"""The compiled inner loops of a warp: whole-number arithmetic on rows, which compilers turn into vector code.

Loops are kept apart and small so that each is turned; `uint` everywhere keeps the arithmetic in 32 bits. Imported by
`warp` only, since numba may be missing.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, TypeVar, cast

import numpy as np
from numba import njit, types
from numba.extending import intrinsic
from numba.np.arrayobj import make_array

from engine.film.lanes import BYTES, FAR, LANES, NEAR, READY, STARTS, mix_far, mix_near

if sys.byteorder != "little":
    raise ImportError("pairs of neighbours are read with the lower half first")

Function = TypeVar("Function", bound=Callable[..., Any])

_U32 = np.uint32
_HALF, _LOW = _U32(1 << 15), _U32(0xFFFF)
_EIGHT, _SIXTEEN = _U32(8), _U32(16)

_BYTES = types.Array(types.uint8, 1, "C")
_SOURCE = types.Array(types.uint8, 2, "C", readonly=True)
_READ = types.Array(types.uint8, 1, "C", readonly=True)
_REAL = types.float64
_MAPS, _PLANE = types.Array(_REAL, 2, "C"), types.Array(types.uint8, 2, "C")


def compiled(*signature: Any) -> Callable[[Function], Function]:
    """Compile at import (kept on disk where a place can be written), without Python's lock."""

    def compile_(function: Function) -> Function:
        make: Any = njit
        try:
            made = make(*signature, nogil=True, boundscheck=False, cache=True)(function)
        except RuntimeError:  # no folder for the compiled code
            made = make(*signature, nogil=True, boundscheck=False)(function)
        return cast(Function, made)

    return compile_


@compiled()
def blended(above: Any, below: Any, share: Any, rest: Any, row: Any) -> None:
    """Two rows as one of 8 + 8 bits; `share` and `rest` (16 bits, 256 together) are of the lower and the upper one."""
    for x in range(len(row)):
        row[x] = above[x] * rest + below[x] * share


def _reading(typing: Any, row: Any, place: Any) -> Any:
    """Two neighbours of a row of 16-bit numbers as one of 32 bits, the first in its lower half, from any place.

    Python's arrays cannot be read across their elements; packing all pairs beforehand instead takes a third longer.
    """

    def read(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        one, two, wide = (context.get_value_type(kind) for kind in (types.uint16, types.uint32, types.uint64))
        first = builder.bitcast(make_array(signature.args[0])(context, builder, arguments[0]).data, one.as_pointer())
        at = builder.gep(first, [builder.zext(arguments[1], wide)])
        both = builder.load(builder.bitcast(at, two.as_pointer()))
        both.align = 2
        return both

    return types.uint32(row, place), read


_pair: Any = intrinsic(_reading)


@compiled()
def _picked(row: Any, columns: Any, got: Any) -> None:
    for x in range(len(got)):
        got[x] = _pair(row, columns[x])


@compiled()
def _mixed(got: Any, across: Any, sums: Any) -> None:
    for x in range(len(sums)):
        left = got[x] & _LOW
        sums[x] = (left << _EIGHT) + ((got[x] >> _SIXTEEN) - left) * across[x] + _HALF


@compiled()
def _rounded(sums: Any, out: Any) -> None:
    for x in range(len(out)):
        out[x] = sums[x] >> _SIXTEEN


@compiled()
def places_of(factor: Any, offset: Any, side: Any, before: Any, share: Any) -> None:
    """For each place: the pixel of the source before it, and how far (of 256) it lies beyond that."""
    most = (side - 1) * 256 - 1
    for n in range(len(before)):
        place = min(max(np.int64(np.rint((n * factor + offset) * 256.0)), 0), most)
        before[n], share[n] = place >> 8, place & 255


if READY:

    @compiled()
    def drawn(row: Any, starts: Any, picks: Any, weights: Any, places: Any, out: Any, reach: Any) -> None:
        """Pixels of a blended row as `windows` has planned them, a whole number of lanes."""
        if reach <= NEAR:
            mix_near(row, starts, picks, weights, places, out)
        else:
            mix_far(row, starts, picks, weights, places, out)

else:

    @compiled()
    def drawn(row: Any, starts: Any, picks: Any, weights: Any, places: Any, out: Any, reach: Any) -> None:
        """Never called where the instructions are missing."""


@compiled()
def _named(pick: Any) -> Any:
    """A pixel after its place as the processor is told of it."""
    return (2 * pick) | ((2 * pick + 1) << 8) if BYTES else pick


@compiled()
def windows(columns: Any, across: Any, starts: Any, picks: Any, weights: Any, places: Any) -> Any:
    """Where each sixteen pixels find their neighbours, for `drawn`; answers within how many pixels of a row those of one
    place lie.
    """
    width, reach, span = len(columns), np.int64(0), LANES // STARTS
    for block in range(len(places)):
        place = min(block * LANES, width - LANES)
        places[block] = place
        for x in range(LANES):
            part = x // span
            start, n = np.int64(columns[place + part * span]), 2 * (block * LANES + x)
            starts[block * STARTS + part] = start
            pick, share = np.int64(columns[place + x]) - start, across[place + x]
            reach = max(reach, pick + 2)
            picks[n], picks[n + 1] = _named(pick), _named(pick + 1)
            weights[n], weights[n + 1] = 256 - share, share
    return reach


@compiled()
def gathered(row: Any, columns: Any, across: Any, got: Any, sums: Any, out: Any) -> None:
    """The same one by one, on any processor and at any step; `got` and `sums` are working space."""
    _picked(row, columns, got)
    _mixed(got, across, sums)
    _rounded(sums, out)


@compiled(types.void(_SOURCE, _REAL, _REAL, _REAL, _REAL, _BYTES, types.int64, types.int64, types.int64))
def separable(source: Any, a: Any, c: Any, e: Any, f: Any, flat: Any, stride: Any, height: Any, width: Any) -> None:
    """Draw all rows: two rows of the source are blended (8 + 8 bits), then neighbours within the blend.

    Pixel (x, y) shows the source at (a x + c, e y + f); `flat` are the plane's bytes, `stride` from row to row. Sixteen
    pixels are drawn at a time where the processor can, with the same result.
    """
    rows, down = np.empty(height, np.uint32), np.empty(height, np.uint32)
    columns, across = np.empty(width, np.uint32), np.empty(width, np.uint32)
    places_of(e, f, source.shape[0], rows, down)
    places_of(a, c, source.shape[1], columns, across)
    first = np.int64(columns[0])
    count = np.int64(columns[width - 1]) - first + 2
    for x in range(width):
        columns[x] -= np.uint32(first)
    row = np.zeros(count + FAR, np.uint16)
    got, sums = np.empty(width, np.uint32), np.empty(width, np.uint32)
    blocks = -(-width // LANES)
    starts, places = np.empty(STARTS * blocks, np.int64), np.empty(blocks, np.int64)
    picks, weights = np.empty(2 * LANES * blocks, np.uint16), np.empty(2 * LANES * blocks, np.int16)
    reach = windows(columns, across, starts, picks, weights, places) if READY and width >= LANES else FAR + 1
    for y in range(height):
        above, below = source[rows[y], first : first + count], source[rows[y] + 1, first : first + count]
        blended(above, below, np.uint16(down[y]), np.uint16(256 - down[y]), row[:count])
        out = flat[y * stride : y * stride + width]
        if reach <= FAR:
            drawn(row, starts, picks, weights, places, out, reach)
        else:
            gathered(row, columns, across, got, sums, out)


@compiled()
def _whole(source: Any, map_: Any, plane: Any) -> None:
    height, width = plane.shape
    separable(source, map_[0], map_[1], map_[2], map_[3], plane.reshape(plane.size), width, height, width)


@compiled(types.void(_SOURCE, _SOURCE, _SOURCE, _PLANE, _PLANE, _PLANE, _MAPS))
def separables(y: Any, u: Any, v: Any, luma: Any, first: Any, second: Any, maps: Any) -> None:
    """`separable` for the three planes of a frame, so that Python's lock is asked for once; `maps` has a, c, e, f of each."""
    _whole(y, maps[0], luma)
    _whole(u, maps[1], first)
    _whole(v, maps[2], second)


@compiled()
def _laid(ink: Any, through: Any, under: Any) -> None:
    for x in range(len(under)):
        # Exactly round(under * through / 255), in 16 bits.
        product = np.uint16(under[x]) * np.uint16(through[x]) + np.uint16(128)
        rest = np.uint16(product + (product >> np.uint16(8))) >> np.uint16(8)
        under[x] = min(np.uint16(255), np.uint16(ink[x] + rest))


@compiled(types.void(_READ, types.int64, _READ, types.int64, _BYTES, types.int64, types.int64, types.int64))
def laid(ink: Any, ink_step: Any, through: Any, step: Any, flat: Any, stride: Any, rows: Any, width: Any) -> None:
    """Lay premultiplied ink over rows of a plane; all three are given as bytes from their first to their last pixel."""
    for y in range(rows):
        a, b, c = y * ink_step, y * step, y * stride
        _laid(ink[a : a + width], through[b : b + width], flat[c : c + width])


@compiled()
def _laid_over(ink: Any, through: Any, plane: Any, top: Any, left: Any) -> None:
    for y in range(ink.shape[0]):
        _laid(ink[y], through[y], plane[top + y, left : left + ink.shape[1]])


@compiled(types.void(*(_SOURCE,) * 6, *(_PLANE,) * 3, types.int64, types.int64))
def laid_all(
    ink: Any,
    ink_u: Any,
    ink_v: Any,
    through: Any,
    through_u: Any,
    through_v: Any,
    luma: Any,
    first: Any,
    second: Any,
    top: Any,
    left: Any,
) -> None:
    """The same for a frame's three planes at once, whose brightness begins at `top` and `left` (even numbers)."""
    _laid_over(ink, through, luma, top, left)
    _laid_over(ink_u, through_u, first, top // 2, left // 2)
    _laid_over(ink_v, through_v, second, top // 2, left // 2)

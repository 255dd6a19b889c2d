"""Undoes the filters of PNG's rows in compiled loops. Imported by `png` only, since numba may be missing.

Each byte was told as its difference from a guess out of its neighbours: the one to the left, the one above, or those and the
one between them (PNG specification, third edition, section 9). All channels of a pixel are guessed at a time.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from llvmlite import ir
from numba import types
from numba.extending import intrinsic
from numba.np.arrayobj import make_array
from numpy.typing import NDArray

from engine.film.kernel import compiled

NONE, SUB, UP, AVERAGE, PAETH = range(5)
LANES = 4
"""Bytes that are guessed at a time; the last of RGB's is the next pixel's, which is written after it."""

_READ = types.Array(types.uint8, 1, "C", readonly=True)
_WRITTEN = types.Array(types.uint8, 1, "C")
_BYTES, _SHORTS = (ir.VectorType(ir.IntType(bits), LANES) for bits in (8, 16))


def _reading(typing: Any, row: Any, place: Any) -> Any:
    """Four bytes from a place of a row on, as four numbers of 16 bits in one of 64."""

    def read(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        data = make_array(signature.args[0])(context, builder, arguments[0]).data
        four = builder.load(builder.bitcast(builder.gep(data, [arguments[1]]), _BYTES.as_pointer()))
        four.align = 1
        return builder.bitcast(builder.zext(four, _SHORTS), ir.IntType(64))

    return types.uint64(row, types.int64), read


def _writing(typing: Any, row: Any, place: Any, four: Any) -> Any:
    """The other way round."""

    def write(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        data = make_array(signature.args[0])(context, builder, arguments[0]).data
        four = builder.trunc(builder.bitcast(arguments[2], _SHORTS), _BYTES)
        builder.store(four, builder.bitcast(builder.gep(data, [arguments[1]]), _BYTES.as_pointer())).align = 1
        return context.get_dummy_value()

    return types.void(row, types.int64, types.uint64), write


def _size(builder: Any, value: Any) -> Any:
    none = ir.Constant(_SHORTS, [0] * LANES)
    return builder.select(builder.icmp_signed("<", value, none), builder.sub(none, value), value)


def _paeth(typing: Any, told: Any, left: Any, above: Any, corner: Any) -> Any:
    """What was told and that neighbour which is nearest to left + above - corner. Without branches: no processor foresees
    which it is."""

    def guess(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        told, left, above, corner = (builder.bitcast(each, _SHORTS) for each in arguments)
        by_left, by_above = builder.sub(above, corner), builder.sub(left, corner)
        by_corner = _size(builder, builder.add(by_left, by_above))
        by_left, by_above = _size(builder, by_left), _size(builder, by_above)
        other = builder.select(builder.icmp_signed("<=", by_above, by_corner), above, corner)
        nearest = builder.and_(
            builder.icmp_signed("<=", by_left, by_above), builder.icmp_signed("<=", by_left, by_corner)
        )
        found = builder.add(builder.select(nearest, left, other), told)
        return builder.bitcast(builder.and_(found, ir.Constant(_SHORTS, [255] * LANES)), ir.IntType(64))

    return types.uint64(types.uint64, types.uint64, types.uint64, types.uint64), guess


_read: Any = intrinsic(_reading)
_write: Any = intrinsic(_writing)
_nearest: Any = intrinsic(_paeth)


@compiled()
def _guessed(told: Any, above: Any, row: Any, step: Any) -> None:
    left, corner = np.uint64(0), np.uint64(0)
    for x in range(0, len(row) - LANES + 1, step):
        over = _read(above, x)
        left = _nearest(_read(told, x), left, over, corner)
        _write(row, x, left)
        corner = over


@compiled()
def _added(told: Any, above: Any, row: Any) -> None:
    for x in range(len(row)):
        row[x] = told[x] + above[x]


@compiled()
def _followed(told: Any, above: Any, row: Any, step: Any, half: Any) -> None:
    """To the left one's value, or to `half` of the left and the upper one's sum, is added what was told."""
    for x in range(len(row)):
        left = np.int32(row[x - step]) if x >= step else np.int32(0)
        guess = (left + np.int32(above[x])) >> 1 if half else left
        row[x] = np.uint8((np.int32(told[x]) + guess) & 255)


@compiled(types.boolean(_READ, _WRITTEN, types.int64, types.int64, types.int64))
def _unfiltered(lines: Any, pixels: Any, height: Any, length: Any, step: Any) -> Any:
    above, last = np.zeros(length + LANES, np.uint8), np.zeros(length + LANES, np.uint8)
    for y in range(height):
        at = y * (length + 1)
        kind, told = lines[at], lines[at + 1 : at + 1 + length + LANES]
        if y == height - 1:  # nothing follows that could be read beyond its last pixel
            last[:length] = told
            told = last
        row = pixels[y * length : y * length + length + LANES]
        if kind > PAETH:
            return False
        if kind == NONE:
            row[:length] = told[:length]
        elif kind == UP:
            _added(told[:length], above[:length], row[:length])
        elif kind == PAETH:
            _guessed(told, above, row, step)
        else:
            _followed(told[:length], above[:length], row[:length], step, kind == AVERAGE)
        above = row
    return True


def unfiltered(content: bytes, height: int, width: int, channels: int) -> NDArray[np.uint8] | None:
    """Rows, each with its filter's number in front, as pixels (height, width, channels); None where a number is none of the
    standard's or `content` has another length than height * (1 + width * channels)."""
    length = width * channels
    if len(content) != height * (1 + length):
        return None
    pixels = np.empty(height * length + LANES, np.uint8)  # with room for what is written beyond the last pixel
    if not _unfiltered(np.frombuffer(content, np.uint8), pixels, height, length, channels):
        return None
    return pixels[: height * length].reshape(height, width, channels)

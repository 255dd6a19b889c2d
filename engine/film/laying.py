"""The compiled inner loops that lay drawings over planes: sample a row, blend it at once. Imported by `composite` only,
since numba may be missing.

Whole numbers, or single precision in a fixed order, so that every machine gives the same bytes. Rows are handed around as slices
that begin at 0: only then does the compiler make several samples at a time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np
from numba import njit

from engine.film.kernel import blended, drawn, gathered, places_of, windows
from engine.film.lanes import FAR, LANES, READY, STARTS

Function = TypeVar("Function", bound=Callable[..., Any])

F, N, U = np.float32, np.int32, np.uint32
WHITE, GREY, WHOLE, ONE, HALF, QUARTER, NONE = F(235), F(128), F(255), F(1), F(0.5), F(0.25), F(0)
PER_WHOLE, PER_RANGE = F(1 / 255), F(1 / 219)


def _compiled(function: Function) -> Any:
    """Compile when first used (kept on disk where a place can be written), without Python's lock."""
    try:
        return njit(nogil=True, cache=True)(function)
    except RuntimeError:  # no folder for the compiled code
        return njit(nogil=True)(function)


@_compiled
def _across(a: Any, c: Any, width: Any, count: Any) -> Any:
    """For each sample of a row: the source column left of it, and the share of the next."""
    at, share = np.empty(count, np.uint32), np.empty(count, np.float32)
    for x in range(count):
        place = a * x + c
        n = min(max(int(np.floor(place)), 0), width - 2)
        at[x], share[x] = n, min(max(place - n, 0.0), 1.0)
    return at, share


@_compiled
def _row(source: Any, place: Any, at: Any, share: Any, buffer: Any, out: Any) -> None:
    """Sample one row at `place`: first between two rows, then along them."""
    row = min(max(int(np.floor(place)), 0), source.shape[0] - 2)
    down = F(min(max(place - row, 0.0), 1.0))
    up = ONE - down
    first, end = at[0], at[-1] + 2
    above, under = source[row, first:end], source[row + 1, first:end]
    for x in range(above.shape[0]):
        buffer[x] = F(above[x]) * up + F(under[x]) * down
    for x in range(out.shape[0]):
        n = at[x] - first
        a = buffer[n]
        out[x] = a + (buffer[n + U(1)] - a) * share[x]


@_compiled
def _gains(phases: Any, gains: Any, place: Any, at: Any, out: Any) -> None:
    """How bright each spot of a row is now: its own phase looked up in this frame's table (1 = as it is)."""
    row = phases[min(max(int(place + 0.5), 0), phases.shape[0] - 1)]
    for x in range(out.shape[0]):
        out[x] = gains[row[at[x]]]


@_compiled
def _span(spans: Any, place: Any, a: Any, c: Any, left: Any, right: Any) -> Any:
    """The samples of a row under which the drawing has something: from the two rows that it is read of."""
    row = min(max(int(np.floor(place)), 0), spans.shape[0] - 2)
    first, end = min(spans[row, 0], spans[row + 1, 0]), max(spans[row, 1], spans[row + 1, 1])
    if first >= end:
        return 0, 0
    return max(left, int(np.ceil((first - 1 - c) / a))), min(right, int(np.floor((end - c) / a)) + 1)


@_compiled
def whole_stretches(cover: Any, found: Any) -> None:
    """Write the longest stretch of full cover of each row, first and end."""
    for y in range(cover.shape[0]):
        row, first = cover[y], 0
        for x in range(row.shape[0] + 1):
            if x == row.shape[0] or row[x] != 255:
                if x - first > found[y, 1] - found[y, 0]:
                    found[y, 0], found[y, 1] = first, x
                first = x + 1


@_compiled
def _whole(spans: Any, place: Any, a: Any, c: Any, i: Any, k: Any) -> Any:
    """The samples of a row, of those from i to k, that see full cover only."""
    row = min(max(int(np.floor(place)), 0), spans.shape[0] - 2)
    first, end = max(spans[row, 2], spans[row + 1, 2]), min(spans[row, 3], spans[row + 1, 3])
    # A place is rounded to a part of a pixel, so a little room is left.
    p, q = max(i, int(np.ceil((first + 1 - c) / a))), min(k, int(np.floor((end - 3 - c) / a)) + 1)
    return (p, q) if p < q else (k, k)


@_compiled
def _blend(row: Any, paint: Any, cover: Any, gain: Any) -> None:
    for x in range(row.shape[0]):
        through = ONE - F(cover[x]) * gain[x] * PER_WHOLE
        row[x] = np.uint8(N(min(F(paint[x]) * gain[x] + F(row[x]) * through + HALF, WHOLE)))


@_compiled
def _covered(row: Any, paint: Any, cover: Any) -> None:
    """The same for a drawing that is as it is, in whole numbers of 16 bits: exactly rounded."""
    for x in range(row.shape[0]):
        product = np.uint16(row[x]) * np.uint16(np.uint8(255) - cover[x]) + np.uint16(128)
        rest = np.uint16(product + (product >> np.uint16(8))) >> np.uint16(8)
        row[x] = min(np.uint16(255), np.uint16(np.uint16(paint[x]) + rest))


@_compiled
def _lighten(row: Any, shine: Any, gain: Any) -> None:
    for x in range(row.shape[0]):
        was = F(row[x])
        added = min(shine[x] * gain[x] * PER_RANGE, ONE) * max(WHITE - was, NONE)
        row[x] = np.uint8(N(was + added + HALF))


@_compiled
def _stain(row: Any, over: Any, below: Any, shine: Any, colour: Any, gain: Any) -> None:
    """The colour of a light over one row of U or V; `over` and `below` are the rows of Y that it belongs to."""
    for x in range(row.shape[0]):
        under = (F(over[2 * x]) + F(over[2 * x + 1]) + F(below[2 * x]) + F(below[2 * x + 1])) * QUARTER
        room = min(max((WHITE - under) * PER_RANGE, NONE), ONE)
        pale = min(shine[x] * gain[x] * PER_RANGE, ONE)
        was = F(row[x]) - GREY
        lit = GREY + was - was * pale + colour[x] * gain[x] * room
        row[x] = np.uint8(N(min(max(lit + HALF, NONE), WHOLE)))


@_compiled
def _copied(row: Any, paint: Any) -> None:
    for x in range(row.shape[0]):
        row[x] = paint[x]


@_compiled
def _plan(a: Any, c: Any, width: Any, count: Any) -> Any:
    """For each sample of a row, a whole number of lanes of them: where it is read (see `kernel.windows`)."""
    blocks = -(-count // LANES)
    columns, across = np.empty(blocks * LANES, np.uint32), np.empty(blocks * LANES, np.uint32)
    places_of(a, c, width, columns, across)
    starts, at = np.empty(STARTS * blocks, np.int64), np.empty(blocks, np.int64)
    picks, weights = np.empty(2 * LANES * blocks, np.uint16), np.empty(2 * LANES * blocks, np.int16)
    reach = windows(columns, across, starts, picks, weights, at) if READY else FAR + 1
    return columns, across, starts, at, picks, weights, reach


@_compiled
def _sample(source: Any, place: Any, plan: Any, i: Any, k: Any, spare: Any, out: Any) -> None:
    """Samples i to k of one row (and what fills up their lanes) as bytes: between two rows, then along them."""
    columns, across, starts, at, picks, weights, reach = plan
    row16, got, sums = spare
    down = min(max(int(np.rint(place * 256.0)), 0), (source.shape[0] - 1) * 256 - 1)
    row, share, rest = down >> 8, np.uint16(down & 255), np.uint16(256 - (down & 255))
    one, end = i // LANES, -(-k // LANES)
    first, last = columns[one * LANES], columns[end * LANES - 1] + U(2)
    blended(source[row, first:last], source[row + 1, first:last], share, rest, row16[first:last])
    if reach <= FAR:
        each = 2 * LANES
        drawn(
            row16,
            starts[STARTS * one : STARTS * end],
            picks[each * one : each * end],
            weights[each * one : each * end],
            at[one:end],
            out,
            reach,
        )
        return
    i, k = one * LANES, end * LANES
    gathered(row16, columns[i:k], across[i:k], got[i:k], sums[i:k], out[i:k])


@_compiled
def over(plane: Any, colour: Any, alpha: Any, spans: Any, map_: Any, box: Any, phases: Any, gains: Any) -> None:
    """Lay a premultiplied drawing over a plane; `map_` is (a, c, e, f): read at (a*x + c, e*y + f)."""
    a, c, e, f = map_
    count = plane.shape[1]
    plan = _plan(a, c, colour.shape[1], count)
    room = len(plan[0])
    spare = np.zeros(colour.shape[1] + FAR, np.uint16), np.empty(room, np.uint32), np.empty(room, np.uint32)
    paint, cover = np.empty(room, np.uint8), np.empty(room, np.uint8)
    gain = np.full(count, gains[0], np.float32)
    plain = gains.shape[0] == 1 and gains[0] == ONE
    for y in range(box[1], box[3]):
        place = e * y + f
        i, k = _span(spans, place, a, c, box[0], box[2])
        if i >= k:
            continue
        _sample(colour, place, plan, i, k, spare, paint)
        if plain:
            p, q = _whole(spans, place, a, c, i, k)
            if i < p:
                _sample(alpha, place, plan, i, p, spare, cover)
                _covered(plane[y, i:p], paint[i:p], cover[i:p])
            if q < k:
                _sample(alpha, place, plan, q, k, spare, cover)
                _covered(plane[y, q:k], paint[q:k], cover[q:k])
            _copied(plane[y, p:q], paint[p:q])
            continue
        _sample(alpha, place, plan, i, k, spare, cover)
        if gains.shape[0] > 1:
            _gains(phases, gains, place, plan[0][i:k], gain[i:k])
        _blend(plane[y, i:k], paint[i:k], cover[i:k], gain[i:k])


@_compiled
def lighten(plane: Any, light: Any, spans: Any, map_: Any, box: Any, phases: Any, gains: Any) -> None:
    """Add light (0 to 219) to a plane of Y."""
    a, c, e, f = map_
    count = plane.shape[1]
    at, share = _across(a, c, light.shape[1], count)
    buffer = np.empty(light.shape[1] + 2, np.float32)
    shine, gain = np.empty(count, np.float32), np.full(count, gains[0], np.float32)
    for y in range(box[1], box[3]):
        place = e * y + f
        i, k = _span(spans, place, a, c, box[0], box[2])
        if i >= k:
            continue
        _row(light, place, at[i:k], share[i:k], buffer, shine[i:k])
        if gains.shape[0] > 1:
            _gains(phases, gains, place, at[i:k], gain[i:k])
        _lighten(plane[y, i:k], shine[i:k], gain[i:k])


@_compiled
def stain(
    plane: Any, luma: Any, light: Any, tint: Any, spans: Any, map_: Any, box: Any, phases: Any, gains: Any
) -> None:
    """Add a light's colour (signed bytes) to a plane of U or V."""
    a, c, e, f = map_
    count = plane.shape[1]
    at, share = _across(a, c, light.shape[1], count)
    buffer = np.empty(light.shape[1] + 2, np.float32)
    shine, colour = np.empty(count, np.float32), np.empty(count, np.float32)
    gain = np.full(count, gains[0], np.float32)
    for y in range(box[1], box[3]):
        place = e * y + f
        i, k = _span(spans, place, a, c, box[0], box[2])
        if i >= k:
            continue
        _row(light, place, at[i:k], share[i:k], buffer, shine[i:k])
        _row(tint, place, at[i:k], share[i:k], buffer, colour[i:k])
        if gains.shape[0] > 1:
            _gains(phases, gains, place, at[i:k], gain[i:k])
        above, below = luma[2 * y, 2 * i : 2 * k], luma[2 * y + 1, 2 * i : 2 * k]
        _stain(plane[y, i:k], above, below, shine[i:k], colour[i:k], gain[i:k])


@_compiled
def recolour(luma: Any, u: Any, v: Any, changes: Any, shift: Any) -> None:
    """Add to Y, U and V what a table (3, U >> shift, V >> shift, Y) of changes says, in place."""
    for y in range(u.shape[0]):
        over, below = luma[2 * y], luma[2 * y + 1]
        for x in range(u.shape[1]):
            a, b = u[y, x] >> shift, v[y, x] >> shift
            curve = changes[0, a, b]
            mean = (int(over[2 * x]) + int(over[2 * x + 1]) + int(below[2 * x]) + int(below[2 * x + 1]) + 2) >> 2
            for n in (2 * x, 2 * x + 1):
                over[n] = min(max(over[n] + curve[over[n]], 0), 255)
                below[n] = min(max(below[n] + curve[below[n]], 0), 255)
            u[y, x] = min(max(u[y, x] + changes[1, a, b, mean], 0), 255)
            v[y, x] = min(max(v[y, x] + changes[2, a, b, mean], 0), 255)

"""Lays a plane of a picture onto a plane of a frame: a bilinear map of whole numbers, the same on every machine.

A map without turn or mirror is drawn row by row by a compiled kernel (numba), which costs a third of OpenCV's; a turned one,
and all of them where numba is not installed, are OpenCV's. Knows nothing of pictures, moves or films. Example:
`warp(source, np.array([[1.7, 0, 3.2], [0, 1.7, 8.0]]), plane)` draws plane[y, x] = source[1.7 y + 8, 1.7 x + 3.2].
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

Plane = NDArray[np.uint8]
Matrix = NDArray[np.float64]
Map = tuple[float, float, float, float]
"""a, c, e and f of plane[y, x] = source[e y + f, a x + c]."""

laid: Callable[..., None] | None = None
laid_all: Callable[..., None] | None = None
separable: Callable[..., None] | None = None
separables: Callable[..., None] | None = None
enlarged: Callable[[Plane, tuple[int, int]], Plane] | None = None
with contextlib.suppress(ImportError):  # no numba for this Python or processor
    from engine.film.enlarging import enlarged
    from engine.film.kernel import laid, laid_all, separable, separables

KERNEL = "rows, 3" if separable is not None else f"opencv {cv2.__version__}"
"""What draws: frames of another kernel may differ by a level of brightness, so it belongs into fingerprints."""


def warp(source: Plane, matrix: Matrix, plane: Plane) -> None:
    """Draw `source` into the whole of `plane`; `matrix` (2x3) maps a pixel of the plane to its place in the source.

    Beyond its edges the source goes on with the colour of its edge. 256 places between two pixels are told
    apart; error against exact arithmetic: less than one level.
    """
    turned = matrix[0, 1] != 0 or matrix[1, 0] != 0 or min(matrix[0, 0], matrix[1, 1]) <= 0
    if turned or separable is None or not _fits(source) or plane.strides[1] != 1:
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        size = (plane.shape[1], plane.shape[0])
        cv2.warpAffine(source, matrix, size, dst=plane, flags=flags, borderMode=cv2.BORDER_REPLICATE)
        return
    (a, _, c), (_, e, f) = matrix
    separable(source, a, c, e, f, _flat(plane), plane.strides[0], *plane.shape)


def warp_all(sources: Sequence[Plane], maps: Sequence[Map], planes: Sequence[Plane]) -> None:
    """`warp` for a frame's three planes, each by its own map."""
    upright = all(a > 0 and e > 0 for a, _, e, _ in maps)
    if separables is None or not (upright and _plain(sources) and _plain(planes)):
        for source, (a, c, e, f), plane in zip(sources, maps, planes, strict=True):
            warp(source, np.array([[a, 0, c], [0, e, f]]), plane)
        return
    separables(*sources, *planes, np.array(maps))


def lay(ink: Plane, through: Plane, plane: Plane, top: int, left: int) -> None:
    """Lay premultiplied `ink` over a part of `plane`, of which `through` (255 = all) stays: both of one shape."""
    rows, width = ink.shape
    if laid is None or min(ink.shape) < 1:
        under = plane[top : top + rows, left : left + width]
        cv2.add(ink, cv2.multiply(under, through, scale=1 / 255), dst=under)
        return
    step, flat = plane.strides[0], _flat(plane)
    first = top * step + left
    under = flat[first : first + (rows - 1) * step + width]
    laid(_flat(ink), ink.strides[0], _flat(through), through.strides[0], under, step, rows, width)


def lay_all(ink: Sequence[Plane], through: Sequence[Plane], planes: Sequence[Plane], top: int, left: int) -> None:
    """`lay` for a frame's three planes; `top` and `left` (even numbers) are where in its brightness the ink begins."""
    if laid_all is None or not (_plain(ink) and _plain(through) and _plain(planes)):
        for n, (over, clear, plane) in enumerate(zip(ink, through, planes, strict=True)):
            lay(over, clear, plane, top // (2 if n else 1), left // (2 if n else 1))
        return
    laid_all(*ink, *through, *planes, top, left)


def resized(plane: Plane, size: tuple[int, int], *, finest: bool = True) -> Plane:
    """The plane at another size (width, height): means of areas where it shrinks; where it grows, Lanczos, or cubic for what need
    not be `finest`, in a third of the time (brightness drawn of that wavers by a twentieth of a pixel in slow moves)."""
    if size == plane.shape[::-1]:
        return np.ascontiguousarray(plane)
    grows = size[0] >= plane.shape[1]
    if grows and finest and enlarged is not None:
        return enlarged(plane, size)
    way = (cv2.INTER_LANCZOS4 if finest else cv2.INTER_CUBIC) if grows else cv2.INTER_AREA
    return np.ascontiguousarray(cv2.resize(plane, size, interpolation=way), dtype=np.uint8)


def _fits(source: Plane) -> bool:
    return bool(source.flags.c_contiguous) and min(source.shape) >= 2


def _plain(planes: Sequence[Plane]) -> bool:
    """Without gaps between rows, and large enough to be read between two neighbours."""
    for plane in planes:  # asked for every frame: a loop takes half the time of a generator
        height, width = plane.shape
        if height < 2 or width < 2 or not plane.flags.c_contiguous:
            return False
    return True


def _flat(plane: Plane) -> Plane:
    """The plane's bytes from its first pixel to its last, gaps between rows included."""
    if plane.flags.c_contiguous:
        return plane.reshape(-1)
    length = (plane.shape[0] - 1) * plane.strides[0] + plane.shape[1]
    return np.lib.stride_tricks.as_strided(plane, (length,), (1,))

"""Lays a prepared drawing over the planes of a frame where it is seen, to the part of a pixel; and small things that are
done to whole planes. Example: `put(drawing, (0, 0, 1280, 720), AS_DRAWN, planes, gains, (1280, 720))`.
"""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.film.composite import ALL, Affine, Gains, Rows, add_light, lay_over, tint_light
from engine.film.cutouts import ROOM, Drawing

Plane = NDArray[np.uint8]
Planes = list[Plane]
Matrix = NDArray[np.float64]
Rect = tuple[float, float, float, float]

BLACK = (16, 128, 128)
WHITE = (235, 128, 128)
AS_DRAWN: Matrix = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])


def blacken(planes: Planes) -> None:
    """Fill a frame with black."""
    for plane, value in zip(planes, BLACK, strict=True):
        plane[:] = value


def dim(planes: Planes, level: float, to: tuple[int, int, int] = BLACK) -> None:
    """Towards a colour (Y, U, V): both the light and the colour. A level of 1 leaves the frame as it is."""
    for plane, value in zip(planes, to, strict=True):
        cv2.convertScaleAbs(plane, dst=plane, alpha=level, beta=value * (1 - level))


def empty_planes(size: tuple[int, int]) -> Planes:
    """Planes of a frame in memory: Y full size, U and V half."""
    width, height = size
    shapes = ((height, width), (height // 2, width // 2), (height // 2, width // 2))
    return [np.empty(shape, np.uint8) for shape in shapes]


def put(
    drawing: Drawing, seen: Rect, own: Matrix, planes: Planes, gains: Gains, size: tuple[int, int], rows: Rows = ALL
) -> None:
    """Lay one drawing where it now is, on some rows of the frame: colour first, since light asks what was bright before
    it.
    """
    y, u, v = planes
    luma, tint = maps(drawing, seen, own, size)
    half = (rows[0] // 2, (rows[1] + 1) // 2)
    for plane, cutout in zip((u, v), drawing.colour, strict=True):
        if cutout.cover is None:
            tint_light(plane, y, cutout, tint, gains, half)
        else:
            lay_over(plane, cutout, tint, gains, half)
    (lay_over if drawing.luma.cover is not None else add_light)(y, drawing.luma, luma, gains, rows)


def hidden_rows(drawing: Drawing, seen: Rect, own: Matrix, size: tuple[int, int]) -> Rows:
    """The rows of the frame through which nothing behind this drawing is seen (an empty range where there are none)."""
    first, end = drawing.opaque
    (a, b, c, d, e, f), _ = maps(drawing, seen, own, size)
    width = drawing.luma.paint[0].shape[1]
    across = a > 0 and b == 0 and c >= ROOM + 1 and a * (size[0] - 1) + c <= width - ROOM - 3
    if end - first < 4 or d != 0 or e <= 0 or not across:
        return 0, 0
    # Two samples of colour lie beside each row, so the edges are left out.
    return max(0, math.ceil((first + 1 - f) / e) + 2), min(size[1], math.floor((end - 2 - f) / e) - 1)


def maps(drawing: Drawing, seen: Rect, own: Matrix, size: tuple[int, int]) -> tuple[Affine, Affine]:
    """From samples of the film to samples of a drawing: of Y, and of U and V, which lie level with the left pixel of a
    pair and between its two rows.
    """
    a, b, c, d, e, f = (float(value) for value in own.ravel())
    area = a * e - b * d
    # The way back from points as they are seen to points as drawn, and on to the drawing's pixels.
    i, j, k, m = e / area, -b / area, -d / area, a / area
    scale, (left, top) = drawing.scale, drawing.at
    p, q = seen[2] / size[0], seen[3] / size[1]
    start_x, start_y = seen[0] - c, seen[1] - f
    x0, y0 = (i * start_x + j * start_y - left) * scale, (k * start_x + m * start_y - top) * scale
    xx, xy, yx, yy = i * p * scale, j * q * scale, k * p * scale, m * q * scale
    luma = (xx, xy, x0 + (xx + xy) / 2 - 0.5, yx, yy, y0 + (yx + yy) / 2 - 0.5)
    tint = (xx, xy, (x0 + xx / 2 + xy) / 2 - 0.5, yx, yy, (y0 + yx / 2 + yy) / 2 - 0.5)
    return luma, tint

"""Outlines as cubic curves: how they are made, moved, joined, and turned into rows of points.

A `Path` is frozen; every method gives a new one. Units are whatever the pen draws in, y down.
Example: `smooth([(0, 0), (10, -4), (20, 0)], closed=False)`; booleans: `oval(0, 0, 10) - oval(4, 0, 8)`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Point = tuple[float, float]
Matrix = NDArray[np.float64]
_ROUND = 0.5522847498


@dataclass(frozen=True, eq=False)
class Path:
    """`contours`: arrays (n, 4, 2) of cubic segments, each starting where the one before ends; `closed`: whether
    the last one comes back."""

    contours: tuple[Floats, ...]
    closed: bool = True

    @cached_property
    def bounds(self) -> tuple[float, float, float, float]:
        """The smallest box around all control points (x0, y0, x1, y1)."""
        if not self.contours:
            return 0.0, 0.0, 0.0, 0.0
        every = np.concatenate([c.reshape(-1, 2) for c in self.contours])
        (x0, y0), (x1, y1) = every.min(axis=0), every.max(axis=0)
        return float(x0), float(y0), float(x1), float(y1)

    @property
    def size(self) -> float:
        """The shorter side of the box."""
        x0, y0, x1, y1 = self.bounds
        return min(x1 - x0, y1 - y0)

    def through(self, matrix: Matrix) -> Path:
        """Moved by a matrix (2, 3)."""
        return Path(tuple(c @ matrix[:, :2].T + matrix[:, 2] for c in self.contours), self.closed)

    def moved(self, dx: float, dy: float) -> Path:
        """Shifted."""
        return Path(tuple(c + np.array([dx, dy]) for c in self.contours), self.closed)

    def scaled(self, x: float, y: float | None = None) -> Path:
        """Larger or smaller about the origin; a negative number mirrors."""
        return Path(tuple(c * np.array([x, x if y is None else y]) for c in self.contours), self.closed)

    def turned(self, degrees: float) -> Path:
        """Turned about the origin, clockwise on the picture."""
        c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        return self.through(np.array([[c, -s, 0.0], [s, c, 0.0]]))

    def flattened(self, step: float) -> list[Floats]:
        """Rows of points about `step` apart, for wobble and filling."""
        if not self.contours:
            return []
        points, counts = _flat(np.concatenate(self.contours), step)
        ends = np.cumsum([len(c) for c in self.contours])
        rows = np.split(points, np.cumsum(counts)[ends[:-1] - 1])
        if self.closed:
            return rows
        return [np.concatenate([row, c[-1:, 3]]) for row, c in zip(rows, self.contours, strict=True)]

    def __or__(self, other: Path) -> Path:
        return _boolean(self, other, "UNION")

    def __sub__(self, other: Path) -> Path:
        return _boolean(self, other, "DIFFERENCE")

    def __and__(self, other: Path) -> Path:
        return _boolean(self, other, "INTERSECTION")

    def __add__(self, other: Path) -> Path:
        """Both side by side, without working out where they overlap."""
        return Path(self.contours + other.contours, self.closed)


def _flat(contour: Floats, step: float) -> tuple[Floats, NDArray[np.int64]]:
    """The points of segments (n, 4, 2) about `step` apart, and how many each segment has; all contours go at once."""
    lengths = np.hypot(*np.diff(contour, axis=1).transpose(2, 0, 1)).sum(axis=1)
    counts = np.clip(np.ceil(lengths / max(step, 1e-6)), 1, 160).astype(np.int64)
    which = np.repeat(np.arange(len(contour)), counts)
    starts = np.repeat(np.cumsum(counts) - counts, counts)
    t = ((np.arange(len(which)) - starts) / counts[which])[:, None]
    a, b, c, d = contour.transpose(1, 0, 2)
    powers = np.concatenate([d - a + 3 * (b - c), 3 * (a + c) - 6 * b, 3 * (b - a), a], axis=1)[which]
    points = ((powers[:, :2] * t + powers[:, 2:4]) * t + powers[:, 4:6]) * t + powers[:, 6:]
    return points, counts


def _segments(starts: Floats, first: Floats, second: Floats, ends: Floats) -> Floats:
    return np.stack([starts, first, second, ends], axis=1)


def _boolean(one: Path, other: Path, name: str) -> Path:
    import pathops

    result = pathops.op(_to_skia(one), _to_skia(other), getattr(pathops.PathOp, name))
    result.convertConicsToQuads()
    return _from_skia(result.segments)


def _to_skia(path: Path) -> object:
    import pathops

    made = pathops.Path()
    for contour in path.contours:
        made.moveTo(*contour[0, 0].tolist())
        for segment in contour[:, 1:].reshape(-1, 6).tolist():
            made.cubicTo(*segment)
        made.close()
    return made


def _from_skia(segments: Iterable[tuple[str, tuple[Point, ...]]]) -> Path:
    contours: list[Floats] = []
    rows: list[list[Point]] = []
    at: Point = (0.0, 0.0)

    def finish() -> None:
        if rows:
            contours.append(np.array(rows, np.float64))
        rows.clear()

    for verb, points in segments:
        if verb == "moveTo":
            finish()
            at = points[0]
        elif verb in ("lineTo", "curveTo", "qCurveTo"):
            for chunk in _cubics(at, verb, points):
                rows.append(chunk)
                at = chunk[3]
    finish()
    return Path(tuple(_shut(c) for c in contours))


def _shut(contour: Floats) -> Floats:
    start, end = contour[0, 0], contour[-1, 3]
    if np.abs(start - end).max() < 1e-6:
        return contour
    return np.concatenate([contour, _straight(np.array([end, start]))])


def _cubics(at: Point, verb: str, points: tuple[Point, ...]) -> list[list[Point]]:
    if verb == "lineTo":
        end = points[0]
        return [[at, _between(at, end, 1 / 3), _between(at, end, 2 / 3), end]]
    if verb == "curveTo":
        return [[at, points[0], points[1], points[2]]]
    made = []
    for i, control in enumerate(points[:-1]):
        last = i == len(points) - 2
        end = points[-1] if last else _between(control, points[i + 1], 0.5)
        made.append([at, _between(at, control, 2 / 3), _between(end, control, 2 / 3), end])
        at = end
    return made


def _between(a: Point, b: Point, share: float) -> Point:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def _straight(points: Floats) -> Floats:
    step = np.diff(points, axis=0)
    return _segments(points[:-1], points[:-1] + step / 3, points[:-1] + step * (2 / 3), points[1:])


def together(paths: Iterable[Path]) -> Path:
    """Paths that do not touch as one: of the same tone they are one shape or line."""
    every = tuple(paths)
    return Path(tuple(contour for path in every for contour in path.contours), all(path.closed for path in every))


def polygon(points: Sequence[Point], closed: bool = True) -> Path:
    """Straight sides between points."""
    row = np.asarray(points, np.float64)
    return Path((_straight(np.vstack([row, row[:1]]) if closed else row),), closed)


def smooth(points: Sequence[Point], closed: bool = True, curve: float = 1.0) -> Path:
    """A Catmull-Rom curve through points; `curve` 1 is round, .3 nearly straight with soft corners."""
    row = np.asarray(points, np.float64)
    if closed:
        before, after = np.roll(row, 1, axis=0), np.roll(row, -1, axis=0)
    else:
        before, after = np.vstack([row[:1], row[:-1]]), np.vstack([row[1:], row[-1:]])
    tangent = (after - before) * (curve / 6.0)
    ends = after if closed else row[1:]
    starts, leave = (row, tangent) if closed else (row[:-1], tangent[:-1])
    arrive = np.roll(tangent, -1, axis=0) if closed else tangent[1:]
    return Path((_segments(starts, starts + leave, ends - arrive, ends),), closed)


def box(x: float, y: float, width: float, height: float, radius: float = 0.0) -> Path:
    """A rectangle from its top left corner, its corners round."""
    r = min(radius, abs(width) / 2, abs(height) / 2)
    x1, y1 = x + width, y + height
    if r <= 0:
        return polygon([(x, y), (x1, y), (x1, y1), (x, y1)])
    k = r * (1 - _ROUND)
    rows = [
        [(x + r, y), (x + r, y), (x1 - r, y), (x1 - r, y)],
        [(x1 - r, y), (x1 - k, y), (x1, y + k), (x1, y + r)],
        [(x1, y + r), (x1, y + r), (x1, y1 - r), (x1, y1 - r)],
        [(x1, y1 - r), (x1, y1 - k), (x1 - k, y1), (x1 - r, y1)],
        [(x1 - r, y1), (x1 - r, y1), (x + r, y1), (x + r, y1)],
        [(x + r, y1), (x + k, y1), (x, y1 - k), (x, y1 - r)],
        [(x, y1 - r), (x, y1 - r), (x, y + r), (x, y + r)],
        [(x, y + r), (x, y + k), (x + k, y), (x + r, y)],
    ]
    return Path((np.array(rows, np.float64),))


def oval(x: float, y: float, across: float, down: float | None = None) -> Path:
    """An ellipse about its centre, by its half widths."""
    a, b = across, across if down is None else down
    k, j = a * _ROUND, b * _ROUND
    rows = [
        [(x + a, y), (x + a, y + j), (x + k, y + b), (x, y + b)],
        [(x, y + b), (x - k, y + b), (x - a, y + j), (x - a, y)],
        [(x - a, y), (x - a, y - j), (x - k, y - b), (x, y - b)],
        [(x, y - b), (x + k, y - b), (x + a, y - j), (x + a, y)],
    ]
    return Path((np.array(rows, np.float64),))

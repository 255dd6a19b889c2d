"""Draws layered scenes: each layer goes through the camera's move by its depth, moves by itself, and is laid over the
frame from its own box. Nothing is rasterised for a frame.

Example: `Scene(layers, move, (1280, 720)).draw(Moment(progress=0.5, source=2.0), planes, spare)`.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.film.camera import Camera, Moment, Rect
from engine.film.cutouts import Area, Drawing, Picture, extended, joined, prepared, read, trimmed
from engine.film.effects import Effect
from engine.film.placing import AS_DRAWN, blacken, hidden_rows, put
from engine.film.sources import Flicker, Layer, Layers, Motion, Pose, Sprites, Twinkle, Wave
from engine.film.types import Move

Plane = NDArray[np.uint8]
Planes = list[Plane]
Matrix = NDArray[np.float64]

DENSITY, LEAST_DENSITY = 1.5, 1.0
"""Pixels of a kept drawing for each of the film: with more of them slow moves neither pulse nor shimmer."""
MEMORY = 240_000_000
"""Bytes that a scene's drawings may take; large films get fewer pixels for each of the film's."""
LOADERS = 4
"""Drawings that are prepared at a time."""
LEAST_SHARE = 0.02
FAR, NEAR, BEND = 0.10, 0.90, 1.4
"""How much of a move a layer goes through by its depth: FAR + NEAR * depth ** BEND, against the subject's."""


@dataclass(frozen=True, eq=False)
class _Part:
    """A layer ready to be drawn: its own drawing and its sprites', and its share of the camera's move."""

    layer: Layer
    drawings: tuple[Drawing | None, ...]
    share: float


@dataclass(frozen=True, eq=False)
class _Lay:
    """One drawing in one frame: what of it is seen, where its own motion brings it, how bright it is."""

    drawing: Drawing
    seen: Rect
    own: Matrix
    gains: NDArray[np.float32]


class Scene:
    """A layered scene made ready for one move at one film size. Drawing is safe from several threads."""

    def __init__(
        self,
        layers: Layers,
        move: Move,
        size: tuple[int, int],
        effects: Sequence[Effect] = (),
        moments: Sequence[Moment] = (),
    ) -> None:
        self._size, self._move = size, move
        self._camera = Camera(move, effects, layers.size, size)
        ends = (self._camera.start, self._camera.end)
        wide = max(end[2] for end in ends)
        self._rest = (*((a + b) / 2 for a, b in zip(_middle(ends[0]), _middle(ends[1]), strict=True)), wide)
        seen = [wide, *(self._camera.window(m.progress, m.seconds)[2] for m in moments)]
        self._parts = self._prepared(layers, size[0] / max(seen))
        self._still: Planes | None = None
        self._moving = self._parts
        if self._camera.is_still:
            self._hold()

    @property
    def memory(self) -> int:
        """The bytes that are kept."""
        return sum(drawing.memory for part in self._parts for drawing in part.drawings if drawing)

    def draw(self, moment: Moment, planes: Planes, spare: Planes) -> None:
        """Draw the scene at a moment into `planes` (Y full size, U and V half; contiguous)."""
        if self._still is not None:
            for plane, kept in zip(planes, self._still, strict=True):
                np.copyto(plane, kept)
        else:
            blacken(planes)
        self._lay(self._moving, moment, planes)

    def _prepared(self, layers: Layers, per_point: float) -> tuple[_Part, ...]:
        with ThreadPoolExecutor(LOADERS, thread_name_prefix="film-layers") as pool:
            read_ = list(pool.map(lambda each: read(each.path, each.at, each.scale), layers.layers))
            own, pictures = joined(layers.layers, read_)
            whole = _around([picture.area for picture in pictures])
            sets = list(pool.map(lambda layer, picture: list(_set(layer, picture, whole)), own, pictures))
            pixels = sum(p.rgba[:, :, 0].size / p.scale**2 for each in sets for p in each if p)
            density = math.sqrt(MEMORY / max(1.0, 2.75 * pixels * per_point**2))
            sharp = per_point * min(max(density, LEAST_DENSITY), DENSITY)

            def made(layer: Layer, each: list[Picture | None]) -> tuple[Drawing | None, ...]:
                light = layer.blend == "screen"
                return tuple(prepared(p, light, sharp, layer.motion) if p else None for p in each)

            drawings = list(pool.map(made, own, sets))
        subject = _share(layers.subject)
        apart = layers.parallax * self._move.depth
        shares = [max(LEAST_SHARE, 1 + (_share(each.depth) / subject - 1) * apart) for each in own]
        return tuple(_Part(*each) for each in zip(own, drawings, shares, strict=True))

    def _hold(self) -> None:
        """Draw all that never moves in front of a camera that does not either, once."""
        count = next((n for n, part in enumerate(self._parts) if part.layer.motion), len(self._parts))
        width, height = self._size
        shapes = ((height, width), (height // 2, width // 2), (height // 2, width // 2))
        still = [np.empty(shape, np.uint8) for shape in shapes]
        blacken(still)
        self._lay(self._parts[:count], Moment(), still)
        self._still, self._moving = still, self._parts[count:]

    def _lay(self, parts: Sequence[_Part], moment: Moment, planes: Planes) -> None:
        """From back to front; rows that a nearer layer hides are not drawn."""
        for lay, rows in _visible([*self._lays(parts, moment)], self._size):
            put(lay.drawing, lay.seen, lay.own, planes, lay.gains, self._size, rows)

    def _lays(self, parts: Sequence[_Part], moment: Moment) -> Iterator[_Lay]:
        window = self._camera.window(moment.progress, moment.seconds)
        for part in parts:
            drawing = part.drawings[_sprite(part.layer.motion, moment.source)]
            gains = _gains(part.layer.motion, moment.source)
            if drawing is not None and gains.any():
                seen = self._seen(window, part.share)
                for own in _own(part.layer, drawing, moment.source, seen):
                    yield _Lay(drawing, seen, own, gains)

    def _seen(self, window: Rect, share: float) -> Rect:
        """What a layer shows of itself: the camera's window, by its share of the way from the rest."""
        x, y = _middle(window)
        rest_x, rest_y, wide = self._rest
        width = wide * (window[2] / wide) ** share
        height = width * window[3] / window[2]
        return (
            rest_x + (x - rest_x) * share - width / 2,
            rest_y + (y - rest_y) * share - height / 2,
            width,
            height,
        )


def _visible(lays: list[_Lay], size: tuple[int, int]) -> list[tuple[_Lay, tuple[int, int]]]:
    """From back to front with the rows that each must be drawn on: nearer ones may hide its upper or lower part."""
    top, bottom = 0, size[1]
    found = []
    for lay in reversed(lays):
        found.append((lay, (top, bottom)))
        if len(lay.gains) == 1 and lay.gains[0] == 1:
            first, end = hidden_rows(lay.drawing, lay.seen, lay.own, size)
            if first <= top < end:
                top = min(end, bottom)
            elif first < bottom <= end:
                bottom = max(first, top)
    return found[::-1]


def _share(depth: float) -> float:
    return FAR + NEAR * min(max(depth, 0.0), 1.0) ** BEND


def _middle(rect: Rect) -> tuple[float, float]:
    return rect[0] + rect[2] / 2, rect[1] + rect[3] / 2


def _around(areas: Sequence[Area]) -> Area:
    if not areas:
        return 0.0, 0.0, 0.0, 0.0
    return min(a[0] for a in areas), min(a[1] for a in areas), max(a[2] for a in areas), max(a[3] for a in areas)


def _set(layer: Layer, picture: Picture, whole: Area) -> Iterator[Picture | None]:
    """A layer's own picture and its sprites', trimmed, and continued where they reach the edge."""
    motion = layer.motion
    others = motion.sprites.paths if motion and motion.sprites else ()
    wraps = bool(motion and any(motion.wrap))
    for each in (picture, *(read(path, layer.at, layer.scale) for path in others)):
        cut = trimmed(each, layer.blend == "screen")
        yield extended(cut, whole) if cut and not wraps else cut


def _own(layer: Layer, drawing: Drawing, at: float, seen: Rect) -> Iterator[Matrix]:
    """Where a layer's own motion brings its points: once, or several times for one that comes round again."""
    motion = layer.motion
    if motion is None:
        yield AS_DRAWN
        return
    matrix = _moved(motion, drawing, at)
    spans = [range(1), range(1)]
    height, width = drawing.luma.paint[0].shape
    for axis, (period, side) in enumerate(
        zip(motion.wrap, (width / drawing.scale, height / drawing.scale), strict=True)
    ):
        if period > 0:
            start = drawing.at[axis] + matrix[axis, 2]
            spans[axis] = range(
                math.ceil((seen[axis] - start - side) / period),
                math.floor((seen[axis] + seen[axis + 2] - start) / period) + 1,
            )
    for down in spans[1]:
        for across in spans[0]:
            yield matrix + np.array([[0, 0, across * motion.wrap[0]], [0, 0, down * motion.wrap[1]]])


def _moved(motion: Motion, drawing: Drawing, at: float) -> Matrix:
    height, width = drawing.luma.paint[0].shape
    centre = (drawing.at[0] + width / drawing.scale / 2, drawing.at[1] + height / drawing.scale / 2)
    x, y = motion.anchor or centre
    pose = _pose(motion.poses, at)
    swell = 1 + _wave(motion.swell, at)
    turn = math.radians(pose.turn + _wave(motion.roll, at) + motion.spin * at)
    cos, sin = math.cos(turn), math.sin(turn)
    across, down = pose.scale[0] * swell, pose.scale[1] * swell
    across, down = (math.copysign(max(abs(side), 0.01), side) for side in (across, down))
    shift_x = pose.shift[0] + _wave(motion.sway, at) + motion.drift[0] * at
    shift_y = pose.shift[1] + _wave(motion.bob, at) + motion.drift[1] * at
    a, b, d, e = cos * across, -sin * down, sin * across, cos * down
    if not (pose.turn or motion.roll or motion.spin):
        b = d = 0.0
    return np.array([[a, b, x + shift_x - a * x - b * y], [d, e, y + shift_y - d * x - e * y]])


def _wave(wave: Wave | None, at: float) -> float:
    return wave.reach * math.sin(2 * math.pi * (at / wave.period + wave.phase)) if wave and wave.period else 0.0


def _pose(poses: tuple[Pose, ...], at: float) -> Pose:
    """Between two poses, with ease."""
    if not poses:
        return Pose(0.0)
    n = bisect_right([pose.at for pose in poses], at)
    if n == 0 or n == len(poses):
        return poses[max(0, n - 1)]
    a, b = poses[n - 1], poses[n]
    gone = (at - a.at) / (b.at - a.at)
    part = gone * gone * (3 - 2 * gone)

    def between(one: float, other: float) -> float:
        return one + (other - one) * part

    return Pose(
        at,
        (between(a.shift[0], b.shift[0]), between(a.shift[1], b.shift[1])),
        (between(a.scale[0], b.scale[0]), between(a.scale[1], b.scale[1])),
        between(a.turn, b.turn),
        between(a.opacity, b.opacity),
    )


def _sprite(motion: Motion | None, at: float) -> int:
    sprites: Sprites | None = motion.sprites if motion else None
    if sprites is None or not sprites.turns:
        return 0
    at += sprites.phase
    if sprites.period > 0:
        at %= sprites.period
    n = bisect_right([start for start, _ in sprites.turns], at) - 1
    return sprites.turns[max(n, 0)][1]


def _gains(motion: Motion | None, at: float) -> NDArray[np.float32]:
    """How bright a layer is now: one number, or a table over its spots' phases."""
    if motion is None:
        return np.ones(1, np.float32)
    gain = _flicker(motion.flicker, at) * min(max(_pose(motion.poses, at).opacity, 0.0), 1.0)
    if motion.seen:
        gain *= _presence(motion.seen, motion.fade, at)
    if motion.twinkle is None:
        return np.array([gain], np.float32)
    return _twinkle(motion.twinkle, at) * np.float32(gain)


def _flicker(flicker: Flicker | None, at: float) -> float:
    if flicker is None:
        return 1.0
    waves = sum(reach * math.sin(2 * math.pi * (times * at + phase)) for reach, times, phase in flicker.waves)
    return min(max(flicker.base + waves, 0.0), 4.0)


def _presence(seen: tuple[float, float], fade: float, at: float) -> float:
    if not seen[0] <= at < seen[1]:
        return 0.0
    return min(1.0, (at - seen[0]) / fade, (seen[1] - at) / fade) if fade > 0 else 1.0


def _twinkle(twinkle: Twinkle, at: float) -> NDArray[np.float32]:
    phases = np.arange(256) / 256 + at / max(twinkle.period, 1e-3)
    return (1 - twinkle.depth * (0.5 + 0.5 * np.sin(2 * np.pi * phases))).astype(np.float32)

"""Turns a picture and a camera move into frames: planes of BT.709 limited YUV, warped with sub-pixel affine maps.

A picture is read and brought near the size at which it is seen once per shot; each frame is then one
bilinear warp per plane. Knows nothing of films: `Source(path, move, (1280, 720)).draw(0.5, planes, spare)` draws the
middle of the move.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.film.camera import Camera, Moment, Rect, eased, fitted
from engine.film.effects import Effect, Look
from engine.film.luts import applied
from engine.film.reading import Pixels, load, pixels_of, reduced, reduced_quickly, to_planes, to_yuv
from engine.film.types import Move
from engine.film.warp import Map, resized, warp_all

__all__ = ["Plane", "Planes", "Rect", "Source", "eased", "fitted", "load", "to_yuv"]

Plane = NDArray[np.uint8]
Planes = list[Plane]
Box = tuple[int, int, int, int]

LEVEL_STEP = 1.5
"""A zoom beyond this factor is drawn from several sizes of the picture, blended, so that it neither shimmers nor
blurs.
"""
DENSITY = 1.75
"""Pixels of a kept picture for each pixel of the film, along each side. At 1.0 a slow pan would pulse between sharp
and soft.
"""
CHROMA_DENSITY = 1.25
"""The same for colour, in which nobody sees a pulse."""
LIGHT_DENSITY, LIGHT_CHROMA_DENSITY = 1.25, 1.0
"""The same for films to look at while one works."""
REDUCED = 0.9
MOST_PIXELS = 48_000_000
LOOKS_AHEAD = tuple(Moment(n, n / 32) for n in range(33))


@dataclass(frozen=True)
class _Level:
    """The seen part of a picture (`box`: left, top, right, bottom in its pixels) at one size."""

    planes: Planes
    box: Box


class Source:
    """A picture made ready for one move at one film size. Drawing is safe from several threads.

    `effects` that move the camera or colour the picture are part of it; then `moments` are those that will be asked
    for, so that enough of the picture is kept. `light`: for films to look at while one works.
    """

    def __init__(
        self,
        path: Path,
        move: Move,
        size: tuple[int, int],
        effects: Sequence[Effect] = (),
        moments: Sequence[Moment] = LOOKS_AHEAD,
        *,
        light: bool = False,
    ) -> None:
        pixels = pixels_of(path)
        for look in (effect for effect in effects if isinstance(effect, Look)):
            pixels = np.asarray(applied(Image.fromarray(pixels), look))
        whole = (pixels.shape[1], pixels.shape[0])
        self._size = size
        self._camera = Camera(move, effects, whole, size)
        seen = [self._camera.start, self._camera.end, *(self.window(m.progress, m.seconds) for m in moments)]
        self._scales = _scales(size[0] / max(rect[2] for rect in seen), size[0] / min(rect[2] for rect in seen))
        box = _hull(seen, whole)
        self._levels = [_level(pixels, box, scale, light) for scale in self._scales]

    @property
    def memory(self) -> int:
        """The bytes that are kept."""
        return sum(plane.nbytes for level in self._levels for plane in level.planes)

    def window(self, progress: float, seconds: float = 0.0) -> Rect:
        """What is seen at `progress` (0 to 1) of the move and `seconds` of the shot, in pixels of the picture."""
        return self._camera.window(progress, seconds)

    def draw(self, progress: float, planes: Planes, spare: Planes, seconds: float = 0.0) -> None:
        """Draw the move at `progress` into `planes` (Y full size, U and V half); `spare` is working space of the same
        shape.
        """
        window = self.window(progress, seconds)
        place = self._place(window)
        below = int(place)
        self._warp(self._levels[below], window, planes)
        if place > below:
            self._warp(self._levels[below + 1], window, spare)
            for plane, other in zip(planes, spare, strict=True):
                cv2.addWeighted(plane, 1 - (place - below), other, place - below, 0, dst=plane)

    def _place(self, window: Rect) -> float:
        """Between which two levels a window is best drawn: 1.25 = mostly from level 1."""
        if len(self._scales) == 1:
            return 0.0
        step = math.log(self._scales[1] / self._scales[0])
        place = math.log(self._size[0] / window[2] / self._scales[0]) / step
        return min(max(place, 0.0), len(self._scales) - 1.0)

    def _warp(self, level: _Level, window: Rect, planes: Planes) -> None:
        """One affine map a plane; U and V have the same where they are kept at one size."""
        luma, *chroma = level.planes
        shared = self._map(chroma[0], level.box, window, 2)
        own = shared if chroma[1].shape == chroma[0].shape else self._map(chroma[1], level.box, window, 2)
        warp_all(level.planes, (self._map(luma, level.box, window, 1), shared, own), planes)

    def _map(self, source: Plane, box: Box, window: Rect, every: int) -> Map:
        """H.264 keeps colour for `every` second pixel, level with the left one of a pair and between its two rows."""
        (height, width), (left, top, right, bottom) = source.shape, box
        a, c = _along(window[0] - left, window[2] / self._size[0], width / (right - left), every, 0.0)
        e, f = _along(window[1] - top, window[3] / self._size[1], height / (bottom - top), every, (every - 1) / 2)
        return a, c, e, f


def _along(start: float, step: float, scale: float, every: int, first: float) -> tuple[float, float]:
    """The map (factor, offset) of one axis: pixels of the picture from `start`, `step` of them to a pixel of the film, kept at
    `scale`, onto samples that lie `every` pixels of the film apart, the first of them at `first`.
    """
    per_pixel = step * scale
    return per_pixel * every, start * scale + (first + 0.5) * per_pixel - 0.5


def _scales(first: float, last: float) -> list[float]:
    """The sizes at which a picture is kept for a zoom between two scales: one for a gentle move, more for a large
    zoom.
    """
    low, high = min(first, last), max(first, last)
    if high <= low * LEVEL_STEP:
        return [math.sqrt(low * high)]
    steps = math.ceil(math.log(high / low) / math.log(LEVEL_STEP))
    return [low * (high / low) ** (n / steps) for n in range(steps + 1)]


def _hull(seen: Sequence[Rect], picture: tuple[int, int]) -> Box:
    """The part of a picture (left, top, right, bottom) that a move shows, with a little around it for the filters."""
    margin = 8
    left, top = (math.floor(min(rect[i] for rect in seen)) - margin for i in (0, 1))
    right, bottom = (math.ceil(max(rect[i] + rect[i + 2] for rect in seen)) + margin for i in (0, 1))
    return max(0, left), max(0, top), min(picture[0], right), min(picture[1], bottom)


def _level(pixels: Pixels, box: Box, scale: float, light: bool) -> _Level:
    """First as many pixels as the film can show, then more of them without new detail: so a bilinear warp stays sharp
    and still.
    """
    part = np.ascontiguousarray(pixels[box[1] : box[3], box[0] : box[2]])
    density, chroma = (LIGHT_DENSITY, LIGHT_CHROMA_DENSITY) if light else (DENSITY, CHROMA_DENSITY)
    shown = scale * density if light else scale
    if shown < (1.0 if light else REDUCED):
        size = (max(2, round(part.shape[1] * shown)), max(2, round(part.shape[0] * shown)))
        part = (reduced_quickly if light else reduced)(part, size)
    width, height = (box[2] - box[0]) * scale * density, (box[3] - box[1]) * scale * density
    fewer = min(1.0, math.sqrt(MOST_PIXELS / (width * height)))
    planes = []
    for n, plane in enumerate(to_planes(part)):
        k = fewer * (chroma / density / 2 if n else 1)
        size = (max(2, round(width * k)), max(2, round(height * k)))
        shrinks = light and size[0] < plane.shape[1] and size[1] < plane.shape[0]
        planes.append(reduced_quickly(plane, size) if shrinks else resized(plane, size, finest=not (n or light)))
    return _Level(planes, box)

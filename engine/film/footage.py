"""Draws footage: any video file as frames of a film, in its size, rate, colours and shape, cut to the frame.

Example: `Filmed(Footage(path, start=2.0), move, (1280, 720)).draw(Moment(source=2.5), planes, spare)`.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from fractions import Fraction

import cv2
import numpy as np
from av.video.frame import VideoFrame
from av.video.reformatter import Interpolation, VideoReformatter

from engine.film.camera import Camera, Moment, Rect
from engine.film.composite import recolour
from engine.film.effects import Effect
from engine.film.reading import to_planes, to_yuv
from engine.film.sources import Footage
from engine.film.tones import HIGH_RANGE, changes_for
from engine.film.types import Move
from engine.film.video_reading import Videos
from engine.film.warp import warp

Plane = np.ndarray[tuple[int, int], np.dtype[np.uint8]]
Planes = list[Plane]

BT709, BT601, BT2020 = 1, 5, 9
LIMITED, FULL = 1, 2
SMALL_LINES = 576
"""Files that do not say so are taken for BT.601 up to so many lines, for BT.709 above."""
BEYOND = 1.25
"""A camera that moves over footage is given so many of its pixels for each of the film."""


class Filmed:
    """Footage made ready for one move at one film size. Drawing is safe from several threads."""

    def __init__(
        self,
        footage: Footage,
        move: Move,
        size: tuple[int, int],
        effects: Sequence[Effect] = (),
        moments: Sequence[Moment] = (),
    ) -> None:
        self._footage, self._size = footage, size
        self._videos = Videos(footage.path)
        with self._videos.lent(0) as reader:
            first = reader.frame(0)
            self._ratio = _ratio(reader._stream.sample_aspect_ratio)
        self._turns = round(first.rotation / 90) % 4
        shown = (first.width * float(self._ratio), float(first.height))
        self._shown = (round(shown[0]), round(shown[1])) if self._turns % 2 == 0 else (round(shown[1]), round(shown[0]))
        self._camera = Camera(move, effects, self._shown, size)
        windows = [self._window(Moment()), *(self._window(moment) for moment in moments)]
        factor = size[0] / min(rect[2] for rect in windows)
        factor *= 1.0 if self._camera.is_still or footage.fit == "fit" else BEYOND
        self._kept = tuple(max(2, min(8192, round(side * factor / 2) * 2)) for side in self._shown)
        self._behind = [int(value + 0.5) for value in to_yuv(footage.behind)]
        self._last: tuple[int, Planes] | None = None
        self._lock = threading.Lock()

    @property
    def memory(self) -> int:
        """The bytes that are kept: a few frames."""
        return 6 * self._kept[0] * self._kept[1]

    def close(self) -> None:
        """Let go of the file."""
        self._videos.close()

    def draw(self, moment: Moment, planes: Planes, spare: Planes) -> None:
        """Draw what is seen at a moment into `planes` (Y full size, U and V half)."""
        number = self._number(moment.source)
        frame = self._frame(number)
        window = self._window(moment)
        for n, (plane, source) in enumerate(zip(planes, frame, strict=True)):
            left, top, right, bottom = (side // 2 if n else side for side in self._box())
            if (right - left, bottom - top) != plane.shape[::-1]:
                plane[:] = self._behind[n]
            warp(source, self._map(window, n), plane[top:bottom, left:right])

    def _number(self, seconds: float) -> int:
        index = self._videos.index
        if self._footage.ending == "loop":
            seconds %= index.duration
        elif self._footage.ending == "bounce" and index.duration:
            seconds %= 2 * index.duration
            seconds = min(seconds, 2 * index.duration - seconds)
        return index.at(seconds)

    def _window(self, moment: Moment) -> Rect:
        if self._footage.fit == "fit":
            return 0.0, 0.0, float(self._shown[0]), float(self._shown[1])
        return self._camera.window(moment.progress, moment.seconds)

    def _box(self) -> tuple[int, int, int, int]:
        """Where in the film the footage lies: everywhere, or as much as fits."""
        width, height = self._size
        if self._footage.fit == "fill":
            return 0, 0, width, height
        scale = min(width / self._shown[0], height / self._shown[1])
        w, h = (
            min(full, max(2, round(side * scale / 2) * 2)) for side, full in zip(self._shown, self._size, strict=True)
        )
        left, top = (width - w) // 4 * 2, (height - h) // 4 * 2
        return left, top, left + w, top + h

    def _map(self, window: Rect, n: int) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
        """From pixels of a film's plane to pixels of the kept frame's: colour lies level with the left pixel of a pair
        in both.
        """
        left, top, right, bottom = self._box()
        kx, ky = self._kept[0] / self._shown[0], self._kept[1] / self._shown[1]
        a, b = window[2] / (right - left) * kx, window[3] / (bottom - top) * ky
        if n == 0:
            return np.array([[a, 0, window[0] * kx + 0.5 * a - 0.5], [0, b, window[1] * ky + 0.5 * b - 0.5]])
        return np.array([[a, 0, (window[0] * kx + 0.5 * a - 0.5) / 2], [0, b, (window[1] * ky + b) / 2 - 0.5]])

    def _frame(self, number: int) -> Planes:
        with self._lock:
            if self._last and self._last[0] == number:
                return self._last[1]
        with self._videos.lent(number) as reader:
            planes = self._conformed(reader.frame(number))
        with self._lock:
            self._last = (number, planes)
        return planes

    def _conformed(self, frame: VideoFrame) -> Planes:
        """Eight-bit BT.709 limited planes of the kept size, upright."""
        wide, high = self._kept if self._turns % 2 == 0 else self._kept[::-1]
        if any(part.is_alpha for part in frame.format.components):
            planes = self._over_colour(frame, (wide, high))
        else:
            planes = _limited(frame, (wide, high))
        if self._turns:
            planes = [np.ascontiguousarray(np.rot90(plane, self._turns)) for plane in planes]
        return planes

    def _over_colour(self, frame: VideoFrame, size: tuple[int, int]) -> Planes:
        """Transparent footage over the colour behind it."""
        rgba = _reformatted(frame, size, "rgba").to_ndarray().astype(np.float32)
        alpha = rgba[:, :, 3:] / 255
        rgb = rgba[:, :, :3] * alpha + np.array(self._footage.behind, np.float32) * (1 - alpha)
        y, *colour = to_planes(np.clip(rgb + 0.5, 0, 255).astype(np.uint8))
        half = (size[0] // 2, size[1] // 2)
        return [y, *(np.asarray(cv2.resize(plane, half, interpolation=cv2.INTER_AREA), np.uint8) for plane in colour)]


def _ratio(given: Fraction | None) -> Fraction:
    """How wide a pixel is for its height; nonsense counts as square."""
    return given if given and Fraction(1, 4) <= given <= 4 else Fraction(1)


def _limited(frame: VideoFrame, size: tuple[int, int]) -> Planes:
    """A frame without transparency as BT.709 limited planes; what has a high range is brought into it."""
    bright = int(frame.color_trc) in HIGH_RANGE
    planes = _reformatted(frame, size, "yuv420p", keep=bright)
    views = []
    for plane in planes.planes:
        rows = np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)  # type: ignore[call-overload]
        views.append(np.ascontiguousarray(rows[: plane.height, : plane.width]))
    if bright:
        table, shift = changes_for(int(frame.color_trc))
        recolour(views, table, shift)
    return views


def _reformatted(frame: VideoFrame, size: tuple[int, int], layout: str, keep: bool = False) -> VideoFrame:
    matrix = int(frame.colorspace)
    if matrix not in (BT709, 4, BT601, 6, 7, BT2020, 10):
        matrix = BT601 if frame.height <= SMALL_LINES else BT709
    matrix = {6: BT601, 10: BT2020}.get(matrix, matrix)
    full = int(frame.color_range) == FULL or frame.format.name.startswith("yuvj")
    smaller = size[0] < 0.9 * frame.width
    return VideoReformatter().reformat(
        frame,
        *size,
        format=layout,
        src_colorspace=matrix,
        dst_colorspace=matrix if keep else BT709,
        src_color_range=FULL if full else LIMITED,
        dst_color_range=FULL if layout == "rgba" else LIMITED,
        interpolation=(Interpolation.AREA if smaller else Interpolation.BICUBIC)
        | Interpolation.ACCURATE_RND
        | Interpolation.BITEXACT,
        threads=1,
    )

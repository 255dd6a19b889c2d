"""Draws any frame of a film: the shots that are seen in it, their transition, its brightness and its caption.

Frames are drawn from the film's own frame numbers, so that it never matters which segment asks, nor in which order.
"""

from __future__ import annotations

import threading
from collections import OrderedDict

import cv2
import numpy as np

from engine.film.captions import Captions
from engine.film.picture import Planes, Source
from engine.film.timeline import Segment, Timeline
from engine.film.types import Film

KEPT_SOURCES = 6
BLACK = 16
GREY = 128


class Painter:
    """Draws frames for several threads at a time; keeps the pictures of a few shots only."""

    def __init__(self, film: Film, timeline: Timeline, captions: Captions) -> None:
        self._film = film
        self._timeline = timeline
        self._captions = captions
        self._sources: OrderedDict[int, Source] = OrderedDict()
        self._lock = threading.Lock()
        self._spare = threading.local()

    def draw(self, segment: Segment, frame: int, planes: Planes) -> None:
        """Draw a frame (counted from the film's first) of a segment."""
        first, second = self._spare_planes()
        self._shot(segment.shots[0], frame, planes, first)
        if len(segment.shots) == 2:
            self._shot(segment.shots[1], frame, second, first)
            share = segment.share(frame)
            for plane, other in zip(planes, second, strict=True):
                cv2.addWeighted(plane, 1 - share, other, share, 0, dst=plane)
        if segment.dim != (1.0, 1.0):
            _dim(planes, segment.level(frame))
        self._captions.draw(frame, planes)

    def _shot(self, index: int, frame: int, planes: Planes, spare: Planes) -> None:
        self._source(index).draw(self._timeline.progress(index, frame), planes, spare)

    def _source(self, index: int) -> Source:
        with self._lock:
            if index not in self._sources:
                shot = self._film.shots[index]
                self._sources[index] = Source(shot.picture, shot.move, self._film.size)
            self._sources.move_to_end(index)
            while len(self._sources) > KEPT_SOURCES:
                self._sources.popitem(last=False)
            return self._sources[index]

    def _spare_planes(self) -> tuple[Planes, Planes]:
        if not hasattr(self._spare, "planes"):
            self._spare.planes = (empty_planes(self._film.size), empty_planes(self._film.size))
        planes: tuple[Planes, Planes] = self._spare.planes
        return planes


def empty_planes(size: tuple[int, int]) -> Planes:
    """Planes of a frame in memory: Y full size, U and V half."""
    width, height = size
    shapes = ((height, width), (height // 2, width // 2), (height // 2, width // 2))
    return [np.empty(shape, np.uint8) for shape in shapes]


def _dim(planes: Planes, level: float) -> None:
    """Towards black: both the light and the colour."""
    for plane, zero in zip(planes, (BLACK, GREY, GREY), strict=True):
        cv2.convertScaleAbs(plane, dst=plane, alpha=level, beta=zero * (1 - level))

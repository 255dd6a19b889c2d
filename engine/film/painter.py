"""Draws any frame of a film: the shots that are seen in it, their transition, its brightness and its caption.

Frames are drawn from the film's own frame numbers, so that it never matters which segment asks, nor in which order.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from fractions import Fraction

import numpy as np

from engine.film.captions import Captions
from engine.film.picture import Planes
from engine.film.placing import dim, empty_planes
from engine.film.timeline import Segment, Timeline
from engine.film.transitions import FADES, mix
from engine.film.types import Film, Shot
from engine.film.view import Span, View

__all__ = ["Painter", "ShotPainter", "empty_planes"]

KEPT_BYTES = 320_000_000
"""What prepared shots may take together; three are kept however large they are."""
LEAST_KEPT = 3


class Painter:
    """Draws frames for several threads at a time; keeps a few shots ready. `light`: of a film to look at while one works."""

    def __init__(self, film: Film, timeline: Timeline, captions: Captions, *, light: bool = False) -> None:
        self._light = light
        self._film = film
        self._timeline = timeline
        self._captions = captions
        self._views: OrderedDict[int, View] = OrderedDict()
        self._making: dict[int, threading.Lock] = {}
        self._lock = threading.Lock()
        self._spare = threading.local()

    def draw(self, segment: Segment, frame: int, planes: Planes) -> None:
        """Draw a frame (counted from the film's first) of a segment."""
        whole, second, spare = self._spare_planes()
        own = planes if all(plane.flags.c_contiguous for plane in planes) else whole
        self._shot(segment.shots[0], frame, own, spare)
        if len(segment.shots) == 2:
            self._shot(segment.shots[1], frame, second, spare)
            mix(segment.kind, own, second, segment.share(frame), 1 / (segment.frames + 1), spare)
        if segment.dim != (1.0, 1.0):
            dim(own, segment.level(frame), FADES.get(segment.kind, FADES["fade"]))
        if own is not planes:
            for plane, drawn in zip(planes, own, strict=True):
                np.copyto(plane, drawn)
        self._captions.draw(frame, planes)

    def ready(self, index: int) -> None:
        """Make a shot ready before one of its frames is asked for."""
        if 0 <= index < len(self._film.shots):
            self._view(index)

    def _shot(self, index: int, frame: int, planes: Planes, spare: Planes) -> None:
        self._view(index).draw(frame - self._timeline.seen[index][0], planes, spare)

    def _view(self, index: int) -> View:
        """A shot made ready; two threads never prepare the same one."""
        with self._lock:
            if index in self._views:
                self._views.move_to_end(index)
                return self._views[index]
            making = self._making.setdefault(index, threading.Lock())
        with making:
            with self._lock:
                if index in self._views:
                    return self._views[index]
            first, last = self._timeline.seen[index]
            span = Span(last - first, self._timeline.starts[index] - first)
            view = View(self._film.shots[index], self._film.size, self._film.fps, span, light=self._light)
            with self._lock:
                self._views[index] = view
                self._sweep()
            return view

    def _sweep(self) -> None:
        """Let go of shots that were not drawn for long."""
        while len(self._views) > LEAST_KEPT and sum(view.memory for view in self._views.values()) > KEPT_BYTES:
            self._views.popitem(last=False)

    def _spare_planes(self) -> tuple[Planes, Planes, Planes]:
        if not hasattr(self._spare, "planes"):
            size = self._film.size
            self._spare.planes = (empty_planes(size), empty_planes(size), empty_planes(size))
        planes: tuple[Planes, Planes, Planes] = self._spare.planes
        return planes


class ShotPainter:
    """Draws the frames of one shot alone: for proxies and previews. Used by one thread at a time."""

    def __init__(self, shot: Shot, size: tuple[int, int], fps: int | Fraction) -> None:
        self._view = View(shot, size, fps, Span(shot.frames))
        self._own, self._spare = empty_planes(size), empty_planes(size)

    def draw(self, number: int, planes: Planes) -> None:
        """Draw frame `number` (0 to the shot's frames) into planes."""
        own = planes if all(plane.flags.c_contiguous for plane in planes) else self._own
        self._view.draw(number, own, self._spare)
        if own is not planes:
            for plane, drawn in zip(planes, own, strict=True):
                np.copyto(plane, drawn)

"""One shot as it is seen: its picture, footage or scene with its camera, its time and its effects, drawn frame by frame.

Frames are told by their number within the shot, so that any of them can be drawn at any time with the same result. Example:
`View(shot, (1280, 720), 24, Span(frames=120)).draw(60, planes, spare)`.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Protocol

from engine.film.camera import Moment
from engine.film.finish import Finish
from engine.film.footage import Filmed
from engine.film.picture import Planes, Source
from engine.film.scene import Scene
from engine.film.sources import Footage, Layers
from engine.film.timemap import TimeMap, time_map
from engine.film.types import Shot

SAMPLES = 240
"""Moments that are looked at beforehand, to know how much of a picture is seen and how near."""


@dataclass(frozen=True)
class Span:
    """How many frames of a shot are seen, and how many of these (`lead`) belong to the transition before its own start."""

    frames: int
    lead: int = 0


class Drawer(Protocol):
    """What draws a moment of a shot before its effects."""

    @property
    def memory(self) -> int: ...

    def draw(self, moment: Moment, planes: Planes, spare: Planes) -> None: ...


class View:
    """A shot made ready at one size and rate; `light` for films to look at while one works. Drawing is safe from several threads."""

    def __init__(
        self, shot: Shot, size: tuple[int, int], fps: int | Fraction, span: Span, *, light: bool = False
    ) -> None:
        self._span, self._fps = span, float(fps)
        self._time: TimeMap = time_map(shot)
        self._bends = not isinstance(shot.picture, Footage) and not self._time.is_plain
        self._drawer = _drawer(shot, size, [self.moment(n) for n in _spread(span.frames)], light)
        own = shot.picture.finish if isinstance(shot.picture, Layers) else ()
        seconds = (span.frames - span.lead) / self._fps
        self._finish = Finish((*own, *shot.effects), size, seconds, looks=not isinstance(shot.picture, Path))

    @property
    def memory(self) -> int:
        """The bytes that are kept."""
        return self._drawer.memory

    def moment(self, number: int) -> Moment:
        """Frame `number` of those that are seen, as a moment of the shot."""
        last = max(1, self._span.frames - 1)
        seconds = (number - self._span.lead) / self._fps
        return Moment(number, self._progress(number / last, seconds), seconds, self._time.source(seconds))

    def _progress(self, share: float, seconds: float) -> float:
        """How far the camera has come; what slows a still or a scene slows its camera too."""
        if not self._bends:
            return share
        first = -self._span.lead / self._fps
        last = first + max(1, self._span.frames - 1) / self._fps
        begin, end = self._time.source(first), self._time.source(last)
        return min(max((self._time.source(seconds) - begin) / (end - begin), 0.0), 1.0) if end > begin else 0.0

    def draw(self, number: int, planes: Planes, spare: Planes) -> None:
        """Draw a frame into `planes` (Y full size, U and V half; rows without gaps); `spare` is working space."""
        moment = self.moment(number)
        self._drawer.draw(moment, planes, spare)
        self._finish.apply(moment, planes)


class _Still:
    """A still picture with its camera."""

    def __init__(self, source: Source) -> None:
        self._source = source

    @property
    def memory(self) -> int:
        return self._source.memory

    def draw(self, moment: Moment, planes: Planes, spare: Planes) -> None:
        self._source.draw(moment.progress, planes, spare, moment.seconds)


def _drawer(shot: Shot, size: tuple[int, int], moments: list[Moment], light: bool) -> Drawer:
    if isinstance(shot.picture, Footage):
        return Filmed(shot.picture, shot.move, size, shot.effects, moments)
    if isinstance(shot.picture, Layers):
        return Scene(shot.picture, shot.move, size, shot.effects, moments)
    return _Still(Source(shot.picture, shot.move, size, shot.effects, moments, light=light))


def _spread(frames: int) -> list[int]:
    """All numbers of a short shot, evenly chosen ones of a long one."""
    if frames <= SAMPLES:
        return list(range(frames))
    return sorted({round(n * (frames - 1) / (SAMPLES - 1)) for n in range(SAMPLES)})

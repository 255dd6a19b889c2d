"""The time of a shot and the time of what it shows: speed, ramps and freezes as one map that sound and captions follow.

`time_map(shot).source(2.0)` says which second of the footage (or of the scene) is seen two seconds into the shot;
`shown(s)` is the way back. Pure arithmetic.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from engine.errors import UserError
from engine.film.effects import Effect, Freeze, Ramp
from engine.film.sources import Footage
from engine.film.types import Shot


@dataclass(frozen=True)
class Knot:
    """At `at` seconds of the shot, `source` seconds have gone by and the speed is `speed`."""

    at: float
    source: float
    speed: float


@dataclass(frozen=True)
class TimeMap:
    """From seconds of a shot to seconds of what it shows, and back. Before the first knot and after the last, time goes
    on at their speed.
    """

    knots: tuple[Knot, ...] = (Knot(0.0, 0.0, 1.0),)

    @property
    def is_plain(self) -> bool:
        """Nothing is faster, slower or elsewhere than as it was."""
        return all(knot.speed == 1.0 and knot.source == knot.at for knot in self.knots)

    def speed(self, at: float) -> float:
        """How fast time goes at a second of the shot."""
        n = bisect_right([knot.at for knot in self.knots], at) - 1
        if n < 0 or n == len(self.knots) - 1:
            return self.knots[max(n, 0)].speed
        a, b = self.knots[n], self.knots[n + 1]
        return a.speed + (b.speed - a.speed) * (at - a.at) / (b.at - a.at)

    def source(self, at: float) -> float:
        """The second of the source that is seen at a second of the shot."""
        n = bisect_right([knot.at for knot in self.knots], at) - 1
        knot = self.knots[max(n, 0)]
        gone = at - knot.at
        if n < 0 or n == len(self.knots) - 1:
            return knot.source + knot.speed * gone
        return knot.source + (knot.speed + self.speed(at)) / 2 * gone

    def shown(self, source: float) -> float:
        """The first second of the shot at which a second of the source is seen (its end where it is never reached)."""
        first, last = self.knots[0], self.knots[-1]
        if source <= first.source:
            return first.at + ((source - first.source) / first.speed if first.speed else 0.0)
        if source > last.source:
            return last.at + ((source - last.source) / last.speed if last.speed else 0.0)
        low, high = next((a.at, b.at) for a, b in pairwise(self.knots) if source <= b.source)
        for _ in range(60):
            middle = (low + high) / 2
            low, high = (middle, high) if self.source(middle) < source else (low, middle)
        return high


def time_map(shot: Shot) -> TimeMap:
    """The map of a shot: its footage's start and speed, its ramps and its freezes."""
    start, speed = (shot.picture.start, shot.picture.speed) if isinstance(shot.picture, Footage) else (0.0, 1.0)
    return mapped(shot.effects, start, speed)


def mapped(effects: tuple[Effect, ...], start: float = 0.0, speed: float = 1.0) -> TimeMap:
    """The map of these effects for a source from `start` on at `speed`; UserError for speeds below nothing."""
    points = sorted({at: v * speed for ramp in effects if isinstance(ramp, Ramp) for at, v in ramp.points}.items())
    if speed < 0 or any(v < 0 for _, v in points):
        raise UserError("A speed cannot be below 0; give 0 to stand still, 0.5 for half as fast, 2 for twice.")
    knots = [Knot(0.0, start, points[0][1] if points else speed)]
    for at, v in points:
        if at <= 0:
            knots = [Knot(0.0, start, v)]
            continue
        last = knots[-1]
        knots.append(Knot(at, last.source + (last.speed + v) / 2 * (at - last.at), v))
    found = TimeMap(tuple(knots))
    for freeze in sorted((e for e in effects if isinstance(e, Freeze) and e.seconds > 0), key=lambda e: -e.at):
        found = _frozen(found, max(freeze.at, 0.0), freeze.seconds)
    return found


def _frozen(line: TimeMap, at: float, seconds: float) -> TimeMap:
    """The map with a stop put in; what comes after it comes later. The stop is sudden: its knots stand a moment
    apart.
    """
    here, speed, instant = line.source(at), line.speed(at), 1e-6
    before = [knot for knot in line.knots if knot.at < at]
    after = [Knot(knot.at + seconds, knot.source, knot.speed) for knot in line.knots if knot.at > at]
    stop = [Knot(at, here, speed), Knot(at + instant, here, 0.0), Knot(at + seconds, here, 0.0)]
    return TimeMap((*before, *stop, Knot(at + seconds + instant, here, speed), *after))

"""Where the camera looks at each moment: a move's windows, its bow, a hand's wandering, breathing, punches and shakes.

Gives rectangles in pixels of the picture; knows nothing of how they are drawn. Example:
`Camera(move, (), (1344, 768), (1280, 720)).window(0.5, 2.0)`.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

from engine.film.effects import Effect, Punch, Shake
from engine.film.types import Ease, Move, Window

Rect = tuple[float, float, float, float]

TRAVEL_AT_REST = 0.6
"""How much of 'smooth' is a full ease: its speed at both ends is 1 - 0.6 of the mean, so that dissolves show moving
pictures.
"""
BREATH_SECONDS = 6.0
HAND = ((0.55, 0.17), (0.30, 0.31), (0.15, 0.53))
"""(share, times a second) of the waves that a steady hand makes; slow enough never to be taken for a fault."""
SHAKE_ROOM = 2.4
"""A shaken picture is brought so many times the shake's reach nearer, so that its edges stay out of sight."""


@dataclass(frozen=True)
class Moment:
    """A frame of a shot: its number (from the first one seen), how far its move has come (0 to 1), and seconds: of the
    shot, and of what it shows.
    """

    number: int = 0
    progress: float = 0.0
    seconds: float = 0.0
    source: float = 0.0


def fitted(window: Window, picture: tuple[int, int], film: tuple[int, int]) -> Rect:
    """A window in pixels of the picture, narrowed about its middle to the film's shape so that nothing is ever
    stretched.
    """
    w, h = window.w * picture[0], window.h * picture[1]
    x, y = window.x * picture[0] + w / 2, window.y * picture[1] + h / 2
    shape = film[0] / film[1]
    w, h = min(w, h * shape), min(h, w / shape)
    x, y = (min(max(at, side / 2), full - side / 2) for at, side, full in ((x, w, picture[0]), (y, h, picture[1])))
    return x - w / 2, y - h / 2, w, h


def eased(progress: float, ease: Ease) -> float:
    """How far the camera has travelled when `progress` (0 to 1) of the time is over."""
    if ease == "linear":
        return progress
    full = progress * progress * (3 - 2 * progress)
    return progress + TRAVEL_AT_REST * (full - progress)


class Camera:
    """A move over a picture of one size for a film of one size."""

    def __init__(self, move: Move, effects: Sequence[Effect], picture: tuple[int, int], film: tuple[int, int]) -> None:
        self.start = fitted(move.start, picture, film)
        self.end = fitted(move.end, picture, film)
        self._move, self._picture = move, picture
        self._punches = [effect for effect in effects if isinstance(effect, Punch)]
        self._shakes = [effect for effect in effects if isinstance(effect, Shake)]
        chance = random.Random(f"hand {move.seed}")
        self._phases = [chance.random() for _ in range(2 * len(HAND) + 1)]

    @property
    def is_still(self) -> bool:
        """It never moves at all."""
        move = self._move
        free = not (move.hand or move.breath or any(move.bow) or self._punches or self._shakes)
        return free and self.start == self.end

    def window(self, progress: float, seconds: float = 0.0) -> Rect:
        """What is seen at `progress` (0 to 1) of the move and `seconds` of the shot. Zooms run evenly to the eye (by
        ratio).
        """
        rect = self._travelled(progress)
        if self._move.hand or self._move.breath:
            rect = self._held(rect, seconds)
        for punch in self._punches:
            rect = _nearer(rect, 1 + (punch.zoom - 1) * _punched(punch, seconds))
        for shake in self._shakes:
            rect = _shaken(rect, shake, seconds)
        return self._inside(rect)

    def _travelled(self, progress: float) -> Rect:
        along = eased(progress, self._move.ease)
        bow = 4 * along * (1 - along)
        first, last = self.start[2], self.end[2]
        if abs(last - first) > 1e-9 * first:
            along = (first * (last / first) ** along - first) / (last - first)
        x, y, w, h = (a + (b - a) * along for a, b in zip(self.start, self.end, strict=True))
        return x + bow * self._move.bow[0] * self._picture[0], y + bow * self._move.bow[1] * self._picture[1], w, h

    def _held(self, rect: Rect, seconds: float) -> Rect:
        """Breathing goes in and out again; a hand strays on two waves of its own."""
        turn = 2 * math.pi
        swell = (1 - math.cos(turn * (seconds / BREATH_SECONDS + self._phases[0]))) / 2
        x, y, w, h = _nearer(rect, 1 + self._move.breath * swell)
        across, down = (
            sum(
                share * math.sin(turn * (times * seconds + self._phases[1 + axis * len(HAND) + n]))
                for n, (share, times) in enumerate(HAND)
            )
            for axis in (0, 1)
        )
        return x + across * self._move.hand * w, y + down * self._move.hand * h, w, h

    def _inside(self, rect: Rect) -> Rect:
        x, y, w, h = rect
        if x >= 0 and y >= 0 and x + w <= self._picture[0] and y + h <= self._picture[1]:
            return rect
        return (
            min(max(x, 0.0), max(0.0, self._picture[0] - w)),
            min(max(y, 0.0), max(0.0, self._picture[1] - h)),
            w,
            h,
        )


def _nearer(rect: Rect, zoom: float) -> Rect:
    x, y, w, h = rect
    return x + w * (1 - 1 / zoom) / 2, y + h * (1 - 1 / zoom) / 2, w / zoom, h / zoom


def _punched(punch: Punch, seconds: float) -> float:
    """How much (0 to 1) of a punch is felt: in by a decelerating curve, out by a soft one."""
    gone = seconds - punch.at
    if gone <= 0:
        return 0.0
    if gone < punch.attack:
        return 1 - (1 - gone / punch.attack) ** 3
    gone -= punch.attack + punch.hold
    if gone <= 0 or not punch.release:
        return 1.0
    left = max(0.0, 1 - gone / punch.release)
    return left * left * (3 - 2 * left)


def _shaken(rect: Rect, shake: Shake, seconds: float) -> Rect:
    gone = (seconds - shake.at) / shake.seconds if shake.seconds > 0 else 1.0
    if not 0 < gone < 1:
        return rect
    force = min(1.0, gone / 0.08) * (1 - gone) ** 1.5
    chance = random.Random(f"shake {shake.seed}")
    across, down = (
        sum(
            share * math.sin(2 * math.pi * (shake.hertz * rate * (seconds - shake.at) + chance.random()))
            for share, rate in ((0.6, 1.0), (0.4, 1.73))
        )
        for _ in range(2)
    )
    x, y, w, h = _nearer(rect, 1 + SHAKE_ROOM * shake.amount * force)
    return x + across * force * shake.amount * w, y + down * force * shake.amount * w, w, h

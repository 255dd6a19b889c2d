"""Music under a film: beds in turn, each looped on its bars, handed over at musical boundaries, faded and ducked.

Knows samples of the film and says what the music is there; levels beside speech come from the mix. Example:
`Score(beds, mix, total, reels, speech_level).block(0, 480_000)` -> (480000, 2).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from engine.film.levels import Curve, Samples
from engine.film.reels import Reels
from engine.film.types import RATE, SILENCE, Bed, Mix

CROSSFADE_SECONDS = 0.03
"""At a loop point the music keeps its beat, so the crossfade is short."""
LONG_CROSSFADE_SECONDS = 1.5
"""Without loop points, the end of a bed melts into its beginning, and one bed into the next."""
HANDOVER_REACH_SECONDS = 2.0
HANDOVER_RISE_SECONDS, HANDOVER_FALL_SECONDS = 0.01, 0.4
"""At a musical boundary the next bed begins with its first beat, and the last one rings out under it."""
EDGE_SECONDS = 0.002
LEVEL_STEP_DB = 0.5
"""The music's level is set in steps, so that a re-made line does not change all of it by a hair."""
DUCK_STEP = RATE // 100


@dataclass(frozen=True)
class Section:
    """A bed where it is heard: samples `start` to `stop` of the film, rising and falling over so many samples, turning
    back to its beginning every `period` with `cross` samples of both; `gain` is linear.
    """

    bed: Bed
    start: int
    stop: int
    rise: int
    fall: int
    period: int
    cross: int
    gain: float


class Score:
    """All music of a film. Several threads may ask for blocks."""

    def __init__(self, beds: tuple[Bed, ...], mix: Mix, total: int, reels: Reels, speech_level: float) -> None:
        self._reels = reels
        self.sections = _sections(beds, mix, total, reels, speech_level)

    def block(self, first: int, count: int) -> Samples:
        """Samples `first` to `first + count` of the film, (n, 2), not ducked."""
        block = np.zeros((count, 2), np.float32)
        for section in self.sections:
            a, b = max(first, section.start), min(first + count, section.stop)
            if b > a:
                block[a - first : b - first] += self._heard(section, a, b)
        return block

    def key(self, first: int, count: int) -> list[object]:
        """What is heard from `first` on for `count` samples, to be told from everything else."""
        found: list[object] = []
        for s in self.sections:
            if s.start < first + count and s.stop > first:
                rises = s.start + s.rise > first
                falls = s.stop - s.fall < first + count
                edges = (rises and s.rise, falls and (s.stop - first, s.fall))
                phase = (s.period, s.cross, first - s.start)
                found.append((self._reels.sha256(s.bed.path), *phase, round(s.gain, 9), edges))
        return found

    def _heard(self, section: Section, a: int, b: int) -> Samples:
        heard = np.zeros((b - a, 2), np.float32)
        length = self._reels.facts(section.bed.path, False).length
        for turn in range(
            max(0, (a - section.start) // section.period - 1), (b - 1 - section.start) // section.period + 1
        ):
            begin = section.start + turn * section.period
            c, d = max(a, begin), min(b, begin + section.period + section.cross, begin + length)
            if d > c:
                part = _wide(self._reels.read(section.bed.path, False, c - begin, d - begin))
                heard[c - a : d - a] += _turned(part, section, turn, c - begin)
        heard *= (np.float32(section.gain) * _fades(section, a, b))[:, None]
        return heard


def _wide(part: Samples) -> Samples:
    """One channel from two loudspeakers, as loud as from one."""
    return part if part.shape[1] == 2 else np.repeat(part * np.float32(math.sqrt(0.5)), 2, axis=1)


def _turned(part: Samples, section: Section, turn: int, a: int) -> Samples:
    """Samples from `a` on of a turn of the loop, with equal-power crossfades where one turn meets the next."""
    b = a + len(part)
    rises, falls = bool(turn) and a < section.cross, b > section.period
    if not rises and not falls:
        return part
    gains = np.ones(len(part), np.float32)
    if rises:
        gains[: section.cross - a] = _quarter(np.arange(a, min(b, section.cross)) / section.cross)
    if falls:
        late = max(a, section.period)
        gains[late - a :] *= _quarter((section.period + section.cross - np.arange(late, b)) / section.cross)
    return part * gains[:, None]


def _quarter(shares: Curve) -> Samples:
    return np.asarray(np.sin(np.pi / 2 * np.clip(shares, 0, 1)), dtype=np.float32)


def _fades(section: Section, a: int, b: int) -> Samples:
    if a >= section.start + section.rise and b <= section.stop - section.fall:
        return np.ones(1, np.float32)
    gains = np.ones(b - a, np.float32)
    head, tail = max(0, section.start + section.rise - a), max(0, section.stop - section.fall - a)
    gains[:head] = _quarter(np.arange(a - section.start, b - section.start)[:head] / section.rise)
    gains[tail:] = np.minimum(gains[tail:], _quarter((section.stop - np.arange(a, b)[tail:]) / section.fall))
    return gains


def _sections(beds: tuple[Bed, ...], mix: Mix, total: int, reels: Reels, speech_level: float) -> list[Section]:
    ordered = sorted(
        (bed for bed in beds if bed.start < (total if bed.end is None else bed.end)), key=lambda b: b.start
    )
    sections: list[Section] = []
    starts, rise = 0, 0
    for n, bed in enumerate(ordered):
        facts = reels.facts(bed.path, False)
        period, cross = loop(bed.loops, facts.length)
        gain = 10 ** ((music_level(speech_level, mix) - facts.loudness + bed.gain_db) / 20)
        own_start = starts if rise else bed.start
        asked = min(total, total if bed.end is None else bed.end)
        following = ordered[n + 1] if n + 1 < len(ordered) else None
        if rise == 0:
            rise = _shortened(mix.fade_in, 0.25 * (asked - own_start))
        if following and following.start <= asked:
            stop, fall, starts, next_rise = _handover(bed, period, own_start, min(following.start, total))
        else:
            stop, fall, next_rise = asked, _shortened(mix.fade_out, 0.35 * (asked - own_start)), 0
        sections.append(Section(bed, own_start, min(stop, total), rise, fall, period, cross, gain))
        rise = next_rise
    return sections


def _shortened(seconds: float, most: float) -> int:
    return max(1, round(min(seconds * RATE, most)))


def _handover(bed: Bed, period: int, start: int, at: int) -> tuple[int, int, int, int]:
    """Where a bed stops and over how long it falls; where the next one starts and over how long it rises."""
    points = {0, period, *(round(point * RATE) for point in bed.loops if point * RATE <= period)}
    turn = (at - start) // period
    lines = [start + (turn + more) * period + point for more in (-1, 0, 1) for point in points]
    nearest = min((line for line in lines if line > start), key=lambda line: abs(line - at), default=at)
    if bed.loops and abs(nearest - at) <= HANDOVER_REACH_SECONDS * RATE:
        fall, rise = round(HANDOVER_FALL_SECONDS * RATE), round(HANDOVER_RISE_SECONDS * RATE)
        return nearest + fall, fall, nearest, rise
    both = _shortened(LONG_CROSSFADE_SECONDS, at - start)
    return at + both // 2, both, at - both // 2, both


def music_level(speech_level: float, mix: Mix) -> float:
    """The loudness of the music where nobody speaks; without speech any level will do, since the whole is levelled
    later.
    """
    if speech_level <= SILENCE:
        return -20.0
    return round(speech_level / LEVEL_STEP_DB) * LEVEL_STEP_DB - mix.balance_db + mix.duck_db


def loop(loops: tuple[float, ...], length: int) -> tuple[int, int]:
    """After how many samples a bed of `length` starts again, and how long both are heard then."""
    points = [round(at * RATE) for at in loops if 1.0 <= at <= length / RATE + 0.05]
    if points:
        # What a bed holds beyond its loop point melts into its beginning; where it ends there, only a click is avoided.
        fade = max(round(EDGE_SECONDS * RATE), min(round(CROSSFADE_SECONDS * RATE), length - max(points)))
        return max(1, min(max(points), length - fade)), fade
    fade = max(1, min(round(LONG_CROSSFADE_SECONDS * RATE), length // 4))
    return max(1, length - fade), fade


def ducking(speech: list[tuple[int, int]], mix: Mix, total: int) -> Curve:
    """The music's gain (linear) every 10 ms: 1 where nobody speaks, `duck_db` lower under speech, with round corners.

    It is down `lookahead` before the first word; pauses shorter than `hold` do not bring it back.
    """
    depth = np.zeros(total // DUCK_STEP + 2)
    for start, end in _joined(speech, mix.hold):
        falls, rises = start - mix.lookahead - mix.attack, end + mix.lookahead
        a, b = max(0, math.floor(falls * 100)), max(0, math.ceil((rises + mix.release) * 100) + 1)
        times = np.arange(a, min(b, len(depth))) / 100
        depth[a:b] = np.maximum(depth[a:b], _ramp(times, falls, mix.attack) - _ramp(times, rises, mix.release))
    return 10 ** (-mix.duck_db * depth / 20)


def _ramp(times: Curve, start: float, length: float) -> Curve:
    share = np.clip((times - start) / max(length, 1e-3), 0, 1)
    return (1 - np.cos(np.pi * share)) / 2


def _joined(speech: list[tuple[int, int]], hold: float) -> list[tuple[float, float]]:
    joined: list[tuple[float, float]] = []
    for start, end in sorted((a / RATE, b / RATE) for a, b in speech):
        if joined and start - joined[-1][1] < hold:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined

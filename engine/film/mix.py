"""Mixes a film's sound: voices on their samples, a looped bed ducked under them, brought to loudness and peak,
compressed to AAC.

Works in blocks and keeps no more than the bed, the lines of one block and a gain curve. Example: `mixed(film) ->
Mixed(m4a, -14.0, -1.2)`.
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import islice
from pathlib import Path

import av
import numpy as np

from engine.film.levels import Curve, Meter, Peaks, Samples, apply_curve, gain_curve, gain_for
from engine.film.sound import activity, load, loudness
from engine.film.types import RATE, SILENCE, Bed, Film, Mix

BLOCK = 10 * RATE
BIT_RATE = 192_000
CODEC_HEADROOM_DB = 0.4
"""Compression lifts peaks a little; a mix whose compressed peak is still too high is limited harder and written
again.
"""
CROSSFADE_SECONDS = 0.03
"""At a loop point the music keeps its beat, so the crossfade is short."""
LONG_CROSSFADE_SECONDS = 1.5
"""Without loop points, the end of a bed melts into its beginning."""
LONGEST_BED = 1200.0
EDGE_SECONDS = 0.002
KEPT_LINES = 48
"""Voices kept decoded between passes: a few minutes of speech."""
_DUCK_STEP = RATE // 100

Stop = Callable[[], None]
"""Called between blocks; raises to stop the work."""


@dataclass(frozen=True)
class Mixed:
    """A film's sound as an M4A file's bytes, with the loudness (LUFS) and true peak (dBTP) that a player hears."""

    m4a: bytes
    loudness: float
    peak: float


def mixed(film: Film, stop: Stop) -> Mixed:
    """Mix, master and compress the sound of a film. MediaError when a voice or the bed cannot be read."""
    tracks = Tracks(film)
    ceiling = film.mix.peak - CODEC_HEADROOM_DB
    meter, peaks = _measured(tracks.blocks(stop))
    gain = 1.0
    for _ in range(4):
        gain, curve = _mastered(tracks, meter.loudness, peaks, ceiling, stop)
        m4a = _compressed(_levelled(tracks.blocks(stop), gain, curve), stop)
        heard, decoded = _measured(_decoded(m4a))
        peak = 20 * math.log10(max(float(decoded.max(initial=0.0)), 1e-6))
        if peak <= film.mix.peak:
            break
        ceiling -= peak - film.mix.peak + 0.05
    return Mixed(m4a, round(heard.loudness, 2), round(peak, 2))


def _measured(blocks: Iterator[Samples]) -> tuple[Meter, Samples]:
    meter, peaks = Meter(RATE, 2), Peaks(RATE, 2)
    for block in blocks:
        meter.add(block)
        peaks.add(block)
    return meter, peaks.finish()


def _mastered(tracks: Tracks, have: float, peaks: Samples, ceiling_db: float, stop: Stop) -> tuple[float, Curve]:
    """The gain and the limiter's curve with which the mix has its loudness, measured again until it does."""
    target, ceiling = tracks.mix.loudness, 10 ** (ceiling_db / 20)
    if have <= SILENCE:
        return 1.0, np.ones(0)

    def heard(gain: float) -> float:
        curve = gain_curve(peaks, gain, ceiling)
        if curve.min(initial=1.0) >= 1.0:
            return have + 20 * math.log10(gain)
        meter = Meter(RATE, 2)
        for block in _levelled(tracks.blocks(stop), gain, curve):
            meter.add(block)
        return meter.loudness

    gain = gain_for(target, have, heard)
    return gain, gain_curve(peaks, gain, ceiling)


def _levelled(blocks: Iterator[Samples], gain: float, curve: Curve) -> Iterator[Samples]:
    first = 0
    for block in blocks:
        yield apply_curve(block * np.float32(gain), curve, first, RATE)
        first += len(block)


class Tracks:
    """The voices and the bed of a film, block by block, before mastering."""

    def __init__(self, film: Film) -> None:
        self.mix = film.mix
        self._total = film.samples
        self._lines = sorted(film.lines, key=lambda line: line.start)
        self._load = lru_cache(maxsize=KEPT_LINES)(_voice)
        self._ends: list[int] = []
        speech = self._speech()
        self._duck = ducking(speech, film.mix, self._total)
        self._music = Music(film.bed, film.mix, self._total, self._speech_level) if film.bed else None

    def _speech(self) -> list[tuple[int, int]]:
        """Where somebody speaks, in samples of the film. Measures the speech's loudness on the way."""
        meter, found = Meter(RATE, 1), []
        for line in self._lines:
            voice = self._load(line.path)
            meter.add(voice)
            self._ends.append(line.start + len(voice))
            found += [(line.start + a, line.start + b) for a, b in activity(voice)]
        self._speech_level = meter.loudness if found else SILENCE
        return found

    def blocks(self, stop: Stop) -> Iterator[Samples]:
        """The film's sound as (n, 2) blocks of ten seconds."""
        for first in range(0, self._total, BLOCK):
            stop()
            count = min(BLOCK, self._total - first)
            block = np.repeat(self._voices(first, count)[:, None], 2, axis=1)
            if self._music:
                gains = np.interp(np.arange(first, first + count), np.arange(len(self._duck)) * _DUCK_STEP, self._duck)
                block += self._music.block(first, count) * gains.astype(np.float32)[:, None]
            yield block

    def _voices(self, first: int, count: int) -> Samples:
        """The sum of all lines, at the level at which two loudspeakers sound as loud as the one voice."""
        block = np.zeros(count, np.float32)
        for line, end in zip(self._lines, self._ends, strict=True):
            a, b = max(first, line.start), min(first + count, end)
            if b > a:
                block[a - first : b - first] += self._load(line.path)[a - line.start : b - line.start]
        return block * np.float32(math.sqrt(0.5))


def _voice(path: Path) -> Samples:
    """A line's sound with edges too short to hear, so that it neither starts nor ends with a click."""
    voice = load(path, RATE, mono=True)
    edge = min(len(voice) // 2, round(EDGE_SECONDS * RATE))
    ramp = np.linspace(0, 1, edge, endpoint=False, dtype=np.float32)
    voice[:edge] *= ramp
    voice[len(voice) - edge :] *= ramp[::-1]
    return voice


def ducking(speech: list[tuple[int, int]], mix: Mix, total: int) -> Curve:
    """The music's gain (linear) every 10 ms: 1 where nobody speaks, `duck_db` lower under speech, with round corners.

    It is down `lookahead` before the first word; pauses shorter than `hold` do not bring it back.
    """
    depth = np.zeros(total // _DUCK_STEP + 2)
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


class Music:
    """A bed, looped to the film's length, faded in and out, at its level beside the speech (ducking comes later)."""

    def __init__(self, bed: Bed, mix: Mix, total: int, speech_level: float) -> None:
        samples = load(bed.path, RATE, seconds=LONGEST_BED)
        self._samples = samples if samples.ndim == 2 else np.repeat(samples[:, None], 2, axis=1) * math.sqrt(0.5)
        self._total = total
        self._period, self._fade = _loop(bed, len(samples))
        self._gain = 10 ** ((_music_level(speech_level, mix) - loudness(self._samples) + bed.gain_db) / 20)
        self._ins = max(1, round(min(mix.fade_in, 0.25 * total / RATE) * RATE))
        self._outs = max(1, round(min(mix.fade_out, 0.35 * total / RATE) * RATE))

    def block(self, first: int, count: int) -> Samples:
        """Samples `first` to `first + count` of the film, (n, 2)."""
        block = np.zeros((count, 2), np.float32)
        for turn in range(max(0, first // self._period - 1), (first + count - 1) // self._period + 1):
            start = turn * self._period
            a, b = max(first, start), min(first + count, start + self._period + self._fade, start + len(self._samples))
            if b > a:
                block[a - first : b - first] += self._samples[a - start : b - start] * self._edges(
                    turn, a - start, b - start
                )
        return block * (self._gain * self._fades(first, count))[:, None]

    def _edges(self, turn: int, a: int, b: int) -> Samples:
        """Equal-power crossfades where one turn of the loop meets the next."""
        if (a >= self._fade or not turn) and b <= self._period:
            return np.ones((1, 1), np.float32)
        at = np.arange(a, b)
        rise = np.clip(at / self._fade, 0, 1) if turn else np.ones(b - a)
        fall = np.clip((self._period + self._fade - at) / self._fade, 0, 1)
        return np.asarray(np.sin(np.pi / 2 * rise) * np.sin(np.pi / 2 * fall), dtype=np.float32)[:, None]

    def _fades(self, first: int, count: int) -> Samples:
        if first >= self._ins and first + count <= self._total - self._outs:
            return np.ones(1, np.float32)
        at = np.arange(first, first + count)
        shares = np.minimum(at / self._ins, (self._total - at) / self._outs)
        return np.asarray(np.sin(np.pi / 2 * np.clip(shares, 0, 1)), dtype=np.float32)


def _music_level(speech_level: float, mix: Mix) -> float:
    """The loudness of the music where nobody speaks; without speech any level will do, since the whole is levelled
    later.
    """
    return speech_level - mix.balance_db + mix.duck_db if speech_level > SILENCE else -20.0


def _loop(bed: Bed, length: int) -> tuple[int, int]:
    """After how many samples a bed starts again, and how long both are heard then."""
    points = [round(at * RATE) for at in bed.loops if 1.0 <= at <= length / RATE + 0.05]
    if points:
        # What a bed holds beyond its loop point melts into its beginning; where it ends there, only a click is avoided.
        fade = max(round(EDGE_SECONDS * RATE), min(round(CROSSFADE_SECONDS * RATE), length - max(points)))
        return max(1, min(max(points), length - fade)), fade
    fade = max(1, min(round(LONG_CROSSFADE_SECONDS * RATE), length // 4))
    return max(1, length - fade), fade


def _compressed(blocks: Iterator[Samples], stop: Stop) -> bytes:
    """AAC in an M4A. The first frame's time is 0, which keeps the encoder's delay out of what is heard."""
    buffer = io.BytesIO()
    with av.open(buffer, "w", format="mp4") as container:
        stream = container.add_stream("aac", rate=RATE, layout="stereo")
        stream.bit_rate = BIT_RATE
        stream.codec_context.options = {"aac_coder": "fast"}
        at = 0
        for block in blocks:
            for second in range(0, len(block), RATE):
                stop()
                part = np.ascontiguousarray(block[second : second + RATE].T)
                frame = av.AudioFrame.from_ndarray(part, format="fltp", layout="stereo")
                frame.sample_rate, frame.time_base, frame.pts = RATE, Fraction(1, RATE), at
                at += part.shape[1]
                container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return buffer.getvalue()


def _decoded(m4a: bytes) -> Iterator[Samples]:
    with av.open(io.BytesIO(m4a), "r") as container:
        frames = container.decode(container.streams.audio[0])
        while batch := list(islice(frames, BLOCK // 1024)):
            yield np.concatenate([frame.to_ndarray() for frame in batch], axis=1).T.astype(np.float32)

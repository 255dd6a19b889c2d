"""What a film sounds like before mastering: voices on their samples, music ducked under them, sound effects.

Any stretch can be had on its own, and named by what is heard in it. Example: `Tracks(film, reels).stretch(0, 48_000)`
-> (48000, 2).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from engine.errors import MediaError
from engine.film.levels import Samples, integrated
from engine.film.music import DUCK_STEP, EDGE_SECONDS, Score, ducking
from engine.film.reels import Reels
from engine.film.types import RATE, SILENCE, Bed, Film, Line, SoundEffect

PARTS = ("voices", "music", "effects")
END_SECONDS = 0.01
"""Over these the film's last sounds end, so that nothing is cut off with a click."""


class Tracks:
    """The voices, the music and the sound effects of a film. Several threads may ask."""

    def __init__(self, film: Film, reels: Reels) -> None:
        self.total = film.samples
        self._reels = reels
        self._voices = _Placed(film.lines, reels, mono=True)
        self._effects = _Placed(film.sound_effects, reels, mono=False)
        speech, level = self._speech(film.lines)
        self.speech_level = level
        self._duck = ducking(speech, film.mix, self.total)
        self._music = Score(beds_of(film), film.mix, self.total, reels, level)

    def _speech(self, lines: Sequence[Line]) -> tuple[list[tuple[int, int]], float]:
        """Where somebody speaks, in samples of the film, and the loudness of all speech."""
        found, energies, loudest = [], [np.zeros(0)], SILENCE
        for line in lines:
            facts = self._reels.facts(line.path, True)
            found += [(line.start + a, line.start + b) for a, b in facts.heard]
            energies.append(facts.energies * 10 ** (line.gain_db / 10))
            loudest = max(loudest, facts.loudness + line.gain_db)
        steps = np.concatenate(energies)
        return found, integrated(steps) if len(steps) >= 4 else loudest

    def stretch(self, first: int, count: int, parts: Sequence[str] = PARTS) -> Samples:
        """Samples `first` to `first + count` of the film, (n, 2): the sum of its parts."""
        heard = self._music.block(first, count) if "music" in parts else np.zeros((count, 2), np.float32)
        if "music" in parts and self._music.sections:
            heard *= self._ducked(first, count)[:, None]
        if "voices" in parts:
            self._voices.add(heard, first)
        if "effects" in parts:
            self._effects.add(heard, first)
        return self._ended(heard, first)

    def key(self, first: int, count: int) -> list[object]:
        """What is heard there, to be told from everything else."""
        music = self._music.key(first, count)
        steps = self._duck[first // DUCK_STEP : (first + count) // DUCK_STEP + 2]
        duck = [float(steps[0]), -1] if music and np.ptp(steps) == 0 else steps.round(7).tolist() if music else []
        end = self.total - first if first + count > self.total - END_SECONDS * RATE else -1
        return [self._voices.key(first, count), self._effects.key(first, count), music, duck, end, count]

    def _ducked(self, first: int, count: int) -> Samples:
        """The music's gain for each sample: straight lines from step to step."""
        a = first // DUCK_STEP
        steps = self._duck[a : (first + count) // DUCK_STEP + 2].astype(np.float32)
        share = np.arange(DUCK_STEP, dtype=np.float32) / np.float32(DUCK_STEP)
        lines = steps[:-1, None] + np.diff(steps)[:, None] * share
        return np.asarray(lines.reshape(-1)[first - a * DUCK_STEP :][:count])

    def _ended(self, heard: Samples, first: int) -> Samples:
        edge = round(END_SECONDS * RATE)
        if first + len(heard) > self.total - edge:
            left = self.total - np.arange(first, first + len(heard))
            heard *= np.clip(left / edge, 0, 1).astype(np.float32)[:, None]
        return heard


def beds_of(film: Film) -> tuple[Bed, ...]:
    """A film's music, whichever way it was given."""
    return film.beds or ((film.bed,) if film.bed else ())


class _Placed:
    """Sounds that start at given samples, with edges at least so long that none starts or ends with a click."""

    def __init__(self, sounds: Sequence[Line | SoundEffect], reels: Reels, *, mono: bool) -> None:
        self._reels, self._mono = reels, mono
        self._sounds = [(sound, sound.start, sound.start + self._length(sound)) for sound in sounds]

    def _length(self, sound: Line | SoundEffect) -> int:
        """How many samples of the film it is heard for."""
        length = self._reels.facts(sound.path, self._mono).length
        if not length:
            raise MediaError(f"The sound {sound.path.name} holds nothing to hear; record, make or choose it again.")
        if isinstance(sound, Line) or sound.end is None:
            return length
        return sound.end - sound.start if sound.loop else min(length, sound.end - sound.start)

    def _within(self, first: int, count: int) -> list[tuple[Line | SoundEffect, int, int]]:
        return [each for each in self._sounds if each[1] < first + count and each[2] > first]

    def key(self, first: int, count: int) -> list[object]:
        return [
            (self._reels.sha256(sound.path), start - first, sound.gain_db, *_shape(sound, end - first))
            for sound, start, end in self._within(first, count)
        ]

    def add(self, block: Samples, first: int) -> None:
        """Add what is heard from `first` on to a block, (n, 2); one channel at the level at which two loudspeakers sound
        as loud as the one.
        """
        count = len(block)
        for sound, start, end in self._within(first, count):
            a, b = max(first, start), min(first + count, end)
            part = self._read(sound.path, a - start, b - start)
            gain = 10 ** (sound.gain_db / 20) * (math.sqrt(0.5) if part.shape[1] == 1 else 1.0)
            block[a - first : b - first] += part * (np.float32(gain) * _edges(sound, a - start, b - start, end - start))

    def _read(self, path: Path, a: int, b: int) -> Samples:
        """Samples `a` to `b` of a file that goes round."""
        length, parts = self._reels.facts(path, self._mono).length, []
        while a < b:
            at = a % length
            count = min(b - a, length - at)
            parts.append(self._reels.read(path, self._mono, at, at + count))
            a += count
        return parts[0] if len(parts) == 1 else np.concatenate(parts)


def _shape(sound: Line | SoundEffect, end: int) -> tuple[object, ...]:
    """What tells apart two sounds of one file, start and level."""
    if isinstance(sound, Line) or (sound.end is None and not sound.fade_in and not sound.fade_out):
        return ()
    return end, sound.loop, sound.fade_in, sound.fade_out


def _edges(sound: Line | SoundEffect, a: int, b: int, length: int) -> Samples:
    fades = (0.0, 0.0) if isinstance(sound, Line) else (sound.fade_in, sound.fade_out)
    rise, fall = (max(1, min(length // 2, round(max(EDGE_SECONDS, seconds) * RATE))) for seconds in fades)
    if a >= rise and b <= length - fall:
        return np.ones((1, 1), np.float32)
    gains = np.ones(b - a, np.float32)
    head, tail = max(0, min(rise, b) - a), max(0, length - fall - a)
    gains[:head] = np.arange(a, a + head) / rise
    gains[tail:] = np.minimum(gains[tail:], (length - 1 - np.arange(a + tail, b)) / fall)
    return gains[:, None]

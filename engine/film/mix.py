"""Mixes a film's sound: brought to loudness and peak and compressed to AAC in blocks, each made once and kept.

A block is named by what is heard in it and around it, so an edit makes only the blocks anew in which it is heard.
Example: `mixed(film, go_on, cache).loudness` -> -14.0.
"""

from __future__ import annotations

import math
import os
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

import numpy as np

from engine.film.aac import AFTER, BEFORE, FINENESS, FRAME, Compressed, coded, heard, m4a, merged, packed
from engine.film.cache import Cache
from engine.film.levels import Curve, Samples, apply_curve, integrated
from engine.film.mastering import LEFT, RIGHT, Analysis, analysed, decided, dip, energies_of, limited, step_peaks
from engine.film.memory import Files
from engine.film.reels import Hashes, Reels, Stop, piece_key
from engine.film.tracks import Tracks
from engine.film.types import RATE, Film

BLOCK = 450 * FRAME
"""9.6 s: whole packets, whole tenths of a second, whole milliseconds."""
HEADROOMS_DB = (0.4, 0.8, 1.2, 1.8, 2.6)
"""Compression lifts peaks a little. Where a block's cannot be mended in itself, the whole film is limited harder."""
KEPT_STRETCHES = 12
MOST_THREADS = 4
_ROUNDS = 3

Found = TypeVar("Found")


@dataclass(frozen=True)
class Mixed:
    """A film's sound in AAC, with the loudness (LUFS) and true peak (dBTP) that a player hears, and how many of its blocks
    were made anew.
    """

    sound: Compressed
    loudness: float
    peak: float
    made: int = 0
    blocks: int = 0

    @property
    def m4a(self) -> bytes:
        """The sound as a file's bytes."""
        return m4a(self.sound)


def mixed(film: Film, stop: Stop, cache: Cache | None = None, files: Hashes | None = None) -> Mixed:
    """Mix, master and compress the sound of a film, re-using the blocks that `cache` holds.

    `stop` is called between pieces of work and may raise. MediaError when a sound cannot be read.
    """
    with some_cache(cache) as kept:
        tracks = Tracks(film, Reels(kept, files or Files(), stop))
        return _Mixing(film, tracks, kept, stop).whole()


@contextmanager
def some_cache(cache: Cache | None) -> Iterator[Cache]:
    """The cache that was given, or one for now."""
    if cache:
        yield cache
        return
    with tempfile.TemporaryDirectory(prefix="film-sound-") as folder:
        yield Cache(Path(folder))


@dataclass(frozen=True)
class _Block:
    """A block's place: its first sample and length, how many samples of the film around it count, and its name."""

    first: int
    count: int
    before: int
    after: int
    key: str
    ends: bool


@dataclass(frozen=True)
class _Sound:
    """A compressed block: its name in the cache, the levels it was made with, its true peak and weighted powers."""

    key: str
    gain: float
    ceiling: float
    peak: float
    energies: Curve


class _Mixing:
    def __init__(self, film: Film, tracks: Tracks, cache: Cache, stop: Stop) -> None:
        self._mix, self._tracks, self._cache, self._stop = film.mix, tracks, cache, stop
        self._total = film.samples
        self._stretches: OrderedDict[int, tuple[Samples, Samples]] = OrderedDict()
        self._lock = threading.Lock()
        self._made: set[int] = set()
        self._blocks = [self._block(first) for first in range(0, self._total, BLOCK)]

    def _block(self, first: int) -> _Block:
        count = min(BLOCK, self._total - first)
        before, after = min(LEFT, first), min(RIGHT, self._total - first - count)
        key = piece_key("sound-block", (self._tracks.key(first - before, before + count + after), before, count))
        return _Block(first, count, before, after, key, first + count == self._total)

    def whole(self) -> Mixed:
        found = list(self._each(self._analysis))
        sounds: list[_Sound] = []
        for headroom in HEADROOMS_DB:
            ceiling = 10 ** ((self._mix.peak - headroom) / 20)
            gain = decided(found, self._mix.loudness, ceiling)
            sounds = self._compressed(gain, ceiling, last=headroom == HEADROOMS_DB[-1])
            if len(sounds) == len(self._blocks):
                break
        loudness = integrated(np.concatenate([sound.energies for sound in sounds]))
        peak = 20 * math.log10(max(1e-6, max((sound.peak for sound in sounds), default=0.0)))
        sound = Compressed(merged(self._pieces(sounds)), self._total)
        return Mixed(sound, round(loudness, 2), round(peak, 2), len(self._made), len(self._blocks))

    def _compressed(self, gain: float, ceiling: float, *, last: bool) -> list[_Sound]:
        """All blocks; fewer where one of them came out too high, unless this is the `last` try."""
        limit = 10 ** (self._mix.peak / 20)
        known = (self._known(block, gain, ceiling) for block in self._blocks)
        if not last and any(sound and sound.peak > limit for sound in known):
            return []  # nothing is compressed for a try of which the end is known
        sounds = []
        with closing(self._each(partial(self._sound, gain=gain, ceiling=ceiling))) as each:
            for sound in each:
                if sound.peak > limit and not last:
                    return []
                sounds.append(sound)
        return sounds

    def _each(self, work: Callable[[_Block], Found]) -> Generator[Found, None, None]:
        """Work done on every block, in order, in a few threads."""
        with ThreadPoolExecutor(_threads(), thread_name_prefix="film-sound") as pool:
            futures = [pool.submit(work, block) for block in self._blocks]
            try:
                for future in futures:
                    yield future.result()
            finally:
                for future in futures:
                    future.cancel()

    def _analysis(self, block: _Block) -> Analysis:
        key = piece_key("sound-analysis", block.key)
        kept = self._cache.get(key)
        if kept:
            return Analysis.unpacked(kept.payload)
        self._stop()
        found = analysed(*self._stretch(block), block.before, block.count)
        self._cache.put(key, found.packed(), {})
        return found

    def _stretch(self, block: _Block) -> tuple[Samples, Samples]:
        """A block and its surroundings before mastering, and their peaks; the last few are kept."""
        with self._lock:
            if block.first in self._stretches:
                return self._stretches[block.first]
        samples = self._tracks.stretch(block.first - block.before, block.before + block.count + block.after)
        found = samples, step_peaks(samples)
        with self._lock:
            self._stretches[block.first] = found
            while len(self._stretches) > KEPT_STRETCHES:
                self._stretches.popitem(last=False)
        return found

    def _key(self, block: _Block, gain: float, ceiling: float) -> str:
        levels = (round(20 * math.log10(gain), 2), round(ceiling, 9), self._mix.peak, FINENESS, block.ends)
        return piece_key("sound-aac", (block.key, levels))

    def _known(self, block: _Block, gain: float, ceiling: float) -> _Sound | None:
        """A block that was compressed with these levels before."""
        key = self._key(block, gain, ceiling)
        told = self._cache.get(piece_key("sound-told", key))
        if not told:
            return None
        peak, *energies = np.frombuffer(told.payload, "<f8")
        return _Sound(key, gain, ceiling, float(peak), np.array(energies))

    def _sound(self, block: _Block, gain: float, ceiling: float) -> _Sound:
        known = self._known(block, gain, ceiling)
        return known or self._make(block, self._key(block, gain, ceiling), gain, ceiling)

    def _make(self, block: _Block, key: str, gain: float, ceiling: float) -> _Sound:
        packets, peak, energies = self._compress(block, gain, ceiling)
        self._cache.put(key, packed(packets), {})
        self._cache.put(piece_key("sound-told", key), np.concatenate([[peak], energies]).astype("<f8").tobytes(), {})
        with self._lock:
            self._made.add(block.first)
        return _Sound(key, gain, ceiling, peak, energies)

    def _compress(self, block: _Block, gain: float, ceiling: float) -> tuple[list[bytes], float, Curve]:
        """A block's packets, true peak and weighted powers; where compression lifted it over the peak, it is taken down
        and compressed again.
        """
        before, after = min(BEFORE, block.before), min(AFTER, block.after)
        end = before + block.count
        shaped = limited(*self._stretch(block), gain, ceiling)[block.before - before :][: end + after]
        limit = 10 ** (self._mix.peak / 20)
        for _ in range(_ROUNDS):
            self._stop()
            packets = coded(shaped)
            found = heard(packets)[before:end]
            peaks = step_peaks(found)
            peak = float(peaks.max(initial=0.0))
            lower = dip(peaks, limit) if peak > limit else None
            if lower is None:
                break
            shaped[before:end] = apply_curve(shaped[before:end], lower, 0, RATE)
        first = before // FRAME + 1 if before else 0
        return packets[first : None if block.ends else end // FRAME + 1], peak, energies_of(found)

    def _pieces(self, sounds: list[_Sound]) -> Iterator[bytes]:
        for sound, block in zip(sounds, self._blocks, strict=True):
            kept = self._cache.get(sound.key)
            if kept is None:  # swept away meanwhile
                self._make(block, sound.key, sound.gain, sound.ceiling)
                kept = self._cache.get(sound.key)
            assert kept
            yield kept.payload


def _threads() -> int:
    try:
        cores = len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        cores = os.cpu_count() or 2
    return max(1, min(MOST_THREADS, cores))

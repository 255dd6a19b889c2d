"""The sound files of a mix: how long and loud each is and where it is heard, and any stretch of its samples.

What a file is, is found out once and kept in the cache; long files are kept there in slices, so that a stretch of an
hour costs no more than a stretch of a minute. Example: `reels.read(path, False, 48_000, 96_000)` -> (48000, 2).
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, Protocol

import av
import numpy as np

from engine.film.cache import Cache
from engine.film.decoding import decoded
from engine.film.levels import Curve, Meter, Samples
from engine.film.sound import active, frame_powers
from engine.film.types import FILM_VERSION, RATE

SLICE = 30 * RATE
"""A longer file is kept in slices of this many samples."""
MOST_BYTES = 96 * 1024**2
"""Samples kept in memory."""
_BATCH = 5 * RATE

Stop = Callable[[], None]
"""Called between pieces of work; raises to stop it."""


class Hashes(Protocol):
    """Says what a file's bytes are."""

    def sha256(self, path: Path) -> str: ...


def piece_key(kind: str, content: object) -> str:
    """The name of a cached piece of sound: equal names promise equal sound."""
    text = json.dumps([kind, FILM_VERSION, av.__version__, content], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Facts:
    """A sound of `length` samples at 48 kHz: LUFS, the weighted power of each tenth of a second, and where something is
    heard as (first sample, end).
    """

    length: int
    loudness: float
    energies: Curve
    heard: tuple[tuple[int, int], ...]


class Reels:
    """Every sound file of one film. Several threads may read."""

    def __init__(self, cache: Cache, files: Hashes, stop: Stop) -> None:
        self._cache, self._files, self._stop = cache, files, stop
        self._facts: dict[tuple[Path, bool], Facts] = {}
        self._kept: OrderedDict[tuple[Path, bool, int], Samples] = OrderedDict()
        self._lock = threading.Lock()

    def sha256(self, path: Path) -> str:
        return self._files.sha256(path)

    def facts(self, path: Path, mono: bool) -> Facts:
        """What a file holds, as one channel or as its own one or two. MediaError as `decoded` says."""
        if (path, mono) not in self._facts:
            kept = self._cache.get(self._key("sound-facts", path, mono))
            self._facts[path, mono] = _facts(kept.payload, kept.note) if kept else self._listen(path, mono)
        return self._facts[path, mono]

    def read(self, path: Path, mono: bool, first: int, end: int) -> Samples:
        """Samples `first` to `end` as (n, 1) or (n, 2); both lie within the file."""
        size = SLICE if self.facts(path, mono).length > SLICE else max(SLICE, end)
        parts = []
        for number in range(first // size, (end - 1) // size + 1):
            at = number * size
            parts.append(self._slice(path, mono, number)[max(0, first - at) : end - at])
        return parts[0] if len(parts) == 1 else np.concatenate(parts)

    def _slice(self, path: Path, mono: bool, number: int) -> Samples:
        with self._lock:
            if (path, mono, number) in self._kept:
                self._kept.move_to_end((path, mono, number))
                return self._kept[path, mono, number]
        samples = self._fetched(path, mono, number)
        with self._lock:
            self._kept[path, mono, number] = samples
            while len(self._kept) > 1 and sum(kept.nbytes for kept in self._kept.values()) > MOST_BYTES:
                self._kept.popitem(last=False)
        return samples

    def _fetched(self, path: Path, mono: bool, number: int) -> Samples:
        if self.facts(path, mono).length <= SLICE:
            return np.concatenate(list(decoded(path, RATE, mono=mono)))
        key = self._key("sound-slice", path, mono, number)
        kept = self._cache.get(key)
        if kept is None:  # swept away meanwhile
            self._listen(path, mono)
            kept = self._cache.get(key)
        if kept is None:
            return _nth_slice(path, mono, number)
        pcm = np.frombuffer(kept.payload, "<i2").reshape(-1, kept.note["channels"])
        return pcm * np.float32(kept.note["scale"])

    def _listen(self, path: Path, mono: bool) -> Facts:
        """Hear a file once from beginning to end, and keep what is found."""
        meter: Meter | None = None
        powers, length = [], 0
        for number, part in zip(count(), _slices(path, mono), strict=False):
            self._stop()
            meter = meter or Meter(RATE, part.shape[1])
            for at in range(0, len(part), _BATCH):
                meter.add(part[at : at + _BATCH])
                powers.append(frame_powers(part[at : at + _BATCH]))
            length += len(part)
            if number or len(part) == SLICE:
                self._keep_slice(path, mono, number, part)
        heard = active(np.concatenate(powers), length) if powers else []
        note = {"length": length, "loudness": meter.loudness if meter else 0.0, "heard": heard}
        energies = (meter.energies if meter else np.zeros(0)).astype("<f4")
        self._cache.put(self._key("sound-facts", path, mono), energies.tobytes(), note)
        return _facts(energies.tobytes(), note)

    def _keep_slice(self, path: Path, mono: bool, number: int, part: Samples) -> None:
        scale = max(float(np.abs(part).max(initial=0.0)), 1e-6) / 32767
        note = {"scale": scale, "channels": part.shape[1]}
        self._cache.put(self._key("sound-slice", path, mono, number), _pcm(part, scale), note)

    def _key(self, kind: str, path: Path, *more: object) -> str:
        return piece_key(kind, (self._files.sha256(path), *more))


def _pcm(part: Samples, scale: float) -> bytes:
    return np.rint(part / np.float32(scale)).astype("<i2").tobytes()


def _facts(payload: bytes, note: dict[str, Any]) -> Facts:
    heard = tuple((int(a), int(b)) for a, b in note["heard"])
    return Facts(note["length"], note["loudness"], np.frombuffer(payload, "<f4").astype(np.float64), heard)


def _slices(path: Path, mono: bool) -> Iterator[Samples]:
    """A file in slices of equal length, the last one shorter."""
    held: list[Samples] = []
    size = 0
    for block in decoded(path, RATE, mono=mono):
        held.append(block)
        size += len(block)
        while size >= SLICE:
            whole = np.concatenate(held)
            yield whole[:SLICE]
            held, size = [whole[SLICE:]], size - SLICE
    if size:
        yield np.concatenate(held)


def _nth_slice(path: Path, mono: bool, number: int) -> Samples:
    return next(part for n, part in enumerate(_slices(path, mono)) if n == number)

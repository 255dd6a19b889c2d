"""How loud a sound is from moment to moment, to be drawn: lowest and highest sample of each stretch, in 8 bits.

Example: `peaks(path, 50).data()` is what waveform views of web pages read (the audiowaveform form, version 2).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import UserError
from engine.film.cache import Cache
from engine.film.decoding import decoded
from engine.film.levels import Samples
from engine.film.memory import Files
from engine.film.reels import Hashes, piece_key
from engine.film.types import RATE

FEWEST, MOST = 1, 1000


@dataclass(frozen=True)
class Waveform:
    """`values` is int8 of shape (n, 2): lowest and highest, 127 for full scale; `per_second` rows a second."""

    values: NDArray[np.int8]
    per_second: int
    samples: int

    @property
    def seconds(self) -> float:
        return self.samples / RATE

    def data(self) -> dict[str, Any]:
        """Plain numbers for a page, after audiowaveform's JSON, version 2."""
        return {
            "version": 2,
            "channels": 1,
            "sample_rate": RATE,
            "samples_per_pixel": RATE // self.per_second,
            "bits": 8,
            "length": len(self.values),
            "data": self.values.ravel().tolist(),
        }


def peaks(path: Path, per_second: int = 50, *, cache: Cache | None = None, files: Hashes | None = None) -> Waveform:
    """The waveform of any file with sound, from `cache` where it is there.

    UserError unless `per_second` is a divisor of 48000 from 1 to 1000; MediaError when the file cannot be read.
    """
    if not FEWEST <= per_second <= MOST or RATE % per_second:
        raise UserError(f"A waveform of {per_second} values a second cannot be drawn; choose 10, 20, 50, 100 or 200.")
    key = piece_key("waveform", ((files or Files()).sha256(path), per_second)) if cache else ""
    kept = cache.get(key) if cache else None
    if kept:
        return Waveform(np.frombuffer(kept.payload, np.int8).reshape(-1, 2), per_second, kept.note["samples"])
    made = _measured(path, per_second)
    if cache:
        cache.put(key, made.values.tobytes(), {"samples": made.samples})
    return made


def _measured(path: Path, per_second: int) -> Waveform:
    step = RATE // per_second
    held = np.zeros((0, 1), np.float32)
    rows, samples = [], 0
    for block in decoded(path, RATE, mono=True):
        samples += len(block)
        held = np.concatenate([held, block])
        if len(held) > 20 * step:
            whole = len(held) // step * step
            rows.append(_extremes(held[:whole], step))
            held = held[whole:]
    if len(held):
        rows.append(_extremes(np.pad(held, ((0, -len(held) % step), (0, 0))), step))
    return Waveform(np.concatenate(rows), per_second, samples)


def _extremes(samples: Samples, step: int) -> NDArray[np.int8]:
    stretches = samples.reshape(-1, step)
    both = np.stack([np.floor(stretches.min(axis=1) * 127), np.ceil(stretches.max(axis=1) * 127)], axis=1)
    return np.asarray(np.clip(both, -127, 127), dtype=np.int8)

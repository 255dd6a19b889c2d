"""Reads plain WAV files as they are: what needs no decoder need not wait for one. What is not plain, or is cut short, is left
to the usual way.

Example: `for block in plain(path, 48_000, mono=True) or (): ...`.
"""

from __future__ import annotations

import contextlib
import wave
from collections.abc import Generator
from pathlib import Path

import numpy as np

from engine.film.levels import Samples

_TOGETHER = 1 << 18
"""Samples that are read together."""
_FULL = np.float32(1 / 32768)


def plain(path: Path, rate: int, *, mono: bool = False) -> Generator[Samples, None, None] | None:
    """The (n, 1) or (n, 2) samples of a whole WAV file of 16 bits at `rate`, in blocks; None where it is anything else, or
    has more channels than are asked for."""
    with contextlib.suppress(wave.Error, EOFError, OSError), Path(path).open("rb") as disk, wave.open(disk) as file:
        channels, wide, its_rate, length = file.getparams()[:4]
        whole = _told(path) >= length * channels * wide + disk.tell()
        if length and wide == 2 and its_rate == rate and channels in ((1,) if mono else (1, 2)) and whole:
            return _blocks(path)
    return None


def _told(path: Path) -> int:
    """The bytes that a file has and says that it has: beyond what a wrong header says nothing would be read."""
    with Path(path).open("rb") as disk:
        head = disk.read(8)
    return min(int.from_bytes(head[4:], "little") + len(head), Path(path).stat().st_size)


def _blocks(path: Path) -> Generator[Samples, None, None]:
    with Path(path).open("rb") as disk, wave.open(disk) as file:
        channels = file.getnchannels()
        while block := file.readframes(_TOGETHER):
            yield np.frombuffer(block, "<i2").reshape(-1, channels) * _FULL

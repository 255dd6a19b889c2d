"""Any sound file as mono samples at one rate. Knows no recogniser and no film. Example: `samples(path, 16000)`."""

from __future__ import annotations

import wave
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np

from engine.errors import MediaError

LONGEST = 600.0
"""Seconds of sound that one line may have."""


def samples(path: Path, rate: int, *, longest: float | None = None) -> np.ndarray:
    """float32 in -1..1, one channel, at `rate`; all channels are mixed. MediaError for what is no sound or is too long."""
    import av

    try:
        with av.open(str(path), metadata_errors="replace") as container:
            parts = list(_parts(container, path, rate, longest))
    except FileNotFoundError:
        raise MediaError(f"There is no file {path.name}; choose another.") from None
    except (av.FFmpegError, ValueError) as error:
        raise MediaError(
            f"{path.name} cannot be read as sound; save it as WAV, MP3, M4A or OGG and try again."
        ) from error
    if not parts:
        raise MediaError(f"{path.name} has no sound in it; choose another file.")
    return np.concatenate(parts)


def _parts(container: Any, path: Path, rate: int, longest: float | None) -> Iterator[np.ndarray]:
    import av

    if not container.streams.audio:
        raise MediaError(f"{path.name} has no sound in it; choose another file.")
    resampler = av.AudioResampler(format="fltp", rate=rate)
    count = 0
    for frame in chain(container.decode(audio=0), (None,)):
        for part in resampler.resample(frame):
            yield part.to_ndarray().mean(axis=0)  # ffmpeg's own mix of two equal channels is louder than either
            count += part.samples
        if longest and count > longest * rate:
            raise MediaError(
                f"{path.name} is longer than {longest / 60:.0f} minutes; cut it to the words of this line."
            )


def write_wav(path: Path, audio: np.ndarray, rate: int) -> None:
    """Mono, 16 bit."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(pcm(audio))


def pcm(audio: np.ndarray) -> bytes:
    """16-bit little-endian samples of float ones."""
    return (np.clip(audio, -1.0, 1.0) * 32767).round().astype("<i2").tobytes()


STEP = 0.01
"""Seconds of one level."""

_FADED = 10 ** (-30 / 20)
_BREATH = 2


def levels(audio: np.ndarray, rate: int) -> np.ndarray:
    """How loud each hundredth of a second is (root mean square)."""
    size = round(rate * STEP)
    frames = audio[: len(audio) // size * size].reshape(-1, size).astype(np.float64)
    return np.asarray(np.sqrt((frames**2).mean(axis=1)))


def sounding(level: np.ndarray, span: tuple[float, float]) -> tuple[float, float]:
    """`span` (seconds) without the silence at its ends: from where it is within 30 dB of its loudest to where it no longer is."""
    first = max(0, round(span[0] / STEP))
    within = level[first : max(first, round(span[1] / STEP))]
    heard = np.flatnonzero(within > _FADED * within.max(initial=0.0))
    if not heard.size:
        return span
    start, end = (first + int(heard[0])) * STEP, (first + int(heard[-1]) + 1 + _BREATH) * STEP
    return max(span[0], start), min(span[1], end)

"""Looking at and listening to a finished film as a viewer does: its frames, its sound, and whether a sound is heard in it.

Example: `likeness(sound(film, 12.0, 15.0), sound(recording))` -> 0.97.
"""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np

RATE = 16_000


def frame_at(film: Path, seconds: float) -> np.ndarray:
    """The picture that is shown then: rows, columns, red, green and blue."""
    with av.open(str(film)) as container:
        stream = container.streams.video[0]
        container.seek(int(seconds / stream.time_base), stream=stream)
        for frame in container.decode(stream):
            if frame.time is not None and frame.time >= seconds - 0.5 / float(stream.average_rate):
                return frame.to_ndarray(format="rgb24")
    raise AssertionError(f"no frame at {seconds} s")


def decoded(film: Path) -> int:
    """How many frames can be decoded, from the first to the last."""
    with av.open(str(film)) as container:
        return sum(1 for _ in container.decode(container.streams.video[0]))


def sound(file: Path, start: float = 0.0, end: float = 1e6) -> np.ndarray:
    """Samples of one channel at RATE, from `start` to `end` in seconds."""
    with av.open(str(file)) as container:
        resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE)
        parts = [r.to_ndarray()[0] for f in container.decode(audio=0) for r in resampler.resample(f)]
        parts += [r.to_ndarray()[0] for r in resampler.resample(None)]
    return np.concatenate(parts)[int(start * RATE) : int(min(end, 1e6) * RATE)]


def likeness(heard: np.ndarray, wanted: np.ndarray) -> float:
    """How much of a sound is in another, wherever it begins: 1 is the very same waveform, about 0 another sound."""
    heard = np.pad(heard, len(wanted))
    size = 1 << (len(heard) + len(wanted)).bit_length()
    spectrum = np.fft.rfft(heard, size) * np.conj(np.fft.rfft(wanted, size))
    across = np.fft.irfft(spectrum, size)
    energy = np.concatenate(([0.0], np.cumsum(heard.astype(np.float64) ** 2)))
    ends = np.minimum(np.arange(len(heard)) + len(wanted), len(heard))
    local = np.sqrt(np.maximum(energy[ends] - energy[: len(heard)], 1e-9)) * np.linalg.norm(wanted)
    return float(np.max(across[: len(heard)] / np.maximum(local, 1e-6 * np.max(local))))

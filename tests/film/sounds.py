"""Sounds to listen for: a tone as a file of a person's own, and how much of a tone is heard in a stretch of sound."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from engine.film import RATE, sound


def own_file(path: Path, hertz: float = 3000.0, seconds: float = 2.0) -> Path:
    """A tone as a WAV file."""
    at = np.arange(round(seconds * RATE)) / RATE
    sound.save_wav(path, (0.2 * np.sin(2 * np.pi * hertz * at)).astype(np.float32))
    return path


def tone(samples: np.ndarray, hertz: float, width: float = 30.0) -> float:
    """The level in dB of what is heard within `width` Hz of a pitch."""
    power = np.abs(np.fft.rfft(samples.mean(axis=1) if samples.ndim == 2 else samples)) ** 2
    near = np.abs(np.fft.rfftfreq(len(samples), 1 / RATE) - hertz) < width
    return float(10 * np.log10(power[near].sum() / len(samples) ** 2 + 1e-15))

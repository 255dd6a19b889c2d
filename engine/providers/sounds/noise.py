"""What sounds are made of by code: shaped noise, slow swells, grains that are strewn. All go round without a seam.

Samples are float64 of shape (n, 2) at 48 kHz. Noise is shaped in its spectrum, which is that of one turn of a loop, and what runs over
the end begins again at the start. Example: `noise(chance, 48_000, band(200, 800))`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

RATE = 48_000
Wave = NDArray[np.float64]
Curve = Callable[[Wave], Wave]
Chance = np.random.Generator


def band(low: float, high: float, tilt: float = 0.0, order: int = 2) -> Curve:
    """A spectrum between two frequencies in Hz, falling by `tilt` dB an octave within and by 6 dB times `order` beyond."""

    def gains(hertz: Wave) -> Wave:
        safe = np.maximum(hertz, 1.0)
        edges = 1 / np.sqrt((1 + (low / safe) ** (2 * order)) * (1 + (safe / high) ** (2 * order)))
        return np.asarray(edges * (safe / low) ** (-tilt / 6.02))

    return gains


def noise(chance: Chance, count: int, curve: Curve, width: float = 0.7) -> Wave:
    """Noise of this spectrum at RMS 1; `width` 0 is one place, 1 all around."""
    spectrum = np.fft.rfft(chance.standard_normal((count, 2)), axis=0)
    hertz = np.asarray(np.fft.rfftfreq(count, 1 / RATE), dtype=np.float64)
    shaped = np.fft.irfft(spectrum * curve(hertz)[:, None], count, axis=0)
    middle = shaped.mean(axis=1, keepdims=True)
    return level(middle + width * (shaped - middle))


def level(wave: Wave) -> Wave:
    """The same at RMS 1; silence stays what it is."""
    return wave / max(float(np.sqrt(np.mean(np.square(wave)))), 1e-12)


def swell(chance: Chance, count: int, seconds: float, low: float = 0.0, high: float = 1.0) -> Wave:
    """A slow curve of shape (n, 1) between `low` and `high` that changes within about so many seconds."""
    most = max(1, round(count / RATE / seconds))
    coarse = min(count, 64 * most)
    turns = np.arange(coarse) / coarse * 2 * np.pi
    curve = np.sum([np.sin(k * turns + chance.uniform(0, 2 * np.pi)) / np.sqrt(k) for k in range(1, most + 1)], axis=0)
    curve = (curve - curve.min()) / max(float(np.ptp(curve)), 1e-12)
    fine = np.interp(np.arange(count), np.arange(coarse) * count / coarse, low + (high - low) * curve, period=count)
    return np.asarray(fine)[:, None]


def strewn(count: int, grains: Iterable[tuple[float, Wave, float, float]]) -> Wave:
    """Grains laid over each other: (second at which it begins, samples of one channel, gain, place from -1 left to 1 right)."""
    whole = np.zeros((count, 2))
    for second, grain, gain, place in grains:
        first, angle = round(second * RATE) % count, (place + 1) * np.pi / 4
        sides = np.array([np.cos(angle), np.sin(angle)]) * gain
        for begin in range(0, len(grain), count):
            piece = grain[begin : begin + count, None] * sides
            head = min(count - first, len(piece))
            whole[first : first + head] += piece[:head]
            whole[: len(piece) - head] += piece[head:]
    return whole


def moments(chance: Chance, seconds: float, every: float, stray: float = 1.0) -> Wave:
    """Moments all over a loop, one in about `every` seconds: with 0 `stray` a steady beat from its start on, with 1 any time."""
    number = max(1, round(seconds / every))
    step = seconds / number
    return np.asarray((np.arange(number) + chance.uniform(0, stray, number)) * step % seconds)


def ring(seconds: float, hertz: float, decay: float, sweep: float = 1.0) -> Wave:
    """A tone that dies away within about `decay` seconds, while its pitch goes to `sweep` times what it was."""
    at = np.arange(round(seconds * RATE)) / RATE
    phase = 2 * np.pi * hertz * (at + (sweep - 1) * at**2 / (2 * seconds))
    return np.asarray(np.sin(phase) * np.exp(-at / decay) * np.minimum(1, at / 0.0008))


def burst(chance: Chance, seconds: float, curve: Curve, decay: float) -> Wave:
    """A breath of shaped noise that dies away."""
    count = round(seconds * RATE)
    at = np.arange(count) / RATE
    return np.asarray(noise(chance, count, curve, 0.0)[:, 0] * np.exp(-at / decay) * np.minimum(1, at / 0.001))


def within(chance: Chance, wave: Wave, seconds: float, share: float) -> Wave:
    """The same in a room or valley whose echo dies away within so many seconds."""
    count = len(wave)
    at = np.arange(count) / RATE
    echo = chance.standard_normal((count, 2)) * np.exp(-3 * at / seconds)[:, None]
    wet = np.fft.irfft(np.fft.rfft(wave, axis=0) * np.fft.rfft(echo, axis=0), count, axis=0)
    return wave + share * level(wet) * float(np.sqrt(np.mean(np.square(wave))))

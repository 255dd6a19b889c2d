"""Brings a film's blocks to one loudness below one peak: what must be known of each block, the gain for all, the limiter.

A block is looked at with so much of its neighbours around it that its limiter moves as it would over the whole film.
Example: `gain = decided(found, -14.0, ceiling)`, then `limited(samples, gain, ceiling)`.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from engine.film.levels import (
    ATTACK_STEPS,
    NEPERS,
    Curve,
    Samples,
    apply_curve,
    gain_curve,
    gain_for,
    integrated,
    limiter_floor,
    lowered,
    oversampled_peaks,
    weighted_power,
)
from engine.film.types import RATE, SILENCE

powers_left: Callable[..., None] | None = None
with contextlib.suppress(ImportError):  # no numba for this Python or processor
    from engine.film.limiting import powers_left

LEFT, RIGHT = 57_600, 14_400
"""Samples of the neighbours that a block's limiter has to know: it lets go for up to 0.7 s and looks ahead 0.1 s."""
STEP = RATE // 1000
GATE = RATE // 10
GAIN_STEP_DB = 0.2
"""The gain for a whole film is set in steps, so that one re-made line of many leaves all other blocks as they are."""
DEPTHS_DB = (*(float(depth) for depth in range(25)), 27.0, 30.0, 40.0, 50.0)
DIP_EDGE_STEPS = 34
"""A block's first and last milliseconds are heard from two packets; there only the whole film can be limited harder."""
_DIP_MARGIN_DB = 0.05


@dataclass(frozen=True)
class Analysis:
    """What a block is before mastering: the weighted power of each tenth of a second, its highest true peak, and which
    share of the power is left when the limiter takes the peak down by each of `DEPTHS_DB`.
    """

    energies: Curve
    top: float
    left: Curve

    def packed(self) -> bytes:
        return np.concatenate([[self.top], self.energies, self.left.ravel()]).astype("<f4").tobytes()

    @staticmethod
    def unpacked(content: bytes) -> Analysis:
        values = np.frombuffer(content, "<f4").astype(np.float64)
        count = (len(values) - 1) // (1 + len(DEPTHS_DB))
        return Analysis(values[1 : 1 + count], float(values[0]), values[1 + count :].reshape(len(DEPTHS_DB), count))


def step_peaks(samples: Samples) -> Samples:
    """The true peak of each millisecond."""
    nothing = np.zeros((0, samples.shape[1]), np.float32)
    peaks = oversampled_peaks(samples, nothing, nothing)
    return np.pad(peaks, (0, -len(peaks) % STEP)).reshape(-1, STEP).max(axis=1, initial=0.0)


def analysed(samples: Samples, peaks: Samples, before: int, count: int) -> Analysis:
    """Look at a block of `count` samples, given with `before` samples of its neighbour in front and some behind, and the
    peaks of all of them.
    """
    power = weighted_power(samples[: before + count], RATE)[before:]
    energies = _by_gate(power)
    top = float(peaks.max(initial=0.0))
    steps = power[: len(energies) * GATE].reshape(-1, STEP).sum(axis=1)
    first = before // STEP
    left = np.ones((len(DEPTHS_DB), len(energies)))
    if top > 1e-5 and len(energies):
        floor = limiter_floor(peaks)[first : first + len(steps)]
        louder = np.array(DEPTHS_DB[1:]) - 20 * math.log10(top)
        kept = np.zeros((len(louder), len(energies)))
        (powers_left or _powers_left)(floor, steps, louder, ATTACK_STEPS - 1, NEPERS, kept)
        left[1:] = kept / np.maximum(steps.reshape(len(energies), -1).sum(axis=1), 1e-20)
    return Analysis(energies, top, left)


def _powers_left(floor: Curve, powers: Curve, louder: Curve, reach: int, nepers: float, out: Curve) -> None:
    """What `limiting.powers_left` does, by SciPy."""
    for row, level in zip(out, louder, strict=True):
        row += (powers * lowered(floor, level) ** 2).reshape(len(row), -1).sum(axis=1)


def energies_of(samples: Samples) -> Curve:
    """The weighted power of each whole tenth of a second."""
    return _by_gate(weighted_power(samples, RATE))


def _by_gate(power: Curve) -> Curve:
    whole = len(power) // GATE * GATE
    return power[:whole].reshape(-1, GATE).mean(axis=1) if whole else np.zeros(0)


def heard_loudness(blocks: Sequence[Analysis], gain: float, ceiling: float) -> float:
    """LUFS of the film under a gain and a limiter, from what is known of its blocks."""
    found = []
    for block in blocks:
        depth = 20 * math.log10(max(gain * block.top / ceiling, 1e-9))
        row = float(np.interp(depth, DEPTHS_DB, np.arange(len(DEPTHS_DB))))
        low = min(int(row), len(DEPTHS_DB) - 2)
        share = block.left[low] + (row - low) * (block.left[low + 1] - block.left[low])
        found.append(block.energies * share)
    return integrated(np.concatenate([*found, np.zeros(0)]) * gain**2)


def decided(blocks: Sequence[Analysis], target: float, ceiling: float) -> float:
    """The gain (linear, in steps of 0.2 dB) with which the limited film has `target` LUFS; 1 for silence."""
    have = heard_loudness(blocks, 1.0, math.inf)
    if have <= SILENCE:
        return 1.0
    gain = gain_for(target, have, lambda wanted: heard_loudness(blocks, wanted, ceiling))
    return float(10 ** (round(20 * math.log10(gain) / GAIN_STEP_DB) * GAIN_STEP_DB / 20))


def limited(samples: Samples, peaks: Samples, gain: float, ceiling: float) -> Samples:
    """Samples under the gain, their true peak below `ceiling` (linear)."""
    if float(peaks.max(initial=0.0)) * gain < ceiling:
        return samples * np.float32(gain)
    return apply_curve(samples * np.float32(gain), gain_curve(peaks, gain, ceiling), 0, RATE)


def dip(peaks: Samples, limit: float) -> Curve | None:
    """A gain for each millisecond of a block that takes what is over `limit` below it; None where that is too near the
    block's edges.
    """
    excess = np.maximum(0.0, 20 * np.log10(np.maximum(peaks, 1e-9) / limit))
    excess[excess > 0] += _DIP_MARGIN_DB
    if excess[:DIP_EDGE_STEPS].any() or excess[-DIP_EDGE_STEPS:].any():
        return None
    widest = ndimage.maximum_filter1d(excess, 2 * ATTACK_STEPS + 1)
    return np.asarray(10 ** (-ndimage.uniform_filter1d(widest, 2 * ATTACK_STEPS - 1) / 20))

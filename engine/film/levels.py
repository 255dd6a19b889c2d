"""Measures and tames loudness: BS.1770 integrated loudness, true peak, and the gain curve of a look-ahead limiter.

Works block by block, so that a film of hours needs little memory. Samples are float32 of shape (n,) or (n, channels).
Example: `meter = Meter(48_000, 2); meter.add(block); meter.loudness`.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from engine.film.types import RATE, SILENCE

raise_between: Callable[..., None] | None = None
weigh: Callable[..., None] | None = None
with contextlib.suppress(ImportError):  # no numba for this Python or processor
    from engine.film.peaking import raise_between
    from engine.film.weighing import weigh

Samples = NDArray[np.float32]
Curve = NDArray[np.float64]

MOST_GAIN_DB = 40.0
"""What is further than this below its target is noise, and is not raised more."""
OVERSAMPLING = 4
CONTROL_SECONDS = 0.001
"""The limiter decides once a millisecond."""
ATTACK_STEPS = 5
RELEASE_DB, QUICK_RELEASE_DB = 0.06, 0.4
"""How fast the limiter lets go, in dB a step: slowly after loud passages, quickly after a lone click."""
PITCH_STEPS, CLICK_STEPS = 15, 60
"""Peaks of one voiced sound come within the first of each other; what is over within the second is a click."""
NEPERS = np.log(10) / 20
"""A decibel as an exponent of e, which takes half the time of powers of ten."""
_CONTEXT = 32
_REACH = 6
"""So many samples on each side tell what lies between two."""
_STRETCH = 1 << 15
"""Samples that fit the processor's cache."""
_WEIGHTING = (
    (1.5351828863637502, -2.691804030199196, 1.198426263333146, 1.0, -1.6906995865986896, 0.7325047060963897),
    (0.9950442970178917, -1.9900885940357833, 0.9950442970178917, 1.0, -1.990076284018423, 0.9901009040531438),
)
"""pyloudnorm's filters for 48 kHz. Loading it, for what nearly all sounds here need, would take over a second."""


def stereo(samples: Samples) -> Samples:
    """Samples as (n, channels), whatever they were."""
    return samples[:, None] if samples.ndim == 1 else samples


class Meter:
    """Integrated loudness of a stream: K-weighting, then energies of 100 ms steps, gated at the end as BS.1770-4
    says.
    """

    def __init__(self, rate: int, channels: int) -> None:
        self._rate = rate
        self._state = np.zeros((2, 2, channels))
        self._step = rate // 10
        self._rest = np.zeros(0)
        self._energies: list[Curve] = []

    def add(self, block: Samples) -> None:
        """Hear the next block."""
        if not len(block):
            return
        heard, self._state = _weighted(stereo(block), self._rate, self._state)
        power = np.concatenate([self._rest, heard])
        whole = len(power) // self._step * self._step
        self._energies.append(power[:whole].reshape(-1, self._step).mean(axis=1))
        self._rest = power[whole:]

    @property
    def energies(self) -> Curve:
        """The weighted power of each whole tenth of a second so far."""
        return np.concatenate([*self._energies, np.zeros(0)])

    @property
    def loudness(self) -> float:
        """LUFS of everything heard so far; SILENCE (-70) for what cannot be heard. Less than 400 ms is measured
        without gates.
        """
        steps = self.energies
        if len(steps) < 4:
            power = np.append(steps * self._step, self._rest.sum()).sum()
            return _lufs(power / max(1, len(steps) * self._step + len(self._rest)))
        return integrated(steps)


def integrated(energies: Curve) -> float:
    """LUFS of a stream whose weighted power is given for each tenth of a second (four of them or more)."""
    if len(energies) < 4:
        return _lufs(float(energies.mean())) if len(energies) else SILENCE
    sums = np.concatenate([[0.0], np.cumsum(energies)])
    blocks = (sums[4:] - sums[:-4]) / 4
    loud = blocks[blocks > _energy(SILENCE)]
    if not len(loud):
        return SILENCE
    gated = loud[loud > loud.mean() / 10]
    return _lufs(float(gated.mean()))


def weighted_power(samples: Samples, rate: int) -> Curve:
    """The K-weighted power of each sample, summed over channels. What comes before the first is taken as silence."""
    return _weighted(stereo(samples), rate, np.zeros((2, 2, stereo(samples).shape[1])))[0]


def _weighted(samples: Samples, rate: int, state: Curve) -> tuple[Curve, Curve]:
    if weigh:
        power, goes_on = np.zeros(len(samples)), state.copy()
        weigh(np.asarray(samples, np.float32), weighting(rate), goes_on, power)
        return power, goes_on
    from scipy import signal

    heard, goes_on = signal.sosfilt(weighting(rate), samples.astype(np.float64), axis=0, zi=state)
    return np.einsum("ij,ij->i", heard, heard), goes_on


@lru_cache(maxsize=8)
def weighting(rate: int) -> Curve:
    """BS.1770's two filters as second-order sections, (2, 6)."""
    if rate == RATE:
        return np.array(_WEIGHTING)
    from pyloudnorm import IIRfilter

    shelf = IIRfilter(4.0, 1 / np.sqrt(2), 1500.0, rate, "high_shelf")
    cut = IIRfilter(0.0, 0.5, 38.0, rate, "high_pass")
    return np.vstack([np.hstack([f.b, f.a]) for f in (shelf, cut)])


def _lufs(power: float) -> float:
    return max(SILENCE, float(-0.691 + 10 * np.log10(max(power, 1e-12))))


def _energy(lufs: float) -> float:
    return float(10 ** ((lufs + 0.691) / 10))


@lru_cache(maxsize=1)
def _interpolators() -> Samples:
    """One row of taps for each of the three values between two samples."""
    reach = OVERSAMPLING * _REACH
    window = np.sinc(np.arange(-reach, reach + 1) / OVERSAMPLING) * np.kaiser(2 * reach + 1, 4.0)
    window *= OVERSAMPLING / window.sum()
    return np.array([window[phase::OVERSAMPLING][::-1] for phase in range(1, OVERSAMPLING)], np.float32)


def oversampled_peaks(block: Samples, before: Samples, after: Samples) -> Samples:
    """For each sample of a block the highest |value| between it and the next, over all channels (4x oversampled).

    `before` and `after` are up to 32 neighbouring samples of the stream.
    """
    first = _REACH + len(before)
    whole = np.zeros((block.shape[1], first + len(block) + len(after) + _REACH), np.float32)
    whole[:, _REACH:first], whole[:, first : first + len(block)] = before.T, block.T
    whole[:, first + len(block) : -_REACH] = after.T
    peaks = np.zeros(len(block), np.float32)
    (raise_between or _raise_between)(whole, _interpolators(), first, peaks)
    return peaks


def _raise_between(whole: Samples, taps: Samples, first: int, out: Samples) -> None:
    """What `peaking.raise_between` does, by OpenCV."""
    import cv2

    for begin in range(0, len(out), _STRETCH):
        top = out[begin : begin + _STRETCH]
        a = first + begin - _REACH
        part = whole[:, a : first + begin + len(top) + _REACH]
        for channel in np.abs(part):
            np.maximum(top, channel[_REACH : _REACH + len(top)], out=top)
        for row in taps:
            dense = cv2.filter2D(part, -1, row[None], anchor=(5, 0), borderType=cv2.BORDER_CONSTANT)
            for channel in np.abs(dense, out=dense):
                np.maximum(top, channel[_REACH : _REACH + len(top)], out=top)


class Peaks:
    """The true peak of each millisecond of a stream. One block is held back, since a peak may lie between two
    blocks.
    """

    def __init__(self, rate: int, channels: int) -> None:
        self._step = max(1, round(rate * CONTROL_SECONDS))
        self._before = np.zeros((0, channels), np.float32)
        self._held = self._before
        self._done: list[Samples] = []

    def add(self, block: Samples) -> None:
        """Hear the next block."""
        held = np.concatenate([self._held, stereo(block)])
        self._take(held, max(0, len(held) - _CONTEXT) // self._step * self._step)

    def _take(self, held: Samples, ready: int) -> None:
        if ready:
            peaks = oversampled_peaks(held[:ready], self._before, held[ready : ready + _CONTEXT])
            rest = -len(peaks) % self._step
            self._done.append(np.pad(peaks, (0, rest)).reshape(-1, self._step).max(axis=1))
            self._before = held[max(0, ready - _CONTEXT) : ready]
        self._held = held[ready:]

    def finish(self) -> Samples:
        """All peaks, one a millisecond."""
        self._take(self._held, len(self._held))
        return np.concatenate([*self._done, np.zeros(0, np.float32)])


def gain_curve(peaks: Samples, gain: float, ceiling: float) -> Curve:
    """A limiter's gain (linear, <= 1) at each millisecond for peaks that are first multiplied by `gain`.

    It falls ahead of a peak and comes back at a steady rate in dB; nowhere does a peak pass `ceiling` (linear).
    """
    return lowered(limiter_floor(peaks), float(20 * np.log10(gain / ceiling)))


def limiter_floor(peaks: Samples) -> Curve:
    """The gain in dB that a limiter would give each millisecond to keep it below full scale, if it could also raise.

    What it gives when everything is louder by some dB is this less so many dB, wherever that is below 0: all that
    follows takes the lowest of values and their neighbours, so `lowered` need not do it again.
    """
    needed = -20 * np.log10(np.maximum(peaks.astype(np.float64), 1e-9))
    if not len(needed):
        return needed
    passages = ndimage.grey_closing(ndimage.minimum_filter1d(needed, PITCH_STEPS), CLICK_STEPS)
    released = np.minimum(_released(needed, QUICK_RELEASE_DB), _released(passages, RELEASE_DB))
    # The window is one step wider than the smoothing, so that interpolation between steps stays below the need.
    return ndimage.minimum_filter1d(released, 2 * ATTACK_STEPS + 1, mode="nearest")


def lowered(floor: Curve, louder_db: float) -> Curve:
    """A limiter's gain (linear, <= 1) at each millisecond when everything is louder by so many dB."""
    if not len(floor):
        return np.ones(0)
    smooth = ndimage.uniform_filter1d(np.minimum(0.0, floor - louder_db), 2 * ATTACK_STEPS - 1, mode="nearest")
    return np.asarray(np.exp(np.minimum(smooth, 0.0) * NEPERS))


def _released(needed: Curve, rate: float) -> Curve:
    """A gain in dB that falls at once where it must and rises by `rate` a step."""
    ramp = rate * np.arange(len(needed))
    return np.minimum.accumulate(needed - ramp) + ramp


def apply_curve(block: Samples, curve: Curve, first: int, rate: int) -> Samples:
    """A block (its first sample is number `first` of the stream) under a gain curve, interpolated from sample to
    sample.
    """
    if not len(curve) or curve.min() >= 1.0:
        return block
    step = max(1, round(rate * CONTROL_SECONDS))
    a, b = max(0, first // step - 1), (first + len(block)) // step + 2
    middles = (np.arange(a, min(b, len(curve))) + 0.5) * step
    gains = np.interp(np.arange(first, first + len(block)), middles, curve[a:b]).astype(np.float32)
    return block * (gains[:, None] if block.ndim == 2 else gains)


def gain_for(target: float, have: float, heard: Callable[[float], float]) -> float:
    """The gain (linear) at which a limited signal has `target` LUFS.

    `heard(gain)` measures it; a limiter takes some of every gain away, so each step is taken along the slope of the
    last two.
    """
    gain_db, slope = min(target - have, MOST_GAIN_DB), 1.0
    last: tuple[float, float] | None = None
    for _ in range(8):
        level = heard(10 ** (gain_db / 20))
        if abs(target - level) < 0.05 or (gain_db >= MOST_GAIN_DB and level < target):
            break
        if last and gain_db != last[0]:
            slope = min(max((level - last[1]) / (gain_db - last[0]), 0.2), 1.0)
        last = (gain_db, level)
        gain_db = min(gain_db + (target - level) / slope, MOST_GAIN_DB)
    return float(10 ** (gain_db / 20))


def spans(active: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """The runs of True as (first, end)."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], active, [False]]).astype(np.int8)))
    return [(int(a), int(b)) for a, b in pairwise(edges)][::2]

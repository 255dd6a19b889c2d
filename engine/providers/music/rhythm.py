"""Measures a piece of music in four-four time: its exact tempo, and where it can jump back to its start at a bar line.

Works on samples only; knows no files and no moods. Example: `measure(samples, 48_000, near=90.0).loops[-1]`.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]
Curve = NDArray[np.float64]

_HOP_SECONDS = 0.005
_BEATS = 4
_PHRASE = 4
_TEMPO_RANGE = 0.06
_LAG = 0.035
_UNHEARD = 0.02
_QUIET = 10 ** (-6 / 20)
_SMOOTH = 0.004
_FAINT = 0.1


class Rhythm(NamedTuple):
    """`bpm` as measured; `loops` in seconds, rising: play up to one of them, then go on from 0 without missing a beat."""

    bpm: float
    loops: tuple[float, ...]


def measure(samples: Samples, rate: int, near: float) -> Rhythm:
    """Tempo and loop points of mono `samples`, whose tempo is within 6 % of `near` beats a minute."""
    onsets = onset_curve(samples, rate)
    bpm = tempo(onsets, near)
    lines = _bar_lines(len(samples) / rate, bpm)
    full = [line for line in lines if _is_full(samples, rate, line, bpm)] or lines[-1:]
    aligned = [_aligned(onsets, line, bpm) for line in full]
    even = [line for line in aligned if abs(lateness(onsets, line, bpm)) <= _UNHEARD] or aligned
    loops = sorted({round(_joined(samples, rate, line), 6) for line in _phrases(even, bpm)})
    return Rhythm(round(bpm, 2), tuple(loops))


def onset_curve(samples: Samples, rate: int) -> Curve:
    """How much new sound begins, every 5 ms: the rise of the log spectrum, less its local mean; never negative."""
    from scipy.ndimage import uniform_filter1d
    from scipy.signal import decimate

    step = max(1, rate // 22_050)
    thin = decimate(samples, step, ftype="fir") if step > 1 else samples
    hop = round(rate / step * _HOP_SECONDS)
    size = hop * 8
    padded = np.pad(thin, (size // 2, size // 2)).astype(np.float32)
    frames = np.lib.stride_tricks.sliding_window_view(padded, size)[::hop] * np.hanning(size).astype(np.float32)
    spectrum = np.log1p(20 * np.abs(np.fft.rfft(frames, axis=1)))
    rise = np.zeros(len(spectrum))
    rise[3:] = np.maximum(0.0, spectrum[3:] - spectrum[:-3]).sum(axis=1)
    above = np.maximum(0.0, rise - uniform_filter1d(rise, 100))
    return above / (above.std() + 1e-9)


def tempo(onsets: Curve, near: float) -> float:
    """Beats a minute, within 6 % of `near`: where the curve's own rhythm (beat, half and quarter beat) is strongest."""
    for reach, step in ((near * _TEMPO_RANGE, 0.2), (0.3, 0.01)):
        candidates = np.arange(near - reach, near + reach, step)
        near = float(candidates[_strength(onsets, candidates).argmax()])
    return near


def _strength(onsets: Curve, candidates: Curve) -> Curve:
    seconds = np.arange(len(onsets)) * _HOP_SECONDS
    strength = np.zeros(len(candidates))
    for part in (1, 2, 4):
        turns = np.exp(-2j * np.pi * part / 60 * np.outer(candidates, seconds))
        strength += np.abs(turns @ onsets) / part**0.5
    return strength


def _bar_lines(length: float, bpm: float) -> list[float]:
    """Bar lines counted from the start, from the fourth bar on; the start has the same place in a bar as each of them."""
    bar = _BEATS * 60 / bpm
    last = int((length + 0.01) / bar)
    return [min(count * bar, length) for count in range(min(_PHRASE, last), last + 1) if count]


def _is_full(samples: Samples, rate: int, line: float, bpm: float) -> bool:
    """The beat before the line sounds about as loud as the piece does: it is not fading out there."""
    beat = 60 / bpm
    before = samples[int((line - beat) * rate) : int(line * rate)]
    return _loudness(before) > _QUIET * _loudness(samples)


def _loudness(samples: Samples) -> float:
    return float(np.sqrt(np.mean(np.square(samples, dtype=np.float64)))) if len(samples) else 0.0


def _phrases(lines: list[float], bpm: float) -> list[float]:
    """Lines at which a phrase of four bars ends; where that would waste a third of the piece, of two bars or of one."""
    bar = _BEATS * 60 / bpm
    for length in (_PHRASE, 2, 1):
        chosen = [line for line in lines if round(line / bar) % length == 0]
        if chosen and chosen[-1] > lines[-1] * 2 / 3:
            return chosen
    return lines


def _aligned(onsets: Curve, line: float, bpm: float) -> float:
    """The line, moved by up to 35 ms so that the beats before it go on evenly into those after the start."""
    for _ in range(2):
        late = lateness(onsets, line, bpm)
        if abs(late) > _LAG:
            return line
        line += late
    return line


def lateness(onsets: Curve, line: float, bpm: float) -> float:
    """Seconds by which the pulse of the two bars before `line` comes later than that of the two bars after the start would
    have it. The pulse is the eighth note, so the answer is within a quarter of a beat; 0 where there is hardly a pulse."""
    around, pulse = 2 * _BEATS * 60 / bpm, bpm / 30
    before, after = _pulse(onsets, line - around, line, line, pulse), _pulse(onsets, 0.0, around, 0.0, pulse)
    if min(abs(before), abs(after)) < _FAINT:
        return 0.0
    return float(-np.angle(before * np.conj(after)) / (2 * np.pi * pulse))


def _pulse(onsets: Curve, begin: float, end: float, zero: float, frequency: float) -> complex:
    """How regular (length 0 to 1) and how late (angle) the onsets between two times are, as seen from the time `zero`."""
    first, last = max(0, round(begin / _HOP_SECONDS)), round(end / _HOP_SECONDS)
    part = onsets[first:last]
    seconds = (first + np.arange(len(part))) * _HOP_SECONDS - zero
    return complex(np.exp(-2j * np.pi * frequency * seconds) @ part / (part.sum() + 1e-9))


def _joined(samples: Samples, rate: int, line: float) -> float:
    """The line, moved by up to 4 ms to where the wave best meets the wave of the start, so that the jump does not click."""
    reach, around = round(_SMOOTH * rate), max(2, round(0.0005 * rate))
    middle = min(round(line * rate), len(samples) - around)
    places = np.arange(max(around, middle - reach), min(len(samples) - around, middle + reach) + 1)
    head = samples[:around]
    ahead = np.lib.stride_tricks.sliding_window_view(samples, around)[places]
    behind = samples[places - 1]
    cost = np.square(ahead - head).mean(axis=1) + 4 * np.square(behind - samples[0])
    return float(places[cost.argmin()] / rate)

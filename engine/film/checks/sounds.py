"""Loudness, true peak, clipping and silence of a finished film, heard once; and voices that come early or late."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.errors import MediaError
from engine.film.checks.flaw import Flaw, Rules
from engine.film.decoding import decoded
from engine.film.levels import Meter, Peaks, Samples, spans
from engine.film.sound import activity, load
from engine.film.types import RATE, SILENCE, Film, Line

_BATCH = 5 * RATE
_TENTH = RATE // 10
_FULL = 0.999
_LINES = 12
"""As many voices are compared with the film as are needed to see whether it drifts."""
_REACH_SECONDS, _VOICE_SECONDS, _THIN = 0.5, 4.0, 4
_SURE = 0.35
_MISSING_SECONDS = 0.25


@dataclass(frozen=True)
class Heard:
    """Numbers of a film's sound: loudness (LUFS), true peak (linear) of each millisecond, level (dB) and clipped samples
    of each tenth of a second; and the sound itself, one channel at 12 kHz.
    """

    loudness: float
    peaks: Samples
    levels: NDArray[np.float64]
    clipped: NDArray[np.int64]
    thin: NDArray[np.float16]

    @property
    def seconds(self) -> float:
        return len(self.thin) * _THIN / RATE


def listened(path: Path) -> Heard:
    """Hear a film once. MediaError when its sound cannot be read."""
    meter, peaks = Meter(RATE, 2), Peaks(RATE, 2)
    levels, clipped, thin = [], [], []
    for block in _batches(path):
        meter.add(block)
        peaks.add(block)
        padded = np.pad(block, ((0, -len(block) % _TENTH), (0, 0))).reshape(-1, _TENTH, 2)
        levels.append(10 * np.log10(np.square(padded).mean(axis=(1, 2)) + 1e-12))
        full = np.abs(padded) >= _FULL
        clipped.append((full[:, 1:] & full[:, :-1]).sum(axis=1).max(axis=1))
        middle = block.mean(axis=1)
        thin.append(np.pad(middle, (0, -len(middle) % _THIN)).reshape(-1, _THIN).mean(axis=1).astype(np.float16))
    return Heard(meter.loudness, peaks.finish(), np.concatenate(levels), np.concatenate(clipped), np.concatenate(thin))


def _batches(path: Path) -> Iterator[Samples]:
    held: list[Samples] = []
    size = 0
    for block in decoded(path, RATE):
        held.append(block if block.shape[1] == 2 else np.repeat(block * np.float32(math.sqrt(0.5)), 2, axis=1))
        size += len(block)
        if size >= _BATCH:
            whole = np.concatenate(held)
            yield whole[:_BATCH]
            held, size = [whole[_BATCH:]], size - _BATCH
    if size:
        yield np.concatenate(held)


def sound_flaws(heard: Heard, promised: float, film: Film | None, rules: Rules) -> Iterator[Flaw]:
    """Everything that is wrong with what is heard; the file promises so many seconds."""
    if heard.seconds < promised - _MISSING_SECONDS:
        at = heard.seconds
        yield Flaw("damaged", "error", at, at, "The sound breaks off or is damaged here.", "Render the film again.")
    silent = bool(heard.levels.max(initial=-120.0) < rules.silence_db)
    if silent:
        if film is None or film.lines or film.bed or film.beds or film.sound_effects:
            says = "Nothing is heard in the whole film."
            yield Flaw("silence", "error", 0.0, heard.seconds, says, "Make the voices and mix the film again.")
        return
    yield from _levels(heard, film, rules)
    yield from _clipped(heard, rules)
    yield from _silences(heard, film, rules)
    if film:
        yield from _late(heard, film)


def _levels(heard: Heard, film: Film | None, rules: Rules) -> Iterator[Flaw]:
    target = film.mix.loudness if film else rules.loudness
    most = film.mix.peak if film else rules.peak
    if target is not None and heard.loudness > SILENCE and abs(heard.loudness - target) > rules.loudness_slack:
        says = f"The film is at {heard.loudness:.1f} LUFS instead of {target:.1f}."
        yield Flaw("loudness", "error", 0.0, heard.seconds, says, "Mix the film again at the loudness that is wanted.")
    top = float(heard.peaks.max(initial=0.0))
    peak = 20 * math.log10(max(top, 1e-6))
    if most is not None and peak > most + rules.peak_slack:
        at = float(heard.peaks.argmax()) / 1000
        says = f"The sound peaks at {peak:.1f} dBTP; {most:.1f} is the most."
        yield Flaw("true_peak", "error", at, at + 0.001, says, "Mix the film again with the limiter on.")


def _clipped(heard: Heard, rules: Rules) -> Iterator[Flaw]:
    for a, b in _joined(spans(heard.clipped >= rules.clipped - 1), 10):
        says = "The sound is clipped: its waves are cut off at full scale."
        fix = "Record or make this line again at a lower level, then mix again."
        yield Flaw("clipping", "error", a / 10, b / 10, says, fix)


def _silences(heard: Heard, film: Film | None, rules: Rules) -> Iterator[Flaw]:
    voices = _voices(film) if film else []
    for a, b in spans(heard.levels < rules.silence_db):
        start, end = a / 10, min(b / 10, heard.seconds)
        lost = sum(max(0.0, min(end, d) - max(start, c)) for c, d in voices)
        if lost > 0.5:
            fix = "Make this line's voice again, then mix the film."
            yield Flaw("silence", "error", start, end, "A voice should be heard here, but nothing is.", fix)
        elif end - start >= (rules.pause if film else rules.silence):
            says = f"Nothing is heard for {end - start:.1f} seconds."
            yield Flaw("silence", "warning", start, end, says, "Shorten the pause, or put music under the film.")


def _voices(film: Film) -> list[tuple[float, float]]:
    found = []
    for line in film.lines:
        for a, b in activity(load(line.path, RATE, mono=True)):
            found.append(((line.start + a) / RATE, (line.start + b) / RATE))
    return found


def _late(heard: Heard, film: Film) -> Iterator[Flaw]:
    """Voices that are heard more than a frame away from where they belong."""
    lines = sorted(film.lines, key=lambda line: line.start)
    chosen = [lines[n] for n in sorted({round(k) for k in np.linspace(0, len(lines) - 1, _LINES)})] if lines else []
    for line in chosen:
        late = _lateness(heard, line)
        if late is not None and abs(late) > 1 / float(film.fps):
            at = line.start / RATE + late
            says = f"The voice {line.path.name} is heard {abs(late):.2f} s {'late' if late > 0 else 'early'}."
            yield Flaw("drift", "error", at, at + 0.1, says, "Render the film again.")


def _lateness(heard: Heard, line: Line) -> float | None:
    """Seconds by which a voice is heard late, where that can be told."""
    from scipy.signal import correlate

    try:
        voice = load(line.path, RATE // _THIN, mono=True, seconds=_VOICE_SECONDS)
    except MediaError:
        return None
    reach = round(_REACH_SECONDS * RATE / _THIN)
    first = line.start // _THIN - reach
    part = heard.thin[max(0, first) : first + len(voice) + 2 * reach].astype(np.float32)
    part = np.pad(part, (max(0, -first), 0))
    if len(part) < len(voice) or not voice.any() or not part.any():
        return None
    found = correlate(part, voice, "valid", method="fft")
    sure = found / np.sqrt(np.maximum(_sums(part, len(voice)), 1e-9) * float(np.square(voice).sum()))
    best = int(sure.argmax())
    return (best - reach) * _THIN / RATE if sure[best] > _SURE else None


def _sums(part: Samples, count: int) -> NDArray[np.float64]:
    """The energy of each stretch of `count` samples."""
    total = np.concatenate([[0.0], np.cumsum(np.square(part, dtype=np.float64))])
    return np.asarray(total[count:] - total[:-count])


def _joined(found: list[tuple[int, int]], gap: int) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for a, b in found:
        if joined and a - joined[-1][1] <= gap:
            joined[-1] = (joined[-1][0], b)
        else:
            joined.append((a, b))
    return joined

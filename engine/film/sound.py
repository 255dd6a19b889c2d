"""Reads, writes, trims and levels sound. Samples are float32, (n,) for mono or (n, 2) for stereo, full scale at 1.0.

Knows nothing of films. Example: `to_loudness(load(path), 48_000, -16.0, -1.0)`.
"""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np

from engine.errors import MediaError
from engine.film.decoding import decoded
from engine.film.levels import Meter, Peaks, Samples, apply_curve, gain_curve, gain_for, spans, stereo
from engine.film.types import RATE, SILENCE

QUIET_DB = -42.0
"""Silence, against the loudest moment of a voice."""
FLOOR_DB = -62.0
MARGIN_DB = 0.05
"""What a changing gain may add to a true peak."""
_FRAME_SECONDS = 0.01


def load(path: Path, rate: int = RATE, *, mono: bool = False, seconds: float | None = None) -> Samples:
    """Decode any file with sound to `rate`; (n, 2) for two or more channels unless `mono`. At most `seconds` of it
    are read.

    MediaError when the file is missing, damaged or silent of any sound stream.
    """
    samples = np.concatenate(list(decoded(path, rate, mono=mono, seconds=seconds)))
    samples = samples[: round(seconds * rate)] if seconds is not None else samples
    return samples[:, 0].copy() if samples.shape[1] == 1 else samples


def save_wav(path: Path, samples: Samples, rate: int = RATE) -> None:
    """Write 16-bit PCM; what is beyond full scale is clipped. MediaError when the disk does not take it."""
    pcm = np.clip(np.rint(stereo(samples) * 32767.0), -32768, 32767).astype("<i2")
    try:
        with Path(path).open("wb") as disk, wave.open(disk) as file:
            file.setnchannels(pcm.shape[1])
            file.setsampwidth(2)
            file.setframerate(rate)
            file.writeframes(pcm.tobytes())
    except OSError as error:
        Path(path).unlink(missing_ok=True)
        raise MediaError(f"The sound {Path(path).name} could not be written ({error.strerror}).") from error


def activity(samples: Samples, rate: int = RATE) -> list[tuple[int, int]]:
    """Where something is heard: (first sample, end), to 10 ms, judged against the loudest moment."""
    return active(frame_powers(samples, rate), len(samples), rate)


def frame_powers(samples: Samples, rate: int = RATE) -> Samples:
    """The mean power of each 10 ms; what is missing of the last counts as silence."""
    step = max(1, round(rate * _FRAME_SECONDS))
    heard = stereo(samples)
    power = np.square(np.pad(heard, ((0, -len(heard) % step), (0, 0)))).mean(axis=1).reshape(-1, step).mean(axis=1)
    return np.asarray(power, dtype=np.float32)


def active(powers: Samples, length: int, rate: int = RATE) -> list[tuple[int, int]]:
    """Where something is heard in a sound of `length` samples whose powers are given."""
    step = max(1, round(rate * _FRAME_SECONDS))
    level = 10 * np.log10(np.maximum(powers, 1e-12))
    heard = level > max(FLOOR_DB, float(level.max(initial=-120.0)) + QUIET_DB)
    return [(a * step, min(b * step, length)) for a, b in spans(heard)]


def trim(samples: Samples, rate: int, keep_head: float, keep_tail: float) -> tuple[Samples, float]:
    """Cut or pad silence so that `keep_head` and `keep_tail` seconds of it are left around the sound.

    Returns the samples and how many seconds were taken off the head (negative when silence was added); silence comes
    back as it was.
    """
    heard = activity(samples, rate)
    if not heard:
        return samples, 0.0
    start = heard[0][0] - round(keep_head * rate)
    end = heard[-1][1] + round(keep_tail * rate)
    pads = [(max(0, -start), max(0, end - len(samples)))] + [(0, 0)] * (samples.ndim - 1)
    return np.pad(samples[max(0, start) : end], pads), start / rate


def loudness(samples: Samples, rate: int = RATE) -> float:
    """Integrated loudness in LUFS (BS.1770-4); what is shorter than 400 ms is measured without gates; -70 for
    silence.
    """
    meter = Meter(rate, stereo(samples).shape[1])
    meter.add(samples)
    return meter.loudness


def true_peak_db(samples: Samples, rate: int = RATE) -> float:
    """The highest level between samples, in dBTP, four times oversampled; -120 for digital silence."""
    top = float(_peaks(samples, rate).max(initial=0.0))
    return max(-120.0, float(20 * np.log10(max(top, 1e-9))))


def _peaks(samples: Samples, rate: int) -> Samples:
    peaks = Peaks(rate, stereo(samples).shape[1])
    peaks.add(samples)
    return peaks.finish()


def limiter(samples: Samples, rate: int = RATE, peak: float = -1.0) -> Samples:
    """Keep the true peak below `peak` dBTP, looking 5 ms ahead; quieter passages are untouched."""
    return apply_curve(samples, gain_curve(_peaks(samples, rate), 1.0, _linear(peak - MARGIN_DB)), 0, rate)


def _linear(db: float) -> float:
    return float(10 ** (db / 20))


def to_loudness(samples: Samples, rate: int = RATE, target: float = -16.0, peak: float = -1.0) -> Samples:
    """Bring samples to `target` LUFS with a true peak of at most `peak` dBTP, measuring again until both hold."""
    have = loudness(samples, rate)
    if have <= SILENCE:
        return samples
    peaks, ceiling = _peaks(samples, rate), _linear(peak - MARGIN_DB)

    def limited(gain: float) -> Samples:
        return apply_curve(samples * np.float32(gain), gain_curve(peaks, gain, ceiling), 0, rate)

    return limited(gain_for(target, have, lambda gain: loudness(limited(gain), rate)))

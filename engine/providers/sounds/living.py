"""What lives and what people make, by code: crickets, birds, crowd, bells, footsteps, heartbeat, clock. Each takes a chance and a number
of samples at 48 kHz, and gives a loop, (n, 2), of any level."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from engine.providers.sounds.noise import RATE, Chance, Wave, band, burst, moments, noise, ring, strewn, within

_BELL = (
    (0.5, 0.5, 1.6),
    (1.0, 1.0, 1.2),
    (1.19, 0.8, 0.9),
    (1.5, 0.45, 0.6),
    (2.0, 0.7, 0.5),
    (2.66, 0.3, 0.3),
    (4.1, 0.15, 0.15),
)
"""The tones of a bell: of its own pitch, how loud, and how long of its own ring."""
_VOWELS = ((700, 1150), (550, 1750), (350, 2100), (500, 900), (400, 800))


def crickets(chance: Chance, count: int) -> Wave:
    """Crickets, each with its own pitch and pace, over hardly any air."""
    seconds, chirps = count / RATE, []
    for hertz, every, gain in zip(
        chance.uniform(3900, 5200, 5), chance.uniform(0.5, 0.9, 5), (1, 0.7, 0.5, 0.3, 0.2), strict=True
    ):
        pulse = np.hanning(round(0.022 * RATE)) * np.sin(2 * np.pi * hertz * np.arange(round(0.022 * RATE)) / RATE)
        side = chance.uniform(-0.9, 0.9)
        chirps += [(at + 0.034 * k, pulse, gain, side) for at in moments(chance, seconds, every, 0.1) for k in range(4)]
    return strewn(count, chirps) + 0.012 * noise(chance, count, band(150, 3000, 4))


def birds(chance: Chance, count: int) -> Wave:
    """Three or four songbirds, each with phrases of its own, in light air."""
    calls = []
    for _ in range(4):
        pitch, side, gain = chance.uniform(2300, 4600), chance.uniform(-0.9, 0.9), chance.uniform(0.3, 1)
        phrase = [(chance.uniform(0.8, 1.3), chance.uniform(0.7, 1.5), chance.uniform(0.05, 0.13)) for _ in range(3)]
        for at in moments(chance, count / RATE, chance.uniform(2.5, 4.5)):
            start = float(at)
            for tone, sweep, length in phrase * int(chance.integers(1, 3)):
                calls.append((start, _chirp(pitch * tone, length, sweep), gain, side))
                start += length + 0.05
    return within(chance, strewn(count, calls), 0.8, 0.12) + 0.012 * noise(chance, count, band(200, 2500, 4))


def _chirp(hertz: float, seconds: float, sweep: float) -> Wave:
    tone = ring(seconds, hertz, 10.0, sweep)
    return np.asarray(tone * np.hanning(len(tone)))


def crowd(chance: Chance, count: int) -> Wave:
    """Many voices at once, of whom no word is understood."""
    said = [_syllable(chance, chance.uniform(95, 240), chance.uniform(0.12, 0.28)) for _ in range(96)]
    return within(chance, strewn(count, _talk(chance, count / RATE, said)), 0.6, 0.35)


def _talk(chance: Chance, seconds: float, said: list[Wave]) -> Iterator[tuple[float, Wave, float, float]]:
    for _ in range(28):
        own, side, gain = chance.integers(len(said), size=12), chance.uniform(-1, 1), chance.lognormal(-0.5, 0.5)
        at = chance.uniform(0, seconds)
        end = at + seconds
        while at < end:
            for _ in range(int(chance.integers(3, 12))):
                yield at, said[own[chance.integers(12)]], gain * chance.uniform(0.4, 1), side
                at += chance.uniform(0.13, 0.26)
            at += chance.uniform(0.3, 1.5)


def _syllable(chance: Chance, pitch: float, seconds: float) -> Wave:
    """A vowel: the overtones of a pitch that falls a little, through two resonances."""
    first, second = _VOWELS[chance.integers(len(_VOWELS))]
    at = np.arange(round(seconds * RATE)) / RATE
    phase = 2 * np.pi * pitch * (at - 0.06 * at**2 / seconds)
    tones = np.zeros(len(at))
    for k in range(1, int(4000 / pitch)):
        gain = sum(share / (1 + ((k * pitch - near) / 110) ** 2) for near, share in ((first, 1.0), (second, 0.4)))
        tones += (gain + 0.03) / k**0.3 * np.sin(k * phase + k)
    return np.asarray(tones * np.hanning(len(at)) ** 0.7)


def bells(chance: Chance, count: int) -> Wave:
    """A church bell and a smaller one, far enough to hear the air between."""
    pitch = chance.uniform(260, 340)
    strokes = [(at, _bell(pitch), 1.0, -0.1) for at in moments(chance, count / RATE, 2.4, 0.02)]
    strokes += [(at + 1.1, _bell(pitch * 1.335), 0.6, 0.2) for at in moments(chance, count / RATE, 2.4, 0.02)]
    return within(chance, strewn(count, strokes), 2.0, 0.25)


def _bell(pitch: float) -> Wave:
    return np.asarray(sum(gain * ring(5.0, pitch * of, 1.1 * long) for of, gain, long in _BELL)) * np.linspace(
        1, 0, 5 * RATE
    )


def footsteps(chance: Chance, count: int) -> Wave:
    """One walker: heel and sole, left and right."""
    steps = []
    for number, at in enumerate(moments(chance, count / RATE, 0.56, 0.06)):
        side, gain = (0.15 if number % 2 else -0.15), chance.uniform(0.75, 1)
        steps += [(at, burst(chance, 0.12, band(70, 260, 2), 0.025), gain, side)]
        steps += [(at + 0.004, burst(chance, 0.06, band(900, 3500, 4), 0.008), 0.3 * gain, side)]
        steps += [(at + 0.1, burst(chance, 0.12, band(500, 2600, 4), 0.03), 0.12 * gain, side)]
    return within(chance, strewn(count, steps), 0.5, 0.12)


def heartbeat(chance: Chance, count: int) -> Wave:
    """Two dull beats a second or so, with enough above the bass for small loudspeakers."""
    beats = []
    for at in moments(chance, count / RATE, 0.95, 0.03):
        for late, pitch, gain in ((0.0, 62.0, 1.0), (0.28, 74.0, 0.7)):
            tone = ring(0.25, pitch, 0.055, 0.7) + 0.9 * ring(0.25, 2.4 * pitch, 0.035, 0.7)
            beats.append((at + late, tone * np.linspace(1, 0, len(tone)), gain, 0.0))
    return strewn(count, beats)


def clock(chance: Chance, count: int) -> Wave:
    """Tick and tock of a clock in a room."""
    ticks = []
    for number, at in enumerate(moments(chance, count / RATE, 0.5, 0.0)):
        tone = ring(0.05, 2350 if number % 2 else 1900, 0.006) + 0.5 * ring(0.05, 5200, 0.002)
        ticks += [(at, tone, 1.0, 0.0), (at, 0.4 * ring(0.08, 310, 0.015), 1.0, 0.0)]
    return within(chance, strewn(count, ticks), 0.5, 0.15)

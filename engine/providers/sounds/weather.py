"""Air, water and fire by code: rain, wind, thunder, sea, stream, fire. Each takes a chance and a number of samples at 48 kHz, and
gives a loop, (n, 2), of any level."""

from __future__ import annotations

import numpy as np

from engine.providers.sounds.noise import RATE, Chance, Wave, band, burst, moments, noise, ring, strewn, swell, within


def rain(chance: Chance, count: int) -> Wave:
    """A steady hiss, and drops that fall near."""
    seconds = count / RATE
    shapes = [burst(chance, 0.02, band(1500 + 500 * k, 5000 + 900 * k), 0.0015 + 0.0004 * k) for k in range(8)]
    drops = (
        (at, shapes[chance.integers(8)], chance.lognormal(-0.6, 0.8), chance.uniform(-1, 1))
        for at in moments(chance, seconds, 0.006)
    )
    return noise(chance, count, band(500, 9000, 2.5)) * swell(chance, count, 3, 0.85, 1) + 0.5 * strewn(count, drops)


def wind(chance: Chance, count: int) -> Wave:
    """Gusts: what is low is always there, what is high comes and goes, and whistles a little."""
    gust = swell(chance, count, 2.5)
    low = noise(chance, count, band(60, 240, 3)) * (0.5 + 0.5 * gust)
    high = noise(chance, count, band(280, 900, 4)) * gust**1.5
    whistle = noise(chance, count, band(560, 640, 0, 4), 0.3) * gust**4
    return low + 0.9 * high + 0.12 * whistle


def thunder(chance: Chance, count: int) -> Wave:
    """A roll every ten seconds or so: it breaks, and rumbles away."""
    rolls = []
    for at in moments(chance, count / RATE, 10, 0.1):
        time = np.arange(7 * RATE) / RATE
        rumble = noise(chance, len(time), band(45, 260, 3), 0.0)[:, 0]
        claps = sum(chance.uniform(0.3, 1) * np.exp(-np.abs(time - t) / 0.5) for t in chance.uniform(0.2, 3.5, 6))
        body = rumble * claps * np.minimum(1, time / 0.15) * np.clip((7 - time) / 2, 0, 1)
        crack = burst(chance, 1.6, band(120, 1800, 5), 0.3)
        rolls += [(float(at), body, 1.0, chance.uniform(-0.5, 0.5)), (float(at) + 0.05, crack, 0.5, 0.0)]
    return within(chance, strewn(count, rolls), 3.0, 0.25) + 0.01 * noise(chance, count, band(45, 200, 3))


def sea(chance: Chance, count: int) -> Wave:
    """Waves on a beach: each swells, breaks and runs out in foam."""
    seconds = count / RATE
    time = np.arange(round(9 * RATE)) / RATE
    rise = np.where(time < 3, (time / 3) ** 2, np.exp(-(time - 3) / 1.3)) * np.clip((9 - time) / 2, 0, 1)
    foam = np.where(time < 3.2, (time / 3.2) ** 6, np.exp(-(time - 3.2) / 2.0)) * np.clip((9 - time) / 2, 0, 1)
    starts = moments(chance, seconds, 6, 0.35)
    sides = chance.uniform(-0.4, 0.4, len(starts))
    surge, wash = (
        strewn(count, ((float(at), shape, 1.0, float(side)) for at, side in zip(starts, sides, strict=True)))
        for shape in (rise, foam)
    )
    deep = noise(chance, count, band(70, 500, 3)) * (0.12 + surge)
    return deep + 0.55 * noise(chance, count, band(900, 6500, 2)) * (0.1 + wash)


def stream(chance: Chance, count: int) -> Wave:
    """Water over stones: bubbles that ring upwards, over a soft rush."""
    tones = [ring(0.06, hertz, 0.012, 1.25) for hertz in np.geomspace(380, 2100, 24)]
    bubbles = (
        (at, tones[int(24 * chance.beta(1.6, 2.2))], chance.lognormal(-1, 0.7), chance.uniform(-0.8, 0.8))
        for at in moments(chance, count / RATE, 0.012)
    )
    rush = noise(chance, count, band(350, 4500, 3)) * swell(chance, count, 1, 0.75, 1)
    return 0.1 * rush + 0.35 * strewn(count, bubbles)


def fire(chance: Chance, count: int) -> Wave:
    """A low flicker, and wood that crackles in fits."""
    snaps = [burst(chance, 0.05, band(900 + 300 * k, 4000 + 700 * k), 0.001 + 0.0012 * k) for k in range(8)]
    cracks = (
        (
            at + chance.exponential(0.15),
            snaps[chance.integers(8)],
            chance.lognormal(-1.2, 1.0),
            chance.uniform(-0.6, 0.6),
        )
        for spell in moments(chance, count / RATE, 0.5)
        for at in (spell,) * int(chance.integers(2, 9))
    )
    flicker = noise(chance, count, band(70, 420, 3)) * swell(chance, count, 0.15, 0.5, 1)
    hiss = noise(chance, count, band(1500, 6000, 3)) * swell(chance, count, 0.6, 0.2, 1)
    return 0.06 * flicker + 0.025 * hiss + 0.6 * strewn(count, cracks)

"""The sounds that this machine makes by code: each measured as what it is, without a seam, and an honest list of what is not made."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import numpy as np
import pytest

from engine.errors import Refused, UserError
from engine.film import sound
from engine.providers.contract import SoundRequest
from engine.providers.sounds.ambience import NAMES, Ambience

RATE = 48_000
MIDDLES = {  # Hz between which the middle of its energy lies
    "rain": (1500, 5000), "wind": (80, 500), "thunder": (50, 250), "sea": (100, 1200), "stream": (500, 2000), "fire": (80, 3000),
    "crickets": (3800, 5300), "birds": (2000, 5000), "crowd": (250, 1200), "bells": (150, 900), "footsteps": (80, 600),
    "heartbeat": (45, 200), "clock": (300, 3000),
}  # fmt: skip
STEADY = ("rain", "wind", "stream", "crowd")


@cache
def made(words, seed=0):
    result = Ambience().sound(SoundRequest(words, 12.0, seed=seed), Path(mkdtemp()))
    return result, sound.load(result.path)


def loudness_by_tenths(samples):
    power = np.square(samples).mean(axis=1).reshape(-1, RATE // 10).mean(axis=1)
    return 10 * np.log10(power + 1e-12)


def middle(samples):
    """The frequency below which half of the energy lies."""
    power = np.cumsum(np.abs(np.fft.rfft(samples.mean(axis=1))) ** 2)
    return np.fft.rfftfreq(len(samples), 1 / RATE)[np.searchsorted(power, power[-1] / 2)]


@pytest.mark.parametrize("name", NAMES)
def test_each_has_the_loudness_and_the_spectrum_of_what_it_is(name):
    result, samples = made(name)
    assert (result.shows, result.missing, samples.shape) == ((name,), (), (12 * RATE, 2))
    assert sound.loudness(samples) == pytest.approx(-20, abs=0.5) and sound.true_peak_db(samples) <= -1.0
    low, high = MIDDLES[name]
    assert low < middle(samples) < high


@pytest.mark.parametrize("name", NAMES)
def test_each_goes_round_without_a_click(name):
    """Where the end meets the start, the sound does not change more suddenly than it does within."""
    _, samples = made(name)
    bends = np.abs(np.diff(samples, 2, axis=0)).max(axis=1)
    seam = np.abs(np.diff(np.concatenate([samples[-4:], samples[:4]]), 2, axis=0)).max()
    assert seam <= 1.5 * bends.max()
    twice = loudness_by_tenths(np.tile(samples, (2, 1)))
    assert name not in STEADY or twice.max() - twice.min() < 14


def test_waves_swell_and_a_clock_ticks_twice_a_second():
    assert np.ptp(loudness_by_tenths(made("sea")[1])) > 8
    power = np.square(made("clock")[1]).mean(axis=1).reshape(-1, RATE // 100).mean(axis=1)
    beats = np.abs(np.fft.rfft(power - power.mean()))
    assert np.fft.rfftfreq(len(power), 0.01)[beats[:200].argmax()] == pytest.approx(2.0, abs=0.1)


def test_the_same_words_and_seed_are_the_same_file_and_another_seed_is_another():
    again = Ambience().sound(SoundRequest("rain", 12.0), Path(mkdtemp()))
    assert again.path.read_bytes() == made("rain")[0].path.read_bytes()
    assert not np.array_equal(made("rain", seed=1)[1], made("rain")[1])


@pytest.mark.parametrize(
    ("words", "shows", "missing"),
    [
        ("Heavy rain on a tin roof", ("rain",), ("tin", "roof")),
        ("a storm", ("wind", "rain", "thunder"), ()),
        ("church bells, far away", ("bells",), ()),
        ("wind over the sea, and gulls", ("wind", "sea"), ("gulls",)),
        ("हल्की बारिश और बिजली", ("rain", "thunder"), ()),
    ],
)
def test_what_is_heard_and_what_is_not_is_said(words, shows, missing):
    result = Ambience().sound(SoundRequest(words, 4.0), Path(mkdtemp()))
    assert (result.shows, result.missing) == (shows, missing)


def test_two_at_once_are_both_heard():
    _, both = made("wind and crickets")
    power = np.abs(np.fft.rfft(both.mean(axis=1))) ** 2
    hertz = np.fft.rfftfreq(len(both), 1 / RATE)
    low, high = (power[(hertz > a) & (hertz < b)].sum() / power.sum() for a, b in ((60, 600), (3800, 5400)))
    assert min(low, high) > 0.2


def test_what_it_cannot_make_it_refuses_with_all_that_it_can():
    with pytest.raises(Refused, match=r"makes only: rain, wind, thunder, .*clock.*a file of your own"):
        Ambience().sound(SoundRequest("a door slams", 4.0), Path(mkdtemp()))
    with pytest.raises(UserError, match="what is to be heard"):
        Ambience().sound(SoundRequest("  ", 4.0), Path(mkdtemp()))

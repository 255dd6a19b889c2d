"""Compiled loops give what the same arithmetic gives by NumPy, SciPy and other ways of drawing."""

import math

import numpy as np
import pytest
from pyloudnorm import IIRfilter
from scipy import signal

from engine.film.levels import Meter, limiter_floor, lowered, oversampled_peaks, weighted_power, weighting
from engine.film.mastering import DEPTHS_DB, GATE, STEP, analysed, energies_of, step_peaks
from engine.film.rounding import halved, whole
from engine.film.types import RATE
from engine.film.warp import lay, lay_all, warp, warp_all


@pytest.fixture
def chance():
    return np.random.default_rng(7)


@pytest.mark.parametrize("shape", [(2, 2), (4, 10), (30, 62), (6, 254)])
@pytest.mark.parametrize("scale", [1.0, 255.0])
def test_fractions_become_bytes_whole_and_halved(chance, shape, scale):
    plane = ((chance.random(shape) * 1.2 - 0.1) * 255 / scale).astype(np.float32)
    np.testing.assert_array_equal(whole(plane, scale), np.clip(np.rint(plane * np.float32(scale)), 0, 255))
    rows = (plane[0::2] + plane[1::2]) / 2
    across = np.pad(rows, ((0, 0), (1, 0)), mode="edge")
    expected = (
        across[:, :-1:2] + 2 * across[:, 1::2] + np.append(across[:, 2::2], rows[:, -1:], axis=1)[:, : shape[1] // 2]
    ) / 4
    assert np.abs(halved(plane, scale) - np.clip(np.rint(expected * np.float32(scale)), 0, 255)).max() <= 1
    assert (
        halved(np.full(shape, 100 / scale, np.float32), scale).tolist()
        == np.full((shape[0] // 2, shape[1] // 2), 100).tolist()
    )


@pytest.mark.parametrize("gap", [0, 10])
def test_a_frames_planes_are_laid_over_at_once_as_one_by_one(chance, gap):
    def planes(high, wide, room=0):
        sizes = ((high, wide), (high // 2, wide // 2), (high // 2, wide // 2))
        return [chance.integers(0, 256, (h, w + room), dtype=np.uint8)[:, :w] for h, w in sizes]

    frame, ink, through = planes(40, 64, gap), planes(8, 22), planes(8, 22)
    expected = [plane.copy() for plane in frame]
    for n, plane in enumerate(expected):
        lay(ink[n], through[n], plane, 12 // (2 if n else 1), 30 // (2 if n else 1))
    lay_all(ink, through, frame, 12, 30)
    for plane, other in zip(frame, expected, strict=True):
        np.testing.assert_array_equal(plane, other)


@pytest.mark.parametrize(
    "maps", [((1.3, 2.0, 1.1, 0.5),) * 3, ((0.7, -3.0, 0.9, 4.0), (1.4, 1, 1.8, 2), (1.4, 3, 1.8, 2))]
)
@pytest.mark.parametrize("gap", [0, 6])
def test_a_frames_planes_are_drawn_at_once_as_one_by_one(chance, maps, gap):
    sources = [chance.integers(0, 256, size, dtype=np.uint8) for size in ((90, 130), (50, 70), (48, 66))]
    sizes = ((64, 96), (32, 48), (32, 48))
    frame = [np.zeros((h, w + gap), np.uint8)[:, :w] for h, w in sizes]
    warp_all(sources, maps, frame)
    for source, (a, c, e, f), plane in zip(sources, maps, frame, strict=True):
        expected = np.zeros_like(plane)
        warp(source, np.array([[a, 0, c], [0, e, f]]), expected)
        np.testing.assert_array_equal(plane, expected)


@pytest.mark.parametrize("channels", [1, 2, 3])
@pytest.mark.parametrize("count", [1, 48, 5000, 40_000])
def test_peaks_between_samples_are_those_of_the_sound_four_times_as_dense(chance, channels, count):
    samples = chance.standard_normal((count + 64, channels)).astype(np.float32)
    found = oversampled_peaks(samples[32:-32], samples[:32], samples[-32:])
    dense = signal.resample_poly(samples, 4, 1, axis=0, window=signal.firwin(49, 1 / 4, window=("kaiser", 4.0)))
    expected = np.abs(dense[128 : 128 + 4 * count]).reshape(count, -1).max(axis=1)
    exact = np.abs(samples[32:-32]).max(axis=1)  # a sample itself, which the filter passes almost as it is
    assert np.abs(found - np.maximum(expected, exact)).max() < 0.01 * found.max()


@pytest.mark.parametrize("rate", [RATE, 24_000, 44_100])
@pytest.mark.parametrize("channels", [1, 2, 3])
def test_the_power_of_samples_is_that_of_the_library_s_filters(chance, channels, rate):
    samples = chance.standard_normal((rate, channels)).astype(np.float32)
    heard = samples.astype(np.float64)
    for gain, q, hertz, kind in ((4.0, 1 / np.sqrt(2), 1500.0, "high_shelf"), (0.0, 0.5, 38.0, "high_pass")):
        own = IIRfilter(gain, q, hertz, rate, kind)
        heard = signal.lfilter(own.b, own.a, heard, axis=0)
    expected = (heard**2).sum(axis=1)
    np.testing.assert_allclose(weighted_power(samples, rate), expected, rtol=1e-6, atol=1e-12)
    meter = Meter(rate, channels)
    for begin in range(0, rate, 7001):
        meter.add(samples[begin : begin + 7001])
    np.testing.assert_allclose(meter.energies, expected.reshape(10, -1).mean(axis=1), rtol=1e-9)
    if rate == RATE:
        np.testing.assert_array_equal(energies_of(samples), meter.energies)


def test_the_filters_kept_for_films_are_the_library_s():
    shelf, cut = (
        IIRfilter(4.0, 1 / np.sqrt(2), 1500.0, RATE, "high_shelf"),
        IIRfilter(0.0, 0.5, 38.0, RATE, "high_pass"),
    )
    np.testing.assert_array_equal(weighting(RATE), [[*shelf.b, *shelf.a], [*cut.b, *cut.a]])


@pytest.mark.parametrize("gates", [1, 7, 40])
def test_what_a_limiter_leaves_is_what_its_gain_leaves(chance, gates):
    samples = (0.2 * chance.standard_normal((gates * GATE, 2))).astype(np.float32)
    samples[:: 3 * STEP] *= 4
    peaks = step_peaks(samples)
    found = analysed(samples, peaks, 0, len(samples))
    power = weighted_power(samples, RATE).reshape(-1, STEP).sum(axis=1)
    floor = limiter_floor(peaks)
    for row, depth in enumerate(DEPTHS_DB):
        gain = lowered(floor, depth - 20 * math.log10(found.top)) if depth else np.ones(len(floor))
        kept = (power * gain**2).reshape(gates, -1).sum(axis=1) / power.reshape(gates, -1).sum(axis=1)
        np.testing.assert_allclose(found.left[row], kept, rtol=1e-6)
    assert found.left[-1].max() < 0.01 < found.left[1].min()

"""A plane is drawn by whole-number arithmetic that gives the same on every processor, however many pixels it takes at once."""

import cv2
import numpy as np
import pytest

from engine.film.warp import KERNEL, lay, resized, warp


def places(factor, offset, count, side):
    """The pixel of the source before each of the plane's, and how far of 256 it lies beyond."""
    place = np.clip(np.rint((np.arange(count) * factor + offset) * 256.0), 0, (side - 1) * 256 - 1).astype(np.int64)
    return place >> 8, place & 255


def expected(source, a, c, e, f, shape):
    rows, down = places(e, f, shape[0], source.shape[0])
    columns, across = places(a, c, shape[1], source.shape[1])
    wide = source.astype(np.int64)
    blend = wide[rows] * (256 - down[:, None]) + wide[rows + 1] * down[:, None]
    return ((blend[:, columns] * (256 - across) + blend[:, columns + 1] * across + (1 << 15)) >> 16).astype(np.uint8)


@pytest.mark.skipif(
    KERNEL.startswith("opencv"), reason="numba is not installed here: OpenCV draws, with its own rounding"
)
@pytest.mark.parametrize("step", [0.31, 0.9, 1.0, 1.07, 1.75, 1.93, 2.2, 3.9, 4.3, 7.5])
@pytest.mark.parametrize("shape", [(9, 7), (8, 16), (31, 17), (40, 100), (24, 333)])
def test_a_warp_is_exact_at_every_step_and_width(step, shape):
    chance = np.random.default_rng(round(step * 100) + shape[1])
    source = chance.integers(0, 256, (60, 480), dtype=np.uint8)
    source[:, 200:220] = 255
    for a, c, e, f in ((step, 3.3, step / 2, 4.4), (step, -20.0, 0.7, -3.0), (step, 470.0, step, 55.0)):
        plane = np.zeros(shape, np.uint8)
        warp(source, np.array([[a, 0, c], [0, e, f]]), plane)
        np.testing.assert_array_equal(plane, expected(source, a, c, e, f, shape))


@pytest.mark.skipif(KERNEL.startswith("opencv"), reason="numba is not installed here")
def test_a_warp_stays_within_rows_that_have_gaps():
    whole = np.full((20, 64), 7, np.uint8)
    warp(np.full((30, 90), 200, np.uint8), np.array([[1.2, 0, 0], [0, 1.2, 0]]), whole[:, :50])
    assert (whole[:, :50] == 200).all() and (whole[:, 50:] == 7).all()


@pytest.mark.parametrize("shape", [(1, 1), (2, 3), (9, 5), (1, 70), (77, 130), (300, 64)])
@pytest.mark.parametrize("factor", [1.0, 1.3, 2.5, 4.75])
def test_a_plane_is_enlarged_as_opencv_does_it(shape, factor):
    plane = np.random.default_rng(shape[1]).integers(0, 256, shape, dtype=np.uint8)
    size = (max(2, round(shape[1] * factor)), max(2, round(shape[0] * factor)))
    found = resized(plane, size)
    usual = cv2.resize(plane, size, interpolation=cv2.INTER_LANCZOS4)
    assert found.shape == usual.shape and found.flags.c_contiguous
    assert np.abs(found.astype(int) - usual).max() <= 1


def test_a_plane_is_enlarged_in_strips_without_seams():
    rows = np.linspace(16, 235, 400)
    plane = np.repeat(np.rint(rows).astype(np.uint8)[:, None], 40, axis=1)
    tall = resized(plane, (90, 1100)).astype(float)
    assert np.ptp(tall, axis=1).max() <= 1
    assert np.abs(np.diff(tall[:, 0])).max() <= 1


@pytest.mark.parametrize("gap", [0, 14])
def test_ink_is_laid_where_it_belongs_and_nowhere_else(gap):
    plane = np.full((20, 50 + gap), 100, np.uint8)[:, :50]
    ink, through = np.full((4, 6), 40, np.uint8), np.full((4, 6), 51, np.uint8)
    lay(ink, through, plane, 15, 43)
    expected = np.full((20, 50), 100, np.uint8)
    expected[15:19, 43:49] = 40 + 20
    np.testing.assert_array_equal(plane, expected)

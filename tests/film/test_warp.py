"""A plane is drawn by whole-number arithmetic that gives the same on every processor, however many pixels it takes at once."""

import numpy as np
import pytest

from engine.film.warp import KERNEL, warp


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


@pytest.mark.skipif(KERNEL != "rows", reason="numba is not installed here: OpenCV draws, with its own rounding")
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


@pytest.mark.skipif(KERNEL != "rows", reason="numba is not installed here")
def test_a_warp_stays_within_rows_that_have_gaps():
    whole = np.full((20, 64), 7, np.uint8)
    warp(np.full((30, 90), 200, np.uint8), np.array([[1.2, 0, 0], [0, 1.2, 0]]), whole[:, :50])
    assert (whole[:, :50] == 200).all() and (whole[:, 50:] == 7).all()

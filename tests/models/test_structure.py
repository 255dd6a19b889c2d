"""The structure of a picture by arithmetic: edges where there are edges, none where there are none."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from engine.models.structure import GIVEN, KINDS, canny, structure


@pytest.fixture
def door():
    """A white rectangle on black: four edges."""
    picture = Image.new("RGB", (160, 120))
    ImageDraw.Draw(picture).rectangle((40, 30, 119, 89), fill=(255, 255, 255))
    return picture


def grey(picture):
    return np.asarray(picture.convert("L"), float) / 255


@pytest.mark.parametrize("kind", KINDS)
def test_each_structure_is_a_picture_of_the_same_size(kind, door):
    made = structure(kind, door)
    assert made.size == door.size and made.mode == "RGB"
    assert (made.tobytes() == door.tobytes()) == (kind in GIVEN)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in GIVEN])
def test_edges_are_where_the_picture_changes(kind, door):
    made = grey(structure(kind, door))
    edge = np.zeros(made.shape, bool)
    for x in (40, 119):
        edge[30:90, x - 3 : x + 4] = True
    for y in (30, 89):
        edge[y - 3 : y + 4, 40:120] = True
    assert made[edge].max() > 0.9 and made[60, 60] < 0.1 and made[5, 5] < 0.1
    assert grey(structure(kind, Image.new("RGB", (160, 120), (90, 90, 90)))).max() < 0.05


def test_a_canny_edge_is_one_pixel_wide_and_closed(door):
    made = canny(grey(door))
    across = made[60, 20:60]
    assert 1 <= across.sum() <= 2
    assert (made[:, 80] > 0).sum() in (2, 3, 4)


def test_weak_edges_count_only_beside_strong_ones():
    ramp = np.zeros((60, 200))
    ramp[:, 100:] = np.linspace(0.02, 0.9, 60)[:, None]  # one edge that grows from nothing
    apart = np.zeros((60, 200))
    apart[:, 100:] = 0.12  # weak all along
    assert canny(ramp)[:, 95:105].any(axis=1).sum() > 45 and not canny(apart).any()

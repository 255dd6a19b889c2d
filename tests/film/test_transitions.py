"""Transitions: the first, middle and last frames of each, and none of them where a cut would do."""

from dataclasses import replace
from typing import get_args

import numpy as np
import pytest
from PIL import Image

from engine.film import Film, Move, Shot, Window
from engine.film.captions import Captions
from engine.film.painter import Painter, empty_planes
from engine.film.timeline import timeline
from engine.film.transitions import FADES, mix, overlaps
from engine.film.types import Transition
from tests.film.conftest import FPS, SIZE, draw_picture

KINDS = [kind for kind in get_args(Transition) if kind != "cut"]
STAY = Move(Window(), Window())
BOUNDARY, LENGTH = 24, 12


def film(folder, kind, **changes):
    for name, grey in (("dark", 60), ("light", 200)):
        Image.new("RGB", SIZE, (grey,) * 3).save(folder / f"{name}.png")
    shots = (Shot("a", folder / "dark.png", STAY, 24), Shot("b", folder / "light.png", STAY, 24, kind, LENGTH))
    return replace(Film(SIZE, FPS, shots), **changes)


def frames(made, numbers):
    line = timeline(made)
    painter = Painter(made, line, Captions(made))
    found = {}
    for number in numbers:
        segment = next(s for s in line.segments if s.start <= number < s.end)
        planes = empty_planes(made.size)
        painter.draw(segment, number, planes)
        found[number] = planes
    return found


DARK, LIGHT = 16 + 60 * 219 / 255, 16 + 200 * 219 / 255


@pytest.mark.parametrize("kind", KINDS)
def test_a_transition_is_centred_and_leaves_the_frames_around_it_alone(tmp_path, kind):
    made = frames(film(tmp_path, kind), (17, 18, 23, 24, 29, 30))
    assert made[17][0].mean() == pytest.approx(DARK, abs=1) and made[30][0].mean() == pytest.approx(LIGHT, abs=1)
    if kind in FADES:
        through = 16 if kind == "fade" else 235
        assert abs(made[23][0].mean() - through) < 0.2 * abs(DARK - through) + 2
        assert abs(made[24][0].mean() - through) < 0.2 * abs(LIGHT - through) + 2
    else:
        assert made[18][0].mean() - DARK < 0.2 * (LIGHT - DARK)
        assert LIGHT - made[29][0].mean() < 0.2 * (LIGHT - DARK)
        assert made[23][0].mean() < made[24][0].mean()
        assert (made[23][0].mean() + made[24][0].mean()) / 2 == pytest.approx((DARK + LIGHT) / 2, abs=6)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if overlaps(kind)])
def test_nothing_of_the_other_shot_is_left_at_either_end(tmp_path, kind):
    one, other = (_planes(tmp_path, n) for n in (1, 2))
    for share, alone in ((0.0, one), (1.0, other)):
        first, second = [p.copy() for p in one], [p.copy() for p in other]
        mix(kind, first, second, share, 0.0, empty_planes(SIZE))
        for plane, expected in zip(first, alone, strict=True):
            assert np.abs(plane.astype(int) - expected).max() <= 2


def _planes(folder, seed):
    from engine.film.picture import Source

    planes, spare = empty_planes(SIZE), empty_planes(SIZE)
    Source(draw_picture(folder / f"{seed}.png", seed), STAY, SIZE).draw(0.0, planes, spare)
    return planes


WAYS = {"left": (slice(None), -20), "right": (slice(None), 20), "up": (-20, slice(None)), "down": (20, slice(None))}


@pytest.mark.parametrize("way", WAYS)
def test_a_wipe_and_a_push_travel_the_way_they_are_named(tmp_path, way):
    for name, far in (("wipe", WAYS[way]), ("push", WAYS[way])):
        y = frames(film(tmp_path, f"{name}_{way}"), (22,))[22][0]
        opposite = tuple(-at if isinstance(at, int) else at for at in far)
        assert y[far].mean() == pytest.approx(LIGHT, abs=3), name
        assert y[opposite].mean() == pytest.approx(DARK, abs=3), name


def test_a_push_moves_both_shots_by_parts_of_a_pixel_without_a_gap(tmp_path):
    one, other = (_planes(tmp_path, n) for n in (1, 2))
    for share in (0.31, 0.5, 0.777):
        first, second = [p.copy() for p in one], [p.copy() for p in other]
        mix("push_left", first, second, share, 0.0, empty_planes(SIZE))
        gone = share * share * (3 - 2 * share) * SIZE[0]
        whole = int(SIZE[0] - np.ceil(gone))
        across = np.arange(whole - 2) + gone
        left = np.stack([np.interp(across, np.arange(SIZE[0]), row) for row in one[0].astype(float)])
        assert np.abs(left - first[0][:, : whole - 2]).max() <= 2


def test_every_transition_is_drawn_alike_in_any_order(tmp_path):
    for kind in KINDS:
        made = film(tmp_path, kind)
        forward, backward = frames(made, range(18, 30)), frames(made, reversed(range(18, 30)))
        for number, planes in forward.items():
            assert all(np.array_equal(a, b) for a, b in zip(planes, backward[number], strict=True)), kind


def test_only_fades_lead_into_the_first_shot(tmp_path):
    for kind in KINDS:
        made = film(tmp_path, "cut")
        made = replace(made, shots=(replace(made.shots[0], transition=kind, transition_frames=8), made.shots[1]))
        first = frames(made, (0,))[0][0].mean()
        if kind in FADES:
            assert abs(first - (16 if kind == "fade" else 235)) < 12
        else:
            assert first == pytest.approx(DARK, abs=1)

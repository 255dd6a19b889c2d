"""Camera moves stay inside the picture, keep its subject in frame, keep the film's shape, and are gentle."""

import itertools

import pytest

from engine.errors import UserError
from engine.film import Window, move

CAMERAS = ("push", "pull", "pan_left", "pan_right", "tilt_up", "tilt_down", "hold")
PICTURES = ((1344, 768), (768, 1344), (1024, 1024), (4000, 1000), (900, 3000))
FILMS = ((1280, 720), (720, 1280), (1080, 1080))
EVERY = list(itertools.product(CAMERAS, PICTURES, FILMS, range(3)))


@pytest.mark.parametrize("focus", [None, Window(0.1, 0.2, 0.2, 0.3), Window(0.7, 0.6, 0.3, 0.4), Window(0, 0, 1, 1)])
def test_windows_lie_in_the_picture_and_have_the_films_shape(focus):
    for camera, picture, film, seed in EVERY:
        made = move(camera, picture, film, focus, seed)
        for window in (made.start, made.end):
            assert window.x >= -1e-9 and window.x + window.w <= 1 + 1e-9
            assert window.y >= -1e-9 and window.y + window.h <= 1 + 1e-9
            assert window.w * picture[0] / (window.h * picture[1]) == pytest.approx(film[0] / film[1], rel=1e-6)


def test_a_subject_that_fits_is_in_frame_from_start_to_end():
    subject = Window(0.62, 0.30, 0.12, 0.30)
    for camera, picture, film, seed in EVERY:
        made = move(camera, picture, film, subject, seed)
        for window in (made.start, made.end):
            if subject.w <= 0.6 * window.w and subject.h <= 0.6 * window.h:
                assert window.x <= subject.x + 1e-6 and subject.x + subject.w <= window.x + window.w + 1e-6
                assert window.y <= subject.y + 1e-6 and subject.y + subject.h <= window.y + window.h + 1e-6


@pytest.mark.parametrize("camera", CAMERAS)
def test_every_camera_travels_gently_in_its_own_direction(camera):
    for picture, film, seed in itertools.product(PICTURES[:1], FILMS, range(20)):
        made = move(camera, picture, film, None, seed)
        zoom = made.start.w / made.end.w
        right, down = made.end.x - made.start.x, made.end.y - made.start.y
        if camera == "push":
            assert 1.04 < zoom < 1.16
        elif camera == "pull":
            assert 1.04 < 1 / zoom < 1.16
        elif camera == "hold":
            assert abs(zoom - 1) < 0.03
        else:
            along, across = (right / made.start.w, down) if "pan" in camera else (down / made.start.h, right)
            assert zoom == pytest.approx(1) and across == pytest.approx(0)
            assert 0.025 < (along if camera in ("pan_right", "tilt_down") else -along) < 0.15


def test_seeds_vary_the_move_and_the_same_seed_repeats_it():
    made = [move("push", (1344, 768), (1280, 720), None, seed) for seed in range(8)]
    assert len(set(made)) == 8
    assert move("push", (1344, 768), (1280, 720), None, 3) == made[3]


def test_an_unknown_camera_is_refused_in_words():
    with pytest.raises(UserError, match="'spin' is not known"):
        move("spin", (100, 100), (64, 64))  # type: ignore[arg-type]

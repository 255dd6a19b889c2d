"""Camera moves stay inside the picture, keep its subject in frame, keep the film's shape, and are gentle."""

import itertools
from typing import get_args

import numpy as np
import pytest

from engine import artifacts
from engine.errors import UserError
from engine.film import Window, move
from engine.film.camera import Camera as Looking
from engine.film.moves import Camera
from engine.film.painter import empty_planes
from engine.film.picture import Source
from tests.film.conftest import SIZE, draw_picture, moved

CAMERAS = get_args(Camera)
SIDEWAYS = ("pan_left", "pan_right", "truck_left", "truck_right")
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
@pytest.mark.parametrize(
    "subject", [Window(0.03, 0.1, 0.74, 0.6), Window(0.22, 0.12, 0.73, 0.5), Window(0.3, 0.05, 0.3, 0.8)]
)
def test_a_large_subject_is_not_cut_by_a_move(camera, subject):
    for seed in range(20):
        made = move(camera, (1472, 828), (1280, 720), subject, seed, seconds=7.0)
        for window in (made.start, made.end):
            assert window.x <= subject.x + 1e-6 and subject.x + subject.w <= window.x + window.w + 1e-6
            assert window.y <= subject.y + 1e-6 and subject.y + subject.h <= window.y + window.h + 1e-6


@pytest.mark.parametrize("camera", CAMERAS)
def test_every_camera_travels_gently_in_its_own_direction(camera):
    for picture, film, seed in itertools.product(PICTURES[:1], FILMS, range(20)):
        made = move(camera, picture, film, None, seed)
        zoom = made.start.w / made.end.w
        right, down = (made.end.x - made.start.x, made.end.y - made.start.y)
        sinks = down + (made.end.h - made.start.h) / 2
        if camera == "push":
            assert 1.04 < zoom < 1.16
        elif camera == "pull":
            assert 1.04 < 1 / zoom < 1.16
        elif camera in ("hold", "breathe", "handheld"):
            assert abs(zoom - 1) < 0.03
        elif camera in ("diagonal", "arc"):
            assert 1 <= zoom < 1.06 and 0.02 < abs(right) / made.start.w < 0.15
            assert (abs(sinks) > 0.01) == (camera == "diagonal") and (made.bow != (0.0, 0.0)) == (camera == "arc")
        else:
            along, across = (right / made.start.w, down) if camera in SIDEWAYS else (down / made.start.h, right)
            assert zoom == pytest.approx(1) and across == pytest.approx(0)
            assert 0.025 < (-along if camera.endswith(("left", "up")) else along) < 0.15


def test_seeds_vary_the_move_and_the_same_seed_repeats_it():
    made = [move("push", (1344, 768), (1280, 720), None, seed) for seed in range(8)]
    assert len(set(made)) == 8
    assert move("push", (1344, 768), (1280, 720), None, 3) == made[3]


def test_an_unknown_camera_is_refused_in_words():
    with pytest.raises(UserError, match="'spin' is not known"):
        move("spin", (100, 100), (64, 64))  # type: ignore[arg-type]


def test_a_person_can_choose_every_camera_and_transition_that_there_is():
    from engine.film.types import Transition

    assert set(get_args(artifacts.Camera)) == set(CAMERAS)
    assert set(get_args(artifacts.Transition)) == set(get_args(Transition))


def test_what_bends_strays_or_breathes_stays_inside_the_picture_and_on_its_subject():
    subject = Window(0.62, 0.30, 0.12, 0.30)
    for camera, picture, film, seed in itertools.product(("arc", "breathe", "handheld"), PICTURES, FILMS, range(3)):
        looking = Looking(move(camera, picture, film, subject, seed), (), picture, film)
        for n in range(60):
            x, y, w, h = looking.window(n / 59, n / 12)
            assert min(x, y) >= -1e-6 and x + w <= picture[0] + 1e-6 and y + h <= picture[1] + 1e-6
            if subject.w * picture[0] <= 0.6 * w and subject.h * picture[1] <= 0.6 * h:
                assert x <= subject.x * picture[0] + 1 and (subject.x + subject.w) * picture[0] <= x + w + 1
                assert y <= subject.y * picture[1] + 1 and (subject.y + subject.h) * picture[1] <= y + h + 1


@pytest.mark.parametrize("camera", ["pan_right", "tilt_down", "truck_left", "diagonal", "arc", "handheld"])
def test_the_measured_path_of_a_camera_bends_by_less_than_a_twentieth_of_a_pixel_a_frame(tmp_path, camera):
    size, frames = (640, 360), 60  # of a shot of five seconds at 24 frames a second
    path = draw_picture(tmp_path / "a.png", 4, (960, 540))
    source = Source(path, move(camera, (960, 540), size, None, 2), size)
    planes, spare = empty_planes(size), empty_planes(size)
    drawn, zooms = [], []
    for n in range(frames):
        source.draw((30 + n) / 119, planes, spare, (30 + n) / 24)
        drawn.append(planes[0].copy())
        zooms.append(source.window((30 + n) / 119, (30 + n) / 24)[2])
    steps = moved(drawn)
    assert np.ptp(zooms) / zooms[0] < 0.05
    assert np.abs(steps).max() > 0.1
    assert np.abs(np.diff(steps, axis=0)).max() < 0.05


def test_a_push_grows_evenly_from_frame_to_frame(tmp_path):
    source = Source(draw_picture(tmp_path / "a.png", 4), move("push", (480, 270), SIZE, None, 2), SIZE)
    widths = np.array([source.window(n / 119)[2] for n in range(120)])
    assert np.abs(np.diff(widths, 2)).max() * SIZE[0] / widths.min() < 0.05

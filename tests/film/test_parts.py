"""Footage as long as its shot, and footage that was made in parts: which frame is seen when, in files of real video."""

import av
import numpy as np
import pytest
from PIL import Image

from engine.errors import MediaError
from engine.film import Film, Move, Shot, Window, conformed, first_frame, join_parts, last_frame, render
from engine.film.conform import LONGEST_HOLD, SLOWEST
from engine.film.video_reading import index_of
from tests.film.conftest import planes as decoded
from tests.film.footage_files import level, picture, told, turned, write

STAY = Move(Window(), Window())
SIZE = (96, 64)


@pytest.mark.parametrize(
    ("length", "seconds", "speed", "ending"),
    [
        (5.0, 4.0, 1.0, "hold"),
        (4.0, 4.0, 1.0, "hold"),
        (3.6, 4.0, 0.9, "hold"),
        (3.2, 4.0, SLOWEST, "hold"),
        (2.8, 4.0, SLOWEST, "hold"),
        (2.0, 4.0, SLOWEST, "bounce"),
        (0.04, 9.0, SLOWEST, "bounce"),
        (0.0, 4.0, 1.0, "hold"),
    ],
)
def test_footage_is_made_as_long_as_its_shot_by_one_rule(tmp_path, length, seconds, speed, ending):
    found = conformed(tmp_path / "a.mp4", length, seconds)
    assert (found.speed, found.ending) == (pytest.approx(speed), ending)
    shown = seconds * found.speed
    assert ending == "bounce" or shown <= length + LONGEST_HOLD or length == 0


@pytest.mark.parametrize(
    ("frames", "seen"),
    [
        (24, list(range(12))),  # longer: cut
        (10, [0, 1, 2, 2, 3, 4, 5, 6, 7, 7, 8, 9]),  # a little shorter: slowed
        (9, [0, 1, 2, 2, 3, 4, 5, 6, 6, 7, 8, 8]),  # shorter still: slowed, the end held
    ],
)
def test_a_film_of_conformed_footage_shows_these_frames(tmp_path, frames, seen):
    path = write(tmp_path / "a.mp4", [picture(n) for n in range(frames)])
    film = Film(SIZE, 24, (Shot("a", conformed(path, frames / 24, 0.5), STAY, 12),))
    render(film, tmp_path / "out.mp4", cache=tmp_path / "cache")
    found = [round(told(frame[: SIZE[1]])) for frame in decoded(tmp_path / "out.mp4")]
    assert len(found) == 12
    assert all(abs(one - other) <= 1 for one, other in zip(found, seen, strict=True)), found


def test_what_is_much_too_short_goes_back_and_forth(tmp_path):
    path = write(tmp_path / "a.mp4", [picture(n) for n in range(12)])
    film = Film(SIZE, 24, (Shot("a", conformed(path, 0.5, 2.0), STAY, 48),))
    render(film, tmp_path / "out.mp4", cache=tmp_path / "cache")
    found = [told(frame[: SIZE[1]]) for frame in decoded(tmp_path / "out.mp4")]
    assert max(abs(np.diff(found))) < 1.6, "it never jumps"
    assert min(found[11:18]) > 7.5 and max(found[28:32]) < 3 and min(found[42:47]) > 7.5


def test_the_first_and_last_frames_of_a_file_have_their_true_colours(tmp_path):
    path = write(tmp_path / "a.mp4", [picture(n) for n in range(9)])
    for number, make in ((0, first_frame), (8, last_frame)):
        with Image.open(make(path, tmp_path / "frame.png")) as found:
            pixels = np.asarray(found.convert("RGB")).astype(int)
        assert found.size == SIZE
        assert np.abs(pixels[50, 80] - level(number)).max() <= 3
        assert np.abs(pixels[5, 5] - (220, 30, 30)).max() <= 8


def test_what_a_phone_filmed_on_its_side_gives_an_upright_picture(tmp_path):
    path = turned(write(tmp_path / "a.mp4", [picture(n) for n in range(3)]), 90)
    with Image.open(first_frame(path, tmp_path / "frame.png")) as found:
        assert found.size == SIZE[::-1]


def test_parts_are_one_film_in_which_no_frame_is_shown_twice(tmp_path):
    parts = [
        write(tmp_path / "a.mp4", [picture(n) for n in range(10)], fps=16),
        write(tmp_path / "b.mp4", [picture(n) for n in range(9, 20)], fps=16),
        write(tmp_path / "c.mp4", [picture(n, (192, 128)) for n in range(19, 24)], fps=16),
    ]
    seconds = join_parts(parts, tmp_path / "whole.mp4")
    index = index_of(tmp_path / "whole.mp4")
    assert len(index.times) == 24 and seconds == pytest.approx(24 / 16, abs=1e-3)
    assert np.allclose(np.diff(index.times), 1 / 16, atol=1e-3)
    with av.open(str(tmp_path / "whole.mp4")) as container:
        greys = [told(frame.to_ndarray()[: SIZE[1]]) for frame in container.decode(video=0)]
    assert greys == pytest.approx(range(24), abs=0.5)


def test_nothing_is_no_film(tmp_path):
    with pytest.raises(MediaError, match="no parts"):
        join_parts((), tmp_path / "out.mp4")

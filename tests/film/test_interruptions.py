"""Stopping, killing and running out of room: a film is there whole or not at all, and finished segments are not
lost.
"""

import pickle
import signal
import threading
import time

import pytest

from engine.errors import MediaError
from engine.film import Cancelled, Film, Shot, proxy, render
from engine.film.priority import MOST_SECONDS, PAUSE_SECONDS, SHARE, stand_aside, wait_aside
from tests.film.conftest import FPS, PUSH, frame_hashes, python
from tests.film.test_render import OTHER_PROCESS


@pytest.fixture
def long_film(media):
    shots = tuple(Shot(f"s{n}", media / f"p{n % 5}.png", PUSH, 48, "dissolve" if n % 2 else "cut") for n in range(9))
    return Film((480, 270), FPS, shots)


def test_a_render_pauses_while_somebody_waits_and_goes_on_however_often_that_is_said(long_film, tmp_path):
    stop, said = threading.Event(), []

    def somebody():
        while not stop.wait(0.02):
            stand_aside()
            said.append(time.monotonic())

    person = threading.Thread(target=somebody)
    person.start()
    try:
        report = render(long_film, tmp_path / "out.mp4", cache=tmp_path / "cache")
    finally:
        stop.set()
        person.join()
    assert report.encoded_segments == 13 and said
    time.sleep(PAUSE_SECONDS / SHARE)
    stand_aside()
    with pytest.raises(Cancelled):
        wait_aside(lambda: (_ for _ in ()).throw(Cancelled("stopped")))


def test_several_presses_are_each_given_room_and_a_hundred_no_more_than_half_of_the_time():
    def aside():
        began = time.monotonic()
        wait_aside(lambda: None)
        return time.monotonic() - began

    time.sleep(MOST_SECONDS / SHARE)
    for _ in range(2):
        stand_aside()
        assert aside() > PAUSE_SECONDS * 0.9
    began, paused = time.monotonic(), 0.0
    while time.monotonic() - began < 6:
        stand_aside()
        paused += aside()
        time.sleep(0.01)
    assert paused < 6 * SHARE + MOST_SECONDS + PAUSE_SECONDS


def test_a_cancelled_render_stops_soon_and_leaves_the_old_film(long_film, tmp_path):
    (tmp_path / "out.mp4").write_bytes(b"the old film")
    asked = []

    def cancelled():
        asked.append(len(list((tmp_path / "cache").glob("*.piece"))))
        return asked[-1] >= 2

    with pytest.raises(Cancelled):
        render(long_film, tmp_path / "out.mp4", cache=tmp_path / "cache", cancelled=cancelled)
    assert (tmp_path / "out.mp4").read_bytes() == b"the old film"
    assert not list(tmp_path.rglob("*.part"))
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("film")]
    report = render(long_film, tmp_path / "out.mp4", cache=tmp_path / "cache")
    assert report.encoded_segments > 0 and report.reused_segments + report.encoded_segments == 13


def test_raising_in_progress_cancels_with_the_callers_own_error(long_film, tmp_path):
    class Enough(Exception):
        pass

    def progress(share, words):
        if share > 0.1:
            raise Enough

    with pytest.raises(Enough):
        render(long_film, tmp_path / "out.mp4", cache=tmp_path / "cache", progress=progress)
    assert not (tmp_path / "out.mp4").exists() and not list(tmp_path.rglob("*.part"))


def test_a_cancelled_proxy_leaves_nothing(long_film, tmp_path):
    with pytest.raises(Cancelled):
        proxy(long_film.shots[0], tmp_path / "clip.mp4", fps=FPS, cancelled=lambda: True)
    assert list(tmp_path.iterdir()) == []


def test_a_killed_render_leaves_no_half_film_and_the_next_one_goes_on(long_film, tmp_path):
    (tmp_path / "film.pickle").write_bytes(pickle.dumps((long_film, tmp_path / "out.mp4", tmp_path / "cache")))
    process = python(OTHER_PROCESS, str(tmp_path / "film.pickle"), wait=False)
    deadline = time.monotonic() + 60
    while len(list((tmp_path / "cache").glob("*.piece"))) < 12 and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert {path.name for path in tmp_path.iterdir()} == {"film.pickle", "cache"}
    report = render(long_film, tmp_path / "out.mp4", cache=tmp_path / "cache")
    assert report.reused_segments >= 2
    render(long_film, tmp_path / "whole.mp4", cache=tmp_path / "other")
    assert frame_hashes(tmp_path / "out.mp4") == frame_hashes(tmp_path / "whole.mp4")


FULL_DISK = """
import pickle, resource
from pathlib import Path
from engine.errors import StoreError
from engine.film import render
film, out, cache = pickle.loads(Path(sys.argv[1]).read_bytes())
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    render(film, out, cache=cache)
except StoreError as error:
    print(error)
"""


@pytest.mark.parametrize("room", [20_000, 150_000])
def test_a_full_disk_is_said_in_a_sentence_and_leaves_no_film(long_film, tmp_path, room):
    """Once while a segment is written, once while the film is joined."""
    (tmp_path / "film.pickle").write_bytes(pickle.dumps((long_film, tmp_path / "out.mp4", tmp_path / "cache")))
    done = python(FULL_DISK, str(tmp_path / "film.pickle"), str(room))
    assert "The disk is full: there is no room to write out.mp4." in done.stdout, done.stderr
    assert not (tmp_path / "out.mp4").exists() and not list(tmp_path.rglob("*.part"))


def test_a_place_that_cannot_be_written_is_said_in_a_sentence(long_film, tmp_path):
    short = Film(long_film.size, FPS, long_film.shots[:1])
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    for out in (tmp_path / "folder", tmp_path / "file" / "out.mp4"):
        with pytest.raises(MediaError):
            render(short, out, cache=tmp_path / "cache")
    assert not list(tmp_path.rglob("*.part"))


def test_two_renders_may_share_a_cache(long_film, tmp_path):
    short = Film(long_film.size, FPS, long_film.shots[:3])
    outs = [tmp_path / "a.mp4", tmp_path / "b.mp4"]
    threads = [threading.Thread(target=render, args=(short, out), kwargs={"cache": tmp_path / "cache"}) for out in outs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outs[0].read_bytes() == outs[1].read_bytes()

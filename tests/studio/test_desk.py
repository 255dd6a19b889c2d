"""What people ask for is made in the background, one at a time, and goes on after a restart."""

import subprocess
import sys
import time

import pytest

from engine.asks import OPEN
from engine.errors import Busy, UserError
from engine.types import Key
from studio.config import Config
from studio.desk import Desk


def settled(film, ask, patience=120.0):
    """The ask when it is over."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        found = next(a for a in film.snapshot().asks if a.id == ask.id)
        if found.state not in OPEN:
            return found
        time.sleep(0.05)
    raise AssertionError("the ask did not end")


def test_what_was_asked_is_made_in_the_background(film):
    before = film.snapshot()
    film.project.edit("shotlist:s01", field="picture", value="A lamp in a storm")
    assert film.snapshot().version != before.version
    done = settled(film, film.ask("make", "cut", approve="all"))
    assert done.state == "done", done.outcome
    assert set(done.outcome["made"]) == {"keyframe:s01", "clip:s01", "cut:320x180"}
    assert film.snapshot().busy is None


def test_small_pictures_and_shapes_of_sounds_are_there_before_a_page_asks(film):
    film.project.edit("script:l01", field="text", value="Who put out the lamp?")
    film.project.edit("shotlist:s01", field="picture", value="A lamp in the rain")
    for stage, key in (("voice", "voice:l01"), ("keyframe", "keyframe:s01")):
        assert key in settled(film, film.ask("make", stage, approve="all")).outcome["made"]
    folder, view = film.project.folder / "cache", film.snapshot().view
    picture = view.content(Key("keyframe", "s01")).pictures[0].image.sha256
    assert {path.name for path in (folder / "thumbs").glob(f"{picture}-*")} == {
        f"{picture}-{width}.webp" for width in (160, 320, 1280)
    }
    assert any((folder / "peaks").rglob("*"))


def test_the_same_wish_twice_is_one(film):
    with film.project.store.writing():
        first = film.ask("make", "cut", approve="all")
        assert film.ask("make", "cut", approve="all").id == first.id
    settled(film, first)


def test_candidates_are_made_beside_the_chosen_take(film):
    done = settled(film, film.ask("candidates", "keyframe:s01", count=2))
    assert done.state == "done" and done.outcome["made"] == ["keyframe:s01"] * 2
    takes = film.project.takes("keyframe:s01")
    assert len({take.content_sha for take in takes}) == 3
    assert film.snapshot().board[Key("keyframe", "s01")].take == 1


def test_a_wish_that_cannot_be_done_fails_with_its_sentence_and_can_be_retried(film):
    failed = settled(film, film.ask("regenerate", "brief"))
    assert failed.state == "failed" and "yours to write" in failed.outcome["error"]
    again = film.retry(failed.id)
    assert again.id != failed.id and settled(film, again).state == "failed"


def test_a_running_wish_is_cancelled_and_what_is_finished_stays(film):
    film.project.edit("brief", field="look", value="ink")
    ask = film.ask("make", "cut", approve="all")
    while film.doing is None:
        time.sleep(0.01)
    film.cancel(ask.id)
    assert settled(film, ask).state == "cancelled"
    assert film.project.verify() == [] and settled(film, film.ask("make", "cut", approve="all")).state == "done"


def test_a_waiting_wish_is_cancelled_before_it_starts(film, desk):
    film.project.edit("brief", field="look", value="ink")
    first, second = film.ask("make", "cut", approve="all"), film.ask("regenerate", "keyframe:s01")
    film.cancel(second.id)
    assert settled(film, second).state == "cancelled"
    settled(film, first)


def test_a_film_that_is_being_made_is_not_closed(film, desk):
    film.project.edit("brief", field="look", value="ink")
    ask = film.ask("make", "cut", approve="all")
    while film.doing is None:
        time.sleep(0.01)
    with pytest.raises(Busy, match="being made"):
        desk.shut("home", film.id)
    settled(film, ask)
    desk.shut("home", film.id)
    assert desk.film("home", film.id) is not film


def test_a_server_that_stopped_in_the_middle_goes_on_after_its_restart(shelf):
    config = Config(shelf, secret="s" * 32)
    first = Desk(config)
    film = first.film("home", "the-talk-aaaaaa")
    film.project.edit("brief", field="look", value="ink")
    ask = film.ask("make", "cut", approve="all")
    while not (film.doing and film.doing.key):
        time.sleep(0.01)
    first.close()
    second = Desk(config)
    try:
        second.resume()
        done = settled(second.film("home", "the-talk-aaaaaa"), ask)
        assert done.state == "done" and not second.film("home", "the-talk-aaaaaa").project.plan()
    finally:
        second.close()


def test_an_unknown_wish_is_refused(film):
    with pytest.raises(UserError, match="cannot be asked for"):
        film.ask("fly", "cut")


def test_media_libraries_are_there_before_any_thread_wants_them(tmp_path):
    """Two threads that load the same one at the same time can see it half loaded."""
    script = (
        "import sys\nfrom pathlib import Path\nfrom fastapi.testclient import TestClient\n"
        "from studio.config import Config\nfrom studio.server import without_page\n"
        f"with TestClient(without_page(Config(Path({str(tmp_path)!r}), secret='s'))):\n"
        "    assert {'av', 'cv2'} <= {*sys.modules}\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=120)

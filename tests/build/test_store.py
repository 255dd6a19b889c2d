"""The store: nothing is overwritten, one process writes, what a dead process left is taken over, damage is found."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from engine.blobs import Blobs
from engine.errors import StoreError, UserError
from engine.migrations import FORMAT
from engine.project import create_project, open_project
from engine.store import LEASE, MARK
from engine.types import Key
from tests.build.films import BRIEFS, SETTINGS, edit, moment, read_anew, run

pytestmark = pytest.mark.models


def elsewhere(code, *arguments):
    """Python code in another process; its last line of output."""
    ended = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)], capture_output=True, text=True, timeout=120, env=os.environ
    )
    return (ended.stdout + ended.stderr).strip().splitlines()[-1]


OPEN = """
import sys
from pathlib import Path
from engine.errors import ReelwrightError
from engine.project import open_project
try:
    film = open_project(Path(sys.argv[1]), write=sys.argv[2] == "write")
    print("opened with", len(film.board()), "pieces")
    film.store.close()
except ReelwrightError as error:
    print(type(error).__name__, error)
"""

DIE = """
import os, sys
from pathlib import Path
from engine.project import open_project
film = open_project(Path(sys.argv[1]))
job = film.store.begin_job("keyframe:s01", ["keyframe:s01"], "")
film.store.beat(job, 0.4, "drawing")
print("dying", flush=True)
os._exit(9)
"""

FULL = """
import resource, signal, sys
from pathlib import Path
from engine.blobs import Blobs
from engine.errors import StoreError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
try:
    Blobs(Path(sys.argv[2])).keep(Path(sys.argv[1]), "video/mp4")
except StoreError as error:
    print(error)
"""


# ---------------------------------------------------------------- append-only


@pytest.mark.parametrize("statement", ["UPDATE {} SET key = 'x'", "DELETE FROM {}"])
@pytest.mark.parametrize("table", ["takes", "events"])
def test_takes_and_the_log_can_only_grow(lamp, table, statement):
    with (
        sqlite3.connect(lamp / "film.db") as db,
        pytest.raises(sqlite3.DatabaseError, match=f"{table} are never changed"),
    ):
        db.execute(statement.format(table))


def test_every_change_is_a_line_of_the_log(lamp):
    with open_project(lamp) as film:
        before = film.store.events()[-1]["id"]
        edit("script:l01", "pause", 1.0)(film)
        film.undo()
        assert [event["kind"] for event in film.store.events(before)] == ["edit", "undo"]


# ---------------------------------------------------------------- one writer


def test_a_second_process_is_told_who_writes_and_may_read(lamp):
    with open_project(lamp) as film:
        told = elsewhere(OPEN, lamp, "write")
        assert told.startswith("Busy This film is being written by another process")
        assert f"process {os.getpid()}" in told
        assert elsewhere(OPEN, lamp, "read") == f"opened with {len(film.board())} pieces"
    assert elsewhere(OPEN, lamp, "write").startswith("opened")


def test_a_film_that_is_only_read_cannot_be_changed(lamp):
    with open_project(lamp, write=False) as film, pytest.raises(StoreError):
        edit("script:l01", "pause", 1.0)(film)


def test_a_job_of_a_process_that_died_is_taken_over(lamp):
    with open_project(lamp) as film:
        edit("shotlist:s01", "picture", "A boat in a storm")(film)
    assert elsewhere(DIE, lamp) == "dying"
    with open_project(lamp, write=False) as film:
        job = film.store.jobs()["keyframe:s01"]
        assert (job["state"], job["progress"], job["message"]) == ("running", 0.4, "drawing")
        assert job["lease"] == pytest.approx(job["heartbeat"] + LEASE)
        assert job["owner"] != os.getpid()
    with open_project(lamp) as film:
        assert film.store.jobs()["keyframe:s01"]["state"] == "lost"
        assert film.status("keyframe:s01").work == "idle"
        assert run(film)["made"] == ["keyframe:s01", "clip:s01", "cut:320x180"]


def test_a_reader_sees_at_once_what_another_wrote_and_a_writer_what_it_wrote(lamp):
    with open_project(lamp) as film, open_project(lamp, write=False) as reader:
        for pause in (1.0, 2.0):
            before = reader.view()
            assert reader.view() is before and reader.store.counts() == film.store.counts()
            edit("script:l01", "pause", pause)(film)
            seen = [each.view().content(Key("script", "l01")).pause for each in (film, reader)]
            assert seen == [pause, pause] and reader.store.counts() == film.store.counts()
            assert reader.board() == film.board()


def test_a_change_that_fails_half_way_is_not_seen(lamp):
    with open_project(lamp) as film:
        was = film.store.state()
        with pytest.raises(RuntimeError), film.store.writing():
            film.set("caption_colour", "#123456")
            raise RuntimeError("half way")
        assert film.store.state() == was and film.view().setting("caption_colour") != "#123456"


def test_a_take_that_was_taken_back_is_never_seen_in_the_place_of_the_next(lamp):
    with open_project(lamp) as film:
        with pytest.raises(RuntimeError), film.store.writing():
            edit("script:l01", "pause", 1.0)(film)
            assert film.view().content(Key("script", "l01")).pause == 1.0
            raise RuntimeError("half way")
        edit("script:l02", "pause", 2.0)(film)
        assert film.view().content(Key("script", "l02")).pause == 2.0
        assert film.view().content(Key("script", "l01")).pause != 1.0 and film.board() == read_anew(film)


# ---------------------------------------------------------------- the format


def test_a_film_of_a_newer_version_is_refused(lamp):
    (lamp / MARK).write_text(json.dumps({"format": FORMAT + 1}))
    with pytest.raises(StoreError, match="newer version"):
        open_project(lamp)


def test_migrations_are_numbered_and_each_was_applied_once(lamp):
    with sqlite3.connect(lamp / "film.db") as db:
        names = [row[0] for row in db.execute("SELECT name FROM _sqlite_migrations ORDER BY id")]
    assert [name.split("_")[0] for name in names] == [f"m{n:03d}" for n in range(1, len(names) + 1)]


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path):
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(UserError, match="not empty"):
        create_project(tmp_path, BRIEFS["lamp"])
    with pytest.raises(UserError, match="not a film's folder"):
        open_project(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


# ---------------------------------------------------------------- media


def test_a_file_is_stored_once_under_its_own_hash(tmp_path):
    blobs, file = Blobs(tmp_path / "blobs"), tmp_path / "a.wav"
    file.write_bytes(b"sound" * 1000)
    first, again = blobs.keep(file, "audio/wav"), blobs.keep(file, "audio/wav")
    assert first == again
    assert [path.name for path in (tmp_path / "blobs").rglob("*") if path.is_file()] == [f"{first.sha256}.wav"]


def test_a_file_that_cannot_be_written_whole_leaves_nothing(tmp_path):
    file = tmp_path / "film.mp4"
    file.write_bytes(os.urandom(200_000))
    assert elsewhere(FULL, file, tmp_path / "blobs").startswith("The disk is full.")
    assert [path for path in (tmp_path / "blobs").rglob("*") if path.is_file()] == []


def test_verify_finds_damaged_and_lost_media_and_a_sound_film_sound(lamp):
    with open_project(lamp) as film:
        assert film.verify() == []
        mp4, srt, _ = film.film()
        damaged = bytearray(mp4.read_bytes())
        damaged[len(damaged) // 2] ^= 255
        mp4.write_bytes(damaged)
        srt.unlink()
        assert set(film.verify()) == {
            f"cut:320x180 take 1: the file {mp4.name} is damaged",
            f"cut:320x180 take 1: the file {srt.name} is gone",
        }


def test_a_database_that_is_no_database_is_named_in_a_sentence(lamp):
    (lamp / "film.db").write_bytes(b"no database at all" * 500)
    for left in ("film.db-wal", "film.db-shm"):
        Path(lamp / left).unlink(missing_ok=True)
    with pytest.raises(StoreError, match="restore the folder from a copy"):
        open_project(lamp)


# ---------------------------------------------------------------- the plan's times


def test_the_plan_learns_how_long_each_maker_takes_for_how_much_work(lamp):
    from engine.timings import DEFAULTS, learn, rates

    with open_project(lamp) as film:
        edit("script:l01", "text", "The lamp was dark.")(film)
        short = {step.key: step.seconds for step in film.plan()}["voice:l01"]
        edit("script:l01", "text", "The lamp was dark, and it was dark again, and it stayed dark for years and years.")(
            film
        )
        long = {step.key: step.seconds for step in film.plan()}["voice:l01"]
        assert long > 3 * short > 0
        assert {("voice", "hum"), ("keyframe", "signs")} <= set(rates())
        film.set("image", "broken")
        steps = {step.key: step.seconds for step in film.plan()}
        assert steps["keyframe:s01"] == pytest.approx(DEFAULTS["keyframe"] * 320 * 180 / 1e6, abs=0.001)
        for _ in range(3):
            learn("keyframe", "broken", 320 * 180 / 1e6, 42.0)
        assert {step.key: step.seconds for step in film.plan()}["keyframe:s01"] == pytest.approx(42.0, abs=0.01)


def test_before_anything_is_made_the_plan_counts_what_there_will_be(tmp_path):
    with create_project(tmp_path / "new", BRIEFS["lamp"], SETTINGS["lamp"]) as film:
        steps = {step.key: step for step in film.plan()}
        assert {"bible:style", "script:order", "voice:*", "subtitles:*", "keyframe:*", "clip:*", "cut:320x180"} <= set(
            steps
        )
        assert all(step.why for step in steps.values())
        assert sum(step.seconds for step in steps.values()) > 0.1


def test_a_plan_changes_nothing(lamp):
    with open_project(lamp) as film:
        edit("bible:mara", "look", "an old woman")(film)
        before = moment(film)
        film.plan()
        assert moment(film) == before

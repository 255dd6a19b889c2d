"""What is wrong with a text, a wish, a key or a folder is said in one sentence that tells what to do; nothing is lost by it."""

import json
import os
import signal
import sqlite3
import time
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.terminal import TEXT, TINY, pieces

pytestmark = pytest.mark.models

WORDS = "The red boat waits by the shore and the wind lifts the sail "
TEXTS = {
    "empty": (b"", "is empty"),
    "only white space": (b" \n\t\n", "is empty"),
    "nine words": (b"A red boat waits by the shore for wind.", "write at least 10"),
    "more than 100,000 characters": ((WORDS.strip() + ". ").encode() * 1700, "shorten it to at most 100,000"),
    "more than 500 KB": ((WORDS.strip() + ". ").encode() * 9000, "at most 500 KB"),
    "broken UTF-8": (TEXT.encode() + b"\xc3\x28 and more", "is not valid UTF-8 at byte"),
    "a NUL byte": (TEXT.encode() + b"\x00", "has a NUL byte"),
    "a right-to-left override": (TEXT.encode() + "and \u202e back".encode(), "turns the reading direction (U+202E)"),
    "10,000 words without a full stop": (WORDS.encode() * 770, "add punctuation so that it can be spoken"),
}
WISHES = {
    "an unknown language": (("--lang", "xx"), "No voice here speaks 'xx'; choose one of: en"),
    "an unknown voice": (("--voice", "nobody"), "There is no voice 'nobody' for 'en'; choose one of: "),
    "a voice of another language": (("--lang", "hi", "--voice", "am_adam"), "There is no voice 'am_adam' for 'hi'"),
    "an unknown look": (("--set", "look=cubist"), "cubist"),
    "an unknown setting": (("--set", "loudnes=-14"), "There is no setting 'loudnes'. There are: text"),
    "a setting without a value": (("--set", "quality"), "'quality' is not KEY=VALUE"),
    "a value that is none": (("--set", "quality=best"), "choose one of: fast, medium"),
    "a number that is none": (("--set", "loudness=loud"), "needs a number from -31 to -9"),
    "an unknown provider": (("--set", "speech=kokorro"), "Did you mean 'kokoro'?"),
    "a size that is none": (("--size", "big"), "size"),
    "a size that is too big": (("--size", "99999x99999"), "size"),
    "an odd number of frames": (("--fps", "23"), "fps"),
    "frames that are no number": (("--fps", "many"), "--help"),
    "an unknown mode": (("--mode", "poem"), "mode"),
    "an unknown stage": (("--until", "cutt"), "There is no stage 'cutt'; choose one of: brief, bible, script"),
    "unknown captions": (("--captions", "loud"), "choose one of: karaoke, plain"),
    "an unknown approval": (("--approve", "some"), "--approve is all or none"),
    "an unknown option": (("--colour", "red"), "--help tells what there is"),
    "an unknown bed": (("--music", "polka"), "polka"),
    "music that is not there": (("--music", "song.mp3"), "There is no music file song.mp3"),
    "a length that is none": (("--set", "target_seconds=long"), "target_seconds"),
    "a length below nothing": (("--set", "target_seconds=-20"), "target_seconds: Input should be greater than"),
    "a film without a name": (("--out", "film"), "--out needs the name of a film, such as film.mp4"),
}


def refused(terminal, says, *words, code=2):
    """A command that must end with `code` and one sentence, in which `says` stands."""
    answer = terminal.here(*words, code=code)
    assert says in answer.sentence, answer.err
    assert answer.out == "", answer.out
    return answer.sentence


def make(text, folder, *words):
    return ("make", text, "--project", folder, *TINY, "--approve", "all", "--json", *words)


# ---- texts and wishes


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_that_cannot_be_told_is_refused_before_anything_is_made(terminal, tmp_path, name):
    content, says = TEXTS[name]
    (tmp_path / "text.txt").write_bytes(content)
    began = time.monotonic()
    refused(terminal, says, *make(tmp_path / "text.txt", tmp_path / "film"))
    assert time.monotonic() - began < 60 and not (tmp_path / "film").exists()


def test_what_is_no_text_file_is_refused(terminal, tmp_path):
    Image.new("RGB", (8, 8)).save(tmp_path / "boat.png")
    refused(terminal, "is a PNG picture, not plain text", *make(tmp_path / "boat.png", tmp_path / "film"))
    refused(terminal, "is a folder; name the text file itself", *make(tmp_path, tmp_path / "film"))
    refused(terminal, "There is no file", *make(tmp_path / "nothing.txt", tmp_path / "film"))
    refused(terminal, "Give a text file", *make("", tmp_path / "film"))
    assert not (tmp_path / "film").exists()


@pytest.mark.parametrize("name", WISHES)
def test_a_wish_that_cannot_be_met_is_refused_before_anything_is_made(terminal, text, tmp_path, name):
    words, says = WISHES[name]
    refused(terminal, says, *make(text, tmp_path / "film", *words))
    assert not (tmp_path / "film").exists()


# ---- keys, fields and takes


KEYS = {
    "explain": (
        ("explain", "voice:l99"),
        "There is no piece 'voice:l99' in this film; its voice has: voice:l01, voice:l02",
    ),
    "takes": (("takes", "sound:l01"), "There is no stage 'sound'; there are: brief"),
    "edit": (("edit", "script:l99", "--field", "text", "--text", "x"), "There is no piece 'script:l99'"),
    "regenerate": (("regenerate", "keyframe:s9"), "There is no piece 'keyframe:s9'"),
    "approve": (("approve", "voice:l99"), "There is no piece 'voice:l99'"),
    "send-back": (("send-back", "clip:s99"), "There is no piece 'clip:s99'"),
    "split": (("split", "script:l99"), "script:l99"),
    "merge": (("merge", "script:l02"), "script:l02"),
    "move": (("move", "script:l01", "--after", "l99"), "l99"),
    "remove": (("remove", "script:l99"), "script:l99"),
    "what is no key": (("takes", "Voice l01"), "is not the name of a piece; one looks like 'script:l07'"),
    "an unknown field": (("edit", "script:l01", "--field", "txt", "--text", "x"), "txt"),
    "no field": (("edit", "script:l01", "--text", "x"), "--field NAME"),
    "nothing to change": (("edit", "script:l01", "--field", "text"), "--text or with --file"),
    "a speaker that nobody knows": (
        ("edit", "script:l01", "--field", "speaker", "--text", "mara"),
        "choose one of: narrator",
    ),
    "a file that is not there": (("edit", "voice:l01", "--file", "me.wav"), "There is no file me.wav"),
    "a text as a recording": (("edit", "voice:l01", "--file", "README.md"), "README.md"),
    "a text as a picture": (("edit", "keyframe:s01", "--file", "README.md"), "README.md"),
    "an unknown take": (("select", "voice:l01", "9"), "voice:l01 has no take 9; it has: 1"),
    "a take that is no number": (("select", "voice:l01", "two"), "--help"),
    "an unknown stage to run": (("run", "keyframes"), "There is no stage 'keyframes'; choose one of: brief"),
    "an unknown provider": (("regenerate", "keyframe:s01", "--provider", "typo"), "There is no image provider 'typo'"),
    "a setting that is none": (("set", "look"), "'look' is not KEY=VALUE"),
    "a voice that is none": (("set", "voice=nobody"), "There is no voice 'nobody' for 'en'; choose one of: "),
    "music that is none": (("set", "music=jazz"), "There is no bed or mood 'jazz'"),
    "nothing to take back": (("undo",), "There is nothing to undo"),
}


@pytest.mark.parametrize("name", KEYS)
def test_what_the_film_does_not_have_is_refused_and_the_film_stays(terminal, first_make, name):
    (verb, *words), says = KEYS[name]
    before = everything(first_make[0])
    refused(terminal, says, verb, first_make[0], *words)
    assert everything(first_make[0]) == before


def everything(film):
    """All takes, cells and changes of a film."""
    with sqlite3.connect(film / "film.db") as db:
        return [db.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in ("takes", "state", "ops")]


# ---- folders


@pytest.mark.parametrize("verb", ["status", "run", "verify", "undo"])
def test_a_folder_that_is_no_film_is_refused(terminal, tmp_path, verb):
    refused(terminal, "is not a film's folder; make one with: make FILE --project", verb, tmp_path)
    refused(terminal, "is not a film's folder", verb, tmp_path / "nothing")


def test_a_film_is_not_begun_in_a_folder_with_other_things(terminal, text, tmp_path):
    (tmp_path / "diary.txt").write_text("mine")
    refused(terminal, "not a film and not empty; choose a new folder", *make(text, tmp_path))
    refused(terminal, "choose a new folder", *make(text, tmp_path / "diary.txt"))
    assert [path.name for path in tmp_path.iterdir()] == ["diary.txt"]


def test_a_film_of_a_newer_version_is_left_alone(terminal, film):
    (film / "reelwright.json").write_text('{"format": 99}')
    for words in (("status", film), ("run", film), ("set", film, "quality=fast")):
        refused(terminal, "newer version (format 99, this one reads 1); update first", *words, code=5)


def test_a_film_that_another_process_writes_is_left_alone(terminal, film, text):
    from engine.project import open_project

    with open_project(film):
        for words in (("run", film, "--json"), make(text, film, "--captions", "plain"), ("approve", film, "all")):
            refused(terminal, "being written by another process (process", *words)


def test_an_early_end_in_the_middle_of_a_films_beginning_leaves_a_folder_that_can_be_begun_in(terminal, text, tmp_path):
    folder = tmp_path / "film"
    folder.mkdir()
    for name in ("lock", "writer", "film.db"):
        (folder / name).touch()
    terminal.here(*make(text, folder, "--until", "brief"))
    assert terminal.here("verify", folder, "--json").data == {"faults": []}


def test_a_film_that_was_cut_off_before_its_text_was_kept_says_how_to_go_on(terminal, text, tmp_path):
    from engine.store import Store

    Store.create(tmp_path / "film").close()
    refused(terminal, "has no text yet; begin it again with: make FILE --project", "run", tmp_path / "film")
    terminal.here(*make(text, tmp_path / "film", "--until", "brief"))
    assert pieces(terminal, tmp_path / "film")["brief"]["freshness"] == "fresh"


# ---- cards and ideas


CARDS = {
    "that is not there": (None, "cannot be read"),
    "that is a folder": ("folder", "cannot be read"),
    "that is empty": ("", "cards show SHAPE` writes one"),
    "with broken YAML": ("shape: fable\nslots:\n  hero: [a", "is not YAML in line"),
    "of no known shape": ("shape: sonnet\nslots:\n  hero: a\n", "sonnet"),
    "with missing slots": ("shape: fable\nslots:\n  hero: a stone bridge\n", "The Fable card still needs: "),
    "with an unknown slot": ("shape: fable\nslots:\n  heroo: a bridge\n", "Did you mean 'hero'?"),
}


@pytest.mark.parametrize("name", CARDS)
def test_a_card_that_cannot_be_filled_is_refused(terminal, tmp_path, name):
    content, says = CARDS[name]
    card = tmp_path / "card.yaml"
    if content == "folder":
        card.mkdir()
    elif content is not None:
        card.write_text(content)
    refused(terminal, says, "make", "--card", card, "--project", tmp_path / "film", *TINY)
    assert not (tmp_path / "film").exists()


def test_an_idea_without_a_writer_tells_the_two_ways_out(terminal, text, tmp_path):
    answer = terminal.here(*make(text, tmp_path / "film", "--mode", "idea", "--music", "none"), code=4)
    for way in ("OPENAI_API_KEY", "--set text=gguf:", "bigger model", "cards show SHAPE", "--card FILE.yaml"):
        assert way in answer.sentence
    assert answer.data["failed"].keys() == {"script:order"} and answer.data["film"] is None
    assert terminal.here("verify", tmp_path / "film", "--json").data == {"faults": []}


# ---- damage


def damaged(film, size):
    """The film's database, cut off."""
    with (film / "film.db").open("r+b") as file:
        file.truncate(size)


@pytest.mark.parametrize("size", [0, 50, 4096, 30_000])
def test_a_film_with_half_a_database_is_said_to_be_damaged(terminal, film, size):
    damaged(film, size)
    for verb in ("status", "run", "verify"):
        answer = terminal.here(verb, film, "--json", code=5)
        assert "restore the folder from a copy" in answer.sentence and answer.out == ""


@pytest.mark.parametrize("place", [2, 8, 14, 20])
def test_a_film_with_a_page_of_nonsense_in_its_database_is_never_a_traceback(terminal, film, place):
    with (film / "film.db").open("r+b") as file:
        file.seek(4096 * place)
        file.write(b"nonsense" * 512)
    codes = [(answer := terminal.here(verb, film, "--json", code=None)).code for verb in ("status", "plan", "verify")]
    assert codes[-1] == 5 and "database" in answer.err, answer.err
    assert set(codes) <= {0, 5}


def test_a_film_without_a_readable_mark_or_database_is_said_to_be_damaged(terminal, film):
    (film / "reelwright.json").write_text("{}")
    refused(terminal, "is damaged; restore it from a copy", "status", film, code=5)
    (film / "reelwright.json").write_text('{"format": 1}')
    (film / "film.db").unlink()
    refused(terminal, "is gone; restore the folder from a copy", "run", film, code=5)


def test_a_lost_voice_is_named_and_the_film_is_not_made_without_it(terminal, film):
    lost = min((film / "blobs").rglob("*.wav"))
    lost.unlink()
    terminal.here("set", film, "captions=plain")
    answer = terminal("run", film, "--json", code=None)
    assert answer.code in (4, 5) and answer.sentence and answer.data["film"] is None
    assert "is gone" in terminal.here("verify", film, "--json", code=5).sentence


# ---- a full disk


def no_file_above(size):
    """What a full disk does to a process: no file of it can grow above `size` bytes."""
    import resource

    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


FULL = {
    "voice": (
        ("edit", "script:l02", "--field", "text", "--text", "The wind lifts the sail and the boat is gone."),
        150_000,
        5,
    ),
    "keyframe": (("send-back", "keyframe:s01"), 60_000, 5),
    "cut": (("set", "captions=plain"), 140_000, 5),
}


@pytest.mark.parametrize("stage", FULL)
def test_a_disk_that_is_full_in_the_middle_of_writing_loses_nothing(terminal, film, tmp_path, stage):
    (verb, *words), size, code = FULL[stage]
    terminal.here(verb, film, *words)
    before, out = pieces(terminal, film), tmp_path / "boat.mp4"
    run = ("run", film, stage, "--approve", "all", "--out", out)
    answer = terminal(*run, code=code, before=no_file_above(size))
    assert "The disk is full" in answer.err.splitlines()[-1] and "Traceback" not in answer.err
    whole(terminal, film, out)
    after = pieces(terminal, film)
    assert {key: row["take"] for key, row in after.items()} == {key: row["take"] for key, row in before.items()}
    terminal(*run)
    assert {row["freshness"] for row in pieces(terminal, film).values() if row["stage"] == stage} == {"fresh"}
    assert stage != "cut" or out.read_bytes()[4:8] == b"ftyp"


def test_a_disk_that_is_full_from_the_start_leaves_a_folder_that_can_be_begun_in(terminal, text, tmp_path):
    folder = tmp_path / "film"
    answer = terminal(*make(text, folder, "--until", "brief"), code=5, before=no_file_above(20_000))
    assert answer.sentence.startswith("The disk is full")
    terminal.here(*make(text, folder, "--until", "brief"))


def whole(terminal, film, out):
    """Nothing on disk is half written."""
    assert terminal.here("verify", film, "--json").data == {"faults": []}
    assert not out.exists() and not [path for path in film.rglob("*") if "part" in path.name]
    assert not any((film / "tmp").glob("*"))


# ---- a killed worker


def workers(pid):
    """The worker processes of an engine."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, rest = path.read_text().rsplit(")", 1)
            command = (path.parent / "cmdline").read_bytes()
        except OSError:
            continue
        if int(rest.split()[1]) == pid and b"engine.worker_main" in command:
            found.append(int(name.split()[0]))
    return found


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="finds processes by /proc")
def test_a_worker_that_is_killed_costs_one_piece_at_most(terminal, film, tmp_path):
    terminal.here("edit", film, "script:l01", "--field", "text", "--text", "A green boat waits by the shore.")
    before = pieces(terminal, film)
    running = terminal.started("run", film, "voice", "--approve", "all", "--json")
    while not (found := workers(running.pid)) and running.poll() is None:
        time.sleep(0.02)
    os.kill(found[0], signal.SIGKILL)
    out, err = running.communicate()
    assert running.returncode in (0, 4) and b"Traceback" not in err
    if running.returncode:
        assert b"worker stopped (signal 9); try again" in err and err.count(b"\n") == 1
        assert list(json.loads(out)["failed"]) == ["voice:l01"]
        whole(terminal, film, tmp_path / "boat.mp4")
    terminal("run", film, "voice", "--approve", "all")
    after = pieces(terminal, film)
    assert after["voice:l01"]["freshness"] == after["voice:l02"]["freshness"] == "fresh"
    assert after["voice:l01"]["take"] == 2 and after["voice:l02"]["take"] == before["voice:l02"]["take"] == 1

"""`kill -9` of the engine at any moment: the film stays sound, the next run finishes it, and what was finished is not made again.

A few moments by default; REELWRIGHT_KILLS=30 in the environment tries that many, spread over the length of a whole run.
"""

import os
import random
import signal
import sqlite3
import subprocess
import time

import pytest

from tests.cli.terminal import TINY

pytestmark = [pytest.mark.models, pytest.mark.skipif(os.name != "posix", reason="kills a process group")]

KILLS = int(os.environ.get("REELWRIGHT_KILLS", "4"))
TEXT = "A red boat waits by the shore, and the wind lifts its sail."
CHANCE = random.Random(563)
MOMENTS = [(number + CHANCE.random()) / KILLS for number in range(KILLS)]


@pytest.fixture(scope="module")
def words(tmp_path_factory):
    """The command that makes the tiny film, but for the folder."""
    text = tmp_path_factory.mktemp("text") / "boat.txt"
    text.write_text(TEXT)
    return lambda folder: ("make", text, "--project", folder, *TINY, "--approve", "all", "--json")


@pytest.fixture(scope="module")
def uninterrupted(terminal, words, tmp_path_factory):
    """A run that is left alone: how long it takes, its pieces and its film."""
    folder = tmp_path_factory.mktemp("films") / "boat"
    began = time.monotonic()
    answer = terminal(*words(folder)).data
    return time.monotonic() - began, stored(folder), answer


def stored(folder):
    """How many takes each piece has."""
    with sqlite3.connect(folder / "film.db") as db:
        return dict(db.execute("SELECT key, count(*) FROM takes GROUP BY key"))


def killed(process, after):
    """Kill it and all that it started, unless it ends before."""
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


@pytest.mark.parametrize("share", MOMENTS, ids=lambda share: f"{share:.0%}")
def test_after_a_kill_the_film_is_sound_and_the_next_run_makes_only_the_rest(
    terminal, words, uninterrupted, tmp_path, share
):
    seconds, every, whole = uninterrupted
    folder = tmp_path / "boat"
    killed(terminal.started(*words(folder)), seconds * share)
    before = {}
    if (folder / "reelwright.json").exists():
        assert terminal.here("verify", folder, "--json").data == {"faults": []}
        before = stored(folder)
    answer = terminal(*(("run", folder, "--approve", "all", "--json") if before else words(folder))).data
    assert set(answer["made"]) == every.keys() - before.keys() - {"brief"}
    assert stored(folder) == dict.fromkeys(every, 1) and answer["blocked"] == answer["cached"] == []
    assert answer["duration"] == whole["duration"]
    assert terminal.here("verify", folder, "--json").data == {"faults": []}
    assert not [path for path in folder.rglob("*") if "part" in path.name or path.parent.name == "tmp"]

"""A terminal for the tests: runs `python -m engine ...` as a person or a program would and keeps what it said.

Example: `terminal("status", folder, "--json").data["title"]`.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from engine.cli import main
from engine.home import home

ROOT = Path(__file__).resolve().parents[2]
SIZE = "320x180"
TEXT = "A red boat waits by the shore. The wind lifts the sail and the boat goes out.\n"
UNTITLED = ("--size", SIZE, "--fps", "24", "--music", "none", "--set", "image=typographic")
TINY = (*UNTITLED, "--title", "The Boat")
CUT = f"cut:{SIZE}"


@dataclass(frozen=True)
class Answer:
    """What a command ended with and said."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> dict[str, Any]:
        """The one JSON object that is all of stdout."""
        found = json.loads(self.out)
        assert isinstance(found, dict) and self.out.count("\n") == 1, self.out
        return found

    @property
    def sentence(self) -> str:
        """The one line that is all of stderr."""
        assert "Traceback" not in self.err, self.err
        assert len(self.err.splitlines()) == 1, self.err
        return self.err.strip()


class Terminal:
    """Runs commands from the project's root, with a home folder of its own whose packs are the machine's; `more` is set in
    the environment of its commands."""

    def __init__(self, own: Path, **more: str) -> None:
        self.home, self._more = own, more
        (home() / "packs").mkdir(exist_ok=True)
        if not (own / "packs").exists():
            (own / "packs").symlink_to(home() / "packs", target_is_directory=True)

    @property
    def environment(self) -> dict[str, str]:
        return os.environ | {"REELWRIGHT_HOME": str(self.home), "COLUMNS": "80"} | self._more

    def __call__(
        self, *words: object, stdin: bytes = b"", code: int | None = 0, before: Callable[[], None] | None = None
    ) -> Answer:
        """One command, awaited; `code` is how it must end (None: however it likes), `before` runs in the new process."""
        done = subprocess.run(
            self.line(*words), cwd=ROOT, env=self.environment, input=stdin, capture_output=True, preexec_fn=before
        )
        answer = Answer(done.returncode, done.stdout.decode(), done.stderr.decode())
        assert code is None or answer.code == code, answer
        return answer

    def here(self, *words: object, code: int | None = 0) -> Answer:
        """One command that makes nothing, in this process: the same `main`, without a second in which Python starts."""
        out, err, found = io.StringIO(), io.StringIO(), 0
        argv, sys.argv = sys.argv, ["engine", *map(str, words)]
        try:
            with chdir(ROOT), patch.dict(os.environ, self.environment), redirect_stdout(out), redirect_stderr(err):
                main()
        except SystemExit as end:
            found = int(end.code or 0)
        finally:
            sys.argv = argv
        answer = Answer(found, out.getvalue(), err.getvalue())
        assert code is None or answer.code == code, answer
        return answer

    def started(self, *words: object, **how: Any) -> subprocess.Popen[bytes]:
        """A command that goes on by itself, in a process group of its own."""
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.Popen(
            self.line(*words), cwd=ROOT, env=self.environment, start_new_session=True, **quiet | how
        )

    @staticmethod
    def line(*words: object) -> list[str]:
        return [sys.executable, "-m", "engine", *map(str, words)]


def copy_of(film: Path, target: Path) -> Path:
    """The same film in another folder."""
    shutil.copytree(film, target)
    return target


def pieces(terminal: Terminal, film: Path) -> dict[str, dict[str, Any]]:
    """The status of every piece, by its key."""
    return {row["key"]: row for row in terminal.here("status", film, "--json").data["pieces"]}


def taken(terminal: Terminal, film: Path, key: str) -> list[dict[str, Any]]:
    """The takes of a piece."""
    found: list[dict[str, Any]] = terminal.here("takes", film, key, "--json").data["takes"]
    return found


def chosen(terminal: Terminal, film: Path, key: str) -> dict[str, Any]:
    """The content of the chosen take of a piece."""
    content: dict[str, Any] = next(take["content"] for take in taken(terminal, film, key) if take["selected"])
    return content

"""Keys of services: typed once, kept in a file of this machine that its owner alone may read, never shown again.

`load()` puts them into the environment at start, where providers look; what the environment had already wins. A key is never part
of a film, a log, an answer or an error. Example: `keep("OPENAI_API_KEY", typed)`, then `states()["OPENAI_API_KEY"] == "kept"`.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from filelock import FileLock, Timeout

from engine.errors import Busy, StoreError, UserError
from engine.home import home

State = Literal["kept", "outside", "none"]
"""Kept by us; set by whoever started the program, so that it is not ours to change; or not set."""
LONGEST = 2048


@dataclass(frozen=True)
class Name:
    """One key: the variable that providers read, and whether it is a secret or the address of a server."""

    name: str
    address: bool = False


NAMES = {
    each.name: each
    for each in (
        Name("OPENAI_API_KEY"),
        Name("OPENAI_BASE_URL", address=True),
        Name("ANTHROPIC_API_KEY"),
        Name("ELEVENLABS_API_KEY"),
    )
}
_loaded: dict[str, str] = {}
"""What this process put into the environment, to be told from what was there before."""
_guard = threading.RLock()


def load(environ: MutableMapping[str, str] = os.environ) -> None:
    """Put the kept keys into the environment; a variable that is set there stays as it is."""
    with _guard:
        for name, value in _read().items():
            if not environ.get(name, "").strip():
                environ[name] = _loaded[name] = value


def states(environ: Mapping[str, str] = os.environ) -> dict[str, State]:
    """Where each key stands; never its value."""
    with _guard:
        kept = _read()
        return {name: _state(name, kept, environ) for name in NAMES}


def _state(name: str, kept: Mapping[str, str], environ: Mapping[str, str]) -> State:
    there = environ.get(name, "").strip()
    if there and there != _loaded.get(name):
        return "outside"
    return "kept" if name in kept else "none"


def keep(name: str, value: str, environ: MutableMapping[str, str] = os.environ) -> None:
    """Keep a key and use it from now on. UserError, without the key's words, where it cannot be one."""
    good = _checked(name, value)
    with _alone():
        kept = _read()
        if _state(name, kept, environ) == "outside":
            raise UserError(f"{name} is set by whoever started this program; change it there.")
        _write({**kept, name: good})
        environ[name] = _loaded[name] = good


def forget(name: str, environ: MutableMapping[str, str] = os.environ) -> None:
    """Delete a kept key from the file and from this process."""
    _known(name)
    with _alone():
        kept = _read()
        if name in kept:
            del kept[name]
            _write(kept)
        if environ.get(name) is not None and environ.get(name) == _loaded.pop(name, None):
            del environ[name]


def _known(name: str) -> Name:
    if name not in NAMES:
        raise UserError(f"There is no such key; there are: {', '.join(NAMES)}.")
    return NAMES[name]


def _checked(name: str, value: str) -> str:
    wanted, good = _known(name), value.strip()
    if not good:
        raise UserError(f"Type the {'address' if wanted.address else 'key'} first.")
    if len(good) > LONGEST or not good.isascii() or not good.isprintable() or " " in good:
        raise UserError(f"This is no {name}: it has spaces, line breaks or letters that such a text never has.")
    if wanted.address and (urlsplit(good).scheme not in ("http", "https") or not urlsplit(good).netloc):
        raise UserError("This is no address of a server; write one such as http://127.0.0.1:11434/v1.")
    return good


def _file() -> Path:
    return home() / "keys.json"


@contextmanager
def _alone() -> Iterator[None]:
    """One writer at a time, among threads and processes."""
    lock = FileLock(home() / "keys.lock")
    with _guard:
        try:
            lock.acquire(timeout=5)
        except (Timeout, OSError) as error:
            raise Busy("Another process is changing the keys of this machine; try again in a moment.") from error
        try:
            yield
        finally:
            lock.release()


def _read() -> dict[str, str]:
    """The kept keys. A damaged file says so, without its words."""
    file = _file()
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        raise StoreError(f"The keys of this machine cannot be read; mend or remove {file}.") from None
    if not isinstance(found, dict):
        raise StoreError(f"The keys of this machine cannot be read; mend or remove {file}.")
    return {str(name): str(value) for name, value in found.items() if name in NAMES and value}


def _write(kept: Mapping[str, str]) -> None:
    """Whole or not at all, and readable by its owner alone from the first byte on."""
    file = _file()
    aside = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as opened:
            json.dump(dict(kept), opened)
            opened.flush()
            os.fsync(opened.fileno())
        aside.replace(file)
    except OSError as error:
        with suppress(OSError):
            aside.unlink()
        raise StoreError(f"The keys cannot be kept in {file.parent} ({error.strerror}).") from None

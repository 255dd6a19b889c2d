"""Keys of services: typed once, kept in a file of this machine that its owner alone may read, never shown again.

A kept key belongs to the server that it was given for, and is sent to no other: where the address is changed, it is asked for again.
`load()` puts keys into the environment at start, where providers look (by `key_for`); what the environment had already wins, and is its
giver's own affair. A key is never part of a film, a log, an answer or an error. Example: `keep("OPENAI_API_KEY", typed)`, then
`states()["OPENAI_API_KEY"] == "kept"`.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from filelock import FileLock, Timeout

from engine.errors import Busy, StoreError, UserError
from engine.home import home

State = Literal["kept", "outside", "elsewhere", "none"]
"""Kept by us; set by whoever started the program, so that it is not ours to change; kept for another server than the one that is
chosen now; or not set."""
LONGEST = 2048


@dataclass(frozen=True)
class Name:
    """One variable that providers read: a key, with the variable of its server's address and the server without that, or an address."""

    name: str
    goes_to: str = ""
    default: str = ""

    @property
    def address(self) -> bool:
        """Whether it is the address of a server, which is no secret."""
        return self.name.endswith("_URL")


NAMES = {
    each.name: each
    for each in (
        Name("OPENAI_API_KEY", "OPENAI_BASE_URL", "https://api.openai.com/v1"),
        Name("OPENAI_BASE_URL"),
        Name("ANTHROPIC_API_KEY", "ANTHROPIC_BASE_URL", "https://api.anthropic.com"),
        Name("ANTHROPIC_BASE_URL"),
        Name("ELEVENLABS_API_KEY", "ELEVENLABS_BASE_URL", "https://api.elevenlabs.io"),
        Name("ELEVENLABS_BASE_URL"),
    )
}


@dataclass(frozen=True)
class _Kept:
    """A value of the file. `server` is the one it was given for; '' for an address."""

    value: str
    server: str = ""


_loaded: dict[str, _Kept] = {}
"""What this process put into the environment, to be told from what was there before."""
_guard = threading.RLock()


def load(environ: MutableMapping[str, str] = os.environ) -> None:
    """Put the kept addresses and the keys that belong to them into the environment; a variable that is set there stays as it is."""
    with _guard:
        _settle(_read(), environ)


def states(environ: Mapping[str, str] = os.environ) -> dict[str, State]:
    """Where each key stands; never its value."""
    with _guard:
        kept = _read()
        return {name: _state(name, kept, environ) for name in NAMES}


def kept_for(name: str) -> str:
    """The server that a kept key was given for, such as 'https://api.openai.com'; '' where none is kept."""
    with _guard:
        found = _read().get(name)
        return found.server if found else ""


def key_for(name: str, address: str, environ: Mapping[str, str] = os.environ) -> str:
    """The key to send to the server with this address (a URL): '' where there is none, or where the one that we keep is another's."""
    value = environ.get(name, "").strip()
    ours = _loaded.get(name)
    return "" if ours and value == ours.value and ours.server != server_of(address) else value


def server_of(address: str) -> str:
    """Scheme, host and port of a URL: whom a key is told to."""
    parts = urlsplit(address.strip().lower())
    host = parts.netloc.rpartition("@")[2].removesuffix({"https": ":443", "http": ":80"}.get(parts.scheme, ":"))
    return f"{parts.scheme}://{host}"


def _chosen_server(name: str, environ: Mapping[str, str]) -> str:
    """The server that a key would be sent to now; '' for an address, which belongs to nobody."""
    wanted = NAMES[name]
    return server_of(environ.get(wanted.goes_to, "").strip() or wanted.default) if wanted.default else ""


def _state(name: str, kept: Mapping[str, _Kept], environ: Mapping[str, str]) -> State:
    there, ours = environ.get(name, "").strip(), _loaded.get(name)
    if there and (ours is None or there != ours.value):
        return "outside"
    if name not in kept:
        return "none"
    return "kept" if kept[name].server == _chosen_server(name, environ) else "elsewhere"


def keep(name: str, value: str, environ: MutableMapping[str, str] = os.environ) -> None:
    """Keep a key for the server that is chosen now, or an address, and use it from now on. UserError, without the key's words, where
    it cannot be one. With another address, the kept key of the server before is not used any more."""
    good = _checked(name, value)
    with _alone():
        kept = _read()
        if _state(name, kept, environ) == "outside":
            raise UserError(f"{name} is set by whoever started this program; change it there.")
        kept[name] = _Kept(good, _chosen_server(name, environ))
        _write(kept)
        _settle(kept, environ, name)


def forget(name: str, environ: MutableMapping[str, str] = os.environ) -> None:
    """Delete a kept key from the file and from this process."""
    _known(name)
    with _alone():
        kept = _read()
        if name in kept:
            del kept[name]
            _write(kept)
        _take_out(name, environ)
        _settle(kept, environ)


def _settle(kept: Mapping[str, _Kept], environ: MutableMapping[str, str], new: str = "") -> None:
    """Make the environment hold the kept addresses and the keys that belong to them; what others put there stays. `new` is renewed."""
    for name in sorted(kept, key=lambda each: not NAMES[each].address):
        if name == new:
            _take_out(name, environ)
        if not environ.get(name, "").strip() and kept[name].server == _chosen_server(name, environ):
            environ[name] = kept[name].value
            _loaded[name] = kept[name]
    for name, ours in list(_loaded.items()):
        if ours.server and ours.server != _chosen_server(name, environ):
            _take_out(name, environ)


def _take_out(name: str, environ: MutableMapping[str, str]) -> None:
    """Out of the environment, where it is ours."""
    ours = _loaded.pop(name, None)
    if ours is not None and environ.get(name) == ours.value:
        del environ[name]


def _add_services() -> None:
    """The keys of configured services are known too, as long as their files are there."""
    from engine.providers.services import keys_and_addresses

    for name, address in keys_and_addresses():
        if name not in NAMES or not NAMES[name].goes_to:
            NAMES[name] = Name(name, default=address)


def _known(name: str) -> Name:
    _add_services()
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


def _read() -> dict[str, _Kept]:
    """The kept keys. A damaged file says so, without its words. A key of an older file belongs to the server of its time."""
    _add_services()
    file = _file()
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        raise StoreError(f"The keys of this machine cannot be read; mend or remove {file}.") from None
    if not isinstance(found, dict):
        raise StoreError(f"The keys of this machine cannot be read; mend or remove {file}.")
    addresses = {name: value for name, value in found.items() if isinstance(value, str)}
    kept = {name: _kept(name, value, addresses) for name, value in found.items() if name in NAMES and value}
    return {name: each for name, each in kept.items() if each.value}


def _kept(name: str, value: Any, addresses: Mapping[str, str]) -> _Kept:
    if isinstance(value, dict):
        return _Kept(str(value.get("key", "")), str(value.get("for", "")))
    return _Kept(str(value), _chosen_server(name, addresses))


def _write(kept: Mapping[str, _Kept]) -> None:
    """Whole or not at all, and readable by its owner alone from the first byte on."""
    file = _file()
    aside = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as opened:
            json.dump(
                {name: {"key": k.value, "for": k.server} if k.server else k.value for name, k in kept.items()}, opened
            )
            opened.flush()
            os.fsync(opened.fileno())
        aside.replace(file)
    except OSError as error:
        with suppress(OSError):
            aside.unlink()
        raise StoreError(f"The keys cannot be kept in {file.parent} ({error.strerror}).") from None

"""What distant services have been asked for and have not yet handed over, kept on disk, so that nothing is ever asked for twice.

A request has a folder of its own in `jobs` of the home folder, named by its digest: `job.json` says how far it is, and what was brought
lies beside it until it stands in a film. States: `asked` (it is being sent, and nobody knows whether it arrived), `open` (accepted: its
id is known), `here` (brought). Whoever works on a request holds its lock, across processes. No request's words and no key are kept.
Example: `with held(digest, progress) as job: ...`, and when the take is stored `settle(scratch)`.
"""

from __future__ import annotations

import json
import os
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Literal, cast

from filelock import FileLock, Timeout

from engine.blobs import disk_error, sync_folder
from engine.errors import StoreError
from engine.home import home
from engine.providers.contract import Progress

State = Literal["new", "asked", "open", "here"]
DAYS = 14.0
"""So long an entry is kept that nobody comes back for; services forget their jobs sooner."""
MOST_MISSES = 3
"""So many times a finished job may fail to be brought before it is given up."""
_WAIT = 0.2

_claims: dict[str, Path] = {}
"""Requests of this process whose result was handed out, and the scratch folder that it was put in."""
_guard = threading.Lock()


class Job:
    """One request's entry, while its lock is held. `enter` and `leave` let a thread that outlives its caller keep the lock."""

    def __init__(self, digest: str, lock: FileLock) -> None:
        self.digest, self.folder = digest, _folder() / digest
        self._lock, self._users, self._mutex = lock, 1, threading.Lock()
        self.facts = self._read()

    @property
    def state(self) -> State:
        return cast(State, self.facts.get("state", "new"))

    @property
    def file(self) -> Path | None:
        """What was brought, where it is all there."""
        path = self.folder / str(self.facts.get("file", ""))
        return path if self.state == "here" and path.is_file() else None

    def enter(self) -> bool:
        """Keep the lock for another thread too; False where it is already let go."""
        with self._mutex:
            self._users += 1 if self._users else 0
            return bool(self._users)

    def leave(self) -> None:
        """Let go; the last one opens the lock."""
        with self._mutex:
            self._users -= 1
            if not self._users:
                self._lock.release()

    def write(self, state: State, **facts: Any) -> None:
        """Say how far it is: on disk, whole, before this returns."""
        new = {**self.facts, **facts, "state": state, "at": time.time()}
        path = self.folder / "job.json"
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            part = self.folder / "job.part"
            handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as out:
                json.dump(new, out)
                out.flush()
                os.fsync(out.fileno())
            part.replace(path)
            sync_folder(self.folder)
            sync_folder(self.folder.parent)
        except OSError as error:
            raise disk_error(error, self.folder) from error
        self.facts = new

    def bring(self, part: Path, suffix: str) -> Path:
        """Keep a file that was brought (it lies in this folder already, synced)."""
        whole = self.folder / f"result{suffix}"
        part.replace(whole)
        self.write("here", file=whole.name)
        return whole

    def miss(self) -> None:
        """It is done but cannot be had: after a few times it is given up."""
        misses = int(self.facts.get("misses", 0)) + 1
        if misses >= MOST_MISSES:
            self.drop()
        else:
            self.write(self.state, misses=misses)

    def drop(self) -> None:
        """Forget it."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.facts = {}

    def claim(self, scratch: Path) -> None:
        """Its result was handed out into `scratch`."""
        with _guard:
            _claims[self.digest] = scratch

    def _read(self) -> dict[str, Any]:
        path = self.folder / "job.json"
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
            return dict(found)
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, TypeError):
            raise StoreError(
                f"What is known of a job at a service cannot be read; remove {self.folder} to ask for it anew."
            ) from None


@contextmanager
def held(digest: str, progress: Progress, words: str = "waiting for an earlier request") -> Iterator[Job]:
    """The entry of a request, with its lock; while another process or thread has it, `progress` is called."""
    lock = _lock(digest)
    while True:
        try:
            lock.acquire(timeout=_WAIT)
            break
        except Timeout:
            progress(0.0, words)
    try:
        job = Job(digest, lock)
    except BaseException:
        lock.release()
        raise
    try:
        yield job
    finally:
        job.leave()


def settle(scratch: Path) -> None:
    """The takes made in this scratch folder are stored: forget the requests whose results they hold. Never raises."""
    with _guard:
        mine = [digest for digest, at in _claims.items() if at.is_relative_to(scratch)]
        for digest in mine:
            del _claims[digest]
    for digest in mine:
        lock = _lock(digest)
        with suppress(Timeout, OSError), lock.acquire(timeout=_WAIT):  # else somebody is at it again: it is swept later
            shutil.rmtree(_folder() / digest, ignore_errors=True)


def accounted(scratch: Path) -> None:
    """The make in this scratch folder failed, and what it took was written down: what it left here costs nothing more. Never raises."""
    with _guard:
        mine = [digest for digest, at in _claims.items() if at.is_relative_to(scratch)]
    for digest in mine:
        lock = _lock(digest)
        with suppress(Timeout, OSError, StoreError), lock.acquire(timeout=_WAIT):
            job = Job(digest, lock)
            if job.state == "here":
                job.write("here", cost=0.0)


def sweep(days: float = DAYS) -> None:
    """Forget entries that nobody came back for."""
    oldest = time.time() - days * 86_400
    for path in _folder().glob("*/job.json"):
        lock = _lock(path.parent.name)
        with suppress(Timeout, OSError):
            if path.stat().st_mtime < oldest:
                with lock.acquire(timeout=0):
                    shutil.rmtree(path.parent, ignore_errors=True)


def _folder() -> Path:
    return home() / "jobs"


def _lock(digest: str) -> FileLock:
    """A few thousand files serve all requests; that two share one only makes one wait."""
    folder = _folder() / ".locks"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise disk_error(error, folder) from error
    return FileLock(folder / f"{digest[:3]}.lock", thread_local=False)

"""A film's memory: SQLite rows beside content-addressed media, written by one process at a time.

`change` is the only way in: new takes and changed cells go in one transaction, with the undo record and the log line.
Knows nothing of stages. Example: `Store.open(folder, write=True).take(7)`.
"""

from __future__ import annotations

import json
import os
import sqlite3
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from engine.blobs import FULL, Blobs, disk_error
from engine.database import Database
from engine.errors import Busy, StoreError, UserError
from engine.hashing import canonical
from engine.migrations import FORMAT, migrations
from engine.moments import Moments
from engine.types import Recipe, Take

MARK = "reelwright.json"
_BEGUN = ("lock", "writer", "film.db", "film.db-wal", "film.db-shm", "reelwright.part")
"""What is left where a film's making was cut off before it was one; a new film may begin there."""

LEASE = 30.0
"""Seconds after which a job without a heartbeat counts as lost."""


def now() -> str:
    """The time as the log writes it (UTC)."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def is_project(folder: Path) -> bool:
    """Whether a folder holds a film."""
    return (folder / MARK).is_file()


class Store:
    """One film's database and media. Open with `open` or `create`, close with `close`."""

    def __init__(self, folder: Path, db: Database, lock: FileLock | None) -> None:
        self.folder, self.db, self._lock = folder, db, lock
        self.blobs = Blobs(folder / "blobs")
        self.guard = threading.RLock()  # several threads of this process share one connection
        self._known: dict[int, Take] = {}
        self.moments = Moments(db.conn, self.guard)
        self._latest: dict[str, dict[str, Any]] = {}
        self._open_job = 0

    @classmethod
    def create(cls, folder: Path) -> Store:
        """A new, empty film in `folder`, which may exist only if it is empty."""
        if is_project(folder):
            raise UserError(f"{folder.name} is already a film; open it instead.")
        if folder.exists() and (not folder.is_dir() or any(file.name not in _BEGUN for file in folder.iterdir())):
            raise UserError(f"{folder.name} is not a film and not empty; choose a new folder.")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            lock = _locked(folder)
            store = cls(folder, _connected(folder / "film.db", new=True), lock)
            _whole(folder / MARK, json.dumps({"format": FORMAT, "created": now()}) + "\n")
        except OSError as error:
            raise disk_error(error, folder) from error
        return store

    @classmethod
    def open(cls, folder: Path, *, write: bool) -> Store:
        """An existing film; with `write` no other process may write it (Busy)."""
        if not is_project(folder):
            raise UserError(f"{folder} is not a film's folder; make one with: make FILE --project {folder}")
        _readable(folder)
        lock = _locked(folder) if write else None
        try:
            store = cls(folder, _connected(folder / "film.db", write=write), lock)
        except BaseException:
            if lock:
                lock.release()
            raise
        if write:
            store._forget_lost_jobs()
            _sweep(folder)
        return store

    def close(self) -> None:
        """Release the film."""
        self.db.close()
        if self._lock:
            with suppress(OSError):
                (self.folder / "writer").unlink()
            self._lock.release()

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[dict[str, Any]]:
        """The answer to a query, whole: a half-read one would stand in the way of another thread's transaction."""
        try:
            with self.guard:
                return list(self.db.query(sql, tuple(values)))
        except sqlite3.DatabaseError as error:
            raise StoreError(
                f"The film's database cannot be read ({error}); restore the folder from a copy."
            ) from error

    def take(self, id: int) -> Take:
        """A take by its id; StoreError where it is not there."""
        return next(self._takes("id = ?", (id,)), None) or _gone(id)

    def takes(self, key: str) -> list[Take]:
        """All takes of a piece, in the order in which they were made."""
        return list(self._takes("key = ?", (key,)))

    def takes_by_id(self, ids: Sequence[int]) -> dict[int, Take]:
        """Many takes at once."""
        lacking = [id for id in ids if id not in self._known]
        for at in range(0, len(lacking), 500):
            part = lacking[at : at + 500]
            self._known.update((t.id, t) for t in self._takes(f"id IN ({','.join('?' * len(part))})", tuple(part)))
        return {id: self._known[id] for id in ids if id in self._known}

    def with_recipe(self, key: str, sha: str) -> Take | None:
        """The newest take of a piece that was made by this recipe, or whose inputs were later found to be those."""
        found = list(self._takes("key = ? AND recipe_sha = ? AND origin = 'made'", (key, sha)))
        if found:
            return found[-1]
        state = self.state("basis/")
        same = [t for t in self.takes(key) if t.origin == "made" and state.get(f"basis/{t.id}", {}).get("sha") == sha]
        return same[-1] if same else None

    def state(self, prefix: str = "") -> dict[str, Any]:
        """The cells whose names start with `prefix`; what they hold is not to be changed."""
        cells = self.moments.at("state", self._state)
        return {name: value for name, value in cells.items() if name.startswith(prefix)}

    def _state(self) -> dict[str, Any]:
        rows = (tuple(row.values()) for row in self.rows("SELECT cell, value FROM state ORDER BY cell"))
        return {cell: int(value) if value.isdecimal() else json.loads(value) for cell, value in rows}

    def change(
        self,
        verb: str,
        key: str,
        cells: Mapping[str, Any],
        *,
        takes: Sequence[Take] = (),
        undoable: bool = True,
        data: Mapping[str, Any] | None = None,
    ) -> None:
        """Write new takes and set cells (None removes one), all or nothing."""
        with self.writing():
            for take in takes:
                self._insert(take)
            before = {name: self._cell(name) for name in cells}
            changed = {name: value for name, value in cells.items() if before[name] != value}
            self._set(changed)
            if undoable and changed:
                self.db.execute("DELETE FROM ops WHERE undone = 1")
                record = {name: [before[name], value] for name, value in changed.items()}
                self.db.table("ops").insert(
                    {"verb": verb, "key": key, "cells": canonical(record), "created": now(), "undone": 0}
                )
            self.log(verb, key, takes[-1].id if takes else None, data)

    def step_back(self, *, forward: bool) -> tuple[str, str] | None:
        """Undo the last change, or redo the last undone one: its verb and key; None where there is none."""
        order = "undone = 1 ORDER BY id ASC" if forward else "undone = 0 ORDER BY id DESC"
        rows = list(self.rows(f"SELECT * FROM ops WHERE {order} LIMIT 1"))
        if not rows:
            return None
        with self.writing():
            cells = json.loads(rows[0]["cells"])
            self._set({name: pair[1 if forward else 0] for name, pair in cells.items()})
            self.db.execute("UPDATE ops SET undone = ? WHERE id = ?", (0 if forward else 1, rows[0]["id"]))
            self.log("redo" if forward else "undo", rows[0]["key"], None, {"verb": rows[0]["verb"]})
        return rows[0]["verb"], rows[0]["key"]

    def next_id(self) -> int:
        """The id that the next take gets."""
        return int(next(iter(self.rows("SELECT coalesce(max(id), 0) + 1 AS n FROM takes")))["n"])

    def next_number(self, key: str) -> int:
        """The number that a piece's next take gets."""
        rows = self.rows("SELECT coalesce(max(number), 0) + 1 AS n FROM takes WHERE key = ?", (key,))
        return int(rows[0]["n"])

    def counts(self) -> dict[str, int]:
        """How many takes each piece has."""
        rows = self.moments.at("counts", lambda: self.rows("SELECT key, count(*) AS n FROM takes GROUP BY key"))
        return {row["key"]: row["n"] for row in rows}

    def log(self, kind: str, key: str = "", take: int | None = None, data: Mapping[str, Any] | None = None) -> None:
        """Add a line to the log."""
        with self.writing():
            self.db.table("events").insert(
                {"at": now(), "kind": kind, "key": key, "take": take, "data": canonical(dict(data or {}))}
            )

    def latest(self, count: int) -> list[dict[str, Any]]:
        """The newest lines of the log about what changed, newest first."""
        quiet = "('started', 'spent', 'asked', 'ask queued', 'ask running', 'ask done', 'ask failed', 'ask cancelled')"
        found = self.rows(f"SELECT * FROM events WHERE kind NOT IN {quiet} ORDER BY id DESC LIMIT ?", (count,))
        return [{**row, "data": json.loads(row["data"])} for row in found]

    def told(self, kind: str, take: int) -> dict[str, Any]:
        """The data of the newest line of the log of this kind about a take; {} where there is none."""
        rows = self.rows("SELECT data FROM events WHERE kind = ? AND take = ? ORDER BY id DESC LIMIT 1", (kind, take))
        return dict(json.loads(rows[0]["data"])) if rows else {}

    def next_step(self, *, forward: bool) -> tuple[str, str] | None:
        """What undo (or redo) would take back (or bring back): its verb and key."""
        order = "undone = 1 ORDER BY id ASC" if forward else "undone = 0 ORDER BY id DESC"
        return next(
            ((row["verb"], row["key"]) for row in self.rows(f"SELECT verb, key FROM ops WHERE {order} LIMIT 1")), None
        )

    def spent(self) -> float:
        """What this film cost so far, in US dollars: its takes, and what was paid without one (see engine.spending)."""
        more = "SELECT sum(json_extract(data, '$.cost')) FROM events WHERE kind = 'spent'"
        sql = f"SELECT coalesce(sum(cost), 0) + coalesce(({more}), 0) AS n FROM takes"
        return float(next(iter(self.rows(sql)))["n"])

    def last_event(self) -> int:
        """The id of the newest line of the log: it grows with every change."""
        return int(next(iter(self.rows("SELECT coalesce(max(id), 0) AS n FROM events")))["n"])

    def begin_job(self, key: str, keys: Sequence[str], recipe_sha: str) -> int:
        """A job that runs now, in this process."""
        stamp = time.time()
        with self.writing():
            cursor = self.db.execute(
                "INSERT INTO jobs (key, keys, state, recipe_sha, owner, heartbeat, lease, created) VALUES (?,?,'running',?,?,?,?,?)",
                (key, canonical(list(keys)), recipe_sha, os.getpid(), stamp, stamp + LEASE, now()),
            )
            self.log("started", key)
        return int(cursor.lastrowid or 0)

    def beat(self, job: int, progress: float, message: str) -> None:
        """A job's heartbeat, with how far it is (0 to 1)."""
        stamp = time.time()
        with self.writing():
            self.db.execute(
                "UPDATE jobs SET heartbeat = ?, lease = ?, progress = ?, message = ? WHERE id = ?",
                (stamp, stamp + LEASE, progress, message, job),
            )

    def end_job(self, job: int, state: str, error: str = "") -> None:
        """A job is over: done, failed or cancelled."""
        with self.writing():
            self.db.execute("UPDATE jobs SET state = ?, error = ?, ended = ? WHERE id = ?", (state, error, now(), job))

    def jobs(self) -> dict[str, dict[str, Any]]:
        """The latest job of each piece, by key; not to be changed."""
        jobs: dict[str, dict[str, Any]] = self.moments.at("jobs", self._jobs)
        return jobs

    def _jobs(self) -> dict[str, dict[str, Any]]:
        """Jobs that are over stay as they are, so only those since the oldest open one are read again."""
        settled = self.moments.now is not None
        rows = self.rows("SELECT * FROM jobs WHERE id >= ? ORDER BY id", (self._open_job if settled else 0,))
        latest = {**self._latest, **{key: row for row in rows for key in json.loads(row["keys"])}}
        if settled and rows:
            still = [row["id"] for row in rows if row["state"] in ("queued", "running")]
            self._latest, self._open_job = latest, min(still, default=rows[-1]["id"] + 1)
        return latest

    def events(self, after: int = 0) -> list[dict[str, Any]]:
        """The log, from after an event's id."""
        return [
            {**row, "data": json.loads(row["data"])} for row in self.rows("SELECT * FROM events WHERE id > ?", (after,))
        ]

    def every_take(self) -> Iterator[Take]:
        """All takes of all pieces, in the order in which they were made."""
        return self._takes("1", ())

    def _takes(self, where: str, values: tuple[Any, ...]) -> Iterator[Take]:
        for row in self.rows(f"SELECT * FROM takes WHERE {where} ORDER BY id", values):
            recipe = Recipe.model_validate_json(row.pop("recipe"))
            yield Take(recipe=recipe, content=json.loads(row.pop("content")), **row)

    def _insert(self, take: Take) -> None:
        row = take.model_dump(exclude={"recipe", "content"})
        self.db.table("takes").insert({**row, "recipe": canonical(take.recipe), "content": canonical(take.content)})

    def _cell(self, name: str) -> Any:
        rows = list(self.rows("SELECT value FROM state WHERE cell = ?", (name,)))
        return json.loads(rows[0]["value"]) if rows else None

    def _set(self, cells: Mapping[str, Any]) -> None:
        for name, value in cells.items():
            if value is None:
                self.db.execute("DELETE FROM state WHERE cell = ?", (name,))
            else:
                self.db.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (name, canonical(value)))

    def _forget_lost_jobs(self) -> None:
        """The lock is ours, so whoever ran these is gone; their pieces are simply not made yet."""
        with self.writing():
            self.db.execute("UPDATE jobs SET state = 'lost', ended = ? WHERE state IN ('running', 'queued')", (now(),))
            self.db.execute("UPDATE asks SET state = 'queued' WHERE state = 'running'")

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction, by one thread at a time; StoreError with what to do where the disk refuses."""
        try:
            with self.guard:
                try:
                    with self.db.atomic():
                        yield
                except BaseException:
                    self._known.clear()  # the ids of what is taken back are given again
                    raise
                finally:
                    self.moments.written()
        except sqlite3.OperationalError as error:
            if _no_room(error):
                raise StoreError(FULL) from error
            raise StoreError(
                f"The film's database cannot be written ({error}); check the folder's permissions."
            ) from error
        except sqlite3.DatabaseError as error:
            raise StoreError(f"The film's database is damaged ({error}); restore the folder from a copy.") from error


def _connected(path: Path, *, write: bool = True, new: bool = False) -> Database:
    try:
        connection = sqlite3.connect(path, timeout=20, check_same_thread=False, isolation_level=None)
        db = Database(connection)
        if not new:
            db.execute("SELECT count(*) FROM takes").fetchone()  # an emptied file must not be filled with new tables
        if write:
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = FULL")
            migrations.apply(db)
        else:
            db.execute("PRAGMA query_only = ON")
        return db
    except sqlite3.DatabaseError as error:
        if _no_room(error):
            raise StoreError(FULL) from error
        raise StoreError(f"The film's database cannot be read ({error}); restore the folder from a copy.") from error


def _no_room(error: sqlite3.Error) -> bool:
    return "full" in str(error) or "disk I/O" in str(error)


def _readable(folder: Path) -> None:
    try:
        found = json.loads((folder / MARK).read_text())["format"]
    except (ValueError, KeyError, OSError) as error:
        raise StoreError(f"{folder / MARK} is damaged; restore it from a copy of the film.") from error
    if found > FORMAT:
        raise StoreError(
            f"This film was made by a newer version (format {found}, this one reads {FORMAT}); update first."
        )
    if not (folder / "film.db").is_file():
        raise StoreError("The film's database (film.db) is gone; restore the folder from a copy.")


def _locked(folder: Path) -> FileLock:
    lock = FileLock(folder / "lock")
    try:
        lock.acquire(timeout=0.2)
    except Timeout:
        with suppress(OSError):
            raise Busy(
                f"This film is being written by another process ({(folder / 'writer').read_text()}); wait or stop it."
            ) from None
        raise Busy("This film is being written by another process; wait until it is done or stop it.") from None
    (folder / "writer").write_text(f"process {os.getpid()}")
    return lock


def _sweep(folder: Path) -> None:
    """Remove what a killed process left half written: the lock is ours, so nobody is writing it now."""
    for pattern in ("blobs/*/.part-*", "cache/*.part", "*.part"):
        for path in folder.glob(pattern):
            path.unlink(missing_ok=True)


def _whole(path: Path, text: str) -> None:
    aside = path.with_suffix(".part")
    with aside.open("w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)


def _gone(id: int) -> Take:
    raise StoreError(f"Take {id} is not in this film's database; it may be damaged. Run verify.")

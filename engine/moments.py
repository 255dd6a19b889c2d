"""What is read of a database, once for each of its moments: a film's cells and jobs are asked for many times between two writes.

Example: `moments.at("counts", lambda: rows("SELECT ..."))`.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from typing import Any


class Moments:
    """Readings of one connection, forgotten when anybody writes. `guard` is what its threads share it by."""

    def __init__(self, connection: sqlite3.Connection, guard: threading.RLock) -> None:
        self._connection, self._guard = connection, guard
        self._writes = 0
        self._at: tuple[int, int] | None = None
        self._held: dict[str, Any] = {}

    def written(self) -> None:
        """A write of this process is over, whether it was kept or not. Those of others are seen by themselves."""
        self._writes += 1

    @property
    def now(self) -> tuple[int, int] | None:
        """Another one after each write, by whichever process; None in the middle of one of ours, and where the database is damaged."""
        with self._guard:
            if self._connection.in_transaction:
                return None
            try:
                return self._writes, int(self._connection.execute("PRAGMA data_version").fetchone()[0])
            except sqlite3.DatabaseError:  # whoever reads it says so
                return None

    def at(self, what: str, find: Callable[[], Any]) -> Any:
        """What `find` reads; it is not to be changed."""
        with self._guard:
            now = self.now
            if now is None:
                return find()
            if self._at != now:
                self._at, self._held = now, {}
            if what not in self._held:
                self._held[what] = find()
            return self._held[what]

"""A copy of a film's database as of one moment, also while the film is being made: for exports. Example: `backup(store, target)`."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from engine.store import Store


def backup(store: Store, target: Path) -> None:
    """Write the copy; its media are content-addressed and never change, so they need none."""
    with store.guard, closing(sqlite3.connect(target)) as copy:
        store.db.conn.backup(copy)

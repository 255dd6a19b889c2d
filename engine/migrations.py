"""The tables of a film's database, as numbered steps that are only ever added to.

Takes and events are append-only (triggers hold it); everything that can change lives in `state`, so that undo is putting
back a cell. `FORMAT` is raised when an older engine could no longer read a project.
"""

from __future__ import annotations

from engine.database import Database, Migrations

FORMAT = 1

migrations = Migrations("film")

_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE takes (id INTEGER PRIMARY KEY, key TEXT NOT NULL, number INTEGER NOT NULL, origin TEXT NOT NULL,
    maker TEXT NOT NULL, recipe TEXT NOT NULL, recipe_sha TEXT NOT NULL, content TEXT NOT NULL, content_sha TEXT NOT NULL,
    seconds REAL NOT NULL, cost REAL NOT NULL, created TEXT NOT NULL, UNIQUE (key, number));
CREATE INDEX takes_recipe ON takes (key, recipe_sha);
CREATE TABLE state (cell TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE ops (id INTEGER PRIMARY KEY, verb TEXT NOT NULL, key TEXT NOT NULL, cells TEXT NOT NULL, created TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0);
CREATE TABLE jobs (id INTEGER PRIMARY KEY, key TEXT NOT NULL, keys TEXT NOT NULL, state TEXT NOT NULL, progress REAL NOT NULL
    DEFAULT 0, message TEXT NOT NULL DEFAULT '', error TEXT NOT NULL DEFAULT '', recipe_sha TEXT NOT NULL DEFAULT '',
    owner INTEGER NOT NULL, heartbeat REAL NOT NULL, lease REAL NOT NULL, created TEXT NOT NULL, ended TEXT NOT NULL DEFAULT '');
CREATE INDEX jobs_key ON jobs (key, id);
CREATE TABLE events (id INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, take INTEGER,
    data TEXT NOT NULL);
"""

_GUARDS = "".join(
    f"CREATE TRIGGER {table}_{verb} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, '{table} are never changed'); END;\n"
    for table in ("takes", "events")
    for verb in ("UPDATE", "DELETE")
)


def _run(db: Database, script: str) -> None:
    """Statement by statement, for `executescript` would commit the migration's own transaction."""
    import sqlite3

    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""


@migrations()
def m001_tables(db: Database) -> None:
    """Takes, state, undo, jobs, the log."""
    _run(db, _TABLES)
    _run(db, _GUARDS)


_ASKS = """
CREATE TABLE asks (id INTEGER PRIMARY KEY, verb TEXT NOT NULL, target TEXT NOT NULL, options TEXT NOT NULL DEFAULT '{}',
    state TEXT NOT NULL DEFAULT 'queued', outcome TEXT NOT NULL DEFAULT '{}', created TEXT NOT NULL, ended TEXT NOT NULL DEFAULT '');
"""


@migrations()
def m002_asks(db: Database) -> None:
    """What a person asked to have made, so that a restarted server goes on with it."""
    _run(db, _ASKS)

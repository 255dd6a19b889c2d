"""How long things take on this machine, learned from its own past runs: seconds per unit of work, per stage and provider.

Kept in the machine's home folder, not in films, and only ever an estimate: a machine without it falls back on defaults.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from functools import lru_cache
from pathlib import Path

DEFAULTS = {
    "bible": 1.0, "script": 0.6, "voice": 0.05, "subtitles": 0.02, "shotlist": 1.0, "keyframe": 1.2, "clip": 0.006,
    "sounds": 0.1, "music": 0.5, "cut": 0.02,
}  # fmt: skip
"""Seconds per unit of work (see each stage's `size`) where nothing was learned yet; a model by key may take far longer."""

_KEPT = 40


def _file() -> Path:
    from engine.home import home

    return home() / "timings.db"


def learn(stage: str, provider: str, size: float, seconds: float) -> None:
    """Remember one run. Losing this loses nothing of the person's, so a failure to write is let pass."""
    with suppress(sqlite3.Error, OSError), closing(sqlite3.connect(_file(), timeout=1)) as db, db:
        db.execute(
            "CREATE TABLE IF NOT EXISTS runs (id INTEGER PRIMARY KEY, stage TEXT, provider TEXT, size REAL, seconds REAL)"
        )
        db.execute(
            "INSERT INTO runs (stage, provider, size, seconds) VALUES (?, ?, ?, ?)", (stage, provider, size, seconds)
        )
        db.execute("DELETE FROM runs WHERE stage = ? AND provider = ? AND id NOT IN (SELECT id FROM runs WHERE stage = ? AND"
                   " provider = ? ORDER BY id DESC LIMIT ?)", (stage, provider, stage, provider, _KEPT))  # fmt: skip


def rates() -> dict[tuple[str, str], float]:
    """Seconds per unit of work by (stage, provider): the median of the last runs."""
    try:
        told = _file().stat()
    except OSError:
        return {}
    return dict(_rates(_file(), told.st_mtime_ns, told.st_size))


@lru_cache(maxsize=2)
def _rates(file: Path, changed: int, size: int) -> dict[tuple[str, str], float]:
    """The same, read once for each state of the file."""
    found: dict[tuple[str, str], list[float]] = {}
    with suppress(sqlite3.Error, OSError), closing(sqlite3.connect(file, timeout=1)) as db:
        for stage, provider, size, seconds in db.execute("SELECT stage, provider, size, seconds FROM runs"):
            found.setdefault((stage, provider), []).append(seconds / max(size, 1e-6))
    return {name: sorted(values)[len(values) // 2] for name, values in found.items()}


def estimate(stage: str, provider: str, size: float, known: dict[tuple[str, str], float]) -> float:
    """Seconds that so much work is likely to take."""
    return round(known.get((stage, provider), DEFAULTS.get(stage, 1.0)) * size, 3)

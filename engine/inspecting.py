"""The look over a finished cut before it is handed out: run once for each film file, kept beside it, read at once afterwards.

Example: `look_over(project, "cut:1280x720")` (seconds), then `seen(project, "cut:1280x720")` -> its flaws.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine.artifacts import Cut
from engine.errors import UserError
from engine.graph import View
from engine.status import board
from engine.types import Event, Key

if TYPE_CHECKING:
    from engine.project import Project

VERSION = 1


@dataclass(frozen=True)
class Flaw:
    """Something a viewer would notice, from `start` to `end` in seconds; `severity` is 'error' or 'warning'."""

    rule: str
    severity: str
    start: float
    end: float
    says: str
    fix: str


def look_over(project: Project, key: str) -> Iterator[Event]:
    """Look at every picture and listen to every sound of a chosen cut. Against the plan only while the cut is fresh."""
    from engine import film
    from engine.stages.cut import planned_film

    view = project.view()
    at = view.known(Key.parse(key))
    cut = _cut(view, at)
    if cut is None:
        raise UserError("The film is not cut yet; make it before it is looked over.")
    yield Event(kind="started", key=str(at))
    fresh = board(view, project.marks())[at].freshness == "fresh"
    find = project.store.blobs.path
    planned = planned_film(view, at.unit, find) if fresh else None
    lines = [view.content(Key("script", unit)).text for unit in view.units("voice")] if fresh else []
    yield Event(kind="progress", key=str(at), data={"share": 0.1, "message": "looking and listening"})
    found = film.inspect(find(cut.film), planned, script=lines)
    flaws = [asdict(Flaw(f.rule, f.severity, round(f.start, 3), round(f.end, 3), f.says, f.fix)) for f in found]
    path = _path(project, cut)
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(".part")
    aside.write_text(json.dumps({"planned": fresh, "flaws": flaws}), encoding="utf-8")
    aside.replace(path)
    yield Event(kind="finished", data={"made": [], "same": [], "looked": len(flaws)})


def seen(project: Project, view: View, key: Key) -> tuple[Flaw, ...] | None:
    """What the last look over this very film found; None where nobody has looked yet."""
    cut = _cut(view, key)
    if cut is None:
        return None
    try:
        told = json.loads(_path(project, cut).read_text(encoding="utf-8"))
        return tuple(Flaw(**flaw) for flaw in told["flaws"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _cut(view: View, key: Key) -> Cut | None:
    found: Cut | None = view.content(key) if key.stage == "cut" else None
    return found


def _path(project: Project, cut: Cut) -> Path:
    return project.folder / "cache" / "checks" / f"{cut.film.sha256}-{VERSION}.json"

"""A film seen from outside: title, picture, how far each stage is. Read without opening it to write, and kept until it changes.

Example: `glance(library.folder(visitor, id), listed.changed, Words("en")).steps` -> 'dddddw..'.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from engine.errors import ReelwrightError
from engine.project import open_project
from engine.status import board
from studio import show
from studio.desk import Snapshot, title_of
from studio.pieces import TABS, Pieces
from studio.words import Words

_LETTER = {
    "approved": "d",
    "auto": "d",
    "working": "w",
    "fresh": "w",
    "queued": "w",
    "stale": "x",
    "unsettled": "x",
    "back": "x",
    "failed": "f",
}


@dataclass(frozen=True)
class Glance:
    """What a film's card says. `state` is of the first tab that is not done; `tab` is where opening it leads."""

    title: str
    picture: str = ""
    state: str = ""
    tab: str = "project"
    steps: str = "........"
    changed: str = ""


@lru_cache(maxsize=512)
def glance(folder: Path, changed: float, language: str) -> Glance:
    """A film's card, read anew when its folder has changed."""
    t = Words(language)
    try:
        with open_project(folder, write=False) as film:
            view, marks = film.view(), film.marks()
            snap = cast(Snapshot, cast(Any, SimpleNamespace(view=view, marks=marks, board=board(view, marks), asks=[])))
            last = film.store.latest(1)
            return replace(_glance(t, snap), changed=str(last[0]["at"]) if last else "")
    except ReelwrightError as error:
        return Glance(folder.name, state=t("start.damaged", why=str(error)))


def _glance(t: Words, snap: Snapshot) -> Glance:
    marks = {tab: show.tab_mark(t, snap, tab, set()) for tab in TABS}
    steps = "".join(_LETTER.get(marks[tab][0].state, ".") for tab in TABS)
    at = next((tab for tab, letter in zip(TABS, steps, strict=True) if letter != "d"), "cut")
    made = any(key.stage == "cut" and status.take for key, status in snap.board.items())
    state = t("start.done") if steps == "d" * 8 else t("start.at", stage=t(f"stage.{at}"), count=marks[at][1])
    pieces = Pieces(snap.view)
    shots = pieces.units("keyframe")
    picture = (
        next((p for unit in shots[min(1, len(shots) - 1) :] if (p := pieces.picture("keyframe", unit))), "")
        if shots
        else ""
    )
    return Glance(title_of(snap.view), picture, state, "cut" if made and "f" not in steps else at, steps)

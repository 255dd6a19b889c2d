"""Tiny named films, brought to an end once, and what a person does to a copy of one: the case, and what came of it.

case = Case("a pause is made longer", pause("script:l01", 1.0), stale="clip:s01 cut:*", made="clip:s01 cut:*")
played = play(case, finished_film, folder)      # played.after.not_fresh, played.outcome["made"], ...
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from PIL import Image

from engine.artifacts import Brief
from engine.project import Project, create_project, open_project
from engine.status import Board

SIZE = "320x180"
FILM = f"cut:{SIZE}"
LAMP = """The lamp was dark for nine years. Mara climbed the stairs.

She lit the wick. A small boat turned for home."""
TALK = """MARA: Who left the lamp dark?
TOM: I did, and I am sorry.
MARA: Help me light it."""

BRIEFS = {
    "lamp": Brief(text=LAMP, mode="story", title="The Lamp", sizes=(SIZE,)),
    "talk": Brief(text=TALK, mode="script", title="The Talk", sizes=(SIZE,)),
}

SETTINGS: dict[str, dict[str, Any]] = {
    "lamp": {"music": "none", "speech": "hum", "image": "signs"},
    "talk": {"music": "none"},
}
"""'lamp' is made by the makers of these tests (at once, and every difference shows), 'talk' by those that every machine has."""

Deed = Callable[[Project], object]


def build(folder: Path, name: str) -> Path:
    """A film, from its text to its cut, approved by autopilot."""
    with create_project(folder, BRIEFS[name], SETTINGS[name]) as film:
        outcome = run(film)
    assert not outcome["failed"] and not outcome["blocked"], outcome
    return folder


def copy_of(folder: Path, target: Path) -> Path:
    """The same film in another folder."""
    shutil.copytree(folder, target, ignore=shutil.ignore_patterns("lock", "writer"))
    return target


def run(film: Project, approve: str = "all", target: str = "cut") -> dict[str, Any]:
    """Make, and what came of it."""
    return next(event.data for event in film.make(target, approve) if event.kind == "finished")


def drain(events: Any) -> dict[str, Any]:
    """What a regenerate came to."""
    return dict(list(events)[-1].data)


@dataclass(frozen=True)
class Case:
    """What a person does to a finished film, and what must follow. Keys are patterns ('voice:*'), several in one text.

    `stale`, `unsettled` and `missing` name all pieces that are not fresh afterwards; `plan` what a run would make or might
    make (all of those unless given); `made`, `cached` and `same` what a run on autopilot does, `left` what it leaves
    though it is not fresh, for the film does not need it. `cause` is (piece, words).
    """

    name: str
    does: Deed
    film: str = "lamp"
    changes: int = 1
    stale: str = ""
    unsettled: str = ""
    missing: str = ""
    plan: str | None = None
    made: str = ""
    left: str = ""
    cached: str = ""
    same: str = ""
    advice: str = ""
    cause: tuple[str, str] = ("", "")
    prepare: Deed = field(default=lambda film: None)


@dataclass(frozen=True)
class Moment:
    """How a film stands: the freshness of all pieces that are not fresh, why, and what a run would do."""

    keys: tuple[str, ...]
    not_fresh: dict[str, str]
    causes: dict[str, str]
    advice: tuple[str, ...]
    open: tuple[str, ...]
    plan: tuple[str, ...]
    cut: str
    as_read_anew: bool

    def named(self, patterns: str, more: Collection[str] = ()) -> set[str]:
        """The pieces that patterns name; a name that is no pattern stands for itself."""
        there = {*self.keys, *more}
        return {key for word in patterns.split() for key in (there if "*" in word else {word}) if fnmatch(key, word)}

    def having(self, freshness: str) -> set[str]:
        """The pieces that stand like this."""
        return {key for key, found in self.not_fresh.items() if found == freshness}


def moment(film: Project) -> Moment:
    """How a film stands now."""
    view, board, cut = film.view(), film.board(), film.film()
    return Moment(
        keys=tuple(map(str, board)),
        not_fresh={s.key: s.freshness for s in board.values() if s.freshness != "fresh"},
        causes={s.key: "; ".join(s.causes) for s in board.values()},
        advice=tuple(s.key for s in board.values() if s.advice),
        open=tuple(
            s.key for k, s in board.items() if view.stages[k.stage].gate and s.approval not in ("auto", "approved")
        ),
        plan=tuple(step.key for step in film.plan()),
        cut=cut[2]["film"]["sha256"] if cut else "",
        as_read_anew=board == read_anew(film),
    )


def read_anew(film: Project) -> Board:
    """The film's board as somebody works it out who has seen nothing of the film before."""
    with open_project(film.folder, write=False) as other:
        return other.board()


@dataclass(frozen=True)
class Played:
    """A case as it went: after the deed, its undo and redo; a run; the deed undone after the run, and a run again."""

    before: Moment
    after: Moment
    undone: Moment
    redone: Moment
    outcome: dict[str, Any]
    finished: Moment
    back: dict[str, Any]
    returned: Moment


def play(case: Case, finished_film: Path, folder: Path) -> Played:
    """Do it on a copy of the film."""
    with open_project(copy_of(finished_film, folder)) as film:
        case.prepare(film)
        before = moment(film)
        case.does(film)
        after = moment(film)
        again(film.undo, case.changes)
        undone = moment(film)
        again(film.redo, case.changes)
        redone = moment(film)
        outcome = run(film)
        finished = moment(film)
        again(film.undo, case.changes)
        back = run(film)
        return Played(before, after, undone, redone, outcome, finished, back, moment(film))


def again(step: Callable[[], object], times: int) -> None:
    for _ in range(times):
        step()


def edit(key: str, field: str, value: Any) -> Deed:
    """A person changes one field of a piece."""
    return lambda film: film.edit(key, field=field, value=value)


def settings(**values: Any) -> Deed:
    """A person changes settings of the film."""
    return lambda film: film.set_many(values)


def deeds(*steps: Deed) -> Deed:
    """One after the other."""
    return lambda film: [step(film) for step in steps]


def own_picture(key: str, shade: int = 120) -> Deed:
    """A person's own picture for a shot."""

    def give(film: Project) -> None:
        file = film.folder / f"own-{shade}.png"
        Image.new("RGB", (384, 216), (shade, 90, 60)).save(file)
        film.edit(key, file=file)

    return give

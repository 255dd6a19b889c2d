"""Which piece is made next, until the target is reached or a gate or a failure holds it back; also one piece made anew.

The loop behind `Project.make` and `Project.regenerate`: plan, make, commit, look again. It decides nothing that engine.plan can.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine import spending
from engine.errors import ReelwrightError
from engine.graph import Result, View, closure, targets
from engine.plan import needs_making, obstacles, runnable
from engine.recipe import recipe_sha
from engine.run import Commit, Runner, Stopped, basis_of, committed, mark, recipe_of
from engine.status import Board, Marks, board, hand_made
from engine.types import Event, Key, Status, Take

if TYPE_CHECKING:
    from engine.project import Approve, Project

TRIES = 3
"""Failed pieces after which a run gives up."""


@dataclass(frozen=True)
class _Now:
    """The film as it stands, and what leads to the target."""

    view: View
    marks: Marks
    board: Board
    wanted: set[Key]

    def gated(self) -> Iterator[tuple[Key, Take, Status]]:
        """The pieces up to the target that need an approval and have a take."""
        for key in self.wanted:
            take = self.view.take(key)
            if take and key in self.board and self.view.stages[key.stage].gate and key.stage != "cut":
                yield key, take, self.board[key]


def _now(film: Project, target: str) -> _Now:
    view, marks = film.view(), film.marks()
    return _Now(view, marks, board(view, marks), closure(view, targets(view, target)))


def run(film: Project, target: str, approve: Approve) -> Iterator[Event]:
    """See `Project.make`."""
    runner = Runner(film.store, film.stop)
    done: set[Key] = set()
    told: dict[str, Any] = {"made": [], "cached": [], "same": [], "failed": {}}
    while True:
        now = _now(film, target)
        if approve == "all" and _approve_for(film, target, now):
            now = _now(film, target)
        keys = runnable(now.view, now.board, now.marks, now.wanted, done)
        if not keys and approve == "all" and _keep_for(film, target, now):
            continue
        if not keys or len(told["failed"]) >= TRIES:
            break
        done.update(keys)
        for part in _parts(film, now.view, keys):
            yield from _make_one(film, runner, now.view, now.marks, part, approve == "all", told)
    yield Event(kind="finished", data={**told, "blocked": _blocked(now)})


def _parts(film: Project, view: View, keys: list[Key]) -> list[list[Key]]:
    """One make of a group; of pieces that are made together, those that were made before by themselves, then the rest."""
    if len(keys) == 1 or view.stages[keys[0].stage].group:
        return [keys]
    stored = [key for key in keys if _stored(film, view, key)]
    rest = [key for key in keys if key not in stored]
    return [*([key] for key in stored), *([rest] if rest else [])]


def _make_one(
    film: Project, runner: Runner, view: View, marks: Marks, keys: list[Key], auto: bool, told: dict[str, Any]
) -> Iterator[Event]:
    sent_back = any(marks.approval(view.take(key)) == "sent_back" for key in keys)
    if sent_back:
        film.store.change(
            "reseed", str(keys[0]), {f"setting/seed@{key}": film.next_seed(key) for key in keys}, undoable=False
        )
        view = film.view()
    if cached := _from_cache(film, view, marks, keys, auto):
        told["cached"] += cached
        yield Event(kind="cached", key=str(keys[0]))
        return
    note = next((marks.approvals[t.id]["note"] for k in keys if (t := view.take(k)) and t.id in marks.approvals), "")
    try:
        spending.check(film.store, view, keys)
        for step in runner.make(view, keys, int(view.setting("seed", keys[0]) or 0), note):
            if isinstance(step, Result):
                yield from _commit(film, view, marks, keys, step, auto, told)
            else:
                yield step
    except Stopped:
        told["failed"][str(keys[0])] = "stopped, as asked"
    except ReelwrightError as error:
        told.setdefault("errors", []).append(error)
        for key in keys[:1] if view.stages[keys[0].stage].group else keys:
            told["failed"][str(key)] = str(error)
            yield Event(kind="failed", key=str(key), data={"error": str(error)})


def _commit(
    film: Project, view: View, marks: Marks, keys: list[Key], result: Result, auto: bool, told: dict[str, Any]
) -> Iterator[Event]:
    with film.store.guard:
        commit = committed(film.store, view, marks, keys, result, approve=auto)
        cells = _unless_changed(film, view, {**_remembered(view, keys[0].stage), **commit.cells})
        film.store.change("made", str(keys[0]), cells, takes=commit.takes, undoable=False, data=_told(result))
        _unkept(film, keys[0], result, commit)
    told["made"] += commit.made
    told["same"] += commit.same
    _note(told, result)
    for name in commit.made:
        yield Event(kind="made", key=name, data={"maker": result.maker})


def _unkept(film: Project, key: Key, result: Result, commit: Commit) -> None:
    """What was paid for pieces that came out as they were, and so are no new takes."""
    rest = result.cost - sum(take.cost for take in commit.takes)
    spending.note(film.store, str(key), result.maker, round(max(0.0, rest), 9))


def _told(result: Result) -> dict[str, Any]:
    """What the log keeps of a make beside its takes."""
    tokens = {"tokens": list(result.tokens)} if any(result.tokens) else {}
    return {"maker": result.maker, **({"notes": list(result.notes)} if result.notes else {}), **tokens}


def _note(told: dict[str, Any], result: Result) -> None:
    """Keep what a make has to say, each sentence once."""
    if result.notes:
        told["notes"] = list(dict.fromkeys((*told.get("notes", ()), *result.notes)))


def _unless_changed(film: Project, view: View, cells: Mapping[str, Any]) -> dict[str, Any]:
    """Without the choices of pieces for which a person chose or wrote another take while this was being made: theirs stays."""
    now = film.store.state("select/")
    then = {f"select/{key}": take.id for key, take in view.chosen.items()}
    return {
        name: value for name, value in cells.items() if now.get(name) == then.get(name) or name not in {*now, *then}
    }


def _from_cache(film: Project, view: View, marks: Marks, keys: list[Key], auto: bool) -> list[str]:
    """Choose a stored take where this very recipe has made one before (for each piece of the make): the keys, or none."""
    found = _set_of_old(film, view, marks, keys)
    for key in (
        [] if found else sorted(keys, key=lambda key: key.unit != "order")
    ):  # an earlier order may no longer have the others
        if key.unit not in _with(view, found).units(key.stage):
            continue
        take = _stored(film, view, key)
        if take is None or marks.approval(take) == "sent_back":
            return []
        found[key] = take
    cells: dict[str, Any] = {f"select/{key}": take.id for key, take in found.items()}
    for key, take in found.items():
        if auto and view.stages[key.stage].gate and marks.approval(take) == "none":
            cells[f"approval/{take.id}"] = mark("auto")
    film.store.change("cached", str(keys[0]), cells, undoable=False)
    return [str(key) for key in found]


def _remembered(view: View, stage: str) -> dict[str, Any]:
    """The chosen pieces of a stage as a set, under the name of what they are for."""
    what, _ = view.stages[stage].standing(view) if view.take(Key(stage, "order")) else ("", "")
    return (
        {f"set/{stage}/{what}": {u: t.id for u in view.units(stage) if (t := view.take(Key(stage, u)))}} if what else {}
    )


def _set_of_old(film: Project, view: View, marks: Marks, keys: list[Key]) -> dict[Key, Take]:
    """The pieces that were chosen together when all that they depend on was as it is now: those that are others now. None where
    one of them would take the place of a person's own."""
    stage = keys[0].stage
    if Key(stage, "order") not in keys or view.take(Key(stage, "order")) is None:
        return {}
    cell = f"set/{stage}/{view.stages[stage].standing(view)[1]}"
    ids = film.store.state(cell).get(cell, {})
    takes = film.store.takes_by_id(list(ids.values()))
    found = {Key(stage, unit): takes[id] for unit, id in ids.items()}
    now = board(_with(view, found), marks) if found else {}
    if any(now[key].freshness in ("stale", "missing") or now[key].approval == "sent_back" for key in found):
        return {}
    other = {key: take for key, take in found.items() if view.take(key) != take}
    return {} if any(hand_made(view.take(key)) for key in other) else other


def _stored(film: Project, view: View, key: Key) -> Take | None:
    """The stored take of the recipe of now, where it may be chosen again."""
    if key == Key("script", "order") and view.take(key) is None:
        return None
    take = film.store.with_recipe(str(key), recipe_sha(recipe_of(view, key)))
    if take is None:
        return None
    stage = view.stages[key.stage]
    fits = stage.reusable(view, key.unit, stage.model(key.unit).model_validate(take.content))
    return take if fits else None


def _with(view: View, takes: Mapping[Key, Take]) -> View:
    chosen = {**view.chosen, **{str(key): take for key, take in takes.items()}}
    return view.after(chosen)


def _approve_for(film: Project, target: str, now: _Now) -> bool:
    """Autopilot: approve what is fresh and unmarked. Whether there was any."""
    cells = {
        f"approval/{take.id}": mark("auto")
        for _, take, status in now.gated()
        if status.freshness == "fresh" and status.approval == "none"
    }
    if cells:
        film.store.change("auto", target, cells, undoable=False)
    return bool(cells)


def _keep_for(film: Project, target: str, now: _Now) -> bool:
    """Autopilot, when nothing else can be made: keep a person's own stale takes as they are. Whether there were any."""
    cells: dict[str, Any] = {}
    for key, take, status in now.gated():
        if status.freshness == "stale" and hand_made(take) and not obstacles(now.view, now.board, now.marks, key):
            cells[f"basis/{take.id}"] = basis_of(recipe_of(now.view, key))
            if status.approval != "sent_back":
                cells[f"approval/{take.id}"] = mark("auto", "kept as it is")
    if cells:
        film.store.change("auto", target, cells, undoable=False)
    return bool(cells)


def _blocked(now: _Now) -> dict[str, list[str]]:
    return {
        str(key): obstacles(now.view, now.board, now.marks, key)
        for key, status in now.board.items()
        if key in now.wanted
        and (needs_making(now.view, now.board, key) or status.freshness != "fresh")
        and not hand_made(now.view.take(key))
    }


def without_own(view: View, at: Key) -> View:
    """The film without a person's own take of a piece, which does not say what a maker needs for it. Lines and shots stay: they say
    which there are."""
    chosen = {
        k: t for k, t in view.chosen.items() if k != str(at) or not hand_made(t) or at.stage in ("script", "shotlist")
    }
    return view.after(chosen)


def again(film: Project, at: Key, wanted: Mapping[str, Any]) -> Iterator[Event]:
    """Make one piece with these settings of its own, beside the takes that are there, and choose it: one change to undo."""
    now_view, marks = without_own(film.view(), at), film.marks()
    view = now_view.after(now_view.chosen, {**now_view.settings, **wanted})
    cells = {f"setting/{name}": value for name, value in wanted.items()}
    told: dict[str, Any] = {"made": [], "cached": [], "same": [], "failed": {}, "blocked": {}}
    stored = _stored(film, view, at)
    if stored:
        film.store.change("regenerate", str(at), {**cells, f"select/{at}": stored.id})
        yield Event(kind="finished", data={**told, "cached": [str(at)]})
        return
    spending.check(film.store, view, [at])
    for step in Runner(film.store, film.stop).make(view, [at], int(view.setting("seed", at) or 0)):
        if not isinstance(step, Result):
            yield step
            continue
        with film.store.guard:
            commit = committed(film.store, view, marks, [at], step, approve=False)
            film.store.change("regenerate", str(at), {**cells, **commit.cells}, takes=commit.takes, data=_told(step))
            _unkept(film, at, step, commit)
        told["made"] += commit.made
        told["same"] += commit.same
        _note(told, step)
    yield Event(kind="finished", data=told)

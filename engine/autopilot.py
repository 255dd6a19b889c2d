"""Which piece is made next, until the target is reached or a gate or a failure holds it back; also one piece made anew.

The loop behind `Project.make` and `Project.regenerate`: plan, make, commit, look again. It decides nothing that engine.plan can.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from engine.errors import ReelwrightError
from engine.graph import Result, View, closure, targets
from engine.plan import needs_making, obstacles, runnable
from engine.recipe import recipe_sha
from engine.run import Runner, Stopped, basis_of, committed, mark, recipe_of
from engine.status import Marks, board, hand_made
from engine.types import Event, Key

if TYPE_CHECKING:
    from engine.project import Approve, Project

TRIES = 3
"""Failed pieces after which a run gives up."""


def run(film: Project, target: str, approve: Approve) -> Iterator[Event]:
    """See `Project.make`."""
    runner = Runner(film.store, film.stop)
    done: set[Key] = set()
    told: dict[str, Any] = {"made": [], "cached": [], "same": [], "failed": {}}
    while True:
        if approve == "all":
            _approve_for(film, target)
        view, marks = film.view(), film.marks()
        wanted = closure(view, targets(view, target))
        keys = runnable(view, board(view, marks), marks, wanted, done)
        if not keys or len(told["failed"]) >= TRIES:
            break
        done.update(keys)
        yield from _make_one(film, runner, view, marks, keys, approve == "all", told)
    yield Event(kind="finished", data={**told, "blocked": _blocked(film, target)})


def _make_one(
    film: Project, runner: Runner, view: View, marks: Marks, keys: list[Key], auto: bool, told: dict[str, Any]
) -> Iterator[Event]:
    sent_back = any(marks.approval(view.take(key)) == "sent_back" for key in keys)
    if sent_back:
        film.store.change(
            "reseed", str(keys[0]), {f"setting/seed@{key}": film.next_seed(key) for key in keys}, undoable=False
        )
        view = film.view()
    if _from_cache(film, view, marks, keys, auto):
        told["cached"] += [str(key) for key in keys]
        yield Event(kind="cached", key=str(keys[0]))
        return
    note = next((marks.approvals[t.id]["note"] for k in keys if (t := view.take(k)) and t.id in marks.approvals), "")
    try:
        for step in runner.make(view, keys, int(view.setting("seed", keys[0]) or 0), note):
            if isinstance(step, Result):
                yield from _commit(film, view, marks, keys, step, auto, told)
            else:
                yield step
    except Stopped:
        told["failed"][str(keys[0])] = "stopped, as asked"
    except ReelwrightError as error:
        told["failed"][str(keys[0])] = str(error)
        told.setdefault("errors", []).append(error)
        yield Event(kind="failed", key=str(keys[0]), data={"error": str(error)})


def _commit(
    film: Project, view: View, marks: Marks, keys: list[Key], result: Result, auto: bool, told: dict[str, Any]
) -> Iterator[Event]:
    commit = committed(film.store, view, marks, keys, result, approve=auto)
    film.store.change(
        "made", str(keys[0]), commit.cells, takes=commit.takes, undoable=False, data={"maker": result.maker}
    )
    told["made"] += commit.made
    told["same"] += commit.same
    for name in commit.made:
        yield Event(kind="made", key=name, data={"maker": result.maker})


def _from_cache(film: Project, view: View, marks: Marks, keys: list[Key], auto: bool) -> bool:
    """Choose a stored take where this very recipe has made one before (for each piece of the make)."""
    found = {}
    for key in keys:
        if key.stage == "script" and key.unit == "order" and view.take(key) is None:
            return False
        take = film.store.with_recipe(str(key), recipe_sha(recipe_of(view, key)))
        if take is None or marks.approval(take) == "sent_back":
            return False
        found[key] = take
    cells: dict[str, Any] = {f"select/{key}": take.id for key, take in found.items()}
    for key, take in found.items():
        if auto and view.stages[key.stage].gate and marks.approval(take) == "none":
            cells[f"approval/{take.id}"] = mark("auto")
    film.store.change("cached", str(keys[0]), cells, undoable=False)
    return True


def _approve_for(film: Project, target: str) -> None:
    """Autopilot: approve what is fresh and unmarked, and keep a person's own stale takes as they are."""
    view, marks = film.view(), film.marks()
    found = board(view, marks)
    cells: dict[str, Any] = {}
    for key in closure(view, targets(view, target)):
        take = view.take(key)
        if take is None or not view.stages[key.stage].gate or key.stage == "cut":
            continue
        status = found[key]
        if status.freshness == "fresh" and status.approval == "none":
            cells[f"approval/{take.id}"] = mark("auto")
        elif status.freshness == "stale" and hand_made(take) and not obstacles(view, found, marks, key):
            cells[f"approval/{take.id}"] = mark("auto", "kept as it is")
            cells[f"basis/{take.id}"] = basis_of(recipe_of(view, key))
    if cells:
        film.store.change("auto", target, cells, undoable=False)


def _blocked(film: Project, target: str) -> dict[str, list[str]]:
    view, marks = film.view(), film.marks()
    found = board(view, marks)
    wanted = closure(view, targets(view, target))
    return {
        str(key): obstacles(view, found, marks, key)
        for key in found
        if key in wanted
        and (needs_making(view, found, key) or found[key].freshness != "fresh")
        and not hand_made(view.take(key))
    }


def again(film: Project, at: Key, wanted: Mapping[str, Any]) -> Iterator[Event]:
    """Make one piece with these settings of its own, beside the takes that are there, and choose it: one change to undo."""
    now_view, marks = film.view(), film.marks()
    chosen = {
        k: t
        for k, t in now_view.chosen.items()
        if k != str(at) or not hand_made(t) or at.stage in ("script", "shotlist")
    }
    view = View(chosen, {**now_view.settings, **wanted}, now_view.machine, now_view.stages)
    cells = {f"setting/{name}": value for name, value in wanted.items()}
    told: dict[str, Any] = {"made": [], "cached": [], "same": [], "failed": {}, "blocked": {}}
    stored = film.store.with_recipe(str(at), recipe_sha(recipe_of(view, at)))
    if stored:
        film.store.change("regenerate", str(at), {**cells, f"select/{at}": stored.id})
        yield Event(kind="finished", data={**told, "cached": [str(at)]})
        return
    for step in Runner(film.store, film.stop).make(view, [at], int(view.setting("seed", at) or 0)):
        if not isinstance(step, Result):
            yield step
            continue
        commit = committed(film.store, view, marks, [at], step, approve=False)
        data = {"maker": step.maker}
        film.store.change("regenerate", str(at), {**cells, **commit.cells}, takes=commit.takes, data=data)
        told["made"] += commit.made
        told["same"] += commit.same
    yield Event(kind="finished", data=told)

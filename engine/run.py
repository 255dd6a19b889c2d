"""The doing: runs one make in a thread with a heartbeat, and turns its results into takes. Only this process writes the store.

Knows nothing of which piece should run next (engine.plan) or of what the person asked for (engine.project).
"""

from __future__ import annotations

import queue
import shutil
import threading
import time
import traceback
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from engine import spending
from engine.blobs import disk_error, no_room
from engine.errors import ReelwrightError
from engine.graph import Made, Result, View, Work
from engine.hashing import digest, plain
from engine.home import home
from engine.providers.contract import silent
from engine.providers.open_jobs import accounted, settle
from engine.recipe import recipe_sha
from engine.status import Marks, hand_made
from engine.store import Store, now
from engine.timings import learn
from engine.types import Event, Input, Key, Recipe, Take

_BEAT = 2.0
_POLL = 0.05


class Stopped(Exception):
    """The person asked to stop."""


@dataclass
class Runner:
    """Makes pieces of one film. `cancelled` is looked at between progress reports."""

    store: Store
    cancelled: threading.Event

    def work(self, view: View, keys: Sequence[Key], seed: int, provider: str, note: str = "") -> Work:
        """What a make is given, with a scratch folder of its own."""
        scratch = self.store.folder / "tmp" / f"{keys[0].stage}-{keys[0].unit}-{time.monotonic_ns()}"
        scratch.mkdir(parents=True, exist_ok=True)
        blobs = self.store.blobs
        cache = self.store.folder / "cache"
        units = tuple(key.unit for key in keys)
        return Work(view, units, seed, provider, scratch, blobs.keep, blobs.path, silent, cache, note)

    def make(self, view: View, keys: Sequence[Key], seed: int, note: str = "") -> Iterator[Event | Result]:
        """Run one make: progress events, then its Result. A failure is recorded in its job and raised."""
        stage = view.stages[keys[0].stage]
        provider = stage.provider(view, keys[0].unit)
        work = self.work(view, keys, seed, provider, note)
        job = self.store.begin_job(str(keys[0]), [str(key) for key in keys], "")
        yield Event(kind="started", key=str(keys[0]), data={"keys": [str(key) for key in keys], "maker": provider})
        began = time.monotonic()
        try:
            result = yield from self._watched(stage.make, work, job, str(keys[0]))
        except Stopped:
            self.store.end_job(job, "cancelled")
            raise
        except Exception as error:
            told = spoken(error, str(keys[0]), self.store.folder)
            self.store.end_job(job, "failed", str(told))
            self.store.log("failed", str(keys[0]), None, {"error": str(told), "maker": provider})
            spending.note(self.store, str(keys[0]), provider, getattr(told, "cost", 0.0))
            accounted(work.scratch)
            raise told from error
        except BaseException:
            self.store.end_job(job, "cancelled")
            raise
        finally:
            shutil.rmtree(work.scratch, ignore_errors=True)
        seconds = time.monotonic() - began
        if result.maker == provider or not result.notes:  # what another took in its place says nothing of this maker
            learn(keys[0].stage, provider, result.size or len(result.pieces), seconds)
        yield replace(result, size=seconds)
        settle(work.scratch)  # the takes are stored now: what was paid for need not be kept elsewhere
        self.store.end_job(job, "done")

    def _watched(self, make: Any, work: Work, job: int, key: str) -> Generator[Event, None, Result]:
        """Run `make` in a thread; the heartbeat and the store stay here."""
        told: queue.SimpleQueue[tuple[float, str]] = queue.SimpleQueue()
        box: dict[str, Any] = {}

        def progress(share: float, message: str = "") -> None:
            if self.cancelled.is_set():
                raise Stopped
            told.put((share, message))

        def body() -> None:
            try:
                box["result"] = make(replace(work, progress=progress))
            except BaseException as error:
                box["error"] = error

        thread = threading.Thread(target=body, name=f"make {key}", daemon=True)
        thread.start()
        beat = time.monotonic()
        while thread.is_alive():
            thread.join(_POLL)
            share, message = -1.0, ""
            while not told.empty():
                share, message = told.get()
            if share >= 0:
                yield Event(kind="progress", key=key, data={"share": share, "message": message})
            if time.monotonic() - beat > _BEAT:
                beat = time.monotonic()
                self.store.beat(job, max(share, 0.0), message)
        if "error" in box:
            raise box["error"]
        result: Result = box["result"]
        return result


def spoken(error: Exception, key: str, folder: Path) -> ReelwrightError:
    """Any failure of a make as one of the engine's own, with a sentence. What nobody foresaw is written to errors.log."""
    if isinstance(error, ReelwrightError):
        return error
    if isinstance(error, OSError) and (no_room(error) or isinstance(error, PermissionError)):
        return disk_error(error, folder)
    log = home() / "errors.log"
    with suppress(OSError), log.open("a", encoding="utf-8") as file:
        file.write(f"{now()} {key}\n{''.join(traceback.format_exception(error))}\n")
    return ReelwrightError(
        f"An error of our own stopped {key} ({type(error).__name__}). Try again; the details are in {log.name} in {log.parent}."
    )


def recipe_of(view: View, key: Key, seed: int | None = None) -> Recipe:
    """The recipe by which a piece would be made now."""
    stage = view.stages[key.stage]
    return Recipe(
        stage=key.stage,
        version=stage.version,
        inputs=tuple(need.input(view) for need in view.needs(key) if need.there),
        provider=stage.provider(view, key.unit),
        params=stage.params(view, key.unit),
        prompt=stage.prompt(view, key.unit),
        seed=int(view.setting("seed", key) or 0) if seed is None else seed,
    )


def basis_of(recipe: Recipe, *, only: bool = False) -> dict[str, Any]:
    """What settles a take on the inputs of now (see engine.status); with `only` it is no longer good for what it was made from."""
    own = {"provider": recipe.provider, "params": plain(recipe.params), "seed": recipe.seed, "prompt": recipe.prompt,
           "version": recipe.version}  # fmt: skip
    return {"inputs": plain(list(recipe.inputs)), "sha": recipe_sha(recipe), "own": own, "only": only}


def with_made(view: View, key: Key, pieces: Sequence[Made]) -> View:
    """The view as it will be once these pieces are chosen."""
    chosen = dict(view.chosen)
    for made in pieces:
        name = str(Key(key.stage, made.unit))
        old = chosen.get(name)
        take = old or Take(id=0, key=name, number=0, origin="made", maker="", recipe=Recipe(stage=key.stage, version=0),
                           recipe_sha="", content={}, content_sha="")  # fmt: skip
        chosen[name] = take.model_copy(update={"content": plain(made.content)})
    return view.after(chosen)


@dataclass(frozen=True)
class Commit:
    """New takes and the cells to set for them; `made` are the keys with a new take, `same` those whose result was identical."""

    takes: tuple[Take, ...]
    cells: Mapping[str, Any]
    made: tuple[str, ...]
    same: tuple[str, ...]


def committed(store: Store, view: View, marks: Marks, keys: Sequence[Key], result: Result, *, approve: bool) -> Commit:
    """Turn a result into takes: new ones beside the old, chosen unless a person's own take stands there; identical ones settle."""
    gone = _gone(view, marks, keys, result)
    ledger = _Ledger(store, view, with_made(view, keys[0], result.pieces), marks, result, approve, bool(gone))
    there = {str(key) for key in view.pieces()}
    for piece in result.pieces:
        key = Key(keys[0].stage, piece.unit)
        chosen, sha = view.take(key), digest("content", plain(piece.content))
        if chosen is None or str(key) not in there or key in keys:
            ledger.enter(key, chosen, piece, sha)
        elif piece.fitted and chosen.content_sha != sha:
            ledger.take(key, fitted_take(view, ledger.after, marks, chosen, plain(piece.content)), select=True)
        elif not piece.fitted and _offered(ledger.after, marks, key, chosen, sha):
            ledger.enter(key, chosen, piece, sha)
    cells = {**ledger.cells, **{f"select/{key}": None for key in gone}}
    return Commit(tuple(ledger.takes), cells, tuple(take.key for take in ledger.takes), tuple(ledger.same))


@dataclass
class _Ledger:
    """What a commit comes to, piece by piece. Where pieces are `shed`, those that stay are good for the new inputs alone: with
    the old ones the others must come back."""

    store: Store
    view: View
    after: View
    marks: Marks
    result: Result
    approve: bool
    shed: bool
    takes: list[Take] = field(default_factory=list)
    cells: dict[str, Any] = field(default_factory=dict)
    same: list[str] = field(default_factory=list)

    def enter(self, key: Key, chosen: Take | None, piece: Made, sha: str) -> None:
        """A result as a new take, unless it is the chosen take again or one that the same recipe made before."""
        recipe = recipe_of(self.after, key)
        free = not hand_made(chosen)
        if chosen and chosen.content_sha == sha:
            self.cells[f"basis/{chosen.id}"] = basis_of(recipe, only=self.shed)
            self.same.append(str(key))
        elif free and (old := self._stored(key, recipe_sha(recipe), sha)):
            self.cells[f"select/{key}"] = old.id
            self.same.append(str(key))
        else:
            self.take(key, self._new(key, piece, recipe, sha), select=free)

    def take(self, key: Key, take: Take, *, select: bool) -> None:
        """A new take beside the others; it is approved only by autopilot."""
        take = numbered(self.store, take, len(self.takes))
        self.takes.append(take)
        if select:
            self.cells[f"select/{key}"] = take.id
            if self.approve and self.view.stages[key.stage].gate:
                self.cells[f"approval/{take.id}"] = mark("auto")

    def _stored(self, key: Key, recipe: str, sha: str) -> Take | None:
        alike = (
            t for t in self.store.takes(str(key)) if (t.origin, t.recipe_sha, t.content_sha) == ("made", recipe, sha)
        )
        return next((t for t in alike if self.marks.approval(t) != "sent_back"), None)

    def _new(self, key: Key, piece: Made, recipe: Recipe, sha: str) -> Take:
        share = max(1, len(self.result.pieces))
        return Take(id=0, key=str(key), number=0, origin="made", maker=self.result.maker, recipe=recipe,
                    recipe_sha=recipe_sha(recipe), content=plain(piece.content), content_sha=sha,
                    seconds=round(self.result.size / share, 3), cost=self.result.cost / share)  # fmt: skip


def numbered(store: Store, take: Take, ahead: int = 0) -> Take:
    """A take with its id, number and time; `ahead` counts others that are stored with it."""
    new = {"id": store.next_id() + ahead, "number": store.next_number(take.key), "created": now()}
    return take.model_copy(update=new)


def fitted_take(view: View, after: View, marks: Marks, old: Take, content: dict[str, Any]) -> Take:
    """A take that was only fitted to others, not yet numbered. It keeps its maker, and whatever it was stale about."""
    key = Key.parse(old.key)
    base = marks.bases.get(old.id)
    then = {i.name: i for i in (old.recipe.inputs if base is None else [Input(**i) for i in base["inputs"]])}
    before = {need.name: need.input(view).sha for need in view.needs(key) if need.there}
    inputs = tuple(
        then[need.name] if need.name in then and then[need.name].sha != before.get(need.name) else need.input(after)
        for need in after.needs(key)
        if need.there
    )
    recipe = old.recipe.model_copy(update={"inputs": inputs, **(base["own"] if base else {})})
    sha = {"recipe": recipe, "recipe_sha": recipe_sha(recipe), "content_sha": digest("content", content)}
    return old.model_copy(update={"content": content, **sha})


def _offered(view: View, marks: Marks, key: Key, chosen: Take, sha: str) -> bool:
    """Whether a result that was not asked for is kept all the same: another order, or a newer form of a person's own stale take."""
    if chosen.content_sha == sha:
        return False
    return key.unit == "order" or (hand_made(chosen) and _stale(view, marks, key, chosen))


def _stale(view: View, marks: Marks, key: Key, take: Take) -> bool:
    """Whether a take's inputs are neither those that it was made from nor those that it was settled on."""
    base = marks.bases.get(take.id)
    known = [] if base and base.get("only") else [{i.name: i.sha for i in take.recipe.inputs}]
    known += [{i["name"]: i["sha"] for i in base["inputs"]}] if base else []
    current = {n.name: n.input(view).sha for n in view.needs(key) if n.there and not n.advise}
    return all(any(then.get(name) != sha for name, sha in current.items()) for then in known)


def _gone(view: View, marks: Marks, keys: Sequence[Key], result: Result) -> list[Key]:
    """Pieces of a set without an order (the bible) that a new make no longer has; a person's own stay."""
    if keys[0].stage != "bible":
        return []
    units = {piece.unit for piece in result.pieces}
    return [key for key in keys if key.unit not in units and view.take(key) and not hand_made(view.take(key))]


def clean_scratch(folder: Path) -> None:
    """Remove what a killed process left in the scratch folder."""
    shutil.rmtree(folder / "tmp", ignore_errors=True)


def mark(state: str, note: str = "") -> dict[str, str]:
    """An approval as the store keeps it."""
    return {"state": state, "note": note, "at": now()}

"""The doing: runs one make in a thread with a heartbeat, and turns its results into takes. Only this process writes the store.

Knows nothing of which piece should run next (engine.plan) or of what the person asked for (engine.project).
"""

from __future__ import annotations

import queue
import shutil
import threading
import time
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from engine.errors import ReelwrightError
from engine.graph import Made, Result, View, Work
from engine.hashing import digest, plain
from engine.providers.contract import silent
from engine.recipe import recipe_sha
from engine.status import Marks, hand_made
from engine.store import Store, now
from engine.timings import learn
from engine.types import Event, Key, Recipe, Take

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
        except ReelwrightError as error:
            self.store.end_job(job, "failed", str(error))
            self.store.log("failed", str(keys[0]), None, {"error": str(error), "maker": provider})
            raise
        except BaseException as error:
            self.store.end_job(job, "failed", f"an error of our own: {error}")
            raise
        finally:
            shutil.rmtree(work.scratch, ignore_errors=True)
        seconds = time.monotonic() - began
        learn(keys[0].stage, provider, result.size or len(result.pieces), seconds)
        yield replace(result, size=seconds)
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


def basis_of(recipe: Recipe) -> dict[str, Any]:
    """What settles a take on the inputs of now (see engine.status)."""
    own = {"provider": recipe.provider, "params": plain(recipe.params), "seed": recipe.seed, "prompt": recipe.prompt,
           "version": recipe.version}  # fmt: skip
    return {"inputs": plain(list(recipe.inputs)), "sha": recipe_sha(recipe), "own": own}


def with_made(view: View, key: Key, pieces: Sequence[Made]) -> View:
    """The view as it will be once these pieces are chosen."""
    chosen = dict(view.chosen)
    for made in pieces:
        name = str(Key(key.stage, made.unit))
        old = chosen.get(name)
        take = old or Take(id=0, key=name, number=0, origin="made", maker="", recipe=Recipe(stage=key.stage, version=0),
                           recipe_sha="", content={}, content_sha="")  # fmt: skip
        chosen[name] = take.model_copy(update={"content": plain(made.content)})
    return View(chosen, view.settings, view.machine, view.stages)


@dataclass(frozen=True)
class Commit:
    """New takes and the cells to set for them; `made` are the keys with a new take, `same` those whose result was identical."""

    takes: tuple[Take, ...]
    cells: Mapping[str, Any]
    made: tuple[str, ...]
    same: tuple[str, ...]


def committed(
    store: Store,
    view: View,
    marks: Marks,
    keys: Sequence[Key],
    result: Result,
    *,
    approve: bool,
    wanted: set[Key] | None = None,
) -> Commit:
    """Turn a result into takes: new ones beside the old, chosen unless a person's own take stands there; identical ones settle."""
    after = with_made(view, keys[0], result.pieces)
    asked = set(keys) if wanted is None else wanted
    takes: list[Take] = []
    cells: dict[str, Any] = {}
    made, same = [], []
    there = {str(key) for key in view.pieces()}
    for piece in result.pieces:
        key = Key(keys[0].stage, piece.unit)
        content = plain(piece.content)
        sha = digest("content", content)
        chosen = view.take(key)
        if chosen and str(key) in there and key not in asked and not _offered(after, marks, key, chosen, sha):
            continue
        recipe = recipe_of(after, key)
        if chosen and chosen.content_sha == sha:
            cells[f"basis/{chosen.id}"] = basis_of(recipe)
            same.append(str(key))
            continue
        take = Take(
            id=store.next_id() + len(takes),
            key=str(key),
            number=store.next_number(str(key)),
            origin="made",
            maker=result.maker,
            recipe=recipe,
            recipe_sha=recipe_sha(recipe),
            content=content,
            content_sha=sha,
            seconds=round(result.size / max(1, len(result.pieces)), 3),
            cost=result.cost / max(1, len(result.pieces)),
            created=now(),
        )
        takes.append(take)
        made.append(str(key))
        if not (hand_made(chosen) and piece.unit != "order"):
            cells[f"select/{key}"] = take.id
            if approve and view.stages[key.stage].gate:
                cells[f"approval/{take.id}"] = {"state": "auto", "note": "", "at": now()}
    gone = _gone(view, marks, keys, result)
    cells.update({f"select/{key}": None for key in gone})
    return Commit(tuple(takes), cells, tuple(made), tuple(same))


def _offered(view: View, marks: Marks, key: Key, chosen: Take, sha: str) -> bool:
    """Whether a result that was not asked for is kept all the same: another order, or a newer form of a person's own stale take."""
    if chosen.content_sha == sha:
        return False
    return key.unit == "order" or (hand_made(chosen) and _stale(view, marks, key, chosen))


def _stale(view: View, marks: Marks, key: Key, take: Take) -> bool:
    base = marks.bases.get(take.id)
    then = {i["name"]: i["sha"] for i in base["inputs"]} if base else {i.name: i.sha for i in take.recipe.inputs}
    return any(then.get(n.name) != n.input(view).sha for n in view.needs(key) if n.there and not n.advise)


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

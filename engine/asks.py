"""What a person asked to have made: rows that outlive the process, so that a restarted server goes on where it was.

An ask is a whole run ('make up to the cut', 'four candidates of this picture'); the jobs inside it are `store.begin_job`'s.
Example: `add(store, "make", "cut", {"approve": "all"})`, then `carry_out(film, ask)`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from engine.errors import UserError
from engine.hashing import canonical
from engine.store import Store, now
from engine.types import Event

if TYPE_CHECKING:
    from engine.project import Project

AskState = Literal["queued", "running", "done", "failed", "cancelled"]
OPEN = ("queued", "running")
VERBS = ("make", "regenerate", "candidates", "rewrite", "adopt", "inspect", "look")
MOST_CANDIDATES = 8


@dataclass(frozen=True)
class Ask:
    """One thing that was asked for. `outcome` is the data of the run's last event, or {'error': sentence}."""

    id: int
    verb: str
    target: str
    options: dict[str, Any] = field(default_factory=dict)
    state: AskState = "queued"
    outcome: dict[str, Any] = field(default_factory=dict)
    created: str = ""
    ended: str = ""


def add(store: Store, verb: str, target: str, options: Mapping[str, Any] | None = None) -> Ask:
    """Write down what is wanted; nothing runs yet."""
    if verb not in VERBS:
        raise UserError(f"'{verb}' cannot be asked for; there are: {', '.join(VERBS)}.")
    with store.writing():
        cursor = store.db.execute(
            "INSERT INTO asks (verb, target, options, created) VALUES (?, ?, ?, ?)",
            (verb, target, canonical(dict(options or {})), now()),
        )
        store.log("asked", target, None, {"verb": verb})
    return get(store, int(cursor.lastrowid or 0))


def get(store: Store, id: int) -> Ask:
    """One ask by its id; UserError where there is none."""
    found = [ask for ask in listed(store, limit=1, where="id = ?", values=(id,))]
    if not found:
        raise UserError(f"There is no job {id} in this film.")
    return found[0]


def listed(store: Store, *, limit: int = 20, where: str = "1", values: tuple[Any, ...] = ()) -> list[Ask]:
    """The newest asks, newest first."""
    rows = store.rows(f"SELECT * FROM asks WHERE {where} ORDER BY id DESC LIMIT ?", (*values, limit))
    return [
        Ask(**{**row, "options": json.loads(row["options"]), "outcome": json.loads(row["outcome"])}) for row in rows
    ]


def known(store: Store) -> bool:
    """Whether a film's database has asks at all (one that an older version wrote has none until it is opened to write)."""
    return bool(store.rows("SELECT 1 AS one FROM sqlite_master WHERE name = 'asks'"))


def waiting(store: Store) -> list[Ask]:
    """What is still to be done, oldest first."""
    return listed(store, limit=1000, where="state IN ('queued', 'running')")[::-1]


def settle(store: Store, id: int, state: AskState, outcome: Mapping[str, Any] | None = None) -> None:
    """Say how far an ask is."""
    with store.writing():
        store.db.execute(
            "UPDATE asks SET state = ?, outcome = ?, ended = ? WHERE id = ?",
            (state, canonical(dict(outcome or {})), "" if state in OPEN else now(), id),
        )
        store.log(f"ask {state}", get(store, id).target)


def carry_out(film: Project, ask: Ask) -> Iterator[Event]:
    """Do what was asked, with the events of the run; the last is 'finished'. Errors of the engine are raised."""
    if ask.verb == "make":
        yield from film.make(ask.target, ask.options.get("approve", "none"))
    elif ask.verb == "regenerate":
        seed, words = ask.options.get("seed"), ask.options.get("prompt")
        yield from film.regenerate(ask.target, seed=seed, provider=ask.options.get("provider", ""), prompt=words)
    elif ask.verb == "rewrite":
        from engine.proposals import by_writer

        yield from by_writer(film, ask)
    elif ask.verb == "inspect":
        from engine.inspecting import look_over

        yield from look_over(film, ask.target)
    elif ask.verb == "look":
        from engine.guidance import look

        yield from look(film, ask.target)
    elif ask.verb == "adopt":
        from engine.adopting import adopt

        yield from adopt(film, ask.target, str(ask.options.get("file", "")))
    else:
        yield from _candidates(film, ask)


def _candidates(film: Project, ask: Ask) -> Iterator[Event]:
    """Several takes with a seed each; the take that was chosen before stays chosen, for the person compares first. Which one that
    was is written down before anything is made, so that neither a stop nor a kill loses it."""
    if "before" not in ask.options:
        ask = _remember(film.store, ask, {"before": film.status(ask.target).take})
    before = ask.options["before"]
    told: dict[str, Any] = {"made": [], "cached": [], "same": [], "failed": {}, "blocked": {}}
    try:
        for _ in range(min(int(ask.options.get("count", 4)), MOST_CANDIDATES)):
            for event in film.regenerate(ask.target, provider=ask.options.get("provider", "")):
                if event.kind == "finished":
                    for name in ("made", "cached", "same"):
                        told[name] += event.data[name]
                else:
                    yield event
            if film.stop.is_set():
                break
    finally:
        if before is not None and film.status(ask.target).take != before:
            film.select(ask.target, before)
    yield Event(kind="finished", data=told)


def _remember(store: Store, ask: Ask, more: Mapping[str, Any]) -> Ask:
    """Add to an ask's options what it must know when it is taken up again."""
    with store.writing():
        store.db.execute("UPDATE asks SET options = ? WHERE id = ?", (canonical({**ask.options, **more}), ask.id))
    return get(store, ask.id)

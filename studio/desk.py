"""The desk: open films, what each looks like now, and the queue of what people asked to have made (one heavy job at a time).

Truth stays in each film's store; here is only what is quick to lose: open connections, the last snapshot, how far a job is.
Example: `desk.film(visitor, id).ask("make", "cut", approve="all")`.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from engine import asks, looking
from engine.artifacts import Brief
from engine.asks import Ask
from engine.errors import Busy, ProviderError, ReelwrightError, UserError
from engine.graph import View
from engine.project import Project, create_project, open_project
from engine.run import Stopped
from engine.status import Board, Marks, board
from engine.types import Event, Key
from studio.config import Config
from studio.fetching import Fetching
from studio.inbox import Inbox
from studio.library import Library
from studio.voicing import Voicing

BOOT = secrets.token_hex(4)
"""Differs from start to start, so that a page knows that the server is another."""
MOST_OPEN = 24
RECENT = 8


@dataclass(frozen=True)
class Doing:
    """What is being made now: of which ask, which piece, how far (0 to 1) and how many seconds are left of that piece."""

    ask: int
    key: str = ""
    share: float = 0.0
    message: str = ""
    left: float | None = None


@dataclass(frozen=True)
class Snapshot:
    """One moment of a film, all that a page shows of it. `queue` counts the asks of all films before this film's next."""

    id: str
    title: str
    view: View
    board: Board
    marks: Marks
    asks: list[Ask]
    busy: Doing | None
    queue: int
    version: str
    undo: tuple[str, str] | None
    redo: tuple[str, str] | None
    cost: float
    changes: list[dict[str, Any]]
    takes: dict[str, int] = field(default_factory=dict)


@dataclass
class Film:
    """An open film. `project` has the verbs; `ask` has things made in the background."""

    id: str
    visitor: str
    project: Project
    desk: Desk
    guard: threading.RLock = field(default_factory=threading.RLock)
    doing: Doing | None = None
    began: float = 0.0
    used: float = field(default_factory=time.monotonic)
    _last: Snapshot | None = None

    @property
    def version(self) -> str:
        """Changes whenever anything about the film does (but for how far a job is)."""
        return f"{BOOT}-{self.project.store.last_event()}-{self.doing.key if self.doing else ''}"

    def snapshot(self) -> Snapshot:
        """The film as it is now."""
        with self.guard:
            version = self.version
            if self._last is None or self._last.version != version:
                self._last = self._read(version)
            busy, queue = self.doing, self.desk.position(self)
            if (self._last.busy, self._last.queue) != (busy, queue):
                self._last = Snapshot(**{**self._last.__dict__, "busy": busy, "queue": queue})
            return self._last

    def _read(self, version: str) -> Snapshot:
        store = self.project.store
        view, marks = self.project.view(), self.project.marks()
        return Snapshot(
            id=self.id,
            title=title_of(view),
            view=view,
            board=board(view, marks),
            marks=marks,
            asks=asks.listed(store),
            busy=self.doing,
            queue=0,
            version=version,
            undo=store.next_step(forward=False),
            redo=store.next_step(forward=True),
            cost=store.spent(),
            changes=store.latest(RECENT),
            takes=store.counts(),
        )

    def ask(self, verb: str, target: str, **options: Any) -> Ask:
        """Have something made in the background; what is already waiting for the same is not asked twice."""
        store = self.project.store
        wanted = {name: value for name, value in options.items() if value not in (None, "")}
        same = (a for a in asks.waiting(store) if (a.verb, a.target, a.options) == (verb, target, wanted))
        found = next((a for a in same if a.state == "queued"), None) or asks.add(store, verb, target, wanted)
        self.desk.enqueue(self, found.id)
        return found

    def retry(self, ask: int) -> Ask:
        """Ask again for what failed or was cancelled."""
        old = asks.get(self.project.store, ask)
        return self.ask(old.verb, old.target, **{k: v for k, v in old.options.items() if k != "before"})

    def cancel(self, ask: int) -> None:
        """Stop an ask, waiting or running; what is finished stays."""
        found = asks.get(self.project.store, ask)
        if self.doing and self.doing.ask == ask:
            self.project.cancel()
        elif found.state in asks.OPEN:
            self.desk.forget(self, ask)
            asks.settle(self.project.store, ask, "cancelled")


def title_of(view: View) -> str:
    """What a film is called: the person's title, the script's, or its first words."""
    brief, order = view.content(Key("brief")), view.content(Key("script", "order"))
    first = " ".join(brief.text.split()[:6]) if brief else ""
    return (brief.title if brief else "") or (order.title if order else "") or first or "A film without words"


class Desk:
    """All open films of one server and its one worker."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self.library = Library(config.projects)
        self.inbox = Inbox(self.library)
        self.fetching = Fetching()
        self.voicing = Voicing()
        self._open: dict[tuple[str, str], Film] = {}
        self._lock = threading.RLock()
        self._line: deque[tuple[Film, int]] = deque()
        self._wake = threading.Condition(self._lock)
        self._closing = False
        self._worker = threading.Thread(target=self._work, name="maker", daemon=True)
        self._worker.start()

    def film(self, visitor: str, film: str) -> Film:
        """An open film of this visitor; NotYours for any other."""
        folder = self.library.folder(visitor, film)
        with self._lock:
            found = self._open.get((visitor, film))
            if found is None:
                found = Film(film, visitor, open_project(folder), self)
                self._open[visitor, film] = found
                self._line.extend((found, ask.id) for ask in asks.waiting(found.project.store))
                self._wake.notify()
                self._close_unused()
            found.used = time.monotonic()
            return found

    def create(self, visitor: str, brief: Brief, settings: Mapping[str, Any] | None = None) -> str:
        """A new film; its id."""
        name, folder = self.library.new(visitor, brief.title or " ".join(brief.text.split()[:5]))
        create_project(folder, brief, settings).store.close()
        return name

    def shut(self, visitor: str, film: str) -> None:
        """Close a film (before it is copied or deleted); Busy while something of it is being made."""
        with self._lock:
            found = self._open.get((visitor, film))
            if found is None:
                return
            if found.doing:
                raise Busy("Something is being made for this film; cancel it or wait until it is done.")
            self._line = deque(item for item in self._line if item[0] is not found)
            del self._open[visitor, film]
            found.project.store.close()

    def resume(self) -> None:
        """Open every film that was being made when the server stopped."""
        shelves = (path for path in self.config.projects.iterdir() if path.is_dir() and not path.name.startswith("."))
        for shelf in shelves:
            for listed in self._listed(shelf.name):
                self._resume_one(shelf.name, listed)

    def _listed(self, visitor: str) -> list[str]:
        try:
            return [film.id for film in self.library.films(visitor)]
        except UserError:
            return []

    def _resume_one(self, visitor: str, film: str) -> None:
        try:
            with open_project(self.library.folder(visitor, film), write=False) as found:
                waiting = bool(asks.waiting(found.store)) if asks.known(found.store) else False
            if waiting:
                self.film(visitor, film)
        except ReelwrightError:
            return  # a damaged film says so when it is opened

    def enqueue(self, film: Film, ask: int) -> None:
        """Put an ask at the end of the line, once."""
        with self._lock:
            if (film, ask) not in [(f, a) for f, a in self._line]:
                self._line.append((film, ask))
            self._wake.notify()

    def forget(self, film: Film, ask: int) -> None:
        """Take an ask out of the line."""
        with self._lock:
            self._line = deque(item for item in self._line if not (item[0] is film and item[1] == ask))

    def position(self, film: Film) -> int:
        """How many asks stand before this film's next one (0: it is next or running, or there is none)."""
        with self._lock:
            running = any(other.doing for other in self._open.values() if other is not film)
            at = next((n for n, (other, _) in enumerate(self._line) if other is film), None)
            return 0 if at is None else at + int(running)

    def close(self) -> None:
        """Stop the worker (what runs is stopped at its next step and goes on after a restart) and close all films."""
        with self._lock:
            self._closing = True
            for film in self._open.values():
                film.project.stop.set()
            self._wake.notify()
        self.fetching.close()
        self._worker.join(10)
        with self._lock:
            for film in self._open.values():
                film.project.store.close()
            self._open.clear()

    def _close_unused(self) -> None:
        busy = {id(film) for film, _ in self._line}
        idle = [item for item in self._open.items() if not item[1].doing and id(item[1]) not in busy]
        for key, film in sorted(idle, key=lambda item: item[1].used)[: max(0, len(self._open) - MOST_OPEN)]:
            film.project.store.close()
            del self._open[key]

    def _work(self) -> None:
        while True:
            with self._lock:
                while not self._line and not self._closing:
                    self._wake.wait()
                if self._closing:
                    return
                film, id = self._line.popleft()
                film.doing, film.began = Doing(id), time.monotonic()
            try:
                self._carry_out(film, id)
            except Exception as error:  # one film's trouble must not stop the others
                self._failed(film, id, error)
            finally:
                film.doing = None

    def _carry_out(self, film: Film, id: int) -> None:
        ask = asks.get(film.project.store, id)
        if ask.state not in asks.OPEN:
            return
        store = film.project.store
        film.project.stop.clear()
        asks.settle(store, id, "running")
        outcome: dict[str, Any] = {}
        try:
            for event in asks.carry_out(film.project, ask):
                self._heard(film, id, event)
                outcome = dict(event.data) if event.kind == "finished" else outcome
        except Stopped:
            outcome = {"failed": {}, "stopped": True}
        if self._closing:
            return  # it stays 'running' and is taken up again
        outcome.pop("errors", None)
        stopped = film.project.stop.is_set()
        asks.settle(store, id, "cancelled" if stopped else "failed" if outcome.get("failed") else "done", outcome)

    def _heard(self, film: Film, id: int, event: Event) -> None:
        if event.kind == "started":
            film.began = time.monotonic()
            film.doing = Doing(id, event.key)
        elif event.kind == "progress":
            share = float(event.data.get("share", 0.0))
            spent = time.monotonic() - film.began
            left = spent * (1 - share) / share if share > 0.05 else None
            film.doing = Doing(id, event.key, share, str(event.data.get("message", "")), left)
        elif event.kind == "made":
            takes = film.project.takes(event.key)
            looking.prepared(film.project.folder, takes[-1].content, film.project.store.blobs.path)

    def _failed(self, film: Film, id: int, error: Exception) -> None:
        if self._closing:
            return
        known = isinstance(error, ReelwrightError)
        text = str(error) if known else f"An error of our own stopped this ({type(error).__name__}); try again."
        outcome: dict[str, Any] = {"error": text}
        if isinstance(error, ProviderError) and error.words:
            outcome["words"] = error.words[:600]
        try:
            asks.settle(film.project.store, id, "failed", outcome)
        except ReelwrightError:
            return  # the disk refuses: the ask stays as it is and is taken up after a restart


def plan_of(film: Film, target: str) -> tuple[list[Any], float, list[float | None]]:
    """What a run up to `target` would do: its steps, seconds, and what each step costs (US dollars; None: not known)."""
    found = film.project.plan(target)
    return found, sum(step.seconds for step in found), [step.cost for step in found]


__all__ = ["BOOT", "Desk", "Doing", "Film", "Snapshot", "plan_of", "title_of"]

"""Fetches model packs in a thread of its own, one after another; how far each is can be asked at any time.

Packs belong to the machine, not to a film, so they stand beside the queue of films. Example: `Fetching().ask("fonts")`.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from dataclasses import dataclass, replace
from typing import Literal

from engine import packs
from engine.errors import ReelwrightError

State = Literal["queued", "working", "failed", "cancelled", "done"]
_LOG = logging.getLogger("reelwright.studio")


@dataclass(frozen=True)
class Fetch:
    """One pack on its way. `share` is 0 to 1; `message` says what goes on, or why it failed."""

    pack: str
    state: State = "queued"
    share: float = 0.0
    message: str = ""


class Fetching:
    """The line of packs that were asked for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._line: deque[str] = deque()
        self._found: dict[str, Fetch] = {}
        self._stopped: set[str] = set()
        self._closing = False
        self._thread: threading.Thread | None = None

    def ask(self, pack: str) -> None:
        """Have a pack fetched; UserError where there is none of that name."""
        id = packs.pack(pack).id
        with self._lock:
            if id in self._found and self._found[id].state in ("queued", "working"):
                return
            self._stopped.discard(id)
            self._found[id] = Fetch(id)
            self._line.append(id)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="fetcher", daemon=True)
                self._thread.start()

    def cancel(self, pack: str) -> None:
        """Stop a fetch, waiting or running; what has arrived is kept for the next."""
        with self._lock:
            found = self._found.get(pack)
            if found is None or found.state not in ("queued", "working"):
                return
            self._stopped.add(pack)
            if found.state == "queued":
                self._line.remove(pack)
                self._found[pack] = replace(found, state="cancelled")

    def all(self) -> dict[str, Fetch]:
        """Every fetch since the start, by pack."""
        with self._lock:
            return dict(self._found)

    def close(self) -> None:
        """Stop what runs; it goes on from there when it is asked for again."""
        with self._lock:
            self._closing = True
            self._line.clear()
            thread = self._thread
        if thread:
            thread.join(5)

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._line or self._closing:
                    self._thread = None
                    return
                id = self._line.popleft()
                self._found[id] = Fetch(id, "working")
            self._settle(id, self._fetched(id))

    def _fetched(self, id: str) -> Fetch:
        def heard(share: float, message: str = "") -> None:
            self._settle(id, Fetch(id, "working", share, message))

        try:
            packs.fetch(id, heard, lambda: self._closing or id in self._stopped)
        except packs.FetchCancelled as error:
            return Fetch(id, "cancelled", message=str(error))
        except ReelwrightError as error:
            return Fetch(id, "failed", message=str(error))
        except Exception as error:  # one pack's trouble must not stop the others
            _LOG.exception("fetching %s failed", id)
            return Fetch(id, "failed", message=f"Something of ours went wrong ({type(error).__name__}); try again.")
        return Fetch(id, "done", 1.0)

    def _settle(self, id: str, fetch: Fetch) -> None:
        with self._lock:
            self._found[id] = fetch

"""Counts the bytes of a fetch, tells a Progress of them and stops when the person cancels. Knows nothing of networks.

Example: `meter.expect(9000, covers=12000)`, then `meter.add(4096)` for each chunk.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from engine.errors import UserError
from engine.packs.manifest import megabytes
from engine.providers.contract import Progress

Cancelled = Callable[[], bool]
_EVERY = 0.1


class FetchCancelled(UserError):
    """The person stopped the fetch; what has arrived is kept and the next fetch goes on from there."""


class Meter:
    """Bytes done of bytes expected, for one pack of `size` bytes on disk."""

    def __init__(self, title: str, size: int, progress: Progress, cancelled: Cancelled) -> None:
        self._title, self._size, self._progress, self._cancelled = title, size, progress, cancelled
        self._total = self._done = self._ready = self._covers = 0
        self._told = 0.0

    def expect(self, total: int, *, done: int = 0, ready: int = 0, covers: int = 0) -> None:
        """A source begins: it sends `total` bytes, `done` of which are here already, and they become `covers` bytes of
        the pack, of which `ready` bytes are in place."""
        self._total, self._done, self._ready, self._covers, self._told = total, done, ready, covers, 0.0
        self.add(0)

    def add(self, count: int) -> None:
        """`count` more bytes have arrived (negative when they must come again). FetchCancelled when asked to stop."""
        self._done += count
        self.check()
        now = time.monotonic()
        if self._done >= self._total or now - self._told >= _EVERY:
            self._told = now
            self._progress(self._share(), f"{self._title}: {megabytes(self._done)} of {megabytes(self._total)}")

    def say(self, message: str) -> None:
        """Something else than bytes goes on."""
        self.check()
        self._progress(self._share(), f"{self._title}: {message}")

    def _share(self) -> float:
        arrived = min(1.0, max(0.0, self._done / self._total)) if self._total else 0.0
        return min(1.0, (self._ready + self._covers * arrived) / self._size) if self._size else 0.0

    def check(self) -> None:
        if self._cancelled():
            raise FetchCancelled(
                f"{self._title}: stopped. What has arrived is kept; fetching again goes on from there."
            )

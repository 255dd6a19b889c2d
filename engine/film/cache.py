"""A folder of encoded pieces by fingerprint: whole or not there, checked when read, the longest unused thrown away
first.

Every file starts with the SHA-256 of the rest, so that a damaged one is noticed and made again. Knows nothing of what
it holds. Example: `cache.put(key, payload, {"frames": 96})`, then `cache.get(key)` -> Entry or None.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DIGEST = 32
STALE_SECONDS = 3600
"""After this a half-written file belongs to nobody any more."""
LIMIT = 4 * 1024**3


@dataclass(frozen=True)
class Entry:
    """What was stored: the bytes, and a few facts about them."""

    payload: bytes
    note: dict[str, Any]


class Cache:
    """Pieces in `folder`, kept below `limit` bytes by `sweep`. Several threads and processes may use one folder."""

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self.folder = folder
        self._limit = limit
        folder.mkdir(parents=True, exist_ok=True)
        self._remove_leavings()

    def has(self, key: str) -> bool:
        """Whether there is an entry, damaged or not; counts as a use of it."""
        try:
            os.utime(self._path(key))
        except OSError:
            return False
        return True

    def get(self, key: str) -> Entry | None:
        """The entry, or None where there is none or it is damaged (it is then removed)."""
        path = self._path(key)
        try:
            content = path.read_bytes()
        except OSError:
            return None
        entry = _read(content)
        with contextlib.suppress(OSError):
            os.utime(path) if entry else path.unlink()
        return entry

    def put(self, key: str, payload: bytes, note: dict[str, Any]) -> Entry:
        """Store an entry: written aside, then renamed. OSError when the disk does not take it (nothing is left
        behind).
        """
        head = json.dumps(note, sort_keys=True).encode()
        parts = len(head).to_bytes(4, "big"), head, payload
        digest = hashlib.sha256()
        for each in parts:  # one by one: the sound of an hour would be copied twice
            digest.update(each)
        with self.aside(key) as part:
            with part.open("wb") as file:
                file.writelines((digest.digest(), *parts))
            part.replace(self._path(key))
        return Entry(payload, note)

    @contextlib.contextmanager
    def aside(self, name: str) -> Iterator[Path]:
        """A path to write to that is removed if it is still there at the end."""
        part = self.folder / f"{name}.{os.getpid()}-{threading.get_ident()}.part"
        try:
            yield part
        finally:
            part.unlink(missing_ok=True)

    def sweep(self) -> None:
        """Throw away what was unused for longest until the folder is below its limit."""
        files = sorted((stat.st_mtime, stat.st_size, path) for path, stat in self._files(".piece"))
        total = sum(size for _, size, _ in files)
        for _, size, path in files:
            if total <= self._limit:
                return
            Path(path).unlink(missing_ok=True)
            total -= size

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.piece"

    def _files(self, ending: str) -> Iterator[tuple[str, os.stat_result]]:
        """Files by how they end. Not by pathlib, which takes four times as long in a folder of thousands."""
        with os.scandir(self.folder) as found:
            for file in found:
                if file.name.endswith(ending):
                    with contextlib.suppress(OSError):
                        yield file.path, file.stat()

    def _remove_leavings(self) -> None:
        for path, stat in self._files(".part"):
            if time.time() - stat.st_mtime > STALE_SECONDS:
                Path(path).unlink(missing_ok=True)


def _read(content: bytes) -> Entry | None:
    body = memoryview(content)[DIGEST:]
    if len(body) < 4 or hashlib.sha256(body).digest() != content[:DIGEST]:
        return None
    head = 4 + int.from_bytes(body[:4], "big")
    return Entry(bytes(body[head:]), json.loads(bytes(body[4:head])))

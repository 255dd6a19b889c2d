"""What a render found out and need not find out again: the hashes of files, and fingerprints that were dear to make.

A file is known by its size and stamps; one that was written a moment ago is read again, since a second change could
hide in the same stamp. Kept as one small file beside the cache; losing it costs time, never correctness.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from engine.errors import MediaError

MOST_ENTRIES = 20_000
SETTLED_SECONDS = 2.0
VERSION = 1


class Files:
    """The hashes of files, each read once."""

    def __init__(self) -> None:
        self._asked: dict[Path, str] = {}

    def sha256(self, path: Path) -> str:
        """The hash of a file's bytes; MediaError when it cannot be read."""
        if path not in self._asked:
            try:
                self._asked[path] = self._of(path)
            except OSError as error:
                reason = (
                    "is not there" if isinstance(error, FileNotFoundError) else f"cannot be read ({error.strerror})"
                )
                raise MediaError(f"{path.name} {reason}; make or choose it again.") from error
        return self._asked[path]

    def _of(self, path: Path) -> str:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()


class Memory(Files):
    """Remembers in `folder`; several renders may share it, the last one's memory is kept."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._path = folder / "known.json"
        kept = _read(self._path)
        self._files: dict[str, list[Any]] = kept.get("files", {})
        self._keys: dict[str, str] = kept.get("keys", {})
        self._changed = False

    def key(self, guess: str, find: Callable[[], str]) -> str:
        """What `find` answered the last time that it was asked for the same `guess`."""
        if guess not in self._keys:
            self._keys[guess] = find()
            self._changed = True
        else:  # most lately used last
            self._keys[guess] = self._keys.pop(guess)
        return self._keys[guess]

    def keep(self, aside: Callable[[str], contextlib.AbstractContextManager[Path]]) -> None:
        """Write what is new; a disk that does not take it is passed over."""
        if not self._changed:
            return
        content = {
            "version": VERSION,
            "files": dict(list(self._files.items())[-MOST_ENTRIES:]),
            "keys": dict(list(self._keys.items())[-MOST_ENTRIES:]),
        }
        with contextlib.suppress(OSError), aside("known") as part:
            part.write_text(json.dumps(content))
            part.replace(self._path)

    def _of(self, path: Path) -> str:
        stat = path.stat()
        stamp = [stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino]
        name = str(path.absolute())
        known = self._files.get(name)
        if known and known[:4] == stamp:
            return str(known[4])
        found = super()._of(path)
        if time.time() - max(stat.st_mtime, stat.st_ctime) > SETTLED_SECONDS:
            self._files.pop(name, None)
            self._files[name] = [*stamp, found]
            self._changed = True
        return found


def _read(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text())
    except (OSError, ValueError):
        return {}
    if not isinstance(content, dict) or content.get("version") != VERSION:
        return {}
    whole = all(isinstance(content.get(name), dict) for name in ("files", "keys"))
    return content if whole else {}

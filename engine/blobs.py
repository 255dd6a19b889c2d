"""Media by content: a file is stored once under its own hash, written aside, synced and renamed, so it is whole or absent.

Knows nothing of takes. Example: `Blobs(folder).keep(path, "audio/wav")` returns the Blob; `.path(blob)` opens it again.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from engine.errors import StoreError
from engine.hashing import file_digest
from engine.types import Blob

SUFFIX = {
    "audio/wav": ".wav", "audio/ogg": ".opus", "image/png": ".png", "image/jpeg": ".jpg", "video/mp4": ".mp4",
    "application/x-subrip": ".srt", "application/octet-stream": ".bin",
}  # fmt: skip

FULL = "The disk is full. What was finished is safe; free some space and run again."


class Blobs:
    """The media of one film, in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, blob: Blob) -> Path:
        """Where a blob lies (whether it is there or not)."""
        return self.folder / blob.sha256[:2] / (blob.sha256 + SUFFIX.get(blob.media, ".bin"))

    def keep(self, source: Path, media: str) -> Blob:
        """Store a copy of a file. StoreError, with nothing left behind, when the disk is full or cannot be written."""
        blob = Blob(sha256=file_digest(source), media=media, size=source.stat().st_size)
        target = self.path(blob)
        if target.exists() and target.stat().st_size == blob.size:
            return blob
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            _place(source, target)
        except OSError as error:
            raise disk_error(error, self.folder) from error
        return blob

    def faults(self, blob: Blob) -> str | None:
        """What is wrong with a stored blob, or None."""
        path = self.path(blob)
        if not path.exists():
            return f"the file {path.name} is gone"
        if path.stat().st_size != blob.size or file_digest(path) != blob.sha256:
            return f"the file {path.name} is damaged"
        return None


def _place(source: Path, target: Path) -> None:
    handle, name = tempfile.mkstemp(prefix=".part-", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as out, source.open("rb") as data:
            shutil.copyfileobj(data, out, 1 << 20)
            out.flush()
            os.fsync(out.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(target)
        sync_folder(target.parent)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def sync_folder(folder: Path) -> None:
    """Make a rename survive a power cut, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def no_room(error: OSError) -> bool:
    """Whether a write failed since the disk is full, or a limit on space or on the size of a file is reached."""
    return error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def disk_error(error: OSError, folder: Path) -> StoreError:
    """An operating system's refusal to write, in a sentence."""
    if no_room(error):
        return StoreError(FULL)
    return StoreError(
        f"The film's folder cannot be written ({error.strerror or error}); check its permissions: {folder.name}."
    )


def blobs_in(content: Any) -> list[Blob]:
    """Every blob that a take's content names."""
    if isinstance(content, dict):
        if set(content) == {"sha256", "media", "size"}:
            return [Blob(**content)]
        return [blob for part in content.values() for blob in blobs_in(part)]
    if isinstance(content, list | tuple):
        return [blob for part in content for blob in blobs_in(part)]
    return []

"""Puts finished files in place whole: written aside, synced, renamed; and says in words what a disk or a codec refused.

Also keeps OpenCV from using threads of its own while films are rendered. Knows nothing of films.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import av
import cv2

from engine.errors import MediaError, StoreError
from engine.film.cache import Cache

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextlib.contextmanager
def spoken(out: Path) -> Iterator[None]:
    """Turn what a codec refuses into a MediaError with one sentence, and a full disk into a StoreError."""
    try:
        yield
    except (OSError, av.error.FFmpegError) as error:
        kind = StoreError if getattr(error, "errno", None) in _FULL else MediaError
        raise kind(_sentence(error, out)) from error


def _sentence(error: Exception, out: Path) -> str:
    number = getattr(error, "errno", None)
    if number in _FULL:
        return f"The disk is full: there is no room to write {out.name}. Free some space and render again."
    if number in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"{out.name} cannot be written in {out.parent}: the folder is read-only. Choose another folder."
    if number in (errno.EISDIR, errno.ENOTDIR):
        return f"{out} is not a place for a film; choose the name of a file in a folder."
    return f"{out.name} could not be written ({getattr(error, 'strerror', None) or error}); render it again."


@contextlib.contextmanager
def aside(cache: Cache | None, out: Path) -> Iterator[Path]:
    """A path to write a film to before it is whole: in the cache folder, or hidden beside `out`; removed if still
    there at the end.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    if cache:
        with cache.aside("film") as part:
            yield part
        return
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


def settle(part: Path, out: Path) -> None:
    """Make `part` durable and rename it to `out` in one step (by a copy beside `out` where that is another disk)."""
    _sync(part, os.O_RDWR)
    try:
        part.replace(out)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        with aside(None, out) as near:
            shutil.copyfile(part, near)
            _sync(near, os.O_RDWR)
            near.replace(out)
    with contextlib.suppress(OSError):
        _sync(out.parent, os.O_RDONLY)


def _sync(path: Path, access: int) -> None:
    handle = os.open(path, access)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def one_opencv_thread() -> Iterator[None]:
    """Segments are drawn in parallel already; OpenCV's own threads would only fight over the same cores."""
    threads = cv2.getNumThreads()
    cv2.setNumThreads(1)
    try:
        yield
    finally:
        cv2.setNumThreads(threads)

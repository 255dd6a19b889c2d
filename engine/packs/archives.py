"""Reads members out of a wheel (zip) or a tarball, as data. Nothing is unpacked by name, installed or run.

Example: `with OpenArchive(path) as archive: b"".join(archive.read("package/LICENSE"))`.
"""

from __future__ import annotations

import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

_CHUNK = 1 << 20


class OpenArchive:
    """An archive of either form, open while it is used in a `with`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._closing = ExitStack()
        self._file: zipfile.ZipFile | tarfile.TarFile
        if zipfile.is_zipfile(path):
            self._file = self._closing.enter_context(zipfile.ZipFile(path))
        else:
            self._file = self._closing.enter_context(tarfile.open(path))  # noqa: SIM115 (the stack closes it)

    def __enter__(self) -> OpenArchive:
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.close()

    def names(self) -> list[str]:
        """Everything that it holds, folders left out."""
        if isinstance(self._file, zipfile.ZipFile):
            return [name for name in self._file.namelist() if not name.endswith("/")]
        return [member.name for member in self._file.getmembers() if member.isfile()]

    def position(self, member: str) -> int:
        """Where a member lies; a tarball is read fastest in this order."""
        return 0 if isinstance(self._file, zipfile.ZipFile) else self._file.getmember(member).offset_data

    def read(self, member: str) -> Iterator[bytes]:
        """The bytes of a member, in pieces; KeyError when there is no such file."""
        stream = self._file.open(member) if isinstance(self._file, zipfile.ZipFile) else self._file.extractfile(member)
        if stream is None:
            raise KeyError(member)
        with stream:
            yield from iter(lambda: stream.read(_CHUNK), b"")

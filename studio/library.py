"""The films of each visitor: ids in, folders out. Nothing else in the studio turns a name from a browser into a path.

A film's folder is `<root>/<visitor>/<id>`; an id is made here and checked here. Deleted films wait in `.trash` for an undo.
Example: `library.folder("home", "the-paper-boat-x7k2")`.
"""

from __future__ import annotations

import json
import re
import secrets
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path

from engine.errors import UserError
from engine.store import is_project

_ID = re.compile(r"^[a-z0-9][a-z0-9-]{0,62}$")
_VISITOR = re.compile(r"^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$")
LARGEST_FILE = 4 * 1024**3
MOST_FILES = 200_000
TRASH = ".trash"
_NOT_KEPT = ("lock", "writer", "tmp", "cache")


class NotYours(UserError):
    """No film of this visitor has that id. The same words whether it is another's or nobody's."""


@dataclass(frozen=True)
class Listed:
    """A film in the list: its id and when its folder last changed (seconds since 1970)."""

    id: str
    changed: float


class Library:
    """All films below one root."""

    def __init__(self, root: Path) -> None:
        self._root = root
        root.mkdir(parents=True, exist_ok=True)

    def shelf(self, visitor: str) -> Path:
        """A visitor's own folder."""
        if not _VISITOR.match(visitor):
            raise NotYours("Sign in again; this visitor is not known.")
        return self._root / visitor

    def films(self, visitor: str) -> list[Listed]:
        """The films of a visitor, the last changed first."""
        shelf = self.shelf(visitor)
        if not shelf.is_dir():
            return []
        found = [Listed(f.name, _changed(f)) for f in shelf.iterdir() if _ID.match(f.name) and is_project(f)]
        return sorted(found, key=lambda film: -film.changed)

    def folder(self, visitor: str, film: str) -> Path:
        """A film's folder; NotYours where this visitor has no such film."""
        if isinstance(film, str) and _ID.match(film):
            folder = self.shelf(visitor) / film
            if is_project(folder) and folder.resolve().parent == self.shelf(visitor).resolve():
                return folder
        raise NotYours("This film is not here. It may have been deleted; open another from the list.")

    def new(self, visitor: str, title: str) -> tuple[str, Path]:
        """An id and a folder that does not exist yet, for a new film."""
        from anyascii import anyascii

        slug = re.sub(r"[^a-z0-9]+", "-", anyascii(title).lower()).strip("-")[:40].strip("-") or "film"
        self.shelf(visitor).mkdir(parents=True, exist_ok=True)
        name = f"{slug}-{secrets.token_hex(3)}"
        return name, self.shelf(visitor) / name

    def duplicate(self, visitor: str, film: str) -> str:
        """A copy of a film under a new id (it must not be written meanwhile)."""
        source = self.folder(visitor, film)
        name, target = self.new(visitor, re.sub(r"-[0-9a-f]{6}$", "", film))
        aside = target.with_name(f".{name}.part")
        try:
            shutil.copytree(source, aside, ignore=shutil.ignore_patterns(*_NOT_KEPT[:3]))
            aside.replace(target)
        except OSError as error:
            shutil.rmtree(aside, ignore_errors=True)
            raise UserError(f"The film could not be copied ({error.strerror or error}); free some space.") from error
        return name

    def delete(self, visitor: str, film: str) -> None:
        """Out of the list; `restore` brings it back until the trash is emptied."""
        source = self.folder(visitor, film)
        trash = self.shelf(visitor) / TRASH
        trash.mkdir(exist_ok=True)
        shutil.rmtree(trash / film, ignore_errors=True)
        source.replace(trash / film)

    def restore(self, visitor: str, film: str) -> None:
        """A deleted film back into the list."""
        source = self.shelf(visitor) / TRASH / film
        if not _ID.match(film) or not is_project(source):
            raise NotYours("This film is not in the trash any more.")
        source.replace(self.shelf(visitor) / film)

    def pack(self, visitor: str, film: str, out: Path, database: Path | None = None) -> None:
        """A whole film as one file that opens elsewhere (its encoded segments are left out: they can be made again). A film that
        is open gives a copy of its `database`, for its own files change while they are read."""
        source = self.folder(visitor, film)
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED, allowZip64=True) as packed:
            for path in sorted(source.rglob("*")):
                inside = path.relative_to(source)
                own = database is not None and inside.name.startswith("film.db")
                if path.is_file() and not path.is_symlink() and inside.parts[0] not in _NOT_KEPT and not own:
                    packed.write(path, inside.as_posix())
            if database is not None:
                packed.write(database, "film.db")

    def unpack(self, visitor: str, file: Path, called: str = "") -> str:
        """A film from such a file, as a new film (`called` as it was there); UserError, with nothing left behind, where it is none."""
        name, target = self.new(visitor, called.removesuffix(".reelwright") or file.stem)
        aside = target.with_name(f".{name}.part")
        try:
            with zipfile.ZipFile(file) as packed:
                _checked(packed)
                packed.extractall(aside)
            if not is_project(aside):
                raise UserError("This file is not a film of Reelwright; export one with: The whole film file.")
            aside.replace(target)
        except (zipfile.BadZipFile, OSError, KeyError, EOFError) as error:
            raise UserError("This file cannot be opened as a film; it may be damaged. Export it again.") from error
        finally:
            shutil.rmtree(aside, ignore_errors=True)
        return name


def _checked(packed: zipfile.ZipFile) -> None:
    infos = packed.infolist()
    if len(infos) > MOST_FILES or sum(info.file_size for info in infos) > LARGEST_FILE:
        raise UserError("This file is too large for a film (4 GB at most).")
    for info in infos:
        parts = Path(info.filename).parts
        kind = info.external_attr >> 28
        if info.filename.startswith(("/", "\\")) or ".." in parts or ":" in info.filename or kind == 0xA:
            raise UserError("This file holds paths that lead out of the film; it was not opened.")
    if "reelwright.json" not in packed.namelist():
        raise UserError("This file is not a film of Reelwright; export one with: The whole film file.")
    json.loads(packed.read("reelwright.json"))


def _changed(folder: Path) -> float:
    times = [path.stat().st_mtime for name in ("film.db", "film.db-wal") if (path := folder / name).exists()]
    return max(times, default=folder.stat().st_mtime)

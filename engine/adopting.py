"""A person's own file on its way into a film: taken into a private place, checked apart, adopted as a take, and what was doubtful.

Example: `name = receive(film, "voice:l03", Path("me.webm"))`, then an ask 'adopt' with `{"file": name}` does the slow rest.
"""

from __future__ import annotations

import re
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from engine.errors import MediaError, UserError
from engine.film.guarded import Kind
from engine.project import Project
from engine.types import Event, Key

_KINDS: dict[str, Kind] = {
    "voice": "sound",
    "music": "sound",
    "sounds": "sound",
    "keyframe": "picture",
    "clip": "video",
}
_MOST = {"sound": 100_000_000, "picture": 60_000_000, "video": 200_000_000}
_NAME = re.compile(r"[0-9a-f]{16}(\.[a-z0-9]{1,5})?")


def receive(film: Project, key: str, file: Path) -> str:
    """Move a file into the film's private place: its name there. UserError where the piece takes none, or it is too large."""
    at = film.view().known(Key.parse(key), brings=True)
    kind = _KINDS.get(at.stage)
    if kind is None:
        raise UserError(f"A {at.stage} cannot be a file of your own; voices, pictures, clips, sounds and music can.")
    size = file.stat().st_size
    if not size:
        raise UserError("The file is empty. Record or choose it again.")
    if size > _MOST[kind]:
        raise UserError(f"The file has {size / 1e6:.0f} MB; at most {_MOST[kind] // 1_000_000} MB can be taken.")
    suffix = file.suffix.lower()
    name = secrets.token_hex(8) + (suffix if re.fullmatch(r"\.[a-z0-9]{1,5}", suffix) else "")
    folder = _inbox(film)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    shutil.move(file, folder / name)
    (folder / name).chmod(0o600)
    return name


def adopt(film: Project, key: str, name: str) -> Iterator[Event]:
    """Check and adopt what was received. What is no such medium is thrown away (MediaError); after any other failure (a full disk,
    a worker that died) the file stays, so that trying again needs no second upload."""
    from engine.film.guarded import guarded

    if not _NAME.fullmatch(name):
        raise UserError("There is no such file. Choose it again.")
    file = _inbox(film) / name
    if not file.is_file():
        raise UserError("The file is not here any more. Choose it again.")
    yield Event(kind="started", key=key)
    try:
        guarded(file, _KINDS[Key.parse(key).stage])
        film.edit(key, file=file)
    except (MediaError, UserError):
        file.unlink(missing_ok=True)
        raise
    file.unlink(missing_ok=True)
    yield Event(kind="finished", data={"made": [key], "warnings": list(doubts(film, key))})


def doubts(film: Project, key: str) -> tuple[str, ...]:
    """What is to be known of the chosen take of a piece: what may be wrong with a file of a person's own; that another maker than the
    one that was asked made it. Sentences."""
    take = film.view().take(Key.parse(key))
    if take is None or take.origin == "edited":
        return ()
    places = [("import", "warnings")] if take.origin == "imported" else [("made", "notes"), ("regenerate", "notes")]
    lines = [str(line) for kind, name in places for line in film.store.told(kind, take.id).get(name, ())]
    return tuple(dict.fromkeys(lines))


def _inbox(film: Project) -> Path:
    return film.folder / "cache" / "inbox"

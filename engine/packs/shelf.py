"""Packs as they lie on disk: which files are there, which were checked, what is wrong with them. Never fetches.

A marker beside the files remembers what was once checked, so that asking costs a glance and not a hash.
Example: `state(pack) == "ready"`.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Literal

from engine.errors import BadOutput, StoreError
from engine.home import home
from engine.packs.manifest import Pack, PackFile, licence_text

State = Literal["ready", "partial", "absent"]
CHUNK = 1 << 20
_MARKER = ".checked.json"


def shelf() -> Path:
    """Where all packs lie."""
    return home() / "packs"


def folder(pack: Pack) -> Path:
    """Where a pack's files lie, or will."""
    return shelf() / pack.id


def incoming(pack: Pack) -> Path:
    """Where archives of a pack lie until its files are complete."""
    return shelf() / ".incoming" / pack.id


def _checked(pack: Pack) -> dict[str, str]:
    """Name to hash of the files that were once found right."""
    try:
        found = json.loads((folder(pack) / _MARKER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _has(pack: Pack, file: PackFile) -> bool:
    try:
        return (folder(pack) / file.name).stat().st_size == file.size
    except OSError:
        return False


def missing(pack: Pack) -> tuple[PackFile, ...]:
    """The files that are not there, or that were never found right."""
    checked = _checked(pack)
    return tuple(f for f in pack.files if checked.get(f.name) != f.sha256 or not _has(pack, f))


def state(pack: Pack) -> State:
    """'ready' when every file is there and was once found right."""
    if not missing(pack):
        return "ready"
    begun = any(_has(pack, file) for file in pack.files) or any(path.is_file() for path in incoming(pack).rglob("*"))
    return "partial" if begun else "absent"


def digest(path: Path) -> str:
    """The sha256 of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def problems(pack: Pack) -> dict[str, str]:
    """Every file is read and hashed: name to what is wrong with it. What was found is remembered."""
    found: dict[str, str] = {}
    for file in pack.files:
        path = folder(pack) / file.name
        if not path.is_file():
            found[file.name] = f"{file.name} is missing"
        elif path.stat().st_size != file.size:
            found[file.name] = f"{file.name} has {path.stat().st_size:,} bytes instead of {file.size:,}"
        elif digest(path) != file.sha256:
            found[file.name] = f"{file.name} is damaged: its sha256 is not the pinned one"
    if folder(pack).is_dir():
        _remember(pack, {f.name: f.sha256 for f in pack.files if f.name not in found})
    return found


def adopt(pack: Pack) -> None:
    """Check files that lie there unchecked (copied in by hand, or left by an interrupted fetch), so that they count."""
    found = [file for file in missing(pack) if _has(pack, file) and digest(folder(pack) / file.name) == file.sha256]
    if found:
        _remember(pack, _checked(pack) | {file.name: file.sha256 for file in found})


def settle(pack: Pack) -> None:
    """Write the licence texts and the notice beside complete files, and remember that all of them are right."""
    for name, text in pack.texts.items():
        write(folder(pack) / name, licence_text(text).encode())
    notice = f"{pack.title}\n{pack.purpose}\nLicence: {pack.licence}\n\n{pack.notice.strip()}\n"
    write(folder(pack) / "NOTICE.txt", notice.encode())
    _remember(pack, {file.name: file.sha256 for file in pack.files})


def _remember(pack: Pack, checked: dict[str, str]) -> None:
    write(folder(pack) / _MARKER, json.dumps(checked, indent=0, sort_keys=True).encode())


def write(target: Path, data: bytes) -> None:
    """Write a small file whole or not at all."""
    with _aside(target) as stream:
        stream.write(data)
        _finish(stream, target)


def place(pack: Pack, file: PackFile, chunks: Iterable[bytes], origin: str) -> None:
    """Write `chunks` as a file of the pack, if they are its pinned bytes; BadOutput, with nothing left, if they are not."""
    target = folder(pack) / file.name
    seen, size = hashlib.sha256(), 0
    with _aside(target) as stream:
        for chunk in chunks:
            stream.write(chunk)
            seen.update(chunk)
            size += len(chunk)
        if seen.hexdigest() == file.sha256:
            _finish(stream, target)
            _remember(pack, _checked(pack) | {file.name: file.sha256})
            return
    _beside(target).unlink(missing_ok=True)
    raise wrong_bytes(pack, file.name, origin)


def take(pack: Pack, file: PackFile, arrived: Path, origin: str) -> None:
    """Move a file that arrived whole to its place, after checking it; a wrong one is deleted, with BadOutput."""
    if digest(arrived) != file.sha256:
        arrived.unlink(missing_ok=True)
        raise wrong_bytes(pack, file.name, origin)
    target = folder(pack) / file.name
    target.parent.mkdir(parents=True, exist_ok=True)
    arrived.replace(target)
    _remember(pack, _checked(pack) | {file.name: file.sha256})


def wrong_bytes(pack: Pack, name: str, origin: str) -> BadOutput:
    """The error for something that came with other bytes than the pinned ones."""
    return BadOutput(
        f"{name} from {origin} is not the file that the pack '{pack.id}' is pinned to (its sha256 differs); nothing of it "
        f"was kept. If you put it there yourself, replace it; else try `{pack.step}` again later and report it.",
        provider=pack.id,
    )


def _beside(target: Path) -> Path:
    return target.with_name(target.name + ".part")


def _aside(target: Path) -> IO[bytes]:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        return _beside(target).open("wb")
    except OSError as error:
        raise StoreError(
            f"{target.parent} cannot be written ({error.strerror}); set REELWRIGHT_HOME elsewhere."
        ) from error


def _finish(stream: IO[bytes], target: Path) -> None:
    stream.flush()
    os.fsync(stream.fileno())
    stream.close()
    _beside(target).replace(target)

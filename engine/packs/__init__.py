"""Model packs: large files that the offline makers need, pinned by sha256 and fetched once. Knows no provider.

Once on disk a pack is never fetched again and needs no network. Example: `folder("language-en")` after
`fetch("language-en")`. REELWRIGHT_PACKS names folders of one's own that are looked into first.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from engine.errors import MissingDependency, StoreError, Unavailable
from engine.packs import manifest, shelf
from engine.packs.download import NotHad
from engine.packs.manifest import Pack, megabytes
from engine.packs.meter import Cancelled, FetchCancelled, Meter
from engine.packs.shelf import State
from engine.packs.sources import fill, fill_from_folders
from engine.providers.contract import Progress, silent

__all__ = [
    "DEFAULT_SET", "FetchCancelled", "Pack", "State", "fetch", "fetch_default", "folder", "megabytes", "missing_note", "pack",
    "packs", "path", "state", "verify",
]  # fmt: skip

DEFAULT_SET = ("voice-kokoro", "ear-whisper-base", "meaning-minilm", "language-en", "music-beds", "fonts")
"""What a film needs with no key, no GPU and no network."""


def packs() -> tuple[Pack, ...]:
    """All packs, those of the default set first."""
    rest = tuple(name for name in manifest.known() if name not in DEFAULT_SET)
    return tuple(manifest.read(name) for name in (*DEFAULT_SET, *rest))


def pack(which: str | Pack) -> Pack:
    """The pack of that id; UserError when there is none."""
    return which if isinstance(which, Pack) else manifest.read(which)


def state(which: str | Pack) -> State:
    """'ready', 'partial' (begun) or 'absent': a glance at sizes and at what was once checked, not a hash."""
    return shelf.state(pack(which))


def missing_note(which: str | Pack) -> str | None:
    """None when the pack is ready; else one sentence that names it, its size and the step that gets it."""
    wanted = pack(which)
    if shelf.state(wanted) == "ready":
        return None
    return f"The pack {wanted.label} is not on this machine; get it once with: {wanted.step}"


def folder(which: str | Pack) -> Path:
    """The folder of a pack that is ready; MissingDependency when it is not."""
    note = missing_note(which)
    if note:
        raise MissingDependency(note, provider=pack(which).id)
    return shelf.folder(pack(which))


def path(which: str | Pack, name: str) -> Path:
    """The file `name` of a pack that is ready; MissingDependency when either is not there."""
    found = folder(which) / name
    if not found.exists():
        raise MissingDependency(f"The pack '{pack(which).id}' has no file '{name}'.", provider=pack(which).id)
    return found


def verify(which: str | Pack) -> list[str]:
    """Read and hash every file; the sentences say what is wrong (none: all is well). A following fetch mends it."""
    return list(shelf.problems(pack(which)).values())


def fetch(which: str | Pack, progress: Progress = silent, cancelled: Cancelled = lambda: False) -> Path:
    """Bring what is missing of a pack and give its folder; at once, with no network, when nothing is missing.

    Unavailable when it cannot be had, BadOutput when what came is not the pinned bytes, FetchCancelled, StoreError.
    """
    wanted = pack(which)
    if shelf.state(wanted) != "ready":
        meter = Meter(wanted.title, wanted.size, progress, cancelled)
        try:
            with _alone(wanted, meter):
                shelf.adopt(wanted)
                _complete(wanted, meter)
        except OSError as error:
            raise StoreError(
                f"The pack {wanted.label} cannot be written to {shelf.shelf()}: {error.strerror}."
            ) from error
    progress(1.0, f"{wanted.title}: ready")
    return shelf.folder(wanted)


def fetch_default(progress: Progress = silent, cancelled: Cancelled = lambda: False) -> tuple[Path, ...]:
    """Bring the whole default set, one pack after another; errors as of `fetch`."""
    chosen = [manifest.read(name) for name in DEFAULT_SET]
    total, done, folders = sum(p.size for p in chosen), 0, []
    for each in chosen:

        def part(share: float, message: str = "", begun: int = done, size: int = each.size) -> None:
            progress((begun + share * size) / total, message)

        folders.append(fetch(each, part, cancelled))
        done += each.size
    return tuple(folders)


def _complete(wanted: Pack, meter: Meter) -> None:
    """Ask the sources in turn, each for what is still missing."""
    reasons: list[str] = []
    if shelf.missing(wanted):
        fill_from_folders(wanted, shelf.missing(wanted), meter)
    for source in wanted.sources:
        missing = shelf.missing(wanted)
        if not missing:
            break
        try:
            fill(wanted, source, missing, meter)
        except NotHad as error:
            reasons.append(str(error))
    if shelf.missing(wanted):
        raise Unavailable(_not_had(wanted, reasons), provider=wanted.id)
    shelf.settle(wanted)
    shutil.rmtree(shelf.incoming(wanted), ignore_errors=True)


def _not_had(wanted: Pack, reasons: list[str]) -> str:
    why = "; ".join(dict.fromkeys(reasons)) or "no source offers it"
    return (
        f"The pack {wanted.label} could not be fetched: {why}. Connect to the network and run `{wanted.step}`, "
        f"or put its files into FOLDER/{wanted.id}/ and set REELWRIGHT_PACKS=FOLDER."
    )


@contextmanager
def _alone(wanted: Pack, meter: Meter) -> Iterator[None]:
    """Only one process fetches a pack; others wait, and then find it ready."""
    place = shelf.shelf() / ".incoming"
    place.mkdir(parents=True, exist_ok=True)
    lock = FileLock(place / f"{wanted.id}.lock")
    while True:
        try:
            lock.acquire(timeout=0.3)
            break
        except Timeout:
            meter.say("another process is fetching it")
    try:
        yield
    finally:
        lock.release()

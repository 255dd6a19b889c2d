"""For whoever maintains the manifests: fills in sizes and hashes. Not used when a film is made.

Write a manifest with packages, versions, members or trees, but with no `files`, sizes or hashes; then
`python -m engine.packs.pin engine/packs/manifests/fonts.yaml` fetches the archives, looks at what they hold and writes
the file anew. Look over the result before it is committed: from then on these bytes are trusted.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx
import yaml

from engine.packs.address import node_address
from engine.packs.archives import OpenArchive
from engine.packs.download import client
from engine.packs.manifest import Archive, Pack
from engine.packs.pip import pip_download

_UNPINNED = {"size": 0, "sha256": "0" * 64}


def pin(draft: dict[str, Any], archives: Path) -> dict[str, Any]:
    """The manifest with all sizes and hashes; archives are fetched into the folder `archives` if they are not there."""
    files: dict[str, bytes] = {}
    for source in draft["sources"]:
        if source["kind"] == "hub":
            continue
        for raw in sorted(source["archives"], key=lambda entry: entry.get("part", 0)):
            archive = Archive.model_validate(_UNPINNED | raw)
            path = _bring(archive, source["kind"], archives)
            raw |= {"size": path.stat().st_size, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
            for name, data in _held(archive, path).items():
                files[name] = files.get(name, b"") + data
    entries = [
        {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in sorted(files.items())
    ]
    return {key: value for key, value in draft.items() if key != "files"} | {"files": entries}


def _bring(archive: Archive, kind: str, archives: Path) -> Path:
    target = archives / f"{archive.package}-{archive.version}"
    if not target.is_file() and kind == "python":
        pip_download(archive, target)
    elif not target.is_file():
        with client() as web:
            target.write_bytes(_body(web.get(node_address(archive))))
    return target


def _body(answer: httpx.Response) -> bytes:
    answer.raise_for_status()
    return answer.content


def _held(archive: Archive, path: Path) -> dict[str, bytes]:
    """Our name and the bytes of everything that the archive is said to hold."""
    with OpenArchive(path) as opened:
        wanted = dict(archive.members)
        for ours, theirs in archive.trees.items():
            wanted |= {ours + name[len(theirs) :]: name for name in opened.names() if name.startswith(theirs)}
        return {ours: b"".join(opened.read(theirs)) for ours, theirs in wanted.items()}


def written(pinned: dict[str, Any]) -> str:
    """The manifest as YAML, one line for each archive and file, so that a change is easy to look over."""
    lines = [_block({k: v for k, v in pinned.items() if k not in ("files", "sources")}), "sources:\n"]
    for source in pinned["sources"]:
        if source["kind"] == "hub":
            lines.append(f"- {_flow(source)}")
            continue
        lines.append(f"- kind: {source['kind']}\n  archives:\n")
        lines += [f"  - {_flow(archive)}" for archive in source["archives"]]
    return "".join([*lines, "files:\n", *(f"- {_flow(entry)}" for entry in pinned["files"])])


class _Plain(yaml.SafeDumper):
    """Writes texts of several lines as they are read."""


_Plain.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None),
)


def _block(value: dict[str, Any]) -> str:
    return str(yaml.dump(value, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=110))


def _flow(value: dict[str, Any]) -> str:
    return str(yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=10**6, default_flow_style=True))


def main(manifest: Path, archives: Path | None) -> None:
    """Pin the manifest in place."""
    draft = yaml.safe_load(manifest.read_text(encoding="utf-8"))
    with TemporaryDirectory() as folder:
        pinned = pin(draft, archives or Path(folder))
    Pack.model_validate(pinned)
    manifest.write_text(written(pinned), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        raise SystemExit("Usage: python -m engine.packs.pin MANIFEST.yaml [FOLDER FOR ARCHIVES]")
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) == 3 else None)

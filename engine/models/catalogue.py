"""Which local models there are, as data: what each is called, where its files come from, its licence, its size, what memory it needs.

Ours are in catalogue.yaml. A person's own folders are in `models.yaml` of this machine's folder, under names of their own or in place of
ours; on the command line a maker's name may also be a path. Loads no model. Example: `card("sdxl").weights == 6.9`.
"""

from __future__ import annotations

import difflib
import json
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import Field, ValidationError

from engine.errors import MissingDependency, UserError
from engine.home import home
from engine.types import Frozen

Kind = Literal["image", "video", "text", "vision", "music", "transcript", "part"]
_CATALOGUE = Path(__file__).parent / "catalogue.yaml"
_OWN = "models.yaml"
_FAMILIES = {
    "StableDiffusionXL": ("image", "sdxl"), "Flux": ("image", "flux"), "LTX": ("video", "ltx"),
    "StableVideoDiffusion": ("video", "svd"), "ControlNet": ("part", "sdxl"), "Musicgen": ("music", "musicgen"),
    "ForCausalLM": ("text", "chat"), "ForConditionalGeneration": ("vision", "sight"),
}  # fmt: skip
"""What a folder's own description calls its class, and what that is to us; the first that fits counts."""


_NOT_RUN = {
    "Phi3V": "Phi-3.5-vision brings program code of its own, which would run with your rights and is not run",
    "Phi4MM": "Phi-4-multimodal in this form brings program code of its own, which would run with your rights and is not run",
    "Phi4Multimodal": "Phi-4-multimodal sees by an adapter beside its weights, which is not read here",
}
"""Classes of models that people ask for and that are not run, with the reason."""
_INSTEAD = "qwen2.5-vl-7b or llava-onevision-7b"


class Card(Frozen):
    """One model. `folder` is set where it is a person's own; sizes are in GB (1e9 bytes), `tflop` is the work of one usual result."""

    id: str
    kind: Kind
    family: str
    title: str = ""
    repo: str = ""
    revision: str = ""
    licence: str = ""
    terms: str = ""
    gated: bool = False
    variant: str = ""
    files: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    folder: str = ""
    download: float = 0.0
    weights: float = 0.0
    largest: float = 0.0
    work: float = 1.0
    tflop: float = 0.0
    size: tuple[int, int] = (1024, 1024)
    frames: int = Field(default=25, ge=1)
    fps: int = Field(default=24, ge=1)
    steps: int = Field(default=30, ge=1)
    guidance: float = 5.0
    few_steps: bool = False

    @property
    def label(self) -> str:
        """What messages call it."""
        return self.title or self.id


def known() -> dict[str, Card]:
    """All models by id: ours, with a person's own before them."""
    return {**_ours(), **_own()}


def names(kind: str) -> tuple[str, ...]:
    """The ids of a kind, in the catalogue's order."""
    return tuple(each.id for each in known().values() if each.kind == kind)


def card(name: str, kind: str = "") -> Card:
    """The model of that id, or of a folder's path. UserError, with what there is, where there is none (or none of this `kind`)."""
    found = known().get(name)
    if found is None and is_path(name):
        found = described(name)
    if found is None and (why := _refused(name)):
        raise UserError(f"{why}; choose {_INSTEAD}.")
    if found is None:
        there = names(kind) if kind else tuple(known())
        close = difflib.get_close_matches(name, there, 1)
        hint = f" Did you mean '{close[0]}'?" if close else ""
        raise UserError(
            f"There is no local model '{name}'.{hint} There are: {', '.join(there)}, or the path of a folder."
        )
    if kind and found.kind != kind:
        raise UserError(f"'{name}' is a model for {found.kind}, not for {kind}; there are: {', '.join(names(kind))}.")
    return found


def _refused(name: str) -> str:
    """Why a model that is known by this name is not run; '' for any other."""
    plain = name.casefold().rpartition("/")[2].replace(".", "").replace("-", "").replace("_", "")
    asked = {"phi35vision": "Phi3V", "phi3vision": "Phi3V", "phi4multimodal": "Phi4MM"}
    return next((_NOT_RUN[key] for begin, key in asked.items() if plain.startswith(begin)), "")


def is_path(name: str) -> bool:
    """Whether a name is a place on this machine."""
    return name.startswith(("/", "~/", "./", "../")) or "\\" in name or name[1:3] == ":/"


def described(name: str) -> Card:
    """The card of a folder, from what it says of itself. MissingDependency where no model lies there."""
    folder = Path(name).expanduser().resolve()
    class_name = _class_of(folder)
    if not class_name:
        raise MissingDependency(
            f"There is no model in {folder}: neither model_index.json nor config.json is there; name the folder that holds one of them."
        )
    if why := next((why for part, why in _NOT_RUN.items() if class_name.startswith(part)), ""):
        raise MissingDependency(f"{why}; choose {_INSTEAD}.")
    for part, (kind, family) in _FAMILIES.items():
        if part in class_name:
            return Card.model_validate(
                {"id": name, "kind": kind, "family": family, "folder": str(folder), "title": folder.name}
                | _sizes(folder)
                | ({"size": _sample(folder)} if kind in ("image", "video") else {})
            )
    families = ", ".join(dict.fromkeys(family for _, family in _FAMILIES.values()))
    raise MissingDependency(f"The model in {folder} is a {class_name}; the families that can be run are {families}.")


def _class_of(folder: Path) -> str:
    """'StableDiffusionXLPipeline', 'Qwen2ForCausalLM', 'ControlNetModel' ...: as the folder's description has it."""
    for name in ("model_index.json", "config.json"):
        try:
            said = json.loads((folder / name).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
        return str(said.get("_class_name") or next(iter(said.get("architectures") or ()), ""))
    return ""


def _sizes(folder: Path) -> dict[str, float]:
    """Weights on disk as GB in 16 bits: the whole and its largest part."""
    parts: dict[str, float] = {}
    for file in folder.rglob("*.safetensors"):
        part = file.relative_to(folder).parts[0]
        parts[part] = parts.get(part, 0.0) + file.stat().st_size / 1e9
    whole = sum(parts.values())
    return {"weights": whole, "largest": max(parts.values(), default=0.0)}


def _sample(folder: Path) -> tuple[int, int]:
    """The picture that a diffusion model was made for, by its network's sample size times what its decoder enlarges."""
    try:
        net = json.loads((folder / "unet" / "config.json").read_text(encoding="utf-8"))
        vae = json.loads((folder / "vae" / "config.json").read_text(encoding="utf-8"))
        side = int(net["sample_size"]) * 2 ** (len(vae["block_out_channels"]) - 1)
    except (OSError, ValueError, KeyError, TypeError):
        return 1024, 1024
    return side, side


@cache
def _ours() -> dict[str, Card]:
    rows = yaml.safe_load(_CATALOGUE.read_text(encoding="utf-8"))
    return {name: Card(id=name, **row) for name, row in rows.items()}


def _own() -> dict[str, Card]:
    """A person's own models: `name: {folder: ..., and any field of a card}`; ours are the base where the name is one of ours."""
    file = home() / _OWN
    if not file.is_file():
        return {}
    try:
        rows = yaml.safe_load(file.read_text(encoding="utf-8")) or {}
        return {str(name): _own_card(str(name), dict(row), file.parent) for name, row in rows.items()}
    except (
        yaml.YAMLError,
        OSError,
        UnicodeDecodeError,
        ValidationError,
        AttributeError,
        TypeError,
        ValueError,
        KeyError,
    ) as error:
        raise UserError(
            f"The list of your own models cannot be read; mend or remove {file}: {str(error)[:200]}"
        ) from error


def _own_card(name: str, row: dict[str, Any], beside: Path) -> Card:
    folder = (beside / Path(str(row["folder"])).expanduser()).resolve()
    base = _ours()[name].model_dump() if name in _ours() else described(str(folder)).model_dump()
    return Card.model_validate({**base, **row, "id": name, "folder": str(folder)})

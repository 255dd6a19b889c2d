"""What can be added to a picture model: LoRAs of one's own, with the words that call them.

They are listed in `loras.yaml` of this machine's folder, their files beside it in loras/ or anywhere:

    ink: {file: ink.safetensors, words: [inkwash style], weight: 0.8, family: sdxl, for: [Marta, paper]}

`for` names the people, places and looks of a film that bring the LoRA in by themselves. Example: `chosen(("ink@0.6",), "sdxl", ["Marta"])`.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import yaml
from pydantic import Field, ValidationError, model_validator

from engine.errors import UserError
from engine.home import home
from engine.types import Frozen

_LIST = "loras.yaml"


class Lora(Frozen):
    """One LoRA. `words` go into the prompt wherever it is used; `weight` is how strong it is, from 0 to 2."""

    name: str
    file: str
    words: tuple[str, ...] = ()
    weight: float = Field(default=1.0, ge=0.0, le=2.0)
    family: str = "sdxl"
    brings: tuple[str, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _for(cls, data: dict[str, object]) -> dict[str, object]:
        return {("brings" if key == "for" else key): value for key, value in data.items()}


def loras() -> dict[str, Lora]:
    """All LoRAs of this machine by name; UserError where their list cannot be read."""
    listed = home() / _LIST
    if not listed.is_file():
        return {}
    try:
        rows = yaml.safe_load(listed.read_text(encoding="utf-8")) or {}
        return {str(name): Lora(name=str(name), **row) for name, row in rows.items()}
    except (yaml.YAMLError, OSError, UnicodeDecodeError, ValidationError, TypeError, AttributeError) as error:
        raise UserError(f"The list of LoRAs cannot be read; mend or remove {listed}: {str(error)[:200]}") from error


def path(lora: Lora) -> Path:
    """Its file; UserError where it is not there."""
    if not lora.file.endswith(".safetensors"):  # other forms can carry program code
        raise UserError(f"The LoRA '{lora.name}' is {lora.file}; use a file that ends in .safetensors.")
    for place in (home() / "loras" / lora.file, Path(lora.file).expanduser()):
        if place.is_file():
            return place.resolve()
    raise UserError(
        f"The LoRA '{lora.name}' has no file {lora.file}; put it into {home() / 'loras'} or write its whole path in {_LIST}."
    )


def chosen(asked: Iterable[str], family: str, seen: Iterable[str] = ()) -> tuple[Lora, ...]:
    """The LoRAs that were asked for ('ink' or 'ink@0.6') and those that what is `seen` in a shot brings in, for one family of models."""
    there = loras()
    found: dict[str, Lora] = {}
    for text in asked:
        name, _, weight = text.partition("@")
        if name not in there:
            raise UserError(
                f"There is no LoRA '{name}'; there are: {', '.join(there) or 'none'}. They are listed in {home() / _LIST}."
            )
        if there[name].family != family:
            raise UserError(f"The LoRA '{name}' is for {there[name].family} models, not for {family}.")
        found[name] = there[name].model_copy(update={"weight": _weight(text, weight)}) if weight else there[name]
    names = {str(each).casefold() for each in seen}
    for lora in there.values():
        if lora.family == family and names & {each.casefold() for each in lora.brings}:
            found.setdefault(lora.name, lora)
    return tuple(found.values())


def _weight(text: str, weight: str) -> float:
    try:
        number = float(weight)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 2:
        raise UserError(f"'{text}' is no LoRA with a weight; write it as name@0.8, from 0 to 2.")
    return number

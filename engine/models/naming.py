"""What stands after the colon of a local maker's name: a model and options, such as 'sdxl,quality=best,lora=ink@0.6+film'.

Options are part of the name, so that they are part of every take's recipe. Example: `parsed("sdxl,steps=20", OPTIONS)["steps"] == "20"`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.errors import UserError


@dataclass(frozen=True)
class Named:
    """A model's name and its options by name."""

    model: str
    options: Mapping[str, str] = field(default_factory=dict)

    def number(self, name: str, default: float, least: float, most: float) -> float:
        """An option that is a number; UserError where it is none, or out of bounds."""
        if name not in self.options:
            return default
        try:
            value = float(self.options[name])
        except ValueError:
            value = least - 1
        if not least <= value <= most:
            raise UserError(f"{name} must be a number from {least:g} to {most:g}, not '{self.options[name]}'.")
        return value

    def word(self, name: str, allowed: tuple[str, ...]) -> str:
        """An option that is one of some words, the first unless it is given."""
        value = self.options.get(name, allowed[0])
        if value not in allowed:
            raise UserError(f"{name} is one of: {', '.join(allowed)}; not '{value}'.")
        return value

    def several(self, name: str) -> tuple[str, ...]:
        """An option that lists things with '+' between them."""
        return tuple(part for part in self.options.get(name, "").split("+") if part)


def parsed(text: str, known: tuple[str, ...], default: str) -> Named:
    """'MODEL,option=value,...' as its parts; UserError for an option that is not among `known`."""
    model, *rest = text.split(",")
    options: dict[str, str] = {}
    for part in rest:
        name, equals, value = (each.strip() for each in part.partition("="))
        if not equals or name not in known:
            raise UserError(
                f"'{part.strip()}' is no option of a local model; options are: {', '.join(f'{each}=' for each in known)}"
            )
        options[name] = value
    return Named(model.strip() or default, options)

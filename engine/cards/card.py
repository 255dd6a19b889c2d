"""A story card: a shape and the words that a person put into its slots. Reads and writes cards as YAML; makes no sentences.

Example: `load_card("my-fable.yaml").slots["hero"]`; `blank_card("fable")` is a card to fill in, with what each slot is beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import regex
import yaml
from pydantic import Field

from engine.cards.shapes import Form, Slot, shape
from engine.errors import UserError
from engine.types import Frozen

_HEAD = ("shape", "language", "title", "slots")
_LONGEST_TITLE = 120
_LARGEST = 64_000  # bytes; a card is a page, not a book


class Card(Frozen):
    """A filled card. `slots` holds only what was filled in; `title` may be empty, then the shape makes one."""

    shape: str
    language: str = "en"
    title: str = ""
    slots: dict[str, str] = Field(default_factory=dict)

    @property
    def form(self) -> Form:
        return shape(self.shape).form(self.language)

    def flat(self) -> dict[str, str]:
        """The card as plain words, for `Brief.card`."""
        return {"shape": self.shape, "language": self.language, "title": self.title, **self.slots}


def load_card(source: str | Path) -> Card:
    """A card from a file, or from its YAML text. UserError, in one sentence, for whatever is wrong with it: not readable,
    unknown shape or slot (with the nearest name), slots that are missing (with what each is), too long, not fitting."""
    data = _parsed(_text(source))
    unknown = [key for key in data if key not in _HEAD]
    if unknown:
        raise UserError(f"A story card has no '{unknown[0]}'; it has {', '.join(_HEAD)}.")
    if not isinstance(data.get("slots"), dict):
        raise UserError(
            "A story card needs 'slots:' with a line for each slot; `python -m engine cards show SHAPE` writes an empty one."
        )
    return card_from({**{key: data.get(key) or "" for key in _HEAD[:3]}, **data["slots"]})


def card_from(words: Mapping[str, Any]) -> Card:
    """A card from plain words (see `Card.flat`), checked and tidied as `load_card` does."""
    if not words.get("shape"):
        raise UserError("The story card does not say its shape; begin it with a line such as 'shape: fable'.")
    form = shape(str(words["shape"])).form(str(words.get("language") or "en"))
    given = {
        name: _tidy(str(value))
        for name, value in words.items()
        if name not in _HEAD and value is not None and str(value).strip()
    }
    for name in given:
        _known(name, form)
    missing = [f"{name} ({slot.what})" for name, slot in form.slots.items() if slot.required and name not in given]
    if missing:
        raise UserError(f"The {form.name} card still needs: {'; '.join(missing)}.")
    title = " ".join(str(words.get("title") or "").split())
    if len(title) > _LONGEST_TITLE:
        raise UserError(f"The title has {len(title)} characters; it may have {_LONGEST_TITLE}.")
    slots = {name: _fitting(name, given[name], slot) for name, slot in form.slots.items() if name in given}
    return Card(shape=form.id, language=form.language, title=title, slots=slots)


def blank_card(id: str, language: str = "en") -> str:
    """YAML for a person to fill in: every slot with what it is and an example beside it. It loads once it is filled."""
    return _written(shape(id).form(language), {})


def example_card(id: str, language: str = "en") -> Card:
    """The shape's own example, filled in."""
    form = shape(id).form(language)
    return Card(shape=form.id, language=form.language, slots=form.example)


def card_text(card: Card) -> str:
    """The card as YAML, with what each slot is beside it."""
    return _written(card.form, card.slots, card.title)


def _written(form: Form, slots: Mapping[str, str], title: str = "") -> str:
    rows = [f"# {form.name}: {form.about}", f"# Example: {form.idea}."]
    if form.facts:
        rows.append("# Every sentence of the film is one of yours: nothing is added to what you write here.")
    rows += [f"shape: {form.id}", f"language: {form.language}", f"title: {_scalar(title)}  # may stay empty", "slots:"]
    for name, slot in form.slots.items():
        may = "" if slot.required else " (may stay empty)"
        options = f" [{', '.join(slot.options)}]" if slot.options else f" (at most {slot.limit} characters)"
        rows += [
            f"  # {slot.what}{options}{may}",
            f"  #   such as: {slot.example}",
            f"  {name}: {_scalar(slots.get(name, ''))}",
            "",
        ]
    return "\n".join(rows).rstrip() + "\n"


def _scalar(text: str) -> str:
    """A text as a YAML value on one line."""
    return yaml.safe_dump(text, allow_unicode=True, width=10_000, default_style='"').strip()


def _text(source: str | Path) -> str:
    """The YAML: of the file where `source` names one, else `source` itself."""
    if isinstance(source, str) and ("\n" in source or regex.match(r"\s*[{\w]+\s*:\s", source)):
        return source
    path = Path(source).expanduser()
    try:
        if path.stat().st_size > _LARGEST:
            raise UserError(f"{path} is too long for a story card; a card has at most {_LARGEST // 1000} KB.")
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UserError(f"The story card {path} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise UserError(f"The story card {path} is not a UTF-8 text; save it as one.") from error


def _parsed(text: str) -> dict[str, Any]:
    """The YAML with every value as it was written: 'No' stays a word and 12 stays '12'."""
    try:
        data = yaml.load(text, Loader=yaml.BaseLoader)  # makes only strings, lists and maps
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 1}" if mark else ""
        hint = "; put words that contain ': ' or '#' between quotes" if mark else ""
        raise UserError(f"The story card is not YAML{where}: {getattr(error, 'problem', error)}{hint}.") from error
    if not isinstance(data, dict):
        raise UserError("The story card is empty; `python -m engine cards show SHAPE` writes one to fill in.")
    return data


def _known(name: str, form: Form) -> None:
    if name not in form.slots:
        near = get_close_matches(name, form.slots, 1, 0.5)
        hint = f" Did you mean '{near[0]}'?" if near else ""
        raise UserError(f"The {form.name} card has no slot '{name}'.{hint} Its slots are: {', '.join(form.slots)}.")


def _fitting(name: str, text: str, slot: Slot) -> str:
    """The words of a slot, without a stop at the end where the shape's own sentence goes on; UserError where they do not fit."""
    if slot.kind == "choice":
        found = next((option for option in slot.options if option.casefold() == text.casefold()), None)
        if found is None:
            raise UserError(f"'{text}' does not fit {name} ({slot.what}); choose one of: {', '.join(slot.options)}.")
        return found
    if len(text) > slot.limit:
        raise UserError(f"{name} ({slot.what}) has {len(text)} characters; it may have {slot.limit}.")
    if not regex.search(r"[\p{L}\p{N}]", text):
        raise UserError(f"{name} ({slot.what}) has no words in it.")
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        raise UserError(f"{name} ({slot.what}) has a quote mark without its partner.")
    return text if slot.kind in ("sentence", "spoken") else text.rstrip(" .,;:।")


def _tidy(text: str) -> str:
    return " ".join(text.split())

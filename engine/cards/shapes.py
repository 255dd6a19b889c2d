"""Story shapes: how a kind of film goes, as data (shapes/<id>.<language>.yaml), read once and checked. Knows no card and no model.

Example: `shape("fable").form("en").slots["hero"].what`; a shape may lack a language and then says which it has.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import Field, ValidationError, model_validator

from engine.artifacts import NARRATOR
from engine.cards import joining
from engine.errors import UserError
from engine.planning.answers import Emotion
from engine.types import Frozen

FOLDER = Path(__file__).with_name("shapes")
Kind = Literal["who", "thing", "place", "phrase", "sentence", "spoken", "choice"]
_LIMITS: dict[str, int] = {
    "who": 60,
    "thing": 80,
    "place": 80,
    "phrase": 90,
    "sentence": 220,
    "spoken": 160,
    "choice": 20,
}
_LANGUAGES = {"en": "English", "hi": "Hindi"}


class Slot(Frozen):
    """One thing that a person fills in. `what` says what it is; `max` counts characters (0: as is usual for the kind);
    a 'choice' is one of `options`."""

    what: str
    example: str
    kind: Kind = "phrase"
    required: bool = True
    max: int = 0
    options: tuple[str, ...] = ()

    @property
    def limit(self) -> int:
        """The most characters that may stand in it."""
        return self.max or _LIMITS[self.kind]


class LineForm(Frozen):
    """A sentence pattern, or several that may stand for each other. It is left out while a slot that it speaks of, or the slot
    `when`, is empty."""

    say: tuple[str, ...]
    when: str = ""
    speaker: str = NARRATOR
    pause: float = Field(default=0.35, ge=0.0, le=10.0)
    emotion: Emotion = ""

    @model_validator(mode="before")
    @classmethod
    def _one_or_many(cls, value: Any) -> Any:
        """A bare sentence is a line; one sentence is a list of one."""
        line = {"say": value} if isinstance(value, str) else dict(value)
        return {**line, "say": [line["say"]] if isinstance(line.get("say"), str) else line.get("say")}


class SceneForm(Frozen):
    """The lines of one place and time."""

    title: str = ""
    lines: tuple[LineForm, ...]


class Form(Frozen):
    """A shape in one language. `idea` is the idea that its examples fill in."""

    id: str
    language: str
    name: str
    about: str
    facts: bool = False
    idea: str
    title: str
    slots: dict[str, Slot]
    scenes: tuple[SceneForm, ...]

    @property
    def example(self) -> dict[str, str]:
        """The slots filled with their examples."""
        return {name: slot.example for name, slot in self.slots.items()}

    @property
    def choices(self) -> dict[str, tuple[str, ...]]:
        return {name: slot.options for name, slot in self.slots.items() if slot.kind == "choice"}

    @model_validator(mode="after")
    def _patterns_speak_of_slots(self) -> Form:
        patterns = [
            self.title,
            *(text for scene in self.scenes for line in scene.lines for text in (*line.say, line.speaker)),
        ]
        patterns += [scene.title for scene in self.scenes]
        asked = {name for pattern in patterns for name in joining.fields(pattern)}
        asked |= {line.when for scene in self.scenes for line in scene.lines if line.when}
        unknown = asked - self.slots.keys()
        if unknown:
            raise ValueError(f"its patterns speak of {', '.join(sorted(unknown))}, which it has no slot for")
        return self


@dataclass(frozen=True)
class Shape:
    """A kind of film, in the languages that it is written in. `facts` shapes say only what a person tells them."""

    id: str
    name: str
    about: str
    facts: bool
    forms: dict[str, Form] = field(repr=False)

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self.forms)

    def form(self, language: str = "en") -> Form:
        """The shape in a language ('hi-IN' is 'hi'); UserError, naming those that it has, where it lacks it."""
        code = language.lower().split("-")[0]
        if code in self.forms:
            return self.forms[code]
        other = ", ".join(item.id for item in shapes() if code in item.languages)
        wanted = _LANGUAGES.get(code, f"'{language}'")
        have = " and ".join(_LANGUAGES.get(known, known) for known in self.languages)
        more = f" These have {wanted}: {other}." if other else ""
        raise UserError(f"The shape '{self.id}' has no {wanted} sentences, only {have}.{more}")


@cache
def shapes() -> tuple[Shape, ...]:
    """Every shape, stories before facts, by name."""
    found: dict[str, dict[str, Form]] = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        form = _read(path)
        found.setdefault(form.id, {})[form.language] = form
    made = [_shape(forms) for forms in found.values()]
    return tuple(sorted(made, key=lambda item: (item.facts, item.name)))


def shape(id: str) -> Shape:
    """The shape called `id`; UserError with the list, and the nearest name, where there is none."""
    found = next((item for item in shapes() if item.id == id.strip().lower()), None)
    if found:
        return found
    known = [item.id for item in shapes()]
    near = get_close_matches(id.strip().lower(), known, 1, 0.5)
    hint = f" Did you mean '{near[0]}'?" if near else ""
    raise UserError(f"There is no story shape '{id}'.{hint} The shapes are: {', '.join(known)}.")


def _shape(forms: dict[str, Form]) -> Shape:
    first = forms.get("en") or next(iter(forms.values()))
    ordered = {code: forms[code] for code in sorted(forms, key=lambda code: code != "en")}
    return Shape(first.id, first.name, first.about, first.facts, ordered)


def _read(path: Path) -> Form:
    """One form from its file, whose name has to say what is in it."""
    try:
        form = Form.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (yaml.YAMLError, ValidationError) as error:
        raise UserError(f"The story shape {path.name} cannot be read: {error}.") from error
    if path.name != f"{form.id}.{form.language}.yaml":
        raise UserError(f"The story shape {path.name} calls itself {form.id}.{form.language}.yaml.")
    return form

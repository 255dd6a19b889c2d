"""The forms in which a model must answer, one per kind of question, and their JSON schemas by name.

Knows no prompt and no provider. Example: `Script.model_validate(result.data)`; `SCHEMAS["script"]` is what the provider is held to.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Emotion = Literal["", "calm", "warm", "cheerful", "sad", "tense", "excited", "solemn", "whisper"]
# Some servers refuse an empty choice, so an ordinary line is called plain.
SpokenEmotion = Literal["plain", "calm", "warm", "cheerful", "sad", "tense", "excited", "solemn", "whisper"]
Pause = Literal["short", "normal", "long"]


class Answer(BaseModel):
    """The base of every form: frozen and closed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class SpokenLine(Answer):
    """What one speaker says in one breath, and the silence after it."""

    speaker: str = Field(max_length=60)
    text: str = Field(max_length=600)
    emotion: SpokenEmotion
    pause: Pause


class SpokenScene(Answer):
    """Lines of one place and time."""

    title: str = Field(max_length=80)
    lines: list[SpokenLine] = Field(min_length=1, max_length=40)


class Script(Answer):
    """A whole narration."""

    title: str = Field(max_length=80)
    scenes: list[SpokenScene] = Field(min_length=1, max_length=20)


class PictureText(Answer):
    """What is seen while some words are spoken; `seen` is the sentence for the picture."""

    who: str = Field(max_length=80)
    where: str = Field(max_length=80)
    thing: str = Field(max_length=60)
    seen: str = Field(min_length=25, max_length=240)


class Pictures(Answer):
    """One picture for each passage, in the same order."""

    pictures: list[PictureText] = Field(min_length=1, max_length=12)


class CharacterLook(Answer):
    """How a character looks, and the words of the text that say so."""

    name: str = Field(max_length=60)
    look: str = Field(max_length=160)
    quote: str = Field(max_length=240)


class Characters(Answer):
    """The characters of a text."""

    characters: list[CharacterLook] = Field(max_length=8)


class Spoken(Answer):
    """One passage, said."""

    text: str = Field(min_length=3, max_length=320)


class Sight(Answer):
    """What somebody thinks who looked at a picture: see prompts/keyframe/look.md."""

    match: float = Field(ge=0, le=10)
    consistency: float = Field(ge=0, le=10)
    missing: list[str] = Field(max_length=12)
    faults: list[str] = Field(max_length=12)
    suggestion: str = Field(max_length=600)


def json_schema(form: type[Answer]) -> dict[str, Any]:
    """The form as a JSON schema without references, titles or descriptions."""
    whole = form.model_json_schema()
    return dict(_flat(whole, whole.get("$defs", {})))


def _flat(part: Any, definitions: dict[str, Any]) -> Any:
    if isinstance(part, list):
        return [_flat(item, definitions) for item in part]
    if not isinstance(part, dict):
        return part
    if "$ref" in part:
        return _flat(definitions[part["$ref"].rpartition("/")[2]], definitions)
    flat = {
        key: _flat(value, definitions)
        for key, value in part.items()
        if key not in ("$defs", "title", "description", "properties")
    }
    if "properties" in part:
        flat["properties"] = {name: _flat(value, definitions) for name, value in part["properties"].items()}
    return flat


SCHEMAS: dict[str, dict[str, Any]] = {
    "script": json_schema(Script),
    "pictures": json_schema(Pictures),
    "characters": json_schema(Characters),
    "spoken": json_schema(Spoken),
    "sight": json_schema(Sight),
}

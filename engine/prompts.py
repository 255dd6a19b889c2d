"""Prompt templates: one Markdown file each under prompts/<stage>/<name>.md, front matter in YAML, sections '# System' and '# User'.

What a person wrote reaches a model between tags, as data, whatever the template says: the kind of each input decides, not its author.
A film may carry its own version of a template in a folder of its own. Example: `prompt("script/write_story").render(idea="...", ...)`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jinja2 import StrictUndefined, Template, TemplateError, meta
from jinja2.sandbox import ImmutableSandboxedEnvironment

from engine.errors import UserError
from engine.providers.contract import TextRequest

FOLDER = Path(__file__).resolve().parent.parent / "prompts"

_LANGUAGES = {
    "en": "English", "hi": "Hindi (in Devanagari letters)", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian",
    "pt": "Portuguese", "nl": "Dutch", "pl": "Polish", "ru": "Russian", "uk": "Ukrainian", "tr": "Turkish", "ar": "Arabic",
    "bn": "Bengali", "mr": "Marathi", "ta": "Tamil", "te": "Telugu", "gu": "Gujarati", "ur": "Urdu", "zh": "Chinese",
    "ja": "Japanese", "ko": "Korean", "id": "Indonesian", "sv": "Swedish", "el": "Greek",
}  # fmt: skip

_PARTS = re.compile(r"\A---\n(?P<front>.*?)\n---\n\s*# System\n(?P<system>.*?)\n# User\n(?P<user>.*)\Z", re.DOTALL)
_TAG = re.compile(r"<(?=/?[A-Za-z_])")
_ENVIRONMENT = ImmutableSandboxedEnvironment(
    undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=False
)


@dataclass(frozen=True)
class PromptInput:
    """What a template is given under `name`.

    `kind` says how it is written: 'data' a person's text between tags, 'label' a person's few words between tags on one line,
    'lines' several texts, numbered, between tags, 'own' our own words as they are, 'number', 'flag'.
    """

    name: str
    kind: str
    what: str = ""


@dataclass(frozen=True)
class Prompt:
    """A template that is ready to be filled. `sha` is the hash of its file: two prompts with the same one say the same."""

    name: str
    about: str
    inputs: tuple[PromptInput, ...]
    schema: str
    temperature: float
    max_tokens: int
    system: str
    user: str
    sha: str

    def render(self, *, seed: int = 0, schema: Mapping[str, Any] | None = None, **values: Any) -> TextRequest:
        """The request for a text provider. `values` are the template's inputs; `schema` replaces the template's own where the
        form of the answer is only known now. UserError where an input is missing or the template cannot be filled."""
        missing = [item.name for item in self.inputs if item.name not in values]
        if missing:
            raise UserError(f"The prompt {self.name} needs {', '.join(missing)}.")
        filled = {item.name: _WRITERS[item.kind](item.name, values[item.name]) for item in self.inputs}
        return TextRequest(
            system=self._fill(self.system, filled),
            user=self._fill(self.user, filled),
            schema=dict(schema if schema is not None else _schema(self.schema, self.name)),
            name=self.name.rpartition("/")[2],
            max_tokens=self.max_tokens,
            temperature=self.temperature,
            seed=seed,
        )

    def _fill(self, body: str, filled: Mapping[str, Any]) -> str:
        try:
            return re.sub(r"\n{3,}", "\n\n", _template(body).render(filled)).strip()
        except TemplateError as error:
            raise UserError(f"The prompt {self.name} cannot be filled: {error}.") from error


def prompt(name: str, folder: Path | None = None) -> Prompt:
    """The template called `name` ('script/write_story'), from `folder` where it holds one of that name, else our own.

    Raises UserError, naming the file, where there is none or it cannot be read.
    """
    own = FOLDER / f"{name}.md"
    if name not in prompts():
        raise UserError(f"There is no prompt '{name}'; there are {', '.join(prompts())}.")
    theirs = folder / f"{name}.md" if folder else own
    return _read(theirs, name, _read(own, name).inputs) if theirs != own and theirs.is_file() else _read(own, name)


def prompts() -> tuple[str, ...]:
    """The names of all templates."""
    return tuple(sorted(path.relative_to(FOLDER).with_suffix("").as_posix() for path in FOLDER.glob("*/*.md")))


def language_name(code: str) -> str:
    """What a model is told to write in: 'en-GB' -> 'English'; a code that we do not know is passed on as it is."""
    return _LANGUAGES.get(code.lower().split("-")[0], code)


def _read(path: Path, name: str, inputs: tuple[PromptInput, ...] | None = None) -> Prompt:
    """A template from its file. With `inputs` given, those hold: a film's own version cannot turn data into instructions."""
    try:
        raw = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"The prompt {path} cannot be read: {error}.") from error
    parts = _PARTS.match(raw)
    if not parts:
        raise UserError(f"The prompt {path} needs front matter between two lines of ---, then '# System' and '# User'.")
    front = _front(parts["front"], path)
    inputs = inputs or tuple(
        PromptInput(key, *_kind(value, path)) for key, value in (front.get("inputs") or {}).items()
    )
    for body in (parts["system"], parts["user"]):
        _check(body, {item.name for item in inputs}, path)
    return Prompt(
        name=name,
        about=str(front.get("about", "")),
        inputs=inputs,
        schema=str(front.get("schema", "")),
        temperature=float(front.get("temperature", 0.7)),
        max_tokens=int(front.get("max_tokens", 2000)),
        system=parts["system"],
        user=parts["user"],
        sha=hashlib.sha256(raw.encode()).hexdigest(),
    )


def _front(text: str, path: Path) -> dict[str, Any]:
    try:
        front = yaml.safe_load(text)
        float(front.get("temperature", 0.7)), int(front.get("max_tokens", 2000))
    except (yaml.YAMLError, AttributeError, TypeError, ValueError) as error:
        raise UserError(f"The front matter of the prompt {path} cannot be read: {error}.") from error
    return dict(front)


def _kind(value: Any, path: Path) -> tuple[str, str]:
    """'data: the idea' -> ('data', 'the idea')."""
    kind, _, what = str(value).partition(",")
    if kind not in _WRITERS:
        raise UserError(f"The prompt {path} has an input of kind '{kind}'; the kinds are {', '.join(_WRITERS)}.")
    return kind, what.strip()


def _check(body: str, names: set[str], path: Path) -> None:
    """UserError where a template is not written right or asks for something that it is not given."""
    try:
        unknown = meta.find_undeclared_variables(_ENVIRONMENT.parse(body)) - names
    except TemplateError as error:
        raise UserError(f"The prompt {path} is not written right: {error}.") from error
    if unknown:
        raise UserError(f"The prompt {path} uses {', '.join(sorted(unknown))}; it is given {', '.join(sorted(names))}.")


@cache
def _template(body: str) -> Template:
    return _ENVIRONMENT.from_string(body)


def _schema(name: str, prompt_name: str) -> dict[str, Any]:
    """The JSON schema of an answer by its name; {} for free text."""
    from engine.planning.answers import SCHEMAS

    if not name:
        return {}
    if name not in SCHEMAS:
        raise UserError(f"The prompt {prompt_name} names the answer '{name}'; there are {', '.join(SCHEMAS)}.")
    return SCHEMAS[name]


def _plain(text: object) -> str:
    """A person's text with nothing in it that could be taken for one of our tags."""
    return _TAG.sub("< ", str(text)).strip()


def _data(name: str, value: object) -> str:
    text = _plain(value)
    return f"<{name}>\n{text}\n</{name}>" if text else ""


def _label(name: str, value: object) -> str:
    text = " ".join(_plain(value).split())
    return f"<{name}>{text}</{name}>" if text else ""


def _lines(name: str, value: Iterable[object]) -> str:
    rows = [f"{number}. {' '.join(_plain(text).split())}" for number, text in enumerate(value, 1)]
    return "\n".join((f"<{name}>", *rows, f"</{name}>")) if rows else ""


def _own(_: str, value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _number(_: str, value: Any) -> Any:
    return value if isinstance(value, int) else round(float(value), 1)


_WRITERS: dict[str, Callable[[str, Any], Any]] = {
    "data": _data,
    "label": _label,
    "lines": _lines,
    "own": _own,
    "number": _number,
    "flag": lambda _, value: bool(value),
}

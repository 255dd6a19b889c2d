"""How a film begins: from a text, a story card and wishes to a project with its brief and settings. The same input changes nothing."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from engine.artifacts import Brief
from engine.errors import BadEdit, UserError
from engine.project import Project, create_project, open_project
from engine.settings import CHOICES, checked, machine_settings, resolved
from engine.store import is_project
from engine.types import Key

_BRIEF_FIELDS = ("look", "tone", "audience", "target_seconds", "title", "fps")
_MUSIC_SUFFIX = (".mp3", ".wav", ".flac", ".ogg", ".opus", ".m4a", ".aac", ".mp4", ".webm", ".aif", ".aiff")


def begun(
    file: str,
    card: Path | None,
    folder: Path,
    wishes: Mapping[str, Any],
    choices: Mapping[str, str],
    sets: Sequence[str],
) -> Project:
    """The project for a text or card: made, or opened with what is new about it as edits. Nothing is made of bad input."""
    settings, brief_sets, music = _sorted(choices, sets)
    brief = _brief(file, card, {**wishes, **brief_sets})
    if brief.mode != "idea" and not brief.card and settings.get("voice"):
        from engine.stages.language import check_voice

        check_voice(settings["voice"], brief.language, str(resolved("speech", settings, machine_settings())))
    if not is_project(folder):
        project = create_project(folder, brief, settings)
    else:
        project = open_project(folder)
        _changed(project, brief, settings)
    if music:
        project.edit("music", file=music)
    return project


def _changed(project: Project, brief: Brief, settings: Mapping[str, Any]) -> None:
    view = project.view()
    if view.content(Key("brief")) != brief:
        project.edit("brief", brief.model_dump())
    new = {name: value for name, value in settings.items() if view.setting(name) != value}
    if new:
        project.set_many(new)


def pairs(sets: Sequence[str]) -> dict[str, str]:
    """'KEY=VALUE' texts as a mapping."""
    found = {}
    for text in sets:
        name, equals, value = text.partition("=")
        if not equals or not name.strip():
            raise UserError(f"'{text}' is not KEY=VALUE.")
        found[name.strip()] = value.strip()
    return found


def _sorted(choices: Mapping[str, str], sets: Sequence[str]) -> tuple[dict[str, Any], dict[str, Any], Path | None]:
    """Settings, fields of the brief, and a music file where one was named."""
    from engine.providers.registry import PROVIDERS, check_choice
    from engine.stages.wishes import check_bed

    settings: dict[str, Any] = {}
    brief: dict[str, Any] = {}
    music: Path | None = None
    for name, value in {**{n: v for n, v in choices.items() if v}, **pairs(sets)}.items():
        if name == "music" and (Path(value).suffix.lower() in _MUSIC_SUFFIX or Path(value).is_file()):
            music = Path(value)
            if not music.is_file():
                raise UserError(f"There is no music file {value}.")
        elif name in CHOICES:
            settings[name] = checked(value, name)
            if name in PROVIDERS and name != "music":
                check_choice(name, settings[name])
        elif name in _BRIEF_FIELDS:
            brief[name] = value
        else:
            raise UserError(f"There is no setting '{name}'. There are: {', '.join((*CHOICES, *_BRIEF_FIELDS))}.")
    check_bed(settings.get("music", "auto"))
    return settings, brief, music


def _brief(file: str, card: Path | None, wishes: Mapping[str, Any]) -> Brief:
    from engine.cards import fill, load_card
    from engine.language.text import read_text
    from engine.planning.script import detect_mode

    given = {name: value for name, value in wishes.items() if value not in ("", None)}
    if card is not None:
        loaded = load_card(card)
        text = "\n".join(line.text for line in fill(loaded).lines)
        given.update({"mode": "idea", "card": loaded.flat(), "language": loaded.language, "text": text})
    else:
        idea = given.get("mode") == "idea"
        given["text"] = read_text(_data(file), "the text", minimum_words=3 if idea else 10)
        given.setdefault("mode", detect_mode(given["text"], given.get("language", "en")))
    try:
        return Brief.model_validate(given)
    except ValidationError as error:
        first = error.errors()[0]
        reason = str(first["msg"]).removeprefix("Value error, ")
        raise BadEdit(f"{'.'.join(str(part) for part in first['loc'][:1])}: {reason}.") from None


def _data(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read(600_000)
    if not file:
        raise UserError("Give a text file, - for standard input, or --card FILE.")
    path = Path(file)
    if path.is_dir():
        raise UserError(f"{file} is a folder; name the text file itself.")
    if not path.is_file():
        raise UserError(f"There is no file {file}.")
    with path.open("rb") as opened:
        return opened.read(600_000)

"""Parts of the settings about voices at a service: a search, what it found with samples to hear, a voice from recordings. Markup only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ui_components.markup import Mark, bar, button, icon, text, tool

Options = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Box:
    """The fields of a search with what they hold. Without `speakers` nobody is chosen to get a voice."""

    words: str
    language: str
    languages: Options
    speaker: str = ""
    speakers: Options = ()


@dataclass(frozen=True)
class VoiceRow:
    """One voice: its name, what is said of it, a few facts; the address of its sample as '/voice/' has it, or ''; its buttons as
    (verb, label)."""

    id: str
    name: str
    about: str
    facts: str
    sample: str = ""
    acts: tuple[tuple[str, str], ...] = ()


def search(box: Box, rows: Sequence[VoiceRow] | None, words: Mapping[str, str]) -> str:
    """The search, and below it what was found (None: nothing was searched for yet)."""
    speaker = _choice("speaker", words["speaker"], box.speaker, box.speakers) if box.speakers else ""
    found = "" if rows is None else _found(rows, words)
    return (
        f'<div class="voice-find" data-form><div class="voice-search"><label class="field"><span>{text(words["like"])}</span>'
        f'<input type="search" name="words" data-enter value="{text(box.words)}" maxlength="200" autocomplete="off"></label>'
        f"{_choice('language', words['language'], box.language, box.languages)}"
        f"{button(words['search'], 'voices-search', extra=' data-default')}</div>{speaker}{found}</div>"
    )


def _choice(name: str, label: str, now: str, options: Options) -> str:
    items = "".join(
        f'<option value="{text(value)}"{" selected" if value == now else ""}>{text(words)}</option>'
        for value, words in options
    )
    return f'<label class="field"><span>{text(label)}</span><select name="{name}">{items}</select></label>'


def _found(rows: Sequence[VoiceRow], words: Mapping[str, str]) -> str:
    if not rows:
        return f'<p class="hint" role="status">{text(words["none"])}</p>'
    body = "".join(_row(row, words["listen"]) for row in rows)
    return f'<ul class="row-list" aria-label="{text(words["found"])}">{body}</ul>'


def _row(row: VoiceRow, listen: str) -> str:
    label = f"{listen} {row.name}"
    hear = tool("play", label, "listen", id=row.sample) if row.sample else ""
    acts = "".join(
        button(words, verb, kind="small", id=row.id, extra=f' aria-label="{text(words)} {text(row.name)}"')
        for verb, words in row.acts
    )
    return (
        f"<li>{icon('mic')}<div><b>{text(row.name)}</b><small>{text(row.about)}</small><small>{text(row.facts)}</small></div>"
        f'<span class="end">{hear}{acts}</span></li>'
    )


@dataclass(frozen=True)
class Maker:
    """A voice that is to be made: its recordings as (name, length), and how the last one went (`mark` None: none was asked for)."""

    recordings: Options
    mark: Mark | None = None
    line: str = ""
    busy: bool = False


def maker(item: Maker, words: Mapping[str, str]) -> str:
    """Recordings, a name, the word that it may be done, and the button."""
    listed = "".join(
        f'<li>{icon("sound")}<div><b>{text(name)}</b></div><span class="end rw-num">{text(length)}</span></li>'
        for name, length in item.recordings
    )
    drop = button(words["drop"], "voice-drop", kind="quiet small") if item.recordings else ""
    off = item.busy or not item.recordings
    state = _state(item, words["busy"]) if item.mark else ""
    return (
        f'<div class="voice-maker" data-form><h3>{text(words["title"])}</h3><p class="hint">{text(words["hint"])}</p>'
        f'{f"""<ul class="row-list" aria-label="{text(words["recordings"])}">{listed}</ul>""" if listed else ""}'
        f'<div class="ways"><label class="rw-b small">{text(words["add"])}<input class="rw-sr" type="file" accept="audio/*,video/webm,video/mp4" data-upload="voice-file"></label>{drop}</div>'
        f'<label class="field"><span>{text(words["name"])}</span><input type="text" name="name" maxlength="80" autocomplete="off"></label>'
        f'<label class="tick"><input type="checkbox" name="agreed"><span>{text(words["agree"])}</span></label>'
        f"<div>{button(words['make'], 'voice-make', kind='primary', off=off)}</div>{state}</div>"
    )


def _state(item: Maker, busy: str) -> str:
    assert item.mark is not None
    moving = bar(0.0, busy, "pack-voice:new") if item.busy else ""
    live = ' data-packs="busy"' if item.busy else ""
    return f'<div class="voice-state" role="status"{live}>{icon(item.mark.state, "s-" + item.mark.state)}<div>{text(item.line)}{moving}</div></div>'

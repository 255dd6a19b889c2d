"""Parts of the settings: who makes what, keys that are written and never read, model packs with their progress. Markup only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui_components.markup import Mark, bar, button, icon, text


def section(title: str, note: str, body: str) -> str:
    """A part of the settings with its heading and what it is about."""
    return f'<section class="set"><h2>{text(title)}</h2><p>{text(note)}</p>{body}</section>'


@dataclass(frozen=True)
class Choice:
    """One maker: what a setting holds for it, its name, its state, what it needs in a sentence."""

    value: str
    name: str
    mark: Mark
    line: str
    chosen: bool = False
    aside: bool = False
    """Whether it stands with others below, folded away."""


@dataclass(frozen=True)
class Kind:
    """What is made, by whom it can be. Without `setting` it is not chosen, only told."""

    setting: str
    title: str
    choices: tuple[Choice, ...]
    more: str = ""
    """Markup below the choices (a field)."""
    aside: str = ""
    """What the choices are called that are folded away."""


def kinds(items: Sequence[Kind]) -> str:
    """All kinds in two columns."""
    return f'<div class="kinds">{"".join(_kind(item) for item in items)}</div>'


def _kind(kind: Kind) -> str:
    tiles = "".join(_tile(kind.setting, choice) for choice in kind.choices if not choice.aside)
    others = "".join(_tile(kind.setting, choice) for choice in kind.choices if choice.aside)
    if others:
        others = (
            f'<details class="others"><summary>{text(kind.aside)}</summary><div class="opts">{others}</div></details>'
        )
    return f'<fieldset><legend>{text(kind.title)}</legend><div class="opts">{tiles}{others}{kind.more}</div></fieldset>'


def _tile(setting: str, choice: Choice) -> str:
    face = (
        f'<span class="face">{icon(choice.mark.state, "s-" + choice.mark.state)}<span>{text(choice.name)}<span class="rw-sr">, {text(choice.mark.word)}</span></span>'
        f"<small>{text(choice.line)}</small></span>"
    )
    if not setting:
        return f'<div class="tile maker">{face}</div>'
    on = " checked" if choice.chosen else ""
    return f'<label class="tile maker"><input type="radio" name="{text(setting)}" value="{text(choice.value)}" data-change="maker"{on}>{face}</label>'


@dataclass(frozen=True)
class KeyRow:
    """One key: its name, what it is for, where it stands. Its value is not here, for it is never shown."""

    name: str
    line: str
    mark: Mark
    can_set: bool = True
    can_forget: bool = False
    secret: bool = True


def keys(rows: Sequence[KeyRow], label: str, words: tuple[str, str, str]) -> str:
    """Keys with a box to type each. `words`: keep, delete, and the box's label (with {name})."""
    return f'<ul class="row-list" aria-label="{text(label)}">{"".join(_key(row, words) for row in rows)}</ul>'


def _key(row: KeyRow, words: tuple[str, str, str]) -> str:
    forget = (
        button(words[1], "forget-key", kind="quiet small", id=row.name, extra=f' aria-label="{text(words[1])} {row.name}"')
        if row.can_forget
        else ""
    )  # fmt: skip
    form = ""
    if row.can_set:
        kind = "password" if row.secret else "url"
        keep = button(
            words[0], "keep-key", id=row.name, extra=f' data-default aria-label="{text(words[0])} {row.name}"'
        )
        form = (
            f'<div class="key-form" data-form><label class="field"><span class="rw-sr">{text(words[2].replace("{name}", row.name))}</span>'
            f'<input type="{kind}" name="key" data-secret="{text(row.name)}" autocomplete="off" spellcheck="false" autocapitalize="off" data-1p-ignore data-lpignore="true"></label>'
            f"{keep}</div>"
        )
    return (
        f"<li>{icon(row.mark.state, 's-' + row.mark.state)}<div><b>{text(row.name)}</b><small>{text(row.line)}</small></div>"
        f'<span class="end"><span class="rw-s">{text(row.mark.word)}</span>{forget}</span>{form}</li>'
    )


@dataclass(frozen=True)
class PackRow:
    """One model pack: title, what it is for, licence and size, state; a button, and how far it is while it comes."""

    id: str
    title: str
    purpose: str
    facts: str
    mark: Mark
    line: str = ""
    share: float | None = None
    act: str = ""
    act_label: str = ""


def packs(rows: Sequence[PackRow], label: str, busy: bool) -> str:
    """Model packs; while one is on its way the script asks how far it is."""
    live = ' data-packs="busy"' if busy else ""
    return f'<ul class="row-list" aria-label="{text(label)}"{live}>{"".join(_pack(row) for row in rows)}</ul>'


def _pack(row: PackRow) -> str:
    moving = bar(row.share, row.title, f"pack-{row.id}") if row.share is not None else ""
    said = f'<small class="rw-num" data-pack-line="{text(row.id)}">{text(row.line)}</small>' if row.line else ""
    act = button(row.act_label, row.act, kind="small", id=row.id) if row.act else ""
    return (
        f'<li>{icon(row.mark.state, "s-" + row.mark.state)}<div><b>{text(row.title)}</b><small>{text(row.purpose)}</small><small class="rw-num">{text(row.facts)}</small>{said}{moving}</div>'
        f'<span class="end"><span class="rw-s">{text(row.mark.word)}</span>{act}</span></li>'
    )

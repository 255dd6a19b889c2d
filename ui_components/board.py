"""A board of pieces: cards with pictures, or rows of words. Each card is one button and has none inside.

Which card is chosen is marked by the page's script, so that choosing sends nothing of the board again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui_components.markup import Mark, button, mark, text, wave


@dataclass(frozen=True)
class Card:
    """One piece. `picture` and `sound` are addresses (of a thumbnail, of peaks); `share` (0 to 1) is how far its making is."""

    id: str
    mark: Mark
    words: str = ""
    key: str = ""
    picture: str = ""
    empty: str = ""
    length: str = ""
    takes: str = ""
    who: str = ""
    sound: str = ""
    share: float | None = None
    needs_you: bool = False
    scene: str = ""
    name: str = ""
    cells: tuple[tuple[str, str], ...] = ()
    """More to say in a table, each a text and a quieter one."""
    proxy: str = ""
    """The address of a small film that plays while the card is pointed at."""


_KIND = {"working": "busy", "queued": "busy", "failed": "bad"}


def board(cards: Sequence[Card], label: str) -> str:
    """Cards with pictures in a grid."""
    return f'<ul class="board" aria-label="{text(label)}">{"".join(_card(card) for card in cards)}</ul>'


def rows(cards: Sequence[Card], label: str, *, wide: bool = False) -> str:
    """Rows of words, one below the other; `wide` leaves room for names in place of ids."""
    return f'<ul class="board rows{" wide" if wide else ""}" aria-label="{text(label)}">{"".join(_row(card) for card in cards)}</ul>'


def _open(card: Card, classes: str) -> str:
    kind = _KIND.get(card.mark.state, "")
    need = " data-needs" if card.needs_you else ""
    proxy = f' data-proxy="{text(card.proxy)}"' if card.proxy else ""
    return f'<button type="button" class="card {classes} {kind}" data-do="choose" data-id="{text(card.id)}" tabindex="-1"{need}{proxy}>'


def _run(card: Card) -> str:
    if card.share is None:
        return ""
    return f'<span class="run" data-progress="{text(card.key)}"><i style="width:{round(100 * card.share)}%"></i></span>'


def _card(card: Card) -> str:
    image = (
        f'<img loading="lazy" src="{text(card.picture)}" alt="">'
        if card.picture
        else f'<span class="empty">{text(card.empty)}</span>'
    )
    length = f'<span class="len rw-num">{text(card.length)}</span>' if card.length else ""
    return (
        f'<li>{_open(card, "")}<span class="pic">{image}<span class="no">{text(card.name or card.id)}</span>{length}{_run(card)}</span>'
        f'<span class="meta">{mark(card.mark, card.key)}<small class="rw-num">{text(card.takes)}</small></span><span class="words">{text(card.words)}</span>{_cells(card)}</button></li>'
    )


def _cells(card: Card) -> str:
    cells = "".join(f"<span>{text(first)}<small>{text(second)}</small></span>" for first, second in card.cells)
    return f'<span class="cells">{cells}</span>' if cells else ""


def _row(card: Card) -> str:
    scene = f'<li class="scene">{text(card.scene)}</li>' if card.scene else ""
    who = f'<span class="who">{text(card.who)}</span>' if card.who else ""
    small = ", ".join(part for part in (card.length, card.takes) if part)
    return (
        f'{scene}<li>{_open(card, "row")}<span class="id">{text(card.name or card.id)}</span><span class="words">{text(card.words)}</span>'
        f'<span class="side">{mark(card.mark, card.key)}<small class="rw-num">{text(small)}</small></span>{who}'
        f"{wave(card.sound) if card.sound else ''}{_run(card)}</button></li>"
    )


@dataclass(frozen=True)
class Head:
    """The line above a board: title, filter (with counts), verbs."""

    title: str
    show: str = ""
    all: str = ""
    needs: str = ""
    filter: str = "all"
    rest: str = ""
    rest_off: bool = False
    approve_all: str = ""
    extra: str = ""
    """More markup between the filter and the verbs (a stage's own buttons)."""


def head(line: Head) -> str:
    """The head of a board. The script filters; the server only counts."""
    pressed = {True: "true", False: "false"}
    seg = (
        f'<span class="seg rw-num" role="group" aria-label="{text(line.show)}">'
        f'<button type="button" data-do="filter" data-id="all" aria-pressed="{pressed[line.filter == "all"]}">{text(line.all)}</button>'
        f'<button type="button" data-do="filter" data-id="needs" aria-pressed="{pressed[line.filter == "needs"]}">{text(line.needs)}</button></span>'
        if line.all
        else ""
    )
    rest = button(line.rest, "plan", key="M", off=line.rest_off) if line.rest else ""
    every = button(line.approve_all, "approve-all", kind="quiet") if line.approve_all else ""
    return f'<div class="rw-head"><div class="rw-headline"><h2>{text(line.title)}</h2>{seg}</div>{line.extra}{rest}{every}</div>'


def nothing(words: str, show_all: str) -> str:
    """What stands in place of cards that the filter has hidden; the script shows it."""
    return f'<div class="blank" data-nothing hidden><p>{text(words)}</p>{button(show_all, "filter", id="all")}</div>'


def blank(words: str, *, label: str = "", do: str = "", id: str = "", kind: str = "primary", bad: bool = False) -> str:
    """An empty state: the next step, not an apology; `bad` where making it failed."""
    act = button(label, do, kind=kind, id=id) if do else ""
    return f'<div class="blank{" bad" if bad else ""}"><p>{text(words)}</p>{act}</div>'

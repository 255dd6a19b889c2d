"""Tiles to choose from (real radio buttons under their faces) and the list of films."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui_components.markup import icon, text, tool, when


@dataclass(frozen=True)
class Tile:
    """One choice: a value, its words, one fact; a picture, a shape (width and height of a small frame) or neither."""

    value: str
    words: str
    fact: str = ""
    picture: str = ""
    shape: tuple[int, int] | None = None
    listen: str = ""
    colours: tuple[str, ...] = ()
    """Five colours from dark to light, a lamp and an accent: drawn as a small landscape."""


def tiles(name: str, legend: str, items: Sequence[Tile], chosen: str, *, columns: int = 1, classes: str = "") -> str:
    """A group of tiles. A tile with `listen` has a play button beside it, outside its label."""
    body = "".join(
        _listening(name, tile, tile.value == chosen) if tile.listen else _tile(name, tile, tile.value == chosen)
        for tile in items
    )
    return f'<fieldset><legend>{text(legend)}</legend><div class="opts {classes}" style="grid-template-columns:repeat({columns},minmax(0,1fr))">{body}</div></fieldset>'


def _tile(name: str, tile: Tile, on: bool) -> str:
    fact = f'<small class="rw-num">{text(tile.fact)}</small>' if tile.fact else ""
    if tile.colours:
        face = f'<span class="face look">{_landscape(tile.colours)}<span>{text(tile.words)}</span></span>'
    elif tile.picture:
        face = f'<span class="face look"><img src="{text(tile.picture)}" alt=""><span>{text(tile.words)}</span></span>'
    else:
        frame = (
            f'<span class="ratio" style="width:{tile.shape[0]}px;height:{tile.shape[1]}px"></span>'
            if tile.shape
            else ""
        )
        face = f'<span class="face">{frame}{text(tile.words)}{fact}</span>'
    return f'<label class="tile"><input type="radio" name="{name}" value="{text(tile.value)}"{" checked" if on else ""} data-keep>{face}</label>'


def _landscape(colours: tuple[str, ...]) -> str:
    """A sky, a lamp, two hills and a sail in a look's own colours."""
    deep, low, middle, high, pale, lamp, accent = (text(colour) for colour in colours)
    return (
        f'<svg viewBox="0 0 64 36" aria-hidden="true"><rect width="64" height="36" fill="{low}"/><rect width="64" height="24" fill="{middle}"/>'
        f'<circle cx="45" cy="13" r="6" fill="{lamp}"/><path d="M0 26 18 12l14 10 12-7 20 11v10H0Z" fill="{high}" opacity=".75"/>'
        f'<path d="M0 29q16-7 34-2t30-3v12H0Z" fill="{low}"/><path d="M0 33q20-5 64-1v4H0Z" fill="{deep}"/>'
        f'<path d="m20 30 1-13 8 13Z" fill="{pale}"/><path d="M17 30h14l-3 3h-8Z" fill="{accent}"/></svg>'
    )


def _listening(name: str, tile: Tile, on: bool) -> str:
    return f'<div class="voice">{_tile(name, tile, on)}{tool("play", tile.listen, "listen", id=tile.value)}</div>'


@dataclass(frozen=True)
class FilmCard:
    """A film in the list. `steps` has one letter for each stage: d done, w working or waiting, x stale, f failed, '.' nothing yet."""

    id: str
    title: str
    state: str
    changed: str
    changed_words: str
    picture: str = ""
    empty: str = ""
    steps: str = ""
    open_stage: str = ""
    more: str = ""
    menu: tuple[tuple[str, str, str], ...] = ()
    """Rows of its menu: what they do, their words, an address (then it is a download)."""


def film_list(cards: Sequence[FilmCard], title: str, tools: str) -> str:
    """The films, newest first."""
    body = "".join(_film(card) for card in cards)
    return f'<section class="films"><header><h2>{text(title)}</h2><span class="rw-grow"></span>{tools}</header><ul>{body}</ul></section>'


def _film(card: FilmCard) -> str:
    image = (
        f'<img loading="lazy" src="{text(card.picture)}" alt="">'
        if card.picture
        else f'<span class="empty">{text(card.empty)}</span>'
    )
    steps = "".join(f'<i class="{"" if step == "." else step}"></i>' for step in card.steps)
    rows = "".join(
        f'<a href="{text(href)}" download>{text(words)}</a>'
        if href
        else f'<button type="button" data-do="{do}" data-id="{text(card.id)}">{text(words)}</button>'
        for do, words, href in card.menu
    )
    menu = f'<details class="more"><summary aria-label="{text(card.more)}" title="{text(card.more)}">{icon("dots")}</summary><div class="menu">{rows}</div></details>'
    return (
        f'<li><button type="button" class="card" data-do="open-film" data-id="{text(card.id)}" data-stage="{card.open_stage}"><span class="pic">{image}</span>'
        f'<span class="steps" aria-hidden="true">{steps}</span><span class="name">{text(card.title)}</span>'
        f'<span class="meta"><small>{text(card.state)}</small><small>{when(card.changed, card.changed_words)}</small></span></button>{menu if rows else ""}</li>'
    )

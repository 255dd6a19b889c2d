"""Story cards on the page: the shapes to choose from, the words to fill in, and beside them the lines that come of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui_components.markup import button, text


@dataclass(frozen=True)
class ShapeTile:
    """A shape: its id, its name, what it is about, a note (such as its language)."""

    id: str
    name: str
    about: str
    note: str = ""


@dataclass(frozen=True)
class SlotBox:
    """One thing to fill in. `options` makes it a choice; `long` a box for sentences."""

    name: str
    label: str
    value: str
    example: str
    most: int
    optional: str = ""
    options: tuple[str, ...] = ()
    long: bool = False


def panel(title: str, lines: Sequence[str], body: str, tools: str) -> str:
    """The frame of the cards, with a title, what they are for, and a way out."""
    words = "".join(f"<p>{text(line)}</p>" for line in lines if line)
    return f'<section class="cards" aria-labelledby="cards-title"><header><div><h2 id="cards-title" tabindex="-1">{text(title)}</h2>{words}</div>{tools}</header>{body}</section>'


def shapes(groups: Sequence[tuple[str, Sequence[ShapeTile]]]) -> str:
    """All shapes, in groups."""
    body = "".join(
        f"<h3>{text(title)}</h3><ul>{''.join(_shape(tile) for tile in tiles)}</ul>" for title, tiles in groups if tiles
    )
    return f'<div class="story-shapes">{body}</div>'


def _shape(tile: ShapeTile) -> str:
    note = f" ({text(tile.note)})" if tile.note else ""
    return f'<li><button type="button" data-do="card-shape" data-id="{text(tile.id)}"><b>{text(tile.name)}{note}</b><small>{text(tile.about)}</small></button></li>'


def form(card: str, slots: Sequence[SlotBox], hidden: dict[str, str], foot: str) -> str:
    """The card to fill in. `card` says which it is; `hidden` goes along with every verb."""
    along = "".join(
        f'<input type="hidden" name="{text(name)}" value="{text(value)}">' for name, value in hidden.items()
    )
    boxes = "".join(_box(slot) for slot in slots)
    return f'<div data-card="{text(card)}">{along}<div class="slots">{boxes}</div><div class="draft-foot">{foot}</div></div>'


def _box(slot: SlotBox) -> str:
    shared = f'name="slot-{text(slot.name)}" data-value="{text(slot.value)}" autocomplete="off" maxlength="{slot.most}"'
    if slot.options:
        items = "".join(
            f'<option value="{text(option)}"{" selected" if option == slot.value else ""}>{text(option)}</option>'
            for option in ("", *slot.options)
        )
        control = f"<select {shared}>{items}</select>"
    elif slot.long:
        control = f'<textarea rows="1" {shared} placeholder="{text(slot.example)}"></textarea>'
    else:
        control = f'<input type="text" {shared} placeholder="{text(slot.example)}">'
    note = f"<em>{text(slot.optional)}</em>" if slot.optional else ""
    return f'<label class="field"><span>{text(slot.label)}{note}</span>{control}</label>'


def draft(
    title: str, count: str, scenes: Sequence[tuple[str, Sequence[tuple[str, str]]]], empty: str, still: str
) -> str:
    """The lines as they are: scenes with (speaker, words); what is still needed."""
    rows = "".join(
        (f'<li class="scene">{text(name)}</li>' if name else "")
        + "".join(f"<li>{f'<b>{text(who)}:</b> ' if who else ''}{text(words)}</li>" for who, words in lines)
        for name, lines in scenes
    )
    body = f"<ol>{rows}</ol>" if rows else f'<p class="rw-muted">{text(empty)}</p>'
    more = f'<p class="rw-muted rw-s">{text(still)}</p>' if still else ""
    return f'<div class="draft-in"><header><h3>{text(title)}</h3><span class="rw-muted rw-s rw-num">{text(count)}</span></header>{body}{more}</div>'


def go(label: str, do: str, back: str, example: str, shape: str, off: bool) -> str:
    """The foot of the form: to all shapes, the example, and beginning the film."""
    return (
        button(back, "cards", kind="quiet", glyph="prev")
        + '<span class="rw-grow"></span>'
        + button(example, "card-example", kind="quiet", id=shape)
        + button(label, do, kind="primary", id=shape, off=off)
    )

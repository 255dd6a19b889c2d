"""Field blocks: a quiet label and one control. Text in progress is never overwritten.

A control carries the piece, the field and the take that it was loaded from. The script puts a new value in only where nobody
is typing, and sends what was typed when the person leaves the field, with that take. Example: `field(Field("text", "Words", "..."))`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui_components.markup import text


@dataclass(frozen=True)
class Field:
    """One control. `kind`: area, line, number, choice, title (a heading). `piece` is the key of what is edited; without it the
    value is an option that is sent along with the next verb (a seed, a provider). `options` are values and their words."""

    name: str
    label: str
    value: str = ""
    kind: str = "area"
    piece: str = ""
    take: int = 0
    options: tuple[tuple[str, str], ...] = ()
    half: bool = False
    hint: str = ""
    low: float | None = None
    high: float | None = None
    step: float | None = None
    off: bool = False


def fields(items: Sequence[Field]) -> str:
    """A group of fields in two columns."""
    return f'<div class="fields">{"".join(field(item) for item in items)}</div>' if items else ""


def field(item: Field) -> str:
    """One field with its label."""
    if item.kind == "title":
        return f"<h3>{text(item.label)}</h3>"
    hint = f'<p class="hint">{text(item.hint)}</p>' if item.hint else ""
    half = " half" if item.half else ""
    return f'<label class="field{half}"><span>{text(item.label)}<em aria-live="polite"></em></span>{_control(item)}{hint}</label>'


def _control(item: Field) -> str:
    shared = (
        f'name="{text(item.name)}" data-value="{text(item.value)}" autocomplete="off"{" disabled" if item.off else ""}'
    )
    shared += f' data-piece="{text(item.piece)}" data-take="{item.take}"' if item.piece else " data-option"
    if item.kind == "choice":
        known = (
            item.options
            if any(value == item.value for value, _ in item.options)
            else ((item.value, item.value), *item.options)
        )
        return f"<select {shared}>{''.join(_option(value, words, item.value) for value, words in known)}</select>"
    if item.kind == "number":
        limits = "".join(
            f' {name}="{value:g}"'
            for name, value in (("min", item.low), ("max", item.high), ("step", item.step))
            if value is not None
        )
        return f'<input type="number" {shared}{limits}>'
    if item.kind == "line":
        return f'<input type="text" {shared}>'
    return f'<textarea rows="2" {shared}></textarea>'


def _option(value: str, words: str, chosen: str) -> str:
    return f'<option value="{text(value)}"{" selected" if value == chosen else ""}>{text(words)}</option>'

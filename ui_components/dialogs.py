"""Questions that stand above the page: a plan, keys, a note, a choice between two texts. One at a time, in a native dialog.

The markup lands in a hidden place; the script moves it into the page's one dialog and shows it. Buttons inside carry `data-do`
like any other and send the dialog's named fields along.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui_components.markup import button, text


def dialog(number: int, title: str, body: str, buttons: str, *, note: str = "", wide: bool = False) -> str:
    """Any question; `number` makes the same question, asked again, another."""
    hint = f'<p class="rw-muted">{text(note)}</p>' if note else ""
    size = " data-wide" if wide else ""
    return (
        f'<div data-dialog="{number}"{size}><header><h2 id="dialog-title">{text(title)}</h2>{hint}</header><div class="body-d">{body}</div>'
        f"<footer>{buttons}</footer></div>"
    )


@dataclass(frozen=True)
class PlanRow:
    """One row of a plan: what, why, how long, at what cost."""

    what: str
    why: str
    time: str
    cost: str


def plan_table(head: tuple[str, str, str, str], rows: Sequence[PlanRow], foot: tuple[str, str, str]) -> str:
    """What would run. `foot` is the word for the sum, its time and its cost."""
    body = "".join(
        f'<tr><td>{text(r.what)}</td><td class="rw-muted">{text(r.why)}</td><td class="r rw-num">{text(r.time)}</td><td class="r">{text(r.cost)}</td></tr>'
        for r in rows
    )
    return (
        f'<table{" tabindex=0" if len(rows) > 8 else ""}><thead><tr><th>{text(head[0])}</th><th>{text(head[1])}</th><th class="r">{text(head[2])}</th><th class="r">{text(head[3])}</th></tr></thead>'
        f'<tbody>{body}</tbody><tfoot><tr><td>{text(foot[0])}</td><td></td><td class="r rw-num">{text(foot[1])}</td><td class="r">{text(foot[2])}</td></tr></tfoot></table>'
    )


def keys_table(tables: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> str:
    """Keys and what they do, by where they work. Several keys of one row are parted by spaces."""
    return f'<div class="keys" tabindex="0">{"".join(_keys(title, rows) for title, rows in tables)}</div>'


def _keys(title: str, rows: Sequence[tuple[str, str]]) -> str:
    body = "".join(f"<tr><td>{_chips(keys)}</td><td>{text(words)}</td></tr>" for keys, words in rows)
    return f"<section><h3>{text(title)}</h3><table>{body}</table></section>"


def _chips(keys: str) -> str:
    return " ".join(f"<kbd>{text(key)}</kbd>" if key != "…" else text(key) for key in keys.split())


def note_box(name: str, label: str, value: str = "", *, lines: int = 3) -> str:
    """A question for a few words."""
    control = (
        f'<textarea name="{name}" rows="{lines}" autofocus>{text(value)}</textarea>'
        if lines > 1
        else f'<input type="text" name="{name}" value="{text(value)}" autofocus>'
    )
    return f'<label class="field"><span>{text(label)}</span>{control}</label>'


def two_texts(left: tuple[str, str], right: tuple[str, str]) -> str:
    """Two texts beside each other, each with its title."""
    return (
        '<div class="two">'
        + "".join(f"<div><small>{text(t)}</small>{text(words)}</div>" for t, words in (left, right))
        + "</div>"
    )


def closing(cancel: str, *buttons: str) -> str:
    """The buttons of a dialog: cancel first, quiet; then what goes on."""
    return button(cancel, "shut", kind="quiet") + "".join(buttons)

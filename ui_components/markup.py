"""The smallest things: escaping, glyphs, marks, buttons, and the two Gradio parts that all others are shown in.

Values reach the page as finished HTML in `${value}`. Gradio's Handlebars templates are not used for people's words: what is put
into them becomes part of a script, so that a text with a dollar sign and braces would be run.
"""

from __future__ import annotations

import html
import zlib
from dataclasses import dataclass
from typing import Any

import gradio as gr

GLYPHS = {
    "missing": '<circle cx="8" cy="8" r="5.8" stroke-dasharray="2.4 2.2"/>',
    "fresh": '<path d="M8 1.8 14.2 8 8 14.2 1.8 8Z" fill="currentColor"/>',
    "stale": '<path d="M8 1.8 15 14H1Z" fill="currentColor" stroke="currentColor"/><path d="M8 6.2v3.6M8 11.9v.1" stroke="var(--rw-panel)"/>',
    "unsettled": '<path d="M8 2.2 14.4 13.6H1.6Z" stroke-dasharray="3 2"/><path d="M8 7v2.6M8 11.5v.1"/>',
    "queued": '<circle cx="8" cy="8" r="6"/><path d="M8 4.8V8l2.2 1.6"/>',
    "working": '<circle cx="8" cy="8" r="6" opacity=".3" stroke-width="2.4"/><path d="M8 2a6 6 0 1 1-5.7 7.9" stroke-width="2.4"/>',
    "failed": '<path d="M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2Z" fill="currentColor"/>'
    '<path d="m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4" stroke="var(--rw-panel)"/>',
    "approved": '<circle cx="8" cy="8" r="6.4" fill="currentColor"/><path d="m5 8.2 2.1 2.1L11 6.2" stroke="var(--rw-panel)" stroke-width="1.8"/>',
    "auto": '<circle cx="8" cy="8" r="6.2"/><path d="m5.6 11 2.4-6 2.4 6M6.4 9.2h3.2"/>',
    "back": '<rect x="1.6" y="1.6" width="12.8" height="12.8" rx="2.6" fill="currentColor"/>'
    '<path d="M6.6 5 4.4 7.2l2.2 2.2M4.6 7.2h4.6a2 2 0 0 1 0 4H8" stroke="var(--rw-panel)"/>',
}
"""One silhouette for each state; no two need colour to be told apart."""

TOOLS = {
    "undo": '<path d="M6 3 2.5 6.5 6 10M3 6.5h6.5a3.5 3.5 0 0 1 0 7H7"/>',
    "redo": '<path d="m10 3 3.5 3.5L10 10M13 6.5H6.5a3.5 3.5 0 0 0 0 7H9"/>',
    "theme": '<circle cx="8" cy="8" r="5.8"/><path d="M8 2.2v11.6A5.8 5.8 0 0 0 8 2.2Z" fill="currentColor"/>',
    "prev": '<path d="M10 3 5 8l5 5"/>',
    "next": '<path d="m6 3 5 5-5 5"/>',
    "play": '<path d="M4.5 2.8v10.4L13 8Z" fill="currentColor"/>',
    "close": '<path d="m4 4 8 8m0-8-8 8"/>',
    "joint-cut": '<path d="M8 2.5v11"/>',
    "joint-dissolve": '<path d="M2 13 14 3M2 3l12 10"/>',
    "joint-fade": '<path d="M2 3h12L8 13Z" fill="currentColor"/>',
    "joint-wipe": '<rect x="2" y="3" width="12" height="10" rx="1"/><path d="M2.5 3.5H8v9H2.5Z" fill="currentColor"/>',
    "joint-push": '<path d="M2 8h11M9 4l4 4-4 4"/>',
    "joint-zoom": '<rect x="2" y="3" width="12" height="10" rx="1"/><rect x="5.5" y="6" width="5" height="4" fill="currentColor"/>',
    "nearer": '<circle cx="7" cy="7" r="4.8"/><path d="m10.6 10.6 3.4 3.4M7 5v4M5 7h4"/>',
    "farther": '<circle cx="7" cy="7" r="4.8"/><path d="m10.6 10.6 3.4 3.4M5 7h4"/>',
    "plus": '<path d="M8 3v10M3 8h10"/>',
    "dots": '<path d="M3.5 8h.1M8 8h.1M12.5 8h.1" stroke-width="2.4"/>',
    "help": '<circle cx="8" cy="8" r="6.2"/><path d="M6.2 6.3a1.9 1.9 0 1 1 2.6 1.8c-.5.2-.8.6-.8 1.1M8 11.3v.1"/>',
    "jobs": '<path d="M2.5 4h11M2.5 8h7M2.5 12h4"/>',
    "compare": '<path d="M8 2v12M2.5 4h3.2v8H2.5M13.5 4h-3.2v8h3.2"/>',
    "cc": '<rect x="1.8" y="3.2" width="12.4" height="9.6" rx="2"/><path d="M7 6.8a1.6 1.6 0 1 0 0 2.4M12 6.8a1.6 1.6 0 1 0 0 2.4"/>',
    "full": '<path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10"/>',
    "sound": '<path d="M2.5 6.2h2.2L8 3.5v9l-3.3-2.7H2.5ZM10.6 5.6a3.4 3.4 0 0 1 0 4.8M12.4 3.8a6 6 0 0 1 0 8.4"/>',
    "pause": '<path d="M5 3v10M11 3v10" stroke-width="2.6"/>',
    "stop": '<rect x="3.5" y="3.5" width="9" height="9" rx="1.5" fill="currentColor"/>',
    "mic": '<rect x="5.8" y="1.8" width="4.4" height="7.4" rx="2.2"/><path d="M3.2 7.6a4.8 4.8 0 0 0 9.6 0M8 12.4v2"/>',
    "up": '<path d="M8 13V3M4 7l4-4 4 4"/>',
    "down": '<path d="M8 3v10M4 9l4 4 4-4"/>',
    "split": '<path d="M1.8 8h12.4M8 6V1.8M5.8 4 8 1.8 10.2 4M8 10v4.2M5.8 12 8 14.2l2.2-2.2"/>',
    "merge": '<path d="M8 1.8v4M8 14.2v-4M5.8 4 8 6.2 10.2 4M5.8 12 8 9.8l2.2 2.2"/>',
    "trash": '<path d="M2.8 4.2h10.4M6.2 4V2.4h3.6V4M4.2 4.4l.7 9.2h6.2l.7-9.2"/>',
    "gear": '<circle cx="8" cy="8" r="2.2"/><path d="M8 1.8v2.1M8 12.1v2.1M1.8 8h2.1M12.1 8h2.1M3.6 3.6l1.5 1.5M10.9 10.9l1.5 1.5M12.4 3.6l-1.5 1.5M5.1 10.9l-1.5 1.5"/>',
    "language": '<circle cx="8" cy="8" r="6.2"/><path d="M2 8h12M8 1.8c2 2 2.6 4 2.6 6.2S10 12.2 8 14.2C6 12.2 5.4 10.2 5.4 8S6 3.8 8 1.8Z"/>',
}


@dataclass(frozen=True)
class Mark:
    """A state and the word for it; `state` is one of GLYPHS."""

    state: str
    word: str


def text(value: Any) -> str:
    """Any value as text that is safe between tags and in attributes."""
    return html.escape(str(value), quote=True)


def plain(markup: str) -> str:
    """Markup without its empty lines, so that equal things are equal."""
    return "\n".join(line.strip() for line in markup.splitlines() if line.strip())


def sprite() -> str:
    """All glyphs, once a page; `icon` refers to them."""
    symbols = "".join(
        f'<symbol id="i-{name}" viewBox="0 0 16 16">{path}</symbol>' for name, path in {**GLYPHS, **TOOLS}.items()
    )
    return f'<svg aria-hidden="true" style="position:absolute;width:0;height:0">{symbols}</svg>'


def icon(name: str, extra: str = "") -> str:
    """A glyph of 16 pixels; it is never read aloud."""
    return f'<svg class="i {extra}" aria-hidden="true"><use href="#i-{name}"/></svg>'


def mark(value: Mark, key: str = "") -> str:
    """Glyph and word. With `key` the script keeps the word of a working piece up to date."""
    live = f' data-working="{text(key)}"' if key and value.state == "working" else ""
    return f'<span class="st s-{value.state}">{icon(value.state)}<span{live}>{text(value.word)}</span></span>'


def tool(name: str, label: str, do: str, *, classes: str = "", keys: str = "", id: str = "", off: bool = False) -> str:
    """A button that is a glyph; its label is its name and its hint."""
    hint = f' aria-keyshortcuts="{text(keys.replace("Ctrl", "Control"))}"' if keys else ""
    shown = f"{text(label)} ({text(keys)})" if keys else text(label)
    return (
        f'<button type="button" class="rw-b quiet icon {classes}" data-do="{do}" data-id="{text(id)}" aria-label="{text(label)}" '
        f'title="{shown}"{hint}{" disabled" if off else ""}>{icon(name)}</button>'
    )


def button(
    label: str,
    do: str,
    *,
    kind: str = "",
    key: str = "",
    id: str = "",
    off: bool = False,
    glyph: str = "",
    extra: str = "",
) -> str:
    """A button with words; `kind` is primary, quiet, small or several of them; `key` is shown as a chip."""
    chip = f'<kbd aria-hidden="true">{text(key)}</kbd>' if key else ""
    hint = f' aria-keyshortcuts="{text(key)}"' if key else ""
    return (
        f'<button type="button" class="rw-b {kind}" data-do="{do}" data-id="{text(id)}"{hint}{" disabled" if off else ""}{extra}>'
        f"{icon(glyph) if glyph else ''}{text(label)}{chip}</button>"
    )


def bar(share: float, label: str, key: str = "") -> str:
    """A thin bar of progress (0 to 1); with `key` the script moves it."""
    percent = round(100 * min(max(share, 0.0), 1.0))
    live = f' data-progress="{text(key)}"' if key else ""
    return (
        f'<div class="bar" role="progressbar" aria-label="{text(label)}" aria-valuenow="{percent}" aria-valuemin="0" '
        f'aria-valuemax="100"{live}><i style="width:{percent}%"></i></div>'
    )


def when(iso: str, words: str) -> str:
    """A moment; the script keeps 'how long ago' up to date."""
    return f'<time datetime="{text(iso)}" data-ago="{text(iso)}">{text(words)}</time>'


def wave(url: str) -> str:
    """A sound's shape; the script fetches its peaks and draws them when it comes into view."""
    return f'<span class="wave" data-peaks="{text(url)}" aria-hidden="true"></span>'


def stamp(markup: str) -> str:
    """What tells one markup from another; the page sends it back, so that equal parts are not sent again."""
    return f"{zlib.crc32(markup.encode()):08x}"


def stamped(name: str, markup: str) -> str:
    """Markup as a part holds it."""
    return f'<div class="rw-part" data-part="{name}" data-stamp="{stamp(markup)}">{markup}</div>'


def part(name: str, value: str = "", *, classes: tuple[str, ...] = ()) -> gr.HTML:
    """A place on the page for markup. Gradio changes only what differs, so focus and scrolling stay."""
    return gr.HTML(
        stamped(name, value) if value else "",
        elem_id=name,
        elem_classes=list(classes),
        apply_default_css=False,
        js_on_load=None,
    )


def wire(name: str) -> gr.HTML:
    """The line from the page's script to a handler: its `select` event carries what was asked for, as data."""
    listen = f"(window.rwWires = window.rwWires || {{}})['{name}'] = {{trigger}}; window.reelwright && window.reelwright.wired('{name}')"
    return gr.HTML("", elem_id=f"wire-{name}", elem_classes=["wire"], apply_default_css=False, js_on_load=listen)

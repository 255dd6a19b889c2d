"""The project tab: the brief (the person's own words and wishes) and the bible (who speaks, who and what is seen, the style).

It is the generic tab over two stages; its pieces are named by their whole key (`bible:marta`).
"""

from __future__ import annotations

from engine import looks
from engine.artifacts import NARRATOR
from engine.graph import View
from engine.types import Key
from studio import makers
from studio.moment import Moment
from studio.tabs import project_entries, stage, views, voice_sayings
from studio.tabs.stage import StageTab
from studio.tabs.views import Edit
from studio.tabs.voice import voice_field
from ui_components.fields import Field, field, fields
from ui_components.markup import button

SIZES = (
    "1280x720",
    "720x1280",
    "1080x1080",
    "1280x720, 720x1280",
    "1280x720, 720x1280, 1080x1080",
    "1920x1080",
    "1080x1920",
    "640x360",
)
LANGUAGES = ("en", "en-us", "en-gb", "hi", "es", "fr", "it", "pt-br")


def _looks(_: View) -> tuple[str, ...]:
    return looks.names()


def _languages(_: View) -> tuple[str, ...]:
    return tuple(code for code in LANGUAGES if makers.voices(code))


BRIEF = (
    Edit("text", label="brieftext"),
    Edit("title", "line"),
    Edit("look", "choice", half=True, values=_looks),
    Edit("language", "choice", half=True, values=_languages),
    Edit("audience", "line", half=True),
    Edit("tone", "line", half=True),
    Edit("sizes", "choice", half=True, values=lambda _: SIZES),
    Edit("target_seconds", "number", half=True, low=10, high=3600, step=5),
    Edit("mode", "choice", half=True),
    Edit("fps", "choice", half=True, values=lambda _: ("24", "25", "30")),
)
NAME = (Edit("name", "line", half=True), Edit("aliases", "line", half=True))
LOOK = Edit("look")
CHARACTER = (*NAME, LOOK, Edit("pace", "number", half=True, low=0.5, high=2.0, step=0.05))
THING = (*NAME, Edit("kind", "choice", half=True), LOOK)
STYLE = (LOOK, Edit("mood", "line", half=True), Edit("palette", "line", half=True))


def _fields(moment: Moment, key: Key) -> str:
    if key.stage == "brief":
        return fields([_worded(moment, one) for one in views.edit_fields(moment, key, BRIEF)])
    entry = moment.snap.view.content(key)
    kind = entry.kind if entry else ""
    if kind == "style":
        return fields(views.edit_fields(moment, key, STYLE)) + voice_sayings.editor(moment)
    found = views.edit_fields(moment, key, CHARACTER if kind == "character" else THING)
    body = "".join(field(one) for one in found)
    if kind == "character":
        body = body.replace(field(found[-1]), f"{voice_field(moment, key)}{field(found[-1])}")
    return f'<div class="fields">{body}</div>'


def _worded(moment: Moment, one: Field) -> Field:
    """Looks, languages and sizes by their words."""
    from dataclasses import replace

    names = {"look": "look", "language": "lang", "sizes": "size"}
    if one.name not in names:
        return one
    found = tuple((value, moment.t.find(f"{names[one.name]}.{value}") or value) for value, _ in one.options)
    return replace(one, options=found)


def _extra(moment: Moment, key: Key) -> str:
    """Which lines an entry speaks, and taking it out."""
    if key.stage != "bible" or key.unit in (NARRATOR, "style") or moment.snap.view.content(key) is None:
        return ""
    lines = project_entries.lines_of(moment, key.unit)
    off = bool(lines)
    words = moment.t("entry.speaks", lines=", ".join(lines[:6])) if off else ""
    remove = button(moment.t("entry.remove"), "entry-remove", kind="quiet small", id=str(key), glyph="trash", off=off)
    from ui_components.markup import text

    return f'<div class="entry-foot">{remove}<p class="hint">{text(words)}</p></div>'


def _add(moment: Moment) -> str:
    if moment.snap.view.content(Key("bible", "style")) is None:
        return ""
    return button(moment.t("entry.add"), "entry-add", kind="quiet", glyph="plus")


TAB = StageTab(
    "project",
    fields=_fields,
    rows=True,
    extra=_extra,
    head_extra=_add,
    actions={**project_entries.ACTIONS, **voice_sayings.ACTIONS},
)
build = lambda: stage.build(TAB)  # noqa: E731
answer = stage.answer_of(TAB)

"""The project tab: the brief (the person's own words and wishes) and the bible (who speaks, who and what is seen, the style).

It is the generic tab over two stages; its pieces are named by their whole key (`bible:marta`).
"""

from __future__ import annotations

from engine import looks
from engine.graph import View
from engine.types import Key
from studio import makers
from studio.moment import Moment
from studio.tabs import stage, views
from studio.tabs.stage import StageTab
from studio.tabs.views import Edit
from ui_components.fields import fields


def _looks(_: View) -> tuple[str, ...]:
    return looks.names()


def _voices(view: View) -> tuple[str, ...]:
    brief = view.content(Key("brief"))
    return tuple(voice.name for voice in makers.voices(brief.language if brief else "en"))


BRIEF = (
    Edit("text", label="brieftext"),
    Edit("title", "line"),
    Edit("look", "choice", half=True, values=_looks),
    Edit("language", "line", half=True),
    Edit("audience", "line", half=True),
    Edit("tone", "line", half=True),
    Edit("sizes", "line", half=True),
    Edit("fps", "choice", half=True, values=lambda _: ("24", "25", "30")),
    Edit("mode", "choice", half=True),
    Edit("target_seconds", "number", half=True, low=10, high=3600, step=5),
)
CHARACTER = (
    Edit("name", "line", half=True),
    Edit("kind", "choice", half=True),
    Edit("look"),
    Edit("voice", "choice", half=True, values=_voices),
    Edit("pace", "number", half=True, low=0.5, high=2.0, step=0.05),
    Edit("aliases", "line"),
)
THING = (Edit("name", "line", half=True), Edit("kind", "choice", half=True), Edit("look"), Edit("aliases", "line"))
STYLE = (Edit("look"), Edit("mood", "line", half=True), Edit("palette", "line", half=True), Edit("lexicon"))


def _fields(moment: Moment, key: Key) -> str:
    entry = moment.snap.view.content(key)
    kind = "brief" if key.stage == "brief" else entry.kind if entry else ""
    edits = {"brief": BRIEF, "character": CHARACTER, "style": STYLE}.get(kind, THING)
    return fields(views.edit_fields(moment, key, edits))


TAB = StageTab("project", fields=_fields, rows=True)
build = lambda: stage.build(TAB)  # noqa: E731
answer = stage.answer_of(TAB)

"""The shotlist: a storyboard or a table of shots; which words each covers, with borders that move; split, merge, insert, reorder.

The generic tab with words, chips and verbs of its own. Every change is one verb of the engine and can be undone.
"""

from __future__ import annotations

from dataclasses import replace

import gradio as gr

from engine.adopting import receive
from engine.artifacts import Shot, Sound
from engine.errors import BadEdit, UserError
from engine.graph import View
from engine.stages.shotlist import split_spans
from engine.types import Key
from studio import show
from studio.actions import name_of, uploaded
from studio.moment import COUNT, Moment
from studio.tabs import stage, views
from studio.tabs.stage import StageTab
from studio.tabs.views import Edit
from ui_components import board, dialogs, shots
from ui_components.fields import fields
from ui_components.markup import button, text

SOUNDS = "audio/*,.opus,.flac,.m4a"
NEAR = 9
"""Words of the neighbours that are shown."""


def places(view: View) -> tuple[str, ...]:
    """The bible's places, and none."""
    return ("", *_entries(view, "place"))


def settings(view: View) -> tuple[str, ...]:
    """Where the picture is when its own words say nothing, and no such place."""
    from engine.illustrate.words.tables import setting_names

    return ("", *setting_names())


def lands(view: View) -> tuple[str, ...]:
    """The lands whose people the illustrator draws."""
    from engine.illustrate.words.tables import land_names

    return ("", *land_names())


def _entries(view: View, kind: str) -> tuple[str, ...]:
    found = ((unit, view.content(Key("bible", unit))) for unit in view.units("bible"))
    return tuple(unit for unit, entry in found if entry is not None and entry.kind == kind)


PICTURE = (
    Edit("picture", of="shotlist"),
    Edit("framing", "choice", half=True, of="shotlist"),
    Edit("camera", "choice", half=True, of="shotlist"),
)
_MORE = (
    Edit("place", "choice", half=True, values=places),
    Edit("transition", "choice", half=True),
    Edit("keywords", "line", half=True),
    Edit("mood", "line", half=True),
    Edit("setting", "choice", half=True, values=settings),
    Edit("land", "choice", half=True, values=lands),
    Edit("hour", "choice", half=True),
    Edit("weather", "choice", half=True),
    Edit("sound", "line"),
)


# ---------------------------------------------------------------- what is shown


def _shot(moment: Moment, unit: str) -> Shot | None:
    found: Shot | None = moment.snap.view.content(Key("shotlist", unit))
    return found


def _cards(moment: Moment) -> str:
    """One list of cards; the page's stylesheet lays it out as a storyboard or as a table."""
    t = moment.t
    cards = [
        replace(stage.card(moment, TAB, unit), cells=_cells(moment, unit)) for unit in moment.pieces.units("shotlist")
    ]
    head = shots.table_head([t(f"shots.column.{name}") for name in ("shot", "words", "view", "who", "state")])
    nothing = board.nothing(t("board.nothing"), t("board.nothing.all"))
    return head + board.board(cards, t("label.shotlist")) + nothing


def _cells(moment: Moment, unit: str) -> tuple[tuple[str, str], ...]:
    shot = _shot(moment, unit)
    if shot is None:
        return ()
    seen = ", ".join(moment.pieces.name(entry) for entry in shot.characters)
    place = moment.pieces.name(shot.place) if shot.place else ""
    view = views.value_words(moment, shot.framing)
    way = ", ".join(
        views.value_words(moment, v) for v in (shot.camera, shot.transition if shot.transition != "cut" else "") if v
    )
    return (view, way), (seen or "–", place)


def _head(moment: Moment) -> str:
    if not moment.pieces.units("shotlist"):
        return ""
    t = moment.t
    return shots.view_switch(t("shots.view"), t("shots.story"), t("shots.table"))


def _words(moment: Moment, key: Key) -> str:
    """The words of the shot between those of its neighbours, its borders, and what can be done with it."""
    t, all = moment.t, moment.pieces.units("shotlist")
    own = _said(moment, key.unit)
    if not own:
        return ""
    at = all.index(key.unit)
    before, after = (_said(moment, all[i]) if 0 <= i < len(all) else () for i in (at - 1, at + 1))
    strip = shots.Covered(
        t("shots.words.of", unit=key.unit), _line(moment, key, len(own)), before[-NEAR:], own, after[:NEAR],
        shots.Edge(t("shots.start.left"), t("shots.start.right"), ("<", ">"), t("shots.start"), bool(before)),
        shots.Edge(t("shots.end.left"), t("shots.end.right"), (",", "."), t("shots.end"), bool(after)),
        t("shots.words.hint"), t("shots.word.cut"), t("shots.word.take"),
    )  # fmt: skip
    row = (
        shots.Verb("split", t("shots.split"), "S", off=len(own) < 2, cut=True),
        shots.Verb("merge", t("shots.merge"), "G", off=not after),
        shots.Verb("insert", t("shots.insert"), "I", off=len(own) < 2, cut=True),
        shots.Verb("earlier", t("shots.earlier"), "Shift+ArrowLeft", "⇧ ←", off=at == 0),
        shots.Verb("later", t("shots.later"), "Shift+ArrowRight", "⇧ →", off=at == len(all) - 1),
        shots.Verb("remove", t("shots.remove"), "Delete", "Del", off=len(all) < 2),
    )
    return shots.covered(strip) + shots.verb_row(row, t("shots.verbs"))


def _said(moment: Moment, unit: str) -> tuple[str, ...]:
    return tuple(moment.pieces.words("shotlist", unit).split())


def _line(moment: Moment, key: Key, count: int) -> str:
    t, times, length = moment.t, moment.pieces.spoken_at("shotlist", key.unit), moment.pieces.length(key.unit)
    words = t("shots.count", n=count)
    if times is None or length is None:
        return words
    spoken = t("detail.spoken", **{"from": show.clock(times[0]), "to": show.clock(times[1])})
    return f"{spoken}, {words}, {show.span(t, round(length, 1))}"


def _fields(moment: Moment, key: Key) -> str:
    t, shot = moment.t, _shot(moment, key.unit)
    if shot is None:
        return ""
    people = [
        (unit, moment.pieces.name(unit), unit in shot.characters)
        for unit in _entries(moment.snap.view, "character")
        if unit != "narrator" or unit in shot.characters
    ]
    chips = shots.chips(t("shots.characters"), "character", people, t("shots.nobody"))
    first, rest = (fields(views.edit_fields(moment, key, edits)) for edits in (PICTURE, _MORE))
    return f'<div class="more-fields">{first}{chips}{rest}{_heard(moment, key, shot)}</div>'


def _heard(moment: Moment, key: Key, shot: Shot) -> str:
    """Where the shot's sound stands, and a button for one of the person's own."""
    bring = shots.upload(moment.t("shots.sound.bring"), "bring-sound", SOUNDS, key.unit)
    return f'<div class="own-row"><p class="rw-s rw-muted">{text(_sound_line(moment, key.unit, shot))}</p>{bring}</div>'


def _sound_line(moment: Moment, unit: str, shot: Shot) -> str:
    t, view, key = moment.t, moment.snap.view, Key("sounds", unit)
    if not shot.sound.strip():
        return t("shots.sound.hint")
    if key not in moment.snap.board:
        return t("shots.sound.nobody")
    made: Sound | None = view.content(key)
    status = moment.snap.board[key]
    if status.work == "failed":
        return status.error
    if made is None or status.freshness != "fresh":
        return t("shots.sound.soon")
    if made.own:
        return t("shots.sound.yours")
    heard = t("shots.sound.heard", what=", ".join(made.shows))
    return f"{heard} {t('shots.sound.lacks', what=', '.join(made.missing))}" if made.missing else heard


# ---------------------------------------------------------------- what is done


def _key(moment: Moment) -> Key:
    unit = moment.asked.unit
    if unit not in moment.pieces.units("shotlist"):
        raise UserError(moment.t("shots.choose"))
    return Key("shotlist", unit)


def _told(moment: Moment, key: Key, words: str, **values: object) -> None:
    moment.say(moment.t(words, what=name_of(moment, str(key)), **values), undo=True)


def _border(moment: Moment) -> None:
    """Move the border before or after the shot by some words."""
    key, by = _key(moment), moment.asked.data.get("by")
    units = moment.pieces.units("shotlist")
    at = units.index(key.unit) - (moment.asked.id == "start")
    if not isinstance(by, int) or not by or at < 0 or at >= len(units) - 1:
        raise BadEdit(moment.t("shots.edge"))
    moment.open.project.move_border(str(Key("shotlist", units[at])), by)
    moment.reply.unit = key.unit
    _told(moment, key, "shots.bordered", n=len(_said(moment, key.unit)))


def _cut(moment: Moment) -> int | None:
    at = moment.asked.data.get("at")
    return at if isinstance(at, int) and not isinstance(at, bool) else None


def _split(moment: Moment) -> None:
    key = _key(moment)
    second = moment.open.project.split(str(key), _cut(moment))
    moment.reply.unit = key.unit
    _told(moment, key, "shots.was.split", second=Key.parse(second).unit)


def _merge(moment: Moment) -> None:
    key = _key(moment)
    moment.open.project.merge(str(key))
    moment.reply.unit = key.unit
    _told(moment, key, "shots.was.merged")


def _insert(moment: Moment) -> None:
    """Ask what the new shot shows; it takes the words from the mark on."""
    t, key = moment.t, _key(moment)
    own = _said(moment, key.unit)
    at = _cut(moment) or len(own) // 2
    if not 0 < at < len(own):
        raise BadEdit(t("shots.short"))
    body = dialogs.note_box("picture", t("field.picture"))
    go = button(t("shots.insert.go"), "insert-shot", kind="primary", id=f"{key.unit}/{at}")
    note = t("shots.insert.note", words=" ".join(own[at:])[:240])
    closing = dialogs.closing(t("plan.cancel"), go)
    moment.reply.dialog = dialogs.dialog(next(COUNT), t("shots.insert.title", unit=key.unit), body, closing, note=note)


def _insert_shot(moment: Moment) -> None:
    unit, _, words = moment.asked.id.partition("/")
    picture = moment.asked.values().get("picture", "").strip()
    shot = _shot(moment, unit) if unit in moment.pieces.units("shotlist") else None
    if shot is None or not words.isdigit():
        raise UserError(moment.t("shots.choose"))
    if not picture:
        raise BadEdit(moment.t("shots.insert.empty"))
    spans = split_spans(moment.snap.view, shot, int(words))[1]
    content = {"spans": [span.model_dump() for span in spans], "picture": picture[:2000], "place": shot.place}
    key = Key.parse(moment.open.project.insert("shotlist", unit, content))
    moment.reply.unit = key.unit
    _told(moment, key, "shots.was.inserted")


def _earlier(moment: Moment) -> None:
    key = _key(moment)
    units = moment.pieces.units("shotlist")
    at = units.index(key.unit)
    if at == 0:
        raise BadEdit(moment.t("shots.first"))
    _moved(moment, key, units[at - 2] if at > 1 else "")


def _later(moment: Moment) -> None:
    key = _key(moment)
    units = moment.pieces.units("shotlist")
    at = units.index(key.unit)
    if at == len(units) - 1:
        raise BadEdit(moment.t("shots.last"))
    _moved(moment, key, units[at + 1])


def _moved(moment: Moment, key: Key, after: str) -> None:
    moment.open.project.move(str(key), after)
    moment.reply.unit = key.unit
    place = moment.pieces.units("shotlist").index(key.unit) + 1
    _told(moment, key, "shots.was.moved", n=place)


def _remove(moment: Moment) -> None:
    key = _key(moment)
    units = moment.pieces.units("shotlist")
    if len(units) < 2:
        raise BadEdit(moment.t("shots.only"))
    at = units.index(key.unit)
    what = name_of(moment, str(key))
    moment.open.project.remove(str(key))
    moment.reply.unit = units[at - 1] if at else units[1]
    moment.say(moment.t("shots.was.removed", what=what, other=moment.reply.unit), undo=True)


def _character(moment: Moment) -> None:
    """Put somebody into the shot, or take them out."""
    key, who = _key(moment), moment.asked.id
    shot = _shot(moment, key.unit)
    if shot is None:
        raise UserError(moment.t("shots.choose"))
    now = [name for name in shot.characters if name != who] if who in shot.characters else [*shot.characters, who]
    moment.open.project.edit(str(key), field="characters", value=now)


def _bring_sound(moment: Moment) -> None:
    """A person's own sound for the shot: taken in now, checked and laid under it by the desk."""
    key = _key(moment)
    film, shot, sound = moment.open, _shot(moment, key.unit), str(Key("sounds", key.unit))
    with uploaded(moment) as file:
        name = receive(film.project, sound, file)
    if shot is not None and not shot.sound.strip():
        film.project.edit(str(key), field="sound", value=moment.t("shots.sound.own"))
    film.ask("adopt", sound, file=name)
    moment.say(moment.t("say.adopting", what=name_of(moment, sound)))


ACTIONS = {
    "bring-sound": _bring_sound,
    "border": _border, "split": _split, "merge": _merge, "insert": _insert, "insert-shot": _insert_shot, "earlier": _earlier,
    "later": _later, "remove": _remove, "character": _character,
}  # fmt: skip
TAB = StageTab("shotlist", cards=_cards, head_extra=_head, said=_words, fields=_fields, actions=ACTIONS)


def build() -> tuple[gr.HTML, dict[str, gr.HTML]]:
    """The components of the tab."""
    return stage.build(TAB)


answer = stage.answer_of(TAB)

"""The clips: proxies that play on the board, and every camera move as a small picture that shows it before it is made.

The generic tab with a view and fields of its own. A camera belongs to the shot; changing it leaves the clip stale until re-made.
"""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import gradio as gr

from engine.artifacts import Camera, Clip, parse_size
from engine.cameras import Way, ways
from engine.errors import BadEdit
from engine.types import Key
from studio import show
from studio.moment import Moment
from studio.tabs import stage, views
from studio.tabs.stage import StageTab
from studio.tabs.views import Edit
from ui_components import board, shots
from ui_components.fields import fields

_FIELDS = (Edit("transition", "choice", half=True, of="shotlist"), Edit("framing", "choice", half=True, of="shotlist"))


def _cards(moment: Moment) -> str:
    t = moment.t
    cards = [
        replace(stage.card(moment, TAB, unit), proxy=moment.media(moment.pieces.proxy(unit)))
        for unit in moment.pieces.units("clip")
    ]
    return board.board(cards, t("label.clip")) + board.nothing(t("board.nothing"), t("board.nothing.all"))


def _ways(moment: Moment, unit: str) -> dict[str, Way]:
    return ways(moment.snap.view, moment.open.project.store.blobs.path, unit)


def _boxes(way: Way) -> tuple[tuple[float, float, float, float], ...]:
    return tuple((w.x, w.y, w.w, w.h) for w in way.steps)


def _view(moment: Moment, key: Key) -> str:
    """The clip; while its camera or picture is newer than it, the picture under the move that is planned."""
    t, view = moment.t, moment.snap.view
    clip: Clip | None = view.content(key)
    shot, picture = view.content(Key("shotlist", key.unit)), moment.pieces.picture("keyframe", key.unit)
    if shot is None or not picture or not _outdated(moment, key, clip):
        return views.view(moment, key)
    way = _ways(moment, key.unit)[shot.camera]
    width, height = parse_size(view.content(Key("brief")).sizes[0])
    note = t("clips.planned", camera=views.value_words(moment, shot.camera), time=show.span(t, round(way.seconds, 1)))
    return shots.moving(moment.thumb(picture, 1280), _boxes(way), way.seconds, shot.picture, note, width / height)


def _outdated(moment: Moment, key: Key, clip: Clip | None) -> bool:
    """Whether what the clip shows is not what it would be made of now."""
    return clip is None or moment.snap.board[key].freshness == "stale"


def _fields(moment: Moment, key: Key) -> str:
    t, shot = moment.t, moment.snap.view.content(Key("shotlist", key.unit))
    found = _ways(moment, key.unit)
    if shot is None or not found:
        return fields(views.edit_fields(moment, key, _FIELDS))
    picture = moment.thumb(moment.pieces.picture("keyframe", key.unit), 160)
    tiles = [
        shots.Camera(name, views.value_words(moment, name), _boxes(way), name == shot.camera)
        for name, way in found.items()
    ]
    listed = shots.cameras(tiles, picture, t("field.camera"), t("clips.hint"), next(iter(found.values())).seconds)
    return f'<div class="more-fields">{listed}{fields(views.edit_fields(moment, key, _FIELDS))}</div>'


def _camera(moment: Moment) -> None:
    """Choose the shot's camera."""
    camera, unit = moment.asked.id, moment.asked.unit
    if camera not in get_args(Camera):
        raise BadEdit(moment.t("clips.none"))
    key = Key("shotlist", unit)
    moment.open.project.edit(str(key), field="camera", value=camera)
    said = moment.t("clips.set", unit=unit, camera=views.value_words(moment, camera))
    moment.say(said, undo=True)


TAB = StageTab("clip", view=_view, cards=_cards, fields=_fields, actions={"camera": _camera})


def build() -> tuple[gr.HTML, dict[str, gr.HTML]]:
    """The components of the tab."""
    return stage.build(TAB)


answer = stage.answer_of(TAB)

"""The clips: proxies that play on the board, and every camera move as a small picture that shows it before it is made.

The generic tab with a view and fields of its own. A camera belongs to the shot; changing it leaves the clip stale until re-made. A clip
may also be footage, by a maker that is chosen or a person's own film, which is taken in here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import gradio as gr

from engine.artifacts import Camera, Clip, parse_size
from engine.cameras import Way, ways
from engine.errors import BadEdit
from engine.settings import CHOICES
from engine.types import Key
from studio import show
from studio.moment import Moment
from studio.tabs import stage, views
from studio.tabs.stage import StageTab
from studio.tabs.views import Edit
from ui_components import board, shots
from ui_components.detail import why
from ui_components.fields import fields

CAMERA = str(CHOICES["video"].default)
FILMS = "video/mp4,video/quicktime,video/webm,video/x-matroska,.mkv,.m4v"
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
        return views.view(moment, key) + views.notes(moment, key) + _waiting(moment, key)
    way = _ways(moment, key.unit)[shot.camera]
    width, height = parse_size(view.content(Key("brief")).sizes[0])
    note = t("clips.planned", camera=views.value_words(moment, shot.camera), time=show.span(t, round(way.seconds, 1)))
    return shots.moving(moment.thumb(picture, 1280), _boxes(way), way.seconds, shot.picture, note, width / height)


def _outdated(moment: Moment, key: Key, clip: Clip | None) -> bool:
    """Whether what the clip shows is not the camera move that would be made now; what footage would show, nobody knows before."""
    if (clip and clip.is_own) or moment.snap.view.stages["clip"].provider(moment.snap.view, key.unit) != CAMERA:
        return False
    return clip is None or moment.snap.board[key].freshness == "stale"


def _waiting(moment: Moment, key: Key) -> str:
    """A film on its way, or why it could not be used."""
    asked = next((each for each in moment.snap.asks if each.verb == "adopt" and each.target == str(key)), None)
    if asked and asked.state in ("queued", "running"):
        return why("working", moment.t("voice.checking"))
    if asked and asked.state == "failed":
        return why("failed", moment.t("voice.refused"), str(asked.outcome.get("error", "")))
    return ""


def _own(moment: Moment, key: Key) -> str:
    """Who makes it, with which seed, or a film of one's own."""
    options = fields(views.options(moment, key, ("provider", "seed")))
    return f'{options}<div class="own-row">{shots.upload(moment.t("clips.upload"), "adopt", FILMS, key.unit)}</div>'


def _fields(moment: Moment, key: Key) -> str:
    t, shot = moment.t, moment.snap.view.content(Key("shotlist", key.unit))
    found = _ways(moment, key.unit)
    if shot is None or not found:
        return f'<div class="more-fields">{fields(views.edit_fields(moment, key, _FIELDS))}{_own(moment, key)}</div>'
    picture = moment.thumb(moment.pieces.picture("keyframe", key.unit), 160)
    tiles = [
        shots.Camera(name, views.value_words(moment, name), _boxes(way), name == shot.camera)
        for name, way in found.items()
    ]
    listed = shots.cameras(tiles, picture, t("field.camera"), t("clips.hint"), next(iter(found.values())).seconds)
    return (
        f'<div class="more-fields">{listed}{fields(views.edit_fields(moment, key, _FIELDS))}{_own(moment, key)}</div>'
    )


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

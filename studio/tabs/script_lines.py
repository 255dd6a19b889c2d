"""Lines as the script's and the voice's tab show them: rows with scenes, how long they are spoken, who may say them and how.

A length is measured where the line has a voice that is up to date, else reckoned from how fast this film is spoken.
Example: `spoken(moment, "l03")` -> 4.2 (seconds).
"""

from __future__ import annotations

from typing import get_args

from engine.artifacts import NARRATOR, Line, Scene
from engine.graph import View
from engine.planning.answers import Emotion
from engine.types import Key
from studio import show
from studio.moment import Moment
from studio.tabs.stage import StageTab, card, units
from studio.tabs.views import Edit
from ui_components.lines import Row

USUAL = 2.5
"""Words a second, where nothing of the film is spoken yet."""


def line_of(moment: Moment, unit: str) -> Line | None:
    """A line of the script."""
    found: Line | None = moment.snap.view.content(Key("script", unit))
    return found


def rate(moment: Moment) -> float:
    """Words a second, as this film is spoken so far."""
    words = seconds = 0.0
    for unit in moment.pieces.units("voice"):
        line, voice = line_of(moment, unit), moment.pieces.voice(unit)
        if line and voice and voice.duration:
            words, seconds = words + len(voice.words), seconds + voice.duration
    return words / seconds if seconds > 3 else USUAL


def spoken(moment: Moment, unit: str, words_a_second: float) -> float:
    """Seconds of a line: of its voice where that is up to date, else reckoned."""
    line, voice, key = line_of(moment, unit), moment.pieces.voice(unit), Key("voice", unit)
    status = moment.snap.board.get(key)
    if voice and status and status.freshness == "fresh":
        return voice.duration
    return len(line.text.split()) / words_a_second / line.pace if line else 0.0


def scene_of(moment: Moment, unit: str) -> tuple[int, Scene] | None:
    """The number and the scene that a line stands in."""
    order = moment.snap.view.content(Key("script", "order"))
    return next(((n, s) for n, s in enumerate(order.scenes, 1) if unit in s.lines), None) if order else None


def scene_name(moment: Moment, number: int, scene: Scene) -> str:
    """Its title, or its number."""
    return scene.title or moment.t("script.scene", n=number)


def line_rows(moment: Moment, tab: StageTab, badges: dict[str, str]) -> list[Row]:
    """A row for each line, with a heading where a scene begins."""
    speed = rate(moment)
    return [_row(moment, tab, unit, speed, badges.get(unit, "")) for unit in units(moment, tab)]


def _row(moment: Moment, tab: StageTab, unit: str, speed: float, badge: str) -> Row:
    from dataclasses import replace

    t, line, voice = moment.t, line_of(moment, unit), moment.pieces.voice(unit)
    seconds = spoken(moment, unit, speed)
    length = show.span(t, round(seconds, 1)) if tab.id == "voice" else ""
    if tab.id == "script" and line:
        length = t("script.length", n=len(line.text.split()), time=show.span(t, round(seconds, 1)))
    shown = replace(card(moment, tab, unit), who=_manner(moment, line), length=length)
    if tab.id == "script":
        shown = replace(shown, takes="")
    found = scene_of(moment, unit)
    head = note = ""
    if found and found[1].lines[0] == unit:
        head, note = scene_name(moment, *found), _scene_note(moment, found[1], speed)
    heard = voice if tab.id == "voice" else None
    return Row(
        shown, moment.media(heard.audio.sha256) if heard else "", heard.duration if heard else 0.0, line.pause if line else 0.0,
        badge, head, note,
    )  # fmt: skip


def _manner(moment: Moment, line: Line | None) -> str:
    """Who speaks, and how: 'Narrator, warm, pace 1.1'."""
    if line is None:
        return ""
    t = moment.t
    parts = [moment.pieces.name(line.speaker), emotion_words(moment, line.emotion) if line.emotion else ""]
    parts.append(t("script.pace", n=f"{line.pace:g}") if line.pace != 1 else "")
    return ", ".join(part for part in parts if part)


def _scene_note(moment: Moment, scene: Scene, speed: float) -> str:
    seconds = sum(spoken(moment, unit, speed) for unit in scene.lines)
    return moment.t("script.scene.note", n=len(scene.lines), time=show.span(moment.t, round(seconds)))


def emotion_words(moment: Moment, emotion: str) -> str:
    """A direction as people say it."""
    return moment.t.find(f"emotion.{emotion or 'plain'}") or emotion


def speakers(view: View) -> tuple[str, ...]:
    """The characters that have a voice."""
    entries = ((unit, view.content(Key("bible", unit))) for unit in view.units("bible"))
    return tuple(u for u, e in entries if e is not None and e.kind == "character" and (e.voice or u == NARRATOR))


def directions(_: View) -> tuple[str, ...]:
    """The directions that voices know."""
    return get_args(Emotion)


SPEAKER = Edit("speaker", "choice", half=True, of="script", values=speakers)
DIRECTION = Edit("emotion", "choice", half=True, of="script", values=directions)
PACE = Edit("pace", "number", half=True, of="script", low=0.5, high=2.0, step=0.05)
PAUSE = Edit("pause", "number", half=True, of="script", low=0.0, high=10.0, step=0.1)

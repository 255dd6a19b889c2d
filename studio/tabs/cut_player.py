"""The screen of the final cut and its lanes: what is played (the cut, or a preview of what is newer), chapters, shots, sound, cues."""

from __future__ import annotations

import re

from engine import captioning, previewing
from engine.artifacts import Cut, Shot
from engine.types import Key
from studio import show
from studio.moment import Moment
from studio.tabs.subtitles_show import Seen
from ui_components import player
from ui_components.markup import Mark
from ui_components.player import Joint, Slice, Source

_SHOT = re.compile(r"\b(?:clip|keyframe|shotlist):(\w+)")
_LINE = re.compile(r"\b(?:voice|script|subtitles):(\w+)")


def screen(moment: Moment, key: Key, state: str) -> str:
    """Picture and transport. A preview can be played as soon as every line is spoken and every shot has a picture."""
    t, view = moment.t, moment.snap.view
    cut: Cut | None = view.content(key)
    width, height = (int(side) for side in key.unit.split("x"))
    words = player.Words(t("cut.play"), t("cut.mute"), t("cut.captions"), t("cut.full"), t("cut.of"), t("cut.shown"))
    sources = _sources(moment, key, state, cut)
    if not sources:
        return player.player(player.Film(width=width, height=height, empty=t("cut.none")), words)
    shots = moment.pieces.units("keyframe")
    poster = moment.thumb(moment.pieces.picture("keyframe", shots[0]), 1280) if shots else ""
    brief = view.content(Key("brief"))
    film = player.Film(
        sources, poster, brief.language if brief else "en", moment.snap.title, width, height, length=show.clock(_length(moment, cut, sources))
    )  # fmt: skip
    return player.player(film, words)


def _length(moment: Moment, cut: Cut | None, sources: tuple[Source, ...]) -> float:
    if cut is not None and sources[0].id == "cut":
        return cut.duration
    return max((start + length for start, length in moment.pieces.times.values()), default=0.0)


def _sources(moment: Moment, key: Key, state: str, cut: Cut | None) -> tuple[Source, ...]:
    """What can be played, the newest first."""
    t, film, view = moment.t, moment.asked.film, moment.snap.view
    found = []
    if (
        cut is None or state in ("stale", "unsettled", "working", "queued", "failed", "back")
    ) and not previewing.lacking(view):
        version = previewing.version(view, key.unit)[:12]
        address = f"/preview/{film}/film?size={key.unit}&v={version}"
        found.append(
            Source(
                "preview",
                t("cut.source.preview"),
                address,
                f"/export/{film}/vtt?size={key.unit}&now=true&v={version}",
                newer(moment, key, cut),
            )
        )
    if cut is not None:
        take = view.take(key)
        found.append(
            Source(
                "cut",
                t("cut.source.cut", n=take.number if take else 1),
                moment.media(cut.film.sha256),
                f"/export/{film}/vtt?size={key.unit}&v={cut.film.sha256[:12]}",
            )
        )
    return tuple(found)


def newer(moment: Moment, key: Key, cut: Cut | None) -> Mark | None:
    """'Preview: 2 shots newer than the cut'."""
    t = moment.t
    if cut is None:
        return Mark("fresh", t("cut.preview.first"))
    count = len(_newer_shots(moment, key))
    return Mark("stale", t("cut.preview.n", n=count) if count else t("cut.preview.settings"))


def _newer_shots(moment: Moment, key: Key) -> set[str]:
    board, view = moment.snap.board, moment.snap.view
    shots = {unit for cause in board[key].causes for unit in _SHOT.findall(cause)}
    lines = {unit for cause in board[key].causes for unit in _LINE.findall(cause)}
    for unit in moment.pieces.units("shotlist"):
        states = [board[k].freshness for stage in ("keyframe", "clip") if (k := Key(stage, unit)) in board]
        shot: Shot | None = view.content(Key("shotlist", unit))
        if any(state != "fresh" for state in states) or (shot and any(span.line in lines for span in shot.spans)):
            shots.add(unit)
    return shots & set(moment.pieces.units("shotlist"))


# ---------------------------------------------------------------- lanes


def lanes(moment: Moment) -> str:
    """Chapters, shots with how they begin, sound, captions."""
    t, pieces = moment.t, moment.pieces
    times = pieces.times
    shots = [_shot(moment, unit) for unit in pieces.units("keyframe") if unit in times]
    lines = [unit for unit in pieces.units("voice") if unit in times]
    sounds = [
        Slice(times[u][0], v.duration, peaks=moment.peaks(v.audio.sha256)) for u in lines if (v := pieces.voice(u))
    ]
    seen = Seen.of(moment)
    cues = [
        Slice(
            each.start,
            each.end - each.start,
            words=" ".join(each.cue.rows),
            state="stale" if seen.wrong(each.unit, each.index) else "",
        )
        for each in captioning.placed(moment.snap.view)
    ]
    return player.timeline(
        shots, sounds, cues, _chapters(moment), t("cut.timeline"), _joints(moment, [shot.name for shot in shots])
    )


def _chapters(moment: Moment) -> list[Slice]:
    times, order = moment.pieces.times, moment.snap.view.content(Key("script", "order"))
    found = []
    for scene in order.scenes if order else ():
        timed = [times[unit] for unit in scene.lines if unit in times]
        if timed and scene.title:
            found.append(Slice(timed[0][0], sum(length for _, length in timed), words=scene.title))
    return found


def _joints(moment: Moment, units: list[str]) -> list[Joint]:
    """How each shot begins; each can be pressed."""
    t, found = moment.t, []
    for unit in units:
        shot: Shot | None = moment.snap.view.content(Key("shotlist", unit))
        if shot is not None:
            how = t(f"value.{shot.transition}")
            found.append(Joint(moment.pieces.times[unit][0], unit, shot.transition, t("cut.joint", unit=unit, how=how)))
    return found


def _shot(moment: Moment, unit: str) -> Slice:
    board, (start, length) = moment.snap.board, moment.pieces.times[unit]
    states = [
        show.state_of(board[key], key in moment.waiting)
        for stage in ("keyframe", "clip")
        if (key := Key(stage, unit)) in board
    ]
    bad = next((state for state in states if state in ("failed", "stale", "unsettled", "back", "missing")), "")
    words = moment.t("cut.shot", unit=unit, time=show.span(moment.t, round(length, 1)))
    picture = moment.thumb(moment.pieces.picture("keyframe", unit), 160)
    return Slice(start, length, unit, words + (f", {moment.t(f'state.{bad}')}" if bad else ""), picture, state=bad)

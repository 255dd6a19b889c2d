"""The final cut: the page's one player with its timeline; captions, music, checks and downloads beside it."""

from __future__ import annotations

import gradio as gr

from engine.artifacts import Cut, Subtitles
from engine.settings import CHOICES
from engine.types import Key
from studio import show
from studio.actions import ACTIONS, act, plan
from studio.frame import frame
from studio.moment import Moment
from ui_components import detail, player
from ui_components.detail import why
from ui_components.fields import Field, fields
from ui_components.markup import Mark, button, part, text, wire
from ui_components.player import Row, Slice


def build() -> tuple[gr.HTML, dict[str, gr.HTML]]:
    """The components of the tab."""
    with gr.Row(elem_id="tab-cut", elem_classes=["stage-grid"]):
        line = wire("cut")
        with gr.Column(elem_classes=["cut-main"]):
            parts = {name: part(name) for name in ("cut-player", "cut-timeline")}
        with gr.Column(elem_classes=["cut-side"]):
            parts["cut-head"] = part("cut-head")
            with gr.Column(elem_classes=["cut-scroll"]):
                parts |= {name: part(name) for name in ("cut-why", "cut-choices", "cut-checks", "cut-downloads")}
            parts["cut-verbs"] = part("cut-verbs")
    return line, parts


def answer(moment: Moment) -> dict[str, str]:
    """Do what was asked, show the cut of the open size."""
    act(moment, {**ACTIONS, "remake": plan})
    key = _key(moment)
    moment.reply.unit = str(key)
    state = show.state_of(moment.snap.board[key], key in moment.waiting)
    return {
        "cut-player": _player(moment, key, state), "cut-timeline": _timeline(moment), "cut-head": _head(moment, key),
        "cut-why": f'<div class="sec">{_why(moment, key, state)}</div>', "cut-choices": _choices(moment), "cut-checks": _checks(moment, key),
        "cut-downloads": _downloads(moment, key), "cut-verbs": _verbs(moment, key, state), **frame(moment),
    }  # fmt: skip


def _verbs(moment: Moment, key: Key, state: str) -> str:
    """Approve the cut; making it always shows the plan first, for it makes all that it lacks."""
    t, there = moment.t, _cut(moment, key) is not None
    busy, ready = state in ("working", "queued"), state in ("fresh", "auto")
    return detail.verbs(
        detail.Verbs(
            t("verbs.keep") if state == "stale" else t("verbs.approve"), t("cut.remake.short"), t("verbs.back"),
            next="approve" if ready else "" if state == "approved" or busy else "remake",
            can_approve=there and not busy and state != "approved", can_remake=not busy, can_back=there and not busy,
        )
    )  # fmt: skip


def _key(moment: Moment) -> Key:
    """The cut of the size that is open."""
    sizes = moment.snap.view.units("cut")
    unit = moment.asked.unit.removeprefix("cut:")
    return Key("cut", unit if unit in sizes else sizes[0])


def _cut(moment: Moment, key: Key) -> Cut | None:
    return moment.snap.view.content(key)


def _head(moment: Moment, key: Key) -> str:
    t, sizes = moment.t, moment.snap.view.units("cut")
    seg = "".join(
        f'<button type="button" data-do="choose" data-id="cut:{size}" aria-pressed="{"true" if size == key.unit else "false"}">{text(_shape(moment, size))}</button>'
        for size in sizes
    )
    shapes = f'<span class="seg" role="group" aria-label="{text(t("cut.size"))}">{seg}</span>' if len(sizes) > 1 else ""
    return f'<div class="rw-dhead" data-unit="{key}"><h2>{text(t("stage.cut"))}</h2><span class="rw-grow"></span>{shapes}</div>'


def _shape(moment: Moment, size: str) -> str:
    width, height = (int(side) for side in size.split("x"))
    return moment.t("start.wide" if width > height else "start.tall" if width < height else "start.square")


def _why(moment: Moment, key: Key, state: str) -> str:
    acts = button(moment.t("cut.make" if _cut(moment, key) is None else "cut.remake"), "plan", kind="small", key="M")
    from studio.reasons import reason

    found = reason(moment.t, moment.snap, key, state, moment.rates)
    offer = acts if state in ("missing", "stale", "unsettled", "failed", "back") else ""
    return why(found.state, found.head, found.rest, found.more, offer)


def _player(moment: Moment, key: Key, state: str) -> str:
    t, cut = moment.t, _cut(moment, key)
    width, height = (int(side) for side in key.unit.split("x"))
    brief = moment.snap.view.content(Key("brief"))
    words = player.Words(t("cut.play"), t("cut.mute"), t("cut.captions"), t("cut.full"), t("cut.of"))
    if cut is None:
        return player.player(player.Film(width=width, height=height, empty=t("cut.none")), words)
    shots = moment.snap.view.units("keyframe")
    poster = moment.thumb(moment.pieces.picture("keyframe", shots[0]), 1280) if shots else ""
    note = Mark("stale", t("cut.newer")) if state in ("stale", "unsettled") else None
    film = player.Film(
        moment.media(cut.film.sha256), poster, f"/export/{moment.asked.film}/vtt?size={key.unit}", brief.language if brief else "en",
        moment.snap.title, width, height, length=show.clock(cut.duration), note=note,
    )  # fmt: skip
    return player.player(film, words)


def _timeline(moment: Moment) -> str:
    t, pieces, view = moment.t, moment.pieces, moment.snap.view
    times = pieces.times
    shots = [_shot(moment, unit) for unit in pieces.units("keyframe") if unit in times]
    lines = [unit for unit in pieces.units("voice") if unit in times]
    sounds = [
        Slice(times[u][0], v.duration, peaks=moment.peaks(v.audio.sha256)) for u in lines if (v := pieces.voice(u))
    ]
    cues = []
    for unit in lines:
        found: Subtitles | None = view.content(Key("subtitles", unit))
        cues += [
            Slice(times[unit][0] + c.start, c.end - c.start, words=" ".join(c.rows))
            for c in (found.cues if found else ())
        ]
    return player.timeline(shots, sounds, cues, _chapters(moment), t("cut.timeline"))


def _chapters(moment: Moment) -> list[Slice]:
    times, order = moment.pieces.times, moment.snap.view.content(Key("script", "order"))
    found = []
    for scene in order.scenes if order else ():
        timed = [times[unit] for unit in scene.lines if unit in times]
        if timed and scene.title:
            found.append(Slice(timed[0][0], sum(length for _, length in timed), words=scene.title))
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


def _choices(moment: Moment) -> str:
    """Captions and music: each is a setting, kept as it is changed."""
    t, view = moment.t, moment.snap.view

    def choice(name: str, label: str, values: tuple[str, ...], words: str, half: bool = True) -> str:
        item = Field(
            name,
            t(label),
            str(view.setting(name)),
            "choice",
            options=tuple((v, t.find(f"{words}.{v}") or v.capitalize()) for v in values),
            half=half,
        )
        return (
            fields([item])
            .replace("data-option", 'data-change="set-one"')
            .removeprefix('<div class="fields">')
            .removesuffix("</div>")
        )

    captions = choice("captions", "cut.captions.title", CHOICES["captions"].allowed, "caption")
    place = choice("caption_place", "cut.place", CHOICES["caption_place"].allowed, "place")
    from engine.looks import MOODS

    music = choice("music", "cut.music", ("auto", "none", *MOODS), "cut.music")
    quality = choice("quality", "cut.quality", CHOICES["quality"].allowed, "cut.quality")
    return player.section(t("cut.captions.title"), f'<div class="fields">{captions}{place}</div>') + player.section(
        t("cut.sound"), f'<div class="fields">{music}{quality}</div>'
    )


def _checks(moment: Moment, key: Key) -> str:
    """What is known of the cut by measure."""
    t, cut, pieces = moment.t, _cut(moment, key), moment.pieces
    if cut is None:
        return ""
    lines = pieces.units("voice")
    spoken = sum(pieces.voice(unit) is not None for unit in lines)
    good, bad = Mark("approved", t("state.approved")), Mark("stale", t("state.stale"))
    wanted = float(moment.snap.view.setting("loudness"))
    rows = [
        Row(
            t("cut.lufs"),
            t("cut.lufs.is", loudness=f"{cut.loudness:.1f}", peak=f"{cut.peak:.1f}"),
            good if abs(cut.loudness - wanted) < 1 and cut.peak <= -0.9 else bad,
        ),
        Row(t("cut.script"), t("cut.script.is", n=spoken, all=len(lines)), good if spoken == len(lines) else bad),
        Row(t("cut.length"), show.clock(cut.duration), good),
    ]
    return player.section(t("cut.checks"), player.checks(rows))


def _downloads(moment: Moment, key: Key) -> str:
    t, cut, film = moment.t, _cut(moment, key), moment.asked.film

    def link(kind: str, what: str) -> str:
        size = f"?size={key.unit}" if kind != "project" else ""
        shown = "ZIP" if kind == "project" else kind.upper()
        return player.download(f"/export/{film}/{kind}{size}", shown, t("cut.as", what=t(what), kind=shown))

    rows = [Row(t("cut.whole"), "", end=link("project", "cut.whole"))]
    if cut is not None:
        cues = sum(
            len(c.cues)
            for u in moment.pieces.units("subtitles")
            if (c := moment.snap.view.content(Key("subtitles", u)))
        )
        size = f"{key.unit.replace('x', ' × ')}, {cut.film.size / 1e6:.0f} MB"
        rows = [
            Row(t("cut.film"), size, end=link("mp4", "cut.film")),
            Row(
                t("cut.captions.files"),
                t("count.subtitles", n=cues),
                end="".join(link(k, "cut.captions.files") for k in ("srt", "vtt", "ass")),
            ),
            *rows,
        ]
    return player.section(t("cut.downloads"), player.downloads(rows))

"""The page's one player and its timeline: lanes of chapters, shots, sound and captions under one playhead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui_components.markup import Mark, icon, mark, text, tool, wave


@dataclass(frozen=True)
class Source:
    """Something to play: what it is called, its address, its captions' address, and a mark that says what it is."""

    id: str
    words: str
    video: str
    captions: str
    note: Mark | None = None


@dataclass(frozen=True)
class Film:
    """What is played (the first source, until another is chosen), and the frame's shape."""

    sources: tuple[Source, ...] = ()
    poster: str = ""
    language: str = "en"
    label: str = ""
    width: int = 16
    height: int = 9
    empty: str = ""
    length: str = "0:00"


@dataclass(frozen=True)
class Words:
    """Labels of the transport's buttons."""

    play: str
    mute: str
    captions: str
    full: str
    of: str
    shown: str = ""


def player(film: Film, words: Words) -> str:
    """Picture and transport. A preview is not fetched before it is played, for then it is drawn."""
    inner = f'<div class="none"><p>{text(film.empty)}</p></div>'
    if film.sources:
        first = film.sources[0]
        inner = (
            f'<video id="film" data-film src="{text(first.video)}" poster="{text(film.poster)}" preload="{"none" if first.id == "preview" else "metadata"}" playsinline '
            f'aria-label="{text(film.label)}"><track kind="subtitles" src="{text(first.captions)}" srclang="{text(film.language)}" label="{text(words.captions)}"></video>'
        )
    bar = (
        f'<div class="transport">{tool("play", words.play, "play", keys="Space")}<time class="rw-num" data-clock><span>0:00.0</span> <small>{text(words.of)} {text(film.length)}</small></time>'
        f"{_switch(film, words)}<span class='rw-grow'></span>{tool('sound', words.mute, 'mute')}{tool('cc', words.captions, 'captions', keys='C')}"
        f"{tool('full', words.full, 'full', keys='F')}</div>"
    )
    return f'<div class="player"><div class="stagebox" style="--wide:{film.width};--high:{film.height}">{inner}</div></div>{bar if film.sources else ""}'


def _switch(film: Film, words: Words) -> str:
    """Which of the sources is played, where there are two; what is special of it."""
    notes = "".join(
        f'<span data-note="{source.id}">{mark(source.note)}</span>' for source in film.sources if source.note
    )
    if len(film.sources) < 2:
        return notes
    buttons = "".join(
        f'<button type="button" data-do="source" data-id="{source.id}" data-video="{text(source.video)}" data-captions="{text(source.captions)}" '
        f'aria-pressed="{"true" if n == 0 else "false"}">{text(source.words)}</button>'
        for n, source in enumerate(film.sources)
    )
    return f'<span class="seg" role="group" aria-label="{text(words.shown)}">{buttons}</span>{notes}'


@dataclass(frozen=True)
class Joint:
    """Where a shot begins (seconds), and how."""

    at: float
    unit: str
    kind: str
    label: str


@dataclass(frozen=True)
class Slice:
    """A piece of a lane: where it begins and how long it is (seconds), its name, words and picture or sound."""

    start: float
    length: float
    name: str = ""
    words: str = ""
    picture: str = ""
    peaks: str = ""
    state: str = ""


def timeline(
    shots: Sequence[Slice],
    sounds: Sequence[Slice],
    cues: Sequence[Slice],
    chapters: Sequence[Slice],
    label: str,
    joints: Sequence[Joint] = (),
) -> str:
    """All lanes, each as wide as the film is long."""
    total = shots[-1].start + shots[-1].length if shots else 0.0
    if not total:
        return ""
    ruler = "".join(f"<span>{_clock(total * index / 6)}</span>" for index in range(7))
    return (
        f'<section class="tl" aria-label="{text(label)}"><div class="tl-in" data-total="{total:.3f}"><div class="lane chap">{_spread(chapters, total, _chapter)}</div>'
        f'<div class="lane">{"".join(_shot(shot) for shot in shots)}</div>{_joints(joints, total)}<div class="lane waves">{_spread(sounds, total, _sound)}</div>'
        f'<div class="lane cues" aria-hidden="true">{_spread(cues, total, _cue)}</div><div class="ruler rw-num">{ruler}</div>'
        f'<div class="head" style="left:0" aria-hidden="true"></div></div></section>'
    )


def _spread(slices: Sequence[Slice], total: float, draw: object) -> str:
    """Slices with gaps between them where nothing is."""
    found, at = [], 0.0
    for each in slices:
        if each.start - at > 0.02:
            found.append(f'<i style="flex:{each.start - at:.3f} 1 0"></i>')
        found.append(draw(each))  # type: ignore[operator]
        at = each.start + each.length
    if total - at > 0.02:
        found.append(f'<i style="flex:{total - at:.3f} 1 0"></i>')
    return "".join(found)


def _shot(shot: Slice) -> str:
    image = f'<img loading="lazy" src="{text(shot.picture)}" alt="">' if shot.picture else ""
    sign = icon(shot.state) if shot.state else ""
    return (
        f'<button type="button" style="flex:{shot.length:.3f} 1 0" data-do="seek" data-id="{shot.start:.3f}" aria-label="{text(shot.words)}">{image}'
        f'<span aria-hidden="true">{text(shot.name)}</span>{sign}</button>'
    )


def _joints(joints: Sequence[Joint], total: float) -> str:
    """A mark where each shot begins; a plain cut is only a tick until it is pointed at."""
    marks = "".join(
        f'<button type="button" class="joint{" plain" if joint.kind == "cut" else ""}" style="left:{100 * joint.at / total:.3f}%" data-do="transition" data-id="{text(joint.unit)}" '
        f'aria-label="{text(joint.label)}" title="{text(joint.label)}">{icon("joint-" + family(joint.kind))}</button>'
        for joint in joints
    )
    return f'<div class="joints">{marks}</div>' if joints else ""


def family(kind: str) -> str:
    """The glyph that stands for a transition."""
    return kind.split("_")[0]


def _sound(each: Slice) -> str:
    return f'<span style="flex:{each.length:.3f} 1 0">{wave(each.peaks) if each.peaks else ""}</span>'


def _cue(each: Slice) -> str:
    times = f'data-from="{each.start:.3f}" data-to="{each.start + each.length:.3f}"'
    return f'<span class="{"hot" if each.state else ""}" style="flex:{each.length:.3f} 1 0" {times}>{text(each.words)}</span>'


def _chapter(each: Slice) -> str:
    return f'<button type="button" style="flex:{each.length:.3f} 1 0" data-do="seek" data-id="{each.start:.3f}">{text(each.words)}</button>'


def _clock(seconds: float) -> str:
    return f"{int(seconds // 60)}:{int(seconds % 60):02d}"


@dataclass(frozen=True)
class Row:
    """A row of a list: mark (or none), name, a figure, and markup at its end (a button, links)."""

    name: str
    figure: str = ""
    mark: Mark | None = None
    end: str = ""


def checks(items: Sequence[Row]) -> str:
    """Checks: a mark, a name, the measured figure, perhaps a button that mends it."""
    return (
        "<ul>"
        + "".join(
            f'<li class="check">{icon(row.mark.state, "s-" + row.mark.state) if row.mark else "<span></span>"}<span>'
            f'<span class="rw-sr">{text(row.mark.word) if row.mark else ""}: </span>{text(row.name)} <small class="rw-num">{text(row.figure)}</small></span>{row.end}</li>'
            for row in items
        )
        + "</ul>"
    )


def downloads(items: Sequence[Row]) -> str:
    """Downloads: a name, a size, one small link for each format."""
    return (
        "<ul>"
        + "".join(
            f'<li class="dl"><span>{text(row.name)} <small class="rw-num">{text(row.figure)}</small></span><span>{row.end}</span></li>'
            for row in items
        )
        + "</ul>"
    )


def download(href: str, words: str, label: str) -> str:
    """A link that saves a file."""
    return f'<a class="rw-b small" href="{text(href)}" download aria-label="{text(label)}">{text(words)}</a>'


def section(title: str, body: str, *, beside: str = "") -> str:
    """A titled part of a side pane; `beside` is markup at the title's end."""
    return f'<section class="sec"><header><h2>{text(title)}</h2>{beside}</header>{body}</section>'


def jump(seconds: float, words: str) -> str:
    """A button that takes the player to a moment."""
    return (
        f'<button type="button" class="rw-b small rw-num" data-do="seek" data-id="{seconds:.3f}">{text(words)}</button>'
    )


@dataclass(frozen=True)
class Choice:
    """One of a list: its value, words, a fact; a sound to listen to with the label of its button; a transition's kind."""

    value: str
    words: str
    fact: str = ""
    sound: str = ""
    listen: str = ""
    kind: str = ""


def choices_list(name: str, items: Sequence[Choice], chosen: str, legend: str) -> str:
    """Real radio buttons in columns, each with a button to listen beside it where it has a sound."""
    body = "".join(
        f'<span class="pick"><label><input type="radio" name="{text(name)}" value="{text(item.value)}"{" checked" if item.value == chosen else ""}>'
        f"{icon('joint-' + family(item.kind)) if item.kind else ''}<span>{text(item.words)}<small>{text(item.fact)}</small></span></label>"
        f"{_listen(item)}</span>"
        for item in items
    )
    return f'<fieldset class="picks"><legend>{text(legend)}</legend>{body}</fieldset>'


def _listen(item: Choice) -> str:
    if not item.sound:
        return ""
    return (
        f'<button type="button" class="rw-b quiet icon small" data-do="hear" data-id="{text(item.sound)}" aria-label="{text(item.listen)}" '
        f'title="{text(item.listen)}">{icon("play")}</button>'
    )

"""Captions on a timeline under the sound of their lines, and the block in which one is edited. Times are seconds of the film.

The timeline is as wide as the film is long times the zoom (`--pps`, pixels a second, kept by `cues.js`, which also drags).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from ui_components.markup import button, icon, text, tool, wave


@dataclass(frozen=True)
class Lane:
    """Something on the timeline: a shot (with a picture) or a line (with a sound), its length and its name."""

    id: str
    start: float
    length: float
    name: str = ""
    picture: str = ""
    peaks: str = ""
    sound: str = ""


@dataclass(frozen=True)
class Block:
    """A caption on the timeline: its line, its place in it, the take it was read from, what it says, what is wrong."""

    unit: str
    index: int
    take: int
    start: float
    end: float
    words: str
    label: str
    at: float
    bad: str = ""


@dataclass(frozen=True)
class TimeWords:
    """Labels around the timeline. `hint` tells the keys of a caption that has the focus."""

    label: str
    play: str
    of: str
    nearer: str
    farther: str
    hint: str
    count: str


def timeline(
    shots: Sequence[Lane], lines: Sequence[Lane], blocks: Sequence[Block], total: float, words: TimeWords, tools: str
) -> str:
    """Head and lanes."""
    if not total:
        return ""
    head = (
        f'<div class="ct-head">{tool("play", words.play, "play", keys="Space")}<time class="rw-num" data-ct-clock><span>0:00.0</span>'
        f" <small>{text(words.of)} {_clock(total)}</small></time><small class='rw-muted rw-num ct-count'>{text(words.count)}</small>"
        f"<span class='rw-grow'></span>{tool('farther', words.farther, 'ct-farther', classes='small')}"
        f"{tool('nearer', words.nearer, 'ct-nearer', classes='small')}{tools}</div>"
    )
    marks = "".join(f'<span style="--s:{second}">{_clock(second)}</span>' for second in range(0, int(total) + 1, 5))
    lanes = (
        f'<div class="ct-lane shots" aria-hidden="true">{"".join(map(_shot, shots))}</div>'
        f'<div class="ct-lane sounds" aria-hidden="true">{"".join(map(_line, lines))}</div>'
        f'<div class="ct-lane caps">{"".join(map(_block, blocks))}</div><div class="ct-lane times rw-num" aria-hidden="true">{marks}</div>'
        '<div class="ct-now" aria-hidden="true"></div>'
    )
    return (
        f'<section class="ct" aria-label="{text(words.label)}">{head}<p class="rw-sr" id="ct-hint">{text(words.hint)}</p>'
        f'<div class="ct-scroll" tabindex="-1"><div class="ct-in" data-total="{total:.3f}" style="--total:{total:.3f}">{lanes}</div></div></section>'
    )


def _clock(seconds: float) -> str:
    return f"{int(seconds // 60)}:{int(seconds % 60):02d}"


def _place(start: float, length: float) -> str:
    return f"--s:{start:.3f};--l:{length:.3f}"


def _shot(shot: Lane) -> str:
    image = f'<img loading="lazy" src="{text(shot.picture)}" alt="">' if shot.picture else ""
    return f'<span style="{_place(shot.start, shot.length)}">{image}<b>{text(shot.name)}</b></span>'


def _line(line: Lane) -> str:
    return (
        f'<span style="{_place(line.start, line.length)}" data-line="{text(line.id)}" data-start="{line.start:.3f}" '
        f'data-length="{line.length:.3f}" data-sound="{text(line.sound)}"><b>{text(line.name)}</b>{wave(line.peaks)}</span>'
    )


def _block(block: Block) -> str:
    bad = (
        f'<svg class="i" aria-hidden="true"><use href="#i-stale"/></svg><span class="rw-sr">{text(block.bad)}</span>'
        if block.bad
        else ""
    )
    return (
        f'<button type="button" class="ct-cue{" bad" if block.bad else ""}" style="{_place(block.start, block.end - block.start)}" data-cue="{text(block.unit)}.{block.index}" '
        f'data-unit="{text(block.unit)}" data-index="{block.index}" data-take="{block.take}" data-start="{block.start:.3f}" data-end="{block.end:.3f}" '
        f'data-at="{block.at:.3f}" aria-label="{text(block.label)}" aria-describedby="ct-hint" title="{text(block.bad or block.words)}">'
        f'<i class="l"></i><span>{text(block.words)}</span>{bad}<i class="r"></i></button>'
    )


# ---------------------------------------------------------------- one caption in the editor


@dataclass(frozen=True)
class Note:
    """Something beyond a limit: its sentence, its rule, and the words of the button that mends it ('' = a person has to)."""

    words: str
    rule: str
    fix: str = ""


@dataclass(frozen=True)
class Form:
    """A caption being edited."""

    unit: str
    index: int
    take: int
    rows: str
    start: str
    end: str
    at: float
    notes: tuple[Note, ...] = ()
    last: bool = False


@dataclass(frozen=True)
class FormWords:
    """Labels of the block."""

    title: str
    words: str
    start: str
    end: str
    split: str
    merge: str
    add: str
    remove: str
    meter: str
    speed: float
    row: int
    step: float


def form(cue: Form, words: FormWords) -> str:
    """Words with their rows, times, what is wrong, and verbs. The meter is kept up to date while one types."""
    piece = f'data-piece="subtitles:{text(cue.unit)}" data-take="{cue.take}" autocomplete="off"'
    area = f'<label class="field"><span>{text(words.words)}<em aria-live="polite"></em></span><textarea rows="2" name="cue.{cue.index}.rows" {piece} data-value="{text(cue.rows)}"></textarea></label>'
    times = "".join(
        f'<label class="field half"><span>{text(label)}<em aria-live="polite"></em></span><input type="number" name="cue.{cue.index}.{name}" {piece} '
        f'data-value="{text(value)}" min="0" step="{words.step:g}"></label>'
        for name, label, value in (("start", words.start, cue.start), ("end", words.end, cue.end))
    )
    more = f' data-more="{text(json.dumps({"take": cue.take}))}"'
    verbs = "".join(
        button(label, do, kind="quiet small", id=str(cue.index), off=off, extra=more)
        for label, do, off in (
            (words.split, "cue-split", False),
            (words.merge, "cue-merge", cue.last),
            (words.add, "cue-add", False),
            (words.remove, "cue-remove", False),
        )
    )
    return (
        f'<section class="cue" data-form-cue="{text(cue.unit)}.{cue.index}" data-at="{cue.at:.3f}" aria-label="{text(words.title)}">'
        f'<header><h3>{text(words.title)}</h3><small class="rw-num" data-meter="{text(words.meter)}" data-speed="{words.speed:g}" data-row="{words.row}"></small></header>'
        f'{area}<div class="fields">{times}</div>{"".join(_note(cue, note) for note in cue.notes)}<div class="cue-verbs">{verbs}</div></section>'
    )


def _note(cue: Form, note: Note) -> str:
    more = text(json.dumps({"rule": note.rule, "take": cue.take}))
    fix = (
        button(note.fix, "cue-mend", kind="small", id=str(cue.index), extra=f' data-more="{more}"') if note.fix else ""
    )
    return f'<p class="cue-note">{icon("stale", "s-stale")}<span>{text(note.words)}</span>{fix}</p>'


# ---------------------------------------------------------------- the look of all captions


@dataclass(frozen=True)
class Style:
    """A style as a tile: its name, words, what it is for, its picture."""

    value: str
    words: str
    about: str
    picture: str
    place: str = "bottom"
    """Where in the frame the caption stands: that part of it is shown, larger."""


def styles(items: Sequence[Style], chosen: str, label: str) -> str:
    """Tiles; pressing one sets it, pointing at one tries it on."""
    body = "".join(
        f'<button type="button" class="sty" data-do="set-one" data-id="captions" data-more="{text(json.dumps({"value": item.value}))}" data-try="captions={text(item.value)}" '
        f'aria-pressed="{"true" if item.value == chosen else "false"}" title="{text(item.about)}"><span class="pic {text(item.place)}"><img src="{text(item.picture)}" alt="" loading="lazy"></span><span>{text(item.words)}</span></button>'
        for item in items
    )
    return f'<div class="stys" role="group" aria-label="{text(label)}">{body}</div>'


def select(name: str, label: str, value: str, options: Sequence[tuple[str, str]]) -> str:
    """A setting that is chosen from words and kept as it is changed."""
    shown = "".join(
        f'<option value="{text(each)}"{" selected" if each == value else ""}>{text(words)}</option>'
        for each, words in options
    )
    return (
        f'<label class="field half"><span>{text(label)}<em></em></span><select name="{name}" data-change="set-one" data-try-on="{name}" '
        f'data-value="{text(value)}">{shown}</select></label>'
    )


def colour(name: str, label: str, value: str, shown: str, auto: str) -> str:
    """A colour, with a way back to the style's own. `shown` is '#rrggbb'; `value` may be 'auto'."""
    back = f'<button type="button" class="rw-b small quiet" data-do="set-one" data-id="{name}" data-more="{text(json.dumps({"value": "auto"}))}"{" disabled" if value == "auto" else ""}>{text(auto)}</button>'
    return (
        f'<div class="field half colour"><label><span>{text(label)}</span><input type="color" name="{name}" data-change="set-one" data-try-on="{name}" '
        f'data-value="{text(shown)}"></label>{back}</div>'
    )


def size(name: str, label: str, value: float, low: float, high: float, auto: str) -> str:
    """How large letters are: a slider whose left end is 'what suits the film'."""
    return (
        f'<label class="field size"><span>{text(label)}<output data-auto="{text(auto)}"></output></span><input type="range" name="{name}" min="{low:g}" max="{high:g}" step="0.005" '
        f'data-zero="{low:g}" data-change="set-one" data-try-on="{name}" data-value="{max(value, low):g}"></label>'
    )

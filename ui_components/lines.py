"""A script as rows of lines: words, who says them, how long; with a sound's shape where there is one. And the parts of their editors:
structure, a proposal as a difference of words, one player for all lines, a recorder. The script `lines.js` brings them to life.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ui_components.board import Card
from ui_components.markup import button, icon, mark, text, tool, wave


@dataclass(frozen=True)
class Row:
    """A line's card, with its address to listen to, and the seconds of its sound and of the silence after it."""

    card: Card
    sound: str = ""
    seconds: float = 0.0
    pause: float = 0.0
    badge: str = ""
    heading: str = ""
    heading_note: str = ""


def rows(items: Sequence[Row], label: str) -> str:
    """All lines, each one button; headings where a scene begins."""
    return f'<ul class="board rows" aria-label="{text(label)}">{"".join(_row(item) for item in items)}</ul>'


def _row(item: Row) -> str:
    card = item.card
    head = (
        f'<li class="scene"><span>{text(item.heading)}</span><span class="rw-num">{text(item.heading_note)}</span></li>'
        if item.heading
        else ""
    )
    sound = (
        f' data-sound="{text(item.sound)}" data-seconds="{item.seconds:.3f}" data-pause="{item.pause:.3f}"'
        if item.sound
        else ""
    )
    kind = {"working": "busy", "queued": "busy", "failed": "bad"}.get(card.mark.state, "")
    run = (
        f'<span class="run" data-progress="{text(card.key)}"><i style="width:{round(100 * card.share)}%"></i></span>'
        if card.share is not None
        else ""
    )
    badge = f'<em class="badge">{text(item.badge)}</em>' if item.badge else ""
    small = ", ".join(part for part in (card.length, card.takes) if part)
    return (
        f'{head}<li><button type="button" class="card row {kind}" data-do="choose" data-id="{text(card.id)}" tabindex="-1"'
        f'{" data-needs" if card.needs_you else ""}{sound}><span class="id">{text(card.name or card.id)}</span>'
        f'<span class="words">{text(card.words)}</span><span class="side">{mark(card.mark, card.key)}<small class="rw-num">{text(small)}</small></span>'
        f'<span class="who">{text(card.who)}{badge}</span>{wave(card.sound) if card.sound else ""}{run}</button></li>'
    )


def total(words: str, hint: str = "") -> str:
    """The line above the rows: how much there is of it all. The script changes it while somebody types."""
    return f'<div class="strip"><p class="rw-num" data-total>{text(words)}</p><span class="rw-grow"></span><small>{text(hint)}</small></div>'


# ---------------------------------------------------------------- words that are typed


@dataclass(frozen=True)
class Counted:
    """What is known beside a line's words: templates with {n} and {time}, words and seconds of all others, words a second, the
    seconds after the line."""

    line: str
    film: str
    other_words: int
    other_seconds: float
    lines: int
    rate: float
    pause: float


def words_field(label: str, value: str, piece: str, take: int, counted: Counted, hint: str) -> str:
    """The words of a line; counted while they are typed."""
    facts = json.dumps(counted.__dict__)
    return (
        f'<label class="field words-field"><span>{text(label)}<em aria-live="polite"></em></span><textarea rows="3" name="text" '
        f'data-value="{text(value)}" data-piece="{text(piece)}" data-take="{take}" data-line="{text(facts)}" autocomplete="off"></textarea>'
        f'<p class="hint line-count rw-num"><span data-line-count></span><span>{text(hint)}</span></p></label>'
    )


@dataclass(frozen=True)
class Verb:
    """A change of structure: what it is called, its sign, its keys. `words` makes it a button with words."""

    do: str
    label: str
    glyph: str
    keys: str = ""
    words: bool = False
    off: bool = False


def structure(verbs: Sequence[Verb], label: str) -> str:
    """The changes of structure of one line."""
    body = "".join(
        button(
            verb.label, verb.do, kind="small quiet", glyph=verb.glyph, off=verb.off,
            extra=f' aria-keyshortcuts="{text(verb.keys)}" title="{text(f"{verb.label} ({verb.keys})" if verb.keys else verb.label)}"',
        )
        if verb.words
        else tool(verb.glyph, verb.label, verb.do, classes="small", keys=verb.keys, off=verb.off)
        for verb in verbs
    )  # fmt: skip
    return f'<div class="line-verbs" role="toolbar" aria-label="{text(label)}">{body}</div>'


# ---------------------------------------------------------------- proposals


_TOKEN = re.compile(r"\s+|[^\W_]+(?:[’'][^\W_]+)*|[\u0900-\u097f]+|.", re.DOTALL)


def difference(old: str, new: str, was: str, now: str) -> str:
    """Two texts as one, word by word: what goes is struck, what comes is marked. `was` and `now` are said to those who listen."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    parts = []
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            parts.append(text("".join(before[a:b])))
            continue
        if b > a:
            parts.append(f'<del><span class="rw-sr">{text(was)} </span>{text("".join(before[a:b]))}</del>')
        if d > c:
            parts.append(f'<ins><span class="rw-sr">{text(now)} </span>{text("".join(after[c:d]))}</ins>')
    return f'<p class="diff">{"".join(parts)}</p>'


def proposal(title: str, items: Sequence[tuple[str, str, str]], buttons: str) -> str:
    """A proposal: for each line its name, the difference as markup, and a note; and what can be done with it."""
    body = "".join(
        f'<div class="change">{f"<small>{text(name)}</small>" if name else ""}{markup}{f"<small>{text(note)}</small>" if note else ""}</div>'
        for name, markup, note in items
    )
    return f'<section class="proposal" aria-label="{text(title)}"><h3>{text(title)}</h3>{body}<div class="buttons">{buttons}</div></section>'


def rewrite(title: str, scopes: Sequence[tuple[str, str]], legend: str, ways: str, own: str) -> str:
    """Asking for other words: for what, in which way, or by one's own instruction (`own`)."""
    radios = "".join(
        f'<label><input type="radio" name="scope" value="{text(value)}"{" checked" if number == 0 else ""} data-keep><span>{text(words)}</span></label>'
        for number, (value, words) in enumerate(scopes)
    )
    return (
        f'<section class="rewrite" data-form><div class="rw-th"><h3>{text(title)}</h3><span class="seg choice" role="radiogroup" aria-label="{text(legend)}">{radios}</span></div>'
        f'<div class="ways">{ways}</div>{own}</section>'
    )


def wish(box: str, go: str) -> str:
    """An instruction in the person's own words."""
    return (
        f'<div class="own"><label class="field"><span class="rw-sr">{text(box)}</span>'
        f'<input type="text" name="wish" maxlength="200" placeholder="{text(box)}" autocomplete="off"></label>{go}</div>'
    )


def lacking(words: str, act: str) -> str:
    """What is needed first, and the way there."""
    return f'<p class="hint lacking">{text(words)} {act}</p>'


# ---------------------------------------------------------------- listening and recording


def reader(labels: dict[str, str], empty: str) -> str:
    """The one player of all lines: it plays line after line."""
    t = {name: text(words) for name, words in labels.items()}
    return (
        f'<div class="strip reader" data-reader data-play="{t["play"]}" data-pause="{t["pause"]}" data-none="{text(empty)}">'
        f'<button type="button" class="rw-b quiet icon" data-read="toggle" aria-label="{t["play"]}" title="{t["play"]} (Space)" aria-keyshortcuts="Space">'
        f"{icon('play', 'on-play')}{icon('pause', 'on-pause')}</button>"
        f'<input type="range" min="0" max="1000" value="0" data-read="seek" aria-label="{t["seek"]}"><output class="rw-num" data-read-time></output></div>'
    )


@dataclass(frozen=True)
class Heard:
    """A line's sound in its editor: peaks, words with their seconds, a caption."""

    unit: str
    peaks: str
    words: tuple[tuple[str, float], ...]
    caption: str
    on: str
    only: str


def heard(line: Heard) -> str:
    """The shape of a line with a moving head, its words lit as they are said, and where to play from."""
    words = " ".join(f'<span data-at="{start:.3f}">{text(word)}</span>' for word, start in line.words)
    return (
        f'<div class="heard own" data-heard="{text(line.unit)}"><span class="wave" data-peaks="{text(line.peaks)}" data-read-wave aria-hidden="true"></span>'
        f'<p class="said lit">{words}</p><div class="play-row">'
        f'<button type="button" class="rw-b small" data-read="from" data-id="{text(line.unit)}">{icon("play")}{text(line.on)}</button>'
        f'<button type="button" class="rw-b small quiet" data-read="only" data-id="{text(line.unit)}">{text(line.only)}</button>'
        f'<span class="rw-grow"></span><small class="rw-num">{text(line.caption)}</small></div></div>'
    )


def recorder(unit: str, labels: dict[str, str]) -> str:
    """A person's own voice: by the microphone, or a file. The script shows what fits its state."""
    t = {name: text(words) for name, words in labels.items()}
    said = "".join(
        f' data-{name}="{t[name]}"' for name in ("asking", "recording", "denied", "insecure", "ready", "sending")
    )
    return (
        f'<section class="record" data-recorder="{text(unit)}"{said}><h3>{t["title"]}</h3><p class="hint">{t["hint"]}</p><div class="ways">'
        f'<button type="button" class="rw-b small" data-rec="start">{icon("mic")}{t["start"]}</button>'
        f'<button type="button" class="rw-b small primary" data-rec="stop" hidden>{icon("stop")}{t["stop"]}</button>'
        f'<button type="button" class="rw-b small" data-rec="hear" hidden>{icon("play")}{t["hear"]}</button>'
        f'<button type="button" class="rw-b small primary" data-rec="use" hidden>{t["use"]}</button>'
        f'<button type="button" class="rw-b small quiet" data-rec="drop" hidden>{t["drop"]}</button>'
        f'<label class="rw-b quiet small" data-rec-file>{t["file"]}<input class="rw-sr" type="file" accept="audio/*,video/webm,video/mp4" data-upload="adopt"></label></div>'
        f'<div class="level" hidden><i></i></div><p class="hint rw-num" role="status" data-rec-said></p></section>'
    )


def listening(control: str, label: str) -> str:
    """A field of a voice with a button that lets the chosen voice be heard."""
    return f'<div class="with-listen">{control}<button type="button" class="rw-b quiet icon" data-listen-field aria-label="{text(label)}" title="{text(label)}">{icon("play")}</button></div>'


@dataclass(frozen=True)
class Saying:
    """The words of the lexicon's editor, and how its sounds are asked for: `voice` says them."""

    title: str
    word: str
    said: str
    listen: str
    remove: str
    hint: str
    address: str
    voice: str


def lexicon(pairs: Sequence[tuple[str, str]], piece: str, take: int, words: Saying) -> str:
    """Words and how they are said, one row each, and an empty row for another. A row is kept when it is left."""
    body = "".join(_pair(number, pair, words) for number, pair in enumerate([*pairs, ("", "")]))
    return (
        f'<section class="lexicon" data-lexicon="{text(piece)}" data-take="{take}" data-address="{text(words.address)}" data-voice="{text(words.voice)}">'
        f'<h3>{text(words.title)}</h3><div class="pairs">{body}</div><p class="hint">{text(words.hint)}</p></section>'
    )


def _pair(number: int, pair: tuple[str, str], words: Saying) -> str:
    boxes = "".join(
        f'<label class="field"><span class="{"rw-sr" if number else ""}">{text(label)}</span>'
        f'<input type="text" name="lex-{kind}-{number}" data-lex="{kind}" data-value="{text(value)}" autocomplete="off" maxlength="80"></label>'
        for kind, label, value in (("word", words.word, pair[0]), ("said", words.said, pair[1]))
    )
    return (
        f'<div class="pair">{boxes}<button type="button" class="rw-b quiet icon" data-lex-listen aria-label="{text(words.listen)}" title="{text(words.listen)}">{icon("play")}</button>'
        f'<button type="button" class="rw-b quiet icon" data-lex-remove aria-label="{text(words.remove)}" title="{text(words.remove)}"{"" if pair[0] else " disabled"}>{icon("close")}</button></div>'
    )

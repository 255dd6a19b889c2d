"""Parts of the shot stages: a shot's words with its borders, camera tiles that move, two takes under a slider, people as chips.

Markup only. Positions are fractions of a picture; the page's script `shots.js` does what needs no server.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from ui_components.markup import button, icon, text


def view_switch(label: str, story: str, table: str) -> str:
    """Storyboard or table; the script remembers which, and nothing is sent."""
    return (
        f'<span class="seg" role="group" aria-label="{text(label)}">'
        f'<button type="button" data-shots="story" aria-pressed="true">{text(story)}</button>'
        f'<button type="button" data-shots="table" aria-pressed="false">{text(table)}</button></span>'
    )


def table_head(columns: Sequence[str]) -> str:
    """The names of the table's columns; hidden on the storyboard, and never read aloud, for each row says its own."""
    return (
        f'<div class="shots-head" aria-hidden="true">{"".join(f"<span>{text(name)}</span>" for name in columns)}</div>'
    )


@dataclass(frozen=True)
class Edge:
    """One border of a shot: what its two buttons say, and their keys. Without `can` it is the film's beginning or end."""

    left: str
    right: str
    keys: tuple[str, str]
    title: str
    can: bool = True


@dataclass(frozen=True)
class Covered:
    """A shot's words among those around them. The words of neighbours are pressed to move the border there."""

    label: str
    line: str
    before: tuple[str, ...]
    own: tuple[str, ...]
    after: tuple[str, ...]
    start: Edge
    end: Edge
    hint: str
    mark: str
    take: str


def covered(shown: Covered) -> str:
    """The words as text, with marks at the borders."""
    count = len(shown.before)
    before = "".join(_near(word, "start", at - count, shown.take) for at, word in enumerate(shown.before))
    after = "".join(_near(word, "end", at + 1, shown.take) for at, word in enumerate(shown.after))
    own = "".join(_own(word, at, shown.mark) for at, word in enumerate(shown.own))
    edges = _edge(shown.start, "start") + _edge(shown.end, "end")
    return (
        f'<section class="cover" aria-label="{text(shown.label)}"><h3 class="rw-num">{text(shown.line)}</h3>'
        f'<p class="cover-words"><span class="near">{before}</span><i class="edge at-start" aria-hidden="true"></i>'
        f'<span class="own" role="group" aria-label="{text(shown.hint)}">{own}</span><i class="edge at-end" aria-hidden="true"></i>'
        f'<span class="near">{after}</span></p><div class="edges">{edges}</div></section>'
    )


def _near(word: str, side: str, by: int, hint: str) -> str:
    more = text(json.dumps({"by": by}))
    return f'<button type="button" class="w" tabindex="-1" data-do="border" data-id="{side}" data-more="{more}" title="{text(hint)}">{text(word)}</button> '


def _own(word: str, at: int, hint: str) -> str:
    if not at:
        return f'<span class="w">{text(word)}</span> '
    tab = "0" if at == 1 else "-1"
    return f'<button type="button" class="w" tabindex="{tab}" data-cut="{at}" aria-pressed="false" title="{text(hint)}">{text(word)}</button> '


def _edge(edge: Edge, side: str) -> str:
    def step(label: str, by: int, key: str, glyph: str) -> str:
        more = text(json.dumps({"by": by}))
        return (
            f'<button type="button" class="rw-b small" data-do="border" data-id="{side}" data-more="{more}" data-key="{text(key)}" aria-keyshortcuts="{text(key)}"'
            f' aria-label="{text(label)}" title="{text(label)} ({text(key)})"{"" if edge.can else " disabled"}>{icon(glyph)}<kbd aria-hidden="true">{text(key)}</kbd></button>'
        )

    left, right = step(edge.left, -1, edge.keys[0], "prev"), step(edge.right, 1, edge.keys[1], "next")
    return f'<span class="edge-pair"><span class="rw-s rw-muted">{text(edge.title)}</span>{left}{right}</span>'


@dataclass(frozen=True)
class Verb:
    """A button of the row below a shot's words. `cut`: the marked word goes along."""

    do: str
    label: str
    key: str
    chip: str = ""
    off: bool = False
    cut: bool = False


def verb_row(verbs: Sequence[Verb], label: str) -> str:
    """What can be done with a shot besides editing it."""
    found = "".join(
        f'<button type="button" class="rw-b small" data-do="{v.do}" data-key="{text(v.key)}" aria-keyshortcuts="{text(v.key)}"'
        f'{" data-cuts" if v.cut else ""}{" disabled" if v.off else ""}>{text(v.label)}<kbd aria-hidden="true">{text(v.chip or v.key)}</kbd></button>'
        for v in verbs
    )
    return f'<div class="verb-row" role="group" aria-label="{text(label)}">{found}</div>'


def chips(label: str, do: str, items: Sequence[tuple[str, str, bool]], none: str = "") -> str:
    """Some of several (id, name, chosen): each is pressed on or off."""
    found = "".join(
        f'<button type="button" class="chip" data-do="{do}" data-id="{text(id)}" aria-pressed="{"true" if on else "false"}">{icon("approved") if on else ""}{text(name)}</button>'
        for id, name, on in items
    )
    body = found or f'<span class="rw-s rw-muted">{text(none)}</span>'
    return f'<div class="chips" role="group" aria-label="{text(label)}"><span class="rw-label">{text(label)}</span><div>{body}</div></div>'


# ---------------------------------------------------------------- cameras

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Camera:
    """One camera move: its name, its word, the windows (x, y, w, h) it passes at even times, whether it is the chosen one."""

    name: str
    word: str
    steps: tuple[Box, ...]
    chosen: bool = False


def cameras(items: Sequence[Camera], picture: str, label: str, hint: str, seconds: float) -> str:
    """Every move as a tile that plays it while it is pointed at, focused or chosen."""
    frames = "".join(keyframes(f"way-{item.name}", strengthened(item.steps)) for item in items)
    tiles = "".join(_tile(item, picture, seconds) for item in items)
    return (
        f'<section class="camera-ways" aria-label="{text(label)}"><style>{frames}</style><h3>{text(label)}</h3>'
        f'<div class="way-tiles" role="group" aria-label="{text(label)}">{tiles}</div><p class="rw-s rw-muted">{text(hint)}</p></section>'
    )


def _tile(item: Camera, picture: str, seconds: float) -> str:
    still = _transform(strengthened(item.steps)[len(item.steps) // 2])
    return (
        f'<button type="button" class="way" data-do="camera" data-id="{text(item.name)}" aria-pressed="{"true" if item.chosen else "false"}">'
        f'<span class="pic"><img src="{text(picture)}" alt="" style="transform:{still};--way:way-{item.name};--long:{min(max(seconds, 2.0), 4.0):.1f}s"></span>{text(item.word)}</button>'
    )


def moving(picture: str, steps: Sequence[Box], seconds: float, alt: str, note: str, shape: float) -> str:
    """A picture under its planned move at its own pace, in the film's shape (width for height)."""
    return (
        f'<figure class="rw-view"><style>{keyframes("way-planned", steps)}</style><div class="planned" style="aspect-ratio:{shape:.4f}">'
        f'<img src="{text(picture)}" alt="{text(alt)}" style="--way:way-planned;--long:{max(seconds, 0.5):.2f}s"></div>'
        f"<figcaption>{text(note)}</figcaption></figure>"
    )


def keyframes(name: str, steps: Sequence[Box]) -> str:
    """A way as CSS."""
    last = max(1, len(steps) - 1)
    rules = "".join(f"{100 * at / last:.1f}%{{transform:{_transform(box)}}}" for at, box in enumerate(steps))
    return f"@keyframes {name}{{{rules}}}"


def _transform(box: Box) -> str:
    x, y, w, _ = box
    return f"scale({1 / max(w, 0.05):.4f}) translate({-100 * x:.3f}%,{-100 * y:.3f}%)"


def strengthened(steps: Sequence[Box], reach: float = 0.16) -> tuple[Box, ...]:
    """The same way, large enough to be seen on a tile: it keeps its direction and its shape, and stays inside the picture."""
    middle = [sum(box[side] for box in steps) / len(steps) for side in range(4)]
    most = max((abs(box[side] - middle[side]) for box in steps for side in range(3)), default=0.0)
    if most < 1e-6:
        return tuple(steps)
    gain = max(1.0, reach / 2 / most)
    base = min(1.0 - reach, middle[2])
    return tuple(_inside(box, middle, gain, base) for box in steps)


def _inside(box: Box, middle: Sequence[float], gain: float, base: float) -> Box:
    w = min(1.0, max(0.3, base + (box[2] - middle[2]) * gain))
    h = w * middle[3] / middle[2]
    across, down = (middle[at] + middle[at + 2] / 2 + ((box[at] + box[at + 2] / 2) - (middle[at] + middle[at + 2] / 2)) * gain for at in (0, 1))  # fmt: skip
    return min(max(across - w / 2, 0.0), 1 - w), min(max(down - h / 2, 0.0), max(0.0, 1 - h)), w, h


# ---------------------------------------------------------------- what a picture shows; two takes


def shows(label: str, there: Sequence[str], missing_label: str, missing: Sequence[str]) -> str:
    """What a take shows and what it does not, in words."""
    rows = ""
    if there:
        rows += f"<p>{icon('approved', 's-approved')}<span><b>{text(label)}</b> {text(', '.join(there))}</span></p>"
    if missing:
        rows += f"<p>{icon('stale', 's-stale')}<span><b>{text(missing_label)}</b> {text(', '.join(missing))}</span></p>"
    return f'<div class="shows">{rows}</div>' if rows else ""


def own_words(label: str, words: str, hint: str, acts: Sequence[tuple[str, str, str]], unit: str) -> str:
    """A box of words for a painter, with its buttons as (label, verb, kind). It is sent with a button and not by itself."""
    buttons = "".join(button(name, verb, kind=kind, id=unit) for name, verb, kind in acts)
    return (
        f'<details class="fold" open><summary>{text(label)}</summary><div data-form><label class="field"><span class="rw-sr">{text(label)}</span>'
        f'<textarea id="own-words" name="prompt" rows="4" data-value="{text(words)}" autocomplete="off"></textarea><p class="hint">{text(hint)}</p></label>'
        f'<div class="own-row">{buttons}</div></div></details>'
    )


def opinion(scores: Sequence[tuple[str, str]], notes: Sequence[tuple[str, str]], acts: str) -> str:
    """An opinion on a picture: scores beside each other, then notes, each with its bold label."""
    numbers = "".join(f"<span><b>{text(name)}</b> {text(value)}</span>" for name, value in scores)
    rows = "".join(f"<p><b>{text(name)}</b> {text(words)}</p>" for name, words in notes)
    return f'<div class="opinion-said">{f"""<p class="scores rw-num">{numbers}</p>""" if numbers else ""}{rows}{acts}</div>'


@dataclass(frozen=True)
class Side:
    """A take that can stand on either side of the line: number, name, picture, what is known of it."""

    number: int
    title: str
    picture: str
    line: str


def comparing(sides: Sequence[Side], left: int, right: int, labels: tuple[str, str, str]) -> str:
    """Two takes above each other with a line between; which two is chosen without asking the server. `labels`: of the line, left, right."""
    one = next(side for side in sides if side.number == left)
    two = next(side for side in sides if side.number == right)
    known = text(json.dumps({side.number: [side.picture, side.title, side.line] for side in sides}))
    return (
        f'<div class="slide" data-takes="{known}"><img data-side="right" src="{text(two.picture)}" alt="{text(two.title)}">'
        f'<img class="top" data-side="left" src="{text(one.picture)}" alt="{text(one.title)}"><span class="line"></span><span class="grip" aria-hidden="true">{icon("prev")}{icon("next")}</span>'
        f'<input type="range" min="0" max="100" value="50" data-slide aria-label="{text(labels[0])}"></div>'
        f'<div class="sides">{_choice(sides, one, "left", labels[1])}{_choice(sides, two, "right", labels[2])}</div>'
    )


def _choice(sides: Sequence[Side], chosen: Side, name: str, label: str) -> str:
    options = "".join(
        f'<option value="{side.number}"{" selected" if side.number == chosen.number else ""}>{text(side.title)}</option>'
        for side in sides
    )
    return f'<label class="field"><span>{text(label)}</span><select name="{name}" data-pick="{name}" aria-label="{text(label)}">{options}</select><small class="rw-num rw-muted" data-about="{name}">{text(chosen.line)}</small></label>'


def upload(label: str, do: str, accept: str, unit: str) -> str:
    """A button that takes a file. The input lies inside, so that it has the keyboard's focus."""
    return f'<label class="rw-b small file">{icon("plus")}{text(label)}<input class="rw-sr" type="file" accept="{text(accept)}" data-upload="{do}" data-id="{text(unit)}"></label>'

"""The editor of one piece: head, view, reason, words, takes, action bar. Always in this order, whatever the piece is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui_components.markup import Mark, button, icon, mark, text, tool, wave


@dataclass(frozen=True)
class Heading:
    """Which piece, where it stands, the how-manieth of how many. `unit` is its id, which the script takes as the chosen one."""

    title: str
    mark: Mark
    unit: str
    of: str = ""
    prev: str = ""
    next: str = ""
    key: str = ""


def heading(head: Heading) -> str:
    """The first line of the editor."""
    walk = tool("prev", head.prev, "prev", classes="small", keys="K") + tool(
        "next", head.next, "next", classes="small", keys="J"
    )
    return (
        f'<div class="rw-dhead" data-unit="{text(head.unit)}"><h2>{text(head.title)}</h2>{mark(head.mark, head.key)}<span class="rw-grow"></span>'
        f'<span class="of rw-muted rw-s rw-num">{text(head.of)}</span>{walk if head.of else ""}</div>'
    )


@dataclass(frozen=True)
class View:
    """What there is to look at or listen to: addresses, a caption, what a picture shows (for those who cannot see it)."""

    image: str = ""
    video: str = ""
    poster: str = ""
    sound: str = ""
    peaks: str = ""
    caption: str = ""
    alt: str = ""
    empty: str = ""


def view(shown: View) -> str:
    """A picture, a clip or a sound, with its caption."""
    caption = text(shown.caption)
    if shown.sound:
        return (
            f'<div class="heard">{wave(shown.peaks)}<audio controls preload="metadata" src="{text(shown.sound)}" aria-label="{text(shown.alt)}"></audio>'
            f'<small class="rw-num">{caption}</small></div>'
        )
    if shown.video:
        inner = f'<video controls loop muted playsinline preload="metadata" poster="{text(shown.poster)}" src="{text(shown.video)}" aria-label="{text(shown.alt)}"></video>'
    elif shown.image:
        inner = f'<img src="{text(shown.image)}" alt="{text(shown.alt)}">'
    elif shown.empty:
        inner = f'<div class="none">{text(shown.empty)}</div>'
    else:
        return f'<p class="cap-line rw-num">{caption}</p>' if caption else ""
    tag = f'<figcaption class="rw-num">{caption}</figcaption>' if caption else ""
    return f'<figure class="rw-view">{inner}{tag}</figure>'


def why(state: str, head: str, rest: str = "", more: Sequence[str] = (), acts: str = "") -> str:
    """One tinted sentence: state, cause, time and cost. `head` is bold; `more` are quieter sentences; `acts` is markup."""
    extra = "".join(f'<p class="more">{text(line)}</p>' for line in more if line)
    buttons = f'<p class="more">{acts}</p>' if acts else ""
    return f'<div class="why {state}">{icon(state)}<p><b>{text(head)}</b>{" " + text(rest) if rest else ""}</p>{extra}{buttons}</div>'


def said(words: str, label: str) -> str:
    """The words of a piece, as text: they are edited where they belong."""
    return f'<p class="said"><small class="rw-num">{text(label)}</small>{text(words)}</p>' if words else ""


@dataclass(frozen=True)
class Thumb:
    """One take in the strip: its picture, sound or words; who made it and when."""

    number: int
    title: str
    line: str
    picture: str = ""
    peaks: str = ""
    words: str = ""
    chosen: bool = False
    approved: bool = False
    hint: str = ""


def takes(
    thumbs: Sequence[Thumb], title: str, *, approved: str = "", compare: str = "", more: tuple[str, str] | None = None
) -> str:
    """The strip of takes. `compare` is the label of 'compare two'; `more` are the two lines of 'make 4', as a last tile."""
    beside = button(compare, "compare", kind="quiet small", glyph="compare") if compare and len(thumbs) > 1 else ""
    last = ""
    if more:
        last = (
            f'<button type="button" class="take more" data-do="candidates"><span class="pic">{icon("plus")}</span>{text(more[0])}'
            f'<small class="rw-num">{text(more[1])}</small></button>'
        )
    items = "".join(_thumb(thumb, approved) for thumb in thumbs)
    return f'<section aria-label="{text(title)}"><div class="rw-th"><h3>{text(title)}</h3>{beside}</div><div class="takes">{items}{last}</div></section>'


def _thumb(thumb: Thumb, approved: str) -> str:
    if thumb.picture:
        inner = f'<img loading="lazy" src="{text(thumb.picture)}" alt="">'
    else:
        inner = wave(thumb.peaks) if thumb.peaks else f'<span class="txt">{text(thumb.words)}</span>'
    tick = (
        f'<span class="tick">{icon("approved")}<span class="rw-sr">{text(approved)}</span></span>'
        if thumb.approved
        else ""
    )
    return (
        f'<button type="button" class="take" data-do="take" data-id="{thumb.number}" aria-pressed="{"true" if thumb.chosen else "false"}" title="{text(thumb.hint)}">'
        f'<span class="pic">{inner}{tick}</span>{text(thumb.title)}<small class="rw-num">{text(thumb.line)}</small></button>'
    )


@dataclass(frozen=True)
class Verbs:
    """The action bar. Places never move; `next` ('approve', 'remake' or '') gets the weight."""

    approve: str
    remake: str
    back: str
    next: str = ""
    can_approve: bool = True
    can_remake: bool = True
    can_back: bool = True


def verbs(bar: Verbs) -> str:
    """Approve, re-make, send back."""
    weight = {name: "primary" if name == bar.next else "" for name in ("approve", "remake")}
    return (
        f'<div class="actions">{button(bar.approve, "approve", kind=weight["approve"], key="A", off=not bar.can_approve)}'
        f"{button(bar.remake, 'remake', kind=weight['remake'], key='R', off=not bar.can_remake)}"
        f"{button(bar.back, 'back', kind='quiet', key='B', off=not bar.can_back)}</div>"
    )


def slider(left: str, right: str, left_tag: str, right_tag: str, label: str) -> str:
    """Two pictures above each other with a line between that is dragged, or moved by arrow keys."""
    return (
        f'<div class="slide"><img src="{text(right)}" alt="{text(right_tag)}"><img class="top" src="{text(left)}" alt="{text(left_tag)}">'
        f'<span class="line"></span><span class="tag at-left">{text(left_tag)}</span><span class="tag at-right">{text(right_tag)}</span>'
        f'<input type="range" min="0" max="100" value="50" data-slide aria-label="{text(label)}"></div>'
    )

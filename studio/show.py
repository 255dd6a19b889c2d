"""From the engine's statuses, takes and asks to what the page says of them: marks, sentences, times. Pure.

The one mark of a piece is the first that holds of: working, failed, queued, sent back, stale, unsettled, missing, fresh, auto,
approved. Example: `state_of(status, queued=False)` -> 'stale'.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import UTC, datetime, timedelta

from engine.asks import Ask
from engine.costing import KINDS, together, usual
from engine.graph import closure, targets
from engine.plan import needs_making, obstacles
from engine.status import Board
from engine.types import Key, Status, Take
from studio.desk import Doing, Snapshot
from studio.pieces import Pieces, stages_of
from studio.words import Words
from ui_components.markup import Mark

SERVICES = {"openai": "OpenAI", "elevenlabs": "ElevenLabs", "gguf": "GGUF", "musicgen": "MusicGen"}
"""Names that are written in a way of their own."""
ORDER = ("working", "failed", "queued", "back", "stale", "unsettled", "missing", "fresh", "auto", "approved")
NEEDS_YOU = ("failed", "back", "stale", "unsettled", "missing", "fresh")
UNGATED = ("brief", "sounds", "music")


# ---------------------------------------------------------------- one piece


def state_of(status: Status, queued: bool = False) -> str:
    """The one mark of a piece."""
    holds = {
        "working": status.work == "running",
        "failed": status.work == "failed",
        "queued": queued or status.work == "queued",
        "back": status.approval == "sent_back",
        "stale": status.freshness == "stale",
        "unsettled": status.freshness == "unsettled",
        "missing": status.freshness == "missing",
        "auto": status.approval == "auto",
        "approved": status.approval == "approved" or status.stage in UNGATED,
        "fresh": True,
    }
    before = ("working", "failed", "queued", "back", "stale", "unsettled", "missing", "auto", "approved", "fresh")
    return next(name for name in before if holds[name])


def mark_of(t: Words, state: str, take: Take | None = None, doing: Doing | None = None, key: str = "") -> Mark:
    """The mark with its word: its share while it is made, ', yours' where a person made it."""
    word = t(f"state.{state}")
    if state == "approved" and key == "brief":
        return Mark(state, t("state.own"))
    if state == "working" and doing and doing.key == key and doing.share:
        word = t("state.working.share", n=round(100 * doing.share))
    elif is_yours(take) and state in ("approved", "fresh", "stale", "auto"):
        word = t("state.yours", state=word)
    return Mark(state, word)


def is_yours(take: Take | None) -> bool:
    """Whether a person made a take, or brought it."""
    return take is not None and take.origin != "made" and not take.key.endswith(":order") and take.key != "brief"


def queued(snap: Snapshot) -> set[Key]:
    """The pieces that an ask in the line (or running) is going to make."""
    found: set[Key] = set()
    for ask in snap.asks:
        if ask.state in ("queued", "running"):
            found |= _wanted(snap, ask)
    return found


def _wanted(snap: Snapshot, ask: Ask) -> set[Key]:
    if ask.verb == "rewrite":
        return set()  # a proposal changes nothing
    if ask.verb == "adopt":
        return {Key.parse(ask.target)}
    if ask.verb != "make":
        return {Key.parse(ask.target)} if ask.state == "queued" else set()
    held = ask.options.get("approve") != "all"
    return {
        key
        for key in closure(snap.view, targets(snap.view, ask.target))
        if key in snap.board
        and needs_making(snap.view, snap.board, key)
        and snap.board[key].work != "failed"
        and not (held and obstacles(snap.view, snap.board, snap.marks, key))
    }


# ---------------------------------------------------------------- a tab's mark on the rail


def tab_mark(t: Words, snap: Snapshot, tab: str, waiting: Collection[Key], waits_for: str = "") -> tuple[Mark, str]:
    """The most urgent mark of a tab's pieces, and its count in words. `waits_for` is the tab before, while that is not done."""
    own = [(key, status) for key, status in snap.board.items() if key.stage in stages_of(tab)]
    pieces = [(key, status) for key, status in own if key.unit != "order"] or own
    states = [
        state_of(status, key in waiting)
        for key, status in pieces
        if key.stage not in UNGATED or status.freshness != "fresh"
    ]
    if not states or set(states) == {"missing"}:
        return Mark("missing", t("state.missing")), t("rail.waits", stage=t(f"low.{waits_for}")) if waits_for else t(
            "rail.none"
        )
    worst = min(states, key=ORDER.index)
    done, all = sum(state in ("approved", "auto") for state in states), len(states)
    return Mark(worst, t(f"state.{worst}")), _count(t, tab, worst, states, done, all)


def _count(t: Words, tab: str, worst: str, states: list[str], done: int, all: int) -> str:
    if worst in ("approved", "auto"):
        plain = t("rail.approved") if tab in ("project", "cut") else t("rail.of", done=done, n=all)
        return plain if worst == "approved" else t("rail.auto", done=done, n=all)
    if worst in ("stale", "unsettled", "failed", "back"):
        return t("rail.newer") if tab == "cut" else t(f"rail.{worst}", n=states.count(worst), all=all)
    if worst == "fresh":
        return t("rail.eye")
    return t("rail.some", done=done, n=all)


def done_tabs(snap: Snapshot, tabs: Iterable[str]) -> set[str]:
    """The tabs all of whose pieces are approved."""
    found = set()
    for tab in tabs:
        own = [s for k, s in snap.board.items() if k.stage in stages_of(tab)]
        if own and all(
            s.freshness == "fresh" and (s.approval in ("approved", "auto") or s.stage in UNGATED) for s in own
        ):
            found.add(tab)
    return found


# ---------------------------------------------------------------- names, times, costs


def piece_name(t: Words, pieces: Pieces, key: str, kind: str = "piece") -> str:
    """A piece by its name in a sentence ('piece'), as a title ('title') or as a job ('job.piece')."""
    try:
        at = Key.parse(key)
    except Exception:  # a list of settings, or words of an older film
        return key
    if not t.find(f"low.{at.stage}"):  # one setting
        return key
    if at.unit == "order" and t.find(f"{kind}.{at.stage}.order"):
        return t(f"{kind}.{at.stage}.order")
    found = t.find(f"{kind}.{at.stage}", unit=at.unit, name=pieces.name(at.unit) if at.stage == "bible" else at.unit)
    return found or t(f"low.{at.stage}")


def about(t: Words, seconds: float) -> str:
    """'about 9 s', 'about 3 min', 'under 1 s'."""
    return t("time.under") if seconds < 0.95 else t("time.about", time=span(t, seconds))


def span(t: Words, seconds: float) -> str:
    """A length in its natural unit."""
    if seconds < 90:
        return t("time.s", n=f"{seconds:.1f}".rstrip("0").rstrip(".") if seconds < 10 else round(seconds))
    return t("time.m", n=round(seconds / 60)) if seconds < 5400 else t("time.h", n=f"{seconds / 3600:.1f}")


def rough(t: Words, seconds: float) -> str:
    """A guess: whole seconds."""
    return t("time.under") if seconds < 0.95 else span(t, float(round(seconds)))


def cost(t: Words, dollars: float | None) -> str:
    """'free', '$0.36', or that it is not known."""
    if dollars is None:
        return t("cost.unknown")
    if not dollars:
        return t("cost.free")
    return f"${dollars:.2f}" if dollars >= 0.01 else f"${dollars:.3f}" if dollars >= 0.001 else t("cost.less")


def costs(t: Words, several: Iterable[float | None]) -> str:
    """Several costs together; where some of them are not known, the others and that there are more."""
    whole = together(several)
    if not whole.unknown:
        return cost(t, whole.dollars)
    return t("cost.more", cost=cost(t, whole.dollars)) if whole.dollars else t("cost.unknown")


def at_cost(t: Words, dollars: float | None) -> str:
    """'at no cost' or 'for $0.36', to end a sentence with."""
    return (
        t("cost.atunknown") if dollars is None else t("cost.for", cost=cost(t, dollars)) if dollars else t("cost.atno")
    )


def clock(seconds: float) -> str:
    """1:08.4"""
    return f"{int(seconds // 60)}:{seconds % 60:04.1f}"


def maker(t: Words, name: str) -> str:
    """Who made it, by name: 'kokoro:82m' -> 'Kokoro'."""
    own, _, model = name.partition(":")
    known = t.find(f"maker.{own}")
    return known or (f"{SERVICES.get(own, own.capitalize())} {model}".strip() if own else "")


def local(iso: str, tz: int) -> str:
    """The time of day of a moment where the person is; `tz` is minutes that their clock is behind UTC."""
    try:
        at = datetime.fromisoformat(iso)
    except ValueError:
        return ""
    return (at.astimezone(UTC) - timedelta(minutes=tz)).strftime("%H:%M")


def take_caption(t: Words, take: Take) -> str:
    """'Take 3, Painter, seed 4127, 8.7 s, free'."""
    if is_yours(take) or take.key == "brief":
        return t("caption.take", n=take.number, who=t("caption.yours"))
    parts = [t("caption.take", n=take.number, who=maker(t, take.maker))]
    if take.recipe.seed:
        parts.append(t("caption.seed", n=take.recipe.seed))
    if take.seconds:
        parts.append(span(t, take.seconds) if take.seconds >= 0.1 else t("time.under"))
    free = take.cost or usual(KINDS.get(Key.parse(take.key).stage, ""), take.maker) is not None
    return ", ".join([*parts, cost(t, take.cost if free else None)])


# ---------------------------------------------------------------- causes in words

_PATTERNS = (
    (re.compile(r"^(\S+): (.+) changed, take (\d+) -> (\d+)$"), "cause.take", ("piece", "pick", "a", "b")),
    (re.compile(r"^(\S+): (.+) changed \((.*) -> (.*)\)$", re.DOTALL), "cause.value", ("piece", "pick", "a", "b")),
    (re.compile(r"^(\S+): (.+) is new$"), "cause.new", ("piece", "pick")),
    (re.compile(r"^(\S+): (.+) is gone$"), "cause.gone", ("piece", "pick")),
    (re.compile(r"^(\S+) is (?:not made yet|missing)$"), "cause.held.missing", ("piece",)),
    (re.compile(r"^(\S+) is stale$"), "cause.is.stale", ("piece",)),
    (re.compile(r"^(\S+) is unsettled$"), "cause.is.unsettled", ("piece",)),
    (re.compile(r"^(\S+) was sent back$"), "cause.held.back", ("piece",)),
    (re.compile(r"^approve (\S+)$"), "cause.held.approve", ("piece",)),
    (re.compile(r"^waits for (\S+)$"), "cause.waits", ("piece",)),
    (re.compile(r"^(\S+) is yours and .*$", re.DOTALL), "cause.held.mine", ("piece",)),
    (re.compile(r"^the maker changed: (.*) -> (.*)$"), "cause.maker", ("a", "b")),
    (re.compile(r"^the settings changed: (.*)$"), "cause.settings", ("what",)),
    (re.compile(r"^the seed changed: (.*) -> (.*)$"), "cause.seed", ("a", "b")),
    (re.compile(r"^its prompt template changed$"), "cause.template", ()),
    (re.compile(r"^the way .* changed .*$"), "cause.way", ()),
)


def cause(t: Words, pieces: Pieces, sentence: str) -> str:
    """A cause as the engine says it, in the page's words: 'the picture of shot s06 changed, take 1 → 2'."""
    if sentence.startswith("perhaps: "):
        return t("cause.perhaps", why=causes(t, pieces, sentence.removeprefix("perhaps: ").split("; ")))
    for pattern, key, names in _PATTERNS:
        found = pattern.match(sentence)
        if found:
            values = dict(zip(names, found.groups(), strict=True))
            if key == "cause.value" and any(values[name][:1] in "{[" for name in ("a", "b")):
                key = "cause.changed"  # a record is no sentence
            if "piece" in values:
                values["piece"] = piece_name(t, pieces, values["piece"])
            return t(key, **values)
    return t.find(f"cause.{sentence}") or sentence


def causes(t: Words, pieces: Pieces, sentences: Iterable[str], most: int = 2) -> str:
    """The first causes, as one clause."""
    listed = [cause(t, pieces, sentence) for sentence in sentences]
    return "; ".join(dict.fromkeys(listed[:most]))


def approved_of(board: Board, key: Key) -> bool:
    """Whether a piece is approved, by anybody."""
    return key in board and board[key].approval in ("approved", "auto")

"""Rewrites as proposals: asked for by a person, kept in the outcome of an ask, and accepted or put aside line by line.

Nothing of the film changes before a proposal is accepted. Rules answer at once; a writer answers through the queue.
Example: `by_rule(film, "script:l03", "shorter")`, then `decide(film, ask.id, ["script:l03"], accept=True)`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from engine import asks, spending
from engine.artifacts import Line
from engine.asks import Ask
from engine.content import checked_content
from engine.costing import priced
from engine.errors import BadEdit, BadOutput, MissingDependency, UserError
from engine.graph import View
from engine.hashing import plain
from engine.planning.rewording import HOWS, WARM, reword
from engine.project import Project
from engine.providers.contract import TextProvider, TextRequest
from engine.types import Event, Key, Take

NEEDS_A_WRITER = (
    "This needs a writer. Choose one under Made by, Change: openai:MODEL (a server, with its key) or gguf:FILE "
    "(a model on this computer). Or change the words by hand."
)
_WISHES = {"warmer": "Warmer and closer to the listener, as one tells it to a friend. The same facts."}
_MOST_WISH = 200


@dataclass(frozen=True)
class Proposal:
    """Other words for a line, and perhaps another direction; `old` is what the line said when it was asked for."""

    ask: int
    key: str
    how: str
    old: str
    new: str
    emotion: str
    maker: str


def way(film: Project, how: str) -> str:
    """Who would answer: 'writer' or 'rules'. MissingDependency, with both ways out, where nobody can."""
    if not how.strip() or len(how) > _MOST_WISH:
        raise UserError(f"Say in at most {_MOST_WISH} characters how the words should change.")
    view = film.view()
    if _able(view, how):
        return "writer"
    if how in HOWS and _language(view).startswith("en"):
        return "rules"
    raise MissingDependency(NEEDS_A_WRITER, provider="text")


def keys_of(view: View, key: str, scene: bool) -> tuple[str, ...]:
    """The line, or all lines of its scene."""
    at = view.known(Key.parse(key))
    if not isinstance(view.content(at), Line):
        raise UserError("Only lines of the script can be rewritten.")
    order = view.content(Key("script", "order"))
    own = next((s.lines for s in order.scenes if at.unit in s.lines), (at.unit,)) if scene and order else (at.unit,)
    return tuple(f"script:{unit}" for unit in own)


def by_rule(film: Project, key: str, how: str, *, scene: bool = False) -> Ask:
    """Proposals by rule, at once, as an ask that is done. MissingDependency where no rule changes any of the lines."""
    view = film.view()
    found = []
    for name in keys_of(view, key, scene):
        line: Line = view.content(Key.parse(name))
        new = reword(line.text, how, _language(view)) or line.text
        emotion = WARM if how == "warmer" and line.emotion in ("", "calm") else line.emotion
        if new != line.text or emotion != line.emotion:
            found.append(Proposal(0, name, how, line.text, new, emotion, "rules"))
    if not found:
        raise MissingDependency(f"No rule makes this {how}. {NEEDS_A_WRITER}", provider="text")
    options = {"how": how, **({"scene": "yes"} if scene else {})}
    ask = asks.add(film.store, "rewrite", key, options)
    asks.settle(film.store, ask.id, "done", {"proposals": [_row(one) for one in found]})
    return asks.get(film.store, ask.id)


def by_writer(film: Project, ask: Ask) -> Iterator[Event]:
    """Carry out such an ask with the film's writer; 'finished' holds the proposals, and why a line has none."""
    from engine.planning.rewriting import rewrite_line
    from engine.providers.registry import ready_provider
    from engine.providers.text.metered import Metered

    view, how = film.view(), str(ask.options["how"])
    writer = Metered(ready_provider("text", str(view.setting("text"))))
    keys = keys_of(view, ask.target, bool(ask.options.get("scene")))
    wish, language = _WISHES.get(how, how), _language(view)
    found: list[Proposal] = []
    failed: dict[str, str] = {}
    one = priced("text", writer.name, TextRequest("x" * 2000, "x" * 300, max_tokens=500))
    cost = None if one is None else one * len(keys)
    spending.afford(film.store, view, f"rewriting {ask.target}", writer.name, cost, "text")
    try:
        for number, key in enumerate(keys):
            yield Event(kind="started", key=key)
            line: Line = view.content(Key.parse(key))
            before, after = _around(view, key)
            try:
                new = rewrite_line(line.text, wish, writer, language=language, before=before, after=after, seed=ask.id)
                found.append(Proposal(0, key, how, line.text, new, line.emotion, writer.name))
            except BadOutput as error:
                failed[key] = str(error)
            yield Event(kind="progress", key=key, data={"share": (number + 1) / len(keys)})
            if film.stop.is_set():
                break
    finally:
        spending.note(film.store, ask.target, writer.name, writer.cost, writer.tokens)
    rows = {"proposals": [_row(one) for one in found], "cost": writer.cost}
    yield Event(kind="finished", data=rows | ({"kept": failed} if found else {"failed": failed}))


def proposed(film: Project) -> dict[str, Proposal]:
    """The open proposal of each line: the newest one that is for the words as they are."""
    view = film.view()
    found: dict[str, Proposal] = {}
    for ask in asks.listed(film.store, where="verb = 'rewrite' AND state = 'done'", limit=30):
        for row in ask.outcome.get("proposals", ()):
            one = _proposal(ask, row)
            line = view.content(Key.parse(one.key)) if one.key.partition(":")[2] in view.units("script") else None
            if line is not None and line.text == one.old and (one.new, one.emotion) != (line.text, line.emotion):
                found.setdefault(one.key, one)
    return found


def decide(film: Project, ask: int, keys: Collection[str], *, accept: bool) -> list[str]:
    """Accept the proposals for these lines, as one change that can be undone, or put them aside: the lines that it was about."""
    with film.store.guard:
        asked = asks.get(film.store, ask)
        rows = asked.outcome.get("proposals", [])
        chosen = [_proposal(asked, row) for row in rows if row["key"] in keys]
        if not chosen:
            raise UserError("This proposal is not open any more. Ask for another.")
        if accept:
            _take_over(film, chosen)
        left = [row for row in rows if row["key"] not in keys]
        asks.settle(film.store, ask, "done", {**asked.outcome, "proposals": left})
    return [one.key for one in chosen]


def _take_over(film: Project, chosen: Sequence[Proposal]) -> None:
    view = film.view()
    takes: list[Take] = []
    for one in chosen:
        key = view.known(Key.parse(one.key))
        line: Line = view.content(key)
        if line.text != one.old:
            raise BadEdit(f"{key} has been changed since this was proposed. Ask for another.")
        new = checked_content(view, key, {**plain(line), "text": one.new, "emotion": one.emotion})
        takes.append(film.own_take(view, key, plain(new), "edited", len(takes)))
    label = chosen[0].key if len(chosen) == 1 else "script"
    film.store.change("edit", label, {f"select/{take.key}": take.id for take in takes}, takes=takes)


def _able(view: View, how: str) -> bool:
    """Whether the film's writer may be asked for this."""
    from engine.planning.rewriting import rewrites
    from engine.providers.registry import provider

    name = str(view.setting("text") or "")
    if not name:
        return False
    writer: TextProvider = provider("text", name)
    local_only = getattr(writer, "drafts_only", False) and not _language(view).startswith("en")
    can = rewrites(writer)
    return not local_only and (how in can or "own" in can) and writer.ready() is None


def _around(view: View, key: str) -> tuple[str, str]:
    """The words before and after a line."""
    order = view.content(Key("script", "order"))
    units = list(order.lines)
    at = units.index(key.partition(":")[2])
    texts = [view.content(Key("script", unit)).text if unit else "" for unit in ("", *units, "")]
    return texts[at], texts[at + 2]


def _language(view: View) -> str:
    brief = view.content(Key("brief"))
    return str(brief.language).lower() if brief else "en"


def _row(one: Proposal) -> dict[str, Any]:
    return {name: value for name, value in asdict(one).items() if name != "ask"}


def _proposal(ask: Ask, row: dict[str, Any]) -> Proposal:
    return Proposal(ask=ask.id, **row)

"""Changes to what follows what: insert, split, merge, move and remove lines and shots. Each is one change that can be undone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from engine.artifacts import Line, Scene, ScriptOrder, Shot, ShotOrder, Span
from engine.content import checked_content
from engine.errors import BadEdit, UserError
from engine.graph import View
from engine.hashing import plain
from engine.stages.ids import ids_after
from engine.types import Frozen, Key, Take

if TYPE_CHECKING:
    from engine.project import Project

ORDERED = ("script", "shotlist")


def insert(project: Project, stage: str, after: str, content: Mapping[str, Any]) -> str:
    """A new line or shot after the unit `after` ('' = first)."""
    view = _ordered(project, stage)
    units = [unit for unit in view.units(stage) if unit != "order"]
    if after and after not in units:
        raise UserError(f"There is no {stage}:{after} to insert after.")
    key = Key(stage, _new_id(view, stage, after or units[0]))
    given = dict(content)
    if stage == "script":
        given.setdefault("source", given.get("text", ""))
    new = checked_content(view, key, given)
    view.stages[stage].check(view, key.unit, new)
    order = _with(view, stage, after, [key.unit])
    _change(project, view, "insert", key, {key: new, Key(stage, "order"): order})
    return str(key)


def split(project: Project, name: str, at: int | None) -> str:
    """A line or shot in two: the key of the second half."""
    key = Key.parse(name)
    view = _ordered(project, key.stage)
    old = view.content(view.known(key))
    second = Key(key.stage, _new_id(view, key.stage, key.unit))
    left, right = _halves(view, old, at)
    order = _with(view, key.stage, key.unit, [second.unit])
    _change(project, view, "split", key, {key: left, second: right, Key(key.stage, "order"): order})
    return str(second)


def _halves(view: View, old: Line | Shot, at: int | None) -> tuple[Frozen, Frozen]:
    if isinstance(old, Shot):
        from engine.stages.shotlist import split_spans

        left, right = split_spans(view, old, at)
        return old.model_copy(update={"spans": left}), old.model_copy(update={"spans": right, "transition": "cut"})
    words = old.text.split()
    cut = len(words) // 2 if at is None else at
    if not 0 < cut < len(words):
        raise BadEdit(f"This line has {len(words)} words; split it after a number of words from 1 to {len(words) - 1}.")
    first, second = " ".join(words[:cut]), " ".join(words[cut:])
    return (
        old.model_copy(update={"text": first, "source": first, "pause": min(old.pause, 0.15)}),
        old.model_copy(update={"text": second, "source": second}),
    )


def merge(project: Project, name: str) -> str:
    """A line or shot with the one after it."""
    key = Key.parse(name)
    view = _ordered(project, key.stage)
    view.known(key)
    units = [unit for unit in view.units(key.stage) if unit != "order"]
    if units[-1] == key.unit:
        raise BadEdit(f"{key} is the last; there is nothing after it to merge with.")
    other = units[units.index(key.unit) + 1]
    joined = _joined(view.content(key), view.content(Key(key.stage, other)))
    order = _without(view, key.stage, other)
    _change(project, view, "merge", key, {key: joined, Key(key.stage, "order"): order})
    return str(key)


def _joined(first: Any, second: Any) -> Frozen:
    if isinstance(first, Shot):
        return first.model_copy(update={"spans": _spans(first.spans + second.spans)})
    if first.speaker != second.speaker:
        raise BadEdit("These lines have different speakers; give them the same one before merging.")
    text, source = f"{first.text} {second.text}", f"{first.source} {second.source}"
    return first.model_copy(update={"text": text, "source": source.strip(), "pause": second.pause})


def _spans(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Neighbouring ranges of one line as one."""
    found: list[Span] = []
    for span in spans:
        if found and found[-1].line == span.line and found[-1].last == span.first:
            found[-1] = Span(line=span.line, first=found[-1].first, last=span.last)
        else:
            found.append(span)
    return tuple(found)


def move(project: Project, name: str, after: str) -> None:
    """A line or shot to after the unit `after` ('' = first)."""
    key = Key.parse(name)
    view = _ordered(project, key.stage)
    view.known(key)
    if after == key.unit or (after and after not in view.units(key.stage)):
        raise UserError(f"{key} cannot go after '{after}'; name another {key.stage} unit.")
    without = _without(view, key.stage, key.unit)
    _change(project, view, "move", key, {Key(key.stage, "order"): _inserted(without, after, [key.unit])})


def remove(project: Project, name: str) -> None:
    """A line or shot out of the order, or a bible entry out of the bible."""
    key = Key.parse(name)
    view = project.view()
    view.known(key)
    if key.stage == "bible":
        _remove_entry(project, view, key)
        return
    view = _ordered(project, key.stage)
    order = _without(view, key.stage, key.unit)
    view.stages[key.stage].check(view, "order", order)
    _change(project, view, "remove", key, {Key(key.stage, "order"): order})


def _remove_entry(project: Project, view: View, key: Key) -> None:
    lines = [
        unit
        for unit in view.units("script")
        if unit != "order" and view.content(Key("script", unit)).speaker == key.unit
    ]
    if key.unit in ("narrator", "style") or lines:
        raise BadEdit(f"{key} is in use ({', '.join(lines[:4]) or 'every film has it'}); it cannot be removed.")
    project.store.change("remove", str(key), {f"select/{key}": None})


def _ordered(project: Project, stage: str) -> View:
    view = project.view()
    if stage not in ORDERED:
        raise UserError(f"Only lines (script) and shots (shotlist) have an order, not '{stage}'.")
    if view.content(Key(stage, "order")) is None:
        raise UserError(f"The {stage} is not made yet; make it first.")
    return view


def _new_id(view: View, stage: str, after: str) -> str:
    return ids_after(after, {key.removeprefix(f"{stage}:") for key in view.chosen if key.startswith(f"{stage}:")})


def _with(view: View, stage: str, after: str, new: list[str]) -> Frozen:
    return _inserted(view.content(Key(stage, "order")), after, new)


def _inserted(order: ScriptOrder | ShotOrder, after: str, new: list[str]) -> Frozen:
    if isinstance(order, ShotOrder):
        return order.model_copy(update={"shots": tuple(_placed(list(order.shots), after, new))})
    scenes = list(order.scenes)
    at = next((i for i, scene in enumerate(scenes) if after in scene.lines), 0)
    scenes[at] = scenes[at].model_copy(update={"lines": tuple(_placed(list(scenes[at].lines), after, new))})
    return order.model_copy(update={"scenes": tuple(scenes)})


def _placed(units: list[str], after: str, new: list[str]) -> list[str]:
    at = units.index(after) + 1 if after in units else 0
    return [*units[:at], *new, *units[at:]]


def _without(view: View, stage: str, unit: str) -> Any:
    order = view.content(Key(stage, "order"))
    if isinstance(order, ShotOrder):
        return order.model_copy(update={"shots": tuple(name for name in order.shots if name != unit)})
    scenes = (Scene(title=s.title, lines=tuple(name for name in s.lines if name != unit)) for s in order.scenes)
    return order.model_copy(update={"scenes": tuple(scene for scene in scenes if scene.lines)})


def _change(project: Project, view: View, verb: str, key: Key, contents: Mapping[Key, Frozen]) -> None:
    """Store the new contents as takes by a person, all in one change. Needs are read from the film as it will be."""
    chosen = dict(view.chosen)
    takes: list[Take] = []
    for at, content in contents.items():
        after = View(chosen, view.settings, view.machine, view.stages)
        take = project.own_take(after, at, plain(content), ahead=len(takes))
        takes.append(take)
        chosen[str(at)] = take
    cells = {f"select/{take.key}": take.id for take in takes}
    project.store.change(verb, str(key), cells, takes=takes)

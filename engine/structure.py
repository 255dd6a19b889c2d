"""Changes to what follows what: insert, split, merge, move and remove lines and shots. Each is one change that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from engine.artifacts import Line, Scene, ScriptOrder, Shot, ShotOrder, Span
from engine.content import checked_content
from engine.errors import BadEdit, UserError
from engine.graph import Made, View
from engine.hashing import plain
from engine.run import fitted_take, numbered, with_made
from engine.stages.covering import fitted, joined_spans, parted, united, without
from engine.stages.ids import ids_after
from engine.stages.shotlist import split_spans, word_count
from engine.types import Frozen, Key, Take

if TYPE_CHECKING:
    from engine.project import Project

ORDERED = ("script", "shotlist")


def insert(project: Project, stage: str, after: str, content: Mapping[str, Any]) -> str:
    """A new line or shot after the unit `after` ('' = first). A shot takes its words, and its place, from those that have them."""
    view = _ordered(project, stage)
    units = [unit for unit in view.units(stage) if unit != "order"]
    if after and after not in units:
        raise UserError(f"There is no {stage}:{after} to insert after.")
    key = Key(stage, _new_id(view, stage, after or units[0]))
    given = dict(content)
    if stage == "script":
        given.setdefault("source", given.get("text", ""))
    elif before := view.content(Key(stage, after)) if after else None:
        given = {field: getattr(before, field) for field in ("hour", "weather", "setting", "land")} | given
    new = checked_content(view, key, given)
    view.stages[stage].check(view, key.unit, new)
    if isinstance(new, Shot):
        _change(project, view, "insert", key, _taking_words(view, key.unit, new))
    else:
        order = _inserted(view.content(Key(stage, "order")), after, [key.unit])
        contents = {key: new, Key(stage, "order"): order, **_fitting(view, _shots(view), order)}
        _change(project, view, "insert", key, contents)
    return str(key)


def _taking_words(view: View, unit: str, new: Shot) -> dict[Key, Frozen]:
    """The new shot among those that keep the words that it does not take."""
    left = {name: old.model_copy(update={"spans": without(old.spans, new.spans)}) for name, old in _shots(view).items()}
    return _fitting(view, {**left, unit: new}, view.content(Key("script", "order")))


def _fitting(view: View, shots: Mapping[str, Shot], lines: ScriptOrder) -> dict[Key, Frozen]:
    """The shots that must change to cover these lines in their order; lines that none covers wait for the next run."""
    taken = {*shots, *(name.removeprefix("shotlist:") for name in view.chosen)}

    def name(owner: str) -> str:
        free = ids_after(owner, taken)
        taken.add(free)
        return free

    found = fitted(shots, lines.lines, name).shots
    return _as_keys(view, found) if found else {}


def _shots(view: View) -> dict[str, Shot]:
    order = view.content(Key("shotlist", "order"))
    return {unit: view.content(Key("shotlist", unit)) for unit in order.shots} if order else {}


def _as_keys(view: View, shots: Mapping[str, Shot]) -> dict[Key, Frozen]:
    """The shots that are not as they were, and their order where it is another."""
    old = _shots(view)
    changed: dict[Key, Frozen] = {Key("shotlist", u): s for u, s in shots.items() if old.get(u) != s}
    order = ShotOrder(shots=tuple(shots))
    return {**changed, Key("shotlist", "order"): order} if tuple(old) != order.shots else changed


def split(project: Project, name: str, at: int | None) -> str:
    """A line or shot in two: the key of the second half."""
    key = Key.parse(name)
    view = _ordered(project, key.stage)
    old = view.content(view.known(key))
    second = Key(key.stage, _new_id(view, key.stage, key.unit))
    left, right = _halves(view, old, at)
    order = _inserted(view.content(Key(key.stage, "order")), key.unit, [second.unit])
    contents = {key: left, second: right, Key(key.stage, "order"): order}
    if isinstance(left, Line):
        count = len(left.text.split())
        contents |= _covering(view, lambda spans: parted(spans, key.unit, count, second.unit))
    _change(project, view, "split", key, contents)
    return str(second)


def move_border(project: Project, name: str, by: int) -> None:
    """The border after a shot, so many words to the right (to the left where `by` is below 0). No shot may be left without words."""
    key = Key.parse(name)
    view = _ordered(project, key.stage)
    units = [unit for unit in view.units("shotlist") if unit != "order"]
    if key.stage != "shotlist" or view.known(key).unit not in units[:-1]:
        raise BadEdit(f"{key} has no border after it; name a shot that another one follows.")
    after = units[units.index(key.unit) + 1]
    left, right = view.content(key), view.content(Key("shotlist", after))
    words = [word_count(view, shot) for shot in (left, right)]
    if not 0 < words[0] + by < sum(words):
        raise BadEdit(f"{key.unit if by < 0 else after} would have no words left; remove or merge that shot instead.")
    both = left.model_copy(update={"spans": joined_spans(left.spans + right.spans)})
    spans = split_spans(view, both, words[0] + by)
    pairs = ((key, left, spans[0]), (Key("shotlist", after), right, spans[1]))
    _change(project, view, "border", key, {at: shot.model_copy(update={"spans": own}) for at, shot, own in pairs})


def _halves(view: View, old: Line | Shot, at: int | None) -> tuple[Frozen, Frozen]:
    if isinstance(old, Shot):
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
    old = view.content(key)
    joined = _joined(old, view.content(Key(key.stage, other)))
    contents = {key: joined, Key(key.stage, "order"): _without(view, key.stage, other)}
    if isinstance(old, Line):
        count = len(old.text.split())
        contents |= _covering(view, lambda spans: united(spans, key.unit, count, other))
    _change(project, view, "merge", key, contents)
    return str(key)


def _covering(view: View, change: Callable[[tuple[Span, ...]], tuple[Span, ...]]) -> dict[Key, Frozen]:
    """The shots whose words are called otherwise now; what they show stays."""
    shots = {unit: (shot, change(shot.spans)) for unit, shot in _shots(view).items()}
    return {
        Key("shotlist", unit): shot.model_copy(update={"spans": spans})
        for unit, (shot, spans) in shots.items()
        if shot.spans != spans
    }


def _joined(first: Any, second: Any) -> Frozen:
    if isinstance(first, Shot):
        return first.model_copy(update={"spans": joined_spans(first.spans + second.spans)})
    if first.speaker != second.speaker:
        raise BadEdit("These lines have different speakers; give them the same one before merging.")
    text, source = f"{first.text} {second.text}", f"{first.source} {second.source}"
    return first.model_copy(update={"text": text, "source": source.strip(), "pause": second.pause})


def move(project: Project, name: str, after: str) -> None:
    """A line or shot to after the unit `after` ('' = first). The words stay where they are: shots that move change words."""
    key = Key.parse(name)
    view = _ordered(project, key.stage)
    view.known(key)
    if after == key.unit or (after and after not in view.units(key.stage)):
        raise UserError(f"{key} cannot go after '{after}'; name another {key.stage} unit.")
    order = _inserted(_without(view, key.stage, key.unit), after, [key.unit])
    contents: dict[Key, Frozen] = {Key(key.stage, "order"): order}
    if isinstance(order, ShotOrder):
        shots = _shots(view)
        places = zip(order.shots, shots.values(), strict=True)
        contents |= _as_keys(view, {unit: shots[unit].model_copy(update={"spans": old.spans}) for unit, old in places})
    else:
        contents |= _fitting(view, _shots(view), order)
    _change(project, view, "move", key, contents)


def remove(project: Project, name: str) -> None:
    """A line or shot out of the order, or a bible entry out of the bible. A shot leaves its words to the one before it, or after."""
    key = Key.parse(name)
    view = project.view()
    view.known(key)
    if key.stage == "bible":
        _remove_entry(project, view, key)
        return
    view = _ordered(project, key.stage)
    order = _without(view, key.stage, key.unit)
    view.stages[key.stage].check(view, "order", order)
    others = _leaving_words(view, key) if isinstance(order, ShotOrder) else _fitting(view, _shots(view), order)
    _change(project, view, "remove", key, {Key(key.stage, "order"): order, **others})


def _leaving_words(view: View, key: Key) -> dict[Key, Frozen]:
    """The shot that takes over the words of one that is removed."""
    shots = _shots(view)
    units = list(shots)
    at = units.index(key.unit)
    pair = (units[at - 1], key.unit) if at else (key.unit, units[1])
    heir = pair[0] if at else pair[1]
    spans = joined_spans(span for unit in pair for span in shots[unit].spans)
    return {Key("shotlist", heir): shots[heir].model_copy(update={"spans": spans})}


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


def _inserted(order: ScriptOrder | ShotOrder, after: str, new: list[str]) -> Any:
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
    """Store the new contents as takes by a person, all in one change; a shot whose words alone changed stays whose it was.
    Needs are read from the film as it will be."""
    marks, after = project.marks(), view
    for at, content in contents.items():
        after = with_made(after, at, [Made(at.unit, content)])
    takes: list[Take] = []
    for at, content in contents.items():
        old = view.take(at)
        if old and isinstance(content, Shot) and _same_view(view.content(at), content):
            fit = fitted_take(view, after, marks, old, plain(content))
            takes.append(numbered(project.store, fit, len(takes)))
        else:
            takes.append(project.own_take(after, at, plain(content), ahead=len(takes)))
        after = after.after({**after.chosen, str(at): takes[-1]})
    cells = {f"select/{take.key}": take.id for take in takes}
    project.store.change(verb, str(key), cells, takes=takes)


def _same_view(old: Shot, new: Shot) -> bool:
    return old.model_copy(update={"spans": new.spans}) == new

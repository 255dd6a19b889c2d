"""The shotlist: shots, each a piece, and their order. A shot follows the story, not its wording.

It depends on the passage that a line was made from; when a person rewords the line, the shot stays and says so (advice), so
that an edited word costs no picture. New lines get new shots beside the ones that are there.
"""

from __future__ import annotations

from typing import Any

from engine.artifacts import BibleEntry, Line, Shot, ShotOrder, Span
from engine.errors import BadEdit
from engine.graph import Made, Need, Result, View, Work
from engine.stages.base import BaseStage
from engine.types import Frozen, Key

BRIEF = Key("brief")
ORDER = Key("shotlist", "order")
LINES = Key("script", "order")


class ShotlistStage(BaseStage):
    """One piece a shot, and their order."""

    name = "shotlist"
    group = True

    def model(self, unit: str) -> type[Frozen]:
        return ShotOrder if unit == "order" else Shot

    def units(self, view: View) -> tuple[str, ...]:
        order = view.content(ORDER)
        return (*order.shots, "order") if order else ("order",)

    def needs(self, view: View, unit: str) -> tuple[Need, ...]:
        language = view.pick(BRIEF, "language")
        if unit == "order":
            return (
                view.derive("script.lines", (LINES, *_lines(view)), "lines", lambda: list(view.content(LINES).lines)),
                language,
            )
        shot: Shot | None = view.content(Key("shotlist", unit))
        own = [Key("script", line) for line in dict.fromkeys(span.line for span in shot.spans)] if shot else []
        own = [key for key in own if view.content(key) is not None]
        entries = tuple(Key("bible", u) for u in view.units("bible") if u != "style")
        return (
            *(view.pick(key, "source", name=f"{key}.source") for key in own),
            *(view.pick(key, "text", name=f"{key}.text", advise=True) for key in own),
            view.derive(
                "bible.names", (Key("bible", "style"), *entries), "characters and places", lambda: _names(view, entries)
            ),
            language,
        )

    def size(self, view: View, unit: str) -> float:
        return float(len(view.units("voice"))) / 10

    def make(self, work: Work) -> Result:
        view = work.view
        old: ShotOrder | None = view.content(ORDER)
        if old is None:
            return self._result(_numbered(_planned(work, [key.unit for key in _lines(view)])), view)
        if "order" in work.units:
            return self._result(_extended(work, old), view)
        shots = {unit: _again(work, unit) for unit in work.units}
        return Result(tuple(Made(unit, shot) for unit, shot in shots.items()), "rules", size=self.size(view, ""))

    def _result(self, shots: dict[str, Shot], view: View) -> Result:
        order = ShotOrder(shots=tuple(shots))
        made = (*(Made(unit, shot) for unit, shot in shots.items()), Made("order", order))
        return Result(made, "rules", size=self.size(view, ""))

    def check(self, view: View, unit: str, content: Frozen) -> None:
        if isinstance(content, ShotOrder):
            if not content.shots or len(set(content.shots)) != len(content.shots):
                raise BadEdit("The order needs every shot once, and at least one.")
            for name in content.shots:
                if view.take(Key("shotlist", name)) is None:
                    raise BadEdit(f"There is no shot {name}; insert it before naming it in the order.")
        if isinstance(content, Shot):
            _check_shot(view, content)


def _check_shot(view: View, shot: Shot) -> None:
    if not shot.spans:
        raise BadEdit("A shot needs words to cover; remove the shot instead of emptying it.")
    for span in shot.spans:
        if span.line not in view.units("script") or span.line == "order":
            raise BadEdit(f"There is no line {span.line} for this shot to cover.")
    for unit in (*shot.characters, *([shot.place] if shot.place else [])):
        if unit not in view.units("bible"):
            raise BadEdit(
                f"'{unit}' is not in the bible; add it there, or choose one of: {', '.join(view.units('bible'))}."
            )


def _lines(view: View) -> list[Key]:
    order = view.content(LINES)
    return [Key("script", unit) for unit in order.lines] if order else []


def _names(view: View, keys: tuple[Key, ...]) -> dict[str, Any]:
    found: dict[str, BibleEntry] = {key.unit: view.content(key) for key in keys}
    return {unit: [entry.kind, entry.name, *entry.aliases] for unit, entry in found.items()}


def _entries(view: View) -> dict[str, BibleEntry]:
    return {unit: view.content(Key("bible", unit)) for unit in view.units("bible")}


def _pairs(view: View, units: list[str]) -> list[tuple[str, Line]]:
    return [(unit, view.content(Key("script", unit))) for unit in units]


def _planned(work: Work, units: list[str], before: Shot | None = None) -> tuple[Shot, ...]:
    from engine.planning.shots import plan_shots

    view = work.view
    return plan_shots(_pairs(view, units), _entries(view), view.content(BRIEF), before=before, seed=work.seed)


def _again(work: Work, unit: str) -> Shot:
    """One shot planned anew in the light of the whole film; the plan's own view first, another for another seed."""
    from engine.planning.shots import replan_shot

    view = work.view
    shot: Shot = view.content(Key("shotlist", unit))
    lines = _pairs(view, [key.unit for key in _lines(view)])
    return replan_shot(shot, lines, _entries(view), view.content(BRIEF), work.seed)


def _numbered(shots: tuple[Shot, ...]) -> dict[str, Shot]:
    return {f"s{index:02d}": shot for index, shot in enumerate(shots, 1)}


def _extended(work: Work, old: ShotOrder) -> dict[str, Shot]:
    """The shots that are there, without the lines that are gone, with new ones for lines that none covers."""
    from engine.stages.ids import ids_after

    view = work.view
    lines = [key.unit for key in _lines(view)]
    kept: dict[str, Shot] = {}
    for unit in old.shots:
        shot: Shot = view.content(Key("shotlist", unit))
        spans = tuple(span for span in shot.spans if span.line in lines)
        if spans:
            kept[unit] = shot if spans == shot.spans else shot.model_copy(update={"spans": spans})
    taken = {key.removeprefix("shotlist:") for key in view.chosen if key.startswith("shotlist:")} | set(kept)
    covered = {span.line for shot in kept.values() for span in shot.spans}
    for run in _runs([line for line in lines if line not in covered], lines):
        after = _covering(kept, lines, run[0])
        new = {}
        for shot in _planned(work, run, kept.get(after or "")):
            name = ids_after(after or next(iter(kept), "s01"), taken)
            taken.add(name)
            new[name] = shot
        kept = _placed(kept, after, new)
    return kept


def _runs(missing: list[str], lines: list[str]) -> list[list[str]]:
    """Neighbouring lines together."""
    found: list[list[str]] = []
    for line in missing:
        if found and lines.index(line) == lines.index(found[-1][-1]) + 1:
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _covering(shots: dict[str, Shot], lines: list[str], line: str) -> str | None:
    """The last shot that covers something before a line."""
    before = set(lines[: lines.index(line)])
    return next((unit for unit in reversed(shots) if any(span.line in before for span in shots[unit].spans)), None)


def _placed(shots: dict[str, Shot], after: str | None, new: dict[str, Shot]) -> dict[str, Shot]:
    if after is None:
        return {**new, **shots}
    found: dict[str, Shot] = {}
    for unit, shot in shots.items():
        found[unit] = shot
        if unit == after:
            found |= new
    return found


def split_spans(view: View, shot: Shot, at: int | None) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """A shot's words in two: after `at` words, or at the middle. BadEdit where there is nothing to part."""
    counted = [(span, _first(span), _last(view, span)) for span in shot.spans]
    total = sum(last - first for _, first, last in counted)
    cut = total // 2 if at is None else at
    if not 0 < cut < total:
        raise BadEdit(f"This shot covers {total} words; split it after a number of words from 1 to {total - 1}.")
    left: list[Span] = []
    right: list[Span] = []
    for span, first, last in counted:
        here = max(0, min(cut, last - first))
        cut -= here
        if here:
            left.append(span if here == last - first else Span(line=span.line, first=first, last=first + here))
        if here < last - first:
            right.append(span if not here else Span(line=span.line, first=first + here, last=span.last))
    return tuple(left), tuple(right)


def _first(span: Span) -> int:
    return span.first


def _last(view: View, span: Span) -> int:
    words = len(view.content(Key("script", span.line)).text.split())
    return words if span.last is None else min(span.last, words)

"""The shotlist: shots, each a piece, and their order. A shot follows the story, not its wording.

It depends on the passage that a line was made from; when a person rewords the line, the shot stays and says so (advice), so
that an edited word costs no picture. New lines get new shots beside the ones that are there.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from engine.artifacts import BibleEntry, Line, Shot, ShotOrder, Span
from engine.errors import BadEdit
from engine.graph import MISSING, Made, Need, Result, View, Work
from engine.hashing import digest, plain
from engine.stages.base import BaseStage
from engine.stages.covering import fitted, joined_spans
from engine.stages.ids import ids_after
from engine.stages.language import tongue
from engine.types import Frozen, Key

BRIEF = Key("brief")
ORDER = Key("shotlist", "order")
LINES = Key("script", "order")


class ShotlistStage(BaseStage):
    """One piece a shot, and their order."""

    name = "shotlist"
    group = True
    version = 2

    def model(self, unit: str) -> type[Frozen]:
        return ShotOrder if unit == "order" else Shot

    def units(self, view: View) -> tuple[str, ...]:
        order = view.content(ORDER)
        return (*order.shots, "order") if order else ("order",)

    def needs(self, view: View, unit: str) -> tuple[Need, ...]:
        language = tongue(view)
        if unit == "order":
            return (
                view.derive("script.lines", (LINES, *_lines(view)), "lines", lambda: list(view.content(LINES).lines)),
                view.derive("shots.lines", (LINES,), "lines that shots cover", lambda: list(_covered(view))),
                language,
            )
        shot: Shot | None = view.content(Key("shotlist", unit))
        own = [Key("script", line) for line in dict.fromkeys(span.line for span in shot.spans)] if shot else []
        own = [key for key in own if key.unit in view.units("script") and view.content(key) is not None]
        entries = tuple(Key("bible", u) for u in view.units("bible") if u != "style")
        return (
            Need("spans", tuple(own), "words", plain(shot.spans) if shot else MISSING),
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
            return self._result(_on_course(_numbered(_planned(work, [key.unit for key in _lines(view)]))), view)
        if "order" in work.units or _covered(view) != view.content(LINES).lines:
            kept = {*_standing(view, old)} - {*work.units}
            return self._result(_on_course(_extended(work, old), kept), view, kept)
        again = {unit: _again(work, unit, view.content(Key("shotlist", unit))) for unit in work.units}
        whole = {unit: again.get(unit) or view.content(Key("shotlist", unit)) for unit in old.shots}
        shots = {unit: shot for unit, shot in _on_course(whole, {*whole} - {*again}).items() if unit in again}
        return Result(tuple(Made(unit, shot) for unit, shot in shots.items()), "rules", size=self.size(view, ""))

    def _result(self, shots: dict[str, Shot], view: View, kept: Collection[str] = ()) -> Result:
        """The shots and their order; `kept` are those that were only fitted to their lines."""
        order = ShotOrder(shots=tuple(shots))
        made = (*(Made(unit, shot, unit in kept) for unit, shot in shots.items()), Made("order", order))
        return Result(made, "rules", size=self.size(view, ""))

    def reusable(self, view: View, unit: str, content: Frozen) -> bool:
        """An order is always made from the one that stands, for a person may have split or merged its shots."""
        return unit != "order"

    def standing(self, view: View) -> tuple[str, str]:
        """The shots that were chosen when the lines were the same can be chosen again, together."""
        return digest("lines", _covered(view)), digest("lines", view.content(LINES).lines)

    def check(self, view: View, unit: str, content: Frozen) -> None:
        if isinstance(content, ShotOrder):
            if not content.shots or len(set(content.shots)) != len(content.shots):
                raise BadEdit("The order needs every shot once, and at least one.")
            for name in content.shots:
                if view.take(Key("shotlist", name)) is None:
                    raise BadEdit(f"There is no shot {name}; insert it before naming it in the order.")
        if isinstance(content, Shot):
            _check_shot(view, content)


def _check_course(shot: Shot) -> None:
    from engine.illustrate.words.tables import land_names, setting_names

    for word, value, there in (("setting", shot.setting, setting_names), ("land", shot.land, land_names)):
        if value and value not in there():
            names = ", ".join(there())
            raise BadEdit(f"'{value}' is no {word} that can be drawn; choose one of: {names}; or none.")


def _check_shot(view: View, shot: Shot) -> None:
    if not shot.spans:
        raise BadEdit("A shot needs words to cover; remove the shot instead of emptying it.")
    for span in shot.spans:
        if span.line not in view.units("script") or span.line == "order":
            raise BadEdit(f"There is no line {span.line} for this shot to cover.")
    _check_course(shot)
    for unit in (*shot.characters, *([shot.place] if shot.place else [])):
        if unit not in view.units("bible"):
            raise BadEdit(
                f"'{unit}' is not in the bible; add it there, or choose one of: {', '.join(view.units('bible'))}."
            )


def _lines(view: View) -> list[Key]:
    order = view.content(LINES)
    return [Key("script", unit) for unit in order.lines] if order else []


def _covered(view: View) -> tuple[str, ...]:
    """What the shots cover, in their order: a line's id where all of it is covered once, else its words."""
    order: ShotOrder | None = view.content(ORDER)
    shots = [view.content(Key("shotlist", unit)) for unit in order.shots] if order else []
    spans = joined_spans(span for shot in shots if shot for span in shot.spans)
    return tuple(s.line if (s.first, s.last) == (0, None) else f"{s.line} {s.first}-{s.last or ''}" for s in spans)


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


def _again(work: Work, unit: str, shot: Shot) -> Shot:
    """One shot planned anew in the light of the whole film; the plan's own view first, another for another seed."""
    from engine.planning.shots import replan_shot

    view = work.view
    lines = _pairs(view, [key.unit for key in _lines(view)])
    return replan_shot(shot, lines, _entries(view), view.content(BRIEF), work.seed)


def _numbered(shots: tuple[Shot, ...]) -> dict[str, Shot]:
    return {f"s{index:02d}": shot for index, shot in enumerate(shots, 1)}


def _on_course(shots: dict[str, Shot], kept: Collection[str] = ()) -> dict[str, Shot]:
    """The shots with the hour, weather, place and mood that those before leave standing; `kept` ones stay as they are."""
    from engine.illustrate.words.course import Shot as Told
    from engine.illustrate.words.course import course

    steps = course(tuple(Told(shot.picture, shot.mood, shot.place) for shot in shots.values()))
    return {
        unit: shot if unit in kept else shot.model_copy(update=step.data)
        for (unit, shot), step in zip(shots.items(), steps, strict=True)
    }


def _extended(work: Work, old: ShotOrder) -> dict[str, Shot]:
    """The shots that are there, fitted to the lines, with new ones for lines that none covers; stale ones are planned anew."""
    view = work.view
    there = {unit: view.content(Key("shotlist", unit)) for unit in _standing(view, old)}
    taken = {key.removeprefix("shotlist:") for key in view.chosen if key.startswith("shotlist:")}

    def name(unit: str) -> str:
        free = ids_after(unit, taken)
        taken.add(free)
        return free

    fit = fitted(there, [key.unit for key in _lines(view)], name)
    found = {unit: _again(work, unit, shot) if unit in work.units else shot for unit, shot in fit.shots.items()}
    for after, lines in fit.gaps:
        new = _planned(work, list(lines), fit.shots.get(after or ""))
        found = _placed(found, after, {name(after or next(iter(found), "s01")): shot for shot in new})
    return found


def _standing(view: View, order: ShotOrder) -> list[str]:
    """The shots of the order, and earlier ones that were left out with their lines and have them again."""
    lines = view.content(LINES).lines
    covered = {covered.partition(" ")[0] for covered in _covered(view)}
    out = [name for name in view.chosen if name.startswith("shotlist:s") and name.partition(":")[2] not in order.shots]
    back = [Key.parse(name).unit for name in out if _fills(view.content(Key.parse(name)), set(lines) - covered)]
    return [*order.shots, *back]


def _fills(shot: Shot, lines: set[str]) -> bool:
    return bool(shot.spans) and all(span.line in lines and (span.first, span.last) == (0, None) for span in shot.spans)


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


def word_count(view: View, shot: Shot) -> int:
    """How many words a shot covers."""
    return sum(_last(view, span) - _first(span) for span in shot.spans)


def _first(span: Span) -> int:
    return span.first


def _last(view: View, span: Span) -> int:
    words = len(view.content(Key("script", span.line)).text.split())
    return words if span.last is None else min(span.last, words)

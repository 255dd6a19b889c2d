"""The script: its lines, each a piece, and their order. Pasted stories and finished scripts are kept to the letter.

A line's `source` is the passage it was made from; shots depend on that, so that a person's rewording keeps the pictures.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.artifacts import NARRATOR, BibleEntry, Brief, Line, Scene, ScriptOrder
from engine.costing import priced
from engine.errors import BadEdit, MissingDependency, ProviderError
from engine.graph import Made, Need, Result, View, Work
from engine.planning.script_plan import ScriptPlan
from engine.providers.registry import ready_provider
from engine.providers.text.metered import Metered
from engine.stages.base import BaseStage
from engine.stages.ids import aligned, is_inserted
from engine.stages.language import tongue
from engine.status import hand_made
from engine.types import Frozen, Key

BRIEF = Key("brief")
ORDER = Key("script", "order")


class ScriptStage(BaseStage):
    """One piece a line, and their order."""

    name = "script"
    kind = "text"
    group = True

    def model(self, unit: str) -> type[Frozen]:
        return ScriptOrder if unit == "order" else Line

    def units(self, view: View) -> tuple[str, ...]:
        order = view.content(ORDER)
        return (*order.lines, "order") if order else ("order",)

    def needs(self, view: View, unit: str) -> tuple[Need, ...]:
        fields = ["text", "mode", "card"]
        brief: Brief | None = view.content(BRIEF)
        if brief and brief.mode == "idea" and not brief.card:
            fields += ["title", "audience", "tone", "target_seconds"]
        speakers = tuple(Key("bible", u) for u in view.units("bible") if _speaks(view, u))
        names = view.derive(
            "bible.speakers", (BRIEF, Key("bible", "style"), *speakers), "speakers", lambda: _names(view, speakers)
        )
        return (*(view.pick(BRIEF, field) for field in fields), tongue(view), names)

    def provider(self, view: View, unit: str) -> str:
        brief: Brief | None = view.content(BRIEF)
        if brief is None or brief.mode != "idea":
            return "rules"
        return "card" if brief.card else view.setting("text") or "none"

    def prompt(self, view: View, unit: str) -> str:
        return _prompts() if self.provider(view, unit) not in ("rules", "card", "none") else ""

    def size(self, view: View, unit: str) -> float:
        brief = view.content(BRIEF)
        return len(brief.text) / 1000 if brief else 1.0

    def cost(self, view: View, unit: str) -> float | None:
        brief: Brief | None = view.content(BRIEF)
        writer = self.provider(view, unit)
        if brief is None or writer in ("rules", "card", "none"):
            return 0.0
        from engine.planning.writing import asked_for

        return priced("text", writer, asked_for(brief, list(_entries(view).values())))

    def make(self, work: Work) -> Result:
        brief: Brief = work.view.content(BRIEF)
        plan, metered = self._plan(brief, _entries(work.view), work)
        taken = [key.removeprefix("script:") for key in work.view.chosen if key.startswith("script:")]
        ids = aligned([line.source or line.text for line in plan.lines], _old_sources(work.view), taken=taken)
        made = [Made(unit, line) for unit, line in zip(ids, plan.lines, strict=True)]
        rest = iter(ids)
        scenes = tuple(Scene(title=s.title, lines=tuple(next(rest) for _ in s.lines)) for s in plan.scenes if s.lines)
        order = with_own_lines(
            work.view, ScriptOrder(scenes=scenes, title=plan.title), dict(zip(ids, plan.lines, strict=True))
        )
        cost, tokens = (metered.cost, metered.tokens) if metered else (0.0, (0, 0))
        return Result((*made, Made("order", order)), work.provider, cost, self.size(work.view, ""), tokens=tokens)

    def reusable(self, view: View, unit: str, content: Frozen) -> bool:
        """An earlier order that lacks a line of the person's own is not chosen again."""
        return not isinstance(content, ScriptOrder) or set(_own_lines(view)) <= set(content.lines)

    def _plan(self, brief: Brief, entries: dict[str, BibleEntry], work: Work) -> tuple[ScriptPlan, Metered | None]:
        if brief.card:
            from engine.cards import card_from, fill

            return _sourced(fill(card_from(brief.card), work.seed)), None
        if brief.mode != "idea":
            from engine.planning.script import plan_script

            return _sourced(plan_script(brief, entries)), None
        return _written(brief, entries, work)

    def check(self, view: View, unit: str, content: Frozen) -> None:
        if isinstance(content, Line):
            entry = view.content(Key("bible", content.speaker)) if content.speaker in view.units("bible") else None
            if entry is None or entry.kind != "character":
                there = ", ".join(u for u in view.units("bible") if _speaks(view, u))
                raise BadEdit(
                    f"'{content.speaker}' is no character of the bible; choose one of: {there}, or add it there."
                )
        if isinstance(content, ScriptOrder):
            _check_order(view, content)


def _check_order(view: View, order: ScriptOrder) -> None:
    lines = order.lines
    if not lines:
        raise BadEdit("A script needs at least one line.")
    if len(set(lines)) != len(lines):
        raise BadEdit("A line may stand only once in the order; insert a new one instead.")
    unknown = [unit for unit in lines if view.take(Key("script", unit)) is None]
    if unknown:
        raise BadEdit(f"There is no line {unknown[0]}; insert it before naming it in the order.")


def _entries(view: View) -> dict[str, BibleEntry]:
    return {unit: entry for unit in view.units("bible") if (entry := view.content(Key("bible", unit))) is not None}


def _written(brief: Brief, entries: dict[str, BibleEntry], work: Work) -> tuple[ScriptPlan, Metered]:
    from engine.cards import IDEA_NEEDS_A_WRITER
    from engine.planning.writing import write_script, writes_scripts

    if work.provider == "none":
        raise MissingDependency(IDEA_NEEDS_A_WRITER, provider="text")
    writer = ready_provider("text", work.provider)
    if not writes_scripts(writer):
        raise MissingDependency(IDEA_NEEDS_A_WRITER, provider=work.provider)
    metered = Metered(writer)
    try:
        plan = write_script(brief, list(entries.values()), metered, work.progress, seed=work.seed)
    except ProviderError as error:
        error.cost = metered.cost
        raise
    return _sourced(plan), metered


def _sourced(plan: ScriptPlan) -> ScriptPlan:
    """Every line knows the passage it stands for."""
    from dataclasses import replace

    scenes = tuple(
        replace(
            scene, lines=tuple(line.model_copy(update={"source": line.source or line.text}) for line in scene.lines)
        )
        for scene in plan.scenes
    )
    return replace(plan, scenes=scenes)


def _old_sources(view: View) -> dict[str, str]:
    """The passages of the lines that there are; a line that a person put in stands for no passage."""
    order, own = view.content(ORDER), _own_lines(view)
    lines = [unit for unit in order.lines if unit not in own] if order else []
    return {unit: view.content(Key("script", unit)).source for unit in lines}


def _own_lines(view: View) -> dict[str, str | None]:
    """The lines that a person put in, and which line each follows (None: it is the first)."""
    order = view.content(ORDER)
    lines = order.lines if order else ()
    follows = dict(zip(lines, (None, *lines), strict=False))
    return {unit: follows[unit] for unit in lines if is_inserted(unit) and hand_made(view.take(Key("script", unit)))}


def with_own_lines(view: View, order: ScriptOrder, lines: Mapping[str, Line]) -> ScriptOrder:
    """The order of a new script with the lines that a person had put in: each after the line that it followed, or at the end.
    The second half of a line that was split is left out where the new script says it anyway."""
    placed = [list(scene.lines) for scene in order.scenes]
    for unit, before in _own_lines(view).items():
        source = view.content(Key("script", unit)).source
        said = [name for name, line in lines.items() if source in line.source]
        if source and any(not hand_made(view.take(Key("script", name))) for name in said):
            continue
        scene = next((scene for scene in placed if before in scene), None)
        if scene is not None and before is not None:
            scene.insert(scene.index(before) + 1, unit)
        elif before is None:
            placed[0].insert(0, unit)
        else:
            placed[-1].append(unit)
    scenes = (
        scene.model_copy(update={"lines": tuple(units)}) for scene, units in zip(order.scenes, placed, strict=True)
    )
    return order.model_copy(update={"scenes": tuple(scenes)})


def _speaks(view: View, unit: str) -> bool:
    entry = view.content(Key("bible", unit))
    return entry is not None and entry.kind == "character" and (unit == NARRATOR or bool(entry.voice))


def _names(view: View, speakers: tuple[Key, ...]) -> dict[str, Any]:
    return {key.unit: [view.content(key).name, *view.content(key).aliases] for key in speakers}


def _prompts() -> str:
    from engine.hashing import digest
    from engine.planning import writing
    from engine.prompts import prompt

    return digest("prompts", [prompt(name).sha for name in writing.PROMPTS])

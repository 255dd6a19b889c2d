"""The shape in which every writer, rule or model, hands over a script before its lines get ids."""

from __future__ import annotations

from dataclasses import dataclass

from engine.artifacts import Line


@dataclass(frozen=True)
class PlannedScene:
    """Lines of one place and time, in order."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class ScriptPlan:
    """A whole script; `draft` says that a person should go through it before it is published."""

    title: str
    scenes: tuple[PlannedScene, ...]
    draft: bool = False

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for scene in self.scenes for line in scene.lines)

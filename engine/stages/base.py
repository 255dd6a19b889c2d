"""What most stages share, so that each declaration says only what is its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from engine.errors import BadEdit
from engine.graph import View, Work
from engine.providers.registry import version_of
from engine.types import Frozen


class BaseStage:
    """Defaults: one version, gated, one piece a make, made by rules, one unit of work."""

    name = ""
    version = 1
    gate = True
    group = False
    kind = ""
    """The kind of provider that makes its pieces; '' where none does, or none whose version counts."""

    def provider(self, view: View, unit: str) -> str:
        """Who makes it; part of the recipe."""
        return "rules"

    def params(self, view: View, unit: str) -> dict[str, Any]:
        """Settings that change the result, and the version of the maker where that was raised; part of the recipe."""
        return version_of(self.kind, self.provider(view, unit)) if self.kind else {}

    def prompt(self, view: View, unit: str) -> str:
        """The hash of the prompt templates it uses; part of the recipe."""
        return ""

    def size(self, view: View, unit: str) -> float:
        """How much work one piece is, in whatever its time grows with."""
        return 1.0

    def cost(self, view: View, unit: str) -> float | None:
        """US dollars that making one piece (of a group: the whole make) is likely to take; None where that is not known."""
        return 0.0

    def together(self, view: View, unit: str) -> int:
        """How many pieces like this one its maker works on at a time; they are then made in one make, each a take of its own."""
        return 1

    def check(self, view: View, unit: str, content: Frozen) -> None:
        """BadEdit where a person's content does not fit the film."""

    def reusable(self, view: View, unit: str, content: Frozen) -> bool:
        """Whether a stored take by the same recipe may be chosen instead of being made again."""
        return True

    def standing(self, view: View) -> tuple[str, str]:
        """What the chosen pieces of a group were made for, and what they are wanted for now; the same text means the same."""
        return "", ""

    def bringable(self, view: View) -> tuple[str, ...]:
        """The pieces that a person's own file, or a maker chosen for one piece, may fill: those that there are, unless they bring one about."""
        return view.units(self.name)

    def adopt(self, work: Work, file: Path) -> tuple[Frozen, tuple[str, ...]]:
        """A person's own file as this piece, and what may be wrong with it."""
        raise BadEdit(f"A {self.name} cannot be a file; edit its fields instead.")

"""The brief: the person's own words and wishes. Nothing makes it and nothing is before it."""

from __future__ import annotations

from engine.artifacts import Brief
from engine.errors import UserError
from engine.graph import Need, Result, View, Work
from engine.stages.base import BaseStage
from engine.types import Frozen


class BriefStage(BaseStage):
    """One piece: what the person wants."""

    name = "brief"
    gate = False

    def model(self, unit: str) -> type[Frozen]:
        return Brief

    def units(self, view: View) -> tuple[str, ...]:
        return ("",)

    def needs(self, view: View, unit: str) -> tuple[Need, ...]:
        return ()

    def make(self, work: Work) -> Result:
        raise UserError("The brief is yours to write; edit it instead of making it.")

    def check(self, view: View, unit: str, content: Frozen) -> None:
        from engine.looks import look
        from engine.stages.language import check_language

        assert isinstance(content, Brief)
        look(content.look)
        check_language(content.language, str(view.setting("speech")))

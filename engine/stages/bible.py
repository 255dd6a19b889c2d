"""The bible: the film's fixed facts, one piece each: who speaks with which voice, who and what is seen, the style.

The style depends on the look and the text's mood; the others on the text alone, so that a change of look leaves every voice.
"""

from __future__ import annotations

from typing import Any

from engine.artifacts import NARRATOR, BibleEntry, Brief
from engine.errors import BadEdit
from engine.graph import Made, Need, Result, View, Work
from engine.stages.base import BaseStage
from engine.stages.language import check_voice, offered
from engine.types import Frozen, Key

STYLE = "style"
BRIEF = Key("brief")


class BibleStage(BaseStage):
    """One piece for each fixed fact."""

    name = "bible"
    group = True

    def model(self, unit: str) -> type[Frozen]:
        return BibleEntry

    def units(self, view: View) -> tuple[str, ...]:
        return tuple(sorted({*view.named("bible"), STYLE}, key=lambda unit: (unit == STYLE, unit != NARRATOR, unit)))

    def needs(self, view: View, unit: str) -> tuple[Need, ...]:
        fields = ("text", "language", "mode", "card", *(("look", "tone") if unit == STYLE else ()))
        return tuple(view.pick(BRIEF, field) for field in fields)

    def params(self, view: View, unit: str) -> dict[str, Any]:
        return {"voice": view.setting("voice")} if unit == NARRATOR else {}

    def make(self, work: Work) -> Result:
        from engine.planning.bible import plan_bible

        brief: Brief = work.view.content(BRIEF)
        if brief.card:
            brief = brief.model_copy(update={"text": card_words(brief), "mode": "story"})
        speech = str(work.view.setting("speech"))
        entries = plan_bible(brief, offered(speech, brief.language))
        chosen = work.view.setting("voice")
        if chosen:
            check_voice(chosen, brief.language, speech)
            entries[NARRATOR] = entries[NARRATOR].model_copy(update={"voice": chosen})
            entries = _without(entries, chosen, brief, work.view)
        return Result(tuple(Made(unit, entry) for unit, entry in entries.items()), "rules")

    def reusable(self, view: View, unit: str, content: Frozen) -> bool:
        """Which entries there are is found out from the text each time; it costs nothing."""
        return False

    def check(self, view: View, unit: str, content: Frozen) -> None:
        assert isinstance(content, BibleEntry)
        if (unit == STYLE) != (content.kind == "style"):
            raise BadEdit("The entry 'style' is the film's style and nothing else is; choose another name or kind.")
        if content.voice:
            check_voice(content.voice, view.content(BRIEF).language, str(view.setting("speech")))


def card_words(brief: Brief) -> str:
    """The lines of a filled story card as a text."""
    from engine.cards import card_from, fill

    return "\n".join(line.text for line in fill(card_from(brief.card)).lines)


def _without(entries: dict[str, BibleEntry], taken: str, brief: Brief, view: View) -> dict[str, BibleEntry]:
    """Other speakers give up the voice that the person chose for the narrator."""
    used = {entry.voice for entry in entries.values()}
    names = [v.name for v in offered(str(view.setting("speech")), brief.language)]
    free = [name for name in names if name not in used]
    return {
        unit: entry.model_copy(update={"voice": free.pop(0)})
        if unit != NARRATOR and entry.voice == taken and free
        else entry
        for unit, entry in entries.items()
    }

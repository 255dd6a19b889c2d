"""Whether a voice or music that is asked for by name is there, told at once and not when it is first used."""

from __future__ import annotations

from engine.graph import View
from engine.providers.registry import provider
from engine.stages.language import check_voice
from engine.stages.music import maker_of
from engine.types import Key


def check_sound(view: View, setting: str, value: str, speech: str = "") -> None:
    """UserError, with what there is, where `voice` or `music` names nothing that is on this machine. What only a service
    knows is asked for when it is used. `speech` is the maker of voices, unless it is the film's."""
    if setting == "music":
        return check_bed(value)
    maker = speech or str(view.setting("speech"))
    brief = view.content(Key("brief"))
    if brief is not None and not hasattr(provider("speech", maker), "find_voices"):
        check_voice(value, brief.language, maker)
    return None


def check_bed(value: str) -> None:
    """UserError where a setting of music is neither a maker nor a bed or mood of the shelf."""
    if value in ("auto", "none") or maker_of(value) != "beds":
        return
    from engine.providers.music.beds import beds, choose

    choose(beds(), "", value, 0)

"""Which languages a film can be told in, with the voices that are there; shared by the stages that ask."""

from __future__ import annotations

from engine.errors import UserError
from engine.graph import Need, View
from engine.providers.registry import provider
from engine.types import Key


def check_language(language: str, speech: str = "kokoro:82m") -> None:
    """UserError, with what there is, where no voice speaks the language."""
    speaker = provider("speech", speech)
    if not speaker.voices(language):
        there = sorted({voice.language.split("-")[0] for voice in speaker.voices("")})
        raise UserError(f"No voice here speaks '{language}'; choose one of: {', '.join(there)}.")


def check_voice(voice: str, language: str, view: View | None = None) -> None:
    """UserError, with what there is, where the voice is unknown or speaks another language."""
    speaker = provider("speech", view.setting("speech") if view else "kokoro:82m")
    names = [found.name for found in speaker.voices(language)]
    if voice not in names:
        raise UserError(f"There is no voice '{voice}' for '{language}'; choose one of: {', '.join(names)}.")


def base(language: str) -> str:
    """What a text is read by: 'en-GB' -> 'en'. Voices alone know more of a language than that."""
    return language.strip().lower().replace("_", "-").split("-")[0]


def tongue(view: View) -> Need:
    """A need on the film's language apart from its region, so that another accent leaves words and pictures alone."""
    brief = Key("brief")
    return view.derive("brief.language", (brief,), "language", lambda: base(view.content(brief).language))

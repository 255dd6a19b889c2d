"""Which languages a film can be told in, with the voices that are there; shared by the stages that ask.

The voices are those of the maker of voices that is chosen (the setting `speech`). Example: `fitting_voice("edge", entry, "en")`.
"""

from __future__ import annotations

from engine.artifacts import BibleEntry
from engine.errors import UserError
from engine.graph import Need, View
from engine.providers.contract import VoiceInfo
from engine.providers.registry import provider
from engine.settings import CHOICES
from engine.types import Key

SPEECH = str(CHOICES["speech"].default)
_MOST_NAMES = 40


def listed(speech: str, language: str) -> tuple[VoiceInfo, ...]:
    """The voices of a maker for a language ('' for all), the best first. Raises why, where they cannot be asked for."""
    speaker = provider("speech", speech)
    find = getattr(speaker, "find_voices", speaker.voices)
    return tuple(find(language))


def offered(speech: str, language: str) -> tuple[VoiceInfo, ...]:
    """Like `listed`; UserError where the maker has no voice for the language."""
    found = listed(speech, language)
    if not found:
        raise UserError(f"{speech} has no voice for '{language}'; choose another language or another maker of voices.")
    return found


def check_language(language: str, speech: str = SPEECH) -> None:
    """UserError, with what there is, where no voice speaks the language. A maker whose voices cannot be asked for now says so when
    it is asked to speak."""
    speaker = provider("speech", speech)
    spoken = speaker.abilities.languages if hasattr(speaker, "abilities") else ()
    if base(language) in spoken or (not spoken and speaker.voices(language)):
        return
    there = sorted(spoken or {base(voice.language) for voice in speaker.voices("")})
    if there:
        raise UserError(f"No voice here speaks '{language}'; choose one of: {', '.join(there)}.")


def check_voice(voice: str, language: str, speech: str = SPEECH) -> None:
    """UserError, with what there is, where the voice is unknown or speaks another language."""
    names = [found.name for found in offered(speech, language)]
    if voice not in names:
        more = ", …" if len(names) > _MOST_NAMES else ""
        raise UserError(
            f"There is no voice '{voice}' for '{language}'; choose one of: {', '.join(names[:_MOST_NAMES])}{more}."
        )


def fitting_voice(speech: str, entry: BibleEntry, language: str) -> tuple[str, str]:
    """Who speaks for an entry: its own voice, and ''; or, where that is not one of this maker's, one that fits, and a sentence that
    says so. The same voice is always stood in for by the same one, so that a speaker keeps one through the film."""
    if not entry.voice or entry.voice in [voice.name for voice in listed(speech, "")]:
        return entry.voice, ""
    from engine.planning.casting import stand_in
    from engine.planning.identities import gender_of_name

    theirs = provider("speech", SPEECH).voices(language)
    gender = gender_of_name(" ".join((entry.name, *entry.aliases, entry.look)), language)
    found = stand_in(entry.voice, gender, theirs, offered(speech, language))
    return found, f"{speech} has no voice '{entry.voice}'; {found} speaks for {entry.name}."


def base(language: str) -> str:
    """What a text is read by: 'en-GB' -> 'en'. Voices alone know more of a language than that."""
    return language.strip().lower().replace("_", "-").split("-")[0]


def tongue(view: View) -> Need:
    """A need on the film's language apart from its region, so that another accent leaves words and pictures alone."""
    brief = Key("brief")
    return view.derive("brief.language", (brief,), "language", lambda: base(view.content(brief).language))

"""What can be chosen: voices of a language, makers of pictures. Names and words only.

Example: `voices("en")[0].name`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from engine.settings import CHOICES
from engine.stages.language import provider


@dataclass(frozen=True)
class Speaker:
    """A voice: its name, what it is called, its language and gender."""

    name: str
    label: str
    language: str
    gender: str


@cache
def voices(language: str) -> tuple[Speaker, ...]:
    """The voices of a language, the best first; none where their model is not on this computer."""
    try:
        found = provider("speech", "kokoro:82m").voices(language)
    except Exception:  # without its model pack there is no list to show, and making says what is missing
        return ()
    return tuple(Speaker(v.name, v.label.partition(" (")[0] or v.name, v.language, v.gender) for v in found)


def picture_makers() -> tuple[str, ...]:
    """The makers of pictures that need nothing more than this computer."""
    return (str(CHOICES["image"].default),)


def voice_label(name: str, language: str) -> str:
    """What a voice is called: 'af_bella' -> 'Bella'."""
    return next((voice.label for voice in voices(language) if voice.name == name), name)

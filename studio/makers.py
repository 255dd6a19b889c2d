"""What can be chosen, in the page's own records: voices of a language, makers of pictures. Names and words only.

Example: `voices("en")[0].name`.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine import makers


@dataclass(frozen=True)
class Speaker:
    """A voice: its name, what it is called, its language and gender."""

    name: str
    label: str
    language: str
    gender: str


def voices(language: str, speech: str = makers.SPEAKER) -> tuple[Speaker, ...]:
    """The voices of a language, the best first, of this maker of voices."""
    found = makers.voices(language, speech)
    return tuple(Speaker(v.name, v.label.partition(" (")[0] or v.name, v.language, v.gender) for v in found)


def picture_makers() -> tuple[makers.Maker, ...]:
    """All makers of pictures, those that are ready first."""
    return makers.makers("image")


def clip_makers() -> tuple[makers.Maker, ...]:
    """All makers of clips, those that are ready first."""
    return makers.makers("video")


def voice_label(name: str, language: str, speech: str = makers.SPEAKER) -> str:
    """What a voice is called: 'af_bella' -> 'Bella'."""
    return next((voice.label for voice in voices(language, speech) if voice.name == name), name)

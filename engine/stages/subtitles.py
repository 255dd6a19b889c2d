"""The subtitles: each line's captions, timed by its voice. Editing them never changes what is spoken."""

from __future__ import annotations

from engine.artifacts import Line, Subtitles, Voice, parse_size
from engine.errors import BadEdit
from engine.graph import Made, Need, Result, View, Work
from engine.hashing import plain
from engine.stages.base import BaseStage
from engine.stages.language import base, tongue
from engine.types import Frozen, Key, Word

BRIEF = Key("brief")


class SubtitlesStage(BaseStage):
    """One piece a line."""

    name = "subtitles"

    def model(self, unit: str) -> type[Frozen]:
        return Subtitles

    def units(self, view: View) -> tuple[str, ...]:
        return view.units("voice")

    def needs(self, view: View, unit: str) -> tuple[Need, ...]:
        return (
            view.pick(Key("script", unit), "text"),
            view.derive("voice.words", (Key("voice", unit),), "word times", lambda: _times(view, unit)),
            tongue(view),
            view.derive("shape", (BRIEF,), "sizes", lambda: view.content(BRIEF).sizes[0]),
        )

    def make(self, work: Work) -> Result:
        from engine.language.cues import cues, limits_for

        brief = work.view.content(BRIEF)
        limits = limits_for(base(brief.language), *parse_size(brief.sizes[0]))
        made = Subtitles(cues=cues(shown_words(work.view, work.unit), base(brief.language), limits))
        return Result((Made(work.unit, made),), "rules")

    def check(self, view: View, unit: str, content: Frozen) -> None:
        assert isinstance(content, Subtitles)
        last = 0.0
        for cue in content.cues:
            if cue.end <= cue.start or cue.start < last - 1e-6:
                raise BadEdit(
                    "Captions must follow each other: each needs an end after its start and may not overlap the one before."
                )
            last = cue.end


def _times(view: View, unit: str) -> list[list[float]]:
    return plain([[word.start, word.end] for word in view.content(Key("voice", unit)).words])


def shown_words(view: View, unit: str) -> tuple[Word, ...]:
    """The line's words as they are written now, at the times at which its voice says them."""
    line: Line = view.content(Key("script", unit))
    voice: Voice = view.content(Key("voice", unit))
    shown = line.text.split()
    if len(shown) != len(voice.words):
        return voice.words
    return tuple(Word(w=w, start=word.start, end=word.end) for w, word in zip(shown, voice.words, strict=True))

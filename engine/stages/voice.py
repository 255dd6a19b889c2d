"""The voice: one sound for each line, at -16 LUFS with silence trimmed, and when each shown word is heard in it.

It depends on how the line is said, not on how it is written: a change of capitals or of a number's form that is said alike
leaves it fresh. A person's own recording is taken in its place and never replaced by a run.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from engine.artifacts import Line, Voice
from engine.costing import priced
from engine.graph import Made, Need, Result, View, Work
from engine.providers.contract import SpeechRequest, SpeechResult, Token
from engine.providers.registry import ready_provider
from engine.stages.base import BaseStage
from engine.stages.language import fitting_voice
from engine.types import Frozen, Key, Word

RATE = 48_000
GRID = RATE // 30
"""Voices end on this grid (samples), so that at 30 frames a second no pause has to be stretched."""

KEEP_HEAD, KEEP_TAIL = 0.06, 0.14
USUAL_WORDS = 14
"""Of a line that is not written yet."""
STYLE = Key("bible", "style")
BRIEF = Key("brief")


class VoiceStage(BaseStage):
    """One piece a line."""

    name = "voice"
    kind = "speech"

    def model(self, unit: str) -> type[Frozen]:
        return Voice

    def units(self, view: View) -> tuple[str, ...]:
        order = view.content(Key("script", "order"))
        return order.lines if order else ()

    def needs(self, view: View, unit: str) -> tuple[Need, ...]:
        line = Key("script", unit)
        content: Line | None = view.content(line)
        speaker = Key("bible", content.speaker if content else "narrator")
        return (
            view.derive("line.spoken", (line, STYLE, BRIEF), "words as spoken", lambda: _spoken(view, unit)),
            view.pick(speaker, "voice"),
            view.derive("pace", (line, speaker), "pace", lambda: _pace(view, unit)),
            view.pick(line, "emotion"),
            view.pick(BRIEF, "language"),
        )

    def provider(self, view: View, unit: str) -> str:
        return str(view.setting("speech", Key("voice", unit)))

    def size(self, view: View, unit: str) -> float:
        line = view.content(Key("script", unit))
        return float(len(line.text)) if line else 80.0

    def cost(self, view: View, unit: str) -> float | None:
        there = unit and view.content(Key("script", unit)) is not None and view.content(STYLE) is not None
        tokens = line_tokens(view, unit) if there else (Token("word,", "word,"),) * USUAL_WORDS
        return priced("speech", self.provider(view, unit), SpeechRequest(tokens, view.content(BRIEF).language, ""))

    def make(self, work: Work) -> Result:
        view, unit = work.view, work.unit
        line: Line = view.content(Key("script", unit))
        entry, language = view.content(Key("bible", line.speaker)), view.content(BRIEF).language
        speaker = ready_provider("speech", work.provider)
        voice, note = fitting_voice(work.provider, entry, language)
        request = SpeechRequest(
            line_tokens(view, unit),
            language,
            voice,
            _pace(view, unit),
            line.emotion,
            work.seed,
        )
        speech = speaker.speak(request, work.scratch, work.progress)
        made = finished(speech, voice, request.tokens, work)
        notes = (note,) if note else ()
        return Result((Made(unit, made),), work.provider, speech.cost, self.size(view, unit), notes)

    def adopt(self, work: Work, file: Path) -> tuple[Frozen, tuple[str, ...]]:
        """A person's own recording as this line's voice, and what may be wrong with it."""
        from engine.providers.speech.recording import take_recording

        tokens = line_tokens(work.view, work.unit)
        language, ear = work.view.content(BRIEF).language, str(work.view.setting("transcript"))
        speech, warnings = take_recording(file, tokens, language, work.scratch, work.progress, ear=ear)
        work.spent.append(speech.cost)
        return finished(speech, "recording", tokens, work), warnings


def line_tokens(view: View, unit: str) -> tuple[Token, ...]:
    """The words of a line as they are shown and said, the lexicon applied."""
    line: Line = view.content(Key("script", unit))
    lexicon = view.content(STYLE).lexicon
    return _tokens(line.text, view.content(BRIEF).language, tuple(sorted(lexicon.items())))


@lru_cache(maxsize=4096)
def _tokens(text: str, language: str, lexicon: tuple[tuple[str, str], ...]) -> tuple[Token, ...]:
    from engine.language.spoken import tokens

    return tokens(text, language, dict(lexicon))


def _spoken(view: View, unit: str) -> list[str]:
    return [
        f"/{token.phonemes}/{token.spoken}" if token.phonemes else token.spoken for token in line_tokens(view, unit)
    ]


def _pace(view: View, unit: str) -> float:
    line: Line = view.content(Key("script", unit))
    return min(2.0, max(0.5, line.pace * view.content(Key("bible", line.speaker)).pace))


def finished(speech: SpeechResult, voice: str, tokens: tuple[Token, ...], work: Work) -> Voice:
    """Speech as the film keeps it: trimmed, levelled, on the grid, its words moved along."""
    import numpy as np

    from engine.film import sound

    samples = sound.load(speech.path, RATE, mono=True).reshape(-1)
    samples, removed = sound.trim(samples, RATE, KEEP_HEAD, KEEP_TAIL)
    samples = sound.to_loudness(samples, RATE, -16.0, -1.0)
    samples = np.pad(samples, (0, -len(samples) % GRID))
    path = work.scratch / "voice.wav"
    sound.save_wav(path, samples, RATE)
    length = len(samples) / RATE
    return Voice(
        voice=voice,
        audio=work.keep(path, "audio/wav"),
        duration=round(length, 6),
        words=_moved(speech.words, removed, length),
        spoken=" ".join(token.spoken for token in tokens if token.spoken),
        loudness=round(sound.loudness(samples, RATE), 2),
    )


def _moved(words: tuple[Word, ...], by: float, length: float) -> tuple[Word, ...]:
    def at(seconds: float) -> float:
        return round(min(length, max(0.0, seconds - by)), 4)

    return tuple(Word(w=word.w, start=at(word.start), end=max(at(word.start), at(word.end))) for word in words)

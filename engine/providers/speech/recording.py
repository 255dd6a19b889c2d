"""A person's own recording of a line: decoded, checked, and its words found. Refuses only what cannot be used at all.

Knows nothing of stages; the voice stage trims and levels it like any other speech. Example:
`speech, warnings = take_recording(Path("me.m4a"), tokens, "en", scratch)`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.errors import BadOutput, MediaError, UserError
from engine.providers.contract import Progress, SpeechResult, Token, TranscriptRequest, silent
from engine.providers.registry import ready_provider
from engine.providers.speech.timing import is_english, spread, word_times
from engine.providers.transcript.align import matched, word_errors
from engine.providers.transcript.sound import LONGEST, levels, samples, write_wav
from engine.providers.transcript.whisper import WhisperTranscript, evidence
from engine.types import Word

RATE = 48000
_SILENT = 10 ** (-50 / 20)
_QUIET = 10 ** (-36 / 20)
_CLIPPED = 0.999
_SAID = 0.3
_DIFFERENT = 0.35


@dataclass(frozen=True)
class _Line:
    """What ought to be heard, and where."""

    sound: Path
    seconds: float
    tokens: tuple[Token, ...]
    language: str
    scratch: Path
    ear: str

    @property
    def spoken(self) -> tuple[str, ...]:
        return tuple(token.spoken for token in self.tokens)

    @property
    def english(self) -> bool:
        return is_english(self.language)


def take_recording(
    audio: Path, tokens: Sequence[Token], language: str, scratch: Path, progress: Progress = silent, *, ear: str = ""
) -> tuple[SpeechResult, tuple[str, ...]]:
    """The recording as mono WAV (48 kHz, 16 bit) with one Word for each token, and sentences on what may be wrong with it.

    `ear` is a maker of transcripts that finds the words ('openai:whisper-1'); '' for the ears of this machine. Any format that ffmpeg reads. MediaError where it is no sound, silent or longer than ten minutes; UserError where the
    line has no words. A recording of other words is taken, with a warning and its words spread evenly.
    """
    if not any(token.spoken.strip() for token in tokens):
        raise UserError("There are no words to find in this line; give it some, or remove it.")
    progress(0.0, "reading the recording")
    wave = samples(audio, RATE, longest=LONGEST)
    level = levels(wave, RATE)
    loudest = float(level.max(initial=0.0))
    if loudest < _SILENT:
        raise MediaError(f"{audio.name} is silent; check the microphone and record it again.")
    name = hashlib.sha256(wave.tobytes()).hexdigest()[:12]
    line = _Line(scratch / f"recording-{name}.wav", len(wave) / RATE, tuple(tokens), language, scratch, ear)
    write_wav(line.sound, wave, RATE)
    times, doubts, cost = _found(line, wave, progress)
    words = tuple(Word(w=token.shown, start=t.start, end=t.end) for token, t in zip(tokens, times, strict=True))
    progress(1.0, "recorded")
    return SpeechResult(line.sound, words, line.seconds, cost), (*_faults(wave, loudest), *doubts)


def _faults(wave: np.ndarray, loudest: float) -> tuple[str, ...]:
    """What can be heard to be wrong with the sound itself."""
    faults = []
    if float((np.abs(wave) >= _CLIPPED).mean()) > 1e-4:
        faults.append(
            "The recording is distorted, because it was too loud; move away from the microphone and record it again."
        )
    if loudest < _QUIET:
        faults.append(
            "The recording is very quiet and will hiss when it is made louder; come closer to the microphone."
        )
    return tuple(faults)


def _found(line: _Line, wave: np.ndarray, progress: Progress) -> tuple[tuple[Word, ...], tuple[str, ...], float]:
    """The times of the words, doubts whether they are in the sound at all, and what finding them cost."""
    progress(0.2, "finding the words")
    try:
        times, cost = _times(line, progress)
    except BadOutput as error:
        return spread(line.spoken, wave, RATE), (_differs("", False),), error.cost
    ear = WhisperTranscript()
    if ear.ready() is not None:
        return times, (), cost
    progress(0.6, "comparing the words")
    said = tuple(time for time in times if time.w.strip())
    if evidence(line.sound, said, line.language) < _SAID:
        return spread(line.spoken, wave, RATE), (_differs(_heard(line, ear)[0], line.english),), cost
    return (*_differences(line, ear, times), cost) if line.english else (times, (), cost)


def _times(line: _Line, progress: Progress) -> tuple[tuple[Word, ...], float]:
    """When each word is heard, by the ear that was chosen, and what that cost."""
    if not line.ear:
        return word_times(line.sound, line.spoken, line.language, line.scratch), 0.0
    request = TranscriptRequest(line.sound, line.language, line.spoken)
    result = ready_provider("transcript", line.ear).hear(request, line.scratch, progress)
    return result.words, result.cost


def _differences(
    line: _Line, ear: WhisperTranscript, times: tuple[Word, ...]
) -> tuple[tuple[Word, ...], tuple[str, ...]]:
    """English is heard well enough to notice words that were left out or added, and to time the others around them."""
    text, heard = _heard(line, ear)
    if word_errors(" ".join(line.spoken), text, line.language) <= _DIFFERENT:
        return times, ()
    return matched(line.spoken, heard, line.language, line.seconds), (_differs(text, True),)


def _heard(line: _Line, ear: WhisperTranscript) -> tuple[str, tuple[Word, ...]]:
    result = ear.hear(TranscriptRequest(line.sound, line.language), line.scratch)
    return result.text, result.words


def _differs(heard: str, readable: bool) -> str:
    said = f" (heard: “{heard[:120]}”)" if heard and readable else ""
    return f"The recording seems to say something else than this line{said}. Record it again, or change the line to what is said."

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
from engine.providers.transcript.align import matched, settled, word_errors
from engine.providers.transcript.sound import LONGEST, STEP, levels, samples, sounding, write_wav
from engine.providers.transcript.sphinx import SphinxTranscript
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

    @property
    def spoken(self) -> tuple[str, ...]:
        return tuple(token.spoken for token in self.tokens)

    @property
    def english(self) -> bool:
        return self.language.casefold().startswith("en")


def take_recording(
    audio: Path, tokens: Sequence[Token], language: str, scratch: Path, progress: Progress = silent
) -> tuple[SpeechResult, tuple[str, ...]]:
    """The recording as mono WAV (48 kHz, 16 bit) with one Word for each token, and sentences on what may be wrong with it.

    Any format that ffmpeg reads. MediaError where it is no sound, silent or longer than ten minutes; UserError where the
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
    line = _Line(scratch / f"recording-{name}.wav", len(wave) / RATE, tuple(tokens), language, scratch)
    write_wav(line.sound, wave, RATE)
    times, doubts = _found(line, level, progress)
    words = tuple(Word(w=token.shown, start=t.start, end=t.end) for token, t in zip(tokens, times, strict=True))
    progress(1.0, "recorded")
    return SpeechResult(line.sound, words, line.seconds), (*_faults(wave, loudest), *doubts)


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


def _found(line: _Line, level: np.ndarray, progress: Progress) -> tuple[tuple[Word, ...], tuple[str, ...]]:
    """The times of the words, and doubts whether they are in the sound at all."""
    ear = WhisperTranscript()
    able = ear.ready() is None
    try:
        times = _aligned(line, ear, able, progress)
    except BadOutput:
        return _spread(line, level), (_differs("", False),)
    if not able:
        return times, ()
    progress(0.6, "comparing the words")
    said = tuple(time for time in times if time.w.strip())
    if evidence(line.sound, said, line.language) < _SAID:
        return _spread(line, level), (_differs(_heard(line, ear)[0], line.english),)
    return _differences(line, ear, times) if line.english else (times, ())


def _aligned(line: _Line, ear: WhisperTranscript, able: bool, progress: Progress) -> tuple[Word, ...]:
    """English by pocketsphinx, which is the most exact; what that does not find, and other languages, by whisper."""
    progress(0.2, "finding the words")
    request = TranscriptRequest(line.sound, line.language, line.spoken)
    sphinx = SphinxTranscript()
    if line.english and sphinx.ready() is None:
        try:
            return sphinx.hear(request, line.scratch).words
        except BadOutput:
            if not able:
                raise
    return ear.hear(request, line.scratch).words


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


def _spread(line: _Line, level: np.ndarray) -> tuple[Word, ...]:
    """The words over the part that sounds, by their letters."""
    start, end = sounding(level, (0.0, len(level) * STEP))
    times = settled([None] * len(line.tokens), [len(word) for word in line.spoken], end - start)
    return tuple(Word(w=w, start=start + a, end=start + b) for w, (a, b) in zip(line.spoken, times, strict=True))

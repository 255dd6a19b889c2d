"""When known words are heard in a sound: by the ears that are on this machine. For recordings, and for voices that tell no times.

English by pocketsphinx, which is the most exact; what that does not find, and other languages, by whisper. Knows no films. Example:
`word_times(Path("line.wav"), ("all", "quiet"), "en", scratch)`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from engine.errors import BadOutput
from engine.providers.contract import TranscriptRequest
from engine.providers.transcript.align import settled
from engine.providers.transcript.sound import STEP, levels, sounding
from engine.providers.transcript.sphinx import SphinxTranscript
from engine.providers.transcript.whisper import WhisperTranscript
from engine.types import Word


def lacking(language: str) -> str | None:
    """None where an ear for this language is ready, else what is missing and the step that gets it."""
    ear = WhisperTranscript().ready()
    return None if ear is None or (is_english(language) and SphinxTranscript().ready() is None) else ear


def is_english(language: str) -> bool:
    """Whether a language tag is of English, wherever it is spoken."""
    return language.casefold().startswith("en")


def word_times(sound: Path, words: Sequence[str], language: str, scratch: Path) -> tuple[Word, ...]:
    """One Word for each of `words`. BadOutput where they are not in the sound, MissingDependency where no ear is there."""
    request = TranscriptRequest(sound, language, tuple(words))
    sphinx, ear = SphinxTranscript(), WhisperTranscript()
    if is_english(language) and sphinx.ready() is None:
        try:
            return sphinx.hear(request, scratch).words
        except BadOutput:
            if ear.ready() is not None:
                raise
    return ear.hear(request, scratch).words


def spread(words: Sequence[str], audio: np.ndarray, rate: int) -> tuple[Word, ...]:
    """The words over the part of the sound that is heard, by their letters."""
    level = levels(audio, rate)
    start, end = sounding(level, (0.0, len(level) * STEP))
    times = settled([None] * len(words), [len(word) for word in words], end - start)
    return tuple(Word(w=w, start=start + a, end=start + b) for w, (a, b) in zip(words, times, strict=True))

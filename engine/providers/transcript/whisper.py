"""faster-whisper (base): hears what is said in almost any language, or finds known words in a sound. The light half.

`WhisperTranscript` only asks; the model lives in a warm worker process (see ear.py). Example:
`WhisperTranscript().hear(TranscriptRequest(path, "hi"), scratch).text`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from engine import packs
from engine.providers.contract import Progress, TranscriptRequest, TranscriptResult, silent
from engine.types import Word
from engine.workers import worker

VERSION = 1
PACK = "ear-whisper-base"
_EAR = "engine.providers.transcript.ear:Ear"
_PATIENCE = 1800.0


class WhisperTranscript:
    """Recognition by whisper-base, int8, on the processor."""

    kind = "transcript"
    name = "faster-whisper:base"

    def ready(self) -> str | None:
        """None, or what is missing and the step that gets it."""
        return packs.missing_note(PACK)

    def hear(self, request: TranscriptRequest, scratch: Path, progress: Progress = silent) -> TranscriptResult:
        """What is said (`text`, `words`), or with `request.words` the times of exactly those. An empty `language` is found out.

        Hindi is mostly written in Urdu letters by this small model; with known words that does not matter. UserError for a
        language that it does not know, MediaError for what is no sound, MissingDependency without the pack.
        """
        hearing = worker(_EAR, label="hearing")
        result: TranscriptResult = hearing.call(
            "hear", str(packs.folder(PACK)), request, timeout=_PATIENCE, progress=progress
        )
        return result


def evidence(audio: Path, words: Sequence[Word], language: str, progress: Progress = silent) -> float:
    """How much the sound speaks for these words at these times: above 0.5 when they are said, about 0 when others are.

    In nats a token: how much likelier the model holds the words with the sound than with silence. Errors as of `hear`.
    """
    hearing = worker(_EAR, label="hearing")
    call = ("evidence", str(packs.folder(PACK)), audio, tuple(words), language)
    return float(hearing.call(*call, timeout=_PATIENCE, progress=progress))

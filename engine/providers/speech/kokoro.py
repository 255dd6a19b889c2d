"""Kokoro-82M, the voice that every machine has: 41 voices in seven languages, offline, with its own times for words.

Light: the model lives in a warm worker process. Of the emotions only a slight change of pace is given (see PACES), for the
model has no other means; what it does not know is ignored. Example: `KokoroSpeech().speak(request, scratch)`.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from engine import packs
from engine.errors import UserError
from engine.providers.contract import Progress, SpeechRequest, SpeechResult, VoiceInfo, silent
from engine.providers.speech.voices import dialect_for, offered
from engine.workers import worker

PACK = "voice-kokoro"

PACES = {
    "calm": 0.95, "warm": 0.97, "cheerful": 1.04, "sad": 0.92, "tense": 1.04, "excited": 1.07, "solemn": 0.92, "whisper": 0.95,
}  # fmt: skip
"""How an emotion changes the pace."""

SLOWEST, FASTEST = 0.5, 2.0


class KokoroSpeech:
    """Speech by Kokoro-82M, int8, on the processor."""

    kind = "speech"
    name = "kokoro:82m"
    version = 1
    """Raised when the same request gives another sound than before; see engine.providers.registry.version_of."""

    def ready(self) -> str | None:
        """None, or what is missing and the step that gets it."""
        return packs.missing_note(PACK)

    def voices(self, language: str) -> tuple[VoiceInfo, ...]:
        """Voices for a language tag ('en', 'en-gb', 'hi'; '' for all), best first; none where the language is not spoken."""
        return offered(language)

    def speak(self, request: SpeechRequest, scratch: Path, progress: Progress = silent) -> SpeechResult:
        """Mono WAV, 24 kHz, 16 bit, with the model's own silence at both ends; one Word for each token.

        UserError for a language or voice that is not there, a pace out of 0.5..2, or a line without words; MissingDependency
        without the pack; Unavailable when the worker dies. The same request gives the same bytes; `seed` changes nothing.
        """
        dialect = dialect_for(request.voice, request.language)
        if not SLOWEST <= request.pace <= FASTEST:
            raise UserError(f"A pace of {request.pace:g} cannot be spoken; choose one from {SLOWEST:g} to {FASTEST:g}.")
        pace = min(FASTEST, max(SLOWEST, request.pace * PACES.get(request.emotion.strip().casefold(), 1.0)))
        target = scratch / f"speech-{hashlib.sha256(repr(request).encode()).hexdigest()[:12]}.wav"
        speaking = worker("engine.providers.speech.synthesis:Synthesis", label="speech")
        result: SpeechResult = speaking.call(
            "speak",
            str(packs.folder(PACK)),
            request,
            dialect,
            pace,
            str(target),
            timeout=_patience(request),
            progress=progress,
        )
        return result


def _patience(request: SpeechRequest) -> float:
    """Seconds after which the worker is taken for stuck: far above what a slow and busy machine needs."""
    return 120.0 + 4.0 * sum(1 + len(token.spoken) for token in request.tokens) / request.pace / 10

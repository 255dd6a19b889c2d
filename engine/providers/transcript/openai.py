"""Hearing by any server that speaks the OpenAI protocol and tells word times (whisper-1 and its like). Named 'openai:MODEL'.

Known words are found by matching them with what was heard. Example: `OpenAITranscript("whisper-1").hear(request, scratch)`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.errors import BadOutput
from engine.providers import openai_wire as wire
from engine.providers import prices
from engine.providers.calling import Telling
from engine.providers.contract import Abilities, Progress, TranscriptRequest, TranscriptResult, silent
from engine.providers.transcript.align import matched, settled
from engine.providers.transcript.sound import LONGEST, samples, write_wav
from engine.types import Word

if TYPE_CHECKING:
    from openai import OpenAI

DEFAULT_MODEL = "whisper-1"
RATE = 16_000
HINT = 800
"""Letters of the known words that the model is given to spell by; it takes no more."""


class OpenAITranscript:
    """Recognition behind the OpenAI protocol. `timeout` is the longest silence in seconds before a call is given up."""

    kind = "transcript"
    takes_model = True
    abilities = Abilities(max_seconds=LONGEST, word_times=True)

    def __init__(self, model: str = "", *, timeout: float = 300.0) -> None:
        self.model = model or DEFAULT_MODEL
        self.name = f"openai:{self.model}"
        self._timeout = timeout

    def ready(self) -> str | None:
        """None, or what is missing and how to get it. Asks nobody."""
        return wire.ready()

    def price(self, request: TranscriptRequest) -> float | None:
        """US dollars for hearing this sound; None where no price is known."""
        return self._dollars(len(samples(request.audio, RATE, longest=LONGEST)) / RATE)

    def hear(self, request: TranscriptRequest, scratch: Path, progress: Progress = silent) -> TranscriptResult:
        """What is said, or with `request.words` the times of exactly those. An empty `language` is found out.

        MediaError for what is no sound or longer than ten minutes; else as the service has it.
        """
        telling = Telling(progress)
        telling(0.0, "reading the sound")
        audio = samples(request.audio, RATE, longest=LONGEST)
        seconds = len(audio) / RATE
        path = scratch / "sent.wav"
        write_wav(path, audio, RATE)
        telling(0.1, f"asking {self.model} to listen")
        answer = wire.asked(self.name, lambda client: self._asked(client, path, request), telling, self._timeout)
        heard, text, language = self._read(answer, seconds)
        words = matched(request.words, heard, request.language or language, seconds) if request.words else heard
        telling(1.0, prices.note(wire.address(), self.model) or "heard")
        told = " ".join(request.words) if request.words else text
        return TranscriptResult(told, words, request.language or language, self._dollars(seconds) or 0.0)

    def _asked(self, client: OpenAI, path: Path, request: TranscriptRequest) -> Any:
        more: dict[str, Any] = {}
        if request.language:
            more["language"] = request.language.replace("_", "-").split("-")[0].lower()
        if request.words:
            more["prompt"] = " ".join(request.words)[:HINT]
        return client.audio.transcriptions.create(
            model=self.model, file=(path.name, path.read_bytes(), "audio/wav"), response_format="verbose_json",
            timestamp_granularities=["word"], **more,
        )  # fmt: skip

    def _read(self, answer: Any, seconds: float) -> tuple[tuple[Word, ...], str, str]:
        """What was heard, the whole text and the language's tag."""
        with wire.in_form(self.name, answer):
            text, told = str(answer.text).strip(), answer.words
            if text and not told:
                message = (
                    f"{self.name} tells no times of words; choose a model that does, such as openai:{DEFAULT_MODEL}."
                )
                raise BadOutput(message, provider=self.name, words=text)
            found = [(str(word.word).strip(), (float(word.start), float(word.end))) for word in told or ()]
            language = _tag(str(answer.language or ""))
        kept = [(word, span) for word, span in found if word]
        times = settled([span for _, span in kept], [len(word) for word, _ in kept], seconds)
        heard = tuple(Word(w=word, start=start, end=end) for (word, _), (start, end) in zip(kept, times, strict=True))
        return heard, text, language

    def _dollars(self, seconds: float) -> float | None:
        """Billed by the whole second."""
        return wire.dollars(self.model, minutes=round(seconds) / 60)


def _tag(language: str) -> str:
    """The service calls languages by their English names."""
    from babel import Locale

    names = Locale("en").languages
    return next((tag for tag, name in names.items() if name.casefold() == language.casefold()), language)

"""ElevenLabs hears: 'elevenlabs:MODEL', by its own SDK. Known words are found by forced alignment, unknown ones by its recogniser.

Needs a key; the sound is sent to the service as it is. Example: `ElevenLabsTranscript().hear(TranscriptRequest(path, "en"), scratch)`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.errors import MediaError, UserError
from engine.providers import calling, prices
from engine.providers import elevenlabs_wire as eleven
from engine.providers.contract import Abilities, Progress, TranscriptRequest, TranscriptResult, silent
from engine.providers.transcript.align import matched, settled
from engine.types import Word

if TYPE_CHECKING:
    from elevenlabs.client import ElevenLabs

DEFAULT_MODEL = "scribe_v2"
ALIGNMENT = "forced_alignment"
"""Its row in the price table."""


class ElevenLabsTranscript:
    """Recognition and alignment by the service. `timeout` is the longest silence in seconds before a call is given up."""

    kind = "transcript"
    takes_model = True
    abilities = Abilities(word_times=True)

    def __init__(self, model: str = "", *, timeout: float = 240.0) -> None:
        self.model = model or DEFAULT_MODEL
        self.name = f"elevenlabs:{self.model}"
        self._timeout = timeout

    def ready(self) -> str | None:
        """None, or what is missing and how to get it. Asks nobody."""
        return eleven.missing()

    def price(self, request: TranscriptRequest) -> float | None:
        """US dollars for this sound by the price table; None where it is not known."""
        model = ALIGNMENT if request.words else self.model
        return prices.dollars(eleven.address(), model, minutes=_seconds(request.audio) / 60)

    def hear(self, request: TranscriptRequest, scratch: Path, progress: Progress = silent) -> TranscriptResult:
        """What is said with the time of each word, or with `request.words` the times of exactly those.

        Raises MediaError for what is no sound, UserError for words without letters, and what a call raises (see elevenlabs_wire).
        """
        if request.words:
            _text(request)
        cost, seconds = self.price(request) or 0.0, _seconds(request.audio)
        telling = calling.Telling(progress)
        telling(0.0, "asking ElevenLabs")
        answer = eleven.asked(self.name, lambda service: self._asked(service, request), telling, self._timeout)
        with calling.paid(cost):
            found = self._aligned(answer, request, seconds) if request.words else self._heard(answer, request, seconds)
        telling(1.0, prices.note(eleven.address(), ALIGNMENT if request.words else self.model) or "heard")
        return replace(found, cost=cost)

    def _asked(self, service: ElevenLabs, request: TranscriptRequest) -> Any:
        sound = (f"sound{request.audio.suffix}", request.audio.read_bytes())
        if request.words:
            return service.forced_alignment.create(file=sound, text=_text(request), request_options=eleven.ONCE)
        language = _base(request.language)
        more: dict[str, Any] = {"language_code": language} if language else {}
        return service.speech_to_text.convert(
            model_id=self.model,
            file=sound,
            timestamps_granularity="word",
            tag_audio_events=False,
            request_options=eleven.ONCE,
            **more,
        )

    def _aligned(self, answer: Any, request: TranscriptRequest, seconds: float) -> TranscriptResult:
        found = [row for row in self._rows(answer) if row.w.strip()]
        if 2 * len(found) < len(_text(request).split()):
            raise eleven.strange(self.name, "it found less than half of the words")
        words = matched(request.words, found, request.language, seconds)
        return TranscriptResult(" ".join(request.words), words, request.language)

    def _heard(self, answer: Any, request: TranscriptRequest, seconds: float) -> TranscriptResult:
        text = getattr(answer, "text", None)
        if not isinstance(text, str):
            raise eleven.strange(self.name)
        rows = [row for row in self._rows(answer, "word") if row.w.strip()]
        if text.strip() and not rows:
            raise eleven.strange(self.name, "it gave words without times")
        times = settled([(row.start, row.end) for row in rows], [len(row.w) for row in rows], seconds)
        words = tuple(Word(w=row.w.strip(), start=a, end=b) for row, (a, b) in zip(rows, times, strict=True))
        language = _base(request.language) or _tag(str(getattr(answer, "language_code", "") or ""))
        return TranscriptResult(text.strip(), words, language)

    def _rows(self, answer: Any, kind: str = "") -> Iterable[Word]:
        """The words of an answer; of one kind where others (spaces, noises) are among them."""
        rows = getattr(answer, "words", None)
        if not isinstance(rows, list):
            raise eleven.strange(self.name)
        for row in rows:
            start, end = getattr(row, "start", None), getattr(row, "end", None)
            if kind and getattr(row, "type", kind) != kind:
                continue
            if not isinstance(start, int | float) or not isinstance(end, int | float) or not 0 <= start <= end:
                raise eleven.strange(self.name, "it gave words without times")
            yield Word(w=str(getattr(row, "text", "")), start=float(start), end=float(end))


def _text(request: TranscriptRequest) -> str:
    """The known words as they are sent; UserError where there are none."""
    text = " ".join(word.strip() for word in request.words if word.strip())
    if not any(letter.isalnum() for letter in text):
        raise UserError("There are no words to find in this sound; give it some.")
    return text


def _base(language: str) -> str:
    """A language without its region: 'en-GB' -> 'en'."""
    return language.replace("_", "-").split("-")[0].lower()


def _tag(code: str) -> str:
    """A language by three letters, as the service names it, as we name it: 'eng' -> 'en'."""
    from babel.core import get_global

    return str(get_global("language_aliases").get(code, code))


def _seconds(audio: Path) -> float:
    """How long a sound is; MediaError for what is none."""
    import av

    try:
        with av.open(str(audio), metadata_errors="replace") as container:
            length = container.duration
            if not container.streams.audio or not length:
                raise MediaError(f"{audio.name} has no sound in it; choose another file.")
            return float(length) / 1_000_000
    except (av.FFmpegError, OSError) as error:
        raise MediaError(
            f"{audio.name} cannot be read as sound; save it as WAV, MP3, M4A or OGG and try again."
        ) from error

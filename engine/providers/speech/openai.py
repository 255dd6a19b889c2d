"""Speech by any server that speaks the OpenAI protocol. Named 'openai:MODEL'; sound comes as WAV, word times from this machine's own ear.

Emotions are put in words where the model takes instructions; the pace is the model's `speed` where it takes that, else the sound is made
faster or slower here at the same pitch. Example: `OpenAISpeech("gpt-4o-mini-tts").speak(request, scratch)`.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import BadOutput, MediaError, MissingDependency, UserError
from engine.providers import openai_wire as wire
from engine.providers import prices
from engine.providers.calling import Telling, paid
from engine.providers.contract import Abilities, Progress, SpeechRequest, SpeechResult, VoiceInfo, silent
from engine.providers.speech import timing
from engine.types import Word

if TYPE_CHECKING:
    import numpy as np
    from openai import OpenAI

DEFAULT_MODEL = "gpt-4o-mini-tts"
RATE = 24_000
MOST_LETTERS = 4096
"""What one request may hold (the SDK's own words)."""
SLOWEST, FASTEST = 0.5, 2.0
LETTERS_PER_SECOND = 15.0
"""For the estimate before a call; of English read aloud."""

_FEMALE, _MALE = ("coral", "nova", "sage", "shimmer", "marin"), ("ash", "ballad", "echo", "onyx", "verse", "cedar")
_NEITHER = ("alloy", "fable")
_FIRST_MODELS = ("tts-1", "tts-1-hd")
_NOT_IN_THE_FIRST = ("ballad", "verse", "marin", "cedar")
LANGUAGES = tuple(
    [
        "af",
        "ar",
        "hy",
        "az",
        "be",
        "bs",
        "bg",
        "ca",
        "zh",
        "hr",
        "cs",
        "da",
        "nl",
        "en",
        "et",
        "fi",
        "fr",
        "gl",
        "de",
        "el",
        "he",
        "hi",
        "hu",
        "is",
        "id",
        "it",
        "ja",
        "kn",
        "kk",
        "ko",
        "lv",
        "lt",
        "mk",
        "ms",
        "mr",
        "mi",
        "ne",
        "no",
        "fa",
        "pl",
        "pt",
        "ro",
        "ru",
        "sr",
        "sk",
        "sl",
        "es",
        "sw",
        "sv",
        "tl",
        "ta",
        "th",
        "tr",
        "uk",
        "ur",
        "vi",
        "cy",
    ]
)
"""What the official models speak; every voice speaks all of them."""

MOODS = {
    "calm": "Speak calmly and evenly.", "warm": "Speak warmly and kindly.", "cheerful": "Speak cheerfully, with a smile.",
    "sad": "Speak sadly and softly.", "tense": "Speak with tension, a little breathless.", "excited": "Speak with excitement.",
    "solemn": "Speak solemnly and slowly.", "whisper": "Whisper.",
}  # fmt: skip
NARRATION = "You narrate a film. Say exactly the words that are given, clearly, and nothing else."


class OpenAISpeech:
    """Voices behind the OpenAI protocol. `timeout` is the longest silence in seconds before a call is given up."""

    kind = "speech"
    takes_model = True
    abilities = Abilities(languages=LANGUAGES)

    def __init__(self, model: str = "", *, timeout: float = 120.0) -> None:
        self.model = model or DEFAULT_MODEL
        self.name = f"openai:{self.model}"
        self._timeout = timeout

    def ready(self) -> str | None:
        """None, or what is missing and how to get it. Asks nobody."""
        return wire.ready()

    def voices(self, language: str) -> tuple[VoiceInfo, ...]:
        """The voices, all of which speak all of LANGUAGES ('' for any); none for another language."""
        kin = _kin(language)
        if kin and kin not in LANGUAGES:
            return ()
        newest = ("marin", "cedar")
        there = [name for name in (*_FEMALE, *_MALE, *_NEITHER) if not (self._is_first and name in _NOT_IN_THE_FIRST)]
        found = [
            VoiceInfo(name, kin or "en", _gender(name), 0.95 if name in newest else 0.9, name.capitalize())
            for name in there
        ]
        return tuple(sorted(found, key=lambda voice: (-voice.grade, voice.name)))

    def price(self, request: SpeechRequest) -> float | None:
        """US dollars that this line is likely to cost; None where no price is known."""
        return self._dollars(request, len(sent(request)) / LETTERS_PER_SECOND / request.pace)

    def speak(self, request: SpeechRequest, scratch: Path, progress: Progress = silent) -> SpeechResult:
        """Mono WAV, 24 kHz, 16 bit; one Word for each token, found by the ear of this machine.

        UserError for a pace out of 0.5..2, or a line without words or longer than MOST_LETTERS; MissingDependency without key, package
        or ear; RateLimited, Refused, BadOutput or Unavailable as the service has it. `seed` changes nothing.
        """
        self._check(request)
        telling = Telling(progress)
        telling(0.05, f"asking {self.model} to speak")
        answer = wire.asked(self.name, lambda client: self._asked(client, request), telling, self._timeout)
        with paid(self.price(request) or 0.0):
            audio = self._decoded(answer, request, scratch)
        telling(0.7, "finding the words")
        path = scratch / f"speech-{hashlib.sha256(repr(request).encode()).hexdigest()[:12]}.wav"
        seconds = _written(path, audio)
        words = _words(request, path, audio, scratch)
        telling(1.0, prices.note(wire.address(), self.model) or "spoken")
        raw = seconds if self._takes_speed else seconds * request.pace
        return SpeechResult(path, words, seconds, self._dollars(request, raw) or 0.0)

    @property
    def _is_first(self) -> bool:
        return self.model.startswith(_FIRST_MODELS)

    @property
    def _takes_speed(self) -> bool:
        """The models that listen to instructions do not keep to `speed`."""
        return not self.model.startswith("gpt-")

    def _check(self, request: SpeechRequest) -> None:
        if not SLOWEST <= request.pace <= FASTEST:
            raise UserError(f"A pace of {request.pace:g} cannot be spoken; choose one from {SLOWEST:g} to {FASTEST:g}.")
        text = sent(request)
        if not any(letter.isalnum() for letter in text):
            raise UserError("There are no words to say in this line; give it some, or remove it.")
        if len(text) > MOST_LETTERS:
            raise UserError(
                f"This line is longer than {MOST_LETTERS} letters, which no voice of {self.name} says at once; split it."
            )
        missing = timing.lacking(request.language)
        if missing:
            raise MissingDependency(
                f"{self.name} tells no times for its words, and there is no ear here. {missing}", provider=self.name
            )

    def _asked(self, client: OpenAI, request: SpeechRequest) -> bytes:
        more: dict[str, object] = {}
        if self._takes_speed:
            more["speed"] = request.pace
        if not self._is_first:
            more["instructions"] = " ".join((NARRATION, MOODS.get(request.emotion.strip().casefold(), ""))).strip()
        answer = client.audio.speech.create(
            model=self.model,
            voice=request.voice,
            input=sent(request),
            response_format="wav",
            **more,  # type: ignore[arg-type]
        )
        return answer.read()

    def _decoded(self, answer: bytes, request: SpeechRequest, scratch: Path) -> np.ndarray:
        """Samples at RATE and at the pace that was asked for."""
        from engine.providers.speech.tempo import faster
        from engine.providers.transcript.sound import samples

        if answer[:4] != b"RIFF" or _is_cut_short(answer):
            raise BadOutput(
                f"{self.name} did not answer with a whole WAV; try again.", provider=self.name, words=wire.plain(answer)
            )
        raw = scratch / "answer.wav"
        raw.write_bytes(answer)
        try:
            audio = samples(raw, RATE)
        except MediaError as error:
            raise BadOutput(f"The sound of {self.name} cannot be read; try again.", provider=self.name) from error
        finally:
            raw.unlink()
        return audio if self._takes_speed else faster(audio, RATE, request.pace)

    def _dollars(self, request: SpeechRequest, seconds: float) -> float | None:
        """By the letter or by the minute, as the model is priced."""
        rates = prices.rates(wire.address(), self.model)
        if rates and "characters" in rates:
            return wire.dollars(self.model, characters=len(sent(request)))
        return wire.dollars(self.model, minutes=seconds / 60)


def sent(request: SpeechRequest) -> str:
    """The line as the service is given it: its words as they are said."""
    return " ".join(token.spoken for token in request.tokens if token.spoken.strip())


def _kin(language: str) -> str:
    return language.replace("_", "-").casefold().split("-")[0]


def _gender(voice: str) -> str:
    return "female" if voice in _FEMALE else "male" if voice in _MALE else ""


def _is_cut_short(answer: bytes) -> bool:
    """Whether a WAV says that it is longer than it is. One that was streamed says nothing (a length of 0 or of all ones)."""
    start = answer.find(b"data", 12)
    if start < 0 or len(answer) <= start + 8:
        return True
    length = int.from_bytes(answer[start + 4 : start + 8], "little")
    return 0 < length < 0x7FFFFFFF and len(answer) < start + 8 + length


def _written(path: Path, audio: np.ndarray) -> float:
    from engine.providers.transcript.sound import write_wav

    write_wav(path, audio, RATE)
    return len(audio) / RATE


def _words(request: SpeechRequest, path: Path, audio: np.ndarray, scratch: Path) -> tuple[Word, ...]:
    """One Word for each token. What the ear does not find at all is spread evenly: the sound is paid for, and good."""
    spoken = [token.spoken for token in request.tokens]
    try:
        times = timing.word_times(path, spoken, request.language, scratch)
    except BadOutput:
        times = timing.spread(spoken, audio, RATE)
    return tuple(Word(w=t.shown, start=word.start, end=word.end) for t, word in zip(request.tokens, times, strict=True))

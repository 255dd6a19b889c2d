"""ElevenLabs speaks: 'elevenlabs:MODEL', by its own SDK. Voices are those of the account; the times of words come with the sound.

Emotions become the service's voice settings (see MOODS); a pace beyond what it can is reached afterwards at the same pitch. A lexicon's
respellings are sent, its phonemes are not: these models do not read them. The same seed gives nearly, not exactly, the same sound.
Example: `ElevenLabsSpeech("eleven_multilingual_v2").speak(request, scratch)`.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.errors import BadOutput, MediaError, UserError
from engine.providers import calling, prices
from engine.providers import elevenlabs_wire as eleven
from engine.providers.contract import Abilities, Progress, SpeechRequest, SpeechResult, VoiceInfo, silent
from engine.providers.speech import elevenlabs_voices as shelf
from engine.providers.speech.characters import Sent, Timed, sent, timed
from engine.providers.speech.tempo import faster
from engine.providers.transcript.sound import samples, write_wav

if TYPE_CHECKING:
    from elevenlabs.client import ElevenLabs

DEFAULT_MODEL = "eleven_multilingual_v2"
FORMAT, RATE = "mp3_44100_128", 44_100
"""The best that every plan has."""
SLOWEST, FASTEST = 0.5, 2.0
OWN_SLOWEST, OWN_FASTEST = 0.7, 1.2
"""What the service's own `speed` can do."""
MOST_SEED = 2**32 - 1

_V2 = "en ja zh de hi fr ko pt it es id nl tr fil pl sv bg ro ar cs el fi hr ms sk da ta uk ru"
_LANGUAGES = {
    "eleven_multilingual_v2": _V2, "eleven_flash_v2_5": f"{_V2} hu no vi", "eleven_turbo_v2_5": f"{_V2} hu no vi",
    "eleven_flash_v2": "en", "eleven_turbo_v2": "en", "eleven_monolingual_v1": "en",
}  # fmt: skip
_TELLS_LANGUAGE = ("eleven_flash_v2_5", "eleven_turbo_v2_5", "eleven_v3")
"""Models that can be told the language; the others hear it from the text."""

PLAIN = (0.5, 0.0, 1.0)
MOODS = {
    "calm": (0.7, 0.0, 0.95), "warm": (0.5, 0.15, 0.97), "cheerful": (0.4, 0.3, 1.04), "sad": (0.45, 0.25, 0.92),
    "tense": (0.35, 0.35, 1.04), "excited": (0.3, 0.45, 1.07), "solemn": (0.65, 0.1, 0.92), "whisper": (0.6, 0.2, 0.93),
}  # fmt: skip
"""How an emotion changes stability, style and pace."""


class ElevenLabsSpeech:
    """Speech by the service. `timeout` is the longest silence in seconds before a call is given up."""

    kind = "speech"
    takes_model = True

    def __init__(self, model: str = "", *, timeout: float = 240.0) -> None:
        self.model = model or DEFAULT_MODEL
        self.name = f"elevenlabs:{self.model}"
        languages = tuple(_LANGUAGES.get(self.model, "").split())
        self.abilities = Abilities(languages=languages, word_times=True, seeds=False)
        self._timeout = timeout

    def ready(self) -> str | None:
        """None, or what is missing and how to get it. Asks nobody."""
        return eleven.missing()

    def voices(self, language: str) -> tuple[VoiceInfo, ...]:
        """Voices of the account for a language tag ('' for all), the most fitting first; none where they cannot be asked for."""
        return shelf.offered(shelf.at_hand(self.name, self._timeout), language, self.abilities.languages)

    def find_voices(self, language: str) -> tuple[VoiceInfo, ...]:
        """Like `voices`, but where they cannot be asked for it raises why. Asks once in a process for each address and key."""
        return shelf.offered(shelf.of_account(self.name, self._timeout), language, self.abilities.languages)

    def price(self, request: SpeechRequest) -> float | None:
        """US dollars for this line by the price table; None where it is not known."""
        try:
            letters = len(sent(request.tokens).text)
        except UserError:  # nothing is said, and so nothing is sent
            return 0.0
        return prices.dollars(eleven.address(), self.model, characters=letters)

    def speak(self, request: SpeechRequest, scratch: Path, progress: Progress = silent) -> SpeechResult:
        """Mono WAV, 44.1 kHz, 16 bit; one Word for each token. The voice is a name or an id of the account.

        Raises UserError (a pace out of 0.5..2, no words, a voice that is not there), MissingDependency (package, key, credit, model),
        RateLimited, Refused, BadOutput or Unavailable.
        """
        if not SLOWEST <= request.pace <= FASTEST:
            raise UserError(f"A pace of {request.pace:g} cannot be spoken; choose one from {SLOWEST:g} to {FASTEST:g}.")
        line, telling = sent(request.tokens), calling.Telling(progress)
        telling(0.0, f"asking ElevenLabs for {request.voice}")
        voice = shelf.id_of(request.voice, self.name, self._timeout)
        settings, quicker = _settings(request)
        try:
            answer = eleven.asked(
                self.name, lambda service: self._asked(service, voice, line, request, settings), telling, self._timeout
            )
        except eleven.NoVoice as error:
            raise UserError(shelf.unknown(request.voice, self.voices(request.language))) from error
        telling(0.9, "reading the sound")
        with calling.paid(self.price(request) or 0.0):
            result = self._result(answer, line, request, quicker, scratch)
        telling(1.0, prices.note(eleven.address(), self.model) or "spoken")
        return result

    def _asked(
        self, service: ElevenLabs, voice: str, line: Sent, request: SpeechRequest, settings: dict[str, Any]
    ) -> Any:
        from elevenlabs.types.voice_settings import VoiceSettings

        told = self.model in _TELLS_LANGUAGE
        more: dict[str, Any] = {"language_code": request.language.split("-")[0].lower()} if told else {}
        return service.text_to_speech.convert_with_timestamps(
            voice,
            text=line.text,
            model_id=self.model,
            output_format=FORMAT,
            seed=request.seed % MOST_SEED,
            voice_settings=VoiceSettings(**settings),
            request_options=eleven.ONCE,
            **more,
        )

    def _result(self, answer: Any, line: Sent, request: SpeechRequest, quicker: float, scratch: Path) -> SpeechResult:
        stem = scratch / f"speech-{hashlib.sha256(repr(request).encode()).hexdigest()[:12]}"
        audio = self._audio(answer, stem.with_suffix(".mp3"))
        words = timed(line, request.tokens, self._pieces(answer), request.language, audio, RATE)
        audio = faster(audio, RATE, quicker)
        path = stem.with_suffix(".wav")
        write_wav(path, audio, RATE)
        words = tuple(
            word.model_copy(update={"start": word.start / quicker, "end": word.end / quicker}) for word in words
        )
        return SpeechResult(path, words, len(audio) / RATE, self.price(request) or 0.0)

    def _audio(self, answer: Any, path: Path) -> np.ndarray:
        try:
            path.write_bytes(base64.b64decode(answer.audio_base_64, validate=True))
            audio = samples(path, RATE)
        except (AttributeError, TypeError, ValueError, MediaError) as error:
            raise self._unusable("sound that can be played") from error
        finally:
            path.unlink(missing_ok=True)
        if not audio.any():
            raise self._unusable("sound that can be heard")
        return audio

    def _pieces(self, answer: Any) -> list[Timed]:
        """The characters of the text with their times; of the text as it was rewritten, where there are only these."""
        found: Any = getattr(answer, "alignment", None) or getattr(answer, "normalized_alignment", None)
        try:
            rows = zip(
                found.characters, found.character_start_times_seconds, found.character_end_times_seconds, strict=True
            )
            pieces = [Timed(str(text), float(start), float(end)) for text, start, end in rows]
        except (AttributeError, TypeError, ValueError) as error:
            raise self._unusable("the times of its words") from error
        if not pieces or _backwards(pieces):
            raise self._unusable("the times of its words")
        return pieces

    def _unusable(self, what: str) -> BadOutput:
        return BadOutput(
            f"{self.model} answered without {what}; try again or choose another model.", provider=self.name
        )


def _backwards(pieces: Sequence[Timed]) -> bool:
    """Whether times fall or are no numbers at all."""
    edges = [edge for piece in pieces for edge in (piece.start, piece.end)]
    return not all(earlier <= later + 1e-3 for earlier, later in zip(edges[::2], edges[2::2], strict=False)) or not (
        np.isfinite(edges).all()
    )


def _settings(request: SpeechRequest) -> tuple[dict[str, Any], float]:
    """The service's voice settings, and how much faster the sound is to be made afterwards."""
    stability, style, pace = MOODS.get(request.emotion.strip().casefold(), PLAIN)
    wanted = min(FASTEST, max(SLOWEST, request.pace * pace))
    speed = min(OWN_FASTEST, max(OWN_SLOWEST, wanted))
    settings = {"stability": stability, "similarity_boost": 0.75, "style": style, "speed": round(speed, 3)}
    return settings, wanted / speed

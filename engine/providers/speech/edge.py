"""Edge speaks: the read-aloud voices of Microsoft's browser, 'edge', by the edge-tts package. No key, no bill; Hindi too.

It is a service that its owner offers to a browser and may change or end at any day, and the words of the film are sent to it. The times
of words come with the sound. Of the emotions only a slight change of pace is given. Example: `EdgeSpeech().speak(request, scratch)`.
"""

from __future__ import annotations

import asyncio
import hashlib
import importlib.util
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from engine.errors import BadOutput, MediaError, MissingDependency, ProviderError, Unavailable, UserError
from engine.providers import calling
from engine.providers.contract import Abilities, Progress, SpeechRequest, SpeechResult, VoiceInfo, silent
from engine.providers.speech.characters import Sent, Timed, sent, timed
from engine.providers.speech.kokoro import PACES
from engine.providers.transcript.sound import samples, write_wav

HOST = "speech.platform.bing.com"
RATE = 24_000
TICKS = 10_000_000
"""The service's units of time in a second."""
BITS = 48_000
"""Of the sound that comes, in a second."""
REST = 60.0
"""Seconds for which a page that only looks does not ask again for voices that could not be asked for."""
SLOWEST, FASTEST = 0.5, 2.0

_voices: list[VoiceInfo] = []
_failed_at = [float("-inf")]
"""When they could last not be asked for (on the clock of this process)."""
_guard = threading.Lock()


class EdgeSpeech:
    """Speech by the service. `timeout` is the longest silence in seconds before a call is given up."""

    kind = "speech"
    name = "edge"
    abilities = Abilities(word_times=True, streaming=True)

    def __init__(self, *, timeout: float = 60.0) -> None:
        self._timeout = timeout

    def ready(self) -> str | None:
        """None, or what is missing and how to get it. Asks nobody."""
        if importlib.util.find_spec("edge_tts") is None:
            return "The edge-tts package is not installed; install it with: pip install edge-tts"
        return None

    def voices(self, language: str) -> tuple[VoiceInfo, ...]:
        """Voices for a language tag ('' for all), the best first; none where they cannot be asked for."""
        if not _voices and time.monotonic() - _failed_at[0] < REST:
            return ()
        try:
            return self.find_voices(language)
        except ProviderError:
            _failed_at[0] = time.monotonic()
            return ()

    def find_voices(self, language: str) -> tuple[VoiceInfo, ...]:
        """Like `voices`, but where they cannot be asked for it raises why. Asks once in a process."""
        with _guard:
            if not _voices:
                _voices.extend(_listed(calling.patient(self.name, HOST, self._asked_for_voices, tries=2)))
            return _offered(_voices, language)

    def price(self, request: SpeechRequest) -> float:
        """Nothing is paid for."""
        return 0.0

    def speak(self, request: SpeechRequest, scratch: Path, progress: Progress = silent) -> SpeechResult:
        """Mono WAV, 24 kHz, 16 bit; one Word for each token.

        Raises UserError (a pace out of 0.5..2, no words, a voice that is not there), MissingDependency (the package), RateLimited,
        BadOutput or Unavailable.
        """
        if lacking := self.ready():
            raise MissingDependency(lacking, provider=self.name)
        if not SLOWEST <= request.pace <= FASTEST:
            raise UserError(f"A pace of {request.pace:g} cannot be spoken; choose one from {SLOWEST:g} to {FASTEST:g}.")
        line, telling = sent(request.tokens), calling.Telling(progress)
        telling(0.0, f"asking Edge for {request.voice}")
        sound, pieces = calling.patient(self.name, HOST, lambda: self._asked(line, request, telling), telling)
        path = scratch / f"speech-{hashlib.sha256(repr(request).encode()).hexdigest()[:12]}.wav"
        raw = path.with_suffix(".mp3")
        try:
            raw.write_bytes(sound)
            audio = samples(raw, RATE)
        except MediaError as error:
            raise BadOutput("Edge answered without sound that can be played; try again.", provider=self.name) from error
        finally:
            raw.unlink(missing_ok=True)
        words = timed(line, request.tokens, pieces, request.language, audio, RATE)
        write_wav(path, audio, RATE)
        telling(1.0, "spoken")
        return SpeechResult(path, words, len(audio) / RATE)

    def _asked(self, line: Sent, request: SpeechRequest, telling: calling.Telling) -> tuple[bytes, list[Timed]]:
        from edge_tts import Communicate
        from edge_tts.exceptions import NoAudioReceived

        try:
            rate = f"{round((_pace(request) - 1) * 100):+d}%"
            call = Communicate(line.text, request.voice, rate=rate, boundary="WordBoundary")
        except ValueError as error:
            raise UserError(self._unknown(request)) from error
        try:
            with _translated(self.name):
                sound, pieces = asyncio.run(_received(call, line, telling, self._timeout))
        except NoAudioReceived as error:
            if request.voice not in [voice.name for voice in self.voices("")]:
                raise UserError(self._unknown(request)) from error
            raise Unavailable(f"The server at {HOST} sent no sound; try again.", provider=self.name) from error
        if not _whole(line, pieces, len(sound) * 8 / BITS):
            # A connection that ends early is no error for the package: what came is simply short.
            raise Unavailable(f"The server at {HOST} broke off; try again.", provider=self.name)
        return sound, pieces

    def _asked_for_voices(self) -> Any:
        if lacking := self.ready():
            raise MissingDependency(lacking, provider=self.name)
        from edge_tts import list_voices

        with _translated(self.name):
            return asyncio.run(asyncio.wait_for(list_voices(), timeout=max(5.0, min(30.0, self._timeout))))

    def _unknown(self, request: SpeechRequest) -> str:
        names = ", ".join(voice.name for voice in self.voices(request.language)[:12])
        there = f"choose one of: {names}" if names else "see that there is a network, and choose one of its list"
        return f"Edge has no voice '{request.voice}'; {there}."


async def _received(call: Any, line: Sent, telling: calling.Telling, silence: float) -> tuple[bytes, list[Timed]]:
    """The sound (MP3) and the words with their times, as they come; TimeoutError after so many seconds without either, which the
    package itself does not notice."""
    sound, pieces, letters = bytearray(), list[Timed](), 0
    parts = call.stream()
    while (chunk := await asyncio.wait_for(anext(parts, None), silence)) is not None:
        if chunk["type"] == "audio":
            sound += chunk["data"]
        else:
            start = chunk["offset"] / TICKS
            pieces.append(Timed(chunk["text"], start, start + chunk["duration"] / TICKS))
            letters += len(chunk["text"])
        telling(min(0.95, letters / len(line.text)), "speaking")
    return bytes(sound), pieces


def _whole(line: Sent, pieces: Sequence[Timed], seconds: float) -> bool:
    """Whether the words that were told of are most of the text, and the sound goes on to the end of the last."""
    if not pieces or pieces[-1].end > seconds + 0.1:
        return False
    letters = sum(letter.isalnum() for letter in line.text)
    return 10 * sum(letter.isalnum() for piece in pieces for letter in piece.text) >= 7 * letters


def _pace(request: SpeechRequest) -> float:
    return min(FASTEST, max(SLOWEST, request.pace * PACES.get(request.emotion.strip().casefold(), 1.0)))


@contextmanager
def _translated(provider: str) -> Iterator[None]:
    """What the package raises within, as the engine's errors; nothing is billed, so all of it may be tried again."""
    import aiohttp
    from edge_tts import exceptions

    said: dict[str, Any] = {"provider": provider}
    try:
        yield
    except exceptions.NoAudioReceived:
        raise
    except aiohttp.ClientResponseError as error:
        if error.status in (401, 403):
            message = f"The server at {HOST} does not let us in ({error.status}); see that this machine's clock is right and that edge-tts is new."
            raise MissingDependency(message, **said) from error
        after = calling.retry_after(error.headers or {})
        raise calling.of_status(error.status, provider, HOST, "", words=error.message, after=after) from None
    except TimeoutError as error:
        raise Unavailable(f"The server at {HOST} did not answer in time; try again.", sent=True, **said) from error
    except (aiohttp.ClientError, exceptions.WebSocketError, exceptions.SkewAdjustmentError, OSError) as error:
        if isinstance(error, InterruptedError):
            raise
        message = f"The server at {HOST} cannot be reached or broke off; see that there is a network and try again."
        raise Unavailable(message, words=calling.safe(str(error)), **said) from error
    except (exceptions.EdgeTTSException, ValueError, KeyError, TypeError) as error:
        message = f"The server at {HOST} did not answer as Edge's voices do; try again, or update the edge-tts package."
        raise BadOutput(message, words=calling.safe(str(error)), **said) from error


def _listed(rows: Any) -> list[VoiceInfo]:
    """The service's list as ours; voices for stories before those for news, older ones last."""
    found = []
    for row in rows:
        tags = row.get("VoiceTag", {}).get("ContentCategories", [])
        grade = 0.6 + 0.15 * ("Novel" in tags) + 0.1 * ("Multilingual" in row["ShortName"])
        grade = 0.2 if row.get("Status") == "Deprecated" else grade
        name, language = row["ShortName"], row["Locale"].lower()
        title = name.rpartition("-")[2].removesuffix("Neural").removesuffix("Multilingual")
        gender = row.get("Gender", "").lower()
        found.append(VoiceInfo(name, language, gender, round(grade, 2), f"{title} ({language}, {gender})"))
    return found


def _offered(voices: Sequence[VoiceInfo], language: str) -> tuple[VoiceInfo, ...]:
    asked = language.replace("_", "-").casefold()
    kin = [voice for voice in voices if not asked or voice.language.split("-")[0] == asked.split("-")[0]]
    exact = [voice for voice in kin if voice.language == asked]
    return tuple(sorted(exact or kin, key=lambda voice: (-voice.grade, voice.name)))


def forget() -> None:
    """Ask for the voices again."""
    with _guard:
        _voices.clear()
        _failed_at[0] = float("-inf")

"""Rows of the contract suite: the makers that every machine has. They have no wire; what only they do is tested beside this suite."""

from __future__ import annotations

import tempfile
import wave
from functools import cache
from pathlib import Path
from typing import Any

from engine.providers.contract import (
    ImageRequest,
    MusicRequest,
    SoundRequest,
    SpeechRequest,
    TextRequest,
    Token,
    TranscriptRequest,
)
from engine.providers.image.illustrator import Illustrator
from engine.providers.image.typographic import Typographic
from engine.providers.music.beds import Beds
from engine.providers.sounds.ambience import Ambience
from engine.providers.speech.kokoro import KokoroSpeech
from engine.providers.text.gguf import GgufText
from engine.providers.transcript.sphinx import SphinxTranscript
from engine.providers.transcript.whisper import WhisperTranscript
from tests.fakes.tiny_gguf import write_tiny_gguf
from tests.providers.contract.cases import Case

WORDS = ("All", "quiet.")


def picture(result: Any, server: Any) -> str | None:
    """A PNG of the size that was asked."""
    from PIL import Image

    with Image.open(result.path) as found:
        return None if (found.size, found.format) == ((320, 180), "PNG") else f"{found.size} {found.format}"


def spoken(result: Any, server: Any) -> str | None:
    """A WAV with a time for every word, rising."""
    with wave.open(str(result.path)) as file:
        seconds = file.getnframes() / file.getframerate()
        mono = file.getnchannels() == 1
    times = [moment for word in result.words for moment in (word.start, word.end)]
    good = (
        mono
        and tuple(word.w for word in result.words) == WORDS
        and times == sorted(times)
        and times[-1] <= seconds + 0.01
    )
    return None if good and abs(result.seconds - seconds) < 0.01 else repr(result)


def heard(result: Any, server: Any) -> str | None:
    """One entry for each word that was asked for."""
    times = [moment for word in result.words for moment in (word.start, word.end)]
    good = tuple(word.w for word in result.words) == WORDS and times == sorted(times)
    return None if good else repr(result)


def shot(folder: Path) -> ImageRequest:
    return ImageRequest(
        "a lamp in the fog", 320, 180, shot={"keywords": ["lamp"], "mood": "calm"}, style={"look": "paper"}
    )


def line(folder: Path) -> SpeechRequest:
    return SpeechRequest(tuple(Token(word, word) for word in WORDS), "en", "af_heart")


def recording(folder: Path) -> TranscriptRequest:
    path = folder / "said.wav"
    path.write_bytes(_said() if KokoroSpeech().ready() is None else b"")
    return TranscriptRequest(path, "en", WORDS)


@cache
def _said() -> bytes:
    """The words, spoken."""
    with tempfile.TemporaryDirectory() as folder:
        return KokoroSpeech().speak(line(Path(folder)), Path(folder)).path.read_bytes()


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    """Kept until the tests end."""
    return tempfile.TemporaryDirectory()


TINY = f"{_folder().name}/tiny.gguf"


def writer(seconds: float) -> GgufText:
    if not Path(TINY).exists():
        write_tiny_gguf(Path(TINY))
    return GgufText(TINY)


def bed(result: Any, server: Any) -> str | None:
    return None if result.mood == "calm" and result.path.stat().st_size and result.loops else repr(result)


def ambience(result: Any, server: Any) -> str | None:
    """Six seconds of stereo that go round, and what of the words is heard in them."""
    with wave.open(str(result.path)) as file:
        form = (file.getnchannels(), file.getframerate(), file.getnframes())
    good = form == (2, 48_000, 6 * 48_000) and result.loops
    return None if good and (result.shows, result.missing) == (("rain",), ("roof",)) else f"{form} {result}"


CASES = (
    Case("text: a model here", "text", f"gguf:{TINY}", writer, lambda folder: TextRequest("s", "Fog", max_tokens=4000, seed=1),
         lambda result, server: None if result.text and not result.cost else repr(result)),
    Case("speech: kokoro", "speech", "kokoro:82m", lambda seconds: KokoroSpeech(), line, spoken),
    Case("transcript: pocketsphinx", "transcript", "pocketsphinx", lambda seconds: SphinxTranscript(), recording, heard),
    Case("transcript: faster-whisper", "transcript", "faster-whisper:base", lambda seconds: WhisperTranscript(), recording, heard),
    Case("image: illustrator", "image", "illustrator", lambda seconds: Illustrator(), shot, picture),
    Case("image: typographic", "image", "typographic", lambda seconds: Typographic(), shot, picture),
    Case("music: beds", "music", "beds", lambda seconds: Beds(), lambda folder: MusicRequest("calm", 60.0), bed),
    Case("sounds: ambience", "sounds", "ambience", lambda seconds: Ambience(), lambda folder: SoundRequest("rain on a roof", 6.0), ambience),
)  # fmt: skip

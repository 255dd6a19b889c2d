"""Rows of the contract suite: ElevenLabs in every kind, by its real SDK against a pretended server. What is said are tones."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from engine.providers.contract import MusicRequest, SoundRequest, SpeechRequest, Token, TranscriptRequest
from engine.providers.music.elevenlabs import ElevenLabsMusic
from engine.providers.sounds.elevenlabs import ElevenLabsSounds
from engine.providers.speech.elevenlabs import ElevenLabsSpeech
from engine.providers.transcript.elevenlabs import ElevenLabsTranscript
from engine.providers.transcript.sound import write_wav
from engine.types import Word
from tests.fakes.elevenlabs_server import ACCOUNT, ElevenLabsServer, aligned, alignment, fault, heard, melody, speech
from tests.fakes.http_server import Reply, json_reply
from tests.fakes.voicing import RATE, apart, characters, encoded, spoken
from tests.providers.contract.cases import KEY, Case, Wire

LINE = ("Fog", "on", "the", "sea.")
TEXT = " ".join(LINE)
SAID = spoken(TEXT, "", "en", real=False)
SECONDS = len(SAID.audio) / RATE
SOUND = base64.b64encode(encoded(SAID.audio, RATE)).decode()
TIMES = alignment(characters(TEXT, SAID.words, SECONDS))
WORDS = tuple(Word(w=word, start=float(place), end=place + 0.5) for place, word in enumerate(LINE))


def environ(url: str) -> Mapping[str, str]:
    return {"ELEVENLABS_BASE_URL": url, "ELEVENLABS_API_KEY": KEY}


def declined(code: str, status: int = 403) -> Reply:
    return fault(status, "We are sorry but this may violate our terms.", code=code)


def wire(good: Reply, **more: Any) -> Wire:
    """What all kinds of the service have in common."""
    malformed = (Reply(b"<html>Welcome</html>", media="text/html"), *more.pop("malformed", ()))
    return Wire(
        environ=environ, good=good, key="ELEVENLABS_API_KEY", fault=fault, serve=ElevenLabsServer,
        prices_of="api.elevenlabs.io", malformed=malformed, **more,
    )  # fmt: skip


def six_seconds(folder: Path) -> Path:
    path = folder / "heard.wav"
    write_wav(path, melody(6.0), RATE)
    return path


def of_speech(result: Any, server: ElevenLabsServer) -> str | None:
    sent = server.asked[-1].json
    good = sent["text"] == TEXT and sent["model_id"] == "eleven_multilingual_v2" and sent["seed"] == 7
    off = apart(result.words, SAID.words)
    return None if good and off < 0.01 and abs(result.seconds - SECONDS) < 0.05 else f"{off} s off: {result}; {sent}"


def of_transcript(result: Any, server: ElevenLabsServer) -> str | None:
    good = result.text == TEXT and result.language == "en"
    return None if good and apart(result.words, WORDS) < 0.001 else repr(result)


def of_music(result: Any, server: ElevenLabsServer) -> str | None:
    sent = server.asked[-1].json
    good = sent["music_length_ms"] == 12_000 and sent["force_instrumental"] and "strings" in sent["prompt"]
    return None if good and result.path.suffix == ".mp3" and result.loops == () else f"{result}; {sent}"


def of_sound(result: Any, server: ElevenLabsServer) -> str | None:
    sent = server.asked[-1].json
    good = (sent["text"], sent["duration_seconds"], sent["loop"]) == ("rain on a tin roof", 6.0, True)
    return None if good and result.loops and 5 < result.seconds < 6.2 else f"{result}; {sent}"


CASES = (
    Case(
        name="speech: elevenlabs",
        kind="speech",
        provider="elevenlabs:eleven_multilingual_v2",
        make=lambda seconds: ElevenLabsSpeech(timeout=seconds),
        request=lambda folder: SpeechRequest(tuple(Token(word, word) for word in LINE), "en", ACCOUNT[2][0], seed=7),
        check=of_speech,
        cost=0.0015,
        wire=wire(
            speech(TEXT, SAID.audio, SAID.words),
            malformed=(
                json_reply([1, 2]),
                json_reply({"audio_base64": "no!", "alignment": TIMES}),
                json_reply({"audio_base64": base64.b64encode(b"no sound").decode(), "alignment": TIMES}),
                json_reply({"audio_base64": SOUND, "alignment": {**TIMES, "characters": ["F"]}}),
                json_reply({"audio_base64": SOUND, "alignment": "soon"}),
            ),
            partial=(
                json_reply({"audio_base64": SOUND, "alignment": None, "normalized_alignment": None}),
                json_reply({"alignment": TIMES}),
                json_reply({"audio_base64": SOUND[: len(SOUND) // 16 * 4], "alignment": TIMES}),
                json_reply({"audio_base64": SOUND, "alignment": {name: rows[:5] for name, rows in TIMES.items()}}),
            ),
            refused=(declined("content_against_policy"), declined("text_too_long", 400)),
        ),
    ),
    Case(
        name="transcript: elevenlabs",
        kind="transcript",
        provider="elevenlabs:scribe_v2",
        make=lambda seconds: ElevenLabsTranscript(timeout=seconds),
        request=lambda folder: TranscriptRequest(six_seconds(folder), ""),
        check=of_transcript,
        cost=0.0003667,
        wire=wire(
            heard(WORDS),
            malformed=(json_reply({"text": 7, "words": []}), json_reply({"text": TEXT, "words": "soon"})),
            partial=(json_reply({"text": TEXT, "words": []}), json_reply({"text": TEXT, "words": [{"text": "Fog"}]})),
        ),
    ),
    Case(
        name="transcript: elevenlabs, known words",
        kind="transcript",
        provider="elevenlabs:scribe_v2",
        make=lambda seconds: ElevenLabsTranscript(timeout=seconds),
        request=lambda folder: TranscriptRequest(six_seconds(folder), "en", LINE),
        check=of_transcript,
        cost=0.0003667,
        wire=wire(
            aligned(WORDS),
            malformed=(json_reply({"words": "soon"}), json_reply({"words": [{"text": "Fog", "start": 2, "end": 1}]})),
            partial=(aligned(WORDS[:1]), json_reply({"words": [{"text": "Fog"}]})),
        ),
    ),
    Case(
        name="music: elevenlabs",
        kind="music",
        provider="elevenlabs:music_v1",
        make=lambda seconds: ElevenLabsMusic(timeout=seconds),
        request=lambda folder: MusicRequest("tender", 12.0),
        check=of_music,
        cost=0.06,
        wire=wire(
            Reply(encoded(melody(12.0), RATE), media="audio/mpeg"),
            malformed=(json_reply({"song": 7}),),
            partial=(Reply(b"", media="audio/mpeg"), Reply(encoded(melody(2.0), RATE), media="audio/mpeg")),
            refused=(declined("bad_prompt", 400),),
        ),
    ),
    Case(
        name="sounds: elevenlabs",
        kind="sounds",
        provider="elevenlabs:eleven_text_to_sound_v2",
        make=lambda seconds: ElevenLabsSounds(timeout=seconds),
        request=lambda folder: SoundRequest("rain on a tin roof", 6.0),
        check=of_sound,
        cost=0.12,
        wire=wire(
            Reply(encoded(melody(6.0), RATE), media="audio/mpeg"),
            malformed=(json_reply({"sound": 7}),),
            partial=(
                Reply(b"", media="audio/mpeg"),
                Reply(encoded(melody(2.0), RATE), media="audio/mpeg"),
                Reply(encoded(np.zeros(6 * RATE, np.float32), RATE), media="audio/mpeg"),
            ),
            refused=(declined("content_against_policy"),),
        ),
    ),
)

"""Row of the contract suite: Edge's voices, by the edge-tts package against a pretended websocket. What is said are tones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from engine.providers.contract import SpeechRequest, Token
from engine.providers.speech.edge import EdgeSpeech
from engine.types import Word
from tests.fakes.edge_server import EdgeServer, Reply, audio, boundary, text
from tests.fakes.voicing import RATE, apart, spoken
from tests.providers.contract.cases import Case, Wire

LINE = ("धुंध", "में", "नाव।")
TRUE = spoken(" ".join(LINE), "", "hi", real=False)
TOLD = tuple(boundary(Word(w=word, start=float(place), end=place + 0.5)) for place, word in enumerate(LINE))


def fault(status: int, message: str, headers: Mapping[str, str]) -> Reply:
    return Reply(status=status, headers=headers)


def check(result: Any, server: EdgeServer) -> str | None:
    off, long = apart(result.words, TRUE.words), abs(result.seconds - len(TRUE.audio) / RATE)
    return None if off < 0.02 and long < 0.05 and server.asked[-1].text == " ".join(LINE) else f"{off} s off: {result}"


CASES = (
    Case(
        name="speech: edge",
        kind="speech",
        provider="edge",
        make=lambda seconds: EdgeSpeech(timeout=seconds),
        request=lambda folder: SpeechRequest(tuple(Token(w, w) for w in LINE), "hi", "hi-IN-SwaraNeural"),
        check=check,
        wire=Wire(
            environ=lambda url: {},
            good=Reply(),
            fault=fault,
            serve=EdgeServer,
            free=True,
            late=lambda good, seconds: replace(good, delay=seconds),
            held=lambda good: replace(good, hold=True),
            cut=lambda good: (replace(good, cut=0), replace(good, cut=3)),
            malformed=(
                Reply(messages=("Path:weather\r\n\r\n{}",)),
                Reply(messages=(text("audio.metadata", {"Metadata": []}), text("turn.end", {}))),
                Reply(messages=(b"\x00",)),
            ),
            partial=(Reply(messages=(*TOLD, audio(b"no sound" * 4000), text("turn.end", {}))),),
        ),
    ),
)

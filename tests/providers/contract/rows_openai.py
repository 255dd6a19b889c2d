"""Rows of the contract suite: the OpenAI protocol in every kind, by the real SDK against a pretended server."""

from __future__ import annotations

import base64
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from engine.providers.contract import (
    EmbeddingRequest,
    ImageRequest,
    ModerationRequest,
    SpeechRequest,
    TextRequest,
    Token,
    TranscriptRequest,
    VisionRequest,
)
from engine.providers.embedding.openai import OpenAIEmbedding
from engine.providers.image.openai import OpenAIImage
from engine.providers.moderation.openai import OpenAIModeration
from engine.providers.speech.openai import OpenAISpeech
from engine.providers.text.openai import OpenAIText
from engine.providers.transcript.openai import OpenAITranscript
from engine.providers.vision.openai import OpenAIVision
from tests.fakes.openai_server import OpenAIServer, Reply, data, say, status
from tests.providers.contract.cases import KEY, Case, Wire

CARD = {"type": "object", "properties": {"title": {"type": "string"}}, "required": ["title"]}


def environ(url: str) -> Mapping[str, str]:
    return {"OPENAI_BASE_URL": url, "OPENAI_API_KEY": KEY}


def fault(code: int, message: str, headers: Mapping[str, str]) -> Reply:
    return status(code, message, **{name.replace("-", "_"): value for name, value in headers.items()})


def wire(good: Any, **more: Any) -> Wire:
    """What all kinds of this protocol have in common."""
    refused = (status(400, "blocked", kind="content_policy_violation"), status(400, "no", kind="moderation_blocked"))
    return Wire(
        environ=environ, good=good, key="OPENAI_API_KEY", fault=fault, serve=OpenAIServer, prices_of="api.openai.com",
        malformed=(Reply(raw=b"<html>Welcome</html>", media="text/html"), data([1, 2]), Reply(raw=b'{"id": "1", "da'), *more.pop("malformed", ())),
        refused=(*refused, *more.pop("refused", ())),
        late=lambda reply, seconds: replace(reply, delay=seconds), held=lambda reply: replace(reply, hold=True),
        cut=lambda reply: (replace(reply, cut=True, streams=False), replace(reply, cut=True)), **more,
    )  # fmt: skip


def picture(folder: Path, name: str = "seen.png", size: tuple[int, int] = (320, 180)) -> Path:
    from PIL import Image

    path = folder / name
    Image.new("RGB", size, "teal").save(path)
    return path


@cache
def png(size: tuple[int, int]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return picture(Path(folder), size=size).read_bytes()


@cache
def wav(seconds: float = 1.0) -> bytes:
    """A sound with two words' worth of noise in it."""
    with tempfile.TemporaryDirectory() as folder:
        return tone(Path(folder), seconds).read_bytes()


def tone(folder: Path, seconds: float = 1.0) -> Path:
    import numpy as np

    from engine.providers.transcript.sound import write_wav

    path, time = folder / "tone.wav", np.arange(round(24000 * seconds)) / 24000
    write_wav(path, 0.3 * np.sin(time * 1200) * (np.sin(time * 9) > 0), 24000)
    return path


def drawn(encoded: bytes, **more: Any) -> Reply:
    counted = {"input_tokens": 50, "output_tokens": 1568, "total_tokens": 1618,
               "input_tokens_details": {"text_tokens": 50, "image_tokens": 0}}  # fmt: skip
    row = {"b64_json": base64.b64encode(encoded).decode()}
    return data({"created": 1, "data": [row], "usage": counted, **more})


def fits(result: Any, server: OpenAIServer) -> str | None:
    from PIL import Image

    asked = server.asked[-1].body
    with Image.open(result.path) as found:
        good = (
            (found.size, found.format) == ((320, 180), "PNG")
            and "fog" in asked["prompt"]
            and "people" in asked["prompt"]
        )
    return None if good and asked["quality"] == "medium" else repr(asked)


def spoken(result: Any, server: OpenAIServer) -> str | None:
    asked = server.asked[-1].body
    times = [moment for word in result.words for moment in (word.start, word.end)]
    good = tuple(word.w for word in result.words) == WORDS and times == sorted(times) and result.seconds == 1.0
    return (
        None if good and asked["input"] == "All quiet." and "Whisper" in asked["instructions"] else f"{result} {asked}"
    )


def heard(result: Any, server: OpenAIServer) -> str | None:
    times = [(word.w, word.start, word.end) for word in result.words]
    good = times == [("All", 0.1, 0.4), ("quiet.", 0.5, 0.9)] and result.language == "en"
    return None if good and server.asked[-1].body["timestamp_granularities[]"] == "word" else repr(result)


def seen(result: Any, server: OpenAIServer) -> str | None:
    shown = [
        part for message in server.asked[-1].body["messages"] for part in message["content"] if "image_url" in part
    ]
    return None if result.data == {"title": "Fog"} and len(shown) == 1 else repr(result)


def placed(result: Any, server: OpenAIServer) -> str | None:
    return None if result.vectors == ((0.6, 0.8), (1.0, 0.0)) else repr(result)


def judged(result: Any, server: OpenAIServer) -> str | None:
    return None if result.flagged and result.reasons == ("violence", "self-harm") else repr(result)


def judgement(**flags: float) -> dict[str, Any]:
    names = {name.replace("_", "-"): score for name, score in flags.items()}
    found = {"flagged": bool(names), "categories": {name: True for name in names}, "category_scores": names}
    return {"id": "m", "model": "m", "results": [{**found, "category_applied_input_types": {}}]}


WORDS = ("All", "quiet.")
HEARD = {
    "task": "transcribe", "language": "english", "duration": 1.0, "text": "All quiet.",
    "words": [{"word": "All", "start": 0.1, "end": 0.4}, {"word": "quiet", "start": 0.5, "end": 0.9}],
}  # fmt: skip
TEXT = (
    say({"title": "Fog"}, tokens=(120, 30)),
    {
        "asks": 2,
        "partial": (say('{"title": "Fo', finish="length"), say('{"title": "Fo')),
        "malformed": (say("I would rather talk about tea."),),
        "refused": (say("", refusal="I cannot."), say("", finish="content_filter")),
    },
)
PLACED = {
    "object": "list", "model": "m", "usage": {"prompt_tokens": 50, "total_tokens": 50},
    "data": [{"object": "embedding", "index": 1, "embedding": [2.0, 0.0]}, {"object": "embedding", "index": 0, "embedding": [3.0, 4.0]}],
}  # fmt: skip

CASES = (
    Case(
        "text: openai", "text", "openai:gpt-4.1-mini", lambda seconds: OpenAIText("gpt-4.1-mini", timeout=seconds),
        lambda folder: TextRequest("You write.", "Fog", CARD, "card", 300),
        lambda result, server: None if result.data == {"title": "Fog"} else repr(result),
        wire(TEXT[0], **TEXT[1]), cost=0.000096, known=False,
    ),
    Case(
        "vision: openai", "vision", "openai:gpt-4.1-mini", lambda seconds: OpenAIVision("gpt-4.1-mini", timeout=seconds),
        lambda folder: VisionRequest((picture(folder),), "What is it?", CARD), seen, wire(TEXT[0], **TEXT[1]), cost=0.000096, known=False,
    ),
    Case(
        "image: openai", "image", "openai:gpt-image-2", lambda seconds: OpenAIImage("gpt-image-2", timeout=seconds),
        lambda folder: ImageRequest("a lamp in the fog", 320, 180, negative="people"), fits,
        wire(
            drawn(png((1088, 608))), malformed=(data({"created": 1}), drawn(b"no picture"), data({"created": 1, "data": [{"url": "x"}]})),
            partial=(data({"created": 1, "data": []}), drawn(png((1088, 608))[:-700])),
        ),
        cost=0.04729, known=False,
    ),
    Case(
        "speech: openai", "speech", "openai:gpt-4o-mini-tts", lambda seconds: OpenAISpeech("gpt-4o-mini-tts", timeout=seconds),
        lambda folder: SpeechRequest(tuple(Token(word, word) for word in WORDS), "en", "nova", emotion="whisper"), spoken,
        wire(
            Reply(raw=wav(), media="audio/wav"), malformed=(Reply(raw=b"ID3 no wave", media="audio/wav"),),
            partial=(Reply(raw=wav()[:20000], media="audio/wav"), Reply(raw=wav()[:30], media="audio/wav")),
        ),
        cost=0.00025, known=False,
    ),
    Case(
        "transcript: openai", "transcript", "openai:whisper-1", lambda seconds: OpenAITranscript("whisper-1", timeout=seconds),
        lambda folder: TranscriptRequest(tone(folder), "en", WORDS), heard,
        wire(
            data(HEARD), malformed=(data({**HEARD, "words": [{"word": "All"}]}), data({**HEARD, "words": "All quiet"})),
            partial=(data({**HEARD, "words": None}),),
        ),
        cost=0.0001,
    ),
    Case(
        "embedding: openai", "embedding", "openai:text-embedding-3-small",
        lambda seconds: OpenAIEmbedding("text-embedding-3-small", timeout=seconds),
        lambda folder: EmbeddingRequest(("a lamp" * 10, "fog" * 10)), placed,
        wire(
            data(PLACED), malformed=(data({**PLACED, "data": [{"index": 0, "embedding": "AAAA"}] * 2}),),
            partial=(data({**PLACED, "data": PLACED["data"][:1]}), data({**PLACED, "data": []})),
        ),
        cost=0.000001, known=False,
    ),
    Case(
        "moderation: openai", "moderation", "openai:omni-moderation-latest",
        lambda seconds: OpenAIModeration("omni-moderation-latest", timeout=seconds),
        lambda folder: ModerationRequest("a fight", picture(folder)), judged,
        wire(
            data(judgement(self_harm=0.4, violence=0.9)), malformed=(data({"id": "m", "model": "m", "results": [7]}),),
            partial=(data({"id": "m", "model": "m", "results": []}),),
        ),
    ),
)  # fmt: skip

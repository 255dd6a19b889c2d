"""What the pretended OpenAI server answers when nobody scripts it: stories, real PNGs, real WAV speech, transcripts, vectors, judgements.

Enough for the studio and the command line to make a whole film without a key. Voices are Kokoro's, or quick tones where that is asked
for. Example: `OpenAIServer(answers(real=False))`.
"""

from __future__ import annotations

import base64
import hashlib
import io
import math
import random
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.fakes.openai_server import Asked, Reply, data, say
from tests.fakes.teller import tell
from tests.fakes.voicing import RATE, spoken

PER_PICTURE = {"low": 272, "medium": 1056, "high": 4160}
"""Tokens of a picture of 1024x1024."""
VOICES = {
    "onyx": "am_michael",
    "ash": "am_fenrir",
    "echo": "am_puck",
    "cedar": "bm_george",
    "verse": "am_onyx",
    "ballad": "bm_fable",
}
"""Which of Kokoro's voices stands in for one of the service's; all others are 'af_heart'."""
FORBIDDEN = "forbidden"
"""The word that this server declines."""


def answers(*, real: bool = True) -> Callable[[Asked], Reply]:
    """Sensible answers to everything; `real`: spoken by Kokoro."""

    def answer(asked: Asked) -> Reply:
        routes: dict[str, Callable[[Asked], Reply]] = {
            "/chat/completions": chat,
            "/images/generations": picture,
            "/images/edits": picture,
            "/audio/speech": lambda asked: speech(asked, real=real),
            "/audio/transcriptions": transcript,
            "/embeddings": vectors,
            "/moderations": judgement,
        }
        return next((route(asked) for path, route in routes.items() if asked.path.endswith(path)), Reply(code=404, error={"message": f"no route {asked.path}"}))  # fmt: skip

    return answer


def chat(asked: Asked) -> Reply:
    """A story as it was asked for; of pictures, something that fits the form of the answer."""
    content = [
        part for message in asked.body.get("messages", []) for part in message["content"] if isinstance(part, dict)
    ]
    if not any("image_url" in part for part in content):
        return tell(asked)
    form = asked.body.get("response_format", {}).get("json_schema", {}).get("schema")
    return say(fitting(form) if form else "A lamp in the fog, and a boat below it.", tokens=(1300, 90))


def fitting(schema: dict[str, Any]) -> Any:
    """A plain value of this form."""
    if "enum" in schema:
        return schema["enum"][0]
    kind = schema.get("type")
    if kind == "object":
        return {name: fitting(part) for name, part in schema.get("properties", {}).items()}
    if kind == "array":
        return [fitting(schema.get("items", {}))]
    if kind in ("number", "integer"):
        middle = (schema.get("minimum", 0) + schema.get("maximum", 1)) / 2
        return round(middle) if kind == "integer" else middle
    return kind == "boolean" or "A lamp in the fog, and a boat below it."


def picture(asked: Asked) -> Reply:
    """Hills, a sky and a light whose colours come from the words; counted as the service counts."""
    if FORBIDDEN in asked.body["prompt"]:
        return Reply(
            code=400,
            error={"message": "Your request was rejected.", "type": "user_error", "code": "moderation_blocked"},
        )
    width, height = (int(side) for side in str(asked.body.get("size", "1024x1024")).split("x"))
    given = sum(len(parts) for name, parts in asked.form.items() if name.startswith("image"))
    drawn = round(PER_PICTURE[asked.body.get("quality", "medium")] * width * height / 1024**2)
    words = len(asked.body["prompt"]) // 4
    usage = {
        "input_tokens": words + given * 500, "output_tokens": drawn, "total_tokens": words + given * 500 + drawn,
        "input_tokens_details": {"text_tokens": words, "image_tokens": given * 500},
    }  # fmt: skip
    encoded = base64.b64encode(_painted(asked.body["prompt"], width, height)).decode()
    return data({"created": 1, "data": [{"b64_json": encoded}], "usage": usage})


def _painted(words: str, width: int, height: int) -> bytes:
    from PIL import Image, ImageDraw

    chance = random.Random(hashlib.sha256(words.encode()).digest())
    hue = chance.random() * 360
    image = Image.new("RGB", (width, height), f"hsl({hue:.0f}, 45%, 70%)")
    draw = ImageDraw.Draw(image)
    x, y, r = chance.uniform(0.2, 0.8) * width, chance.uniform(0.15, 0.4) * height, height / 14
    draw.ellipse((x - r, y - r, x + r, y + r), fill=f"hsl({(hue + 40) % 360:.0f}, 80%, 88%)")
    for layer in range(4):
        tops = [
            height * (0.45 + 0.13 * layer + 0.06 * math.sin(at / width * (5 + layer) + chance.random() * 6))
            for at in (0, width / 2, width)
        ]
        points = [
            (0.0, tops[0]),
            (width / 2, tops[1]),
            (float(width), tops[2]),
            (float(width), float(height)),
            (0.0, float(height)),
        ]
        draw.polygon(points, fill=f"hsl({(hue + 12 * layer) % 360:.0f}, 35%, {55 - 12 * layer}%)")
    file = io.BytesIO()
    image.save(file, "PNG", compress_level=1)
    return file.getvalue()


def speech(asked: Asked, *, real: bool) -> Reply:
    """The words, said."""
    from engine.providers.transcript.sound import write_wav

    body = asked.body
    voice = VOICES.get(body["voice"], "af_heart")
    found = spoken(body["input"], voice, "en", pace=float(body.get("speed", 1.0)), real=real)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "said.wav"
        write_wav(path, found.audio, RATE)
        return Reply(raw=path.read_bytes(), media="audio/wav")


def transcript(asked: Asked) -> Reply:
    """What the project's own ear hears."""
    from engine.providers.contract import TranscriptRequest
    from engine.providers.transcript.whisper import WhisperTranscript

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "heard.wav"
        path.write_bytes(asked.form["file"][0])
        result = WhisperTranscript().hear(TranscriptRequest(path, asked.body.get("language", "")), Path(folder))
    words = [{"word": word.w, "start": word.start, "end": word.end} for word in result.words]
    seconds = words[-1]["end"] if words else 0.0
    return data(
        {"task": "transcribe", "language": result.language, "duration": seconds, "text": result.text, "words": words}
    )


def vectors(asked: Asked) -> Reply:
    """A vector for each text, that shares a direction with texts of the same words."""
    rows = []
    for number, text in enumerate(asked.body["input"]):
        vector = [0.0] * 64
        for word in text.lower().split():
            vector[int(hashlib.sha256(word.encode()).hexdigest(), 16) % 64] += 1.0
        rows.append({"object": "embedding", "index": number, "embedding": vector})
    tokens = sum(len(text) // 4 + 1 for text in asked.body["input"])
    return data(
        {
            "object": "list",
            "model": asked.body["model"],
            "data": rows,
            "usage": {"prompt_tokens": tokens, "total_tokens": tokens},
        }
    )


def judgement(asked: Asked) -> Reply:
    """Declines one word."""
    text = " ".join(part.get("text", "") for part in asked.body["input"])
    bad = FORBIDDEN in text
    result = {
        "flagged": bad, "categories": {"violence": bad, "hate": False}, "category_scores": {"violence": 0.9 if bad else 0.01, "hate": 0.0},
        "category_applied_input_types": {},
    }  # fmt: skip
    return data({"id": "modr-1", "model": asked.body["model"], "results": [result]})

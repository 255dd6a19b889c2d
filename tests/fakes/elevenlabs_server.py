"""A pretended ElevenLabs on 127.0.0.1: voices of an account, speech with the times of its characters, music, sounds, and what is heard.

    with ElevenLabsServer(real=False) as server:                # sensible answers; give replies to have those, in order
        os.environ["ELEVENLABS_BASE_URL"] = server.url

What it says is real speech by the project's own voice (or tones: `real=False`), so that the true times of its words are known: they
are in `server.said`. By hand: `python -m tests.fakes.elevenlabs_server --port 8124`.
"""

from __future__ import annotations

import argparse
import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.types import Word
from tests.fakes.http_server import Answer, Asked, HttpServer, Reply, json_reply
from tests.fakes.voicing import RATE, characters, encoded, spoken

ACCOUNT = (
    # id, name, labels, category, verified languages, who says it really
    ("21m00Tcm4TlvDq8ikWAM", "Rachel", {"accent": "american", "gender": "female", "use_case": "narration"}, "premade", (), "af_heart"),
    ("pNInz6obpgDQGcFmaJgB", "Adam - Deep, Firm", {"accent": "american", "gender": "male", "language": "en"}, "premade", (), "am_michael"),
    ("JBFqnCBsd6RMkjVDRZzb", "George - Warm", {"accent": "british", "gender": "male", "language": "en"}, "premade", ("es",), "bm_george"),
    ("XB0fDUnXU5powFXDhCwa", "Charlotte", {"accent": "swedish", "gender": "female", "language": "en"}, "generated", (), "bf_emma"),
    ("kL06KQyzlXHBeLkQv0Nu", "Meera", {"accent": "standard", "gender": "female", "language": "hi"}, "professional", ("en",), "hf_alpha"),
)  # fmt: skip
CLONED = "clone0000000000000v1"


@dataclass(frozen=True)
class Said:
    """A line that was spoken: the text as it was sent and its words with their true times, in seconds of the sound sent back."""

    text: str
    words: tuple[Word, ...]


class ElevenLabsServer(HttpServer):
    """The service. Voices are always listed; with `replies` those are given to everything else, in order, else sensible ones."""

    def __init__(self, *replies: Answer, port: int = 0, real: bool = False, key: str = "") -> None:
        self.said: list[Said] = []
        self.cloned: dict[str, str] = {}
        self.added: dict[str, str] = {}
        self._real, self._key = real, key
        super().__init__(*replies, port=port, aside=self._aside_of)

    def _next(self, asked: Asked) -> Reply:
        if self._replies:
            return super()._next(asked)
        self.asked.append(asked)
        return self.tell(asked)

    def _aside_of(self, asked: Asked) -> Reply | None:
        if self._key and asked.headers.get("xi-api-key") != self._key and asked.path.startswith("/v"):
            return fault(401, "Invalid API key", code="invalid_api_key")
        if asked.path == "/v2/voices":
            return page(asked.query, self.more())
        return Reply(encoded(melody(1.0), RATE), media="audio/mpeg") if asked.path.startswith("/samples/") else None

    def more(self) -> list[dict[str, Any]]:
        """Voices that were made or added since the start."""
        made = [voice(id, name, {}, "cloned", ()) for id, name in self.cloned.items()]
        return made + [voice(id, name, {"language": "en"}, "professional", ()) for id, name in self.added.items()]

    def tell(self, asked: Asked) -> Reply:
        """A sensible answer to anything that the studio asks."""
        if self._key and asked.headers.get("xi-api-key") != self._key:
            return fault(401, "Invalid API key", code="invalid_api_key")
        if asked.path.endswith("/with-timestamps"):
            return self.speak(asked)
        if asked.path == "/v1/music":
            return Reply(encoded(melody(asked.json["music_length_ms"] / 1000), RATE), media="audio/mpeg")
        if asked.path == "/v1/sound-generation":
            return Reply(encoded(melody(asked.json["duration_seconds"]), RATE), media="audio/mpeg")
        if asked.path == "/v1/voices/add":
            self.cloned[CLONED] = asked.form["name"][0].decode()
            return json_reply({"voice_id": CLONED, "requires_verification": False})
        if asked.path == "/v1/shared-voices":
            return shared(asked.query, self.url)
        if asked.path.startswith("/v1/voices/add/"):
            self.added["taken000000000000v01"] = asked.json["new_name"]
            return json_reply({"voice_id": "taken000000000000v01"})
        if asked.method == "DELETE" and asked.path.startswith("/v1/voices/"):
            self.cloned.pop(asked.path.split("/")[3], None)
            return json_reply({"status": "ok"})
        return fault(404, f"no route {asked.path}")

    def speak(self, asked: Asked) -> Reply:
        """Speech with the times of its characters."""
        row = next((row for row in ACCOUNT if row[0] == asked.path.split("/")[3]), None)
        if row is None:
            return fault(404, "A voice with that voice_id was not found.", code="voice_not_found")
        body = asked.json
        pace = float((body.get("voice_settings") or {}).get("speed") or 1.0)
        text = body["text"]
        hindi = any("\u0900" <= letter <= "\u097f" for letter in text)
        voice = "hf_alpha" if hindi else "af_heart" if row[5][0] == "h" else row[5]
        found = spoken(text, voice, "hi" if hindi else "en", pace=pace, real=self._real)
        self.said.append(Said(text, found.words))
        return speech(text, found.audio, found.words)


def page(query: Mapping[str, str], new: Sequence[dict[str, Any]] = ()) -> Reply:
    """A page of the account's voices; `new` ones come last."""
    size, first = int(query.get("page_size", 10)), int(query.get("next_page_token") or 0)
    every = [*(voice(*row[:5]) for row in ACCOUNT), *new]
    rows = every[first : first + min(size, 3)]
    more = first + len(rows) < len(every)
    token = str(first + len(rows)) if more else None
    return json_reply({"voices": rows, "has_more": more, "total_count": len(every), "next_page_token": token})


def shared(query: Mapping[str, str], address: str) -> Reply:
    """The library's voices that fit the words and the language asked for, one of them with a sample."""
    rows = [
        library_voice("sailor0000000000001v", "Old Sailor", "en", "A weathered sailor who tells of storms", f"{address}/samples/sailor.mp3"),
        library_voice("kahani0000000000001v", "Kahani", "hi", "A warm storyteller from Delhi", None),
    ]  # fmt: skip
    words, language = query.get("search", "").lower(), query.get("language", "")
    fit = [r for r in rows if words in f"{r['name']} {r['description']}".lower() and language in ("", r["language"])]
    return json_reply({"voices": fit, "has_more": False, "total_count": len(fit)})


def library_voice(id: str, name: str, language: str, about: str, sample: str | None) -> dict[str, Any]:
    """A voice of the library as the service lists it."""
    counts = dict.fromkeys(
        ("usage_character_count_1y", "usage_character_count_7d", "play_api_usage_character_count_1y", "cloned_by_count", "date_unix"), 7
    )  # fmt: skip
    plain = {"accent": "standard", "age": "old", "descriptive": "calm", "use_case": "narrative_story"}
    flags = dict.fromkeys(("free_users_allowed", "live_moderation_enabled", "featured"), False)
    own = {"public_owner_id": "63e06b7e7cafdc46be4d2e0b3f045940", "voice_id": id, "name": name, "language": language}
    more = {"gender": "male", "category": "professional", "description": about, "preview_url": sample}
    return {**own, **more, **plain, **counts, **flags}


def voice(id: str, name: str, labels: Mapping[str, str], category: str, verified: Sequence[str]) -> dict[str, Any]:
    """A voice as the service lists it."""
    languages = [{"language": each, "model_id": "eleven_multilingual_v2", "accent": "standard"} for each in verified]
    plain = {"available_for_tiers": [], "high_quality_base_model_ids": ["eleven_multilingual_v2"]}
    return {
        "voice_id": id,
        "name": name,
        "category": category,
        "labels": labels,
        "verified_languages": languages,
        **plain,
    }


def speech(text: str, audio: np.ndarray, words: tuple[Word, ...], *, normalized: str = "") -> Reply:
    """An answer with the times of each character of `text`, and of `normalized` where the service has rewritten it."""
    rows = characters(text, words, len(audio) / RATE)
    body = {
        "audio_base64": base64.b64encode(encoded(audio, RATE)).decode(),
        "alignment": alignment(rows),
        "normalized_alignment": alignment(rows),
    }
    if normalized:
        body |= {"alignment": None, "normalized_alignment": alignment(characters(normalized, words, len(audio) / RATE))}
    return json_reply(body)


def alignment(rows: Sequence[tuple[str, float, float]]) -> dict[str, Any]:
    """Characters as the service times them, to the millisecond."""
    return {
        "characters": [text for text, _, _ in rows],
        "character_start_times_seconds": [round(start, 3) for _, start, _ in rows],
        "character_end_times_seconds": [round(end, 3) for _, _, end in rows],
    }


def aligned(words: Sequence[Word]) -> Reply:
    """An answer of forced alignment."""
    rows = [{"text": word.w, "start": word.start, "end": word.end, "loss": 0.1} for word in words]
    letters = [
        {"text": letter, "start": start, "end": end}
        for word in words
        for letter, start, end in characters(word.w, (word,), word.end)
    ]
    return json_reply({"characters": letters, "words": rows, "loss": 0.1})


def heard(words: Sequence[Word], code: str = "eng") -> Reply:
    """An answer of the recogniser: words with spaces between them."""
    rows: list[dict[str, Any]] = []
    for word in words:
        if rows:
            rows.append({"text": " ", "type": "spacing", "start": rows[-1]["end"], "end": word.start, "logprob": 0.0})
        rows.append({"text": word.w, "type": "word", "start": word.start, "end": word.end, "logprob": -0.1})
    text = " ".join(word.w for word in words)
    return json_reply({"language_code": code, "language_probability": 0.98, "text": text, "words": rows})


def fault(status: int, message: str, headers: Mapping[str, str] | None = None, *, code: str = "") -> Reply:
    """An error as the service writes it."""
    body = {"detail": {"status": code or f"error_{status}", "message": message}}
    return Reply(json.dumps(body).encode(), status, headers=dict(headers or {}))


def melody(seconds: float) -> np.ndarray:
    """A few notes, quietly."""
    time = np.arange(round(seconds * RATE)) / RATE
    pitch = 220 * 2 ** (np.array([0, 4, 7, 4])[(time * 2).astype(int) % 4] / 12)
    return np.asarray(0.2 * np.sin(2 * np.pi * np.cumsum(pitch) / RATE), np.float32)


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description="A pretended ElevenLabs that says what it is given.")
    parser.add_argument("--port", type=int, default=8124)
    parser.add_argument("--tones", action="store_true", help="tones for words: needs no voice pack")
    wishes = parser.parse_args()
    server = ElevenLabsServer(port=wishes.port, real=not wishes.tones)
    print(f"ELEVENLABS_BASE_URL={server.url}  (any key)", flush=True)
    server.serve()


if __name__ == "__main__":
    main()

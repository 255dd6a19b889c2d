"""A pretended read-aloud service of Edge on 127.0.0.1, by its websocket protocol, with real speech or tones.

    with EdgeServer(real=False) as server:      # the edge-tts package asks this server until the end of the block
        ...server.said[0].words...

With replies these are given to the lines in order, then the last one again. The package has its address in two modules of its own and
takes no other, so that the server puts itself there, and stays there when it has ended: no test asks the real one.
"""

from __future__ import annotations

import asyncio
import json
import re
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import unescape

from aiohttp import WSMsgType, web

from engine.types import Word
from tests.fakes.voicing import RATE, encoded, spoken

TICKS = 10_000_000
VOICES = (
    ("en-US-EmmaMultilingualNeural", "Female", "af_heart"), ("en-US-GuyNeural", "Male", "am_michael"),
    ("en-GB-SoniaNeural", "Female", "bf_emma"), ("hi-IN-SwaraNeural", "Female", "hf_alpha"), ("hi-IN-MadhurNeural", "Male", "hm_omega"),
)  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """A line as it was asked for. `at` is on the clock `time.monotonic`."""

    voice: str
    text: str
    rate: int
    headers: dict[str, str]
    at: float


@dataclass(frozen=True)
class Said:
    """A line that was spoken, with the true times of its words."""

    text: str
    words: tuple[Word, ...]


@dataclass(frozen=True)
class Reply:
    """What the server does with one line. `status` refuses the websocket; `cut` breaks it after so many messages; `messages` are sent in
    place of speech; `delay` in seconds and `hold` come before the first message."""

    status: int = 101
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0
    hold: bool = False
    cut: int | None = None
    messages: tuple[str | bytes, ...] | None = None


class EdgeServer:
    """The service."""

    def __init__(self, *replies: Reply, real: bool = False) -> None:
        self.asked: list[Asked] = []
        self.said: list[Said] = []
        self.served: list[Reply] = []
        self._replies = list(replies)
        self._real = real
        self._loop = asyncio.new_event_loop()
        self._ending = asyncio.Event()
        self._ready = threading.Event()
        self._port = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    @property
    def bill(self) -> int:
        """How many lines were accepted."""
        return sum(reply.status == 101 for reply in self.served)

    def queue(self, *replies: Reply) -> None:
        self._replies.extend(replies)

    def __enter__(self) -> EdgeServer:
        from edge_tts import communicate, voices

        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        self._ready.wait(10)
        communicate.WSS_URL = f"ws://127.0.0.1:{self._port}/edge/v1?TrustedClientToken=x"
        voices.VOICE_LIST = f"{self.url}/voices/list?trustedclienttoken=x"
        return self

    def __exit__(self, *_: object) -> None:
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._ending.set)
            self._thread.join(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self) -> None:
        app = web.Application()
        app.router.add_get("/edge/v1", self._line)
        app.router.add_get("/voices/list", self._list)
        runner = web.AppRunner(app, shutdown_timeout=0.2)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self._port = runner.addresses[0][1]
        self._ready.set()
        await self._ending.wait()
        await runner.cleanup()

    async def _list(self, request: web.Request) -> web.Response:
        return web.json_response([_row(name, gender) for name, gender, _ in VOICES])

    async def _line(self, request: web.Request) -> web.StreamResponse:
        reply = self._next()
        if reply.status != 101:
            self.asked.append(Asked("", "", 0, dict(request.headers), time.monotonic()))
            self.served.append(reply)
            return web.Response(status=reply.status, headers=dict(reply.headers))
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        asked = await self._asked(socket, request)
        if asked is None:
            return socket
        self.asked.append(asked)
        self.served.append(reply)
        if reply.hold or reply.delay:
            try:
                await asyncio.wait_for(self._ending.wait(), None if reply.hold else reply.delay)
                return socket
            except TimeoutError:
                pass
        messages = reply.messages if reply.messages is not None else await asyncio.to_thread(self._spoken, asked)
        for count, message in enumerate(messages):
            if count == reply.cut:
                request.transport.abort()
                return socket
            await (socket.send_bytes(message) if isinstance(message, bytes) else socket.send_str(message))
        return socket

    def _next(self) -> Reply:
        if not self._replies:
            return Reply()
        return self._replies.pop(0) if len(self._replies) > 1 else self._replies[0]

    async def _asked(self, socket: web.WebSocketResponse, request: web.Request) -> Asked | None:
        """The request as the package writes it: a config, then the line as SSML."""
        async for message in socket:
            if message.type == WSMsgType.TEXT and "Path:ssml" in message.data:
                return _read(message.data, dict(request.headers))
        return None

    def _spoken(self, asked: Asked) -> tuple[str | bytes, ...]:
        """The messages of a line: sound in parts, words as they are said."""
        own = next((own for name, _, own in VOICES if _full(name) == asked.voice), "")
        if not own:
            return (text("turn.start", {}), text("turn.end", {}))
        language = "hi" if own[0] == "h" else "en"
        found = spoken(asked.text, own, language, pace=1 + asked.rate / 100, real=self._real)
        self.said.append(Said(asked.text, found.words))
        sound = encoded(found.audio, RATE, bit_rate=48_000, out=24_000, bare=True)
        parts = [audio(sound[at : at + 4096]) for at in range(0, len(sound), 4096)]
        return (text("turn.start", {}), *_mixed(parts, [boundary(word) for word in found.words]), text("turn.end", {}))


def _mixed(sound: list[bytes], words: list[str]) -> list[str | bytes]:
    """Sound and words in turn, as they come from the service."""
    found: list[str | bytes] = []
    for place in range(max(len(sound), len(words))):
        found += [*words[place : place + 1], *sound[place : place + 1]]
    return found


def text(path: str, body: Any) -> str:
    """A message of text."""
    head = "X-RequestId:0123456789abcdef\r\nContent-Type:application/json; charset=utf-8\r\n"
    return f"{head}Path:{path}\r\n\r\n{json.dumps(body, ensure_ascii=False)}"


def audio(data: bytes) -> bytes:
    """A message of sound."""
    head = b"X-RequestId:0123456789abcdef\r\nContent-Type:audio/mpeg\r\nX-StreamId:1\r\nPath:audio\r\n"
    return len(head).to_bytes(2, "big") + head + data


def boundary(word: Word) -> str:
    """A message that tells of a word, without the marks around it."""
    bare = word.w.strip('.,;:!?…—।"“”‘’()')
    data = {
        "Offset": round(word.start * TICKS), "Duration": round((word.end - word.start) * TICKS),
        "text": {"Text": bare, "Length": len(bare), "BoundaryType": "WordBoundary"},
    }  # fmt: skip
    return text("audio.metadata", {"Metadata": [{"Type": "WordBoundary", "Data": data}]})


def _read(message: str, headers: dict[str, str]) -> Asked:
    voice = re.search(r"<voice name='([^']+)'", message)
    rate = re.search(r"rate='([+-]\d+)%'", message)
    said = re.search(r"<prosody[^>]*>(.*)</prosody>", message, re.DOTALL)
    assert voice and rate and said, message
    return Asked(voice[1], unescape(said[1]), int(rate[1]), headers, time.monotonic())


def _full(name: str) -> str:
    language, region, own = name.split("-", 2)
    return f"Microsoft Server Speech Text to Speech Voice ({language}-{region}, {own})"


def _row(name: str, gender: str) -> dict[str, Any]:
    locale = "-".join(name.split("-")[:2])
    tags = {"ContentCategories": ["General"], "VoicePersonalities": ["Friendly"]}
    codec = "audio-24khz-48kbitrate-mono-mp3"
    return {
        "Name": _full(name), "ShortName": name, "Gender": gender, "Locale": locale, "SuggestedCodec": codec,
        "FriendlyName": name, "Status": "GA", "VoiceTag": tags,
    }  # fmt: skip

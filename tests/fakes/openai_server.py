"""A server on 127.0.0.1 that speaks the OpenAI protocol and says what it is told to: for tests with the real SDK, and by hand.

    with OpenAIServer(say({"title": "Fog"}), status(500)) as server:   # replies in order; then the last one again
        os.environ["OPENAI_BASE_URL"] = server.url

By hand: `python -m tests.fakes.openai_server --port 8123` answers every request of the studio with a sensible story, pictures and voices.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from tests.fakes import http_server
from tests.fakes.http_server import AT_ONCE, HttpServer, json_reply


@dataclass(frozen=True)
class Asked:
    """A request as it arrived. `body` is its JSON, or the first text of each field of its form; `form` has all of them."""

    method: str
    path: str
    headers: dict[str, str]
    body: dict[str, Any]
    form: dict[str, list[bytes]]
    at: float

    @property
    def format(self) -> str:
        """'json_schema', 'json_object' or '' where no form was asked for."""
        return str(_form(self.body).get("type", ""))

    @property
    def schema_name(self) -> str:
        return str(_form(self.body).get("json_schema", {}).get("name", ""))

    def words(self, role: str) -> str:
        """What the messages of this role said; pictures are left out."""
        found = [message["content"] for message in self.body.get("messages", []) if message["role"] == role]
        parts = [part for each in found for part in ([{"text": each}] if isinstance(each, str) else each)]
        return "\n".join(part["text"] for part in parts if "text" in part)


def _form(body: dict[str, Any]) -> dict[str, Any]:
    found = body.get("response_format", {})
    return found if isinstance(found, dict) else {}


@dataclass(frozen=True)
class Reply:
    """What the server does with one request. A `raw` answer is sent as it is, with `media` as its type."""

    text: str = ""
    code: int = 200
    error: dict[str, Any] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    finish: str = "stop"
    refusal: str = ""
    thoughts: str = ""
    raw: bytes | None = None
    media: str = "application/json"
    delay: float = 0.0
    hold: bool = False
    cut: bool = False
    streams: bool = True
    tokens: tuple[int, int] = (11, 7)


Answer = Reply | Callable[[Asked], Reply]


def say(content: Any, **more: Any) -> Reply:
    """An answer: a text, or a value that is written as JSON."""
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    return replace(Reply(text=text), **more)


def status(code: int, message: str = "it failed", *, kind: str = "", **headers: str) -> Reply:
    """An error; headers are written with _ for -, as in `retry_after='1'`."""
    error = {"message": message, "type": "error", "code": kind or None}
    return Reply(code=code, error=error, headers={name.replace("_", "-"): value for name, value in headers.items()})


def data(value: Any, **more: Any) -> Reply:
    """A whole answer of a kind other than text, as JSON."""
    return Reply(raw=json.dumps(value).encode(), **more)


def refuses(*parameters: str, then: Reply) -> Callable[[Asked], Reply]:
    """A server that answers 400 while a request's body has one of these fields, and `then` when it has none of them.
    'json_schema' and 'json_object' stand for the forms of response_format."""

    def answer(asked: Asked) -> Reply:
        for name in parameters:
            if name in asked.body or name == asked.format:
                return status(400, f"Unsupported parameter: '{name}' is not supported with this model.")
        return then

    return answer


class OpenAIServer(HttpServer):
    """The server. `asked` holds every request but those for the list of models; `queue` adds replies while it runs."""

    def __init__(self, *replies: Answer, port: int = 0, models: tuple[str, ...] = ("teller",)) -> None:
        super().__init__(port=port, aside=self._listed)
        self.models = models
        self.queue(*replies)

    @property
    def url(self) -> str:
        """The value for OPENAI_BASE_URL."""
        return f"{super().url}/v1"

    def queue(self, *replies: Any) -> None:
        super().queue(*(reply if isinstance(reply, http_server.Reply) else _spoken(reply) for reply in replies))

    def read(self, asked: http_server.Asked) -> Asked:
        form = asked.form if "multipart" in asked.headers.get("content-type", "") else {}
        body = {name: parts[0].decode("utf-8", "replace") for name, parts in form.items()} if form else asked.json
        return Asked(asked.method, asked.path, asked.headers, body if isinstance(body, dict) else {}, form, asked.at)

    def _listed(self, asked: Asked) -> http_server.Reply | None:
        if asked.method != "GET":
            return None
        found = [{"id": name, "object": "model", "created": 1, "owned_by": "test"} for name in self.models]
        return json_reply({"object": "list", "data": found})


def _spoken(answer: Answer) -> Callable[[Asked], http_server.Reply]:
    """An answer on the wire."""
    return lambda asked: _wire(answer(asked) if callable(answer) else answer, asked)


def _wire(reply: Reply, asked: Asked) -> http_server.Reply:
    how: dict[str, Any] = {"delay": reply.delay, "hold": reply.hold, "headers": reply.headers}
    if reply.code == 200 and reply.raw is None and not asked.path.endswith("/chat/completions"):
        reply = status(404, f"no route {asked.path}")  # pictures, speech and transcripts are served from `raw`
    if reply.code != 200:
        return http_server.Reply(json.dumps({"error": reply.error}).encode(), reply.code, **how)
    if reply.raw is not None:
        return http_server.Reply(reply.raw, media=reply.media, cut=5 if reply.cut else None, **how)
    if asked.body.get("stream") and reply.streams:
        parts = tuple(f"data: {json.dumps(chunk)}\n\n".encode() for chunk in _chunks(reply, asked.body))
        cut = len(parts[0]) + 1 if reply.cut else None
        return http_server.Reply(media="text/event-stream", parts=(*parts, b"data: [DONE]\n\n"), cut=cut, **how)
    body = json.dumps(_completion(reply, asked.body["model"])).encode()
    return http_server.Reply(body, cut=AT_ONCE if reply.cut else None, **how)


def _usage(reply: Reply) -> dict[str, Any]:
    prompt, completion = reply.tokens
    thought = {"completion_tokens_details": {"reasoning_tokens": completion}} if reply.thoughts else {}
    return {"prompt_tokens": prompt, "completion_tokens": completion, "total_tokens": prompt + completion, **thought}


def _completion(reply: Reply, model: str) -> dict[str, Any]:
    message = {"role": "assistant", "content": reply.text, "refusal": reply.refusal or None}
    choice = {"index": 0, "finish_reason": reply.finish, "message": message}
    return {
        "id": "1",
        "object": "chat.completion",
        "created": 1,
        "model": model,
        "choices": [choice],
        "usage": _usage(reply),
    }


def _chunks(reply: Reply, body: dict[str, Any]) -> Iterator[dict[str, Any]]:
    head = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": body["model"]}

    def part(delta: dict[str, Any], finish: str | None = None) -> dict[str, Any]:
        return {**head, "choices": [{"index": 0, "delta": delta, "finish_reason": finish}]}

    yield part({"role": "assistant", "content": ""})
    if reply.refusal:
        yield part({"refusal": reply.refusal})
    step = max(1, len(reply.text) // 12)
    for start in range(0, len(reply.text), step):
        yield part({"content": reply.text[start : start + step]})
    yield part({}, reply.finish)
    if body.get("stream_options", {}).get("include_usage"):
        yield {**head, "choices": [], "usage": _usage(reply)}


def main() -> None:
    """Serve sensible answers until interrupted."""
    from tests.fakes.openai_answers import answers

    parser = argparse.ArgumentParser(
        description="A pretended OpenAI server that tells stories, paints, speaks and listens."
    )
    parser.add_argument("--port", type=int, default=8123)
    parser.add_argument("--tones", action="store_true", help="quick tones in place of voices")
    asked = parser.parse_args()
    server = OpenAIServer(answers(real=not asked.tones), port=asked.port)
    print(f"OPENAI_BASE_URL={server.url}  (any key, any model)", flush=True)
    server.serve()


if __name__ == "__main__":
    main()

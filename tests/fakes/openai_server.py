"""A server on 127.0.0.1 that speaks the OpenAI protocol and says what it is told to: for tests with the real SDK, and by hand.

    with OpenAIServer(say({"title": "Fog"}), status(500)) as server:   # replies in order; then the last one again
        os.environ["OPENAI_BASE_URL"] = server.url

By hand: `python -m tests.fakes.openai_server --port 8123` answers every request of the studio with a sensible story.
"""

from __future__ import annotations

import argparse
import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Asked:
    """A request as it arrived. `body` is its JSON."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]
    at: float

    @property
    def format(self) -> str:
        """'json_schema', 'json_object' or '' where no form was asked for."""
        return str(self.body.get("response_format", {}).get("type", ""))

    @property
    def schema_name(self) -> str:
        return str(self.body.get("response_format", {}).get("json_schema", {}).get("name", ""))

    def words(self, role: str) -> str:
        """What the messages of this role said."""
        return "\n".join(message["content"] for message in self.body.get("messages", []) if message["role"] == role)


@dataclass(frozen=True)
class Reply:
    """What the server does with one request."""

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


def refuses(*parameters: str, then: Reply) -> Callable[[Asked], Reply]:
    """A server that answers 400 while a request's body has one of these fields, and `then` when it has none of them.
    'json_schema' and 'json_object' stand for the forms of response_format."""

    def answer(asked: Asked) -> Reply:
        for name in parameters:
            if name in asked.body or name == asked.format:
                return status(400, f"Unsupported parameter: '{name}' is not supported with this model.")
        return then

    return answer


class _Quiet(ThreadingHTTPServer):
    """Says nothing of clients that go away in mid-answer: tests make them do so."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass


class OpenAIServer:
    """The server. `asked` holds every request; `queue` adds replies while it runs."""

    def __init__(self, *replies: Answer, port: int = 0, models: tuple[str, ...] = ("teller",)) -> None:
        self.asked: list[Asked] = []
        self.models = models
        self._replies = list(replies)
        self._lock = threading.Lock()
        self._http = _Quiet(("127.0.0.1", port), type("Handler", (_Handler,), {"owner": self}))

    @property
    def url(self) -> str:
        """The value for OPENAI_BASE_URL."""
        return f"http://127.0.0.1:{self._http.server_address[1]}/v1"

    def queue(self, *replies: Answer) -> None:
        with self._lock:
            self._replies.extend(replies)

    def answer(self, asked: Asked) -> Reply:
        """The next reply; the last one stays."""
        with self._lock:
            self.asked.append(asked)
            if not self._replies:
                return status(500, "nothing was prepared for this request")
            reply = self._replies.pop(0) if len(self._replies) > 1 else self._replies[0]
        return reply(asked) if callable(reply) else reply

    def serve(self) -> None:
        """Answer until stopped."""
        self._http.serve_forever(poll_interval=0.05)

    def __enter__(self) -> OpenAIServer:
        threading.Thread(target=self.serve, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()


class _Handler(BaseHTTPRequestHandler):
    """The wire format."""

    owner: OpenAIServer
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: Any) -> None:
        """Tests are quiet."""

    def do_GET(self) -> None:
        models = [{"id": name, "object": "model", "created": 1, "owned_by": "test"} for name in self.owner.models]
        self._send(200, json.dumps({"object": "list", "data": models}).encode(), "application/json", {})

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers.get("content-length", 0))) or b"{}")
        reply = self.owner.answer(
            Asked(self.path, {k.lower(): v for k, v in self.headers.items()}, body, time.monotonic())
        )
        if not self.path.endswith("/chat/completions") and reply.code == 200 and reply.raw is None:
            reply = status(404, f"no route {self.path}")  # pictures, speech and transcripts are served from `raw`
        time.sleep(reply.delay)
        try:
            self._reply(reply, body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def _reply(self, reply: Reply, body: dict[str, Any]) -> None:
        if reply.code != 200:
            self._send(reply.code, json.dumps({"error": reply.error}).encode(), "application/json", reply.headers)
        elif reply.raw is not None:
            self._send(200, reply.raw, reply.media, reply.headers)
        elif body.get("stream") and reply.streams:
            self._stream(reply, body)
        elif reply.cut:
            self._hang_up()
        else:
            self._send(200, json.dumps(_completion(reply, body["model"])).encode(), "application/json", reply.headers)

    def _send(self, code: int, content: bytes, media: str, headers: dict[str, str]) -> None:
        self.send_response(code)
        for name, value in {"content-type": media, "content-length": str(len(content)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def _stream(self, reply: Reply, body: dict[str, Any]) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("transfer-encoding", "chunked")
        self.end_headers()
        for count, chunk in enumerate(_chunks(reply, body)):
            if reply.cut and count == 2:
                return self._hang_up()
            self._chunk(f"data: {json.dumps(chunk)}\n\n".encode())
        self._chunk(b"data: [DONE]\n\n")
        self._chunk(b"")

    def _chunk(self, content: bytes) -> None:
        self.wfile.write(f"{len(content):x}\r\n".encode() + content + b"\r\n")
        self.wfile.flush()

    def _hang_up(self) -> None:
        """Break the connection in the middle, as a crash would."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.close_connection = True


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
    from tests.fakes.teller import tell

    parser = argparse.ArgumentParser(description="A pretended OpenAI server that tells sensible stories.")
    parser.add_argument("--port", type=int, default=8123)
    server = OpenAIServer(tell, port=parser.parse_args().port)
    print(f"OPENAI_BASE_URL={server.url}  (any key, any model)", flush=True)
    server.serve()


if __name__ == "__main__":
    main()

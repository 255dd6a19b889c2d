"""A quiet web server on 127.0.0.1 that says what it is told to and remembers what it was asked: the ground of all pretended services.

    with HttpServer(json_reply({"id": "7"}), Reply(status=500)) as server:   # replies in order; then the last one again
        ...server.url...; server.asked[0].json

A reply may be late, held back until the server ends, cut off in the middle, or no HTTP at all. Knows no service.
"""

from __future__ import annotations

import json
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from email.parser import BytesParser
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

AT_ONCE = -1
"""For Reply.cut: break the connection before the first byte of an answer."""


@dataclass(frozen=True)
class Asked:
    """A request as it arrived. `at` is when, on the clock `time.monotonic`."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes
    at: float

    @property
    def json(self) -> Any:
        return json.loads(self.body or b"null")

    @property
    def form(self) -> dict[str, list[bytes]]:
        """The fields of a multipart body."""
        head = f"content-type: {self.headers.get('content-type', '')}\r\n\r\n".encode()
        fields: dict[str, list[bytes]] = {}
        for part in BytesParser(policy=HTTP).parsebytes(head + self.body).iter_parts():
            name = str(part.get_param("name", "", header="content-disposition"))
            fields.setdefault(name, []).append(part.get_payload(decode=True) or b"")
        return fields


@dataclass(frozen=True)
class Reply:
    """What the server does with one request. `parts` are sent one by one (chunked) in place of `body`; `delay` in seconds comes before
    the first byte; `hold` never answers while the server runs; `cut` breaks the connection after so many bytes of the body; `raw` is
    sent as it is, without HTTP around it."""

    body: bytes = b""
    status: int = 200
    media: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)
    parts: tuple[bytes, ...] = ()
    delay: float = 0.0
    hold: bool = False
    cut: int | None = None
    raw: bytes | None = None


Answer = Reply | Callable[[Asked], Reply]


def json_reply(value: Any, status: int = 200, **headers: str) -> Reply:
    """A JSON answer; headers are written with _ for -, as in `retry_after='1'`."""
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return Reply(json.dumps(value, ensure_ascii=False).encode(), status, headers=named)


def changed(answer: Answer, **fields: Any) -> Answer:
    """The same answer with other fields, such as `delay=1.0` or `cut=10`."""
    if isinstance(answer, Reply):
        return replace(answer, **fields)
    return lambda asked: replace(answer(asked), **fields)


def by_path(answers: Mapping[str, Answer]) -> Callable[[Asked], Reply]:
    """Answers by 'METHOD path'; the longest path that the request begins with is taken, 404 where there is none."""

    def answer(asked: Asked) -> Reply:
        fitting = [name for name in answers if f"{asked.method} {asked.path}".startswith(name)]
        if not fitting:
            return json_reply({"detail": f"no route {asked.method} {asked.path}"}, 404)
        found = answers[max(fitting, key=len)]
        return found(asked) if callable(found) else found

    return answer


class HttpServer:
    """The server. `asked` holds every request, `served` each with its reply; `queue` adds replies while it runs.

    `aside` may answer a request before the queue is asked (return None to let it through); such requests are only in `served`.
    """

    def __init__(self, *replies: Answer, port: int = 0, aside: Callable[[Asked], Reply | None] | None = None) -> None:
        self.asked: list[Asked] = []
        self.served: list[tuple[Asked, Reply]] = []
        self.ending = threading.Event()
        self._aside = aside
        self._replies = list(replies)
        self._lock = threading.Lock()
        self._http = _Quiet(("127.0.0.1", port), type("Handler", (_Handler,), {"owner": self}))

    @property
    def url(self) -> str:
        """The address, without a slash at its end."""
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    @property
    def bill(self) -> int:
        """How many requests to make something (POST) were accepted, and so would be paid for, whether or not the answer arrived."""
        return sum(asked.method == "POST" and reply.status < 400 for asked, reply in list(self.served))

    def queue(self, *replies: Answer) -> None:
        with self._lock:
            self._replies.extend(replies)

    def read(self, asked: Asked) -> Any:
        """A request as `asked` keeps it and replies are given it; a service may have a form of its own."""
        return asked

    def answer(self, asked: Any) -> Reply:
        """The next reply; the last one stays."""
        reply = self._aside(asked) if self._aside else None
        if reply is None:
            reply = self._next(asked)
        with self._lock:
            self.served.append((asked, reply))
        return reply

    def _next(self, asked: Any) -> Reply:
        with self._lock:
            self.asked.append(asked)
            if not self._replies:
                return json_reply({"error": {"message": "nothing was prepared for this request"}}, 500)
            reply = self._replies.pop(0) if len(self._replies) > 1 else self._replies[0]
        return reply(asked) if callable(reply) else reply

    def serve(self) -> None:
        """Answer until stopped."""
        self._http.serve_forever(poll_interval=0.02)

    def __enter__(self) -> Any:
        threading.Thread(target=self.serve, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.ending.set()
        self._http.shutdown()
        self._http.server_close()


class _Quiet(ThreadingHTTPServer):
    """A client that goes away is nobody's fault."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    """The wire."""

    owner: HttpServer
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: Any) -> None:
        """Tests are quiet."""

    def _serve(self) -> None:
        parts = urlsplit(self.path)
        headers = {name.lower(): value for name, value in self.headers.items()}
        asked = Asked(self.command, parts.path, dict(parse_qsl(parts.query)), headers, self._body(), time.monotonic())
        reply = self.owner.answer(self.owner.read(asked))
        if (reply.hold or reply.delay) and self.owner.ending.wait(None if reply.hold else reply.delay):
            self.close_connection = True
            return
        try:
            self._reply(reply)
        except ConnectionError:
            self.close_connection = True

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _serve

    def _body(self) -> bytes:
        if "chunked" not in self.headers.get("transfer-encoding", ""):
            return self.rfile.read(int(self.headers.get("content-length", 0)))
        found = b""
        while size := int(self.rfile.readline(), 16):
            found += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return found

    def _reply(self, reply: Reply) -> None:
        if reply.raw is not None:
            self.wfile.write(reply.raw)
            self.close_connection = True
        elif reply.cut == AT_ONCE:
            self._hang_up()
        elif reply.parts:
            self._head(reply, {"transfer-encoding": "chunked"})
            self._stream(reply)
        else:
            self._head(reply, {"content-length": str(len(reply.body))})
            self.wfile.write(reply.body[: reply.cut])
            if reply.cut is not None:
                self._hang_up()

    def _head(self, reply: Reply, more: Mapping[str, str]) -> None:
        self.send_response(reply.status)
        for name, value in {"content-type": reply.media, **more, **reply.headers}.items():
            self.send_header(name, value)
        self.end_headers()

    def _stream(self, reply: Reply) -> None:
        sent = 0
        for part in (*reply.parts, b""):
            if reply.cut is not None and sent >= reply.cut:
                return self._hang_up()
            self.wfile.write(f"{len(part):x}\r\n".encode() + part + b"\r\n")
            self.wfile.flush()
            sent += len(part)

    def _hang_up(self) -> None:
        """Break the connection in the middle, as a crash would."""
        self.wfile.flush()
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.close_connection = True

"""A pretended Anthropic on 127.0.0.1: messages as the service streams them, with schemas, refusals and faults.

    with AnthropicServer(says({"title": "Fog"}), fault(500, "boom")) as server:   # replies in order; then the last one again
        os.environ["ANTHROPIC_BASE_URL"] = server.url

Without replies it answers sensibly. By hand: `python -m tests.fakes.anthropic_server --port 8125`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from typing import Any

from tests.fakes.http_server import Asked, HttpServer, Reply

KINDS = {
    400: "invalid_request_error", 401: "authentication_error", 402: "billing_error", 403: "permission_error", 404: "not_found_error",
    413: "request_too_large", 429: "rate_limit_error", 500: "api_error", 504: "timeout_error", 529: "overloaded_error",
}  # fmt: skip
TOKENS = (11, 7)


class AnthropicServer(HttpServer):
    """The service."""

    def _next(self, asked: Asked) -> Reply:
        if self._replies:
            return super()._next(asked)
        self.asked.append(asked)
        return tell(asked)


def says(
    content: Any,
    *,
    stop: str = "end_turn",
    why: str = "",
    tokens: tuple[int, int] = TOKENS,
    model: str = "claude-sonnet-5",
) -> Reply:
    """A streamed message: a text, or a value that is written as JSON. `why` goes with a stop of 'refusal'."""
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    return Reply(parts=tuple(events(text, stop, why, tokens, model)), media="text/event-stream")


def events(text: str, stop: str, why: str, tokens: tuple[int, int], model: str) -> list[bytes]:
    """The events of a message, in a dozen pieces of text."""
    usage = {
        "input_tokens": tokens[0],
        "cache_creation_input_tokens": 0,
        "cache_read_input_tokens": 0,
        "output_tokens": 1,
    }
    message = {
        "id": "msg_1", "type": "message", "role": "assistant", "model": model, "content": [], "stop_reason": None,
        "stop_sequence": None, "usage": usage,
    }  # fmt: skip
    found = [event("message_start", message=message), event("ping")]
    found.append(event("content_block_start", index=0, content_block={"type": "text", "text": ""}))
    step = max(1, len(text) // 12)
    for start in range(0, len(text), step):
        piece = {"type": "text_delta", "text": text[start : start + step]}
        found.append(event("content_block_delta", index=0, delta=piece))
    found.append(event("content_block_stop", index=0))
    details = {"type": "refusal", "category": None, "explanation": why} if why else None
    delta = {"stop_reason": stop, "stop_sequence": None, "stop_details": details}
    found.append(event("message_delta", delta=delta, usage={"output_tokens": tokens[1]}))
    return [*found, event("message_stop")]


def event(kind: str, **fields: Any) -> bytes:
    """One server-sent event."""
    return f"event: {kind}\ndata: {json.dumps({'type': kind, **fields}, ensure_ascii=False)}\n\n".encode()


def fault(status: int, message: str, headers: Mapping[str, str] | None = None, *, kind: str = "") -> Reply:
    """An error as the service writes it."""
    return Reply(_error(status, message, kind), status, headers=dict(headers or {}))


def breaks_off(text: str, status: int, message: str) -> Reply:
    """A message that begins and ends in an error."""
    begun = events(text, "end_turn", "", TOKENS, "claude-sonnet-5")[:5]
    told = b"event: error\ndata: " + _error(status, message, "") + b"\n\n"
    return Reply(parts=(*begun, told), media="text/event-stream")


def _error(status: int, message: str, kind: str) -> bytes:
    error = {"type": kind or KINDS.get(status, "api_error"), "message": message}
    return json.dumps({"type": "error", "error": error, "request_id": "req_1"}).encode()


def schema_of(asked: Asked) -> dict[str, Any]:
    """The schema that the answer is held to; empty where it is not."""
    form = (asked.json.get("output_config") or {}).get("format") or {}
    return dict(form.get("schema") or {})


def words_of(asked: Asked) -> str:
    """What the person's side of the conversation said."""
    found: list[str] = []
    for message in asked.json["messages"]:
        content = message["content"]
        found += [content] if isinstance(content, str) else [part.get("text", "") for part in content]
    return "\n".join(found)


def tell(asked: Asked) -> Reply:
    """A sensible answer to any question: the pretended writer's where the form is one of the studio's, else plain words."""
    from tests.fakes import teller

    schema, user = schema_of(asked), words_of(asked)
    names = schema.get("properties", {})
    if "scenes" in names:
        return says(teller.script(user), tokens=(700, 900))
    if "pictures" in names:
        return says({"pictures": [teller.picture(text) for text in teller.passages(user)]})
    return says(filled(schema) if schema else "A lamp, a road, and somebody who comes home.")


def filled(schema: Mapping[str, Any]) -> Any:
    """The plainest value that fits a schema."""
    if "enum" in schema:
        return schema["enum"][0]
    if "anyOf" in schema:
        return filled(schema["anyOf"][0])
    kind = schema.get("type")
    if kind == "object":
        return {name: filled(part) for name, part in schema.get("properties", {}).items()}
    plain = {"array": [], "integer": 1, "number": 0.5, "boolean": True, "null": None}
    return plain.get(str(kind), "A quiet evening by the sea.")


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description="A pretended Anthropic server that tells sensible stories.")
    parser.add_argument("--port", type=int, default=8125)
    server = AnthropicServer(port=parser.parse_args().port)
    print(f"ANTHROPIC_BASE_URL={server.url}  (any key, any model)", flush=True)
    server.serve()


if __name__ == "__main__":
    main()

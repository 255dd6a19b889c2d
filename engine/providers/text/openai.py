"""Text by any server that speaks the OpenAI protocol: OpenAI itself, or Ollama, vLLM, llama.cpp, Groq... Named 'openai:MODEL'.

Key and address come from OPENAI_API_KEY and OPENAI_BASE_URL each time they are needed and are kept nowhere. What a server refuses
(a schema, a parameter) is learned once per server and model and not sent again. Example: `OpenAIText("gpt-4.1-mini").write(request)`.
"""

from __future__ import annotations

import importlib.util
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from engine.errors import BadOutput, MissingDependency, Refused
from engine.providers.contract import Progress, TextRequest, TextResult, silent
from engine.providers.text import answer, prices

if TYPE_CHECKING:
    from openai import OpenAI

DEFAULT_MODEL = "gpt-4.1-mini"
DEFAULT_ADDRESS = "https://api.openai.com/v1"
NO_KEY = "none"
HEADROOM = 8000  # further tokens for a model that thinks before it answers
MOST_ADJUSTMENTS = 7


@dataclass(frozen=True)
class Manner:
    """How one server likes to be asked. `format`: 'schema' (held to it), 'object' (JSON, schema in the prompt) or 'plain'."""

    format: str = "schema"
    cap: str = "max_tokens"
    skip: frozenset[str] = frozenset()
    headroom: int = 0


@dataclass(frozen=True)
class Reply:
    """What came back: the words, and why they ended. `thought` is true where tokens went into thinking."""

    text: str = ""
    refusal: str = ""
    finish: str = ""
    tokens_in: int = 0
    tokens_out: int = 0
    thought: bool = False


_learned: dict[tuple[str, str], Manner] = {}


class OpenAIText:
    """A writer behind the OpenAI protocol. `timeout` is the longest silence in seconds before a call is given up."""

    kind = "text"
    takes_model = True

    def __init__(self, model: str = "", *, timeout: float = 240.0, retries: int = 2) -> None:
        self.model = model or DEFAULT_MODEL
        self.name = f"openai:{self.model}"
        self._timeout = timeout
        self._retries = retries

    def ready(self) -> str | None:
        """None, or what is missing and how to get it. Asks nobody."""
        if importlib.util.find_spec("openai") is None:
            return "The openai package is not installed; install it with: pip install openai"
        if urlsplit(_address()).scheme not in ("http", "https"):
            return f"OPENAI_BASE_URL is '{shown(_address())}', which is no address; set it to one such as http://127.0.0.1:11434/v1"
        if not _key() and _address() == DEFAULT_ADDRESS:
            return (
                "OPENAI_API_KEY is not set; set it to a key of the service, or set OPENAI_BASE_URL to a server "
                "that speaks the OpenAI protocol, such as http://127.0.0.1:11434/v1"
            )
        return None

    def write(self, request: TextRequest, progress: Progress = silent) -> TextResult:
        """The model's answer, its JSON checked against the request's schema.

        Raises MissingDependency (key, model, address), RateLimited, Refused, BadOutput or Unavailable; whatever `progress` raises
        ends the call at once.
        """
        missing = self.ready()
        if missing:
            raise MissingDependency(missing, provider=self.name)
        progress(0.0, f"asking {self.model}")
        with self._client() as client:
            return self._converse(client, request, progress)

    def _converse(self, client: OpenAI, request: TextRequest, progress: Progress) -> TextResult:
        """Ask, and where the server cannot be asked in this manner, ask in an easier one."""
        spent = TextResult(text="")
        for _ in range(MOST_ADJUSTMENTS):
            manner = self._manner()
            reply = self._ask(client, request, manner, progress)
            if reply is None:
                continue
            spent = self._add(spent, reply)
            easier = _easier_answer(reply, manner, request)
            if easier is None:
                return self._result(reply, request, spent, progress)
            self._learn(easier)
        raise BadOutput(f"{self.model} could not be asked in any form that it accepts.", provider=self.name)

    def _ask(self, client: OpenAI, request: TextRequest, manner: Manner, progress: Progress) -> Reply | None:
        """One request; None where the server refused its form and an easier one has been learned."""
        import openai

        from engine.providers.text.openai_errors import easier_manner, translated

        try:
            with client.chat.completions.create(**_body(self.model, request, manner)) as stream:
                return _read(stream, request, progress)
        except openai.APIStatusError as error:
            easier = easier_manner(manner, error, bool(request.schema))
            if easier is None:
                offered = _offered(client) if error.status_code == 404 else ()
                raise translated(error, self.name, shown(_address()), _key(), offered) from None
            self._learn(easier)
            return None
        except (openai.OpenAIError, json.JSONDecodeError) as error:
            raise translated(error, self.name, shown(_address()), _key()) from None

    def _result(self, reply: Reply, request: TextRequest, spent: TextResult, progress: Progress) -> TextResult:
        if reply.refusal or reply.finish == "content_filter":
            raise Refused(
                f"{self.model} declined to write this; change the text and try again.",
                provider=self.name,
                words=reply.refusal,
            )
        if reply.finish == "length":
            message = f"{self.model} was cut off before its answer was complete; ask for a shorter text or choose another model."
            raise BadOutput(message, provider=self.name, words=reply.text)
        data = answer.parse(reply.text, request.schema, provider=self.name) if request.schema else None
        host = urlsplit(_address()).hostname or ""
        progress(1.0, prices.cost(host, self.model, 0, 0)[1] or "written")
        return replace(spent, text=reply.text, data=data)

    def _add(self, spent: TextResult, reply: Reply) -> TextResult:
        """`spent` and this reply together: every request of a call is paid for, the unusable ones too."""
        host = urlsplit(_address()).hostname or ""
        dollars, _ = prices.cost(host, self.model, reply.tokens_in, reply.tokens_out)
        tokens_in, tokens_out = spent.tokens_in + reply.tokens_in, spent.tokens_out + reply.tokens_out
        return TextResult(text="", tokens_in=tokens_in, tokens_out=tokens_out, cost=spent.cost + dollars)

    def _manner(self) -> Manner:
        official = _address() == DEFAULT_ADDRESS
        thinking = official and prices.thinks(self.model)
        first = Manner(
            cap="max_completion_tokens" if official else "max_tokens",
            skip=frozenset({"temperature"}) if thinking else frozenset(),
            headroom=HEADROOM if thinking else 0,
        )
        return _learned.get((_address(), self.model), first)

    def _learn(self, manner: Manner) -> None:
        _learned[_address(), self.model] = manner

    @contextmanager
    def _client(self) -> Iterator[OpenAI]:
        import openai

        address = _address()
        local = prices.is_local(urlsplit(address).hostname or "")
        client = openai.OpenAI(
            api_key=_key() or NO_KEY,
            base_url=address,
            max_retries=self._retries,
            timeout=openai.Timeout(self._timeout, connect=10.0),
            # A proxy set for the outside world cannot reach a server on this machine.
            http_client=openai.DefaultHttpxClient(trust_env=False) if local else None,
        )
        with client:
            yield client


def shown(address: str) -> str:
    """The address without a name or password that may be written into it."""
    parts = urlsplit(address)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="").geturl()


def _key() -> str:
    return os.environ.get("OPENAI_API_KEY", "").strip()


def _address() -> str:
    return os.environ.get("OPENAI_BASE_URL", "").strip().rstrip("/") or DEFAULT_ADDRESS


def _offered(client: OpenAI) -> tuple[str, ...]:
    """The models that the server says it has; empty where it does not say."""
    import openai

    try:
        return tuple(model.id for model in client.with_options(timeout=10.0, max_retries=0).models.list().data)
    except (openai.OpenAIError, ValueError, AttributeError, TypeError):
        return ()


def _body(model: str, request: TextRequest, manner: Manner) -> dict[str, Any]:
    """The arguments of the SDK's call, in this server's manner."""
    system = request.system
    if request.schema and manner.format != "schema":
        system = f"{system}\n\n{answer.explained(request.schema)}"
    body: dict[str, Any] = {
        "model": model,
        "messages": [{"role": "system", "content": system}, {"role": "user", "content": request.user}],
        manner.cap: request.max_tokens + manner.headroom,
        "temperature": request.temperature,
        "seed": request.seed,
        "stream": True,
        "stream_options": {"include_usage": True},
    }
    if request.schema and manner.format == "schema":
        schema = {"name": request.name, "schema": answer.strict(request.schema), "strict": True}
        body["response_format"] = {"type": "json_schema", "json_schema": schema}
    elif request.schema and manner.format == "object":
        body["response_format"] = {"type": "json_object"}
    return {name: value for name, value in body.items() if name not in manner.skip}


def _read(stream: Any, request: TextRequest, progress: Progress) -> Reply:
    """Gather the pieces of an answer as they come, telling `progress` of them."""
    if "event-stream" not in stream.response.headers.get("content-type", ""):
        return _whole(json.loads(stream.response.read() or b"null"))
    reply, expected = Reply(), max(200, request.max_tokens * 3)
    for chunk in stream:
        reply = _with_usage(reply, chunk.usage.model_dump() if chunk.usage else {})
        for choice in chunk.choices[:1]:
            delta = choice.delta
            reply = replace(
                reply,
                text=reply.text + (delta.content or ""),
                refusal=reply.refusal + (delta.refusal or ""),
                finish=choice.finish_reason or reply.finish,
                thought=reply.thought
                or bool(getattr(delta, "reasoning_content", None) or getattr(delta, "reasoning", None)),
            )
        progress(min(0.95, len(reply.text) / expected), "writing" if reply.text else "thinking")
    return replace(reply, thought=reply.thought or "<think" in reply.text)


def _whole(data: Any) -> Reply:
    """The answer of a server that does not stream."""
    choices = data.get("choices") if isinstance(data, dict) else None
    if not choices:
        raise json.JSONDecodeError("no chat completion", str(data)[:200], 0)
    message = choices[0].get("message") or {}
    text = message.get("content") or ""
    finish = choices[0].get("finish_reason") or ""
    reply = Reply(text=text, refusal=message.get("refusal") or "", finish=finish, thought="<think" in text)
    return _with_usage(reply, data.get("usage") or {})


def _with_usage(reply: Reply, usage: dict[str, Any]) -> Reply:
    details = usage.get("completion_tokens_details") or {}
    return replace(
        reply,
        tokens_in=usage.get("prompt_tokens") or reply.tokens_in,
        tokens_out=usage.get("completion_tokens") or reply.tokens_out,
        thought=reply.thought or bool(details.get("reasoning_tokens")),
    )


def _easier_answer(reply: Reply, manner: Manner, request: TextRequest) -> Manner | None:
    """How to ask again, where the answer shows that the server was asked in the wrong manner; None where it need not be.

    Two cases: a thinking model used up the cap with thoughts; a server accepted the schema and took no notice of it, so that
    the model never saw it.
    """
    if reply.finish == "length":
        return replace(manner, headroom=HEADROOM) if reply.thought and not manner.headroom else None
    if manner.format != "schema" or not request.schema or reply.refusal or reply.finish == "content_filter":
        return None
    try:
        answer.parse(reply.text, answer.strict(request.schema))
    except BadOutput:
        return replace(manner, format="object")
    return None

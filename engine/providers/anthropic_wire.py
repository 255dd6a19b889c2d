"""What the makers of Anthropic share: key, address, the SDK's client, one message read as it is written, and errors as the engine's own.

Key and address come from ANTHROPIC_API_KEY and ANTHROPIC_BASE_URL each time and are kept nowhere. The SDK's own retries are off:
engine.providers.calling does them. Example: `answered("anthropic:claude-sonnet-5", body, schema, 2000, progress, 240.0).text`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from engine.errors import BadOutput, MissingDependency, ProviderError, Refused, Unavailable
from engine.providers import calling, prices
from engine.providers.account import Account
from engine.providers.contract import TextResult
from engine.providers.text import answer

if TYPE_CHECKING:
    from anthropic import Anthropic

T = TypeVar("T")
KEY, ADDRESS = "ANTHROPIC_API_KEY", "ANTHROPIC_BASE_URL"
DEFAULT_ADDRESS = "https://api.anthropic.com"
DEFAULT_MODEL = "claude-sonnet-5"
NO_KEY = "none"
HEADROOM = 8000
"""Further tokens for thoughts: these models think before they answer, and thoughts count against the cap."""
LETTERS_PER_TOKEN, USUAL_SHARE = 3.5, 0.6
"""For the estimate before a call: of English, and how much of its cap an answer usually takes."""
_STATUS = {
    "invalid_request_error": 400, "authentication_error": 401, "billing_error": 402, "permission_error": 403,
    "not_found_error": 404, "request_too_large": 413, "rate_limit_error": 429, "api_error": 500, "timeout_error": 504,
    "overloaded_error": 529,
}  # fmt: skip
"""What the service's kinds of errors are as HTTP statuses: in the middle of a stream there is no status."""


@dataclass(frozen=True)
class Reply:
    """What came back: the words, why they ended, and what was counted."""

    text: str = ""
    stop: str = ""
    refusal: str = ""
    tokens_in: int = 0
    tokens_out: int = 0


_plainly: set[tuple[str, str]] = set()
"""Servers and models that cannot be held to a schema; they are told it instead."""


_ACCOUNT = Account(KEY, ADDRESS, DEFAULT_ADDRESS, "anthropic", "platform.claude.com (API keys)")
key, address, host, shown, missing = _ACCOUNT.key, _ACCOUNT.address, _ACCOUNT.host, _ACCOUNT.shown, _ACCOUNT.missing


def price(model: str, letters: int, max_tokens: int, pictures: int = 0) -> float | None:
    """US dollars that a message is likely to cost; None where no price is known. A picture is about 1600 tokens at most."""
    asked = letters / LETTERS_PER_TOKEN + 1600 * pictures
    return prices.dollars(address(), model, tokens_in=asked, tokens_out=USUAL_SHARE * (max_tokens + HEADROOM / 4))


def cost(model: str, reply: Reply) -> float:
    """US dollars of an answer; 0 where no price is known."""
    return prices.dollars(address(), model, tokens_in=reply.tokens_in, tokens_out=reply.tokens_out) or 0.0


def answered(
    provider: str,
    body: Mapping[str, Any],
    schema: Mapping[str, Any],
    max_tokens: int,
    telling: calling.Telling,
    timeout: float,
) -> Reply:
    """The model's whole answer, read as it is written. With a `schema` the server is held to it, or told it where it cannot be.

    Raises MissingDependency (package, key, credit, model), RateLimited, Refused, BadOutput (an answer that was cut off) or
    Unavailable; whatever `telling` raises ends the call at once.
    """
    at = (address(), str(body["model"]))
    if schema and at not in _plainly:
        try:
            return _whole(provider, _held(body, schema), max_tokens, telling, timeout)
        except _NoSchemas:
            _plainly.add(at)
    return _whole(provider, _told(body, schema) if schema else body, max_tokens, telling, timeout)


def _held(body: Mapping[str, Any], schema: Mapping[str, Any]) -> dict[str, Any]:
    from anthropic import transform_schema

    form = transform_schema(answer.strict(dict(schema)))
    return {**body, "output_config": {"format": {"type": "json_schema", "schema": form}}}


def _told(body: Mapping[str, Any], schema: Mapping[str, Any]) -> dict[str, Any]:
    words = answer.explained(dict(schema))
    return {**body, "system": f"{body['system']}\n\n{words}" if body.get("system") else words}


def _whole(provider: str, body: Mapping[str, Any], max_tokens: int, telling: calling.Telling, timeout: float) -> Reply:
    def call(client: Anthropic) -> Reply:
        with client.messages.stream(**body, max_tokens=max_tokens + HEADROOM) as stream:
            return _read(stream, provider, max_tokens, telling)

    reply = asked(provider, call, telling, timeout)
    with calling.paid(cost(provider.partition(":")[2], reply)):
        _check(reply, provider)
    return reply


def _check(reply: Reply, provider: str) -> None:
    model = provider.partition(":")[2]
    if reply.stop == "refusal":
        message = f"{model} declined to answer this; change the text and try again."
        raise Refused(message, provider=provider, words=reply.refusal)
    if reply.stop in ("max_tokens", "model_context_window_exceeded"):
        message = f"{model} was cut off before its answer was complete; ask for a shorter text or choose another model."
        raise BadOutput(message, provider=provider, words=reply.text)
    if not reply.text.strip():
        raise BadOutput(f"{model} answered without words; try again or choose another model.", provider=provider)


def result(provider: str, reply: Reply, schema: Mapping[str, Any]) -> TextResult:
    """A reply as what a maker gives, its JSON checked against the schema. BadOutput knows what was paid."""
    dollars = cost(provider.partition(":")[2], reply)
    with calling.paid(dollars):
        data = answer.parse(reply.text, dict(schema), provider=provider) if schema else None
    return TextResult(reply.text, data, reply.tokens_in, reply.tokens_out, dollars)


def _read(stream: Any, provider: str, max_tokens: int, telling: calling.Telling) -> Reply:
    """Gather the pieces of an answer as they come, telling of them."""
    reply, expected = Reply(), max(200, max_tokens * 3)
    for event in stream:
        kind = getattr(event, "type", "")
        if kind == "message_start":
            reply = _counted(reply, event.message.usage)
        elif kind == "content_block_delta" and event.delta.type == "text_delta":
            reply = replace(reply, text=reply.text + event.delta.text)
        elif kind == "message_delta":
            details = getattr(event.delta, "stop_details", None)
            why = str(getattr(details, "explanation", None) or getattr(details, "category", None) or "")
            reply = replace(_counted(reply, event.usage), stop=event.delta.stop_reason or "", refusal=why)
        telling(min(0.95, len(reply.text) / expected), "writing" if reply.text else "thinking")
    if not reply.stop:
        raise strange(provider, reply.text)
    return reply


def _counted(reply: Reply, usage: Any) -> Reply:
    """With the tokens of a usage: what was cached was read as well, and is counted like the rest."""
    read = sum(
        getattr(usage, name, None) or 0
        for name in ("input_tokens", "cache_creation_input_tokens", "cache_read_input_tokens")
    )
    return replace(
        reply, tokens_in=read or reply.tokens_in, tokens_out=getattr(usage, "output_tokens", 0) or reply.tokens_out
    )


def asked(provider: str, call: Callable[[Anthropic], T], telling: calling.Telling, timeout: float) -> T:
    """The answer of `call`, patiently; `timeout` is the longest silence in seconds."""
    if lacking := missing():
        raise MissingDependency(lacking, provider=provider)

    def once() -> T:
        with _client(timeout) as client, _translated(provider):
            return call(client)

    return calling.patient(provider, host(), once, telling)


@contextmanager
def _client(timeout: float) -> Iterator[Anthropic]:
    """Redirects are not followed, since the key would go with them to another host; a proxy set for the outside world is not asked
    for a server on this machine."""
    import anthropic

    local = prices.is_local(urlsplit(address()).hostname or "")
    with anthropic.Anthropic(
        api_key=key() or NO_KEY,
        base_url=address(),
        max_retries=0,
        timeout=anthropic.Timeout(timeout, connect=min(10.0, timeout)),
        http_client=anthropic.DefaultHttpxClient(follow_redirects=False, trust_env=not local),
    ) as client:
        yield client


class _NoSchemas(ProviderError):
    """The server cannot hold this model to a schema."""


@contextmanager
def _translated(provider: str) -> Iterator[None]:
    """What the SDK raises within, as the engine's errors, without the key."""
    import anthropic
    from pydantic import ValidationError

    try:
        yield
    except ProviderError:
        raise
    except anthropic.APIStatusError as error:
        raise _of_answer(error, provider) from None
    except anthropic.APIResponseValidationError as error:
        raise strange(provider, str(error.body)) from None
    except (ValidationError, ValueError, TypeError, AttributeError, IndexError) as error:
        raise strange(provider, str(error)) from None
    except anthropic.AnthropicError as error:
        raise calling.of_network(error, provider, shown(), key=key()) from None
    except Exception as error:
        # While a stream is read the transport's own errors come as they are; a person's cancel must go on as it is.
        if not type(error).__module__.startswith(("httpx", "httpcore")):
            raise
        raise calling.of_network(error, provider, shown(), key=key()) from None


def strange(provider: str, words: str = "") -> BadOutput:
    """The error for an answer that is not in the service's form."""
    message = f"The server at {shown()} did not answer as Anthropic does; try again, and see that {ADDRESS} is right."
    return BadOutput(message, provider=provider, words=calling.safe(words, key()))


def _of_answer(error: Any, provider: str) -> ProviderError:
    model, kind = provider.partition(":")[2], str(error.type or "")
    status = int(error.status_code)
    status = _STATUS.get(kind, 500) if 200 <= status < 300 else status
    words = str(error.api_message or error.message)
    said: dict[str, Any] = {"provider": provider, "words": calling.safe(words, key())}
    if 300 <= status < 400:
        return MissingDependency(
            f"The server at {shown()} is somewhere else now ({status}); set {ADDRESS} to its new address.", **said
        )
    if status == 400 and ("output_config" in words or "output_format" in words or "structured output" in words.lower()):
        return _NoSchemas(words, **said)
    if status == 404:
        return MissingDependency(
            f"The server at {shown()} has no model '{model}'; choose another, such as {DEFAULT_MODEL}.", **said
        )
    if status == 413 or "prompt is too long" in words:
        return Refused(f"This is too long or too large for {model}; shorten it or choose another model.", **said)
    if "credit balance" in words:
        status = 402
    after = calling.retry_after(error.response.headers)
    found = calling.of_status(status, provider, shown(), KEY, words=words, key=key(), after=after)
    if isinstance(found, Unavailable) and int(error.status_code) < 300:
        found.sent = True  # it had begun to answer
    return found

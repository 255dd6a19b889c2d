"""What all kinds of the OpenAI protocol share: key and address, the SDK's client, and its errors as the engine's own.

Key and address come from OPENAI_API_KEY and OPENAI_BASE_URL each time they are needed and are kept nowhere; a key that this machine keeps
for another server is not used. The SDK's own retries are off: engine.providers.calling does them. Example:
`asked("openai:tts-1", lambda client: client.audio.speech.create(...), progress)`.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from engine.errors import BadOutput, MissingDependency, ProviderError, Refused, Unavailable
from engine.keys import key_for
from engine.providers import calling, prices
from engine.providers.account import Account
from engine.providers.contract import Progress

if TYPE_CHECKING:
    from openai import OpenAI

T = TypeVar("T")
DEFAULT_ADDRESS = "https://api.openai.com/v1"
KEY = "OPENAI_API_KEY"
NO_KEY = "none"
CONNECT = 10.0
"""Seconds to wait for a connection."""

REFUSALS = ("content_filter", "content_policy_violation", "moderation_blocked")
"""The codes by which a server says that it declines the content."""


_ACCOUNT = Account("OPENAI_API_KEY", "OPENAI_BASE_URL", DEFAULT_ADDRESS, "openai", "platform.openai.com")
address, host, shown = _ACCOUNT.address, _ACCOUNT.host, _ACCOUNT.shown


def is_official() -> bool:
    """Whether OpenAI's own server is asked."""
    return address() == DEFAULT_ADDRESS


def ready() -> str | None:
    """None, or what is missing and how to get it. Asks nobody."""
    if importlib.util.find_spec("openai") is None:
        return "The openai package is not installed; install it with: pip install openai"
    if urlsplit(address()).scheme not in ("http", "https"):
        return f"OPENAI_BASE_URL is '{shown()}', which is no address; set it to one such as http://127.0.0.1:11434/v1"
    if not _key() and is_official():
        return (
            "OPENAI_API_KEY is not set; set it to a key of the service, or set OPENAI_BASE_URL to a server "
            "that speaks the OpenAI protocol, such as http://127.0.0.1:11434/v1"
        )
    return None


def dollars(model: str, **amounts: float) -> float | None:
    """US dollars at the server that is asked now; None where no price is known. See engine.providers.prices."""
    return prices.dollars(address(), model, **amounts)


def asked(
    provider: str, call: Callable[[OpenAI], T], progress: Progress, timeout: float, *, tries: int = calling.TRIES
) -> T:
    """The answer of `call`, patiently; `timeout` is the longest silence in seconds.

    Raises MissingDependency (package, key, model, address), RateLimited, Refused, BadOutput or Unavailable; whatever `progress` raises
    ends the call at once.
    """
    missing = ready()
    if missing:
        raise MissingDependency(missing, provider=provider)

    def once() -> T:
        with _client(timeout) as client, errors_of(provider, client):
            return call(client)

    return calling.patient(provider, host(), once, progress, tries=tries)


@contextmanager
def errors_of(provider: str, client: OpenAI) -> Iterator[None]:
    """The SDK's errors as the engine's own."""
    import openai

    try:
        yield
    except openai.APIStatusError as error:
        offered = _offered(client) if error.status_code == 404 else ()
        raise of_status(error, provider, offered) from None
    except (openai.OpenAIError, json.JSONDecodeError, UnicodeDecodeError) as error:
        raise of_error(error, provider) from None


@contextmanager
def _client(timeout: float) -> Iterator[OpenAI]:
    import openai

    local = prices.is_local(urlsplit(address()).hostname or "")
    client = openai.OpenAI(
        api_key=_key() or NO_KEY,
        base_url=address(),
        max_retries=0,
        timeout=openai.Timeout(timeout, connect=CONNECT),
        # A proxy set for the outside world cannot reach a server on this machine.
        http_client=openai.DefaultHttpxClient(trust_env=False) if local else None,
    )
    with client:
        yield client


def _key() -> str:
    return key_for(KEY, address())


def _offered(client: OpenAI) -> tuple[str, ...]:
    """The models that the server says it has; empty where it does not say."""
    import openai

    try:
        return tuple(model.id for model in client.with_options(timeout=10.0).models.list().data)
    except (openai.OpenAIError, ValueError, AttributeError, TypeError):
        return ()


def of_error(error: Exception, provider: str) -> ProviderError:
    """The engine's error for one of the SDK's that is no HTTP status."""
    import openai

    if isinstance(error, openai.APIConnectionError):
        return calling.of_network(error, provider, shown(), key=_key())
    if isinstance(error, json.JSONDecodeError | UnicodeDecodeError | openai.APIResponseValidationError):
        return outside(provider, str(getattr(error, "doc", "")))
    words = calling.safe(str(error), _key())
    return Unavailable(
        f"The server at {shown()} reported a fault; try again.", provider=provider, words=words, sent=True
    )


@contextmanager
def in_form(provider: str, answer: object) -> Iterator[None]:
    """For reading an answer: BadOutput where it lacks what the protocol gives it. The SDK lets such answers through."""
    try:
        yield
    except (AttributeError, TypeError, ValueError, KeyError, IndexError):
        raise outside(provider, repr(answer)) from None


def plain(answer: bytes) -> str:
    """The beginning of an answer in words, for an error; '' where it is no text."""
    try:
        return calling.safe(answer[:400].decode(), _key())
    except UnicodeDecodeError:
        return ""


def outside(provider: str, words: str) -> BadOutput:
    """An answer that is not in the protocol."""
    message = f"The server at {shown()} did not answer in the OpenAI protocol; see that OPENAI_BASE_URL is right (it mostly ends in /v1)."
    return BadOutput(message, provider=provider, words=calling.safe(words, _key()))


def of_status(error: Any, provider: str, offered: tuple[str, ...] = ()) -> ProviderError:
    """The engine's error for an answer that is an error; what is special to this protocol first. `offered`: the server's models."""
    status, key, model = error.status_code, _key(), provider.partition(":")[2]
    said: dict[str, Any] = {"provider": provider, "words": calling.safe(str(error.message), key)}
    if status == 404 and offered:
        there = ", ".join(offered[:8])
        return MissingDependency(f"The server at {shown()} has no model '{model}'; it has {there}.", **said)
    if error.code == "insufficient_quota":
        status = 402
    if status == 403:
        return MissingDependency(
            f"The key in {KEY} may not use {model} at {shown()}; choose another model or key.", **said
        )
    if error.code in REFUSALS:
        return Refused(f"{model} declined to make this; change its words and try again.", **said)
    if error.code == "context_length_exceeded" or status == 413:
        return Refused(
            f"This is too long or too large for {model}; shorten it or choose a model that takes more.", **said
        )
    after = calling.retry_after(error.response.headers)
    return calling.of_status(status, provider, shown(), KEY, words=str(error.message), key=key, after=after)

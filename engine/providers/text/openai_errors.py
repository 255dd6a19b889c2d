"""The OpenAI SDK's errors as the engine's own: one sentence that says what to do next, and never a key.

Also reads from a refusal how a server would rather be asked. Imports the SDK; import it only where the SDK is in use already.
"""

from __future__ import annotations

import email.utils
import json
import re
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import openai

from engine.errors import BadOutput, MissingDependency, ProviderError, RateLimited, Refused, Unavailable

if TYPE_CHECKING:
    from engine.providers.text.openai import Manner

_KEYS = re.compile(r"\b(?:sk|gsk|key|pk)[-_][A-Za-z0-9_\-*.]{6,}|Bearer\s+\S+", re.IGNORECASE)
_FORMAT = re.compile(r"response_format|json_schema|json_object|structured|grammar|schema|guided", re.IGNORECASE)
_EASIER_FORMAT = {"schema": "object", "object": "plain"}
_REFUSALS = ("content_filter", "content_policy_violation", "moderation_blocked")


def easier_manner(manner: Manner, error: openai.APIStatusError, has_schema: bool) -> Manner | None:
    """The manner to try next after the server refused a request's form (400, 422); None where its form was not the fault."""
    if error.status_code not in (400, 422) or error.code in (*_REFUSALS, "context_length_exceeded"):
        return None
    words = str(error.message)
    other = "max_tokens" if manner.cap == "max_completion_tokens" else "max_completion_tokens"
    if manner.cap in words and "cap" not in manner.skip:
        return replace(manner, cap=other, skip=manner.skip | {"cap"})
    for name in ("temperature", "stream_options", "seed"):
        if name in words and name not in manner.skip:
            return replace(manner, skip=manner.skip | {name})
    unclear = manner.format == "schema" or _FORMAT.search(words)
    if has_schema and unclear and manner.format in _EASIER_FORMAT:
        return replace(manner, format=_EASIER_FORMAT[manner.format])
    return None


def translated(error: Exception, provider: str, address: str, key: str, offered: tuple[str, ...] = ()) -> ProviderError:
    """The engine's error for an error of the SDK. `address` and `key` are those that were used, `offered` the server's models."""
    if isinstance(error, openai.APIStatusError):
        if error.status_code == 404 and offered:
            message = (
                f"The server at {address} has no model '{provider.partition(':')[2]}'; it has {', '.join(offered[:8])}."
            )
            return MissingDependency(message, provider=provider, words=_safe(str(error.message), key))
        return _of_status(error, provider, address, key)
    if isinstance(error, openai.APITimeoutError):
        return Unavailable(f"The server at {address} did not answer in time; try again.", provider=provider)
    if isinstance(error, openai.APIConnectionError):
        message = f"The server at {address} cannot be reached or broke off; see that it is running and try again."
        return Unavailable(message, provider=provider, words=_safe(str(error.__cause__ or error), key))
    if isinstance(error, json.JSONDecodeError):
        message = f"The server at {address} did not answer in the OpenAI protocol; see that OPENAI_BASE_URL is right (it mostly ends in /v1)."
        return BadOutput(message, provider=provider, words=_safe(error.doc, key))
    return Unavailable(
        f"The server at {address} reported a fault; try again.", provider=provider, words=_safe(str(error), key)
    )


def _of_status(error: openai.APIStatusError, provider: str, address: str, key: str) -> ProviderError:
    status, words = error.status_code, _safe(str(error.message), key)
    said = {"provider": provider, "words": words}
    model = provider.partition(":")[2]
    if status == 401:
        what = (
            "does not accept the key in OPENAI_API_KEY; set a valid one"
            if key
            else "asks for a key; set OPENAI_API_KEY"
        )
        return MissingDependency(f"The server at {address} {what}.", **said)
    if error.code == "insufficient_quota" or status == 402:
        return MissingDependency(
            f"The account at {address} has no credit left; add some there, or choose another provider.", **said
        )
    if status == 429:
        after = retry_after(error)
        wait = f"try again in {after:.0f} seconds" if after else "try again later"
        return RateLimited(f"The server at {address} asks to wait; {wait}.", after=after, **said)
    if status == 403:
        return MissingDependency(
            f"The key in OPENAI_API_KEY may not use {model} at {address}; choose another model or key.", **said
        )
    if status == 404:
        message = f"The server at {address} has no model '{model}', or the address is wrong (it mostly ends in /v1)."
        return MissingDependency(message, **said)
    if status in (408, 409) or status >= 500:
        return Unavailable(f"The server at {address} failed ({status}); try again.", **said)
    if error.code in _REFUSALS:
        return Refused(f"{model} declined to write this; change the text and try again.", **said)
    if error.code == "context_length_exceeded" or status == 413:
        return Refused(f"The text is too long for {model}; shorten it or choose a model that takes more.", **said)
    return Refused(f"The server at {address} refused the request ({status}): {words}", **said)


def retry_after(error: openai.APIStatusError) -> float | None:
    """How many seconds the server asks to wait, from the headers that say so."""
    headers = error.response.headers
    for name, divisor in (("retry-after-ms", 1000), ("retry-after", 1)):
        try:
            return float(headers[name]) / divisor
        except (KeyError, ValueError):
            continue
    date = email.utils.parsedate_tz(headers.get("retry-after", ""))
    return max(0.0, email.utils.mktime_tz(date) - time.time()) if date else None


def _safe(words: str, key: str) -> str:
    """The server's own words, short and without anything that looks like a key."""
    if len(key) > 3:
        words = words.replace(key, "(key)")
    return _KEYS.sub("(key)", words).strip()[:400]

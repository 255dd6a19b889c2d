"""What the makers of ElevenLabs share: the key, the address, the SDK's client, and the service's errors as the engine's own.

Key and address come from ELEVENLABS_API_KEY and ELEVENLABS_BASE_URL each time and are kept nowhere. Knows no kind of maker.
Example: `asked("elevenlabs", lambda service: service.voices.search(request_options=ONCE), progress, 60.0)`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from engine.errors import BadOutput, MissingDependency, ProviderError, Refused
from engine.providers import calling, prices
from engine.providers.account import Account
from engine.providers.contract import Progress

if TYPE_CHECKING:
    from elevenlabs.client import ElevenLabs

T = TypeVar("T")
KEY, ADDRESS = "ELEVENLABS_API_KEY", "ELEVENLABS_BASE_URL"
DEFAULT_ADDRESS = "https://api.elevenlabs.io"
NO_KEY = "none"
CLONING = "voice cloning"
"""What stands for a model in the name of whoever makes a voice."""
ONCE: Any = {"max_retries": 0}
"""The SDK's own retries off: engine.providers.calling does them, so that it is known what was asked."""

# The service's own words for what went wrong (detail.code, or detail.status where it is older).
_NO_CREDIT = (
    "quota_exceeded",
    "insufficient_credits",
    "payment_required",
    "paid_plan_required",
    "only_for_creator_plus",
)
_REFUSED = (
    "content_against_policy",
    "bad_prompt",
    "bad_composition_plan",
    "voice_blocked_detected",
    "famous_voice_not_permitted",
)
_PLAN = (
    "can_not_use_instant_voice_cloning",
    "voice_limit_reached",
    "voice_add_edit_limit_reached",
    "maximum_voices_reached",
)
"""What the account's plan does not include; the service says which would."""
_TOO_LONG = ("max_character_limit_exceeded", "text_too_long")
_NO_VOICE = ("voice_not_found", "voice_does_not_exist", "voice_not_fine_tuned")
_NO_MODEL = ("model_not_found", "model_id_does_not_exist", "model_access_denied")
_NO_RIGHT = ("missing_permissions", "insufficient_permissions", "free_users_not_allowed", "detected_unusual_activity")


class NoVoice(MissingDependency):
    """The service does not have the voice that was asked for."""


_ACCOUNT = Account(KEY, ADDRESS, DEFAULT_ADDRESS, "elevenlabs", "elevenlabs.io (Developers, API keys)")
key, address, host, shown, missing = _ACCOUNT.key, _ACCOUNT.address, _ACCOUNT.host, _ACCOUNT.shown, _ACCOUNT.missing


def asked(
    provider: str, call: Callable[[ElevenLabs], T], progress: Progress, timeout: float, *, tries: int = calling.TRIES
) -> T:
    """The answer of `call`, patiently; `timeout` is the longest silence in seconds.

    Raises MissingDependency (package, key, credit, model; NoVoice), RateLimited, Refused, BadOutput or Unavailable; whatever `progress`
    raises ends the call at once.
    """
    if lacking := missing():
        raise MissingDependency(lacking, provider=provider)

    def once() -> T:
        with _client(timeout) as service, _translated(provider):
            return call(service)

    return calling.patient(provider, host(), once, progress, tries=tries)


@contextmanager
def _client(timeout: float) -> Iterator[ElevenLabs]:
    """The SDK's client for one call.

    Redirects are not followed, since the key would go with them to another host; a proxy set for the outside world is not asked
    for a server on this machine.
    """
    import httpx
    from elevenlabs.client import ElevenLabs

    local = prices.is_local(urlsplit(address()).hostname or "")
    limits: Any = httpx.Timeout(timeout, connect=min(10.0, timeout))
    with httpx.Client(timeout=limits, follow_redirects=False, trust_env=not local) as http:
        yield ElevenLabs(api_key=key() or NO_KEY, base_url=address(), httpx_client=http, timeout=limits)


@contextmanager
def _translated(provider: str) -> Iterator[None]:
    """What the SDK raises within, as the engine's errors, without the key. A voice that is not there is NoVoice."""
    import httpx
    from elevenlabs.core.api_error import ApiError
    from elevenlabs.core.parse_error import ParsingError
    from pydantic import ValidationError

    try:
        yield
    except ProviderError:
        raise
    except ApiError as error:
        raise _of_answer(error, provider) from None
    except httpx.RequestError as error:
        raise calling.of_network(error, provider, shown(), key=key()) from None
    except (ParsingError, ValidationError, ValueError, TypeError, AttributeError, KeyError) as error:
        raise strange(provider, str(error)) from None


def strange(provider: str, words: str = "") -> BadOutput:
    """The error for an answer that is not in the service's form."""
    message = f"The server at {shown()} did not answer as ElevenLabs does; try again, and see that {ADDRESS} is right."
    return BadOutput(message, provider=provider, words=calling.safe(words, key()))


def _of_answer(error: Any, provider: str) -> ProviderError:
    status, (code, words) = int(error.status_code or 0), _detail(error.body)
    model = provider.partition(":")[2]
    said: dict[str, Any] = {"provider": provider, "words": calling.safe(words or code, key())}
    if 200 <= status < 300:
        return strange(provider, words)
    if 300 <= status < 400:
        return MissingDependency(
            f"The server at {shown()} is somewhere else now ({status}); set {ADDRESS} to its new address.", **said
        )
    if code in _REFUSED:
        what = "recording" if model == CLONING else "text"
        return Refused(f"ElevenLabs declined this content; change the {what} and try again.", **said)
    if code in _PLAN:
        return MissingDependency(f"Your plan at ElevenLabs does not allow this: {said['words']}", **said)
    if code in _TOO_LONG or status == 413:
        return Refused(f"This is too long for {model}; make it shorter or choose a model that takes more.", **said)
    if code in _NO_VOICE:
        return NoVoice("ElevenLabs does not have this voice; choose another.", **said)
    if code in _NO_MODEL:
        return MissingDependency(f"ElevenLabs has no model '{model}' for this key; choose another model.", **said)
    if code in _NO_CREDIT:
        status = 402
    elif code in _NO_RIGHT:
        status = 403
    after = calling.retry_after(error.headers or {})
    return calling.of_status(status, provider, shown(), KEY, words=words or code, key=key(), after=after)


def _detail(body: Any) -> tuple[str, str]:
    """The service's code and words for an error, whatever form they came in: {'detail': {'status' or 'code', 'message'}},
    {'detail': [{'msg'}]}, {'detail': '...'} or a plain text."""
    if hasattr(body, "model_dump"):
        body = body.model_dump()
    detail = body.get("detail", body) if isinstance(body, Mapping) else body
    if isinstance(detail, list) and detail:
        detail = {
            "message": "; ".join(str(row.get("msg", row)) if isinstance(row, Mapping) else str(row) for row in detail)
        }
    if isinstance(detail, Mapping):
        code = next((str(detail[name]) for name in ("code", "status") if detail.get(name)), "")
        return code, str(detail.get("message") or detail.get("error") or "")
    return "", str(detail or "")

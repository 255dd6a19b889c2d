"""How a paid or distant service is called: how often at once, how often again, when no more, and what is said when it fails.

Knows no vendor: each gives the call and turns its own errors into the engine's (`of_status` and `of_network` help). Nothing here ever
holds a key for longer than a call. Example: `patient("elevenlabs", host, lambda: client.convert(...), progress)`.
"""

from __future__ import annotations

import email.utils
import random
import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from engine.errors import MissingDependency, ProviderError, RateLimited, Refused, Unavailable
from engine.providers.contract import Progress, silent

T = TypeVar("T")
TRIES = 4
FIRST_WAIT, LONGEST_WAIT = 0.5, 30.0
"""Seconds before the second try, doubled each time and spread by chance; and the most that a service's own Retry-After may ask for."""
BREAK_AFTER, BREAK_FOR = 5, 30.0
"""So many failures in a row without an answer, and a service is left alone for so many seconds."""
AT_ONCE = 2
"""Calls to one service at the same time, unless its own file says otherwise."""
TICK = 0.1
"""Seconds between two looks at whether a call that is under way has been cancelled."""

_KEYS = re.compile(r"\b(?:sk|gsk|key|pk|xi|r8)[-_][A-Za-z0-9_\-*.]{6,}|Bearer\s+\S+", re.IGNORECASE)

_TOO_LATE = (504, 524)
"""A gateway gave up waiting: what stands behind it may have done the work all the same."""


@dataclass
class _Line:
    """What is known of one service in this process."""

    gate: threading.BoundedSemaphore
    failures: int = 0
    closed_until: float = 0.0


_lines: dict[str, _Line] = {}
_guard = threading.Lock()


class Telling:
    """A progress that knows what was last said, so that it can be said again while nothing new is heard."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._share, self._words = 0.0, ""

    def __call__(self, share: float, message: str = "") -> None:
        self._share, self._words = share, message
        self._progress(share, message)

    def again(self, words: str = "") -> None:
        """The last share once more; raises where the person has cancelled."""
        self._progress(self._share, words or self._words)


def patient(
    provider: str,
    host: str,
    call: Callable[[], T],
    progress: Progress = silent,
    *,
    at_once: int = AT_ONCE,
    tries: int = TRIES,
) -> T:
    """The answer of `call`, tried again after what may pass (RateLimited, Unavailable), never after anything else.

    `call` raises the engine's errors. It is tried again only after an error that says that nothing was made, so that nothing is paid for
    twice: not after an Unavailable that was `sent`. It runs in a thread of its own; while it runs, and while it is waited for, `progress`
    is called, and what that raises ends it at once (what the service then still answers is dropped). A `call` that tells of its own
    progress does so by the same `Telling` that it is given here, so that shares never go back. After BREAK_AFTER failures in a row the
    service is not asked for BREAK_FOR seconds: Unavailable at once.
    """
    line = _line(host, at_once)
    telling = progress if isinstance(progress, Telling) else Telling(progress)
    _closed(line, provider, host)
    while not line.gate.acquire(timeout=0.2):
        telling.again(f"waiting for {host}")
    try:
        return _tried(line, provider, host, call, telling, tries)
    finally:
        line.gate.release()


def _tried(line: _Line, provider: str, host: str, call: Callable[[], T], telling: Telling, tries: int) -> T:
    for attempt in range(1, tries + 1):
        _closed(line, provider, host)
        try:
            answer = _watched(call, telling)
        except ProviderError as error:
            _count(line, failed=isinstance(error, Unavailable))
            wait = _wait(error, attempt)
            if not error.retryable or getattr(error, "sent", False) or attempt == tries or wait > LONGEST_WAIT:
                raise
            asked = isinstance(error, RateLimited)
            _rest(wait, telling, f"{host} asks to wait" if asked else f"{host} failed; trying again")
            continue
        _count(line, failed=False)
        return answer
    raise AssertionError("the last try answers or raises")


def _watched(call: Callable[[], T], telling: Telling) -> T:
    """The answer of `call`, made in a thread, so that a call that is silent for long can be cancelled."""
    box: dict[str, Any] = {}

    def body() -> None:
        try:
            box["answer"] = call()
        except BaseException as error:  # raised again below, in the thread that asked
            box["error"] = error

    thread = threading.Thread(target=body, name="service call", daemon=True)
    thread.start()
    while True:
        thread.join(TICK)
        if not thread.is_alive():
            break
        telling.again()
    if "error" in box:
        raise box["error"]
    answer: T = box["answer"]
    return answer


def _line(host: str, at_once: int) -> _Line:
    with _guard:
        return _lines.setdefault(host, _Line(threading.BoundedSemaphore(at_once)))


def forget(host: str = "") -> None:
    """Ask a service again, or all of them, whatever happened before: when a person tries again, and between tests."""
    with _guard:
        for name in [host] if host else list(_lines):
            _lines.pop(name, None)


def _closed(line: _Line, provider: str, host: str) -> None:
    left = line.closed_until - time.monotonic()
    if left > 0:
        message = (
            f"{host} failed {BREAK_AFTER} times in a row and is left alone for {left:.0f} seconds; try again then."
        )
        raise Unavailable(message, provider=provider)


def _count(line: _Line, *, failed: bool) -> None:
    with _guard:
        line.failures = line.failures + 1 if failed else 0
        if line.failures >= BREAK_AFTER:
            line.failures, line.closed_until = 0, time.monotonic() + BREAK_FOR


def _wait(error: ProviderError, attempt: int) -> float:
    asked = getattr(error, "after", None)
    if asked is not None:
        return float(asked)
    return float(FIRST_WAIT * 2 ** (attempt - 1) * random.uniform(0.7, 1.3))


def _rest(seconds: float, telling: Telling, words: str) -> None:
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        telling.again(words)
        time.sleep(min(0.2, left))


@contextmanager
def paid(dollars: float) -> Iterator[None]:
    """For work on an answer that is paid for: an error on the way knows what it cost."""
    try:
        yield
    except ProviderError as error:
        error.cost += dollars
        raise


def of_status(
    status: int,
    provider: str,
    address: str,
    key_name: str,
    *,
    words: str = "",
    key: str = "",
    after: float | None = None,
) -> ProviderError:
    """The engine's error for an HTTP status; a vendor's own file first looks for what is special to it. Never has the key in it."""
    said: dict[str, Any] = {"provider": provider, "words": safe(words, key)}
    if status == 401:
        what = f"does not accept the key in {key_name}; set a valid one" if key else f"asks for a key; set {key_name}"
        return MissingDependency(f"The server at {address} {what}.", **said)
    if status == 402:
        message = f"The account at {address} has no credit left; add some there, or choose another provider."
        return MissingDependency(message, **said)
    if status == 403:
        message = f"The key in {key_name} may not do this at {address}; choose another model, voice or key."
        return MissingDependency(message, **said)
    if status == 404:
        return MissingDependency(
            f"The server at {address} does not have what {provider} asked for; check the name or the address.", **said
        )
    if status == 429:
        wait = f"try again in {after:.0f} seconds" if after else "try again later"
        return RateLimited(f"The server at {address} asks to wait; {wait}.", after=after, **said)
    if status in (408, 409, 425) or status >= 500:
        late = status in _TOO_LATE
        return Unavailable(f"The server at {address} failed ({status}); try again.", sent=late, **said)
    return Refused(f"The server at {address} refused the request ({status}): {said['words']}", **said)


def of_network(error: Exception, provider: str, address: str, *, key: str = "") -> Unavailable:
    """The engine's error for an httpx one (or one that an SDK raised from it): nobody there, a time-out, a connection that broke.

    `sent` where the request may have arrived: only what failed while connecting has certainly cost nothing.
    """
    kinds = {
        kind.__name__ for cause in _causes(error) for kind in type(cause).__mro__
    }  # of httpx or of its successor, httpx2
    said: dict[str, Any] = {"provider": provider, "words": safe(str(error.__cause__ or error), key)}
    if kinds & {"ConnectError", "ConnectTimeout", "PoolTimeout", "UnsupportedProtocol"}:
        return Unavailable(f"The server at {address} cannot be reached; see that it is running and try again.", **said)
    if kinds & {"TimeoutException", "APITimeoutError"}:
        message = f"The server at {address} did not answer in time; try again (what it was asked may have been billed)."
        return Unavailable(message, sent=True, **said)
    message = f"The server at {address} broke off; try again (what it was asked may have been billed)."
    return Unavailable(message, sent=True, **said)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def retry_after(headers: Mapping[str, str]) -> float | None:
    """How many seconds a server asks to wait, from the headers that say so (RFC 9110, 10.2.3); None where it does not."""
    low = {name.lower(): value for name, value in headers.items()}
    for name, divisor in (("retry-after-ms", 1000), ("retry-after", 1)):
        try:
            return max(0.0, float(low[name]) / divisor)
        except (KeyError, ValueError):
            continue
    date = email.utils.parsedate_tz(low.get("retry-after", ""))
    return max(0.0, email.utils.mktime_tz(date) - time.time()) if date else None


def safe(words: str, key: str = "") -> str:
    """A server's own words, short and without anything that looks like a key."""
    if len(key) > 3:
        words = words.replace(key, "(key)")
    return _KEYS.sub("(key)", words).strip()[:400]

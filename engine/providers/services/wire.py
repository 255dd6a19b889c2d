"""One call to a configured service: its headers, its JSON, its errors as the engine's, patience. Keeps no jobs and no key.

Example: `Wire(service, telling).json("POST", url, {"json": body})`.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import urlsplit

import httpx

from engine.errors import BadOutput, MissingDependency, ProviderError, Refused, Unavailable
from engine.providers.calling import Telling, of_network, of_status, patient, retry_after, safe
from engine.providers.fetching import is_inside, trusted
from engine.providers.services import Service
from engine.providers.services.filling import filled, found

T = TypeVar("T")
MOST_ANSWER = 8_000_000
_OF_THE_JOB = (400, 404, 410, 422, 451)
"""Statuses that say something of the job that was asked about; all others say something of the caller or the server."""


class Answered(Unavailable):
    """The service itself said that it cannot hand over what it has made."""


@dataclass(frozen=True)
class Answer:
    """What came back: status, JSON (None where it is none), bytes, and for how many seconds it asks to wait."""

    status: int
    data: Any
    body: bytes
    after: float | None


class Wire:
    """How one service is spoken to. `silence` is in seconds; shares of progress never go back."""

    def __init__(self, service: Service, telling: Telling, silence: float) -> None:
        self.service, self.name = service, f"http:{service.name}"
        self._telling, self._silence, self._share = telling, silence, 0.0

    def json(self, method: str, url: str, content: Mapping[str, Any], more: Mapping[str, str] | None = None) -> Any:
        """The answer to a call that must succeed. The key goes along where the address is the service's own."""
        headers = {**(self.headers() if self.service.owns(url) else {}), **(more or {})}
        answer = self._call(method, url, headers, content)
        if answer.status >= 300:
            raise self._fault(answer)
        return self._readable(answer).data

    def look(self, url: str, *, result: bool = False) -> tuple[int, Any]:
        """The answer to a question about a job, and its status: 400 and more say that the job failed or is gone. What says nothing of
        the job itself (a key, a limit, a broken server) is raised; Answered where the server fails to give a `result`."""
        answer = self._call("GET", url, self.headers(), {})
        declined = answer.status == 403 and self.is_refusal(self.words(answer.data))
        if answer.status >= 300 and answer.status not in _OF_THE_JOB and not declined:
            fault = self._fault(answer)
            if result and answer.status >= 500:
                raise Answered(str(fault), provider=self.name, words=fault.words)
            raise fault
        return answer.status, (self._readable(answer).data if answer.status < 300 else answer.data)

    def patient(self, call: Callable[[], T], words: str = "", host: str = "") -> T:
        """A call with the patience of engine.providers.calling."""
        if words:
            self.tell(self._share, words)
        return patient(self.name, host or self.service.host, call, self._telling, at_once=self.service.at_once)

    def free(self, call: Callable[[], T], words: str = "", host: str = "") -> T:
        """A call that costs nothing and changes nothing: tried again whatever broke."""

        def again() -> T:
            try:
                return call()
            except Unavailable as error:
                error.sent = False
                raise

        return self.patient(again, words, host)

    def tell(self, share: float, words: str) -> None:
        """Progress."""
        self._share = max(self._share, share)
        self._telling(self._share, words)

    def rest(self, seconds: float) -> None:
        """Wait, listening to whether the person stops."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            time.sleep(min(0.2, left))
            self._telling.again()

    def headers(self) -> dict[str, str]:
        """The service's headers with the key in its place; those that need a key only where there is one."""
        key, given = self.service.secret(), self.service.headers
        return {name: str(filled(text, {"key": key})) for name, text in given.items() if key or "{key}" not in text}

    def words(self, data: Any) -> str:
        """What an answer says went wrong; '' where it says nothing."""
        there = found(data, self.service.answer.error)
        if there is None:
            return ""
        return self.short(there)

    def short(self, data: Any) -> str:
        """Some of an answer, for the curious, without the key."""
        text = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
        return safe(text, self.service.secret())

    def is_refusal(self, words: str) -> bool:
        """Whether an error's words mean that the content was declined."""
        low = words.lower()
        return any(word.lower() in low for word in self.service.answer.refused)

    def _readable(self, answer: Answer) -> Answer:
        if answer.data is None:
            words = self.short(answer.body[:400].decode("utf-8", "replace"))
            raise BadOutput(f"{self.service.title} did not answer in JSON.", provider=self.name, words=words)
        return answer

    def _call(self, method: str, url: str, headers: Mapping[str, str], content: Mapping[str, Any]) -> Answer:
        timeout = httpx.Timeout(self._silence, connect=min(15.0, self._silence))
        inside = is_inside(urlsplit(url).hostname or "")  # a proxy for the outside world cannot reach it
        own = {**headers, "accept": "application/json"}
        try:
            with (
                httpx.Client(verify=trusted(), timeout=timeout, trust_env=not inside, follow_redirects=False) as web,
                web.stream(method, url, headers=own, **content) as answer,
            ):
                body = b""
                for chunk in answer.iter_bytes():
                    body += chunk
                    if len(body) > MOST_ANSWER:
                        raise BadOutput(f"{self.service.title} answered with too much.", provider=self.name)
                return Answer(answer.status_code, _parsed(body), body, retry_after(answer.headers))
        except httpx.HTTPError as error:
            raise of_network(error, self.name, self.service.host, key=self.service.secret()) from None

    def _fault(self, answer: Answer) -> ProviderError:
        """The engine's error for an answer that is none."""
        status, title = answer.status, self.service.title
        words = self.words(answer.data) or self.short(answer.body[:400].decode("utf-8", "replace"))
        if status < 400:
            message = f"{title} has moved ({status}); mend the address in its service file."
            return MissingDependency(message, provider=self.name, words=words)
        if status in (400, 403, 422, 451) and self.is_refusal(words):
            message = f"{title} declined this content; describe it otherwise."
            return Refused(message, provider=self.name, words=words)
        if status in (400, 405, 413, 415, 422):
            message = f"{title} does not accept the request ({status}: {words[:160]}); mend its service file."
            return MissingDependency(message, provider=self.name, words=words)
        secret, host = self.service.secret(), self.service.host
        return of_status(status, self.name, host, self.service.key, words=words, key=secret, after=answer.after)


def _parsed(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return None

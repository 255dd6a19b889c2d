"""Asks a service that takes its time: submit, look again and again, bring the result. Each request is submitted and paid for once.

The job's id is on disk before the first look (engine.providers.open_jobs), so that a process that was killed takes the job up where it
was; what was brought stays until the take is stored. How a service is spoken to stands in its YAML file (engine.providers.services).
Example: `obtained(service("fal"), "video", wish, scratch, progress).path`.
"""

from __future__ import annotations

import base64
import math
import shutil
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from engine.errors import BadOutput, MissingDependency, ProviderError, RateLimited, Refused, Unavailable
from engine.hashing import digest, file_digest
from engine.providers import open_jobs
from engine.providers.calling import Telling
from engine.providers.contract import Progress, silent
from engine.providers.fetching import Limits, Source, fetch, is_inside, shown
from engine.providers.open_jobs import Job
from engine.providers.services import Kind, Service
from engine.providers.services.filling import filled, found, told
from engine.providers.services.wire import Answered, Wire

SILENCE = 60.0
"""Seconds without a byte after which a call is given up."""
MOST_BYTES = {"image": 60_000_000, "video": 300_000_000}
_GOES_ON = "the job goes on there: make it again, and it is taken up where it is, without being paid for twice"


class StillOpen(Unavailable):
    """A service has accepted the job and not handed it over yet. Making the piece again takes it up."""


@dataclass(frozen=True)
class Wish:
    """One request. `values` fill the holes of the body, `pictures` those that are files; `extra` tells requests with the same body
    apart (a seed that the service does not take); `cost` is in US dollars; `suffix` is of the file that comes."""

    values: Mapping[str, Any]
    pictures: Mapping[str, Path] = field(default_factory=dict)
    extra: Mapping[str, Any] = field(default_factory=dict)
    cost: float = 0.0
    suffix: str = ""


@dataclass(frozen=True)
class Obtained:
    """The file that was brought, a copy in the caller's scratch folder, and what it cost in US dollars."""

    path: Path
    cost: float


def lacking(service: Service) -> str | None:
    """What a service needs before it can be asked: a sentence, or None. Asks nobody."""
    if not service.key:
        return None
    if not service.secret():
        return f"{service.key} is not set; set it to a key of {service.title}."
    if urlsplit(service.submit).scheme != "https" and not is_inside(service.host):
        return f"The address of {service.title} is not encrypted, and a key would be sent to it; write https:// in its service file."
    return None


def obtained(
    service: Service, kind: Kind, wish: Wish, scratch: Path, progress: Progress = silent, silence: float = SILENCE
) -> Obtained:
    """What was wished for, as a file in `scratch`: submitted now, or taken up from an earlier process.

    Raises MissingDependency, RateLimited, Refused, BadOutput, or Unavailable: with `sent` where the request may have been billed and its
    answer was lost, StillOpen where the job goes on. What `progress` raises ends the wait at once, and the job stays open.
    """
    missing = lacking(service)
    if missing:
        raise MissingDependency(missing, provider=f"http:{service.name}")
    open_jobs.sweep()
    talk = _Talk(service, kind, wish, Wire(service, Telling(progress), silence), silence)
    with open_jobs.held(talk.digest, progress) as job:
        if job.state == "asked" and not service.once:
            job.drop()
            raise talk.error(
                Unavailable, f"was asked for this, and the program ended before the answer came; {_BILLED}", sent=True
            )
        if job.state in ("new", "asked"):
            talk.submit(job)
        if job.state == "open":
            talk.wait(job)
        whole = job.file
        if whole is None:
            job.drop()
            raise talk.error(Unavailable, "gave a file that is gone; make it again.")
        path = scratch / f"{talk.digest[:16]}{wish.suffix}"
        shutil.copyfile(whole, path)
        job.claim(scratch)
        return Obtained(path, float(job.facts.get("cost", 0.0)))


_BILLED = "it may be billed there. Make it again to ask anew."


def spoiled(service: Service, kind: Kind, wish: Wish, progress: Progress = silent) -> None:
    """What was brought is no such medium: forget it, so that making again asks anew."""
    talk = _Talk(service, kind, wish, Wire(service, Telling(progress), SILENCE), SILENCE)
    with open_jobs.held(talk.digest, progress) as job:
        job.drop()


class _Talk:
    """One request to one service."""

    def __init__(self, service: Service, kind: Kind, wish: Wish, wire: Wire, silence: float) -> None:
        part = service.part(kind)
        if part is None:
            message = f"{service.title} does not make this kind; choose another maker."
            raise MissingDependency(message, provider=wire.name)
        self._service, self._kind, self._wish, self._part = service, kind, wish, part
        self._wire, self._silence = wire, silence
        self._url = str(filled(service.submit, {"model": part.model}))
        hashes = {name: file_digest(path) for name, path in sorted(wish.pictures.items())}
        asked = filled(part.body, {**wish.values, **hashes})
        self.digest = digest("job", [service.name, kind, self._url, asked, hashes, dict(wish.extra)])

    def error(self, kind: type[ProviderError], says: str, **more: Any) -> ProviderError:
        """An error about this service, as a sentence that begins with its name."""
        return kind(f"{self._service.title} {says}", provider=self._wire.name, **more)

    # ------------------------------------------------------------ asking

    def submit(self, job: Job) -> None:
        """Send the request once and write down the job's id before anything else happens."""
        body = filled(self._part.body, {**self._wish.values, **self._sent_pictures()})

        def once() -> None:
            """In the thread of `patient`, which may outlive a person who stops: what the service answers is kept all the same."""
            if not job.enter():
                raise self.error(Unavailable, "is not waited for any more.")
            try:
                self._submitted(job, body)
            finally:
                job.leave()

        try:
            self._wire.patient(once, f"asking {self._service.title}")
        except (Unavailable, BadOutput):
            if job.state == "asked" and not self._service.once:
                job.drop()  # the person is told now, by this error
            raise

    def _submitted(self, job: Job, body: Any) -> None:
        service = self._service
        job.write("asked", cost=self._wish.cost, service=service.name)
        try:
            known = {service.once: self.digest} if service.once else {}
            answer = self._wire.json(service.method, self._url, {"json": body}, known)
        except Unavailable as error:
            if not error.sent:
                job.drop()
            error.sent = error.sent and not service.once
            raise
        except BadOutput:
            raise  # it was accepted, and what was said about it cannot be read
        except ProviderError:
            job.drop()
            raise
        id = told(answer, service.answer.id)
        status_url = self._address(service.answer.status_url, answer, id)
        result_url = self._address(service.answer.result_url, answer, id)
        job.write("open", id=id, status_url=status_url, result_url=result_url)

    def _address(self, where: str, answer: Any, id: str) -> str:
        """The address of a job: written with its id, or told in the answer. The key will be sent there."""
        if not where:
            return ""
        written = "://" in where
        url = where.replace("{id}", quote(id, safe="")) if written else told(answer, (where,))
        if not url or (written and not id):
            words = f"accepted the request, but does not name the job where its service file looks for it; {_BILLED}"
            raise self.error(BadOutput, words, words=self._wire.short(answer))
        if not self._service.owns(url):
            raise self.error(BadOutput, f"named an address that is not its own ({shown(url)}); no key is sent there.")
        return url

    def _sent_pictures(self) -> dict[str, str]:
        """The pictures as they are sent: inside the request, or put up first where they are large."""
        used = {name: path for name, path in self._wish.pictures.items() if name in self._part.holes}
        return {name: self._picture(path) for name, path in used.items()}

    def _picture(self, path: Path) -> str:
        upload, kind = self._service.upload, "image/png" if path.suffix == ".png" else "image/jpeg"
        content = path.read_bytes()
        if upload is None or len(content) <= upload.over:
            return f"data:{kind};base64,{base64.b64encode(content).decode()}"
        files = {upload.field: (path.name, content, kind)}
        answer = self._wire.free(lambda: self._wire.json("POST", upload.url, {"files": files}), "sending the picture")
        url = told(answer, upload.address)
        if not url:
            raise self.error(
                BadOutput, "took the picture but does not say where it is; see `upload` in its service file."
            )
        return url

    # ------------------------------------------------------------ waiting

    def wait(self, job: Job) -> None:
        """Look until the job is over, then bring its result."""
        try:
            self._bring(job, self._done(job))
        except (Unavailable, RateLimited) as error:
            if job.state != "open" or isinstance(error, StillOpen):
                raise
            message = f"{str(error).rstrip('.')}; {_GOES_ON}."
            raise StillOpen(message, provider=error.provider, words=error.words, sent=True) from None

    def _done(self, job: Job) -> Any:
        """The service's answer once it says that the job is done."""
        begun, poll, rules = time.monotonic(), self._service.poll, self._service.answer
        while True:
            answer = self._looked(job, str(job.facts["status_url"]))
            word, waited = told(answer, rules.status), time.monotonic() - begun
            if word in rules.done:
                return answer
            if word in rules.failed:
                raise self._failed(job, answer)
            if not word:
                raise self._odd("status", answer)
            if waited > poll.timeout:
                raise self.error(StillOpen, f"is not done after {poll.timeout:.0f} seconds; {_GOES_ON}.", sent=True)
            share = 0.85 * (1 - math.exp(-3 * waited / poll.timeout))
            self._wire.tell(share, f"{self._service.title}: {word.lower().replace('_', ' ')}")
            self._wire.rest(poll.every)

    def _bring(self, job: Job, answer: Any) -> None:
        """The finished job's file, into its folder."""
        rules = self._service.answer
        if isinstance(answer, Mapping) and found(answer, rules.error) is not None:
            raise self._failed(job, answer)
        part = job.folder / "result.part"
        try:
            if job.facts.get("result_url"):
                answer = self._looked(job, str(job.facts["result_url"]), result=True)
            url = told(answer, self._part.result or rules.result)
            if not url:
                raise self._odd("result", answer)
            self._fetched(url, part)
        except (BadOutput, Answered):
            job.miss()
            raise
        job.bring(part, self._wish.suffix)

    def _fetched(self, url: str, part: Path) -> None:
        limits = Limits(MOST_BYTES[self._kind], self._silence, is_inside(self._service.host))
        source = Source(url, self._wire.name, self._wire.headers(), self._service.owns)

        def tell(share: float, words: str = "") -> None:
            self._wire.tell(0.87 + 0.1 * share, words)

        host = urlsplit(url).hostname or ""
        self._wire.free(lambda: fetch(source, part, limits, tell), "fetching the result", host)

    def _looked(self, job: Job, url: str, *, result: bool = False) -> Any:
        """The answer to a question about the job. One that is not known there any more, or was given up, is forgotten here."""
        status, answer = self._wire.free(lambda: self._wire.look(url, result=result))
        if status in (404, 410):
            job.drop()
            words = "does not know the job any more; make it again to ask anew (it is paid for again)."
            raise self.error(Unavailable, words, words=self._wire.words(answer))
        if status >= 400:
            raise self._failed(job, answer)
        return answer

    def _failed(self, job: Job, answer: Any) -> ProviderError:
        """The error of a job that the service gave up."""
        job.drop()
        words = self._wire.words(answer)
        if self._wire.is_refusal(words):
            return self.error(Refused, "declined this content; describe it otherwise.", words=words)
        reason = words[:200] or "it does not say why"
        return self.error(Unavailable, f"could not make it ({reason}); make it again to ask anew.", words=words)

    def _odd(self, what: str, answer: Any) -> ProviderError:
        words = f"does not say the {what} where `answer.{what}` of its service file looks for it."
        return self.error(BadOutput, words, words=self._wire.short(answer))

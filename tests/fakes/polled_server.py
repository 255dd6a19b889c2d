"""A pretended service that takes its time: it accepts a job, is asked for it a few times, and hands out a real picture or film.

    with PolledServer(accept(png), style="replicate") as server:   # the reply to each submission; then the last one again
        describe(home, server.url, "replicate")                    # the shipped service file, with this address: 'http:pretend'

It speaks as Replicate or as fal does; a job may fail, be refused, vanish, or hand out what is no file of its kind.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml
from PIL import Image

from engine.providers.services import OURS
from tests.fakes.http_server import Answer, Asked, HttpServer, Reply, json_reply

KEY_NAME = "PRETEND_KEY"
NAME = "pretend"


@dataclass(frozen=True)
class Accept(Reply):
    """A submission that is accepted. `polls` looks find it waiting, then it is `end`: 'done', 'failed' (with `words`), or 'gone'.

    `content` is the file; `where` is its address in place of the server's own; `looks` are replies to the first looks, in order, and
    `fetches` to the first tries to fetch the file.
    """

    content: bytes = b""
    kind: str = "image/png"
    polls: int = 2
    end: str = "done"
    words: str = ""
    where: str = ""
    looks: tuple[Reply, ...] = ()
    fetches: tuple[Answer, ...] = ()
    names_job: bool = True


@dataclass
class _Job:
    """A job at the server, and how often it was asked for."""

    wanted: Accept
    looked: int = 0
    fetched: int = 0


def accept(content: bytes = b"", **more: Any) -> Accept:
    """A job that ends well, with this file."""
    return replace(Accept(content=content), **more)


def png(size: tuple[int, int] = (96, 64), colour: tuple[int, int, int] = (200, 60, 30)) -> bytes:
    """A real picture of one colour."""
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, "PNG")
    return out.getvalue()


def describe(home: Path, url: str, like: str = "replicate", name: str = NAME, **changes: Any) -> None:
    """Write the service file 'NAME.yaml': a shipped one that asks this server, quickly. `changes` replace whole fields."""
    found = yaml.safe_load((OURS / f"{like}.yaml").read_text())
    path = "/v1/models/{model}/predictions" if like == "replicate" else "/{model}"
    found |= {
        "title": "The pretended service",
        "key": KEY_NAME,
        "submit": url + path,
        "poll": {"every": 0.02, "timeout": 30},
    }
    if "upload" in found:
        found["upload"] = {**found["upload"], "url": f"{url}/v1/files"}
    (home / "services").mkdir(parents=True, exist_ok=True)
    (home / "services" / f"{name}.yaml").write_text(yaml.safe_dump({**found, **changes}))


@dataclass(frozen=True)
class _Told:
    """How a style tells of a job."""

    accepted: Callable[[str, str], dict[str, Any]]
    waiting: dict[str, Any]
    ended: Callable[[str, str, str], dict[str, Any]]


def _replicate_end(end: str, words: str, url: str) -> dict[str, Any]:
    if end == "failed":
        return {"status": "failed", "error": words, "output": None}
    return {"status": "succeeded", "error": None, "output": [url] if url.endswith(".png") else url}


STYLES = {
    "replicate": _Told(
        lambda id, url: {"id": id, "status": "starting", "output": None, "urls": {"get": f"{url}/v1/predictions/{id}"}},
        {"status": "processing", "output": None, "error": None},
        _replicate_end,
    ),
    "fal": _Told(
        lambda id, url: {
            "request_id": id,
            "status_url": f"{url}/jobs/requests/{id}/status",
            "response_url": f"{url}/jobs/requests/{id}",
            "status": "IN_QUEUE",
        },
        {"status": "IN_PROGRESS"},
        lambda end, words, url: {"status": "COMPLETED"},
    ),
}


class PolledServer(HttpServer):
    """The server. `jobs` are those that it has accepted; `fetched` the requests for files."""

    def __init__(self, *replies: Answer, style: str = "replicate", port: int = 0) -> None:
        super().__init__(*replies, port=port, aside=self._about_jobs)
        self.style = style
        self.jobs: dict[str, _Job] = {}
        self.uploads: list[Asked] = []

    def reset(self, *replies: Answer) -> None:
        """Other replies from now on."""
        with self._lock:
            self._replies = list(replies)

    @property
    def bill(self) -> int:
        """How many jobs were accepted."""
        return sum(a.method == "POST" and r.status < 400 and a.path != "/v1/files" for a, r in list(self.served))

    @property
    def looks(self) -> list[Asked]:
        """The requests that asked for a job's state or result."""
        return [
            asked for asked, _ in list(self.served) if asked.method == "GET" and not asked.path.startswith("/files/")
        ]

    @property
    def fetches(self) -> list[Asked]:
        """The requests for files."""
        return [asked for asked, _ in list(self.served) if asked.path.startswith("/files/")]

    def _next(self, asked: Asked) -> Reply:
        reply = super()._next(asked)
        if not isinstance(reply, Accept):
            return reply
        id = f"job-{len(self.jobs) + 1}"
        self.jobs[id] = _Job(reply)
        told = STYLES[self.style].accepted(id, self.url) if reply.names_job else {"status": "starting"}
        return replace(reply, body=json.dumps(told).encode(), status=201)

    def _about_jobs(self, asked: Asked) -> Reply | None:
        """Looks, files and uploads; submissions are let through."""
        if asked.method == "POST" and asked.path == "/v1/files":
            self.uploads.append(asked)
            return json_reply({"id": "f1", "urls": {"get": f"{self.url}/v1/files/f{len(self.uploads)}"}}, 201)
        if asked.method != "GET":
            return None
        parts = asked.path.strip("/").split("/")
        id = next((part for part in parts if part.partition(".")[0] in self.jobs), "").partition(".")[0]
        job = self.jobs.get(id)
        if job is None or (job.wanted.end == "gone" and job.looked >= job.wanted.polls):
            return json_reply({"detail": "no such job"}, 404)
        if parts[0] == "files":
            return self._file(job, asked)
        return self._result(job, id) if self.style == "fal" and parts[-1] == id else self._state(job, id)

    def _file(self, job: _Job, asked: Asked) -> Reply:
        job.fetched += 1
        if job.fetched <= len(job.wanted.fetches):
            special = job.wanted.fetches[job.fetched - 1]
            return special(asked) if callable(special) else special
        return Reply(job.wanted.content, media=job.wanted.kind)

    def _state(self, job: _Job, id: str) -> Reply:
        job.looked += 1
        if job.looked <= len(job.wanted.looks):
            return job.wanted.looks[job.looked - 1]
        told = STYLES[self.style]
        if job.looked <= job.wanted.polls:
            return json_reply({"id": id, **told.waiting})
        return json_reply({"id": id, **told.ended(job.wanted.end, job.wanted.words, self._url_of(job, id))})

    def _result(self, job: _Job, id: str) -> Reply:
        """fal tells the result at an address of its own; a job that failed has an error there."""
        if job.wanted.end == "failed":
            return json_reply({"detail": [{"msg": job.wanted.words, "type": job.wanted.words}]}, 422)
        url = {"url": self._url_of(job, id)}
        return json_reply({"video": url} if job.wanted.kind.startswith("video") else {"images": [url]})

    def _url_of(self, job: _Job, id: str) -> str:
        suffix = ".mp4" if job.wanted.kind.startswith("video") else ".png"
        return job.wanted.where or f"{self.url}/files/{id}{suffix}"

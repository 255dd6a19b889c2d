"""What a row of the contract suite is made of, and how a provider of any kind is called. Rows import from here, and from nowhere else here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.providers.contract import Progress, silent
from tests.fakes.http_server import AT_ONCE, HttpServer, changed, json_reply

KEY = "sk-contract-abcdefghijklmnopqrstuvwxyz"
"""What every service's key is in this suite; looked for in all that comes out."""

VERBS = {
    "text": "write", "speech": "speak", "transcript": "hear", "image": "draw", "music": "compose", "video": "film",
    "sounds": "sound",
    "vision": "look", "embedding": "embed", "moderation": "judge",
}  # fmt: skip
WITH_A_FOLDER = ("speech", "transcript", "image", "music", "video", "sounds")
"""Kinds whose call is given a folder for its files."""


def plain_fault(status: int, message: str, headers: Mapping[str, str]) -> Any:
    """An error as most services write it."""
    return json_reply({"error": {"message": message}}, status, **{k.replace("-", "_"): v for k, v in headers.items()})


@dataclass(frozen=True)
class Wire:
    """How a service is spoken to and answers.

    `environ(url)` gives the variables that bring its address and KEY; `key` is the name of the key's variable ('' where it needs none).
    `good` is the answer when all is well; `malformed`, `partial` and `refused` are answers that arrive whole, each of them one case.
    `fault(status, message, headers)` is an error as this service writes it. `late` and `cut` are `good` that comes too late and `good`
    whose connection breaks, in the middle and at once; `held` never comes. `serve()` starts the pretended service: it has `url`,
    `asked` (a list whose items have `at`), `bill` (calls that would be paid for), `queue(*replies)` and is a context manager.
    `asks`: how often an answer out of its form may be paid for, where it is asked for again in an easier manner. `prices_of`: the host of the price table whose prices apply. `free`: asking twice costs nothing, so it may be asked again after a
    time-out.
    """

    environ: Callable[[str], Mapping[str, str]]
    good: Any
    key: str = ""
    malformed: tuple[Any, ...] = ()
    partial: tuple[Any, ...] = ()
    refused: tuple[Any, ...] = ()
    fault: Callable[[int, str, Mapping[str, str]], Any] = plain_fault
    late: Callable[[Any, float], Any] = lambda good, seconds: changed(good, delay=seconds)
    cut: Callable[[Any], tuple[Any, ...]] = lambda good: (changed(good, cut=AT_ONCE), changed(good, cut=5))
    held: Callable[[Any], Any] = lambda good: changed(good, hold=True)
    serve: Callable[[], Any] = HttpServer
    prices_of: str = ""
    asks: int = 1
    free: bool = False


@dataclass(frozen=True)
class Case:
    """One provider. `check(result, server)` says what is wrong with a good result, or None; `server` is None without a wire.

    `make(seconds)` builds it with the longest silence that it waits for. `request(folder)` may write files into the folder. `cost` is
    what one good call costs by the price table; `known`: `price(request)` must say the same before (else only something near it). A maker on this machine has no wire.
    """

    name: str
    kind: str
    provider: str
    make: Callable[[float], Any]
    request: Callable[[Path], Any]
    check: Callable[[Any, Any], str | None]
    wire: Wire | None = None
    cost: float = 0.0
    known: bool = True

    def __str__(self) -> str:
        return self.name

    def call(self, provider: Any, request: Any, folder: Path, progress: Progress = silent) -> Any:
        """The one verb of the kind."""
        verb = getattr(provider, VERBS[self.kind])
        return verb(request, folder, progress) if self.kind in WITH_A_FOLDER else verb(request, progress)

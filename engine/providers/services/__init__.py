"""Services that are told of, not programmed: one YAML file each says how a polled service is asked for pictures and films.

Ours lie beside this file; a person's own in `services` of the home folder, where a file of the same name comes before ours. No file
ever holds a key, only the name of the variable that does. docs/services.md tells every field.
Example: `service("replicate").video.price.second`.
"""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, cast
from urllib.parse import urlsplit

import yaml
from pydantic import Field, ValidationError, field_validator, model_validator

from engine.errors import UserError
from engine.home import home
from engine.keys import key_for
from engine.providers.services.filling import check, holes
from engine.types import Frozen

Kind = Literal["image", "video"]
OURS = Path(__file__).parent
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,40}")
_VARIABLE = re.compile(r"[A-Z][A-Z0-9_]{1,60}")
_LOOKS_LIKE_A_KEY = re.compile(
    r"(?:sk|r8|gsk|xi|pk)[-_][A-Za-z0-9_-]{8,}|(?:Bearer|Key|Token)\s+[^{\s][^\s]{8,}", re.IGNORECASE
)

COMMON = ("prompt", "negative", "width", "height", "aspect", "seed")
MAY_HOLD: dict[Kind, tuple[str, ...]] = {
    "image": (*COMMON, "image", "mask", "strength"),
    "video": (*COMMON, "seconds", "fps", "frames", "image", "last"),
}
"""What a body may ask for, by kind."""
ASPECTS = ("16:9", "9:16", "1:1", "4:3", "3:4", "3:2", "2:3", "21:9")


class Price(Frozen):
    """US dollars: for each call, each second of film, each million pixels; and when and where they were read."""

    call: float = Field(default=0.0, ge=0)
    second: float = Field(default=0.0, ge=0)
    megapixel: float = Field(default=0.0, ge=0)
    as_of: str = ""
    source: str = ""

    def of(self, width: int, height: int, seconds: float = 0.0) -> float:
        """What one call costs."""
        return round(self.call + self.second * seconds + self.megapixel * width * height / 1e6, 6)


class Part(Frozen):
    """How one kind is asked for. `sizes` are the only ones that it makes, else any whose sides are multiples of `multiple` up to
    `largest`; `seconds` the only lengths, else any from `shortest` to `longest`."""

    model: str = ""
    body: dict[str, Any]
    price: Price
    sizes: tuple[tuple[int, int], ...] = ()
    multiple: int = Field(default=16, ge=1)
    largest: int = Field(default=2048, ge=64)
    aspects: tuple[str, ...] = ASPECTS
    seconds: tuple[float, ...] = ()
    shortest: float = Field(default=1.0, gt=0)
    longest: float = Field(default=0.0, ge=0)
    result: tuple[str, ...] = ()

    @property
    def holes(self) -> frozenset[str]:
        """What its body asks for."""
        return holes(self.body)

    @property
    def most_seconds(self) -> float:
        """The longest film of one call; 0 where no limit is known."""
        return max(self.seconds) if self.seconds else self.longest


class Answer(Frozen):
    """Where things stand in the service's answers: dotted paths (`output.0.url`), the first that leads somewhere counts.

    `status_url` and `result_url` are paths in the answer to the submission, or addresses with {id} in them; with no `result_url` the
    result stands in the status. `refused` are words in an error that mean that the content was declined.
    """

    id: tuple[str, ...] = ("id",)
    status: tuple[str, ...] = ("status",)
    status_url: str
    result_url: str = ""
    result: tuple[str, ...] = ()
    error: tuple[str, ...] = ("error", "detail", "message")
    done: tuple[str, ...]
    failed: tuple[str, ...] = ()
    refused: tuple[str, ...] = (
        "nsfw",
        "content policy",
        "content_policy",
        "moderation",
        "sensitive",
        "safety",
        "prohibited",
    )


class Poll(Frozen):
    """Seconds between two looks, and how long one waits for a job before it is left to be taken up another time."""

    every: float = Field(default=2.0, ge=0.01, le=60)
    timeout: float = Field(default=900.0, gt=0, le=86_400)


class Upload(Frozen):
    """Where pictures of more than `over` bytes are put first: form field, and where the answer says their address."""

    url: str
    field: str = "file"
    address: tuple[str, ...]
    over: int = Field(default=700_000, ge=0)


class Service(Frozen):
    """One service. `once` is the header by which it knows a request that it has had before, if it has one."""

    name: str = ""
    title: str
    key: str = ""
    headers: dict[str, str] = Field(default_factory=dict)
    submit: str
    method: Literal["POST", "PUT"] = "POST"
    once: str = ""
    at_once: int = Field(default=2, ge=1, le=16)
    answer: Answer
    poll: Poll = Poll()
    upload: Upload | None = None
    image: Part | None = None
    video: Part | None = None

    @field_validator("key")
    @classmethod
    def _key(cls, value: str) -> str:
        if value and not _VARIABLE.fullmatch(value):
            raise ValueError("this must be the name of a variable, such as MY_SERVICE_KEY, never the key itself")
        return value

    @field_validator("headers")
    @classmethod
    def _headers(cls, value: dict[str, str]) -> dict[str, str]:
        for text in value.values():
            check(text, {"key"})
            if _LOOKS_LIKE_A_KEY.search(text):
                raise ValueError("write {key} where the key belongs; it is read from the variable that `key` names")
        return value

    @model_validator(mode="after")
    def _whole(self) -> Service:
        if self.image is None and self.video is None:
            raise ValueError("it makes neither pictures nor films: give `image` or `video`")
        for kind in ("image", "video"):
            part = self.part(cast(Kind, kind))
            if part is not None:
                check(part.body, set(MAY_HOLD[cast(Kind, kind)]))
                if not (part.result or self.answer.result):
                    raise ValueError(f"`{kind}.result` or `answer.result` must say where the result's address stands")
        check(self.submit, {"model"})
        for address in (self.submit, *([self.upload.url] if self.upload else [])):
            if urlsplit(address).scheme not in ("http", "https") or not urlsplit(address).hostname:
                raise ValueError(f"'{address}' is no address; it begins with https://")
        return self

    def part(self, kind: Kind) -> Part | None:
        """How it is asked for this kind; None where it does not make it."""
        return self.image if kind == "image" else self.video

    @property
    def host(self) -> str:
        """Who is asked; a key is sent there and nowhere else."""
        return urlsplit(self.submit).hostname or ""

    def secret(self) -> str:
        """The key, read now; '' where there is none, or where the one that is kept is another server's."""
        return key_for(self.key, self.submit) if self.key else ""

    def owns(self, address: str) -> bool:
        """Whether an address is the service's own, so that the key may go there."""
        mine, theirs = urlsplit(self.submit), urlsplit(address)
        try:
            return (mine.scheme, mine.hostname, mine.port) == (theirs.scheme, theirs.hostname, theirs.port)
        except ValueError:  # a port that is no number
            return False


def names(kind: Kind) -> tuple[str, ...]:
    """The services that make this kind, a person's own first; those whose file cannot be read are among them, to say so when used."""
    found = dict.fromkeys(path.stem for folder in (_own(), OURS) for path in sorted(folder.glob("*.yaml")))
    return tuple(name for name in found if _NAME.fullmatch(name) and _makes(name, kind))


def service(name: str) -> Service:
    """One service by its name, as its file is now. UserError says what is wrong in it, or which services there are."""
    if not _NAME.fullmatch(name):
        raise UserError(f"'{name}' is no name of a service; there are: {', '.join(_all())}.")
    for folder in (_own(), OURS):
        path = folder / f"{name}.yaml"
        if path.is_file():
            return _read(path, path.stat().st_mtime_ns)
    raise UserError(
        f"There is no service '{name}'; there are: {', '.join(_all())}. Describe it in {_own() / name}.yaml."
    )


def keys_and_addresses() -> tuple[tuple[str, str], ...]:
    """The variable of each service's key, and the address that the key is for; files that cannot be read have none."""
    found = []
    for name in _all():
        with suppress(UserError):
            each = service(name)
            found += [(each.key, each.submit)] if each.key else []
    return tuple(found)


def _all() -> tuple[str, ...]:
    return tuple(dict.fromkeys(path.stem for folder in (_own(), OURS) for path in sorted(folder.glob("*.yaml"))))


def _own() -> Path:
    return home() / "services"


def _makes(name: str, kind: Kind) -> bool:
    try:
        return service(name).part(kind) is not None
    except UserError:
        return True


@lru_cache(maxsize=64)
def _read(path: Path, modified: int) -> Service:
    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
        return Service(**{**_named(found), "name": path.stem})
    except ValidationError as error:
        first = error.errors()[0]
        at = ".".join(str(part) for part in first["loc"]) or "it"
        message = str(first["msg"]).removeprefix("Value error, ")
        raise UserError(f"The service file {path.name} is not right: {at}: {message}. Mend {path}.") from None
    except (yaml.YAMLError, OSError, UnicodeDecodeError, TypeError) as error:
        raise UserError(f"The service file {path} cannot be read; mend or remove it.") from error


def _named(found: object) -> dict[str, Any]:
    """The file's fields; a single path may be written without brackets."""
    if not isinstance(found, dict):
        raise TypeError("no fields")
    answer = dict(found.get("answer") or {})
    lists = ("id", "status", "result", "error", "done", "failed", "refused")
    answer |= {name: [answer[name]] for name in lists if isinstance(answer.get(name), str)}
    made = {**found, "answer": answer}
    for kind in ("image", "video"):
        part = made.get(kind)
        if isinstance(part, dict) and isinstance(part.get("result"), str):
            made[kind] = {**part, "result": [part["result"]]}
    upload = made.get("upload")
    if isinstance(upload, dict) and isinstance(upload.get("address"), str):
        made["upload"] = {**upload, "address": [upload["address"]]}
    return made

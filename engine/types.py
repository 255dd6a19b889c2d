"""Names and records that the whole engine shares: keys, takes, status, plan steps, events.

Everything here is frozen and knows nothing of stages, stores or media. Example: `str(Key("keyframe", "s07")) == "keyframe:s07"`.
"""

from __future__ import annotations

import re
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from engine.errors import UnknownKey

Freshness = Literal["missing", "fresh", "stale", "unsettled"]
Approval = Literal["none", "approved", "auto", "sent_back"]
Work = Literal["idle", "queued", "running", "failed"]
Origin = Literal["made", "edited", "imported"]

_KEY = re.compile(r"^([a-z]+)(?::([a-z0-9][a-z0-9_x-]*))?$")


class Key(NamedTuple):
    """The name of a piece: a stage and, where the stage has several pieces, a unit."""

    stage: str
    unit: str = ""

    def __str__(self) -> str:
        return f"{self.stage}:{self.unit}" if self.unit else self.stage

    @classmethod
    def parse(cls, text: str) -> Key:
        """Read `stage` or `stage:unit`; UnknownKey when it is not of that form."""
        found = _KEY.match(text.strip())
        if not found:
            raise UnknownKey(f"'{text}' is not the name of a piece; one looks like 'script:l07' or 'music'.")
        return cls(found[1], found[2] or "")


class Frozen(BaseModel):
    """The base of every record: immutable, and unknown fields are an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Blob(Frozen):
    """A file in the content-addressed store, named by its own hash."""

    sha256: str
    media: str
    size: int


class Word(Frozen):
    """A word as it is shown, with the seconds between which it is heard."""

    w: str
    start: float
    end: float


class Input(Frozen):
    """One thing that a recipe depends on: `pick` of piece `key` had the hash `sha`; `text` is a short reading of it.

    `take` is the number of the take it was read from. With `advise` a change is said but makes nothing stale.
    """

    name: str
    key: str
    pick: str
    sha: str
    text: str = ""
    take: int = 0
    advise: bool = False


class Recipe(Frozen):
    """What made a take. Two recipes with the same `sha()` (see engine.recipe) promise the same result."""

    stage: str
    version: int
    inputs: tuple[Input, ...] = ()
    provider: str = ""
    params: dict[str, Any] = Field(default_factory=dict)
    prompt: str = ""
    seed: int = 0


class Take(Frozen):
    """One attempt at a piece; never changed once written."""

    id: int
    key: str
    number: int
    origin: Origin
    maker: str
    recipe: Recipe
    recipe_sha: str
    content: dict[str, Any]
    content_sha: str
    seconds: float = 0.0
    cost: float = 0.0
    created: str = ""


class Status(Frozen):
    """Where a piece stands, on three axes that are never mixed, and why."""

    key: str
    stage: str
    unit: str
    freshness: Freshness
    causes: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()
    approval: Approval = "none"
    work: Work = "idle"
    error: str = ""
    take: int | None = None
    maker: str = ""
    seconds: float = 0.0


class Step(Frozen):
    """One thing that a run would do. `count` is above 1 where the pieces are not known yet; `cost` is in US dollars, None where no price
    is known."""

    key: str
    why: str
    seconds: float
    cost: float | None
    count: int = 1


class Event(Frozen):
    """A line of the log: what happened, to which piece."""

    kind: str
    key: str = ""
    take: int | None = None
    at: str = ""
    data: dict[str, Any] = Field(default_factory=dict)

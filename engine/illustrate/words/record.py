"""What a shot's words say, as plain records: mentions, deeds and how they stand to each other; and what is to be seen.

Knows no language, no kit and no drawing. Example: `Mention("boat", said="a paper boat", count=1)`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from engine.illustrate.scene import Facing, FigureSpec

AGES = frozenset({"boy", "girl", "child", "kid", "baby", "toddler", "teenager"})
"""Nouns that tell at which age somebody acts: 'as a boy'."""
Family = Literal["thing", "animal", "person"]


@dataclass(frozen=True)
class Mention:
    """Somebody or something that the words name as being there. `word` is its English lemma, `phrase` the longer name
    it ends ('harbour bell'), `said` as it was written, `unit` the bible's entry; `adjectives` are lemmas; `holds` is what
    a vessel has in it, a plain noun."""

    word: str
    phrase: str = ""
    said: str = ""
    count: int = 1
    adjectives: tuple[str, ...] = ()
    unit: str = ""
    person: bool = False
    holds: str = ""


@dataclass(frozen=True)
class Deed:
    """A verb (lemma) with who does it and what it is done to, as places in `Reading.mentions`."""

    verb: str
    who: tuple[int, ...] = ()
    what: tuple[int, ...] = ()


@dataclass(frozen=True)
class Link:
    """Mention `one` stands to `other` as the preposition says: 'on', 'in', 'under', 'beside', 'toward'..."""

    one: int
    how: str
    other: int


@dataclass(frozen=True)
class Number:
    """A number of the text with its unit ('degree', 'minute', '%', ''), as it is written and as it counts."""

    text: str
    value: float
    unit: str = ""


@dataclass(frozen=True)
class Reading:
    """All that was read. `lemmas` are the words that are there (denied ones are not); `scenery` are locations as
    (preposition, mention); `unread` are words of a language that cannot be read."""

    mentions: tuple[Mention, ...] = ()
    deeds: tuple[Deed, ...] = ()
    links: tuple[Link, ...] = ()
    numbers: tuple[Number, ...] = ()
    lemmas: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


@dataclass(frozen=True)
class Actor:
    """Something that is drawn: `kind` of the kit; `weight` says how much the shot is about it (the hero has most)."""

    id: str
    kind: str
    family: Family
    said: str = ""
    weight: float = 1.0
    count: int = 1
    pose: str = ""
    feeling: str = ""
    facing: Facing | None = None
    holding: tuple[str, ...] = ()
    colours: dict[str, str] = field(default_factory=dict)
    options: dict[str, str] = field(default_factory=dict)
    size: float = 1.0
    figure: FigureSpec | None = None
    unit: str = ""
    does: str = ""


@dataclass(frozen=True)
class Told:
    """What is to be seen in a shot, not yet placed. `relations` are (actor id, kind, actor id); `free` says what the
    words leave open and a candidate may change ('time')."""

    setting: str
    options: dict[str, str] = field(default_factory=dict)
    time: str = "day"
    weather: str = "clear"
    season: str = ""
    mood: str = ""
    palette: str = ""
    framing: str = "medium"
    actors: tuple[Actor, ...] = ()
    relations: tuple[tuple[str, str, str], ...] = ()
    shows: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    place: str = ""
    free: tuple[str, ...] = ()
    diagram: bool = False

"""The nearest thing of the kit for a word: by name, by what it is a kind of, by likeness, by meaning, or none.

Asks the kit's registry each time the kit has grown; knows no sentence. Example: `find("trawler")` is the kit's boat, as
a stand-in.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from engine.illustrate import kit
from engine.illustrate.kit import registry
from engine.illustrate.kit.figures import archetypes
from engine.illustrate.words import meaning, nouns
from engine.illustrate.words.tables import value, wishes
from engine.planning.reading import category

Family = Literal["thing", "animal", "person"]
ALIKE = 0.87
ALIKE_BEASTS = 0.78
NEAR = 0.62
_NO_STAND_IN = frozenset({"area", "region", "place", "part", "side", "way", "home", "air", "ground", "land", "wall",
                          "floor", "world", "line", "body", "people", "water", "sea", "rain", "snow", "weather", "mast", "sail", "light", "sound", "voice", "music",
                          "tax", "skin", "gravity"})  # fmt: skip
_GENERIC = frozenset({"thing", "sky", "nature", "tool", "building", "vehicle", "animal", "light", "food", "plant", "paper",
                      "inside", "outdoors", "part"})  # fmt: skip

_VAGUE_KINDS = frozenset({"device", "mechanism", "mechanical device", "support", "creation", "covering", "structure",
                          "instrument", "implement", "equipment", "product", "protective covering"})  # fmt: skip


@dataclass(frozen=True)
class Match:
    """What of the kit a word is drawn as. `stand_in`: it is only like it, and must be named so."""

    kind: str
    family: Family
    stand_in: bool = False


def find(word: str, phrase: str = "") -> Match | None:
    """What to draw for a noun (lemma), or for the longer name that it ends; None where nothing is like it."""
    kit.load()
    size = (len(registry.things()), len(archetypes.names()))
    return _find(word.lower().strip(), phrase.lower().strip(), size)


@lru_cache(maxsize=4096)
def _find(word: str, phrase: str, _size: tuple[int, int]) -> Match | None:
    for text in (phrase, word):
        found = _named(text) if text else None
        if found:
            return found
    person = _person(word)
    if person:
        return person
    if category(word, "en") == "people" and nouns.is_a(word, "person"):
        return Match("person", "person", stand_in=False)
    if word in _NO_STAND_IN or not word:
        return None
    return _kind_of(word) or _like(word) or _meant(word)


@lru_cache(maxsize=4)
def _names(_size: int) -> dict[str, str]:
    """All that the kit's things are called, the things' own names first."""
    found = {name: name for name in registry.things()}
    for name, info in registry.things().items():
        for word in info.words:
            found.setdefault(word.lower(), name)
    return found


def names() -> dict[str, str]:
    """What things are called -> their name in the kit."""
    kit.load()
    return _names(len(registry.things()))


def _match(name: str, stand_in: bool = False) -> Match:
    info = registry.things()[name]
    return Match(name, "animal" if info.category == "animal" else "thing", stand_in)


def _named(text: str) -> Match | None:
    called = names()
    if archetypes.is_person(text) and called.get(text) != text:  # a carpenter is no hammer
        return Match(text, "person")
    beast = text in called and registry.things()[called[text]].category == "animal"  # a chameleon is nobody
    if text in called and called[text] != text and " " not in text and not beast and _works(text):
        return Match("person", "person")
    if text in called:
        return _match(called[text])
    meant = value("synonyms", text)
    for other in meant.split("=")[:1] if meant else ():
        if other in called:
            return _match(called[other])
    return None


def _works(word: str) -> bool:
    """Whether a word that a thing is also found by names who uses it: a photographer is no camera."""
    return category(word, "en") == "people" and nouns.is_a(word, "person")


def _person(word: str) -> Match | None:
    for kind in wishes("people", word):
        if archetypes.is_person(kind):
            return Match(kind, "person")
    return None


def _kind_of(word: str) -> Match | None:
    """By a word of the same row of nouns, else by what it is a kind of."""
    called = names()
    for row in _fitting(word):
        for steps, upper in enumerate(nouns.way_up(row)[:5]):
            if steps and not nouns.telling(upper):
                break
            for other in nouns.words_of(upper):
                usual = nouns.senses(other)[:1] == (upper,)
                if other in called and usual and (steps == 0 or other not in _NO_STAND_IN | _GENERIC):
                    return _match(called[other], stand_in=steps > 0)
                if steps and (kind := _first_of_kind(other, upper)):
                    return _match(kind, stand_in=True)
    return None


def _fitting(word: str) -> tuple[int, ...]:
    """The rows of a noun that are of the sort which the word usually names: a trawler is no fisherman."""
    sort = category(word, "en")
    rows = nouns.senses(word)
    if sort in ("things", "nature", "places"):
        return tuple(row for row in rows if not nouns.lives(row))[:1]
    if sort in ("animals", "people"):
        return tuple(row for row in rows if nouns.lives(row))[:1]
    return (*(row for row in rows if not nouns.lives(row)), *rows)[:1]


def _first_of_kind(kind: str, row: int) -> str:
    """The thing of the kit that is most of all of this kind, in the same sense of the word."""
    if kind in _GENERIC:
        return ""
    for name, info in sorted(registry.things().items()):
        rows = [each for word in info.words for each in nouns.senses(word.lower())[:1]]
        if info.kinds[:1] == (kind,) and (not rows or any(row in nouns.way_up(each) for each in rows)):
            return name
    return ""


@lru_cache(maxsize=4)
def _rows(_size: int) -> tuple[tuple[int, str], ...]:
    """The rows of nouns of all things."""
    found: dict[int, str] = {}
    for name, info in sorted(registry.things().items()):
        for word in info.words:
            for row in nouns.senses(word.lower())[:1]:
                found.setdefault(row, name)
    return tuple(found.items())


def _like(word: str) -> Match | None:
    """The thing nearest in the tree of kinds, if both are one or two steps below the same kind."""
    sort = category(word, "en")
    steps = 4 if sort == "animals" else 2
    best: tuple[float, str] | None = None
    for row in _fitting(word):
        near_above = [upper for upper in nouns.way_up(row)[1 : steps + 1] if nouns.telling(upper)]
        for other, name in _rows(len(registry.things())):
            shared = set(near_above) & set(nouns.way_up(other)[1 : steps + 1])
            if shared and not any(_VAGUE_KINDS & set(nouns.words_of(each)) for each in shared):
                near = nouns.likeness(row, other)
                if best is None or near > best[0]:
                    best = (near, name)
    enough = ALIKE_BEASTS if sort == "animals" else ALIKE
    return _match(best[1], stand_in=True) if best and best[0] >= enough else None


def _meant(word: str) -> Match | None:
    """The nearest in meaning among things of the same sort."""
    sort = category(word, "en")
    if sort not in ("animals", "things", "nature") or word in _NO_STAND_IN:
        return None
    near = [each for each in registry.things() if category(each.split()[-1], "en") == sort]
    name, score = meaning.nearest(word, near)
    return _match(name, stand_in=True) if score >= NEAR else None

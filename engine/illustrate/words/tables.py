"""The tables beside this module as mappings: actions, feelings, hours, settings, Hindi words.

Knows no kit and no sentence. Example: `value("feelings", "glad")` is 'happy'; `wishes("settings", "reef")` is a row of
settings, the best first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Action:
    """What a verb looks like: poses (the best first), how its object stands to who does it, what it feels like."""

    poses: tuple[str, ...]
    relation: str = ""
    feeling: str = ""


def _rows(name: str) -> Iterator[tuple[str, list[str]]]:
    for row in (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        left, colon, right = row.partition(" : ")
        if colon and not row.startswith("#"):
            yield left.strip(), [_spaced(word) for word in right.split()]


def _spaced(word: str) -> str:
    return word.replace("_", " ")


@lru_cache(maxsize=32)
def table(name: str) -> Mapping[str, str]:
    """Word -> what stands left of it; the first row that has the word counts."""
    found: dict[str, str] = {}
    for left, right in _rows(name):
        for word in right:
            found.setdefault(word, _spaced(left))
    return MappingProxyType(found)


@lru_cache(maxsize=8)
def _wishes(name: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for left, right in _rows(name):
        for word in right:
            row = found.setdefault(word, [])
            row += [_spaced(each) for each in left.split() if _spaced(each) not in row]
    return MappingProxyType({word: tuple(row) for word, row in found.items()})


@lru_cache(maxsize=8)
def rows_of(name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """All rows of a table in their order."""
    return tuple((_spaced(left), tuple(right)) for left, right in _rows(name))


@lru_cache(maxsize=1)
def setting_names() -> tuple[str, ...]:
    """The places that the tables lead to, sorted."""
    named = {_spaced(left.split()[0]) for left, _ in _rows("settings")}
    return tuple(sorted(named | {other for name in ("turned", "lands") for _, other, _ in turns(name)}))


@lru_cache(maxsize=4)
def turns(name: str) -> tuple[tuple[str, str, frozenset[str]], ...]:
    """The rows of a table of `one=other : words`: what of one thing these words make another."""
    rows = ((left.partition("="), right) for left, right in _rows(name))
    return tuple((_spaced(one), _spaced(other), frozenset(right)) for (one, _, other), right in rows)


@lru_cache(maxsize=1)
def land_names() -> tuple[str, ...]:
    """The lands whose people and houses the illustrator knows, sorted."""
    return tuple(sorted({_spaced(left) for left, _ in _rows("cultures")}))


def wishes(name: str, word: str) -> tuple[str, ...]:
    """What a word asks for, the best first; empty where the table does not know it."""
    return _wishes(name).get(word, ())


def value(name: str, word: str) -> str:
    """What a word means in a table, or ''."""
    return table(name).get(word, "")


def first_value(name: str, words: tuple[str, ...] | list[str]) -> str:
    """What the first of these words that the table knows means, or ''."""
    return next((found for word in words if (found := value(name, word))), "")


@lru_cache(maxsize=1)
def _actions() -> Mapping[str, Action]:
    found: dict[str, Action] = {}
    for left, right in _rows("actions"):
        poses, relation, feeling = ([part.strip() for part in left.split("|")] + ["", ""])[:3]
        for verb in right:
            found.setdefault(verb, Action(tuple(poses.split()), relation, feeling))
    return MappingProxyType(found)


def action(verb: str) -> Action | None:
    """What a verb (its lemma) looks like, or None."""
    return _actions().get(verb)


@lru_cache(maxsize=1)
def _contexts() -> Mapping[str, tuple[tuple[str, frozenset[str]], ...]]:
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for left, right in _rows("contexts"):
        word, _, meant = left.partition("=")
        found.setdefault(word, []).append((_spaced(meant), frozenset(right)))
    return MappingProxyType({word: tuple(rows) for word, rows in found.items()})


def meant_here(word: str, near: frozenset[str]) -> str:
    """What a word with several meanings means beside these words ('log' beside 'write': 'book'), or ''."""
    return next((meant for meant, clues in _contexts().get(word, ()) if clues & near), "")


@lru_cache(maxsize=1)
def _hindi() -> tuple[Mapping[str, str], tuple[tuple[str, str], ...]]:
    whole: dict[str, str] = {}
    stems: list[tuple[str, str]] = []
    for english, right in _rows("hindi"):
        for word in right:
            if word.endswith("-"):
                stems.append((word[:-1], _spaced(english)))
            else:
                whole.setdefault(word.replace("-", " "), _spaced(english))
    return MappingProxyType(whole), tuple(sorted(stems, key=lambda pair: -len(pair[0])))


def from_hindi(word: str) -> str:
    """The English word for a Hindi one in any usual form, or ''."""
    whole, stems = _hindi()
    plain = word.replace("\u200d", "")
    if plain in whole:
        return whole[plain]
    from engine.language.word_lists import words
    from engine.planning.reading import singular

    base = singular(plain, "hi") if plain not in words("hi", "verbs") else plain
    if base in whole:
        return whole[base]
    return next((english for stem, english in stems if plain.startswith(stem)), "")

"""What nouns are kinds of, from a table of WordNet: the way up from 'trawler' to 'boat' and 'vehicle'.

Knows no kit. Example: `above("trawler")` begins with ('trawler',), ('fishing boat', ...), ...
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from engine.illustrate.words.tables import DATA

_TOO_WIDE = 7
"""Rows nearer to the root than this ('artifact', 'structure') say nothing of how something looks."""


@dataclass(frozen=True)
class _Nouns:
    words: tuple[tuple[str, ...], ...]
    up: tuple[int, ...]
    senses: dict[str, tuple[int, ...]]


@lru_cache(maxsize=1)
def _nouns() -> _Nouns:
    text = (DATA / "nouns.txt").read_text(encoding="utf-8")
    upper, _, lower = text.partition("\n\n")
    rows = [row.partition(">") for row in upper.splitlines() if not row.startswith("#")]
    words = tuple(tuple(word.replace("_", " ") for word in row[0].split(",")) for row in rows)
    senses: dict[str, tuple[int, ...]] = {}
    for number, row in enumerate(words):
        for word in row:
            senses.setdefault(word, (number,))
    for line in lower.splitlines():
        word, *numbers = line.split()
        senses[word.replace("_", " ")] = tuple(int(number) for number in numbers)
    return _Nouns(words, tuple(int(row[2]) if row[2] else -1 for row in rows), senses)


def senses(word: str) -> tuple[int, ...]:
    """The rows of a noun, its commonest sense first; empty for words that the table does not know."""
    return _nouns().senses.get(word, ())


@lru_cache(maxsize=4096)
def way_up(row: int) -> tuple[int, ...]:
    """A row and all that it is a kind of, up to the root."""
    found: list[int] = []
    while row >= 0 and len(found) < 24:
        found.append(row)
        row = _nouns().up[row]
    return tuple(found)


def words_of(row: int) -> tuple[str, ...]:
    """The words of a row."""
    return _nouns().words[row]


def telling(row: int) -> bool:
    """Whether a row is narrow enough to say how its kinds look."""
    return len(way_up(row)) > _TOO_WIDE


def above(word: str) -> tuple[tuple[str, ...], ...]:
    """The words of a noun's first sense and of all above it that still say how it looks."""
    rows = senses(word)
    return tuple(words_of(row) for row in way_up(rows[0]) if telling(row)) if rows else ()


def is_a(word: str, kind: str) -> bool:
    """Whether the first sense of a noun is a kind of another noun: `is_a('sparrow', 'bird')`."""
    rows = senses(word)
    return bool(rows) and any(kind in words_of(row) for row in way_up(rows[0]))


@lru_cache(maxsize=4096)
def lives(row: int) -> bool:
    """Whether a row names people or animals."""
    return any({"person", "animal"} & set(words_of(upper)) for upper in way_up(row))


def likeness(one: int, other: int) -> float:
    """How near two rows are in the tree, 0 to 1 (Wu and Palmer 1994)."""
    first, second = way_up(one), way_up(other)
    shared = next((row for row in first if row in second), None)
    if shared is None or not telling(shared):
        return 0.0
    return 2 * len(way_up(shared)) / (len(first) + len(second))

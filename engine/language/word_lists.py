"""Word lists kept as data beside this file: `words("en", "people")` is a set, `pairs("en", "hours")` a mapping of
`word=value`.

A language without such a list has an empty one, so that rules work on with what they can see. Knows nothing of texts
or films.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

_LISTS = Path(__file__).parent / "lists"


def base_language(language: str) -> str:
    """'en-GB' or 'EN_gb' -> 'en'."""
    return language.strip().lower().replace("_", "-").split("-")[0]


def _entries(language: str, name: str) -> tuple[str, ...]:
    path = _LISTS / base_language(language) / f"{name}.txt"
    if not path.is_file():
        return ()
    rows = path.read_text(encoding="utf-8").splitlines()
    return tuple(entry for row in rows if not row.startswith("#") for entry in row.split())


@lru_cache(maxsize=256)
def words(language: str, name: str) -> frozenset[str]:
    """The words of a list; '_' in the file stands for a space inside an entry."""
    return frozenset(entry.replace("_", " ") for entry in _entries(language, name))


@lru_cache(maxsize=64)
def pairs(language: str, name: str) -> Mapping[str, str]:
    """The `word=value` entries of a list; of a word that is there twice the first value counts."""
    found: dict[str, str] = {}
    for entry in _entries(language, name):
        word, _, value = entry.partition("=")
        found.setdefault(word, value)
    return MappingProxyType(found)

"""Which sounds a few words name, in any language that has a list: 'a storm at sea' -> wind, rain, thunder, sea.

The lists are `sounds.txt` and `sounds_once.txt` of engine/language/lists. Example: `named("light rain").shows == ("rain",)`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from engine.language.word_lists import pairs, words

LANGUAGES = ("en", "hi")
_WORD = re.compile(r"[^\W\d_](?:[\w'’-]|[\u0900-\u097F])*")


class Named(NamedTuple):
    """The sounds that words name, in their order, and the words of weight that name none."""

    shows: tuple[str, ...]
    missing: tuple[str, ...]


def named(text: str) -> Named:
    """What is known of a description, whatever its language."""
    found: dict[str, None] = {}
    rest: dict[str, None] = {}
    for word in _words(text):
        kinds = sounds_of(word)
        found |= dict.fromkeys(kinds)
        if not kinds and not _is_light(word):
            rest[word] = None
    return Named(tuple(found), tuple(rest))


def sounds_of(word: str) -> tuple[str, ...]:
    """The sounds that one word names ('storm' -> wind, rain, thunder), or none."""
    found = _book().get(unicodedata.normalize("NFC", word).lower(), "")
    return tuple(found.split("+")) if found else ()


def happens_once(text: str) -> bool:
    """Whether words tell of something that happens and is over (a door slams), not of what goes on."""
    return any(word in words(language, "sounds_once") for word in _words(text) for language in LANGUAGES)


def _words(text: str) -> list[str]:
    return [word.strip("-'’") for word in _WORD.findall(unicodedata.normalize("NFC", text).lower())]


def _is_light(word: str) -> bool:
    return any(word in words(language, "small_words") | words(language, "sounds_light") for language in LANGUAGES)


@cache
def _book() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for language in reversed(LANGUAGES):
        found |= {unicodedata.normalize("NFC", word): kinds for word, kinds in pairs(language, "sounds").items()}
    return found

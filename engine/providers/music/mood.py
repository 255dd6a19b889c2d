"""Which of the five moods of the beds a story is in, by rule: its words are looked up in lists. Knows no files of music.

The lists are `moods.yaml`, beside this file. Example: `mood_of("They laughed and danced at the fair.", "en") == "happy"`.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

MOODS = ("calm", "tender", "happy", "nostalgic", "energetic")
"""From the one that disturbs least to the one that disturbs most: of two that fit alike, the earlier is taken."""

_WORD = re.compile(r"[^\W\d_](?:[\w'’]|[\u0900-\u097F])*")
_LEAST = 2.0


def _plain(text: str) -> str:
    """Small letters, and one spelling of letters that have two (as several of Hindi do)."""
    return unicodedata.normalize("NFC", text).lower()


@cache
def _lists() -> dict[str, dict[str, dict[str, list[str]]]]:
    text = _plain((Path(__file__).parent / "moods.yaml").read_text(encoding="utf-8"))
    loaded: dict[str, dict[str, dict[str, list[str]]]] = yaml.safe_load(text)
    return loaded


def mood_of(text: str, language: str) -> str:
    """One of MOODS; 'calm' where the words say too little or the language has no list."""
    scores = mood_scores(text, language)
    best = max(MOODS, key=lambda mood: (scores[mood], -MOODS.index(mood)))
    return best if scores[best] >= _LEAST else "calm"


def mood_scores(text: str, language: str) -> Mapping[str, float]:
    """How much the words of a text speak for each mood. A word said often counts more, but each time less."""
    whole, stems = _index(language.lower().replace("_", "-").split("-")[0])
    said: dict[str, Counter[str]] = {mood: Counter() for mood in MOODS}
    for word in _WORD.findall(_plain(text)):
        for mood in whole.get(word, ()):
            said[mood][word] += 1
        for length in range(2, len(word) + 1):
            for mood in stems.get(word[:length], ()):
                said[mood][word[:length]] += 1
    return {mood: sum(count**0.5 for count in words.values()) for mood, words in said.items()}


def known_mood(word: str) -> str | None:
    """The mood that a word names ('melancholy' -> 'nostalgic'); None when it names none of them."""
    named = _WORD.findall(_plain(word))
    for mood, names in _lists()["names"].items():
        if any(name in names for name in named):
            return str(mood)
    return None


@cache
def _index(language: str) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Word to its moods, and beginning of words to their moods."""
    whole: dict[str, list[str]] = {}
    stems: dict[str, list[str]] = {}
    for mood, words in _lists()["words"].get(language, {}).items():
        for word in words:
            book = stems if word.endswith("*") else whole
            book.setdefault(word.rstrip("*"), []).append(mood)
    return whole, stems

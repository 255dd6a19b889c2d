"""What is heard in a shot, where its own words plainly name it: rain, a storm, bells. Asks no model, and hears nothing into a text.

Example: the words "Rain fell on the sea." give "rain, sea"; "There was no wind." gives "".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.language.word_lists import base_language, words
from engine.planning.pictures import Part
from engine.providers.sounds.naming import sounds_of

MOST = 2
"""Words of a shot's sound."""


def sound_of(own: Sequence[Part], language: str) -> str:
    """The words of a shot that name sounds, at most two that bring something new; '' where there are none."""
    found: dict[str, None] = {}
    heard: set[str] = set()
    for word in _named(own, language):
        new = set(sounds_of(word)) - heard
        if new and len(found) < MOST:
            found[word] = None
            heard |= set(sounds_of(word))
    return ", ".join(found)


def _named(own: Sequence[Part], language: str) -> Iterator[str]:
    """The nouns that name a sound; none of a sentence that denies something."""
    for part in own:
        sentence = part.known.sentence
        tokens = [token for i, token in enumerate(sentence.parse.tokens) if part.first <= sentence.word(i) < part.last]
        if any(token.text.lower() in words(language, "denials") for token in tokens):
            continue
        for token in tokens:
            if sounds_of(token.text) and (base_language(language) != "en" or token.kind == "NOUN"):
                yield token.text.lower()

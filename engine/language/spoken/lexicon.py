"""A film's own pronunciations: finds the longest entries in the shown words.

Example: {"Marta": "/ˈmɑːɹtə/"} gives IPA for "Marta," and "Marta's".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import regex

from engine.language.spoken.pieces import Piece, Said

_IPA = regex.compile(r"/(.+)/")
_POSSESSIVE = regex.compile(r"['’]s?$")
_EDGES = regex.compile(r"^[^\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+$")
_HISSING = "szʃʒ"
_VOICELESS = "ptkfθ"


@dataclass(frozen=True)
class Entry:
    """A key as folded words, and its value: a respelling, or IPA without its slashes."""

    key: tuple[str, ...]
    said: str
    phonemes: str


def fold(word: str) -> str:
    """A word as keys are compared: no case, no punctuation around it."""
    return _EDGES.sub("", word.replace("’", "'")).casefold() or word.casefold()


class Lexicon:
    """Entries by their first word, longest first."""

    def __init__(self, entries: Mapping[str, str]) -> None:
        self._entries: dict[str, list[Entry]] = {}
        for key, value in entries.items():
            words = tuple(fold(word) for word in key.split())
            if not words:
                continue
            ipa = _IPA.fullmatch(value.strip())
            entry = Entry(words, "" if ipa else value.strip(), ipa[1].strip() if ipa else "")
            self._entries.setdefault(words[0], []).append(entry)
        for found in self._entries.values():
            found.sort(key=lambda entry: -len(entry.key))

    def match(self, pieces: Sequence[Piece], at: int) -> tuple[Entry, str] | None:
        """The longest entry that begins at `at`, and the possessive ending that the shown words add to it."""
        if not self._entries:
            return None
        for ending in ("", "'s", "'"):
            first = fold(pieces[at].shown)
            for entry in self._entries.get(first, []) + self._entries.get(_POSSESSIVE.sub("", first), []):
                shown = [fold(piece.shown) for piece in pieces[at : at + len(entry.key)]]
                if shown and (*entry.key[:-1], entry.key[-1] + ending) == tuple(shown):
                    return entry, ending
        return None


def said(entry: Entry, ending: str, spoken: Sequence[Said]) -> list[Said]:
    """What each matched word says.
    A respelling is dealt out over the words in order; `spoken` is how they would be said without it.
    """
    count = len(entry.key)
    if entry.phonemes:
        sounds = _deal(entry.phonemes, count)
        if ending == "'s":
            sounds[-1 if sounds[-1] else 0] += _possessive(entry.phonemes)
        return (
            [Said(plain.text, plain.stop, sound) for plain, sound in zip(spoken, sounds, strict=True)]
            if all(sounds)
            else [
                Said(" ".join(plain.text for plain in spoken), True, sounds[0]),
                *[Said("", stop=index == count - 1) for index in range(1, count)],
            ]
        )
    texts = _deal(entry.said, count)
    last = max((index for index, text in enumerate(texts) if text), default=0)
    texts[last] += ending if texts[last] else ""
    return [Said(text, stop=index == count - 1) for index, text in enumerate(texts)]


def _deal(text: str, count: int) -> list[str]:
    """Split words over `count` places in order: the first takes what is left over, the last may stay empty."""
    words = text.split()
    extra = max(0, len(words) - count)
    dealt = [" ".join(words[: extra + 1]), *words[extra + 1 :]]
    return dealt + [""] * (count - len(dealt))


def _possessive(phonemes: str) -> str:
    last = phonemes.rstrip("ːˑ ")[-1:]
    return "ɪz" if last in _HISSING else "s" if last in _VOICELESS else "z"

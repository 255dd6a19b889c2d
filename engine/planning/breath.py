"""How much is said in one breath: long sentences are cut at a clause, short ones may go together. No word changes.

Knows sentences, not lines or films. Example: `breaths(sentence, "en", 45)` are slices of the sentence of at most 45
words.
"""

from __future__ import annotations

import re

from engine.language.sentences import Boundary, boundaries

_UNSPACED_LIMIT = 60
_UNSPACED_PAUSE = re.compile(r"(?<=[，、；：])")


def breaths(sentence: str, language: str, most: int = 45) -> tuple[str, ...]:
    """`sentence`, or slices of it of at most `most` words, cut where it bends best."""
    tokens = sentence.split()
    if len(tokens) <= most:
        return _unspaced(sentence)
    found: list[str] = []
    for first, last in cut_words(tokens, boundaries(sentence, language), most):
        found.append(" ".join(tokens[first:last]))
    return tuple(found)


def cut_words(tokens: list[str], places: tuple[Boundary, ...], most: int) -> list[tuple[int, int]]:
    """Ranges of at most `most` words that cover `tokens`, cut at the strongest places nearest the middle."""
    strength = {place.index: place.strength for place in places}
    done: list[tuple[int, int]] = []
    open_ranges = [(0, len(tokens))]
    while open_ranges:
        first, last = open_ranges.pop()
        if last - first <= max(most, 1):
            done.append((first, last))
            continue
        cut = best_cut(first, last, strength)
        open_ranges += [(cut, last), (first, cut)]
    return sorted(done)


def best_cut(first: int, last: int, strength: dict[int, int]) -> int:
    """The word before which `first`..`last` is cut best: a strong boundary, near the middle."""
    middle, length = (first + last) / 2, last - first
    inside = range(first + max(1, length // 6), last - length // 6)

    def worth(index: int) -> float:
        return strength.get(index, 0) * 0.22 - abs(index - middle) / length

    return max(inside or range(first + 1, last), key=worth)


def grouped(pieces: tuple[str, ...], *, short: int = 5, most: int = 30) -> tuple[str, ...]:
    """Neighbours put together where one of them has at most `short` words and both fit in `most`."""
    found: list[str] = []
    for piece in pieces:
        here, before = len(piece.split()), len(found[-1].split()) if found else most
        if found and min(here, before) <= short and here + before <= most:
            found[-1] = f"{found[-1]} {piece}"
        else:
            found.append(piece)
    return tuple(found)


def _unspaced(sentence: str) -> tuple[str, ...]:
    """A long run without spaces (Chinese, Japanese) cut after its commas."""
    longest = max((len(word) for word in sentence.split()), default=0)
    if longest <= _UNSPACED_LIMIT:
        return (sentence,)
    found: list[str] = []
    for piece in _UNSPACED_PAUSE.split(sentence):
        if found and len(found[-1]) + len(piece) <= _UNSPACED_LIMIT:
            found[-1] += piece
        else:
            found.append(piece)
    return tuple(piece.strip() for piece in found if piece.strip())

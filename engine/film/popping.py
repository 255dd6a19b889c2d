"""Words that spring up a few at a time: which words stand together, and how large they are in each frame.

Example: `groups(pieces, words, 3)` -> [[The, boats, came], [home]]; `scale(0.05)` is on its way from small to full.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from engine.film.types import Word

SPRING = 0.2
"""Seconds in which a word springs to its size."""
START, OVER = 0.62, 1.07
MOST_LETTERS = 16
"""More than this is not read at a glance."""
PAUSE = 0.35


@dataclass(frozen=True)
class Piece:
    """A run of letters that is never broken: usually one word. `word` is its place among the cue's words, `gap` a
    space before it.
    """

    text: str
    word: int = -1
    gap: bool = True


def groups(pieces: Sequence[Piece], words: Sequence[Word], most: int) -> list[list[Piece]]:
    """Pieces in groups of up to `most`, broken after punctuation, at pauses and before a group grows too long.

    Parts of one heard word stay together; of a script without spaces a heard word counts as a word.
    """
    found: list[list[Piece]] = []
    for piece in pieces:
        if found and not _closes(found[-1], piece, words, max(1, most)):
            found[-1].append(piece)
        else:
            found.append([piece])
    return found


def _closes(group: Sequence[Piece], piece: Piece, words: Sequence[Word], most: int) -> bool:
    last = group[-1]
    if piece.word >= 0 and piece.word == last.word and not piece.gap:
        return False
    if not _letters(piece.text):
        return False
    if len(group) >= most or sum(_letters(each.text) for each in (*group, piece)) > MOST_LETTERS:
        return True
    if last.text[-1:] in ".?!…।॥。！？؟,;:،、，—":
        return True
    return min(last.word, piece.word) >= 0 and words[piece.word].start - words[last.word].end > PAUSE


def _letters(text: str) -> int:
    return len(regex.findall(r"(?=[\p{L}\p{N}])\X", text))


def scale(seconds: float) -> float:
    """How large a group is so long after it began: from small, a little beyond its size, to its size."""
    share = seconds / SPRING
    if share >= 1:
        return 1.0
    # A damped swing: quick at first, one overshoot, then still.
    swing = math.exp(-5.0 * share) * math.cos(1.6 * math.pi * share)
    return min(OVER, 1 - (1 - START) * swing)

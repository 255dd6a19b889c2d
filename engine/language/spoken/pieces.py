"""Shown words taken apart: what stands around a word, the word itself, and the pause that its punctuation asks for.

Knows writing, not languages. Example: `split('"1999,"')` is Piece(shown='"1999,"', lead='"', core='1999', tail=',"').
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

import regex

_LEAD = regex.compile(r"""(?:[\"'“”‘’„«»‹›(\[{*_`|¿¡—–…•·‐•]|[-~<](?![\d.,$£€₹¥])|\.(?!\d))*""")
_TAIL = regex.compile(r"""[\"'“”‘’„«»‹›)\]}>*_`|~.,;:!?…—–‒―\-।॥。、！？；：]*$""")
_ELISION = regex.compile(r"['’‘](?=\d0s$|\d\ds?$)")
_JOINT = regex.compile(
    r"(?<=[\p{L}\p{M}\p{N}.,!?%\"'”’)])(?:—|―|--|…|\.\.\.)(?=[\p{L}\p{N}\"'“‘(])|(?<=\p{L}[.,!?]?)–(?=\p{L})"
)
_STRENGTH = "?？!！…।॥.。:：;；,、"
_PAUSES = {"—": ",", "–": ",", "―": ",", ")": ",", "--": ","}


@dataclass(frozen=True)
class Piece:
    """A shown word: `lead` + `core` + `tail` is `shown`."""

    shown: str
    lead: str
    core: str
    tail: str


@dataclass(frozen=True)
class Said:
    """How a core is said. `stop` False: the full stop behind it belongs to an abbreviation and closes nothing.
    `as_written`: no rule touched it, so a single letter in it is a word ("A boat")."""

    text: str
    stop: bool = True
    phonemes: str = ""
    as_written: bool = False


@dataclass(frozen=True)
class Place:
    """A word among its neighbours; `core` is what is to be said there, the whole core or a part of it."""

    pieces: Sequence[Piece]
    at: int
    core: str
    whole: bool = True

    def part(self, core: str) -> Place:
        """The same place, with only `core` to be said."""
        return replace(self, core=core, whole=False)

    def piece(self, offset: int = 0) -> Piece:
        """The piece `offset` words away; an empty one beyond the ends."""
        index = self.at + offset
        return self.pieces[index] if 0 <= index < len(self.pieces) else Piece("", "", "", "")

    def near(self, offset: int, *, over: str = "") -> str:
        """The core `offset` words away, or '' where a pause other than those in `over` lies between."""
        first, last = sorted((self.at, self.at + offset))
        for index in range(first, last):
            mark = pause(self.pieces[index].tail) if 0 <= index < len(self.pieces) else ""
            if mark and mark not in over:
                return ""
        return self.piece(offset).core

    def move(self, offset: int) -> Place:
        """The place `offset` words away."""
        return Place(self.pieces, self.at + offset, self.piece(offset).core)


@lru_cache(maxsize=4096)
def split(shown: str) -> Piece:
    """Take a shown word apart. The sign of a number and the apostrophe of '90s stay with the core."""
    lead = _LEAD.match(shown)
    begin = lead.end() if lead else 0
    elided = _ELISION.search(shown.rstrip('.,;:!?)"”’'), max(0, begin - 1))
    if elided and elided.start() == begin - 1:
        begin -= 1
    tail = _TAIL.search(shown, begin)
    end = tail.start() if tail else len(shown)
    return Piece(shown, shown[:begin], shown[begin:end], shown[end:])


def fragments(shown: str) -> list[str]:
    """A shown word cut behind the dashes that join two words ("rain—late" -> "rain—", "late")."""
    cuts = [0, *(found.end() for found in _JOINT.finditer(shown)), len(shown)]
    return [shown[begin:end] for begin, end in pairwise(cuts)]


@lru_cache(maxsize=4096)
def pause(tail: str) -> str:
    """The one mark of a tail that shapes how it is said: '!?"' -> '?', '...' -> '…', ')' -> ','; '' for none."""
    marks = tail.replace("...", "…").replace("..", "…").replace("--", "—")
    marks = "".join(_PAUSES.get(mark, mark) for mark in marks)
    found = [mark for mark in marks if mark in _STRENGTH]
    return min(found, key=_STRENGTH.index) if found else ""


def opens_aside(lead: str) -> bool:
    """Whether a bracket opens here, which is heard as a short pause before it."""
    return "(" in lead

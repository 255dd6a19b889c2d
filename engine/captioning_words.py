"""When the words of a caption are heard: what a person wrote is laid beside what the voice says. Pure.

Example: `heard([Cue(start=0, end=2, rows=("A lamp",))], spoken)` -> ((Word('A', ...), Word('lamp', ...)),).
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

import regex

from engine.artifacts import Cue
from engine.types import Word

Span = tuple[float, float]


def heard(cues: Sequence[Cue], spoken: Sequence[Word]) -> list[tuple[Word, ...]]:
    """The words of each caption with their times. A caption that stands where none of its words is heard has none timed."""
    tokens = [(n, word) for n, cue in enumerate(cues) for word in " ".join(cue.rows).split()]
    times = _matched([word for _, word in tokens], spoken)
    found: list[tuple[Word, ...]] = []
    for n, cue in enumerate(cues):
        own = [(word, times[i]) for i, (of, word) in enumerate(tokens) if of == n]
        found.append(_timed(cue, own))
    return found


def word_at(words: Sequence[Word], count: int, start: float, end: float) -> float:
    """When the word after `count` words begins: as it is heard, else by its share."""
    if count < len(words):
        return min(max(words[count].start, start + 0.1), end - 0.1)
    return (start + end) / 2


def _matched(tokens: Sequence[str], spoken: Sequence[Word]) -> list[Span | None]:
    found: list[Span | None] = [None] * len(tokens)
    one, two = [_bare(word) for word in tokens], [_bare(word.w) for word in spoken]
    for kind, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if kind in ("equal", "replace"):
            for n, span in enumerate(_spread(tokens[a:b], spoken[c:d])):
                found[a + n] = span
    return found


def _bare(word: str) -> str:
    return regex.sub(r"[^\p{L}\p{N}\p{M}]+", "", word).casefold() or word


def _spread(tokens: Sequence[str], spoken: Sequence[Word]) -> list[Span]:
    """Words that stand for others: one for one, else all of their time by letters."""
    if len(tokens) == len(spoken):
        return [(word.start, word.end) for word in spoken]
    return _by_letters(tokens, spoken[0].start, spoken[-1].end)


def _by_letters(tokens: Sequence[str], start: float, end: float) -> list[Span]:
    whole, at, found = sum(len(word) for word in tokens) or 1, start, []
    for word in tokens:
        length = (end - start) * len(word) / whole
        found.append((at, at + length))
        at += length
    return found


def _timed(cue: Cue, own: Sequence[tuple[str, Span | None]]) -> tuple[Word, ...]:
    known = [span for _, span in own if span and span[1] > cue.start and span[0] < cue.end]
    if not known:
        return ()
    found: list[Word] = []
    for n, (word, span) in enumerate(own):
        begin, until = span or _between(cue, own, n)
        low = max(found[-1].end if found else cue.start, cue.start)
        start = round(min(max(begin, low), cue.end), 3)
        found.append(Word(w=word, start=start, end=round(min(max(until, start), cue.end), 3)))
    return tuple(found)


def _between(cue: Cue, own: Sequence[tuple[str, Span | None]], at: int) -> Span:
    """A word that is not heard: its share of the time between its neighbours that are."""
    first = at
    while first and own[first - 1][1] is None:
        first -= 1
    last = at
    while last + 1 < len(own) and own[last + 1][1] is None:
        last += 1
    before, after = own[first - 1][1] if first else None, own[last + 1][1] if last + 1 < len(own) else None
    start, end = before[1] if before else cue.start, after[0] if after else cue.end
    return _by_letters([word for word, _ in own[first : last + 1]], start, max(start, end))[at - first]

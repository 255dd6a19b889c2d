"""What all makers of word times share: matching known words with heard ones, times that rise, and counting word errors.

Pure; knows no recogniser. Example: `matched(("ninety-one", "steps"), (Word(w="91", ...), Word(w="steps", ...)), "en", 2.0)`
gives one Word for each expected one; `word_errors("All quiet.", "all quiet", "en") == 0.0`.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from engine.providers.transcript.normal import normal_words
from engine.types import Word

Span = tuple[float, float]
Move = tuple[int, int]

LEAST = 0.02
"""Seconds that every word has at least, where the sound is long enough for it."""

_MOVES: tuple[Move, ...] = ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1), (1, 3), (3, 1))
_LEFT_OUT = 0.6
_LETTER = 0.7
_BAND = 80


def matched(expected: Sequence[str], heard: Sequence[Word], language: str, seconds: float) -> tuple[Word, ...]:
    """One Word for each expected one, with the times of what was heard; where nothing like it was, between its neighbours."""
    ours = [(index, part) for index, word in enumerate(expected) for part in normal_words(word, language)]
    theirs = [(index, part) for index, word in enumerate(heard) for part in normal_words(word.w, language)]
    spans: list[Span | None] = [None] * len(expected)
    for (first, last), (begin, end) in _pairs([part for _, part in ours], [part for _, part in theirs]):
        span = heard[theirs[begin][0]].start, heard[theirs[end - 1][0]].end
        for index in range(ours[first][0], ours[last - 1][0] + 1):
            spans[index] = _both(spans[index], span)
    _share(spans, expected)
    times = settled(spans, [len(word) for word in expected], seconds)
    return tuple(Word(w=word, start=start, end=end) for word, (start, end) in zip(expected, times, strict=True))


def _both(one: Span | None, other: Span) -> Span:
    return (min(one[0], other[0]), max(one[1], other[1])) if one else other


def _share(spans: list[Span | None], words: Sequence[str]) -> None:
    """Neighbours that were heard as one word divide its time by their letters."""
    place = 0
    while place < len(spans):
        end = place + 1
        while end < len(spans) and spans[place] and spans[end] == spans[place]:
            end += 1
        span = spans[place]
        if span and end - place > 1:
            spans[place:end] = list(_divided(span, [len(word) for word in words[place:end]]))
        place = end


def _divided(span: Span, weights: Sequence[int]) -> list[Span]:
    whole, at, parts = sum(max(1, weight) for weight in weights), span[0], []
    for weight in weights:
        until = at + (span[1] - span[0]) * max(1, weight) / whole
        parts.append((at, until))
        at = until
    return parts


def _pairs(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[Move, Move]]:
    """Runs of our words and of theirs that are alike, as places (first, after last); the cheapest way through both."""
    pairs: list[tuple[Move, Move]] = []
    row, column = len(ours), len(theirs)
    steps = _steps(ours, theirs)
    while row or column:
        down, along, alike = steps[row, column]
        if alike:
            pairs.append(((row - down, row), (column - along, column)))
        row, column = row - down, column - along
    return pairs[::-1]


def _steps(ours: Sequence[str], theirs: Sequence[str]) -> dict[Move, tuple[int, int, bool]]:
    """For each pair of places the move that led there most cheaply. Only places near the diagonal are looked at."""
    band = _BAND + abs(len(ours) - len(theirs))
    cost: dict[Move, float] = {(0, 0): 0.0}
    steps: dict[Move, tuple[int, int, bool]] = {}
    for row in range(len(ours) + 1):
        middle = round(row * len(theirs) / max(1, len(ours)))
        for column in range(max(0, middle - band), min(len(theirs), middle + band) + 1):
            for down, along in _MOVES:
                before = cost.get((row - down, column - along))
                if before is None:
                    continue
                price, alike = _price(ours[row - down : row], theirs[column - along : column])
                if before + price < cost.get((row, column), float("inf")):
                    cost[row, column], steps[row, column] = before + price, (down, along, alike)
    return steps


def _price(ours: Sequence[str], theirs: Sequence[str]) -> tuple[float, bool]:
    """What it costs to hold these for the same, and whether they are alike enough to lend each other their times."""
    if not ours or not theirs:
        return _LEFT_OUT, False
    one, other = "".join(ours), "".join(theirs)
    likeness = 1.0 if one == other else Levenshtein.normalized_similarity(one, other)
    if len(ours) + len(theirs) > 2:
        return (_LETTER * Levenshtein.distance(one, other), True) if likeness >= 0.8 else (float("inf"), False)
    return (1 - likeness) * 1.1, likeness >= 0.4


def settled(spans: Sequence[Span | None], weights: Sequence[int], seconds: float) -> list[Span]:
    """Times for all words: gaps filled by weight between neighbours, never backwards, within 0..seconds, start < end."""
    filled = _filled(spans, weights, seconds)
    least = min(LEAST, seconds / (2 * len(filled))) if filled else LEAST
    times: list[Span] = []
    at = 0.0
    for number, (start, end) in enumerate(filled):
        latest = seconds - least * (len(filled) - number)
        start = min(max(start, at), latest)
        end = min(max(end, start + least), latest + least)
        times.append((start, end))
        at = end
    return [(round(start, 4), round(end, 4)) for start, end in times]


def _filled(spans: Sequence[Span | None], weights: Sequence[int], seconds: float) -> list[Span]:
    """Spans that are missing divide what lies between their neighbours; a run of them at the end what is left."""
    filled = list(spans)
    place = 0
    while place < len(filled):
        end = place
        while end < len(filled) and filled[end] is None:
            end += 1
        if end > place:
            before = filled[place - 1] if place else (0.0, 0.0)
            after = filled[end] if end < len(filled) else (seconds, seconds)
            assert before and after
            room = (before[1], max(after[0], before[1]))
            filled[place:end] = _divided(room, weights[place:end])
        place = end + 1
    return [span for span in filled if span]


def word_errors(expected: str, heard: str, language: str) -> float:
    """Word error rate (0 = all right; can pass 1): words missed, added or changed, to the number of expected words.

    Case, marks, numbers as digits or words, spelling variants and where words are parted do not count.
    """
    ours, theirs = normal_words(expected, language), normal_words(heard, language)
    if not ours:
        return float(bool(theirs))
    ours, theirs = _parted_alike(ours, theirs)
    return Levenshtein.distance(ours, theirs) / len(ours)


def _parted_alike(ours: list[str], theirs: list[str]) -> tuple[list[str], list[str]]:
    """Two words that the other side writes as one are made one ('any more', 'anymore')."""
    return _glued(ours, set(theirs) - set(ours)), _glued(theirs, set(ours) - set(theirs))


def _glued(words: list[str], whole: set[str]) -> list[str]:
    glued: list[str] = []
    place = 0
    while place < len(words):
        size = next((n for n in (3, 2) if "".join(words[place : place + n]) in whole), 1)
        glued.append("".join(words[place : place + size]))
        place += size
    return glued

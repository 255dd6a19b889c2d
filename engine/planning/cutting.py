"""Where one shot ends and the next begins: all words of all lines, in order, in stretches of 2 to 10 seconds, one
idea each.

Knows sentences, pauses and seconds, not pictures. Short stretches join a neighbour, long ones are cut where the
sentence bends. Example: `cut(lines, sentences, "en")` -> groups of `Stretch(line=0, first=0, last=7, ...)`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.artifacts import BibleEntry, Line
from engine.language.sentences import boundaries
from engine.language.spoken import duration_estimate
from engine.planning.breath import cut_words
from engine.planning.reading import Sentence
from engine.planning.times import opens_anew, turns_to_another

SHORTEST, LONGEST = 2.0, 10.0
_COMFORT_FROM, _COMFORT_TO = 3.0, 6.0
_BENDS_FROM = 6.5
_SHORT_COST, _LONG_COST = 200.0, 1.2
_SAME_SENTENCE, _SAME_PARAGRAPH, _OTHER_SPEAKER, _OTHER_PARAGRAPH, _OTHER_SCENE = 0.5, 1.5, 6.0, 12.0, 100.0
_OTHER_TIME, _OTHER_DEED = 16.0, 2.5
SCENE_PAUSE, PARAGRAPH_PAUSE = 0.95, 0.6


@dataclass(frozen=True)
class Stretch:
    """Words `first` up to `last` of line number `line`, in sentence number `sentence`; `seconds` is how long they are
    heard."""

    line: int
    first: int
    last: int
    sentence: int
    seconds: float


def cut(
    lines: Sequence[Line], sentences: Sequence[Sentence], language: str, entries: Mapping[str, BibleEntry]
) -> list[list[Stretch]]:
    """Groups of stretches, one group a shot; together they hold every word of every line once, in order."""
    paces = [line.pace * (entries[line.speaker].pace if line.speaker in entries else 1.0) for line in lines]
    pieces = [
        piece for i, sentence in enumerate(sentences) for piece in _pieces(i, sentence, paces[sentence.line], language)
    ]
    return _grouped(pieces, lines, sentences)


def is_break(before: Line) -> bool:
    """Whether the pause after a line is that of a scene break (a longer one was asked for and breaks nothing)."""
    return SCENE_PAUSE <= before.pause <= 1.2


def _pieces(number: int, sentence: Sentence, pace: float, language: str) -> list[Stretch]:
    tokens = sentence.parse.text.split()
    whole = duration_estimate(sentence.parse.text, language, pace)
    ranges = [(0, len(tokens))]
    if whole > _BENDS_FROM and len(tokens) > 1:
        places = boundaries(sentence.parse.text, language)
        strong = tuple(place for place in places if place.strength > 1)
        ranges = _cut_ranges(tokens, strong if strong or whole <= LONGEST else places, whole, language, pace)
        if _longest(tokens, ranges, language, pace) > LONGEST - 1:
            ranges = _cut_ranges(tokens, places, whole, language, pace, forced=True)
    return [
        Stretch(sentence.line, sentence.first_word + first, sentence.first_word + last, number,
                duration_estimate(" ".join(tokens[first:last]), language, pace))
        for first, last in ranges
    ]  # fmt: skip


def _cut_ranges(
    tokens: list[str], places: tuple, whole: float, language: str, pace: float, *, forced: bool = False
) -> list[tuple[int, int]]:
    """Ranges of words; where nothing bends a sentence stays whole unless it must be cut."""
    if not places and not forced:
        return [(0, len(tokens))]
    most = max(1, int(len(tokens) * _BENDS_FROM / whole))
    ranges = cut_words(tokens, places, most)
    while forced and _longest(tokens, ranges, language, pace) > LONGEST - 0.5 and most > 1:
        most = max(1, most // 2)
        ranges = cut_words(tokens, places, most)
    return ranges if forced else _only_at(ranges, {place.index for place in places}, len(tokens))


def _only_at(ranges: list[tuple[int, int]], allowed: set[int], length: int) -> list[tuple[int, int]]:
    """Only the cuts that fall on a place where the sentence bends."""
    starts = [0, *(first for first, _ in ranges if first in allowed)]
    return list(zip(starts, [*starts[1:], length], strict=True))


def _longest(tokens: list[str], ranges: list[tuple[int, int]], language: str, pace: float) -> float:
    return max(duration_estimate(" ".join(tokens[first:last]), language, pace) for first, last in ranges)


# ---------------------------------------------------------------- putting together


def _grouped(pieces: Sequence[Stretch], lines: Sequence[Line], sentences: Sequence[Sentence]) -> list[list[Stretch]]:
    """The cheapest way to put neighbours together (dynamic programming over the ends of shots)."""
    joins = [0.0, *(_join(pieces[i - 1], pieces[i], lines, sentences) for i in range(1, len(pieces)))]
    cost, origin = [0.0], [0]
    for end in range(1, len(pieces) + 1):
        options = []
        joined, seconds, pauses, start = 0.0, 0.0, 0.0, end
        while start > 0:
            start -= 1
            seconds += pieces[start].seconds
            if start + 1 < end:
                joined += joins[start + 1]
                pauses += _pause(pieces[start], pieces[start + 1], lines)
                if seconds + min(pauses, 3.0) > LONGEST:
                    break
            options.append((cost[start] + 1.0 + joined + _length_cost(seconds), start))
        best, chosen = min(options)
        cost.append(best)
        origin.append(chosen)
    return _unwound(pieces, origin)


def _unwound(pieces: Sequence[Stretch], origin: list[int]) -> list[list[Stretch]]:
    groups, end = [], len(pieces)
    while end > 0:
        groups.append(list(pieces[origin[end] : end]))
        end = origin[end]
    return groups[::-1]


def _length_cost(seconds: float) -> float:
    if seconds < SHORTEST:
        return 20.0 + _SHORT_COST * (SHORTEST - seconds)
    if seconds < _COMFORT_FROM:
        return 2.0 * (_COMFORT_FROM - seconds)
    return _LONG_COST * max(0.0, seconds - _COMFORT_TO)


def _pause(before: Stretch, after: Stretch, lines: Sequence[Line]) -> float:
    return lines[before.line].pause if before.line != after.line else 0.0


def _join(before: Stretch, after: Stretch, lines: Sequence[Line], sentences: Sequence[Sentence]) -> float:
    if before.sentence == after.sentence:
        return _SAME_SENTENCE
    cost = _SAME_PARAGRAPH
    if lines[before.line].speaker != lines[after.line].speaker:
        cost += _OTHER_SPEAKER
    if opens_anew(sentences[after.sentence].parse.text):
        cost += _OTHER_TIME
    if turns_to_another(sentences[before.sentence].parse, sentences[after.sentence].parse):
        cost += _OTHER_DEED
    if sentences[before.sentence].paragraph != sentences[after.sentence].paragraph:
        cost += _OTHER_SCENE if is_break(lines[before.line]) else _OTHER_PARAGRAPH
    return cost

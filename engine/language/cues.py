"""Splits one spoken line into captions that can be read: where to break, what stands in which row, how long it stays.

Knows words and their times, not films. Example: `cues(words, "en")` of a 60-character sentence is one cue of two rows
broken at a clause.
Breaks are found by dynamic programming over the costs below, which follow Netflix's Timed Text Style Guide
(data/captions.toml).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import regex

from engine.artifacts import Cue
from engine.errors import UserError
from engine.language.spoken.tables import table, words
from engine.types import Word

_SENTENCE_END = regex.compile(r"[.?!।॥。！？…][\"'”’»)\]]*$")
_CLAUSE_END = regex.compile(r"[,;:،、，；：—–…][\"'”’»)\]]*$|^[—–-]$")
_EDGES = regex.compile(r"^[^\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}.%]+$")
_HALF_WIDTH = frozenset({"ja", "zh", "ko"})

# Costs, in one currency: a plain break between two words costs 4, at a comma 1, at the end of a sentence nothing.
_PLAIN, _CLAUSE = 4.0, 1.0
_DANGLING = 5.0
_NAME = 3.0
_GOOD_START = 1.5
_PAUSE = 4.0
_CUE, _ROW = 4.0, 1.0
_CUE_BREAK = 1.5
_WHOLE_SENTENCES, _HALF_SENTENCE = 3.0, 8.0
_TOO_LONG, _TOO_SHORT, _TOO_FAST = 20.0, 12.0, 10.0
_CRUMB = 2.0
_OVERFLOW = 100.0
_SILENCE = 6.0


@dataclass(frozen=True)
class Limits:
    """What a caption may be: `row_length` in characters, `speed` in characters a second, everything else in seconds.

    `gap` is the least time between two captions that do not touch, `chain` the silence below which a caption stays
    until the next,
    `linger` how long the last caption of a line may outlast its last word.
    """

    row_length: int = 42
    rows: int = 2
    speed: float = 20.0
    shortest: float = 5 / 6
    longest: float = 7.0
    gap: float = 2 / 24
    chain: float = 0.5
    linger: float = 0.5


def limits_for(language: str, width: int, height: int) -> Limits:
    """The limits of a language in a picture of this many pixels: 42 characters for English at 16:9, 24 at 9:16."""
    if width <= 0 or height <= 0:
        raise UserError(
            f"captions cannot be fitted to a picture of {width}x{height}; give a width and a height in pixels"
        )
    known = table("captions")["languages"]
    own = known.get(_base(language), known["default"])
    row_length = max(6, round(own["row_length"] * _share(width / height)))
    return Limits(row_length=row_length, speed=float(own["speed"]), **table("captions")["general"])


def _share(shape: float) -> float:
    """The share of a row's length that a picture of this width / height has room for."""
    steps = [(float(at), float(share)) for at, share in table("captions")["shapes"]["steps"]]
    if shape <= steps[0][0]:
        return steps[0][1]
    for (low, small), (high, large) in pairwise(steps):
        if shape <= high:
            return small + (large - small) * (shape - low) / (high - low)
    return steps[-1][1]


def length(text: str, language: str = "en") -> float:
    """How many characters a reader sees: combining marks do not count, Latin letters among CJK ones are half."""
    seen = regex.findall(r"\X", text)
    if _base(language) in _HALF_WIDTH:
        return sum(0.5 if one.isascii() else 1.0 for one in seen)
    return float(len(seen))


def cues(words: Sequence[Word], language: str, limits: Limits | None = None) -> tuple[Cue, ...]:
    """The captions of one line. `words` are in order with times in seconds from the line's start; each is in one cue.

    A cue begins with its first word. It stays at least as long as its last word, longer where reading asks for it: up
    to the next cue, or
    after the last word of the line by at most `limits.linger`, so who puts lines together must end it when the next
    line's first cue begins.
    A single word longer than a row stays whole in a row of its own.
    """
    if not words:
        return ()
    limits = limits or limits_for(language, 1280, 720)
    plan = _Plan(tuple(words), language, limits)
    spans = plan.best()
    return tuple(plan.cue(spans, index) for index in range(len(spans)))


def _base(language: str) -> str:
    return language.split("-")[0].split("_")[0].lower()


@lru_cache(maxsize=1024)
def _listed(language: str, name: str) -> frozenset[str]:
    return words("captions", "breaks", language, name) if language in table("captions")["breaks"] else frozenset()


def _bare(word: str) -> str:
    """A word as the break lists have it."""
    return _EDGES.sub("", word.replace("’", "'")).lower()


def _is_abbreviation(word: str) -> bool:
    core = _bare(word).rstrip(".")
    return len(core) == 1 or core in table("english")["abbreviations"] or core in table("english")["before_numbers"]


def ends_sentence(word: str, after: str) -> bool:
    """Whether a sentence ends with `word`, given the word after it ('' for none)."""
    if not _SENTENCE_END.search(word):
        return False
    first = _EDGES.sub("", after)[:1]
    if first.islower():
        return False
    return not (word.rstrip("\"'”’»)]").endswith(".") and after != "" and _is_abbreviation(word))


class _Plan:
    """The words of one line with the cost of every way to break them."""

    def __init__(self, words: tuple[Word, ...], language: str, limits: Limits) -> None:
        self.words, self.language, self.limits = words, _base(language), limits
        lengths = [length(word.w, language) for word in words]
        self.until = [0.0]
        for one in lengths:
            self.until.append(self.until[-1] + one)
        self.ends = [
            ends_sentence(word.w, words[at + 1].w if at + 1 < len(words) else "") for at, word in enumerate(words)
        ]
        self.breaks = [0.0, *(self._break(at) for at in range(1, len(words))), 0.0]

    def size(self, first: int, last: int) -> float:
        """The characters of words `first` up to but not including `last` in one row."""
        return self.until[last] - self.until[first] + (last - first - 1)

    def _break(self, at: int) -> float:
        """What it costs to part the words before and after `at`."""
        before, after = self.words[at - 1], self.words[at]
        if self.ends[at - 1]:
            return 0.0
        rest = min(2.0, max(0.0, after.start - before.end) * _PAUSE)
        cost = _CLAUSE if _CLAUSE_END.search(before.w) else _PLAIN
        if cost == _PLAIN:
            cost += _DANGLING * (_bare(before.w) in _listed(self.language, "not_last"))
            cost -= _GOOD_START * (_bare(after.w) in _listed(self.language, "good_first"))
            cost += _NAME * (before.w[:1].isupper() and after.w[:1].isupper() and not self._opens(at - 1))
            cost += _NAME * (before.w[-1:].isdigit() and after.w[:1].isalpha())
        cost += _DANGLING * (_bare(after.w) in _listed(self.language, "not_first"))
        return max(0.0, cost - rest)

    def _opens(self, at: int) -> bool:
        return at == 0 or self.ends[at - 1]

    def rows(self, first: int, last: int, left: int) -> tuple[float, tuple[int, ...]] | None:
        """The cheapest way to set these words in at most `left` rows: its cost and where rows end; None for none."""
        size = self.size(first, last)
        if size <= self.limits.row_length:
            return 0.0, (last,)
        if last - first == 1:
            return _OVERFLOW * (size / self.limits.row_length - 1), (last,)
        if left == 1 or size > left * (self.limits.row_length + 1):
            return None
        best: tuple[float, tuple[int, ...]] | None = None
        for at in range(first + 1, last):
            upper = self.size(first, at)
            lower = self.rows(at, last, left - 1)
            if lower is None or (upper > self.limits.row_length and at - first > 1):
                continue
            cost = lower[0] + _ROW + self.breaks[at] + self._balance(upper, self.size(at, last) / (left - 1))
            cost += _OVERFLOW * max(0.0, upper / self.limits.row_length - 1)
            if best is None or cost < best[0]:
                best = cost, (at, *lower[1])
        return best

    def _balance(self, upper: float, lower: float) -> float:
        """Rows of like length are best, then a longer lower one."""
        uneven = (upper - lower) / self.limits.row_length
        return 6.0 * uneven * uneven + (1.0 if uneven > 0.1 else 0.0)

    def _cost(self, first: int, last: int) -> float | None:
        """What words `first` to `last` cost as one cue; None when they cannot be one."""
        layout = self.rows(first, last, self.limits.rows)
        if layout is None:
            return None
        cost = _CUE + layout[0] + self._time_cost(first, last)
        closed = last == len(self.words) or self.ends[last - 1]
        for at in range(first, last - 1):
            if self.ends[at]:
                cost += _WHOLE_SENTENCES if closed else _HALF_SENTENCE
            silence = self.words[at + 1].start - self.words[at].end
            cost += _SILENCE * max(0.0, silence - self.limits.chain)
        if not closed or not self._opens(first):
            cost += _CRUMB * (self.size(first, last) < 0.35 * self.limits.row_length)
        return cost + _CUE_BREAK * self.breaks[last] if last < len(self.words) else cost

    def _time_cost(self, first: int, last: int) -> float:
        limits, start = self.limits, self.words[first].start
        spoken = self.words[last - 1].end - start
        until = self.words[last].start if last < len(self.words) else self.words[last - 1].end + limits.linger
        room = max(0.04, min(until - start, limits.longest))
        cost = _TOO_LONG * max(0.0, spoken - limits.longest)
        cost += _TOO_SHORT * max(0.0, 1 - room / limits.shortest)
        return cost + _TOO_FAST * max(0.0, self.size(first, last) / room / limits.speed - 1)

    def best(self) -> list[tuple[int, int]]:
        """The cheapest way to cut the line into cues, as spans of word indexes."""
        count = len(self.words)
        costs: list[float] = [0.0] + [float("inf")] * count
        begins = [0] * (count + 1)
        for last in range(1, count + 1):
            for first in range(last - 1, -1, -1):
                cost = self._cost(first, last)
                if cost is None:
                    break
                if costs[first] + cost < costs[last]:
                    costs[last], begins[last] = costs[first] + cost, first
        spans, last = [], count
        while last:
            spans.append((begins[last], last))
            last = begins[last]
        return spans[::-1]

    def cue(self, spans: list[tuple[int, int]], index: int) -> Cue:
        """The caption of a span, with its time on screen."""
        first, last = spans[index]
        layout = self.rows(first, last, self.limits.rows)
        ends = layout[1] if layout else (last,)
        rows = tuple(
            " ".join(word.w for word in self.words[begin:end]) for begin, end in zip((first, *ends), ends, strict=False)
        )
        start = self.words[first].start
        end = self._end(first, last, self.words[spans[index + 1][0]].start if index + 1 < len(spans) else None)
        return Cue(start=round(start, 3), end=round(max(start, end), 3), rows=rows, words=self.words[first:last])

    def _end(self, first: int, last: int, following: float | None) -> float:
        """When a caption leaves: not before its last word, later for the reader, never in the way of the next one."""
        limits, start, heard = self.limits, self.words[first].start, self.words[last - 1].end
        wanted = max(heard, start + limits.shortest, start + self.size(first, last) / limits.speed)
        wanted = max(heard, min(wanted, start + limits.longest))
        if following is None:
            return min(wanted, heard + limits.linger)
        chained = following - limits.gap
        if following - wanted < limits.chain and (chained - start <= limits.longest or chained < wanted):
            wanted = chained
        return wanted if wanted >= heard else following

"""Whether every sentence of a script is spoken once, in order, and shown: words heard and shown against sentences.

Knows no transcriber: it is given words with times. Example: `script_flaws(("The lamp is lit.",), heard, "spoken")` -> a
Flaw for each sentence that is missing, repeated or out of place.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from engine.film.checks.flaw import Flaw, Rules
from engine.film.types import Word

_TOKEN = regex.compile(r"\p{Han}|\p{Hiragana}|\p{Katakana}|\p{Thai}|[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*")
_SHORT = 4
"""Sentences of fewer words are said by chance: they are not looked for twice."""
_ALIKE, _SURE = 78.0, 0.99
_SLACK = 3


@dataclass(frozen=True)
class _Place:
    """Words `start` to `end` of those heard are a sentence, by this share of its words."""

    start: int
    end: int
    share: float

    def meets(self, other: _Place) -> bool:
        return self.start < other.end and other.start < self.end


def script_flaws(sentences: Sequence[str], words: Sequence[Word], how: str, rules: Rules) -> Iterator[Flaw]:
    """Sentences that are missing, repeated or out of order among words that are `how` ('spoken' or 'shown')."""
    tokens = [(token, word) for word in words for token in plain_words(word.text)]
    said = [token for token, _ in tokens]
    wanted = [plain_words(sentence) for sentence in sentences]
    found, again = _places(wanted, said, rules.script_share)
    times = [word for _, word in tokens]
    steady = _in_order(found)
    for n, sentence in enumerate(sentences):
        if not wanted[n]:
            continue
        if n not in found:
            at = _expected(n, found, times)
            says = f"This sentence is not {how}: “{_short(sentence)}”."
            yield Flaw(f"not_{how}", "error", at, at, says, _FIXES[how])
            continue
        place = found[n]
        start, end = times[place.start].start, times[place.end - 1].end
        if n not in steady:
            says = f"This sentence is {how} out of its order: “{_short(sentence)}”."
            yield Flaw(f"{how}_out_of_order", "error", start, end, says, "Put the lines back into their order.")
        for more in again.get(n, ()):
            start, end = times[more.start].start, times[more.end - 1].end
            says = f"This sentence is {how} once more: “{_short(sentence)}”."
            yield Flaw(f"{how}_twice", "error", start, end, says, "Remove one of the two lines.")


_FIXES = {"spoken": "Make this line's voice again.", "shown": "Make this line's captions again."}


def plain_words(text: str) -> list[str]:
    """The words of a text in small letters, without signs; letters of scripts without spaces one by one."""
    return [token.replace("’", "'") for token in _TOKEN.findall(unicodedata.normalize("NFKC", text).casefold())]


def _places(
    wanted: list[list[str]], said: list[str], least: float
) -> tuple[dict[int, _Place], dict[int, list[_Place]]]:
    """Where each sentence is, and where else it is. The surest places are given first, and short sentences find theirs
    in what is left.
    """
    same: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, sentence in enumerate(wanted):
        same[tuple(sentence)].append(n)
    where: dict[str, list[int]] = defaultdict(list)
    for at, token in enumerate(said):
        where[token].append(at)
    tried = {tokens: _occurrences(tokens, said, where, least) for tokens in same if tokens}
    given = _given({tokens: places for tokens, places in tried.items() if len(tokens) >= _SHORT}, [False] * len(said))
    found = {n: place for tokens, places in given.items() for n, place in zip(same[tokens], places, strict=False)}
    again = {same[t][-1]: places[len(same[t]) :] for t, places in given.items() if len(places) > len(same[t])}
    taken = [place for places in given.values() for place in places]
    for tokens, places in tried.items():
        if len(tokens) < _SHORT:
            free = [place for place in places if not any(place.meets(other) for other in taken)]
            chosen = _nearest(same[tokens], free, found)
            found.update(chosen)
            taken += chosen.values()
    return found, again


def _given(tried: dict[tuple[str, ...], list[_Place]], taken: list[bool]) -> dict[tuple[str, ...], list[_Place]]:
    """Each sentence's places, in order of time, no word given twice."""
    given: dict[tuple[str, ...], list[_Place]] = {tokens: [] for tokens in tried}
    offers = [(place, tokens) for tokens, places in tried.items() for place in places]
    for place, tokens in sorted(offers, key=lambda offer: (-offer[0].share, -len(offer[1]), offer[0].start)):
        if not any(taken[place.start : place.end]):
            taken[place.start : place.end] = [True] * (place.end - place.start)
            given[tokens].append(place)
    return {tokens: sorted(places, key=lambda place: place.start) for tokens, places in given.items()}


def _occurrences(sentence: tuple[str, ...], said: list[str], where: dict[str, list[int]], least: float) -> list[_Place]:
    """Every stretch of words that may be this sentence."""
    votes: Counter[int] = Counter()
    for offset, token in enumerate(sentence):
        for at in where.get(token, ())[:_MOST_PLACES]:
            votes[at - offset] += 1
    near = {start: sum(votes.get(start + k, 0) for k in range(-_SLACK, _SLACK + 1)) for start in votes}
    likely = [start for start in near if near[start] >= 0.8 * least * len(sentence)]
    tried = sorted(likely, key=lambda start: (-votes[start], -near[start], start))
    found = (_aligned(sentence, said, max(0, start), least) for start in tried[:_MOST_TRIES])
    return sorted({place for place in found if place}, key=lambda place: place.start)


_MOST_PLACES, _MOST_TRIES = 400, 24


def _aligned(sentence: Sequence[str], said: list[str], start: int, least: float) -> _Place | None:
    """The stretch at `start`, or near it, that holds enough of a sentence's words in their order."""
    if tuple(said[start : start + len(sentence)]) == tuple(sentence):
        return _Place(start, start + len(sentence), 1.0)
    for slack in (0, _SLACK):
        low = max(0, start - slack)
        pairs = _matched(sentence, said[low : start + len(sentence) + slack])
        share = len(pairs) / len(sentence)
        if pairs and share >= (least if slack else _SURE):
            return _Place(low + pairs[0][1], low + pairs[-1][1] + 1, share)
    return None


def _matched(sentence: Sequence[str], window: list[str]) -> list[tuple[int, int]]:
    """Which word of a sentence is which word of a window; a word that is nearly one counts as it. Lone words far from
    the others belong to a neighbour.
    """
    from rapidfuzz.distance import LCSseq

    lacking = [word for word in sentence if len(word) > 3 and word not in window]
    heard = [word if word in sentence or not lacking else _nearly(word, lacking) for word in window]
    pairs = [
        (block.src_start + k, block.dest_start + k)
        for block in LCSseq.opcodes(sentence, heard)
        if block.tag == "equal"
        for k in range(block.src_end - block.src_start)
    ]
    while len(pairs) > 1 and pairs[1][1] - pairs[0][1] > pairs[1][0] - pairs[0][0] + 1:
        pairs = pairs[1:]
    while len(pairs) > 1 and pairs[-1][1] - pairs[-2][1] > pairs[-1][0] - pairs[-2][0] + 1:
        pairs = pairs[:-1]
    return pairs


def _nearly(word: str, lacking: Sequence[str]) -> str:
    from rapidfuzz import fuzz, process

    near = process.extractOne(word, lacking, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return near[0] if near else word


def _nearest(numbers: list[int], places: list[_Place], found: dict[int, _Place]) -> dict[int, _Place]:
    """For each of some equal short sentences the place that lies between its neighbours, else any."""
    chosen: dict[int, _Place] = {}
    for n in numbers:
        before = max((place.end for k, place in found.items() if k < n), default=0)
        after = min((place.start for k, place in found.items() if k > n), default=1 << 60)
        left = [place for place in places if not any(place.meets(other) for other in chosen.values())]
        fitting = [place for place in left if before <= place.start and place.end <= after] or left
        if fitting:
            chosen[n] = fitting[0]
    return chosen


def _in_order(found: dict[int, _Place]) -> set[int]:
    """The largest set of sentences whose places rise as they should."""
    ends: list[int] = []
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for n in sorted(found):
        at = bisect_left(ends, found[n].start)
        before[n] = tails[at - 1] if at else None
        ends[at : at + 1] = [found[n].start]
        tails[at : at + 1] = [n]
    steady: set[int] = set()
    last: int | None = tails[-1] if tails else None
    while last is not None:
        steady.add(last)
        last = before[last]
    return steady


def _expected(n: int, found: dict[int, _Place], times: Sequence[Word]) -> float:
    """When a missing sentence should have come: after the one before it."""
    earlier = [k for k in found if k < n]
    return times[found[max(earlier)].end - 1].end if earlier else 0.0


def _short(sentence: str) -> str:
    flat = " ".join(sentence.split())
    return flat if len(flat) <= 60 else flat[:57].rsplit(" ", 1)[0] + " …"

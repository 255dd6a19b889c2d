"""One-press fixes for what `caption_findings` finds: re-wrap, extend, shorten, leave a gap, close one, end on the cut,
split.

A fix changes one caption (a split makes two of it), never what is spoken. Example:
`fixed(cues, finding, cuts, "en")` -> the cues with that finding mended.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from engine.errors import UserError
from engine.film.caption_limits import Finding, Limits, characters, limits
from engine.film.row_words import Part, row_words
from engine.film.types import Cue, Word

_PHRASE_ENDS = ".!?…।॥。！？؟"
_CLAUSE_ENDS = ",;:—–،؛、，；："
LEAST = 0.05
"""Seconds that both halves of a split get, where there are so many."""


def fixed(
    cues: Sequence[Cue], finding: Finding, cuts: Sequence[float], language: str, within: Limits | None = None
) -> tuple[Cue, ...]:
    """The cues in order of time with one finding mended. UserError when it has no fix, or the cues have changed."""
    given = within or limits(language)
    listed = sorted(cues, key=lambda cue: cue.start)
    if finding.cue >= len(listed) or abs(listed[finding.cue].start - finding.at) > 0.01:
        raise UserError("The captions have changed since they were checked; check them again.")
    cue = listed[finding.cue]
    following = listed[finding.cue + 1] if finding.cue + 1 < len(listed) else None
    mended = _mended(cue, following, finding, cuts, language, given)
    return (*listed[: finding.cue], *mended, *listed[finding.cue + 1 :])


def _mended(
    cue: Cue, following: Cue | None, finding: Finding, cuts: Sequence[float], language: str, given: Limits
) -> list[Cue]:
    latest = following.start - given.gap if following else float("inf")
    if finding.fix == "remove":
        return []
    if finding.fix == "wrap":
        return [wrapped(cue, language, given) or cue]
    if finding.fix == "split":
        # Its second half comes before what follows, or words would change places.
        if following and cue.start + LEAST < following.start < cue.end:
            cue = _ended(cue, following.start)
        return list(split(cue, language, given))
    if finding.fix == "extend":
        return [replace(cue, end=_extended(cue, latest, finding, cuts, language, given))]
    if finding.fix == "shorten":
        return [_ended(cue, cue.start + given.longest)]
    if finding.fix in ("gap", "close"):
        return [_ended(cue, latest)]
    if finding.fix == "cut":
        return [_ended(cue, max(cut for cut in cuts if cue.start < cut < cue.end))]
    raise UserError(f"{finding.words} No one press mends this; shorten its words or move it.")


def _extended(cue: Cue, latest: float, finding: Finding, cuts: Sequence[float], language: str, given: Limits) -> float:
    """As long as reading asks for; over a cut it stays well beyond the cut."""
    read = characters(" ".join(cue.rows), language) / given.speed
    wanted = cue.start + max(given.shortest, read)
    if finding.rule == "near_cut":
        wanted = max(wanted, max(cut for cut in cuts if cue.start < cut < cue.end) + given.near_cut)
    return min(math.ceil(1000 * max(cue.end, wanted) - 1e-6) / 1000, latest)


def _ended(cue: Cue, end: float) -> Cue:
    words = tuple(replace(word, start=min(word.start, end), end=min(word.end, end)) for word in cue.words)
    return replace(cue, end=round(end, 3), words=words)


def wrapped(cue: Cue, language: str, given: Limits) -> Cue | None:
    """The cue with its words set anew in as few, even rows as they need; None when they do not fit."""
    tokens = _tokens(cue)
    rows = _rows(tokens, language, given)
    return replace(cue, rows=tuple(rows)) if rows else None


def _tokens(cue: Cue) -> list[tuple[str, bool, int]]:
    """What may not be broken: letters, whether a space stands before, the word it belongs to."""
    found: list[tuple[str, bool, int]] = []
    for row in row_words(cue):
        spaced = bool(found) and not _joined(found[-1][0], row)
        for text, word in row:
            if text == " ":
                spaced = True
                continue
            parts = text.split(" ") if word < 0 else [text]
            for n, part in enumerate(parts):
                found.append((part, spaced if n == 0 else True, word))
            spaced = False
    return found


def _joined(before: str, row: list[Part]) -> bool:
    """Rows of scripts that write no spaces follow each other without one."""
    return all(ord(letter) > 0x2E7F and not 0xAC00 <= ord(letter) < 0xD7B0 for letter in (before[-1], row[0][0][0]))


def _set(tokens: Sequence[tuple[str, bool, int]]) -> str:
    return "".join((" " if spaced and n else "") + text for n, (text, spaced, _) in enumerate(tokens))


def _rows(tokens: list[tuple[str, bool, int]], language: str, given: Limits) -> list[str] | None:
    whole = _set(tokens)
    if characters(whole, language) <= given.row_length:
        return [whole]
    ways = []
    for at in range(1, len(tokens)):
        rows = [_set(tokens[:at]), _set(tokens[at:])]
        lengths = [characters(row, language) for row in rows]
        if max(lengths) <= given.row_length:
            ways.append((abs(lengths[0] - lengths[1]) + _break_cost(tokens[at - 1][0], given), rows))
    return min(ways)[1] if ways and given.rows > 1 else None


def _break_cost(before: str, given: Limits) -> float:
    """A break after the end of a sentence or a clause is worth some unevenness."""
    worth = 0.5 if before[-1] in _PHRASE_ENDS else 0.3 if before[-1] in _CLAUSE_ENDS else 0.0
    return -worth * given.row_length


def split(cue: Cue, language: str, given: Limits) -> tuple[Cue, Cue]:
    """Two cues at the best place near the middle; the second begins with its first word, else by its share of letters.

    UserError for a caption of one word.
    """
    tokens = _tokens(cue)
    if len(tokens) < 2:
        raise UserError("A caption of one word cannot be split; shorten it or move it.")
    half = characters(_set(tokens), language) / 2
    places = range(1, len(tokens))
    at = min(
        places,
        key=lambda n: abs(characters(_set(tokens[:n]), language) - half) + 1.5 * _break_cost(tokens[n - 1][0], given),
    )
    turn = min(_turn(cue, tokens, at), cue.end - min(LEAST, (cue.end - cue.start) / 3))
    count = _spoken_before(cue, tokens[at][2], turn)
    end = max(turn - given.gap, cue.start + min(LEAST, (turn - cue.start) / 2))
    parts = ((tokens[:at], cue.start, end), (tokens[at:], turn, cue.end))
    words = (cue.words[:count], cue.words[count:])
    made = [
        _reset(Cue(round(start, 3), round(end, 3), (_set(part),), heard), language, given)
        for (part, start, end), heard in zip(parts, words, strict=True)
    ]
    return made[0], made[1]


def _reset(cue: Cue, language: str, given: Limits) -> Cue:
    cue = replace(cue, words=tuple(Word(w.text, min(w.start, cue.end), min(w.end, cue.end)) for w in cue.words))
    return wrapped(cue, language, given) or cue


def _spoken_before(cue: Cue, word: int, turn: float) -> int:
    """How many words are heard before the break."""
    return word if word >= 0 else sum(each.start < turn - 0.001 for each in cue.words)


def _turn(cue: Cue, tokens: list[tuple[str, bool, int]], at: int) -> float:
    """When the second half begins."""
    word = tokens[at][2]
    if word >= 0:
        return max(cue.words[word].start, cue.start + 0.1)
    letters = [len(text) for text, _, _ in tokens]
    when = cue.start + (cue.end - cue.start) * sum(letters[:at]) / sum(letters)
    near = [b.start for _, b in pairwise(cue.words)]
    return min(near, key=lambda start: abs(start - when)) if near else when

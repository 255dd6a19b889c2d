"""The one to four strongest words of a shot, verbatim, for when they are set in type: numbers with their unit, names,
things.

Knows sentences and how often a word comes; sets no type. Example: "At 95 degrees the slow ones arrive" -> ("95
degrees",...).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.language.nlp import Parse, Phrase
from engine.language.word_lists import pairs, words
from engine.planning.pictures import Part
from engine.planning.reading import category, is_vague

MOST = 4
_ENOUGH = 3
_MOST_LETTERS = 40
_STRONG_KINDS = ("NOUN", "PROPN", "ADJ", "VERB")


@dataclass(frozen=True)
class _Candidate:
    text: str
    score: float
    part: int
    start: int
    end: int


def keywords_of(parts: Sequence[Part], counts: Mapping[str, int], language: str) -> tuple[str, ...]:
    """The strongest words of the shot that covers `parts`, in the order in which they are spoken; `counts` says how
    common a lemma is."""
    found = [candidate for n, part in enumerate(parts) for candidate in _candidates(n, part, counts, language)]
    chosen: list[_Candidate] = []
    for candidate in sorted(found, key=lambda one: (-one.score, one.part, one.start)):
        apart = all(
            candidate.part != one.part or candidate.end <= one.start or candidate.start >= one.end for one in chosen
        )
        told = any(
            candidate.text.casefold() in one.text.casefold() or one.text.casefold() in candidate.text.casefold()
            for one in chosen
        )
        if apart and not told and (len(chosen) < _ENOUGH or (candidate.score >= 3 and len(chosen) < MOST)):
            chosen.append(candidate)
    strong = [one for one in chosen if one.score >= 1.0] or chosen[:1]
    ordered = sorted(strong, key=lambda one: (one.part, one.start))
    return tuple(one.text for one in ordered) or _longest_word(parts)


def _candidates(number: int, part: Part, counts: Mapping[str, int], language: str) -> list[_Candidate]:
    taken, sentence = part.known.sentence.parse, part.known.sentence
    inside = {i for i in range(len(taken.tokens)) if part.first <= sentence.word(i) < part.last}
    found = []
    for phrase in taken.phrases:
        span = [i for i in _core(taken, phrase) if i in inside]
        if span and phrase.head in span and taken.tokens[phrase.head].kind != "PRON":
            found.append(_candidate(number, taken, span, _phrase_score(taken, phrase, span, counts, language)))
    covered = {i for phrase in taken.phrases for i in range(phrase.first, phrase.last)}
    for i in sorted(inside - covered):
        score = _word_score(taken, i, counts, language)
        if score > 0:
            found.append(_candidate(number, taken, [i], score))
    return [one for one in found if one.text and len(one.text) <= _MOST_LETTERS]


def _candidate(number: int, taken: Parse, span: Sequence[int], score: float) -> _Candidate:
    start, end = taken.tokens[span[0]].start, taken.tokens[span[-1]].end
    text = taken.text[start:end].strip(" ,;:.!?\"'“”")
    return _Candidate(text if "\n" not in text else "", score, number, start, end)


def _core(taken: Parse, phrase: Phrase) -> list[int]:
    """A noun with its number, its adjectives and the nouns before it, without article or owner."""
    first = phrase.first
    while first < phrase.head and taken.tokens[first].kind in ("DET", "PRON", "PUNCT", "ADP", "PART", "ADV", "CCONJ"):
        first += 1
    span = list(range(first, phrase.head + 1))
    if any(taken.tokens[i].kind == "NUM" for i in span):
        while span and not any(taken.tokens[i].kind == "NUM" for i in span[:1]):
            span = span[1:]
    span = span[-6:] if any(taken.tokens[i].kind == "NUM" for i in span[:1]) else span[-4:]
    while span and taken.tokens[span[0]].kind in ("ADP", "CCONJ", "PUNCT", "PART"):
        span = span[1:]
    return span


def _phrase_score(taken: Parse, phrase: Phrase, span: Sequence[int], counts: Mapping[str, int], language: str) -> float:
    head = taken.tokens[phrase.head]
    common = 1 + 0.12 * max(0, counts.get(head.lemma, 1) - 1)
    described = 0.6 * any(taken.tokens[i].kind == "ADJ" for i in span[:-1]) + 0.4 * (len(span) > 1)
    if any(_is_number(taken, i, language) for i in span):
        return 3.5 + 0.1 * len(span)
    if head.lemma in pairs(language, "hours") or is_vague(head.lemma):
        return 0.5 + described
    if head.kind == "PROPN":
        return 2.4 / common
    return ((2.0 if category(head.lemma, language) else 1.3) + described) / common


def _is_number(taken: Parse, i: int, language: str) -> bool:
    token = taken.tokens[i]
    small = token.text.lower() in ("one", "एक", "दो")
    return not small and (token.kind == "NUM" or any(letter.isdigit() for letter in token.text))


def _word_score(taken: Parse, i: int, counts: Mapping[str, int], language: str) -> float:
    token = taken.tokens[i]
    if not any(letter.isalnum() for letter in token.text):
        return 0.0
    if any(letter.isdigit() for letter in token.text):
        return 3.0
    small = words(language, "small_words") | words("en", "small_words")
    alone = token.kind == "ADJ" and not taken.trees
    if alone or token.kind not in _STRONG_KINDS or token.text.lower() in small or token.lemma in small:
        return 0.1 if token.kind in _STRONG_KINDS else 0.01
    base = {"NOUN": 1.3, "PROPN": 1.6, "ADJ": 1.1, "VERB": 0.9}[token.kind]
    return base / (1 + 0.12 * max(0, counts.get(token.lemma, 1) - 1))


def _longest_word(parts: Sequence[Part]) -> tuple[str, ...]:
    """The longest run of letters of the shot: the last resort."""
    runs = [
        token.text
        for part in parts
        for i, token in enumerate(part.known.sentence.parse.tokens)
        if part.first <= part.known.sentence.word(i) < part.last and any(letter.isalnum() for letter in token.text)
    ]
    return (max(runs, key=len)[:_MOST_LETTERS],) if runs else ()

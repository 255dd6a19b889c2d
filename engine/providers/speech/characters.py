"""Times for the words of a line, from the pieces of text that a distant voice times: characters, or words of its own cutting.

The line is sent as its spoken forms, so a token's place in that text is known and a piece's place is found; where a service has written
the text anew, words are matched by likeness. Pure. Example: `sent((Token("£5", "five pounds"), Token("now.", "now."))).text` is
"five pounds now.", and `timed` gives one Word for each of the two tokens.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from engine.errors import BadOutput, UserError
from engine.providers.contract import Token
from engine.providers.transcript.align import Span, matched, settled
from engine.providers.transcript.sound import levels, sounding
from engine.types import Word

Place = tuple[int, int]
_PAUSES = frozenset('.,;:!?…—–।॥"”)')
_SLACK = 0.5
"""Seconds by which the last piece may begin after the sound has ended, before the sound is taken for cut off."""


@dataclass(frozen=True)
class Timed:
    """A piece of text and the seconds in which it is heard."""

    text: str
    start: float
    end: float


@dataclass(frozen=True)
class Sent:
    """The text that is said, and where in it each token stands; None for a token that is not said."""

    text: str
    places: tuple[Place | None, ...]


def sent(tokens: Sequence[Token]) -> Sent:
    """The spoken forms with a space between them; UserError where nothing is said."""
    text, places = "", list[Place | None]()
    for token in tokens:
        spoken = " ".join(token.spoken.split())
        if not any(_counts(letter) for letter in spoken):
            places.append(None)
            continue
        start = len(text) + bool(text)
        text = f"{text} {spoken}" if text else spoken
        places.append((start, start + len(spoken)))
    if not text:
        raise UserError("There are no words to speak in this line; give it some, or remove it.")
    return Sent(text, tuple(places))


def timed(
    line: Sent, tokens: Sequence[Token], pieces: Sequence[Timed], language: str, audio: np.ndarray, rate: int
) -> tuple[Word, ...]:
    """One Word for each token, rising, in seconds of `audio` (mono). `pieces` cover the line in order; where they are of other words
    than the line's they are matched by likeness. BadOutput where they tell of less than half of it, or of more sound than there is."""
    seconds = len(audio) / rate
    if 2 * _heard(piece.text for piece in pieces) < _heard([line.text]) or pieces[-1].start > seconds + _SLACK:
        raise BadOutput("The voice answered with times that do not fit its words or its sound; try again.")
    found = _located(line.text, pieces)
    spans = (
        [_span(line.text, place, found, pieces) for place in line.places]
        if found is not None
        else _alike(line, tokens, pieces, language, seconds)
    )
    spans = _until_silence(line, spans, audio, rate)
    times = settled(spans, [len(token.spoken) for token in tokens], seconds)
    return tuple(Word(w=token.shown, start=start, end=end) for token, (start, end) in zip(tokens, times, strict=True))


def _heard(texts: Iterable[str]) -> int:
    return sum(_counts(letter) for text in texts for letter in text)


def _counts(letter: str) -> bool:
    """Whether a character is heard: letters, digits, vowel signs and signs with a name, not marks of punctuation."""
    return unicodedata.category(letter)[0] in "LNM" or letter in "%&@#+$£€°"


def _located(text: str, pieces: Sequence[Timed]) -> list[Place] | None:
    """Where each piece stands in the text; None where they are not the text's own, or leave out something that is heard."""
    places, at = list[Place](), 0
    for piece in pieces:
        start = text.find(piece.text, at)
        if start < 0 or any(_counts(letter) for letter in text[at:start]):
            return None
        at = start + len(piece.text)
        places.append((start, at))
    return None if any(_counts(letter) for letter in text[at:]) else places


def _span(text: str, place: Place | None, found: Sequence[Place], pieces: Sequence[Timed]) -> Span | None:
    """From the first to the last heard piece of a token."""
    if place is None:
        return None
    mine = [
        piece
        for (start, end), piece in zip(found, pieces, strict=True)
        if any(_counts(text[at]) for at in range(max(start, place[0]), min(end, place[1])))
    ]
    return (mine[0].start, mine[-1].end) if mine else None


def _alike(
    line: Sent, tokens: Sequence[Token], pieces: Sequence[Timed], language: str, seconds: float
) -> list[Span | None]:
    heard = [word for word in _words(pieces) if any(_counts(letter) for letter in word.w)]
    said = [token.spoken if place else "" for token, place in zip(tokens, line.places, strict=True)]
    words = matched(said, heard, language, seconds)
    return [(word.start, word.end) if place else None for word, place in zip(words, line.places, strict=True)]


def _words(pieces: Sequence[Timed]) -> Iterator[Word]:
    """Characters put together to words; pieces that are words stay as they are."""
    run: list[Timed] = []
    for piece in (*pieces, Timed(" ", 0.0, 0.0)):
        if not piece.text.strip() or len(piece.text) > 1:
            if run:
                yield Word(w="".join(one.text for one in run), start=run[0].start, end=run[-1].end)
            run = []
            if piece.text.strip():
                yield Word(w=piece.text, start=piece.start, end=piece.end)
        else:
            run.append(piece)


def _until_silence(line: Sent, spans: Sequence[Span | None], audio: np.ndarray, rate: int) -> list[Span | None]:
    """Before a pause a service may let a word last into the silence, and after one begin in it; it is where its sound is."""
    level, trimmed, paused = levels(audio, rate), list[Span | None](), True
    last = max((index for index, place in enumerate(line.places) if place), default=-1)
    for index, (span, place) in enumerate(zip(spans, line.places, strict=True)):
        if span is None or place is None:
            trimmed.append(span)
            continue
        start, end = sounding(level, span)
        pausing = index == last or line.text[place[1] - 1] in _PAUSES
        trimmed.append((start if paused else span[0], end if pausing else span[1]))
        paused = pausing
    return trimmed

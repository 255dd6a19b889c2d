"""What the model is given at once: a line cut into passages that it can hold, and their sounds joined again.

Pure. Example: `passages(pieces, vocabulary)` gives one Passage for a short line, several, cut where the line pauses, for a long one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from engine.errors import UserError
from engine.providers.speech.spelling import Piece

MOST = 510
"""Symbols that the model takes at once."""

GOOD = 380
"""Symbols beyond which it begins to hurry."""

SENTENCE_GAP = 0.38
CLAUSE_GAP = 0.12
"""Seconds of silence; with the air that is left at both ends they are as long as the model's own pauses."""

_SENTENCE = frozenset(".!?…")
_CLAUSE = frozenset(",;:—")
_QUIET = 10 ** (-45 / 20)


@dataclass(frozen=True)
class Passage:
    """Symbols as numbers, for each the token that it is part of (None for marks and spaces); the tokens that a pause follows."""

    symbols: tuple[int, ...]
    owners: tuple[int | None, ...]
    pausing: tuple[int, ...]
    ends_sentence: bool


def passages(pieces: Sequence[Piece], vocabulary: Mapping[str, int]) -> list[Passage]:
    """All the pieces, in order, cut into as few passages as are good. UserError for sounds that the model does not know."""
    return [_passage(part, vocabulary) for part in _cut(list(pieces))]


def _cut(pieces: list[Piece]) -> list[list[Piece]]:
    """Halve what is too long, near its middle, at the strongest pause there; then each half again."""
    if _length(pieces) <= GOOD or len(pieces) == 1:
        return [pieces]
    middle, total, best, at = _length(pieces) / 2, 0, float("inf"), 1
    for place, piece in enumerate(pieces[:-1], start=1):
        total += _length([piece])
        distance = abs(total - middle) / middle + (
            0.0 if _ends(piece, _SENTENCE) else 0.4 if _ends(piece, _CLAUSE) else 1.2
        )
        if distance < best:
            best, at = distance, place
    return _cut(pieces[:at]) + _cut(pieces[at:])


def _length(pieces: Sequence[Piece]) -> int:
    return sum(len(piece.before) + len(piece.phonemes) + len(piece.after) + 1 for piece in pieces)


def _ends(piece: Piece, marks: frozenset[str]) -> bool:
    return bool(marks & set(piece.after))


def _passage(pieces: Sequence[Piece], vocabulary: Mapping[str, int]) -> Passage:
    letters: list[tuple[str, int | None]] = []
    for piece in pieces:
        unknown = "".join(
            dict.fromkeys(letter for letter in piece.phonemes if letter not in vocabulary and letter != " ")
        )
        if unknown and piece.ipa:
            raise UserError(
                f"The pronunciation of '{piece.words}' has signs that this voice cannot say: {unknown}. Change it."
            )
        letters += [(" ", None)] if letters else []
        letters += [(mark, None) for mark in piece.before]
        letters += [(letter, piece.token) for letter in piece.phonemes]
        letters += [(mark, None) for mark in piece.after]
    known = [(vocabulary[letter], owner) for letter, owner in letters if letter in vocabulary]
    if len(known) > MOST:
        raise UserError(f"The word '{pieces[0].words[:40]}…' is too long to be said; write it as several words.")
    pausing = tuple(piece.token for piece in pieces if _ends(piece, _SENTENCE | _CLAUSE) or piece is pieces[-1])
    return Passage(
        tuple(n for n, _ in known), tuple(owner for _, owner in known), pausing, _ends(pieces[-1], _SENTENCE)
    )


def join(sounds: Sequence[np.ndarray], ends_sentence: Sequence[bool], rate: int) -> tuple[np.ndarray, list[float]]:
    """One sound with natural gaps, and the seconds by which the times of each part have moved."""
    if len(sounds) == 1:
        return sounds[0], [0.0]
    parts: list[np.ndarray] = []
    offsets: list[float] = []
    length = 0
    for number, sound in enumerate(sounds):
        first, last = _voiced(sound, rate)
        first = 0 if number == 0 else first
        last = len(sound) if number == len(sounds) - 1 else last
        offsets.append((length - first) / rate)
        gap = 0.0 if number == len(sounds) - 1 else SENTENCE_GAP if ends_sentence[number] else CLAUSE_GAP
        parts += [sound[first:last], np.zeros(round(gap * rate), sound.dtype)]
        length += len(parts[-2]) + len(parts[-1])
    return np.concatenate(parts), offsets


def _voiced(sound: np.ndarray, rate: int) -> tuple[int, int]:
    """First and last sample of what can be heard, with a little air at both ends."""
    step = rate // 100
    frames = sound[: len(sound) // step * step].reshape(-1, step)
    level = np.sqrt((frames.astype(np.float64) ** 2).mean(axis=1))
    heard = np.flatnonzero(level > max(level.max(initial=0.0) * _QUIET, 1e-4))
    if not heard.size:
        return 0, len(sound)
    return max(0, (int(heard[0]) - 3) * step), min(len(sound), (int(heard[-1]) + 6) * step)

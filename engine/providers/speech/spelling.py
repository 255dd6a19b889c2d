"""A line as the Kokoro model reads it: the phonemes of each token, in context, with the marks that make pauses.

Owns marks, phrases and the small words of English; knows no audio. Example: `spell(tokens, "en-us", Espeak())` gives one
`Piece` per spoken run of words, each with the index of the token that it belongs to.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Protocol

from engine.errors import UserError
from engine.providers.contract import Token
from engine.providers.speech.attribution import GAP, attribute
from engine.providers.speech.sounds import cleaned, written

_MARKS = {
    ".": ".", ",": ",", ";": ";", ":": ":", "!": "!", "?": "?", "…": "…", "—": "—", "–": "—", "।": ".", "॥": ".", "。": ".", "、": ",",
}  # fmt: skip
_OPENING = {'"': "“", "“": "“", "„": "“", "«": "“", "(": "(", "[": "("}
_CLOSING = {'"': "”", "”": "”", "»": "”", ")": ")", "]": ")"}
_INSIDE = re.compile(r"(?<=\w[.,;:!?…—।])\s+|(?<=\w—)(?=\w)")
_DASHES = re.compile(r"(?<=\w)\s*(?:--+|—|–)\s*(?=\w)")
_ALWAYS_PAUSE = frozenset(",;:!?…")
_NORTHERN_ONE = re.compile(r"(w|^n)([ˈˌ]?)ɒn")
_FINAL_TAP = re.compile(r"T(?=$| )")
_FINAL_I = re.compile(r"ɪ(?=$| )")
_SAID = frozenset("%°$€£&@#+")
_SMALL_WORDS = {"a": ("ə", "ɐ"), "an": ("ən", "ɐn"), "am": ("əm", "ɐm"), "the": ("ðɪ", "ði"), "into": ("tʊ", "tu")}
"""How the model's teachers wrote them: less swallowed than espeak does in the middle of a phrase."""

_SMALL_AMERICAN = _SMALL_WORDS | {
    "has": ("həz", "hæz"), "have": ("həv", "hæv"), "had": ("həd", "hæd"), "of": ("əv", "ʌv"), "for": ("fəɹ", "fɔɹ"), "that": ("ðət", "ðæt"),
}  # fmt: skip
_SMALL_BRITISH = _SMALL_WORDS | {
    "has": ("həz", "haz"), "have": ("həv", "hav"), "had": ("həd", "had"), "of": ("əv", "ɒv"), "for": ("fə", "fɔː"), "that": ("ðət", "ðat"),
    "from": ("fɹʌm", "fɹɒm"),
}  # fmt: skip


class Phonemes(Protocol):
    """What is asked of espeak."""

    def units(self, text: str, dialect: str) -> tuple[tuple[str, ...], ...]: ...


@dataclass(frozen=True)
class Piece:
    """Words said without a pause inside, of token number `token`; `before` and `after` are marks that the model knows."""

    token: int
    words: str
    ipa: str = ""
    before: str = ""
    after: str = ""
    phonemes: str = ""


def spell(tokens: Sequence[Token], dialect: str, espeak: Phonemes) -> tuple[Piece, ...]:
    """All that is said of `tokens`, in order; tokens that are not said have no piece. UserError when nothing is said."""
    pieces = [piece for index, token in enumerate(tokens) for piece in _pieces(index, token)]
    said = [piece for phrase in _phrases(_without_silence(pieces)) for piece in _pronounced(phrase, dialect, espeak)]
    if not any(piece.phonemes for piece in said):
        raise UserError("There are no words to speak in this line; give it some, or remove it.")
    return tuple(piece for piece in said if piece.phonemes)


def _pieces(index: int, token: Token) -> Iterator[Piece]:
    """A token cut where its spoken form pauses; quotes and brackets come from what is shown."""
    before, core, after = _parted(token.shown)
    runs = [token.spoken] if token.phonemes else _INSIDE.split(_DASHES.sub("—", token.spoken.strip()))
    for place, run in enumerate(runs):
        first, last = place == 0, place == len(runs) - 1
        _, words, pause = _parted(run)
        marks = _kept(pause, _MARKS)
        if last and not marks:
            marks = _shown_pause(core, words, after)
        closing = _kept(after, _CLOSING) if last else ""
        opening = _kept(before, _OPENING) if first else ""
        yield Piece(index, words, token.phonemes.strip(), opening, marks + closing)


def _parted(text: str) -> tuple[str, str, str]:
    """What stands before the first letter or digit, what is between, what follows the last."""
    solid = [place for place, letter in enumerate(text) if unicodedata.category(letter)[0] in "LNM" or letter in _SAID]
    if not solid:
        return "", "", text
    return text[: solid[0]], text[solid[0] : solid[-1] + 1], text[solid[-1] + 1 :]


def _kept(text: str, table: dict[str, str]) -> str:
    """The marks of `text` that the model knows, each once in a row ('...' is one ellipsis)."""
    text = text.replace("...", "…").replace("--", "—")
    return "".join(mark for mark, _ in groupby(table.get(letter, "") for letter in text))


def _shown_pause(core: str, words: str, after: str) -> str:
    """The pause of a token whose spoken form has none: a full stop counts only where it is none of an abbreviation."""
    marks = _kept(after, _MARKS)
    return marks if set(marks) & _ALWAYS_PAUSE or core.casefold() == words.casefold() else ""


def _without_silence(pieces: list[Piece]) -> list[Piece]:
    """Pieces without words leave; a mark of theirs goes to the one before, unless that one pauses already."""
    kept: list[Piece] = []
    for piece in pieces:
        if piece.words or piece.ipa:
            kept.append(piece)
        elif kept and piece.after and not set(kept[-1].after) & set(_MARKS.values()):
            kept[-1] = replace(kept[-1], after=kept[-1].after + piece.after)
    return kept


def _phrases(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Runs of pieces up to a pause, since words change each other's sound only within one."""
    phrase: list[Piece] = []
    for piece in pieces:
        phrase.append(piece)
        if set(piece.after) & set(_MARKS.values()):
            yield phrase
            phrase = []
    if phrase:
        yield phrase


def _pronounced(phrase: list[Piece], dialect: str, espeak: Phonemes) -> list[Piece]:
    said = [piece.words or piece.ipa for piece in phrase]
    alone = [_joined(espeak.units(words, dialect)) for words in said]
    together = _joined(espeak.units(" ".join(said), dialect))
    pronounced = []
    for piece, units, single in zip(phrase, attribute(together, alone), alone, strict=True):
        units = _without_stray_r(piece.words, units, single) if dialect.startswith("en") else units
        pronounced.append(replace(piece, phonemes=_phonemes(piece, units, dialect)))
    return pronounced


def _without_stray_r(words: str, units: list[str], alone: list[str]) -> list[str]:
    """espeak says "sofa reads" as "sofer reads" and "idea of" as "idear of"; an r that is not written is left out."""
    if not alone or words.casefold().endswith(("r", "re", "r's")):
        return units
    if units[-1] == "ɚ" and alone[-1] == "ə":
        return [*units[:-1], "ə"]
    return units[:-1] if units[-1] == "ɹ" and alone[-1][-1] != "ɹ" else units


def _joined(words: Sequence[Sequence[str]]) -> list[str]:
    units = [unit for word in words for unit in (*word, GAP)]
    return units[:-1]


def _phonemes(piece: Piece, units: list[str], dialect: str) -> str:
    """A piece in the notation of the model; a person's own IPA wins."""
    if piece.ipa:
        return written(cleaned(piece.ipa), dialect)
    text = "".join(written(unit, dialect) for unit in units)
    if not dialect.startswith("en"):
        return text
    text = text.replace("ɹɹ", "ɹ")
    return _american(piece.words, text) if dialect == "en-us" else _british(piece.words, text)


def _american(words: str, text: str) -> str:
    """A t is tapped inside words only."""
    return _small(words, _FINAL_TAP.sub("t", text), _SMALL_AMERICAN)


def _british(words: str, text: str) -> str:
    """espeak's British says "happy" as our grandparents did, and "one" as the north does; these voices do neither."""
    if "one" in words.casefold() or "once" in words.casefold():
        text = _NORTHERN_ONE.sub(r"\1\2ʌn", text)
    return _small(words, _FINAL_I.sub("i", text), _SMALL_BRITISH)


def _small(words: str, text: str, table: dict[str, tuple[str, str]]) -> str:
    if (words, text) == ("I", "I"):
        return "ˌI"
    swallowed, full = table.get(words.casefold(), ("", ""))
    return text.replace(swallowed, full) if swallowed else text

"""Where a text may be cut: into sentences, and a long sentence into clauses. Every piece is a verbatim slice of the
text.

Rules and word lists, no model; any language that ends its sentences with a mark. Knows nothing of scripts or shots.
Example: `sentences('"I am seven," says the note. Dr. Ray nods.', "en")` has two.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.language.text import SENTENCE_ENDS
from engine.language.word_lists import words

OPENERS = "\"'“‘„‚«‹([{「『《〈（【¿¡*_"
CLOSERS = "\"'”’“»›)]}」』》〉）】*_"
DASHES = "—–-"

_WIDE_ENDS = "。．！？｡"
_DANDA = "।॥"
_END = re.compile(rf"[{re.escape(SENTENCE_ENDS)}]+")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")
_WORD_BEFORE = re.compile(r"(?:[^\W_]|[.'’\u0900-\u0963\u0970-\u097f])+$")
_NEXT_WORDS = re.compile(r"[^\s]+(?:\s+[^\s]+){0,3}")
_ENUMERATOR = re.compile(r"(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})")


@dataclass(frozen=True)
class Boundary:
    """A place before word `index` where a sentence may be cut; `strength` 3 (semicolon, colon, dash) to 1 (comma or
    conjunction alone)."""

    index: int
    strength: int


def sentences(text: str, language: str) -> tuple[str, ...]:
    """The sentences of `text` in order, stripped; put together with white space they are the text."""
    pieces: list[str] = []
    for start, end in _paragraphs(text):
        pieces += _merged(_cut(text[start:end], language))
    return tuple(pieces)


def clauses(sentence: str, language: str) -> tuple[int, ...]:
    """The word positions (white-space separated, rising, never 0) before which `sentence` may be cut."""
    return tuple(boundary.index for boundary in boundaries(sentence, language))


def boundaries(sentence: str, language: str) -> tuple[Boundary, ...]:
    """As `clauses`, with how strong each place is."""
    tokens = sentence.split()
    openers = words(language, "cut_words")
    found = [Boundary(i, _strength(tokens[i - 1], tokens[i], openers)) for i in range(1, len(tokens))]
    return tuple(boundary for boundary in found if boundary.strength)


def is_sentence_end(text: str) -> bool:
    """Whether `text` ends with a mark that closes a sentence (quotes and brackets after it do not count)."""
    return text.rstrip().rstrip(CLOSERS + " ")[-1:] in tuple(SENTENCE_ENDS)


def _strength(before: str, word: str, openers: frozenset[str]) -> int:
    bare = before.rstrip(CLOSERS)
    conjunction = word.strip(OPENERS + CLOSERS + ",;:.!?").lower() in openers
    if bare.endswith((";", ":", "；", "：")) or before.endswith((*"—–", "…")) or word in ("—", "–", "-"):
        return 3
    if bare.endswith(tuple(SENTENCE_ENDS)) and word[:1] in OPENERS:
        return 3
    if bare.endswith((",", "，", "、", "،")):
        return 2 if conjunction or bare != before else 1
    return 1 if conjunction else 0


def _paragraphs(text: str) -> list[tuple[int, int]]:
    cuts = [(found.start(), found.end()) for found in _PARAGRAPH.finditer(text)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text)]
    return list(zip(starts, ends, strict=True))


def _cut(text: str, language: str) -> list[str]:
    """Slices of one paragraph, each with the white space that follows it."""
    pieces, start = [], 0
    caseless = not any(letter.isupper() for letter in text)
    for found in _END.finditer(text):
        if found.start() < start:
            continue
        end = found.end()
        while end < len(text) and text[end] in CLOSERS:
            end += 1
        if _ends_here(text, start, found, end, language, caseless):
            pieces.append(text[start:end])
            start = end
    return [*pieces, text[start:]]


def _ends_here(text: str, start: int, found: re.Match[str], end: int, language: str, caseless: bool) -> bool:
    if end >= len(text):
        return True
    wide, spaced, closed = found[0][-1] in _WIDE_ENDS, text[end].isspace(), end > found.end()
    if wide:
        return not (closed and text[end] in "とってへのに，,、")
    if found[0][-1] in _DANDA:
        return True
    if not spaced:
        return False
    follows = text[end:].lstrip() if end + 400 > len(text) else text[end : end + 400].lstrip()
    if not follows:
        return True
    opening = follows.lstrip(OPENERS + DASHES + " ")[:1]
    if opening.islower() and not caseless:
        return False
    if closed and not found[0].startswith(".") and _talk_follows(follows, language):
        return False
    return found[0] != "." or not _abbreviated(text[start : found.start()], follows, language, closed)


def _talk_follows(follows: str, language: str) -> bool:
    """After `"Why?"`: whether `Tom asked` comes, so that the sentence goes on."""
    if follows[0] in OPENERS:
        return False
    talk = words(language, "talk_verbs")
    for word in (_NEXT_WORDS.match(follows) or [""])[0].split():
        bare = word.strip(CLOSERS + ",;:" + SENTENCE_ENDS).lower()
        if bare in talk or any(bare == form for verb in talk if verb[:2] == bare[:2] for form in _forms(verb)):
            return True
        if word[-1] in ",;:" + SENTENCE_ENDS:
            return False
    return False


def _forms(verb: str) -> tuple[str, ...]:
    irregular = {
        "say": ("said",),
        "tell": ("told",),
        "speak": ("spoke",),
        "reply": ("replied", "replies"),
        "cry": ("cried", "cries"),
    }
    stem = verb.removesuffix("e")
    return (verb + "s", stem + "ed", stem + "ing", verb + verb[-1] + "ed", *irregular.get(verb, ()))


def _abbreviated(before: str, follows: str, language: str, closed: bool) -> bool:
    """Whether a single full stop after `before` only shortens a word, so that the sentence goes on."""
    word = (_WORD_BEFORE.search(before) or [""])[0]
    if closed or not word:
        return False
    if _ENUMERATOR.fullmatch(word) and not before[: -len(word)].strip(OPENERS + " \n"):
        return word.isdigit() or len(word) == 1
    if word.lower() in words(language, "abbreviations"):
        return True
    if word.lower() in words(language, "abbreviations_of_numbers"):
        return follows[0].isdigit()
    starter = follows.split()[0].strip(OPENERS + CLOSERS + ",;:.!?").lower() in words(language, "starters")
    if word.lower() in words(language, "abbreviations_maybe") or re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", word):
        return not starter
    return len(word) == 1 and word.isalpha() and word.isupper() and not starter


def _merged(pieces: list[str]) -> list[str]:
    """Without pieces that hold no letter or digit: such a one belongs to its neighbour."""
    kept: list[str] = []
    carry = ""
    for piece in pieces:
        if any(letter.isalnum() for letter in piece):
            kept.append(carry + piece)
            carry = ""
        elif kept:
            kept[-1] += piece
        else:
            carry += piece
    if carry.strip():
        kept.append(carry)
    return [piece.strip() for piece in kept if piece.strip()]

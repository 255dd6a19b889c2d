"""What a card says: the large words of a shot, the words around them in its line, a number, a quotation or a short
list.

Knows no fonts, colours or places. Example: 'ninety-one steps' in 'Every evening she climbs ninety-one steps, ...'
becomes the number '91' with the unit 'steps' and the leading words 'Every evening she climbs'.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import regex

from engine.fonts import clean, uncovered
from engine.providers.contract import ImageRequest
from engine.providers.image.typography.lexicon import (
    FAINT_WORDS,
    JOINTS,
    LEADS,
    NUMBER_WORDS,
    SIGNS,
    TURNS,
    is_weak,
    motif_of,
    named,
    singular,
)

_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.:,%°-]*(?<![.:,-])|[$€£₹][\p{N}.,]+")
_BREAK = regex.compile(r"[。、，！？：；]+|[.!?;:।॥…\n\"“”«»()|—–]+(?=\s|$|\p{L}|[\"”])|,\s")
_QUOTED = regex.compile(r"[\"“«„]([^\"“”«»„]{6,160})[\"”»“]")
_FEW = 7
"""Words that may stand before or after the large ones."""


@dataclass(frozen=True)
class Wording:
    """All that could be set; a layout uses some of it. `hero` is large; `before` and `after` are its neighbours in
    the line."""

    hero: str = ""
    before: str = ""
    after: str = ""
    value: str = ""
    unit: str = ""
    quote: str = ""
    items: tuple[str, ...] = ()
    right_to_left: bool = False


# ---------------------------------------------------------------- words of a text


def words_of(text: str) -> list[str]:
    """The words and numbers of a text, without their punctuation."""
    return [found[0] for found in _WORD.finditer(text)]


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction reads from the right."""
    found = regex.search(r"[\p{L}]", text)
    return bool(found and regex.match(r"[\p{Hebrew}\p{Arabic}\p{Syriac}\p{Thaana}\p{Nko}]", found[0]))


def _strength(word: str, first: bool) -> float:
    """How much a word deserves to stand large."""
    if is_weak(word):
        return 0.0
    strength = min(len(word), 9) / 9 + 1.2 * bool(motif_of(word)) + 1.5 * bool(number_in(word))
    strength += 0.8 * (word[:1].isupper() and not first)
    return max(strength - 0.6 * (word.lower() in FAINT_WORDS), 0.1)


def strong_phrases(text: str, count: int = 3) -> list[str]:
    """The strongest short phrases (1 to 2 words) of a text, in its order; its longest words where the language is
    unknown."""
    found: list[tuple[float, int, str]] = []
    place = 0
    for clause in _BREAK.split(text):
        words = words_of(clause)
        strengths = [_strength(word, i == 0) for i, word in enumerate(words)]
        for i, word in enumerate(words):
            place += 1
            if strengths[i]:
                found.append((strengths[i], place, word))
            if i and strengths[i] and strengths[i - 1] and word.isascii():
                found.append((0.62 * (strengths[i] + strengths[i - 1]), place - 1, f"{words[i - 1]} {word}"))
    chosen: list[tuple[float, int, str]] = []
    for option in sorted(found, key=lambda f: (-f[0], f[1])):
        taken = {w for _, _, phrase in chosen for w in phrase.split()}
        if not taken & set(option[2].split()) and len(chosen) < count:
            chosen.append(option)
    return [phrase for _, _, phrase in chosen]


# ---------------------------------------------------------------- numbers


def _spelled(words: list[str]) -> tuple[int, int] | None:
    """The value of the number words that a phrase begins with, and how many words they are."""
    total, part, used = 0, 0, 0
    for word in words:
        values = [NUMBER_WORDS.get(w) for w in word.lower().split("-")]
        if None in values:
            break
        for value in values:
            number = value or 0
            if number >= 1000:
                total, part = total + max(part, 1) * number, 0
            else:
                part = max(part, 1) * 100 if number == 100 else part + number
        used += 1
    return (total + part, used) if used else None


def number_in(phrase: str) -> tuple[str, str] | None:
    """'ninety-one steps' -> ('91', 'steps'); '95 degrees' -> ('95°', ''); None where no number from 2 up leads the
    phrase."""
    words = words_of(phrase)
    if not words:
        return None
    if regex.match(r"^[$€£₹]?\p{N}", words[0]) and (words[0] != "1" or len(words) == 1):
        value, rest = words[0], words[1:]
    else:
        spelled = _spelled(words)
        if spelled is None or spelled[0] < 2:
            return None
        value, rest = f"{spelled[0]:,}" if spelled[0] >= 10_000 else str(spelled[0]), words[spelled[1] :]
    if [w.lower() for w in rest[:3]] == ["and", "a", "half"]:
        value, rest = value + "½", rest[3:]
    if rest and rest[0].lower() in SIGNS:
        value, rest = value + SIGNS[rest[0].lower()], rest[1:]
    return value, " ".join(rest)


# ---------------------------------------------------------------- the line around a phrase


def _span(phrase: str, text: str) -> tuple[int, int] | None:
    """Where a phrase stands in a text, whatever its case and punctuation."""
    words = words_of(phrase)
    pattern = r"[^\p{L}\p{N}]+".join(regex.escape(word) for word in words)
    found = (
        regex.search(rf"(?<![\p{{L}}\p{{M}}\p{{N}}]){pattern}(?![\p{{L}}\p{{M}}\p{{N}}])", text, regex.IGNORECASE)
        if words
        else None
    )
    return (found.start(), found.end()) if found else None


def _last_words(text: str) -> str:
    """The few words that lead up to the end of a text, from the last natural break on."""
    words = _BREAK.split(text)[-1].split()
    if len(words) > _FEW:
        joints = [i for i, word in enumerate(words) if word.lower() in JOINTS and len(words) - i - 1 <= _FEW]
        words = words[joints[0] + 1 :] if joints else words[-_FEW:]
    while words and words[0].lower() in LEADS:
        words = words[1:]
    return " ".join(words)


def _first_words(text: str) -> str:
    """The few words that follow the beginning of a text, up to the next natural break."""
    words = _BREAK.split(text)[0].split()
    if len(words) > _FEW:
        turns = [i for i, word in enumerate(words[: _FEW + 1]) if i > 1 and word.lower() in (JOINTS | TURNS)]
        words = words[: turns[-1] if turns else _FEW]
    while words and is_weak(words[-1].strip(",.;:")) and not named("motif", words[-1]):
        words = words[:-1]
    return " ".join(words).strip(" ,.;:।")


def around(phrase: str, text: str) -> tuple[str, str, str]:
    """(words before, the phrase as the text writes it, words after); the neighbours are empty where the text lacks
    the phrase."""
    span = _span(phrase, text)
    if span is None:
        return "", phrase, ""
    start, end = span
    following = text[end:]
    after = "" if regex.match(r"\s*[.!?;:।,。、，！？：；]", following) else _first_words(following)
    return _last_words(text[:start]).lstrip(" ,"), text[start:end], after


def quote_in(text: str) -> str:
    """The longest saying in quotation marks that has between 3 and 14 words, else ''."""
    fits = [found.strip(" ,") for found in _QUOTED.findall(text) if 3 <= len(found.split()) <= 14]
    return max(fits, key=len, default="")


# ---------------------------------------------------------------- all together


def _settable(phrases: Iterable[object]) -> tuple[list[str], list[str]]:
    """Cleaned phrases without repeats, and those among them that no font here can show."""
    good: list[str] = []
    bad: list[str] = []
    for phrase in (clean(str(p)).strip(" ,.;:।") for p in phrases):
        if not words_of(phrase) or any(phrase.casefold() == other.casefold() for other in good):
            continue
        (bad if uncovered(phrase) else good).append(phrase)
    return good, bad


def _capital(text: str) -> str:
    return text if "/" in text.split(" ")[0] else text[:1].upper() + text[1:]


def wording(request: ImageRequest) -> tuple[Wording, list[str]]:
    """What could be said about the shot, and the phrases that cannot be set because no font here has their letters."""
    line = clean(request.text)
    line = line if not uncovered(line) else ""
    phrases, bad = _settable(request.shot.get("keywords") or ())
    if not phrases:
        found, worse = _settable(
            strong_phrases(clean(request.text or str(request.shot.get("picture") or request.prompt)))
        )
        phrases, bad = found, bad + worse
    if not phrases:
        return Wording(), bad
    numbered = next((p for p in phrases[:2] if number_in(p)), "")
    hero = numbered or phrases[0]
    before, written, after = around(hero, line)
    value, unit = number_in(hero) or ("", "")
    if value and not unit and not regex.search(r"[°%:]$", value):
        unit, after = _split_unit(after)
    return Wording(
        hero=written if before else _capital(written),
        before=before,
        after=after,
        value=value,
        unit=unit,
        quote=quote_in(line),
        items=tuple(_capital(p) for p in phrases[:3]),
        right_to_left=is_right_to_left(hero),
    ), bad


def _split_unit(after: str) -> tuple[str, str]:
    """The thing counted, when it directly follows the number, and the rest."""
    words = after.split()
    if not words or is_weak(words[0]):
        return "", after
    return words[0], " ".join(words[1:])


def missing_words(picture: str, shown: Iterable[str], motifs: Iterable[str]) -> tuple[str, ...]:
    """The things that a picture's words name and that are neither set as words nor drawn, in order, each once."""
    known = {singular(word) for text in shown for word in words_of(text)}
    drawn = set(motifs)
    found: dict[str, str] = {}
    for word in words_of(clean(picture)):
        plain = singular(word)
        seeable = (
            not is_weak(word) and word.lower() not in FAINT_WORDS and not re.fullmatch(r"[a-z]{3,}ly", word.lower())
        )
        if seeable and plain not in known and not drawn & set(named("literal", word)):
            found.setdefault(
                plain, word.lower() if word.isascii() and word[1:].islower() and word.lower() == word else word
            )
    return tuple(found.values())

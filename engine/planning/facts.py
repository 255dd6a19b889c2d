"""Numbers and names in a text, so that no model can add one to what a person said.

Pure functions; knows no provider or stage. English number words are read ('ninety-one' is 91, 'nineteen fifty-six' 1956); digits of
every script are. Example: `added_numbers("It was born in 1862.", "It is a box.") == ["1862"]`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import regex

from engine.planning.repair import folded, sentences, words

_DIGITS = regex.compile(r"\p{Nd}+(?:[.,:]\p{Nd}+)*")
_UNITS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL = {
    **{word: value for value, word in enumerate(_UNITS)},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
}
_LARGE = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "twentieth": 20, "thirtieth": 30, "hundredth": 100,
}  # fmt: skip
_COMMON = 3  # 'one of them', 'the two halves', 'a third': words of ordinary speech up to here are no figures
_AT_HOME = {"i", "i'm", "i'll", "i've", "i'd", "ok", "tv", "mr", "mrs", "ms", "dr", "god", "earth", "moon", "sun"}


def numbers(text: str) -> dict[float, str]:
    """Every number of the text and how it is written there; 1.5 and 'one and a half' are not the same, 95 and 'ninety-five' are."""
    found: dict[float, str] = {}
    for match in _DIGITS.findall(text):
        for value in _digit_values(match):
            found.setdefault(value, match)
    for value, written in _spelled(text):
        found.setdefault(value, written)
    return found


def added_numbers(text: str, source: str) -> list[str]:
    """The numbers of `text` that `source` does not hold, as they are written; small number words of ordinary speech are let be."""
    held = numbers(source)
    return [written for value, written in numbers(text).items() if value not in held and not _ordinary(value, written)]


def lost_numbers(text: str, source: str) -> list[str]:
    """The numbers of `source` that `text` does not hold."""
    return [written for written in added_numbers(source, text) if written]


def names(text: str) -> list[str]:
    """Words written with a capital in the middle of a sentence: names, in languages that mark them so."""
    found: list[str] = []
    for sentence in sentences(text):
        inner = words(regex.sub(r"([\"“‘(:—]\s*)\p{Lu}", r"\1x", sentence))[1:]
        found += [word for word in inner if regex.match(r"\p{Lu}", word) and word.casefold() not in _AT_HOME]
    return list(dict.fromkeys(found))


def added_names(text: str, source: str) -> list[str]:
    """The names of `text` that `source` does not hold in any spelling of case."""
    held = folded([source])
    return [name for name in names(text) if not folded([name]) & held]


def lost_names(text: str, source: str) -> list[str]:
    """The names of `source` that `text` does not hold."""
    held = folded([text])
    return [name for name in names(source) if not folded([name]) & held]


def _ordinary(value: float, written: str) -> bool:
    return value <= _COMMON and not regex.match(r"\p{Nd}", written)


def _digit_values(written: str) -> Iterator[float]:
    """'1,956' -> 1956; '11:40' -> 1140, as it is said; '2.5' -> 2.5."""
    plain = "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in written)
    plain = regex.sub(r":(?=\d\d(?:\D|$))", "", plain).replace(":", ".")
    plain = regex.sub(r",(?=\d{2,3}(?:\D|$))", "", plain).replace(",", ".")
    yield float(plain) if plain.count(".") < 2 else float(plain.replace(".", ""))


def _spelled(text: str) -> Iterator[tuple[float, str]]:
    """English number words, as values. Runs are read as one number ('three hundred and five'), years as years."""
    joined = regex.sub(r"(thousand|[mb]illion),", r"\1", text.casefold())
    for passage in regex.split(r"[^\p{L}\p{M}\p{N}\s'’-]+|[-'’]\s", joined):
        run: list[str] = []
        for word in [part for whole in words(passage) for part in whole.split("-")] + [""]:
            if word in _SMALL or word in _LARGE or (word == "and" and run and run[-1] in _LARGE):
                run.append(word)
                continue
            run += [word] if word in _ORDINALS else []
            yield from _values([part for part in run if part != "and"]) if run else ()
            run = []


def _values(run: list[str]) -> Iterator[tuple[float, str]]:
    """The values of a run of number words: a new number starts where one cannot follow the last ('two three')."""
    total, part, said = 0, 0, list[str]()
    previous = 0
    for word in run:
        value = _SMALL.get(word, _ORDINALS.get(word, 0))
        if word in _LARGE:
            part = max(part, 1) * _LARGE[word]
            if _LARGE[word] > 100:
                total, part = total + part, 0
        elif said and previous < 100 and not (previous >= 20 and value < 10):
            if part in range(10, 100) and value >= 10 and len(said) < 3:  # nineteen fifty-six
                part = part * 100 + value
            else:
                yield total + part, " ".join(said)
                total, part, said = 0, value, []
        else:
            part += value
        said.append(word)
        previous = _LARGE.get(word, value)
    yield total + part, " ".join(said)

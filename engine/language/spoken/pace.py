"""How long a line will take to say, before any voice has said it.

Example: `duration_estimate("It has one driver.", "en")` is about a second.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex

from engine.errors import UserError
from engine.language.spoken.forms import tokens
from engine.language.spoken.tables import table

_VOWELS = regex.compile(r"[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýÿœаеёиоуыэюяіїєαεηιουωάέήίόύώ]+", regex.IGNORECASE)
_SILENT_E = regex.compile(r"(?<=[^aeiouy][^aeiouyl]|[aeiouy]l|[aeiouy][^aeiouy])e[sd]?$")
_SPOKEN_ENDING = regex.compile(r"(?:[sxz]|ch|sh|[cg])es$|[td]ed$")
_HIATUS = regex.compile(r"i[ao](?!n)|(?<!p)eo(?!u)|[^qg]ua|ying|[^ht]ea$|^crea")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:['\-][\p{L}\p{M}\p{N}]+)*")
_VIRAMA = r"[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d]"
_AKSHARA = regex.compile(rf"(?:\p{{Lo}}\u093c?{_VIRAMA}\u200d?)*\p{{Lo}}\p{{M}}*")
_SIGN = regex.compile(r"(?!\u093c)\p{M}$")
_STANDING = regex.compile(r"[\u0904-\u0914\u0985-\u0994]")
_LETTERS_PER_SYLLABLE = 2.3


def syllables(word: str, language: str) -> float:
    """The syllables of a spoken word, by its script; a digit that no language rule said counts as one and a half."""
    letters = unicodedata.normalize("NFC", word)
    script = _script(letters)
    if script == "indic":
        return _indic(letters)
    if script == "syllabic":
        return float(sum(1 for letter in letters if letter not in "ーっッゃゅょャュョ"))
    vowels = len(_VOWELS.findall(letters))
    if language.startswith("en"):
        vowels = _english(letters.lower())
    digits = sum(letter.isdigit() for letter in letters)
    if script == "vowels":
        return max(1.0, vowels + 1.5 * digits)
    return max(1.0, 1.5 * digits + sum(letter.isalpha() for letter in letters) / _LETTERS_PER_SYLLABLE)


@lru_cache(maxsize=8192)
def _english(word: str) -> int:
    total = 0
    for part in regex.split(r"['\-]", word):
        if len(part) == 1:
            total += 3 if part == "w" else 1 if part not in "sdt" or part == word else 0
            continue
        found = len(_VOWELS.findall(part))
        if found > 1 and _SILENT_E.search(part) and not _SPOKEN_ENDING.search(part):
            found -= 1
        found += len(_HIATUS.findall(part))
        total += max(found, 1) if part not in ("re", "ve", "ll") else 0
    return total


def _script(letters: str) -> str:
    for letter in letters:
        code = ord(letter)
        if 0x0900 <= code <= 0x0DFF:
            return "indic"
        if 0x3040 <= code <= 0x9FFF or 0xAC00 <= code <= 0xD7AF:
            return "syllabic"
        if letter.isalpha():
            return "vowels" if code < 0x0500 else "letters"
    return "vowels"


def _indic(letters: str) -> float:
    """Written syllables, less the vowels not said: of a last bare consonant and of a bare one before a full one."""
    full = [
        _SIGN.search(akshara) is not None or _STANDING.match(akshara) is not None
        for akshara in _AKSHARA.findall(letters)
    ]
    said = len(full)
    if said > 1 and not full[-1]:
        said -= 1
    dropped = -1
    for at in range(1, len(full) - 1):
        if not full[at] and full[at + 1] and dropped != at - 1:
            said, dropped = said - 1, at
    return float(max(1, said))


def duration_estimate(text: str, language: str, pace: float = 1.0) -> float:
    """Seconds that a voice needs for `text`, pauses inside it included, those after it not; 0 for nothing to say.

    Counts the syllables of the spoken forms at the language's rate (data/pace.toml). `pace` 2 is twice as fast;
    UserError unless above 0.
    """
    if pace <= 0:
        raise UserError(f"a pace of {pace} cannot be spoken; use a number above 0, such as 1")
    spoken = [token.spoken for token in tokens(text, language) if token.spoken]
    if not spoken:
        return 0.0
    base = language.split("-")[0].lower() or "en"
    rates, pauses = table("pace")["syllables_per_second"], table("pace")["pauses"]
    count = sum(max(1.0, sum(syllables(word, base) for word in _WORD.findall(said))) for said in spoken)
    rests = sum(pauses.get(letter, 0.0) for letter in " ".join(spoken)[:-1])
    return float(table("pace")["attack"] + count / rates.get(base, rates["default"]) + rests) / pace

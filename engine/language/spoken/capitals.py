"""Capital letters in English: which are said letter by letter, which as a word.

Example: "BBC" is "B B C", "NASA" and "STOP" are words.
"""

from __future__ import annotations

import regex

from engine.language.spoken.pieces import Place, Said
from engine.language.spoken.tables import table, words

_CAPITALS = regex.compile(r"(?P<letters>[A-Z]{2,})(?P<ending>s|['’]s)?")
_VOWEL = regex.compile(r"[aeiouy]", regex.IGNORECASE)
_LETTER_A = regex.compile(r"(?<![\w-])A (?=\w)")
_EXCLAMATIONS = frozenset({"go", "oh", "hi", "ho", "ha", "ah", "ox", "us", "um", "uh", "hm", "ye"})


def spell(letters: str, ending: str = "") -> Said:
    """Letter by letter, with the ending of a plural or a possessive."""
    return Said(" ".join(letters.upper()) + (f"'{ending[-1]}" if ending else ""))


def lettered(said: str) -> tuple[str, str]:
    """Keep the letter A from being read as an article: tied to what follows ("A-M"), or with IPA ("U S A")."""
    text = _LETTER_A.sub("A-", said)
    letters = said.split()
    names = table("english")["letters"]
    if letters and letters[-1] == "A" and all(letter in names or letter == "and" for letter in letters):
        return text, " ".join(names.get(letter, "ænd") for letter in letters)
    return text, ""


def say_capitals(place: Place, wording: object = None) -> Said | None:
    """A word in capitals; its plural and possessive endings too."""
    found = _CAPITALS.fullmatch(place.core)
    if not found:
        return None
    letters, ending = found["letters"], found["ending"] or ""
    if letters in words("english", "capitals", "said"):
        return Said(place.core.replace("’", "'"))
    before = table("english")["capitals"]["after"].get(letters)
    shouted = is_shouted(place)
    if is_spelled(letters, shouted=shouted) or (before and not shouted and place.near(-1).lower() in before):
        return spell(letters, ending)
    return Said(place.core.lower().replace("’", "'"))


def is_spelled(letters: str, *, shouted: bool = False) -> bool:
    """Whether capitals are initials; among other words in capitals fewer of them are."""
    if letters in words("english", "capitals", "spelled"):
        return True
    if letters in words("english", "capitals", "unless_shouted") and not shouted:
        return True
    return not _is_word(letters.lower())


def is_shouted(place: Place) -> bool:
    """Whether a neighbour is a word in capitals too."""
    initials = words("english", "capitals", "spelled") | words("english", "capitals", "said")
    initials |= words("english", "capitals", "unless_shouted")
    near = (place.near(-1, over=",!?."), place.near(1, over=",!?."))
    return any(len(word) > 1 and word.isalpha() and word.isupper() and word not in initials for word in near)


def part_of_address(part: str) -> str:
    """A word of a web address: letter by letter without a vowel ("bbc") or as a known ending ("uk"), else as it is."""
    letters = part.upper()
    short_end = part.lower() in words("english", "addresses", "spelled_ends")
    spelled = short_end or letters in words("english", "capitals", "spelled") or not _VOWEL.search(part)
    return " ".join(letters) if part.isascii() and 1 < len(part) < 6 and spelled else part


def _is_word(letters: str) -> bool:
    """Whether English syllables can be made of these letters."""
    if len(letters) == 2:
        return letters in words("english", "context", "function_words") | _EXCLAMATIONS
    onsets, codas = words("english", "syllables", "onsets"), words("english", "syllables", "codas")
    clusters = regex.split(r"[aeiouy]+", letters)
    if len(clusters) < 2 or clusters[0] not in onsets or clusters[-1] not in codas:
        return False
    return all(_can_join(cluster, onsets, codas) for cluster in clusters[1:-1])


def _can_join(cluster: str, onsets: frozenset[str], codas: frozenset[str]) -> bool:
    return any(cluster[:cut] in codas and cluster[cut:] in onsets for cut in range(len(cluster) + 1))

"""Words as they are compared, so that only what is heard counts. Example: `normal_words("91 harbours!", "en")` gives
`["ninety", "one", "harbors"]`. Knows nothing of sound or of how a film says its numbers.
"""

from __future__ import annotations

import functools
import re
import unicodedata

_TIME = re.compile(r"\b(\d{1,2}):(\d{2})\b")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_ORDINAL = re.compile(r"^(\d+)(st|nd|rd|th)$")
_SIGNS = {"%": " percent ", "&": " and ", "°": " degrees ", "$": " dollars ", "£": " pounds ", "€": " euros "}
_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{2})our(?=(s|ed|ing|ful|less|ite|able)?$)"), "or"),
    (re.compile(r"(?<=[a-z]{2})is(?=(e|es|ed|ing|ation)$)"), "iz"),
    (re.compile(r"^grey"), "gray"),
    (re.compile(r"(?<=[a-z]t)re(?=s?$)"), "er"),
    (re.compile(r"ll(?=(ed|ing|er)$)"), "l"),
)
_UNSPACED = frozenset({"ja", "zh", "th", "lo", "my", "km"})
_NOT_SAID = dict.fromkeys(map(ord, "\u0300\u0301\u093c\u200c\u200d\u00ad"))
_HINDI = str.maketrans({"ँ": "ं"})


def normal_words(text: str, language: str, *, apostrophe: str = "") -> list[str]:
    """The words of `text`: no case, no marks, numbers in words, spelling variants made one; `apostrophe` is how it is kept."""
    kin = language.replace("_", "-").casefold().split("-")[0]
    text = unicodedata.normalize("NFKC", text).casefold()
    if kin == "en":
        for sign, said in _SIGNS.items():
            text = text.replace(sign, said)
    text = _TIME.sub(r"\1 \2", _THOUSANDS.sub("", text)).replace("’", "'")
    words = [word.strip("'").replace("'", apostrophe) for word in _words(text)]
    if kin in _UNSPACED:
        return [letter for word in words for letter in word]
    return [part for word in words if word for part in _normal(word, kin)]


def _words(text: str) -> list[str]:
    """Runs of letters, digits and vowel signs (which many alphabets write as marks)."""
    return "".join(
        letter if unicodedata.category(letter)[0] in "LNM" or letter == "'" else " " for letter in text
    ).split()


@functools.lru_cache(maxsize=8192)
def _normal(word: str, language: str) -> tuple[str, ...]:
    ordinal = _ORDINAL.match(word)
    if language == "en" and ordinal:
        return _said(int(ordinal[1]), language, "ordinal")
    if word.isdecimal():
        return _said(int(word), language, "cardinal")
    if language == "en":
        for pattern, variant in _SPELLINGS:
            word = pattern.sub(variant, word)
        return (word,)
    bare = unicodedata.normalize("NFC", unicodedata.normalize("NFD", word).translate(_NOT_SAID))
    return (bare.translate(_HINDI),)


def _said(number: int, language: str, form: str) -> tuple[str, ...]:
    """A number in words, or its digits where the words of the language are not known."""
    import num2words

    try:
        words = num2words.num2words(number, to=form, lang=language)
    except (NotImplementedError, OverflowError):
        return (str(number),)
    return tuple(part for part in re.split(r"[^\w]+", words.casefold()) if part and part != "and")

"""Rules for English words that are not said as written: abbreviations, initials, capital letters, Roman numerals.

The words are in data/english.toml. Example: "St. James St. in" is "Saint James Street in".
"""

from __future__ import annotations

import regex

from engine.language.spoken import capitals, quantities
from engine.language.spoken.english import English, context, is_month
from engine.language.spoken.pieces import Place, Said
from engine.language.spoken.tables import table, words

_DOTTED = regex.compile(r"(?:Ph|[A-Za-z])(?:\.[A-Za-z])+")
_ROMAN = regex.compile(r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_WITHOUT_STOP = frozenset({"mr", "mrs", "ms", "dr", "messrs", "prof", "st", "mt", "lt", "sgt"})
_CLOSING_WITHOUT_STOP = frozenset({"etc", "ltd", "inc", "jr", "sr", "blvd", "corp"})
_DIGIT = regex.compile(r"[#$£€]?\d")
_STREETS = {"st": "Street", "dr": "Drive"}
_VERBS_AFTER_I = frozenset(
    {"am", "have", "think", "know", "want", "will", "can", "do", "see", "love", "need", "say", "mean"}
)


def closes_sentence(place: Place, *, before_name: bool = False) -> bool:
    """Whether a full stop here, which is part of an abbreviation, ends the sentence too."""
    after = place.piece(1)
    if not after.shown:
        return True
    if not after.core[:1].isupper():
        return False
    return not before_name or after.core.lower() in context("function_words")


def say_abbreviation(place: Place, wording: English) -> Said | None:
    """Titles, months, weekdays, "No. 5", "etc." and the rest of the tables."""
    key = place.core.lower()
    if not place.whole or not key.isalpha():
        return None
    stopped = place.piece().tail.startswith(".") and not place.piece().tail.startswith("..")
    return (
        _before_number(key, place, stopped)
        or _calendar(key, place, stopped)
        or _street(key, place, stopped)
        or _title(key, place, stopped)
        or _closing(key, place, stopped)
    )


def _next(place: Place) -> str:
    return place.near(1, over=".")


def _before_number(key: str, place: Place, stopped: bool) -> Said | None:
    said = wording_table("before_numbers").get(key)
    if said is None or not _DIGIT.match(_next(place)):
        return None
    named = key in ("vol", "fig", "pp", "tel", "ver", "chap") or (place.core == "No" and bool(place.near(-1)))
    return Said(str(said), stop=False) if stopped or named else None


def _calendar(key: str, place: Place, stopped: bool) -> Said | None:
    if not place.core[0].isupper():
        return None
    numeric = bool(_DIGIT.match(_next(place)) or _DIGIT.match(place.near(-1)))
    month = wording_table("month_abbreviations").get(key)
    if month and (numeric or (stopped and place.near(-1).lower() in context("year_before"))):
        return Said(str(month), stop=not stopped or (closes_sentence(place) and not _DIGIT.match(_next(place))))
    day = wording_table("days").get(key)
    if (
        day
        and stopped
        and (numeric or is_month(_next(place)) or place.near(-1).lower() in ("on", "every", "next", "last"))
    ):
        return Said(str(day), stop=closes_sentence(place) and not is_month(_next(place)))
    return None


def _street(key: str, place: Place, stopped: bool) -> Said | None:
    if key not in _STREETS or place.core != key.capitalize():
        return None
    before, after = place.near(-1), _next(place)
    named = before[:1].isupper() and before.isalpha() and before.lower() not in context("function_words")
    named = named or bool(regex.fullmatch(r"\d+(?:st|nd|rd|th)", before))
    leads = after[:1].isupper() and after.lower() not in context("function_words")
    if (named and not leads) or (stopped and not after[:1].isupper()):
        return Said(_STREETS[key], stop=closes_sentence(place))
    return Said(str(wording_table("abbreviations")[key]), stop=False) if leads else None


def _title(key: str, place: Place, stopped: bool) -> Said | None:
    said = wording_table("abbreviations").get(key)
    if said is None or key in _STREETS:
        return None
    proper = str(said)[0].isupper()
    if proper and not (place.core[0].isupper() and _next(place)[:1].isupper()):
        return None
    if not stopped and key not in _WITHOUT_STOP:
        return None
    return Said(str(said), stop=not proper and closes_sentence(place))


def _closing(key: str, place: Place, stopped: bool) -> Said | None:
    said = wording_table("closing_abbreviations").get(key)
    if said is None or (key == "al" and place.near(-1).lower() != "et"):
        return None
    lower_case = key in ("etc", "esq", "al")
    if not lower_case and not place.core[0].isupper():
        return None
    if not stopped and key not in _CLOSING_WITHOUT_STOP:
        return None
    return Said(str(said), stop=closes_sentence(place) if stopped else True)


def wording_table(name: str) -> dict[str, str]:
    """One of the tables of data/english.toml."""
    found: dict[str, str] = table("english")[name]
    return found


def say_initials(place: Place, wording: English) -> Said | None:
    """Letters with stops ("U.S.A.", "p.m.", "J. K. Rowling") and letters that are names ("Plan A")."""
    core, before = place.core, place.near(-1)
    if _DOTTED.fullmatch(core):
        closes = closes_sentence(place, before_name=core.lower() not in ("a.m", "p.m"))
        return Said(capitals.spell(core.replace(".", "")).text, stop=closes)
    if core.lower() in ("am", "pm") and (quantities.number_before(place, wording) or ":" in before):
        return capitals.spell(core)
    if not (len(core) == 1 and "A" <= core <= "Z") or core == "I" or not place.whole:
        return None
    if before.lower() in context("letter_names"):
        return capitals.spell(core)
    stopped = place.piece().tail == "."
    if stopped and _next(place)[:1].isupper():
        return Said(core, stop=False)
    return None


def say_roman(place: Place, wording: English) -> Said | None:
    """VIII after a name is "the eighth", IV after "Chapter" is "four", XIX before "century" is "nineteenth"."""
    core = regex.sub(r"['’]s$", "", place.core)
    if not _ROMAN.fullmatch(core) or core in words("english", "roman", "not_numerals") or not place.whole:
        return None
    said = _roman(core, place, wording)
    return Said(said + place.core[len(core) :].replace("’", "'")) if said else None


def _roman(core: str, place: Place, wording: English) -> str | None:
    value, name = _roman_value(core), place.near(-1)
    before, after = name.lower(), place.near(1).lower()
    if after in words("english", "roman", "ordinal_before"):
        return wording.ordinal(value)
    if before in words("english", "roman", "headings"):
        return wording.whole(value)
    if before in words("english", "roman", "regnal") and name[0].isupper():
        return None if core == "I" and after in _VERBS_AFTER_I else f"the {wording.ordinal(value)}"
    if len(core) < 2 or capitals.is_shouted(place):
        return None
    named = name[:1].isupper() and name.isalpha() and not name.isupper() and before not in context("function_words")
    if named and value < 40:
        return f"the {wording.ordinal(value)}"
    alone = len(core) > 2 or core in ("II", "VI", "IX", "XI")
    return wording.whole(value) if alone and value < 40 else None


def _roman_value(numeral: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    return sum(-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True))


def say_figure_word(place: Place, wording: English) -> Said | None:
    """Words of a figure and a letter or mark: "degrees C", "#1", "'90s", "v2.0.1"."""
    if place.core in ("C", "F") and place.near(-1).lower() in ("degrees", "degree"):
        return Said("Celsius" if place.core == "C" else "Fahrenheit")
    if place.core.startswith("#") and place.core[1:].isdecimal():
        return Said(f"number {wording.whole(int(place.core[1:]))}")
    if regex.fullmatch(r"['’‘]\d0s", place.core):
        return Said(str(wording.suffixed(_number(place.core[1:3]), "", "s", place)))
    if regex.fullmatch(r"['’‘]\d\d", place.core):
        value = int(place.core[1:])
        return Said(f"oh {wording.whole(value)}" if value < 10 else wording.whole(value))
    if regex.fullmatch(r"v?\d+(?:\.\d+){2,}|v\d+(?:\.\d+)*", place.core):
        return Said(" point ".join(wording.whole(int(part)) for part in place.core.lstrip("v").split(".")))
    return None


def _number(text: str) -> quantities.Number:
    return quantities.Number(text)

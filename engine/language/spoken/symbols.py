"""Rules for marks that stand alone, and the last cleaning of what is said.

Example: "2 x 3 = 6" is "two times three equals six".
"""

from __future__ import annotations

import unicodedata

import regex

from engine.language.spoken import quantities
from engine.language.spoken.pieces import Place, Said
from engine.language.spoken.wording import Wording

_FEET = regex.compile(r"(\d+)['’′](?:(\d+)(?:[\"”″]|''|’’)?)?")
# An 8 or an x has a nose, or it is a number, a model or the end of a bracket: "83", "X3", "(3 to 8)".
_EMOTICON = regex.compile(r"[:;=][-'^]?[)(DPpO3/\\|*\]\[]+|[8xX]-[)(DP|]+|[xX]D+|<3+|\^_+\^|[-=]+>|<[-=]+")
_UNSAID = regex.compile(r"[^\p{L}\p{Mn}\p{Mc}\p{Nd}\p{Nl}\u200c\u200d'\- ,.;:!?…।॥。、！？：；·%]+")
_POWER = regex.compile(r"(?<=\d)[⁻⁰¹⁴⁵⁶⁷⁸⁹²³]+")
_SUPERSCRIPTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_PICTURES = regex.compile(r"(?V1)[[\p{So}\p{Sk}\p{Cn}\p{Co}\p{Cs}\p{Cc}\ufe0f\u200d]--[°©®™℃℉№^`]]+")
_SPACE = regex.compile(r"\s+")
_LOOSE_DASH = regex.compile(r"\s+-+\s*|-+\s+")
_LOOSE_MARK = regex.compile(r"\s+(?=[,.;:!?…])")
_REPEATED = regex.compile(r"([,;:])(?:\s*[,;:.])+")
_EQUATION = frozenset("=")


def say_special(place: Place, wording: Wording) -> Said | None:
    """Words with a reading of their own; the stop after "e.g" or "vs" closes nothing."""
    said = wording.table.get("specials", {}).get(place.core.lower())
    return Said(str(said), stop=not ("." in place.core or place.core.lower() == "vs")) if said else None


def say_mark(place: Place, wording: Wording) -> Said | None:
    """A mark by itself: an operation between numbers, a named symbol, or nothing at all."""
    piece = place.piece()
    mark = piece.core or piece.shown
    if not place.whole or (len(mark) > 1 and any(letter.isalnum() for letter in mark)):
        return None
    if _between_numbers(place, wording):
        name = _operation(mark, place, wording)
        if name:
            return Said(str(name))
    if piece.core and not any(letter.isalnum() for letter in piece.core):
        return Said(wording.symbol(mark))
    return None if piece.core else Said("")


def _operation(mark: str, place: Place, wording: Wording) -> str:
    """The word for a mark between two numbers: 5 - 3 is a range, or minus where an = is near; 2 m x 3 m is "by"."""
    if mark in "-–−" and _is_equation(place):
        return wording.signed("-", "")
    measured = quantities.unit_of(place.piece(-1).core, wording, glued=False) or quantities.unit_of(
        place.piece(2).core, wording, glued=False
    )
    if mark in "xX×" and (
        measured or _has_unit(place.piece(-1).core, wording) or _has_unit(place.piece(1).core, wording)
    ):
        return str(wording.table.get("by") or wording.symbol("×"))
    return str(wording.table.get("between_numbers", {}).get(mark, ""))


def _has_unit(core: str, wording: Wording) -> bool:
    found = quantities.read(core, wording)
    return bool(found and found.suffix)


def _between_numbers(place: Place, wording: Wording) -> bool:
    before, after = place.piece(-1).core, place.piece(1).core
    before = before or place.piece(-2).core
    return bool(quantities.read(after, wording)) and (
        bool(quantities.read(before, wording)) or bool(quantities.unit_of(before, wording, glued=False))
    )


def _is_equation(place: Place) -> bool:
    return any(place.piece(offset).shown in _EQUATION for offset in (-4, -2, 2, 4))


def is_emoticon(shown: str) -> bool:
    """Whether a shown word is a face or an arrow made of marks."""
    return _EMOTICON.fullmatch(shown) is not None


def feet_and_inches(shown: str, wording: Wording) -> Said | None:
    """5'10" -> five foot ten; 6' alone only with a true prime, since an apostrophe may close a quotation."""
    found = _FEET.fullmatch(shown.rstrip(",.;:!?"))
    if not found or (not found[2] and "′" not in shown):
        return None
    feet = wording.whole(int(found[1]))
    if not found[2]:
        return Said(f"{feet} {wording.unit('length-foot', float(found[1]))}")
    return Said(f"{feet} {wording.unit('length-foot', 1)} {wording.whole(int(found[2]))}")


def readable(core: str) -> str:
    """A core with the digits of any script as 0-9 and full-width or circled letters as plain ones."""
    if core.isascii():
        return core
    text = core.replace("’", "'").replace("‘", "'").replace("\ufe0f", "").replace("\u2011", "-").replace("\u00ad", "")
    text = _POWER.sub(lambda found: _power(found[0]), text)
    text = "".join(unicodedata.normalize("NFKC", letter) if _is_compatible(letter) else letter for letter in text)
    return "".join(str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in text)


def _power(raised: str) -> str:
    """Raised figures after a number: ² and ³ have names of their own, others become ^6."""
    return raised if raised in "²³" else "^" + raised.translate(_SUPERSCRIPTS)


def _is_compatible(letter: str) -> bool:
    return (
        "\uff01" <= letter <= "\uff5e"
        or "\u2460" <= letter <= "\u24ff"
        or "\U0001d400" <= letter <= "\U0001d7ff"
        or ("\u2160" <= letter <= "\u217f")
    )


def strip_pictures(said: str) -> str:
    """What is said without emoji and ornaments, everything else as it is."""
    return _PICTURES.sub("", said).strip()


def clean(said: str) -> str:
    """Only letters, their marks and pauses; one space between words; no pause twice."""
    said = _UNSAID.sub(" ", said.replace("’", "'").replace("‘", "'"))
    said = _SPACE.sub(" ", _LOOSE_DASH.sub(" ", said)).strip()
    said = _LOOSE_MARK.sub("", said)
    return _REPEATED.sub(r"\1", said).lstrip(" -'·,.;:!?…").rstrip(" -'·")

"""Numbers of a text with their units, as they count and as they are drawn ('ninety-five degrees' -> 95, '95°').

Knows English and Hindi number words. Example: `numbers_in("after 3 minutes")[0].unit` is 'minute'.
"""

from __future__ import annotations

import re
from functools import lru_cache

from engine.illustrate.words.record import Number

_SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_HINDI = {"एक": 1, "दो": 2, "तीन": 3, "चार": 4, "पाँच": 5, "पांच": 5, "छह": 6, "सात": 7, "आठ": 8, "नौ": 9, "दस": 10,
          "बीस": 20, "तीस": 30, "चालीस": 40, "पचास": 50, "सौ": 100, "हज़ार": 1000}  # fmt: skip
_UNITS = {
    "minute": "minute", "minutes": "minute", "hour": "hour", "hours": "hour", "second": "second", "seconds": "second",
    "o'clock": "clock", "degree": "degree", "degrees": "degree", "percent": "%", "per cent": "%", "%": "%", "°": "degree",
    "year": "year", "years": "year", "day": "day", "days": "day", "week": "week", "weeks": "week", "times": "times",
    "मिनट": "minute", "घंटे": "hour", "घंटा": "hour", "डिग्री": "degree", "प्रतिशत": "%", "साल": "year", "दिन": "day",
    "euro": "€", "euros": "€", "dollar": "$", "dollars": "$", "pounds": "£", "kilometres": "km", "kilometers": "km",
    "kilometre": "km", "km": "km", "metres": "m", "meters": "m", "metre": "m", "kilograms": "kg", "kilogram": "kg",
    "kg": "kg", "grams": "g", "gram": "g", "litres": "l", "liters": "l", "litre": "l", "tonnes": "t", "tons": "t",
    "tonne": "t", "रुपये": "₹", "किलोमीटर": "km", "किलो": "kg", "लीटर": "l",
    "am": "clock", "pm": "clock", "a.m": "clock", "p.m": "clock", "in the morning": "clock", "बजे": "clock",
}  # fmt: skip
_RATES = {"second": "s", "seconds": "s", "minute": "min", "hour": "h", "day": "day", "week": "week", "month": "month",
          "year": "year", "night": "night"}  # fmt: skip
AMOUNTS = frozenset({"€", "$", "£", "₹", "km", "m", "kg", "g", "l", "t"})
_PARTS = {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "tenth": 10}
_OF_TIME = frozenset({"hour", "hours", "day", "days", "year", "years", "night", "way", "time", "month", "week", "moon"})
"""What is halved and is no whole to be cut: half the night, half of the way."""
_TOKEN = re.compile(r"\d{1,2}:\d{2}|[\d०-९][\d०-९,]*(?:\.\d+)?|[^\W\d_]+(?:['’\-][^\W\d_]+)*[ऀ-ॿ]*|[%°]")
_WORD = re.compile(r"[^\s,;:.!?()\"“”]+")


@lru_cache(maxsize=1)
def _words() -> dict[str, int]:
    found = {word: number for number, word in enumerate(_SMALL)}
    found |= {word: 10 * number for number, word in enumerate(_TENS, 2)}
    found |= {f"{ten}-{one}": 10 * t + o for t, ten in enumerate(_TENS, 2) for o, one in enumerate(_SMALL[1:10], 1)}
    return found | _HINDI


def numbers_in(text: str) -> tuple[Number, ...]:
    """All numbers with a unit, clock times, and figures, in the text's order; 'one boat' is no number."""
    parts = re.findall(r"\d{1,2}:\d{2}|[^\s,;!?()\"“”]+|[%°]", text)
    found: list[Number] = []
    for i, part in enumerate(parts):
        made = _share(part, parts[:i], parts[i + 1 : i + 4]) or _number(part, parts[i + 1 : i + 8])
        if made and not made.unit and made.value % 1 == 0.5 and found:
            made = Number(
                made.text, made.value, found[-1].unit
            )  # 'two and a half minutes for green, three and a half for black'
        if made and not (found and i and made.text == found[-1].text):
            found.append(made)
    return tuple(found)


def _share(part: str, before: list[str], after: list[str]) -> Number | None:
    """'Half of the forest', 'two thirds of the earth': a part of a whole, with the unit 'share'."""
    whole, told = _PARTS.get(part.lower(), 0), [word.lower().strip(".") for word in after]
    if not whole or told[:1] not in (["of"], ["the"]) or _OF_TIME & set(told):
        return None
    many = _words().get(before[-1].lower(), 1) if before else 1
    signs = {(1, 2): "½", (1, 3): "⅓", (2, 3): "⅔", (1, 4): "¼", (3, 4): "¾"}
    return Number(signs.get((many, whole), f"{many}/{whole}"), many / whole, "share") if many < whole else None


def _number(part: str, after: list[str]) -> Number | None:
    if re.fullmatch(r"\d{1,2}:\d{2}", part):
        hours, minutes = part.split(":")
        return Number(part, int(hours) + int(minutes) / 60, "clock")
    bare = part.strip(".'’").lower()
    stuck = re.fullmatch(r"([\d०-९][\d०-९,]*(?:\.\d+)?)([%°]?)", bare)
    number = float(_plain(stuck[1])) if stuck else _words().get(bare)
    if number is None:
        return None
    half = 0.5 if [w.lower() for w in after[:3]] == ["and", "a", "half"] else 0.0
    rest = after[3:] if half else after
    unit = _UNITS.get(stuck[2], "") if stuck and stuck[2] else _unit(rest)
    if not stuck and not unit and not half:
        return None
    written = _written(number + half, stuck[1] if stuck else "", unit)
    if unit == "%" and "of" in [word.lower() for word in after[: 1 if stuck and stuck[2] else 2]] and number < 100:
        return Number(written, number / 100, "share")
    return Number(written + _rate(rest, unit), number + half, unit)


def _rate(after: list[str], unit: str) -> str:
    """' per hour', 'a minute', 'every month' after an amount, as it is drawn: '/h'."""
    told = [word.lower().strip(".") for word in after]
    if unit not in AMOUNTS | {"%", "times"}:
        return ""
    first = 0 if unit == "%" and told[:1] != ["percent"] else 1
    last = first + 4 if told[first : first + 1] == ["of"] else first  # 'four tonnes of them every day'
    for k in range(first, min(last + 1, len(told) - 1)):
        rate = _RATES.get(told[k + 1], "")
        if told[k] in ("per", "a", "an", "each", "every") and rate:
            return f"/{rate}" if unit in ("km", "m") else f" / {rate}"
    return ""


def _unit(after: list[str]) -> str:
    if [word.lower().strip(".") for word in after[:3]] == ["in", "the", "morning"]:
        return "clock"
    return _UNITS.get(after[0].lower().strip(".,"), "") if after else ""


def _plain(digits: str) -> str:
    return digits.replace(",", "").translate({ord("०") + n: str(n) for n in range(10)})


def _written(number: float, as_is: str, unit: str) -> str:
    whole = as_is or (f"{number:g}" if number < 10000 else f"{int(number):,}")
    if not as_is and number % 1 == 0.5:
        whole = f"{int(number)}½"
    return whole + {"degree": "°", "%": "%"}.get(unit, f" {unit}" if unit in AMOUNTS else "")

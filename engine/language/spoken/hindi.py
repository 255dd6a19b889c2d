"""How Hindi says numbers, money, times and dates. Its words are in data/hindi.toml.

Example: ₹1,20,000 is "एक लाख बीस हज़ार रुपये", 11:40 is "ग्यारह बजकर चालीस मिनट". English words in Latin letters stay
as they are.
"""

from __future__ import annotations

import regex

from engine.language.spoken import numbers, quantities
from engine.language.spoken.numbers import Number
from engine.language.spoken.pieces import Place, Said
from engine.language.spoken.tables import table, words
from engine.language.spoken.wording import Wording

_ENGLISH_ORDINAL = regex.compile(r"(?:st|nd|rd|th)")


class Hindi(Wording):
    """Hindi, with the Indian system of large numbers."""

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self.table = table("hindi")
        self.decimal, self.group = ".", ","

    # Numbers ---------------------------------------------------------------------------------------------------------

    def whole(self, value: int, indian: bool = False) -> str:
        if value >= numbers.LARGEST:
            return self.digits(str(value))
        said = []
        for step, name in self.table["steps"]:
            if value >= step:
                said.append(f"{self.whole(value // step)} {name}")
                value %= step
        if value or not said:
            said.append(str(self.table["small"][value]))
        return " ".join(said)

    def digits(self, text: str) -> str:
        return " ".join(str(self.table["small"][int(digit)]) for digit in text)

    def number(self, number: Number) -> str:
        if number.vulgar:
            return self.mixed(number)
        whole = self.digits(number.whole) if len(number.whole) > 15 else self.whole(int(number.whole or 0))
        return f"{whole} {self.table['point']} {self.digits(number.fraction)}" if number.fraction else whole

    def mixed(self, number: Number) -> str:
        """डेढ़, ढाई, साढ़े तीन, सवा चार, पौने पाँच."""
        top, bottom = number.vulgar or (0, 1)
        part = f"{top}/{bottom}"
        clock = self.table["clock"]
        if not number.whole or int(number.whole) == 0:
            return str(
                self.table["fractions"].get(part)
                or f"{self.whole(top)} {self.table['fractions']['over']} {self.whole(bottom)}"
            )
        whole = int(number.whole)
        if part in ("1/2", "1/4", "3/4"):
            return self._quarters(whole, {"1/4": 1, "1/2": 2, "3/4": 3}[part])
        return f"{self.whole(whole)} {clock['and']} {self.mixed(Number('', vulgar=(top, bottom)))}"

    def _quarters(self, whole: int, quarters: int) -> str:
        clock = self.table["clock"]
        if quarters == 2:
            short = {1: clock["one_and_half"], 2: clock["two_and_half"]}.get(whole)
            return str(short or f"{clock['half']} {self.whole(whole)}")
        return (
            f"{clock['quarter']} {self.whole(whole)}" if quarters == 1 else f"{clock['less']} {self.whole(whole + 1)}"
        )

    def fraction(self, top: int, bottom: int, place: Place) -> str:
        before = quantities.number_before(place, self) if place.whole else None
        share = self.mixed(Number("", vulgar=(top, bottom)))
        return f"{self.table['clock']['and']} {share}" if before and before.first.is_plain and top < bottom else share

    def year(self, value: int) -> str:
        """1947 -> उन्नीस सौ सैंतालीस; 2026 -> दो हज़ार छब्बीस."""
        if not 1100 <= value <= 1999:
            return self.whole(value)
        rest = f" {self.whole(value % 100)}" if value % 100 else ""
        return f"{self.whole(value // 100)} {self.table['steps'][-1][1]}{rest}"

    def plain(self, number: Number, place: Place) -> str:
        if not number.is_plain:
            return self.number(number)
        text = number.whole
        cues = words("hindi", "context", "digits_before")
        cued = any(place.near(back, over=":.").lower() in cues for back in (-1, -2, -3))
        if (text[0] == "0" and len(text) > 1) or len(text) > 10 or (len(text) >= 5 and cued):
            return self.digits(text)
        counted = place.near(1) in words("hindi", "context", "counted") or quantities.is_measured(place, self)
        return self.year(int(text)) if len(text) == 4 and not counted else self.whole(int(text))

    def suffixed(self, number: Number, said: str, suffix: str, place: Place) -> str | None:
        if number.fraction or not number.whole:
            return None
        ordinals = self.table["ordinals"]
        ending = ordinals["endings"].get(suffix) or ("ा" if _ENGLISH_ORDINAL.fullmatch(suffix) else None)
        if ending is None:
            return None
        stem = ordinals["irregular"].get(number.whole)
        return f"{stem}{ending}" if stem else f"{said}{ordinals['regular'][ending]}"

    @property
    def joiner(self) -> str:
        return str(self.table["range"])

    # Times and dates -------------------------------------------------------------------------------------------------

    def clock(self, hour: int, minute: int, place: Place) -> str:
        clock = self.table["clock"]
        hour_follows = place.near(1) == clock["hour"]
        tail = "" if hour_follows else f" {clock['hour']}"
        if minute == 0:
            return f"{self.whole(hour)}{tail}"
        if minute in (15, 30, 45) and 1 <= hour <= 12:
            return f"{self._quarters(hour, minute // 15)}{tail}"
        if hour_follows:
            return f"{self.whole(hour)} {self.whole(minute)}"
        return f"{self.whole(hour)} {clock['past']} {self.whole(minute)} {clock['minutes']}"

    def date(self, day: int, month: int, year: int) -> str | None:
        return f"{self.whole(day)} {self.table['months'][month - 1]} {self.year(year)}"


def say_abbreviation(place: Place, wording: Wording) -> Said | None:
    """डॉ. -> डॉक्टर; only with its stop, since most of these are words without it."""
    said = table("hindi")["abbreviations"].get(place.core)
    stopped = place.piece().tail.startswith((".", "॰"))
    if said is None or not place.whole or not (stopped or "." in place.core):
        return None
    return Said(str(said), stop=not place.piece(1).shown)

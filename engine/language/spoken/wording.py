"""What a language must know to say numbers, measures, money, times and dates; this base asks num2words and CLDR alone.

Knows nothing of where a word stands except through `Place`. Example: `Wording("de").measure(...)` says "fünf
Kilogramm".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import regex

from engine.language.spoken import names, numbers
from engine.language.spoken.numbers import Number
from engine.language.spoken.pieces import Place
from engine.language.spoken.tables import table


class Wording:
    """The base of all languages. `table` has the language's words; what it lacks is left out, not guessed."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.table: Mapping[str, Any] = table("other_languages").get(language.split("-")[0], {})
        self.decimal, self.group = names.separators(language)

    @property
    def can_count(self) -> bool:
        """Whether there are words for the numbers of this language."""
        return numbers.say(1, self.language) is not None

    # Numbers ---------------------------------------------------------------------------------------------------------

    def whole(self, value: int, indian: bool = False) -> str:
        """A whole number, 0 or more; its digits where the language has no words for it."""
        return numbers.say(value, self.language) or self.digits(str(value))

    def digits(self, text: str) -> str:
        """Digits one by one."""
        said = [numbers.say(int(digit), self.language) for digit in text]
        return " ".join(word for word in said if word) if all(said) else text

    def number(self, number: Number) -> str:
        """Any number without its context."""
        if number.vulgar:
            return self.mixed(number)
        if not number.fraction:
            return self.digits(number.whole) if len(number.whole) > 15 else self.whole(int(number.whole), number.indian)
        decimal = f"{number.whole or 0}.{number.fraction}"
        return numbers.say(decimal, self.language) or decimal.replace(".", self.decimal)

    def mixed(self, number: Number) -> str:
        """2½, which is two point five where there are no better words; thirds stay parts."""
        top, bottom = number.vulgar or (0, 1)
        if bottom in (2, 4, 5, 8):
            whole, _, fraction = f"{int(number.whole or 0) + top / bottom:g}".partition(".")
            return self.number(Number(whole, fraction))
        part = f"{self.whole(top)} {self.whole(bottom)}"
        return f"{self.whole(int(number.whole))} {part}" if number.whole else part

    def side(self, number: Number) -> str:
        """One side of 1920x1080."""
        return self.number(number)

    def fraction(self, top: int, bottom: int, place: Place) -> str:
        """3/4 as it stands there."""
        return f"{self.whole(top)} {self.whole(bottom)}"

    def plain(self, number: Number, place: Place) -> str:
        """A bare number in its context: a year, a day, a code or a count."""
        is_year = number.is_plain and len(number.whole) == 4 and 1100 <= int(number.whole) <= 2099
        return self.year(int(number.whole)) if is_year else self.number(number)

    def year(self, value: int) -> str:
        """A year of the calendar."""
        if self.table.get("years") == "counted":
            return self.whole(value)
        return numbers.say(value, self.language, "year") or self.whole(value)

    def span(self, first: Number, second: Number, place: Place) -> str:
        """5-10."""
        return f"{self.plain(first, place)} {self.joiner} {self.plain(second, place)}".replace("  ", " ")

    @property
    def joiner(self) -> str:
        """The word between the ends of a range."""
        return str(self.table.get("range", ""))

    def signed(self, sign: str, said: str) -> str:
        """A sign before a number."""
        word = self.table.get("minus", "") if sign in "-−–" else self.symbol(sign)
        return f"{word} {said}".strip()

    def symbol(self, mark: str) -> str:
        """The name of a symbol, '' where it is not said."""
        return str(self.table.get("symbols", {}).get(mark, ""))

    def suffixed(self, number: Number, said: str, suffix: str, place: Place) -> str | None:
        """A number with letters of this language glued to it (2nd, 90s, 10वीं); None when they mean nothing."""
        return None

    # Measures and money ----------------------------------------------------------------------------------------------

    def modifies(self, place: Place) -> bool:
        """Whether the measure there describes the noun after it ("a 5 km run") and so stays singular."""
        return False

    def unit(self, name: str, value: float) -> str | None:
        """The name of a measure beside a value; None where the language has none."""
        own = self.table.get("units", {}).get(name)
        if own:
            return str(own[0 if value == 1 else 1])
        return names.unit(name, value, self.language)

    def currency(self, code: str, value: float) -> str:
        """The name of a currency beside a value."""
        own = self.table.get("money", {}).get(code)
        if own:
            return str(own["one" if value == 1 else "many"])
        return names.currency(code, value, self.language) or code

    def minor(self, code: str, value: int) -> str:
        """The name of a hundredth of a currency, '' where people do not say it."""
        pair = self.table.get("money", {}).get(code, {}).get("minor")
        return str(pair[0 if value == 1 else 1]) if pair else ""

    def scale(self, letters: str, money: bool) -> str:
        """The word for letters that multiply ("5k", "£5m"); '' when they do not."""
        scales = self.table.get("scales", {})
        return str(scales.get("always", {}).get(letters) or (money and scales.get("money", {}).get(letters)) or "")

    def is_scale(self, word: str) -> bool:
        """Whether a word by itself multiplies the number before it."""
        return word.lower() in self.table.get("scales", {}).get("words", ())

    @property
    def and_minor(self) -> str:
        """The word between dollars and cents."""
        return ""

    @property
    def is_unspaced(self) -> bool:
        """Whether the language is written without spaces between words."""
        return self.language.split("-")[0] in ("ja", "zh", "th", "lo", "km", "my", "yue")

    # Times and dates -------------------------------------------------------------------------------------------------

    def clock(self, hour: int, minute: int, place: Place) -> str:
        """A time of day."""
        form = self.table.get("hour" if minute == 0 else "clock", "{h} {m}")
        return str(form).format(h=self.whole(hour), m=self.whole(minute))

    def duration(self, hours: int, minutes: int, seconds: int) -> str:
        """A time that was taken: 2:03:05."""
        parts = ((hours, "duration-hour"), (minutes, "duration-minute"), (seconds, "duration-second"))
        return " ".join(f"{self.whole(value)} {self.unit(name, value) or ''}".strip() for value, name in parts)

    def date(self, day: int, month: int, year: int) -> str | None:
        """A full date; None when the language has no form for it."""
        shown = names.long_date(day, month, year, self.language)
        return regex.sub(r"\d+\.?", lambda found: self._date_number(found[0], year), shown) if shown else None

    def _date_number(self, digits: str, year: int) -> str:
        value = int(digits.rstrip("."))
        if value == year:
            return self.year(value)
        return (digits.endswith(".") and numbers.say(value, self.language, "ordinal")) or self.whole(value)

    def day_first(self, first: int, second: int) -> bool | None:
        """Whether 3/4 is day and month; None where it could be either."""
        return True

    def code(self, text: str) -> str:
        """The digits of a name such as A380."""
        return self.whole(int(text)) if len(text) < 5 and not text.startswith("0") else self.digits(text)

    def lettered(self, said: str) -> tuple[str, str]:
        """A said word in which single letters are kept from being read as words, and its IPA where only that helps."""
        return said, ""

    def part_of_address(self, part: str) -> str:
        """A word of a web address, letter by letter where it is no word."""
        return part

    def mark(self, mark: str) -> str:
        """The name of a mark in an address or a telephone number."""
        return str(self.table.get("addresses", {}).get("marks", {}).get(mark, ""))

    def is_unit_here(self, place: Place) -> bool:
        """Whether a symbol that is also a word ("in") is a unit there."""
        return place.core != "in"

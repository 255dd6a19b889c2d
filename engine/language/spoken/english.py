"""How English says numbers, money, times and dates, and tells a year from a count. The words are in data/english.toml.

Example: "In 1999 there were 1999 people" is "nineteen ninety-nine" and then "one thousand nine hundred and ninety-
nine".
"""

from __future__ import annotations

import regex

from engine.language.spoken import capitals, numbers, quantities
from engine.language.spoken.numbers import Number
from engine.language.spoken.pieces import Place
from engine.language.spoken.tables import table, words
from engine.language.spoken.wording import Wording

_ORDINAL = regex.compile(r"(?:st|nd|rd|th)", regex.IGNORECASE)
_MERIDIEM = regex.compile(r"([ap])\.?m\.?", regex.IGNORECASE)
_PLURAL_NOUN = regex.compile(r"[a-z]{2,}[^s'’]s")
_DAY_FIRST = frozenset({"GB", "IN", "AU", "NZ", "IE", "ZA"})
_VIDEO_HEIGHTS = frozenset({"480", "720", "1080", "1440", "2160"})


def context(name: str) -> frozenset[str]:
    """One of the word lists in [context]."""
    return words("english", "context", name)


def is_month(word: str) -> bool:
    """Whether a core names a month, in full or short (as "Jan" or "Sept")."""
    return word in words("english", "months") or (
        word[:1].isupper() and word.lower() in table("english")["month_abbreviations"]
    )


class English(Wording):
    """English, with the years and dates of narration."""

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self.table = table("english")
        self.decimal, self.group = ".", ","

    # Numbers ---------------------------------------------------------------------------------------------------------

    def whole(self, value: int, indian: bool = False) -> str:
        return numbers.say(value, "en_IN" if indian else "en") or self.digits(str(value))

    def number(self, number: Number) -> str:
        if number.vulgar or not number.fraction:
            return super().number(number)
        whole = f"{self.whole(int(number.whole), number.indian)} " if number.whole else ""
        return f"{whole}point {self.digits(number.fraction)}"

    def mixed(self, number: Number) -> str:
        top, bottom = number.vulgar or (0, 1)
        if not number.whole:
            return self._share(top, bottom)
        part = {(1, 2): "a half", (1, 4): "a quarter"}.get((top, bottom)) or self._share(top, bottom)
        return f"{self.whole(int(number.whole))} and {part}"

    def fraction(self, top: int, bottom: int, place: Place) -> str:
        before = quantities.number_before(place, self) if place.whole else None
        if before and before.first.is_plain and top < bottom:
            return self.mixed(Number("0", vulgar=(top, bottom))).removeprefix("zero ")
        noun = place.near(1).lower() if place.whole else ""
        if noun in context("share_of"):
            article = "an" if noun in ("hour", "inch", "ounce", "acre") else "a"
            return f"half {article}" if (top, bottom) == (1, 2) else f"{self._share(top, bottom)} of {article}"
        if top >= bottom or bottom > 100 or (bottom in (10, 100) and top > 1 and noun != "of"):
            return f"{self.whole(top)} {'out of' if top <= bottom else 'over'} {self.whole(bottom)}"
        return self._share(top, bottom)

    def _share(self, top: int, bottom: int) -> str:
        if (top, bottom) == (1, 2):
            return "one half"
        name = {2: "half", 4: "quarter"}.get(bottom) or self.ordinal(bottom)
        many = "halves" if name == "half" else f"{name}s"
        return f"{self.whole(top)} {name.removeprefix('one ') if top == 1 else many}"

    def ordinal(self, value: int) -> str:
        """21 -> twenty-first."""
        return numbers.say(value, "en", "ordinal") or self.digits(str(value))

    def year(self, value: int) -> str:
        """1905 -> nineteen oh five."""
        return (numbers.say(value, "en", "year") if 1000 <= value <= 2999 else None) or self.whole(value)

    def pairs(self, text: str) -> str:
        """The number of a flight, a bus or a machine: 747 -> seven forty-seven, 101 -> one oh one."""
        if len(text) == 4 and text[1:3] != "00":
            return self.year(int(text)) if text[0] != "0" else self.digits(text)
        if len(text) != 3 or text.endswith("00") or text[0] == "0":
            return self.whole(int(text)) if len(text) < 5 and text[0] != "0" else self.digits(text)
        rest = f"oh {self.whole(int(text[2]))}" if text[1] == "0" else self.whole(int(text[1:]))
        return f"{self.whole(int(text[0]))} {rest}"

    def side(self, number: Number) -> str:
        return self.pairs(number.whole) if number.is_plain and len(number.whole) == 4 else self.number(number)

    def plain(self, number: Number, place: Place) -> str:
        text = number.whole
        if len(number.fraction) == 2 and place.near(1, over=".").lower() in ("am", "pm", "a.m", "p.m"):
            return self.clock(int(number.whole or 0), int(number.fraction), place)
        if not number.is_plain:
            return self.version(number) if number.fraction and self._is_version(place) else self.number(number)
        before = place.near(-1).lower()
        if (text[0] == "0" and len(text) > 1) or self._is_dialled(text, place):
            return self.digits(text)
        if self._is_day(int(text), place):
            return self._day(int(text), place)
        if len(text) in (3, 4) and before in words("english", "codes", "words"):
            return self.pairs(text)
        return self.year(int(text)) if self._is_year(text, place) else self.whole(int(text))

    def _is_dialled(self, text: str, place: Place) -> bool:
        """Whether a bare number is one that people say digit by digit: a telephone, a code, 911 after "call"."""
        before = [place.near(back, over=":.,").lower() for back in (-1, -2, -3)]
        if text in words("english", "codes", "emergency"):
            return before[0] in words("english", "codes", "dialled")
        cues = words("english", "codes", "phones")
        return (
            len(text) >= 10 or (len(text) > 4 and not cues.isdisjoint(before)) or (len(text) == 4 and before[0] in cues)
        )

    def _is_version(self, place: Place) -> bool:
        return place.near(-1).lower() in words("english", "codes", "versions")

    def version(self, number: Number) -> str:
        """3.11 -> three point eleven."""
        fraction = number.fraction
        said = self.digits(fraction) if fraction[0] == "0" or len(fraction) > 2 else self.whole(int(fraction))
        return f"{self.whole(int(number.whole or 0))} point {said}"

    def span(self, first: Number, second: Number, place: Place) -> str:
        if first.is_plain and second.is_plain and len(first.whole) == 4 and not first.fraction:
            begin, end = int(first.whole), int(second.whole)
            if len(second.whole) == 4 and 1000 <= begin < end <= 2199 and not self._is_counted(place):
                return f"{self.year(begin)} to {self.year(end)}"
            if len(second.whole) == 2 and 1000 <= begin <= 2199 and begin % 100 < end:
                return f"{self.year(begin)} to {self.whole(end)}"
        if len(first.whole) == 3 and len(second.whole) == 4 and not first.fraction and not second.fraction:
            return f"{self.digits(first.whole)}, {self.digits(second.whole)}"
        if second.is_plain and self._is_day(int(second.whole), place) and first.is_plain and int(first.whole) < 32:
            return f"{self._day(int(first.whole), place).removesuffix(' of')} to {self._day(int(second.whole), place)}"
        return f"{self.number(first)} to {self.number(second)}"

    # Years and days --------------------------------------------------------------------------------------------------

    def _is_counted(self, place: Place) -> bool:
        after = place.near(1)
        return after.lower() in context("counted") - {"of"} or quantities.is_measured(place, self)

    def _is_year(self, text: str, place: Place) -> bool:
        if len(text) != 4 or not 1000 <= int(text) <= 2199:
            return False
        before, after = place.near(-1).lower(), place.near(1)
        if self._is_counted(place):
            return False
        if after.lower().replace(".", "") in self.table["eras"]:
            return True
        if before in context("year_before") or is_month(place.near(-1)) or is_month(place.near(-2, over=",")):
            return True
        plural = _PLURAL_NOUN.fullmatch(after) is not None and after not in context("not_plural")
        if before in context("quantifiers") or plural or after == "of":
            return False
        return before in context("year_perhaps") or 1500 <= int(text) <= 2099

    def _is_day(self, day: int, place: Place) -> bool:
        if not 1 <= day <= 31 or not place.whole:
            return False
        if is_month(place.near(1)) and not place.near(-1).isdigit():
            return True
        after = place.near(1)
        counted = self._is_counted(place) or (_PLURAL_NOUN.fullmatch(after) and after not in context("not_plural"))
        return is_month(place.near(-1, over=".")) and not counted

    def _day(self, day: int, place: Place) -> str:
        said = self.ordinal(day)
        if not is_month(place.near(1)):
            return said
        return f"{said} of" if place.near(-1).lower() == "the" else f"the {said} of"

    # What is glued to a number ---------------------------------------------------------------------------------------

    def suffixed(self, number: Number, said: str, suffix: str, place: Place) -> str | None:
        letters = suffix.lower()
        if _ORDINAL.fullmatch(letters) and not number.fraction and number.whole:
            return self._ordinal_at(int(number.whole), place)
        meridiem = _MERIDIEM.fullmatch(letters)
        if meridiem:
            return f"{said} {meridiem[1].upper()} M"
        if letters == "s" and number.grouped and not number.fraction:
            return f"{said.removeprefix('one ')}s"
        if letters.replace("’", "'") in ("s", "'s") and number.is_plain:
            return self._plural(number.whole, said, letters)
        if letters == "x":
            return f"{said} times"
        if letters == "p" and number.is_plain:
            return f"{said} P" if number.whole in _VIDEO_HEIGHTS else f"{said} {'penny' if number.is_one else 'pence'}"
        return None

    def _ordinal_at(self, value: int, place: Place) -> str:
        said = self.ordinal(value)
        if place.whole and 1 <= value <= 31 and is_month(place.near(1)):
            return f"{said} of" if place.near(-1).lower() == "the" else f"the {said} of"
        return said

    def _plural(self, text: str, said: str, letters: str) -> str | None:
        value = int(text)
        if len(text) == 4 and 1000 <= value <= 2999:
            said = self.year(value)
        elif len(text) == 2 and value % 10 == 0 and value >= 20:
            said = self.whole(value)
        elif letters == "s" and len(text) < 3:
            return None
        elif len(text) == 3:
            said = self.pairs(text)
        if letters == "'s" and value % 10:
            return f"{said}'s"
        return said[:-1] + "ies" if said.endswith("y") else f"{said}es" if said.endswith("x") else f"{said}s"

    # Measures, money, times, dates -----------------------------------------------------------------------------------

    def modifies(self, place: Place) -> bool:
        if not place.whole:
            return False
        noun = place.near(1)
        if not noun.isalpha() or not noun.islower() or noun in context("function_words") or self.is_scale(noun):
            return False
        start = -1
        while quantities.read(place.near(start), self) or self.is_scale(place.near(start)):
            start -= 1
        return place.near(start).lower() in context("determiners")

    def unit(self, name: str, value: float) -> str | None:
        own = self.table["units"].get(name)
        return str(own[0 if value == 1 else 1]) if own else super().unit(name, value)

    @property
    def joiner(self) -> str:
        return "to"

    def signed(self, sign: str, said: str) -> str:
        return f"minus {said}" if sign in "-−" else super().signed(sign, said)

    @property
    def and_minor(self) -> str:
        return "and"

    def clock(self, hour: int, minute: int, place: Place) -> str:
        after = place.near(1).lower().replace(".", "") if place.whole else ""
        if minute:
            tail = f"oh {self.whole(minute)}" if minute < 10 else self.whole(minute)
            return f"{self.whole(hour) if hour else 'zero'} {tail}"
        if hour in (0, 24):
            return "midnight"
        if hour > 12:
            return f"{self.whole(hour)} hundred"
        return (
            self.whole(hour)
            if after in ("am", "pm", "o'clock", "noon") or not place.whole
            else f"{self.whole(hour)} o'clock"
        )

    def duration(self, hours: int, minutes: int, seconds: int) -> str:
        parts = ((hours, "hour"), (minutes, "minute"), (seconds, "second"))
        said = [f"{self.whole(value)} {name if value == 1 else name + 's'}" for value, name in parts if value]
        return " and ".join([", ".join(said[:-1]), said[-1]]) if len(said) > 1 else "".join(said) or "zero seconds"

    def date(self, day: int, month: int, year: int) -> str | None:
        return f"{self.table['months'][month - 1]} {self.ordinal(day)}, {self.year(year)}"

    def day_first(self, first: int, second: int) -> bool | None:
        region = self.language.replace("_", "-").split("-")[-1].upper()
        if first > 12 or second > 12:
            return first > 12
        return False if region == "US" else True if region in _DAY_FIRST else None

    # Words -----------------------------------------------------------------------------------------------------------

    def code(self, text: str) -> str:
        return self.pairs(text)

    def lettered(self, said: str) -> tuple[str, str]:
        return capitals.lettered(said)

    def part_of_address(self, part: str) -> str:
        return capitals.part_of_address(part)

    def is_unit_here(self, place: Place) -> bool:
        if place.core != "in":
            return True
        after = place.piece(1).core
        abbreviated = place.piece().tail.startswith(".") and not after[:1].islower()
        return abbreviated or after in context("sizes_after")

"""Rules for numbers with what belongs to them: signs, ranges, money, measures, multipliers, in any language.

A rule takes a place and a wording and answers what is said there, or None. Example: "£5" before "million" says
"five", and "million" then says "million pounds".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from engine.language.spoken import numbers
from engine.language.spoken.numbers import Number
from engine.language.spoken.pieces import Place, Said
from engine.language.spoken.tables import table, words
from engine.language.spoken.wording import Wording

_DASHES = "-–—−‐‑"
_PLURAL = 2.0
"""A value that asks for the plural where no number decides it ("million pounds")."""


@dataclass(frozen=True)
class Quantity:
    """A number or a range as written: `sign` one mark, `currency` a code, `suffix` whatever is glued behind; or ''."""

    sign: str
    currency: str
    first: Number
    second: Number | None
    suffix: str

    @property
    def last(self) -> Number:
        """The number that a noun after it agrees with."""
        return self.second or self.first

    @property
    def is_bare(self) -> bool:
        """Nothing but the number or the range."""
        return not (self.sign or self.currency or self.suffix)

    @property
    def is_one(self) -> bool:
        return self.first.is_one and not self.second


@cache
def _currencies() -> Mapping[str, str]:
    return dict(table("units")["currencies"])


@lru_cache(maxsize=8)
def _shape(decimal: str, group: str) -> regex.Pattern[str]:
    currency = "|".join(regex.escape(mark) for mark in sorted(_currencies(), key=len, reverse=True))
    vulgar = "[" + "".join(table("units")["fractions"]) + "]"
    number = numbers.pattern(decimal, group)
    return regex.compile(
        rf"(?P<sign>[-+−±~≈<>≤≥])?(?P<currency>{currency})?(?P<minus>[-−])?"
        rf"(?:(?P<first>{number})(?P<first_part>{vulgar})?|(?P<only_part>{vulgar}))"
        rf"(?:[{_DASHES}](?:{currency})?(?P<second>{number})(?P<second_part>{vulgar})?)?"
        r"(?P<suffix>[^\d\s.,].*)?"
    )


@lru_cache(maxsize=4096)
def _read(core: str, decimal: str, group: str) -> Quantity | None:
    found = _shape(decimal, group).fullmatch(core)
    if not found:
        return None

    def number(digits: str | None, part: str | None) -> Number:
        plain = numbers.read(digits, decimal, group) if digits else Number("")
        top_bottom = table("units")["fractions"].get(part or "")
        return Number(
            plain.whole,
            plain.fraction,
            plain.grouped,
            plain.indian,
            (top_bottom[0], top_bottom[1]) if top_bottom else None,
        )

    second = found["second"]
    return Quantity(
        sign=found["sign"] or found["minus"] or "",
        currency=_currencies().get(found["currency"] or "", ""),
        first=number(found["first"], found["first_part"] or found["only_part"]),
        second=number(second, found["second_part"]) if second else None,
        suffix=found["suffix"] or "",
    )


def read(core: str, wording: Wording) -> Quantity | None:
    """Read a core as a number, a range, money or a measure; None when it is none of them."""
    return _read(core, wording.decimal, wording.group)


def unit_of(symbol: str, wording: Wording, *, glued: bool) -> str:
    """The CLDR unit of a symbol that touches its number (`glued`) or stands alone after it; '' when it is none."""
    own = wording.table.get("unit_symbols", {})
    barred = words("units", "ambiguous", "apart" if glued else "glued")
    return "" if symbol in barred else str(own.get(symbol) or table("units")["symbols"].get(symbol, ""))


def number_before(place: Place, wording: Wording) -> Quantity | None:
    """The bare number (or range) that the place directly follows."""
    before = read(place.near(-1), wording)
    return before if before and not before.suffix else None


def currency_before(place: Place) -> str:
    """The code of a currency sign that stands alone before the place ("Rs. 500", "USD 20")."""
    return _currencies().get(place.near(-1, over=".") if place.whole else "", "")


def is_measured(place: Place, wording: Wording) -> bool:
    """Whether a measure, a currency or a multiplier stands right after the place."""
    after = place.near(1)
    return bool(after) and (
        bool(unit_of(after, wording, glued=False)) or after in _currencies() or wording.is_scale(after)
    )


def say_quantity(place: Place, wording: Wording) -> Said | None:
    """A number with all that is glued to it."""
    found = read(place.core, wording)
    if not found:
        return None
    code = found.currency or _currencies().get(found.suffix, "") or currency_before(place)
    if found.is_bare and not code:
        return Said(_context(found, place, wording))
    text = (
        _own_suffix(found, place, wording)
        or (_money(found, code, place, wording) if code else None)
        or _measure(found, place, wording)
    )
    if text is None:
        return None
    return Said(wording.signed(found.sign, text) if found.sign else text)


def _context(found: Quantity, place: Place, wording: Wording) -> str:
    if len(found.first.fraction) == 2 and not found.second and place.whole and place.near(1) in _currencies():
        return wording.whole(int(found.first.whole or 0), found.first.indian)
    if found.second:
        return wording.span(found.first, found.second, place)
    return wording.plain(found.first, place)


def _count(found: Quantity, wording: Wording) -> str:
    """The number or the range as an amount, whatever is around it."""
    first = wording.number(found.first)
    return f"{first} {wording.joiner} {wording.number(found.second)}" if found.second else first


def _own_suffix(found: Quantity, place: Place, wording: Wording) -> str | None:
    if not found.suffix or found.currency:
        return None
    said = _count(found, wording)
    if found.suffix == "+":
        return f"{said} {wording.symbol('+')}"
    return wording.suffixed(found.last, said, found.suffix, place)


def _money(found: Quantity, code: str, place: Place, wording: Wording) -> str | None:
    letters = "" if found.suffix in _currencies() else found.suffix
    scale = wording.scale(letters, True)
    said = _count(found, wording)
    if letters and not scale:
        return None
    if scale:
        return f"{said} {scale} {wording.currency(code, 1 if wording.modifies(place) else _PLURAL)}"
    if place.whole and wording.is_scale(place.near(1)):
        return said
    if wording.modifies(place):
        return f"{said} {wording.currency(code, 1)}"
    if len(found.first.fraction) == 2 and not found.second:
        large = int(found.first.whole or 0)
        major, minor = wording.whole(large, found.first.indian), _and_minor(found.first, code, wording)
        return (
            f"{major} {wording.currency(code, large)} {minor}"
            if large or not minor
            else minor.removeprefix(wording.and_minor)
        )
    return f"{said} {wording.currency(code, 1 if found.is_one else _PLURAL)}"


def _and_minor(number: Number, code: str, wording: Wording) -> str:
    """The cents of an amount: "and fifty cents", '' for none."""
    small = int(number.fraction)
    return f"{wording.and_minor} {wording.whole(small)} {wording.minor(code, small)}".strip() if small else ""


def _agreement(number: Number) -> float:
    """The value that a noun agrees with; the last group of "12 000" stands for a large number."""
    return number.value if number.value else _PLURAL


def _measure(found: Quantity, place: Place, wording: Wording) -> str | None:
    """A number with a unit or a multiplier glued to it, or with nothing but its sign."""
    said = _count(found, wording)
    if not found.suffix:
        return said
    joined = found.suffix[0] in _DASHES
    unit = unit_of(found.suffix.lstrip(_DASHES), wording, glued=not joined)
    if unit:
        value = 1 if found.is_one or joined or wording.modifies(place) else _agreement(found.last)
        name = wording.unit(unit, value)
        return f"{said} {name}" if name else None
    scale = wording.scale(found.suffix, False)
    return f"{said} {scale}" if scale else None


def say_unit_word(place: Place, wording: Wording) -> Said | None:
    """A unit that stands alone after its number ("5 kg")."""
    unit = unit_of(place.core, wording, glued=False)
    before = number_before(place, wording) if unit and place.whole else None
    if unit and not before and (place.core in words("units", "ambiguous", "alone") or is_area(place.near(-1))):
        return Said(wording.unit(unit, _PLURAL) or place.core)
    if not unit or not before or before.currency or not wording.is_unit_here(place):
        return None
    single = before.is_one or wording.modifies(place)
    name = wording.unit(unit, 1 if single else _agreement(before.last))
    closes = "." not in place.core and not place.piece(1).core[:1].islower()
    return Said(name, stop=closes or not place.piece(1).shown) if name else None


def is_area(core: str) -> bool:
    """Whether a core is the sides of an area, as 10x15."""
    return regex.fullmatch(r"\d+(?:\.\d+)?[x×]\d+(?:\.\d+)?", core) is not None


def say_rate(place: Place, wording: Wording) -> Said | None:
    """$5/hour, 20%/yr: an amount for each of something."""
    amount, _, each = place.core.partition("/")
    per = wording.table.get("per")
    found = read(amount, wording) if per and each.isalpha() else None
    if not found or found.is_bare:
        return None
    said = say_quantity(place.part(amount), wording)
    unit = unit_of(each, wording, glued=False)
    return Said(f"{said.text} {per} {(unit and wording.unit(unit, 1)) or each}") if said else None


def say_currency_word(place: Place, wording: Wording) -> Said | None:
    """A currency that stands alone: silent before its number ("Rs. 500"), its name after it ("5 USD")."""
    code = _currencies().get(place.core)
    if not code or not place.whole:
        return None
    after = read(place.near(1, over="."), wording)
    if after and not after.currency:
        return Said("", stop=False)
    before = number_before(place, wording)
    if not before or before.currency:
        return None
    name = wording.currency(code, 1 if before.is_one or before.first.whole == "1" else _PLURAL)
    split = len(before.first.fraction) == 2 and not before.second
    return Said(f"{name} {_and_minor(before.first, code, wording)}" if split else name)


def say_scale_word(place: Place, wording: Wording) -> Said | None:
    """The multiplier after money, which carries the currency: "million" in "£5 million" -> "million pounds"."""
    if not place.whole or not wording.is_scale(place.core) or wording.is_scale(place.near(1)):
        return None
    back = -1
    while wording.is_scale(place.near(back)):
        back -= 1
    money = read(place.near(back), wording)
    if not money or money.suffix:
        return None
    code = money.currency or currency_before(place.move(back))
    if not code:
        return None
    return Said(f"{place.core} {wording.currency(code, 1 if wording.modifies(place) else _PLURAL)}")

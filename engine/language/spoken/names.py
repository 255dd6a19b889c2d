"""Names of measures and currencies in every language, from CLDR through Babel.

Example: `unit("mass-kilogram", 5, "de")` is "Kilogramm".
"""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=256)
def locale_of(language: str) -> str:
    """The nearest locale that CLDR has for a language tag, else 'root'."""
    from babel import Locale, UnknownLocaleError

    for name in (language, language.split("-")[0]):
        try:
            return str(Locale.parse(name, sep="-"))
        except (UnknownLocaleError, ValueError, TypeError):
            continue
    return "root"


@lru_cache(maxsize=256)
def separators(language: str) -> tuple[str, str]:
    """The decimal mark and the mark between thousands of a language."""
    from babel.numbers import get_decimal_symbol, get_group_symbol

    locale = locale_of(language)
    return (".", ",") if locale == "root" else (get_decimal_symbol(locale), get_group_symbol(locale))


@lru_cache(maxsize=2048)
def unit(name: str, value: float, language: str) -> str | None:
    """The long name of a CLDR unit as it stands beside `value`; None where CLDR has none."""
    from babel.numbers import format_decimal
    from babel.units import UnknownUnitError, format_unit

    locale = locale_of(language)
    if locale == "root":
        return None
    shown = value if value < 1000 else 100 + value % 100
    try:
        phrase = format_unit(shown, name, length="long", locale=locale)
    except UnknownUnitError:
        return None
    phrase = phrase.replace(format_decimal(shown, locale=locale), "").replace("\xa0", " ").strip()
    return None if phrase == name or not phrase else phrase


@lru_cache(maxsize=512)
def currency(code: str, value: float, language: str) -> str | None:
    """The name of a currency beside `value`; None where CLDR has none."""
    from babel.numbers import get_currency_name

    locale = locale_of(language)
    if locale == "root":
        return None
    name = get_currency_name(code, count=value, locale=locale)
    return None if name == code else name


def long_date(day: int, month: int, year: int, language: str) -> str | None:
    """A date written out with its month's name; None when there is no such day or no such language."""
    import datetime

    from babel.dates import format_date

    locale = locale_of(language)
    if locale == "root":
        return None
    try:
        return format_date(datetime.date(year, month, day), "long", locale=locale)
    except ValueError:
        return None

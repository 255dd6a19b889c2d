"""Puts the rules of a language in order: the first that knows a word says it. Example: `speaker("hi").say(place)`."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Generic, TypeVar

from engine.language.spoken import (
    addresses,
    capitals,
    composite,
    english_words,
    hindi,
    quantities,
    shapes,
    symbols,
)
from engine.language.spoken.english import English
from engine.language.spoken.pieces import Place, Said
from engine.language.spoken.wording import Wording

W = TypeVar("W", bound=Wording)
Rule = Callable[[Place, Wording], Said | None]

_NUMBERS: tuple[Rule, ...] = (
    quantities.say_currency_word,
    quantities.say_scale_word,
    quantities.say_unit_word,
    shapes.say_clock,
    shapes.say_date,
    shapes.say_spaced_number,
    shapes.say_telephone,
    shapes.say_fraction,
    shapes.say_area,
    quantities.say_quantity,
    quantities.say_rate,
    symbols.say_mark,
)


class Speaker(Generic[W]):
    """Says words one place at a time in one language."""

    def __init__(self, wording: W, rules: tuple[Callable[[Place, W], Said | None], ...]) -> None:
        self.wording = wording
        self.rules = rules

    def say(self, place: Place) -> Said:
        """How the core of a place is said; its own letters when no rule knows better."""
        if not self.rules:
            return Said(place.core, as_written=True)
        for rule in self.rules:
            said = rule(place, self.wording)
            if said is not None:
                return said
        return composite.say_composite(place, self.wording, self.say)


def _english(language: str) -> Speaker[English]:
    return Speaker(
        English(language),
        (
            symbols.say_special,
            shapes.say_date,
            english_words.say_figure_word,
            addresses.say_address,
            *_NUMBERS,
            english_words.say_initials,
            english_words.say_abbreviation,
            english_words.say_roman,
            capitals.say_capitals,
        ),
    )


def _hindi(language: str) -> Speaker[hindi.Hindi]:
    return Speaker(
        hindi.Hindi(language), (symbols.say_special, addresses.say_address, *_NUMBERS, hindi.say_abbreviation)
    )


@lru_cache(maxsize=64)
def speaker(language: str) -> Speaker[Any]:
    """The speaker of a tag such as 'en', 'en-GB', 'hi', 'de'; others say numbers as far as num2words and CLDR can."""
    base = language.split("-")[0].lower()
    if base == "en":
        return _english(language)
    if base == "hi":
        return _hindi(language)
    wording = Wording(language)
    rules = (addresses.say_address, *_NUMBERS) if wording.mark(".") else _NUMBERS
    return Speaker(wording, rules if wording.can_count else ())

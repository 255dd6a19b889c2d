"""Numbers as they are written and as num2words says them; knows no context.

Example: `read("1,20,000").indian` is true.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

import regex

LARGEST = 10**15
"""From here on numbers are said digit by digit."""


@dataclass(frozen=True)
class Number:
    """`whole` and `fraction` are ASCII digits; `grouped` when it was written with separators, `indian` as 1,20,000."""

    whole: str
    fraction: str = ""
    grouped: bool = False
    indian: bool = False
    vulgar: tuple[int, int] | None = None

    @property
    def value(self) -> float:
        """The number itself, for choosing between one and many."""
        part = self.vulgar[0] / self.vulgar[1] if self.vulgar else 0.0
        return float(f"{self.whole or 0}.{self.fraction or 0}") + part

    @property
    def is_one(self) -> bool:
        """Whether a noun after it is singular."""
        return self.whole == "1" and not self.fraction and not self.vulgar

    @property
    def is_plain(self) -> bool:
        """Nothing but digits, as years and codes are written."""
        return not (self.fraction or self.grouped or self.vulgar) and self.whole != ""


def pattern(decimal: str = ".", group: str = ",") -> str:
    """A regular expression (no groups) for the numbers of a language with these separators."""
    point, comma = regex.escape(decimal), regex.escape(group)
    return rf"(?:\d{{1,3}}(?:{comma}\d{{2,3}})*{comma}\d{{3}}(?:{point}\d+)?(?!\d)|\d+(?:{point}\d+)?|{point}\d+)"


def read(text: str, decimal: str = ".", group: str = ",") -> Number:
    """Read what `pattern` matched."""
    whole, _, fraction = text.partition(decimal)
    groups = whole.split(group)
    indian = len(groups) > 2 and any(len(part) == 2 for part in groups[1:-1])
    indian = indian or (len(groups) > 2 and len(groups[0]) == 1 and len(groups[1]) == 2)
    return Number("".join(groups), fraction, len(groups) > 1, indian)


@lru_cache(maxsize=4096)
def say(value: int | str, language: str, to: str = "cardinal") -> str | None:
    """What num2words says for a whole number, or for a decimal given as text; None where it has no words."""
    import num2words

    if abs(Decimal(value)) >= LARGEST:
        return None
    for name in (language.replace("-", "_"), language.split("-")[0]):
        if name in num2words.CONVERTER_CLASSES:
            try:
                said = num2words.num2words(value if isinstance(value, int) else float(value), lang=name, to=to)
            except Exception:  # its languages fail in many ways of their own; none of them may stop a film
                return None
            return str(said).replace(",", "").replace("oh-", "oh ").strip() or None
    return None

"""Unit ids: stable names, never positions. A re-made list keeps the id of what is still the same.

Example: `aligned(["b", "c"], {"l01": "a", "l02": "b"}) == ("l02", "l03")`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence

_ALIKE = 0.6


def aligned(
    texts: Sequence[str], old: Mapping[str, str], letter: str = "l", taken: Iterable[str] = ()
) -> tuple[str, ...]:
    """An id for each text: that of the old text it equals, else of the unclaimed old one in its place that it resembles, else
    one that is neither among the old nor `taken`."""
    units, before = list(old), list(old.values())
    found: list[str | None] = [None] * len(texts)
    for tag, a0, a1, b0, b1 in difflib.SequenceMatcher(None, before, list(texts), autojunk=False).get_opcodes():
        if tag == "equal":
            for offset in range(a1 - a0):
                found[b0 + offset] = units[a0 + offset]
        elif tag == "replace":
            for offset in range(min(a1 - a0, b1 - b0)):
                if difflib.SequenceMatcher(None, before[a0 + offset], texts[b0 + offset]).ratio() >= _ALIKE:
                    found[b0 + offset] = units[a0 + offset]
    number = max((int(n) for n in (re.sub(r"\D", "", unit) for unit in (*units, *taken)) if n), default=0)
    for index, unit in enumerate(found):
        if unit is None:
            number += 1
            found[index] = f"{letter}{number:02d}"
    return tuple(unit for unit in found if unit)


def is_inserted(unit: str) -> bool:
    """Whether an id was given to something that was put in after another: l07a."""
    return bool(re.fullmatch(r"[a-z]\d+[a-z]+", unit))


def ids_after(unit: str, taken: Iterable[str]) -> str:
    """The first free id that reads as following `unit`: l07 -> l07a, l07a -> l07b."""
    used = set(taken)
    stem = re.match(r"[a-z]\d+", unit)
    root = stem[0] if stem else unit
    for n in range(1, 10_000):
        tail, rest = "", n
        while rest:
            rest, digit = divmod(rest - 1, 26)
            tail = chr(97 + digit) + tail
        if root + tail not in used:
            return root + tail
    raise ValueError("no id is left")

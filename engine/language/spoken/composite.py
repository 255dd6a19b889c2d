"""Says words that no rule knows as a whole, part by part: "COVID-19", "and/or", "H2O", "word—word".

Knows no language; parts go back to the language's own rules through `say`.
"""

from __future__ import annotations

from collections.abc import Callable

import regex

from engine.language.spoken import addresses
from engine.language.spoken.pieces import Place, Said
from engine.language.spoken.wording import Wording

Say = Callable[[Place], Said]

_PARTS = regex.compile(
    r"(?P<number>\d+(?:[:.,]\d+)*(?:st|nd|rd|th|s|am|pm)?(?![\p{L}\p{M}\d]))|(?P<digits>\d+)"
    r"|(?P<word>[\p{L}\p{M}][\p{L}\p{M}\u200c\u200d'’]*)|(?P<mark>.)"
)
_PLAIN = regex.compile(r"[\p{L}\p{M}\u200c\u200d'’‐‑-]*")
_CAPITALS = regex.compile(r"\p{Lu}{2,}|\p{Lu}\b")
_BREAKS = {"—": ",", "–": ",", "―": ",", "…": "…", ":": ":", ";": ";", ",": ",", "!": "!", "?": "?", "।": "।"}
_DASHES = frozenset("-‐‑–—−")


def say_composite(place: Place, wording: Wording, say: Say) -> Said:
    """The core as it is when it is made of letters, else its parts in order."""
    core = place.core
    if _PLAIN.fullmatch(core) and not ("-" in core and _CAPITALS.search(core)):
        return Said(core, as_written=True)
    parts = [(str(found.lastgroup), found[0]) for found in _PARTS.finditer(core)]
    if len(parts) < 2:
        return Said(_lone(core, wording), as_written=True)
    said = [_part(index, parts, place, wording, say) for index in range(len(parts))]
    return Said("".join(said))


def _lone(core: str, wording: Wording) -> str:
    if core.isascii() and core[0].isdecimal():
        point = f" {_point(wording)} "
        said = regex.sub(r"\d+", lambda found: addresses.wording_number(found[0], wording), core)
        return said.replace(",", ", ").replace(".", point).replace(":", " ")
    return core if any(letter.isalnum() for letter in core) else wording.symbol(core)


def _part(index: int, parts: list[tuple[str, str]], place: Place, wording: Wording, say: Say) -> str:
    kind, text = parts[index]
    before = parts[index - 1] if index else ("", "")
    after = parts[index + 1] if index + 1 < len(parts) else ("", "")
    if kind == "mark":
        return _mark(text, before, after, parts, wording)
    gap = " " if before[0] not in ("", "mark") and not wording.is_unspaced else ""
    if kind == "digits":
        return gap + wording.code(text)
    if kind == "number" and text.isdecimal() and _names_a_thing(index, parts):
        return gap + wording.code(text)
    return gap + say(place.part(text)).text


def _names_a_thing(index: int, parts: list[tuple[str, str]]) -> bool:
    """Whether a number belongs to a name of capitals, as in A380 and F-150."""
    before = [text for kind, text in parts[max(0, index - 2) : index] if kind == "word"]
    return bool(before) and before[-1].isupper() and len(before[-1]) < 4


def _point(wording: Wording) -> str:
    return str(wording.table.get("point") or wording.mark("."))


def _mark(
    mark: str, before: tuple[str, str], after: tuple[str, str], parts: list[tuple[str, str]], wording: Wording
) -> str:
    numbers = before[0] in ("number", "digits") and after[0] in ("number", "digits")
    chain = sum(kind == "number" for kind, _ in parts) > 2 and not any(kind == "word" for kind, _ in parts)
    if mark in _DASHES and numbers and not chain:
        return f" {wording.joiner} " if wording.joiner else " "
    if mark in "-‐‑":
        counted = any(kind in ("number", "digits") for kind, _ in parts[1:])
        return "-" if after[0] == "word" and before[0] and not counted else " "
    if mark in _BREAKS:
        return _BREAKS[mark] + " "
    if mark == ".":
        return _stop(before, after, parts, wording)
    if mark == "/" and numbers:
        return f" {wording.table.get('between_numbers', {}).get('/', '')} "
    name = wording.table.get("between_numbers", {}).get(mark) if numbers else None
    return f" {name or wording.symbol(mark)} ".replace("  ", " ")


def _stop(before: tuple[str, str], after: tuple[str, str], parts: list[tuple[str, str]], wording: Wording) -> str:
    """A full stop inside a word: between sentences without a space, or a point that is named."""
    if before[0] == "word" and after[0] == "word" and len(before[1]) > 1:
        return ". "
    if any(kind in ("number", "digits") for kind, _ in parts):
        return f" {_point(wording)} "
    return " "

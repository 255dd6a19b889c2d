"""Which phonemes belong to which word, where a speaker runs words together ("of the") or apart ("ninety-one").

Pure: dynamic programming between the phonemes of a phrase and those of each word said alone. Example:
`attribute(["ʌ", "v", "ð", "ə"], [["ʌ", "v"], ["ð", "ə"]])` gives `[["ʌ", "v"], ["ð", "ə"]]`.
"""

from __future__ import annotations

from collections.abc import Sequence

GAP = " "
_EDGE = "|"
_STRESS = str.maketrans("", "", "ˈˌ")
_VOWELS = frozenset("aeiouyæɑɐɒəɚɛɜɝɪɨᵻɔøœʊʌɯɤ")
_SKIP = 1.0
_SKIP_GAP = 0.35
_NEVER = 99.0

Cell = tuple[float, int]


def attribute(phrase: Sequence[str], alone: Sequence[Sequence[str]]) -> list[list[str]]:
    """The phonemes of `phrase` (GAP between its words) dealt out to the words of `alone`, in order and none lost.

    A word whose phonemes vanished in the phrase gets those that it has alone; a word with none alone gets none.
    """
    said = [index for index, units in enumerate(alone) if units]
    flat, owners = _flat([alone[index] for index in said])
    dealt: list[list[str]] = [[] for _ in alone]
    if not said:
        return dealt
    for unit, position in _path(phrase, flat):
        dealt[said[owners[min(max(position, 0), len(flat) - 1)]]].append(unit)
    return [_trimmed(units) or list(alone[index]) for index, units in enumerate(dealt)]


def _flat(alone: Sequence[Sequence[str]]) -> tuple[list[str], list[int]]:
    """All words one after the other with an edge between them, and whose each symbol is."""
    flat, owners = [], []
    for index, units in enumerate(alone):
        if index:
            flat.append(_EDGE)
            owners.append(index - 1)
        flat.extend(units)
        owners.extend([index] * len(units))
    return flat, owners


def _path(phrase: Sequence[str], flat: Sequence[str]) -> list[tuple[str, int]]:
    """Each symbol of the phrase with the place in `flat` that it belongs to."""
    table = _table(phrase, flat)
    row, column, found = len(phrase), len(flat), []
    while row:
        step = table[row][column][1]
        if step != 2:  # the phrase moves on: matched (0), or a symbol that the words alone do not have (1)
            found.append((phrase[row - 1], column - 1))
            row -= 1
        if step != 1:
            column -= 1
    return found[::-1]


def _table(phrase: Sequence[str], flat: Sequence[str]) -> list[list[Cell]]:
    """Cheapest cost up to each pair of places, and the step that led there: 0 both, 1 phrase only, 2 words only."""
    first: list[Cell] = [(0.0, 2)]
    for symbol in flat:
        first.append((first[-1][0] + _skip(symbol), 2))
    rows = [first]
    for unit in phrase:
        above, row = rows[-1], [(rows[-1][0][0] + _skip(unit), 1)]
        for column, symbol in enumerate(flat, start=1):
            row.append(
                min(
                    (above[column - 1][0] + _differ(unit, symbol), 0),
                    (above[column][0] + _skip(unit), 1),
                    (row[-1][0] + _skip(symbol), 2),
                )
            )
        rows.append(row)
    return rows


def _skip(symbol: str) -> float:
    return _SKIP_GAP if symbol in (GAP, _EDGE) else _SKIP


def _differ(unit: str, symbol: str) -> float:
    """0 for the same sound, below 1 for sounds of a kind, more than both skipped for what can never match."""
    if unit == GAP or symbol in (_EDGE, GAP):
        return -_SKIP_GAP if unit == GAP and symbol == _EDGE else 0.0 if unit == symbol else _NEVER
    one, other = unit.translate(_STRESS), symbol.translate(_STRESS)
    if one == other:
        return 0.0
    alike = _is_vowel(one) == _is_vowel(other)
    if one[:1] == other[:1]:
        return 0.25
    return 0.7 if alike else 1.6


def _is_vowel(unit: str) -> bool:
    return any(letter in _VOWELS for letter in unit[:1])


def _trimmed(units: list[str]) -> list[str]:
    """Without gaps at its ends; gaps inside stay (a token may be said as several words)."""
    while units and units[0] == GAP:
        units = units[1:]
    while units and units[-1] == GAP:
        units = units[:-1]
    return units

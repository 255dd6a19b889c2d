"""The order in which the pieces of a row stand from left to right, by Unicode's rules for mixed directions (UAX #9).

Knows no fonts or pixels. Example: `in_sight_order(["نص", "abc"], [True, True], True)` puts 'abc' at the left.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Stretch:
    """A part of one piece that runs in one direction, in reading order. A space has no piece (-1)."""

    piece: int
    text: str
    leftward: bool


def in_sight_order(texts: Sequence[str], gaps: Sequence[bool], leftward: bool) -> list[Stretch]:
    """Stretches of the pieces `texts` from left to right; `gaps` says which have a space before them."""
    letters: list[tuple[str, int]] = []
    for n, (text, gap) in enumerate(zip(texts, gaps, strict=True)):
        letters += [(" ", -1)] if gap and n else []
        letters += [(letter, n) for letter in text]
    levels = _levels("".join(letter for letter, _ in letters), leftward)
    return _stretches(letters, levels, _visual(levels))


def _levels(text: str, leftward: bool) -> list[int]:
    """How deep each character is embedded: odd levels run to the left."""
    if not leftward and not any(unicodedata.bidirectional(c) in ("R", "AL", "AN") for c in text):
        return [0] * len(text)
    from bidi import algorithm

    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = int(leftward), "LR"[leftward]
    algorithm.get_embedding_levels(text, storage)
    for index, character in enumerate(storage["chars"]):
        character["place"] = index
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    known = {character["place"]: character["level"] for character in storage["chars"]}
    levels: list[int] = []
    for index in range(len(text)):
        # Marks of direction have no level of their own; they go with what is before them.
        levels.append(known.get(index, levels[-1] if levels else int(leftward)))
    return levels


def _visual(levels: Sequence[int]) -> list[int]:
    """Places in the text in the order in which they are seen: rule L2."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = max(end, start + 1)
    return order


def _stretches(letters: list[tuple[str, int]], levels: list[int], order: list[int]) -> list[Stretch]:
    runs: list[list[int]] = []
    for place in order:
        step = -1 if levels[place] % 2 else 1
        last = runs[-1][-1] if runs else -9
        if place == last + step and letters[place][1] == letters[last][1] and levels[place] == levels[last]:
            runs[-1].append(place)
        else:
            runs.append([place])
    return [
        Stretch(letters[run[0]][1], "".join(letters[n][0] for n in sorted(run)), bool(levels[run[0]] % 2))
        for run in runs
    ]

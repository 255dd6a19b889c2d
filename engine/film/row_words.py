"""Which letters of a cue's rows belong to which of its heard words. Example: rows ("a lamp",), words a, lamp ->
[[("a", 0), (" ", -1), ("lamp", 1)]].
"""

from __future__ import annotations

from engine.film.types import Cue

Part = tuple[str, int]
"""Letters, and the word they belong to (-1 = to none)."""


def row_words(cue: Cue) -> list[list[Part]]:
    """Each row as parts in reading order; nothing belongs to a word where rows and words differ in their letters."""
    rows = [" ".join(row.split()) for row in cue.rows if row.strip()]
    words = ["".join(word.text.split()) for word in cue.words]
    if "".join(rows).replace(" ", "") != "".join(words):
        return [[(row, -1)] for row in rows]
    owners = iter([index for index, word in enumerate(words) for _ in word])
    found: list[list[Part]] = []
    for row in rows:
        parts: list[Part] = []
        for letter in row:
            owner = -1 if letter == " " else next(owners)
            if parts and parts[-1][1] == owner and letter != " ":
                parts[-1] = (parts[-1][0] + letter, owner)
            else:
                parts.append((letter, owner))
        found.append(parts)
    return found

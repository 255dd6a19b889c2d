"""How people, places and things are named in a film: display names and unit ids. Knows no text and no voices.

Example: `slug("डाकिया") == "dakiya"`, `display_name("OLD MAN") == "Old Man"`.
"""

from __future__ import annotations

import re
from collections.abc import Container


def slug(name: str, prefix: str = "") -> str:
    """An id of `[a-z0-9-]` for a name in any script; never empty. `prefix` ('place') is put before it."""
    from anyascii import anyascii

    plain = re.sub(r"[^a-z0-9]+", "-", anyascii(name).lower().replace("'", "")).strip("-")[:40].strip("-")
    return "-".join(part for part in (prefix, plain or "unnamed") if part)


def unused(unit: str, taken: Container[str]) -> str:
    """`unit`, or `unit-2`, `unit-3`... where it is taken."""
    if unit not in taken:
        return unit
    number = 2
    while f"{unit}-{number}" in taken:
        number += 1
    return f"{unit}-{number}"


def display_name(tag: str) -> str:
    """'DRIVER' -> 'Driver', 'old man' -> 'Old Man', 'McCoy' and 'डाकिया' as they are."""
    name = " ".join(tag.split())
    if name.isupper() or name.islower():
        return " ".join(word[:1].upper() + word[1:].lower() for word in name.split())
    return name


def title_case(phrase: str, small: frozenset[str]) -> str:
    """'the paper boat' -> 'The Paper Boat'; `small` words stay small inside; words with capitals stay as they are."""
    parts = phrase.split()
    kept = [i not in (0, len(parts) - 1) and part.lower() in small for i, part in enumerate(parts)]
    return " ".join(part if keep or part[1:] != part[1:].lower() else part[:1].upper() + part[1:]
                    for part, keep in zip(parts, kept, strict=True))  # fmt: skip

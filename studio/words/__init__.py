"""All words of the page, by key, in English and Hindi. A key that a language lacks is said in English.

`Words("en")("takes", n=2)` -> '2 takes'; with n = 1 the key 'takes.one' is preferred. To add a language: its JSON file here.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("en", "hi")


@cache
def _table(language: str) -> dict[str, str]:
    found: dict[str, str] = json.loads((Path(__file__).parent / f"{language}.json").read_text(encoding="utf-8"))
    return found


class Words:
    """The words of one language."""

    def __init__(self, language: str = "en") -> None:
        self.language = language if language in LANGUAGES else "en"

    def __call__(self, key: str, **values: Any) -> str:
        """The words of a key with its values put in; the key itself where nobody wrote it."""
        return (
            self.find(key, **values)
            if values.get("n") != 1
            else self.find(f"{key}.one", **values) or self.find(key, **values)
        ) or key

    def find(self, key: str, **values: Any) -> str:
        """The words of a key, or '' where there are none."""
        found = _table(self.language).get(key) or _table("en").get(key, "")
        return found.format(**values) if values else found

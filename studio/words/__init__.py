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
        return self._first((f"{key}.one", key) if values.get("n") == 1 else (key,), values) or key

    def find(self, key: str, **values: Any) -> str:
        """The words of a key, or '' where there are none."""
        return self._first((key,), values)

    def _first(self, keys: tuple[str, ...], values: dict[str, Any]) -> str:
        """All keys are looked for in the one language before another is."""
        tables = (_table(self.language), _table("en"))
        found = next((table[key] for table in tables for key in keys if table.get(key)), "")
        return found.format(**values) if values else found

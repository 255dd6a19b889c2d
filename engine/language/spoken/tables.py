"""Reads the word lists of engine/language/data once. Example: `table("english")["months"][0] == "January"`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any


@cache
def table(name: str) -> Mapping[str, Any]:
    """The parsed file `name`.toml; do not change what it returns."""
    text = resources.files("engine").joinpath("language", "data", f"{name}.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def words(name: str, *path: str) -> frozenset[str]:
    """A list of words at `path` in the file `name`, as a set."""
    found: Any = table(name)
    for step in path:
        found = found[step]
    return frozenset(found)

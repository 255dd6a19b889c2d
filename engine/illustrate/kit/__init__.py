"""All that the illustrator can draw. Importing `kit` loads every module of its folders, which declare themselves.

Example: `from engine.illustrate import kit; kit.load()` then `kit.registry.things()`.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import lru_cache

from engine.illustrate.kit import registry

__all__ = ["load", "registry"]


@lru_cache(maxsize=1)
def load() -> None:
    """Import every module under settings, things, animals and figures, in the order of their names."""
    for folder in ("settings", "things", "animals", "figures"):
        package = importlib.import_module(f"{__name__}.{folder}")
        for module in sorted(pkgutil.iter_modules(package.__path__), key=lambda each: each.name):
            importlib.import_module(f"{package.__name__}.{module.name}")

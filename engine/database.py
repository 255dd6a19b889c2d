"""sqlite_utils without pandas: it looks for it to be able to take its types, which takes a third of a second at every start.

Example: `from engine.database import Database`.
"""

from __future__ import annotations

import sys

_UNUSED = ("pandas", "numpy")
_hidden = [name for name in _UNUSED if name not in sys.modules]
for name in _hidden:
    sys.modules[name] = None  # type: ignore[assignment]  # an import of it fails at once
try:
    from sqlite_utils import Database, Migrations
finally:
    for name in _hidden:
        del sys.modules[name]

__all__ = ["Database", "Migrations"]

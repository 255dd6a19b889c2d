"""Memory given back to the system: what large work freed, the C library would else keep for this process.

Knows nothing of what the memory held. Example: after a model is loaded, `give_back()`.
"""

from __future__ import annotations

import ctypes
from functools import cache
from typing import Any


@cache
def _trim() -> Any:
    """The C library's own way, or None where it has none: outside of glibc."""
    try:
        return ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):
        return None


def give_back() -> None:
    """Return freed memory to the system; some milliseconds, so for the end of large work and not for its steps."""
    trim = _trim()
    if trim is not None:
        trim(0)

"""Loads the media libraries before threads begin: two threads that load one of them at the same time can see it half loaded.

Example: a server calls `media_libraries()` once, before it takes up work.
"""

from __future__ import annotations

from importlib import import_module

NAMES = ("av", "cv2")


def media_libraries() -> None:
    """Load them, which takes some tenths of a second; nothing when they are there."""
    for name in NAMES:
        import_module(name)

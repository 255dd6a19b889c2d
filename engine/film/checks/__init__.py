"""Looks a finished film over before it is handed out: picture, sound, captions, script and container, a file each.

Example: `inspect(Path("film.mp4"), film)` -> () for a film that is as it should be.
"""

from engine.film.checks.flaw import Flaw, Rules, Severity
from engine.film.checks.inspecting import inspect

__all__ = ["Flaw", "Rules", "Severity", "inspect"]

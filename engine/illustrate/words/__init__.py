"""From a shot's words to what is to be seen in it, by rule: who, what, where, when, doing what, and what is missing.

Example: `tell(request)` gives a `Told`; the layout makes a scene of it.
"""

from __future__ import annotations

from engine.illustrate.words.record import Actor, Told
from engine.illustrate.words.telling import tell

__all__ = ["Actor", "Told", "tell"]

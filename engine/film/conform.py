"""Footage made as long as its shot, by one rule: what is longer is cut; what is a little shorter is slowed; what still is too short is
held at its end, or goes back and forth.

Pure. Example: `conformed(Path("a.mp4"), 4.0, 4.6)` -> Footage(a.mp4, speed=0.87).
"""

from __future__ import annotations

from pathlib import Path

from engine.film.sources import Footage

SLOWEST = 0.8
"""Footage may be played this much slower before it looks slow."""
LONGEST_HOLD = 0.6
"""Seconds for which a last frame may stand still before it looks stuck."""


def conformed(path: Path, length: float, seconds: float) -> Footage:
    """A file of `length` seconds as footage for a shot of `seconds`."""
    if length <= 0 or length >= seconds:
        return Footage(path)
    speed = max(SLOWEST, length / seconds)
    lacks = seconds - length / speed
    return Footage(path, speed=round(speed, 6), ending="bounce" if lacks > LONGEST_HOLD else "hold")

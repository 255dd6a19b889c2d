"""What can be wrong with a finished film, and from where on it counts as wrong: plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Flaw:
    """Something that a viewer would notice or a player stumble over, from `start` to `end` in seconds of the film.

    `says` is one sentence about what it is; `fix` one about what to do.
    """

    rule: str
    severity: Severity
    start: float
    end: float
    says: str
    fix: str


@dataclass(frozen=True)
class Rules:
    """Limits: lengths in seconds, brightness in code values of 8 bits, sound in dB.

    `loudness` and `peak` stand in for the mix of a film that is not known (None = not looked at).
    """

    black: float = 0.4
    black_level: int = 24
    black_share: float = 0.98
    frozen: float = 1.5
    ends: float = 1.0
    duplicates: int = 3
    silence: float = 3.0
    pause: float = 5.0
    silence_db: float = -60.0
    clipped: int = 3
    loudness: float | None = None
    peak: float | None = -1.0
    loudness_slack: float = 0.5
    peak_slack: float = 0.1
    script_share: float = 0.6

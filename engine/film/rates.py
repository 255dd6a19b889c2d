"""Frame rates: whole ones (24, 25, 30, 50, 60) and their 1001 kin of television, and the clocks that fit them exactly.

Everything is a fraction, so that an hour at 30000/1001 is still right to the sample. Example: `clock(Fraction(30000,
1001))` -> Clock(scale=30000, ticks=1001); `samples(30, 24)` -> 60000.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

SAMPLE_RATE = 48_000
RATES: tuple[int | Fraction, ...] = (
    Fraction(24000, 1001),
    24,
    25,
    Fraction(30000, 1001),
    30,
    50,
    Fraction(60000, 1001),
    60,
)
"""Every rate that films are made at."""
_TICKS = 512

Rate = int | Fraction


@dataclass(frozen=True)
class Clock:
    """The clock of an MP4 track: `scale` ticks a second, `ticks` of them a frame."""

    scale: int
    ticks: int


def clock(fps: Rate) -> Clock:
    """The clock on which every frame of a rate falls on a whole tick."""
    exact = Fraction(fps)
    finer = _TICKS if exact.denominator == 1 else 1
    return Clock(exact.numerator * finer, exact.denominator * finer)


def samples(frame: int, fps: Rate) -> int:
    """The sample (48 kHz) at which a frame begins."""
    return round(Fraction(frame * SAMPLE_RATE) / Fraction(fps))


def frames(seconds: float, fps: Rate) -> int:
    """How many whole frames there are in some seconds."""
    return int(Fraction(fps) * Fraction(seconds).limit_denominator(1_000_000))


def spoken(fps: Rate) -> str:
    """A rate as people write it: '25', '29.97'."""
    return f"{float(fps):.3f}".rstrip("0").rstrip(".")


def known(fps: object) -> bool:
    """Whether films are made at this rate (a float such as 29.97 is none; give the fraction)."""
    return isinstance(fps, int | Fraction) and not isinstance(fps, bool) and fps in RATES

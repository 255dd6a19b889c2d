"""Which size, shape and length to ask a service for, where it does not make every one. Pure arithmetic.

Example: `nearest_aspect(1280, 720, ("16:9", "1:1"))` -> "16:9".
"""

from __future__ import annotations

import math


def plain_size(width: int, height: int, multiple: int, largest: int) -> tuple[int, int]:
    """A size of about this shape that a service takes: sides of whole multiples, none above `largest`."""
    scale = min(1.0, largest / max(width, height))
    sides = (max(multiple, round(side * scale / multiple) * multiple) for side in (width, height))
    wide, high = (min(side, largest // multiple * multiple) for side in sides)
    return wide, high


def nearest_size(width: int, height: int, sizes: tuple[tuple[int, int], ...]) -> tuple[int, int]:
    """That of several sizes whose shape is nearest, then whose area is."""

    def away(size: tuple[int, int]) -> tuple[float, float]:
        shape = abs(math.log(size[0] / size[1]) - math.log(width / height))
        return round(shape, 3), abs(math.log(size[0] * size[1]) - math.log(width * height))

    return min(sizes, key=away)


def nearest_aspect(width: int, height: int, aspects: tuple[str, ...]) -> str:
    """That of several aspect ratios ('16:9') which is nearest."""

    def away(aspect: str) -> float:
        wide, _, high = aspect.partition(":")
        return abs(math.log(float(wide) / float(high)) - math.log(width / height))

    return min(aspects, key=away)


def nearest_length(seconds: float, lengths: tuple[float, ...], shortest: float, longest: float) -> float:
    """The shortest length on offer that is long enough, else the longest; without a list, any between the limits (0: none)."""
    if lengths:
        return min((each for each in lengths if each >= seconds - 1e-6), default=max(lengths))
    most = longest or seconds
    return min(max(seconds, shortest), max(most, shortest))

"""How much of a sound's power a limiter leaves, in one compiled loop. Imported by `mastering` only, since numba may be missing."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numba import types

from engine.film.kernel import compiled

_CURVE, _ROWS = types.Array(types.float64, 1, "C"), types.Array(types.float64, 2, "C")


@compiled(types.void(_CURVE, _CURVE, _CURVE, types.int64, types.float64, _ROWS))
def powers_left(floor: Any, powers: Any, louder: Any, reach: Any, nepers: Any, out: Any) -> None:
    """Sum into `out` (levels, gates) what is left of the steps' powers when everything is louder by each of `louder` dB.

    The limiter gives each step the mean of `floor` less so many dB, where that is below 0, over `reach` steps on both sides
    (the curve's ends go on); `nepers` is a decibel as an exponent of e. Steps are shared out to gates evenly.
    """
    count, gate = len(powers), len(powers) // out.shape[1]
    for row in range(len(louder)):
        low = np.minimum(0.0, floor - louder[row])
        total, below = 0.0, 0
        for x in range(-reach, reach + 1):
            value = low[min(max(x, 0), count - 1)]
            total, below = total + value, below + (value < 0)
        for x in range(count):
            if below == 0:
                total = 0.0  # what sums leave behind
                out[row, x // gate] += powers[x]
            else:
                gain = math.exp(min(total, 0.0) / (2 * reach + 1) * nepers)
                out[row, x // gate] += powers[x] * gain * gain
            gone, come = low[max(x - reach, 0)], low[min(x + reach + 1, count - 1)]
            total, below = total + come - gone, below + (come < 0) - (gone < 0)

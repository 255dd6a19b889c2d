"""The K-weighting of BS.1770 in one compiled loop, in a fifth of scipy's time. Imported by `mastering` only, since numba may be
missing.

The same arithmetic as `scipy.signal.sosfilt` (transposed direct form II, double precision): the same results.
"""

from __future__ import annotations

from typing import Any

from numba import types

from engine.film.kernel import compiled

_SAMPLES = types.Array(types.float32, 2, "A", readonly=True)
_CURVE = types.Array(types.float64, 1, "C")
_SECTIONS = types.Array(types.float64, 2, "C")
_STATE = types.Array(types.float64, 3, "C")


@compiled(types.void(_SAMPLES, _SECTIONS, _STATE, _CURVE))
def weigh(samples: Any, sections: Any, state: Any, power: Any) -> None:
    """Add to `power` the weighted power of each sample of every channel; `state` (2, 2, channels) goes on where it was left.

    `sections` are two rows of b0, b1, b2, a0 (1), a1, a2.
    """
    b0, b1, b2, a1, a2 = sections[0, 0], sections[0, 1], sections[0, 2], sections[0, 4], sections[0, 5]
    d0, d1, d2, c1, c2 = sections[1, 0], sections[1, 1], sections[1, 2], sections[1, 4], sections[1, 5]
    for channel in range(samples.shape[1]):
        s, t = state[0, 0, channel], state[0, 1, channel]
        u, v = state[1, 0, channel], state[1, 1, channel]
        for n in range(samples.shape[0]):
            x = float(samples[n, channel])
            y = b0 * x + s
            s = b1 * x - a1 * y + t
            t = b2 * x - a2 * y
            z = d0 * y + u
            u = d1 * y - c1 * z + v
            v = d2 * y - c2 * z
            power[n] += z * z
        state[0, 0, channel], state[0, 1, channel] = s, t
        state[1, 0, channel], state[1, 1, channel] = u, v

"""The K-weighting of BS.1770 in one compiled loop, in a fifth of scipy's time. Imported by `levels` only, since numba may be
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


@compiled()
def _one(x: Any, first: Any, second: Any, s: Any, t: Any, u: Any, v: Any) -> Any:
    """A sample through both sections: its weighted value and what is carried on."""
    b0, b1, b2, a1, a2 = first
    d0, d1, d2, c1, c2 = second
    y = b0 * x + s
    z = d0 * y + u
    return z, b1 * x - a1 * y + t, b2 * x - a2 * y, d1 * y - c1 * z + v, d2 * y - c2 * z


@compiled(types.void(_SAMPLES, _SECTIONS, _STATE, _CURVE))
def weigh(samples: Any, sections: Any, state: Any, power: Any) -> None:
    """Add to `power` the weighted power of each sample of every channel; `state` (2, 2, channels) goes on where it was left.

    `sections` are two rows of b0, b1, b2, a0 (1), a1, a2.
    """
    first = sections[0, 0], sections[0, 1], sections[0, 2], sections[0, 4], sections[0, 5]
    second = sections[1, 0], sections[1, 1], sections[1, 2], sections[1, 4], sections[1, 5]
    channel = 0
    while channel < samples.shape[1]:
        # Two at a time: each waits for its own last sample, not for the other's.
        other = min(channel + 1, samples.shape[1] - 1)
        s, t, u, v = state[0, 0, channel], state[0, 1, channel], state[1, 0, channel], state[1, 1, channel]
        k, h, m, n = state[0, 0, other], state[0, 1, other], state[1, 0, other], state[1, 1, other]
        for at in range(samples.shape[0]):
            left, s, t, u, v = _one(float(samples[at, channel]), first, second, s, t, u, v)
            right, k, h, m, n = _one(float(samples[at, other]), first, second, k, h, m, n)
            power[at] += left * left
            if other > channel:
                power[at] += right * right
        state[0, 0, channel], state[0, 1, channel], state[1, 0, channel], state[1, 1, channel] = s, t, u, v
        state[0, 0, other], state[0, 1, other], state[1, 0, other], state[1, 1, other] = k, h, m, n
        channel += 2

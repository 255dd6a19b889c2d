"""Brings footage of a high brightness range (PQ and HLG in BT.2020, as phones film it) into BT.709: what each of its colours
changes, as a table for moving pictures. Sources: SMPTE ST 2084, ITU-R BT.2100, BT.2087. Example: `changes_for(16)`.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.film.reading import MATRIX

Numbers = NDArray[np.float64]

PQ, HLG = 16, 18
HIGH_RANGE = (PQ, HLG)
"""Numbers of the transfer curves in files (ISO/IEC 23091-2)."""
SHIFT = 1
WHITE_NITS = 203.0
"""What counts as white paper in films of a high range (BT.2408)."""
HLG_PEAK = 1000.0
SHOULDER = 0.75
"""From this share of white on, brighter light is pressed together rather than cut off."""

_WIDE_LUMA = np.array([0.2627, 0.6780, 0.0593])
_TO_709 = np.array([[1.6605, -0.5876, -0.0728], [-0.1246, 1.1329, -0.0083], [-0.0182, -0.1006, 1.1187]])


@lru_cache(maxsize=2)
def changes_for(curve: int) -> tuple[NDArray[np.int16], int]:
    """What must be added to Y, U and V (limited range), as (3, U >> shift, V >> shift, Y), and that shift."""
    side, step = 256 >> SHIFT, 1 << SHIFT
    changes = np.empty((3, side, side, 256), np.int16)
    middles = np.arange(side) * step  # 128 is among them, so that grey stays grey
    y = (np.arange(256) - 16) / 219
    for n, u in enumerate(middles):
        luma, v = np.meshgrid(y, (middles - 128) / 224)
        red, blue = luma + 1.4746 * v, luma + 1.8814 * (u - 128) / 224
        green = (luma - _WIDE_LUMA[0] * red - _WIDE_LUMA[2] * blue) / _WIDE_LUMA[1]
        shown = _shown(np.clip(np.stack([red, green, blue], -1), 0, 1), curve)
        done = shown * 255 @ MATRIX[:, :3].T.astype(np.float64) + MATRIX[:, 3]
        was = np.stack([luma * 219 + 16, np.full_like(luma, u), v * 224 + 128], -1)
        changes[:, n] = np.rint(np.moveaxis(done - was, -1, 0))
    return changes, SHIFT


def _shown(signal: Numbers, curve: int) -> Numbers:
    """From a coded RGB of BT.2020 to one of BT.709, both 0 to 1."""
    light = _light_of_pq(signal) if curve == PQ else _light_of_hlg(signal)
    narrow = np.maximum((light / WHITE_NITS) @ _TO_709.T, 0)
    top = narrow.max(axis=-1, keepdims=True)
    knee = np.where(top > SHOULDER, 1 - (1 - SHOULDER) * np.exp(-(top - SHOULDER) / (1 - SHOULDER)), top)
    pressed = narrow * (knee / np.maximum(top, 1e-9))
    # Displays of BT.709 show with a power of 2.4; the dark end follows its root.
    return np.clip(pressed, 0, 1) ** (1 / 2.4)


def _light_of_pq(signal: Numbers) -> Numbers:
    m1, m2, c1, c2, c3 = 2610 / 16384, 2523 / 4096 * 128, 3424 / 4096, 2413 / 4096 * 32, 2392 / 4096 * 32
    root = signal ** (1 / m2)
    return np.asarray(10_000 * (np.maximum(root - c1, 0) / (c2 - c3 * root)) ** (1 / m1))


def _light_of_hlg(signal: Numbers) -> Numbers:
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    scene = np.where(signal <= 0.5, signal**2 / 3, (np.exp((signal - c) / a) + b) / 12)
    luma = (scene @ _WIDE_LUMA)[..., None]
    return np.asarray(HLG_PEAK * np.maximum(luma, 1e-9) ** 0.2 * scene)

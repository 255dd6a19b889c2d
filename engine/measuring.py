"""What can be measured in a picture without a model: how sharp it is, how light, how much contrast, and how alike two pictures' colours are.

All on a view of 512 pixels, so that size does not count. Knows no film. Example: `measured(Path("s03.png")).sharpness`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

SIDE = 512
BINS = 8
"""Steps of each axis of the colour histogram."""

DARK, BRIGHT = 0.2, 0.96
FLAT, SOFT = 0.06, 0.1
CLIPPED = 0.25
UNLIKE = 0.8
"""Where a measure becomes worth a word: mean lightness, contrast, sharpness, share of pixels at an end, distance of colours."""


@dataclass(frozen=True)
class Measures:
    """`sharpness`: the steepest edges beside the contrast (about 0.05 blurred, 0.3 and more crisp). `lightness`: the mean, 0 black to 1
    white; `contrast`: between its darker and lighter parts; `black` and `white`: shares of pixels without detail; `colours`: a histogram
    in OKLab that sums to 1."""

    sharpness: float
    lightness: float
    contrast: float
    black: float
    white: float
    colours: tuple[float, ...]


def measured(path: Path) -> Measures:
    """The measures of a picture file. OSError where it cannot be read."""
    return _measured(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _measured(path: Path, stamp: int) -> Measures:
    from PIL import Image
    from scipy import ndimage

    with Image.open(path) as opened:
        small = opened.convert("RGB")
    small.thumbnail((SIDE, SIDE))
    lab = _oklab(np.asarray(small, np.float64) / 255)
    light = lab[:, :, 0]
    low, high = (float(each) for each in np.quantile(light, (0.02, 0.98)))
    steep = np.hypot(*(ndimage.sobel(light, axis=axis) / 8 for axis in (0, 1)))
    return Measures(
        sharpness=float(np.quantile(steep, 0.995)) / max(high - low, 0.02),
        lightness=float(light.mean()),
        contrast=high - low,
        black=float((light < 0.12).mean()),
        white=float((light > 0.985).mean()),
        colours=tuple(_histogram(lab).ravel().tolist()),
    )


def distance(one: Measures, others: Sequence[Measures]) -> float:
    """How unlike a picture's colours are to those of others taken together: 0 the same, 1 nothing in common (Hellinger)."""
    if not others:
        return 0.0
    mean = np.mean([each.colours for each in others], axis=0)
    return float(np.sqrt(max(0.0, 1.0 - float(np.sqrt(np.asarray(one.colours) * mean).sum()))))


def faults(one: Measures) -> tuple[str, ...]:
    """What any eye would find wrong, in a few words each."""
    found = []
    if one.contrast < FLAT:
        found.append("almost nothing can be told apart in it")
    if one.sharpness < SOFT:
        found.append("it is blurred")
    if one.lightness < DARK or one.black > 1 - CLIPPED:
        found.append("it is very dark")
    if one.lightness > BRIGHT or one.white > CLIPPED:
        found.append("much of it is plain white")
    return tuple(found)


def _oklab(rgb: NDArray[np.float64]) -> NDArray[np.float64]:
    """sRGB shares as OKLab (B. Ottosson, 2020)."""
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    lms = np.cbrt(linear @ np.array([[0.4122, 0.2119, 0.0883], [0.5363, 0.6807, 0.2817], [0.0514, 0.1074, 0.63]]))
    return np.asarray(lms @ np.array([[0.2105, 1.978, 0.0259], [0.7936, -2.4286, 0.7828], [-0.0041, 0.4506, -0.8087]]))


def _histogram(lab: NDArray[np.float64]) -> NDArray[np.float64]:
    """Shares of colours, blurred a little so that near colours count as near."""
    from scipy import ndimage

    least, most = np.array([0.0, -0.25, -0.25]), np.array([1.0, 0.25, 0.25])
    within = np.minimum(np.maximum(lab.reshape(-1, 3), least), most)
    counts, _ = np.histogramdd(within, bins=BINS, range=list(zip(least, most, strict=True)))
    soft = ndimage.gaussian_filter(counts, 0.7, mode="nearest")
    return np.asarray(soft / max(float(soft.sum()), 1e-9))

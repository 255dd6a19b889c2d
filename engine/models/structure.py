"""From a picture to the structure that a new one keeps: edges, scribbles and soft edges, by arithmetic alone; no model is needed.

Depth and poses cannot be had so: for these the picture must itself be a depth map (near is white; the illustrator's scenes give one)
or a drawing of joints.
Example: `structure("canny", picture)` -> white edges on black. Sources: J. Canny, 1986 (thinned and followed gradients).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

KINDS = ("canny", "scribble", "softedge", "depth", "pose")
GIVEN = ("depth", "pose")
"""Kinds whose picture is used as it is."""

Grey = NDArray[Any]


def structure(kind: str, picture: Any) -> Any:
    """The structure of a Pillow picture as an RGB picture of the same size."""
    from PIL import Image

    if kind in GIVEN:
        return picture.convert("RGB")
    grey = (np.asarray(picture.convert("L"), np.float32) / 255).astype(np.float32)
    made = {"canny": canny, "scribble": scribble, "softedge": soft_edges}[kind](grey)
    return Image.fromarray((np.clip(made, 0, 1) * 255 + 0.5).astype(np.uint8)).convert("RGB")


def canny(grey: Grey, low: float = 0.08, high: float = 0.2, blur: float = 1.4) -> Grey:
    """Edges one pixel wide: where the gradient peaks across its own direction, above `high`, or above `low` and joined to such."""
    from scipy import ndimage

    size, down, right = _gradient(grey, blur)
    peaks = size * _is_peak(size, down, right)
    joined, _ = ndimage.label(peaks > low, structure=np.ones((3, 3)))
    strong = np.unique(joined[peaks > high])
    return np.isin(joined, strong[strong > 0]).astype(np.float32)


def scribble(grey: Grey) -> Grey:
    """A few thick strokes: the edges of a coarse view of the picture."""
    from scipy import ndimage

    side = max(grey.shape)
    edges = canny(grey, 0.06, 0.16, blur=max(2.0, side / 256))
    return np.asarray(ndimage.grey_dilation(edges, size=2 * max(1, side // 512) + 1), np.float32)


def soft_edges(grey: Grey) -> Grey:
    """How strongly the picture changes at each place, fine and coarse together, bright where an outline would be drawn."""
    blended = sum(_gradient(grey, blur)[0] for blur in (1.0, 2.0, 4.0)) / 3
    top = float(np.quantile(blended, 0.995))
    return np.asarray((blended / max(top, 1e-4)) ** 0.8, np.float32)


def _gradient(grey: Grey, blur: float) -> tuple[Grey, Grey, Grey]:
    """Size, and rise downwards and to the right, of the blurred picture's gradient; a step from black to white is 1."""
    from scipy import ndimage

    soft = ndimage.gaussian_filter(grey, blur)
    scale = blur * np.sqrt(2 * np.pi)
    down, right = (ndimage.sobel(soft, axis=axis).astype(np.float32) / 8 * scale for axis in (0, 1))
    return np.hypot(down, right), down, right


def _is_peak(size: Grey, down: Grey, right: Grey) -> NDArray[np.bool_]:
    """Whether a place's gradient is at least that of both neighbours in its direction, of four directions."""
    sector = np.round(np.arctan2(down, right) / (np.pi / 4)).astype(int) % 4
    padded = np.pad(size, 1)
    height, width = size.shape

    def at(y: int, x: int) -> Grey:
        return padded[1 + y : 1 + y + height, 1 + x : 1 + x + width]

    steps = ((0, 1), (1, 1), (1, 0), (1, -1))
    peak = [(size >= at(y, x)) & (size > at(-y, -x)) for y, x in steps]
    return np.choose(sector, peak).astype(bool)

"""How far away each place of a drawn scene lies: a depth map, near things white, without any model, since the scene knows it.

Example: `depth_map(scene, 1024, 576)` -> bytes of (576, 1024), for makers that keep the depth of a picture.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.illustrate.moving import moving
from engine.illustrate.scene import Scene

_SECONDS = 1.0
"""A clip of any length has the same sheets."""


def depth_map(scene: Scene, width: int, height: int) -> NDArray[np.uint8]:
    """The scene at this size in pixels as greys: 0 is the far distance, 255 what is next to the camera."""
    seen = np.zeros((height, width), np.float32)
    for sheet in moving(scene, width, height, _SECONDS).sheets:
        if sheet.blend != "over":  # light has no place of its own
            continue
        top, left = max(0, sheet.y), max(0, sheet.x)
        cover = _cover(sheet.pixels, sheet.scale)[top - sheet.y :, left - sheet.x :]
        under = seen[top : top + cover.shape[0], left : left + cover.shape[1]]
        part = cover[: under.shape[0], : under.shape[1]]
        under += (255 * min(max(sheet.depth, 0.0), 1.0) - under) * part
    return (seen + 0.5).astype(np.uint8)


def _cover(pixels: NDArray[np.uint8], scale: float) -> NDArray[np.float32]:
    """How much a sheet hides, at the picture's own size."""
    alpha = pixels[:, :, 3].astype(np.float32) / np.float32(255)
    if scale == 1.0:
        return alpha
    import cv2

    size = (max(1, round(alpha.shape[1] / scale)), max(1, round(alpha.shape[0] / scale)))
    return np.asarray(cv2.resize(alpha, size, interpolation=cv2.INTER_AREA), np.float32)

"""The last touches of a ground: brush strokes, bloom, vignette, grain and a border of bare paper, as the look asks.

Works on float pixels in place; knows no motifs and no words. Example: `finish(canvas)`.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.providers.image.typography.canvas import Array, Canvas, Mask


def finish(canvas: Canvas) -> None:
    """All that the look's texture names, in the order in which light and paper would do it."""
    texture = canvas.texture
    rgb = canvas.picture()
    if texture.brush:
        rgb = _strokes(canvas, rgb)
    if texture.bloom:
        _bloom(rgb, canvas.u, texture.bloom)
    canvas.replace(rgb)
    shade = np.ones(rgb.shape[:2], np.float32)
    if texture.vignette:
        shade *= _vignette(rgb.shape[0], rgb.shape[1], texture.vignette)
    if texture.grain:
        shade *= 1.0 + texture.grain * canvas.noise("grain")
    if texture.brush:
        shade *= 1.0 + 0.022 * texture.brush * canvas.noise("bristle")
    canvas.planes *= shade
    if texture.border:
        _border(canvas)
    np.clip(canvas.planes, 0.0, 1.0, out=canvas.planes)


def _colours(picture: Mask, x: NDArray[np.float64], y: NDArray[np.float64]) -> Array:
    """The colours at some places, those outside taken from the edge."""
    height, width = picture.shape[:2]
    return picture[np.clip(y, 0, height - 1).astype(int), np.clip(x, 0, width - 1).astype(int)].astype(np.float32)


def _strokes(canvas: Canvas, rgb: Array) -> Array:
    """Short strokes in the colours that are there; one that would cross an edge is left out, so that shapes keep
    theirs."""
    picture = (np.clip(rgb, 0, 1) * 255).astype(np.uint8)
    height, width = picture.shape[:2]
    u, rng = canvas.u, canvas.rng
    for count, long, thick, jitter in ((900, 46.0, 13.0, 0.03), (2100, 24.0, 6.0, 0.035)):
        count = int(count * width * height / (960 * u) ** 2)
        x, y = rng.uniform(0, width - 1, count), rng.uniform(0, height - 1, count)
        turn = rng.normal(0.12, 0.28, count)
        reach = rng.uniform(0.5, 1.0, count) * long * u / 2
        dx, dy = reach * np.cos(turn), reach * np.sin(turn)
        middle = _colours(picture, x, y)
        across, down = -0.6 * thick * u * np.sin(turn), 0.6 * thick * u * np.cos(turn)
        probes = [(s * dx + t * across, s * dy + t * down) for s in (-1, 0, 1) for t in (-1, 0, 1)]
        off = np.max([np.abs(_colours(picture, x + px, y + py) - middle).max(axis=1) for px, py in probes], axis=0)
        tinted = np.clip(middle * (1 + rng.normal(0, jitter, (count, 1))), 0, 255)
        painted = picture.copy()
        for i in np.flatnonzero(off < 20):
            ends = [(round((x[i] + s * dx[i]) * 16), round((y[i] + s * dy[i]) * 16)) for s in (-1, 1)]
            cv2.line(painted, ends[0], ends[1], tinted[i].tolist(), max(1, round(thick * u)), cv2.LINE_AA, 4)
        picture = np.asarray(cv2.addWeighted(painted, 0.72, picture, 0.28, 0), dtype=np.uint8)
    return np.asarray(picture, dtype=np.float32) / np.float32(255.0)


def _bloom(rgb: Array, u: float, strength: float) -> None:
    """Bright things spill light over their neighbours."""
    height, width = rgb.shape[:2]
    small = cv2.resize(rgb, (max(1, width // 4), max(1, height // 4)), interpolation=cv2.INTER_AREA)
    bright = np.clip((small.max(axis=2, keepdims=True) - 0.66) / 0.34, 0, 1) * small
    spill = (
        cv2.GaussianBlur(bright, (0, 0), max(2.2 * u, 0.5)) * 0.55
        + cv2.GaussianBlur(bright, (0, 0), max(8 * u, 0.5)) * 0.45
    )
    wide = cv2.resize(spill, (width, height), interpolation=cv2.INTER_LINEAR)
    rgb += (1.0 - np.clip(rgb, 0, 1)) * wide * strength


def _vignette(height: int, width: int, strength: float) -> Array:
    """How much light corners keep."""
    y, x = np.linspace(-1, 1, height, dtype=np.float32)[:, None], np.linspace(-1, 1, width, dtype=np.float32)[None, :]
    far = np.clip((x**2 + y**2) * 0.9 - 0.45, 0, None) / 1.35
    return np.asarray(1.0 - strength * far * np.sqrt(np.sqrt(far)), dtype=np.float32)


def _border(canvas: Canvas) -> None:
    """Paint that ends before the paper does, unevenly."""
    height, width = canvas.height, canvas.width
    y, x = np.arange(height, dtype=np.float32)[:, None], np.arange(width, dtype=np.float32)[None, :]
    edge = np.minimum(np.minimum(x, width - 1 - x), np.minimum(y, height - 1 - y))
    limit = (
        canvas.texture.border * canvas.u * (1 + 0.28 * canvas.noise("cloud", scale=0.55) + 0.12 * canvas.noise("chalk"))
    )
    bare = np.clip((limit - edge) / max(1.4 * canvas.u, 0.7) + 0.5, 0, 1)
    paper = 0.985 + 0.012 * canvas.noise("fibre")
    for plane, colour in zip(canvas.planes, canvas.palette.type_light, strict=True):
        plane += (paper * np.float32(colour) - plane) * bare

"""What belongs to the picture's surface and not to any sheet: bloom, vignette, grain, a border of bare paper.

Applied once to each finished picture or film frame, after the camera. Example: `Surface.of(frame, style, scheme)`.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.illustrate.frame import Frame
from engine.illustrate.paint import noise
from engine.illustrate.paint.style import Style
from engine.illustrate.palette import Scheme

Bytes = NDArray[np.uint8]

_BAND = 128
"""Rows at a time: float planes of a whole picture are large."""


@dataclass(frozen=True)
class Surface:
    """`gain`: bytes (height, width, 3) to multiply with, 160 leaves a pixel as it is; `border`: premultiplied RGBA
    laid over everything, or None; `bloom`: strength, from `threshold` (byte) on; `blurs`: in pixels at full size."""

    gain: Bytes
    border: Bytes | None
    bloom: float
    threshold: int
    blurs: tuple[float, float]

    @staticmethod
    def of(frame: Frame, style: Style, scheme: Scheme) -> Surface:
        """The surface of a look for pictures of this size."""
        width, height = frame.size
        one = np.empty((height, width), np.uint8)
        for top in range(0, height, _BAND):
            one[top : top + _BAND] = _gain(frame, style, scheme, top, min(top + _BAND, height))
        u = frame.pixels
        return Surface(
            gain=np.asarray(cv2.merge([one] * 3), np.uint8),
            border=_border(frame, scheme) if style.border else None,
            bloom=style.bloom * (1.0 if scheme.dark else 0.45),
            threshold=165 if scheme.dark else 198,
            blurs=(28 * u, 88 * u),
        )

    def finish(self, picture: Bytes) -> Bytes:
        """The picture (height, width, 3) with its surface."""
        height, width = picture.shape[:2]
        wide = None
        if self.bloom > 0.02:
            wide = cv2.resize(self.spill(picture), (width, height), interpolation=cv2.INTER_LINEAR)
        out = np.empty_like(picture)
        for top in range(0, height, _BAND):
            rows = slice(top, top + _BAND)
            part = picture[rows]
            if wide is not None:
                dark = cv2.multiply(cv2.bitwise_not(part), cv2.bitwise_not(wide[rows]), scale=1 / 255)
                part = np.asarray(cv2.bitwise_not(dark), np.uint8)
            part = np.asarray(cv2.multiply(part, self.gain[rows], scale=1 / 160), np.uint8)
            if self.border is not None:
                border = self.border[rows]
                keep = cv2.merge([cv2.bitwise_not(border[..., 3])] * 3)
                part = np.asarray(cv2.add(cv2.multiply(part, keep, scale=1 / 255), border[..., :3]), np.uint8)
            out[rows] = part
        return out

    def spill(self, picture: Bytes) -> Bytes:
        """The light that spills from bright places, at an eighth of the size."""
        height, width = picture.shape[:2]
        small = cv2.resize(picture, (max(1, width // 8), max(1, height // 8)), interpolation=cv2.INTER_AREA)
        bright = cv2.subtract(small, np.full_like(small, self.threshold))
        one, two = (
            cv2.GaussianBlur(bright, (0, 0), max(blur / 8, 0.5), borderType=cv2.BORDER_REPLICATE) for blur in self.blurs
        )
        return np.asarray(cv2.addWeighted(one, self.bloom * 0.6, two, self.bloom * 0.6, 0), np.uint8)


def _gain(frame: Frame, style: Style, scheme: Scheme, top: int, foot: int) -> Bytes:
    """Rows of a surface's gain: a darker rim and the paper's grain, lit from one side."""
    width, height = frame.size
    calm = 1.0 if scheme.dark else 0.5
    y = np.linspace(-1, 1, height, dtype=np.float32)[top:foot, None]
    x = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
    far = np.sqrt(0.8 * (x * x + y * y))
    shade = 1 - style.vignette * calm * np.clip((far - 0.45) / 0.85, 0, 1) ** 1.6
    grain = noise.plane("grain", width, height, 1.3 * frame.pixels, (0, 0))
    rows = np.arange(top - 1, foot)  # with the row above, which is the last one for the first
    near = grain[rows].astype(np.float32) * (1 / 127)
    emboss = near[1:] - np.roll(near, (1, 1), (0, 1))[1:]
    shade *= 1 + np.float32(0.02 * style.grain) * (emboss + 0.5 * near[1:])
    return np.asarray(np.clip(shade * 160 + 0.5, 0, 255).astype(np.uint8))


def _border(frame: Frame, scheme: Scheme) -> Bytes:
    """Bare paper around a painting, torn unevenly."""
    width, height = frame.size
    border = np.empty((height, width, 4), np.uint8)
    for top in range(0, height, _BAND):
        border[top : top + _BAND] = _torn(frame, scheme, top, min(top + _BAND, height))
    return border


def _torn(frame: Frame, scheme: Scheme, top: int, foot: int) -> Bytes:
    """Rows of the border."""
    width, height = frame.size
    u, count = frame.pixels, foot - top
    y, x = np.arange(top, foot, dtype=np.float32)[:, None], np.arange(width, dtype=np.float32)[None, :]
    edge = np.minimum(np.minimum(x, width - 1 - x), np.minimum(y, height - 1 - y))
    slow = noise.plane("wobble", width, count, 1.6 * u, (7, 3 + top)).astype(np.float32) * (1 / 127)
    fast = noise.plane("bristle", width, count, 1.0 * u, (0, top)).astype(np.float32) * (1 / 127)
    bare = np.clip((20 * u + 7 * u * slow + 4 * u * fast - edge) / (2.2 * u) + 0.5, 0, 1)
    paper = np.array(scheme.P, np.float32) * 255
    grain = 1 + 0.02 * noise.plane("fibre", width, count, u, (0, top)).astype(np.float32)[..., None] * (1 / 127)
    colour = paper * grain * bare[..., None]
    return np.asarray(np.concatenate([np.clip(colour, 0, 255), bare[..., None] * 255], axis=2), np.uint8)

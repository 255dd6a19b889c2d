"""The pen that everything is drawn with: shapes with shade, rim and shadow, lines, soft patches and light.

A pen draws in its own units; `at` gives one moved, scaled, turned or mirrored. Colours are sRGB shares, angles degrees.
Example: `pen.at(300, 500, 2).shape(box(-10, -40, 20, 40), pen.A, form=0.4)`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.illustrate import palette
from engine.illustrate.frame import MARGIN, Frame
from engine.illustrate.paint import masks, raster
from engine.illustrate.paint.hold import Fill, Gradient, across, around, down
from engine.illustrate.paint.marks import Marks
from engine.illustrate.paint.path import Path, Point
from engine.illustrate.paint.sheet import Sheet
from engine.illustrate.paint.style import Style
from engine.illustrate.palette import Scheme
from engine.looks import Colour

__all__ = ["Fill", "Gradient", "Pen", "across", "around", "down", "pen_on"]


@dataclass(frozen=True)
class Pen(Marks):
    """A pen that also draws light: glows, beams, glints and rays go to a sheet of light over its own."""

    # ------------------------------------------------------------ light

    def glow(
        self, x: float, y: float, radius: float, colour: Colour | None = None, strength: float = 0.7, power: float = 2.0
    ) -> None:
        """Light around a point, added to the picture."""
        cx, cy = self._pixel((x, y))
        r = radius * self.scale
        box = self.lights.clip(cx - r, cy - r, cx + r, cy + r)
        if box is None:
            return
        share = min(1.0, strength * self.style.light * (1 - 0.6 * self.veil))
        self.lights.screen(masks.falloff(box, cx, cy, r, r, share, power), box, colour or self.L, 1 / 255)

    def lamp(self, x: float, y: float, radius: float, strength: float = 1.0) -> None:
        """A lamp's light: a wide warm glow and a small white core."""
        self.glow(x, y, radius, self.L, 0.72 * strength, 2.2)
        self.glow(x, y, radius * 0.28, palette.mix(self.L, palette.WHITE, 0.6), 0.95 * strength, 1.6)

    def beam(
        self, path: Path, x: float, y: float, reach: float, colour: Colour | None = None, strength: float = 0.6
    ) -> None:
        """A shape of light that fades from (x, y) outward to `reach`."""
        rings = self.rings(path, 0.3)
        blur = 0.0 if self.style.crisp_light else 9.0 * self.frame.pixels
        every = np.concatenate(rings)
        (x0, y0), (x1, y1) = every.min(axis=0) - 3 * blur, every.max(axis=0) + 3 * blur
        box = self.lights.clip(float(x0), float(y0), float(x1), float(y1))
        if box is None:
            return
        cover = raster.mask(rings, box)
        if blur:
            cover = masks.blurred(cover, blur)
        cx, cy = self._pixel((x, y))
        fade = np.interp(np.linspace(0, 1.2, 256), [0, 0.45, 1.0], [1.0, 0.34, 0.0]).astype(np.float32)
        for part, rows in masks.bands_of(box):
            far = masks.distance(part, cx, cy, reach * self.scale)
            share = fade[np.clip(far * (255 / 1.2), 0, 255).astype(np.uint8)] * cover[rows] * np.float32(1 / 255)
            self.lights.screen(share, part, colour or self.L, min(1.0, strength * self.style.light))

    def shine(self, path: Path, colour: Colour | None = None, strength: float = 0.5, soft: float = 0.0) -> None:
        """A shape of added light: glints on water, shafts through a window, stars, rain."""
        rings = self.rings(path, 0.3)
        blur = soft * self.scale * (self.style.soft if soft else 0)
        every = np.concatenate(rings)
        (x0, y0), (x1, y1) = every.min(axis=0) - 3 * blur - 1, every.max(axis=0) + 3 * blur + 1
        box = self.lights.clip(float(x0), float(y0), float(x1), float(y1))
        if box is None:
            return
        cover = raster.mask(rings, box)
        if blur > 0.4:
            cover = masks.blurred(cover, blur)
        self.lights.screen(cover, box, colour or self.L, min(1.0, strength * self.style.light) / 255)

    def ray(self, a: Point, b: Point, width: float, colour: Colour | None = None, strength: float = 0.3) -> None:
        """A thin line of added light: rain, a spark's trail."""
        row = np.array([a, b]) @ self.to[:, :2].T + self.to[:, 2]
        half = np.full(2, max(width * self.scale / 2, 0.35))
        bands = masks.band(row, half, False)
        every = np.concatenate(bands)
        (x0, y0), (x1, y1) = every.min(axis=0) - 1, every.max(axis=0) + 1
        box = self.lights.clip(float(x0), float(y0), float(x1), float(y1))
        if box is not None:
            self.lights.screen(raster.mask(bands, box), box, colour or self.r(0.95), min(1.0, strength) / 255)


def pen_on(
    frame: Frame, sheet: Sheet, lights: Sheet, style: Style, scheme: Scheme, light: Point, veil: float, seed: int
) -> Pen:
    """A pen in frame units: (0, 0) is the picture's top left corner."""
    shift = MARGIN * frame.pixels
    to = np.array([[frame.pixels, 0.0, shift], [0.0, frame.pixels, shift]])
    return Pen(sheet, lights, frame, style, scheme, to, light, veil, seed=seed)

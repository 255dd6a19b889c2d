"""Shapes and lines: form shade, rim, own shadow, paper edge, drawn contour, as the look's style says.

Example: `pen.shape(oval(0, 0, 10), pen.A, form=0.4, rim=True)`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.illustrate import palette
from engine.illustrate.paint import masks, noise, raster
from engine.illustrate.paint.hold import Fill, Gradient, Hold
from engine.illustrate.paint.path import Path, Point, polygon, smooth
from engine.illustrate.paint.sheet import Box, Ink
from engine.looks import Colour

Floats = NDArray[np.float64]
Mask = NDArray[np.uint8]


@dataclass(frozen=True)
class Marks(Hold):
    """A pen that draws shapes and lines on its sheet."""

    # ------------------------------------------------------------ shapes

    def shape(
        self,
        path: Path,
        fill: Fill,
        *,
        alpha: float = 1.0,
        form: float = 0.0,
        form_width: float | None = None,
        rim: Colour | bool | None = None,
        rim_width: float = 4.0,
        line: float = 1.0,
        shadow: float = 1.0,
        edge: float = 1.0,
        soft: float = 0.0,
        wobble: float = 1.0,
        each: float = 0.0,
    ) -> None:
        """The one way to draw a form. `form`: how dark its side away from the light is, `form_width` of it in units;
        `rim`: a lit edge toward the light; `line`: weight of a drawn contour, 0 for none; `shadow`: what it throws on
        what lies under it; `edge`: light edge of cut paper; `soft`: blur in units (then no shadow, edge or line);
        `each`: the size in units of one contour where a path holds many alike, as windows do."""
        rings = self.rings(path, wobble)
        box = self._box(rings, 3 * soft * self.scale)
        if box is None:
            return
        cover = raster.mask(rings, box)
        if soft > 0:
            cover = masks.blurred(cover, soft * self.scale * self.style.soft)
        low, high = np.concatenate(rings).min(axis=0), np.concatenate(rings).max(axis=0)
        size = each * self.scale / self.frame.pixels or float((high - low).min()) / self.frame.pixels
        solid = alpha > 0.9 and soft <= 0
        if solid and shadow and self.style.own_shadow and size > 3:
            self._own_shadow(rings, cover, box, size, shadow)
        self.sheet.lay(masks.faded(cover, alpha), box, self._ink(fill))
        if self.style.neon and solid:
            self.lights.dim(cover, box)
        base = fill.first if isinstance(fill, Gradient) else fill
        if form > 0:
            width = form_width * self.scale if form_width else 0.22 * size * self.frame.pixels
            self._crescent(rings, cover, box, width, self.shaded(base, min(form, 1.0)), self.style.form * alpha, True)
        if rim:
            colour = self._rim(rim)
            width = min(rim_width * self.scale, 6.0 * self.frame.pixels)
            self._crescent(rings, cover, box, width, colour, self.style.rim * alpha, False)
        if solid and edge and self.style.edge and size > 6:
            colour = palette.mix(base, self.r(1.0), round(0.5 * min(edge, 1.0), 3))
            self._crescent(rings, cover, box, 1.15 * self.frame.pixels, colour, self.style.edge, False, crisp=True)
        if alpha > 0.6 and soft <= 0:
            self._contour(rings, cover, box, base, line, size)

    def _box(self, rings: Sequence[Floats], pad: float = 0.0) -> Box | None:
        if not rings:
            return None
        every = np.concatenate(list(rings))
        (x0, y0), (x1, y1) = every.min(axis=0) - pad - 1, every.max(axis=0) + pad + 1
        return self.sheet.clip(float(x0), float(y0), float(x1), float(y1))

    def _rim(self, rim: Colour | bool | None) -> Colour:
        if isinstance(rim, tuple):
            return rim
        warm = 0.72 if self.lamplit else 0.4
        return palette.mix(self.r(0.5), self.L, warm) if self.dark else palette.mix(self.L, self.r(1.0), 0.35)

    def _crescent(
        self, rings: Sequence[Floats], cover: Mask, box: Box, width: float, colour: Colour, alpha: float,
        away: bool, crisp: bool = False,
    ) -> None:  # fmt: skip
        """The part of a shape within `width` of its edge, away from the light or toward it."""
        step = np.array(self.light) * (width if away else -width)
        other = raster.mask([ring + step for ring in rings], box)
        part = cv2.multiply(cover, cv2.bitwise_not(other), scale=1 / 255)
        blur = 0.0 if crisp else width * (self.style.form_soft if away else self.style.rim_soft)
        if blur > 0.5:
            part = cv2.multiply(masks.blurred(np.asarray(part, np.uint8), blur), cover, scale=1 / 255)
        self.sheet.lay(masks.faded(np.asarray(part, np.uint8), alpha), box, Ink(self._seen(self._in_style(colour))))

    def _own_shadow(self, rings: Sequence[Floats], cover: Mask, box: Box, size: float, share: float) -> None:
        u = self.frame.pixels
        depth = min(max(size * 0.07, 1.2), 7.0) * share * u
        blur = depth * 0.9
        step = max(1, int(blur / 1.4))
        move = np.array([-self.light[0] * depth * 0.8, -self.light[1] * depth * 0.8 + depth * 0.25])
        moved = [ring + move for ring in rings]
        wide = self._box(moved, 2.6 * blur + step)
        if wide is None:
            return
        x0, y0, x1, y1 = wide
        small = (0, 0, -(-(x1 - x0) // step), -(-(y1 - y0) // step))
        thrown = raster.mask([(ring - [x0, y0]) / step for ring in moved], small)
        thrown = np.asarray(cv2.GaussianBlur(thrown, (0, 0), blur / step), np.uint8)
        if step > 1:
            whole = (small[2] * step, small[3] * step)
            thrown = np.asarray(cv2.resize(thrown, whole, interpolation=cv2.INTER_LINEAR), np.uint8)
        thrown = np.ascontiguousarray(thrown[: y1 - y0, : x1 - x0])
        self._uncover(thrown, wide, cover, box)
        colour = palette.mix(self.r(0.0), palette.BLACK, 0.35)
        self.sheet.lay(masks.faded(thrown, self.style.own_shadow), wide, Ink(self._seen(colour)))

    @staticmethod
    def _uncover(thrown: Mask, wide: Box, cover: Mask, box: Box) -> None:
        """Take a shape's own area out of the shadow that it throws: it will lie there itself."""
        x0, y0 = max(wide[0], box[0]), max(wide[1], box[1])
        x1, y1 = min(wide[2], box[2]), min(wide[3], box[3])
        if x1 <= x0 or y1 <= y0:
            return
        part = thrown[y0 - wide[1] : y1 - wide[1], x0 - wide[0] : x1 - wide[0]]
        own = cover[y0 - box[1] : y1 - box[1], x0 - box[0] : x1 - box[0]]
        part[:] = cv2.multiply(part, cv2.threshold(own, 254, 255, cv2.THRESH_BINARY_INV)[1], scale=1 / 255)

    # ------------------------------------------------------------ contours and lines

    def _contour(
        self, rings: Sequence[Floats], cover: Mask, box: Box, base: Colour, weight: float, size: float
    ) -> None:
        if self.style.neon and weight and size > 9:
            self._neon(rings, base, weight, size)
        if self.sheet.lines is None:
            return
        x0, y0, x1, y1 = box
        drawn = self.sheet.lines[y0:y1, x0:x1]
        drawn[:] = cv2.multiply(drawn, cv2.bitwise_not(cover), scale=1 / 255)
        if weight:
            fit = min(1.0, 0.42 + size / 60.0)
            self._draw_line(rings, self.style.outline * weight * fit, closed=True)

    def _neon(self, rings: Sequence[Floats], base: Colour, weight: float, size: float) -> None:
        """A glowing tube along the edge, in the shape's own hue."""
        lightness = palette.lab(base)[0]
        tube = palette.adjust(base, max(0.0, 0.74 - lightness), 1.45)
        near = (1 - self.veil) * (0.4 + 0.5 * min(1.0, 70.0 / size))
        self._stroke(rings, 1.7 * weight, palette.mix(tube, self.scheme.r(1.0), 0.2), near, closed=True)
        if size < 420:
            bands = self._bands(rings, 9.0 * weight, closed=True)
            box = self._box(bands)
            if box is not None:
                cover = masks.blurred(raster.mask(bands, box), 3.0 * self.frame.pixels)
                self.lights.screen(cover, box, tube, 0.26 * near / 255)

    def _draw_line(self, rings: Sequence[Floats], width: float, closed: bool) -> None:
        """Into the plane of drawn lines, as a hand presses: thicker and thinner along the way."""
        if self.sheet.lines is None:
            return
        bands = self._bands(rings, width, closed, uneven=0.35)
        box = self._box(bands)
        if box is not None:
            x0, y0, x1, y1 = box
            drawn = self.sheet.lines[y0:y1, x0:x1]
            drawn[:] = cv2.max(drawn, raster.mask(bands, box))
            self.sheet.touch(box)

    def _bands(self, rings: Sequence[Floats], width: float, closed: bool, uneven: float = 0.0) -> list[Floats]:
        u, bands = self.frame.pixels, []
        for ring in rings:
            if len(ring) < 2:
                continue
            half = np.full(len(ring), width * u / 2)
            if uneven:
                half *= 1 + uneven * noise.sample("wobble2", ring, 46 * u, 77)
            bands += masks.band(ring, half, closed)
        return bands

    def _stroke(self, rings: Sequence[Floats], width: float, colour: Colour, alpha: float, closed: bool) -> None:
        bands = self._bands(rings, width, closed)
        box = self._box(bands)
        if box is not None:
            self.sheet.lay(masks.faded(raster.mask(bands, box), alpha), box, Ink(self._seen(colour)))

    def line(
        self,
        path: Path | Sequence[Point],
        colour: Colour,
        width: float = 2.0,
        *,
        alpha: float = 1.0,
        ink: float = 0.8,
        wobble: float = 1.0,
        curve: float = 1.0,
    ) -> None:
        """A line of that width in units; points become a smooth one (`curve` 0: straight)."""
        if not isinstance(path, Path):
            path = smooth(path, closed=False, curve=curve) if curve and len(path) > 2 else polygon(path, closed=False)
        rings = self.rings(path, wobble)
        thick = width * self.scale / self.frame.pixels
        self._stroke(rings, max(thick, 0.7), self._in_style(colour), alpha * min(1.0, thick / 0.7), path.closed)
        if self.sheet.lines is not None and ink and alpha > 0.5:
            self._draw_line(rings, min(max(0.9, thick * ink), 4.0), path.closed)

    def soft(self, x: float, y: float, across: float, down: float, colour: Colour, alpha: float = 0.5) -> None:
        """A soft oval patch: the contact shadow under everything that stands or floats."""
        cx, cy = self._pixel((x, y))
        a, b = across * self.scale, down * self.scale
        box = self.sheet.clip(cx - a, cy - b, cx + a, cy + b)
        if box is not None:
            self.sheet.lay(masks.falloff(box, cx, cy, a, b, alpha, 1.3), box, Ink(self._seen(colour)))

    def contact(self, x: float, y: float, across: float, strength: float = 0.6) -> None:
        """The dark patch where a thing of that half width meets the ground."""
        self.soft(x, y, across, across * 0.14 + 1.0, self.r(0.0), strength)

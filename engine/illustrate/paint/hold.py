"""What a pen is before it draws: where it stands, its colours, and how its outlines waver.

The parts that draw build on it: `marks` for shapes and lines, `pen` for light. Example: `pen.at(10, 20, 2).mix(pen.A, pen.B, .5)`.
"""

from __future__ import annotations

import math
import random
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

from engine.illustrate import palette
from engine.illustrate.frame import MARGIN, Frame, seed_of
from engine.illustrate.paint import noise
from engine.illustrate.paint.path import Matrix, Path, Point
from engine.illustrate.paint.sheet import Ink, Sheet
from engine.illustrate.paint.style import Style
from engine.illustrate.palette import Scheme
from engine.looks import Colour

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Gradient:
    """`first` at point a to `last` at point b, in the pen's units; round about a when `radial`."""

    first: Colour
    last: Colour
    a: Point
    b: Point
    radial: bool = False


Fill = Colour | Gradient


def down(first: Colour, last: Colour, y0: float, y1: float) -> Gradient:
    """From one colour at height y0 to another at y1."""
    return Gradient(first, last, (0.0, y0), (0.0, y1))


def across(first: Colour, last: Colour, x0: float, x1: float) -> Gradient:
    """From one colour at x0 to another at x1."""
    return Gradient(first, last, (x0, 0.0), (x1, 0.0))


def around(first: Colour, last: Colour, x: float, y: float, radius: float) -> Gradient:
    """From a centre outward."""
    return Gradient(first, last, (x, y), (x + radius, y), True)


@dataclass(frozen=True)
class Hold:
    """Draws on `sheet`, and its light on `lights`. `to` maps units to sheet pixels; `light` points to the light;
    `veil` is the share of haze over everything; `slots` are colours that a person chose for parts of a thing;
    `lamplit`: the light is warm and near; `stain` with its share: the stuff that the thing is made of, or the coloured
    light that it gives, in all its colours."""

    sheet: Sheet
    lights: Sheet
    frame: Frame
    style: Style
    scheme: Scheme
    to: Matrix
    light: Point = (-0.5, -0.86)
    veil: float = 0.0
    wobble: float = 1.0
    seed: int = 0
    slots: Mapping[str, str] = field(default_factory=dict)
    lamplit: bool = False
    stain: tuple[Colour, float] | None = None

    # ------------------------------------------------------------ place

    @property
    def scale(self) -> float:
        """Pixels per unit of this pen."""
        return math.sqrt(abs(float(self.to[0, 0] * self.to[1, 1] - self.to[0, 1] * self.to[1, 0])))

    @property
    def flipped(self) -> bool:
        """Whether right is left."""
        return float(self.to[0, 0] * self.to[1, 1] - self.to[0, 1] * self.to[1, 0]) < 0

    def at(self, x: float, y: float, scale: float = 1.0, turn: float = 0.0, flip: bool = False) -> Self:
        """A pen whose origin is there; it shares the sheet."""
        c, s = math.cos(math.radians(turn)) * scale, math.sin(math.radians(turn)) * scale
        inner = np.array([[-c if flip else c, -s, x], [-s if flip else s, c, y]])
        to = np.column_stack([self.to[:, :2] @ inner[:, :2], self.to[:, :2] @ inner[:, 2] + self.to[:, 2]])
        return replace(self, to=to)

    def calm(self, wobble: float) -> Self:
        """A pen with less uneven edges: faces .3, windows .5, rocks 1."""
        return replace(self, wobble=self.wobble * wobble)

    def rng(self, *names: object) -> random.Random:
        """Chance that is the same every time for these names."""
        return random.Random(seed_of(self.seed, *names))

    def where(self, x: float, y: float) -> Point:
        """A point of this pen in frame units."""
        px, py = self.to[:, :2] @ np.array([x, y]) + self.to[:, 2]
        return float(px) / self.frame.pixels - MARGIN, float(py) / self.frame.pixels - MARGIN

    # ------------------------------------------------------------ colour

    def r(self, place: float) -> Colour:
        """The ramp: 0 darkest, 1 lightest."""
        return self.scheme.r(place)

    @property
    def L(self) -> Colour:
        """The lamp or sun."""
        return self.scheme.L

    @property
    def A(self) -> Colour:
        """The main warm accent."""
        return self.scheme.A

    @property
    def B(self) -> Colour:
        """The second warm accent."""
        return self.scheme.B

    @property
    def G(self) -> Colour:
        """The cool accent."""
        return self.scheme.G

    @property
    def V(self) -> Colour:
        """Leaves."""
        return self.scheme.V

    @property
    def dark(self) -> bool:
        """Whether the picture's values are a night's."""
        return self.scheme.dark

    @property
    def lit(self) -> Colour:
        """What a lit window or lamp shows: the light, nearly white."""
        return palette.mix(self.L, (1.0, 0.965, 0.87), 0.35)

    def natural(self, name: str) -> Colour:
        """Wood, stone, fur, brass and so on in this light: see `palette.NATURALS`."""
        return self.scheme.natural(name)

    def mix(self, first: Colour, second: Colour, share: float) -> Colour:
        """Between two colours in OKLab: 0 the first, 1 the second."""
        return palette.mix(first, second, round(share, 4))

    def lighter(self, colour: Colour, light: float) -> Colour:
        """Lighter (or darker, below 0) by that much OKLab L."""
        return palette.adjust(colour, round(light, 4))

    def shaded(self, colour: Colour, share: float = 0.35) -> Colour:
        """Toward the picture's shadow colour."""
        return palette.mix(colour, self.scheme.shade, round(share, 4))

    def slot(self, name: str, default: Colour) -> Colour:
        """The colour that a person chose for a part, else `default`."""
        word = self.slots.get(name, "")
        return self.scheme.named(word, default) if word else default

    def _seen(self, colour: Colour) -> Colour:
        """Through the haze, in display space as air is."""
        if self.veil <= 0:
            return colour
        v, h = self.veil, self.scheme.haze
        return (
            colour[0] + (h[0] - colour[0]) * v,
            colour[1] + (h[1] - colour[1]) * v,
            colour[2] + (h[2] - colour[2]) * v,
        )

    def _ink(self, fill: Fill) -> Ink:
        if not isinstance(fill, Gradient):
            return Ink(self._seen(self._in_style(fill)))
        first, last = self._in_style(fill.first), self._in_style(fill.last)
        keep = self.style.gradient
        if keep < 1.0:
            middle = palette.mix(first, last, 0.5)
            first, last = palette.mix(middle, first, keep), palette.mix(middle, last, keep)
        a, b = self._pixel(fill.a), self._pixel(fill.b)
        return Ink(self._seen(first), self._seen(last), a, b, fill.radial)

    def _in_style(self, colour: Colour) -> Colour:
        """In the thing's own stuff; neon darkens all that is not bright of itself."""
        if self.stain is not None:
            colour = palette.stained(colour, *self.stain)
        if not self.style.neon:
            return colour
        light = palette.lab(colour)[0]
        return palette.mix(colour, self.scheme.r(0.0), round(max(0.0, 0.5 - 0.55 * max(light - 0.55, 0.0)), 3))

    def _pixel(self, point: Point) -> Point:
        x, y = self.to[:, :2] @ np.array(point) + self.to[:, 2]
        return float(x), float(y)

    def rings(self, path: Path, wobble: float = 1.0) -> list[Floats]:
        """The outline in sheet pixels, as a hand would cut or draw it."""
        reach = self.wobble * wobble
        rows = path.through(self.to).flattened((6.0 if reach > 0.05 else 9.0) * self.frame.pixels)
        if reach <= 0.05 or not rows:
            return rows
        return np.split(self._uneven(np.concatenate(rows), reach), np.cumsum([len(row) for row in rows[:-1]]))

    def _uneven(self, row: Floats, amount: float) -> Floats:
        u, shift = self.frame.pixels, self.seed % 509
        moved = row
        for feature, reach in self.style.wobble:
            off = noise.samples((("wobble", shift), ("wobble2", shift + 131)), row, feature * u)
            moved = moved + (amount * reach * u) * np.column_stack(off)
        return moved

"""A picture under construction: flat shapes, lines and light, each given the surface of the look (cut paper, gouache,
ink, chalk).

Knows nothing of words or motifs. Points are pixels of this canvas, colours sRGB shares, `u` is one pixel of a
1280x720 picture. Example: `canvas.cut(hill_points, palette.at(0.3), lift=8)` lays a hill with its shadow over what is
there.
"""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.looks import Colour, Look, Palette, adjust, luminance, mix

Array = NDArray[np.float32]
Mask = NDArray[np.uint8]
Points = NDArray[np.float64]

_TILE = 512
_SHIFT = 4


@lru_cache(maxsize=8)
def _noise_tile(kind: str) -> Array:
    """A square of noise about 0 with spread 1, from a fixed seed: fine grain, paper fibre, slow cloud, chalk dust,
    brush bristle."""
    rng = np.random.default_rng({"grain": 11, "fibre": 12, "cloud": 13, "chalk": 14, "bristle": 15}[kind])
    if kind == "cloud":
        # Slow noise is made small and enlarged; its edges meet, as those of the others do.
        small = np.tile(rng.standard_normal((64, 64)).astype(np.float32), (3, 3))
        soft = [cv2.GaussianBlur(small, (0, 0), x, sigmaY=y) for x, y in ((11.0, 7.5), (3.75, 3.0))]
        total = sum((layer / layer.std() for layer in soft), np.zeros_like(small))
        total = cv2.resize(total, (3 * _TILE, 3 * _TILE), interpolation=cv2.INTER_CUBIC)[
            _TILE : 2 * _TILE, _TILE : 2 * _TILE
        ]
        return np.asarray(total / total.std(), dtype=np.float32)
    tile = rng.standard_normal((_TILE, _TILE)).astype(np.float32)
    blurs = {
        "grain": ((0.8, 0.8),),
        "fibre": ((2.6, 0.9), (0.9, 2.2), (26.0, 26.0)),
        "chalk": ((0.9, 0.9), (3.0, 1.2)),
        "bristle": ((22.0, 0.8), (9.0, 1.6)),
    }[kind]
    padded = np.pad(tile, 96, mode="wrap")
    layers = [cv2.GaussianBlur(padded, (0, 0), x, sigmaY=y)[96:-96, 96:-96] for x, y in blurs]
    total = sum((layer / layer.std() for layer in layers), np.zeros_like(tile))
    return np.asarray(total / total.std(), dtype=np.float32)


def noise_at(kind: str, box: tuple[int, int, int, int], u: float) -> Array:
    """Noise (spread 1) for the pixels of a box, `u` pixels being one of a 1280x720 picture."""
    x0, y0, x1, y1 = box
    step = 1.0 / max(u, 1e-6)
    tile = _noise_tile(kind)
    if step > 0.75:
        columns, rows = ((np.arange(a, b) * step).astype(np.int64) % _TILE for a, b in ((x0, x1), (y0, y1)))
        return np.asarray(tile[rows[:, None], columns[None, :]], dtype=np.float32)
    xs, ys = (
        np.mod(np.arange(a, b, dtype=np.float32) * step, _TILE).astype(np.float32) for a, b in ((x0, x1), (y0, y1))
    )
    grid_x, grid_y = np.meshgrid(xs, ys)
    return np.asarray(cv2.remap(tile, grid_x, grid_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP), dtype=np.float32)


def smooth(points: Points | list[tuple[float, float]], closed: bool = True, steps: int = 8) -> Points:
    """A Catmull-Rom curve through some points, as a dense row of points."""
    knots = np.asarray(points, dtype=np.float64)
    padded = np.vstack([knots[-1], knots, knots[0], knots[1]]) if closed else np.vstack([knots[0], knots, knots[-1]])
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    parts = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        parts.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3))
    return np.vstack(parts if closed else [*parts, knots[-1:]])


def ellipse(x: float, y: float, rx: float, ry: float | None = None, steps: int = 96) -> Points:
    """The outline of an ellipse (or circle) about a centre."""
    turn = np.linspace(0, 2 * np.pi, steps, endpoint=False)
    return np.column_stack([x + rx * np.cos(turn), y + (rx if ry is None else ry) * np.sin(turn)])


class Canvas:
    """Float planes (3, H, W) in sRGB shares, and the surface that shapes get. All chance comes from `rng`."""

    def __init__(self, width: int, height: int, look: Look, palette: Palette, seed: int) -> None:
        self.width, self.height = width, height
        self.look, self.palette, self.texture = look, palette, look.texture
        self.u = float(np.sqrt(width * height)) / 960.0
        self.rng = np.random.default_rng(seed)
        self.light_from = (-0.55, -0.83)
        self.planes: Array = np.zeros((3, height, width), np.float32)
        self.outline_colour: Colour = (0.0, 0.0, 0.0)
        self._material = self._surface()

    # ------------------------------------------------------------ noise

    def noise(self, kind: str, box: tuple[int, int, int, int] | None = None, scale: float = 1.0) -> Array:
        """Noise for a part of the canvas (x0, y0, x1, y1): the same place always has the same noise."""
        return noise_at(kind, box or (0, 0, self.width, self.height), self.u * scale)

    def uneven(self, points: Points, amount: float = 1.0) -> Points:
        """An outline as a hand would cut it: resampled, each point moved a little by slow noise."""
        reach = self.texture.wobble * amount * self.u
        if reach < 0.2 or len(points) < 3:
            return points
        ring = np.vstack([points, points[:1]])
        lengths = np.hypot(*np.diff(ring, axis=0).T)
        along = np.concatenate([[0.0], np.cumsum(lengths)])
        count = int(np.clip(along[-1] / (9 * self.u), len(points), 900))
        at = np.linspace(0, along[-1], count, endpoint=False)
        # Corners stay: the original points are kept among the new ones.
        at = np.unique(np.concatenate([at, along[:-1]]))
        dense = np.column_stack([np.interp(at, along, ring[:, i]) for i in (0, 1)])
        tile = _noise_tile("cloud")
        rows, columns = ((dense / self.u * 3.1).astype(np.int64) % _TILE).T
        return dense + reach * np.column_stack([tile[rows, columns], tile[columns, (rows + 211) % _TILE]])

    # ------------------------------------------------------------ masks

    def mask(self, points: Points, pad: float = 0.0) -> tuple[Mask, tuple[int, int, int, int]] | None:
        """The coverage (0 to 255) of a filled outline, in the smallest box that holds it and `pad`; None when it is
        outside."""
        low, high = points.min(axis=0) - pad - 2, points.max(axis=0) + pad + 2
        x0, y0 = int(max(low[0], 0)), int(max(low[1], 0))
        x1, y1 = int(min(high[0] + 1, self.width)), int(min(high[1] + 1, self.height))
        if x1 <= x0 or y1 <= y0:
            return None
        mask = np.zeros((y1 - y0, x1 - x0), np.uint8)
        fixed = np.round((points - [x0, y0]) * (1 << _SHIFT)).astype(np.int32)
        cv2.fillPoly(mask, [fixed], 255, lineType=cv2.LINE_AA, shift=_SHIFT)
        return mask, (x0, y0, x1, y1)

    def _blurred(self, mask: Mask, sigma: float) -> Array:
        """A blurred mask as shares, computed small where the blur is wide."""
        step = max(1, int(sigma / 2.5))
        height, width = mask.shape
        small = (
            cv2.resize(mask, (max(1, width // step), max(1, height // step)), interpolation=cv2.INTER_AREA)
            if step > 1
            else mask
        )
        soft = cv2.GaussianBlur(small, (0, 0), max(sigma / step, 0.3))
        return (
            np.asarray(
                cv2.resize(soft, (width, height), interpolation=cv2.INTER_LINEAR) if step > 1 else soft,
                dtype=np.float32,
            )
            / 255.0
        )

    # ------------------------------------------------------------ shapes

    def _surface(self) -> Array:
        """The unevenness of the material, to be multiplied into whatever is laid on it."""
        change = np.ones((self.height, self.width), np.float32)
        for kind, amount in (("fibre", self.texture.fibre), ("cloud", self.texture.cloud)):
            if amount:
                change += 0.42 * amount * self.noise(kind)
        return change

    def fill(self, top: Colour, foot: Colour) -> None:
        """The whole ground, from one colour at the top to another at the foot."""
        places = np.linspace(0, 1, 9)
        stops = np.array([mix(top, foot, float(t)) for t in places])
        share = np.linspace(0, 1, self.height)
        for channel in range(3):
            self.planes[channel] = (
                np.interp(share, places, stops[:, channel]).astype(np.float32)[:, None] * self._material
            )

    def _blend(self, box: tuple[int, int, int, int], colour: Colour, cover: Array, shade: Array | None = None) -> None:
        """Lay a colour (times a shade) over a part of the picture, as opaque as `cover` (shares) says."""
        x0, y0, x1, y1 = box
        for channel in range(3):
            below = self.planes[channel, y0:y1, x0:x1]
            paint = colour[channel] if shade is None else shade * np.float32(colour[channel])
            below += (paint - below) * cover

    def _screen(self, box: tuple[int, int, int, int], colour: Colour, light: Array) -> None:
        """Add light to a part of the picture, never beyond white."""
        x0, y0, x1, y1 = box
        for channel in range(3):
            below = self.planes[channel, y0:y1, x0:x1]
            below += (1.0 - below) * (light * np.float32(colour[channel]))

    def cut(
        self,
        points: Points | list[tuple[float, float]],
        colour: Colour,
        *,
        lift: float = 6.0,
        wobble: float = 1.0,
        alpha: float = 1.0,
        gradient: float = 1.0,
        outline: float = 1.0,
        edge: float = 1.0,
        solid: bool = False,
    ) -> None:
        """Lay a filled shape over the picture in the manner of the look; `lift` is its height above what is below, in
        units of u. A `solid` one is opaque whatever the look, so that letters can stand on it."""
        outlined = self.uneven(np.asarray(points, dtype=np.float64), wobble)
        reach = lift * self.u * 2.6 if self.texture.shadow else 2 * self.u
        made = self.mask(outlined, reach)
        if made is None:
            return
        mask, box = made
        if self.texture.shadow and lift > 0:
            self._cast(mask, box, lift * self.u, alpha)
        self._lay(mask, box, outlined, colour, alpha, gradient, solid)
        if self.texture.edge * edge > 0 and alpha > 0.5:
            self._rim(mask, box, colour, self.texture.edge * edge)
        if self.texture.outline and outline > 0 and alpha > 0.5:
            self.line(outlined, self._contour(colour), self.texture.outline * outline, closed=True, rough=True)

    def _cast(self, mask: Mask, box: tuple[int, int, int, int], depth: float, alpha: float) -> None:
        """The shadow of a shape: a near hard one and a far soft one, away from the light, where the shape does not
        cover it."""
        x0, y0, x1, y1 = box
        open_rows = np.flatnonzero(mask.min(axis=1) < 255)
        if not open_rows.size:
            return
        y1 = y0 + int(open_rows[-1]) + 1
        mask = mask[: y1 - y0]
        # A shadow is soft: it is made at a fraction of the size, shifts and all.
        step = max(1, int(depth * 0.55 / 1.4))
        height, width = mask.shape
        small = cv2.resize(mask, (max(1, width // step), max(1, height // step)), interpolation=cv2.INTER_AREA)
        shape = (small.shape[1], small.shape[0])
        made = np.zeros(small.shape, np.uint8)
        for spread, share, way in ((0.55, 0.7, 0.7), (1.5, 0.5, 0.9)):
            soft = cv2.GaussianBlur(small, (0, 0), max(depth * spread / step, 0.5))
            shift = [-part * depth * way / step for part in self.light_from]
            moved = cv2.warpAffine(
                soft,
                np.array([[1, 0, shift[0]], [0, 1, shift[1]]], dtype=np.float32),
                shape,
                borderMode=cv2.BORDER_REPLICATE,
            )
            made = np.maximum(made, cv2.convertScaleAbs(moved, alpha=share))
        total = cv2.resize(made, (width, height), interpolation=cv2.INTER_LINEAR).astype(np.float32) / np.float32(255)
        total *= self.texture.shadow * alpha
        dark = mix(self.palette.at(0.0), (0.0, 0.0, 0.0), 0.3)
        for channel in range(3):
            below = self.planes[channel, y0:y1, x0:x1]
            below += (0.4 * dark[channel] - 0.75 * below) * total * (0.25 + 0.75 * below)

    def _lay(
        self,
        mask: Mask,
        box: tuple[int, int, int, int],
        points: Points,
        colour: Colour,
        alpha: float,
        gradient: float,
        solid: bool,
    ) -> None:
        x0, y0, x1, y1 = box
        cover = mask.astype(np.float32) * ((alpha if solid else alpha * self.texture.fill) / 255.0)
        shade = self._material[y0:y1, x0:x1]
        slope = self.texture.gradient * gradient
        if slope:
            top, foot = points[:, 1].min(), max(points[:, 1].max(), points[:, 1].min() + 1)
            down = (np.arange(y0, y1, dtype=np.float32) - top) / max(min(foot, self.height * 1.05) - top, 1.0)
            shade = shade * (1.0 + slope * (0.55 - 1.1 * np.clip(down, 0, 1)))[:, None].astype(np.float32)
        if self.texture.wash:
            self._wash(mask, box, colour, cover, shade)
            return
        if self.texture.hatch and not solid:
            # The board is wiped where the shape stands, then rubbed with chalk.
            self._blend(box, self.palette.at(0.2), cover * 0.85, shade)
            cover *= self._hatch(box)
        self._blend(box, colour, cover, shade)

    def _wash(self, mask: Mask, box: tuple[int, int, int, int], colour: Colour, cover: Array, shade: Array) -> None:
        """Watercolour: darker toward the edge of the shape, thinner in clouds within it, over bare paper."""
        x0, y0, x1, y1 = box
        inner = self._blurred(mask, 9 * self.u)
        density = 1.0 + self.texture.wash * 0.34 * np.clip(1.0 - inner, 0, 0.6) + 0.05 * self.noise("cloud", box, 1.6)
        for channel in range(3):
            bare = np.float32(self.palette.type_light[channel])
            below = self.planes[channel, y0:y1, x0:x1]
            below += ((bare + (shade * np.float32(colour[channel]) - bare) * density) - below) * cover

    def _hatch(self, box: tuple[int, int, int, int]) -> Array:
        """Where chalk has touched the board: strokes that lean, broken by its grain."""
        x0, y0, x1, y1 = box
        columns, rows = np.arange(x0, x1, dtype=np.float32), np.arange(y0, y1, dtype=np.float32)
        phase = (columns[None, :] * 0.62 + rows[:, None]) / (8.5 * self.u) + 0.22 * self.noise("cloud", box, 0.5)
        strokes = np.clip(0.5 + 0.9 * np.sin(phase * 2 * np.pi), 0, 1)
        dust = np.clip(0.86 + 0.2 * self.noise("chalk", box), 0, 1)
        return np.asarray((0.3 + 0.5 * strokes) * dust, dtype=np.float32)

    def _contour(self, colour: Colour) -> Colour:
        """The colour of a shape's drawn edge: ink is the same everywhere, chalk is a paler piece of the same colour."""
        return mix(colour, self.outline_colour, 0.62) if self.texture.hatch else self.outline_colour

    def _rim(self, mask: Mask, box: tuple[int, int, int, int], colour: Colour, strength: float) -> None:
        """The lit edge of a cut sheet, on the side of the light."""
        x0, y0, x1, y1 = box
        width = max(1.1 * self.u, 0.8)
        move = np.array([[1, 0, -self.light_from[0] * width], [0, 1, -self.light_from[1] * width]], dtype=np.float32)
        moved = cv2.warpAffine(mask, move, (x1 - x0, y1 - y0), borderMode=cv2.BORDER_REPLICATE)
        rim = cv2.subtract(mask, moved)
        rows, columns = np.nonzero(rim)
        if not rows.size:
            return
        bright = np.asarray(mix(colour, self.palette.at(1.0), 0.5), np.float32)[:, None]
        share = rim[rows, columns].astype(np.float32) * np.float32(strength / 255.0)
        here = self.planes[:, rows + y0, columns + x0]
        self.planes[:, rows + y0, columns + x0] = here + (bright - here) * share

    def line(
        self,
        points: Points,
        colour: Colour,
        width: float,
        *,
        alpha: float = 1.0,
        closed: bool = False,
        rough: bool = False,
    ) -> None:
        """A stroke of `width` units along points; a rough one is broken by the grain of the surface."""
        low, high = points.min(axis=0), points.max(axis=0)
        pad = width * self.u + 3
        x0, y0 = int(max(low[0] - pad, 0)), int(max(low[1] - pad, 0))
        x1, y1 = int(min(high[0] + pad + 1, self.width)), int(min(high[1] + pad + 1, self.height))
        if x1 <= x0 or y1 <= y0:
            return
        mask = np.zeros((y1 - y0, x1 - x0), np.uint8)
        fixed = np.round((points - [x0, y0]) * (1 << _SHIFT)).astype(np.int32)
        thick = width * self.u
        cv2.polylines(mask, [fixed], closed, 255, max(1, round(thick)), cv2.LINE_AA, _SHIFT)
        cover = mask.astype(np.float32) * (alpha * min(1.0, max(thick, 0.35)) / 255.0)
        if rough:
            box = (x0, y0, x1, y1)
            cover *= np.clip(
                (0.72 + 0.42 * self.noise("chalk", box))
                if self.texture.hatch
                else (0.92 + 0.3 * self.noise("cloud", box, 0.3)),
                0,
                1,
            )
        self._blend((x0, y0, x1, y1), colour, cover)

    def picture(self) -> Array:
        """What is drawn so far as pixels (H, W, 3), a copy."""
        return np.ascontiguousarray(np.moveaxis(self.planes, 0, 2))

    def replace(self, picture: Array) -> None:
        """Take pixels (H, W, 3) for what is drawn so far."""
        self.planes[:] = np.moveaxis(picture, 2, 0)

    # ------------------------------------------------------------ light

    def glow(self, x: float, y: float, radius: float, colour: Colour, strength: float) -> None:
        """Light around a point, added as on a screen; `radius` in pixels."""
        strength *= self.texture.glow
        x0, y0 = int(max(x - radius, 0)), int(max(y - radius, 0))
        x1, y1 = int(min(x + radius, self.width)), int(min(y + radius, self.height))
        if x1 <= x0 or y1 <= y0 or strength <= 0:
            return
        columns, rows = np.arange(x0, x1, dtype=np.float32) - x, np.arange(y0, y1, dtype=np.float32) - y
        far = np.sqrt(columns[None, :] ** 2 + rows[:, None] ** 2) / radius
        light = (np.clip(1.0 - far, 0, 1) ** 2 * (0.9 - 0.2 * far) * strength).astype(np.float32)
        self._screen((x0, y0, x1, y1), colour, light)

    def shine(self, points: Points, colour: Colour, strength: float, blur: float) -> None:
        """A soft-edged shape of added light, such as a beam."""
        made = self.mask(points, blur * 3 * self.u)
        if made is None:
            return
        mask, (x0, y0, x1, y1) = made
        light = self._blurred(mask, max(blur * self.u, 0.5)) * strength
        self._screen((x0, y0, x1, y1), colour, light)

    def set_ink(self, dark_ground: bool) -> None:
        """Choose the colour of drawn contours: ink on paper, chalk on a board."""
        if self.texture.hatch:
            self.outline_colour = self.palette.at(0.94)
        else:
            self.outline_colour = mix(self.palette.type_dark, self.palette.at(0.3), 0.15)
            if dark_ground and luminance(self.outline_colour) > 0.02:
                self.outline_colour = adjust(self.outline_colour, -0.12)

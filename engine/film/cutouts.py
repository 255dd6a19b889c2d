"""Prepares the drawings of a layered scene once for a shot: read, flattened where they move alike, brought near the size
at which they are seen, turned into premultiplied YUV in boxes of their own.

Example: `prepared(layer, area, per_point=1.6)` gives the cutouts that `composite` lays over frames.
"""

from __future__ import annotations

import contextlib
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.errors import MediaError
from engine.film import png
from engine.film.composite import Cutout, row_spans
from engine.film.reading import MATRIX
from engine.film.sources import Layer, Motion, Twinkle

Pixels = NDArray[np.uint8]
Area = tuple[float, float, float, float]
"""Left, top, right, bottom in points."""

BEYOND = 0.1
"""What reaches the edge of the drawn area goes on for this share of its width beyond it."""
MOST_PIXELS = 60_000_000
ROOM = 2
"""Empty pixels around each drawing, into which its edges fade; an even number, for the colour at half size."""
EDGE = 0.75
"""Points within which a drawing counts as reaching the edge."""
_SOLID = np.hstack([MATRIX[:, :3], MATRIX[:, 3:] / 255, np.zeros((3, 1))]).astype(np.float32)
"""What Y, U and V take of premultiplied R, G, B and A: the offsets count as much as the alpha does."""
_LIT = np.hstack([MATRIX[:, :3], [[0.0, 0.0], [0.0, 128.0], [0.0, 128.0]]]).astype(np.float32)
"""The same of light, whose tints are signed."""

halved: Callable[[Pixels, NDArray[np.float32]], tuple[Pixels, Pixels, Pixels, Pixels, Pixels]] | None = None
with contextlib.suppress(ImportError):  # no numba for this Python or processor
    from engine.film.converting import halved


@dataclass(frozen=True, eq=False)
class Picture:
    """Premultiplied RGBA bytes (height, width, 4) whose corner lies at `at` (points), `scale` pixels a point."""

    rgba: Pixels
    at: tuple[float, float]
    scale: float

    @property
    def area(self) -> Area:
        height, width = self.rgba.shape[:2]
        return self.at[0], self.at[1], self.at[0] + width / self.scale, self.at[1] + height / self.scale


@dataclass(frozen=True, eq=False)
class Drawing:
    """A layer's picture in planes: Y and cover at full size, U and V with a cover at half size (light: amounts and
    tints). Its corner lies at `at` (points), `scale` pixels of the full size a point. Through the rows `opaque`
    nothing is seen.
    """

    luma: Cutout
    colour: tuple[Cutout, Cutout]
    at: tuple[float, float]
    scale: float
    opaque: tuple[int, int] = (0, 0)

    @property
    def memory(self) -> int:
        parts = [part for cutout in (self.luma, *self.colour) for part in (*cutout.paint, cutout.cover)]
        return sum(part.nbytes for part in parts if part is not None)


def read(path: Path, at: tuple[float, float], scale: float) -> Picture:
    """A layer's file, cut to what is not empty; MediaError when it cannot be read."""
    try:
        rgba = _from_archive(path) if path.suffix.lower() == ".npz" else _from_picture(path)
    except (OSError, ValueError, KeyError, SyntaxError, zipfile.BadZipFile, Image.DecompressionBombError) as error:
        reason = "it is not there" if isinstance(error, FileNotFoundError) else str(error).split("\n")[0][:100]
        raise MediaError(f"The layer {path.name} cannot be read ({reason}); make the scene again.") from error
    return Picture(rgba, at, scale)


def _from_picture(path: Path) -> Pixels:
    plain = png.decoded(path, 4)
    if plain is not None:
        return plain
    with Image.open(path, formats=("PNG", "WEBP")) as image:
        return np.ascontiguousarray(np.asarray(image.convert("RGBA")))


def _from_archive(path: Path) -> Pixels:
    with np.load(path, allow_pickle=False) as archive:
        rgba = archive["rgba"]
    if rgba.dtype != np.uint8 or rgba.ndim != 3 or rgba.shape[2] != 4 or not 0 < rgba.size // 4 <= MOST_PIXELS:
        raise ValueError("an array of (height, width, 4) bytes was expected")
    return np.ascontiguousarray(rgba)


def flattened(lower: Picture, upper: Picture) -> Picture:
    """Two pictures of one scale that move alike, as one: the upper laid over the lower."""
    left, top = min(lower.at[0], upper.at[0]), min(lower.at[1], upper.at[1])
    right, bottom = max(lower.area[2], upper.area[2]), max(lower.area[3], upper.area[3])
    size = (round((right - left) * lower.scale), round((bottom - top) * lower.scale))
    whole = np.zeros((size[1], size[0], 4), np.uint8)
    for picture in (lower, upper):
        x, y = (round((picture.at[n] - corner) * lower.scale) for n, corner in enumerate((left, top)))
        under = whole[y : y + picture.rgba.shape[0], x : x + picture.rgba.shape[1]]
        rgba = picture.rgba[: under.shape[0], : under.shape[1]]
        left_over = cv2.merge([255 - rgba[:, :, 3]] * 4)
        under[:] = cv2.add(rgba, cv2.multiply(under, left_over, scale=1 / 255))
    return Picture(whole, (left, top), lower.scale)


def can_be_flattened(lower: Picture, upper: Picture) -> bool:
    """Their pixels fall onto each other."""
    steps = [(upper.at[n] - lower.at[n]) * lower.scale for n in (0, 1)]
    return lower.scale == upper.scale and all(abs(step - round(step)) < 1e-6 for step in steps)


def joined(layers: Sequence[Layer], pictures: Sequence[Picture]) -> tuple[list[Layer], list[Picture]]:
    """Neighbours of one depth that do not move by themselves become one drawing."""
    found: list[tuple[Layer, Picture]] = []
    for layer, picture in zip(layers, pictures, strict=True):
        if found:
            below, under = found[-1]
            calm = layer.motion is None and below.motion is None and layer.blend == below.blend == "over"
            alike = layer.depth == below.depth and can_be_flattened(under, picture)
            if calm and alike and _crowded(under, picture):
                found[-1] = (replace(below, path=layer.path), flattened(under, picture))
                continue
        found.append((layer, picture))
    return [layer for layer, _ in found], [picture for _, picture in found]


def _crowded(one: Picture, other: Picture) -> bool:
    """A box around both holds little emptiness."""
    a, b = one.area, other.area
    whole = (max(a[2], b[2]) - min(a[0], b[0])) * (max(a[3], b[3]) - min(a[1], b[1]))
    return whole <= 1.1 * sum((x[2] - x[0]) * (x[3] - x[1]) for x in (a, b))


def trimmed(picture: Picture, light: bool) -> Picture | None:
    """Without its empty edges; None when nothing is in it."""
    pixels = np.ascontiguousarray(picture.rgba).view("<u4")[:, :, 0]
    seen = (pixels & np.uint32(0x00FFFFFF) if light else pixels) != 0
    rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    if not len(rows):
        return None
    top, left = rows[0], columns[0]
    at = (picture.at[0] + left / picture.scale, picture.at[1] + top / picture.scale)
    return Picture(picture.rgba[top : rows[-1] + 1, left : columns[-1] + 1], at, picture.scale)


def extended(picture: Picture, whole: Area) -> Picture:
    """Continued beyond the edges of the drawn area that it reaches."""
    area, more = picture.area, BEYOND * (whole[2] - whole[0])
    reaches = (
        area[0] <= whole[0] + EDGE,
        area[1] <= whole[1] + EDGE,
        area[2] >= whole[2] - EDGE,
        area[3] >= whole[3] - EDGE,
    )
    left, top, right, bottom = (round(more * picture.scale) if reach else 0 for reach in reaches)
    rgba = cv2.copyMakeBorder(picture.rgba, top, bottom, left, right, cv2.BORDER_REPLICATE)
    at = (picture.at[0] - left / picture.scale, picture.at[1] - top / picture.scale)
    return Picture(np.asarray(rgba, np.uint8), at, picture.scale)


def prepared(picture: Picture, light: bool, per_point: float, motion: Motion | None) -> Drawing:
    """A picture as planes with about `per_point` pixels a point, and a little emptiness around them."""
    height, width = picture.rgba.shape[:2]
    factor = per_point / picture.scale
    size = (max(2, round(width * factor)), max(2, round(height * factor)))
    if abs(factor - 1) < 0.02:
        size, rgba = (width, height), picture.rgba
    elif factor > 1:
        rgba = np.asarray(cv2.resize(picture.rgba, size, interpolation=cv2.INTER_CUBIC), np.uint8)
    else:
        rgba = np.asarray(cv2.resize(picture.rgba, size, interpolation=cv2.INTER_AREA), np.uint8)
    scale = picture.scale * (size[0] / width + size[1] / height) / 2
    rgba = np.pad(rgba, ((ROOM, ROOM + size[1] % 2), (ROOM, ROOM + size[0] % 2), (0, 0)))
    at = (picture.at[0] - ROOM / scale, picture.at[1] - ROOM / scale)
    twinkle = motion.twinkle if motion else None
    return (_light if light else _solid)(rgba, at, scale, twinkle)


def _solid(rgba: Pixels, at: tuple[float, float], scale: float, twinkle: Twinkle | None) -> Drawing:
    """Premultiplied: the offsets of Y, U and V count as much as the alpha does."""
    luma, *tints, alpha, half = (halved or _halved)(rgba, _SOLID)
    full_phases, half_phases = _phases(alpha.shape, scale, twinkle)
    half_spans = row_spans(half > 0, half)
    colour = [Cutout((tint,), half, half_spans, half_phases) for tint in tints]
    cover = Cutout((luma,), alpha, row_spans(alpha > 0, alpha), full_phases)
    return Drawing(cover, (colour[0], colour[1]), at, scale, _opaque_rows(alpha) if twinkle is None else (0, 0))


def _light(rgba: Pixels, at: tuple[float, float], scale: float, twinkle: Twinkle | None) -> Drawing:
    """Amounts of light from 0 to 219, and tints as signed bytes."""
    luma, *tints, _, _ = (halved or _halved)(rgba, _LIT)
    half = _half(luma)
    full_phases, half_phases = _phases(luma.shape, scale, twinkle)
    signed = [(tint.astype(np.int16) - 128).astype(np.int8) for tint in tints]
    spans = row_spans((half > 0) | (signed[0] != 0) | (signed[1] != 0))
    colour = [Cutout((half, tint), None, spans, half_phases) for tint in signed]
    amount = Cutout((luma,), None, row_spans(luma > 0), full_phases)
    return Drawing(amount, (colour[0], colour[1]), at, scale)


def _opaque_rows(alpha: Pixels) -> tuple[int, int]:
    """The longest run of rows that let nothing through, apart from the empty pixels at their sides."""
    whole = np.concatenate([[0], (alpha[:, ROOM : -ROOM - 1].min(axis=1) == 255).astype(np.int8), [0]])
    change = np.diff(whole)
    starts, ends = np.flatnonzero(change == 1), np.flatnonzero(change == -1)
    if not len(starts):
        return 0, 0
    longest = int((ends - starts).argmax())
    return int(starts[longest]), int(ends[longest])


def _halved(rgba: Pixels, matrix: NDArray[np.float32]) -> tuple[Pixels, Pixels, Pixels, Pixels, Pixels]:
    """RGBA as Y, U and V, alpha, and alpha at half size, without numba: one pixel in a million differs by a level."""
    luma, u, v = cv2.split(cv2.transform(rgba, matrix))
    alpha = np.ascontiguousarray(rgba[:, :, 3])
    return np.asarray(luma, np.uint8), _half(u), _half(v), alpha, _half(alpha)


def _half(plane: NDArray[np.generic]) -> Pixels:
    size = (plane.shape[1] // 2, plane.shape[0] // 2)
    return np.asarray(cv2.resize(np.asarray(plane, np.uint8), size, interpolation=cv2.INTER_AREA), np.uint8)


def _phases(shape: tuple[int, ...], scale: float, twinkle: Twinkle | None) -> tuple[Pixels, Pixels]:
    """A phase for each spot, at full and half size: smooth chance, the same for the same seed."""
    none = np.zeros((1, 1), np.uint8)
    if twinkle is None:
        return none, none
    height, width = shape[:2]
    cells = (max(2, round(width / scale / twinkle.grain)) + 1, max(2, round(height / scale / twinkle.grain)) + 1)
    chance = np.random.default_rng(twinkle.seed).random((cells[1], cells[0]), np.float32) * 3
    field = cv2.resize(chance, (width, height), interpolation=cv2.INTER_CUBIC)
    full = (np.mod(field, 1) * 256).astype(np.uint8)
    return full, np.ascontiguousarray(full[::2, ::2])

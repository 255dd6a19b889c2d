"""Turns a picture and a camera move into frames: planes of BT.709 limited YUV, warped with sub-pixel affine maps.

A picture is read and brought near the size at which it is seen once per shot (Lanczos); each frame is then one
bilinear warp per plane. Knows nothing of films or time: `Source(path, move, (1280, 720)).draw(0.5, planes)` draws the
middle of the move.
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms, ImageOps

from engine.errors import MediaError
from engine.film.types import Ease, Move, Window

Plane = NDArray[np.uint8]
Planes = list[Plane]
Rect = tuple[float, float, float, float]
Box = tuple[int, int, int, int]

TRAVEL_AT_REST = 0.6
"""How much of 'smooth' is a full ease: its speed at both ends is 1 - 0.6 of the mean, so that dissolves show moving
pictures.
"""
LEVEL_STEP = 1.5
"""A zoom beyond this factor is drawn from several sizes of the picture, blended, so that it neither shimmers nor
blurs.
"""
DENSITY = 1.75
"""Pixels of a kept picture for each pixel of the film, along each side. At 1.0 a slow pan would pulse between sharp
and soft.
"""
REDUCED = 0.9
FORMATS = ("PNG", "JPEG", "WEBP", "AVIF", "GIF", "BMP", "TIFF")
MOST_PIXELS = 48_000_000

# RGB to BT.709 limited range: rows Y, U (Cb), V (Cr); the last column is the offset.
_LUMA = np.array([0.2126, 0.7152, 0.0722])
_MATRIX = np.vstack(
    [
        np.append(_LUMA * 219 / 255, 16),
        np.append((np.array([0, 0, 1]) - _LUMA) / 1.8556 * 224 / 255, 128),
        np.append((np.array([1, 0, 0]) - _LUMA) / 1.5748 * 224 / 255, 128),
    ]
).astype(np.float32)


def to_yuv(colour: tuple[int, int, int]) -> tuple[float, float, float]:
    """An RGB colour as BT.709 limited Y, U, V."""
    y, u, v = (float(part) for part in _MATRIX[:, :3] @ np.array(colour) + _MATRIX[:, 3])
    return y, u, v


def load(path: Path) -> Image.Image:
    """Read a picture as it is meant to be seen (turned upright, in sRGB, transparency over black); MediaError when it
    cannot be read.
    """
    try:
        with Image.open(path, formats=FORMATS) as file:
            image = ImageOps.exif_transpose(file)
            image.load()
            return _plain(image)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise MediaError(
            f"The picture {Path(path).name} cannot be read ({_reason(error)}); make or choose it again."
        ) from error


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "the file is not there"
    return str(error).split("\n")[0][:120] or type(error).__name__


def _plain(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if image.mode.startswith(("I", "F")):
        image = _eight_bit(image)
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        over = Image.new("RGBA", image.size, (0, 0, 0, 255))
        over.alpha_composite(image.convert("RGBA"))
        image = over.convert("RGB")
    if profile and image.mode in ("RGB", "CMYK"):
        image = _to_srgb(image, profile)
    return image.convert("RGB")


def _eight_bit(image: Image.Image) -> Image.Image:
    """16-bit and float greys: the range in use decides what is white."""
    grey = np.asarray(image, dtype=np.float64)
    top = 65535 if image.mode.startswith("I") and grey.max() > 255 else max(255.0 if grey.max() > 1 else 1.0, 1e-9)
    return Image.fromarray(np.clip(grey / top * 255 + 0.5, 0, 255).astype(np.uint8), "L")


def _to_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """A damaged colour profile is passed over: the picture is then taken as sRGB."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        done = ImageCms.profileToProfile(image, source, ImageCms.ImageCmsProfile(target), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    return done or image


def fitted(window: Window, picture: tuple[int, int], film: tuple[int, int]) -> Rect:
    """A window in pixels of the picture, narrowed about its middle to the film's shape so that nothing is ever
    stretched.
    """
    w, h = window.w * picture[0], window.h * picture[1]
    x, y = window.x * picture[0] + w / 2, window.y * picture[1] + h / 2
    shape = film[0] / film[1]
    w, h = min(w, h * shape), min(h, w / shape)
    x, y = (min(max(at, side / 2), full - side / 2) for at, side, full in ((x, w, picture[0]), (y, h, picture[1])))
    return x - w / 2, y - h / 2, w, h


def eased(progress: float, ease: Ease) -> float:
    """How far the camera has travelled when `progress` (0 to 1) of the time is over."""
    if ease == "linear":
        return progress
    full = progress * progress * (3 - 2 * progress)
    return progress + TRAVEL_AT_REST * (full - progress)


@dataclass(frozen=True)
class _Level:
    """The seen part of a picture (`box`: left, top, right, bottom in its pixels) at one size."""

    planes: Planes
    box: Box


class Source:
    """A picture made ready for one move at one film size. Drawing is safe from several threads."""

    def __init__(self, path: Path, move: Move, size: tuple[int, int]) -> None:
        image = load(path)
        self._size = size
        self._ease: Ease = move.ease
        self._start = fitted(move.start, image.size, size)
        self._end = fitted(move.end, image.size, size)
        self._scales = _scales(size[0] / self._start[2], size[0] / self._end[2])
        box = _hull(self._start, self._end, image.size)
        self._levels = [_level(image, box, scale) for scale in self._scales]

    def window(self, progress: float) -> Rect:
        """What is seen at `progress` (0 to 1) of the move, in pixels of the picture. Zooms run evenly to the eye (by
        ratio).
        """
        along = eased(progress, self._ease)
        first, last = self._start[2], self._end[2]
        if abs(last - first) > 1e-9 * first:
            along = (first * (last / first) ** along - first) / (last - first)
        x, y, w, h = (a + (b - a) * along for a, b in zip(self._start, self._end, strict=True))
        return x, y, w, h

    def draw(self, progress: float, planes: Planes, spare: Planes) -> None:
        """Draw the move at `progress` into `planes` (Y full size, U and V half); `spare` is working space of the same
        shape.
        """
        window = self.window(progress)
        place = self._place(window)
        below = int(place)
        self._warp(self._levels[below], window, planes)
        if place > below:
            self._warp(self._levels[below + 1], window, spare)
            for plane, other in zip(planes, spare, strict=True):
                cv2.addWeighted(plane, 1 - (place - below), other, place - below, 0, dst=plane)

    def _place(self, window: Rect) -> float:
        """Between which two levels a window is best drawn: 1.25 = mostly from level 1."""
        if len(self._scales) == 1:
            return 0.0
        step = math.log(self._scales[1] / self._scales[0])
        place = math.log(self._size[0] / window[2] / self._scales[0]) / step
        return min(max(place, 0.0), len(self._scales) - 1.0)

    def _warp(self, level: _Level, window: Rect, planes: Planes) -> None:
        """One affine map a plane."""
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        for n, (plane, source) in enumerate(zip(planes, level.planes, strict=True)):
            across = _along(window[0] - level.box[0], window[2], source.shape[1] / (level.box[2] - level.box[0]))
            down = _along(window[1] - level.box[1], window[3], source.shape[0] / (level.box[3] - level.box[1]))
            # H.264 keeps colour for every second pixel, level with the left one of a pair and between its two rows.
            a, c = across(self._size[0], 2 if n else 1, 0.0)
            b, d = down(self._size[1], 2 if n else 1, 0.5 if n else 0.0)
            matrix, shape = np.array([[a, 0, c], [0, b, d]]), (plane.shape[1], plane.shape[0])
            cv2.warpAffine(source, matrix, shape, dst=plane, flags=flags, borderMode=cv2.BORDER_REPLICATE)


def _along(start: float, length: float, scale: float) -> Callable[[int, int, float], tuple[float, float]]:
    """The map of one axis: `length` pixels of the picture from `start`, kept at `scale`, onto pixels of the film.

    Asked with the film's side, the distance between samples and the first sample's place; answers (factor, offset).
    """

    def onto(side: int, every: int, first: float) -> tuple[float, float]:
        per_pixel = length / side * scale
        return per_pixel * every, start * scale + (first + 0.5) * per_pixel - 0.5

    return onto


def _scales(first: float, last: float) -> list[float]:
    """The sizes at which a picture is kept for a zoom between two scales: one for a gentle move, more for a large
    zoom.
    """
    low, high = min(first, last), max(first, last)
    if high <= low * LEVEL_STEP:
        return [math.sqrt(low * high)]
    steps = math.ceil(math.log(high / low) / math.log(LEVEL_STEP))
    return [low * (high / low) ** (n / steps) for n in range(steps + 1)]


def _hull(start: Rect, end: Rect, picture: tuple[int, int]) -> Box:
    """The part of a picture (left, top, right, bottom) that a move shows, with a little around it for the filters."""
    margin = 8
    left, top = (math.floor(min(start[i], end[i])) - margin for i in (0, 1))
    right, bottom = (math.ceil(max(start[i] + start[i + 2], end[i] + end[i + 2])) + margin for i in (0, 1))
    return max(0, left), max(0, top), min(picture[0], right), min(picture[1], bottom)


def _level(image: Image.Image, box: Box, scale: float) -> _Level:
    """First as many pixels as the film can show, then more of them without new detail: so a bilinear warp stays sharp
    and still.
    """
    part = image.crop(box)
    if scale < REDUCED:
        size = (max(2, round(part.width * scale)), max(2, round(part.height * scale)))
        part = part.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    width, height = (box[2] - box[0]) * scale * DENSITY, (box[3] - box[1]) * scale * DENSITY
    fewer = min(1.0, math.sqrt(MOST_PIXELS / (width * height)))
    planes = []
    for n, plane in enumerate(cv2.split(cv2.transform(np.asarray(part), _MATRIX))):
        k = fewer / (2 if n else 1)
        size = (max(2, round(width * k)), max(2, round(height * k)))
        planes.append(np.asarray(Image.fromarray(plane).resize(size, Image.Resampling.LANCZOS)))
    return _Level(planes, box)

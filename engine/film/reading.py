"""Reads pictures of any kind as they are meant to be seen: upright, in sRGB, eight bits, without transparency; and turns
colours into BT.709 limited YUV. Example: `load(Path("photo.jpg")).size`.
"""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms, ImageOps

from engine.errors import MediaError
from engine.film import png

Pixels = NDArray[np.uint8]

FORMATS = ("PNG", "JPEG", "WEBP", "AVIF", "GIF", "BMP", "TIFF")

# RGB to BT.709 limited range: rows Y, U (Cb), V (Cr); the last column is the offset.
_LUMA = np.array([0.2126, 0.7152, 0.0722])
MATRIX = np.vstack(
    [
        np.append(_LUMA * 219 / 255, 16),
        np.append((np.array([0, 0, 1]) - _LUMA) / 1.8556 * 224 / 255, 128),
        np.append((np.array([1, 0, 0]) - _LUMA) / 1.5748 * 224 / 255, 128),
    ]
).astype(np.float32)


def to_yuv(colour: tuple[int, int, int]) -> tuple[float, float, float]:
    """An RGB colour as BT.709 limited Y, U, V."""
    y, u, v = (float(part) for part in MATRIX[:, :3] @ np.array(colour) + MATRIX[:, 3])
    return y, u, v


def to_planes(pixels: Pixels) -> tuple[Pixels, Pixels, Pixels]:
    """RGB (height, width, 3) as Y, U and V of the same size."""
    y, u, v = cv2.split(cv2.transform(pixels, MATRIX))
    return np.asarray(y, np.uint8), np.asarray(u, np.uint8), np.asarray(v, np.uint8)


def load(path: Path) -> Image.Image:
    """Read a picture as it is meant to be seen (turned upright, in sRGB, transparency over black); MediaError when it
    cannot be read.
    """
    return _loaded(path, _plain)


def pixels_of(path: Path) -> Pixels:
    """The same as bytes, (height, width, 3)."""
    with contextlib.suppress(OSError):  # which `load` puts into words
        plain = png.decoded(path, 3)
        if plain is not None:
            return plain
    return np.asarray(load(path))


def load_with_alpha(path: Path) -> Image.Image:
    """Read a picture with its transparency (RGBA, upright); MediaError when it cannot be read."""
    return _loaded(path, lambda image: image.convert("RGBA"))


def _loaded(path: Path, made: Callable[[Image.Image], Image.Image]) -> Image.Image:
    try:
        with Image.open(path, formats=FORMATS) as file:
            image = ImageOps.exif_transpose(file)
            image.load()
            return made(image)
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
    if profile and image.mode in ("P", "PA"):
        image = image.convert("RGBA" if "transparency" in image.info or image.mode == "PA" else "RGB")
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


def reduced(pixels: Pixels, size: tuple[int, int]) -> Pixels:
    """A picture (RGB) made smaller: sharp (Lanczos), and where it is full of contrast, such as stars on a dark sky, as
    bright as its light adds up to; in sRGB alone small lights would fade.
    """
    sharp = np.asarray(Image.fromarray(pixels).resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0))
    result = np.empty_like(sharp)
    for n, channel in enumerate(cv2.split(pixels)):
        light = cv2.resize(cv2.LUT(channel, _LIGHT), size, interpolation=cv2.INTER_AREA)
        plain = cv2.resize(channel, size, interpolation=cv2.INTER_AREA)
        result[:, :, n] = cv2.add(sharp[:, :, n], cv2.subtract(_SHOWN[light], plain))
    return result


def reduced_quickly(pixels: Pixels, size: tuple[int, int]) -> Pixels:
    """The same of a picture or one plane for a light film: halved until it is near, then what is near; a tenth of the time."""
    while pixels.shape[1] > 2 * size[0] and pixels.shape[0] > 2 * size[1]:
        half = ((pixels.shape[1] + 1) // 2, (pixels.shape[0] + 1) // 2)
        pixels = np.asarray(cv2.resize(pixels, half, interpolation=cv2.INTER_LINEAR), np.uint8)
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_LINEAR), np.uint8)


def _light() -> tuple[NDArray[np.uint16], Pixels]:
    """sRGB values as amounts of light (16 bits), and back."""
    value = np.arange(256) / 255
    light = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    amount = np.arange(65536) / 65535
    shown = np.where(amount <= 0.0031308, amount * 12.92, 1.055 * amount ** (1 / 2.4) - 0.055)
    return np.rint(light * 65535).astype(np.uint16), np.rint(shown * 255).astype(np.uint8)


_LIGHT, _SHOWN = _light()


def _to_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """A damaged colour profile is passed over: the picture is then taken as sRGB."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        done = ImageCms.profileToProfile(image, source, ImageCms.ImageCmsProfile(target), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    return done or image

"""Putting set lines on a finished ground: their colours, a calmer ground where it would fight them, and the letters
themselves.

Contrast is measured on the pixels that surround each letter (WCAG 2.2) and kept at `ENOUGH` or more.
Example: `letter(pixels, arrangement, palette, lettering, u)` draws on 8-bit pixels (H, W, 3) in place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil, floor

import cv2
import numpy as np
from PIL import Image

from engine.looks import Colour, Lettering, Palette, luminance, mix
from engine.providers.image.typography.canvas import Array, Mask, noise_at
from engine.providers.image.typography.column import Arrangement, Line
from engine.providers.image.typography.setting import draw_line

ENOUGH = 4.8
"""The least contrast aimed at; 4.5 is what is promised, the rest is for rounding."""

_Window = tuple[int, int, int, int]


@dataclass(frozen=True)
class Letters:
    """A line as pixels: its coverage (0 to 255) within a window (x0, y0, x1, y1) of the picture, and its colour."""

    line: Line
    mask: Mask
    window: _Window
    colour: Colour = (0.0, 0.0, 0.0)


def luminances(rgb: Array) -> Array:
    """Relative luminance of every pixel, 0 to 1."""
    low = np.clip(rgb, 0.0, 1.0)
    linear = np.where(low <= 0.04045, low / 12.92, ((low + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722], np.float32), dtype=np.float32)


def rasterised(line: Line, width: int, height: int, rough: float, u: float) -> Letters:
    """Draw a line into a mask of its own, with room around it for its shadow and its surroundings."""
    pad = 0.16 * line.size + 3
    left, top, right, bottom = line.box
    x0, y0 = max(floor(left - pad), 0), max(floor(top - pad), 0)
    x1, y1 = min(ceil(right + pad), width), min(ceil(bottom + pad), height)
    page = Image.new("L", (max(x1 - x0, 1), max(y1 - y0, 1)))
    draw_line(page, line.x - x0, line.baseline - y0, line.text, line.face, line.size)
    mask = np.asarray(page, dtype=np.uint8)
    window = (x0, y0, x0 + mask.shape[1], y0 + mask.shape[0])
    reach = min(rough * u, 0.012 * line.size)
    return Letters(line, _roughened(mask, window, reach, u) if reach > 0.25 else mask, window)


def _roughened(mask: Mask, window: _Window, reach: float, u: float) -> Mask:
    """Letters with edges that a brush or chalk would leave."""
    x0, y0, x1, y1 = window
    grid_x, grid_y = np.meshgrid(np.arange(x1 - x0, dtype=np.float32), np.arange(y1 - y0, dtype=np.float32))
    dx, dy = noise_at("chalk", window, u * 1.3), noise_at("fibre", window, u)
    return np.asarray(cv2.remap(mask, grid_x + reach * dx, grid_y + reach * dy, cv2.INTER_LINEAR), dtype=np.uint8)


@dataclass(frozen=True)
class _Near:
    """A line's surroundings, made small where the letters are large: float pixels and a band around the letters."""

    rgb: Array
    band: Mask
    step: int


def _near(pixels: Mask, letters: Letters, by: float = 0.0) -> tuple[_Near, _Window]:
    """The surroundings of a line, and the window of the picture that they come from (`by` wider than the line's
    own)."""
    x0, y0, x1, y1 = letters.window
    window = (
        max(int(x0 - by), 0),
        max(int(y0 - by), 0),
        min(int(x1 + by), pixels.shape[1]),
        min(int(y1 + by), pixels.shape[0]),
    )
    a, b, c, d = window
    mask = np.zeros((d - b, c - a), np.uint8)
    mask[y0 - b : y1 - b, x0 - a : x1 - a] = letters.mask
    step = max(1, round(letters.line.size / 140))
    size = (max(1, (c - a) // step), max(1, (d - b) // step))
    part = pixels[b:d, a:c]
    if step > 1:
        part, mask = (
            np.asarray(cv2.resize(p, size, interpolation=cv2.INTER_AREA), dtype=np.uint8) for p in (part, mask)
        )
    reach = max(2, round(0.045 * letters.line.size / step))
    band = cv2.dilate(mask, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1)))
    return _Near(part.astype(np.float32) / np.float32(255), np.asarray(band, dtype=np.uint8), step), window


def _ground(near: _Near) -> tuple[float, float]:
    """The darkest and the lightest luminance (1st and 99th percentile) behind a line."""
    values = luminances(near.rgb)[near.band > 40]
    if not values.size:
        return 0.0, 0.0
    low, high = np.percentile(values, (1, 99))
    return float(low), float(high)


def _worst(colour: Colour, ground: tuple[float, float]) -> float:
    """The contrast of a colour with the worse end of a ground."""
    own = luminance(colour)
    return min((max(own, g) + 0.05) / (min(own, g) + 0.05) for g in ground)


def _mean_colour(near: _Near) -> Colour:
    red, green, blue = (float(c) for c in near.rgb.reshape(-1, 3).mean(axis=0))
    return red, green, blue


def coloured(pixels: Mask, drawn: list[Letters], palette: Palette) -> list[Letters]:
    """Give every line its colour: the main lines that share a ground share a colour, accents only where they can be
    read."""
    surroundings = [_near(pixels, letters)[0] for letters in drawn]
    grounds = [_ground(near) for near in surroundings]
    pale = [_worst(palette.type_light, ground) > _worst(palette.type_dark, ground) for ground in grounds]
    # Lines beside each other share a colour: the one that suits most letters. Lines on a strip of their own kind do
    # not ask the others.
    apart = [max(abs(sum(g) - sum(h)) for h in grounds) > 0.5 for g in grounds]
    votes = sum((1 if p else -1) * letters.line.size for p, a, letters in zip(pale, apart, drawn, strict=True) if not a)
    found: list[Letters] = []
    for letters, near, ground, own, alone in zip(drawn, surroundings, grounds, pale, apart, strict=True):
        main = palette.type_light if (own if alone else votes > 0) else palette.type_dark
        choices = {
            "main": (main,),
            "soft": (mix(main, _mean_colour(near), 0.14), main),
            "accent": (*_accents(palette, main), main),
        }[letters.line.tone]
        least = 6.0 if letters.line.tone == "soft" else 5.0
        found.append(replace(letters, colour=next((c for c in choices if _worst(c, ground) >= least), main)))
    return found


def _accents(palette: Palette, main: Colour) -> tuple[Colour, ...]:
    """Colours for words that should stand out, the most colourful first."""
    if main == palette.type_light:
        return palette.light, mix(palette.second, palette.light, 0.4), mix(palette.light, palette.type_light, 0.5)
    return palette.accent, mix(palette.accent, palette.type_dark, 0.3), mix(palette.accent, palette.type_dark, 0.5)


def calm(pixels: Mask, drawn: list[Letters], palette: Palette) -> None:
    """Where the ground is too near to a line's colour, pull it softly away, as little and as evenly as will do."""
    for letters in drawn:
        own = luminance(letters.colour)
        away = mix(palette.at(0.0), (0, 0, 0), 0.25) if own > 0.3 else mix(palette.at(1.0), (1, 1, 1), 0.35)
        spread = 0.22 * letters.line.size
        near, (x0, y0, x1, y1) = _near(pixels, letters, 2.2 * spread)
        keep = np.ones(near.band.shape, np.float32)
        for _ in range(14):
            rgb = near.rgb * keep[..., None] + np.asarray(away, np.float32) * (1 - keep[..., None])
            ground = luminances(rgb)
            bad = ((np.maximum(own, ground) + 0.05) < ENOUGH * (np.minimum(own, ground) + 0.05)) & (near.band > 20)
            if not bad.any():
                break
            need = cv2.dilate(
                bad.astype(np.float32), np.ones((3, 3), np.uint8), iterations=max(1, round(0.5 * spread / near.step))
            )
            keep *= 1 - 0.3 * np.clip(_soft(np.asarray(need, dtype=np.float32), spread / near.step) * 1.25, 0, 1)
        if keep.min() < 1:
            share = cv2.resize(keep, (x1 - x0, y1 - y0), interpolation=cv2.INTER_LINEAR)[..., None]
            part = pixels[y0:y1, x0:x1]
            part[:] = (part * share + np.asarray(away, np.float32) * 255 * (1 - share) + 0.5).astype(np.uint8)


def _soft(values: Array, spread: float) -> Array:
    """A wide blur, computed small."""
    step = max(1, int(spread / 3))
    height, width = values.shape
    small = cv2.resize(values, (max(1, width // step), max(1, height // step)), interpolation=cv2.INTER_AREA)
    return np.asarray(
        cv2.resize(
            cv2.GaussianBlur(small, (0, 0), max(spread / step, 0.5)), (width, height), interpolation=cv2.INTER_LINEAR
        ),
        dtype=np.float32,
    )


def shade(pixels: Mask, drawn: list[Letters], strength: float, palette: Palette) -> None:
    """The shadow that cut letters throw on the paper."""
    dark = np.asarray(mix(palette.at(0.0), (0, 0, 0), 0.3), np.float32) * 255
    for letters in drawn:
        x0, y0, x1, y1 = letters.window
        depth = 0.035 * min(letters.line.size, 0.2 * np.sqrt(pixels.shape[0] * pixels.shape[1]))
        if depth < 0.6:
            continue
        move = np.array([[1, 0, 0.6 * depth], [0, 1, 0.9 * depth]], dtype=np.float32)
        cast = (
            cv2.GaussianBlur(
                cv2.warpAffine(letters.mask, move, (x1 - x0, y1 - y0)), (0, 0), max(depth * 0.8, 0.5)
            ).astype(np.float32)
            / 255
        )
        weight = (cast * (strength if luminance(letters.colour) > 0.3 else 0.35 * strength))[..., None]
        part = pixels[y0:y1, x0:x1]
        part[:] = (part * (1 - 0.7 * weight) + 0.25 * dark * weight + 0.5).astype(np.uint8)


def ink(pixels: Mask, drawn: list[Letters], u: float) -> None:
    """Draw the letters, each with a breath of the paper's own unevenness."""
    for letters in drawn:
        x0, y0, x1, y1 = letters.window
        cover = letters.mask.astype(np.float32) / 255
        grain = 255.0 + 2.0 * noise_at("fibre", letters.window, u)
        for channel in range(3):
            part = pixels[y0:y1, x0:x1, channel]
            part[:] = np.clip(part + (grain * np.float32(letters.colour[channel]) - part) * cover + 0.5, 0, 255).astype(
                np.uint8
            )


def letter(pixels: Mask, arrangement: Arrangement, palette: Palette, lettering: Lettering, u: float) -> list[Letters]:
    """Draw all lines of an arrangement; what was drawn, with colours."""
    height, width = pixels.shape[:2]
    drawn = [rasterised(line, width, height, lettering.rough, u) for line in arrangement.lines]
    drawn = coloured(pixels, drawn, palette)
    if lettering.shadow:
        shade(pixels, drawn, lettering.shadow, palette)
    calm(pixels, drawn, palette)
    ink(pixels, drawn, u)
    return drawn

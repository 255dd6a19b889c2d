"""What a look does to a finished sheet: paper fibre and the shadow it throws, brush strokes, wash and ink, chalk.

Pixels are premultiplied RGBA bytes; the result has its shadow baked in, so that it is laid over the rest in one step.
Example: `finished(sheet, style, scheme, light=(-.5, -.8), lift=10, u=1.0, seed=3)`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.illustrate import palette
from engine.illustrate.paint import noise
from engine.illustrate.paint.sheet import Box, Sheet
from engine.illustrate.paint.style import Style
from engine.illustrate.palette import Scheme
from engine.looks import Colour

Bytes = NDArray[np.uint8]
Floats = NDArray[np.float32]

_SURFACE = {
    "paper": (("fibre", 0.032), ("cloud", 0.026)),
    "paint": (("bristle", 0.03), ("cloud", 0.026)),
    "night": (("cloud", 0.03), ("grain", 0.015)),
}
_BAND = 96
"""Rows at a time: what a band needs stays in the processor's cache, and float planes of a whole picture are large."""


@lru_cache(maxsize=12)
def _surface(name: str, side: int) -> Bytes:
    """The unevenness of a material as bytes, 128 is none; four channels, alpha untouched."""
    total = np.zeros((side, side), np.float32)
    for kind, amount in _SURFACE[name]:
        total += noise.plane(kind, side, side, side / noise.SIDE, (0, 0)).astype(np.float32) * np.float32(
            amount * 1.5 / 127
        )
    one = np.asarray(np.clip(128 * (1 + total), 0, 255) + 0.5, np.uint8)
    return np.asarray(cv2.merge([one, one, one, np.full_like(one, 128)]), np.uint8)


def _textured(pixels: Bytes, name: str, u: float, seed: int, amount: float) -> Bytes:
    if amount <= 0:
        return pixels
    surface = _surface(name, max(64, round(noise.SIDE * u)))
    height, width = pixels.shape[:2]
    for top in range(0, height, _BAND):
        rows = pixels[top : top + _BAND]
        part = noise.window(surface, seed * 57 + top, seed * 131, len(rows), width)
        if amount != 1:
            part = np.asarray(cv2.addWeighted(part, amount, np.full_like(part, 128), 1 - amount, 0), np.uint8)
        rows[:] = cv2.multiply(rows, part, scale=1 / 128)
    return pixels


def finished(
    sheet: Sheet, style: Style, scheme: Scheme, light: tuple[float, float], lift: float, u: float, seed: int,
    texture: float = 1.0,
) -> tuple[Bytes, Box] | None:  # fmt: skip
    """The sheet's pixels within the box that holds them, in the manner of the look; None for an empty sheet. The sheet
    itself may change: it is finished once."""
    if sheet.dirty is None:
        return None
    reach = round(lift * u * 6) + 2 if style.sheet_shadow and lift else 2
    x0, y0, x1, y1 = sheet.dirty
    box = (
        max(x0 - reach, 0), max(y0 - reach, 0), min(x1 + reach, sheet.width), min(y1 + reach, sheet.height)
    )  # fmt: skip
    x0, y0, x1, y1 = box
    pixels = np.ascontiguousarray(sheet.pixels[y0:y1, x0:x1])
    lines = sheet.lines[y0:y1, x0:x1] if sheet.lines is not None else None
    sheet.let_go()
    if style.chalk:
        pixels = _chalk(pixels, lines, scheme, u, seed)
    elif lines is not None:
        pixels = _washed(pixels, lines, scheme, u, seed)
    else:
        if style.name == "paint":
            pixels = _brushed(pixels, u, seed, texture, scheme.dark)
        pixels = _textured(pixels, style.name if style.name in _SURFACE else "paper", u, seed, texture)
    if style.sheet_shadow and lift:
        pixels = _lifted(pixels, light, lift * u, style.sheet_shadow, scheme)
    return pixels, box


def _lifted(pixels: Bytes, light: tuple[float, float], depth: float, strength: float, scheme: Scheme) -> Bytes:
    """The shadow that a sheet throws on those behind, laid under it."""
    alpha = pixels[..., 3]
    height, width = alpha.shape
    small = cv2.resize(alpha, (max(1, width // 4), max(1, height // 4)), interpolation=cv2.INTER_AREA)
    near = _shifted(
        cv2.GaussianBlur(small, (0, 0), max(depth * 0.22, 0.4), borderType=cv2.BORDER_REPLICATE),
        -light[0] * depth * 0.225, -light[1] * depth * 0.225,
    )  # fmt: skip
    far = cv2.GaussianBlur(
        _shifted(small, -light[0] * depth * 0.2, -light[1] * depth * 0.2), (0, 0), max(depth * 0.75, 0.5),
        borderType=cv2.BORDER_REPLICATE,
    )  # fmt: skip
    thrown = cv2.max(cv2.convertScaleAbs(near, alpha=0.62), cv2.convertScaleAbs(far, alpha=0.5))
    thrown = cv2.resize(thrown, (width, height), interpolation=cv2.INTER_LINEAR)
    dark = (*(c * 0.10 for c in palette.mix(scheme.r(0.0), palette.BLACK, 0.35)), 0.85)
    for top in range(0, height, _BAND):
        rows = pixels[top : top + _BAND]
        seen = cv2.multiply(thrown[top : top + _BAND], cv2.bitwise_not(rows[..., 3]), scale=strength / 255)
        rows[:] = cv2.add(rows, cv2.merge([cv2.convertScaleAbs(seen, alpha=share) for share in dark]))
    return pixels


def _shifted(plane: Any, dx: float, dy: float) -> Bytes:
    matrix = np.array([[1, 0, dx], [0, 1, dy]], np.float32)
    size = plane.shape[1], plane.shape[0]
    return np.asarray(cv2.warpAffine(plane, matrix, size, borderMode=cv2.BORDER_REPLICATE), np.uint8)


# ---------------------------------------------------------------- gouache


@lru_cache(maxsize=4)
def _strokes(side: int, length: float, thick: float) -> tuple[Floats, Floats, Floats]:
    """A seamless tile of brush strokes: for every pixel the way to its stroke's middle (x, y) and its brightness."""
    rng = np.random.default_rng(41)
    count = int(side * side / (length * thick) * 3.2)
    owner = np.zeros((side, side), np.int32)
    x, y = rng.uniform(0, side, count), rng.uniform(0, side, count)
    turn, reach = rng.normal(-0.08, 0.26, count), rng.uniform(0.5, 1.2, count) * length / 2
    width = np.maximum(1, np.rint(rng.uniform(0.5, 1.2, count) * thick)).astype(int)
    for i in range(count):
        dx, dy = reach[i] * np.cos(turn[i]), reach[i] * np.sin(turn[i])
        for sx in _wraps(x[i], reach[i], side):
            for sy in _wraps(y[i], reach[i], side):
                a = (int((x[i] + sx - dx) * 16), int((y[i] + sy - dy) * 16))
                b = (int((x[i] + sx + dx) * 16), int((y[i] + sy + dy) * 16))
                cv2.line(owner, a, b, i + 1, int(width[i]), cv2.LINE_8, 4)
    rows, columns = np.mgrid[0:side, 0:side].astype(np.float32)
    middle_x = np.concatenate([[0], x])[owner].astype(np.float32)
    middle_y = np.concatenate([[0], y])[owner].astype(np.float32)
    dx = (middle_x - columns + side / 2) % side - side / 2
    dy = (middle_y - rows + side / 2) % side - side / 2
    dx[owner == 0], dy[owner == 0] = 0, 0
    bright = np.concatenate([[0.0], rng.normal(0, 1, count)])[owner].astype(np.float32)
    return np.asarray(dx, np.float32), np.asarray(dy, np.float32), bright


def _wraps(at: float, reach: float, side: int) -> list[int]:
    shifts = [0]
    if at < reach:
        shifts.append(side)
    if at > side - reach:
        shifts.append(-side)
    return shifts


def _brushed(pixels: Bytes, u: float, seed: int, amount: float, dark: bool) -> Bytes:
    """Every pixel takes the colour at the middle of its stroke, unless an edge lies between."""
    height, width = pixels.shape[:2]
    if amount <= 0 or min(height, width) < 24:
        return pixels
    side = max(128, round(640 * u))
    dx, dy, bright = _strokes(side, 46 * u, 8 * u)
    calm = (3.6 if dark else 1.9) * amount
    result = np.empty_like(pixels)
    for top in range(0, height, _BAND):
        rows = pixels[top : top + _BAND]
        x, y, light = (noise.window(tile, seed * 91 + top, seed * 37, len(rows), width) for tile in (dx, dy, bright))
        x += np.arange(width, dtype=np.float32)[None, :]
        y += np.arange(top, top + len(rows), dtype=np.float32)[:, None]
        taken = cv2.remap(pixels, x, y, cv2.INTER_NEAREST, borderMode=cv2.BORDER_REPLICATE)
        one, two, three, four = cv2.split(cv2.absdiff(taken, rows))
        near = cv2.threshold(cv2.max(cv2.max(one, two), cv2.max(three, four)), 21, 255, cv2.THRESH_BINARY_INV)[1]
        gain = np.clip(light * np.float32(calm) + 128, 0, 255).astype(np.uint8)
        taken = cv2.multiply(taken, cv2.merge([gain, gain, gain, np.full_like(gain, 128)]), scale=1 / 128)
        result[top : top + _BAND] = cv2.copyTo(taken, near, rows.copy())
    return result


# ---------------------------------------------------------------- ink and wash


def _noise(kind: str, shape: tuple[int, int], scale: float, seed: int, top: int) -> Floats:
    part = noise.plane(kind, shape[1], shape[0], scale, (seed * 131 + 17, seed * 57 + 29 + top))
    return np.asarray(part, np.float32) * np.float32(1 / 127)


def _washed(pixels: Bytes, lines: Bytes, scheme: Scheme, u: float, seed: int) -> Bytes:
    """Watercolour that pools at edges and lets the paper through, then the pen's line over it."""
    height, width = pixels.shape[:2]
    grey = np.empty((height, width), np.float32)
    for top in range(0, height, _BAND):
        grey[top : top + _BAND] = _grey(pixels[top : top + _BAND])
    small = cv2.resize(grey, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    soft = cv2.resize(cv2.GaussianBlur(small, (0, 0), 3.0 * u), (width, height))
    np.subtract(soft, grey, out=grey)
    paper = np.array(scheme.P, np.float32) * 255
    for top in range(0, height, _BAND):
        rows = pixels[top : top + _BAND]
        size = len(rows), width
        pooled = np.clip(grey[top : top + _BAND] * np.float32(1 / 255), 0, 0.35)
        density = 0.96 + 0.13 * _noise("cloud", size, 1.4 * u, seed, top) + 0.75 * pooled
        density += 0.06 * _noise("speck", size, 0.9 * u, seed, top) + 0.04 * _noise("grain", size, 1.4 * u, seed, top)
        alpha = rows[..., 3:].astype(np.float32) * np.float32(1 / 255)
        rgb = rows[..., :3].astype(np.float32) / np.maximum(alpha, 0.004)
        rgb = np.clip(paper + (rgb - paper) * np.clip(density, 0, 1.25)[..., None], 0, 255) * alpha
        rows[:] = _inked(rgb, rows[..., 3], _broken(lines[top : top + _BAND], size, u, seed, 0.92, top), scheme.K)
    return pixels


def _grey(rows: Bytes) -> Floats:
    """How light the colour itself is, white where there is none."""
    alpha = rows[..., 3].astype(np.float32) * np.float32(1 / 255)
    total = rows[..., 0].astype(np.float32) + rows[..., 1] + rows[..., 2]
    grey = total / (3 * np.maximum(alpha, np.float32(0.004)))
    grey[alpha < 0.02] = 255
    return np.asarray(grey, np.float32)


def _broken(lines: Bytes, size: tuple[int, int], u: float, seed: int, strength: float, top: int) -> Floats:
    """Drawn lines with the pressure and grain of a hand."""
    drawn = lines.astype(np.float32) * np.float32(1 / 255)
    press = 0.94 + 0.22 * _noise("cloud", size, 0.6 * u, seed + 5, top)
    press -= 0.10 * _noise("grain", size, 1.2 * u, seed, top)
    return np.asarray(np.clip(drawn * press, 0, 1) * np.float32(strength), np.float32)


def _inked(rgb: Floats, alpha: Bytes, lines: Floats, colour: Colour) -> Bytes:
    ink = np.array(colour, np.float32) * 255
    over = lines[..., None]
    out = np.empty((*alpha.shape, 4), np.uint8)
    out[..., :3] = np.clip(rgb * (1 - over) + ink * over, 0, 255)
    out[..., 3] = np.maximum(alpha, (lines * 255).astype(np.uint8))
    return out


# ---------------------------------------------------------------- chalk


def _chalk(pixels: Bytes, lines: Bytes | None, scheme: Scheme, u: float, seed: int) -> Bytes:
    """Colour rubbed onto a board with the side of the chalk, and lines drawn with its tip."""
    if lines is None:
        lines = np.zeros(pixels.shape[:2], np.uint8)
    for top in range(0, len(pixels), _BAND):
        rows = pixels[top : top + _BAND]
        rows[:] = _rubbed(rows, lines[top : top + _BAND], scheme, u, seed, top)
    return pixels


def _rubbed(pixels: Bytes, lines: Bytes, scheme: Scheme, u: float, seed: int, top: int) -> Bytes:
    """Rows of chalk from `top` on."""
    size = pixels.shape[:2]
    alpha = pixels[..., 3:].astype(np.float32) * np.float32(1 / 255)
    rgb = pixels[..., :3].astype(np.float32) / np.maximum(alpha, 0.004)
    rows, columns = (np.arange(count, dtype=np.float32) for count in size)
    hatch = np.sin((columns[None, :] * 0.72 + rows[:, None] + top) * np.float32(0.62 / u)) * 0.5 + 0.5
    rub = 0.50 + 0.40 * _noise("chalk", size, u, seed, top) + 0.20 * hatch + 0.16 * _noise("cloud", size, u, seed, top)
    board = np.array(scheme.r(0.17), np.float32) * 255
    light = np.clip(rgb.max(axis=2) - board.max(), 0, 120) * np.float32(1 / 120)
    cover = np.clip(rub, 0.08, 0.92) * (0.45 + 0.55 * light)
    rgb = (board + (rgb - board) * cover[..., None]) * alpha
    grain = 0.95 + 0.5 * _noise("chalk", size, 1.1 * u, seed + 3, top)
    tip = np.clip(lines.astype(np.float32) * np.float32(1 / 255) * grain, 0, 1)
    return _inked(np.asarray(rgb, np.float32), pixels[..., 3], np.asarray(tip, np.float32), scheme.r(0.93))

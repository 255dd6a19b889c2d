"""Colour looks: reads .cube tables (1D and 3D) and applies them, to pictures exactly, to planes of moving pictures by a
table. Example: `applied(image, Look(Path("warm.cube"), 0.7))`; `YuvTable.of(look).apply(planes)`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from engine.errors import MediaError
from engine.film.composite import recolour
from engine.film.effects import Look
from engine.film.reading import MATRIX

Table = NDArray[np.float32]
LARGEST, LARGEST_ROW = 129, 65536
BIGGEST_FILE = 200_000_000
PILLOW_LARGEST = 65
SHIFT = 1
STEP = 1 << SHIFT
"""Colour is looked up at every second value of U and V, and so in 128 x 128 curves of Y."""


@dataclass(frozen=True)
class Cube:
    """A look's table. 3D: (blue, green, red, 3) over `low` to `high`; 1D: (n, 3)."""

    table: Table
    low: tuple[float, float, float]
    high: tuple[float, float, float]


def read_cube(path: Path) -> Cube:
    """Read a .cube file; MediaError says what is wrong with it."""
    try:
        if path.stat().st_size > BIGGEST_FILE:
            raise ValueError("it is far too large")
        return _parsed(path.read_text(encoding="utf-8-sig", errors="replace").splitlines())
    except FileNotFoundError as error:
        raise MediaError(f"The colour look {path.name} is not there; choose another.") from error
    except (OSError, ValueError) as error:
        raise MediaError(f"The colour look {path.name} cannot be read ({error}); choose another .cube file.") from error


def _parsed(lines: list[str]) -> Cube:
    sizes: dict[str, int] = {}
    domain = {"DOMAIN_MIN": (0.0, 0.0, 0.0), "DOMAIN_MAX": (1.0, 1.0, 1.0)}
    rows: list[list[float]] = []
    for line in lines:
        words = line.split("#")[0].split()
        if not words or words[0] == "TITLE":
            continue
        if words[0] in ("LUT_3D_SIZE", "LUT_1D_SIZE"):
            sizes[words[0]] = int(words[1])
        elif words[0] in domain:
            domain[words[0]] = (float(words[1]), float(words[2]), float(words[3]))
        elif words[0] in ("LUT_1D_INPUT_RANGE", "LUT_3D_INPUT_RANGE"):
            domain = {"DOMAIN_MIN": (float(words[1]),) * 3, "DOMAIN_MAX": (float(words[2]),) * 3}
        elif words[0][0].isalpha():
            continue  # keywords of other programs say nothing about the colours
        else:
            rows.append([float(word) for word in words])
    if any(b <= a for a, b in zip(domain["DOMAIN_MIN"], domain["DOMAIN_MAX"], strict=True)):
        raise ValueError("its domain is empty")
    return Cube(_table(sizes, rows), domain["DOMAIN_MIN"], domain["DOMAIN_MAX"])


def _table(sizes: dict[str, int], rows: list[list[float]]) -> Table:
    if len(sizes) != 1:
        raise ValueError("it names no size" if not sizes else "tables of two kinds in one file are not supported")
    kind, size = next(iter(sizes.items()))
    if not 2 <= size <= (LARGEST if kind == "LUT_3D_SIZE" else LARGEST_ROW):
        raise ValueError(f"a size of {size} is not possible")
    count = size**3 if kind == "LUT_3D_SIZE" else size
    if len(rows) != count or any(len(row) != 3 or not all(map(math.isfinite, row)) for row in rows):
        raise ValueError(f"it holds {len(rows)} colours instead of {count}")
    table = np.asarray(rows, np.float32).clip(0, 1)
    return table.reshape(size, size, size, 3) if kind == "LUT_3D_SIZE" else table


def applied(image: Image.Image, look: Look) -> Image.Image:
    """An RGB picture with a look, as strongly as asked."""
    cube = _cube(look.lut, _stamp(look.lut))
    if cube.table.ndim == 2:
        done = image.point([_curve(cube, n, value) for n in range(3) for value in range(256)])
    else:
        size, table = _pillow_table(cube)
        done = image.filter(ImageFilter.Color3DLUT(size, table.ravel().tolist()))
    share = min(max(look.strength, 0.0), 1.0)
    return done if share == 1.0 else Image.blend(image, done, share)


@lru_cache(maxsize=8)
def _cube(path: Path, stamp: tuple[float, int]) -> Cube:
    return read_cube(path)


def _stamp(path: Path) -> tuple[float, int]:
    """Tells a changed file from the one that was read."""
    try:
        found = path.stat()
    except OSError as error:
        raise MediaError(f"The colour look {path.name} is not there; choose another.") from error
    return found.st_mtime, found.st_size


def _curve(cube: Cube, channel: int, value: int) -> int:
    low, high, count = cube.low[channel], cube.high[channel], len(cube.table)
    at = (value / 255 - low) / (high - low) * (count - 1)
    return round(255 * float(np.interp(at, np.arange(count), cube.table[:, channel])))


def _pillow_table(cube: Cube) -> tuple[int, Table]:
    """The table over 0 to 1 in at most 65 steps, which is what Pillow takes."""
    size = cube.table.shape[0]
    whole = cube.low == (0.0, 0.0, 0.0) and cube.high == (1.0, 1.0, 1.0)
    if size <= PILLOW_LARGEST and whole:
        return size, cube.table
    steps = min(size, PILLOW_LARGEST)
    table = cube.table
    for axis, channel in ((0, 2), (1, 1), (2, 0)):
        at = (np.linspace(0, 1, steps) - cube.low[channel]) / (cube.high[channel] - cube.low[channel]) * (size - 1)
        below = np.clip(np.floor(at), 0, size - 2).astype(int)
        share = np.clip(at - below, 0, 1).reshape([-1 if n == axis else 1 for n in range(4)])
        table = np.take(table, below, axis) * (1 - share) + np.take(table, below + 1, axis) * share
    return steps, table.astype(np.float32)


class YuvTable:
    """A look as a table over Y, U and V of what it changes: for footage and layered scenes, whose every frame is new."""

    def __init__(self, changes: NDArray[np.int16]) -> None:
        self._changes = changes

    @classmethod
    def of(cls, look: Look) -> YuvTable:
        """The table of a look, made once."""
        return _yuv_table(look, _stamp(look.lut))

    def apply(self, planes: list[NDArray[np.uint8]]) -> None:
        """Give planes (Y full, U and V half size) the look, in place."""
        recolour(planes, self._changes, SHIFT)


@lru_cache(maxsize=3)
def _yuv_table(look: Look, stamp: tuple[float, int]) -> YuvTable:
    side = 256 // STEP
    back = np.linalg.inv(MATRIX[:, :3].astype(np.float64)).T
    changes = np.empty((3, side, side, 256), np.int16)
    middles = np.arange(side) * STEP - 128  # 0 is among them, so that grey stays grey
    for n, u in enumerate(middles):
        v, y = np.meshgrid(middles, np.arange(256) - 16, indexing="ij")
        rgb = np.stack([y, np.full_like(v, u), v], axis=-1) @ back
        shown = np.clip(np.rint(rgb), 0, 255).astype(np.uint8)
        done = np.asarray(applied(Image.fromarray(shown), look)).astype(np.float32)
        changes[:, n] = np.rint(np.moveaxis((done - shown) @ MATRIX[:, :3].T, -1, 0))
    return YuvTable(changes)

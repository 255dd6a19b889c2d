"""What a setting's own near sheets hide: maps of how near each part of its picture is, measured once and kept in `covers.txt`.

Draws nothing when it lays out. After a setting has changed, or a new one is there: `python -m engine.illustrate.covers`.
Example: `Cover.of("hall", frame, zoom=1.0, focus=0.5).hidden(box, 0.6)` is the share of a box behind what is nearer than .6.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.illustrate.frame import Frame
from engine.illustrate.layout_boxes import Box

KEPT = Path(__file__).with_name("covers.txt")
SHAPES = {"wide": (160, 90), "square": (120, 120), "tall": (90, 160)}
"""Shapes in which settings are measured, in pixels; a picture takes the one next to its own."""
CELL = 4
"""Pixels of a measured picture that make one letter of its map."""
FARTHEST = 0.2
"""What is farther hides nothing that is asked for."""
FOCUS_Y = 0.56
_FIRST = ord("/")
_NOTHING = "."
Map = NDArray[np.float64]


@dataclass(frozen=True)
class Cover:
    """The map of a setting for a picture: `depths` of the nearest sheet in each cell, 0 where there is none."""

    depths: Map
    frame: Frame
    zoom: float
    focus: float

    @staticmethod
    def of(setting: str, frame: Frame, zoom: float, focus: float) -> Cover:
        """A setting's cover; `focus` is where the camera looks (a share of the width), `zoom` how near it is."""
        shape = min(
            SHAPES, key=lambda name: abs(np.log(SHAPES[name][0] / SHAPES[name][1] * frame.height / frame.width))
        )
        return Cover(_read(setting, shape), frame, zoom, focus)

    def hidden(self, box: Box, depth: float) -> float:
        """The share of what is in the picture of a box (units) that is behind sheets nearer than this depth."""
        width, height = self.frame.width, self.frame.height
        box = max(box[0], 0.0), max(box[1], 0.0), min(box[2], width), min(box[3], height)
        if box[2] - box[0] < 1 or box[3] - box[1] < 1:
            return 0.0
        found = sum(self._behind(box, level) for level in np.unique(self.depths[self.depths > depth + 0.004]))
        return float(min(found, 1.0))

    def _behind(self, box: Box, level: float) -> float:
        """The share of a box that the sheets of one depth cover, as large as the camera shows them."""
        grown = 1 + (self.zoom - 1) * (0.25 + 0.75 * level)
        fx, fy = self.focus * self.frame.width, FOCUS_Y * self.frame.height
        rows, columns = self.depths.shape
        across = [(fx + (x - fx) / grown) / self.frame.width * columns for x in (box[0], box[2])]
        down = [(fy + (y - fy) / grown) / self.frame.height * rows for y in (box[1], box[3])]
        over = _parts(down, rows) @ (self.depths == level).astype(float) @ _parts(across, columns)
        return float(over / ((across[1] - across[0]) * (down[1] - down[0])))


def _parts(span: list[float], count: int) -> Map:
    """How much of each of so many cells a span covers."""
    cells = np.arange(count)
    return np.clip(np.minimum(span[1], cells + 1) - np.maximum(span[0], cells), 0.0, 1.0)


# ---------------------------------------------------------------- maps as letters


def letters(depths: Map) -> list[str]:
    """A map as rows of letters, one for each hundredth of depth."""
    return ["".join(_NOTHING if d < FARTHEST else chr(_FIRST + round((d - FARTHEST) * 100)) for d in row)
            for row in depths]  # fmt: skip


def _depths(rows: list[str]) -> Map:
    codes = np.array([[ord(letter) for letter in row] for row in rows], float)
    return np.where(codes == ord(_NOTHING), 0.0, FARTHEST + (codes - _FIRST) / 100)


@cache
def _kept() -> dict[str, list[str]]:
    """All kept maps by 'setting, shape'."""
    blocks = KEPT.read_text(encoding="ascii").strip().split("\n\n") if KEPT.exists() else []
    found = [block.split("\n") for block in blocks]
    return {block[0]: block[1:] for block in found}


@cache
def _read(setting: str, shape: str) -> Map:
    """A setting's map; one that nobody has measured hides nothing."""
    rows = _kept().get(f"{setting}, {shape}")
    return _depths(rows) if rows else np.zeros((1, 1))

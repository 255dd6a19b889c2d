"""Measures what the near sheets of every setting cover and keeps it for the layout, which draws nothing itself.

By hand, after a setting has changed: `python -m engine.illustrate.covers` (one part: names of settings).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.illustrate import kit
from engine.illustrate.compose import bare
from engine.illustrate.kit import registry
from engine.illustrate.layout_cover import CELL, FARTHEST, KEPT, SHAPES, letters
from engine.illustrate.scene import Scene

_SOLID = 0.5
"""The share of a cell that a sheet covers at least."""


def measured(setting: str, shape: str) -> list[str]:
    """A setting's map in a shape, as letters."""
    width, height = SHAPES[shape]
    stage, info = bare(Scene(setting=setting), "paper", width, height)
    info.draw(stage)
    margin = stage.frame.margin
    cells = -(-width // CELL), -(-height // CELL)
    depths: NDArray[np.float64] = np.zeros((cells[1], cells[0]))
    for cut in sorted(stage.cuts, key=lambda cut: cut.depth):
        alpha = np.asarray(cut.sheet.pixels[margin : margin + height, margin : margin + width, 3], np.float32)
        cover = cv2.resize(alpha / 255, cells, interpolation=cv2.INTER_AREA)
        depths[cover > _SOLID] = cut.depth
    return letters(np.where(depths < FARTHEST, 0.0, np.round(depths, 2)))


def main(names: Sequence[str]) -> None:
    """Measure these settings, or all, and keep their maps with those that are there."""
    kit.load()
    known = registry.settings()
    blocks = KEPT.read_text(encoding="ascii").strip().split("\n\n") if KEPT.exists() and names else []
    kept = {block.split("\n")[0]: block for block in blocks}
    for setting in names or sorted(known):
        for shape in SHAPES:
            title = f"{setting}, {shape}"
            kept[title] = "\n".join([title, *measured(setting, shape)])
    order = [f"{setting}, {shape}" for setting in sorted(known) for shape in SHAPES]
    KEPT.write_text("\n\n".join(kept[title] for title in order if title in kept) + "\n", encoding="ascii")


if __name__ == "__main__":
    main(sys.argv[1:])

"""What is drawn with words: rules, bars, strips, discs, underlines, dots and quotation marks.

Knows no layout; a place is a box in pixels of the canvas. Example: `draw(canvas, Accent("rule", box), colours)`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.looks import Colour
from engine.providers.image.typography.canvas import Canvas, Points, ellipse, smooth
from engine.providers.image.typography.column import Accent, Box

BLOCKS = ("strip", "disc")
"""The accents on which words stand; they belong to the ground."""


@dataclass(frozen=True)
class Inks:
    """The colours of accents: `bright` for small marks, `fine` for thin lines, `block` for strips behind words,
    `seal` for discs."""

    bright: Colour
    fine: Colour
    block: Colour
    seal: Colour


def _rectangle(box: Box) -> Points:
    left, top, right, bottom = box
    return np.array([[left, top], [right, top], [right, bottom], [left, bottom]])


def _strip(canvas: Canvas, box: Box, inks: Inks) -> None:
    """A band of paper, its ends cut a little aslant."""
    left, top, right, bottom = box
    lean = 0.05 * (bottom - top)
    shape = np.array(
        [
            [left - lean, top],
            [right + lean * 0.4, top + lean * 0.3],
            [right + lean, bottom],
            [left, bottom - lean * 0.3],
        ]
    )
    canvas.cut(shape, inks.block, lift=6, wobble=0.3, gradient=0.2, solid=True)


def _disc(canvas: Canvas, box: Box, inks: Inks) -> None:
    """A disc with a thin ring around it."""
    left, top, right, bottom = box
    x, y, radius = (left + right) / 2, (top + bottom) / 2, (right - left) / 2
    canvas.cut(ellipse(x, y, 0.955 * radius, steps=140), inks.seal, lift=12, wobble=0.7, gradient=0.5, solid=True)
    canvas.line(ellipse(x, y, radius, steps=160), inks.fine, 1.6, alpha=0.8, closed=True)


def _underline(canvas: Canvas, box: Box, inks: Inks) -> None:
    """One stroke of a flat brush: it swells, sways and thins out."""
    left, top, right, bottom = box
    t = np.linspace(0, 1, 26)
    middle = (top + bottom) / 2 + 0.3 * (bottom - top) * np.sin(2.2 * np.pi * t + 0.6)
    half = 0.36 * (bottom - top) * (0.35 + 0.65 * np.sin(np.pi * np.clip(0.08 + 0.86 * t, 0, 1)) ** 0.6)
    x = left + (right - left) * t
    canvas.cut(
        np.vstack([np.column_stack([x, middle - half]), np.column_stack([x, middle + half])[::-1]]),
        inks.bright,
        lift=2,
        wobble=0.5,
        outline=0.0,
        edge=0.4,
        solid=True,
    )


def _quote(canvas: Canvas, box: Box, inks: Inks) -> None:
    """Opening quotation marks: two drops with tails."""
    left, top, right, bottom = box
    tall, wide = bottom - top, (right - left) * 0.46
    for x in (left, right - wide):
        mark = smooth(
            [
                (x + 0.02 * wide, top + 0.66 * tall),
                (x + 0.16 * wide, top + 0.3 * tall),
                (x + 0.5 * wide, top + 0.06 * tall),
                (x + 0.78 * wide, top),
                (x + 0.84 * wide, top + 0.09 * tall),
                (x + 0.58 * wide, top + 0.24 * tall),
                (x + 0.5 * wide, top + 0.38 * tall),
                (x + 0.72 * wide, top + 0.42 * tall),
                (x + 0.98 * wide, top + 0.62 * tall),
                (x + 0.9 * wide, top + 0.88 * tall),
                (x + 0.56 * wide, top + tall),
                (x + 0.18 * wide, top + 0.9 * tall),
            ]
        )
        canvas.cut(mark, inks.bright, lift=3, wobble=0.2, solid=True)


def _dots(canvas: Canvas, box: Box, inks: Inks) -> None:
    left, top, right, bottom = box
    radius = (bottom - top) / 2
    for x in np.linspace(left + radius, right - radius, 3):
        canvas.cut(ellipse(float(x), top + radius, radius, steps=36), inks.bright, lift=2, wobble=0.2, solid=True)


def _flourish(canvas: Canvas, box: Box, inks: Inks) -> None:
    """A fine line with a lozenge in the middle."""
    left, top, right, bottom = box
    x, y, half = (left + right) / 2, (top + bottom) / 2, (bottom - top) / 2
    for start, end in ((left, x - 2.2 * half), (x + 2.2 * half, right)):
        canvas.cut(
            _rectangle((start, y - 0.065 * (bottom - top), end, y + 0.065 * (bottom - top))),
            inks.fine,
            lift=0,
            wobble=0,
            outline=0.0,
            edge=0.0,
            solid=True,
        )
    canvas.cut(
        np.array([[x, y - half], [x + half, y], [x, y + half], [x - half, y]]),
        inks.bright,
        lift=2,
        wobble=0.2,
        solid=True,
    )


def draw(canvas: Canvas, accent: Accent, inks: Inks) -> None:
    """Draw one accent at its place."""
    special = {
        "strip": _strip,
        "disc": _disc,
        "underline": _underline,
        "quote": _quote,
        "dots": _dots,
        "flourish": _flourish,
    }
    if accent.kind in special:
        special[accent.kind](canvas, accent.box, inks)
    elif accent.kind == "dot":
        left, top, right, bottom = accent.box
        canvas.cut(
            ellipse((left + right) / 2, (top + bottom) / 2, (bottom - top) / 2, steps=36),
            inks.bright,
            lift=2,
            wobble=0.2,
            solid=True,
        )
    else:
        thin = accent.kind == "hairline"
        canvas.cut(
            _rectangle(accent.box),
            inks.fine if thin else inks.bright,
            lift=0 if thin else 2,
            wobble=0.1,
            outline=0.0,
            edge=0.0 if thin else 0.5,
            solid=True,
        )

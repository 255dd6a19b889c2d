"""Land that several settings share: rows of peaks, and paths or streams that run toward us.

Example: `way(stage, "path", 0.44, colour, ((0.6, 0.5, 0.52), (0.8, 0.4, 0.6), (1.1, 0.2, 0.8)))`.
"""

from __future__ import annotations

from engine.illustrate.paint.path import box, polygon, smooth
from engine.illustrate.paint.pen import Pen, down
from engine.illustrate.palette import mix
from engine.illustrate.stage import Stage
from engine.looks import Colour


def way(
    stage: Stage, name: str, depth: float, colour: Colour, rows: tuple[tuple[float, float, float], ...]
) -> Pen:  # fmt: skip
    """A path or stream as rows of shares (height, left, right) from far to near, cut off at the first row's height."""
    pen = stage.sheet(name, depth, lift=4)
    (y0, a0, b0), (y1, a1, b1) = rows[0], rows[1]
    every = ((2 * y0 - y1, 2 * a0 - a1, 2 * b0 - b1), *rows)
    left = [(stage.x(a), stage.y(y)) for y, a, _ in every]
    right = [(stage.x(b), stage.y(y)) for y, _, b in reversed(every)]
    top, frame = stage.y(y0), stage.frame
    below = box(frame.left - 900, top, frame.right - frame.left + 1800, frame.foot * 2)
    fill = down(pen.lighter(colour, 0.03), pen.shaded(colour, 0.3), top, frame.height)
    pen.shape(smooth([*left, *right], curve=0.75) & below, fill, form=0.14, form_width=12)
    return pen


def peaks(stage: Stage, name: str, depth: float, low: float, rise: float, seed: int = 0, white: bool = True, tint: Colour | None = None) -> Pen:  # fmt: skip
    """A row of mountains standing on `low`, their tops white; gives the pen of their sheet."""
    pen = stage.sheet(name, depth, lift=9)
    rng, frame, s = pen.rng("peaks", seed), stage.frame, stage.scheme
    colour = mix(s.tone(depth), tint or (0.58, 0.64, 0.70), 0.1 if s.dark else 0.6)
    x = frame.left - rise * rng.uniform(0.1, 0.6)
    while x < frame.right:
        high, half = rise * rng.uniform(0.6, 1.1), rise * rng.uniform(0.75, 1.0)
        lean = half * rng.uniform(-0.2, 0.2)
        left, right = x, x + 2 * half
        top = (x + half + lean, low - high)
        row = [
            (left, low + 30),
            (left + half * 0.5, low - high * 0.42),
            top,
            (right - half * 0.45, low - high * 0.46),
            (right, low + 30),
        ]
        shape = polygon(row)
        pen.shape(
            shape,
            down(pen.lighter(colour, 0.03), pen.lighter(colour, -0.03), low - high, low),
            form=0.22,
            form_width=half * 0.5,
        )
        if white:
            hem = low - high * 0.66
            cap = shape & polygon([(left, top[1] - 9), (right, top[1] - 9), (right, hem), (top[0] + half * 0.2, hem + high * 0.1), (top[0] + half * 0.04, hem - high * 0.05),
                                   (top[0] - half * 0.16, hem + high * 0.12), (top[0] - half * 0.3, hem), (left, hem)])  # fmt: skip
            if cap.contours:
                pen.shape(cap, s.r(0.72 if s.dark else 1.0), form=0.16, form_width=half * 0.2, shadow=0.5)
        x += half * rng.uniform(1.0, 1.4)
    return pen

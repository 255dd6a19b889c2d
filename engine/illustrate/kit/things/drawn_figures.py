"""Numbers and marks that explain: a number on a card, a dial, bars that grow, an arrow, a balance. All take their
content from `options`.

Example: `Thing(id="n", kind="drawn number", options={"text": "95°"})`. Letters are outlines of the film's fonts.
"""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.paint.path import Path, box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen

_NO_WORDS = "drawn figure"


@lru_cache(maxsize=128)
def letters(text: str) -> Path:
    """The outline of a short text, 100 high from base line to the top of figures, its middle over x = 0."""
    from engine.fonts import faces_for

    faces = faces_for(text, "display")
    if not faces:
        return Path(())
    contours, x, high = [], 0.0, 1.0
    from fontTools.ttLib import TTFont

    with TTFont(faces[0].path, fontNumber=max(faces[0].index, 0), lazy=True) as font:
        glyphs, names = font.getGlyphSet(), font.getBestCmap()
        high = float(getattr(font["OS/2"], "sCapHeight", 0) or font["head"].unitsPerEm * 0.7)
        for letter in text:
            name = names.get(ord(letter))
            if name is None:
                continue
            contours += [row + np.array([x, 0.0]) for row in _contours(glyphs, name)]
            x += glyphs[name].width
    scale = 100 / high
    path = Path(tuple(contours)).scaled(scale, -scale)
    x0, _, x1, _ = path.bounds
    return path.moved(-(x0 + x1) / 2, 0.0)


def _contours(glyphs: object, name: str) -> list[np.ndarray]:
    from fontTools.pens.recordingPen import DecomposingRecordingPen

    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)  # type: ignore[index]
    found: list[list[list[tuple[float, float]]]] = []
    at = start = (0.0, 0.0)
    for verb, points in pen.value:
        if verb == "moveTo":
            at = start = points[0]
            found.append([])
        elif verb == "lineTo":
            found[-1].append(_straight(at, points[0]))
            at = points[0]
        elif verb == "curveTo":
            found[-1].append([at, *points])
            at = points[-1]
        elif verb == "qCurveTo":
            rows, at = _quadratic(at, points)
            found[-1] += rows
        elif verb == "closePath" and found[-1] and at != start:
            found[-1].append(_straight(at, start))
    return [np.array(rows, float) for rows in found if rows]


def _straight(a: tuple[float, float], b: tuple[float, float]) -> list[tuple[float, float]]:
    return [a, (a[0] + (b[0] - a[0]) / 3, a[1] + (b[1] - a[1]) / 3),
            (a[0] + (b[0] - a[0]) * 2 / 3, a[1] + (b[1] - a[1]) * 2 / 3), b]  # fmt: skip


def _quadratic(
    at: tuple[float, float], points: tuple[tuple[float, float], ...]
) -> tuple[list[list[tuple[float, float]]], tuple[float, float]]:
    """A run of quadratic curves with implied points between (TrueType)."""
    rows = []
    for i, control in enumerate(points[:-1]):
        last = i == len(points) - 2
        end = points[-1] if last else ((control[0] + points[i + 1][0]) / 2, (control[1] + points[i + 1][1]) / 2)
        rows.append([
            at, (at[0] + (control[0] - at[0]) * 2 / 3, at[1] + (control[1] - at[1]) * 2 / 3),
            (end[0] + (control[0] - end[0]) * 2 / 3, end[1] + (control[1] - end[1]) * 2 / 3), end,
        ])  # fmt: skip
        at = end
    return rows, at


def _word(pen: Pen, text: str, x: float, y: float, tall: float, wide: float) -> None:
    """A text with its middle at (x, y)."""
    path = letters(text)
    x0, y0, x1, y1 = path.bounds
    if x1 <= x0:
        return
    scale = min(tall / 100, wide / (x1 - x0))
    made = path.scaled(scale).moved(x, y - (y0 + y1) / 2 * scale)
    pen.calm(0.25).shape(made, pen.r(0.06) if not pen.scheme.dark else pen.r(0.08), line=0.5, shadow=0.3, edge=0.2)


def _card(pen: Pen, path: Path) -> None:
    pen.shape(path, pen.mix(pen.r(0.96), pen.L, 0.25), form=0.08, line=1, shadow=1)


@thing("drawn number", metres=0.34, box=(-78, -100, 78, 4), words=_NO_WORDS, kinds="diagram", category="diagram",
       contact="ground", motion="still", faces="none")  # fmt: skip
def drawn_number(pen: Pen, ask: Ask) -> None:
    """A number on a standing card."""
    text = ask.options.get("text", "")
    pen.shape(polygon([(-30, 2), (-20, -20), (20, -20), (30, 2)]), pen.natural("wood"), form=0.3)
    _card(pen, box(-74, -100, 148, 88, 10))
    pen.shape(box(-74, -22, 148, 10, 4), pen.A, line=0, shadow=0, edge=0.3, wobble=0.3)
    _word(pen, text, 0, -62, 52, 128)


@thing("drawn dial", metres=0.36, box=(-52, -100, 52, 2), words="dial face", kinds="diagram", category="diagram",
       contact="ground", motion="still", faces="none")  # fmt: skip
def drawn_dial(pen: Pen, ask: Ask) -> None:
    """A round dial; `options['share']` of it is filled, its text stands below the middle."""
    share = min(max(float(ask.options.get("share", "0.25") or 0.25), 0.0), 1.0)
    pen.shape(polygon([(-34, 2), (-24, -14), (24, -14), (34, 2)]), pen.natural("dark wood"), form=0.3)
    pen.shape(oval(0, -54, 50), pen.A, form=0.3)
    _card(pen, oval(0, -54, 42))
    if share >= 0.999:
        pen.shape(oval(0, -54, 38), pen.mix(pen.B, pen.L, 0.35), line=0.4, shadow=0.2, edge=0.3)
    elif share > 0:
        arc = [(0.0, -54.0)]
        steps = max(3, round(40 * share))
        for i in range(steps + 1):
            turn = 2 * math.pi * share * i / steps
            arc.append((38 * math.sin(turn), -54 - 38 * math.cos(turn)))
        pen.shape(polygon(arc), pen.mix(pen.B, pen.L, 0.35), line=0.4, shadow=0.2, edge=0.3)
    for i in range(12):
        turn = math.tau * i / 12
        x, y = 35 * math.sin(turn), -54 - 35 * math.cos(turn)
        pen.shape(oval(x, y, 2.2 if i % 3 else 3.4), pen.r(0.15), line=0, shadow=0, edge=0)
    turn = math.tau * share
    tip = (33 * math.sin(turn), -54 - 33 * math.cos(turn))
    pen.line([(0, -54), tip], pen.r(0.06), 4.0, curve=0)
    pen.shape(oval(0, -54, 5), pen.r(0.06), line=0)
    if ask.options.get("text"):
        _word(pen, ask.options["text"], 0, -74 if 0.25 < share < 0.75 else -33, 20, 44)


@thing("drawn bars", metres=0.4, box=(-70, -100, 70, 2), words="bar chart, chart, graph", kinds="diagram",
       category="diagram", contact="ground", motion="still", faces="none")  # fmt: skip
def drawn_bars(pen: Pen, ask: Ask) -> None:
    """Bars of the heights in `options['values']` (shares), the last one in the main colour."""
    values = [min(max(float(v), 0.04), 1.0) for v in ask.options.get("values", "0.3 0.5 0.75 1").split()[:6]]
    wide = 128 / len(values)
    for i, value in enumerate(values):
        x = -64 + i * wide
        colour = pen.A if i == len(values) - 1 else pen.mix(pen.B, pen.G, i / max(len(values) - 1, 1) * 0.5)
        pen.shape(box(x + 3, -4 - 96 * value, wide - 6, 96 * value + 2, 4), colour, form=0.3, rim=True, rim_width=2)
    pen.shape(box(-70, -5, 140, 7, 3), pen.natural("dark wood"), form=0.2)
    if ask.options.get("way") in ("up", "down"):
        _way(pen, ask.options["way"] == "up")


def _way(pen: Pen, up: bool) -> None:
    """An arrow over the low bars: where it goes."""
    row = [(-58.0, -58.0), (-24.0, -66.0), (4.0, -84.0)] if up else [(-4.0, -92.0), (28.0, -72.0), (54.0, -46.0)]
    tone = pen.mix(pen.r(0.1), pen.G, 0.2)
    pen.line(row, tone, 5, ink=0.6)
    head = polygon([(-9, -10), (12, 0), (-9, 10)]).turned(-38 if up else 46).moved(*row[-1])
    pen.shape(head, tone, form=0.15, line=0.6, shadow=0.6)


@thing("drawn share", metres=0.4, box=(-52, -100, 52, 2), words="share chart", kinds="diagram", category="diagram",
       contact="ground", motion="still", faces="none")  # fmt: skip
def drawn_share(pen: Pen, ask: Ask) -> None:
    """A disc of which `options['share']` is cut and drawn out, with its text on the part."""
    share = min(max(float(ask.options.get("share", "0.5") or 0.5), 0.02), 0.98)
    pen.shape(polygon([(-34, 2), (-24, -12), (24, -12), (34, 2)]), pen.natural("dark wood"), form=0.3)
    pen.shape(oval(0, -54, 46), pen.mix(pen.B, pen.r(0.85), 0.45), form=0.3, rim=True, rim_width=2)
    steps = max(3, round(48 * share))
    turns = [math.tau * (0.25 - share / 2 + share * i / steps) for i in range(steps + 1)]
    part = polygon([(0.0, 0.0), *((44 * math.sin(turn), -44 * math.cos(turn)) for turn in turns)])
    pen.shape(part.moved(5, -54), pen.A, form=0.25, rim=True, rim_width=2)
    if ask.options.get("text"):
        _word(pen, ask.options["text"], 5 + 24, -54, 24, 36)


@thing("drawn arrow", metres=0.3, box=(-70, -100, 70, 2), words="arrow sign", kinds="diagram", category="diagram",
       contact="ground", motion="still")  # fmt: skip
def drawn_arrow(pen: Pen, ask: Ask) -> None:
    """A broad arrow to the right: what follows from what."""
    row = [(-66, -66), (10, -66), (10, -92), (66, -52), (10, -12), (10, -38), (-66, -38)]
    pen.shape(polygon(row), pen.A, form=0.25, rim=True)


@thing("drawn balance", metres=0.5, box=(-78, -100, 78, 2), words="balance scale, weighing scale", kinds="diagram",
       category="diagram", contact="ground", motion="still", tops=((-56, -34), (56, -34)))  # fmt: skip
def drawn_balance(pen: Pen, ask: Ask) -> None:
    """A pair of scales; `options['tilt']` -1 to 1 lowers its right pan."""
    tilt = min(max(float(ask.options.get("tilt", "0") or 0), -1.0), 1.0) * 12
    brass = pen.natural("brass")
    pen.shape(polygon([(-26, 2), (-18, -8), (18, -8), (26, 2)]), brass, form=0.3)
    pen.shape(box(-4, -96, 8, 90, 3), brass, form=0.3)
    pen.shape(
        smooth([(-58, -90 - tilt), (0, -98), (58, -90 + tilt), (58, -85 + tilt), (0, -91), (-58, -85 - tilt)]), brass
    )
    for x, y in ((-56, -38 - tilt), (56, -38 + tilt)):
        pen.line([(x, y - 50), (x - 18, y)], brass, 1.6, curve=0)
        pen.line([(x, y - 50), (x + 18, y)], brass, 1.6, curve=0)
        pen.shape(smooth([(x - 22, y), (x + 22, y), (x + 12, y + 10), (x - 12, y + 10)]), brass, form=0.3)

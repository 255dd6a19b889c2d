"""Rows of type stacked in an area: sizes chosen so that all fits, lines balanced, edges aligned by ink, nothing
overlapping.

Knows no layouts by name and no colours. Boxes are (left, top, right, bottom) in pixels.
Example: `stack([Row("ninety-one", face, 180)], Area(115, 65, 1165, 555), align="left")`.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from engine.providers.image.typography.setting import Face, Fit, fit, fit_anyhow, ink_of

Align = Literal["left", "center", "right"]
Tone = Literal["main", "soft", "accent"]
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Row:
    """One thing in a column. Text: set in up to `most` lines of up to `size` pixels. Without text: an ornament `size`
    high.

    `above` is the gap to the row before, in pixels; `fill` makes its lines as wide as the widest row (between `fill`
    and 1 of its size); `accent` is drawn with it ('strip', 'underline'); `keep` says that it may not be left out.
    """

    text: str = ""
    face: Face = Face()  # noqa: RUF009 (frozen)
    size: float = 0.0
    most: int = 1
    tone: Tone = "main"
    above: float = 0.0
    fill: float = 0.0
    ornament: str = ""
    wide: float = 0.0
    accent: str = ""
    keep: bool = False


@dataclass(frozen=True)
class Area:
    """Where a column may stand."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True)
class Line:
    """A set line: the pen starts at x on the baseline; `box` is its ink."""

    text: str
    face: Face
    size: float
    x: float
    baseline: float
    tone: Tone
    box: Box


@dataclass(frozen=True)
class Accent:
    """Something drawn beside, behind or between words."""

    kind: str
    box: Box


@dataclass(frozen=True)
class Arrangement:
    """A finished column: everything has its place."""

    lines: tuple[Line, ...] = ()
    accents: tuple[Accent, ...] = ()

    @property
    def box(self) -> Box:
        """What words and accents take up together; a point in the middle of nowhere when there are none."""
        boxes = [line.box for line in self.lines] + [accent.box for accent in self.accents]
        if not boxes:
            return (0.0, 0.0, 0.0, 0.0)
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)

    @property
    def words(self) -> Box:
        """What the words alone take up."""
        return Arrangement(self.lines).box

    def moved(self, dx: float, dy: float) -> Arrangement:
        """The same, elsewhere."""

        def shift(box: Box) -> Box:
            return box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy

        return Arrangement(
            tuple(replace(n, x=n.x + dx, baseline=n.baseline + dy, box=shift(n.box)) for n in self.lines),
            tuple(replace(a, box=shift(a.box)) for a in self.accents),
        )


@dataclass(frozen=True)
class _Set:
    """A row with its lines chosen: `tops` and `height` in pixels from the row's own top, by ink."""

    row: Row
    fit: Fit
    baselines: tuple[float, ...]
    height: float
    width: float


def stack(
    rows: Sequence[Row],
    area: Area,
    *,
    align: Align = "left",
    across: float | None = None,
    down: float = 0.5,
    least: float = 12.0,
) -> Arrangement:
    """Set rows under each other. `across` and `down` (0 to 1) say where in the area the whole stands; rows that would
    become smaller than `least` pixels are left out, those to keep excepted."""
    chosen = _choose([row for row in rows if row.text or row.ornament], area, least)
    width = max((s.width for s in chosen), default=0.0)
    height = sum(s.height + (s.row.above if i else 0.0) for i, s in enumerate(chosen))
    share = {"left": 0.0, "center": 0.5, "right": 1.0}[align] if across is None else across
    left = area.left + (area.width - width) * share
    y = area.top + max(area.height - height, 0.0) * down
    lines: list[Line] = []
    accents: list[Accent] = []
    for i, item in enumerate(chosen):
        y += item.row.above if i else 0.0
        _place(item, left, width, y, align, lines, accents)
        y += item.height
    return Arrangement(tuple(lines), tuple(accents))


def _choose(rows: list[Row], area: Area, least: float) -> list[_Set]:
    """Shrink rows until they fit, then leave out the weakest, until nothing is too small."""
    while True:
        scale = 1.0
        made = _measure(rows, area, scale, least)
        for _ in range(9):
            height = sum(s.height + (s.row.above if i else 0.0) for i, s in enumerate(made))
            if height <= area.height:
                break
            scale *= max(0.55, 0.985 * area.height / height)
            made = _measure([replace(r, above=r.above * scale) for r in rows], area, scale, least)
        small = [s.row.text for s in made if s.row.text and not s.row.keep and s.fit.size < least]
        crowded = sum(s.height + (s.row.above if i else 0.0) for i, s in enumerate(made)) > area.height * 1.001
        loose = [row for row in rows if not row.keep and (row.text in small or crowded)]
        if not loose:
            return made
        rows = [row for row in rows if row is not loose[-1]]


def _measure(rows: list[Row], area: Area, scale: float, least: float) -> list[_Set]:
    full = [_fitted(row, area.width, scale, area.height, least) for row in rows if not row.fill]
    widest = max((s.width for s in full), default=area.width)
    done = iter(full)
    return [_fitted(row, widest, scale, area.height, least) if row.fill else next(done) for row in rows]


def _fitted(row: Row, width: float, scale: float, height: float, least: float) -> _Set:
    if row.ornament:
        size = row.size * max(scale, 0.5)
        return _Set(row, Fit((), size), (), size, min(row.wide * max(scale, 0.5), width))
    pad = _pad(row)
    found = fit(row.text, row.face, row.size * scale, width / (1 + pad), row.most, height)
    if row.keep and found.size < least and found.size < row.size * scale * 0.9:
        wrapped = fit_anyhow(row.text, row.face, min(least, row.size), width / (1 + pad))
        found = wrapped if len(wrapped.lines) * wrapped.size * 1.2 < height else found
    return _stacked(row, found)


def _pad(row: Row) -> float:
    """The room that a strip needs on both sides together, as a share of the words' width."""
    return 0.1 if row.accent == "strip" else 0.0


def _stacked(row: Row, found: Fit) -> _Set:
    """Baselines of a row's lines: evenly spaced, never so near that the ink of two lines comes close."""
    inks = [ink_of(line, row.face) for line in found.lines]
    size = found.size
    strip = row.accent == "strip"
    gap = (0.42 if strip else 0.13) * size
    pitch = max([0.98 * size] + [(a.bottom - b.top) * size + gap for a, b in itertools.pairwise(inks)])
    edge = 0.14 * size if strip else 0.0
    first = -inks[0].top * size + edge if inks else 0.0
    baselines = tuple(first + pitch * i for i in range(len(inks)))
    tail = 0.22 * size if row.accent == "underline" else edge
    height = (baselines[-1] + inks[-1].bottom * size + tail) if inks else 0.0
    width = max((ink.width * size for ink in inks), default=0.0) * (1 + _pad(row))
    return _Set(row, found, baselines, height, width)


def _place(
    item: _Set, left: float, width: float, top: float, align: Align, lines: list[Line], accents: list[Accent]
) -> None:
    """Give a row its place; `left` and `width` are the whole column's."""
    share = {"left": 0.0, "center": 0.5, "right": 1.0}[align]
    if item.row.ornament:
        x = left + (width - item.width) * share
        accents.append(Accent(item.row.ornament, (x, top, x + item.width, top + item.height)))
        return
    size = item.fit.size
    side = _pad(item.row) / 2
    for text, down in zip(item.fit.lines, item.baselines, strict=True):
        ink = ink_of(text, item.row.face)
        room = ink.width * size * (1 + 2 * side)
        x = left + (width - room) * share + ink.width * size * side
        base = top + down
        box = (x, base + ink.top * size, x + ink.width * size, base + ink.bottom * size)
        lines.append(Line(text, item.row.face, size, x - ink.left * size, base, item.row.tone, box))
        if item.row.accent == "strip":
            accents.append(
                Accent(
                    "strip",
                    (
                        box[0] - ink.width * size * side,
                        box[1] - 0.14 * size,
                        box[2] + ink.width * size * side,
                        box[3] + 0.14 * size,
                    ),
                )
            )
    if item.row.accent == "underline" and lines:
        last = lines[-1].box
        accents.append(
            Accent(
                "underline",
                (
                    last[0],
                    last[3] + 0.1 * size,
                    last[2],
                    last[3] + 0.1 * size + min(0.11 * size, 0.016 * (last[2] - last[0]) + 6),
                ),
            )
        )

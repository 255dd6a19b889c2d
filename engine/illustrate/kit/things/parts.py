"""Parts that many things share: masses, flat marks, turned vessels, bars, wheels, panes, steam. Declares nothing.

Units are those of things (100 tall, y down). Example: `vessel(pen, [(30, -100), (40, -50), (24, 0)], pen.G)` is a vase.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from engine.illustrate.paint.path import Path, Point, box, oval, polygon, smooth
from engine.illustrate.paint.pen import Fill, Pen, across, down
from engine.looks import Colour

# fmt: off  (outlines are rows of numbers)


def ink_of(pen: Pen) -> Colour:
    """The colour of writing."""
    return pen.mix(pen.r(0.12), pen.G, 0.25)


def mark(pen: Pen, path: Path, fill: Fill, line: float = 0.5, alpha: float = 1.0) -> None:
    """A flat mark on a form: no shadow, no cut edge."""
    if path.contours:
        pen.shape(path, fill, shadow=0, edge=0, line=line, alpha=alpha)


def mass(
    pen: Pen,
    path: Path,
    colour: Colour,
    form: float = 0.3,
    shade: float = 0.2,
    width: float | None = None,
    rim: float = 2.0,
    line: float = 1.0,
    shadow: float = 1.0,
    fall: bool = False,
) -> None:
    """A form with body: shaded across (or down with `fall`), a dark side `form_width` wide, a lit edge."""
    x0, y0, x1, y1 = path.bounds
    dim = pen.shaded(colour, shade)
    fill = down(colour, dim, y0, y1) if fall else across(colour, dim, x0, x1)
    pen.shape(
        path, fill, form=form, form_width=width, rim=True if rim else None, rim_width=rim, line=line, shadow=shadow
    )


def lathe(rows: Sequence[Point], curve: float = 0.55) -> Path:
    """The outline of a turned thing from (half width, y) rows, top to bottom; `curve` 0 for straight sides."""
    right, left = [(half, y) for half, y in rows], [(-half, y) for half, y in reversed(rows)]
    row = [point for i, point in enumerate([*right, *left]) if i == 0 or point != [*right, *left][i - 1]]
    return smooth(row, curve=curve) if curve else polygon(row)


def vessel(
    pen: Pen,
    rows: Sequence[Point],
    colour: Colour,
    curve: float = 0.55,
    inside: Colour | None = None,
    lip: float = 0.16,
    gleam: bool = True,
) -> Path:
    """A turned vessel standing at x = 0. With `inside` its mouth is seen, an oval of `lip` times its half width."""
    half, top = rows[0]
    if inside is not None:
        pen.shape(oval(0, top, half, half * lip + 0.6), pen.lighter(colour, 0.06), line=0.9, shadow=0.6)
        mark(pen, oval(0, top + 0.5, half * 0.88, half * lip * 0.74), inside)
        body = lathe(rows, curve) - oval(0, top, half, half * lip)
    else:
        body = lathe(rows, curve)
    mass(pen, body, colour, 0.34, 0.22)
    if gleam:
        x0, y0, x1, y1 = body.bounds
        wide, tall = x1 - x0, y1 - y0
        shine(pen, body, x0 + wide * 0.2, y0 + tall * 0.3, wide * 0.035, tall * 0.16)
    return body


def shine(pen: Pen, body: Path, x: float, y: float, across_: float, down_: float, turn: float = 8) -> None:
    """A light stroke on a glazed or polished form."""
    mark(pen, oval(0, 0, across_, down_).turned(turn).moved(x, y) & body, pen.r(1.0), line=0, alpha=0.55)


def bar(a: Point, b: Point, start: float, end: float | None = None) -> Path:
    """A straight bar from a to b with half widths at both ends."""
    end = start if end is None else end
    dx, dy = b[0] - a[0], b[1] - a[1]
    size = math.hypot(dx, dy) or 1.0
    nx, ny = -dy / size, dx / size
    return polygon(
        [
            (a[0] + nx * start, a[1] + ny * start),
            (b[0] + nx * end, b[1] + ny * end),
            (b[0] - nx * end, b[1] - ny * end),
            (a[0] - nx * start, a[1] - ny * start),
        ]
    )


def bars(pen: Pen, rows: Sequence[tuple[Point, Point]], half: float, colour: Colour, form: float = 0.3) -> None:
    """Several bars of one thickness."""
    for a, b in rows:
        pen.shape(bar(a, b, half), colour, form=form, line=0.8, shadow=0.7)


def ring(x: float, y: float, radius: float, width: float, down_: float | None = None) -> Path:
    """A flat ring; its outer half widths are `radius` and `down_`."""
    tall = radius if down_ is None else down_
    return oval(x, y, radius, tall) - oval(x, y, radius - width, tall - width)


def wheel(pen: Pen, x: float, y: float, r: float, hub: Colour | None = None, spokes: int = 0) -> None:
    """A wheel with a tyre, or with spokes and a wooden or iron felly in the colour `hub`."""
    calm = pen.calm(0.3)
    metal = hub or pen.natural("steel")
    if not spokes:
        calm.shape(oval(x, y, r), pen.natural("rubber"), form=0.2, line=0.9)
        calm.shape(oval(x, y, r * 0.56), metal, form=0.35, line=0.7, shadow=0.4)
        mark(calm, oval(x, y, r * 0.2), pen.natural("iron"))
        return
    for i in range(spokes):
        turn = (i + 0.35) * math.pi / spokes
        dx, dy = math.cos(turn) * r * 0.9, math.sin(turn) * r * 0.9
        calm.line([(x - dx, y - dy), (x + dx, y + dy)], pen.shaded(metal, 0.2), r * 0.09, ink=0.5)
    calm.shape(ring(x, y, r, r * 0.17), metal, form=0.3, line=0.8, shadow=0.7)
    calm.shape(oval(x, y, r * 0.2), pen.shaded(metal, 0.25), form=0.3, line=0.7, shadow=0.5)


def pane(
    pen: Pen,
    x: float,
    y: float,
    wide: float,
    tall: float,
    lit: bool,
    frame: Colour | None = None,
    bars_: bool = True,
    radius: float = 0.8,
    lamp: bool = True,
) -> None:
    """A window from its top left corner; it glows when lamps burn."""
    edge = max(1.0, min(wide, tall) * 0.1)
    trim = frame or pen.mix(pen.r(0.96), pen.B, 0.1)
    pen = pen.calm(0.5)
    pen.shape(
        box(x - edge, y - edge, wide + 2 * edge, tall + 2 * edge, radius + edge), trim, line=0.7, shadow=0.5, edge=0.4
    )
    glass = pen.mix(pen.lit, pen.B, 0.3) if lit else pen.mix(pen.r(0.4), pen.G, 0.4)
    mark(pen, box(x, y, wide, tall, radius), glass)
    if bars_:
        pen.line([(x + wide / 2, y), (x + wide / 2, y + tall)], trim, edge * 0.8, ink=0.5)
        pen.line([(x, y + tall * 0.48), (x + wide, y + tall * 0.48)], trim, edge * 0.8, ink=0.5)
    if lit and lamp:
        pen.glow(x + wide / 2, y + tall / 2, max(wide, tall) * 1.3, pen.B, 0.35)


def arched(x: float, y: float, wide: float, tall: float, point: float = 0.0) -> Path:
    """A doorway with a round head, its middle foot at (x, y); `point` raises the head to a tip (of `wide`)."""
    half, spring = wide / 2, y - tall + wide / 2
    if not point:
        return box(x - half, spring, wide, tall - half) | oval(x, spring + 0.05, half)
    tip, low = y - tall, y - tall + wide * point
    return smooth(
        [
            (x - half, y),
            (x - half, (y + low) / 2),
            (x - half, low),
            (x - half * 0.62, low - (low - tip) * 0.62),
            (x, tip),
            (x + half * 0.62, low - (low - tip) * 0.62),
            (x + half, low),
            (x + half, (y + low) / 2),
            (x + half, y),
        ],
        curve=0.45,
    )


def steam(pen: Pen, x: float, y: float, tall: float, wisps: int = 3, gap: float = 9.0) -> None:
    """Pale wisps that rise from y."""
    for i in range(wisps):
        at, lean = x + (i - (wisps - 1) / 2) * gap, 1 if i % 2 else -1
        rise = tall * (1.0 if i == wisps // 2 else 0.78)
        row = [(at, y), (at + lean * tall * 0.1, y - rise * 0.3), (at - lean * tall * 0.08, y - rise * 0.62)]
        pen.line([*row, (at + lean * tall * 0.05, y - rise)], pen.r(1.0), max(2.0, tall * 0.07), alpha=0.5, ink=0)


def flame(pen: Pen, x: float, y: float, tall: float, glow: float = 2.4) -> None:
    """A burning flame standing on (x, y), with its light."""
    half = tall * 0.26
    for k, colour in (
        (1.0, pen.natural("fire")),
        (0.66, pen.mix(pen.L, pen.B, 0.35)),
        (0.34, pen.mix(pen.L, pen.r(1.0), 0.6)),
    ):
        row = [
            (x + half * 0.1, y - tall * k),
            (x + half * k, y - tall * 0.34 * k),
            (x, y),
            (x - half * k, y - tall * 0.3 * k),
        ]
        pen.shape(smooth(row), colour, shadow=0, edge=0, line=0.6 if k == 1 else 0)
    if glow:
        pen.glow(x, y - tall * 0.4, tall * glow, pen.B, 0.5)
        pen.glow(x, y - tall * 0.4, tall * 0.8, pen.L, 0.6, 1.6)


def white(pen: Pen, warm: float = 0.14) -> Colour:
    """The white of cloth, paper and plaster in this light."""
    return pen.mix(pen.r(1.0), pen.L, warm)


def sailcloth(pen: Pen) -> Colour:
    """Cloth seen against the sky: pale by night, tanned by day, when the sky is pale."""
    return pen.mix(white(pen), pen.A, 0.06 if pen.dark else 0.88)


def hue(pen: Pen, name: str, toward: float = 0.12) -> Colour:
    """A named hue of fruit or petals, drawn a little into the palette."""
    return pen.mix(pen.scheme.named(name, pen.A), pen.r(0.5), toward)


def rows_of(pen: Pen, path: Path, colour: Colour, count: int, tall: float = 4.0) -> None:
    """Some bricks or stones that show on a wall."""
    x0, y0, x1, y1 = path.bounds
    rng = pen.rng("rows", round(x0), round(y0))
    for _ in range(count):
        wide = tall * rng.uniform(1.6, 2.6)
        left, top = rng.uniform(x0 + 1, max(x1 - wide, x0 + 1.5)), rng.uniform(y0 + 1, max(y1 - tall, y0 + 1.5))
        tone = pen.mix(colour, pen.r(0.85 if rng.random() < 0.5 else 0.1), 0.2)
        mark(pen, path & box(left, top, wide, tall, tall * 0.25), tone, line=0.4)


def fan(
    pen: Pen,
    x: float,
    y: float,
    reach: float,
    count: int,
    colour: Colour,
    half: float = 3.0,
    spread: float = 70.0,
    droop: float = 0.0,
) -> None:
    """Long leaves from one foot, spread to both sides; `droop` bends their tips down."""
    for i in range(count):
        share = (i / (count - 1) * 2 - 1) if count > 1 else 0.0
        turn = math.radians(share * spread)
        size = reach * (1 - 0.18 * abs(share))
        tip = (x + math.sin(turn) * size, y - math.cos(turn) * size + droop * abs(share) * reach)
        middle = (x + math.sin(turn * 0.75) * size * 0.55, y - math.cos(turn * 0.75) * size * 0.58)
        path = smooth(
            [
                (x - half * 0.4, y),
                (middle[0] - half, middle[1]),
                tip,
                (middle[0] + half, middle[1] + half * 0.3),
                (x + half * 0.4, y),
            ],
            curve=0.7,
        )
        pen.shape(path, pen.lighter(colour, 0.05 * math.sin(i * 2.3)), form=0.3, shadow=0.6)


def gold_of(pen: Pen, name: str = "metal") -> Colour:
    """Gold, or the colour chosen for that slot."""
    return pen.slot(name, pen.mix(pen.natural("brass"), pen.B, 0.45))


def jewel(pen: Pen, x: float, y: float, r: float, tone: Colour) -> None:
    """A round stone with a glint."""
    mass(pen, oval(x, y, r), tone, 0.35, rim=1, shadow=0.5)
    mark(pen, oval(x - r * 0.3, y - r * 0.35, r * 0.25), pen.r(1.0), 0, 0.8)


def glazing(pen: Pen, path: Path, lit: bool) -> None:
    """A window of a vehicle: lit, or pale with a streak."""
    mark(pen, path, pen.mix(pen.lit, pen.B, 0.25) if lit else pen.mix(pen.natural("glass"), pen.r(0.85), 0.35), 0.7)
    x0, y0, x1, y1 = path.bounds
    if not lit:
        wide = x1 - x0
        mark(
            pen,
            path
            & polygon([(x0 + wide * 0.2, y1), (x0 + wide * 0.45, y0), (x0 + wide * 0.62, y0), (x0 + wide * 0.37, y1)]),
            pen.r(1.0),
            0,
            0.4,
        )

"""Birds from parameters: body, neck, head, beak, wings folded or spread, tail, legs, in their poses.

Units: the builder's own, ground (or water line) at y = 0, facing right. Example: `draw_bird(pen, Bird(), Plumage.of(...), "fly")`.
"""
# outlines are rows of points, tables rows of words: they read best as written
# fmt: off

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from engine.illustrate.kit.animals.beasts import black, eye, flat, shade
from engine.illustrate.paint.forms import tube
from engine.illustrate.paint.path import Path, Point, oval, smooth
from engine.illustrate.paint.pen import Pen
from engine.looks import Colour


@dataclass(frozen=True)
class Plumage:
    """Colours of one bird; `closed` shuts its eye."""

    body: Colour
    belly: Colour
    wing: Colour
    head: Colour
    beak: Colour
    legs: Colour
    tail: Colour
    closed: bool = False
    pose: str = ""


Extra = Callable[[Pen, Plumage], None]


@dataclass(frozen=True)
class Bird:
    """`long` and `deep`: half length and half depth of the body, `tilt`: how steeply it stands; `legs`: their length;
    `neck`: length, angle up from forward, half widths at base and head; `head`: its radius; `beak`: kind, length and
    thickness in head radii; `tail`: length, half width, angle below the body's axis; `wing`: length and depth in body
    lengths; `web`: a swimmer's feet; `crest` draws on the head, `fan` behind the body."""

    long: float = 25.0
    deep: float = 16.0
    tilt: float = 22.0
    legs: float = 14.0
    neck: tuple[float, float, float, float] = (10.0, 60.0, 11.0, 9.0)
    head: float = 11.5
    beak: tuple[str, float, float] = ("cone", 0.75, 0.42)
    tail: tuple[float, float, float] = (22.0, 6.0, 4.0)
    wing: tuple[float, float] = (1.25, 0.72)
    web: bool = False
    white: float = 0.0
    crest: Extra | None = None
    fan: Extra | None = None
    patch: bool = True
    size: float = 1.0


# ---------------------------------------------------------------- parts


def beak(kind: str, r: float, long: float, thick: float) -> Path:
    """A beak on a head of radius r at the origin."""
    x, tip, h = r * 0.72, r * (0.85 + long), r * thick
    if kind == "hook":
        return smooth([(x, -h), (x + r * long * 0.6, -h * 0.9), (tip, -h * 0.1), (tip - r * 0.08, h * 1.25),
            (tip - r * 0.34, h * 0.5), (x, h * 0.75)])
    if kind == "bill":
        return smooth([(x, -h), (x + r * long * 0.4, -h * 0.25), (tip - r * 0.1, -h * 0.28), (tip, h * 0.35),
            (tip - r * 0.3, h * 0.72), (x, h)])
    if kind == "curved":
        return smooth([(x, -h * 1.2), (x + r * long * 0.5, -h * 1.1), (tip, h * 0.4), (tip - r * 0.4, h * 0.9), (x, h)])
    return smooth([(x, -h), (x + r * long * 0.55, -h * 0.36), (tip, h * 0.16), (x + r * long * 0.5, h * 0.62), (x, h)],
        curve=0.55)


def spread_wing(long: float, wide: float) -> Path:
    """A raised wing: its root at the origin, its tips up and back, with cut feathers."""
    lead = [(wide * 0.55, 2.0), (wide * 0.62, -long * 0.34), (wide * 0.3, -long * 0.72), (-wide * 0.12, -long)]
    row: list[Point] = list(lead)
    tips = ((-0.5, -0.92), (-0.82, -0.72), (-1.02, -0.48), (-1.05, -0.24))
    for i, (x, y) in enumerate(tips):
        row.append((x * wide * 0.86 + wide * 0.1, y * long - long * 0.0))
        if i < len(tips) - 1:
            nx, ny = tips[i + 1]
            row.append(((x + nx) / 2 * wide * 0.72 + wide * 0.12, (y + ny) / 2 * long + long * 0.03))
    row += [(-wide * 0.7, -long * 0.06), (-wide * 0.5, 4.0)]
    return smooth(row, curve=0.8)


def _folded_wing(bird: Bird) -> Path:
    long, deep = bird.long * bird.wing[0], bird.deep * bird.wing[1]
    return smooth([(long * 0.42, -deep * 0.35), (long * 0.1, -deep * 0.95), (-long * 0.5, -deep * 0.62), (-long * 1.0,
        0.0),
                   (-long * 0.55, deep * 0.5), (-long * 0.05, deep * 0.78), (long * 0.34, deep * 0.42)])


def _leg(pen: Pen, colour: Colour, a: Point, b: Point, web: bool) -> None:
    pen.line([a, ((a[0] + b[0]) / 2 - 1.2, (a[1] + b[1]) / 2), b], colour, 2.3, ink=0.6, wobble=0.3)
    x, y = b
    if web:
        pen.shape(smooth([(x - 2, y + 1), (x, y - 2.4), (x + 9, y - 0.4), (x + 9.5, y + 1.2)], curve=0.6), colour,
            line=0.6, shadow=0.3, wobble=0.2)
        return
    for dx, dy in ((7.0, 0.4), (5.2, 1.6), (-3.6, 0.8)):
        pen.line([(x, y - 0.6), (x + dx, y + dy - 0.6)], colour, 1.8, ink=0.5, wobble=0.2)


# ---------------------------------------------------------------- the whole bird


@dataclass(frozen=True)
class _Set:
    centre: Point
    tilt: float
    head: Point
    nod: float
    base: Point


def _set(bird: Bird, pose: str) -> _Set:
    tilt, legs, angle, nod = bird.tilt, bird.legs, bird.neck[1], 0.0
    height = legs + bird.deep * 0.92 + abs(math.sin(math.radians(tilt))) * bird.long * 0.12
    if pose in ("swim", "sit", "sleep"):
        tilt, height = tilt * 0.35, bird.deep * (0.52 if pose == "swim" else 0.92)
    if pose == "fly":
        tilt, height, angle = 6, bird.deep + 14, angle * 0.35
    if pose == "eat":
        tilt, nod = -22 if bird.neck[0] < 30 else -8, 48
        angle = -62 if bird.neck[0] > 16 else -40
    if pose == "look up":
        tilt, angle, nod = tilt + 8, angle + 12, -34
    c, s = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))
    centre = (0.0, -height)
    base = (centre[0] + c * bird.long * 0.62 + s * bird.deep * 0.1,
        centre[1] - s * bird.long * 0.62 - c * bird.deep * 0.22)
    length = bird.neck[0]
    if pose == "sleep":
        return _Set(centre, tilt, (base[0] - bird.head * 0.4, base[1] - bird.head * 0.62), 26.0, base)
    head = (base[0] + length * math.cos(math.radians(angle)), base[1] - length * math.sin(math.radians(angle)))
    low = -bird.head * (1.15 + bird.beak[1] * 0.5)
    return _Set(centre, tilt, (head[0], min(head[1], low)), nod, base)


def _neck(bird: Bird, at: _Set, pose: str) -> Path:
    (bx, by), (hx, hy) = at.base, at.head
    length = bird.neck[0]
    if length > 24 and pose in ("stand", "walk", "swim", "look up"):
        row = [(bx - 6, by + 6), (bx + 4, by - length * 0.22), (bx - 1 + (hx - bx) * 0.3, by + (hy - by) * 0.62),
            (hx - bird.head * 0.25, hy)]
        w0, w1 = bird.neck[2], bird.neck[3]
        return tube(row, [w0, w0 * 0.8, w1 * 1.05, w1])
    return tube([(bx - bird.long * 0.2, by + bird.deep * 0.2), (bx, by), (hx, hy)], [bird.neck[2], bird.neck[2],
        bird.neck[3]])


def draw_bird(pen: Pen, bird: Bird, plumage: Plumage, pose: str) -> None:
    """Draw the bird: stand, walk, fly, swim, sit, sleep, eat or look up."""
    own = pen.at(0, 0, bird.size)
    colours = replace(plumage, closed=pose == "sleep", pose=pose)
    at = _set(bird, pose)
    body = own.at(at.centre[0], at.centre[1], 1.0, -at.tilt)
    flying = pose == "fly"
    if bird.fan:
        bird.fan(body, colours)
    if flying:
        wing = spread_wing(bird.long * bird.wing[0] * 1.5, bird.long * 0.82)
        body.at(2, -4, 1.0, 24).shape(wing, shade(own, colours.wing, 0.4), form=0.25)
    _tail(body, bird, colours, flying)
    if pose not in ("swim", "sit", "sleep", "fly"):
        _legs(own, bird, colours, at, pose)
    trunk = smooth([(bird.long * 0.98, -bird.deep * 0.1), (bird.long * 0.62, -bird.deep * 0.84), (0,
        -bird.deep * 0.92), (-bird.long * 0.62, -bird.deep * 0.5),
                    (-bird.long * 1.04, -bird.deep * 0.02), (-bird.long * 0.6, bird.deep * 0.66), (bird.long * 0.1,
                        bird.deep), (bird.long * 0.74, bird.deep * 0.66)])
    whole = trunk.turned(-at.tilt).moved(*at.centre) | _neck(bird, at, pose)
    joined = colours.head == colours.body
    skull = oval(at.head[0], at.head[1], bird.head * 1.04, bird.head)
    own.shape(whole | skull if joined else whole, colours.body, form=0.32, form_width=5, rim=True, rim_width=1.6,
        wobble=0.5)
    if bird.patch and colours.belly != colours.body:
        patch = smooth([(bird.long * 1.1, -bird.deep * 0.5), (bird.long * 0.5, bird.deep * 0.0), (-bird.long * 0.1,
            bird.deep * 0.46), (-bird.long * 0.5, bird.deep * 0.9),
                        (0, bird.deep * 1.3), (bird.long * 1.0, bird.deep * 1.1)])
        flat(own, patch.turned(-at.tilt).moved(*at.centre) & whole, colours.belly)
    _wing(body, bird, colours, flying)
    _head(own, bird, colours, at, skull if not joined else None)


def _tail(body: Pen, bird: Bird, colours: Plumage, flying: bool) -> None:
    long, wide, angle = bird.tail
    if long <= 0:
        return
    own = body.at(-bird.long * 0.86, -bird.deep * 0.08, 1.0, -angle * (0.3 if flying else 1.0))
    row = [(4, -wide * 0.7), (-long * 0.6, -wide), (-long, -wide * 0.9), (-long * 0.92, -wide * 0.2), (-long * 1.0,
        wide * 0.45), (-long * 0.6, wide * 0.8), (4, wide * 0.8)]
    own.shape(smooth(row, curve=0.6), colours.tail, form=0.25, form_width=2, wobble=0.4)
    own.line([(2, 0), (-long * 0.8, -wide * 0.1)], shade(own, colours.tail, 0.4), 1.0, ink=0.5)


def _legs(pen: Pen, bird: Bird, colours: Plumage, at: _Set, pose: str) -> None:
    swing = bird.legs * 0.38 if pose == "walk" else 1.5
    x, y = at.centre[0] + (2 if bird.tilt > 30 else 0), at.centre[1] + bird.deep * 0.6
    _leg(pen, shade(pen, colours.legs, 0.35), (x + 3, y), (x + 4 + swing, -1.6), bird.web)
    _leg(pen, colours.legs, (x - 4, y), (x - 3 - swing, -1.0), bird.web)


def _wing(body: Pen, bird: Bird, colours: Plumage, flying: bool) -> None:
    if flying:
        wing = spread_wing(bird.long * bird.wing[0] * 1.55, bird.long * 0.9)
        own = body.at(0, 2, 1.0, -16)
        own.shape(wing, colours.wing, form=0.3, form_width=4, rim=True, rim_width=1.6, wobble=0.5)
        for x, y in ((-0.52, -0.66), (-0.62, -0.44), (-0.62, -0.24)):
            own.line([(x * bird.long * 0.2, y * bird.long * 0.9), (x * bird.long * 1.0,
                y * bird.long * bird.wing[0] * 1.5)],
                     shade(own, colours.wing, 0.4), 1.0, ink=0.5)
        return
    wing = _folded_wing(bird).turned(-7).moved(-1, -1)
    body.shape(wing, colours.wing, form=0.3, form_width=3.4, rim=True, rim_width=1.3, wobble=0.4)
    for i in range(3):
        y = bird.deep * (0.1 + i * 0.17)
        body.line([(-bird.long * (0.1 + 0.06 * i), y - 1), (-bird.long * (0.62 + 0.08 * (2 - i)), y * 0.7 + 2)],
            shade(body, colours.wing, 0.4), 1.0, ink=0.5)


def _head(pen: Pen, bird: Bird, colours: Plumage, at: _Set, skull: Path | None) -> None:
    own = pen.at(at.head[0], at.head[1], 1.0, at.nod)
    r = bird.head
    if skull is not None:
        pen.shape(skull, colours.head, form=0.3, form_width=3, rim=True, rim_width=1.3, wobble=0.3)
    kind, long, thick = bird.beak
    own.shape(beak(kind, r, long, thick), colours.beak, form=0.25, form_width=1.2, line=0.8, shadow=0.4, wobble=0.2)
    if kind != "bill":
        own.line([(r * 0.74, r * thick * 0.18), (r * (0.6 + long * 0.7), r * thick * 0.2)], shade(own, colours.beak,
            0.5), 0.8, ink=0.5, wobble=0.1)
    if bird.white:
        flat(own, oval(r * 0.28, -r * 0.2, r * bird.white * 1.1, r * bird.white), own.natural("feather"))
    size = min(max(r * 0.22, 1.9), 3.2)
    dark_head = sum(colours.head) < 0.9 and not bird.white
    eye(own, r * 0.3, -r * 0.2, size, False, 0.3 if dark_head else 0.0) if not colours.closed else own.line(
        [(r * 0.05, -r * 0.2), (r * 0.3, -r * 0.02), (r * 0.56, -r * 0.2)],
            own.natural("feather") if dark_head else black(own), 1.3, wobble=0.1
    )
    if bird.crest:
        bird.crest(own, colours)


def comb(pen: Pen, x: float, y: float, height: float, count: int, colour: Colour) -> None:
    """A cock's comb along the crown."""
    made: Path | None = None
    for i in range(count):
        tooth = tube([(x + i * 4.6 - 4, y + 3), (x + i * 4.8 - 5, y - height * (1 - 0.16 * abs(i - count / 2 + 0.5)))],
            [3.0, 2.2])
        made = tooth if made is None else made | tooth
    if made is not None:
        pen.shape(made, colour, form=0.25, form_width=1.2, line=0.8, shadow=0.4, wobble=0.2)

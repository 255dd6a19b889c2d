"""What a thing is made of and what light it gives, when words say so: gold, wood, glass; a blue glow, a shine.

Both are options of a thing and colour whatever is drawn for it. Example: `worn_light(pen, info.box, {"glow": "blue"})`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from engine.illustrate.kit.registry import Bounds
from engine.illustrate.paint.forms import tube
from engine.illustrate.paint.pen import Pen
from engine.looks import Colour

MATERIALS = ("gold", "silver", "bronze", "copper", "iron", "wood", "stone", "glass", "ice", "marble", "clay", "straw")
"""The values of the option `material` beside the names of colours."""

_PLAIN = {"gold": "brass", "silver": "steel", "bronze": "copper", "ice": "glass", "marble": "stone"}


def material(pen: Pen, name: str) -> Colour:
    """The colour of a stuff in this light; a mere colour is itself."""
    if name not in MATERIALS:
        return pen.scheme.named(name, pen.A)
    base = pen.natural(_PLAIN.get(name, name))
    if name == "gold":
        return pen.mix(pen.scheme.named("gold", base), pen.L, 0.25)
    if name in ("silver", "ice", "marble", "glass"):
        return pen.mix(base, pen.r(1.0), 0.4)
    return base


def light_of(pen: Pen, colour: str) -> Colour:
    """The light that something gives: of the colour that is told, or as the picture's lamps."""
    if colour in ("", "yes"):
        return pen.mix(pen.L, pen.B, 0.2)
    return pen.mix(pen.scheme.named(colour, pen.L), pen.r(1.0), 0.12)


def worn_light(pen: Pen, bounds: Bounds, options: Mapping[str, str]) -> Pen:
    """A pen for a thing of that box: in its material, and with its halo drawn already when it glows."""
    stuff, glow = options.get("material", ""), options.get("glow", "")
    if stuff:
        pen = replace(pen, stain=(material(pen, stuff), 0.86 if stuff in MATERIALS else 0.72))
    if not glow:
        return pen
    colour = light_of(pen, glow)
    _halo(pen, bounds, colour)
    return replace(pen, stain=(colour, 0.62)) if pen.stain is None and glow != "yes" else pen


def _halo(pen: Pen, bounds: Bounds, colour: Colour) -> None:
    """A disc of light behind, light over it, and short strokes around: it is seen by day too."""
    left, top, right, foot = bounds
    x, y = (left + right) / 2, (top + foot) / 2
    wide, tall = max((right - left) / 2, 24.0), max((foot - top) / 2, 24.0)
    pen.soft(x, y, wide * 1.5 + 24, tall * 1.35 + 24, pen.mix(colour, pen.r(1.0), 0.35), 0.85)
    for i in range(18):
        turn = math.tau * (i + 0.5) / 18
        dx, dy = math.cos(turn), math.sin(turn)
        inner, outer = 1.16, 1.34 if i % 2 else 1.5
        a = (x + dx * (wide * inner + 8), y + dy * (tall * inner + 8))
        b = (x + dx * (wide * outer + 8), y + dy * (tall * outer + 8))
        pen.shape(tube([a, b], [1.1, 0.5]), pen.mix(colour, pen.r(1.0), 0.25), shadow=0, edge=0, line=0.4, wobble=0.3)
    reach = max(wide, tall)
    pen.glow(x, y, reach * 2.4, colour, 0.5, 2.0)
    pen.glow(x, y, reach * 0.9, pen.mix(colour, pen.r(1.0), 0.4), 0.45, 1.5)

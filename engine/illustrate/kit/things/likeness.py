"""Whom or what a photograph shows: a bust of a person, a beast or a thing of the kit. Declares nothing.

Example: `likeness(pen, "old man", box(-28, -82, 56, 64))` draws a grey-haired man in a frame of that size.
"""

from __future__ import annotations

from dataclasses import replace

from engine.illustrate.kit import registry
from engine.illustrate.kit.figures import archetypes
from engine.illustrate.kit.registry import Ask
from engine.illustrate.kit.things.parts import mark
from engine.illustrate.paint.path import Path, oval, smooth
from engine.illustrate.paint.pen import Pen
from engine.illustrate.scene import FigureSpec, Thing

# fmt: off  (outlines are rows of numbers)


def likeness(pen: Pen, kind: str, inner: Path) -> None:
    """Somebody or something in a frame 56 wide and 64 high whose foot is at y = -18."""
    if archetypes.is_person(kind):
        _bust(pen, archetypes.spec_of(Thing(id=kind, kind=kind)), inner)
        return
    info = registry.found_thing(kind)
    left, top, right, foot = info.box
    size = min(46 / (right - left), 52 / (foot - top))
    own = pen.at(-size * (left + right) / 2, -24 - size * foot, size)
    info.draw(replace(own, slots={}), Ask())


def _bust(pen: Pen, spec: FigureSpec, inner: Path) -> None:
    """Head and shoulders from before, by age, hair and skin."""
    s, old = pen.scheme, spec.age == "old"
    skin, hair = s.skin(spec.skin or "tan"), s.hair("grey" if old else spec.hair_colour or "brown")
    if spec.woman:
        mark(pen, oval(0, -52, 20, 21), hair)
    coat = [(-27, -18), (-24, -33), (-8, -39), (8, -39), (24, -33), (27, -18)]
    mark(pen, inner & smooth(coat, curve=0.5), pen.A if spec.woman else pen.mix(pen.G, pen.r(0.2), 0.3), 0.6)
    mark(pen, oval(0, -53, 14.5, 17), skin, 0.6)
    mark(pen, oval(0, -62, 16, 11) - oval(0, -54, 15, 11), hair, 0.5)
    if old and spec.woman is False:  # a full beard
        mark(pen, oval(0, -43, 13, 9) - oval(0, -50, 9, 7), hair, 0.5)
    for x in (-5.2, 5.2):
        mark(pen, oval(x, -54, 1.7, 2.2), pen.r(0.1), 0)
    pen.line([(-4, -45.5), (0, -44), (4, -45.5)], pen.mix(skin, s.named("red", pen.A), 0.6), 1.3, ink=0.5)

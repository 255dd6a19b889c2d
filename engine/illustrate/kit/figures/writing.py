"""Who writes: the sheet lies in the far hand, low before the chest so that the face is free, the near hand leads a pen over it.

Example: `sheet(pen, held, at=(20, -40), hand=(24, -38), ask=ask)`, then `stylus(pen, (24, -38), quill=True)`.
"""

from __future__ import annotations

from dataclasses import replace

from engine.illustrate.kit.figures.body import Point
from engine.illustrate.kit.figures.hands import Held
from engine.illustrate.kit.registry import Ask
from engine.illustrate.paint.forms import tube
from engine.illustrate.paint.path import box, polygon, smooth
from engine.illustrate.paint.pen import Pen

WRITES = frozenset({"write", "sit_write"})
_TALL, _WIDE = 23.0, 30.0
"""Units: the most that a sheet is, so that it ends below the chin."""
_TILT = 7.0
_OLD = frozenset({"scroll", "letter"})
PENS = frozenset({"pen", "pencil", "paintbrush"})


def sheet(pen: Pen, thing: Held | None, hand: Point, ask: Ask) -> None:
    """What is written on, or a plain page, its middle a little before the hand that leads the pen."""
    if thing is None:
        _page(pen.at(hand[0] + 5.0, hand[1] + 0.42 * _TALL, 1.0, _TILT))
        return
    left, top, right, foot = thing.info.box
    scale = min(_TALL / (foot - top), _WIDE / (right - left))
    own = replace(pen.at(hand[0] + 5.0, hand[1] + 0.42 * _TALL, scale, _TILT), slots=thing.slots)
    pose = thing.options.get("pose", "")
    known = thing.info.poses
    pose = pose if pose in known else "open" if "open" in known else known[0] if known else ""
    thing.info.draw(own, replace(ask, pose=pose, options=thing.options))


def _page(pen: Pen) -> None:
    """A sheet on a thin board, half written."""
    pen.shape(box(-9.6, -21.4, 19.2, 22.4, 0.6), pen.natural("wood"), form=0.2, form_width=1, edge=0.4, wobble=0.2)
    pen.shape(box(-8.4, -20.4, 16.8, 20.4), pen.mix(pen.r(0.98), pen.L, 0.2), shadow=0.4, edge=0.3, wobble=0.1)
    for i in range(4):
        end = 5.6 if i == 3 else 6.4
        pen.line([(-6.4, -17 + 2.8 * i), (end, -17 + 2.8 * i)], pen.r(0.2), 0.5, ink=0.4, wobble=0.1)


def stylus(pen: Pen, hand: Point, quill: bool) -> None:
    """A quill, or a pencil, whose point is on the sheet before the hand."""
    own = pen.at(hand[0] + 4.4, hand[1] + 3.0, 1.0, 24.0)
    if quill:
        white = own.mix(own.r(0.97), own.L, 0.2)
        plume = smooth([(0, -7), (2.6, -11), (3.2, -16), (0.6, -22), (-1.8, -17), (-1.8, -11)], curve=0.8)
        own.shape(plume, white, form=0.2, form_width=1, edge=0.4, wobble=0.2)
        own.shape(tube([(0, 0), (0, -9), (0.6, -19)], [0.35, 0.6, 0.4]), own.natural("straw"), edge=0.3, wobble=0)
        return
    own.shape(tube([(0, -2.4), (0, -15)], [1.05, 1.05]), own.A, form=0.3, form_width=0.8, edge=0.3, wobble=0)
    own.shape(polygon([(-1.0, -2.4), (1.0, -2.4), (0, 0.4)]), own.natural("pale wood"), edge=0.3, shadow=0.3, wobble=0)


def split(things: tuple[Held, ...]) -> tuple[Held | None, bool]:
    """What is written on, and whether the pen is a quill."""
    pages = [each for each in things if each.info.name not in PENS]
    feather = any(each.info.name == "pen" for each in things)
    return (pages[0] if pages else None), feather or any(each.info.name in _OLD for each in pages)

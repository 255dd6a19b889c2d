"""How a four-legged animal of the tables becomes a thing of the kit: its coat, its build, its head, its marks.

Example: `beast("wolf", 0.9, (-80, -100, 70, 2), Build(), heads.WOLF, fur="grey fur", words="grey wolf", kinds="animal")`.
"""

from __future__ import annotations

from collections.abc import Callable

from engine.illustrate.kit.animals.beasts import Bones, Build, Coat, Head, draw_beast
from engine.illustrate.kit.animals.beasts import black as ink
from engine.illustrate.kit.registry import Ask, Bounds, Point, thing
from engine.illustrate.paint.path import Path
from engine.illustrate.paint.pen import Pen
from engine.looks import Colour

Marks = Callable[[Pen, Bones, Path, Coat], None]
Behind = Callable[[Pen, Bones, Coat], None]


def fur_colour(pen: Pen, fur: str) -> Colour:
    """A colour by its name among the natural ones, else a word such as 'pink'."""
    from engine.illustrate.palette import NATURALS

    return pen.natural(fur) if fur in NATURALS else pen.mix(pen.scheme.named(fur, pen.B), pen.r(0.5), 0.12)


def beast(
    name: str, metres: float, box: Bounds, build: Build, head: Head | Callable[[str], Head], *, fur: str, words: str,
    kinds: str, poses: str = "stand, walk, run, eat, lie, sleep", pale: float = 0.6, dark: float = 0.5,
        black: float = 0.0,
    marks: Marks | None = None, behind: Behind | None = None, seat: Point | None = None,
) -> None:  # fmt: skip
    """Declare a four-legged animal; `pale` and `dark` say how far its light and dark parts are from its fur, `black`
    draws the dark parts toward black."""

    def draw(pen: Pen, ask: Ask) -> None:
        pose = ask.pose or poses.split(",")[0].strip()
        coat = Coat.of(pen, fur_colour(pen, fur), pale, dark)
        if black:
            coat = Coat(coat.coat, coat.pale, pen.mix(coat.dark, ink(pen), black), coat.far)
        found = head(pose) if callable(head) else head
        draw_beast(pen, build, found, coat, pose, marks, behind)

    draw.__doc__ = f"A {name}."
    thing(
        name, metres=metres, box=box, words=words, kinds=kinds, category="animal", slots="coat", poses=poses,
        motion="walk", seat=seat,
    )(draw)  # fmt: skip

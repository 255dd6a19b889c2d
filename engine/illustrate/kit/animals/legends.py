"""Beasts of long ago: the long-necked dinosaur.

Example: the thing "dinosaur" in the pose "eat".
"""
# outlines are rows of points, tables rows of words: they read best as written
# fmt: off

from __future__ import annotations

from engine.illustrate.kit.animals.beasts import Bones, Build, Coat, Head, black, draw_beast, eye, flat, shade
from engine.illustrate.kit.animals.heads import mouth, nostril
from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.paint.path import Path, smooth
from engine.illustrate.paint.pen import Pen


def _belly(pen: Pen, frame: Bones, whole: Path, coat: Coat) -> None:
    (bx, by), (nx, ny) = frame.neck
    sx, sy = frame.shoulder
    front = [(nx + 3, ny + 6), (nx + 9, ny + 8), (bx + 14, by + 4), (sx + 14, sy + 10), (sx + 4, sy + 20), (sx + 4,
        sy + 6), (bx + 5, by)]
    flat(pen, smooth(front) & whole, coat.pale)
    for t in (0.2, 0.5, 0.8):
        x, y = bx + (nx - bx) * t + 7, by + (ny - by) * t + 5
        pen.line([(x - 5, y - 1), (x + 4, y + 2)], shade(pen, coat.pale, 0.3), 1.0, ink=0.5)


@thing("dinosaur", metres=4.0, box=(-85, -100, 84, 3), words="brontosaurus, diplodocus, dinosaurs, sauropod",
    kinds="lizard, elephant, animal", category="animal", slots="coat",
       poses="stand, walk, eat, look up, sleep", motion="walk")
def dinosaur(pen: Pen, ask: Ask) -> None:
    """A long-necked dinosaur."""
    build = Build(
        hip=(-18, -40), shoulder=(16, -42), rump=20, chest=19, dip=-4, sag=4, leg=(9, 7, 6.4), foot="pad", hock=1.5,
            neck=(50, 58, 13, 7), turn=8, size=0.82, head=0.8,
        tail=((2, 2, 10), (-24, 14, 8), (-48, 24, 5), (-70, 22, 1.4)),
    )
    coat = Coat.of(pen, pen.mix(pen.scheme.named("teal", pen.G), pen.V, 0.4), 0.5)

    def face(own: Pen, colours: Coat) -> None:
        nostril(own, colours, 34, -3, 1.5)
        mouth(own, colours, [(40, 3), (28, 6), (18, 4)], 1.4)
        eye(own, 13, -6, 3.4, colours.closed, 0.3)

    def spots(own: Pen, frame: Bones, whole: Path, colours: Coat) -> None:
        _belly(own, frame, whole, colours)
        (hx, hy), (sx, sy) = frame.hip, frame.shoulder
        for i in range(6):
            x, y = hx - 6 + (sx - hx) * i / 5, hy + (sy - hy) * i / 5 - 12 + 4 * (i % 2)
            flat(own, smooth([(x - 4, y), (x, y - 3), (x + 4, y), (x, y + 3)]) & whole, own.mix(colours.coat,
                black(own), 0.25))

    skull = smooth([(-12, 0), (-6, -13), (8, -15), (24, -9), (38, -6), (41, 2), (34, 9), (12, 12), (-8, 10)])
    draw_beast(pen, build, Head(skull, face, None, 40), coat, ask.pose or "stand", spots)

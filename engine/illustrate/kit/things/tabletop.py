"""The top of a table seen from above its edge, as wide as the picture: what small things of a near view stand on."""

from __future__ import annotations

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.paint.path import box, polygon
from engine.illustrate.paint.pen import Pen, down
from engine.looks import Colour

FRONT = -44.0
"""Where the top ends and its edge begins; the top reaches from -100 to here."""
_WIDE = 330.0


@thing("table top", metres=0.78, box=(-_WIDE, -100, _WIDE, 0), kinds="furniture", category="furniture", slots="wood",
       faces="none")  # fmt: skip
def table_top(pen: Pen, ask: Ask) -> None:
    """Boards that run to the right and left, lighter toward the light, with a rounded front edge and what is below."""
    wood = pen.slot("wood", pen.natural("wood"))
    far, near = pen.mix(wood, pen.r(0.9), 0.3), pen.mix(wood, pen.r(0.8), 0.08)
    pen.shape(box(-_WIDE, -31, 2 * _WIDE, 31), pen.shaded(wood, 0.62), shadow=0, edge=0)
    pen.shape(polygon([(-_WIDE, -100), (_WIDE, -100), (_WIDE, FRONT), (-_WIDE, FRONT)]), down(far, near, -100, FRONT),
              shadow=0.5)  # fmt: skip
    _boards(pen, pen.shaded(wood, 0.26))
    pen.shape(box(-_WIDE, FRONT - 1, 2 * _WIDE, 15, 3), pen.shaded(wood, 0.16), form=0.3, form_width=5, rim=True,
              rim_width=2.5)  # fmt: skip


def _boards(pen: Pen, dark: Colour) -> None:
    """The joints of the boards, nearer together with distance, and some grain."""
    rng = pen.rng("boards")
    for y in (-89.0, -75.0, -59.0):
        pen.line([(-_WIDE, y), (0, y + 0.4), (_WIDE, y)], dark, 0.9, ink=0.4, alpha=0.6)
        for _ in range(9):
            x, long = rng.uniform(-_WIDE, _WIDE), rng.uniform(14, 46)
            at = y + rng.uniform(3, 11)
            pen.line([(x, at), (x + long / 2, at + 0.5), (x + long, at)], dark, 0.6, ink=0.2, alpha=0.35)

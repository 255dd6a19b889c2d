"""One garment while it is drawn, and how flat marks and sewn pieces are laid on it.

Example: `Cloth(build, cut, colour, trim, shape, "side").hem` is how far below the hip it ends.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.illustrate.kit.figures.body import Proportions
from engine.illustrate.kit.figures.garments import Garment
from engine.illustrate.paint.path import Path
from engine.illustrate.paint.pen import Pen
from engine.looks import Colour


@dataclass(frozen=True)
class Cloth:
    """One garment being drawn: its colours, its outline, and from where we look."""

    build: Proportions
    cut: Garment
    colour: Colour
    detail: Colour
    shape: Path
    view: str

    @property
    def t(self) -> float:
        """The torso's length."""
        return self.build.torso

    @property
    def hem(self) -> float:
        """How far below the hip the garment ends."""
        return self.cut.drop * (self.build.thigh + self.build.shin)

    @property
    def x(self) -> float:
        """Where the middle of the front is."""
        return 2.6 if self.view == "side" else 0.0

    @property
    def back(self) -> bool:
        """Whether we see the back."""
        return self.view == "back"


def mark(pen: Pen, path: Path, colour: Colour, line: float = 0.5) -> None:
    """A flat mark on the cloth."""
    pen.shape(path, colour, shadow=0, edge=0, line=line, wobble=0.3)


def piece(pen: Pen, path: Path, colour: Colour) -> None:
    """A piece of cloth laid on it."""
    pen.shape(path, colour, form=0.25, form_width=1.4, shadow=0.5, edge=0.4, line=0.7, wobble=0.3)

"""The picture's size in units that do not depend on pixels or shape: an area of 1280 x 720 units whatever the aspect.

Example: `Frame.of(1080, 1920).width` is 720. A margin of 64 units on every side is drawn too: room for the camera.
"""

from __future__ import annotations

import math
import zlib
from dataclasses import dataclass

from engine.errors import UserError

MARGIN = 64.0
TALL = 720.0


@dataclass(frozen=True)
class Frame:
    """`width` and `height` in units, `pixels` per unit; a unit is a pixel of a 1280x720 picture."""

    width: float
    height: float
    pixels: float

    @staticmethod
    def of(width: int, height: int) -> Frame:
        """The frame of a picture of that many pixels; UserError when no picture can have that size."""
        if not (64 <= width <= 4096 and 64 <= height <= 4096):
            raise UserError(f"A picture of {width}x{height} pixels cannot be drawn; choose sides between 64 and 4096.")
        pixels = math.sqrt(width * height) / 960.0
        return Frame(width / pixels, height / pixels, pixels)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels, without the margin."""
        return round(self.width * self.pixels), round(self.height * self.pixels)

    @property
    def margin(self) -> int:
        """The margin in pixels."""
        return round(MARGIN * self.pixels)

    @property
    def sheet(self) -> tuple[int, int]:
        """Width and height in pixels, margins on both sides included."""
        width, height = self.size
        return width + 2 * self.margin, height + 2 * self.margin

    def x(self, share: float) -> float:
        """Units from the left for a share of the width."""
        return share * self.width

    def y(self, share: float) -> float:
        """Units from the top for a share of the height."""
        return share * self.height

    @property
    def left(self) -> float:
        """Where drawing starts on the left, beyond the margin."""
        return -MARGIN - 16

    @property
    def right(self) -> float:
        """Where drawing ends on the right, beyond the margin."""
        return self.width + MARGIN + 16

    @property
    def top(self) -> float:
        """Where drawing starts at the top, beyond the margin."""
        return -MARGIN - 16

    @property
    def foot(self) -> float:
        """Where drawing ends at the foot, beyond the margin."""
        return self.height + MARGIN + 16


def seed_of(*names: object) -> int:
    """The same number in every process for the same names: the seed of a layer or thing."""
    return zlib.crc32("|".join(str(name) for name in names).encode())

"""A part with its place on the picture, in units of the frame.

Example: `put(part, 300, 500, 200, 0.6, flip=False).bounds`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from engine.illustrate.layout_boxes import Box, Part

_FEW = 6
"""So many stand in one row."""
_APART = 0.29
"""Of their height: from one of several people to the next."""


@dataclass(frozen=True)
class Placed:
    """A part on the picture: x and y of its base and its height in units, and its depth."""

    part: Part
    x: float
    y: float
    height: float
    depth: float
    flip: bool
    main: bool = True
    group: str = ""

    @property
    def bounds(self) -> Box:
        """Its box in units of the frame."""
        return replace(self.part, x=self.x, y=self.y, height=self.height, flip=self.flip).bounds

    @property
    def face(self) -> Box | None:
        """Its head's box in units of the frame."""
        return replace(self.part, x=self.x, y=self.y, height=self.height, flip=self.flip).face

    @property
    def faces(self) -> tuple[Box, ...]:
        """The boxes of all heads of a few people who stand side by side; of many, the middle one's."""
        face, count = self.face, self.part.actor.count
        if face is None or not 1 < count <= _FEW or self.part.actor.family != "person":
            return () if face is None else (face,)
        steps = [(i - (count - 1) / 2) * _APART * self.height for i in range(count)]
        return tuple((face[0] + step, face[1], face[2] + step, face[3]) for step in steps)


def put(part: Part, x: float, y: float, scale: float, depth: float, flip: bool) -> Placed:
    """A part of a cluster whose anchor stands at (x, y), with a person's height of `scale`."""
    sign = -1 if flip else 1
    return Placed(part, x + sign * part.x * scale, y + part.y * scale, part.height * scale,
                  min(max(depth + part.nearer, 0.02), 0.985), flip != part.flip)  # fmt: skip


def overlap(one: Box, other: Box) -> float:
    """The share of the first box that the second covers."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    tall = min(one[3], other[3]) - max(one[1], other[1])
    area = max((one[2] - one[0]) * (one[3] - one[1]), 1e-9)
    return wide * tall / area if wide > 0 and tall > 0 else 0.0

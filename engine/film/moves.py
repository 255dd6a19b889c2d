"""Plans camera moves: windows of the film's shape inside a picture, gentle, varied by seed, with the subject kept in
frame.

`move("push", (1344, 768), (1280, 720), focus=Window(0.4, 0.3, 0.2, 0.4), seed=7, seconds=5.0)`.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Literal

from engine.errors import UserError
from engine.film.types import Move, Window

Camera = Literal["push", "pull", "pan_left", "pan_right", "tilt_up", "tilt_down", "hold"]

TRAVEL = 0.10
"""How far a camera goes in five seconds, as a share of what it sees."""
LEAST, MOST = 0.06, 0.14
BREATH = 0.012
"""A hold still breathes a little, so that it is never taken for a film that hangs."""
AIR = 1.12
"""Room that is left around the focus, as a factor of its size."""


@dataclass(frozen=True)
class _Frame:
    """The largest window of the film's shape in the picture (in fractions), and the focus (a box inside the
    picture).
    """

    w: float
    h: float
    focus: Window

    def window(self, zoom: float, x: float, y: float) -> Window:
        """A window `zoom` times smaller than the largest, about a middle, moved as little as needed to lie inside the
        picture.
        """
        w, h = self.w / zoom, self.h / zoom
        return Window(_within(x - w / 2, 1 - w), _within(y - h / 2, 1 - h), w, h)

    @property
    def closest(self) -> float:
        """The zoom at which the focus with its air just fits."""
        return max(1.0, min(self.w / (self.focus.w * AIR), self.h / (self.focus.h * AIR)))


def move(
    camera: Camera,
    picture: tuple[int, int],
    film: tuple[int, int],
    focus: Window | None = None,
    seed: int = 0,
    seconds: float = 5.0,
) -> Move:
    """A move over a picture of `picture` pixels for a film of `film` pixels that lasts `seconds`.

    Without `focus` the middle of the picture is kept in frame. UserError for a camera that is not known or a picture
    without size.
    """
    if min(*picture, *film) < 1:
        raise UserError(f"A picture of {picture[0]}x{picture[1]} pixels cannot be filmed; make or choose another.")
    chance = random.Random(f"{camera} {seed}")
    frame = _frame(picture, film, focus)
    travel = min(max(TRAVEL * (seconds / 5.0) ** 0.5 * chance.uniform(0.85, 1.15), LEAST), MOST)
    if camera in ("push", "pull"):
        wide, near = _zoom(frame, travel, chance)
        return Move(wide, near) if camera == "push" else Move(near, wide)
    if camera in ("pan_left", "pan_right", "tilt_up", "tilt_down"):
        return _slide(frame, camera, travel, chance)
    if camera == "hold":
        wide, near = _zoom(frame, BREATH, chance)
        return Move(wide, near, "linear") if chance.random() < 0.5 else Move(near, wide, "linear")
    raise UserError(f"The camera move '{camera}' is not known; choose push, pull, pan, tilt or hold.")


def _within(at: float, most: float) -> float:
    return min(max(at, 0.0), max(most, 0.0))


def _frame(picture: tuple[int, int], film: tuple[int, int], focus: Window | None) -> _Frame:
    shape = (film[0] / film[1]) / (picture[0] / picture[1])
    box = focus or Window(0.4, 0.4, 0.2, 0.2)
    x, y = _within(box.x, 0.99), _within(box.y, 0.99)
    return _Frame(
        min(1.0, shape), min(1.0, 1 / shape), Window(x, y, min(max(box.w, 0.01), 1 - x), min(max(box.h, 0.01), 1 - y))
    )


def _middle(box: Window) -> tuple[float, float]:
    return box.x + box.w / 2, box.y + box.h / 2


def _zoom(frame: _Frame, travel: float, chance: random.Random) -> tuple[Window, Window]:
    """A wide and a near window. The wide one leans a little off the focus, so that the push travels towards it."""
    first = 1.0 + min(chance.uniform(0.0, 0.03), frame.closest - 1.0)
    last = min(first * (1 + travel), max(frame.closest, 1.0 + LEAST / 2))
    x, y = _middle(frame.focus)
    near = frame.window(last, x, y)
    lean = chance.uniform(-0.25, 0.25) * travel
    wide = frame.window(first, x + lean * frame.w, y + lean * frame.h / 2)
    return _around(wide, near), near


def _around(wide: Window, near: Window) -> Window:
    """The wide window moved so that it holds the near one: nothing leaves the frame during a push."""
    x = min(max(wide.x, near.x + near.w - wide.w), near.x)
    y = min(max(wide.y, near.y + near.h - wide.h), near.y)
    return Window(x, y, wide.w, wide.h)


def _slide(frame: _Frame, camera: Camera, travel: float, chance: random.Random) -> Move:
    """A pan or tilt about the focus: as far as the travel, the picture's spare room and the focus allow."""
    across = camera.startswith("pan")
    spare = (1 - frame.w) if across else (1 - frame.h)
    seen = frame.w if across else frame.h
    zoom = min(
        max(1.0 + chance.uniform(0.0, 0.02), seen * (1 + travel) / (seen + spare)), max(frame.closest, 1 + LEAST)
    )
    x, y = _middle(frame.focus)
    still = frame.window(zoom, x, y)
    side, box = (still.w, frame.focus.w) if across else (still.h, frame.focus.h)
    length = min(travel * side, 1 - side, max(side - box, LEAST / 2 * side))
    middle = min(max(x if across else y, (side + length) / 2), 1 - (side + length) / 2)
    ends = [
        frame.window(zoom, middle + d, y) if across else frame.window(zoom, x, middle + d)
        for d in (-length / 2, length / 2)
    ]
    backwards = camera in ("pan_left", "tilt_up")
    return Move(ends[1], ends[0]) if backwards else Move(ends[0], ends[1])

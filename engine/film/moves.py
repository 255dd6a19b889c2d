"""Plans camera moves: windows of the film's shape inside a picture, gentle, varied by seed, with the subject kept in
frame.

`move("push", (1344, 768), (1280, 720), focus=Window(0.4, 0.3, 0.2, 0.4), seed=7, seconds=5.0)`.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import Literal

from engine.errors import UserError
from engine.film.types import Move, Window

Camera = Literal[
    "push",
    "pull",
    "pan_left",
    "pan_right",
    "tilt_up",
    "tilt_down",
    "truck_left",
    "truck_right",
    "diagonal",
    "arc",
    "hold",
    "breathe",
    "handheld",
]

TRAVEL = 0.10
"""How far a camera goes in five seconds, as a share of what it sees."""
LEAST, MOST = 0.06, 0.14
BREATH = 0.012
"""A hold still breathes a little, so that it is never taken for a film that hangs."""
SWELL = 0.03
"""How much nearer a breathing camera comes before it goes back."""
HAND = 0.005
"""How far a hand strays, as a share of what it sees."""
ARC = 0.35
"""How far an arc bends off the straight way, as a share of that way."""
TURN_DEPTH = 0.35
"""A camera that pans or tilts hardly travels: scenes in layers move apart by so much of what they would."""
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
    if camera in _SLIDES:
        made = _slide(frame, camera, travel, chance)
        return made if camera.startswith("truck") else replace(made, depth=TURN_DEPTH)
    if camera in ("diagonal", "arc"):
        return _across(frame, camera, travel, chance)
    if camera in ("breathe", "handheld"):
        return _held(frame, camera, chance)
    if camera == "hold":
        wide, near = _zoom(frame, BREATH, chance)
        return Move(wide, near, "linear") if chance.random() < 0.5 else Move(near, wide, "linear")
    raise UserError(
        f"The camera move '{camera}' is not known; choose push, pull, pan, tilt, truck, diagonal, arc, hold, breathe "
        "or handheld."
    )


_SLIDES = ("pan_left", "pan_right", "tilt_up", "tilt_down", "truck_left", "truck_right")


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
    across = not camera.startswith("tilt")
    spare = (1 - frame.w) if across else (1 - frame.h)
    seen = frame.w if across else frame.h
    zoom = min(
        max(1.0 + chance.uniform(0.0, 0.02), seen * (1 + travel) / (seen + spare)), max(frame.closest, 1 + LEAST)
    )
    x, y = _middle(frame.focus)
    still = frame.window(zoom, x, y)
    side = still.w if across else still.h
    least, most = _room(frame.focus, side, across)
    length = min(travel * side, most - least)
    at = min(max((x if across else y) - side / 2, least + length / 2), most - length / 2)
    middle = at + side / 2
    ends = [
        frame.window(zoom, middle + d, y) if across else frame.window(zoom, x, middle + d)
        for d in (-length / 2, length / 2)
    ]
    backwards = camera in ("pan_left", "truck_left", "tilt_up")
    return Move(ends[1], ends[0]) if backwards else Move(ends[0], ends[1])


def _room(focus: Window, side: float, across: bool) -> tuple[float, float]:
    """Between which places a window that is `side` long sees all of the focus; a focus that is longer is passed over."""
    first, length = (focus.x, focus.w) if across else (focus.y, focus.h)
    if length > side:
        return max(0.0, min(first, 1 - side)), min(1 - side, max(0.0, first + length - side))
    return max(0.0, first + length - side), min(1 - side, first)


def _across(frame: _Frame, camera: Camera, travel: float, chance: random.Random) -> Move:
    """A way across with a slight push: straight and slanting, or sideways and bent upwards or downwards."""
    side, up = chance.choice((-1, 1)), chance.choice((-1, 1))
    most = max(frame.closest, 1 + LEAST)
    first = min(1 + travel * 0.9, most)
    last = min(first * (1 + travel / 3), most)
    x, y = _middle(frame.focus)
    step_x = _step(travel * 0.8, frame.w / first, frame.focus.w)
    step_y = _step(travel * 0.5, frame.h / first, frame.focus.h) if camera == "diagonal" else 0.0
    start = frame.window(first, x - side * step_x / 2, y - up * step_y / 2)
    end = frame.window(last, x + side * step_x / 2, y + up * step_y / 2)
    if camera == "diagonal":
        return Move(start, end)
    return Move(start, end, bow=(0.0, _bend(up * ARC * step_x * frame.h / frame.w, (start, end), frame.focus)))


def _bend(wanted: float, ends: tuple[Window, Window], focus: Window) -> float:
    """How far an arc may bend downwards (upwards below 0) inside the picture and with its subject in sight."""
    if wanted < 0:
        room = min(min(end.y, end.y + end.h - focus.y - focus.h) for end in ends)
        return max(wanted, -max(room, 0.0))
    room = min(min(1 - end.y - end.h, focus.y - end.y) for end in ends)
    return min(wanted, max(room, 0.0))


def _step(share: float, seen: float, subject: float) -> float:
    """How far (in fractions of the picture) a camera may go without losing its subject."""
    return min(share * seen, max(seen - subject, LEAST / 2 * seen))


def _held(frame: _Frame, camera: Camera, chance: random.Random) -> Move:
    """A camera that stays: it breathes in and out, or is held by hand, with room around what it sees."""
    hand = HAND if camera == "handheld" else 0.0
    zoom = 1 + 2.4 * hand + chance.uniform(0.0, 0.02)
    x, y = _middle(frame.focus)
    window = frame.window(zoom, x, y)
    inside = _inner(window, hand)
    return Move(
        inside,
        inside,
        "linear",
        hand=hand,
        breath=SWELL if camera == "breathe" else 0.004,
        seed=chance.randrange(1 << 30),
    )


def _inner(window: Window, hand: float) -> Window:
    """Moved so far from the picture's edges that a hand may stray."""
    x = min(max(window.x, hand * window.w), 1 - window.w * (1 + hand))
    y = min(max(window.y, hand * window.h), 1 - window.h * (1 + hand))
    return Window(x, y, window.w, window.h)

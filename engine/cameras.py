"""How every camera move would look over a shot's picture, without rendering: the windows that it travels through.

Example: `ways(view, find, "s03")["push"].steps[0]` -> Window(x=0.0, y=0.02, w=0.97, h=0.97).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from engine.artifacts import Brief, Camera, Keyframe, Window, parse_size
from engine.graph import View
from engine.stages.clip import Find, planned
from engine.timeline import fps, shot_frames
from engine.types import Key

STEPS = 12
UNTIMED = 5.0
"""Seconds that a shot is taken to last while its voices are not made."""


@dataclass(frozen=True)
class Way:
    """A camera's windows at even times from the first frame to the last, in fractions of the picture, and its length in seconds."""

    camera: str
    steps: tuple[Window, ...]
    seconds: float


def ways(view: View, find: Find, unit: str) -> dict[str, Way]:
    """Every camera's way over the picture of a shot, in the film's first size; none while there is no picture."""
    keyframe: Keyframe | None = view.content(Key("keyframe", unit))
    brief: Brief | None = view.content(Key("brief"))
    if keyframe is None or brief is None:
        return {}
    seconds = _seconds(view, unit)
    return {camera: _way(find, unit, keyframe, camera, brief.sizes[0], seconds) for camera in get_args(Camera)}


def _seconds(view: View, unit: str) -> float:
    shot = view.content(Key("shotlist", unit))
    voiced = shot is not None and all(view.content(Key("voice", span.line)) is not None for span in shot.spans)
    return shot_frames(view, unit) / fps(view) if voiced else UNTIMED


def _way(find: Find, unit: str, keyframe: Keyframe, camera: Camera, size: str, seconds: float) -> Way:
    from engine.film.camera import Camera as Eye
    from engine.film.types import Move
    from engine.film.types import Window as Seen

    made = planned(find, unit, keyframe, camera, size, seconds)
    start, end = (Seen(w.x, w.y, w.w, w.h) for w in (made.start, made.end))
    move = Move(start, end, made.ease, made.bow, made.hand, made.breath, made.depth, made.seed)
    picture = (1000.0, 1000.0 * _shape(find, keyframe, size))
    eye = Eye(move, (), (round(picture[0]), round(picture[1])), parse_size(size))
    rects = [eye.window(step / STEPS, seconds * step / STEPS) for step in range(STEPS + 1)]
    wide, high = round(picture[0]), round(picture[1])
    steps = tuple(Window(x=x / wide, y=y / high, w=w / wide, h=h / high) for x, y, w, h in rects)
    return Way(camera, steps, seconds)


def _shape(find: Find, keyframe: Keyframe, size: str) -> float:
    """How high a picture is for its width."""
    from PIL import Image

    with Image.open(find(keyframe.picture(size).image)) as image:
        return image.height / image.width

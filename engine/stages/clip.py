"""The clips: each shot's moving picture, a camera move over its keyframe as long as its words, with a light proxy to look at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from engine.artifacts import Box, Camera, Clip, Keyframe, Move, Shot, Transition, Window, parse_size
from engine.graph import Made, Need, Result, View, Work
from engine.hashing import plain
from engine.stages.base import BaseStage
from engine.timeline import fps, shot_frames
from engine.types import Blob, Frozen, Key

if TYPE_CHECKING:
    from engine import film

BRIEF = Key("brief")
ORDER = Key("shotlist", "order")
Find = Callable[[Blob], Path]
SIDE, CAPTIONS = 0.04, 0.2
"""Room around a focus, as shares of the picture."""


class ClipStage(BaseStage):
    """One piece a shot."""

    name = "clip"
    version = 3

    def model(self, unit: str) -> type[Frozen]:
        return Clip

    def units(self, view: View) -> tuple[str, ...]:
        return view.units("keyframe")

    def needs(self, view: View, unit: str) -> tuple[Need, ...]:
        key = Key("shotlist", unit)
        shot: Shot | None = view.content(key)
        lines = [line for line in dict.fromkeys(span.line for span in shot.spans)] if shot else []
        timed = (*(Key("voice", line) for line in lines), *(Key("script", line) for line in lines), BRIEF)
        return (
            view.derive(
                "keyframe",
                (Key("keyframe", unit),),
                "pictures",
                lambda: plain(view.content(Key("keyframe", unit)).pictures),
            ),
            view.pick(key, "camera", name="shot.camera"),
            view.pick(key, "motion", name="shot.motion"),
            view.derive("length", (*timed, key, ORDER), "frames", lambda: shot_frames(view, unit)),
            view.pick(BRIEF, "fps"),
        )

    def size(self, view: View, unit: str) -> float:
        return 150.0

    def make(self, work: Work) -> Result:
        view, unit = work.view, work.unit
        shot: Shot = view.content(Key("shotlist", unit))
        keyframe: Keyframe = view.content(Key("keyframe", unit))
        frames, rate = shot_frames(view, unit), fps(view)
        moves = tuple(
            planned(work.find, unit, keyframe, shot.camera, size, frames / rate, work.seed)
            for size in view.content(BRIEF).sizes
        )
        clip = Clip(keyframe=keyframe, moves=moves, frames=frames, fps=rate)
        proxy = _proxy(work, clip)
        return Result((Made(unit, clip.model_copy(update={"proxy": proxy})),), "camera", size=float(frames))

    def provider(self, view: View, unit: str) -> str:
        return "camera"


def planned(
    find: Find, unit: str, keyframe: Keyframe, camera: Camera, size: str, seconds: float, seed: int = 0
) -> Move:
    """The move that a camera makes over a shot's picture."""
    from PIL import Image

    from engine import film
    from engine.hashing import digest

    picture = keyframe.picture(size)
    with Image.open(find(picture.image)) as image:
        pixels = image.size
    focus = _roomy(picture.focus) if picture.focus else None
    own = (int(digest("seed", unit)[:8], 16) + seed) % 2**31
    made = film.move(camera, pixels, parse_size(size), focus, own, seconds)
    rest = {name: getattr(made, name) for name in ("ease", "bow", "hand", "breath", "depth", "seed")}
    return Move(size=size, start=_window(made.start), end=_window(made.end), **rest)


def _roomy(box: Box) -> film.Window:
    """The focus with room beside it for the way through a transition, and below it for the captions."""
    from engine import film

    left, right = max(0.0, box.x - SIDE), min(1.0, box.x + box.w + SIDE)
    top, bottom = max(0.0, box.y - SIDE / 2), min(1.0, box.y + box.h + CAPTIONS)
    return film.Window(left, top, right - left, bottom - top)


def _window(window: film.Window) -> Window:
    return Window(**{name: round(getattr(window, name), 6) for name in ("x", "y", "w", "h")})


def _proxy(work: Work, clip: Clip) -> Blob:
    from engine import film

    size = work.view.content(BRIEF).sizes[0]
    out = work.scratch / "proxy.mp4"
    film.proxy(film_shot(work.find, work.unit, clip, size), out, fps=clip.fps, size=proxy_size(size))
    return work.keep(out, "video/mp4")


def proxy_size(size: str) -> tuple[int, int]:
    """The film's shape with its short side at 480 pixels, or the film's own size where that is less."""
    width, height = parse_size(size)
    scale = min(1.0, 480 / min(width, height))
    return round(width * scale / 2) * 2, round(height * scale / 2) * 2


def film_shot(find: Find, unit: str, clip: Clip, size: str, transition: Transition = "cut") -> film.Shot:
    """A clip as the film library takes it."""
    from engine import film

    move = clip.move(size)
    start, end = (film.Window(w.x, w.y, w.w, w.h) for w in (move.start, move.end))
    way = film.Move(start, end, move.ease, move.bow, move.hand, move.breath, move.depth, move.seed)
    return film.Shot(unit, find(clip.keyframe.picture(size).image), way, clip.frames, transition)

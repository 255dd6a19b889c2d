"""The clips: each shot's moving picture, with a light proxy to look at: a camera move over its keyframe as long as its words, footage
by a maker of moving pictures that was chosen, or a person's own film."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from engine import filming
from engine.artifacts import Box, Camera, Clip, Keyframe, Move, Shot, Transition, Window, parse_size
from engine.graph import Made, Need, Result, View, Work
from engine.hashing import plain
from engine.providers.fallback import made
from engine.providers.video.camera import NAME as CAMERA
from engine.stages.base import BaseStage
from engine.stages.layered import layered, picture
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
    kind = "video"
    version = 3

    def model(self, unit: str) -> type[Frozen]:
        return Clip

    def units(self, view: View) -> tuple[str, ...]:
        return view.units("keyframe")

    def needs(self, view: View, unit: str) -> tuple[Need, ...]:
        key = Key("shotlist", unit)
        clip: Clip | None = view.content(Key("clip", unit))
        if clip and clip.is_own:  # it is fitted to its shot when it is shown, and answers to nothing else
            return (view.pick(key, "picture", name="shot.picture", advise=True),)
        shared = (
            view.derive(
                "keyframe",
                (Key("keyframe", unit),),
                "pictures",
                lambda: plain(view.content(Key("keyframe", unit)).pictures),
            ),
            view.pick(key, "camera", name="shot.camera"),
            view.pick(key, "motion", name="shot.motion"),
        )
        timed = timing(view, unit)
        if self.provider(view, unit) == CAMERA:
            length = view.derive("length", timed, "frames", lambda: shot_frames(view, unit))
            return (*shared, length, view.pick(BRIEF, "fps"))
        seconds = view.derive("seconds", timed, "seconds", lambda: filming.seconds_wanted(view, unit))
        return (*shared, view.pick(key, "picture", name="shot.picture"), seconds)

    def size(self, view: View, unit: str) -> float:
        return 150.0

    def cost(self, view: View, unit: str) -> float | None:
        maker = self.provider(view, unit)
        return 0.0 if maker == CAMERA else filming.cost(view, unit, maker)

    def make(self, work: Work) -> Result:
        key = Key("clip", work.unit)
        done = made(work.view, "video", key, work.provider, lambda name: _made(work, name))
        clip, cost = done.result
        clip = clip.model_copy(update={"proxy": _proxy(work, clip)})
        notes = (done.note,) if done.note else ()
        return Result((Made(work.unit, clip),), done.maker, cost + done.lost, float(clip.frames), notes)

    def adopt(self, work: Work, file: Path) -> tuple[Frozen, tuple[str, ...]]:
        """A person's own film, for every size."""
        clip, doubts = filming.own_clip(work, file)
        return clip.model_copy(update={"proxy": _proxy(work, clip)}), doubts

    def provider(self, view: View, unit: str) -> str:
        return str(view.setting("video", Key("clip", unit)))

    def prompt(self, view: View, unit: str) -> str:
        return "" if self.provider(view, unit) == CAMERA else filming.words_hash()


def _made(work: Work, maker: str) -> tuple[Clip, float]:
    """A clip without its proxy, and what it cost: a plan of moves, or footage."""
    view, unit = work.view, work.unit
    shot: Shot = view.content(Key("shotlist", unit))
    keyframe: Keyframe = view.content(Key("keyframe", unit))
    frames, rate = shot_frames(view, unit), fps(view)
    sizes = view.content(BRIEF).sizes
    if maker != CAMERA:
        filmed = filming.footage(work, maker, sizes)
        return Clip(keyframe=keyframe, frames=frames, fps=rate, footage=filmed.footage), filmed.cost
    moves = tuple(planned(work.find, unit, keyframe, shot.camera, size, frames / rate, work.seed) for size in sizes)
    layers = layered(work, keyframe, sizes, frames / rate)
    return Clip(keyframe=keyframe, moves=moves, frames=frames, fps=rate, layers=layers), 0.0


def timing(view: View, unit: str) -> tuple[Key, ...]:
    """The pieces that a shot's length is worked out of."""
    key = Key("shotlist", unit)
    shot: Shot | None = view.content(key)
    lines = [line for line in dict.fromkeys(span.line for span in shot.spans)] if shot else []
    return (*(Key("voice", line) for line in lines), *(Key("script", line) for line in lines), BRIEF, key, ORDER)


def timed(view: View, unit: str, clip: Clip) -> Clip:
    """A clip as long as its shot is now: footage is fitted to it when it is shown, a camera move was made for its own length."""
    return clip.model_copy(update={"frames": shot_frames(view, unit), "fps": fps(view)}) if clip.footage else clip


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
    size = work.view.content(BRIEF).sizes[0]
    return filming.proxy(work, film_shot(work.find, work.unit, clip, size), clip.fps, proxy_size(size))


def proxy_size(size: str) -> tuple[int, int]:
    """The film's shape with its short side at 480 pixels, or the film's own size where that is less."""
    width, height = parse_size(size)
    scale = min(1.0, 480 / min(width, height))
    return round(width * scale / 2) * 2, round(height * scale / 2) * 2


def film_shot(find: Find, unit: str, clip: Clip, size: str, transition: Transition = "cut") -> film.Shot:
    """A clip as the film library takes it."""
    from engine import film

    footage = clip.filmed(size)
    if footage:
        shown = film.conformed(find(footage.film), footage.seconds, clip.frames / clip.fps)
        return film.Shot(unit, shown, film.Move(film.Window(), film.Window()), clip.frames, transition)
    move = clip.move(size)
    start, end = (film.Window(w.x, w.y, w.w, w.h) for w in (move.start, move.end))
    way = film.Move(start, end, move.ease, move.bow, move.hand, move.breath, move.depth, move.seed)
    scene = clip.layered(size)
    seen = picture(find, scene) if scene else find(clip.keyframe.picture(size).image)
    return film.Shot(unit, seen, way, clip.frames, transition)

"""What the film would look like now, before it is cut anew: one frame with its caption, or the whole of it as a light film.

Nothing here is part of a film. A frame is drawn small, from the pictures that are chosen at this moment, and the latest are
kept. Example: `frame(view, blobs.path, at=12.4, width=640, wishes={"captions": "pop"})` -> bytes of a WebP.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from engine import captioning
from engine.artifacts import Clip, Keyframe, Shot, parse_size
from engine.errors import UserError
from engine.graph import Made, View
from engine.hashing import canonical, digest, plain
from engine.providers.video.camera import NAME as CAMERA
from engine.settings import checked
from engine.stages.clip import Find, film_shot, planned
from engine.stages.cut import CAPTIONS, caption_style, planned_film
from engine.timeline import fps, shot_frames
from engine.types import Key

if TYPE_CHECKING:
    import numpy as np

    from engine import film
    from engine.project import Project

WIDTHS = (160, 240, 320, 480, 640, 960)
"""Frames come in these widths only, so that nobody can fill the memory by asking."""
_HEARD = ("loudness", "video", "sounds", "sounds_level", *CAPTIONS)
"""Settings that a preview answers to."""
MOST_FRAMES, MOST_GROUNDS = 256, 24
GREY = ((46, 50, 58), (22, 24, 28))
"""The ground where no picture is made yet, from top to bottom."""
Planes = list["np.ndarray"]
Kept = TypeVar("Kept")


class _Shelf:
    """The latest things that were made, by what they were made of."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], Kept]) -> Kept:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                found: Kept = self._kept[key]
                return found
        made = make()
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return made


_FRAMES, _GROUNDS = _Shelf(MOST_FRAMES), _Shelf(MOST_GROUNDS)
_DRAWING = threading.Semaphore(2)


@dataclass(frozen=True)
class _Seen:
    """Which picture a moment shows: the shot (none while there is none) and the frame within it."""

    unit: str
    frame: int
    frames: int


def frame(
    view: View, find: Find, *, at: float, size: str = "", width: int = 640, wishes: Mapping[str, str] | None = None
) -> bytes:
    """One frame of the film at `at` seconds with its caption, as a WebP; `wishes` are caption settings to try on.

    Where the film shows no caption then, it has none. UserError for another width or a setting that is not a caption's.
    """
    if width not in WIDTHS:
        raise UserError(f"Previews are {', '.join(map(str, WIDTHS))} wide, not {width}.")
    tried = _tried(view, wishes or {})
    chosen = size or view.content(Key("brief")).sizes[0]
    small = _small(parse_size(chosen), width)
    rate, seen = fps(view), _seen(view, at)
    cues = tuple(_near(view, at))
    ground = _ground_key(view, seen, chosen, small)
    facts = {name: tried.setting(name) for name in CAPTIONS}
    key = digest("preview", [canonical(facts), ground, [plain_cue(cue) for cue in cues], round(at * rate), str(small)])

    def made() -> bytes:
        with _DRAWING:
            planes = [plane.copy() for plane in _GROUNDS.get(ground, lambda: _ground(view, find, seen, chosen, small))]
            _draw_captions(tried, cues, at, small, planes)
            return _webp(planes)

    return _FRAMES.get(key, made)


def plain_cue(cue: film.Cue) -> list[Any]:
    """A cue as something that can be hashed."""
    return [cue.start, cue.end, list(cue.rows), [[word.text, word.start, word.end] for word in cue.words]]


def _tried(view: View, wishes: Mapping[str, str]) -> View:
    """The film with other caption settings."""
    for name in wishes:
        if name not in CAPTIONS:
            raise UserError(f"'{name}' is no setting of captions; there are: {', '.join(CAPTIONS)}.")
    wanted = {name: checked(value, name) for name, value in wishes.items()}
    return view.after(view.chosen, {**view.settings, **wanted})


def _small(size: tuple[int, int], width: int) -> tuple[int, int]:
    """The film's shape with its longer side at `width`, in even numbers."""
    scale = width / max(size)
    return max(64, round(size[0] * scale / 2) * 2), max(64, round(size[1] * scale / 2) * 2)


def _near(view: View, at: float) -> Iterator[film.Cue]:
    """The caption at a moment and its neighbours: no other can be seen in it."""
    from engine import film

    for each in captioning.placed(view):
        if each.start - 1 <= at <= each.end + 1:
            words = tuple(
                film.Word(word.w, each.start - each.cue.start + word.start, each.start - each.cue.start + word.end)
                for word in each.cue.words
            )
            yield film.Cue(each.start, each.end, each.cue.rows, words)


def _seen(view: View, at: float) -> _Seen:
    order = view.content(Key("shotlist", "order"))
    lines = captioning.starts(view)
    begin, wanted = 0, round(at * fps(view))
    for unit in order.shots if order and lines else ():
        shot: Shot | None = view.content(Key("shotlist", unit))
        if shot is None or not all(span.line in lines for span in shot.spans):
            break
        frames = shot_frames(view, unit)
        if wanted < begin + frames or unit == order.shots[-1]:
            return _Seen(unit, min(max(0, wanted - begin), frames - 1), frames)
        begin += frames
    shots = order.shots if order else ()
    first = next((unit for unit in shots if view.content(Key("keyframe", unit)) or _footage_now(view, unit)), "")
    return _Seen(first, 0, 1)


# ---------------------------------------------------------------- drawing


def _ground_key(view: View, seen: _Seen, size: str, small: tuple[int, int]) -> str:
    keyframe: Keyframe | None = view.content(Key("keyframe", seen.unit)) if seen.unit else None
    footage = _footage_now(view, seen.unit) if seen.unit else None
    if footage:
        film = footage.filmed(size)
        return digest("ground", [plain(film), seen.frame, seen.frames, str(small)])
    if keyframe is None:
        return digest("ground", ["plain", str(small)])
    shot: Shot = view.content(Key("shotlist", seen.unit))
    clip: Clip | None = view.content(Key("clip", seen.unit))
    layers = plain(clip.layered(size)) if clip and clip.keyframe == keyframe else None
    return digest("ground", [plain(keyframe.picture(size)), layers, shot.camera, seen.frame, seen.frames, str(small)])


def _ground(view: View, find: Find, seen: _Seen, size: str, small: tuple[int, int]) -> Planes:
    from engine.film.painter import ShotPainter, empty_planes

    planes = empty_planes(small)
    if not seen.unit or (view.content(Key("keyframe", seen.unit)) is None and not _footage_now(view, seen.unit)):
        _fill_plain(planes)
        return planes
    shot = film_shot(find, seen.unit, _clip_now(view, find, seen.unit, (size,)), size)
    ShotPainter(shot, small, fps(view)).draw(min(seen.frame, shot.frames - 1), planes)
    return planes


def _fill_plain(planes: Planes) -> None:
    import numpy as np

    from engine.film.reading import to_yuv

    top, bottom = (to_yuv(colour) for colour in GREY)
    for plane, one, two in zip(planes, top, bottom, strict=True):
        plane[:] = np.linspace(one, two, plane.shape[0]).round().astype(np.uint8)[:, None]


def _draw_captions(view: View, cues: tuple[film.Cue, ...], at: float, small: tuple[int, int], planes: Planes) -> None:
    from pathlib import Path

    from engine import film
    from engine.film.captions import Captions

    if not cues:
        return
    rate = fps(view)
    style = caption_style(view, cues, small)
    last = round((cues[-1].end + 2) * rate)
    ground = film.Shot("ground", Path("unused"), film.Move(film.Window(), film.Window()), last)
    language = view.content(Key("brief")).language
    drawn = film.Film(small, rate, (ground,), cues, style, language=language)
    Captions(drawn).draw(round(at * rate), planes)


def _webp(planes: Planes) -> bytes:
    import io

    import cv2
    import numpy as np
    from PIL import Image

    y, u, v = planes
    size = (y.shape[1], y.shape[0])
    luma = (y.astype(np.float32) - 16) * (255 / 219)
    blue, red = (
        (cv2.resize(plane, size, interpolation=cv2.INTER_LINEAR).astype(np.float32) - 128) * (255 / 224)
        for plane in (u, v)
    )
    colours = np.stack((luma + 1.5748 * red, luma - 0.1873 * blue - 0.4681 * red, luma + 1.8556 * blue), axis=-1)
    buffer = io.BytesIO()
    Image.fromarray(np.clip(colours, 0, 255).round().astype(np.uint8)).save(buffer, "WEBP", quality=84, method=1)
    return buffer.getvalue()


# ---------------------------------------------------------------- the whole film, as it would be now


def lacking(view: View) -> list[str]:
    """What a preview of the whole film still needs: keys of lines without a voice and of shots without a picture."""
    order, lines = view.content(Key("shotlist", "order")), view.content(Key("script", "order"))
    if order is None or lines is None:
        return ["script:order" if lines is None else "shotlist:order"]
    units = set(lines.lines)
    voices = [f"voice:{unit}" for unit in lines.lines if view.content(Key("voice", unit)) is None]
    bare = [unit for unit in order.shots if view.content(Key("keyframe", unit)) is None]
    pictures = [f"keyframe:{unit}" for unit in bare if not _footage_now(view, unit)]
    spans = [view.content(Key("shotlist", unit)) for unit in order.shots]
    lost = [] if all(s and all(p.line in units for p in s.spans) for s in spans) else ["shotlist:order"]
    return [*voices, *pictures, *lost]


def now(view: View, size: str, find: Find) -> film.Film:
    """The film from the pieces that are chosen now; shots whose clip is not made yet, or is older, are planned on the way.

    UserError while `lacking` names something.
    """
    missing = lacking(view)
    if missing:
        raise UserError(f"A preview needs {missing[0]} first{f', and {len(missing) - 1} more' if missing[1:] else ''}.")
    return planned_film(_with_clips(view, find), size, find)


def _with_clips(view: View, find: Find) -> View:
    from engine.artifacts import Subtitles
    from engine.run import with_made

    sizes = view.content(Key("brief")).sizes
    for unit in view.content(Key("shotlist", "order")).shots:
        view = with_made(view, Key("clip", unit), [Made(unit, _clip_now(view, find, unit, sizes))])
    for unit in view.content(Key("script", "order")).lines:
        if view.content(Key("subtitles", unit)) is None:
            view = with_made(view, Key("subtitles", unit), [Made(unit, Subtitles(cues=()))])
    if view.content(Key("music")) is None:
        from engine.artifacts import Music

        view = with_made(view, Key("music"), [Made("", Music(bed="none"))])
    return view


def _clip_now(view: View, find: Find, unit: str, sizes: tuple[str, ...]) -> Clip:
    """A shot's clip as it would be made now; the chosen one's camera where its picture and length are the same."""
    keyframe: Keyframe = view.content(Key("keyframe", unit))
    shot: Shot = view.content(Key("shotlist", unit))
    lines = captioning.starts(view)
    timed = bool(lines) and all(span.line in lines for span in shot.spans)
    frames = shot_frames(view, unit) if timed else 5 * fps(view)
    old: Clip | None = view.content(Key("clip", unit))
    footage = _footage_now(view, unit)
    if footage:
        return footage.model_copy(update={"frames": frames, "fps": fps(view)})
    if old and old.keyframe == keyframe and old.frames == frames and _camera_of(view, unit) == shot.camera:
        return old
    seconds = frames / fps(view)
    moves = tuple(planned(find, unit, keyframe, shot.camera, size, seconds) for size in sizes)
    return Clip(keyframe=keyframe, moves=moves, frames=frames, fps=fps(view))


def _footage_now(view: View, unit: str) -> Clip | None:
    """The chosen clip where it is footage and is to stay that: a person's own, or a maker's while one is chosen."""
    clip: Clip | None = view.content(Key("clip", unit))
    if clip is None or not clip.footage:
        return None
    return clip if clip.is_own or view.stages["clip"].provider(view, unit) != CAMERA else None


def _camera_of(view: View, unit: str) -> str:
    """The camera that the chosen clip was made with."""
    take = view.take(Key("clip", unit))
    inputs = take.recipe.inputs if take else ()
    return next((str(each.text).strip('"') for each in inputs if each.name == "shot.camera"), "")


def version(view: View, size: str) -> str:
    """Changes whenever the preview would."""
    stages = ("brief", "script", "voice", "subtitles", "shotlist", "keyframe", "clip", "sounds", "music")
    chosen = sorted((key, take.content_sha) for key, take in view.chosen.items() if key.partition(":")[0] in stages)
    return digest("moving", [size, chosen, {name: view.setting(name) for name in _HEARD}])[:32]


def moving(
    project: Project, size: str, short_side: int = 480, stopped: Callable[[], bool] | None = None
) -> Iterator[bytes]:
    """The whole film as it would be now, light and in fragments of one MP4, the first playable second first."""
    from engine import film
    from engine.film.cache import Cache
    from engine.film.mix import mixed

    planned_now = now(project.view(), size, project.store.blobs.path)

    def go_on() -> None:
        if stopped and stopped():
            raise film.Cancelled("The preview was stopped.")

    sound = mixed(planned_now, go_on, Cache(project.folder / "cache")).m4a
    width, height = planned_now.size
    scale = min(1.0, short_side / min(width, height))
    small = (round(width * scale / 2) * 2, round(height * scale / 2) * 2)
    yield from film.stream(planned_now, size=small, sound=sound, cancelled=stopped)

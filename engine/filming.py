"""A shot as footage: filmed by a maker of moving pictures, in parts where the shot is longer than it can, or a person's own film.

A maker is asked for half seconds, and what it made is fitted to the shot when it is shown, so that a line said a little slower does
not have its shot filmed, and paid for, again. Example: `footage(work, "http:fal", ("1280x720",))`.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from engine.artifacts import Clip, Footage, Keyframe, Picture, Shot, parse_size
from engine.errors import MediaError, ReelwrightError, UserError
from engine.graph import View, Work
from engine.hashing import digest
from engine.prompts import FOLDER
from engine.providers.calling import paid
from engine.providers.contract import Abilities, Progress, VideoRequest
from engine.providers.registry import ready_provider
from engine.providers.services.sizing import nearest_size
from engine.timeline import fps, shot_frames
from engine.types import Blob, Key

BRIEF = Key("brief")
STEP = 0.5
"""Seconds are asked for in steps of this."""
ALIKE = 0.02
"""Sizes whose shapes differ by less share one film."""
USUAL_SECONDS = 5.0
"""Of a shot whose length is not known yet, for the estimate of its cost."""
LEAST_SIDE = 64
LONGEST_LOOK = 30.0
"""Seconds of a person's own film that its proxy shows while the length of its shot is not known."""
_TEMPLATE = FOLDER / "clip" / "film.yaml"


def seconds_wanted(view: View, unit: str) -> float:
    """How many seconds of film a shot needs, in whole steps."""
    return math.ceil(shot_frames(view, unit) / fps(view) / STEP - 1e-6) * STEP


def words(shot: Shot) -> str:
    """What a maker is told of a shot."""
    template, phrases = _template(_TEMPLATE.stat().st_mtime_ns)
    parts = {
        "picture": _sentence(shot.picture),
        "motion": _sentence(shot.motion),
        "camera": phrases.get(shot.camera, ""),
    }
    return " ".join(template.format(**parts).split())


def words_hash() -> str:
    """The hash of the template of these words."""
    return hashlib.sha256(_TEMPLATE.read_bytes()).hexdigest()


@lru_cache(maxsize=1)
def _template(stamp: int) -> tuple[str, dict[str, str]]:
    try:
        found: dict[str, Any] = yaml.safe_load(_TEMPLATE.read_text(encoding="utf-8"))
        template, phrases = str(found["words"]), {str(k): str(v) for k, v in found["camera"].items()}
        template.format(picture="", motion="", camera="")
    except (yaml.YAMLError, OSError, KeyError, AttributeError, TypeError, ValueError, IndexError) as error:
        raise UserError(
            f"The prompt {_TEMPLATE} needs `words`, with {{picture}}, {{motion}}, {{camera}}, and `camera`."
        ) from error
    return template, phrases


def _sentence(text: str) -> str:
    text = text.strip()
    return text if not text or text[-1] in ".!?।…" else f"{text}."


# ---------------------------------------------------------------- by a maker


@dataclass(frozen=True)
class Filmed:
    """Footage for all sizes, and what it cost in US dollars."""

    footage: tuple[Footage, ...]
    cost: float


def footage(work: Work, maker: str, sizes: tuple[str, ...]) -> Filmed:
    """Film a shot for these sizes; those of one shape share a film, in the largest of them."""
    camera = ready_provider("video", maker)
    shapes = _shapes(sizes)
    made: list[Footage] = []
    cost = 0.0
    for number, alike in enumerate(shapes):
        largest = max(alike, key=lambda size: math.prod(parse_size(size)))

        def progress(share: float, message: str = "", number: int = number) -> None:
            work.progress((number + share) / len(shapes), message)

        with paid(cost):
            one, took = _Filming(work, camera, largest, progress).made()
        made += [one.model_copy(update={"size": size}) for size in alike]
        cost += took
    return Filmed(tuple(sorted(made, key=lambda each: sizes.index(each.size))), cost)


def cost(view: View, unit: str, maker: str) -> float | None:
    """US dollars that filming a shot is likely to take; a shot whose words have no voice yet is taken to be of USUAL_SECONDS."""
    from engine.costing import priced
    from engine.providers.registry import provider

    shot: Shot | None = view.content(Key("shotlist", unit)) if unit else None
    lines = [span.line for span in shot.spans] if shot else []
    spoken = lines and all(view.content(Key("voice", line)) for line in lines)
    try:
        able: Abilities = getattr(provider("video", maker), "abilities", Abilities())
    except ReelwrightError:
        return None
    whole, costs = seconds_wanted(view, unit) if spoken else USUAL_SECONDS, []
    for alike in _shapes(view.content(BRIEF).sizes):
        wanted = parse_size(max(alike, key=lambda size: math.prod(parse_size(size))))
        size = nearest_size(*wanted, able.sizes) if able.sizes else wanted
        for seconds in part_lengths(whole, able.max_seconds):
            costs.append(priced("video", maker, VideoRequest("", Path(), *size, seconds)))
    return None if None in costs else sum(each for each in costs if each)


def _shapes(sizes: tuple[str, ...]) -> list[list[str]]:
    """The sizes, those of about one shape together."""
    found: list[list[str]] = []
    for size in sizes:
        for alike in found:
            if abs(math.log(_shape(alike[0]) / _shape(size))) < ALIKE:
                alike.append(size)
                break
        else:
            found.append([size])
    return found


def _shape(size: str) -> float:
    width, height = parse_size(size)
    return width / height


def part_lengths(seconds: float, most: float) -> tuple[float, ...]:
    """How long each part is, where one may have `most` seconds (0: any). The parts together are a little longer than the whole."""
    count = math.ceil(seconds / most - 1e-6) if most else 1
    each = math.ceil(seconds / count / STEP - 1e-6) * STEP
    return (min(each, most) if most else each,) * count


class _Filming:
    """One film for one size, part after part."""

    def __init__(self, work: Work, camera: Any, size: str, progress: Progress) -> None:
        self._work, self._camera, self._film_size, self._progress = work, camera, size, progress
        able: Abilities = getattr(camera, "abilities", Abilities())
        wanted = parse_size(size)
        self._size = nearest_size(*wanted, able.sizes) if able.sizes else wanted
        self._lengths = part_lengths(seconds_wanted(work.view, work.unit), able.max_seconds)
        self._folder = work.scratch / f"film-{size}"
        self._folder.mkdir(exist_ok=True)

    def made(self) -> tuple[Footage, float]:
        """The footage and its cost."""
        from engine import film
        from engine.film.video_reading import index_of

        paths, cost = [], 0.0
        parts = self._parts()
        while True:
            with paid(cost):
                part = next(parts, None)
            if part is None:
                break
            paths.append(part[0])
            cost += part[1]
        whole = paths[0]
        if len(paths) > 1:
            whole = self._folder / "whole.mp4"
            film.join_parts(paths, whole)
        index = index_of(whole)
        blob = self._work.keep(whole, _media(whole))
        rate = len(index.times) / index.duration
        return Footage(
            size=self._film_size, film=blob, seconds=round(index.duration, 3), fps=round(rate, 3), parts=len(paths)
        ), cost

    def _parts(self) -> Iterator[tuple[Path, float]]:
        """Each part begins with the last frame of the one before."""
        from engine import film

        view, unit = self._work.view, self._work.unit
        shot: Shot = view.content(Key("shotlist", unit))
        seed = (int(digest("seed", unit)[:8], 16) + self._work.seed) % 2**31
        image = self._still()
        for number, seconds in enumerate(self._lengths):
            folder = self._folder / f"part-{number}"
            folder.mkdir(exist_ok=True)

            def progress(share: float, message: str = "", number: int = number) -> None:
                words = f"part {number + 1} of {len(self._lengths)}: {message}" if len(self._lengths) > 1 else message
                self._progress((number + share) / len(self._lengths), words)

            request = VideoRequest(words(shot), image, *self._size, seconds, seed=(seed + number) % 2**31)
            result = self._camera.film(request, folder, progress)
            yield result.path, result.cost
            if number + 1 < len(self._lengths):
                image = film.last_frame(result.path, folder / "last.png")

    def _still(self) -> Path:
        """The shot's keyframe as the first frame: in the size that is asked for, its focus kept where its shape is another."""
        from PIL import Image, ImageOps

        keyframe: Keyframe = self._work.view.content(Key("keyframe", self._work.unit))
        picture = keyframe.picture(self._film_size)
        middle = (
            (picture.focus.x + picture.focus.w / 2, picture.focus.y + picture.focus.h / 2)
            if picture.focus
            else (0.5, 0.5)
        )
        with Image.open(self._work.find(picture.image)) as opened:
            still = opened.convert("RGB")
        path = self._folder / "first.png"
        ImageOps.fit(still, self._size, Image.Resampling.LANCZOS, centering=middle).save(path)
        return path


def _media(path: Path) -> str:
    return "video/mp4" if path.suffix.lower() in (".mp4", ".m4v", ".mov") else "application/octet-stream"


# ---------------------------------------------------------------- a person's own


def own_clip(work: Work, file: Path) -> tuple[Clip, tuple[str, ...]]:
    """A person's own film as a clip without a proxy, and what may be wrong with it. It is looked at in a process apart first."""
    from engine import film
    from engine.film.guarded import guarded
    from engine.film.video_reading import index_of

    facts = guarded(file, "video")
    index = index_of(file)
    if len(index.times) < 2:
        raise MediaError(f"{file.name} holds one picture only; give it to the shot's keyframe, or choose a film.")
    if min(facts.size) < LEAST_SIDE:
        raise MediaError(f"{file.name} is only {facts.size[0]}x{facts.size[1]} pixels; choose a larger film.")
    sizes = work.view.content(BRIEF).sizes
    first = work.keep(film.first_frame(file, work.scratch / "first.png"), "image/png")
    frames, rate = _length(work, index.duration), fps(work.view)
    mine = Footage(
        size=sizes[0],
        film=work.keep(file, _media(file)),
        seconds=round(index.duration, 3),
        fps=round(len(index.times) / index.duration, 3),
        own=True,
    )
    still = Keyframe(pictures=tuple(Picture(size=size, image=first) for size in sizes), prompt=file.name)
    clip = Clip(keyframe=still, frames=frames, fps=rate, footage=(mine,))
    return clip, tuple(_doubts(index.duration, frames / rate, facts.size, sizes))


def _length(work: Work, seconds: float) -> int:
    """The frames of the shot, or of the film where the shot's voices are not there yet."""
    view = work.view
    shot: Shot = view.content(Key("shotlist", work.unit))
    timed = view.content(Key("shotlist", "order")) and all(view.content(Key("voice", span.line)) for span in shot.spans)
    return shot_frames(view, work.unit) if timed else max(1, round(min(seconds, LONGEST_LOOK) * fps(view)))


def _doubts(length: float, seconds: float, size: tuple[int, int], sizes: tuple[str, ...]) -> Iterator[str]:
    from engine.film.conform import conformed

    found = conformed(Path(), length, seconds)
    if found.ending == "bounce":
        yield f"The film has {length:.1f} s, and its shot {seconds:.1f} s: it is slowed, and goes back and forth."
    elif found.speed < 1:
        yield f"The film has {length:.1f} s, and its shot {seconds:.1f} s: it is slowed a little."
    if min(size) < 0.6 * max(min(parse_size(each)) for each in sizes):
        yield f"The film is only {size[0]}x{size[1]} pixels, so it will look soft."


def proxy(work: Work, shot: Any, rate: int, size: tuple[int, int]) -> Blob:
    """A light film of a shot (as the film library takes it) to look at."""
    from engine import film

    out = work.scratch / "proxy.mp4"
    film.proxy(shot, out, fps=rate, size=size)
    return work.keep(out, "video/mp4")

"""The keyframes: the still that defines each shot, composed for every size of the film, or a person's own picture."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from engine.artifacts import BibleEntry, Box, Keyframe, Picture, Shot, parse_size
from engine.costing import priced
from engine.errors import MediaError
from engine.graph import Made, Need, Result, View, Work
from engine.hashing import digest, plain
from engine.planning.bible import things_named
from engine.prompting import template_hash, worded
from engine.providers.calling import paid
from engine.providers.contract import ImageRequest, ImageResult, Progress
from engine.providers.fallback import made
from engine.providers.registry import provider, ready_provider
from engine.stages.base import BaseStage
from engine.stages.language import base, tongue
from engine.types import Frozen, Key

BRIEF = Key("brief")
STYLE = Key("bible", "style")
ILLUSTRATOR = "illustrator"
"""The maker that reads the hour, weather and place that other shots leave standing."""
OVERSIZE = 1.2
"""Keyframes are drawn this much larger than the film, so that a push stays sharp."""

USUAL_WORDS = 25
"""Of what is to be seen in a shot that is not planned yet."""
_FIELDS = ("picture", "framing", "characters", "place", "keywords", "mood")
_COURSE = ("hour", "weather", "setting", "land", "mood")


class KeyframeStage(BaseStage):
    """One piece a shot."""

    name = "keyframe"
    kind = "image"
    version = 2

    def model(self, unit: str) -> type[Frozen]:
        return Keyframe

    def units(self, view: View) -> tuple[str, ...]:
        order = view.content(Key("shotlist", "order"))
        return order.shots if order else ()

    def needs(self, view: View, unit: str) -> tuple[Need, ...]:
        key = Key("shotlist", unit)
        shot: Shot | None = view.content(key)
        named = [u for u in (*shot.characters, shot.place) if u in view.units("bible")] if shot else []
        entries = tuple(Key("bible", u) for u in dict.fromkeys(named))
        return (
            *(view.pick(key, field, name=f"shot.{field}") for field in _FIELDS),
            *(view.derive(f"{e}.look", (e,), "look", lambda e=e: _seen(view.content(e))) for e in entries),  # type: ignore[misc]
            view.derive("style", (STYLE,), "look", lambda: _style(view)),
            *(view.derive("props", (STYLE,), "names", lambda: _recurring(view)) for _ in range(_is_bare(shot))),
            *(view.pick(key, field, name=f"shot.{field}") for field in _read_of_course(self.provider(view, unit))),
            *(
                view.derive("things", (STYLE,), "looks", lambda: _things(view, shot))
                for _ in range(bool(_things_of(view, shot, self.provider(view, unit))))
            ),
            view.pick(BRIEF, "sizes"),
            tongue(view),
        )

    def provider(self, view: View, unit: str) -> str:
        return str(view.setting("image", Key("keyframe", unit)))

    def params(self, view: View, unit: str) -> dict[str, Any]:
        own = str(view.setting("prompt", Key("keyframe", unit)) or "").strip()
        return super().params(view, unit) | ({"prompt": own} if own else {})

    def prompt(self, view: View, unit: str) -> str:
        return template_hash("image", self.provider(view, unit))

    def size(self, view: View, unit: str) -> float:
        sides = [parse_size(size) for size in view.content(BRIEF).sizes]
        return sum(width * height for width, height in sides) / 1e6

    def cost(self, view: View, unit: str) -> float | None:
        shot: Shot | None = view.content(Key("shotlist", unit)) if unit else None
        words = shot.picture if shot else "word " * USUAL_WORDS
        sizes = (_pixels(size) for size in view.content(BRIEF).sizes)
        costs = [priced("image", self.provider(view, unit), ImageRequest(words, *size)) for size in sizes]
        return None if None in costs else sum(cost for cost in costs if cost)

    def together(self, view: View, unit: str) -> int:
        return int(getattr(provider("image", self.provider(view, unit)), "together", 1))

    def make(self, work: Work) -> Result:
        view = work.view
        done = made(view, "image", Key("keyframe", work.unit), work.provider, lambda name: _drawn(work, name))
        painter = provider("image", done.maker)
        pieces = tuple(Made(each.unit, _keyframe(each, painter, done.result[each.unit])) for each in _each(work))
        cost = _paid_for(done.result) + done.lost
        notes = (done.note,) if done.note else ()
        return Result(pieces, done.maker, cost, self.size(view, work.unit) * len(work.units), notes)

    def adopt(self, work: Work, file: Path) -> tuple[Frozen, tuple[str, ...]]:
        """A person's own picture, for every size of the film."""
        from PIL import Image, ImageOps, UnidentifiedImageError

        try:
            with Image.open(file) as opened:
                picture = ImageOps.exif_transpose(opened).convert("RGB")
        except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as error:
            raise MediaError(f"{file.name} is no picture that can be read; choose a PNG, JPEG or WebP file.") from error
        if min(picture.size) < 64:
            raise MediaError(f"{file.name} is only {picture.width}x{picture.height} pixels; choose a larger picture.")
        picture.thumbnail((3840, 3840))
        path = work.scratch / "picture.png"
        picture.save(path)
        blob = work.keep(path, "image/png")
        sizes = work.view.content(BRIEF).sizes
        return Keyframe(pictures=tuple(Picture(size=size, image=blob) for size in sizes), prompt=file.name), ()


def _read_of_course(maker: str) -> tuple[str, ...]:
    """What a maker reads of the film's course beside the mood, which all of them read."""
    return _COURSE[:-1] if maker == ILLUSTRATOR else ()


def _course(shot: Shot, maker: str) -> dict[str, Any]:
    if not _read_of_course(maker):
        return {}
    return {"course": {field: getattr(shot, field) for field in _COURSE if getattr(shot, field)}}


def _each(work: Work) -> tuple[Work, ...]:
    """The work on each shot by itself, with its own seed."""
    if len(work.units) == 1:
        return (work,)
    seeds = {unit: int(work.view.setting("seed", Key("keyframe", unit)) or 0) for unit in work.units}
    return tuple(replace(work, units=(unit,), seed=seed) for unit, seed in seeds.items())


def _drawn(work: Work, maker: str) -> dict[str, dict[str, ImageResult]]:
    """The pictures of each shot for each size, by one maker."""
    painter = ready_provider("image", maker)
    sizes = work.view.content(BRIEF).sizes
    drawn: dict[str, dict[str, ImageResult]] = {unit: {} for unit in work.units}
    for index, size in enumerate(sizes):
        work.progress(index / len(sizes), f"drawing {size}")
        requests = [_worded(each, painter, size) for each in _each(work)]
        with paid(_paid_for(drawn)):
            results = _painted(painter, requests, work.scratch / size, work.progress)
            for unit, result in zip(work.units, results, strict=True):
                drawn[unit][size] = result
    return drawn


def _paid_for(drawn: dict[str, dict[str, ImageResult]]) -> float:
    return sum(result.cost for sizes in drawn.values() for result in sizes.values())


def _painted(painter: Any, requests: list[ImageRequest], folder: Path, progress: Progress) -> list[ImageResult]:
    """Several at once where the painter can; else one by one, each in a folder of its own, since painters name their file alike."""
    folder.mkdir(exist_ok=True)
    if len(requests) > 1 and hasattr(painter, "draw_many"):
        return list(painter.draw_many(requests, folder, progress))
    done = []
    for number, request in enumerate(requests):
        own = folder / str(number)
        own.mkdir(exist_ok=True)  # one maker may have failed there before
        done.append(painter.draw(request, own, progress))
    return done


def _keyframe(work: Work, painter: Any, drawn: dict[str, ImageResult]) -> Keyframe:
    size, first = next(iter(drawn.items()))
    return Keyframe(
        pictures=tuple(_picture(work, size, result) for size, result in drawn.items()),
        prompt=_worded(work, painter, size).prompt,
        shows=first.shows,
        missing=first.missing,
    )


def _worded(work: Work, painter: Any, size: str) -> ImageRequest:
    """What a maker is asked for, in the words of its kind, or in a person's own."""
    shot: Shot = work.view.content(Key("shotlist", work.unit))
    own = str(work.view.setting("prompt", Key("keyframe", work.unit)) or "")
    return worded(painter, _request(work, shot, size), own)


def _seen(entry: BibleEntry) -> dict[str, Any]:
    return {"kind": entry.kind, "name": entry.name, "look": entry.look}


def _style(view: View) -> dict[str, Any]:
    style: BibleEntry = view.content(STYLE)
    return {"look": style.look, "mood": style.mood, "palette": style.palette}


def _is_bare(shot: Shot | None) -> bool:
    """Whether a shot names neither somebody nor somewhere, so that a maker may fall back to what the film is about."""
    return shot is not None and not shot.characters and not shot.place


def _recurring(view: View) -> list[str]:
    """The names of the film's things."""
    entries = [view.content(Key("bible", unit)) for unit in view.units("bible")]
    return [entry.name for entry in entries if entry is not None and entry.kind == "prop"]


def _things(view: View, shot: Shot | None) -> dict[str, str]:
    """The looks of the film's things that a shot names, so that each looks alike in all of them."""
    entries = [view.content(Key("bible", unit)) for unit in view.units("bible")]
    return things_named([entry for entry in entries if entry is not None], shot.picture if shot else "")


def _things_of(view: View, shot: Shot | None, maker: str) -> dict[str, Any]:
    """As a part of a request's style, for the maker that reads it; nothing where the shot names none of them."""
    things = _things(view, shot) if maker == ILLUSTRATOR else {}
    return {"things": things} if things else {}


def _pixels(size: str) -> tuple[int, int]:
    """How large a keyframe for a film of this size is drawn."""
    width, height = (min(7680, round(side * OVERSIZE / 2) * 2) for side in parse_size(size))
    return width, height


def _request(work: Work, shot: Shot, size: str) -> ImageRequest:
    view = work.view
    width, height = _pixels(size)
    entries = {
        u: plain(view.content(Key("bible", u))) for u in (*shot.characters, shot.place) if u in view.units("bible")
    }
    own = int(digest("seed", work.unit)[:8], 16) // 4 * 4  # so that four candidates are four compositions
    return ImageRequest(
        prompt=shot.picture,
        width=width,
        height=height,
        seed=(own + work.seed) % 2**31,
        shot={field: plain(getattr(shot, field)) for field in _FIELDS},
        entries=entries,
        style={
            **_style(view),
            **({"recurring": _recurring(view)} if _is_bare(shot) else {}),
            **_course(shot, work.provider),
            **_things_of(view, shot, work.provider),
        },
        text=shot.picture,
        language=base(view.content(BRIEF).language),
        note=work.note,
    )


def _picture(work: Work, size: str, result: ImageResult) -> Picture:
    focus = Box(x=result.focus[0], y=result.focus[1], w=result.focus[2], h=result.focus[3]) if result.focus else None
    return Picture(size=size, image=work.keep(result.path, "image/png"), focus=focus, scene=result.scene)

"""Moving pictures by a configured service: 'http:NAME', where NAME.yaml says how it is spoken to (engine.providers.services).

What comes is decoded in a process apart before anything else looks at it. Example: `HttpVideo("replicate").film(request, scratch)`.
"""

from __future__ import annotations

from pathlib import Path

from engine.errors import BadOutput, MediaError, ReelwrightError, UserError
from engine.providers.calling import paid
from engine.providers.contract import Abilities, Progress, VideoRequest, VideoResult, silent
from engine.providers.polled import SILENCE, Wish, lacking, obtained, spoiled
from engine.providers.services import Part, Service, service
from engine.providers.services.pictures import light
from engine.providers.services.sizing import nearest_aspect, nearest_length, nearest_size, plain_size


class HttpVideo:
    """A camera at a distance. `timeout` is the longest silence of one call in seconds; a whole job may take longer."""

    kind = "video"
    takes_model = True

    def __init__(self, model: str = "", *, timeout: float = SILENCE) -> None:
        self.model = model
        self.name = f"http:{model}"
        self._timeout = timeout

    @property
    def abilities(self) -> Abilities:
        """What its file says; nothing where the file cannot be read."""
        try:
            part = self._part()[1]
        except ReelwrightError:
            return Abilities()
        return Abilities(sizes=part.sizes, max_seconds=part.most_seconds, seeds="seed" in part.holes)

    def ready(self) -> str | None:
        """None, or what is missing and how to get it. Asks nobody."""
        try:
            return lacking(self._part()[0])
        except UserError as error:
            return str(error)

    def price(self, request: VideoRequest) -> float:
        """US dollars for one film, by the service's file."""
        part = self._part()[1]
        return part.price.of(*_size(part, request), _length(part, request))

    def film(self, request: VideoRequest, scratch: Path, progress: Progress = silent) -> VideoResult:
        """A film file in `scratch`, in whatever codec the service sends. UserError where the request asks for what it does not do."""
        made_by, part = self._part()
        wish = _wish(part, request, scratch, self.name)
        found = obtained(made_by, "video", wish, scratch, progress, self._timeout)
        try:
            seconds = _seconds(found.path)
        except MediaError as error:
            spoiled(made_by, "video", wish, progress)
            message = f"{made_by.title} sent no film that can be read; make it again to ask anew."
            with paid(found.cost):
                raise BadOutput(message, provider=self.name, words=str(error)) from None
        progress(1.0, "filmed")
        return VideoResult(found.path, seconds, found.cost)

    def _part(self) -> tuple[Service, Part]:
        made_by = service(self.model)
        if made_by.video is None:
            raise UserError(
                f"{made_by.title} makes no films (`video` is not in its service file); choose another maker."
            )
        return made_by, made_by.video


def _size(part: Part, request: VideoRequest) -> tuple[int, int]:
    if part.sizes:
        return nearest_size(request.width, request.height, part.sizes)
    return plain_size(request.width, request.height, part.multiple, part.largest)


def _length(part: Part, request: VideoRequest) -> float:
    return nearest_length(request.seconds, part.seconds, part.shortest, part.longest)


def _wish(part: Part, request: VideoRequest, scratch: Path, name: str) -> Wish:
    if request.last and "last" not in part.holes:
        raise UserError(f"{name} takes no picture to end on; leave it out or choose another maker.")
    width, height = _size(part, request)
    seconds = _length(part, request)
    values = {
        "prompt": request.prompt,
        "negative": request.negative or None,
        "width": width,
        "height": height,
        "aspect": nearest_aspect(width, height, part.aspects),
        "seed": request.seed,
        "seconds": int(seconds) if seconds == int(seconds) else seconds,
        "fps": int(request.fps) if request.fps == int(request.fps) else request.fps,
        "frames": round(seconds * request.fps),
    }
    pictures = {
        each: light(path, (width, height), scratch / f"{each}.jpg")
        for each, path in (("image", request.image), ("last", request.last))
        if path
    }
    cost = part.price.of(width, height, seconds)
    return Wish(values, pictures, {"seed": request.seed, "size": [width, height]}, cost, ".mp4")


def _seconds(file: Path) -> float:
    """How long what came is; MediaError where it is no film."""
    from engine.film.guarded import guarded
    from engine.film.video_reading import index_of

    guarded(file, "video")
    return round(index_of(file).duration, 3)

"""Pictures by a configured service: 'http:NAME', where NAME.yaml says how it is spoken to (engine.providers.services).

What comes is decoded in a process apart, then brought to exactly the size that was asked. Example: `HttpImage("fal").draw(request, scratch)`.
"""

from __future__ import annotations

from pathlib import Path

from engine.errors import BadOutput, MediaError, ReelwrightError, UserError
from engine.providers.calling import paid
from engine.providers.contract import Abilities, ImageRequest, ImageResult, Progress, silent
from engine.providers.polled import SILENCE, Wish, lacking, obtained, spoiled
from engine.providers.services import Part, Service, service
from engine.providers.services.pictures import light, received
from engine.providers.services.sizing import nearest_aspect, nearest_size, plain_size


class HttpImage:
    """A painter at a distance. `timeout` is the longest silence of one call in seconds; a whole job may take longer."""

    kind = "image"
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
        return Abilities(sizes=part.sizes, regions="mask" in part.holes, seeds="seed" in part.holes)

    def ready(self) -> str | None:
        """None, or what is missing and how to get it. Asks nobody."""
        try:
            return lacking(self._part()[0])
        except UserError as error:
            return str(error)

    def price(self, request: ImageRequest) -> float:
        """US dollars for one picture, by the service's file."""
        part = self._part()[1]
        return part.price.of(*_size(part, request))

    def draw(self, request: ImageRequest, scratch: Path, progress: Progress = silent) -> ImageResult:
        """A PNG in `scratch`. UserError where the request asks for what the service does not do."""
        made_by, part = self._part()
        wish = _wish(part, request, scratch, self.name)
        found = obtained(made_by, "image", wish, scratch, progress, self._timeout)
        try:
            path = received(found.path, (request.width, request.height), scratch / "picture.png")
        except MediaError as error:
            spoiled(made_by, "image", wish, progress)
            message = f"{made_by.title} sent no picture that can be read; make it again to ask anew."
            with paid(found.cost):
                raise BadOutput(message, provider=self.name, words=str(error)) from None
        progress(1.0, "drawn")
        return ImageResult(path, cost=found.cost)

    def _part(self) -> tuple[Service, Part]:
        made_by = service(self.model)
        if made_by.image is None:
            raise UserError(
                f"{made_by.title} makes no pictures (`image` is not in its service file); choose another maker."
            )
        return made_by, made_by.image


def _size(part: Part, request: ImageRequest) -> tuple[int, int]:
    if part.sizes:
        return nearest_size(request.width, request.height, part.sizes)
    return plain_size(request.width, request.height, part.multiple, part.largest)


def _wish(part: Part, request: ImageRequest, scratch: Path, name: str) -> Wish:
    if request.references:
        raise UserError(f"{name} takes no pictures to stay like; leave them out or choose another maker.")
    pictures = {each: path for each, path in (("image", request.init), ("mask", request.mask)) if path}
    for each in pictures:
        if each not in part.holes:
            raise UserError(
                f"{name} takes no {'picture to start from' if each == 'image' else 'mask'}; choose another maker."
            )
    width, height = _size(part, request)
    if request.init:
        pictures["image"] = light(request.init, (width, height), scratch / "begin.jpg")
    values = {
        "prompt": request.prompt,
        "negative": request.negative or None,
        "width": width,
        "height": height,
        "aspect": nearest_aspect(width, height, part.aspects),
        "seed": request.seed,
        "strength": request.strength if request.init else None,
    }
    cost = part.price.of(width, height)
    return Wish(values, pictures, {"seed": request.seed, "size": [width, height]}, cost, ".picture")

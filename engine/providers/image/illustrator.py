"""The illustrator as a picture maker: a shot's words become a scene, the scene a picture in the film's look.

Needs no model and no network; the packs for language and meaning make it read better. Knows no stages and no store.
Example: `Illustrator().draw(request, scratch).shows`.
"""

from __future__ import annotations

from pathlib import Path

from engine.errors import UserError
from engine.providers.contract import ImageRequest, ImageResult, Progress, silent

_SMALLEST, _LARGEST = 64, 4096


class Illustrator:
    """Draws scenes; the same request always gives the same file."""

    kind = "image"
    name = "illustrator"
    version = 6
    """Raised when the same request gives other pixels than before; see engine.providers.registry.version_of."""

    def ready(self) -> str | None:
        """None: all that it needs is installed with the program."""
        return None

    def draw(self, request: ImageRequest, scratch: Path, progress: Progress = silent) -> ImageResult:
        """A PNG in `scratch`. UserError for a size that cannot be drawn."""
        import cv2
        import numpy as np

        from engine import looks, memory
        from engine.illustrate.compose import painted
        from engine.illustrate.layout import laid_out
        from engine.illustrate.words import tell

        _check(request)
        progress(0.02, "reading the words")
        told = tell(request)
        laid = laid_out(told, request.width, request.height, request.seed)
        progress(0.2, "drawing the scene")
        look = looks.look(str(request.style.get("look") or "paper")).name
        picture = painted(laid.scene, look, request.width, request.height)
        progress(0.9, "writing the picture")
        if picture.shape[:2] != (request.height, request.width):
            size = (request.width, request.height)
            picture = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)
        path = scratch / "scene.png"
        # By runs, with one filter: paper comes out smaller, and in two fifths of the time.
        pressed = [cv2.IMWRITE_PNG_COMPRESSION, 4, cv2.IMWRITE_PNG_STRATEGY, cv2.IMWRITE_PNG_STRATEGY_RLE]
        pressed += [cv2.IMWRITE_PNG_FILTER, cv2.IMWRITE_PNG_FILTER_PAETH]
        done, data = cv2.imencode(".png", cv2.cvtColor(picture, cv2.COLOR_RGB2BGR), pressed)
        if not done:
            raise UserError(
                f"A picture of {request.width}x{request.height} could not be written; choose a smaller size."
            )
        path.write_bytes(data.data)
        del picture, data
        memory.give_back()  # the threads that draw keep what they freed each for itself
        progress(1.0, "done")
        scene = laid.scene.model_copy(update={"look": look}).model_dump(mode="json", exclude_defaults=True)
        return ImageResult(path, laid.focus, told.shows, told.missing, scene=scene)


def _check(request: ImageRequest) -> None:
    """Refuse what cannot be drawn, in words that say what to do."""
    for side in (request.width, request.height):
        if side % 2 or not _SMALLEST <= side <= _LARGEST:
            raise UserError(
                f"{request.width}x{request.height} cannot be drawn; "
                f"use even numbers between {_SMALLEST} and {_LARGEST}, such as 1280x720."
            )

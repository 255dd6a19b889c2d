"""The typographic picture maker: a shot as a title card, its key words set over a drawn ground in the film's look.

Needs no model and no network, only fonts. Knows no stages and no store. Example: `Typographic().draw(request,
scratch).path`.
"""

from __future__ import annotations

from pathlib import Path

from engine.errors import MissingDependency, UserError
from engine.fonts import clean, fonts_for, uncovered
from engine.providers.contract import ImageRequest, ImageResult, Progress, silent

_SMALLEST, _LARGEST = 64, 7680


class Typographic:
    """Composes title cards; the same request always gives the same file."""

    kind = "image"
    name = "typographic"
    version = 1
    """Raised when the same request gives other pixels than before; see engine.providers.registry.version_of."""

    def ready(self) -> str | None:
        """None, or what is missing and how to get it."""
        if fonts_for("Word", "display"):
            return None
        return "There are no fonts to set words in. Get them with: python -m engine packs fetch fonts"

    def draw(self, request: ImageRequest, scratch: Path, progress: Progress = silent) -> ImageResult:
        """A PNG in `scratch`. UserError for a size that cannot be drawn, MissingDependency where no font has the
        shot's letters."""
        import cv2

        from engine.providers.image.typography.card import compose

        _check(request)
        progress(0.05, "setting the words")
        card = compose(request)
        progress(0.85, "writing the picture")
        path = scratch / "card.png"
        done, data = cv2.imencode(".png", card.pixels[:, :, ::-1], [cv2.IMWRITE_PNG_COMPRESSION, 4])
        if not done:
            raise UserError(
                f"A picture of {request.width}x{request.height} could not be written; choose a smaller size."
            )
        path.write_bytes(data.tobytes())
        progress(1.0, "done")
        return ImageResult(path, _shares(card.box, request), card.shows, card.missing)


def _check(request: ImageRequest) -> None:
    """Refuse what cannot be drawn, in words that say what to do."""
    for side in (request.width, request.height):
        if side % 2 or not _SMALLEST <= side <= _LARGEST:
            raise UserError(
                f"{request.width}x{request.height} cannot be drawn; "
                f"use even numbers between {_SMALLEST} and {_LARGEST}, such as 1280x720."
            )
    keywords = [clean(str(word)) for word in request.shot.get("keywords") or ()]
    letters = [word for word in keywords if any(c.isalnum() for c in word)]
    lacking = [word for word in letters if uncovered(word)]
    if lacking and len(lacking) == len(letters):
        raise MissingDependency(
            f"No font here has the letters of '{lacking[0]}'. Put one that has them (Noto has every script) into a folder "
            "and name the folder in REELWRIGHT_FONTS, or give the shot other key words.",
            provider="typographic",
        )


def _shares(
    box: tuple[float, float, float, float] | None, request: ImageRequest
) -> tuple[float, float, float, float] | None:
    """Pixels to (x, y, w, h) in fractions."""
    if box is None:
        return None
    left, top, right, bottom = box
    return left / request.width, top / request.height, (right - left) / request.width, (bottom - top) / request.height

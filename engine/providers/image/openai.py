"""Pictures by any server that speaks the OpenAI protocol. Named 'openai:MODEL' or 'openai:MODEL:QUALITY' (low, medium, high).

A new picture, or one changed from another, within a mask and like references. The size nearest to what is asked is drawn, then brought to
exactly it. Example: `OpenAIImage("gpt-image-2").draw(request, scratch)`.
"""

from __future__ import annotations

import base64
import binascii
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.errors import BadOutput, MediaError, UserError
from engine.providers import openai_wire as wire
from engine.providers import prices
from engine.providers.calling import Telling, paid
from engine.providers.contract import Abilities, ImageRequest, ImageResult, Progress, silent
from engine.providers.image.openai_words import worded
from engine.providers.pictures import opened, png
from engine.providers.services.sizing import nearest_size

if TYPE_CHECKING:
    from openai import OpenAI

DEFAULT_MODEL = "gpt-image-2"
QUALITIES = ("low", "medium", "high")
MOST_REFERENCES = 16
SMALLEST, LARGEST = 64, 7680

FIXED = ((1024, 1024), (1536, 1024), (1024, 1536))
"""The sizes that every model has."""
_FIXED_ONLY = ("gpt-image-1", "chatgpt-image", "dall-e")
STEP, LEAST_PIXELS, MOST_PIXELS, SLIMMEST = 16, 655_360, 2560 * 1440, 3.0
"""Of models that draw any size: sides are multiples of STEP, and above MOST_PIXELS the service calls it an experiment."""
_HOLDS_ON = ("gpt-image-1", "gpt-image-1.5")
"""Models that have to be told to keep to the pictures that they are given; later ones do so always."""
LETTERS_PER_TOKEN = 4.0
TOKENS_OF_A_PICTURE = 1500
"""What a picture that is sent takes, for the estimate before a call."""


class OpenAIImage:
    """A painter behind the OpenAI protocol. `timeout` is the longest silence in seconds before a call is given up."""

    kind = "image"
    takes_model = True
    family = "openai"

    def __init__(self, model: str = "", *, timeout: float = 300.0) -> None:
        name, _, quality = model.rpartition(":")
        self.model, self.quality = (name, quality) if quality in QUALITIES else (model, "medium")
        self.model = self.model or DEFAULT_MODEL
        self.name = f"openai:{model or DEFAULT_MODEL}"
        self._timeout = timeout

    @property
    def abilities(self) -> Abilities:
        return Abilities(sizes=() if self._any_size else FIXED, references=MOST_REFERENCES, regions=True)

    def ready(self) -> str | None:
        """None, or what is missing and how to get it. Asks nobody."""
        return wire.ready()

    def price(self, request: ImageRequest) -> float | None:
        """US dollars that the picture is likely to cost; None where no price is known."""
        given = len(request.references) + (request.init is not None)
        letters = len(worded(request)) / LETTERS_PER_TOKEN
        return self._dollars(request, {"tokens_in": letters, "images_in": given * TOKENS_OF_A_PICTURE})

    def draw(self, request: ImageRequest, scratch: Path, progress: Progress = silent) -> ImageResult:
        """A PNG in `scratch` of exactly the size that was asked. UserError for what cannot be drawn; else as the service has it."""
        _check(request)
        telling = Telling(progress)
        telling(0.05, f"asking {self.model} to draw")
        answer = wire.asked(self.name, lambda client: self._asked(client, request), telling, self._timeout)
        telling(0.9, "fitting the picture")
        with wire.in_form(self.name, answer):
            cost = self._dollars(request, _used(answer)) or 0.0
        with paid(cost):
            path = self._received(answer, request, scratch)
        if request.init and request.mask:
            _only_within(request, path)
        telling(1.0, prices.note(wire.address(), self.model) or "drawn")
        return ImageResult(path, cost=cost)

    @property
    def _any_size(self) -> bool:
        return self.model.startswith("gpt-image-") and not self.model.startswith(_FIXED_ONLY)

    def size(self, request: ImageRequest) -> tuple[int, int]:
        """The size to ask for."""
        if not self._any_size:
            return nearest_size(request.width, request.height, FIXED)
        return _free_size(request.width, request.height)

    def _asked(self, client: OpenAI, request: ImageRequest) -> Any:
        width, height = self.size(request)
        more: dict[str, Any] = {"size": f"{width}x{height}", "n": 1}
        if self.model.startswith(("gpt-image", "chatgpt-image")):
            more["quality"] = self.quality
        else:
            more["response_format"] = "b64_json"
        words = worded(request)
        if request.init is None and not request.references:
            return client.images.generate(model=self.model, prompt=words, **more)
        if self.model in _HOLDS_ON:
            more["input_fidelity"] = "high"
        if request.mask is not None:
            more["mask"] = ("mask.png", _mask(request.mask, (width, height)), "image/png")
        return client.images.edit(model=self.model, prompt=words, image=_given(request, (width, height)), **more)

    def _received(self, answer: Any, request: ImageRequest, scratch: Path) -> Path:
        from engine.providers.services.pictures import received

        raw = scratch / "answer.picture"
        with wire.in_form(self.name, answer):
            try:
                raw.write_bytes(base64.b64decode(answer.data[0].b64_json, validate=True))
            except binascii.Error as error:
                raise ValueError("no picture") from error
        try:
            return received(raw, (request.width, request.height), scratch / "picture.png")
        except MediaError as error:
            message = f"The picture of {self.name} cannot be read; make it again."
            raise BadOutput(message, provider=self.name, words=str(error)) from None
        finally:
            raw.unlink()

    def _dollars(self, request: ImageRequest, used: dict[str, float]) -> float | None:
        """By what was counted; where the drawn picture was not, by what one of its size takes."""
        rates = prices.rates(wire.address(), self.model) or {}
        if "pictures" in rates:
            return wire.dollars(self.model, pictures=1)
        if "images_out" not in used and rates.get("picture_tokens"):
            used = {**used, "images_out": _tokens(rates["picture_tokens"][self.quality], self.size(request))}
        return wire.dollars(self.model, **used)


def _free_size(width: int, height: int) -> tuple[int, int]:
    """A size of about this shape that the service takes, as near to the asked one as it can be."""
    shape = min(SLIMMEST, max(1 / SLIMMEST, width / height))
    pixels = min(MOST_PIXELS, max(LEAST_PIXELS, width * height))
    high = (pixels / shape) ** 0.5
    sides = [max(STEP, round(side / STEP) * STEP) for side in (high * shape, high)]
    while sides[0] * sides[1] < LEAST_PIXELS:
        sides[sides.index(max(sides))] += STEP
    while sides[0] * sides[1] > MOST_PIXELS or max(sides) / min(sides) > SLIMMEST:
        sides[sides.index(max(sides))] -= STEP
    return sides[0], sides[1]


def _tokens(known: dict[str, int], size: tuple[int, int]) -> float:
    """How many tokens a picture of this size takes; by its pixels where the table has not this size."""
    exact = known.get(f"{size[0]}x{size[1]}")
    return float(exact) if exact else known["1024x1024"] * size[0] * size[1] / 1024**2


def _used(answer: Any) -> dict[str, float]:
    """What the service counted, by the units of the price table; empty where it did not count."""
    usage = getattr(answer, "usage", None)
    if usage is None or not getattr(usage, "output_tokens", None):
        return {}
    asked, drawn = getattr(usage, "input_tokens_details", None), getattr(usage, "output_tokens_details", None)
    return {
        "tokens_in": getattr(asked, "text_tokens", None) or (0 if asked else usage.input_tokens or 0),
        "images_in": getattr(asked, "image_tokens", None) or 0,
        "tokens_out": getattr(drawn, "text_tokens", None) or 0,
        "images_out": drawn.image_tokens if drawn else usage.output_tokens,
    }


def _check(request: ImageRequest) -> None:
    for side in (request.width, request.height):
        if not SMALLEST <= side <= LARGEST:
            raise UserError(
                f"{request.width}x{request.height} cannot be drawn; use sides between {SMALLEST} and {LARGEST}."
            )
    if request.mask and not request.init:
        raise UserError("A mask needs the picture that it belongs to; give that too.")
    if len(request.references) + bool(request.init) > MOST_REFERENCES:
        raise UserError(f"At most {MOST_REFERENCES} pictures can be given to draw from; leave some out.")


def _given(request: ImageRequest, size: tuple[int, int]) -> list[tuple[str, bytes, str]]:
    """The picture to start from, in the size that is drawn, and those to stay like."""
    from PIL import Image, ImageOps

    found = []
    if request.init:
        found.append(
            ("start.png", png(ImageOps.fit(opened(request.init), size, Image.Resampling.LANCZOS)), "image/png")
        )
    for number, path in enumerate(request.references, start=1):
        picture = opened(path)
        picture.thumbnail((1536, 1536))
        found.append((f"like{number}.png", png(picture), "image/png"))
    return found


def _mask(path: Path, size: tuple[int, int]) -> bytes:
    """The protocol's mask: what is to be changed (white in ours) is transparent."""
    from PIL import Image, ImageOps

    white = ImageOps.fit(opened(path).convert("L"), size, Image.Resampling.LANCZOS)
    mask = Image.new("RGBA", size, (0, 0, 0, 255))
    mask.putalpha(ImageOps.invert(white))
    return png(mask)


def _only_within(request: ImageRequest, path: Path) -> None:
    """Outside the mask the picture is what it was, to the pixel: the service draws all of it anew."""
    from PIL import Image, ImageFilter, ImageOps

    assert request.init and request.mask
    size = (request.width, request.height)
    before = ImageOps.fit(opened(request.init), size, Image.Resampling.LANCZOS)
    mask = ImageOps.fit(opened(request.mask).convert("L"), size, Image.Resampling.LANCZOS)
    inner = mask.filter(ImageFilter.GaussianBlur(max(size) / 400))
    soft = Image.composite(inner, Image.new("L", size), mask.point(lambda level: 255 if level else 0))
    Image.composite(opened(path), before, soft).save(path)

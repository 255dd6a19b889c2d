"""Anthropic looks at pictures: 'anthropic:MODEL', by its own SDK, with the answer held to a JSON schema.

Pictures are sent within the request, made smaller where the service would do so itself. Example:
`AnthropicVision().look(VisionRequest((path,), "Is a boat to be seen?", schema)).data`.
"""

from __future__ import annotations

import base64
import io
import json
from pathlib import Path
from typing import Any

from engine.errors import MediaError, UserError
from engine.providers import anthropic_wire as wire
from engine.providers import calling, prices
from engine.providers.contract import Abilities, Progress, TextResult, VisionRequest, silent

LONGEST_SIDE = 1568
"""Pixels; the service makes larger pictures smaller before it looks at them."""
MOST_PICTURES = 20
_AS_THEY_ARE = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}
_MOST_BYTES = 3_500_000


class AnthropicVision:
    """Eyes of the service. `timeout` is the longest silence in seconds before a call is given up."""

    kind = "vision"
    takes_model = True
    abilities = Abilities(references=MOST_PICTURES, streaming=True)

    def __init__(self, model: str = "", *, timeout: float = 240.0) -> None:
        self.model = model or wire.DEFAULT_MODEL
        self.name = f"anthropic:{self.model}"
        self._timeout = timeout

    def ready(self) -> str | None:
        """None, or what is missing and how to get it. Asks nobody."""
        return wire.missing()

    def price(self, request: VisionRequest) -> float | None:
        """US dollars that the answer is likely to cost; None where no price is known."""
        letters = len(request.question) + len(json.dumps(request.schema))
        return wire.price(self.model, letters, request.max_tokens, len(request.images))

    def look(self, request: VisionRequest, progress: Progress = silent) -> TextResult:
        """The answer to the question about the pictures (1 to 20).

        Raises UserError for no or too many pictures, MediaError for what is none, and errors as of AnthropicText.write.
        """
        if not 1 <= len(request.images) <= MOST_PICTURES:
            raise UserError(f"Give one to {MOST_PICTURES} pictures to look at, not {len(request.images)}.")
        telling = calling.Telling(progress)
        telling(0.0, f"showing {self.model} the picture")
        content: list[dict[str, Any]] = [*map(_block, request.images), {"type": "text", "text": request.question}]
        body = {"model": self.model, "messages": [{"role": "user", "content": content}]}
        reply = wire.answered(self.name, body, request.schema, request.max_tokens, telling, self._timeout)
        found = wire.result(self.name, reply, request.schema)
        telling(1.0, prices.note(wire.address(), self.model) or "looked")
        return found


def _block(path: Path) -> dict[str, Any]:
    """A picture as a part of a message: as it is where the service takes it so, else as PNG or JPEG of its largest size."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(path) as picture:
            media = _AS_THEY_ARE.get(picture.format or "")
            whole = max(picture.size) <= LONGEST_SIDE and media and path.stat().st_size <= _MOST_BYTES
            data, media = (path.read_bytes(), media) if whole else _smaller(picture)
    except (OSError, UnidentifiedImageError, ValueError) as error:
        raise MediaError(f"{path.name} cannot be read as a picture; save it as PNG or JPEG and try again.") from error
    encoded = base64.b64encode(data).decode("ascii")
    return {"type": "image", "source": {"type": "base64", "media_type": media, "data": encoded}}


def _smaller(picture: Any) -> tuple[bytes, str]:
    file = io.BytesIO()
    copy = picture.convert("RGB")
    copy.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    copy.save(file, "JPEG", quality=90)
    return file.getvalue(), "image/jpeg"

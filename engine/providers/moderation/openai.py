"""What a service would decline, said before it is sent on: the moderation of the OpenAI protocol, which costs nothing. Named 'openai:MODEL'.

Example: `OpenAIModeration().judge(ModerationRequest("a quiet harbour")).flagged is False`.
"""

from __future__ import annotations

from typing import Any

from engine.errors import UserError
from engine.providers import openai_wire as wire
from engine.providers.calling import Telling
from engine.providers.contract import ModerationRequest, ModerationResult, Progress, silent

DEFAULT_MODEL = "omni-moderation-latest"


class OpenAIModeration:
    """Moderation behind the OpenAI protocol. `timeout` is the longest silence in seconds before a call is given up."""

    kind = "moderation"
    takes_model = True

    def __init__(self, model: str = "", *, timeout: float = 60.0) -> None:
        self.model = model or DEFAULT_MODEL
        self.name = f"openai:{self.model}"
        self._timeout = timeout

    def ready(self) -> str | None:
        """None, or what is missing and how to get it. Asks nobody."""
        return wire.ready()

    def price(self, request: ModerationRequest) -> float | None:
        """US dollars for one look; None where no price is known."""
        return wire.dollars(self.model, calls=1)

    def judge(self, request: ModerationRequest, progress: Progress = silent) -> ModerationResult:
        """Whether it would be declined, and for what, the likeliest first. UserError where there is nothing to look at."""
        parts = _parts(request)
        telling = Telling(progress)
        telling(0.0, f"asking {self.model}")

        def call(client: Any) -> Any:
            return client.moderations.create(model=self.model, input=parts)

        answer = wire.asked(self.name, call, telling, self._timeout)
        with wire.in_form(self.name, answer):
            found = answer.results[0]
            flagged, flags = found.flagged, found.categories.model_dump(by_alias=True)
            scores = found.category_scores.model_dump(by_alias=True)
            if not isinstance(flagged, bool):
                raise ValueError("neither yes nor no")
            reasons = sorted(
                (name for name, yes in flags.items() if yes), key=lambda name: -float(scores.get(name) or 0)
            )
        telling(1.0, "judged")
        return ModerationResult(flagged, tuple(reasons), wire.dollars(self.model, calls=1) or 0.0)


def _parts(request: ModerationRequest) -> list[dict[str, Any]]:
    from engine.providers.pictures import data_url

    parts: list[dict[str, Any]] = []
    if request.text.strip():
        parts.append({"type": "text", "text": request.text})
    if request.image is not None:
        parts.append({"type": "image_url", "image_url": {"url": data_url(request.image)}})
    if not parts:
        raise UserError("There is nothing to look at; give a text or a picture.")
    return parts

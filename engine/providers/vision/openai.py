"""Looking at pictures by any server that speaks the OpenAI protocol: 'openai:MODEL', the answer held to a JSON schema.

Pictures are sent within the request, made smaller first. Example: `OpenAIVision().look(VisionRequest((path,), "Is a boat to be seen?"))`.
"""

from __future__ import annotations

import json
from typing import Any

from engine.errors import UserError
from engine.providers import openai_wire as wire
from engine.providers.contract import Abilities, Progress, TextResult, VisionRequest, silent
from engine.providers.openai_chat import Chat, Question
from engine.providers.pictures import data_url

DEFAULT_MODEL = "gpt-5.4-mini"
LONGEST_SIDE = 1024
"""Pixels; more is seen no better and costs more."""
MOST_PICTURES = 20
TOKENS = 1700.0
"""What a picture of that size takes at most, for the estimate before a call."""
SYSTEM = "You look at pictures for the maker of a film. Answer what is asked, by what is to be seen and nothing else."


class OpenAIVision:
    """Eyes behind the OpenAI protocol. `timeout` is the longest silence in seconds before a call is given up."""

    kind = "vision"
    takes_model = True
    abilities = Abilities(references=MOST_PICTURES, streaming=True)

    def __init__(self, model: str = "", *, timeout: float = 240.0) -> None:
        self.model = model or DEFAULT_MODEL
        self.name = f"openai:{self.model}"
        self._chat = Chat(self.name, timeout=timeout)

    def ready(self) -> str | None:
        """None, or what is missing and how to get it. Asks nobody."""
        return wire.ready()

    def price(self, request: VisionRequest) -> float | None:
        """US dollars that the answer is likely to cost; None where no price is known."""
        letters = len(request.question) + len(json.dumps(request.schema))
        return self._chat.price(letters, request.max_tokens, TOKENS * len(request.images))

    def look(self, request: VisionRequest, progress: Progress = silent) -> TextResult:
        """The answer to the question about the pictures (1 to 20).

        UserError for no or too many pictures, MediaError for what is none, and errors as of OpenAIText.write.
        """
        if not 1 <= len(request.images) <= MOST_PICTURES:
            raise UserError(f"Give one to {MOST_PICTURES} pictures to look at, not {len(request.images)}.")
        shown = [{"type": "image_url", "image_url": {"url": data_url(path, LONGEST_SIDE)}} for path in request.images]
        parts: list[dict[str, Any]] = [*shown, {"type": "text", "text": request.question}]
        question = Question(SYSTEM, parts, request.schema, "sight", request.max_tokens, temperature=0.2)
        return self._chat.answered(question, progress)

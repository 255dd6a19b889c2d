"""Meanings as vectors, by any server that speaks the OpenAI protocol. Named 'openai:MODEL'.

Example: `OpenAIEmbedding("text-embedding-3-small").embed(EmbeddingRequest(("fog", "mist"))).vectors`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from engine.errors import UserError
from engine.providers import openai_wire as wire
from engine.providers import prices
from engine.providers.calling import Telling
from engine.providers.contract import EmbeddingRequest, EmbeddingResult, Progress, silent

DEFAULT_MODEL = "text-embedding-3-small"
AT_ONCE = 512
"""Texts in one request."""
LETTERS_PER_TOKEN = 4.0
"""For the estimate before a call; of English."""


class OpenAIEmbedding:
    """Embeddings behind the OpenAI protocol. `timeout` is the longest silence in seconds before a call is given up."""

    kind = "embedding"
    takes_model = True

    def __init__(self, model: str = "", *, timeout: float = 60.0) -> None:
        self.model = model or DEFAULT_MODEL
        self.name = f"openai:{self.model}"
        self._timeout = timeout

    def ready(self) -> str | None:
        """None, or what is missing and how to get it. Asks nobody."""
        return wire.ready()

    def price(self, request: EmbeddingRequest) -> float | None:
        """US dollars that these texts are likely to cost; None where no price is known."""
        return wire.dollars(self.model, tokens_in=sum(len(text) for text in request.texts) / LETTERS_PER_TOKEN)

    def embed(self, request: EmbeddingRequest, progress: Progress = silent) -> EmbeddingResult:
        """One vector for each text, of length 1. UserError for a text without words; else as the service has it."""
        if not request.texts or not all(text.strip() for text in request.texts):
            raise UserError("There is nothing in one of these texts; give it some words, or leave it out.")
        telling = Telling(progress)
        vectors: list[tuple[float, ...]] = []
        tokens = 0
        for first in range(0, len(request.texts), AT_ONCE):
            telling(first / len(request.texts), f"asking {self.model}")
            some = request.texts[first : first + AT_ONCE]
            found, used = self._asked(some, telling)
            vectors, tokens = vectors + found, tokens + used
        telling(1.0, prices.note(wire.address(), self.model) or "placed")
        return EmbeddingResult(tuple(vectors), wire.dollars(self.model, tokens_in=tokens) or 0.0)

    def _asked(self, texts: Sequence[str], telling: Telling) -> tuple[list[tuple[float, ...]], int]:
        """The vectors of some texts, and the tokens that they took."""

        def call(client: Any) -> Any:
            return client.embeddings.create(model=self.model, input=list(texts), encoding_format="float")

        answer = wire.asked(self.name, call, telling, self._timeout)
        with wire.in_form(self.name, answer):
            rows = {int(row.index): _unit(row.embedding) for row in answer.data}
            vectors = [rows[number] for number in range(len(texts))]
            if len({len(vector) for vector in vectors}) != 1:
                raise ValueError("vectors of different lengths")
            return vectors, int(answer.usage.prompt_tokens) if answer.usage else 0


def _unit(vector: Sequence[float]) -> tuple[float, ...]:
    length = math.sqrt(sum(float(value) ** 2 for value in vector))
    if not length > 0 or not math.isfinite(length):
        raise ValueError("a vector without a direction")
    return tuple(float(value) / length for value in vector)

"""Text by any server that speaks the OpenAI protocol: OpenAI itself, or Ollama, vLLM, llama.cpp, Groq... Named 'openai:MODEL'.

Key and address come from OPENAI_API_KEY and OPENAI_BASE_URL each time (see engine.providers.openai_wire). Example:
`OpenAIText("gpt-5.4-mini").write(request)`.
"""

from __future__ import annotations

import json

from engine.providers import openai_wire as wire
from engine.providers.calling import TRIES
from engine.providers.contract import Abilities, Progress, TextRequest, TextResult, silent
from engine.providers.openai_chat import Chat, Question

DEFAULT_MODEL = "gpt-5.4-mini"


class OpenAIText:
    """A writer behind the OpenAI protocol. `timeout` is the longest silence in seconds before a call is given up."""

    kind = "text"
    takes_model = True
    abilities = Abilities(streaming=True)

    def __init__(self, model: str = "", *, timeout: float = 240.0, tries: int = TRIES) -> None:
        self.model = model or DEFAULT_MODEL
        self.name = f"openai:{self.model}"
        self._chat = Chat(self.name, timeout=timeout, tries=tries)

    def ready(self) -> str | None:
        """None, or what is missing and how to get it. Asks nobody."""
        return wire.ready()

    def price(self, request: TextRequest) -> float | None:
        """US dollars that the answer is likely to cost; None where no price is known."""
        letters = len(request.system) + len(request.user) + len(json.dumps(request.schema))
        return self._chat.price(letters, request.max_tokens)

    def write(self, request: TextRequest, progress: Progress = silent) -> TextResult:
        """The model's answer, its JSON checked against the request's schema.

        Raises MissingDependency (key, model, address), RateLimited, Refused, BadOutput or Unavailable; whatever `progress` raises
        ends the call at once.
        """
        return self._chat.answered(Question(**vars(request)), progress)

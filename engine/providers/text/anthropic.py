"""Anthropic writes: 'anthropic:MODEL', by its own SDK, with the answer held to a JSON schema and read as it is written.

The service takes no seed, and no temperature: the same request may be answered differently. Example:
`AnthropicText("claude-sonnet-5").write(request).data`.
"""

from __future__ import annotations

import json

from engine.providers import anthropic_wire as wire
from engine.providers import calling, prices
from engine.providers.contract import Abilities, Progress, TextRequest, TextResult, silent


class AnthropicText:
    """A writer of the service. `timeout` is the longest silence in seconds before a call is given up."""

    kind = "text"
    takes_model = True
    abilities = Abilities(streaming=True)

    def __init__(self, model: str = "", *, timeout: float = 240.0) -> None:
        self.model = model or wire.DEFAULT_MODEL
        self.name = f"anthropic:{self.model}"
        self._timeout = timeout

    def ready(self) -> str | None:
        """None, or what is missing and how to get it. Asks nobody."""
        return wire.missing()

    def price(self, request: TextRequest) -> float | None:
        """US dollars that the answer is likely to cost; None where no price is known."""
        letters = len(request.system) + len(request.user) + len(json.dumps(request.schema))
        return wire.price(self.model, letters, request.max_tokens)

    def write(self, request: TextRequest, progress: Progress = silent) -> TextResult:
        """The model's answer, its JSON checked against the request's schema.

        Raises MissingDependency (package, key, credit, model), RateLimited, Refused, BadOutput or Unavailable; whatever `progress`
        raises ends the call at once.
        """
        telling = calling.Telling(progress)
        telling(0.0, f"asking {self.model}")
        body = {"model": self.model, "messages": [{"role": "user", "content": request.user}]}
        if request.system:
            body["system"] = request.system
        reply = wire.answered(self.name, body, request.schema, request.max_tokens, telling, self._timeout)
        found = wire.result(self.name, reply, request.schema)
        telling(1.0, prices.note(wire.address(), self.model) or "written")
        return found

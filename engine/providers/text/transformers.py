"""Text by chat models on this machine: Qwen2.5, Llama 3.1 and their kind. The light half: it only asks the device worker.

Named 'transformers:qwen2.5-7b' or 'transformers:/path/of/a/model'. Weights of 8 or 4 bits are used where the graphics memory is too small for
16 and the package bitsandbytes is installed beside PyTorch. Example: `TransformersText("qwen2.5-1.5b").write(request)`.
"""

from __future__ import annotations

from engine.errors import MissingDependency, ReelwrightError
from engine.models import catalogue, environment, hub
from engine.models.catalogue import Card
from engine.providers.contract import Abilities, Progress, TextRequest, TextResult, silent

DEFAULT_MODEL = "qwen2.5-7b"


class TransformersText:
    """A writer on this machine."""

    kind = "text"
    takes_model = True
    abilities = Abilities(seeds=True)

    def __init__(self, model: str = "") -> None:
        self.model = model or DEFAULT_MODEL
        self.name = f"transformers:{self.model}"

    def ready(self) -> str | None:
        """None, or what is missing and the step that gets it."""
        try:
            return environment.lacking("transformers", "accelerate", *self._card.needs) or hub.note(self._card)
        except ReelwrightError as error:
            return str(error)

    def write(self, request: TextRequest, progress: Progress = silent) -> TextResult:
        """The model's answer; JSON is checked against the schema, mended, or asked for again.

        Raises MissingDependency, Refused (too long), BadOutput or Unavailable; whatever `progress` raises ends the call.
        """
        from engine.models.asking import ask

        missing = self.ready()
        if missing:
            raise MissingDependency(missing, provider=self.name)
        card, folder = self._card, str(hub.folder(self._card))
        made: TextResult = ask("write", card.id, card, folder, request, provider=self.name, progress=progress)
        return made

    @property
    def _card(self) -> Card:
        return catalogue.card(self.model, "text")

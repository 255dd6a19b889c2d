"""Looking at pictures by models on this machine: Qwen2.5-VL, LLaVA and their kind. The light half: it only asks the device worker.

Named 'transformers:qwen2.5-vl-7b' or 'transformers:/path/of/a/model'. Models that bring program code of their own are not run.
Example: `TransformersVision("qwen2.5-vl-3b").look(VisionRequest((Path("s03.png"),), "What is seen?")).text`.
"""

from __future__ import annotations

from engine.errors import MissingDependency, ReelwrightError
from engine.models import catalogue, environment, hub
from engine.models.catalogue import Card
from engine.providers.contract import Abilities, Progress, TextResult, VisionRequest, silent

DEFAULT_MODEL = "qwen2.5-vl-7b"


class TransformersVision:
    """A looker on this machine."""

    kind = "vision"
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

    def look(self, request: VisionRequest, progress: Progress = silent) -> TextResult:
        """The model's answer about the pictures; JSON is checked against the schema, mended, or asked for again.

        Raises MissingDependency, Refused (too long), BadOutput or Unavailable; whatever `progress` raises ends the call.
        """
        from engine.models.asking import ask

        missing = self.ready()
        if missing:
            raise MissingDependency(missing, provider=self.name)
        card, folder = self._card, str(hub.folder(self._card))
        made: TextResult = ask("look", card.id, card, folder, request, provider=self.name, progress=progress)
        return made

    @property
    def _card(self) -> Card:
        return catalogue.card(self.model, "vision")

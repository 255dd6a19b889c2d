"""What the makers of the transformers package share: which model, whether it is here, and asking its worker."""

from __future__ import annotations

from engine.errors import MissingDependency, ReelwrightError
from engine.models import catalogue, environment, hub
from engine.models.catalogue import Card
from engine.providers.contract import Abilities, Progress, TextRequest, TextResult, VisionRequest


class Transformed:
    """A language model on this machine; `kind` and `usual` (its model where none is named) say which."""

    kind = ""
    usual = ""
    takes_model = True
    abilities = Abilities(seeds=True)

    def __init__(self, model: str = "") -> None:
        self.model = model or self.usual
        self.name = f"transformers:{self.model}"

    def ready(self) -> str | None:
        """None, or what is missing and the step that gets it."""
        try:
            return environment.lacking("transformers", "accelerate", *self._card.needs) or hub.note(self._card)
        except ReelwrightError as error:
            return str(error)

    def answered(self, verb: str, request: TextRequest | VisionRequest, progress: Progress) -> TextResult:
        """What the model's worker says; MissingDependency where the model is not here."""
        from engine.models.asking import ask

        missing = self.ready()
        if missing:
            raise MissingDependency(missing, provider=self.name)
        card, folder = self._card, str(hub.folder(self._card))
        made: TextResult = ask(verb, card.id, card, folder, request, provider=self.name, progress=progress)
        return made

    @property
    def _card(self) -> Card:
        return catalogue.card(self.model, self.kind)

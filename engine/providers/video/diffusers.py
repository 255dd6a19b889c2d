"""Moving pictures by models on this machine: LTX-Video, Stable Video Diffusion. The light half: it only asks the device worker.

Named 'diffusers:ltx', 'diffusers:svd', 'diffusers:/path/of/a/model', with options after commas: `steps=`, `guidance=`, and for Stable Video
Diffusion `motion=` (1 still to 255 wild). LTX can end on a given picture (`last`). Example: `DiffusersVideo("ltx").film(request, scratch)`.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from engine.errors import MissingDependency, ReelwrightError
from engine.models import catalogue, environment, hub
from engine.models.catalogue import Card
from engine.models.naming import Named, parsed
from engine.providers.contract import Abilities, Progress, VideoRequest, VideoResult, silent

DEFAULT_MODEL = "ltx"
OPTIONS = ("steps", "guidance", "motion")


class DiffusersVideo:
    """A camera on this machine."""

    kind = "video"
    takes_model = True

    def __init__(self, model: str = "") -> None:
        self.model = model or DEFAULT_MODEL
        self.name = f"diffusers:{self.model}"

    @property
    def family(self) -> str:
        """Which way of prompting it understands (see engine.prompting)."""
        try:
            return self._card.family
        except ReelwrightError:
            return "ltx"

    @property
    def abilities(self) -> Abilities:
        """Seeds, and the longest clip that the model makes in one go."""
        try:
            return Abilities(max_seconds=self._card.frames / self._card.fps, seeds=True)
        except ReelwrightError:
            return Abilities(seeds=True)

    def ready(self) -> str | None:
        """None, or what is missing and the step that gets it."""
        try:
            lacking = environment.lacking("diffusers", "transformers", "accelerate", *self._card.needs)
            self._number("steps", 1), self._number("guidance", 1), self._number("motion", 1)
            return lacking or hub.note(self._card)
        except ReelwrightError as error:
            return str(error)

    def film(self, request: VideoRequest, scratch: Path, progress: Progress = silent) -> VideoResult:
        """A clip that begins with the request's picture, in the model's own size and rate, at most as long as it can make.

        Raises MissingDependency, UserError or Unavailable.
        """
        from engine.models.asking import ask
        from engine.models.motion import MOTION, Shoot

        missing = self.ready()
        if missing:
            raise MissingDependency(missing, provider=self.name)
        card = self._card
        job = Shoot(
            card,
            str(hub.folder(card)),
            round(self._number("steps", card.steps)),
            self._number("guidance", card.guidance),
            round(self._number("motion", MOTION)),
        )
        made: VideoResult = ask("film", card.id, job, request, scratch, provider=self.name, progress=progress)
        return made

    @cached_property
    def _named(self) -> Named:
        return parsed(self.model, OPTIONS, DEFAULT_MODEL)

    @property
    def _card(self) -> Card:
        return catalogue.card(self._named.model, "video")

    def _number(self, name: str, default: float) -> float:
        least, most = {"steps": (1, 150), "guidance": (0, 30), "motion": (1, 255)}[name]
        return self._named.number(name, default, least, most)

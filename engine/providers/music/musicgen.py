"""Beds by MusicGen on this machine: made from the film's mood, at most half a minute long, going round without a seam. The light half.

Named 'musicgen:musicgen-small' or 'musicgen:/path/of/a/model'. `choice` of a request is what a person wishes in words; 'auto' follows the
mood. Its weights may not be used commercially (their licence is shown). Example: `MusicGen().compose(MusicRequest("sad", 60), scratch)`.
"""

from __future__ import annotations

from pathlib import Path

from engine.errors import MissingDependency, ReelwrightError
from engine.models import catalogue, environment, hub
from engine.models.catalogue import Card
from engine.providers.contract import Abilities, MusicRequest, MusicResult, Progress, silent

DEFAULT_MODEL = "musicgen-small"
LONGEST = 30.0
_WORDS = {
    "calm": "calm ambient piano and soft strings, slow, gentle", "tense": "tense cinematic strings, low pulse, suspense",
    "happy": "happy acoustic guitar and light percussion, bright", "sad": "sad slow piano and cello, sparse",
    "tender": "tender solo piano, warm, intimate", "energetic": "energetic driving drums and bass, upbeat",
    "mysterious": "mysterious soft bells and drones, slow", "nostalgic": "nostalgic warm piano with vinyl softness, slow waltz",
    "neutral": "unobtrusive soft background music, piano and pads",
}  # fmt: skip


class MusicGen:
    """A composer on this machine."""

    kind = "music"
    takes_model = True
    abilities = Abilities(max_seconds=LONGEST, seeds=True)

    def __init__(self, model: str = "") -> None:
        self.model = model or DEFAULT_MODEL
        self.name = f"musicgen:{self.model}"

    def ready(self) -> str | None:
        """None, or what is missing and the step that gets it."""
        try:
            return environment.lacking("transformers", *self._card.needs) or hub.note(self._card)
        except ReelwrightError as error:
            return str(error)

    def compose(self, request: MusicRequest, scratch: Path, progress: Progress = silent) -> MusicResult:
        """An Ogg Opus bed as long as was asked, at most half a minute; it can go back to its start at its end.

        Raises MissingDependency, BadOutput (silence) or Unavailable.
        """
        from engine.models.asking import ask

        missing = self.ready()
        if missing:
            raise MissingDependency(missing, provider=self.name)
        card, path = self._card, scratch / "bed.opus"
        seconds = float(
            ask(
                "compose",
                card.id,
                card,
                str(hub.folder(card)),
                words(request),
                min(request.seconds, LONGEST),
                request.seed,
                path,
                provider=self.name,
                progress=progress,
            )
        )
        credit = f"Music: machine-made with {card.label}{f', {card.licence}' if card.licence else ''}"
        return MusicResult(path, bed=card.id, mood=request.mood, loops=(round(seconds, 3),), credit=credit)

    @property
    def _card(self) -> Card:
        return catalogue.card(self.model, "music")


def words(request: MusicRequest) -> str:
    """What the model is asked for: a person's own words, else those of the mood; never singing."""
    wish = request.choice.strip()
    said = wish if wish.lower() not in ("", "auto") else _WORDS.get(request.mood, f"{request.mood} background music")
    return f"{said}, instrumental, no vocals"

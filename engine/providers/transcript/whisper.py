"""faster-whisper: hears what is said in almost any language, or finds known words in a sound. The light half.

`WhisperTranscript` only asks; the model lives in a warm worker process (see ear.py). Named 'faster-whisper:base' (a pack), 'large-v3' (see
engine.models) or by the path of a folder. Example: `WhisperTranscript("large-v3").hear(TranscriptRequest(path, "hi"), scratch).text`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from engine import packs
from engine.errors import MissingDependency, ReelwrightError
from engine.models.catalogue import Card
from engine.providers.contract import Progress, TranscriptRequest, TranscriptResult, silent
from engine.types import Word
from engine.workers import worker

PACK = "ear-whisper-base"
_EAR = "engine.providers.transcript.ear:Ear"
_PATIENCE = 1800.0
AT_ONCE = 8
"""Pieces of half a minute that a larger model hears side by side."""


class WhisperTranscript:
    """Recognition by whisper: its base model on the processor, or a larger one, on a graphics processor where there is one."""

    kind = "transcript"
    takes_model = True

    def __init__(self, model: str = "") -> None:
        self.model = model or "base"
        self.name = f"faster-whisper:{self.model}"

    def ready(self) -> str | None:
        """None, or what is missing and the step that gets it."""
        if self.model == "base":
            return packs.missing_note(PACK)
        from engine.models import hub

        try:
            return hub.note(_card(self.model))
        except ReelwrightError as error:
            return str(error)

    def hear(self, request: TranscriptRequest, scratch: Path, progress: Progress = silent) -> TranscriptResult:
        """What is said (`text`, `words`), or with `request.words` the times of exactly those. An empty `language` is found out.

        Hindi is mostly written in Urdu letters by the base model; with known words that does not matter. A larger model hears pieces of
        half a minute side by side. UserError for a language that it does not know, MediaError for what is no sound, MissingDependency
        without the model.
        """
        hearing = worker(_EAR, label="hearing")
        folder = str(packs.folder(PACK)) if self.model == "base" else self._folder()
        many = 0 if self.model == "base" else AT_ONCE
        result: TranscriptResult = hearing.call("hear", folder, request, many, timeout=_PATIENCE, progress=progress)
        return result

    def _folder(self) -> str:
        from engine.models import hub

        missing = self.ready()
        if missing:
            raise MissingDependency(missing, provider=self.name)
        return str(hub.folder(_card(self.model)))


def _card(model: str) -> Card:
    from engine.models import catalogue

    if catalogue.is_path(model):
        return Card(id=model, kind="transcript", family="whisper", folder=str(Path(model).expanduser().resolve()))
    return catalogue.card(model if model in catalogue.known() else f"whisper-{model}", "transcript")


def evidence(audio: Path, words: Sequence[Word], language: str, progress: Progress = silent) -> float:
    """How much the sound speaks for these words at these times: above 0.5 when they are said, about 0 when others are.

    In nats a token: how much likelier the model holds the words with the sound than with silence. Errors as of `hear`.
    """
    hearing = worker(_EAR, label="hearing")
    call = ("evidence", str(packs.folder(PACK)), audio, tuple(words), language)
    return float(hearing.call(*call, timeout=_PATIENCE, progress=progress))

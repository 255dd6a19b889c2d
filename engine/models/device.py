"""The inside of a device worker: one keeper of models, and the calls that providers make of it. Imports torch when first called.

Each call begins with the number of the GPU that this process is for (-1: none). Example, from engine.models.asking:
`call("draw", 0, job, requests, scratch)`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from engine.models import memory, place
from engine.models.catalogue import Card
from engine.models.keeper import Keeper
from engine.models.memory import Machine, Need, Plan
from engine.models.motion import Filmer, Shoot
from engine.models.pictures import Job, Painter
from engine.providers.contract import (
    ImageRequest,
    ImageResult,
    Progress,
    TextRequest,
    TextResult,
    VideoRequest,
    VideoResult,
    VisionRequest,
    silent,
)  # fmt: skip


class Device:
    """What a device worker serves."""

    def __init__(self) -> None:
        self._keeper = Keeper(place.machine, place.room, place.emptied)

    def facts(self, slot: int) -> Machine:
        """The device of this process, with its memory."""
        place.prepare(slot)
        return place.machine()

    def held(self, slot: int) -> tuple[str, ...]:
        """The models that are in memory, the least recently used first."""
        return self._keeper.held()

    def draw(
        self, slot: int, job: Job, requests: Sequence[ImageRequest], scratch: Path, progress: Progress = silent
    ) -> tuple[ImageResult, ...]:
        """Pictures for requests of one size that differ in words and seeds, several at once where the memory allows it."""
        place.prepare(slot)
        progress(0.0, f"loading {job.card.label}")

        def act(painter: Painter, plan: Plan) -> tuple[ImageResult, ...]:
            _announce(plan, job.card, len(requests), progress)
            many = memory.at_once(job.need, plan, place.machine())
            made: list[ImageResult] = []
            for start in range(0, len(requests), many):
                own = scratch / f"{start:03d}"
                own.mkdir(exist_ok=True)
                part = requests[start : start + many]
                made += painter.draw(
                    job, part, plan, own, _within(progress, start / len(requests), len(part) / len(requests))
                )
            return tuple(made)

        made = self._keeper.use(
            job.key, job.need, load=lambda plan: Painter.load(job, plan), act=act, tell=progress, results=len(requests)
        )
        progress(1.0, "drawn")
        return made

    def film(
        self, slot: int, job: Shoot, request: VideoRequest, scratch: Path, progress: Progress = silent
    ) -> VideoResult:
        """A moving picture."""
        place.prepare(slot)
        progress(0.0, f"loading {job.card.label}")

        def act(filmer: Filmer, plan: Plan) -> VideoResult:
            _announce(plan, job.card, 1, progress)
            return filmer.film(job, request, plan, scratch, progress)

        made = self._keeper.use(
            job.key, need(job.card), load=lambda plan: Filmer.load(job, plan), act=act, tell=progress
        )
        progress(1.0, "filmed")
        return made

    def write(
        self, slot: int, card: Card, folder: str, request: TextRequest, progress: Progress = silent
    ) -> TextResult:
        """Words."""
        return self._spoken(slot, card, folder, request, progress)

    def look(
        self, slot: int, card: Card, folder: str, request: VisionRequest, progress: Progress = silent
    ) -> TextResult:
        """Words about pictures."""
        return self._spoken(slot, card, folder, request, progress)

    def compose(
        self,
        slot: int,
        card: Card,
        folder: str,
        words: str,
        seconds: float,
        seed: int,
        path: Path,
        progress: Progress = silent,
    ) -> float:
        """A bed at `path`; its seconds."""
        from engine.models.tunes import Composer

        place.prepare(slot)
        progress(0.0, f"loading {card.label}")

        def act(composer: Composer, plan: Plan) -> float:
            _announce(plan, card, 1, progress)
            return composer.compose(words, seconds, seed, path, progress)

        made = self._keeper.use(
            f"{card.id}|{folder}",
            need(card),
            load=lambda plan: Composer.load(card, folder, plan),
            act=act,
            tell=progress,
        )
        progress(1.0, "composed")
        return made

    def _spoken(self, slot: int, card: Card, folder: str, request: Any, progress: Progress) -> TextResult:
        from engine.models.language import Speaker

        place.prepare(slot)
        progress(0.0, f"loading {card.label}")
        sees = isinstance(request, VisionRequest)

        def act(speaker: Speaker, plan: Plan) -> TextResult:
            progress(0.1, "reading")
            return speaker.look(request, plan, progress) if sees else speaker.write(request, plan, progress)

        made = self._keeper.use(
            f"{card.id}|{folder}",
            need(card),
            load=lambda plan: Speaker.load(card, folder, plan, sees=sees),
            act=act,
            tell=progress,
            quantisable=True,
        )
        progress(1.0, "written")
        return made


def need(card: Card) -> Need:
    """The memory that a card's model takes."""
    return Need(card.weights, card.largest, card.work)


def _announce(plan: Plan, card: Card, results: int, progress: Progress) -> None:
    """On the processor: say so, and how long it will take where that is known."""
    if plan.device != "cpu":
        progress(0.1, f"{card.label} is ready")
        return
    long = place.expected(card.tflop, results)
    progress(0.1, f"{card.label} runs {plan.words}{f': {long}' if long else ''}")


def _within(progress: Progress, start: float, share: float) -> Progress:
    """The progress of one part of several."""

    def told(done: float, message: str = "") -> None:
        progress(start + done * share, message)

    return told

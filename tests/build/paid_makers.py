"""Painters who have a price: one that says it, one that nobody knows it of, and one whose picture cannot be used. `PAID` enters them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from engine.errors import BadOutput
from engine.providers.contract import ImageRequest, ImageResult, Progress, silent
from tests.build.makers import Signs

PRICE = 0.25
PAID = {name: f"tests.build.paid_makers:{name.capitalize()}" for name in ("dear", "mystery", "spoils")}


class Dear(Signs):
    """Takes a quarter for a picture, another one than Signs would paint."""

    name = "dear"

    def price(self, request: ImageRequest) -> float | None:
        return PRICE

    def draw(self, request: ImageRequest, scratch: Path, progress: Progress = silent) -> ImageResult:
        return ImageResult(super().draw(replace(request, seed=request.seed + 1), scratch, progress).path, cost=PRICE)


class Mystery(Dear):
    """Nobody knows what it takes, and so nothing is counted."""

    name = "mystery"

    def price(self, request: ImageRequest) -> float | None:
        return None

    def draw(self, request: ImageRequest, scratch: Path, progress: Progress = silent) -> ImageResult:
        return replace(super().draw(replace(request, seed=request.seed + 1), scratch, progress), cost=0.0)


class Spoils(Dear):
    """Is paid, and what comes cannot be used."""

    name = "spoils"

    def draw(self, request: ImageRequest, scratch: Path, progress: Progress = silent) -> ImageResult:
        error = BadOutput("The picture is torn; make it again.", provider=self.name)
        error.cost = PRICE
        raise error

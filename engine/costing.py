"""What making a piece is likely to cost, by who makes it; sums of that, and how they are said. Sends nothing and stores nothing.

Makers on this machine are free; a service is asked for its price by the class that speaks to it. An unknown price is None and never 0.
Example: `priced("image", "openai:gpt-image-2", request)` is about 0.05.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from engine.errors import ReelwrightError
from engine.providers.contract import (
    EmbeddingRequest,
    ImageRequest,
    ModerationRequest,
    MusicRequest,
    SoundRequest,
    SpeechRequest,
    TextRequest,
    Token,
    VideoRequest,
    VisionRequest,
)
from engine.providers.registry import PROVIDERS, provider

KINDS = {
    "script": "text",
    "voice": "speech",
    "keyframe": "image",
    "clip": "video",
    "sounds": "sounds",
    "music": "music",
}
"""Which kind of maker a stage has; the other stages are made by rule."""


class Sum(NamedTuple):
    """Several costs together: US dollars of those that are known, and how many are not."""

    dollars: float
    unknown: int


def priced(kind: str, maker: str, request: Any) -> float | None:
    """US dollars that a maker is likely to take for a request; None where no price is known, or no such maker is there."""
    try:
        ask = getattr(provider(kind, maker), "price", None)
        found = ask(request) if ask else 0.0
    except ReelwrightError:
        return None
    return None if found is None else float(found)


def usual(kind: str, maker: str) -> float | None:
    """US dollars that one usual piece of this kind takes (a line, a picture, five seconds of film...), to say what a maker is like: 0 where
    it is free, no maker, or by the length of what it is given; None where no price is known."""
    known = kind in _USUAL and maker.partition(":")[0] in PROVIDERS[kind]
    return priced(kind, maker, _USUAL[kind]()) if known else 0.0


def _a_line() -> SpeechRequest:
    return SpeechRequest((Token("narrated", "narrated"),) * 14, "en", "")


_USUAL: dict[str, Callable[[], Any]] = {
    "text": lambda: TextRequest("x" * 4000, "x" * 1000, max_tokens=2500),
    "speech": _a_line,
    "image": lambda: ImageRequest("word " * 25, 1536, 864),
    "video": lambda: VideoRequest("", Path(), 1280, 720, 5.0),
    "music": lambda: MusicRequest("calm", 60.0),
    "sounds": lambda: SoundRequest("rain", 12.0),
    "vision": lambda: VisionRequest((Path(),), "x" * 600),
    "embedding": lambda: EmbeddingRequest(("x" * 100,)),
    "moderation": lambda: ModerationRequest("x" * 100),
}


def together(costs: Iterable[float | None]) -> Sum:
    """The sum of several costs."""
    all_of_them = list(costs)
    return Sum(sum(cost for cost in all_of_them if cost is not None), sum(cost is None for cost in all_of_them))


def told(cost: Sum) -> str:
    """'free', 'cost 0.36 USD', 'cost unknown' or 'cost 0.36 USD and what is not known of 2'."""
    if not cost.unknown:
        return f"cost {money(cost.dollars)}" if cost.dollars else "free"
    return f"cost {money(cost.dollars)}, and {cost.unknown} without a known price" if cost.dollars else "cost unknown"


def money(dollars: float) -> str:
    """'0.36 USD'; small amounts with more places, so that they are not nothing."""
    places = 2 if dollars >= 0.1 or not dollars else 3 if dollars >= 0.001 else 6
    return f"{dollars:.{places}f} USD"

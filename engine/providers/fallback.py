"""Another maker where the chosen one fails, only where a person has chosen that too; what was made this way says so.

Settings: `image_fallback` and `video_fallback` name the maker, `fallback_refused` says whether refused content counts as a failure.
Example: `made(view, "image", key, "http:fal", lambda name: draw(name))` -> Made(result, maker, note).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from engine.errors import ProviderError, Refused, UserError
from engine.graph import View
from engine.providers.polled import StillOpen
from engine.types import Key

T = TypeVar("T")


@dataclass(frozen=True)
class Made(Generic[T]):
    """A result, who made it, and, where that is not who was asked first, a sentence that says why, and the US dollars that the first
    took all the same."""

    result: T
    maker: str
    note: str = ""
    lost: float = 0.0


def made(view: View, kind: str, key: Key, maker: str, make: Callable[[str], T]) -> Made[T]:
    """What `make(maker)` gives; where that fails for good, and another maker is chosen for this, what `make` of that one gives.

    A job that goes on at a service is no failure: it is taken up another time. Refused content is one only where the person said so.
    """
    try:
        return Made(make(maker), maker)
    except ProviderError as error:
        other = str(view.setting(f"{kind}_fallback", key) or "")
        refused = isinstance(error, Refused) and view.setting("fallback_refused", key) != "yes"
        if not other or other == maker or refused or isinstance(error, StillOpen):
            raise
        note = f"{maker} failed, and {other} made it instead, as you chose: {error}"
        try:
            return Made(make(other), other, note, error.cost)
        except (ProviderError, UserError) as second:
            message = f"{str(error).rstrip('.')}. {other}, which was to take its place, failed too: {second}"
            both = ProviderError(message, provider=maker, words=error.words)
            both.cost = error.cost + getattr(second, "cost", 0.0)
            raise both from second

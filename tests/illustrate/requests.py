"""Picture requests for the tests of the illustrator: a sentence with who and where it has."""

from __future__ import annotations

from typing import Any

from engine.providers.contract import ImageRequest

MARTA = {"kind": "character", "name": "Marta", "look": "an old woman in a red coat", "aliases": ()}
FOX = {"kind": "character", "name": "fox", "look": "a young fox", "aliases": ()}
TOM = {"kind": "character", "name": "Tom", "look": "a small boy", "aliases": ("boy",)}


def request(
    text: str, *, framing: str = "medium", entries: dict[str, Any] | None = None, place: str = "", size: str = "640x360",
    seed: int = 0, language: str = "en", **style: Any,
) -> ImageRequest:  # fmt: skip
    """One shot's request."""
    known = entries or {}
    people = tuple(unit for unit, entry in known.items() if entry["kind"] == "character")
    width, height = (int(side) for side in size.split("x"))
    return ImageRequest(
        prompt=text, width=width, height=height, seed=seed, text=text, language=language, entries=known,
        shot={"picture": text, "framing": framing, "characters": people, "place": place, "keywords": (), "mood": ""},
        style={"look": "paper", "mood": "calm", "palette": "", **style},
    )  # fmt: skip

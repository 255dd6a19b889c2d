"""How a shot is framed and how the camera moves, by rule: wide to open, close for feeling and speech, detail for
things; never dull.

Knows what a shot shows and the shots before it; draws nothing. The same input gives the same answer in any process.
Example: after two medium shots the third is not medium.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from engine.artifacts import Camera, Framing
from engine.language.word_lists import words

OPPOSITE: dict[Camera, Camera] = {
    "push": "pull", "pull": "push", "pan_left": "pan_right", "pan_right": "pan_left",
    "tilt_up": "tilt_down", "tilt_down": "tilt_up",
}  # fmt: skip
_CAMERAS: dict[Framing, tuple[Camera, ...]] = {
    "wide": ("push", "pan_right", "pan_left", "pull", "tilt_down", "tilt_up"),
    "medium": ("push", "pan_left", "pan_right", "pull", "hold"),
    "close": ("push", "hold", "pan_right", "pull", "pan_left"),
    "detail": ("push", "hold", "tilt_down", "pan_left", "tilt_up", "pull"),
}
_OTHERS: dict[Framing, tuple[Framing, ...]] = {
    "wide": ("medium", "close", "detail"), "medium": ("close", "wide", "detail"),
    "close": ("medium", "detail", "wide"), "detail": ("close", "medium", "wide"),
}  # fmt: skip
_RISING = words("en", "rising") | words("hi", "rising")
_FALLING = words("en", "falling") | words("hi", "falling")
_LEAVING = words("en", "leaving") | words("hi", "leaving")
_NEARING = words("en", "nearing") | words("hi", "nearing")


@dataclass(frozen=True)
class Sight:
    """What is known of a shot: `opens` a scene or a new place, its picture's source, the kind of its main thing,
    words (lemmas), feeling."""

    opens: bool
    source: str
    main: str
    people: int
    feeling: bool
    lemmas: frozenset[str]
    key: str


def framing_for(sight: Sight, before: Sequence[Framing], seed: int = 0) -> Framing:
    """The framing of a shot after those `before` it; another `seed` gives another sensible one."""
    wished = _wished(sight)
    options = (wished, *_OTHERS[wished])
    if seed:
        options = (*options[1 + (seed - 1) % 3 :], *options[: 1 + (seed - 1) % 3])
    if len(before) >= 2 and before[-1] == before[-2] == options[0]:
        return options[1]
    return options[0]


def _wished(sight: Sight) -> Framing:
    if sight.opens:
        return "wide"
    if sight.source == "speech":
        return "close" if sight.feeling or _number(sight.key, 2) else "medium"
    if sight.feeling and sight.people:
        return "close"
    if sight.main in ("places", "nature") and not sight.people:
        return "wide"
    if sight.main == "things" and not sight.people:
        return "detail"
    return "close" if sight.people and sight.source == "near" else "medium"


def camera_for(sight: Sight, framing: Framing, before: Camera | None, seed: int = 0) -> Camera:
    """The camera's move: what the words ask for, else a turn of what suits the framing; never the last one again, nor
    its opposite."""
    asked = _asked(sight)
    usual = _CAMERAS[framing]
    turn = (_number(sight.key, len(usual)) + seed) % len(usual)
    options = [*asked, *usual[turn:], *usual[:turn]] if not seed else [*usual[turn:], *usual[:turn], *asked]
    allowed = [camera for camera in options if camera != before and (before is None or OPPOSITE.get(before) != camera)]
    return allowed[0]


def _asked(sight: Sight) -> list[Camera]:
    wishes: tuple[tuple[frozenset[str], Camera], ...] = (
        (_RISING, "tilt_up"), (_FALLING, "tilt_down"), (_NEARING, "push"), (_LEAVING, "pull"),
    )  # fmt: skip
    return [camera for lemmas, camera in wishes if lemmas & sight.lemmas][:1]


def _number(key: str, options: int) -> int:
    """A number below `options` that is the same for the same words in every process."""
    return zlib.crc32(key.encode("utf-8")) % options

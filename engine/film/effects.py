"""What can be done to a shot besides showing it: punches, speed ramps, freezes, shakes, looks, vignettes, grain, overlays
and titles. Plain data; times are seconds of the shot. Knows nothing of pixels.

    Shot("s01", picture, move, 120, effects=(Punch(at=1.2), Look(Path("warm.cube"), 0.8), Vignette(0.3)))
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Colour = tuple[int, int, int]
TitleKind = Literal["card", "lower_third", "plain"]
Blend = Literal["over", "screen"]


@dataclass(frozen=True)
class Punch:
    """The camera jumps `zoom` times nearer at a moment and comes back: in over `attack`, stays for `hold`, out over
    `release` seconds. A release of 0 stays near to the shot's end.
    """

    at: float
    zoom: float = 1.12
    attack: float = 0.1
    hold: float = 0.2
    release: float = 0.6


@dataclass(frozen=True)
class Shake:
    """The camera is shaken from `at` for `seconds`, dying away; `amount` is its reach as a share of the frame's width."""

    at: float = 0.0
    seconds: float = 0.7
    amount: float = 0.012
    hertz: float = 9.0
    seed: int = 0


@dataclass(frozen=True)
class Ramp:
    """The speed of what happens, as (seconds of the shot, speed) points; between two points it changes evenly.

    Before the first and after the last point the speed is theirs. Speeds are 0 or more; 1 is as it was.
    """

    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Freeze:
    """Everything stands still for `seconds` from `at`, then goes on from there."""

    at: float
    seconds: float


@dataclass(frozen=True)
class Look:
    """A colour look from a .cube table; `strength` 0 leaves the picture as it is."""

    lut: Path
    strength: float = 1.0


@dataclass(frozen=True)
class Vignette:
    """Darker towards the corners by `strength` (0 to 1); `start` is where it begins, as a share of the way there."""

    strength: float = 0.3
    start: float = 0.35


@dataclass(frozen=True)
class Grain:
    """Film grain: `strength` is its spread as a share of white, `size` of its clumps in pixels of a film 720 lines
    high. The same in every drawing of the same frame; not `moving` it is a paper that stands still.
    """

    strength: float = 0.02
    size: float = 1.2
    moving: bool = True
    seed: int = 0


@dataclass(frozen=True)
class Overlay:
    """A picture (with transparency) that lies fixed on the screen, stretched over the whole frame: a border, a frame, a
    watermark, dust. 'screen' adds its light.
    """

    path: Path
    opacity: float = 1.0
    blend: Blend = "over"


@dataclass(frozen=True)
class Title:
    """Words over the shot between `start` and `end` seconds (None = to its end), fading in and out.

    A 'card' stands in the middle, its first row large; a 'lower_third' at the lower left on a panel with a bar of
    `accent`; 'plain' is a card without a veil behind it. `size` is of the letters of the first row as a share of the
    film's shorter side (0 = what suits).
    """

    rows: tuple[str, ...]
    fonts: tuple[Path, ...]
    kind: TitleKind = "card"
    start: float = 0.3
    end: float | None = None
    fade: float = 0.4
    size: float = 0.0
    weight: int = 700
    colour: Colour = (255, 255, 255)
    accent: Colour = (255, 196, 64)
    panel: Colour = (12, 14, 22)
    language: str = ""


Effect = Punch | Shake | Ramp | Freeze | Look | Vignette | Grain | Overlay | Title
Finish = Vignette | Grain | Overlay
"""Effects that belong to the screen and not to what the camera sees."""


def files_of(effects: tuple[Effect, ...]) -> tuple[Path, ...]:
    """The files that these effects read."""
    found: list[Path] = []
    for effect in effects:
        if isinstance(effect, Look):
            found.append(effect.lut)
        elif isinstance(effect, Overlay):
            found.append(effect.path)
        elif isinstance(effect, Title):
            found.extend(effect.fonts)
    return tuple(found)

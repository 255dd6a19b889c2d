"""The film library: pictures, camera moves, voices, word-timed captions and music in, an MP4 out.

A library of its own: it knows no store, no stage and no provider, only files and times.

    shots = (Shot("s01", Path("a.png"), move("push", (1344, 768), (1280, 720)), frames=120), ...)
    report = render(Film((1280, 720), 30, shots, cues, style, lines, bed), Path("film.mp4"), cache=Path("cache"))
"""

from typing import TYPE_CHECKING, Any

from engine.film.check import check
from engine.film.letters import unwritable
from engine.film.moves import move
from engine.film.probe import Probe, probe
from engine.film.srt import srt, write_srt
from engine.film.types import (
    FILM_VERSION,
    RATE,
    SILENCE,
    Bed,
    Cancelled,
    CaptionStyle,
    Cue,
    Film,
    Line,
    Mix,
    Move,
    Quality,
    Report,
    Shot,
    Window,
    Word,
)

if TYPE_CHECKING:
    from engine.film.rendering import proxy, render

__all__ = [
    "FILM_VERSION",
    "RATE",
    "SILENCE",
    "Bed",
    "Cancelled",
    "CaptionStyle",
    "Cue",
    "Film",
    "Line",
    "Mix",
    "Move",
    "Probe",
    "Quality",
    "Report",
    "Shot",
    "Window",
    "Word",
    "check",
    "move",
    "probe",
    "proxy",
    "render",
    "srt",
    "unwritable",
    "write_srt",
]


def __getattr__(name: str) -> Any:
    """`render` and `proxy` bring OpenCV and FFmpeg with them, so they are loaded when first asked for."""
    if name in ("proxy", "render"):
        from engine.film import rendering

        return getattr(rendering, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

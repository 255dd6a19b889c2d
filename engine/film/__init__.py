"""The film library: pictures, camera moves, voices, word-timed captions and music in, an MP4 out.

A library of its own: it knows no store, no stage and no provider, only files and times.

    shots = (Shot("s01", Path("a.png"), move("push", (1344, 768), (1280, 720)), frames=120), ...)
    report = render(Film((1280, 720), 30, shots, cues, style, lines, bed), Path("film.mp4"), cache=Path("cache"))
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from engine.film.caption_fixes import fixed
from engine.film.caption_limits import Finding, Limits, caption_findings, limits
from engine.film.caption_styles import gallery, preset, safe_areas, styled
from engine.film.check import checked
from engine.film.conform import conformed
from engine.film.effects import (
    Freeze,
    Grain,
    Look,
    Overlay,
    Punch,
    Ramp,
    Shake,
    Title,
    Vignette,
)
from engine.film.letters import unwritable
from engine.film.moves import move
from engine.film.probe import Probe, probe
from engine.film.sources import (
    Flicker,
    Footage,
    Layer,
    Layers,
    Motion,
    Pose,
    Sprites,
    Twinkle,
    Wave,
    blink,
    cycle,
)
from engine.film.srt import srt, vtt, write_srt, write_vtt
from engine.film.subtitles import read_subtitles
from engine.film.timemap import TimeMap, time_map
from engine.film.types import (
    FILM_VERSION,
    MIXES,
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
    SoundEffect,
    Window,
    Word,
)

if TYPE_CHECKING:
    from engine.film.ass import write_ass
    from engine.film.checks import Flaw, Rules, inspect
    from engine.film.parts import first_frame, join_parts, last_frame
    from engine.film.previews import proxy, stream
    from engine.film.rendering import render
    from engine.film.soft_track import with_soft_track
    from engine.film.stem_files import Stems, stems
    from engine.film.strip import filmstrip
    from engine.film.waveform import Waveform, peaks

__all__ = [
    "FILM_VERSION",
    "MIXES",
    "RATE",
    "SILENCE",
    "Bed",
    "Cancelled",
    "CaptionStyle",
    "Cue",
    "Film",
    "Finding",
    "Flaw",
    "Flicker",
    "Footage",
    "Freeze",
    "Grain",
    "Layer",
    "Layers",
    "Limits",
    "Line",
    "Look",
    "Mix",
    "Motion",
    "Move",
    "Overlay",
    "Pose",
    "Probe",
    "Punch",
    "Quality",
    "Ramp",
    "Report",
    "Rules",
    "Shake",
    "Shot",
    "SoundEffect",
    "Sprites",
    "Stems",
    "TimeMap",
    "Title",
    "Twinkle",
    "Vignette",
    "Wave",
    "Waveform",
    "Window",
    "Word",
    "blink",
    "caption_findings",
    "checked",
    "conformed",
    "cycle",
    "filmstrip",
    "first_frame",
    "fixed",
    "gallery",
    "inspect",
    "join_parts",
    "last_frame",
    "limits",
    "move",
    "peaks",
    "preset",
    "probe",
    "proxy",
    "read_subtitles",
    "render",
    "safe_areas",
    "srt",
    "stems",
    "stream",
    "styled",
    "time_map",
    "unwritable",
    "vtt",
    "with_soft_track",
    "write_ass",
    "write_srt",
    "write_vtt",
]


_LATER = {
    "Flaw": "checks",
    "Rules": "checks",
    "Stems": "stem_files",
    "Waveform": "waveform",
    "filmstrip": "strip",
    "first_frame": "parts",
    "inspect": "checks",
    "join_parts": "parts",
    "last_frame": "parts",
    "peaks": "waveform",
    "proxy": "previews",
    "render": "rendering",
    "stems": "stem_files",
    "stream": "previews",
    "with_soft_track": "soft_track",
    "write_ass": "ass",
}
"""What brings OpenCV, FFmpeg or SciPy with it is loaded when it is first asked for."""


def __getattr__(name: str) -> Any:
    if name in _LATER:
        return getattr(import_module(f"engine.film.{_LATER[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

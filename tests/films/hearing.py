"""What a film sounds like: its loudness by ffmpeg, what the ear hears, and when words are heard by forced alignment."""

from __future__ import annotations

import re
import statistics
import subprocess
from pathlib import Path
from typing import Any

import imageio_ffmpeg

from engine.artifacts import Voice
from engine.project import Project
from engine.providers.contract import TranscriptRequest
from engine.providers.transcript.sphinx import SphinxTranscript
from engine.providers.transcript.whisper import WhisperTranscript
from engine.timeline import slots
from engine.types import Key


def loudness(film: Path) -> tuple[float, float]:
    """Integrated loudness in LUFS and true peak in dBTP, by ffmpeg's own meter."""
    command = [
        imageio_ffmpeg.get_ffmpeg_exe(),
        "-hide_banner",
        "-nostats",
        "-i",
        str(film),
        "-af",
        "ebur128=peak=true",
        "-f",
        "null",
        "-",
    ]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    summary = text[text.rindex("Summary:") :]
    found = re.search(r"I:\s+(-?[\d.]+) LUFS", summary), re.search(r"Peak:\s+(-?[\d.]+) dBFS", summary)
    assert found[0] and found[1]
    return float(found[0][1]), float(found[1][1])


def heard(film: Path, language: str, scratch: Path) -> str:
    """What the ear hears in a film."""
    return WhisperTranscript().hear(TranscriptRequest(film, language), scratch).text


def spoken(project: Project) -> str:
    """Every word of the script in the film's order, as it is said."""
    view = project.view()
    return " ".join(view.content(Key("voice", unit)).spoken for unit in view.units("voice"))


def promised_seconds(project: Project) -> float:
    """The film's length by its voices and pauses, with half a second before and a second after."""
    view = project.view()
    lines = [(view.content(Key("voice", unit)), view.content(Key("script", unit))) for unit in view.units("voice")]
    return 1.5 + sum(voice.duration + line.pause for voice, line in lines)


def time_errors(project: Project, scratch: Path) -> list[float]:
    """How far the start of each word is from where forced alignment hears it, in seconds."""
    view, errors = project.view(), []
    for unit in view.units("voice"):
        voice: Voice = view.content(Key("voice", unit))
        words = tuple(word.w for word in voice.words)
        request = TranscriptRequest(project.store.blobs.path(voice.audio), "en", words)
        found = SphinxTranscript().hear(request, scratch).words
        errors += [abs(a.start - b.start) for a, b in zip(voice.words, found, strict=True)]
    return errors


def cue_words(project: Project) -> list[str]:
    """Every word of the captions, in order."""
    view = project.view()
    cues = [cue for slot in slots(view) for cue in view.content(Key("subtitles", slot.line)).cues]
    return [word for cue in cues for row in cue.rows for word in row.split()]


def median(values: list[float]) -> float:
    """The middle value."""
    return statistics.median(values)


def outcome(events: Any) -> dict[str, Any]:
    """The data of the last event of a make."""
    return [event for event in events if event.kind == "finished"][-1].data

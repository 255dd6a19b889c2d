"""Looks at a media file: size, rate, length, sound, names. Uses PyAV; needs no ffprobe. Example:
`probe(path).frames`.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from engine.errors import MediaError


@dataclass(frozen=True)
class Probe:
    """What a file holds. `size` (0, 0), `fps` 0 and `frames` 0 where there is no picture; `duration` in seconds."""

    size: tuple[int, int]
    fps: Fraction
    frames: int
    duration: float
    has_audio: bool
    sample_rate: int
    title: str
    language: str


def probe(path: Path, *, own: bool = False) -> Probe:
    """Read a file's facts from its headers (frames are counted where no header says); MediaError when it is no media
    file. Of our `own` films no picture is decoded for it, which takes most of the time.
    """
    import av

    plain: Any = [{"skip_frame": "all"}] if own else None  # PyAV says that it wants strings; it wants options
    try:
        with av.open(str(path), stream_options=plain) as container:
            return _probed(container)
    except (av.error.FFmpegError, OSError, ValueError) as error:
        raise MediaError(f"{Path(path).name} cannot be read as a film or a sound; make or choose it again.") from error


def _probed(container: object) -> Probe:
    import av

    assert isinstance(container, av.container.InputContainer)
    video = next(iter(container.streams.video), None)
    audio = next(iter(container.streams.audio), None)
    named = [stream.metadata.get("language", "") for stream in (audio, video) if stream]
    frames = (video.frames or sum(1 for p in container.demux(video) if p.size)) if video else 0
    fps = Fraction(video.average_rate or video.base_rate or 0) if video else Fraction(0)
    return Probe(
        size=(video.codec_context.width, video.codec_context.height) if video else (0, 0),
        fps=fps,
        frames=frames,
        duration=container.duration / av.time_base if container.duration else float(frames / fps) if fps else 0.0,
        has_audio=audio is not None,
        sample_rate=audio.codec_context.sample_rate if audio else 0,
        title=container.metadata.get("title", ""),
        language=next((name for name in named if name and name != "und"), ""),
    )

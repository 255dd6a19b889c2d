"""Names what a segment or a sound is made of: a hash of everything that shows or is heard in it, and of nothing else.

Equal fingerprints promise equal frames. Files count by their bytes, never by their names. Hashes start with what they
are of.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import av
import cv2
import PIL

from engine.errors import MediaError
from engine.film.captions import Captions
from engine.film.encode import SETTINGS
from engine.film.timeline import Segment, Timeline
from engine.film.types import FILM_VERSION, Film, Quality

_LIBRARIES = (FILM_VERSION, av.__version__, cv2.__version__, PIL.__version__)


class Files:
    """The hashes of files, each read once."""

    def __init__(self) -> None:
        self._known: dict[Path, str] = {}

    def sha256(self, path: Path) -> str:
        if path not in self._known:
            try:
                with path.open("rb") as file:
                    self._known[path] = hashlib.file_digest(file, "sha256").hexdigest()
            except OSError as error:
                reason = (
                    "is not there" if isinstance(error, FileNotFoundError) else f"cannot be read ({error.strerror})"
                )
                raise MediaError(f"{path.name} {reason}; make or choose it again.") from error
        return self._known[path]


def segment_key(
    film: Film, timeline: Timeline, captions: Captions, segment: Segment, quality: Quality, files: Files
) -> str:
    """The fingerprint of a segment: its shots' pictures, moves and place in them, brightness, captions, size, rate
    and encoder.
    """
    shown = captions.shown(segment.start, segment.end)
    style = film.style
    look = (_plain(replace(style, fonts=())), [files.sha256(font) for font in style.fonts], film.language)
    views = [
        (files.sha256(film.shots[i].picture), asdict(film.shots[i].move), *_place(timeline, i, segment))
        for i in segment.shots
    ]
    frames = (segment.frames, views, segment.dim, shown, look if shown else None)
    return _hash("segment", (film.size, film.fps, quality, SETTINGS[quality], *frames))


def sound_key(film: Film, files: Files) -> str:
    """The fingerprint of a film's sound: voices and where they start, the bed, the mix and the length."""
    lines = sorted((line.start, files.sha256(line.path)) for line in film.lines)
    bed = (files.sha256(film.bed.path), film.bed.loops, film.bed.gain_db) if film.bed else None
    return _hash("sound", (lines, bed, asdict(film.mix), film.samples))


def _place(timeline: Timeline, shot: int, segment: Segment) -> tuple[int, int]:
    first, last = timeline.seen[shot]
    return segment.start - first, last - first


def _plain(style: Any) -> dict[str, Any]:
    return {name: value for name, value in asdict(style).items() if name != "fonts"}


def _hash(kind: str, content: object) -> str:
    text = json.dumps([kind, _LIBRARIES, content], sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()

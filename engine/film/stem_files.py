"""Writes a film's voices, music and sound effects as files of their own, whose sum is the mix before mastering.

Example: `stems(film, Path("stems")).voices` -> stems/voices.wav.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Literal

import av
import numpy as np

from engine.errors import MediaError
from engine.film.cache import Cache
from engine.film.levels import Samples
from engine.film.memory import Files
from engine.film.mix import some_cache
from engine.film.reels import Hashes, Reels
from engine.film.tracks import PARTS, Tracks
from engine.film.types import RATE, Cancelled, Film

StemKind = Literal["wav", "flac"]
_SECONDS = 10
_FULL_24 = 2**23 - 1


@dataclass(frozen=True)
class Stems:
    """The three files, each as long as the film, stereo at 48 kHz."""

    voices: Path
    music: Path
    effects: Path


def stems(
    film: Film,
    folder: Path,
    *,
    kind: StemKind = "wav",
    cache: Cache | None = None,
    files: Hashes | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Stems:
    """Write voices, music and effects into `folder`: 32-bit floats as WAV, or 24 bits as FLAC.

    MediaError when a sound cannot be read, the disk does not take the files, or FLAC cannot hold how loud one is.
    """

    def go_on() -> None:
        if cancelled and cancelled():
            raise Cancelled("Writing the stems was stopped.")

    folder.mkdir(parents=True, exist_ok=True)
    paths = {part: folder / f"{part}.{kind}" for part in PARTS}
    with some_cache(cache) as kept:
        tracks = Tracks(film, Reels(kept, files or Files(), go_on))
        for part, path in paths.items():
            with _whole(path) as aside:
                _write(aside, kind, _stretches(tracks, part, go_on), path.name)
    return Stems(**paths)


def _stretches(tracks: Tracks, part: str, go_on: Callable[[], None]) -> Iterator[Samples]:
    for first in range(0, tracks.total, _SECONDS * RATE):
        go_on()
        yield tracks.stretch(first, min(_SECONDS * RATE, tracks.total - first), (part,))


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """A path aside that takes the place of `path` when all went well."""
    aside = path.with_name(f"{path.name}.part")
    try:
        yield aside
        aside.replace(path)
    except (av.error.FFmpegError, OSError) as error:
        reason = getattr(error, "strerror", None) or "the disk did not take it"
        raise MediaError(f"The stem {path.name} could not be written ({reason}).") from error
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)


def _write(path: Path, kind: StemKind, blocks: Iterator[Samples], name: str) -> None:
    options = {"rf64": "auto"} if kind == "wav" else {}
    with av.open(str(path), "w", format=kind, options=options) as container:
        stream = container.add_stream("pcm_f32le" if kind == "wav" else "flac", rate=RATE, layout="stereo")
        stream.codec_context.format = "flt" if kind == "wav" else "s32"
        if kind == "flac":
            stream.codec_context.options = {"compression_level": "3"}
        at = 0
        for block in blocks:
            packed = np.ascontiguousarray(block) if kind == "wav" else _in_24_bits(block, name)
            form = "flt" if kind == "wav" else "s32"
            frame = av.AudioFrame.from_ndarray(packed.reshape(1, -1), format=form, layout="stereo")
            frame.sample_rate, frame.time_base, frame.pts = RATE, Fraction(1, RATE), at
            at += len(block)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def _in_24_bits(block: Samples, name: str) -> np.ndarray:
    if float(np.abs(block).max(initial=0.0)) > 1.0:
        raise MediaError(f"The stem {name} is louder than FLAC can hold; write the stems as WAV.")
    return np.rint(block.astype(np.float64) * _FULL_24).astype(np.int32) << 8

"""What players and sites expect of the file itself: tracks, lengths, names, colour tags, the index in front."""

from __future__ import annotations

import io
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av

from engine.errors import MediaError
from engine.film.checks.flaw import Flaw
from engine.film.rates import spoken
from engine.film.types import RATE, Film

AGAIN = "Render the film again."
_BT709, _LIMITED = 1, 1
_MOST_BOXES = 1000


def container_flaws(path: Path, film: Film | None) -> Iterator[Flaw]:
    """Everything that is wrong with the file. MediaError when it is no media file at all."""
    try:
        with av.open(str(path), options={"protocol_whitelist": "file"}) as container:
            found = list(_flaws(container, film))
        boxes = _boxes(path)
    except (av.error.FFmpegError, OSError, ValueError) as error:
        raise MediaError(f"{path.name} cannot be read as a film; render it again.") from error
    yield from (Flaw("container", severity, 0.0, 0.0, says, fix) for severity, says, fix in found)  # type: ignore[arg-type]
    if "moov" in boxes and "mdat" in boxes and boxes.index("moov") > boxes.index("mdat"):
        says = "The index lies behind the pictures, so the film must be loaded whole before it plays."
        yield Flaw("container", "error", 0.0, 0.0, says, AGAIN)


def _flaws(container: av.container.InputContainer, film: Film | None) -> Iterator[tuple[str, str, str]]:
    pictures, sounds = container.streams.video, container.streams.audio
    if len(pictures) != 1 or len(sounds) != 1:
        count = f"{len(pictures)} pictures and {len(sounds)} sounds"
        yield "error", f"The film has {count} as tracks instead of one of each.", AGAIN
    if pictures:
        yield from _picture(pictures[0], film)
    if pictures and sounds:
        yield from _together(pictures[0], sounds[0], film)
    if sounds and sounds[0].codec_context.sample_rate != RATE:
        yield (
            "warning",
            f"The sound has {sounds[0].codec_context.sample_rate} samples a second instead of {RATE}.",
            AGAIN,
        )
    if film:
        yield from _names(container, film)


def _picture(stream: av.VideoStream, film: Film | None) -> Iterator[tuple[str, str, str]]:
    context = stream.codec_context
    tags = (context.color_range, context.colorspace, context.color_primaries, context.color_trc)
    if tags != (_LIMITED, _BT709, _BT709, _BT709):
        yield "warning", "The colours are not tagged as BT.709, so players may show them differently.", AGAIN
    if context.pix_fmt not in ("yuv420p", "yuv420p10le"):
        yield "warning", f"The pixels are {context.pix_fmt}, which many players do not show.", "Render as yuv420p."
    if film and (context.width, context.height) != film.size:
        yield "error", f"The film is {context.width}x{context.height} instead of {film.size[0]}x{film.size[1]}.", AGAIN
    if film and stream.average_rate != Fraction(film.fps):
        rate = spoken(Fraction(stream.average_rate or 0))
        yield "error", f"The film has {rate} frames a second instead of {spoken(film.fps)}.", AGAIN
    if film and stream.frames and stream.frames != film.frames:
        yield "error", f"The film has {stream.frames} frames instead of {film.frames}.", AGAIN


def _together(picture: av.VideoStream, sound: av.AudioStream, film: Film | None) -> Iterator[tuple[str, str, str]]:
    """Both tracks begin and end at the same time, to a frame."""
    frame = 1 / float(picture.average_rate or 24)
    starts = [_seconds(stream, stream.start_time) for stream in (picture, sound)]
    lengths = [_seconds(stream, stream.duration) for stream in (picture, sound)]
    if abs(starts[0] - starts[1]) > frame / 2:
        yield "error", f"The sound starts {starts[1] - starts[0]:+.3f} s beside the pictures.", AGAIN
    if all(lengths) and abs(lengths[0] - lengths[1]) > frame:
        yield "error", f"The pictures last {lengths[0]:.2f} s and the sound {lengths[1]:.2f} s.", AGAIN


def _seconds(stream: av.VideoStream | av.AudioStream, ticks: int | None) -> float:
    return float((ticks or 0) * (stream.time_base or 0))


def _names(container: av.container.InputContainer, film: Film) -> Iterator[tuple[str, str, str]]:
    if film.title and container.metadata.get("title", "") != film.title:
        yield "warning", "The file does not carry the film's title.", AGAIN
    for stream in container.streams:
        if stream.type in ("video", "audio") and stream.metadata.get("language", "und") == "und" and film.language:
            yield "warning", f"The {stream.type} track does not say its language.", AGAIN


def _boxes(path: Path) -> list[str]:
    """The names of an MP4's outermost boxes, in order; whatever else it is, no more than its first bytes are read."""
    names: list[str] = []
    with path.open("rb") as file:
        end = file.seek(0, io.SEEK_END)
        at = 0
        while at + 8 <= end and len(names) < _MOST_BOXES:
            file.seek(at)
            head = file.read(16)
            size = int.from_bytes(head[:4], "big")
            if size == 1:
                size = int.from_bytes(head[8:16], "big")
            names.append(head[4:8].decode("latin-1"))
            if size < 8:
                break
            at += size
    return names

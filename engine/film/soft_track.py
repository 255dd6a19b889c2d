"""Captions that a player can switch on and off: a mov_text track inside an MP4, tagged with its language.

Example: `with_soft_track(Path("film.mp4"), cues, Path("with_captions.mp4"), language="hi")`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from fractions import Fraction
from heapq import merge
from pathlib import Path
from typing import BinaryIO

import av
from av.container import OutputContainer
from av.subtitles.stream import SubtitleStream

from engine.errors import MediaError
from engine.film.srt import showing
from engine.film.types import Cue

TICKS = 1000
"""Ticks a second of the track's clock."""
_HEADER = (
    b"[Script Info]\r\nScriptType: v4.00+\r\n\r\n[V4+ Styles]\r\nFormat: Name, Fontname, Fontsize, PrimaryColour, "
    b"SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, "
    b"BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding\r\nStyle: Default,Sans,16,&Hffffff,"
    b"&Hffffff,&H0,&H0,0,0,0,0,100,100,0,0,1,1,0,2,10,10,10,0\r\n\r\n[Events]\r\nFormat: Layer, Start, End, Style, "
    b"Name, MarginL, MarginR, MarginV, Effect, Text\r\n\0"
)


def add_track(container: OutputContainer, language: str) -> SubtitleStream:
    """A caption track in a container that is being written; `language` has three letters."""
    stream = container.add_stream("mov_text")
    assert isinstance(stream, SubtitleStream)
    stream.codec_context.subtitle_header = _HEADER
    stream.time_base = Fraction(1, TICKS)
    stream.metadata["language"] = language
    return stream


def packets(cues: Iterable[Cue], stream: SubtitleStream) -> Iterator[av.Packet]:
    """The track's packets in order of time; one that lasts into the next ends where that begins."""
    spans: list[tuple[int, int, str]] = []
    for cue in showing(cues):
        start, end = max(0, round(cue.start * TICKS)), round(cue.end * TICKS)
        if spans and spans[-1][1] > start:
            spans[-1] = (spans[-1][0], start, spans[-1][2])
        spans.append((start, end, "\n".join(" ".join(row.split()) for row in cue.rows if row.strip())))
    for start, end, text in spans:
        if end > start:
            yield _packet(start, end, text, stream)


def _packet(start: int, end: int, text: str, stream: SubtitleStream) -> av.Packet:
    content = text.encode("utf-8")[:65535].decode("utf-8", "ignore").encode("utf-8")
    packet = av.Packet(len(content).to_bytes(2, "big") + content)
    packet.stream = stream
    packet.time_base = Fraction(1, TICKS)
    packet.pts = packet.dts = start
    packet.duration = end - start
    packet.is_keyframe = True
    return packet


def with_soft_track(film: Path, cues: Iterable[Cue], out: Path, *, language: str = "en") -> None:
    """Copy a film with its captions as a track of its own, aside and renamed; nothing is encoded again.

    A caption track that the film has already is left out. MediaError when the film or the disk cannot be used.
    """
    from engine.film.join import three_letters

    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        with av.open(str(film), "r") as old, av.open(str(part), "w", format="mp4", options=_options()) as new:
            _copied(old, new, list(cues), three_letters(language))
        switch_off(part)
        part.replace(out)
    except (av.FFmpegError, OSError) as error:
        raise MediaError(f"Captions could not be added to {film.name}; check the film and the disk.") from error
    finally:
        part.unlink(missing_ok=True)


def _options() -> dict[str, str]:
    return {"movflags": "+faststart"}


def _copied(old: av.container.InputContainer, new: OutputContainer, cues: list[Cue], language: str) -> None:
    kept = {s.index: new.add_stream_from_template(s) for s in old.streams if s.type in ("video", "audio")}
    for source in old.streams:
        if source.index in kept:
            kept[source.index].metadata.update(source.metadata)
    new.metadata.update(old.metadata)
    track = add_track(new, language)
    media = (
        (float(p.dts * p.time_base), p, kept[p.stream_index])
        for p in old.demux()
        if p.dts is not None and p.time_base is not None and p.stream_index in kept
    )
    words = ((float(p.pts or 0) / TICKS, p, track) for p in packets(cues, track))
    for _, packet, stream in merge(media, words, key=lambda item: item[0]):
        packet.stream = stream
        new.mux_one(packet)


def switch_off(film: Path) -> None:
    """Leave it to the viewer to switch a film's caption track on: captions that are burned in would stand twice."""
    with film.open("r+b") as file:
        size = file.seek(0, os.SEEK_END)
        for start, end in _boxes(file, 0, size, b"moov"):
            for first, last in _boxes(file, start, end, b"trak"):
                if any(_is_caption_track(file, *media) for media in _boxes(file, first, last, b"mdia")):
                    for head, _ in _boxes(file, first, last, b"tkhd"):
                        file.seek(head + 3)
                        flags = file.read(1)[0]
                        file.seek(head + 3)
                        file.write(bytes([flags & ~1]))


def _is_caption_track(file: BinaryIO, start: int, end: int) -> bool:
    for head, _ in _boxes(file, start, end, b"hdlr"):
        file.seek(head + 8)
        return file.read(4) in (b"sbtl", b"text", b"subt")
    return False


def _boxes(file: BinaryIO, start: int, end: int, kind: bytes) -> Iterator[tuple[int, int]]:
    """Where the contents of MP4 boxes of a kind begin and end, directly between two places of a file."""
    at = start
    while at + 8 <= end:
        file.seek(at)
        head = file.read(16)
        size, skip = int.from_bytes(head[:4], "big"), 8
        if size == 1:
            size, skip = int.from_bytes(head[8:16], "big"), 16
        size = size or end - at
        if size < skip:
            return
        if head[4:8] == kind:
            yield at + skip, min(at + size, end)
        at += size

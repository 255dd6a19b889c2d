"""Joins encoded segments and an encoded sound into one MP4 by copying packets; nothing is decoded.

Each packet's time is computed from its frame, never from the segments' own clocks. Reads one segment at a time.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from fractions import Fraction
from heapq import merge
from itertools import chain
from pathlib import Path

import av

from engine.errors import MediaError
from engine.film.encode import TICKS, mux_options

_ISO_639_2 = {
    "ar": "ara", "bn": "ben", "cs": "ces", "da": "dan", "de": "deu", "el": "ell", "en": "eng", "es": "spa", "fa": "fas",
    "fi": "fin", "fr": "fra", "gu": "guj", "he": "heb", "hi": "hin", "hu": "hun", "id": "ind", "it": "ita", "ja": "jpn",
    "kn": "kan", "ko": "kor", "ml": "mal", "mr": "mar", "ms": "msa", "ne": "nep", "nl": "nld", "no": "nor", "pa": "pan",
    "pl": "pol", "pt": "por", "ro": "ron", "ru": "rus", "sa": "san", "sk": "slk", "sv": "swe", "ta": "tam", "te": "tel",
    "th": "tha", "tr": "tur", "uk": "ukr", "ur": "urd", "vi": "vie", "zh": "zho",
}  # fmt: skip


def three_letters(language: str) -> str:
    """The code that MP4 wants: 'hi' or 'hi-IN' -> 'hin'; 'und' for a language that is not listed."""
    code = language.lower().replace("_", "-").split("-")[0]
    return code if len(code) == 3 else _ISO_639_2.get(code, "und")


def join(segments: Iterable[tuple[int, bytes]], sound: bytes, out: Path, *, fps: int, title: str, language: str) -> int:
    """Write `out` from (first frame, MP4) in order and an M4A; returns the number of frames written.

    MediaError when segments do not fit together.
    """
    given = iter(segments)
    first = next(given)
    with (
        av.open(str(out), "w", format="mp4", options=mux_options(fps)) as film,
        av.open(io.BytesIO(first[1]), "r") as template,
        av.open(io.BytesIO(sound), "r") as heard,
    ):
        film.metadata["title"] = title
        picture = film.add_stream_from_template(template.streams.video[0])
        voice = film.add_stream_from_template(heard.streams.audio[0])
        picture.metadata["language"] = voice.metadata["language"] = three_letters(language)
        counted = _Counted(chain([first], given), bytes(template.streams.video[0].codec_context.extradata or b""), fps)
        sounds = (p for p in heard.demux(heard.streams.audio[0]) if p.dts is not None)
        pictures = ((p, picture) for p in counted)
        for packet, stream in merge(pictures, ((p, voice) for p in sounds), key=lambda pair: _seconds(pair[0])):
            packet.stream = stream
            film.mux_one(packet)
    return counted.frames


def _seconds(packet: av.Packet) -> float:
    return float((packet.dts or 0) * (packet.time_base or 0))


class _Counted:
    """The pictures' packets with times of the whole film; `frames` counts them."""

    def __init__(self, segments: Iterable[tuple[int, bytes]], parameters: bytes, fps: int) -> None:
        self._segments, self._parameters, self._fps = segments, parameters, fps
        self.frames = 0

    def __iter__(self) -> Iterator[av.Packet]:
        for start, content in self._segments:
            with av.open(io.BytesIO(content), "r") as segment:
                stream = segment.streams.video[0]
                if bytes(stream.codec_context.extradata or b"") != self._parameters:
                    raise MediaError("The film's segments do not fit together; empty the film cache and render again.")
                yield from self._moved(segment.demux(stream), start)

    def _moved(self, packets: Iterable[av.Packet], start: int) -> Iterator[av.Packet]:
        base = Fraction(1, self._fps * TICKS)
        for packet in packets:
            if packet.dts is None or packet.pts is None or packet.time_base is None:
                continue
            # The clock of dts is the decoding order over the whole film: one frame a packet, whatever the segments say.
            shown = start + round(packet.pts * packet.time_base * self._fps)
            packet.time_base = base
            packet.pts, packet.dts, packet.duration = shown * TICKS, (self.frames - REORDER) * TICKS, TICKS
            self.frames += 1
            yield packet


REORDER = 2
"""Frames by which decoding runs ahead of showing: what x264 needs for its B-frames at these settings."""

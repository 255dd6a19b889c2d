"""Joins encoded segments and an encoded sound into one MP4 by copying packets; nothing is decoded.

Each packet's time is computed from its frame, never from the segments' own clocks. Reads one segment at a time.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from fractions import Fraction
from heapq import merge
from itertools import chain
from operator import itemgetter
from pathlib import Path

import av

from engine.errors import MediaError
from engine.film import soft_track
from engine.film.aac import Compressed, track
from engine.film.encode import mux_options
from engine.film.packets import Coded
from engine.film.rates import Rate, clock
from engine.film.types import RATE, Cue

PACKET = 1024

_Timed = tuple[float, av.Packet, av.stream.Stream]
"""When a packet is decoded, in seconds: told beside it, since asking a packet costs as much as writing it."""

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


@dataclass(frozen=True)
class Sound:
    """A soundtrack (an M4A's bytes) of which samples `begin` to `end` (None = to its end) are kept.

    With `following`, only packets that begin there: the one before was in the fragment before.
    """

    m4a: bytes
    begin: int = 0
    end: int | None = None
    following: bool = False


def join(
    segments: Iterable[tuple[int, Coded]],
    sound: bytes | Sound | Compressed | None,
    out: Path,
    *,
    fps: Rate,
    title: str,
    language: str,
    reorder: int = 2,
    cues: Sequence[Cue] = (),
) -> int:
    """Write `out` from (first frame, segment) in order and a sound (or an M4A's bytes); returns the number of frames written.

    `reorder` is by how many frames decoding runs ahead of showing; `cues` become a track to switch on. MediaError when
    segments do not fit together.
    """
    heard = Sound(sound) if isinstance(sound, bytes) else sound
    names = {"title": title, "language": three_letters(language)}
    frames = joined(segments, heard, out, fps=fps, options=mux_options(fps), reorder=reorder, cues=cues, **names)
    if cues:
        soft_track.switch_off(out)
    return frames


def joined(
    segments: Iterable[tuple[int, Coded]],
    sound: Sound | Compressed | None,
    out: Path | io.BytesIO,
    *,
    fps: Rate,
    options: dict[str, str],
    reorder: int,
    cues: Sequence[Cue] = (),
    title: str = "",
    language: str = "und",
) -> int:
    """`join` with the muxer's options given."""
    given = iter(segments)
    first = next(given)
    with ExitStack() as opened:
        enter = opened.enter_context
        film = enter(av.open(out if isinstance(out, io.BytesIO) else str(out), "w", format="mp4", options=options))
        template = enter(av.open(io.BytesIO(first[1].header), "r"))
        film.metadata["title"] = title
        kind = template.streams.video[0].codec_context.codec.canonical_name
        picture = film.add_stream_from_template(template.streams.video[0], opaque=kind == "av1")
        # As the encoder gave them, so that the muxer turns them and the packets into what MP4 wants.
        if kind != "av1":  # whose packets are the same everywhere
            picture.codec_context.extradata = first[1].parameters
        picture.metadata["language"] = language
        counted = _Counted(chain([first], given), first[1].parameters, fps, reorder, first[0])
        tracks: list[Iterator[_Timed]] = [((at, p, picture) for at, p in counted)]
        if sound:
            voice, heard = enter(_track(film, sound))
            voice.metadata["language"] = language
            tracks.append((at, p, voice) for at, p in heard)
        if cues:
            words = soft_track.add_track(film, language)
            tracks.append(((p.dts or 0) / soft_track.TICKS, p, words) for p in soft_track.packets(cues, words))
        for _, packet, stream in merge(*tracks, key=itemgetter(0)):
            packet.stream = stream
            film.mux_one(packet)
    return counted.frames


@contextmanager
def _track(
    film: av.container.OutputContainer, sound: Sound | Compressed
) -> Iterator[tuple[av.AudioStream, Iterator[tuple[float, av.Packet]]]]:
    """A track for a sound, and its packets with their seconds."""
    if isinstance(sound, Compressed):
        with track(film) as voice:
            yield voice, ((at / RATE, packet) for at, packet in sound.timed())
        return
    with av.open(io.BytesIO(sound.m4a), "r") as heard:
        yield film.add_stream_from_template(heard.streams.audio[0]), _cut(heard, sound)


def _cut(heard: av.container.InputContainer, sound: Sound) -> Iterator[tuple[float, av.Packet]]:
    """The packets of a stretch of sound with their seconds, from time 0 on."""
    track = heard.streams.audio[0]
    base = Fraction(track.time_base or Fraction(1, RATE))
    # A packet needs the one before it to be heard whole.
    least = sound.begin if sound.following else sound.begin - 2 * PACKET + 1
    whole, per_tick, seconds = not sound.begin and sound.end is None, base * RATE, float(base)
    for packet in heard.demux(track):
        at = packet.pts
        if at is None:
            continue
        if whole:
            yield at * seconds, packet
            continue
        here = round(at * per_tick)
        if here < least or (sound.end is not None and here >= sound.end):
            continue
        packet.time_base = Fraction(1, RATE)
        packet.pts = packet.dts = here - sound.begin
        yield (here - sound.begin) / RATE, packet


class _Counted:
    """The pictures' packets with times of the whole film, and with their seconds; `frames` counts them."""

    def __init__(
        self, segments: Iterable[tuple[int, Coded]], parameters: bytes, fps: Rate, reorder: int, first: int
    ) -> None:
        self._segments, self._parameters, self._fps, self._reorder = segments, parameters, Fraction(fps), reorder
        self._at, self.frames = first, 0

    def __iter__(self) -> Iterator[tuple[float, av.Packet]]:
        time = clock(self._fps)
        base, ticks = Fraction(1, time.scale), time.ticks
        for start, segment in self._segments:
            if segment.parameters != self._parameters:
                raise MediaError("The film's segments do not fit together; empty the film cache and render again.")
            for content, frame, key in segment:
                # The clock of dts is the decoding order over the whole film: one frame a packet.
                decoded, shown = self._at + self.frames - self._reorder, start + frame
                if shown < decoded:
                    raise MediaError("The encoder shows frames too late to be joined; choose another codec.")
                packet = av.Packet(content)
                packet.time_base, packet.is_keyframe = base, key
                packet.pts, packet.dts, packet.duration = shown * ticks, decoded * ticks, ticks
                self.frames += 1
                yield decoded * ticks / time.scale, packet

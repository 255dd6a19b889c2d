"""Encodes drawn frames: closed groups of pictures with the same parameter sets, so that segments can be joined by
copying.

One thread an encoder, so that the same frames always give the same bytes. Knows nothing of films: it is handed a
painter of frames.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from fractions import Fraction
from functools import partial

import av
import numpy as np

from engine.film.codecs import Format, encoder, open_stream
from engine.film.packets import Coded
from engine.film.picture import Planes
from engine.film.priority import modest, ordinary
from engine.film.rates import Rate, clock

Paint = Callable[[int, Planes], None]
"""Draws the frame of a number into planes."""

Draws = Generator[Callable[[], av.VideoFrame], None, None]


_HEADER_ONLY = {"movflags": "empty_moov+skip_trailer"}


EXACT = {"movie_timescale": "48000"}
"""The lengths of tracks are kept to the sample, not to the millisecond."""


def mux_options(fps: Rate) -> dict[str, str]:
    """Options of every film that is written: the index in front, a clock on which every frame falls."""
    return {"movflags": "+faststart", "video_track_timescale": str(clock(fps).scale), **EXACT}


def planes_of(frame: av.VideoFrame) -> Planes:
    """Writable views of a frame's planes, without copying."""
    views = []
    for plane in frame.planes:
        rows = np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)  # type: ignore[call-overload]
        views.append(rows[: plane.height, : plane.width])
    return views


def encode(paint: Paint, frames: int, form: Format, *, idle: Callable[[], bool] | None = None) -> Coded:
    """Frames 0 to `frames`, encoded. `paint(n, planes)` draws frame n; what it raises ends the encoding.

    While a core is `idle` (asked at every frame) a second thread draws what this one will encode next.
    """
    draws = _drawn(paint, frames, form)
    with closing(_one_ahead(draws, idle) if idle else draws) as ready:
        return encode_frames((drawn() for drawn in ready), form)


def encode_frames(frames: Iterable[av.VideoFrame], form: Format) -> Coded:
    """Frames (numbered from 0 by their `pts`), encoded."""
    buffer, step = io.BytesIO(), 1 / Fraction(form.fps)
    packets: list[av.Packet] = []
    with av.open(buffer, "w", format="mp4", options=_HEADER_ONLY) as container:
        stream = open_stream(container, encoder(form.codec, hardware=form.hardware), form)
        with ordinary():
            container.start_encoding()
        for frame in frames:
            frame.time_base = step
            packets += stream.encode(frame)
        packets += stream.encode(None)
        parameters = bytes(stream.codec_context.extradata or b"")
    packets = [packet for packet in packets if packet.size]
    ticks = _ticks(packets, step)
    return Coded(
        buffer.getvalue(),
        parameters,
        tuple(packet.size for packet in packets),
        tuple(round((packet.pts or 0) / ticks) for packet in packets),
        tuple(packet.is_keyframe for packet in packets),
        b"".join(bytes(packet) for packet in packets),
    )


def _ticks(packets: list[av.Packet], step: Fraction) -> int | Fraction:
    """How many ticks of the packets' clock a frame lasts; all packets of an encoder have one clock."""
    base = packets[0].time_base if packets else None
    found = step / (base or step)
    return int(found) if found.denominator == 1 else found


def _drawn(paint: Paint, frames: int, form: Format) -> Draws:
    """A way to draw each frame, in order.

    Encoders in software copy what they are given, so three frames (drawn, ready, being encoded) serve in turn: fresh
    memory for each would cost more than a third of drawing it.
    """
    kept = [] if form.hardware else [_without_gaps(form.size) for _ in range(min(3, frames))]

    def draw(number: int) -> av.VideoFrame:
        frame, planes = kept[number % len(kept)] if kept else _with_planes(av.VideoFrame(*form.size, "yuv420p"))
        paint(number, planes)
        frame.pts = number
        return frame

    return (partial(draw, number) for number in range(frames))


def _without_gaps(size: tuple[int, int]) -> tuple[av.VideoFrame, Planes]:
    """A frame whose rows follow each other where PyAV makes such of an array (heights of whole fours), so that it is drawn
    in place whatever its width.
    """
    width, height = size
    if height % 4:
        return _with_planes(av.VideoFrame(width, height, "yuv420p"))
    return _with_planes(av.VideoFrame.from_numpy_buffer(np.empty((height * 3 // 2, width), np.uint8), "yuv420p"))


def _with_planes(frame: av.VideoFrame) -> tuple[av.VideoFrame, Planes]:
    return frame, planes_of(frame)


def _one_ahead(draws: Draws, idle: Callable[[], bool]) -> Draws:
    """The same frames; while a core is idle the next one is drawn by a second thread as this one is used."""
    with ThreadPoolExecutor(1, thread_name_prefix="film-draw", initializer=modest) as pool:
        coming = next(draws)
        for draw in draws:
            frame = coming()
            coming = pool.submit(draw).result if idle() else draw
            yield partial(_same, frame)
        yield coming


def _same(frame: av.VideoFrame) -> av.VideoFrame:
    return frame

"""Encodes drawn frames to H.264: closed groups of pictures with the same parameter sets, so that segments can be
joined by copying.

One thread an encoder, so that the same frames always give the same bytes. Knows nothing of films: it is handed a
painter of frames.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from fractions import Fraction
from functools import partial
from pathlib import Path

import av
import cv2
import numpy as np

from engine.film.picture import Planes
from engine.film.types import Quality

TICKS = 512
"""Clock ticks a frame in the files that are written."""
KEY_SECONDS = 10
BT709 = 1
LIMITED = 1

Paint = Callable[[int, Planes], None]
"""Draws the frame of a number into planes."""

Draws = Generator[Callable[[], av.VideoFrame], None, None]

SETTINGS: dict[Quality, dict[str, str]] = {
    "draft": {"preset": "ultrafast", "crf": "26"},
    "fast": {
        "preset": "superfast",
        "crf": "20",
        "x264-params": "mbtree=1:rc-lookahead=10:no-fast-pskip=1:deblock=-1,-1",
    },
    "medium": {"preset": "medium", "crf": "20"},
}
"""Looking ten frames ahead (mbtree) halves the size that 'superfast' has at the same quality, at no cost on slow
moves over stills; without early skipping slow moves do not lag and snap; lighter deblocking keeps letters crisp.
'medium' costs about four times as much."""


def _options(quality: Quality) -> dict[str, str]:
    """The settings for x264. Its AVX-512 code decides now and then differently on equal frames (seen with mbtree, in
    about one of ten encodings), so it is kept to AVX2, which is as fast; then equal frames give equal bytes on every
    machine."""
    options = dict(SETTINGS[quality])
    features = [word.strip("*") for word in cv2.getCPUFeaturesLine().split()]
    if any(word.startswith("AVX512") and not word.endswith("?") for word in features):
        options["x264-params"] = ":".join(part for part in (options.get("x264-params"), "asm=AVX2") if part)
    return options


def mux_options(fps: int) -> dict[str, str]:
    """Options of every MP4 that is written: the same clock everywhere, the index in front."""
    return {"movflags": "+faststart", "video_track_timescale": str(fps * TICKS)}


def planes_of(frame: av.VideoFrame) -> Planes:
    """Writable views of a frame's planes, without copying."""
    views = []
    for plane in frame.planes:
        rows = np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)  # type: ignore[call-overload]
        views.append(rows[: plane.height, : plane.width])
    return views


def encode(
    paint: Paint,
    frames: int,
    size: tuple[int, int],
    fps: int,
    quality: Quality,
    to: Path | io.BytesIO,
    *,
    ahead: bool = False,
) -> None:
    """Write frames 0 to `frames` as an MP4. `paint(n, planes)` draws frame n; what it raises ends the encoding.

    With `ahead` a second thread draws while this one encodes: for a core that would otherwise be idle.
    """
    options = {"video_track_timescale": str(fps * TICKS)} if isinstance(to, io.BytesIO) else mux_options(fps)
    with av.open(to if isinstance(to, io.BytesIO) else str(to), "w", format="mp4", options=options) as container:
        stream = container.add_stream("libx264", rate=fps)
        context = stream.codec_context
        context.width, context.height, context.pix_fmt = size[0], size[1], "yuv420p"
        context.time_base, context.gop_size, context.thread_count = Fraction(1, fps), KEY_SECONDS * fps, 1
        context.color_range, context.colorspace = LIMITED, BT709
        context.color_primaries, context.color_trc = BT709, BT709
        context.options = _options(quality)
        draws = _drawn(paint, frames, size)
        with closing(_one_ahead(draws) if ahead else draws) as ready:
            for drawn in ready:
                frame = drawn()
                frame.time_base = Fraction(1, fps)
                container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def _drawn(paint: Paint, frames: int, size: tuple[int, int]) -> Draws:
    """A way to draw each frame, in order."""

    def draw(number: int) -> av.VideoFrame:
        frame = av.VideoFrame(size[0], size[1], "yuv420p")
        paint(number, planes_of(frame))
        frame.pts = number
        return frame

    return (partial(draw, number) for number in range(frames))


def _one_ahead(draws: Draws) -> Draws:
    """The same frames; the next one is drawn by a second thread while this one is used."""
    with ThreadPoolExecutor(1, thread_name_prefix="film-draw") as pool:
        coming = pool.submit(next(draws))
        for draw in draws:
            ready, coming = coming, pool.submit(draw)
            yield ready.result
        yield coming.result

"""A strip of small pictures from along a film, side by side in one JPEG. Seeks from key frame to key frame.

Example: `filmstrip(Path("film.mp4"), 12, 90)` -> bytes of a JPEG that is 12 pictures wide and 90 pixels high.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import av
from PIL import Image

from engine.errors import MediaError, UserError
from engine.film.cache import Cache
from engine.film.memory import Files
from engine.film.reels import Hashes, piece_key

MOST_PICTURES, LEAST_HEIGHT, MOST_HEIGHT = 400, 16, 720
QUALITY = 82
DENSE_SECONDS = 2.0
"""Pictures nearer to each other than this are not worth a seek each."""
_MOST_WIDTH = 65_000


def filmstrip(
    video: Path, count: int, height: int, *, cache: Cache | None = None, files: Hashes | None = None
) -> bytes:
    """`count` pictures, each from the middle of its share of the film, `height` pixels high; from `cache` where it is
    there.

    UserError for a strip that cannot be made; MediaError when the file holds no picture that can be read.
    """
    if not 1 <= count <= MOST_PICTURES or not LEAST_HEIGHT <= height <= MOST_HEIGHT:
        raise UserError(f"A strip needs 1 to {MOST_PICTURES} pictures, {LEAST_HEIGHT} to {MOST_HEIGHT} pixels high.")
    key = piece_key("filmstrip", ((files or Files()).sha256(video), count, height, QUALITY)) if cache else ""
    kept = cache.get(key) if cache else None
    if kept:
        return kept.payload
    made = _strip(video, count, height)
    if cache:
        cache.put(key, made, {})
    return made


def _strip(video: Path, count: int, height: int) -> bytes:
    try:
        with av.open(str(video), options={"protocol_whitelist": "file"}) as container:
            pictures = list(_pictures(container, count, height))
    except (av.error.FFmpegError, OSError, ValueError) as error:
        raise MediaError(f"{video.name} cannot be read as a film; make or choose it again.") from error
    if not pictures:
        raise MediaError(f"{video.name} holds no pictures; choose a film.")
    width = min(pictures[0].width, _MOST_WIDTH // count)
    strip = Image.new("RGB", (width * count, height))
    for n in range(count):
        strip.paste(pictures[min(n, len(pictures) - 1)].resize((width, height)), (n * width, 0))
    buffer = io.BytesIO()
    strip.save(buffer, "JPEG", quality=QUALITY, optimize=True)
    return buffer.getvalue()


def _pictures(container: av.container.InputContainer, count: int, height: int) -> Iterator[Image.Image]:
    if not container.streams.video:
        return
    stream = container.streams.video[0]
    stream.thread_type = "AUTO"
    stream.codec_context.skip_frame = "DEFAULT"
    length = float(container.duration or 0) / av.time_base
    times = [(n + 0.5) * length / count for n in range(count)]
    shown = (
        _in_passing(container, stream, times) if length / count < DENSE_SECONDS else _sought(container, stream, times)
    )
    for frame in shown:
        width = max(2, round(frame.width * height / frame.height / 2) * 2)
        yield frame.reformat(width=width, height=height, format="rgb24", interpolation="AREA").to_image()


def _in_passing(
    container: av.container.InputContainer, stream: av.VideoStream, times: list[float]
) -> Iterator[av.VideoFrame]:
    """The frame at each time, found while everything is decoded."""
    due = 0
    last: av.VideoFrame | None = None
    for frame in container.decode(stream):
        while last is not None and due < len(times) and _at(frame, stream) > times[due]:
            yield last
            due += 1
        last = frame
        if due == len(times):
            return
    if last is not None:
        yield from [last] * (len(times) - due)


def _sought(
    container: av.container.InputContainer, stream: av.VideoStream, times: list[float]
) -> Iterator[av.VideoFrame]:
    """The key frame before each time; where that lies in an earlier picture's share, the frame itself."""
    share = times[1] - times[0] if len(times) > 1 else 2 * times[0]
    for time in times:
        container.seek(int(time / float(stream.time_base or 1)), stream=stream)
        found: av.VideoFrame | None = None
        for frame in container.decode(stream):
            found = frame
            if _at(frame, stream) >= time - share / 2:
                break
        if found is not None:
            yield found


def _at(frame: av.VideoFrame, stream: av.VideoStream) -> float:
    start = float((stream.start_time or 0) * (stream.time_base or 0))
    return float(frame.time or 0.0) - start

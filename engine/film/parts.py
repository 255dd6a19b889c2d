"""Footage that is made in parts: the last frame of one, from which the next goes on, and all of them as one file.

Each part begins with the last frame of the part before, which is then shown once. Example: `last_frame(first, tmp / "next.png")`, later
`seconds = join_parts((first, second), out)`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np
from av.video.frame import VideoFrame
from PIL import Image

from engine.errors import MediaError
from engine.film.camera import Moment
from engine.film.footage import Filmed, Planes
from engine.film.place import spoken
from engine.film.placing import empty_planes
from engine.film.sources import Footage
from engine.film.types import Move, Window
from engine.film.video_reading import Videos, index_of

CLOCK = 90_000
NEARLY_LOSSLESS = {"crf": "12", "preset": "veryfast"}
_WHOLE = Move(Window(), Window())


def first_frame(path: Path, out: Path) -> Path:
    """The first frame of a file, upright and in true colours, as a PNG."""
    return _frame(path, 0.0, out)


def last_frame(path: Path, out: Path) -> Path:
    """The last frame of a file, upright and in true colours, as a PNG."""
    return _frame(path, index_of(path).times[-1], out)


def _frame(path: Path, seconds: float, out: Path) -> Path:
    videos = Videos(path)
    with videos.lent(0) as reader:
        first = reader.frame(0)
        turned = round(first.rotation / 90) % 2 == 1
        size = (first.height, first.width) if turned else (first.width, first.height)
    videos.close()
    even = (max(2, size[0] // 2 * 2), max(2, size[1] // 2 * 2))
    source = Filmed(Footage(path), _WHOLE, even)
    planes, spare = empty_planes(even), empty_planes(even)
    source.draw(Moment(source=seconds), planes, spare)
    source.close()
    Image.fromarray(_rgb(planes)).save(out)
    return out


def _rgb(planes: Planes) -> np.ndarray[tuple[int, int, int], np.dtype[np.uint8]]:
    """BT.709 limited planes as RGB."""
    y, u, v = planes
    size = (y.shape[1], y.shape[0])
    luma = (y.astype(np.float32) - 16) * (255 / 219)
    blue, red = (
        (cv2.resize(plane, size, interpolation=cv2.INTER_LINEAR).astype(np.float32) - 128) * (255 / 224)
        for plane in (u, v)
    )
    colours = np.stack((luma + 1.5748 * red, luma - 0.1873 * blue - 0.4681 * red, luma + 1.8556 * blue), axis=-1)
    found: np.ndarray[tuple[int, int, int], np.dtype[np.uint8]] = np.clip(colours + 0.5, 0, 255).astype(np.uint8)
    return found


def join_parts(paths: Sequence[Path], out: Path) -> float:
    """All parts as one MP4, each but the first without its first frame: how many seconds it has. Sizes that differ are brought to
    that of the first part."""
    if not paths:
        raise MediaError("There are no parts of footage to join; make them first.")
    with spoken(out), av.open(str(out), "w") as container:
        stream = container.add_stream("libx264", rate=Fraction(CLOCK, 3000), options=dict(NEARLY_LOSSLESS))
        context = stream.codec_context
        context.time_base = Fraction(1, CLOCK)
        ready = False
        for frame, at in _frames(paths):
            if not ready:
                stream.width, stream.height, stream.pix_fmt = frame.width // 2 * 2, frame.height // 2 * 2, "yuv420p"
                context.color_range, context.colorspace = int(frame.color_range), int(frame.colorspace)
                context.color_primaries, context.color_trc = int(frame.color_primaries), int(frame.color_trc)
                ready = True
            plain = frame.reformat(stream.width, stream.height, "yuv420p")
            plain.pts, plain.time_base = round(at * CLOCK), Fraction(1, CLOCK)
            container.mux(stream.encode(plain))
        container.mux(stream.encode(None))
    return index_of(out).duration


def _frames(paths: Sequence[Path]) -> Iterator[tuple[VideoFrame, float]]:
    """All frames in order, with their seconds in the whole."""
    begin = 0.0
    for count, path in enumerate(paths):
        videos = Videos(path)
        times = videos.index.times
        skip = 1 if count and len(times) > 1 else 0
        for number in range(skip, len(times)):
            with videos.lent(number) as reader:
                yield reader.frame(number), begin + times[number] - times[skip]
        begin += videos.index.duration - times[skip]
        videos.close()

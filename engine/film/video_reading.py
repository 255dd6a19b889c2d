"""Reads any frame of a video file, in any order, the same each time: an index of its times, and decoders that seek.

Knows nothing of films. Example: `with Videos(path).lent(90) as reader: frame = reader.frame(90)`.
"""

from __future__ import annotations

import contextlib
import threading
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import av
from av.video.frame import VideoFrame

from engine.errors import MediaError

MOST_READERS = 4
"""Decoders that one file is read with at a time."""
LARGEST = 8192
LATE_SHARE, LATE_MOST = 0.25, 0.008
"""A frame counts as shown a little before its time (a share of a frame, at most so many seconds): files round times."""
MOST_DAMAGED = 50
_LISTS = {"hls", "dash", "concat", "concatf", "sdp", "rtsp", "imf", "image2", "lavfi"}
"""Files that only name other files."""


@dataclass(frozen=True)
class Index:
    """The frames of a file in the order of their times: seconds from the first, stamps, and for each the stamp to seek
    to. Without stamps (`counted`) frames are known by their number alone.
    """

    times: tuple[float, ...]
    stamps: tuple[int, ...]
    seeks: tuple[int, ...]
    duration: float
    counted: bool = False

    def at(self, seconds: float) -> int:
        """The frame that is seen at a second of the file."""
        typical = self.duration / max(1, len(self.times))
        return max(0, bisect_right(self.times, seconds + min(LATE_SHARE * typical, LATE_MOST)) - 1)


def unreadable(path: Path, why: str) -> MediaError:
    """The error for footage that is not fit for use."""
    return MediaError(f"The footage {path.name} cannot be used ({why}); choose another file.")


@contextlib.contextmanager
def opened(path: Path) -> Iterator[tuple[av.container.InputContainer, av.VideoStream]]:
    """A file's container and its first moving picture; MediaError says why there is none."""
    if not path.is_file():
        raise MediaError(f"The footage {path.name} is not there; choose it again.")
    try:
        with av.open(str(path), options={"protocol_whitelist": "file"}) as container:
            if _LISTS & set(container.format.name.split(",")):
                raise unreadable(path, "it only names other files")
            stream = next(iter(container.streams.video), None)
            if stream is None:
                raise unreadable(path, "it has no picture in it")
            size = (stream.codec_context.width, stream.codec_context.height)
            if not all(2 <= side <= LARGEST for side in size):
                raise unreadable(path, f"{size[0]}x{size[1]} pixels are not possible")
            yield container, stream
    except (av.error.FFmpegError, OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error).split("\n")[0]
        raise unreadable(path, str(reason)[:100]) from error


def index_of(path: Path) -> Index:
    """The index of a file (made once while the file is as it was)."""
    try:
        stamp = path.stat()
    except OSError as error:
        raise MediaError(f"The footage {path.name} is not there; choose it again.") from error
    return _index(path, stamp.st_mtime_ns, stamp.st_size)


@lru_cache(maxsize=32)
def _index(path: Path, modified: int, size: int) -> Index:
    with opened(path) as (container, stream):
        packets = [(p.pts, p.is_keyframe, p.is_discard) for p in container.demux(stream) if p.size]
        rate = float(stream.average_rate or stream.guessed_rate or 25)
        base = float(stream.time_base or 1 / 90_000)
        if not packets:
            raise unreadable(path, "it has no frames")
        if any(pts is None for pts, *_ in packets) or len({pts for pts, *_ in packets}) < len(packets):
            times = tuple(n / rate for n in range(len(packets)))
            return Index(times, tuple(range(len(packets))), (0,) * len(packets), len(packets) / rate, counted=True)
        seeks: dict[int, int] = {}
        keys: list[int] = [packets[0][0] or 0]
        for stamp, is_key, is_left_out in packets:
            assert stamp is not None
            if is_key:
                keys.append(stamp)
            if not is_left_out:
                # A frame that is shown before the key frame it was sent after needs the key frame before that one.
                seeks[stamp] = next((key for key in reversed(keys[-3:]) if key <= stamp), keys[0])
    stamps = tuple(sorted(seeks))
    times = tuple((stamp - stamps[0]) * base for stamp in stamps)
    last = (times[-1] - times[-2]) if len(times) > 1 else 1 / rate
    return Index(times, stamps, tuple(seeks[stamp] for stamp in stamps), times[-1] + last)


class Reader:
    """One decoder of a file. Used by one thread at a time."""

    def __init__(self, path: Path, index: Index) -> None:
        self._path, self._index = path, index
        self._stack = contextlib.ExitStack()
        self.place = -1
        self._last: VideoFrame | None = None
        self._open()

    def _open(self) -> None:
        self._stack.close()
        self._container, self._stream = self._stack.enter_context(opened(self._path))
        self._context = _decoder(self._stream)
        self._frames = self._decoded()
        self.place, self._last = -1, None

    def close(self) -> None:
        self._stack.close()

    def frame(self, number: int) -> VideoFrame:
        """The frame of a number; where a damaged file lacks it, the nearest before it (else after it)."""
        if not self.near(number):
            self._seek(number)
        while self.place < number:
            coming = next(self._frames, None)
            if coming is None:
                break
            self.place, self._last = coming
        if self._last is None:
            raise unreadable(self._path, "its frames are damaged")
        return self._last

    def near(self, number: int) -> bool:
        """The frame is ahead, and no key frame lies between here and there."""
        if self.place < 0 or number < self.place:
            return number == self.place
        return self._index.counted or self._index.seeks[number] <= self._index.stamps[self.place]

    def _seek(self, number: int) -> None:
        if self._index.counted:
            if number < self.place:
                self._open()
            return
        wanted = self._index.seeks[number]
        self._last, self.place = None, -1
        self._container.seek(wanted, stream=self._stream, backward=True, any_frame=False)
        self._context.flush_buffers()
        self._frames = self._decoded()
        first = next(self._frames, None)
        if first is None or first[0] > number or self._index.stamps[first[0]] > wanted:
            self._open()
            first = next(self._frames, None)
        if first is not None:
            self.place, self._last = first

    def _decoded(self) -> Iterator[tuple[int, VideoFrame]]:
        """Frames from here on with their numbers; damaged packets are passed over."""
        damaged, count = 0, 0
        known = {stamp: n for n, stamp in enumerate(self._index.stamps)}
        for packet in self._container.demux(self._stream):
            try:
                frames = self._context.decode(packet if packet.size else None)
            except av.error.EOFError:
                return
            except av.error.FFmpegError as error:
                damaged += 1
                if damaged > MOST_DAMAGED:
                    raise unreadable(self._path, "most of it is damaged") from error
                continue
            for frame in frames:
                number = count if self._index.counted else known.get(frame.pts if frame.pts is not None else -1)
                count += 1
                if number is not None and isinstance(frame, VideoFrame):
                    yield min(number, len(self._index.stamps) - 1), frame


def _decoder(stream: av.VideoStream) -> av.VideoCodecContext:
    """One thread, so that nothing depends on timing; VP8 and VP9 with transparency need the library of their makers."""
    context = stream.codec_context
    name = {"vp8": "libvpx", "vp9": "libvpx-vp9"}.get(context.name)
    if name and stream.metadata.get("alpha_mode") == "1" and name in av.codecs_available:
        other = av.CodecContext.create(name, "r")
        assert isinstance(other, av.VideoCodecContext)
        other.extradata = context.extradata
        context = other
    context.thread_count = 1
    context.thread_type = "NONE"
    return context


class Videos:
    """A file's index and the readers that are lent out, those nearest before the wanted frame first."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.index = index_of(path)
        self._idle: list[Reader] = []
        self._open = 0
        self._change = threading.Condition()

    @contextlib.contextmanager
    def lent(self, number: int) -> Iterator[Reader]:
        """A reader for one frame."""
        reader = self._taken(number)
        try:
            yield reader
        except BaseException:
            reader.close()
            with self._change:
                self._open -= 1
                self._change.notify()
            raise
        with self._change:
            self._idle.append(reader)
            self._change.notify()

    def _taken(self, number: int) -> Reader:
        with self._change:
            while True:
                near = [reader for reader in self._idle if reader.near(number)]
                if near or (self._idle and self._open >= MOST_READERS):
                    best = max(near or self._idle[:1], key=lambda reader: reader.place)
                    self._idle.remove(best)
                    return best
                if self._open < MOST_READERS:
                    self._open += 1
                    break
                self._change.wait()
        try:
            return Reader(self._path, self.index)
        except BaseException:
            with self._change:
                self._open -= 1
                self._change.notify()
            raise

    def close(self) -> None:
        """Let go of the file."""
        with self._change:
            for reader in self._idle:
                reader.close()
            self._open -= len(self._idle)
            self._idle.clear()

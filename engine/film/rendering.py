"""Renders a film: encodes the segments and the sound that the cache lacks, joins all by copying, and puts the film in
place whole.

`render(film, out, cache=folder)` is the one entry; `proxy` makes a light clip of one shot to look at. Work runs in
threads (OpenCV and FFmpeg release Python's lock); the caller's own thread reports progress and listens for
cancellation.
"""

from __future__ import annotations

import io
import os
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from pathlib import Path

from engine.errors import MediaError
from engine.film.cache import LIMIT, Cache, Entry
from engine.film.captions import Captions
from engine.film.check import check, check_shot, check_size
from engine.film.encode import encode
from engine.film.fingerprint import Files, segment_key, sound_key
from engine.film.join import join
from engine.film.mix import mixed
from engine.film.painter import Painter, empty_planes
from engine.film.picture import Planes, Source
from engine.film.place import aside, one_opencv_thread, settle, spoken
from engine.film.probe import probe
from engine.film.timeline import Segment, timeline
from engine.film.types import Cancelled, Film, Quality, Report, Shot

Progress = Callable[[float, str], None]
Asked = Callable[[], bool]

LISTEN_SECONDS = 0.05
MOST_WORKERS = 8
SOUND_SHARE = 0.15
"""What mixing costs, as a share of encoding the whole film (for progress only)."""


def render(
    film: Film,
    out: Path,
    *,
    cache: Path,
    quality: Quality = "fast",
    progress: Progress | None = None,
    cancelled: Asked | None = None,
    workers: int | None = None,
    cache_limit: int = LIMIT,
) -> Report:
    """Write `film` to `out` (MP4: H.264 and AAC), re-using what `cache` holds.

    `progress(share, words)` is called in this thread; raising in it, or `cancelled()` answering True, ends the render
    (the latter with Cancelled). `out` is replaced only by a whole film. UserError or MediaError say what is wrong
    with the film, its files or the disk.
    """
    began = time.monotonic()
    check(film)
    with spoken(out), one_opencv_thread():
        job = _Job(film, Cache(cache, cache_limit), quality)
        _work(job, _Listener(progress, cancelled, job), workers or _cores())
        sound = job.sound()
        with aside(job.cache, out) as part:
            frames = join(job.parts(), sound.payload, part, fps=film.fps, title=film.title, language=film.language)
            _verify(part, frames, film)
            if cancelled and cancelled():
                raise Cancelled("The render was stopped.")
            settle(part, out)
        job.cache.sweep()
    if progress:
        progress(1.0, "The film is ready")
    reused = len(job.keys) - job.encoded
    seconds = round(time.monotonic() - began, 3)
    return Report(frames, film.seconds, sound.note["loudness"], sound.note["peak"], job.encoded, reused, seconds)


def proxy(
    shot: Shot,
    out: Path,
    *,
    fps: int,
    size: tuple[int, int] = (854, 480),
    quality: Quality = "draft",
    cancelled: Asked | None = None,
) -> None:
    """Write a light clip (MP4, no sound or captions) of one shot's whole move, to look at. Errors as for `render`."""
    check_size(size)
    check_shot(shot)
    with spoken(out), one_opencv_thread(), aside(None, out) as part:
        source, spare = Source(shot.picture, shot.move, size), empty_planes(size)

        def paint(number: int, planes: Planes) -> None:
            if cancelled and cancelled():
                raise Cancelled("The clip was stopped.")
            source.draw(number / max(1, shot.frames - 1), planes, spare)

        encode(paint, shot.frames, size, fps, quality, part, ahead=True)
        settle(part, out)


@dataclass
class _Job:
    """One render: its segments with their fingerprints, how much of them is done, and whether they are `few` for the
    cores.
    """

    film: Film
    cache: Cache
    quality: Quality
    encoded: int = 0
    frames_done: int = 0
    few: bool = False
    stop: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        files, captions = Files(), Captions(self.film)
        self.line = timeline(self.film)
        self.painter = Painter(self.film, self.line, captions)
        self.keys = [
            (segment, segment_key(self.film, self.line, captions, segment, self.quality, files))
            for segment in self.line.segments
        ]
        self.sound_key = sound_key(self.film, files)
        self._lock = threading.Lock()

    def missing(self) -> list[tuple[Segment, str]]:
        """Segments that the cache lacks or holds damaged; the same picture twice is encoded once."""
        lacking = {key: segment for segment, key in reversed(self.keys) if self.cache.get(key) is None}
        return sorted(((segment, key) for key, segment in lacking.items()), key=lambda item: item[0].start)

    def segment(self, segment: Segment, key: str) -> Entry:
        """Encode one segment and keep it."""

        def paint(number: int, planes: Planes) -> None:
            self.go_on()
            self.painter.draw(segment, segment.start + number, planes)
            with self._lock:
                self.frames_done += 1

        buffer = io.BytesIO()
        encode(paint, segment.frames, self.film.size, self.film.fps, self.quality, buffer, ahead=self.few)
        self.go_on()
        with self._lock:
            self.encoded += 1
        return self.cache.put(key, buffer.getvalue(), {"frames": segment.frames})

    def sound(self) -> Entry:
        """The mixed and compressed sound, from the cache where it is."""
        kept = self.cache.get(self.sound_key)
        if kept:
            return kept
        made = mixed(self.film, self.go_on)
        return self.cache.put(self.sound_key, made.m4a, {"loudness": made.loudness, "peak": made.peak})

    def parts(self) -> Iterator[tuple[int, bytes]]:
        """First frame and content of each segment, read one by one (one that was lost meanwhile is encoded again)."""
        for segment, key in self.keys:
            entry = self.cache.get(key) or self.segment(segment, key)
            yield segment.start, entry.payload

    def go_on(self) -> None:
        if self.stop.is_set():
            raise Cancelled("The render was stopped.")


class _Listener:
    """Tells the caller how far the work is, and hears whether it should stop."""

    def __init__(self, progress: Progress | None, cancelled: Asked | None, job: _Job) -> None:
        self._progress, self._cancelled, self._job = progress, cancelled, job
        self._told = -1.0

    def listen(self, total: float, extra: float) -> None:
        if self._cancelled and self._cancelled():
            raise Cancelled("The render was stopped.")
        share = min(0.97, 0.97 * (self._job.frames_done + extra) / max(1.0, total))
        if self._progress and share > self._told:
            self._told = share
            self._progress(share, f"Filming: {self._job.frames_done} new frames of {self._job.film.frames}")


def _work(job: _Job, listener: _Listener, workers: int) -> None:
    """Encode what is missing, and the sound, in `workers` threads."""
    missing = job.missing()
    job.few = len(missing) <= workers
    weight = SOUND_SHARE * job.film.frames
    total = sum(segment.frames for segment, _ in missing) + weight
    with ThreadPoolExecutor(workers, thread_name_prefix="film") as pool:
        sound = pool.submit(job.sound)
        pending: set[Future[Entry]] = {sound, *(pool.submit(job.segment, *item) for item in missing)}
        try:
            while pending:
                done, pending = wait(pending, LISTEN_SECONDS, FIRST_COMPLETED)
                for future in done:
                    future.result()
                listener.listen(total, weight if sound.done() else 0.0)
        except BaseException:
            job.stop.set()
            for future in pending:
                future.cancel()
            raise


def _verify(part: Path, frames: int, film: Film) -> None:
    """What was written is a film of the right length, or it is not put in place."""
    found = probe(part)
    if frames != film.frames or found.frames != film.frames:
        raise MediaError(f"The film came out with {found.frames} instead of {film.frames} frames; render it again.")


def _cores() -> int:
    try:
        cores = len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        cores = os.cpu_count() or 2
    return max(2, min(MOST_WORKERS, cores))

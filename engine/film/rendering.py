"""Renders a film: encodes the segments and the sound that the cache lacks, joins all by copying, and puts the film in
place whole.

`render(film, out, cache=folder)` is the one entry. Work runs in
threads (OpenCV and FFmpeg release Python's lock); the caller's own thread reports progress and listens for
cancellation.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue

from engine.errors import MediaError
from engine.film.aac import Compressed
from engine.film.cache import LIMIT, Cache, Entry
from engine.film.captions import Captions
from engine.film.check import checked
from engine.film.codecs import Codec, Format, encoder
from engine.film.encode import encode
from engine.film.fingerprint import Namer
from engine.film.join import join
from engine.film.memory import Memory
from engine.film.mix import Mixed, mixed
from engine.film.packets import Coded
from engine.film.painter import Painter
from engine.film.picture import Planes
from engine.film.place import aside, one_opencv_thread, settle, spoken
from engine.film.priority import cores, modest, wait_aside
from engine.film.probe import probe
from engine.film.timeline import Segment, timeline
from engine.film.types import Cancelled, Film, Quality, Report

Progress = Callable[[float, str], None]
Asked = Callable[[], bool]

LISTEN_SECONDS = 0.05
FEW = 4
"""So many segments for each worker are an edit, for whose end somebody waits; more are a film."""
SOUND_SHARE = 0.15
"""What mixing costs, as a share of encoding the whole film (for progress only)."""


def render(
    film: Film,
    out: Path,
    *,
    cache: Path,
    quality: Quality = "fast",
    codec: Codec = "h264",
    hardware: bool = False,
    progress: Progress | None = None,
    cancelled: Asked | None = None,
    workers: int | None = None,
    cache_limit: int = LIMIT,
) -> Report:
    """Write `film` to `out` (MP4, AAC, and H.264 unless another `codec` is asked for), re-using what `cache` holds.

    `progress(share, words)` is called in this thread; raising in it, or `cancelled()` answering True, ends the render
    (the latter with Cancelled). `out` is replaced only by a whole film. UserError or MediaError say what is wrong
    with the film, its files or the disk.
    """
    began = time.monotonic()
    checked(film)
    with spoken(out), one_opencv_thread():
        job = _Job(film, Cache(cache, cache_limit), Format(film.size, film.fps, quality, codec, hardware))
        _work(job, _Listener(progress, cancelled, job), workers or cores())
        sound = job.sound()
        with aside(job.cache, out) as part:
            ahead = encoder(codec, hardware=hardware).reorder
            names = {"title": film.title, "language": film.language}
            told = film.cues if film.caption_track else ()
            frames = join(job.parts(), sound.sound, part, fps=film.fps, reorder=ahead, cues=told, **names)
            _verify(part, frames, film)
            if cancelled and cancelled():
                raise Cancelled("The render was stopped.")
            settle(part, out)
        job.memory.keep(job.cache.aside)
        job.cache.sweep()
    if progress:
        progress(1.0, "The film is ready")
    reused = len(job.keys) - job.encoded
    seconds = round(time.monotonic() - began, 3)
    return Report(frames, film.seconds, sound.loudness, sound.peak, job.encoded, reused, seconds)


@dataclass
class _Job:
    """One render: its segments with their fingerprints, how much of them is done, and whether a core is `idle` meanwhile."""

    film: Film
    cache: Cache
    form: Format
    encoded: int = 0
    frames_done: int = 0
    idle: bool = False
    stop: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        captions, self.memory = Captions(self.film), Memory(self.cache.folder)
        self.line = timeline(self.film)
        self.painter = Painter(self.film, self.line, captions)
        namer = Namer(self.film, self.line, captions, self.form, self.memory)
        self.keys = [(segment, namer.segment(segment)) for segment in self.line.segments]
        self.sound_key = namer.sound()
        self._lock = threading.Lock()

    def missing(self) -> list[tuple[Segment, str]]:
        """Segments that the cache lacks; the same picture twice is encoded once."""
        lacking = {key: segment for segment, key in reversed(self.keys) if not self.cache.has(key)}
        return sorted(((segment, key) for key, segment in lacking.items()), key=lambda item: item[0].start)

    def segment(self, segment: Segment, key: str) -> Entry:
        """Encode one segment and keep it."""

        def paint(number: int, planes: Planes) -> None:
            self.go_on()
            wait_aside(self.go_on)
            self.painter.draw(segment, segment.start + number, planes)
            with self._lock:
                self.frames_done += 1

        coded = encode(paint, segment.frames, self.form, idle=lambda: self.idle)
        self.go_on()
        with self._lock:
            self.encoded += 1
        return self.cache.put(key, coded.packed(), {"frames": segment.frames})

    def sound(self) -> Mixed:
        """The mixed and compressed sound, from the cache where it is."""
        kept = self.cache.get(self.sound_key)
        if kept:
            return Mixed(Compressed(kept.payload, self.film.samples), kept.note["loudness"], kept.note["peak"])
        made = mixed(self.film, self.go_on, self.cache, self.memory)
        self.cache.put(self.sound_key, made.sound.piece, {"loudness": made.loudness, "peak": made.peak})
        return made

    def parts(self) -> Iterator[tuple[int, Coded]]:
        """First frame and content of each segment, read one by one (one that was lost meanwhile is encoded again)."""
        for segment, key in self.keys:
            entry = self.cache.get(key) or self.segment(segment, key)
            yield segment.start, Coded.unpacked(entry.payload)

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
    if len(missing) <= FEW * workers:
        # All cores are done at the same time when the longest begin first.
        missing.sort(key=lambda item: item[0].frames * len(item[0].shots), reverse=True)
    weight = SOUND_SHARE * job.film.frames
    total = sum(segment.frames for segment, _ in missing) + weight
    with ThreadPoolExecutor(workers, thread_name_prefix="film", initializer=modest) as pool:
        sound = pool.submit(job.sound)
        pending: set[Future[Entry] | Future[Mixed]] = {sound, *(pool.submit(job.segment, *item) for item in missing)}
        # Told one by one: to wait for any of them would look at all of them each time, hundreds in a long film.
        done: SimpleQueue[Future[Entry] | Future[Mixed]] = SimpleQueue()
        for future in pending:
            future.add_done_callback(done.put)
        try:
            while pending:
                # The sound is mixed by several threads of its own.
                job.idle = len(pending) < workers and sound not in pending
                ready = None
                with contextlib.suppress(Empty):
                    ready = done.get(timeout=LISTEN_SECONDS)
                if ready:
                    pending.discard(ready)
                    ready.result()
                listener.listen(total, weight if sound.done() else 0.0)
        except BaseException:
            job.stop.set()
            for future in pending:
                future.cancel()
            raise


def _verify(part: Path, frames: int, film: Film) -> None:
    """What was written is a film of the right length, or it is not put in place."""
    found = probe(part, own=True)
    if frames != film.frames or found.frames != film.frames:
        raise MediaError(f"The film came out with {found.frames} instead of {film.frames} frames; render it again.")

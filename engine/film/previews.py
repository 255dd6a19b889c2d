"""Light films to look at while one works: any range of a film, or one shot, small and made in a part of its length.

`proxy` writes a file; `stream` hands out the same in fragments as they are made, the first playable second first.
Nothing is cached here. Example: `proxy(film, Path("look.mp4"), start=240, end=480)`.
"""

from __future__ import annotations

import io
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from engine.errors import UserError
from engine.film.captions import Captions
from engine.film.check import check_shot, check_size, checked
from engine.film.codecs import Format
from engine.film.encode import encode
from engine.film.join import PACKET, Sound, join, joined
from engine.film.packets import Coded
from engine.film.painter import Painter
from engine.film.picture import Planes
from engine.film.place import aside, one_opencv_thread, settle, spoken
from engine.film.priority import cores, modest
from engine.film.rates import Rate, clock, samples
from engine.film.timeline import Segment, timeline
from engine.film.types import Cancelled, CaptionStyle, Film, Quality, Shot

SIZE = (854, 480)
PIECE_SECONDS, LEAST_SECONDS = 8, 1
FIRST_SECONDS = 0.5

Asked = Callable[[], bool]


@dataclass(frozen=True)
class _Piece:
    """Frames `first` to `end` of the film, and the segments from which they are drawn."""

    segments: tuple[Segment, ...]
    first: int
    end: int

    def segment(self, frame: int) -> Segment:
        """The segment of a frame of the film."""
        return next(segment for segment in self.segments if frame < segment.end)


def proxy(
    what: Shot | Film,
    out: Path,
    *,
    fps: Rate | None = None,
    size: tuple[int, int] = SIZE,
    quality: Quality = "draft",
    start: int = 0,
    end: int | None = None,
    sound: bytes | None = None,
    cancelled: Asked | None = None,
) -> None:
    """Write a light clip (MP4) of one shot's whole move, or of frames `start` to `end` of a film.

    `fps` is needed for a shot; `sound` is a film's soundtrack (M4A), of which the range is kept. UserError or
    MediaError say what is wrong with what was given.
    """
    film = _film(what, fps, size)
    begin, until = _range(film, start, end)
    with spoken(out), one_opencv_thread(), aside(None, out) as part:
        with closing(_encoded(film, begin, until, quality, cancelled)) as pieces:
            parts = ((piece.first - begin, content) for piece, content in pieces)
            heard = Sound(sound, samples(begin, film.fps), samples(until, film.fps)) if sound else None
            join(parts, heard, part, fps=film.fps, title=film.title, language=film.language)
        settle(part, out)


def stream(
    film: Film,
    *,
    size: tuple[int, int] = SIZE,
    start: int = 0,
    end: int | None = None,
    sound: bytes | None = None,
    cancelled: Asked | None = None,
) -> Iterator[bytes]:
    """The same as fragments of one MP4, each playable when it comes: the first holds the header and half a second.

    Times start at 0 with frame `start`. Close the iterator to stop the work.
    """
    film = _film(film, None, size)
    begin, until = _range(film, start, end)
    heard = Sound(sound, samples(begin, film.fps), samples(until, film.fps)) if sound else None
    with one_opencv_thread(), closing(_encoded(film, begin, until, "draft", cancelled)) as pieces:
        for number, (piece, content) in enumerate(pieces):
            places = tuple(samples(at - begin, film.fps) for at in (piece.first, piece.end))
            yield _fragment(film.fps, number, piece.first - begin, content, heard, places)


def _film(what: Shot | Film, fps: Rate | None, size: tuple[int, int]) -> Film:
    check_size(size)
    if isinstance(what, Shot):
        check_shot(what)
        if fps is None:
            raise UserError("A shot alone has no frame rate; give the film's.")
        return Film(size, fps, (replace(what, transition="cut"),), style=CaptionStyle(mode="none"))
    small = replace(what, size=size)
    checked(small)
    return small


def _range(film: Film, start: int, end: int | None) -> tuple[int, int]:
    until = film.frames if end is None else min(end, film.frames)
    if not 0 <= start < until:
        raise UserError(f"The film has frames 0 to {film.frames}; choose a range inside.")
    return start, until


def _pieces(film: Film, segments: tuple[Segment, ...], start: int, end: int) -> Iterator[_Piece]:
    """The range cut by time, wherever its segments meet. Long pieces, since each begins with a whole picture and an encoder of
    its own, which cost as much as several frames; but none longer than all before it, so that it is ready when playing
    comes to it, and shorter ones towards the end, so that no core waits long for another.
    """
    short, least, most = (
        max(1, round(seconds * film.fps)) for seconds in (FIRST_SECONDS, LEAST_SECONDS, PIECE_SECONDS)
    )
    first = start
    while first < end:
        usual = min(max((end - first) // 3, least), most)
        last = min(first + min(usual, max(short, first - start)), end)
        yield _Piece(tuple(each for each in segments if each.start < last and each.end > first), first, last)
        first = last


def _encoded(
    film: Film, start: int, end: int, quality: Quality, cancelled: Asked | None
) -> Generator[tuple[_Piece, Coded], None, None]:
    """The pieces in order, a few made ahead in parallel."""
    line = timeline(film, by_captions=False)
    painter = Painter(film, line, Captions(film), light=True)
    stop = threading.Event()
    form = Format(film.size, film.fps, quality)

    def made(piece: _Piece) -> Coded:
        def paint(number: int, planes: Planes) -> None:
            if stop.is_set() or (cancelled and cancelled()):
                raise Cancelled("The preview was stopped.")
            frame = piece.first + number
            painter.draw(piece.segment(frame), frame, planes)

        return encode(paint, piece.end - piece.first, form)

    waiting: deque[tuple[_Piece, Future[Coded]]] = deque()
    shown = -1
    with (
        ThreadPoolExecutor(1, thread_name_prefix="film-ready", initializer=modest) as early,
        ThreadPoolExecutor(cores(), thread_name_prefix="film-preview", initializer=modest) as pool,
    ):
        try:
            for piece in _pieces(film, line.segments, start, end):
                waiting.append((piece, pool.submit(made, piece)))
                latest = piece.segments[-1].shots[-1]
                if latest > shown:  # or all threads would wait for the one that makes the next shot ready
                    shown = latest
                    early.submit(painter.ready, shown + 1)
                if len(waiting) > 2 * cores():
                    done, future = waiting.popleft()
                    yield done, future.result()
            while waiting:
                done, future = waiting.popleft()
                yield done, future.result()
        finally:
            stop.set()
            early.shutdown(wait=False, cancel_futures=True)
            pool.shutdown(cancel_futures=True)


def _fragment(
    fps: Rate, number: int, first: int, content: Coded, sound: Sound | None, places: tuple[int, ...]
) -> bytes:
    """One piece as a fragment of a film that goes on; the first with the header."""
    options = {"movflags": "empty_moov+default_base_moof+skip_trailer", "fragment_index": str(number + 1)}
    options["video_track_timescale"] = str(clock(fps).scale)
    buffer, part, at = io.BytesIO(), None, 0
    if sound:
        part = replace(sound, begin=sound.begin + places[0], end=sound.begin + places[1], following=True)
        at = -(-part.begin // PACKET) * PACKET - sound.begin
    joined([(0, content)], part, buffer, fps=fps, options=options, reorder=0)
    made = bytearray(buffer.getvalue())
    start = made.index(b"moof") - 4
    _place(made, start, (first * clock(fps).ticks, at))
    return bytes(made if number == 0 else made[start:])


def _place(made: bytearray, start: int, times: tuple[int, int]) -> None:
    """Write when a fragment begins, on its tracks' own clocks (each fragment was made as if it were the first)."""
    at = start
    for time in times:
        at = made.find(b"tfdt", at)
        if at < 0:
            return
        made[at + 8 : at + 16] = time.to_bytes(8, "big")
        at += 16

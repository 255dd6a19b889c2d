"""Previews over HTTP: one frame with its caption, and the film as it would be now, played while it is still being drawn.

Nothing of a film is changed. Frames take tens of milliseconds; the moving preview of a film is drawn once for each state of it,
into a file that every player of it reads along. Example: `/preview/ID/frame?at=12.4&w=640&captions=pop`.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, Response, StreamingResponse

from engine import previewing
from engine.errors import UserError
from engine.tunes import tune_file
from studio.allowed import page_value
from studio.desk import Desk, Film
from studio.library import NotYours
from studio.visitors import Visitors

SETTINGS = ("captions", "caption_font", "caption_size", "caption_colour", "caption_highlight", "caption_place", "caption_box",
            "caption_box_colour", "caption_platform")  # fmt: skip
_WEEK = {"Cache-Control": "private, max-age=604800"}
_PATIENCE = 30.0


def preview_routes(desk: Desk, visitors: Visitors) -> APIRouter:
    """The routes; each looks whose film it is before anything else."""
    routes = APIRouter()
    running = Running()

    def film(request: Request, id: str) -> Film:
        name = visitors.name_of(request)
        if name is None:
            raise NotYours("This film is not here.")
        return desk.film(name, id)

    @routes.get("/preview/{id}/frame")
    def frame(request: Request, id: str, at: float = 0.0, size: str = "", w: int = 640) -> Response:
        found = film(request, id)
        return Response(drawn(found, at, size, w, dict(request.query_params)), media_type="image/webp", headers=_WEEK)

    @routes.get("/preview/{id}/film")
    def moving(request: Request, id: str, size: str = "") -> Response:
        return running.answer(film(request, id), size)

    @routes.get("/bed/{name}")
    def bed(name: str) -> Response:
        return FileResponse(tune_file(name), media_type="audio/ogg", headers=_WEEK)

    return routes


def drawn(film: Film, at: float, size: str, width: int, query: dict[str, str]) -> bytes:
    """One frame; of the query, only caption settings that a page may ask for are tried on."""
    view, wishes = film.snapshot().view, {name: query[name] for name in SETTINGS if query.get(name)}
    for name, value in wishes.items():
        page_value(name, value)
    _known_size(film, size)
    if not 0 <= at < 1e6:
        raise UserError("A preview needs a time in seconds of the film.")
    return previewing.frame(view, film.project.store.blobs.path, at=at, size=size, width=width, wishes=wishes)


def _known_size(film: Film, size: str) -> str:
    sizes = film.snapshot().view.units("cut")
    if size and size not in sizes:
        raise UserError(f"This film is not cut in {size}; it has: {', '.join(sizes)}.")
    return size or (sizes[0] if sizes else "")


class Running:
    """The moving previews that are being drawn: one at a time, the newest asked for first to go on."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._now: Drawing | None = None

    def answer(self, film: Film, size: str) -> Response:
        """The preview of this state of the film: the file where it is whole, else what is there of it, and what follows."""
        size, view = _known_size(film, size), film.snapshot().view
        missing = previewing.lacking(view)
        if missing:
            raise UserError(f"A preview needs {missing[0]} first.")
        folder = film.project.folder / "cache" / "previews"
        target = folder / f"{previewing.version(view, size)}.mp4"
        if target.is_file():
            return FileResponse(target, media_type="video/mp4", headers=_WEEK)
        return StreamingResponse(
            self._of(film, size, target).read(), media_type="video/mp4", headers={"Cache-Control": "no-store"}
        )

    def _of(self, film: Film, size: str, target: Path) -> Drawing:
        with self._lock:
            now = self._now
            if now is None or now.target != target or now.failed:
                if now is not None:
                    now.stop.set()
                self._now = now = Drawing(film, size, target)
                now.start()
            return now


class Drawing(threading.Thread):
    """One preview on its way into its file."""

    def __init__(self, film: Film, size: str, target: Path) -> None:
        super().__init__(name="preview", daemon=True)
        self.target, self.part = target, target.with_suffix(".part")
        self.stop, self.failed, self.whole = threading.Event(), False, threading.Event()
        self._film, self._size, self._written = film, size, 0
        target.parent.mkdir(parents=True, exist_ok=True)
        self._sweep()
        self.part.write_bytes(b"")

    def run(self) -> None:
        try:
            with self.part.open("ab", buffering=0) as out:
                for piece in previewing.moving(self._film.project, self._size, stopped=self.stop.is_set):
                    out.write(piece)
                    self._written += len(piece)
            self.part.replace(self.target)
        except Exception:
            self.failed = True
            with suppress(OSError):
                self.part.unlink()
        finally:
            self.whole.set()

    def read(self) -> Iterator[bytes]:
        """What is written, as it is written; an end without more where drawing failed or was stopped."""
        at, waited = 0, time.monotonic()
        while True:
            done = self.whole.is_set()
            for path in (self.part, self.target):
                with suppress(OSError), path.open("rb") as file:
                    file.seek(at)
                    piece = file.read(1 << 18)
                    break
            else:
                piece = b""
            if piece:
                at, waited = at + len(piece), time.monotonic()
                yield piece
            elif done or time.monotonic() - waited > _PATIENCE:
                return
            else:
                self.whole.wait(0.05)

    def _sweep(self) -> None:
        """Older previews of this film, and what was left half-written."""
        old = sorted(self.target.parent.glob("*"), key=lambda path: path.stat().st_mtime)
        for path in old[:-3]:
            with suppress(OSError):
                path.unlink()

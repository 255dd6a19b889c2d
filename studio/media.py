"""Media by id over HTTP: blobs, thumbnails, waveforms, exports. Each route looks whose film it is before anything else.

A blob is asked for by its film and its hash, never by a path. Ranges are answered, so players can seek.
"""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.background import BackgroundTask

from engine import looking
from engine.backup import backup
from engine.errors import ReelwrightError, UserError
from engine.types import Key
from studio.desk import BOOT, Desk, Film
from studio.library import NotYours
from studio.visitors import Visitors

_SHA = re.compile(r"^[0-9a-f]{64}$")
_TYPES = {
    ".wav": "audio/wav", ".opus": "audio/ogg", ".mp3": "audio/mpeg", ".png": "image/png", ".jpg": "image/jpeg", ".mp4": "video/mp4",
    ".srt": "application/x-subrip", ".webp": "image/webp",
}  # fmt: skip
_KEEP = {"Cache-Control": "private, max-age=31536000, immutable"}
_ASK_AGAIN = {"Cache-Control": "private, no-store"}


def media_routes(desk: Desk, visitors: Visitors) -> APIRouter:
    """All routes that hand out what belongs to a film."""
    routes = APIRouter()

    def film(request: Request, id: str) -> Film:
        name = visitors.name_of(request)
        if name is None:
            raise NotYours("This film is not here.")
        return desk.film(name, id)

    @routes.get("/media/{id}/{sha}")
    def media(request: Request, id: str, sha: str) -> Response:
        path = blob_path(film(request, id), sha)
        return FileResponse(path, media_type=_TYPES.get(path.suffix, "application/octet-stream"), headers=_KEEP)

    @routes.get("/thumb/{id}/{sha}")
    def thumb(request: Request, id: str, sha: str, w: int = 320) -> Response:
        found = film(request, id)
        path = looking.thumb(found.project.folder, blob_path(found, sha), w)
        return FileResponse(path, media_type="image/webp", headers=_KEEP)

    @routes.get("/peaks/{id}/{sha}")
    def peaks(request: Request, id: str, sha: str) -> Response:
        found = film(request, id)
        return JSONResponse(looking.peaks(found.project.folder, blob_path(found, sha)), headers=_KEEP)

    @routes.get("/pulse/{id}")
    def pulse(request: Request, id: str) -> Response:
        found = film(request, id)
        doing = found.doing
        busy = {"ask": doing.ask, "key": doing.key, "share": round(doing.share, 3), "message": doing.message,
                "left": doing.left} if doing else None  # fmt: skip
        return JSONResponse({"v": found.version, "busy": busy, "boot": BOOT}, headers=_ASK_AGAIN)

    @routes.get("/export/{id}/{kind}")
    def export(request: Request, id: str, kind: str, size: str = "", now: bool = False) -> Response:
        return exported(desk, film(request, id), kind, size, now)

    @routes.get("/packs")
    def packs() -> Response:
        ways = desk.fetching.all().values()
        told = {way.pack: {"state": way.state, "share": round(way.share, 3), "message": way.message} for way in ways}
        if made := desk.voicing.making:
            told["voice:new"] = {"state": made.state, "share": 0.0, "message": ""}
        return JSONResponse(told, headers=_ASK_AGAIN)

    @routes.get("/voice/{name:path}")
    def voice(name: str) -> Response:
        path = looking.voice_sample(name)
        return FileResponse(path, media_type=_TYPES[path.suffix], headers=_KEEP)

    @routes.get("/say/{id}")
    def say(request: Request, id: str, words: str = "", said: str = "", voice: str = "") -> Response:
        return spoken(film(request, id), words, said, voice)

    return routes


def spoken(film: Film, words: str, sounds: str, voice: str) -> Response:
    """A word or a few in a voice of this film's language, to try how they are said."""
    from engine.artifacts import NARRATOR
    from engine.hearing import said

    view = film.snapshot().view
    brief, narrator = view.content(Key("brief")), view.content(Key("bible", NARRATOR))
    name = voice or (narrator.voice if narrator else "")
    found = said(words, sounds, name, brief.language, str(view.setting("speech")))
    return Response(found, media_type="audio/wav", headers=_ASK_AGAIN)


def blob_path(film: Film, sha: str) -> Path:
    """Where a blob of this film lies; NotYours where it has none of that name."""
    if _SHA.match(sha):
        folder = film.project.store.blobs.folder / sha[:2]
        found = next(folder.glob(f"{sha}.*"), None)
        if found is not None:
            return found
    raise NotYours("This piece is not here. It may have been made anew; reload the page.")


_SUFFIX = {"stems": "sound.zip", "sheet": "pdf"}


def exported(desk: Desk, film: Film, kind: str, size: str, now: bool = False) -> Response:
    """A download by its kind: mp4, srt, vtt, ass, stems, sheet or project; captions as they are `now`, or as in the cut."""
    name = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", film.snapshot().title).strip()[:80] or "film"
    if kind == "project":
        handle, path = tempfile.mkstemp(suffix=".zip")
        out = Path(path)
        os.close(handle)
        with tempfile.TemporaryDirectory() as aside:
            database = Path(aside) / "film.db"
            backup(film.project.store, database)
            desk.library.pack(film.visitor, film.id, out, database)
        return FileResponse(
            out, filename=f"{name}.reelwright.zip", background=BackgroundTask(out.unlink), headers=_ASK_AGAIN
        )
    from engine.exporting import KINDS, export

    if kind not in KINDS:
        raise UserError(f"There is no download '{kind}'; there are: {', '.join(KINDS)}, project.")
    out, media = export(film.project, kind, size, now=now)
    return FileResponse(out, media_type=media, filename=f"{name}.{_SUFFIX.get(kind, kind)}", headers=_ASK_AGAIN)


def refused(_: Request, error: Exception) -> Response:
    """An error of the engine as an answer: its sentence, and 404 for what is not this visitor's."""
    status = 404 if isinstance(error, NotYours) else 400 if isinstance(error, UserError) else 500
    text = str(error) if isinstance(error, ReelwrightError) else "An error of our own; try again."
    return PlainTextResponse(text, status, headers={"Cache-Control": "no-store"})

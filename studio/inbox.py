"""Files that a page sends: each goes into its visitor's own inbox, under a name made here, until a verb takes it in.

Nothing else in the studio opens a file because a browser named it. What no verb took is thrown away after a day.
Example: POST /upload?name=me.wav -> {"file": "3f9c...e1.wav"}; then `with inbox.taken("home", "3f9c...e1.wav") as path: ...`
"""

from __future__ import annotations

import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, PlainTextResponse, Response
from starlette.requests import ClientDisconnect

from engine.errors import UserError
from studio.library import LARGEST_FILE, Library
from studio.visitors import Visitors, visitor_of

LARGEST = 200_000_000
FOLDER = ".inbox"
OWN = "x-reelwright"
"""A header that the page's script sets and that no form of another site can."""
_NAME = re.compile(r"[0-9a-f]{32}(\.[a-z0-9]{1,5})?")
_ENDING = re.compile(r"\.[a-z0-9]{1,5}")
_DAY = 24 * 3600


class Inbox:
    """The inboxes of all visitors, beside their films."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def fresh(self, visitor: str, name: str) -> Path:
        """A place for a file that is about to come; of its own name only the ending is kept."""
        folder = self._library.shelf(visitor) / FOLDER
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _sweep(folder)
        ending = Path(name).suffix.lower()
        return folder / (secrets.token_hex(16) + (ending if _ENDING.fullmatch(ending) else ""))

    @contextmanager
    def taken(self, visitor: str, name: str) -> Iterator[Path]:
        """A file of this visitor's, gone from the inbox afterwards; UserError where they have none of that name."""
        path = self._library.shelf(visitor) / FOLDER / name if _NAME.fullmatch(name) else None
        if path is None or not path.is_file():
            raise UserError("The file did not arrive. Choose it again; 200 MB at most.")
        try:
            yield path
        finally:
            path.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """What nobody took within a day."""
    for path in folder.iterdir():
        try:
            if path.stat().st_mtime < time.time() - _DAY:
                path.unlink()
        except OSError:
            continue  # another request was quicker


def inbox_routes(inbox: Inbox, visitors: Visitors) -> APIRouter:
    """The one route by which files come in."""
    routes = APIRouter()

    @routes.post("/upload")
    async def upload(request: Request, name: str = "") -> Response:
        visitor = visitor_of(visitors, request)
        if OWN not in request.headers:
            return PlainTextResponse("Files are sent from the page.", 403)
        path = inbox.fresh(visitor, name)
        try:
            await _received(request, path, LARGEST_FILE if path.suffix == ".zip" else LARGEST)
        except (OSError, UserError, ClientDisconnect) as error:
            path.unlink(missing_ok=True)
            text = str(error) if isinstance(error, UserError) else "The file could not be kept; free some space here."
            return PlainTextResponse(text, 413)
        return JSONResponse({"file": path.name}, headers={"Cache-Control": "no-store"})

    return routes


async def _received(request: Request, path: Path, most: int) -> None:
    size = 0
    with path.open("xb") as file:
        path.chmod(0o600)
        async for piece in request.stream():
            size += len(piece)
            if size > most:
                raise UserError(f"The file is too large; {most // 1_000_000} MB at most.")
            file.write(piece)

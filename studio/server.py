"""The server: the page at /studio, media and health beside it, cookies, the password's door, security headers.

Example: `serve(config)`; `application(config)` is the same as an ASGI app for tests.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Form, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from fastapi.staticfiles import StaticFiles

from engine import keys
from engine.errors import ReelwrightError
from engine.film.loading import media_libraries
from studio.config import Config
from studio.desk import Desk
from studio.gate import PAGE, closed
from studio.inbox import inbox_routes
from studio.media import media_routes, refused
from studio.previews import preview_routes
from studio.visitors import COOKIE, DOOR, FRAMED, YEAR, Visitors

ASSETS = Path(__file__).resolve().parent.parent / "ui_components" / "assets"
_OPEN = ("/health", "/door", "/assets/", "/favicon.ico")
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(self)",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self' data:; connect-src 'self' blob:; worker-src 'self' blob:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors {frames}"
)
_DOOR = """<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Reelwright</title><link rel="stylesheet" href="/assets/door.css"><main><h1>Reelwright</h1><form method="post" action="/door">
<label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password" autofocus required>
<p role="alert">{note}</p><button>Come in</button></form></main></html>"""

Next = Callable[[Request], Awaitable[Response]]


_SWITCH = 0.0005
"""Seconds after which a thread that computes lets another have Python: with the usual ten times as many each look into the store
waits for a render that runs beside it."""


def application(config: Config) -> FastAPI:
    """The whole server as an app."""
    sys.setswitchinterval(_SWITCH)
    app = without_page(config)
    return _with_page(app, app.state.desk, app.state.visitors)


def without_page(config: Config) -> FastAPI:
    """Everything but the page itself: media, health, the door, cookies and headers."""
    keys.load()
    desk, visitors = Desk(config), Visitors(config)

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        media_libraries()  # before jobs and requests, each in a thread of its own, want them at the same time
        desk.resume()
        yield
        desk.close()

    app = FastAPI(title="Reelwright", docs_url=None, redoc_url=None, openapi_url=None, lifespan=life)
    app.state.desk, app.state.visitors = desk, visitors
    app.add_exception_handler(ReelwrightError, refused)
    app.include_router(media_routes(desk, visitors))
    app.include_router(preview_routes(desk, visitors))
    app.include_router(inbox_routes(desk.inbox, visitors))
    _plain_routes(app, visitors)
    if ASSETS.is_dir():
        app.mount("/assets", StaticFiles(directory=ASSETS), name="assets")
    _guard(app, config, visitors)
    return app


def _plain_routes(app: FastAPI, visitors: Visitors) -> None:
    @app.get("/")
    def start() -> Response:
        return RedirectResponse(f"{PAGE}/")

    @app.get("/health")
    def health() -> Response:
        return JSONResponse({"status": "ok", "version": _version(), "packs": _packs()})

    @app.get("/favicon.ico")
    def icon() -> Response:
        return RedirectResponse("/assets/icon.svg")

    @app.get("/door")
    def door() -> Response:
        return HTMLResponse(_DOOR.format(note=""))

    @app.post("/door")
    def knock(request: Request, password: str = Form("")) -> Response:
        cookie = visitors.knock(password)
        if cookie is None:
            return HTMLResponse(_DOOR.format(note="That is not the password. Try again."), 401)
        answer = RedirectResponse(f"{PAGE}/", 303)
        _bake(answer, request, DOOR, cookie)
        return answer


def _guard(app: FastAPI, config: Config, visitors: Visitors) -> None:
    """Cookies, the door and headers, on every answer."""
    frames = "'self' https://huggingface.co https://*.hf.space" if config.each_own else "'none'"

    @app.middleware("http")
    async def guard(request: Request, call_next: Next) -> Response:
        path = request.url.path
        if not visitors.may_enter(request) and not path.startswith(_OPEN):
            answer = (
                RedirectResponse("/door", 303) if path in ("/", PAGE, f"{PAGE}/") else Response("Sign in first.", 401)
            )
        elif closed(request.method, path):
            answer = Response("There is nothing here.", 404)
        else:
            answer = await call_next(request)
            if path in ("/", PAGE, f"{PAGE}/") and visitors.name_of(request) is None:
                _bake(answer, request, COOKIE, visitors.new_cookie()[1])
        for name, value in _HEADERS.items():
            answer.headers.setdefault(name, value)
        answer.headers.setdefault("Content-Security-Policy", _POLICY.format(frames=frames))
        if not config.each_own:
            answer.headers.setdefault("X-Frame-Options", "DENY")
        return answer


def _bake(answer: Response, request: Request, name: str, value: str) -> None:
    """A cookie that scripts cannot read. Inside a Space's frame it must be allowed across sites, which needs TLS; a second one is
    for browsers that in a frame keep only what is kept apart for the site around it."""
    secure = request.headers.get("x-forwarded-proto", request.url.scheme) == "https"
    kinds = {name: "SameSite=None; Secure", name + FRAMED: "SameSite=None; Secure; Partitioned"}
    for each, across in (kinds if secure else {name: "SameSite=Lax"}).items():
        answer.headers.append("set-cookie", f"{each}={value}; HttpOnly; Max-Age={YEAR}; Path=/; {across}")


def _version() -> str:
    try:
        return version("reelwright")
    except PackageNotFoundError:
        return "source"


def _packs() -> dict[str, bool]:
    from engine.packs import missing_note, packs

    return {pack.id: missing_note(pack) is None for pack in packs()}


def _with_page(app: FastAPI, desk: Desk, visitors: Visitors) -> FastAPI:
    import gradio as gr

    from studio.page import build, dressing

    mounted: Any = gr.mount_gradio_app(
        app,
        build(desk, visitors),
        path=PAGE,
        footer_links=[],
        run_history=False,
        allowed_paths=[],
        show_error=False,
        ssr_mode=False,
        enable_monitoring=False,
        max_file_size=1,
        **dressing(),
    )
    found: FastAPI = mounted
    return found


def serve(config: Config) -> None:
    """Start the server and stay until it is stopped."""
    import uvicorn

    app = application(config)
    gc.collect()
    gc.freeze()  # what stands from the start stays: gone through with each film that is read, it would hold the page up
    print(f"Reelwright is at http://{config.host}:{config.port}/", flush=True)
    uvicorn.run(app, host=config.host, port=config.port, log_level="warning", access_log=False)

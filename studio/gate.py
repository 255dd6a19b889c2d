"""Which of the page library's own routes are open: those that our page asks for, and no others.

Gradio brings some eighty routes (queues, file serving, uploads, recordings, code editing). Our page needs its parts and one way
to call an event; films, media and files have routes of our own, which look whose they are. A route that is new with another
version of Gradio is closed until somebody opens it here. Example: `closed("POST", "/studio/gradio_api/upload")` -> True.
"""

from __future__ import annotations

PAGE = "/studio"
_PARTS = (f"{PAGE}/assets/", f"{PAGE}/static/", f"{PAGE}/svelte/")
_LOOK = {
    PAGE,
    f"{PAGE}/",
    f"{PAGE}/config",
    f"{PAGE}/theme.css",
    f"{PAGE}/gradio_api/theme.css",
    f"{PAGE}/favicon.ico",
    f"{PAGE}/manifest.json",
    f"{PAGE}/gradio_api/app_id",
}
_CALL = {f"{PAGE}/gradio_api/run/predict"}


def closed(method: str, path: str) -> bool:
    """Whether a request to the page library is answered with 'not found'."""
    if path != PAGE and not path.startswith(f"{PAGE}/"):
        return False
    if method in ("GET", "HEAD"):
        return path not in _LOOK and not path.startswith(_PARTS)
    return method != "POST" or path not in _CALL

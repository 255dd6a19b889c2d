"""A real server in a thread and a real browser before it, for tests of the page.

`with serving(folder) as address: ...`; `opened(browser, address, film="the-talk-aaaaaa", stage="keyframe")`.
"""

import socket
import threading
import time
from contextlib import contextmanager, suppress
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, Error, Locator, Page, expect

from studio.config import Config
from studio.server import application

CHROMIUM = "/usr/bin/chromium" if Path("/usr/bin/chromium").exists() else None
"""The system's browser, else the one that Playwright fetched."""
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
    "--autoplay-policy=no-user-gesture-required",
]
PATIENCE = 60_000
_OPENED: list[Page] = []
expect.set_options(timeout=PATIENCE)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def serving(films: Path, port: int = 0, config: Config | None = None, *, leave_pages: bool = False):
    """The whole studio over a folder of films (or of a config); yields its address and its desk.

    Its pages are closed before it stops, unless what they do without a server is looked at.
    """
    port = port or free_port()
    app = application(config or Config(films, port=port, secret="a secret of tests"))
    server = uvicorn.Server(
        uvicorn.Config(app, host="127.0.0.1", port=port, log_level="warning", timeout_graceful_shutdown=1)
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    try:
        yield f"http://127.0.0.1:{port}", app.state.desk
    finally:
        while _OPENED and not leave_pages:
            with suppress(Error):
                _OPENED.pop().close()
        server.should_exit = True
        thread.join(15)


def opened(browser: Browser, address: str, **query: str) -> Page:
    """A page that is ready; what goes wrong in its script is kept in `page.faults`."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    _OPENED.append(page)
    page.set_default_timeout(PATIENCE)
    page.faults = []
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    asked = "&".join(f"{name}={value}" for name, value in query.items())
    page.goto(f"{address}/studio/?{asked}")
    page.wait_for_function("() => document.body.dataset.ready !== undefined")
    page.wait_for_function("() => !document.querySelector('#app .pending')")
    return page


def tab(page: Page, name: str) -> Locator:
    """A tab of the page."""
    return page.locator(f"#tab-{name}")


def idle(page: Page) -> None:
    """Wait until nothing is on the way to the server."""
    page.wait_for_timeout(60)
    page.wait_for_function("() => window.reelwright.idle()")


if __name__ == "__main__":  # tells `make dev` whether Playwright's own browser is there
    from playwright.sync_api import sync_playwright

    with sync_playwright() as found:
        raise SystemExit(not Path(found.chromium.executable_path).exists())

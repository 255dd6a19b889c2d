"""Pictures of the page in every state, to be looked at: each tab empty, busy, done and failed, light and dark, wide, narrow, in Hindi.

`python -m tests.studio.pictures FOLDER [--film FILM]` writes PNG files; FILM is a finished film's folder, else one is made. Those
of the tour in the docs are written with `--docs`.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, TimeoutError, sync_playwright

from engine.artifacts import Brief
from engine.asks import OPEN
from engine.project import Project, create_project
from studio.desk import Desk, Film
from studio.pieces import TABS
from tests.studio.browser import ARGS, CHROMIUM, idle, opened, serving

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs" / "pictures"
SAMPLE = ROOT / "samples" / "paper_boat.txt"
IDS = {name: f"{name}-film-aaaaaa" for name in ("done", "empty", "busy", "failed")}
SHOWN = {
    "project": "",
    "script": "l03",
    "voice": "l03",
    "subtitles": "l03",
    "shotlist": "s03",
    "keyframe": "s03",
    "clip": "s03",
    "cut": "",
}
WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 820, "height": 1100}
LOADED = """() => [...document.querySelectorAll('#app img')].every(i => !i.offsetParent || i.getBoundingClientRect().top > innerHeight
  || (i.complete && i.naturalWidth))"""
TOUR = ("start", "project", "script", "voice", "subtitles", "shotlist", "keyframe", "clip", "cut")


def films(root: Path, finished: Path | None) -> None:
    """The films that are looked at, below a studio's folder."""
    home = root / "home"
    home.mkdir(parents=True)
    done = home / IDS["done"]
    if finished:
        shutil.copytree(finished, done)
    text = SAMPLE.read_text(encoding="utf-8")
    brief = Brief(text=text, sizes=("640x360",), title="The Paper Boat")
    if not finished:
        with create_project(done, brief) as project:
            _run(project, "cut")
    for name in ("empty", "busy", "failed"):
        with create_project(home / IDS[name], brief.model_copy(update={"title": f"A film that is {name}"})) as project:
            _run(project, "script" if name == "busy" else "shotlist" if name == "failed" else "brief")


def _run(project: Project, target: str) -> None:
    for _ in project.make(target, approve="all"):
        pass


def trouble(film: Film) -> None:
    """Pictures that cannot be made: their maker has no key."""
    film.project.set("image", "openai:gpt-image-2")
    film.ask("make", "keyframe", approve="all")


def shot(page: Page, path: Path) -> None:
    """The page as it stands."""
    idle(page)
    with suppress(TimeoutError):
        page.wait_for_function(LOADED, timeout=20_000)
    page.wait_for_timeout(300)
    page.screenshot(path=path)


def looked_at(browser: Browser, address: str, desk: Desk, out: Path) -> Iterator[Path]:
    """Every state, as a file."""
    trouble(desk.film("home", IDS["failed"]))
    for look in ("light", "dark"):
        page = opened(browser, address, look=look)
        yield _as(page, out / f"start-{look}.png")
        for name in TABS:
            for state in ("done", "empty", "failed"):
                page = opened(
                    browser,
                    address,
                    look=look,
                    film=IDS[state],
                    stage=name,
                    unit=SHOWN[name] if state == "done" else "",
                )
                yield _as(page, out / f"{name}-{state}-{look}.png")
                if state == "done":
                    page.set_viewport_size(NARROW)
                    yield _as(page, out / f"{name}-narrow-{look}.png")
                page.close()
        yield from _more(browser, address, out, look)
    for name in ("start", *TABS):
        query = {} if name == "start" else {"film": IDS["done"], "stage": name, "unit": SHOWN[name]}
        page = opened(browser, address, lang="hi", **query)
        yield _as(page, out / f"{name}-hindi.png")
        page.close()
    busy = desk.film("home", IDS["busy"])
    busy.ask("make", "cut", approve="all")
    for look in ("light", "dark"):
        for name in TABS:
            page = opened(browser, address, look=look, film=IDS["busy"], stage=name)
            yield _as(page, out / f"{name}-busy-{look}.png")
            page.close()
    for ask in busy.snapshot().asks:
        if ask.state in OPEN:
            busy.cancel(ask.id)


def _more(browser: Browser, address: str, out: Path, look: str) -> Iterator[Path]:
    """The settings, and what stands below a picture's fields."""
    page = opened(browser, address, look=look, film=IDS["done"], stage="settings")
    page.set_viewport_size({"width": 1280, "height": 1200})
    yield _as(page, out / f"settings-{look}.png")
    page.set_viewport_size(NARROW)
    yield _as(page, out / f"settings-narrow-{look}.png")
    page.close()
    page = opened(browser, address, look=look, film=IDS["done"], stage="keyframe", unit=SHOWN["keyframe"])
    page.locator("#tab-keyframe .detail-scroll").evaluate("it => it.scrollTo(0, it.scrollHeight)")
    yield _as(page, out / f"keyframe-below-{look}.png")
    page.close()


def _as(page: Page, path: Path) -> Path:
    shot(page, path)
    return path


def tour(out: Path) -> None:
    """The pictures of the docs, half as large."""
    for name in TOUR:
        source = out / (f"{name}-done-light.png" if name != "start" else "start-light.png")
        _small(source, DOCS / f"tour-{name}.jpg")
    others = ("keyframe-done-dark", "keyframe-failed-light", "voice-busy-light", "cut-narrow-light", "script-hindi")
    for name in (*others, "keyframe-below-light", "settings-light"):
        _small(out / f"{name}.png", DOCS / f"tour-{name}.jpg")


def _small(source: Path, target: Path) -> None:
    with Image.open(source) as picture:
        size = (picture.width * 5 // 8, picture.height * 5 // 8)
        picture.convert("RGB").resize(size, Image.Resampling.LANCZOS).save(target, quality=80, optimize=True)


def main() -> None:
    """Take all pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--film", type=Path)
    parser.add_argument("--docs", action="store_true")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "films"
        films(root, asked.film)
        with serving(root) as (address, desk), sync_playwright() as play:
            browser = play.chromium.launch(executable_path=CHROMIUM, args=ARGS)
            for path in looked_at(browser, address, desk, asked.out):
                print(path.name)
            browser.close()
    if asked.docs:
        tour(asked.out)


if __name__ == "__main__":
    main()

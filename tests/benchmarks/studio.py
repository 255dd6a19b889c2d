"""How quick the page is: measured in a browser on a film of sixty shots, in peace, beside a render, and beside nine others.

Times are milliseconds from the press to the frame in which its result stands. Example:
`python -m tests.benchmarks.studio --turns 15` prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import Page, sync_playwright

from engine.asks import OPEN
from studio.desk import Film
from tests.benchmarks import studio_film
from tests.benchmarks.report import written
from tests.studio.browser import ARGS, CHROMIUM, idle, opened, serving
from tests.studio.events import Events

FILM = studio_film.FILM
TABS = ("script", "voice", "subtitles", "shotlist", "keyframe", "clip", "cut")
OTHERS = 9
PAUSE = 1.5
"""Seconds that each of the others looks at what came before pressing the next thing."""
SELECTIONS = 200

# Presses, and looks at every frame of the page whether what was wanted stands there.
PRESS = """([press, wanted, limit]) => new Promise((done, fail) => {
  const ready = () => Function('return ' + wanted)();
  const began = performance.now();
  const look = () => {
    if (ready()) requestAnimationFrame(() => done(performance.now() - began));
    else if (performance.now() - began > limit) fail(new Error('not within the limit: ' + wanted));
    else requestAnimationFrame(look);
  };
  Function(press)();
  requestAnimationFrame(look);
})"""
QUIET = "window.reelwright.idle() && !document.querySelector('#app .pending')"


def press(page: Page, do: str, wanted: str, limit: int = 60_000) -> float:
    """Milliseconds from running `do` until `wanted` holds; both are JavaScript."""
    return float(page.evaluate(PRESS, [do, wanted, limit]))


def first_opening(page: Page, address: str, stage: str) -> float:
    """Milliseconds from going to the address until the tab can be used."""
    page.goto("about:blank")
    page.goto(f"{address}/studio/?film={FILM}&stage={stage}", wait_until="commit")
    page.wait_for_function(
        f"() => document.body && document.body.dataset.ready !== undefined && !document.querySelector('#app .pending')"
        f" && document.querySelector('#tab-{stage} .card, #tab-{stage} video')"
    )
    return float(page.evaluate("performance.now()"))


def switching(page: Page, name: str) -> float:
    """To another tab, until it stands with its own contents."""
    return press(
        page,
        f"document.querySelector('#rail [data-id={name}]').click()",
        f"document.querySelector('#rail [data-id={name}][aria-current=page]')"
        f" && document.querySelector('#tab-{name}')?.offsetParent && {QUIET}",
    )


def selecting(page: Page, name: str, unit: str) -> float:
    """Another piece of the tab that is open."""
    return press(
        page,
        f"document.querySelector('#tab-{name} .card[data-id={unit}]').click()",
        f"document.querySelector('#tab-{name} .rw-dhead h2')?.textContent.includes('{unit}') && {QUIET}",
    )


# Beside a render the rail soon says again that nothing is stale, so that it has spoken is kept.
WATCH = """window.railSpoke = false; new MutationObserver((_, watch) => { window.railSpoke = true; watch.disconnect(); })
  .observe(document.querySelector('#rail'), { childList: true, characterData: true, subtree: true });"""


def fresh_line(film: Film) -> str:
    """A line whose voice is fresh: an edit of it is news for the rail."""
    board = film.snapshot().board
    return next(key.unit for key, status in board.items() if key.stage == "voice" and status.freshness == "fresh")


def editing(page: Page, unit: str, turn: int) -> float:
    """A line's words, from leaving the field until they are saved, the answer stands there and the rail has told what is stale now."""
    words = f"The words of the turn {turn} and of {unit} are these."
    selecting(page, "script", unit)
    page.locator("#tab-script").get_by_label("Words").fill(words)
    return press(
        page,
        f"{WATCH} document.activeElement.blur()",
        f"{QUIET} && window.railSpoke && document.querySelector('.saved')?.textContent.includes('All changes saved')"
        f" && document.querySelector('#tab-script textarea[name=text]')?.dataset.value === '{words}'",
    )


def figures(page: Page, address: str, film: Film, turns: int) -> dict[str, float]:
    """Medians of each kind of press."""
    found: dict[str, list[float]] = {"opening": [], "switching": [], "selecting": [], "editing": []}
    for stage in ("script", "keyframe", "cut"):
        found["opening"].append(first_opening(page, address, stage))
    for turn in range(turns):
        for name in TABS:
            found["switching"].append(switching(page, name))
        switching(page, "keyframe")
        found["selecting"] += [selecting(page, "keyframe", f"s{(turn * 3 + n) % 58 + 1:02d}") for n in range(3)]
        switching(page, "script")
        found["editing"].append(editing(page, fresh_line(film), page.evaluate("Date.now()")))
    return {name: round(statistics.median(times), 1) for name, times in found.items()}


def pictures(page: Page) -> dict[str, int]:
    """The widest picture that a board loads, in pixels, against how wide it is shown, at most."""
    widest = {"loaded": 0, "shown": 0}
    for name in ("shotlist", "keyframe", "clip"):
        switching(page, name)
        page.wait_for_timeout(500)
        sizes = page.evaluate(
            f"[...document.querySelectorAll('#tab-{name} .card img')].map(i => [i.naturalWidth, i.clientWidth])"
        )
        for loaded, shown in sizes:
            widest = {"loaded": max(widest["loaded"], loaded), "shown": max(widest["shown"], shown)}
    return widest


def growth(page: Page) -> dict[str, float]:
    """Memory of the page's script in MB and its elements, before and after two hundred selections."""
    session = page.context.new_cdp_session(page)

    def counted() -> tuple[float, int]:
        session.send("HeapProfiler.collectGarbage")
        used = session.send("Runtime.getHeapUsage")["usedSize"]
        return used / 1e6, session.send("Memory.getDOMCounters")["nodes"]

    switching(page, "keyframe")
    for n in range(20):  # what is made once
        selecting(page, "keyframe", f"s{n % 58 + 1:02d}")
    before = counted()
    for n in range(SELECTIONS):
        selecting(page, "keyframe", f"s{n % 58 + 2:02d}")
    after = counted()
    return {
        "mb_before": round(before[0], 2),
        "mb_after": round(after[0], 2),
        "nodes_before": before[1],
        "nodes_after": after[1],
    }


@contextmanager
def rendering(film: Film) -> Iterator[None]:
    """The film's cut is rendered anew, again and again, while this is open."""
    stop = threading.Event()

    def keep_on() -> None:
        while not stop.is_set():
            film.project.set("caption_colour", f"#{time.time_ns() % 0xFFFFFF:06x}")  # no part of it was encoded before
            film.ask("make", "cut", approve="all")
            while not stop.is_set() and any(ask.state in OPEN for ask in film.snapshot().asks):
                stop.wait(0.5)

    thread = threading.Thread(target=keep_on, daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        for ask in film.snapshot().asks:
            if ask.state in OPEN:
                film.cancel(ask.id)
        thread.join(60)


@contextmanager
def others(address: str) -> Iterator[list[str]]:
    """Nine others at work in the same film; what went wrong for them is listed."""
    stop, faults = threading.Event(), []

    def person(number: int) -> None:
        with httpx.Client(base_url=address, timeout=120) as client:
            events, turn = Events(client), 0
            while not stop.wait(PAUSE):
                turn += 1
                unit, words = f"l{40 + number}", f"Somebody's words, {number}, {turn}."
                tab, do = (("script", "choose"), ("keyframe", "open"), ("cut", "open"), ("script", "save"))[turn % 4]
                more = {"piece": f"script:{unit}", "field": "text", "value": words, "take": 0} if do == "save" else {}
                answer = events.send(tab, do, film=FILM, unit=unit if tab == "script" else "", **more)
                if answer.status != 200 or answer.error:
                    faults.append(answer.error or str(answer.status))

    threads = [threading.Thread(target=person, args=(number,), daemon=True) for number in range(OTHERS)]
    for thread in threads:
        thread.start()
    try:
        yield faults
    finally:
        stop.set()
        for thread in threads:
            thread.join(60)


def measured(films: Path, turns: int) -> dict[str, Any]:
    """All figures, in one run."""
    found: dict[str, Any] = {}
    studio_film.made(films)
    with serving(films) as (address, desk), sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        page = opened(browser, address, film=FILM, stage="script")
        idle(page)
        film = desk.film("home", FILM)
        beside: dict[str, Callable[[], Any]] = {
            "alone": nullcontext, "beside_a_render": lambda: rendering(film), "beside_nine_others": lambda: others(address),
        }  # fmt: skip
        for name, company in beside.items():
            with company() as faults:
                found[name] = figures(page, address, film, turns)
                if faults:
                    found[name]["faults"] = faults
        found["pictures"], found["memory"] = pictures(page), growth(page)
        found["page_faults"] = page.faults
        browser.close()
    return found


NAMES = {
    "opening": ("the page can be used after opening", 2500),
    "switching": ("another tab stands there", 300),
    "selecting": ("another piece stands there", 250),
    "editing": ("an edit is saved, stands there and is told by the rail", 500),
}
"""What is measured, with the aim in milliseconds alone and beside a render; twice that with nine others at work."""
COMPANY = {"alone": "alone", "beside_a_render": "beside a render", "beside_nine_others": "with nine others at work"}


def page_part(found: dict[str, Any], turns: int) -> str:
    """This part of the page of benchmarks, as Markdown."""
    rows = [
        f"| {words} | {' | '.join(f'{found[name][key]:.0f}' for name in COMPANY)} | {aim} |"
        for key, (words, aim) in NAMES.items()
    ]
    memory, pictures_ = found["memory"], found["pictures"]
    return "\n".join(
        [
            "## How quick the page is",
            "",
            f"In a browser without a window, on a film of seventy shots: medians in milliseconds from the press to the frame in which its "
            f"result stands, of {turns} turns through all tabs. With nine others at work the aim is twice as much.",
            "",
            f"| | {' | '.join(COMPANY.values())} | aim |",
            "| --- | --- | --- | --- | --- |",
            *rows,
            "",
            f"Two hundred selections took the page's memory from {memory['mb_before']:.1f} to {memory['mb_after']:.1f} MB and its elements "
            f"from {memory['nodes_before']} to {memory['nodes_after']}. The widest picture that a board loads has {pictures_['loaded']} "
            f"pixels and is shown {pictures_['shown']} wide.",
            "",
        ]
    )


def main() -> int:
    """Measure, print, and write the page's part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--films", type=Path, help="where the film of sixty shots is kept, to be made once")
    parser.add_argument("--turns", type=int, default=10)
    parser.add_argument("--json", action="store_true", help="print the figures and write no page")
    asked = parser.parse_args()
    studio_film.own_makers()
    with nullcontext(asked.films) if asked.films else tempfile.TemporaryDirectory() as folder:
        found = measured(Path(folder), asked.turns)
    print(json.dumps(found, indent=2))
    if not asked.json:
        written("studio", page_part(found, asked.turns))
    return 0


if __name__ == "__main__":
    sys.exit(main())

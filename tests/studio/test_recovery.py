"""The server is killed in the middle of a job with the page open; after its restart the page and the job go on by themselves."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import expect

from engine import asks
from engine.artifacts import Brief
from engine.project import create_project, open_project
from engine.types import Key
from tests.studio.browser import free_port, idle, opened, tab

pytestmark = [
    pytest.mark.models,
    pytest.mark.timeout(900),
    pytest.mark.skipif(os.name != "posix", reason="kills a process as the system does when memory runs out"),
]

ROOT = Path(__file__).parents[2]
FILM = "the-crossing-aaaaaa"
STORY = """The ferry leaves at six. Old Mara counts the ropes.
A boy runs down the pier with a letter. The wind takes his cap.
She waits for him, as she has waited for nobody. Then the bell rings twice."""
PATIENCE = 300.0


class Server:
    """`python app.py` as a process of its own, started again on the same port after each end."""

    def __init__(self, films: Path) -> None:
        self.films, self.port = films, free_port()
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start, and wait until it answers."""
        words = (sys.executable, "app.py", "--projects", str(self.films), "--port", str(self.port))
        self.process = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until(lambda: self.answers("/health") is not None or self.process.poll() is not None)
        assert self.process.poll() is None, "the server did not start"

    def end(self, how: signal.Signals) -> None:
        """Kill it, or ask it to stop."""
        if self.process is not None:
            self.process.send_signal(how)
            self.process.wait(60)

    def answers(self, path: str) -> dict | None:
        """What a route says; None while nobody answers."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=5) as answer:
                return json.load(answer)
        except OSError:
            return None

    def makes(self) -> str:
        """The piece that is being made now."""
        busy = (self.answers(f"/pulse/{FILM}") or {}).get("busy")
        return busy["key"] if busy else ""


def until(true, patience=PATIENCE):
    """Wait for something that happens elsewhere."""
    end = time.monotonic() + patience
    while not true():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.02)


@pytest.fixture
def server(tmp_path):
    """A server with one film that is begun."""
    brief = Brief(text=STORY, mode="story", title="The Crossing", sizes=("320x180",))
    create_project(tmp_path / "home" / FILM, brief, {"music": "none"}).store.close()
    found = Server(tmp_path)
    found.start()
    yield found
    found.end(signal.SIGTERM)


def line(page, unit):
    """A line's words on the script's tab."""
    page.keyboard.press("2")
    tab(page, "script").locator(f".card[data-id={unit}]").click()
    expect(tab(page, "script").locator(f".rw-dhead[data-unit={unit}]")).to_be_visible()
    idle(page)
    return tab(page, "script").get_by_label("Words")


def test_a_server_that_is_killed_twice_in_a_job_loses_nothing_and_the_page_goes_on_by_itself(browser, server):
    page = opened(browser, server.address, film=FILM, stage="project")
    page.keyboard.press("m")
    page.get_by_role("dialog").get_by_role("button", name="Make on, approving for me…").click()
    page.get_by_role("dialog").get_by_role("button", name="Make it, approving for me").click()
    until(lambda: server.makes().startswith("voice:"))
    words = line(page, "l05")
    words.fill("She waits for him, and only for him.")
    words.blur()
    expect(page.locator(".saved")).to_have_text("All changes saved")
    until(lambda: server.makes() >= "voice:l02")
    server.end(signal.SIGKILL)
    expect(page.locator("#quiet")).to_be_visible()
    words.fill("She waits for him, and for him alone.")
    words.blur()

    server.start()
    expect(page.locator("#quiet")).to_be_hidden()
    expect(page.locator(".toast")).to_contain_text("The server restarted. What was being made goes on.")
    until(lambda: text_of(server, "l05") == "She waits for him, and for him alone.")
    expect(page.locator(".job").first).to_contain_text("Make the whole film")
    until(lambda: server.makes().startswith("cut:"))
    server.end(signal.SIGKILL)
    expect(page.locator("#quiet")).to_be_visible()
    server.start()
    expect(page.locator("#quiet")).to_be_hidden()
    page.keyboard.press("8")
    expect(page.locator("#rail [data-id=cut]")).to_contain_text("Auto", timeout=1000 * PATIENCE)
    expect(page.locator("#film")).to_be_visible()
    assert page.faults == []
    page.close()
    server.end(signal.SIGTERM)

    with open_project(server.films / "home" / FILM, write=False) as film:
        assert film.verify() == [] and film.plan() == []
        assert [ask.state for ask in asks.listed(film.store)] == ["done"]
        made = {key: len(film.takes(key)) for key in map(str, film.board()) if key.startswith(("voice:", "keyframe:"))}
        assert [key for key, count in made.items() if count > 1 and key != "voice:l05"] == []


def text_of(server, unit):
    """The words of a line as they are on disk."""
    with open_project(server.films / "home" / FILM, write=False) as film:
        return film.view().content(Key("script", unit)).text

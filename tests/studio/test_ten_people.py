"""Ten people at once on one server: every edit is kept, nobody sees an error, and what is made meanwhile gets done."""

from __future__ import annotations

import threading

import httpx
import pytest

from engine.asks import OPEN
from engine.types import Key
from tests.studio.browser import serving
from tests.studio.events import Events

FILM = "the-talk-aaaaaa"
PEOPLE, TURNS = 10, 4


@pytest.mark.timeout(600)
def test_ten_people_at_once_lose_no_edit_and_see_no_error(shelf):
    """Each looks at tabs and writes in a film that all share, while it is being made."""
    with serving(shelf) as (address, desk):
        film = desk.film("home", FILM)
        film.project.edit("brief", field="look", value="ink")
        ask = film.ask("make", "cut", approve="all")
        faults, kept = [], []
        people = [threading.Thread(target=person, args=(address, number, faults, kept)) for number in range(PEOPLE)]
        for one in people:
            one.start()
        for one in people:
            one.join()
        assert faults == [] and len(kept) == PEOPLE * TURNS
        written = {
            take.content["text"] for unit in ("l01", "l02", "l03") for take in film.project.takes(f"script:{unit}")
        }
        assert set(kept) <= written
        film.cancel(ask.id)
        while any(found.state in OPEN for found in film.snapshot().asks):
            threading.Event().wait(0.1)
        assert film.project.verify() == []
        assert film.snapshot().view.take(Key("script", "l01")).number >= PEOPLE * TURNS / 3


def person(address: str, number: int, faults: list[str], kept: list[str]) -> None:
    """One of them: opens tabs, chooses pieces, writes their own words into a line, and is told that they were saved."""
    with httpx.Client(base_url=address, timeout=120) as client:
        events = Events(client)
        for turn in range(TURNS):
            words, unit = f"Words of person {number}, turn {turn}.", f"l0{(number + turn) % 3 + 1}"
            for tab, do in (("script", "open"), ("script", "choose"), ("keyframe", "open"), ("cut", "open")):
                answer = events.send(tab, do, film=FILM, unit=unit if tab == "script" else "")
                if answer.status != 200 or answer.error:
                    faults.append(f"{tab} {do}: {answer.status} {answer.error or answer.text[:200]}")
            more = {"piece": f"script:{unit}", "field": "text", "value": words, "take": 0}
            saved = events.send("script", "save", film=FILM, unit=unit, **more)
            told = saved.told.get("saved", {})
            kept += [words] if told.get("ok") else []
            if saved.error or not told.get("ok"):
                faults.append(f"save: {saved.status} {saved.error} {told}")
            if client.get(f"/pulse/{FILM}").status_code != 200:
                faults.append("pulse")

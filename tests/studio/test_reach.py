"""For people who see or hear less, or use no mouse: every question and every state of the page, the card of keys, a film by keyboard."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Page, expect

from engine.film import probe
from engine.types import Key
from studio.help_card import CARD
from tests.studio.browser import idle, opened, tab

FILM = "the-talk-aaaaaa"
OF_GRADIO: set[str] = set()
"""Violations that Gradio itself causes; there are none on this page."""


def go(page: Page, name: str, unit: str = "") -> None:
    """Open a tab, with nothing above it."""
    page.keyboard.press("Escape")
    page.evaluate("([name, unit]) => window.reelwright.go(name, unit)", [name, unit])
    expect(tab(page, name)).to_be_visible()
    idle(page)


def dialog(page: Page) -> None:
    """Wait for a question."""
    expect(page.get_by_role("dialog")).to_be_visible()


def captions(page):
    go(page, "subtitles", "l01")
    expect(tab(page, "subtitles").locator(".ct-cue").first).to_be_visible()
    tab(page, "subtitles").locator(".ct-cue").first.focus()


def caption_styles(page):
    go(page, "subtitles", "l01")
    tab(page, "subtitles").get_by_role("button", name="Look", exact=True).click()
    expect(tab(page, "subtitles").get_by_role("button", name="Boxed")).to_be_visible()


def caption_downloads(page):
    go(page, "subtitles", "l01")
    tab(page, "subtitles").locator(".ct-menu summary").click()


def compare(page):
    go(page, "keyframe", "s01")
    page.keyboard.press("c")
    dialog(page)


def send_back(page):
    go(page, "keyframe", "s01")
    page.keyboard.press("b")
    dialog(page)


def sent_back(page):
    send_back(page)
    page.get_by_label("What should be different?").fill("Less sky.")
    page.keyboard.press("Control+Enter")
    expect(tab(page, "keyframe").locator(".why")).to_contain_text("Less sky.")


def plan(page):
    go(page, "keyframe", "s01")
    page.keyboard.press("m")
    dialog(page)


def proposal(page):
    go(page, "script", "l01")
    tab(page, "script").get_by_role("button", name="Shorter").click()
    expect(page.locator(".proposal")).to_be_visible()


def insert_line(page):
    go(page, "script", "l02")
    page.keyboard.press("n")
    dialog(page)


def recorder(page):
    go(page, "voice", "l01")
    tab(page, "voice").get_by_role("button", name="Record", exact=True).click()
    expect(tab(page, "voice").get_by_role("button", name="Stop", exact=True)).to_be_visible()


def recorded(page):
    tab(page, "voice").get_by_role("button", name="Stop", exact=True).click()
    expect(tab(page, "voice").get_by_role("button", name="Use this recording")).to_be_visible()
    tab(page, "voice").locator(".fold summary").click()


def table(page):
    go(page, "shotlist", "s01")
    page.get_by_role("button", name="Table", exact=True).click()
    expect(tab(page, "shotlist").locator(".shots-head")).to_be_visible()


def transitions(page):
    go(page, "cut")
    tab(page, "cut").locator(".joint").first.click()
    dialog(page)


def music(page):
    go(page, "cut")
    tab(page, "cut").locator("[data-do=music]").click()
    dialog(page)


def add_entry(page):
    go(page, "project", "bible:style")
    tab(page, "project").get_by_role("button", name="Add…").click()
    dialog(page)


def settings(page):
    go(page, "settings")
    expect(page.locator("#settings-packs li").first).to_be_visible()


def keys(page):
    go(page, "script", "l01")
    page.keyboard.press("?")
    dialog(page)


def jobs(page):
    go(page, "script", "l01")
    page.set_viewport_size({"width": 1000, "height": 800})
    page.locator(".jobs-b").click()
    expect(page.get_by_role("complementary")).to_be_visible()


def narrow(page):
    page.set_viewport_size({"width": 820, "height": 1000})
    go(page, "keyframe", "s01")


def story_cards(page):
    page.set_viewport_size({"width": 1280, "height": 800})
    go(page, "start")
    page.locator("[data-do=cards]").first.click()
    expect(page.locator(".story-shapes")).to_be_visible()


def story_card(page):
    page.locator(".story-shapes").get_by_role("button", name="Fable").click()
    page.get_by_role("button", name="Fill in the example").click()
    expect(page.locator(".draft-in li").first).to_be_visible()


def film_menu(page):
    go(page, "start")
    page.get_by_label(re.compile("^More for")).click()


def refused(page):
    go(page, "start")
    page.get_by_label("Story or idea").fill("")
    page.get_by_role("button", name="Make the script").click()
    expect(page.locator(".toast.bad")).to_be_visible()


STATES = (
    captions, caption_styles, caption_downloads, compare, send_back, sent_back, plan, proposal, insert_line, recorder, recorded, table,
    transitions, music, add_entry, settings, keys, jobs, narrow, story_cards, story_card, film_menu, refused,
)  # fmt: skip
"""What the page can show besides its tabs as they open, in an order in which one can follow the other."""


@pytest.fixture
def film(studio, tmp_path):
    """The talk with two pictures of one shot, a piece that failed, and a line that can be said in fewer words."""
    found = studio[1].film("home", FILM)
    Image.new("RGB", (640, 360), "teal").save(tmp_path / "mine.png")
    found.project.edit("keyframe:s01", file=tmp_path / "mine.png")
    found.project.edit("script:l01", field="text", value="It is very dark and we are really tired.")
    return found


@pytest.mark.parametrize("look", ["dark", "light"])
def test_no_question_and_no_state_has_a_serious_fault_for_people_who_see_or_hear_less(browser, address, film, look):
    page, axe, found = opened(browser, address, film=FILM, stage="script", look=look), Axe(), {}
    page.emulate_media(reduced_motion="reduce")  # a message that is fading is hard to read, for a moment
    for reach in STATES:
        reach(page)
        faults = axe.run(page, options={"resultTypes": ["violations"]}).response["violations"]
        found |= {
            f"{reach.__name__}: {fault['id']}": fault["nodes"][0]["html"]
            for fault in faults
            if fault["impact"] in ("serious", "critical") and fault["id"] not in OF_GRADIO
        }
    assert found == {} and page.faults == []


ARROWS = {
    "ArrowUp": "↑",
    "ArrowDown": "↓",
    "ArrowLeft": "←",
    "ArrowRight": "→",
    "Control": "Ctrl",
    "Escape": "Esc",
    " ": "Space",
}


def spoken(key: str) -> str:
    """A key as the card writes it: 'Alt+ArrowUp' -> 'Alt+↑'."""
    parts = [key] if key in (" ", "+") else key.split("+")
    return "+".join(ARROWS.get(part, part.upper() if len(part) == 1 else part) for part in parts)


def test_the_card_of_keys_names_every_key_that_the_page_has(browser, address, film):
    page = opened(browser, address, film=FILM, stage="script", unit="l01")
    there = set(page.evaluate("window.reelwright.keys"))
    for name in ("project", "script", "voice", "subtitles", "shotlist", "keyframe", "clip", "cut"):
        go(page, name)
        there |= set(
            page.evaluate("[...document.querySelectorAll('[aria-keyshortcuts]')].map(x => x.ariaKeyShortcuts)")
        )
    named = {key for rows in CARD.values() for keys, _ in rows for key in keys.split()}
    assert {spoken(key) for key in there} - named == set() and len(there) > 20


def tab_to(page: Page, selector: str, most: int = 200) -> None:
    """Press Tab until something has the focus; its ring can be seen."""
    for _ in range(most):
        if page.evaluate("selector => document.activeElement?.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} cannot be reached by Tab")


@pytest.mark.models
@pytest.mark.timeout(1200)
def test_a_film_is_made_by_keyboard_alone(browser, address, studio):
    """From the first page to a film that is played, approved and downloaded, without a mouse."""
    page = opened(browser, address)
    tab_to(page, "textarea[name=text]")
    page.keyboard.type("A red boat waits by the shore. The wind lifts the sail, and the boat goes out to sea.")
    tab_to(page, "input[name=look]")
    page.keyboard.press("ArrowRight")
    tab_to(page, "[data-do=make-script]")
    page.keyboard.press("Enter")
    expect(tab(page, "script").locator(".card")).to_have_count(2, timeout=300_000)
    page.keyboard.press("1")
    tab_to(page, "#tab-project .card[data-id=brief]")
    page.keyboard.press("Enter")
    expect(tab(page, "project").locator(".rw-dhead[data-unit=brief]")).to_be_visible()
    tab_to(page, "#tab-project select[name=sizes]")
    page.keyboard.type("Draft")
    page.keyboard.press("Escape")
    idle(page)
    page.keyboard.press("2")
    for unit in ("l01", "l02"):
        expect(tab(page, "script").locator(f".card[data-id={unit}][aria-current=true]")).to_be_visible()
        idle(page)
        page.keyboard.press("a")
    expect(page.locator("#rail [data-id=script]")).to_contain_text("2 of 2")
    page.keyboard.press("3")
    expect(tab(page, "voice")).to_be_visible()
    idle(page)
    page.keyboard.press("m")
    expect(page.get_by_role("dialog")).to_contain_text("2 voices")
    tab_to(page, "dialog [data-id='all-the-way']")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_contain_text("Make the whole film")
    tab_to(page, "dialog .primary")
    page.keyboard.press("Enter")
    expect(page.locator("#rail [data-id=cut]")).to_contain_text("Auto", timeout=600_000)
    page.keyboard.press("8")
    expect(page.locator("#film")).to_be_visible()
    idle(page)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press(" ")
    page.wait_for_function("document.querySelector('#film').currentTime > 0.2")
    page.keyboard.press(" ")
    page.keyboard.press("a")
    expect(page.locator("#rail [data-id=cut]")).to_contain_text("Approved")
    tab_to(page, "#tab-cut .dl a[href*='/mp4']")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    found = probe(waiting.value.path())
    film = studio[1].film("home", re.search(r"film=([^&]+)", page.url)[1])
    assert found.size == (640, 360) and found.has_audio and page.faults == []
    assert film.snapshot().view.content(Key("brief")).look != "paper"

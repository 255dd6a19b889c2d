"""Below a picture, in a real browser: an opinion on it by measures, the painter's words changed, and who looks chosen."""

import re

import pytest
from playwright.sync_api import expect

from engine.types import Key
from tests.build.makers import MAKERS
from tests.studio.browser import idle, opened, tab

FILM = "the-talk-aaaaaa"


@pytest.fixture
def film(studio, monkeypatch):
    """The talk, whose pictures are painted by one that reads words."""
    from engine.providers.registry import PROVIDERS

    for name, place in MAKERS["image"].items():
        monkeypatch.setitem(PROVIDERS["image"], name, place)
    return studio[1].film("home", FILM)


def first(film):
    return film.snapshot().view.units("keyframe")[0]


def test_an_opinion_is_given_below_the_picture(browser, address, film):
    page = opened(browser, address, film=FILM, stage="keyframe", unit=first(film))
    part = tab(page, "keyframe").locator(".opinion")
    expect(part.locator(".opinion-said")).to_have_count(0)
    part.get_by_role("button", name="Look at it (measures)").click()
    expect(part.locator(".opinion-said")).to_be_visible()
    expect(page.locator("#side")).to_contain_text("It is below the picture")
    page.reload()
    expect(part.locator(".opinion-said")).to_be_visible()
    assert page.faults == []


def test_a_looker_that_is_not_ready_says_what_it_needs(browser, address, film, monkeypatch):
    monkeypatch.delenv("ANTHROPIC_API_KEY", raising=False)
    monkeypatch.delenv("ANTHROPIC_BASE_URL", raising=False)
    page = opened(browser, address, film=FILM, stage="settings")
    page.locator("#settings-makers input[name=vision][value='anthropic']").check(force=True)
    expect(page.locator(".toast")).to_contain_text("Settings saved")
    assert film.snapshot().view.setting("vision") == "anthropic"
    page = opened(browser, address, film=FILM, stage="keyframe", unit=first(film))
    part = tab(page, "keyframe").locator(".opinion")
    part.get_by_role("button", name="Look at it (Anthropic)").click()
    expect(part).to_contain_text("ANTHROPIC_API_KEY is not set")


def test_a_picture_is_made_by_a_person_s_own_words_and_by_the_shots_again(browser, address, film):
    unit = first(film)
    key = Key("keyframe", unit)
    page = opened(browser, address, film=FILM, stage="keyframe", unit=unit)
    at = tab(page, "keyframe")
    words = at.locator("summary", has_text="Words for the painter")
    expect(words).to_have_count(0)  # lettering reads the shot itself
    film.project.set("image", "signs")
    page.reload()
    box = at.locator("#own-words")
    at.get_by_role("button", name="Look at it (measures)").click()
    at.get_by_role("button", name="Put them into the box").click()
    expect(box).to_have_value(re.compile("Clearly to be seen"))
    box.fill("A red kite over the roofs")
    at.get_by_role("button", name="Re-make by these words").click()
    idle(page)
    back = at.locator("[data-do=prompt-back]")
    expect(back).to_have_count(1)
    assert film.snapshot().view.take(key).recipe.params["prompt"] == "A red kite over the roofs"
    back.click()
    expect(back).to_have_count(0)
    assert film.snapshot().view.setting("prompt", key) in ("", None) and page.faults == []

"""Clips in a real browser: a film of one's own is taken in, a file that is none is refused, another maker is chosen for one clip."""

import numpy as np
import pytest
from playwright.sync_api import expect

from engine.providers.registry import PROVIDERS
from engine.types import Key
from tests.build.makers import MAKERS
from tests.film.footage_files import write
from tests.studio.browser import opened, tab

FILM = "the-talk-aaaaaa"
CLIP = Key("clip", "s01")


@pytest.fixture
def film(studio):
    return studio[1].film("home", FILM)


def test_a_film_of_one_s_own_is_taken_in_and_a_file_that_is_none_is_refused(browser, studio, film, tmp_path):
    page = opened(browser, studio[0], film=FILM, stage="clip", unit="s01")
    (tmp_path / "bad.mp4").write_bytes(b"this is no film")
    good = write(tmp_path / "good.mp4", [np.full((96, 128, 3), 40 + n, np.uint8) for n in range(150)])
    chooser = tab(page, "clip").locator("input[data-upload=adopt]")
    chooser.set_input_files(tmp_path / "bad.mp4")
    expect(tab(page, "clip").get_by_text("choose another file")).to_be_visible()
    chooser = tab(page, "clip").locator("input[data-upload=adopt]")
    chooser.set_input_files(good)
    expect(tab(page, "clip").locator(".rw-dhead .st")).to_contain_text("yours")
    expect(tab(page, "clip").get_by_text("it will look soft")).to_be_visible()
    assert film.snapshot().view.take(CLIP).origin == "imported"
    assert page.faults == []


def test_one_clip_is_filmed_by_another_maker(browser, studio, film, monkeypatch):
    for name, place in MAKERS["video"].items():
        monkeypatch.setitem(PROVIDERS["video"], name, place)
    page = opened(browser, studio[0], film=FILM, stage="clip", unit="s01")
    tab(page, "clip").locator("select[data-option=provider], select[name=provider]").first.select_option("reel")
    tab(page, "clip").get_by_role("button", name="Re-make").first.click()
    expect(tab(page, "clip").get_by_text("Take 2, Reel")).to_be_visible()
    assert film.snapshot().view.take(CLIP).maker == "reel"
    assert page.faults == []

"""A person's whole way in the browser: from an empty folder, through every tab, to a downloaded film that is looked at and heard.

Voices, pictures and film are made by the makers that every machine has. The film is small, to be affordable.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from engine.artifacts import Cue, Subtitles, Voice
from engine.film import probe
from engine.hearing import said
from engine.types import Blob, Key
from studio.desk import Film
from studio.pieces import Pieces
from tests.films import hearing
from tests.studio.browser import idle, opened, serving, tab
from tests.studio.watching import decoded, frame_at, likeness, sound

pytestmark = [pytest.mark.models, pytest.mark.timeout(1800)]

LINE, OWN = "l05", "It is a boat made of old newspaper."
"""The line that is recorded, and what is said in it after the edit."""
TEAL = (20, 150, 140)
LONG = 600_000
"""Milliseconds that a stage may take on a machine that is busy with other things."""


@dataclass(frozen=True)
class Toured:
    """What came of it: the file that was downloaded, the film it is of, the shot with the own picture."""

    file: Path
    film: Film
    shot: str
    recording: Path


@pytest.fixture(scope="module")
def toured(browser, tmp_path_factory):
    """The film as it was made in the browser."""
    folder = tmp_path_factory.mktemp("tour")
    with serving(folder / "films") as (address, desk):
        page = opened(browser, address)
        begin(page)
        film = desk.film("home", re.search(r"film=([^&]+)", page.url)[1])
        smaller(page)
        script(page)
        recording = voices(page, film, folder)
        captions_and_shots(page)
        shot = pictures(page, folder)
        made(page, "clip")
        file = cut(page, folder)
        assert page.faults == []
        yield Toured(file, film, shot, recording)


def begin(page: Page) -> None:
    """An empty shelf, the sample story, and its script."""
    expect(page.get_by_text("Your films will be listed here.")).to_be_visible()
    page.get_by_role("button", name="Try a sample story").click()
    expect(page.locator("#story-count")).to_contain_text("172 words")
    page.get_by_role("button", name="Make the script").click()
    expect(tab(page, "script").locator(".card")).to_have_count(18, timeout=LONG)


def smaller(page: Page) -> None:
    """The brief's size, and the bible approved by eye."""
    page.keyboard.press("1")
    tab(page, "project").locator(".card").first.click()
    tab(page, "project").get_by_label("Sizes").select_option("640x360")
    idle(page)


def script(page: Page) -> None:
    """One line edited, all approved."""
    page.keyboard.press("2")
    at = tab(page, "script")
    at.locator(f".card[data-id={LINE}]").click()
    expect(at.locator(".rw-dhead h2")).to_have_text(f"Line {LINE}")
    at.get_by_label("Words").fill(OWN)
    at.get_by_label("Words").blur()
    expect(page.locator("#rail [data-id=script]")).to_contain_text("Needs your eye")
    idle(page)
    approve_all(page, "script")


def approve_all(page: Page, name: str) -> None:
    """Press it, and see the rail say so."""
    tab(page, name).get_by_role("button", name="Approve all").click()
    expect(page.locator(f"#rail [data-id={name}] .s-approved")).to_be_attached()


def made(page: Page, name: str, approve: bool = True) -> None:
    """A stage's plan shown and started; all of its pieces there; approved."""
    page.locator(f"#rail [data-id={name}]").click()
    expect(tab(page, name)).to_be_visible()
    idle(page)
    page.keyboard.press("m")
    page.get_by_role("dialog").get_by_role("button", name=re.compile("^Make (?!on)")).click()
    expect(page.locator(f"#rail [data-id={name}]")).to_contain_text("Needs your eye", timeout=LONG)
    if approve:
        approve_all(page, name)


def voices(page: Page, film: Film, folder: Path) -> Path:
    """All lines spoken, one of them by a recording of another voice."""
    made(page, "voice", approve=False)
    recording = folder / "me.wav"
    recording.write_bytes(said(OWN, "", "am_michael", "en"))
    at = tab(page, "voice")
    at.locator(f".card[data-id={LINE}]").click()
    expect(at.locator(".rw-dhead h2")).to_have_text(f"Line {LINE}")
    at.locator("[data-recorder] input[type=file]").set_input_files(recording)
    expect(at.locator(f".card[data-id={LINE}] .badge")).to_have_text("Your recording", timeout=LONG)
    idle(page)
    approve_all(page, "voice")
    return recording


def captions_and_shots(page: Page) -> None:
    """Captions and shots as they come."""
    made(page, "subtitles")
    made(page, "shotlist")


def pictures(page: Page, folder: Path) -> str:
    """One picture re-made and its first take restored, one of the person's own, one approved, one sent back; then the rest."""
    made(page, "keyframe", approve=False)
    at = tab(page, "keyframe")
    units = at.locator(".card").evaluate_all("cards => cards.map(card => card.dataset.id)")
    choose(page, "keyframe", units[1])
    page.keyboard.press("r")
    expect(at.locator(".take:not(.more)")).to_have_count(2, timeout=LONG)
    at.locator(".take").first.click()
    expect(page.locator(".toast:not(.local)")).to_contain_text("take 1 chosen")
    choose(page, "keyframe", units[2])
    Image.new("RGB", (640, 360), TEAL).save(folder / "own.png")
    at.locator("input[data-upload=adopt-picture]").set_input_files(folder / "own.png")
    expect(at.locator(".rw-dhead .st")).to_contain_text("yours")
    choose(page, "keyframe", units[0])
    page.keyboard.press("a")
    expect(page.locator(".toast:not(.local)")).to_contain_text(f"Approved the picture of {units[0]}, take 1.")
    choose(page, "keyframe", units[3])
    page.keyboard.press("b")
    page.get_by_label("What should be different?").fill("Less sky.")
    page.keyboard.press("Control+Enter")
    expect(at.locator(".why")).to_contain_text("Sent back by you: “Less sky.”")
    page.keyboard.press("m")
    page.get_by_role("dialog").get_by_role("button", name="Make 1 keyframe").click()
    expect(at.locator(".take:not(.more)")).to_have_count(2, timeout=LONG)
    approve_all(page, "keyframe")
    return str(units[2])


def choose(page: Page, name: str, unit: str) -> None:
    """Press a card, and wait for its editor."""
    tab(page, name).locator(f".card[data-id={unit}]").click()
    expect(tab(page, name).locator(f".rw-dhead[data-unit={unit}]")).to_be_visible()
    idle(page)


def cut(page: Page, folder: Path) -> Path:
    """The film made, played, approved and downloaded."""
    made(page, "cut", approve=False)
    at = tab(page, "cut")
    page.wait_for_function("document.querySelector('#film').src.includes('/media/')")
    page.keyboard.press(" ")
    page.wait_for_function("document.querySelector('#film').currentTime > 0.3")
    page.keyboard.press(" ")
    page.keyboard.press("a")
    expect(page.locator("#rail [data-id=cut]")).to_contain_text("Approved")
    with page.expect_download() as waiting:
        at.get_by_role("link", name=re.compile("MP4")).click()
    file = folder / waiting.value.suggested_filename
    waiting.value.save_as(file)
    return file


def test_the_downloaded_film_is_whole_and_as_long_as_its_voices_and_pauses(toured):
    found = probe(toured.file)
    assert found.size == (640, 360) and found.has_audio and found.title
    assert found.duration == pytest.approx(hearing.promised_seconds(toured.film.project), abs=0.1)
    assert decoded(toured.file) == found.frames == pytest.approx(found.duration * float(found.fps), abs=1)


def test_it_is_as_loud_as_promised(toured):
    loud, peak = hearing.loudness(toured.file)
    assert loud == pytest.approx(-14.0, abs=1.0) and peak <= -1.0


def test_the_own_picture_is_seen_in_it_and_in_no_other_shot(toured):
    times = Pieces(toured.film.snapshot().view).times
    seen = {
        unit: frame_at(toured.file, start + length / 2)[20:160, 40:600].mean(axis=(0, 1))
        for unit, (start, length) in times.items()
        if unit.startswith("s")
    }
    assert {unit for unit, colour in seen.items() if max(abs(colour - TEAL)) < 12} == {toured.shot}


def test_the_own_recording_is_heard_in_it_with_the_words_of_the_edit(toured):
    start, length = Pieces(toured.film.snapshot().view).times[LINE]
    heard = sound(toured.file, start - 0.3, start + length + 0.3)
    other = sound(toured.film.project.store.blobs.path(_voice(toured, 1)))
    assert likeness(heard, sound(toured.recording)) > 0.8 > 0.5 > likeness(heard, other)
    assert OWN.split() == [word for cue in _cues(toured) for row in cue.rows for word in row.split()]


def test_what_was_done_on_the_way_is_kept(toured):
    film = toured.film
    assert film.project.takes(f"script:{LINE}")[-1].content["text"] == OWN
    assert {t.origin for t in film.project.takes(f"voice:{LINE}")} == {"made", "imported"}
    approvals = {str(key): status.approval for key, status in film.snapshot().board.items() if key.stage != "brief"}
    assert set(approvals.values()) <= {"approved", "auto", "none"} and film.project.verify() == []
    assert [event for event in film.project.store.latest(500) if event["kind"] == "send_back"]


def _voice(toured: Toured, number: int) -> Blob:
    take = next(take for take in toured.film.project.takes(f"voice:{LINE}") if take.number == number)
    return Voice.model_validate(take.content).audio


def _cues(toured: Toured) -> tuple[Cue, ...]:
    found: Subtitles = toured.film.snapshot().view.content(Key("subtitles", LINE))
    return found.cues

"""A person swaps every maker in the browser: keys and addresses typed under Settings, an idea written by a service, voices and pictures
by others. The film is what they answered, its cost is that of their price lists, and its keys are nowhere but in this machine's file."""

from __future__ import annotations

import json
import re
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import expect

from engine import keys
from engine.film import probe
from engine.home import home
from engine.providers import calling
from engine.providers.speech import elevenlabs_voices
from engine.types import Key
from tests.fakes.elevenlabs_server import ElevenLabsServer
from tests.fakes.openai_server import OpenAIServer
from tests.films.test_swapped import PER_LETTER, PER_PICTURE, SPEECH, VOICE_KEY, WRITER_KEY, writes
from tests.studio.browser import idle, opened, serving, tab

pytestmark = [pytest.mark.models, pytest.mark.timeout(600)]
MAKERS = {"image": "openai:gpt-image-1", "speech": SPEECH}
PER_TEXT = (0.75e-6, 4.50e-6)
"""US dollars a token in and out of the writer that is taken where no model is named."""
LONG = 60_000


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """A machine of its own without keys, with the packs of this one."""
    packs = home() / "packs"
    own = tmp_path / "home"
    own.mkdir()
    (own / "packs").symlink_to(packs, target_is_directory=True)
    monkeypatch.setenv("REELWRIGHT_HOME", str(own))
    monkeypatch.setattr(keys, "_loaded", {})
    for name in keys.NAMES:
        monkeypatch.delenv(name, raising=False)
    elevenlabs_voices.forget()
    calling.forget()
    yield own
    for name in list(keys._loaded):
        keys.forget(name)


def test_a_film_of_other_makers_is_made_in_the_browser(browser, machine, tmp_path, capfd):
    with (
        OpenAIServer(writes) as writer,
        ElevenLabsServer(key=VOICE_KEY) as voices,
        serving(tmp_path / "films") as (address, desk),
    ):
        hosts = {urlsplit(writer.url).netloc: "api.openai.com", urlsplit(voices.url).netloc: "api.elevenlabs.io"}
        (machine / "prices.yaml").write_text(yaml.safe_dump({"hosts": hosts}))
        page = opened(browser, address, stage="settings")
        page.set_default_timeout(20_000)
        typed = {
            "OPENAI_BASE_URL": writer.url, "OPENAI_API_KEY": WRITER_KEY,
            "ELEVENLABS_BASE_URL": voices.url, "ELEVENLABS_API_KEY": VOICE_KEY,
        }  # fmt: skip
        for name, value in typed.items():
            row = page.locator("#settings-keys li", has=page.get_by_text(name, exact=True))
            row.locator("input").fill(value)
            page.keyboard.press("Enter")
            expect(row).to_contain_text("Set")
            idle(page)
        page = opened(browser, address)
        page.get_by_label("Story or idea").fill("A station clock that is always late, and Oskar")
        page.get_by_role("button", name="Make the script").click()
        page.get_by_role("button", name="Write it with OpenAI").click()
        expect(tab(page, "script").locator(".blank.bad")).to_contain_text(
            "It has 49 words; write about 360", timeout=LONG
        )
        expect(page.locator("#rail [data-id=script]")).to_contain_text("1 failed")
        page.keyboard.press("1")
        tab(page, "project").locator(".card").first.click()
        tab(page, "project").get_by_label("Length wanted, seconds").fill("20")
        page.keyboard.press("Tab")
        idle(page)
        page.locator("#rail [data-id=script]").click()
        tab(page, "script").get_by_role("button", name="Try again").click(timeout=8000)
        page.get_by_role("dialog").get_by_role("button", name=re.compile("^Make (?!on)")).click()
        expect(tab(page, "script").locator(".card")).to_have_count(4, timeout=LONG)
        film = desk.film("home", desk.library.films("home")[0].id)
        page.evaluate("window.reelwright.go('settings')")
        expect(page.locator("#settings-makers")).to_be_visible()
        idle(page)
        for kind, name in MAKERS.items():
            page.evaluate("([id, value]) => window.reelwright.send('maker', {id, value})", [kind, name])
            idle(page)
        film.project.edit("brief", field="sizes", value=["320x180"])
        page.evaluate("window.reelwright.go('script')")
        idle(page)
        page.keyboard.press("m")
        dialog = page.get_by_role("dialog")
        dialog.get_by_role("button", name="Make on, approving for me…").click()
        expect(dialog).to_contain_text("$")
        dialog.get_by_role("button", name=re.compile("^Make")).last.click()
        done = page.locator("#rail [data-id=cut] .s-auto, #rail [data-id=cut] .s-approved")
        expect(done).to_be_attached(timeout=LONG)
        assert page.faults == []
        view = film.snapshot().view
        makers = {stage: {view.take(Key(stage, u)).maker for u in view.units(stage)} for stage in ("voice", "keyframe")}
        assert makers == {"voice": {SPEECH}, "keyframe": {"openai:gpt-image-1"}}
        assert probe(film.project.film()[0]).has_audio
        assert film.project.store.spent() == pytest.approx(_bill(writer, voices), abs=1e-4)
        _nowhere(tmp_path / "films", page.content(), "".join(capfd.readouterr()))
    assert (machine / "keys.json").stat().st_mode & 0o077 == 0


def _bill(writer, voices):
    """What the services' lists say of what they served."""
    served = [(asked, json.loads(reply.body or b"null")) for asked, reply in writer.served if asked.method == "POST"]
    pictures = [body["usage"] for asked, body in served if "/images/" in asked.path]
    texts = sum(asked.path.endswith("/chat/completions") for asked, _ in served)
    letters = sum(len(asked.json["text"]) for asked in voices.asked if asked.method == "POST")
    assert texts == 3 and len(pictures) >= 2 and letters
    pictured = sum(u["input_tokens"] * PER_PICTURE[0] + u["output_tokens"] * PER_PICTURE[1] for u in pictures)
    return texts * (910 * PER_TEXT[0] + 350 * PER_TEXT[1]) + pictured + letters * PER_LETTER


def _nowhere(films, *told):
    files = [path for path in films.rglob("*") if path.is_file()]
    for key in (WRITER_KEY, VOICE_KEY):
        assert not [path for path in files if key.encode() in path.read_bytes()]
        assert not [text for text in told if key in text]

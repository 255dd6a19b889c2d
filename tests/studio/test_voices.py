"""Voices of ElevenLabs under Settings, in a real browser against a pretended service: found, heard, given, made, deleted."""

import pytest
from playwright.sync_api import expect

from engine.home import home
from engine.providers import calling
from engine.providers.speech import elevenlabs_voices
from engine.providers.transcript.sound import write_wav
from engine.types import Key
from studio.config import Config
from studio.voicing import Voicing
from tests.fakes.elevenlabs_server import ElevenLabsServer, fault, melody
from tests.fakes.voicing import RATE
from tests.studio.browser import idle, opened, serving

FILM = "the-talk-aaaaaa"
KEY = "xi-0123456789abcdefghij"


@pytest.fixture
def service(tmp_path, monkeypatch):
    """The service, and a machine of its own with the packs of this one."""
    own = tmp_path / "home"
    own.mkdir()
    (own / "packs").symlink_to(home() / "packs", target_is_directory=True)
    monkeypatch.setenv("REELWRIGHT_HOME", str(own))
    elevenlabs_voices.forget()
    calling.forget()
    with ElevenLabsServer(key=KEY) as server:
        monkeypatch.setenv("ELEVENLABS_BASE_URL", server.url)
        monkeypatch.setenv("ELEVENLABS_API_KEY", KEY)
        yield server
    elevenlabs_voices.forget()


@pytest.fixture
def desk(service, shelf):
    """A server that knows the service."""
    with serving(shelf) as served:
        yield served


def found(page):
    return page.locator("#settings-voices .voice-find .row-list li")


def searched(page, words):
    page.locator("#settings-voices").get_by_label("What it should be like").fill(words)
    page.keyboard.press("Enter")
    idle(page)


def test_a_voice_is_searched_heard_and_given_to_a_speaker(browser, desk, service):
    address, studio = desk
    film = studio.film("home", FILM)
    film.project.set("speech", "elevenlabs")
    speaker = next(u for u in film.snapshot().view.units("bible") if u not in ("narrator", "style"))
    page = opened(browser, address, film=FILM, stage="settings")
    assert service.served == []
    searched(page, "sailor")
    expect(found(page)).to_have_count(1)
    expect(found(page)).to_contain_text("weathered sailor")
    with page.expect_response(lambda answer: "/voice/elevenlabs" in answer.url) as heard:
        found(page).get_by_role("button", name="Listen to Old Sailor").click()
    assert heard.value.ok and heard.value.headers["content-type"] == "audio/mpeg"
    page.get_by_label("Who in this film gets it").select_option(speaker)
    found(page).get_by_role("button", name="Take Old Sailor").click()
    expect(page.locator(".toast")).to_contain_text("speaks with the voice Old Sailor now")
    assert film.snapshot().view.content(Key("bible", speaker)).voice == "Old Sailor"
    assert list(service.added.values()) == ["Old Sailor"]
    page.locator(".toast").get_by_role("button", name="Undo").click()
    idle(page)
    assert film.snapshot().view.content(Key("bible", speaker)).voice != "Old Sailor"
    assert page.request.get(f"{address}/voice/elevenlabs:nobody0001/nothing001").status == 400 and page.faults == []


def test_a_voice_is_made_of_a_recording_and_deleted(browser, desk, service, tmp_path):
    address, studio = desk
    write_wav(tmp_path / "granny.wav", melody(12.0), RATE)
    (tmp_path / "bad.mp3").write_bytes(b"no sound at all")
    page = opened(browser, address, film=FILM, stage="settings", lang="en")
    part = page.locator("#settings-voices .voice-maker")
    chooser = part.locator("input[data-upload=voice-file]")
    chooser.set_input_files(tmp_path / "bad.mp3")
    expect(page.locator(".toast.bad")).to_contain_text("bad.mp3")
    chooser.set_input_files(tmp_path / "granny.wav")
    expect(part.locator("li")).to_contain_text("granny.wav")
    part.get_by_label("What the voice is called").fill("Granny")
    make = part.get_by_role("button", name="Make the voice")
    make.click()
    expect(page.locator(".toast.bad")).to_contain_text("owner's leave")
    assert service.asked == []
    part.get_by_label("This is my own voice").check()
    service.queue(fault(401, "Your subscription has no voices", code="can_not_use_instant_voice_cloning"))
    make.click()
    expect(part.get_by_role("status")).to_contain_text("does not allow this: Your subscription has no voices")
    service._replies.clear()
    make.click()
    expect(part.get_by_role("status")).to_contain_text("The voice Granny is made")
    assert service.cloned and studio.voicing.samples == () and (home() / "voices.jsonl").is_file()
    searched(page, "granny")
    found(page).get_by_role("button", name="Delete Granny").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(page.locator(".toast")).to_contain_text("Granny was deleted")
    assert service.cloned == {} and page.faults == [] and KEY not in page.content()


def test_recordings_that_wait_outlive_the_server_and_are_gone_when_they_are_dropped(service, tmp_path):
    for name in ("granny.wav", "grandpa.json"):
        write_wav(tmp_path / name, melody(6.0), RATE)
        Voicing().bring(tmp_path / name, name)
    later = Voicing()
    assert [(each.called, round(each.seconds)) for each in later.samples] == [("granny.wav", 6), ("grandpa.json", 6)]
    assert all(each.path.read_bytes() == (tmp_path / each.called).read_bytes() for each in later.samples)
    later.drop()
    assert Voicing().samples == () and not list(home().glob("recordings/*"))


def test_without_a_key_the_step_is_said_and_strangers_see_none_of_it(browser, service, shelf, monkeypatch):
    monkeypatch.setenv("ELEVENLABS_API_KEY", "")
    monkeypatch.setenv("ELEVENLABS_BASE_URL", "")
    with serving(shelf) as (address, _):
        page = opened(browser, address, stage="settings")
        expect(page.locator("#settings-voices")).to_contain_text("ELEVENLABS_API_KEY")
        expect(page.locator("#settings-voices input")).to_have_count(0)
    with serving(shelf, config=Config(shelf, secret="s", each_own=True)) as (address, _):
        page = opened(browser, address)
        page.get_by_role("button", name="Settings", exact=True).click()
        idle(page)
        expect(page.locator("#settings-voices h2")).to_have_count(0)
        for do in ("voices-search", "voice-take", "voice-file", "voice-drop", "voice-make", "voice-delete-now"):
            page.evaluate("do_ => window.reelwright.send(do_, {id: 'x', values: {}})", do)
            idle(page)
            expect(page.locator(".toast.bad")).to_contain_text("Only the owner")
    assert service.asked == []

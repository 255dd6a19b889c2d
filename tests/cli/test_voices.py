"""Voices of ElevenLabs by the command line, with its real SDK against a pretended server: searched, taken, made, deleted, refused."""

import json

import pytest

from engine.providers import calling
from engine.providers.speech import elevenlabs_voices as shelf
from engine.providers.transcript.sound import write_wav
from tests.fakes.elevenlabs_server import CLONED, ElevenLabsServer, fault, melody
from tests.fakes.voicing import RATE

KEY = "xi-0123456789abcdefghij"


@pytest.fixture
def at(monkeypatch):
    """`at(*replies)` starts a service with nobody's voices but its own."""
    servers = []

    def start(*replies):
        server = ElevenLabsServer(*replies, key=KEY).__enter__()
        servers.append(server)
        monkeypatch.setenv("ELEVENLABS_BASE_URL", server.url)
        return server

    monkeypatch.setenv("ELEVENLABS_API_KEY", KEY)
    monkeypatch.setattr(calling, "FIRST_WAIT", 0.01)
    shelf.forget()
    calling.forget()
    yield start
    shelf.forget()
    for server in servers:
        server.__exit__()


@pytest.fixture
def recording(tmp_path):
    """Twelve seconds of sound."""
    write_wav(tmp_path / "me.wav", melody(12.0), RATE)
    return tmp_path / "me.wav"


def log(terminal):
    return [json.loads(row) for row in (terminal.home / "voices.jsonl").read_text().splitlines()]


def names(terminal, *words):
    return [voice["name"] for voice in terminal.here("voices", "search", *words, "--json").data["voices"]]


def test_voices_are_searched_by_words_and_language_in_the_account_and_the_library(terminal, at):
    at()
    assert names(terminal, "old", "sailor") == ["Old Sailor"] and names(terminal, "--lang", "hi") == ["Meera", "Kahani"]
    assert names(terminal, "premade") == ["Rachel", "Adam", "George"] and len(names(terminal)) == 7
    shown = terminal.here("voices", "search", "sailor").out
    assert "library" in shown and "storms" in shown and "/samples/sailor.mp3" in shown
    assert terminal.here("voices", "search", "tuba").out == "There is none like that.\n"


def test_a_voice_of_the_library_is_taken_under_a_name(terminal, at):
    server = at()
    ref = terminal.here("voices", "search", "sailor", "--json").data["voices"][0]["ref"]
    made = terminal.here("voices", "take", ref, "Captain", "--json").data
    assert made["name"] == "Captain" and server.asked[-1].json["new_name"] == "Captain"
    assert "Captain" in names(terminal, "captain")
    assert "no voice of ElevenLabs" in terminal.here("voices", "take", "no ref!", "X", code=2).sentence


def test_a_voice_is_made_once_it_is_said_whose_it_is_and_that_is_logged(terminal, at, recording):
    server = at()
    assert "--mine" in terminal.here("voices", "clone", "Granny", recording, code=2).sentence and server.asked == []
    made = terminal.here("voices", "clone", "Granny", recording, "--mine", "--json").data
    assert made == {"name": "Granny", "id": CLONED, "unverified": False}
    agreed, done = log(terminal)[-2:]
    assert "owner's leave" in agreed["said"] and agreed["name"] == "Granny" and len(agreed["recordings"][0]) == 64
    assert (done["what"], done["voice"]) == ("made", CLONED) and KEY not in str(log(terminal))
    assert server.asked[0].form["files"] == [recording.read_bytes()] and "Granny" in names(terminal)


def test_a_voice_that_was_made_is_deleted_and_no_other(terminal, at, recording):
    server = at()
    terminal.here("voices", "clone", "Granny", recording, "--mine")
    assert "add --yes" in terminal.here("voices", "delete", "Granny", code=2).sentence and server.cloned
    assert terminal.here("voices", "delete", "Granny", "--yes", "--json").data == {"deleted": "Granny"}
    assert server.cloned == {} and "Granny" not in names(terminal)
    assert "not made by you" in terminal.here("voices", "delete", "Rachel", "--yes", code=2).sentence
    assert "no such voice" in terminal.here("voices", "delete", "Nobody", "--yes", code=2).sentence


def test_recordings_that_cannot_make_a_voice_are_not_sent(terminal, at, tmp_path):
    server = at()
    write_wav(tmp_path / "short.wav", melody(3.0), RATE)
    (tmp_path / "note.mp3").write_bytes(b"this is no sound")
    (tmp_path / "large.wav").write_bytes(bytes(10_000_001))
    faults = {"short.wav": "3 seconds together; give at least 10", "note.mp3": "note.mp3", "large.wav": "10 MB", "gone.wav": "no file gone.wav"}  # fmt: skip
    for name, words in faults.items():
        answer = terminal.here("voices", "clone", "Me", tmp_path / name, "--mine", code=None)
        assert answer.code and words in answer.sentence
    assert server.asked == []


@pytest.mark.parametrize(
    ("status", "code", "words"),
    [
        (401, "can_not_use_instant_voice_cloning", "Your plan at ElevenLabs does not allow this: Upgrade"),
        (400, "voice_limit_reached", "Your plan at ElevenLabs does not allow this: Upgrade"),
        (403, "voice_blocked_detected", "declined this content; change the recording"),
        (400, "voice_sample_too_short", "refused the request (400): Upgrade"),
    ],
)
def test_a_service_that_makes_no_voice_says_why(terminal, at, recording, status, code, words):
    server = at(fault(status, f"Upgrade, {KEY}", code=code))
    said = terminal.here("voices", "clone", "Me", recording, "--mine", code=4).err
    assert words in said and KEY not in said and len(server.asked) == 1
    assert log(terminal)[-1]["what"] == "agreed"


def test_a_wrong_key_and_a_missing_one_are_said(terminal, at, monkeypatch):
    at()
    monkeypatch.setenv("ELEVENLABS_API_KEY", "xi-wrong-wrong-wrong")
    said = terminal.here("voices", "search", "sailor", code=4).err
    assert "does not accept the key in ELEVENLABS_API_KEY" in said and "xi-wrong" not in said
    monkeypatch.setenv("ELEVENLABS_BASE_URL", "")
    monkeypatch.setenv("ELEVENLABS_API_KEY", "")
    assert "ELEVENLABS_API_KEY is not set" in terminal.here("voices", "search", code=4).sentence

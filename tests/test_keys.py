"""Keys of services are kept for their owner alone, are used from then on, and are never told."""

import json
import os
import stat

import pytest

from engine import keys
from engine.errors import ReelwrightError, StoreError, UserError

SECRET = "sk-abcdefghijklmnopqrstuvwxyz0123456789"


@pytest.fixture(autouse=True)
def machine(tmp_path, monkeypatch):
    """A machine of its own, that knows no key."""
    monkeypatch.setenv("REELWRIGHT_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(keys, "_loaded", {})
    return tmp_path / "home"


def test_a_kept_key_is_used_at_once_and_after_a_restart(machine):
    environ = {}
    keys.keep("OPENAI_API_KEY", f"  {SECRET}\n", environ)
    assert environ == {"OPENAI_API_KEY": SECRET} and keys.states(environ)["OPENAI_API_KEY"] == "kept"
    keys._loaded.clear()
    later = {}
    keys.load(later)
    assert later == {"OPENAI_API_KEY": SECRET} and keys.states(later)["OPENAI_API_KEY"] == "kept"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_the_owner_may_read_the_file(machine):
    old = os.umask(0)
    try:
        keys.keep("OPENAI_API_KEY", SECRET, {})
    finally:
        os.umask(old)
    assert stat.S_IMODE((machine / "keys.json").stat().st_mode) == 0o600
    assert not list(machine.glob("*.part"))


def test_what_the_environment_says_wins_and_is_not_ours_to_change(machine):
    keys.keep("OPENAI_API_KEY", SECRET, {})
    keys._loaded.clear()
    environ = {"OPENAI_API_KEY": "sk-of-the-person"}
    keys.load(environ)
    assert environ["OPENAI_API_KEY"] == "sk-of-the-person" and keys.states(environ)["OPENAI_API_KEY"] == "outside"
    with pytest.raises(UserError, match="started this program"):
        keys.keep("OPENAI_API_KEY", SECRET, environ)
    keys.forget("OPENAI_API_KEY", environ)
    assert environ["OPENAI_API_KEY"] == "sk-of-the-person"


def test_a_deleted_key_is_gone_from_the_file_and_from_the_program(machine):
    environ = {}
    keys.keep("OPENAI_API_KEY", SECRET, environ)
    keys.keep("OPENAI_BASE_URL", "http://127.0.0.1:9/v1", environ)
    keys.forget("OPENAI_API_KEY", environ)
    assert environ == {"OPENAI_BASE_URL": "http://127.0.0.1:9/v1"}
    assert json.loads((machine / "keys.json").read_text()) == environ
    assert keys.states(environ)["OPENAI_API_KEY"] == "none"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OPENAI_API_KEY", "  "),
        ("OPENAI_API_KEY", "sk-two words-of-a-secret"),
        ("OPENAI_API_KEY", "sk-secret\nPATH=/tmp"),
        ("OPENAI_API_KEY", "s" * 3000),
        ("OPENAI_API_KEY", "sk-geheimnis-ü"),
        ("OPENAI_BASE_URL", "file:///etc/passwd"),
        ("PATH", "/tmp/secret"),
    ],
)
def test_what_cannot_be_a_key_is_refused_without_saying_it(machine, name, value):
    environ = {}
    with pytest.raises(UserError) as caught:
        keys.keep(name, value, environ)
    assert environ == {} and not (machine / "keys.json").exists()
    assert not value.strip() or value.strip() not in str(caught.value)


def test_a_damaged_file_says_so_without_its_words(machine):
    machine.mkdir()
    (machine / "keys.json").write_text('{"OPENAI_API_KEY": "' + SECRET)
    with pytest.raises(StoreError) as caught:
        keys.load({})
    assert isinstance(caught.value, ReelwrightError) and SECRET not in str(caught.value)
    assert caught.value.__cause__ is None and caught.value.__suppress_context__

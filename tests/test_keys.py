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
    assert json.loads((machine / "keys.json").read_text()) == environ and "OPENAI_API_KEY" not in environ
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


HERE, THERE = "http://127.0.0.1:11434/v1", "https://other.example/v1"
OFFICIAL = "https://api.openai.com/v1"


def test_a_key_is_used_at_the_server_that_it_was_given_for_and_at_no_other(machine):
    environ = {}
    keys.keep("OPENAI_API_KEY", SECRET, environ)
    assert keys.kept_for("OPENAI_API_KEY") == "https://api.openai.com"
    keys.keep("OPENAI_BASE_URL", THERE, environ)
    assert environ == {"OPENAI_BASE_URL": THERE} and keys.states(environ)["OPENAI_API_KEY"] == "elsewhere"
    keys._loaded.clear()
    later = {}
    keys.load(later)
    assert later == {"OPENAI_BASE_URL": THERE} and keys.states(later)["OPENAI_API_KEY"] == "elsewhere"
    keys.forget("OPENAI_BASE_URL", later)
    assert later == {"OPENAI_API_KEY": SECRET} and keys.states(later)["OPENAI_API_KEY"] == "kept"


def test_the_key_of_the_new_server_takes_the_place_of_the_old_one(machine):
    environ = {}
    keys.keep("OPENAI_API_KEY", SECRET, environ)
    keys.keep("OPENAI_BASE_URL", THERE, environ)
    keys.keep("OPENAI_API_KEY", "sk-of-the-other-server", environ)
    assert (
        environ["OPENAI_API_KEY"] == "sk-of-the-other-server"
        and keys.kept_for("OPENAI_API_KEY") == "https://other.example"
    )
    assert SECRET not in (machine / "keys.json").read_text()


def test_an_address_that_was_changed_behind_our_back_gets_no_kept_key(machine):
    environ = {}
    keys.keep("OPENAI_API_KEY", SECRET, environ)
    assert keys.key_for("OPENAI_API_KEY", OFFICIAL, environ) == SECRET
    assert keys.key_for("OPENAI_API_KEY", THERE, environ) == keys.key_for("OPENAI_API_KEY", HERE, environ) == ""


def test_a_key_of_the_environment_is_its_givers_own_affair(machine):
    environ = {"OPENAI_API_KEY": "sk-of-the-person"}
    keys.load(environ)
    assert keys.key_for("OPENAI_API_KEY", THERE, environ) == "sk-of-the-person"


def test_an_address_of_the_environment_counts_too(machine):
    environ = {}
    keys.keep("OPENAI_API_KEY", SECRET, environ)
    keys._loaded.clear()
    other = {"OPENAI_BASE_URL": HERE}
    keys.load(other)
    assert other == {"OPENAI_BASE_URL": HERE} and keys.states(other)["OPENAI_API_KEY"] == "elsewhere"


@pytest.mark.parametrize("address", ["", OFFICIAL, THERE])
def test_a_file_of_an_older_version_is_read_and_its_key_belongs_to_the_address_in_it(machine, address):
    machine.mkdir()
    old = {"OPENAI_API_KEY": SECRET} | ({"OPENAI_BASE_URL": address} if address else {})
    (machine / "keys.json").write_text(json.dumps(old))
    environ = {}
    keys.load(environ)
    assert environ == old and keys.kept_for("OPENAI_API_KEY") == keys.server_of(address or OFFICIAL)
    keys.keep("OPENAI_BASE_URL", HERE, environ)
    assert "OPENAI_API_KEY" not in environ


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://API.openai.com/v1", "https://api.openai.com", True),
        ("https://api.openai.com:443/v1", "https://api.openai.com/v1/", True),
        ("http://api.openai.com/v1", "https://api.openai.com/v1", False),
        ("http://127.0.0.1:1/v1", "http://127.0.0.1:2/v1", False),
        ("https://ann:secret@api.openai.com", "https://api.openai.com", True),
        ("https://api.openai.com.evil.example", "https://api.openai.com", False),
    ],
)
def test_a_server_is_its_scheme_host_and_port(one, other, same):
    assert (keys.server_of(one) == keys.server_of(other)) is same and "secret" not in keys.server_of(one)


@pytest.mark.parametrize("name", ["ANTHROPIC_API_KEY", "ELEVENLABS_API_KEY"])
def test_every_service_has_an_address_that_its_key_is_bound_to(machine, name):
    environ = {}
    keys.keep(name, SECRET, environ)
    keys.keep(keys.NAMES[name].goes_to, THERE, environ)
    assert name not in environ

"""The price table: what a call costs, where its prices apply, and a person's own prices."""

from __future__ import annotations

import pytest
import yaml

from engine.errors import UserError
from engine.providers import prices

OPENAI, ANTHROPIC, ELEVEN = "https://api.openai.com/v1", "https://api.anthropic.com", "https://api.elevenlabs.io"


@pytest.fixture(autouse=True)
def own(tmp_path, monkeypatch):
    """A machine whose owner has no prices yet."""
    monkeypatch.setattr(prices, "home", lambda: tmp_path)
    return tmp_path / "prices.yaml"


@pytest.mark.parametrize(
    ("address", "model", "amounts", "dollars"),
    [
        (OPENAI, "gpt-4.1-mini", {"tokens_in": 1000, "tokens_out": 500}, 0.0012),
        (OPENAI, "gpt-4o-2024-08-06", {"tokens_in": 1_000_000}, 2.5),
        (OPENAI, "gpt-image-2", {"tokens_in": 100, "images_out": 1000}, 0.0305),
        (OPENAI, "whisper-1", {"minutes": 2.5}, 0.015),
        (OPENAI, "tts-1", {"characters": 2000}, 0.03),
        (OPENAI, "omni-moderation-latest", {"calls": 1}, 0.0),
        (ANTHROPIC, "claude-haiku-4-5-20251001", {"tokens_in": 1000, "tokens_out": 1000}, 0.006),
        (ELEVEN, "eleven_multilingual_v2", {"characters": 1000}, 0.1),
        (ELEVEN, "music_v1", {"minutes": 1}, 0.3),
        ("http://127.0.0.1:11434/v1", "gpt-4o", {"tokens_in": 1000}, 0.0),
        ("http://localhost:8000", "llama", {"anything": 3}, 0.0),
        ("https://api.groq.com/openai/v1", "llama", {"tokens_in": 1}, None),
        (OPENAI, "gpt-99", {"tokens_in": 1}, None),
        (OPENAI, "gpt-4o", {"minutes": 1}, None),
    ],
)
def test_a_call_costs_what_the_table_says_at_its_host(address, model, amounts, dollars):
    assert prices.dollars(address, model, **amounts) == dollars


def test_what_has_no_price_is_said():
    assert "llama at api.groq.com" in prices.note("https://api.groq.com/openai/v1", "llama")
    assert prices.note(OPENAI, "gpt-4o") == prices.note("http://127.0.0.1:1", "llama") == ""


def test_a_person_adds_hosts_models_and_hosts_with_the_same_prices(own):
    own.write_text(
        yaml.safe_dump(
            {"hosts": {"api.groq.com": {"llama": {"tokens_in": 0.5}}, "mine.example:8443": "api.openai.com"}}
        )
    )
    assert prices.dollars("https://api.groq.com/openai/v1", "llama", tokens_in=1_000_000) == 0.5
    assert prices.dollars("https://mine.example:8443/v1", "gpt-4o", tokens_in=1_000_000) == 2.5
    assert prices.dollars("https://mine.example/v1", "gpt-4o", tokens_in=1_000_000) is None
    assert prices.dollars(OPENAI, "gpt-4o", tokens_in=1_000_000) == 2.5


@pytest.mark.parametrize("words", ["hosts: [", "just words"])
def test_damaged_prices_are_said_with_their_file(own, words):
    own.write_text(words)
    with pytest.raises(UserError, match=r"prices\.yaml"):
        prices.dollars(OPENAI, "gpt-4o", tokens_in=1)


def test_models_that_think_are_known_by_family():
    assert (
        prices.thinks("gpt-5-mini") and prices.thinks("o3") and prices.thinks("gpt-5.1") and prices.thinks("gpt-6-sol")
    )
    assert not prices.thinks("gpt-4o") and not prices.thinks("o3000-writer")


def test_the_table_has_a_date_and_only_units_that_are_known():
    table = yaml.safe_load(prices._TABLE.read_text())
    units = {*prices._PER_MILLION, "minutes", "seconds", "pictures", "calls", "picture_tokens"}
    assert prices.as_of() == table["as_of"] and len(table["as_of"]) == 7
    assert [m for models in table["hosts"].values() for m, row in models.items() if set(row) - units] == []

"""A writer behind a pretended server, asked through the real SDK."""

import pytest

from engine.providers import openai_chat
from engine.providers.text import openai
from tests.fakes.openai_server import OpenAIServer


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setattr(openai_chat, "_learned", {})
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with OpenAIServer() as running:
        monkeypatch.setenv("OPENAI_BASE_URL", running.url)
        yield running


@pytest.fixture
def writer(server):
    return openai.OpenAIText("teller")

"""An empty home and a registry of one's own for every test of the packs: nothing reaches the network or the real home."""

import os

import pytest

from tests.packs.registry import Registry


@pytest.fixture
def own_home(tmp_path, monkeypatch):
    """A home with nothing in it, and pip and npm that know no registry."""
    for name in [name for name in os.environ if name.upper().startswith(("PIP_", "NPM_CONFIG_", "REELWRIGHT_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("REELWRIGHT_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("NPM_CONFIG_REGISTRY", "http://127.0.0.1:9/nothing")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    return tmp_path / "home"


@pytest.fixture
def registry(own_home, monkeypatch):
    """A registry that pip and npm are set up for."""
    made = Registry()
    with made.serving() as address:
        monkeypatch.delenv("PIP_NO_INDEX")
        monkeypatch.setenv("PIP_INDEX_URL", f"{address}/simple")
        monkeypatch.setenv("NPM_CONFIG_REGISTRY", f"{address}/node")
        yield made

"""A server of the studio over a folder of its own, with a tiny finished film on the shelf of each visitor; and a browser."""

from functools import cache

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import sync_playwright

from studio.config import Config
from studio.server import without_page
from tests.build.films import build, copy_of
from tests.studio.browser import ARGS, CHROMIUM, serving


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """The finished film of two speakers, made once a session."""
    folder = tmp_path_factory.mktemp("made")
    return cache(lambda: build(folder / "talk", "talk"))


@pytest.fixture
def shelf(made, tmp_path):
    """The films' root of a server: one film of the household's."""
    copy_of(made(), tmp_path / "films" / "home" / "the-talk-aaaaaa")
    return tmp_path / "films"


@pytest.fixture
def client(shelf):
    """A browser's requests to a server for one household."""
    with TestClient(without_page(Config(shelf, secret="a secret of tests"))) as client:
        yield client


@pytest.fixture
def desk(client):
    return client.app.state.desk


@pytest.fixture
def film(desk):
    return desk.film("home", "the-talk-aaaaaa")


@pytest.fixture(scope="module")
def browser():
    """A browser for the tests of one file, with a microphone that hums."""
    with sync_playwright() as play:
        found = play.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield found
        found.close()


@pytest.fixture
def studio(shelf):
    """The address and the desk of a server with its page."""
    with serving(shelf) as served:
        yield served


@pytest.fixture
def address(studio):
    return studio[0]

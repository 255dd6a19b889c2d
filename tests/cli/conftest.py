"""A terminal with a home of its own, and a tiny film that is made by it once a session; each test works on a copy."""

import pytest

from tests.cli.terminal import TEXT, TINY, Terminal, copy_of


@pytest.fixture(scope="session")
def terminal(tmp_path_factory):
    """Runs commands; what they learn about this machine's speed stays out of the real home."""
    return Terminal(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="session")
def text(tmp_path_factory):
    """The tiny film's text, as a file."""
    path = tmp_path_factory.mktemp("text") / "boat.txt"
    path.write_text(TEXT)
    return path


@pytest.fixture(scope="session")
def first_make(terminal, text, tmp_path_factory):
    """The folder of the tiny film, and what the command that made it answered."""
    folder = tmp_path_factory.mktemp("films") / "boat"
    return folder, terminal("make", text, "--project", folder, *TINY, "--approve", "all", "--json")


@pytest.fixture
def film(first_make, tmp_path):
    """A copy of the finished tiny film, to do something to."""
    return copy_of(first_make[0], tmp_path / "boat")

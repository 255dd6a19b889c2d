"""Who may reach a server: this computer alone, unless there is a password."""

import pytest

from engine.errors import UserError
from studio.config import config_from


@pytest.fixture
def door(tmp_path):
    file = tmp_path / "password"
    file.write_text("open sesame\n")
    return str(file)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.5"])
def test_this_computer_needs_no_password(tmp_path, host):
    assert config_from(["--projects", str(tmp_path), "--host", host], {}).password == ""


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.4", "::", "studio.example"])
def test_an_address_that_others_can_reach_needs_a_password(tmp_path, host, door):
    with pytest.raises(UserError, match="--password-file"):
        config_from(["--projects", str(tmp_path), "--host", host], {})
    words = ["--projects", str(tmp_path), "--host", host, "--password-file", door]
    assert config_from(words, {}).password == "open sesame"


@pytest.mark.parametrize("text", ["", "short\n", "\nfar too late\n"])
def test_a_poor_password_file_is_refused(tmp_path, text):
    file = tmp_path / "password"
    file.write_text(text)
    with pytest.raises(UserError, match="8 letters"):
        config_from(["--projects", str(tmp_path), "--password-file", str(file)], {})


def test_a_space_gives_every_visitor_films_of_their_own(tmp_path):
    config = config_from([], {"SPACE_ID": "somebody/films", "REELWRIGHT_PROJECTS": str(tmp_path / "data")})
    assert config.each_own and config.host == "0.0.0.0" and config.projects == (tmp_path / "data").resolve()


def test_the_signing_secret_outlives_a_restart_and_is_not_readable_by_others(tmp_path):
    first, second = (config_from(["--projects", str(tmp_path)], {}) for _ in range(2))
    assert first.secret == second.secret and len(first.secret) > 30
    assert (tmp_path / ".secret").stat().st_mode & 0o077 == 0

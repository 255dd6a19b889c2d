"""Files whose address a service gave: what may be fetched from where, and what is never fetched. Real servers, real sockets."""

import pytest

from engine.errors import BadOutput, Unavailable
from engine.providers.fetching import Limits, Source, fetch, is_inside
from tests.fakes.http_server import HttpServer, Reply

INSIDE = Limits(1000, silence=5.0, inside=True)
OUTSIDE = Limits(1000, silence=5.0)
HEADERS = {"authorization": "Bearer secret"}


def moved(to):
    return Reply(status=302, headers={"location": to})


def brought(url, target, limits=INSIDE, owns=lambda url: False):
    fetch(Source(url, "http:test", HEADERS, owns), target, limits)
    return target.read_bytes()


def test_a_file_comes_as_it_is(tmp_path):
    with HttpServer(Reply(b"x" * 999, media="image/png")) as server:
        assert brought(f"{server.url}/a", tmp_path / "a") == b"x" * 999
        assert "authorization" not in server.asked[0].headers


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.org/a",
        "gopher://127.0.0.1/1",
        "data:image/png;base64,AAAA",
        "/etc/passwd",
        "http://",
        "http://x:port/",
    ],
)
def test_what_is_no_address_on_the_web_is_not_opened(tmp_path, url):
    with pytest.raises(BadOutput, match="no address on the web"):
        brought(url, tmp_path / "a")
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "10.1.2.3", "192.168.0.1", "169.254.169.254", "100.64.0.1", "[::ffff:127.0.0.1]",
     "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[fd00::1]", "2130706433", "0x7f.1"],
)  # fmt: skip
def test_an_address_inside_this_network_is_not_for_a_service_outside_it(tmp_path, host):
    with pytest.raises((BadOutput, Unavailable), match=r"inside this network|cannot be found"):
        brought(f"http://{host}:9/secret", tmp_path / "a", OUTSIDE)


def test_nobody_inside_is_even_asked(tmp_path):
    with HttpServer(Reply(b"secret")) as server:
        with pytest.raises(BadOutput, match="inside this network"):
            brought(f"{server.url}/a", tmp_path / "a", OUTSIDE)
        assert server.served == []


def test_a_file_that_moved_is_followed_with_the_key_only_at_home(tmp_path):
    with HttpServer(Reply(b"here")) as far, HttpServer(moved(f"{far.url}/b")) as near:
        assert brought(f"{near.url}/a", tmp_path / "a", owns=lambda url: url.startswith(near.url)) == b"here"
        assert near.asked[0].headers["authorization"] == "Bearer secret"
        assert "authorization" not in far.asked[0].headers


@pytest.mark.parametrize("to", ["file:///etc/passwd", "ftp://127.0.0.1/a"])
def test_a_file_does_not_move_off_the_web(tmp_path, to):
    with HttpServer(moved(to)) as server, pytest.raises(BadOutput, match="no address on the web"):
        brought(f"{server.url}/a", tmp_path / "a")


def test_a_file_that_moves_on_and_on_is_left(tmp_path):
    with HttpServer(moved("/again")) as server:
        with pytest.raises(BadOutput, match="moved on too often"):
            brought(f"{server.url}/a", tmp_path / "a")
        assert len(server.asked) == 4


@pytest.mark.parametrize(
    "reply", [Reply(b"x" * 1001), Reply(parts=(b"x" * 600, b"x" * 600))], ids=["said before", "not said"]
)
def test_a_file_that_is_too_large_is_not_taken(tmp_path, reply):
    with HttpServer(reply) as server, pytest.raises(BadOutput, match="more than"):
        brought(f"{server.url}/a", tmp_path / "a")


@pytest.mark.parametrize(
    ("reply", "kind", "said"),
    [
        (Reply(status=404), BadOutput, "is gone"),
        (Reply(status=403), BadOutput, "not given out"),
        (Reply(status=503), Unavailable, "503"),
        (Reply(b"x" * 500, cut=100), Unavailable, "broke off|cut short"),
        (Reply(raw=b"what\r\n\r\n"), Unavailable, "broke off"),
    ],
)
def test_a_file_that_does_not_come_says_so(tmp_path, reply, kind, said):
    with HttpServer(reply) as server, pytest.raises(kind, match=said):
        brought(f"{server.url}/a?ticket=secret", tmp_path / "a")


def test_tickets_and_passwords_are_not_told():
    with pytest.raises(BadOutput) as caught:
        fetch(Source("ftp://me:password@host/a?ticket=secret", "http:test"), None, INSIDE)
    assert "password" not in str(caught.value) and "secret" not in str(caught.value)


def test_the_inside_is_known():
    assert is_inside("localhost") and is_inside("127.0.0.1") and not is_inside("8.8.8.8")

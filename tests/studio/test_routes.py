"""Over HTTP: media by id with ranges, whose film it is, the door, and the headers of every answer."""

import io
import threading
import urllib.parse

import pytest
from fastapi.testclient import TestClient
from PIL import Image

from engine.types import Key
from studio.config import Config
from studio.server import without_page
from studio.visitors import COOKIE
from tests.build.films import copy_of

FILM = "the-talk-aaaaaa"


def blobs(film):
    """The hashes of a picture, a clip and a voice."""
    view = film.snapshot().view
    clip = view.content(Key("clip", "s01"))
    return {
        "picture": clip.keyframe.pictures[0].image.sha256,
        "clip": clip.proxy.sha256,
        "voice": view.content(Key("voice", "l01")).audio.sha256,
        "film": view.content(Key("cut", "320x180")).film.sha256,
    }


@pytest.mark.parametrize(
    ("what", "kind"), [("picture", "image/png"), ("clip", "video/mp4"), ("voice", "audio/wav"), ("film", "video/mp4")]
)
def test_media_come_by_hash_and_in_ranges(client, film, what, kind):
    sha = blobs(film)[what]
    whole = client.get(f"/media/{FILM}/{sha}")
    assert whole.status_code == 200 and whole.headers["content-type"] == kind
    part = client.get(f"/media/{FILM}/{sha}", headers={"Range": "bytes=100-199"})
    assert part.status_code == 206 and part.content == whole.content[100:200]
    assert "immutable" in whole.headers["cache-control"] and "private" in whole.headers["cache-control"]


@pytest.mark.parametrize("what", ["picture", "clip"])
@pytest.mark.parametrize("width", [160, 320])
def test_boards_show_thumbnails_and_no_originals(client, film, what, width):
    answer = client.get(f"/thumb/{FILM}/{blobs(film)[what]}?w={width}")
    assert answer.headers["content-type"] == "image/webp"
    assert Image.open(io.BytesIO(answer.content)).width <= width and len(answer.content) < 20_000


def test_thumbnails_come_in_a_few_widths_only(client, film):
    assert client.get(f"/thumb/{FILM}/{blobs(film)['picture']}?w=321").status_code == 400
    assert client.get(f"/thumb/{FILM}/{blobs(film)['voice']}?w=320").status_code == 500


@pytest.mark.parametrize(
    "sha", ["0" * 64, "short", urllib.parse.quote("../../lock", safe=""), "..%2f..%2f..%2fetc%2fpasswd", "A" * 64]
)
def test_what_is_not_a_piece_of_this_film_is_not_there(client, film, sha):
    assert client.get(f"/media/{FILM}/{sha}").status_code == 404


def test_the_pulse_tells_that_something_changed(client, film):
    first = client.get(f"/pulse/{FILM}").json()
    film.project.edit("script:l01", field="text", value="Who put out the lamp?")
    second = client.get(f"/pulse/{FILM}").json()
    assert first["boot"] == second["boot"] and first["v"] != second["v"] and second["busy"] is None


def test_every_answer_carries_the_security_headers(client, film):
    for path in ("/health", f"/pulse/{FILM}", "/media/none/none", "/door"):
        headers = client.get(path).headers
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer"
        assert headers["x-frame-options"] == "DENY"


def test_health_tells_the_version_and_the_packs(client):
    found = client.get("/health").json()
    assert found["status"] == "ok" and found["packs"]["voice-kokoro"] is True


def test_a_whole_film_is_downloaded_as_one_file(client, film):
    answer = client.get(f"/export/{FILM}/project")
    assert answer.content[:2] == b"PK" and "The%20Talk" in answer.headers["content-disposition"]
    assert client.get(f"/export/{FILM}/exe").status_code == 400


@pytest.fixture
def two(made, tmp_path):
    """A server where every visitor has films of their own, and two visitors with one film each."""
    app = without_page(Config(tmp_path / "films", secret="another secret", each_own=True))
    with TestClient(app) as server:
        people = []
        for _ in range(2):
            name, cookie = app.state.visitors.new_cookie()
            id = f"film-{name[-6:]}"
            copy_of(made(), tmp_path / "films" / name / id)
            people.append((id, {"Cookie": f"{COOKIE}={cookie}"}, app.state.desk.film(name, id)))
        yield server, people


def test_a_visitor_reaches_their_own_film_only(two):
    server, ((mine, my, film), (theirs, _, _)) = two
    sha = blobs(film)
    routes = [f"/media/{{}}/{sha['voice']}", f"/thumb/{{}}/{sha['picture']}", "/pulse/{}", "/export/{}/project"]
    for route in routes:
        assert server.get(route.format(mine), headers=my).status_code == 200
        assert server.get(route.format(theirs), headers=my).status_code == 404
        assert server.get(route.format(mine)).status_code == 404
        assert server.get(route.format(mine), headers={"Cookie": f"{COOKIE}=forged.cookie"}).status_code == 404


def test_nothing_but_the_door_is_open_without_the_password(shelf):
    with TestClient(without_page(Config(shelf, secret="x" * 20, password="open sesame"))) as server:
        assert server.get(f"/pulse/{FILM}").status_code == 401
        assert server.get("/", follow_redirects=False).headers["location"] == "/door"
        assert server.post("/door", data={"password": "wrong one"}).status_code == 401
        assert server.get(f"/pulse/{FILM}").status_code == 401
        assert server.post("/door", data={"password": "open sesame"}, follow_redirects=False).status_code == 303
        assert server.get(f"/pulse/{FILM}").status_code == 200
        assert server.get("/health").status_code == 200


def test_many_people_read_and_write_one_film_at_once(client, film):
    """Ten threads edit lines and read the board while the film is being made: every edit is kept, nothing breaks."""
    film.project.edit("brief", field="look", value="ink")
    ask = film.ask("make", "cut", approve="all")
    errors = []

    def person(number):
        try:
            for turn in range(5):
                film.project.edit(f"script:l0{number % 3 + 1}", field="text", value=f"Words of {number}, turn {turn}.")
                assert client.get(f"/pulse/{FILM}").status_code == 200
                assert film.snapshot().board
        except Exception as error:
            errors.append(error)

    people = [threading.Thread(target=person, args=(number,)) for number in range(10)]
    for one in people:
        one.start()
    for one in people:
        one.join()
    assert errors == []
    texts = {take.content["text"] for n in (1, 2, 3) for take in film.project.takes(f"script:l0{n}")}
    assert {f"Words of {n}, turn {t}." for n in range(10) for t in range(5)} <= texts
    film.cancel(ask.id)
    assert film.project.verify() == []

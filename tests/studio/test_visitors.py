"""Two visitors of one server: by no route and by no event of the page does one see, hear, download or change what is the other's.

The list of routes is the app's own: a route that is new fails here until it is said what it gives to whom.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from fastapi.testclient import TestClient

from engine.types import Key
from studio import actions
from studio.config import Config
from studio.desk import Film
from studio.gate import closed
from studio.inbox import FOLDER, OWN
from studio.pieces import TABS
from studio.server import application
from studio.tabs import clips, cut, keyframes, project, script, settings, shotlist, stage, start, subtitles, voice
from studio.visitors import COOKIE, FRAMED
from tests.build.films import copy_of
from tests.studio.events import Events

SECRET = "quetzal"
"""A word of the first visitor's film that is in nothing else."""

OF_A_FILM = {
    "/media/{id}/{sha}": "/media/{film}/{voice}",
    "/thumb/{id}/{sha}": "/thumb/{film}/{picture}?w=160",
    "/peaks/{id}/{sha}": "/peaks/{film}/{voice}",
    "/pulse/{id}": "/pulse/{film}",
    "/export/{id}/{kind}": "/export/{film}/vtt",
    "/say/{id}": "/say/{film}?words=lamp",
    "/preview/{id}/frame": "/preview/{film}/frame?at=1&w=160",
    "/preview/{id}/film": "/preview/{film}/film",
}
"""Routes that hand out what belongs to a film, with an address of each that its owner gets an answer from."""

FOR_ALL = {"/", "/health", "/favicon.ico", "/door", "/assets", "/packs", "/voice/{name:path}", "/bed/{name}"}
"""Routes that tell nothing of anybody: how the server is, the page's own files, voices and beds that come with it."""

EVENTS = {
    "start": {*start.ACTIONS, *start.CARDS},
    "project": {*actions.ACTIONS, *project.TAB.actions},
    "script": {*actions.ACTIONS, *script.ACTIONS},
    "voice": {*actions.ACTIONS, *voice.TAB.actions},
    "subtitles": {*actions.ACTIONS, *subtitles.OWN},
    "shotlist": {*actions.ACTIONS, *shotlist.ACTIONS},
    "keyframe": {*actions.ACTIONS, *keyframes.TAB.actions},
    "clip": {*actions.ACTIONS, *clips.TAB.actions},
    "cut": {*actions.ACTIONS, *cut.OWN},
    "settings": {*actions.ACTIONS, *settings.OWN},
}
"""What a page may ask for, by tab."""


@dataclass
class Visitor:
    """Somebody with one film: their name, their cookie, their film's id."""

    name: str
    cookie: dict[str, str]
    id: str
    film: Film

    def blobs(self) -> dict[str, str]:
        """Hashes of their film's pieces, and its id."""
        view = self.film.snapshot().view
        clip = view.content(Key("clip", "s01"))
        voiced = view.content(Key("voice", "l01")).audio.sha256
        return {"film": self.id, "voice": voiced, "picture": clip.keyframe.pictures[0].image.sha256}


@pytest.fixture(scope="module")
def server(made, tmp_path_factory):
    """The whole app, page and all, on which every visitor has films of their own."""
    folder = tmp_path_factory.mktemp("two") / "films"
    app = application(Config(folder, secret="a secret of two", each_own=True))
    with TestClient(app, raise_server_exceptions=False) as client:
        client.folder = folder
        yield client


@pytest.fixture(scope="module")
def owner(server, made):
    """The first visitor; a word of their film is in nothing else."""
    found = visitor(server, made())
    found.film.project.edit("script:l01", field="text", value=f"Who left the {SECRET} lamp dark?")
    found.film.project.edit("brief", field="title", value=f"The {SECRET}")
    return found


@pytest.fixture(scope="module")
def stranger(server, made):
    """The second."""
    return visitor(server, made())


def visitor(server, film):
    desk, (name, cookie) = server.app.state.desk, server.app.state.visitors.new_cookie()
    id = f"film-{name[-6:]}"
    copy_of(film, server.folder / name / id)
    return Visitor(name, {"Cookie": f"{COOKIE}={cookie}"}, id, desk.film(name, id))


def routes(found, before=""):
    """Every route of an app and of what is mounted or included in it: methods and path."""
    for route in found:
        inner, app = getattr(route, "original_router", None), getattr(route, "app", None)
        if inner is not None:
            yield from routes(inner.routes, before)
        elif not hasattr(route, "methods") and getattr(app, "routes", None):
            yield from routes(app.routes, before + route.path)
        else:
            for method in getattr(route, "methods", None) or {"GET"}:
                yield method, before + route.path


def test_it_is_said_of_every_route_what_it_gives_to_whom(server):
    known = {*OF_A_FILM, *FOR_ALL, "/upload"}
    new = {
        (method, path)
        for method, path in routes(server.app.routes)
        if path not in known and not closed(method, path) and path not in PAGE_PARTS
    }
    assert new == set() and {*OF_A_FILM, *FOR_ALL} <= {path for _, path in routes(server.app.routes)}


PAGE_PARTS = {
    "/studio/", "/studio/config", "/studio/theme.css", "/studio/gradio_api/theme.css", "/studio/favicon.ico", "/studio/manifest.json",
    "/studio/gradio_api/app_id", "/studio/gradio_api/run/{api_name}", "/studio/assets/{path:path}", "/studio/static/{path:path}",
    "/studio/svelte/{path:path}",
}  # fmt: skip
"""The page itself, the same for everybody; `run` calls its events, each of which is tried below."""


@pytest.mark.parametrize("route", OF_A_FILM)
def test_a_route_of_a_film_answers_its_owner_alone(server, owner, stranger, route):
    address = OF_A_FILM[route].format(**owner.blobs())
    assert server.get(address, headers=owner.cookie).status_code == 200
    for headers in (stranger.cookie, {}, {"Cookie": f"{COOKIE}=forged.cookie"}, {"Cookie": f"{COOKIE}={owner.name}"}):
        refused = server.get(address, headers=headers)
        assert refused.status_code == 404 and SECRET not in refused.text


def test_a_piece_is_not_had_through_another_film(server, owner, stranger, tmp_path):
    (tmp_path / "own.srt").write_bytes(b"only here")
    own = owner.film.project.store.blobs.keep(tmp_path / "own.srt", "application/x-subrip")
    assert server.get(f"/media/{owner.id}/{own.sha256}", headers=owner.cookie).content == b"only here"
    assert server.get(f"/media/{stranger.id}/{own.sha256}", headers=stranger.cookie).status_code == 404


def event(server, who, tab, do, **data):
    """An event of the page, sent by a visitor."""
    return Events(server, who.cookie).send(tab, do, **data)


def test_every_tab_has_its_events_named_here(server):
    assert Events(server).tabs == set(EVENTS)
    assert set(EVENTS) == {"start", "settings", *TABS} and set(stage.TABS) <= set(EVENTS)


@pytest.mark.parametrize("tab", EVENTS)
def test_no_event_of_the_page_reaches_another_visitors_film(server, owner, stranger, tab):
    """Each verb with the other's film, and with the other's ids wherever a verb takes one."""
    events = Events(server, stranger.cookie)
    before, films = owner.film.version, server.app.state.desk.library.films(owner.name)
    for do in sorted(EVENTS[tab] | {"open", "choose", "refresh"}):
        for id in (owner.id, "1", "s01"):
            more = {
                "id": id,
                "unit": "l01",
                "piece": "script:l01",
                "field": "text",
                "value": "mine now",
                "take": 1,
                "at": 2,
                "by": 1,
            }
            values = {"title": "mine now", "text": "", "note": "mine", "music": "none", "transition": "fade", "key": ""}
            answer = events.send(tab, do, film=owner.id, values=values, **more)
            assert answer.status == 200 and SECRET not in answer.text, (do, id)
    assert owner.film.version == before
    assert [film.id for film in server.app.state.desk.library.films(owner.name)] == [film.id for film in films]


@pytest.mark.parametrize("tab", EVENTS)
def test_an_event_without_a_name_is_nobodys(server, owner, tab):
    nobody = Visitor("", {}, "", owner.film)
    answer = event(server, nobody, tab, "open", film=owner.id)
    assert answer.status == 200 and SECRET not in answer.text


def test_an_owners_event_does_reach_their_film(server, owner):
    assert SECRET in event(server, owner, "script", "open", film=owner.id, unit="l01").text


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/studio/gradio_api/queue/join"), ("GET", "/studio/gradio_api/queue/data?session_hash=x"), ("POST", "/studio/gradio_api/upload"),
        ("POST", "/studio/gradio_api/call/handle"), ("POST", "/studio/gradio_api/api/handle"), ("GET", "/studio/gradio_api/file=/etc/passwd"),
        ("GET", "/studio/gradio_api/info"), ("POST", "/studio/gradio_api/run/handle"), ("POST", "/studio/gradio_api/run/predict/"),
        ("GET", "/studio/monitoring"), ("POST", "/studio//gradio_api/queue/join"), ("PUT", "/studio/gradio_api/run/predict"),
        ("POST", "/studio/gradio_api/component_server"), ("GET", "/studio/gradio_api/proxy=http://127.0.0.1/"),
    ],
)  # fmt: skip
def test_of_the_page_librarys_own_routes_only_those_that_the_page_needs_are_open(server, owner, method, path):
    assert server.request(method, path, headers=owner.cookie).status_code == 404


def test_a_file_that_somebody_sent_is_taken_in_by_nobody_else(server, owner, stranger):
    sent = server.post("/upload?name=../../me.WAV", content=b"RIFF", headers=owner.cookie | {OWN: "page"})
    name = sent.json()["file"]
    kept = server.folder / owner.name / FOLDER / name
    assert kept.read_bytes() == b"RIFF" and kept.stat().st_mode & 0o077 == 0 and name.endswith(".wav")
    for tab, do in (
        ("voice", "adopt"),
        ("cut", "bring-music"),
        ("keyframe", "adopt-picture"),
        ("subtitles", "bring-captions"),
        ("start", "import"),
    ):
        for file in (name, f"../../{owner.name}/{FOLDER}/{name}", str(kept)):
            answer = event(server, stranger, tab, do, film=stranger.id, unit="l01", id="l01", file=file)
            assert "did not arrive" in answer.text, (do, file)
    assert kept.exists()
    assert server.post("/upload?name=me.wav", content=b"x", headers={OWN: "page"}).status_code == 404
    assert server.post("/upload?name=me.wav", content=b"x", headers=owner.cookie).status_code == 403


@pytest.mark.parametrize("writer", ["gguf:{file}", "transformers:{folder}", "gguf:writer-qwen-0.5b", "openai"])
def test_a_page_names_no_writer_that_it_was_not_offered(server, stranger, tmp_path, monkeypatch, writer):
    """Neither a file of the server, nor a small model that only proposes words, nor a service without its key."""
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    (tmp_path / "own.gguf").write_bytes(b"GGUF")
    before = server.app.state.desk.library.films(stranger.name)
    named = writer.format(file=tmp_path / "own.gguf", folder=tmp_path)
    answer = event(server, stranger, "start", "write-with", id=named, values={"text": "A clock that is always late"})
    assert "This writer is not here any more" in answer.error
    assert server.app.state.desk.library.films(stranger.name) == before


def test_a_new_visitor_gets_a_name_with_the_page_and_two_cookies_behind_tls(server):
    plain = server.get("/studio/", headers={"Cookie": ""})
    assert plain.status_code == 200 and f"{COOKIE}=" in plain.headers["set-cookie"]
    framed = server.get("/studio/", headers={"Cookie": "", "X-Forwarded-Proto": "https"}).headers.get_list("set-cookie")
    assert ["Partitioned" in each for each in framed] == [False, True] and all("HttpOnly" in each for each in framed)
    value = framed[1].split(";")[0].partition("=")[2]
    names = {server.app.state.visitors.name_of(_Asking({name: value})) for name in (COOKIE, COOKIE + FRAMED)}
    assert len(names) == 1 and names != {None}


@dataclass
class _Asking:
    cookies: dict[str, str]

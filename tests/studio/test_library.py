"""Films by id: listed, copied, thrown away and brought back, carried as one file; and nobody reaches another's."""

import zipfile

import pytest

from engine.errors import UserError
from engine.project import open_project
from studio.library import Library, NotYours

FILM = "the-talk-aaaaaa"


@pytest.fixture
def library(shelf):
    return Library(shelf)


@pytest.mark.parametrize(
    "id",
    ["", ".", "..", "../home/the-talk-aaaaaa", "the-talk-aaaaaa/..", "THE-TALK", "a" * 80, "/etc", "x\x00", None, 7],
)
def test_only_an_id_of_an_own_film_opens_a_folder(library, id):
    with pytest.raises(NotYours):
        library.folder("home", id)
    with pytest.raises(NotYours):
        library.folder("v-somebody-else", FILM)
    assert library.folder("home", FILM).name == FILM


@pytest.mark.parametrize("visitor", ["", "..", "a/b", ".trash", "home/.."])
def test_a_visitors_name_is_never_a_path(library, visitor):
    with pytest.raises(NotYours):
        library.films(visitor)


def test_a_link_that_leads_elsewhere_is_no_film(library, shelf, tmp_path):
    (shelf / "v-other").mkdir()
    (shelf / "v-other" / "mine-bbbbbb").symlink_to(shelf / "home" / FILM, target_is_directory=True)
    with pytest.raises(NotYours):
        library.folder("v-other", "mine-bbbbbb")


def test_a_deleted_film_comes_back(library):
    library.delete("home", FILM)
    assert library.films("home") == []
    with pytest.raises(NotYours):
        library.folder("home", FILM)
    library.restore("home", FILM)
    assert [film.id for film in library.films("home")] == [FILM]


def test_a_copy_is_a_film_of_its_own(library):
    copy = library.duplicate("home", FILM)
    with open_project(library.folder("home", copy)) as film:
        film.edit("script:l01", field="text", value="Who put it out?")
        assert film.verify() == []
    with open_project(library.folder("home", FILM), write=False) as film:
        assert film.status("script:l01").take == 1


def test_a_film_travels_as_one_file(library, tmp_path):
    library.pack("home", FILM, tmp_path / "talk.zip")
    assert not any(
        name.startswith(("cache/", "lock", "tmp/")) for name in zipfile.ZipFile(tmp_path / "talk.zip").namelist()
    )
    arrived = library.unpack("v-friend", tmp_path / "talk.zip")
    with open_project(library.folder("v-friend", arrived)) as film:
        assert film.verify() == [] and film.plan() == [] and film.film() is not None


@pytest.mark.parametrize("name", ["../../evil", "/etc/evil", "a/../../evil", "C:evil"])
def test_a_file_that_leads_out_of_its_folder_is_refused(library, shelf, tmp_path, name):
    with zipfile.ZipFile(tmp_path / "evil.zip", "w") as packed:
        packed.writestr("reelwright.json", '{"format": 1}')
        packed.writestr(name, "boo")
    with pytest.raises(UserError, match="lead out"):
        library.unpack("home", tmp_path / "evil.zip")
    assert [film.id for film in library.films("home")] == [FILM]


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04 cut short"])
def test_another_file_is_refused_with_a_sentence(library, shelf, tmp_path, content):
    (tmp_path / "other.zip").write_bytes(content)
    with pytest.raises(UserError, match=r"cannot be opened|not a film"):
        library.unpack("home", tmp_path / "other.zip")
    assert sorted(path.name for path in (shelf / "home").iterdir()) == [FILM]

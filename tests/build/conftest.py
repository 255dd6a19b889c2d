"""The finished films of this folder, made once a session; each test works on a copy. Makers of their own, a home of their own."""

from functools import cache

import pytest

from engine.home import home
from engine.providers.registry import PROVIDERS
from tests.build.films import build, copy_of
from tests.build.makers import MAKERS


@pytest.fixture(scope="package", autouse=True)
def studio(tmp_path_factory):
    """The makers of these tests are there; what is learned about this machine's speed stays out of the real home."""
    own = tmp_path_factory.mktemp("home")
    (home() / "packs").mkdir(exist_ok=True)
    (own / "packs").symlink_to(home() / "packs", target_is_directory=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REELWRIGHT_HOME", str(own))
        for kind, makers in MAKERS.items():
            for name, place in makers.items():
                patch.setitem(PROVIDERS[kind], name, place)
        yield


@pytest.fixture(scope="package")
def finished(studio, tmp_path_factory):
    """A finished film by its name."""
    folder = tmp_path_factory.mktemp("films")
    return cache(lambda name: build(folder / name, name))


@pytest.fixture
def lamp(finished, tmp_path):
    """A copy of the finished story, to do something to."""
    return copy_of(finished("lamp"), tmp_path / "lamp")


@pytest.fixture
def talk(finished, tmp_path):
    """A copy of the finished script of two speakers."""
    return copy_of(finished("talk"), tmp_path / "talk")

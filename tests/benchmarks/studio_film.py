"""A film of sixty shots for the benchmark of the page, made at once: voices are hummed and pictures are patterns.

Example: `python -m tests.benchmarks.studio_film FOLDER` makes it; `python -m tests.benchmarks.studio_film FOLDER --serve PORT`
serves it, with the makers that it was made by.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from engine import looking
from engine.artifacts import Brief
from engine.project import Project, create_project, open_project
from engine.providers.registry import PROVIDERS
from tests.benchmarks.measure import ROOT
from tests.build.films import run
from tests.build.makers import MAKERS

FILM = "sixty-shots-aaaaaa"
SHOTS = 60
SIZE = "640x360"
SETTINGS = {"music": "none", "speech": "hum", "image": "signs"}


def own_makers() -> None:
    """Have the quick makers of the tests beside those that every machine has."""
    for kind, makers in MAKERS.items():
        PROVIDERS[kind].update(makers)


def text(repeats: int) -> str:
    """The sample story, told several times over."""
    story = (ROOT / "samples" / "paper_boat.txt").read_text(encoding="utf-8").strip()
    return "\n\n".join([story] * repeats)


def made(films: Path) -> Path:
    """The film below a folder of films, with at least sixty shots; made up to its clips, where it is not there yet."""
    folder = films / "home" / FILM
    if not folder.is_dir():
        _make(folder)
    with open_project(folder, write=False) as film:
        for take in film.view().chosen.values():  # as the studio does when it makes them
            looking.prepared(folder, take.content, film.store.blobs.path)
    return folder


def _make(folder: Path) -> None:
    own_makers()
    brief = Brief(text=text(7), mode="story", title="Sixty shots", sizes=(SIZE,))
    with create_project(folder, brief, SETTINGS) as film:
        outcome = run(film, target="clip")
        assert not outcome["failed"] and shots(film) >= SHOTS, (outcome["failed"], shots(film))
        run(film, target="cut")


def shots(film: Project) -> int:
    """How many shots a film has."""
    order = film.view().chosen.get("shotlist:order")
    return len(order.content["shots"]) if order else 0


def serve(films: Path, port: int) -> None:
    """The studio over the folder, in this process."""
    from studio.config import Config
    from studio.server import serve as start

    own_makers()
    start(Config(films, port=port, secret="a secret of benchmarks"))


def main() -> int:
    """Make it, or serve it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--serve", type=int, metavar="PORT")
    asked = parser.parse_args()
    if asked.serve:
        serve(asked.folder, asked.serve)
        return 0
    with open_project(made(asked.folder), write=False) as film:
        print(f"{shots(film)} shots")
    return 0


if __name__ == "__main__":
    sys.exit(main())

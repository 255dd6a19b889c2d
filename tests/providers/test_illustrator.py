"""The illustrator as a picture maker: a picture of the size, honest lists, the same bytes everywhere, never a crash."""

from __future__ import annotations

import hashlib
import subprocess
import sys

import cv2
import pytest

from engine.errors import UserError
from engine.illustrate import Scene, compose
from engine.providers.image.illustrator import Illustrator
from engine.providers.registry import ready_provider
from tests.illustrate.requests import MARTA, request

pytestmark = pytest.mark.models

_AGAIN = """
import hashlib, sys
from pathlib import Path
from engine.providers.image.illustrator import Illustrator
from tests.illustrate.requests import MARTA, request
made = Illustrator().draw(request("Marta sits by the river with a red umbrella", entries={"marta": MARTA}), Path(sys.argv[1]))
print(hashlib.sha256(made.path.read_bytes()).hexdigest())
"""


def test_it_is_ready_and_registered():
    assert ready_provider("image", "illustrator").name == "illustrator"


@pytest.mark.parametrize("size", ["640x360", "360x640", "480x480"])
def test_a_picture_of_the_size_with_what_it_shows(tmp_path, size):
    made = Illustrator().draw(request("Marta reads a letter at night", entries={"marta": MARTA}, size=size), tmp_path)
    width, height = (int(side) for side in size.split("x"))
    picture = cv2.imread(str(made.path))
    assert picture.shape == (height, width, 3)
    assert picture.std() > 15
    assert {"Marta", "letter"} <= set(made.shows)
    assert made.focus is not None and all(0 <= share <= 1 for share in made.focus)


def test_the_scene_is_kept_as_data_and_draws_the_same_picture(tmp_path):
    made = Illustrator().draw(request("A dog sits by the house"), tmp_path)
    again = compose(Scene.model_validate(made.scene), "paper", 640, 360).picture()
    assert (cv2.imread(str(made.path))[:, :, ::-1] == again).all()


def test_two_processes_make_the_same_bytes(tmp_path):
    asked = request("Marta sits by the river with a red umbrella", entries={"marta": MARTA})
    here = hashlib.sha256(Illustrator().draw(asked, tmp_path).path.read_bytes()).hexdigest()
    (tmp_path / "other").mkdir()
    there = subprocess.run(
        [sys.executable, "-c", _AGAIN, str(tmp_path / "other")], capture_output=True, text=True, check=True
    )
    assert there.stdout.strip() == here


@pytest.mark.parametrize(
    ("text", "language"),
    [("", "en"), ("Die Hoffnung stirbt zuletzt", "de"), ("これは紙の舟です", "ja"), ("रात में मीरा चाँद देखती है", "hi"),
     ("Justice outweighs mercy.", "en"), (", ".join(["a teapot"] * 40), "en"), ("x" * 3000, "en")],
)  # fmt: skip
def test_any_words_in_any_language_make_a_picture(tmp_path, text, language):
    made = Illustrator().draw(request(text, language=language, size="320x180"), tmp_path)
    assert cv2.imread(str(made.path)).shape == (180, 320, 3)


def test_what_is_missing_is_said(tmp_path):
    made = Illustrator().draw(request("Der Hund schläft unter dem Tisch", language="de", size="320x180"), tmp_path)
    assert made.missing and not made.shows


def test_a_size_that_cannot_be_drawn_is_refused_in_words(tmp_path):
    with pytest.raises(UserError, match="even numbers"):
        Illustrator().draw(request("A dog", size="31x33"), tmp_path)

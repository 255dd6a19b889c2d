"""Drawing a large picture takes memory for a few sheets and for no float planes of the whole; each in a process of its own."""

from __future__ import annotations

import ctypes
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from engine import memory
from engine.illustrate import Scene
from tests.illustrate.scenes import EVERY

ROOT = Path(__file__).parents[2]
SIZE = (2304, 1296)
"""A keyframe of a film of 1920x1080."""
WHOLE = (2304 + 240) * (1296 + 240) * 4
"""Bytes of one sheet of it, with its margin."""
GROWTH = """
import resource, sys
from engine.illustrate import Scene
from engine.illustrate.compose import painted

def most():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)

scene, look = Scene.model_validate_json(sys.stdin.read()), sys.argv[1]
painted(scene, look, 128, 72)
before = most()
painted(scene, look, int(sys.argv[2]), int(sys.argv[3]))
print(most() - before)
"""
MOST = 16
"""Sheets that a picture may take, with a wide margin: what is drawn at once, what is finished, and the tiles of noise."""
SOAKED = EVERY[0].model_copy(update={"weather": "rain"})


def growth(scene: Scene, look: str) -> int:
    """Bytes by which one large picture enlarges a process that has drawn a small one."""
    sides = [str(side) for side in SIZE]
    done = subprocess.run(
        [sys.executable, "-c", GROWTH, look, *sides], input=scene.model_dump_json(), capture_output=True, text=True,
        check=True, cwd=ROOT,
    )  # fmt: skip
    return int(done.stdout)


@pytest.mark.parametrize("scene, look", [(SOAKED, "paper"), (EVERY[1], "ink"), (EVERY[2], "night")])
def test_a_large_picture_takes_the_memory_of_a_few_sheets(scene, look):
    assert growth(scene, look) < MOST * WHOLE


def test_where_the_system_has_no_way_to_give_memory_back_nothing_breaks(monkeypatch):
    asked = []

    def without(name):
        asked.append(name)
        raise OSError("no such library")

    monkeypatch.setattr(ctypes, "CDLL", without)
    importlib.reload(memory).give_back()
    assert asked == [None]
    monkeypatch.undo()
    importlib.reload(memory)

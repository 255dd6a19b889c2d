"""The two worked examples are done as their pages say, in a copy of the project: files made, lines changed, commands run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from engine.home import home
from tests.docs.pages import ROOT, Block, blocks

EXAMPLES = ("adding-a-provider.md", "adding-a-stage.md")


class House:
    """A copy of the project in which a page's blocks are carried out; compiled modules come along, as they still fit."""

    def __init__(self, folder: Path) -> None:
        self.root, own = folder / "project", folder / "home"
        for part in ("engine", "prompts"):
            shutil.copytree(ROOT / part, self.root / part)
        own.mkdir()
        (home() / "packs").mkdir(exist_ok=True)
        (own / "packs").symlink_to(home() / "packs", target_is_directory=True)
        commands = folder / "bin"
        commands.mkdir()
        (commands / "python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
        (commands / "python").chmod(0o755)
        path = f"{commands}{os.pathsep}{os.environ['PATH']}"
        self.environment = os.environ | {"PATH": path, "REELWRIGHT_HOME": str(own), "COLUMNS": "120"}

    def write(self, block: Block) -> None:
        """Make the file that a block shows, or change the one that it is a difference to."""
        target = self.root / block.file
        target.write_text(changed(target.read_text(), block) if block.language == "diff" else block.text)

    def run(self, block: Block) -> str:
        line = ["python", "-c", block.text] if block.language == "python" else ["bash", "-ec", block.text]
        done = subprocess.run(line, cwd=self.root, env=self.environment, capture_output=True, text=True)
        assert done.returncode == 0, f"{block}: {done.stdout}{done.stderr}"
        return done.stdout


def changed(text: str, block: Block) -> str:
    """A text with a diff block's old lines replaced by its new ones; the old ones must stand there just once."""
    rows = [row for row in block.text.splitlines() if row]
    old = "".join(f"{row[1:]}\n" for row in rows if row[0] in "- ")
    new = "".join(f"{row[1:]}\n" for row in rows if row[0] in "+ ")
    assert text.count(old) == 1, f"{block}: these lines are not in {block.file}:\n{old}"
    return text.replace(old, new)


def check_said(block: Block, heard: str) -> None:
    """Every line of an output block was said, in this order; '…' stands for the rest of a line, and seconds may differ."""
    said = iter(_levelled(row) for row in heard.splitlines())
    for row in block.text.splitlines():
        start, cut, _ = _levelled(row).partition("…")
        assert any(found == start or (cut and found.startswith(start.rstrip())) for found in said), (
            f"{block}: {row}\n{heard}"
        )


def _levelled(row: str) -> str:
    return " ".join(re.sub(r"\b[\d.]+ s\b", "# s", row).split())


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """The copy, with the files of both pages in it."""
    made = House(tmp_path_factory.mktemp("house"))
    for block in files():
        made.write(block)
    return made


def files() -> list[Block]:
    return [block for page in EXAMPLES for block in blocks(ROOT / "docs" / page) if block.file]


@pytest.mark.parametrize("document", EXAMPLES)
def test_a_worked_example_does_what_its_page_says(document, house):
    heard, outputs = "", 0
    for block in blocks(ROOT / "docs" / document):
        if block.runs:
            heard = house.run(block)
        elif block.language == "output":
            check_said(block, heard)
            outputs += 1
    assert outputs


def test_the_code_of_the_worked_examples_keeps_the_style_and_types_of_the_house(house):
    shutil.copy(ROOT / "pyproject.toml", house.root)
    paths = sorted({block.file for block in files()})
    for tool in (("ruff", "check"), ("ruff", "format", "--check"), ("mypy", "--follow-imports=silent")):
        done = subprocess.run([sys.executable, "-m", *tool, *paths], cwd=house.root, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr

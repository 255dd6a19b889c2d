"""Reads documents: their fenced blocks, and what each block is for (the words after its language).

`python file=PATH` is a new file, `diff file=PATH` a change to one, `python run` and `sh run` are run, and `output` is what
the block before it must have said. Example: `blocks("adding-a-stage.md")[0].file`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from engine.settings import CHOICES, Choice

ROOT = Path(__file__).resolve().parents[2]
FENCE = re.compile(r"^```(?P<language>[a-z]*)(?P<info>[^\n]*)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """A fenced block of a document, and the line it starts on."""

    page: str
    line: int
    language: str
    info: str
    text: str

    @property
    def file(self) -> str:
        """The path that a block says it belongs to, or ''."""
        return self.info.removeprefix("file=") if self.info.startswith("file=") else ""

    @property
    def runs(self) -> bool:
        return self.info == "run"

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def blocks(page: Path) -> list[Block]:
    """The fenced blocks of a document, in order."""
    text = page.read_text(encoding="utf-8")
    name = page.relative_to(ROOT).as_posix()
    return [
        Block(name, text.count("\n", 0, m.start()) + 1, m["language"], m["info"].strip(), m["text"])
        for m in FENCE.finditer(text)
    ]


def pages() -> list[Path]:
    """Every document of the project."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


USING = ROOT / "docs" / "using.md"
SETTINGS = re.compile(r"(?<=<!-- settings -->\n).*?(?=<!-- /settings -->)", re.DOTALL)


def settings_table() -> str:
    """Every setting of a film as the guide tells it."""
    rows = [f"| `{one.name}` | {one.doc} | {_values(one)} | {_shown(one.default)} |\n" for one in CHOICES.values()]
    return "".join(["| setting | is | values | unless set |\n", "| --- | --- | --- | --- |\n", *rows])


def _values(choice: Choice) -> str:
    if isinstance(choice.default, float):
        return "{:g} to {:g}".format(*choice.allowed)
    return ", ".join(f"`{word}`" for word in choice.allowed)


def _shown(default: object) -> str:
    return f"{default:g}" if isinstance(default, float) else f"`{default}`" if default else ""


if __name__ == "__main__":
    USING.write_text(SETTINGS.sub(lambda _: settings_table(), USING.read_text(encoding="utf-8")), encoding="utf-8")

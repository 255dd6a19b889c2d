"""Looks at files that people bring in a process of its own, with limits of time and memory: a hostile file costs an
error, never the engine.

Example: `guarded(Path("upload.mp4"), "video")` -> Facts(size=(1920, 1080), seconds=12.5, ...), or MediaError.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from engine.errors import MediaError

Kind = Literal["picture", "sound", "video"]

SECONDS = 20.0
MEMORY = 2 * 1024**3
MOST_PIXELS = 100_000_000
MOST_HOURS = 12
LONGEST_SIDE = 32_768
_SENTENCES = {
    "large": "is larger than can be used ({})",
    "long": "goes on for longer than can be used ({})",
    "empty": "holds nothing that can be used",
    "damaged": "cannot be read ({})",
}


@dataclass(frozen=True)
class Facts:
    """What a file proved to hold when a bit of it was decoded. `size` in pixels; `seconds` 0 for a picture."""

    size: tuple[int, int]
    seconds: float
    rate: int
    codec: str


def guarded(path: Path, kind: Kind, *, seconds: float = SECONDS, memory: int = MEMORY) -> Facts:
    """Decode the beginning of a file, as `kind`, inside the limits. MediaError says in a sentence what is wrong."""
    name = Path(path).name
    if not Path(path).is_file():
        raise MediaError(f"{name} is not there; choose another file.")
    root = str(Path(__file__).parents[2])
    code = f"import sys; sys.path.insert(0, {root!r}); from engine.film import guarded_main; guarded_main.main()"
    command = [sys.executable, "-I", "-c", code, str(Path(path).absolute()), kind, str(memory), str(int(seconds) + 1)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=seconds, check=False, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired as error:
        raise MediaError(f"{name} takes too long to read; it may be damaged. Choose another file.") from error
    try:
        answer = json.loads(done.stdout.splitlines()[-1])
    except (ValueError, IndexError) as error:
        raise MediaError(
            f"{name} cannot be read within safe limits; it may be damaged. Choose another file."
        ) from error
    if "fault" in answer:
        why = _SENTENCES[answer["fault"]].format(answer["why"])
        raise MediaError(f"{name} {why}; choose another file.")
    return Facts((answer["size"][0], answer["size"][1]), answer["seconds"], answer["rate"], answer["codec"])

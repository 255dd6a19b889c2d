"""How tests get local models: tiny ones with random weights, built once beside the packages that they need and kept between runs.

`make models` installs these packages into .venv-models; where they are not there, a test that needs them is skipped with that reason.
Example: `DiffusersImage(str(tiny("sdxl")))`.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest
from filelock import FileLock

from engine.models import environment

ROOT = Path(__file__).parents[2]
_RECIPES = sorted((ROOT / "tests" / "fakes" / "tiny").glob("*.py"))
NAMES = (
    "sdxl", "sdxl-refiner", "control", "lora", "ip-adapter", "flux", "ltx", "svd", "qwen", "told", "llava", "musicgen", "whisper",
)  # fmt: skip


def shelf() -> Path:
    """Where they lie: a folder for each state of their recipes."""
    recipes = hashlib.sha256(b"".join(file.read_bytes() for file in _RECIPES)).hexdigest()
    return ROOT / ".venv-models" / f"tiny-{recipes[:12]}"


@cache
def tiny(name: str) -> Path:
    """The folder of a tiny model, built now if it was not; the test is skipped where the packages are missing."""
    lacking = environment.lacking("diffusers", "transformers", "accelerate", "peft", "compel")
    if lacking:
        pytest.skip(f"local models cannot be run here: {lacking}")
    folder = shelf()
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder.with_suffix(".lock")):
        for old in folder.parent.glob("tiny-*"):
            if old.is_dir() and old != folder:
                shutil.rmtree(old, ignore_errors=True)
        missing = [each for each in NAMES if not (folder / each / ".whole").exists()]
        if missing:
            command = [environment.python(), "-m", "tests.fakes.tiny", str(folder), *missing]
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=280)
            assert done.returncode == 0, done.stderr[-3000:]
    return folder / name

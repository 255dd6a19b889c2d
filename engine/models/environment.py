"""Which Python has the packages of local models (PyTorch and what stands on it): the engine's own, or one kept beside it for them alone.

They are large, and the engine never imports them; so they may lie in an environment of their own (`make models` makes .venv-models),
which the device workers are started with. REELWRIGHT_MODELS_PYTHON names another. Example: `lacking("diffusers")` -> None, or a step.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

VARIABLE = "REELWRIGHT_MODELS_PYTHON"
STEP = "make models (or: pip install -r requirements-models.txt)"
_BESIDE = Path(__file__).resolve().parents[2] / ".venv-models"


def python() -> str:
    """The interpreter for device workers; the engine's own where no other is there."""
    chosen = os.environ.get(VARIABLE, "").strip()
    if chosen:
        return chosen
    if importlib.util.find_spec("torch") is not None:
        return sys.executable
    beside = _interpreter(_BESIDE)
    return str(beside) if beside.is_file() else sys.executable


def lacking(*packages: str) -> str | None:
    """None where device workers can import these packages; else one sentence with the step that gets them. Imports nothing."""
    chosen = Path(python())
    if not chosen.is_file():
        return f"{VARIABLE} is '{chosen}', which is no program; set it to the Python of an environment that has PyTorch"
    places = None if str(chosen) == sys.executable else _places(chosen)
    if places == ():
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        return f"The environment of {chosen} is not of Python {version}, as this one is; make it again with: {STEP}"
    missing = [name for name in ("torch", *packages) if not _there(name, places)]
    if not missing:
        return None
    if missing == ["torch"] or "torch" in missing:
        return f"The packages for local models are not installed; install them with: {STEP}"
    return f"The package {missing[0]} is not installed beside PyTorch; install it with: {chosen} -m pip install {missing[0]}"


def _interpreter(environment: Path) -> Path:
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _places(chosen: Path) -> tuple[Path, ...]:
    """The package folders of an environment of the same version of Python."""
    root = chosen.parent.parent
    name = f"lib/python{sys.version_info.major}.{sys.version_info.minor}/site-packages"
    own = root / ("Lib/site-packages" if os.name == "nt" else name)
    if not own.is_dir():
        return ()
    added = [
        line.strip() for file in sorted(own.glob("*.pth")) for line in file.read_text(errors="replace").splitlines()
    ]
    return (own, *(Path(line) for line in added if Path(line).is_dir()))


def _there(name: str, places: tuple[Path, ...] | None) -> bool:
    if places is None:
        return importlib.util.find_spec(name) is not None
    return any((place / name / "__init__.py").is_file() or (place / f"{name}.py").is_file() for place in places)

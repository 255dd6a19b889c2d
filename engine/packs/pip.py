"""Asks pip, the person's own, as a separate program. It is asked only to tell or to download, never to install or build.

Example: `run_pip("config", "list")`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from engine.packs.download import NotHad
from engine.packs.manifest import Archive

_PATIENCE = 900
_ONLY_READY = ("--no-deps", "--only-binary=:all:", "--ignore-requires-python", "--no-input", "--retries=2", "--quiet")


def run_pip(*arguments: str) -> str:
    """What pip prints; NotHad with its own words when it fails or is not there."""
    command = [*_pip(), *arguments, "--disable-pip-version-check"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotHad("pip did not answer") from error
    if done.returncode:
        said = done.stderr.splitlines() or ["nothing"]
        wrong = [line.removeprefix("ERROR: ") for line in said if line.startswith("ERROR: ")] or said
        raise NotHad(f"pip says: {wrong[-1][:200]}")
    return done.stdout


def pip_download(archive: Archive, target: Path) -> None:
    """Let pip itself bring a wheel to `target`: slower to speak, but it knows keyrings and proxies. NotHad when it cannot."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=target.parent) as place:
        run_pip("download", *_ONLY_READY, "--dest", place, f"{archive.package}=={archive.version}")
        came = list(Path(place).iterdir())
        if len(came) != 1:
            raise NotHad(f"pip brought {len(came)} files for {archive.title}")
        came[0].replace(target)


def _pip() -> list[str]:
    """pip of this environment; else any pip on the path; else the one that Python carries for new environments."""
    if find_spec("pip"):
        return [sys.executable, "-m", "pip"]
    if found := shutil.which("pip3") or shutil.which("pip"):
        return [found]
    carried = find_spec("ensurepip")
    for folder in (carried.submodule_search_locations if carried else None) or ():
        for wheel in sorted(Path(folder).glob("_bundled/pip-*.whl")):
            return [sys.executable, str(wheel / "pip")]
    raise NotHad("pip is not installed (`python -m ensurepip` installs it)")

"""Runs a job in a process of its own and tells what it took: wall time, processor time (children's too), memory.

What a job prepares, and the loading of Python's modules, is outside of its figures. Example:
`spent = run("full", folder, "fast")`; inside the job, `with timed() as took: ...`.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from engine.errors import MediaError

ROOT = Path(__file__).parents[2]
LIMIT_SECONDS = 3600
_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in what `getrusage` counts memory in."""


@dataclass
class Spent:
    """`wall` and `cpu` in seconds, `memory` in bytes (the largest process, what was prepared included), `size` of the
    file in bytes.
    """

    wall: float = 0.0
    cpu: float = 0.0
    memory: int = 0
    size: int = 0


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _own_peak() -> int:
    """The most memory that this process has held, in bytes. What `getrusage` tells of it begins, on Linux, with what the
    process that started it held.
    """
    status = Path("/proc/self/status")
    if status.exists():
        return next(int(line.split()[1]) * 1024 for line in status.read_text().splitlines() if "VmHWM" in line)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT


@contextmanager
def timed(out: Path | None = None) -> Iterator[Spent]:
    """Measure what happens inside, in this process and in the children that it waits for."""
    spent = Spent()
    began, cpu = time.perf_counter(), _cpu()
    yield spent
    spent.wall, spent.cpu = time.perf_counter() - began, _cpu() - cpu
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * _UNIT
    spent.memory = max(_own_peak(), children)
    spent.size = out.stat().st_size if out and out.exists() else 0


def run(module: str, *arguments: str, python: str = sys.executable) -> dict[str, Spent]:
    """Run `python -m tests.benchmarks.MODULE ...`, which prints its figures as JSON on its last line."""
    command = [python, "-m", f"tests.benchmarks.{module}", *arguments]
    place = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=LIMIT_SECONDS, env=place)
    if done.returncode:
        raise MediaError(f"The benchmark '{module} {' '.join(arguments)}' failed:\n{done.stderr[-3000:]}")
    return {name: Spent(**figures) for name, figures in json.loads(done.stdout.splitlines()[-1]).items()}


def tell(spent: dict[str, Spent]) -> None:
    """Print a job's figures for `run`."""
    print(json.dumps({name: vars(each) for name, each in spent.items()}))

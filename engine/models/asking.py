"""The engine's side of the device workers: one warm process for each graphics processor (one in all without any), asked by name.

A worker's process is of the Python that has the packages of local models. Which GPU a call goes to: the one that has this model already,
else one that is idle, else the one with the shortest line. Example: `ask("draw", card.id, job, requests, scratch, progress=progress)`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from dataclasses import dataclass
from functools import cache
from typing import Any

from engine.errors import MissingDependency, ProviderError
from engine.models import environment
from engine.providers.contract import Progress, silent
from engine.workers import Worker, worker

TARGET = "engine.models.device:Device"
PATIENCE = 6 * 3600.0
"""Seconds after which a call is given up, on the slowest processor."""


@dataclass
class _Slot:
    """One device: how many calls it has, and the model that it was last asked for."""

    number: int
    calls: int = 0
    last: str = ""


_slots: list[_Slot] = []
_guard = threading.Lock()


@cache
def gpus() -> int:
    """How many NVIDIA GPUs this machine has; REELWRIGHT_GPUS says otherwise (0: use none)."""
    said = os.environ.get("REELWRIGHT_GPUS", "").strip()
    if said.isdigit():
        return int(said)
    program = shutil.which("nvidia-smi")
    if not program:
        return 0
    try:
        told = subprocess.run([program, "-L"], capture_output=True, text=True, timeout=20, check=False).stdout
    except (OSError, subprocess.SubprocessError):
        return 0
    return sum(line.startswith("GPU ") for line in told.splitlines())


def device_worker(number: int = -1) -> Worker:
    """The worker of a GPU, or of the processor (-1). On the processor it stands in line with the other heavy jobs."""
    return worker(TARGET, label="model", heavy=number < 0, python=environment.python(), slot=str(number))


def ask(
    method: str, model: str, *args: object, provider: str = "", progress: Progress = silent, timeout: float = PATIENCE
) -> Any:
    """What a method of the device worker answers. Errors come back as themselves, with `provider` as who failed."""
    missing = environment.lacking()
    if missing:
        raise MissingDependency(missing, provider=provider)
    slot = _taken(model)
    try:
        return device_worker(slot.number).call(method, slot.number, *args, timeout=timeout, progress=_rising(progress))
    except ProviderError as error:
        error.provider = provider
        raise
    finally:
        with _guard:
            slot.calls -= 1


def _taken(model: str) -> _Slot:
    """The slot for a call, counted as busy."""
    with _guard:
        if not _slots:
            _slots.extend(_Slot(number) for number in (range(gpus()) if gpus() else (-1,)))
        slot = min(_slots, key=lambda each: (each.calls, each.last != model))
        slot.calls, slot.last = slot.calls + 1, model
        return slot


def _rising(progress: Progress) -> Progress:
    """A progress that never goes back, since a second try begins anew."""
    most = 0.0

    def tell(share: float, message: str = "") -> None:
        nonlocal most
        most = max(most, share)
        progress(most, message)

    return tell

"""Keeps the film's work from being in a person's way: how many cores it takes, and that its threads give way to others.

Example: `ThreadPoolExecutor(cores(), initializer=modest)`.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

MOST_WORKERS = 8
NICENESS = 19


def cores() -> int:
    """How many threads draw and encode: one a core, at least two, at most eight."""
    try:
        found = len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        found = os.cpu_count() or 2
    return max(2, min(MOST_WORKERS, found))


def modest() -> None:
    """Let this thread (Linux gives each its own priority) run only when nobody else wants to."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICENESS)


@contextlib.contextmanager
def ordinary() -> Iterator[None]:
    """No thread of this process comes out with more urgency than it went in with.

    SVT-AV1, where it may (as root), makes the thread that opens it and all of its own real-time ones, and leaves them
    so: everything that is begun from then on would starve the rest of the machine.
    """
    if sys.platform != "linux":
        yield
        return
    was = os.sched_getscheduler(0)
    try:
        yield
    finally:
        for task in Path("/proc/self/task").iterdir() if was == os.SCHED_OTHER else ():
            with contextlib.suppress(OSError):  # it may have ended meanwhile
                if os.sched_getscheduler(int(task.name)) in (os.SCHED_FIFO, os.SCHED_RR):
                    os.sched_setscheduler(int(task.name), os.SCHED_OTHER, os.sched_param(0))

"""Keeps the film's work from being in a person's way: how many cores it takes, and that its threads give way to others.

Example: `ThreadPoolExecutor(cores(), initializer=modest)`.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading

MOST_WORKERS = 8
NICENESS = 10


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

"""Keeps the film's work from being in a person's way: how many cores it takes, and that its threads give way to others.

Example: `ThreadPoolExecutor(cores(), initializer=modest)`; `stand_aside()` when somebody presses a button.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

MOST_WORKERS = 8
NICENESS = 19
PAUSE_SECONDS = 0.5
"""How long a render pauses for somebody."""
MOST_SECONDS, SHARE = 1.5, 0.5
"""How much pausing can be saved up, and the share of all time in which it is."""
LEAST_SECONDS = 0.1
"""A shorter pause helps nobody."""


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


class _Aside:
    """Until when renders pause, how many more seconds they may be asked to, and when that was counted (monotonic clock)."""

    until = 0.0
    left = MOST_SECONDS
    counted = 0.0


def stand_aside() -> None:
    """Somebody waits for an answer: renders pause for a moment. They work at least half of the time, however often this is said."""
    now = time.monotonic()
    _Aside.left = min(MOST_SECONDS, _Aside.left + SHARE * (now - _Aside.counted))
    _Aside.counted = now
    begin = max(now, _Aside.until)
    pause = min(now + PAUSE_SECONDS - begin, _Aside.left)
    if pause < LEAST_SECONDS:
        return
    _Aside.left -= pause
    _Aside.until = begin + pause


def wait_aside(go_on: Callable[[], None]) -> None:
    """Called before each frame of a render: returns when nobody waits; `go_on` is called meanwhile and may raise."""
    while (left := _Aside.until - time.monotonic()) > 0:
        go_on()
        time.sleep(min(left, 0.02))


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

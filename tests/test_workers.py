"""Worker processes: what comes back, what a crash, a time-out or a cancel costs, and that nothing outlives the engine."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
import pytest

from engine.errors import MissingDependency, ProviderError, RateLimited, Unavailable, UserError
from engine.providers.contract import Token
from engine.workers import Cancelled, Worker, heavy_turn, worker


class Desk:
    """A target that does as it is told, well or badly."""

    def __init__(self):
        self.count = 0

    def add(self, a, b):
        self.count += 1
        return a + b

    def calls(self):
        return self.count

    def pid(self):
        return os.getpid()

    def niceness(self):
        return os.nice(0)

    def shout(self):
        print("noise on stdout")
        os.write(1, b"\x00\x01 native noise \xff" * 5000)
        os.write(2, b"native noise on stderr\n")
        return "clean"

    def read_stdin(self):
        return sys.stdin.read()

    def fail(self, kind):
        if kind == "rate":
            raise RateLimited("Too often.", provider="desk", words="429", after=2.5)
        if kind == "user":
            raise UserError("Choose another voice.")
        if kind == "package":
            import no_such_package_at_all  # noqa: F401
        if kind == "segfault":
            os.write(2, b"last words\n")
            os.kill(os.getpid(), signal.SIGSEGV)
        return {}["missing"]

    def unpicklable(self):
        return lambda: None

    def sleep(self, seconds, progress):
        progress(0.25, "half asleep")
        time.sleep(seconds)
        return "awake"

    def with_child(self):
        return subprocess.Popen(["sleep", "60"]).pid

    def echo(self, value):
        return value


@pytest.fixture
def desk():
    made = Worker(f"{__name__}:Desk", label="desk")
    yield made
    made.close()


def until(holds, within=5.0):
    end = time.monotonic() + within
    while not holds():
        assert time.monotonic() < end, "not in time"
        time.sleep(0.02)


def gone(pid, within=5.0):
    end = time.monotonic() + within
    while time.monotonic() < end:
        try:
            if psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
                return True
        except psutil.NoSuchProcess:
            return True
        time.sleep(0.02)
    return False


def test_a_call_runs_in_another_process_that_stays_warm(desk):
    assert desk.call("add", 2, 3) == 5 and desk.call("add", 2, 3) == 5
    assert desk.call("calls") == 2 and desk.call("pid") == desk.pid != os.getpid()


def test_records_and_large_results_travel_whole(desk):
    tokens = tuple(Token(f"w{i}", "x" * 200) for i in range(20_000))
    assert desk.call("echo", tokens) == tokens


def test_what_libraries_print_does_not_reach_the_channel(desk):
    assert desk.call("shout") == "clean" and desk.call("add", 1, 1) == 2 and desk.call("read_stdin") == ""


@pytest.mark.skipif(not hasattr(os, "nice"), reason="niceness is known on POSIX only")
def test_a_worker_gives_way_to_the_page(desk):
    assert desk.call("niceness") > os.nice(0)


def test_errors_of_the_engine_come_back_as_themselves(desk):
    with pytest.raises(RateLimited) as caught:
        desk.call("fail", "rate")
    assert (caught.value.after, caught.value.words, str(caught.value)) == (2.5, "429", "Too often.")
    with pytest.raises(UserError, match="Choose another voice"):
        desk.call("fail", "user")
    with pytest.raises(MissingDependency, match="no_such_package_at_all"):
        desk.call("fail", "package")


def test_an_unexpected_error_says_what_it_was_and_leaves_the_worker_alive(desk):
    before = desk.call("pid")
    with pytest.raises(ProviderError, match="KeyError: 'missing'") as caught:
        desk.call("fail", "bug")
    assert not caught.value.retryable and "Traceback" in caught.value.words
    with pytest.raises(ProviderError, match=r"(?i)pickle"):
        desk.call("unpicklable")
    assert desk.call("pid") == before


def test_a_crash_fails_one_call_and_the_next_starts_afresh(desk):
    with pytest.raises(Unavailable, match=r"desk worker stopped \(signal 11\).*try again") as caught:
        desk.call("fail", "segfault")
    assert caught.value.retryable and "last words" in caught.value.words
    assert desk.call("add", 1, 1) == 2


def test_a_kill_from_outside_while_idle_is_not_noticed_by_the_next_call(desk):
    os.kill(desk.call("pid"), signal.SIGKILL)
    time.sleep(0.2)
    assert desk.call("add", 1, 1) == 2


def test_a_kill_from_outside_while_busy_fails_that_call(desk):
    pid = desk.call("pid")
    threading.Timer(0.3, os.kill, (pid, signal.SIGKILL)).start()
    with pytest.raises(Unavailable, match="signal 9"):
        desk.call("sleep", 30)


def test_a_call_that_takes_too_long_is_stopped_and_so_is_its_process(desk):
    pid = desk.call("pid")
    with pytest.raises(Unavailable, match=r"did not finish in 0\.3 seconds"):
        desk.call("sleep", 30, timeout=0.3)
    assert gone(pid) and desk.call("add", 1, 1) == 2


def test_cancelling_ends_the_process_and_what_it_started(desk):
    pid, child, stop = desk.call("pid"), desk.call("with_child"), threading.Event()
    threading.Timer(0.3, stop.set).start()
    with pytest.raises(Cancelled):
        desk.call("sleep", 30, cancelled=stop.is_set)
    assert gone(pid) and gone(child)


def test_raising_in_the_progress_cancels_even_when_the_worker_is_silent(desk):
    heard = []

    def progress(share, message=""):
        heard.append((share, message))
        if heard.count((0.25, "half asleep")) > 2:
            raise InterruptedError("enough")

    with pytest.raises(InterruptedError):
        desk.call("sleep", 30, progress=progress)
    assert (0.25, "half asleep") in heard


def test_one_heavy_job_runs_at_a_time_in_the_order_of_asking():
    first, second, order = Worker(f"{__name__}:Desk", label="one"), Worker(f"{__name__}:Desk", label="two"), []

    def ask(which, name):
        which.call("sleep", 0.4)
        order.append((name, time.monotonic()))

    first.call("pid"), second.call("pid")
    began = time.monotonic()
    threads = [threading.Thread(target=ask, args=pair) for pair in ((first, "first"), (second, "second"))]
    for thread in threads:
        thread.start()
        time.sleep(0.1)
    for thread in threads:
        thread.join()
    first.close(), second.close()
    assert [name for name, _ in order] == ["first", "second"] and order[1][1] - began > 0.8


def test_waiting_for_a_turn_can_be_cancelled_and_does_not_disturb_the_one_that_runs(desk):
    with heavy_turn(), pytest.raises(Cancelled):
        desk.call("add", 1, 1, cancelled=lambda: True)
    assert desk.call("add", 1, 1) == 2


def test_a_light_worker_does_not_wait_for_the_heavy_ones():
    light = Worker(f"{__name__}:Desk", label="light", heavy=False)
    with heavy_turn():
        assert light.call("add", 1, 1) == 2
    light.close()


def test_an_idle_worker_goes_away_by_itself():
    brief = Worker(f"{__name__}:Desk", label="brief", idle_seconds=0.2)
    assert gone(brief.call("pid"))
    until(lambda: brief.pid is None)  # who waits for a process learns a moment after the system that it ended
    assert brief.call("add", 1, 1) == 2
    brief.close()


def test_closing_a_busy_worker_fails_its_call(desk):
    desk.call("pid")
    threading.Timer(0.3, desk.close).start()
    with pytest.raises(Unavailable):
        desk.call("sleep", 30)


def test_a_target_has_one_worker_in_an_engine():
    assert worker("a:B") is worker("a:B") is not worker("a:C")


PARENT = """
import sys, threading, time
sys.path[:0] = [{root!r}, {tests!r}]
from engine.workers import worker
desk = worker({target!r})
threading.Thread(target=lambda: print(desk.call("pid"), flush=True)).start()
time.sleep(1.0)
threading.Thread(target=lambda: desk.call("sleep", 60), daemon=True).start()
time.sleep({linger})
"""


@pytest.mark.parametrize(("how", "linger"), [("killed", 60), ("at its end", 0.3)])
def test_no_worker_outlives_its_engine(how, linger):
    root = str(Path(__file__).parent.parent)
    script = PARENT.format(root=root, tests=str(Path(__file__).parent), target=f"{__name__}:Desk", linger=linger)
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as engine:
        pid = int(engine.stdout.readline())
        if how == "killed":
            time.sleep(1.2)
            assert psutil.pid_exists(pid), "a worker must outlive the thread that first called it"
            engine.kill()
        assert gone(pid)

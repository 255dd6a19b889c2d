"""Warm worker processes for native code: a crash, a time-out or a cancel there costs one call, never the engine.

Owns the processes and the rule that one heavy job runs at a time; knows nothing of models. A target is any class without
arguments; its methods may take a `progress` and raise engine.errors. Example:
`worker("engine.providers.speech.synthesis:Synthesis", label="speech").call("speak", request, timeout=600)`.
"""

from __future__ import annotations

import atexit
import os
import pickle
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from engine.errors import ReelwrightError, Unavailable
from engine.providers.contract import Progress, silent
from engine.worker_main import receive, send

IDLE_SECONDS = 300.0
"""How long a worker stays warm after its last call."""

_POLL = 0.1
_NOISE = 4000


class Cancelled(ReelwrightError):
    """The call was stopped because the person asked for it; nothing came of it."""


class _Beat:
    """What the caller hears while it waits: the latest progress, again and again, so that raising in it always cancels."""

    def __init__(self, progress: Progress, cancelled: Callable[[], bool] | None) -> None:
        self._progress, self._cancelled = progress, cancelled
        self._latest: tuple[float, str] = (0.0, "")

    def tell(self, share: float, message: str) -> None:
        self._latest = (share, message)
        self()

    def __call__(self) -> None:
        if self._cancelled and self._cancelled():
            raise Cancelled("Stopped, as asked.")
        self._progress(*self._latest)


class _Queue:
    """First come, first served; a waiting caller keeps beating."""

    def __init__(self) -> None:
        self._line: deque[object] = deque()
        self._changed = threading.Condition()

    @contextmanager
    def turn(self, beat: Callable[[], None]) -> Iterator[None]:
        ticket = object()
        with self._changed:
            self._line.append(ticket)
        try:
            while not self._mine(ticket):
                beat()
            yield
        finally:
            with self._changed:
                self._line.remove(ticket)
                self._changed.notify_all()

    def _mine(self, ticket: object) -> bool:
        with self._changed:
            return self._changed.wait_for(lambda: self._line[0] is ticket, timeout=_POLL)


_heavy = _Queue()


@contextmanager
def heavy_turn(progress: Progress = silent, cancelled: Callable[[], bool] | None = None) -> Iterator[None]:
    """Join the line of heavy jobs from outside of a worker (an encoder, a server that this machine runs)."""
    with _heavy.turn(_Beat(progress, cancelled)):
        yield


class _Process:
    """One running worker: its channel, its last words on stderr, its end."""

    def __init__(self, target: str, label: str, python: str = "") -> None:
        self.label = label
        self.inbox: queue.Queue[tuple[str, Any]] = queue.Queue()
        self._noise = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process
        self._popen = _spawn(self._noise, python or sys.executable)
        path = [entry for entry in sys.path if entry]
        self._write({"target": target, "path": path, "parent": os.getpid(), "own_first": bool(python)})
        threading.Thread(target=self._listen, name=f"worker-{label}", daemon=True).start()

    @property
    def pid(self) -> int:
        return self._popen.pid

    @property
    def alive(self) -> bool:
        return self._popen.poll() is None

    def _listen(self) -> None:
        assert self._popen.stdout
        with self._popen.stdout as stream:
            try:
                while True:
                    self.inbox.put(receive(stream))
            except (EOFError, OSError, pickle.UnpicklingError, ImportError, AttributeError):
                self.inbox.put(("gone", None))

    def _write(self, message: object) -> None:
        assert self._popen.stdin
        try:
            send(self._popen.stdin, message)
        except OSError:
            self.inbox.put(("gone", None))

    def ask(self, method: str, args: tuple[Any, ...], timeout: float | None, beat: _Beat) -> tuple[str, Any]:
        """The answer as ('result', value) or ('error', exception); Unavailable when the process ends or is too slow."""
        self._write((method, args))
        end = time.monotonic() + timeout if timeout else None
        while True:
            try:
                kind, value = self.inbox.get(timeout=_POLL)
            except queue.Empty:
                kind, value = "quiet", None
            if kind == "progress":
                beat.tell(*value)
            elif kind == "quiet":
                beat()
            elif kind == "gone":
                raise self._crash()
            else:
                return kind, value
            if end and time.monotonic() > end:
                raise Unavailable(
                    f"The {self.label} worker did not finish in {timeout:g} seconds and was stopped; try again, "
                    "with a shorter text or fewer other programs running."
                )

    def _crash(self) -> Unavailable:
        try:
            code = self._popen.wait(2)
        except subprocess.TimeoutExpired:
            self.kill()
            code = self._popen.wait()
        how = f"signal {-code}" if code < 0 else f"exit {code}"
        hint = "; if that happens again, close other programs, since memory may be short" if code == -9 else ""
        return Unavailable(f"The {self.label} worker stopped ({how}); try again{hint}.", words=self._last_words())

    def _last_words(self) -> str:
        self._noise.seek(0, os.SEEK_END)
        self._noise.seek(max(0, self._noise.tell() - _NOISE))
        return self._noise.read().decode("utf-8", "replace").strip()

    def kill(self) -> None:
        """Stop it and whatever it started; who waits for its answer hears of it."""
        if self.alive:
            with suppress(ProcessLookupError):
                if os.name == "posix":
                    os.killpg(self._popen.pid, signal.SIGKILL)
                else:
                    self._popen.kill()

    def end(self) -> None:
        """Kill it and let go of its channel, when nobody waits for it any more."""
        self.kill()
        self._popen.wait(5)
        with suppress(OSError):
            assert self._popen.stdin
            self._popen.stdin.close()
        self._noise.close()


_orders: queue.Queue[tuple[IO[bytes], str, Future[subprocess.Popen[bytes]]]] = queue.Queue()
_starting = threading.Lock()


def _spawn(noise: IO[bytes], python: str) -> subprocess.Popen[bytes]:
    """A fresh interpreter whose stdin and stdout are the channel; what libraries print goes to `noise`.

    A worker dies with the thread that made it (PR_SET_PDEATHSIG), so one thread that lives as long as the engine makes all.
    """
    with _starting:
        if not any(thread.name == "worker-spawner" for thread in threading.enumerate()):
            threading.Thread(target=_spawn_as_ordered, name="worker-spawner", daemon=True).start()
    made: Future[subprocess.Popen[bytes]] = Future()
    _orders.put((noise, python, made))
    return made.result()


def _spawn_as_ordered() -> None:
    root = str(Path(__file__).resolve().parent.parent)
    paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
    while True:
        noise, python, made = _orders.get()
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(paths), "PYTHONUNBUFFERED": "1"}
        command = [python, "-m", "engine.worker_main"]
        pipe = subprocess.PIPE
        try:
            made.set_result(
                subprocess.Popen(
                    command, stdin=pipe, stdout=pipe, stderr=noise, env=environment, start_new_session=True
                )
            )
        except OSError as error:
            made.set_exception(Unavailable(f"A worker process cannot be started: {error.strerror}; try again."))


class Worker:
    """One target and the process that serves it, started when first called and again after a crash."""

    def __init__(
        self,
        target: str,
        *,
        label: str = "",
        heavy: bool = True,
        idle_seconds: float = IDLE_SECONDS,
        python: str = "",
    ) -> None:
        self.target = target
        self._python = python
        self.label = label or target.rpartition(":")[2].lower()
        self._line = _heavy if heavy else _Queue()
        self._idle_seconds = idle_seconds
        self._lock = threading.Lock()
        self._process: _Process | None = None
        self._timer: threading.Timer | None = None

    @property
    def pid(self) -> int | None:
        """The process that is warm now, or None."""
        process = self._process
        return process.pid if process and process.alive else None

    def call(
        self,
        method: str,
        *args: object,
        timeout: float | None = None,
        progress: Progress = silent,
        cancelled: Callable[[], bool] | None = None,
    ) -> Any:
        """What the method of the target returns; its errors come back as themselves.

        `timeout` is in seconds from when its turn came. `progress` is called again and again while waiting: raising in it, or
        `cancelled()` being true (then Cancelled), ends the process within 0.2 s. Unavailable after a crash or a time-out.
        """
        beat = _Beat(progress, cancelled)
        with self._line.turn(beat), self._lock:
            process = self._ready()
            try:
                kind, value = process.ask(method, args, timeout, beat)
            except BaseException:
                self._drop()
                raise
            self._rest()
        if kind == "error":
            raise value
        return value

    def close(self) -> None:
        """End the process, busy or not; the next call starts a fresh one."""
        if self._process:
            self._process.kill()
        self._stop_timer()
        self._drop_if_idle()

    def _ready(self) -> _Process:
        self._stop_timer()
        if self._process and not self._process.alive:
            self._drop()
        self._process = self._process or _Process(self.target, self.label, self._python)
        return self._process

    def _drop(self) -> None:
        if self._process:
            self._process.end()
        self._process = None

    def _rest(self) -> None:
        self._timer = threading.Timer(self._idle_seconds, self._drop_if_idle)
        self._timer.daemon = True
        self._timer.start()

    def _stop_timer(self) -> None:
        if self._timer:
            self._timer.cancel()

    def _drop_if_idle(self) -> None:
        if self._lock.acquire(blocking=False):
            try:
                self._drop()
            finally:
                self._lock.release()


_workers: dict[str, Worker] = {}
_registry = threading.Lock()


def worker(target: str, *, label: str = "", heavy: bool = True, python: str = "", slot: str = "") -> Worker:
    """The one warm worker of this engine for `module:Class`; `label` is what messages call it.

    `python` is another interpreter of the same version whose packages the target needs; a target may have one worker for each `slot`.
    """
    name = f"{target}@{slot}" if slot else target
    with _registry:
        if name not in _workers:
            _workers[name] = Worker(target, label=label, heavy=heavy, python=python)
        return _workers[name]


def close_all() -> None:
    """End every worker of this engine now; calls that are running fail with Unavailable."""
    with _registry:
        workers = list(_workers.values())
    for each in workers:
        each.close()


atexit.register(close_all)

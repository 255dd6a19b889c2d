"""The inside of a worker process: makes one object and answers calls to its methods over a private channel.

The channel is the process's first stdin and stdout, put aside before any library is loaded; from then on whatever a library
prints goes to stderr. Ends at once when the parent does. Knows nothing of models; started by engine.workers only.
"""

from __future__ import annotations

import ctypes
import importlib
import inspect
import os
import pickle
import queue
import signal
import sys
import threading
import time
import traceback
from typing import IO, Any

from engine.errors import MissingDependency, ProviderError, ReelwrightError, StoreError, Unavailable

_HEADER = 8
_PR_SET_PDEATHSIG = 1
_NICENESS = 10
_BETWEEN_PROGRESS = 0.1


def send(stream: IO[bytes], message: object) -> None:
    """Write one pickled message with its length before it."""
    body = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(len(body).to_bytes(_HEADER, "big") + body)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """Read one message; EOFError when the other side is gone."""
    return pickle.loads(_exactly(stream, int.from_bytes(_exactly(stream, _HEADER), "big")))


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError("the other side closed the channel")
    return data


def main() -> None:
    """Answer calls until the channel closes."""
    incoming, outgoing = _private_channel()
    hello = receive(incoming)
    _live_and_die_with(hello["parent"])
    paths = [*sys.path, *hello["path"]] if hello["own_first"] else [*hello["path"], *sys.path]
    sys.path[:] = list(dict.fromkeys(paths))
    calls: queue.Queue[tuple[str, tuple[Any, ...]]] = queue.Queue()
    threading.Thread(target=_listen, args=(incoming, calls), daemon=True).start()
    served = _Served(hello["target"])
    telling = _Telling(outgoing)
    while True:
        send(outgoing, _answer(served, *calls.get(), telling))


def _private_channel() -> tuple[IO[bytes], IO[bytes]]:
    incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    return incoming, outgoing


def _live_and_die_with(parent: int) -> None:
    """Step back behind the page, be the first to go when memory ends, and never outlive the parent."""
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    if not sys.platform.startswith("linux"):
        return
    try:
        with open("/proc/self/oom_score_adj", "w") as score:  # noqa: PTH123 - not a file of ours
            score.write("500")
    except OSError:
        pass
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(0)


def _listen(incoming: IO[bytes], calls: queue.Queue[tuple[str, tuple[Any, ...]]]) -> None:
    """Hand on calls; when the parent is gone, end at once, whatever is running."""
    try:
        while True:
            calls.put(receive(incoming))
    except (EOFError, OSError):
        os._exit(0)


class _Served:
    """The object that the calls are for, made by the first call so that its errors have a caller to go to."""

    def __init__(self, target: str) -> None:
        self._target = target
        self._made: Any = None

    def method(self, name: str) -> Any:
        if self._made is None:
            module, _, attribute = self._target.partition(":")
            self._made = getattr(importlib.import_module(module), attribute)()
        return getattr(self._made, name)


class _Telling:
    """The Progress that the worker's method gets: sent to the parent, the same words at most ten times a second."""

    def __init__(self, outgoing: IO[bytes]) -> None:
        self._outgoing, self._last, self._message = outgoing, 0.0, ""

    def __call__(self, share: float, message: str = "") -> None:
        now = time.monotonic()
        if message != self._message or share >= 1.0 or now - self._last >= _BETWEEN_PROGRESS:
            self._last, self._message = now, message
            send(self._outgoing, ("progress", (share, message)))


def _answer(served: _Served, name: str, args: tuple[Any, ...], telling: _Telling) -> tuple[str, Any]:
    try:
        method = served.method(name)
        extra = {"progress": telling} if "progress" in inspect.signature(method).parameters else {}
        result = method(*args, **extra)
        pickle.dumps(result)  # what cannot travel must fail here, where it still has a name
        return "result", result
    except ReelwrightError as error:
        return "error", _portable(error)
    except ModuleNotFoundError as error:
        missing = f"The package '{error.name}' is not installed; install the project's requirements again."
        return "error", MissingDependency(missing, words=str(error))
    except MemoryError:
        return "error", Unavailable("The memory ran out; close other programs and try again.")
    except OSError as error:
        from engine.blobs import FULL, no_room

        return "error", StoreError(FULL) if no_room(error) else _unexpected(error)
    except Exception as error:
        return "error", _unexpected(error)


def _portable(error: ReelwrightError) -> ReelwrightError:
    """The error itself, if it can travel; else one that says the same."""
    try:
        return pickle.loads(pickle.dumps(error))
    except Exception:
        return ProviderError(str(error))


def _unexpected(error: Exception) -> ProviderError:
    said = str(error).strip().splitlines() or ["no reason given"]
    return ProviderError(f"{type(error).__name__}: {said[0][:300]}", words=traceback.format_exc()[-4000:])


if __name__ == "__main__":
    main()

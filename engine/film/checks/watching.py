"""Sees every frame of a film once, small, and keeps a few numbers of each. Judges nothing.

Example: `watched(path, 24).dark` -> for each frame, which share of it is darker than 24.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from engine.errors import MediaError

Pixels = NDArray[np.uint8]
Numbers = NDArray[np.float64]

_WIDTH = 240
STILL_MEAN, STILL_MOST, STILL_SHARE = 0.25, 5, 0.002
"""Two frames are the same when they differ by this little on average, and by more than 5 in hardly any place."""
_PLANAR = ("yuv420p", "yuvj420p", "yuv422p", "yuv444p", "nv12", "gray")


@dataclass(frozen=True)
class Watched:
    """Numbers of each frame: its time, the share of it that is dark, and how much it differs from the one before (mean
    of absolute differences); and runs of frames that are all like the first of them, as (first, end).
    """

    times: Numbers
    dark: Numbers
    changes: Numbers
    still: tuple[tuple[int, int], ...]
    whole: bool

    @property
    def step(self) -> float:
        """Seconds a frame, as they come."""
        return float(np.median(np.diff(self.times))) if len(self.times) > 1 else 0.04


def watched(path: Path, black_level: int) -> Watched:
    """Decode the pictures of a film; MediaError when there are none that can be read."""
    times, dark, changes, still = [], [], [], []
    whole = True
    before: Pixels | None = None
    anchor: Pixels | None = None
    begun = 0
    try:
        with av.open(str(path), options={"protocol_whitelist": "file"}) as container:
            stream = container.streams.video[0]
            stream.thread_type = "AUTO"
            for n, frame in enumerate(container.decode(stream)):
                seen = _small(frame)
                times.append(float(frame.time or 0.0))
                dark.append(float((seen <= black_level).mean()))
                changes.append(_change(before, seen))
                if anchor is None or not _alike(anchor, seen):
                    still.append((begun, n))
                    anchor, begun = seen, n
                before = seen
    except (av.error.FFmpegError, OSError, ValueError, IndexError) as error:
        if not times:
            raise MediaError(f"{path.name} cannot be read as a film; render it again.") from error
        whole = False
    runs = tuple((a, b) for a, b in [*still, (begun, len(times))] if b - a > 1)
    return Watched(np.array(times), np.array(dark), np.array(changes), runs, whole)


def _small(frame: av.VideoFrame) -> Pixels:
    """A frame's brightness, every so many pixels."""
    if frame.format.name not in _PLANAR:
        frame = frame.reformat(format="gray")
    plane = frame.planes[0]
    rows = np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)[: frame.height, : frame.width]  # type: ignore[call-overload]
    step = max(1, frame.width // _WIDTH)
    return np.ascontiguousarray(rows[::step, ::step])


def _change(before: Pixels | None, seen: Pixels) -> float:
    if before is None or before.shape != seen.shape:
        return 255.0
    return float(_differences(before, seen).mean())


def _differences(a: Pixels, b: Pixels) -> Pixels:
    return np.asarray(np.maximum(a, b) - np.minimum(a, b), dtype=np.uint8)


def _alike(a: Pixels, b: Pixels) -> bool:
    if a.shape != b.shape:
        return False
    differences = _differences(a, b)
    return bool(differences.mean() <= STILL_MEAN and (differences > STILL_MOST).mean() <= STILL_SHARE)

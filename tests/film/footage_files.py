"""Small video files of every odd kind for the footage tests: each frame tells its number by its brightness."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from tests.film.conftest import ffmpeg

STEP, FIRST = 6, 40


def level(number: int) -> int:
    """The grey (0 to 255) of a frame."""
    return FIRST + STEP * number


def told(luma) -> float:
    """Which frame a plane of Y (limited range) shows, by its middle."""
    height, width = luma.shape
    grey = (luma[height // 3 : 2 * height // 3, width // 3 : 2 * width // 3].mean() - 16) * 255 / 219
    return float((grey - FIRST) / STEP)


def picture(number: int, size=(96, 64)) -> np.ndarray:
    """Grey as bright as its number says, a red patch at the upper left."""
    frame = np.full((size[1], size[0], 3), level(number), np.uint8)
    frame[: size[1] // 4, : size[0] // 4] = (220, 30, 30)
    return frame


def write(
    path: Path, frames, *, fps=24, codec="libx264", layout="yuv420p", times=None, options=None, rgba=None
) -> Path:
    """Encode RGB frames; `times` (milliseconds) makes the rate vary."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=fps, options=options or {})
        height, width = frames[0].shape[:2]
        stream.width, stream.height, stream.pix_fmt = width, height, layout
        base = Fraction(1, 1000) if times else 1 / Fraction(fps)
        stream.codec_context.time_base = base
        for n, rgb in enumerate(frames):
            frame = av.VideoFrame.from_ndarray(rgb, format="rgba" if rgb.shape[2] == 4 else "rgb24")
            frame = frame.reformat(format=layout, dst_colorspace="itu601")
            frame.pts, frame.time_base = (times[n] if times else n), base
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def turned(path: Path, degrees: int) -> Path:
    """The same file with a note that it is to be turned, as phones write it."""
    out = path.with_stem(f"{path.stem}_{degrees}")
    done = ffmpeg("-y", "-display_rotation", str(degrees), "-i", str(path), "-c", "copy", str(out))
    assert done.returncode == 0, done.stderr
    return out

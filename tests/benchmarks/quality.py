"""How true a finished film is to its stills: SSIM (and VMAF where the FFmpeg program has it) against frames that are
drawn slowly, in floating point, with Pillow's Lanczos filter.

Frames inside shots are looked at, above the captions. Example: `scores(film, Path("out.mp4"), program)`.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from itertools import pairwise
from pathlib import Path

import av
import cv2
import numpy as np
from PIL import Image

from engine.film import Film
from engine.film.picture import Source
from engine.film.timeline import timeline

UPPER = 0.72
"""The share of the height that is compared."""
EVERY = 30
STEADY = (20, 100)
"""Frames of the first shot, whose move is steady."""


def chosen(film: Film) -> list[tuple[int, int]]:
    """(frame, shot) of frames that show one shot alone."""
    bodies = [segment for segment in timeline(film).segments if len(segment.shots) == 1]
    return [(n, s.shots[0]) for s in bodies for n in range(s.start + 10, s.end - 5, EVERY)]


def truth(film: Film, frame: int, shot: int) -> np.ndarray:
    """The brightness (BT.709, limited) of a frame as it should be."""
    line = timeline(film)
    source = Source(film.shots[shot].picture, film.shots[shot].move, film.size)
    first, last = line.seen[shot]
    x, y, w, h = source.window((frame - first) / max(1, last - first - 1))
    with Image.open(film.shots[shot].picture) as image:
        rgb = np.asarray(image.convert("RGB"), np.float32)
    luma = 16 + (rgb @ np.array([0.2126, 0.7152, 0.0722], np.float32)) * (219 / 255)
    drawn = Image.fromarray(luma).resize(film.size, Image.Resampling.LANCZOS, box=(x, y, x + w, y + h))
    return _upper(np.asarray(drawn))


def _upper(luma: np.ndarray) -> np.ndarray:
    return luma[: int(luma.shape[0] * UPPER) // 2 * 2]


def found(path: Path, frames: list[int]) -> dict[int, np.ndarray]:
    """The brightness of some frames of a film."""
    wanted, seen = set(frames), {}
    with av.open(str(path)) as container:
        for n, frame in enumerate(container.decode(video=0)):
            if n in wanted:
                planes = frame.reformat(format="yuv420p").to_ndarray()
                seen[n] = _upper(planes[: frame.height].astype(np.float32))
    return seen


def ssim(a: np.ndarray, b: np.ndarray) -> float:
    """Structural similarity with the usual window of 11 pixels (sigma 1.5) over a range of 219."""
    small, tiny = (0.01 * 219) ** 2, (0.03 * 219) ** 2

    def soft(x: np.ndarray) -> np.ndarray:
        return cv2.GaussianBlur(x, (11, 11), 1.5)

    ma, mb = soft(a), soft(b)
    va, vb, both = soft(a * a) - ma * ma, soft(b * b) - mb * mb, soft(a * b) - ma * mb
    share = ((2 * ma * mb + small) * (2 * both + tiny)) / ((ma * ma + mb * mb + small) * (va + vb + tiny))
    return float(share.mean())


def scores(film: Film, paths: dict[str, Path], program: str) -> dict[str, dict[str, float]]:
    """SSIM and, where it can be had, VMAF of each film."""
    places = chosen(film)
    true = {n: truth(film, n, shot) for n, shot in places}
    result = {}
    for name, path in paths.items():
        seen = found(path, [n for n, _ in places])
        both = [n for n in true if n in seen]
        result[name] = {"ssim": float(np.mean([ssim(true[n], seen[n]) for n in both])), "jitter": jitter(path)}
        vmaf = _vmaf([true[n] for n in both], [seen[n] for n in both], program)
        if vmaf is not None:
            result[name]["vmaf"] = vmaf
    return result


def jitter(path: Path) -> float:
    """How uneven the first shot's steady move is in a film, in pixels: the root mean square of the second difference of its path,
    of the middle of the picture from frame to frame.
    """
    seen = found(path, list(range(*STEADY)))
    height, width = seen[STEADY[0]].shape
    parts = [np.ascontiguousarray(seen[n][height // 3 :, width // 3 : 2 * width // 3]) for n in range(*STEADY)]
    steps = np.array([cv2.phaseCorrelate(a, b)[0] for a, b in pairwise(parts)])
    return float(np.sqrt((np.diff(steps, axis=0) ** 2).mean()))


def _vmaf(true: list[np.ndarray], seen: list[np.ndarray], program: str) -> float | None:
    height, width = true[0].shape
    with tempfile.TemporaryDirectory() as folder:
        names = [Path(folder) / name for name in ("seen.yuv", "true.yuv")]
        for path, frames in zip(names, (seen, true), strict=True):
            grey = np.full(height * width // 2, 128, np.uint8).tobytes()
            path.write_bytes(b"".join(np.clip(np.rint(f), 0, 255).astype(np.uint8).tobytes() + grey for f in frames))
        shape = ["-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", f"{width}x{height}", "-r", "24"]
        log = Path(folder) / "vmaf.json"
        inputs = [part for path in names for part in (*shape, "-i", str(path))]
        graph = f"libvmaf=log_fmt=json:log_path={log}"
        done = subprocess.run([program, "-v", "error", *inputs, "-lavfi", graph, "-f", "null", "-"], check=False)
        if done.returncode or not log.exists():
            return None
        return float(json.loads(log.read_text())["pooled_metrics"]["vmaf"]["mean"])

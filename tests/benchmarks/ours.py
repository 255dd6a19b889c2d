"""Our own jobs, each run in a fresh process by `measure.run`: full renders, edits, a preview, the encoder alone.

Example: `python -m tests.benchmarks.ours full FOLDER OUT SECONDS fast`.
"""

from __future__ import annotations

import math
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

from engine.errors import MediaError
from engine.film import Film, render
from engine.film.codecs import encoder as encoder_of
from engine.film.previews import proxy, stream
from tests.benchmarks.measure import Spent, tell, timed
from tests.benchmarks.peers import FINE, graph
from tests.benchmarks.workload import (
    with_a_louder_line,
    with_another_caption,
    with_another_mix,
    with_another_picture,
    workload,
)

WORKERS = 2
PREVIEW = (854, 480)
MOST_TRIES, HALVING = 8, 4.5
"""By how many steps of x264's quantiser a file of this film becomes half as large."""


def full(film: Film, folder: Path, out: Path, quality: str) -> dict[str, Spent]:
    """A film from nothing."""
    with tempfile.TemporaryDirectory(dir=folder) as cache, timed(out) as spent:
        render(film, out, cache=Path(cache), quality=quality, workers=WORKERS)
    return {f"full_{quality}": spent}


def same_size(film: Film, folder: Path, out: Path, quality: str) -> dict[str, Spent]:
    """A film whose file is as large as that of the smoothest ffmpeg graph, or up to two in a hundred smaller: what that costs
    in likeness is seen in it."""
    settings, goal = encoder_of("h264").settings, (folder / f"graph_fine_{quality}.mp4").stat().st_size
    for _ in range(MOST_TRIES):
        spent = full(film, folder, out, quality)[f"full_{quality}"]
        share = out.stat().st_size / goal
        if 0.98 <= share <= 1:
            return {f"same_size_{quality}": spent}
        coarser = float(settings[quality]["crf"]) + HALVING * math.log2(share / 0.99)
        settings[quality] = {**settings[quality], "crf": f"{coarser:.2f}"}
    raise MediaError(f"No file of {goal} bytes could be made; the nearest has {out.stat().st_size}.")


def edits(film: Film, folder: Path, out: Path, quality: str) -> dict[str, Spent]:
    """What a person waits for after one change: the picture of a shot, a word of a caption, the music's level."""
    changed = {
        "shot_edit": with_another_picture(film, folder),
        "caption_edit": with_another_caption(film),
        "line_mix": with_a_louder_line(film),
        "mix_only": with_another_mix(film),
        "nothing": film,
    }
    spent = {}
    with tempfile.TemporaryDirectory(dir=folder) as cache:
        go = partial(render, cache=Path(cache), quality=quality, workers=WORKERS)
        go(film, out)
        for name, each in changed.items():
            with timed(out) as spent[name]:
                go(each, out)
    return spent


def length(film: Film, folder: Path, out: Path, quality: str) -> dict[str, Spent]:
    """A full render of a longer film and its edits (small pictures, so that the encoder is not all that is seen)."""
    small = replace(film, size=(320, 180))
    spent = edits(small, folder, out, quality)
    return spent | full(small, folder, out, quality)


def preview(film: Film, folder: Path, out: Path, quality: str) -> dict[str, Spent]:
    """A light clip of the whole film, and of its first second."""
    with timed(out) as whole:
        proxy(film, out, size=PREVIEW)
    with timed() as first, closing(stream(film, size=PREVIEW)) as fragments:
        for _ in zip(range(2), fragments, strict=False):
            pass
    return {"preview": whole, "preview_first_second": first}


def encoder(film: Film, folder: Path, out: Path, quality: str) -> dict[str, Spent]:
    """The encoder alone: the film's own frames lie ready in memory, in the very buffers that the encoder reads."""
    from engine.film.captions import Captions
    from engine.film.codecs import Format
    from engine.film.encode import encode_frames, planes_of
    from engine.film.painter import Painter
    from engine.film.place import one_opencv_thread
    from engine.film.timeline import Segment, timeline

    line = timeline(film)
    painter = Painter(film, line, Captions(film))

    def drawn(segment: Segment) -> list:
        import av

        frames = [av.VideoFrame(*film.size, "yuv420p") for _ in range(segment.frames)]
        for n, frame in enumerate(frames):
            painter.draw(segment, segment.start + n, planes_of(frame))
            frame.pts = n
        return frames

    def encoded(frames: list) -> None:
        sizes.append(len(encode_frames(frames, Format(film.size, film.fps, quality)).content))

    sizes: list[int] = []
    with one_opencv_thread(), ThreadPoolExecutor(WORKERS) as pool:
        ready = list(pool.map(drawn, line.segments))
        with timed() as spent:
            list(pool.map(encoded, ready))
    spent.size = sum(sizes)
    return {f"encoder_{quality}": spent}


def main() -> None:
    """Run one job and print its figures."""
    job, folder, out, seconds, quality = sys.argv[1:6]
    film = workload(Path(folder), int(seconds))
    jobs = {"full": full, "edits": edits, "length": length, "preview": preview, "encoder": encoder, "graph": graph}
    jobs["same_size"] = same_size
    jobs["graph_fine"] = partial(graph, prescale=FINE)
    tell(jobs[job](film, Path(folder), Path(out), quality))


if __name__ == "__main__":
    main()

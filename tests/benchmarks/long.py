"""Films of hours: memory, whether work grows with length alone, and how far picture and sound are apart at the end.

    python -m tests.benchmarks.long [--minutes 1,10,60] [--runs 1]

Pictures are small, so that it is the film's own work that is seen and not the encoder's. Each film is made in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from PIL import Image

from engine.film import RATE, Film, Line, Move, Shot, Window, render, sound
from engine.film.rates import samples
from tests.benchmarks.measure import Spent, run
from tests.benchmarks.report import written

FPS = Fraction(24000, 1001)
BEAT_FRAMES = 240
CLICK = 480
SEARCH = 0.5
"""Seconds around a cut in which its flash and its click are looked for."""


def clapper(folder: Path, minutes: int) -> tuple[Path, list[float]]:
    """A film whose pictures turn from dark to bright, with a click at each turn; and when these are, in seconds."""
    pictures = []
    for name, level in (("dark", 20), ("bright", 230)):
        pictures.append(folder / f"{name}.png")
        Image.new("RGB", (192, 108), (level, level, level)).save(pictures[-1])
    noise = np.random.default_rng(5).standard_normal(CLICK) * np.exp(-np.arange(CLICK) / 60)
    click = sound.save_wav(folder / "click.wav", (0.5 * noise).astype(np.float32)) or folder / "click.wav"
    count = int(minutes * 60 * FPS / BEAT_FRAMES)
    still = Move(Window(), Window())
    shots = tuple(Shot(f"s{n}", pictures[n % 2], still, BEAT_FRAMES) for n in range(count))
    turns = [n * BEAT_FRAMES for n in range(1, count, 2)]
    film = Film((160, 90), FPS, shots, lines=tuple(Line(click, samples(turn, FPS)) for turn in turns))
    out = folder / "clapper.mp4"
    render(film, out, cache=folder / "cache", quality="draft")
    return out, [float(turn / FPS) for turn in turns]


def offset(path: Path, near: float) -> float:
    """Seconds by which the click comes after its flash, around `near` seconds."""
    return heard(path, near) - flashed(path, near)


def flashed(path: Path, near: float) -> float:
    """When the first bright frame is shown."""
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        container.seek(round((near - SEARCH) / stream.time_base), stream=stream)
        for frame in container.decode(stream):
            if frame.time >= near - SEARCH and frame.to_ndarray(format="gray").mean() > 120:
                return float(frame.time)
    raise AssertionError("no flash")


def heard(path: Path, near: float) -> float:
    """When the click begins."""
    with av.open(str(path)) as container:
        stream = container.streams.audio[0]
        container.seek(round((near - SEARCH) / stream.time_base), stream=stream)
        for frame in container.decode(stream):
            level = np.abs(frame.to_ndarray()).max(axis=0)
            if frame.time >= near - SEARCH and level.max() > 0.05:
                return float(frame.time) + float(np.argmax(level > 0.05)) / RATE
    raise AssertionError("no click")


def lengths(folder: Path, minutes: list[int], runs: int) -> dict[int, dict[str, Spent]]:
    """For each length the medians of a full render and of its edits."""
    found: dict[int, list[dict[str, Spent]]] = {each: [] for each in minutes}
    for _ in range(runs):
        for each in minutes:
            out = folder / f"long{each}.mp4"
            found[each].append(run("ours", "length", str(folder), str(out), str(60 * each), "fast"))
    return {each: {name: _middle([one[name] for one in seen]) for name in seen[0]} for each, seen in found.items()}


def _middle(every: list[Spent]) -> Spent:
    return sorted(every, key=lambda spent: spent.cpu)[len(every) // 2]


def page(told: dict[str, dict]) -> str:
    """This part of the page of benchmarks, as Markdown."""
    kinds = ("full_fast", "shot_edit", "caption_edit", "line_mix", "mix_only", "nothing")
    rows = []
    for name, found in told.items():
        if name.endswith("_minutes"):
            cells = [f"{found[kind]['wall']:.2f} ({found[kind]['cpu']:.2f})" for kind in kinds]
            rows.append(
                f"| {name.removesuffix('_minutes')} | {' | '.join(cells)} | {found['full_fast']['memory'] / 1e6:.0f} |"
            )
    late = told["offset_ms"]
    return "\n".join(
        [
            "## Films of hours",
            "",
            "Small pictures (320x180), so that the film's own work is seen and not the encoder's: seconds by the clock (of the processor).",
            "",
            "| minutes | from nothing | another picture | another caption | one louder line | other music level | nothing | memory, MB |",
            "| --- | --- | --- | --- | --- | --- | --- | --- |",
            *rows,
            "",
            "What is left of an edit when nothing changed is the joining of the film by copying, and grows with it; the edit itself does "
            "not. Another level of all music makes all sound anew, and so grows with the film too; one line's level does not.",
            "",
            f"Flash and click at the same frame of the longest film are {abs(late['median']):.1f} ms apart (median), "
            f"{abs(late['last']):.1f} ms at its end.",
            "",
        ]
    )


def main() -> None:
    """Run, print, and write the page's part."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--minutes", default="1,10,60")
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="print the figures and write no page")
    asked = parser.parse_args()
    minutes = [int(each) for each in asked.minutes.split(",")]
    with tempfile.TemporaryDirectory(prefix="film-long-") as made:
        path, turns = clapper(Path(made), max(minutes))
        late = [offset(path, turn) for turn in turns[:: max(1, len(turns) // 12)] + turns[-1:]]
        told = {"offset_ms": {"median": 1000 * statistics.median(late), "last": 1000 * late[-1]}}
        for each, spent in lengths(Path(made), minutes, asked.runs).items():
            told[f"{each}_minutes"] = {name: vars(one) for name, one in spent.items()}
            print(f"{each} min", {n: (round(s.wall, 2), round(s.cpu, 2)) for n, s in spent.items()}, flush=True)
    print(json.dumps(told))
    if not asked.json:
        written("long", page(told))


if __name__ == "__main__":
    main()

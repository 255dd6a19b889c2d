"""The film benchmark: ours beside the encoder alone, an ffmpeg graph and a moviepy script, in one run on one machine.

    python -m tests.benchmarks.film [--json] [--only full,encoder] [--runs 5] [--seconds 60] [--moviepy PYTHON]

Jobs take turns (a run of each, then the next run), and medians and ratios are told: loads on a machine come and go.
Writes its part of docs/benchmarks.md after a whole run.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

from engine.errors import UserError
from engine.film import Film
from tests.benchmarks.measure import ROOT, Spent, run
from tests.benchmarks.report import page, written
from tests.benchmarks.workload import FPS, workload

SLOW = {"graph", "graph_fine", "same_size", "graph_medium", "moviepy", "encoder_medium", "full_medium"}
"""Jobs of minutes; they are run at most `--slow-runs` times."""
MOVIEPY = ROOT / ".venv" / "moviepy" / "bin" / "python"

Job = Callable[[], dict[str, Spent]]


def jobs(folder: Path, film: Film, seconds: int, moviepy: Path) -> dict[str, Job]:
    """Every job by its name; each runs in a process of its own."""

    def ours(job: str, quality: str = "fast", length: int = seconds) -> Job:
        out = folder / f"{job}_{quality}.mp4"
        return lambda: run("ours", job, str(folder), str(out), str(length), quality)

    def script() -> dict[str, Spent]:
        if not moviepy.exists():
            raise UserError(f"There is no moviepy at {moviepy}; run: make bench, or leave it out with --only")
        plan = folder / "film.json"
        plan.write_text(json.dumps(plain(film)), encoding="utf-8")
        return run("moviepy_script", str(plan), str(folder / "moviepy.mp4"), "medium", python=str(moviepy))

    return {
        "full": ours("full"),
        "encoder": ours("encoder"),
        "edits": ours("edits"),
        "preview": ours("preview"),
        "full_medium": ours("full", "medium"),
        "encoder_medium": ours("encoder", "medium"),
        "graph": ours("graph"),
        "graph_fine": ours("graph_fine"),
        "same_size": ours("same_size"),
        "graph_medium": ours("graph", "medium"),
        "moviepy": script,
    }


def plain(film: Film) -> dict[str, object]:
    """The film as the moviepy script takes it."""
    shots, at = [], 0
    for shot in film.shots:
        ends = {"from": shot.move.start.w, "to": shot.move.end.w}
        shots.append({"picture": str(shot.picture), "start": at / FPS, "seconds": shot.frames / FPS, **ends})
        at += shot.frames
    return {
        "size": film.size,
        "fps": FPS,
        "seconds": film.seconds,
        "dissolve": film.shots[-1].transition_frames / FPS,
        "shots": shots,
        "cues": [{"start": cue.start, "end": cue.end, "text": " ".join(cue.rows)} for cue in film.cues],
        "lines": [{"path": str(line.path), "start": line.start / 48_000} for line in film.lines],
        "music": str(film.bed.path) if film.bed else "",
        "font": str(film.style.fonts[0]),
    }


def measured(every: dict[str, Job], chosen: list[str], runs: int, slow_runs: int) -> dict[str, Spent]:
    """The medians of all figures of the chosen jobs, taken in turns."""
    seen: dict[str, list[Spent]] = defaultdict(list)
    for turn in range(runs):
        for name in chosen:
            if name in SLOW and turn >= slow_runs:
                continue
            for figure, spent in every[name]().items():
                seen[figure].append(spent)
                print(f"{turn + 1}  {figure:24s} {spent.wall:8.2f} s  {spent.cpu:8.2f} CPU s", file=sys.stderr)
    return {figure: _median(each) for figure, each in seen.items()}


def _median(each: list[Spent]) -> Spent:
    return Spent(*(statistics.median(getattr(one, f.name) for one in each) for f in fields(Spent)))


def ratios(found: dict[str, Spent], seconds: float) -> dict[str, float]:
    """What the benchmark is about; only those whose two sides were measured."""

    def share(a: str, b: str, figure: str = "wall") -> float | None:
        if a not in found or b not in found:
            return None
        return round(getattr(found[a], figure) / max(1e-9, getattr(found[b], figure)), 4)

    every = {
        "full_cpu_over_encoder": share("full_fast", "encoder_fast", "cpu"),
        "medium_cpu_over_encoder": share("full_medium", "encoder_medium", "cpu"),
        "ffmpeg_graph_over_full": share("graph_fine_fast", "full_fast"),
        "ffmpeg_graph_cpu_over_full": share("graph_fine_fast", "full_fast", "cpu"),
        "ffmpeg_rough_graph_over_full": share("graph_fast", "full_fast"),
        "ffmpeg_rough_graph_medium_over_medium": share("graph_medium", "full_medium"),
        "moviepy_over_full": share("moviepy", "full_fast"),
        "moviepy_cpu_over_full": share("moviepy", "full_fast", "cpu"),
        "moviepy_over_medium": share("moviepy", "full_medium"),
        "shot_edit_over_full": share("shot_edit", "full_fast"),
        "caption_edit_over_full": share("caption_edit", "full_fast"),
        "mix_only_over_full": share("mix_only", "full_fast"),
        "preview_over_length": round(found["preview"].wall / seconds, 4) if "preview" in found else None,
    }
    return {name: value for name, value in every.items() if value is not None}


def quality_of(film: Film, folder: Path, found: dict[str, Spent]) -> dict[str, dict[str, float]]:
    """How true the finished films are, where there are any."""
    from tests.benchmarks.peers import binary
    from tests.benchmarks.quality import scores

    files = {"full_fast": "full_fast.mp4", "full_medium": "full_medium.mp4"}
    files |= {name: f"{name}.mp4" for name in ("graph_fast", "graph_fine_fast", "same_size_fast", "graph_medium")}
    files["moviepy"] = "moviepy.mp4"
    there = {name: folder / file for name, file in files.items() if name in found and (folder / file).exists()}
    return scores(film, there, binary()) if there else {}


def arguments(given: list[str] | None = None) -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--json", action="store_true", help="print the figures and write no page")
    parser.add_argument("--only", default="", help="jobs to run, separated by commas")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--slow-runs", type=int, default=1, help="runs of the jobs that take minutes")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--folder", type=Path, help="keep the workload and the films here")
    parser.add_argument("--moviepy", type=Path, default=MOVIEPY, help="a Python that has moviepy")
    return parser.parse_args(given)


def main() -> None:
    """Run, print, and write the page after a whole run."""
    asked = arguments()
    with tempfile.TemporaryDirectory(prefix="film-benchmark-") as made:
        folder = asked.folder or Path(made)
        film = workload(folder, asked.seconds)
        every = jobs(folder, film, asked.seconds, asked.moviepy)
        chosen = asked.only.split(",") if asked.only else list(every)
        if unknown := [name for name in chosen if name not in every]:
            raise SystemExit(f"There is no job {unknown[0]}; choose from {', '.join(every)}.")
        # Ours gives way to other programs; the others are measured under the same terms.
        if hasattr(os, "nice"):
            os.nice(10)
        found = measured(every, chosen, asked.runs, asked.slow_runs)
        told = ratios(found, film.seconds)
        true = quality_of(film, folder, found)
    result = {"ratios": told, "figures": {n: vars(s) for n, s in found.items()}, "quality": true}
    print(json.dumps(result, indent=None if asked.json else 2))
    if not asked.json and not asked.only:
        written("film", page(found, told, true, asked))


if __name__ == "__main__":
    main()

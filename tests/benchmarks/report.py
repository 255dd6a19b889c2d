"""The page of a benchmark run: docs/benchmarks.md. Knows how to tell figures, not how they come about."""

from __future__ import annotations

import argparse
import platform
import re

import psutil

from engine.film.priority import cores
from tests.benchmarks.measure import ROOT, Spent

PAGE = ROOT / "docs" / "benchmarks.md"
PARTS = ("film", "long", "pictures", "studio")
"""The page's parts in their order; each benchmark writes its own."""

NAMES = {
    "full_fast": "ours, `fast`",
    "encoder_fast": "the encoder alone on the same ready frames, `fast`",
    "full_medium": "ours, `medium`",
    "encoder_medium": "the encoder alone, `medium`",
    "graph_fast": "one ffmpeg graph (4x prescaled zoompan), the settings of `fast`",
    "graph_fine_fast": "the same, 8x: the smoothest that memory allows",
    "same_size_fast": "ours, `fast`, in a file as large as that graph's",
    "graph_medium": "one ffmpeg graph (4x), the settings of `medium`",
    "moviepy": "moviepy's usual script (its own settings; captions without the light on words)",
    "shot_edit": "ours after another picture in one shot",
    "caption_edit": "ours after a corrected word in one caption",
    "line_mix": "ours after one louder line",
    "mix_only": "ours after quieter music",
    "nothing": "ours when nothing changed",
    "preview": "a 480p preview of the whole film",
    "preview_first_second": "the preview's first second, ready to play",
}
TARGETS = {
    "full_cpu_over_encoder": "at most 1.35",
    "medium_cpu_over_encoder": "at most 1.12",
    "ffmpeg_graph_over_full": "at least 4.5",
    "moviepy_over_full": "at least 15",
    "moviepy_over_medium": "at least 3.5",
    "shot_edit_over_full": "at most 0.125",
    "caption_edit_over_full": "at most 0.125",
    "mix_only_over_full": "at most 0.125",
}


def written(part: str, text: str) -> None:
    """Put a part's text into the page, in the place of what it held of it."""
    old = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    held = dict(re.findall(r"<!-- (\w+) -->\n(.*?)<!-- end -->", old, re.DOTALL)) | {part: text.rstrip() + "\n"}
    marked = [f"<!-- {name} -->\n{held[name]}<!-- end -->\n" for name in PARTS if name in held]
    PAGE.write_text("\n".join(["# How fast it is\n", *marked]), encoding="utf-8")


def page(
    found: dict[str, Spent],
    ratios: dict[str, float],
    true: dict[str, dict[str, float]],
    asked: argparse.Namespace,
) -> str:
    """The figures as Markdown, with what they mean."""
    memory = psutil.virtual_memory().total / 1024**3
    rows = [_row(name, found[name], true.get(name, {})) for name in NAMES if name in found]
    told = [f"| {name} | {value:.3f} | {TARGETS.get(name, '')} |" for name, value in ratios.items()]
    return "\n".join(
        [
            "## How fast a film is made",
            "",
            f"Written by `make bench`: {asked.seconds} seconds at 1920x1080 and 24 frames a second, twelve stills of "
            "three kinds with camera moves and dissolves, captions whose words light up, speech and ducked music. "
            f"{cores()} cores ({platform.machine()}), {memory:.0f} GiB of memory, Python {platform.python_version()}. "
            f"Medians of {asked.runs} runs that took turns (of {asked.slow_runs} for what takes minutes). "
            "Start-up of Python is outside of all figures.",
            "",
            "| what | wall s | CPU s | memory, GB | file, MB | SSIM | VMAF | jitter, px |",
            "| --- | --- | --- | --- | --- | --- | --- | --- |",
            *rows,
            "",
            "CPU time is the truer figure on a machine that others use too. The encoder alone reads frames that lie in "
            "memory, with the settings, segments and threads of the film. SSIM and VMAF are of the brightness of "
            "frames inside shots, above the captions, against frames drawn slowly in floating point. Jitter is how much the "
            "steps from frame to frame of a steady move differ from one to the next, measured on the finished film "
            "(root mean square of the path's second difference; the encoder's noise is in it).",
            "",
            "| ratio | measured | aim |",
            "| --- | --- | --- |",
            *told,
            "",
            "Of the distance to moviepy at its own settings a part is the encoder's preset, not the renderer: "
            "`moviepy_over_medium` compares both at x264's `medium`. `ffmpeg_graph_over_full` is against the graph whose motion "
            "comes nearest to ours in smoothness (8x), `ffmpeg_rough_graph_over_full` against the usual 4x.",
            "",
        ]
    )


def _row(name: str, spent: Spent, true: dict[str, float]) -> str:
    size = f"{spent.size / 1e6:.1f}" if spent.size else ""
    forms = {"ssim": ".4f", "vmaf": ".1f", "jitter": ".2f"}
    marks = [f"{true[mark]:{form}}" if mark in true else "" for mark, form in forms.items()]
    figures = [f"{spent.wall:.2f}", f"{spent.cpu:.2f}", f"{spent.memory / 1e9:.2f}", size, *marks]
    return f"| {NAMES[name]} | {' | '.join(figures)} |"

"""How fast local models are here, beside plain diffusers as its documentation shows it: SDXL and LTX-Video, in one run, with peak memory.

Full-size networks with random weights, since speed does not depend on the weights. `make gpubench`, or with the Python that has PyTorch:
`python -m tests.benchmarks.gpu --out gpu.json`; `--tiny` runs the same on small networks, on a processor too, to see that it works.
"""

from __future__ import annotations

import argparse
import gc
import json
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from engine.models import memory, place
from engine.models.catalogue import card as model_card
from engine.models.device import need
from engine.models.keeper import Keeper
from engine.models.memory import HOT
from engine.providers.contract import ImageRequest, VideoRequest, silent

PROMPT = "A boat in the fog, a lamp at its bow, grey water and quiet hills behind"


@dataclass(frozen=True)
class Load:
    """What is measured: sizes, steps, frames, how many results after the ones that warm up, how many in a film's batch."""

    side: int = 1024
    steps: int = 30
    results: int = 6
    batch: int = 8
    video: tuple[int, int, int] = (768, 512, 121)
    video_steps: int = 40
    tiny: bool = False


TINY = Load(64, 2, 1, 2, (64, 64, 9), 2, True)


@dataclass(frozen=True)
class Measured:
    """One way of making results: seconds for the first (with whatever it prepares), seconds for each further one, peak GB."""

    way: str
    first: float
    each: float
    peak: float

    @property
    def a_minute(self) -> float:
        return 60 / self.each


def main() -> None:
    """Measure what is asked and print it."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.gpu", description=__doc__)
    parser.add_argument("--tiny", action="store_true", help="small networks and pictures, on any device")
    parser.add_argument("--only", default="sdxl,ltx", help="which: sdxl, ltx")
    parser.add_argument("--results", type=int, default=0, help="how many results are timed")
    parser.add_argument("--out", type=Path, help="write the figures here as JSON")
    asked = parser.parse_args()
    load = TINY if asked.tiny else Load(results=asked.results or Load.results)
    place.prepare(-1)
    machine = place.machine()
    if machine.device != "cuda" and not asked.tiny:
        raise SystemExit("No NVIDIA GPU is here; --tiny tries the benchmark without one.")
    folder = Path(tempfile.mkdtemp(prefix="gpu-benchmark-"))
    try:
        figures = {}
        for name in asked.only.split(","):
            figures[name] = MEASURES[name](folder, load, machine)
            _swept()
    finally:
        shutil.rmtree(folder)
    print(report(machine, load, figures))
    if asked.out:
        rows = {name: [asdict(row) | {"a_minute": row.a_minute} for row in rows] for name, rows in figures.items()}
        asked.out.write_text(json.dumps({"device": asdict(machine), "load": asdict(load), **rows}, indent=1))


def sdxl(folder: Path, load: Load, machine: memory.Machine) -> list[Measured]:
    """Pictures: plain diffusers, ours one by one, ours as a film's keyframes are made."""
    place_of = folder / "sdxl"
    _built("sdxl", place_of, load, machine)
    plain = _plain_pictures(place_of, load, machine)
    _swept()
    ours = _our_pictures(place_of, load, machine)
    return [
        plain,
        _timed("ours, one by one", machine, lambda: ours(1), load.results, warm=HOT + 1),
        _timed("ours, a film's pictures", machine, lambda: ours(load.batch), load.results, warm=2, batch=load.batch),
    ]


def _plain_pictures(folder: Path, load: Load, machine: memory.Machine) -> Measured:
    """As the page of Stable Diffusion XL in diffusers' documentation does it."""
    import torch
    from diffusers import DiffusionPipeline

    form = {"variant": "fp16"} if not load.tiny else {}
    kind = torch.float16 if machine.device == "cuda" else torch.float32
    pipe = DiffusionPipeline.from_pretrained(folder, dtype=kind, use_safetensors=True, **form).to(machine.device)
    pipe.set_progress_bar_config(disable=True)

    def draw() -> None:
        pipe(prompt=PROMPT, width=load.side, height=load.side, num_inference_steps=load.steps).images[0].load()

    return _timed("plain diffusers", machine, draw, load.results, warm=1)


def _our_pictures(folder: Path, load: Load, machine: memory.Machine) -> Callable[[int], None]:
    """Our path: the keeper's plan, its compiling, several at once where there is room."""
    from engine.models.pictures import Job, Painter

    card = model_card("sdxl").model_copy(
        update={"size": (load.side, load.side), "variant": "" if load.tiny else "fp16"}
        | ({"weights": 0.1, "largest": 0.1, "work": 0.1} if load.tiny else {})
    )
    job = Job(card, str(folder), load.steps, 5.0, "dpm", need=need(card))
    keeper = Keeper(place.machine, place.room, place.emptied)
    scratch = folder.parent / "pictures"
    scratch.mkdir()

    def draw(count: int) -> None:
        requests = [ImageRequest(f"{PROMPT}, {seed}", load.side, load.side, seed=seed) for seed in range(count)]

        def act(painter: Any, plan: memory.Plan) -> None:
            many = memory.at_once(job.need, plan, place.machine())
            for start in range(0, count, many):
                painter.draw(job, requests[start : start + many], plan, scratch, silent)

        keeper.use(job.key, job.need, load=lambda plan: Painter.load(job, plan), act=act, tell=silent, results=count)

    return draw


def ltx(folder: Path, load: Load, machine: memory.Machine) -> list[Measured]:
    """Clips: plain diffusers and ours."""
    from PIL import Image

    place_of = folder / "ltx"
    _built("ltx", place_of, load, machine)
    first = folder / "first.png"
    Image.radial_gradient("L").resize(load.video[:2]).convert("RGB").save(first)
    results = max(1, load.results // 3)
    plain = _plain_clips(place_of, load, machine, first, results)
    _swept()
    return [
        plain,
        _timed("ours", machine, _our_clips(place_of, load, first), results, warm=1),
    ]


def _plain_clips(folder: Path, load: Load, machine: memory.Machine, first: Path, results: int) -> Measured:
    """As the page of LTX-Video in diffusers' documentation does it."""
    import torch
    from diffusers import LTXImageToVideoPipeline
    from diffusers.utils import load_image

    kind = torch.bfloat16 if machine.device == "cuda" else torch.float32
    pipe = LTXImageToVideoPipeline.from_pretrained(folder, dtype=kind).to(machine.device)
    pipe.set_progress_bar_config(disable=True)
    width, height, frames = load.video
    image = load_image(str(first))

    def film() -> None:
        pipe(
            image=image,
            prompt=PROMPT,
            negative_prompt="worst quality, inconsistent motion, blurry, jittery, distorted",
            width=width,
            height=height,
            num_frames=frames,
            num_inference_steps=load.video_steps,
        )

    return _timed("plain diffusers", machine, film, results, warm=1)


def _our_clips(folder: Path, load: Load, first: Path) -> Callable[[], None]:
    from engine.models.motion import Filmer, Shoot

    width, height, frames = load.video
    changes = {"size": (width, height), "frames": frames, "variant": ""}
    card = model_card("ltx").model_copy(
        update=changes | ({"weights": 0.1, "largest": 0.1, "work": 0.1} if load.tiny else {})
    )
    job = Shoot(card, str(folder), load.video_steps, 3.0)
    request = VideoRequest(PROMPT, first, width, height, frames / card.fps)
    keeper = Keeper(place.machine, place.room, place.emptied)

    def film() -> None:
        keeper.use(
            job.key,
            need(card),
            load=lambda plan: Filmer.load(job, plan),
            act=lambda filmer, plan: filmer.film(job, request, plan, first.parent, silent),
            tell=silent,
        )

    return film


MEASURES: dict[str, Callable[[Path, Load, memory.Machine], list[Measured]]] = {"sdxl": sdxl, "ltx": ltx}


def _built(name: str, target: Path, load: Load, machine: memory.Machine) -> None:
    """The model's folder: the tiny one, or the full-size one, made on the device."""
    from tests.benchmarks import gpu_models
    from tests.fakes.tiny import motion, pictures

    if load.tiny:
        {"sdxl": pictures.sdxl, "ltx": motion.ltx}[name](target)
    else:
        getattr(gpu_models, name)(target, machine.device)
        place.emptied()


def _swept() -> None:
    """Give back what the last way of making held, so that the next has all the memory."""
    gc.collect()
    place.emptied()


def _timed(
    way: str, machine: memory.Machine, make: Callable[[], object], results: int, *, warm: int, batch: int = 1
) -> Measured:
    """Seconds of the first result and of each of `results` after `warm` ones; the most memory that was in use."""
    import torch

    def sync() -> None:
        if machine.device == "cuda":
            torch.cuda.synchronize()

    if machine.device == "cuda":
        torch.cuda.reset_peak_memory_stats()
    began = time.perf_counter()
    make(), sync()
    first = time.perf_counter() - began
    for _ in range(warm - 1):
        make()
    sync()
    began = time.perf_counter()
    for _ in range(results):
        make()
    sync()
    each = (time.perf_counter() - began) / results / batch
    peak = torch.cuda.max_memory_allocated() / place.GB if machine.device == "cuda" else 0.0
    return Measured(way, round(first, 3), round(each, 4), round(peak, 2))


def report(machine: memory.Machine, load: Load, figures: dict[str, list[Measured]]) -> str:
    """The figures as a person reads them."""
    what = {
        "sdxl": f"SDXL {load.side}x{load.side}, {load.steps} steps",
        "ltx": "LTX {}x{}, {} frames, {} steps".format(*load.video, load.video_steps),
    }
    rows = [f"{machine.name}, {machine.total:.0f} GB" + (" (tiny networks: no figure of speed)" if load.tiny else "")]
    for name, found in figures.items():
        rows.append(what[name])
        for one in found:
            times = f"{found[0].each / one.each:.2f} times plain"
            rows.append(
                f"  {one.way:<24} {one.a_minute:>8.2f} a minute  {times:<18} first {one.first:.1f} s  peak {one.peak:.1f} GB"
            )
    return "\n".join(rows)


if __name__ == "__main__":
    main()

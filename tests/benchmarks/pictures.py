"""How fast the illustrator draws: keyframes of films of two sizes, their clips' sheets, and frames of these clips.

    python -m tests.benchmarks.pictures [--json] [--pictures 12]

Each size runs in a process of its own; its first picture, which loads the language data, is outside of the figures. Writes its part of
docs/benchmarks.md. A keyframe is drawn larger than its film by the room that the camera needs.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.benchmarks.measure import Spent, run, tell, timed
from tests.benchmarks.report import written

STORIES = Path(__file__).parents[1] / "illustrate" / "stories"
SIZES = {"1280x720": (1280, 720), "1920x1080": (1920, 1080)}
RATE, SECONDS, FRAMES = 24, 4.0, 48
AIMS = {"1280x720": (1.5, 25.0), "1920x1080": (3.0, 0.0)}


@dataclass(frozen=True)
class Told:
    """Medians and worsts of a size: seconds of a keyframe, of its clip's sheets; frames in a second of one core; bytes of memory."""

    keyframe: float
    keyframe_worst: float
    sheets: float
    frames: float
    frames_worst: float
    memory: int


def sentences(count: int) -> list[str]:
    """The second sentence of each story, in the order of their names; more follow when more are wanted."""
    rows = [" ".join(path.read_text(encoding="utf-8").split()).split(". ") for path in sorted(STORIES.glob("*.txt"))]
    return [row[at] for at in (1, 0, 2) for row in rows if len(row) > at][:count]


def measure(size: tuple[int, int], count: int) -> Iterator[tuple[str, Spent]]:
    """Draws pictures and frames, telling what each took."""
    from engine.illustrate.scene import Scene
    from engine.providers.image.illustrator import Illustrator
    from engine.stages.keyframe import OVERSIZE
    from tests.illustrate.requests import request

    drawn = "x".join(str(round(side * OVERSIZE / 2) * 2) for side in size)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        Illustrator().draw(request("A boat waits by the shore at night.", size="320x180"), folder)
        scenes = []
        for number, words in enumerate(sentences(count)):
            with timed() as spent:
                found = Illustrator().draw(request(words, size=drawn, seed=number), folder)
            scenes.append(Scene.model_validate(found.scene))
            yield f"keyframe {number}", spent
        # Only now, for the memory of keyframes is told by itself: drawing them loads no film engine.
        from engine.film.view import Span, View
        from engine.illustrate.moving import moving

        for number, scene in enumerate(scenes):
            with timed() as spent:
                still = moving(scene, *_sides(drawn), SECONDS)
            yield f"sheets {number}", spent
            shot = _shot(still, folder, size)
            view = View(shot, size, RATE, Span(FRAMES))
            with timed() as spent:
                _show(view, size)
            yield f"frames {number}", spent


def _sides(size: str) -> tuple[int, int]:
    width, height = size.split("x")
    return int(width), int(height)


def _shot(still, folder: Path, size: tuple[int, int]):  # type: ignore[no-untyped-def]
    """The picture's clip with a slow push, from files as a film's are."""
    from engine import film
    from tests.illustrate.clips import shown

    push = film.move("push", size, size, film.Window(0.4, 0.4, 0.2, 0.3), seed=3, seconds=SECONDS)
    return film.Shot("a", shown(still, folder), push, FRAMES)


def _show(view, size: tuple[int, int]) -> None:  # type: ignore[no-untyped-def]
    from engine.film.painter import empty_planes
    from engine.film.place import one_opencv_thread

    one_opencv_thread()
    planes, spare = empty_planes(size), empty_planes(size)
    for number in range(FRAMES):
        view.draw(number, planes, spare)


def told(found: dict[str, Spent]) -> Told:
    """The figures of one size. Keyframes by the clock; frames by the time of the processor, for a core."""

    def every(what: str) -> list[Spent]:
        return [spent for name, spent in found.items() if name.startswith(what)]

    def middle(values: list[float]) -> float:
        return sorted(values)[len(values) // 2]

    keyframes = [each.wall for each in every("keyframe")]
    rates = [FRAMES / each.cpu for each in every("frames")]
    return Told(
        keyframe=round(middle(keyframes), 2),
        keyframe_worst=round(max(keyframes), 2),
        sheets=round(middle([each.wall for each in every("sheets")]), 2),
        frames=round(middle(rates), 1),
        frames_worst=round(min(rates), 1),
        memory=max(each.memory for each in every("keyframe")),
    )


def page(found: dict[str, Told], count: int) -> str:
    """This part of the page, as Markdown."""
    rows = [
        f"| {size} | {one.keyframe:.2f} ({one.keyframe_worst:.2f}) | {one.sheets:.2f} | {one.frames:.0f} ({one.frames_worst:.0f}) | "
        f"{one.memory / 1e6:.0f} | {AIMS[size][0]:.1f} s{f', {AIMS[size][1]:.0f} frames' if AIMS[size][1] else ''}, 600 MB |"
        for size, one in found.items()
    ]
    return "\n".join(
        [
            "## How fast pictures are drawn",
            "",
            f"The illustrator on {count} sentences of as many stories, warm. Medians, with the worst in brackets. A picture is drawn a fifth "
            "larger than its film, for the camera. Frames are those of the clips with depth, at the film's size, for each core.",
            "",
            "| film | a keyframe, s | its clip's sheets, s | frames a second and core | memory, MB | aim |",
            "| --- | --- | --- | --- | --- | --- |",
            *rows,
            "",
        ]
    )


def main() -> None:
    """Run both sizes and tell; or, asked by itself, run one."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--json", action="store_true", help="print the figures and write no page")
    parser.add_argument("--pictures", type=int, default=12)
    parser.add_argument("--size", choices=list(SIZES), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.size:
        tell(dict(measure(SIZES[asked.size], asked.pictures)))
        return
    found = {size: told(run("pictures", "--size", size, "--pictures", str(asked.pictures))) for size in SIZES}
    print(json.dumps({size: asdict(one) for size, one in found.items()}, indent=None if asked.json else 2))
    if not asked.json:
        written("pictures", page(found, asked.pictures))
        print("docs/benchmarks.md holds them.", file=sys.stderr)


if __name__ == "__main__":
    main()

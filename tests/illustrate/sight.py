"""What of a shot can be seen: of each thing that the words ask for, the share that nothing nearer hides and no edge cuts.

Measures the drawn masks of the sheets, small and before any finish, so a shot takes a tenth of a second. By hand:
`python -m tests.illustrate.sight` lists the faults of all samples and stories; names and `--shape tall` choose.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.illustrate.compose import bare, staged
from engine.illustrate.layout import Layout, laid_out
from engine.illustrate.layout_boxes import LYING
from engine.illustrate.placing import draw_thing
from engine.illustrate.scene import Scene, Thing
from engine.illustrate.stage import Cut, Stage
from engine.illustrate.story import requests
from engine.illustrate.words import Told, tell

ROOT = Path(__file__).parents[2]
SHAPES = {"wide": (320, 180), "tall": (180, 320), "square": (240, 240)}
LEAST_SEEN, MOST_CUT, LEAST_FACE, MOST_LOW = 0.66, 0.15, 0.85, 0.6
"""Less in sight, more beyond the edges, less of a face, or more under the captions than this is a fault."""
LEAST_OF_LAND = 0.45
"""Hills and fields hide the foot of a mountain."""
LAND = ("mountain", "volcano", "island", "pyramid")
CAPTIONS = 0.8
"""Of the height: captions are below."""
_OWN = 0.6
"""A sheet's alpha from which on a place is the thing itself and not its soft shadow."""
_LEAVE = ("medium", "close")
"""Framings in which bodies leave the picture at the foot."""
_INTO = ("in", "behind", "under", "at")
"""Relations by which the words themselves put one behind the other."""
_SHRUNK = 0.3
Mask = NDArray[np.float32]


@dataclass(frozen=True)
class Sight:
    """One thing of a shot. Shares: `seen` of what is in the picture, `cut` of the whole that is beyond its edges without
    the framing asking for it, `low` under the captions; `face` in sight (1 where there is none), `edge` whether it
    touches an edge. `hider` hides most of it, `asked` when the words put it there."""

    thing: str
    kind: str
    seen: float
    cut: float
    low: float
    face: float
    edge: bool
    hider: str
    asked: bool

    @property
    def fault(self) -> str:
        """What is wrong, in words; '' when nothing is."""
        wrong = []
        if self.seen < (LEAST_OF_LAND if self.kind in LAND else LEAST_SEEN) and not self.asked:
            wrong.append(f"{self.seen:.0%} seen, behind {self.hider}")
        if self.cut > MOST_CUT:
            wrong.append(f"{self.cut:.0%} cut")
        if self.face < LEAST_FACE:
            wrong.append(f"{self.face:.0%} of the face seen, behind {self.hider}")
        if self.edge:
            wrong.append("the face touches the edge")
        if self.low > MOST_LOW:
            wrong.append(f"{self.low:.0%} under the captions")
        return ", ".join(wrong)


def sights(told: Told, laid: Layout, width: int, height: int) -> list[Sight]:
    """Each thing of the scene that the words ask for; scenery behind a company is not judged."""
    scene = laid.scene
    stage = staged(scene, "paper", width, height)
    cuts = sorted(stage.cuts, key=lambda cut: cut.depth)
    weights = {actor.id: actor.weight for actor in told.actors}
    wanted = [thing for thing in scene.things if weights.get(thing.id, 0.0) > 0.1 and thing.role != "background"]
    return [_sight(thing, laid, told, stage, cuts) for thing in wanted]


def _sight(thing: Thing, laid: Layout, told: Told, stage: Stage, cuts: Sequence[Cut]) -> Sight:
    margin = stage.frame.margin
    width, height = stage.frame.size
    at = next(i for i, cut in enumerate(cuts) if cut.thing == thing.id)
    body = _alpha(cuts[at])
    own = np.where(body > _OWN, body, np.float32(0))
    inner = own[margin : margin + height, margin : margin + width]
    open_air, hiders = np.ones_like(inner), []
    for cut in cuts[at + 1 :]:
        over = _alpha(cut)[margin : margin + height, margin : margin + width]
        hiders.append((float((inner * open_air * over).sum()), cut.thing or cut.name))
        open_air = open_air * (1 - over)
    whole = max(float(inner.sum()), 1e-6)
    hider = max(hiders, default=(0.0, ""))[1]
    face = None if thing.pose in LYING else laid.faces.get(thing.id)  # a sleeper's face has no box of its own
    seen, edge = _face(own, open_air, face, margin) if face else (1.0, False)
    return Sight(
        thing.id, thing.kind, float((inner * open_air).sum()) / whole, _cut(thing, own, laid.scene, stage),
        float(inner[round(CAPTIONS * height) :].sum()) / whole, seen, edge, hider, _asked(thing, hider, told),
    )  # fmt: skip


def _alpha(cut: Cut) -> Mask:
    return np.asarray(cut.sheet.pixels[..., 3], np.float32) / np.float32(255)


def _asked(thing: Thing, hider: str, told: Told) -> bool:
    """Whether the words put one into or behind the other, as drops in a cloud, or it is in a bed or a row of seats."""
    pairs = [{one, other} for one, how, other in told.relations if how in _INTO]
    return {thing.id, hider} in pairs or "place" in thing.options


def _cut(thing: Thing, own: Mask, scene: Scene, stage: Stage) -> float:
    """The share of a thing beyond the edges; below, bodies may leave a near view."""
    margin = stage.frame.margin
    width, height = stage.frame.size
    foot = own.shape[0] if scene.camera.framing in _LEAVE else margin + height
    kept = float(own[margin:foot, margin : margin + width].sum())
    here = float(own.sum())
    inside = (own[0].any(), own[-1].any(), own[:, 0].any(), own[:, -1].any())
    if not any(inside):
        return 1 - kept / max(here, 1e-6)
    if scene.camera.framing in _LEAVE and not any((inside[0], *inside[2:])):
        return 1 - kept / max(here, 1e-6)
    return max(1 - kept / max(_whole(thing, scene, stage), 1e-6), 0.0)


def _whole(thing: Thing, scene: Scene, stage: Stage) -> float:
    """How large a thing's mask is where nothing cuts it: it is drawn again, small, in the middle."""
    alone, info = bare(scene, "paper", *stage.frame.size)
    height = (thing.height or 0.3) * _SHRUNK
    draw_thing(alone, info, thing.model_copy(update={"height": height, "x": 0.5, "y": 0.75, "depth": 0.6}))
    body = _alpha(alone.cuts[-1])
    return float(np.where(body > _OWN, body, np.float32(0)).sum()) / _SHRUNK**2


def _face(own: Mask, open_air: Mask, face: Sequence[float], margin: int) -> tuple[float, bool]:
    """The share of a face in sight, and whether it reaches beyond an edge."""
    height, width = open_air.shape
    left, right = (round(share * width) for share in (face[0], face[2]))
    top, foot = (round(share * height) for share in (face[1], face[3]))
    head = np.zeros_like(own)
    rows, columns = slice(max(top + margin, 0), foot + margin), slice(max(left + margin, 0), right + margin)
    head[rows, columns] = own[rows, columns]
    inner = head[margin : margin + height, margin : margin + width]
    whole = float(head.sum())
    if not whole:
        return 1.0, False
    return float((inner * open_air).sum()) / whole, whole - float(inner.sum()) > 0.02 * whole


@dataclass(frozen=True)
class Look:
    """One shot of a story with what of it is seen."""

    story: str
    number: int
    text: str
    framing: str
    setting: str
    found: tuple[Sight, ...]


def texts(names: Sequence[str] = ()) -> list[Path]:
    """The samples and the stories, or those of these names."""
    every = [*sorted((ROOT / "samples").glob("*.txt")), *sorted((Path(__file__).parent / "stories").glob("*.txt"))]
    return [path for path in every if not names or path.stem in names]


def looks(path: Path, shapes: Sequence[str] = tuple(SHAPES)) -> Iterator[tuple[str, Look]]:
    """Every shot of a text in these shapes, each with its shape; the words are read once."""
    for number, request in enumerate(requests(path.read_text(encoding="utf-8"), "paper", *SHAPES["wide"]), 1):
        told = tell(request)
        for shape in shapes:
            laid = laid_out(told, *SHAPES[shape], request.seed)
            found = tuple(sights(told, laid, *SHAPES[shape]))
            framing = laid.scene.camera.framing
            yield shape, Look(path.stem, number, request.text, framing, told.setting, found)


def main() -> None:
    """List the faults of shots by shape, and count them."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("stories", nargs="*", help="names of samples or stories; none means all")
    parser.add_argument("--shape", choices=tuple(SHAPES), action="append")
    args = parser.parse_args()
    shapes = args.shape or tuple(SHAPES)
    shots, faulty = dict.fromkeys(shapes, 0), dict.fromkeys(shapes, 0)
    for path in texts(args.stories):
        for shape, look in looks(path, shapes):
            wrong = [each for each in look.found if each.fault]
            shots[shape] += 1
            faulty[shape] += bool(wrong)
            if wrong:
                print(f"{shape}: {look.story} {look.number} ({look.framing}, {look.setting}): {look.text}")
            for each in wrong:
                print(f"    {each.thing} ({each.kind}): {each.fault}", flush=True)
    for shape in shapes:
        print(f"{shape}: {faulty[shape]} of {shots[shape]} shots have something hidden or cut")


if __name__ == "__main__":
    main()

"""A scene made ready for its clip: sheets that move apart with depth, each with its motion and its other drawings (a
walk's steps, closed eyes), and the picture's surface, which lies still on the screen.

The scene is drawn again from its data, exactly as its keyframe was. Sheets that stay alike are laid together, so that few
are kept and each frame costs little. Knows no files and no film engine. Example: `moving(scene, 1536, 864, 5.0).sheets`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.illustrate.compose import Drawn, Layer, bare, drawn_stage, lay, rendered, staged
from engine.illustrate.kit.figures import archetypes
from engine.illustrate.kit.figures.body import POSES, STEPS
from engine.illustrate.kit.figures.face import FACES
from engine.illustrate.motion import COMING, GOING, LEAVING, Clip, Moves, Ways, motion_of
from engine.illustrate.placing import draw_things
from engine.illustrate.scene import Scene, Thing

Bytes = NDArray[np.uint8]
Box = tuple[int, int, int, int]

TOGETHER = 0.07
"""Neighbours that stand still and whose depths differ by less are one sheet."""
LEAST_HEAD = 22.0
"""Pixels of a head from which its eyes are seen to blink."""
_BAND = 128
"""Rows at a time: float planes of a whole picture are large."""
_HEAD = 0.24
_BLINK = (3.7, 0.13)
"""Seconds from one blink to the next, and how long eyes are shut."""
_CADENCE = {"walk": 5.5, "run": 8.5, "wave": 3.2}
"""Drawings a second."""


@dataclass(frozen=True)
class Sheet:
    """Premultiplied RGBA bytes whose corner lies at (x, y) pixels of the picture; `scale`: their pixels for one of the
    picture; `motion`: plain data (see `engine.illustrate.motion`); `others`: drawings of the same size that take its place."""

    name: str
    pixels: Bytes
    x: int
    y: int
    depth: float
    blend: str = "over"
    scale: float = 1.0
    motion: Moves = field(default_factory=dict)
    others: tuple[Bytes, ...] = ()


@dataclass(frozen=True)
class Moving:
    """The sheets from far to near, the depth of what the shot is about, and what lies on the screen (straight RGBA)."""

    width: int
    height: int
    subject: float
    sheets: tuple[Sheet, ...]
    surface: Bytes


def moving(scene: Scene, width: int, height: int, seconds: float) -> Moving:
    """The scene for a clip of that many seconds, drawn in its own look at the size of its keyframe in pixels."""
    look = scene.look or "paper"
    stage = staged(scene, look, width, height)
    wind = stage.wind
    drawn = drawn_stage(stage)
    unit = stage.frame.pixels
    clip = Clip(seconds, unit, width, wind)
    ways = Ways.of(scene, drawn.layers)
    sheets = [
        Sheet(layer.name, layer.pixels, layer.x, layer.y, layer.depth, layer.blend, 1.0, motion_of(layer, ways, clip))
        for layer in drawn.layers
    ]
    things = [ways.things.get(layer.thing) if layer.blend == "over" else None for layer in drawn.layers]
    made = [
        _with_others(sheet, thing, scene, look, drawn, unit, ways) if thing else sheet
        for sheet, thing in zip(sheets, things, strict=True)
    ]
    hero = max((t.depth for t in scene.things if t.role == "hero"), default=0.6)
    return Moving(width, height, hero, (*_together(made), *_bloom(drawn, hero)), _surface(drawn))


# ---------------------------------------------------------------- other drawings of one thing


def _with_others(sheet: Sheet, thing: Thing, scene: Scene, look: str, drawn: Drawn, unit: float, ways: Ways) -> Sheet:
    """A person's steps, wave or blink."""
    if not archetypes.is_person(thing.kind):
        return sheet
    verb = ways.does.get(thing.id, "")
    walks = thing.pose in STEPS and (verb in GOING | COMING | LEAVING or not verb)
    if walks:
        poses = [f"{thing.pose} {n}" for n in (2, 3, 4)]
        rate = _CADENCE[thing.pose]
        turns = {"turns": [[n / rate, n] for n in range(4)], "period": 4 / rate}
        return _drawn_as(sheet, [_posed(thing, pose) for pose in poses], turns, scene, look, drawn)
    if thing.pose == "wave":
        rate = _CADENCE["wave"]
        turns = {"turns": [[0.0, 0], [1 / rate, 1]], "period": 2 / rate}
        return _drawn_as(sheet, [_posed(thing, "wave 2")], turns, scene, look, drawn)
    if thing.count == 1 and _blinks(thing, unit):
        every, shut = _BLINK
        phase = len(thing.id) * 0.7 % every
        turns = {"turns": [[0.0, 0], [every - shut, 1]], "period": every, "phase": round(phase, 3)}
        shut_eyes = thing.model_copy(update={"options": {**thing.options, "eyes": "closed"}})
        return _drawn_as(sheet, [shut_eyes], turns, scene, look, drawn)
    return sheet


def _posed(thing: Thing, pose: str) -> Thing:
    return thing.model_copy(update={"pose": pose})


def _blinks(thing: Thing, unit: float) -> bool:
    tall = (thing.height or 0.2) * 720 * unit
    eyes = FACES.get(thing.feeling, FACES[""]).eyes
    pose = POSES.get(thing.pose)
    return (
        tall * _HEAD >= LEAST_HEAD
        and eyes in ("open", "wide")
        and thing.facing != "back"
        and not (pose and pose.closed)
    )


def _drawn_as(sheet: Sheet, others: Sequence[Thing], turns: Moves, scene: Scene, look: str, drawn: Drawn) -> Sheet:
    """The sheet with the same thing drawn otherwise, all cut to one box."""
    layers = [_alone(other, scene, look, drawn) for other in others]
    if any(layer is None for layer in layers):
        return sheet
    found = [layer for layer in layers if layer is not None]
    box = _around([_box(sheet.pixels, sheet.x, sheet.y), *(_box(each.pixels, each.x, each.y) for each in found)])
    pixels = _cut(sheet.pixels, sheet.x, sheet.y, box)
    more = tuple(_cut(each.pixels, each.x, each.y, box) for each in found)
    return replace(sheet, pixels=pixels, x=box[0], y=box[1], others=more, motion={**sheet.motion, "sprites": turns})


def _box(pixels: Bytes, x: int, y: int) -> Box:
    return x, y, x + pixels.shape[1], y + pixels.shape[0]


def _around(boxes: Sequence[Box]) -> Box:
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def _cut(pixels: Bytes, x: int, y: int, box: Box) -> Bytes:
    whole = np.zeros((box[3] - box[1], box[2] - box[0], 4), np.uint8)
    whole[y - box[1] : y - box[1] + pixels.shape[0], x - box[0] : x - box[0] + pixels.shape[1]] = pixels
    return whole


def _alone(thing: Thing, scene: Scene, look: str, drawn: Drawn) -> Layer | None:
    """One thing of the scene, drawn where it stands and nothing else."""
    stage, info = bare(scene.model_copy(update={"things": (thing,)}), look, drawn.width, drawn.height)
    draw_things(stage, info)
    return next((layer for layer in rendered(stage) if layer.blend == "over"), None)


# ---------------------------------------------------------------- fewer sheets


def _together(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Neighbours at nearly one depth that stand still, or sway alike as strips of water do, laid together."""
    found: list[Sheet] = []
    run: list[Sheet] = []
    for sheet in sheets:
        if run and not _joins(run, sheet):
            found.append(_joined(run))
            run = []
        run.append(sheet)
    return [*found, _joined(run)] if run else found


def _joins(run: Sequence[Sheet], sheet: Sheet) -> bool:
    first = run[0]
    if sheet.others or first.others or sheet.blend != "over" or first.blend != "over":
        return False
    near = sheet.depth - first.depth
    if not first.motion and not sheet.motion:
        return near < TOGETHER
    alike = set(first.motion) == set(sheet.motion) == {"sway", "bob"}
    return alike and "anchor" not in first.motion and near < 1.6 * TOGETHER and len(run) < 2


def _joined(run: Sequence[Sheet]) -> Sheet:
    if len(run) == 1:
        return run[0]
    box = _around([_box(sheet.pixels, sheet.x, sheet.y) for sheet in run])
    whole = _cut(run[0].pixels, run[0].x, run[0].y, box)
    for sheet in run[1:]:
        height, width = sheet.pixels.shape[:2]
        under = whole[sheet.y - box[1] : sheet.y - box[1] + height, sheet.x - box[0] : sheet.x - box[0] + width]
        keep = cv2.merge([cv2.bitwise_not(np.ascontiguousarray(sheet.pixels[..., 3]))] * 4)
        under[:] = cv2.add(cv2.multiply(np.ascontiguousarray(under), keep, scale=1 / 255), sheet.pixels)
    depth = sum(sheet.depth for sheet in run) / len(run)
    return Sheet(run[0].name, whole, box[0], box[1], round(depth, 4), motion=run[0].motion)


# ---------------------------------------------------------------- bloom and surface


def _bloom(drawn: Drawn, depth: float) -> list[Sheet]:
    """The spill of bright places, as a light of its own at an eighth of the size."""
    if drawn.surface.bloom <= 0.02:
        return []
    margin = drawn.margin
    canvas = np.zeros((drawn.height + 2 * margin, drawn.width + 2 * margin, 3), np.uint8)
    for layer in drawn.layers:
        lay(canvas, layer.pixels, layer.x + margin, layer.y + margin, layer.blend)
    spill = drawn.surface.spill(canvas)
    if int(spill.max()) < 4:
        return []
    return [
        Sheet("bloom", np.dstack([spill, np.zeros(spill.shape[:2], np.uint8)]), -margin, -margin, depth, "screen",
              spill.shape[1] / canvas.shape[1])
    ]  # fmt: skip


def _surface(drawn: Drawn) -> Bytes:
    """Vignette, grain and border as one straight RGBA picture: darkness, and the paper's edge over it."""
    gain, border = drawn.surface.gain, drawn.surface.border
    whole = np.empty((*gain.shape[:2], 4), np.uint8)
    for top in range(0, len(gain), _BAND):
        rows = slice(top, top + _BAND)
        whole[rows] = _surface_rows(gain[rows], None if border is None else border[rows])
    return whole


def _surface_rows(gain: Bytes, border: Bytes | None) -> Bytes:
    dark = np.clip(1 - gain[..., 0].astype(np.float32) / 160, 0, 1)
    colour = np.zeros((*dark.shape, 3), np.float32)
    alpha = dark
    if border is not None:
        edge = border.astype(np.float32) / 255
        alpha = edge[..., 3] + dark * (1 - edge[..., 3])
        colour = edge[..., :3] / np.maximum(alpha[..., None], 1e-4) * 255
    return np.asarray(np.dstack([np.clip(colour, 0, 255), alpha * 255 + 0.5]).clip(0, 255), np.uint8)

"""Sheets of the kit for those who draw it: every thing, animal, person and pose on cards of one look.

Example: `kit_sheet(["boat"], "paper")` is an RGB array. Settings are scenes: draw them with a scene file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from engine import looks
from engine.errors import UserError
from engine.illustrate import kit
from engine.illustrate.compose import lay, rendered
from engine.illustrate.frame import Frame
from engine.illustrate.kit.figures import archetypes, figure
from engine.illustrate.kit.figures.body import POSES
from engine.illustrate.kit.registry import Ask
from engine.illustrate.kit.stuff import worn_light
from engine.illustrate.paint.pen import Pen
from engine.illustrate.paint.screen import Surface
from engine.illustrate.paint.style import style
from engine.illustrate.palette import Scheme
from engine.illustrate.scene import Scene, Thing
from engine.illustrate.stage import Stage

CARD = 260
Bytes = NDArray[np.uint8]


def kit_sheet(only: Sequence[str] = (), look: str = "paper", time: str = "day", columns: int = 6) -> Bytes:
    """Cards of the named things and people (all when none is named), each with its name. UserError when the kit has
    nothing of a name. A name may be 'kind:pose' or 'kind:option=value'."""
    kit.load()
    names = list(only) or _all()
    cards = [card(name, look, time) for name in names]
    columns = min(columns, len(cards))
    rows = -(-len(cards) // columns)
    sheet = np.full((rows * CARD, columns * CARD, 3), 255, np.uint8)
    for i, (name, picture) in enumerate(zip(names, cards, strict=True)):
        y, x = divmod(i, columns)
        ink = (250, 246, 235) if picture[-14:].mean() < 110 else (30, 28, 34)
        cv2.putText(picture, name, (8, CARD - 8), cv2.FONT_HERSHEY_SIMPLEX, 0.45, ink, 1, cv2.LINE_AA)
        sheet[y * CARD : (y + 1) * CARD, x * CARD : (x + 1) * CARD] = picture
    return sheet


def _all() -> list[str]:
    found: list[str] = []
    for name, info in sorted(kit.registry.things().items()):
        found += [f"{name}:{pose}" for pose in info.poses] or [name]
    return [*found, *archetypes.ARCHETYPES, *(f"person:{pose}" for pose in POSES)]


def card(name: str, look: str, time: str) -> Bytes:
    """One thing or person on plain ground: (CARD, CARD, 3)."""
    stage = plain_stage(look, time)
    floor = stage.sheet("floor", 0.0, lift=0, haze=0)
    _ground(floor, stage)
    kind, _, pose = name.partition(":")
    pen = replace(stage.sheet(name, 0.7, haze=0, lift=8), wobble=0.6)
    if archetypes.is_person(kind):
        spec = archetypes.filled(archetypes.spec_of(Thing(id="card", kind=kind)), kind)
        own = pen.at(480, 800, 6.4 * archetypes.tallness(spec))
        own.contact(0, 0, 15)
        figure.draw(own, spec, Ask(pose=pose or "stand", lit=stage.night), (), kit.registry.things())
    else:
        _thing(pen, kind, pose, stage.night)
    picture = np.zeros((*stage.frame.size[::-1], 3), np.uint8)
    for layer in rendered(stage):
        lay(picture, layer.pixels, layer.x, layer.y, layer.blend)
    return Surface.of(stage.frame, stage.style, stage.scheme).finish(picture)


def plain_stage(look: str, time: str = "day", pixels: int = CARD) -> Stage:
    """An empty square stage for one thing."""
    found = looks.look(look)
    scene = Scene.model_validate({"setting": "plain", "time": time})
    scheme = Scheme.plan(found, time)
    frame = Frame.of(pixels, pixels)
    return Stage(frame, scene, scheme, style(found.name), (260.0, 120.0), 0.7)


def _ground(pen: Pen, stage: Stage) -> None:
    from engine.illustrate.paint.path import box

    wall = pen.r(0.25) if stage.scheme.dark else pen.mix(pen.r(0.86), pen.G, 0.16)
    base = pen.r(0.16) if stage.scheme.dark else pen.mix(pen.r(0.76), pen.B, 0.18)
    pen.shape(box(-100, -100, 1200, 1200), wall, line=0, edge=0, shadow=0)
    pen.shape(box(-100, 760, 1200, 400), base, line=0.5, shadow=0)


def _thing(pen: Pen, kind: str, pose: str, lit: bool) -> None:
    info = kit.registry.found_thing(kind)
    x0, y0, x1, y1 = info.box
    if x1 <= x0 or y1 <= y0:
        raise UserError(f"The box of '{kind}' is empty; give it as (left, top, right, foot).")
    scale = min(700 / (x1 - x0), 680 / (y1 - y0))
    own = pen.at(480 - scale * (x0 + x1) / 2, 820 - scale * max(y1, 0), scale)
    if info.contact == "ground":
        own.contact(0, 0, (x1 - x0) * 0.46)
    name, equal, value = pose.partition("=")
    options = {name: value} if equal else {}
    info.draw(worn_light(own, info.box, options), Ask("" if equal else pose, lit=lit, wind=0.2, options=options))

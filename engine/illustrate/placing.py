"""Puts the scene's things on the stage: where they stand, how tall, in what pose, and draws each on its own sheet.

Knows the kit's registry and the figures, no words. Example: `standing(stage, info, thing)` gives x, y, height in units.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from engine.illustrate.frame import TALL
from engine.illustrate.kit import registry
from engine.illustrate.kit.figures import archetypes, figure
from engine.illustrate.kit.figures.body import POSES
from engine.illustrate.kit.registry import Ask, SettingInfo, ThingInfo
from engine.illustrate.kit.stuff import worn_light
from engine.illustrate.paint.pen import Pen
from engine.illustrate.scene import FigureSpec, Thing
from engine.illustrate.stage import Cut, Motion, Stage

STORY = 0.72
PERSON = 1.7
CARRIERS = 0.4
"""Of their height: how far those who carry something stand from each other."""
_PLACES = {"float": "water", "air": "sky", "wall": "wall", "hang": "wall"}
_Spot = tuple[float, float, float, int]


@dataclass(frozen=True)
class Standing:
    """Where a thing is: x and y of its base and its height, all in units; `depth` after the camera's look at it."""

    x: float
    y: float
    height: float
    depth: float


def story_height(metres: float, person: float) -> float:
    """How tall a thing is drawn beside a person of that height: large things are smaller than in life, small ones
    larger, as in picture books."""
    return person * float((metres / PERSON) ** STORY)


def standing(stage: Stage, info: SettingInfo, thing: Thing) -> Standing:
    """The place and height of a thing: its own `y` and `height` where it has them, else those of its place."""
    kind = None if archetypes.is_person(thing.kind) else registry.found_thing(thing.kind)
    place = info.place(thing.place or _PLACES.get(kind.contact if kind else "ground", "ground"))
    share, person = place.at(thing.depth)
    x, y = stage.seen((stage.x(thing.x), stage.y(share)), thing.depth)
    person *= stage.growth(thing.depth)
    if thing.y is not None:
        x, y = stage.x(thing.x), stage.y(thing.y)
    if thing.height is not None:
        return Standing(stage.x(thing.x) if thing.y is not None else x, y, thing.height * TALL, thing.depth)
    if kind is None:
        return Standing(x, y, person * archetypes.tallness(archetypes.spec_of(thing)), thing.depth)
    return Standing(x, y, story_height(kind.metres, person), thing.depth)


def draw_things(stage: Stage, info: SettingInfo) -> None:
    """Draw every thing of the scene on a sheet of its own, in the scene's order where depths are equal."""
    for thing in stage.scene.things:
        draw_thing(stage, info, thing)


def draw_thing(stage: Stage, info: SettingInfo, thing: Thing) -> None:
    """Draw one thing where it stands."""
    at = standing(stage, info, thing)
    if archetypes.is_person(thing.kind):
        _draw_person(stage, thing, at)
    else:
        _draw_kind(stage, registry.found_thing(thing.kind), thing, at)


def _pen(stage: Stage, thing: Thing, motion: str, light_motion: str, at: Standing) -> Pen:
    # Whoever plays keeps the same colours as the hero of one shot and beside another in the next.
    clear = thing.role in ("hero", "frame") or (thing.role == "support" and plays(thing.kind))
    pen = stage.sheet(
        thing.id, thing.depth, haze=0.25 if clear else 0.8, lift=4 + 9 * thing.depth * min(1.0, at.height / 200),
        texture=0.7, wobble=0.55, motion=Motion(motion, anchor=(at.x, at.y)),
        light_motion=Motion(light_motion, anchor=(at.x, at.y)), thing=thing.id, zoomed=False,
    )  # fmt: skip
    return replace(pen, slots=thing.colours)


def plays(kind: str) -> bool:
    """Whether a kind is a person or an animal."""
    return archetypes.is_person(kind) or registry.found_thing(kind).category == "animal"


def _ask(stage: Stage, thing: Thing, seed: int) -> Ask:
    return Ask(
        pose=thing.pose, feeling=thing.feeling, lit=thing.options.get("lit", "yes" if stage.night else "no") == "yes",
        wind=stage.wind * (-1 if thing.facing == "left" else 1), snow=stage.scene.weather == "snow",
        season=stage.scene.season, options=thing.options, seed=seed,
        front=thing.facing == "front", back=thing.facing == "back",
    )  # fmt: skip


def _draw_kind(stage: Stage, kind: ThingInfo, thing: Thing, at: Standing) -> None:
    pen = _pen(stage, thing, kind.motion, kind.light_motion, at)
    flip = thing.facing == "left" and kind.faces == "right"
    for x, y, scale, seed in copies(stage, kind.box, thing, at):
        own = pen.at(x, y, scale, thing.turn, flip)
        flies = thing.pose in ("fly", "swim", "swim snap") or "aloft" in thing.options
        hung = thing.options.get("thread") == "yes"
        if kind.contact in ("ground", "float") and thing.turn == 0 and not (flies or hung):
            own.contact(0, 0, (kind.box[2] - kind.box[0]) * 0.46, 0.55)
        if hung:
            own.line([(0, -at.y / scale - 40), (0, -60)], own.r(0.9), 1.8, ink=0.5, wobble=0.2)
        own = worn_light(own, kind.box, thing.options)
        kind.draw(replace(own, seed=own.seed + seed), _ask(stage, thing, seed))


def copies(stage: Stage, box: registry.Bounds, thing: Thing, at: Standing) -> list[_Spot]:
    """Where each copy of a thing stands: x, y, scale, seed; the farther ones first."""
    scale = at.height / 100
    if thing.count == 1:
        return [(at.x, at.y, scale, stage.seed(thing.id) % 9973)]
    wide = (box[2] - box[0]) * scale * 0.9
    rng = random.Random(stage.seed(thing.id, "copies"))
    columns = thing.count if thing.count <= 6 else -(-thing.count // 2)  # many stand in two rows
    rows = columns < thing.count
    tall = box[3] - box[1] > 1.4 * (box[2] - box[0])
    sway, sink, rise = (0.06, 0.02, 0.24) if rows and tall else (0.18, 0.10, 0.14 if tall else 0.5)
    # Heads show over heads, things over things; who flies or swims has the next one beside the body, not over it.
    aslant = _slant(thing)
    found = []
    for i in range(thing.count):
        off = ((i / 2 if rows else i) - (columns - 1) / 2 + rng.uniform(-sway, sway)) * wide
        lift = rng.uniform(-sink, 0.06) * at.height * (1 if i % 2 else 0.4)
        lift -= rise * at.height if rows and i % 2 == 0 else 0.0
        x, y = at.x + off * math.cos(aslant), at.y + lift + off * math.sin(aslant)
        found.append((x, y, scale * (1 + lift / at.height * 0.5), stage.seed(thing.id, i) % 9973))
    return sorted(found, key=lambda each: each[1])


def _slant(thing: Thing) -> float:
    """How far from upright people in the air or in water are, in radians."""
    if thing.pose not in ("fly", "swim") or not archetypes.is_person(thing.kind):
        return 0.0
    turn = thing.turn + POSES[thing.pose].turn
    return math.radians(-turn if thing.facing == "left" else turn)


def _draw_person(stage: Stage, thing: Thing, at: Standing) -> None:
    pen = _pen(stage, thing, "walk" if thing.pose in ("walk", "run") else "breathe", "flicker", at)
    spec = archetypes.spec_of(thing)
    reach = 100 * CARRIERS / 1.8 if thing.holding else 16.0
    bounds = (-reach, -104.0, reach, 0.0)
    spots = copies(stage, bounds, thing, at)
    for i, (x, y, scale, seed) in enumerate(_in_file(spots, thing.facing == "left") if thing.holding else spots):
        own = replace(pen.at(x, y, scale, thing.turn, thing.facing == "left"), seed=pen.seed + seed)
        one = spec if thing.count == 1 else archetypes.varied(spec, seed)
        if thing.pose not in ("fly", "swim") and "window" not in thing.options:
            own.contact(0, 0.5, 15, 0.55)
        own = worn_light(own, (-16.0, -104.0, 16.0, 0.0), {"glow": thing.options.get("glow", "")})
        held = thing.holding if thing.count == 1 else _share_of(thing, thing.count - 1 - i)
        ask = _ask(stage, thing, seed)
        ask = replace(ask, options={**ask.options, "elbows": "yes"}) if thing.count > 1 else ask
        figure.draw(own, _filled(one, thing), ask, held, registry.things())
        if window := thing.options.get("window"):
            _seen_through(stage.cuts[-1], own, [float(side) for side in window.split()])


def _in_file(spots: list[_Spot], left: bool) -> list[_Spot]:
    """Of those who carry something, who goes behind is nearer: what is in the hands is before the next one's back."""
    ahead = sorted((spot[0] for spot in spots), key=lambda x: x if left else -x)
    return [(x, *spot[1:]) for x, spot in zip(ahead, spots, strict=True)]


def _share_of(thing: Thing, i: int) -> tuple[str, ...]:
    """Of many, each carries one thing, the nearest the largest, which others would hide."""
    kit = registry.things()
    sizes = {name: kit[kind].metres if (kind := registry.held_thing(name)[0]) in kit else 0.0 for name in thing.holding}
    return tuple(sorted(thing.holding, key=lambda name: -sizes[name]))[i : i + 1]


def _seen_through(cut: Cut, pen: Pen, window: Sequence[float]) -> None:
    """Leave only what is inside a window (left, top, right, foot in the pen's units): who sits in a bus."""
    corners = np.array([[window[0], window[1]], [window[2], window[3]]]) @ pen.to[:, :2].T + pen.to[:, 2]
    (left, top), (right, foot) = corners.min(axis=0).round().astype(int), corners.max(axis=0).round().astype(int)
    x0, y0, x1, y1 = cut.sheet.dirty or (0, 0, 0, 0)
    outside = np.ones((y1 - y0, x1 - x0), bool)
    outside[max(top - y0, 0) : max(foot - y0, 0), max(left - x0, 0) : max(right - x0, 0)] = False
    for layer in (cut.sheet.pixels, cut.sheet.lines, cut.lights.pixels):
        if layer is not None:
            layer[y0:y1, x0:x1][outside] = 0
    cut.lift = 0.0


def _filled(spec: FigureSpec, thing: Thing) -> FigureSpec:
    return archetypes.filled(spec, thing.figure.model_dump_json() if thing.figure else f"{thing.kind}|{thing.id}")

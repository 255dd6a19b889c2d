"""Placed parts to a `Scene`: things with their places, camera, light, and the relations that the words told.

Example: `scene_of(told, placed, info, frame, view, 0, True).camera.zoom`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.illustrate.frame import TALL, Frame
from engine.illustrate.kit.figures import archetypes
from engine.illustrate.kit.registry import SettingInfo
from engine.illustrate.layout_light import free_light
from engine.illustrate.layout_sizes import info_of
from engine.illustrate.layout_views import View
from engine.illustrate.scene import FALLING, Camera, Light, Relation, Scene, Thing
from engine.illustrate.words.record import Told

if TYPE_CHECKING:
    from engine.illustrate.layout_placed import Placed

_KINDS = {"on", "in", "under", "beside", "behind", "before", "above", "holding", "looking_at", "toward", "away_from"}
_LIGHTS = frozenset({"lamp", "candle", "lantern", "fire", "campfire", "fireplace", "torch"})
_OTHER_TIME = {"day": "dusk", "night": "dusk", "dusk": "night", "dawn": "day"}


def scene_of(told: Told, placed: list[Placed], info: SettingInfo, frame: Frame, view: View, variant: int,
             left: bool) -> Scene:  # fmt: skip
    """The scene as data; what the words told stays readable in it."""
    hero = max(placed, key=lambda each: each.part.actor.weight, default=None)
    things = tuple(
        _thing(each, frame, each is hero, info.inside) for each in sorted(placed, key=lambda each: each.depth)
    )
    ids = {thing.id for thing in things}
    relations = tuple(
        Relation.model_validate({"subject": one, "kind": how, "object": other})
        for one, how, other in told.relations
        if one in ids and other in ids and how in _KINDS
    )
    time = _OTHER_TIME[told.time] if variant == 3 and "time" in told.free else told.time
    camera = Camera(framing=view.framing, zoom=view.zoom, focus_x=_share(hero.x / frame.width) if hero else 0.5,
                    focus_y=0.56)  # fmt: skip
    data: dict[str, Any] = {
        "setting": told.setting, "time": time, "weather": told.weather, "season": told.season, "mood": told.mood,
        "palette": told.palette, "camera": camera, "things": things, "light": _light(told, placed, info, frame, variant),
        "relations": relations, "options": told.options, "seed": told.place,
    }  # fmt: skip
    return Scene.model_validate(data)


def _share(value: float) -> float:
    return round(min(max(value, 0.0), 1.0), 4)


TUMBLING = 24.0
"""Degrees by which what falls through the air leans."""


def _thing(each: Placed, frame: Frame, hero: bool, inside: bool) -> Thing:
    actor = each.part.actor
    role = "hero" if hero else "support" if each.main else "background"
    figure = actor.figure or (
        archetypes.spec_of(Thing(id=actor.id, kind=actor.kind)) if actor.family == "person" else None
    )
    return Thing.model_validate({
        "id": actor.id, "kind": actor.kind, "role": role, "x": round(_held(each.x / frame.width, -0.5, 1.5), 4),
        "y": round(_held(each.y / frame.height, -0.5, 1.6), 4), "depth": round(_held(each.depth, 0.0, 1.0), 4),
        "height": round(_held(each.height / TALL, 0.005, 4.0), 4), "pose": actor.pose,
        "facing": actor.facing or ("left" if each.flip else "right"), "holding": actor.holding, "feeling": actor.feeling,
        "colours": actor.colours, "options": _options(each, inside), "count": min(actor.count, 40), "figure": figure,
        "does": actor.does, "turn": TUMBLING if "aloft" in actor.options and actor.does in FALLING else 0.0,
    })  # fmt: skip


def _options(each: Placed, inside: bool) -> dict[str, str]:
    """What hangs in a room hangs on a thread from the ceiling."""
    kind = info_of(each.part.actor)
    hung = {"thread": "yes"} if inside and kind is not None and kind.contact == "hang" else {}
    return {**each.part.actor.options, **hung}


def _held(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)


def _light(told: Told, placed: list[Placed], info: SettingInfo, frame: Frame, variant: int) -> Light | None:
    """A lamp in a dark room lights it; a mirrored candidate has its sun or moon on the other side; nobody stands before
    sun or moon where there is room beside."""
    if info.inside and told.time in ("night", "dusk"):
        lamp = next((each for each in placed if each.part.actor.kind in _LIGHTS), None)
        if lamp:
            return Light(kind="lamp", x=_share(lamp.x / frame.width), y=_share((lamp.y - lamp.height) / frame.height),
                         source=lamp.part.actor.id)  # fmt: skip
    x, y = info.light
    if variant in (1, 3) and not info.inside:
        x, y = 1 - x if variant == 1 else min(max(x * 0.6 + 0.2, 0.1), 0.9), y * 1.1
    free = free_light(placed, info, frame, x, y)
    if free == info.light:
        return None
    return Light(kind="moon" if told.time == "night" else "sun", x=round(free[0], 4), y=round(free[1], 4))

"""How tall each actor of a shot is beside the others: story sizes in a wide view, true ones among small things near by.

A grown person is 1. Knows the kit's metres; places nothing. Example: `heights(told, near=True)["egg-0"]`.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.illustrate.kit import registry
from engine.illustrate.kit.figures import archetypes
from engine.illustrate.kit.registry import ThingInfo
from engine.illustrate.placing import STORY, story_height
from engine.illustrate.scene import FigureSpec, Thing
from engine.illustrate.words.record import Actor, Told

SMALL = 0.75
"""Metres: what is smaller is seen near by and stands on tables."""
HOUSE = 3.5
"""Metres: buildings from here on stand behind people."""
_SMALLEST = 0.2
"""Of the largest, among small things seen near by: what would be smaller could not be made out."""
_HERO = 0.62
"""Of the largest thing: a beast that the shot is about."""
_SUMS = frozenset({"coin", "money bag", "unpaid bill"})
_COUNTED = 0.26
"""Of the largest, among things that numbers are told of."""
_ROOMY = 3
_IDEAS = "abstract"
_WIDE = 1.5
"""Of a symbol's height: what is wider is lower."""
_TIMED = 1.6
"""Times its usual size: dials that are what a near view is about, beside the one thing that they time."""
_RAIL = 0.58
_TABLE = 0.5
"""Of a grown person: the height of a hip, and of the top of a table."""


def info_of(actor: Actor) -> ThingInfo | None:
    """The kit's entry of a thing or animal; None for people."""
    return None if actor.family == "person" else registry.found_thing(actor.kind)


def spec_of(actor: Actor) -> FigureSpec:
    """A person's spec."""
    return archetypes.spec_of(Thing(id=actor.id, kind=actor.kind, figure=actor.figure))


def natural(actor: Actor) -> float:
    """The usual height beside a grown person of 1."""
    info = info_of(actor)
    if info is None:
        return archetypes.tallness(spec_of(actor)) * actor.size
    return story_height(info.metres, 1.0) * actor.size


def is_mark(actor: Actor) -> bool:
    """A drawn number or dial, which is no thing of the world."""
    info = info_of(actor)
    return info is not None and info.category == "diagram"


def is_house(actor: Actor) -> bool:
    """Whether it is a building that people stand before: no wall, well or gate."""
    info = info_of(actor)
    return info is not None and info.category == "building" and info.contact == "ground" and info.metres >= HOUSE


def small(actor: Actor) -> bool:
    """Whether something is seen near by rather than in a landscape."""
    info = info_of(actor)
    return info is not None and (info.metres < SMALL or info.category == "diagram")


def heights(told: Told, near: bool, stretch: float = 1.0) -> dict[str, float]:
    """Each actor's height by its id. `near`: a near view of things; `stretch` above 1 brings small and large nearer
    together."""
    world = [actor for actor in told.actors if not is_mark(actor)]
    if told.setting == _IDEAS and all(actor.family == "thing" for actor in told.actors):
        return _symbolic(told.actors)
    true = near and world and all(small(actor) for actor in world)
    found = _true(world) if true else _storied(told, world, stretch)
    most = max(found.values(), default=1.0)
    counts = told.diagram or any(actor.kind in _SUMS for actor in world)
    if counts and world and all(actor.family == "thing" for actor in world):  # what is counted is what matters
        found = {name: max(height, _COUNTED * most) for name, height in found.items()}
    dials = [actor for actor in told.actors if actor.kind == "drawn dial"]
    timed = near and len(dials) > 1 and len(dials) + 1 >= len(told.actors)
    for actor in told.actors:
        if is_mark(actor):
            crowded = 0.75 if near and len(told.actors) > _ROOMY else 1.0  # or one mark hides the next
            found[actor.id] = most * _mark(actor, bool(world), near) * (crowded if not timed else _TIMED)
    return found


def _symbolic(actors: Sequence[Actor]) -> dict[str, float]:
    """Symbols have no sizes of the world: all are as tall, what is wide a little less, an arrow between them lower."""
    found = {}
    for actor in actors:
        box = registry.found_thing(actor.kind).box
        wide = (box[2] - box[0]) / (box[3] - box[1])
        found[actor.id] = (0.5 if actor.kind == "drawn arrow" else 1.0) * min(1.0, _WIDE / wide)
    return found


def _mark(actor: Actor, beside: bool, near: bool) -> float:
    """A number is a small card beside what it counts; dials and bars are read like a clock."""
    if not beside:
        return 1.0
    if actor.kind == "drawn number":
        return 0.42 if near else 0.25
    return 0.8 if near else 0.34


def _true(actors: list[Actor]) -> dict[str, float]:
    """Sizes as in life: an egg beside its bowl. Who the shot is about is not lost beside a vessel."""
    found = {actor.id: natural(actor) ** (1 / STORY) for actor in actors}
    most = max(found.values())
    living = {actor.id: 0.85 if actor.weight >= 2.5 else 0.3 for actor in actors if actor.family == "animal"}
    return {name: max(height, living.get(name, _SMALLEST) * most) for name, height in found.items()}


def _storied(told: Told, world: list[Actor], stretch: float) -> dict[str, float]:
    found = {actor.id: natural(actor) ** (1 / stretch) for actor in world}
    if any(a.family == "person" and natural(a) < 0.8 for a in world):
        found = {a.id: found[a.id] * (0.78 if _is_ridden(a) else 1.0) for a in world}
    if found:  # nobody whom the shot is about gets lost beside the largest
        most = min(max(found.values()), 1.6)
        thing = 0.13 if any(a.family == "person" for a in world) else 0.2
        least = {a.id: (0.24 if a.family != "thing" else thing) * most for a in world}
        found = {name: max(height, least[name]) for name, height in found.items()}
        found |= _heroic(world, found)
    if stretch > 1.5 and found:  # a near view: nothing gets lost beside the largest
        found = {name: max(height, 0.3 * max(found.values())) for name, height in found.items()}
    return found | _tables(world, found)


def _heroic(world: list[Actor], found: dict[str, float]) -> dict[str, float]:
    """A small beast that the shot is about is no dwarf beside boxes and jugs, where nothing larger is there to tell."""
    things = [found[actor.id] for actor in world if actor.family == "thing"]
    if len(things) == 0 or any(actor.family == "person" or natural(actor) > 1.0 for actor in world):
        return {}
    heroes = [actor for actor in world if actor.family == "animal" and actor.weight >= 2.5]
    return {actor.id: max(found[actor.id], _HERO * max(things)) for actor in heroes}


def _tables(world: list[Actor], found: dict[str, float]) -> dict[str, float]:
    """Tables reach to the hips of the tallest person there, rails a little higher."""
    people = [found[actor.id] for actor in world if actor.family == "person"]
    infos = {actor.id: info for actor in world if (info := info_of(actor)) is not None}
    tops = {
        name: _TABLE for name, info in infos.items() if info.category == "furniture" and info.tops and info.metres < 1
    }
    rails = {name: _RAIL for name, info in infos.items() if info.category == "building" and info.metres <= 1.2}
    return {name: min(found[name], share * max(people)) for name, share in (tops | rails).items()} if people else {}


def _is_ridden(actor: Actor) -> bool:
    """Bicycles and the like come in a child's size too."""
    info = info_of(actor)
    return info is not None and info.category == "vehicle" and info.metres < 1.3

"""The pieces of a layout: who belongs together (a cup on a table, a girl on a chair) and how large each is.

Units are those of `frame`; a cluster's anchor stands at (0, 0), y down, at a person's height of 1. Knows the kit's
boxes, seats and tops; chooses no places. Example: `clusters(told)[0].bounds` is the box of the first group.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from engine.illustrate.kit import registry
from engine.illustrate.kit.figures import archetypes
from engine.illustrate.kit.figures.body import POSES, joints, proportions
from engine.illustrate.kit.registry import ThingInfo
from engine.illustrate.placing import story_height
from engine.illustrate.scene import FigureSpec, Thing
from engine.illustrate.words.record import Actor, Told

Box = tuple[float, float, float, float]
LYING = frozenset({"lie", "sleep"})
SITTING = frozenset({"sit", "ride", "drive"})
_PERSON_WIDE = 0.21
_SEATS = ("bench", "chair", "stool", "sofa", "rock", "log")


@dataclass(frozen=True)
class Part:
    """One actor of a cluster: where its base is from the anchor's, how tall it is, how much nearer it is drawn."""

    actor: Actor
    x: float
    y: float
    height: float
    nearer: float = 0.0
    flip: bool = False

    @property
    def bounds(self) -> Box:
        """Its box (left, top, right, foot) from the anchor."""
        left, top, right, foot = box_of(self.actor, self.height)
        if self.flip:
            left, right = -right, -left
        return self.x + left, self.y + top, self.x + right, self.y + foot

    @property
    def face(self) -> Box | None:
        """The box of a person's or animal's head."""
        return face_of(self.actor, self.x, self.y, self.height)


@dataclass(frozen=True)
class Cluster:
    """Actors that belong together; the first is the anchor."""

    parts: tuple[Part, ...] = field(default=())

    @property
    def bounds(self) -> Box:
        """The box around all parts."""
        boxes = [part.bounds for part in self.parts]
        return (
            min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
        )  # fmt: skip

    @property
    def weight(self) -> float:
        """How much the shot is about it."""
        return max(part.actor.weight for part in self.parts)

    @property
    def hero(self) -> Part:
        """Its weightiest part."""
        return max(self.parts, key=lambda part: part.actor.weight)

    @property
    def tallest(self) -> float:
        """The height of the tallest part."""
        return max(part.height for part in self.parts)


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
        return archetypes.tallness(spec_of(actor))
    return story_height(info.metres, 1.0) * actor.size


def box_of(actor: Actor, height: float) -> Box:
    """The box of an actor around its base, copies included."""
    info = info_of(actor)
    if info is None:
        wide = _PERSON_WIDE * height
        if actor.pose in LYING:
            return -0.55 * height, -0.26 * height, 0.55 * height, 0.02 * height
        if actor.pose in SITTING:
            return -0.16 * height, -0.78 * height, 0.34 * height, 0.02 * height
        left, top, right, foot = -wide, -1.02 * height, wide, 0.0
        if actor.holding:
            right += 0.12 * height
    else:
        scale = height / 100
        left, top, right, foot = (side * scale for side in info.box)
    if actor.count > 1:
        more = (min(actor.count, 6) - 1) * 0.45 * (right - left)
        left, right, top = left - more, right + more, top - 0.1 * height
    return left, top, right, foot


def face_of(actor: Actor, x: float, y: float, height: float) -> Box | None:
    """The box of a head, for people and animals."""
    if actor.family == "thing":
        return None
    if actor.family == "animal":
        left, top, right, foot = box_of(actor, height)
        return x + left, y + top, x + right, y + top + 0.5 * (foot - top)
    build = proportions(spec_of(actor))
    at = joints(build, POSES.get(actor.pose, POSES["stand"]))
    share = height / 100
    hx, hy = at.head
    if actor.pose in LYING:
        return x - 0.6 * height, y - 0.28 * height, x + 0.6 * height, y
    half = build.head * 0.55
    return x + (hx - half) * share, y + (hy - build.head * 1.08) * share, x + (hx + half) * share, y + (hy + 2) * share


def clusters(told: Told, stretch: float = 1.0) -> list[Cluster]:
    """The actors in groups, heaviest first. `stretch` above 1 brings small and large nearer together (a close view)."""
    heights = {actor.id: natural(actor) ** (1 / stretch) for actor in told.actors}
    if any(a.family == "person" and natural(a) < 0.8 for a in told.actors):
        heights = {a.id: heights[a.id] * (0.78 if _is_ridden(a) else 1.0) for a in told.actors}
    if heights:  # nobody whom the shot is about gets lost beside the largest
        least = {a.id: (0.24 if a.family != "thing" else 0.13) * min(max(heights.values()), 1.6) for a in told.actors}
        least |= {a.id: 0.5 * min(max(heights.values()), 1.6) for a in told.actors if _is_figure(a)}
        heights = {name: max(height, least[name]) for name, height in heights.items()}
    if stretch > 1.5 and heights:  # a near view: nothing gets lost beside the largest
        heights = {name: max(height, 0.45 * max(heights.values())) for name, height in heights.items()}
    parts: dict[str, list[Part]] = {}
    owner: dict[str, str] = {}
    by_id = {actor.id: actor for actor in told.actors}
    waiting = [each for each in told.relations if each[1] in ("on", "in", "under", "above", "behind", "before")]
    attached = {one: (how, other) for one, how, other in reversed(waiting) if _joins(by_id, one, how, other)}
    for actor in told.actors:
        root = _root(actor.id, attached)
        owner[actor.id] = root
    for actor in told.actors:
        if owner[actor.id] == actor.id:
            parts[actor.id] = [Part(actor, 0.0, 0.0, heights[actor.id])]
    for actor in sorted(told.actors, key=lambda a: _steps(a.id, attached)):
        if owner[actor.id] != actor.id:
            how, other = attached[actor.id]
            group = parts[owner[actor.id]]
            base = next(part for part in group if part.actor.id == other)
            group += _attached(actor, heights[actor.id], how, base, group)
    inside = told.setting in registry.settings() and registry.settings()[told.setting].inside
    made = [Cluster(tuple(_seated(group, inside))) for group in parts.values()]
    return sorted(made, key=lambda cluster: (-cluster.weight, cluster.parts[0].actor.id))


def _is_figure(actor: Actor) -> bool:
    """A drawn number or dial, which is no thing of the world."""
    info = info_of(actor)
    return info is not None and info.category == "diagram"


def _is_ridden(actor: Actor) -> bool:
    """Bicycles and the like come in a child's size too."""
    info = info_of(actor)
    return info is not None and info.category == "vehicle" and info.metres < 1.3


def _joins(actors: dict[str, Actor], one: str, how: str, other: str) -> bool:
    """Whether a relation fixes where one is: nobody stands on a person, a house is on nothing."""
    if one == other or one not in actors or other not in actors:
        return False
    a, b = actors[one], actors[other]
    caught = info_of(b)
    if a.family != "thing" and how in ("in", "under") and caught is not None and caught.contact in ("held", "hang"):
        return False  # a lion in a net stands beside it, whole
    lit = caught is not None and caught.seat is None and natural(b) < 0.9 * natural(a)
    if a.family != "thing" and how == "in" and lit:  # dancers in a lamp's light are before it
        return False
    if b.family == "person" or (b.family == "animal" and how in ("in", "under")):
        return how in ("behind", "before") and a.family != "person"
    base = info_of(b)
    if how == "on" and base is not None and base.category == "plant" and base.seat is None and not base.tops:
        return False
    return natural(a) <= natural(b) * 2.2 or how in ("under", "behind", "before")


def _root(one: str, attached: dict[str, tuple[str, str]]) -> str:
    seen = {one}
    while one in attached and attached[one][1] not in seen:
        one = attached[one][1]
        seen.add(one)
    attached.pop(one, None)
    return one


def _steps(one: str, attached: dict[str, tuple[str, str]]) -> int:
    steps = 0
    while one in attached and steps < 9:
        one, steps = attached[one][1], steps + 1
    return steps


def _attached(actor: Actor, height: float, how: str, base: Part, group: Sequence[Part]) -> list[Part]:
    """Where an actor is from what it is on, in or under."""
    info = info_of(base.actor)
    left, top, right, _ = base.bounds
    height = min(height, 2.6 * base.height)
    if how in ("on", "in") and info is not None:
        if info.category == "building" and how == "in":
            return [Part(actor, base.x, base.y + 0.02 * base.height, height, 0.01)]
        return [_put(actor, height, how, base, info, group)]
    if how == "under":
        room = max(-top * 0.8, 0.1)
        fits = min(height, room) if info is not None and info.category == "furniture" else height
        return [Part(actor, base.x + 0.12 * (right - left), base.y + 0.01, fits, 0.01)]
    if how == "above":
        own = box_of(actor, height)
        return [Part(actor, base.x, top - 0.12 - max(own[3], 0.0), height, -0.01)]
    own = box_of(actor, height)
    near = 0.012 if how == "before" else -0.012
    shift = 0.36 * (right - left) * (1 if how == "before" else -1)
    return [Part(actor, base.x + shift, base.y + (0.04 if near > 0 else -0.03), height, near)] if own else []


def _put(actor: Actor, height: float, how: str, base: Part, info: ThingInfo, group: Sequence[Part]) -> Part:
    """On a seat, on a top that is free, or inside."""
    scale = base.height / 100
    taken = sum(1 for part in group if part.actor.id != base.actor.id)
    if info.seat is not None and actor.family != "thing":
        pose = actor.pose if actor.pose in SITTING else ("ride" if info.name in ("bicycle", "horse") else "sit")
        actor = replace(actor, pose=pose) if actor.family == "person" else actor
        hip = hip_height(actor) * height
        flip = base.flip
        x = base.x + info.seat[0] * scale * (-1 if flip else 1)
        inside = info.contact == "float" or (info.category == "vehicle" and info.name not in ("bicycle", "horse"))
        return Part(actor, x, base.y + info.seat[1] * scale + hip, height, -0.004 if inside else 0.004, flip)
    tops = info.tops or ((0.0, info.box[1] * (0.96 if how == "on" else 0.55)),)
    x, y = tops[min(taken, len(tops) - 1)]
    spread = (taken - len(tops) + 1) * 0.16 * base.height if taken >= len(tops) else 0.0
    deep = how == "in" and not info.tops
    if info.category == "plant" and actor.family != "thing":  # before the leaves, where it is seen
        high = 0.5 if how == "in" else 0.96
        height = max(min(height, 0.5 * base.height), 0.2 * base.height)
        return Part(
            actor, base.x + (0.04 + 0.2 * taken) * base.height, base.y + info.box[1] * high * scale, height, 0.006
        )
    if deep:
        left, _, right, _ = base.bounds
        own = box_of(actor, 1.0)
        height = min(height, 0.85 * base.height, 1.05 * (right - left) / max(own[2] - own[0], 1e-6))
        spread = (0.0, -0.2, 0.2, -0.34, 0.34)[min(taken, 4)] * (right - left)
        y = -22.0 if info.contact == "float" else info.box[1] * 0.72 + 50 * height / base.height
    elif actor.pose in SITTING and not info.tops:
        x, y = 0.3 * info.box[0], 0.34 * info.box[1]
        return Part(actor, base.x + x * scale, base.y + y * scale + hip_height(actor) * height, height, 0.004)
    return Part(actor, base.x + x * scale + spread, base.y + y * scale, height, -0.003 if deep else 0.003)


def hip_height(actor: Actor) -> float:
    """How high the hip of a person in its pose is, as a share of the height."""
    if actor.family != "person":
        return 0.0
    at = joints(proportions(spec_of(actor)), POSES.get(actor.pose, POSES["stand"]))
    return -at.hip[1] / 100


def _seated(group: list[Part], inside: bool) -> list[Part]:
    """Who sits on nothing gets something to sit on: a chair in rooms."""
    first = group[0]
    if first.actor.family != "person" or first.actor.pose not in ("sit", "ride") or first.actor.count > 1:
        return group
    name = next((each for each in (_SEATS[1:] if inside else _SEATS) if each in registry.things()), "")
    if not name:
        return group
    info = registry.things()[name]
    seat = info.seat or (0.0, info.box[1])
    hip = hip_height(first.actor) * first.height
    tall = hip / max(-seat[1] / 100, 0.2)
    chair = Actor(f"{first.actor.id}-seat", name, "thing", weight=0.2)
    return [first, Part(chair, first.x - seat[0] * tall / 100, first.y, tall, -0.004), *group[1:]]

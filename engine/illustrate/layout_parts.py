"""The pieces of a layout: who belongs together (a cup on a table, a girl on a chair) and how large each is.

Units are those of `frame`; a cluster's anchor stands at (0, 0), y down, at a person's height of 1. Knows the kit's
boxes, seats and tops; chooses no places. Example: `clusters(told)[0].bounds` is the box of the first group.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from engine.illustrate.kit import registry
from engine.illustrate.kit.registry import ThingInfo
from engine.illustrate.layout_boxes import SITTING, Cluster, Part, box_of, hip_height
from engine.illustrate.layout_deeds import at_side, riders, rides_inside
from engine.illustrate.layout_sizes import heights, info_of, is_house, is_mark, natural, small
from engine.illustrate.layout_table import laid
from engine.illustrate.scene import LEAPING
from engine.illustrate.words.record import Actor, Told

_FIXED = ("on", "in", "under", "above", "behind", "before", "at")
_OPEN = ("sky", "plant", "nature")
"""What is in these hangs before them."""
_BORNE = 1.12
"""Times its width: how wide the clouds are that carry something."""
POURING = frozenset({"pouring spoon"})
_SEATS = ("bench", "chair", "stool", "sofa", "rock", "log")


def clusters(told: Told, stretch: float = 1.0, near: bool = False) -> list[Cluster]:
    """The actors in groups, heaviest first, drawn numbers last; `near` and `stretch` as in `heights`."""
    tall = heights(told, near, stretch)
    parts: dict[str, list[Part]] = {}
    owner: dict[str, str] = {}
    by_id = {actor.id: actor for actor in told.actors}
    waiting = [each for each in told.relations if each[1] in _FIXED]
    attached = {one: (how, other) for one, how, other in reversed(waiting) if _joins(by_id, one, how, other)}
    for actor in told.actors:
        root = _root(actor.id, attached)
        owner[actor.id] = root
    for actor in told.actors:
        if owner[actor.id] == actor.id:
            parts[actor.id] = [Part(actor, 0.0, 0.0, tall[actor.id])]
    for actor in sorted(told.actors, key=lambda a: _steps(a.id, attached)):
        if owner[actor.id] != actor.id:
            how, other = attached[actor.id]
            group = parts[owner[actor.id]]
            base = next(part for part in group if part.actor.id == other)
            group += _attached(actor, tall[actor.id], how, base, group)
    inside = told.setting in registry.settings() and registry.settings()[told.setting].inside
    on, at = ({one: other for one, (how, other) in attached.items() if how == wanted} for wanted in ("on", "at"))
    made = [Cluster(tuple(_seated(laid(_centred(group, attached), on, at), inside))) for group in parts.values()]
    return sorted(made, key=lambda c: (is_mark(c.parts[0].actor), -c.weight, c.parts[0].actor.id))


def _centred(group: list[Part], attached: dict[str, tuple[str, str]]) -> list[Part]:
    """What stands alone on a table stands in its middle."""
    base = group[0]
    info = info_of(base.actor)
    upon = [part for part in group if attached.get(part.actor.id) == ("on", base.actor.id)]
    if info is None or len(info.tops) != 3 or len(upon) != 1 or upon[0].actor.family != "thing":
        return group
    x = base.x + info.tops[1][0] * base.height / 100
    return [replace(part, x=x) if part is upon[0] else part for part in group]


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
    if how == "at":
        return not is_house(b)
    if how == "on" and a.family == "person" and caught is not None and caught.category == "thing" and natural(b) < 0.3:
        return False  # nobody stands on the paper that he writes on
    if b.family == "person" or (b.family == "animal" and how in ("in", "under")):
        return how in ("behind", "before") and a.family != "person"
    if is_house(b) and (a.family != "thing" or how in ("behind", "before", "above")):
        return False  # people stand before a house, which is far larger
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
    own_info = info_of(actor)
    if how == "on" and info is not None and own_info is not None and info.category == "furniture" and small(actor):
        height = min(height, max(own_info.metres / info.metres, 0.24) ** 0.8 * base.height * actor.size)
    if how == "at":
        return [at_side(actor, height, base, group)]
    if how in ("on", "in") and info is not None:
        if rides_inside(actor, info.name):
            return riders(actor, base, group)
        if info.category == "building" and not info.tops and how == "on" and 2 * height > base.height:
            return [_at_tower(actor, height, base)]
        if info.category == "building" and how == "in":
            return [Part(actor, base.x, base.y + 0.02 * base.height, height, 0.01)]
        made = [_put(actor, height, how, base, info, group)]
        if how == "in" and actor.count > 1 and made[0].nearer > 0 and _into(actor, info) and not info.tops:
            single = replace(actor, id=f"{actor.id}-top", count=1)  # of several before its foot one is in its mouth
            seen = _at_mouth(single, made[0].height, base, info, 0)
            made.append(replace(seen, y=seen.y - 0.3 * seen.height))
        return made
    if how == "under" and own_info is not None and own_info.contact == "air" and natural(base.actor) > 0.6:
        return [_bearing(actor, base)]
    if how == "under":
        room = max(-top * 0.8, 0.1)
        fits = min(height, room) if info is not None and info.category == "furniture" else height
        return [Part(actor, base.x + 0.12 * (right - left), base.y + 0.01, fits, 0.01)]
    if how == "above":
        return _over(actor, height, base)
    own = box_of(actor, height)
    near = 0.012 if how == "before" else -0.012
    shift = 0.36 * (right - left) * (1 if how == "before" else -1)
    return [Part(actor, base.x + shift, base.y + (0.04 if near > 0 else -0.03), height, near)] if own else []


def _at_tower(actor: Actor, height: float, base: Part) -> Part:
    """A rocket stands beside the tower that it is 'on'."""
    info = info_of(actor)
    pose = "standing" if info is not None and "standing" in info.poses else actor.pose
    x = base.bounds[2] - 0.8 * box_of(actor, height)[0]
    return Part(replace(actor, pose=pose), x, base.y, height, 0.004)


def _bearing(actor: Actor, base: Part) -> Part:
    """Clouds that carry a carriage: as wide as it is, before its foot."""
    left, _, right, _ = base.bounds
    own = box_of(actor, 1.0)
    height = _BORNE * (right - left) / (own[2] - own[0])
    return Part(actor, (left + right) / 2 - height * (own[0] + own[2]) / 2, base.y + 0.4 * height, height, 0.01)


def _over(actor: Actor, height: float, base: Part) -> list[Part]:
    """Over something: in the air above it; who leaps over it is just clear of it, the others before and after."""
    own = box_of(replace(actor, count=1), height)
    left, top, right, _ = base.bounds
    if actor.does not in LEAPING:
        return [Part(actor, base.x, top - 0.12 - max(own[3], 0.0), height, -0.01)]
    beside = 0.46 * (own[2] - own[0])
    spots = ((right + beside, base.y), (left - beside, base.y), (right + 3 * beside, base.y))
    others = [
        Part(replace(actor, id=f"{actor.id}-{i + 2}", count=1, pose="", does=""), x, y, height, 0.01)
        for i, (x, y) in enumerate(spots[: actor.count - 1])
    ]
    over = replace(actor, count=1, options={**actor.options, "aloft": "yes"})
    return [Part(over, base.x, top + 0.01, height, 0.01), *others]


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
    if actor.kind in POURING:  # over the mouth, at its right
        return Part(actor, base.x + 0.12 * (base.bounds[2] - base.x), base.y + 0.6 * info.box[1] * scale,
                    min(height, 1.6 * base.height), 0.004)  # fmt: skip
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
        if info.name == "trap net":
            return Part(actor, base.x, base.y - 0.01 * base.height, min(1.5 * height, 0.84 * base.height), -0.003)
        if _into(actor, info):
            return _at_mouth(actor, height, base, info, taken)
    elif actor.pose in SITTING and not info.tops:
        x, y = 0.3 * info.box[0], 0.34 * info.box[1]
        return Part(actor, base.x + x * scale, base.y + y * scale + hip_height(actor) * height, height, 0.004)
    # What lies in a boat is seen before its sail, what hangs in a cloud or in leaves before these.
    hides = info.category not in _OPEN
    behind = deep and hides and (info.contact != "float" or actor.family != "thing")
    return Part(actor, base.x + x * scale + spread, base.y + y * scale, height, -0.003 if behind else 0.003)


def _into(actor: Actor, info: ThingInfo) -> bool:
    """Whether something goes into a vessel that would hide it."""
    return actor.family == "thing" and info.category not in (*_OPEN, "vehicle", "building") and info.contact != "float"


def _at_mouth(actor: Actor, height: float, base: Part, info: ThingInfo, taken: int) -> Part:
    """One thing looks out of a vessel by more than two thirds; several are heaped before its foot."""
    left, _, right, _ = base.bounds
    own = box_of(actor, height)
    if actor.count > 1:
        x = left - 0.5 * own[2] if taken % 2 else right + 0.5 * own[2]
        return Part(actor, x, base.y + 0.02 * base.height, height, 0.006)
    x = base.x + (0.0, -0.2, 0.2, -0.34, 0.34)[min(taken, 4)] * (right - left)
    y = base.y + info.box[1] * base.height / 100 + 0.28 * (own[3] - own[1])
    return Part(actor, x, y, height, -0.003)


def _seated(group: list[Part], inside: bool) -> list[Part]:
    """Who sits on nothing gets something to sit on: a chair in rooms."""
    first = group[0]
    if (
        "seat" in first.actor.options
        or first.actor.family != "person"
        or first.actor.pose not in SITTING - {"drive"}
        or first.actor.count > 1
    ):
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

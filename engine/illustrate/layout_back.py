"""What is behind the company and above it: houses, mountains and ships by distance, what flies, shines or falls.

Places groups that are no company. Example: `is_far(cluster, groups, info, view)` says whether one is scenery.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from engine.illustrate.frame import Frame
from engine.illustrate.kit.registry import Place, SettingInfo
from engine.illustrate.layout_boxes import Cluster
from engine.illustrate.layout_placed import Placed, put
from engine.illustrate.layout_room import SIDE, ground
from engine.illustrate.layout_sizes import info_of, is_house, natural
from engine.illustrate.layout_views import SKYLINE, View, ground_of
from engine.illustrate.scene import FALLING
from engine.illustrate.words.record import Told

_LANDFORMS = frozenset({"mountain", "volcano", "island", "pyramid"})
"""They stand on the horizon, never in the foreground."""
_HOUSES = 1.25
"""Times the height that a house has by its distance: houses of picture books stand a little nearer than they are."""
_RESTING = frozenset({"sit", "stand", "rest", "sleep", "lie", "wait", "stay", "play"})
_LEAST_PERSON = 0.3
"""Of the picture's shorter side: people before a house or bus become no smaller."""
_OF_AIR = frozenset({"cloud", "vapour"})
"""They are seen large where something is told of them: they rain, rise, gather."""
_TALL = 5.0
"""Metres: trees and houses from here on tower over people."""


def aloft(told: Told, inside: bool) -> frozenset[str]:
    """Who is in the air though at home on the ground: what falls out of an aeroplane, what hangs on its thread."""
    flying = {actor.id for actor in told.actors if (kind := info_of(actor)) is not None and kind.contact == "air"}
    doing = {actor.id: actor.does for actor in told.actors}
    falls = {one for one, how, other in told.relations
             if how == "away_from" and other in flying and doing.get(one) in FALLING}  # fmt: skip
    hangs = {actor.id for actor in told.actors if actor.pose == "hang" and not inside}
    return frozenset(falls | hangs)


def settled(told: Told) -> frozenset[str]:
    """What could float and is down among the others: a ghost that sits, or is beside somebody."""
    ghosts = {actor.id for actor in told.actors if (kind := info_of(actor)) is not None
              and kind.contact == "air" and kind.category == "thing" and 1.0 < kind.metres < 2.2}  # fmt: skip
    down = {actor.id for actor in told.actors if actor.does in _RESTING}
    down |= {each for one, how, other in told.relations if how in ("beside", "at") for each in (one, other)}
    return frozenset(ghosts & down)


def is_sky(cluster: Cluster, view: View, lifted: Collection[str] = ()) -> bool:
    """Whether a group flies, shines, or falls through the air."""
    actor = cluster.parts[0].actor
    info = info_of(actor)
    if actor.id in lifted:
        return len(cluster.parts) == 1
    if view.insert and info is not None and info.metres < 0.4 and actor.family == "thing":
        return False
    return len(cluster.parts) == 1 and ((info is not None and info.contact == "air") or actor.pose == "fly")


def is_far(cluster: Cluster, groups: Sequence[Cluster], info: SettingInfo, view: View) -> bool:
    """Whether a group is large scenery: mountains and houses always, other large things behind a company."""
    actor = cluster.parts[0].actor
    kind = info_of(actor)
    if kind is None or len(cluster.parts) > 1 or view.insert:
        return False
    if kind.name in _LANDFORMS or (is_house(actor) and not info.inside):
        return True
    others = any(
        other is not cluster and other.weight >= cluster.weight and not is_sky(other, view) for other in groups
    )
    return kind.metres > 2.2 and actor.family == "thing" and others


def beside(view: View, back: Sequence[Placed], frame: Frame) -> View:
    """The view with people so small that houses, trees and buses behind them are as large as they are."""
    if view.cut:
        return view
    side = min(frame.height, 1.3 * frame.width)
    person = view.person
    for each in back:
        kind = info_of(each.part.actor)
        if kind is not None and kind.contact == "ground" and not is_land(each):
            person = min(person, max(_share(each) * each.height, _LEAST_PERSON * side))
    housed = any(is_house(each.part.actor) for each in back)
    most = 0.45 * min((each.height for each in back if not is_land(each)), default=9e9)
    return replace(view, person=person, hero=0.0 if housed else min(view.hero, most))


def is_land(each: Placed) -> bool:
    """Whether it is a mountain, volcano, island or pyramid, which stands on the horizon."""
    kind = info_of(each.part.actor)
    return kind is not None and kind.name in _LANDFORMS


def _share(each: Placed) -> float:
    """How tall a person may be beside something: two thirds of a house, less of a tower, most of a bus."""
    kind = info_of(each.part.actor)
    if kind is None or kind.metres < _TALL:
        return 0.74
    return min(max(1.9 / natural(each.part.actor), 0.4), 0.68)


def _rear(info: SettingInfo) -> Place:
    """The ground farthest from us that is not lost in the distance: before the houses of a street."""
    wide = [place for place in info.places if place.kind in ("ground", "floor", "road")
            and place.person_far >= 90 and place.x[1] - place.x[0] >= 0.25]  # fmt: skip
    return min(wide, key=lambda place: place.y_far) if wide else ground_of(info)


# ---------------------------------------------------------------- behind


def behind(
    groups: Sequence[Cluster], info: SettingInfo, frame: Frame, view: View, left: bool, alone: bool
) -> list[Placed]:
    """Large scenery on the side where there is more room, as large as its distance lets it be, whole. `alone`: there
    is no company before it."""
    found = []
    spots = (0.74, 0.24, 0.5, 0.9, 0.1) if left else (0.26, 0.76, 0.5, 0.1, 0.9)
    for i, group in enumerate(groups[:5]):
        y, depth, tall = _distance(group, info, frame, view)
        box = group.bounds
        tall = min(tall, (y - 0.05 * frame.height) / max(-box[1], 1e-6))
        x = (0.64 if left else 0.36) if alone and len(groups) == 1 else spots[i]
        low, high = _rear(info).x if is_house(group.parts[0].actor) else (0.0, 1.0)
        x = min(max(x, low), high) * frame.width
        half = (box[2] - box[0]) * tall * (0.3 if depth == SKYLINE else 0.5)  # a mountain may run out of the picture
        x = min(max(x, half + SIDE * frame.width), (1 - SIDE) * frame.width - half) if half < 0.45 * frame.width else x
        main = alone and i == 0
        found += [replace(put(part, x, y, tall, depth - 0.01 * i, not left), main=main) for part in group.parts]
    return found


def _distance(group: Cluster, info: SettingInfo, frame: Frame, view: View) -> tuple[float, float, float]:
    """The height on the picture, the depth, and a person's height there, for one piece of scenery."""
    place = ground(group, info, view)
    y, depth = view.far(place, frame)
    high, wide = max(-group.bounds[1], 1e-6), max(group.bounds[2] - group.bounds[0], 1e-6)
    actor = group.parts[0].actor
    kind = info_of(actor)
    if kind and kind.name in _LANDFORMS and not info.inside:
        y, depth = view.skyline(kind.name, info, place, frame)
        return y, depth, min(0.42 * frame.height / high, 0.86 * frame.width / wide)
    if is_house(actor) and not info.inside:
        place = _rear(info)
        y, depth = view.far(place, frame)
        person = _HOUSES * place.at(depth)[1] * (1 + (view.zoom - 1) * 0.5)
        return y, depth, max(min(person, 0.62 * frame.width / wide), 0.3 * frame.height / high)
    if kind and kind.contact == "float" and place.kind == "water":
        depth = place.far + 0.6 * (place.near - place.far)  # nearer water must not hide the hull
        y = (place.y_far + 0.6 * (place.y_near - place.y_far)) * frame.height
    if kind and kind.category == "vehicle" and kind.contact == "ground":
        y = max(y, (view.ground - 0.055) * frame.height) if not view.cut else y
        least = 1.2 * _LEAST_PERSON * min(frame.height, 1.3 * frame.width) / high
        return y, depth, max(min(0.8 * frame.width / wide, 0.6 * frame.height / high), least)
    tall = min(0.85 * view.person, 0.86 * view.room / high, 0.5 * frame.width / wide)
    return y, depth, max(tall, 0.24 * frame.height / high)


# ---------------------------------------------------------------- above


def above(groups: Sequence[Cluster], frame: Frame, view: View, scale: float, left: bool, depth: float,
          alone: bool, lifted: Collection[str]) -> list[Placed]:  # fmt: skip
    """What flies or shines, in the upper part on the free side; what falls is under what it fell from, and what hangs
    on a thread comes down from the top of the picture."""
    found: list[Placed] = []
    free = [group for group in groups if group.parts[0].actor.id not in lifted]
    for i, group in enumerate(free[:3]):
        found += _flying(group, i, frame, scale, left, depth, alone)
    for i, group in enumerate([group for group in groups if group not in free][:2]):
        found += _lifted(group, i, found, frame, left)
    return found


def _flying(group: Cluster, i: int, frame: Frame, scale: float, left: bool, depth: float, alone: bool) -> list[Placed]:
    spots = ((0.7, 0.24), (0.42, 0.15), (0.86, 0.36)) if left else ((0.3, 0.24), (0.58, 0.15), (0.14, 0.36))
    x, y = spots[i]
    if alone and i == 0:
        x, y = (0.42 if left else 0.58), 0.36
    box, kind = group.bounds, info_of(group.parts[0].actor)
    tall, wide = max(box[3] - box[1], 1e-6), max(box[2] - box[0], 1e-6)
    share = 0.42 if alone else 0.24 if kind is not None and kind.category == "vehicle" else 0.2
    most = share * min(frame.height, frame.width)
    least = 0.22 if kind is not None and kind.category == "animal" else 0.5
    if kind is not None and kind.name in _OF_AIR and group.parts[0].actor.does + group.parts[0].actor.pose:
        share, least = max(share, 0.34), 1.0
    size = max(min(scale * 0.9, most / tall, 0.5 * frame.width / wide), least * most / tall)
    top = y * frame.height - tall * size / 2
    base = max(top, 0.05 * frame.height) - box[1] * size
    return [put(part, x * frame.width, base, size, depth, not left) for part in group.parts]


def _lifted(group: Cluster, i: int, there: Sequence[Placed], frame: Frame, left: bool) -> list[Placed]:
    """Below what flies, or on a thread in the upper half."""
    part = group.parts[0]
    box, side = group.bounds, min(frame.height, frame.width)
    size = (0.34 if part.actor.pose == "hang" else 0.28) * side / max(box[3] - box[1], 1e-6)
    x = there[0].x / frame.width if there else (0.42 if left else 0.58)
    x += 0.2 * i + (0.09 if left else -0.09)
    y = 0.52
    options = {**part.actor.options, "aloft": "yes"}
    if part.actor.pose == "hang":
        options["thread"] = "yes"
    elif there:
        y = 0.62
    part = replace(part, actor=replace(part.actor, options=options))
    return [put(part, x * frame.width, y * frame.height, size, 0.62, left)]

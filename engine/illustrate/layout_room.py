"""How much room a company has: where each stands, how large all may be, and whether they stand in one row or two.

Knows places of settings; places nothing. Example: `scale_of(groups, frame, view)` is a grown person's height in units.
"""

from __future__ import annotations

from engine.illustrate.frame import Frame
from engine.illustrate.kit.registry import Place, SettingInfo
from engine.illustrate.layout_boxes import SITTING, Cluster
from engine.illustrate.layout_sizes import info_of
from engine.illustrate.layout_views import View, ground_of, shore

SIDE = 0.045
SWIMMING = frozenset({"swim", "swim snap", "float"})
"""Poses of animals in the water."""
_CROWDED = 0.62
"""Of the height that a view gives: who would have to be smaller in one row stand in two."""


def ranks(groups: list[Cluster], info: SettingInfo, frame: Frame, view: View) -> list[list[Cluster]]:
    """The company in one row, or the low and the tall behind them where one row would make all of them small."""
    if not groups:
        return []
    alone = in_span(scale_of(groups, frame, view), groups, info, frame, view)
    wanted = scale_of(groups[:1], frame, view)
    if len(groups) < (4 if view.insert else 3) or view.cut or alone >= _CROWDED * wanted:
        return [groups]
    half = sum(_width(group) for group in groups) / 2
    back: list[Cluster] = []
    for group in sorted(groups, key=lambda group: group.bounds[1]):
        if not back or sum(_width(each) for each in back) + _width(group) / 2 < half:
            back.append(group)
    return [[group for group in groups if group not in back], [group for group in groups if group in back]]


def _width(group: Cluster) -> float:
    return group.bounds[2] - group.bounds[0]


def ground(group: Cluster, info: SettingInfo, view: View) -> Place:
    """Where in the setting a group stands: water for what floats, a table for small things in a near view."""
    thing = info_of(group.parts[0].actor)
    kind = "water" if thing is not None and thing.contact == "float" else "ground"
    swims = thing is not None and thing.category == "animal" and group.parts[0].actor.pose in SWIMMING
    water = info.place("water") if swims or kind == "water" else None
    return water if water is not None and water.kind == "water" else ground_of(info)


def scale_of(groups: list[Cluster], frame: Frame, view: View) -> float:
    """A grown person's height in units: the view's, smaller where all would not fit."""
    if not groups:
        return view.person
    scale = view.person
    hero = groups[0]
    if view.hero:
        box = hero.bounds
        tall, wide = max(box[3] - box[1], 1e-6), max(box[2] - box[0], 1e-6)
        scale = min(view.hero / tall, 0.62 * frame.width / wide)
    else:
        people = [
            p.height for g in groups for p in g.parts if p.actor.family == "person" and p.actor.pose not in SITTING
        ]
        scale *= min(1 / max(people), 1.35) if people and max(people) < 1 else 1.0
    tallest = max(-group.bounds[1] for group in groups)
    scale = min(scale, view.room / max(tallest, 1e-6)) if not view.cut else scale
    widths = sum(group.bounds[2] - group.bounds[0] for group in groups)
    room = (1 - 2 * SIDE) * frame.width
    return min(scale, max(room / max(widths, 1e-6), (0.5 if view.cut else 0.3) * scale))


def in_span(scale: float, groups: list[Cluster], info: SettingInfo, frame: Frame, view: View) -> float:
    """Somewhat smaller where that lets all stand on their ground, and so that nothing leaves the picture above."""
    if not groups or view.cut:
        return scale
    for group in groups:
        y, _ = view.stand(ground(group, info, view), frame, group, scale)
        scale = min(scale, (y - 0.05 * frame.height) / max(-group.bounds[1], 1e-6))
    if view.insert:
        return scale
    widths = sum(group.bounds[2] - group.bounds[0] for group in groups)
    low, high = span(ground(groups[0], info, view), info, frame, view, 0.0)
    fitting = (high - low) / max(widths, 1e-6)
    least = 0.5 if shore(info) else 0.62
    return max(fitting, least * scale) if fitting < scale and (fitting >= least * scale or shore(info)) else scale


def span(place: Place, info: SettingInfo, frame: Frame, view: View, total: float) -> tuple[float, float]:
    """From where to where the company may stand: on its own ground where that is wide enough or ends at water, in the
    whole picture where not."""
    whole = SIDE * frame.width, (1 - SIDE) * frame.width
    if view.cut or view.insert:
        return whole
    grow = 1 + (view.zoom - 1) * 0.5
    low, high = (0.5 + (share - 0.5) * grow for share in _open(place, info))
    low, high = max(low, SIDE) * frame.width, min(high, 1 - SIDE) * frame.width
    return (low, high) if high - low >= total or shore(info) else whole


def _open(place: Place, info: SettingInfo) -> tuple[float, float]:
    """Of water the part that no jetty lies before."""
    jetties = [
        each for each in info.places if each.kind == "ground" and each.near > place.near and each.y_far < place.y_near
    ]
    if place.kind != "water" or not jetties:
        return place.x
    left, right = (place.x[0], jetties[0].x[0]), (jetties[0].x[1], place.x[1])
    widest = max(left, right, key=lambda side: side[1] - side[0])
    return widest if widest[1] - widest[0] >= 0.3 else place.x

"""From what is to be seen to a scene: who stands where and how large, for any shape of picture and any candidate.

Thirds, room to look into, ground under every foot, no hidden face, nothing needed in the lower fifth. Knows the kit's
places; draws nothing. Example: `laid_out(told, 1280, 720, seed=3).scene`.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace

from engine.illustrate import kit
from engine.illustrate.frame import Frame
from engine.illustrate.kit import registry
from engine.illustrate.kit.registry import Place, SettingInfo
from engine.illustrate.layout_parts import SITTING, Box, Cluster, Part, clusters, info_of
from engine.illustrate.layout_scene import scene_of
from engine.illustrate.layout_views import View, ground_of, view_of
from engine.illustrate.scene import Scene
from engine.illustrate.words.record import Actor, Told

FOOT = 0.8
SIDE = 0.045


@dataclass(frozen=True)
class Placed:
    """A part on the picture: x and y of its base and its height in units, and its depth."""

    part: Part
    x: float
    y: float
    height: float
    depth: float
    flip: bool
    main: bool = True
    group: str = ""

    @property
    def bounds(self) -> Box:
        """Its box in units of the frame."""
        return replace(self.part, x=self.x, y=self.y, height=self.height, flip=self.flip).bounds

    @property
    def face(self) -> Box | None:
        """Its head's box in units of the frame."""
        return replace(self.part, x=self.x, y=self.y, height=self.height, flip=self.flip).face


@dataclass(frozen=True)
class Layout:
    """A scene with the boxes of what is in it (shares of the picture) and what must stay in frame."""

    scene: Scene
    boxes: dict[str, Box]
    faces: dict[str, Box]
    focus: Box | None


def laid_out(told: Told, width: int, height: int, seed: int = 0) -> Layout:
    """The scene for a picture of that size. Seeds 0 to 3 (modulo 4) are four compositions: as planned, mirrored,
    nearer, farther; higher parts of the seed choose the side."""
    kit.load()
    frame = Frame.of(width, height)
    info = registry.settings()[told.setting]
    variant = seed % 4
    left = (zlib.crc32(f"{seed // 4}|{told.place}".encode()) % 2 == 0) != (variant == 1)
    view = view_of(told, info, frame, variant)
    groups = clusters(told, view.stretch)
    placed = _placed(groups, told, info, frame, view, left, variant)
    placed = _clear_faces(placed, frame)
    scene = scene_of(told, placed, info, frame, view, variant, left)
    boxes = {each.part.actor.id: _shares(each.bounds, frame) for each in placed}
    faces = {each.part.actor.id: _shares(each.face, frame) for each in placed if each.face and each.main}
    return Layout(scene, boxes, faces, _focus(placed, frame, view))


def _shares(box: Box, frame: Frame) -> Box:
    return box[0] / frame.width, box[1] / frame.height, box[2] / frame.width, box[3] / frame.height


def _focus(placed: list[Placed], frame: Frame, view: View) -> Box | None:
    """What the camera must not lose: the hero, in a near view only the upper body."""
    if not placed:
        return None
    hero = max(placed, key=lambda each: each.part.actor.weight)
    box = hero.face if view.cut and hero.face else hero.bounds
    near = [each for each in placed if each.main and each.part.actor.weight >= 2.5]
    for each in near:
        other = each.face if view.cut and each.face else each.bounds
        box = (min(box[0], other[0]), min(box[1], other[1]), max(box[2], other[2]), max(box[3], other[3]))
    x0, y0, x1, y1 = _shares(box, frame)
    x0, y0, x1, y1 = max(0.0, x0), max(0.0, y0), min(1.0, x1), min(0.86, y1)
    return (x0, y0, x1 - x0, y1 - y0) if x1 - x0 > 0.02 and y1 - y0 > 0.02 else None


# ---------------------------------------------------------------- rows


def _sky(cluster: Cluster, view: View) -> bool:
    actor = cluster.parts[0].actor
    info = info_of(actor)
    if view.insert and info is not None and info.metres < 0.4 and actor.family == "thing":
        return False
    return len(cluster.parts) == 1 and ((info is not None and info.contact == "air") or actor.pose == "fly")


_LANDFORMS = frozenset({"mountain", "volcano", "island", "pyramid"})
"""They stand on the horizon, never in the foreground."""


_GOING = frozenset({"walk", "run", "ride"})


def _far(cluster: Cluster, groups: list[Cluster], view: View) -> bool:
    """Whether a group is large scenery behind the others."""
    actor = cluster.parts[0].actor
    info = info_of(actor)
    if info is not None and info.name in _LANDFORMS and len(cluster.parts) == 1 and not view.insert:
        return True
    large = info is not None and info.metres > 2.2 and actor.family == "thing" and len(cluster.parts) == 1
    others = any(other is not cluster and other.weight >= cluster.weight and not _sky(other, view) for other in groups)
    return large and others and not view.insert


def _placed(groups: list[Cluster], told: Told, info: SettingInfo, frame: Frame, view: View, left: bool,
            variant: int) -> list[Placed]:  # fmt: skip
    sky = [group for group in groups if _sky(group, view)]
    far = [group for group in groups if group not in sky and _far(group, groups, view)]
    near = [group for group in groups if group not in sky and group not in far]
    scale = _in_span(_scale(near, frame, view), near, info, frame, view)
    afloat = [group for group in near if _ground(group, info, view).kind == "water"]
    if afloat and len(afloat) < len(near) and not (view.cut or view.insert):
        placed = _row([g for g in near if g not in afloat], told, info, frame, view, scale, left, variant)
        placed += _row(afloat, told, info, frame, view, scale, left, variant)
    else:
        placed = _row(near, told, info, frame, view, scale, left, variant)
    placed += _table(placed, info, frame, view)
    placed += _behind(far, info, frame, view, scale, placed, left)
    depth = 0.7 if view.insert else 0.66 if info.inside else 0.36
    placed += _above(sky, frame, view, scale, left, depth, alone=not placed)
    return placed


def _scale(groups: list[Cluster], frame: Frame, view: View) -> float:
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


def _in_span(scale: float, groups: list[Cluster], info: SettingInfo, frame: Frame, view: View) -> float:
    """Somewhat smaller where that lets all stand on their ground, and so that nothing leaves the picture above."""
    if not groups or view.cut:
        return scale
    for group in groups:
        y, _ = view.stand(_ground(group, info, view), frame, group, scale)
        scale = min(scale, (y - 0.05 * frame.height) / max(-group.bounds[1], 1e-6))
    if view.insert:
        return scale
    widths = sum(group.bounds[2] - group.bounds[0] for group in groups)
    low, high = _span(_ground(groups[0], info, view), info, frame, view, 0.0)
    fitting = (high - low) / max(widths, 1e-6)
    least = 0.5 if _shore(info) else 0.62
    return max(fitting, least * scale) if fitting < scale and (fitting >= least * scale or _shore(info)) else scale


def _row(groups: list[Cluster], told: Told, info: SettingInfo, frame: Frame, view: View, scale: float, left: bool,
         variant: int) -> list[Placed]:  # fmt: skip
    """The groups side by side, the hero on its third, the others on the side that it looks to."""
    if not groups:
        return []
    order = _ordered(groups, told, left, variant)
    widths = [(g.bounds[2] - g.bounds[0]) * scale for g in order]
    room = (1 - 2 * SIDE) * frame.width
    gap = max(-0.06 * frame.width, min(0.1 * frame.width, (room - sum(widths)) / max(len(order) - 1, 1)))
    total = sum(widths) + gap * (len(order) - 1)
    at = order.index(groups[0])
    before = sum(widths[:at]) + gap * at + widths[at] / 2
    third = view.third if left else 1 - view.third
    low, high = _span(_ground(groups[0], info, view), info, frame, view, total)
    middle = low + (high - low) * (third if high - low > 0.44 * frame.width else 0.5)
    if (
        not _shore(info) and 0.44 * frame.width < high - low < 0.88 * frame.width
    ):  # the hero on it, others may stand beside
        middle = min(max(third * frame.width, low + 0.08 * frame.width), high - 0.08 * frame.width)
        low, high = SIDE * frame.width, (1 - SIDE) * frame.width
    start = min(max(middle - before, low), max(high - total, (low + high - total) / 2))
    start = max(start, SIDE * frame.width) if total < (1 - 2 * SIDE) * frame.width else start
    found, x = [], start
    for i, group in enumerate(order):
        middle = x - group.bounds[0] * scale
        flips = _flips(group, order, i, left)
        found += _grounded(group, middle, scale, info, frame, view, flips, back=i % 2 if len(order) > 3 else 0)
        x += widths[i] + gap
    return found


def _shore(info: SettingInfo) -> bool:
    """Whether water lies beside the ground, so that nobody may stand where there is room."""
    ground = ground_of(info)
    return any(place.kind == "water" for place in info.places) and ground.x[1] - ground.x[0] < 0.75


def _span(place: Place, info: SettingInfo, frame: Frame, view: View, total: float) -> tuple[float, float]:
    """From where to where the company may stand: on its own ground where that is wide enough or ends at water, in the
    whole picture where not."""
    whole = SIDE * frame.width, (1 - SIDE) * frame.width
    if view.cut or view.insert:
        return whole
    grow = 1 + (view.zoom - 1) * 0.5
    low, high = (0.5 + (share - 0.5) * grow for share in place.x)
    low, high = max(low, SIDE) * frame.width, min(high, 1 - SIDE) * frame.width
    return (low, high) if high - low >= total or _shore(info) else whole


def _ordered(groups: list[Cluster], told: Told, left: bool, variant: int) -> list[Cluster]:
    """The hero first (or last, when it stands right), then what it has to do with, then the rest."""
    hero, rest = groups[0], groups[1:]
    ids = {part.actor.id for part in hero.parts}
    close = [g for g in rest if any({one, other} & ids and {one, other} & {p.actor.id for p in g.parts}
                                    for one, _, other in told.relations)]  # fmt: skip
    row = [*close, *(g for g in rest if g not in close)]
    if variant == 2:
        row.reverse()
    order = [row[1], hero, row[0], *row[2:]] if len(row) >= 2 else [hero, *row]
    return order if left else order[::-1]


def _flips(group: Cluster, order: list[Cluster], i: int, left: bool) -> bool:
    """People and animals face the middle of the company; alone they look into the picture."""
    if len(order) == 1:
        return not left
    going = [g for g in order if g.parts[0].actor.pose in _GOING]
    if len(going) > 1 and group in going:  # who walk together walk the same way
        return not left
    own = next((n for n, each in enumerate(order) if each is group), 0)
    if own == i and i < (len(order) - 1) / 2:
        return False
    return i > (len(order) - 1) / 2 or (i == (len(order) - 1) / 2 and not left)


def _ground(group: Cluster, info: SettingInfo, view: View) -> Place:
    """Where in the setting a group stands: water for what floats, a table for small things in a near view."""
    thing = info_of(group.parts[0].actor)
    kind = "water" if thing is not None and thing.contact == "float" else "ground"
    swims = thing is not None and thing.category == "animal" and group.parts[0].actor.pose in ("swim", "float")
    water = info.place("water") if swims or kind == "water" else None
    return water if water is not None and water.kind == "water" else ground_of(info)


def _grounded(group: Cluster, x: float, scale: float, info: SettingInfo, frame: Frame, view: View, flip: bool,
              back: int = 0) -> list[Placed]:  # fmt: skip
    place = _ground(group, info, view)
    y, depth = view.stand(place, frame, group, scale)
    if back:
        y, depth = y - 0.03 * frame.height, depth - 0.03
    thing = info_of(group.parts[0].actor)
    if thing is not None and thing.contact in ("wall", "hang"):
        y, depth = 0.42 * frame.height, 0.6 if info.inside else min(depth, 0.45)
    y = min(y, 1.2 * frame.height) if not view.cut else y
    name = group.parts[0].actor.id
    return [replace(_part(part, x, y, scale, depth, flip), group=name) for part in group.parts]


def _part(part: Part, x: float, y: float, scale: float, depth: float, flip: bool) -> Placed:
    sign = -1 if flip else 1
    return Placed(part, x + sign * part.x * scale, y + part.y * scale, part.height * scale,
                  min(max(depth + part.nearer, 0.02), 0.985), flip != part.flip)  # fmt: skip


def _table(placed: list[Placed], info: SettingInfo, frame: Frame, view: View) -> list[Placed]:
    """Small things of a near view indoors stand on a table that is as wide as the picture."""
    table = registry.things().get("table")
    if not placed or table is None or not _on_table(placed, info, view):
        return []
    left, _, right, _ = table.box
    height = 130 * frame.width / (right - left)
    top = -(table.tops[0][1] if table.tops else table.box[1]) / 100 * height
    foot = max(each.y for each in placed if each.main)
    part = Part(Actor("a-table", "table", "thing", weight=0.05), 0.0, 0.0, height)
    return [Placed(part, frame.width / 2, foot + top, height, min(each.depth for each in placed) - 0.02, False, False)]


def _on_table(placed: list[Placed], info: SettingInfo, view: View) -> bool:
    infos = [info_of(each.part.actor) for each in placed]
    small = all((each is not None and each.metres < 0.75 and each.contact in ("ground", "float", "held", "air")) or
                (each is not None and each.category == "diagram") for each in infos)  # fmt: skip
    return view.insert and info.inside and small


# ---------------------------------------------------------------- behind and above


def _behind(groups: list[Cluster], info: SettingInfo, frame: Frame, view: View, scale: float, row: list[Placed],
            left: bool) -> list[Placed]:  # fmt: skip
    """Large scenery on the side where there is more room, smaller with distance, whole."""
    found = []
    spots = (0.74, 0.24, 0.5, 0.9, 0.1) if left else (0.26, 0.76, 0.5, 0.1, 0.9)
    for i, group in enumerate(groups[:5]):
        place = _ground(group, info, view)
        y, depth = view.far(place, frame)
        box = group.bounds
        tall = min(0.85 * scale, view.room * 0.86 / max(-box[1], 1e-6), 0.5 * frame.width / max(box[2] - box[0], 1e-6))
        tall = max(tall, 0.24 * frame.height / max(-box[1], 1e-6))
        kind = info_of(group.parts[0].actor)
        if kind and kind.name in _LANDFORMS and not info.inside:
            tall = min(0.42 * frame.height / max(-box[1], 1e-6), 0.86 * frame.width / max(box[2] - box[0], 1e-6))
            y, depth = view.skyline(kind.name, info, place, frame)
        elif kind and kind.contact == "float" and place.kind == "water":
            y = (place.y_far + 0.6 * (place.y_near - place.y_far)) * frame.height
        tall = min(tall, (y - 0.04 * frame.height) / max(-box[1], 1e-6))
        x = spots[i] * frame.width
        half = (box[2] - box[0]) * tall / 2
        x = min(max(x, half + SIDE * frame.width), (1 - SIDE) * frame.width - half) if half < 0.45 * frame.width else x
        found += [replace(_part(part, x, y, tall, depth - 0.01 * i, not left), main=False) for part in group.parts]
    return found


def _above(groups: list[Cluster], frame: Frame, view: View, scale: float, left: bool, depth: float,
           alone: bool) -> list[Placed]:  # fmt: skip
    """What flies or shines, in the upper part on the free side."""
    found = []
    spots = ((0.7, 0.24), (0.42, 0.15), (0.86, 0.36)) if left else ((0.3, 0.24), (0.58, 0.15), (0.14, 0.36))
    for i, group in enumerate(groups[:3]):
        x, y = spots[i]
        box = group.bounds
        tall, wide = box[3] - box[1], box[2] - box[0]
        most = (0.42 if alone else 0.2) * min(frame.height, frame.width)
        size = min(scale * 0.9, most / max(tall, 1e-6), 0.5 * frame.width / max(wide, 1e-6))
        size = max(size, 0.5 * most / max(tall, 1e-6))
        if alone and i == 0:
            x, y = (0.42 if left else 0.58), 0.36
        top = y * frame.height - tall * size / 2
        base = max(top, 0.05 * frame.height) - box[1] * size
        found += [_part(part, x * frame.width, base, size, depth, not left)
                  for part in group.parts]  # fmt: skip
    return found


# ---------------------------------------------------------------- faces


def _clear_faces(placed: list[Placed], frame: Frame) -> list[Placed]:
    """Nothing before a face: what would cover one goes behind it, or aside where that does not help."""
    found = list(placed)
    for _ in range(4):
        moved = False
        for i, one in enumerate(found):
            if one.face is None:
                continue
            for k, other in enumerate(found):
                if k == i or other.depth < one.depth or overlap(one.face, other.bounds) < 0.08:
                    continue
                if other.group and other.group == one.group:
                    continue
                if other.part.actor.pose in SITTING and other.depth - one.depth < 0.01:
                    continue
                found[k] = _aside(other, one, frame)
                moved = True
        if not moved:
            break
    return found


def _aside(other: Placed, one: Placed, frame: Frame) -> Placed:
    if other.face is None:
        return replace(other, depth=max(0.02, one.depth - 0.015))
    away = 1 if other.x >= one.x else -1
    step = 0.06 * frame.width * away
    inside = 0.06 * frame.width < other.x + step < 0.94 * frame.width
    return replace(other, x=other.x + step) if inside else replace(other, depth=max(0.02, one.depth - 0.015))


def overlap(one: Box, other: Box) -> float:
    """The share of the first box that the second covers."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    tall = min(one[3], other[3]) - max(one[1], other[1])
    area = max((one[2] - one[0]) * (one[3] - one[1]), 1e-9)
    return wide * tall / area if wide > 0 and tall > 0 else 0.0


def main_actor(told: Told) -> Actor | None:
    """Who or what a shot is about."""
    return max(told.actors, key=lambda actor: actor.weight, default=None)

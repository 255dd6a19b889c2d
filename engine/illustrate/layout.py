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
from engine.illustrate.kit.registry import SettingInfo, ThingInfo
from engine.illustrate.layout_back import above, aloft, behind, beside, is_far, is_sky, settled
from engine.illustrate.layout_bed import at_place, place_of
from engine.illustrate.layout_boxes import SITTING, Box, Cluster, Part
from engine.illustrate.layout_cards import legible
from engine.illustrate.layout_clear import clear, raised
from engine.illustrate.layout_parts import clusters
from engine.illustrate.layout_placed import Placed, overlap, put
from engine.illustrate.layout_room import SIDE, ground, in_span, ranks, scale_of, span
from engine.illustrate.layout_scene import scene_of
from engine.illustrate.layout_seen import between, framed, seen
from engine.illustrate.layout_sizes import info_of, is_mark, small
from engine.illustrate.layout_views import View, ground_of, shore, view_of
from engine.illustrate.scene import Scene
from engine.illustrate.words.record import Actor, Told

FOOT = 0.8
IDEAS = "abstract"
"""The setting of symbols: they stand in the middle, in the order of the words."""
_FRONT = 0.87
"""Of the height: the first of two rows stands no lower, where a setting's kerb or grass would hide it."""


@dataclass(frozen=True)
class Layout:
    """A scene with the boxes of what is in it (shares of the picture) and what must stay in frame."""

    scene: Scene
    boxes: dict[str, Box]
    faces: dict[str, Box]
    focus: Box | None


ASIDE, ASIDE_MOST = 0.27, 0.46
"""Of the width: where small things stand beside a setting's middle, and how wide they are at most."""


def laid_out(told: Told, width: int, height: int, seed: int = 0) -> Layout:
    """The scene for a picture of that size. Seeds 0 to 3 (modulo 4) are four compositions: as planned, mirrored,
    nearer, farther; higher parts of the seed choose the side."""
    kit.load()
    frame = Frame.of(width, height)
    info = registry.settings()[told.setting]
    variant = seed % 4
    left = (zlib.crc32(f"{seed // 4}|{told.place}".encode()) % 2 == 0) != (variant == 1)
    view = view_of(told, info, frame, variant)
    groups = clusters(told, view.stretch, view.insert)
    placed = _placed(groups, told, info, frame, view, left, variant)
    if view.insert and info.centre:
        placed = _off_centre(placed, frame, left)
    placed = framed(_cards_before(placed), frame, view)
    bank = span(ground_of(info), info, frame, view, 0.0) if shore(info) else None
    placed = clear(_clear_faces(seen(raised(placed, frame, view), frame, bank), frame), info, frame, view)
    placed = legible(placed, frame) if told.setting != IDEAS or _sums(told) else placed
    scene = scene_of(told, placed, info, frame, view, variant, left)
    boxes = {each.part.actor.id: _shares(each.bounds, frame) for each in placed}
    faces = {each.part.actor.id: _shares(each.face, frame) for each in placed if each.face and each.main}
    return Layout(scene, boxes, faces, _focus(placed, frame, view))


def _sums(told: Told) -> bool:
    """Whether cards are told of, which are read whole; symbols with an arrow between them stay in their row."""
    return any(actor.kind == "drawn number" for actor in told.actors)


def _off_centre(placed: list[Placed], frame: Frame, left: bool) -> list[Placed]:
    """Small things beside what the setting has in its middle."""
    own = [each for each in placed if each.part.actor.weight > 0.1]
    if not own:
        return placed
    hero = max(own, key=lambda each: each.part.actor.weight)
    x, size = (ASIDE if left else 1 - ASIDE) * frame.width, ASIDE_MOST * frame.width / (hero.bounds[2] - hero.bounds[0])
    size = min(size, 1.0)
    return [
        replace(each, x=x + size * (each.x - hero.x), height=each.height * size) if each in own else each
        for each in placed
    ]


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


_GOING = frozenset({"walk", "run", "ride"})


def _placed(groups: list[Cluster], told: Told, info: SettingInfo, frame: Frame, view: View, left: bool,
            variant: int) -> list[Placed]:  # fmt: skip
    if info.name == IDEAS and all(part.actor.family == "thing" for group in groups for part in group.parts):
        return _company(groups, told, info, frame, view, left, variant)  # symbols in one row: no sky, nothing far
    lifted = aloft(told, info.inside)
    down = settled(told)
    down |= {
        group.parts[0].actor.id for group in groups if ground(group, info, view).kind == "water"
    }  # fish in a river
    sky = [group for group in groups if is_sky(group, view, lifted) and group.parts[0].actor.id not in down]
    far = [group for group in groups if group not in sky and is_far(group, groups, info, view) and not place_of(group)]
    lying = [group for group in groups if place_of(group)]
    near = [group for group in groups if group not in sky and group not in far and group not in lying]
    back = behind(far, info, frame, view, left, alone=not near)
    view = beside(view, back, frame)
    placed = _company(near, told, info, frame, view, left, variant)
    scale = placed[0].height / placed[0].part.height if placed else view.person
    placed += _table(placed, info, frame, view)
    placed += at_place(lying, info, frame)
    placed += back
    wooded = info.name == "forest" or "forest" in info.kinds  # what flies is seen before the stems
    open_air = any(place.kind == "sky" for place in info.places) and not (info.inside or wooded)
    depth = 0.7 if view.insert else 0.36 if open_air else 0.66
    placed += above(sky, frame, view, scale, left, depth, alone=not placed and not lifted, lifted=lifted)
    return placed


def _company(near: list[Cluster], told: Told, info: SettingInfo, frame: Frame, view: View, left: bool,
             variant: int) -> list[Placed]:  # fmt: skip
    """Those who are not scenery: in one row, or the low before the tall; what floats by itself."""
    rows = [near] if near and told.setting == IDEAS else ranks(near, info, frame, view)
    tabled = view.insert and info.inside and all(small(group.parts[0].actor) for group in near)
    scale = min((in_span(scale_of(row, frame, view), row, info, frame, view) for row in rows), default=view.person)
    found: list[Placed] = []
    for row, step in zip(rows, _steps(rows, view), strict=False):
        afloat = [group for group in row if ground(group, info, view).kind == "water"]
        apart = afloat and len(afloat) < len(near) and not (view.cut or view.insert)
        for part in ([g for g in row if g not in afloat], afloat) if apart else (row,):
            step = 0.0 if part is afloat else step
            placed = _row(part, told, info, frame, view, scale, left, variant)
            rear = 0.7 if tabled or not (info.inside or shore(info)) else 1.0
            far = min(ground_of(info).y_far, rear) * frame.height if step < 0 else 0.0
            row_placed = [
                replace(each, y=max(each.y + step * frame.height, min(each.y, far)), depth=each.depth + step)
                for each in placed
            ]
            found += between(row_placed, found, frame) if step < 0 and not shore(info) else row_placed
    return found


def _steps(rows: list[list[Cluster]], view: View) -> tuple[float, ...]:
    """How much nearer and farther than its ground each row stands, in shares of the height."""
    if len(rows) == 1:
        return (0.0,)
    return (0.05, -0.04) if view.insert else (min(0.03, max(_FRONT - view.ground, 0.0)), -0.05)


def _row(groups: list[Cluster], told: Told, info: SettingInfo, frame: Frame, view: View, scale: float, left: bool,
         variant: int) -> list[Placed]:  # fmt: skip
    """The groups side by side, the hero on its third, the others on the side that it looks to."""
    if not groups:
        return []
    order = _ordered(groups, told, left, variant)
    widths = [(g.bounds[2] - g.bounds[0]) * scale for g in order]
    low, high = span(ground(groups[0], info, view), info, frame, view, 0.0)
    room = high - low if shore(info) else (1 - 2 * SIDE) * frame.width
    gap = max(-0.06 * frame.width, min(0.1 * frame.width, (room - sum(widths)) / max(len(order) - 1, 1)))
    total = sum(widths) + gap * (len(order) - 1)
    at = order.index(groups[0])
    before = sum(widths[:at]) + gap * at + widths[at] / 2
    third = view.third if left else 1 - view.third
    low, high = span(ground(groups[0], info, view), info, frame, view, total)
    middle = low + (high - low) * (third if high - low > 0.44 * frame.width else 0.5)
    if (
        not shore(info) and 0.44 * frame.width < high - low < 0.88 * frame.width
    ):  # the hero on it, others may stand beside
        middle = min(max(third * frame.width, low + 0.08 * frame.width), high - 0.08 * frame.width)
        low, high = SIDE * frame.width, (1 - SIDE) * frame.width
    start = min(max(middle - before, low), max(high - total, (low + high - total) / 2))
    start = max(start, SIDE * frame.width) if total < (1 - 2 * SIDE) * frame.width else start
    start = (frame.width - total) / 2 if info.name == IDEAS else start
    found, x = [], start
    for i, group in enumerate(order):
        flips = _flips(group, order, i, left) and info.name != IDEAS
        middle = x - (-group.bounds[2] if flips else group.bounds[0]) * scale
        found += _grounded(group, middle, scale, info, frame, view, flips, back=i % 2 if len(order) > 3 else 0)
        x += widths[i] + gap
    return found


def _ordered(groups: list[Cluster], told: Told, left: bool, variant: int) -> list[Cluster]:
    """The hero first (or last, when it stands right), then what it has to do with, then the rest."""
    hero, rest = groups[0], groups[1:]
    ids = {part.actor.id for part in hero.parts}
    close = [g for g in rest if any({one, other} & ids and {one, other} & {p.actor.id for p in g.parts}
                                    for one, _, other in told.relations)]  # fmt: skip
    row = [*close, *(g for g in rest if g not in close)]
    if told.setting == IDEAS:
        names = [actor.id for actor in told.actors]
        return sorted(
            groups, key=lambda group: names.index(group.hero.actor.id) if group.hero.actor.id in names else 99
        )
    if variant == 2:
        row.reverse()
    order = [row[1], hero, row[0], *row[2:]] if len(row) >= 2 else [hero, *row]
    if len(row) == 2 and _related(row[0], row[1], told) and not any(_related(hero, each, told) for each in row):
        order = [hero, *sorted(row, key=lambda group: group.hero.actor.family != "thing")]  # cooks behind their pot
    return _as_read(order if left else order[::-1], groups)


def _related(one: Cluster, other: Cluster, told: Told) -> bool:
    """Whether the words put somebody of one group to somebody of the other."""
    a, b = ({part.actor.id for part in group.parts} for group in (one, other))
    return any((x in a and y in b) or (x in b and y in a) for x, _, y in told.relations)


def _as_read(order: list[Cluster], groups: list[Cluster]) -> list[Cluster]:
    """Drawn numbers from left to right as the words tell them, in the places that they have."""
    numbers = iter([group for group in groups if is_mark(group.parts[0].actor)])
    return [next(numbers) if is_mark(group.parts[0].actor) else group for group in order]


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


def _grounded(group: Cluster, x: float, scale: float, info: SettingInfo, frame: Frame, view: View, flip: bool,
              back: int = 0) -> list[Placed]:  # fmt: skip
    place = ground(group, info, view)
    y, depth = view.stand(place, frame, group, scale)
    if back:
        y, depth = y - 0.03 * frame.height, depth - 0.03
    thing = info_of(group.parts[0].actor)
    if thing is not None and thing.contact in ("wall", "hang") and _hangs(thing, info):
        y, depth = 0.42 * frame.height, 0.6
    y = min(y, 1.2 * frame.height) if not view.cut else y
    name = group.parts[0].actor.id
    return [replace(put(part, x, y, scale, depth, flip), group=name) for part in group.parts]


def _hangs(thing: ThingInfo, info: SettingInfo) -> bool:
    """Whether there is a wall or a ceiling; what hangs under the sky would float, and stands on the ground."""
    walls = any(place.kind == "wall" for place in info.places)
    return info.inside and (walls or thing.contact == "hang")


def _table(placed: list[Placed], info: SettingInfo, frame: Frame, view: View) -> list[Placed]:
    """Small things of a near view indoors stand on the top of a table that is as wide as the picture."""
    if not placed or not _on_table(placed, info, view):
        return []
    part = Part(Actor("a-table", "table top", "thing", weight=0.05), 0.0, 0.0, 0.47 * frame.height)
    depth = min(each.depth for each in placed) - 0.02
    return [Placed(part, frame.width / 2, 1.12 * frame.height, part.height, depth, False, False)]


def _cards_before(placed: list[Placed]) -> list[Placed]:
    """Numbers are read: nothing stands before their cards."""
    nearest = max((each.depth for each in placed), default=0.0)
    return [
        replace(each, depth=min(0.92, nearest + 0.01)) if is_mark(each.part.actor) and nearest > each.depth else each
        for each in placed
    ]


def _on_table(placed: list[Placed], info: SettingInfo, view: View) -> bool:
    infos = [info_of(each.part.actor) for each in placed]
    small = all((each is not None and each.metres < 0.75 and each.contact in ("ground", "float", "held", "air")) or
                (each is not None and each.category == "diagram") for each in infos)  # fmt: skip
    return view.insert and info.inside and small


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
                if k == i or other.depth < one.depth or not _over_face(one, other):
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


def _over_face(one: Placed, other: Placed) -> bool:
    return any(overlap(face, other.bounds) >= 0.08 for face in one.faces)


def _aside(other: Placed, one: Placed, frame: Frame) -> Placed:
    if other.face is None:
        return replace(other, depth=max(0.02, one.depth - 0.015))
    away = 1 if other.x >= one.x else -1
    step = 0.06 * frame.width * away
    inside = 0.06 * frame.width < other.x + step < 0.94 * frame.width
    return replace(other, x=other.x + step) if inside else replace(other, depth=max(0.02, one.depth - 0.015))


def main_actor(told: Told) -> Actor | None:
    """Who or what a shot is about."""
    return max(told.actors, key=lambda actor: actor.weight, default=None)

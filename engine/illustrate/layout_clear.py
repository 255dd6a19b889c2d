"""Nothing asked for stands where the setting's own leaves, posts and water, or the captions, would hide it.

Moves groups of placed parts aside or a little up. Example: `clear(placed, info, frame, view)` are the same parts, in sight.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from engine.illustrate.frame import Frame
from engine.illustrate.kit.registry import SettingInfo
from engine.illustrate.layout_back import is_land
from engine.illustrate.layout_bed import placed_by_words
from engine.illustrate.layout_boxes import Box
from engine.illustrate.layout_cover import Cover
from engine.illustrate.layout_placed import Placed, overlap
from engine.illustrate.layout_seen import MOST_HIDDEN, asked, core, hides
from engine.illustrate.layout_views import View

CAPTIONS = 0.8
"""Of the height: captions are below."""
_HIDDEN, _FACE_HIDDEN = 0.22, 0.1
"""More of a body or of a face behind the setting's sheets is moved out of there."""
_FOOT_HIDDEN = 0.4
"""So much of a mountain may be behind the hills and fields before it."""
_MOST_LOW, _LOW = 0.4, 0.25
"""The share of a group that may be under the captions, and that is where it stands higher."""
_ASIDE = (0.0, 0.04, -0.04, 0.08, -0.08, 0.13, -0.13, 0.19, -0.19, 0.26, -0.26)
_UP, _LAND_UP = (0.0, 0.03, 0.06, 0.1), (0.0, 0.03, 0.06, 0.1, 0.14, 0.18, 0.22)
_WORSE = 0.02
"""How much more hidden a place counts for each step away from the first one."""
Step = tuple[float, float]
Covered = Callable[[Box, float], float]


def clear(placed: Sequence[Placed], info: SettingInfo, frame: Frame, view: View) -> list[Placed]:
    """Each group that the setting or the captions hide moved to where it is in sight, if there is such a place."""
    found = list(placed)
    hero = max(found, key=lambda each: each.part.actor.weight, default=None)
    cover = Cover.of(info.name, frame, view.zoom, min(max(hero.x / frame.width, 0.0), 1.0) if hero else 0.5)
    for names in dict.fromkeys(tuple(_group(found, i)) for i in range(len(found))):
        group = [found[i] for i in names]
        if not any(each.part.actor.weight > 0.1 for each in group) or any(map(placed_by_words, group)):
            continue
        if _behind(group, cover.hidden) <= 0:
            continue
        rest = [each for i, each in enumerate(found) if i not in names and asked(each)]
        x, y = _free(group, rest, cover.hidden, frame, view)
        for i in names:
            found[i] = replace(found[i], x=found[i].x + x, y=found[i].y + y)
    return found


def _group(placed: Sequence[Placed], i: int) -> list[int]:
    """The places in the list of all that belong together with one."""
    name = placed[i].group
    return [k for k, each in enumerate(placed) if k == i or (name and each.group == name)]


def raised(placed: Sequence[Placed], frame: Frame, view: View) -> list[Placed]:
    """What would be for its greater part under the captions stands higher, with all that belong to it."""
    found = list(placed)
    if view.cut:
        return found
    line = CAPTIONS * frame.height
    for names in dict.fromkeys(tuple(_group(found, i)) for i in range(len(found))):
        group = [found[i] for i in names]
        if not any(asked(each) for each in group):
            continue
        top, foot = min(each.bounds[1] for each in group), max(each.bounds[3] for each in group)
        step = foot - line - _LOW * (foot - top)
        if foot - line > _MOST_LOW * (foot - top):
            for i in names:
                found[i] = replace(found[i], y=found[i].y - step)
    return found


def _behind(group: Sequence[Placed], hidden: Covered) -> float:
    """How much more of a group is hidden by the setting than may be: of its body, or of a face."""
    body = max((hidden(core(each.bounds), each.depth) for each in group if each.part.actor.weight > 0.1), default=0.0)
    faces = [face for each in group if each.main for face in each.faces]
    depth = max(each.depth for each in group)
    face = max((hidden(each, depth) for each in faces), default=0.0)
    return max(body - (_FOOT_HIDDEN if any(map(is_land, group)) else _HIDDEN), 3 * (face - _FACE_HIDDEN), 0.0)


def _free(group: Sequence[Placed], rest: Sequence[Placed], hidden: Covered, frame: Frame, view: View) -> Step:
    """The step (units) to the nearest place where least of a group is hidden and nobody else is."""
    land = any(map(is_land, group))
    up = (0.0,) if view.cut else _LAND_UP if land else _UP

    def worth(step: Step) -> float:
        moved = [replace(each, x=each.x + step[0], y=each.y + step[1]) for each in group]
        far = abs(step[0]) / frame.width + abs(step[1]) / frame.height
        return _behind(moved, hidden) + _WORSE * 10 * far if _fits(moved, group, rest, frame) else 9.0

    aside = (0.0,) if land else _ASIDE
    steps = [(x * frame.width, -y * frame.height) for y in up for x in aside]
    best = min(steps, key=worth)
    return best if worth(best) < worth((0.0, 0.0)) - 0.03 else (0.0, 0.0)


def _fits(moved: Sequence[Placed], group: Sequence[Placed], rest: Sequence[Placed], frame: Frame) -> bool:
    """Whether a group is in the picture there, hides no other more than before, and no face."""
    for each, was in zip(moved, group, strict=True):
        if each.x == was.x and each.y == was.y:
            return True
        box = each.bounds
        if box[0] < min(was.bounds[0], 0.01 * frame.width) or box[2] > max(was.bounds[2], 0.99 * frame.width):
            return False
        if box[1] < min(was.bounds[1], 0.02 * frame.height):
            return False
        for other in rest:
            share = hides(each, other)
            if share > MOST_HIDDEN and share > hides(was, other) + 0.02:
                return False
            near, far = (each, other) if each.depth >= other.depth else (other, each)
            if any(overlap(face, near.bounds) > 0.08 for face in far.faces):
                return False
    return True

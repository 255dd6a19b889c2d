"""Sums and years of a diagram are read whole: where cards and the things beside them would cover each other, they stand in a
row of their own.

Works on placed parts. Example: `legible(placed, frame)` are the same parts, each row as wide as fits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from engine.illustrate.frame import Frame
from engine.illustrate.layout_boxes import Box
from engine.illustrate.layout_placed import Placed, overlap
from engine.illustrate.layout_seen import asked
from engine.illustrate.layout_sizes import info_of, is_mark

_TOUCH = 0.03
"""The share of a card that something else may cover."""
_WIDE, _FOOT, _GAP = 0.92, 0.81, 0.015
"""Shares of the picture: how wide a row may be, where the nearer one stands, what is between the two."""
_LEAST = 0.6
"""Where one row would leave less of their size, there are two."""
_TOP = 0.06
_STEM, _STEM_WIDTH, _STEM_LEAST = 0.3, 0.3, 0.45
"""The share of a tree's stem that a card may cover; how wide a stem is, of the crown; what is left of the cards at least."""
_LOW = 0.34
"""Of the height: what is taller is scenery and stays."""


def legible(placed: Sequence[Placed], frame: Frame) -> list[Placed]:
    """The parts with cards and the things beside them in one row or two, if any covers a card."""
    own = [i for i, each in enumerate(placed) if _stands(each, frame)]
    cards = [i for i in own if is_mark(placed[i].part.actor)]
    things = [i for i in own if i not in cards]
    stems = [i for i, each in enumerate(placed) if i not in own and _stemmed(each, frame)]
    if any(overlap(_stem(placed[k]), placed[i].bounds) > _STEM for i in cards for k in stems):
        made, share = _with_stems(placed, own, stems, frame)
        if share >= _STEM_LEAST:
            return made
    if frame.width > 1.4 * frame.height:
        return list(placed)
    covered = any(overlap(placed[i].bounds, placed[k].bounds) > _TOUCH for i in cards for k in own if k != i)
    if not covered:
        return list(placed)
    found = list(placed)
    foot = _FOOT * frame.height
    named = _between(cards, placed)
    half = max(1, len(named) - 1)
    whole = [*named[:half], *things, *named[half:]]
    one = _share([placed[i] for i in whole], frame) >= _LEAST
    hung = not one and any(i not in own and _tall(each, frame) for i, each in enumerate(placed))
    for row in (whole,) if one else (things, named) if hung else (named, things):
        made = _row([placed[i] for i in row], foot, frame)
        made = _hung(made, frame) if hung and row is named else made
        for i, each in zip(row, made, strict=True):
            found[i] = each
        foot = min((each.bounds[1] for each in made), default=foot) - _GAP * frame.height
    return found


def _stands(each: Placed, frame: Frame) -> bool:
    box = each.bounds
    low = box[3] > 0.5 * frame.height and box[3] - box[1] < _LOW * frame.height
    return asked(each) and low and each.part.actor.family == "thing"


def _stemmed(each: Placed, frame: Frame) -> bool:
    info = info_of(each.part.actor)
    return info is not None and info.category == "plant" and _tall(each, frame)


def _stem(each: Placed) -> Box:
    """Where the stem of a tree is."""
    left, top, right, foot = each.bounds
    half = _STEM_WIDTH / 2 * (right - left)
    return each.x - half, foot - 0.35 * (foot - top), each.x + half, foot


def _with_stems(
    placed: Sequence[Placed], own: Sequence[int], stems: Sequence[int], frame: Frame
) -> tuple[list[Placed], float]:
    """The row with room for the stems of trees behind it, from left to right as they stand; how much of their size the
    cards keep."""
    order = sorted((*own, *stems), key=lambda i: placed[i].x)
    boxes = {i: _stem(placed[i]) if i in stems else placed[i].bounds for i in order}
    widths = {i: box[2] - box[0] for i, box in boxes.items()}
    room = (_WIDE - _GAP * (len(order) - 1)) * frame.width - sum(widths[i] for i in stems)
    share = min(1.0, room / max(sum(widths[i] for i in own), 1.0))
    gap = (frame.width - share * sum(widths[i] for i in own) - sum(widths[i] for i in stems)) / (len(order) + 1)
    found, at = list(placed), gap
    for i in order:
        wide = widths[i] * (1.0 if i in stems else share)
        small = placed[i] if i in stems else replace(placed[i], height=placed[i].height * share)
        left = _stem(small)[0] if i in stems else small.bounds[0]
        found[i] = replace(small, x=small.x + at - left)
        at += wide + gap
    return found, share


def _tall(each: Placed, frame: Frame) -> bool:
    """Whether it is a house or tree that is asked for, which two rows before it would hide."""
    box = each.bounds
    return each.part.actor.weight > 0.1 and box[3] - box[1] >= _LOW * min(frame.width, frame.height)


def _hung(row: Sequence[Placed], frame: Frame) -> list[Placed]:
    """A row of cards under the upper edge, each on its thread."""
    up = min(each.bounds[1] for each in row) - _TOP * frame.height
    return [
        replace(
            each,
            y=each.y - up,
            part=replace(
                each.part, actor=replace(each.part.actor, options={**each.part.actor.options, "thread": "yes"})
            ),
        )
        for each in row
    ]


def _between(cards: Sequence[int], placed: Sequence[Placed]) -> list[int]:
    """Cards in the order of the words, an arrow after the first of them."""
    names = sorted(
        (i for i in cards if "arrow" not in placed[i].part.actor.kind), key=lambda i: placed[i].part.actor.id
    )
    arrows = [i for i in cards if i not in names]
    return [*names[:1], *arrows, *names[1:]]


def _share(parts: Sequence[Placed], frame: Frame) -> float:
    """How much of their size parts keep in one row."""
    room = (_WIDE - _GAP * max(len(parts) - 1, 0)) * frame.width
    return min(1.0, room / max(sum(each.bounds[2] - each.bounds[0] for each in parts), 1.0))


def _row(parts: Sequence[Placed], foot: float, frame: Frame) -> list[Placed]:
    """The parts side by side on one line, as large as they are or as fits."""
    widths = [each.bounds[2] - each.bounds[0] for each in parts]
    share = _share(parts, frame)
    gap = (frame.width - share * sum(widths)) / (len(parts) + 1)
    found, at = [], gap
    for each, width in zip(parts, widths, strict=True):
        arrow = "arrow" in each.part.actor.kind  # goes from the first card to the second
        small = replace(each, height=each.height * share, flip=each.flip and not arrow)
        box = small.bounds
        found.append(replace(small, x=small.x + at - box[0], y=small.y + foot - box[3]))
        at += share * width + gap
    return found

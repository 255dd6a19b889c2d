"""Mixes two shots where one leads into the other: dissolve, wipes, pushes, zoom blur.

Works on the planes of two frames and a share from 0 (all of the first) to 1. Example: `mix("wipe_left", first, second, 0.4,
spare)` leaves the result in `first`.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

Plane = NDArray[np.uint8]
Planes = list[Plane]

FEATHER = 0.08
"""The soft edge of a wipe, as a share of the way it travels."""
SHUTTER = 0.5
"""How much of a frame's time a shutter is open: pushes are blurred along their way by so much of their step."""
ZOOM_REACH = 0.35
"""How much nearer a zoom blur comes before the shots change."""
ZOOM_BLUR = 0.16

WAYS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
FADES = {"fade": (16, 128, 128), "fade_white": (235, 128, 128)}
"""Transitions that go through a colour (Y, U, V) and show one shot at a time."""


def overlaps(kind: str) -> bool:
    """Whether both shots are seen at once."""
    return kind != "cut" and kind not in FADES


def mix(kind: str, first: Planes, second: Planes, share: float, step: float, spare: Planes) -> None:
    """Mix two frames into `first`. `step` is how much the share grows in a frame (for motion blur); `spare` is working
    space.
    """
    name, _, way = kind.partition("_")
    if name == "wipe":
        _wipe(first, second, share, WAYS[way])
    elif name == "push":
        _push(first, second, share, step, WAYS[way], spare)
    elif kind == "zoom_blur":
        _zoom(first, second, share, spare)
    else:
        for plane, other in zip(first, second, strict=True):
            cv2.addWeighted(plane, 1 - share, other, share, 0, dst=plane)


def _wipe(first: Planes, second: Planes, share: float, way: tuple[int, int]) -> None:
    """An edge travels across and uncovers the second shot."""
    edge = share * (1 + FEATHER)
    for plane, other in zip(first, second, strict=True):
        across = way[0] != 0
        count = plane.shape[1] if across else plane.shape[0]
        place = (np.arange(count, dtype=np.float32) + np.float32(0.5)) / count
        place = 1 - place if sum(way) < 0 else place
        weight = np.clip((edge - place) / FEATHER, 0, 1)
        weight = weight * weight * (3 - 2 * weight)
        soft = np.flatnonzero((weight > 0) & (weight < 1))
        done = weight >= 1
        if across:
            plane[:, done] = other[:, done]
            plane[:, soft] = _blended(plane[:, soft], other[:, soft], weight[soft])
        else:
            plane[done] = other[done]
            plane[soft] = _blended(plane[soft], other[soft], weight[soft, None])


def _blended(one: Plane, other: Plane, weight: NDArray[np.float32]) -> Plane:
    return np.asarray(one + (other.astype(np.float32) - one) * weight + np.float32(0.5), np.uint8)


def _push(first: Planes, second: Planes, share: float, step: float, way: tuple[int, int], spare: Planes) -> None:
    """The second shot pushes the first out of the frame, eased, with the blur of their speed."""
    gone = share * share * (3 - 2 * share)
    speed = 6 * share * (1 - share) * step * SHUTTER
    for plane, other, room in zip(first, second, spare, strict=True):
        height, width = plane.shape
        side = width if way[0] else height
        for source, back, dst in ((plane, 0, room), (other, 1, plane)):
            shift = (gone - back) * side
            matrix = np.array([[1.0, 0.0, -way[0] * shift], [0.0, 1.0, -way[1] * shift]])
            moved = cv2.warpAffine(
                source,
                matrix,
                (width, height),
                flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
                borderMode=cv2.BORDER_REPLICATE,
            )
            np.copyto(dst, moved)
        _seam(room, plane, gone * side, way)
        blur = max(1, round(speed * side) | 1)
        if blur > 1:
            cv2.blur(plane, (blur, 1) if way[0] else (1, blur), dst=plane)


def _seam(leaving: Plane, plane: Plane, gone: float, way: tuple[int, int]) -> None:
    """Put what is left of the leaving shot beside the coming one, parted to the part of a pixel."""
    side = plane.shape[1] if way[0] else plane.shape[0]
    place = np.arange(side, dtype=np.float32)
    if sum(way) < 0:
        weight = np.clip(side - np.float32(gone) - place, 0, 1)
    else:
        weight = np.clip(place + 1 - np.float32(gone), 0, 1)
    keep, part = weight >= 1, np.flatnonzero((weight > 0) & (weight < 1))
    if way[0]:
        plane[:, keep] = leaving[:, keep]
        plane[:, part] = _blended(plane[:, part], leaving[:, part], weight[part])
    else:
        plane[keep] = leaving[keep]
        plane[part] = _blended(plane[part], leaving[part], weight[part, None])


def _zoom(first: Planes, second: Planes, share: float, spare: Planes) -> None:
    """Into the first shot, ever faster and more blurred; on into the second, slower and sharper."""
    ease: Callable[[float], float] = lambda at: at * at * (3 - 2 * at)  # noqa: E731
    change = ease(min(max((share - 0.3) / 0.4, 0.0), 1.0))
    speed = math.sin(math.pi * share) ** 2
    near, far = 1 + ZOOM_REACH * ease(share), 1 / (1 + ZOOM_REACH * (1 - ease(share)))
    for plane, other, room in zip(first, second, spare, strict=True):
        if change < 1:
            _streaked(plane, near, speed * ZOOM_BLUR, room)
        if change > 0:
            _streaked(other, far, speed * ZOOM_BLUR, room)
            cv2.addWeighted(plane, 1 - change, other, change, 0, dst=plane)


def _streaked(plane: Plane, zoom: float, reach: float, room: Plane) -> None:
    """Brought nearer and blurred away from the middle: three times the mean with itself a little nearer."""
    np.copyto(room, _nearer(plane, zoom))
    if reach > 0.002:
        for part in (4, 2, 1):
            cv2.addWeighted(room, 0.5, _nearer(room, 1 + reach * part / 7), 0.5, 0, dst=room)
    np.copyto(plane, room)


def _nearer(plane: Plane, zoom: float) -> Plane:
    height, width = plane.shape
    x, y = (width - 1) / 2 * (1 - 1 / zoom), (height - 1) / 2 * (1 - 1 / zoom)
    matrix = np.array([[1 / zoom, 0, x], [0, 1 / zoom, y]])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    moved = cv2.warpAffine(plane, matrix, (width, height), flags=flags, borderMode=cv2.BORDER_REFLECT_101)
    return np.asarray(moved, np.uint8)

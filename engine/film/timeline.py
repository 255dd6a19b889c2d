"""Cuts a film into segments: which frames are drawn from which shots, and how bright.

Each shot's body and each transition is a segment of its own, so that an edit re-encodes only what it touches; long
bodies are cut into pieces so that every core has work, where captions begin, so that another caption is another piece. Pure arithmetic on frames; knows nothing of pictures or
codecs. Example: two shots of 60 frames with a dissolve of 12 make segments of 54, 12 and 54 frames.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, pairwise

from engine.film.transitions import FADES, overlaps
from engine.film.types import Film, Shot

PIECE_SECONDS = 3
"""The longest segment. Also how far apart the frames are that a player can jump to."""
LEAST_SECONDS = 0.33
"""The shortest piece of a body: each begins with a whole picture, which takes room."""


@dataclass(frozen=True)
class Segment:
    """Frames `start` to `end` of the film. Two `shots` (by index) pass into each other by the transition `kind`; `dim`
    is the brightness of its first and last frame, towards black or what `kind` fades through.
    """

    start: int
    end: int
    shots: tuple[int, ...]
    dim: tuple[float, float] = (1.0, 1.0)
    kind: str = ""

    @property
    def frames(self) -> int:
        return self.end - self.start

    def level(self, frame: int) -> float:
        """The brightness (0 = black) of a frame of the film."""
        first, last = self.dim
        return first + (last - first) * (frame - self.start) / max(1, self.frames - 1)

    def share(self, frame: int) -> float:
        """How much of the second shot is seen in a frame of a dissolve."""
        return (frame - self.start + 1) / (self.frames + 1)


@dataclass(frozen=True)
class Joint:
    """How two shots meet: `before` and `after` are the frames of the transition on each side of the boundary."""

    kind: str = "cut"
    before: int = 0
    after: int = 0


@dataclass(frozen=True)
class Timeline:
    """The segments of a film in order, and for each shot the frames between which it is seen (its transitions
    included) and the frame of its own start.
    """

    segments: tuple[Segment, ...]
    seen: tuple[tuple[int, int], ...]
    starts: tuple[int, ...]

    def progress(self, shot: int, frame: int) -> float:
        """How far (0 to 1) the move of a shot has come at a frame of the film."""
        first, last = self.seen[shot]
        return (frame - first) / max(1, last - first - 1)


def timeline(film: Film, *, by_captions: bool = True) -> Timeline:
    """Lay out the film; transitions are shortened to half of each of their shots. Without `by_captions`, bodies are cut into
    equal pieces: for what is not kept."""
    joints = _joints(film)
    bounds = list(accumulate((shot.frames for shot in film.shots), initial=0))
    seen = tuple(
        (bounds[i] - _overlap(joints[i]).before, bounds[i + 1] + _overlap(joints[i + 1]).after)
        for i in range(len(film.shots))
    )
    return Timeline(
        tuple(_segments(film, bounds, joints, _cue_frames(film) if by_captions else [])), seen, tuple(bounds[:-1])
    )


def _joints(film: Film) -> list[Joint]:
    """One joint before each shot and one after the last."""
    shots = film.shots
    first = _joint(None, shots[0], film.fps) if shots[0].transition in FADES else Joint()
    between = [_joint(a, b, film.fps) for a, b in pairwise(shots)]
    ending = min(film.fade_out, shots[-1].frames // 2)
    return [first, *between, Joint("fade", before=ending) if ending else Joint()]


def _joint(left: Shot | None, right: Shot, fps: int | Fraction) -> Joint:
    if right.transition == "cut":
        return Joint()
    length = right.transition_frames or int(fps // 2)
    before = min(length // 2, left.frames // 2) if left else 0
    after = min(length - length // 2 if left else length, right.frames // 2)
    return Joint(right.transition, before, after) if before + after else Joint()


def _overlap(joint: Joint) -> Joint:
    """The frames that a shot is seen beyond its own: a fade shows one shot at a time."""
    return joint if overlaps(joint.kind) else Joint()


def _segments(film: Film, bounds: list[int], joints: list[Joint], cues: list[int]) -> Iterator[Segment]:
    for i in range(len(film.shots)):
        yield from _into(i, bounds[i], joints[i])
        start, end = bounds[i] + joints[i].after, bounds[i + 1] - joints[i + 1].before
        yield from (Segment(a, b, (i,)) for a, b in pairwise(_edges(start, end, film.fps, cues)))
    yield from _into(len(film.shots), bounds[-1], joints[-1])


def _cue_frames(film: Film) -> list[int]:
    """The frames in which captions of the picture begin, as `captions` counts them."""
    if film.style.mode == "none":
        return []
    return sorted({math.floor(cue.start * float(film.fps) + 0.5) for cue in film.cues})


def _edges(start: int, end: int, fps: int | Fraction, cues: list[int]) -> list[int]:
    """Where a body is cut, its own ends included; [] for one of no frames."""
    longest, least = round(PIECE_SECONDS * fps), round(LEAST_SECONDS * fps)
    edges = [start] if end > start else []
    while edges and edges[-1] < end:
        at = edges[-1]
        next_ = bisect_left(cues, at + least)
        if next_ < len(cues) and cues[next_] <= min(at + longest, end - least):
            edges.append(cues[next_])
        else:
            edges.append(at + (end - at) // -(-(end - at) // longest))
    return edges


def _into(shot: int, bound: int, joint: Joint) -> Iterator[Segment]:
    """The segments of the transition before a shot; a fade is dark for a moment, so its halves stand alone."""
    start, end = bound - joint.before, bound + joint.after
    if overlaps(joint.kind):
        yield Segment(start, end, (shot - 1, shot), kind=joint.kind)
        return
    if joint.before:
        edge = 0.5 / joint.before
        yield Segment(start, bound, (shot - 1,), (1 - edge, edge), joint.kind)
    if joint.after:
        edge = 0.5 / joint.after
        yield Segment(bound, end, (shot,), (edge, 1 - edge), joint.kind)

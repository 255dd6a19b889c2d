"""What would run, why, how long and at what cost, before anything runs. Also which piece is next, and what holds others back. Pure.

Example: `steps(view, board, marks, wanted, rates)` after an edit of one shot's picture names its keyframe, its clip and the cut.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from engine.graph import View
from engine.providers.registry import NOBODY
from engine.status import Board, Marks, hand_made
from engine.timings import estimate
from engine.types import Key, Status, Step

_UNKNOWN = ("voice", "subtitles", "keyframe", "clip", "sounds")


def needs_making(view: View, board: Board, key: Key) -> bool:
    """Whether a run would make this piece: it is missing or stale, or was sent back; a person's own take is left alone."""
    status = board[key]
    if key.stage == "brief" or hand_made(view.take(key)):
        return False
    return status.freshness in ("missing", "stale") or status.approval == "sent_back"


def obstacles(view: View, board: Board, marks: Marks, key: Key) -> list[str]:
    """What holds a piece back, as sentences: what it needs is not there, not fresh or not approved."""
    found = []
    upstream = dict.fromkeys(k for need in view.needs(key) if not need.advise for k in need.keys)
    for other in upstream:
        status = board.get(other)
        if status is None or status.freshness == "missing":
            found.append(f"{other} is not made yet")
        elif status.freshness != "fresh":
            found.append(_not_fresh(view, other, status))
        elif view.stages[other.stage].gate and status.approval not in ("approved", "auto"):
            found.append(f"{other} was sent back" if status.approval == "sent_back" else f"approve {other}")
    return found


def _not_fresh(view: View, key: Key, status: Status) -> str:
    if hand_made(view.take(key)) and status.freshness == "stale":
        return f"{key} is yours and {'; '.join(status.causes[:2])}: approve it to keep it, or regenerate it"
    return f"{key} is {status.freshness}"


def runnable(view: View, board: Board, marks: Marks, wanted: Collection[Key], done: Collection[Key]) -> list[Key]:
    """The next pieces to make, in one make: all that a group stage can fill, as many as a maker works on together, else a single
    piece. Empty when none can run."""
    for key in board:
        if key not in wanted or key in done or not needs_making(view, board, key) or obstacles(view, board, marks, key):
            continue
        able = [
            other
            for other in board
            if other.stage == key.stage
            and other not in done
            and needs_making(view, board, other)
            and not obstacles(view, board, marks, other)
        ]
        return able if view.stages[key.stage].group else _together(view, board, key, [k for k in able if k in wanted])
    return []


def _together(view: View, board: Board, key: Key, able: list[Key]) -> list[Key]:
    """A piece, and those that its maker can work on with it; what was sent back comes with a note and is made by itself."""
    stage = view.stages[key.stage]
    most = stage.together(view, key.unit)
    if most < 2 or board[key].approval == "sent_back":
        return [key]
    maker = stage.provider(view, key.unit)
    alike = [k for k in able if board[k].approval != "sent_back" and stage.provider(view, k.unit) == maker]
    return alike[alike.index(key) :][:most]


def steps(
    view: View, board: Board, marks: Marks, wanted: Collection[Key], rates: Mapping[tuple[str, str], float]
) -> list[Step]:
    """Every piece that a run up to `wanted` would make or might make, in order."""
    found: list[Step] = []
    known = dict(rates)
    for key, status in board.items():
        if key not in wanted or key.stage == "brief":
            continue
        if needs_making(view, board, key):
            why = "sent back" if status.approval == "sent_back" else "; ".join(status.causes[:3])
        elif status.freshness == "unsettled" and not hand_made(view.take(key)):
            why = "perhaps: " + "; ".join(status.causes[:3])
        else:
            continue
        found.append(_step(view, key, why, known, [Key.parse(step.key).stage for step in found]))
    return found + _unknown(view, board, wanted, known)


def _step(view: View, key: Key, why: str, known: dict[tuple[str, str], float], before: Collection[str]) -> Step:
    """One piece; the pieces of a group are made together, and paid for with the first of them."""
    stage = view.stages[key.stage]
    seconds = estimate(key.stage, stage.provider(view, key.unit), stage.size(view, key.unit), known)
    cost = 0.0 if stage.group and key.stage in before else stage.cost(view, key.unit)
    return Step(key=str(key), why=why, seconds=seconds, cost=cost)


def _unknown(view: View, board: Board, wanted: Collection[Key], known: dict[tuple[str, str], float]) -> list[Step]:
    """Pieces whose number is not known before the script is: counted from the text."""
    brief = view.content(Key("brief"))
    if brief is None or (view.units("voice") and view.units("keyframe")):
        return []
    if not any(key.stage == "cut" for key in wanted):
        return []
    words = max(12, len(brief.text.split()) if brief.mode != "idea" else round((brief.target_seconds or 120) * 2.8))
    counts = {
        "voice": words // 12 or 1,
        "subtitles": words // 12 or 1,
        "keyframe": words // 14 or 1,
        "clip": words // 14 or 1,
        "sounds": words // 56 or 1,  # about one shot in four names what is heard in it
    }
    found = []
    for stage in _UNKNOWN:
        if view.units(stage):
            continue
        maker, size = view.stages[stage].provider(view, ""), view.stages[stage].size(view, "")
        if maker == NOBODY.get(stage):
            continue
        seconds = estimate(stage, maker, size * counts[stage], known)
        each = view.stages[stage].cost(view, "")
        cost = None if each is None else each * counts[stage]
        found.append(Step(key=f"{stage}:*", why="not made yet", seconds=seconds, cost=cost, count=counts[stage]))
    return found

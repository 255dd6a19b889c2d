"""The sentence under a piece: where it stands, why, how long it would take and what it would cost. Pure.

Example: 'Stale: the picture of shot s06 changed, take 1 → 2. Re-making takes about 9 s, at no cost.'
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.costing import KINDS
from engine.graph import View
from engine.plan import obstacles
from engine.timings import estimate
from engine.types import Key, Status, Take
from studio import show
from studio.desk import Snapshot
from studio.pieces import Pieces
from studio.words import Words


@dataclass(frozen=True)
class Reason:
    """The bold word, the rest of the sentence, and quieter sentences below it."""

    state: str
    head: str
    rest: str = ""
    more: tuple[str, ...] = ()


def seconds_of(snap: Snapshot, key: Key, rates: dict[tuple[str, str], float]) -> float:
    """How long making a piece is likely to take here."""
    stage = snap.view.stages[key.stage]
    return estimate(key.stage, stage.provider(snap.view, key.unit), stage.size(snap.view, key.unit), rates)


def cost_of(snap: Snapshot, key: Key, provider: str = "") -> float | None:
    """What making a piece is likely to cost, by the maker that is set or by this one; None where it is not known."""
    view = snap.view
    if provider and key.stage in KINDS:
        own = {**view.settings, f"{KINDS[key.stage]}@{key}": provider}
        view = View(view.chosen, own, view.machine, view.stages)
    return view.stages[key.stage].cost(view, key.unit)


def reason(t: Words, snap: Snapshot, key: Key, state: str, rates: dict[tuple[str, str], float]) -> Reason:
    """Why a piece is as it is."""
    pieces, status, take = Pieces(snap.view), snap.board[key], snap.view.take(key)
    held = obstacles(snap.view, snap.board, snap.marks, key)
    again = t("why.again", time=show.about(t, seconds_of(snap, key, rates)), cost=show.at_cost(t, cost_of(snap, key)))
    again = t("why.held", what=show.causes(t, pieces, held)) if held else again
    notes = tuple(t("why.note", what=show.cause(t, pieces, line)) for line in status.advice[:2])
    why = show.causes(t, pieces, status.causes)
    if state == "missing":
        return _missing(t, snap, key, rates)
    if state == "stale":
        mine = t("why.mine") if show.is_yours(take) else again
        return Reason(state, t("why.stale"), f"{why}.", (mine, *notes))
    if state == "unsettled":
        return Reason(state, t("why.unsettled"), f"{why}.", (t("why.unsettled.more"), *notes))
    if state == "failed":
        return Reason(state, t("why.failed"), status.error, (t("why.failed.more"),))
    if state == "back":
        note = str(snap.marks.approvals.get(take.id, {}).get("note", "")) if take else ""
        return Reason(
            state,
            t("why.back"),
            t("why.back.note", note=note) if note else t("why.back.plain"),
            (t("why.back.more") if note else again,),
        )
    return _calm(t, snap, state, status, take, notes)


def _missing(t: Words, snap: Snapshot, key: Key, rates: dict[tuple[str, str], float]) -> Reason:
    pieces = Pieces(snap.view)
    what = show.piece_name(t, pieces, str(key))
    held = obstacles(snap.view, snap.board, snap.marks, key)
    if held:
        first = t("why.held", what=show.causes(t, pieces, held))
        return Reason("missing", t("why.missing"), t("why.missing.held", what=what), (first,))
    time = show.about(t, seconds_of(snap, key, rates))
    return Reason(
        "missing",
        t("why.missing"),
        t("why.missing.rest", what=what, time=time[:1].upper() + time[1:], cost=show.at_cost(t, cost_of(snap, key))),
    )


def _calm(t: Words, snap: Snapshot, state: str, status: Status, take: Take | None, notes: tuple[str, ...]) -> Reason:
    """States in which nothing is wrong."""
    if state == "approved" and status.stage == "brief":
        return Reason(state, t("why.own"), t("why.approved.take", n=status.take or 0), (t("why.own.more"),))
    if state == "approved":
        head = t("why.approved.yours") if show.is_yours(take) else t("why.approved")
        return Reason(state, head, t("why.approved.take", n=status.take or 0), (t("why.approved.more"), *notes))
    if state == "auto":
        return Reason(state, t("why.auto"), t("why.auto.rest"), (t("why.auto.more"), *notes))
    if state == "queued":
        return Reason(state, t("why.queued"), t("why.queued.next" if not snap.queue else "why.queued.rest"))
    if state == "working":
        return Reason(state, t("why.working"), t("why.working.rest"))
    return Reason("fresh", t("why.fresh"), t("why.fresh.rest"), (t("why.fresh.made"), *notes))

"""Who works at something stands at it with busy hands: who lays bread, lights candles or bakes is at the table.

Works on the actors when all is known of where things stand; places nothing. Example: 'She puts a photo on the table' has
her at the table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from engine.illustrate.kit import registry
from engine.illustrate.words.record import Actor, Reading
from engine.illustrate.words.tables import action

Relations = tuple[tuple[str, str, str], ...]

_BUSY = frozenset({"work", "stir", "write"})
_IDLE = frozenset({"", "stand", "hold", "reach"})
_TABLES = frozenset({"table", "desk", "stove"})
_POTS = frozenset({"cauldron"})
"""Who stirs something does it there."""
_UPON = frozenset({"", "stand", "jump", "dance", "climb", "sit", "lie", "sleep", "leap", "be", "walk"})
_STILL = frozenset({"have", "keep", "hold", "find", "get", "receive", "show"})
"""To have a table is no work at it."""
_FIXED = frozenset({"on", "in", "under", "at", "behind", "before", "above"})
_WHEELS = 1.4
"""Metres: bicycles and carts are mended from beside, a bus is not."""
_LOW = 2.4
"""Metres: what is taller is not worked at from the ground."""


def at_work(
    actors: tuple[Actor, ...], relations: Relations, reading: Reading, ids: Mapping[int, str]
) -> tuple[tuple[Actor, ...], Relations]:
    """The actors with busy hands where there is something to be busy with, and at what each is; else hands are free."""
    by_id = {actor.id: actor for actor in actors}
    links = [_off_the_table(each, by_id) for each in relations]
    for deed in reading.deeds:
        what = action(deed.verb)
        if what is None or deed.verb in _STILL or what.relation not in ("work", "holding"):
            continue
        doers = [by_id[ids[i]] for i in deed.who if ids.get(i) in by_id]
        doers += [a for a in by_id.values() if a.pose in _BUSY and a not in doers and _along(a, doers, relations)]
        goal = _goal([ids[i] for i in deed.what if ids.get(i) in by_id], by_id, links, what.relation == "work")
        for doer in doers:
            there = goal is not None and (doer.id, "at", goal.id) in links
            if goal and goal.id != doer.id and (there or _free(doer, links)):
                links += [] if there else [(doer.id, "at", goal.id)]
                by_id[doer.id] = replace(doer, pose="work") if doer.pose in _IDLE and not doer.holding else doer
            elif goal and doer.count > 1 and what.relation == "work":  # several stand next to it
                links.append((doer.id, "beside", goal.id))
    at = {one for one, how, _ in links if how == "at"}
    return tuple(_rested(actor) if actor.id not in at else actor for actor in by_id.values()), tuple(links)


def _off_the_table(link: tuple[str, str, str], by_id: Mapping[str, Actor]) -> tuple[str, str, str]:
    """Who cuts bread on the table does not stand on it."""
    one, how, other = link
    who, base = by_id.get(one), by_id.get(other)
    if how != "on" or not who or not base or who.family != "person" or base.kind not in _TABLES or who.does in _UPON:
        return link
    return one, "at", other


def _along(actor: Actor, doers: list[Actor], relations: Relations) -> bool:
    """Whether somebody does it with one of them."""
    ids = {doer.id for doer in doers}
    return any({one, other} & ids and actor.id in (one, other) for one, _, other in relations)


def _free(actor: Actor, links: list[tuple[str, str, str]]) -> bool:
    alone = actor.family == "person" and actor.count == 1 and not actor.holding
    return alone and not any(one == actor.id and how in _FIXED for one, how, _ in links)


def _goal(named: list[str], by_id: Mapping[str, Actor], links: list[tuple[str, str, str]], table: bool) -> Actor | None:
    """Where the hands are: what the thing that the deed is done to stands on, else the thing, else the table there."""
    for name in named:
        under = next((other for one, how, other in links if one == name and how in ("on", "in")), name)
        if under in by_id and _workable(by_id[under]):
            return by_id[under]
    tables = sorted(
        (actor for actor in by_id.values() if actor.kind in _TABLES | _POTS), key=lambda a: a.kind not in _POTS
    )
    return tables[0] if table and tables and not named else None


def _workable(actor: Actor) -> bool:
    """Whether one can stand at it and reach it: no person, no house, nothing in the sky."""
    info = registry.things().get(actor.kind) if actor.family == "thing" else None
    return (
        info is not None
        and info.category not in ("building", "plant", "sky", "diagram")
        and (info.category != "vehicle" or info.metres < _WHEELS)
        and info.contact in ("ground", "held")
        and info.metres <= _LOW
    )


def _rested(actor: Actor) -> Actor:
    """Hands that have nothing to work at hang."""
    idle = actor.family == "person" and actor.pose == "work" and not actor.holding
    return replace(actor, pose="") if idle else actor

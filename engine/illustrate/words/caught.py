"""Who is caught in a net has it over the whole body: a net for beasts, not one with a handle.

Works on the actors before they are placed. Example: 'The lion is caught in a net' makes the net a 'trap net'.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from engine.illustrate.kit import registry
from engine.illustrate.words.record import Actor

_NETS = frozenset({"net", "trap net"})
_LARGE = 0.25
"""Metres: smaller beasts, butterflies and small fish, stay in a net with a handle."""


def netted(actors: Mapping[int, Actor], relations: tuple[tuple[str, str, str], ...]) -> dict[int, Actor]:
    """The actors; the net that holds somebody is one that covers the whole body."""
    held = {actor.id for actor in actors.values() if actor.family != "thing" and _metres(actor) > _LARGE}
    inside = {other for one, how, other in relations if how in ("in", "under") and one in held}
    return {
        i: replace(actor, kind="trap net") if actor.kind in _NETS and actor.id in inside else actor
        for i, actor in actors.items()
    }


def _metres(actor: Actor) -> float:
    info = registry.things().get(actor.kind)
    return info.metres if info else 1.7

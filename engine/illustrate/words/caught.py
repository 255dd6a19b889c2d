"""Who is caught in a net has it over the whole body, and who is on somebody's paw is right before that somebody.

Works on the actors before they are placed. Example: 'The lion is caught in a net' makes the net a 'trap net'.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from engine.illustrate.kit import registry
from engine.illustrate.words.record import Actor, Reading

_NETS = frozenset({"net", "trap net"})
_LARGE = 0.25
"""Metres: smaller beasts, butterflies and small fish, stay in a net with a handle."""


def netted(actors: Mapping[int, Actor], relations: tuple[tuple[str, str, str], ...]) -> dict[int, Actor]:
    """The actors; the net that holds somebody is one that covers the whole body."""
    held = {actor.id for actor in actors.values() if actor.family != "thing" and _metres(actor) > _LARGE}
    inside = {other for one, how, other in relations if how in ("in", "under") and one in held}
    actors = _webbed(actors)
    return {
        i: replace(actor, kind="trap net") if actor.kind in _NETS and actor.id in inside else actor
        for i, actor in actors.items()
    }


def _webbed(actors: Mapping[int, Actor]) -> Mapping[int, Actor]:
    """A spider that is told of with a web sits in it."""
    web = next((i for i, actor in actors.items() if actor.kind == "spider web"), None)
    spiders = [i for i, actor in actors.items() if actor.kind == "spider" and actor.count == 1 and not actor.unit]
    if web is None or not spiders:
        return actors
    seated = replace(actors[web], pose="spider", weight=max(actors[web].weight, actors[spiders[0]].weight))
    return {i: seated if i == web else actor for i, actor in actors.items() if i != spiders[0]}


_TYING = frozenset({"tie", "bind", "fasten", "lash", "rope"})
_POLE_WORDS = frozenset({"pole", "stick", "stake", "post", "branch", "cane"})
_TIED_SIZE = 2.0
"""Times its size: a python along a pole is as long as that pole."""


def along_poles(
    actors: tuple[Actor, ...], relations: tuple[tuple[str, str, str], ...], reading: Reading
) -> tuple[tuple[Actor, ...], tuple[tuple[str, str, str], ...]]:
    """A beast that is tied to a pole and can be drawn along it is; the pole is drawn with it."""
    by_id = {actor.id: actor for actor in actors}
    for one, how, other in relations if any(deed.verb in _TYING for deed in reading.deeds) else ():
        beast, pole = by_id.get(one), by_id.get(other)
        if how != "before" or beast is None or pole is None or not _POLE_WORDS & set(pole.said.lower().split()):
            continue
        if beast.family == "animal" and "tied" in registry.things()[beast.kind].poses:
            by_id[one] = replace(beast, pose="tied", size=beast.size * _TIED_SIZE)
            del by_id[other]
    gone = {actor.id for actor in actors} - set(by_id)
    return tuple(by_id.values()), tuple(each for each in relations if not gone & {each[0], each[2]})


def _metres(actor: Actor) -> float:
    info = registry.things().get(actor.kind)
    return info.metres if info else 1.7


def at_feet(one: int, actors: Mapping[int, Actor]) -> list[tuple[str, str, str]]:
    """Where who runs across a paw is: before the only other one there who can have feet."""
    others = [actor for i, actor in actors.items() if i != one and actor.family != "thing" and actor.count == 1]
    return [(actors[one].id, "before", others[0].id)] if len(others) == 1 else []

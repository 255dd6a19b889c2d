"""What fits the place of a shot: nothing that the setting shows by itself twice, no house in a room, no bell in the air.

Works on the actors after the words are read; chooses no place. Example: `fitted(actors, "room", shows, missing)` leaves
out a second window.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from engine.illustrate.kit import registry
from engine.illustrate.words.record import Actor, Reading
from engine.illustrate.words.tables import wishes

LARGEST_INSIDE = 2.3
"""Metres: what is taller stands in no room."""
_ALWAYS_OUT = frozenset({"building", "vehicle", "nature"})
_SMALL_ENOUGH = frozenset({"stone", "door", "stairs", "window", "gate", "well", "nest", "fountain", "railing"})
_WATCHERS = frozenset({"audience", "faces", "spectators", "viewers", "listeners", "crowd", "public", "onlookers"})
"""Who sits before a stage, where its own drawing has them."""
_COVERS = frozenset({"pillow", "blanket", "quilt", "mattress", "cushion", "duvet"})
_ON_FLOORS = frozenset({"rug", "skateboard", "skis", "sledge"})
_ON_POSTS = {"bell": "bell post"}


def shown_by(setting: str, word: str, kind: str = "") -> bool:
    """Whether a setting's own drawing shows what a word names."""
    return setting in wishes("shown", word) or (bool(kind) and setting in wishes("shown", kind))


def fitted(
    actors: tuple[Actor, ...], setting: str, shows: list[str], missing: list[str], acting: frozenset[str] = frozenset()
) -> tuple[Actor, ...]:
    """The actors that can be where they are; `shows` and `missing` are kept true. `acting` are ids of what the shot's
    deeds are about: those are drawn even where the setting has one of the kind."""
    info = registry.settings()[setting]
    lived = any(actor.family == "person" for actor in actors)
    kept: list[Actor] = []
    for actor in actors:
        if actor.family == "thing" and not actor.unit and _own(actor, setting):
            continue
        if actor.family == "thing" and actor.id not in acting and _already(actor, setting):
            continue
        if is_watcher(actor.said) and shown_by(setting, "audience"):
            continue
        if actor.family == "thing" and not actor.unit and actor.kind in (info.name, *info.kinds):  # it is the place
            continue
        if info.inside and _too_large(actor) and not (actor.kind == "bicycle" and lived):
            if not _is_here(actor, setting):
                _say_missing(actor, shows, missing)
            continue
        other = _ON_POSTS.get(actor.kind) if not info.inside else None
        kept.append(replace(actor, kind=other) if other and other in registry.things() and not actor.unit else actor)
    return tuple(kept)


def is_watcher(said: str) -> bool:
    """Whether words name those who sit before a stage."""
    return said.lower().split()[-1:] != [] and said.lower().split()[-1] in _WATCHERS


def _is_here(actor: Actor, setting: str) -> bool:
    """Whether the setting is that building from inside: a classroom for the school."""
    word = actor.said.split()[-1].lower() if actor.said else ""
    return setting in wishes("settings", word) or word in ("house", "home", "building")


def tabled(
    actors: tuple[Actor, ...], relations: tuple[tuple[str, str, str], ...], setting: str
) -> tuple[tuple[Actor, ...], tuple[tuple[str, str, str], ...]]:
    """Small things in a room with somebody in it stand on a table rather than on the floor."""
    info = registry.settings()[setting]
    if not info.inside or not any(actor.family == "person" for actor in actors):
        return actors, relations
    placed = {one for one, how, _ in relations if how in ("on", "in", "under", "above")}
    small = [
        a
        for a in actors
        if a.family == "thing" and a.id not in placed and _fits_table(a) and a.options.get("stands") != "floor"
    ][:4]
    if not small or "table" not in registry.things():
        return actors, relations
    own = next((a for a in actors if a.kind in ("table", "desk")), None)
    table = own or Actor("a-table", "table", "thing", weight=0.3)
    return (*actors, *(() if own else (table,))), (*relations, *((a.id, "on", table.id) for a in small))


def _fits_table(actor: Actor) -> bool:
    info = registry.things().get(actor.kind)
    return (
        info is not None
        and actor.kind not in _ON_FLOORS
        and info.metres <= 0.5
        and info.contact in ("ground", "held")
        and info.category != "diagram"
    )


def _own(actor: Actor, setting: str) -> bool:
    """Whether the place is that itself: the ash of its volcano, the houses of its flooded village, the bedroom's bed."""
    word = actor.said.split()[-1].lower() if actor.said else ""
    return bool({setting} & {*wishes("own", word), *wishes("own", actor.kind), *wishes("own", _one(word))})


def _one(word: str) -> str:
    return word.removesuffix("es") if word.endswith(("shes", "sses")) else word.removesuffix("s")


def abed(actors: tuple[Actor, ...], relations: tuple[tuple[str, str, str], ...], setting: str) -> tuple[Actor, ...]:
    """Who sleeps in a bedroom, or is in or on the bed there, lies in the room's own bed."""
    if not any(place.name == "bed" for place in registry.settings()[setting].places):
        return actors
    beds = {actor.id for actor in actors if actor.kind == "bed"}
    there = {one for one, how, other in relations if how in ("in", "on", "under") and other in beds}
    found, free = [], True
    for actor in actors:
        elsewhere = any(one == actor.id and how in ("in", "on") and other not in beds for one, how, other in relations)
        lies = (
            not elsewhere
            and actor.family != "thing"
            and actor.count == 1
            and (actor.pose in ("sleep", "lie") or actor.id in there)
        )
        found.append(_lying(actor) if lies and free else actor)
        free = free and not lies
    return tuple(found)


def in_rows(actors: tuple[Actor, ...], reading: Reading, setting: str, ids: Mapping[int, str]) -> tuple[Actor, ...]:
    """Whom the words put in a row, on a seat or among those who look on sits there, where the place has rows."""
    if not any(place.name == "row" for place in registry.settings()[setting].places):
        return actors
    rows = {i for i, mention in enumerate(reading.mentions) if _is_row(mention.said)}
    seen = {i: deed.what[0] for deed in reading.deeds for i in deed.who if deed.what and deed.what[0] in ids}
    held = [link.one for link in reading.links if link.other in rows and link.how in ("in", "on")]
    seated = {ids.get(seen.get(i, i)) for i in held}  # 'Ben sees his father in the third row': the father sits there
    return tuple(replace(a, options={**a.options, "place": "row"}) if a.id in seated else a for a in actors)


def _is_row(said: str) -> bool:
    return is_watcher(said) or said.lower().split()[-1:] in (["row"], ["rows"], ["seat"], ["seats"])


def without_hidden(
    actors: tuple[Actor, ...], reading: Reading, ids: Mapping[int, str], shows: list[str], missing: list[str]
) -> tuple[Actor, ...]:
    """What lies under a pillow or a blanket is not seen, and said to be missing."""
    under = {i for i, mention in enumerate(reading.mentions) if mention.word in _COVERS}
    gone = {ids.get(link.one) for link in reading.links if link.how == "under" and link.other in under}
    things = [actor for actor in actors if actor.family == "thing"]
    covers = next((i for i in under if any(link.other == i and link.how == "under" for link in reading.links)), None)
    if covers is not None:  # 'sleeps with the sword under his pillow' may hang on the sleeper
        gone |= {ids.get(i) for i in range(covers) if any(a.id == ids.get(i) for a in things)}
    lost = [actor for actor in things if actor.id in gone]
    shows[:] = [each for each in shows if each not in {actor.said for actor in lost}]
    missing += [actor.said for actor in lost]
    return tuple(actor for actor in actors if actor not in lost)


def _lying(actor: Actor) -> Actor:
    pose = actor.pose if actor.pose in ("sleep", "lie") else "lie"
    if actor.family == "animal":
        poses = registry.things()[actor.kind].poses
        pose = next((each for each in (pose, "sleep", "lie", "sit") if each in poses), actor.pose)
    return replace(actor, pose=pose, options={**actor.options, "place": "bed"})


def _already(actor: Actor, setting: str) -> bool:
    word = actor.said.split()[-1].lower() if actor.said else ""
    plain = actor.count == 1 and not actor.colours  # the setting's own house has no red roof
    return plain and (shown_by(setting, word, actor.kind) or shown_by(setting, actor.kind))


def _too_large(actor: Actor) -> bool:
    info = registry.things().get(actor.kind) if actor.family == "thing" else None
    if info is None or info.name in _SMALL_ENOUGH:
        return False
    outdoor = info.category in _ALWAYS_OUT and (info.metres >= 1.5 or info.category == "vehicle")
    return info.metres > LARGEST_INSIDE or outdoor


def large(kind: str) -> bool:
    """Whether a thing of the kit belongs out of doors for its size or sort."""
    return kind in registry.things() and _too_large(Actor("x", kind, "thing"))


def _say_missing(actor: Actor, shows: list[str], missing: list[str]) -> None:
    said = next((each for each in shows if each == actor.said or each.startswith(f"{actor.said}, as")), "")
    if said:
        shows.remove(said)
        missing.append(actor.said)

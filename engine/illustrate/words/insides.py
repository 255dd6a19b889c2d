"""Who is aboard or up in the tower: the inside of what people are in, what they sit on there, and who rides on what.

A shot about the vehicle itself ('the last bus leaves') stays out of doors. Example: `inside_of(work)` is 'bus inside'
for 'The girl sits on the bus'.
"""

from __future__ import annotations

from dataclasses import replace

from engine.illustrate.kit import registry
from engine.illustrate.kit.figures.body import ON_SEATS
from engine.illustrate.words import place as places
from engine.illustrate.words.cast import words_of
from engine.illustrate.words.drawable import find
from engine.illustrate.words.fitting import shown_by
from engine.illustrate.words.record import Actor, Deed
from engine.illustrate.words.tables import action, wishes
from engine.illustrate.words.work import Work

Relations = tuple[tuple[str, str, str], ...]

_OUTSIDE = frozenset({"wait", "board", "miss", "hail", "chase", "run", "leave", "enter", "stop", "catch", "approach",
                      "wash", "paint", "repair", "push", "wave", "get"})  # fmt: skip
"""What people do beside a vehicle, not in it."""
_STATES = frozenset({"be", "have", "hold", "carry", "do"})
_USES = frozenset({"ride", "rid", "drive", "take"})
_CARRIES = frozenset({"take", "carry", "bring"})
_TOWER = frozenset(
    {"railing", "bell post", "lighthouse", "trawler", "rowboat", "paper boat", "sailboat", "ship", "boat"}
)
"""What is seen out of doors beside a lighthouse's lamp."""
_SEATS = {"bus inside": "bus seat", "train inside": "train seat"}
_CABS = frozenset({"car", "taxi", "truck", "tractor"})
"""Vehicles whose driver is seen through the window."""
_DRIVERS = frozenset({"driver", "conductor", "chauffeur", "motorman"})
_BUILT = frozenset({"islet", "lantern room", "sea", "ship's deck"})
_BREAKS = frozenset(
    {"break", "broken", "collapse", "collapsed", "fall", "fallen", "destroy", "destroyed", "ruined", "wash"}
)
_RIDDEN = 1.4
"""Metres: what is taller has an inside, and nobody sits on it."""
_STANDING = frozenset({"stand", "stay", "walk", "come", "go", "leave", "enter", "step", "remain", "wait"})
_VIEWS = {"river": "river", "sea": "sea", "coast": "sea", "ocean": "sea", "beach": "sea", "city": "street", "town": "street",
          "street": "street", "field": "fields", "country": "fields", "countryside": "fields", "farm": "fields",
          "hill": "fields", "mountain": "fields", "village": "fields", "forest": "fields"}  # fmt: skip


# ---------------------------------------------------------------- where


def inside_of(work: Work) -> str:
    """The inside that a shot plays in, or ''."""
    return _lamp_room(work) or _aboard(work)


def drives_out(work: Work) -> bool:
    """Whether somebody drives a car or the like, which nobody does in a room."""
    driven = {i for deed in work.reading.deeds if deed.verb == "drive" for i in deed.what}
    return any(work.actors[i].kind in _CABS for i in driven if i in work.actors)


def _lamp_room(work: Work) -> str:
    """The top of the lighthouse: somebody does something at its lamp, or the log of it lies there."""
    kinds = {actor.kind for actor in work.actors.values()}
    lit = "lighthouse lamp" in kinds
    tower = "lighthouse" in kinds and any(
        link.how == "in" and (actor := work.actors.get(link.other)) is not None and actor.kind == "lighthouse"
        for link in work.reading.links
    )
    climbs = "stairs" in kinds and ("lighthouse" in kinds or "lighthouse" in work.reading.lemmas)
    if not (lit or tower or climbs) or kinds & (_TOWER - ({"lighthouse"} if tower or climbs else set())):
        return ""
    people = {i for i, actor in work.actors.items() if actor.family == "person"}
    busy = any(people & set(deed.who) for deed in work.reading.deeds if deed.verb != "be")
    alone = not people and bool(kinds & {"book", "open book"})
    return places.named_setting("lantern room") if busy or alone else ""


def _aboard(work: Work) -> str:
    people = {i for i, actor in work.actors.items() if actor.family == "person"}
    if not people or _elsewhere(work, people):
        return ""
    deeds = [deed for deed in work.reading.deeds if people & set(deed.who)]
    if any(deed.verb in _OUTSIDE for deed in deeds):
        return ""
    ours = str(work.request.shot.get("place") or "")
    entry = work.request.entries.get(ours) or {}
    named = (found for word in reversed(words_of(str(entry.get("name", "")))) if (found := _vehicle(word)))
    planned = next(named, "")
    for i, mention in enumerate(work.reading.mentions):
        inside = _vehicle(mention.word)
        if not inside:
            continue
        if _goes(work, i) or any(link.other == i and link.how in ("beside", "before", "behind", "toward", "away_from")
                                 for link in work.reading.links):  # fmt: skip
            return ""
        if any(link.other == i and link.one in people and link.how in ("in", "on") for link in work.reading.links):
            return inside
        if any(i in deed.what and deed.verb in _USES for deed in deeds):
            return inside
    return planned


def _vehicle(word: str) -> str:
    return next((found for name in wishes("insides", word) if (found := places.named_setting(name))), "")


def _goes(work: Work, i: int) -> bool:
    """Whether the vehicle itself does something: it leaves, stops, breaks down."""
    return any(i in deed.who and deed.verb not in _STATES for deed in work.reading.deeds)


def _elsewhere(work: Work, people: set[int]) -> bool:
    """Whether the words put somebody in another place than in a vehicle."""
    ours = str(work.request.shot.get("place") or "none")
    return any(
        link.one in people and link.how in ("in", "on", "under") and link.other in work.settings
        and work.reading.mentions[link.other].unit != ours
        and not _vehicle(work.reading.mentions[link.other].word) and work.settings[link.other] != "road"
        for link in work.reading.links
    )  # fmt: skip


def dressed(setting: str, options: dict[str, str], work: Work, place: str) -> dict[str, str]:
    """The options that only the words around a place can tell: what goes by outside, what stands on a rock."""
    lemmas = work.reading.lemmas
    ours = str(work.request.shot.get("place") or "")
    if setting == "lantern room":
        for i in work.settings:
            if work.reading.mentions[i].unit == ours:
                work.settings[i] = setting  # the rock's own inside
    known = places.options_of(setting)
    if "outside" in known:
        told = next((_VIEWS[word] for word in lemmas if word in _VIEWS), known["outside"][0])
        options = {**options, "outside": told}
        for i in work.settings:
            if _VIEWS.get(work.reading.mentions[i].word) == told:
                work.settings[i] = setting  # it is there, behind the windows
    if "broken" in known:
        options = {**options, "broken": "yes" if _broken(setting, work) else "no"}
    if "lighthouse" in known:
        lamp = any(actor.kind in ("lighthouse", "lighthouse lamp") for actor in work.actors.values())
        named = len(place.split()) > 1 and place[:1].isupper()  # 'Gull Rock' has a light, a rock in the sea has none
        options = {**options, "lighthouse": "yes" if lamp or named else "no"}
    if setting == "lantern room":
        options = {**options, "stair": "yes" if _climbing(work) else "no"}
    return options


def _broken(setting: str, work: Work) -> bool:
    """Whether the place itself breaks or falls, or is called broken."""
    here = {i for i, mention in enumerate(work.reading.mentions) if places.setting_of(mention.word) == setting}
    falls = any(deed.verb in _BREAKS and here & {*deed.who, *deed.what} for deed in work.reading.deeds)
    told = (
        each for i, each in enumerate(work.reading.mentions) if i - 1 in here
    )  # 'the bridge collapses', read as two nouns
    return (
        falls
        or any(_BREAKS & set(work.reading.mentions[i].adjectives) for i in here)
        or any(each.word in _BREAKS for each in told)
    )


# ---------------------------------------------------------------- who sits and rides


def seated(
    actors: tuple[Actor, ...], work: Work, relations: Relations, setting: str
) -> tuple[tuple[Actor, ...], Relations]:
    """Those aboard on their seats, the driver at the wheel; riders on what they ride."""
    actors = _unbuilt(actors, work, setting)
    actors, relations = _carrying(actors, work, relations)
    actors, relations = _riding(actors, work, relations, registry.settings()[setting].inside)
    actors, relations = _driving(actors, work, relations)
    seat = _SEATS.get(setting, "")
    if not seat:
        return actors, relations
    own = {each.id for each in actors if each.kind in ("chair", "bench", "stool", "armchair", "sofa")}
    kept = [each for each in actors if each.id not in own]
    links = [each for each in relations if own.isdisjoint((each[0], each[2]))]
    found: list[Actor] = []
    for actor in kept:
        found.append(actor)
        if actor.family != "person" or actor.count > 1 or _upright(actor, work):
            continue
        drives = _drives(actor) and setting == "bus inside"
        chair = Actor(f"{actor.id}-seat", "driver's seat" if drives else seat, "thing", weight=0.2)
        found[-1] = replace(actor, pose="drive" if drives else actor.pose if actor.pose in ON_SEATS else "sit")
        found.append(chair)
        links.append((actor.id, "on", chair.id))
    return tuple(found), tuple(links)


def _unbuilt(actors: tuple[Actor, ...], work: Work, setting: str) -> tuple[Actor, ...]:
    """What these settings are built of is not there a second time: no second lighthouse on the rock, no stairs up to
    the lamp in the lamp room, where they are told as missing."""
    if setting not in _BUILT:
        return actors
    gone = [each for each in actors if each.family == "thing" and (
        each.kind == "stairs" or shown_by(setting, each.said.split()[-1] if each.said else "", each.kind))]  # fmt: skip
    stairs = {each.said for each in gone if each.kind == "stairs"} if not _climbing(work) else set()
    work.shows = [said for said in work.shows if said not in stairs]
    work.missing += sorted(stairs)
    return tuple(each for each in actors if each not in gone)


def _climbing(work: Work) -> bool:
    """Whether the stair of the tower is what is seen: somebody climbs, and nothing is done at the lamp."""
    kinds = {actor.kind for actor in work.actors.values()}
    return "stairs" in kinds and "lighthouse lamp" not in kinds


def _drives(actor: Actor) -> bool:
    return actor.does == "drive" or bool(_DRIVERS & set(actor.said.lower().split()))


def _upright(actor: Actor, work: Work) -> bool:
    """Whether the words have somebody stand or move about in the aisle."""
    verbs = {deed.verb for deed in work.reading.deeds for i in deed.who
             if i in work.actors and work.actors[i].id == actor.id}  # fmt: skip
    if actor.pose not in ON_SEATS | {"", "stand", "hold", "ride", "drive"}:
        return True
    return bool(verbs & _STANDING) or (
        "stand" in work.reading.lemmas and actor.pose == "stand" and bool(verbs & {"be", "keep"})
    )


def _riding(
    actors: tuple[Actor, ...], work: Work, relations: Relations, inside: bool
) -> tuple[tuple[Actor, ...], Relations]:
    """'She rides a bicycle' has her on it; who cycles and has no bicycle gets one."""
    by_id = {actor.id: actor for actor in actors}
    more: list[Actor] = []
    links = list(relations)
    for deed in work.reading.deeds:
        what = action(deed.verb)
        if what is None or what.relation != "on" or "ride" not in what.poses:
            continue
        for who in (work.actors[i] for i in deed.who if i in work.actors):
            rider = by_id.get(who.id)
            if rider is None or rider.family != "person" or rider.count > 1 or "underfoot" in rider.options:
                continue
            mount = _mount(deed, work, by_id, links, who.id) or _own_mount(deed, work, by_id)
            if mount is not None and mount.id not in by_id:
                more.append(mount)
            if mount is None and (deed.verb in ("cycle", "pedal") or (rider.said == "somebody" and not inside)):
                mount = Actor(f"{who.id}-bicycle", "bicycle", "thing", weight=0.9)
                more.append(mount)
            if mount is None:
                by_id[rider.id] = replace(rider, pose="" if inside else "walk")
                continue
            by_id[rider.id] = replace(rider, pose="ride")
            links = [each for each in links if {each[0], each[2]} != {rider.id, mount.id}]
            links.append((rider.id, "on", mount.id))
    return (*(by_id[actor.id] for actor in actors), *more), tuple(links)


def _carrying(actors: tuple[Actor, ...], work: Work, relations: Relations) -> tuple[tuple[Actor, ...], Relations]:
    """'The bicycle takes you to the office': what carries us, and nobody is told to be on it, has somebody on it."""
    by_id = {actor.id: actor for actor in actors}
    deeds = [deed for deed in work.reading.deeds if deed.verb in _CARRIES and not deed.what]
    carries = [work.actors[i].id for deed in deeds for i in deed.who if i in work.actors]
    if not any(actor.family == "person" for actor in actors):
        for each in (by_id[name] for name in carries if name in by_id):
            info = registry.things().get(each.kind)
            ridden = info is not None and info.seat is not None and info.category == "vehicle"
            if info and ridden and info.metres < _RIDDEN and each.count == 1:
                rider = Actor(f"{each.id}-rider", "person", "person", weight=each.weight, pose="ride")
                return (*actors, rider), (*relations, (rider.id, "on", each.id))
    return actors, relations


def _driving(actors: tuple[Actor, ...], work: Work, relations: Relations) -> tuple[tuple[Actor, ...], Relations]:
    """'He drives the car' has him at its wheel, seen through the window."""
    by_id = {actor.id: actor for actor in actors}
    for deed in work.reading.deeds:
        cars = [by_id.get(work.actors[i].id) for i in deed.what if i in work.actors]
        car = next((each for each in cars if each and each.kind in _CABS), None)
        drivers = [by_id.get(work.actors[i].id) for i in deed.who if i in work.actors]
        driver = next((each for each in drivers if each and each.figure and each.count == 1), None)
        if deed.verb == "drive" and car and driver and driver.figure:
            told = {**car.options, "driver": driver.figure.model_dump_json()}
            by_id[car.id] = replace(car, options=told, weight=max(car.weight, driver.weight), does="drive")
            del by_id[driver.id]
            relations = tuple(each for each in relations if driver.id not in each)
    return tuple(by_id.values()), relations


def _own_mount(deed: Deed, work: Work, by_id: dict[str, Actor]) -> Actor | None:
    """Who rides, and no word says on what, rides what the film is about: the bicycle of its other shots."""
    if deed.what or any(each in work.reading.lemmas for each in ("horse", "bus", "train", "tram", "car")):
        return None
    for name in work.request.style.get("recurring") or ():
        found = find(str(name).split()[-1].lower(), str(name).lower())
        info = registry.things().get(found.kind) if found and not found.stand_in else None
        if info and info.seat is not None and info.category == "vehicle" and info.metres < _RIDDEN:
            return by_id.get(info.name) or Actor(info.name, info.name, "thing", weight=0.9)
    return None


def _mount(
    deed: Deed, work: Work, by_id: dict[str, Actor], links: list[tuple[str, str, str]], rider: str
) -> Actor | None:
    """What is ridden: what the deed names or what the rider is on, where it can carry somebody."""
    named = [work.actors[i].id for i in deed.what if i in work.actors]
    under = [other for one, how, other in links if one == rider and how in ("on", "with", "beside")]
    for name in (*named, *under):
        actor = by_id.get(name)
        info = registry.things().get(actor.kind) if actor else None
        if actor and info and info.seat is not None and info.category in ("vehicle", "animal"):
            return actor
    return None

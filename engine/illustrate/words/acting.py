"""Deeds to poses, feelings, what is held and which way everybody looks.

Knows the kit's poses when asked; places nothing. Example: 'The girl runs' makes her pose 'run'.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from engine.illustrate.kit import registry
from engine.illustrate.kit.figures.body import POSES
from engine.illustrate.kit.figures.face import FACES
from engine.illustrate.kit.registry import ThingInfo
from engine.illustrate.scene import Facing
from engine.illustrate.words.properties import COOKING
from engine.illustrate.words.record import Actor, Deed, Reading, Told
from engine.illustrate.words.tables import Action, action, first_value

LARGEST_HELD = 1.25
"""Metres: what is larger is not held but stands beside."""

_CARRIES = frozenset({"bus", "car", "taxi", "truck", "ambulance", "carriage", "tram"})
_ABOARD = frozenset({"driver", "chauffeur", "conductor", "passenger"})
MOST_HANDS = 5
"""More people than this are a crowd, and carry nothing that can be seen."""
_ON_THE_SPOT = frozenset({"open", "close", "unlock", "clean", "wash", "mend", "repair", "fix", "paint", "carve"})
_EATING = frozenset({"eat", "drink", "swallow", "chew", "nibble", "taste", "gulp", "hunt", "chase"})
_AMOUNTS = frozenset({"litre", "liter", "gallon", "tonne", "ton", "gram", "kilogram", "kilo", "pound"})
_FILLING = frozenset({"drop", "put", "throw", "place", "pour", "toss"})
_IN_ONE_HAND = 0.5
"""Metres: what is larger is opened or mended where it stands."""
_THREADS = frozenset({"needle and thread", "rope"})
_STUDIES = frozenset({"read", "study"})
"""Who does so, and no word says with what, has a book."""
_SEATED = {"read": "sit_read", "write": "sit_write", "eat": "sit_eat", "drink": "sit_eat", "hold": "sit_hold"}
"""What a person does while sitting."""
_GAZES = frozenset({"look", "watch", "see", "gaze", "stare", "observe", "admire"})
_ALOFT = frozenset(
    {"moon", "star", "sun", "sky", "cloud", "rainbow", "kite", "comet", "planet", "lightning", "fireworks"}
)


def acted(
    actors: Mapping[int, Actor], reading: Reading, relations: tuple[tuple[str, str, str], ...]
) -> tuple[Actor, ...]:
    """The actors as their deeds make them; what is held leaves the stage and hangs in the hand."""
    found = dict(actors)
    held: set[int] = set()
    for deed in reading.deeds:
        deed = replace(deed, verb=_verb(deed))
        flown = (
            deed.verb == "fly" and bool(deed.what) and any(found[i].family == "person" for i in deed.who if i in found)
        )
        what = action("hold" if flown else deed.verb)  # people fly kites
        for who in _with_company(deed, found, relations):
            if who in found and who not in held:
                found[who] = _doing(found[who], deed, what)
                if what and (what.relation == "holding" or (what.relation == "work" and found[who].count > 1)):
                    held |= _hold(found, who, deed, relations, held)
    _gazes(found, reading)
    found |= _rowed(found, reading, relations)
    held |= _threads(found, reading) | _in_pose(found, relations)
    held |= _in_hands(found, relations)
    mood = first_value("feelings", list(reading.lemmas))
    reads = {i for deed in reading.deeds if deed.verb in _STUDIES and not deed.what for i in deed.who}
    return tuple(
        _felt(actor if i in reads else _free_hands(actor), mood) for i, actor in found.items() if i not in held
    )


def linked(actors: Mapping[int, Actor], reading: Reading) -> tuple[tuple[str, str, str], ...]:
    """How deeds join who does them to what they are done to, as relations: a rider on the horse, a driver in the truck,
    who pushes at the cart. What can be held is held instead."""
    found = []
    for deed in reading.deeds:
        what = action(_verb(deed))
        how = what.relation if what else ""
        for who, other in ((actors[i], actors[k]) for i in deed.who for k in deed.what if i in actors and k in actors):
            joined = _link(who, other, "at" if how == "holding" and not _is_held(who, other) else how)
            found += [(who.id, joined, other.id)] if joined and who.family != "thing" and who.id != other.id else []
    return (*found, *_filling(actors, reading), *_at_mouth(actors, reading), *_aboard(actors))


def _filling(actors: Mapping[int, Actor], reading: Reading) -> list[tuple[str, str, str]]:
    """A beast that drops or puts something into a vessel is at that vessel."""
    found = []
    for deed in (each for each in reading.deeds if each.verb in _FILLING):
        goals = {link.other for link in reading.links if link.how == "in" and link.one in deed.what}
        vessels = [actors[i] for i in goals if i in actors and actors[i].family == "thing"]
        vessels = [each for each in vessels if registry.things()[each.kind].category == "vessel"]
        beasts = [actors[i] for i in deed.who if i in actors and actors[i].family == "animal"]
        found += [(beast.id, "at", each.id) for beast in beasts for each in vessels]
    return found


def _at_mouth(actors: Mapping[int, Actor], reading: Reading) -> list[tuple[str, str, str]]:
    """What a beast in the water eats or drinks is right before its mouth: the shrimps before the whale."""
    found = []
    for deed in (each for each in reading.deeds if each.verb in _EATING):
        named = (i + 1 if i not in actors and reading.mentions[i].word in _AMOUNTS else i for i in deed.what)
        food = [actors[i] for i in named if i in actors and actors[i].family != "person"]
        beasts = [actors[i] for i in deed.who if i in actors and actors[i].family == "animal" and actors[i].count == 1]
        swims = [beast for beast in beasts if registry.things()[beast.kind].contact == "float"]
        found += [(each.id, "at", beast.id) for beast in swims[:1] for each in food[:1] if each.id != beast.id]
    return found


def _verb(deed: Deed) -> str:
    """The verb as the tables have it: 'rid' was read from 'rides'."""
    return deed.verb if action(deed.verb) or not action(f"{deed.verb}e") else f"{deed.verb}e"


def _link(who: Actor, other: Actor, how: str) -> str:
    """What a deed's relation means for these two; '' where they stand as they are."""
    info = registry.things().get(other.kind) if other.family != "person" else None
    if how in ("on", "in") and info is not None:
        return how if info.seat or (info.category == "vehicle" and how == "in") else ""
    near = info is None or (info.category not in ("building", "plant", "sky") and info.contact == "ground")
    return how if how == "at" and near and who.count == 1 else ""


def _is_held(who: Actor, other: Actor) -> bool:
    info = registry.things().get(other.kind) if other.family == "thing" else None
    small = (
        info is not None and info.metres <= LARGEST_HELD and info.category not in ("furniture", "vehicle", "building")
    )
    return who.family == "person" and small


def _aboard(actors: Mapping[int, Actor]) -> list[tuple[str, str, str]]:
    """Drivers and passengers of a shot with a bus or train are in it."""
    rides = next((a for a in actors.values() if a.kind in _CARRIES), None)
    crew = [a for a in actors.values() if a.family == "person" and _is_aboard(a)]
    return [(each.id, "in", rides.id) for each in crew] if rides else []


def _is_aboard(actor: Actor) -> bool:
    return any(word.removesuffix("s") in _ABOARD for word in (*actor.said.lower().split(), actor.id))


def _with_company(
    deed: Deed, found: Mapping[int, Actor], relations: tuple[tuple[str, str, str], ...]
) -> tuple[int, ...]:
    """Who does it, and the living whom they do it with."""
    ids = {found[i].id for i in deed.who if i in found and found[i].family != "thing"}
    joined = {other for one, how, other in relations if how == "with" and one in ids}
    more = (i for i, actor in found.items() if actor.id in joined and actor.family != "thing" and i not in deed.who)
    return (*deed.who, *more)


def _rowed(
    found: Mapping[int, Actor], reading: Reading, relations: tuple[tuple[str, str, str], ...]
) -> dict[int, Actor]:
    """A boat with people in it has no sail before them, unless the words speak of sailing."""
    people = {actor.id for actor in found.values() if actor.family == "person"}
    manned = {other for one, how, other in relations if how in ("in", "on") and one in people}
    sails = any("sail" in lemma for lemma in reading.lemmas)
    return {i: replace(actor, pose="bare") for i, actor in found.items()
            if actor.kind == "boat" and actor.id in manned and not sails}  # fmt: skip


def _threads(found: Mapping[int, Actor], reading: Reading) -> set[int]:
    """The thread or rope that somebody hangs on is drawn with whom it holds."""
    hung = [deed for deed in reading.deeds if any(found[i].pose == "hang" for i in deed.who if i in found)]
    return {i for deed in hung for i in deed.what if i in found and found[i].kind in _THREADS}


def _in_pose(found: dict[int, Actor], relations: tuple[tuple[str, str, str], ...]) -> set[int]:
    """A thing that can be drawn with the other in it is: the paper boat with its candle."""
    gone: set[int] = set()
    for i, actor in found.items():
        info = registry.things().get(actor.kind) if actor.family == "thing" else None
        for k, other in found.items():
            joined = any(one == other.id and how in ("in", "on") and to == actor.id for one, how, to in relations)
            if info and joined and other.kind in info.poses:
                found[i] = replace(actor, pose=other.kind)
                gone.add(k)
    return gone


def _in_hands(found: dict[int, Actor], relations: tuple[tuple[str, str, str], ...]) -> set[int]:
    """What is on or in a person, or beside one who carries a bag, is held: letters in the postman's bag."""
    gone: set[int] = _among(found, relations)
    for i, owner in found.items():
        for k, thing in found.items():
            info = registry.things().get(thing.kind) if thing.family == "thing" else None
            there = any(one == thing.id and how in ("in", "on") and to == owner.id for one, how, to in relations)
            there |= (owner.id, "with", thing.id) in relations and info is not None and _by_hand(info)
            there &= k not in gone
            if owner.family == "person" and info and there and info.metres < 0.6 and len(owner.holding) < 2:
                found[i] = owner = replace(owner, holding=(*owner.holding, _in_hand(thing)), pose=owner.pose or "hold")
                gone.add(k)
    return gone


def _among(found: dict[int, Actor], relations: tuple[tuple[str, str, str], ...]) -> set[int]:
    """What a crowd has with it is in the hands of some: a village that comes with guitars and flowers."""
    gone: set[int] = set()
    for i, owner in found.items():
        if owner.family != "person" or owner.count <= MOST_HANDS or owner.holding:
            continue
        theirs = {k for k, thing in found.items() if (owner.id, "with", thing.id) in relations and thing.count > 1
                  and thing.family == "thing" and _by_hand(registry.things()[thing.kind]) and _is_held(owner, thing)}  # fmt: skip
        row = ("", *(_in_hand(found[k]) for k in sorted(theirs)))
        found[i] = replace(owner, holding=tuple(row[n % len(row)] for n in range(owner.count)) if theirs else ())
        gone |= theirs
    return gone


def _by_hand(info: ThingInfo) -> bool:
    """Whether one has a thing with oneself in the hand: a lantern, not a table."""
    return (info.contact == "held" or info.grip is not None) and info.category not in (
        "furniture",
        "vehicle",
        "building",
    )


def _in_hand(thing: Actor) -> str:
    return registry.held_name(thing.kind, thing.options | ({"pose": thing.pose} if thing.pose else {}), thing.colours)


def _free_hands(actor: Actor) -> Actor:
    """Who holds nothing that can be seen stands as people stand."""
    idle = actor.family == "person" and actor.pose in ("hold", "carry", "read", "umbrella") and not actor.holding
    return replace(actor, pose="") if idle else actor


def _doing(actor: Actor, deed: Deed, what: Action | None) -> Actor:
    more = 0.6 if deed.verb != "be" else 0.1
    if deed.verb not in ("be", "have", "do") and not actor.does:
        actor = replace(actor, does=deed.verb)
    if what is None or actor.family == "thing":
        return replace(actor, weight=actor.weight + more)
    poses = tuple(POSES) if actor.family == "person" else registry.things()[actor.kind].poses
    pose = next((each for each in what.poses if each in poses), "")
    quiet = what.poses[:1] == ("stand",)
    kept = actor.pose if actor.pose and (quiet or not pose) else pose
    if actor.family == "person" and {actor.pose, pose} & {"sit", "cross_legged"}:
        busy = next((_SEATED[each] for each in (pose, actor.pose) if each in _SEATED), kept)
        kept = busy if "sit" in (actor.pose, pose) else kept
    feeling = actor.feeling or what.feeling
    return replace(actor, weight=actor.weight + more, pose=kept, feeling=feeling)


def _gazes(found: dict[int, Actor], reading: Reading) -> None:
    """Who looks at the moon lifts the head to it."""
    high = {i for i, mention in enumerate(reading.mentions) if mention.word in _ALOFT}
    for deed in reading.deeds:
        seen = {*deed.what, *(link.other for link in reading.links if link.one in deed.who and link.how == "beside")}
        for who in deed.who if deed.verb in _GAZES and seen & high else ():
            actor = found.get(who)
            if actor and actor.family == "person" and actor.pose in ("", "stand", "look_down"):
                found[who] = replace(actor, pose="look_up")


def _hold(
    found: dict[int, Actor], who: int, deed: Deed, relations: tuple[tuple[str, str, str], ...], taken: set[int]
) -> set[int]:
    """Small things that somebody does something with go into the hands; what one has, the next has no more."""
    owner = found[who]
    if owner.family != "person" or owner.count > MOST_HANDS:
        return set()
    gone: set[int] = set()
    for i in [each for each in deed.what if each not in taken] or deed.what:
        thing = found.get(i)
        if thing is None or thing.family != "thing" or len(owner.holding) >= max(2, owner.count):
            continue
        info = registry.things()[thing.kind]
        if deed.verb in _ON_THE_SPOT and info.metres > _IN_ONE_HAND:
            continue
        if deed.verb in COOKING and info.category == "vessel":  # it stands, and one of many cooks has a spoon
            owner = replace(owner, holding=("spoon",)) if owner.count > 1 else owner
            continue
        stands = any(thing.id in (one, other) for one, how, other in relations if how in ("on", "in", "under"))
        if info.metres <= LARGEST_HELD and not stands and info.category not in ("furniture", "vehicle", "building"):
            owner = replace(
                owner, holding=(*owner.holding, _in_hand(thing)), pose=owner.pose if _can_hold(owner) else "hold"
            )
            gone.add(i)
    shared = _shared(owner, [found[i] for i in gone])
    if owner.count == 1 and len(gone) == 2:  # the smaller in the near hand, where the larger does not hide it
        shared = tuple(_in_hand(found[i]) for i in sorted(gone, key=lambda i: registry.things()[found[i].kind].metres))
    found[who] = replace(owner, holding=shared)
    return gone


def _shared(owner: Actor, held: list[Actor]) -> tuple[str, ...]:
    """What several people carry: each one thing; of what there are many, the others have one too."""
    many = next((thing.kind for thing in held if thing.count > 1), "")
    more = owner.count - len(owner.holding) if many and owner.count > 1 else 0
    return (*owner.holding, *[many] * more)


def _can_hold(actor: Actor) -> bool:
    return actor.pose in (
        "hold",
        "carry",
        "read",
        "write",
        "eat",
        "drink",
        "play",
        "juggle",
        "umbrella",
        "sit",
        "sit_read",
        "sit_hold",
        "sit_eat",
        "sit_write",
        "lift",
        "reach",
        "walk",
        "run",
    )


def _felt(actor: Actor, mood: str) -> Actor:
    """A feeling that the words tell is on the faces of those who have none of their own."""
    if actor.family == "thing":
        return actor
    feeling = actor.feeling or mood
    return replace(actor, feeling=feeling if feeling in FACES else "")


def facing_of(actor: Actor, told: Told) -> Facing | None:
    """Toward whom or what somebody looks or goes is the layout's; here only what the words fix."""
    return actor.facing

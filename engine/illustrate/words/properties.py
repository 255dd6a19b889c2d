"""What the words say of a thing beside its name: what it holds, what it is made of, whether it shines, closed eyes.

Works on the actors before their deeds are acted; places nothing. Example: 'the golden box' has the option material=gold.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Mapping
from dataclasses import replace

from engine.illustrate.kit import registry
from engine.illustrate.kit.figures import archetypes
from engine.illustrate.kit.things.contents import form_of
from engine.illustrate.scene import FigureSpec, Thing
from engine.illustrate.words.clothed import clothed
from engine.illustrate.words.drawable import names
from engine.illustrate.words.record import Actor, Deed, Mention, Reading
from engine.illustrate.words.tables import first_value, rows_of, value

# 'shin' is what the parser makes of 'shines'
_SHINES = frozenset(
    [
        "shine",
        "shin",
        "glow",
        "gleam",
        "glitter",
        "glimmer",
        "shimmer",
        "sparkle",
        "twinkle",
        "glisten",
        "radiate",
        "flash",
    ]
)
_SHINING = _SHINES | frozenset(
    ["shining", "glowing", "gleaming", "glittering", "sparkling", "twinkling", "radiant", "luminous", "shiny"]
)
_LAMPS = frozenset({"lamp", "candle", "lantern", "torch", "diya", "street lamp", "lighthouse", "lighthouse lamp",
                    "light bulb", "fire", "fireworks"})  # fmt: skip
SEVERAL = 3
"""What a plural without a number counts as."""
_MANY = frozenset({"pancakes", "coffee beans", "tea leaves", "shrimp", "spices", "grapes", "books", "family", "crowd", "reeds",
                   "seed", "sweets", "gloves", "lungs", "muscle", "bacterium", "map", "sound wave", "thermometer", "scale", "brain"})  # fmt: skip
"""Kinds whose drawing has several of them already."""
_LEVELS = {"low": "low", "empty": "low", "high": "high", "full": "high", "brimming": "high"}
"""How high a vessel is filled, by what is said of it."""
COOKING = frozenset({"cook", "boil", "simmer", "stew", "brew"})
_SCOOPS = frozenset({"spoon", "pouring spoon"})
"""Tools that something lies in: a spoon of batter."""
_OF_THE_SKY = frozenset({"sun", "moon", "star", "shooting star", "lightning", "rainbow"})


def with_properties(actors: Mapping[int, Actor], reading: Reading) -> dict[int, Actor]:
    """The actors with what the words say of them; contents leave the stage and are in their vessels."""
    real = _without_stuff(actors, reading)
    found = {i: _made(actor, reading.mentions[i]) if i < len(reading.mentions) else actor for i, actor in real.items()}
    for deed in reading.deeds:
        _lights(found, deed, reading)
        _eyes(found, deed, reading)
        _carried(found, deed)
        _cooked(found, deed)
        _poured(found, deed)
    found = clothed(found, reading)
    found = _posed(_perched(_contained(_crewed(found, reading), reading), reading), reading)
    return _one_volcano(_levelled(found, reading))


def _levelled(found: dict[int, Actor], reading: Reading) -> dict[int, Actor]:
    """The only vessel that holds something is filled as high as the words say of it or of what is in it."""
    full = [i for i, actor in found.items() if form_of(actor.options.get("holds", "")) == "liquid"]
    level = next((_LEVELS[lemma] for lemma in reading.lemmas if lemma in _LEVELS), "") if len(full) == 1 else ""
    return {i: replace(actor, options={**actor.options, "level": level}) if level and i in full else actor
            for i, actor in found.items()}  # fmt: skip


def _without_stuff(actors: Mapping[int, Actor], reading: Reading) -> dict[int, Actor]:
    """'The glass tubes' taken for a glass and tubes: a stuff right before another thing's word is no thing."""
    pairs = set(itertools.pairwise(reading.lemmas))
    words = {i: reading.mentions[i].said.lower().split() for i in actors if i < len(reading.mentions)}

    def before_another(i: int) -> bool:
        others = [word for j in words if j != i and actors[j].family == "thing" for word in words[j]]
        own = reading.mentions[i].word
        return any(a == own and not b.startswith(own) and any(word.startswith(b) for word in others) for a, b in pairs)

    stuff = {i for i in words if value("materials", reading.mentions[i].word) and before_another(i)}
    return {i: actor for i, actor in actors.items() if i not in stuff}


def _made(actor: Actor, mention: Mention) -> Actor:
    """Stuff, shine and contents by the mention's own words."""
    told = (*mention.adjectives, *(mention.phrase.split()[:-1] if mention.phrase not in names() else ()))
    options = dict(actor.options)
    if actor.family != "person":
        if stuff := first_value("materials", told) or _whole_colour(actor, told):
            options["material"] = stuff
        info = registry.things()[actor.kind]
        if info.category == "vessel" and form_of(mention.word) and "holds" not in options:
            options["holds"] = mention.word
    if _SHINING & set(told):
        options |= _shine(actor, first_value("colours", told))
    if "asleep" in told or "sleeping" in told:
        actor = _asleep(actor)
    count = 1 if actor.kind == "molecule" or (actor.count == SEVERAL and actor.kind in _MANY) else actor.count
    return replace(actor, options={**actor.options, **options}, count=count)


def _whole_colour(actor: Actor, told: tuple[str, ...]) -> str:
    """A colour for things and animals that have no part to be painted by itself."""
    return first_value("colours", told) if not registry.things()[actor.kind].slots else ""


def _shine(actor: Actor, colour: str) -> dict[str, str]:
    if actor.kind in _OF_THE_SKY:
        return {}
    if actor.kind in _LAMPS and not colour:
        return {"lit": "yes"}
    return {"glow": colour or "yes"}


def _lights(found: dict[int, Actor], deed: Deed, reading: Reading) -> None:
    if deed.verb in _SHINES:
        colour = _beside(reading, deed.verb)
        for i in deed.who:
            if i in found and found[i].family != "person":
                found[i] = replace(found[i], options={**found[i].options, **_shine(found[i], colour)})
    lit = deed.who if deed.verb == "burn" else deed.what if deed.verb in ("light", "ignite", "kindle") else ()
    for i in lit:
        if i in found and found[i].kind in _LAMPS:
            found[i] = replace(found[i], options={**found[i].options, "lit": "yes"})


def _beside(reading: Reading, verb: str) -> str:
    """The colour that is told right after a verb: 'glow blue'."""
    return next(
        (tone for a, b in itertools.pairwise(reading.lemmas) if a == verb and (tone := value("colours", b))), ""
    )


def _eyes(found: dict[int, Actor], deed: Deed, reading: Reading) -> None:
    shut = deed.verb in ("close", "shut") and "eye" in reading.lemmas
    for i in deed.who if shut else ():
        if i in found:
            found[i] = _eyes_closed(found[i])
    for i in deed.what if shut else ():
        if i in found and reading.mentions[i].word == "eye":
            del found[i]


def _eyes_closed(actor: Actor) -> Actor:
    if actor.family == "person":
        return replace(actor, options={**actor.options, "eyes": "closed"})
    return _asleep(actor)


def _asleep(actor: Actor) -> Actor:
    poses = registry.things()[actor.kind].poses if actor.family == "animal" else ("sleep",)
    return replace(actor, pose="sleep") if actor.family != "thing" and "sleep" in poses else actor


def _contained(found: dict[int, Actor], reading: Reading) -> dict[int, Actor]:
    """Milk in a jug, a cup of tea and eggs into a bowl are what the vessel shows, no things beside it."""
    gone: set[int] = set()
    joined = [(link.one, link.other) for link in reading.links if link.how == "in"]
    for one, other in (*joined, *_of(found, reading)):
        thing, vessel = found.get(one), found.get(other)
        if thing is None or vessel is None or one in gone or thing.family != "thing" or vessel.family != "thing":
            continue
        word = reading.mentions[one].word if one < len(reading.mentions) else ""
        if (registry.things()[vessel.kind].category == "vessel" or vessel.kind in _SCOOPS) and form_of(word):
            found[other] = replace(vessel, options={"holds": word, **vessel.options})
            gone.add(one)
    return {i: actor for i, actor in found.items() if i not in gone}


def _of(found: Mapping[int, Actor], reading: Reading) -> list[tuple[int, int]]:
    """'A glass of cold milk': (the milk, the glass)."""
    row, mentions = reading.lemmas, reading.mentions
    made = []
    for i in (i for i in found if i + 1 < len(mentions) and i + 1 in found):
        places = [k for k, lemma in enumerate(row) if lemma == mentions[i].word]
        if any("of" in row[k + 1 : k + 3] and mentions[i + 1].word in row[k + 2 : k + 6] for k in places):
            made.append((i + 1, i))
    return made


_PERCHES = frozenset({"lap", "knee", "hand", "finger", "palm", "arm", "wrist"})
SMALL_BEAST = 0.5
"""Metres: an animal up to this sits on a hand."""


def _perched(found: dict[int, Actor], reading: Reading) -> dict[int, Actor]:
    """A butterfly or a bird on somebody's hand is drawn there."""
    gone: set[int] = set()
    for link in reading.links:
        beast, mention = found.get(link.one), reading.mentions[link.other]
        if link.how != "on" or beast is None or beast.family != "animal" or mention.word not in _PERCHES:
            continue
        people = [i for i, actor in found.items() if actor.family == "person" and actor.count == 1]
        before = [i for i in people if i < link.other]
        owner = (before or people)[-1:]
        if owner and registry.things()[beast.kind].metres <= SMALL_BEAST:
            held = registry.held_name(beast.kind, beast.options, beast.colours)
            one = found[owner[0]]
            found[owner[0]] = replace(one, holding=(held, *one.holding)[:2], pose="hold", weight=one.weight + 0.5)
            gone.add(link.one)
    return {i: actor for i, actor in found.items() if i not in gone}


def _crewed(found: dict[int, Actor], reading: Reading) -> dict[int, Actor]:
    """Who rows a boat, or comes to the rescue with one, sits in it; up to three are seen."""
    boat = next((i for i, actor in found.items() if actor.kind == "rowing boat"), None)
    if boat is None:
        return found
    rowers = [i for deed in reading.deeds for i in deed.who
              if (deed.verb in ("row", "paddle") and boat in deed.what) or deed.verb == "rescue"]  # fmt: skip
    rowers += [link.one for link in reading.links if link.other == boat and link.how == "in"]
    aboard = [i for i in dict.fromkeys(rowers) if i in found and found[i].family == "person"]
    specs = [spec for i in aboard for spec in _each(found[i])][:3]
    if not specs:
        return found
    crew = json.dumps([spec.model_dump() for spec in specs])
    weight = max(found[i].weight for i in aboard)
    manned = replace(found[boat], options={**found[boat].options, "crew": crew}, weight=weight)
    return {i: manned if i == boat else actor for i, actor in found.items() if i not in aboard}


def _each(actor: Actor) -> list[FigureSpec]:
    """The looks of all that an actor counts for."""
    first = archetypes.filled(_look(actor), actor.id)
    return [first, *(archetypes.varied(_look(actor), n) for n in range(1, actor.count))]


def _carried(found: dict[int, Actor], deed: Deed) -> None:
    """A child that a grown person carries is in that person's arms."""
    if deed.verb not in ("carry", "cradle", "rock", "hug", "embrace", "hold", "lift"):
        return
    who = next((i for i in deed.who if i in found and _grown(found[i])), None)
    child = next((i for i in deed.what if i in found and found[i].family == "person" and not _grown(found[i])), None)
    if who is not None and child is not None and found[child].count == 1:
        small = found.pop(child)
        spec = archetypes.filled(_look(small), small.id)
        options = {**found[who].options, "in_arms": spec.model_dump_json()}
        found[who] = replace(found[who], options=options, pose="carry", weight=found[who].weight + 0.5)


def _cooked(found: dict[int, Actor], deed: Deed) -> None:
    """What is cooked is in a pot, large for many cooks, not in the bowl that it is eaten from."""
    many = any(found[i].count > 1 for i in deed.who if i in found)
    for i in deed.what if deed.verb in COOKING else ():
        if i in found and found[i].kind in ("bowl", "plate") and found[i].options.get("holds"):
            found[i] = replace(found[i], kind="pot", count=1, size=1.5 if many else 1.0)


def _poured(found: dict[int, Actor], deed: Deed) -> None:
    """A spoon of something that is poured is tilted."""
    for i in deed.what if deed.verb in ("pour", "drizzle", "tip") else ():
        if i in found and found[i].kind == "spoon":
            found[i] = replace(found[i], kind="pouring spoon")


def _look(actor: Actor) -> FigureSpec:
    return actor.figure or archetypes.spec_of(Thing(id="who", kind=actor.kind))


def _grown(actor: Actor) -> bool:
    return actor.family == "person" and actor.count == 1 and _look(actor).age != "child"


def _posed(found: dict[int, Actor], reading: Reading) -> dict[int, Actor]:
    """Things that can be drawn in several ways, as their own words and deeds say: an open chest, a cracked egg."""
    everywhere = {f"*{lemma}" for lemma in reading.lemmas}
    made = dict(found)
    for i, actor in found.items():
        if actor.family != "thing" or actor.pose or i >= len(reading.mentions):
            continue
        mention = reading.mentions[i]
        verbs = {deed.verb for deed in reading.deeds if i in (*deed.who, *deed.what)}
        pose = _pose_for(actor.kind, {mention.word, *mention.adjectives, *verbs} | everywhere)
        if pose in registry.things()[actor.kind].poses:
            made[i] = replace(actor, pose=pose)
    return made


def _pose_for(kind: str, near: set[str]) -> str:
    rows = [(left.split("=")[1], words) for left, words in rows_of("posed") if left.split("=")[0] == kind]
    return next((pose for pose, words in rows if near & set(words)), "")


def _one_volcano(found: dict[int, Actor]) -> dict[int, Actor]:
    """A mountain, its chamber and its lava are one volcano, seen as the strongest of them asks."""
    several = [i for i, actor in found.items() if actor.kind == "volcano"]
    order = [pose for left, _ in rows_of("posed") if left.startswith("volcano=") for pose in [left.split("=")[1]]]
    best = min(several, key=lambda i: order.index(found[i].pose) if found[i].pose in order else len(order), default=-1)
    same = {"mountain", "ash cloud"} if several else set()
    return {i: actor for i, actor in found.items()
            if i == best or (i not in several and actor.kind not in same)}  # fmt: skip

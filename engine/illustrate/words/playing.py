"""What the words say of a part or a state is on the thing that has it: the clock's hour, the house's one lit window, the
whale's heart, the robot's light; who works at the place's own things reaches for them.

Works on actors that have their poses; places nothing. Example: with 'the clock strikes twelve' the clock has the option
hour=12.
"""

from __future__ import annotations

import re
from dataclasses import replace

from engine.illustrate.kit import registry
from engine.illustrate.kit.figures import archetypes
from engine.illustrate.scene import Thing
from engine.illustrate.words.cast import over
from engine.illustrate.words.fitting import shown_by
from engine.illustrate.words.flooded import on_roofs
from engine.illustrate.words.painted import painted_parts
from engine.illustrate.words.properties import COOKING
from engine.illustrate.words.record import Actor, Reading
from engine.illustrate.words.tables import rows_of
from engine.illustrate.words.wholes import now_shown, on_clouds, wholes
from engine.illustrate.words.work import Work

Relations = tuple[tuple[str, str, str], ...]

_CLOCKS = frozenset({"clock", "grandfather clock", "alarm clock"})
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_HOUR = re.compile(
    r"\b(?:strike|strikes|struck|show|shows|chime|chimes|at|until|till|by) (?:(half|quarter) (past|to) )?"
    rf"({'|'.join(_NUMBERS)}|1[0-2]|[1-9])\b"
)
_BURNING = frozenset({"lit", "light", "lighted", "glow", "shine", "burn", "bright", "illuminate", "lamplit"})
_HANDLED = frozenset({"lift", "turn", "open", "close", "shut", "trim", "light", "raise", "lower", "switch", "clean", "wash",
                      "mend", "repair", "fix", "polish", "press", "pull", "push", "draw", "unlock", "lock"})  # fmt: skip
"""What hands do to something that stays in its place."""
_LIT = frozenset({"lamp", "lantern", "light bulb", "torch"})
_LAMPED = frozenset(
    {"robot", "car", "bus", "truck", "train", "tram", "bicycle", "ship", "trawler", "submarine", "rocket"}
)
"""What has lamps of its own."""
_TOPS = frozenset({"head", "back", "shoulder", "nose", "shell", "hump"})
_CLIMBED = frozenset({"ladder"})
_FLOORS = frozenset({"floor", "ground", "carpet", "rug", "grass"})
_WATERS = frozenset({"swamp", "river", "pond", "lake", "sea", "ocean", "water", "pool", "marsh", "bog", "stream", "lagoon",
                     "bay", "moat", "harbour", "canal"})  # fmt: skip
_WEIGHTLESS = frozenset({"fly", "float", "drift", "soar", "hover", "glide"})
_SUIT = "astronaut"
_FRIED = frozenset({"turn", "flip", "fry", "toss"})
"""What is done to a pancake in its pan."""


def played(
    actors: tuple[Actor, ...], work: Work, relations: Relations, setting: str
) -> tuple[tuple[Actor, ...], Relations]:
    """The actors with what is told of their parts, places and hands, and the relations that this adds."""
    ids = {i: actor.id for i, actor in work.actors.items()}
    found = {actor.id: actor for actor in actors}
    relations = _written_on(found, work, ids, relations)
    upon = (*on_roofs(found, work, ids, setting), *_on_parts(found, work, ids), *_on_rungs(found))
    relations = (*upon, *on_clouds(found, work.reading), *relations)
    _clocks(found, work.reading)
    _in_walls(found, work, setting)
    _own_lamps(found, work, ids)
    _own_wheels(found, work, ids)
    _inner_parts(found, work)
    _grounded(found, work, ids)
    _in_water(found, work, ids, setting)
    _in_pan(found, work, ids)
    wholes(found, work)
    painted_parts(found, work, ids)
    _on_fire(found, work, ids, setting)
    _working(found, work, ids, setting)
    _hand_in_hand(found, work, ids)
    if setting == "space":
        _suited(found)
    _told_in_pose(found, work)
    return tuple(found.values()), tuple(dict.fromkeys(relations))


# ---------------------------------------------------------------- things and their parts


def hour_told(words: str) -> float | None:
    """The hour that the words tell a clock (0 to 12), or None: 'strikes twelve' 12, 'half past three' 3.5."""
    if re.search(r"\b(?:midnight|noon|midday)\b", words):
        return 12.0
    spoken = _HOUR.search(words)
    if spoken is None:
        return None
    part, way, number = spoken.groups()
    hour = float(number) if number.isdigit() else float(_NUMBERS.index(number) + 1)
    more = {"half": 0.5, "quarter": 0.25}.get(part or "", 0.0)
    return hour - more if way == "to" else hour + more


def _clocks(found: dict[str, Actor], reading: Reading) -> None:
    hour = hour_told(" ".join(reading.lemmas))
    for name, actor in found.items():
        if hour is not None and actor.kind in _CLOCKS:
            found[name] = replace(actor, options={**actor.options, "hour": f"{hour:g}"})


def _in_walls(found: dict[str, Actor], work: Work, setting: str) -> None:
    """A house's windows and its door are on it: one lit window where one is told; a door that stands nowhere has its house."""
    inside, lemmas = registry.settings()[setting].inside, set(work.reading.lemmas)
    house = next((name for name, actor in found.items() if actor.kind == "house"), "")
    door = next((name for name, actor in found.items() if actor.kind == "door"), "")
    if door and not inside:
        opened = {"door": "open"} if found[door].pose == "open" or {"open", "ajar"} & lemmas else {}
        if house:
            found[house] = replace(found[house], options={**found[house].options, **opened})
            del found[door]
        else:
            found[door] = replace(found[door], kind="house", pose="", options={**found[door].options, **opened})
    panes = next((mention for mention in work.reading.mentions if mention.word == "window"), None)
    if house and panes is not None and not inside:
        lit = ("one" if panes.count == 1 else "all") if _BURNING & lemmas else ""
        found[house] = replace(found[house], options={**found[house].options, **({"windows": lit} if lit else {})})
        now_shown(work, panes.said or panes.word)


def _own_lamps(found: dict[str, Actor], work: Work, ids: dict[int, str]) -> None:
    """The light of a robot or a car is its own and no lamp beside it."""
    for i, name in ids.items():
        lamp = found.get(name)
        if lamp is None or lamp.kind not in _LIT or i >= len(work.reading.mentions):
            continue
        owner = _owner(i, found, work, ids) or _its(i, found, work)
        if owner and found[owner].kind in _LAMPED:
            found[owner] = replace(found[owner], options={**found[owner].options, "glow": "yes"})
            del found[name]


def _own_wheels(found: dict[str, Actor], work: Work, ids: dict[int, str]) -> None:
    """A robot's wheel is under it, whole or broken, and no cart's wheel beside it."""
    for i, name in ids.items():
        wheel = found.get(name)
        if wheel is None or wheel.kind != "wheel" or i >= len(work.reading.mentions):
            continue
        owner = _owner(i, found, work, ids)
        if owner and found[owner].kind == "robot":
            broken = {"wheel": "broken"} if {"break", "broken"} & set(work.reading.lemmas) else {}
            found[owner] = replace(found[owner], options={**found[owner].options, **broken})
            del found[name]


def _inner_parts(found: dict[str, Actor], work: Work) -> None:
    """What is inside an animal that can be drawn opened is seen in it: the whale's heart."""
    said = {f"*{lemma}" for lemma in work.reading.lemmas}
    if any(actor.family == "person" for actor in found.values()):  # it may be theirs
        return
    for name, actor in found.items():
        if actor.family != "animal":
            continue
        rows = [(left.split("=")[1], right) for left, right in rows_of("posed") if left.split("=")[0] == actor.kind]
        pose = next((pose for pose, right in rows if said & set(right)), "")
        if pose in registry.things()[actor.kind].poses:
            found[name] = replace(actor, pose=pose)


def _told_in_pose(found: dict[str, Actor], work: Work) -> None:
    """A part that its owner's drawing shows is not missing: the trawler's broken mast."""
    for actor in found.values():
        for mention in work.reading.mentions:
            if actor.family != "person" and mention.word in actor.pose.split():
                now_shown(work, mention.said or mention.word)


def _owner(i: int, found: dict[str, Actor], work: Work, ids: dict[int, str]) -> str:
    """Whose a mention is by an 's right before it, or before what is said of it: 'the robot's left wheel'."""
    words, mention = work.reading.lemmas, work.reading.mentions[i]
    said = (mention.said.lower().split() or [mention.word])[-1]
    for at in (k for k, word in enumerate(words) if word in (said, mention.word)):
        before = words[max(at - 4, 0) : at]
        marks = [k for k, word in enumerate(before) if word in ("’s", "'s", "’", "'")]
        if marks and marks[-1]:
            whose = before[marks[-1] - 1]
            return next((ids[k] for k, other in enumerate(work.reading.mentions)
                         if other.word == whose and ids.get(k) in found), "")  # fmt: skip
    return ""


def _its(i: int, found: dict[str, Actor], work: Work) -> str:
    """Whose 'its lamp' is: the one there that has lamps."""
    words, said = work.reading.lemmas, work.reading.mentions[i].said.lower().split()[-1:]
    its = any(word == "its" and list(words[k + 1 : k + 2]) == said for k, word in enumerate(words))
    return next((name for name, actor in found.items() if actor.kind in _LAMPED), "") if its else ""


# ---------------------------------------------------------------- places


def _on_parts(found: dict[str, Actor], work: Work, ids: dict[int, str]) -> Relations:
    """On somebody's head or back is on that body."""
    made = []
    for link in work.reading.links:
        name, part = ids.get(link.one, ""), work.reading.mentions[link.other]
        if link.how == "on" and name in found and part.word in _TOPS:
            owner = _owner(link.other, found, work, ids)
            if owner and owner != name and found[owner].family != "person":
                made.append((name, "on", owner))
    return tuple(made)


def _on_rungs(found: dict[str, Actor]) -> Relations:
    """Who climbs where a ladder is is on its rungs."""
    rungs = next((name for name, actor in found.items() if actor.kind in _CLIMBED), "")
    climbers = [name for name, actor in found.items() if actor.family == "person" and actor.does == "climb"]
    for name in climbers if rungs else ():
        found[name] = replace(found[name], pose="climb")
    return tuple((name, "on", rungs) for name in climbers if rungs)


def _grounded(found: dict[str, Actor], work: Work, ids: dict[int, str]) -> None:
    """What the words put on the floor stands on no table."""
    for link in work.reading.links:
        name = ids.get(link.one, "")
        if link.how == "on" and name in found and work.reading.mentions[link.other].word in _FLOORS:
            found[name] = replace(found[name], options={**found[name].options, "stands": "floor"})


def _in_water(found: dict[str, Actor], work: Work, ids: dict[int, str], setting: str) -> None:
    """A beast in a swamp or river that can swim is in the water, its jaws open where they were, and not on the bank."""
    waters = registry.settings()[setting].place("water").kind == "water"
    for link in work.reading.links if waters else ():
        beast = found.get(ids.get(link.one, ""))
        if link.how != "in" or beast is None or work.reading.mentions[link.other].word not in _WATERS:
            continue
        poses = registry.things()[beast.kind].poses if beast.family == "animal" else ()
        swims = next((pose for pose in (f"swim {beast.pose}", "swim") if pose in poses), "")
        if swims and beast.pose in ("", "stand", "snap"):
            found[beast.id] = replace(beast, pose=swims)


def _in_pan(found: dict[str, Actor], work: Work, ids: dict[int, str]) -> None:
    """A pancake that is turned is in its pan, with the bubbles on it."""
    pans = any(actor.kind == "frying pan" for actor in found.values())
    for deed in work.reading.deeds:
        for i in deed.what if deed.verb in _FRIED and not pans else ():
            cake = found.get(ids.get(i, ""))
            if cake is None or cake.family != "thing" or "pancake" not in cake.said.lower():
                continue
            found[cake.id] = replace(
                cake, kind="frying pan", count=1, pose="", options={**cake.options, "holds": "pancake"}
            )
            for mention in work.reading.mentions:
                if mention.word == "bubble":
                    now_shown(work, mention.said or mention.word)


def _on_fire(found: dict[str, Actor], work: Work, ids: dict[int, str], setting: str) -> None:
    """Out of doors a pot in which somebody cooks hangs over its own fire."""
    outside = not registry.settings()[setting].inside
    for deed in work.reading.deeds if outside else ():
        for i in deed.what if deed.verb in COOKING else ():
            pot = found.get(ids.get(i, ""))
            if pot is not None and pot.kind == "pot":
                found[pot.id] = replace(pot, kind="cauldron", size=1.0)


# ---------------------------------------------------------------- hands


def _written_on(found: dict[str, Actor], work: Work, ids: dict[int, str], relations: Relations) -> Relations:
    """Paper that somebody writes or draws on is in the hands."""
    for link in work.reading.links:
        who, sheet = found.get(ids.get(link.one, "")), found.get(ids.get(link.other, ""))
        info = registry.things().get(sheet.kind) if sheet else None
        if who is None or sheet is None or info is None or who.pose != "write" or info.metres > 0.6:
            continue
        found[who.id] = replace(who, holding=(*who.holding, sheet.kind)[:2])
        del found[sheet.id]
        relations = tuple(each for each in relations if sheet.id not in each)
    return relations


def _working(found: dict[str, Actor], work: Work, ids: dict[int, str], setting: str) -> None:
    """Who does something to a thing that stays in its place reaches for it instead of standing by."""
    for deed in work.reading.deeds:
        if deed.verb not in _HANDLED:
            continue
        fixed = [i for i in deed.what if _stays(i, found, work, ids, setting)]
        for who in (found.get(ids.get(i, "")) for i in deed.who):
            if fixed and who is not None and who.family == "person" and not who.holding and not who.pose:
                found[who.id] = replace(who, pose="reach")


def _stays(i: int, found: dict[str, Actor], work: Work, ids: dict[int, str], setting: str) -> bool:
    there = found.get(ids.get(i, ""))
    return there is not None or (i < len(work.reading.mentions) and shown_by(setting, work.reading.mentions[i].word))


def _hand_in_hand(found: dict[str, Actor], work: Work, ids: dict[int, str]) -> None:
    """Two of whom one gives the other a hand hold it out to each other."""
    given = any(
        deed.verb in ("give", "shake", "hold", "take", "offer")
        and any(work.reading.mentions[i].word == "hand" for i in deed.what if i < len(work.reading.mentions))
        for deed in work.reading.deeds
    )
    people = [name for name, actor in found.items() if actor.family == "person" and actor.count == 1]
    for name in people if given and len(people) == 2 else ():
        if not found[name].holding and found[name].pose in ("", "stand", "hold"):
            found[name] = replace(found[name], pose="give")


def _suited(found: dict[str, Actor]) -> None:
    """Nobody is in space without a suit; who flies there floats."""
    look = archetypes.spec_of(Thing(id="suit", kind=_SUIT))
    for name, actor in found.items():
        if actor.family != "person":
            continue
        base = actor.figure or archetypes.spec_of(Thing(id="who", kind=actor.kind))
        if "space" not in (base.top, base.hat):
            suit = {
                "top": look.top,
                "bottom": look.bottom,
                "hat": look.hat,
                "extras": look.extras,
                "colours": look.colours,
            }
            base = over(base, type(base).model_validate(suit))
        pose = "fly" if actor.does in _WEIGHTLESS else actor.pose
        found[name] = replace(actor, figure=base, pose=pose)

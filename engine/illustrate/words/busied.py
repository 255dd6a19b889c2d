"""What a deed is done with: who brushes teeth has the brush at the mouth, who paints a portrait stands at an easel.

Works on the actors after their deeds are acted, by the table `deeds`; places nothing. Example: 'A woman photographs a bird'
puts a camera before her eye and leaves the bird where it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from engine.illustrate.kit import registry
from engine.illustrate.kit.figures import archetypes
from engine.illustrate.kit.figures.body import POSES
from engine.illustrate.scene import Thing
from engine.illustrate.words.actors import actor_of
from engine.illustrate.words.record import Actor, Deed, Mention
from engine.illustrate.words.tables import rows_of
from engine.illustrate.words.wholes import now_shown
from engine.illustrate.words.work import Work

Relations = tuple[tuple[str, str, str], ...]

_NEAR = 5
"""Words after its verb in which a deed's object is looked for."""
_OPEN = frozenset(
    {"", "stand", "walk", "run", "ride", "climb", "hold", "play", "jump", "work", "reach", "push", "cheer"}
)
"""Poses of those who are known by another deed: a surfer who walks is seen on the board."""
_TYPICAL = frozenset(
    [
        "race",
        "ride",
        "rid",
        "speed",
        "glide",
        "slide",
        "perform",
        "play",
        "work",
        "practise",
        "practice",
        "train",
        "compete",
        "climb",
        "descend",
        "roll",
        "rush",
    ]
)
"""What somebody does as he or she is known: a cyclist who climbs a hill rides, one who walks or eats does that."""
_PAIRED = {"wrestle": "hug", "hug": "hug", "kiss": "hug", "embrace": "hug", "dance": "dance", "fight": "fight", "box": "fight",
           "shake": "give", "quarrel": "point", "argue": "point", "talk": "", "chat": "", "play": "sit_work", "meet": "wave"}  # fmt: skip
"""What two do to each other, and their pose; '' as they stand."""
_SEVERAL = frozenset({"chess piece"})
_GAMES = frozenset({"chess", "card", "game", "draughts", "checkers", "domino"})
_ON_BODY = ("underfoot", "seat", "aloft", "astride")
_TOUCHING = frozenset({"hug", "fight"})


@dataclass(frozen=True)
class Doing:
    """A row of the table: the pose, what the hands have, things around as (how, kind), and words that it shows."""

    poses: tuple[str, ...]
    tools: tuple[str, ...]
    around: tuple[tuple[str, str], ...]
    shown: frozenset[str]


@dataclass
class _Stage:
    """The actors while deeds put things into their hands."""

    work: Work
    made: Mapping[int, Actor]
    found: dict[str, Actor]
    links: list[tuple[str, str, str]] = field(default_factory=list)


@lru_cache(maxsize=1)
def _table() -> Mapping[str, Doing]:
    found: dict[str, Doing] = {}
    for left, keys in rows_of("deeds"):
        poses, tools, around, shown = (part.strip() for part in left.split("|"))
        row = Doing(
            tuple(each.replace(" ", "_") for each in _names(poses)),
            (tools,) if tools else (),
            _pairs(around),
            frozenset(shown.split()),
        )
        for key in keys:
            found.setdefault(key, row)
    return found


def _names(text: str) -> list[str]:
    """Poses of a row: underscores are written as blanks in tables, so the longest known names are taken."""
    words, found = text.split(), []
    while words:
        size = next((n for n in (2, 1) if "_".join(words[:n]) in POSES), 1)
        found.append("_".join(words[:size]))
        words = words[size:]
    return found


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    """'upon=desk seat=chair' as pairs; a kind may have blanks."""
    parts = [each.strip() for each in text.replace("=", " = ").split() if each]
    found: list[tuple[str, str]] = []
    for i, word in enumerate(parts):
        if word == "=":
            end = next((k - 1 for k in range(i + 1, len(parts)) if parts[k] == "="), len(parts))
            found.append((parts[i - 1], " ".join(parts[i + 1 : end])))
    return tuple(found)


def busied(
    actors: tuple[Actor, ...], made: Mapping[int, Actor], work: Work, relations: Relations
) -> tuple[tuple[Actor, ...], Relations]:
    """The actors with what their deeds are done with, and where that is."""
    stage = _Stage(work, made, {actor.id: actor for actor in actors})
    for deed in work.reading.deeds:
        _paired(stage, deed)
    for deed in work.reading.deeds:
        _deed(stage, deed)
    _babies(stage)
    gone = {actor.id for actor in actors} - set(stage.found)
    kept = [
        each
        for each in relations
        if not gone & {each[0], each[2]} and each[0] not in {one for one, _, _ in stage.links}
    ]
    return tuple(stage.found.values()), tuple(dict.fromkeys((*kept, *stage.links)))


def _deed(stage: _Stage, deed: Deed) -> None:
    """One deed for all who do it, the second of a pair too."""
    row = _row(deed, stage.work)
    for who in [stage.made[i].id for i in deed.who if i in stage.made]:
        actor = stage.found.get(who)
        if actor is None or actor.family != "person" or "in_arms" in actor.options:
            continue
        own = row or (_known_by(actor) if deed.verb in _TYPICAL else None)
        for each in (actor.id, f"{actor.id}-b"):
            if own is not None and each in stage.found:
                _do(stage, each, deed, own)


def _babies(stage: _Stage) -> None:
    """A baby that nobody carries sits."""
    for actor in list(stage.found.values()):
        if actor.kind == "baby" and actor.pose in ("", "stand"):
            stage.found[actor.id] = replace(actor, pose="sit_ground")


def _row(deed: Deed, work: Work) -> Doing | None:
    """The row for a verb with what it is done to, else for the verb alone."""
    table, near = _table(), _objects(deed, work)
    for verb in (deed.verb, f"{deed.verb}e"):
        for word in near:
            if found := table.get(f"{verb} {word}"):
                return found
        if found := table.get(verb):
            return found
    return None


def _objects(deed: Deed, work: Work) -> list[str]:
    """The words that a deed is done to: its objects, what its prepositions reach, and what follows the verb closely."""
    mentions, lemmas = work.reading.mentions, list(work.reading.lemmas)
    told = [each for i in deed.what for each in (mentions[i].phrase, mentions[i].word) if i < len(mentions) and each]
    at = next((k for k, lemma in enumerate(lemmas) if lemma in (deed.verb, f"{deed.verb}e")), None)
    return [*told, *(lemmas[at + 1 : at + 1 + _NEAR] if at is not None else [])]


def _known_by(actor: Actor) -> Doing | None:
    """What somebody is known by: a surfer surfs, where no other deed is seen."""
    words = actor.said.lower().split()
    names = (" ".join(words[-2:]), *(word for last in words[-1:] for word in (last, last.removesuffix("s"))))
    found = next((row for name in names if (row := _table().get(f"@{name}"))), None)
    return found if actor.pose in _OPEN and not actor.holding else None


# ---------------------------------------------------------------- one deed


def _do(stage: _Stage, who: str, deed: Deed, row: Doing) -> None:
    actor = stage.found[who]
    _show(stage, who, deed, row)
    actor = stage.found[who]
    pose = next((each for each in row.poses if each in POSES), actor.pose)
    tools = tuple(tool for tool in row.tools if tool in registry.things())
    _spare(stage, (*tools, *(registry.held_thing(each)[0] for each in actor.holding)), actor)
    held = [each for each in actor.holding if registry.held_thing(each)[0] not in tools]
    holding = (*(tool for tool in tools for _ in range(actor.count)), *held)[: max(2, actor.count)]
    stage.found[who] = replace(actor, pose=pose, holding=holding, does=actor.does or deed.verb)
    for how, kind in row.around:
        _put(stage, who, deed, how, kind)


def _show(stage: _Stage, who: str, deed: Deed, row: Doing) -> None:
    """What the drawing of the deed shows by itself is no thing beside it, and not in the hands."""
    mentions = stage.work.reading.mentions
    for i, mention in enumerate(mentions):
        if not row.shown & {mention.word, *mention.said.lower().split()}:
            continue
        now_shown(stage.work, mention.said or mention.word)
        thing = stage.made.get(i)
        if thing is None or thing.family != "thing":
            continue
        same = [each.id for each in stage.found.values() if each.kind == thing.kind]
        if same[:1] == [thing.id] and thing.kind in {
            kind for how, kind in row.around if how not in _ON_BODY
        }:  # it is what that is done at
            stage.found[thing.id] = replace(stage.found[thing.id], count=1)
            continue
        stage.found.pop(thing.id, None)
        owner = stage.found[who]
        mine = tuple(each for each in owner.holding if registry.held_thing(each)[0] != thing.kind)
        stage.found[who] = replace(owner, holding=mine)
        if kind := next((kind for how, kind in row.around if how == "aloft" and kind == thing.kind), ""):
            options = {**stage.found[who].options, "kite": registry.held_name(kind, thing.options, thing.colours)}
            stage.found[who] = replace(stage.found[who], options=options)
        if mention.holds and (seen := actor_of(Mention(mention.holds, said=mention.holds), 500 + i, stage.work.cast)):
            stage.found[seen.id] = seen


def _spare(stage: _Stage, tools: tuple[str, ...], actor: Actor) -> None:
    """The tool that the words name is the one in the hand."""
    for name in [each.id for each in stage.found.values() if each.id != actor.id and each.kind in tools]:
        del stage.found[name]


def _put(stage: _Stage, who: str, deed: Deed, how: str, kind: str) -> None:
    actor = stage.found[who]
    if how in _ON_BODY:
        key = "kite" if how == "aloft" else how
        stage.found[who] = replace(actor, options={key: kind, **actor.options})
        return
    if how == "lies":
        table = next((other for one, _, other in reversed(stage.links) if one == who), "")
        lying = next(
            (each for each in stage.found.values() if each.kind == kind), Actor(kind, kind, "thing", weight=0.5)
        )
        stage.found[lying.id] = replace(lying, count=2 if kind in _SEVERAL else 1)
        stage.links.append((lying.id, "on", table))
        return
    objects = [stage.made[i].id for i in deed.what if i in stage.made and stage.made[i].id in stage.found]
    if kind == "object":
        stage.links += [(who, how, each) for each in (objects or _put_down(stage, who, deed))[:1]]
        return
    if how == "upon" and not objects:
        _put_down(stage, who, deed)
    there = next((each for each in stage.found.values() if each.kind == kind), None)
    if there is None:
        there = Actor(f"busy-{kind}".replace(" ", "-"), kind, "thing", weight=0.4, pose=_easel(kind, stage.work))
        stage.found[there.id] = there
    stage.links.append((who, "on" if how == "on" else "at", there.id))
    if how == "into":
        stage.links += [(each, "in", there.id) for each in objects[:1]]
    if how == "upon":
        things = [
            each for each in stage.found.values() if each.family == "thing" and _small(each) and each.id != there.id
        ]
        stage.links += [(each.id, "on", there.id) for each in things[:3]]


def _put_down(stage: _Stage, who: str, deed: Deed) -> list[str]:
    """What is worked at where it stands leaves the hands again."""
    mine = [stage.made[i] for i in deed.what if i in stage.made and stage.made[i].family == "thing"]
    owner = stage.found[who]
    for thing in mine:
        stage.found[thing.id] = thing
    kinds = {thing.kind for thing in mine}
    free = tuple(each for each in owner.holding if registry.held_thing(each)[0] not in kinds)
    stage.found[who] = replace(owner, holding=free)
    return [thing.id for thing in mine]


def _easel(kind: str, work: Work) -> str:
    faces = {"portrait", "self-portrait", "face"} & set(work.reading.lemmas)
    return ("portrait" if faces else "landscape") if kind == "easel" else ""


def _small(actor: Actor) -> bool:
    info = registry.things().get(actor.kind)
    return info is not None and info.metres <= 0.6 and info.contact in ("ground", "held")


# ---------------------------------------------------------------- two of a kind


def _paired(stage: _Stage, deed: Deed) -> None:
    """Two who do something to each other are two, turned to each other, and not a pair that looks one way."""
    for i in deed.who:
        one = stage.found.get(stage.made[i].id) if i in stage.made else None
        alone = one is not None and sum(each.family != "thing" for each in stage.found.values()) == 1
        if one is None or one.family != "person" or one.count != 2 or not alone or deed.verb not in _PAIRED:
            continue
        if deed.verb == "play" and not _GAMES & set(stage.work.reading.lemmas):
            continue
        pose = _PAIRED[deed.verb] or one.pose
        first = replace(one, count=1, pose=pose, holding=one.holding[:1])
        look = archetypes.varied(one.figure or archetypes.spec_of(Thing(id="who", kind=one.kind)), 3)
        second = replace(first, id=f"{one.id}-b", figure=look, weight=one.weight - 0.1, holding=one.holding[1:2])
        stage.found[one.id], stage.found[second.id] = first, second
        if pose in _TOUCHING:
            stage.links.append((second.id, "at", first.id))

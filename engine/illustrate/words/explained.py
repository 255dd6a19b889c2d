"""An explanation on its own ground: symbols for what a landscape would show, one thing after the other, an arrow from what
was to what becomes of it, a shield where something is safe.

Works on the actors of a shot whose setting is the ground for ideas. Example: 'A seed grows into a tree' is seed, arrow, tree.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from engine.illustrate.words.actors import actor_of
from engine.illustrate.words.place import setting_of
from engine.illustrate.words.record import Actor, Mention, Reading
from engine.illustrate.words.tables import from_hindi, value
from engine.illustrate.words.work import Work

IDEAS = "abstract"
"""The setting for what has no place."""

Relations = tuple[tuple[str, str, str], ...]

SYMBOLS = {"sun": "sun", "sunlight": "sun", "sunshine": "sun", "moon": "moon", "star": "star", "water": "raindrop",
            "wave": "wave", "sky": "cloud", "earth": "earth"}  # fmt: skip
"""What a landscape shows by itself, as things of their own."""
_REEF = {"reef": "coral", "coral": "coral"}
_BECOMES = frozenset({"turn", "become", "grow", "change", "transform", "convert", "develop", "evolve", "form", "produce",
                      "create", "generate", "release"})  # fmt: skip
MOST = 3
"""More of one kind are one symbol."""
_INTO = frozenset({"turn", "grow", "change", "transform", "convert", "develop", "evolve"})
_SAFE = frozenset({"safe", "secure", "protect", "protection", "security", "private", "privacy", "encrypt"})


def in_land(work: Work) -> None:
    """A town or land by its name is where the shot is, if no other place is named: 'Rents in Berlin'."""
    for link in work.reading.links if not work.settings else ():
        mention = work.reading.mentions[link.other]
        found = setting_of(mention.word) if link.how == "in" and value("cultures", mention.word) else ""
        if found and not mention.person and not mention.unit:
            work.settings[link.other] = found
            work.missing = [each for each in work.missing if each != mention.said]
            work.shows.append(mention.said)


def symbols(work: Work, setting: str) -> None:
    """Give sun, moon and water their own drawings where no landscape has them, and a reef its corals."""
    own = SYMBOLS if setting == IDEAS else _REEF if setting == "underwater" else {}
    for i, mention in enumerate(work.reading.mentions):
        kind = own.get(mention.word, "")
        actor = actor_of(replace(mention, word=kind, phrase="", count=1), i, work.cast) if kind else None
        if actor and i not in work.actors:
            work.actors[i] = actor
            if actor.said not in work.shows:
                work.shows.append(actor.said)
    work.actors = dict(sorted(work.actors.items()))


def becoming(reading: Reading) -> tuple[int, int] | None:
    """What turns into what, by their places among the mentions: 'A seed grows into a tree'."""
    for deed in (each for each in reading.deeds if each.verb in _BECOMES):
        ones = deed.what if deed.verb in _INTO and deed.what else deed.who
        goals = [link.other for link in reading.links if link.how == "in" and link.one in (*deed.who, *deed.what)]
        goals = goals if deed.verb in _INTO else [] if deed.verb == "become" and not deed.what else list(deed.what)
        if ones and goals and ones[0] != goals[0]:
            return ones[0], goals[0]
    return None


def in_turn(
    actors: tuple[Actor, ...], relations: Relations, work: Work, setting: str, ids: Mapping[int, str]
) -> tuple[tuple[Actor, ...], Relations]:
    """On the ground for ideas nothing is in or on another; an arrow stands between what was and what becomes of it."""
    relations = (*relations, *_pulled(actors))
    if setting != IDEAS or any(actor.family == "person" for actor in actors):
        return actors, relations
    few = tuple(replace(actor, count=1 if actor.count > MOST else actor.count) for actor in actors)
    few = tuple({actor.kind: actor for actor in reversed(few)}.values())[::-1]  # one molecule stands for both
    pair = becoming(work.reading)
    by_id = {actor.id: actor for actor in few}
    one, other = (by_id.get(ids.get(i, "")) for i in pair) if pair else (None, None)
    if not (one and other) or one.id == other.id:
        return few, ()
    rest = [actor for actor in few if actor not in (one, other)]
    arrow = Actor("arrow", "drawn arrow", "thing", "", 0.9)
    return tuple(actor if actor is arrow else replace(actor, count=1) for actor in (*rest, one, arrow, other)), ()


def _pulled(actors: tuple[Actor, ...]) -> Relations:
    """An arrow that points down is above the one thing that it is told of."""
    arrows = [actor for actor in actors if actor.kind == "arrow" and actor.pose == "down"]
    others = [actor for actor in actors if actor not in arrows]
    return ((arrows[0].id, "above", others[0].id),) if arrows and len(others) == 1 else ()


def fitting(drawn: tuple[Actor, ...], setting: str) -> tuple[Actor, ...]:
    """Without an arrow that stands alone in a landscape, where it points at nothing."""
    return () if setting != IDEAS and [actor.kind for actor in drawn] == ["drawn arrow"] else drawn


def guarded(actors: tuple[Actor, ...], work: Work, setting: str) -> tuple[Actor, ...]:
    """A shield with a tick beside what is safe or protected; a shield that is there has it."""
    if setting != IDEAS or not _SAFE & set(work.reading.lemmas):
        return actors
    if any(actor.kind == "shield" for actor in actors):
        return tuple(replace(a, pose="checked") if a.kind == "shield" else a for a in actors)
    return (*actors, Actor("shield", "shield", "thing", "", 0.9, pose="checked"))


def recurring(work: Work) -> tuple[Actor, ...]:
    """What the film is about, for words that show nothing: the first of its props that can be drawn."""
    for name in work.request.style.get("recurring") or ():
        for word in (_one(each) for each in reversed(str(name).split())):
            actor = actor_of(Mention(from_hindi(word) or word), 900, work.cast)
            if actor and not actor.options.get("stand_in"):
                return (replace(actor, said=""),)
    return ()


def _one(noun: str) -> str:
    """'leaves' -> 'leaf'."""
    for ending, instead in (("ves", "f"), ("ies", "y"), ("s", "")):
        if noun.isascii() and noun.endswith(ending) and not noun.endswith("ss"):
            return noun.removesuffix(ending) + instead
    return noun

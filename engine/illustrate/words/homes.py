"""Where things, people and deeds are at home, for shots that name no place: a teacher in a classroom, a sleeper in bed.

Asks the tables and the kit; knows no course of a film. Example: for 'A tailor sews a dress' `home_of_shot(work)` is the
workshop.
"""

from __future__ import annotations

from engine.illustrate import kit
from engine.illustrate.words import nouns
from engine.illustrate.words.diagrams import marks
from engine.illustrate.words.explained import IDEAS, SYMBOLS, becoming
from engine.illustrate.words.fitting import large
from engine.illustrate.words.place import home_of, named_setting
from engine.illustrate.words.record import Actor, Deed, Reading
from engine.illustrate.words.tables import wishes
from engine.illustrate.words.work import Work

_WEIGHTS = {"person": 1.5, "animal": 1.3, "thing": 1.0}
_WORD = 0.9
_DEED, _WHOLE_DEED = 1.4, 2.5
_FIRST = 0.2
_RECURRING = 0.4
_TELLING = frozenset(
    {"explain", "describe", "teach", "study", "discuss", "draw", "paint", "photograph", "sketch", "mention"}
)
_IN_ROOMS = frozenset({"sleep", "snore", "wake", "dress", "knit", "sew", "iron", "study", "cook", "bake", "boil", "fry",
                       "type", "program", "code", "sculpt", "operate", "experiment", "weld", "embroider", "paint"})  # fmt: skip
"""What nobody does on a street."""


def home_of_shot(work: Work) -> str:
    """The setting that most of the shot speaks for, or ''. Who acts counts more than what it is done with."""
    grounded, lived = _grounded(work), any(actor.family != "thing" for actor in work.actors.values())
    rows = (*_of_actors(work), *_of_words(work), *_of_deeds(work), *_of_recurring(work))
    firsts = {_first(row, grounded) for row, _ in rows} - {""}
    if firsts == {IDEAS} and not lived:
        return IDEAS
    votes: dict[str, float] = {}
    for row, weight in rows:  # what is at home on the ground for ideas follows all else
        home = _first(tuple(each for each in row if each != IDEAS), grounded)
        if home:
            votes[home] = votes.get(home, 0.0) + weight
    if not lived and (
        _becomes(work) or _of_the_world(work) or (not votes and not work.actors and marks(work.reading, alone=True))
    ):
        return IDEAS
    found = max(votes, key=lambda name: (votes[name], name)) if votes else ""
    tall = [actor.kind for i, actor in _ordered(work) if large(actor.kind) and not only_told(i, work.reading)]
    return _with_sky(found, tall)


def indoors_there(work: Work, setting: str) -> str:
    """What is done in rooms is done in one of that town: who sews in the village is not on its street."""
    info = kit.registry.settings().get(setting)
    if info is None or "settlement" not in info.kinds or not _by_people(work):
        return ""
    if any(large(actor.kind) for actor in work.actors.values()):
        return ""
    rows = (row for row, _ in _of_deeds(work, _IN_ROOMS))
    home = next((found for row in rows if (found := _first(row, True))), "")
    return home if home and kit.registry.settings()[home].inside else ""


def _of_the_world(work: Work) -> bool:
    """Whether the whole world is a thing of the shot: 'the wheel changed the world' is on no road."""
    return len(work.actors) > 1 and any(mention.word == "planet earth" for mention in work.reading.mentions)


def _becomes(work: Work) -> bool:
    """Whether two things that can be drawn follow from one another: a seed and its tree."""
    pair = becoming(work.reading)
    return pair is not None and all(i in work.actors or work.reading.mentions[i].word in SYMBOLS for i in pair)


def only_told(i: int, reading: Reading) -> bool:
    """'A teacher explains the planets': what is spoken of or painted is not where that is done."""
    return any(i in deed.what and deed.verb in _TELLING for deed in reading.deeds)


def _ordered(work: Work) -> list[tuple[int, Actor]]:
    return sorted(work.actors.items(), key=lambda each: -each[1].weight)


def _by_people(work: Work) -> bool:
    return any(actor.family == "person" for actor in work.actors.values())


def _grounded(work: Work) -> bool:
    """Whether somebody or something stands there: people, and what neither flies nor floats."""
    things = kit.registry.things()
    lying = any(actor.kind in things and things[actor.kind].contact == "ground" and actor.family == "thing"
                for actor in work.actors.values())  # fmt: skip
    return lying or _by_people(work)


def _first(row: tuple[str, ...], grounded: bool) -> str:
    """The first of these settings that there is; what stands needs more under it than the sky."""
    found = [name for each in row if (name := named_setting(each))]
    lower = (name for name in found if not grounded or kit.registry.settings()[name].places[0].kind != "sky")
    return next(lower, found[0] if found else "")


def _row(*words: str) -> tuple[str, ...]:
    """The settings where a word, or what it is a kind of, is at home."""
    for word in words:
        for kind in (word, *(other for row in nouns.above(word)[1:4] for other in row)):
            if found := wishes("homes", kind):
                return found
    return ()


def _of_actors(work: Work) -> list[tuple[tuple[str, ...], float]]:
    """Who and what is drawn."""
    found = []
    for n, (i, actor) in enumerate(_ordered(work)):
        spoken = work.reading.mentions[i].word if i < len(work.reading.mentions) else ""
        full = actor.family == "person" or (" " in spoken and bool(wishes("homes", spoken)))
        words = (spoken, actor.kind) if full else (actor.kind, spoken)
        found.append((_row(*words), _WEIGHTS[actor.family] + (0.0 if n else _FIRST)))
    return found


def _of_words(work: Work) -> list[tuple[tuple[str, ...], float]]:
    """What is named and has no drawing of its own."""
    mentions = enumerate(work.reading.mentions)
    return [(_row(mention.word), _WORD) for i, mention in mentions if i not in work.actors]


def _of_deeds(work: Work, verbs: frozenset[str] = frozenset()) -> list[tuple[tuple[str, ...], float]]:
    """What people do: 'sleep', and with what it is done to 'brush teeth'; only these `verbs` where some are given."""
    found = []
    deeds = (deed for deed in work.reading.deeds if not verbs or deed.verb in verbs)
    for deed in deeds if _by_people(work) else ():
        whole = next((row for each in _objects(deed, work) if (row := wishes("doings", f"{deed.verb} {each}"))), ())
        found.append((whole, _WHOLE_DEED) if whole else (wishes("doings", deed.verb), _DEED))
    return found


def _objects(deed: Deed, work: Work) -> list[str]:
    mentions = work.reading.mentions
    told = [mentions[i].word for i in deed.what if i < len(mentions)]
    return [*told, *(word for word in work.reading.lemmas if word not in told)]


def _of_recurring(work: Work) -> list[tuple[tuple[str, ...], float]]:
    """What the film is about."""
    names = [str(name).split() for name in work.request.style.get("recurring") or ()]
    return [(_row(words[-1]), _RECURRING) for words in names if words]


def _with_sky(home: str, tall: list[str]) -> str:
    """A cat sits in a room, and under a tree it sits where trees are."""
    if not tall or not home or not kit.registry.settings()[home].inside:
        return home
    found = home_of(tall)
    return found if found and not kit.registry.settings()[found].inside else home

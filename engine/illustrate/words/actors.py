"""Mentions to actors: which thing, animal or person of the kit a mention is, its colours, size, count and look.

Characters come from the bible and look the same in every shot. Example: `actor_of(Mention("boat"), 0, cast).kind`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from engine.illustrate.kit import registry
from engine.illustrate.words import parts
from engine.illustrate.words.cast import extra_person, match_of, person_of, words_of
from engine.illustrate.words.drawable import Match, find
from engine.illustrate.words.record import AGES, Actor, Mention
from engine.illustrate.words.tables import first_value, meant_here, value
from engine.language.word_lists import base_language
from engine.planning.reading import is_vague, singular
from engine.providers.contract import ImageRequest

_TALL = {"giant": 1.7, "dwarf": 0.85}
_PORTRAIT = "photograph"
_VESSELS = frozenset(
    {
        "cup",
        "glass",
        "pot",
        "jug",
        "bottle",
        "spoon",
        "bowl",
        "plate",
        "bucket",
        "basket",
        "jar",
        "cauldron",
        "frying pan",
    }
)
"""Things of the kit that show what they hold."""


@dataclass(frozen=True)
class Cast:
    """The bible's entries of one shot."""

    request: ImageRequest

    @property
    def language(self) -> str:
        """The film's language."""
        return base_language(self.request.language)

    @property
    def land(self) -> str:
        """The land that the film's course tells, or ''."""
        return str((self.request.style.get("course") or {}).get("land", ""))

    def character(self, unit: str) -> Actor | None:
        """An entry as an actor: a person with the whole look, an animal, or a thing; None where none is like it."""
        entry = self.request.entries[unit]
        match = self._in_its_sense(str(entry.get("name", "")), match_of(entry))
        if match is None:
            return None
        name = str(entry.get("name", unit))
        if match.family == "person":
            spec = person_of(entry, match.kind, self.language, self.land)
            return Actor(unit, "person", "person", name, 3.0, figure=spec, unit=unit)
        told = words_of(str(entry.get("look", "")))
        colours = _painted(match, told)
        return Actor(unit, match.kind, match.family, name, 3.0, colours=colours, size=_size(told), unit=unit)

    def _in_its_sense(self, name: str, match: Match | None) -> Match | None:
        """Whoever's word means another one beside the words that are there: the calf of a whale, the queen of the bees."""
        if match is None or match.family == "thing":
            return match
        near = frozenset(
            words_of(self.request.text, *(str(each.get("name", "")) for each in self.request.entries.values()))
        )
        meant = meant_here(singular(name, "en"), near) if name.islower() else ""
        return (find(meant) if meant else None) or match


def actor_of(mention: Mention, number: int, cast: Cast) -> Actor | None:
    """The actor for a mention, or None where the kit has nothing like it."""
    entry = cast.request.entries.get(mention.unit)
    if not entry and (several := value("groups", mention.word)):
        return _group(mention, several, number, cast)
    if entry and entry.get("kind") == "character":
        found = _of_age(cast.character(mention.unit), mention)
        return replace(found, count=mention.count) if found and mention.count > 1 else found
    if mention.person and mention.unit == "" and not find(mention.word, mention.phrase):
        return _somebody(mention, Match("person", "person"), number, cast)
    match = find(mention.word, mention.phrase)
    if match is None or (is_vague(mention.word) and match.stand_in):
        return None
    if match.family == "person":
        return _somebody(mention, match, number, cast)
    told = [*mention.adjectives, *(words_of(str(entry.get("look", ""))) if entry else [])]
    options = {"stand_in": "yes"} if match.stand_in else {}
    options |= {"holds": held} if (held := _held(mention, match)) else {}
    weight = 1.6 if match.family == "animal" else 1.0
    return Actor(
        f"{match.kind} {number}".replace(" ", "-"), match.kind, match.family, mention.said or mention.word,
        weight - 0.02 * number, mention.count, colours=_painted(match, told), options=options, size=_size([*told, mention.word]),
        unit=mention.unit,
    )  # fmt: skip


def _of_age(found: Actor | None, mention: Mention) -> Actor | None:
    """Somebody of the bible as a child, where the words tell of then."""
    age = first_value("ages", [word for word in mention.adjectives if word in AGES])
    if found is None or found.figure is None or not age:
        return found
    return replace(found, figure=found.figure.model_copy(update={"age": age}))


def _held(mention: Mention, match: Match) -> str:
    """What a vessel has in it: what the words put there, or the substance that it is drawn for."""
    if match.kind == _PORTRAIT and mention.holds:  # whom a photo shows, where that can be drawn
        seen = find(mention.holds)
        return seen.kind if seen and not seen.stand_in else ""
    vessel = match.kind in _VESSELS
    drawn_for = mention.word if vessel and mention.word in parts.SUBSTANCES else ""
    return (mention.holds or drawn_for) if vessel else ""


def _somebody(mention: Mention, match: Match, number: int, cast: Cast) -> Actor:
    key = f"{mention.word}|{' '.join(mention.adjectives)}"
    spec = extra_person(mention.word, match.kind, mention.adjectives, key, cast.language, cast.land)
    name = mention.word.replace(" ", "-")
    feeling = first_value("feelings", list(mention.adjectives))
    return Actor(f"{name}-{number}", match.kind, "person", mention.said or mention.word, 2.0 - 0.02 * number,
                 mention.count, figure=spec, feeling=feeling, size=_TALL.get(match.kind, 1.0))  # fmt: skip


def _group(mention: Mention, several: str, number: int, cast: Cast) -> Actor:
    """A team, a choir or a band: several people, each with what he or she has in hand."""
    kind, count, *held = several.split()
    one = _somebody(mention, Match(kind, "person"), number, cast)
    holding = tuple(name for name in held if name in registry.things())
    return replace(one, count=int(count), holding=holding)


def _painted(match: Match, told: list[str]) -> dict[str, str]:
    """The first colour that is told goes to the thing's first slot, a second one to the next."""
    slots = registry.things()[match.kind].slots
    named = [found for word in told if (found := value("colours", word))]
    return dict(zip(slots, dict.fromkeys(named), strict=False))


def _size(told: list[str]) -> float:
    return float(next((found for word in told if (found := value("sizes", word))), 1.0))

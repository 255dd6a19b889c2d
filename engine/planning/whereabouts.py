"""Where the words of a sentence say that somebody or something is, among the bible's places.

Knows one sentence and what its words mean; remembers nothing. Example: 'Marta walks to the harbour' is at the harbour,
'the train to Vienna' and 'the smell drifts into the street' are nowhere new.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from engine.artifacts import BibleEntry
from engine.language.nlp import Parse
from engine.language.word_lists import words
from engine.planning.reading import Sentence
from engine.planning.topics import Referent, clause_of, happened_before, only_drifts

LOOKED_BACK, THERE, NAMED = -1, 0, 1
"""Ranks: where something had happened before; where somebody is; a place that is only named."""
_GOALS = frozenset({"to", "through", "toward", "towards"})
_ENTERING = frozenset({"climb", "enter", "reach", "cross", "visit", "explore", "own", "run", "manage"})
_FETCHING = frozenset({"take", "fetch", "bring", "get", "come", "carry", "pull", "throw", "buy", "know", "hear"})
_WISHING = frozenset({"want", "wish", "hope", "plan", "dream", "decide", "long", "try", "promise", "like", "love"})


@dataclass(frozen=True, order=True)
class Whereabout:
    """A place (`unit`) that the token `at` names, by rank: the lowest says where this is."""

    rank: int
    at: int
    unit: str


def whereabouts(
    sentence: Sentence, meant: Mapping[int, Referent], entries: Mapping[str, BibleEntry]
) -> list[Whereabout]:
    """All places of the bible that a sentence names as being there."""
    found = []
    for i, referent in meant.items():
        entry = entries.get(referent.unit)
        if entry is None or entry.kind != "place" or i in sentence.quoted or i in sentence.unreal:
            continue
        if not _is_elsewhere(sentence.parse, i):
            found.append(_whereabout(sentence.parse, i, meant, entries))
    return found


def _whereabout(taken: Parse, i: int, meant: Mapping[int, Referent], entries: Mapping[str, BibleEntry]) -> Whereabout:
    token = taken.tokens[i]
    preposition = taken.tokens[token.head]
    located = token.role == "pobj" and preposition.text.lower() in words("en", "open_places") | _GOALS
    located = (
        located and taken.tokens[preposition.head].lemma not in words("en", "looking") and not only_drifts(taken, i)
    )
    if located and happened_before(taken, i):
        return Whereabout(LOOKED_BACK, i, meant[i].unit)
    inside = located and _nearer(taken, token.head, meant, entries)
    entered = token.role == "dobj" and preposition.lemma in _ENTERING
    return Whereabout(THERE if located or entered else NAMED, i, inside or meant[i].unit)


def _is_elsewhere(taken: Parse, i: int) -> bool:
    """'The train to Vienna', 'takes it from the attic', 'saw a garden', 'they wanted to sail to the island': spoken of,
    and nobody is there."""
    token = taken.tokens[i]
    above = taken.tokens[token.head]
    if token.role == "pobj":
        head, way = taken.tokens[above.head], above.text.lower()
        if way == "to" and head.kind == "NOUN":
            return True
        if way == "from" and taken.tokens[clause_of(taken, i)].lemma in _FETCHING:
            return True
    verb = taken.tokens[clause_of(taken, i)]
    wished = verb.role == "xcomp" and taken.tokens[verb.head].lemma in _WISHING
    return wished or (token.role == "dobj" and above.lemma in ("see", "hear", "imagine", "remember"))


def _nearer(taken: Parse, preposition: int, meant: Mapping[int, Referent], entries: Mapping[str, BibleEntry]) -> str:
    """'the kitchen in Mumbai': the nearer place, where one hangs on the other."""
    outer = meant.get(taken.tokens[preposition].head)
    return outer.unit if outer and outer.unit in entries and entries[outer.unit].kind == "place" else ""

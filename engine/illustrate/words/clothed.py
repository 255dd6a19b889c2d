"""Clothes that somebody has on are on the body: they are no things of their own beside it.

Example: of "a girl in a red coat and a hat" only the girl is left, in a red coat and a hat.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from engine.illustrate.kit.figures import archetypes
from engine.illustrate.scene import FigureSpec, Thing
from engine.illustrate.words.cast import over, spec_from
from engine.illustrate.words.record import Actor, Reading
from engine.illustrate.words.tables import table

_WEARING = frozenset({"wear", "don"})
_WAYS = ("in", "with")
_PARTS = ("top=", "hat=", "extras=")


def clothed(found: dict[int, Actor], reading: Reading) -> dict[int, Actor]:
    """The actors in what the words say that they wear, by a deed ('wears a red coat') or as they are told ('in a coat')."""
    worn = [(i, k) for deed in reading.deeds if deed.verb in _WEARING for i in deed.who for k in deed.what]
    worn += [(link.one, link.other) for link in reading.links if link.how in _WAYS]
    result = dict(found)
    for owner, first in worn:
        who = result.get(owner)
        if who is None or who.family != "person":
            continue
        for k in _garments(first, reading):
            mention = reading.mentions[k]
            told = spec_from([*mention.adjectives, mention.word], "").model_dump(exclude_unset=True)
            base = result[owner].figure or archetypes.spec_of(Thing(id="who", kind=who.kind))
            result[owner] = replace(result[owner], figure=over(base, FigureSpec.model_validate(told)))
            result.pop(k, None)
    return result


def _garments(first: int, reading: Reading) -> Iterable[int]:
    """A piece of clothing and those that are told right after it: 'a red coat, a hat and boots'."""
    for k in range(first, len(reading.mentions)):
        word = reading.mentions[k].word
        if reading.mentions[k].person or not table("clothes").get(word, "").startswith(_PARTS):
            return
        yield k

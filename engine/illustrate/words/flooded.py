"""Who is on a roof in a flood, or is rescued from one, is on a roof that still looks out of the water.

Works on actors that have their poses; places nothing. Example: 'Firefighters rescue a family from a roof' in a flooded
village has the family on it.
"""

from __future__ import annotations

from engine.illustrate.kit import registry
from engine.illustrate.words.record import Actor
from engine.illustrate.words.work import Work

ROOF = "roof in the flood"
_ROOFS = frozenset({"roof", "rooftop", "housetop"})
_RESCUED = frozenset({"rescue", "save", "fetch", "take", "lift", "bring", "evacuate"})


def on_roofs(
    found: dict[str, Actor], work: Work, ids: dict[int, str], setting: str
) -> tuple[tuple[str, str, str], ...]:
    """The roof that the words tell of among the actors, and who is on it as relations."""
    flooded = "flooded" in setting and ROOF in registry.things()
    mentions = work.reading.mentions
    at = next((i for i, mention in enumerate(mentions) if mention.word in _ROOFS), None) if flooded else None
    if at is None or ids.get(at) in found:
        return ()
    roof = Actor(f"roof-{at}", ROOF, "thing", mentions[at].said or "roof", 0.9)
    found[roof.id] = roof
    work.missing[:] = [each for each in work.missing if each != roof.said]
    work.shows.append(roof.said)
    upon = [link.one for link in work.reading.links if link.other == at and link.how in ("on", "above")]
    upon += [i for deed in work.reading.deeds if deed.verb in _RESCUED for i in deed.what]
    return tuple((ids[i], "on", roof.id) for i in dict.fromkeys(upon) if ids.get(i) in found)

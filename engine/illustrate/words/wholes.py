"""Two nouns that are one thing to see: a caravan of camels, a carriage of clouds, a bicycle's bell, ore that is stirred.

Works on actors that have their poses. Example: 'the bell on her bicycle rings' has a bicycle whose own bell rings.
"""

from __future__ import annotations

from dataclasses import replace

from engine.illustrate.kit import registry
from engine.illustrate.kit.things.contents import LUMPS
from engine.illustrate.words.record import Actor, Reading
from engine.illustrate.words.work import Work

Relations = tuple[tuple[str, str, str], ...]

_STIRRED = frozenset({"stir", "boil", "cook", "melt", "mix"})
_RINGS = frozenset({"ring", "chime", "jingle", "tinkle", "sound"})
_BELFRIES = frozenset({"church", "tower", "temple", "school building", "lighthouse", "clock tower"})
_ROW = 4
"""How many a caravan has at least."""


def wholes(found: dict[str, Actor], work: Work) -> None:
    """Make one actor of two that are one thing, or give one what the other tells of it."""
    _in_pot(found, work)
    _in_file(found, work.reading)
    _own_bell(found, work)
    _one_of_two_names(found, work)


def now_shown(work: Work, said: str) -> None:
    """That a word is in the picture after all."""
    if said in work.missing:
        work.missing.remove(said)
    if said not in work.shows:
        work.shows.append(said)


def on_clouds(found: dict[str, Actor], reading: Reading) -> Relations:
    """A carriage or ship of clouds has them at its foot."""
    clouds = [actor for actor in found.values() if actor.kind == "cloud"]
    rows = zip(reading.lemmas, reading.lemmas[1:], reading.lemmas[2:], strict=False)
    borne = {one for one, of, other in rows if of == "of" and other == "cloud"}
    carts = (actor for actor in found.values() if borne & set(actor.said.lower().split()) and _carries(actor))
    return tuple((clouds[0].id, "under", cart.id) for cart in carts if clouds)


def _carries(actor: Actor) -> bool:
    info = registry.things().get(actor.kind)
    return info is not None and info.category in ("vehicle", "building", "furniture")


def _in_file(found: dict[str, Actor], reading: Reading) -> None:
    """A caravan of camels is one row of them that goes one way."""
    rows = list(zip(reading.lemmas, reading.lemmas[1:], reading.lemmas[2:], strict=False))
    beasts = [actor for actor in found.values() if actor.family == "animal"]
    for many, each in ((a, b) for a in beasts for b in beasts if a.kind == b.kind and a.id != b.id):
        said = {each.kind, *each.said.lower().split()}
        if any(one == many.said.lower() and of == "of" and other in said for one, of, other in rows):
            found[many.id] = replace(
                many, count=max(many.count, each.count, _ROW), weight=max(many.weight, each.weight)
            )
            found.pop(each.id, None)


def _in_pot(found: dict[str, Actor], work: Work) -> None:
    """Ore or coal that is stirred is in a pot."""
    if not any(deed.verb in _STIRRED for deed in work.reading.deeds):
        return
    for lump in list(found.values()):
        word = lump.said.lower().split()[-1] if lump.said else ""
        if lump.family == "thing" and word in LUMPS:
            told = {**lump.options, "holds": word}
            found[lump.id] = replace(lump, kind="cauldron", count=1, pose="", colours={}, options=told)


def _one_of_two_names(found: dict[str, Actor], work: Work) -> None:
    """'The app on the phone': what is drawn as the very thing that it is on is that thing."""
    ids = {i: actor.id for i, actor in work.actors.items()}
    for link in work.reading.links:
        one, other = found.get(ids.get(link.one, "")), found.get(ids.get(link.other, ""))
        if one is None or other is None or link.how not in ("on", "in") or one.family != "thing":
            continue
        if one.kind == other.kind and one.id != other.id and one.count == other.count == 1:
            del found[one.id]


def _own_bell(found: dict[str, Actor], work: Work) -> None:
    """A bell where there is a bicycle, and no tower for it, is on its handlebar; when it rings, one sees it ring."""
    bells = [actor for actor in found.values() if actor.kind == "bell" and actor.count == 1]
    bikes = [actor for actor in found.values() if actor.kind == "bicycle"]
    if not bells or not bikes or any(actor.kind in _BELFRIES for actor in found.values()):
        return
    rings = any(deed.verb in _RINGS for deed in work.reading.deeds)
    told = {**bikes[0].options, "bell": "rings" if rings else "yes"}
    weight = max(bikes[0].weight, bells[0].weight)
    found[bikes[0].id] = replace(bikes[0], options=told, weight=weight)
    del found[bells[0].id]

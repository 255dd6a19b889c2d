"""A part of a thing that the words name is on that thing, in its colour: a boat's white sail, a house's red roof.

Works on actors that have their poses. Example: 'a boat with a white sail' has one boat whose slot sail is white.
"""

from __future__ import annotations

from dataclasses import replace

from engine.illustrate.kit import registry
from engine.illustrate.words.record import Actor, Mention
from engine.illustrate.words.tables import first_value, wishes
from engine.illustrate.words.wholes import now_shown
from engine.illustrate.words.work import Work

_PELTS = frozenset({"fur", "coat", "feather", "plumage", "wool", "fleece", "mane"})
_PELT = "coat"
_PARTS = frozenset({"sail", "hull", "funnel", "roof", "wall", "door", "flag", "dome", "shutter", "wing", "belly", "horn", "collar",
                    "petal", "leaf", "trunk", "berry", "handle", "lid", "cover", "shade", "seat", "cushion", "blanket", "pillow",
                    "ribbon", "stripe", "sole", "button", "belt", "border", "awning", "sign", "cap", "scarf", "label", "seal",
                    "shell", "wheel", "icing", "frame"})  # fmt: skip
"""What of the kit's slots are parts of a thing and not the stuff that it is of."""


def painted_parts(found: dict[str, Actor], work: Work, ids: dict[int, str]) -> None:
    """Give each named part its colour on the thing that has it; a part is no second thing beside that."""
    for i, part in enumerate(work.reading.mentions):
        owner = _owner_of(i, found, work, ids)
        if owner is None:
            continue
        slot, tone = _slot(owner, part), first_value("colours", part.adjectives)
        if not slot and (part.adjectives or not _drawn_with(owner, part)):
            continue
        if slot and tone:
            found[owner.id] = replace(owner, colours={**owner.colours, slot: tone})
        if part_drawn := found.pop(ids.get(i, ""), None):
            work.shows = [each for each in work.shows if each != f"{part_drawn.said}, as a {part_drawn.kind}"]
        now_shown(work, part.said or part.word)


def _slot(owner: Actor, part: Mention) -> str:
    """The slot of a thing that is the part; ''."""
    slots = registry.things()[owner.kind].slots
    if part.word in _PELTS and owner.family == "animal" and _PELT in slots:
        return _PELT
    return next((slot for slot in slots if part.word in _PARTS & {slot, _one(slot)}), "")


def _one(slot: str) -> str:
    return {"leaves": "leaf", "berries": "berry"}.get(slot, slot.removesuffix("s"))


def _drawn_with(owner: Actor, part: Mention) -> bool:
    """Whether a thing's drawing always has the part: a house its windows."""
    return owner.kind in wishes("parts_drawn", part.word)


def _of(part: Mention, owner: Mention, work: Work) -> bool:
    """'The sail of the old boat', 'the boat's sail'."""
    words = list(work.reading.lemmas)
    for at in (k for k, word in enumerate(words) if word == part.word):
        after, before = words[at + 1 : at + 5], words[max(at - 4, 0) : at]
        if (after[:1] == ["of"] and owner.word in after) or (owner.word in before and {"'s", "’s"} & set(before)):
            return True
    return False


def _owner_of(i: int, found: dict[str, Actor], work: Work, ids: dict[int, str]) -> Actor | None:
    """Whose part a mention is: the thing that it is said to be with; what is drawn by itself needs such a word, all else
    belongs to the last thing before it that has such a part."""
    part = work.reading.mentions[i]
    if part.person or part.unit:
        return None
    things = [
        (k, found[ids[k]]) for k in sorted(ids) if ids[k] in found and k != i and found[ids[k]].family != "person"
    ]
    having = [(k, actor) for k, actor in things if _slot(actor, part) or _drawn_with(actor, part)]
    withs = {link.one for link in work.reading.links if link.how == "with" and link.other == i}
    said = [actor for k, actor in having if k in withs or _of(part, work.reading.mentions[k], work)]
    if said or ids.get(i) in found:
        return said[0] if said else None
    before = [actor for k, actor in having if k < i]
    return before[-1] if before else None

"""Which setting a shot is in: where its words say things are, else the bible's place, else where its things belong.

Knows the kit's settings when asked. Example: `setting_for(work)` is (setting, its options, the place's name).
"""

from __future__ import annotations

from typing import Any

from engine.illustrate import kit
from engine.illustrate.words import place as places
from engine.illustrate.words.cast import words_of
from engine.illustrate.words.record import Reading
from engine.illustrate.words.tables import wishes
from engine.illustrate.words.work import Work


def setting_for(work: Work) -> tuple[str, dict[str, str], str]:
    """The setting with its options, and the name of the place that keeps it the same through the film."""
    request, reading = work.request, work.reading
    said = [i for i in work.settings if any(link.other == i for link in reading.links)]
    ours = str(request.shot.get("place") or "")
    entry = request.entries.get(ours)
    name = str(entry.get("name", "")) if entry else ""
    inner = next((work.settings[i] for i in said if reading.mentions[i].unit != ours), "")
    planned = _planned(entry) if entry else ""
    subjects = [i for deed in reading.deeds for i in deed.who if i in work.settings]
    living = [a for a in work.actors.values() if a.family != "thing"]
    if subjects and not living and not inner:  # 'the bridge breaks': the place itself is what is seen
        inner = next((work.settings[i] for i in subjects if reading.mentions[i].unit != ours), "")
    others = next(iter(work.settings.values()), "")
    thingish = [a.kind for a in sorted(work.actors.values(), key=lambda a: -a.weight) if a.family != "person"]
    heard = [mention.word for mention in reading.mentions]
    recurring = [str(name).split()[-1] for name in request.style.get("recurring") or () if str(name).split()]
    home = places.home_of([*dict.fromkeys([*thingish, *heard, *recurring])])
    mood = str(request.shot.get("mood") or request.style.get("mood") or "")
    setting = inner or planned or others or home or places.quiet_setting(mood, str(request.style))
    if not _stands(setting) and _on_foot(work):
        setting = _with_ground(entry, reading, setting)
    if setting == planned and not inner and _floats(work) and not _has_water(setting):
        setting = next((found for each in ("river", "lake", "sea") if (found := places.named_setting(each))), setting)
    key = name if setting == planned else setting
    return setting, places.chosen_options(setting, reading.lemmas, key), key


def _floats(work: Work) -> bool:
    """Whether something large of the shot needs water under it."""
    things = kit.registry.things()
    return any(a.kind in things and things[a.kind].contact == "float" and things[a.kind].metres > 1
               for a in work.actors.values())  # fmt: skip


def _has_water(setting: str) -> bool:
    info = kit.registry.settings()[setting]
    return info.inside or any(place.kind == "water" for place in info.places)


def _planned(entry: dict[str, Any]) -> str:
    for text in (str(entry.get("name", "")), str(entry.get("look", ""))):
        for word in reversed(words_of(text)):
            found = places.setting_of(word)
            if found:
                return found
    return ""


def _stands(setting: str) -> bool:
    """Whether people can stand near in a setting."""
    return any(
        p.kind in ("ground", "floor", "road") and p.person_near >= 120 for p in kit.registry.settings()[setting].places
    )


def _on_foot(work: Work) -> bool:
    """Whether somebody or some small thing stands there, in no boat; a lighthouse far away needs no near ground."""
    things = kit.registry.things()
    infos = [things[actor.kind] for actor in work.actors.values() if actor.kind in things]
    if any(info.contact == "float" for info in infos):
        return False
    people = any(actor.family == "person" for actor in work.actors.values())
    return people or any(info.contact == "ground" and info.metres < 5 for info in infos)


def _with_ground(entry: dict[str, Any] | None, reading: Reading, setting: str) -> str:
    """Another setting for the same words where people can stand: the shore for the sea."""
    said = [*words_of(str(entry.get("name", "")) if entry else ""), setting, *(m.word for m in reading.mentions)]
    for word in said:
        for name in wishes("settings", word):
            found = places.named_setting(name)
            if found and _stands(found):
                return found
    return setting

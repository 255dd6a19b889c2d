"""Which setting a shot is in: where its words say things are, else the bible's place, else where its things belong.

Knows the kit's settings when asked. Example: `setting_for(work)` is (setting, its options, the place's name).
"""

from __future__ import annotations

from typing import Any

from engine.illustrate import kit
from engine.illustrate.words import insides
from engine.illustrate.words import place as places
from engine.illustrate.words.cast import words_of
from engine.illustrate.words.course import has_streets
from engine.illustrate.words.fitting import large
from engine.illustrate.words.homes import home_of_shot, indoors_there, only_told
from engine.illustrate.words.record import Link, Reading
from engine.illustrate.words.tables import meant_here, wishes
from engine.illustrate.words.work import Work

_WAYS = frozenset(
    {"path", "road", "way", "trail", "track", "street", "lane", "home", "house", "place", "route", "slope"}
)
"""Words of a place that are in many places."""


def setting_for(work: Work) -> tuple[str, dict[str, str], str]:
    """The setting with its options, and the name of the place that keeps it the same through the film."""
    request, reading = work.request, work.reading
    said = [i for i in work.settings if any(link.other == i and not _only_aim(link, work) for link in reading.links)]
    ours = str(request.shot.get("place") or "")
    entry = request.entries.get(ours)
    name = str(entry.get("name", "")) if entry else ""
    firm = [i for i in said if reading.mentions[i].word not in _WAYS] or (said if not entry else [])
    inner = next((work.settings[i] for i in firm if reading.mentions[i].unit != ours), "")
    planned = _planned(entry, frozenset(reading.lemmas)) if entry else ""
    inner = _under_sky(work, inner) or listed(work, ours)
    subjects = [i for deed in reading.deeds for i in deed.who if i in work.settings]
    living = [a for a in work.actors.values() if a.family != "thing"]
    if subjects and not living and not inner:  # 'the bridge breaks': the place itself is what is seen
        inner = next((work.settings[i] for i in subjects if reading.mentions[i].unit != ours), "")
    seen = {i: found for i, found in work.settings.items() if not only_told(i, reading)}
    others = next((seen[i] for i in seen if reading.mentions[i].word not in _WAYS), "")
    others = _under_sky(work, others) or (next(iter(seen.values()), "") if not entry else "")
    thingish = [a.kind for a in sorted(work.actors.values(), key=lambda a: -a.weight) if a.family != "person"]
    home = places.home_of(["bed"]) if _in_bed(work) else home_of_shot(work)
    mood = str(request.shot.get("mood") or request.style.get("mood") or "")
    carried = _carried(work, home)
    full = places.said_in_full(request.text.lower(), led=True)
    inner = full or inner
    aboard = insides.inside_of(work)
    there = planned or others or carried
    lived = any(actor.family == "person" for actor in living)
    quiet = places.quiet_setting(mood, str(request.style.get("mood")), lived)
    rooms = "" if said else indoors_there(work, there)
    setting = aboard or _narrowed(work, inner or rooms or there or home or quiet)
    outdoors = not (living or inner or aboard)
    if outdoors and thingish and large(thingish[0]) and kit.registry.settings()[setting].inside:
        setting = next((each for each in (places.home_of(thingish[:1]), carried, "city street")
                        if each and not kit.registry.settings()[each].inside), setting)  # fmt: skip
    if insides.drives_out(work) and kit.registry.settings()[setting].inside:
        setting = "road"
    if setting == "road" and any(kit.registry.settings()[each].inside for each in _aims(work)):
        setting = "city street"  # who is on the way to the office rides through the town
    if not _stands(setting) and _on_foot(work):
        setting = _with_ground(entry, reading, setting)
    off_shore = setting == "islet" and not living  # nobody stands there to see the boat: it is out at sea
    if _floats(work, 0.0 if off_shore else 1.0) and (off_shore or not _has_water(setting)):
        waters = ("sea", "lake") if off_shore or _is_huge(work) else ("river", "lake", "sea")
        setting = next((found for each in waters if (found := places.named_setting(each))), setting)
    key = name if setting == planned else setting
    return setting, insides.dressed(setting, places.chosen_options(setting, reading.lemmas, key), work, name), key


def _under_sky(work: Work, inner: str) -> str:
    """What gathers in a cloud over the hills that are named is seen over these hills, not up in the sky."""
    land = str((work.request.style.get("course") or {}).get("setting", ""))
    named = {places.setting_of(mention.word) for mention in work.reading.mentions}
    alive = any(actor.family != "thing" for actor in work.actors.values())
    return land if inner == "sky" and land in named - {"sky"} and not alive else inner


def listed(work: Work, ours: str) -> str:
    """Of words that only name what is seen ('the mayor, the bridge, the school') the place named before the film's own."""
    mentions = work.reading.mentions
    own = next((i for i, mention in enumerate(mentions) if ours and mention.unit == ours), 0)
    before = (i for i in sorted(work.settings) if i < own and mentions[i].word not in _WAYS)
    return next((work.settings[i] for i in before), "") if not work.reading.deeds else ""


def _narrowed(work: Work, setting: str) -> str:
    """What the words, the film's land and its course make of a setting: flooded as before, the stage that comes back."""
    step, lemmas = work.request.style.get("course") or {}, work.reading.lemmas
    land, carried = str(step.get("land", "")), places.lasting(str(step.get("setting", "")))
    setting = carried if setting == "city street" and has_streets(carried, lemmas) else setting
    found = (places.turned(each, lemmas) for each in work.settings.values() if places.turned(each, lemmas) != each)
    inside = kit.registry.settings()[setting].inside
    made = places.turned(setting if inside else next(found, setting), lemmas, land)
    if places.there_is(carried) and (places.within(carried, made) or places.brought_back(carried, made, lemmas)):
        return carried
    return places.likewise(carried, made)


def _only_aim(link: Link, work: Work) -> bool:
    """'The bicycle takes you to the office': where a thing leads to is not where it is."""
    one = work.actors.get(link.one)
    return link.how in ("toward", "away_from") and one is not None and one.family == "thing"


def _aims(work: Work) -> list[str]:
    """The settings to which somebody or something is on the way."""
    links = (link for link in work.reading.links if link.how == "toward")
    return [work.settings[link.other] for link in links if link.other in work.settings]


def _carried(work: Work, home: str) -> str:
    """The place of the shots before, where this one's things may be too; '' where they speak against it."""
    step = work.request.style.get("course") or {}
    carried = "" if _in_bed(work) else str(step.get("setting", ""))
    known = kit.registry.settings()
    if carried not in known:
        return ""
    living = any(actor.family != "thing" for actor in work.actors.values())
    outdoors = [a for a in work.actors.values() if large(a.kind) or (a.family == "animal" and _is_wild(a.kind))]
    if known[carried].inside and outdoors:
        return ""
    if home and known[home].inside != known[carried].inside and not living:
        return ""
    return carried


def _in_bed(work: Work) -> bool:
    """Whether somebody has a pillow or a blanket, which is at home and in no place of the shots before."""
    return any(mention.word in ("bed", "pillow", "blanket", "cradle") for mention in work.reading.mentions)


def _is_wild(kind: str) -> bool:
    """Animals that are in no house."""
    return kind not in (
        "cat",
        "dog",
        "mouse",
        "spider",
        "bird",
        "parrot",
        "goldfish",
        "ant",
        "fly",
        "bat",
        "teddy bear",
    )


def _floats(work: Work, least: float) -> bool:
    """Whether something larger than this (metres) needs water under it."""
    things = kit.registry.things()
    return any(a.kind in things and things[a.kind].contact == "float" and things[a.kind].metres > least
               for a in work.actors.values())  # fmt: skip


def _is_huge(work: Work) -> bool:
    """Whales and ships are in no river."""
    things = kit.registry.things()
    return any(a.kind in things and things[a.kind].contact == "float" and things[a.kind].metres > 4
               for a in work.actors.values())  # fmt: skip


def _has_water(setting: str) -> bool:
    info = kit.registry.settings()[setting]
    return info.inside or any(place.kind == "water" for place in info.places)


def _planned(entry: dict[str, Any], near: frozenset[str]) -> str:
    for text in (str(entry.get("name", "")), str(entry.get("look", ""))):
        for word in reversed(words_of(text)):
            if meant_here(word, near):  # 'bank' beside 'money' is no river's
                continue
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
